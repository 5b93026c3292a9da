import BusKit
import Chips

/// Time for tests: moves a scheduler from deadline to deadline.
struct Clockwork {
  let scheduler: Scheduler

  init(hertz: UInt64 = 10_000_000) {
    scheduler = Scheduler(frequency: Frequency(hertz))
  }

  /// Lets `microseconds` pass, firing what falls due on the way.
  func run(microseconds: UInt64 = 10_000) {
    let end = scheduler.now + microseconds * scheduler.frequency.hertz / 1_000_000
    while scheduler.nextDeadline <= end {
      scheduler.now = max(scheduler.now, scheduler.nextDeadline)
      scheduler.fireDueEvents()
    }
    scheduler.now = end
  }

  /// Lets time pass until `condition` holds; the microseconds that took, or nil if it never did.
  func run(atMost microseconds: UInt64, until condition: () -> Bool) -> UInt64? {
    let start = scheduler.now
    let perMicrosecond = scheduler.frequency.hertz / 1_000_000
    let end = start + microseconds * perMicrosecond
    while !condition() {
      guard scheduler.nextDeadline <= end else { return nil }
      scheduler.now = max(scheduler.now, scheduler.nextDeadline)
      scheduler.fireDueEvents()
    }
    return (scheduler.now - start) / perMicrosecond
  }
}

/// The 8237A's side of a channel: serves the request line until `count` bytes have passed.
final class TestDMA {
  let request = SignalLine()
  weak var device: (any DMAPeripheral)?
  var bytes: [UInt8] = []
  var count = 0
  var isReading = true
  var isMasked = false
  private var position = 0
  private var isServing = false

  init() {
    request.connect { [unowned self] in if $0 { serve() } }
  }

  func program(reading count: Int) {
    (bytes, position, self.count, isReading) = ([], 0, count, true)
    serve()
  }

  func program(writing bytes: [UInt8]) {
    (self.bytes, position, count, isReading) = (bytes, 0, bytes.count, false)
    serve()
  }

  private func serve() {
    guard !isServing, !isMasked, let device else { return }
    isServing = true
    while request.level && position < count {
      position += 1
      let isLast = position == count
      if isReading {
        bytes.append(UInt8(truncatingIfNeeded: device.dmaRead(terminalCount: isLast)))
      } else {
        device.dmaWrite(UInt16(bytes[position - 1]), terminalCount: isLast)
      }
    }
    isServing = false
  }
}
