/// The memory that the firmware reports (INT 15h/E820h), and what of it is still free.
struct KernelMemory: Equatable {
  struct Range: Equatable {
    var base: UInt64
    var length: UInt64
    /// 1 is RAM.
    var kind: UInt32

    var end: UInt64 {
      let (end, overflow) = base.addingReportingOverflow(length)
      return overflow ? .max : end
    }
  }

  /// KiB of conventional memory (INT 12h).
  var conventional: Int
  /// As the firmware lists them.
  var ranges: [Range]
  private var taken: [Swift.Range<UInt64>] = []

  /// What POST and the option ROM use until the kernel runs: vectors, BIOS data, stack.
  static let lowest: UInt64 = 0x8000
  private static let top: UInt64 = 1 << 32

  init(conventional: Int, ranges: [Range]) {
    self.conventional = conventional
    self.ranges = ranges
  }

  /// What a PC with so much RAM reports, before any firmware has run.
  init(byteCount: Int) {
    let base = min(byteCount, 640 << 10) - 1024
    self.init(
      conventional: base >> 10,
      ranges: [
        Range(base: 0, length: UInt64(base), kind: 1),
        Range(base: 1 << 20, length: UInt64(max(0, byteCount - 1 << 20)), kind: 1),
      ])
  }

  /// RAM below 4 GiB, neighbouring ranges joined.
  var usable: [Swift.Range<UInt64>] {
    var result: [Swift.Range<UInt64>] = []
    for range in ranges.filter({ $0.kind == 1 }).sorted(by: { $0.base < $1.base }) {
      let end = min(range.end, Self.top)
      guard range.base < end else { continue }
      if let last = result.last, last.upperBound >= range.base {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        result.append(range.base..<end)
      }
    }
    return result
  }

  /// KiB of RAM from 1 MiB up to the first hole.
  var upper: Int {
    let above = usable.first { $0.contains(1 << 20) }
    return above.map { Int(($0.upperBound - 1 << 20) >> 10) } ?? 0
  }

  /// Takes a range that cannot be chosen. Returns false when it is not all free RAM.
  mutating func take(_ base: UInt64, _ byteCount: UInt64) -> Bool {
    guard byteCount > 0 else { return true }
    let (end, overflow) = base.addingReportingOverflow(byteCount)
    guard !overflow, usable.contains(where: { $0.lowerBound <= base && end <= $0.upperBound }),
      !taken.contains(where: { $0.overlaps(base..<end) })
    else { return false }
    taken.append(base..<end)
    return true
  }

  /// Keeps a range free of everything that can be placed elsewhere, RAM or not.
  mutating func reserve(_ base: UInt64, _ byteCount: UInt64) {
    guard byteCount > 0 else { return }
    taken.append(base..<base &+ min(byteCount, UInt64.max - base))
  }

  /// The lowest free place of that size from `from` upward.
  mutating func place(
    _ byteCount: Int, alignment: UInt64, from: UInt64, below: UInt64 = KernelMemory.top
  ) -> UInt32? {
    var starts = [max(from, Self.lowest)] + usable.map(\.lowerBound) + taken.map(\.upperBound)
    starts = starts.map { ($0 + alignment - 1) & ~(alignment - 1) }.sorted()
    for start in starts where start >= max(from, Self.lowest) {
      guard start + UInt64(byteCount) <= below, take(start, UInt64(max(1, byteCount))) else {
        continue
      }
      return UInt32(truncatingIfNeeded: start)
    }
    return nil
  }

  /// The highest free place of that size that ends at `limit` or below.
  mutating func placeHigh(_ byteCount: Int, alignment: UInt64, limit: UInt64) -> UInt32? {
    let ends = ([limit] + usable.map(\.upperBound) + taken.map(\.lowerBound)).sorted(by: >)
    for end in ends where end <= limit && end >= UInt64(byteCount) {
      let start = (end - UInt64(byteCount)) & ~(alignment - 1)
      if start >= Self.lowest, take(start, UInt64(max(1, byteCount))) {
        return UInt32(truncatingIfNeeded: start)
      }
    }
    return nil
  }
}
