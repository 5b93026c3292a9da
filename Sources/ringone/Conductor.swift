import Chips
import Inspect
import PC

/// Follows a run on the machine's thread: lets bytes out, and works through the script.
final class Conductor: SliceObserver {
  private let steps: [ScriptStep]
  private var next = 0
  private var streams: [StreamWatcher] = []
  private var screen: ScreenWatcher?
  private var isFound = false
  /// The text was found on the screen, not in a stream.
  private var wasOnScreen = false
  private let outputs: Outputs
  private let plan: Plan
  /// Told of the step that the run is waiting for.
  private let onStep: @Sendable (String?) -> Void

  /// Sources of bytes in which `--until` looks.
  private enum Stream: Int, CaseIterable { case serial, debugConsole }

  init(
    _ plan: Plan, machine: Machine, onStep: @escaping @Sendable (String?) -> Void
  ) throws(ConfigurationError) {
    self.plan = plan
    steps = plan.steps
    self.onStep = onStep
    outputs = try Outputs(plan)
    connect(machine)
    begin(machine)
  }

  private func connect(_ machine: Machine) {
    let outputs = outputs
    machine.outputs.serial = { [unowned self, unowned machine] byte in
      outputs.serial[0]?.write(byte)
      watch(byte, .serial, machine)
    }
    machine.outputs.serial2 = { outputs.serial[1]?.write($0) }
    machine.outputs.parallel = { outputs.parallel?.write($0) }
    machine.outputs.debugConsole = { [unowned self, unowned machine] byte in
      outputs.debugConsole?.write(byte)
      watch(byte, .debugConsole, machine)
    }
    // What appears after the last key counts, and the guest may answer it at once.
    machine.onLastKey = { [unowned self, unowned machine] in
      guard next < steps.count, case .type = steps[next] else { return }
      next += 1
      begin(machine)
    }
  }

  /// Begins the step at ``next``.
  private func begin(_ machine: Machine) {
    let found = screen.flatMap { wasOnScreen ? $0 : nil }
    streams = []
    screen = nil
    isFound = false
    wasOnScreen = false
    guard next < steps.count else { return onStep(nil) }
    onStep(steps[next].description)
    switch steps[next] {
    case .until(let text):
      streams = Stream.allCases.map { _ in StreamWatcher(text) }
      screen =
        found.map { ScreenWatcher(text, after: $0) }
        ?? ScreenWatcher(text, baseline: machine.textScreen())
    case .type(let keys):
      guard !keys.isEmpty else {
        next += 1
        return begin(machine)
      }
      machine.apply(.typing(keys))
    }
  }

  private func watch(_ byte: UInt8, _ stream: Stream, _ machine: Machine) {
    guard streams.indices.contains(stream.rawValue), !isFound else { return }
    guard streams[stream.rawValue].feed(byte) else { return }
    isFound = true
    // The slice need not run on: what comes next belongs to the next step.
    machine.endSlice()
  }

  func machineReplaced(by machine: Machine) {
    connect(machine)
    begin(machine)
  }

  func sliceEnded(_ machine: Machine) -> Session.Ending.Cause? {
    outputs.flush()
    if let failure = outputs.failure { return .failed(failure) }
    guard next < steps.count else { return nil }
    if !isFound, screen != nil, let text = machine.textScreen() {
      wasOnScreen = screen?.look(at: text) ?? false
      isFound = wasOnScreen
    }
    guard isFound else { return nil }
    next += 1
    // A script that ends in typing leaves the machine to whoever comes next.
    if next == steps.count { return .scriptDone }
    begin(machine)
    return nil
  }

  func runEnded(
    _ machine: Machine, _ cause: Session.Ending.Cause
  ) throws(ConfigurationError) {
    defer { outputs.flush() }
    if plan.printsScreen {
      outputs.standardOutput.write(machine.textScreen().map { Array($0.text.utf8) } ?? [])
    }
    if let path = plan.screenshot {
      try HostFile.write(picture(machine, path), to: path)
    }
    try outputs.close()
  }

  private func picture(_ machine: Machine, _ path: String) throws(ConfigurationError) -> [UInt8] {
    do throws(PNGError) {
      return try PNG.encode(machine.frame())
    } catch {
      throw ConfigurationError(
        .output, path, cause: "no picture can be taken (\(error.description))",
        mend: "take it while the screen shows something")
    }
  }
}
