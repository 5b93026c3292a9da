import BusKit
import Chips
import Testing

@Suite struct DebugPortsTests {
  private final class Log {
    var bytes: [UInt8] = []
  }

  @Test func console() {
    let log = Log()
    let port = DebugConsole { log.bytes.append($0) }
    #expect(port.readPort(0) == 0xE9)
    for byte in "hello".utf8 { port.writePort(0, byte) }
    #expect(log.bytes == Array("hello".utf8))
  }

  @Test func postCode() {
    let port = PostCodePort()
    let log = Log()
    port.onCode = { log.bytes.append($0) }
    port.writePort(0, 0x42)
    #expect(port.readPort(0) == 0x42)
    #expect(log.bytes == [0x42])
  }

  @Test func exitAndIdle() {
    let log = Log()
    let exit = ExitPort { log.bytes.append($0) }
    exit.writePort(0, 3)
    exit.writePort(1, 9)
    #expect(log.bytes == [3])
    let idle = IdleHintPort { log.bytes.append($0) }
    idle.writePort(0, 1)
    #expect(log.bytes == [3, 1])
  }
}
