import BusKit
import Foundation
public import PC
import X86

/// Runs the same machine natively and under an engine, side by side, and compares everything that can
/// influence the guest's future (``Machine/stateHash()``) at equal ticks.
public struct Equivalence {
  /// A new machine, always the same, and who acts on it: the script.
  public typealias Making = () throws(ConfigurationError) -> (Machine, (any SliceObserver)?)

  /// The first checkpoint at which the two differ.
  public struct Difference: Sendable {
    /// The last tick at which they were seen to be equal, and the first at which they were not.
    public var lastEqual: Ticks
    public var tick: Ticks
    /// What differs, a line each.
    public var details: [String]
  }

  public struct Report: Sendable {
    public var engine: EngineKind
    /// Checkpoints that were compared, and how many of them differed.
    public var checkpoints = 0
    public var differing = 0
    public var first: Difference?
    /// How long the native run is, and how it ends.
    public var length: Ticks = 0
    public var nativeEnding: Session.Ending.Cause?
    public var engineEnding: Session.Ending.Cause?

    public var isEquivalent: Bool {
      differing == 0 && checkpoints > 0 && nativeEnding == engineEnding
    }
  }

  private let engine: EngineKind
  private let options: EngineOptions
  private let make: Making

  /// - Parameter make: called for each run; both machines take their media from it, so nothing may be
  ///   written through to a file.
  public init(
    _ engine: EngineKind, options: EngineOptions = EngineOptions(), make: @escaping Making
  ) {
    self.engine = engine
    self.options = options
    self.make = make
  }

  /// One of the two runs.
  private final class Subject {
    let machine: Machine
    let laboratory: Laboratory
    let observer: (any SliceObserver)?
    private(set) var ending: Session.Ending.Cause?

    init(
      _ machine: Machine, _ observer: (any SliceObserver)?, _ engine: EngineKind,
      _ options: EngineOptions
    ) {
      self.machine = machine
      self.observer = observer
      laboratory = Laboratory(machine, engine: engine, options: options)
    }

    /// Runs until the timeline reaches `tick` or the run ends.
    func advance(to tick: Ticks) {
      let slices = machine.scheduler.converter(to: Frequency(200))
      while ending == nil, machine.now < tick {
        let boundary = slices.ticks(afterPeriods: slices.periods(at: machine.now) + 1)
        let stop = machine.run(until: min(boundary, tick))
        ending = observer?.sliceEnded(machine)
        if ending == nil, stop != .deadline { ending = .machine(stop) }
      }
    }
  }

  private func subject(_ engine: EngineKind) throws(ConfigurationError) -> Subject {
    let (machine, observer) = try make()
    return Subject(machine, observer, engine, options)
  }

  /// Compares at `checkpoints` ticks that are spread evenly over the native run.
  /// - Parameters:
  ///   - limit: the tick at which a run that does not end by itself is cut off.
  ///   - locates: whether a first difference is narrowed down to the instruction, by running again.
  public func run(
    checkpoints: Int, limit: Ticks, locates: Bool = false
  ) throws(ConfigurationError) -> Report {
    var report = Report(engine: engine)
    let whole = try subject(.native)
    whole.advance(to: limit)
    report.length = min(whole.machine.now, limit)
    let (native, other) = (try subject(.native), try subject(engine))
    var lastEqual: Ticks = 0
    for checkpoint in 1...max(checkpoints, 1) {
      let tick = Self.tick(of: checkpoint, of: max(checkpoints, 1), in: report.length)
      native.advance(to: tick)
      other.advance(to: tick)
      report.checkpoints += 1
      if native.machine.stateHash() == other.machine.stateHash() {
        if report.differing == 0 { lastEqual = tick }
        continue
      }
      report.differing += 1
      guard report.first == nil else { continue }
      report.first = Difference(
        lastEqual: lastEqual, tick: tick, details: Self.details(native.machine, other.machine))
      if locates {
        report.first = try locate(lastEqual, tick)
        break
      }
    }
    report.nativeEnding = native.ending
    report.engineEnding = other.ending
    if locates, report.first != nil { report.engineEnding = nil }
    return report
  }

  private static func tick(of checkpoint: Int, of count: Int, in length: Ticks) -> Ticks {
    let product = length.multipliedFullWidth(by: UInt64(checkpoint))
    return UInt64(count).dividingFullWidth(product).quotient
  }

  /// Halves the interval until one instruction is left.
  private func locate(_ equal: Ticks, _ different: Ticks) throws(ConfigurationError) -> Difference {
    var (low, high) = (equal, different)
    var details: [String] = []
    while true {
      let middle = low + (high - low) / 2
      let (native, other) = (try subject(.native), try subject(engine))
      native.advance(to: low)
      other.advance(to: low)
      let before = Self.place(native.machine)
      native.advance(to: middle > low ? middle : high)
      other.advance(to: middle > low ? middle : high)
      if native.machine.stateHash() == other.machine.stateHash() {
        guard middle > low else { break }
        low = middle
      } else {
        details = ["before: \(before)"] + Self.details(native.machine, other.machine)
        guard middle > low else { break }
        high = middle
      }
    }
    return Difference(lastEqual: low, tick: high, details: details)
  }

  // MARK: Differences in words

  private static func place(_ machine: Machine) -> String {
    let state = machine.cpu.architecturalState
    return
      "tick \(machine.now), CS \(hex(state.segments[1].selector)) EIP \(hex(state.rip)), CPL \(state.cpl), EFLAGS \(hex(state.eflags)), CR0 \(hex(state.cr0))"
  }

  private static func hex(_ value: some BinaryInteger) -> String {
    String(value, radix: 16, uppercase: true) + "h"
  }

  /// What two machines do not agree in, the native one's value first.
  package static func details(_ a: Machine, _ b: Machine) -> [String] {
    var lines: [String] = []
    if a.now != b.now { lines.append("tick: \(a.now), \(b.now)") }
    for (first, second) in zip(a.statefulParts, b.statefulParts) {
      compare(first.name, object(first.state), object(second.state), into: &lines)
    }
    let (events, others) = (a.scheduler.pending, b.scheduler.pending)
    for (event, other) in zip(events, others)
    where event.name != other.name || event.deadline != other.deadline {
      lines.append(
        "event: \(event.name) at \(event.deadline), \(other.name) at \(other.deadline)")
    }
    if events.count != others.count { lines.append("events: \(events.count), \(others.count)") }
    var bytes = 0
    for page in stride(from: 0, to: a.memory.ram.byteCount, by: GuestRAM.pageSize) {
      let (left, right) = (a.memory.ram.base + page, b.memory.ram.base + page)
      let count = min(GuestRAM.pageSize, a.memory.ram.byteCount - page)
      for offset in 0..<count {
        let x = left.load(fromByteOffset: offset, as: UInt8.self)
        let y = right.load(fromByteOffset: offset, as: UInt8.self)
        guard x != y else { continue }
        bytes += 1
        if bytes <= 16 { lines.append("RAM \(hex(page + offset)): \(hex(x)), \(hex(y))") }
      }
    }
    if bytes > 16 { lines.append("RAM: \(bytes) bytes in all") }
    if lines.isEmpty { lines.append("video memory or media") }
    return lines
  }

  private static func object(_ state: any Encodable) -> Any {
    guard let data = try? JSONEncoder().encode(state),
      let object = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    else { return "" }
    return object
  }

  /// Descends to the leaves.
  private static func compare(_ name: String, _ a: Any, _ b: Any, into lines: inout [String]) {
    if let first = a as? [String: Any], let second = b as? [String: Any] {
      for key in Set(first.keys).union(second.keys).sorted() {
        compare("\(name) \(key)", first[key] ?? "none", second[key] ?? "none", into: &lines)
      }
    } else if let first = a as? [Any], let second = b as? [Any], first.count == second.count {
      for (index, pair) in zip(first, second).enumerated() {
        compare("\(name) \(index)", pair.0, pair.1, into: &lines)
      }
    } else if "\(a)" != "\(b)" {
      lines.append("\(name): \(words(a)), \(words(b))")
    }
  }

  private static func words(_ value: Any) -> String {
    if let number = value as? NSNumber { return hex(number.uint64Value) }
    return "\(value)".prefix(60).description
  }
}
