import X86Decode

/// PUSH and POP beyond general registers, PUSHA, POPA, ENTER, LEAVE, segment registers as operands.
extension CPU {
  /// PUSH r/m. The 8086 and 80186 push SP as it is after the push.
  func pushOperand(_ i: InstructionPointer) throws(Fault) {
    let source = i.pointee.operands.0
    let size = Int(i.pointee.operandSize)
    var value = UInt32(truncatingIfNeeded: try readAnyWidth(source, i))
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
      if size == 2 {
        try writeOperand(i.pointee.operands.0, UInt16(truncatingIfNeeded: value), i)
      } else {
        try writeOperand(i.pointee.operands.0, value, i)
      }
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
    var values: [UInt32] = []
    for _ in 0..<8 { values.append(try stack.pop(size: size)) }
    for (name, value) in zip(GeneralRegister.allCases.prefix(8).reversed(), values)
    where name != .rsp {
      if size == 2 {
        setRegister(name, UInt16(truncatingIfNeeded: value))
      } else {
        setRegister(name, value)
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
    var framePointer: UInt32 = register(.rbp)
    try stack.push(framePointer, size: size)
    let frame = UInt32(truncatingIfNeeded: stack.offset)
    if level > 0 {
      let isBig = segment(.ss).isBig
      for _ in 1..<max(1, level) {
        framePointer = framePointer &- UInt32(size)
        let at = UInt64(isBig ? framePointer : framePointer & 0xFFFF)
        let copied: UInt32 =
          size == 2 ? UInt32(try read(.ss, at, as: UInt16.self)) : try read(.ss, at)
        try stack.push(copied, size: size)
      }
      try stack.push(frame, size: size)
    }
    stack.skip(-Int(UInt16(truncatingIfNeeded: i.pointee.immediate)))
    // The processor checks that the new top can be written before anything changes.
    if model >= .i80386 { try probeWrite(.ss, stack.offset, byteCount: 1) }
    if size == 2 {
      setRegister(.rbp, UInt16(truncatingIfNeeded: frame))
    } else {
      setRegister(.rbp, frame)
    }
    stack.commit()
  }

  func leaveFrame(_ i: InstructionPointer) throws(Fault) {
    let before: UInt64 = register(.rsp)
    if segment(.ss).isBig {
      setRegister(.rsp, register(.rbp, as: UInt32.self))
    } else {
      setRegister(.rsp, register(.rbp, as: UInt16.self))
    }
    do throws(Fault) {
      let value = try popValue(operandSize: Int(i.pointee.operandSize))
      if i.pointee.operandSize == 2 {
        setRegister(.rbp, UInt16(truncatingIfNeeded: value))
      } else {
        setRegister(.rbp, value)
      }
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
    if target.kind == .register, target.width == 4 {
      state.setRegister(registerOffset(target), UInt32(value))
    } else {
      try writeOperand(target, value, i)
    }
  }

  /// PUSH Sreg. With a 32-bit operand size the 80386 and 80486 move rSP by four and write two bytes.
  func pushSegmentRegister(_ i: InstructionPointer) throws(Fault) {
    let value = selector(i.pointee.operands.0)
    guard i.pointee.operandSize == 4 else {
      return try pushValue(UInt32(value), operandSize: 2)
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
    let isBig = segment(.ss).isBig
    let size = UInt32(i.pointee.operandSize)
    let top: UInt32 = register(.rsp)
    let value: UInt16 = try read(.ss, UInt64(isBig ? top : top & 0xFFFF))
    try loadSegment(target, value)
    if isBig {
      setRegister(.rsp, top &+ size)
    } else {
      setRegister(.rsp, UInt16(truncatingIfNeeded: top &+ size))
    }
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
    if i.pointee.operandSize == 2 {
      try writeOperand(i.pointee.operands.0, UInt16(truncatingIfNeeded: offset), i)
    } else {
      try writeOperand(i.pointee.operands.0, offset, i)
    }
  }

  func readFarPointer(_ i: InstructionPointer) throws(Fault) -> (offset: UInt32, selector: UInt16) {
    let slot = SegmentSlot(i.pointee.segment)
    let at = effectiveOffset(i)
    let size = UInt64(i.pointee.operandSize)
    let next = (at &+ size) & Self.mask(bytes: i.pointee.addressSize)
    if size == 2 {
      let offset: UInt16 = try read(slot, at)
      return (UInt32(offset), try read(slot, next))
    }
    return (try read(slot, at), try read(slot, next))
  }
}
