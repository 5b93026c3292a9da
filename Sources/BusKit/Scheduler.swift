/// A point on the machine's timeline, or a span of it: processor clocks since power-on.
public typealias Ticks = UInt64

/// One named alarm clock on the ``Scheduler``. A part owns its slots and keeps them for life.
public struct EventSlot: Hashable, Sendable {
  fileprivate let index: Int
}

/// The machine's single timeline.
///
/// The processor moves ``now``; parts read it and ask to be called at a later tick. Nothing else in
/// the library knows what time it is, which is what makes a run reproducible. Equal deadlines fire in
/// the order in which their slots were made.
public final class Scheduler {
  /// The frequency that one tick stands for: the processor's clock.
  public let frequency: Frequency

  /// The present. Inside an instruction that touches a port or a device's memory it is exact to the
  /// clock; only the run loop and the processor write it.
  public var now: Ticks = 0

  /// The earliest deadline of all slots, `.max` if none is set.
  public private(set) var nextDeadline: Ticks = .max

  private var names: [String] = []
  private var deadlines: [Ticks] = []
  private var handlers: [(Ticks) -> Void] = []

  public init(frequency: Frequency) {
    self.frequency = frequency
  }

  /// Makes a slot. `handler` receives the deadline it was scheduled for; ``now`` may be some clocks
  /// later, when an instruction could not be interrupted.
  public func makeSlot(_ name: String, handler: @escaping (Ticks) -> Void) -> EventSlot {
    names.append(name)
    deadlines.append(.max)
    handlers.append(handler)
    return EventSlot(index: names.count - 1)
  }

  /// Sets the slot's deadline, replacing an earlier one. A deadline in the past fires at once.
  public func schedule(_ slot: EventSlot, at deadline: Ticks) {
    let former = deadlines[slot.index]
    deadlines[slot.index] = deadline
    if deadline < nextDeadline {
      nextDeadline = deadline
    } else if former == nextDeadline {
      findNext()
    }
  }

  /// Clears the slot's deadline.
  public func cancel(_ slot: EventSlot) {
    let former = deadlines[slot.index]
    deadlines[slot.index] = .max
    if former == nextDeadline { findNext() }
  }

  /// The slot's deadline, or nil when it is not set.
  public func deadline(of slot: EventSlot) -> Ticks? {
    deadlines[slot.index] == .max ? nil : deadlines[slot.index]
  }

  /// Fires every slot whose deadline is not after ``now``, earliest first. A handler may schedule
  /// again, also for now or the past; it is then called again in the same round.
  public func fireDueEvents() {
    while nextDeadline <= now {
      let deadline = nextDeadline
      guard let index = deadlines.firstIndex(of: deadline) else { return findNext() }
      deadlines[index] = .max
      findNext()
      handlers[index](deadline)
    }
  }

  /// Every set deadline by slot name, for state hashes and debuggers.
  public var pending: [(name: String, deadline: Ticks)] {
    zip(names, deadlines).filter { $0.1 != .max }.map { (name: $0.0, deadline: $0.1) }
  }

  /// A converter between this timeline and another clock.
  public func converter(to clock: Frequency) -> ClockConverter {
    ClockConverter(clock, processor: frequency)
  }

  private func findNext() {
    nextDeadline = deadlines.min() ?? .max
  }
}
