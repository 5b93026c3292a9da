import BusKit
import Foundation
import Lab
import PC

/// `ringone lab verify`: the same run natively and under an engine, compared at equal ticks.
enum LabVerify {
  static let word = "verify"

  private static let help = """
    USAGE: ringone lab verify [--engine ENGINE] [--checkpoints N] [--locate] [OPTION...] [IMAGE...]

    Runs the machine natively and under ENGINE (elegant by default), with the same script, and compares
    memory, processor and devices at N ticks (1000 by default) spread evenly over the run. The run ends
    with the script (--until, --type), with the guest, or at --max-cycles.
      --locate   narrow a first difference down to one instruction
    Every other option is the ordinary one. The exit status is 0 when no checkpoint differs, and 79 when
    one does.
    """

  static func run(
    _ words: [String], environment: [String: String]
  ) throws(ConfigurationError) -> Int32 {
    var words = words
    if words.contains("--help") || words.contains("-h") {
      print(help)
      return ExitStatus.success
    }
    var engine = EngineKind.elegant
    if let word = try value(of: "--engine", in: &words) {
      guard let kind = EngineKind(rawValue: word) else {
        throw ConfigurationError(
          .usage, "--engine \(word)", cause: "there is no such engine",
          mend: EngineKind.allCases.map(\.rawValue).joined(separator: ", ") + " exist")
      }
      engine = kind
    }
    var checkpoints = 1000
    if let word = try value(of: "--checkpoints", in: &words) {
      guard let count = Int(word), (1...1_000_000).contains(count) else {
        throw ConfigurationError(
          .usage, "--checkpoints \(word)", cause: "this is no number of checkpoints",
          mend: "give one from 1 to 1000000")
      }
      checkpoints = count
    }
    let locates = words.contains("--locate")
    words.removeAll { $0 == "--locate" }
    if !words.contains("-display") { words += ["-display", "none"] }
    guard let arguments = try Command.parse(words) else { return ExitStatus.success }
    var plan = try Plan(arguments, words: words, environment: environment)
    guard !plan.writesThrough else {
      throw ConfigurationError(
        .usage, "--rw", cause: "two machines cannot write to one image",
        mend: "leave it out: what they write is kept in memory")
    }
    guard !plan.steps.isEmpty || plan.cycleLimit != .max else {
      throw ConfigurationError(
        .usage, "lab verify", cause: "the run has no end",
        mend: "give --until TEXT or --max-cycles N")
    }
    plan.serial = [.none, .none]
    plan.parallel = .none
    plan.debugConsole = .none
    plan.printsScreen = false
    let script = plan
    let equivalence = Equivalence(engine) { () throws(ConfigurationError) in
      let machine = try Machine(script.configuration)
      return (machine, try Conductor(script, machine: machine) { _ in })
    }
    let report = try equivalence.run(
      checkpoints: checkpoints, limit: plan.cycleLimit, locates: locates)
    for line in describe(report) { print(line) }
    return report.isEquivalent ? ExitStatus.success : ExitStatus.difference
  }

  /// Takes an option and its value out of the words.
  private static func value(
    of option: String, in words: inout [String]
  ) throws(ConfigurationError) -> String? {
    guard let at = words.firstIndex(of: option) else { return nil }
    guard at + 1 < words.count else {
      throw ConfigurationError(
        .usage, option, cause: "its value is missing", mend: "'ringone lab verify --help' explains")
    }
    defer { words.removeSubrange(at...at + 1) }
    return words[at + 1]
  }

  private static func describe(_ report: Equivalence.Report) -> [String] {
    func words(_ ending: Session.Ending.Cause?) -> String {
      ending.map { Outcome($0, pendingStep: nil).cause } ?? "cut off"
    }
    var lines = [
      "\(report.engine.rawValue): \(report.checkpoints) checkpoints over \(report.length) ticks, \(report.differing) differ"
    ]
    if report.nativeEnding != report.engineEnding, report.first == nil {
      lines.append(
        "endings: \(words(report.nativeEnding)), \(words(report.engineEnding))")
    } else {
      lines.append("ending: \(words(report.nativeEnding))")
    }
    if let first = report.first {
      lines.append("equal at tick \(first.lastEqual), not at tick \(first.tick); native first:")
      lines += first.details.map { "  \($0)" }
    }
    return lines
  }
}
