import X86Decode

/// The instructions of the protection system: their operands. What they do stands with the registers and
/// descriptors concerned.
extension CPU {
  func executeProtection(_ i: InstructionPointer) throws(Fault) {
    let a = i.pointee.operands.0
    let b = i.pointee.operands.1
    switch i.pointee.operation {
    case .lar, .lsl:
      let selector = try selectorOperand(b, i)
      let value =
        i.pointee.operation == .lar
        ? try accessRights(selector) : try segmentLimit(selector)
      if let value { try writeAnyWidth(a, UInt64(value), i) }
      setZeroFlag(value != nil)
    case .verr: setZeroFlag(try mayRead(try selectorOperand(a, i)))
    case .verw: setZeroFlag(try mayWrite(try selectorOperand(a, i)))
    case .arpl:
      let destination: UInt16 = try readToModify(a, i)
      let adjusted = Self.adjustedRPL(destination, by: try readOperand(b, i))
      if let adjusted { try writeOperand(a, adjusted, i) }
      setZeroFlag(adjusted != nil)
    case .sldt:
      try checkUserModePrevention()
      try storeSelector(state.selector(.ldtr), i)
    case .str:
      try checkUserModePrevention()
      try storeSelector(state.selector(.tr), i)
    case .lldt:
      try requirePrivilege()
      try loadLDTR(try selectorOperand(a, i))
    case .ltr:
      try requirePrivilege()
      try loadTR(try selectorOperand(a, i))
    case .smsw:
      try checkUserModePrevention()
      // The 80286's MSW reads as ones above its four bits; later models store CR0's low word.
      if a.kind == .register, a.width >= 4 {
        try writeAnyWidth(a, cr0, i)
      } else {
        try writeOperand(a, UInt16(truncatingIfNeeded: cr0) | (model == .i80286 ? 0xFFF0 : 0), i)
      }
    case .lmsw:
      try requirePrivilege()
      try loadMSW(try selectorOperand(a, i))
    case .clts: try clearTaskSwitched()
    case .sgdt: try storeTable(gdtr, i)
    case .sidt: try storeTable(idtr, i)
    case .lgdt, .lidt:
      try requirePrivilege()
      let table = try readTableOperand(i)
      if i.pointee.operation == .lgdt {
        try loadGDTR(table)
      } else {
        try loadIDTR(table)
      }
    case .movFromCR: try writeAnyWidth(a, try moveFromCR(b.number), i)
    case .movToCR: try moveToCR(a.number, try readAnyWidth(b, i))
    case .movFromDR: try writeAnyWidth(a, try moveFromDR(b.number), i)
    case .movToDR: try moveToDR(a.number, try readAnyWidth(b, i))
    case .movFromTR: try writeAnyWidth(a, try moveFromTR(b.number), i)
    case .movToTR: try moveToTR(a.number, try readAnyWidth(b, i))
    case .invlpg:
      try invalidatePage(unsegmented(SegmentSlot(i.pointee.segment), effectiveOffset(i)))
    case .invd, .wbinvd: try requirePrivilege()
    case .cpuid:
      let answer = identification(leaf: register(.rax), subleaf: register(.rcx))
      setRegister(.rax, answer.eax)
      setRegister(.rbx, answer.ebx)
      setRegister(.rcx, answer.ecx)
      setRegister(.rdx, answer.edx)
    case .loadall286: try loadAll286()
    case .loadall386: try loadAll386()
    default: try executeLaterSystem(i)
    }
  }

  /// A linear address without any check: what INVLPG takes.
  private func unsegmented(_ slot: SegmentSlot, _ offset: UInt64) -> UInt64 {
    guard is64Bit else { return (state.base(slot) &+ offset) & 0xFFFF_FFFF }
    return slot == .fs || slot == .gs ? state.base(slot) &+ offset : offset
  }

  private func setZeroFlag(_ value: Bool) {
    let zf = EFlags.zf.rawValue
    state.setArithmeticFlags(state.arithmeticFlags & ~zf | (value ? zf : 0))
  }

  /// A 16-bit source whatever the operand size.
  private func selectorOperand(_ o: Operand, _ i: InstructionPointer) throws(Fault) -> UInt16 {
    o.kind == .memory
      ? try readOperand(o, i) : state.register(registerOffset(o), as: UInt16.self)
  }

  /// SLDT, STR: 16 bits in memory, zero-extended in a 32-bit register.
  private func storeSelector(_ selector: UInt16, _ i: InstructionPointer) throws(Fault) {
    let target = i.pointee.operands.0
    if target.kind == .register, i.pointee.operandSize >= 4 {
      state.setRegister(registerOffset(target), UInt32(selector))
    } else {
      try writeOperand(target, selector, i)
    }
  }

  /// The limit and, behind it, the base: 24 bits of it on the 80286 and with 16-bit operand size, all 32
  /// otherwise, 64 in 64-bit code.
  private func readTableOperand(_ i: InstructionPointer) throws(Fault) -> TableRegister {
    let slot = SegmentSlot(i.pointee.segment)
    let at = effectiveOffset(i)
    let next = (at &+ 2) & Self.mask(bytes: i.pointee.addressSize)
    let limit: UInt16 = try read(slot, at)
    if is64Bit { return TableRegister(base: try read(slot, next), limit: limit) }
    let base: UInt32 = try read(slot, next)
    let isShort = model < .i80386 || i.pointee.operandSize == 2
    return TableRegister(base: UInt64(isShort ? base & 0x00FF_FFFF : base), limit: limit)
  }

  private func storeTable(_ table: TableRegister, _ i: InstructionPointer) throws(Fault) {
    try checkUserModePrevention()
    let slot = SegmentSlot(i.pointee.segment)
    let at = effectiveOffset(i)
    let next = (at &+ 2) & Self.mask(bytes: i.pointee.addressSize)
    try probeWrite(slot, at, byteCount: 2)
    try probeWrite(slot, next, byteCount: is64Bit ? 8 : 4)
    try write(slot, at, table.limit)
    if is64Bit {
      try write(slot, next, table.base)
    } else {
      try write(slot, next, storedBase(of: table))
    }
  }
}
