import BusKit

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
  /// The last hint led to a skip, so that much time has passed since then in no time.
  private var hasSkipped = false

  /// Takes one hint. Returns true when the guest is idle.
  mutating func hint(at now: Ticks, portWrites: UInt64) -> Bool {
    let continues =
      (hasSkipped || now &- lastHint <= Self.longestGap) && portWrites == lastWriteCount &+ 1
    hints = continues ? min(hints + 1, Self.threshold) : 0
    lastHint = now
    lastWriteCount = portWrites
    hasSkipped = hints == Self.threshold
    return hasSkipped
  }
}
