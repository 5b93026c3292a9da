import X86Decode

// DIV and IDIV on the accumulator. All flags are undefined. The 8086 and 80286 leave those of their
// last steps behind, which recordings of silicon confirm for every bit; later models keep the flags.
extension CPU {
  /// - Throws: #DE for a zero divisor and for a quotient that does not fit. On the 8086 and 80186 the
  ///   quotient 80h (8000h) of IDIV is an error too, and the saved IP is that of the next instruction.
  func divide(_ i: InstructionPointer) throws(Fault) {
    do throws(Fault) {
      switch i.pointee.operands.0.width {
      case 1:
        let divisor: UInt8 = try readOperand(i.pointee.operands.0, i)
        let dividend: UInt16 = register(.rax)
        let (quotient, remainder) = try divide(
          i, UInt8(truncatingIfNeeded: dividend >> 8), UInt8(truncatingIfNeeded: dividend), divisor)
        setRegister(.rax, UInt16(quotient) | UInt16(remainder) << 8)
      case 2: try divide(i, UInt16.self)
      case 4: try divide(i, UInt32.self)
      default: try divide(i, UInt64.self)
      }
    } catch {
      guard error.vector == 0, model < .i80286 else { throw error }
      var late = error
      late.returnRIP = rip
      throw late
    }
  }

  private func divide<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let divisor: W = try readOperand(i.pointee.operands.0, i)
    let (quotient, remainder) = try divide(i, register(.rdx), register(.rax), divisor)
    setRegister(.rax, quotient)
    setRegister(.rdx, remainder)
  }

  private func divide<W: OperandWidth>(
    _ i: InstructionPointer, _ high: W, _ low: W, _ divisor: W
  ) throws(Fault) -> (quotient: W, remainder: W) {
    let isSigned = i.pointee.operation == .idiv
    if model < .i80286 {
      guard isSigned else { return try divideInMicrocode(high, low, divisor) }
      // REP sets the very latch that holds the quotient's sign.
      let isRepeated = !i.pointee.prefixes.isDisjoint(with: [.rep, .repne])
      return try divideSignedInMicrocode(
        high, low, divisor, negating: isRepeated && model == .i8086)
    }
    let quotient: W
    let remainder: W
    do throws(Fault) {
      (quotient, remainder) =
        isSigned
        ? try signedQuotient(high, low, divisor) : try unsignedQuotient(high, low, divisor)
    } catch {
      if model == .i80286 { setFailedDivisionFlags(high, low, divisor, isSigned: isSigned) }
      throw error
    }
    if model == .i80286 {
      let top = W(W.bitWidth - 1)
      let carry: Bool
      if isSigned {
        carry = divisor >> top == 0
      } else {
        // The borrow of the last step's comparison, which forgets a bit shifted out at the top.
        let compared = quotient & 1 != 0 ? remainder &+ divisor : remainder
        carry = compared < divisor
      }
      setLogicOf286(remainder, carryAndOverflow: carry)
    }
    return (quotient, remainder)
  }

  private func unsignedQuotient<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W
  ) throws(Fault) -> (W, W) {
    guard divisor != 0, high < divisor else { throw .divideError }
    return divisor.dividingFullWidth((high, W.Magnitude(truncatingIfNeeded: low)))
  }

  private func signedQuotient<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W
  ) throws(Fault) -> (W, W) {
    let dividend = Self.magnitude(high, low)
    let divisorIsNegative = signExtended(divisor) < 0
    let magnitude = divisorIsNegative ? 0 &- divisor : divisor
    let (q, r) = try unsignedQuotient(dividend.high, dividend.low, magnitude)
    let top = W(1) &<< W(W.bitWidth - 1)
    let quotientIsNegative = dividend.wasNegative != divisorIsNegative
    if quotientIsNegative ? q > top : q >= top { throw .divideError }
    return (quotientIsNegative ? 0 &- q : q, dividend.wasNegative ? 0 &- r : r)
  }

  /// The double-width magnitude of a signed number.
  private static func magnitude<W: OperandWidth>(
    _ high: W, _ low: W
  ) -> (high: W, low: W, wasNegative: Bool) {
    guard signExtended(high) < 0 else { return (high, low, false) }
    let negated = 0 &- low
    return (~high &+ (negated == 0 ? 1 : 0), negated, true)
  }

  // MARK: The 80286's divider

  /// What the 80286's divider leaves in the flags when the quotient does not fit. (Silicon recordings.)
  ///
  /// It goes through its steps all the same, shifting, comparing and subtracting. DIV compares before the
  /// first shift as well, and traps with the flags of its last comparison but one. IDIV works on the
  /// magnitudes, forgets bits shifted out at the top, and leaves the flags of the remainder with its
  /// sign, and in CF and OF the carry of comparing it with the divisor.
  private func setFailedDivisionFlags<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W, isSigned: Bool
  ) {
    guard isSigned else {
      let step = dividerSteps(
        high >= divisor ? high &- divisor : high, low, divisor, count: W.bitWidth - 1,
        keepsCarry: true)
      return state.setSubtract(step.compared, divisor, step.compared &- divisor)
    }
    let dividend = Self.magnitude(high, low)
    let divisorIsNegative = signExtended(divisor) < 0
    let magnitude = divisorIsNegative ? 0 &- divisor : divisor
    let remainder = dividerSteps(
      dividend.high, dividend.low, magnitude, count: W.bitWidth, keepsCarry: false
    ).remainder
    setLogicOf286(
      dividend.wasNegative ? 0 &- remainder : remainder,
      carryAndOverflow: divisorIsNegative == (remainder >= magnitude))
  }

  /// `count` steps of a restoring division.
  /// - Parameter keepsCarry: whether a bit shifted out at the top counts in the comparison.
  /// - Returns: the remainder, and what the last step compared with the divisor.
  private func dividerSteps<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W, count: Int, keepsCarry: Bool
  ) -> (remainder: W, compared: W) {
    let top = W(W.bitWidth - 1)
    var remainder = high
    var rest = low
    var compared = high
    for _ in 0..<count {
      let out = remainder &>> top
      compared = remainder &<< 1 | rest &>> top
      rest = rest &<< 1
      let subtracts = compared >= divisor || (keepsCarry && out != 0)
      remainder = subtracts ? compared &- divisor : compared
    }
    return (remainder, compared)
  }

  // MARK: The 8086's microcode

  /// What a division that fails at once saves: its rounds, eight clocks each. (Silicon recordings.)
  static func unusedDivisionClocks<W: OperandWidth>(_: W.Type) -> Int64 {
    8 * Int64(W.bitWidth) - 1
  }

  /// The division routine that DIV and IDIV share: shift, compare, subtract, with the quotient
  /// collected in complement. Flags are those of the last comparison that was made (a bit shifted out
  /// at the top goes without one), CF the complement of the quotient's top bit.
  func divideInMicrocode<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W
  ) throws(Fault) -> (quotient: W, remainder: W) {
    state.setSubtract(high, divisor, high &- divisor)
    guard high < divisor else {
      if model == .i8086 { charge(-Self.unusedDivisionClocks(W.self)) }
      throw .divideError
    }
    let top = W(W.bitWidth - 1)
    var remainder = high
    var complement = low
    var compared = high
    var carry: W = 1
    var subtractions: Int64 = 0
    for _ in 0..<W.bitWidth {
      let bit = complement &>> top
      complement = complement &<< 1 | carry
      let out = remainder &>> top
      remainder = remainder &<< 1 | bit
      if out != 0 {
        carry = 0
      } else {
        compared = remainder
        carry = remainder < divisor ? 1 : 0
        if carry == 0 { subtractions &+= 1 }
      }
      if carry == 0 { remainder = remainder &- divisor }
    }
    complement = complement &<< 1 | carry
    // A subtraction after a comparison takes a jump more; the loop ends two clocks earlier without.
    if model == .i8086 { charge(subtractions &- (carry == 0 ? 0 : 2)) }
    state.setSubtract(compared, divisor, compared &- divisor)
    state.setArithmeticFlags(
      state.arithmeticFlags & ~1 | UInt32(truncatingIfNeeded: complement &>> top))
    return (~complement, remainder)
  }

  /// IDIV: the magnitudes are divided, the quotient must fit in one bit less, signs come last. CF and
  /// OF end cleared.
  private func divideSignedInMicrocode<W: OperandWidth>(
    _ high: W, _ low: W, _ divisor: W, negating: Bool
  ) throws(Fault) -> (quotient: W, remainder: W) {
    let dividend = Self.magnitude(high, low)
    let divisorIsNegative = signExtended(divisor) < 0
    if model == .i8086 {
      charge((dividend.wasNegative ? 4 : 0) &- (divisorIsNegative ? 1 : 0))
    }
    let q: W
    let r: W
    do throws(Fault) {
      (q, r) = try divideInMicrocode(
        dividend.high, dividend.low, divisorIsNegative ? 0 &- divisor : divisor)
    } catch {
      // Nor are the signs seen to.
      if model == .i8086 { charge(-11) }
      throw error
    }
    guard signExtended(q) >= 0 else {
      if model == .i8086 { charge(-1) }
      throw .divideError
    }
    state.setArithmeticFlags(state.arithmeticFlags & ~(1 | EFlags.of.rawValue))
    let quotientIsNegative = (dividend.wasNegative != divisorIsNegative) != negating
    return (quotientIsNegative ? 0 &- q : q, dividend.wasNegative ? 0 &- r : r)
  }
}
