import BusKit
import X86
import X86Decode

/// Runs a guest kernel outside ring 0.
///
/// Two processors take part. The *virtual* one is the machine's: pins, clock, every register as the guest
/// believes it to be. The *hardware* is a second processor over the same RAM, of which the monitor owns
/// ring 0: it runs the guest's instructions in ring 1 (real mode in virtual-8086 mode), on shadow
/// descriptor and page tables, and hands back every fault and interrupt. What traps is executed on the
/// virtual processor, at the privilege that the guest believes in, and that is all of emulation.
package final class Monitor: SliceExecutor {
  /// What the guest believes in.
  package let guest: CPU
  /// What it runs on.
  package let machine: CPU
  let pool: MonitorPool
  let paging: ShadowPaging
  let descriptors: ShadowDescriptors
  /// Devices' memory that the guest may have as RAM.
  package let window: DeviceWindow
  package private(set) var engine: any Engine
  /// Counts and records what happens.
  package let journal: Journal

  /// The guest's page tables as of the last look at its system registers.
  private(set) var walk: GuestWalk
  private var knownRegisters: SystemRegisters?
  private var knownA20 = true
  private var knownV86 = false
  private var knownTranslated = false
  /// Writes to watched frames so far.
  private(set) var watchedWrites = 0
  /// Between ``enter(to:)`` and ``leave(to:)``.
  private var isOnHardware = false
  /// The segments as they were last moved, ES CS SS DS FS GS: the guest's and the hardware's.
  private var virtualSegments: [SegmentCache?] = Array(repeating: nil, count: 6)
  private var machineSegments = Array(repeating: SegmentCache.null(0), count: 6)
  /// Writes to watched frames that are not dealt with yet: where, and what stood there before.
  private var pendingWrites: [(address: Int, old: [UInt8])] = []
  /// The last hidden fault, to notice one that does not go away.
  private var lastHidden: (rip: UInt64, linear: UInt64, time: Ticks, count: Int) = (0, 0, 0, 0)
  var present: Plan?
  /// Looks whether the guest changes the machine's own state; nil spares the looks.
  package var consent: ConsentWatch?
  /// Told when the guest has done what no virtual machine may do, and must not go on.
  package var onViolation: ((Violation) -> Void)?

  /// - Parameter cpu: the machine's processor, an 80386 or later, with hidden RAM for a monitor.
  package init(_ cpu: CPU, engine: any Engine, journal: Journal) {
    guest = cpu
    let map = PhysicalMap(machineViewOf: cpu.memory, poolAddress: UInt64(cpu.memory.ram.byteCount))
    machine = CPU(
      model: cpu.model, features: cpu.features, memory: map, ports: PortMap(),
      scheduler: cpu.scheduler, companion: cpu)
    machine.intercepts = true
    machine.usualCodeLimit = MonitorLayout.hole - 1
    machine.interruptController = cpu.interruptController
    machine.floatingPointError = { [unowned cpu, unowned machine] in
      cpu.floatingPointError($0)
      // IRQ 13 may be due before the next instruction.
      machine.requestStop()
    }
    pool = MonitorPool(ram: cpu.memory.ram)
    paging = ShadowPaging(guest: cpu, machine: machine, pool: pool)
    descriptors = ShadowDescriptors(guest: cpu, pool: pool, paging: paging)
    window = DeviceWindow(memory: cpu.memory, pool: pool, paging: paging)
    walk = GuestWalk(cpu)
    self.engine = engine
    self.journal = journal
    writeOwnTables()
    cpu.codeWatch.setObserver(
      .init(
        willWrite: { [unowned self] in noteWrite($0, $1) },
        isPinned: { [unowned self] in paging.traced[UInt64($0)] != nil },
        pinned: { [unowned self] in paging.traced.keys.map { Int($0) } },
        ranges: { [unowned self] in paging.watchedBytes[UInt64($0)] ?? [] },
        pagesWithRanges: { [unowned self] in paging.watchedBytes.keys.map { Int($0) } }))
    let onChange = cpu.memory.onChange
    cpu.memory.onChange = { [unowned self] in
      onChange?()
      paging.reset()
    }
    cpu.executor = self
    cpu.onDelivery = { [unowned self] in journal.deliver($0, $1, self) }
    engine.attach(to: self)
  }

  /// Gives the machine back to its own processor. The monitor is of no use afterwards.
  package func detach() {
    engine.detach(from: self)
    release()
  }

  deinit { release() }

  private func release() {
    guard let executor = guest.executor, executor === self else { return }
    guest.executor = nil
    guest.onDelivery = nil
    guest.codeWatch.setObserver(nil)
    guest.memory.onChange = { [unowned guest] in guest.dropTranslations() }
  }

  /// Puts another engine to work. The guest notices nothing.
  package func use(_ engine: any Engine) {
    self.engine.detach(from: self)
    self.engine = engine
    present = nil
    paging.redirect = nil
    paging.reset()
    forget()
    engine.attach(to: self)
  }

  /// The next entry loads everything anew.
  func forget() {
    knownRegisters = nil
    virtualSegments = Array(repeating: nil, count: 6)
    descriptors.isStale = true
  }

  /// The next entry loads these segments, whether or not the guest's have changed.
  func forgetSegments(_ slots: [SegmentSlot]) {
    for slot in slots { virtualSegments[slot.rawValue] = nil }
  }

  /// What the hardware has in a segment register instead of the guest's selector.
  func machineSelector(_ slot: SegmentSlot) -> UInt16? { machineSegments[slot.rawValue].selector }

  /// Brings the shadow descriptors up to date with the guest's registers.
  func refreshDescriptors() {
    guard descriptors.isStale || knownRegisters != guest.systemRegisters else { return }
    descriptors.update(GuestWalk(guest))
  }

  /// IDT and TSS: every gate leads to the monitor, no port is open.
  private func writeOwnTables() {
    let gate = UInt64(MonitorLayout.monitorCode) << 16 | 0x0000_8E00_0000_0000
    for vector in 0..<256 {
      pool.pointer(MonitorLayout.idt).storeBytes(
        of: gate | UInt64(vector) * 16, toByteOffset: vector * 8, as: UInt64.self)
    }
    // The I/O map begins behind the 104 bytes of the TSS proper.
    let first = pool.pointer(MonitorLayout.tss)
    first.storeBytes(of: 104, toByteOffset: 102, as: UInt16.self)
    for byte in 104..<3 * 4096 { first.storeBytes(of: 0xFF, toByteOffset: byte, as: UInt8.self) }
  }

  // MARK: Slices

  package func runSlice(from now: Ticks, to target: Ticks) {
    guest.setPresent(now, sliceEnd: target)
    sliceEnd = target
    settleWrites()
    repeat {
      journal.look(self)
      let plan = engine.plan(self)
      if plan != present { changePlan(to: plan) }
      let began = guest.currentTick
      switch plan {
      case .direct: runDirectly(to: target)
      case .interpret: interpret(to: target)
      case .engine: engine.run(self, to: target)
      }
      journal.spend(guest.currentTick &- began, plan)
    } while mayGoOn(to: target)
  }

  /// Whether the slice is not over.
  func mayGoOn(to target: Ticks) -> Bool {
    guest.currentTick < target && !guest.needsAttention && !guest.isBeingDebugged
      && !guest.isShadowed
  }

  private func changePlan(to plan: Plan) {
    present = plan
    journal.transition(self, to: plan)
  }

  /// The plan of every engine that executes directly what can be.
  package func standardPlan() -> Plan {
    if guest.isLongMode { return .interpret(.longMode) }
    if guest.cr0 & 1 == 0 { return isV86Expressible ? .direct : .interpret(.bigReal) }
    if guest.isV86 { return .direct }
    let cs = guest.segment(SegmentSlot.cs)
    let rights = Attributes.code | Attributes.notSystem | Attributes.present
    guard cs.attributes & rights == rights else { return .interpret(.codeSegment) }
    // A fetch asks the limit alone, so that there must be one which keeps it below the monitor.
    let limit = Compression.truncatedLimit(
      base: cs.base, limit: cs.limit, attributes: cs.attributes)
    return limit == nil ? .interpret(.conflict) : .direct
  }

  private var isV86Expressible: Bool {
    for slot: SegmentSlot in [.es, .cs, .ss, .ds, .fs, .gs] {
      let cache = guest.segment(slot)
      guard cache.base == UInt64(cache.selector) << 4, cache.limit == 0xFFFF,
        cache.attributes & Attributes.big == 0
      else { return false }
    }
    return true
  }

  /// Executes on the virtual processor until something else is possible again, or for a while.
  private func interpret(to target: Ticks) {
    for _ in 0..<32 {
      if let step = guest.prepareStep() { guest.perform(step) }
      settleWrites()
      guard mayGoOn(to: target), engine.plan(self) == present else { return }
    }
    let now = guest.currentTick
    guest.runNatively(from: now, to: min(target, now + 4096))
    guest.setPresent(guest.currentTick, sliceEnd: target)
    settleWrites()
  }

  /// Executes on the hardware until something traps that was dealt with, or `target` comes.
  package func runDirectly(to target: Ticks) {
    enter(to: target)
    while true {
      let now = machine.currentTick
      let pause = journal.sampler.next
      if now < pause {
        machine.runNatively(from: now, to: min(target, pause))
      } else {
        machine.countInstructions(to: target, &journal.sampler)
      }
      if var interception = machine.takeInterception() {
        leave(to: target)
        // An engine's own code stands for an instruction of the guest's.
        interception.rip = guest.rip
        return deal(with: interception)
      }
      if machine.takeStop() || machine.isHalting {
        leave(to: target)
        // A floating-point instruction waits for the handler of an earlier one's error.
        if machine.isHalting {
          machine.isHalting = false
          guest.isHalting = true
        }
        return settleWrites()
      }
      guard machine.currentTick < target, machine.controlFlags & Self.debugFlags == 0 else {
        return leave(to: target)
      }
    }
  }

  // MARK: Exits

  func deal(with interception: Interception) {
    guest.setPresent(guest.currentTick, sliceEnd: sliceEnd)
    journal.begin(interception, self)
    if engine.handle(interception, self) { return }
    switch interception.cause {
    case .fault(let fault):
      if fault.vector == 14, let linear = fault.linearAddress {
        pageFault(linear, fault.errorCode ?? 0, interception.rip)
      } else {
        emulate(.privileged, reason: .fault(vector: fault.vector, errorCode: fault.errorCode))
      }
    case .interrupt(let vector, _):
      emulate(.interrupt, reason: .interrupt(vector))
    case .sensitive: engine.handleSensitive(self)
    }
  }

  private func pageFault(_ linear: UInt64, _ code: UInt16, _ rip: UInt64) {
    let isFetch =
      code & 16 != 0 || linear == (guest.segment(SegmentSlot.cs).base &+ rip) & 0xFFFF_FFFF
    guard linear < MonitorLayout.hole else {
      // Below a truncated limit only the hardware's own accesses get here: an accessed bit.
      return emulate(.hidden, reason: "accessed bit of a descriptor", qualification: linear)
    }
    let resolution = paging.resolve(linear, writing: code & 2 != 0, fetching: isFetch, walk)
    if case .guestFault = resolution {
      return emulate(.trueFault, reason: "#PF", qualification: linear)
    }
    if let violation = Policy.violation(linear, walk) { return terminate(violation) }
    switch resolution {
    case .filled:
      if isStuck(rip, linear) { return emulate(.hidden, reason: "page", qualification: linear) }
      journal.end(.hidden, self, reason: "shadow page", qualification: linear)
    case .guestFault: break
    case .device(let physical): emulate(.device, reason: "memory", qualification: physical)
    case .traced(let traces, let physical):
      emulate(.trace, reason: Self.describe(traces), qualification: physical)
    case .withheld(let physical): emulate(.patch, reason: "page", qualification: physical)
    case .loaded(let fetching):
      if isStuck(rip, linear) { return emulate(.hidden, reason: "page", qualification: linear) }
      journal.end(
        .hidden, self, reason: fetching ? "patched page, code" : "patched page, data",
        qualification: linear)
    }
  }

  /// Whether a fault that was dealt with has come back, and again.
  func isStuck(_ rip: UInt64, _ linear: UInt64) -> Bool {
    let now = guest.currentTick
    let isSame = lastHidden.rip == rip && lastHidden.linear == linear && lastHidden.time == now
    lastHidden = (rip, linear, now, isSame ? lastHidden.count + 1 : 0)
    return lastHidden.count > 2
  }

  /// Executes the present instruction on the virtual processor: what the hardware refused is done as
  /// ring 0 would do it, or faults for the guest as it would there.
  package func emulate(_ exitClass: ExitClass, reason: ExitReason, qualification: UInt64? = nil) {
    guard let step = guest.prepareStep() else {
      settleWrites()
      return journal.end(.trueFault, self, reason: "fetch", qualification: qualification)
    }
    journal.note(step, self)
    if let instruction = step.instruction,
      let violation = Policy.violation(instruction, on: guest)
    {
      return terminate(violation)
    }
    let hasFaulted = guest.perform(step)
    settleWrites()
    let isTrue = hasFaulted && exitClass != .interrupt
    let isConflict = exitClass == .privileged && !isTrue && isOrdinary(step)
    journal.end(
      isTrue ? .trueFault : isConflict ? .conflict : exitClass, self, reason: reason,
      qualification: qualification)
    engine.emulated(step.instruction, hasFaulted: hasFaulted, self)
  }

  /// Nothing about the instruction is privileged or sensitive: when it traps, it has met a limit that
  /// keeps it from the monitor.
  private func isOrdinary(_ step: PreparedStep) -> Bool {
    guard let instruction = step.instruction else { return true }
    return guest.decodingModel.row(instruction.row).privilege.isEmpty
  }

  /// The same without a trace in the journal: for what is no exit.
  func performUnseen() {
    if let step = guest.prepareStep() { guest.perform(step) }
    settleWrites()
  }

  /// Ends the guest, in front of the present instruction.
  func terminate(_ violation: Violation) {
    journal.end(.illegal, self, reason: .named(violation.description))
    guest.requestStop()
    onViolation?(violation)
  }

  /// Executes the present instruction on the virtual processor for an engine, whatever it is.
  func emulateOne(_ exitClass: ExitClass, reason: ExitReason) {
    guest.setPresent(guest.currentTick, sliceEnd: sliceEnd)
    journal.begin(at: guest.rip, self)
    emulate(exitClass, reason: reason)
  }

  // MARK: Watched frames

  private func noteWrite(_ address: Int, _ byteCount: Int) {
    watchedWrites &+= 1
    pendingWrites.append((address, guest.memory.ram.bytes(address, count: byteCount)))
    // The hardware may write beside watched bytes; when it hits them, what it executes may be stale.
    if isOnHardware, paging.traced[UInt64(address >> 12)] == nil { machine.stopBehindInstruction() }
  }

  /// Draws the consequences of writes to watched frames, whoever made them.
  func settleWrites() {
    guard !pendingWrites.isEmpty else { return }
    // Not emptied in place: a shared buffer's successor would be a little larger each time.
    let writes = pendingWrites
    pendingWrites = []
    for (address, old) in writes {
      let frame = UInt64(address >> 12)
      let isByBytes = paging.watchedBytes[frame] != nil
      guard let traces = paging.traced[frame] ?? (isByBytes ? .code : nil) else { continue }
      let new = guest.memory.ram.bytes(address, count: old.count)
      guard new != old else { continue }
      if traces.contains(.pageTable) {
        paging.pageTableChanged(frame, offset: address & 4095, old: old, new: new)
      }
      if traces.contains(.descriptors) { descriptors.isStale = true }
      if traces.contains(.code) || isByBytes {
        engine.codeChanged(frame, offset: address & 4095, byteCount: old.count, self)
      }
    }
  }

  // MARK: The world switch

  /// The end of the present slice.
  private(set) var sliceEnd: Ticks = 0

  /// From the virtual processor to the hardware.
  func enter(to target: Ticks) {
    sliceEnd = target
    if window.isInUse { window.refresh() }
    let registers = guest.systemRegisters
    isOnHardware = true
    let isTranslated = present == .engine && engine.translatesRealMode
    let isV86 = guest.isV86 || registers.cr0 & 1 == 0 && !isTranslated
    paging.isKernels = paging.separatesKernel && !isV86 && guest.cpl != 3
    if registers != knownRegisters || guest.passesA20 != knownA20 {
      configure(registers)
    } else if descriptors.isStale || paging.needsFlush {
      refresh(registers)
    }
    let cpl = isV86 ? 3 : Compression.ring(guest.cpl)
    machine.takeProgram(from: guest)
    let isForced = machine.cpl != cpl || isV86 != knownV86 || isTranslated != knownTranslated
    knownV86 = isV86
    knownTranslated = isTranslated
    for index in 0..<6 {
      guard let slot = SegmentSlot(rawValue: index) else { continue }
      let virtual = guest.segment(slot)
      if !isForced, virtualSegments[index] == virtual { continue }
      let compressed =
        isV86 ? Compression.machineV86(virtual) : Compression.machine(virtual, slot, cpl: cpl)
      let hardware = engine.segment(compressed, slot, self)
      virtualSegments[index] = virtual
      machineSegments[index] = hardware
      machine.setSegment(slot, hardware)
    }
    if machine.cpl != cpl { machine.cpl = cpl }
    let wanted = engine.sensitivity(self)
    machine.setSensitivity(wanted.0, faults: wanted.faults)
    enteredSelectors = machine.floatingPointSelectors
    machine.controlFlags =
      guest.controlFlags & Self.programFlags | Self.interruptFlag | (isV86 ? Self.v86Flag : 0)
    machine.setPresent(guest.currentTick, sliceEnd: target)
    engine.willEnter(self)
    consent?.begin(self)
  }

  /// From the hardware to the virtual processor.
  func leave(to target: Ticks) {
    consent?.end(self)
    if window.isInUse { window.writeBack() }
    isOnHardware = false
    guest.takeProgram(from: machine)
    guest.controlFlags =
      guest.controlFlags & ~Self.programFlags | machine.controlFlags & Self.programFlags
    let isReal = guest.cr0 & 1 == 0
    if !isReal, !guest.isV86, machine.cpl == 3, guest.cpl != 3 {
      // An IRET or RETF that nobody saw.
      guest.cpl = 3
    }
    for index in 0..<6 {
      guard let slot = SegmentSlot(rawValue: index) else { continue }
      let hardware = machine.segment(slot)
      guard hardware != machineSegments[index] else { continue }
      let virtual = virtualSegment(hardware, slot, isReal: isReal)
      machineSegments[index] = hardware
      virtualSegments[index] = virtual
      guest.setSegment(slot, virtual)
    }
    settleFloatingPoint()
    engine.didLeave(self)
    guest.setPresent(machine.currentTick, sliceEnd: target)
  }

  /// FCS and FDS when the hardware was entered.
  private var enteredSelectors: (instruction: UInt16, data: UInt16) = (0, 0)

  /// Floating-point instructions have recorded the hardware's CS, and SS or CS for their data; the guest
  /// knows these under its own names.
  private func settleFloatingPoint() {
    var selectors = guest.floatingPointSelectors
    guard selectors != enteredSelectors else { return }
    func own(_ selector: UInt16, _ slot: SegmentSlot) -> UInt16? {
      selector == machine.segment(slot).selector ? guest.segment(slot).selector : nil
    }
    if selectors.instruction != enteredSelectors.instruction {
      selectors.instruction = own(selectors.instruction, .cs) ?? selectors.instruction
    }
    if selectors.data != enteredSelectors.data {
      selectors.data = own(selectors.data, .ss) ?? own(selectors.data, .cs) ?? selectors.data
    }
    guest.floatingPointSelectors = selectors
  }

  /// The guest's clock goes on by what it would take the guest for something that was done in its place.
  func spendGuestTime(_ clocks: Ticks) {
    guest.setPresent(guest.currentTick &+ clocks, sliceEnd: sliceEnd)
  }

  /// What the guest believes to have loaded when the hardware has loaded this from its tables.
  private func virtualSegment(
    _ hardware: SegmentCache, _ slot: SegmentSlot, isReal: Bool
  ) -> SegmentCache {
    if isReal {
      return SegmentCache(
        selector: hardware.selector, base: hardware.base, limit: 0xFFFF, attributes: 0x93)
    }
    guard !guest.isV86, let raw = descriptors.guestDescriptor(hardware.selector) else {
      return hardware
    }
    let isRinged = (slot == .cs || slot == .ss) && machine.cpl != 3
    let selector =
      isRinged ? hardware.selector & 0xFFFC | UInt16(guest.cpl) : hardware.selector
    return guest.understood(raw).cache(selector: selector)
  }

  /// TF, DF, NT, AC and ID: what programs change themselves at any level. IF and IOPL are the guest's
  /// belief.
  private static let programFlags: UInt32 = 1 << 8 | 1 << 10 | 1 << 14 | 1 << 18 | 1 << 21
  private static let interruptFlag: UInt32 = 1 << 9
  /// TF and RF.
  private static let debugFlags: UInt32 = 1 << 8 | 1 << 16
  private static let v86Flag: UInt32 = 1 << 17

  /// The guest's system registers have changed: what the hardware's have to be.
  private func configure(_ registers: SystemRegisters) {
    let former = knownRegisters
    // Rights are looked at when an entry is filled; these decide about rights.
    if let former {
      let changesRights =
        (former.cr0 ^ registers.cr0) & 1 << 16 != 0 || former.cr4 != registers.cr4
        || former.efer != registers.efer
      if changesRights || guest.passesA20 != knownA20 { paging.reset() }
    }
    knownRegisters = registers
    knownA20 = guest.passesA20
    walk = GuestWalk(guest)
    virtualSegments = Array(repeating: nil, count: 6)
    load(registers)
  }

  private func refresh(_ registers: SystemRegisters) {
    if descriptors.isStale { descriptors.update(walk) }
    guard paging.needsFlush else { return }
    load(registers)
  }

  private func load(_ registers: SystemRegisters) {
    descriptors.update(walk)
    let root = engine.directRoot.map { (cr3: $0, pointers: (0, 0, 0, 0)) } ?? paging.root(walk)
    paging.needsFlush = false
    var hardware = SystemRegisters()
    let isPE = registers.cr0 & 1 != 0
    hardware.cr0 =
      0x8001_0001 | registers.cr0 & 0x3E | (isPE ? registers.cr0 & 1 << 18 : 0)
    hardware.cr3 = root.cr3
    hardware.pageDirectoryPointers = root.pointers
    // TSD makes RDTSC trap; OSFXSR, OSXMMEXCPT and DE are the program's; the rest concerns paging.
    let isPaging = walk.isPaging
    hardware.cr4 =
      registers.cr4 & (1 << 3 | 1 << 9 | 1 << 10)
      | (isPaging ? registers.cr4 & (1 << 5 | 1 << 20 | 1 << 21) : 0)
      | (guest.features.contains(.tsc) ? 1 << 2 : 0)
    if paging.separatesKernel { hardware.cr4 = hardware.cr4 & ~(1 << 21) | 1 << 20 }
    hardware.efer = isPaging && walk.isWide ? registers.efer & 1 << 11 : 0
    hardware.gdtr = TableRegister(base: MonitorLayout.linear(MonitorLayout.gdt), limit: 0xFFFF)
    hardware.idtr = TableRegister(base: MonitorLayout.linear(MonitorLayout.idt), limit: 0x7FF)
    hardware.tr = SegmentCache(
      selector: MonitorLayout.monitorTSS, base: MonitorLayout.linear(MonitorLayout.tss),
      limit: 0x2FFF, attributes: 0x8B)
    if registers.ldtr.attributes & Attributes.present != 0 {
      hardware.ldtr = SegmentCache(
        selector: MonitorLayout.monitorLDT, base: MonitorLayout.linear(MonitorLayout.ldt),
        limit: min(registers.ldtr.limit, 0xFFFF), attributes: 0x82)
    }
    machine.systemRegisters = hardware
  }

  // MARK: Words

  static func describe(_ traces: ShadowPaging.Traces) -> ExitReason {
    if traces.contains(.pageTable) { return "page table" }
    return traces.contains(.descriptors) ? "descriptor table" : "code"
  }
}
