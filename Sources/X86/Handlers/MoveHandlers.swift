/// MOV, MOVZX, MOVSX, LEA, XCHG, CMOVcc, SETcc, sign extensions and single flags. No flags are written but
/// by CLC, STC, CMC.
enum Move<W: OperandWidth, D: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, W.self, .write) else { return D.miss(c, op) }
    D.store(c, p, S.load(q, W.self))
    D.proceed(c, op)
  }
}
enum ZeroExtend<W: OperandWidth, From: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, From.self, .read) else { return S.miss(c, op) }
    c.setRegister(op.destination, W(truncatingIfNeeded: S.load(q, From.self)))
    next(c, op)
  }
}
enum SignExtend<W: OperandWidth, From: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, From.self, .read) else { return S.miss(c, op) }
    c.setRegister(op.destination, W(truncatingIfNeeded: signExtended(S.load(q, From.self))))
    next(c, op)
  }
}
enum LoadAddress<W: OperandWidth, A: Addressing> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setRegister(op.destination, W(truncatingIfNeeded: A.offset(c, op)))
    next(c, op)
  }
}
enum Exchange<W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let a: W = c.register(op.destination)
    let b: W = c.register(op.source)
    c.setRegister(op.destination, b)
    c.setRegister(op.source, a)
    next(c, op)
  }
}
/// CMOVcc: the source is read in any case, and a 32-bit destination loses its upper half in any case.
enum MoveIf<C: Condition, W: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let value = C.holds(c) ? S.load(q, W.self) : c.register(op.destination)
    c.setRegister(op.destination, value)
    next(c, op)
  }
}
enum SetIf<C: Condition> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setRegister(op.destination, C.holds(c) ? 1 : 0 as UInt8)
    next(c, op)
  }
}
/// CBW, CWDE: the accumulator's lower half fills the whole.
enum ExtendAccumulator<W: OperandWidth, From: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let a: From = c.register(UInt8(Field.registers))
    c.setRegister(UInt8(Field.registers), W(truncatingIfNeeded: signExtended(a)))
    next(c, op)
  }
}
/// CWD, CDQ: the accumulator's sign fills rDX.
enum ExtendIntoDX<W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let a: W = c.register(UInt8(Field.registers))
    c.setRegister(UInt8(Field.registers + 16), signExtended(a) < 0 ? W.max : 0)
    next(c, op)
  }
}
enum ClearCarry {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    // OF is stored relative to CF, so it flips along.
    let word = c.carries
    c.setField(Field.carries, (word ^ ((word &>> 1) & 0x4000_0000)) & 0x7FFF_FFFF)
    next(c, op)
  }
}
enum SetCarry {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let word = c.carries
    c.setField(Field.carries, (word ^ ((~word &>> 1) & 0x4000_0000)) | 0x8000_0000)
    next(c, op)
  }
}
enum ComplementCarry {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setField(Field.carries, c.carries ^ 0xC000_0000)
    next(c, op)
  }
}
enum ClearDirection {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setField(
      Field.systemFlags,
      c.field(Field.systemFlags, as: UInt32.self) & ~EFlags.df.rawValue)
    next(c, op)
  }
}
enum SetDirection {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setField(
      Field.systemFlags, c.field(Field.systemFlags, as: UInt32.self) | EFlags.df.rawValue)
    next(c, op)
  }
}
enum NoOperation {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) { next(c, op) }
}
