import BusKit
import Chips
import Testing

@Suite struct ParallelPortTests {
  private final class Bench {
    let scheduler = Scheduler(frequency: Frequency(1_000_000))
    let irq7 = SignalLine()
    var printed: [UInt8] = []
    private(set) var port: ParallelPort!  // made in init, where the sink needs self

    init() {
      port = ParallelPort(scheduler: scheduler, interrupt: irq7) { [unowned self] in
        self.printed.append($0)
      }
      port.writePort(2, 0x0C)
    }

    func strobe(_ value: UInt8) {
      port.writePort(0, value)
      port.writePort(2, port.readPort(2) | 0x01)
      port.writePort(2, port.readPort(2) & ~0x01)
    }

    func run(_ microseconds: UInt64) {
      let end = scheduler.now + microseconds
      while scheduler.nextDeadline <= end {
        scheduler.now = scheduler.nextDeadline
        scheduler.fireDueEvents()
      }
      scheduler.now = end
    }
  }

  @Test func printsWhatIsStrobed() {
    let bench = Bench()
    #expect(bench.port.readPort(1) == 0xDF)
    bench.strobe(0x41)
    #expect(bench.port.readPort(1) == 0x5F, "busy")
    bench.strobe(0x42)
    bench.run(10)
    #expect(bench.port.readPort(1) == 0x1F, "busy and acknowledging")
    bench.run(5)
    bench.strobe(0x43)
    #expect(bench.printed == [0x41, 0x43], "a busy printer does not listen")
    #expect(bench.port.readPort(0) == 0x43)
    #expect(bench.port.readPort(2) == 0xEC)
  }

  @Test func interruptsAfterTheAcknowledge() {
    let bench = Bench()
    bench.port.writePort(2, 0x1C)
    bench.strobe(0x55)
    bench.run(14)
    #expect(!bench.irq7.level)
    bench.run(1)
    #expect(bench.irq7.level)
    #expect(bench.port.peekPort(1) == 0xDB)
    #expect(bench.port.readPort(1) == 0xDB)
    #expect(!bench.irq7.level)
  }

  @Test func initializeResetsThePrinter() {
    let bench = Bench()
    bench.strobe(0x41)
    bench.port.writePort(2, 0x08)
    #expect(bench.port.readPort(1) == 0xDF)
    bench.run(100)
    #expect(!bench.irq7.level)
  }
}
