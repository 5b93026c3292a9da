/// What engines can be told.
public struct EngineOptions: Sendable {
  /// What the differential oracle does when it has met a silent failure.
  public enum SilentFailureAction: String, CaseIterable, Sendable {
    case log
    /// Ends the run at the first one.
    case stop
  }

  public var onSilentFailure = SilentFailureAction.log
  /// ``EngineKind/translate``: every block of the kernel's goes through the translator, whatever the
  /// decision function says.
  public var translatesEverything = false
  /// Memory of devices that behaves as RAM (the VGA's in mode 13h) is given to the guest as such. The
  /// VGA's latches then miss the guest's reads.
  public var mapsPlainDevices = false
  /// ``EngineKind/translate``: trace faults that a store may cause before it is translated anew as a
  /// simulated one.
  public var traceFaultLimit = 3
  /// What the monitor's work costs.
  public var costs = CostProfile.pentium4
  /// ``EngineKind/patch``: the differential oracle looks at every sensitive instruction of the kernel's that
  /// is executed unpatched.
  public var auditsPatches = false

  public init() {}
}

extension EngineKind {
  /// A new engine of this kind; nil for the ordinary machine.
  func make(_ options: EngineOptions) -> (any Engine)? {
    switch self {
    case .native: nil
    case .naive: NaiveEngine()
    case .audit: AuditEngine()
    case .repair: RepairEngine()
    case .elegant: ElegantEngine()
    case .patch: PatchEngine(isAudited: options.auditsPatches)
    case .translate: TranslateEngine(options)
    case .para: ParaEngine()
    }
  }
}
