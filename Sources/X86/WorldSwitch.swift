import X86Decode

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// What a monitor moves between two processors, and what it loads into the one that is its hardware.

/// Everything that decides what a program's addresses and privileges mean, apart from its segments.
package struct SystemRegisters: Equatable, Sendable {
  package var cr0: UInt64 = 0
  package var cr3: UInt64 = 0
  package var cr4: UInt64 = 0
  package var efer: UInt64 = 0
  /// PAE paging's four page-directory-pointer registers.
  package var pageDirectoryPointers: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  package var gdtr = TableRegister(base: 0, limit: 0)
  package var idtr = TableRegister(base: 0, limit: 0)
  package var ldtr = SegmentCache.null(0)
  package var tr = SegmentCache.null(0)

  package init() {}

  package static func == (a: SystemRegisters, b: SystemRegisters) -> Bool {
    a.cr0 == b.cr0 && a.cr3 == b.cr3 && a.cr4 == b.cr4 && a.efer == b.efer
      && a.pageDirectoryPointers == b.pageDirectoryPointers && a.gdtr == b.gdtr
      && a.idtr == b.idtr && a.ldtr == b.ldtr && a.tr == b.tr
  }
}

extension CPU {
  /// Copies what a program works with: general registers, arithmetic flags, the instruction pointer, the
  /// x87 and SSE registers, the shield of one instruction behind STI or a load of SS. Segments and the
  /// other flags are not part of it.
  package func takeProgram(from other: CPU) {
    func copy(_ range: Range<Int>) {
      memcpy(state.state + range.lowerBound, other.state.state + range.lowerBound, range.count)
    }
    copy(Field.result..<Field.systemFlags)
    copy(Field.registers..<Field.registers + 16 * 8)
    copy(Field.xmm..<Field.mxcsr + 4)
    rip = other.rip
    stringToResume = other.stringToResume
    shadowRIP = other.shadowRIP
    shadowCoversTraps = other.shadowCoversTraps
    floatingPointErrorIsSignalled = other.floatingPointErrorIsSignalled
    ignoresFloatingPointErrors = other.ignoresFloatingPointErrors
  }

  /// FCS and FDS: the selectors that the last floating-point instructions were executed with.
  package var floatingPointSelectors: (instruction: UInt16, data: UInt16) {
    get { (FPU(state).instructionSelector, FPU(state).dataSelector) }
    set {
      FPU(state).instructionSelector = newValue.instruction
      FPU(state).dataSelector = newValue.data
    }
  }

  /// FIP, FCS and FDS: where the last x87 instruction was, and the segment of its operand.
  package var floatingPointPlace: (pointer: UInt64, code: UInt16, data: UInt16) {
    get {
      let unit = FPU(state)
      return (unit.instructionPointer, unit.instructionSelector, unit.dataSelector)
    }
    set {
      let unit = FPU(state)
      unit.instructionPointer = newValue.pointer
      unit.instructionSelector = newValue.code
      unit.dataSelector = newValue.data
    }
  }

  /// EFLAGS without the arithmetic flags.
  package var controlFlags: UInt32 {
    get { state.field(Field.systemFlags) }
    set {
      let changed = newValue ^ state.field(Field.systemFlags, as: UInt32.self)
      state.setField(Field.systemFlags, newValue)
      if changed & (EFlags.vm.rawValue | EFlags.ac.rawValue) != 0 {
        contextIsStale = true
        leaveUserPages()
      }
    }
  }

  package var systemRegisters: SystemRegisters {
    get {
      var registers = SystemRegisters()
      registers.cr0 = cr0
      registers.cr3 = cr3
      registers.cr4 = cr4
      registers.efer = efer
      registers.pageDirectoryPointers = (
        state.field(Field.pageDirectoryPointers), state.field(Field.pageDirectoryPointers + 8),
        state.field(Field.pageDirectoryPointers + 16), state.field(Field.pageDirectoryPointers + 24)
      )
      registers.gdtr = gdtr
      registers.idtr = idtr
      registers.ldtr = segment(.ldtr)
      registers.tr = segment(.tr)
      return registers
    }
    set {
      state.setField(Field.cr0, newValue.cr0)
      state.setField(Field.cr3, newValue.cr3)
      state.setField(Field.cr4, newValue.cr4)
      state.setField(Field.efer, newValue.efer)
      let pointers = newValue.pageDirectoryPointers
      state.setField(Field.pageDirectoryPointers, pointers.0)
      state.setField(Field.pageDirectoryPointers + 8, pointers.1)
      state.setField(Field.pageDirectoryPointers + 16, pointers.2)
      state.setField(Field.pageDirectoryPointers + 24, pointers.3)
      gdtr = newValue.gdtr
      idtr = newValue.idtr
      setSegment(.ldtr, newValue.ldtr)
      setSegment(.tr, newValue.tr)
      flushTLB()
      contextIsStale = true
    }
  }

  /// The A20 gate's position.
  package var passesA20: Bool { a20Enabled }
  /// Debug registers or single steps are in use, or an instruction is shielded from interrupts.
  package var isBeingDebugged: Bool {
    watchesCode || watchesData || pendingDebug != 0
      || state.field(Field.systemFlags, as: UInt32.self)
        & (EFlags.tf.rawValue | EFlags.rf.rawValue) != 0
  }
  /// Interrupts are held off for one instruction.
  package var isShadowed: Bool { shadowRIP == rip }
  /// The INTR pin's level.
  package var isInterruptRequested: Bool { interruptRequest }
  /// Stops until an interrupt comes, as HLT does.
  package func halt() { isHalted = true }
  /// Stops for good, as a triple fault does.
  package func shutDown() { isShutdown = true }
  package var isInShutdown: Bool { isShutdown }
  package var isHalting: Bool {
    get { isHalted }
    set { isHalted = newValue }
  }
  package var faultAddress: UInt64 { state.field(Field.cr2) }

  /// Drops the translations of one page, or all.
  package func dropTranslations(page linear: UInt64? = nil) {
    if let linear { flushTLB(page: linear) } else { flushTLB() }
  }

  /// A descriptor in memory as this processor's model and mode understand it.
  package func understood(_ raw: UInt64) -> Descriptor {
    Descriptor(raw, model: model, isLongMode: isLongMode)
  }

  package var decodingModel: Decoder { decoder }
}
