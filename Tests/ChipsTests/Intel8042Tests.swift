import BusKit
import Chips
import Testing

/// A controller with a keyboard, on a timeline in microseconds.
final class KeyboardBench {
  let scheduler = Scheduler(frequency: Frequency(1_000_000))
  let irq1 = SignalLine()
  let irq12 = SignalLine()
  let keyboard: PS2Keyboard
  let mouse: PS2Mouse
  let controller: Intel8042
  private(set) var a20: [Bool] = []
  private(set) var resets = 0

  init(translates: Bool = true) {
    final class Pins {
      var a20: (Bool) -> Void = { _ in }
      var reset: () -> Void = {}
    }
    let pins = Pins()
    keyboard = PS2Keyboard(scheduler: scheduler)
    mouse = PS2Mouse(scheduler: scheduler)
    controller = Intel8042(
      scheduler: scheduler, keyboardInterrupt: irq1, mouseInterrupt: irq12, keyboard: keyboard,
      mouse: mouse, onA20: { pins.a20($0) }, onReset: { pins.reset() })
    pins.a20 = { [unowned self] in self.a20.append($0) }
    pins.reset = { [unowned self] in self.resets += 1 }
    command(0x60)
    data(translates ? 0x47 : 0x07)
  }

  func command(_ value: UInt8) { controller.writePort(4, value) }
  func data(_ value: UInt8) { controller.writePort(0, value) }
  var status: UInt8 { controller.readPort(4) }

  func run(_ microseconds: UInt64) {
    let end = scheduler.now + microseconds
    while scheduler.nextDeadline <= end {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }

  /// Everything that arrives within half a second; nil stands for nothing.
  func received(within microseconds: UInt64 = 100_000) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<(microseconds / 100) {
      run(100)
      if status & 1 != 0 { bytes.append(controller.readPort(0)) }
    }
    return bytes
  }
}

@Suite struct Intel8042Tests {
  @Test func answersItsCommands() {
    let bench = KeyboardBench()
    for (command, answer) in [
      (UInt8(0x20), UInt8(0x47)), (0xAA, 0x55), (0xA9, 0x00), (0xAB, 0x00), (0xA4, 0xF1),
      (0xC0, 0xB0), (0xE0, 0x03),
    ] {
      bench.command(command)
      #expect(bench.status & 0x09 == 0x08, "the answer takes its time")
      #expect(bench.received(within: 1000) == [answer])
    }
    #expect(bench.status & 0x04 != 0, "the self-test sets the system flag")
    bench.command(0x65)
    bench.data(0x5A)
    bench.command(0x25)
    #expect(bench.received(within: 1000) == [0x5A])
  }

  @Test func drivesA20AndReset() {
    let bench = KeyboardBench()
    bench.command(0xD1)
    bench.data(0xDF)
    bench.command(0xD1)
    bench.data(0xDD)
    #expect(bench.a20 == [true, false])
    bench.command(0xD0)
    bench.run(20)
    #expect(bench.irq1.level)
    #expect(bench.controller.readPort(0) & 0x03 == 0x01)
    bench.command(0xDF)
    #expect(bench.a20.last == true)
    bench.command(0xF0 | 0x0F)
    #expect(bench.resets == 0)
    bench.command(0xFE)
    #expect(bench.resets == 1)
    bench.command(0xD1)
    bench.data(0x02)
    #expect(bench.resets == 2)
  }

  @Test func interruptFollowsTheBuffer() {
    let bench = KeyboardBench()
    bench.keyboard.press(.a)
    bench.run(700)
    #expect(bench.irq1.level)
    #expect(bench.status & 0x21 == 0x01)
    #expect(bench.controller.peekPort(0) == 0x1E)
    #expect(bench.irq1.level)
    #expect(bench.controller.readPort(0) == 0x1E)
    #expect(!bench.irq1.level)
    #expect(bench.status & 0x01 == 0)
    bench.command(0x60)
    bench.data(0x46)
    bench.keyboard.release(.a)
    bench.run(2000)
    #expect(bench.status & 0x01 != 0)
    #expect(!bench.irq1.level)
  }

  @Test func disabledInterfaceHoldsTheKeyboard() {
    let bench = KeyboardBench()
    bench.command(0xAD)
    bench.keyboard.press(.b)
    bench.run(5000)
    #expect(bench.status & 1 == 0)
    bench.command(0xAE)
    #expect(bench.received(within: 5000) == [0x30])
    // A byte for the keyboard opens the interface as well.
    bench.command(0xAD)
    bench.data(0xEE)
    #expect(bench.received(within: 5000) == [0xEE])
  }

  @Test func pollsTheInputPort() {
    let bench = KeyboardBench()
    bench.command(0xC2)
    #expect(bench.status == 0xBC)
    bench.command(0xC1)
    #expect(bench.status == 0x0C)
    bench.command(0xAE)
    #expect(bench.status == 0x1C)
  }

  @Test func writesBuffersAsIfTheDevicesHad() {
    let bench = KeyboardBench()
    bench.command(0xD2)
    bench.data(0x9C)
    bench.run(30)
    #expect(bench.irq1.level)
    #expect(bench.controller.readPort(0) == 0x9C)
    bench.command(0xD3)
    bench.data(0x77)
    bench.run(30)
    #expect(bench.irq12.level)
    #expect(bench.status & 0x21 == 0x21)
    #expect(bench.controller.readPort(0) == 0x77)
  }
}
