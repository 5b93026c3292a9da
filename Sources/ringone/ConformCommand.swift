import ArgumentParser
import Conformance
import Foundation
import PC
import X86Decode

/// `ringone conform`: instructions against recordings of real processors.
struct ConformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone conform",
    abstract: "Run recordings of real processors, instruction by instruction.")
  static let word = "conform"

  @Argument(
    help: "MOO files (plain or gzip), or directories that hold some.", completion: .file())
  var paths: [String]

  @Option(help: "Run the vectors on this model instead of the one they were recorded from.")
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Run part i of n only. A test's part depends on its file's name and its place there.",
      valueName: "i/n"))
  var shard: String?

  @OptionGroup var reports: ConformReports

  @Flag(help: "Tell how far it has come even where stderr is no terminal.")
  var progress = false

  /// Parses, runs and reports.
  /// - Returns: 0 if every vector passed, ``ExitStatus/vectors`` if one failed,
  ///   ``ExitStatus/vectorFile`` if a file could not be used.
  static func run(_ words: [String]) throws(ConfigurationError) -> Int32 {
    if words.first == ConformMergeCommand.word {
      return try ConformMergeCommand.run(Array(words.dropFirst()))
    }
    guard let command: Self = try Subcommand.parse(words, name: word) else {
      return ExitStatus.success
    }
    return try command.run()
  }

  private func run() throws(ConfigurationError) -> Int32 {
    let part: Shard
    do throws(VectorError) {
      part = if let shard { try Shard(shard) } else { .whole }
    } catch {
      throw ConfigurationError(
        .usage, "--shard", cause: error.description, mend: "the first part of four is 1/4")
    }
    let model = try model.map { text throws(ConfigurationError) in try Subcommand.model(text) }
    var run: ConformanceRun
    do throws(VectorError) {
      run = try ConformanceRun(paths: paths, shard: part)
    } catch {
      throw ConfigurationError(
        .vectors, "conform", cause: error.description,
        mend: "name a MOO file or a directory of them")
    }
    run.model = model
    run.failureLimit = max(0, reports.maxFailures)
    let line = ProgressLine(isWanted: progress)
    let report = run.run(workers: ProcessInfo.processInfo.activeProcessorCount) { line.show($0) }
    line.end()
    return try reports.publish(report)
  }
}

/// `ringone conform merge`: the parts of a run that several machines shared, as one.
struct ConformMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone conform merge", abstract: "Join the JSON reports of a run's shards.")
  static let word = "merge"

  @Argument(
    help: "The reports that 'ringone conform --shard i/n --json FILE' wrote, all n of them.",
    completion: .file())
  var parts: [String]

  @OptionGroup var reports: ConformReports

  static func run(_ words: [String]) throws(ConfigurationError) -> Int32 {
    guard let command: Self = try Subcommand.parse(words, name: "conform merge") else {
      return ExitStatus.success
    }
    return try command.run()
  }

  private func run() throws(ConfigurationError) -> Int32 {
    let report: ConformanceReport
    do throws(VectorError) {
      var read: [(path: String, report: ConformanceReport)] = []
      for path in parts { read.append((path, try ConformanceReport(contentsOf: path))) }
      report = try ConformanceReport(merging: read)
    } catch {
      throw ConfigurationError(
        .vectors, "conform merge", cause: error.description,
        mend: "name each part's report of one run, once")
    }
    return try reports.publish(report)
  }
}

/// What `conform` and `conform merge` do with a report.
struct ConformReports: ParsableArguments {
  @Option(help: ArgumentHelp("Write the whole report, failures included.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write a JUnit report, a suite for each file.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Failures kept and shown for each file.", valueName: "n"))
  var maxFailures = 10

  @Flag(help: "Print the sets' totals as a Markdown table, and no files.")
  var markdown = false

  func publish(_ report: ConformanceReport) throws(ConfigurationError) -> Int32 {
    let table = ConformTable(report: report, failureLimit: max(0, maxFailures))
    print(markdown ? table.markdown : table.text)
    if let json { try HostFile.write(report.encoded(), to: json) }
    if let junit { try HostFile.write(Array(JUnitReport(report).text.utf8), to: junit) }
    for file in report.unusableFiles {
      Command.complain(file.error ?? "")
    }
    if !report.unusableFiles.isEmpty { return ExitStatus.vectorFile }
    return report.isSuccess ? ExitStatus.success : ExitStatus.vectors
  }
}

/// What the commands with a word of their own share.
enum Subcommand {
  /// Nil when the words asked for help, which has then been printed.
  static func parse<Arguments: ParsableCommand>(
    _ words: [String], name: String
  ) throws(ConfigurationError) -> Arguments? {
    do {
      return try Arguments.parse(words)
    } catch {
      guard Arguments.exitCode(for: error) != .success else {
        print(Arguments.fullMessage(for: error))
        return nil
      }
      throw ConfigurationError(
        .usage, name,
        cause: Arguments.message(for: error).replacingOccurrences(of: "\n", with: " "),
        mend: "'ringone \(name) --help' explains every option")
    }
  }

  static func model(_ name: String) throws(ConfigurationError) -> ProcessorModel {
    if let model = ProcessorModel.allCases.first(where: { $0.name == name }) { return model }
    let names = ProcessorModel.allCases.map(\.name)
    throw ConfigurationError(
      .usage, "model \(name)", cause: "there is no such model",
      mend: "choose one of \(names.joined(separator: ", "))")
  }
}

/// One line on stderr that tells how far the run has come; on a terminal it is written over and gone in
/// the end.
private final class ProgressLine: @unchecked Sendable {
  // Only one worker tells at a time, and the end comes when they are done.
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let isWanted: Bool
  private var lastShown = ContinuousClock.now
  private var length = 0

  init(isWanted: Bool) { self.isWanted = isWanted || isTerminal }

  func show(_ progress: ConformanceProgress) {
    guard isWanted else { return }
    let now = ContinuousClock.now
    guard now - lastShown >= .milliseconds(isTerminal ? 100 : 2000) else { return }
    lastShown = now
    let text =
      "conform: \(progress.filesDone) of \(progress.fileCount) files, \(progress.tests) tests, "
      + "\(progress.failed) failed"
    let padding = String(repeating: " ", count: max(0, length - text.count))
    length = text.count
    write(isTerminal ? "\r" + text + padding : text + "\n")
  }

  func end() {
    if isTerminal, length > 0 { write("\r" + String(repeating: " ", count: length) + "\r") }
  }

  private func write(_ text: String) { _ = HostFile.writeAll(text.utf8, to: STDERR_FILENO) }
}
