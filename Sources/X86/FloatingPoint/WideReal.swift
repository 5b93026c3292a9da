/// A positive number with a 128-bit significand: what the transcendental functions compute with before
/// they round to the 64 bits of the x87's format.
struct WideReal {
  /// Biased by 16,383 as in ``ExtendedReal``, but not limited to 15 bits.
  var exponent: Int
  /// Bit 127 is set: the significand counts as 1.0 to 1.999...
  var significand: UInt128

  static let bias = 16383
  static let one = WideReal(exponent: bias, significand: 1 << 127)

  @inline(__always) init(exponent: Int, significand: UInt128) {
    self.exponent = exponent
    self.significand = significand
  }

  /// `value` x 2^-`fractionBits`; the value is not zero.
  @inline(__always) init(_ value: UInt128, fractionBits: Int) {
    let shift = value.leadingZeroBitCount
    exponent = Self.bias &+ 127 &- fractionBits &- shift
    significand = value &<< UInt128(truncatingIfNeeded: shift)
  }

  /// This number as a fixed-point fraction of 128 bits, what lies below them cut off. The number is
  /// less than 1.
  @inline(__always) var fraction: UInt128 {
    let shift = Self.bias &- 1 &- exponent
    return shift > 127 ? 0 : significand &>> UInt128(truncatingIfNeeded: shift)
  }

  @inline(__always) static func * (a: Self, b: Self) -> Self {
    let product = a.significand.upperProduct(b.significand)
    let isShort = product >> 127 == 0
    return Self(
      exponent: a.exponent &+ b.exponent &- bias &+ (isShort ? 0 : 1),
      significand: isShort ? product &<< 1 : product)
  }

  static func / (a: Self, b: Self) -> Self {
    let isShort = a.significand < b.significand
    let numerator = isShort ? a.significand : a.significand >> 1
    return Self(
      exponent: a.exponent &- b.exponent &+ bias &- (isShort ? 1 : 0),
      significand: numerator.fraction(of: b.significand))
  }

  /// This number reduced by the fraction `deficit` of itself. A deficit too small for the significand
  /// still makes the number smaller, so that it rounds to the right side.
  @inline(__always) func reduced(by deficit: UInt128) -> Self {
    let rest = significand &- max(1, significand.upperProduct(deficit))
    let isShort = rest >> 127 == 0
    return Self(
      exponent: exponent &- (isShort ? 1 : 0), significand: isShort ? rest &<< 1 : rest)
  }

  /// This number increased by the fraction `excess` of itself.
  @inline(__always) func increased(by excess: UInt128) -> Self {
    let (sum, carries) = significand.addingReportingOverflow(
      max(1, significand.upperProduct(excess)))
    return Self(
      exponent: exponent &+ (carries ? 1 : 0),
      significand: carries ? sum >> 1 | 1 << 127 : sum)
  }
}

extension UInt128 {
  @inline(__always) var upperHalf: UInt64 { UInt64(truncatingIfNeeded: self >> 64) }
  @inline(__always) var lowerHalf: UInt64 { UInt64(truncatingIfNeeded: self) }

  /// The upper 128 bits of the 256-bit product: the product of two fractions.
  @inline(__always) func upperProduct(_ other: UInt128) -> UInt128 {
    let (a1, a0) = (UInt128(upperHalf), UInt128(lowerHalf))
    let (b1, b0) = (UInt128(other.upperHalf), UInt128(other.lowerHalf))
    let cross = a1 &* b0
    let middle = a0 &* b1 &+ UInt128(cross.lowerHalf) &+ (a0 &* b0) >> 64
    return a1 &* b1 &+ UInt128(cross.upperHalf) &+ middle >> 64
  }

  /// floor(`self` x 2^128 / `divisor`), by Knuth's algorithm D with digits of 64 bits (The Art of
  /// Computer Programming 2, 4.3.1).
  ///
  /// `self` is less than `divisor`, whose bit 127 is set.
  func fraction(of divisor: UInt128) -> UInt128 {
    let (high, remainder) = Self.nextDigit(self, divisor)
    let (low, _) = Self.nextDigit(remainder, divisor)
    return UInt128(high) << 64 | UInt128(low)
  }

  /// One step of long division: `remainder` x 2^64 by `divisor`.
  @inline(__always) private static func nextDigit(
    _ remainder: UInt128, _ divisor: UInt128
  ) -> (digit: UInt64, remainder: UInt128) {
    let top = divisor.upperHalf
    var digit = UInt64.max
    if remainder.upperHalf < top {
      digit =
        top.dividingFullWidth((high: remainder.upperHalf, low: remainder.lowerHalf)).quotient
    }
    // The digit is at most 2 too large. The difference fits 128 bits when it is right, so the upper
    // 64 of its 192 bits tell the sign.
    let low = UInt128(digit) &* UInt128(divisor.lowerHalf)
    let high = UInt128(digit) &* UInt128(top) &+ UInt128(low.upperHalf)
    var upper = remainder &- high
    var lower: UInt64 = 0 &- low.lowerHalf
    if low.lowerHalf != 0 { upper &-= 1 }
    while upper.upperHalf != 0 {
      digit &-= 1
      let (sum, carries) = lower.addingReportingOverflow(divisor.lowerHalf)
      lower = sum
      upper = upper &+ UInt128(top) &+ (carries ? 1 : 0)
    }
    return (digit, upper << 64 | UInt128(lower))
  }
}
