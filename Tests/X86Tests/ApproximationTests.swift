import Foundation
import Testing
import X86

/// RCPSS and RSQRTSS, by Intel SDM vol. 2B.
@Suite struct ApproximationTests {
  /// Every interval of the tables, at both ends and in the middle, for even and odd exponents.
  @Test func relativeErrorIsWithinTheAllowance() {
    for exponent: UInt32 in [1, 2, 126, 127, 128, 251, 252] {
      for interval: UInt32 in 0..<4096 {
        for offset: UInt32 in [0, 1, 1023, 2047] {
          let bits = exponent << 23 | interval << 11 | offset
          let x = Double(Float(bitPattern: bits))
          let reciprocal = Double(Float(bitPattern: Approximation.reciprocal(bits)))
          let root = Double(Float(bitPattern: Approximation.reciprocalSquareRoot(bits)))
          // Far inside 1.5 x 2^-12, so that any processor within it agrees within it.
          let isGood =
            abs(reciprocal * x - 1) < 0x1p-22 && abs(root * x.squareRoot() - 1) < 0x1p-22
          if !isGood { Issue.record("\(String(bits, radix: 16)): \(reciprocal), \(root)") }
          #expect(
            Approximation.reciprocal(bits | 0x8000_0000)
              == Approximation.reciprocal(bits) | 0x8000_0000)
        }
      }
    }
  }

  @Test(
    arguments: [
      (0x0000_0000, 0x7F80_0000), (0x8000_0000, 0xFF80_0000),  // zeros
      (0x0000_0001, 0x7F80_0000), (0x807F_FFFF, 0xFF80_0000),  // denormals
      (0x7F80_0000, 0x0000_0000), (0xFF80_0000, 0x8000_0000),  // infinities
      (0x7EC0_0000, 0x0000_0000), (0xFF7F_FFFF, 0x8000_0000),  // a denormal result becomes zero
      (0x7FC1_2345, 0x7FC1_2345), (0xFF81_2345, 0xFFC1_2345),  // NaNs
    ] as [(UInt32, UInt32)])
  func reciprocalOfSpecialOperands(_ x: UInt32, _ result: UInt32) {
    #expect(Approximation.reciprocal(x) == result)
  }

  @Test(
    arguments: [
      (0x0000_0000, 0x7F80_0000), (0x8000_0000, 0xFF80_0000),  // zeros
      (0x0000_0001, 0x7F80_0000), (0x807F_FFFF, 0xFF80_0000),  // denormals
      (0x7F80_0000, 0x0000_0000), (0xFF80_0000, 0xFFC0_0000),  // infinities
      (0xBF80_0000, 0xFFC0_0000), (0x8080_0000, 0xFFC0_0000),  // negative numbers
      (0x7FC1_2345, 0x7FC1_2345), (0xFF81_2345, 0xFFC1_2345),  // NaNs
    ] as [(UInt32, UInt32)])
  func reciprocalSquareRootOfSpecialOperands(_ x: UInt32, _ result: UInt32) {
    #expect(Approximation.reciprocalSquareRoot(x) == result)
  }
}
