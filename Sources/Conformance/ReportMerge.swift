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
    guard shard.count >= 1, 0..<shard.count ~= shard.index else {
      throw .badReport(path: path, reason: "there is no part \(shard)")
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
    var parts = [(path: String, report: ConformanceReport)?](
      repeating: nil, count: first.shard.count)
    for (path, report) in reports {
      try report.checkSameRun(as: first, path: path, firstPath: firstPath)
      if let other = parts[report.shard.index] {
        throw .badReport(
          path: path, reason: "part \(report.shard) is in \(other.path) already")
      }
      parts[report.shard.index] = (path, report)
    }
    let missing = parts.indices.filter { parts[$0] == nil }.map { "\($0 + 1)/\(parts.count)" }
    guard missing.isEmpty else {
      throw .badReport(
        path: firstPath,
        reason: "the run has \(parts.count) parts, and \(missing.joined(separator: ", ")) "
          + (missing.count == 1 ? "is missing" : "are missing"))
    }
    var merged = ConformanceReport(failureLimit: first.failureLimit, files: [])
    for (number, file) in first.files.enumerated() {
      var sum = FileReport(name: file.name)
      for case (let path, let report)? in parts {
        try sum.add(report.files[number], path: path)
      }
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
  fileprivate mutating func add(_ part: FileReport, path: String) throws(VectorError) {
    guard part.passed >= 0, part.failed >= 0, part.skipped.values.allSatisfy({ $0 >= 0 }) else {
      throw .badReport(path: path, reason: "negative counts for \(name)")
    }
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
