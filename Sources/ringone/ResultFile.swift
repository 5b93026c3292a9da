import Foundation
import PC

/// What `--result` writes: how the run ended, for programs.
struct ResultFile: Codable {
  /// One word: script-done, guest-exit, triple-fault, halted, max-cycles, timeout, signal, user, or
  /// error-… with the kind of error.
  var cause: String
  var exitStatus: Int32
  /// The same line as on stderr, where there is one.
  var message: String?
  /// Processor clocks since power-on; 0 when the machine was never built.
  var cycle: UInt64
  /// Sixteen hexadecimal digits; nil when the machine was never built.
  var stateHash: String?

  init(_ outcome: Outcome, cycle: UInt64 = 0, stateHash: String? = nil) {
    cause = outcome.cause
    exitStatus = outcome.status
    message = outcome.message
    self.cycle = cycle
    self.stateHash = stateHash
  }

  func write(to path: String) throws(ConfigurationError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard var data = try? encoder.encode(self) else {
      preconditionFailure("numbers and strings can be encoded")
    }
    data.append(0x0A)
    try HostFile.write(Array(data), to: path)
  }
}
