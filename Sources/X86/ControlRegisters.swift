import X86Decode

// MARK: CR0, CR2, CR3 and the machine status word

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
    if changed & (CR0.pg | CR0.pe | CR0.wp) != 0 { flushTLB() }
    contextIsStale = true
  }

  func setCR3(_ value: UInt64) {
    // PCD and PWT came with the 80486.
    let controls: UInt64 = model >= .i80486 ? 0x18 : 0
    state.setField(Field.cr3, value & (0xFFFF_F000 | controls))
    flushTLB()
    contextIsStale = true
  }

  /// MOV CRn, r32.
  /// - Throws: #UD for a register that does not exist; #GP(0) outside level 0, for PG without PE, and
  ///   for NW without CD (80486).
  package func moveToCR(_ number: UInt8, _ value: UInt32) throws(Fault) {
    try checkControlAccess(number)
    let value = UInt64(value)
    switch number {
    case 0:
      if value & CR0.pg != 0, value & CR0.pe == 0 { throw .protection(0) }
      if model >= .i80486, value & CR0.nw != 0, value & CR0.cd == 0 { throw .protection(0) }
      setCR0(value)
    case 2: state.setField(Field.cr2, value)
    default: setCR3(value)
    }
  }

  /// MOV r32, CRn.
  /// - Throws: #UD for a register that does not exist; #GP(0) outside level 0.
  package func moveFromCR(_ number: UInt8) throws(Fault) -> UInt32 {
    try checkControlAccess(number)
    switch number {
    case 0: return UInt32(truncatingIfNeeded: cr0)
    case 2: return UInt32(truncatingIfNeeded: state.field(Field.cr2, as: UInt64.self))
    default: return UInt32(truncatingIfNeeded: cr3)
    }
  }

  /// A register that does not exist is an invalid opcode at any level.
  private func checkControlAccess(_ number: UInt8) throws(Fault) {
    guard number == 0 || number == 2 || number == 3 else { throw .invalidOpcode }
    try requireSupervisor()
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

  /// INVLPG.
  /// - Throws: #GP(0) outside level 0.
  package func invalidatePage(_ linear: UInt64) throws(Fault) {
    try requireSupervisor()
    flushTLB(page: linear)
  }

  /// HLT, INVD, WBINVD: only level 0 may.
  /// - Throws: #GP(0) outside level 0.
  package func requirePrivilege() throws(Fault) { try requireSupervisor() }
}

// MARK: Descriptor table registers

extension CPU {
  /// A base as LGDT and LIDT take it: 24 bits on the 80286 and with 16-bit operand size.
  private func tableBase(_ base: UInt32, operandSize: Int) -> UInt64 {
    UInt64(model < .i80386 || operandSize == 2 ? base & 0x00FF_FFFF : base)
  }

  /// LGDT.
  /// - Throws: #GP(0) outside level 0.
  package func loadGDTR(limit: UInt16, base: UInt32, operandSize: Int) throws(Fault) {
    try requireSupervisor()
    gdtr = TableRegister(base: tableBase(base, operandSize: operandSize), limit: limit)
  }

  /// LIDT.
  /// - Throws: #GP(0) outside level 0.
  package func loadIDTR(limit: UInt16, base: UInt32, operandSize: Int) throws(Fault) {
    try requireSupervisor()
    idtr = TableRegister(base: tableBase(base, operandSize: operandSize), limit: limit)
  }

  /// SGDT and SIDT: the doubleword behind the limit. The 80286 stores ones in the byte that it does
  /// not have; from the 80386 on the whole base is stored at either operand size.
  package func storedBase(of table: TableRegister) -> UInt32 {
    let base = UInt32(truncatingIfNeeded: table.base)
    return model < .i80386 ? base | 0xFF00_0000 : base
  }
}

// MARK: Debug and test registers

/// DR6.
enum DebugStatus {
  /// B0...B3: which breakpoint.
  static let breakpoints: UInt32 = 0xF
  static let detected: UInt32 = 1 << 13
  static let singleStep: UInt32 = 1 << 14
  static let taskSwitch: UInt32 = 1 << 15
  static let ones: UInt32 = 0xFFFF_0FF0
  static let writable = breakpoints | detected | singleStep | taskSwitch
}

/// DR7.
enum DebugControl {
  /// L0...L3 and LE, which a task switch clears.
  static let local: UInt32 = 0x155
  static let generalDetect: UInt32 = 1 << 13
  static let ones: UInt32 = 1 << 10
  static let writable: UInt32 = 0xFFFF_23FF
}

extension CPU {
  /// DR6.
  package var debugStatus: UInt32 {
    get {
      state.field(Field.debugRegisters + 48, as: UInt32.self) & DebugStatus.writable
        | DebugStatus.ones
    }
    set {
      state.setField(
        Field.debugRegisters + 48, UInt64(newValue & DebugStatus.writable | DebugStatus.ones))
    }
  }
  /// DR7.
  package var debugControl: UInt32 {
    get {
      state.field(Field.debugRegisters + 56, as: UInt32.self) & DebugControl.writable
        | DebugControl.ones
    }
    set {
      state.setField(
        Field.debugRegisters + 56, UInt64(newValue & DebugControl.writable | DebugControl.ones))
      updateWatching()
    }
  }

  /// MOV DRn, r32. DR4 and DR5 are other names of DR6 and DR7.
  /// - Throws: #GP(0) outside level 0; #DB with DR6.BD set if DR7.GD guards the registers.
  package func moveToDR(_ number: UInt8, _ value: UInt32) throws(Fault) {
    try checkDebugAccess()
    switch number {
    case 0...3: state.setField(Field.debugRegisters + Int(number) * 8, UInt64(value))
    case 4, 6: debugStatus = value
    case 5, 7: debugControl = value
    default: throw .invalidOpcode
    }
  }

  /// MOV r32, DRn.
  /// - Throws: as ``moveToDR(_:_:)``.
  package func moveFromDR(_ number: UInt8) throws(Fault) -> UInt32 {
    try checkDebugAccess()
    switch number {
    case 0...3: return state.field(Field.debugRegisters + Int(number) * 8, as: UInt32.self)
    case 4, 6: return debugStatus
    case 5, 7: return debugControl
    default: throw .invalidOpcode
    }
  }

  private func checkDebugAccess() throws(Fault) {
    try requireSupervisor()
    guard debugControl & DebugControl.generalDetect != 0 else { return }
    debugStatus |= DebugStatus.detected
    throw .debug
  }

  /// MOV TRn, r32: TR6 and TR7 test the TLB (80386 on), TR3 to TR5 the cache (80486).
  ///
  /// A TLB look-up (TR6.C = 1) always answers "miss" (TR7.PL = 0): which translations are cached is
  /// not observable here. Writing entries into the TLB or the cache has no effect.
  /// - Throws: #GP(0) outside level 0; #UD for a register that does not exist.
  package func moveToTR(_ number: UInt8, _ value: UInt32) throws(Fault) {
    let slot = try testRegister(number)
    state.setField(slot, UInt64(value))
    if number == 6, value & 1 != 0 {
      let result = try testRegister(7)
      state.setField(result, state.field(result, as: UInt64.self) & ~0x10)
    }
  }

  /// MOV r32, TRn.
  /// - Throws: as ``moveToTR(_:_:)``.
  package func moveFromTR(_ number: UInt8) throws(Fault) -> UInt32 {
    state.field(try testRegister(number), as: UInt32.self)
  }

  private func testRegister(_ number: UInt8) throws(Fault) -> Int {
    try requireSupervisor()
    let first: UInt8 = model >= .i80486 ? 3 : 6
    guard first...7 ~= number else { throw .invalidOpcode }
    return Field.testRegisters + Int(number - 3) * 8
  }
}

// MARK: CPUID

extension CPU {
  /// CPUID: eax, ebx, ecx, edx. An 80486 SX with the SL enhancements: family 4, model 2, no FPU.
  /// - Source: Intel AP-485, "Intel Processor Identification and the CPUID Instruction".
  package static func identification(
    leaf: UInt32
  ) -> (eax: UInt32, ebx: UInt32, ecx: UInt32, edx: UInt32) {
    if leaf == 0 { return (1, 0x756E_6547, 0x6C65_746E, 0x4965_6E69) }
    return (0x042A, 0, 0, 0)
  }
}
