/// Sine, cosine and tangent.
///
/// The argument is reduced with pi truncated to 66 bits, as the 387 and its successors do (Intel SDM
/// vol. 1, 8.3.8): the remainder is exact, and what follows is the function of that remainder.
extension Transcendental {
  /// The remainder of a finite argument's magnitude after whole quarter turns.
  struct ReducedAngle {
    /// The quarter turns taken off, modulo 4.
    var quadrant: UInt8
    /// The remainder, at most an eighth of a turn, is negative.
    var isNegative: Bool
    var magnitude: WideReal

    /// - Parameter x: not zero, and less than 2^63.
    @inline(__always) init(_ x: FiniteOperand) {
      let exponent = x.exponent &- WideReal.bias
      guard exponent >= -2 else {
        // Less than a quarter: nothing to take off.
        quadrant = 0
        isNegative = false
        magnitude = x.wide
        return
      }
      // In units of 2^-65 both the argument and a quarter turn are whole numbers. The remainder is
      // never zero: the quarter turn is odd and longer than the argument's significand.
      let value = UInt128(x.significand) &<< UInt128(truncatingIfNeeded: exponent &+ 2)
      var turns: UInt64
      var remainder: UInt128
      if value < Self.quarterTurn {
        turns = 0
        remainder = value
      } else {
        let division = value.quotientAndRemainder(dividingBy: Self.quarterTurn)
        turns = division.quotient.lowerHalf
        remainder = division.remainder
      }
      isNegative = remainder > Self.quarterTurn >> 1
      if isNegative {
        turns &+= 1
        remainder = Self.quarterTurn &- remainder
      }
      quadrant = UInt8(truncatingIfNeeded: turns & 3)
      magnitude = WideReal(remainder, fractionBits: 65)
    }

    /// Sine and cosine have changed places.
    @inline(__always) var isOdd: Bool { quadrant & 1 != 0 }
    /// Of the sine of the argument's magnitude.
    @inline(__always) var sineIsNegative: Bool {
      (quadrant & 2 != 0) != (isNegative && !isOdd)
    }
    @inline(__always) var cosineIsNegative: Bool {
      (quadrant & 2 != 0) != (isOdd && !isNegative)
    }

    /// Half of the 66-bit pi, in units of 2^-65.
    static let quarterTurn: UInt128 = 0x3_243F_6A88_85A3_08D3
  }

  /// The sine and the cosine of an angle of at most an eighth of a turn.
  @inline(__always) static func sineAndCosine(
    _ angle: WideReal
  ) -> (sine: WideReal, cosine: WideReal) {
    guard angle.exponent >= WideReal.bias &- 7 else { return sineAndCosineOfSmall(angle) }
    // sin(c + t) = sin c cos t + cos c sin t and cos(c + t) = cos c cos t - sin c sin t, where c is
    // the nearest multiple of 1/64.
    let fraction = angle.fraction
    let index = Int(truncatingIfNeeded: (fraction &+ 1 << 121) >> 122)
    let distance = fraction &- UInt128(truncatingIfNeeded: index) &<< 122
    let isNegative = distance >> 127 != 0
    let t = isNegative ? 0 &- distance : distance
    let square = t.upperProduct(t)
    let sine = t &- t.upperProduct(TranscendentalSeries.sineDeficit(square))
    let deficit = TranscendentalSeries.cosineDeficit(square)
    let sineOfCenter = TranscendentalTables.sines[index]
    let cosineOfCenter = TranscendentalTables.cosines[index]
    let change = cosineOfCenter.upperProduct(sine)
    let oppositeChange = sineOfCenter.upperProduct(sine)
    let base = sineOfCenter &- sineOfCenter.upperProduct(deficit)
    let oppositeBase = cosineOfCenter &- cosineOfCenter.upperProduct(deficit)
    return (
      WideReal(isNegative ? base &- change : base &+ change, fractionBits: 128),
      WideReal(
        isNegative ? oppositeBase &+ oppositeChange : oppositeBase &- oppositeChange,
        fractionBits: 128)
    )
  }

  /// The same for an angle below 1/128, which needs no table.
  @inline(__always) private static func sineAndCosineOfSmall(
    _ angle: WideReal
  ) -> (sine: WideReal, cosine: WideReal) {
    let fraction = angle.fraction
    let square = fraction.upperProduct(fraction)
    let sine = angle.reduced(by: TranscendentalSeries.sineDeficit(square))
    guard angle.exponent < WideReal.bias &- 24 else {
      let deficit = TranscendentalSeries.cosineDeficit(square)
      return (sine, WideReal.one.reduced(by: deficit))
    }
    // 1 - cos t = t^2/2 (1 - t^2/12 + ...). Where t^2/2 alone would be a tie or a 64-bit number, as for
    // all multiples of 2^-32, the second term decides: it must not get lost.
    var half = angle * angle
    half.exponent &-= 1
    let deficit = half.reduced(by: square / 12).fraction &+ 1
    return (sine, WideReal(0 &- deficit, fractionBits: 128))
  }

  /// The tangent of an angle of at most an eighth of a turn, or its reciprocal.
  @inline(__always) static func tangent(_ angle: WideReal, isReciprocal: Bool) -> WideReal {
    guard angle.exponent >= WideReal.bias &- 50 else {
      // tan t = t (1 + t^2/3 + ...) and 1/tan t = 1/t (1 - t^2/3 - ...): a quotient of sine and cosine
      // would lose the second term.
      let fraction = angle.fraction
      let term = fraction.upperProduct(fraction) / 3
      return isReciprocal ? (.one / angle).reduced(by: term) : angle.increased(by: term)
    }
    let (sine, cosine) = sineAndCosine(angle)
    return isReciprocal ? cosine / sine : sine / cosine
  }
}
