import BusKit
import Chips
import Testing

@Suite struct SystemControlPortsTests {
  private final class Log {
    var a20: [Bool] = []
    var resets = 0
    var speaker: [Bool] = []
  }

  @Test func portBGatesTheTimer() {
    let log = Log()
    let scheduler = Scheduler(frequency: .timer)
    let timer = Intel8254(scheduler: scheduler)
    let port = SystemControlPortB(
      scheduler: scheduler, timer: timer, onSpeakerData: { log.speaker.append($0) })
    port.reset()
    timer.writePort(3, 0xB6)
    timer.writePort(2, 10)
    timer.writePort(2, 0)
    scheduler.now += 8
    #expect(port.readPort(0) & 0x20 != 0, "mode 3 waits for its gate with OUT high")
    port.writePort(0, 0x03)
    #expect(port.readPort(0) & 0x0F == 0x03)
    scheduler.now += 6
    #expect(port.readPort(0) & 0x20 == 0)
    scheduler.now += 5
    #expect(port.readPort(0) & 0x20 != 0)
    port.writePort(0, 0xFD)
    #expect(port.readPort(0) & 0xCF == 0x0D, "the error bits are never set")
    #expect(log.speaker == [false, true, false])
  }

  @Test func refreshBitToggles() {
    let scheduler = Scheduler(frequency: .timer)
    let port = SystemControlPortB(
      scheduler: scheduler, timer: Intel8254(scheduler: scheduler), onSpeakerData: { _ in })
    var toggles = 0
    var former = port.readPort(0) & 0x10
    for _ in 0..<1800 {
      scheduler.now += 1
      let bit = port.readPort(0) & 0x10
      if bit != former { toggles += 1 }
      former = bit
    }
    #expect(toggles == 100)
  }

  @Test func portASwitchesA20AndResets() {
    let log = Log()
    let port = SystemControlPortA(
      onA20: { log.a20.append($0) }, onReset: { log.resets += 1 })
    port.writePort(0, 0x02)
    port.writePort(0, 0xFE)
    #expect(port.readPort(0) == 0xCA)
    port.writePort(0, 0x00)
    #expect(log.a20 == [true, false])
    port.writePort(0, 0x01)
    port.writePort(0, 0x01)
    #expect(log.resets == 1)
    port.writePort(0, 0x00)
    port.writePort(0, 0x01)
    #expect(log.resets == 2)
  }
}
