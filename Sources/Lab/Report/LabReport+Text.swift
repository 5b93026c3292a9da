extension LabReport {
  /// The report for people: 100 columns.
  public var text: String {
    var lines = [
      "LABORATORY  \(timeByEngine.map(\.name).joined(separator: ", then "))   \(model) at "
        + "\(Self.decimal(Double(clockHertz) / 1e6, 2)) MHz, "
        + "\(Self.seconds(ticks, clockHertz)) of guest time, \(Self.percent(idleTicks, ticks)) idle"
    ]
    guard timeByEngine.contains(where: { $0.name != EngineKind.native.rawValue }) else {
      return (lines + ["no monitor: nothing to tell"]).joined(separator: "\n")
    }
    lines += silentLines
    lines += ["", "exits \(Self.grouped(exits))" + Self.list(byClass, ":  ")]
    lines += Self.table("by instruction", byInstruction, 12)
    lines += Self.table("by reason", byReason, 12)
    lines += Self.table("by port", byPort.map { Tally(name: $0.name + "h", count: $0.count) }, 12)
    lines += Self.table("by page", byPage, 8)
    lines += ["", "guest time by way of execution"] + times(timeByPlan)
    if timeByEngine.count > 1 {
      lines += ["guest time by engine"] + times(timeByEngine)
      lines += engineChanges.map {
        "  at \(Self.seconds($0.tick, clockHertz)): \($0.from.rawValue) -> \($0.to.rawValue)"
      }
    }
    lines += ["", injectionLine, costLine]
    if costs.deviceRequests > 0 { lines.append(deviceLine) }
    lines += [""] + propertyLines
    if !remarks.isEmpty { lines += ["", "\(engine.rawValue)"] + remarks.map { "  " + $0 } }
    return lines.joined(separator: "\n")
  }

  private var silentLines: [String] {
    let watches = timeByEngine.contains {
      [EngineKind.audit, .repair].map(\.rawValue).contains($0.name)
    }
    guard watches || silentCount > 0 else {
      return ["", "silent failures: nobody looked (--engine audit does)"]
    }
    var lines = ["", "silent failures \(Self.grouped(silentCount))"]
    for group in silent {
      let place = "\(Self.hex(UInt64(group.firstCS), 4)):\(Self.hex(group.firstEIP, 8))"
      lines.append(
        "  \(group.instruction.padded(to: 10)) \(Self.grouped(group.count).leftPadded(to: 9)) at "
          + "\(group.siteCount) place\(group.siteCount == 1 ? "" : "s"), first at \(place)  "
          + "\(group.disassembly)")
      lines.append("    ring 0: \(Self.cut(group.ring0Result, 84))")
      lines.append("    here:   \(Self.cut(group.machineResult, 84))")
      if let symptom = group.symptom { lines += Self.wrapped("led to: \(symptom)", indent: 4) }
    }
    for symptom in symptoms where !silent.contains(where: { $0.symptom == symptom }) {
      lines += Self.wrapped("symptom: \(symptom)", indent: 2)
    }
    return lines
  }

  private func times(_ times: [Time]) -> [String] {
    times.map {
      "  \($0.name.padded(to: 36)) \(Self.seconds($0.ticks, clockHertz).leftPadded(to: 12)) "
        + Self.percent($0.ticks, ticks).leftPadded(to: 7)
    }
  }

  private var injectionLine: String {
    var text =
      "interrupts delivered \(Self.grouped(injections.count)), while the guest had them off "
      + "\(injections.whileMasked)"
    if injections.windows > 0 {
      text +=
        "; \(Self.grouped(injections.windows)) had to wait, "
        + "\(injections.windowTicks / UInt64(injections.windows)) clocks on average, "
        + "\(Self.grouped(Int(clamping: injections.longestWindow))) at most"
    }
    return text
  }

  private var costLine: String {
    "cycles of the monitor (\(costs.profile)) \(Self.grouped(Int(clamping: costs.cycles)))"
      + Self.list(costs.byClass + costs.byWork, ":  ")
  }

  /// What devices cost, which is where a hosted monitor and one on the bare machine part.
  private var deviceLine: String {
    let requests = max(1, costs.deviceRequests)
    var text =
      "device requests \(Self.grouped(Int(clamping: costs.deviceRequests)))"
      + " (\(Self.grouped(Int(clamping: costs.diskCommands))) disk commands), "
      + "\(Self.grouped(Int(clamping: costs.deviceCycles / requests))) cycles each"
    if costs.worldSwitches > 0 {
      text +=
        "; world switches \(Self.grouped(Int(clamping: costs.worldSwitches))), "
        + "\(Self.decimal(Double(costs.worldSwitches) / Double(requests), 2)) a request"
    }
    return text
  }

  private var propertyLines: [String] {
    var efficient = "not measured"
    if let instructions = efficiency.instructions, let direct = efficiency.direct {
      efficient =
        "\(Self.decimal(direct * 100, 3)) % of about \(Self.grouped(Int(instructions))) instructions "
        + "needed no intervention (\(Self.grouped(efficiency.samples)) samples)"
    }
    return [
      "Popek and Goldberg's properties",
      "  equivalence       not checked in this run: 'ringone lab verify' compares with native",
      "  resource control  "
        + (violations.map { "\($0) changes of the machine's state without the monitor's consent" }
          ?? "not checked in this run"),
      "  efficiency        " + efficient,
    ]
  }

  // MARK: Pieces

  /// The first few, in columns; the rest as a sum.
  private static func table(_ title: String, _ tallies: [Tally], _ limit: Int) -> [String] {
    guard !tallies.isEmpty else { return [] }
    var cells = tallies.prefix(limit).map { ($0.name, $0.count) }
    let rest = tallies.dropFirst(limit)
    if !rest.isEmpty {
      cells.append(("\(rest.count) others", rest.reduce(0) { $0 + $1.count }))
    }
    var lines = [title]
    for start in stride(from: 0, to: cells.count, by: 3) {
      let row = cells[start..<min(start + 3, cells.count)].map { name, count in
        cut(name, 19).padded(to: 20) + grouped(count).leftPadded(to: 10)
      }
      lines.append("  " + row.joined(separator: "  "))
    }
    return lines
  }

  private static func list(_ tallies: [Tally], _ start: String) -> String {
    tallies.isEmpty
      ? ""
      : start + tallies.map { "\($0.name) \(grouped($0.count))" }.joined(separator: ", ")
  }

  static func cut(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : String(text.prefix(width - 2)) + ".."
  }

  /// Lines of at most 100 columns.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count + word.count > 99, line.count > indent {
        lines.append(line)
        line = margin + "  "
      }
      line += (line.last == " " || line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  /// 1234567 as 1,234,567.
  package static func grouped(_ value: Int) -> String {
    let digits = String(abs(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  package static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard places > 0, abs(scaled) < 1e15 else { return String(format(scaled / scale)) }
    let whole = Int(scaled)
    let fraction = String(abs(whole) % Int(scale))
    return "\(whole < 0 ? "-" : "")\(abs(whole) / Int(scale))."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

  private static func format(_ value: Double) -> String {
    abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  static func seconds(_ ticks: UInt64, _ hertz: UInt64) -> String {
    decimal(Double(ticks) / Double(max(1, hertz)), 3) + " s"
  }

  static func percent(_ part: UInt64, _ whole: UInt64) -> String {
    decimal(whole == 0 ? 0 : Double(part) / Double(whole) * 100, 1) + " %"
  }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
