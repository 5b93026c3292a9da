/// What a monitor's work costs on one machine: a cost for each parameter, in cycles.
///
/// Profiles are plain data, and anybody's to edit: ``text`` writes a file that ``init(text:name:)``
/// reads.
public struct CostProfile: Equatable, Sendable {
  public var name: String
  /// Devices are a host's, and each request crosses to its world and back.
  public var isHosted = false
  private(set) var values = [UInt64](repeating: 0, count: CostParameter.allCases.count)
  private(set) var grades = [CostGrade](
    repeating: .estimated, count: CostParameter.allCases.count)

  public init(name: String) {
    self.name = name
  }

  public subscript(parameter: CostParameter) -> UInt64 {
    get { values[parameter.index] }
    set { values[parameter.index] = newValue }
  }

  public func grade(_ parameter: CostParameter) -> CostGrade { grades[parameter.index] }

  /// A value of the user's own.
  mutating func replace(_ parameter: CostParameter, with cycles: UInt64) {
    set(.given, [(parameter, cycles)])
  }

  private mutating func set(_ grade: CostGrade, _ costs: [(CostParameter, UInt64)]) {
    for (parameter, cycles) in costs {
      values[parameter.index] = cycles
      grades[parameter.index] = grade
    }
  }

  // MARK: Built in

  /// The 3.8 GHz Pentium 4 672 that ``CostCalibration`` is about; devices in the monitor.
  public static let pentium4: CostProfile = {
    var profile = CostProfile(name: "pentium4")
    // Entry, exit and VMCS accesses: Adams and Agesen 2006, table of section 6.2.
    profile.set(
      .recalled,
      [
        (.vmEntry, 2409), (.vmExitPageFault, 1931), (.vmExit, 1931), (.vmRead, 178),
        (.vmWrite, 171), (.fastSystemCall, 242),
      ])
    profile.set(
      .estimated,
      [
        // A reference that the second-level cache answers.
        (.tableReference, 27),
        // About ten instructions in a row, whatever they do.
        (.indirectLookup, 30), (.inlineEmulation, 30), (.patchBlock, 30),
        // Decoding, two passes, writing; for each instruction.
        (.translation, 1000), (.tableUpdate, 150),
      ] + Self.hostCosts)
    profile.set(.calibrated, CostCalibration.fit(profile))
    // INT 82h and its return through a trap gate with a short table of functions.
    profile.set(
      .estimated,
      [
        (
          .hypercall,
          profile[.trap] + profile[.interruptReturn] + profile[.emulation]
        )
      ])
    return profile
  }()

  /// A 733 MHz Pentium III under a hosted monitor's measurements: a port that the monitor emulates takes
  /// 0.78 us, a packet sent through the host 22.7 us (Sugerman, Venkitachalam and Lim, USENIX 2001, section
  /// 3). How the first divides into trap, path and return, and the second into switches and work, is ours.
  public static let pentium3: CostProfile = {
    var profile = pentium4
    profile.name = "pentium3"
    profile.set(
      .literature,
      [(.trap, 150), (.interruptReturn, 100), (.dispatch, 250), (.emulation, 72)] + Self.hostCosts)
    profile.set(
      .estimated,
      [
        (.tableReference, 10), (.portBus, 550), (.fastSystemCall, 120), (.callOut, 60),
        (.hypercall, 322), (.indirectLookup, 20), (.inlineEmulation, 15), (.patchBlock, 15),
        (.translation, 600), (.tableUpdate, 100),
      ])
    // It has no VT-x.
    profile.set(
      .estimated,
      [.vmEntry, .vmExit, .vmExitPageFault, .vmRead, .vmWrite, .exitDispatch, .exitEmulation]
        .map { ($0, 0) })
    return profile
  }()

  /// 22.7 us at 733 MHz are 16,639 cycles; less 572 for the trap, half of the rest for two switches and
  /// half for the host.
  private static let hostCosts: [(CostParameter, UInt64)] = [
    (.worldSwitch, 4017), (.hostRequest, 8033),
  ]

  /// The same machine with the monitor hosted.
  public var hosted: CostProfile {
    var profile = self
    profile.name += "-hosted"
    profile.isHosted = true
    return profile
  }

  /// Those that go by name.
  public static let builtIn: [CostProfile] = [
    pentium4, pentium4.hosted, pentium3, pentium3.hosted,
  ]
}

extension CostParameter {
  /// Its place among all cases.
  var index: Int {
    switch self {
    case .trap: 0
    case .interruptReturn: 1
    case .dispatch: 2
    case .emulation: 3
    case .tableReference: 4
    case .portBus: 5
    case .fastSystemCall: 6
    case .worldSwitch: 7
    case .hostRequest: 8
    case .callOut: 9
    case .indirectLookup: 10
    case .inlineEmulation: 11
    case .translation: 12
    case .patchBlock: 13
    case .hypercall: 14
    case .tableUpdate: 15
    case .vmEntry: 16
    case .vmExit: 17
    case .vmExitPageFault: 18
    case .vmRead: 19
    case .vmWrite: 20
    case .exitDispatch: 21
    case .exitEmulation: 22
    }
  }
}
