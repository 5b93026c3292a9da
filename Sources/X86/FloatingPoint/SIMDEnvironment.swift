/// MXCSR: how SSE arithmetic rounds and what it has raised.
///
/// Source: Intel SDM vol. 1, 10.2.3.
struct MXCSR: OptionSet {
  let rawValue: UInt32

  /// DAZ: denormal operands count as zeros of their sign.
  static let denormalsAreZero = Self(rawValue: 1 << 6)
  static let underflowMask = Self(rawValue: 1 << 11)
  static let inexactMask = Self(rawValue: 1 << 12)
  /// FTZ: a tiny result becomes a zero of its sign, as long as underflow is masked.
  static let flushToZero = Self(rawValue: 1 << 15)

  var rounding: RoundingMode {
    switch rawValue >> 13 & 3 {
    case 0: .nearestEven
    case 1: .down
    case 2: .up
    default: .towardZero
    }
  }
  /// Exceptions that do not interrupt the program.
  var masked: FloatingPointExceptions { .init(rawValue: UInt8(rawValue >> 7 & 0x3F)) }

  func raising(_ exceptions: FloatingPointExceptions) -> Self {
    Self(rawValue: rawValue | UInt32(exceptions.rawValue))
  }
}

/// MXCSR's part in one instruction's arithmetic, and the exceptions that its elements raise.
struct SIMDEnvironment {
  var rounding: RoundingMode
  let denormalsAreZero: Bool
  let flushesToZero: Bool
  let masked: FloatingPointExceptions
  var raised: FloatingPointExceptions = []

  init(_ mxcsr: MXCSR) {
    rounding = mxcsr.rounding
    denormalsAreZero = mxcsr.contains(.denormalsAreZero)
    flushesToZero = mxcsr.isSuperset(of: [.flushToZero, .underflowMask])
    masked = mxcsr.masked
  }

  /// What the instruction leaves in MXCSR's flags.
  ///
  /// An unmasked invalid, denormal or divide-by-zero exception in any element is found before the
  /// elements are computed, so nothing that rounding would raise is reported beside it
  /// (SDM vol. 1, 11.5.3).
  var reported: FloatingPointExceptions {
    let early: FloatingPointExceptions = [.invalid, .denormal, .divideByZero]
    return raised.intersection(early).isSubset(of: masked) ? raised : raised.intersection(early)
  }
  var isTrapping: Bool { !raised.isSubset(of: masked) }
}
