import Testing
import X86

/// The 80-bit arithmetic by itself, against values worked out from the format's definition.
@Suite struct ExtendedRealTests {
  private typealias Environment = FloatingPointEnvironment

  private func real(_ value: Int64) -> ExtendedReal { ExtendedReal(integer: value) }
  /// significand * 2^(exponent - 63)
  private func real(_ significand: UInt64, _ exponent: Int) -> ExtendedReal {
    ExtendedReal(significand: significand, signExponent: UInt16(exponent + 16383))
  }
  private let top: UInt64 = 1 << 63
  private let smallest = ExtendedReal(significand: 1 << 63, signExponent: 1)
  private let largest = ExtendedReal(significand: .max, signExponent: 0x7FFE)
  private let denormal = ExtendedReal(significand: 1, signExponent: 0)

  // MARK: Rounding

  @Test(arguments: [
    (RoundingMode.nearestEven, UInt64(1) << 63, false), (.down, 1 << 63, false),
    (.up, 1 << 63 | 1, true), (.towardZero, 1 << 63, false),
  ])
  func halfAUnitIsRounded(_ mode: RoundingMode, _ expected: UInt64, _ increases: Bool) {
    var environment = Environment(rounding: mode)
    let sum = ExtendedReal.add(.one, real(top, -64), &environment)
    #expect(sum == real(expected, 0))
    #expect(environment.raised == .inexact)
    #expect(environment.roundedUp == increases)
  }

  @Test func tiesGoToTheEvenNeighbour() {
    var environment = Environment()
    let sum = ExtendedReal.add(real(top | 1, 0), real(top, -64), &environment)
    #expect(sum == real(top | 2, 0))
    #expect(environment.roundedUp)
  }

  @Test func directedRoundingMindsTheSign() {
    var environment = Environment(rounding: .down)
    let sum = ExtendedReal.add(ExtendedReal.one.negated, real(top, -80).negated, &environment)
    #expect(sum == real(top | 1, 0).negated)
    #expect(environment.roundedUp)
  }

  @Test(arguments: [
    (PrecisionControl.single, UInt64(1) << 40), (.double, 1 << 11), (.extended, 1),
    (.reserved, 1),
  ])
  func precisionControlPicksTheUnit(_ precision: PrecisionControl, _ unit: UInt64) {
    var environment = Environment(rounding: .up, precision: precision)
    let sum = ExtendedReal.add(.one, real(top, -90), &environment)
    #expect(sum == real(top | unit, 0))
    // 1/3 = 0.AAAA...
    environment.rounding = .towardZero
    let third = ExtendedReal.divide(.one, real(3), &environment)
    #expect(third == real(0xAAAA_AAAA_AAAA_AAAA & ~(unit - 1), -2))
  }

  @Test func cancellationIsExact() {
    var environment = Environment()
    let tiny = ExtendedReal.add(real(top | 1, 0), ExtendedReal.one, subtracts: true, &environment)
    #expect(tiny == real(top, -63))
    #expect(environment.raised.isEmpty)
    #expect(ExtendedReal.add(.one, .one, subtracts: true, &environment) == .positiveZero)
    environment.rounding = .down
    let zero = ExtendedReal.add(.one, .one, subtracts: true, &environment)
    #expect(zero == ExtendedReal.positiveZero.negated)
  }

  // MARK: Overflow and underflow

  @Test func overflowFollowsTheRoundingMode() {
    for (mode, expected) in [
      (RoundingMode.nearestEven, ExtendedReal.positiveInfinity), (.up, .positiveInfinity),
      (.down, largest), (.towardZero, largest),
    ] {
      var environment = Environment(rounding: mode)
      #expect(ExtendedReal.multiply(largest, real(2), &environment) == expected)
      #expect(environment.raised == [.overflow, .inexact])
      #expect(environment.roundedUp == (expected == .positiveInfinity))
    }
  }

  @Test func unmaskedOverflowWrapsTheExponent() {
    var environment = Environment(masked: .all.subtracting(.overflow))
    let product = ExtendedReal.multiply(largest, real(2), &environment)
    #expect(product == ExtendedReal(significand: .max, signExponent: 0x7FFF - 24576))
    #expect(environment.raised == .overflow)
  }

  @Test func anExactDenormalIsNoUnderflow() {
    var environment = Environment()
    let half = ExtendedReal.divide(smallest, real(2), &environment)
    #expect(half == ExtendedReal(significand: 1 << 62, signExponent: 0))
    #expect(environment.raised.isEmpty)
    environment.masked.remove(.underflow)
    let wrapped = ExtendedReal.divide(smallest, real(2), &environment)
    #expect(wrapped == ExtendedReal(significand: 1 << 63, signExponent: 24576))
    #expect(environment.raised == .underflow)
  }

  /// Just below the smallest normal number: tiny although the denormal rounds up to a normal one.
  @Test func tininessIsDetectedAfterRounding() {
    var environment = Environment()
    let product = ExtendedReal.multiply(smallest, real(.max, -1), &environment)
    #expect(product == smallest)
    #expect(environment.raised == [.underflow, .inexact])
    // With 24 bits the same product rounds to a normal number by itself.
    environment = Environment(precision: .single)
    #expect(ExtendedReal.multiply(smallest, real(.max, -1), &environment) == smallest)
    #expect(environment.raised == .inexact)
  }

  // MARK: Special operands

  @Test func invalidOperationsGiveTheIndefinite() {
    let infinity = ExtendedReal.positiveInfinity
    let attempts: [(inout Environment) -> ExtendedReal] = [
      { .add(infinity, infinity, subtracts: true, &$0) },
      { .multiply(infinity, .positiveZero, &$0) },
      { .divide(infinity, infinity, &$0) }, { .divide(.positiveZero, .positiveZero, &$0) },
      { .squareRoot(ExtendedReal.one.negated, &$0) },
      { .scale(.positiveZero, by: infinity, &$0) },
      { .remainder(infinity, .one, toNearest: false, &$0).value },
      // An unnormal.
      { .add(ExtendedReal(significand: 1, signExponent: 5), .one, &$0) },
    ]
    for attempt in attempts {
      var environment = Environment()
      #expect(attempt(&environment) == .indefinite)
      #expect(environment.raised == .invalid)
    }
  }

  @Test func theNaNWithTheLargerSignificandWins() {
    let quiet = ExtendedReal(significand: 0xC000_0000_0000_0005, signExponent: 0x7FFF)
    let larger = ExtendedReal(significand: 0xC000_0000_0000_0006, signExponent: 0xFFFF)
    let signalling = ExtendedReal(significand: 0xBFFF_0000_0000_0000, signExponent: 0x7FFF)
    let quieted = ExtendedReal(significand: 0xFFFF_0000_0000_0000, signExponent: 0x7FFF)
    var environment = Environment()
    #expect(ExtendedReal.add(quiet, larger, &environment) == larger)
    #expect(ExtendedReal.multiply(larger, quiet, &environment) == larger)
    #expect(ExtendedReal.divide(.one, quiet, &environment) == quiet)
    #expect(environment.raised.isEmpty)
    #expect(ExtendedReal.add(signalling, quiet, &environment) == quiet)
    #expect(environment.raised == .invalid)
    #expect(ExtendedReal.add(signalling, .one, &environment) == quieted)
  }

  @Test func divisionByZeroHidesADenormal() {
    var environment = Environment()
    #expect(ExtendedReal.divide(denormal, .positiveZero, &environment) == .positiveInfinity)
    #expect(environment.raised == .divideByZero)
    environment = Environment()
    #expect(ExtendedReal.multiply(denormal, .positiveInfinity, &environment) == .positiveInfinity)
    #expect(environment.raised == .denormal)
  }

  @Test func aPseudoDenormalIsANumber() {
    var environment = Environment()
    let pseudo = ExtendedReal(significand: 1 << 63, signExponent: 0)
    #expect(ExtendedReal.add(pseudo, .positiveZero, &environment) == smallest)
    #expect(environment.raised == .denormal)
  }

  // MARK: Other operations

  @Test func squareRoots() {
    var environment = Environment()
    #expect(ExtendedReal.squareRoot(real(1 << 62), &environment) == real(1 << 31))
    #expect(ExtendedReal.squareRoot(.positiveZero.negated, &environment) == .positiveZero.negated)
    #expect(environment.raised.isEmpty)
    // 1.6A09E667F3BCC908 B2FB...
    #expect(ExtendedReal.squareRoot(real(2), &environment) == real(0xB504_F333_F9DE_6484, 0))
    #expect(environment.raised == .inexact)
    #expect(!environment.roundedUp)
  }

  @Test func remainders() {
    var environment = Environment()
    for (a, b, toNearest, value, quotient) in [
      (-7, 2, false, -1, 3), (-7, 2, true, 1, 4), (3, 4, true, -1, 1), (3, 4, false, 3, 0),
    ] as [(Int64, Int64, Bool, Int64, UInt8)] {
      // -3.5 goes to -4, 0.75 to 1.
      let result = ExtendedReal.remainder(real(a), real(b), toNearest: toNearest, &environment)
      #expect(result.value == real(value))
      #expect(result.quotient == quotient)
    }
    let partial = ExtendedReal.remainder(real(top, 200), real(3), toNearest: false, &environment)
    #expect(partial.isPartial)
    #expect(partial.value.exponent < 200 + 16383 - 30)
    #expect(environment.raised.isEmpty)
  }

  @Test func integersInEachRoundingMode() {
    let values: [(RoundingMode, Int64, Int64)] = [
      (.nearestEven, 2, -2), (.down, 2, -3), (.up, 3, -2), (.towardZero, 2, -2),
    ]
    let half = real(5 << 61, 1)  // 2.5
    for (mode, positive, negative) in values {
      var environment = Environment(rounding: mode)
      #expect(ExtendedReal.roundToInteger(half, &environment) == real(positive))
      #expect(half.integer(byteCount: 4, &environment) == positive)
      #expect(half.negated.integer(byteCount: 2, &environment) == negative)
      #expect(environment.raised == .inexact)
    }
  }

  @Test func integersThatDoNotFit() {
    var environment = Environment()
    #expect(real(-32768).integer(byteCount: 2, &environment) == -32768)
    #expect(real(.min).integer(byteCount: 8, &environment) == .min)
    #expect(environment.raised.isEmpty)
    #expect(real(32768).integer(byteCount: 2, &environment) == -32768)
    #expect(environment.raised == .invalid)
    environment = Environment()
    // 32767.5 rounds out of range.
    #expect(real(65535 << 48, 14).integer(byteCount: 2, &environment) == -32768)
    #expect(environment.raised == .invalid)
  }

  @Test func scaleAndExtract() {
    var environment = Environment()
    #expect(ExtendedReal.scale(real(5), by: real(31 << 59, 1), &environment) == real(40))
    #expect(ExtendedReal.scale(real(40), by: real(-3), &environment) == real(5))
    let parts = ExtendedReal.extract(real(-12), &environment)
    #expect(parts.exponent == real(3))
    #expect(parts.significand == real(3 << 62, 0).negated)
    #expect(environment.raised.isEmpty)
    let zero = ExtendedReal.extract(.positiveZero, &environment)
    #expect(zero.exponent == .positiveInfinity.negated)
    #expect(environment.raised == .divideByZero)
  }

  @Test func packedDecimals() {
    var environment = Environment()
    let image = real(-123_456_789_012_345_678).packedDecimal(&environment)
    #expect(image.digits == 0x3456_7890_1234_5678)
    #expect(image.top == 0x8012)
    #expect(
      ExtendedReal(packedDecimal: image.digits, image.top) == real(-123_456_789_012_345_678))
    #expect(environment.raised.isEmpty)
    _ = real(1_000_000_000_000_000_000).packedDecimal(&environment)
    #expect(environment.raised == .invalid)
  }

  // MARK: Formats of memory

  @Test func narrowFormatsComeBack() {
    for bits in [0x3FF0_0000_0000_0000, 0xC009_21FB_5444_2D18, 0x0000_0000_0000_0001] as [UInt64] {
      var environment = Environment()
      #expect(ExtendedReal(exactBinary64: bits).binary64(&environment) == bits)
      #expect(environment.raised.isEmpty)
    }
    for bits in [0x3F80_0000, 0xFF80_0000, 0x8000_0001, 0x7F7F_FFFF] as [UInt32] {
      var environment = Environment()
      #expect(ExtendedReal(exactBinary32: bits).binary32(&environment) == bits)
      #expect(environment.raised.isEmpty)
    }
  }

  @Test func loadingRaisesForDenormalsAndSignallingNaNs() {
    var environment = Environment()
    #expect(ExtendedReal(binary32: 1, &environment) == real(top, -149))
    #expect(environment.raised == .denormal)
    environment = Environment()
    let nan = ExtendedReal(binary64: 0x7FF0_0000_0000_0001, &environment)
    #expect(nan == ExtendedReal(significand: 0xC000_0000_0000_0800, signExponent: 0x7FFF))
    #expect(environment.raised == .invalid)
  }

  @Test func storingRounds() {
    var environment = Environment()
    // The largest single and a half of its unit: overflows to infinity.
    #expect(real(0xFFFF_FF80_0000_0000, 127).binary32(&environment) == 0x7F80_0000)
    #expect(environment.raised == [.overflow, .inexact])
    environment = Environment(masked: .all.subtracting(.underflow))
    _ = real(top, -150).binary32(&environment)
    #expect(environment.raised == .underflow, "nothing else happens: the store is not made")
  }

  @Test func comparisons() {
    var environment = Environment()
    #expect(ExtendedReal.compare(real(-2), real(-1), quietly: false, &environment) == .less)
    let negativeZero = ExtendedReal.positiveZero.negated
    #expect(
      ExtendedReal.compare(negativeZero, .positiveZero, quietly: false, &environment) == .equal)
    #expect(ExtendedReal.compare(.one, negativeZero, quietly: false, &environment) == .greater)
    #expect(environment.raised.isEmpty)
    #expect(ExtendedReal.compare(.one, .indefinite, quietly: true, &environment) == .unordered)
    #expect(environment.raised.isEmpty)
    #expect(ExtendedReal.compare(.one, .indefinite, quietly: false, &environment) == .unordered)
    #expect(environment.raised == .invalid)
  }
}
