import X86Decode

// The decimal adjustments. What the manual leaves undefined is as silicon has it where recordings
// tell (8086, 80286): the adjustment is one addition or subtraction, and the flags are that one's.
extension CPU {
  /// CWD, where no handler does it: the 8086's microcode takes a clock more for a negative accumulator.
  func extendIntoDX() {
    let isNegative = Int16(bitPattern: register(.rax)) < 0
    setRegister(.rdx, isNegative ? 0xFFFF : 0 as UInt16)
    if isNegative { charge(1) }
  }

  /// AF and CF as decided, the other flags as they are now.
  private func setAdjustFlags(carry: Bool, adjust: Bool) {
    state.setArithmeticFlags(
      state.arithmeticFlags & ~0x11 | (carry ? 1 : 0) | (adjust ? 0x10 : 0))
  }

  /// What DAA and DAS correct AL by. The 8086 and 80186 allow for the AF adjustment when they judge
  /// the upper digit; later models look at AL alone.
  private func decimalCorrection(_ al: UInt8) -> (value: UInt8, carry: Bool, adjust: Bool) {
    let isAdjusted = state.carries & 8 != 0
    let adjust = al & 0xF > 9 || isAdjusted
    let highest: UInt8 = model < .i80286 && isAdjusted ? 0x9F : 0x99
    let carry = al > highest || state.carry
    return ((adjust ? 6 : 0) + (carry ? 0x60 : 0), carry, adjust)
  }

  func decimalAdjustAddition() {
    let al: UInt8 = register(.rax)
    let correction = decimalCorrection(al)
    let result = al &+ correction.value
    setRegister(.rax, result)
    state.setAdd(al, correction.value, result)
    setAdjustFlags(carry: correction.carry, adjust: correction.adjust)
  }

  /// From the 80286 on a borrow out of the lower digit's correction sets CF, too.
  func decimalAdjustSubtraction() {
    let al: UInt8 = register(.rax)
    let correction = decimalCorrection(al)
    let result = al &- correction.value
    setRegister(.rax, result)
    state.setSubtract(al, correction.value, result)
    let borrows = model >= .i80286 && al < correction.value
    setAdjustFlags(carry: correction.carry || borrows, adjust: correction.adjust)
  }

  /// AAA and AAS: the 8086 and 80186 adjust AL and AH apart, the 80286 and later AX as a whole.
  func asciiAdjustAddition() {
    let ax: UInt16 = register(.rax)
    let al = UInt8(truncatingIfNeeded: ax)
    let adjust = al & 0xF > 9 || state.carries & 8 != 0
    if model == .i8086, !adjust { charge(1) }
    let correction: UInt8 = adjust ? 6 : 0
    var result = ax
    if adjust {
      result = model >= .i80286 ? ax &+ 0x106 : (ax &+ 0x100) & 0xFF00 | UInt16(al &+ 6)
    }
    setRegister(.rax, result & 0xFF0F)
    state.setAdd(al, correction, al &+ correction)
    setAdjustFlags(carry: adjust, adjust: adjust)
  }

  func asciiAdjustSubtraction() {
    let ax: UInt16 = register(.rax)
    let al = UInt8(truncatingIfNeeded: ax)
    let adjust = al & 0xF > 9 || state.carries & 8 != 0
    if model == .i8086, !adjust { charge(1) }
    let correction: UInt8 = adjust ? 6 : 0
    var result = ax
    if adjust {
      result = model >= .i80286 ? ax &- 0x106 : (ax &- 0x100) & 0xFF00 | UInt16(al &- 6)
    }
    setRegister(.rax, result & 0xFF0F)
    state.setSubtract(al, correction, al &- correction)
    setAdjustFlags(carry: adjust, adjust: adjust)
  }

  /// - Throws: #DE for base 0.
  func asciiAdjustMultiplication(_ base: UInt8) throws(Fault) {
    guard base != 0 else {
      var fault = Fault.divideError
      if model < .i80286 { fault.returnRIP = rip }
      // Less than DIV saves: two of its microsteps before the division are not here. (Not recorded.)
      if model == .i8086 { charge(2 - Self.unusedDivisionClocks(UInt8.self)) }
      throw fault
    }
    let al: UInt8 = register(.rax)
    // What the division takes depends on the quotient's bits.
    if model == .i8086 { _ = try divideInMicrocode(0, al, base) }
    setRegister(.rax, UInt16(al / base) << 8 | UInt16(al % base))
    state.setLogic(al % base)
  }

  /// The flags of the addition that ends it; the 80286 sets OF along with CF. From the 80386 on CF,
  /// OF and AF are cleared.
  func asciiAdjustDivision(_ base: UInt8) {
    let ax: UInt16 = register(.rax)
    let al = UInt8(truncatingIfNeeded: ax)
    let tens = UInt8(truncatingIfNeeded: ax >> 8) &* base
    let result = al &+ tens
    setRegister(.rax, UInt16(result))
    guard model <= .i80286 else { return state.setLogic(result) }
    state.setAdd(al, tens, result)
    guard model == .i80286 else { return }
    let overflow = EFlags.of.rawValue
    state.setArithmeticFlags(
      state.arithmeticFlags & ~overflow | (state.carry ? overflow : 0))
  }
}
