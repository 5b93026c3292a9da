/// A keyboard or mouse at the end of a PS/2 cable, as the 8042 sees it.
public protocol PS2Device: AnyObject {
  /// The device wants to send a byte.
  var hasData: Bool { get }
  /// Takes the byte that the device sends next. Call only while ``hasData``.
  func transmit() -> UInt8
  /// A byte from the host.
  func receive(_ value: UInt8)
  /// Connects the controller, which is told when ``hasData`` becomes true.
  func connect(_ dataAvailable: @escaping () -> Void)
}
