/// FPREM, FPREM1, FRNDINT, FSCALE, FXTRACT: exact operations, but for FRNDINT's and FSCALE's rounding. They
/// ignore the precision control.
extension ExtendedReal {
  /// What FPREM and FPREM1 deliver beside the remainder.
  package struct Remainder: Equatable, Sendable {
    package var value: ExtendedReal
    /// The three low bits of the quotient, 0 while the reduction is incomplete; nil after an invalid
    /// operation or with a NaN.
    package var quotient: UInt8? = 0
    /// C2: the exponents were 64 or more apart, the value is just closer to the remainder.
    package var isPartial = false
  }

  /// The remainder of `a` / `b`, the quotient rounded towards zero (FPREM) or to the nearest (FPREM1).
  ///
  /// A reduction is incomplete when the exponents are 64 or more apart; it then takes 32 to 63 bits
  /// off, as many as leave a multiple of 32.
  /// Source: Intel SDM vol. 2, "FPREM", "FPREM1".
  package static func remainder(
    _ a: ExtendedReal, _ b: ExtendedReal, toNearest: Bool,
    _ environment: inout FloatingPointEnvironment
  ) -> Remainder {
    environment.roundedUp = false
    if let answer = special(a, b, &environment) {
      return Remainder(value: answer, quotient: nil)
    }
    if a.isInfinite || b.isZero {
      return Remainder(value: invalid(&environment), quotient: nil)
    }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isZero { return Remainder(value: a) }
    let (aExponent, aSignificand) = a.normalized
    if b.isInfinite {
      return Remainder(
        value: environment.roundToExtended(
          isNegative: a.isNegative, exponent: aExponent, aSignificand, 0))
    }
    let (bExponent, bSignificand) = b.normalized
    let distance = aExponent &- bExponent
    if distance < (toNearest ? -1 : 0) {
      return Remainder(
        value: environment.roundToExtended(
          isNegative: a.isNegative, exponent: aExponent, aSignificand, 0))
    }
    if distance >= 64 {
      let bits = distance & 31 | 32
      let (_, rest) = divided(aSignificand, by: bSignificand, shift: bits)
      return Remainder(
        value: packed(
          isNegative: a.isNegative, exponent: bExponent &+ distance &- bits, rest, &environment),
        isPartial: true)
    }
    var (quotient, rest, exponent) = (UInt64(0), aSignificand, aExponent)
    if distance >= 0 {
      (quotient, rest) = divided(aSignificand, by: bSignificand, shift: distance)
      exponent = bExponent
    }
    var isNegative = a.isNegative
    if toNearest, exceedsHalf(rest, exponent, bSignificand, bExponent, isOdd: quotient & 1 != 0) {
      quotient &+= 1
      isNegative.toggle()
      // With the exponents one apart (the quotient is 1) twice the divisor is not representable, but
      // the difference is.
      rest = exponent == bExponent ? bSignificand &- rest : bSignificand &<< 1 &- rest
    }
    return Remainder(
      value: rest == 0
        ? .zero(isNegative: a.isNegative)
        : packed(isNegative: isNegative, exponent: exponent, rest, &environment),
      quotient: UInt8(truncatingIfNeeded: quotient & 7))
  }

  /// Quotient (its low 64 bits) and remainder of a * 2^shift / b, both normalized, shift below 64.
  @inline(__always) private static func divided(
    _ a: UInt64, by b: UInt64, shift: Int
  ) -> (quotient: UInt64, remainder: UInt64) {
    let by = UInt64(truncatingIfNeeded: shift)
    let first: UInt64 = a >= b ? 1 : 0
    let rest = a >= b ? a &- b : a
    if shift == 0 { return (first, rest) }
    let (quotient, remainder) = b.dividingFullWidth((rest &>> (64 &- by), rest &<< by))
    return (first &<< by &+ quotient, remainder)
  }

  /// Whether a remainder is more than half of the divisor, or half and its quotient odd.
  private static func exceedsHalf(
    _ rest: UInt64, _ exponent: Int, _ divisor: UInt64, _ divisorExponent: Int, isOdd: Bool
  ) -> Bool {
    if exponent != divisorExponent { return rest > divisor }
    let left = divisor &- rest
    return rest > left || (rest == left && isOdd)
  }

  /// A number whose significand need not be normalized.
  private static func packed(
    isNegative: Bool, exponent: Int, _ significand: UInt64,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    guard significand != 0 else { return .zero(isNegative: isNegative) }
    let shift = significand.leadingZeroBitCount
    return environment.roundToExtended(
      isNegative: isNegative, exponent: exponent &- shift,
      significand &<< UInt64(truncatingIfNeeded: shift), 0)
  }

  /// FRNDINT: the nearest integer in the rounding mode.
  package static func roundToInteger(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, &environment) { return answer }
    if a.isDenormal { environment.raise(.denormal) }
    // From 2^63 on everything is an integer, infinity included.
    if a.isZero || a.exponent >= 16383 + 63 { return a }
    // Bits behind the point: 64 and more for numbers below 1.
    let distance = 16383 &+ 63 &- a.exponent
    let (whole, rest) = Significand.shiftedRight(a.significand, 0, by: distance)
    guard rest != 0 else { return a }
    environment.raise(.inexact)
    var magnitude = whole
    if environment.increments(isNegative: a.isNegative, isOdd: whole & 1 != 0, rest: rest) {
      environment.roundedUp = true
      magnitude &+= 1
    }
    guard magnitude != 0 else { return .zero(isNegative: a.isNegative) }
    let shift = magnitude.leadingZeroBitCount
    return ExtendedReal(
      significand: magnitude &<< UInt64(truncatingIfNeeded: shift),
      signExponent: a.signExponent & 0x8000
        | UInt16(truncatingIfNeeded: 16383 &+ 63 &- shift))
  }

  /// FSCALE: `a` times two to the integer part of `b`.
  package static func scale(
    _ a: ExtendedReal, by b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, b, &environment) { return answer }
    if b.isInfinite {
      if b.isNegative ? a.isInfinite : a.isZero { return invalid(&environment) }
      if a.isDenormal { environment.raise(.denormal) }
      if b.isNegative { return .zero(isNegative: a.isNegative) }
      return .infinity(isNegative: a.isNegative)
    }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isInfinite || a.isZero { return a }
    let (exponent, significand) = a.normalized
    return environment.roundToExtended(
      isNegative: a.isNegative, exponent: exponent &+ b.scaleFactor, significand, 0)
  }

  /// The integer part, or something beyond every exponent.
  private var scaleFactor: Int {
    guard exponent >= 16383 else { return 0 }
    let distance = exponent &- 16383
    let magnitude =
      distance > 16
      ? 1 << 17
      : Int(truncatingIfNeeded: significand &>> UInt64(truncatingIfNeeded: 63 &- distance))
    return isNegative ? 0 &- magnitude : magnitude
  }

  /// FXTRACT: the unbiased exponent as a number, and the significand with an exponent of zero.
  package static func extract(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> (exponent: ExtendedReal, significand: ExtendedReal) {
    environment.roundedUp = false
    if let answer = special(a, &environment) { return (answer, answer) }
    if a.isInfinite { return (.positiveInfinity, a) }
    if a.isZero {
      environment.raise(.divideByZero)
      return (.infinity(isNegative: true), a)
    }
    if a.isDenormal { environment.raise(.denormal) }
    let (exponent, significand) = a.normalized
    return (
      ExtendedReal(integer: Int64(exponent &- 16383)),
      ExtendedReal(
        significand: significand, signExponent: a.signExponent & 0x8000 | 16383)
    )
  }
}
