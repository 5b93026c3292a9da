public import BusKit

/// Port E9h: what is written appears on the host; reading gives E9h, which tells a guest that the port
/// is there.
public final class DebugConsole: PortDevice {
  private let sink: (UInt8) -> Void

  /// - Parameter sink: takes every byte written.
  public init(sink: @escaping (UInt8) -> Void) {
    self.sink = sink
  }

  public func readPort(_ offset: UInt16) -> UInt8 { peekPort(offset) }
  public func peekPort(_ offset: UInt16) -> UInt8 { 0xE9 }
  public func writePort(_ offset: UInt16, _ value: UInt8) { sink(value) }
}

/// Port 80h: the latch that a POST card displays.
public final class PostCodePort: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    public var code: UInt8 = 0
  }

  public internal(set) var state = State()
  /// Called with every code written.
  public var onCode: ((UInt8) -> Void)?

  public init() {}

  public func reset() {
    state = State()
  }

  public func readPort(_ offset: UInt16) -> UInt8 { state.code }
  public func peekPort(_ offset: UInt16) -> UInt8 { state.code }
  public func writePort(_ offset: UInt16, _ value: UInt8) {
    state.code = value
    onCode?(value)
  }
}

/// Port F4h: the guest ends the run. A value v stands for the exit status (v << 1) | 1, as with QEMU's
/// isa-debug-exit.
public final class ExitPort: PortDevice {
  private let exit: (UInt8) -> Void

  /// - Parameter exit: called with the value written.
  public init(exit: @escaping (_ value: UInt8) -> Void) {
    self.exit = exit
  }

  public func readPort(_ offset: UInt16) -> UInt8 { 0 }
  public func peekPort(_ offset: UInt16) -> UInt8 { 0 }
  /// Only the first byte of a wide write counts.
  public func writePort(_ offset: UInt16, _ value: UInt8) {
    if offset == 0 { exit(value) }
  }
}

/// Port F5h: firmware says that it polls for input and has nothing else to do.
public final class IdleHintPort: PortDevice {
  private let hint: (UInt8) -> Void

  /// - Parameter hint: called with the value written.
  public init(hint: @escaping (_ value: UInt8) -> Void) {
    self.hint = hint
  }

  public func readPort(_ offset: UInt16) -> UInt8 { 0xFF }
  public func peekPort(_ offset: UInt16) -> UInt8 { 0xFF }
  public func writePort(_ offset: UInt16, _ value: UInt8) { hint(value) }
}
