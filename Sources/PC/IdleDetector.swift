import BusKit

/// Recognises a program that does nothing but ask for a key, from the BIOS's idle hints.
///
/// Such a loop gives a hint every few hundred clocks and touches no other port in between. After
/// ``threshold`` hints in a row the processor may skip to the next event: nothing else could change
/// what the loop sees. The rule looks at ticks and port writes only, so it repeats exactly.
struct IdleDetector: Codable, Equatable, Sendable {
  static let threshold = 16
  /// Clocks between two hints of one loop, at most. A DOS that reads its CONFIG.SYS character by character
  /// looks for Ctrl-C at each of them, some 3000 clocks apart on an 80486: that is work.
  static let longestGap: Ticks = 1500

  private var hints = 0
  private var lastHint: Ticks = 0
  private var lastWriteCount: UInt64 = 0

  /// Takes one hint. Returns true when the guest is idle.
  /// - Parameter busy: clocks that the processor has worked since power-on.
  mutating func hint(at busy: Ticks, portWrites: UInt64) -> Bool {
    let continues =
      busy &- lastHint <= Self.longestGap && portWrites == lastWriteCount &+ 1
    hints = continues ? min(hints + 1, Self.threshold) : 0
    lastHint = busy
    lastWriteCount = portWrites
    return hints == Self.threshold
  }
}
