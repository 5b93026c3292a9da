import Foundation
import Synchronization
public import BusKit
public import Chips

/// A machine that runs on a thread of its own, and the host's view of it.
///
/// The timeline is cut into slices of fixed length. Between two slices the machine takes what lies in
/// the ``mailbox``, the observer looks at it, a picture is published, and the thread may sleep to keep
/// pace with the host's clock. Nothing of that changes what the guest does at which tick.
public final class Session: Sendable {
  public enum Pacing: Sendable {
    /// As fast as it goes.
    case maximum
    /// As fast as it goes, but a guest that has been idle for a while idles in real time, so that a
    /// prompt that waits for somebody costs nothing.
    case maximumUntilIdle
    /// Guest seconds are host seconds.
    case realTime
  }

  /// What the window shows about the run.
  public struct Status: Sendable {
    public var now: Ticks = 0
    /// Guest time over host time, of the last half second; 1 is real time.
    public var speed: Double = 0
    /// The part of the guest's last half second in which it had nothing to do.
    public var idleShare: Double = 0
    public var keyboardLEDs: UInt8 = 0
    public var mouseIsEnabled = false
    /// What the observer has to say over the picture, while somebody wants it.
    public var annotation: Annotation?
  }

  /// A few lines for a corner of the picture.
  public struct Annotation: Equatable, Sendable {
    /// ASCII.
    public var lines: [String]
    /// Goes up with each thing that deserves a flash.
    public var alarmCount: Int

    public init(lines: [String], alarmCount: Int) {
      self.lines = lines
      self.alarmCount = alarmCount
    }
  }

  /// How the run ended.
  public struct Ending: Sendable {
    public var cause: Cause
    /// The tick at which it ended.
    public var cycle: Ticks
    public var stateHash: String

    public enum Cause: Equatable, Sendable {
      /// Every step of the script has been done.
      case scriptDone
      case machine(StopCause)
      case requested(StopRequest)
      /// `--max-cycles`.
      case cycleLimit
      case failed(ConfigurationError)
    }
  }

  private struct Shared {
    var frame: (number: UInt64, frame: Frame)?
    var frameNumber: UInt64 = 0
    var status = Status()
    var ending: Ending?
    var sound: [Float] = []
    var wantsAnnotation = false
  }

  public let mailbox = Mailbox()
  private let shared = Mutex(Shared())
  private let finished = DispatchSemaphore(value: 0)

  public init() {}

  /// Builds the machine on a new thread and runs it there.
  /// - Parameters:
  ///   - publishesFrames: whether somebody looks at ``frame(after:)``.
  ///   - sampleRate: in hertz, when somebody listens to ``takeSound()``.
  ///   - cycleLimit: the tick at which the run ends at the latest.
  ///   - prepare: called on the machine's thread before the first instruction; connects outputs and
  ///     returns who watches the run.
  public func start(
    _ configuration: MachineConfiguration, pacing: Pacing, publishesFrames: Bool,
    sampleRate: Int? = nil, cycleLimit: Ticks = .max,
    prepare: @escaping @Sendable (Machine) throws(ConfigurationError) -> any SliceObserver
  ) {
    let thread = Thread { [self] in
      let ending = run(
        configuration, pacing: pacing, publishesFrames: publishesFrames, sampleRate: sampleRate,
        cycleLimit: cycleLimit, prepare: prepare)
      shared.withLock { $0.ending = ending }
      finished.signal()
    }
    thread.name = "machine"
    thread.stackSize = 16 << 20
    thread.start()
  }

  /// Blocks until the run has ended.
  public func waitForEnding() -> Ending {
    finished.wait()
    finished.signal()
    return shared.withLock {
      $0.ending
        ?? Ending(cause: .requested(.user), cycle: $0.status.now, stateHash: "")
    }
  }

  /// The ending, once there is one.
  public var ending: Ending? { shared.withLock { $0.ending } }
  public var status: Status { shared.withLock { $0.status } }

  /// Asks for ``Status/annotation`` from now on, or no longer.
  public func setAnnotated(_ wantsAnnotation: Bool) {
    shared.withLock {
      $0.wantsAnnotation = wantsAnnotation
      if !wantsAnnotation { $0.status.annotation = nil }
    }
  }

  /// The latest picture, if it is newer than number `previous` (0 for any).
  public func frame(after previous: UInt64) -> (number: UInt64, frame: Frame)? {
    shared.withLock { shared in
      guard let frame = shared.frame, frame.number > previous else { return nil }
      return frame
    }
  }

  /// What the speaker has sounded since the last call, from -1 to 1 at the sample rate that
  /// ``start(_:pacing:publishesFrames:sampleRate:cycleLimit:prepare:)`` was given.
  public func takeSound() -> [Float] {
    shared.withLock { shared in
      defer { shared.sound.removeAll(keepingCapacity: true) }
      return shared.sound
    }
  }

  // MARK: The machine's thread

  private func run(
    _ configuration: MachineConfiguration, pacing: Pacing, publishesFrames: Bool,
    sampleRate: Int?, cycleLimit: Ticks,
    prepare: (Machine) throws(ConfigurationError) -> any SliceObserver
  ) -> Ending {
    do throws(ConfigurationError) {
      var machine = try Machine(configuration)
      let observer = try prepare(machine)
      var cause: Ending.Cause
      while true {
        cause = run(
          machine, observer, pacing: pacing, publishesFrames: publishesFrames,
          sampleRate: sampleRate, cycleLimit: cycleLimit)
        guard case .requested(.restart(let next)) = cause else { break }
        try machine.flushMedia()
        // The old machine gives its images' locks back before the new one asks for them.
        machine = try Self.machine(next, replacing: consume machine)
        observer.machineReplaced(by: machine)
      }
      if publishesFrames { publish(machine) }
      var ending = Ending(
        cause: cause, cycle: machine.now, stateHash: machine.stateHash().description)
      do throws(ConfigurationError) {
        try observer.runEnded(machine, cause)
        try machine.flushMedia()
      } catch {
        ending.cause = .failed(error)
      }
      return ending
    } catch {
      return Ending(cause: .failed(error), cycle: 0, stateHash: "")
    }
  }

  private static func machine(
    _ configuration: MachineConfiguration, replacing former: consuming Machine
  ) throws(ConfigurationError) -> Machine {
    _ = consume former
    return try Machine(configuration)
  }

  private func run(
    _ machine: Machine, _ observer: any SliceObserver, pacing: Pacing, publishesFrames: Bool,
    sampleRate: Int?, cycleLimit: Ticks
  ) -> Ending.Cause {
    var tap = sampleRate.map { SoundTap(machine, sampleRate: $0) }
    let loop = SliceLoop(
      machine: machine, observer: observer, mailbox: mailbox,
      pacer: Pacer(pacing, frequency: machine.configuration.clock), cycleLimit: cycleLimit)
    return loop.run { machine, pacer in
      if publishesFrames { publish(machine) }
      publish(machine, pacer)
      publish(machine, observer)
      if let sound = tap?.take(machine) { publish(sound, limit: sampleRate ?? 0) }
    }
  }

  private func publish(_ machine: Machine) {
    guard let frame = machine.changedFrame() else { return }
    shared.withLock {
      $0.frameNumber += 1
      $0.frame = ($0.frameNumber, frame)
    }
  }

  /// Keeps at most `limit` samples for a listener that does not come.
  private func publish(_ sound: [Float], limit: Int) {
    shared.withLock {
      if $0.sound.count > limit { $0.sound.removeAll(keepingCapacity: true) }
      $0.sound += sound
    }
  }

  private func publish(_ machine: Machine, _ observer: any SliceObserver) {
    guard shared.withLock({ $0.wantsAnnotation }) else { return }
    let annotation = observer.annotation(machine)
    shared.withLock { if $0.wantsAnnotation { $0.status.annotation = annotation } }
  }

  private func publish(_ machine: Machine, _ pacer: Pacer) {
    let speed = pacer.speed
    shared.withLock {
      $0.status.now = machine.now
      $0.status.speed = speed.ratio
      $0.status.idleShare = speed.idleShare
    }
  }
}

/// Watches a run from slice to slice, on the machine's thread.
public protocol SliceObserver: AnyObject {
  /// The machine that was watched is gone; this one takes its place in the same run.
  func machineReplaced(by machine: Machine)
  /// Called after each slice; a returned cause ends the run.
  func sliceEnded(_ machine: Machine) -> Session.Ending.Cause?
  /// Called between two slices with an ``Input/request(_:)``.
  func requested(_ request: ObserverRequest, _ machine: Machine)
  /// What to show over the picture; called after each slice while somebody wants it.
  func annotation(_ machine: Machine) -> Session.Annotation?
  /// Called once when the run has ended, before the media are flushed.
  func runEnded(_ machine: Machine, _ cause: Session.Ending.Cause) throws(ConfigurationError)
}

extension SliceObserver {
  public func requested(_ request: ObserverRequest, _ machine: Machine) {}
  public func annotation(_ machine: Machine) -> Session.Annotation? { nil }
}
