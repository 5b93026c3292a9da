import X86Decode

/// PUSH and POP beyond general registers, PUSHA, POPA, ENTER, LEAVE, segment registers as operands.
extension CPU {
  /// PUSH r/m. The 8086 and 80186 push SP as it is after the push.
  func pushOperand(_ i: InstructionPointer) throws(Fault) {
    let source = i.pointee.operands.0
    let size = Int(i.pointee.operandSize)
    var value = try readAnyWidth(source, i)
    if source.kind == .register, source.number == 4, model < .i80286 { value = value &- 2 }
    try pushValue(value, operandSize: size)
  }

  /// POP r/m: an address with rSP in it sees rSP after the pop.
  func popOperand(_ i: InstructionPointer) throws(Fault) {
    let size = Int(i.pointee.operandSize)
    let before: UInt64 = register(.rsp)
    var stack = Stack(self)
    let value = try stack.pop(size: size)
    stack.commit()
    do throws(Fault) {
      try writeAnyWidth(i.pointee.operands.0, value, i)
    } catch {
      setRegister(.rsp, before)
      throw error
    }
  }

  func pushAll(_ i: InstructionPointer) throws(Fault) {
    let size = Int(i.pointee.operandSize)
    var stack = Stack(self)
    try stack.probePushes(8, size: size)
    for name in GeneralRegister.allCases.prefix(8) {
      try stack.push(register(name, as: UInt32.self), size: size)
    }
    stack.commit()
  }

  func popAll(_ i: InstructionPointer) throws(Fault) {
    let size = Int(i.pointee.operandSize)
    var stack = Stack(self)
    var values: [UInt64] = []
    for _ in 0..<8 { values.append(try stack.pop(size: size)) }
    for (name, value) in zip(GeneralRegister.allCases.prefix(8).reversed(), values)
    where name != .rsp {
      if size == 2 {
        setRegister(name, UInt16(truncatingIfNeeded: value))
      } else {
        setRegister(name, UInt32(truncatingIfNeeded: value))
      }
    }
    stack.commit()
  }

  /// ENTER: the frame pointer, `level - 1` copied frame pointers, the new one, and the locals.
  func enterFrame(_ i: InstructionPointer) throws(Fault) {
    let size = Int(i.pointee.operandSize)
    let level = Int(i.pointee.secondImmediate & 31)
    var stack = Stack(self)
    try stack.probePushes(level == 0 ? 1 : level + 1, size: size)
    var framePointer: UInt64 = register(.rbp)
    try stack.push(framePointer, size: size)
    let frame = stack.offset
    if level > 0 {
      for _ in 1..<max(1, level) {
        framePointer = framePointer &- UInt64(size)
        try stack.push(try stack.read(at: framePointer, size: size), size: size)
      }
      try stack.push(frame, size: size)
    }
    stack.skip(-Int(UInt16(truncatingIfNeeded: i.pointee.immediate)))
    // The processor checks that the new top can be written before anything changes.
    if model >= .i80386 { try probeWrite(.ss, stack.offset, byteCount: 1) }
    setFramePointer(frame, size)
    stack.commit()
  }

  private func setFramePointer(_ value: UInt64, _ size: Int) {
    switch size {
    case 2: setRegister(.rbp, UInt16(truncatingIfNeeded: value))
    case 4: setRegister(.rbp, UInt32(truncatingIfNeeded: value))
    default: setRegister(.rbp, value)
    }
  }

  func leaveFrame(_ i: InstructionPointer) throws(Fault) {
    let before: UInt64 = register(.rsp)
    if is64Bit {
      setRegister(.rsp, register(.rbp, as: UInt64.self))
    } else if segment(.ss).isBig {
      setRegister(.rsp, register(.rbp, as: UInt32.self))
    } else {
      setRegister(.rsp, register(.rbp, as: UInt16.self))
    }
    do throws(Fault) {
      let value = try popValue(operandSize: Int(i.pointee.operandSize))
      setFramePointer(value, Int(i.pointee.operandSize))
    } catch {
      setRegister(.rsp, before)
      throw error
    }
  }

  // MARK: Segment registers

  private func selector(_ o: Operand) -> UInt16 {
    state.selector(SegmentSlot(SegmentRegister(rawValue: o.number) ?? .ds))
  }

  /// MOV r/m, Sreg: memory gets 16 bits, a 32-bit register the zero-extended selector.
  func storeSegment(_ i: InstructionPointer) throws(Fault) {
    let target = i.pointee.operands.0
    let value = selector(i.pointee.operands.1)
    if target.kind == .register, target.width >= 4 {
      state.setRegister(registerOffset(target), UInt32(value))
    } else {
      try writeOperand(target, value, i)
    }
  }

  /// PUSH Sreg. With a 32-bit operand size the 80386 to the 686 class move rSP by four and write two
  /// bytes; the x86-64 generation writes zeros above the selector (Intel SDM vol. 3, 24.31.1).
  func pushSegmentRegister(_ i: InstructionPointer) throws(Fault) {
    let value = selector(i.pointee.operands.0)
    guard i.pointee.operandSize == 4, model < .x86_64 else {
      return try pushValue(UInt64(value), operandSize: Int(i.pointee.operandSize))
    }
    let isBig = segment(.ss).isBig
    let below = register(.rsp, as: UInt32.self) &- 4
    try write(.ss, UInt64(isBig ? below : below & 0xFFFF), value)
    if isBig {
      setRegister(.rsp, below)
    } else {
      setRegister(.rsp, UInt16(truncatingIfNeeded: below))
    }
  }

  func popSegmentRegister(_ i: InstructionPointer) throws(Fault) {
    guard let target = SegmentRegister(rawValue: i.pointee.operands.0.number) else {
      throw .invalidOpcode
    }
    // Only the selector's two bytes are read, whatever the operand size.
    var stack = Stack(self)
    let value = UInt16(truncatingIfNeeded: try stack.peek(at: 0, size: 2))
    stack.skip(Int(i.pointee.operandSize))
    // The width of rSP that moves is that of the stack before a load of SS.
    try loadSegment(target, value)
    stack.commit()
    if target == .ss { shadow(coveringTraps: true) }
  }

  func moveToSegment(_ i: InstructionPointer) throws(Fault) {
    guard let target = SegmentRegister(rawValue: i.pointee.operands.0.number) else {
      throw .invalidOpcode
    }
    let source = i.pointee.operands.1
    let value =
      source.kind == .memory
      ? try readOperand(source, i, as: UInt16.self)
      : state.register(registerOffset(source), as: UInt16.self)
    try loadSegment(target, value)
    if target == .ss { shadow(coveringTraps: true) }
  }

  /// LES LDS LSS LFS LGS.
  func loadFarPointer(_ i: InstructionPointer) throws(Fault) {
    guard i.pointee.operands.1.kind == .memory,
      let target = SegmentRegister(rawValue: i.pointee.operands.2.number)
    else { throw .invalidOpcode }
    let (offset, selector) = try readFarPointer(i)
    try loadSegment(target, selector)
    try writeAnyWidth(i.pointee.operands.0, offset, i)
  }

  /// A far pointer in memory: an offset of the operand size, and the selector behind it.
  func readFarPointer(_ i: InstructionPointer) throws(Fault) -> (offset: UInt64, selector: UInt16) {
    let slot = SegmentSlot(i.pointee.segment)
    let at = effectiveOffset(i)
    let size = UInt64(i.pointee.operandSize)
    let next = (at &+ size) & Self.mask(bytes: i.pointee.addressSize)
    if size == 2 {
      let offset: UInt16 = try read(slot, at)
      return (UInt64(offset), try read(slot, next))
    }
    if size == 8 { return (try read(slot, at), try read(slot, next)) }
    return (UInt64(try read(slot, at, as: UInt32.self)), try read(slot, next))
  }
}
