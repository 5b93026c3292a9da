import BusKit
import X86
import X86Decode

// What INT 82h does, call by call. EAX is the number, EBX to EDI are the arguments; EAX is the answer, 0
// or a negated ``Refusal/code``. Nothing else changes but for iret and attach.

extension ParaEngine {
  /// The arguments, as the registers or a multicall's entry give them.
  struct Arguments {
    var values: [UInt32]
    subscript(n: Int) -> UInt32 { values[n] }
  }

  /// The guest has executed INT 82h in ring 1 (or in ring 0, before it attaches itself).
  func perform(_ monitor: Monitor) {
    let guest = monitor.guest
    let at = guest.rip
    let number: UInt32 = guest.register(.rax)
    let clocks = guest.prepareStep()?.clocks ?? 0
    let arguments = Arguments(values: [
      guest.register(.rbx), guest.register(.rcx), guest.register(.rdx), guest.register(.rsi),
      guest.register(.rdi),
    ])
    guest.rip = (at &+ 2) & 0xFFFF_FFFF
    monitor.spendGuestTime(clocks)
    var reason: String
    if number == Hypercall.iret.rawValue, stage == .attached {
      counts.calls[.iret, default: 0] += 1
      reason = Hypercall.iret.name
      interruptReturn(monitor, at)
    } else {
      reason = call(number, arguments, monitor)
    }
    if stage == .attached { deliverEvents(monitor) }
    monitor.settleWrites()
    monitor.journal.end(.hypercall, monitor, reason: .named(reason), qualification: UInt64(number))
  }

  /// One call with an answer, from a register or a multicall.
  /// - Returns: its name, and that it was refused.
  private func call(_ number: UInt32, _ arguments: Arguments, _ monitor: Monitor) -> String {
    let known = Hypercall(rawValue: number)
    let name = known?.name ?? "hypercall \(number)"
    do throws(Refusal) {
      try dispatch(known, arguments, monitor)
      monitor.guest.setRegister(.rax, UInt64(0))
      return name
    } catch {
      counts.refusals[error, default: 0] += 1
      monitor.guest.setRegister(.rax, UInt64(UInt32(0) &- error.code))
      return "\(name) refused: \(error.rawValue)"
    }
  }

  /// What a hypercall with these arguments does now, and its answer: for tests and tools, in place of
  /// INT 82h.
  package func request(_ call: Hypercall, _ arguments: UInt32..., on monitor: Monitor) -> Int32 {
    let values = arguments + [UInt32](repeating: 0, count: max(0, 5 - arguments.count))
    _ = self.call(call.rawValue, Arguments(values: values), monitor)
    monitor.settleWrites()
    return Int32(bitPattern: monitor.guest.register(.rax))
  }

  private func dispatch(
    _ call: Hypercall?, _ arguments: Arguments, _ monitor: Monitor
  ) throws(Refusal) {
    guard let call else { throw .unknownCall }
    counts.calls[call, default: 0] += 1
    guard stage == .attached else {
      guard call == .attach else { throw .unknownCall }
      return try attach(arguments, monitor)
    }
    switch call {
    case .attach: throw .inUse
    case .iret: throw .badArgument
    case .setTrapTable: try setTrapTable(arguments, monitor)
    case .stackSwitch: try switchStack(arguments, monitor)
    case .setCallbacks: try setCallbacks(arguments, monitor)
    case .setGDT: try setGDT(arguments, monitor)
    case .setLDT: try setLDT(arguments, monitor)
    case .updateDescriptor: try updateDescriptor(arguments, monitor)
    case .mmuUpdate: try updatePageTables(arguments, monitor)
    case .updateVAMapping: try updateMapping(arguments, monitor)
    case .mmuextOp: try extendedOperations(arguments, monitor)
    case .taskSwitched: setTaskSwitched(arguments[0] != 0, monitor)
    case .schedOp: try schedule(arguments, monitor)
    case .eventChannelOp: try eventChannel(arguments, monitor)
    case .multicall: try multicall(arguments, monitor)
    }
  }

  // MARK: The guest's memory, as its kernel sees it

  /// Where a doubleword lies in RAM.
  private func physical(
    _ linear: UInt32, writing: Bool, _ monitor: Monitor
  ) throws(Refusal) -> Int {
    guard UInt64(linear) + 3 < MonitorLayout.hole, linear & 4095 <= 4092 else { throw .badAddress }
    let found: CPU.Translation
    do throws(Fault) {
      found = try monitor.guest.translate(UInt64(linear), writing: writing, user: false)
    } catch {
      throw .badAddress
    }
    guard let frames, frames[UInt32(truncatingIfNeeded: found.physical >> 12)].isRAM else {
      throw .badAddress
    }
    return Int(found.physical)
  }

  private func read(_ linear: UInt32, _ monitor: Monitor) throws(Refusal) -> UInt32 {
    // Arrays of doublewords lie on doublewords.
    guard linear & 3 == 0 else { throw .badAddress }
    return monitor.guest.memory.ram.read(try physical(linear, writing: false, monitor))
  }

  private func write(_ linear: UInt32, _ value: UInt32, _ monitor: Monitor) throws(Refusal) {
    guard linear & 3 == 0 else { throw .badAddress }
    monitor.guest.memory.ram.write(try physical(linear, writing: true, monitor), value)
  }

  /// Lists are no longer than this.
  private static let listLimit: UInt32 = 1 << 16

  private func count(_ value: UInt32) throws(Refusal) -> Int {
    guard value <= Self.listLimit else { throw .badArgument }
    return Int(value)
  }

  // MARK: Attaching

  /// EBX: two pages, the shared one and the one for the virtual processor's tables, as the page tables
  /// map them. ECX: the page directory. EDX: the interface's version. Paging begins here.
  private func attach(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let guest = monitor.guest
    guard arguments[2] == ParaInterface.version else { throw .badArgument }
    guard guest.model >= .i80486, guest.cpl == 0, guest.cr0 & 0x8000_0001 == 1,
      guest.cr4 & 0x20 == 0, guest.efer & 0x100 == 0, guest.passesA20
    else { throw .unsupported }
    let pages = arguments[0]
    let directory = arguments[1]
    guard pages & 0xFFF == 0, directory & 0xFFF == 0, UInt64(pages) + 0x2000 <= MonitorLayout.hole
    else { throw .badAddress }
    monitor.paging.reset()
    let frames = ParaFrames(memory: guest.memory, holeEntry: monitor.paging.holeEntry)
    frames.onProtection = { [unowned monitor] in
      monitor.machine.dropTranslations()
      monitor.guest.dropTranslations()
    }
    frames.onTableChange = { [unowned self, unowned monitor] in watch($0, $1, monitor) }
    try frames.acquire(directory >> 12, as: .level2)
    let places: (shared: UInt32, tables: UInt32)
    do throws(Refusal) {
      guard let first = frames.leaf(directory >> 12, pages),
        let second = frames.leaf(directory >> 12, pages &+ 0x1000), first & 3 == 3, second & 1 == 1
      else { throw .badAddress }
      places = (first >> 12, second >> 12)
      try frames.acquire(places.tables, as: .descriptors)
      do throws(Refusal) {
        try frames.acquire(places.shared, as: .writable)
      } catch {
        frames.release(places.tables, as: .descriptors)
        throw error
      }
    } catch {
      frames.release(directory >> 12, as: .level2)
      throw error
    }
    attach(
      frames, root: directory, shared: Int(places.shared) << 12, tables: Int(places.tables) << 12)
    begin(pages, monitor)
  }

  /// The virtual processor as an attached guest finds it: in ring 1, with flat segments.
  private func begin(_ pages: UInt32, _ monitor: Monitor) {
    let guest = monitor.guest
    let ram = guest.memory.ram
    typealias Tables = ParaInterface.Tables
    for page in [shared, tables] { ram.write(page, bytes: [UInt8](repeating: 0, count: 4096)) }
    ram.write(shared + ParaInterface.Shared.mask, 1 as UInt8)
    ram.write(shared + ParaInterface.Shared.signature, ParaInterface.signature)
    ram.write(shared + ParaInterface.Shared.version, ParaInterface.version)
    // The I/O permission map would begin behind the limit: there is none.
    ram.write(tables + Tables.tss + 102, UInt16(Tables.tssLimit + 1))
    let flat: [UInt64] = [
      0, ParaDescriptors.flat(guest, isCode: true, ring: 1),
      ParaDescriptors.flat(guest, isCode: false, ring: 1),
      ParaDescriptors.flat(guest, isCode: true, ring: 3),
      ParaDescriptors.flat(guest, isCode: false, ring: 3),
    ]
    for (index, raw) in flat.enumerated() { ram.write(tables + Tables.gdt + index * 8, raw) }
    let base = UInt64(pages) + 0x1000
    var registers = guest.systemRegisters
    registers.cr0 |= 0x8001_0000
    registers.cr3 = UInt64(root)
    registers.gdtr = TableRegister(
      base: base + UInt64(Tables.gdt), limit: UInt16(Tables.gdtEntries * 8 - 1))
    registers.idtr = TableRegister(base: base + UInt64(Tables.idt), limit: 0x7FF)
    registers.ldtr = .null(0)
    registers.tr = SegmentCache(
      selector: 0, base: base + UInt64(Tables.tss), limit: UInt32(Tables.tssLimit),
      attributes: 0x8B)
    guest.systemRegisters = registers
    func cache(_ index: Int, _ selector: UInt16) -> SegmentCache {
      var cache = guest.understood(flat[index]).segment
      cache.selector = selector
      return cache
    }
    guest.setSegment(.cs, cache(1, ParaInterface.flatCode))
    for slot: SegmentSlot in [.ss, .ds, .es] {
      guest.setSegment(slot, cache(2, ParaInterface.flatData))
    }
    for slot: SegmentSlot in [.fs, .gs] { guest.setSegment(slot, .null(0)) }
    guest.cpl = 1
    // IF clear, IOPL 1: the ring that the kernel is in.
    guest.controlFlags = guest.controlFlags & ~0x3200 | 0x1000
    setMachineGate(ParaInterface.vector, ring: 1, monitor)
    // What of the PC's first MiB is mapped is used without the monitor.
    monitor.machine.memory.showsDevices = true
    monitor.forget()
  }

  // MARK: Traps

  /// EBX: a list of {vector, flags, selector, offset}, eight bytes each; ECX: how many, or 0 to take all
  /// gates away. Flags 0 and 1: who may use INT n, ring 1 or 3. Flag 2: the handler begins with events masked.
  private func setTrapTable(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let count = try count(arguments[1])
    var gates: [(vector: UInt8, ring: UInt8, raw: UInt64)] = []
    for n in 0..<UInt32(count) {
      let first = try read(arguments[0] &+ n * 8, monitor)
      let offset = try read(arguments[0] &+ n * 8 + 4, monitor)
      let vector = UInt8(truncatingIfNeeded: first)
      let selector = UInt16(first >> 16)
      guard vector != ParaInterface.vector else { throw .badArgument }
      try checkEntry(selector, offset)
      let ring: UInt8 = first >> 8 & 3 == 3 ? 3 : 1
      gates.append(
        (
          vector, ring,
          ParaDescriptors.gate(
            selector: selector, offset: offset, ring: ring, masksEvents: first >> 10 & 1 != 0)
        ))
    }
    if count == 0 {
      gates = (0...255).filter { $0 != ParaInterface.vector }.map { ($0, 0, 0) }
    }
    for gate in gates {
      monitor.guest.memory.ram.write(
        tables + ParaInterface.Tables.idt + Int(gate.vector) * 8, gate.raw)
      setMachineGate(gate.vector, ring: gate.ring, monitor)
    }
  }

  /// A place to enter the kernel at.
  private func checkEntry(_ selector: UInt16, _ offset: UInt32) throws(Refusal) {
    guard selector & 7 == 1, UInt64(offset) < MonitorLayout.hole else { throw .badArgument }
  }

  /// EBX: SS, ECX: ESP, for the next way from ring 3 into the kernel.
  private func switchStack(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    guard arguments[0] & 3 == 1, arguments[0] < 0x1_0000,
      UInt64(arguments[1]) <= MonitorLayout.hole
    else { throw .badArgument }
    let ram = monitor.guest.memory.ram
    ram.write(tables + ParaInterface.Tables.esp1, arguments[1])
    ram.write(tables + ParaInterface.Tables.ss1, arguments[0])
  }

  /// EBX: CS, ECX: EIP of what is entered, with events masked, when an event channel is pending.
  private func setCallbacks(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    guard arguments[0] < 0x1_0000 else { throw .badArgument }
    let selector = UInt16(arguments[0])
    try checkEntry(selector, arguments[1])
    hasEventCallback = true
    monitor.guest.memory.ram.write(
      tables + ParaInterface.Tables.idt + Int(ParaInterface.vector) * 8,
      ParaDescriptors.gate(selector: selector, offset: arguments[1], ring: 1, masksEvents: true))
  }

  /// On the stack: EAX, EIP, CS, EFLAGS, and ESP and SS for ring 3. IF goes to the mask byte. What is wrong
  /// with them is a fault of the hypercall's INT, as it would be IRET's.
  private func interruptReturn(_ monitor: Monitor, _ at: UInt64) {
    let guest = monitor.guest
    let stack: UInt32 = guest.register(.rsp)
    let former: UInt32 = guest.register(.rax)
    let base = UInt32(truncatingIfNeeded: guest.segment(SegmentSlot.ss).base)
    do throws(Fault) {
      let value: UInt32
      do throws(Refusal) {
        value = try read(base &+ stack, monitor)
      } catch {
        throw Fault.kernelStack
      }
      guest.setRegister(.rax, UInt64(value))
      guest.setRegister(.rsp, UInt64(stack &+ 4))
      try guest.interruptReturn(operandSize: 4)
      // RF is for breakpoints, of which a paravirtual guest has none.
      guest.controlFlags &= ~Self.resumeFlag
    } catch {
      guest.setRegister(.rax, UInt64(former))
      guest.setRegister(.rsp, UInt64(stack))
      guest.rip = at
      if !guest.raise(error, at: at) { guest.shutDown() }
    }
  }

  // MARK: Descriptor tables

  /// EBX: where the table is, ECX: how many entries. Its frames can no longer be written.
  private func setGDT(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    guard arguments[1] > 0 else { throw .badArgument }
    descriptorFrames.gdt = try takeTable(arguments, replacing: descriptorFrames.gdt, monitor)
    var registers = monitor.guest.systemRegisters
    registers.gdtr = TableRegister(
      base: UInt64(arguments[0]), limit: UInt16(truncatingIfNeeded: arguments[1] * 8 - 1))
    monitor.guest.systemRegisters = registers
    monitor.descriptors.isStale = true
  }

  /// The same for the LDT; no entries: there is none.
  private func setLDT(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    descriptorFrames.ldt = try takeTable(arguments, replacing: descriptorFrames.ldt, monitor)
    var registers = monitor.guest.systemRegisters
    registers.ldtr =
      arguments[1] == 0
      ? .null(0)
      : SegmentCache(
        selector: ParaInterface.localTable, base: UInt64(arguments[0]),
        limit: arguments[1] * 8 - 1, attributes: 0x82)
    monitor.guest.systemRegisters = registers
    monitor.descriptors.isStale = true
  }

  /// Takes the frames of a table and approves of what is in it.
  private func takeTable(
    _ arguments: Arguments, replacing former: [UInt32], _ monitor: Monitor
  ) throws(Refusal) -> [UInt32] {
    guard let frames else { return [] }
    let count = arguments[1]
    // The machine's own entries come behind.
    guard count <= 0xFFC0 / 8, arguments[0] & 7 == 0,
      UInt64(arguments[0]) + UInt64(count) * 8 <= MonitorLayout.hole
    else { throw .badArgument }
    var places: [Int] = []
    for n in 0..<count {
      places.append(try physical(arguments[0] &+ n * 8, writing: false, monitor))
    }
    var taken: [UInt32] = []
    do throws(Refusal) {
      for frame in Set(places.map { UInt32($0 >> 12) }).sorted() {
        try frames.acquire(frame, as: .descriptors)
        taken.append(frame)
      }
      let ram = monitor.guest.memory.ram
      var entries: [UInt64] = []
      for place in places {
        entries.append(try ParaDescriptors.approved(ram.read(place), monitor.guest))
      }
      for (place, raw) in zip(places, entries) { ram.write(place, raw) }
    } catch {
      for frame in taken { frames.release(frame, as: .descriptors) }
      throw error
    }
    for frame in former { frames.release(frame, as: .descriptors) }
    return taken
  }

  /// EBX: the physical address of an entry, ECX and EDX: its halves.
  private func updateDescriptor(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let frame = arguments[0] >> 12
    guard arguments[0] & 7 == 0, let frames, Int(frame) << 12 != tables else { throw .badArgument }
    guard frames[frame].kind == .descriptors else { throw .wrongType }
    let raw = UInt64(arguments[1]) | UInt64(arguments[2]) << 32
    monitor.guest.memory.ram.write(
      Int(arguments[0]), try ParaDescriptors.approved(raw, monitor.guest))
    monitor.descriptors.isStale = true
  }

  // MARK: Page tables

  /// EBX: a list of {physical address of an entry, its new value}; ECX: how many; EDX: 0, or where the number
  /// of those that were made goes. Ends at the first that is refused.
  private func updatePageTables(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let count = try count(arguments[1])
    counts.batches[count, default: 0] += 1
    var done: UInt32 = 0
    var refusal: Refusal?
    do throws(Refusal) {
      while done < count {
        let at = try read(arguments[0] &+ done * 8, monitor)
        let value = try read(arguments[0] &+ done * 8 + 4, monitor)
        guard at & 3 == 0, let frames else { throw .badArgument }
        try frames.update(at >> 12, Int(at >> 2 & 1023), to: value)
        done += 1
      }
    } catch {
      refusal = error
    }
    note(updates: Int(done), monitor)
    if arguments[2] != 0 { try write(arguments[2], done, monitor) }
    if let refusal { throw refusal }
  }

  /// An update takes the guest the clock of the store that it stands for.
  private func note(updates: Int, _ monitor: Monitor) {
    counts.pageTableUpdates += updates
    monitor.spendGuestTime(Ticks(updates))
    monitor.journal.costs.charge(.tableUpdate, times: UInt64(updates))
  }

  /// EBX: a linear address, ECX: the entry that maps it from now on, EDX: 0, or 1 to forget the old
  /// translation, or 2 to forget all.
  private func updateMapping(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    guard let frames, UInt64(arguments[0]) < MonitorLayout.hole, arguments[2] <= 2 else {
      throw .badArgument
    }
    guard let table = frames.table(root >> 12, arguments[0]) else { throw .badAddress }
    try frames.update(table, Int(arguments[0] >> 12 & 1023), to: arguments[1])
    note(updates: 1, monitor)
    if arguments[2] > 0 { flush(arguments[2] == 1 ? arguments[0] : nil, monitor) }
  }

  private func flush(_ linear: UInt32?, _ monitor: Monitor) {
    monitor.machine.dropTranslations(page: linear.map { UInt64($0) })
    monitor.guest.dropTranslations(page: linear.map { UInt64($0) })
  }

  /// EBX: a list of {operation, argument}; ECX: how many; EDX: 0, or where the number of those that were done
  /// goes. Ends at the first that is refused.
  private func extendedOperations(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let count = try count(arguments[1])
    var done: UInt32 = 0
    var refusal: Refusal?
    do throws(Refusal) {
      while done < count {
        let operation = try read(arguments[0] &+ done * 8, monitor)
        let argument = try read(arguments[0] &+ done * 8 + 4, monitor)
        try extendedOperation(operation, argument, monitor)
        done += 1
      }
    } catch {
      refusal = error
    }
    if arguments[2] != 0 { try write(arguments[2], done, monitor) }
    if let refusal { throw refusal }
  }

  private func extendedOperation(
    _ operation: UInt32, _ argument: UInt32, _ monitor: Monitor
  ) throws(Refusal) {
    guard let frames else { return }
    typealias Operation = ParaInterface.MMUExt
    switch operation {
    case Operation.pinLevel1, Operation.pinLevel2:
      guard argument & 0xFFF == 0 else { throw .badArgument }
      try frames.pin(argument >> 12, as: operation == Operation.pinLevel1 ? .level1 : .level2)
    case Operation.unpin:
      guard argument & 0xFFF == 0 else { throw .badArgument }
      try frames.unpin(argument >> 12)
    case Operation.newBasePointer:
      guard argument & 0xFFF == 0 else { throw .badArgument }
      try frames.acquire(argument >> 12, as: .level2)
      frames.release(root >> 12, as: .level2)
      root = argument
      var registers = monitor.guest.systemRegisters
      registers.cr3 = UInt64(argument)
      monitor.guest.systemRegisters = registers
      monitor.machine.dropTranslations()
    case Operation.flush: flush(nil, monitor)
    case Operation.invalidatePage: flush(argument, monitor)
    default: throw .badArgument
    }
  }

  // MARK: The processor

  /// EBX: CR0.TS.
  private func setTaskSwitched(_ isSet: Bool, _ monitor: Monitor) {
    var registers = monitor.guest.systemRegisters
    registers.cr0 = registers.cr0 & ~8 | (isSet ? 8 : 0)
    monitor.guest.systemRegisters = registers
  }

  /// EBX: what to do; ECX: the status of a shutdown.
  private func schedule(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    typealias Schedule = ParaInterface.Schedule
    switch arguments[0] {
    case Schedule.yield: break
    case Schedule.block:
      monitor.guest.controlFlags |= Self.interruptFlag
      reconcile(monitor)
      if pendingEvents(monitor) == 0 { monitor.guest.halt() }
    case Schedule.halt: if pendingEvents(monitor) == 0 { monitor.guest.halt() }
    case Schedule.shutdown:
      monitor.guest.ports.write(ParaInterface.exitPort, arguments[1] & 0xFF, .byte)
    default: throw .badArgument
    }
  }

  // MARK: Events

  /// Event channels that are pending, not masked, and have somewhere to go.
  private func pendingEvents(_ monitor: Monitor) -> UInt32 {
    guard hasEventCallback else { return 0 }
    let ram = monitor.guest.memory.ram
    let pending: UInt32 = ram.read(shared + ParaInterface.Shared.pending)
    let masked: UInt32 = ram.read(shared + ParaInterface.Shared.eventMask)
    return pending & ~masked & ~1
  }

  /// EBX: 1 to make channel ECX (1 to 31) pending; 2 to store the pending word at ECX.
  private func eventChannel(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    let ram = monitor.guest.memory.ram
    let pending: UInt32 = ram.read(shared + ParaInterface.Shared.pending)
    switch arguments[0] {
    case ParaInterface.Event.send:
      guard 1...31 ~= arguments[1] else { throw .badArgument }
      ram.write(shared + ParaInterface.Shared.pending, pending | 1 << arguments[1])
    case ParaInterface.Event.status:
      try write(
        arguments[1], pending & ~1 | (monitor.guest.isInterruptRequested ? 1 : 0), monitor)
    default: throw .badArgument
    }
  }

  /// Enters the callback if an event is pending and the mask byte lets it. Interrupts of the board's are
  /// delivered by the virtual processor itself.
  private func deliverEvents(_ monitor: Monitor) {
    reconcile(monitor)
    let guest = monitor.guest
    guard guest.controlFlags & Self.interruptFlag != 0, pendingEvents(monitor) != 0 else { return }
    if !guest.interrupt(vector: ParaInterface.vector, source: .external) { guest.shutDown() }
    reconcile(monitor)
  }

  /// EBX: a list of {number, five arguments, answer, 0}, 32 bytes each; ECX: how many. All are made, whatever
  /// becomes of them.
  private func multicall(_ arguments: Arguments, _ monitor: Monitor) throws(Refusal) {
    for n in 0..<UInt32(try count(arguments[1])) {
      let entry = arguments[0] &+ n * 32
      let number = try read(entry, monitor)
      var values: [UInt32] = []
      for argument in 1...5 as ClosedRange<UInt32> {
        values.append(try read(entry &+ argument * 4, monitor))
      }
      // The answer's place is looked at before, so that nothing is done twice.
      try write(entry &+ 24, 0, monitor)
      let isNested = number == Hypercall.multicall.rawValue || number == Hypercall.iret.rawValue
      _ = call(isNested ? 0 : number, Arguments(values: values), monitor)
      try write(entry &+ 24, monitor.guest.register(.rax), monitor)
    }
  }
}

extension Fault {
  /// #SS(0).
  fileprivate static let kernelStack = Fault(vector: 12, errorCode: 0)
}
