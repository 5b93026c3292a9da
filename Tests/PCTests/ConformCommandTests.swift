import Foundation
import Testing

/// `ringone record` and `ringone conform` as people run them.
struct ConformCommandTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  private func run(_ words: String...) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.binary)
    process.arguments = words
    let (output, errors) = (scratch.path("out"), scratch.path("err"))
    for path in [output, errors] {
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
    }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch.path(name))), as: UTF8.self)
  }

  /// ADD AX,1 and SHL BX,CL from random states.
  private func recording(_ name: String, seed: String = "3") throws -> String {
    let path = scratch.path(name)
    let outcome = try run(
      "record", "--cpu", "8086", "--count", "20", "--seed", seed, "-o", path, "05 01 00, D3E3")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output == "\(path): 40 vectors of the 8086\n")
    return path
  }

  @Test func recordingsPass() throws {
    let path = try recording("r.MOO.gz")
    let outcome = try run("conform", path)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.contains("100.00 %"))
    let again = try recording("again.MOO.gz")
    #expect(
      FileManager.default.contents(atPath: path) == FileManager.default.contents(atPath: again))
    let other = try recording("other.MOO.gz", seed: "4")
    #expect(
      FileManager.default.contents(atPath: path) != FileManager.default.contents(atPath: other))
  }

  @Test func recordsWhatIsSet() throws {
    let path = scratch.path("r.MOO")
    let outcome = try run(
      "record", "--mode", "64", "--set", "rax=7fffffffffffffff", "--mem", "20000010=0100",
      "--set", "rsi=20000010", "-o", path, "48", "03", "06")
    #expect(outcome.status == 0)
    #expect(try run("conform", path).status == 0)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes.range(of: Data([0, 0, 0, 0, 0, 0, 0, 0x80])) != nil)
  }

  /// The recording of one byte is changed: the only test that then fails is shown in full.
  @Test func failuresAreShown() throws {
    let path = scratch.path("r.MOO")
    #expect(
      try run("record", "--cpu", "8086", "--set", "ax=1233", "-o", path, "40").status == 0)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    let result = try #require(bytes.range(of: Data([0x34, 0x12])))
    bytes.replaceSubrange(result, with: [0x35, 0x12])
    try bytes.write(to: URL(fileURLWithPath: path))
    let junit = scratch.path("junit.xml")
    let outcome = try run("conform", "--junit", junit, path)
    #expect(outcome.status == 76)
    #expect(outcome.output.contains("#0 inc ax   [40]"))
    #expect(outcome.output.contains("register ax: before 1233, expected 1235, got 1234"))
    #expect(try text("junit.xml").contains("failures=\"1\""))
    #expect(try text("junit.xml").contains("expected 1235"))
  }

  @Test func partsAddUp() throws {
    let path = try recording("r.MOO.gz")
    for part in 1...3 {
      let outcome = try run(
        "conform", "--shard", "\(part)/3", "--json", scratch.path("\(part).json"), path)
      #expect(outcome.status == 0)
    }
    #expect(try run("conform", "--json", scratch.path("whole.json"), path).status == 0)
    let parts = (1...3).map { scratch.path("\($0).json") }
    let merged = scratch.path("merged.json")
    #expect(
      try run("conform", "merge", parts[2], parts[0], parts[1], "--json", merged).status == 0)
    #expect(try text("merged.json") == text("whole.json"))
    let missing = try run("conform", "merge", parts[0], parts[1])
    #expect(missing.status == 78)
    #expect(missing.errors.contains("missing: 3/3"))
    #expect(missing.errors.split(separator: "\n").count == 1)
  }

  @Test("A file that is none: one line, status 78", arguments: [0, 1, 30, 200])
  func damage(length: Int) throws {
    let good = try #require(FileManager.default.contents(atPath: recording("r.MOO")))
    let path = try scratch.file("cut.MOO", [UInt8](good.prefix(length)))
    let outcome = try run("conform", path)
    #expect(outcome.status == 78)
    #expect(outcome.errors.hasPrefix("ringone: \(path): "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func markdown() throws {
    let outcome = try run("conform", "--markdown", recording("r.MOO"))
    #expect(outcome.output.contains("| 8086 | 40 / 40 (goal 100 %) |"))
  }

  @Test func usage() throws {
    for words in [
      ["conform", "--shard", "0/3", "x"], ["conform", "--model", "6502", "x.MOO"], ["conform"],
      ["record", "-o", "x.MOO"], ["record", "-o", "x.MOO", "B"], ["record", "90"],
      ["record", "-o", "x.MOO", "--set", "zx=1", "90"],
      ["record", "-o", "x.MOO", "--mem", "1", "90"],
      ["record", "-o", "x.MOO", "--mode", "16", "90"], ["record", "--cpu", "z80", "-o", "x", "90"],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandTests.binary)
      process.arguments = words
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 64, "\(words)")
    }
  }
}
