// MARK: To and from integers

extension BinaryFormat {
  /// CVTSI2SS and its kin.
  static func fromInteger<I: FixedWidthInteger & SignedInteger>(
    _ value: I, _ e: inout SIMDEnvironment
  ) -> Bits {
    if value == 0 { return 0 }
    let magnitude = UInt64(value.magnitude)
    let zeros = magnitude.leadingZeroBitCount
    return rounded(
      Unrounded(
        isNegative: value < 0, exponent: 63 - zeros,
        significand: magnitude &<< UInt64(truncatingIfNeeded: zeros)), &e)
  }

  /// CVTSS2SI and its kin; CVTTSS2SI with `rounding` toward zero. A NaN and a number outside the
  /// integer's range are invalid and give the "integer indefinite", the most negative number.
  static func toInteger<I: FixedWidthInteger & SignedInteger>(
    _ a: Bits, as: I.Type = I.self, rounding: RoundingMode, _ e: inout SIMDEnvironment
  ) -> I {
    let a = admittedQuietly(a, e)
    if isZero(a) { return 0 }
    guard magnitude(a) < infinity else { return outOfRange(&e) }
    let x = unpacked(a)
    guard x.exponent < I.bitWidth else { return outOfRange(&e) }
    let (magnitude, isInexact) = integer(x, rounding)
    let limit = UInt64(I.max) + (x.isNegative ? 1 : 0)
    guard magnitude <= limit else { return outOfRange(&e) }
    if isInexact { e.raised.insert(.inexact) }
    return I(truncatingIfNeeded: x.isNegative ? 0 &- magnitude : magnitude)
  }

  private static func outOfRange<I: FixedWidthInteger>(_ e: inout SIMDEnvironment) -> I {
    e.raised.insert(.invalid)
    return .min
  }

  /// A number's magnitude as an integer; its exponent is below 64.
  @inline(__always) private static func integer(
    _ x: Unrounded, _ rounding: RoundingMode
  ) -> (magnitude: UInt64, isInexact: Bool) {
    let whole = x.exponent < 0 ? 0 : x.significand >> (63 - x.exponent)
    let rest =
      x.exponent < 0
      ? Unrounded.jam(x.significand, by: -1 - x.exponent) : x.significand << (x.exponent + 1)
    let isUp = rounding.movesAway(rest: rest, isOdd: whole & 1 != 0, isNegative: x.isNegative)
    return (whole &+ (isUp ? 1 : 0), rest != 0)
  }

  /// ROUNDSS and its kin: to an integer in the same format.
  static func roundedToIntegral(
    _ a: Bits, rounding: RoundingMode, reportsInexact: Bool, _ e: inout SIMDEnvironment
  ) -> Bits {
    if isNaN(a) { return quieted(a, &e) }
    let a = admittedQuietly(a, e)
    if isZero(a) || isInfinite(a) { return a }
    let x = unpacked(a)
    if x.exponent >= fractionWidth { return a }
    let (magnitude, isInexact) = integer(x, rounding)
    if isInexact, reportsInexact { e.raised.insert(.inexact) }
    var exact = e
    let result = fromInteger(Int64(magnitude), &exact)
    return result | (a & signBit)
  }
}

// MARK: Between the formats

extension BinaryFormat {
  /// CVTSS2SD, CVTSD2SS and their packed kin. A NaN keeps its sign and its upper bits.
  static func convert<To: BinaryFormat>(
    _ a: Bits, to: To.Type, _ e: inout SIMDEnvironment
  ) -> To.Bits {
    let sign = To.zero(negative: isNegative(a))
    if isNaN(a) {
      let quiet = quieted(a, &e)
      let aligned = UInt64(truncatingIfNeeded: quiet & fractionMask) << (64 - fractionWidth)
      let payload = aligned >> (64 - To.fractionWidth)
      return sign | To.infinity | To.Bits(truncatingIfNeeded: payload)
    }
    let a = admitted(a, &e)
    if isZero(a) { return sign }
    if isInfinite(a) { return sign | To.infinity }
    return To.rounded(unpacked(a), &e)
  }
}
