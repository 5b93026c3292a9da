/// A cost profile in words: its numbers, what each kind of exit comes to, and how far off its model is
/// on the table of measurements that it is fitted to.
public struct CostReport: Sendable {
  public let profile: CostProfile

  public init(_ profile: CostProfile) {
    self.profile = profile
  }

  public var text: String {
    [parameters, exits, requests, table].joined(separator: "\n")
  }

  private static let width = CostParameter.allCases.map(\.rawValue.count).max() ?? 0

  private var parameters: String {
    var lines = ["Cost profile \(profile.name), in cycles"]
    for parameter in CostParameter.allCases {
      let grade = profile.grade(parameter).rawValue
      lines.append(
        "  " + parameter.rawValue.padded(to: Self.width)
          + Self.right(Self.grouped(profile[parameter]), 8) + "  \(grade)  \(parameter.meaning)")
    }
    let grades = Set(CostParameter.allCases.map { profile.grade($0) })
    let legend = [CostGrade.calibrated, .literature, .recalled, .estimated, .given]
      .filter(grades.contains).map { "\($0.rawValue) \($0.meaning)" }
    lines.append("  " + legend.joined(separator: "; "))
    return lines.joined(separator: "\n") + "\n"
  }

  private var exits: String {
    var lines = ["What an exit costs"]
    for exitClass in ExitClass.allCases {
      let rule = CostRule.exit(exitClass, .elegant)
      lines.append(
        "  " + exitClass.rawValue.padded(to: 12)
          + Self.right(Self.grouped(rule.cycles(profile)), 8) + "  " + rule.description)
    }
    lines.append("  Under naive and audit, silent and agreed cost nothing: nothing traps there.")
    return lines.joined(separator: "\n") + "\n"
  }

  private var requests: String {
    let own = CostRule.exit(.device, .naive)
    let rows = [("devices in the monitor", own), ("devices in a host", own + .hosted)]
    var lines = ["What a device request costs"]
    for (index, (name, rule)) in rows.enumerated() {
      let mark = (index == 1) == profile.isHosted ? "  <- this profile" : ""
      lines.append(
        "  " + name.padded(to: 24) + Self.right(Self.grouped(rule.cycles(profile)), 8) + mark)
    }
    lines.append("  A host's: \(CostRule.hosted.description) more. The interrupt controllers")
    lines.append("  and the timer are the monitor's in either case.")
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: String {
    let calibration = CostCalibration(profile)
    var lines = [
      "Measured and predicted: Adams and Agesen 2006, cycles on a 3.8 GHz Pentium 4 672",
      "  " + "".padded(to: 10)
        + CostCalibration.Column.allCases.map { Self.center($0.rawValue, 29) }.joined(),
      "  " + "".padded(to: 10)
        + CostCalibration.Column.allCases.map { _ in
          Self.right("measured", 9) + Self.right("predicted", 11) + Self.right("error", 9)
        }.joined(),
    ]
    for benchmark in CostCalibration.Benchmark.allCases {
      let cells = calibration.cells.filter { $0.benchmark == benchmark }
      lines.append("  " + benchmark.rawValue.padded(to: 10) + cells.map(Self.cell).joined())
    }
    let means = CostCalibration.Column.allCases.map {
      Self.right("mean error \(Self.percent(calibration.meanError($0)))", 29)
    }
    lines.append("  " + "".padded(to: 10) + means.joined())
    let isFitted = calibration.cells.contains(where: \.isCalibration)
    lines.append(
      "  * calibrated on this cell; = taken as it is; both left out of the means. R recalled.")
    if !isFitted { lines.append("  This profile is not calibrated on the table.") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ cell: CostCalibration.Cell) -> String {
    let grade = cell.grade == .recalled ? "R" : " "
    let error =
      cell.isCalibration ? "*" : cell.isGiven ? "=" : percent(cell.error, isSigned: true)
    return right(grouped(UInt64(cell.measured)) + grade, 10)
      + right(grouped(UInt64(cell.predicted.rounded())), 10) + right(error, 9)
  }

  // MARK: Numbers

  static func grouped(_ value: UInt64) -> String {
    var digits = Array(String(value))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return String(digits)
  }

  /// With one decimal.
  static func percent(_ share: Double, isSigned: Bool = false) -> String {
    guard share.isFinite, abs(share) < 1e12 else { return "-" }
    let tenths = Int((abs(share) * 1000).rounded())
    let sign = tenths == 0 ? "" : share < 0 ? "-" : isSigned ? "+" : ""
    return "\(sign)\(tenths / 10).\(tenths % 10) %"
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func center(_ text: String, _ width: Int) -> String {
    right(text, (width + text.count) / 2).padded(to: width)
  }
}
