import X86Decode

/// Arithmetic and comparisons on the register stack.
extension CPU {
  // MARK: The four operations

  /// A memory operand widened, and whether it was a denormal: its exception comes with the operation.
  typealias WidenedOperand = (value: ExtendedReal, isDenormal: Bool)

  func memoryOperand(
    _ i: InstructionPointer, isInteger: Bool
  ) throws(Fault) -> WidenedOperand {
    switch (i.pointee.operands.0.width, isInteger) {
    case (2, _):
      return (ExtendedReal(integer: Int64(Int16(bitPattern: try readPart(i)))), false)
    case (4, true):
      return (ExtendedReal(integer: Int64(Int32(bitPattern: try readPart(i)))), false)
    case (4, false):
      let bits: UInt32 = try readPart(i)
      return (
        ExtendedReal(exactBinary32: bits), bits << 1 != 0 && bits >> 23 & 0xFF == 0
      )
    default:
      let bits: UInt64 = try readPart(i)
      return (
        ExtendedReal(exactBinary64: bits), bits << 1 != 0 && bits >> 52 & 0x7FF == 0
      )
    }
  }

  private enum Operator {
    case add, subtract, subtractReversed, multiply, divide, divideReversed
  }

  private func operatorOf(_ operation: Operation) -> Operator {
    switch operation {
    case .fadd, .faddp, .fiadd: .add
    case .fsub, .fsubp, .fisub: .subtract
    case .fsubr, .fsubrp, .fisubr: .subtractReversed
    case .fmul, .fmulp, .fimul: .multiply
    case .fdiv, .fdivp, .fidiv: .divide
    default: .divideReversed
    }
  }

  private func apply(
    _ operation: Operation, _ a: ExtendedReal, _ b: ExtendedReal,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    var (a, b) = (a, b)
    if let answer = earlyUnit?.answer(operation, &a, &b, &environment) { return answer }
    switch operatorOf(operation) {
    case .add: return .add(a, b, &environment)
    case .subtract: return .add(a, b, subtracts: true, &environment)
    case .subtractReversed: return .add(b, a, subtracts: true, &environment)
    case .multiply: return .multiply(a, b, &environment)
    case .divide: return .divide(a, b, &environment)
    case .divideReversed: return .divide(b, a, &environment)
    }
  }

  /// FADD, FSUB, FSUBR, FMUL, FDIV, FDIVR with ST(0) and ST(i) in either direction or a memory operand,
  /// popping or not; and the same with integers.
  func arithmetic(_ i: InstructionPointer, pops: Bool) throws(Fault) {
    let unit = FPU(state)
    let operation = i.pointee.operation
    var environment = unit.environment
    guard i.pointee.modRM >= 0xC0 else {
      // DA and DE hold the forms with integers.
      let operand = try memoryOperand(i, isInteger: i.pointee.condition & 2 != 0)
      notePointers(i)
      guard !unit.isEmpty(0) else { return answerEmpty(0, pops: false) }
      let a = unit.st(0)
      let result = apply(operation, a, operand.value, &environment)
      if operand.isDenormal { noteDenormal(a, &environment) }
      report(environment)
      if !environment.isBlocked { unit.setST(0, result) }
      return
    }
    notePointers(i)
    let register = Int(i.pointee.modRM & 7)
    // DC and DE write to ST(i).
    let destination = i.pointee.condition & 4 != 0 ? register : 0
    guard !unit.isEmpty(0), !unit.isEmpty(register) else {
      return answerEmpty(destination, pops: pops)
    }
    let a = unit.st(destination)
    let b = unit.st(destination == 0 ? register : 0)
    let result = apply(operation, a, b, &environment)
    report(environment)
    guard !environment.isBlocked else { return }
    unit.setST(destination, result)
    if pops { pop() }
  }

  /// A denormal in memory has been normalized by widening. It counts like one in a register: not beside
  /// a NaN, nor when zero is divided by it or it by zero.
  private func noteDenormal(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) {
    if a.isNaN || a.isUnsupported || environment.raised.contains(.divideByZero) { return }
    environment.raise(.denormal)
  }

  /// The response to an empty operand: the indefinite in the destination.
  private func answerEmpty(_ destination: Int, pops: Bool) {
    let unit = FPU(state)
    guard stackFault(overflow: false) else { return }
    unit.setST(destination, .indefinite)
    unit.setEmpty(destination, false)
    if pops { pop() }
  }

  // MARK: One operand

  /// FCHS, FABS: whatever the register holds.
  func changeSign(_ i: InstructionPointer) {
    let unit = FPU(state)
    notePointers(i)
    guard !unit.isEmpty(0) else { return answerEmpty(0, pops: false) }
    unit.flags &= ~FPU.Status.c1
    let value = unit.st(0)
    unit.setST(0, i.pointee.operation == .fchs ? value.negated : value.magnitude)
  }

  /// FSQRT, FRNDINT, F2XM1, FSIN, FCOS; and FXTRACT, FSINCOS, FPTAN, which push a second result.
  func oneOperand(_ i: InstructionPointer) {
    let unit = FPU(state)
    notePointers(i)
    let operation = i.pointee.operation
    let pushes = operation == .fxtract || operation == .fsincos || operation == .fptan
    // C2 tells whether a trigonometric operand was in range.
    switch operation {
    case .fsin, .fcos, .fsincos, .fptan: unit.flags &= ~FPU.Status.c2
    default: break
    }
    if unit.isEmpty(0) || (pushes && !unit.isEmpty(-1)) {
      guard stackFault(overflow: !unit.isEmpty(0)) else { return }
      unit.setST(0, .indefinite)
      unit.setEmpty(0, false)
      if pushes { push(.indefinite) }
      return
    }
    var environment = unit.environment
    var operand = unit.st(0)
    var none = ExtendedReal.one
    if let answer = earlyUnit?.answer(operation, &operand, &none, &environment) {
      report(environment)
      guard !environment.isBlocked else { return }
      unit.setST(0, answer)
      if pushes { push(answer) }
      return
    }
    // What stays in the register, and what is pushed.
    var second: ExtendedReal?
    let first: ExtendedReal?
    switch operation {
    case .fsqrt: first = .squareRoot(operand, &environment)
    case .frndint: first = .roundToInteger(operand, &environment)
    case .f2xm1: first = Transcendental.powerOfTwoMinusOne(operand, &environment)
    case .fsin: first = Transcendental.sine(operand, &environment)
    case .fcos: first = Transcendental.cosine(operand, &environment)
    case .fptan:
      let both = Transcendental.tangent(operand, &environment)
      (first, second) = (both?.tangent, both?.pushed)
    case .fsincos:
      let both = Transcendental.sineAndCosine(operand, &environment)
      (first, second) = (both?.sine, both?.cosine)
    default:
      let both =
        earlyUnit?.extract(operand, &environment) ?? ExtendedReal.extract(operand, &environment)
      (first, second) = (both.exponent, both.significand)
    }
    report(environment)
    if first == nil { unit.flags |= FPU.Status.c2 }
    guard !environment.isBlocked, let first else { return }
    unit.setST(0, first)
    if let second { push(second) }
  }

  // MARK: Two operands

  /// FPREM, FPREM1, FSCALE; and FYL2X, FYL2XP1, FPATAN, whose result replaces both operands.
  func twoOperands(_ i: InstructionPointer) {
    let unit = FPU(state)
    notePointers(i)
    let operation = i.pointee.operation
    let pops = operation == .fyl2x || operation == .fyl2xp1 || operation == .fpatan
    // C2 tells whether a reduction is incomplete.
    if operation == .fprem || operation == .fprem1 { unit.flags &= ~FPU.Status.c2 }
    guard !unit.isEmpty(0), !unit.isEmpty(1) else {
      return answerEmpty(pops ? 1 : 0, pops: pops)
    }
    var environment = unit.environment
    var (x, y) = (unit.st(0), unit.st(1))
    let result: ExtendedReal
    let answer = earlyUnit?.answer(operation, &x, &y, &environment)
    switch operation {
    case _ where answer != nil: result = answer ?? .indefinite
    case .fprem, .fprem1: return remainder(i, x, y, &environment)
    case .fscale: result = .scale(x, by: y, &environment)
    case .fyl2x: result = Transcendental.logarithm(of: x, times: y, &environment)
    case .fyl2xp1: result = Transcendental.logarithmOfSuccessor(of: x, times: y, &environment)
    default: result = Transcendental.arctangent(y: y, x: x, &environment)
    }
    report(environment)
    guard !environment.isBlocked else { return }
    unit.setST(pops ? 1 : 0, result)
    if pops { pop() }
  }

  /// FPREM, FPREM1: C0, C3, C1 are the quotient's low three bits, or C2 says that the reduction is
  /// not complete. Without a quotient C1 and C2 are zero.
  private func remainder(
    _ i: InstructionPointer, _ x: ExtendedReal, _ y: ExtendedReal,
    _ environment: inout FloatingPointEnvironment
  ) {
    let unit = FPU(state)
    let result = ExtendedReal.remainder(
      x, y, toNearest: i.pointee.operation == .fprem1, &environment)
    report(environment)
    unit.flags &= ~FPU.Status.c1
    guard !environment.isBlocked else { return }
    if let quotient = result.quotient {
      var conditions: UInt16 = result.isPartial ? FPU.Status.c2 : 0
      if quotient & 1 != 0 { conditions |= FPU.Status.c1 }
      if quotient & 2 != 0 { conditions |= FPU.Status.c3 }
      if quotient & 4 != 0 { conditions |= FPU.Status.c0 }
      unit.flags = unit.flags & ~FPU.Status.conditions | conditions
    }
    unit.setST(0, result.value)
  }
}
