/// A number in the x87's 80-bit double-extended format, as it lies in a register or in memory: any bit
/// pattern, pseudo-values included.
///
/// Source: Intel SDM vol. 1, 4.2.2 and 8.2.
package struct ExtendedReal: Hashable, Codable, Sendable {
  /// Bit 63 is the integer bit.
  package var significand: UInt64
  /// Bit 15 the sign, bits 14...0 the exponent, biased by 16,383.
  package var signExponent: UInt16

  package init(significand: UInt64, signExponent: UInt16) {
    self.significand = significand
    self.signExponent = signExponent
  }
}

/// Rounding control as FCW (bits 10, 11) and MXCSR (bits 13, 14) encode it.
package enum RoundingMode: UInt8, CaseIterable, Sendable {
  case nearestEven, down, up, towardZero
}

/// The six exceptions, at their bit positions in FSW and MXCSR.
package struct FloatingPointExceptions: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let invalid = Self(rawValue: 1 << 0)
  package static let denormal = Self(rawValue: 1 << 1)
  package static let divideByZero = Self(rawValue: 1 << 2)
  package static let overflow = Self(rawValue: 1 << 3)
  package static let underflow = Self(rawValue: 1 << 4)
  /// Precision: the result is inexact.
  package static let inexact = Self(rawValue: 1 << 5)
}
