import Testing
import X86

/// The special operands of the transcendental functions, as the tables of Intel SDM vol. 2A have them.
@Suite struct TranscendentalOperandTests {
  // MARK: FYL2X, FYL2XP1, FPATAN

  private static let operands: [String: ExtendedReal] = [
    "-i": .positiveInfinity.negated, "-3": .init(significand: 3 << 62, signExponent: 0xC000),
    "-1": .one.negated, "-0": .positiveZero.negated, "+0": .positiveZero,
    "-.2": .init(significand: 1 << 63, signExponent: 0xBFFD),
    "+.2": .init(significand: 1 << 63, signExponent: 0x3FFD),
    "+1": .one, "+3": .init(significand: 3 << 62, signExponent: 0x4000), "+i": .positiveInfinity,
    "N": .init(significand: 0xC123 << 48, signExponent: 0x7FFF),
  ]

  /// One table: the first line names the columns (x), the first word of each further line the row (y).
  private func check(_ function: TranscendentalFunction, _ table: String) throws {
    let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let columns = lines[0].dropFirst()
    for line in lines.dropFirst() {
      for (column, expected) in zip(columns, line.dropFirst()) {
        let x = try #require(Self.operands[column])
        let y = try #require(Self.operands[line[0]])
        var environment = FloatingPointEnvironment()
        let result = function(x, y, &environment)
        let place: Comment = "\(function.rawValue): x = \(column), y = \(line[0])"
        switch expected {
        case "*":
          #expect(result == .indefinite && environment.raised == .invalid, place)
        case "Z+", "Z-":
          #expect(result.isInfinite && result.isNegative == (expected == "Z-"), place)
          #expect(environment.raised == .divideByZero, place)
        case "+F", "-F":
          #expect(result.isNormal && result.isNegative == (expected == "-F"), place)
          #expect(environment.raised.isSubset(of: .inexact), place)
        case "+0", "-0", "+i", "-i", "N":
          #expect(result == Self.operands[expected] && environment.raised.isEmpty, place)
        default:
          // Quarters of pi.
          let quarters = try #require(Double(expected), place)
          #expect(abs(result.double - quarters * .pi / 4) < 0x1p-50, place)
          #expect(environment.raised == .inexact, place)
        }
      }
    }
  }

  @Test func logarithmTable() throws {
    try check(
      .fyl2x,
      """
       x  -i -3 -0 +0 +.2 +1 +3 +i N
      -i   *  * +i +i +i   * -i -i N
      -3   *  * Z+ Z+ +F  -0 -F -i N
      -0   *  *  *  * +0  -0 -0  * N
      +0   *  *  *  * -0  +0 +0  * N
      +3   *  * Z- Z- -F  +0 +F +i N
      +i   *  * -i -i -i   * +i +i N
      N    N  N  N  N  N   N  N  N N
      """)
  }

  @Test func logarithmOfSuccessorTable() throws {
    try check(
      .fyl2xp1,
      """
       x -i -.2 -0 +0 +.2 +i N
      -i  * +i   *  * -i  -i N
      -3  * +F  +0 -0 -F  -i N
      -0  * +0  +0 -0 -0   * N
      +0  * -0  -0 +0 +0   * N
      +3  * -F  -0 +0 +F  +i N
      +i  * -i   *  * +i  +i N
      N   N  N   N  N  N   N N
      """)
  }

  @Test func arctangentTable() throws {
    try check(
      .fpatan,
      """
       x -i -1 -0 +0 +1 +i N
      -i -3 -2 -2 -2 -2 -1 N
      -1 -4 -3 -2 -2 -1 -0 N
      -0 -4 -4 -4 -0 -0 -0 N
      +0  4  4  4 +0 +0 +0 N
      +1  4  3  2  2  1 +0 N
      +i  3  2  2  2  2  1 N
      N   N  N  N  N  N  N N
      """)
  }

  // MARK: One operand

  @Test func zerosAreExact() {
    var environment = FloatingPointEnvironment()
    for zero in [ExtendedReal.positiveZero, ExtendedReal.positiveZero.negated] {
      #expect(Transcendental.sine(zero, &environment) == zero)
      #expect(Transcendental.cosine(zero, &environment) == .one)
      #expect(Transcendental.powerOfTwoMinusOne(zero, &environment) == zero)
      let functions = Transcendental.sineAndCosine(zero, &environment)
      #expect(functions?.sine == zero && functions?.cosine == .one)
      let tangent = Transcendental.tangent(zero, &environment)
      #expect(tangent?.tangent == zero && tangent?.pushed == .one)
    }
    #expect(environment.raised.isEmpty)
  }

  @Test(arguments: [TranscendentalFunction.fsin, .fcos, .fptan])
  func infinityHasNoAngle(_ function: TranscendentalFunction) {
    for infinity in [ExtendedReal.positiveInfinity, ExtendedReal.positiveInfinity.negated] {
      var environment = FloatingPointEnvironment()
      #expect(function(infinity, .one, &environment) == .indefinite)
      #expect(environment.raised == .invalid)
    }
  }

  @Test func powerOfInfinity() {
    var environment = FloatingPointEnvironment()
    let infinity = ExtendedReal.positiveInfinity
    #expect(Transcendental.powerOfTwoMinusOne(infinity, &environment) == infinity)
    #expect(
      Transcendental.powerOfTwoMinusOne(infinity.negated, &environment) == ExtendedReal.one.negated)
    #expect(environment.raised.isEmpty)
  }

  /// C2: the range ends below 2^63.
  @Test func trigonometryEndsAt2ToThe63() {
    var environment = FloatingPointEnvironment()
    for x in [
      ExtendedReal(significand: 1 << 63, signExponent: 0x403E),
      ExtendedReal(significand: .max, signExponent: 0xFFFE),
    ] {
      #expect(Transcendental.sine(x, &environment) == nil)
      #expect(Transcendental.cosine(x, &environment) == nil)
      #expect(Transcendental.sineAndCosine(x, &environment) == nil)
      #expect(Transcendental.tangent(x, &environment) == nil)
    }
    #expect(environment.raised.isEmpty)
    let last = ExtendedReal(significand: .max, signExponent: 0x403D)
    #expect(Transcendental.sine(last, &environment)?.isNormal == true)
    #expect(environment.raised == .inexact)
  }

  @Test(arguments: TranscendentalFunction.allCases)
  func signallingAndUnsupportedOperandsAreInvalid(_ function: TranscendentalFunction) {
    let signalling = ExtendedReal(significand: 0x8123 << 48, signExponent: 0xFFFF)
    var environment = FloatingPointEnvironment()
    #expect(
      function(signalling, .one, &environment)
        == ExtendedReal(significand: 0xC123 << 48, signExponent: 0xFFFF))
    #expect(environment.raised == .invalid)
    for exponent: UInt16 in [1, 0x3FFF, 0x7FFF] {
      environment.raised = []
      let unsupported = ExtendedReal(significand: 1 << 62, signExponent: exponent)
      #expect(function(unsupported, .one, &environment) == .indefinite)
      #expect(environment.raised == .invalid)
    }
  }

  @Test(arguments: TranscendentalFunction.allCases)
  func unmaskedDenormalStopsTheInstruction(_ function: TranscendentalFunction) {
    // A denormal and a pseudo-denormal.
    for significand: UInt64 in [0x1234_5678, 1 << 63 | 1] {
      let denormal = ExtendedReal(significand: significand, signExponent: 0)
      var environment = FloatingPointEnvironment()
      _ = function(denormal, .one, &environment)
      #expect(environment.raised.contains([.denormal, .inexact]))
      environment = FloatingPointEnvironment(masked: .all.subtracting(.denormal))
      _ = function(denormal, .one, &environment)
      #expect(environment.raised == .denormal)
    }
  }

  // MARK: The ends of the format

  @Test func underflow() {
    let least = ExtendedReal(significand: 1 << 63, signExponent: 1)
    var environment = FloatingPointEnvironment()
    // ln 2 times the least normal number, as a denormal.
    #expect(
      Transcendental.powerOfTwoMinusOne(least, &environment)
        == ExtendedReal(significand: 0x58B9_0BFB_E8E7_BCD6, signExponent: 0))
    #expect(environment.raised == [.underflow, .inexact])
    environment = FloatingPointEnvironment(masked: .all.subtracting(.underflow))
    // Unmasked, with the exponent wrapped.
    #expect(
      Transcendental.powerOfTwoMinusOne(least, &environment)
        == ExtendedReal(significand: 0xB172_17F7_D1CF_79AC, signExponent: 24576))
    #expect(environment.raised == [.underflow, .inexact])
  }

  @Test func overflow() {
    let greatest = ExtendedReal(significand: .max, signExponent: 0x7FFE)
    let four = ExtendedReal(significand: 1 << 63, signExponent: 0x4001)
    var environment = FloatingPointEnvironment()
    #expect(Transcendental.logarithm(of: four, times: greatest, &environment) == .positiveInfinity)
    #expect(environment.raised == [.overflow, .inexact])
    environment = FloatingPointEnvironment(masked: .all.subtracting(.overflow))
    #expect(
      Transcendental.logarithm(of: four, times: greatest, &environment)
        == ExtendedReal(significand: .max, signExponent: 0x7FFF - 24576))
    #expect(environment.raised == [.overflow, .inexact])
  }

  // MARK: Undefined ranges

  @Test func outsideTheDomainTheOperandStays() {
    let threeHalves = ExtendedReal(significand: 3 << 62, signExponent: 0x3FFF)
    for x in [threeHalves, threeHalves.negated] {
      var environment = FloatingPointEnvironment()
      #expect(Transcendental.powerOfTwoMinusOne(x, &environment) == x)
      #expect(environment.raised == .inexact)
    }
    var environment = FloatingPointEnvironment()
    #expect(
      Transcendental.logarithmOfSuccessor(of: threeHalves.negated, times: .one, &environment)
        == threeHalves.negated)
    #expect(environment.raised == .inexact)
  }
}
