import BusKit
import X86Decode

/// The x87 instructions: who may execute them, what is pending, and which function does what.
///
/// Order of exceptions: invalid opcode (the decoder), device not available, an x87 exception that an
/// earlier instruction left pending, faults of the memory operand, and last the instruction's own
/// numeric exceptions, which stay pending. A memory fault leaves the unit as it was.
extension CPU {
  /// Whether there is an x87 unit, built in or in its socket.
  var hasFPU: Bool { features.contains(.fpu) }

  /// Executes an x87 instruction; false if `i` is none.
  func executeFPU(_ i: InstructionPointer) throws(Fault) -> Bool {
    switch i.pointee.operation {
    // Loads and stores.
    case .fld: try begin { () throws(Fault) in try loadReal(i) }
    case .fst: try begin { () throws(Fault) in try storeReal(i, pops: false) }
    case .fstp: try begin { () throws(Fault) in try storeReal(i, pops: true) }
    case .fild: try begin { () throws(Fault) in try loadInteger(i) }
    case .fist: try begin { () throws(Fault) in try storeInteger(i, pops: false) }
    case .fistp: try begin { () throws(Fault) in try storeInteger(i, pops: true) }
    case .fisttp:
      try begin { () throws(Fault) in try storeInteger(i, pops: true, truncates: true) }
    case .fbld: try begin { () throws(Fault) in try loadDecimal(i) }
    case .fbstp: try begin { () throws(Fault) in try storeDecimal(i) }
    case .fxch: try begin { () throws(Fault) in exchangeRegisters(i) }
    case .fcmovcc: try begin { () throws(Fault) in moveConditionally(i) }
    case .fld1, .fldl2t, .fldl2e, .fldpi, .fldlg2, .fldln2, .fldz:
      try begin { () throws(Fault) in loadConstant(i) }

    // Arithmetic.
    case .fadd, .fsub, .fsubr, .fmul, .fdiv, .fdivr, .fiadd, .fisub, .fisubr, .fimul, .fidiv,
      .fidivr:
      try begin { () throws(Fault) in try arithmetic(i, pops: false) }
    case .faddp, .fsubp, .fsubrp, .fmulp, .fdivp, .fdivrp:
      try begin { () throws(Fault) in try arithmetic(i, pops: true) }
    case .fchs, .fabs: try begin { () throws(Fault) in changeSign(i) }
    case .fsqrt, .frndint, .fxtract, .f2xm1, .fsin, .fcos, .fsincos, .fptan:
      try begin { () throws(Fault) in oneOperand(i) }
    case .fprem, .fprem1, .fscale, .fyl2x, .fyl2xp1, .fpatan:
      try begin { () throws(Fault) in twoOperands(i) }

    // Comparisons.
    case .fcom, .ficom, .fucom, .ftst:
      try begin { () throws(Fault) in try compare(i, pops: 0) }
    case .fcomp, .ficomp, .fucomp: try begin { () throws(Fault) in try compare(i, pops: 1) }
    case .fcompp, .fucompp: try begin { () throws(Fault) in try compare(i, pops: 2) }
    case .fcomi, .fucomi: try begin { () throws(Fault) in compareToFlags(i, pops: false) }
    case .fcomip, .fucomip: try begin { () throws(Fault) in compareToFlags(i, pops: true) }
    case .fxam: try begin { () throws(Fault) in examine(i) }

    // The stack and the control registers.
    case .fnop: try begin { () throws(Fault) in notePointers(i) }
    case .fincstp, .fdecstp: try begin { () throws(Fault) in rotateStack(i) }
    case .ffree: try begin { () throws(Fault) in freeRegister(i, pops: false) }
    case .ffreep: try begin { () throws(Fault) in freeRegister(i, pops: true) }
    case .fldcw: try begin { () throws(Fault) in try loadControl(i) }
    case .fldenv: try begin { () throws(Fault) in try loadEnvironment(i) }
    case .frstor: try begin { () throws(Fault) in try restoreState(i) }
    case .fninit, .fnclex, .fnstcw, .fnstsw, .fnstenv, .fnsave, .fneni, .fndisi, .fnsetpm:
      try requireUnit()
      try controlWithoutWaiting(i)
    case .fxsave:
      try requireUnit()
      try saveExtended(i)
    case .fxrstor:
      try requireUnit()
      try restoreExtended(i)
    default: return false
    }
    return true
  }

  /// Whether an operation is an x87 instruction. None of them transfers control, changes the mode or
  /// observes time; a pending exception leaves its block by itself.
  static func isFPU(_ operation: Operation) -> Bool {
    switch operation {
    case .fld, .fst, .fstp, .fild, .fist, .fistp, .fisttp, .fbld, .fbstp, .fxch, .fcmovcc, .fld1,
      .fldl2t, .fldl2e, .fldpi, .fldlg2, .fldln2, .fldz, .fadd, .fsub, .fsubr, .fmul, .fdiv,
      .fdivr, .fiadd, .fisub, .fisubr, .fimul, .fidiv, .fidivr, .faddp, .fsubp, .fsubrp, .fmulp,
      .fdivp, .fdivrp, .fchs, .fabs, .fsqrt, .frndint, .fxtract, .f2xm1, .fsin, .fcos, .fsincos,
      .fptan, .fprem, .fprem1, .fscale, .fyl2x, .fyl2xp1, .fpatan, .fcom, .ficom, .fucom, .ftst,
      .fcomp, .ficomp, .fucomp, .fcompp, .fucompp, .fcomi, .fucomi, .fcomip, .fucomip, .fxam,
      .fnop, .fincstp, .fdecstp, .ffree, .ffreep, .fldcw, .fldenv, .frstor, .fninit, .fnclex,
      .fnstcw, .fnstsw, .fnstenv, .fnsave, .fneni, .fndisi, .fnsetpm, .fxsave, .fxrstor:
      true
    default: false
    }
  }

  // MARK: Before an instruction

  /// #NM for an instruction that the system emulates or whose task's state is not loaded.
  func requireUnit() throws(Fault) {
    guard model >= .i80286 else { return }
    if cr0 & (CR0.em | CR0.ts) != 0 { throw .deviceNotAvailable }
  }

  /// A waiting instruction: the checks, then the instruction unless an earlier one's exception is
  /// pending and the processor waits for its handler.
  @inline(__always) private func begin(_ body: () throws(Fault) -> Void) throws(Fault) {
    try requireUnit()
    guard try !mustWait() else { return }
    try body()
  }

  /// WAIT: #NM when both MP and TS are set, then a pending exception.
  func waitForCoprocessor() throws(Fault) {
    if model >= .i80286, cr0 & (CR0.mp | CR0.ts) == CR0.mp | CR0.ts {
      throw .deviceNotAvailable
    }
    if hasFPU { _ = try mustWait() }
  }

  /// An unmasked exception is pending: #MF if the system takes it so (CR0.NE); otherwise the error pin is
  /// active and the processor stands still before this instruction until an interrupt comes or IGNNE#
  /// lets it pass.
  /// - Returns: true if the instruction must not execute now.
  func mustWait() throws(Fault) -> Bool {
    guard FPU(state).flags & FPU.Status.errorSummary != 0 else { return false }
    if model >= .i80486, cr0 & CR0.ne != 0 { throw .floatingPoint }
    signalError()
    // The 8087 with its interrupt disabled goes on.
    guard floatingPointErrorIsSignalled, !ignoresFloatingPointErrors else { return false }
    isHalted = true
    waitsAtInstruction = true
    state.setField(Field.stale, 1 as UInt64)
    return true
  }

  // MARK: The error pin

  /// Drives FERR# (ERROR# of the coprocessors, INT of the 8087) after ES or a mask has changed.
  func signalError() {
    let isActive = hasErrorToSignal
    guard isActive != floatingPointErrorIsSignalled else { return }
    floatingPointErrorIsSignalled = isActive
    scheduler.now = presentTick
    floatingPointError(isActive)
    // An interrupt may be due before the next instruction.
    if isActive { state.setField(Field.stale, 1 as UInt64) }
  }

  /// What FERR# shows of FSW, the 8087's interrupt enable mask and CR0.
  var hasErrorToSignal: Bool {
    let unit = FPU(state)
    guard unit.flags & FPU.Status.errorSummary != 0 else { return false }
    if model >= .i80486 { return cr0 & CR0.ne == 0 }
    return model >= .i80286 || unit.control & 0x80 == 0
  }

  /// ES and B follow the exception flags and their masks.
  func updateErrorSummary() {
    let unit = FPU(state)
    let pending = unit.flags & ~unit.control & FPU.Status.exceptions != 0
    let bits = FPU.Status.errorSummary | FPU.Status.busy
    let flags = pending ? unit.flags | bits : unit.flags & ~bits
    guard flags != unit.flags || floatingPointErrorIsSignalled != pending else { return }
    unit.flags = flags
    signalError()
  }

  // MARK: Pointers

  /// Records the instruction, and its memory operand if it has one, for an exception's handler.
  func notePointers(_ i: InstructionPointer) {
    let unit = FPU(state)
    // The 8087 does not know of prefixes.
    unit.instructionPointer =
      model < .i80286
      ? (instructionRIP &+ UInt64(i.pointee.prefixCount)) & 0xFFFF : instructionRIP
    unit.instructionSelector = state.selector(.cs)
    unit.opcode = Self.escapeNumber(i) << 8 | UInt16(i.pointee.modRM)
    guard i.pointee.modRM < 0xC0 else { return }
    unit.dataPointer = effectiveOffset(i)
    unit.dataSelector = state.selector(SegmentSlot(i.pointee.segment))
  }

  /// The low three bits of the first opcode byte.
  private static func escapeNumber(_ i: InstructionPointer) -> UInt16 {
    // FCMOVcc's condition has taken their place: DA for the positive ones, DB for the others.
    if i.pointee.operation == .fcmovcc { return i.pointee.condition < 4 ? 2 : 3 }
    return UInt16(i.pointee.condition & 7)
  }
}
