import Chips
import PC

/// Lines in the corner of the picture, with a red flash for each alarm.
///
/// It is drawn into a copy of the frame, dot for dot, so that the screen's own comparison finds what has
/// changed; while there is none, frames go to the screen as they are.
struct Overlay {
  private var annotation: Session.Annotation?
  private var flashEnd: UInt64 = 0
  private var isFlashing = false

  private static let flashMilliseconds: UInt64 = 300
  private static let padding = 4
  private static let borderWidth = 6
  private static let ink: UInt32 = 0xFFF2_F2F2
  private static let alarmInk: UInt32 = 0xFFFF_FFFF
  private static let alarmRed: UInt32 = 0xFFC8_1E1E

  init() {}

  /// Takes what there is to show at a time in milliseconds.
  /// - Returns: whether it looks different now.
  mutating func update(_ newer: Session.Annotation?, now: UInt64) -> Bool {
    let former = annotation
    let wasFlashing = isFlashing
    // What had happened before somebody looked is no news.
    if let newer, let former, newer.alarmCount > former.alarmCount {
      flashEnd = now + Self.flashMilliseconds
    }
    annotation = newer
    isFlashing = now < flashEnd
    return annotation != former || isFlashing != wasFlashing
  }

  /// The picture with the lines over it; nil where there is nothing to draw on or with.
  func drawn(on frame: Frame?) -> Frame? {
    guard let frame, let annotation, !annotation.lines.isEmpty else { return nil }
    var canvas = Canvas(frame)
    if isFlashing { canvas.fillBorder(Self.borderWidth, Self.alarmRed) }
    let columns = annotation.lines.map(\.utf8.count).max() ?? 0
    let width = columns * OverlayFont.width + 2 * Self.padding
    let height = annotation.lines.count * OverlayFont.height + 2 * Self.padding
    let left = max(0, frame.width - width - 2 * Self.borderWidth)
    let top = 2 * Self.borderWidth
    if isFlashing {
      canvas.fill(left..<left + width, top..<top + height, Self.alarmRed)
    } else {
      canvas.darken(left..<left + width, top..<top + height)
    }
    for (line, text) in annotation.lines.enumerated() {
      canvas.write(
        text, column: left + Self.padding,
        row: top + Self.padding + line * OverlayFont.height,
        isFlashing ? Self.alarmInk : Self.ink)
    }
    return canvas.frame
  }

  /// A copy of a frame to draw in; what lies outside is not drawn.
  private struct Canvas {
    private let width: Int
    private let height: Int
    private var pixels: [UInt32]

    init(_ frame: Frame) {
      (width, height, pixels) = (frame.width, frame.height, frame.pixels)
    }

    var frame: Frame { Frame(width: width, height: height, pixels: pixels) }

    mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ color: UInt32) {
      change(columns, rows) { _ in color }
    }

    /// To a quarter, so that what lies below can still be guessed.
    mutating func darken(_ columns: Range<Int>, _ rows: Range<Int>) {
      change(columns, rows) { $0 >> 2 & 0x003F_3F3F | 0xFF00_0000 }
    }

    mutating func fillBorder(_ thickness: Int, _ color: UInt32) {
      fill(0..<width, 0..<thickness, color)
      fill(0..<width, max(0, height - thickness)..<height, color)
      fill(0..<thickness, 0..<height, color)
      fill(max(0, width - thickness)..<width, 0..<height, color)
    }

    mutating func write(_ text: String, column: Int, row: Int, _ color: UInt32) {
      var left = column
      for code in text.utf8 {
        let known = OverlayFont.codes.contains(code) ? code : UInt8(ascii: "?")
        let first = Int(known - OverlayFont.codes.lowerBound) * OverlayFont.height
        for line in 0..<OverlayFont.height {
          let dots = OverlayFont.rows[first + line]
          for dot in 0..<OverlayFont.width where dots << UInt8(dot) & 0x80 != 0 {
            change(left + dot..<left + dot + 1, row + line..<row + line + 1) { _ in color }
          }
        }
        left += OverlayFont.width
      }
    }

    private mutating func change(
      _ columns: Range<Int>, _ rows: Range<Int>, _ body: (UInt32) -> UInt32
    ) {
      let columns = columns.clamped(to: 0..<width)
      for row in rows.clamped(to: 0..<height) {
        for column in columns { pixels[row * width + column] = body(pixels[row * width + column]) }
      }
    }
  }
}
