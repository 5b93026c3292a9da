public import BusKit

/// The I/O APIC: 24 interrupt inputs, each with an entry that says what message it sends.
///
/// Intel 82093AA data sheet (order number 290566). Offset 0 selects a register, offset 10h is the
/// window to it. Not modelled: the serial APIC bus and its arbitration.
public final class IOAPIC82093AA: MemoryDevice {
  public static let inputCount = 24

  public struct State: Codable, Equatable, Sendable {
    public var identifier: UInt8 = 0
    public var selected: UInt8 = 0
    public var entries = FixedArray<24, UInt64>(repeating: Entry.mask)
    /// The levels of INTIN0...INTIN23, bit by bit.
    public var inputs: UInt32 = 0
  }

  public internal(set) var state = State()

  /// Bits of a redirection table entry. Data sheet, 3.2.4.
  enum Entry {
    static let isLogical: UInt64 = 1 << 11
    static let activeLow: UInt64 = 1 << 13
    static let remoteIRR: UInt64 = 1 << 14
    static let level: UInt64 = 1 << 15
    static let mask: UInt64 = 1 << 16
    /// Everything but reserved bits, delivery status and remote IRR.
    static let writable: UInt64 = 0xFF00_0000_0001_AFFF
  }

  private enum Register {
    static let identifier: UInt8 = 0
    static let version: UInt8 = 1
    static let arbitration: UInt8 = 2
    static let table: UInt8 = 0x10
  }

  /// The APIC bus. Returns whether some local APIC has taken the message.
  public var send: (APICMessage) -> Bool = { _ in false }

  public init() {}

  /// The inputs keep their levels.
  public func reset() {
    let inputs = state.inputs
    state = State()
    state.inputs = inputs
  }

  // MARK: Registers

  public func readMemory(_ offset: UInt32) -> UInt8 { peekMemory(offset) }

  public func peekMemory(_ offset: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: read(offset & ~3) >> (offset & 3 &* 8))
  }

  /// Registers are 32 bits wide; a wider access sees zeros beyond them.
  public func readMemoryWide(_ offset: UInt32, byteCount: Int) -> UInt64 {
    UInt64(read(offset & ~3) >> (offset & 3 &* 8)) & UInt64.max
      >> UInt64(64 - 8 * min(byteCount, 4))
  }

  /// The register select takes a byte; the window does not.
  public func writeMemory(_ offset: UInt32, _ value: UInt8) {
    if offset == 0 { state.selected = value }
  }

  public func writeMemoryWide(_ offset: UInt32, _ value: UInt64, byteCount: Int) {
    if offset == 0 {
      state.selected = UInt8(truncatingIfNeeded: value)
    } else if offset == 0x10, byteCount >= 4 {
      write(state.selected, UInt32(truncatingIfNeeded: value))
    }
  }

  private func read(_ offset: UInt32) -> UInt32 {
    switch offset {
    case 0: return UInt32(state.selected)
    case 0x10: return register(state.selected)
    default: return 0
    }
  }

  private func register(_ number: UInt8) -> UInt32 {
    switch number {
    case Register.identifier, Register.arbitration: return UInt32(state.identifier) << 24
    case Register.version: return UInt32(Self.inputCount - 1) << 16 | 0x11
    case Register.table..<Register.table + 48:
      let entry = state.entries[Int(number - Register.table) / 2]
      return UInt32(truncatingIfNeeded: number & 1 == 0 ? entry : entry >> 32)
    default: return 0
    }
  }

  private func write(_ number: UInt8, _ value: UInt32) {
    switch number {
    case Register.identifier: state.identifier = UInt8(truncatingIfNeeded: value >> 24) & 0xF
    case Register.table..<Register.table + 48:
      let input = Int(number - Register.table) / 2
      let former = state.entries[input]
      let wasAsserted = isAsserted(input)
      var entry =
        number & 1 == 0
        ? former & 0xFFFF_FFFF_0000_0000 | UInt64(value)
        : former & 0xFFFF_FFFF | UInt64(value) << 32
      entry &= Entry.writable
      // Remote IRR belongs to level-triggered entries alone.
      if entry & Entry.level != 0 { entry |= former & Entry.remoteIRR }
      state.entries[input] = entry
      // A new polarity may make an edge; a masked input sees none.
      service(input, isEdge: !wasAsserted && former & Entry.mask == 0)
    default: break
    }
  }

  // MARK: Inputs and messages

  /// Drives INTIN `input` (0...23).
  public func setInput(_ input: Int, _ level: Bool) {
    precondition((0..<Self.inputCount).contains(input), "an 82093AA has INTIN0 to INTIN23")
    let bit: UInt32 = 1 << UInt32(input)
    guard (state.inputs & bit != 0) != level else { return }
    state.inputs ^= bit
    service(input, isEdge: isAsserted(input))
  }

  /// The EOI message of a local APIC.
  public func endOfInterrupt(_ vector: UInt8) {
    for input in 0..<Self.inputCount {
      let entry = state.entries[input]
      guard UInt8(truncatingIfNeeded: entry) == vector, entry & Entry.remoteIRR != 0 else {
        continue
      }
      state.entries[input] &= ~Entry.remoteIRR
      service(input, isEdge: false)
    }
  }

  /// Sends again what nobody has taken: the local APIC accepts messages now.
  public func retry() {
    for input in 0..<Self.inputCount { service(input, isEdge: false) }
  }

  private func isAsserted(_ input: Int) -> Bool {
    (state.inputs >> UInt32(input) & 1 != 0) != (state.entries[input] & Entry.activeLow != 0)
  }

  /// Data sheet, 3.2.4: edges on a masked input are neither delivered nor held pending; a level is sent
  /// once and again after its EOI.
  private func service(_ input: Int, isEdge: Bool) {
    let entry = state.entries[input]
    guard entry & Entry.mask == 0, isAsserted(input) else { return }
    let mode = APICMessage.Mode(register: UInt32(truncatingIfNeeded: entry))
    let isLevel = entry & Entry.level != 0 && mode.hasVector
    guard isLevel ? entry & Entry.remoteIRR == 0 : isEdge else { return }
    let message = APICMessage(
      vector: UInt8(truncatingIfNeeded: entry), mode: mode,
      destination: UInt32(truncatingIfNeeded: entry >> 56),
      isLogical: entry & Entry.isLogical != 0, isLevelTriggered: isLevel)
    if isLevel {
      // Set before it is sent: the answer may come at once.
      state.entries[input] |= Entry.remoteIRR
      if !send(message) { state.entries[input] &= ~Entry.remoteIRR }
    } else {
      _ = send(message)
    }
  }
}
