/// The sequencer: character clock, plane write mask, font maps and memory mode (3C4h/3C5h).
///
/// IBM PS/2 Hardware Interface Technical Reference, "Video Subsystem", "Sequencer Registers".
struct Sequencer: Codable, Equatable, Sendable {
  private(set) var index: UInt8 = 0
  /// A vector, so that reading a register is one load; the unused lanes stay zero.
  private var registers = SIMD8<UInt8>()

  /// The bits that exist in each register; the others read as zero.
  private static func implementedBits(_ index: UInt8) -> UInt8 {
    switch index {
    case 0: 0x03  // reset
    case 1: 0x3D  // clocking mode
    case 2: 0x0F  // map mask
    case 3: 0x3F  // character map select
    case 4: 0x0E  // memory mode
    default: 0x00
    }
  }

  mutating func select(_ value: UInt8) { index = value & 0x07 }

  /// Index 5 and up name nothing and read as zero.
  func read() -> UInt8 { index < 5 ? registers[Int(index)] : 0 }

  mutating func write(_ value: UInt8) {
    guard index < 5 else { return }
    registers[Int(index)] = value & Self.implementedBits(index)
  }

  // MARK: What the registers mean

  /// Both reset bits must be one for the sequencer to run.
  var isRunning: Bool { registers[0] & 3 == 3 }
  var dotsPerCharacter: Int { registers[1] & 0x01 != 0 ? 8 : 9 }
  /// Dot clock divided by two: every dot is shown twice (40 columns, 320 pixels).
  var halvesDotClock: Bool { registers[1] & 0x08 != 0 }
  var isScreenOff: Bool { registers[1] & 0x20 != 0 }
  var mapMask: UInt8 { registers[2] }
  var hasExtendedMemory: Bool { registers[4] & 0x02 != 0 }
  /// Odd/even: host address bit 0 chooses between planes 0, 2 and planes 1, 3 when writing.
  var isOddEven: Bool { registers[4] & 0x04 == 0 }
  var isChain4: Bool { registers[4] & 0x08 != 0 }

  /// The address in plane 2 of the font that attribute bit 3 = 1 chooses (character map A).
  var fontA: Int {
    Self.fontAddress((registers[3] >> 2) & 3, high: registers[3] & 0x20 != 0)
  }

  /// The address in plane 2 of the font that attribute bit 3 = 0 chooses (character map B).
  var fontB: Int {
    Self.fontAddress(registers[3] & 3, high: registers[3] & 0x10 != 0)
  }

  /// Maps 0-3 lie 16 KB apart, maps 4-7 8 KB above them.
  private static func fontAddress(_ map: UInt8, high: Bool) -> Int {
    Int(map) * 0x4000 + (high ? 0x2000 : 0)
  }
}
