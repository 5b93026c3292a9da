import BusKit
import Foundation
import PC
import X86
import X86Decode

/// What a run in the laboratory came to. ``text`` says it to people, ``json`` to programs.
public struct LabReport: Codable, Sendable {
  /// So many of something.
  public struct Tally: Codable, Equatable, Sendable {
    public var name: String
    public var count: Int
  }

  /// The silent failures of one instruction.
  public struct Silent: Codable, Equatable, Sendable {
    public var instruction: String
    public var count: Int
    /// Addresses at which it happened.
    public var siteCount: Int
    /// The first one: where, its bytes, and in what the results differ.
    public var firstCS: UInt16
    public var firstEIP: UInt64
    public var bytes: String
    public var disassembly: String
    public var ring0Result: String
    public var machineResult: String
    /// What it has led to, if that is known.
    public var symptom: String?
  }

  /// A stretch of time, in guest clocks.
  public struct Time: Codable, Equatable, Sendable {
    public var name: String
    public var ticks: UInt64
  }

  /// A change of engine.
  public struct EngineChange: Codable, Equatable, Sendable {
    public var tick: UInt64
    public var from: EngineKind
    public var to: EngineKind
  }

  public struct Costs: Codable, Equatable, Sendable {
    public var profile: String
    /// Machine cycles beyond the guest's own clocks.
    public var cycles: UInt64
    public var byClass: [Tally]
    /// Cycles of what is no exit, by the profile's parameter.
    public var byWork: [Tally]
    /// Accesses to ports and to devices' memory, and the cycles that they have cost.
    public var deviceRequests: UInt64
    public var deviceCycles: UInt64
    /// Commands given to hard disks.
    public var diskCommands: UInt64
    /// Between the monitor's world and a host's, each way.
    public var worldSwitches: UInt64
  }

  public struct Injections: Codable, Equatable, Sendable {
    /// External interrupts and NMIs delivered to the guest.
    public var count: Int
    /// Those that came while the guest had interrupts off: must be 0.
    public var whileMasked: Int
    /// Times that one was pending and had to wait for the guest, and for how many ticks.
    public var windows: Int
    public var windowTicks: UInt64
    public var longestWindow: UInt64
  }

  /// The properties of Popek and Goldberg (CACM 1974), as far as one run shows them.
  public struct Efficiency: Codable, Equatable, Sendable {
    /// Guest instructions: those of the sampled stretches, scaled to the whole. Nil if nothing was sampled.
    public var instructions: Double?
    /// The samples' rate.
    public var instructionsPerTick: Double?
    /// Those that the monitor executed in the guest's place.
    public var emulated: Double
    /// The share of those that needed no intervention, from 0 to 1.
    public var direct: Double?
    /// Stretches that were counted instruction by instruction.
    public var samples: Int
  }

  /// The engine at the end.
  public var engine: EngineKind
  public var model: String
  public var clockHertz: UInt64
  /// Guest clocks since power-on, and those in which the guest had nothing to do.
  public var ticks: UInt64
  public var idleTicks: UInt64

  public var exits: Int
  public var byClass: [Tally]
  public var byReason: [Tally]
  public var byInstruction: [Tally]
  /// Ports by number, in hexadecimal.
  public var byPort: [Tally]
  /// Pages of the guest's physical memory, hexadecimal addresses, the hottest.
  public var byPage: [Tally]
  public var transitions: Int

  public var silentCount: Int
  public var silent: [Silent]
  public var symptoms: [String]

  public var timeByPlan: [Time]
  public var timeByEngine: [Time]
  public var engineChanges: [EngineChange]
  /// Engine changes that were asked for and whose moment has not come.
  public var missedSwitches = 0

  public var injections: Injections
  public var costs: Costs
  public var efficiency: Efficiency
  /// Changes of the machine's own state that the guest made without the monitor's consent; nil when
  /// nobody looked.
  public var violations: Int?
  /// What the engine says of itself.
  public var remarks: [String]
  /// The last line that came from the guest, if somebody listened.
  public var lastLine = ""

  /// The time since power-on, for people.
  public var guestSeconds: String { Self.seconds(ticks, clockHertz) }

  /// What ought to be told on stderr.
  public var notices: [String] {
    var notices: [String] = []
    let hasHypercalls = byClass.contains { $0.name == ExitClass.hypercall.rawValue }
    if engine == .para, !hasHypercalls {
      notices.append(
        "para: the guest has made no hypercall; it wants a kernel ported to it, "
          + "as roms/lab/kernel-para.img is")
    }
    if missedSwitches > 0 {
      notices.append("--switch: \(missedSwitches) of the changes never came to pass")
    }
    return notices
  }

  /// The report as JSON, keys sorted, with a line feed at its end.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("numbers and strings can be encoded")
    }
    return Array(data) + [0x0A]
  }
}

extension LabReport {
  /// Pages beyond these are left out of the report.
  private static let pageLimit = 256

  init(_ laboratory: Laboratory) {
    let journal = laboratory.journal
    let counts = journal.counts
    let machine = laboratory.machine
    engine = laboratory.engine
    model = machine.configuration.model.name
    clockHertz = machine.configuration.clock.hertz
    ticks = machine.now
    idleTicks = machine.idleTicks
    exits = counts.total
    byClass = Self.tallies(counts.byClass) { $0.rawValue }
    byReason = Self.tallies(counts.byReason) { $0 }
    byInstruction = Self.tallies(
      Dictionary(counts.byOperation.map { ($0.key.reportName, $0.value) }, uniquingKeysWith: +)
    ) { $0 }
    byPort = Self.tallies(counts.byPort) { Self.hex(UInt64($0), 3) }
    byPage = Array(
      Self.tallies(counts.byPage) { Self.hex($0 << 12, 8) }.prefix(Self.pageLimit))
    transitions = counts.transitions
    silentCount = journal.silent.count
    silent = journal.silent.groups.map(Silent.init)
    symptoms = journal.silent.symptoms.map(\.text)
    timeByPlan = counts.ticks.map { Time(name: $0.key, ticks: $0.value) }.sorted {
      ($1.ticks, $0.name) < ($0.ticks, $1.name)
    }
    timeByEngine = laboratory.timeByEngine
    engineChanges = laboratory.changes
    let delivered = counts.injections
    injections = Injections(
      count: delivered.count, whileMasked: delivered.whileMasked, windows: delivered.windows,
      windowTicks: delivered.windowTicks, longestWindow: delivered.longestWindow)
    costs = Costs(
      profile: journal.costs.profile.name, cycles: journal.costs.total,
      byClass: Self.tallies(journal.costs.byClass.mapValues { Int(clamping: $0) }) { $0.rawValue },
      byWork: Self.tallies(journal.costs.byParameter.mapValues { Int(clamping: $0) }) {
        $0.rawValue
      },
      deviceRequests: journal.costs.deviceRequests, deviceCycles: journal.costs.deviceCycles,
      diskCommands: journal.costs.diskCommands, worldSwitches: journal.costs.worldSwitches)
    efficiency = Efficiency(counts, journal.sampler)
    violations = laboratory.consent?.violationCount
    remarks = laboratory.monitor?.engine.remarks ?? []
  }

  /// The most frequent first.
  private static func tallies<Key>(_ counts: [Key: Int], _ name: (Key) -> String) -> [Tally] {
    counts.map { Tally(name: name($0.key), count: $0.value) }.sorted {
      ($1.count, $0.name) < ($0.count, $1.name)
    }
  }

  static func hex(_ value: UInt64, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension LabReport.Silent {
  init(_ group: SilentFailures.Group) {
    self.init(
      instruction: group.operation.reportName, count: group.count, siteCount: group.siteCount,
      firstCS: group.first.cs, firstEIP: group.first.eip, bytes: group.first.bytes,
      disassembly: group.first.instruction, ring0Result: group.first.virtualResult,
      machineResult: group.first.machineResult, symptom: group.symptom?.text)
  }
}

extension LabReport.Efficiency {
  init(_ counts: Counts, _ sampler: InstructionSampler) {
    // An instruction that the monitor executed for the guest, once for each exit that ended so.
    let emulating: [ExitClass] = [
      .privileged, .trueFault, .trace, .device, .conflict, .interrupt, .patch, .agreed, .silent,
    ]
    let byClass = counts.byClass
    let once = emulating.reduce(0) { $0 + (byClass[$1] ?? 0) }
    let rate = sampler.instructionsPerTick
    let interpretedTicks = counts.interpretedTicks
    let interpreted = Double(interpretedTicks) * (rate ?? 0)
    emulated = Double(once) + interpreted
    samples = sampler.sampleCount
    instructionsPerTick = rate
    guard let rate else { return }
    let direct = Double(counts.directTicks) * rate
    instructions = max(direct, Double(once)) + interpreted
    self.direct = max(0, 1 - emulated / max(1, instructions ?? 1))
  }
}
