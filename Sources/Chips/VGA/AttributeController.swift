/// The attribute controller: palette, blinking, panning and border colour (3C0h/3C1h).
///
/// IBM PS/2 Hardware Interface Technical Reference, "Attribute Controller Registers".
struct AttributeController: Codable, Equatable, Sendable {
  /// Index and data take turns at 3C0h; reading input status 1 makes the next write an index.
  private(set) var expectsData = false
  /// Bits 0-4 the index, bit 5 the palette address source.
  private(set) var index: UInt8 = 0
  /// A vector, so that reading a register is one load; the unused lanes stay zero.
  private var registers = SIMD32<UInt8>()

  private static func implementedBits(_ index: UInt8) -> UInt8 {
    switch index {
    case 0...0x0F, 0x12: 0x3F
    case 0x10: 0xEF
    case 0x11: 0xFF
    default: 0x0F
    }
  }

  mutating func resetFlipFlop() { expectsData = false }

  /// 3C1h; index 15h and up name nothing and read as zero.
  func read() -> UInt8 {
    let number = index & 0x1F
    return number < 21 ? registers[Int(number)] : 0
  }

  /// 3C0h.
  // DEVIATION: IBM gives the palette registers to the host only while the palette address source is
  // clear. The LGPL VGA BIOS (Debian's vgabios) sets them with the bit on, and so they always listen.
  mutating func write(_ value: UInt8) {
    defer { expectsData.toggle() }
    guard expectsData else {
      index = value & 0x3F
      return
    }
    let number = index & 0x1F
    guard number < 21 else { return }
    registers[Int(number)] = value & Self.implementedBits(number)
  }

  // MARK: What the registers mean

  /// Palette address source: clear, the palette is the host's and the screen shows the border colour.
  var isDisplayingPalette: Bool { index & 0x20 != 0 }
  var emulatesMonochrome: Bool { registers[0x10] & 0x02 != 0 }
  var extendsLineGraphics: Bool { registers[0x10] & 0x04 != 0 }
  var blinks: Bool { registers[0x10] & 0x08 != 0 }
  /// Panning stops at the line compare.
  var stopsPanningAtSplit: Bool { registers[0x10] & 0x20 != 0 }
  /// Two four-bit dots make one eight-bit pixel, two dots wide.
  var pairsDots: Bool { registers[0x10] & 0x40 != 0 }
  var overscan: UInt8 { registers[0x11] }
  var planeEnable: UInt8 { registers[0x12] & 0x0F }
  /// Which two outputs input status 1 shows in bits 5 and 4.
  var statusMultiplexer: UInt8 { registers[0x12] >> 4 }

  /// How many dots the picture moves left. With nine dots a character, 8 means none.
  func panning(dotsPerCharacter: Int) -> Int {
    let value = Int(registers[0x13])
    return dotsPerCharacter == 9 ? (value >= 8 ? 0 : value + 1) : value & 7
  }

  /// The eight bits that leave for the DAC when a four-bit dot comes in.
  func output(_ dot: UInt8) -> UInt8 {
    let palette = registers[Int(dot & planeEnable)]
    let colorSelect = registers[0x14]
    let low = registers[0x10] & 0x80 != 0 ? palette & 0x0F | (colorSelect & 3) << 4 : palette
    return low | (colorSelect & 0x0C) << 4
  }

  /// The same for an eight-bit pixel, which passes the palette by.
  func output256(_ pixel: UInt8) -> UInt8 { pixel & (planeEnable | planeEnable << 4) }
}
