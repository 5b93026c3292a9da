extension BinaryFormat {
  /// ADDSS, ADDSD and each element of ADDPS, ADDPD.
  static func add(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isNaN(a) || isNaN(b) { return propagated(a, b, &e) }
    let a = admitted(a, &e)
    let b = admitted(b, &e)
    if isInfinite(a) { return isInfinite(b) && a != b ? invalid(&e) : a }
    if isInfinite(b) { return b }
    if isZero(a), isZero(b) {
      // Equal signs stay; +0 and -0 give the zero of the rounding direction.
      return a == b ? a : zero(negative: e.rounding == .down)
    }
    if isZero(a) { return exact(b, &e) }
    if isZero(b) { return exact(a, &e) }
    return sum(unpacked(a), unpacked(b), &e)
  }

  /// The same of `a` and `-b`. A NaN keeps its sign.
  static func subtract(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    add(a, isNaN(b) ? b : negated(b), &e)
  }

  /// A result that is a finite operand: only a denormal one needs rounding (to a denormal or zero).
  private static func exact(_ a: Bits, _ e: inout SIMDEnvironment) -> Bits {
    isDenormal(a) ? rounded(unpacked(a), &e) : a
  }

  private static func sum(
    _ a: Unrounded, _ b: Unrounded, _ e: inout SIMDEnvironment
  ) -> Bits {
    let isSwapped =
      a.exponent < b.exponent || (a.exponent == b.exponent && a.significand < b.significand)
    let large = isSwapped ? b : a
    let small = isSwapped ? a : b
    // One bit of room above for the carry; the operands leave at least ten bits free below.
    let high = large.significand &>> 1
    let low = Unrounded.jam(small.significand &>> 1, by: large.exponent - small.exponent)
    let total = large.isNegative == small.isNegative ? high &+ low : high &- low
    if total == 0 { return zero(negative: e.rounding == .down) }
    let zeros = total.leadingZeroBitCount
    return rounded(
      Unrounded(
        isNegative: large.isNegative, exponent: large.exponent + 1 - zeros,
        significand: total &<< UInt64(truncatingIfNeeded: zeros)), &e)
  }

  /// MULSS, MULSD and each element of MULPS, MULPD.
  static func multiply(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isNaN(a) || isNaN(b) { return propagated(a, b, &e) }
    let a = admitted(a, &e)
    let b = admitted(b, &e)
    let negative = isNegative(a) != isNegative(b)
    if isInfinite(a) || isInfinite(b) {
      return isZero(a) || isZero(b) ? invalid(&e) : infinity(negative: negative)
    }
    if isZero(a) || isZero(b) { return zero(negative: negative) }
    let x = unpacked(a)
    let y = unpacked(b)
    let (high, low) = x.significand.multipliedFullWidth(by: y.significand)
    let zeros = high.leadingZeroBitCount
    let top = zeros == 0 ? high : high &<< 1 | low &>> 63
    let rest = zeros == 0 ? low : low &<< 1
    return rounded(
      Unrounded(
        isNegative: negative, exponent: x.exponent + y.exponent + 1 - zeros,
        significand: top | (rest == 0 ? 0 : 1)), &e)
  }

  /// DIVSS, DIVSD and each element of DIVPS, DIVPD.
  static func divide(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isNaN(a) || isNaN(b) { return propagated(a, b, &e) }
    let negative = isNegative(a) != isNegative(b)
    let isByZero = isZero(admittedQuietly(b, e))
    if isByZero, !isZero(admittedQuietly(a, e)), !isInfinite(a) {
      // Reported before, and so without, a denormal dividend.
      e.raised.insert(.divideByZero)
      return infinity(negative: negative)
    }
    let a = admitted(a, &e)
    let b = admitted(b, &e)
    if isInfinite(a) { return isInfinite(b) ? invalid(&e) : infinity(negative: negative) }
    if isInfinite(b) { return zero(negative: negative) }
    if isByZero { return isZero(a) ? invalid(&e) : infinity(negative: negative) }
    if isZero(a) { return zero(negative: negative) }
    let x = unpacked(a)
    let y = unpacked(b)
    // The dividend's high half must be below the divisor for the quotient to fit 64 bits.
    let isLess = x.significand < y.significand
    let (quotient, remainder) = y.significand.dividingFullWidth(
      isLess ? (x.significand, 0) : (x.significand &>> 1, x.significand &<< 63))
    return rounded(
      Unrounded(
        isNegative: negative, exponent: x.exponent - y.exponent - (isLess ? 1 : 0),
        significand: quotient | (remainder == 0 ? 0 : 1)), &e)
  }

  /// SQRTSS, SQRTSD and each element of SQRTPS, SQRTPD.
  static func squareRoot(_ a: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isNaN(a) { return quieted(a, &e) }
    if isDenormal(a), isNegative(a), !e.denormalsAreZero { return invalid(&e) }
    let a = admitted(a, &e)
    if isZero(a) { return a }
    if isNegative(a) { return invalid(&e) }
    if isInfinite(a) { return a }
    let x = unpacked(a)
    let isOdd = x.exponent & 1 != 0
    // The radicand, 2^126 to 2^128: its root has 64 bits.
    let high = isOdd ? x.significand : x.significand &>> 1
    let low = isOdd ? 0 : x.significand &<< 63
    let (root, isExact) = root(high, low)
    return rounded(
      Unrounded(
        isNegative: false, exponent: (x.exponent - (isOdd ? 1 : 0)) / 2,
        significand: root | (isExact ? 0 : 1)), &e)
  }

  /// The integer square root of a number whose high half is 2^62 or more, by Newton's iteration from
  /// above, which stops falling at the root.
  private static func root(_ high: UInt64, _ low: UInt64) -> (UInt64, isExact: Bool) {
    var root = UInt64.max
    while high < root {
      let quotient = root.dividingFullWidth((high, low)).quotient
      guard quotient < root else { break }
      root = quotient &+ (root &- quotient) &>> 1
    }
    let square = root.multipliedFullWidth(by: root)
    return (root, square.high == high && square.low == low)
  }
}

// MARK: Comparing

/// How two numbers compare.
enum FloatingPointOrder {
  case less, equal, greater, unordered

  /// The predicates of CMPPS and its kin: EQ LT LE UNORD NEQ NLT NLE ORD.
  func satisfies(_ predicate: UInt8) -> Bool {
    let holds =
      switch predicate & 3 {
      case 0: self == .equal
      case 1: self == .less
      case 2: self == .less || self == .equal
      default: self == .unordered
      }
    return holds != (predicate & 4 != 0)
  }
}

extension BinaryFormat {
  /// - Parameter signalsQuiet: a quiet NaN is invalid as well (COMISS, and LT, LE, NLT, NLE).
  static func compare(
    _ a: Bits, _ b: Bits, signalsQuiet: Bool, _ e: inout SIMDEnvironment
  ) -> FloatingPointOrder {
    if isNaN(a) || isNaN(b) {
      if signalsQuiet || isSignalling(a) || isSignalling(b) { e.raised.insert(.invalid) }
      return .unordered
    }
    let a = admitted(a, &e)
    let b = admitted(b, &e)
    if a == b || (isZero(a) && isZero(b)) { return .equal }
    if isNegative(a) != isNegative(b) { return isNegative(a) ? .less : .greater }
    return (a < b) != isNegative(a) ? .less : .greater
  }

  /// One element of CMPPS and its kin: all ones or zero.
  static func compare(
    _ a: Bits, _ b: Bits, predicate: UInt8, _ e: inout SIMDEnvironment
  ) -> Bits {
    let order = compare(a, b, signalsQuiet: 1...2 ~= predicate & 3, &e)
    return order.satisfies(predicate) ? .max : 0
  }

  /// MINSS and its kin: the second operand if either is a NaN (invalid, even a quiet one) or both
  /// are zeros.
  static func minimum(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    let order = compare(a, b, signalsQuiet: true, &e)
    return admittedQuietly(order == .less ? a : b, e)
  }

  /// MAXSS and its kin; the second operand in the same cases.
  static func maximum(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    let order = compare(a, b, signalsQuiet: true, &e)
    return admittedQuietly(order == .greater ? a : b, e)
  }
}
