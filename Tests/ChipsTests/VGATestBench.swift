import BusKit
import Chips

/// A VGA on a test bench: a scheduler, a probe on its interrupt pin and the IBM mode tables.
struct VGATestBench {
  let scheduler: Scheduler
  let interrupt = InterruptLine()
  let vga: VGA

  /// - Parameter frequency: of the timeline; the default gives one tick for each 25.175 MHz dot.
  init(frequency: Frequency = Frequency(25_175_000)) {
    scheduler = Scheduler(frequency: frequency)
    vga = VGA(scheduler: scheduler, interrupt: interrupt)
  }

  // MARK: Ports by their printed numbers

  func out(_ port: UInt16, _ value: UInt8) { vga.writePort(port - 0x3B0, value) }
  func `in`(_ port: UInt16) -> UInt8 { vga.readPort(port - 0x3B0) }
  func sequencer(_ index: UInt8, _ value: UInt8) {
    out(0x3C4, index)
    out(0x3C5, value)
  }
  func graphics(_ index: UInt8, _ value: UInt8) {
    out(0x3CE, index)
    out(0x3CF, value)
  }
  /// Through the colour address.
  func crtc(_ index: UInt8, _ value: UInt8) {
    out(0x3D4, index)
    out(0x3D5, value)
  }
  func attribute(_ index: UInt8, _ value: UInt8) {
    _ = `in`(0x3DA)
    out(0x3C0, index)
    out(0x3C0, value)
  }
  func showPalette() {
    _ = `in`(0x3DA)
    out(0x3C0, 0x20)
  }
  func color(_ index: UInt8, _ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    out(0x3C8, index)
    for level in [red, green, blue] { out(0x3C9, level) }
  }

  // MARK: Memory by physical addresses

  func write(_ address: UInt32, _ value: UInt8) { vga.writeMemory(address - 0xA0000, value) }
  func read(_ address: UInt32) -> UInt8 { vga.readMemory(address - 0xA0000) }
  /// The four planes of an address, plane 0 in the low byte, straight from the chips.
  func planes(_ address: Int) -> UInt32 { vga.memory.storage.read(4 * address) }

  func frame() -> Frame {
    var frame = Frame()
    vga.renderFrame(into: &frame)
    return frame
  }

  // MARK: Modes

  /// One column of IBM's mode table (PS/2 Hardware Interface Technical Reference, "Mode tables").
  struct Mode {
    var miscellaneous: UInt8
    var sequencer: [UInt8]
    var crtc: [UInt8]
    var graphics: [UInt8]
    /// Registers 0-0Fh are made 0-0Fh, 10h to 14h are these.
    var attribute: [UInt8]
  }

  static let text80 = Mode(
    miscellaneous: 0x67, sequencer: [3, 0x00, 0x03, 0x00, 0x02],
    crtc: [
      0x5F, 0x4F, 0x50, 0x82, 0x55, 0x81, 0xBF, 0x1F, 0x00, 0x4F, 0x0D, 0x0E, 0x00, 0x00, 0x00,
      0x00, 0x9C, 0x8E, 0x8F, 0x28, 0x1F, 0x96, 0xB9, 0xA3, 0xFF,
    ],
    graphics: [0, 0, 0, 0, 0, 0x10, 0x0E, 0x00, 0xFF], attribute: [0x0C, 0x00, 0x0F, 0x08, 0x00])

  static let text40: Mode = {
    var mode = text80
    mode.sequencer[1] = 0x08
    mode.crtc.replaceSubrange(0..<6, with: [0x2D, 0x27, 0x28, 0x90, 0x2B, 0xA0])
    mode.crtc[0x13] = 0x14
    return mode
  }()

  static let monochrome: Mode = {
    var mode = text80
    mode.miscellaneous = 0x66
    mode.crtc[0x14] = 0x0D
    mode.graphics[6] = 0x0A
    mode.attribute[0] = 0x0E
    return mode
  }()

  static let cga4 = Mode(
    miscellaneous: 0x63, sequencer: [3, 0x09, 0x03, 0x00, 0x02],
    crtc: [
      0x2D, 0x27, 0x28, 0x90, 0x2B, 0x80, 0xBF, 0x1F, 0x00, 0xC1, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x9C, 0x8E, 0x8F, 0x14, 0x00, 0x96, 0xB9, 0xA2, 0xFF,
    ],
    graphics: [0, 0, 0, 0, 0, 0x30, 0x0F, 0x00, 0xFF], attribute: [0x01, 0x00, 0x03, 0x00, 0x00])

  static let cga2: Mode = {
    var mode = cga4
    mode.sequencer = [3, 0x01, 0x01, 0x00, 0x06]
    mode.crtc.replaceSubrange(0..<6, with: [0x5F, 0x4F, 0x50, 0x82, 0x54, 0x80])
    mode.crtc[0x13] = 0x28
    mode.crtc[0x17] = 0xC2
    mode.graphics[5] = 0x00
    mode.graphics[6] = 0x0D
    mode.attribute[2] = 0x01
    return mode
  }()

  static let planar640 = Mode(
    miscellaneous: 0xE3, sequencer: [3, 0x01, 0x0F, 0x00, 0x06],
    crtc: [
      0x5F, 0x4F, 0x50, 0x82, 0x54, 0x80, 0x0B, 0x3E, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0xEA, 0x8C, 0xDF, 0x28, 0x00, 0xE7, 0x04, 0xE3, 0xFF,
    ],
    graphics: [0, 0, 0, 0, 0, 0x00, 0x05, 0x0F, 0xFF], attribute: [0x01, 0x00, 0x0F, 0x00, 0x00])

  static let planar320: Mode = {
    var mode = planar640
    mode.miscellaneous = 0x63
    mode.sequencer[1] = 0x09
    mode.crtc = [
      0x2D, 0x27, 0x28, 0x90, 0x2B, 0x80, 0xBF, 0x1F, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x9C, 0x8E, 0x8F, 0x14, 0x00, 0x96, 0xB9, 0xE3, 0xFF,
    ]
    return mode
  }()

  static let colors256 = Mode(
    miscellaneous: 0x63, sequencer: [3, 0x01, 0x0F, 0x00, 0x0E],
    crtc: [
      0x5F, 0x4F, 0x50, 0x82, 0x54, 0x80, 0xBF, 0x1F, 0x00, 0x41, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x9C, 0x8E, 0x8F, 0x28, 0x40, 0x96, 0xB9, 0xA3, 0xFF,
    ],
    graphics: [0, 0, 0, 0, 0, 0x40, 0x05, 0x0F, 0xFF], attribute: [0x41, 0x00, 0x0F, 0x00, 0x00])

  /// Programs a mode as a BIOS would, with DAC colour n = (n, 0, 0) modulo 64 levels.
  func set(_ mode: Mode) {
    out(0x3C2, mode.miscellaneous)
    let crtcPort: UInt16 = mode.miscellaneous & 1 != 0 ? 0x3D4 : 0x3B4
    sequencer(0, 1)
    for (index, value) in mode.sequencer.enumerated() where index > 0 {
      sequencer(UInt8(index), value)
    }
    sequencer(0, 3)
    out(crtcPort, 0x11)
    out(crtcPort + 1, 0)
    for (index, value) in mode.crtc.enumerated() {
      out(crtcPort, UInt8(index))
      out(crtcPort + 1, value)
    }
    for (index, value) in mode.graphics.enumerated() { graphics(UInt8(index), value) }
    _ = `in`(crtcPort + 6)
    for index in 0..<UInt8(0x15) {
      out(0x3C0, index)
      out(0x3C0, index < 0x10 ? index : mode.attribute[Int(index) - 0x10])
    }
    out(0x3C0, 0x20)
    out(0x3C6, 0xFF)
    for index in 0...UInt8(255) { color(index, index & 0x3F, index >> 6, 0) }
  }

  /// What `set` makes of DAC colour `index`.
  static func shade(_ index: Int) -> UInt32 {
    let red = UInt32(index & 0x3F)
    let green = UInt32(index >> 6)
    return 0xFF00_0000 | (red << 2 | red >> 4) << 16 | (green << 2 | green >> 4) << 8
  }

  /// Loads one row of one glyph into plane 2 (font 0) by way of the planes' raw memory.
  func glyph(_ character: Int, row: Int, _ bits: UInt8, font: Int = 0) {
    let address = 4 * (font + character * 32 + row) + 2
    vga.memory.storage.write(address, bits)
  }
}

extension Frame {
  func pixel(_ x: Int, _ y: Int) -> UInt32 { pixels[y * width + x] }
  /// A row's pixels as DAC colours of ``VGATestBench/set(_:)``.
  func row(_ y: Int, _ columns: Range<Int>) -> [UInt32] { columns.map { pixel($0, y) } }
}
