/// The graphics controller: the data path between the host's bus and the four planes (3CEh/3CFh).
///
/// IBM PS/2 Hardware Interface Technical Reference, "Graphics Controller Registers".
struct GraphicsController: Codable, Equatable, Sendable {
  private(set) var index: UInt8 = 0
  /// A vector, so that reading a register is one load; the unused lanes stay zero.
  private var registers = SIMD16<UInt8>()
  /// The four latches, plane 0 in the low byte; every host read of video memory loads them.
  var latches: UInt32 = 0

  private static func implementedBits(_ index: UInt8) -> UInt8 {
    switch index {
    case 3: 0x1F
    case 4: 0x03
    case 5: 0x7B
    case 8: 0xFF
    default: 0x0F
    }
  }

  mutating func select(_ value: UInt8) { index = value & 0x0F }

  /// Index 9 and up name nothing and read as zero.
  func read() -> UInt8 { index < 9 ? registers[Int(index)] : 0 }

  mutating func write(_ value: UInt8) {
    guard index < 9 else { return }
    registers[Int(index)] = value & Self.implementedBits(index)
  }

  // MARK: What the registers mean

  var setReset: UInt8 { registers[0] }
  var enableSetReset: UInt8 { registers[1] }
  var colorCompare: UInt8 { registers[2] }
  var rotateCount: UInt8 { registers[3] & 7 }
  var function: UInt8 { registers[3] >> 3 }
  var readMap: UInt8 { registers[4] }
  var writeMode: UInt8 { registers[5] & 3 }
  var comparesColors: Bool { registers[5] & 0x08 != 0 }
  /// Odd/even reads: host address bit 0 takes the place of the read map's bit 0.
  var isOddEven: Bool { registers[5] & 0x10 != 0 }
  /// CGA's two bits per pixel: bytes of even and odd planes leave one after the other.
  var interleavesShift: Bool { registers[5] & 0x20 != 0 }
  /// 256 colours: each plane's byte leaves as two nibbles.
  var shifts256: Bool { registers[5] & 0x40 != 0 }
  var isGraphics: Bool { registers[6] & 0x01 != 0 }
  /// Host address bit 0 is replaced by a higher bit.
  var chainsOddEven: Bool { registers[6] & 0x02 != 0 }
  /// 0: A0000h/128 KB, 1: A0000h/64 KB, 2: B0000h/32 KB, 3: B8000h/32 KB.
  var memoryMap: UInt8 { registers[6] >> 2 & 3 }
  var colorDontCare: UInt8 { registers[7] }
  var bitMask: UInt8 { registers[8] }
}

/// The host's path to video memory with every mask spread over the four planes: what the graphics
/// controller, the sequencer and the miscellaneous output register mean for one access. Rebuilt
/// when one of them changes, so that a planar access is a handful of 32-bit operations.
struct DataPath {
  /// How a host address chooses planes.
  enum Addressing { case planar, oddEven, chain4 }

  private let windowStart: UInt32
  private let windowMask: UInt32
  private let windowBytes: UInt32
  let writeAddressing: Addressing
  private let readAddressing: Addressing
  private let chainsOddEven: Bool
  /// What replaces address bit 0: the high window bit (128 KB map) or the page bit.
  private let highBitShift: UInt32
  private let pageBit: UInt32
  private let addressMask: UInt32
  private let mapMask: UInt32
  private let writeMode: UInt8
  private let rotateCount: UInt8
  private let function: UInt8
  private let setReset: UInt32
  private let enableSetReset: UInt32
  private let bitMask: UInt32
  private let comparesColors: Bool
  private let colorCompare: UInt32
  private let colorCare: UInt32
  private let readMap: UInt32
  /// Host data reaches memory unchanged.
  let isTransparent: Bool
  /// The 64 KiB at A0000h read as they were written.
  let isPlain: Bool

  init(
    _ graphics: GraphicsController, _ sequencer: Sequencer, ramEnabled: Bool, highPage: Bool
  ) {
    let (start, bytes): (UInt32, UInt32) =
      switch graphics.memoryMap {
      case 0: (0, 0x20000)
      case 1: (0, 0x10000)
      case 2: (0x10000, 0x8000)
      default: (0x18000, 0x8000)
      }
    windowStart = start
    windowBytes = ramEnabled ? bytes : 0
    windowMask = bytes - 1
    writeAddressing = sequencer.isChain4 ? .chain4 : sequencer.isOddEven ? .oddEven : .planar
    readAddressing = sequencer.isChain4 ? .chain4 : graphics.isOddEven ? .oddEven : .planar
    chainsOddEven = graphics.chainsOddEven
    highBitShift = graphics.memoryMap == 0 ? 16 : 31
    pageBit = graphics.memoryMap == 0 || highPage ? 0 : 1
    addressMask = sequencer.hasExtendedMemory ? 0xFFFF : 0x3FFF
    mapMask = Self.spread(sequencer.mapMask)
    writeMode = graphics.writeMode
    rotateCount = graphics.rotateCount
    function = graphics.function
    setReset = Self.spread(graphics.setReset)
    enableSetReset = Self.spread(graphics.enableSetReset)
    bitMask = Self.repeated(graphics.bitMask)
    comparesColors = graphics.comparesColors
    colorCompare = Self.spread(graphics.colorCompare)
    colorCare = Self.spread(graphics.colorDontCare)
    readMap = UInt32(graphics.readMap)
    isTransparent =
      graphics.writeMode == 0 && graphics.rotateCount == 0 && graphics.function == 0
      && graphics.enableSetReset == 0 && graphics.bitMask == 0xFF
    isPlain =
      isTransparent && sequencer.isChain4 && sequencer.hasExtendedMemory
      && sequencer.mapMask == 0x0F && !graphics.comparesColors && graphics.memoryMap == 1
      && ramEnabled
  }

  /// One bit per plane to one byte per plane.
  static func spread(_ planes: UInt8) -> UInt32 {
    let bits = UInt32(planes)
    return (bits & 1 | bits << 7 & 0x100 | bits << 14 & 0x1_0000 | bits << 21 & 0x100_0000) &* 0xFF
  }

  /// One byte into all planes.
  static func repeated(_ byte: UInt8) -> UInt32 { UInt32(byte) &* 0x0101_0101 }

  /// The address within the selected window, or nil where the VGA does not answer.
  @inline(__always) func hostAddress(_ offset: UInt32) -> UInt32? {
    offset &- windowStart < windowBytes ? offset & windowMask : nil
  }

  // MARK: Reading

  /// The memory address that a host read of `address` loads into the latches.
  @inline(__always) func readAddress(_ address: UInt32) -> Int {
    memoryAddress(address, chain4: readAddressing == .chain4)
  }

  /// What the host sees of `latches` when it reads at `address`.
  @inline(__always) func hostData(_ latches: UInt32, at address: UInt32) -> UInt8 {
    if comparesColors {
      // Read mode 1: a bit is one where all cared-for planes hold the compare colour.
      let difference = (latches ^ colorCompare) & colorCare
      let folded = difference | difference >> 16
      return ~UInt8(truncatingIfNeeded: folded | folded >> 8)
    }
    let plane: UInt32 =
      switch readAddressing {
      case .planar: readMap
      case .oddEven: readMap & 2 | address & 1
      case .chain4: address & 3
      }
    return UInt8(truncatingIfNeeded: latches >> (plane &* 8))
  }

  /// Whether an aligned doubleword is simply the four planes.
  var readsWholeDoublewords: Bool { readAddressing == .chain4 && !comparesColors }

  // MARK: Writing

  @inline(__always) func writeAddress(_ address: UInt32) -> Int {
    memoryAddress(address, chain4: writeAddressing == .chain4)
  }

  /// The planes that a write at `address` may change, as a byte mask.
  @inline(__always) func writePlanes(_ address: UInt32) -> UInt32 {
    switch writeAddressing {
    case .planar: mapMask
    case .oddEven: mapMask & (0x00FF_00FF &<< ((address & 1) &* 8))
    case .chain4: mapMask & (0xFF &<< ((address & 3) &* 8))
    }
  }

  /// All planes of the map mask, for a doubleword in chain 4 or a word in odd/even.
  var enabledPlanes: UInt32 { mapMask }

  /// Host data after rotate, set/reset, function and bit mask: what the four planes are offered.
  @inline(__always) func planeData(_ value: UInt8, latches: UInt32) -> UInt32 {
    var data: UInt32
    var mask = bitMask
    switch writeMode {
    case 0:
      data = Self.repeated(rotated(value))
      data = data & ~enableSetReset | setReset & enableSetReset
    case 1:
      return latches
    case 2:
      data = Self.spread(value)
    default:
      data = setReset
      mask &= Self.repeated(rotated(value))
    }
    switch function {
    case 1: data &= latches
    case 2: data |= latches
    case 3: data ^= latches
    default: break
    }
    return data & mask | latches & ~mask
  }

  @inline(__always) private func rotated(_ value: UInt8) -> UInt8 {
    value &>> rotateCount | value &<< ((8 &- rotateCount) & 7)
  }

  /// Chain 4: bits 0 and 1 choose the plane and bits 14 and 15 take their places, which is how the
  /// display's doubleword mode finds the byte again.
  @inline(__always) private func memoryAddress(_ address: UInt32, chain4: Bool) -> Int {
    var result = address
    if chain4 {
      result = address & 0xFFFC | address >> 14 & 3
    } else if chainsOddEven {
      result = address & ~1 | (address >> highBitShift & 1) | pageBit
    }
    return Int(result & addressMask)
  }
}
