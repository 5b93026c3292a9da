/// The parts of a CD sector that a drive makes out of 2048 bytes of user data: ECMA-130, sections 14
/// and 18, and annex A.
struct Mode1Sector {
  let sync: [UInt8]
  let header: [UInt8]
  /// EDC, eight zeros, P parity and Q parity: 288 bytes.
  let auxiliary: [UInt8]

  /// - Parameter data: 2048 bytes, or none when the auxiliary field is not wanted.
  init(address: UInt64, data: [UInt8]) {
    sync = [0] + [UInt8](repeating: 0xFF, count: 10) + [0]
    let frames = address &+ 150
    header = [
      Self.decimal(frames / 4500), Self.decimal(frames / 75 % 60), Self.decimal(frames % 75), 1,
    ]
    guard data.count == 2048 else {
      auxiliary = []
      return
    }
    let code = Self.errorDetectionCode(sync + header + data)
    var bytes = header + data
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: code >> UInt32(8 * $0)) }
    bytes += [UInt8](repeating: 0, count: 8)
    // Annex A: P over 43 x 24 bytes by columns, Q over 26 diagonals of 43, each for even and odd
    // bytes of the words.
    bytes += Self.parity(of: bytes, major: 86, minor: 24, majorStep: 2, minorStep: 86)
    bytes += Self.parity(of: bytes, major: 52, minor: 43, majorStep: 86, minorStep: 88)
    auxiliary = Array(bytes[(4 + 2048)...])
  }

  private static func decimal(_ value: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: value / 10 % 10 << 4 | value % 10)
  }

  /// The CRC with (x^16 + x^15 + x^2 + 1)(x^16 + x^2 + x + 1), least significant bit first.
  private static func errorDetectionCode(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0) { code, byte in
      (0..<8).reduce(code ^ UInt32(byte)) { value, _ in
        value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xD801_8001
      }
    }
  }

  /// Two Reed-Solomon bytes for each vector, over GF(2^8) with x^8 + x^4 + x^3 + x^2 + 1.
  private static func parity(
    of bytes: [UInt8], major: Int, minor: Int, majorStep: Int, minorStep: Int
  ) -> [UInt8] {
    let size = major * minor
    var parity = [UInt8](repeating: 0, count: 2 * major)
    for vector in 0..<major {
      var index = vector / 2 * majorStep + vector % 2
      var (first, second) = (UInt8(0), UInt8(0))
      for _ in 0..<minor {
        let byte = bytes[index]
        index += minorStep
        if index >= size { index -= size }
        // Horner: the sum, and the sum weighted with rising powers of alpha.
        first = doubled(first ^ byte)
        second ^= byte
      }
      // Solve p0 + p1 = sum, alpha p0 + p1 = weighted sum.
      let low = divided(doubled(first) ^ second)
      parity[vector] = low
      parity[vector + major] = low ^ second
    }
    return parity
  }

  private static func doubled(_ value: UInt8) -> UInt8 {
    value << 1 ^ (value & 0x80 != 0 ? 0x1D : 0)
  }

  /// Divides by (alpha + 1), 03h: multiplies with its inverse, F4h.
  private static func divided(_ value: UInt8) -> UInt8 {
    var (product, factor) = (UInt8(0), value)
    for bit in 0..<8 {
      if 0xF4 >> bit & 1 == 1 { product ^= factor }
      factor = doubled(factor)
    }
    return product
  }
}
