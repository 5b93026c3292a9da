public import PC
import X86

/// A machine whose guest runs under a monitor.
public final class Laboratory {
  public let machine: Machine
  public let options: EngineOptions
  package private(set) var monitor: Monitor?
  package let journal = Journal()
  private(set) var consent: ConsentWatch?
  /// The processor does not hold on to its executor.
  private var nativeSampler: NativeSampler?
  private var engineSince: UInt64
  private var ticksByEngine: [EngineKind: UInt64] = [:]
  private var engines: [EngineKind] = []
  private(set) var changes: [LabReport.EngineChange] = []

  /// Puts a monitor under a machine; the next instruction is its first. With ``EngineKind/native`` there
  /// is none.
  public init(
    _ machine: Machine, engine: EngineKind, options: EngineOptions = EngineOptions()
  ) {
    self.machine = machine
    self.options = options
    engineSince = machine.now
    if options.onSilentFailure == .stop {
      journal.onSilentFailure = { [unowned machine] failure in
        machine.requestStop(.silentFailure(failure.description))
      }
    }
    journal.costs = CostAccount(options.costs)
    monitor = engine.make(options).map { makeMonitor($0) }
  }

  private func makeMonitor(_ engine: any Engine) -> Monitor {
    let monitor = Monitor(machine.cpu, engine: engine, journal: journal)
    monitor.window.isEnabled = options.mapsPlainDevices
    monitor.onViolation = { [unowned machine] in
      machine.requestStop(.terminated($0.description))
    }
    monitor.consent = consent
    return monitor
  }

  /// The engine in service.
  public var engine: EngineKind { monitor?.engine.kind ?? .native }

  /// Changes the engine while the guest runs; the guest notices nothing.
  public func use(_ engine: EngineKind) {
    let former = self.engine
    ticksByEngine[former, default: 0] += machine.now &- engineSince
    if !engines.contains(former) { engines.append(former) }
    engineSince = machine.now
    if former != engine {
      changes.append(LabReport.EngineChange(tick: machine.now, from: former, to: engine))
    }
    guard let next = engine.make(options) else {
      monitor?.detach()
      monitor = nil
      return
    }
    if let monitor {
      monitor.use(next)
    } else {
      monitor = makeMonitor(next)
    }
  }

  // MARK: Watching

  /// Calls `action` with a record of each event that one of the filters matches, on the machine's thread.
  /// Records are made only for those who watch.
  public func watch(_ filters: [EventFilter] = [], action: @escaping (ExitRecord) -> Void) {
    journal.watches.append(EventWatch(filters, action: action))
  }

  /// From now on counts instructions in short stretches, for ``LabReport/efficiency``.
  /// - Parameter natively: also while there is no monitor, which is then not quite the ordinary machine's
  ///   speed.
  public func sampleInstructions(natively: Bool = false) {
    journal.sampler.start(
      at: machine.now,
      length: natively ? InstructionSampler.denseLength : InstructionSampler.usualLength)
    guard natively, monitor == nil else { return }
    let sampler = NativeSampler(machine.cpu, journal)
    nativeSampler = sampler
    machine.cpu.executor = sampler
  }

  /// From now on compares the machine's own state at each exit, for ``LabReport/violations``. Slow.
  public func checkConsent() {
    // The monitor's memory is long: not each time.
    consent = ConsentWatch(memoryPeriod: 1024)
    monitor?.consent = consent
  }

  /// What has happened so far.
  public func report() -> LabReport { LabReport(self) }

  /// The translations that the engine has in its cache, as text; empty for engines that have none. Of each
  /// block the guest's instructions, what became of each (sensitive ones have an asterisk), and the code.
  public var translations: String {
    guard let monitor, let engine = monitor.engine as? TranslateEngine else { return "" }
    return engine.listing(monitor)
  }

  /// Guest ticks under each engine, in the order of their first use.
  var timeByEngine: [LabReport.Time] {
    var ticks = ticksByEngine
    ticks[engine, default: 0] += machine.now &- engineSince
    let order = engines.contains(engine) ? engines : engines + [engine]
    return order.map { LabReport.Time(name: $0.rawValue, ticks: ticks[$0] ?? 0) }
  }
}
