import BusKit
import X86Decode

/// The processor as a part on the board: its pins, and everything that is not hot.
public final class CPU {
  public let model: ProcessorModel
  /// What this processor can do beyond its model's base; a feature never stands without those it
  /// builds on.
  public let features: ProcessorFeatures
  package let memory: PhysicalMap
  package let ports: PortMap
  package let scheduler: Scheduler
  package let state: Processor
  package let decoder: Decoder
  let handlers: HandlerTable

  /// The INTA cycles: asks the interrupt controller for the vector. Wired by the board.
  public var acknowledgeInterrupt: () -> UInt8 = { 0xFF }
  /// The local APIC, on models that have one. Wired by the board.
  public var interruptController: (any ProcessorInterruptController)?

  // MARK: Pins and latches
  var interruptRequest = false
  var nmiPending = false
  /// From NMI's delivery to the next IRET.
  var nmiBlocked = false
  var isHalted = false
  var isShutdown = false
  var stopRequested = false
  var skipRequested = false
  /// Ticks that went by without an instruction: in HLT, and skipped on an idle hint.
  public internal(set) var idleTicks: Ticks = 0
  var a20Enabled = true
  /// STI or a load of SS holds interrupts off until the instruction at this address has executed.
  var shadowRIP: UInt64?
  /// A load of SS holds off debug traps as well.
  var shadowCoversTraps = false

  // MARK: Debug and alignment checking
  /// DR6 bits of traps that wait for the end of the instruction.
  var pendingDebug: UInt64 = 0
  /// A data breakpoint is enabled: the TLB stays empty, so that every access is seen.
  var watchesData = false
  /// A code breakpoint is enabled: the run loop steps.
  var watchesCode = false
  /// An I/O breakpoint is enabled.
  var watchesPorts = false
  /// EFER.LMSLE in 64-bit mode: limits are checked, so the TLB stays empty.
  var checksLongLimits = false
  /// CR0.AM, EFLAGS.AC and CPL 3: addresses are, and it stays empty as well.
  var checksAlignment = false
  /// A repeated string instruction that left off for the run loop, unfinished; `.max` if none.
  package var stringToResume: UInt64 = .max
  /// The instruction that a cold or warm op executes.
  var instructionRIP: UInt64 = 0
  /// An IRET that has just loaded RF: its RF is for the instruction after it.
  var ripOfFlagLoad: UInt64 = .max
  /// The step ended in an exception or a software interrupt, which swallows its single-step trap.
  var deliveredInStep = false

  // MARK: x87 error reporting
  /// The FERR# pin (ERROR# of a coprocessor, INT of the 8087). Wired by the board; called when it
  /// changes.
  public var floatingPointError: (Bool) -> Void = { _ in }
  var floatingPointErrorIsSignalled = false
  /// The IGNNE# pin.
  var ignoresFloatingPointErrors = false
  /// The instruction just executed has not been: it waits for the handler of a pending exception.
  var waitsAtInstruction = false

  /// A transfer has emptied the 80286's queue and is yet to pay for it.
  var queueIsEmpty = false

  // MARK: Slow memory
  var handlerFault = Fault.invalidOpcode
  var bounce = Bounce()
  // Indices of TLB entries, for dropping some or all: every one in use, those that only the supervisor
  // may use, and (while SMAP is on) those of user pages.
  var filledEntries: [UInt16] = []
  var supervisorEntries: [UInt16] = []
  var userEntries: [UInt16] = []
  /// Some TLB entry is a piece of a page larger than 4 KiB.
  var holdsLargePages = false

  // MARK: Code
  var blocks = BlockCache()
  package let codeWatch: CodeWatch
  /// Set whenever a mode, CS, a flat segment or CPL may have changed: the run loop then works out
  /// the code context anew.
  var contextIsStale = true
  /// What the present code context's blocks were decoded for.
  var modeKey: UInt32 = 0
  /// Blocks of one instruction, for exact deadlines, TF and breakpoints.
  var isStepping = false
  var codeLimit: UInt64 = 0xFFFF
  /// The tick at which this slice of the run ends at the latest.
  var sliceTarget: Ticks = 0
  /// In the tags of the branch cache on the 80286: its handlers never find their target there, and leave
  /// through ``leave(_:to:linking:)``, which knows what the target costs.
  let branchTagMark: UInt64
  // MARK: A monitor's hold on the processor
  /// Who executes instructions in this processor's place; see ``SliceExecutor``.
  package unowned(unsafe) var executor: (any SliceExecutor)?
  /// Faults and interrupts are not delivered but end the run; see ``takeInterception()``.
  package var intercepts = false
  var interception: Interception?
  /// Of the programmed interrupt that is on its way to an interception.
  var interceptedSource: InterruptSource?
  /// What becomes of sensitive instructions that do not fault; see ``setSensitivity(_:_:)``.
  var sensitivity = Sensitivity.none
  var sensitiveFault = false
  /// A limit of CS, besides FFFFh and FFFFFFFFh, within which near transfers go unchecked: one beyond it
  /// faults at its target.
  package var usualCodeLimit: UInt64 = 0xFFFF_FFFF

  /// Of a monitor's hardware that shows instructions and data apart; see ``FetchTranslations``.
  package var fetchTranslations: FetchTranslations?
  /// What instructions at a physical address cost that do not cost what they are: a monitor's own code,
  /// and translations of the guest's. Nil, from it or in its place: what the decoder says.
  package var foreignTiming: ((_ physical: UInt64) -> Timing?)?
  /// Told of each interrupt, NMI and debug trap that is accepted between two instructions, with its vector,
  /// before anything of its delivery has happened.
  package var onDelivery: ((UInt8, InterruptSource) -> Void)?
  /// Counts the times that linear addresses may have come to mean other bytes.
  package var codeMappingGeneration: UInt64 = 0

  /// What the debugger or a test asks for: every instruction a block of its own.
  package var alwaysSteps = false

  /// Physical address lines that exist.
  private(set) var physicalLines: UInt64 = 0xFFFF_FFFF
  /// Physical address lines that exist and are not forced low.
  private(set) var addressMask: UInt64 = 0xFFFF_FFFF

  // MARK: Model-specific registers
  /// Those that only their readers and writers know of.
  var modelSpecific = ModelSpecificState()

  /// - Parameters:
  ///   - model: what silicon to be.
  ///   - features: what it can do; nil for what the model was made with. Features whose base is
  ///     missing are left out.
  ///   - memory: the physical address space; its changes are noticed.
  ///   - ports: the I/O space.
  ///   - scheduler: the timeline, which this processor moves.
  public convenience init(
    model: ProcessorModel, features: ProcessorFeatures? = nil, memory: PhysicalMap, ports: PortMap,
    scheduler: Scheduler
  ) {
    self.init(
      model: model, features: features, memory: memory, ports: ports, scheduler: scheduler,
      companion: nil)
  }

  /// - Parameter companion: another processor with the same RAM; either then notices what the other
  ///   writes to code.
  package init(
    model: ProcessorModel, features: ProcessorFeatures? = nil, memory: PhysicalMap, ports: PortMap,
    scheduler: Scheduler, companion: CPU?
  ) {
    self.model = model
    self.features = (features ?? model.features).resolved(for: model)
    self.memory = memory
    self.ports = ports
    self.scheduler = scheduler
    decoder = Decoder(model: model, features: self.features)
    branchTagMark = model == .i80286 ? 1 << 47 : 0
    handlers = HandlerTable()
    codeWatch = companion?.codeWatch ?? CodeWatch(ram: memory.ram)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: Field.size, alignment: 64)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: Field.size)
    state = Processor(state: raw)
    state.setField(Field.owner, UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()))
    state.setField(Field.slow, UnsafePointer(handlers.slow))
    state.setField(Field.codeMap, codeWatch.map.table)
    codeWatch.add(self)
    memory.onChange = { [unowned(unsafe) self] in flushTLB() }
    updateAddressMask()
    flushEveryEntry()
    reset()
  }

  deinit {
    codeWatch.remove(self)
    memory.onChange = nil
    state.state.deallocate()
    handlers.deallocate()
    blocks.deallocate()
  }

  func updateAddressMask() {
    physicalLines = (1 << physicalAddressBits) - 1
    addressMask = a20Enabled ? physicalLines : physicalLines & ~(1 << 20)
  }
}

// MARK: What the system instructions see of the processor

extension CPU {
  package var isProtected: Bool { cr0 & CR0.pe != 0 && !isV86 }
  package var isV86: Bool { state.systemFlag(.vm) }
  /// EFER.LMA: 64-bit or compatibility mode.
  package var isLongMode: Bool { state.field(Field.efer, as: UInt64.self) & EFER.lma != 0 }
  /// 64-bit mode: long mode with CS.L.
  package var is64Bit: Bool { state.is64Bit }
  /// Real mode or virtual-8086 mode: segment loads shift the selector by four.
  var loadsSegmentsDirectly: Bool { !isProtected }
  package var cr0: UInt64 { state.field(Field.cr0) }
  package var cr3: UInt64 { state.field(Field.cr3) }
  package var cr4: UInt64 { state.field(Field.cr4) }
  package var efer: UInt64 { state.field(Field.efer) }
  /// 0 in real mode, 3 in virtual-8086 mode. Setting it keeps cached translations honest.
  package var cpl: UInt8 {
    get { state.field(Field.cpl) }
    set {
      let wasUser = cpl == 3
      state.setField(Field.cpl, newValue)
      contextIsStale = true
      if !wasUser, newValue == 3 { leaveSupervisor() }
      if wasUser, newValue != 3 { leaveUserPages() }
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
    let former = segmentContext(slot)
    state.setSegmentFields(slot, cache)
    if slot == .cs || segmentContext(slot) != former { contextIsStale = true }
  }

  /// What decoded code knows of a data segment: whether it is flat, and SS's width.
  private func segmentContext(_ slot: SegmentSlot) -> Int {
    (isFlat(slot) ? 1 : 0) | (slot == .ss && segment(SegmentSlot.ss).isBig ? 2 : 0)
  }
}
