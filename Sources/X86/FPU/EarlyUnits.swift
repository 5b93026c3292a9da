import X86Decode

/// Where the 8087 and 80287 differ from the 80387 and later in what their arithmetic makes of operands.
///
/// - Every NaN is an invalid operand; it is delivered as it is (there are no signalling NaNs).
/// - Unnormals and pseudo-zeros are operands. Here they count as the number that they denote, and
///   results are normalized; the 8087 itself carries an unnormal's leading zeros into the result. As a
///   divisor, under a root and as FPREM's modulus an unnormal is invalid, as a denormal is.
/// - While FCW's infinity control says "projective", infinity has no sign: two of them have no sum or
///   difference, it has no square root, and it cannot be compared with a number.
/// - FXTRACT of zero gives zeros, of infinity it is invalid.
/// - Stack faults show in the invalid exception only: FSW has no SF bit, and C1 keeps its value.
///
/// Source: 80387 Programmer's Reference Manual (231917), appendix C; Intel SDM vol. 3, 22.18.
struct EarlyUnit {
  let isProjective: Bool

  /// - Parameter control: FCW.
  init(control: UInt16) { isProjective = control & 0x1000 == 0 }

  /// The answer to operands that later units treat otherwise; nil if the operation may go on with what
  /// is left in `a` and `b`.
  func answer(
    _ operation: Operation, _ a: inout ExtendedReal, _ b: inout ExtendedReal,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal? {
    if let nan = nan(a, b) {
      environment.raise(.invalid)
      return nan
    }
    if refuses(operation, a, b) { return .invalid(&environment) }
    a = Self.normalized(a)
    b = Self.normalized(b)
    guard isProjective else { return nil }
    switch operation {
    case .fadd, .faddp, .fiadd, .fsub, .fsubp, .fisub, .fsubr, .fsubrp, .fisubr:
      return a.isInfinite && b.isInfinite ? .invalid(&environment) : nil
    case .fsqrt: return a.isInfinite ? .invalid(&environment) : nil
    default: return nil
    }
  }

  /// The order of two numbers, or nil to let the comparison go on.
  func order(
    _ a: inout ExtendedReal, _ b: inout ExtendedReal,
    _ environment: inout FloatingPointEnvironment
  ) -> ExtendedReal.Ordering? {
    if nan(a, b) != nil {
      environment.raise(.invalid)
      return .unordered
    }
    a = Self.normalized(a)
    b = Self.normalized(b)
    guard isProjective, a.isInfinite || b.isInfinite else { return nil }
    if a.isInfinite, b.isInfinite { return .equal }
    environment.raise(.invalid)
    return .unordered
  }

  /// Of two NaNs the one with the larger significand.
  private func nan(_ a: ExtendedReal, _ b: ExtendedReal) -> ExtendedReal? {
    switch (Self.isNaN(a), Self.isNaN(b)) {
    case (true, true): a.significand >= b.significand ? a : b
    case (true, false): a
    case (false, true): b
    case (false, false): nil
    }
  }

  private static func isNaN(_ a: ExtendedReal) -> Bool {
    a.signExponent & 0x7FFF == 0x7FFF && a.significand != 1 << 63
  }

  /// Operands that must be normalized by an exception handler first.
  private func refuses(_ operation: Operation, _ a: ExtendedReal, _ b: ExtendedReal) -> Bool {
    func isUnfit(_ x: ExtendedReal) -> Bool {
      (x.isUnsupported && x.significand != 0) || x.isDenormal
    }
    return switch operation {
    case .fdiv, .fdivp, .fidiv: isUnfit(b)
    case .fdivr, .fdivrp, .fidivr: isUnfit(a)
    case .fsqrt: isUnfit(a)
    case .fprem: isUnfit(b)
    default: false
    }
  }

  /// An unnormal as the number it denotes: the exponent goes down with the leading zeros, to a denormal
  /// at the lowest.
  static func normalized(_ a: ExtendedReal) -> ExtendedReal {
    guard a.isUnsupported, a.signExponent & 0x7FFF != 0x7FFF else { return a }
    guard a.significand != 0 else { return .zero(isNegative: a.isNegative) }
    let shift = min(a.significand.leadingZeroBitCount, a.exponent &- 1)
    let significand = a.significand &<< UInt64(truncatingIfNeeded: shift)
    let exponent = significand >> 63 == 0 ? 0 : a.exponent &- shift
    return ExtendedReal(
      significand: significand,
      signExponent: a.signExponent & 0x8000 | UInt16(truncatingIfNeeded: exponent))
  }

  /// FXTRACT's own cases.
  func extract(
    _ a: ExtendedReal, _ environment: inout FloatingPointEnvironment
  ) -> (exponent: ExtendedReal, significand: ExtendedReal)? {
    if a.isZero { return (.positiveZero, a) }
    guard a.isInfinite else { return nil }
    let answer = ExtendedReal.invalid(&environment)
    return (answer, answer)
  }
}

extension CPU {
  /// The unit's peculiarities, if it is an 8087 or 80287.
  var earlyUnit: EarlyUnit? {
    model < .i80386 ? EarlyUnit(control: FPU(state).control) : nil
  }
}
