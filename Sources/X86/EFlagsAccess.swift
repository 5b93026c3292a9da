import X86Decode

// Which EFLAGS bits instructions may read and change, by model, mode and privilege.

extension CPU {
  /// The bits that exist and that software can change by some means, VM aside.
  ///
  /// 8086 and 80186: bits 12 to 15 read as ones (``flagsImage``). 80286: IOPL and NT exist in
  /// protected mode only. 80386: RF. 80486: AC, and ID with CPUID.
  var writableFlags: EFlags {
    let arithmeticAndControl: EFlags = [.arithmetic, .tf, .if, .df]
    switch model {
    case .i8086, .i80186: return arithmeticAndControl
    case .i80286:
      return isProtected ? [arithmeticAndControl, .iopl, .nt] : arithmeticAndControl
    case .i80386: return [arithmeticAndControl, .iopl, .nt, .rf]
    default: return [arithmeticAndControl, .iopl, .nt, .rf, .ac, .id]
    }
  }

  /// EFLAGS as interrupts and exceptions store it, VM and RF included.
  package var flagsImage: UInt32 {
    let flags = state.eflags
    return model < .i80286 ? flags | 0xF000 : flags
  }

  /// Changes the EFLAGS bits in `mask` to those of `image`.
  func changeFlags(_ mask: EFlags, to image: UInt32) {
    let old = state.eflags
    let new = old & ~mask.rawValue | image & mask.rawValue
    state.eflags = new
    // VM is a mode of its own, and AC decides about alignment checks.
    guard (old ^ new) & (EFlags.vm.rawValue | EFlags.ac.rawValue) != 0 else { return }
    contextIsStale = true
    leaveUserPages()
  }

  /// The bits that IRET or POPF may change at the present privilege.
  func changeableFlags(operandSize: Int) -> EFlags {
    var flags = writableFlags
    if operandSize == 2 { flags.formIntersection(EFlags(rawValue: 0xFFFF)) }
    if isV86 {
      flags.remove(.iopl)
    } else if isProtected {
      if cpl > 0 { flags.remove(.iopl) }
      if cpl > state.iopl { flags.remove(.if) }
    }
    return flags
  }

  /// The virtual interrupt flags, which only level 0 loads, with IRET, SYSRET and a task switch.
  var virtualInterruptFlags: EFlags { features.contains(.vme) ? [.vif, .vip] : [] }

  /// PUSHF, PUSHFD and PUSHFQ: the value to push.
  /// - Throws: #GP(0) in virtual-8086 mode with IOPL < 3, unless VME helps.
  package func pushedFlags(operandSize: Int) throws(Fault) -> UInt32 {
    let image = flagsImage & ~(EFlags.rf.rawValue | EFlags.vm.rawValue)
    guard isV86, state.iopl < 3 else { return image }
    guard hasVirtualInterrupts, operandSize == 2 else { throw .protection(0) }
    return virtualised(image)
  }

  /// Checks whether POPF may run at all, which comes before reading the stack.
  /// - Throws: #GP(0) in virtual-8086 mode with IOPL < 3.
  package func requireVirtualIOPL() throws(Fault) {
    if isV86, state.iopl < 3 { throw .protection(0) }
  }

  /// POPF, POPFD and POPFQ: what cannot be changed at this privilege stays silently; RF is cleared.
  /// - Throws: #GP(0) in virtual-8086 mode with IOPL < 3, unless VME helps.
  package func setPoppedFlags(_ image: UInt32, operandSize: Int) throws(Fault) {
    if isV86, state.iopl < 3 {
      try requireVirtualFlags(operandSize: operandSize)
      return try setVirtualisedFlags(image)
    }
    changeFlags(
      changeableFlags(operandSize: operandSize), to: image & ~EFlags.rf.rawValue)
  }

  /// CLI.
  /// - Throws: #GP(0) in protected mode with CPL > IOPL and in virtual-8086 mode with IOPL < 3, unless
  ///   PVI or VME makes it VIF's business.
  package func clearInterruptFlag() throws(Fault) {
    if try mayChangeInterruptFlag() {
      state.setSystemFlag(.if, false)
    } else {
      state.setSystemFlag(.vif, false)
    }
  }

  /// STI.
  /// - Returns: whether IF was clear before and is set now: interrupts wait for the next instruction.
  /// - Throws: as ``clearInterruptFlag()``; #GP(0) for setting VIF while an interrupt is pending (VIP).
  package func setInterruptFlag() throws(Fault) -> Bool {
    guard try mayChangeInterruptFlag() else {
      if state.systemFlag(.vip) { throw .protection(0) }
      state.setSystemFlag(.vif, true)
      return false
    }
    defer { state.setSystemFlag(.if, true) }
    return !state.systemFlag(.if)
  }

  /// - Returns: true for IF, false for VIF.
  private func mayChangeInterruptFlag() throws(Fault) -> Bool {
    guard isV86 ? state.iopl < 3 : isProtected && cpl > state.iopl else { return true }
    guard isV86 ? hasVirtualInterrupts : cpl == 3 && cr4 & CR4.pvi != 0 else {
      throw .protection(0)
    }
    return false
  }
}
