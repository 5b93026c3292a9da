import BusKit
public import PC
import X86

/// What the window shows of a laboratory while it runs.
public struct LaboratoryGauge: Sendable {
  /// When exits were last counted, and how many there were.
  private var mark: (tick: Ticks, exits: Int) = (0, 0)
  /// Per second of guest time.
  private var rate: UInt64?

  public init() {}

  /// - Returns: a few lines of at most 24 characters; the alarms are the silent failures.
  public mutating func annotation(of laboratory: Laboratory) -> Session.Annotation {
    let machine = laboratory.machine
    let counts = laboratory.journal.counts
    measure(machine, exits: counts.total)
    let silent = counts.byClass[.silent] ?? 0
    var lines = ["engine  \(laboratory.engine.rawValue)", "ring    \(Self.ring(laboratory))"]
    if laboratory.engine != .native {
      lines.append("exits/s \(rate.map(CostReport.grouped) ?? "-")")
      lines.append("silent  \(CostReport.grouped(UInt64(silent)))")
    }
    return Session.Annotation(lines: lines, alarmCount: silent)
  }

  /// A new rate every quarter of a second, so that it can be read.
  private mutating func measure(_ machine: Machine, exits: Int) {
    let now = machine.now
    let second = machine.configuration.clock.hertz
    if now < mark.tick || exits < mark.exits {
      // Another machine, or another count.
      mark = (now, exits)
      rate = nil
    }
    guard now &- mark.tick >= second / 4 else { return }
    let passed = Double(now &- mark.tick) / Double(second)
    rate = UInt64((Double(exits - mark.exits) / passed).rounded())
    mark = (now, exits)
  }

  /// The level that the guest believes in, and the one that it has.
  private static func ring(_ laboratory: Laboratory) -> String {
    let cpu = laboratory.machine.cpu
    let virtual = cpu.cr0 & 1 == 0 ? "real mode" : cpu.isV86 ? "v8086" : "\(cpu.cpl)"
    guard let monitor = laboratory.monitor else { return virtual }
    switch monitor.present {
    case .interpret?: return "\(virtual) (interpreted)"
    case .engine?: return "\(virtual) (\(laboratory.engine.rawValue))"
    case .direct?, nil:
      let isV86 = cpu.cr0 & 1 == 0 || cpu.isV86
      return isV86 ? "\(virtual) -> v8086" : "\(virtual) -> \(Compression.ring(cpu.cpl))"
    }
  }
}

extension EngineKind {
  /// The engine that a person who asks for another gets; ``para`` runs ported kernels only and comes back
  /// to the first.
  public var next: EngineKind {
    switch self {
    case .native: .naive
    case .naive: .audit
    case .audit: .repair
    case .repair: .elegant
    case .elegant: .patch
    case .patch: .translate
    case .translate, .para: .native
    }
  }
}
