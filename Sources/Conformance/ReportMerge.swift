import Foundation

extension ConformanceReport {
  /// Reads what ``encoded()`` wrote.
  public init(contentsOf path: String) throws(VectorError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    do {
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw .badReport(path: path, reason: "not a report that 'ringone conform --json' wrote")
    }
    guard shard.count >= 1, 0..<shard.count ~= shard.index, failureLimit >= 0,
      files.allSatisfy(\.isPlausible)
    else {
      throw .badReport(path: path, reason: "its numbers cannot be those of a run")
    }
  }

  /// JSON, with keys in a fixed order and a newline at the end.
  public func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("numbers and strings can be encoded")
    }
    return [UInt8](data) + [0x0A]
  }

  /// Joins the reports of all parts of a run. The result is the report of the same run in one piece.
  ///
  /// The parts must be of one run: the same files with the same contents, split into the same number of
  /// parts, on the same model; each part must be there, once.
  /// - Parameter reports: the parts, in any order, with the names that errors give them.
  public init(merging reports: [(path: String, report: ConformanceReport)]) throws(VectorError) {
    guard let (firstPath, first) = reports.first else {
      throw .badReport(path: "merge", reason: "no report is named")
    }
    var parts: [Int: (path: String, report: ConformanceReport)] = [:]
    for (path, report) in reports {
      try report.checkSameRun(as: first, path: path, firstPath: firstPath)
      if let other = parts[report.shard.index] {
        throw .badReport(
          path: path, reason: "part \(report.shard) is in \(other.path) already")
      }
      parts[report.shard.index] = (path, report)
    }
    let count = first.shard.count
    guard parts.count == count else {
      let absent = (0..<count).lazy.filter { parts[$0] == nil }.prefix(5)
        .map { "\($0 + 1)/\(count)" }
      let others = count - parts.count - absent.count
      throw .badReport(
        path: firstPath,
        reason: "the run has \(count) parts; missing: \(absent.joined(separator: ", "))"
          + (others > 0 ? " and \(others) more" : ""))
    }
    var merged = ConformanceReport(failureLimit: first.failureLimit, files: [])
    for (number, file) in first.files.enumerated() {
      var sum = FileReport(name: file.name)
      for (_, report) in reports { sum.add(report.files[number]) }
      try sum.close(failureLimit: first.failureLimit, path: firstPath)
      merged.files.append(sum)
    }
    self = merged
  }

  private func checkSameRun(
    as first: ConformanceReport, path: String, firstPath: String
  ) throws(VectorError) {
    func differ(_ what: String) -> VectorError {
      .badReport(path: path, reason: "not of the same run as \(firstPath): \(what)")
    }
    guard shard.count == first.shard.count else {
      throw differ("it is part \(shard), the other \(first.shard)")
    }
    guard failureLimit == first.failureLimit else {
      throw differ("--max-failures was \(failureLimit), there \(first.failureLimit)")
    }
    guard files.count == first.files.count else {
      throw differ("it has \(files.count) files, the other \(first.files.count)")
    }
    for (file, other) in zip(files, first.files) {
      guard file.name == other.name else { throw differ("\(file.name) instead of \(other.name)") }
      if file.error == nil, other.error == nil {
        guard file.checksum == other.checksum, file.testCount == other.testCount else {
          throw differ("\(file.name) has other contents")
        }
        guard file.model == other.model else {
          throw differ(
            "\(file.name) ran on \(file.model ?? "nothing"), there on \(other.model ?? "nothing")")
        }
      }
    }
  }
}

extension FileReport {
  /// Whether sums of such numbers stay numbers: what was read may be anything.
  fileprivate var isPlausible: Bool {
    let limit = 1 << 44
    return skipped.count < 1 << 16
      && ([
        passed, failed, exactFlags, testCount, clocks.timed, clocks.exact, clocks.recorded,
        clocks.absoluteError, clocks.relativeError,
      ] + skipped.values)
      .allSatisfy { 0..<limit ~= $0 }
      && -limit..<limit ~= clocks.error
  }

  fileprivate mutating func add(_ part: FileReport) {
    error = error ?? part.error
    source = source ?? part.source
    model = model ?? part.model
    checksum = checksum ?? part.checksum
    testCount = max(testCount, part.testCount)
    passed += part.passed
    failed += part.failed
    skipped.merge(part.skipped, uniquingKeysWith: +)
    exactFlags += part.exactFlags
    clocks += part.clocks
    failures += part.failures
    inexactFlags += part.inexactFlags
  }

  /// Puts the sum of all parts into the form of an undivided run.
  fileprivate mutating func close(failureLimit: Int, path: String) throws(VectorError) {
    if let error {
      // A file that one part could not use: the undivided run could not have used it either.
      self = FileReport(name: name)
      self.error = error
      return
    }
    guard passed + failed + skippedCount == testCount else {
      throw .badReport(
        path: path,
        reason: "the parts hold \(passed + failed + skippedCount) tests of \(name), "
          + "the file \(testCount)")
    }
    failures = Array(failures.sorted { $0.position < $1.position }.prefix(failureLimit))
    inexactFlags = Array(inexactFlags.sorted { $0.position < $1.position }.prefix(failureLimit))
  }
}
