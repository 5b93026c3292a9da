/// The 80-bit format: classes of operands, constants, and what becomes of NaNs.
///
/// Bit 63 of the significand is its explicit integer bit. Encodings with a non-zero exponent and a clear
/// integer bit (unnormals, pseudo-infinities, pseudo-NaNs) are unsupported from the 387 on and
/// raise the invalid exception; a pseudo-denormal (exponent 0, integer bit set) is a number.
/// Source: Intel SDM vol. 1, 4.2.2, 8.2.2 and table 8-3.
extension ExtendedReal {
  package static let positiveZero = ExtendedReal(significand: 0, signExponent: 0)
  package static let one = ExtendedReal(significand: 1 << 63, signExponent: 0x3FFF)
  package static let positiveInfinity = ExtendedReal(significand: 1 << 63, signExponent: 0x7FFF)
  /// The quiet NaN that masked invalid operations deliver: real indefinite.
  package static let indefinite = ExtendedReal(significand: 3 << 62, signExponent: 0xFFFF)

  @inline(__always) static func zero(isNegative: Bool) -> ExtendedReal {
    ExtendedReal(significand: 0, signExponent: isNegative ? 0x8000 : 0)
  }
  @inline(__always) static func infinity(isNegative: Bool) -> ExtendedReal {
    ExtendedReal(significand: 1 << 63, signExponent: isNegative ? 0xFFFF : 0x7FFF)
  }

  @inline(__always) package var isNegative: Bool { signExponent & 0x8000 != 0 }
  /// Biased by 16,383.
  @inline(__always) package var exponent: Int {
    Int(truncatingIfNeeded: signExponent & 0x7FFF)
  }
  @inline(__always) package var isZero: Bool { significand == 0 && signExponent & 0x7FFF == 0 }
  @inline(__always) package var isInfinite: Bool {
    significand == 1 << 63 && signExponent & 0x7FFF == 0x7FFF
  }
  /// A quiet or signalling NaN; pseudo-NaNs are unsupported instead.
  @inline(__always) package var isNaN: Bool {
    significand > 1 << 63 && signExponent & 0x7FFF == 0x7FFF
  }
  @inline(__always) package var isSignalling: Bool {
    isNaN && significand & 1 << 62 == 0
  }
  /// A denormal or pseudo-denormal.
  @inline(__always) package var isDenormal: Bool {
    significand != 0 && signExponent & 0x7FFF == 0
  }
  @inline(__always) package var isUnsupported: Bool {
    significand >> 63 == 0 && signExponent & 0x7FFF != 0
  }
  /// A normal number, the case that arithmetic is made for.
  @inline(__always) package var isNormal: Bool {
    significand >> 63 != 0 && (signExponent &+ 1) & 0x7FFF > 1
  }

  @inline(__always) package var negated: ExtendedReal {
    ExtendedReal(significand: significand, signExponent: signExponent ^ 0x8000)
  }
  @inline(__always) package var magnitude: ExtendedReal {
    ExtendedReal(significand: significand, signExponent: signExponent & 0x7FFF)
  }
  var quieted: ExtendedReal {
    ExtendedReal(significand: significand | 1 << 62, signExponent: signExponent)
  }

  /// Exponent and significand of a finite number that is not zero, with bit 63 of the significand set; the
  /// exponent of a denormal becomes zero or negative.
  @inline(__always) var normalized: (exponent: Int, significand: UInt64) {
    if exponent != 0 { return (exponent, significand) }
    let shift = significand.leadingZeroBitCount
    return (1 &- shift, significand &<< UInt64(truncatingIfNeeded: shift))
  }
}

extension ExtendedReal {
  /// The answer to an operand that is a NaN or unsupported; nil if it is neither.
  @inline(never) package static func special(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if a.isUnsupported {
      environment.raise(.invalid)
      return indefinite
    }
    guard a.isNaN else { return nil }
    if a.isSignalling { environment.raise(.invalid) }
    return a.quieted
  }

  /// The answer to two operands of which one is a NaN or unsupported; nil if none is.
  ///
  /// A signalling NaN is quieted; of a signalling and a quiet NaN the quiet one, of two alike the one
  /// with the larger significand, of two with equal significands the positive one is delivered.
  /// Source: Intel SDM vol. 1, table 4-7.
  @inline(never) package static func special(
    _ a: ExtendedReal, _ b: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if a.isUnsupported || b.isUnsupported {
      environment.raise(.invalid)
      return indefinite
    }
    guard a.isNaN || b.isNaN else { return nil }
    if a.isSignalling || b.isSignalling { environment.raise(.invalid) }
    guard a.isNaN else { return b.quieted }
    guard b.isNaN else { return a.quieted }
    if a.isSignalling != b.isSignalling { return a.isSignalling ? b : a }
    if a.significand != b.significand {
      return a.significand > b.significand ? a.quieted : b.quieted
    }
    return a.isNegative ? b.quieted : a.quieted
  }

  /// The masked response to an invalid operation.
  @inline(never) package static func invalid(
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    environment.raise(.invalid)
    return indefinite
  }
}
