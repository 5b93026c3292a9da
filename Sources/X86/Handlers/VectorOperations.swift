/// The packed operations as types, which is what handlers are generic over. What they compute stands in
/// `Packed`.
protocol VectorOperation {
  static func apply(_ a: Vector128, _ b: Vector128) -> Vector128
}

// MARK: The same on MMX registers

enum VectorAnd: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.and(a, b)
  }
}
enum VectorAndNot: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.andNot(a, b)
  }
}
enum VectorOr: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.or(a, b)
  }
}
enum VectorXor: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.xor(a, b)
  }
}
enum VectorAddBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addBytes(a, b)
  }
}
enum VectorAddWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addWords(a, b)
  }
}
enum VectorAddDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addDoublewords(a, b)
  }
}
enum VectorAddQuadwords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addQuadwords(a, b)
  }
}
enum VectorSubtractBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractBytes(a, b)
  }
}
enum VectorSubtractWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractWords(a, b)
  }
}
enum VectorSubtractDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractDoublewords(a, b)
  }
}
enum VectorSubtractQuadwords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractQuadwords(a, b)
  }
}
enum VectorMultiplyWordsLow: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplyWordsLow(a, b)
  }
}
enum VectorMultiplyUnsignedDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplyUnsignedDoublewords(a, b)
  }
}
enum VectorEqualBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.equalBytes(a, b)
  }
}
enum VectorEqualWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.equalWords(a, b)
  }
}
enum VectorEqualDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.equalDoublewords(a, b)
  }
}
enum VectorGreaterBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.greaterBytes(a, b)
  }
}
enum VectorGreaterWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.greaterWords(a, b)
  }
}
enum VectorGreaterDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.greaterDoublewords(a, b)
  }
}
enum VectorInterleaveLowBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveLowBytes(a, b)
  }
}
enum VectorInterleaveLowWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveLowWords(a, b)
  }
}
enum VectorInterleaveLowDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveLowDoublewords(a, b)
  }
}
enum VectorInterleaveLowQuadwords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveLowQuadwords(a, b)
  }
}
enum VectorInterleaveHighQuadwords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighQuadwords(a, b)
  }
}
enum VectorAddSignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addSignedBytes(a, b)
  }
}
enum VectorAddSignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addSignedWords(a, b)
  }
}
enum VectorAddUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addUnsignedBytes(a, b)
  }
}
enum VectorAddUnsignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.addUnsignedWords(a, b)
  }
}
enum VectorSubtractSignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractSignedBytes(a, b)
  }
}
enum VectorSubtractSignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractSignedWords(a, b)
  }
}
enum VectorSubtractUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractUnsignedBytes(a, b)
  }
}
enum VectorSubtractUnsignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.subtractUnsignedWords(a, b)
  }
}
enum VectorMultiplySignedWordsHigh: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplySignedWordsHigh(a, b)
  }
}
enum VectorMultiplyUnsignedWordsHigh: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplyUnsignedWordsHigh(a, b)
  }
}
enum VectorMultiplyAddWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplyAddWords(a, b)
  }
}
enum VectorAverageBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.averageBytes(a, b)
  }
}
enum VectorAverageWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.averageWords(a, b)
  }
}
enum VectorSumAbsoluteDifferences: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.sumAbsoluteDifferences(a, b)
  }
}
enum VectorMinimumUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.minimumUnsignedBytes(a, b)
  }
}
enum VectorMinimumSignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.minimumSignedWords(a, b)
  }
}
enum VectorMaximumUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.maximumUnsignedBytes(a, b)
  }
}
enum VectorMaximumSignedWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.maximumSignedWords(a, b)
  }
}
enum VectorMultiplyDoublewordsLow: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.multiplyDoublewordsLow(a, b)
  }
}
enum VectorMinimumSignedDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.minimumSignedDoublewords(a, b)
  }
}
enum VectorMaximumSignedDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.maximumSignedDoublewords(a, b)
  }
}

// MARK: Of XMM registers and, where they differ, of MMX registers

enum VectorPackSignedWordsToBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packSignedWordsToBytes(a, b, isHalf: false)
  }
}
enum MMXPackSignedWordsToBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packSignedWordsToBytes(a, b, isHalf: true)
  }
}
enum VectorPackWordsToUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packWordsToUnsignedBytes(a, b, isHalf: false)
  }
}
enum MMXPackWordsToUnsignedBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packWordsToUnsignedBytes(a, b, isHalf: true)
  }
}
enum VectorPackSignedDoublewordsToWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packSignedDoublewordsToWords(a, b, isHalf: false)
  }
}
enum MMXPackSignedDoublewordsToWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.packSignedDoublewordsToWords(a, b, isHalf: true)
  }
}
enum VectorInterleaveHighBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighBytes(a, b, isHalf: false)
  }
}
enum MMXInterleaveHighBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighBytes(a, b, isHalf: true)
  }
}
enum VectorInterleaveHighWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighWords(a, b, isHalf: false)
  }
}
enum MMXInterleaveHighWords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighWords(a, b, isHalf: true)
  }
}
enum VectorInterleaveHighDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighDoublewords(a, b, isHalf: false)
  }
}
enum MMXInterleaveHighDoublewords: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.interleaveHighDoublewords(a, b, isHalf: true)
  }
}
enum VectorShuffleBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.shuffleBytes(a, b, isHalf: false)
  }
}
enum MMXShuffleBytes: VectorOperation {
  @inline(__always) static func apply(_ a: Vector128, _ b: Vector128) -> Vector128 {
    Packed.shuffleBytes(a, b, isHalf: true)
  }
}

// MARK: Shifts

/// Shifts by an immediate, which lowering has held below the lane's width.
protocol VectorShift {
  static func apply(_ a: Vector128, _ count: UInt64) -> Vector128
}
enum VectorShiftWordsLeft: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftWordsLeft(a, by: count)
  }
}
enum VectorShiftDoublewordsLeft: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftDoublewordsLeft(a, by: count)
  }
}
enum VectorShiftQuadwordsLeft: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftQuadwordsLeft(a, by: count)
  }
}
enum VectorShiftWordsRight: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftWordsRight(a, by: count)
  }
}
enum VectorShiftDoublewordsRight: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftDoublewordsRight(a, by: count)
  }
}
enum VectorShiftQuadwordsRight: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftQuadwordsRight(a, by: count)
  }
}
enum VectorShiftWordsArithmetic: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftWordsArithmetic(a, by: count)
  }
}
enum VectorShiftDoublewordsArithmetic: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftDoublewordsArithmetic(a, by: count)
  }
}
enum VectorShiftBytesLeft: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftBytesLeft(a, by: count)
  }
}
enum VectorShiftBytesRight: VectorShift {
  @inline(__always) static func apply(_ a: Vector128, _ count: UInt64) -> Vector128 {
    Packed.shiftBytesRight(a, by: count)
  }
}
