import X86
import X86Decode

/// As ``NaiveEngine``, with the differential oracle watching: the hardware's result stands, and what it
/// got wrong is written down. A later symptom is traced back to the failure that led there.
package final class AuditEngine: Engine {
  package let kind = EngineKind.audit
  private let images = OracleImages()
  private var symptoms = SymptomFinder()

  package init() {}

  /// Programs of the guest's ring 3 run as they would without the oracle.
  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) {
    (monitor.guest.cpl == 3 ? .none : .all, false)
  }

  package func handleSensitive(_ monitor: Monitor) {
    guard let comparison = monitor.evaluateTwice(.machine, images) else { return }
    monitor.settleWrites()
    let difference = comparison.isSilentFailure ? Difference(comparison) : nil
    let sequence = monitor.note(comparison, difference)
    if let difference { symptoms.failed(comparison, difference, sequence) }
  }

  package func handle(_ interception: Interception, _ monitor: Monitor) -> Bool {
    if case .fault(let fault) = interception.cause, monitor.guest.cpl != 3 {
      symptoms.trapped(fault, monitor)
    }
    return false
  }

  package func emulated(_ instruction: Instruction?, hasFaulted: Bool, _ monitor: Monitor) {
    symptoms.emulated(instruction, hasFaulted: hasFaulted, monitor)
  }
}
