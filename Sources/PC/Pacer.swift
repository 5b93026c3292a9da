import BusKit
import Foundation

/// Keeps the timeline and the host's clock in step, by sleeping. The only place where host time
/// touches a run, and the guest cannot see it.
final class Pacer {
  private let pacing: Session.Pacing
  private let frequency: Double
  /// Host and guest time of the moment from which pace is kept.
  private var origin: (host: Double, guest: Ticks)?
  /// How many quarter seconds of guest time in a row were mostly idle.
  private var idleQuarters = 0
  private var quarterStart: (now: Ticks, idle: Ticks) = (0, 0)

  private var windowStart: (host: Double, guest: Ticks, idle: Ticks)?
  private(set) var speed = (ratio: 0.0, idleShare: 0.0)

  /// How long a guest must idle before it is made to wait, in quarter seconds: longer than the pauses
  /// of boot loaders, so that a scripted boot never waits.
  private static let patience = 20
  /// A pacer that is this far behind gives up the lost time, in seconds.
  private static let tolerance = 0.1

  init(_ pacing: Session.Pacing, frequency: Frequency) {
    self.pacing = pacing
    self.frequency = Double(frequency.numerator) / Double(frequency.denominator)
  }

  func sliceEnded(_ machine: Machine, _ mailbox: Mailbox) {
    let host = ProcessInfo.processInfo.systemUptime
    measure(machine, host)
    switch pacing {
    case .maximum: return
    case .realTime: keepPace(machine.now, host, mailbox)
    case .maximumUntilIdle:
      watchIdling(machine)
      if idleQuarters < Self.patience {
        origin = nil
      } else {
        keepPace(machine.now, host, mailbox)
      }
    }
  }

  private func keepPace(_ now: Ticks, _ host: Double, _ mailbox: Mailbox) {
    guard let origin else {
      self.origin = (host, now)
      return
    }
    let ahead = Double(now &- origin.guest) / frequency - (host - origin.host)
    if ahead < -Self.tolerance {
      self.origin = (host, now)
    } else if ahead > 0.001 {
      // Whoever brings input ends an idle guest's wait, and the time not slept is not made up.
      if mailbox.wait(until: Date(timeIntervalSinceNow: ahead)), pacing != .realTime {
        self.origin = nil
        idleQuarters = 0
      }
    }
  }

  private func watchIdling(_ machine: Machine) {
    let elapsed = machine.now &- quarterStart.now
    guard Double(elapsed) >= frequency / 4 else { return }
    let idle = machine.idleTicks &- quarterStart.idle
    idleQuarters = idle >= elapsed / 2 ? idleQuarters + 1 : 0
    quarterStart = (machine.now, machine.idleTicks)
  }

  private func measure(_ machine: Machine, _ host: Double) {
    guard let start = windowStart else {
      windowStart = (host, machine.now, machine.idleTicks)
      return
    }
    let elapsed = host - start.host
    guard elapsed >= 0.5 else { return }
    let guest = machine.now &- start.guest
    speed.ratio = Double(guest) / frequency / elapsed
    speed.idleShare =
      guest == 0 ? 0 : min(1, Double(machine.idleTicks &- start.idle) / Double(guest))
    windowStart = (host, machine.now, machine.idleTicks)
  }
}
