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
  @inline(__always) private static func storedExponent(_ a: Bits) -> UInt32 {
    UInt32(truncatingIfNeeded: a >> fractionWidth) & UInt32(2 * bias + 1)
  }
  /// Normal and finite.
  @inline(__always) static func isNormal(_ a: Bits) -> Bool {
    storedExponent(a) &- 1 < UInt32(2 * bias)
  }
  @inline(__always) static func isNormalOrZero(_ a: Bits) -> Bool {
    isNormal(a) || a &<< 1 == 0
  }
  /// Normal, finite, and above the smallest normal number, which a tiny result may be rounded to.
  @inline(__always) static func isSafeResult(_ a: Bits) -> Bool {
    storedExponent(a) &- 2 < UInt32(2 * bias - 1)
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

/// An operation that has such a quick form.
protocol NativeOperation {
  /// The quick form on all elements of a register.
  static func quick<F: PackedFormat>(_: F.Type, _ a: Vector128, _ b: Vector128) -> Vector128?
  /// Whether the rounding mode and the inexact exception matter at all.
  static var rounds: Bool { get }
  /// The result in round-to-nearest, if nothing but inexactness can be raised; otherwise nil.
  static func quick<F: NativeFormat>(_: F.Type, _ a: F.Bits, _ b: F.Bits) -> F.Bits?
  /// Whether that result is inexact; nil where only integers know.
  static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool?
}
extension NativeOperation {
  @inline(__always) static var rounds: Bool { true }
}

enum NativeAdd: NativeOperation {
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    let sum = F.bits(F.native(a) + F.native(b))
    // Zero is exact: sums do not underflow to it.
    return F.isSafeResult(sum) || sum &<< 1 == 0 ? sum : nil
  }
  /// What rounding has lost is itself exact (Knuth, TAOCP vol. 2, 4.2.2, theorem B).
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? {
    let (x, y, sum) = (F.native(a), F.native(b), F.native(result))
    let part = sum - x
    return (x - (sum - part)) + (y - part) != 0
  }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    let sum = F.sum(a, b)
    let trouble = Packed.or(F.unusual(a), F.unusual(b))
    return F.isClear(Packed.or(trouble, F.unsafe(sum))) ? sum : nil
  }
}
enum NativeSubtract: NativeOperation {
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    NativeAdd.quick(F.self, a, F.negated(b))
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? {
    NativeAdd.isInexact(F.self, a, F.negated(b), result)
  }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    let difference = F.difference(a, b)
    let trouble = Packed.or(F.unusual(a), F.unusual(b))
    return F.isClear(Packed.or(trouble, F.unsafe(difference))) ? difference : nil
  }
}
enum NativeMultiply: NativeOperation {
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    let product = F.bits(F.native(a) * F.native(b))
    return F.isSafeResult(product) || a &<< 1 == 0 || b &<< 1 == 0 ? product : nil
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? {
    F.isZero(result) ? false : F.isProductExact(a, b).map { !$0 }
  }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    let product = F.product(a, b)
    let trouble = Packed.or(F.unusual(a), F.unusual(b))
    // A zero must come from a zero.
    let underflow = Packed.andNot(Packed.or(F.zeros(a), F.zeros(b)), F.zeros(product))
    return F.isClear(Packed.or(Packed.or(trouble, underflow), F.unsafe(product))) ? product : nil
  }
}
enum NativeDivide: NativeOperation {
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    guard F.isNormal(a), F.isNormal(b) else { return nil }
    let quotient = F.bits(F.native(a) / F.native(b))
    return F.isSafeResult(quotient) ? quotient : nil
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? {
    // So that what the product is held against cannot have been rounded up from below.
    guard F.isSafeResult(a), let fits = F.isProductExact(result, b) else { return nil }
    return !fits || F.native(result) * F.native(b) != F.native(a)
  }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    let quotient = F.quotient(a, b)
    let trouble = Packed.or(F.unusual(a), Packed.or(F.unusual(b), F.zeros(b)))
    let underflow = Packed.andNot(F.zeros(a), F.zeros(quotient))
    return F.isClear(Packed.or(Packed.or(trouble, underflow), F.unsafe(quotient))) ? quotient : nil
  }
}
enum NativeSquareRoot: NativeOperation {
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    F.isNormal(b) && !F.isNegative(b) ? F.bits(F.native(b).squareRoot()) : nil
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? {
    guard F.isSafeResult(b), let fits = F.isProductExact(result, result) else { return nil }
    return !fits || F.native(result) * F.native(result) != F.native(b)
  }
  /// Roots go one by one: the host's instruction for several is out of reach.
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? { nil }
}
/// A comparison decides: the second operand where it does not say "less" (or "greater").
enum NativeMinimum: NativeOperation {
  @inline(__always) static var rounds: Bool { false }
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    return F.native(a) < F.native(b) ? a : b
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? { false }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    F.isClear(Packed.or(F.unusual(a), F.unusual(b))) ? F.lesser(a, b) : nil
  }
}
enum NativeMaximum: NativeOperation {
  @inline(__always) static var rounds: Bool { false }
  @inline(__always) static func quick<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits
  ) -> F.Bits? {
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return nil }
    return F.native(a) > F.native(b) ? a : b
  }
  @inline(__always) static func isInexact<F: NativeFormat>(
    _: F.Type, _ a: F.Bits, _ b: F.Bits, _ result: F.Bits
  ) -> Bool? { false }
  @inline(__always) static func quick<F: PackedFormat>(
    _: F.Type, _ a: Vector128, _ b: Vector128
  ) -> Vector128? {
    F.isClear(Packed.or(F.unusual(a), F.unusual(b))) ? F.greater(a, b) : nil
  }
}
