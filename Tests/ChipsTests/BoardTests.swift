import BusKit
import Chips
import Foundation
import Testing

/// All the small parts of an AT on one timeline, wired as on the board.
private final class Board {
  let scheduler = Scheduler(frequency: Frequency(33_000_000))
  let ports = PortMap()
  let pics = CascadedPICs()
  let timer: Intel8254
  let speaker: PCSpeaker
  let dma: CascadedDMA
  let clock: MC146818
  let keyboard: PS2Keyboard
  let mouse: PS2Mouse
  let controller: Intel8042
  let serial: NS16550A
  let parallel: ParallelPort
  let portB: SystemControlPortB
  let portA = SystemControlPortA(onA20: { _ in }, onReset: {})

  init() {
    let out2 = SignalLine()
    timer = Intel8254(scheduler: scheduler, out0: pics.irq(0), out2: out2)
    let speaker = PCSpeaker(scheduler: scheduler)
    self.speaker = speaker
    out2.connect { speaker.setTimerOutput($0) }
    dma = CascadedDMA(
      scheduler: scheduler, memory: PhysicalMap(ram: GuestRAM(byteCount: 1 << 20)))
    clock = MC146818(scheduler: scheduler, interrupt: pics.irq(8), baseTime: 1_800_000_000)
    keyboard = PS2Keyboard(scheduler: scheduler)
    mouse = PS2Mouse(scheduler: scheduler)
    controller = Intel8042(
      scheduler: scheduler, keyboardInterrupt: pics.irq(1), mouseInterrupt: pics.irq(12),
      keyboard: keyboard, mouse: mouse, onA20: { _ in }, onReset: {})
    serial = NS16550A(scheduler: scheduler, interrupt: pics.irq(4), isPaced: true)
    parallel = ParallelPort(scheduler: scheduler, interrupt: pics.irq(7), sink: { _ in })
    portB = SystemControlPortB(
      scheduler: scheduler, timer: timer, onSpeakerData: { speaker.setData($0) })
    ports.map(0x00...0x0F, to: dma.bytes)
    ports.map(0x20...0x21, to: pics.master)
    ports.map(0x40...0x43, to: timer)
    ports.map(0x61...0x61, to: portB)
    ports.map(0x60...0x60, to: controller)
    ports.map(0x64...0x64, to: controller, base: 0x60)
    ports.map(0x70...0x71, to: clock)
    ports.map(0x81...0x8F, to: dma.pages, base: 0x80)
    ports.map(0x92...0x92, to: portA)
    ports.map(0xA0...0xA1, to: pics.slave)
    ports.map(0xC0...0xDF, to: dma.words)
    ports.map(0x378...0x37A, to: parallel)
    ports.map(0x3F8...0x3FF, to: serial)
    ports.map(0x4D0...0x4D1, to: pics.edgeLevelControl)
    pics.reset()
    timer.reset()
    dma.reset()
    clock.reset()
    controller.reset()
    keyboard.reset()
    mouse.reset()
    serial.reset()
    parallel.reset()
    portA.reset()
    portB.reset()
  }

  static let used: [UInt16] =
    Array(0x00...0x0F) + [0x20, 0x21] + Array(0x40...0x43) + [0x60, 0x61, 0x64, 0x70, 0x71]
    + Array(0x81...0x8F) + [0x92, 0xA0, 0xA1] + Array(0xC0...0xDF) + Array(0x378...0x37A)
    + Array(0x3F8...0x3FF) + [0x4D0, 0x4D1]

  func run(until end: Ticks) {
    while scheduler.nextDeadline <= end {
      scheduler.now = max(scheduler.now, scheduler.nextDeadline)
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }

  /// Every part's state as bytes, and what the scheduler still has to do.
  func fingerprint() throws -> [Data] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try [
      encoder.encode(pics.master.state), encoder.encode(pics.slave.state),
      encoder.encode(pics.edgeLevelControl.state), encoder.encode(timer.state),
      encoder.encode(speaker.state), encoder.encode(dma.bytes.state),
      encoder.encode(dma.words.state), encoder.encode(dma.pages.state),
      encoder.encode(clock.state), encoder.encode(keyboard.state), encoder.encode(mouse.state),
      encoder.encode(controller.state), encoder.encode(serial.state),
      encoder.encode(parallel.state), encoder.encode(portA.state), encoder.encode(portB.state),
      encoder.encode(scheduler.pending.map { "\($0.name) \($0.deadline)" }),
    ]
  }
}

/// A reproducible stream of nonsense (Knuth's MMIX multiplier).
private struct Nonsense {
  var value: UInt64

  mutating func next() -> UInt64 {
    value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return value >> 33
  }
}

@Suite struct BoardTests {
  private func abuse(_ board: Board, seed: UInt64, steps: Int, peeks: Bool) {
    var nonsense = Nonsense(value: seed)
    for _ in 0..<steps {
      let port = Board.used[Int(nonsense.next() % UInt64(Board.used.count))]
      switch nonsense.next() % 16 {
      case 0: board.keyboard.press(Key.allCases[Int(nonsense.next() % 105)])
      case 1: board.keyboard.releaseAll()
      case 2:
        board.mouse.move(
          dx: Int(nonsense.next() % 1000) - 500, dy: Int(nonsense.next() % 1000) - 500, wheel: 1)
      case 3: board.serial.receive([UInt8(truncatingIfNeeded: nonsense.next())])
      case 4: _ = board.pics.acknowledge()
      case 5...9: _ = board.ports.read(port, nonsense.next() & 1 == 0 ? .byte : .word)
      default: board.ports.write(port, UInt32(truncatingIfNeeded: nonsense.next()), .byte)
      }
      if peeks { for port in Board.used { _ = board.ports.peek(port) } }
      let pause = nonsense.next() % 64 == 0 ? nonsense.next() % 10_000_000 : nonsense.next() % 5000
      board.run(until: board.scheduler.now + pause)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func nonsenseIsHarmlessAndReproducible(seed: UInt64) throws {
    let (first, second) = (Board(), Board())
    abuse(first, seed: seed, steps: 3000, peeks: false)
    abuse(second, seed: seed, steps: 3000, peeks: false)
    #expect(try first.fingerprint() == second.fingerprint())
  }

  @Test func peekingChangesNothing() throws {
    let (plain, watched) = (Board(), Board())
    abuse(plain, seed: 99, steps: 1000, peeks: false)
    abuse(watched, seed: 99, steps: 1000, peeks: true)
    #expect(try plain.fingerprint() == watched.fingerprint())
  }

  private func roundTrip<State: Codable & Equatable>(_ state: State) throws {
    #expect(try JSONDecoder().decode(State.self, from: JSONEncoder().encode(state)) == state)
  }

  @Test func statesCanBeArchived() throws {
    let board = Board()
    abuse(board, seed: 5, steps: 500, peeks: false)
    try roundTrip(board.pics.master.state)
    try roundTrip(board.pics.edgeLevelControl.state)
    try roundTrip(board.timer.state)
    try roundTrip(board.dma.bytes.state)
    try roundTrip(board.dma.pages.state)
    try roundTrip(board.clock.state)
    try roundTrip(board.controller.state)
    try roundTrip(board.keyboard.state)
    try roundTrip(board.mouse.state)
    try roundTrip(board.serial.state)
    try roundTrip(board.parallel.state)
    try roundTrip(board.portA.state)
    try roundTrip(board.portB.state)
    try roundTrip(board.speaker.state)
  }

  @Test func aKeystrokeInterruptsThroughBothParts() {
    let board = Board()
    for (port, value) in [
      (UInt16(0x20), UInt32(0x11)), (0x21, 0x08), (0x21, 0x04), (0x21, 0x01), (0x64, 0x60),
      (0x60, 0x65),
    ] {
      board.ports.write(port, value, .byte)
    }
    board.run(until: 1_000_000)
    #expect(board.ports.read(0x60, .byte) == 0xAA, "the keyboard has tested itself")
    board.keyboard.press(.enter)
    board.run(until: 2_000_000)
    #expect(board.pics.output.level)
    #expect(board.pics.acknowledge() == 0x09)
    #expect(board.ports.read(0x60, .byte) == 0x1C)
  }
}
