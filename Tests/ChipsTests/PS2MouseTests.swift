import BusKit
import Chips
import Testing

extension KeyboardBench {
  /// Sends bytes to the mouse and gives everything it answers.
  fileprivate func mouse(_ bytes: UInt8...) -> [UInt8] {
    var answer: [UInt8] = []
    for byte in bytes {
      command(0xD4)
      data(byte)
      answer += received(within: 20_000)
    }
    return answer
  }
}

@Suite struct PS2MouseTests {
  private let bench = KeyboardBench()

  @Test func resetsAndIdentifies() {
    #expect(bench.mouse(0xFF) == [0xFA, 0xAA, 0x00])
    #expect(bench.mouse(0xF2) == [0xFA, 0x00])
    #expect(bench.mouse(0xE9) == [0xFA, 0x00, 0x02, 100])
    #expect(bench.mouse(0x77) == [0xFE])
  }

  @Test func streamsPackets() {
    bench.mouse.move(dx: 5, dy: 5)
    #expect(bench.received() == [], "not before it is enabled")
    #expect(bench.mouse(0xF4) == [0xFA])
    bench.mouse.move(dx: 5, dy: 3)
    bench.run(11_000)
    #expect(bench.irq12.level)
    #expect(bench.status & 0x21 == 0x21)
    #expect(bench.received() == [0x28, 5, 0xFD])
    bench.mouse.move(dx: -2, dy: -1)
    bench.mouse.setButtons([.left, .middle])
    #expect(bench.received() == [0x1D, 0xFE, 1])
    bench.mouse.setButtons([])
    #expect(bench.received() == [0x08, 0, 0])
    #expect(bench.received() == [])
  }

  @Test func overflows() {
    _ = bench.mouse(0xF4)
    bench.mouse.move(dx: 1000, dy: 1000)
    #expect(bench.received() == [0xE8, 0xFF, 0x00])
    bench.mouse.move(dx: .min, dy: .min)
    #expect(bench.received() == [0xD8, 0x00, 0xFF])
  }

  @Test func knocksForTheWheel() {
    #expect(bench.mouse(0xF3, 200, 0xF3, 100, 0xF3, 80) == [UInt8](repeating: 0xFA, count: 6))
    #expect(bench.mouse(0xF2) == [0xFA, 0x03])
    _ = bench.mouse(0xF4)
    bench.mouse.move(dx: 0, dy: 0, wheel: 1)
    #expect(bench.received() == [0x08, 0, 0, 0xFF])
    bench.mouse.move(dx: 1, dy: 0, wheel: -10)
    #expect(bench.received() == [0x08, 1, 0, 7, 0x08, 0, 0, 3])
  }

  @Test func remoteAndWrapModes() {
    _ = bench.mouse(0xF4)
    #expect(bench.mouse(0xF0) == [0xFA])
    bench.mouse.move(dx: 7, dy: 0)
    #expect(bench.received() == [])
    #expect(bench.mouse(0xEB) == [0xFA, 0x08, 7, 0])
    #expect(bench.mouse(0xEB) == [0xFA, 0x08, 0, 0])
    #expect(bench.mouse(0xEE) == [0xFA])
    #expect(bench.mouse(0xF4, 0x12) == [0xF4, 0x12])
    #expect(bench.mouse(0xEC) == [0xFA])
    #expect(bench.mouse(0xE9) == [0xFA, 0x60, 2, 100])
    #expect(bench.mouse(0xEA, 0xE9) == [0xFA, 0xFA, 0x20, 2, 100])
  }

  @Test func resolutionAndScaling() {
    _ = bench.mouse(0xF4)
    #expect(bench.mouse(0xE8, 3) == [0xFA, 0xFA])
    bench.mouse.move(dx: 5, dy: 0)
    #expect(bench.received() == [0x08, 10, 0])
    #expect(bench.mouse(0xE8, 0) == [0xFA, 0xFA])
    bench.mouse.move(dx: 6, dy: 0)
    #expect(bench.received(within: 15_000) == [0x08, 1, 0])
    bench.mouse.move(dx: 2, dy: 0)
    #expect(bench.received(within: 15_000) == [0x08, 1, 0], "the remainder was kept")
    #expect(bench.mouse(0xE8, 2, 0xE7) == [0xFA, 0xFA, 0xFA])
    for (movement, count) in [(1, 1), (2, 1), (3, 3), (4, 6), (5, 9), (6, 12), (7, 14)] {
      bench.mouse.move(dx: movement, dy: 0)
      #expect(bench.received(within: 15_000) == [0x08, UInt8(count), 0])
    }
    bench.mouse.move(dx: 4, dy: 0)
    #expect(bench.mouse(0xF0, 0xEB).suffix(3).first == 0x08)
  }

  @Test func sampleRateSpacesPackets() {
    #expect(bench.mouse(0xF3, 10) == [0xFA, 0xFA])
    _ = bench.mouse(0xF4)
    bench.mouse.move(dx: 1, dy: 0)
    #expect(bench.received(within: 99_000) == [])
    bench.mouse.move(dx: 1, dy: 0)
    #expect(bench.received(within: 10_000) == [0x08, 2, 0])
  }

  @Test func disabledInterfaceHoldsTheMouse() {
    _ = bench.mouse(0xF4)
    bench.command(0xA7)
    bench.mouse.setButtons(.right)
    #expect(bench.received() == [])
    bench.command(0xA8)
    #expect(bench.received() == [0x0A, 0, 0])
  }
}
