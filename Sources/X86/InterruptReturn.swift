import X86Decode

extension CPU {
  /// IRET and IRETD.
  /// - Parameter operandSize: 2 or 4 bytes.
  /// - Source: Intel SDM vol. 2, IRET; order of checks as there.
  package func interruptReturn(operandSize: Int) throws(Fault) {
    if isProtected, state.systemFlag(.nt) { return try returnFromTask() }
    try requireVirtualIOPL()
    var stack = Stack(self)
    try stack.checkReadable(byteCount: 3 * operandSize, size: operandSize)
    let offset = UInt32(truncatingIfNeeded: try stack.pop(size: operandSize))
    let selector = UInt16(truncatingIfNeeded: try stack.pop(size: operandSize))
    let flags = UInt32(truncatingIfNeeded: try stack.pop(size: operandSize))
    let changeable = changeableFlags(operandSize: operandSize)

    if loadsSegmentsDirectly {
      let target = try directTarget(selector, offset: offset)
      stack.commit()
      enter(target)
      return changeFlags(changeable, to: flags)
    }
    if operandSize == 4, cpl == 0, flags & EFlags.vm.rawValue != 0 {
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

  /// IRETD at level 0 with VM in the popped flags: six more doublewords follow.
  private func returnToV86(
    _ selector: UInt16, offset: UInt32, flags: UInt32, from stack: Stack
  ) throws(Fault) {
    var stack = stack
    try stack.checkReadable(byteCount: 24, size: 4)
    guard offset <= 0xFFFF else { throw .protection(0) }
    let pointer = UInt32(truncatingIfNeeded: try stack.pop(size: 4))
    var selectors: [(SegmentSlot, UInt16)] = [(.cs, selector)]
    for slot: SegmentSlot in [.ss, .es, .ds, .fs, .gs] {
      selectors.append((slot, UInt16(truncatingIfNeeded: try stack.pop(size: 4))))
    }
    changeFlags([writableFlags, .vm], to: flags)
    for (slot, selector) in selectors { setSegment(slot, directCache(slot, selector)) }
    setRegister(.rsp, pointer)
    rip = UInt64(offset)
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
