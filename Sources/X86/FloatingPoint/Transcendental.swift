/// The x87's transcendental instructions as pure functions on extended reals.
///
/// Results are computed to well over 100 bits and rounded once, in the rounding mode in force, to 64
/// bits: the precision control does not apply to these instructions. Zeros, infinities, NaNs and
/// denormals follow the tables of each instruction in Intel SDM vol. 2A.
///
/// The argument ranges that the manual leaves undefined on the 387 and later: F2XM1 outside -1...1 and
/// FYL2XP1 at -1 and below deliver ST(0) as it is, with the precision exception (recorded on a current
/// processor for FYL2XP1); FYL2XP1 of other numbers is what its formula says.
package enum Transcendental {
  /// A number that is neither zero, infinite nor a NaN, with its significand shifted up.
  struct FiniteOperand {
    var isNegative: Bool
    /// Biased by 16,383; zero and less for a denormal.
    var exponent: Int
    var significand: UInt64

    @inline(__always) init(_ x: ExtendedReal) {
      isNegative = x.isNegative
      (exponent, significand) = x.normalized
    }

    @inline(__always) var wide: WideReal {
      WideReal(exponent: exponent, significand: UInt128(significand) << 64)
    }
  }

  /// What an instruction with one operand finds there.
  private enum Operand {
    case number(FiniteOperand)
    case zero
    case infinity
    /// The instruction is done: a NaN, or a denormal with that exception unmasked.
    case answer(ExtendedReal)
  }

  @inline(__always) private static func examine(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> Operand {
    environment.roundedUp = false
    return x.isNormal ? .number(FiniteOperand(x)) : examineSpecial(x, &environment)
  }

  @inline(never) private static func examineSpecial(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> Operand {
    if let answer = ExtendedReal.special(x, &environment) { return .answer(answer) }
    if x.isInfinite { return .infinity }
    if x.isZero { return .zero }
    return stops(at: x, x, &environment) ? .answer(x) : .number(FiniteOperand(x))
  }

  /// Raises the denormal exception if one of the operands is denormal; true if it is unmasked.
  private static func stops(
    at x: ExtendedReal, _ y: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> Bool {
    guard x.isDenormal || y.isDenormal else { return false }
    environment.raise(.denormal)
    return !environment.masked.contains(.denormal)
  }

  /// Rounds a result that no finite number of digits would hold.
  @inline(__always) private static func round(
    isNegative: Bool, _ result: WideReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundToExtended(
      isNegative: isNegative, exponent: result.exponent, result.significand.upperHalf,
      result.significand.lowerHalf | 1)
  }
}

// MARK: FSIN, FCOS, FSINCOS, FPTAN

extension Transcendental {
  /// The range of the trigonometric instructions ends at 2^63.
  private static let rangeExponent = WideReal.bias + 63

  /// FSIN: the sine of `x`; nil if its magnitude is 2^63 or more (C2 is set, the operand stays).
  package static func sine(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    switch examine(x, &environment) {
    case .answer(let answer): return answer
    case .infinity: return .invalid(&environment)
    case .zero: return x
    case .number(let number):
      guard number.exponent < rangeExponent else { return nil }
      return sine(ReducedAngle(number), isNegative: number.isNegative, &environment)
    }
  }

  /// FCOS: the cosine of `x`; nil if its magnitude is 2^63 or more (C2 is set, the operand stays).
  package static func cosine(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    switch examine(x, &environment) {
    case .answer(let answer): return answer
    case .infinity: return .invalid(&environment)
    case .zero: return .one
    case .number(let number):
      guard number.exponent < rangeExponent else { return nil }
      return cosine(ReducedAngle(number), &environment)
    }
  }

  /// FSINCOS: the sine, which replaces the operand, and the cosine, which is pushed; nil if the
  /// operand's magnitude is 2^63 or more (C2 is set, the stack stays).
  package static func sineAndCosine(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> (sine: ExtendedReal, cosine: ExtendedReal)? {
    switch examine(x, &environment) {
    case .answer(let answer): return (answer, answer)
    case .infinity:
      let answer = ExtendedReal.invalid(&environment)
      return (answer, answer)
    case .zero: return (x, .one)
    case .number(let number):
      guard number.exponent < rangeExponent else { return nil }
      let angle = ReducedAngle(number)
      let functions = sineAndCosine(angle.magnitude)
      let sine = round(
        isNegative: number.isNegative != angle.sineIsNegative,
        angle.isOdd ? functions.cosine : functions.sine, &environment)
      let cosine = round(
        isNegative: angle.cosineIsNegative, angle.isOdd ? functions.sine : functions.cosine,
        &environment)
      return (sine, cosine)
    }
  }

  /// FPTAN: the tangent, which replaces the operand, and the 1.0 that is pushed; nil if the operand's
  /// magnitude is 2^63 or more (C2 is set, the stack stays). A NaN is pushed as well.
  package static func tangent(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> (tangent: ExtendedReal, pushed: ExtendedReal)? {
    switch examine(x, &environment) {
    case .answer(let answer): return (answer, answer)
    case .infinity:
      let answer = ExtendedReal.invalid(&environment)
      return (answer, answer)
    case .zero: return (x, .one)
    case .number(let number):
      guard number.exponent < rangeExponent else { return nil }
      let angle = ReducedAngle(number)
      let tangent = round(
        isNegative: (number.isNegative != angle.isNegative) != angle.isOdd,
        tangent(angle.magnitude, isReciprocal: angle.isOdd), &environment)
      return (tangent, .one)
    }
  }

  @inline(__always) private static func sine(
    _ angle: ReducedAngle, isNegative: Bool, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    let functions = sineAndCosine(angle.magnitude)
    return round(
      isNegative: isNegative != angle.sineIsNegative,
      angle.isOdd ? functions.cosine : functions.sine, &environment)
  }

  @inline(__always) private static func cosine(
    _ angle: ReducedAngle, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    let functions = sineAndCosine(angle.magnitude)
    return round(
      isNegative: angle.cosineIsNegative, angle.isOdd ? functions.sine : functions.cosine,
      &environment)
  }
}

// MARK: F2XM1

extension Transcendental {
  /// F2XM1: 2^x - 1 for x from -1 to 1.
  package static func powerOfTwoMinusOne(
    _ x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    switch examine(x, &environment) {
    case .answer(let answer): return answer
    case .infinity: return x.isNegative ? ExtendedReal.one.negated : x
    case .zero: return x
    case .number(let number):
      guard number.exponent >= WideReal.bias else {
        return round(isNegative: number.isNegative, powerOfTwoMinusOne(number), &environment)
      }
      if x.magnitude == .one {
        // Silicon takes the upper end for a number just below 1, and the lower end for what it is.
        return x.isNegative
          ? ExtendedReal(significand: 1 << 63, signExponent: 0xBFFE)
          : environment.roundToExtended(
            isNegative: false, exponent: WideReal.bias &- 1, .max, .max)
      }
      environment.raise(.inexact)
      return x
    }
  }
}

// MARK: FYL2X, FYL2XP1

extension Transcendental {
  /// FYL2X: y log2(x), where x is ST(0) and y is ST(1).
  package static func logarithm(
    of x: ExtendedReal, times y: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if !x.isNormal || !y.isNormal || x.isNegative {
      if let answer = logarithmSpecial(x, y, &environment) { return answer }
    }
    return product(FiniteOperand(y), logarithmOf: FiniteOperand(x).wide, &environment)
  }

  @inline(never) private static func logarithmSpecial(
    _ x: ExtendedReal, _ y: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if let answer = ExtendedReal.special(x, y, &environment) { return answer }
    if x.isNegative, !x.isZero { return .invalid(&environment) }
    let isBelowOne = x.exponent < WideReal.bias
    if x.isZero || x.isInfinite {
      if y.isZero { return .invalid(&environment) }
      if x.isZero, !y.isInfinite {
        environment.raise(.divideByZero)
      } else if stops(at: y, y, &environment) {
        return y
      }
      return .infinity(isNegative: y.isNegative != isBelowOne)
    }
    if y.isInfinite, x == .one { return .invalid(&environment) }
    if stops(at: x, y, &environment) { return y }
    if y.isInfinite { return .infinity(isNegative: y.isNegative != isBelowOne) }
    if y.isZero { return .zero(isNegative: y.isNegative != isBelowOne) }
    return nil
  }

  /// FYL2XP1: y log2(x + 1), where x is ST(0) and y is ST(1).
  package static func logarithmOfSuccessor(
    of x: ExtendedReal, times y: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    let isUndefined = x.isNegative && x.exponent >= WideReal.bias
    if !x.isNormal || !y.isNormal || isUndefined {
      let answer = logarithmOfSuccessorSpecial(x, y, isUndefined: isUndefined, &environment)
      if let answer { return answer }
    }
    let (number, factor) = (FiniteOperand(x), FiniteOperand(y))
    guard number.exponent >= WideReal.bias &- 8 else {
      let logarithm = logarithmNearOne(number.wide, isNegative: number.isNegative)
      return round(
        isNegative: logarithm.isNegative != factor.isNegative,
        logarithm.magnitude * factor.wide, &environment)
    }
    return product(factor, logarithmOf: successor(number), &environment)
  }

  @inline(never) private static func logarithmOfSuccessorSpecial(
    _ x: ExtendedReal, _ y: ExtendedReal, isUndefined: Bool,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if let answer = ExtendedReal.special(x, y, &environment) { return answer }
    let isNegative = x.isNegative != y.isNegative
    if x.isInfinite {
      if x.isNegative || y.isZero { return .invalid(&environment) }
      return stops(at: y, y, &environment) ? y : .infinity(isNegative: isNegative)
    }
    if y.isInfinite {
      if x.isZero || isUndefined { return .invalid(&environment) }
      return stops(at: x, x, &environment) ? y : .infinity(isNegative: isNegative)
    }
    if stops(at: x, y, &environment) { return y }
    if x.isZero || y.isZero { return .zero(isNegative: isNegative) }
    guard isUndefined else { return nil }
    environment.raise(.inexact)
    return x
  }

  /// 1 + x for an x above -1 and of at least 1/256 in magnitude.
  private static func successor(_ x: FiniteOperand) -> WideReal {
    let exponent = x.exponent &- WideReal.bias
    guard exponent < 64 else {
      // The 1 lies behind the significand's 64 bits.
      let one: UInt128 = exponent < 127 ? 1 &<< UInt128(truncatingIfNeeded: 127 &- exponent) : 1
      return WideReal(exponent: x.exponent, significand: UInt128(x.significand) << 64 | one)
    }
    let fractionBits = exponent < 0 ? 71 : 63
    let one: UInt128 = 1 &<< UInt128(truncatingIfNeeded: fractionBits)
    let value =
      UInt128(x.significand) &<< UInt128(truncatingIfNeeded: exponent &- 63 &+ fractionBits)
    return WideReal(x.isNegative ? one &- value : one &+ value, fractionBits: fractionBits)
  }

  /// y log2(x). Only the logarithm of a power of two is rational: then the product may be exact.
  /// Silicon calls it inexact all the same, but for the logarithm of 1.
  @inline(__always) private static func product(
    _ y: FiniteOperand, logarithmOf x: WideReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    guard x.significand == 1 << 127 else {
      let logarithm = logarithm(x)
      return round(
        isNegative: logarithm.isNegative != y.isNegative, logarithm.magnitude * y.wide,
        &environment)
    }
    let power = x.exponent &- WideReal.bias
    guard power != 0 else { return .zero(isNegative: y.isNegative) }
    let product =
      WideReal(UInt128(power.magnitude) &* UInt128(y.significand), fractionBits: 63)
    environment.raise(.inexact)
    return environment.roundToExtended(
      isNegative: y.isNegative != (power < 0),
      exponent: product.exponent &+ y.exponent &- WideReal.bias,
      product.significand.upperHalf, product.significand.lowerHalf)
  }
}

// MARK: FPATAN

extension Transcendental {
  /// FPATAN: the angle of the point (x, y) from the positive x axis, from -pi to pi, where x is ST(0)
  /// and y is ST(1).
  package static func arctangent(
    y: ExtendedReal, x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.roundedUp = false
    if !x.isNormal || !y.isNormal {
      if let answer = arctangentSpecial(y: y, x: x, &environment) { return answer }
    }
    return round(
      isNegative: y.isNegative, angle(y: FiniteOperand(y), x: FiniteOperand(x)), &environment)
  }

  @inline(never) private static func arctangentSpecial(
    y: ExtendedReal, x: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if let answer = ExtendedReal.special(x, y, &environment) { return answer }
    if stops(at: x, y, &environment) { return y }
    let pi = TranscendentalTables.pi
    let angle: UInt128
    switch (y.isInfinite, x.isInfinite) {
    case (true, true): angle = x.isNegative ? 3 &* (pi >> 2) : pi >> 2
    case (true, false): angle = pi >> 1
    case (false, true): angle = x.isNegative ? pi : 0
    case (false, false):
      if y.isZero {
        angle = x.isNegative ? pi : 0
      } else if x.isZero {
        angle = pi >> 1
      } else {
        return nil
      }
    }
    if angle == 0 { return .zero(isNegative: y.isNegative) }
    return round(
      isNegative: y.isNegative, WideReal(angle, fractionBits: 126), &environment)
  }
}
