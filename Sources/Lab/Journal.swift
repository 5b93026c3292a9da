import BusKit
import X86
import X86Decode

/// What the monitor has seen: counts always, records when somebody reads them.
package final class Journal {
  package private(set) var counts = Counts()
  /// What all this has cost the machine.
  package var costs = CostAccount()
  /// Called with each record, in order; nil spares their making.
  package var sink: ((ExitRecord) -> Void)?
  /// Who else is told, of what.
  package var watches: [EventWatch] = []
  /// Called with the physical address of each access to a device's memory.
  package var onDeviceAccess: ((UInt64) -> Void)?
  package private(set) var sequence: UInt64 = 0
  /// What the differential oracle has found.
  package private(set) var silent = SilentFailures()
  /// Called at each silent failure, with what the first at its place was like.
  package var onSilentFailure: ((SilentFailure) -> Void)?
  /// The record that the next one is a consequence of; taken by the next ``end``.
  package var cause: UInt64?

  /// Counts instructions, if somebody has started it.
  package var sampler = InstructionSampler()

  /// Where the guest was when the hardware stopped.
  private var cs: UInt16 = 0
  private var eip: UInt64 = 0
  /// Linear.
  package private(set) var address: UInt64 = 0
  private var virtualCPL: UInt8 = 0
  private var machineCPL: UInt8 = 0
  /// What only records tell.
  private var details = EventDetails()
  /// The port that the event is about, and whether it is written.
  private var port: UInt16?
  private var isPortWrite = false

  package init() {}

  /// The hardware has stopped; the virtual processor is up to date.
  func begin(_ interception: Interception, _ monitor: Monitor) {
    begin(at: interception.rip, monitor, machineResult: Self.describe(interception.cause))
  }

  /// An instruction of the guest's at this offset is about to be dealt with.
  /// - Parameter machineResult: what the hardware has made of it, in words.
  func begin(
    at rip: UInt64, _ monitor: Monitor, machineResult: @autoclosure () -> String? = nil
  ) {
    let code = monitor.guest.segment(SegmentSlot.cs)
    cs = code.selector
    eip = rip
    address = (code.base &+ eip) & 0xFFFF_FFFF
    virtualCPL = monitor.guest.cpl
    machineCPL = monitor.machine.cpl
    if isWatched {
      details = EventDetails(monitor, machineResult: machineResult())
    }
  }

  /// Something happens that the hardware did not stop for.
  func begin(_ monitor: Monitor) { begin(at: monitor.guest.rip, monitor) }

  private var isWatched: Bool { sink != nil || !watches.isEmpty }

  private static func describe(_ cause: Interception.Cause) -> String? {
    switch cause {
    case .fault(let fault):
      ExitReason.fault(vector: fault.vector, errorCode: fault.errorCode).description
    case .interrupt(let vector, _): ExitReason.interrupt(vector).description
    case .sensitive: nil
    }
  }

  /// The virtual processor is about to execute an instruction of the guest's.
  func note(_ step: PreparedStep, _ monitor: Monitor) {
    guard let instruction = step.instruction else { return }
    counts.count(instruction.operation)
    port = Self.port(instruction, monitor.guest)
    isPortWrite = instruction.operation == .out || instruction.operation == .outs
    if let port { counts.count(port: port) }
  }

  private static func port(_ instruction: Instruction, _ cpu: CPU) -> UInt16? {
    switch instruction.operation {
    case .in, .out:
      let isImmediate =
        instruction.operands.0.kind == .immediate || instruction.operands.1.kind == .immediate
      return isImmediate
        ? UInt16(truncatingIfNeeded: instruction.immediate & 0xFF) : cpu.register(.rdx)
    case .ins, .outs: return cpu.register(.rdx)
    default: return nil
    }
  }

  /// The event is over.
  func end(
    _ exitClass: ExitClass, _ monitor: Monitor, reason: ExitReason, qualification: UInt64? = nil,
    machineResult: String? = nil, virtualAfter: String? = nil
  ) {
    sequence += 1
    counts.count(exitClass)
    counts.count(reason)
    if let qualification, exitClass == .device || exitClass == .hidden || exitClass == .trace {
      counts.count(page: qualification >> 12)
      if exitClass == .device { onDeviceAccess?(qualification) }
    }
    let port = self.port
    self.port = nil
    let cycles = costs.exit(exitClass, monitor.engine.kind, port: port, isWrite: isPortWrite)
    let cause = self.cause
    self.cause = nil
    guard isWatched else { return }
    var event = event(exitClass, reason, monitor)
    event.port = port
    event.qualification = qualification
    tell(event, monitor) { record in
      record.cycles = cycles
      record.cause = cause
      if let virtualAfter {
        record.virtualBefore = nil
        record.virtualAfter = virtualAfter
      }
      record.machineResult = machineResult ?? record.machineResult
    }
  }

  // MARK: Records

  private func event(
    _ exitClass: ExitClass, _ reason: ExitReason, _ monitor: Monitor
  ) -> ExitEvent {
    var event = ExitEvent(
      engine: monitor.engine.kind, exitClass: exitClass, reason: reason)
    event.sequence = sequence
    event.virtualTime = monitor.guest.currentTick
    event.cs = cs
    event.eip = eip
    event.address = address
    event.virtualCPL = virtualCPL
    event.machineCPL = machineCPL
    event.operation = details.instruction.map(\.operation)
    return event
  }

  /// Makes the record, if somebody wants it.
  private func tell(_ event: ExitEvent, _ monitor: Monitor, _ complete: (inout ExitRecord) -> Void)
  {
    let wanting = watches.filter { $0.wants(event) }
    guard sink != nil || !wanting.isEmpty else { return }
    var record = ExitRecord(event)
    details.complete(&record, monitor)
    complete(&record)
    sink?(record)
    for watch in wanting { watch.action(record) }
  }

  /// Writes a record of something that is no exit, if somebody reads it.
  func mention(
    _ exitClass: ExitClass, _ monitor: Monitor, at rip: UInt64, reason: String,
    instruction: String = "", bytes: [UInt8] = [], qualification: UInt64? = nil,
    virtualBefore: String? = nil, machineResult: String? = nil
  ) {
    guard isWatched else { return }
    sequence += 1
    var event = ExitEvent(
      engine: monitor.engine.kind, exitClass: exitClass, reason: .named(reason))
    event.sequence = sequence
    event.virtualTime = monitor.guest.currentTick
    event.cs = monitor.guest.segment(SegmentSlot.cs).selector
    event.eip = rip
    event.virtualCPL = monitor.guest.cpl
    event.machineCPL = monitor.machine.cpl
    event.qualification = qualification
    var record = ExitRecord(event)
    record.instruction = instruction
    record.bytes = EventDetails.hex(bytes)
    record.virtualBefore = virtualBefore
    record.machineResult = machineResult
    sink?(record)
    for watch in watches where watch.wants(event) { watch.action(record) }
  }

  /// The oracle has found a silent failure of the instruction at which the event began; in place of
  /// ``end``.
  /// - Parameters:
  ///   - virtual: in what the result on the virtual processor differs; made when somebody reads it.
  ///   - machine: the same of the hardware's.
  /// - Returns: the record's number, for what is found to have come of it.
  @discardableResult func failSilently(
    _ instruction: Instruction, _ monitor: Monitor, virtual: () -> String, machine: () -> String
  ) -> UInt64 {
    let place = SilentFailures.Place(instruction.operation, at: address)
    silent.note(place) {
      let bytes = monitor.instructionBytes(at: address)
      let text = monitor.disassemble(bytes, at: eip)
      return SilentFailure(
        sequence: sequence + 1, virtualTime: monitor.guest.currentTick, cs: cs, eip: eip,
        bytes: EventDetails.hex(bytes.prefix(text.length)), instruction: text.text,
        virtualResult: virtual(), machineResult: machine())
    }
    if let onSilentFailure, let site = silent.sites[place] { onSilentFailure(site.first) }
    let isRead = isWatched
    end(
      .silent, monitor, reason: "silent failure", machineResult: isRead ? machine() : nil,
      virtualAfter: isRead ? virtual() : nil)
    return sequence
  }

  /// Something bad has happened to the guest, and it came from a silent failure.
  /// - Parameters:
  ///   - place: the silent failure's instruction and linear address, if it is known.
  ///   - cause: its record's number.
  func note(
    symptom text: String, of place: SilentFailures.Place?, cause: UInt64?, _ monitor: Monitor
  ) {
    let symptom = Symptom(
      text: text, virtualTime: monitor.guest.currentTick, cause: cause)
    silent.note(symptom, of: place)
  }

  // MARK: What is no exit

  func spend(_ ticks: Ticks, _ plan: Plan) {
    counts.spend(ticks, plan)
  }

  func transition(_ monitor: Monitor, to plan: Plan) {
    counts.transitions += 1
    sequence += 1
    guard isWatched else { return }
    begin(monitor)
    tell(event(.transition, .named(plan.name), monitor), monitor) { _ in }
  }

  /// The guest is about to execute.
  func look(_ monitor: Monitor) {
    counts.injections.look(
      isRequested: monitor.guest.isInterruptRequested, now: monitor.guest.currentTick)
  }

  /// The virtual processor accepts an interrupt, before anything of that has happened.
  func deliver(_ vector: UInt8, _ source: InterruptSource, _ monitor: Monitor) {
    guard source != .trap else { return }
    counts.injections.note(
      at: monitor.guest.currentTick,
      wasAllowed: source == .nmi || monitor.guest.controlFlags & 1 << 9 != 0)
    sequence += 1
    guard isWatched else { return }
    begin(monitor)
    let name = source == .nmi ? "NMI" : "IRQ, vector \(String(vector, radix: 16, uppercase: true))h"
    var event = event(.injection, .named(name), monitor)
    event.qualification = UInt64(vector)
    tell(event, monitor) { _ in }
  }
}

extension Plan {
  /// For reports.
  package var name: String {
    switch self {
    case .direct: "direct"
    case .interpret(let obstacle): "interpreted: \(obstacle.rawValue)"
    case .engine: "engine"
    }
  }
}

extension Monitor {
  /// Up to 15 bytes at the guest's instruction pointer, as far as they are mapped.
  func instructionBytes() -> [UInt8] {
    instructionBytes(at: (guest.segment(SegmentSlot.cs).base &+ guest.rip) & 0xFFFF_FFFF)
  }

  func instructionBytes(at linear: UInt64) -> [UInt8] {
    GuestWalk(guest).bytes(linear, count: 15)
  }

  /// An instruction of the guest's in words, and its length.
  func disassemble(_ bytes: [UInt8], at rip: UInt64) -> (text: String, length: Int) {
    let instruction = decode(bytes)
    guard instruction.length > 0 else { return ("", bytes.count) }
    return (guest.decodingModel.disassemble(instruction, at: rip), Int(instruction.length))
  }
}
