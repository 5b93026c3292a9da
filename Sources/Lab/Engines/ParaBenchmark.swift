import BusKit
public import PC

/// What a page-table update costs, alone and in company: the teaching kernel makes 512 of them, one, two,
/// four to 512 at a time, and the exits in between are counted and priced.
///
/// The ported kernel makes each batch one `mmu_update`. The unported one stores its entries, and whichever
/// engine watches has a trap for each store to a page table that is in use, and a miss when the page
/// is looked at.
public struct UpdateBatches: Codable, Equatable, Sendable {
  /// 512 updates, so many at a time.
  public struct Row: Codable, Equatable, Sendable {
    public var batchSize: Int
    public var updates: Int
    /// Hypercalls of the ported kernel, traced stores of the other.
    public var exits: Int
    /// Misses in shadow tables: none where the hardware walks the guest's own.
    public var misses: Int
    /// The machine's, beyond the guest's own instructions.
    public var cycles: UInt64

    public var exitsPerUpdate: Double { Double(exits) / Double(updates) }
    public var cyclesPerUpdate: Double { Double(cycles) / Double(updates) }
  }

  public var engine: EngineKind
  public var rows: [Row] = []

  /// The kernel's option for this, set in a copy of its image.
  public static func image(_ kernel: [UInt8]) -> [UInt8] {
    var image = kernel
    // Bit 18 of the option word at offset 8.
    if image.count > 10 { image[10] |= 4 }
    return image
  }

  /// Runs a machine whose floppy is such an image until the last batch, or for a minute of the guest's.
  public static func measure(
    _ machine: Machine, engine: EngineKind, costs: CostProfile = .pentium4
  ) -> UpdateBatches {
    var options = EngineOptions()
    options.costs = costs
    let laboratory = Laboratory(machine, engine: engine, options: options)
    var result = UpdateBatches(engine: engine)
    var line = ""
    var began: Snapshot?
    machine.outputs.serial = { [unowned machine] byte in
      guard byte == 10 else { return line.unicodeScalars.append(Unicode.Scalar(byte)) }
      if let size = batchSize(line) {
        began = Snapshot(laboratory, batchSize: size)
      } else if line.hasPrefix("counted"), let start = began {
        result.rows.append(start.row(to: Snapshot(laboratory, batchSize: 0), costs))
        began = nil
        if result.rows.count == sizes.count { machine.requestStop() }
      }
      line = ""
    }
    _ = machine.run(until: machine.scheduler.now &+ machine.configuration.clock.hertz * 60)
    machine.outputs.serial = nil
    return result
  }

  /// Updates at a time, in the kernel's order.
  public static let sizes = (0...9).map { 1 << $0 }
  static let updateCount = 512

  private static func batchSize(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    guard line.hasPrefix("page table entries, "), words.count > 3 else { return nil }
    return Int(words[3])
  }

  private struct Snapshot {
    let batchSize: Int
    let hypercalls: Int
    let traces: Int
    let misses: Int
    let updates: Int
    let engine: EngineKind

    init(_ laboratory: Laboratory, batchSize: Int) {
      self.batchSize = batchSize
      let classes = laboratory.journal.counts.byClass
      let para = laboratory.monitor?.engine as? ParaEngine
      hypercalls = classes[.hypercall] ?? 0
      traces = classes[.trace] ?? 0
      misses = classes[.hidden] ?? 0
      updates = para?.counts.pageTableUpdates ?? 0
      engine = laboratory.engine
    }

    func row(to end: Snapshot, _ costs: CostProfile) -> Row {
      let hypercalls = end.hypercalls - hypercalls
      let traces = end.traces - traces
      let misses = end.misses - misses
      let updates = end.updates - updates
      func price(_ count: Int, _ exitClass: ExitClass) -> UInt64 {
        UInt64(count) * CostRule.exit(exitClass, engine).cycles(costs)
      }
      return Row(
        batchSize: batchSize, updates: UpdateBatches.updateCount, exits: hypercalls + traces,
        misses: misses,
        cycles: price(hypercalls, .hypercall) + price(traces, .trace) + price(misses, .hidden)
          + UInt64(updates) * costs[.tableUpdate])
    }
  }

  // MARK: The comparison

  /// From how many updates at a time on a batch is cheaper than a trap for each of them, the miss that
  /// follows left out: hypercall / (trap - update). Nil if it never is.
  public static func breakEven(_ costs: CostProfile) -> Double? {
    let trap = CostRule.exit(.trace, .elegant).cycles(costs)
    guard trap > costs[.tableUpdate] else { return nil }
    return Double(CostRule.exit(.hypercall, .para).cycles(costs))
      / Double(trap - costs[.tableUpdate])
  }

  /// Both in one table, for a terminal.
  public static func report(
    batched: UpdateBatches, trapped: UpdateBatches, costs: CostProfile = .pentium4
  ) -> String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func number(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
    var lines = [
      "cycles for each page-table update, profile \(costs.name); exits for each in brackets",
      column("at a time", 9) + column("para", 20) + column("\(trapped.engine)", 24)
        + column("misses there", 14),
    ]
    for (batch, trap) in zip(batched.rows, trapped.rows) {
      lines.append(
        column("\(batch.batchSize)", 9)
          + column("\(number(batch.cyclesPerUpdate)) [\(number(batch.exitsPerUpdate))]", 20)
          + column("\(number(trap.cyclesPerUpdate)) [\(number(trap.exitsPerUpdate))]", 24)
          + column("\(trap.misses)", 14))
    }
    if let even = breakEven(costs) {
      lines.append("a batch is cheaper than a trap for each entry from \(number(even)) on")
    }
    let givenUp = zip(batched.rows, trapped.rows).first { $0.cycles > $1.cycles }
    if let size = givenUp?.0.batchSize {
      lines.append("from \(size) on \(trapped.engine) no longer watches a table so much written to")
    }
    return lines.joined(separator: "\n")
  }
}
