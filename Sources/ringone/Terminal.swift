import Foundation
import PC
import Synchronization

/// The terminal on stdin and stdout while COM1 is wired to it.
///
/// A terminal is switched to raw mode, so that every key reaches the guest, and switched back however
/// the run ends. A pipe or a file is read as it comes; its end leaves the guest running.
final class Terminal: Sendable {
  private let mailbox: Mailbox
  private let saved: Mutex<termios?>

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
    saved = Mutex(nil)
  }

  func start() {
    var settings = termios()
    if isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 {
      saved.withLock { $0 = settings }
      cfmakeraw(&settings)
      tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }
    let thread = Thread { [self] in readKeys() }
    thread.name = "stdin"
    thread.start()
  }

  /// Gives the terminal back as it was.
  func restore() {
    saved.withLock {
      guard var settings = $0 else { return }
      tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
      $0 = nil
    }
  }

  private func readKeys() {
    var escape = EscapeReader()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var poller = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        _ = poll(&poller, 1, -1)
        continue
      }
      guard count > 0 else { return }
      let (bytes, leaves) = escape.read(buffer[..<count])
      if !bytes.isEmpty { mailbox.post(.serial(bytes)) }
      if leaves { return mailbox.requestStop(.user) }
    }
  }
}

/// Ctrl-A X leaves; Ctrl-A Ctrl-A stands for one Ctrl-A; Ctrl-A before anything else is dropped with
/// it, as in QEMU.
struct EscapeReader {
  private static let escape: UInt8 = 0x01
  private var isEscaped = false

  mutating func read(_ input: some Sequence<UInt8>) -> (bytes: [UInt8], leaves: Bool) {
    var bytes: [UInt8] = []
    for byte in input {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return (bytes, true)
        case Self.escape: bytes.append(byte)
        default: break
        }
      } else if byte == Self.escape {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return (bytes, false)
  }
}
