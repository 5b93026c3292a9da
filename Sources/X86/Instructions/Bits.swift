import X86Decode

/// BT and its kin, BSF, BSR, LZCNT, BSWAP, MOVBE, CMPXCHG, XADD, XCHG with memory, MOVZX and MOVSX odd forms.
extension CPU {
  /// BT BTS BTR BTC: CF := the bit. With a register index the memory operand is a bit string that
  /// reaches 2 GiB both ways. The other flags are left alone.
  func bitTest(_ i: InstructionPointer) throws(Fault) {
    let target = i.pointee.operands.0
    let bits = UInt64(target.width) * 8
    let index = i.pointee.operands.1
    var bit = try readAnyWidth(index, i)
    let value: UInt64
    var offset: UInt64 = 0
    let slot = SegmentSlot(i.pointee.segment)
    if target.kind == .memory {
      offset = effectiveOffset(i)
      if index.kind == .register {
        let signed: Int64 =
          index.width == 2
          ? Int64(Int16(truncatingIfNeeded: bit))
          : index.width == 4 ? Int64(Int32(truncatingIfNeeded: bit)) : Int64(bitPattern: bit)
        let units = signed >> (target.width == 2 ? 4 : target.width == 4 ? 5 : 6)
        offset =
          (offset &+ UInt64(bitPattern: units &* Int64(target.width)))
          & Self.mask(bytes: i.pointee.addressSize)
      }
      if i.pointee.operation != .bt {
        try probeWrite(slot, offset, byteCount: Int(target.width))
      }
      value =
        target.width == 2
        ? UInt64(try read(slot, offset, as: UInt16.self))
        : target.width == 4
          ? UInt64(try read(slot, offset, as: UInt32.self))
          : try read(slot, offset, as: UInt64.self)
    } else {
      value = try readAnyWidth(target, i)
    }
    bit &= bits - 1
    let isSet = value >> bit & 1 != 0
    let result: UInt64
    switch i.pointee.operation {
    case .bts: result = value | 1 << bit
    case .btr: result = value & ~(1 << bit)
    case .btc: result = value ^ 1 << bit
    default: result = value
    }
    if i.pointee.operation != .bt {
      if target.kind == .memory {
        switch target.width {
        case 2: try write(slot, offset, UInt16(truncatingIfNeeded: result))
        case 4: try write(slot, offset, UInt32(truncatingIfNeeded: result))
        default: try write(slot, offset, result)
        }
      } else {
        try writeAnyWidth(target, result, i)
      }
    }
    state.setArithmeticFlags(state.arithmeticFlags & ~1 | (isSet ? 1 : 0))
  }

  /// ZF := source is 0, and then the destination keeps its value, as silicon does.
  func bitScan(_ i: InstructionPointer) throws(Fault) {
    let source = try readAnyWidth(i.pointee.operands.1, i)
    let flags = state.arithmeticFlags
    guard source != 0 else { return state.setArithmeticFlags(flags | EFlags.zf.rawValue) }
    let position =
      i.pointee.operation == .bsf ? source.trailingZeroBitCount : 63 - source.leadingZeroBitCount
    let passed =
      i.pointee.operation == .bsf
      ? position : Int(i.pointee.operands.1.width) * 8 - 1 - position
    charge(i, iterations: passed)
    try writeAnyWidth(i.pointee.operands.0, UInt64(position), i)
    state.setArithmeticFlags(flags & ~EFlags.zf.rawValue)
  }

  /// LZCNT: ZF := the result is 0, CF := the source is 0; the other flags are undefined and kept.
  func countLeadingZeros(_ i: InstructionPointer) throws(Fault) {
    let source = try readAnyWidth(i.pointee.operands.1, i)
    let bits = Int(i.pointee.operands.1.width) * 8
    let count = source.leadingZeroBitCount - (64 - bits)
    try writeAnyWidth(i.pointee.operands.0, UInt64(count), i)
    let changed = EFlags.zf.rawValue | EFlags.cf.rawValue
    state.setArithmeticFlags(
      state.arithmeticFlags & ~changed | (count == 0 ? EFlags.zf.rawValue : 0)
        | (source == 0 ? EFlags.cf.rawValue : 0))
  }

  /// MOVBE: a move to or from memory with the bytes in reverse.
  func moveBigEndian(_ i: InstructionPointer) throws(Fault) {
    let value = try readAnyWidth(i.pointee.operands.1, i)
    let unused = 64 - UInt64(i.pointee.operands.1.width) * 8
    try writeAnyWidth(i.pointee.operands.0, value.byteSwapped >> unused, i)
  }

  /// BSWAP of a 16-bit register is undefined; silicon gives zero.
  func swapBytes(_ i: InstructionPointer) {
    let target = registerOffset(i.pointee.operands.0)
    switch i.pointee.operands.0.width {
    case 2: state.setRegister(target, 0 as UInt16)
    case 4: state.setRegister(target, state.register(target, as: UInt32.self).byteSwapped)
    default: state.setRegister(target, state.register(target, as: UInt64.self).byteSwapped)
    }
  }

  func extend(_ i: InstructionPointer) throws(Fault) {
    let source = i.pointee.operands.1
    var value = try readAnyWidth(source, i)
    if i.pointee.operation != .movzx {
      switch source.width {
      case 1: value = UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: value)))
      case 2: value = UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: value)))
      default: value = UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: value)))
      }
    }
    try writeAnyWidth(i.pointee.operands.0, value, i)
  }

  func conditionalMove(_ i: InstructionPointer) throws(Fault) {
    let value = try readAnyWidth(i.pointee.operands.1, i)
    // A false condition still clears the upper half of a 64-bit register.
    let kept = try readAnyWidth(i.pointee.operands.0, i)
    try writeAnyWidth(
      i.pointee.operands.0, state.condition(i.pointee.condition) ? value : kept, i)
  }

  /// LEA with a register operand: the 8086 gives whatever the address unit held last, which we take
  /// to be the register's own value.
  func loadOddAddress(_ i: InstructionPointer) {
    let target = registerOffset(i.pointee.operands.0)
    guard i.pointee.operands.1.kind == .memory else { return }
    switch i.pointee.operands.0.width {
    case 2: state.setRegister(target, UInt16(truncatingIfNeeded: effectiveOffset(i)))
    case 4: state.setRegister(target, UInt32(truncatingIfNeeded: effectiveOffset(i)))
    default: state.setRegister(target, effectiveOffset(i))
    }
  }

  func exchange(_ i: InstructionPointer) throws(Fault) {
    let (a, b) = (i.pointee.operands.0, i.pointee.operands.1)
    let memory = a.kind == .memory ? a : b
    let register = a.kind == .memory ? b : a
    switch memory.width {
    case 1: try exchange(memory, register, i, UInt8.self)
    case 2: try exchange(memory, register, i, UInt16.self)
    case 4: try exchange(memory, register, i, UInt32.self)
    default: try exchange(memory, register, i, UInt64.self)
    }
  }

  private func exchange<W: OperandWidth>(
    _ memory: Operand, _ register: Operand, _ i: InstructionPointer, _: W.Type
  ) throws(Fault) {
    let old: W = try readToModify(memory, i)
    try writeOperand(memory, try readOperand(register, i, as: W.self), i)
    try writeOperand(register, old, i)
  }

  func compareExchange(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 1: try compareExchange(i, UInt8.self)
    case 2: try compareExchange(i, UInt16.self)
    case 4: try compareExchange(i, UInt32.self)
    default: try compareExchange(i, UInt64.self)
    }
  }

  /// The destination is written in either case, with its own value when the comparison fails.
  private func compareExchange<W: OperandWidth>(
    _ i: InstructionPointer, _: W.Type
  ) throws(Fault) {
    let target = i.pointee.operands.0
    let accumulator: W = register(.rax)
    let old: W = try readToModify(target, i)
    if old == accumulator {
      try writeOperand(target, try readOperand(i.pointee.operands.1, i, as: W.self), i)
    } else {
      if target.kind == .memory { try writeOperand(target, old, i) }
      setRegister(.rax, old)
    }
    state.setSubtract(accumulator, old, accumulator &- old)
  }

  func compareExchange8(_ i: InstructionPointer) throws(Fault) {
    if i.pointee.operands.0.width == 16 { return try compareExchange16(i) }
    let target = i.pointee.operands.0
    let old: UInt64 = try readToModify(target, i)
    let expected =
      UInt64(register(.rdx, as: UInt32.self)) << 32 | UInt64(register(.rax, as: UInt32.self))
    let flags = state.arithmeticFlags
    if old == expected {
      let new =
        UInt64(register(.rcx, as: UInt32.self)) << 32 | UInt64(register(.rbx, as: UInt32.self))
      try writeOperand(target, new, i)
      state.setArithmeticFlags(flags | EFlags.zf.rawValue)
    } else {
      try writeOperand(target, old, i)
      setRegister(.rax, UInt32(truncatingIfNeeded: old))
      setRegister(.rdx, UInt32(truncatingIfNeeded: old >> 32))
      state.setArithmeticFlags(flags & ~EFlags.zf.rawValue)
    }
  }

  /// CMPXCHG16B: RDX:RAX against 16 bytes, which must be aligned.
  func compareExchange16(_ i: InstructionPointer) throws(Fault) {
    let slot = SegmentSlot(i.pointee.segment)
    let offset = effectiveOffset(i)
    let linear = try linearAddress(slot, offset, byteCount: 16, writing: true)
    guard linear & 15 == 0 else { throw .protection(0) }
    try probeLinear(linear, byteCount: 16, writing: true, user: isUser)
    let low: UInt64 = try readLinear(linear, user: isUser)
    let high: UInt64 = try readLinear(linear &+ 8, user: isUser)
    let flags = state.arithmeticFlags
    let isEqual = low == register(.rax) && high == register(.rdx)
    // The destination is written in either case.
    try writeLinear(linear, isEqual ? register(.rbx) : low, user: isUser)
    try writeLinear(linear &+ 8, isEqual ? register(.rcx) : high, user: isUser)
    if isEqual {
      state.setArithmeticFlags(flags | EFlags.zf.rawValue)
    } else {
      setRegister(.rax, low)
      setRegister(.rdx, high)
      state.setArithmeticFlags(flags & ~EFlags.zf.rawValue)
    }
  }

  func exchangeAdd(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operands.0.width {
    case 1: try exchangeAdd(i, UInt8.self)
    case 2: try exchangeAdd(i, UInt16.self)
    case 4: try exchangeAdd(i, UInt32.self)
    default: try exchangeAdd(i, UInt64.self)
    }
  }

  private func exchangeAdd<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let (target, source) = (i.pointee.operands.0, i.pointee.operands.1)
    let a: W = try readToModify(target, i)
    let b: W = try readOperand(source, i)
    let sum = a &+ b
    if target.kind == .memory {
      try writeOperand(target, sum, i)
      try writeOperand(source, a, i)
    } else {
      try writeOperand(source, a, i)
      try writeOperand(target, sum, i)
    }
    state.setAdd(a, b, sum)
  }

  func translateByte(_ i: InstructionPointer) throws(Fault) {
    let al: UInt8 = register(.rax)
    let offset =
      (effectiveOffset(i) &+ UInt64(al)) & Self.mask(bytes: i.pointee.addressSize)
    setRegister(.rax, try read(SegmentSlot(i.pointee.segment), offset, as: UInt8.self))
  }

  ///
  /// The 80286 does not get to the upper bound when the index is below the lower one.
  /// - Throws: #BR when the index is outside the bounds, inclusive.
  func checkBounds(_ i: InstructionPointer) throws(Fault) {
    let slot = SegmentSlot(i.pointee.segment)
    let offset = effectiveOffset(i)
    let mask = Self.mask(bytes: i.pointee.addressSize)
    let isInside: Bool
    if i.pointee.operandSize == 2 {
      let index = Int16(bitPattern: try readOperand(i.pointee.operands.0, i, as: UInt16.self))
      let low = Int16(bitPattern: try read(slot, offset, as: UInt16.self))
      let high = Int16(bitPattern: try read(slot, (offset &+ 2) & mask, as: UInt16.self))
      // (Silicon recordings.)
      if model == .i80286, index < low { charge(-Self.lowerBoundSaving) }
      isInside = index >= low && index <= high
    } else {
      let index = Int32(bitPattern: try readOperand(i.pointee.operands.0, i, as: UInt32.self))
      let low = Int32(bitPattern: try read(slot, offset, as: UInt32.self))
      let high = Int32(bitPattern: try read(slot, (offset &+ 4) & mask, as: UInt32.self))
      isInside = index >= low && index <= high
    }
    guard isInside else { throw .bound }
  }
}
