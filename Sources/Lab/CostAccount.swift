/// What one event costs the machine: parameters, and how many times each.
public struct CostRule: Equatable, Sendable {
  public private(set) var terms: [(parameter: CostParameter, times: UInt64)]

  public init(_ terms: (CostParameter, UInt64)...) {
    self.terms = terms.map { (parameter: $0.0, times: $0.1) }
  }

  public static func + (a: CostRule, b: CostRule) -> CostRule {
    var sum = a
    for term in b.terms {
      if let at = sum.terms.firstIndex(where: { $0.parameter == term.parameter }) {
        sum.terms[at].times += term.times
      } else {
        sum.terms.append(term)
      }
    }
    return sum
  }

  public static func == (a: CostRule, b: CostRule) -> Bool {
    a.terms.elementsEqual(b.terms) { $0 == $1 }
  }

  public func cycles(_ profile: CostProfile) -> UInt64 {
    terms.reduce(0) { $0 &+ profile[$1.parameter] &* $1.times }
  }

  /// As in "trap_ring1_0 + 2 world_switch".
  public var description: String {
    terms.isEmpty
      ? "nothing"
      : terms.map { ($0.times == 1 ? "" : "\($0.times) ") + $0.parameter.rawValue }
        .joined(separator: " + ")
  }

  /// Into ring 0, through the monitor, and back.
  static let trap = CostRule((.trap, 1), (.dispatch, 1), (.interruptReturn, 1))
  static let nothing = CostRule()
  /// What a device request costs beyond the trap when the monitor leaves devices to a host.
  public static let hosted = CostRule((.worldSwitch, 2), (.hostRequest, 1))

  /// What an exit of a class costs under an engine.
  ///
  /// The oracle is an instrument and no part of any monitor that ever was, so that what ``EngineKind/audit``
  /// looks at costs nothing; under ``EngineKind/repair`` a sensitive instruction costs what a trap would.
  public static func exit(_ exitClass: ExitClass, _ engine: EngineKind) -> CostRule {
    let emulation = CostRule((.emulation, 1))
    switch exitClass {
    case .silent, .agreed:
      return engine == .repair || engine == .elegant ? trap + emulation : nothing
    case .privileged, .trueFault, .device, .conflict, .interrupt, .injection, .patch:
      return trap + emulation
    // The guest's tables of two levels are walked, and the shadow's.
    case .hidden: return trap + CostRule((.tableReference, 4))
    case .trace: return trap + emulation + CostRule((.tableReference, 2))
    case .hypercall: return CostRule((.hypercall, 1))
    case .translation: return CostRule((.callOut, 1)) + emulation
    case .transition, .symptom, .illegal: return nothing
    }
  }
}

/// The machine's cycles that a run has cost beyond the guest's own instructions.
///
/// They are a count beside the guest's clock: nothing that the guest can see depends on them.
public struct CostAccount: Sendable {
  public private(set) var profile: CostProfile
  /// Cycles of everything so far.
  public private(set) var total: UInt64 = 0
  /// Device requests: accesses to a port or to a device's memory.
  public private(set) var deviceRequests: UInt64 = 0
  /// Commands given to hard disks (the command registers of both channels).
  public private(set) var diskCommands: UInt64 = 0
  /// Between the monitor's world and a host's, each way.
  public private(set) var worldSwitches: UInt64 = 0
  /// Cycles of device requests.
  public private(set) var deviceCycles: UInt64 = 0

  private var cyclesByClass = [UInt64](repeating: 0, count: ExitClass.allCases.count)
  private var cyclesByParameter = [UInt64](repeating: 0, count: CostParameter.allCases.count)
  /// What an exit of each class costs under the engine that came last.
  private var prices: [UInt64] = []
  private var engine: EngineKind?
  private let hostedPrice: UInt64

  public init(_ profile: CostProfile = .pentium4) {
    self.profile = profile
    hostedPrice = profile.isHosted ? CostRule.hosted.cycles(profile) : 0
  }

  /// An exit has been dealt with.
  /// - Parameter port: the port that it was about, if any, and whether it was written.
  /// - Returns: the cycles charged.
  @discardableResult package mutating func exit(
    _ exitClass: ExitClass, _ engine: EngineKind, port: UInt16? = nil, isWrite: Bool = false
  ) -> UInt64 {
    if engine != self.engine { setPrices(engine) }
    var cycles = prices[exitClass.ordinal]
    if port != nil || exitClass == .device {
      deviceRequests &+= 1
      if isWrite, port == 0x1F7 || port == 0x177 { diskCommands &+= 1 }
      if profile.isHosted, !Self.isMonitorsOwn(port) {
        worldSwitches &+= 2
        cycles &+= hostedPrice
      }
      deviceCycles &+= cycles
    }
    total &+= cycles
    cyclesByClass[exitClass.ordinal] &+= cycles
    return cycles
  }

  /// An engine has done something that is not an exit: `times` times what `parameter` stands for.
  package mutating func charge(_ parameter: CostParameter, times: UInt64 = 1) {
    let cycles = profile[parameter] &* times
    total &+= cycles
    cyclesByParameter[parameter.index] &+= cycles
  }

  /// Cycles of exits, by class; those that cost nothing are left out.
  public var byClass: [ExitClass: UInt64] {
    Dictionary(uniqueKeysWithValues: ExitClass.allCases.map { ($0, cyclesByClass[$0.ordinal]) })
      .filter { $0.value != 0 }
  }

  /// Cycles of what is not an exit, by parameter.
  public var byParameter: [CostParameter: UInt64] {
    Dictionary(
      uniqueKeysWithValues: CostParameter.allCases.map { ($0, cyclesByParameter[$0.index]) }
    ).filter { $0.value != 0 }
  }

  /// How much longer a run takes than `nativeTicks` when it takes `ticks` of the guest's clock and the
  /// monitor's cycles beside them; nil when the native run took no time.
  public func slowdown(ticks: UInt64, nativeTicks: UInt64) -> Double? {
    nativeTicks == 0 ? nil : (Double(ticks) + Double(total)) / Double(nativeTicks)
  }

  private mutating func setPrices(_ engine: EngineKind) {
    self.engine = engine
    prices = ExitClass.allCases.map { CostRule.exit($0, engine).cycles(profile) }
  }

  /// A hosted monitor still emulates the interrupt controllers and the timer itself: a world switch for
  /// each of their accesses would leave time for nothing else.
  private static func isMonitorsOwn(_ port: UInt16?) -> Bool {
    guard let port else { return false }
    return switch port {
    case 0x20, 0x21, 0xA0, 0xA1, 0x40...0x43: true
    default: false
    }
  }
}
