/// The power series behind the transcendental functions, for arguments that the tables have made small.
///
/// All are in fixed point with 128 fraction bits. Each leaves out the leading term, so that its value
/// is the part by which the function differs from its argument (or from 1): the caller keeps the
/// relative precision of small results. The terms left out are below 2^-115.
enum TranscendentalSeries {
  /// 1 - sin(t)/t = t^2/3! - t^4/5! + ... for t up to 1/128.
  /// - Parameter square: t^2.
  @inline(__always) static func sineDeficit(_ square: UInt128) -> UInt128 {
    let z = square
    var sum = reciprocal(362880) &- z.upperProduct(reciprocal(39_916_800))
    sum = reciprocal(5040) &- z.upperProduct(sum)
    sum = reciprocal(120) &- z.upperProduct(sum)
    sum = reciprocal(6) &- z.upperProduct(sum)
    return z.upperProduct(sum)
  }

  /// 1 - cos(t) = t^2/2! - t^4/4! + ... for t up to 1/128.
  /// - Parameter square: t^2.
  @inline(__always) static func cosineDeficit(_ square: UInt128) -> UInt128 {
    let z = square
    var sum = reciprocal(3_628_800) &- z.upperProduct(reciprocal(479_001_600))
    sum = reciprocal(40320) &- z.upperProduct(sum)
    sum = reciprocal(720) &- z.upperProduct(sum)
    sum = reciprocal(24) &- z.upperProduct(sum)
    sum = reciprocal(2) &- z.upperProduct(sum)
    return z.upperProduct(sum)
  }

  /// 1 - atan(t)/t = t^2/3 - t^4/5 + ... for t up to 1/128.
  /// - Parameter square: t^2.
  @inline(__always) static func arctangentDeficit(_ square: UInt128) -> UInt128 {
    let z = square
    var sum = reciprocal(13) &- z.upperProduct(reciprocal(15))
    sum = reciprocal(11) &- z.upperProduct(sum)
    sum = reciprocal(9) &- z.upperProduct(sum)
    sum = reciprocal(7) &- z.upperProduct(sum)
    sum = reciprocal(5) &- z.upperProduct(sum)
    sum = reciprocal(3) &- z.upperProduct(sum)
    return z.upperProduct(sum)
  }

  /// The magnitude of (e^t - 1)/t - 1 = t/2! + t^2/3! + ... for t up to ln(2)/128 on either side of 0.
  /// - Parameter magnitude: of t.
  @inline(__always) static func exponentialDeviation(
    _ magnitude: UInt128, isNegative: Bool
  ) -> UInt128 {
    let t = magnitude
    let sign = SignMask(isNegative)
    var sum = sign.sum(reciprocal(39_916_800), t.upperProduct(reciprocal(479_001_600)))
    sum = sign.sum(reciprocal(3_628_800), t.upperProduct(sum))
    sum = sign.sum(reciprocal(362880), t.upperProduct(sum))
    sum = sign.sum(reciprocal(40320), t.upperProduct(sum))
    sum = sign.sum(reciprocal(5040), t.upperProduct(sum))
    sum = sign.sum(reciprocal(720), t.upperProduct(sum))
    sum = sign.sum(reciprocal(120), t.upperProduct(sum))
    sum = sign.sum(reciprocal(24), t.upperProduct(sum))
    sum = sign.sum(reciprocal(6), t.upperProduct(sum))
    sum = sign.sum(reciprocal(2), t.upperProduct(sum))
    return t.upperProduct(sum)
  }

  /// The magnitude of ln(1 + t)/t - 1 = -t/2 + t^2/3 - ... for t up to 1/256 on either side of 0.
  /// - Parameter magnitude: of t.
  @inline(__always) static func logarithmDeviation(
    _ magnitude: UInt128, isNegative: Bool
  ) -> UInt128 {
    let t = magnitude
    let sign = SignMask(!isNegative)
    var sum = sign.sum(reciprocal(13), t.upperProduct(reciprocal(14)))
    sum = sign.sum(reciprocal(12), t.upperProduct(sum))
    sum = sign.sum(reciprocal(11), t.upperProduct(sum))
    sum = sign.sum(reciprocal(10), t.upperProduct(sum))
    sum = sign.sum(reciprocal(9), t.upperProduct(sum))
    sum = sign.sum(reciprocal(8), t.upperProduct(sum))
    sum = sign.sum(reciprocal(7), t.upperProduct(sum))
    sum = sign.sum(reciprocal(6), t.upperProduct(sum))
    sum = sign.sum(reciprocal(5), t.upperProduct(sum))
    sum = sign.sum(reciprocal(4), t.upperProduct(sum))
    sum = sign.sum(reciprocal(3), t.upperProduct(sum))
    sum = sign.sum(reciprocal(2), t.upperProduct(sum))
    return t.upperProduct(sum)
  }

  /// 1/n. The compiler evaluates it.
  @inline(__always) private static func reciprocal(_ n: UInt128) -> UInt128 { .max / n }

  /// Adds or subtracts without a branch.
  private struct SignMask {
    private let mask: UInt128

    @inline(__always) init(_ isNegative: Bool) { mask = isNegative ? .max : 0 }

    @inline(__always) func sum(_ a: UInt128, _ b: UInt128) -> UInt128 { a &+ ((b ^ mask) &- mask) }
  }
}
