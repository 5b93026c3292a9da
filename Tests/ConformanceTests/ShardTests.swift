import Conformance
import Foundation
import Testing

/// Parts of a run, and their reports joined.
@Suite struct ShardTests {
  @Test func notation() throws {
    #expect(try Shard("1/1") == .whole)
    #expect(try Shard("2/3").description == "2/3")
    for text in ["", "0/2", "3/2", "1", "a/b", "1/2/3", "-1/2"] {
      #expect(throws: VectorError.badShard(text)) { try Shard(text) }
    }
  }

  /// The split is part of the command's interface: machines with different versions or paths may share
  /// a run. These numbers are to stay.
  @Test func splitIsFixed() throws {
    let shard = try Shard("1/4")
    #expect(
      (0..<12).filter { shard.contains(position: $0, ofFile: "8086/00.MOO.gz") } == [2, 6, 10])
    #expect(
      (0..<12).filter { shard.contains(position: $0, ofFile: "8086/01.MOO.gz") } == [1, 5, 9])
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func everyTestIsInOnePart(count: Int) throws {
    let parts = try (1...count).map { try Shard("\($0)/\(count)") }
    for file in ["8086/00.MOO.gz", "native64/x87.MOO.gz"] {
      for position in 0..<500 {
        #expect(parts.filter { $0.contains(position: position, ofFile: file) }.count == 1)
      }
    }
  }

  private func directory() throws -> VectorDirectory {
    let wrong = MOOBuilder.addition(result: 0x81)
    return try VectorDirectory([
      "04.MOO": MOOBuilder.file([MOOBuilder.addition(), wrong, MOOBuilder.addition(), wrong, wrong]
      ),
      "05.MOO": MOOBuilder.file([MOOBuilder.addition(), wrong]),
    ])
  }

  private func parts(
    _ directory: VectorDirectory, count: Int, failureLimit: Int = 2
  ) throws -> [(path: String, report: ConformanceReport)] {
    try (1...count).map { part in
      var run = try ConformanceRun(paths: [directory.path], shard: Shard("\(part)/\(count)"))
      run.failureLimit = failureLimit
      return ("\(part).json", run.run())
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func partsJoinedAreTheWhole(count: Int) throws {
    let directory = try directory()
    var run = try ConformanceRun(paths: [directory.path])
    run.failureLimit = 2
    let whole = run.run(workers: 2)
    #expect(whole.passed == 3 && whole.failed == 4)
    #expect(try ConformanceReport(merging: parts(directory, count: count).reversed()) == whole)
  }

  @Test func reportsSurviveTheirFiles() throws {
    let directory = try directory()
    let report = try ConformanceRun(paths: [directory.path], shard: Shard("2/3")).run()
    let files = try VectorDirectory(["r.json": report.encoded(), "x.json": Array("{}".utf8)])
    #expect(try ConformanceReport(contentsOf: files.path + "/r.json") == report)
    #expect(throws: VectorError.self) { try ConformanceReport(contentsOf: files.path + "/x.json") }
    #expect(throws: VectorError.self) { try ConformanceReport(contentsOf: files.path + "/none") }
    // Numbers that no run can have, and whose sums would be none.
    let text = String(decoding: report.encoded(), as: UTF8.self)
    for absurd in [
      text.replacingOccurrences(of: "\"passed\" : 0", with: "\"passed\" : 9223372036854775807")
        .replacingOccurrences(of: "\"passed\" : 1", with: "\"passed\" : -1"),
      text.replacingOccurrences(of: "\"count\" : 3", with: "\"count\" : 0"),
    ] {
      let file = try VectorDirectory(["r.json": Array(absurd.utf8)])
      #expect(throws: VectorError.self) { try ConformanceReport(contentsOf: file.path + "/r.json") }
    }
    let many = text.replacingOccurrences(of: "\"count\" : 3", with: "\"count\" : 900000000000")
    let file = try VectorDirectory(["r.json": Array(many.utf8)])
    let part = try ConformanceReport(contentsOf: file.path + "/r.json")
    #expect(refusal([("r.json", part)]).contains("and 899999999994 more"))
  }

  private func refusal(_ reports: [(path: String, report: ConformanceReport)]) -> String {
    do {
      _ = try ConformanceReport(merging: reports)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test func mergeRefusesWhatDoesNotFit() throws {
    let directory = try directory()
    let parts = try parts(directory, count: 3)
    #expect(refusal([]).contains("no report is named"))
    #expect(refusal([parts[0], parts[2]]).contains("3 parts; missing: 2/3"))
    #expect(refusal(parts + [parts[1]]).contains("part 2/3 is in 2.json already"))
    let others = try self.parts(directory, count: 2)
    #expect(refusal([parts[0], others[1]]).contains("not of the same run"))
    var changed = parts
    changed[1].report.files[0].name = "8086/FF.MOO"
    #expect(refusal(changed).contains("8086/FF.MOO instead of"))
    changed = parts
    changed[1].report.files[0].checksum = 0
    #expect(refusal(changed).contains("other contents"))
    changed = parts
    changed[2].report.files[1].model = "80286"
    #expect(refusal(changed).contains("ran on 80286"))
    changed = parts
    for part in changed.indices { changed[part].report.files[1].passed = 0 }
    #expect(refusal(changed).contains("the parts hold"))
  }

  @Test func anUnusableFileIsUnusableInTheWhole() throws {
    var bytes = MOOBuilder.file([MOOBuilder.addition(), MOOBuilder.addition()])
    // The file is cut short.
    bytes.removeLast()
    let directory = try VectorDirectory(["04.MOO": bytes])
    let merged = try ConformanceReport(merging: parts(directory, count: 2))
    #expect(merged.unusableFiles.count == 1)
    #expect(!merged.isSuccess)
  }
}
