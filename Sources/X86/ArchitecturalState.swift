import BusKit
import X86Decode

/// Everything that software can know of a processor between two instructions, as a plain value: what
/// tests, snapshots and debuggers read and write. Caches and the timeline are not part of it.
public struct ArchitecturalState: Codable, Equatable, Sendable {
  /// A segment register with its hidden cache; see the segment descriptor format in Intel SDM vol. 3,
  /// 3.4.5. `attributes` is bits 8 to 23 of the descriptor's high doubleword without the limit bits.
  public struct Segment: Codable, Equatable, Sendable {
    public var selector: UInt16
    public var base: UInt64
    public var limit: UInt32
    public var attributes: UInt16

    public init(selector: UInt16, base: UInt64, limit: UInt32, attributes: UInt16) {
      self.selector = selector
      self.base = base
      self.limit = limit
      self.attributes = attributes
    }
  }

  public struct SystemCallRegisters: Codable, Equatable, Sendable {
    public var efer: UInt64
    public var kernelGSBase: UInt64
    public var star: UInt64
    public var lstar: UInt64
    public var cstar: UInt64
    public var mask: UInt64
    public var sysenterCS: UInt64
    public var sysenterESP: UInt64
    public var sysenterEIP: UInt64
  }

  /// rAX rCX rDX rBX rSP rBP rSI rDI r8...r15.
  public var registers: [UInt64]
  public var rip: UInt64
  public var eflags: UInt32
  /// ES CS SS DS FS GS.
  public var segments: [Segment]
  public var ldtr: Segment
  public var tr: Segment
  public var gdtrBase: UInt64
  public var gdtrLimit: UInt16
  public var idtrBase: UInt64
  public var idtrLimit: UInt16
  public var cr0: UInt64
  public var cr2: UInt64
  public var cr3: UInt64
  public var cr4: UInt64
  /// EFER and the registers of the fast system calls.
  public var systemCalls: SystemCallRegisters
  /// PAE paging's page-directory-pointer registers.
  public var pageDirectoryPointers: [UInt64]
  /// The remaining model-specific registers.
  package var modelSpecific: ModelSpecificState
  /// DR0...DR7; 4 and 5 are unused.
  public var debugRegisters: [UInt64]
  public var cpl: UInt8
  public var isHalted: Bool
  public var isShutdown: Bool
  /// Interrupts are held off until the next instruction has executed (STI, MOV SS).
  public var isInterruptShadowed: Bool
  /// From an NMI's delivery to the next IRET.
  public var blocksNonMaskableInterrupts: Bool
  /// The x87 and SSE registers.
  public var floatingPoint: FloatingPointState
}

extension CPU {
  /// The processor's state; setting it drops every cached translation and context.
  public var architecturalState: ArchitecturalState {
    get {
      func value(_ slot: SegmentSlot) -> ArchitecturalState.Segment {
        let cache = segment(slot)
        return .init(
          selector: cache.selector, base: cache.base, limit: cache.limit,
          attributes: cache.attributes)
      }
      return ArchitecturalState(
        registers: GeneralRegister.allCases.map { register($0) }, rip: rip,
        eflags: flagsImage,
        segments: [.es, .cs, .ss, .ds, .fs, .gs].map(value), ldtr: value(.ldtr), tr: value(.tr),
        gdtrBase: gdtr.base, gdtrLimit: gdtr.limit, idtrBase: idtr.base, idtrLimit: idtr.limit,
        cr0: cr0, cr2: state.field(Field.cr2), cr3: cr3, cr4: cr4,
        systemCalls: .init(
          efer: efer, kernelGSBase: state.field(Field.kernelGSBase), star: state.field(Field.star),
          lstar: state.field(Field.lstar), cstar: state.field(Field.cstar),
          mask: state.field(Field.syscallMask), sysenterCS: state.field(Field.sysenterCS),
          sysenterESP: state.field(Field.sysenterESP), sysenterEIP: state.field(Field.sysenterEIP)),
        pageDirectoryPointers: (0..<4).map { state.field(Field.pageDirectoryPointers + $0 * 8) },
        modelSpecific: modelSpecific,
        debugRegisters: (0..<8).map { state.field(Field.debugRegisters + $0 * 8) }, cpl: cpl,
        isHalted: isHalted, isShutdown: isShutdown, isInterruptShadowed: shadowRIP == rip,
        blocksNonMaskableInterrupts: nmiBlocked,
        floatingPoint: floatingPointState)
    }
    set {
      func load(_ slot: SegmentSlot, _ value: ArchitecturalState.Segment) {
        setSegment(
          slot,
          SegmentCache(
            selector: value.selector, base: value.base, limit: value.limit,
            attributes: value.attributes))
      }
      for (name, value) in zip(GeneralRegister.allCases, newValue.registers) {
        setRegister(name, value)
      }
      rip = newValue.rip
      state.eflags = newValue.eflags & (model < .i80286 ? 0xFFF : .max)
      let slots: [SegmentSlot] = [.es, .cs, .ss, .ds, .fs, .gs]
      for (slot, value) in zip(slots, newValue.segments) { load(slot, value) }
      load(.ldtr, newValue.ldtr)
      load(.tr, newValue.tr)
      gdtr = TableRegister(base: newValue.gdtrBase, limit: newValue.gdtrLimit)
      idtr = TableRegister(base: newValue.idtrBase, limit: newValue.idtrLimit)
      state.setField(Field.cr0, newValue.cr0)
      state.setField(Field.cr2, newValue.cr2)
      state.setField(Field.cr3, newValue.cr3)
      state.setField(Field.cr4, newValue.cr4)
      let calls = newValue.systemCalls
      for (field, value) in [
        (Field.efer, calls.efer), (Field.kernelGSBase, calls.kernelGSBase),
        (Field.star, calls.star), (Field.lstar, calls.lstar), (Field.cstar, calls.cstar),
        (Field.syscallMask, calls.mask), (Field.sysenterCS, calls.sysenterCS),
        (Field.sysenterESP, calls.sysenterESP), (Field.sysenterEIP, calls.sysenterEIP),
      ] {
        state.setField(field, value)
      }
      for (n, value) in newValue.pageDirectoryPointers.prefix(4).enumerated() {
        state.setField(Field.pageDirectoryPointers + n * 8, value)
      }
      modelSpecific = newValue.modelSpecific
      for (n, value) in newValue.debugRegisters.prefix(8).enumerated() {
        state.setField(Field.debugRegisters + n * 8, value)
      }
      cpl = newValue.cpl
      isHalted = newValue.isHalted
      isShutdown = newValue.isShutdown
      shadowRIP = newValue.isInterruptShadowed ? newValue.rip : nil
      nmiBlocked = newValue.blocksNonMaskableInterrupts
      floatingPointState = newValue.floatingPoint
      pendingDebug = 0
      stringToResume = .max
      flushEveryEntry()
      flushTLB()
      updateWatching()
      contextIsStale = true
    }
  }

  /// Executes exactly one instruction (one iteration or interrupted piece of a repeated one counts as
  /// the hardware's single step would), taking neither interrupts nor events. For debuggers and
  /// conformance runs.
  /// - Returns: the clocks it took.
  public func stepInstruction() -> Ticks {
    let before = presentTick
    stepOnce()
    return presentTick &- before
  }
}
