import BusKit
import X86Decode

// Fast system calls, FS and GS bases, model-specific registers, time, and the rest of what the
// Pentium and its successors brought to the system instructions.

extension CPU {
  func executeLaterSystem(_ i: InstructionPointer) throws(Fault) {
    let a = i.pointee.operands.0
    switch i.pointee.operation {
    case .rdmsr: setPair(try readModelSpecific(register(.rcx)))
    case .wrmsr:
      let low = UInt64(register(.rax, as: UInt32.self))
      let high = UInt64(register(.rdx, as: UInt32.self))
      try writeModelSpecific(register(.rcx), high << 32 | low)
    case .rdtsc: setPair(try readTimeStamp())
    case .rdtscp:
      setPair(try readTimeStamp())
      setRegister(.rcx, UInt32(truncatingIfNeeded: modelSpecific.timeStampAuxiliary))
    case .rdpmc: setPair(try readPerformanceCounter(register(.rcx)))
    case .syscall: try systemCall()
    case .sysret: try systemReturn(to64: i.pointee.operandSize == 8)
    case .sysenter: try systemEnter()
    case .sysexit: try systemExit(to64: i.pointee.operandSize == 8)
    case .swapgs: try swapGS()
    case .rdfsbase: try writeAnyWidth(a, try readBase(.fs), i)
    case .rdgsbase: try writeAnyWidth(a, try readBase(.gs), i)
    case .wrfsbase: try writeBase(.fs, try readAnyWidth(a, i))
    case .wrgsbase: try writeBase(.gs, try readAnyWidth(a, i))
    case .clac: try setAlignmentFlag(false)
    case .stac: try setAlignmentFlag(true)
    case .invpcid:
      try requireSupervisor()
      let slot = SegmentSlot(i.pointee.segment)
      let at = effectiveOffset(i)
      let next = (at &+ 8) & Self.mask(bytes: i.pointee.addressSize)
      let identifier: UInt64 = try read(slot, at)
      try invalidateContext(
        type: try readAnyWidth(a, i), identifier: identifier, address: try read(slot, next))
    case .monitor: try armMonitor(i)
    case .mwait: try waitForMonitor()
    // RSM outside system management mode, too.
    default: throw .invalidOpcode
    }
  }

  /// EDX:EAX; the upper halves of both registers are cleared.
  private func setPair(_ value: UInt64) {
    setRegister(.rax, UInt32(truncatingIfNeeded: value))
    setRegister(.rdx, UInt32(truncatingIfNeeded: value >> 32))
  }

  // MARK: Time and counters

  /// RDTSC.
  /// - Throws: #GP(0) with CR4.TSD outside level 0.
  package func readTimeStamp() throws(Fault) -> UInt64 {
    if cr4 & CR4.tsd != 0, cpl > 0 { throw .protection(0) }
    return timeStamp
  }

  /// RDPMC: the event counters are registers that hold what was written to them; no event is counted.
  /// - Throws: #GP(0) outside level 0 without CR4.PCE, and for a counter that does not exist.
  package func readPerformanceCounter(_ number: UInt32) throws(Fault) -> UInt64 {
    guard cpl == 0 || cr4 & CR4.pce != 0 else { throw .protection(0) }
    guard number < (model.isAMD ? 4 : 2) else { throw .protection(0) }
    return modelSpecific.stored[(model.isAMD ? 0xC001_0004 : 0xC1) + number] ?? 0
  }

  // MARK: SYSCALL and SYSRET

  /// Flat segments as the fast system calls load them, without a look at any table.
  private func flatCode(_ selector: UInt16, level: UInt8, isLong: Bool) -> SegmentCache {
    SegmentCache(
      selector: selector.withRPL(level), base: 0, limit: 0xFFFF_FFFF,
      attributes: (isLong ? 0xA09B : 0xC09B) | UInt16(level) << 5)
  }
  private func flatStack(_ selector: UInt16, level: UInt8) -> SegmentCache {
    SegmentCache(
      selector: selector.withRPL(level), base: 0, limit: 0xFFFF_FFFF,
      attributes: 0xC093 | UInt16(level) << 5)
  }

  /// SYSCALL. In long mode to LSTAR (from compatibility mode, AMD only, to CSTAR) with RIP in RCX and
  /// RFLAGS in R11; in legacy mode (AMD only) to STAR's low half.
  /// - Throws: #UD unless EFER.SCE.
  /// - Source: Intel SDM vol. 2, SYSCALL; AMD APM vol. 3, SYSCALL.
  package func systemCall() throws(Fault) {
    guard efer & EFER.sce != 0 else { throw .invalidOpcode }
    let star: UInt64 = state.field(Field.star)
    let selector = UInt16(truncatingIfNeeded: star >> 32) & 0xFFFC
    let target: UInt64
    if isLongMode {
      let flags = flagsImage & ~EFlags.rf.rawValue
      target = state.field(is64Bit ? Field.lstar : Field.cstar)
      setRegister(.rcx, rip)
      setRegister(.r11, UInt64(flags))
      let mask = state.field(Field.syscallMask, as: UInt32.self)
      // The single-step trap goes by TF as it is afterwards.
      if mask & EFlags.tf.rawValue != 0 { deliveredInStep = true }
      changeFlags([writableFlags, virtualInterruptFlags, .vm], to: flags & ~mask)
    } else {
      target = star & 0xFFFF_FFFF
      setRegister(.rcx, UInt32(truncatingIfNeeded: rip))
      changeFlags([.vm, .if, .rf], to: 0)
    }
    setSegment(.cs, flatCode(selector, level: 0, isLong: isLongMode))
    setSegment(.ss, flatStack(selector &+ 8, level: 0))
    rip = target
    cpl = 0
  }

  /// SYSRET.
  /// - Parameter to64: REX.W: return to 64-bit code.
  /// - Throws: #UD unless EFER.SCE; #GP(0) outside level 0 and outside protected mode; on Intel's
  ///   processors #GP(0), still at level 0, for an RCX that is not canonical.
  /// - Source: Intel SDM vol. 2, SYSRET; AMD APM vol. 3, SYSRET.
  package func systemReturn(to64: Bool) throws(Fault) {
    guard efer & EFER.sce != 0 else { throw .invalidOpcode }
    guard isProtected else { throw .protection(0) }
    try requireSupervisor()
    let target: UInt64 =
      to64 ? register(.rcx) : UInt64(register(.rcx, as: UInt32.self))
    if to64, !model.isAMD, !isCanonical(target) { throw .protection(0) }
    let selector = UInt16(truncatingIfNeeded: state.field(Field.star, as: UInt64.self) >> 48)
    if isLongMode {
      changeFlags(
        [writableFlags, virtualInterruptFlags, .vm],
        to: register(.r11, as: UInt32.self) & 0x3C_7FD7)
    } else {
      changeFlags(.if, to: .max)
    }
    // Here, too, the single-step trap goes by TF as it is afterwards, as if SYSCALL had just completed.
    if state.systemFlag(.tf) {
      pendingDebug |= UInt64(DebugStatus.singleStep)
    } else {
      deliveredInStep = true
    }
    setSegment(.cs, flatCode(to64 ? selector &+ 16 : selector, level: 3, isLong: to64))
    var stack = flatStack(selector &+ 8, level: 3)
    if model.isAMD {
      // Only the selector is loaded; what the cache holds stays.
      let former = segment(.ss)
      stack.base = former.base
      stack.limit = former.limit
      stack.attributes = former.attributes
    }
    setSegment(.ss, stack)
    rip = target
    cpl = 3
  }

  // MARK: SYSENTER and SYSEXIT

  /// SYSENTER.
  /// - Throws: #GP(0) in real mode and with a null IA32_SYSENTER_CS; #UD in AMD's long mode.
  /// - Source: Intel SDM vol. 2, SYSENTER; AMD APM vol. 3, SYSENTER.
  package func systemEnter() throws(Fault) {
    if model.isAMD, isLongMode { throw .invalidOpcode }
    guard cr0 & CR0.pe != 0 else { throw .protection(0) }
    let selector = try systemEnterSelector()
    changeFlags([.vm, .if, .rf], to: 0)
    let isLong = isLongMode
    setSegment(.cs, flatCode(selector, level: 0, isLong: isLong))
    setSegment(.ss, flatStack(selector &+ 8, level: 0))
    let mask: UInt64 = isLong ? .max : 0xFFFF_FFFF
    setRegister(.rsp, state.field(Field.sysenterESP, as: UInt64.self) & mask)
    rip = state.field(Field.sysenterEIP, as: UInt64.self) & mask
    cpl = 0
  }

  /// SYSEXIT.
  /// - Parameter to64: REX.W: return to 64-bit code.
  /// - Throws: #GP(0) outside protected mode's level 0, with a null IA32_SYSENTER_CS, and for pointers
  ///   that are not canonical; #UD in AMD's long mode.
  /// - Source: Intel SDM vol. 2, SYSEXIT.
  package func systemExit(to64: Bool) throws(Fault) {
    if model.isAMD, isLongMode { throw .invalidOpcode }
    guard isProtected else { throw .protection(0) }
    let selector = try systemEnterSelector()
    try requireSupervisor()
    let mask: UInt64 = to64 ? .max : 0xFFFF_FFFF
    let pointer = register(.rcx, as: UInt64.self) & mask
    let target = register(.rdx, as: UInt64.self) & mask
    guard isCanonical(pointer), isCanonical(target) else { throw .protection(0) }
    let code = selector &+ (to64 ? 32 : 16)
    setSegment(.cs, flatCode(code, level: 3, isLong: to64))
    setSegment(.ss, flatStack(code &+ 8, level: 3))
    setRegister(.rsp, pointer)
    rip = target
    cpl = 3
  }

  private func systemEnterSelector() throws(Fault) -> UInt16 {
    let selector = state.field(Field.sysenterCS, as: UInt16.self)
    guard !selector.isNullSelector else { throw .protection(0) }
    return selector & 0xFFFC
  }

  // MARK: Bases

  /// SWAPGS.
  /// - Throws: #GP(0) outside level 0.
  package func swapGS() throws(Fault) {
    try requireSupervisor()
    let base = state.base(.gs)
    replaceBase(.gs, state.field(Field.kernelGSBase))
    state.setField(Field.kernelGSBase, base)
  }

  private func requireBaseAccess() throws(Fault) {
    guard cr4 & CR4.fsgsbase != 0 else { throw .invalidOpcode }
  }

  /// RDFSBASE and RDGSBASE.
  /// - Throws: #UD unless CR4.FSGSBASE.
  package func readBase(_ slot: SegmentSlot) throws(Fault) -> UInt64 {
    try requireBaseAccess()
    return state.base(slot)
  }

  /// WRFSBASE and WRGSBASE.
  /// - Throws: #UD unless CR4.FSGSBASE; #GP(0) for a base that is not canonical.
  package func writeBase(_ slot: SegmentSlot, _ base: UInt64) throws(Fault) {
    try requireBaseAccess()
    guard isCanonical(base) else { throw .protection(0) }
    replaceBase(slot, base)
  }

  // MARK: CLAC, STAC, MONITOR, MWAIT

  /// - Throws: #UD outside level 0.
  private func setAlignmentFlag(_ value: Bool) throws(Fault) {
    guard cpl == 0 else { throw .invalidOpcode }
    changeFlags(.ac, to: value ? .max : 0)
  }

  /// MONITOR: the address is checked as for a load of one byte.
  /// - Throws: #UD outside level 0; #GP(0) for extensions in ECX; what the load throws.
  private func armMonitor(_ i: InstructionPointer) throws(Fault) {
    guard cpl == 0 else { throw .invalidOpcode }
    guard register(.rcx, as: UInt32.self) == 0 else { throw .protection(0) }
    let offset = register(.rax, as: UInt64.self) & Self.mask(bytes: i.pointee.addressSize)
    _ = try read(SegmentSlot(i.pointee.segment), offset, as: UInt8.self)
  }

  /// MWAIT: goes on at once, as it may; whoever uses it looks at the monitored line again and waits anew.
  /// - Throws: #UD outside level 0; #GP(0) for extensions other than "interrupts wake".
  private func waitForMonitor() throws(Fault) {
    guard cpl == 0 else { throw .invalidOpcode }
    guard register(.rcx, as: UInt32.self) & ~1 == 0 else { throw .protection(0) }
  }
}
