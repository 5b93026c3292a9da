import X86Decode

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

  /// MOV DRn, reg. DR4 and DR5 are other names of DR6 and DR7 as long as CR4.DE is clear.
  /// - Throws: #UD for a register that does not exist; #GP(0) outside level 0; #DB with DR6.BD set if
  ///   DR7.GD guards the registers; #GP(0) for bits above 31 in DR6 and DR7.
  package func moveToDR(_ number: UInt8, _ value: UInt64) throws(Fault) {
    try checkDebugAccess(number)
    if number < 4 { return state.setField(Field.debugRegisters + Int(number) * 8, value) }
    guard value >> 32 == 0 else { throw .protection(0) }
    if number & 1 == 0 {
      debugStatus = UInt32(truncatingIfNeeded: value)
    } else {
      debugControl = UInt32(truncatingIfNeeded: value)
    }
  }

  /// MOV reg, DRn.
  /// - Throws: as ``moveToDR(_:_:)``.
  package func moveFromDR(_ number: UInt8) throws(Fault) -> UInt64 {
    try checkDebugAccess(number)
    if number < 4 { return state.field(Field.debugRegisters + Int(number) * 8) }
    return UInt64(number & 1 == 0 ? debugStatus : debugControl)
  }

  private func checkDebugAccess(_ number: UInt8) throws(Fault) {
    guard number < 8, number & 6 != 4 || cr4 & CR4.de == 0 else { throw .invalidOpcode }
    try requireSupervisor()
    guard debugControl & DebugControl.generalDetect != 0 else { return }
    debugStatus |= DebugStatus.detected
    throw .debug
  }

  /// MOV TRn, reg: TR6 and TR7 test the TLB (80386 on), TR3 to TR5 the cache (80486).
  ///
  /// A TLB look-up (TR6.C = 1) always answers "miss" (TR7.PL = 0): which translations are cached is
  /// not observable here. Writing entries into the TLB or the cache has no effect.
  /// - Throws: #GP(0) outside level 0; #UD for a register that does not exist.
  package func moveToTR(_ number: UInt8, _ value: UInt64) throws(Fault) {
    let slot = try testRegister(number)
    state.setField(slot, value & 0xFFFF_FFFF)
    if number == 6, value & 1 != 0 {
      let result = try testRegister(7)
      state.setField(result, state.field(result, as: UInt64.self) & ~0x10)
    }
  }

  /// MOV reg, TRn.
  /// - Throws: as ``moveToTR(_:_:)``.
  package func moveFromTR(_ number: UInt8) throws(Fault) -> UInt64 {
    state.field(try testRegister(number))
  }

  private func testRegister(_ number: UInt8) throws(Fault) -> Int {
    try requireSupervisor()
    let first: UInt8 = model >= .i80486 ? 3 : 6
    guard first...7 ~= number else { throw .invalidOpcode }
    return Field.testRegisters + Int(number - 3) * 8
  }
}
