import BusKit

/// Counts the writes to a device on their way.
final class CountedPort: PortDevice {
  private(set) var writeCount: UInt64 = 0
  private let device: any PortDevice

  init(_ device: any PortDevice) {
    self.device = device
  }

  func readPort(_ offset: UInt16) -> UInt8 { device.readPort(offset) }
  func peekPort(_ offset: UInt16) -> UInt8 { device.peekPort(offset) }
  func writePort(_ offset: UInt16, _ value: UInt8) {
    writeCount &+= 1
    device.writePort(offset, value)
  }
}
