import X86

/// What a descriptor table of a paravirtual guest's may hold.
enum ParaDescriptors {
  private static let present: UInt64 = 1 << 47
  private static let segment: UInt64 = 1 << 44
  private static let accessed: UInt64 = 1 << 40
  private static let limitAndGranularity: UInt64 = 0x008F_0000_0000_FFFF

  /// A descriptor as it may stand in a table that is in use.
  ///
  /// What is not present is nobody's business. A segment gets its accessed bit, because the processor
  /// could not set it in a frame that nobody may write, and a limit below the monitor. Everything of ring
  /// 0 is refused, and so are system descriptors: gates, task state segments and local tables are the
  /// monitor's to load.
  static func approved(_ raw: UInt64, _ guest: CPU) throws(Refusal) -> UInt64 {
    guard raw & present != 0 else { return raw }
    guard raw & segment != 0, raw >> 45 & 3 != 0 else { throw .privilegedDescriptor }
    let cache = guest.understood(raw).segment
    guard
      let limit = Compression.truncatedLimit(
        base: cache.base, limit: cache.limit, attributes: cache.attributes)
    else { throw .badArgument }
    let result = raw | accessed
    guard limit != cache.limit else { return result }
    let isGranular = limit > 0xF_FFFF
    let field = UInt64(isGranular ? limit >> 12 : limit)
    return result & ~limitAndGranularity | field & 0xFFFF | (field >> 16 & 0xF) << 48
      | (isGranular ? 1 << 55 : 0)
  }

  /// A flat segment that ends below the monitor.
  static func flat(_ guest: CPU, isCode: Bool, ring: UInt64) -> UInt64 {
    let whole: UInt64 = (isCode ? 0x00CF_9B00_0000_FFFF : 0x00CF_9300_0000_FFFF) | ring << 45
    return (try? approved(whole, guest)) ?? 0
  }

  /// A gate of the virtual processor's interrupt table.
  static func gate(selector: UInt16, offset: UInt32, ring: UInt8, masksEvents: Bool) -> UInt64 {
    let access: UInt64 = (masksEvents ? 0x8E : 0x8F) | UInt64(ring) << 5
    return UInt64(offset & 0xFFFF) | UInt64(selector) << 16 | access << 40
      | UInt64(offset >> 16) << 48
  }
}
