import Conformance
import Foundation
import Testing

@Suite struct ConformanceRunTests {
  /// A directory with files of our own making.
  private func withFiles(
    _ files: [String: [UInt8]], _ body: (String) throws -> Void
  ) throws {
    let directory = NSTemporaryDirectory() + "ringone-conformance-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: directory + "/" + name))
    }
    try body(directory)
  }

  @Test func passesAndFails() throws {
    let tests = [
      MOOBuilder.addition(), MOOBuilder.addition(result: 0x81), MOOBuilder.addition(),
      MOOBuilder.addition(flags: 0xF002),
    ]
    try withFiles(["04.MOO": MOOBuilder.file(tests)]) { directory in
      let report = try ConformanceRun(paths: [directory]).run()
      #expect(report.passed == 2)
      #expect(report.failed == 2)
      #expect(report.exactClocks == 4)
      let failures = try #require(report.files.first?.failures)
      #expect(failures.map(\.position) == [1, 3])
      #expect(
        failures[0].differences == [
          Difference(kind: .register, place: "ax", before: 0x7F, expected: 0x81, got: 0x80)
        ])
      #expect(failures[0].disassembly == "add al, 0x1")
      #expect(failures[1].differences.map(\.kind) == [.flags])
    }
  }

  @Test func undefinedFlagsDoNotFail() throws {
    // OF left undefined.
    let metadata = Array(#"{"opcodes": {"04": {"flags-mask": 63487}}}"#.utf8)
    let file = MOOBuilder.file([MOOBuilder.addition(flags: 0xF092)])
    try withFiles(["04.MOO": file, "metadata.json": metadata]) { directory in
      let report = try ConformanceRun(paths: [directory]).run()
      #expect(report.passed == 1)
      #expect(report.exactFlags == 0)
      #expect(report.files.first?.inexactFlags.count == 1)
    }
  }

  @Test func reportsUnusableFiles() throws {
    try withFiles(["00.MOO": [1, 2, 3], "04.MOO": MOOBuilder.file([MOOBuilder.addition()])]) {
      let report = try ConformanceRun(paths: [$0]).run()
      #expect(report.passed == 1)
      #expect(report.unusableFiles.count == 1)
      #expect(!report.isSuccess)
    }
    #expect(throws: VectorError.self) { try ConformanceRun(paths: ["/nonexistent"]) }
  }

  @Test func shardsSplitByNameAndCoverEverything() throws {
    let file = MOOBuilder.file([MOOBuilder.addition()])
    let names = (0..<7).map { "0\($0).MOO" }
    try withFiles(Dictionary(uniqueKeysWithValues: names.map { ($0, file) })) { directory in
      let parts = try ["1/3", "2/3", "3/3"].map {
        try ConformanceRun(paths: [directory], shard: Shard($0)).files
          .map { URL(fileURLWithPath: $0).lastPathComponent }
      }
      #expect(parts[0] == ["00.MOO", "03.MOO", "06.MOO"])
      #expect(parts.flatMap { $0 }.sorted() == names)
    }
  }
}
