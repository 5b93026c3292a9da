import BusKit
import X86Decode

/// The model-specific registers that the core does not keep in its raw state.
package struct ModelSpecificState: Codable, Equatable, Sendable {
  /// The time stamp counter less the timeline's tick.
  var timeStampOffset: UInt64 = 0
  /// IA32_APIC_BASE and CR8 of a processor whose local APIC is not wired; otherwise it holds them.
  var apicBase: UInt64 = 0
  var taskPriority: UInt8 = 0
  var timeStampAuxiliary: UInt64 = 0
  /// IA32_MISC_ENABLE.
  var miscellaneous: UInt64 = 0
  /// IA32_FEATURE_CONTROL.
  var featureControl: UInt64 = 0
  var pageAttributes: UInt64 = 0
  var memoryTypes = MemoryTypeRanges()
  /// Registers that are merely stored, by their numbers; those not in here hold their reset values.
  var stored: [UInt32: UInt64] = [:]
}

/// MTRRs. Source: Intel SDM vol. 3, 12.11.
struct MemoryTypeRanges: Codable, Equatable, Sendable {
  var defaultType: UInt64 = 0
  /// Base and mask of eight ranges, alternating: MSRs 200h to 20Fh.
  var variable = [UInt64](repeating: 0, count: 16)
  /// MSRs 250h, 258h, 259h, 268h to 26Fh.
  var fixed = [UInt64](repeating: 0, count: 11)

  /// Eight variable ranges, fixed ranges, write combining.
  static let capabilities: UInt64 = 0x508

  static func fixedIndex(_ register: UInt32) -> Int? {
    switch register {
    case 0x250: 0
    case 0x258, 0x259: Int(register - 0x257)
    case 0x268...0x26F: Int(register - 0x265)
    default: nil
    }
  }

  /// Uncacheable, write combining, write through, write protected, write back.
  static func isType(_ type: UInt64) -> Bool {
    switch type & 0xFF {
    case 0, 1, 4, 5, 6: true
    default: false
    }
  }
}

/// IA32_APIC_BASE.
enum APICBase {
  static let isBootProcessor: UInt64 = 1 << 8
  static let enabled: UInt64 = 1 << 11
  static let afterReset: UInt64 = 0xFEE0_0000 | enabled | isBootProcessor
}

/// IA32_MISC_ENABLE.
enum MiscellaneousEnable {
  static let fastStrings: UInt64 = 1 << 0
  static let thermalControl: UInt64 = 1 << 3
  /// Branch trace storage and event-based sampling do not exist; read-only.
  static let noBranchTrace: UInt64 = 1 << 11
  static let noSampling: UInt64 = 1 << 12
  static let speedStep: UInt64 = 1 << 16
  static let monitor: UInt64 = 1 << 18
  static let limitsCPUID: UInt64 = 1 << 22
  /// No messages of the task priority on the bus.
  static let hidesTaskPriority: UInt64 = 1 << 23
  static let disablesNX: UInt64 = 1 << 34
}

// MARK: RDMSR and WRMSR

extension CPU {
  /// RDMSR.
  /// - Throws: #GP(0) outside level 0 and for a register that the model does not have.
  /// - Source: Intel SDM vol. 4; AMD APM vol. 2, appendix A.
  package func readModelSpecific(_ register: UInt32) throws(Fault) -> UInt64 {
    try requireSupervisor()
    guard let value = modelSpecificValue(register) else { throw .protection(0) }
    return value
  }

  /// WRMSR.
  /// - Throws: #GP(0) outside level 0, for a register that the model does not have or that is read-only,
  ///   for reserved bits, and for an address that is not canonical.
  package func writeModelSpecific(_ register: UInt32, _ value: UInt64) throws(Fault) {
    try requireSupervisor()
    guard try setModelSpecific(register, value) else { throw .protection(0) }
  }

  /// Nil for a register that does not exist.
  private func modelSpecificValue(_ register: UInt32) -> UInt64? {
    if let field = systemField(register) { return state.field(field) }
    switch register {
    case 0x10 where features.contains(.tsc): return timeStamp
    case 0x1B, 0x6E0, 0x800...0x8FF: return apicValue(register)
    case 0x3A where model == .x86_64: return modelSpecific.featureControl
    case 0x1A0 where model == .x86_64: return modelSpecific.miscellaneous
    case 0xFE where features.contains(.mtrr): return MemoryTypeRanges.capabilities
    case 0x200...0x20F where features.contains(.mtrr):
      return modelSpecific.memoryTypes.variable[Int(register & 15)]
    case 0x250...0x26F where features.contains(.mtrr):
      return MemoryTypeRanges.fixedIndex(register).map { modelSpecific.memoryTypes.fixed[$0] }
    case 0x277 where features.contains(.pat): return modelSpecific.pageAttributes
    case 0x2FF where features.contains(.mtrr): return modelSpecific.memoryTypes.defaultType
    case 0xC000_0100 where features.contains(.longMode): return state.base(.fs)
    case 0xC000_0101 where features.contains(.longMode): return state.base(.gs)
    case 0xC000_0103 where features.contains(.rdtscp): return modelSpecific.timeStampAuxiliary
    default: return storedValue(register)
    }
  }

  /// - Returns: false for a register that does not exist.
  private func setModelSpecific(_ register: UInt32, _ value: UInt64) throws(Fault) -> Bool {
    switch register {
    case 0x10 where features.contains(.tsc): setTimeStamp(value)
    case 0x1B, 0x6E0, 0x800...0x8FF: return try setAPICValue(register, value)
    case 0x3A where model == .x86_64:
      // Nothing that the lock bit guards exists; once set it keeps the register as it is.
      guard modelSpecific.featureControl & 1 == 0, value & ~1 == 0 else { throw .protection(0) }
      modelSpecific.featureControl = value
    case 0x1A0 where model == .x86_64: try setMiscellaneous(value)
    case 0x200...0x20F where features.contains(.mtrr): try setVariableRange(register, value)
    case 0x250...0x26F where features.contains(.mtrr):
      guard let index = MemoryTypeRanges.fixedIndex(register) else { return false }
      guard (0..<8).allSatisfy({ MemoryTypeRanges.isType(value >> UInt64(8 * $0)) }) else {
        throw .protection(0)
      }
      modelSpecific.memoryTypes.fixed[index] = value
    case 0x277 where features.contains(.pat): try setPageAttributes(value)
    case 0x2FF where features.contains(.mtrr):
      guard value & ~0xCFF == 0, MemoryTypeRanges.isType(value) else { throw .protection(0) }
      modelSpecific.memoryTypes.defaultType = value
    case 0xC000_0080: return try setEFER(value)
    case 0xC000_0100 where features.contains(.longMode): try setBase(.fs, value)
    case 0xC000_0101 where features.contains(.longMode): try setBase(.gs, value)
    case 0xC000_0103 where features.contains(.rdtscp):
      if value >> 32 != 0, !model.isAMD { throw .protection(0) }
      modelSpecific.timeStampAuxiliary = value & 0xFFFF_FFFF
    default:
      guard let field = systemField(register) else { return try store(register, value) }
      try setSystemField(register, field, value)
    }
    return true
  }

  // MARK: Registers in the raw state

  /// Where the core keeps EFER and the registers of the fast system calls.
  private func systemField(_ register: UInt32) -> Int? {
    switch register {
    case 0x174 where features.contains(.sep): Field.sysenterCS
    case 0x175 where features.contains(.sep): Field.sysenterESP
    case 0x176 where features.contains(.sep): Field.sysenterEIP
    case 0xC000_0080 where !features.isDisjoint(with: [.syscall, .nx, .longMode]): Field.efer
    case 0xC000_0081 where features.contains(.syscall): Field.star
    case 0xC000_0082 where features.contains([.syscall, .longMode]): Field.lstar
    case 0xC000_0083 where features.contains([.syscall, .longMode]): Field.cstar
    case 0xC000_0084 where features.contains([.syscall, .longMode]): Field.syscallMask
    case 0xC000_0102 where features.contains(.longMode): Field.kernelGSBase
    default: nil
    }
  }

  private func setSystemField(_ register: UInt32, _ field: Int, _ value: UInt64) throws(Fault) {
    var value = value
    switch field {
    case Field.lstar, Field.cstar, Field.kernelGSBase: try requireCanonical(value)
    case Field.sysenterESP, Field.sysenterEIP, Field.sysenterCS:
      if !features.contains(.longMode) {
        value &= 0xFFFF_FFFF
      } else if field != Field.sysenterCS {
        try requireCanonical(value)
      }
    case Field.syscallMask: value &= 0xFFFF_FFFF
    default: break
    }
    state.setField(field, value)
  }

  private func requireCanonical(_ linear: UInt64) throws(Fault) {
    guard isCanonical(linear) else { throw .protection(0) }
  }

  private func setBase(_ slot: SegmentSlot, _ base: UInt64) throws(Fault) {
    try requireCanonical(base)
    replaceBase(slot, base)
  }

  /// Changes the base of FS or GS and nothing else of its cache.
  func replaceBase(_ slot: SegmentSlot, _ base: UInt64) {
    var cache = segment(slot)
    cache.base = base
    setSegment(slot, cache)
  }

  /// EFER: LMA is read-only, LME holds still while paging is on.
  private func setEFER(_ value: UInt64) throws(Fault) -> Bool {
    guard systemField(0xC000_0080) != nil else { return false }
    let bits: [(ProcessorFeatures, UInt64)] = [
      (.syscall, EFER.sce), (.longMode, EFER.lme | EFER.lma), (.lmsle, EFER.lmsle),
      (.ffxsr, EFER.ffxsr),
    ]
    var writable = bits.reduce(0) { features.contains($1.0) ? $0 | $1.1 : $0 }
    if offersNX { writable |= EFER.nxe }
    guard value & ~writable == 0 else { throw .protection(0) }
    let new = value & ~EFER.lma | efer & EFER.lma
    let changed = efer ^ new
    guard changed & EFER.lme == 0 || !isPaging else { throw .protection(0) }
    state.setField(Field.efer, new)
    if changed & EFER.nxe != 0 { flushTLB() }
    contextIsStale = true
    return true
  }

  // MARK: Time

  /// The time stamp counter: processor clocks since reset, or since what was written last.
  package var timeStamp: UInt64 { presentTick &+ modelSpecific.timeStampOffset }

  /// Up to the 686 class, writes reach the low half only and clear the high one.
  private func setTimeStamp(_ value: UInt64) {
    let new = features.contains(.longMode) ? value : value & 0xFFFF_FFFF
    modelSpecific.timeStampOffset = new &- presentTick
  }

  // MARK: Local APIC, miscellaneous, memory types

  /// IA32_APIC_BASE, IA32_TSC_DEADLINE and the registers of x2APIC mode are the local APIC's affair.
  private func apicValue(_ register: UInt32) -> UInt64? {
    guard features.contains(.apic) else { return nil }
    guard let interruptController else { return register == 0x1B ? modelSpecific.apicBase : nil }
    scheduler.now = presentTick
    guard let value = interruptController.readMSR(register) else { return nil }
    // IA32_TSC_DEADLINE is kept as a tick of the timeline.
    return register == 0x6E0 && value != 0
      ? value &+ modelSpecific.timeStampOffset : value
  }

  private func setAPICValue(_ register: UInt32, _ value: UInt64) throws(Fault) -> Bool {
    guard features.contains(.apic) else { return false }
    guard let interruptController else {
      guard register == 0x1B else { return false }
      let writable = physicalLines & ~0xFFF | APICBase.enabled | APICBase.isBootProcessor
      guard value & ~writable == 0 else { throw .protection(0) }
      modelSpecific.apicBase = value
      return true
    }
    scheduler.now = presentTick
    guard register == 0x6E0, value != 0 else {
      return interruptController.writeMSR(register, value)
    }
    // A time that has passed is now, before power-on too; zero would disarm the timer.
    let tick = value &- modelSpecific.timeStampOffset
    let isPast = value <= timeStamp
    return interruptController.writeMSR(register, isPast ? max(1, presentTick) : tick)
  }

  private func setMiscellaneous(_ value: UInt64) throws(Fault) {
    var writable =
      MiscellaneousEnable.fastStrings | MiscellaneousEnable.thermalControl
      | MiscellaneousEnable.speedStep | MiscellaneousEnable.limitsCPUID
      | MiscellaneousEnable.hidesTaskPriority
    if features.contains(.sse3) { writable |= MiscellaneousEnable.monitor }
    if features.contains(.nx) { writable |= MiscellaneousEnable.disablesNX }
    let fixed = MiscellaneousEnable.noBranchTrace | MiscellaneousEnable.noSampling
    guard value & ~(writable | fixed) == 0 else { throw .protection(0) }
    modelSpecific.miscellaneous = value & writable | fixed
    if !offersNX, efer & EFER.nxe != 0 {
      state.setField(Field.efer, efer & ~EFER.nxe)
      flushTLB()
    }
  }

  private func setVariableRange(_ register: UInt32, _ value: UInt64) throws(Fault) {
    let isMask = register & 1 != 0
    // Mask: V is bit 11. Base: the type in the low byte.
    let reserved: UInt64 = ~physicalLines | (isMask ? 0x7FF : 0xF00)
    guard value & reserved == 0, isMask || MemoryTypeRanges.isType(value) else {
      throw .protection(0)
    }
    modelSpecific.memoryTypes.variable[Int(register & 15)] = value
  }

  /// PAT: eight types; 2 and 3 do not exist, 7 is "uncacheable, but MTRRs may say otherwise".
  private func setPageAttributes(_ value: UInt64) throws(Fault) {
    for entry in 0..<8 {
      let type = value >> UInt64(8 * entry) & 0xFF
      guard type == 7 || MemoryTypeRanges.isType(type) else { throw .protection(0) }
    }
    modelSpecific.pageAttributes = value
  }
}

// MARK: Registers that are merely stored

/// A register that holds what was written and has no effect of its own.
private struct StoredRegister {
  /// The bits that can be written; others must be written as they are.
  let writable: UInt64
  let afterReset: UInt64
  /// Writes are accepted and lost.
  let isWriteOnly: Bool

  init(writable: UInt64, afterReset: UInt64 = 0, isWriteOnly: Bool = false) {
    self.writable = writable
    self.afterReset = afterReset
    self.isWriteOnly = isWriteOnly
  }
}

extension CPU {
  private func storedRegister(_ register: UInt32) -> StoredRegister? {
    guard features.contains(.msr) else { return nil }
    switch model {
    case .pentium: return Self.pentiumRegister(register)
    case .pentium3: return Self.family6Register(register) ?? Self.pentium3Register(register)
    case .x86_64: return Self.family6Register(register)
    case .x86_64AMD: return Self.amdRegister(register)
    default: return nil
    }
  }

  /// P5_MC_ADDR and P5_MC_TYPE, test registers TR1 to TR12, and the event counters' CESR, CTR0, CTR1.
  private static func pentiumRegister(_ register: UInt32) -> StoredRegister? {
    switch register {
    case 0x00, 0x01: StoredRegister(writable: .max)
    case 0x02, 0x04...0x09, 0x0B...0x0E: StoredRegister(writable: 0xFFFF_FFFF)
    case 0x11: StoredRegister(writable: 0x03FF_03FF)
    case 0x12, 0x13: StoredRegister(writable: 0xFF_FFFF_FFFF)
    default: nil
    }
  }

  private static func family6Register(_ register: UInt32) -> StoredRegister? {
    switch register {
    // P5_MC_ADDR and P5_MC_TYPE.
    case 0x00, 0x01: StoredRegister(writable: .max)
    // PLATFORM_ID: slot 0.
    case 0x17: StoredRegister(writable: 0)
    // BIOS_UPDT_TRIG: there is no update to load. BIOS_SIGN_ID: revision 0.
    case 0x79: StoredRegister(writable: .max, isWriteOnly: true)
    case 0x8B: StoredRegister(writable: .max)
    // Two counters of 40 bits and their event selections.
    case 0xC1, 0xC2: StoredRegister(writable: 0xFF_FFFF_FFFF)
    case 0x186, 0x187: StoredRegister(writable: 0xFFDF_FFFF)
    // MCG_CAP: no banks. MCG_STATUS.
    case 0x179: StoredRegister(writable: 0)
    case 0x17A: StoredRegister(writable: 7)
    default: nil
    }
  }

  /// EBL_CR_POWERON, TEST_CTL, and the second-level cache's controls.
  private static func pentium3Register(_ register: UInt32) -> StoredRegister? {
    switch register {
    case 0x2A: StoredRegister(writable: 0x07FF_FFFF)
    case 0x33: StoredRegister(writable: 0xC000_0000)
    case 0x88...0x8A, 0x116, 0x118...0x11B, 0x11E: StoredRegister(writable: .max)
    default: nil
    }
  }

  private static func amdRegister(_ register: UInt32) -> StoredRegister? {
    switch register {
    case 0x00, 0x01: StoredRegister(writable: .max)
    // Patch level: none. The patch loader takes what it gets.
    case 0x8B: StoredRegister(writable: 0)
    case 0xC001_0020: StoredRegister(writable: .max, isWriteOnly: true)
    case 0x179: StoredRegister(writable: 0)
    case 0x17A: StoredRegister(writable: 7)
    // Four event selections and counters of 48 bits.
    case 0xC001_0000...0xC001_0003: StoredRegister(writable: 0x0000_0F03_FFDF_FFFF)
    case 0xC001_0004...0xC001_0007: StoredRegister(writable: 0xFFFF_FFFF_FFFF)
    // SYSCFG: MtrrFixDramEn, MtrrFixDramModEn, MtrrVarDramEn, MtrrTom2En, Tom2ForceMemTypeWB.
    case 0xC001_0010: StoredRegister(writable: 0x007C_0000)
    // HWCR: TscFreqSel is set, the counter runs at the processor's clock.
    case 0xC001_0015: StoredRegister(writable: 0x3FFF_FFFF, afterReset: 1 << 24)
    // IORRs, TOP_MEM, TOP_MEM2, NB_CFG.
    case 0xC001_0016...0xC001_001A, 0xC001_001D, 0xC001_001F: StoredRegister(writable: .max)
    // VM_CR: SVMDIS and LOCK, for there is no SVM to enable.
    case 0xC001_0114: StoredRegister(writable: 7, afterReset: 0x18)
    default: nil
    }
  }

  private func storedValue(_ register: UInt32) -> UInt64? {
    guard let row = storedRegister(register), !row.isWriteOnly else { return nil }
    return modelSpecific.stored[register] ?? row.afterReset
  }

  private func store(_ register: UInt32, _ value: UInt64) throws(Fault) -> Bool {
    guard let row = storedRegister(register) else { return false }
    if row.isWriteOnly { return true }
    let old = modelSpecific.stored[register] ?? row.afterReset
    guard (old ^ value) & ~row.writable == 0, row.writable != 0 else { throw .protection(0) }
    modelSpecific.stored[register] = value
    return true
  }

  /// MSRs after reset. The time stamp counter starts at 0.
  func resetModelSpecific() {
    modelSpecific = ModelSpecificState()
    modelSpecific.timeStampOffset = 0 &- presentTick
    if features.contains(.apic) { modelSpecific.apicBase = APICBase.afterReset }
    // Write back, write through, uncached, uncacheable, twice.
    if features.contains(.pat) { modelSpecific.pageAttributes = 0x0007_0406_0007_0406 }
    if model == .x86_64 {
      modelSpecific.miscellaneous =
        MiscellaneousEnable.fastStrings | MiscellaneousEnable.noBranchTrace
        | MiscellaneousEnable.noSampling
        | (features.contains(.monitor) ? MiscellaneousEnable.monitor : 0)
    }
    for field in [
      Field.efer, Field.kernelGSBase, Field.star, Field.lstar, Field.cstar, Field.syscallMask,
      Field.sysenterCS, Field.sysenterESP, Field.sysenterEIP,
    ] {
      state.setField(field, 0 as UInt64)
    }
    for index in 0..<4 { state.setField(Field.pageDirectoryPointers + index * 8, 0 as UInt64) }
  }
}
