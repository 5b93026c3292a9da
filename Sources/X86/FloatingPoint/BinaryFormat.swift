/// An IEEE 754 binary format as SSE computes in it: bit patterns in, bit patterns out, exceptions
/// noted in a ``SIMDEnvironment``. Everything here is integer arithmetic, the same on every host.
///
/// Source: Intel SDM vol. 1, 4.8, 11.5 and appendix E; IEEE 754-1985, which SSE implements: tininess
/// is detected after rounding, and a masked underflow needs an inexact result as well.
protocol BinaryFormat {
  associatedtype Bits: OperandWidth
  /// Stored bits of the significand, without the implied one.
  static var fractionWidth: Int { get }
  /// Added to an exponent to store it; the largest exponent of a finite number.
  static var bias: Int { get }
}

/// Single precision.
enum Binary32: BinaryFormat {
  typealias Bits = UInt32
  @inline(__always) static var fractionWidth: Int { 23 }
  @inline(__always) static var bias: Int { 127 }
}

/// Double precision.
enum Binary64: BinaryFormat {
  typealias Bits = UInt64
  @inline(__always) static var fractionWidth: Int { 52 }
  @inline(__always) static var bias: Int { 1023 }
}

/// A finite number that is not zero: `significand` x 2^(`exponent` - 63), bit 63 of the significand
/// being set. In a result that is yet to be rounded, bit 0 stands for everything below it ("sticky").
struct Unrounded {
  var isNegative: Bool
  var exponent: Int
  var significand: UInt64

  /// Shifts right by any distance; what falls out stays visible in bit 0.
  @inline(__always) static func jam(_ value: UInt64, by distance: Int) -> UInt64 {
    if distance <= 0 { return value }
    if distance > 63 { return value == 0 ? 0 : 1 }
    let lost = value & ((1 &<< UInt64(distance)) &- 1)
    return value &>> UInt64(distance) | (lost == 0 ? 0 : 1)
  }
}

extension RoundingMode {
  /// Whether a magnitude is rounded up.
  /// - Parameters:
  ///   - rest: what is cut off, as a fraction of the last place kept: bit 63 is one half.
  ///   - isOdd: the last place kept is 1.
  @inline(__always) func movesAway(rest: UInt64, isOdd: Bool, isNegative: Bool) -> Bool {
    switch self {
    case .nearestEven: rest > 1 << 63 || (rest == 1 << 63 && isOdd)
    case .down: isNegative && rest != 0
    case .up: !isNegative && rest != 0
    case .towardZero: false
    }
  }
}

// MARK: Bit patterns

extension BinaryFormat {
  @inline(__always) static var signBit: Bits { 1 << (Bits.bitWidth - 1) }
  @inline(__always) static var fractionMask: Bits { (1 << fractionWidth) - 1 }
  @inline(__always) static var quietBit: Bits { 1 << (fractionWidth - 1) }
  @inline(__always) static var infinity: Bits { Bits(2 * bias + 1) << fractionWidth }
  @inline(__always) static var largestFinite: Bits { infinity - 1 }
  /// The quiet NaN that an invalid operation gives: "QNaN floating-point indefinite".
  @inline(__always) static var indefinite: Bits { signBit | infinity | quietBit }

  @inline(__always) static func magnitude(_ a: Bits) -> Bits { a & ~signBit }
  @inline(__always) static func isNegative(_ a: Bits) -> Bool { a & signBit != 0 }
  @inline(__always) static func isNaN(_ a: Bits) -> Bool { magnitude(a) > infinity }
  @inline(__always) static func isSignalling(_ a: Bits) -> Bool {
    isNaN(a) && a & quietBit == 0
  }
  @inline(__always) static func isInfinite(_ a: Bits) -> Bool { magnitude(a) == infinity }
  @inline(__always) static func isZero(_ a: Bits) -> Bool { magnitude(a) == 0 }
  @inline(__always) static func isDenormal(_ a: Bits) -> Bool {
    magnitude(a) &- 1 < fractionMask
  }
  @inline(__always) static func zero(negative: Bool) -> Bits { negative ? signBit : 0 }
  @inline(__always) static func infinity(negative: Bool) -> Bits {
    negative ? signBit | infinity : infinity
  }
  @inline(__always) static func negated(_ a: Bits) -> Bits { a ^ signBit }
}

// MARK: Operands and results

extension BinaryFormat {
  /// Signals a signalling NaN and gives it back quiet.
  static func quieted(_ a: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isSignalling(a) { e.raised.insert(.invalid) }
    return a | quietBit
  }

  /// The result of an operation with a NaN among its operands: the first NaN, quiet (SDM vol. 1,
  /// table 4-7).
  static func propagated(_ a: Bits, _ b: Bits, _ e: inout SIMDEnvironment) -> Bits {
    if isSignalling(a) || isSignalling(b) { e.raised.insert(.invalid) }
    return (isNaN(a) ? a : b) | quietBit
  }

  static func invalid(_ e: inout SIMDEnvironment) -> Bits {
    e.raised.insert(.invalid)
    return indefinite
  }

  /// A denormal operand is a zero with DAZ, else an exception.
  @inline(__always) static func admitted(_ a: Bits, _ e: inout SIMDEnvironment) -> Bits {
    guard isDenormal(a) else { return a }
    if e.denormalsAreZero { return a & signBit }
    e.raised.insert(.denormal)
    return a
  }

  /// A denormal operand of an operation that does not signal it.
  @inline(__always) static func admittedQuietly(_ a: Bits, _ e: SIMDEnvironment) -> Bits {
    e.denormalsAreZero && isDenormal(a) ? a & signBit : a
  }

  /// Takes a finite number apart that is not zero.
  @inline(__always) static func unpacked(_ a: Bits) -> Unrounded {
    let stored = Int(truncatingIfNeeded: magnitude(a) >> fractionWidth)
    let fraction = UInt64(truncatingIfNeeded: a & fractionMask)
    if stored == 0 {
      let zeros = fraction.leadingZeroBitCount
      return Unrounded(
        isNegative: isNegative(a), exponent: 64 - fractionWidth - bias - zeros,
        significand: fraction &<< UInt64(truncatingIfNeeded: zeros))
    }
    return Unrounded(
      isNegative: isNegative(a), exponent: stored - bias,
      significand: 1 << 63 | fraction &<< UInt64(63 - fractionWidth))
  }

  /// Rounds a result to the format and notes overflow, underflow and inexactness.
  static func rounded(_ value: Unrounded, _ e: inout SIMDEnvironment) -> Bits {
    let (sum, carry, isInexact) = cut(value.significand, negative: value.isNegative, e.rounding)
    let stored = value.exponent + bias + (carry ? 1 : 0)
    let sign = zero(negative: value.isNegative)
    if isInexact { e.raised.insert(.inexact) }
    if stored > 2 * bias { return overflowed(negative: value.isNegative, &e) }
    if stored < 1 { return tiny(value, &e) }
    return sign | Bits(truncatingIfNeeded: stored) << fractionWidth | sum & fractionMask
  }

  /// Infinity or the largest finite number, as the rounding mode points (SDM vol. 1, table 4-11).
  private static func overflowed(negative: Bool, _ e: inout SIMDEnvironment) -> Bits {
    e.raised.insert(.overflow)
    if e.masked.contains(.overflow) { e.raised.insert(.inexact) }
    let reaches =
      switch e.rounding {
      case .nearestEven: true
      case .down: negative
      case .up: !negative
      case .towardZero: false
      }
    return zero(negative: negative) | (reaches ? infinity : largestFinite)
  }

  /// A result below the normal range: flushed to zero, or rounded again where a denormal ends.
  private static func tiny(_ value: Unrounded, _ e: inout SIMDEnvironment) -> Bits {
    let sign = zero(negative: value.isNegative)
    if !e.masked.contains(.underflow) {
      // The program's handler would get the result with its exponent wrapped; nobody sees this one.
      e.raised.insert(.underflow)
      return sign
    }
    if e.flushesToZero {
      e.raised.formUnion([.underflow, .inexact])
      return sign
    }
    let significand = Unrounded.jam(value.significand, by: 1 - bias - value.exponent)
    let (fraction, _, isInexact) = cut(significand, negative: value.isNegative, e.rounding)
    if isInexact { e.raised.formUnion([.underflow, .inexact]) }
    // A carry out of the fraction gives the smallest normal number, as it should.
    return sign | fraction
  }

  /// The significand's upper bits, rounded by the lower ones; with `carry`, it has become 2^64.
  @inline(__always) private static func cut(
    _ significand: UInt64, negative: Bool, _ rounding: RoundingMode
  ) -> (bits: Bits, carry: Bool, isInexact: Bool) {
    let bits = significand &>> UInt64(63 - fractionWidth)
    let rest = significand &<< UInt64(fractionWidth + 1)
    let isUp = rounding.movesAway(rest: rest, isOdd: bits & 1 != 0, isNegative: negative)
    let sum = bits &+ (isUp ? 1 : 0)
    return (Bits(truncatingIfNeeded: sum), sum &>> UInt64(fractionWidth + 1) != 0, rest != 0)
  }
}
