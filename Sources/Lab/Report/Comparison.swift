import Foundation

/// The same guest under several engines.
public struct LabComparison: Codable, Sendable {
  /// One of the runs.
  public struct Run: Codable, Sendable {
    public var engine: EngineKind
    public var image: String
    /// Whether it came to the end that was asked for.
    public var isReached: Bool
    /// How it ended, and why if not as it should: "the text appeared", "guest exit 1: panic: ...".
    public var ending: String
    /// About how many instructions of the guest were executed; nil if the native run gave no rate.
    public var instructions: Double?
    /// The guest's clocks, and those in which it had something to do.
    public var ticks: UInt64
    public var busyTicks: UInt64
    public var exits: Int
    /// Nil when nobody looked: only audit and repair have the oracle.
    public var silentFailures: Int?
    /// The monitor's, by the cost profile.
    public var machineCycles: UInt64
    /// Busy clocks and the monitor's cycles over the native run's busy clocks; nil if either did not get
    /// there.
    public var slowdown: Double?
    /// How long the emulator itself took.
    public var hostSeconds: Double
    public var report: LabReport

    public init(
      engine: EngineKind, image: String, isReached: Bool, ending: String, hostSeconds: Double,
      report: LabReport
    ) {
      self.engine = engine
      self.image = image
      self.isReached = isReached
      self.ending = ending
      self.hostSeconds = hostSeconds
      self.report = report
      ticks = report.ticks
      busyTicks = report.ticks &- min(report.ticks, report.idleTicks)
      exits = report.exits
      let hasOracle = engine == .audit || engine == .repair
      silentFailures = hasOracle || report.silentCount > 0 ? report.silentCount : nil
      machineCycles = report.costs.cycles
    }
  }

  public var title: String
  public var costProfile: String
  public private(set) var runs: [Run] = []

  public init(title: String, costProfile: String) {
    self.title = title
    self.costProfile = costProfile
  }

  /// Adds a run. The native one comes first: others are measured against it.
  /// - Parameter instructionsPerTick: of the native run.
  public mutating func append(_ run: Run, instructionsPerTick: Double?) {
    var run = run
    run.instructions = instructionsPerTick.map { $0 * Double(run.busyTicks) }
    let native = run.engine == .native ? run : runs.first { $0.engine == .native }
    if let native, native.isReached, run.isReached, native.busyTicks > 0 {
      run.slowdown =
        (Double(run.busyTicks) + Double(run.machineCycles)) / Double(native.busyTicks)
    }
    runs.append(run)
  }

  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("numbers and strings can be encoded")
    }
    return Array(data) + [0x0A]
  }

  /// The table for a terminal, 100 columns.
  public var text: String {
    let widths = [10, 14, 11, 8, 15, 9, 8]
    func row(_ cells: [String]) -> String {
      var line = cells[0].padded(to: widths[0])
      for (cell, width) in zip(cells.dropFirst(), widths.dropFirst()) {
        line += cell.leftPadded(to: width)
      }
      return line + "  " + (cells.last ?? "")
    }
    var lines = [
      title,
      row(["engine", "instructions", "exits", "silent", "cycles", "slowdown", "host s", "end"]),
      String(repeating: "-", count: 100),
    ]
    for run in runs {
      lines.append(row(Self.cells(run) + [run.isReached ? "reached" : "NOT REACHED"]))
      lines += LabReport.wrapped(run.ending, indent: 12)
    }
    return (lines + [Self.legend(costProfile)]).joined(separator: "\n")
  }

  /// What the columns mean, for people.
  static func legend(_ profile: String) -> String {
    """

    instructions  the guest's, from its busy clocks and the native run's rate (sampled)
    silent        instructions that gave another result than in ring 0, without a fault; - nobody looked
    cycles        the guest's busy clocks and the monitor's cycles (cost profile \(profile))
    slowdown      cycles against the native run's
    host s        seconds that the emulator itself took
    """
  }

  static func cells(_ run: Run) -> [String] {
    [
      run.engine.rawValue,
      run.instructions.map { LabReport.grouped(Int($0)) } ?? "-",
      LabReport.grouped(run.exits),
      run.silentFailures.map { LabReport.grouped($0) } ?? "-",
      LabReport.grouped(Int(clamping: run.busyTicks &+ run.machineCycles)),
      run.slowdown.map { LabReport.decimal($0, 2) } ?? "-",
      LabReport.decimal(run.hostSeconds, 2),
    ]
  }
}
