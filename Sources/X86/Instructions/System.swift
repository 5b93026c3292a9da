import BusKit
import X86Decode

/// Cold instructions: transfers, flags that open interrupt windows, I/O, and the protection system.
extension CPU {
  func executeSystem(_ i: InstructionPointer) throws(Fault) {
    let size = Int(i.pointee.operandSize)
    switch i.pointee.operation {
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs: try executeString(i)
    case .movToSegment: try moveToSegment(i)
    case .popSegment: try popSegmentRegister(i)
    case .loadFarPointer: try loadFarPointer(i)
    case .popf:
      try requireVirtualFlags(operandSize: size)
      var stack = Stack(self)
      let image = UInt32(truncatingIfNeeded: try stack.pop(size: size))
      try setPoppedFlags(image, operandSize: size)
      stack.commit()
    case .cli: try clearInterruptFlag()
    case .sti: if try setInterruptFlag() { shadow(coveringTraps: false) }
    case .in, .out: try portInstruction(i)
    case .hlt:
      try requirePrivilege()
      isHalted = true
    case .jmpFar:
      try jumpFar(
        selector: i.pointee.secondImmediate,
        offset: i.pointee.immediate, operandSize: size)
    case .callFar:
      try callFar(
        selector: i.pointee.secondImmediate,
        offset: i.pointee.immediate, operandSize: size)
    case .jmpFarIndirect:
      let pointer = try farOperand(i)
      try jumpFar(selector: pointer.selector, offset: pointer.offset, operandSize: size)
    case .callFarIndirect:
      let pointer = try farOperand(i)
      try callFar(selector: pointer.selector, offset: pointer.offset, operandSize: size)
    case .retFar:
      try returnFar(
        operandSize: size, release: UInt16(truncatingIfNeeded: i.pointee.immediate))
    case .iret:
      // Even an IRET that faults lets NMIs through again.
      nmiBlocked = false
      try interruptReturn(operandSize: size)
      ripOfFlagLoad = instructionRIP
    case .int:
      try softwareInterrupt(UInt8(truncatingIfNeeded: i.pointee.immediate), .softwareInt)
    case .int3: try softwareInterrupt(3, .softwareInt3)
    case .into:
      guard state.overflow else { return }
      // An intercepting processor charges nothing for what it hands back.
      if !intercepts { chargeTaken(i) }
      try softwareInterrupt(4, .into)
    case .icebp: try softwareInterrupt(1, .icebp)
    case .jcc, .jmpRelative, .callRelative, .jmpIndirect, .callIndirect, .ret, .loop, .loope,
      .loopne, .jcxz:
      try nearTransfer(i)
    case .tooLong: throw .protection(0)
    default: try executeProtection(i)
    }
  }

  /// INT n and its kin. A fault on the way is the instruction's.
  private func softwareInterrupt(_ vector: UInt8, _ source: InterruptSource) throws(Fault) {
    try deliver(vector: vector, source: source, errorCode: nil, returnRIP: rip)
    deliveredInStep = true
  }

  /// A far pointer in memory; the 8086 with a register operand takes the offset from it and the
  /// selector from wherever the address unit points last, which is left to be the register again.
  private func farOperand(
    _ i: InstructionPointer
  ) throws(Fault) -> (offset: UInt64, selector: UInt16) {
    guard i.pointee.operands.0.kind == .memory else {
      let value: UInt16 = try readOperand(i.pointee.operands.0, i)
      return (UInt64(value), value)
    }
    if model.isAMD, i.pointee.operandSize == 8 {
      // AMD's processors know no m16:64: the offset has 32 bits.
      let slot = SegmentSlot(i.pointee.segment)
      let at = effectiveOffset(i)
      let offset: UInt32 = try read(slot, at)
      let next = (at &+ 4) & Self.mask(bytes: i.pointee.addressSize)
      return (UInt64(offset), try read(slot, next))
    }
    return try readFarPointer(i)
  }

  // MARK: Near transfers that need a check of the limit, or that no handler does

  private func nearTransfer(_ i: InstructionPointer) throws(Fault) {
    let size = i.pointee.operandSize
    let mask = Self.mask(bytes: size)
    let next = rip
    switch i.pointee.operation {
    case .jcc:
      guard state.condition(i.pointee.condition) else { return }
      try jumpNear((next &+ i.pointee.immediate) & mask)
      chargeTaken(i)
    case .jmpRelative: try jumpNear((next &+ i.pointee.immediate) & mask)
    case .callRelative:
      try callNear((next &+ i.pointee.immediate) & mask, size)
    case .jmpIndirect:
      try jumpNear(try readAnyWidth(i.pointee.operands.0, i) & mask)
    case .callIndirect:
      try callNear(try readAnyWidth(i.pointee.operands.0, i) & mask, size)
    case .ret:
      var stack = Stack(self)
      let target = try stack.pop(size: Int(size))
      stack.skip(Int(UInt16(truncatingIfNeeded: i.pointee.immediate)))
      try jumpNear(target)
      stack.commit()
    default: try loopTransfer(i, (next &+ i.pointee.immediate) & mask)
    }
  }

  private func loopTransfer(_ i: InstructionPointer, _ target: UInt64) throws(Fault) {
    let mask = Self.mask(bytes: i.pointee.addressSize)
    var count = register(.rcx, as: UInt64.self) & mask
    if i.pointee.operation == .jcxz {
      guard count == 0 else { return }
      try jumpNear(target)
      return chargeTaken(i)
    }
    count = (count &- 1) & mask
    let isTaken =
      switch i.pointee.operation {
      case .loope: count != 0 && state.zero
      case .loopne: count != 0 && !state.zero
      default: count != 0
      }
    if isTaken {
      try jumpNear(target)
      chargeTaken(i)
    }
    setCounter(count, addressSize: i.pointee.addressSize)
  }

  /// CX, ECX or RCX.
  func setCounter(_ count: UInt64, addressSize: UInt8) {
    switch addressSize {
    case 2: setRegister(.rcx, UInt16(truncatingIfNeeded: count))
    case 4: setRegister(.rcx, UInt32(truncatingIfNeeded: count))
    default: setRegister(.rcx, count)
    }
  }

  /// What depends on operands: the bits of a shift count, of a multiplier, of a scan.
  func charge(_ i: InstructionPointer, iterations: Int) {
    let clocks = Int64(i.timing.perIteration)
    if clocks > 0 { charge(clocks &* Int64(iterations)) }
  }

  private func chargeTaken(_ i: InstructionPointer) {
    charge(Int64(i.timing.taken))
  }

  private func jumpNear(_ target: UInt64) throws(Fault) {
    if is64Bit {
      guard isCanonical(target) else { throw .protection(0) }
    } else {
      let limit = model >= .i80286 ? UInt64(segment(.cs).limit) : 0xFFFF
      guard target <= limit else { throw .protection(0) }
    }
    rip = target
    queueIsEmpty = true
  }

  private func callNear(_ target: UInt64, _ size: UInt8) throws(Fault) {
    let back = rip
    var stack = Stack(self)
    try stack.probePushes(1, size: Int(size))
    try jumpNear(target)
    try stack.push(back, size: Int(size))
    stack.commit()
  }

  // MARK: Ports

  /// IN and OUT. Devices see the exact clock: the instruction's own clocks are charged already.
  private func portInstruction(_ i: InstructionPointer) throws(Fault) {
    let isInput = i.pointee.operation == .in
    let portOperand = isInput ? i.pointee.operands.1 : i.pointee.operands.0
    let width = isInput ? i.pointee.operands.0.width : i.pointee.operands.1.width
    let port: UInt16 =
      portOperand.kind == .immediate
      ? UInt16(UInt8(truncatingIfNeeded: i.pointee.immediate)) : register(.rdx)
    try checkPort(port, byteCount: Int(width))
    switch (isInput, width) {
    case (true, 1): setRegister(.rax, readPort(port, UInt8.self))
    case (true, 2): setRegister(.rax, readPort(port, UInt16.self))
    case (true, _): setRegister(.rax, readPort(port, UInt32.self))
    case (false, 1): writePort(port, register(.rax, as: UInt8.self))
    case (false, 2): writePort(port, register(.rax, as: UInt16.self))
    case (false, _): writePort(port, register(.rax, as: UInt32.self))
    }
  }

  func readPort<W: OperandWidth>(_ port: UInt16, _: W.Type) -> W {
    notePortAccess(port, W.bitWidth / 8)
    scheduler.now = presentTick
    let width: AccessWidth = W.bitWidth == 8 ? .byte : W.bitWidth == 16 ? .word : .dword
    return W(truncatingIfNeeded: ports.read(port, width))
  }

  func writePort<W: OperandWidth>(_ port: UInt16, _ value: W) {
    notePortAccess(port, W.bitWidth / 8)
    scheduler.now = presentTick
    let width: AccessWidth = W.bitWidth == 8 ? .byte : W.bitWidth == 16 ? .word : .dword
    ports.write(port, UInt32(truncatingIfNeeded: value), width)
  }

  // MARK: Coprocessor escapes

  /// There is no coprocessor: escapes trap if the system asks for it (EM or TS) and are otherwise
  /// lost, except that a store of the status or control word gives the idle bus's ones.
  func coprocessorEscape(_ i: InstructionPointer) throws(Fault) {
    guard model >= .i80286 else { return }
    if cr0 & (CR0.em | CR0.ts) != 0 { throw .deviceNotAvailable }
    if i.pointee.operands.0.kind == .memory {
      // The processor checks the operand's first word against the segment before it passes it on.
      _ = try linearAddress(
        SegmentSlot(i.pointee.segment), effectiveOffset(i), byteCount: 2, writing: false)
    } else if i.pointee.condition == 0xF, i.pointee.modRM == 0xE0 {
      setRegister(.rax, UInt16.max)
    }
  }
}
