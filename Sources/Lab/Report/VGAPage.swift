#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// The study as one page that needs nothing else: no scripts, no network.

extension VGAStudy {
  /// The page.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>RingOne laboratory: VGA exits</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <main>
    <h1>What sixteen colours cost a monitor</h1>
    <p>Engine <b>\(Self.escaped(engine.rawValue))</b>, cost profile <b>\(Self.escaped(profile.name))</b>.
    In mode 12h the four planes' latches, write modes and masks stand between the processor and the
    memory: every access is an exit, and so is every access to a register. In mode 13h a byte is a
    byte: the monitor can give the guest the memory as RAM, and the exits are gone.</p>
    \(table)
    <h2>Exits in each phase</h2>
    \(bars { Double($0.counted.total) })
    <h2>Slowdown against no monitor</h2>
    \(bars(unit: "x") { $0.slowdown })
    <h2>Where the exits are</h2>
    <p>Accesses to video memory that trapped, summed over the phases; a cell is 8 x 8 pixels. Darker
    is fewer. The curve beside each picture counts the exits of each row of pixels.</p>
    \(heatMap(.planar, width: Self.planeWidth, height: Self.planeHeight, pixelsPerByte: 8))
    \(heatMap(.linear, width: Self.linearWidth, height: Self.linearHeight, pixelsPerByte: 1))
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0;
      --paper: #ffffff; --bar: #2f6db5; --bar2: #b5622f; --bar3: #2f8f5b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d;
      --paper: #0d1117; --bar: #6ea8fe; --bar2: #f0a36b; --bar3: #63c58d; } }
    body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--line); text-align: right; }
    th:nth-child(-n+3), td:nth-child(-n+3) { text-align: left; }
    td { white-space: nowrap; }
    td:nth-child(3) { color: var(--soft); font-size: 0.85rem; white-space: normal; min-width: 9rem; }
    .wide { overflow-x: auto; }
    svg { display: block; width: 100%; height: auto; margin: 0.5rem 0 1.5rem; }
    svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
    svg .soft { fill: var(--soft); }
    svg .grid { stroke: var(--line); }
    svg .planar { fill: var(--bar); } svg .linear { fill: var(--bar2); }
    svg .mapped { fill: var(--bar3); }
    svg .rows { fill: none; stroke: var(--bar); stroke-width: 1; }
    """

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: The table

  private var table: String {
    let heads = [
      "mode", "work", "what", "memory", "ports", "hidden", "predicted", "error", "time", "error",
      "slowdown",
    ]
    let rows = phases.map { phase in
      let cells = [
        phase.mode.rawValue, phase.work.rawValue, Self.words(phase.mode, phase.work),
        CostReport.grouped(UInt64(max(0, phase.counted.memory))),
        CostReport.grouped(UInt64(max(0, phase.counted.ports))),
        "\(phase.counted.hidden)", CostReport.grouped(UInt64(phase.predicted.total)),
        CostReport.percent(phase.countError, isSigned: true), CostReport.grouped(phase.time),
        CostReport.percent(phase.timeError, isSigned: true), Self.factor(phase.slowdown),
      ]
      return "<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>"
    }
    return """
      <div class="wide"><table>
      <thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      <p>Predicted: the exits, from the algorithm alone. Time: the guest's clocks and the monitor's
      cycles; its prediction is the exits times their cost and the clocks without a monitor.</p>
      """
  }

  // MARK: Bars

  private func bars(unit: String = "", _ value: (Phase) -> Double) -> String {
    let values = phases.map(value)
    let most = max(10, values.max() ?? 10)
    let (left, width, step) = (150.0, 560.0, 22.0)
    // Decades: a difference of a thousandfold is the point.
    func x(_ value: Double) -> Double {
      value < 1 ? left : left + (0.04 + 0.96 * log10(value) / log10(most)) * width
    }
    var parts: [String] = []
    var decade = 1.0
    while decade <= most {
      let at = Self.number(x(decade))
      parts.append(
        "<line class=\"grid\" x1=\"\(at)\" x2=\"\(at)\" y1=\"16\" "
          + "y2=\"\(Self.number(20 + step * Double(phases.count)))\"/>"
          + "<text class=\"soft\" x=\"\(at)\" y=\"12\" text-anchor=\"middle\">"
          + "\(CostReport.grouped(UInt64(decade)))\(unit)</text>")
      decade *= 10
    }
    for (index, phase) in phases.enumerated() {
      let y = 20 + step * Double(index)
      let name = "\(phase.mode.rawValue) \(phase.work.rawValue)"
      let text =
        unit.isEmpty
        ? CostReport.grouped(UInt64(max(0, values[index]))) : Self.factor(values[index])
      let style =
        switch phase.mode {
        case .planar: "planar"
        case .linear: "linear"
        case .mapped: "mapped"
        }
      parts.append(
        "<text x=\"\(Self.number(left - 8))\" y=\"\(Self.number(y + 15))\" text-anchor=\"end\">"
          + "\(name)</text>"
          + "<rect class=\"\(style)\" x=\"\(Self.number(left))\" y=\"\(Self.number(y + 4))\" "
          + "width=\"\(Self.number(x(values[index]) - left))\" height=\"15\"/>"
          + "<text x=\"\(Self.number(x(values[index]) + 6))\" y=\"\(Self.number(y + 15))\">\(text)</text>"
      )
    }
    return """
      <svg viewBox="0 0 800 \(Self.number(28 + step * Double(phases.count)))" role="img">
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  /// With one decimal, which is finer than a screen.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  // MARK: Heat

  private func heatMap(_ mode: Mode, width: Int, height: Int, pixelsPerByte: Int) -> String {
    guard let heat = heat[mode] else { return "" }
    let rowBytes = width / pixelsPerByte
    let (columns, lines) = (width / 8, height / 8)
    var cells = [UInt64](repeating: 0, count: columns * lines)
    var rows = [UInt64](repeating: 0, count: height)
    for row in 0..<height {
      for byte in 0..<rowBytes {
        let count = UInt64(heat[row * rowBytes + byte])
        rows[row] += count
        cells[row / 8 * columns + byte * pixelsPerByte / 8] += count
      }
    }
    let most = Double(cells.max() ?? 0)
    let scale = 560.0 / Double(width)
    let cell = 8 * scale
    var parts: [String] = []
    for line in 0..<lines {
      var column = 0
      while column < columns {
        // Neighbours of one colour are one rectangle.
        let color = Self.color(Double(cells[line * columns + column]), most)
        var end = column + 1
        while end < columns, Self.color(Double(cells[line * columns + end]), most) == color {
          end += 1
        }
        parts.append(
          "<rect x=\"\(Self.number(Double(column) * cell))\" "
            + "y=\"\(Self.number(Double(line) * cell))\" "
            + "width=\"\(Self.number(Double(end - column) * cell))\" "
            + "height=\"\(Self.number(cell))\" fill=\"\(color)\"/>")
        column = end
      }
    }
    let mostInRow = Double(max(1, rows.max() ?? 1))
    let points = rows.enumerated().map { row, count in
      "\(Self.number(580 + 180 * Double(count) / mostInRow)),\(Self.number(Double(row) * scale))"
    }
    let total = CostReport.grouped(rows.reduce(0, +))
    let bottom = Double(height) * scale
    return """
      <h3>Mode \(mode.rawValue): \(total) accesses</h3>
      <svg viewBox="0 0 800 \(Self.number(bottom + 20))" role="img" shape-rendering="crispEdges">
      \(parts.joined(separator: "\n"))
      <polyline class="rows" shape-rendering="auto" points="\(points.joined(separator: " "))"/>
      <text class="soft" x="580" y="\(Self.number(bottom + 14))">0</text>
      <text class="soft" x="760" y="\(Self.number(bottom + 14))" text-anchor="end">\
      \(CostReport.grouped(rows.max() ?? 0)) a row</text>
      </svg>
      """
  }

  /// From near black over red to yellow, by the logarithm.
  private static func color(_ value: Double, _ most: Double) -> String {
    guard value > 0, most > 0 else { return "#101018" }
    let share = most <= 1 ? 1 : (log2(value) + 1) / (log2(most) + 1)
    let step = max(0, min(15, Int(share * 15)))
    let red = min(255, 40 + step * 22)
    let green = max(0, step * 26 - 170)
    let blue = step < 8 ? 60 - step * 6 : 12
    return "#" + [red, green, blue].map(hex).joined()
  }

  private static func hex(_ value: Int) -> String {
    let digits = String(value, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
