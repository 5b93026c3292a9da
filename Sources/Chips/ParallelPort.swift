public import BusKit

/// A printer port with a printer that is always ready.
///
/// IBM PC/AT Technical Reference, "Serial/parallel adapter", parallel portion. Offset 0 is the data
/// latch, 1 the status, 2 the control latch. The printer takes ten microseconds for a byte and
/// acknowledges it with a pulse of five.
public final class ParallelPort: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    public var data: UInt8 = 0
    public var control: UInt8 = 0
    public var isBusy = false
    public var isAcknowledging = false
    public var hasInterrupt = false
  }

  public internal(set) var state = State()

  private enum Control {
    static let strobe: UInt8 = 0x01, initialize: UInt8 = 0x04, interruptEnable: UInt8 = 0x10
  }

  private enum Status {
    /// Selected, no error; the bits that do not exist read as ones.
    static let ready: UInt8 = 0x18 | 0x03
    static let noInterrupt: UInt8 = 0x04
    static let notAcknowledging: UInt8 = 0x40
    static let notBusy: UInt8 = 0x80
  }

  private static let printMicroseconds: UInt64 = 10
  private static let acknowledgeMicroseconds: UInt64 = 5

  private let scheduler: Scheduler
  private let interrupt: InterruptLine
  private let sink: (UInt8) -> Void
  private let clock: ClockConverter
  private var slot: EventSlot!  // made in init, where the handler needs self

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - interrupt: IRQ 7 or 5.
  ///   - sink: takes every byte printed.
  public init(scheduler: Scheduler, interrupt: InterruptLine, sink: @escaping (UInt8) -> Void) {
    self.scheduler = scheduler
    self.interrupt = interrupt
    self.sink = sink
    clock = scheduler.converter(to: Frequency(1_000_000))
    slot = scheduler.makeSlot("parallel port") { [unowned self] _ in self.step() }
  }

  public func reset() {
    state = State()
    scheduler.cancel(slot)
    interrupt.lower()
  }

  // MARK: Registers

  /// Reading the status takes the interrupt back.
  public func readPort(_ offset: UInt16) -> UInt8 {
    let value = peekPort(offset)
    if offset & 3 == 1 {
      state.hasInterrupt = false
      updateInterrupt()
    }
    return value
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    switch offset & 3 {
    case 0: state.data
    case 1:
      Status.ready | (state.hasInterrupt ? 0 : Status.noInterrupt)
        | (state.isAcknowledging ? 0 : Status.notAcknowledging)
        | (state.isBusy ? 0 : Status.notBusy)
    case 2: state.control | 0xE0
    default: 0xFF
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    switch offset & 3 {
    case 0: state.data = value
    case 2:
      let strobes = value & ~state.control & Control.strobe != 0
      state.control = value & 0x1F
      if state.control & Control.initialize == 0 {
        // The printer is held in reset.
        scheduler.cancel(slot)
        state.isBusy = false
        state.isAcknowledging = false
      } else if strobes && !state.isBusy {
        state.isBusy = true
        schedule(Self.printMicroseconds)
        sink(state.data)
      }
      updateInterrupt()
    default: break
    }
  }

  // MARK: Timed behaviour

  private func schedule(_ microseconds: UInt64) {
    scheduler.schedule(slot, at: scheduler.now &+ clock.ticks(afterPeriods: microseconds))
  }

  /// Busy, then the acknowledge pulse, whose end is the interrupt.
  private func step() {
    if state.isAcknowledging {
      state.isAcknowledging = false
      state.isBusy = false
      state.hasInterrupt = true
    } else {
      state.isAcknowledging = true
      state.hasInterrupt = false
      schedule(Self.acknowledgeMicroseconds)
    }
    updateInterrupt()
  }

  private func updateInterrupt() {
    interrupt.set(state.hasInterrupt && state.control & Control.interruptEnable != 0)
  }
}
