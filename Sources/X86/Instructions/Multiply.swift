import X86Decode

/// MUL, IMUL, DIV, IDIV on the accumulator, and the decimal adjustments.
extension CPU {
  /// CF = OF = the upper half is significant. The other flags are undefined; they follow the lower
  /// half of the result, AF is clear.
  func multiplyAccumulator(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 1:
      let b: UInt8 = try readOperand(i.pointee.operands.0, i)
      let a: UInt8 = register(.rax)
      let product: UInt16
      let isWide: Bool
      if i.pointee.operation == .mul {
        product = UInt16(a) * UInt16(b)
        isWide = product > 0xFF
      } else {
        let signed = Int16(Int8(bitPattern: a)) * Int16(Int8(bitPattern: b))
        product = UInt16(bitPattern: signed)
        isWide = signed != Int16(Int8(truncatingIfNeeded: signed))
      }
      setRegister(.rax, product)
      setProductFlags(UInt8(truncatingIfNeeded: product), isWide)
    case 2: try multiplyAccumulator(i, UInt16.self)
    case 4: try multiplyAccumulator(i, UInt32.self)
    default: try multiplyAccumulator(i, UInt64.self)
    }
  }

  private func multiplyAccumulator<W: OperandWidth>(
    _ i: InstructionPointer, _: W.Type
  ) throws(Fault) {
    let b: W = try readOperand(i.pointee.operands.0, i)
    let a: W = register(.rax)
    var (high, low) = a.multipliedFullWidth(by: b)
    var isWide = high != 0
    let result = W(truncatingIfNeeded: low)
    if i.pointee.operation != .mul {
      if signExtended(a) < 0 { high = high &- b }
      if signExtended(b) < 0 { high = high &- a }
      isWide = high != (signExtended(result) < 0 ? W.max : 0)
    }
    low = W.Magnitude(truncatingIfNeeded: result)
    setRegister(.rax, result)
    setRegister(.rdx, high)
    setProductFlags(result, isWide)
  }

  private func setProductFlags<W: OperandWidth>(_ low: W, _ isWide: Bool) {
    state.setResult(low)
    state.setField(Field.carries, isWide ? 0x8000_0000 : 0 as UInt32)
  }

  /// IMUL with forms that have no handler (64 bits).
  func multiplyGeneric(_ i: InstructionPointer) throws(Fault) {
    let hasImmediate = i.pointee.operands.2.kind == .immediate
    let a: UInt64 = try readOperand(hasImmediate ? i.pointee.operands.1 : i.pointee.operands.0, i)
    let b: UInt64 = try readOperand(hasImmediate ? i.pointee.operands.2 : i.pointee.operands.1, i)
    let result = a &* b
    SignedMultiply.setFlags(state, a, b, result)
    try writeOperand(i.pointee.operands.0, result, i)
  }

  /// DIV, IDIV: #DE for a zero divisor and for a quotient that does not fit. All flags undefined;
  /// they are left alone. On the 8086 and 80186 the quotient 80h (8000h) of IDIV is an error too, and
  /// the saved IP is that of the next instruction.
  func divide(_ i: InstructionPointer) throws(Fault) {
    do throws(Fault) {
      switch i.pointee.operands.0.width {
      case 1:
        let divisor: UInt8 = try readOperand(i.pointee.operands.0, i)
        let dividend: UInt16 = register(.rax)
        let (quotient, remainder) =
          i.pointee.operation == .div
          ? try quotient(dividend >> 8, dividend, divisor)
          : try signedQuotient(dividend >> 8, dividend, divisor)
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
    let high: W = register(.rdx)
    let low: W = register(.rax)
    let (quotient, remainder) =
      i.pointee.operation == .div
      ? try quotient(high, low, divisor) : try signedQuotient(high, low, divisor)
    setRegister(.rax, quotient)
    setRegister(.rdx, remainder)
  }

  private func quotient<W: OperandWidth, V: OperandWidth>(
    _ high: V, _ low: V, _ divisor: W
  ) throws(Fault) -> (W, W) {
    let high = W(truncatingIfNeeded: high)
    guard divisor != 0, high < divisor else { throw .divideError }
    return divisor.dividingFullWidth((high, W.Magnitude(truncatingIfNeeded: low)))
  }

  private func signedQuotient<W: OperandWidth, V: OperandWidth>(
    _ high: V, _ low: V, _ divisor: W
  ) throws(Fault) -> (W, W) {
    var high = W(truncatingIfNeeded: high)
    var low = W(truncatingIfNeeded: low)
    let isNegative = signExtended(high) < 0
    if isNegative {
      low = 0 &- low
      high = ~high &+ (low == 0 ? 1 : 0)
    }
    let divisorIsNegative = signExtended(divisor) < 0
    let magnitude = divisorIsNegative ? 0 &- divisor : divisor
    guard magnitude != 0, high < magnitude else { throw .divideError }
    let (q, r) = magnitude.dividingFullWidth((high, W.Magnitude(truncatingIfNeeded: low)))
    let top = W(1) &<< W(W.bitWidth - 1)
    let quotientIsNegative = isNegative != divisorIsNegative
    if quotientIsNegative ? q > top || (q == top && model < .i80286) : q >= top {
      throw .divideError
    }
    return (quotientIsNegative ? 0 &- q : q, isNegative ? 0 &- r : r)
  }

  // MARK: Decimal

  private func setDecimalFlags(_ result: UInt8, carry: Bool, adjust: Bool) {
    state.setResult(result)
    var word: UInt32 = carry ? 0xC000_0000 : 0  // OF clear: CF xor OF = CF
    if adjust { word |= 8 }
    state.setField(Field.carries, word)
  }

  func decimalAdjustAddition() {
    let old: UInt8 = register(.rax)
    let oldCarry = state.carry
    var al = old
    var adjust = state.carries & 8 != 0
    var carry = false
    if al & 0xF > 9 || adjust {
      al = al &+ 6
      adjust = true
    }
    if old > 0x99 || oldCarry {
      al = al &+ 0x60
      carry = true
    }
    setRegister(.rax, al)
    setDecimalFlags(al, carry: carry, adjust: adjust)
  }

  func decimalAdjustSubtraction() {
    let old: UInt8 = register(.rax)
    let oldCarry = state.carry
    var al = old
    var adjust = state.carries & 8 != 0
    var carry = false
    if al & 0xF > 9 || adjust {
      carry = oldCarry || al < 6
      al = al &- 6
      adjust = true
    }
    if old > 0x99 || oldCarry {
      al = al &- 0x60
      carry = true
    }
    setRegister(.rax, al)
    setDecimalFlags(al, carry: carry, adjust: adjust)
  }

  /// AAA and AAS: the 8086 and 80186 adjust AL and AH apart, the 80286 and later AX as a whole.
  func asciiAdjustAddition() {
    let ax: UInt16 = register(.rax)
    let adjust = ax & 0xF > 9 || state.carries & 8 != 0
    var result = ax
    if adjust {
      result =
        model >= .i80286
        ? ax &+ 0x106 : (ax &+ 0x100) & 0xFF00 | UInt16(UInt8(truncatingIfNeeded: ax) &+ 6)
    }
    setRegister(.rax, result & 0xFF0F)
    setDecimalFlags(UInt8(truncatingIfNeeded: result & 0xF), carry: adjust, adjust: adjust)
  }

  func asciiAdjustSubtraction() {
    let ax: UInt16 = register(.rax)
    let adjust = ax & 0xF > 9 || state.carries & 8 != 0
    var result = ax
    if adjust {
      result =
        model >= .i80286
        ? ax &- 0x106 : (ax &- 0x100) & 0xFF00 | UInt16(UInt8(truncatingIfNeeded: ax) &- 6)
    }
    setRegister(.rax, result & 0xFF0F)
    setDecimalFlags(UInt8(truncatingIfNeeded: result & 0xF), carry: adjust, adjust: adjust)
  }

  /// - Throws: #DE for base 0.
  func asciiAdjustMultiplication(_ base: UInt8) throws(Fault) {
    guard base != 0 else {
      var fault = Fault.divideError
      if model < .i80286 { fault.returnRIP = rip }
      throw fault
    }
    let al: UInt8 = register(.rax)
    setRegister(.rax, UInt16(al / base) << 8 | UInt16(al % base))
    state.setLogic(al % base)
  }

  func asciiAdjustDivision(_ base: UInt8) {
    let ax: UInt16 = register(.rax)
    let al = UInt8(truncatingIfNeeded: ax) &+ UInt8(truncatingIfNeeded: ax >> 8) &* base
    setRegister(.rax, UInt16(al))
    state.setLogic(al)
  }
}
