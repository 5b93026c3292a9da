import BusKit
import Chips
import Testing

/// A timer on a timeline that ticks with the timer clock itself: one tick is one CLK pulse.
private final class Bench {
  let scheduler = Scheduler(frequency: .timer)
  let lines = [SignalLine(), SignalLine(), SignalLine()]
  let timer: Intel8254

  init(listens: Bool = false) {
    timer =
      listens
      ? Intel8254(scheduler: scheduler, out0: lines[0], out1: lines[1], out2: lines[2])
      : Intel8254(scheduler: scheduler)
    timer.reset()
  }

  func control(_ value: UInt8) { timer.writePort(3, value) }
  func count(_ value: UInt16, _ counter: UInt16 = 0) {
    timer.writePort(counter, UInt8(value & 0xFF))
    timer.writePort(counter, UInt8(value >> 8))
  }
  func run(_ pulses: UInt64) {
    let end = scheduler.now + pulses
    while scheduler.nextDeadline <= end {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }
  func read(_ counter: UInt16 = 0) -> UInt16 {
    let low = UInt16(timer.readPort(counter))
    return low | UInt16(timer.readPort(counter)) << 8
  }
  /// OUT after each of the next pulses.
  func wave(_ pulses: Int, _ counter: Int = 0) -> String {
    var wave = ""
    for _ in 0..<pulses {
      run(1)
      wave += timer.out(counter) ? "1" : "0"
    }
    return wave
  }
}

@Suite struct Intel8254Tests {
  // The waveforms of the data sheet's figures "Mode 0" to "Mode 5".
  @Test(arguments: [
    (UInt8(0x10), UInt8(4), "000011111"),
    (0x14, 3, "110110110110"),
    (0x16, 4, "110011001100"),
    (0x16, 5, "111001110011"),
    (0x16, 2, "101010"),
    (0x18, 3, "11101111"),
  ])
  func softwareStartedModes(control: UInt8, count: UInt8, wave: String) {
    // With the first pulse the count is loaded; OUT follows from there.
    for listens in [false, true] {
      let bench = Bench(listens: listens)
      bench.control(control)
      bench.timer.writePort(0, count)
      let first = control == 0x10 ? "0" : "1"
      #expect(bench.wave(1) == first)
      let rest = String(wave.dropFirst())
      #expect(bench.wave(rest.count) == rest)
      if listens { #expect(bench.lines[0].level == bench.timer.out(0)) }
    }
  }

  @Test func mode1IsTriggeredByGate() {
    let bench = Bench()
    bench.timer.setGate(0, false)
    bench.control(0x12)
    bench.timer.writePort(0, 3)
    #expect(bench.wave(4) == "1111")
    bench.timer.setGate(0, true)
    #expect(bench.wave(5) == "00011")
    bench.timer.setGate(0, false)
    bench.timer.setGate(0, true)
    #expect(bench.wave(2) == "00")
    bench.timer.setGate(0, false)
    bench.timer.setGate(0, true)  // retriggered
    #expect(bench.wave(5) == "00011")
  }

  @Test func mode5StrobesAfterTrigger() {
    let bench = Bench()
    bench.timer.setGate(0, false)
    bench.control(0x1A)
    bench.timer.writePort(0, 3)
    #expect(bench.wave(6) == "111111")
    bench.timer.setGate(0, true)
    #expect(bench.wave(6) == "111011")
  }

  @Test func gateStopsMode0() {
    let bench = Bench()
    bench.control(0x10)
    bench.timer.writePort(0, 5)
    bench.run(3)
    bench.timer.setGate(0, false)
    bench.run(100)
    #expect(bench.timer.readPort(0) == 3)
    #expect(!bench.timer.out(0))
    bench.timer.setGate(0, true)
    #expect(bench.wave(4) == "0011")
  }

  @Test func gateReloadsModes2And3() {
    for control in [UInt8(0x14), 0x16] {
      let bench = Bench()
      bench.control(control)
      bench.timer.writePort(0, 6)
      bench.run(4)
      bench.timer.setGate(0, false)
      #expect(bench.timer.out(0), "OUT goes high at once")
      bench.run(10)
      bench.timer.setGate(0, true)
      bench.run(1)
      #expect(bench.timer.readPort(0) == 6)
    }
  }

  @Test func newCountWaitsForTheEndOfThePeriod() {
    let bench = Bench()
    bench.control(0x14)
    bench.timer.writePort(0, 4)
    bench.run(2)
    bench.timer.writePort(0, 6)
    #expect(bench.wave(9) == "101111101")
    let square = Bench()
    square.control(0x16)
    square.timer.writePort(0, 4)
    square.run(1)
    square.timer.writePort(0, 8)
    #expect(square.wave(10) == "1000011110")
  }

  @Test func mode0WrapsAndANewCountLowersOut() {
    let bench = Bench()
    bench.control(0x30)
    bench.count(3)
    bench.run(4)
    #expect(bench.timer.out(0))
    bench.run(2)
    #expect(bench.read() == 0xFFFE)
    bench.timer.writePort(0, 2)
    #expect(!bench.timer.out(0), "the first byte lowers OUT and stops the count")
    bench.run(5)
    #expect(bench.read() == 0xFFFE)
    bench.timer.writePort(0, 0)
    #expect(bench.wave(3) == "001")
  }

  @Test func latchHoldsTheCount() {
    let bench = Bench()
    bench.control(0x34)
    bench.count(1000)
    bench.run(101)
    bench.control(0x00)
    bench.run(50)
    bench.control(0x00)  // ignored: the first is still unread
    #expect(bench.read() == 900)
    #expect(bench.read() == 850)
  }

  @Test func readBackGivesStatusThenCount() {
    let bench = Bench()
    bench.control(0x34)
    bench.timer.writePort(3, 0xE2)  // status of counter 0
    #expect(bench.timer.readPort(0) == 0xF4, "OUT high, null count")
    bench.count(1000)
    bench.timer.writePort(3, 0xE2)
    #expect(bench.timer.readPort(0) == 0xF4, "not loaded before the next pulse")
    bench.run(11)
    bench.timer.writePort(3, 0xC2)  // count and status
    bench.run(30)
    #expect(bench.timer.readPort(0) == 0xB4)
    #expect(bench.read() == 990)
    #expect(bench.read() == 960)
  }

  @Test func countsInDecimal() {
    let bench = Bench()
    bench.control(0x31)
    bench.count(0x1000)
    bench.run(2)
    #expect(bench.read() == 0x0999)
    bench.control(0x31)
    bench.count(0)
    bench.run(2)
    #expect(bench.read() == 0x9999)
    bench.run(9_999)
    #expect(bench.timer.out(0))
    bench.run(1)
    #expect(bench.read() == 0x9999)
  }

  @Test func oneByteAccess() {
    let bench = Bench()
    bench.control(0x24)  // counter 0, high byte only
    bench.timer.writePort(0, 0x12)
    bench.run(2)
    #expect(bench.timer.readPort(0) == 0x11)
    #expect(bench.timer.readPort(0) == 0x11)
  }

  @Test func squareWaveCountsByTwo() {
    let bench = Bench()
    bench.control(0x36)
    bench.count(0)
    bench.run(1)
    #expect(bench.read() == 0)
    bench.run(1)
    #expect(bench.read() == 0xFFFE)
    bench.run(32_767)
    #expect(bench.read() == 0)
    #expect(!bench.timer.out(0))
  }

  @Test func edgesComeAtTheirTicks() {
    // The processor runs at 33 MHz; the interrupt must come on the exact clock.
    let scheduler = Scheduler(frequency: Frequency(33_000_000))
    let line = SignalLine()
    let timer = Intel8254(scheduler: scheduler, out0: line)
    timer.reset()
    timer.writePort(3, 0x34)
    timer.writePort(0, 0)
    timer.writePort(0, 0)
    var rises: [Ticks] = []
    line.connect { if $0 { rises.append(scheduler.now) } }
    while rises.count < 3 {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    let clock = scheduler.converter(to: .timer)
    #expect(rises == (1...3).map { clock.ticks(afterPeriods: 1 + 65_536 * $0) })
  }

  /// Looking often and looking rarely must give the same counter.
  @Test(arguments: [0x30, 0x34, 0x36, 0x38, 0x31, 0x35, 0x37] as [UInt8])
  func leapsEqualSteps(control: UInt8) {
    for count in [UInt16(2), 3, 7, 8, 0x99, 0] {
      let leaping = Bench()
      let stepping = Bench(listens: true)
      for bench in [leaping, stepping] {
        bench.control(control)
        bench.count(count)
      }
      for pulses in [1, 2, 3, 11, 100, 1, 2051] as [UInt64] {
        leaping.run(pulses)
        for _ in 0..<pulses {
          stepping.run(1)
          stepping.control(0xF2)  // a read-back of nothing only looks
        }
        #expect(leaping.timer.out(0) == stepping.timer.out(0))
        leaping.control(0xC2)
        stepping.control(0xC2)
        for _ in 0..<3 { #expect(leaping.timer.readPort(0) == stepping.timer.readPort(0)) }
      }
    }
  }

  @Test(arguments: 0..<6)
  func illegalCountsDoNotHang(mode: UInt8) {
    let bench = Bench(listens: true)
    bench.control(0x10 | mode << 1)
    bench.timer.writePort(0, 1)
    bench.run(1000)
    #expect(bench.scheduler.now == 1000)
  }
}
