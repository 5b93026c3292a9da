/// FADD, FSUB, FMUL, FDIV, FSQRT.
///
/// Every function takes normal operands on a straight path and leaves zeros, denormals, infinities, NaNs
/// and unsupported encodings to a second one. Source for the special operands: Intel SDM vol. 2, the
/// tables of the instructions of these names.
extension ExtendedReal {
  // MARK: Addition

  /// `a` + `b`, or `a` - `b` with `subtracts`.
  @inline(__always) package static func add(
    _ a: ExtendedReal, _ b: ExtendedReal, subtracts: Bool = false,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    guard a.isNormal, b.isNormal else {
      return addSpecial(a, b, subtracts: subtracts, &environment)
    }
    return addFinite(
      (a.isNegative, a.exponent, a.significand),
      (b.isNegative != subtracts, b.exponent, b.significand), &environment)
  }

  private typealias Finite = (isNegative: Bool, exponent: Int, significand: UInt64)

  /// The sum of two numbers with bit 63 of their significands set.
  @inline(__always) private static func addFinite(
    _ a: Finite, _ b: Finite, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    if a.isNegative == b.isNegative {
      return a.exponent >= b.exponent
        ? sum(a, b, &environment) : sum(b, a, &environment)
    }
    let isGreater =
      a.exponent != b.exponent ? a.exponent > b.exponent : a.significand > b.significand
    return isGreater ? difference(a, b, &environment) : difference(b, a, &environment)
  }

  /// Equal signs, `a` with the greater exponent.
  @inline(__always) private static func sum(
    _ a: Finite, _ b: Finite, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    let shifted = Significand.shiftedRight(b.significand, 0, by: a.exponent &- b.exponent)
    var (high, carries) = a.significand.addingReportingOverflow(shifted.high)
    var low = shifted.low
    var exponent = a.exponent
    if carries {
      low = high &<< 63 | low &>> 1 | low & 1
      high = high &>> 1 | 1 &<< 63
      exponent &+= 1
    }
    return environment.round(isNegative: a.isNegative, exponent: exponent, high, low)
  }

  /// Unlike signs, `a` with the greater or equal magnitude. An exact zero is positive, or negative when
  /// rounding down.
  @inline(__always) private static func difference(
    _ a: Finite, _ b: Finite, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    // The sticky bit may stand for anything below it and is subtracted as one: with two or more bits of
    // distance the result keeps at least 63 bits above it, and rounds the same.
    let shifted = Significand.shiftedRight(b.significand, 0, by: a.exponent &- b.exponent)
    let (low, borrows) = UInt64(0).subtractingReportingOverflow(shifted.low)
    let high = a.significand &- shifted.high &- (borrows ? 1 : 0)
    if high >> 63 != 0 {
      return environment.round(isNegative: a.isNegative, exponent: a.exponent, high, low)
    }
    if high == 0 {
      // Only operands next to each other cancel 64 bits, and those exactly.
      guard low != 0 else {
        environment.roundedUp = false
        return .zero(isNegative: environment.rounding == .down)
      }
      let shift = low.leadingZeroBitCount
      return environment.round(
        isNegative: a.isNegative, exponent: a.exponent &- 64 &- shift,
        low &<< UInt64(truncatingIfNeeded: shift), 0)
    }
    let shift = UInt64(truncatingIfNeeded: high.leadingZeroBitCount)
    return environment.round(
      isNegative: a.isNegative, exponent: a.exponent &- Int(truncatingIfNeeded: shift),
      high &<< shift | low &>> (64 &- shift), low &<< shift)
  }

  @inline(never) private static func addSpecial(
    _ a: ExtendedReal, _ b: ExtendedReal, subtracts: Bool,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, b, &environment) { return answer }
    let bIsNegative = b.isNegative != subtracts
    if a.isInfinite, b.isInfinite, a.isNegative != bIsNegative { return invalid(&environment) }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isInfinite { return a }
    if b.isInfinite { return .infinity(isNegative: bIsNegative) }
    switch (a.isZero, b.isZero) {
    case (true, true):
      return .zero(
        isNegative: a.isNegative == bIsNegative
          ? a.isNegative : environment.rounding == .down)
    case (true, false):
      let (exponent, significand) = b.normalized
      return environment.round(isNegative: bIsNegative, exponent: exponent, significand, 0)
    case (false, true):
      let (exponent, significand) = a.normalized
      return environment.round(isNegative: a.isNegative, exponent: exponent, significand, 0)
    case (false, false):
      let (aExponent, aSignificand) = a.normalized
      let (bExponent, bSignificand) = b.normalized
      return addFinite(
        (a.isNegative, aExponent, aSignificand), (bIsNegative, bExponent, bSignificand),
        &environment)
    }
  }

  // MARK: Multiplication

  @inline(__always) package static func multiply(
    _ a: ExtendedReal, _ b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    guard a.isNormal, b.isNormal else { return multiplySpecial(a, b, &environment) }
    return multiplyFinite(
      isNegative: a.isNegative != b.isNegative, (a.exponent, a.significand),
      (b.exponent, b.significand), &environment)
  }

  @inline(__always) private static func multiplyFinite(
    isNegative: Bool, _ a: (exponent: Int, significand: UInt64),
    _ b: (exponent: Int, significand: UInt64), _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    var (high, low) = a.significand.multipliedFullWidth(by: b.significand)
    var exponent = a.exponent &+ b.exponent &- 16382
    if high >> 63 == 0 {
      high = high &<< 1 | low &>> 63
      low = low &<< 1
      exponent &-= 1
    }
    return environment.round(isNegative: isNegative, exponent: exponent, high, low)
  }

  @inline(never) private static func multiplySpecial(
    _ a: ExtendedReal, _ b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, b, &environment) { return answer }
    let isNegative = a.isNegative != b.isNegative
    if a.isInfinite || b.isInfinite {
      if a.isZero || b.isZero { return invalid(&environment) }
      if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
      return .infinity(isNegative: isNegative)
    }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isZero || b.isZero { return .zero(isNegative: isNegative) }
    return multiplyFinite(isNegative: isNegative, a.normalized, b.normalized, &environment)
  }

  // MARK: Division

  /// `a` / `b`.
  @inline(__always) package static func divide(
    _ a: ExtendedReal, _ b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    guard a.isNormal, b.isNormal else { return divideSpecial(a, b, &environment) }
    return divideFinite(
      isNegative: a.isNegative != b.isNegative, (a.exponent, a.significand),
      (b.exponent, b.significand), &environment)
  }

  @inline(__always) private static func divideFinite(
    isNegative: Bool, _ a: (exponent: Int, significand: UInt64),
    _ b: (exponent: Int, significand: UInt64), _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    var exponent = a.exponent &- b.exponent &+ 16383
    // The dividend must be less than the divisor for a quotient of 64 bits.
    let halves = a.significand >= b.significand
    let dividend: (high: UInt64, low: UInt64) =
      halves ? (a.significand &>> 1, a.significand &<< 63) : (a.significand, 0)
    if !halves { exponent &-= 1 }
    let (quotient, remainder) = b.significand.dividingFullWidth(dividend)
    // Is the rest less than, equal to or more than half of a unit?
    var low: UInt64 = 0
    if remainder != 0 {
      let left = b.significand &- remainder
      low = remainder < left ? 1 : remainder == left ? 1 &<< 63 : 1 &<< 63 | 1
    }
    return environment.round(isNegative: isNegative, exponent: exponent, quotient, low)
  }

  @inline(never) private static func divideSpecial(
    _ a: ExtendedReal, _ b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, b, &environment) { return answer }
    let isNegative = a.isNegative != b.isNegative
    if a.isInfinite, b.isInfinite { return invalid(&environment) }
    if a.isZero, b.isZero { return invalid(&environment) }
    if a.isInfinite {
      if b.isDenormal { environment.raise(.denormal) }
      return .infinity(isNegative: isNegative)
    }
    if b.isZero {
      environment.raise(.divideByZero)
      return .infinity(isNegative: isNegative)
    }
    if a.isDenormal || b.isDenormal { environment.raise(.denormal) }
    if a.isZero || b.isInfinite { return .zero(isNegative: isNegative) }
    return divideFinite(isNegative: isNegative, a.normalized, b.normalized, &environment)
  }

  // MARK: Square root

  package static func squareRoot(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if let answer = special(a, &environment) { return answer }
    if a.isZero { return a }
    if a.isNegative { return invalid(&environment) }
    if a.isInfinite { return a }
    if a.isDenormal { environment.raise(.denormal) }
    let (biased, significand) = a.normalized
    // The radicand as a fraction in [1/4, 1) with an even exponent.
    let power = biased &- 16383
    let isOdd = power & 1 != 0
    let radicand: (high: UInt64, low: UInt64) =
      isOdd ? (significand, 0) : (significand &>> 1, significand &<< 63)
    let (root, rest) = integerRoot(radicand)
    // power = 2k (radicand/2 = x/4) or 2k + 1 (radicand = x/2): the root is root/2^63 * 2^k.
    return environment.round(
      isNegative: false, exponent: (power &>> 1) &+ 16383, root, rest)
  }

  /// The first 64 bits of the root of a 128-bit fraction in [1/4, 1), and what is behind them: 0, less
  /// than half, or more than half (a root of a number of 64 bits never lies in the middle).
  private static func integerRoot(
    _ radicand: (high: UInt64, low: UInt64)
  ) -> (root: UInt64, rest: UInt64) {
    // Newton's steps from above double the correct bits: 4, 9, 19, 39, and all.
    var root = firstEstimate(radicand.high)
    for _ in 0..<4 {
      let (quotient, _) =
        root > radicand.high
        ? root.dividingFullWidth(radicand) : (.max, 0)
      let (sum, carries) = root.addingReportingOverflow(quotient)
      root = sum &>> 1 | (carries ? 1 &<< 63 : 0)
    }
    // Correct it: root^2 <= radicand < (root + 1)^2.
    var remainder = remainder(radicand, root)
    while remainder.isNegative {
      root &-= 1
      remainder = self.remainder(radicand, root)
    }
    while true {
      // (root + 1)^2 = root^2 + 2 root + 1
      guard root != .max else { break }
      let following = self.remainder(radicand, root &+ 1)
      if following.isNegative { break }
      root &+= 1
      remainder = following
    }
    if remainder.high == 0, remainder.low == 0 { return (root, 0) }
    // The root of the rest exceeds one half when radicand > root^2 + root.
    let exceeds = remainder.high != 0 || remainder.low > root
    return (root, exceeds ? 1 &<< 63 | 1 : 1)
  }

  /// The tangent at 1/4 or at 1, at most 6 % above the root.
  @inline(__always) private static func firstEstimate(_ high: UInt64) -> UInt64 {
    high >> 63 == 0 ? high &+ 1 << 62 : high &>> 1 &+ 1 << 63
  }

  private static func remainder(
    _ radicand: (high: UInt64, low: UInt64), _ root: UInt64
  ) -> (isNegative: Bool, high: UInt64, low: UInt64) {
    let square = root.multipliedFullWidth(by: root)
    let (low, borrows) = radicand.low.subtractingReportingOverflow(square.low)
    let (first, under) = radicand.high.subtractingReportingOverflow(square.high)
    let (high, underAgain) = first.subtractingReportingOverflow(borrows ? 1 : 0)
    return (under || underAgain, high, low)
  }
}
