import Conformance

/// A conformance report as CI systems read it: a suite for each file, a case for all its passed tests, and
/// one for each failure that was kept.
struct JUnitReport {
  let text: String

  init(_ report: ConformanceReport) {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"ringone conform\" tests=\"\(report.passed + report.failed + report.skipped)\" "
        + "failures=\"\(report.failed)\" errors=\"\(report.unusableFiles.count)\">",
    ]
    for file in report.files { lines += Self.suite(file) }
    text = (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  private static func suite(_ file: FileReport) -> [String] {
    let count = file.passed + file.failed + file.skippedCount
    let suite = escaped(file.name)
    var lines = [
      "  <testsuite name=\"\(suite)\" tests=\"\(count)\" failures=\"\(file.failed)\" "
        + "skipped=\"\(file.skippedCount)\" errors=\"\(file.error == nil ? 0 : 1)\">"
    ]
    func testCase(_ name: String, _ content: String = "") {
      let open = "    <testcase classname=\"\(suite)\" name=\"\(escaped(name))\""
      lines.append(content.isEmpty ? open + "/>" : open + ">\(content)</testcase>")
    }
    if file.passed > 0 { testCase("\(file.passed) passed") }
    for (reason, count) in file.skipped.sorted(by: { $0.key < $1.key }) {
      testCase("\(count) skipped", "<skipped message=\"\(escaped(reason))\"/>")
    }
    for failure in file.failures {
      let what = FailureText(failure).lines.joined(separator: "\n")
      testCase(
        "\(failure.position) \(failure.disassembly)",
        "<failure message=\"not as recorded\">\(escaped(what))</failure>")
    }
    if let error = file.error {
      testCase("the file", "<error message=\"\(escaped(error))\"/>")
    }
    return lines + ["  </testsuite>"]
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      // XML 1.0 has no way to write the other control characters.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
