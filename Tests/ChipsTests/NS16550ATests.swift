import BusKit
import Chips
import Testing

/// A port on a timeline that ticks with its input clock.
private final class Bench {
  let scheduler = Scheduler(frequency: Frequency(1_843_200))
  let irq = SignalLine()
  let port: NS16550A
  private(set) var sent: [UInt8] = []

  /// 9600 baud, eight data bits, OUT2 on: a character takes 1920 ticks.
  init(isPaced: Bool = true, fifo: UInt8 = 0) {
    port = NS16550A(scheduler: scheduler, interrupt: irq, isPaced: isPaced)
    port.transmit = { [unowned self] in self.sent.append($0) }
    port.writePort(3, 0x83)
    port.writePort(0, 12)
    port.writePort(1, 0)
    port.writePort(3, 0x03)
    port.writePort(4, 0x0B)
    port.writePort(2, fifo)
  }

  static let character: UInt64 = 1920

  subscript(_ register: UInt16) -> UInt8 {
    get { port.readPort(register) }
    set { port.writePort(register, newValue) }
  }

  func run(_ ticks: UInt64) {
    let end = scheduler.now + ticks
    while scheduler.nextDeadline <= end {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }
}

@Suite struct NS16550ATests {
  @Test func divisorAndScratch() {
    let bench = Bench()
    bench[3] = 0x83
    #expect(bench[0] == 12)
    #expect(bench[1] == 0)
    bench[3] = 0x03
    bench[7] = 0xA5
    #expect(bench[7] == 0xA5)
    #expect(bench[2] == 0x01)
    #expect(bench[5] == 0x60)
    #expect(bench[6] == 0xB0)
  }

  @Test func transmitsAtTheLineRate() {
    let bench = Bench()
    bench[0] = 0x41
    #expect(bench[5] == 0x00)
    bench.run(12)  // within a bit the shift register takes it
    #expect(bench[5] == 0x20)
    bench[0] = 0x42
    #expect(bench[5] == 0x00)
    bench.run(Bench.character - 1)
    #expect(bench.sent == [])
    bench.run(1)
    #expect(bench.sent == [0x41])
    #expect(bench[5] == 0x20)
    bench.run(Bench.character)
    #expect(bench.sent == [0x41, 0x42])
    #expect(bench[5] == 0x60)
  }

  /// Start, data, parity and stop bits at divisor 12.
  @Test(
    arguments: [
      (0x00, 14), (0x04, 15), (0x03, 20), (0x07, 22), (0x1B, 22), (0x1F, 24),
    ] as [(UInt8, UInt64)])
  func characterLength(format: UInt8, halfBits: UInt64) {
    let bench = Bench()
    let length = halfBits * 96
    bench[3] = format
    bench[0] = 0xFF
    bench.run(12 + length - 1)
    #expect(bench.sent.isEmpty)
    bench.run(1)
    #expect(bench.sent == [0xFF >> (3 - format & 3)])
  }

  @Test func emptyInterrupt() {
    let bench = Bench()
    bench[1] = 0x02
    #expect(bench.irq.level, "enabling asks at once while the register is empty")
    #expect(bench[2] == 0x02)
    #expect(bench[2] == 0x01, "reading IIR releases it")
    #expect(!bench.irq.level)
    bench[0] = 0x55
    #expect(!bench.irq.level)
    bench.run(12)
    #expect(bench.irq.level)
    bench[0] = 0x56
    #expect(!bench.irq.level, "writing THR releases it too")
  }

  @Test func receivesOneByteAtATime() {
    let bench = Bench()
    bench[1] = 0x01
    bench.port.receive([0x31, 0x32])
    bench.run(Bench.character - 1)
    #expect(bench[5] & 1 == 0)
    bench.run(1)
    #expect(bench.irq.level)
    #expect(bench[2] == 0x04)
    bench.run(10 * Bench.character)
    #expect(bench[5] & 0x03 == 0x01, "the far end waits for room")
    #expect(bench[0] == 0x31)
    #expect(!bench.irq.level)
    bench.run(Bench.character)
    #expect(bench[0] == 0x32)
    #expect(bench.port.waitingByteCount == 0)
  }

  @Test func fifoTriggerAndTimeout() {
    let bench = Bench(fifo: 0x81)  // trigger at eight
    #expect(bench[2] == 0xC1)
    bench[1] = 0x01
    bench.port.receive(Array(0..<7))
    bench.run(7 * Bench.character)
    #expect(!bench.irq.level)
    bench.run(4 * Bench.character - 1)
    #expect(!bench.irq.level)
    bench.run(1)
    #expect(bench[2] == 0xCC)
    #expect(bench[0] == 0)
    #expect(!bench.irq.level, "a read starts the time-out again")
    bench.port.receive([7, 8])
    bench.run(2 * Bench.character)
    #expect(bench[2] == 0xC4)
    for byte in UInt8(1)...8 { #expect(bench[0] == byte) }
    #expect(bench[5] & 1 == 0)
    #expect(!bench.irq.level)
  }

  @Test func fifoTransmitsSixteen() {
    let bench = Bench(fifo: 0x01)
    bench[1] = 0x02
    _ = bench[2]
    for byte in UInt8(0)..<20 { bench[0] = byte }
    bench.run(12 + 15 * Bench.character)
    #expect(bench.irq.level, "the FIFO is empty while the last byte is shifted")
    #expect(bench[5] == 0x20)
    bench.run(Bench.character)
    #expect(bench.sent == Array(0..<16))
    #expect(bench[5] == 0x60)
  }

  @Test func fifoResets() {
    let bench = Bench(fifo: 0x01)
    bench.port.receive([1, 2, 3])
    bench.run(3 * Bench.character)
    bench[2] = 0x03
    #expect(bench[5] & 1 == 0)
    bench[0] = 9
    bench[0] = 10
    bench[2] = 0x05
    #expect(bench[5] & 0x60 == 0x60)
    bench.run(10 * Bench.character)
    #expect(bench.sent == [])
    bench[2] = 0x00
    #expect(bench[2] == 0x01)
  }

  @Test func loopback() {
    let bench = Bench()
    bench[4] = 0x1F
    #expect(bench[6] & 0xF0 == 0xF0)
    bench[4] = 0x10
    _ = bench[6]
    for (mcr, msr) in [
      (UInt8(0x11), UInt8(0x22)), (0x13, 0x31), (0x17, 0x70), (0x1F, 0xF8), (0x1B, 0xB4),
    ] {
      bench[4] = mcr
      #expect(bench[6] == msr)
    }
    bench[0] = 0x5A
    bench.run(12 + Bench.character)
    #expect(bench.sent == [])
    #expect(bench[5] & 0x01 == 1)
    #expect(bench[0] == 0x5A)
    // Nobody reads: the second character overruns the first.
    bench[0] = 1
    bench.run(2 * Bench.character)
    bench[0] = 2
    bench.run(2 * Bench.character)
    #expect(bench[5] == 0x63)
    #expect(bench[5] == 0x61)
    #expect(bench[0] == 2)
    bench[3] = 0x43
    #expect(bench[5] & 0x11 == 0x11, "break")
  }

  @Test func fifoOverrunKeepsTheFIFO() {
    let bench = Bench(fifo: 0x01)
    bench[4] = 0x1B
    for byte in UInt8(0)..<16 { bench[0] = byte }
    bench.run(20 * Bench.character)
    bench[0] = 16
    bench.run(2 * Bench.character)
    #expect(bench[5] & 0x03 == 0x03)
    for byte in UInt8(0)..<16 { #expect(bench[0] == byte) }
    #expect(bench[5] & 0x01 == 0)
  }

  @Test func modemDeltas() {
    let bench = Bench()
    bench[1] = 0x08
    bench.port.setModemInputs([.dataSetReady, .carrierDetect, .ringIndicator])
    #expect(bench.irq.level)
    #expect(bench[2] == 0x00)
    #expect(bench[6] == 0xE1, "CTS fell; RI rising is no event")
    #expect(!bench.irq.level)
    bench.port.setModemInputs([.dataSetReady, .carrierDetect])
    #expect(bench[6] == 0xA4, "the trailing edge of RI is")
    bench.port.setModemInputs([])
    #expect(bench[6] == 0x0A)
  }

  @Test func prioritiesOfInterrupts() {
    let bench = Bench()
    bench.port.setModemInputs([])
    bench.port.receiveBreak()
    bench.run(Bench.character)
    bench[1] = 0x0F
    #expect(bench[2] == 0x06)
    #expect(bench[5] & 0x11 == 0x11)
    #expect(bench[2] == 0x04)
    #expect(bench[0] == 0x00)
    #expect(bench[2] == 0x02)
    #expect(bench[2] == 0x00)
    _ = bench[6]
    #expect(bench[2] == 0x01)
  }

  @Test func out2GatesTheInterrupt() {
    let bench = Bench()
    bench[1] = 0x02
    #expect(bench.irq.level)
    bench[4] = 0x03
    #expect(!bench.irq.level)
    #expect(bench[2] == 0x02)
  }

  @Test func unpacedBytesMoveAtOnce() {
    let bench = Bench(isPaced: false)
    for byte in UInt8(0)..<100 {
      bench[0] = byte
      bench.run(20)
    }
    #expect(bench.sent == Array(0..<100))
    bench.port.receive(Array(0..<100))
    var received: [UInt8] = []
    for _ in 0..<100 {
      bench.run(20)
      if bench[5] & 1 != 0 { received.append(bench[0]) }
    }
    #expect(received == Array(0..<100))
  }

  @Test func honoursRTS() {
    let bench = Bench()
    bench.port.honoursRTS = true
    bench[4] = 0x08
    bench.port.receive([1])
    bench.run(5 * Bench.character)
    #expect(bench[5] & 1 == 0)
    bench[4] = 0x0A
    bench.run(Bench.character)
    #expect(bench[5] & 1 == 1)
  }
}
