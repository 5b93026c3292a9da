import X86Decode

/// What makes the processor switch tasks; it decides about busy bits, link and NT.
enum TaskSwitchReason: Sendable {
  case jump, call, interrupt, interruptReturn

  /// The old task stays busy and the new one links back to it.
  var isNested: Bool { self == .call || self == .interrupt }
}

/// The dynamic part of a task state segment, in either of its formats.
private struct TaskState {
  var cr3: UInt32?
  var eip: UInt32
  var eflags: UInt32
  /// In encoding order: eAX eCX eDX eBX eSP eBP eSI eDI.
  var registers: [UInt32]
  /// ES CS SS DS, and FS GS in a 386 TSS.
  var segments: [UInt16]
  var ldt: UInt16
  var debugTrap: Bool
}

/// Where things lie in a TSS. Source: Intel SDM vol. 3, figures 7-2 and 7-10.
private struct TaskLayout {
  let is32Bit: Bool
  init(is32Bit: Bool) { self.is32Bit = is32Bit }

  /// The smallest permitted limit.
  var limit: UInt32 { is32Bit ? 0x67 : 0x2B }
  /// The dynamic fields that a switch away stores: from ``eip`` up to here.
  var savedEnd: UInt64 { is32Bit ? 0x60 : 0x2A }
  var size: Int { is32Bit ? 4 : 2 }
  var eip: UInt64 { is32Bit ? 0x20 : 0x0E }
  var eflags: UInt64 { eip + UInt64(size) }
  var registers: UInt64 { eip + 2 * UInt64(size) }
  var segments: UInt64 { eip + 10 * UInt64(size) }
  var segmentCount: Int { is32Bit ? 6 : 4 }
  var ldt: UInt64 { is32Bit ? 0x60 : 0x2A }
}

extension CPU {
  /// A hardware task switch. The selector and the descriptor's type have been checked.
  ///
  /// - Parameters:
  ///   - savedRIP: the instruction pointer to store in the old TSS.
  ///   - savedFlags: the EFLAGS to store, if not the present ones.
  ///   - errorCode: pushed on the new task's stack.
  /// - Throws: before the switch, #TS for a short TSS and page faults, with nothing committed. After
  ///   it, whatever the new task's segments deserve, with ``Fault/returnRIP`` set: the new task is
  ///   the current one then.
  /// - Source: Intel SDM vol. 3, 7.3, steps 3 to 13 and table 7-1.
  func switchTask(
    to selector: UInt16, _ descriptor: Descriptor, reason: TaskSwitchReason, savedRIP: UInt64,
    savedFlags: UInt32? = nil, errorCode: UInt16? = nil
  ) throws(Fault) {
    let new = TaskLayout(is32Bit: descriptor.systemType?.is32Bit == true)
    guard descriptor.limit >= new.limit else { throw .invalidTSS(selector.selectorCode) }
    let base = descriptor.base
    let oldTask = segment(.tr)
    let old = TaskLayout(is32Bit: oldTask.attributes & 8 != 0)
    guard oldTask.isPresent, old.savedEnd - 1 <= UInt64(oldTask.limit) else {
      throw .invalidTSS(oldTask.selector.selectorCode)
    }
    try probeSystem(
      linear(oldTask.base, old.eip), byteCount: Int(old.savedEnd - old.eip),
      writing: true)
    let incoming = try readTask(base, new)
    if reason.isNested { try probeSystem(base, byteCount: 2, writing: true) }
    for task in [oldTask.selector, selector] {
      guard let address = descriptorAddress(task) else { continue }
      try probeSystem(address, byteCount: 8, writing: true)
    }

    var pointers: InlineArray<4, UInt64>?
    if isPAEPaging, let cr3 = incoming.cr3 { pointers = try pageDirectoryPointers(UInt64(cr3)) }

    // From here on nothing can fault until the new task is the current one.
    var outgoingFlags = savedFlags ?? flagsImage & ~EFlags.rf.rawValue
    if reason == .interruptReturn { outgoingFlags &= ~EFlags.nt.rawValue }
    try saveTask(oldTask.base, old, eip: savedRIP, eflags: outgoingFlags)
    if !reason.isNested { try setBusy(oldTask.selector, false) }
    if reason.isNested { try writeSystem(base, oldTask.selector) }
    if reason != .interruptReturn { try setBusy(selector, true) }
    var task = descriptor.cache(selector: selector)
    task.attributes |= 2
    setSegment(.tr, task)
    if let pointers { setPageDirectoryPointers(pointers) }
    adopt(incoming, isNested: reason.isNested)

    do throws(Fault) {
      try qualifySegments(incoming)
      guard rip <= UInt64(segment(.cs).limit) else { throw Fault.protection(0) }
      if let errorCode {
        try pushValue(UInt32(errorCode), operandSize: new.size)
      }
    } catch {
      var fault = error
      fault.returnRIP = rip
      throw fault
    }
    // The trap comes before the new task's first instruction.
    if incoming.debugTrap { pendingDebug |= UInt64(DebugStatus.taskSwitch) }
  }

  /// The TSS image, read before anything changes.
  private func readTask(_ base: UInt64, _ layout: TaskLayout) throws(Fault) -> TaskState {
    let size = UInt64(layout.size)
    var registers: [UInt32] = []
    for index in 0..<8 {
      let value = try taskField(base, layout.registers + UInt64(index) * size, layout)
      // An 80286 TSS has no upper halves; the 80386 fills them with ones.
      registers.append(layout.is32Bit || model < .i80386 ? value : value | 0xFFFF_0000)
    }
    var segments: [UInt16] = []
    for index in 0..<layout.segmentCount {
      let value = try taskField(base, layout.segments + UInt64(index) * size, layout)
      segments.append(UInt16(truncatingIfNeeded: value))
    }
    return TaskState(
      cr3: layout.is32Bit ? try taskField(base, 0x1C, layout) : nil,
      eip: try taskField(base, layout.eip, layout),
      eflags: try taskField(base, layout.eflags, layout),
      registers: registers, segments: segments,
      ldt: UInt16(truncatingIfNeeded: try taskField(base, layout.ldt, layout)),
      debugTrap: layout.is32Bit ? try taskField(base, 0x64, layout) & 1 != 0 : false)
  }

  private func taskField(
    _ base: UInt64, _ offset: UInt64, _ layout: TaskLayout
  ) throws(Fault) -> UInt32 {
    let address = linear(base, offset)
    if layout.is32Bit { return try readSystem(address) }
    return UInt32(try readSystem(address, as: UInt16.self))
  }

  /// Stores the dynamic fields of the old task; link, inner stacks, CR3 and LDT are static.
  private func saveTask(
    _ base: UInt64, _ layout: TaskLayout, eip: UInt64, eflags: UInt32
  ) throws(Fault) {
    var offset = layout.eip
    func store(_ value: UInt32) throws(Fault) {
      let address = linear(base, offset)
      if layout.is32Bit {
        try writeSystem(address, value)
      } else {
        try writeSystem(address, UInt16(truncatingIfNeeded: value))
      }
      offset += UInt64(layout.size)
    }
    try store(UInt32(truncatingIfNeeded: eip))
    try store(eflags)
    for register in GeneralRegister.allCases.prefix(8) { try store(self.register(register)) }
    for slot in taskSlots.prefix(layout.segmentCount) { try store(UInt32(state.selector(slot))) }
  }

  /// Segment registers in the TSS's order.
  private var taskSlots: [SegmentSlot] { [.es, .cs, .ss, .ds, .fs, .gs] }

  /// Takes over the new task's registers; segment registers get their selectors only, and stay
  /// unusable until they are qualified (a virtual-8086 task's need no qualification).
  private func adopt(_ task: TaskState, isNested: Bool) {
    if let cr3 = task.cr3, cr0 & CR0.pg != 0 { setCR3(UInt64(cr3)) }
    var flags = task.eflags
    if isNested { flags |= EFlags.nt.rawValue }
    var loaded = writableFlags
    if task.cr3 != nil { loaded.formUnion([.vm, virtualInterruptFlags]) }
    changeFlags(EFlags(rawValue: .max), to: flags & loaded.rawValue)
    rip = UInt64(task.eip)
    queueIsEmpty = true
    for (register, value) in zip(GeneralRegister.allCases, task.registers) {
      if model < .i80386 {
        setRegister(register, UInt16(truncatingIfNeeded: value))
      } else {
        setRegister(register, value)
      }
    }
    for (index, slot) in taskSlots.enumerated() {
      let selector = index < task.segments.count ? task.segments[index] : 0
      setSegment(slot, isV86 ? directCache(slot, selector) : .null(selector))
    }
    setSegment(.ldtr, .null(task.ldt))
    cpl = isV86 ? 3 : task.segments[1].rpl
    state.setField(Field.cr0, cr0 | CR0.ts)
    // The local breakpoints belong to the task that is left.
    debugControl &= ~DebugControl.local
    contextIsStale = true
  }

  /// Loads LDTR and the segment caches of the new task, in its own context. Order: LDTR, CS, SS, then
  /// the data segments.
  private func qualifySegments(_ task: TaskState) throws(Fault) {
    setSegment(
      .ldtr, try localTable(task.ldt, Fault.invalidTSS, absent: Fault.invalidTSS))
    guard !isV86 else { return }
    setSegment(.cs, try taskCode(task.segments[1]))
    setSegment(.ss, try stackSegment(task.segments[2], level: cpl, Fault.invalidTSS))
    for (index, slot) in taskSlots.prefix(task.segments.count).enumerated()
    where slot != .cs && slot != .ss {
      setSegment(slot, try dataSegment(task.segments[index], level: cpl, Fault.invalidTSS))
    }
  }

  private func taskCode(_ selector: UInt16) throws(Fault) -> SegmentCache {
    guard !selector.isNullSelector else { throw .invalidTSS(0) }
    let code = try descriptor(selector, orThrow: Fault.invalidTSS)
    guard code.isCode, code.isConforming ? code.dpl <= selector.rpl : code.dpl == selector.rpl
    else { throw .invalidTSS(selector.selectorCode) }
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
    try markAccessed(selector, code)
    return code.cache(selector: selector)
  }
}
