import BusKit
import Chips
import Testing

/// A device with something to say and a memory of what it was told.
private final class Peripheral: DMAPeripheral {
  var outgoing: [UInt16] = []
  var incoming: [UInt16] = []
  var terminalCounts: [Bool] = []
  /// Transfers after which the request line falls; nil never.
  var limit: Int?
  weak var line: SignalLine?

  func dmaRead(terminalCount: Bool) -> UInt16 {
    count(terminalCount)
    return outgoing.isEmpty ? 0xDEAD : outgoing.removeFirst()
  }

  func dmaWrite(_ value: UInt16, terminalCount: Bool) {
    count(terminalCount)
    incoming.append(value)
  }

  private func count(_ terminalCount: Bool) {
    terminalCounts.append(terminalCount)
    if terminalCount || terminalCounts.count == limit { line?.lower() }
  }
}

private final class Bench {
  let scheduler = Scheduler(frequency: Frequency(1_000_000))
  let ram = GuestRAM(byteCount: 1 << 20)
  let dma: CascadedDMA
  let device = Peripheral()

  init() {
    dma = CascadedDMA(scheduler: scheduler, memory: PhysicalMap(ram: ram))
    dma.words.writePort(0x16, 0xC0)  // channel 4 cascades
    dma.words.writePort(0x14, 0x00)  // and is open
  }

  func connect(_ channel: Int) {
    dma.attach(device, to: channel)
    device.line = dma.request(channel)
  }

  /// Programs channel 2 and leaves it open.
  func program(mode: UInt8, page: UInt8, address: UInt16, count: UInt16) {
    dma.bytes.writePort(0x0A, 0x06)
    dma.bytes.writePort(0x0C, 0)
    dma.bytes.writePort(0x0B, mode | 2)
    dma.bytes.writePort(0x04, UInt8(address & 0xFF))
    dma.bytes.writePort(0x04, UInt8(address >> 8))
    dma.bytes.writePort(0x05, UInt8(count & 0xFF))
    dma.bytes.writePort(0x05, UInt8(count >> 8))
    dma.pages.writePort(1, page)
    dma.bytes.writePort(0x0A, 0x02)
  }

  func word(_ register: UInt16) -> UInt16 {
    dma.bytes.writePort(0x0C, 0)
    let low = UInt16(dma.bytes.readPort(register))
    return low | UInt16(dma.bytes.readPort(register)) << 8
  }
}

@Suite struct CascadedDMATests {
  @Test func writesMemoryToTerminalCount() {
    let bench = Bench()
    bench.connect(2)
    bench.device.outgoing = Array(1...8)
    bench.program(mode: 0x44, page: 0x03, address: 0x8000, count: 3)
    bench.dma.request(2).raise()
    #expect(bench.ram.bytes(0x38000, count: 5) == [1, 2, 3, 4, 0])
    #expect(bench.device.terminalCounts == [false, false, false, true])
    #expect(bench.dma.bytes.peekPort(8) == 0x04)
    #expect(bench.dma.bytes.readPort(8) == 0x04)
    #expect(bench.dma.bytes.readPort(8) == 0x00)
    #expect(bench.word(4) == 0x8004)
    #expect(bench.word(5) == 0xFFFF)
    #expect(bench.dma.bytes.readPort(0x0F) & 0x04 != 0, "masked at terminal count")
    bench.dma.request(2).raise()
    #expect(bench.ram.read(0x38004, as: UInt8.self) == 0)
    #expect(bench.dma.bytes.readPort(8) == 0x40, "the request waits")
  }

  @Test func readsMemoryOnDemand() {
    let bench = Bench()
    bench.connect(2)
    bench.device.limit = 2
    bench.ram.write(0x1FFFE, bytes: [0xA1, 0xA2])
    bench.ram.write(0x10000, bytes: [0xA3])
    bench.program(mode: 0x08, page: 0x01, address: 0xFFFE, count: 9)
    bench.dma.request(2).raise()
    #expect(bench.device.incoming == [0xA1, 0xA2])
    bench.dma.request(2).raise()
    #expect(bench.device.incoming.count == 10, "terminal count ends it")
    #expect(bench.device.incoming[2] == 0xA3, "the address wraps within the page")
  }

  @Test func autoinitializesAndDecrements() {
    let bench = Bench()
    bench.connect(2)
    bench.device.outgoing = Array(1...9)
    bench.program(mode: 0x74, page: 0, address: 0x5002, count: 2)
    for _ in 0..<2 { bench.dma.request(2).raise() }
    #expect(bench.ram.bytes(0x5000, count: 3) == [6, 5, 4])
    #expect(bench.word(4) == 0x5002)
    #expect(bench.word(5) == 2)
    #expect(bench.dma.bytes.readPort(0x0F) == 0xFB)
  }

  @Test func verifyTouchesNoMemory() {
    let bench = Bench()
    bench.connect(2)
    bench.program(mode: 0x40, page: 0, address: 0x5000, count: 3)
    bench.dma.request(2).raise()
    #expect(bench.device.terminalCounts.count == 4)
    #expect(bench.ram.bytes(0x5000, count: 4) == [0, 0, 0, 0])
    #expect(bench.dma.bytes.readPort(8) & 0x0F == 0x04)
  }

  @Test func wordChannelsAddressWords() {
    let bench = Bench()
    bench.connect(5)
    bench.device.outgoing = [0x1234, 0x5678]
    let words = bench.dma.words
    words.writePort(0x18, 0)
    words.writePort(0x16, 0x45)
    for value in [UInt8(0x00), 0x90] { words.writePort(0x04, value) }
    for value in [UInt8(0x01), 0x00] { words.writePort(0x06, value) }
    bench.dma.pages.writePort(0xB, 0x03)  // bit 0 is not used
    words.writePort(0x14, 0x01)
    bench.dma.request(5).raise()
    #expect(bench.ram.bytes(0x32000, count: 4) == [0x34, 0x12, 0x78, 0x56])
    #expect(words.readPort(0x10) == 0x02)
  }

  @Test func cascadeChannelGatesTheFirstController() {
    let bench = Bench()
    bench.connect(2)
    bench.dma.words.writePort(0x14, 0x04)
    bench.program(mode: 0x44, page: 0, address: 0x5000, count: 0)
    bench.dma.request(2).raise()
    #expect(bench.device.terminalCounts == [])
    bench.dma.words.writePort(0x14, 0x00)
    #expect(bench.device.terminalCounts == [true])
  }

  @Test func disabledControllerWaits() {
    let bench = Bench()
    bench.connect(2)
    bench.dma.bytes.writePort(8, 0x04)
    bench.program(mode: 0x44, page: 0, address: 0x5000, count: 0)
    bench.dma.request(2).raise()
    #expect(bench.device.terminalCounts == [])
    bench.dma.bytes.writePort(8, 0x00)
    #expect(bench.device.terminalCounts == [true])
  }

  @Test func softwareRequestRunsABlock() {
    let bench = Bench()
    bench.connect(2)
    bench.device.outgoing = [7, 8, 9]
    bench.program(mode: 0x84, page: 0, address: 0x5000, count: 2)
    bench.dma.bytes.writePort(9, 0x06)
    #expect(bench.ram.bytes(0x5000, count: 3) == [7, 8, 9])
    #expect(bench.dma.bytes.readPort(8) == 0x04)
  }

  @Test func copiesMemoryToMemory() {
    let bench = Bench()
    let chip = bench.dma.bytes
    bench.ram.write(0x4000, bytes: [1, 2, 3, 4])
    chip.writePort(0x0D, 0)
    chip.writePort(0x0B, 0x88)
    chip.writePort(0x0B, 0x85)
    for (port, value) in [(UInt16(0), UInt16(0x4000)), (2, 0x6000), (3, 3)] {
      chip.writePort(port, UInt8(value & 0xFF))
      chip.writePort(port, UInt8(value >> 8))
    }
    chip.writePort(8, 0x01)
    chip.writePort(9, 0x04)
    #expect(bench.ram.bytes(0x6000, count: 5) == [1, 2, 3, 4, 0])
    #expect(chip.readPort(0x0D) == 4)
    #expect(chip.readPort(8) & 0x0F == 0x02)
    // The same again from one byte: address hold.
    chip.writePort(0x0C, 0)
    for (port, value) in [(UInt16(0), UInt16(0x4001)), (2, 0x7000), (3, 2)] {
      chip.writePort(port, UInt8(value & 0xFF))
      chip.writePort(port, UInt8(value >> 8))
    }
    chip.writePort(8, 0x03)
    chip.writePort(9, 0x04)
    #expect(bench.ram.bytes(0x7000, count: 4) == [2, 2, 2, 0])
  }

  @Test(
    arguments: [
      (0x00, [0, 0, 0, 1, 1, 1]), (0x10, [0, 1, 0, 1, 0, 1]),
    ] as [(UInt8, [UInt16])])
  func priority(command: UInt8, order: [UInt16]) {
    // Both requests stand before the mask opens, so that they compete from the first transfer on.
    let bench = Bench()
    final class Log: DMAPeripheral {
      var order: [UInt16] = []
      func dmaRead(terminalCount: Bool) -> UInt16 { 0 }
      func dmaWrite(_ value: UInt16, terminalCount: Bool) { order.append(value) }
    }
    let log = Log()
    let chip = bench.dma.bytes
    chip.writePort(0x0D, 0)
    for channel in 0..<2 {
      bench.dma.attach(log, to: channel)
      bench.ram.write(0x4000 + 0x100 * channel, bytes: [UInt8](repeating: UInt8(channel), count: 3))
      chip.writePort(0x0B, 0x48 | UInt8(channel))
      let port = UInt16(2 * channel)
      for value in [UInt8(0), UInt8(0x40 + channel)] { chip.writePort(port, value) }
      for value in [UInt8(2), 0] { chip.writePort(port + 1, value) }
      bench.dma.request(channel).raise()
    }
    chip.writePort(8, command)
    chip.writePort(0x0F, 0x00)
    #expect(log.order == order)
  }

  @Test func masterClearForgetsRequestsAndMasks() {
    let bench = Bench()
    let chip = bench.dma.bytes
    chip.writePort(0x0E, 0)
    #expect(chip.readPort(0x0F) == 0xF0)
    chip.writePort(0x00, 0x11)
    chip.writePort(0x0D, 0)
    #expect(chip.readPort(0x0F) == 0xFF)
    chip.writePort(0x00, 0x22)
    chip.writePort(0x00, 0x33)
    #expect(bench.word(0) == 0x3322)
  }

  @Test func endlessRequestGivesTheBusBack() {
    let bench = Bench()
    bench.connect(2)
    bench.device.line = nil  // the line never falls
    bench.program(mode: 0x54, page: 0, address: 0, count: 0xFFFF)
    bench.dma.request(2).raise()
    let transfers = bench.device.terminalCounts.count
    #expect(transfers == 0x10000)
    #expect(bench.scheduler.nextDeadline == 0x10000)
    bench.scheduler.now = 0x10000
    bench.scheduler.fireDueEvents()
    #expect(bench.device.terminalCounts.count == 2 * transfers)
  }

  @Test func pageRegistersReadBack() {
    let bench = Bench()
    for offset in UInt16(0)..<16 { bench.dma.pages.writePort(offset, UInt8(offset) | 0x40) }
    for offset in UInt16(0)..<16 {
      #expect(bench.dma.pages.readPort(offset) == UInt8(offset) | 0x40)
    }
  }
}
