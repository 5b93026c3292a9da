/// 2^x - 1.
extension Transcendental {
  /// The magnitude of 2^x - 1, which has the sign of x.
  /// - Parameter x: not zero, and of a magnitude less than 1.
  @inline(__always) static func powerOfTwoMinusOne(_ x: FiniteOperand) -> WideReal {
    guard x.exponent >= WideReal.bias &- 7 else {
      let power = x.wide * WideReal(exponent: WideReal.bias &- 1, significand: ln2)
      let deviation = TranscendentalSeries.exponentialDeviation(
        power.fraction, isNegative: x.isNegative)
      return x.isNegative ? power.reduced(by: deviation) : power.increased(by: deviation)
    }
    // 2^(c + t) - 1 = 2^c (2^t - 1) + (2^c - 1), where c is the nearest multiple of 1/64.
    let fraction = x.wide.fraction
    let index = Int(truncatingIfNeeded: (fraction >> 121 &+ 1) >> 1)
    let distance = fraction &- UInt128(truncatingIfNeeded: index) &<< 122
    let isBelow = distance >> 127 != 0
    let isNegative = isBelow != x.isNegative
    let t = (isBelow ? 0 &- distance : distance).upperProduct(ln2)
    let deviation = t.upperProduct(
      TranscendentalSeries.exponentialDeviation(t, isNegative: isNegative))
    let factor = TranscendentalTables.powers[x.isNegative ? 64 &- index : 64 &+ index]
    let change = factor.upperProduct(isNegative ? t &- deviation : t &+ deviation)
    let power = isNegative ? factor &- change : factor &+ change
    let one: UInt128 = 1 << 126
    return WideReal(x.isNegative ? one &- power : power &- one, fractionBits: 126)
  }

  private static var ln2: UInt128 { TranscendentalTables.ln2 }
}
