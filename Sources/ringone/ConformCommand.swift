import ArgumentParser
import Conformance
import Foundation
import PC
import X86Decode

/// `ringone conform`: instructions against recordings of real processors.
struct ConformCommand: ParsableArguments {
  static let word = "conform"

  @Argument(
    help: "MOO files (plain or gzip), or directories of them.", completion: .file())
  var paths: [String]

  @Option(help: "Run the vectors on this model instead of the one they were recorded from.")
  var model: String?

  @Option(help: "Run part i of n, as i/n; the split depends on the files' names alone.")
  var shard: String?

  @Option(help: "Write the whole report, failures included, to this file.")
  var json: String?

  @Option(help: "Write a JUnit report, a suite for each file, to this file.")
  var junit: String?

  @Option(help: "Failures shown for each file.")
  var maxFailures = 10

  /// Parses, runs and reports.
  /// - Returns: 0 if every vector passed, ``ExitStatus/vectors`` if one failed.
  static func run(_ words: [String]) throws(ConfigurationError) -> Int32 {
    let command: ConformCommand
    do {
      command = try ConformCommand.parse(words)
    } catch {
      guard exitCode(for: error) != .success else {
        print(fullMessage(for: error))
        return ExitStatus.success
      }
      throw ConfigurationError(
        .usage, "conform", cause: message(for: error).replacingOccurrences(of: "\n", with: " "),
        mend: "'ringone conform --help' explains every option")
    }
    return try command.run()
  }

  private func run() throws(ConfigurationError) -> Int32 {
    let report: ConformanceReport
    do {
      var run = try ConformanceRun(
        paths: paths, shard: try shard.map { text throws(VectorError) in try Shard(text) } ?? .whole
      )
      run.model = try chosenModel()
      run.failureLimit = max(0, maxFailures)
      report = wait(run)
    } catch let error as VectorError {
      throw ConfigurationError(
        .image, "conform", cause: error.description, mend: "name a directory of MOO files")
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError(.image, "conform", cause: "\(error)", mend: "check the files")
    }
    print(table(report))
    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      let data = (try? encoder.encode(report)) ?? Data()
      try HostFile.write(Array(data) + [10], to: json)
    }
    if let junit { try HostFile.write(Array(junitReport(report).utf8), to: junit) }
    if !report.unusableFiles.isEmpty { return ExitStatus.image }
    return report.isSuccess ? ExitStatus.success : ExitStatus.vectors
  }

  private func chosenModel() throws(ConfigurationError) -> ProcessorModel? {
    guard let model else { return nil }
    guard let chosen = ProcessorModel.allCases.first(where: { "\($0)" == "i" + model }) else {
      throw ConfigurationError(
        .usage, "--model \(model)", cause: "there is no such model",
        mend: "choose 8086, 80186, 80286, 80386 or 80486")
    }
    return chosen
  }

  /// Runs on every core the host has; the report does not depend on how many those are.
  private func wait(_ run: ConformanceRun) -> ConformanceReport {
    let done = DispatchSemaphore(value: 0)
    let result = ReportBox()
    let workers = ProcessInfo.processInfo.activeProcessorCount
    Task.detached {
      result.report = await run.run(workers: workers)
      done.signal()
    }
    done.wait()
    return result.report
  }

  // MARK: What people read

  private func table(_ report: ConformanceReport) -> String {
    func row(_ cells: [String]) -> String {
      let widths = [28, 8, 8, 8, 10, 10, 8]
      return zip(cells, widths).enumerated().map { column, cell in
        column == 0
          ? cell.0.padding(toLength: cell.1, withPad: " ", startingAt: 0)
          : String(repeating: " ", count: max(1, cell.1 - cell.0.count)) + cell.0
      }.joined()
    }
    var lines = [
      row(["file", "passed", "failed", "skipped", "flags", "clocks", "error"])
    ]
    for file in report.files {
      if let error = file.error {
        lines.append(error)
        continue
      }
      lines.append(
        row([
          file.name, "\(file.passed)", "\(file.failed)", "\(file.skippedCount)",
          "\(file.exactFlags)", file.timed == 0 ? "-" : "\(file.exactClocks)/\(file.timed)",
          file.timed == 0
            ? "-"
            : String(format: "%.2f", Double(file.absoluteClockError) / Double(file.timed)),
        ]))
      for (reason, count) in file.skipped.sorted(by: { $0.key < $1.key }) {
        lines.append("    skipped \(count): \(reason)")
      }
      for failure in file.failures.prefix(max(0, maxFailures)) {
        lines.append(contentsOf: describe(failure).map { "    " + $0 })
      }
    }
    lines.append(
      row([
        "total", "\(report.passed)", "\(report.failed)", "\(report.skipped)",
        "\(report.exactFlags)", "\(report.exactClocks)/\(report.timed)",
        String(format: "%.2f", report.meanClockError),
      ]))
    return lines.joined(separator: "\n")
  }

  private func describe(_ failure: Failure) -> [String] {
    let bytes = failure.bytes.map { String(format: "%02X", $0) }.joined(separator: " ")
    var lines = ["#\(failure.position) \(failure.disassembly)   [\(bytes)]"]
    for difference in failure.differences {
      let before = difference.before.map { String($0, radix: 16) } ?? "-"
      lines.append(
        "  \(difference.kind.rawValue) \(difference.place): before \(before), "
          + "expected \(String(difference.expected, radix: 16)), "
          + "got \(String(difference.got, radix: 16))")
    }
    return lines
  }

  private func junitReport(_ report: ConformanceReport) -> String {
    func escaped(_ text: String) -> String {
      text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        .replacingOccurrences(of: "\"", with: "&quot;")
    }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
    for file in report.files {
      let count = file.passed + file.failed + file.skippedCount
      lines.append(
        "  <testsuite name=\"\(escaped(file.name))\" tests=\"\(count)\" "
          + "failures=\"\(file.failed)\" skipped=\"\(file.skippedCount)\" "
          + "errors=\"\(file.error == nil ? 0 : 1)\">")
      for failure in file.failures {
        lines.append(
          "    <testcase name=\"\(failure.position) \(escaped(failure.name))\">"
            + "<failure>\(escaped(describe(failure).joined(separator: "\n")))</failure></testcase>")
      }
      if let error = file.error {
        lines.append(
          "    <testcase name=\"the file\"><error>\(escaped(error))</error></testcase>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }
}

/// Carries the report out of the task; the semaphore orders the two accesses.
private final class ReportBox: @unchecked Sendable {
  var report = ConformanceReport(files: [])
}
