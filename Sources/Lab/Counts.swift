import X86
import X86Decode

/// Why the hardware stopped, as a value that costs nothing to make; in words only for reports.
package enum ExitReason: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  case fault(vector: UInt8, errorCode: UInt16?)
  /// INT n and its kin.
  case interrupt(UInt8)
  /// Anything else, in constant words.
  case named(String)

  package init(_ fault: Fault) { self = .fault(vector: fault.vector, errorCode: fault.errorCode) }

  package init(stringLiteral value: String) { self = .named(value) }

  package var description: String {
    switch self {
    case .fault(let vector, let errorCode):
      let name = Self.names[vector] ?? "exception \(vector)"
      guard let errorCode else { return name }
      let code = String(errorCode, radix: 16, uppercase: true)
      return "\(name)(\(errorCode == 0 ? "0" : code + "h"))"
    case .interrupt(let vector): return "INT \(String(vector, radix: 16, uppercase: true))h"
    case .named(let words): return words
    }
  }

  private static let names: [UInt8: String] = [
    0: "#DE", 1: "#DB", 3: "#BP", 4: "#OF", 5: "#BR", 6: "#UD", 7: "#NM", 8: "#DF", 10: "#TS",
    11: "#NP", 12: "#SS", 13: "#GP", 14: "#PF", 16: "#MF", 17: "#AC", 19: "#XM",
  ]
}

/// How often what has happened. What comes with every exit is counted in arrays.
package struct Counts: Sendable {
  private var classes = [Int](repeating: 0, count: ExitClass.allCases.count)
  private var operations = [Int](repeating: 0, count: X86Decode.Operation.allCases.count)
  /// By port, made with the first access.
  private var ports: [Int] = []
  /// Faults without an error code, or with 0, by vector: those without first.
  private var plainFaults = [Int](repeating: 0, count: 64)
  private var otherReasons: [ExitReason: Int] = [:]
  private var planTicks = [UInt64](repeating: 0, count: Plan.count)
  /// Page numbers of the guest's physical memory, of exits that an access caused.
  package private(set) var byPage: [UInt64: Int] = [:]
  package var transitions = 0
  package var injections = Injections()

  mutating func count(_ exitClass: ExitClass) { classes[exitClass.ordinal] += 1 }
  mutating func count(_ operation: X86Decode.Operation) {
    operations[Int(operation.rawValue)] += 1
  }
  mutating func count(port: UInt16) {
    if ports.isEmpty { ports = Array(repeating: 0, count: 0x10000) }
    ports[Int(port)] += 1
  }
  mutating func count(page: UInt64) { byPage[page, default: 0] += 1 }
  mutating func count(_ reason: ExitReason) {
    if case .fault(let vector, let code) = reason, vector < 32, code ?? 0 == 0 {
      plainFaults[Int(vector) + (code == nil ? 0 : 32)] += 1
    } else {
      otherReasons[reason, default: 0] += 1
    }
  }
  mutating func spend(_ ticks: UInt64, _ plan: Plan) { planTicks[plan.ordinal] &+= ticks }

  package subscript(_ exitClass: ExitClass) -> Int { classes[exitClass.ordinal] }
  package var byClass: [ExitClass: Int] {
    nonzero(ExitClass.allCases) { classes[$0.ordinal] }
  }
  package var byOperation: [X86Decode.Operation: Int] {
    nonzero(X86Decode.Operation.allCases) { operations[Int($0.rawValue)] }
  }
  package var byPort: [UInt16: Int] {
    ports.isEmpty ? [:] : nonzero(0...UInt16.max) { ports[Int($0)] }
  }
  package var byReason: [String: Int] {
    var result: [String: Int] = [:]
    for index in 0..<64 where plainFaults[index] > 0 {
      let reason = ExitReason.fault(
        vector: UInt8(index & 31), errorCode: index < 32 ? nil : 0)
      result[reason.description] = plainFaults[index]
    }
    for (reason, count) in otherReasons { result[reason.description, default: 0] += count }
    return result
  }
  /// Guest ticks spent in each plan.
  package var ticks: [String: UInt64] {
    var result: [String: UInt64] = [:]
    for plan in Plan.all where planTicks[plan.ordinal] > 0 {
      result[plan.name] = planTicks[plan.ordinal]
    }
    return result
  }
  package var interpretedTicks: UInt64 {
    Obstacle.allCases.reduce(0) { $0 &+ planTicks[Plan.interpret($1).ordinal] }
  }
  /// On the hardware, whoever's code it was.
  package var directTicks: UInt64 {
    planTicks[Plan.direct.ordinal] &+ planTicks[Plan.engine.ordinal]
  }
  package var total: Int { classes.reduce(0, +) }

  private func nonzero<Key: Hashable>(
    _ keys: some Sequence<Key>, _ value: (Key) -> Int
  ) -> [Key: Int] {
    var result: [Key: Int] = [:]
    for key in keys where value(key) > 0 { result[key] = value(key) }
    return result
  }
}

/// Interrupts that were delivered to the guest, and how long they had to wait for it.
package struct Injections: Equatable, Sendable {
  package private(set) var count = 0
  /// Those that came although the guest's interrupt flag was off: a fault of the monitor's.
  package private(set) var whileMasked = 0
  /// Times that an interrupt was pending and the guest did not let it in at once.
  package private(set) var windows = 0
  /// Ticks of all those, and of the longest.
  package private(set) var windowTicks: UInt64 = 0
  package private(set) var longestWindow: UInt64 = 0
  private var pendingSince: UInt64?

  /// The pin's level, looked at before the guest executes anything.
  mutating func look(isRequested: Bool, now: UInt64) {
    if isRequested {
      if pendingSince == nil { pendingSince = now }
    } else {
      pendingSince = nil
    }
  }

  mutating func note(at now: UInt64, wasAllowed: Bool) {
    count += 1
    if !wasAllowed { whileMasked += 1 }
    guard let since = pendingSince else { return }
    pendingSince = nil
    windows += 1
    windowTicks &+= now &- since
    longestWindow = max(longestWindow, now &- since)
  }
}

extension ExitClass {
  /// Its place in `allCases`.
  var ordinal: Int {
    switch self {
    case .silent: 0
    case .privileged: 1
    case .trueFault: 2
    case .hidden: 3
    case .trace: 4
    case .device: 5
    case .conflict: 6
    case .interrupt: 7
    case .injection: 8
    case .hypercall: 9
    case .patch: 10
    case .translation: 11
    case .transition: 12
    case .agreed: 13
    case .symptom: 14
    case .illegal: 15
    }
  }
}

extension Plan {
  static let all: [Plan] = [.direct, .engine] + Obstacle.allCases.map { .interpret($0) }
  static var count: Int { all.count }

  var ordinal: Int {
    switch self {
    case .direct: 0
    case .engine: 1
    case .interpret(.bigReal): 2
    case .interpret(.codeSegment): 3
    case .interpret(.longMode): 4
    case .interpret(.engine): 5
    case .interpret(.conflict): 6
    }
  }
}
