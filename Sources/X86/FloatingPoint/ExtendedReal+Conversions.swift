/// Conversions between the 80-bit format and those of memory: binary32, binary64, integers and packed
/// decimals.
extension ExtendedReal {
  // MARK: From memory; exact

  /// FLD m32: a denormal or a signalling NaN raises its exception, and the latter is quieted.
  @inline(__always) package init(
    binary32 bits: UInt32, _ environment: inout FloatingPointEnvironment
  ) {
    self.init(exactBinary32: bits)
    let exponent = bits >> 23 & 0xFF
    if exponent == 0 || exponent == 0xFF {
      finishWidening(isDenormal: exponent == 0 && !isZero, &environment)
    }
  }

  /// FLD m64; see ``init(binary32:_:)``.
  @inline(__always) package init(
    binary64 bits: UInt64, _ environment: inout FloatingPointEnvironment
  ) {
    self.init(exactBinary64: bits)
    let exponent = bits >> 52 & 0x7FF
    if exponent == 0 || exponent == 0x7FF {
      finishWidening(isDenormal: exponent == 0 && !isZero, &environment)
    }
  }

  @inline(never) private mutating func finishWidening(
    isDenormal: Bool, _ environment: inout FloatingPointEnvironment
  ) {
    if isDenormal { environment.raise(.denormal) }
    if isSignalling {
      environment.raise(.invalid)
      self = quieted
    }
  }

  /// The same number in the wider format, a denormal normalized, a signalling NaN still signalling.
  @inline(__always) package init(exactBinary32 bits: UInt32) {
    let exponent = bits >> 23 & 0xFF
    guard exponent != 0, exponent != 0xFF else {
      self = Self.widen(
        isNegative: bits >> 31 != 0, isHighest: exponent != 0, UInt64(bits) << 41,
        lowestExponent: 16383 - 126)
      return
    }
    self.init(
      significand: 1 << 63 | UInt64(bits) &<< 40,
      signExponent: UInt16(truncatingIfNeeded: bits >> 16) & 0x8000
        | UInt16(truncatingIfNeeded: exponent) &+ (16383 - 127))
  }

  /// See ``init(exactBinary32:)``.
  @inline(__always) package init(exactBinary64 bits: UInt64) {
    let exponent = bits >> 52 & 0x7FF
    guard exponent != 0, exponent != 0x7FF else {
      self = Self.widen(
        isNegative: bits >> 63 != 0, isHighest: exponent != 0, bits << 12,
        lowestExponent: 16383 - 1022)
      return
    }
    self.init(
      significand: 1 << 63 | bits &<< 11,
      signExponent: UInt16(truncatingIfNeeded: bits >> 48) & 0x8000
        | UInt16(truncatingIfNeeded: exponent) &+ (16383 - 1023))
  }

  /// Zeros, denormals, infinities and NaNs of a narrower format.
  /// - Parameter fraction: left-aligned.
  @inline(never) private static func widen(
    isNegative: Bool, isHighest: Bool, _ fraction: UInt64, lowestExponent: Int
  ) -> ExtendedReal {
    let sign: UInt16 = isNegative ? 0x8000 : 0
    if isHighest {
      return ExtendedReal(
        significand: 1 << 63 | fraction &>> 1, signExponent: sign | 0x7FFF)
    }
    guard fraction != 0 else { return .zero(isNegative: isNegative) }
    let shift = fraction.leadingZeroBitCount
    return ExtendedReal(
      significand: fraction &<< UInt64(truncatingIfNeeded: shift),
      signExponent: sign | UInt16(truncatingIfNeeded: lowestExponent &- 1 &- shift))
  }

  package init(integer value: Int64) {
    guard value != 0 else {
      self = .positiveZero
      return
    }
    let magnitude = value.magnitude
    let shift = magnitude.leadingZeroBitCount
    self.init(
      significand: magnitude &<< UInt64(truncatingIfNeeded: shift),
      signExponent: (value < 0 ? 0x8000 : 0)
        | UInt16(truncatingIfNeeded: 16383 &+ 63 &- shift))
  }

  /// A packed decimal: 18 digits in 9 bytes, the sign in bit 7 of the tenth. What digits above 9 give is
  /// undefined; here, and on silicon, they count as what their four bits say.
  package init(packedDecimal digits: UInt64, _ top: UInt16) {
    var value: UInt64 = 0
    for position in stride(from: 4, through: 0, by: -4) {
      value = value &* 10 &+ UInt64(top >> UInt16(position) & 15)
    }
    for position in stride(from: 60, through: 0, by: -4) {
      value = value &* 10 &+ (digits >> UInt64(position) & 15)
    }
    let sign: UInt16 = top & 0x8000
    guard value != 0 else {
      self.init(significand: 0, signExponent: sign)
      return
    }
    let shift = value.leadingZeroBitCount
    self.init(
      significand: value &<< UInt64(truncatingIfNeeded: shift),
      signExponent: sign | UInt16(truncatingIfNeeded: 16383 &+ 63 &- shift))
  }

  // MARK: To narrower formats

  /// FST m32. An overflow or underflow that is not masked is all that is raised, and nothing is to be
  /// stored.
  @inline(__always) package func binary32(
    _ environment: inout FloatingPointEnvironment
  ) -> UInt32 {
    UInt32(
      truncatingIfNeeded: narrowed(
        fractionBits: 23, highestExponent: 0xFF, &environment))
  }

  /// FST m64; see ``binary32(_:)``.
  @inline(__always) package func binary64(
    _ environment: inout FloatingPointEnvironment
  ) -> UInt64 {
    narrowed(fractionBits: 52, highestExponent: 0x7FF, &environment)
  }

  @inline(__always) private func narrowed(
    fractionBits: UInt64, highestExponent: Int, _ environment: inout FloatingPointEnvironment
  ) -> UInt64 {
    let biased = exponent &- 16383 &+ highestExponent &>> 1
    guard significand >> 63 != 0, biased >= 1, biased < highestExponent &- 1 else {
      return narrowedAtTheEdge(
        fractionBits: fractionBits, highestExponent: highestExponent, &environment)
    }
    let droppedBits = 63 &- fractionBits
    let sign: UInt64 = isNegative ? 1 : 0
    let rest = significand &<< (64 &- droppedBits)
    // Exponent and fraction are one number: a carry out of the fraction belongs into the exponent.
    var bits =
      UInt64(truncatingIfNeeded: biased &- 1) &<< fractionBits &+ significand &>> droppedBits
    environment.roundedUp = false
    if rest != 0 {
      environment.raise(.inexact)
      if environment.increments(isNegative: isNegative, isOdd: bits & 1 != 0, rest: rest) {
        environment.roundedUp = true
        bits &+= 1
      }
    }
    return sign &<< (fractionBits == 23 ? 31 : 63) | bits
  }

  @inline(never) private func narrowedAtTheEdge(
    fractionBits: UInt64, highestExponent: Int, _ environment: inout FloatingPointEnvironment
  ) -> UInt64 {
    environment.roundedUp = false
    let top = UInt64(truncatingIfNeeded: highestExponent)
    let sign: UInt64 = isNegative ? (top &+ 1) &<< fractionBits : 0
    if isUnsupported {
      environment.raise(.invalid)
      return (top &+ 1) &<< fractionBits | top &<< fractionBits | 1 &<< (fractionBits &- 1)
    }
    if isNaN {
      if isSignalling { environment.raise(.invalid) }
      return sign | top &<< fractionBits | (quieted.significand &<< 1) &>> (64 &- fractionBits)
    }
    if isInfinite { return sign | top &<< fractionBits }
    if isZero { return sign }

    let (exponent, significand) = normalized
    let droppedBits = 63 &- fractionBits
    var biased = exponent &- 16383 &+ highestExponent &>> 1
    var narrow = Rounding(environment, isNegative, significand, 0, droppedBits)
    if biased &+ (narrow.carries ? 1 : 0) < 1 {
      if environment.masked.contains(.underflow) {
        let shifted = Significand.shiftedRight(significand, 0, by: 1 &- biased)
        narrow = Rounding(environment, isNegative, shifted.high, shifted.low, droppedBits)
        if narrow.isInexact { environment.raise(.underflow) }
      } else {
        environment.raise(.underflow)
        return 0
      }
      // The hidden bit, if rounding has made it, is the exponent 1.
      biased = 1
    }
    biased = biased &+ (narrow.carries ? 1 : 0)
    if biased >= highestExponent {
      environment.raise(.overflow)
      guard environment.masked.contains(.overflow) else { return 0 }
      environment.raise(.inexact)
      environment.roundedUp = environment.increments(
        isNegative: isNegative, isOdd: true, rest: .max)
      return sign | (top &<< fractionBits &- (environment.roundedUp ? 0 : 1))
    }
    if narrow.isInexact { environment.raise(.inexact) }
    environment.roundedUp = narrow.isIncreased
    return sign
      | (UInt64(truncatingIfNeeded: biased &- 1) &<< fractionBits
        &+ narrow.significand &>> droppedBits)
  }

  // MARK: To integers

  /// FIST: rounded to an integer of the given width in bytes, or the integer indefinite (the lowest
  /// integer) with the invalid exception.
  @inline(__always) package func integer(
    byteCount: Int, _ environment: inout FloatingPointEnvironment
  ) -> Int64 {
    environment.roundedUp = false
    let bits = UInt64(truncatingIfNeeded: byteCount) &* 8
    let indefinite = Int64.min &>> Int64(truncatingIfNeeded: 64 &- bits)
    guard let magnitude = wholeMagnitude(&environment) else {
      environment.raise(.invalid)
      return indefinite
    }
    let limit = UInt64(1) &<< (bits &- 1)
    guard magnitude.value < limit || (isNegative && magnitude.value == limit) else {
      environment.raise(.invalid)
      return indefinite
    }
    if magnitude.isInexact { environment.raise(.inexact) }
    environment.roundedUp = magnitude.isIncreased
    let value = Int64(truncatingIfNeeded: magnitude.value)
    return isNegative ? 0 &- value : value
  }

  /// FBSTP: 18 decimal digits and the sign, or the packed decimal indefinite.
  package func packedDecimal(
    _ environment: inout FloatingPointEnvironment
  ) -> (digits: UInt64, top: UInt16) {
    environment.roundedUp = false
    guard let magnitude = wholeMagnitude(&environment),
      magnitude.value <= 999_999_999_999_999_999
    else {
      environment.raise(.invalid)
      return (0xC000_0000_0000_0000, 0xFFFF)
    }
    if magnitude.isInexact { environment.raise(.inexact) }
    environment.roundedUp = magnitude.isIncreased
    var rest = magnitude.value
    var digits: UInt64 = 0
    for position in 0..<16 {
      digits |= (rest % 10) << UInt64(position * 4)
      rest /= 10
    }
    let top = UInt16(truncatingIfNeeded: rest % 10 | (rest / 10) << 4)
    return (digits, top | (isNegative ? 0x8000 : 0))
  }

  private struct Whole {
    var value: UInt64
    var isInexact = false
    var isIncreased = false
  }

  /// The magnitude rounded to an integer; nil for what is none below 2^64.
  @inline(__always) private func wholeMagnitude(
    _ environment: inout FloatingPointEnvironment
  ) -> Whole? {
    let distance = 16383 &+ 63 &- exponent
    guard distance >= 0, significand >> 63 != 0 || signExponent & 0x7FFF == 0 else { return nil }
    let (whole, rest) = Significand.shiftedRight(significand, 0, by: distance)
    var result = Whole(value: whole)
    guard rest != 0 else { return result }
    result.isInexact = true
    if environment.increments(isNegative: isNegative, isOdd: whole & 1 != 0, rest: rest) {
      result.isIncreased = true
      // Cannot carry: with bits behind the point the integer has less than 64.
      result.value &+= 1
    }
    return result
  }
}
