/// The 128 bits of an XMM register, or the 64 of an MMX register with zeros above them.
///
/// Lanes count from the least significant end, as in memory.
struct Vector128: Equatable {
  /// The two halves, low first.
  var quadwords: SIMD2<UInt64>

  @inline(__always) init(_ quadwords: SIMD2<UInt64>) { self.quadwords = quadwords }
  @inline(__always) init(low: UInt64, high: UInt64 = 0) { quadwords = SIMD2(low, high) }
  // Between vectors of one size there is no pattern that is not a value of the other.
  @inline(__always) init(_ lanes: SIMD16<UInt8>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD8<UInt16>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD4<UInt32>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD16<Int8>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD8<Int16>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD4<Int32>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }
  @inline(__always) init(_ lanes: SIMD2<Int64>) {
    quadwords = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  }

  @inline(__always) static var zero: Vector128 { Vector128(low: 0) }

  @inline(__always) var low: UInt64 {
    get { quadwords[0] }
    set { quadwords[0] = newValue }
  }
  @inline(__always) var high: UInt64 {
    get { quadwords[1] }
    set { quadwords[1] = newValue }
  }
  @inline(__always) var bytes: SIMD16<UInt8> {
    unsafeBitCast(quadwords, to: SIMD16<UInt8>.self)
  }
  @inline(__always) var words: SIMD8<UInt16> {
    unsafeBitCast(quadwords, to: SIMD8<UInt16>.self)
  }
  @inline(__always) var doublewords: SIMD4<UInt32> {
    unsafeBitCast(quadwords, to: SIMD4<UInt32>.self)
  }
  @inline(__always) var signedBytes: SIMD16<Int8> {
    unsafeBitCast(quadwords, to: SIMD16<Int8>.self)
  }
  @inline(__always) var signedWords: SIMD8<Int16> {
    unsafeBitCast(quadwords, to: SIMD8<Int16>.self)
  }
  @inline(__always) var signedDoublewords: SIMD4<Int32> {
    unsafeBitCast(quadwords, to: SIMD4<Int32>.self)
  }
  @inline(__always) var signedQuadwords: SIMD2<Int64> {
    unsafeBitCast(quadwords, to: SIMD2<Int64>.self)
  }

  /// Lane `n` of numbers of a format; `n` is taken modulo their count.
  @inline(__always) func element<F: BinaryFormat>(_ n: Int, _: F.Type) -> F.Bits {
    F.Bits.bitWidth == 64
      ? F.Bits(truncatingIfNeeded: quadwords[n & 1])
      : F.Bits(truncatingIfNeeded: quadwords[n >> 1 & 1] >> UInt64(32 * (n & 1)))
  }
  @inline(__always) mutating func setElement<F: BinaryFormat>(
    _ n: Int, _: F.Type, _ value: F.Bits
  ) {
    if F.Bits.bitWidth == 64 {
      quadwords[n & 1] = UInt64(truncatingIfNeeded: value)
    } else {
      let shift = UInt64(32 * (n & 1))
      let half = quadwords[n >> 1 & 1]
      quadwords[n >> 1 & 1] =
        half & ~(0xFFFF_FFFF << shift) | UInt64(truncatingIfNeeded: value) << shift
    }
  }

  /// As one number, for shifts across the lanes.
  var wide: UInt128 { UInt128(high) << 64 | UInt128(low) }
  @inline(__always) init(wide: UInt128) {
    quadwords = SIMD2(
      UInt64(truncatingIfNeeded: wide), UInt64(truncatingIfNeeded: wide >> 64))
  }
}

/// Applies a function to each pair of lanes.
@inline(__always) func lanewise<V: SIMD>(
  _ a: V, _ b: V, _ body: (V.Scalar, V.Scalar) -> V.Scalar
) -> V {
  var result = V()
  for lane in a.indices { result[lane] = body(a[lane], b[lane]) }
  return result
}
@inline(__always) func lanewise<V: SIMD>(_ a: V, _ body: (V.Scalar) -> V.Scalar) -> V {
  var result = V()
  for lane in a.indices { result[lane] = body(a[lane]) }
  return result
}
