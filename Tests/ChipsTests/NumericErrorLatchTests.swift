import BusKit
import Chips
import Testing

@Suite struct NumericErrorLatchTests {
  private final class Log {
    var ignoring: [Bool] = []
    var resets = 0
  }

  private func latch() -> (NumericErrorLatch, SignalLine, Log) {
    let (line, log) = (SignalLine(), Log())
    let latch = NumericErrorLatch(interrupt: line)
    latch.onIgnore = { log.ignoring.append($0) }
    latch.onReset = { log.resets += 1 }
    return (latch, line, log)
  }

  @Test func anErrorRequestsUntilItIsAcknowledged() {
    let (latch, line, log) = latch()
    latch.setError(true)
    #expect(line.level)
    latch.setError(false)
    #expect(line.level, "the request is latched")
    latch.writePort(0, 0)
    #expect(!line.level)
    #expect(log.ignoring.isEmpty, "the error has gone: there is nothing to ignore")
  }

  @Test func theHandlerMayUseTheUnit() {
    let (latch, line, log) = latch()
    latch.setError(true)
    latch.writePort(0, 0)
    #expect(!line.level)
    #expect(log.ignoring == [true])
    latch.setError(false)
    #expect(log.ignoring == [true, false])
    latch.setError(true)
    #expect(line.level, "the next error asks again")
  }

  @Test func portF1Resets() {
    let (latch, _, log) = latch()
    latch.writePort(1, 0)
    #expect(log.resets == 1)
    #expect(log.ignoring.isEmpty)
    #expect(latch.readPort(0) == 0xFF)
  }

  @Test func resetWithdrawsEverything() {
    let (latch, line, log) = latch()
    latch.setError(true)
    latch.writePort(0, 0)
    latch.reset()
    #expect(!line.level)
    #expect(log.ignoring == [true, false])
  }
}
