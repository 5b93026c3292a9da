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
  package private(set) var sequence: UInt64 = 0
  /// What the differential oracle has found.
  package private(set) var silent = SilentFailures()
  /// Called at each silent failure, with what the first at its place was like.
  package var onSilentFailure: ((SilentFailure) -> Void)?
  /// The record that the next one is a consequence of; taken by the next ``end``.
  package var cause: UInt64?

  /// Where the guest was when the hardware stopped.
  private var cs: UInt16 = 0
  private var eip: UInt64 = 0
  /// Linear.
  package private(set) var address: UInt64 = 0
  private var virtualCPL: UInt8 = 0
  private var machineCPL: UInt8 = 0
  private var bytes: [UInt8] = []
  /// The port that the event is about, and whether it is written.
  private var port: UInt16?
  private var isPortWrite = false

  package init() {}

  /// The hardware has stopped; the virtual processor is up to date.
  func begin(_ interception: Interception, _ monitor: Monitor) {
    begin(at: interception.rip, monitor)
  }

  /// An instruction of the guest's at this offset is about to be dealt with.
  func begin(at rip: UInt64, _ monitor: Monitor) {
    let code = monitor.guest.segment(SegmentSlot.cs)
    cs = code.selector
    eip = rip
    address = (code.base &+ eip) & 0xFFFF_FFFF
    virtualCPL = monitor.guest.cpl
    machineCPL = monitor.machine.cpl
    if sink != nil { bytes = monitor.instructionBytes() }
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
    }
    let cycles = costs.exit(exitClass, monitor.engine.kind, port: port, isWrite: isPortWrite)
    port = nil
    let cause = self.cause
    self.cause = nil
    guard let sink else { return }
    var record = ExitRecord(engine: monitor.engine.kind, exitClass: exitClass)
    record.sequence = sequence
    record.virtualTime = monitor.guest.currentTick
    record.cs = cs
    record.eip = eip
    record.virtualCPL = virtualCPL
    record.machineCPL = machineCPL
    record.reason = reason.description
    record.qualification = qualification
    record.cause = cause
    record.machineResult = machineResult
    record.cycles = cycles
    record.virtualAfter = virtualAfter
    let text = monitor.disassemble(bytes, at: eip)
    record.instruction = text.text
    record.bytes = bytes.prefix(text.length).map { Self.hex($0) }.joined()
    sink(record)
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
        bytes: bytes.prefix(text.length).map { Self.hex($0) }.joined(), instruction: text.text,
        virtualResult: virtual(), machineResult: machine())
    }
    if let onSilentFailure, let site = silent.sites[place] { onSilentFailure(site.first) }
    let isRead = sink != nil
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

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }

  func spend(_ ticks: Ticks, _ plan: Plan) {
    counts.spend(ticks, plan)
  }

  func transition(_ monitor: Monitor, to plan: Plan) {
    counts.transitions += 1
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
