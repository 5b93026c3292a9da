/// A wire that one part drives and another watches: an interrupt request, a gate, a DMA request.
///
/// The watcher is told of edges only; driving a level that the wire already has does nothing.
public final class SignalLine {
  /// The wire's level.
  public private(set) var level: Bool
  private var watcher: ((Bool) -> Void)?

  public init(level: Bool = false) {
    self.level = level
  }

  /// Connects the watcher. It is called on every edge with the new level.
  public func connect(_ watcher: @escaping (Bool) -> Void) {
    self.watcher = watcher
  }

  public func set(_ newLevel: Bool) {
    guard newLevel != level else { return }
    level = newLevel
    watcher?(newLevel)
  }

  public func raise() { set(true) }
  public func lower() { set(false) }
  /// A low-high-low pulse for edge-triggered watchers.
  public func pulse() {
    set(false)
    set(true)
    set(false)
  }
}

/// An interrupt request is nothing but a wire.
public typealias InterruptLine = SignalLine

/// The device side of one DMA channel, as the 8237A sees it while DACK is asserted.
///
/// A device asks by raising its request line; the controller then calls these until the device
/// lowers the line or the channel reaches terminal count. Channels 5 to 7 move words.
public protocol DMAPeripheral: AnyObject {
  /// DACK with IOR: the device drives the bus (a transfer into memory).
  func dmaRead(terminalCount: Bool) -> UInt16
  /// DACK with IOW: the device takes what memory drives (a transfer out of memory).
  func dmaWrite(_ value: UInt16, terminalCount: Bool)
}
