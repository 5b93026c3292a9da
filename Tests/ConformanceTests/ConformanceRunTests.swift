import Conformance
import Foundation
import Testing
import X86Decode

@Suite struct ConformanceRunTests {
  private func withFiles(_ files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    let directory = try VectorDirectory(files)
    try body(directory.path)
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
      #expect(report.clocks.exact == 4)
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

  @Test func findsFilesInSubdirectoriesOnce() throws {
    let file = MOOBuilder.file([MOOBuilder.addition()])
    try withFiles(["8086/04.MOO": file, "v2/04.moo": file, "v2/readme": []]) { directory in
      let run = try ConformanceRun(paths: [directory, directory + "/8086/04.MOO"])
      #expect(run.files == [directory + "/8086/04.MOO", directory + "/v2/04.moo"])
      #expect(run.run(workers: 8).passed == 2)
    }
    try withFiles(["readme": []]) { directory in
      #expect(throws: VectorError.self) { try ConformanceRun(paths: [directory]) }
    }
  }

  /// Recordings of processors that are no model of ours.
  @Test func relatives() throws {
    let test = MOOBuilder.addition()
    try withFiles([
      "a.MOO": MOOBuilder.file([test], processor: "8088"),
      "b.MOO": MOOBuilder.file([test], processor: "V20 "),
    ]) { directory in
      var run = try ConformanceRun(paths: [directory])
      let files = run.run().files
      // An 8088 does in registers and memory what an 8086 does; its clocks are its own.
      #expect(files[0].passed == 1 && files[0].model == "8086" && files[0].clocks.timed == 0)
      #expect(files[1].skipped == ["no model of the V20; --model names one": 1])
      run.model = .i80186
      #expect(run.run().files[1].passed == 1)
    }
  }

  @Test func meanErrors() throws {
    var clocks = FileReport(name: "x").clocks
    #expect(clocks.meanError == 0 && clocks.exactShare == 0)
    clocks = ConformanceReport(files: []).clocks
    #expect(clocks.totalError == 0)
  }

  @Test func totalsAreBySource() throws {
    let tests = [MOOBuilder.addition(), MOOBuilder.addition(result: 0x81)]
    try withFiles([
      "a.MOO": MOOBuilder.file(tests), "b.MOO": MOOBuilder.file(tests, processor: "8088"),
      "c.MOO": MOOBuilder.file(tests),
    ]) { directory in
      let totals = try ConformanceRun(paths: [directory]).run().totals
      #expect(totals.map(\.source) == [.i8086, .i8088])
      #expect(totals[0].passed == 2 && totals[0].failed == 2 && totals[0].fileCount == 2)
      #expect(totals[0].passedShare == 50 && totals[0].exactFlagsShare == 100)
    }
  }
}
