import X86Decode

/// Shifts and rotates in every form: memory, any count, the 8086's unmasked count, SHLD and SHRD.
/// They go step by step, as the microcode of the older parts did, so that flags come out of it the way
/// silicon makes them also where the manual leaves them open.
extension CPU {
  func shiftOrRotate(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 1: try shiftOrRotate(i, UInt8.self)
    case 2: try shiftOrRotate(i, UInt16.self)
    case 4: try shiftOrRotate(i, UInt32.self)
    default: try shiftOrRotate(i, UInt64.self)
    }
  }

  private func shiftOrRotate<W: OperandWidth>(
    _ i: InstructionPointer, _: W.Type
  ) throws(Fault) {
    let target = i.pointee.operands.0
    var count = try readOperand(i.pointee.operands.1, i, as: UInt8.self)
    // Source: iAPX 186 manual: counts are masked to five bits; the 8086 takes all eight.
    if model >= .i80186 { count &= W.bitWidth == 64 ? 63 : 31 }
    var value: W = try readToModify(target, i)
    if i.pointee.operands.1.kind == .register {
      charge(i, iterations: Int(count))
      if model == .i80286, count == 0, target.kind == .memory { chargeUnshifted(i) }
    }
    guard count > 0 else { return try writeOperand(target, value, i) }
    let topShift = W(W.bitWidth - 1)
    var carry: W = state.carry ? 1 : 0
    let operation = i.pointee.operation
    var overflow: W = 0
    for _ in 0..<count {
      let top = value &>> topShift
      switch operation {
      case .rol:
        value = value &<< 1 | top
        carry = top
      case .rcl:
        value = value &<< 1 | carry
        carry = top
      case .shl:
        value = value &<< 1
        carry = top
      case .ror:
        carry = value & 1
        value = value &>> 1 | carry &<< topShift
      case .rcr:
        let out = value & 1
        value = value &>> 1 | carry &<< topShift
        carry = out
      case .shr:
        carry = value & 1
        value = value &>> 1
      default:  // SAR
        carry = value & 1
        value = value &>> 1 | top &<< topShift
      }
    }
    switch operation {
    case .rol, .rcl, .shl: overflow = carry ^ (value &>> topShift)
    default: overflow = (value &>> topShift) ^ (value &>> (topShift &- 1))
    }
    try writeOperand(target, value, i)
    switch operation {
    case .rol, .ror, .rcl, .rcr: state.setRotate(carryOut: carry, overflow: overflow)
    default:
      state.setShift(value, carryOut: carry, overflow: overflow)
      if model <= .i80286, shiftSetsAdjust(operation, UInt8(truncatingIfNeeded: value)) {
        state.setField(Field.carries, state.carries | 8)
      }
    }
  }

  /// The 80286 finds out that CL is 0 and is through with it sooner; an odd word is not written in
  /// halves either. (Silicon recordings.)
  private func chargeUnshifted(_ i: InstructionPointer) {
    let isSplit = i.pointee.operands.0.width > 1 && isOperandOdd(i)
    charge(-Int64(Decoder.unshiftedSaving) - (isSplit ? 1 : 0))
  }

  /// AF after a shift, undefined by the manual. Up to the 80286 SHL adds the operand to itself; SHR
  /// and SAR set AF on the 80286 and clear it before. (Silicon recordings.)
  private func shiftSetsAdjust(_ operation: Operation, _ result: UInt8) -> Bool {
    operation == .shl ? result & 0x10 != 0 : model == .i80286
  }

  /// SETMO, SETMOC: the 8086's shift group, /6: all ones, flags as OR of the result.
  func setMinusOne(_ i: InstructionPointer) throws(Fault) {
    let target = i.pointee.operands.0
    if i.pointee.operands.1.kind == .register {
      let count = try readOperand(i.pointee.operands.1, i, as: UInt8.self)
      charge(i, iterations: Int(count))
      guard count > 0 else { return }
    }
    if target.width == 1 {
      try writeOperand(target, UInt8.max, i)
      state.setLogic(UInt8.max)
    } else {
      try writeOperand(target, UInt16.max, i)
      state.setLogic(UInt16.max)
    }
  }

  /// SHLD, SHRD. Counts beyond a 16-bit operand's width are undefined: the pattern goes round.
  func doubleShift(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 2: try doubleShift(i, UInt16.self)
    case 4: try doubleShift(i, UInt32.self)
    default: try doubleShift(i, UInt64.self)
    }
  }

  private func doubleShift<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let target = i.pointee.operands.0
    let count =
      try readOperand(i.pointee.operands.2, i, as: UInt8.self) & (W.bitWidth == 64 ? 63 : 31)
    var value: W = try readToModify(target, i)
    guard count > 0 else { return try writeOperand(target, value, i) }
    var filler: W = try readOperand(i.pointee.operands.1, i)
    let topShift = W(W.bitWidth - 1)
    let before = value &>> topShift
    var carry: W = 0
    for _ in 0..<count {
      if i.pointee.operation == .shld {
        carry = value &>> topShift
        value = value &<< 1 | filler &>> topShift
        filler = filler &<< 1 | filler &>> topShift
      } else {
        carry = value & 1
        value = value &>> 1 | filler &<< topShift
        filler = filler &>> 1 | filler &<< topShift
      }
    }
    try writeOperand(target, value, i)
    state.setShift(value, carryOut: carry, overflow: before ^ (value &>> topShift))
  }
}
