import X86Decode

/// Virtual-8086 mode extensions: the program's IF is VIF, and the TSS says which of its software
/// interrupts go to its own handlers.
///
/// Source: Intel SDM vol. 3, 21.3 "Interrupt and Exception Handling in Virtual-8086 Mode" and 21.4
/// (PVI, which is CLI's and STI's affair alone).
extension CPU {
  /// In virtual-8086 mode with CR4.VME.
  var hasVirtualInterrupts: Bool { isV86 && cr4 & CR4.vme != 0 }

  /// Whether POPF, or IRET in virtual-8086 mode, may run at all: what comes before reading the stack.
  /// - Throws: #GP(0) in virtual-8086 mode with IOPL < 3, unless VME takes the 16-bit forms upon itself.
  func requireVirtualFlags(operandSize: Int) throws(Fault) {
    guard isV86, state.iopl < 3 else { return }
    guard hasVirtualInterrupts, operandSize == 2 else { throw .protection(0) }
  }

  /// FLAGS as the program shall see it: IF is VIF, IOPL is 3.
  func virtualised(_ image: UInt32) -> UInt32 {
    let flags = image & ~EFlags.if.rawValue | EFlags.iopl.rawValue
    return state.systemFlag(.vif) ? flags | EFlags.if.rawValue : flags
  }

  /// Takes over FLAGS as the program wants it: IF goes to VIF, IOPL stays.
  /// - Throws: #GP(0) for TF, and for IF while an interrupt is pending (VIP).
  func setVirtualisedFlags(_ image: UInt32) throws(Fault) {
    let wantsInterrupts = image & EFlags.if.rawValue != 0
    if image & EFlags.tf.rawValue != 0 || wantsInterrupts && state.systemFlag(.vip) {
      throw .protection(0)
    }
    var flags = changeableFlags(operandSize: 2)
    flags.remove(.if)
    changeFlags(flags, to: image)
    state.setSystemFlag(.vif, wantsInterrupts)
  }

  /// Whether INT n goes to the program's own handler: a clear bit in the 32 bytes below the I/O map.
  /// - Throws: #GP(0) if the TSS has no such bytes; page faults.
  func isRedirected(_ vector: UInt8) throws(Fault) -> Bool {
    let tss = segment(.tr)
    guard tss.isPresent, tss.attributes & 8 != 0, tss.limit >= 0x67 else {
      throw .protection(0)
    }
    let map: UInt16 = try readSystem(linear(tss.base, 0x66))
    let offset = UInt64(map) &- 32 &+ UInt64(vector >> 3)
    guard offset <= UInt64(tss.limit) else { throw .protection(0) }
    let bits: UInt8 = try readSystem(linear(tss.base, offset))
    return bits >> (vector & 7) & 1 == 0
  }

  /// As real mode would deliver it, through the table at linear address 0, without leaving
  /// virtual-8086 mode.
  func deliverRedirected(_ vector: UInt8, returnRIP: UInt64) throws(Fault) {
    let isPrivileged = state.iopl == 3
    let pointer: UInt32 = try readLinear(UInt64(vector) * 4, user: true)
    let target = try directTarget(
      UInt16(truncatingIfNeeded: pointer >> 16), offset: UInt64(pointer & 0xFFFF))
    var stack = Stack(self)
    try stack.probePushes(3, size: 2)
    try stack.push(isPrivileged ? flagsImage : virtualised(flagsImage), size: 2)
    try stack.push(state.selector(.cs), size: 2)
    try stack.push(returnRIP, size: 2)
    stack.commit()
    changeFlags([.tf, .rf, isPrivileged ? .if : .vif], to: 0)
    enter(target)
  }
}
