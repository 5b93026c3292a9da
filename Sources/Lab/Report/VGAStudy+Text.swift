// The study as a table and as JSON.

extension VGAStudy {
  /// What a phase does, in a few words.
  public static func words(_ mode: Mode, _ work: Work) -> String {
    switch (mode, work) {
    case (.planar, .fill): "640 x 480, set/reset, a byte at a time"
    case (.planar, .line): "the diagonal, 640 pixels: bit mask, read, write"
    case (.planar, .text): "320 characters of 8 x 16: bit mask, read, write"
    case (.planar, .registers): "16 palette entries, 17 start addresses"
    case (_, .fill): "320 x 200, a byte a pixel"
    case (_, .line): "the diagonal, 320 pixels"
    case (_, .text): "160 characters of 8 x 16, both colours"
    case (_, .registers): "256 colours of the DAC"
    }
  }

  /// A table for the terminal, at most 100 columns wide.
  public var text: String {
    var lines = [
      "Exits and time of VGA drawing under \(engine.rawValue); cost profile \(profile.name)",
      "",
      "mode       work         memory   ports  hidden  predicted    error       time   error slowdown",
    ]
    for phase in phases {
      if phase.work == .fill, phase.mode != .planar { lines.append("") }
      let counted = phase.counted
      let cells = [
        CostReport.right("\(counted.memory)", 8), CostReport.right("\(counted.ports)", 8),
        CostReport.right("\(counted.hidden)", 8),
        CostReport.right("\(phase.predicted.total)", 11),
        CostReport.right(CostReport.percent(phase.countError, isSigned: true), 9),
        CostReport.right(CostReport.grouped(phase.time), 13),
        CostReport.right(CostReport.percent(phase.timeError, isSigned: true), 8),
        CostReport.right(Self.factor(phase.slowdown), 9),
      ]
      lines.append(
        phase.mode.rawValue.padded(to: 11) + phase.work.rawValue.padded(to: 10) + cells.joined())
    }
    lines += [
      "",
      "predicted: exits, from the algorithm alone. time: guest clocks and the monitor's cycles; its",
      "prediction is the exits times their cost, and the clocks that the phase takes without a monitor.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  static func factor(_ value: Double) -> String {
    guard value.isFinite, value >= 0, value < 1e9 else { return "-" }
    if value >= 100 { return CostReport.grouped(UInt64(value.rounded())) + "x" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)x"
  }

  /// The largest error of counts or times.
  public var worstError: Double {
    phases.flatMap { [abs($0.countError), abs($0.timeError)] }.max() ?? 0
  }
}
