import BusKit
import Foundation
import Inspect
import Lab
import PC

/// Follows a run in the laboratory, on the machine's thread: lets records out, and changes engines.
final class LabObserver: SliceObserver {
  private let plan: LabPlan
  private let conductor: Conductor
  private let log: LabLog
  private let onReport: @Sendable (LabReport) -> Void
  private(set) var laboratory: Laboratory

  private var pendingSwitches: ArraySlice<LabPlan.Switch>
  private var streams: [StreamWatcher] = []
  private var screen: ScreenWatcher?
  private var textIsFound = false
  /// The last line that came from COM1 or the debug console.
  private var lastLine = LastLine()

  /// - Parameter onReport: called on the machine's thread when the run has ended.
  init(
    _ plan: LabPlan, _ machinePlan: Plan, _ conductor: Conductor, _ machine: Machine,
    onReport: @escaping @Sendable (LabReport) -> Void
  ) throws(ConfigurationError) {
    self.plan = plan
    self.conductor = conductor
    self.onReport = onReport
    log = try LabLog(plan, isRawTerminal: machinePlan.serial.contains(.stdio))
    pendingSwitches = plan.switches[...]
    laboratory = Laboratory(machine, engine: plan.engine, options: plan.options)
    connect(machine)
  }

  private func connect(_ machine: Machine) {
    laboratory.sampleInstructions(natively: plan.samplesNatively)
    if plan.checksConsent { laboratory.checkConsent() }
    log.watch(laboratory, plan.filters)
    for breakpoint in plan.breakpoints {
      laboratory.watch([breakpoint]) { [unowned machine] record in
        machine.requestStop(.breakpoint("\(breakpoint.text): \(record.text)"))
      }
    }
    listen(\.serial, 0, machine)
    listen(\.debugConsole, 1, machine)
    awaitSwitch(machine)
  }

  /// Hears what the conductor hears.
  private func listen(
    _ output: WritableKeyPath<Machine.Outputs, ((UInt8) -> Void)?>, _ stream: Int,
    _ machine: Machine
  ) {
    let inner = machine.outputs[keyPath: output]
    machine.outputs[keyPath: output] = { [unowned self, unowned machine] byte in
      inner?(byte)
      lastLine.feed(byte)
      guard streams.indices.contains(stream), streams[stream].feed(byte) else { return }
      textIsFound = true
      machine.endSlice()
    }
  }

  // MARK: Switches

  private func awaitSwitch(_ machine: Machine) {
    streams = []
    screen = nil
    textIsFound = false
    guard case .text(let text)? = pendingSwitches.first?.when else { return }
    streams = [StreamWatcher(text), StreamWatcher(text)]
    screen = ScreenWatcher(text, baseline: machine.textScreen())
  }

  private func switchIfDue(_ machine: Machine) {
    while let next = pendingSwitches.first {
      switch next.when {
      case .time(let seconds):
        let ticks = seconds * Double(machine.configuration.clock.hertz)
        guard Double(machine.now) >= ticks else { return }
      case .text:
        if !textIsFound, screen != nil, let text = machine.textScreen() {
          textIsFound = screen?.look(at: text) ?? false
        }
        guard textIsFound else { return }
      }
      pendingSwitches.removeFirst()
      laboratory.use(next.engine)
      awaitSwitch(machine)
    }
  }

  // MARK: SliceObserver

  func machineReplaced(by machine: Machine) {
    conductor.machineReplaced(by: machine)
    laboratory = Laboratory(machine, engine: plan.engine, options: plan.options)
    pendingSwitches = plan.switches[...]
    connect(machine)
  }

  func sliceEnded(_ machine: Machine) -> Session.Ending.Cause? {
    log.flush()
    if let failure = log.failure { return .failed(failure) }
    let verdict = conductor.sliceEnded(machine)
    if verdict == nil { switchIfDue(machine) }
    return verdict
  }

  func runEnded(
    _ machine: Machine, _ cause: Session.Ending.Cause
  ) throws(ConfigurationError) {
    var report = laboratory.report()
    report.missedSwitches = pendingSwitches.count
    report.lastLine = lastLine.text
    onReport(report)
    try conductor.runEnded(machine, cause)
    try log.close()
    if let path = plan.summaryPath { try HostFile.write(report.json, to: path) }
    if let path = plan.translationPath {
      try HostFile.write(Array(laboratory.translations.utf8), to: path)
    }
  }
}

/// The last line with something on it of what the guest has said.
struct LastLine {
  private var present: [UInt8] = []
  private var former: [UInt8] = []

  mutating func feed(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      if present.contains(where: { $0 > 0x20 }) { former = present }
      present = []
    } else if present.count < 400 {
      present.append(byte)
    }
  }

  /// Without control characters.
  var text: String {
    let line = present.contains { $0 > 0x20 } ? present : former
    return String(decoding: line.filter { $0 >= 0x20 && $0 < 0x7F }, as: UTF8.self)
  }
}
