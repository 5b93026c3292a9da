/// A 64-bit digest of a machine's state: equal states give equal digests on every host.
///
/// Not cryptographic. Words are folded by a multiply and a rotation (the constants are the golden
/// ratio's and a prime's); the final mix spreads every bit.
public struct StateHash: Hashable, Codable, Sendable, CustomStringConvertible {
  public private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init() {}

  public mutating func combine(_ word: UInt64) {
    let mixed = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value = (mixed &<< 31 | mixed &>> 33) &+ 0x9E37_79B9_7F4A_7C15
  }

  /// Folds bytes, their number first, eight at a time in little-endian order.
  public mutating func combine(bytes: UnsafeRawBufferPointer) {
    combine(UInt64(bytes.count))
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
    guard whole < bytes.count else { return }
    var last: UInt64 = 0
    for offset in whole..<bytes.count { last |= UInt64(bytes[offset]) << UInt64(8 * (offset & 7)) }
    combine(last)
  }

  /// Folds one page of memory. Pages of zeros leave no trace, so that memory which was never touched
  /// costs nothing but the look.
  public mutating func combine(page number: UInt64, bytes: UnsafeRawBufferPointer) {
    var isZero = true
    for offset in stride(from: 0, to: bytes.count & ~7, by: 8)
    where bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) != 0 {
      isZero = false
      break
    }
    guard !isZero else { return }
    combine(number)
    combine(bytes: bytes)
  }

  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    var mixed = value
    mixed = (mixed ^ mixed &>> 33) &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed &>> 29
    let digits = String(mixed, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
