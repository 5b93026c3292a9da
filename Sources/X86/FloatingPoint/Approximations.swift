/// The approximations of RCPPS, RCPSS, RSQRTPS and RSQRTSS, on the bit patterns of single-precision
/// numbers.
///
/// Intel SDM vol. 2B allows a relative error of 1.5 x 2^-12 and leaves the bits to the implementation.
/// Ours come from straight lines through tabulated points; their relative error is below 2^-23, which
/// agrees within the allowance with every processor that keeps to it. No exception is raised and
/// MXCSR has no influence; denormal operands count as zero and denormal results become zero.
package enum Approximation {
  private static let signBit: UInt32 = 0x8000_0000
  private static let infinity: UInt32 = 0x7F80_0000
  private static let quietBit: UInt32 = 0x0040_0000
  private static let indefinite: UInt32 = 0xFFC0_0000

  /// RCPSS of one element: about 1/x.
  package static func reciprocal(_ x: UInt32) -> UInt32 {
    let sign = x & signBit
    let magnitude = x & ~signBit
    if magnitude > infinity { return x | quietBit }
    let exponent = magnitude >> 23
    if exponent == 0 { return sign | infinity }
    // From 2^126 on (infinity included) the result counts as denormal.
    if exponent >= 253 { return sign }
    return sign | ((253 &- exponent) << 23 &+ interpolate(reciprocals, magnitude))
  }

  /// RSQRTSS of one element: about the reciprocal of the square root of x.
  package static func reciprocalSquareRoot(_ x: UInt32) -> UInt32 {
    let sign = x & signBit
    let magnitude = x & ~signBit
    if magnitude > infinity { return x | quietBit }
    let exponent = magnitude >> 23
    if exponent == 0 { return sign | infinity }
    if sign != 0 { return indefinite }
    if exponent == 255 { return 0 }
    // The bias is odd: an even field is an odd power of two, a factor of 2 for the significand.
    let points = exponent & 1 == 0 ? rootsOfDoubles : roots
    return (190 &- (exponent &+ 1) >> 1) << 23 &+ interpolate(points, magnitude)
  }

  /// The value at the significand of `x`, on the line between two points, as the fraction of a
  /// single-precision significand (2^23 stands for a significand of 2).
  @inline(__always) private static func interpolate(_ points: [UInt32], _ x: UInt32) -> UInt32 {
    let index = Int(truncatingIfNeeded: x >> 12 & 0x7FF)
    let (left, right) = (points[index], points[index &+ 1])
    let fall = (UInt64(left &- right) &* UInt64(x & 0xFFF)) >> 12
    return (left &- UInt32(truncatingIfNeeded: fall) &- 1 << 30 &+ 1 << 6) >> 7
  }

  // 2049 points each, for significands m of j/2048, in units of 2^-30.

  /// 2/m.
  private static let reciprocals: [UInt32] = (2048...4096).map { (j: UInt64) in
    UInt32(((1 << 42) + j / 2) / j)
  }
  /// 2/sqrt(m), which is sqrt(4/m).
  private static let roots: [UInt32] = (2048...4096).map { (j: UInt64) in
    squareRoot(((1 << 63) / j) << 10)
  }
  /// 2/sqrt(2m), which is sqrt(2/m).
  private static let rootsOfDoubles: [UInt32] = (2048...4096).map { (j: UInt64) in
    squareRoot(((1 << 63) / j) << 9)
  }

  /// The integer square root, bit by bit.
  private static func squareRoot(_ square: UInt64) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: UInt64(31), through: 0, by: -1) {
      let trial = root | 1 << bit
      if trial * trial <= square { root = trial }
    }
    return UInt32(root)
  }
}
