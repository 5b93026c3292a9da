/// The CRT controller's registers (3D4h/3D5h, or 3B4h/3B5h in monochrome emulation).
///
/// IBM PS/2 Hardware Interface Technical Reference, "CRT Controller Registers". The counters that
/// these registers steer are computed, not clocked: ``RasterTiming``.
struct CRTC: Codable, Equatable, Sendable {
  static let registerCount = 25

  private(set) var index: UInt8 = 0
  /// A vector, so that reading a register is one load; the unused lanes stay zero.
  private var registers = SIMD32<UInt8>()

  private static func implementedBits(_ index: UInt8) -> UInt8 {
    switch index {
    case 0x08, 0x0B, 0x14: 0x7F
    case 0x0A: 0x3F
    case 0x17: 0xEF
    default: 0xFF
    }
  }

  mutating func select(_ value: UInt8) { index = value & 0x3F }

  /// Registers 10h and 11h read as the (absent) light pen's while "compatible read" is clear.
  func read() -> UInt8 {
    guard index < Self.registerCount else { return 0 }
    if (index == 0x10 || index == 0x11) && registers[3] & 0x80 == 0 { return 0 }
    return registers[Int(index)]
  }

  /// Register 11h bit 7 protects registers 0 to 7, but not the line compare bit in register 7.
  mutating func write(_ value: UInt8) {
    guard index < Self.registerCount else { return }
    let number = Int(index)
    if isProtected && number <= 7 {
      if number == 7 { registers[7] = registers[7] & ~0x10 | value & 0x10 }
      return
    }
    registers[number] = value & Self.implementedBits(index)
  }

  private subscript(_ number: Int) -> Int { Int(registers[number]) }

  private var isProtected: Bool { registers[0x11] & 0x80 != 0 }

  // MARK: Horizontal, in character clocks

  var horizontalTotal: Int { self[0] + 5 }
  var horizontalDisplayed: Int { self[1] + 1 }
  var horizontalBlankStart: Int { self[2] }
  /// Six bits: compared with the low bits of the character counter.
  var horizontalBlankEnd: Int { self[3] & 0x1F | (self[5] & 0x80) >> 2 }
  var displayEnableSkew: Int { self[3] >> 5 & 3 }

  // MARK: Vertical, in scan lines (or pairs of them, see `doublesVerticalCounts`)

  var verticalTotal: Int { (self[6] | (self[7] & 0x01) << 8 | (self[7] & 0x20) << 4) + 2 }
  var verticalDisplayed: Int {
    (self[0x12] | (self[7] & 0x02) << 7 | (self[7] & 0x40) << 3) + 1
  }
  var verticalRetraceStart: Int { self[0x10] | (self[7] & 0x04) << 6 | (self[7] & 0x80) << 2 }
  /// One to sixteen lines: register 11h holds the low four bits of the line where retrace ends.
  var verticalRetraceLength: Int {
    let length = (self[0x11] - verticalRetraceStart) & 0x0F
    return length == 0 ? 16 : length
  }
  var verticalBlankStart: Int { self[0x15] | (self[7] & 0x08) << 5 | (self[9] & 0x20) << 4 }
  /// Eight bits: compared with the low bits of the line counter.
  var verticalBlankEnd: Int { self[0x16] }
  /// The last line before the split screen begins at address zero.
  var lineCompare: Int { self[0x18] | (self[7] & 0x10) << 4 | (self[9] & 0x40) << 3 }

  /// The vertical counter is clocked by every second horizontal retrace.
  var doublesVerticalCounts: Bool { self[0x17] & 0x04 != 0 }
  /// Clear: no retrace, no picture.
  var isRunning: Bool { self[0x17] & 0x80 != 0 }
  /// Retrace interrupt: 0 holds its latch clear.
  var armsInterrupt: Bool { self[0x11] & 0x10 != 0 }
  var enablesInterrupt: Bool { self[0x11] & 0x20 == 0 }

  // MARK: Rows and addresses

  var presetRowScan: Int { self[8] & 0x1F }
  var bytePanning: Int { self[8] >> 5 & 3 }
  var maximumScanLine: Int { self[9] & 0x1F }
  var doublesScanLines: Bool { self[9] & 0x80 != 0 }
  var startAddress: Int { self[0x0C] << 8 | self[0x0D] }
  var offset: Int { self[0x13] }
  var underlineLocation: Int { self[0x14] & 0x1F }

  // MARK: Cursor

  var isCursorOff: Bool { self[0x0A] & 0x20 != 0 }
  var cursorStart: Int { self[0x0A] & 0x1F }
  var cursorEnd: Int { self[0x0B] & 0x1F }
  var cursorSkew: Int { self[0x0B] >> 5 & 3 }
  var cursorLocation: Int { self[0x0E] << 8 | self[0x0F] }

  /// One step of the address counter lasts two to this power character clocks.
  var addressShift: Int {
    self[0x14] & 0x20 != 0 ? 2 : self[0x17] & 0x08 != 0 ? 1 : 0
  }

  /// What the address counter's value becomes on the memory's address pins.
  func addressLines(rowScan: Int) -> AddressLines {
    // Doubleword, word or byte addressing.
    let (shift, wrap, wrapMask) =
      if self[0x14] & 0x40 != 0 {
        (2, 12, 3)
      } else if self[0x17] & 0x40 != 0 {
        (0, 0, 0)
      } else {
        (1, self[0x17] & 0x20 != 0 ? 15 : 13, 1)
      }
    // Row scan bits in place of bits 13 and 14, for CGA and Hercules layouts.
    var replaced = 0
    if self[0x17] & 0x01 == 0 { replaced |= 0x2000 }
    if self[0x17] & 0x02 == 0 { replaced |= 0x4000 }
    return AddressLines(
      shift: shift, wrap: wrap, wrapMask: wrapMask, kept: 0xFFFF & ~replaced,
      rowBits: rowScan << 13 & replaced)
  }

  struct AddressLines {
    fileprivate let shift: Int
    /// Where the counter bits come from that fill the places left by the shift.
    fileprivate let wrap: Int
    fileprivate let wrapMask: Int
    fileprivate let kept: Int
    fileprivate let rowBits: Int

    @inline(__always) func address(_ counter: Int) -> Int {
      (counter &<< shift | counter &>> wrap & wrapMask) & kept | rowBits
    }
  }
}

/// One frame as the CRT controller counts it, all in dots of the dot clock and scan lines.
struct RasterTiming: Equatable {
  let lineDots: UInt64
  let frameLines: UInt64
  let displayedDots: UInt64
  let displayedLines: UInt64
  let retraceStart: UInt64
  let retraceEnd: UInt64
  let isRunning: Bool

  var frameDots: UInt64 { lineDots * frameLines }
  var hasRetrace: Bool { isRunning && retraceStart < frameLines }

  init(_ crtc: CRTC, _ sequencer: Sequencer) {
    let characterDots = sequencer.dotsPerCharacter * (sequencer.halvesDotClock ? 2 : 1)
    let lines = crtc.doublesVerticalCounts ? 2 : 1
    lineDots = UInt64(crtc.horizontalTotal * characterDots)
    frameLines = UInt64(crtc.verticalTotal * lines)
    displayedDots = UInt64(crtc.horizontalDisplayed * characterDots)
    displayedLines = UInt64(crtc.verticalDisplayed * lines)
    retraceStart = UInt64(crtc.verticalRetraceStart * lines)
    retraceEnd = retraceStart + UInt64(crtc.verticalRetraceLength * lines)
    isRunning = crtc.isRunning && sequencer.isRunning
  }

  /// A point on the raster.
  struct Position: Equatable {
    var frame: UInt64
    var line: UInt64
    var dot: UInt64
  }

  func position(dots: UInt64) -> Position {
    let (frame, rest) = dots.quotientAndRemainder(dividingBy: frameDots)
    let (line, dot) = rest.quotientAndRemainder(dividingBy: lineDots)
    return Position(frame: frame, line: line, dot: dot)
  }

  func isDisplaying(_ position: Position) -> Bool {
    isRunning && position.line < displayedLines && position.dot < displayedDots
  }

  func isInRetrace(_ position: Position) -> Bool {
    isRunning && position.line >= retraceStart && position.line < retraceEnd
  }
}
