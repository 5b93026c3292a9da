import BusKit

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
  /// The reset pin: registers and CS:IP as the model has them after reset (the 8086 starts at
  /// FFFF:0000, the 80386 and later at F000:FFF0 with base FFFF0000).
  public func reset() {
    fatalError("skeleton")
  }

  /// The INTR pin's level.
  public func setInterruptRequest(_ level: Bool) {
    fatalError("skeleton")
  }

  /// A rising edge on NMI.
  public func raiseNonMaskableInterrupt() {
    fatalError("skeleton")
  }

  /// The A20 gate: false forces address bit 20 to zero.
  public func setA20(_ isEnabled: Bool) {
    fatalError("skeleton")
  }

  /// Runs, firing the scheduler's events on the way, until the timeline reaches `deadline` or
  /// something else ends it. A halted processor skips to the next event.
  public func run(until deadline: Ticks) -> CPUExit {
    fatalError("skeleton")
  }

  /// Makes ``run(until:)`` return after the present instruction; for ports that end the run.
  public func requestStop() {
    fatalError("skeleton")
  }

  /// Takes the timeline to the next event without executing anything: what an idle hint does. The
  /// present instruction finishes first.
  public func skipToNextEvent() {
    fatalError("skeleton")
  }
}
