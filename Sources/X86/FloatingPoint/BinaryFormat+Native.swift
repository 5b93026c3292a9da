/// Arithmetic by the host's floating-point unit, where every IEEE 754 host gives the same: round to
/// nearest, operands and result neither denormal, infinite nor NaN. Whether a result is exact is found
/// with arithmetic that is itself exact. Everything else is left to the integer functions.
protocol NativeFormat: BinaryFormat {
  associatedtype Native: BinaryFloatingPoint
  static func native(_ bits: Bits) -> Native
  static func bits(_ native: Native) -> Bits
  static func native(_ integer: Int64) -> Native
  /// Towards zero. The number must lie in the integer's range.
  static func integer(_ native: Native) -> Int64
}

extension Binary32: NativeFormat {
  @inline(__always) static func native(_ bits: UInt32) -> Float { Float(bitPattern: bits) }
  @inline(__always) static func bits(_ native: Float) -> UInt32 { native.bitPattern }
  @inline(__always) static func native(_ integer: Int64) -> Float { Float(integer) }
  @inline(__always) static func integer(_ native: Float) -> Int64 { Int64(native) }
}
extension Binary64: NativeFormat {
  @inline(__always) static func native(_ bits: UInt64) -> Double { Double(bitPattern: bits) }
  @inline(__always) static func bits(_ native: Double) -> UInt64 { native.bitPattern }
  @inline(__always) static func native(_ integer: Int64) -> Double { Double(integer) }
  @inline(__always) static func integer(_ native: Double) -> Int64 { Int64(native) }
}

extension NativeFormat {
  /// Normal and finite.
  @inline(__always) static func isNormal(_ a: Bits) -> Bool {
    magnitude(a) &- (1 << fractionWidth) < infinity &- (1 << fractionWidth)
  }
  @inline(__always) static func isNormalOrZero(_ a: Bits) -> Bool { isNormal(a) || isZero(a) }
  /// Normal, finite, and above the smallest normal number, which a tiny result may be rounded to.
  @inline(__always) static func isSafeResult(_ a: Bits) -> Bool {
    magnitude(a) &- (2 << fractionWidth) < infinity &- (2 << fractionWidth)
  }

  /// Zeros at the significand's end: a product's are the sum of its factors'.
  @inline(__always) private static func trailingZeros(_ a: Bits) -> Int {
    (a & fractionMask | 1 << fractionWidth).trailingZeroBitCount
  }
  /// Whether the product of two normal numbers fits the format; nil where that takes the product's
  /// length to know.
  @inline(__always) static func isProductExact(_ a: Bits, _ b: Bits) -> Bool? {
    let zeros = trailingZeros(a) &+ trailingZeros(b)
    return zeros == fractionWidth ? nil : zeros > fractionWidth
  }
}

/// A result in round-to-nearest and whether it is inexact; nil where only integers know.
struct NativeResult<Bits> {
  var bits: Bits
  var isInexact: Bool
}

/// One of the operations that have such a quick form.
protocol NativeOperation {
  /// - Parameter knowsInexact: MXCSR has recorded an inexact result already, and nobody asks again.
  static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>?
  /// Whether the rounding mode and the inexact flag matter at all.
  static var rounds: Bool { get }
}
extension NativeOperation {
  @inline(__always) static var rounds: Bool { true }
}

enum NativeAdd: NativeOperation {
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    let x = F.native(a)
    let y = F.native(b)
    let sum = x + y
    let bits = F.bits(sum)
    // Zero is exact: sums do not underflow to it.
    guard F.isSafeResult(bits) || F.isZero(bits) else { return nil }
    if knowsInexact { return NativeResult(bits: bits, isInexact: false) }
    // What rounding has lost, itself exact (Knuth, TAOCP vol. 2, 4.2.2, theorem B).
    let part = sum - x
    let lost = (x - (sum - part)) + (y - part)
    return NativeResult(bits: bits, isInexact: lost != 0)
  }
}
enum NativeSubtract: NativeOperation {
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    NativeAdd.apply(F.self, a, F.negated(b), knowsInexact: knowsInexact)
  }
}
enum NativeMultiply: NativeOperation {
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    let bits = F.bits(F.native(a) * F.native(b))
    guard F.isSafeResult(bits) else {
      return F.isZero(a) || F.isZero(b) ? NativeResult(bits: bits, isInexact: false) : nil
    }
    if knowsInexact { return NativeResult(bits: bits, isInexact: false) }
    guard let isExact = F.isProductExact(a, b) else { return nil }
    return NativeResult(bits: bits, isInexact: !isExact)
  }
}
enum NativeDivide: NativeOperation {
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormal(a), F.isNormal(b) else { return nil }
    let quotient = F.native(a) / F.native(b)
    let bits = F.bits(quotient)
    guard F.isSafeResult(bits) else { return nil }
    if knowsInexact { return NativeResult(bits: bits, isInexact: false) }
    // So that what the product is held against cannot have been rounded up from below.
    guard F.isSafeResult(a), let fits = F.isProductExact(bits, b) else { return nil }
    return NativeResult(bits: bits, isInexact: !fits || quotient * F.native(b) != F.native(a))
  }
}
enum NativeSquareRoot: NativeOperation {
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormal(b), !F.isNegative(b) else { return nil }
    let root = F.native(b).squareRoot()
    let bits = F.bits(root)
    if knowsInexact { return NativeResult(bits: bits, isInexact: false) }
    guard F.isSafeResult(b), let fits = F.isProductExact(bits, bits) else { return nil }
    return NativeResult(bits: bits, isInexact: !fits || root * root != F.native(b))
  }
}
/// A comparison decides: the second operand where it does not say "less" (or "greater").
enum NativeMinimum: NativeOperation {
  @inline(__always) static var rounds: Bool { false }
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    return NativeResult(bits: F.native(a) < F.native(b) ? a : b, isInexact: false)
  }
}
enum NativeMaximum: NativeOperation {
  @inline(__always) static var rounds: Bool { false }
  @inline(__always) static func apply<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, knowsInexact: Bool
  ) -> NativeResult<F.Bits>? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    return NativeResult(bits: F.native(a) > F.native(b) ? a : b, isInexact: false)
  }
}
