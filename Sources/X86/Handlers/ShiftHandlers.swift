/// Shifts and rotates of registers by a constant or by CL, on models that mask the count to 5 bits.
/// The 8086's unmasked counts, RCL, RCR and memory operands are in Instructions/Shifts.swift.
///
/// CF := last bit shifted out. OF is defined for count 1; for others it is computed the same way from
/// the last step, as silicon does. AF: cleared. A count of zero changes no flag.
protocol ShiftOperation {
  static func compute<W: OperandWidth>(_ a: W, _ count: W) -> W
  static func setFlags<W: OperandWidth>(_ c: Processor, _ a: W, _ count: W, _ result: W)
}
enum ShiftLeft: ShiftOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W, _ n: W) -> W { a &<< n }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ n: W, _ result: W
  ) {
    let out = a &>> (W(W.bitWidth) &- n)
    c.setShift(result, carryOut: out, overflow: out ^ (result &>> W(W.bitWidth - 1)))
  }
}
enum ShiftRight: ShiftOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W, _ n: W) -> W { a &>> n }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ n: W, _ result: W
  ) {
    // OF is the top bit before the last step: bit 7 of the result xor its neighbour.
    let top = W(W.bitWidth - 1)
    c.setShift(
      result, carryOut: a &>> (n &- 1), overflow: (result &>> top) ^ (result &>> (top &- 1)))
  }
}
enum ShiftArithmetic: ShiftOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W, _ n: W) -> W {
    W(truncatingIfNeeded: signExtended(a) &>> Int64(truncatingIfNeeded: n))
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ n: W, _ result: W
  ) {
    c.setShift(
      result,
      carryOut: W(truncatingIfNeeded: signExtended(a) &>> Int64(truncatingIfNeeded: n &- 1)),
      overflow: 0 as W)
  }
}
enum RotateLeft: ShiftOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W, _ n: W) -> W {
    a &<< n | a &>> (W(W.bitWidth) &- n)
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ n: W, _ result: W
  ) {
    c.setRotate(carryOut: result, overflow: result ^ (result &>> W(W.bitWidth - 1)))
  }
}
enum RotateRight: ShiftOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W, _ n: W) -> W {
    a &>> n | a &<< (W(W.bitWidth) &- n)
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ n: W, _ result: W
  ) {
    let top = result &>> W(W.bitWidth - 1)
    c.setRotate(carryOut: top, overflow: top ^ (result &>> W(W.bitWidth - 2)))
  }
}
/// Count in the immediate, 1 ..< width (lowering sends other counts elsewhere).
enum ShiftByImmediate<O: ShiftOperation, W: OperandWidth, F: FlagPolicy> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let a: W = c.register(op.destination)
    let count = W(truncatingIfNeeded: op.immediate)
    let result = O.compute(a, count)
    c.setRegister(op.destination, result)
    if F.isLive { O.setFlags(c, a, count, result) }
    next(c, op)
  }
}
/// Count in CL; 32- and 64-bit operands only, where the masked count is below the width.
enum ShiftByCL<O: ShiftOperation, W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let count =
      W(truncatingIfNeeded: c.register(UInt8(Field.registers + 8), as: UInt8.self))
      & W(W.bitWidth - 1)
    let a: W = c.register(op.destination)
    if count != 0 {
      let result = O.compute(a, count)
      c.setRegister(op.destination, result)
      O.setFlags(c, a, count, result)
    } else {
      c.setRegister(op.destination, a)
    }
    next(c, op)
  }
}
