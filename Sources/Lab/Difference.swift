import X86

/// In what two results of an instruction differ.
struct Difference {
  /// In words, each a few characters: "EAX=00000018 [0009FFFC]=0018".
  private(set) var virtual: [String] = []
  private(set) var machine: [String] = []
  /// What kind of state it is.
  private(set) var kinds: Kinds = []

  struct Kinds: OptionSet {
    let rawValue: UInt8
    /// The virtual interrupt flag.
    static let interruptFlag = Kinds(rawValue: 1)
    /// A register, an arithmetic flag or memory: what a program computes with.
    static let value = Kinds(rawValue: 2)
    /// Privilege level, I/O privilege level or a segment register.
    static let privilege = Kinds(rawValue: 4)
    /// Another instruction comes next.
    static let transfer = Kinds(rawValue: 8)
  }

  private static let registerNames = ["EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI"]
  private static let segmentNames = ["ES", "CS", "SS", "DS", "FS", "GS"]
  private static let flagNames: [(mask: UInt32, name: String)] = [
    (1 << 0, "CF"), (1 << 2, "PF"), (1 << 4, "AF"), (1 << 6, "ZF"), (1 << 7, "SF"), (1 << 8, "TF"),
    (1 << 9, "IF"), (1 << 10, "DF"), (1 << 11, "OF"), (3 << 12, "IOPL"), (1 << 14, "NT"),
    (1 << 16, "RF"), (1 << 17, "VM"), (1 << 18, "AC"), (1 << 19, "VIF"), (1 << 20, "VIP"),
    (1 << 21, "ID"),
  ]

  init(_ comparison: Comparison) {
    guard let virtual = comparison.virtual else {
      self.virtual = [comparison.fault.map { ExitReason($0).description } ?? "fault"]
      machine = ["completes"]
      kinds = [.transfer]
      return
    }
    let machine = comparison.machine
    for (name, pair) in zip(Self.registerNames, zip(virtual.registers, machine.registers)) {
      note(name, pair.0, pair.1, 8, .value)
    }
    for (mask, name) in Self.flagNames {
      let shift = UInt32(mask.trailingZeroBitCount)
      let kind: Kinds = name == "IF" ? .interruptFlag : name == "IOPL" ? .privilege : .value
      note(
        name, UInt64((virtual.flags & mask) >> shift), UInt64((machine.flags & mask) >> shift), 1,
        kind)
    }
    note("EIP", virtual.rip, machine.rip, 8, .transfer)
    note("CPL", UInt64(virtual.cpl), UInt64(machine.cpl), 1, .privilege)
    for (name, pair) in zip(Self.segmentNames, zip(virtual.segments, machine.segments))
    where pair.0 != pair.1 {
      self.virtual.append("\(name)=\(Self.describe(pair.0, pair.1))")
      self.machine.append("\(name)=\(Self.describe(pair.1, pair.0))")
      kinds.insert(.privilege)
    }
    noteMemory(virtual.memory, machine.memory, comparison.places)
  }

  private mutating func note(
    _ name: String, _ virtual: UInt64, _ machine: UInt64, _ digits: Int, _ kind: Kinds
  ) {
    guard virtual != machine else { return }
    self.virtual.append("\(name)=\(Self.hex(virtual, digits))")
    self.machine.append("\(name)=\(Self.hex(machine, digits))")
    kinds.insert(kind)
  }

  /// A selector; base and limit too where the selector does not tell the difference.
  private static func describe(_ cache: SegmentCache, _ other: SegmentCache) -> String {
    let selector = hex(UInt64(cache.selector), 4)
    guard cache.selector == other.selector else { return selector }
    let parts = [
      hex(cache.base, 8), hex(UInt64(cache.limit), 8), hex(UInt64(cache.attributes), 4),
    ]
    return "\(selector)(\(parts.joined(separator: ",")))"
  }

  /// The bytes that differ, as runs of up to four from an address.
  private mutating func noteMemory(
    _ virtual: [UInt8], _ machine: [UInt8], _ places: WrittenPlaces
  ) {
    let addresses = places.addresses
    var at = 0
    while at < min(virtual.count, machine.count) {
      guard virtual[at] != machine[at] else {
        at += 1
        continue
      }
      // From the doubleword's or word's beginning, as it was pushed or stored.
      let first = max(0, at - Int(addresses[at] & 3))
      var end = first
      while end < virtual.count, end < first + 4,
        addresses[end] == addresses[first] + UInt64(end - first)
      {
        end += 1
      }
      let address = Self.hex(addresses[first], 8)
      self.virtual.append("[\(address)]=\(Self.number(virtual[first..<end]))")
      self.machine.append("[\(address)]=\(Self.number(machine[first..<end]))")
      kinds.insert(.value)
      at = max(end, at + 1)
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> String {
    hex(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }, 2 * bytes.count)
  }

  static func hex(_ value: UInt64, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
