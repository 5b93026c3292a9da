public import BusKit

/// The AT's two DMA controllers and their page registers: channels 0 to 3 move bytes, 5 to 7 words,
/// and channel 4 is where the first controller's request enters the second.
///
/// The board maps ``bytes`` at 00h-0Fh, ``words`` at C0h-DFh and ``pages`` at 80h-8Fh (offset 0 is
/// 80h).
public final class CascadedDMA {
  public let bytes: Intel8237A
  public let words: Intel8237A
  public let pages = DMAPageRegisters()

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - memory: where transfers go.
  public init(scheduler: Scheduler, memory: PhysicalMap) {
    let bytes = Intel8237A(
      scheduler: scheduler, memory: memory, pages: pages, movesWords: false)
    let words = Intel8237A(scheduler: scheduler, memory: memory, pages: pages, movesWords: true)
    bytes.ownsBus = { words.isCascadeOpen }
    words.onChange = { [unowned bytes] in bytes.serve() }
    self.bytes = bytes
    self.words = words
  }

  /// DREQ of channel 0...3 or 5...7; raise it while the device wants to transfer.
  public func request(_ channel: Int) -> SignalLine {
    precondition((0..<8).contains(channel) && channel != 4, "an AT has DRQ 0-3 and 5-7")
    return controller(channel).request(channel)
  }

  /// Connects a device to a channel's DACK.
  public func attach(_ peripheral: any DMAPeripheral, to channel: Int) {
    precondition((0..<8).contains(channel) && channel != 4, "an AT has DACK 0-3 and 5-7")
    controller(channel).attach(peripheral, to: channel)
  }

  public func reset() {
    bytes.reset()
    words.reset()
    pages.reset()
  }

  private func controller(_ channel: Int) -> Intel8237A { channel < 4 ? bytes : words }
}

/// The DMA page registers (74LS612 of the AT, ports 80h to 8Fh): sixteen bytes of which eight are wired.
///
/// IBM PC/AT Technical Reference, "DMA page registers". The refresh page (8Fh) is kept but addresses
/// nothing.
public final class DMAPageRegisters: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    public var registers = FixedArray<16, UInt8>(repeating: 0)
  }

  public internal(set) var state = State()

  public init() {}

  public func reset() {
    state = State()
  }

  public func readPort(_ offset: UInt16) -> UInt8 { peekPort(offset) }
  public func peekPort(_ offset: UInt16) -> UInt8 { state.registers[Int(offset & 15)] }
  public func writePort(_ offset: UInt16, _ value: UInt8) {
    state.registers[Int(offset & 15)] = value
  }

  /// Bits 23 to 16 of the address of a channel's transfers.
  func page(_ channel: Int) -> UInt8 {
    let register =
      switch channel & 7 {
      case 0: 0x7
      case 1: 0x3
      case 2: 0x1
      case 3: 0x2
      case 4: 0xF
      case 5: 0xB
      case 6: 0x9
      default: 0xA
      }
    return state.registers[register]
  }
}
