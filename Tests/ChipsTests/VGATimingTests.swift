import BusKit
import Chips
import Testing

struct VGATimingTests {
  /// One tick for each dot of the 25.175 MHz clock.
  let bench = VGATestBench()

  private func status() -> UInt8 { bench.in(0x3DA) & 0x09 }

  /// The next tick at which `bit` of input status 1 goes from 0 to 1.
  private func nextRise(of bit: UInt8, step: Ticks = 1) -> Ticks {
    while bench.in(0x3DA) & bit != 0 { bench.scheduler.now += step }
    while bench.in(0x3DA) & bit == 0 { bench.scheduler.now += step }
    return bench.scheduler.now
  }

  @Test func mode12hLinesAndFrames() {
    bench.set(VGATestBench.planar640)
    let line = nextRise(of: 0x01)
    #expect(nextRise(of: 0x01) - line == 800)
    let frame = nextRise(of: 0x08, step: 800)
    // 525 lines of 800 dots: 59.94 Hz.
    #expect(nextRise(of: 0x08, step: 800) - frame == 525 * 800)
  }

  @Test func mode12hRetraceLastsTwoLines() {
    bench.set(VGATestBench.planar640)
    let start = nextRise(of: 0x08)
    while bench.in(0x3DA) & 0x08 != 0 { bench.scheduler.now += 1 }
    #expect(bench.scheduler.now - start == 2 * 800)
    // 525 - 490 - 2 lines later the first line of the next frame begins.
    while status() != 0 { bench.scheduler.now += 1 }
    #expect(bench.scheduler.now - start == 35 * 800)
    for _ in 0..<640 {
      #expect(status() == 0)
      bench.scheduler.now += 1
    }
    #expect(status() == 0x01)
  }

  @Test func text80RunsAt31469And70Hertz() {
    // A timeline of the text mode's own dot clock.
    let bench = VGATestBench(frequency: Frequency(28_322_000))
    bench.set(VGATestBench.text80)
    func nextLine() -> Ticks {
      while bench.in(0x3DA) & 1 != 0 { bench.scheduler.now += 1 }
      while bench.in(0x3DA) & 1 == 0 { bench.scheduler.now += 1 }
      return bench.scheduler.now
    }
    let first = nextLine()
    #expect(nextLine() - first == 900)
    func nextRetrace() -> Ticks {
      while bench.in(0x3DA) & 8 != 0 { bench.scheduler.now += 900 }
      while bench.in(0x3DA) & 8 == 0 { bench.scheduler.now += 900 }
      return bench.scheduler.now
    }
    let frame = nextRetrace()
    #expect(nextRetrace() - frame == 449 * 900)
    // 28322000 / 900 = 31468.9 Hz, / 449 = 70.09 Hz.
  }

  @Test func ratesAreExactAgainstAnotherClock() {
    // A processor of 33 MHz: after 1000 seconds exactly 59940.476... frames.
    let bench = VGATestBench(frequency: Frequency(33_000_000))
    bench.set(VGATestBench.planar640)
    bench.scheduler.now = 33_000_000 * 1000
    let dots: UInt64 = 25_175_000 * 1000
    let line = dots % (525 * 800) / 800
    let dot = dots % 800
    #expect((bench.in(0x3DA) & 1 == 0) == (line < 480 && dot < 640))
    // Exactly at the tick where the dot counter reaches a retrace, and one tick before.
    let retrace = (dots / 420_000 * 420_000 + 490 * 800 + 420_000) * 33_000_000
    let tick = (retrace + 25_175_000 - 1) / 25_175_000
    bench.scheduler.now = tick - 1
    #expect(bench.in(0x3DA) & 8 == 0)
    bench.scheduler.now = tick
    #expect(bench.in(0x3DA) & 8 == 8)
  }

  @Test func reprogrammingKeepsThePlaceOnTheRaster() {
    bench.set(VGATestBench.planar640)
    _ = nextRise(of: 0x08)
    bench.scheduler.now += 700
    bench.crtc(0x12, 0xDF)
    bench.crtc(0x09, 0x40)
    #expect(status() == 0x09)
    bench.scheduler.now += 900
    #expect(status() & 0x08 == 0)
  }

  @Test func stoppedCRTCShowsNothing() {
    bench.set(VGATestBench.planar640)
    bench.crtc(0x17, 0x63)
    for _ in 0..<1000 {
      #expect(status() == 0x01)
      bench.scheduler.now += 997
    }
  }

  @Test func zeroRegistersDivideNothingByZero() {
    bench.out(0x3C2, 0x01)
    for _ in 0..<100 {
      _ = bench.in(0x3DA)
      bench.scheduler.now += 12345
    }
    #expect(bench.frame().height >= 1)
    #expect(bench.vga.textScreen() == nil)
  }

  @Test func retraceInterrupt() {
    bench.set(VGATestBench.planar640)
    let scheduler = bench.scheduler
    #expect(scheduler.nextDeadline == .max)
    // Arm (bit 4) and enable (bit 5 low).
    bench.crtc(0x11, 0x1C)
    let deadline = scheduler.nextDeadline
    #expect(deadline < 525 * 800)
    #expect(bench.in(0x3C2) & 0x80 == 0)
    scheduler.now = deadline - 1
    scheduler.fireDueEvents()
    #expect(!bench.interrupt.level)
    #expect(bench.in(0x3DA) & 8 == 0)
    scheduler.now = deadline
    scheduler.fireDueEvents()
    #expect(bench.interrupt.level)
    #expect(bench.in(0x3C2) & 0x80 == 0x80)
    #expect(bench.in(0x3DA) & 8 == 8)
    // Stays until bit 4 is cleared; the next retrace comes one frame later.
    scheduler.now += 1000
    scheduler.fireDueEvents()
    #expect(bench.interrupt.level)
    bench.crtc(0x11, 0x0C)
    #expect(!bench.interrupt.level)
    bench.crtc(0x11, 0x1C)
    #expect(!bench.interrupt.level)
    #expect(scheduler.nextDeadline == deadline + 525 * 800)
  }

  @Test func retraceIsLatchedForPollersWithoutInterrupt() {
    bench.set(VGATestBench.planar640)
    bench.crtc(0x11, 0x3C)
    #expect(bench.scheduler.nextDeadline == .max)
    bench.scheduler.now += 525 * 800
    #expect(bench.in(0x3C2) & 0x80 == 0x80)
    #expect(!bench.interrupt.level)
    bench.crtc(0x11, 0x1C)
    #expect(bench.interrupt.level)
    bench.crtc(0x11, 0x2C)
    #expect(bench.in(0x3C2) & 0x80 == 0)
  }

  @Test func cursorAndCharactersBlink() {
    bench.set(VGATestBench.text80)
    let frameTicks: Ticks = 449 * 900 * 25_175_000 / 28_322_000 + 1
    var versions: [VGA.PictureVersion] = []
    for frame in 0..<Ticks(32) {
      bench.scheduler.now = frame * frameTicks + 50
      versions.append(bench.vga.pictureVersion)
    }
    let cursorEdges = zip(versions, versions.dropFirst()).count { $0.isCursorLit != $1.isCursorLit }
    let blinkEdges = zip(versions, versions.dropFirst()).count { $0.isBlinkLit != $1.isBlinkLit }
    #expect(cursorEdges == 3)
    #expect(blinkEdges == 1)
  }
}
