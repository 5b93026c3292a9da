import ArgumentParser
import Desktop
import Foundation
import PC
import Synchronization

/// The command from its first word to its exit status.
enum Command {
  static func run(_ words: [String], environment: [String: String]) -> Int32 {
    let resultPath = resultPath(words)
    do throws(ConfigurationError) {
      if words.first == ConformCommand.word {
        return try ConformCommand.run(Array(words.dropFirst()))
      }
      if words.first == RecordCommand.word {
        return try RecordCommand.run(Array(words.dropFirst()))
      }
      if words.first == LabCommand.word {
        return try LabCommand.run(
          Array(words.dropFirst()), environment: environment, resultPath: resultPath)
      }
      guard let arguments = try parse(words) else { return ExitStatus.success }
      let plan = try Plan(arguments, words: words, environment: environment)
      for notice in plan.notices { complain(notice) }
      return try run(plan, resultPath: resultPath)
    } catch {
      return finish(.failure(error), resultPath: resultPath)
    }
  }

  /// Nil when the words asked for help or the version, which has then been printed.
  static func parse(_ words: [String]) throws(ConfigurationError) -> Arguments? {
    do {
      return try Arguments.parse(words)
    } catch {
      guard Arguments.exitCode(for: error) != .success else {
        print(Arguments.fullMessage(for: error))
        return nil
      }
      // The first sentence says what is wrong; a "Did you mean" goes further than it helps.
      let lines = Arguments.message(for: error).split(separator: "\n")
      let message = lines.first.map(String.init) ?? "the words make no sense"
      let cause = message.components(separatedBy: ". ")[0]
      throw ConfigurationError(
        .usage, "command line", cause: cause.hasSuffix(".") ? String(cause.dropLast()) : cause,
        mend: "'ringone --help' explains every option")
    }
  }

  static func run(
    _ plan: Plan, resultPath: String?,
    hasOverlay: Bool = false,
    observe:
      @escaping @Sendable (Machine, Conductor) throws(ConfigurationError) -> any SliceObserver = {
        $1
      }
  ) throws(ConfigurationError) -> Int32 {
    Signals.block()
    let session = Session()
    let terminal = Terminal(mailbox: session.mailbox)
    let window =
      plan.display == .window
      ? try Window(
        session, name: "RingOne", requests: WindowRequests(plan, session: session).requests,
        hasOverlay: hasOverlay) : nil
    Signals.watch(session.mailbox) { terminal.restore() }
    let usesTerminal = plan.serial.contains(.stdio)
    if usesTerminal { terminal.start() }
    defer { terminal.restore() }

    let step = PendingStep()
    session.start(
      plan.configuration, pacing: plan.pacing, publishesFrames: window != nil,
      sampleRate: window?.sampleRate, cycleLimit: plan.cycleLimit
    ) { machine throws(ConfigurationError) in
      if plan.isVerbose {
        machine.outputs.log = { complain($0) }
      }
      return try observe(machine, Conductor(plan, machine: machine) { step.set($0) })
    }
    if let timeout = plan.timeout {
      endLater(session, after: timeout) {
        terminal.restore()
        let outcome = Outcome(.requested(.timeout), pendingStep: step.description)
        _exit(finish(outcome, resultPath: resultPath, cycle: session.status.now))
      }
    }
    let ending = window?.run() ?? session.waitForEnding()
    terminal.restore()
    let outcome = Outcome(ending.cause, pendingStep: step.description)
    return finish(
      outcome, resultPath: resultPath, cycle: ending.cycle, stateHash: ending.stateHash)
  }

  /// Asks for the end when `timeout` seconds have passed. A machine that does not get there, because
  /// nobody reads what it writes, is left behind some seconds later.
  private static func endLater(
    _ session: Session, after timeout: Double, orElse leave: @escaping @Sendable () -> Void
  ) {
    let thread = Thread {
      Thread.sleep(forTimeInterval: timeout)
      session.mailbox.requestStop(.timeout)
      Thread.sleep(forTimeInterval: 5)
      if session.ending == nil { leave() }
    }
    thread.name = "timeout"
    thread.start()
  }

  /// Tells how it ended, on stderr and in the result file, and gives the exit status.
  private static func finish(
    _ outcome: Outcome, resultPath: String?, cycle: UInt64 = 0, stateHash: String? = nil
  ) -> Int32 {
    if let message = outcome.message { complain(message) }
    guard let resultPath else { return outcome.status }
    do throws(ConfigurationError) {
      try ResultFile(outcome, cycle: cycle, stateHash: stateHash).write(to: resultPath)
    } catch {
      complain(error.description)
      return outcome.status == ExitStatus.success
        ? ExitStatus.status(of: error.kind) : outcome.status
    }
    return outcome.status
  }

  /// The `--result` path, found even in a command line that does not parse.
  private static func resultPath(_ words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == "--" { return nil }
      if word == "--result", index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix("--result=") { return String(word.dropFirst(9)) }
    }
    return nil
  }

  static func complain(_ line: String) {
    _ = HostFile.writeAll("ringone: \(line)\n".utf8, to: STDERR_FILENO)
  }
}

/// The step that the script is waiting for, told from the machine's thread to the main one.
private final class PendingStep: Sendable {
  private let step = Mutex<String?>(nil)

  func set(_ description: String?) { step.withLock { $0 = description } }
  var description: String? { step.withLock { $0 } }
}
