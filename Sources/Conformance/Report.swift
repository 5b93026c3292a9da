/// One thing that came out otherwise than recorded.
public struct Difference: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case register, memory, flags, exception
    /// Flags that the manual leaves undefined; these do not fail a test.
    case undefinedFlags
  }
  public var kind: Kind
  /// A register's name or an address.
  public var place: String
  public var before: UInt64?
  public var expected: UInt64
  public var got: UInt64

  public init(kind: Kind, place: String, before: UInt64?, expected: UInt64, got: UInt64) {
    self.kind = kind
    self.place = place
    self.before = before
    self.expected = expected
    self.got = got
  }
}

/// A test that failed, or (``isDefinedPart`` false) one that differs in undefined flags only.
public struct Failure: Codable, Equatable, Sendable {
  public var position: Int
  public var hash: String?
  /// As the recorder disassembled it, and as this decoder does.
  public var name: String
  public var disassembly: String
  public var bytes: [UInt8]
  /// Registers before the test, in hexadecimal.
  public var before: [String: String]
  public var differences: [Difference]

  public var isDefinedPart: Bool { differences.contains { $0.kind != .undefinedFlags } }
}

/// The result of one file.
public struct FileReport: Codable, Equatable, Sendable {
  /// The file's name with its directory's.
  public var name: String
  /// Tests whose registers, memory, defined flags and exceptions are as recorded.
  public var passed = 0
  public var failed = 0
  /// Tests that were not run, by reason.
  public var skipped: [String: Int] = [:]
  /// Passed tests whose undefined flags are as recorded, too.
  public var exactFlags = 0
  /// Tests with a recorded number of clocks, and those whose number was met.
  public var timed = 0
  public var exactClocks = 0
  /// Sum over the timed tests of (clocks taken - clocks recorded), and of its magnitude.
  public var clockError = 0
  public var absoluteClockError = 0
  /// The first failures, in the file's order.
  public var failures: [Failure] = []
  /// The first passed tests whose undefined flags differ.
  public var inexactFlags: [Failure] = []
  /// Why the file could not be used.
  public var error: String?

  public init(name: String) { self.name = name }

  public var skippedCount: Int { skipped.values.reduce(0, +) }

  mutating func skip(_ reason: String) { skipped[reason, default: 0] += 1 }
}

/// The result of a run over several files.
public struct ConformanceReport: Codable, Equatable, Sendable {
  public var files: [FileReport]

  public init(files: [FileReport]) { self.files = files }

  public var passed: Int { files.reduce(0) { $0 + $1.passed } }
  public var failed: Int { files.reduce(0) { $0 + $1.failed } }
  public var skipped: Int { files.reduce(0) { $0 + $1.skippedCount } }
  public var exactFlags: Int { files.reduce(0) { $0 + $1.exactFlags } }
  public var timed: Int { files.reduce(0) { $0 + $1.timed } }
  public var exactClocks: Int { files.reduce(0) { $0 + $1.exactClocks } }
  public var absoluteClockError: Int { files.reduce(0) { $0 + $1.absoluteClockError } }
  public var unusableFiles: [FileReport] { files.filter { $0.error != nil } }
  public var isSuccess: Bool { failed == 0 && unusableFiles.isEmpty }

  /// Mean magnitude of the clocks' error over the timed tests.
  public var meanClockError: Double {
    timed == 0 ? 0 : Double(absoluteClockError) / Double(timed)
  }
}
