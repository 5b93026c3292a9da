import Foundation
import Testing
import X86

/// The transcendental functions: values worked out with 400 bits, and properties that hold for all
/// arguments. ``TranscendentalOperandTests`` has the special operands.
@Suite struct TranscendentalTests {
  /// Correctly rounded in every mode, with the flags and C1.
  @Test(arguments: TranscendentalRows.rows)
  func matchesLongArithmetic(_ row: TranscendentalRows.Row) throws {
    let function = try #require(TranscendentalFunction(rawValue: row.function))
    var environment = FloatingPointEnvironment(rounding: row.rounding)
    let result = function(row.x, row.y, &environment)
    #expect(result == row.result)
    #expect(environment.raised == row.raised)
    #expect(environment.roundedUp == row.roundedUp)
  }

  /// Pi rounded to 64 bits is 2^-64 more than pi truncated to 66 bits.
  @Test func trigonometryUsesPiOf66Bits() {
    let pi = ExtendedReal(significand: 0xC90F_DAA2_2168_C235, signExponent: 0x4000)
    let tiny = ExtendedReal(significand: 1 << 63, signExponent: 0x3FFF - 64)
    var environment = FloatingPointEnvironment()
    #expect(Transcendental.sine(pi, &environment) == tiny.negated)
    #expect(Transcendental.tangent(pi, &environment)?.tangent == tiny)
    #expect(Transcendental.cosine(pi, &environment) == ExtendedReal.one.negated)
    #expect(environment.raised == .inexact)
  }

  /// The host's functions know 53 bits; with small arguments its exact pi makes no difference.
  @Test(arguments: TranscendentalFunction.allCases)
  func agreesWithDoubles(_ function: TranscendentalFunction) {
    var random = ExtendedRealGenerator()
    for _ in 0..<1000 {
      var x = random.number(exponents: function == .fyl2x ? -4..<4 : -4..<0)
      if function == .fyl2x { x = x.magnitude }
      x.significand &= ~0x7FF
      let y = random.number(exponents: -4..<4)
      let (dx, dy) = (x.double, y.double)
      let expected =
        switch function {
        case .fsin: sin(dx)
        case .fcos: cos(dx)
        case .fptan: tan(dx)
        case .f2xm1: expm1(dx * log(2))
        case .fyl2x: dy * log2(dx)
        case .fyl2xp1: dy * log1p(dx) / log(2)
        case .fpatan: atan2(dy, dx)
        }
      var environment = FloatingPointEnvironment()
      let result = function(x, y, &environment).double
      #expect(abs(result - expected) <= abs(expected) * 0x1p-47, "\(x) \(y)")
    }
  }

  /// All modes deliver one of the two neighbours of the exact value, and C1 says which.
  @Test(arguments: TranscendentalFunction.allCases)
  func roundingModesAgree(_ function: TranscendentalFunction) {
    var random = ExtendedRealGenerator()
    for _ in 0..<1000 {
      var x = random.number(exponents: -40..<0)
      if function == .fyl2x { x = x.magnitude }
      let y = random.number(exponents: -40..<40)
      var truncated = FloatingPointEnvironment(rounding: .towardZero)
      let lower = function(x, y, &truncated)
      #expect(truncated.raised == .inexact && !truncated.roundedUp)
      for rounding in RoundingMode.allCases {
        var environment = FloatingPointEnvironment(rounding: rounding)
        let result = function(x, y, &environment)
        #expect(environment.raised == .inexact)
        #expect(
          result.ordinal &- lower.ordinal == (environment.roundedUp ? 1 : 0), "\(x) \(y)")
        switch rounding {
        case .nearestEven: break
        case .down: #expect(environment.roundedUp == result.isNegative)
        case .up: #expect(environment.roundedUp != result.isNegative)
        case .towardZero: #expect(!environment.roundedUp)
        }
      }
    }
  }

  /// 1 - x^2/2 is a tie or a 64-bit number for every small multiple of 2^-32; the next term, x^4/24,
  /// lifts the cosine above it.
  @Test func cosineOfMultiplesOf2ToTheMinus32() {
    for j in 1...300 as ClosedRange<UInt64> {
      let x = ExtendedReal(
        significand: j << UInt64(j.leadingZeroBitCount),
        signExponent: 0x3FFF + 31 - UInt16(j.leadingZeroBitCount))
      for rounding in RoundingMode.allCases {
        // In units of 2^-64.
        let (below, isTie) = (j * j / 2, j & 1 != 0)
        let isUp =
          switch rounding {
          case .nearestEven: isTie
          case .up: true
          case .down, .towardZero: false
          }
        // The exact value lies just above 1 - j^2/2 units.
        let units = isTie ? (isUp ? below : below + 1) : (isUp ? below - 1 : below)
        var environment = FloatingPointEnvironment(rounding: rounding)
        let result = Transcendental.cosine(x, &environment)
        #expect(
          result
            == (units == 0 ? .one : ExtendedReal(significand: 0 &- units, signExponent: 0x3FFE)),
          "\(j) \(rounding)")
        #expect(environment.roundedUp == isUp)
      }
    }
  }

  @Test func sineAndTangentAreOddAndCosineIsEven() {
    var random = ExtendedRealGenerator()
    var environment = FloatingPointEnvironment()
    for _ in 0..<500 {
      let x = random.number(exponents: -20..<63)
      let functions = Transcendental.sineAndCosine(x, &environment)
      #expect(functions?.sine == Transcendental.sine(x, &environment))
      #expect(functions?.cosine == Transcendental.cosine(x, &environment))
      #expect(functions?.sine == Transcendental.sine(x.negated, &environment)?.negated)
      #expect(functions?.cosine == Transcendental.cosine(x.negated, &environment))
      #expect(
        Transcendental.tangent(x, &environment)?.tangent
          == Transcendental.tangent(x.negated, &environment)?.tangent.negated)
    }
  }

  @Test func powersOfTwoHaveExactLogarithms() {
    var environment = FloatingPointEnvironment()
    let three = ExtendedReal(significand: 3 << 62, signExponent: 0x4000)
    // 3 log2(1/1024) = -30
    #expect(
      Transcendental.logarithm(
        of: ExtendedReal(significand: 1 << 63, signExponent: 0x3FFF - 10), times: three,
        &environment) == ExtendedReal(significand: 0xF << 60, signExponent: 0xC003))
    // 3 log2(7 + 1) = 9
    #expect(
      Transcendental.logarithmOfSuccessor(
        of: ExtendedReal(significand: 7 << 61, signExponent: 0x4001), times: three, &environment)
        == ExtendedReal(significand: 9 << 60, signExponent: 0x4002))
    // Silicon raises PE all the same.
    #expect(environment.raised == .inexact)
    // 3 x 1.111...1 has two bits too many.
    #expect(
      Transcendental.logarithm(
        of: ExtendedReal(significand: 1 << 63, signExponent: 0x4002),
        times: ExtendedReal(significand: .max, signExponent: 0x3FFF), &environment)
        == ExtendedReal(significand: 0xBFFF_FFFF_FFFF_FFFF, signExponent: 0x4001))
    #expect(environment.raised == .inexact)
  }

  @Test func powersOfTwoMinusOneAtTheEnds() {
    var environment = FloatingPointEnvironment()
    #expect(Transcendental.powerOfTwoMinusOne(.one, &environment) == .one)
    #expect(
      Transcendental.powerOfTwoMinusOne(ExtendedReal.one.negated, &environment)
        == ExtendedReal(significand: 1 << 63, signExponent: 0xBFFE))
    // 1 counts as the number just below it, as on silicon.
    #expect(environment.raised == .inexact)
  }

  /// No bit pattern stops the host.
  @Test func anyBitPatternHasAnAnswer() {
    var random = ExtendedRealGenerator()
    for _ in 0..<5000 {
      let (x, y) = (random.pattern(), random.pattern())
      for function in TranscendentalFunction.allCases {
        let rounding = RoundingMode.allCases[Int(x.significand & 3)]
        var environment = FloatingPointEnvironment(rounding: rounding)
        let result = function(x, y, &environment)
        #expect(!result.isUnsupported || result == x)
        environment = FloatingPointEnvironment(rounding: rounding, masked: [])
        _ = function(x, y, &environment)
      }
    }
  }
}

/// The functions of one result under the names of their instructions; x is ST(0), y ST(1).
enum TranscendentalFunction: String, CaseIterable {
  case fsin, fcos, fptan, f2xm1, fyl2x, fyl2xp1, fpatan

  /// An operand out of range is its own result.
  func callAsFunction(
    _ x: ExtendedReal, _ y: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal {
    switch self {
    case .fsin: Transcendental.sine(x, &environment) ?? x
    case .fcos: Transcendental.cosine(x, &environment) ?? x
    case .fptan: Transcendental.tangent(x, &environment)?.tangent ?? x
    case .f2xm1: Transcendental.powerOfTwoMinusOne(x, &environment)
    case .fyl2x: Transcendental.logarithm(of: x, times: y, &environment)
    case .fyl2xp1: Transcendental.logarithmOfSuccessor(of: x, times: y, &environment)
    case .fpatan: Transcendental.arctangent(y: y, x: x, &environment)
    }
  }
}

/// Reproducible operands (xorshift).
struct ExtendedRealGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  private mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// A normal number of either sign.
  mutating func number(exponents: Range<Int>) -> ExtendedReal {
    let exponent = exponents.lowerBound + Int(next() % UInt64(exponents.count))
    return ExtendedReal(
      significand: next() | 1 << 63,
      signExponent: UInt16(0x3FFF + exponent) | (next() & 1 == 0 ? 0 : 0x8000))
  }

  /// Any bits, exponents from the ends and the middle preferred.
  mutating func pattern() -> ExtendedReal {
    let significand = next() << (next() & 63) | (next() & 1) << 63
    let exponents: [UInt64] = [0, 1, 0x3FFE, 0x3FFF, 0x4000, 0x403D, 0x403E, 0x7FFE, 0x7FFF]
    let choice = Int(next() % 10)
    let exponent = choice < 9 ? exponents[choice] : next()
    return ExtendedReal(
      significand: significand, signExponent: UInt16(exponent & 0x7FFF | (next() & 1) << 15))
  }
}

extension ExtendedReal {
  /// The nearest double, near enough for a comparison.
  var double: Double {
    let magnitude = Double(
      sign: .plus, exponent: exponent - 0x3FFF - 63, significand: Double(significand))
    return isNegative ? -magnitude : magnitude
  }

  /// Magnitudes counted upwards; neighbours differ by 1 (modulo 2^64).
  var ordinal: UInt64 { significand &+ UInt64(exponent) << 63 }
}
