import BusKit
import X86Decode

// The one seam for whoever runs a guest on this processor without its leave. A monitor has two
// processors: one holds what the guest believes in, pins and all, and asks a ``SliceExecutor`` to execute
// its instructions; the other is the hardware that the executor runs them on, deprivileged, and hands
// every fault and interrupt back instead of delivering it.

/// Executes instructions in a processor's place, while nothing special (single steps, breakpoints, the
/// instruction behind STI) is going on.
package protocol SliceExecutor: AnyObject {
  /// Executes from tick `now` until `target` or until the processor's ``CPU/needsRunLoop`` turns true.
  /// The processor's state and time are up to date when it returns.
  func runSlice(from now: Ticks, to target: Ticks)
}

/// What an intercepting processor has come to a halt at. Nothing of the instruction has happened, and no
/// clock of it is charged.
package struct Interception: Sendable {
  package enum Cause: Sendable {
    case fault(Fault)
    /// INT n, INT3, INTO or ICEBP, past the checks of privilege.
    case interrupt(UInt8, InterruptSource)
    /// A sensitive instruction is about to be executed; see ``Sensitivity``.
    case sensitive
  }
  package var cause: Cause
  /// Of the instruction.
  package var rip: UInt64
}

/// Which of the instructions that are sensitive but not privileged the processor stops at.
package enum Sensitivity: UInt32, Sendable {
  case none
  /// SGDT, SIDT, SLDT, STR and SMSW: those that UMIP covers.
  case registers
  /// Every row that the opcode table marks so, at CPL 1 to 3; in virtual-8086 mode only CPUID and
  /// those ``registers`` that exist there, since all others fault or do the same at any level.
  case all
  /// Those of ``all`` that a program at CPL 3 could tell the monitor's tables, flags and time stamps by:
  /// ``registers``, PUSHF, POPF, IRET, LAR, LSL, VERR, VERW, RDTSC, RDTSCP and CPUID. Selectors and
  /// segment loads are the same there.
  case user
}

extension CPU {
  /// - Parameters:
  ///   - sensitivity: what to stop at.
  ///   - faults: it raises #GP(0); else it is reported as ``Interception/Cause/sensitive``.
  package func setSensitivity(_ sensitivity: Sensitivity, faults: Bool) {
    guard sensitivity != self.sensitivity || faults != sensitiveFault else { return }
    self.sensitivity = sensitivity
    sensitiveFault = faults
    contextIsStale = true
  }

  var sensitivityKey: UInt32 {
    guard sensitivity != .none, cpl > 0 else { return 0 }
    return sensitivity.rawValue << ModeKey.sensitivityShift
      | (sensitiveFault ? ModeKey.sensitiveFault : 0)
  }

  /// Whether an instruction of this mode is to be stopped at.
  func isReported(_ instruction: Instruction, mode: UInt32) -> Bool {
    let wanted = mode >> ModeKey.sensitivityShift & 3
    guard wanted != 0 else { return false }
    let privilege = decoder.row(instruction.row).privilege
    guard privilege.contains(.sensitive) else { return false }
    if privilege.contains(.umip) { return true }
    guard mode & ModeKey.v86 == 0 else { return instruction.operation == .cpuid }
    switch Sensitivity(rawValue: wanted) {
    case .all: return true
    case .user: return Self.tellsLevelThree(instruction.operation)
    default: return false
    }
  }

  private static func tellsLevelThree(_ operation: X86Decode.Operation) -> Bool {
    switch operation {
    case .pushf, .popf, .iret, .lar, .lsl, .verr, .verw, .rdtsc, .rdtscp, .cpuid: true
    default: false
    }
  }

  /// Why the last slice ended early, once.
  package func takeInterception() -> Interception? {
    guard let taken = interception else { return nil }
    interception = nil
    stopRequested = false
    return taken
  }

  /// A programmed interrupt is thrown as a fault without an error code and told apart by its source.
  func interceptedCause(_ fault: Fault) -> Interception.Cause {
    guard let source = interceptedSource else { return .fault(fault) }
    interceptedSource = nil
    return .interrupt(fault.vector, source)
  }

  func intercept(_ cause: Interception.Cause, at rip: UInt64) {
    interception = Interception(cause: cause, rip: rip)
    self.rip = rip
    state.setField(Field.resume, UnsafeMutableRawPointer?.none)
    stopRequested = true
  }

  /// A reported instruction: the block ends in front of it.
  func report(_ op: OpPointer) -> OpPointer? {
    charge(Int64(op.clocksBefore))
    state.setField(Field.stale, 0 as UInt64)
    intercept(sensitiveFault ? .fault(.protection(0)) : .sensitive, at: op.rip)
    return nil
  }

  /// Ends the run after the present instruction, for its owner to look at something.
  package func stopBehindInstruction() {
    stopRequested = true
    state.setField(Field.stale, 1 as UInt64)
  }

  /// Whether ``stopBehindInstruction()`` was called since the last look.
  package func takeStop() -> Bool {
    guard stopRequested, interception == nil else { return false }
    stopRequested = false
    return true
  }

  // MARK: For the executor

  /// INTR is raised, whether or not the processor accepts it now.
  package var hasInterruptRequest: Bool { interruptRequest }
  /// As after STI: nothing interrupts the next instruction.
  package func holdInterrupts() { shadow(coveringTraps: false) }

  /// Whether the run loop must look before another instruction is executed.
  package var needsAttention: Bool { needsRunLoop }
  /// The present, exact to the clock.
  package var currentTick: Ticks { presentTick }

  /// Moves this processor's idea of the present.
  package func setPresent(_ tick: Ticks, sliceEnd: Ticks) {
    setTime(tick, budget: 0)
    sliceTarget = sliceEnd
  }

  /// The first op at the instruction pointer, alone in its block; nil if its fetch has faulted, which has
  /// then been delivered.
  package func prepareStep() -> PreparedStep? {
    if !isStepping {
      isStepping = true
      contextIsStale = true
    }
    deliveredInStep = false
    return lookUp(rip).map(PreparedStep.init)
  }

  /// Executes one instruction (of a repeated one as much as the slice has room for).
  /// - Returns: whether it ended in an exception or a software interrupt, which has been delivered.
  @discardableResult package func perform(_ step: PreparedStep) -> Bool {
    execute(from: step.op)
    if let resume = state.field(Field.resume, as: UnsafeMutableRawPointer?.self) {
      rip = OpPointer(at: resume).rip
    }
    return deliveredInStep
  }

  /// Runs ordinary slices of its own, whatever executor there is.
  package func runNatively(from now: Ticks, to target: Ticks) {
    runSlice(from: now, to: target, natively: true)
  }
}

/// An instruction that is about to be executed.
package struct PreparedStep {
  let op: OpPointer

  /// What the guest's clock would be charged for it by the tables.
  package var clocks: Ticks { Ticks(op.clocks) }

  /// What it is, if it is executed from its decoded form; nil for those with handlers of their own.
  package var instruction: Instruction? {
    Lowering.keepsInstruction(op.kind) ? op.instruction.pointee : nil
  }
}
