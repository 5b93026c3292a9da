import BusKit
import X86
import X86Decode

/// What the translator has done, for the summary.
struct TranslationReport {
  /// How often the decision function changed its mind to each reason, and how many ticks each held.
  private(set) var switches: [DecisionFunction.Reason: Int] = [:]
  private(set) var residency: [DecisionFunction.Reason: Ticks] = [:]

  /// Times that the hardware was taken into the cache.
  var entries = 0
  /// Exits that waited for their target's translation, and misses in the tables.
  var exits = 0
  var misses = 0
  var lookups = 0
  var inlined = 0
  var callOuts = 0
  var simulatedStores = 0
  /// Stores to watched pages that would have faulted.
  var avoidedTraceFaults = 0
  var traceFaults = 0
  /// Instructions that the virtual processor executed because there is no translation of them.
  var untranslatable = 0
  var byOperation: [X86Decode.Operation: Int] = [:]

  mutating func switched(
    from former: DecisionFunction.Reason?, to reason: DecisionFunction.Reason, after ticks: Ticks
  ) {
    switches[reason, default: 0] += 1
    if let former { residency[former, default: 0] += ticks }
  }

  /// By what factor simulated stores have lowered the number of trace faults.
  var traceFactor: Double {
    Double(traceFaults + avoidedTraceFaults) / Double(max(1, traceFaults))
  }

  func remarks(_ cache: TranslationCache, _ adaptation: Adaptation) -> [String] {
    let counts = cache.counts
    let kinds = TranslationKind.allCases
      .map { "\($0.rawValue) \(counts.instructions[$0] ?? 0)" }.joined(separator: ", ")
    let decisions = DecisionFunction.Reason.allCases.filter { switches[$0] != nil }
      .map {
        "\($0.isDirect ? "direct" : "translated"), \($0.rawValue): \(switches[$0] ?? 0) times, "
          + "\(residency[$0] ?? 0) ticks"
      }
    let busiest = byOperation.sorted { $0.value > $1.value }.prefix(12)
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let factor = Int((traceFactor * 10).rounded())
    return decisions + [
      "translations: \(counts.made) blocks (\(kinds)), \(cache.usedByteCount) bytes, "
        + "\(counts.killed) dropped, \(counts.flushes) flushes",
      "chains: \(counts.chained) made, \(counts.unchained) undone; indirect targets: \(lookups) "
        + "found, \(misses) missed, \(counts.tableClears) tables cleared",
      "entries: \(entries); inline: \(inlined); call-outs: \(callOuts) (\(busiest)); "
        + "not translatable: \(untranslatable)",
      "adaptation: \(adaptation.simulatedStores) simulated stores executed \(simulatedStores) times, "
        + "\(adaptation.reverted) reverted; trace faults \(traceFaults), avoided "
        + "\(avoidedTraceFaults): fewer by a factor of \(factor / 10).\(factor % 10); pages watched by "
        + "bytes: \(adaptation.mixedFrames)",
    ]
  }
}
