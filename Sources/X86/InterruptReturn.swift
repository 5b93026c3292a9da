import X86Decode

extension CPU {
  /// IRET, IRETD and IRETQ.
  /// - Parameter operandSize: 2, 4 or 8 bytes.
  /// - Source: Intel SDM vol. 2, IRET; order of checks as there.
  package func interruptReturn(operandSize: Int) throws(Fault) {
    if isProtected, state.systemFlag(.nt) {
      guard !isLongMode else { throw .protection(0) }
      return try returnFromTask()
    }
    if is64Bit { return try returnFrom64BitCode(operandSize) }
    try requireVirtualFlags(operandSize: operandSize)
    var stack = Stack(self)
    try stack.checkReadable(byteCount: 3 * operandSize, size: operandSize)
    let offset = try stack.pop(size: operandSize)
    let selector = UInt16(truncatingIfNeeded: try stack.pop(size: operandSize))
    let flags = UInt32(truncatingIfNeeded: try stack.pop(size: operandSize))
    let changeable = returnedFlags(operandSize: operandSize)

    if loadsSegmentsDirectly {
      let target = try directTarget(selector, offset: offset)
      if isV86, state.iopl < 3 {
        try setVirtualisedFlags(flags)
        stack.commit()
        return enter(target)
      }
      stack.commit()
      enter(target)
      return changeFlags(changeable, to: flags)
    }
    if operandSize == 4, cpl == 0, !isLongMode, flags & EFlags.vm.rawValue != 0 {
      return try returnToV86(selector, offset: offset, flags: flags, from: stack)
    }
    let code = try returnCode(selector)
    if selector.rpl == cpl {
      let target = try target(selector, code, offset: offset)
      stack.commit()
      enter(target)
    } else {
      try returnOutward(selector, code, offset: offset, from: stack, operandSize, release: 0)
    }
    // Decided by the privilege of the IRET, not by that of the program it returns to.
    changeFlags(changeable, to: flags)
  }

  /// Level 0 loads the virtual interrupt flags as well.
  private func returnedFlags(operandSize: Int) -> EFlags {
    let flags = changeableFlags(operandSize: operandSize)
    return isProtected && cpl == 0 && operandSize > 2
      ? flags.union(virtualInterruptFlags) : flags
  }

  /// In 64-bit mode RSP and SS are popped whatever the levels.
  private func returnFrom64BitCode(_ operandSize: Int) throws(Fault) {
    var stack = Stack(self)
    try stack.checkReadable(byteCount: 5 * operandSize, size: operandSize)
    let offset = try stack.pop(size: operandSize)
    let selector = UInt16(truncatingIfNeeded: try stack.pop(size: operandSize))
    let flags = UInt32(truncatingIfNeeded: try stack.pop(size: operandSize))
    let pointer = try stack.pop(size: operandSize)
    let stackSelector = UInt16(truncatingIfNeeded: try stack.pop(size: operandSize))
    let changeable = returnedFlags(operandSize: operandSize)
    let level = selector.rpl
    let isOutward = level != cpl
    let code = try returnCode(selector)
    let segment = try returnStack(stackSelector, level: level, code)
    let target = try target(selector, code, offset: offset)
    setSegment(.ss, segment)
    Stack(
      self, segment: segment, pointer: pointer, isUser: level == 3, isLong: code.isLongCode
    ).commit()
    enter(target)
    cpl = level
    if isOutward { dropInaccessibleDataSegments() }
    changeFlags(changeable, to: flags)
  }

  /// IRETD at level 0 with VM in the popped flags: six more doublewords follow.
  private func returnToV86(
    _ selector: UInt16, offset: UInt64, flags: UInt32, from stack: Stack
  ) throws(Fault) {
    var stack = stack
    try stack.checkReadable(byteCount: 24, size: 4)
    guard offset <= 0xFFFF else { throw .protection(0) }
    let pointer = UInt32(truncatingIfNeeded: try stack.pop(size: 4))
    var selectors: [(SegmentSlot, UInt16)] = [(.cs, selector)]
    for slot: SegmentSlot in [.ss, .es, .ds, .fs, .gs] {
      selectors.append((slot, UInt16(truncatingIfNeeded: try stack.pop(size: 4))))
    }
    changeFlags([writableFlags, virtualInterruptFlags, .vm], to: flags)
    for (slot, selector) in selectors { setSegment(slot, directCache(slot, selector)) }
    setRegister(.rsp, pointer)
    rip = offset
    cpl = 3
  }

  /// IRET with NT set: back to the task that the current TSS links to.
  /// - Throws: #TS(link) unless the link names a busy TSS in the GDT; #NP(link).
  private func returnFromTask() throws(Fault) {
    let tss = segment(.tr)
    let link: UInt16 = try readSystem(tss.base)
    guard !link.isLocalSelector else { throw .invalidTSS(link.selectorCode) }
    let descriptor = try descriptor(link, orThrow: Fault.invalidTSS)
    guard descriptor.systemType?.isBusyTSS == true else { throw .invalidTSS(link.selectorCode) }
    guard descriptor.isPresent else { throw .notPresent(link.selectorCode) }
    try switchTask(to: link, descriptor, reason: .interruptReturn, savedRIP: rip)
  }
}
