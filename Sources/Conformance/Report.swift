/// One thing that came out otherwise than recorded.
public struct Difference: Codable, Equatable, Sendable {
  /// Stands for "nothing was raised" where a vector was expected or got.
  public static let noException: UInt64 = 0xFFFF

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

/// The result of one file, or of one shard's part of it.
public struct FileReport: Codable, Equatable, Sendable {
  /// The file's name with its directory's.
  public var name: String
  /// What it was recorded from, and the model that it ran on; nil if the file could not be read, or
  /// nothing ran.
  public var source: VectorSource?
  public var model: String?
  /// CRC-32 of the file, by which a merge knows that two shards had the same.
  public var checksum: UInt32?
  /// Tests in the file, other shards' included.
  public var testCount = 0
  /// Tests whose registers, memory, defined flags and exceptions are as recorded.
  public var passed = 0
  public var failed = 0
  /// Tests that were not run, by reason.
  public var skipped: [String: Int] = [:]
  /// Passed tests whose undefined flags are as recorded, too.
  public var exactFlags = 0
  public var clocks = ClockReport()
  /// The first failures, in the file's order.
  public var failures: [Failure] = []
  /// The first passed tests whose undefined flags differ.
  public var inexactFlags: [Failure] = []
  /// Why the file could not be used.
  public var error: String?

  public init(name: String) { self.name = name }

  public var skippedCount: Int { skipped.values.reduce(0, +) }

  mutating func skip(_ reason: String) { skipped[reason, default: 0] += 1 }

  mutating func time(taken: Int, recorded: Int) { clocks.add(taken: taken, recorded: recorded) }
}

/// How the clocks that tests took compare with the recorded ones. Whole numbers only, so that shards add
/// up to the same report in any order.
public struct ClockReport: Codable, Equatable, Sendable {
  /// Tests with a recorded number of clocks, and those whose number was met.
  public var timed = 0
  public var exact = 0
  /// Sum of the recorded clocks.
  public var recorded = 0
  /// Sum over the tests of (clocks taken - clocks recorded), and of its magnitude.
  public var error = 0
  public var absoluteError = 0
  /// Sum over the tests of the magnitude of the error in millionths of the test's recorded clocks.
  public var relativeError = 0

  public init() {}

  mutating func add(taken: Int, recorded: Int) {
    let difference = abs(taken - recorded)
    timed += 1
    self.recorded += recorded
    error += taken - recorded
    absoluteError += difference
    relativeError += difference * 1_000_000 / max(1, recorded)
    if difference == 0 { exact += 1 }
  }

  static func += (sum: inout Self, other: Self) {
    sum.timed += other.timed
    sum.exact += other.exact
    sum.recorded += other.recorded
    sum.error += other.error
    sum.absoluteError += other.absoluteError
    sum.relativeError += other.relativeError
  }

  /// Tests whose clocks are as recorded, per cent of the timed ones.
  public var exactShare: Double { timed == 0 ? 0 : 100 * Double(exact) / Double(timed) }
  /// The mean over the tests of |taken - recorded| / recorded, in per cent.
  public var meanError: Double {
    timed == 0 ? 0 : Double(relativeError) / Double(timed) / 10_000
  }
  /// The sum of |taken - recorded| over all tests, per cent of the sum of the recorded clocks.
  public var totalError: Double {
    recorded == 0 ? 0 : 100 * Double(absoluteError) / Double(recorded)
  }
}

/// The result of a run over several files.
public struct ConformanceReport: Codable, Equatable, Sendable {
  /// The part of the run that this is; whole after a merge.
  public var shard: Shard
  /// How many failures each file's report keeps.
  public var failureLimit: Int
  public var files: [FileReport]

  public init(shard: Shard = .whole, failureLimit: Int = 10, files: [FileReport]) {
    self.shard = shard
    self.failureLimit = failureLimit
    self.files = files
  }

  public var passed: Int { files.reduce(0) { $0 + $1.passed } }
  public var failed: Int { files.reduce(0) { $0 + $1.failed } }
  public var skipped: Int { files.reduce(0) { $0 + $1.skippedCount } }
  public var exactFlags: Int { files.reduce(0) { $0 + $1.exactFlags } }
  public var clocks: ClockReport { files.reduce(into: ClockReport()) { $0 += $1.clocks } }
  public var unusableFiles: [FileReport] { files.filter { $0.error != nil } }
  public var isSuccess: Bool { failed == 0 && unusableFiles.isEmpty }
}
