import Foundation
import Testing

/// `ringone lab` as people run it: statuses, one line on stderr, nothing half-written.
struct LabCommandTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func run(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.binary)
    process.arguments = words
    var variables = ProcessInfo.processInfo.environment
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"] { variables[name] = nil }
    variables["RINGONE_ROMS"] = TestBench.root.appendingPathComponent("roms").path
    process.environment = variables
    let (output, errors) = (scratch.path("out"), scratch.path("err"))
    for path in [output, errors] {
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
    }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return (process.terminationStatus, try text(output), try text(errors))
  }

  /// MOV AL,3; OUT F6h,AL: the guest ends with status 3.
  private func floppy() throws -> String {
    try scratch.file("boot.img", TestBench.floppy([0xB0, 0x03, 0xE6, 0xF6, 0xEB, 0xFE]))
  }

  @Test("The help explains engines, filters and statuses")
  func help() throws {
    let outcome = try run(["lab", "--help"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for word in ["naive", "audit", "repair", "elegant", "patch", "translate", "para"] {
      #expect(outcome.output.contains("\n  \(word)"))
    }
    for word in ["--lab-filter", "--switch", "EXAMPLES", "FILTERS", "82", "83"] {
      #expect(outcome.output.contains(word))
    }
    #expect(try run(["lab", "compare", "--help"]).output.contains("--para-image"))
    #expect(try run(["--help"]).output.contains("ringone lab"))
  }

  @Test(
    "What cannot be is one line with its own status",
    arguments: [
      (["--engine", "frob"], 64, "there is no such engine"),
      (["--engine", "naive", "--cpu", "80286"], 82, "neither paging nor virtual-8086"),
      (["--lab-filter", "colour=red"], 64, "there is no such field"),
      (["--lab-break", "port=frob"], 64, "no hexadecimal number"),
      (["--switch", "elegant"], 64, "does not say when"),
      (["--switch", "frob@1s"], 64, "there is no such engine"),
      (["--on-silent", "frob"], 64, "choose log, stop"),
      (["--translate", "frob"], 64, "choose all, kernel"),
      (["--cost-profile", "frob"], 64, "no such profile"),
      (["--lab-log", "/nonexistent/log.jsonl"], 73, "cannot be written"),
      (["--frobnicate"], 64, "--frobnicate"),
    ] as [([String], Int32, String)])
  func mistakes(words: [String], status: Int32, part: String) throws {
    let outcome = try run(["lab", "-display", "none", "--timeout", "30"] + words + [floppy()])
    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix("ringone: ") && outcome.errors.contains(part))
    #expect(outcome.errors.count { $0 == "\n" } == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test("Outputs are nobody's inputs, and nothing is written when the command line is wrong")
  func outputs() throws {
    let image = try floppy()
    let before = try Data(contentsOf: URL(fileURLWithPath: image))
    let same = try run(["lab", "-display", "none", "--lab-log", image, image])
    #expect(same.status == 64 && same.errors.contains("this is the guest's image"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: image)) == before)
    let (log, summary) = (scratch.path("l.jsonl"), scratch.path("s.json"))
    let twice = try run([
      "lab", "-display", "none", "--lab-log", log, "--lab-summary", log, image,
    ])
    #expect(twice.status == 64)
    let wrong = try run([
      "lab", "-display", "none", "--lab-log", log, "--lab-summary", summary, "--engine", "frob",
      image,
    ])
    #expect(wrong.status == 64)
    #expect(!FileManager.default.fileExists(atPath: log))
    #expect(!FileManager.default.fileExists(atPath: summary))
  }

  @Test("The guest's status passes through, and log and summary agree")
  func records() throws {
    let (log, summary) = (scratch.path("l.jsonl"), scratch.path("s.json"))
    let outcome = try run([
      "lab", "--engine", "elegant", "-display", "none", "--timeout", "60", "--lab-log", log,
      "--lab-filter", "port=f6", "--lab-summary", summary, floppy(),
    ])
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("LABORATORY  elegant"))
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines[0].contains("\"port\":246") && lines[0].contains("\"instruction\":\"out"))
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: summary)))
    let values = try #require(object as? [String: Any])
    #expect(values["engine"] as? String == "elegant")
    #expect((values["exits"] as? Int ?? 0) > 1)
  }

  @Test("A breakpoint ends the run at its event, and prints it")
  func breakpoint() throws {
    let outcome = try run([
      "lab", "--engine", "naive", "-display", "none", "--timeout", "60", "--lab-break",
      "port=f6,class=privileged", floppy(),
    ])
    #expect(outcome.status == 83)
    #expect(outcome.errors.contains("breakpoint: port=f6,class=privileged"))
    #expect(outcome.errors.contains("0000:00007C02"))
  }

  @Test("Engines are compared on one image, in a table, as JSON and as a page")
  func compare() throws {
    let (json, html) = (scratch.path("c.json"), scratch.path("c.html"))
    // The guest's status is 0: it has come to its end.
    let image = try scratch.file(
      "end.img", TestBench.floppy([0xB0, 0x00, 0xE6, 0xF6, 0xEB, 0xFE]))
    let outcome = try run([
      "lab", "compare", "--engines", "elegant,native", "--json", json, "--html", html, image,
    ])
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("native") && $0.hasSuffix("reached") })
    #expect(rows.contains { $0.hasPrefix("elegant") && $0.hasSuffix("reached") })
    #expect(FileManager.default.fileExists(atPath: json))
    #expect(try String(contentsOfFile: html, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    #expect(try run(["lab", "compare", "--engines", "frob", image]).status == 64)
    #expect(try run(["lab", "compare", "--rw", image]).status == 64)
  }
}
