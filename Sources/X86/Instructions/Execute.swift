import X86Decode

/// Instructions without handlers of their own, executed from their decoded form. Each group is in a
/// file of its own beside this one.
typealias InstructionPointer = UnsafePointer<Instruction>

extension CPU {
  /// Executes a warm instruction: the block goes on behind it.
  func execute(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operation {
    case .add, .or, .adc, .sbb, .and, .sub, .xor, .cmp, .test, .inc, .dec, .neg, .not, .mov:
      // Only odd operand forms come here (none that these models can encode).
      throw .invalidOpcode
    case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar: try shiftOrRotate(i)
    case .setmo: try setMinusOne(i)
    case .shld, .shrd: try doubleShift(i)
    case .mul, .imulAccumulator: try multiplyAccumulator(i)
    case .imul: try multiplyGeneric(i)
    case .div, .idiv: try divide(i)
    case .daa: decimalAdjustAddition()
    case .das: decimalAdjustSubtraction()
    case .aaa: asciiAdjustAddition()
    case .aas: asciiAdjustSubtraction()
    case .aam: try asciiAdjustMultiplication(UInt8(truncatingIfNeeded: i.pointee.immediate))
    case .aad: asciiAdjustDivision(UInt8(truncatingIfNeeded: i.pointee.immediate))
    case .bt, .bts, .btr, .btc: try bitTest(i)
    case .bsf, .bsr: try bitScan(i)
    case .lzcnt: try countLeadingZeros(i)
    case .bswap: swapBytes(i)
    case .movbe: try moveBigEndian(i)
    case .movzx, .movsx, .movsxd: try extend(i)
    case .lea: loadOddAddress(i)
    case .xchg: try exchange(i)
    case .xlat: try translateByte(i)
    case .push: try pushOperand(i)
    case .pop: try popOperand(i)
    case .pusha: try pushAll(i)
    case .popa: try popAll(i)
    case .pushf:
      let size = Int(i.pointee.operandSize)
      try pushValue(try pushedFlags(operandSize: size), operandSize: size)
    case .cwd: extendIntoDX()
    case .lahf:
      state.setRegister(
        GeneralRegister.rax.offset + 1, UInt8(truncatingIfNeeded: state.arithmeticFlags & 0xD5 | 2))
    case .sahf:
      let ah: UInt8 = state.register(GeneralRegister.rax.offset + 1)
      state.setArithmeticFlags(state.arithmeticFlags & ~0xD5 | UInt32(ah) & 0xD5)
    case .salc:
      setRegister(.rax, state.carry ? 0xFF : 0 as UInt8)
      // (Silicon recordings.)
      if model == .i80286 ? !state.carry : model == .i8086 && state.carry { charge(1) }
    case .enter: try enterFrame(i)
    case .leave: try leaveFrame(i)
    case .cmpxchg: try compareExchange(i)
    case .cmpxchg8b: try compareExchange8(i)
    case .xadd: try exchangeAdd(i)
    case .setcc:
      try writeOperand(
        i.pointee.operands.0, state.condition(i.pointee.condition) ? 1 : 0 as UInt8, i)
    case .cmovcc: try conditionalMove(i)
    case .movFromSegment: try storeSegment(i)
    case .pushSegment: try pushSegmentRegister(i)
    case .bound: try checkBounds(i)
    case .lar, .lsl, .verr, .verw, .arpl, .sldt, .str, .smsw, .sgdt, .sidt, .movFromCR, .movFromTR,
      .cpuid, .invd, .wbinvd:
      try executeProtection(i)
    case .wait: try waitForCoprocessor()
    case .escape: try coprocessorEscape(i)
    default:
      let isDone = Lowering.isVector(i.pointee.operation) ? try executeVector(i) : try executeFPU(i)
      guard isDone else { throw .invalidOpcode }
    }
  }

  // MARK: Operands

  /// The memory operand's offset, wrapped at the address size.
  func effectiveOffset(_ i: InstructionPointer) -> UInt64 {
    var sum = UInt64(bitPattern: i.pointee.displacement)
    if i.pointee.base == Instruction.instructionPointer {
      sum &+= rip
    } else if i.pointee.base < 16 {
      sum &+= state.register(UInt8(Field.registers) + i.pointee.base * 8, as: UInt64.self)
    }
    if i.pointee.index < 16 {
      sum &+=
        state.register(UInt8(Field.registers) + i.pointee.index * 8, as: UInt64.self)
        &<< UInt64(i.pointee.scale)
    }
    return sum & Self.mask(bytes: i.pointee.addressSize)
  }

  static func mask(bytes: UInt8) -> UInt64 {
    bytes >= 8 ? .max : (1 << UInt64(bytes * 8)) - 1
  }

  func registerOffset(_ o: Operand) -> UInt8 {
    o.kind == .highByte
      ? UInt8(Field.registers) + (o.number & 3) * 8 + 1
      : UInt8(Field.registers) + (o.number & 15) * 8
  }

  func readOperand<W: OperandWidth>(
    _ o: Operand, _ i: InstructionPointer, as: W.Type = W.self
  ) throws(Fault) -> W {
    switch o.kind {
    case .register, .highByte: return state.register(registerOffset(o))
    case .memory: return try read(SegmentSlot(i.pointee.segment), effectiveOffset(i))
    case .immediate: return W(truncatingIfNeeded: i.pointee.immediate)
    case .constant: return W(truncatingIfNeeded: o.number)
    default: throw .invalidOpcode
    }
  }

  func writeOperand<W: OperandWidth>(
    _ o: Operand, _ value: W, _ i: InstructionPointer
  ) throws(Fault) {
    switch o.kind {
    case .register, .highByte: state.setRegister(registerOffset(o), value)
    case .memory: try write(SegmentSlot(i.pointee.segment), effectiveOffset(i), value)
    default: throw .invalidOpcode
    }
  }

  /// Reads an operand that will be written: a page that cannot be written faults here, as a write.
  func readToModify<W: OperandWidth>(
    _ o: Operand, _ i: InstructionPointer, as: W.Type = W.self
  ) throws(Fault) -> W {
    if o.kind == .memory, model >= .i80286 {
      try probeWrite(
        SegmentSlot(i.pointee.segment), effectiveOffset(i), byteCount: W.bitWidth / 8)
    }
    return try readOperand(o, i)
  }

  /// An operand of the instruction's width, zero-extended.
  func readAnyWidth(_ o: Operand, _ i: InstructionPointer) throws(Fault) -> UInt64 {
    switch o.width {
    case 1: UInt64(try readOperand(o, i, as: UInt8.self))
    case 2: UInt64(try readOperand(o, i, as: UInt16.self))
    case 4: UInt64(try readOperand(o, i, as: UInt32.self))
    default: try readOperand(o, i, as: UInt64.self)
    }
  }

  func writeAnyWidth(_ o: Operand, _ value: UInt64, _ i: InstructionPointer) throws(Fault) {
    switch o.width {
    case 1: try writeOperand(o, UInt8(truncatingIfNeeded: value), i)
    case 2: try writeOperand(o, UInt16(truncatingIfNeeded: value), i)
    case 4: try writeOperand(o, UInt32(truncatingIfNeeded: value), i)
    default: try writeOperand(o, value, i)
    }
  }
}
