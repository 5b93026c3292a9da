import BusKit
import Testing

@Suite("Frequencies and clock conversion")
struct FrequencyTests {
  @Test("fractions are kept in lowest terms")
  func lowestTerms() {
    #expect(Frequency(315_000_000, over: 66) == Frequency(52_500_000, over: 11))
    #expect(Frequency.timer.hertz == 1_193_182)
    #expect(Frequency.crystal.hertz == 14_318_182)
  }

  @Test(
    "a period's first tick is the first one at which it counts",
    arguments: [Frequency.timer, .watchCrystal, .crystal, Frequency(25_175_000)])
  func roundTrip(clock: Frequency) {
    let converter = ClockConverter(clock, processor: Frequency(66_000_000))
    for period in [0, 1, 2, 3, 1000, 65_536, 1_193_182, 987_654_321] as [UInt64] {
      let tick = converter.ticks(afterPeriods: period)
      #expect(converter.periods(at: tick) == period)
      if tick > 0 { #expect(converter.periods(at: tick - 1) < max(period, 1)) }
    }
  }

  @Test("a clock does not drift in a year of guest time")
  func noDrift() {
    let converter = ClockConverter(.watchCrystal, processor: Frequency(66_000_000))
    let year: UInt64 = 365 * 86_400
    #expect(converter.periods(at: year * 66_000_000) == year * 32_768)
  }

  @Test("a clock faster than the processor")
  func faster() {
    let converter = ClockConverter(.crystal, processor: Frequency(315_000_000, over: 66))
    #expect(converter.periods(at: 1) == 3)
    #expect(converter.ticks(afterPeriods: 1) == 1)
    #expect(converter.ticks(afterPeriods: 4) == 2)
  }

  @Test("centuries saturate instead of overflowing")
  func saturation() {
    let converter = ClockConverter(.crystal, processor: Frequency(1))
    #expect(converter.periods(at: .max) == .max)
  }
}

@Suite("Scheduler")
struct SchedulerTests {
  let scheduler = Scheduler(frequency: Frequency(1_000_000))

  @Test("events fire in order of deadline, and equal ones in order of slot")
  func order() {
    var fired: [String] = []
    let a = scheduler.makeSlot("a") { fired.append("a\($0)") }
    let b = scheduler.makeSlot("b") { fired.append("b\($0)") }
    let c = scheduler.makeSlot("c") { fired.append("c\($0)") }
    scheduler.schedule(c, at: 5)
    scheduler.schedule(b, at: 7)
    scheduler.schedule(a, at: 7)
    #expect(scheduler.nextDeadline == 5)
    scheduler.now = 6
    scheduler.fireDueEvents()
    #expect(fired == ["c5"])
    scheduler.now = 10
    scheduler.fireDueEvents()
    #expect(fired == ["c5", "a7", "b7"])
    #expect(scheduler.nextDeadline == .max)
  }

  @Test("rescheduling replaces, cancelling clears")
  func replacing() {
    var count = 0
    let slot = scheduler.makeSlot("slot") { _ in count += 1 }
    scheduler.schedule(slot, at: 5)
    scheduler.schedule(slot, at: 20)
    #expect(scheduler.deadline(of: slot) == 20)
    scheduler.now = 10
    scheduler.fireDueEvents()
    #expect(count == 0)
    scheduler.cancel(slot)
    #expect(scheduler.deadline(of: slot) == nil)
    scheduler.now = 30
    scheduler.fireDueEvents()
    #expect(count == 0)
  }

  @Test("a handler may schedule itself again in the same round")
  func periodic() {
    final class Clock {
      var ticks: [Ticks] = []
      var slot: EventSlot?
    }
    let clock = Clock()
    clock.slot = scheduler.makeSlot("clock") { [scheduler] deadline in
      clock.ticks.append(deadline)
      if let slot = clock.slot { scheduler.schedule(slot, at: deadline + 10) }
    }
    if let slot = clock.slot { scheduler.schedule(slot, at: 10) }
    scheduler.now = 35
    scheduler.fireDueEvents()
    #expect(clock.ticks == [10, 20, 30])
    #expect(scheduler.pending.map(\.name) == ["clock"])
    #expect(scheduler.nextDeadline == 40)
  }
}

@Suite("Signal lines")
struct SignalLineTests {
  @Test("the watcher sees edges only")
  func edges() {
    let line = SignalLine()
    var seen: [Bool] = []
    line.connect { seen.append($0) }
    line.lower()
    line.raise()
    line.raise()
    line.pulse()
    #expect(seen == [true, false, true, false])
    #expect(!line.level)
  }
}
