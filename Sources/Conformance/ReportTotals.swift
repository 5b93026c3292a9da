/// What a set of vectors is to reach, in per cent.
public struct ConformanceGoal: Equatable, Sendable {
  /// Tests that pass in registers, memory, exceptions and defined flags.
  public var passed = 100.0
  /// Tests whose undefined flags are as recorded, too.
  public var exactFlags: Double?
  /// Tests whose clocks are as recorded, and the mean error of the clocks.
  public var exactClocks: Double?
  public var clockError: Double?
}

extension VectorSource {
  /// What this processor's vectors are to reach.
  public var goal: ConformanceGoal {
    switch self {
    case .i8086: ConformanceGoal(exactFlags: 99.9, exactClocks: 95, clockError: 2)
    case .i80286: ConformanceGoal(exactFlags: 99, exactClocks: 90, clockError: 5)
    default: ConformanceGoal()
    }
  }
}

/// The sum over the files that were recorded from one processor.
public struct SetTotals: Equatable, Sendable {
  public var source: VectorSource
  public var fileCount = 0
  public var passed = 0
  public var failed = 0
  public var skipped = 0
  public var exactFlags = 0
  public var clocks = ClockReport()

  init(source: VectorSource) { self.source = source }

  /// Tests that ran or were skipped.
  public var testCount: Int { passed + failed + skipped }
  /// Per cent of the tests; those skipped count as not passed.
  public var passedShare: Double { Self.share(passed, of: testCount) }
  /// Per cent of the passed tests.
  public var exactFlagsShare: Double { Self.share(exactFlags, of: passed) }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : 100 * Double(part) / Double(whole)
  }
}

extension ConformanceReport {
  /// The sums by recorded processor, in the order of ``VectorSource``.
  public var totals: [SetTotals] {
    VectorSource.allCases.compactMap { source in
      var total = SetTotals(source: source)
      for file in files where file.source == source {
        total.fileCount += 1
        total.passed += file.passed
        total.failed += file.failed
        total.skipped += file.skippedCount
        total.exactFlags += file.exactFlags
        total.clocks += file.clocks
      }
      return total.fileCount == 0 ? nil : total
    }
  }
}
