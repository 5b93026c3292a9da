import PC

/// What the command's exit status means. Statuses below 64 belong to the guest.
enum ExitStatus {
  static let success: Int32 = 0
  static let usage: Int32 = 64
  static let image: Int32 = 65
  static let firmware: Int32 = 66
  static let locked: Int32 = 67
  static let display: Int32 = 68
  static let timeout: Int32 = 69
  static let cycleLimit: Int32 = 70
  static let tripleFault: Int32 = 71
  static let halted: Int32 = 72
  static let output: Int32 = 73
  static let diskFull: Int32 = 74
  static let unfinished: Int32 = 75
  /// `ringone conform`: a vector failed.
  static let vectors: Int32 = 76
  static let kernel: Int32 = 77
  /// `ringone conform`: a file of vectors, or a report, cannot be used.
  static let vectorFile: Int32 = 78
  /// `ringone lab verify`: the guest does not run as it does natively.
  static let difference: Int32 = 79
  /// `ringone lab --on-silent stop`: an instruction has failed silently.
  static let silentFailure: Int32 = 80
  /// `ringone lab`: the monitor has ended the guest.
  static let terminated: Int32 = 81
  /// `ringone lab`: a machine that cannot run under a monitor.
  static let laboratory: Int32 = 82
  /// `ringone lab --lab-break`: the event has come.
  static let breakpoint: Int32 = 83
  /// Plus the signal's number, as shells report it.
  static let signal: Int32 = 128

  static func status(of kind: ConfigurationError.Kind) -> Int32 {
    switch kind {
    case .usage: usage
    case .image: image
    case .firmware: firmware
    case .kernel: kernel
    case .vectors: vectorFile
    case .laboratory: laboratory
    case .locked: locked
    case .display: display
    case .output: output
    case .diskFull: diskFull
    }
  }
}

/// How a run ended, as the exit status, the `--result` file and the last line on stderr tell it.
struct Outcome: Equatable {
  var status: Int32
  /// One word for programs to compare.
  var cause: String
  /// For people; nil when there is nothing to say.
  var message: String?

  static func failure(_ error: ConfigurationError) -> Outcome {
    Outcome(
      status: ExitStatus.status(of: error.kind), cause: "error-\(error.kind.rawValue)",
      message: error.description)
  }

  /// - Parameter pendingStep: the step that the script was waiting for, if it was not done.
  init(_ cause: Session.Ending.Cause, pendingStep: String?) {
    let waiting = pendingStep.map { ", while waiting for \($0)" } ?? ""
    switch cause {
    case .scriptDone:
      self.init(status: ExitStatus.success, cause: "script-done")
    case .machine(.guestExit(let status)):
      self.init(status: Int32(status), cause: "guest-exit")
    case .machine(.tripleFault):
      self.init(
        status: ExitStatus.tripleFault, cause: "triple-fault",
        message: "triple fault: the guest's own fault handlers failed\(waiting)")
    case .machine(.halted):
      self.init(
        status: ExitStatus.halted, cause: "halted",
        message: "the guest halted with interrupts off, nothing can wake it\(waiting)")
    case .machine(.terminated(let reason)):
      self.init(
        status: ExitStatus.terminated, cause: "terminated",
        message: "the monitor has ended the guest: \(reason)\(waiting)")
    case .machine(.silentFailure(let description)):
      self.init(
        status: ExitStatus.silentFailure, cause: "silent-failure",
        message: "silent failure: \(description)\(waiting)")
    case .machine(.breakpoint(let description)):
      self.init(
        status: ExitStatus.breakpoint, cause: "breakpoint",
        message: "breakpoint: \(description)")
    case .machine(.kernelRefused(let error)): self = .failure(error)
    case .machine(.deadline), .cycleLimit:
      self.init(
        status: ExitStatus.cycleLimit, cause: "max-cycles",
        message: "--max-cycles reached\(waiting)")
    case .requested(.timeout):
      self.init(
        status: ExitStatus.timeout, cause: "timeout", message: "--timeout reached\(waiting)")
    case .requested(.signal(let number)):
      self.init(
        status: ExitStatus.signal + number, cause: "signal",
        message: "ended by signal \(number)\(waiting)")
    case .requested(.output(let description)):
      self.init(status: ExitStatus.output, cause: "error-output", message: description)
    case .requested(.user), .requested(.restart), .machine(.requested):
      self.init(
        status: pendingStep == nil ? ExitStatus.success : ExitStatus.unfinished,
        cause: "user", message: pendingStep.map { "ended by the user, while waiting for \($0)" })
    case .failed(let error):
      self = .failure(error)
    }
  }

  init(status: Int32, cause: String, message: String? = nil) {
    self.status = status
    self.cause = cause
    self.message = message
  }
}
