import X86

// The engines that execute the guest's own bytes and differ in what becomes of the sensitive ones.

/// Trap and emulate, and nothing else: what does not trap stands as the hardware did it.
package final class NaiveEngine: Engine {
  package let kind = EngineKind.naive
  package init() {}
}

/// The processor that never was: outside ring 0 every sensitive instruction traps, and trap-and-emulate
/// simply works.
package final class ElegantEngine: Engine {
  package let kind = EngineKind.elegant
  package init() {}

  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) { (.all, true) }
}

/// The sensitive instructions of the kernel are evaluated at the privilege that the guest believes in.
package final class RepairEngine: Engine {
  package let kind = EngineKind.repair
  package init() {}

  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) {
    (monitor.guest.cpl == 3 ? .registers : .all, false)
  }
}
