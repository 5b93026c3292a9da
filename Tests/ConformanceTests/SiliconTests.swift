#if !DEBUG
  import Conformance
  import Foundation
  import Testing

  /// The recorded vectors, all of them; they take some seconds in a release build. The vectors are no
  /// part of the repository: `RINGONE_SHARED` names the directory that holds `conformance`, or it
  /// stands beside the checkout as `../shared`.
  @Suite struct SiliconTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
      var directory: String
      var passed: Int
      var skipped: Int
      /// Passed tests whose undefined flags are as recorded.
      var exactFlags: Int
      var exactClocks: Int
      var testDescription: String { directory }
    }

    private static let directory: String? = {
      let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let places =
        ProcessInfo.processInfo.environment["RINGONE_SHARED"].map { [$0] }
        ?? [package.deletingLastPathComponent().path + "/shared"]
      return places.map { $0 + "/conformance" }
        .first { FileManager.default.fileExists(atPath: $0) }
    }()

    private static let absence: Comment = """
      162,782 vectors in 4 sets are not there: set RINGONE_SHARED to the directory that holds \
      conformance/ (github.com/SingleStepTests has the 8086 and 80286 sets)
      """

    @Test(
      .enabled(if: directory != nil, absence),
      arguments: [
        Expectation(
          directory: "8086", passed: 80500, skipped: 0, exactFlags: 80500, exactClocks: 49_814),
        Expectation(
          directory: "80286", passed: 81250, skipped: 0, exactFlags: 81_248, exactClocks: 81_067),
        Expectation(
          directory: "80386-sample", passed: 300, skipped: 0, exactFlags: 300, exactClocks: 0),
        Expectation(
          directory: "native32", passed: 695, skipped: 37, exactFlags: 563, exactClocks: 0),
      ])
    func recordings(_ expected: Expectation) async throws {
      let directory = try #require(Self.directory)
      let report = await (try ConformanceRun(paths: [directory + "/" + expected.directory]))
        .run(workers: 2)
      for file in report.files {
        for failure in file.failures.prefix(3) {
          Issue.record("\(file.name) #\(failure.position) \(failure.name): \(failure.differences)")
        }
      }
      #expect(report.unusableFiles.isEmpty)
      #expect(report.failed == 0)
      #expect(report.passed == expected.passed)
      #expect(report.skipped == expected.skipped)
      // These may only grow.
      #expect(report.exactFlags >= expected.exactFlags)
      #expect(report.exactClocks >= expected.exactClocks)
    }
  }
#endif
