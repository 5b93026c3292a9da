/// The host's arithmetic on the elements of a register, and tests of all of them at once. A test gives
/// its answer in the elements' sign bits, so that answers can be combined before one is looked at.
protocol PackedFormat: NativeFormat {
  static func sum(_ a: Vector128, _ b: Vector128) -> Vector128
  static func difference(_ a: Vector128, _ b: Vector128) -> Vector128
  static func product(_ a: Vector128, _ b: Vector128) -> Vector128
  static func quotient(_ a: Vector128, _ b: Vector128) -> Vector128
  /// The first operand's element where it is less (greater), else the second one's.
  static func lesser(_ a: Vector128, _ b: Vector128) -> Vector128
  static func greater(_ a: Vector128, _ b: Vector128) -> Vector128
  /// Each element, taken as an integer, less a constant.
  static func decreased(_ a: Vector128, by: Bits) -> Vector128
  /// Each element's sign bit.
  static var signs: UInt64 { get }
}

extension PackedFormat {
  @inline(__always) private static func magnitudes(_ a: Vector128) -> Vector128 {
    Packed.and(a, Vector128(low: ~signs, high: ~signs))
  }
  /// Neither zero nor at least `least` times the smallest normal number, or not finite.
  @inline(__always) private static func outside(_ a: Vector128, least: Bits) -> Vector128 {
    let magnitude = magnitudes(a)
    let small = Packed.andNot(
      decreased(magnitude, by: 1), decreased(magnitude, by: least << fractionWidth))
    // Infinity's exponent and one more make a sign bit.
    let large = decreased(magnitude, by: 0 &- (1 << fractionWidth))
    return Packed.or(small, large)
  }
  /// Neither normal nor zero.
  @inline(__always) static func unusual(_ a: Vector128) -> Vector128 { outside(a, least: 1) }
  /// A result that is neither zero nor ``NativeFormat/isSafeResult(_:)``.
  @inline(__always) static func unsafe(_ a: Vector128) -> Vector128 { outside(a, least: 2) }
  @inline(__always) static func zeros(_ a: Vector128) -> Vector128 {
    decreased(magnitudes(a), by: 1)
  }
  @inline(__always) static func isClear(_ answers: Vector128) -> Bool {
    (answers.low | answers.high) & signs == 0
  }
}

extension Binary32: PackedFormat {
  @inline(__always) private static func numbers(_ a: Vector128) -> SIMD4<Float> {
    unsafeBitCast(a.quadwords, to: SIMD4<Float>.self)
  }
  @inline(__always) private static func vector(_ a: SIMD4<Float>) -> Vector128 {
    Vector128(unsafeBitCast(a, to: SIMD2<UInt64>.self))
  }
  @inline(__always) static func sum(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) + numbers(b))
  }
  @inline(__always) static func difference(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) - numbers(b))
  }
  @inline(__always) static func product(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) * numbers(b))
  }
  @inline(__always) static func quotient(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) / numbers(b))
  }
  @inline(__always) static func lesser(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(b).replacing(with: numbers(a), where: numbers(a) .< numbers(b)))
  }
  @inline(__always) static func greater(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(b).replacing(with: numbers(a), where: numbers(a) .> numbers(b)))
  }
  @inline(__always) static func decreased(_ a: Vector128, by constant: UInt32) -> Vector128 {
    Vector128(a.doublewords &- SIMD4(repeating: constant))
  }
  @inline(__always) static var signs: UInt64 { 0x8000_0000_8000_0000 }
}

extension Binary64: PackedFormat {
  @inline(__always) private static func numbers(_ a: Vector128) -> SIMD2<Double> {
    unsafeBitCast(a.quadwords, to: SIMD2<Double>.self)
  }
  @inline(__always) private static func vector(_ a: SIMD2<Double>) -> Vector128 {
    Vector128(unsafeBitCast(a, to: SIMD2<UInt64>.self))
  }
  @inline(__always) static func sum(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) + numbers(b))
  }
  @inline(__always) static func difference(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) - numbers(b))
  }
  @inline(__always) static func product(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) * numbers(b))
  }
  @inline(__always) static func quotient(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(a) / numbers(b))
  }
  @inline(__always) static func lesser(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(b).replacing(with: numbers(a), where: numbers(a) .< numbers(b)))
  }
  @inline(__always) static func greater(_ a: Vector128, _ b: Vector128) -> Vector128 {
    vector(numbers(b).replacing(with: numbers(a), where: numbers(a) .> numbers(b)))
  }
  @inline(__always) static func decreased(_ a: Vector128, by constant: UInt64) -> Vector128 {
    Vector128(a.quadwords &- SIMD2(repeating: constant))
  }
  @inline(__always) static var signs: UInt64 { 0x8000_0000_0000_0000 }
}
