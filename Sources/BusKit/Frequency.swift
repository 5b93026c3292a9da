/// A clock frequency as an exact rational number of hertz.
///
/// The PC's clocks are all fractions of one crystal (315/22 MHz), so none of them is a whole number
/// of hertz; keeping them rational means that no clock ever drifts against another.
public struct Frequency: Hashable, Codable, Sendable {
  /// Hertz times `denominator`. Never zero.
  public let numerator: UInt64
  /// Never zero.
  public let denominator: UInt64

  /// - Precondition: both parts are positive.
  public init(_ numerator: UInt64, over denominator: UInt64 = 1) {
    precondition(numerator > 0 && denominator > 0, "a frequency is positive")
    let divisor = Frequency.greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The 14.31818 MHz crystal of every PC: four times the NTSC colour subcarrier, 315/22 MHz.
  public static let crystal = Frequency(315_000_000, over: 22)
  /// The 8254's input: the crystal divided by twelve, 1.193181(81) MHz.
  public static let timer = Frequency(315_000_000, over: 264)
  /// The real-time clock's crystal, 32.768 kHz.
  public static let watchCrystal = Frequency(32_768)

  /// Hertz, rounded to the nearest whole number; for display only.
  public var hertz: UInt64 { (numerator + denominator / 2) / denominator }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}

/// Converts between processor clocks (``Ticks``) and the periods of another clock, exactly.
///
/// Both clocks are taken to have an edge at tick 0. Arithmetic is 128 bits wide; results saturate
/// instead of overflowing, which happens only after centuries of guest time.
public struct ClockConverter: Hashable, Codable, Sendable {
  private let periodsFactor: UInt64
  private let ticksFactor: UInt64

  /// - Parameters:
  ///   - clock: the clock to convert to and from.
  ///   - processor: the frequency of the timeline.
  public init(_ clock: Frequency, processor: Frequency) {
    // periods = ticks * clock / processor
    let ratio = Frequency(
      clock.numerator * processor.denominator, over: clock.denominator * processor.numerator)
    periodsFactor = ratio.numerator
    ticksFactor = ratio.denominator
  }

  /// The number of whole periods that have passed at `ticks`.
  public func periods(at ticks: Ticks) -> UInt64 {
    scaled(ticks, by: periodsFactor, over: ticksFactor, roundingUp: false)
  }

  /// The first tick at which `periods` whole periods have passed.
  public func ticks(afterPeriods periods: UInt64) -> Ticks {
    scaled(periods, by: ticksFactor, over: periodsFactor, roundingUp: true)
  }

  private func scaled(
    _ value: UInt64, by factor: UInt64, over divisor: UInt64, roundingUp: Bool
  ) -> UInt64 {
    let product = value.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return .max }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    return roundingUp && remainder > 0 && quotient < .max ? quotient + 1 : quotient
  }
}
