/// Two-operand arithmetic and logic, INC, DEC, NEG, NOT and multiplication.
///
/// Flags: ADD ADC SUB SBB CMP NEG write all six. AND OR XOR TEST clear CF and OF and (undefined, as
/// silicon does) AF. INC DEC keep CF. NOT writes none. Source: Intel SDM vol. 1, 7.3.

/// Whether anybody reads the flags that an op would write.
protocol FlagPolicy { static var isLive: Bool { get } }
enum Live: FlagPolicy { @inline(__always) static var isLive: Bool { true } }
enum Dead: FlagPolicy { @inline(__always) static var isLive: Bool { false } }

protocol ArithmeticOperation {
  static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W
  static func setFlags<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W, _ result: W)
}
enum Add: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a &+ b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setAdd(a, b, result) }
}
enum AddCarry: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a &+ b &+ W(truncatingIfNeeded: c.carries &>> 31)
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setAdd(a, b, result) }
}
enum Subtract: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a &- b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setSubtract(a, b, result) }
}
enum SubtractBorrow: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a &- b &- W(truncatingIfNeeded: c.carries &>> 31)
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setSubtract(a, b, result) }
}
enum And: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a & b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setLogic(result) }
}
enum Or: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a | b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setLogic(result) }
}
enum Xor: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a ^ b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) { c.setLogic(result) }
}
/// IMUL with a truncated result: CF = OF = the signed product does not fit. SF, ZF, PF follow the
/// result and AF is clear, as silicon since the 80486 leaves them.
enum SignedMultiply: ArithmeticOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ c: Processor, _ a: W, _ b: W) -> W {
    a &* b
  }
  @inline(__always) static func setFlags<W: OperandWidth>(
    _ c: Processor, _ a: W, _ b: W, _ result: W
  ) {
    c.setResult(result)
    let product = signExtended(a).multipliedReportingOverflow(by: signExtended(b))
    let isLost = product.overflow || product.partialValue != signExtended(result)
    c.setField(Field.carries, isLost ? 0x8000_0000 : 0 as UInt32)
  }
}

/// destination := destination op source.
enum Binary<
  O: ArithmeticOperation, W: OperandWidth, D: OperandForm, S: OperandForm, F: FlagPolicy
> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, W.self, .modify) else { return D.miss(c, op) }
    let a = D.load(p, W.self)
    let b = S.load(q, W.self)
    let result = O.compute(c, a, b)
    if F.isLive { O.setFlags(c, a, b, result) }
    D.store(c, p, result)
    D.proceed(c, op)
  }
}
/// CMP and TEST: flags only.
enum Compare<O: ArithmeticOperation, W: OperandWidth, D: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, W.self, .read) else { return D.miss(c, op) }
    let a = D.load(p, W.self)
    let b = S.load(q, W.self)
    O.setFlags(c, a, b, O.compute(c, a, b))
    next(c, op)
  }
}
/// IMUL Gv, Ev, I.
enum MultiplyByImmediate<W: OperandWidth, S: OperandForm, F: FlagPolicy> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let a = S.load(q, W.self)
    let b = Immediate.load(op.at + 16, W.self)
    let result = a &* b
    c.setRegister(op.destination, result)
    if F.isLive { SignedMultiply.setFlags(c, a, b, result) }
    next(c, op)
  }
}

protocol StepOperation {
  static func compute<W: OperandWidth>(_ a: W) -> W
  /// The carry vector of the step.
  static func vector<W: OperandWidth>(_ a: W, _ result: W) -> W
}
enum Increment: StepOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W) -> W { a &+ 1 }
  @inline(__always) static func vector<W: OperandWidth>(_ a: W, _ result: W) -> W { a & ~result }
}
enum Decrement: StepOperation {
  @inline(__always) static func compute<W: OperandWidth>(_ a: W) -> W { a &- 1 }
  @inline(__always) static func vector<W: OperandWidth>(_ a: W, _ result: W) -> W { ~a & result }
}
enum StepBy<O: StepOperation, W: OperandWidth, D: OperandForm, F: FlagPolicy> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let p = D.locate(c, op, W.self, .modify) else { return D.miss(c, op) }
    let a = D.load(p, W.self)
    let result = O.compute(a)
    // Stored first: the address is then dead while the flags are worked out, and all fits in registers.
    D.store(c, p, result)
    if F.isLive { c.setKeepingCarry(O.vector(a, result), result) }
    D.proceed(c, op)
  }
}
enum Negate<W: OperandWidth, D: OperandForm, F: FlagPolicy> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let p = D.locate(c, op, W.self, .modify) else { return D.miss(c, op) }
    let b = D.load(p, W.self)
    let result = 0 &- b
    if F.isLive { c.setSubtract(0, b, result) }
    D.store(c, p, result)
    D.proceed(c, op)
  }
}
enum Complement<W: OperandWidth, D: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let p = D.locate(c, op, W.self, .modify) else { return D.miss(c, op) }
    D.store(c, p, ~D.load(p, W.self))
    D.proceed(c, op)
  }
}
