import BusKit
import X86Decode

/// Why ``CPU/run(until:)`` came back.
public enum CPUExit: Equatable, Sendable {
  /// The timeline has reached the tick that was asked for.
  case deadline
  /// ``CPU/requestStop()`` was called.
  case stopped
  /// A triple fault: the processor has entered shutdown and waits for a reset.
  case shutdown
  /// HLT (or shutdown) with nothing scheduled that could ever wake it.
  case asleep
}

// The processor's pins, as the board sees them.
extension CPU {
  /// The INTR pin's level.
  public func setInterruptRequest(_ level: Bool) { interruptRequest = level }

  /// A rising edge on NMI.
  public func raiseNonMaskableInterrupt() { nmiPending = true }

  /// The IGNNE# pin: true lets x87 instructions pass while FERR# is active.
  public func setIgnoresFloatingPointErrors(_ level: Bool) { ignoresFloatingPointErrors = level }

  /// The A20 gate: false forces address bit 20 to zero.
  public func setA20(_ isEnabled: Bool) {
    guard isEnabled != a20Enabled else { return }
    a20Enabled = isEnabled
    updateAddressMask()
    flushTLB()
  }

  /// Makes ``run(until:)`` return after the present instruction; for ports that end the run.
  public func requestStop() { stopRequested = true }

  /// Takes the timeline to the next event without executing anything: what an idle hint does. The
  /// present instruction finishes first.
  public func skipToNextEvent() { skipRequested = true }

  /// Halted with interrupts off: only NMI or a reset could wake it.
  public var isHaltedForGood: Bool {
    isHalted && !nmiPending && pendingDebug == 0 && !state.systemFlag(.if)
  }

  /// The reset pin: registers and CS:IP as the model has them after reset (the 8086 starts at
  /// FFFF:0000, the 80386 and later at F000:FFF0 with base FFFF0000).
  ///
  /// Source: Intel 8086 Family User's Manual, 2-29; 80286 PRM, 10.1; i486 PRM, 10.1.
  public func reset() {
    restart()
    if model >= .i80486 { state.setField(Field.cr0, CR0.cd | CR0.nw | CR0.et) }
    resetModelSpecific()
    resetFloatingPoint()
  }

  /// The INIT pin of the Pentium and its successors: starts anew like ``reset()``, but leaves caching
  /// (CR0.CD and NW), the floating-point unit, the SSE registers and the model-specific registers, EFER
  /// apart, as they are.
  ///
  /// Source: Intel SDM vol. 3, 9.1.1 and table 9-1.
  public func initialize() {
    let caching = cr0 & (CR0.cd | CR0.nw)
    restart()
    state.setField(Field.cr0, caching | CR0.et)
    state.setField(Field.efer, 0 as UInt64)
  }

  /// What both pins do.
  private func restart() {
    for name in GeneralRegister.allCases { setRegister(name, 0 as UInt64) }
    state.eflags = 0
    isHalted = false
    isShutdown = false
    nmiPending = false
    nmiBlocked = false
    shadowRIP = nil
    pendingDebug = 0
    stringToResume = .max
    for slot in [SegmentSlot.es, .ss, .ds, .fs, .gs] {
      setSegment(
        slot,
        SegmentCache(
          selector: 0, base: 0, limit: 0xFFFF, attributes: SegmentCache.realModeAttributes))
    }
    for slot in [SegmentSlot.ldtr, .tr] {
      setSegment(
        slot,
        SegmentCache(
          selector: 0, base: 0, limit: 0xFFFF, attributes: slot == .ldtr ? 0x82 : 0x8B))
    }
    let (selector, base): (UInt16, UInt64) =
      switch model {
      case .i8086, .i80186: (0xFFFF, 0xF_FFF0)
      case .i80286: (0xF000, 0xFF_0000)
      default: (0xF000, 0xFFFF_0000)
      }
    setSegment(
      .cs,
      SegmentCache(
        selector: selector, base: base, limit: 0xFFFF,
        attributes: SegmentCache.realModeAttributes))
    rip = model < .i80286 ? 0 : 0xFFF0
    cpl = 0
    state.setField(Field.cr0, model == .i80286 ? 0xFFF0 : 0 as UInt64)
    for field in [Field.cr2, Field.cr3, Field.cr4] { state.setField(field, 0 as UInt64) }
    for n in 0..<8 { state.setField(Field.debugRegisters + n * 8, 0 as UInt64) }
    state.setField(Field.debugRegisters + 6 * 8, 0xFFFF_0FF0 as UInt64)
    state.setField(Field.debugRegisters + 7 * 8, UInt64(DebugControl.ones))
    gdtr = TableRegister(base: 0, limit: 0xFFFF)
    idtr = TableRegister(base: 0, limit: model >= .i80486 ? 0xFFFF : 0x3FF)
    // The component identifier and stepping.
    setRegister(.rdx, model.signature)
    updateWatching()
    flushTLB()
    contextIsStale = true
  }
}
