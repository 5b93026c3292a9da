/// Integer arithmetic on packed lanes. Each function computes both 64-bit halves alike, so it serves
/// MMX registers (upper half zero on both sides, and ignored in the result) and XMM registers.
///
/// Source: Intel SDM vol. 2, each function's mnemonic.
enum Packed {}

// MARK: Addition and subtraction

extension Packed {
  /// PADDB, PADDW, PADDD, PADDQ.
  @inline(__always) static func addBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.bytes &+ b.bytes)
  }
  @inline(__always) static func addWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.words &+ b.words)
  }
  @inline(__always) static func addDoublewords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.doublewords &+ b.doublewords)
  }
  @inline(__always) static func addQuadwords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.quadwords &+ b.quadwords)
  }
  /// PSUBB, PSUBW, PSUBD, PSUBQ.
  @inline(__always) static func subtractBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.bytes &- b.bytes)
  }
  @inline(__always) static func subtractWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.words &- b.words)
  }
  @inline(__always) static func subtractDoublewords(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    Vector128(a.doublewords &- b.doublewords)
  }
  @inline(__always) static func subtractQuadwords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.quadwords &- b.quadwords)
  }

  /// A sum held at the ends of its type's range.
  @inline(__always) static func saturatingSum<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? (T.isSigned && b < 0 ? .min : .max) : sum
  }
  @inline(__always) static func saturatingDifference<T: FixedWidthInteger>(
    _ a: T, _ b: T
  ) -> T {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (T.isSigned && b < 0 ? .max : .min) : difference
  }
  /// PADDSB, PADDSW, PADDUSB, PADDUSW.
  @inline(__always) static func addSignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes, b.signedBytes) { saturatingSum($0, $1) })
  }
  @inline(__always) static func addSignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords, b.signedWords) { saturatingSum($0, $1) })
  }
  @inline(__always) static func addUnsignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.bytes, b.bytes) { saturatingSum($0, $1) })
  }
  @inline(__always) static func addUnsignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.words, b.words) { saturatingSum($0, $1) })
  }
  /// PSUBSB, PSUBSW, PSUBUSB, PSUBUSW.
  @inline(__always) static func subtractSignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes, b.signedBytes) { saturatingDifference($0, $1) })
  }
  @inline(__always) static func subtractSignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords, b.signedWords) { saturatingDifference($0, $1) })
  }
  @inline(__always) static func subtractUnsignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.bytes, b.bytes) { saturatingDifference($0, $1) })
  }
  @inline(__always) static func subtractUnsignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.words, b.words) { saturatingDifference($0, $1) })
  }
}

// MARK: Multiplication, averages, sums

extension Packed {
  /// PMULLW: the products' low halves.
  @inline(__always) static func multiplyWordsLow(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.words &* b.words)
  }
  /// PMULHW, PMULHUW: the high halves.
  @inline(__always) static func multiplySignedWordsHigh(_ a: Vector128, _ b: Vector128) -> Vector128
  {
    Vector128(
      lanewise(a.signedWords, b.signedWords) {
        Int16(truncatingIfNeeded: (Int32($0) &* Int32($1)) >> 16)
      })
  }
  @inline(__always) static func multiplyUnsignedWordsHigh(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(
      lanewise(a.words, b.words) { UInt16(truncatingIfNeeded: (UInt32($0) &* UInt32($1)) >> 16) })
  }
  /// PMULHRSW: the product of two fractions of 15 bits, rounded.
  @inline(__always) static func multiplyFractions(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      lanewise(a.signedWords, b.signedWords) {
        Int16(truncatingIfNeeded: ((Int32($0) &* Int32($1)) >> 14 &+ 1) >> 1)
      })
  }
  /// PMULLD.
  @inline(__always) static func multiplyDoublewordsLow(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    Vector128(a.doublewords &* b.doublewords)
  }
  /// PMULUDQ: the even doublewords' full products.
  @inline(__always) static func multiplyUnsignedDoublewords(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    let mask = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
    return Vector128((a.quadwords & mask) &* (b.quadwords & mask))
  }
  /// PMULDQ.
  @inline(__always) static func multiplySignedDoublewords(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(
      lanewise(a.signedQuadwords, b.signedQuadwords) {
        Int64(Int32(truncatingIfNeeded: $0)) &* Int64(Int32(truncatingIfNeeded: $1))
      })
  }
  /// PMADDWD: the sums of neighbouring products. Only 8000h four times over wraps.
  @inline(__always) static func multiplyAddWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    let x = a.signedWords
    let y = b.signedWords
    var result = SIMD4<Int32>()
    for lane in 0..<4 {
      result[lane] =
        Int32(x[2 * lane]) &* Int32(y[2 * lane])
        &+ Int32(x[2 * lane + 1]) &* Int32(y[2 * lane + 1])
    }
    return Vector128(result)
  }
  /// PMADDUBSW: unsigned bytes of the first operand times signed ones of the second; the sums of
  /// neighbours saturate.
  @inline(__always) static func multiplyAddBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    let x = a.bytes
    let y = b.signedBytes
    var result = SIMD8<Int16>()
    for lane in 0..<8 {
      let sum =
        Int32(x[2 * lane]) * Int32(y[2 * lane])
        + Int32(x[2 * lane + 1]) * Int32(y[2 * lane + 1])
      result[lane] = Int16(clamping: sum)
    }
    return Vector128(result)
  }
  /// PAVGB, PAVGW: rounded up.
  @inline(__always) static func averageBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      lanewise(a.bytes, b.bytes) { UInt8(truncatingIfNeeded: (UInt16($0) + UInt16($1) + 1) >> 1) })
  }
  @inline(__always) static func averageWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      lanewise(a.words, b.words) { UInt16(truncatingIfNeeded: (UInt32($0) + UInt32($1) + 1) >> 1) })
  }
  /// PSADBW: each half's sum of absolute differences.
  @inline(__always) static func sumAbsoluteDifferences(_ a: Vector128, _ b: Vector128) -> Vector128
  {
    let x = a.bytes
    let y = b.bytes
    var sums = SIMD2<UInt64>()
    for lane in 0..<16 {
      sums[lane >> 3] &+= UInt64(x[lane] > y[lane] ? x[lane] - y[lane] : y[lane] - x[lane])
    }
    return Vector128(sums)
  }
}

// MARK: Comparison and selection

extension Packed {
  /// PCMPEQB, PCMPEQW, PCMPEQD, PCMPEQQ: all ones where equal.
  @inline(__always) static func equalBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(SIMD16<UInt8>(repeating: 0).replacing(with: .max, where: a.bytes .== b.bytes))
  }
  @inline(__always) static func equalWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(SIMD8<UInt16>(repeating: 0).replacing(with: .max, where: a.words .== b.words))
  }
  @inline(__always) static func equalDoublewords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      SIMD4<UInt32>(repeating: 0).replacing(with: .max, where: a.doublewords .== b.doublewords))
  }
  @inline(__always) static func equalQuadwords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.quadwords, b.quadwords) { $0 == $1 ? .max : 0 })
  }
  /// PCMPGTB, PCMPGTW, PCMPGTD, PCMPGTQ: all ones where greater, signed.
  @inline(__always) static func greaterBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      SIMD16<Int8>(repeating: 0).replacing(with: -1, where: a.signedBytes .> b.signedBytes))
  }
  @inline(__always) static func greaterWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      SIMD8<Int16>(repeating: 0).replacing(with: -1, where: a.signedWords .> b.signedWords))
  }
  @inline(__always) static func greaterDoublewords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(
      SIMD4<Int32>(repeating: 0).replacing(
        with: -1, where: a.signedDoublewords .> b.signedDoublewords))
  }
  @inline(__always) static func greaterQuadwords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedQuadwords, b.signedQuadwords) { $0 > $1 ? -1 : 0 })
  }

  /// PMINUB, PMINSW; SSE4.1: PMINSB, PMINUW, PMINSD, PMINUD.
  @inline(__always) static func minimumUnsignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.bytes, b.bytes) { min($0, $1) })
  }
  @inline(__always) static func minimumSignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords, b.signedWords) { min($0, $1) })
  }
  @inline(__always) static func minimumSignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes, b.signedBytes) { min($0, $1) })
  }
  @inline(__always) static func minimumUnsignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.words, b.words) { min($0, $1) })
  }
  @inline(__always) static func minimumSignedDoublewords(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(lanewise(a.signedDoublewords, b.signedDoublewords) { min($0, $1) })
  }
  @inline(__always) static func minimumUnsignedDoublewords(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(lanewise(a.doublewords, b.doublewords) { min($0, $1) })
  }
  /// PMAXUB, PMAXSW; SSE4.1: PMAXSB, PMAXUW, PMAXSD, PMAXUD.
  @inline(__always) static func maximumUnsignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.bytes, b.bytes) { max($0, $1) })
  }
  @inline(__always) static func maximumSignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords, b.signedWords) { max($0, $1) })
  }
  @inline(__always) static func maximumSignedBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes, b.signedBytes) { max($0, $1) })
  }
  @inline(__always) static func maximumUnsignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.words, b.words) { max($0, $1) })
  }
  @inline(__always) static func maximumSignedDoublewords(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(lanewise(a.signedDoublewords, b.signedDoublewords) { max($0, $1) })
  }
  @inline(__always) static func maximumUnsignedDoublewords(_ a: Vector128, _ b: Vector128)
    -> Vector128
  {
    Vector128(lanewise(a.doublewords, b.doublewords) { max($0, $1) })
  }

  /// PHMINPOSUW: the smallest word, and above it the number of the first lane that holds it.
  static func smallestWord(_ a: Vector128) -> Vector128 {
    let lanes = a.words
    var best = 0
    for lane in 1..<8 where lanes[lane] < lanes[best] { best = lane }
    return Vector128(low: UInt64(lanes[best]) | UInt64(best) << 16)
  }
}

// MARK: Logic and signs

extension Packed {
  /// PAND, ANDPS, ANDPD; PANDN and its kin (the first operand is inverted); POR; PXOR.
  @inline(__always) static func and(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.quadwords & b.quadwords)
  }
  @inline(__always) static func andNot(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(~a.quadwords & b.quadwords)
  }
  @inline(__always) static func or(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.quadwords | b.quadwords)
  }
  @inline(__always) static func xor(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(a.quadwords ^ b.quadwords)
  }

  /// PABSB, PABSW, PABSD: the most negative number stays.
  @inline(__always) static func absoluteBytes(_ a: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes) { $0 < 0 ? 0 &- $0 : $0 })
  }
  @inline(__always) static func absoluteWords(_ a: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords) { $0 < 0 ? 0 &- $0 : $0 })
  }
  @inline(__always) static func absoluteDoublewords(_ a: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedDoublewords) { $0 < 0 ? 0 &- $0 : $0 })
  }

  /// PSIGNB, PSIGNW, PSIGND: the first operand times the second one's sign.
  @inline(__always) private static func signed<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
    b < 0 ? 0 &- a : b == 0 ? 0 : a
  }
  @inline(__always) static func signBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedBytes, b.signedBytes) { signed($0, $1) })
  }
  @inline(__always) static func signWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedWords, b.signedWords) { signed($0, $1) })
  }
  @inline(__always) static func signDoublewords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Vector128(lanewise(a.signedDoublewords, b.signedDoublewords) { signed($0, $1) })
  }
}

// MARK: Shifts

extension Packed {
  /// PSLLW, PSLLD, PSLLQ: a count of the lane's width or more gives zero.
  @inline(__always) static func shiftWordsLeft(_ a: Vector128, by count: UInt64) -> Vector128 {
    count > 15 ? .zero : Vector128(a.words &<< SIMD8(repeating: UInt16(count)))
  }
  @inline(__always) static func shiftDoublewordsLeft(
    _ a: Vector128, by count: UInt64
  ) -> Vector128 {
    count > 31 ? .zero : Vector128(a.doublewords &<< SIMD4(repeating: UInt32(count)))
  }
  @inline(__always) static func shiftQuadwordsLeft(_ a: Vector128, by count: UInt64) -> Vector128 {
    count > 63 ? .zero : Vector128(a.quadwords &<< SIMD2(repeating: count))
  }
  /// PSRLW, PSRLD, PSRLQ.
  @inline(__always) static func shiftWordsRight(_ a: Vector128, by count: UInt64) -> Vector128 {
    count > 15 ? .zero : Vector128(a.words &>> SIMD8(repeating: UInt16(count)))
  }
  @inline(__always) static func shiftDoublewordsRight(
    _ a: Vector128, by count: UInt64
  ) -> Vector128 {
    count > 31 ? .zero : Vector128(a.doublewords &>> SIMD4(repeating: UInt32(count)))
  }
  @inline(__always) static func shiftQuadwordsRight(
    _ a: Vector128, by count: UInt64
  ) -> Vector128 {
    count > 63 ? .zero : Vector128(a.quadwords &>> SIMD2(repeating: count))
  }
  /// PSRAW, PSRAD: larger counts leave the sign.
  @inline(__always) static func shiftWordsArithmetic(
    _ a: Vector128, by count: UInt64
  ) -> Vector128 {
    Vector128(a.signedWords &>> SIMD8(repeating: Int16(min(count, 15))))
  }
  @inline(__always) static func shiftDoublewordsArithmetic(
    _ a: Vector128, by count: UInt64
  ) -> Vector128 {
    Vector128(a.signedDoublewords &>> SIMD4(repeating: Int32(min(count, 31))))
  }
  /// PSLLDQ, PSRLDQ: the whole register, by bytes.
  @inline(__always) static func shiftBytesLeft(_ a: Vector128, by count: UInt64) -> Vector128 {
    count > 15 ? .zero : Vector128(wide: a.wide << (8 * count))
  }
  @inline(__always) static func shiftBytesRight(_ a: Vector128, by count: UInt64) -> Vector128 {
    count > 15 ? .zero : Vector128(wide: a.wide >> (8 * count))
  }
}
