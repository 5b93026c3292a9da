import BusKit

/// The outer run loop: slice after slice until something ends the run.
struct SliceLoop {
  /// Slices per second of guest time. Inputs wait for the next slice, so this is also the latency of
  /// a key.
  static let slicesPerSecond: UInt64 = 200

  let machine: Machine
  let observer: any SliceObserver
  let mailbox: Mailbox
  let pacer: Pacer
  let cycleLimit: Ticks

  func run(afterSlice: (Machine, Pacer) -> Void) -> Session.Ending.Cause {
    let slices = machine.scheduler.converter(to: Frequency(Self.slicesPerSecond))
    while true {
      let (inputs, stopRequest) = mailbox.take()
      if let stopRequest { return .requested(stopRequest) }
      for input in inputs {
        if case .request(let request) = input {
          observer.requested(request, machine)
        } else {
          machine.apply(input)
        }
      }

      let boundary = slices.ticks(afterPeriods: slices.periods(at: machine.now) + 1)
      let stop = machine.run(until: min(boundary, cycleLimit))
      let verdict = observer.sliceEnded(machine)
      afterSlice(machine, pacer)
      if let verdict { return verdict }
      if stop != .deadline { return .machine(stop) }
      if machine.now >= cycleLimit { return .cycleLimit }
      pacer.sliceEnded(machine, mailbox)
    }
  }
}
