import BusKit

/// The video DAC: 256 colours of three times six bits (3C6h-3C9h).
///
/// IBM PS/2 Hardware Interface Technical Reference, "Video Digital-to-Analog Converter".
struct DAC: Codable, Equatable, Sendable {
  /// Pixel mask, 3C6h: ANDed with every pixel.
  var mask: UInt8 = 0
  private var levels = FixedArray<768, UInt8>(repeating: 0)
  private var readIndex: UInt8 = 0
  private(set) var writeIndex: UInt8 = 0
  /// Which of red, green and blue the next data access means.
  private var component: UInt8 = 0
  /// Red and green wait here: a colour changes only when its blue arrives.
  private var pendingRed: UInt8 = 0
  private var pendingGreen: UInt8 = 0
  private var isReading = false

  /// 3C7h read: 0 after a write index, 3 after a read index.
  var status: UInt8 { isReading ? 3 : 0 }

  mutating func selectForReading(_ value: UInt8) {
    readIndex = value
    // The chip fetches at once and points its one index beyond what it fetched.
    writeIndex = value &+ 1
    component = 0
    isReading = true
  }

  mutating func selectForWriting(_ value: UInt8) {
    writeIndex = value
    readIndex = value
    component = 0
    isReading = false
  }

  func peek() -> UInt8 { levels[Int(readIndex) * 3 + Int(component)] }

  /// 3C9h read.
  mutating func read() -> UInt8 {
    let value = peek()
    component += 1
    if component == 3 {
      component = 0
      readIndex &+= 1
      writeIndex = readIndex &+ 1
    }
    return value
  }

  /// 3C9h write. Returns the number of the colour that has changed, when the third value is in.
  mutating func write(_ value: UInt8) -> Int? {
    let level = value & 0x3F
    switch component {
    case 0:
      pendingRed = level
      component = 1
    case 1:
      pendingGreen = level
      component = 2
    default:
      let color = Int(writeIndex)
      levels[color * 3] = pendingRed
      levels[color * 3 + 1] = pendingGreen
      levels[color * 3 + 2] = level
      component = 0
      writeIndex &+= 1
      readIndex = writeIndex
      return color
    }
    return nil
  }

  /// Six-bit red, green and blue of a colour.
  func color(_ index: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let first = (index & 0xFF) * 3
    return (levels[first], levels[first + 1], levels[first + 2])
  }

  /// The colour as 0xFFRRGGBB; six bits become eight by repeating the two highest.
  func argb(_ index: Int) -> UInt32 {
    func widened(_ level: UInt8) -> UInt32 { UInt32(level << 2 | level >> 4) }
    let (red, green, blue) = color(index)
    return 0xFF00_0000 | widened(red) << 16 | widened(green) << 8 | widened(blue)
  }
}
