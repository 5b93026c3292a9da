/// Binary logarithms.
extension Transcendental {
  /// A logarithm, or its product with a number.
  struct SignedWideReal {
    var isNegative: Bool
    var magnitude: WideReal
  }

  /// log2(1 + x) for a magnitude of x below 1/256, x not zero.
  @inline(__always) static func logarithmNearOne(
    _ x: WideReal, isNegative: Bool
  ) -> SignedWideReal {
    let deviation = TranscendentalSeries.logarithmDeviation(x.fraction, isNegative: isNegative)
    let natural = isNegative ? x.increased(by: deviation) : x.reduced(by: deviation)
    return SignedWideReal(
      isNegative: isNegative,
      magnitude: natural
        * WideReal(exponent: WideReal.bias, significand: TranscendentalTables.log2e))
  }

  /// log2(x) for an x that is no power of two.
  @inline(__always) static func logarithm(_ x: WideReal) -> SignedWideReal {
    // With the tabulated reciprocal c of the significand m, to 10 bits, m c = 1 + t and
    // log2 m = log2(1/c) + log2(1 + t). Significands from the square root of 2 on are halved.
    let index = Int(truncatingIfNeeded: x.significand >> 119 & 0xFF)
    let isHalved = index >= 106
    let whole = x.exponent &- WideReal.bias &+ (isHalved ? 1 : 0)
    let isAtEnd = index == 0 || index == 255
    if whole == 0, isAtEnd {
      let distance = isHalved ? 0 &- x.significand : x.significand &- 1 << 127
      return logarithmNearOne(
        WideReal(distance, fractionBits: isHalved ? 128 : 127), isNegative: isHalved)
    }
    // In units of 2^-126, and exact if the significand leaves the lowest 11 bits alone.
    let scaled = (x.significand >> 11) &* UInt128(TranscendentalTables.reciprocals[index])
    let isNegative = scaled < 1 << 126
    let t = (isNegative ? 1 << 126 &- scaled : scaled &- 1 << 126) &<< 2
    let deviation = t.upperProduct(
      TranscendentalSeries.logarithmDeviation(t, isNegative: isNegative))
    let natural = isNegative ? t &+ deviation : t &- deviation
    // With 127 fraction bits, of which the sign takes one.
    let ofReciprocal = Int128(truncatingIfNeeded: TranscendentalTables.logarithms[index] >> 1)
    let ofRest = Int128(truncatingIfNeeded: natural.upperProduct(TranscendentalTables.log2e))
    let fraction =
      (isHalved ? 0 &- ofReciprocal : ofReciprocal) &+ (isNegative ? 0 &- ofRest : ofRest)
    if whole == 0 {
      return SignedWideReal(
        isNegative: fraction < 0, magnitude: WideReal(fraction.magnitude, fractionBits: 127))
    }
    let sum = Int128(truncatingIfNeeded: whole) &<< 112 &+ fraction >> 15
    return SignedWideReal(
      isNegative: sum < 0, magnitude: WideReal(sum.magnitude, fractionBits: 112))
  }
}
