/// Trap and emulate, and nothing else: what does not trap stands as the hardware did it.
package final class NaiveEngine: Engine {
  package let kind = EngineKind.naive
  package init() {}
}
