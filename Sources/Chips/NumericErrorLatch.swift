public import BusKit

/// The AT's logic between the numeric unit's error pin, IRQ 13 and the processor: ports F0h and F1h.
///
/// The error is latched: IRQ 13 stays until the handler writes to port F0h. From then until the
/// unit's error goes away, IGNNE# (on an AT the released BUSY#) lets numeric instructions pass, so
/// that the handler can look at the unit. A write to port F1h resets an 80287 or 80387.
///
/// IBM PC/AT Technical Reference, "Math coprocessor control"; Intel SDM vol. 1, appendix D.
public final class NumericErrorLatch: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    /// The unit's error pin is active.
    public var isErrorActive = false
    /// IRQ 13 is requested.
    public var isRequested = false
    /// IGNNE# is active.
    public var isIgnoring = false
  }

  public internal(set) var state = State()

  private let interrupt: InterruptLine
  /// IGNNE#, and the unit's reset pin. Wired by the board.
  public var onIgnore: (Bool) -> Void = { _ in }
  public var onReset: () -> Void = {}

  /// - Parameter interrupt: IRQ 13.
  public init(interrupt: InterruptLine) {
    self.interrupt = interrupt
  }

  public func reset() {
    state.isRequested = false
    interrupt.lower()
    setIgnoring(false)
  }

  /// The error pin's level.
  public func setError(_ level: Bool) {
    guard level != state.isErrorActive else { return }
    state.isErrorActive = level
    if level {
      state.isRequested = true
      interrupt.raise()
    } else {
      setIgnoring(false)
    }
  }

  /// Nothing can be read here.
  public func readPort(_ offset: UInt16) -> UInt8 { 0xFF }
  public func peekPort(_ offset: UInt16) -> UInt8 { 0xFF }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    if offset != 0 { onReset() }
    state.isRequested = false
    interrupt.lower()
    if offset == 0, state.isErrorActive { setIgnoring(true) }
  }

  private func setIgnoring(_ level: Bool) {
    guard level != state.isIgnoring else { return }
    state.isIgnoring = level
    onIgnore(level)
  }
}
