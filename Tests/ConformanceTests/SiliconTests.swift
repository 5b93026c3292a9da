import Conformance
import Foundation
import Testing

/// The recorded vectors: all of them in release builds, which takes some seconds, and every 25th in debug
/// builds. The vectors are no part of the repository: `RINGONE_SHARED` names the directory that holds
/// `conformance`, or it stands beside the checkout as `../shared`.
@Suite struct SiliconTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var directory: String
    var tests: Int
    /// Per cent of the tests at least whose undefined flags are as recorded.
    var exactFlags: Double
    /// Per cent of the timed tests at least whose clocks are as recorded; per cent of mean error at
    /// most.
    var exactClocks: Double
    var clockError: Double
    var testDescription: String { directory }
  }

  /// The shares may only grow, the error only shrink.
  static let expectations = [
    Expectation(
      directory: "8086", tests: 80_500, exactFlags: 100, exactClocks: 100, clockError: 0),
    Expectation(
      directory: "80286", tests: 81_250, exactFlags: 99.99, exactClocks: 99.77, clockError: 0.03),
    Expectation(
      directory: "80386-sample", tests: 300, exactFlags: 100, exactClocks: 0, clockError: 0),
    Expectation(
      directory: "native64", tests: 2753, exactFlags: 91.6, exactClocks: 0, clockError: 0),
    Expectation(
      directory: "native32", tests: 732, exactFlags: 81.9, exactClocks: 0, clockError: 0),
  ]

  #if DEBUG
    private static let shard = "1/25"
  #else
    private static let shard = "1/1"
  #endif

  private static let directory: String? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["RINGONE_SHARED"]
      ?? package.deletingLastPathComponent().path + "/shared"
    return FileManager.default.fileExists(atPath: shared + "/conformance")
      ? shared + "/conformance" : nil
  }()

  private static let absence: Comment = """
    165,535 vectors in 5 sets are not there: set RINGONE_SHARED to the directory that holds \
    conformance/ (github.com/SingleStepTests has the 8086 and 80286 sets)
    """

  @Test(.enabled(if: directory != nil, absence), arguments: expectations)
  func recordings(_ expected: Expectation) throws {
    let directory = try #require(Self.directory)
    let shard = try Shard(Self.shard)
    let report = try ConformanceRun(
      paths: [directory + "/" + expected.directory], shard: shard
    ).run(workers: 2)
    for file in report.files {
      for failure in file.failures.prefix(3) {
        Issue.record("\(file.name) #\(failure.position) \(failure.name): \(failure.differences)")
      }
    }
    #expect(report.unusableFiles.isEmpty)
    #expect(report.failed == 0)
    #expect(report.skipped == 0)
    #expect(report.files.reduce(0) { $0 + $1.testCount } == expected.tests)
    let total = try #require(report.totals.first)
    #expect(total.passedShare == 100)
    // A sample is not held to the whole's digits.
    let slack = shard == .whole ? 0 : 3.0
    #expect(total.exactFlagsShare >= expected.exactFlags - slack)
    #expect(total.clocks.exactShare >= expected.exactClocks - slack)
    #expect(total.clocks.meanError <= expected.clockError + slack)
    print(
      "\(expected.directory): \(total.passed) of \(total.testCount) passed, undefined flags of "
        + "\(total.exactFlags), clocks of \(total.clocks.exact) of \(total.clocks.timed)")
  }
}
