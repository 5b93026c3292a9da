public import BusKit

/// Port 61h: timer 2's gate, the speaker, and the AT's refresh and error bits.
///
/// IBM PC/AT Technical Reference, "System board: port B". One offset.
public final class SystemControlPortB: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    /// Bits 0 to 3 as written: gate 2, speaker data, RAM parity check off, channel check off.
    public var control: UInt8 = 0
  }

  public internal(set) var state = State()

  private enum Bit {
    static let gate2: UInt8 = 0x01
    static let speakerData: UInt8 = 0x02
    static let refresh: UInt8 = 0x10
    static let out2: UInt8 = 0x20
  }

  /// Timer 1 asks for a memory refresh every 18 of its clocks (15.09 us).
  private static let refreshPeriod: UInt64 = 18

  private let scheduler: Scheduler
  private let timer: Intel8254
  private let onSpeakerData: (Bool) -> Void
  private let clock: ClockConverter

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - timer: its counter 2 is gated here and its OUT 2 read back.
  ///   - onSpeakerData: the AND gate's other input, before the speaker.
  public init(
    scheduler: Scheduler, timer: Intel8254, onSpeakerData: @escaping (Bool) -> Void
  ) {
    self.scheduler = scheduler
    self.timer = timer
    self.onSpeakerData = onSpeakerData
    clock = scheduler.converter(to: .timer)
    timer.setGate(2, false)
  }

  public func reset() {
    writePort(0, 0)
  }

  public func readPort(_ offset: UInt16) -> UInt8 { peekPort(offset) }

  /// Bit 4 toggles with every refresh. Bits 6 and 7 would report channel and parity errors, which this
  /// memory does not make.
  public func peekPort(_ offset: UInt16) -> UInt8 {
    let refreshes = clock.periods(at: scheduler.now) / Self.refreshPeriod
    return state.control | (refreshes & 1 != 0 ? Bit.refresh : 0)
      | (timer.out(2) ? Bit.out2 : 0)
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    state.control = value & 0x0F
    timer.setGate(2, value & Bit.gate2 != 0)
    onSpeakerData(value & Bit.speakerData != 0)
  }
}

/// Port 92h of the PS/2: the fast A20 gate and the fast processor reset. One offset.
///
/// IBM PS/2 Model 50/60 Technical Reference, "System control port A".
public final class SystemControlPortA: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    public var value: UInt8 = 0
  }

  public internal(set) var state = State()

  private let onA20: (Bool) -> Void
  private let onReset: () -> Void

  /// - Parameters:
  ///   - onA20: called with bit 1 when it changes.
  ///   - onReset: called when bit 0 rises.
  public init(onA20: @escaping (Bool) -> Void, onReset: @escaping () -> Void) {
    self.onA20 = onA20
    self.onReset = onReset
  }

  public func reset() {
    state = State()
    onA20(false)
  }

  public func readPort(_ offset: UInt16) -> UInt8 { state.value }
  public func peekPort(_ offset: UInt16) -> UInt8 { state.value }

  /// Bits 3 (password lock), 6 and 7 (activity lights) are kept; the others do not exist.
  public func writePort(_ offset: UInt16, _ value: UInt8) {
    let former = state.value
    state.value = value & 0xCB
    if (value ^ former) & 2 != 0 { onA20(value & 2 != 0) }
    // The pulse comes once; the bit then reads back as written until the reset clears it.
    if value & ~former & 1 != 0 { onReset() }
  }
}
