import X86Decode

/// MUL and IMUL. CF = OF = the upper half is significant. The other flags are undefined: the 8086
/// leaves those of its microcode's last operation (MUL passes the upper half through the ALU, IMUL
/// adds the lower half's sign to it), the 80286 those of the upper half with AF set, later models those
/// of the lower half with AF clear. Recordings confirm the first two for every bit.
extension CPU {
  func multiplyAccumulator(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 1:
      let b: UInt8 = try readOperand(i.pointee.operands.0, i)
      let (high, low) = product(i, register(.rax), b)
      setRegister(.rax, UInt16(high) << 8 | UInt16(low))
    case 2: try multiplyAccumulator(i, UInt16.self)
    case 4: try multiplyAccumulator(i, UInt32.self)
    default: try multiplyAccumulator(i, UInt64.self)
    }
  }

  private func multiplyAccumulator<W: OperandWidth>(
    _ i: InstructionPointer, _: W.Type
  ) throws(Fault) {
    let b: W = try readOperand(i.pointee.operands.0, i)
    let (high, low) = product(i, register(.rax), b)
    setRegister(.rax, low)
    setRegister(.rdx, high)
  }

  private func product<W: OperandWidth>(
    _ i: InstructionPointer, _ a: W, _ b: W
  ) -> (high: W, low: W) {
    guard i.pointee.operation == .mul else {
      // REP sets the latch that holds the product's sign.
      let isRepeated = !i.pointee.prefixes.isDisjoint(with: [.rep, .repne])
      var (high, low) = Self.signedProduct(a, b)
      if isRepeated, model == .i8086 {
        low = 0 &- low
        high = ~high &+ (low == 0 ? 1 : 0)
      }
      charge(
        i,
        iterations: model == .i8086
          ? signedProductClocks(a, b, high, low, isRepeated: isRepeated)
          : Self.significantBits(magnitude(b)))
      setSignedProductFlags(high, low)
      return (high, low)
    }
    let (high, rest) = a.multipliedFullWidth(by: b)
    let low = W(truncatingIfNeeded: rest)
    // The 8086 takes a clock for each 1 bit, and saves one when the upper half is significant.
    charge(
      i,
      iterations: model == .i8086
        ? a.nonzeroBitCount - (high == 0 ? 0 : 1) : Self.significantBits(b))
    setProductFlags(high, low, isWide: high != 0)
    return (high, low)
  }

  private func magnitude<W: OperandWidth>(_ value: W) -> W {
    signExtended(value) < 0 ? 0 &- value : value
  }

  /// What the 8086's IMUL takes beyond its least: a clock for each 1 bit of the accumulator's magnitude,
  /// the signs of the factors, and the negation of the product; a significant upper half saves one.
  /// (Silicon recordings.)
  private func signedProductClocks<W: OperandWidth>(
    _ a: W, _ b: W, _ high: W, _ low: W, isRepeated: Bool
  ) -> Int {
    let isNegative = (signExtended(a) < 0, signExtended(b) < 0)
    let isNegated = (isNegative.0 != isNegative.1) != isRepeated
    let isWide = high &+ (low &>> W(W.bitWidth - 1)) != 0
    return magnitude(a).nonzeroBitCount + (isNegative.0 ? 2 : 0) - (isNegative.1 ? 1 : 0)
      + (isNegated ? 12 : 0) - (isWide ? 1 : 0)
  }

  /// The early-out multiplier looks at three bits at least (80386 PRM, MUL).
  private static func significantBits<W: OperandWidth>(_ multiplier: W) -> Int {
    max(3, W.bitWidth - multiplier.leadingZeroBitCount)
  }

  private static func signedProduct<W: OperandWidth>(_ a: W, _ b: W) -> (high: W, low: W) {
    var (high, low) = a.multipliedFullWidth(by: b)
    if signExtended(a) < 0 { high = high &- b }
    if signExtended(b) < 0 { high = high &- a }
    return (high, W(truncatingIfNeeded: low))
  }

  private func setProductFlags<W: OperandWidth>(_ high: W, _ low: W, isWide: Bool) {
    if model == .i80286 { return setLogicOf286(high, carryAndOverflow: isWide) }
    state.setResult(model < .i80286 ? high : low)
    state.setField(Field.carries, isWide ? 0x8000_0000 : 0 as UInt32)
  }

  private func setSignedProductFlags<W: OperandWidth>(_ high: W, _ low: W) {
    let sign = low &>> W(W.bitWidth - 1)
    let sum = high &+ sign
    guard model < .i80286 else { return setProductFlags(high, low, isWide: sum != 0) }
    state.setAdd(high, sign, sum)
    state.setField(Field.carries, state.carries & 8 | (sum != 0 ? 0x8000_0000 : 0))
  }

  /// What the 80286's multiplications and divisions leave: SF, ZF and PF of `result`, AF set.
  func setLogicOf286<W: OperandWidth>(_ result: W, carryAndOverflow: Bool) {
    state.setResult(result)
    state.setField(Field.carries, 8 | (carryAndOverflow ? 0x8000_0000 : 0) as UInt32)
  }

  /// IMUL with two and three operands, where no handler does it: on the 80186 and 80286, whose flags
  /// are others, and with 64 bits.
  func multiplyGeneric(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 2: try multiplyGeneric(i, UInt16.self)
    case 4: try multiplyGeneric(i, UInt32.self)
    default: try multiplyGeneric(i, UInt64.self)
    }
  }

  private func multiplyGeneric<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let hasImmediate = i.pointee.operands.2.kind == .immediate
    let a: W = try readOperand(hasImmediate ? i.pointee.operands.1 : i.pointee.operands.0, i)
    let b: W = try readOperand(hasImmediate ? i.pointee.operands.2 : i.pointee.operands.1, i)
    let (high, low) = Self.signedProduct(a, b)
    setSignedProductFlags(high, low)
    try writeOperand(i.pointee.operands.0, low, i)
  }
}
