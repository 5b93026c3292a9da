public import BusKit

/// A DMA controller with four channels.
///
/// Intel 8237A data sheet (order number 231466). The sixteen offsets are A3 to A0; the part that moves
/// words on the AT has them two ports apart and takes bits 4 to 1 of the offset. A request is served
/// at once and as long as it stands. After ``burst`` transfers without an end the bus goes back to the
/// processor for the time that they would have taken. Timing bits (compressed, extended write) and the
/// DACK sense have no effect that software can see.
public final class Intel8237A: PortDevice {
  public struct Channel: Codable, Hashable, Sendable {
    public var baseAddress: UInt16 = 0
    public var baseCount: UInt16 = 0
    public var address: UInt16 = 0
    public var count: UInt16 = 0
    public var mode: UInt8 = 0
  }

  public struct State: Codable, Equatable, Sendable {
    public var channels = FixedArray<4, Channel>(repeating: Channel())
    public var command: UInt8 = 0
    /// One bit for each channel.
    public var mask: UInt8 = 0x0F
    public var softwareRequests: UInt8 = 0
    public var terminalCounts: UInt8 = 0
    /// The DREQ pins.
    public var requestLines: UInt8 = 0
    public var temporary: UInt8 = 0
    /// The next access to an address or count is to its high byte.
    public var flipFlop = false
    /// Channel with the lowest priority, for rotation.
    public var lowestPriority: UInt8 = 3
  }

  public internal(set) var state = State()

  private enum Command {
    static let memoryToMemory: UInt8 = 0x01
    static let holdsSource: UInt8 = 0x02
    static let disabled: UInt8 = 0x04
    static let rotates: UInt8 = 0x10
    static let activeLowRequests: UInt8 = 0x40
  }

  private enum Mode {
    static let transferMask: UInt8 = 0x0C
    static let write: UInt8 = 0x04
    static let read: UInt8 = 0x08
    static let illegal: UInt8 = 0x0C
    static let autoinitialize: UInt8 = 0x10
    static let decrement: UInt8 = 0x20
    static let kindMask: UInt8 = 0xC0
    static let block: UInt8 = 0x80
    static let cascade: UInt8 = 0xC0
  }

  /// Transfers after which a request that never ends lets the processor go on.
  static let burst = 0x1_0000

  private let memory: PhysicalMap
  private let movesWords: Bool
  private let scheduler: Scheduler
  private let pages: DMAPageRegisters
  private let transferClock: ClockConverter
  /// Whether the bus can be had; the first controller needs the second one's cascade channel.
  var ownsBus: () -> Bool = { true }
  /// Called when a register has changed on which ``isCascadeOpen`` depends.
  var onChange: () -> Void = {}
  private var peripherals = [(any DMAPeripheral)?](repeating: nil, count: 4)
  private let lines = (0..<4).map { _ in SignalLine() }
  private var slot: EventSlot!  // made in init, where the handler needs self
  private var isServing = false

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - memory: where transfers go, by physical address without A20.
  ///   - pages: the upper address bits.
  ///   - movesWords: channels 4 to 7 of the AT.
  init(scheduler: Scheduler, memory: PhysicalMap, pages: DMAPageRegisters, movesWords: Bool) {
    self.scheduler = scheduler
    self.memory = memory
    self.pages = pages
    self.movesWords = movesWords
    // A transfer takes about a microsecond.
    transferClock = scheduler.converter(to: Frequency(1_000_000))
    slot = scheduler.makeSlot(movesWords ? "8237 words" : "8237 bytes") { [unowned self] _ in
      self.serve()
    }
    for (channel, line) in lines.enumerated() {
      line.connect { [unowned self] level in
        let bit = UInt8(1) << UInt8(channel)
        self.state.requestLines =
          level ? self.state.requestLines | bit : self.state.requestLines & ~bit
        if level { self.serve() }
      }
    }
  }

  /// RESET, the same as a master clear except that every register is cleared.
  public func reset() {
    let lines = state.requestLines
    state = State()
    state.requestLines = lines
    scheduler.cancel(slot)
  }

  // MARK: Pins

  /// DREQ of channel 0...3.
  func request(_ channel: Int) -> SignalLine { lines[channel & 3] }

  func attach(_ peripheral: any DMAPeripheral, to channel: Int) {
    peripherals[channel & 3] = peripheral
  }

  /// Whether channel 0 passes another controller's request on.
  var isCascadeOpen: Bool {
    state.command & Command.disabled == 0 && state.mask & 1 == 0
      && state.channels[0].mode & Mode.kindMask == Mode.cascade
  }

  // MARK: Registers

  private func register(_ offset: UInt16) -> Int {
    Int((movesWords ? offset >> 1 : offset) & 15)
  }

  /// Reading an address or count moves the flip-flop; reading the status clears its TC bits.
  public func readPort(_ offset: UInt16) -> UInt8 {
    let value = peekPort(offset)
    switch register(offset) {
    case 0...7: state.flipFlop.toggle()
    case 8: state.terminalCounts = 0
    default: break
    }
    return value
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    let register = register(offset)
    switch register {
    case 0...7:
      let channel = state.channels[register >> 1]
      let value = register & 1 == 0 ? channel.address : channel.count
      return UInt8(truncatingIfNeeded: state.flipFlop ? value >> 8 : value)
    case 8: return state.terminalCounts | requests << 4
    case 13: return state.temporary
    case 15: return state.mask | 0xF0
    default: return 0xFF
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    let register = register(offset)
    let bit = UInt8(1) << (value & 3)
    switch register {
    case 0...7: writeChannel(register, value)
    case 8: state.command = value
    case 9:
      state.softwareRequests =
        value & 4 != 0 ? state.softwareRequests | bit : state.softwareRequests & ~bit
    case 10: state.mask = value & 4 != 0 ? state.mask | bit : state.mask & ~bit
    case 11: state.channels[Int(value & 3)].mode = value & 0xFC
    case 12: state.flipFlop = false
    case 13: masterClear()
    case 14: state.mask = 0
    default: state.mask = value & 0x0F
    }
    onChange()
    if register >= 8 { serve() }
  }

  /// Base and current registers are written together.
  private func writeChannel(_ register: Int, _ value: UInt8) {
    let index = register >> 1
    let isAddress = register & 1 == 0
    var word = isAddress ? state.channels[index].baseAddress : state.channels[index].baseCount
    word = state.flipFlop ? word & 0x00FF | UInt16(value) << 8 : word & 0xFF00 | UInt16(value)
    state.flipFlop.toggle()
    if isAddress {
      state.channels[index].baseAddress = word
      state.channels[index].address = word
    } else {
      state.channels[index].baseCount = word
      state.channels[index].count = word
    }
  }

  /// Data sheet, "Software commands": command, status, request, temporary and flip-flop are cleared,
  /// the mask is set.
  private func masterClear() {
    state.command = 0
    state.terminalCounts = 0
    state.softwareRequests = 0
    state.temporary = 0
    state.flipFlop = false
    state.mask = 0x0F
    state.lowestPriority = 3
  }

  // MARK: Transfers

  /// The DREQ pins as the sense bit reads them. A channel without a device has no pin to read.
  private var requests: UInt8 {
    guard state.command & Command.activeLowRequests != 0 else { return state.requestLines }
    var attached: UInt8 = 0
    for channel in 0..<4 where peripherals[channel] != nil { attached |= 1 << UInt8(channel) }
    return ~state.requestLines & attached
  }

  /// Serves requests until there are none or the burst is over.
  func serve() {
    // A peripheral may move its request line while it is being served.
    guard !isServing, scheduler.deadline(of: slot) == nil else { return }
    isServing = true
    defer { isServing = false }
    var transfers = 0
    while let channel = nextChannel, transfers < Self.burst {
      transfers += isMemoryToMemory(channel) ? copyBlock() : serve(channel, limit: Self.burst)
    }
    if transfers >= Self.burst {
      scheduler.schedule(
        slot, at: scheduler.now &+ transferClock.ticks(afterPeriods: UInt64(transfers)))
    }
  }

  private var nextChannel: Int? {
    guard state.command & Command.disabled == 0, ownsBus() else { return nil }
    let active = requests & ~state.mask | state.softwareRequests
    guard active != 0 else { return nil }
    let first = state.command & Command.rotates != 0 ? state.lowestPriority &+ 1 : 0
    for step in UInt8(0)..<4 {
      let channel = Int((first &+ step) & 3)
      let isCascade = state.channels[channel].mode & Mode.kindMask == Mode.cascade
      if active >> UInt8(channel) & 1 != 0 && !isCascade { return channel }
    }
    return nil
  }

  /// One service of a channel: one transfer, or in block mode all up to terminal count.
  private func serve(_ index: Int, limit: Int) -> Int {
    var transfers = 0
    var hasEnded = false
    let isBlock = state.channels[index].mode & Mode.kindMask == Mode.block
    repeat {
      hasEnded = transferOne(index)
      transfers += 1
    } while isBlock && !hasEnded && transfers < limit
    if state.command & Command.rotates != 0 { state.lowestPriority = UInt8(index) }
    return transfers
  }

  /// One transfer; true at terminal count.
  private func transferOne(_ index: Int) -> Bool {
    let channel = state.channels[index]
    let isLast = channel.count == 0
    let address = physicalAddress(index, channel.address)
    let peripheral = peripherals[index]
    switch channel.mode & Mode.transferMask {
    case Mode.read: peripheral?.dmaWrite(load(address), terminalCount: isLast)
    case Mode.write: store(address, peripheral?.dmaRead(terminalCount: isLast) ?? 0xFFFF)
    case Mode.illegal: break
    default: _ = peripheral?.dmaRead(terminalCount: isLast)  // verify: nobody takes the data
    }
    advance(index, holdsAddress: false)
    if isLast { reachTerminalCount(index) }
    return isLast
  }

  private func advance(_ index: Int, holdsAddress: Bool) {
    state.channels[index].count &-= 1
    guard !holdsAddress else { return }
    if state.channels[index].mode & Mode.decrement != 0 {
      state.channels[index].address &-= 1
    } else {
      state.channels[index].address &+= 1
    }
  }

  private func reachTerminalCount(_ index: Int) {
    let bit = UInt8(1) << UInt8(index)
    state.terminalCounts |= bit
    state.softwareRequests &= ~bit
    if state.channels[index].mode & Mode.autoinitialize != 0 {
      state.channels[index].address = state.channels[index].baseAddress
      state.channels[index].count = state.channels[index].baseCount
    } else {
      state.mask |= bit
    }
  }

  private func isMemoryToMemory(_ channel: Int) -> Bool {
    channel == 0 && state.command & Command.memoryToMemory != 0
  }

  /// Data sheet, "Memory-to-memory": channel 0 reads into the temporary register, channel 1 writes,
  /// until channel 1's terminal count.
  private func copyBlock() -> Int {
    let holdsSource = state.command & Command.holdsSource != 0
    var transfers = 0
    var isLast = false
    repeat {
      state.temporary = memory.readByte(physicalAddress(0, state.channels[0].address))
      memory.writeByte(physicalAddress(1, state.channels[1].address), state.temporary)
      isLast = state.channels[1].count == 0
      advance(0, holdsAddress: holdsSource)
      advance(1, holdsAddress: false)
      transfers += 1
    } while !isLast
    state.softwareRequests &= ~1
    reachTerminalCount(1)
    return transfers
  }

  /// Word channels drive A16 to A1 and leave page bit 0 out. The address never carries into the page.
  private func physicalAddress(_ index: Int, _ address: UInt16) -> UInt64 {
    if movesWords {
      return UInt64(pages.page(index + 4) & 0xFE) << 16 | UInt64(address) << 1
    }
    return UInt64(pages.page(index)) << 16 | UInt64(address)
  }

  private func load(_ address: UInt64) -> UInt16 {
    let low = UInt16(memory.readByte(address))
    return movesWords ? low | UInt16(memory.readByte(address + 1)) << 8 : low
  }

  private func store(_ address: UInt64, _ value: UInt16) {
    memory.writeByte(address, UInt8(truncatingIfNeeded: value))
    if movesWords { memory.writeByte(address + 1, UInt8(truncatingIfNeeded: value >> 8)) }
  }
}
