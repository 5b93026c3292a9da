/// A machine cannot be built, or its host side has failed: what it was about, why, and what mends it.
///
/// The command prints ``description`` as one line and ends with the status that it keeps for ``kind``.
public struct ConfigurationError: Error, Codable, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: String, Codable, Sendable {
    /// The command line says something that cannot be.
    case usage
    /// An image that is missing, unreadable or no image.
    case image
    /// A firmware image that is missing or malformed.
    case firmware
    /// A kernel that is none, or that this machine cannot start.
    case kernel
    /// A file of recorded instructions, or a report on some, that cannot be used.
    case vectors
    /// A machine that cannot run under a monitor.
    case laboratory
    /// Somebody else is writing to the image.
    case locked
    /// A window was asked for, and there is no display.
    case display
    /// A file or stream of ours cannot be written.
    case output
    /// The host's disk is full.
    case diskFull
  }

  public var kind: Kind
  /// The file, option or device.
  public var subject: String
  /// The cause, and after a semicolon what mends it.
  public var explanation: String

  public init(_ kind: Kind, _ subject: String, cause: String, mend: String) {
    self.init(kind, subject, explanation: "\(cause); \(mend)")
  }

  init(_ kind: Kind, _ subject: String, explanation: String) {
    self.kind = kind
    self.subject = subject
    self.explanation = explanation
  }

  public var description: String { "\(subject): \(explanation)" }
}
