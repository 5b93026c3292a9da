import BusKit
import X86
import X86Decode

/// What the translator has done, for the summary and the log.
struct TranslationReport {
  /// How often the decision function changed its mind to each reason, and how many ticks each held.
  private(set) var switches: [DecisionFunction.Reason: Int] = [:]
  private(set) var residency: [DecisionFunction.Reason: Ticks] = [:]

  var entries = 0
  var exits = 0
  var misses = 0
  var callOuts = 0
  var simulatedStores = 0
  var untranslatable = 0
  var byOperation: [X86Decode.Operation: Int] = [:]

  mutating func switched(
    from former: DecisionFunction.Reason?, to reason: DecisionFunction.Reason, after ticks: Ticks
  ) {
    switches[reason, default: 0] += 1
    if let former { residency[former, default: 0] += ticks }
  }

  /// Stores that were noticed because their page is watched.
  func traceFaults(_ monitor: Monitor) -> Int { monitor.journal.counts.byClass[.trace] ?? 0 }

  /// By what factor simulated stores have lowered the number of trace faults.
  func traceFactor(_ monitor: Monitor) -> Double {
    let faults = traceFaults(monitor)
    return Double(faults + simulatedStores) / Double(max(1, faults))
  }

  /// A new translation.
  func made(_ block: TranslatedBlock, _ cache: TranslationCache, _ monitor: Monitor) {}
}
