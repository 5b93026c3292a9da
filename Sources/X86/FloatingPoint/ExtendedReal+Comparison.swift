/// FCOM, FUCOM, FTST and their kin.
extension ExtendedReal {
  package enum Ordering: UInt8, Sendable {
    case greater, less, equal, unordered
  }

  /// - Parameter quietly: a quiet NaN is no invalid operand (FUCOM).
  @inline(__always) package static func compare(
    _ a: ExtendedReal, _ b: ExtendedReal, quietly: Bool,
    _ environment: inout FloatingPointEnvironment
  ) -> Ordering {
    guard a.isNormal, b.isNormal else { return compareSpecial(a, b, quietly, &environment) }
    return order(
      (a.isNegative, a.exponent, a.significand), (b.isNegative, b.exponent, b.significand))
  }

  @inline(__always) private static func order(
    _ a: (isNegative: Bool, exponent: Int, significand: UInt64),
    _ b: (isNegative: Bool, exponent: Int, significand: UInt64)
  ) -> Ordering {
    if a.isNegative != b.isNegative { return a.isNegative ? .less : .greater }
    if a.exponent == b.exponent, a.significand == b.significand { return .equal }
    let isGreater =
      a.exponent != b.exponent ? a.exponent > b.exponent : a.significand > b.significand
    return isGreater != a.isNegative ? .greater : .less
  }

  @inline(never) private static func compareSpecial(
    _ a: ExtendedReal, _ b: ExtendedReal, _ quietly: Bool,
    _ environment: inout FloatingPointEnvironment
  ) -> Ordering {
    if a.isUnsupported || b.isUnsupported || a.isNaN || b.isNaN {
      let isQuiet =
        quietly && !a.isUnsupported && !b.isUnsupported && !a.isSignalling && !b.isSignalling
      if !isQuiet { environment.raise(.invalid) }
      return .unordered
    }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isZero, b.isZero { return .equal }
    if a.isZero { return b.isNegative ? .greater : .less }
    if b.isZero { return a.isNegative ? .less : .greater }
    let (aExponent, aSignificand) = a.normalized
    let (bExponent, bSignificand) = b.normalized
    return order(
      (a.isNegative, aExponent, aSignificand), (b.isNegative, bExponent, bSignificand))
  }
}
