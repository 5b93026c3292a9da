public import PC
import X86

/// A machine whose guest runs under a monitor.
public final class Laboratory {
  public let machine: Machine
  public let options: EngineOptions
  package private(set) var monitor: Monitor?
  package let journal = Journal()

  /// Puts a monitor under a machine; the next instruction is its first. With ``EngineKind/native`` there
  /// is none.
  public init(_ machine: Machine, engine: EngineKind, options: EngineOptions = EngineOptions()) {
    self.machine = machine
    self.options = options
    if options.onSilentFailure == .stop {
      journal.onSilentFailure = { [unowned machine] failure in
        machine.requestStop(.silentFailure(failure.description))
      }
    }
    journal.costs = CostAccount(options.costs)
    monitor = engine.make(options).map { Monitor(machine.cpu, engine: $0, journal: journal) }
  }

  /// The engine in service.
  public var engine: EngineKind { monitor?.engine.kind ?? .native }

  /// Changes the engine while the guest runs; the guest notices nothing.
  public func use(_ engine: EngineKind) {
    guard let next = engine.make(options) else {
      monitor?.detach()
      monitor = nil
      return
    }
    if let monitor {
      monitor.use(next)
    } else {
      monitor = Monitor(machine.cpu, engine: next, journal: journal)
    }
  }

  /// What the monitor's work has cost the machine so far.
  public var costs: CostAccount { journal.costs }

  /// Counts in a few lines.
  public var summary: String {
    let counts = journal.counts
    func list<Key>(_ values: [Key: Int], _ limit: Int) -> String {
      values.sorted { $0.value > $1.value }.prefix(limit).map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
    return """
      exits: \(list(counts.byClass, 20))
      reasons: \(list(counts.byReason, 20))
      instructions: \(list(counts.byOperation, 20))
      ports: \(list(counts.byPort, 12))
      guest ticks: \(counts.ticks)
      \(silentFailures)\(patchMap.map { "\n" + $0.listing(limit: 40) } ?? "")
      """
  }

  /// The silent failures, a line each, and what they led to.
  private var silentFailures: String {
    let found = journal.silent
    let sites = found.sites.values.sorted { $0.first.sequence < $1.first.sequence }
    return
      (["silent failures: \(found.count)"]
      + sites.prefix(40).map { site in
        "  \(site.first.description) (\(site.count))"
          + (site.symptom.map { " -> \($0.text)" } ?? "")
      } + found.symptoms.prefix(10).map { "symptom: \($0.text)" }).joined(separator: "\n")
  }
}
