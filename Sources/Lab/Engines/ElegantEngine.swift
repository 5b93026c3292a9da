import X86

/// The processor that never was: outside ring 0 every sensitive instruction traps, and trap-and-emulate
/// simply works.
package final class ElegantEngine: Engine {
  package let kind = EngineKind.elegant
  package init() {}

  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) { (.all, true) }
}
