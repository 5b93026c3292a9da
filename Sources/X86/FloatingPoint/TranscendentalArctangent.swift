/// The angle of a vector.
extension Transcendental {
  /// The arctangent of |y/x| in the quadrant of (x, y): the magnitude of the angle from the positive
  /// x axis, up to pi. Neither is zero.
  @inline(__always) static func angle(y: FiniteOperand, x: FiniteOperand) -> WideReal {
    let isSteep =
      y.exponent > x.exponent || (y.exponent == x.exponent && y.significand > x.significand)
    let angle = isSteep ? arctangent(x, y) : arctangent(y, x)
    if !isSteep, !x.isNegative { return angle }
    // With 126 fraction bits; an angle too small for them still counts.
    let offset = angle.fraction >> 2 | 1
    let axis = isSteep ? TranscendentalTables.pi >> 1 : TranscendentalTables.pi
    return WideReal(
      isSteep && x.isNegative ? axis &+ offset : axis &- offset, fractionBits: 126)
  }

  /// The arctangent of the ratio of two magnitudes, the first not larger than the second.
  @inline(__always) private static func arctangent(
    _ numerator: FiniteOperand, _ denominator: FiniteOperand
  ) -> WideReal {
    // atan q = atan c + atan((q - c) / (1 + c q)), where c is a multiple of 1/64 next to the ratio q.
    let distance = denominator.exponent &- numerator.exponent
    var index: UInt64 = 0
    if distance < 8 {
      let shift = UInt64(truncatingIfNeeded: distance)
      let doubled =
        ((numerator.significand >> 32) &<< (7 &- shift)) / (denominator.significand >> 32)
      index = (doubled &+ 1) >> 1
    }
    guard index != 0 else {
      let ratio = numerator.wide / denominator.wide
      let fraction = ratio.fraction
      return ratio.reduced(
        by: TranscendentalSeries.arctangentDeficit(fraction.upperProduct(fraction)))
    }
    let c = UInt128(index)
    let y = UInt128(numerator.significand)
    let x = UInt128(denominator.significand) &<< UInt128(truncatingIfNeeded: distance)
    let difference = (y &<< 6) &- x &* c
    let angle = TranscendentalTables.arctangents[Int(truncatingIfNeeded: index)]
    guard difference != 0 else { return WideReal(angle, fractionBits: 128) }
    let isNegative = difference >> 127 != 0
    let ratio =
      WideReal(isNegative ? 0 &- difference : difference, fractionBits: 0)
      / WideReal((x &<< 6) &+ y &* c, fractionBits: 0)
    let t = ratio.fraction
    let rest = t &- t.upperProduct(TranscendentalSeries.arctangentDeficit(t.upperProduct(t)))
    return WideReal(isNegative ? angle &- rest : angle &+ rest, fractionBits: 128)
  }
}
