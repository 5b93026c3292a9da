import X86Decode

extension ExtendedReal.Ordering {
  /// C3, C2, C0.
  @inline(__always) var conditions: UInt16 {
    switch self {
    case .greater: 0
    case .less: FPU.Status.c0
    case .equal: FPU.Status.c3
    case .unordered: FPU.Status.c3 | FPU.Status.c2 | FPU.Status.c0
    }
  }
  /// The same in ZF, PF, CF; OF, SF, AF are clear.
  @inline(__always) var eflags: UInt32 {
    switch self {
    case .greater: 0
    case .less: EFlags.cf.rawValue
    case .equal: EFlags.zf.rawValue
    case .unordered: EFlags.zf.rawValue | EFlags.pf.rawValue | EFlags.cf.rawValue
    }
  }
}

/// FCOM, FICOM, FUCOM, FTST, FCOMI, FUCOMI, FXAM.
extension CPU {
  private func setConditions(_ order: ExtendedReal.Ordering) {
    let unit = FPU(state)
    unit.flags = unit.flags & ~FPU.Status.conditions | order.conditions
  }

  /// C3, C2 and C0 as ST(0) compares with a register, a memory operand or (FTST) zero.
  func compare(_ i: InstructionPointer, pops: Int) throws(Fault) {
    let unit = FPU(state)
    let operation = i.pointee.operation
    let quietly = operation == .fucom || operation == .fucomp || operation == .fucompp
    var environment = unit.environment
    var other = ExtendedReal.positiveZero
    var isDenormal = false
    var isEmpty = unit.isEmpty(0)
    if operation == .ftst {
      notePointers(i)
    } else if i.pointee.modRM < 0xC0 {
      (other, isDenormal) = try memoryOperand(i, isInteger: i.pointee.condition & 2 != 0)
      notePointers(i)
    } else {
      notePointers(i)
      let register = Int(i.pointee.modRM & 7)
      isEmpty = isEmpty || unit.isEmpty(register)
      other = unit.st(register)
    }
    if isEmpty {
      let isMasked = stackFault(overflow: false)
      setConditions(.unordered)
      if !isMasked { return }
    } else {
      var value = unit.st(0)
      let order =
        earlyUnit?.order(&value, &other, &environment)
        ?? ExtendedReal.compare(value, other, quietly: quietly, &environment)
      if isDenormal, order != .unordered { environment.raise(.denormal) }
      report(environment)
      setConditions(order)
      if environment.isBlocked { return }
    }
    for _ in 0..<pops { pop() }
  }

  /// FCOMI, FUCOMI: the same in ZF, PF, CF; OF, SF, AF are cleared.
  func compareToFlags(_ i: InstructionPointer, pops: Bool) {
    let unit = FPU(state)
    let operation = i.pointee.operation
    let register = Int(i.pointee.modRM & 7)
    notePointers(i)
    var order = ExtendedReal.Ordering.unordered
    var isBlocked = false
    if unit.isEmpty(0) || unit.isEmpty(register) {
      isBlocked = !stackFault(overflow: false)
    } else {
      var environment = unit.environment
      order = ExtendedReal.compare(
        unit.st(0), unit.st(register), quietly: operation == .fucomi || operation == .fucomip,
        &environment)
      // C1 keeps its value here.
      let c1 = unit.flags & FPU.Status.c1
      report(environment)
      unit.flags |= c1
      isBlocked = environment.isBlocked
    }
    state.setArithmeticFlags(order.eflags)
    if pops, !isBlocked { pop() }
  }

  /// FXAM: the class of ST(0) in C3, C2, C0 and its sign, even an empty register's, in C1.
  func examine(_ i: InstructionPointer) {
    let unit = FPU(state)
    notePointers(i)
    let value = unit.st(0)
    var conditions: UInt16
    if unit.isEmpty(0) {
      conditions = FPU.Status.c3 | FPU.Status.c0
    } else if value.isUnsupported {
      conditions = 0
    } else if value.isNaN {
      conditions = FPU.Status.c0
    } else if value.isInfinite {
      conditions = FPU.Status.c2 | FPU.Status.c0
    } else if value.isZero {
      conditions = FPU.Status.c3
    } else if value.isDenormal {
      conditions = FPU.Status.c3 | FPU.Status.c2
    } else {
      conditions = FPU.Status.c2
    }
    if value.isNegative { conditions |= FPU.Status.c1 }
    unit.flags = unit.flags & ~FPU.Status.conditions | conditions
  }
}
