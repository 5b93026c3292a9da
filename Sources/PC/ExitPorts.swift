import BusKit

/// Ports that no PC ever had, by which guest programs talk to whoever runs the machine.
///
/// | port | write                                                                         | read |
/// |------|-------------------------------------------------------------------------------|------|
/// | E9h  | a byte for the debug console                                                  | E9h, so that a guest can tell that the port is there |
/// | F4h  | ends the run with status `value << 1 | 1` (what QEMU's isa-debug-exit does)   | FFh  |
/// | F5h  | idle hint: our BIOS found no key where a program asked for one                | FFh  |
/// | F6h  | ends the run with status `value & 63`                                         | FFh  |
final class ExitPorts: PortDevice {
  static let debugConsole: UInt16 = 0xE9
  static let debugExit: UInt16 = 0xF4
  static let idleHint: UInt16 = 0xF5
  static let exit: UInt16 = 0xF6

  var onDebugByte: ((UInt8) -> Void)?
  var onExit: ((UInt8) -> Void)?
  var onIdleHint: (() -> Void)?

  /// The board maps each port by itself, with offset 0 at port 0.
  func writePort(_ offset: UInt16, _ value: UInt8) {
    switch offset {
    case Self.debugConsole: onDebugByte?(value)
    case Self.debugExit: onExit?(value &<< 1 | 1)
    case Self.idleHint: onIdleHint?()
    case Self.exit: onExit?(value & 63)
    default: break
    }
  }

  func readPort(_ offset: UInt16) -> UInt8 { peekPort(offset) }

  func peekPort(_ offset: UInt16) -> UInt8 { offset == Self.debugConsole ? 0xE9 : 0xFF }
}

/// Recognises a program that does nothing but ask for a key, from the BIOS's idle hints.
///
/// Such a loop gives a hint every few hundred clocks and touches no other port in between. After
/// ``threshold`` hints in a row the processor may skip to the next event: nothing else could change
/// what the loop sees. The rule looks at ticks and port writes only, so it repeats exactly.
struct IdleDetector: Codable, Equatable, Sendable {
  static let threshold = 16
  /// Clocks between two hints of one loop, at most.
  static let longestGap: Ticks = 3000

  private var hints = 0
  private var lastHint: Ticks = 0
  private var lastWriteCount: UInt64 = 0

  /// Takes one hint. Returns true when the guest is idle.
  mutating func hint(at now: Ticks, portWrites: UInt64) -> Bool {
    let continues =
      now &- lastHint <= Self.longestGap && portWrites == lastWriteCount &+ 1
    hints = continues ? min(hints + 1, Self.threshold) : 0
    lastHint = now
    lastWriteCount = portWrites
    return hints == Self.threshold
  }
}
