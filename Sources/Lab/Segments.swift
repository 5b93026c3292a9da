import X86

// How segments look to the hardware: ring 0 to 2 becomes ring 1, and nothing reaches the monitor.

/// Bits of ``SegmentCache/attributes``, which are those of a descriptor's high doubleword from bit 8 on.
enum Attributes {
  static let accessed: UInt16 = 1 << 0
  /// Data: writable; code: readable.
  static let writable: UInt16 = 1 << 1
  /// Data: expand-down; code: conforming.
  static let expandDown: UInt16 = 1 << 2
  static let code: UInt16 = 1 << 3
  static let notSystem: UInt16 = 1 << 4
  static let dplShift: UInt16 = 5
  static let present: UInt16 = 1 << 7
  static let big: UInt16 = 1 << 14
  static let granular: UInt16 = 1 << 15
}

enum Compression {
  /// The machine's ring for a ring of the guest's.
  static func ring(_ virtual: UInt8) -> UInt8 { virtual == 3 ? 3 : 1 }

  /// The last offset that a segment may reach without touching the monitor, or nil if it lies so that
  /// nothing of it can be given.
  static func truncatedLimit(base: UInt64, limit: UInt32, attributes: UInt16) -> UInt32? {
    let isExpandDown =
      attributes & (Attributes.code | Attributes.expandDown | Attributes.notSystem)
      == Attributes.expandDown | Attributes.notSystem
    if isExpandDown {
      let last: UInt64 = attributes & Attributes.big != 0 ? 0xFFFF_FFFF : 0xFFFF
      guard UInt64(limit) < last else { return limit }
      let first = base + UInt64(limit) + 1
      let end = base + last
      // The range may have wrapped around as a whole.
      let isBelow = end < MonitorLayout.hole
      let isWrapped = first >= 1 << 32 && end - (1 << 32) < MonitorLayout.hole
      return isBelow || isWrapped ? limit : nil
    }
    guard base < MonitorLayout.hole else { return nil }
    guard base + UInt64(limit) >= MonitorLayout.hole else { return limit }
    let room = MonitorLayout.hole - base
    // A limit above 1 MiB counts in pages.
    let bytes = room > 1 << 20 ? room & ~0xFFF : room
    return UInt32(bytes - 1)
  }

  /// A descriptor as the hardware's table holds it. System descriptors are there to be looked at, not to
  /// be used: their use must trap, so they are not present.
  static func shadow(_ raw: UInt64, _ descriptor: Descriptor, hidesUnaccessed: Bool) -> UInt64 {
    let attributes = UInt16(truncatingIfNeeded: raw >> 40) & 0xF0FF
    let dpl = UInt8(attributes >> Attributes.dplShift & 3)
    var shadow = raw & ~(3 << 45) | UInt64(ring(dpl)) << 45
    guard attributes & Attributes.notSystem != 0 else { return shadow & ~(1 << 47) }
    if hidesUnaccessed, attributes & Attributes.accessed == 0 { shadow &= ~(1 << 47) }
    let cache = descriptor.segment
    guard
      let limit = truncatedLimit(base: cache.base, limit: cache.limit, attributes: attributes)
    else { return shadow & ~(1 << 47) }
    guard limit != cache.limit else { return shadow }
    let isGranular = limit > 0xF_FFFF
    let field = UInt64(isGranular ? limit >> 12 : limit)
    shadow &= ~0x008F_0000_0000_FFFF
    shadow |= field & 0xFFFF | (field >> 16 & 0xF) << 48 | (isGranular ? 1 << 55 : 0)
    return shadow
  }

  /// A segment register of protected mode as the hardware holds it.
  static func machine(_ cache: SegmentCache, _ slot: SegmentSlot, cpl: UInt8) -> SegmentCache {
    var result = cache
    let ring = ring(UInt8(cache.attributes >> Attributes.dplShift & 3))
    if cache.attributes & Attributes.present != 0 {
      result.attributes =
        cache.attributes & ~(3 << Attributes.dplShift) | UInt16(ring) << Attributes.dplShift
    }
    if slot == .cs || slot == .ss, cache.selector & 0xFFFC != 0 {
      result.selector = cache.selector & 0xFFFC | UInt16(cpl)
    }
    if let limit = truncatedLimit(
      base: cache.base, limit: cache.limit, attributes: cache.attributes)
    {
      if limit != cache.limit {
        result.limit = limit
        if limit > 0xF_FFFF { result.attributes |= Attributes.granular }
      }
    } else {
      result.attributes &= ~Attributes.present
    }
    return result
  }

  /// A segment register of real or virtual-8086 mode as the hardware's virtual-8086 mode holds it.
  static func machineV86(_ cache: SegmentCache) -> SegmentCache {
    SegmentCache(
      selector: cache.selector, base: UInt64(cache.selector) << 4, limit: 0xFFFF, attributes: 0xF3)
  }
}

extension Descriptor {
  /// Base, limit and attributes, as a load of selector 0 would give them.
  var segment: SegmentCache { cache(selector: 0) }
}
