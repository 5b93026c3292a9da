/// The width of one bus access.
public enum AccessWidth: Int, Codable, Sendable {
  case byte = 1
  case word = 2
  case dword = 4

  /// All ones over the width: what an undriven bus reads.
  public var openBus: UInt32 { UInt32.max >> UInt32(32 - 8 * rawValue) }
}

/// A part that answers on I/O ports. It sees offsets in its own register window, never the port
/// number at which the board has placed it.
public protocol PortDevice: AnyObject {
  func readPort(_ offset: UInt16) -> UInt8
  func writePort(_ offset: UInt16, _ value: UInt8)
  /// What ``readPort(_:)`` would give, without any side effect; for debuggers.
  func peekPort(_ offset: UInt16) -> UInt8
  /// A wide access. An 8-bit part keeps the default: the bus splits the access into bytes,
  /// low address first, and gives them to whichever parts answer there. Return nil to let it.
  func readPortWide(_ offset: UInt16, _ width: AccessWidth) -> UInt32?
  /// A wide write; return false to let the bus split it.
  func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool
}

extension PortDevice {
  public func readPortWide(_ offset: UInt16, _ width: AccessWidth) -> UInt32? { nil }
  public func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool {
    false
  }
}

/// The 64 Ki I/O ports: who answers where.
public final class PortMap {
  private struct Window {
    let device: any PortDevice
    let base: UInt16
  }

  /// Called for an access that nobody answers, once per port and direction.
  public var onUnmapped: ((_ port: UInt16, _ isWrite: Bool) -> Void)?

  /// The number of writes by the processor since power-on; the board's idle detector compares it.
  public private(set) var writeCount: UInt64 = 0

  private var windows: [Window] = []
  /// Per port: 1 + index in `windows`, 0 for none.
  private var owner = [UInt8](repeating: 0, count: 0x10000)
  private var reported: Set<UInt32> = []

  public init() {}

  /// Places `device` at `ports`; offset 0 is `ports.lowerBound` unless `base` says otherwise.
  /// A later mapping replaces an earlier one.
  public func map(_ ports: ClosedRange<UInt16>, to device: any PortDevice, base: UInt16? = nil) {
    precondition(windows.count < 255, "a board has fewer than 255 port windows")
    windows.append(Window(device: device, base: base ?? ports.lowerBound))
    for port in ports { owner[Int(port)] = UInt8(windows.count) }
  }

  public func read(_ port: UInt16, _ width: AccessWidth) -> UInt32 {
    guard width != .byte else { return UInt32(readByte(port)) }
    if let window = window(at: port),
      let value = window.device.readPortWide(port &- window.base, width)
    {
      return value
    }
    var value: UInt32 = 0
    for byte in 0..<width.rawValue {
      value |= UInt32(readByte(port &+ UInt16(byte))) << UInt32(8 * byte)
    }
    return value
  }

  public func write(_ port: UInt16, _ value: UInt32, _ width: AccessWidth) {
    writeCount &+= 1
    guard width != .byte else { return writeByte(port, UInt8(truncatingIfNeeded: value)) }
    if let window = window(at: port),
      window.device.writePortWide(port &- window.base, value, width)
    {
      return
    }
    for byte in 0..<width.rawValue {
      writeByte(port &+ UInt16(byte), UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)))
    }
  }

  /// The byte at a port without side effects.
  public func peek(_ port: UInt16) -> UInt8 {
    guard let window = window(at: port) else { return 0xFF }
    return window.device.peekPort(port &- window.base)
  }

  private func readByte(_ port: UInt16) -> UInt8 {
    guard let window = window(at: port) else {
      reportUnmapped(port, isWrite: false)
      return 0xFF
    }
    return window.device.readPort(port &- window.base)
  }

  private func writeByte(_ port: UInt16, _ value: UInt8) {
    guard let window = window(at: port) else { return reportUnmapped(port, isWrite: true) }
    window.device.writePort(port &- window.base, value)
  }

  private func window(at port: UInt16) -> Window? {
    let index = Int(owner[Int(port)])
    return index == 0 ? nil : windows[index - 1]
  }

  private func reportUnmapped(_ port: UInt16, isWrite: Bool) {
    guard let onUnmapped, reported.insert(UInt32(port) << 1 | (isWrite ? 1 : 0)).inserted else {
      return
    }
    onUnmapped(port, isWrite)
  }
}
