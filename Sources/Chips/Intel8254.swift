public import BusKit

/// A programmable interval timer: three counters on the 1.193182 MHz clock.
///
/// Intel 8254 data sheet (order number 231164). Offsets 0 to 2 are the counters, 3 the control word.
/// A counter is not clocked one period at a time: it is brought up to date when somebody looks, and
/// an alarm is set for the next edge of an OUT pin that is wired to something. A count of 1, illegal
/// in modes 2 and 3, leaves OUT high there.
public final class Intel8254: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    public var counters = FixedArray<3, Intel8254Counter>(repeating: Intel8254Counter())
  }

  public internal(set) var state = State()

  private let scheduler: Scheduler
  private let clock: ClockConverter
  private let outputs: [SignalLine?]
  private var slots: [EventSlot] = []

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - out0: OUT 0, the system timer interrupt; nil when nothing is connected.
  ///   - out1: OUT 1, the refresh request.
  ///   - out2: OUT 2, the speaker.
  public init(
    scheduler: Scheduler, out0: SignalLine? = nil, out1: SignalLine? = nil,
    out2: SignalLine? = nil
  ) {
    self.scheduler = scheduler
    clock = scheduler.converter(to: .timer)
    outputs = [out0, out1, out2]
    for index in 0..<3 {
      slots.append(
        scheduler.makeSlot("8254 OUT \(index)") { [unowned self] deadline in
          self.synchronize(index, to: self.clock.periods(at: deadline))
          self.scheduleEdge(index)
        })
    }
  }

  /// The part has no reset pin; this is power-on. Gates keep their levels.
  public func reset() {
    let period = clock.periods(at: scheduler.now)
    for index in 0..<3 {
      let isGated = state.counters[index].gate
      state.counters[index] = Intel8254Counter()
      state.counters[index].gate = isGated
      state.counters[index].clock = period
      update(index)
    }
  }

  // MARK: Registers

  /// Reading a counter moves its low/high byte flip-flop and releases what was latched.
  public func readPort(_ offset: UInt16) -> UInt8 {
    let index = Int(offset & 3)
    guard index < 3 else { return 0xFF }
    synchronize(index)
    return state.counters[index].read()
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    let index = Int(offset & 3)
    guard index < 3 else { return 0xFF }
    var counter = upToDate(index)
    return counter.read()
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    let index = Int(offset & 3)
    guard index == 3 else {
      synchronize(index)
      state.counters[index].write(value)
      return update(index)
    }
    let selected = Int(value >> 6)
    if selected == 3 {
      readBack(value)
    } else {
      synchronize(selected)
      if value & 0x30 == 0 {
        state.counters[selected].latchCount()
      } else {
        state.counters[selected].control(value)
        update(selected)
      }
    }
  }

  // MARK: Pins

  /// The level of OUT `counter` (0...2) now. Looking changes nothing.
  public func out(_ counter: Int) -> Bool { upToDate(counter).out }

  /// Drives the GATE pin of `counter` (0...2).
  public func setGate(_ counter: Int, _ level: Bool) {
    synchronize(counter)
    state.counters[counter].setGate(level)
    update(counter)
  }

  // MARK: Timed behaviour

  /// Data sheet, "Read-back command": COUNT and STATUS are active low.
  private func readBack(_ command: UInt8) {
    for index in 0..<3 where command >> UInt8(index + 1) & 1 != 0 {
      synchronize(index)
      if command & 0x10 == 0 { state.counters[index].latchStatus() }
      if command & 0x20 == 0 { state.counters[index].latchCount() }
    }
  }

  private func synchronize(_ index: Int) {
    synchronize(index, to: clock.periods(at: scheduler.now))
  }

  /// Clocks a counter up to `period`. Whoever is wired to its OUT sees each edge.
  private func synchronize(_ index: Int, to period: UInt64) {
    guard let output = outputs[index] else {
      return state.counters[index].advance(to: period)
    }
    while let edge = state.counters[index].nextEdge, edge <= period {
      state.counters[index].advance(to: edge)
      output.set(state.counters[index].out)
    }
    state.counters[index].advance(to: period)
  }

  private func upToDate(_ index: Int) -> Intel8254Counter {
    var counter = state.counters[index]
    counter.advance(to: clock.periods(at: scheduler.now))
    return counter
  }

  private func update(_ index: Int) {
    outputs[index]?.set(state.counters[index].out)
    scheduleEdge(index)
  }

  private func scheduleEdge(_ index: Int) {
    guard outputs[index] != nil else { return }
    if let edge = state.counters[index].nextEdge {
      scheduler.schedule(slots[index], at: clock.ticks(afterPeriods: edge))
    } else {
      scheduler.cancel(slots[index])
    }
  }
}
