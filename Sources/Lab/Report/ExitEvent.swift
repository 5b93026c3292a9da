import BusKit
import X86
import X86Decode

/// One event of a monitor's as numbers: what a filter looks at before anything is put into words.
public struct ExitEvent: Sendable {
  public var sequence: UInt64 = 0
  public var virtualTime: Ticks = 0
  public var engine: EngineKind
  public var exitClass: ExitClass
  package var reason: ExitReason
  public var cs: UInt16 = 0
  public var eip: UInt64 = 0
  /// Of the instruction, linear.
  public var address: UInt64 = 0
  public var virtualCPL: UInt8 = 0
  public var machineCPL: UInt8 = 0
  /// The instruction's mnemonic; nil when there is no instruction.
  package var operation: X86Decode.Operation?
  public var port: UInt16?
  public var qualification: UInt64?

  package init(engine: EngineKind, exitClass: ExitClass, reason: ExitReason) {
    self.engine = engine
    self.exitClass = exitClass
    self.reason = reason
  }
}

extension ExitEvent {
  /// The page of the guest's physical memory that the event is about.
  public var page: UInt64? {
    switch exitClass {
    case .device where port == nil, .hidden, .trace, .patch, .conflict:
      qualification.map { $0 >> 12 }
    default: nil
    }
  }
}

/// Somebody who is told of events.
public struct EventWatch {
  /// One of them must match; with none, everything does.
  public var filters: [EventFilter]
  public var action: (ExitRecord) -> Void

  public init(_ filters: [EventFilter] = [], action: @escaping (ExitRecord) -> Void) {
    self.filters = filters
    self.action = action
  }

  func wants(_ event: ExitEvent) -> Bool {
    filters.isEmpty || filters.contains { $0.matches(event) }
  }
}

/// What is taken down at an event's beginning for the record that is made at its end.
struct EventDetails {
  var instruction: Instruction?
  private var bytes: [UInt8] = []
  private var before = VirtualState()
  private var machineResult: String?

  init() {}

  init(_ monitor: Monitor, machineResult: String?) {
    bytes = monitor.instructionBytes()
    let decoded = monitor.decode(bytes)
    instruction = decoded.length > 0 ? decoded : nil
    before = VirtualState(monitor.guest)
    self.machineResult = machineResult
  }

  func complete(_ record: inout ExitRecord, _ monitor: Monitor) {
    record.machineResult = machineResult
    if let instruction {
      record.instruction = monitor.guest.decodingModel.disassemble(instruction, at: record.eip)
      record.bytes = Self.hex(bytes.prefix(Int(instruction.length)))
    }
    let after = VirtualState(monitor.guest)
    guard after != before else { return }
    record.virtualBefore = before.words(against: after)
    record.virtualAfter = after.words(against: before)
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// What the guest believes in, as far as single instructions change it.
struct VirtualState: Equatable {
  private var values: [UInt64] = []

  private static let names = [
    "EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI", "CPL", "ES", "CS", "SS", "DS", "FS",
    "GS", "LDTR", "TR", "CR0", "CR3", "CR4", "GDTR", "IDTR",
  ]
  private static let digits = [
    8, 8, 8, 8, 8, 8, 8, 8, 1, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8,
  ]
  private static let flags: [(mask: UInt64, name: String)] = [
    (1 << 0, "CF"), (1 << 2, "PF"), (1 << 4, "AF"), (1 << 6, "ZF"), (1 << 7, "SF"), (1 << 8, "TF"),
    (1 << 9, "IF"), (1 << 10, "DF"), (1 << 11, "OF"), (3 << 12, "IOPL"), (1 << 14, "NT"),
    (1 << 16, "RF"), (1 << 17, "VM"), (1 << 18, "AC"), (1 << 21, "ID"),
  ]

  init() {}

  init(_ cpu: CPU) {
    values.reserveCapacity(Self.names.count + 1)
    for index in 0..<8 as Range<UInt8> {
      values.append(GeneralRegister(rawValue: index).map { cpu.register($0) } ?? 0)
    }
    values.append(UInt64(cpu.cpl))
    for slot: SegmentSlot in [.es, .cs, .ss, .ds, .fs, .gs, .ldtr, .tr] {
      values.append(UInt64(cpu.segment(slot).selector))
    }
    let registers = cpu.systemRegisters
    values += [
      registers.cr0, registers.cr3, registers.cr4, registers.gdtr.base, registers.idtr.base,
    ]
    values.append(UInt64(cpu.flagsImage))
  }

  /// In what two states differ: "EAX=00000018 IF=0". Empty when in nothing.
  func words(against other: VirtualState) -> String {
    guard self != other, values.count == other.values.count else { return "" }
    var words: [String] = []
    for (index, name) in Self.names.enumerated() where values[index] != other.values[index] {
      let text = String(values[index], radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, Self.digits[index] - text.count))
      words.append("\(name)=\(padding)\(text)")
    }
    let (mine, others) = (values[Self.names.count], other.values[Self.names.count])
    for (mask, name) in Self.flags where (mine ^ others) & mask != 0 {
      words.append("\(name)=\((mine & mask) >> UInt64(mask.trailingZeroBitCount))")
    }
    return words.joined(separator: " ")
  }
}
