import BusKit
import X86Decode

/// The processor as a part on the board: its pins, and everything that is not hot.
public final class CPU {
  public let model: ProcessorModel
  package let memory: PhysicalMap
  package let ports: PortMap
  package let scheduler: Scheduler
  package let state: Processor

  public init(model: ProcessorModel, memory: PhysicalMap, ports: PortMap, scheduler: Scheduler) {
    self.model = model
    self.memory = memory
    self.ports = ports
    self.scheduler = scheduler
    let raw = UnsafeMutableRawPointer.allocate(byteCount: Field.size, alignment: 64)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: Field.size)
    state = Processor(state: raw)
    state.setField(Field.owner, UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()))
  }

  deinit { state.state.deallocate() }

  /// The INTA cycles: asks the interrupt controller for the vector. Wired by the board.
  public var acknowledgeInterrupt: () -> UInt8 = { 0xFF }

  /// Set whenever a mode, CS, a flat segment or CPL may have changed: the run loop then works out
  /// the code context anew.
  var contextIsStale = true
}

// MARK: What the system instructions see of the processor

extension CPU {
  package var isProtected: Bool { cr0 & CR0.pe != 0 && !isV86 }
  package var isV86: Bool { state.systemFlag(.vm) }
  /// Real mode or virtual-8086 mode: segment loads shift the selector by four.
  var loadsSegmentsDirectly: Bool { !isProtected }
  package var cr0: UInt64 { state.field(Field.cr0) }
  package var cr3: UInt64 { state.field(Field.cr3) }
  var cr4: UInt64 { state.field(Field.cr4) }
  /// 0 in real mode, 3 in virtual-8086 mode. Setting it keeps cached translations honest.
  package var cpl: UInt8 {
    get { state.field(Field.cpl) }
    set {
      let wasUser = cpl == 3
      state.setField(Field.cpl, newValue)
      contextIsStale = true
      if !wasUser, newValue == 3 { leaveSupervisor() }
    }
  }
  /// The instruction pointer. In cold code it already points behind the instruction; a transfer
  /// assigns it, a fault leaves it to the fault door.
  package var rip: UInt64 {
    get { state.field(Field.rip) }
    set { state.setField(Field.rip, newValue) }
  }

  package func register<W: OperandWidth>(_ name: GeneralRegister, as: W.Type = W.self) -> W {
    state.register(name.offset)
  }
  package func setRegister<W: OperandWidth>(_ name: GeneralRegister, _ value: W) {
    state.setRegister(name.offset, value)
  }
  package func segment(_ slot: SegmentSlot) -> SegmentCache { state.segment(slot) }
  /// Loads a segment cache. Does not touch CPL.
  package func setSegment(_ slot: SegmentSlot, _ cache: SegmentCache) {
    state.setSegmentFields(slot, cache)
    contextIsStale = true
  }
}
