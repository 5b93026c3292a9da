import X86

/// How exactly floating-point results of a file are compared: to the bit, but for instructions that the
/// architecture itself gives a margin.
enum FloatingPointTolerance {
  case none
  /// x87 transcendentals: one unit in the last place; C1, which tells how it was rounded, is not
  /// compared.
  case transcendental
  /// Reciprocals and their roots: relative error below 1.5 * 2^-12.
  case approximation

  init(fileName: String) {
    if fileName.hasPrefix("x87t") {
      self = .transcendental
    } else if fileName.hasPrefix("sseapprox") {
      self = .approximation
    } else {
      self = .none
    }
  }

  /// The bits of FSW that are compared.
  var definedStatus: UInt16 {
    switch self {
    case .transcendental: ~0x200
    case .none, .approximation: .max
    }
  }

  func accepts(
    _ got: FloatingPointState.Register, for expected: FloatingPointState.Register
  ) -> Bool {
    if got == expected { return true }
    guard case .transcendental = self else { return false }
    return Self.isNeighbour(got, expected)
  }

  /// One step apart on the line of the format's numbers, across a power of two as well.
  private static func isNeighbour(
    _ a: FloatingPointState.Register, _ b: FloatingPointState.Register
  ) -> Bool {
    guard (a.signExponent ^ b.signExponent) & 0x8000 == 0 else { return false }
    let (low, high) = a.signExponent < b.signExponent ? (a, b) : (b, a)
    if low.signExponent == high.signExponent {
      let distance =
        low.significand > high.significand
        ? low.significand - high.significand : high.significand - low.significand
      return distance == 1
    }
    guard high.signExponent - low.signExponent == 1, high.significand == 1 << 63 else {
      return false
    }
    // From the largest number of a binade to the next one, or from the largest denormal to the first
    // normal number.
    return low.signExponent & 0x7FFF == 0
      ? low.significand == .max >> 1 : low.significand == .max
  }

  /// Two single-precision numbers in the halves of `got`.
  func accepts(_ got: UInt64, for expected: UInt64) -> Bool {
    if got == expected { return true }
    guard case .approximation = self else { return false }
    return Self.isNear(UInt32(truncatingIfNeeded: got), UInt32(truncatingIfNeeded: expected))
      && Self.isNear(
        UInt32(truncatingIfNeeded: got >> 32), UInt32(truncatingIfNeeded: expected >> 32))
  }

  private static func isNear(_ got: UInt32, _ expected: UInt32) -> Bool {
    if got == expected { return true }
    let (a, b) = (Float(bitPattern: got), Float(bitPattern: expected))
    guard a.isFinite, b.isFinite else { return false }
    return (Double(a) - Double(b)).magnitude < 1.5 / 4096 * Double(b).magnitude
  }
}
