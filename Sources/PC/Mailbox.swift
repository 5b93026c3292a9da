import Foundation

/// The way into a machine that runs on a thread of its own: what other threads put in is taken out
/// between two slices and gets its tick there.
///
/// `@unchecked Sendable`: every stored variable is touched only while `condition` is locked.
public final class Mailbox: @unchecked Sendable {
  private let condition = NSCondition()
  private var inputs: [Input] = []
  private var stopRequest: StopRequest?
  private var isPaused = false

  public init() {}

  public func post(_ input: Input) {
    condition.lock()
    // Serial bytes come one by one from a terminal: keep them together.
    if case .serial(let new) = input, case .serial(let old)? = inputs.last {
      inputs[inputs.count - 1] = .serial(old + new)
    } else {
      inputs.append(input)
    }
    condition.signal()
    condition.unlock()
  }

  /// Asks the machine to end its run at the next slice's end. The first request wins.
  public func requestStop(_ request: StopRequest) {
    condition.lock()
    stopRequest = stopRequest ?? request
    condition.signal()
    condition.unlock()
  }

  /// Halts and resumes the timeline.
  public func setPaused(_ paused: Bool) {
    condition.lock()
    isPaused = paused
    condition.signal()
    condition.unlock()
  }

  /// What has arrived since the last call; waits while paused.
  func take() -> (inputs: [Input], stopRequest: StopRequest?) {
    condition.lock()
    defer { condition.unlock() }
    while isPaused && stopRequest == nil { condition.wait() }
    defer {
      inputs = []
      // A restart is done once; the others hold for good.
      if case .restart? = stopRequest { stopRequest = nil }
    }
    return (inputs, stopRequest)
  }

  /// Sleeps until `time` or until something arrives, whichever is first. Returns true for the latter.
  func wait(until time: Date) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while inputs.isEmpty && stopRequest == nil && !isPaused {
      if !condition.wait(until: time) { return false }
    }
    return true
  }
}

/// Who asked for the end of a run.
public enum StopRequest: Codable, Equatable, Sendable {
  /// The person at the keyboard: Ctrl-A X, or the window was closed.
  case user
  case signal(Int32)
  /// `--timeout`.
  case timeout
  /// A stream of ours failed.
  case output(String)
  /// The machine is to be replaced by another, and the run goes on with that.
  case restart(MachineConfiguration)
}
