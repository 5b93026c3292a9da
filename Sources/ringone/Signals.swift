import Foundation
import PC

/// Turns the signals that end a process into an orderly end of the run.
enum Signals {
  private static let ending: [Int32] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Call before any thread is started: threads inherit the mask.
  static func block() {
    var set = endingSet()
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // Writing to a closed pipe is an error like any other.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits for signals on a thread of its own. The first asks the machine to stop; the second ends
  /// the process at once, with the terminal restored.
  static func watch(_ mailbox: Mailbox, beforeExit: @escaping @Sendable () -> Void) {
    let thread = Thread {
      var isSecond = false
      while true {
        var set = endingSet()
        var number: Int32 = 0
        guard sigwait(&set, &number) == 0 else { continue }
        if isSecond {
          beforeExit()
          _exit(ExitStatus.signal + number)
        }
        isSecond = true
        mailbox.requestStop(.signal(number))
      }
    }
    thread.name = "signals"
    thread.start()
  }

  private static func endingSet() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in ending { sigaddset(&set, number) }
    return set
  }
}
