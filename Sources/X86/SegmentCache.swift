import X86Decode

/// The hidden part of a segment register (or of LDTR and TR), as it was loaded.
///
/// `attributes` is bits 8 to 23 of the descriptor's high doubleword with the limit bits cleared:
/// bits 0...3 type, 4 S, 5...6 DPL, 7 P, 12 AVL, 13 L, 14 D/B, 15 G.
/// `limit` is in bytes, granularity already applied. Source: Intel SDM vol. 3, 3.4.3 and 3.4.5.
package struct SegmentCache: Equatable, Codable, Sendable {
  package var selector: UInt16
  package var base: UInt64
  package var limit: UInt32
  package var attributes: UInt16

  package init(selector: UInt16, base: UInt64, limit: UInt32, attributes: UInt16) {
    self.selector = selector
    self.base = base
    self.limit = limit
    self.attributes = attributes
  }

  static let present: UInt16 = 1 << 7
  static let notSystem: UInt16 = 1 << 4
  static let code: UInt16 = 1 << 3
  /// Data: expand-down; code: conforming.
  static let expandDownOrConforming: UInt16 = 1 << 2
  /// Data: writable; code: readable.
  static let writableOrReadable: UInt16 = 1 << 1
  static let accessed: UInt16 = 1 << 0
  /// 64-bit code.
  static let long: UInt16 = 1 << 13
  static let big: UInt16 = 1 << 14
  static let granular: UInt16 = 1 << 15

  /// An accessed, writable, present data segment of DPL 0: what real mode's segments look like.
  static let realModeAttributes: UInt16 = 0x93
  /// The same at DPL 3, for virtual-8086 mode.
  static let v86Attributes: UInt16 = 0xF3

  var type: UInt16 { attributes & 0xF }
  var dpl: UInt8 { UInt8(attributes >> 5 & 3) }
  var isPresent: Bool { attributes & Self.present != 0 }
  var isCode: Bool { attributes & (Self.code | Self.notSystem) == Self.code | Self.notSystem }
  var isBig: Bool { attributes & Self.big != 0 }
  /// The null selector's cache: not present, so that every use of it faults.
  package static func null(_ selector: UInt16) -> SegmentCache {
    SegmentCache(selector: selector, base: 0, limit: 0, attributes: 0)
  }
}

/// Where each segment cache lies in the raw state; the first six are ``SegmentRegister``s.
package enum SegmentSlot: Int, Sendable {
  case es, cs, ss, ds, fs, gs, ldtr, tr

  @inline(__always) init(_ register: SegmentRegister) {
    self = SegmentSlot(rawValue: Int(register.rawValue)) ?? .ds
  }
  static let stride = 32
  @inline(__always) var offset: Int { Field.segments + rawValue * Self.stride }
}

/// Offsets inside one cache in the raw state. The two fast limits let a handler check type and limit
/// with one signed comparison: `offset + size - 1 <= limit`; -1 sends every access to the slow path,
/// which knows about expand-down, null and read-only segments.
enum SegmentField {
  static let base = 0
  static let readLimit = 8
  static let writeLimit = 16
  static let limit = 24
  static let selector = 28
  static let attributes = 30
}

extension Processor {
  func segment(_ slot: SegmentSlot) -> SegmentCache {
    let at = slot.offset
    return SegmentCache(
      selector: field(at + SegmentField.selector), base: field(at + SegmentField.base),
      limit: field(at + SegmentField.limit), attributes: field(at + SegmentField.attributes))
  }
  func segment(_ register: SegmentRegister) -> SegmentCache { segment(SegmentSlot(register)) }

  /// Loads a cache and works out its fast limits. Callers go through `CPU.setSegment`, which also
  /// notices a changed code context.
  func setSegmentFields(_ slot: SegmentSlot, _ cache: SegmentCache) {
    let at = slot.offset
    setField(at + SegmentField.base, cache.base)
    setField(at + SegmentField.limit, cache.limit)
    setField(at + SegmentField.selector, cache.selector)
    setField(at + SegmentField.attributes, cache.attributes)
    let rights = cache.attributes & 0x9E
    var readLimit: Int64 = -1
    var writeLimit: Int64 = -1
    switch rights {
    case 0x92:  // data, writable, expand-up
      readLimit = Int64(cache.limit)
      writeLimit = readLimit
    case 0x90, 0x9A, 0x9E:  // read-only data, readable code
      readLimit = Int64(cache.limit)
    default: break
    }
    setField(at + SegmentField.readLimit, readLimit)
    setField(at + SegmentField.writeLimit, writeLimit)
  }

  @inline(__always) func selector(_ slot: SegmentSlot) -> UInt16 {
    field(slot.offset + SegmentField.selector)
  }
  @inline(__always) func base(_ slot: SegmentSlot) -> UInt64 {
    field(slot.offset + SegmentField.base)
  }
}
