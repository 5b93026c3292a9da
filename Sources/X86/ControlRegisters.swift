import BusKit
import X86Decode

// MARK: CR0 and the machine status word

extension CPU {
  /// The CR0 bits that exist. Bit 4 (ET) is fixed at 1 from the 80486 on.
  private var writableCR0: UInt64 {
    let statusWord = CR0.pe | CR0.mp | CR0.em | CR0.ts
    switch model {
    case .i8086, .i80186, .i80286: return statusWord
    case .i80386: return statusWord | CR0.et | CR0.pg
    default:
      return statusWord | CR0.ne | CR0.wp | CR0.am | CR0.nw | CR0.cd | CR0.pg
    }
  }

  /// Takes over a checked CR0 and drops what it makes stale.
  private func setCR0(_ value: UInt64) {
    let fixed = model >= .i80486 ? CR0.et : 0
    let new = value & writableCR0 | fixed
    let changed = cr0 ^ new
    state.setField(Field.cr0, new)
    if changed & CR0.pg != 0 {
      // Paging with EFER.LME is long mode, and LMA says so.
      let isActive = new & CR0.pg != 0 && efer & EFER.lme != 0
      state.setField(Field.efer, isActive ? efer | EFER.lma : efer & ~EFER.lma)
    }
    if changed & (CR0.pg | CR0.pe | CR0.wp) != 0 { flushTLB() }
    contextIsStale = true
  }

  /// MOV CR0.
  /// - Throws: #GP(0) for PG without PE, for NW without CD (80486), for bits above 31, and for what
  ///   the activation and the end of long mode forbid.
  /// - Source: Intel SDM vol. 2, MOV "Move to/from Control Registers"; vol. 3, 9.8.5.
  private func writeCR0(_ value: UInt64) throws(Fault) {
    guard value >> 32 == 0, value & CR0.pg == 0 || value & CR0.pe != 0 else {
      throw .protection(0)
    }
    if model >= .i80486, value & CR0.nw != 0, value & CR0.cd == 0 { throw .protection(0) }
    let changed = cr0 ^ value
    if changed & CR0.pg != 0 {
      if value & CR0.pg == 0 {
        guard !is64Bit, cr4 & CR4.pcide == 0 else { throw .protection(0) }
      } else if efer & EFER.lme != 0 {
        let isShortTSS = segment(.tr).isPresent && segment(.tr).attributes & 8 == 0
        guard cr4 & CR4.pae != 0, segment(.cs).attributes & SegmentCache.long == 0, !isShortTSS
        else { throw .protection(0) }
      }
    }
    if value & CR0.pg != 0, cr4 & CR4.pae != 0, efer & EFER.lme == 0,
      changed & (CR0.pg | CR0.cd | CR0.nw) != 0
    {
      try loadPageDirectoryPointers(cr3)
    }
    setCR0(value)
  }

  /// LMSW: the low four bits of CR0; PE can be set but not cleared.
  /// - Throws: #GP(0) outside level 0.
  package func loadMSW(_ value: UInt16) throws(Fault) {
    try requireSupervisor()
    let statusWord = CR0.pe | CR0.mp | CR0.em | CR0.ts
    setCR0(cr0 & ~(statusWord & ~CR0.pe) | UInt64(value) & statusWord)
  }

  /// SMSW: CR0, of which a memory operand takes the low 16 bits. The 80286's unused bits read as ones.
  package var machineStatusWord: UInt32 {
    let value = UInt32(truncatingIfNeeded: cr0)
    return model < .i80386 ? value | 0xFFF0 : value
  }

  /// CLTS.
  /// - Throws: #GP(0) outside level 0.
  package func clearTaskSwitched() throws(Fault) {
    try requireSupervisor()
    setCR0(cr0 & ~CR0.ts)
  }
}

// MARK: CR3, CR4, CR8

extension CPU {
  /// The CR3 bits that exist below the page table's address.
  private var lowCR3: UInt64 {
    // PCD and PWT came with the 80486; with PAE the address goes down to bit 5 and nothing is reserved
    // against software any more.
    model < .i80486 ? 0 : features.contains(.pae) ? 0xFFF : 0x18
  }

  /// Takes over a checked CR3.
  func setCR3(_ value: UInt64) {
    state.setField(Field.cr3, value & (physicalLines & ~0xFFF | lowCR3))
    flushTLB()
    contextIsStale = true
  }

  /// MOV CR3. With CR4.PCIDE, bit 63 asks to keep the translations of the new process-context
  /// identifier; none are kept here, which is always allowed.
  /// - Throws: #GP(0) for bits above the physical address, and for unsound PAE pointers.
  private func writeCR3(_ value: UInt64) throws(Fault) {
    let address = cr4 & CR4.pcide != 0 ? value & ~(1 << 63) : value
    guard features.isDisjoint(with: .longMode) || address & ~physicalLines == 0 else {
      throw .protection(0)
    }
    if isPAEPaging { try loadPageDirectoryPointers(address) }
    setCR3(address)
  }

  /// The CR4 bits that the features bring. Source: Intel SDM vol. 3, 2.5.
  private var writableCR4: UInt64 {
    let bits: [(ProcessorFeatures, UInt64)] = [
      (.vme, CR4.vme | CR4.pvi), (.tsc, CR4.tsd), (.de, CR4.de), (.pse, CR4.pse),
      (.pae, CR4.pae), (.pge, CR4.pge), (.fxsr, CR4.osfxsr), (.sse, CR4.osxmmexcpt),
      (.umip, CR4.umip), (.fsgsbase, CR4.fsgsbase), (.pcid, CR4.pcide), (.smep, CR4.smep),
      (.smap, CR4.smap),
    ]
    var writable = bits.reduce(0) { features.contains($1.0) ? $0 | $1.1 : $0 }
    if model >= .pentium { writable |= CR4.mce }
    if model >= .pentium3 { writable |= CR4.pce }
    return writable
  }

  /// MOV CR4.
  /// - Throws: #GP(0) for bits that do not exist, for clearing PAE in long mode, for setting PCIDE
  ///   outside long mode or with a CR3 whose low bits are in use, and for unsound PAE pointers.
  private func writeCR4(_ value: UInt64) throws(Fault) {
    guard value & ~writableCR4 == 0 else { throw .protection(0) }
    let changed = cr4 ^ value
    if isLongMode, value & CR4.pae == 0 { throw .protection(0) }
    if changed & value & CR4.pcide != 0, !isLongMode || cr3 & 0xFFF != 0 {
      throw .protection(0)
    }
    if isPaging, value & CR4.pae != 0, !isLongMode,
      changed & (CR4.pae | CR4.pge | CR4.pse | CR4.smep) != 0
    {
      try loadPageDirectoryPointers(cr3)
    }
    state.setField(Field.cr4, value)
    let translating = CR4.pse | CR4.pae | CR4.pge | CR4.smep | CR4.smap | CR4.pcide
    if changed & translating != 0 { flushTLB() }
    contextIsStale = true
  }

  /// CR8: the task priority class, bits 7 to 4 of the local APIC's TPR.
  private var taskPriority: UInt64 {
    guard let interruptController else { return UInt64(modelSpecific.taskPriority) }
    scheduler.now = presentTick
    return UInt64(interruptController.taskPriority & 0xF)
  }

  private func writeCR8(_ value: UInt64) throws(Fault) {
    guard value <= 0xF else { throw .protection(0) }
    modelSpecific.taskPriority = UInt8(value)
    guard let interruptController else { return }
    scheduler.now = presentTick
    interruptController.taskPriority = UInt8(value)
  }

  /// MOV CRn, reg.
  /// - Throws: #UD for a register that does not exist; #GP(0) outside level 0 and for values that the
  ///   register refuses.
  package func moveToCR(_ number: UInt8, _ value: UInt64) throws(Fault) {
    try checkControlAccess(number)
    switch number {
    case 0: try writeCR0(value)
    case 2: state.setField(Field.cr2, value)
    case 3: try writeCR3(value)
    case 4: try writeCR4(value)
    default: try writeCR8(value)
    }
  }

  /// MOV reg, CRn.
  /// - Throws: #UD for a register that does not exist; #GP(0) outside level 0.
  package func moveFromCR(_ number: UInt8) throws(Fault) -> UInt64 {
    try checkControlAccess(number)
    switch number {
    case 0: return cr0
    case 2: return state.field(Field.cr2)
    case 3: return cr3
    case 4: return cr4
    default: return taskPriority
    }
  }

  /// A register that does not exist is an invalid opcode at any level.
  private func checkControlAccess(_ number: UInt8) throws(Fault) {
    switch number {
    case 0, 2, 3: break
    // The 80486s with CPUID but none of the features that CR4 controls have no CR4 either.
    case 4 where model >= .pentium || writableCR4 != 0: break
    case 8 where features.contains(.longMode): break
    default: throw .invalidOpcode
    }
    try requireSupervisor()
  }

  /// HLT, INVD, WBINVD: only level 0 may.
  /// - Throws: #GP(0) outside level 0.
  package func requirePrivilege() throws(Fault) { try requireSupervisor() }
}

// MARK: Invalidating translations

extension CPU {
  /// INVLPG. A non-canonical address names no page.
  /// - Throws: #GP(0) outside level 0.
  package func invalidatePage(_ linear: UInt64) throws(Fault) {
    try requireSupervisor()
    if isCanonical(linear) { flushTLB(page: linear) }
  }

  /// INVPCID: all its types drop everything here, which is always allowed.
  /// - Parameters:
  ///   - type: 0 one address, 1 one identifier, 2 all with global pages, 3 all without them.
  ///   - descriptor: the memory operand's two quadwords.
  /// - Throws: #GP(0) outside level 0, for other types, for reserved bits, for an identifier other than
  ///   0 without CR4.PCIDE, and for an address that is not canonical.
  /// - Source: Intel SDM vol. 2, INVPCID.
  package func invalidateContext(
    type: UInt64, identifier: UInt64, address: UInt64
  ) throws(Fault) {
    try requireSupervisor()
    guard type <= 3, identifier >> 12 == 0 else { throw .protection(0) }
    if type < 2, cr4 & CR4.pcide == 0, identifier != 0 { throw .protection(0) }
    if type == 0, !isCanonical(address) { throw .protection(0) }
    flushTLB()
  }
}

// MARK: Descriptor table registers

extension CPU {
  /// LGDT.
  /// - Throws: #GP(0) outside level 0 and for a base that is not canonical.
  package func loadGDTR(_ table: TableRegister) throws(Fault) {
    try requireSupervisor()
    guard isCanonical(table.base) else { throw .protection(0) }
    gdtr = table
  }

  /// LIDT.
  /// - Throws: #GP(0) outside level 0 and for a base that is not canonical.
  package func loadIDTR(_ table: TableRegister) throws(Fault) {
    try requireSupervisor()
    guard isCanonical(table.base) else { throw .protection(0) }
    idtr = table
  }

  /// User-mode instruction prevention: SGDT, SIDT, SLDT, SMSW and STR are level 0's alone.
  /// - Throws: #GP(0) with CR4.UMIP outside level 0.
  package func checkUserModePrevention() throws(Fault) {
    if cr4 & CR4.umip != 0, cpl > 0 { throw .protection(0) }
  }

  /// SGDT and SIDT: the doubleword behind the limit. The 80286 stores ones in the byte that it does
  /// not have; from the 80386 on the whole base is stored at either operand size.
  package func storedBase(of table: TableRegister) -> UInt32 {
    let base = UInt32(truncatingIfNeeded: table.base)
    return model < .i80386 ? base | 0xFF00_0000 : base
  }
}
