import BusKit
import Chips
import Foundation
import Testing

/// A clock on a timeline that ticks with its crystal: 32768 ticks are a second.
private final class Bench {
  let scheduler = Scheduler(frequency: .watchCrystal)
  let irq8 = SignalLine()
  let clock: MC146818

  init(_ date: String = "2026-02-28T23:59:50Z") {
    let base = ISO8601DateFormatter().date(from: date)!.timeIntervalSince1970  // a literal
    clock = MC146818(scheduler: scheduler, interrupt: irq8, baseTime: Int64(base))
  }

  subscript(_ register: UInt8) -> UInt8 {
    get {
      clock.writePort(0, register)
      return clock.readPort(1)
    }
    set {
      clock.writePort(0, register)
      clock.writePort(1, newValue)
    }
  }

  func run(_ ticks: UInt64) {
    let end = scheduler.now + ticks
    while scheduler.nextDeadline <= end {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }

  func runSeconds(_ seconds: UInt64) { run(seconds * 32_768) }

  /// Century, year, month, day, weekday, hours, minutes, seconds.
  var time: [UInt8] { [0x32, 9, 8, 7, 6, 4, 2, 0].map { self[$0] } }
}

@Suite struct MC146818Tests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", [0x19, 0x70, 0x01, 0x01, 5, 0x00, 0x00, 0x00]),
      ("1999-12-31T23:59:59Z", [0x19, 0x99, 0x12, 0x31, 6, 0x23, 0x59, 0x59]),
      ("2000-02-29T12:34:56Z", [0x20, 0x00, 0x02, 0x29, 3, 0x12, 0x34, 0x56]),
      ("1969-12-31T23:00:00Z", [0x19, 0x69, 0x12, 0x31, 4, 0x23, 0x00, 0x00]),
      ("2026-11-21T05:00:00Z", [0x20, 0x26, 0x11, 0x21, 7, 0x05, 0x00, 0x00]),
    ] as [(String, [UInt8])])
  func showsTheBaseTime(date: String, time: [UInt8]) {
    #expect(Bench(date).time == time)
  }

  @Test(
    arguments: [
      ("2026-02-28T23:59:59Z", [0x20, 0x26, 0x03, 0x01, 1, 0x00, 0x00, 0x00]),
      ("2028-02-28T23:59:59Z", [0x20, 0x28, 0x02, 0x29, 3, 0x00, 0x00, 0x00]),
      ("1999-12-31T23:59:59Z", [0x20, 0x00, 0x01, 0x01, 7, 0x00, 0x00, 0x00]),
      ("2026-04-30T23:59:59Z", [0x20, 0x26, 0x05, 0x01, 6, 0x00, 0x00, 0x00]),
      ("2026-04-30T11:59:59Z", [0x20, 0x26, 0x04, 0x30, 5, 0x12, 0x00, 0x00]),
    ] as [(String, [UInt8])])
  func rollsOver(date: String, time: [UInt8]) {
    let bench = Bench(date)
    bench.run(32_767)
    #expect(bench[0] == 0x59)
    bench.run(1)
    #expect(bench.time == time)
  }

  @Test func longSleepsAreCaughtUp() {
    let bench = Bench("2026-01-01T00:00:00Z")
    bench.runSeconds(400 * 86_400 + 3_661)
    #expect(bench.time == [0x20, 0x27, 0x02, 0x05, 6, 0x01, 0x01, 0x01])
  }

  @Test func twelveHourAndBinaryModes() {
    let bench = Bench("2026-01-01T00:00:00Z")
    bench[0x0B] = 0x80 | 0x04  // set, binary, 12 hours
    for (register, value) in [(UInt8(0), UInt8(59)), (2, 59), (4, 0x80 | 11), (7, 31), (8, 12)] {
      bench[register] = value
    }
    bench[0x0B] = 0x04
    bench.runSeconds(1)
    #expect(bench[4] == 12)
    #expect(bench[7] == 1)
    #expect(bench[9] == 0x27)
    bench.runSeconds(3600)
    #expect(bench[4] == 1)
    bench.runSeconds(11 * 3600)
    #expect(bench[4] == 0x80 | 12)
    bench.runSeconds(3600)
    #expect(bench[4] == 0x80 | 1)
  }

  @Test func setHoldsTheTime() {
    let bench = Bench("2026-01-01T00:00:00Z")
    bench[0x0B] = 0x92
    #expect(bench[0x0B] == 0x82, "SET takes UIE away")
    bench.runSeconds(5)
    #expect(bench[0] == 0x00)
    #expect(bench[0x0A] & 0x80 == 0)
    bench[0x0B] = 0x02
    bench.runSeconds(2)
    #expect(bench[0] == 0x02)
  }

  @Test func updateInProgressPrecedesTheUpdate() {
    let bench = Bench("2026-01-01T00:00:00Z")
    bench.run(32_768 - 74)
    #expect(bench[0x0A] == 0x26)
    bench.run(1)
    #expect(bench[0x0A] == 0xA6)
    bench.run(72)
    #expect(bench[0x0A] == 0xA6)
    #expect(bench[0] == 0x00)
    bench.run(1)
    #expect(bench[0x0A] == 0x26)
    #expect(bench[0] == 0x01)
  }

  @Test func dividerResetStartsHalfASecondBefore() {
    let bench = Bench("2026-01-01T00:00:00Z")
    bench[0x0A] = 0x66
    bench.runSeconds(10)
    #expect(bench[0] == 0x00)
    bench[0x0A] = 0x26
    bench.run(16_383)
    #expect(bench[0] == 0x00)
    bench.run(1)
    #expect(bench[0] == 0x01)
  }

  @Test(
    arguments: [
      (1, 128), (2, 256), (3, 4), (6, 32), (15, 16_384),
    ] as [(UInt8, UInt64)])
  func periodicInterrupt(rate: UInt8, period: UInt64) {
    let bench = Bench()
    bench[0x0A] = 0x20 | rate
    bench[0x0B] = 0x42
    for _ in 0..<3 {
      bench.run(period - 1)
      #expect(!bench.irq8.level)
      bench.run(1)
      #expect(bench.irq8.level)
      #expect(bench[0x0C] & 0xC0 == 0xC0)
      #expect(!bench.irq8.level)
    }
    bench[0x0A] = 0x20
    bench.run(100_000)
    #expect(!bench.irq8.level)
  }

  @Test func updateEndedInterrupt() {
    let bench = Bench()
    bench[0x0B] = 0x12
    bench.run(32_767)
    #expect(!bench.irq8.level)
    bench.run(1)
    #expect(bench.irq8.level)
    #expect(bench.clock.peekPort(1) == 0x12)
    #expect(bench[0x0C] == 0xD0, "update and, as always, periodic")
    #expect(bench[0x0C] == 0)
  }

  @Test func alarmWithAndWithoutCare() {
    let bench = Bench("2026-01-01T10:00:00Z")
    bench[1] = 0x30
    bench[3] = 0x01
    bench[5] = 0x10
    bench[0x0B] = 0x22
    bench.runSeconds(89)
    #expect(!bench.irq8.level)
    bench.runSeconds(1)
    #expect(bench.irq8.level)
    #expect(bench[0x0C] & 0xA0 == 0xA0)
    bench.runSeconds(3600)
    #expect(!bench.irq8.level)
    bench[3] = 0xFF
    bench[5] = 0xC0
    bench.runSeconds(60)
    #expect(bench.irq8.level)
  }

  @Test func flagsRiseWithoutInterrupts() {
    let bench = Bench()
    bench.runSeconds(1)
    #expect(bench[0x0C] == 0x50)
    #expect(!bench.irq8.level)
    #expect(bench[0x0D] == 0x80)
  }

  @Test func resetKeepsTimeAndRAM() {
    let bench = Bench()
    bench[0x40] = 0x5A
    bench[0x0B] = 0x7A
    bench.clock.reset()
    #expect(bench[0x0B] == 0x02)
    #expect(bench[0x40] == 0x5A)
    #expect(bench[0] == 0x50)
  }

  @Test func configurationAndChecksum() {
    let bench = Bench()
    bench.clock.setConfiguration(0x10, 0x44)
    bench.clock.setConfiguration(0x2D, 0xFF)
    bench.clock.updateChecksum()
    #expect(bench[0x10] == 0x44)
    #expect(bench[0x2E] == 0x01)
    #expect(bench[0x2F] == 0x43)
    bench.clock.writePort(0, 0x8F)
    #expect(bench.clock.isNMIMasked)
    bench.clock.writePort(0, 0x0F)
    #expect(!bench.clock.isNMIMasked)
  }

  @Test func nonsenseInTheRegistersIsHarmless() {
    let bench = Bench()
    for register in UInt8(0)...9 { bench[register] = 0xFF }
    bench[0x32] = 0xFF
    for mode in [UInt8(0x00), 0x02, 0x04, 0x06] {
      bench[0x0B] = mode
      bench.runSeconds(200_000)
      _ = bench.time
    }
  }
}
