/// MMX instructions, while the x87 registers are in the state that MMX instructions leave behind and no
/// x87 exception is pending. The first one after x87 code, and all else, is the slow twin's, the warm op.
///
/// They exist in code contexts only where CR0 lets MMX instructions execute (`ModeKey.mmx`).

/// The MMX register at an op's destination or source field, which holds 16 times its number.
enum MMXSource: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    c.state + Field.st + Int(op.source)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}

@inline(__always) private func setMMX(_ c: Processor, _ op: OpPointer, _ value: UInt64) {
  let p = c.state + Field.st + Int(op.destination)
  p.storeBytes(of: value, as: UInt64.self)
  p.storeBytes(of: UInt16.max, toByteOffset: 8, as: UInt16.self)
}

/// MOVQ and MOVD into an MMX register: the upper bits become zero.
enum MMXLoad<W: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard FPU(c).isInMMX else { return slowTwin(c, op) }
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    setMMX(c, op, UInt64(truncatingIfNeeded: S.load(q, W.self)))
    next(c, op)
  }
}
/// MOVQ and MOVD from an MMX register.
enum MMXStore<W: OperandWidth, D: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard FPU(c).isInMMX else { return slowTwin(c, op) }
    guard let p = D.locate(c, op, W.self, .write) else { return D.miss(c, op) }
    D.store(c, p, (c.state + Field.st + Int(op.source)).load(as: W.self))
    next(c, op)
  }
}
/// The destination is the first operand. The low halves' interleaving reads `W` = 32 bits of memory.
enum MMXBinary<O: VectorOperation, W: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard FPU(c).isInMMX else { return slowTwin(c, op) }
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let b = UInt64(truncatingIfNeeded: S.load(q, W.self))
    let a = (c.state + Field.st + Int(op.destination)).load(as: UInt64.self)
    setMMX(c, op, O.apply(Vector128(low: a), Vector128(low: b)).low)
    next(c, op)
  }
}
enum MMXShiftByImmediate<O: VectorShift> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard FPU(c).isInMMX else { return slowTwin(c, op) }
    let a = (c.state + Field.st + Int(op.destination)).load(as: UInt64.self)
    setMMX(c, op, O.apply(Vector128(low: a), UInt64(op.immediate)).low)
    next(c, op)
  }
}
