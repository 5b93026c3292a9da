import X86

/// The differential oracle puts right what it finds: the kernel's sensitive instructions end as they would
/// have in ring 0.
package final class RepairEngine: Engine {
  package let kind = EngineKind.repair
  private let images = OracleImages()

  package init() {}

  /// The guest's programs in ring 3 must not be able to tell either: what they can see of the monitor's
  /// tables and flags is stopped at, but is no event.
  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) {
    (monitor.guest.cpl == 3 ? .user : .all, false)
  }

  package func handleSensitive(_ monitor: Monitor) {
    if monitor.guest.cpl == 3 { return monitor.performUnseen() }
    guard let comparison = monitor.evaluateTwice(.virtual, images) else { return }
    let difference = comparison.isSilentFailure ? Difference(comparison) : nil
    monitor.settleWrites()
    monitor.note(comparison, difference)
    if comparison.fault != nil { monitor.performUnseen() }
  }
}
