/// The ways to run a guest kernel outside ring 0, in the order in which a course would show them.
public enum EngineKind: String, CaseIterable, Codable, Sendable {
  /// The ordinary machine: no monitor.
  case native
  /// Trap and emulate, and nothing else: silent failures stand.
  case naive
  /// As ``naive``, with the differential oracle watching.
  case audit
  /// The oracle puts the ring-0 result in place.
  case repair
  /// The processor that never was: every sensitive instruction traps outside ring 0.
  case elegant
  /// Scan and patch, as VirtualBox's raw mode did.
  case patch
  /// Binary translation, as VMware did.
  case translate
  /// Hypercalls from a ported kernel, as Xen did.
  case para
}
