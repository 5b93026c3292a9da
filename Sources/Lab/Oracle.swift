import BusKit
import X86
import X86Decode

// The differential oracle: an instruction that is sensitive but does not trap is evaluated twice, on the
// hardware at its true privilege and on the virtual processor at the privilege that the guest believes
// in. Where the results differ without a fault, the hardware has failed silently.

/// What an instruction has come to, as the guest would find it.
struct Outcome: Equatable {
  var registers: [UInt64] = []
  var rip: UInt64 = 0
  /// EFLAGS, all of it.
  var flags: UInt32 = 0
  var cpl: UInt8 = 0
  /// ES CS SS DS FS GS.
  var segments: [SegmentCache] = []
  /// The bytes of the places that it may have written to.
  var memory: [UInt8] = []

  init(_ cpu: CPU, _ places: WrittenPlaces) {
    registers.reserveCapacity(8)
    for index in 0..<8 as Range<UInt8> {
      registers.append(GeneralRegister(rawValue: index).map { cpu.register($0) } ?? 0)
    }
    rip = cpu.rip
    flags = cpu.flagsImage
    cpl = cpu.cpl
    segments.reserveCapacity(6)
    for index in 0..<6 {
      segments.append(SegmentSlot(rawValue: index).map { cpu.segment($0) } ?? .null(0))
    }
    memory = places.bytes
  }
}

/// RAM that an instruction may write to, and what stands there.
struct WrittenPlaces {
  private let ram: GuestRAM
  /// Runs of bytes, each in one page: linear address, offset in the RAM, number.
  private(set) var pieces: [(linear: UInt64, at: Int, count: Int)] = []

  init(_ instruction: Instruction, _ cpu: CPU, _ walk: GuestWalk) {
    ram = cpu.memory.ram
    for range in cpu.writableRanges(of: instruction) { add(range.linear, range.byteCount, walk) }
  }

  private mutating func add(_ linear: UInt64, _ byteCount: Int, _ walk: GuestWalk) {
    var at = linear & 0xFFFF_FFFF
    var left = byteCount
    while left > 0 {
      let count = min(left, 4096 - Int(at & 4095))
      if let physical = walk.physical(at),
        case .memory(_, let ramAddress, true) = walk.memory.page(physical >> 12), ramAddress >= 0
      {
        pieces.append((at, ramAddress + Int(physical & 4095), count))
      }
      at = (at + UInt64(count)) & 0xFFFF_FFFF
      left -= count
    }
  }

  var bytes: [UInt8] {
    if pieces.count == 1 { return ram.bytes(pieces[0].at, count: pieces[0].count) }
    return pieces.reduce(into: []) { $0 += ram.bytes($1.at, count: $1.count) }
  }

  /// Makes the places hold `bytes` again; whoever watches them hears of it.
  func write(_ bytes: [UInt8]) {
    guard bytes != self.bytes else { return }
    var from = 0
    for piece in pieces {
      let part = Array(bytes[from..<from + piece.count])
      from += piece.count
      if part != ram.bytes(piece.at, count: piece.count) { ram.write(piece.at, bytes: part) }
    }
  }

  /// Linear addresses, in the order of ``bytes``.
  var addresses: [UInt64] {
    pieces.flatMap { piece in (0..<piece.count).map { piece.linear + UInt64($0) } }
  }
}

/// What becomes of an instruction that has been evaluated twice.
enum Preference {
  /// The machine's result stands, as it would without the oracle.
  case machine
  /// The virtual processor's does: what ring 0 would have done.
  case virtual
}

/// One instruction, evaluated both ways.
struct Comparison {
  var instruction: Instruction
  /// The hardware's result as the guest would find it.
  var machine: Outcome
  /// The virtual processor's; nil if it faults there.
  var virtual: Outcome?
  /// The fault that it has on the virtual processor.
  var fault: Fault?
  var before: Outcome
  var places: WrittenPlaces

  var place: SilentFailures.Place {
    let linear = (before.segments[SegmentSlot.cs.rawValue].base &+ before.rip) & 0xFFFF_FFFF
    return SilentFailures.Place(instruction.operation, at: linear)
  }

  /// Completed on the hardware without a fault, and with another result than in ring 0.
  var isSilentFailure: Bool { virtual != machine }
}

/// Room for what the oracle takes down and puts back.
final class OracleImages {
  var before = ProcessorImage()
  var after = ProcessorImage()
}

extension Monitor {
  /// Evaluates the instruction that the hardware has stopped at on both processors. The virtual
  /// processor is at it, with the state before it.
  /// - Parameters:
  ///   - preference: whose result stands afterwards. If that is a fault of the virtual processor's, the
  ///     instruction is yet to be emulated.
  ///   - images: scratch room.
  /// - Returns: nil if the hardware has trapped; that has been dealt with then.
  func evaluateTwice(_ preference: Preference, _ images: OracleImages) -> Comparison? {
    images.before.take(guest)
    machine.setSensitivity(.none, faults: false)
    machine.setPresent(guest.currentTick, sliceEnd: sliceEnd)
    guard let step = machine.prepareStep(), let instruction = step.instruction else {
      if let interception = machine.takeInterception() { deal(with: interception) }
      return nil
    }
    let places = WrittenPlaces(instruction, guest, GuestWalk(guest))
    let before = Outcome(guest, places)
    let former = before.memory
    if let interception = machine.tryStep(step) {
      places.write(former)
      deal(with: interception)
      return nil
    }
    leave(to: sliceEnd)
    let result = Outcome(guest, places)
    if preference == .machine { images.after.take(guest) }

    images.before.restore(guest)
    places.write(former)
    guard let virtualStep = guest.prepareStep() else {
      // The fetch faults on the virtual processor alone, and that fault has been delivered.
      journal.end(.trueFault, self, reason: "fetch")
      return nil
    }
    let interception = guest.tryStep(virtualStep)
    var comparison = Comparison(
      instruction: instruction, machine: result, virtual: nil, fault: nil, before: before,
      places: places)
    if let interception {
      comparison.fault = Self.fault(interception.cause)
      images.before.restore(guest)
      places.write(former)
    } else {
      comparison.virtual = Outcome(guest, places)
    }
    if preference == .machine {
      images.after.restore(guest)
      places.write(result.memory)
    }
    return comparison
  }

  /// Executes the present instruction on the hardware alone, with every page mapped that it needs; the
  /// virtual processor then holds what the guest would find.
  /// - Parameter sensitivity: what the hardware refuses.
  /// - Returns: why it has not been executed; nothing has happened then.
  package func executeOnHardware(refusing sensitivity: Sensitivity = .none) -> Interception? {
    settleWrites()
    let end = guest.currentTick &+ 4096
    while true {
      enter(to: end)
      machine.setSensitivity(sensitivity, faults: true)
      let step = machine.prepareStep()
      guard let interception = step.map({ machine.tryStep($0) }) ?? machine.takeInterception()
      else {
        leave(to: end)
        settleWrites()
        return nil
      }
      guard mapPage(interception) else { return interception }
    }
  }

  /// Whether an interception was a hidden fault, which is dealt with.
  private func mapPage(_ interception: Interception) -> Bool {
    guard case .fault(let fault) = interception.cause, fault.vector == 14,
      let linear = fault.linearAddress, linear < MonitorLayout.hole
    else { return false }
    let code = fault.errorCode ?? 0
    let isFetch =
      code & 16 != 0
      || linear == (guest.segment(SegmentSlot.cs).base &+ interception.rip) & 0xFFFF_FFFF
    let resolution = paging.resolve(linear, writing: code & 2 != 0, fetching: isFetch, walk)
    if case .filled = resolution { return true }
    return false
  }

  /// Evaluates the present instruction on the virtual processor and keeps the result, unless it faults.
  package func executeVirtually() -> Interception? {
    guest.setPresent(guest.currentTick, sliceEnd: guest.currentTick &+ 4096)
    guard let step = guest.prepareStep() else { preconditionFailure("the instruction is mapped") }
    defer { settleWrites() }
    return guest.tryStep(step)
  }

  private static func fault(_ cause: Interception.Cause) -> Fault {
    switch cause {
    case .fault(let fault): fault
    case .interrupt(let vector, _): Fault(vector: vector)
    case .sensitive: preconditionFailure("the virtual processor stops at nothing")
    }
  }

  /// Writes a comparison down.
  /// - Returns: the record's number.
  @discardableResult func note(_ comparison: Comparison, _ difference: Difference?) -> UInt64 {
    guard let difference else {
      journal.end(.agreed, self, reason: "agreed")
      return journal.sequence
    }
    return journal.failSilently(
      comparison.instruction, self, virtual: { difference.virtual.joined(separator: " ") },
      machine: { difference.machine.joined(separator: " ") })
  }

  /// An instruction of the guest's in its present mode.
  func decode(_ bytes: [UInt8]) -> Instruction {
    let isBig = guest.segment(SegmentSlot.cs).attributes & Attributes.big != 0
    let isReal = guest.cr0 & 1 == 0 || guest.isV86
    return guest.decodingModel.decode(bytes, codeSize: isBig ? 4 : 2, isRealOrV86: isReal)
  }
}

extension SilentFailure {
  /// In one line.
  var description: String {
    let place = Difference.hex(UInt64(cs), 4) + ":" + Difference.hex(eip, 8)
    return "\(place) \(instruction): \(machineResult), in ring 0 \(virtualResult)"
  }
}
