/// Lanes from one place to another: packing, unpacking, shuffling, blending, widening. Where MMX and
/// XMM registers differ in more than length, `isHalf` says that the operands are MMX registers, whose
/// lanes lie in the lower half.

extension Packed {
  /// The two lower (or upper) halves after one another: an MMX operation's pair of operands as one
  /// XMM register, or that pair's concatenation.
  @inline(__always) static func joined(_ low: UInt64, _ high: UInt64) -> Vector128 {
    Vector128(low: low, high: high)
  }

  // MARK: PACKxx

  /// PACKSSWB, PACKUSWB, PACKSSDW, PACKUSDW: the first operand's lanes, then the second one's, each
  /// held at the ends of the narrower type's range.
  @inline(__always) static func packSignedWordsToBytes(_ a: Vector128, _ b: Vector128, isHalf: Bool)
    -> Vector128
  {
    let (x, y) = packingOrder(a, b, isHalf)
    var result = SIMD16<Int8>()
    for lane in 0..<8 {
      result[lane] = Int8(clamping: x.signedWords[lane])
      result[lane + 8] = Int8(clamping: y.signedWords[lane])
    }
    return Vector128(result)
  }
  @inline(__always) static func packWordsToUnsignedBytes(
    _ a: Vector128, _ b: Vector128, isHalf: Bool
  ) -> Vector128 {
    let (x, y) = packingOrder(a, b, isHalf)
    var result = SIMD16<UInt8>()
    for lane in 0..<8 {
      result[lane] = UInt8(clamping: x.signedWords[lane])
      result[lane + 8] = UInt8(clamping: y.signedWords[lane])
    }
    return Vector128(result)
  }
  @inline(__always) static func packSignedDoublewordsToWords(
    _ a: Vector128, _ b: Vector128, isHalf: Bool
  ) -> Vector128 {
    let (x, y) = packingOrder(a, b, isHalf)
    var result = SIMD8<Int16>()
    for lane in 0..<4 {
      result[lane] = Int16(clamping: x.signedDoublewords[lane])
      result[lane + 4] = Int16(clamping: y.signedDoublewords[lane])
    }
    return Vector128(result)
  }
  static func packDoublewordsToUnsignedWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    var result = SIMD8<UInt16>()
    for lane in 0..<4 {
      result[lane] = UInt16(clamping: a.signedDoublewords[lane])
      result[lane + 4] = UInt16(clamping: b.signedDoublewords[lane])
    }
    return Vector128(result)
  }
  /// Two MMX operands are the halves of one source; the result's lower half is theirs.
  @inline(__always) private static func packingOrder(
    _ a: Vector128, _ b: Vector128, _ isHalf: Bool
  ) -> (Vector128, Vector128) {
    isHalf ? (joined(a.low, b.low), .zero) : (a, b)
  }

  // MARK: PUNPCKxx

  /// PUNPCKLBW, PUNPCKLWD, PUNPCKLDQ, PUNPCKLQDQ (UNPCKLPS, UNPCKLPD): the lower halves' lanes in
  /// turn. An MMX register's is the lower half of the same result.
  @inline(__always) static func interleaveLowBytes(_ a: Vector128, _ b: Vector128) -> Vector128 {
    interleaveBytes(a.bytes.lowHalf, b.bytes.lowHalf)
  }
  @inline(__always) static func interleaveLowWords(_ a: Vector128, _ b: Vector128) -> Vector128 {
    interleaveWords(a.words.lowHalf, b.words.lowHalf)
  }
  @inline(__always) static func interleaveLowDoublewords(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    interleaveDoublewords(a.doublewords.lowHalf, b.doublewords.lowHalf)
  }
  @inline(__always) static func interleaveLowQuadwords(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    joined(a.low, b.low)
  }
  /// PUNPCKHBW, PUNPCKHWD, PUNPCKHDQ, PUNPCKHQDQ (UNPCKHPS, UNPCKHPD): the upper halves' lanes.
  @inline(__always) static func interleaveHighBytes(_ a: Vector128, _ b: Vector128, isHalf: Bool)
    -> Vector128
  {
    if isHalf { return Vector128(low: interleaveLowBytes(a, b).high) }
    return interleaveBytes(a.bytes.highHalf, b.bytes.highHalf)
  }
  @inline(__always) static func interleaveHighWords(_ a: Vector128, _ b: Vector128, isHalf: Bool)
    -> Vector128
  {
    if isHalf { return Vector128(low: interleaveLowWords(a, b).high) }
    return interleaveWords(a.words.highHalf, b.words.highHalf)
  }
  @inline(__always) static func interleaveHighDoublewords(
    _ a: Vector128, _ b: Vector128, isHalf: Bool
  ) -> Vector128 {
    if isHalf { return Vector128(low: interleaveLowDoublewords(a, b).high) }
    return interleaveDoublewords(a.doublewords.highHalf, b.doublewords.highHalf)
  }
  @inline(__always) static func interleaveHighQuadwords(
    _ a: Vector128, _ b: Vector128
  ) -> Vector128 {
    joined(a.high, b.high)
  }

  @inline(__always) private static func interleaveBytes(
    _ a: SIMD8<UInt8>, _ b: SIMD8<UInt8>
  ) -> Vector128 {
    var result = SIMD16<UInt8>()
    result.evenHalf = a
    result.oddHalf = b
    return Vector128(result)
  }
  @inline(__always) private static func interleaveWords(
    _ a: SIMD4<UInt16>, _ b: SIMD4<UInt16>
  ) -> Vector128 {
    var result = SIMD8<UInt16>()
    result.evenHalf = a
    result.oddHalf = b
    return Vector128(result)
  }
  @inline(__always) private static func interleaveDoublewords(
    _ a: SIMD2<UInt32>, _ b: SIMD2<UInt32>
  ) -> Vector128 {
    Vector128(SIMD4(a[0], b[0], a[1], b[1]))
  }

  // MARK: Shuffles

  /// PSHUFD: each two bits of `order` choose a doubleword.
  @inline(__always) static func shuffleDoublewords(_ a: Vector128, _ order: UInt8) -> Vector128 {
    shuffleDoublewords(a, a, order)
  }
  /// SHUFPS: two lanes chosen from the first operand, then two from the second.
  @inline(__always) static func shuffleDoublewords(
    _ a: Vector128, _ b: Vector128, _ order: UInt8
  ) -> Vector128 {
    let x = a.doublewords
    let y = b.doublewords
    return Vector128(
      SIMD4(
        x[Int(order & 3)], x[Int(order >> 2 & 3)], y[Int(order >> 4 & 3)], y[Int(order >> 6)]))
  }
  /// SHUFPD.
  static func shuffleQuadwords(_ a: Vector128, _ b: Vector128, _ order: UInt8) -> Vector128 {
    joined(a.quadwords[Int(order & 1)], b.quadwords[Int(order >> 1 & 1)])
  }
  /// PSHUFW, and the half that PSHUFLW and PSHUFHW shuffle.
  static func shuffleWords(_ half: UInt64, _ order: UInt8) -> UInt64 {
    var result: UInt64 = 0
    for lane in 0..<4 {
      let from = UInt64(order >> UInt8(2 * lane) & 3)
      result |= (half >> (16 * from) & 0xFFFF) << UInt64(16 * lane)
    }
    return result
  }
  /// PSHUFB: each byte of `order` chooses a byte, or zero if its top bit is set.
  @inline(__always) static func shuffleBytes(_ a: Vector128, _ order: Vector128, isHalf: Bool)
    -> Vector128
  {
    let from = a.bytes
    let last: UInt8 = isHalf ? 7 : 15
    return Vector128(lanewise(order.bytes) { $0 & 0x80 != 0 ? 0 : from[Int($0 & last)] })
  }
  /// PALIGNR: the first operand above the second, shifted right by bytes.
  static func align(
    _ a: Vector128, _ b: Vector128, by count: UInt8, isHalf: Bool
  ) -> Vector128 {
    let bits = Int(count) * 8
    if isHalf {
      return Vector128(low: UInt64(truncatingIfNeeded: joined(b.low, a.low).wide >> bits))
    }
    // `<<` and `>>` by the width or more give zero.
    let above = bits < 128 ? a.wide << (128 - bits) : a.wide >> (bits - 128)
    return Vector128(wide: b.wide >> bits | above)
  }
  /// MOVSLDUP and MOVSHDUP: each even (odd) doubleword twice.
  static func duplicateEven(_ a: Vector128) -> Vector128 { shuffleDoublewords(a, 0b10_10_00_00) }
  static func duplicateOdd(_ a: Vector128) -> Vector128 { shuffleDoublewords(a, 0b11_11_01_01) }

  // MARK: Blends

  /// BLENDPS: a set bit of `choice` takes the second operand's lane.
  static func blendDoublewords(_ a: Vector128, _ b: Vector128, _ choice: UInt8) -> Vector128 {
    var result = a.doublewords
    for lane in 0..<4 where choice >> UInt8(lane) & 1 != 0 { result[lane] = b.doublewords[lane] }
    return Vector128(result)
  }
  /// BLENDPD.
  static func blendQuadwords(_ a: Vector128, _ b: Vector128, _ choice: UInt8) -> Vector128 {
    joined(choice & 1 != 0 ? b.low : a.low, choice & 2 != 0 ? b.high : a.high)
  }
  /// PBLENDW.
  static func blendWords(_ a: Vector128, _ b: Vector128, _ choice: UInt8) -> Vector128 {
    var result = a.words
    for lane in 0..<8 where choice >> UInt8(lane) & 1 != 0 { result[lane] = b.words[lane] }
    return Vector128(result)
  }
  /// PBLENDVB, BLENDVPS, BLENDVPD: the top bit of each lane of `choice` (XMM0) decides.
  static func blendBytes(_ a: Vector128, _ b: Vector128, by choice: Vector128) -> Vector128 {
    blend(a, b, Vector128(choice.signedBytes &>> 7))
  }
  static func blendDoublewords(
    _ a: Vector128, _ b: Vector128, by choice: Vector128
  ) -> Vector128 {
    blend(a, b, Vector128(choice.signedDoublewords &>> 31))
  }
  static func blendQuadwords(_ a: Vector128, _ b: Vector128, by choice: Vector128) -> Vector128 {
    blend(a, b, Vector128(choice.signedQuadwords &>> 63))
  }
  private static func blend(_ a: Vector128, _ b: Vector128, _ mask: Vector128) -> Vector128 {
    or(andNot(mask, a), and(mask, b))
  }

  /// INSERTPS: lane `selector`[7:6] of the source (0 for memory) into lane [5:4]; the lanes of [3:0]
  /// become zero.
  static func insertSingle(
    _ a: Vector128, _ b: Vector128, _ selector: UInt8, isMemory: Bool
  ) -> Vector128 {
    var result = a.doublewords
    result[Int(selector >> 4 & 3)] = b.doublewords[isMemory ? 0 : Int(selector >> 6)]
    for lane in 0..<4 where selector >> UInt8(lane) & 1 != 0 { result[lane] = 0 }
    return Vector128(result)
  }

  // MARK: Widening

  /// PMOVSXxx and PMOVZXxx: the lowest lanes of `from` bits, each extended to `to` bits.
  static func extended(_ a: Vector128, from: Int, to: Int, signed: Bool) -> Vector128 {
    var result: UInt128 = 0
    for lane in 0..<128 / to {
      let raw = UInt64(truncatingIfNeeded: a.wide >> (lane * from)) << UInt64(64 - from)
      let value =
        signed
        ? UInt64(bitPattern: Int64(bitPattern: raw) >> Int64(64 - from)) : raw >> UInt64(64 - from)
      let mask = UInt64.max >> UInt64(64 - to)
      result |= UInt128(value & mask) << (lane * to)
    }
    return Vector128(wide: result)
  }
}

// MARK: Horizontal arithmetic and sums of differences

extension Packed {
  /// PHADDW and its kin: `combine` on neighbours, the first operand's pairs, then the second's.
  static func horizontalWords(
    _ a: Vector128, _ b: Vector128, isHalf: Bool, _ combine: (Int16, Int16) -> Int16
  ) -> Vector128 {
    let (x, y) = packingOrder(a, b, isHalf)
    var result = SIMD8<Int16>()
    for lane in 0..<4 {
      result[lane] = combine(x.signedWords[2 * lane], x.signedWords[2 * lane + 1])
      result[lane + 4] = combine(y.signedWords[2 * lane], y.signedWords[2 * lane + 1])
    }
    return Vector128(result)
  }
  static func horizontalDoublewords(
    _ a: Vector128, _ b: Vector128, isHalf: Bool, _ combine: (UInt32, UInt32) -> UInt32
  ) -> Vector128 {
    let (x, y) = packingOrder(a, b, isHalf)
    return Vector128(
      SIMD4(
        combine(x.doublewords[0], x.doublewords[1]), combine(x.doublewords[2], x.doublewords[3]),
        combine(y.doublewords[0], y.doublewords[1]), combine(y.doublewords[2], y.doublewords[3])))
  }

  /// MPSADBW: eight sums of four absolute differences; `selector` says where the windows begin.
  static func slidingDifferences(
    _ a: Vector128, _ b: Vector128, _ selector: UInt8
  ) -> Vector128 {
    let first = Int(selector >> 2 & 1) * 4
    let fixed = Int(selector & 3) * 4
    var result = SIMD8<UInt16>()
    for lane in 0..<8 {
      for byte in 0..<4 {
        let x = a.bytes[first + lane + byte]
        let y = b.bytes[fixed + byte]
        result[lane] &+= UInt16(x > y ? x - y : y - x)
      }
    }
    return Vector128(result)
  }
}

// MARK: Masks

extension Packed {
  /// PMOVMSKB, MOVMSKPS, MOVMSKPD: the lanes' top bits.
  @inline(__always) static func signMask(bytes a: Vector128) -> UInt32 {
    var result: UInt32 = 0
    for lane in 0..<16 { result |= UInt32(a.bytes[lane] >> 7) << UInt32(lane) }
    return result
  }
  @inline(__always) static func signMask(doublewords a: Vector128) -> UInt32 {
    var result: UInt32 = 0
    for lane in 0..<4 { result |= (a.doublewords[lane] >> 31) << UInt32(lane) }
    return result
  }
  @inline(__always) static func signMask(quadwords a: Vector128) -> UInt32 {
    UInt32(a.low >> 63) | UInt32(a.high >> 63) << 1
  }
}
