import Conformance
import Foundation

/// A conformance report for people.
struct ConformTable {
  let report: ConformanceReport
  let failureLimit: Int

  // MARK: Text

  var text: String {
    var lines = [Self.row(["file", "passed", "failed", "skipped", "flags", "clocks", "error"])]
    for file in report.files { lines += describe(file) }
    lines.append("")
    lines.append(
      Self.row(["set", "passed", "failed", "skipped", "flags", "clocks", "error"]))
    for total in report.totals { lines += describe(total) }
    let part = report.shard == .whole ? "" : " (part \(report.shard))"
    lines.append(
      Self.row(
        cells(
          "total\(part)", report.passed, report.failed, report.skipped, report.exactFlags,
          report.clocks)))
    lines += [
      "",
      "flags: passed tests whose undefined flags are as recorded, too. clocks: tests that took the",
      "recorded clocks, of those with some. error: mean of |taken - recorded| / recorded.",
    ]
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [30, 8, 8, 9, 9, 15, 10]
    return zip(cells, widths).enumerated().map { column, cell in
      column == 0
        ? cell.0.padding(
          toLength: max(cell.1, cell.0.count), withPad: " ", startingAt: 0)
        : String(repeating: " ", count: max(1, cell.1 - cell.0.count)) + cell.0
    }.joined()
  }

  private func cells(
    _ name: String, _ passed: Int, _ failed: Int, _ skipped: Int, _ flags: Int,
    _ clocks: ClockReport
  ) -> [String] {
    [name, "\(passed)", "\(failed)", "\(skipped)", "\(flags)"]
      + (clocks.timed == 0
        ? ["-", "-"] : ["\(clocks.exact)/\(clocks.timed)", Self.percent(clocks.meanError)])
  }

  /// With two digits, rounded down: 99.996 is not yet 100.
  private static func percent(_ value: Double) -> String {
    String(format: "%.2f %%", (value * 100).rounded(.down) / 100)
  }

  private func describe(_ file: FileReport) -> [String] {
    if file.error != nil { return [Self.row([file.name, "not usable"])] }
    var lines = [
      Self.row(
        cells(
          file.name, file.passed, file.failed, file.skippedCount, file.exactFlags, file.clocks))
    ]
    for (reason, count) in file.skipped.sorted(by: { $0.key < $1.key }) {
      lines.append("    skipped \(count): \(reason)")
    }
    for failure in file.failures.prefix(failureLimit) {
      lines += FailureText(failure).lines.map { "    " + $0 }
    }
    let unseen = file.failed - min(file.failures.count, failureLimit)
    if file.failed > 0, unseen > 0, failureLimit > 0 {
      lines.append("    and \(unseen) more failed")
    }
    return lines
  }

  /// The sums and, below them, what the set is to reach.
  private func describe(_ total: SetTotals) -> [String] {
    let goal = total.source.goal
    let isTimed = total.clocks.timed > 0
    func bound(_ sign: String, _ value: Double?) -> String {
      value.map { "\(sign) \(String(format: "%g", $0)) %" } ?? "-"
    }
    return [
      Self.row(
        cells(
          total.source.name, total.passed, total.failed, total.skipped, total.exactFlags,
          total.clocks)),
      Self.row([
        "    share", Self.percent(total.passedShare), "", "", Self.percent(total.exactFlagsShare),
        isTimed ? Self.percent(total.clocks.exactShare) : "-",
        isTimed ? Self.percent(total.clocks.meanError) : "-",
      ]),
      Self.row([
        "    to reach", bound("", goal.passed), "", "", bound("", goal.exactFlags),
        isTimed ? bound("", goal.exactClocks) : "-", isTimed ? bound("<", goal.clockError) : "-",
      ]),
    ]
  }

  // MARK: Markdown

  var markdown: String {
    var lines = [
      "| set | passed | undefined flags | clocks exact | clocks, mean error |",
      "|--|--|--|--|--|",
    ]
    for total in report.totals {
      let goal = total.source.goal
      let clocks = total.clocks
      func goalText(_ value: Double?, _ sign: String = "") -> String {
        value.map { " (goal \(sign)\(String(format: "%g", $0)) %)" } ?? ""
      }
      var cells = [
        total.source.name,
        "\(Self.grouped(total.passed)) / \(Self.grouped(total.testCount))"
          + goalText(goal.passed),
      ]
      cells.append(
        goal.exactFlags == nil
          ? "-" : Self.percent(total.exactFlagsShare) + goalText(goal.exactFlags))
      if clocks.timed == 0 {
        cells += ["-", "-"]
      } else {
        cells.append(
          "\(Self.grouped(clocks.exact)) / \(Self.grouped(clocks.timed)), "
            + Self.percent(clocks.exactShare) + goalText(goal.exactClocks))
        cells.append(Self.percent(clocks.meanError) + goalText(goal.clockError, "< "))
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([Substring(digits)] + groups).joined(separator: ",")
  }
}

/// A failure, so that a person can act on it: the instruction, the registers before it, and every place
/// where the outcome differs.
struct FailureText {
  let lines: [String]

  init(_ failure: Failure) {
    let bytes = failure.bytes.map { String(format: "%02X", $0) }.joined(separator: " ")
    var lines = ["#\(failure.position) \(failure.disassembly)   [\(bytes)]"]
    let registers = Self.order.compactMap { name in
      failure.before[name].map { "\(name)=\($0)" }
    }
    for start in stride(from: 0, to: registers.count, by: 6) {
      lines.append("  " + registers[start..<min(start + 6, registers.count)].joined(separator: " "))
    }
    for difference in failure.differences { lines.append("  " + Self.describe(difference)) }
    if let hash = failure.hash { lines.append("  hash \(hash)") }
    self.lines = lines
  }

  private static let order: [String] = VectorRegister.allCases.map { "\($0)" }

  private static func describe(_ difference: Difference) -> String {
    func value(_ number: UInt64?) -> String {
      guard let number else { return "-" }
      if difference.kind == .exception, difference.place == "vector" {
        return number == Difference.noException ? "none" : "#\(number)"
      }
      return String(number, radix: 16, uppercase: true)
    }
    var text =
      "\(label(difference.kind)) \(difference.place): before \(value(difference.before)), "
      + "expected \(value(difference.expected)), got \(value(difference.got))"
    if difference.place == "flags" {
      text += " (wrong: \(flagNames(difference.expected ^ difference.got)))"
    }
    return text
  }

  private static func label(_ kind: Difference.Kind) -> String {
    switch kind {
    case .register: "register"
    case .memory: "memory"
    case .flags: "flags"
    case .exception: "exception"
    case .undefinedFlags: "undefined flags"
    }
  }

  private static func flagNames(_ bits: UInt64) -> String {
    let names = [
      0: "CF", 2: "PF", 4: "AF", 6: "ZF", 7: "SF", 8: "TF", 9: "IF", 10: "DF", 11: "OF",
      12: "IOPL", 13: "IOPL", 14: "NT", 16: "RF", 17: "VM", 18: "AC", 19: "VIF", 20: "VIP",
      21: "ID",
    ]
    return (0..<64).filter { bits >> UInt64($0) & 1 != 0 }.map { names[$0] ?? "bit \($0)" }
      .joined(separator: " ")
  }
}
