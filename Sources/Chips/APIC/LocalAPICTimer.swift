import BusKit

/// The local APIC timer's counter. SDM vol. 3, 10.5.4 "APIC Timer".
///
/// It is not clocked one period at a time: the count follows from the bus clock when somebody looks.
public struct LocalAPICTimer: Codable, Equatable, Sendable {
  public var initialCount: UInt32 = 0
  /// The divide configuration register: bits 3, 1 and 0.
  public var divideConfiguration: UInt8 = 0
  /// The count that the timer had at ``origin``; 0 when it stands still.
  public var count: UInt32 = 0
  /// A bus clock period.
  public var origin: UInt64 = 0
  public var isPeriodic = false
  /// IA32_TSC_DEADLINE as a tick; 0 is disarmed.
  public var deadline: Ticks = 0

  public init() {}

  /// Bits 3, 1, 0: 000 divides by 2, then 4, 8 ... 128; 111 by 1.
  var divider: UInt64 {
    let code = UInt64(divideConfiguration & 3 | divideConfiguration >> 1 & 4)
    return 1 << ((code &+ 1) & 7)
  }

  /// Bus periods from ``origin`` to the end of this round.
  private var roundLength: UInt64 { UInt64(count) &* divider }

  /// The bus period in which the count reaches zero, nil when it stands still.
  var expiry: UInt64? { count == 0 ? nil : origin &+ roundLength }

  mutating func start(at period: UInt64) {
    count = initialCount
    origin = period
  }

  /// Lets time pass up to `period`. Returns whether the count has reached zero meanwhile.
  mutating func advance(to period: UInt64) -> Bool {
    guard let expiry, period >= expiry else { return false }
    guard isPeriodic, initialCount > 0 else {
      count = 0
      return true
    }
    count = initialCount
    origin = expiry &+ (period &- expiry) / roundLength &* roundLength
    return true
  }

  func currentCount(at period: UInt64) -> UInt32 {
    var copy = self
    _ = copy.advance(to: period)
    guard copy.count > 0 else { return 0 }
    return copy.count &- UInt32(truncatingIfNeeded: (period &- copy.origin) / divider)
  }

  /// A new divider counts on from where the timer stands.
  mutating func setDivider(_ configuration: UInt8, at period: UInt64) {
    count = currentCount(at: period)
    origin = period
    divideConfiguration = configuration
  }
}

extension LocalAPIC {
  var usesDeadline: Bool {
    state.localVectors[LocalVector.timer.rawValue] & LVT.deadline != 0
  }

  private var period: UInt64 { clock.periods(at: scheduler.now) }

  var timerCount: UInt32 { usesDeadline ? 0 : state.timer.currentCount(at: period) }

  /// Brings the counter up to date. An expiry that the alarm has not told of yet counts.
  func synchronizeTimer() {
    if state.timer.advance(to: period) { raise(.timer) }
  }

  func timerStarted(_ initialCount: UInt32) {
    guard !usesDeadline else { return }
    state.timer.initialCount = initialCount
    state.timer.start(at: period)
    scheduleTimer()
  }

  func dividerWritten(_ value: UInt8) {
    synchronizeTimer()
    state.timer.setDivider(value & 0xB, at: period)
    scheduleTimer()
  }

  /// IA32_TSC_DEADLINE; writes outside its mode are ignored.
  func deadlineWritten(_ deadline: Ticks) {
    guard usesDeadline else { return }
    state.timer.deadline = deadline
    scheduleTimer()
  }

  /// The timer's entry has been written. Between one-shot and periodic the count goes on; to and from
  /// TSC-deadline mode the timer is disarmed.
  func timerModeWritten(wasDeadline: Bool, isPeriodic: Bool) {
    state.timer.isPeriodic = isPeriodic
    if wasDeadline != usesDeadline {
      state.timer.count = 0
      state.timer.initialCount = 0
      state.timer.deadline = 0
    }
    scheduleTimer()
  }

  /// Sets the alarm for the next interrupt. A masked timer counts, but nobody waits for it.
  func scheduleTimer() {
    let isMasked = state.localVectors[LocalVector.timer.rawValue] & LVT.mask != 0
    if usesDeadline, state.timer.deadline != 0 {
      scheduler.schedule(timerSlot, at: state.timer.deadline)
    } else if !usesDeadline, !isMasked, let expiry = state.timer.expiry {
      scheduler.schedule(timerSlot, at: clock.ticks(afterPeriods: expiry))
    } else {
      scheduler.cancel(timerSlot)
    }
  }

  func timerExpired(at deadline: Ticks) {
    if usesDeadline {
      state.timer.deadline = 0
      raise(.timer)
    } else if state.timer.advance(to: period) {
      raise(.timer)
    }
    scheduleTimer()
  }
}
