/// A comparison as one HTML page: tables and SVG charts, no script, nothing from elsewhere. It is
/// well-formed XML, too.
struct ComparisonPage {
  let comparison: LabComparison

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(Self.escaped(comparison.title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(Self.escaped(comparison.title))</h1>
    \(table)
    <h2>Cycles: the guest's own and the monitor's</h2>
    \(cycleChart)
    <h2>Exits by class</h2>
    \(exitChart)
    \(silentSection)
    <p class="note">\(Self.escaped(LabComparison.legend(comparison.costProfile)).replacingLines)</p>
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1d2330; --paper: #ffffff; --rule: #c9ced8; --dim: #5b6475; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e7ee; --paper: #15181f; --rule: #3a4150; --dim: #98a1b3; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
    main { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
    th { white-space: nowrap; }
    th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
    .bad { color: #c62828; font-weight: 600; }
    @media (prefers-color-scheme: dark) { .bad { color: #ff8a80; } }
    .note { color: var(--dim); font-size: .9rem; }
    svg { width: 100%; height: auto; display: block; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg .dim { fill: var(--dim); }
    """

  /// Told apart by people who see few colours, on white and on black.
  private static let colours = [
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#888888", "#cc6633",
    "#6655bb", "#44aa99", "#999933", "#882255", "#5599ff", "#bbbbbb", "#dd4444", "#77aa77",
  ]

  // MARK: Table

  private var table: String {
    let heads = [
      "engine", "instructions", "exits", "silent", "cycles", "slowdown", "host s", "end",
    ]
    var lines = ["<table>", "<tr>" + heads.map { "<th>\($0)</th>" }.joined() + "</tr>"]
    for run in comparison.runs {
      let cells = LabComparison.cells(run).map { "<td>\(Self.escaped($0))</td>" }.joined()
      let mark = run.isReached ? "reached" : "<span class=\"bad\">not reached</span>"
      lines.append("<tr>\(cells)<td>\(mark): \(Self.escaped(run.ending))</td></tr>")
    }
    return (lines + ["</table>"]).joined(separator: "\n")
  }

  private var silentSection: String {
    let found = comparison.runs.filter { !$0.report.silent.isEmpty }
    guard !found.isEmpty else { return "" }
    var lines = ["<h2>Silent failures</h2>"]
    for run in found {
      lines += [
        "<h3>\(run.engine.rawValue)</h3>", "<table>",
        "<tr><th>instruction</th><th>count</th><th>first at</th>"
          + "<th>in ring 0</th><th>here</th><th>led to</th></tr>",
      ]
      for failure in run.report.silent {
        let place =
          LabReport.hex(UInt64(failure.firstCS), 4) + ":" + LabReport.hex(failure.firstEIP, 8)
        let cells = [
          failure.disassembly, LabReport.grouped(failure.count), place, failure.ring0Result,
          failure.machineResult, failure.symptom ?? "",
        ]
        lines.append("<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>")
      }
      lines.append("</table>")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Charts

  private struct Part {
    var name: String
    var value: Double
  }

  private var cycleChart: String {
    let bars = comparison.runs.map { run in
      (
        run.engine.rawValue,
        [
          Part(name: "guest", value: Double(run.busyTicks)),
          Part(name: "monitor", value: Double(run.machineCycles)),
        ]
      )
    }
    return Self.chart(bars, order: ["guest", "monitor"])
  }

  private var exitChart: String {
    let bars = comparison.runs.filter { $0.engine != .native }.map { run in
      (
        run.engine.rawValue,
        run.report.byClass.map { Part(name: $0.name, value: Double($0.count)) }
      )
    }
    return Self.chart(bars, order: ExitClass.allCases.map(\.rawValue))
  }

  /// Horizontal bars of parts in a fixed order, with the sum behind each and a legend below.
  private static func chart(_ bars: [(name: String, parts: [Part])], order: [String]) -> String {
    let left = 90.0
    let width = 640.0
    let rowHeight = 30.0
    let sums = bars.map { $0.parts.reduce(0) { $0 + $1.value } }
    let scale = width / max(1, sums.max() ?? 1)
    var shapes: [String] = []
    for (row, bar) in bars.enumerated() {
      let y = Double(row) * rowHeight + 6
      var x = left
      shapes.append("<text x=\"0\" y=\"\(number(y + 15))\">\(escaped(bar.name))</text>")
      for name in order {
        guard let part = bar.parts.first(where: { $0.name == name }), part.value > 0 else {
          continue
        }
        let length = part.value * scale
        shapes.append(
          "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(length))\" height=\"20\" "
            + "fill=\"\(colour(name, order))\"><title>\(escaped(bar.name)), \(escaped(name)): "
            + "\(LabReport.grouped(Int(part.value)))</title></rect>")
        x += length
      }
      shapes.append(
        "<text class=\"dim\" x=\"\(number(x + 8))\" y=\"\(number(y + 15))\">"
          + "\(LabReport.grouped(Int(sums[row])))</text>")
    }
    let names = order.filter { name in
      bars.contains { $0.parts.contains { $0.name == name && $0.value > 0 } }
    }
    var (x, y) = (left, Double(bars.count) * rowHeight + 20)
    for name in names {
      let advance = 34 + 8 * Double(name.count)
      if x + advance > left + width + 120 { (x, y) = (left, y + 22) }
      shapes.append(
        "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"12\" height=\"12\" "
          + "fill=\"\(colour(name, order))\"/>")
      shapes.append(
        "<text x=\"\(number(x + 17))\" y=\"\(number(y + 11))\">\(escaped(name))</text>")
      x += advance
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
      + "\(number(left + width + 140)) \(number(y + 24))\">\n" + shapes.joined(separator: "\n")
      + "\n</svg>"
  }

  private static func colour(_ name: String, _ order: [String]) -> String {
    colours[(order.firstIndex(of: name) ?? 0) % colours.count]
  }

  private static func number(_ value: Double) -> String { LabReport.decimal(value, 1) }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension LabComparison {
  /// One self-contained page.
  public var html: [UInt8] { Array(ComparisonPage(comparison: self).html.utf8) }
}

extension String {
  /// Line ends as HTML has them.
  fileprivate var replacingLines: String {
    split(separator: "\n").joined(separator: "<br/>\n")
  }
}
