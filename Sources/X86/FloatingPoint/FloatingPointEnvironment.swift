/// The x87's precision control: to how many significand bits FADD, FSUB, FMUL, FDIV and FSQRT round.
/// The exponent keeps its 15 bits.
///
/// Source: Intel SDM vol. 1, 8.1.5.2.
package enum PrecisionControl: UInt8, Sendable {
  case single = 0
  /// Behaves as ``extended``.
  case reserved = 1
  case double = 2
  case extended = 3

  /// Bits of a 64-bit significand that are rounded away.
  @inline(__always) var droppedBits: UInt64 {
    switch self {
    case .single: 40
    case .double: 11
    case .reserved, .extended: 0
    }
  }
}

extension FloatingPointExceptions {
  package static let all = Self(rawValue: 0x3F)
  /// Those that are found before anything is computed: unmasked, they leave the operands as they are.
  package static let beforeComputation: Self = [.invalid, .denormal, .divideByZero]
}

/// What an x87 operation works under, and what it reports.
///
/// An operation adds to ``raised`` and gives the result of its masked response, with two exceptions:
/// an overflow or underflow that is not ``masked`` gives the result with its exponent wrapped by
/// 24,576, as registers receive it (Intel SDM vol. 1, 8.5.4 and 8.5.5). Whether a result may be
/// written at all (it may not after an unmasked invalid, denormal or zero-divide exception) is for
/// the caller to see from ``raised``.
package struct FloatingPointEnvironment: Equatable, Sendable {
  package var rounding: RoundingMode
  package var precision: PrecisionControl
  /// The exceptions with a masked response.
  package var masked: FloatingPointExceptions
  package var raised: FloatingPointExceptions = []
  /// C1: the last result's magnitude was rounded up.
  package var roundedUp = false

  @inline(__always) package init(
    rounding: RoundingMode = .nearestEven, precision: PrecisionControl = .extended,
    masked: FloatingPointExceptions = .all
  ) {
    self.rounding = rounding
    self.precision = precision
    self.masked = masked
  }

  @inline(__always) mutating func raise(_ exceptions: FloatingPointExceptions) {
    raised.formUnion(exceptions)
  }

  /// Whether a magnitude with the given lowest kept bit is to be increased.
  /// - Parameter rest: what lies behind that bit, as a binary fraction; bit 0 is sticky.
  @inline(__always) func increments(isNegative: Bool, isOdd: Bool, rest: UInt64) -> Bool {
    switch rounding {
    case .nearestEven: rest > 1 << 63 || (rest == 1 << 63 && isOdd)
    case .down: isNegative && rest != 0
    case .up: !isNegative && rest != 0
    case .towardZero: false
    }
  }

  /// Rounds to 64 significand bits, whatever the precision control says.
  @inline(__always) package mutating func roundToExtended(
    isNegative: Bool, exponent: Int, _ high: UInt64, _ low: UInt64
  ) -> ExtendedReal {
    let sign: UInt16 = isNegative ? 0x8000 : 0
    roundedUp = false
    guard exponent >= 1, exponent < 0x7FFE else {
      return roundAtTheEdge(
        isNegative: isNegative, exponent: exponent, high, low, droppedBits: 0)
    }
    let kept = ExtendedReal(
      significand: high, signExponent: sign | UInt16(truncatingIfNeeded: exponent))
    guard low != 0 else { return kept }
    raise(.inexact)
    guard increments(isNegative: isNegative, isOdd: high & 1 != 0, rest: low) else { return kept }
    roundedUp = true
    guard high != .max else {
      return ExtendedReal(
        significand: 1 << 63, signExponent: sign | UInt16(truncatingIfNeeded: exponent &+ 1))
    }
    return ExtendedReal(
      significand: high &+ 1, signExponent: sign | UInt16(truncatingIfNeeded: exponent))
  }

  /// Rounds a result to the precision in force and packs it.
  ///
  /// - Parameters:
  ///   - exponent: biased by 16,383, of the bit 63 of `high`; any value that the result has.
  ///   - high: the significand, bit 63 set.
  ///   - low: what lies behind it; bit 0 is sticky (the OR of everything further down).
  @inline(__always) mutating func round(
    isNegative: Bool, exponent: Int, _ high: UInt64, _ low: UInt64
  ) -> ExtendedReal {
    let droppedBits = precision.droppedBits
    if droppedBits == 0 {
      return roundToExtended(isNegative: isNegative, exponent: exponent, high, low)
    }
    roundedUp = false
    return roundAtTheEdge(
      isNegative: isNegative, exponent: exponent, high, low, droppedBits: droppedBits)
  }

  /// Rounding at any precision, with overflow and underflow. Tininess is detected after rounding.
  @inline(never) private mutating func roundAtTheEdge(
    isNegative: Bool, exponent: Int, _ high: UInt64, _ low: UInt64, droppedBits: UInt64
  ) -> ExtendedReal {
    let sign: UInt16 = isNegative ? 0x8000 : 0
    var rounded = Rounding(self, isNegative, high, low, droppedBits)
    var exponent = exponent &+ (rounded.carries ? 1 : 0)
    if exponent > 0x7FFE {
      raise(.overflow)
      if masked.contains(.overflow) {
        return overflowed(isNegative: isNegative, droppedBits: droppedBits)
      }
      exponent &-= 24576
      // FSCALE can go beyond what the wrapped exponent holds: infinity, whatever the rounding mode.
      if exponent > 0x7FFE {
        raise(.inexact)
        roundedUp = true
        return .infinity(isNegative: isNegative)
      }
    } else if exponent < 1 {
      if masked.contains(.underflow) {
        // The exponent before the carry: a tiny number is rounded once, where the denormal's last bit is.
        let distance = 1 &- (exponent &- (rounded.carries ? 1 : 0))
        let shifted = Significand.shiftedRight(high, low, by: distance)
        rounded = Rounding(self, isNegative, shifted.high, shifted.low, droppedBits)
        if rounded.isInexact { raise(.underflow) }
        exponent = rounded.significand >> 63 != 0 ? 1 : 0
      } else {
        raise(.underflow)
        exponent &+= 24576
        if exponent < 1 {
          raise(.inexact)
          return ExtendedReal(significand: 0, signExponent: sign)
        }
      }
    }
    if rounded.isInexact { raise(.inexact) }
    roundedUp = rounded.isIncreased
    return ExtendedReal(
      significand: rounded.significand, signExponent: sign | UInt16(truncatingIfNeeded: exponent))
  }

  /// The masked response to overflow: infinity, or the largest number where rounding goes towards zero.
  private mutating func overflowed(isNegative: Bool, droppedBits: UInt64) -> ExtendedReal {
    raise(.inexact)
    let sign: UInt16 = isNegative ? 0x8000 : 0
    roundedUp = increments(isNegative: isNegative, isOdd: true, rest: .max)
    return roundedUp
      ? ExtendedReal(significand: 1 << 63, signExponent: sign | 0x7FFF)
      : ExtendedReal(significand: .max &<< droppedBits, signExponent: sign | 0x7FFE)
  }
}

/// A significand rounded at one of its bits.
struct Rounding {
  var significand: UInt64
  /// The significand has become 2^64, which is 2^63 with the next exponent.
  var carries = false
  var isInexact = false
  var isIncreased = false

  /// - Parameter droppedBits: how many bits of `high` are rounded away, below 64.
  init(
    _ environment: FloatingPointEnvironment, _ isNegative: Bool, _ high: UInt64, _ low: UInt64,
    _ droppedBits: UInt64
  ) {
    let unit: UInt64 = 1 &<< droppedBits
    significand = high & (0 &- unit)
    var rest = low
    if droppedBits != 0 { rest = high &<< (64 &- droppedBits) | (low != 0 ? 1 : 0) }
    guard rest != 0 else { return }
    isInexact = true
    isIncreased = environment.increments(
      isNegative: isNegative, isOdd: significand & unit != 0, rest: rest)
    guard isIncreased else { return }
    significand = significand &+ unit
    if significand == 0 {
      significand = 1 << 63
      carries = true
    }
  }
}

/// Shifts of 128-bit significands.
enum Significand {
  /// `high`.`low` shifted right by any distance; what falls off stays as a sticky bit 0 of `low`.
  @inline(__always) static func shiftedRight(
    _ high: UInt64, _ low: UInt64, by distance: Int
  ) -> (high: UInt64, low: UInt64) {
    if distance <= 0 { return (high, low) }
    let by = UInt64(truncatingIfNeeded: distance)
    if distance < 64 {
      let lost: UInt64 = low &<< (64 &- by) != 0 ? 1 : 0
      return (high &>> by, high &<< (64 &- by) | low &>> by | lost)
    }
    if distance == 64 { return (0, high | (low != 0 ? 1 : 0)) }
    if distance < 128 {
      let lost: UInt64 = high &<< (128 &- by) | low != 0 ? 1 : 0
      return (0, high &>> (by &- 64) | lost)
    }
    return (0, high | low != 0 ? 1 : 0)
  }
}
