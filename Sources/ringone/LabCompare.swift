import ArgumentParser
import BusKit
import Foundation
import Lab
import PC
import Synchronization

/// `ringone lab compare`: the same guest under every engine.
struct LabCompareArguments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone lab compare",
    abstract: "Run the same guest under every engine, one after another, and compare.",
    usage: "ringone lab compare [--para-image IMAGE] [OPTION...] [IMAGE...]",
    discussion: """
      Each engine gets a machine of its own, fresh from power-on, with the same images and the same \
      script (--until, --type). A run is over when the script is done, when the guest ends itself \
      (ports F4h and F6h), or when it is stuck: halted for good, a triple fault, --timeout (60 seconds \
      for each engine if not given), or four times the guest time of the native run. All options of \
      'ringone' hold, without a window.

      EXAMPLES
        ringone lab compare roms/lab/kernel.img --para-image roms/lab/kernel-para.img
        ringone lab compare --until 'A:\\>' freedos.img --html freedos.html
        ringone lab compare --engines native,naive,elegant --json compare.json kernel.img
      """)

  @Option(
    help: ArgumentHelp(
      "Which engines, with commas between them. Default: all; para with --para-image only.",
      valueName: "engines"))
  var engines: String?
  @Option(
    name: .customLong("para-image"),
    help: ArgumentHelp("The image that para runs: a kernel ported to it.", valueName: "image"))
  var paraImage: String?
  @Option(
    name: .customLong("cost-profile"),
    help: ArgumentHelp(LabHelpText.costProfile, valueName: "name|file"))
  var costProfile: String?
  @Option(
    help: ArgumentHelp("Write the comparison, each run's summary included.", valueName: "file"))
  var json: String?
  @Option(
    help: ArgumentHelp(
      "Write one page with charts that needs no network and no scripts.", valueName: "file"))
  var html: String?
  @OptionGroup(visibility: .hidden) var machine: Arguments
}

enum LabCompare {
  static let word = "compare"
  private static let defaultTimeout = 60.0

  static func run(
    _ words: [String], environment: [String: String]
  ) throws(ConfigurationError) -> Int32 {
    guard let arguments: LabCompareArguments = try Subcommand.parse(words, name: "lab compare")
    else { return ExitStatus.success }
    var plan = try plan(arguments.machine, words, environment)
    let engines = try engines(arguments)
    for engine in engines where engine != .native {
      try LabPlan.check(plan.configuration, engine)
    }
    var options = EngineOptions()
    if let name = arguments.costProfile { options.costs = try LabPlan.profile(name) }
    var written: [(option: String, path: String)] = []
    if let path = arguments.json { written.append(("--json", path)) }
    if let path = arguments.html { written.append(("--html", path)) }
    try LabPlan.check(written, plan)
    var paraPlan: Plan?
    if let image = arguments.paraImage {
      var machine = arguments.machine
      machine.images = [image]
      paraPlan = try self.plan(machine, words, environment)
    }

    let names = plan.inputPaths.map { URL(fileURLWithPath: $0).lastPathComponent }
    var comparison = LabComparison(
      title: "The laboratory: \(names.isEmpty ? "the demo disk" : names.joined(separator: ", "))",
      costProfile: options.costs.name)
    var rate: Double?
    Signals.block()
    for engine in engines {
      let isPara = engine == .para && paraPlan != nil
      let runner = LabRunner(
        engine: engine, plan: isPara ? paraPlan ?? plan : plan, options: options)
      let result = try runner.run(timeout: plan.timeout ?? defaultTimeout)
      if engine == .native {
        rate = result.instructionsPerTick
        // A guest that lost its way is not to wait for the timeout.
        if plan.cycleLimit == .max, result.run.isReached {
          let limit = result.run.ticks &* 4 &+ plan.configuration.clock.hertz &* 2
          plan.cycleLimit = limit
          paraPlan?.cycleLimit = limit
        }
      }
      comparison.append(result.run, instructionsPerTick: rate)
      tell(result.run)
      if case .requested(.signal(let number)) = result.cause {
        return ExitStatus.signal + number
      }
    }
    print(comparison.text)
    if let path = arguments.json { try HostFile.write(comparison.json, to: path) }
    if let path = arguments.html { try HostFile.write(comparison.html, to: path) }
    return ExitStatus.success
  }

  /// Where nobody types and nothing is shown.
  private static func plan(
    _ arguments: Arguments, _ words: [String], _ environment: [String: String]
  ) throws(ConfigurationError) -> Plan {
    guard !arguments.disks.writesThrough else {
      throw ConfigurationError(
        .usage, "--rw", cause: "every engine is to find the same disks",
        mend: "leave it out: what the guests write is kept in memory")
    }
    var arguments = arguments
    arguments.ports.display = "none"
    var plan = try Plan(arguments, words: words, environment: environment)
    plan.serial = [.none, .none]
    plan.parallel = .none
    plan.debugConsole = .none
    plan.printsScreen = false
    plan.screenshot = nil
    plan.pacing = .maximum
    return plan
  }

  private static func engines(
    _ arguments: LabCompareArguments
  ) throws(ConfigurationError) -> [EngineKind] {
    guard let names = arguments.engines else {
      return EngineKind.allCases.filter { $0 != .para || arguments.paraImage != nil }
    }
    var engines: [EngineKind] = []
    for name in names.split(separator: ",", omittingEmptySubsequences: false) {
      let engine = try LabPlan.engine(String(name), "--engines \(names)")
      if !engines.contains(engine) { engines.append(engine) }
    }
    // Others are measured against it.
    return engines.filter { $0 == .native } + engines.filter { $0 != .native }
  }

  private static func tell(_ run: LabComparison.Run) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Command.complain(
      "\(run.engine.rawValue): \(run.isReached ? "reached" : "not reached"), \(run.ending)")
  }
}

/// One of the runs, on a thread of its own.
struct LabRunner {
  struct Result {
    var run: LabComparison.Run
    var cause: Session.Ending.Cause
    var instructionsPerTick: Double?
  }

  let engine: EngineKind
  let plan: Plan
  let options: EngineOptions

  func run(timeout: Double) throws(ConfigurationError) -> Result {
    let found = Mutex<LabReport?>(nil)
    let session = Session()
    let (machinePlan, labPlan) = (
      plan, LabPlan(engine: engine, options: options, samplesNatively: true)
    )
    Signals.watch(session.mailbox) {}
    let began = ContinuousClock.now
    session.start(
      plan.configuration, pacing: .maximum, publishesFrames: false, cycleLimit: plan.cycleLimit
    ) { machine throws(ConfigurationError) in
      let conductor = try Conductor(machinePlan, machine: machine) { _ in }
      return try LabObserver(labPlan, machinePlan, conductor, machine) { report in
        found.withLock { $0 = report }
      }
    }
    let timer = Thread {
      Thread.sleep(forTimeInterval: timeout)
      session.mailbox.requestStop(.timeout)
    }
    timer.start()
    let ending = session.waitForEnding()
    let elapsed = ContinuousClock.now - began
    if case .failed(let error) = ending.cause { throw error }
    guard let report = found.withLock({ $0 }) else {
      preconditionFailure("a run that has begun reports when it ends")
    }
    let (isReached, words) = describe(ending.cause, report)
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let images = plan.inputPaths.map { URL(fileURLWithPath: $0).lastPathComponent }
    return Result(
      run: LabComparison.Run(
        engine: engine, image: images.joined(separator: ", "), isReached: isReached, ending: words,
        hostSeconds: seconds, report: report),
      cause: ending.cause, instructionsPerTick: report.efficiency.instructionsPerTick)
  }

  /// Whether the run came to its end, and how it ended in words.
  private func describe(
    _ cause: Session.Ending.Cause, _ report: LabReport
  ) -> (isReached: Bool, words: String) {
    var isReached = false
    var words: String
    switch cause {
    case .scriptDone:
      isReached = true
      words = plan.steps.last.map { "\($0.description) done" } ?? "done"
    case .machine(.guestExit(let status)):
      isReached = status == 0 && plan.steps.isEmpty
      words = "the guest ended itself with status \(status)"
    case .machine(.halted): words = "it hangs at HLT with interrupts off"
    case .machine(.tripleFault): words = "triple fault"
    case .machine(.deadline), .cycleLimit:
      words = "it is still not there after \(report.guestSeconds) of guest time"
    case .requested(.timeout): words = "--timeout"
    default: words = Outcome(cause, pendingStep: nil).message ?? "ended"
    }
    guard !isReached else { return (true, words) }
    if !report.lastLine.isEmpty { words += "; last line: \"\(report.lastLine)\"" }
    if let symptom = report.silent.compactMap(\.symptom).first {
      words += "; after a silent failure: \(symptom)"
    } else if let first = report.silent.first {
      words += "; silent failures, most of \(first.instruction)"
    }
    return (false, words)
  }
}
