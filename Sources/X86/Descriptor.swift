import X86Decode

/// What a system descriptor (S = 0) describes.
///
/// Source: Intel SDM vol. 3, table 3-2; the 80286 knows the first seven only, and long mode LDTs and
/// those of the 386 types that are not task gates, at twice the size.
enum SystemType: UInt16, Sendable {
  case availableTSS286 = 1
  case ldt = 2
  case busyTSS286 = 3
  case callGate286 = 4
  case taskGate = 5
  case interruptGate286 = 6
  case trapGate286 = 7
  case availableTSS386 = 9
  case busyTSS386 = 11
  case callGate386 = 12
  case interruptGate386 = 14
  case trapGate386 = 15

  var isAvailableTSS: Bool { self == .availableTSS286 || self == .availableTSS386 }
  var isBusyTSS: Bool { self == .busyTSS286 || self == .busyTSS386 }
  var isTSS: Bool { isAvailableTSS || isBusyTSS }
  var isCallGate: Bool { self == .callGate286 || self == .callGate386 }
  /// A gate or TSS that works with doublewords.
  var is32Bit: Bool { rawValue & 8 != 0 }
}

/// Eight bytes of a descriptor table (or sixteen: a system descriptor of long mode), as the processor
/// model understands them.
///
/// Source: Intel SDM vol. 3, 3.4.5 (segments), 5.8.3 and 6.11 (gates), 7.2.2 (TSS), 5.8.3.1, 6.14.1 and
/// 7.2.3 (long mode).
package struct Descriptor: Equatable, Sendable {
  private let low: UInt32
  private let high: UInt32
  /// The second half of a system descriptor of long mode.
  private let upper: UInt64
  private let model: ProcessorModel
  private let isLongMode: Bool

  /// - Parameters:
  ///   - raw: the descriptor, little-endian. The 80286 does not look at its top word.
  ///   - upper: the second half, if there is one.
  init(_ raw: UInt64, upper: UInt64 = 0, model: ProcessorModel, isLongMode: Bool) {
    let seen = model < .i80386 ? raw & 0x0000_FFFF_FFFF_FFFF : raw
    low = UInt32(truncatingIfNeeded: seen)
    high = UInt32(truncatingIfNeeded: seen >> 32)
    self.upper = upper
    self.model = model
    self.isLongMode = isLongMode
  }

  /// The same with its second half.
  func extended(by upper: UInt64) -> Descriptor {
    Descriptor(
      UInt64(high) << 32 | UInt64(low), upper: upper, model: model, isLongMode: isLongMode)
  }
  /// The second half has type 0, so that it passes for no descriptor of its own.
  var isWellExtended: Bool { upper >> 40 & 0x1F == 0 }

  /// As in ``SegmentCache/attributes``.
  var attributes: UInt16 { UInt16(truncatingIfNeeded: high >> 8) & 0xF0FF }
  var dpl: UInt8 { UInt8(truncatingIfNeeded: attributes >> 5 & 3) }
  var isPresent: Bool { attributes & SegmentCache.present != 0 }
  var isSegment: Bool { attributes & SegmentCache.notSystem != 0 }
  var isCode: Bool { isSegment && attributes & SegmentCache.code != 0 }
  var isConforming: Bool { isCode && attributes & SegmentCache.expandDownOrConforming != 0 }
  var isReadable: Bool {
    isSegment && (!isCode || attributes & SegmentCache.writableOrReadable != 0)
  }
  var isWritable: Bool {
    isSegment && !isCode && attributes & SegmentCache.writableOrReadable != 0
  }
  /// 64-bit code. Outside long mode the bit means nothing.
  var isLongCode: Bool { isLongMode && isCode && attributes & SegmentCache.long != 0 }
  /// L and D together, which long mode has no meaning for.
  var isContradictoryCode: Bool { isLongCode && attributes & SegmentCache.big != 0 }
  /// Whether a gate may lead here: in long mode to 64-bit code only.
  func isEntryOf(_ isLongMode: Bool) -> Bool {
    !isLongMode || isLongCode && !isContradictoryCode
  }
  /// The type of a system descriptor; nil for segments and for types that the model or the mode lacks.
  var systemType: SystemType? {
    guard !isSegment, let type = SystemType(rawValue: attributes & 0xF) else { return nil }
    if isLongMode { return type.is32Bit || type == .ldt ? type : nil }
    return model < .i80386 && type.is32Bit ? nil : type
  }

  // MARK: Segments

  var base: UInt64 {
    UInt64(low >> 16 | (high & 0xFF) << 16 | high & 0xFF00_0000)
      | (isSegment ? 0 : upper << 32)
  }
  /// In bytes: the offset of the last byte (or of the last invalid byte, expand-down).
  var limit: UInt32 {
    let raw = low & 0xFFFF | high & 0xF_0000
    return attributes & SegmentCache.granular != 0 ? raw << 12 | 0xFFF : raw
  }
  /// The high doubleword less the base, which is what LAR gives.
  var accessRights: UInt32 { high & 0x00FF_FF00 }

  /// The hidden part that loading `selector` gives; the accessed bit is set.
  package func cache(selector: UInt16) -> SegmentCache {
    SegmentCache(
      selector: selector, base: base, limit: limit,
      attributes: isSegment ? attributes | SegmentCache.accessed : attributes)
  }

  // MARK: Gates

  var gateSelector: UInt16 { UInt16(truncatingIfNeeded: low >> 16) }
  /// The entry point; 16 bits from an 80286 gate, 64 in long mode.
  var gateOffset: UInt64 {
    let offset = UInt64(low & 0xFFFF)
    return attributes & 8 != 0 ? offset | UInt64(high & 0xFFFF_0000) | upper << 32 : offset
  }
  /// Words or doublewords that a call gate copies to the inner stack.
  var parameterCount: Int { Int(high & 0x1F) }
  /// Long mode: which of the TSS's seven interrupt stacks an interrupt gate takes; 0 for none.
  var interruptStack: Int { Int(high & 7) }
}

extension SegmentCache {
  /// Whether `byteCount` bytes from `offset` lie inside the limit, expand-down considered.
  func encloses(_ offset: UInt64, byteCount: Int) -> Bool {
    let last = offset &+ UInt64(truncatingIfNeeded: byteCount) &- 1
    guard attributes & (Self.code | Self.expandDownOrConforming) == Self.expandDownOrConforming
    else { return last <= UInt64(limit) }
    return offset > UInt64(limit) && last <= (isBig ? 0xFFFF_FFFF : 0xFFFF)
  }
}

/// A selector's parts.
extension UInt16 {
  /// Index and table bit, which is what error codes carry.
  var selectorCode: UInt16 { self & 0xFFFC }
  var rpl: UInt8 { UInt8(truncatingIfNeeded: self & 3) }
  var isNullSelector: Bool { self & 0xFFFC == 0 }
  var isLocalSelector: Bool { self & 4 != 0 }
  func withRPL(_ rpl: UInt8) -> UInt16 { self & 0xFFFC | UInt16(rpl & 3) }
}

/// A descriptor table register.
package struct TableRegister: Equatable, Codable, Sendable {
  package var base: UInt64
  /// Offset of the table's last byte.
  package var limit: UInt16

  package init(base: UInt64, limit: UInt16) {
    self.base = base
    self.limit = limit
  }
}

// MARK: Descriptor tables in memory

extension CPU {
  package var gdtr: TableRegister {
    get {
      TableRegister(
        base: state.field(Field.gdtrBase), limit: state.field(Field.gdtrLimit, as: UInt16.self))
    }
    set {
      state.setField(Field.gdtrBase, newValue.base)
      state.setField(Field.gdtrLimit, UInt64(newValue.limit))
    }
  }
  package var idtr: TableRegister {
    get {
      TableRegister(
        base: state.field(Field.idtrBase), limit: state.field(Field.idtrLimit, as: UInt16.self))
    }
    set {
      state.setField(Field.idtrBase, newValue.base)
      state.setField(Field.idtrLimit, UInt64(newValue.limit))
    }
  }

  /// A linear address in a system table: 32 bits wide, or 64 in long mode.
  func linear(_ base: UInt64, _ offset: UInt64) -> UInt64 { wrapped(base &+ offset) }

  /// Where a selector's descriptor lies, or nil if its table has no such entry.
  func descriptorAddress(_ selector: UInt16) -> UInt64? {
    let offset = UInt64(selector & 0xFFF8)
    if selector.isLocalSelector {
      let ldt = segment(.ldtr)
      guard ldt.isPresent, offset + 7 <= UInt64(ldt.limit) else { return nil }
      return linear(ldt.base, offset)
    }
    let table = gdtr
    guard offset + 7 <= UInt64(table.limit) else { return nil }
    return linear(table.base, offset)
  }

  /// Reads a descriptor, or gives nil if its table has no such entry.
  /// - Throws: a page fault.
  func descriptor(_ selector: UInt16) throws(Fault) -> Descriptor? {
    guard let address = descriptorAddress(selector) else { return nil }
    let raw: UInt64 = try readSystem(address)
    return Descriptor(raw, model: model, isLongMode: isLongMode)
  }

  /// Completes a system descriptor that has been read; outside long mode it is complete already.
  /// - Throws: `fault` with the selector's error code if the table ends before the second half, or if
  ///   that half has a type of its own; a page fault.
  func completed(
    _ descriptor: Descriptor, _ selector: UInt16, orThrow fault: (UInt16) -> Fault
  ) throws(Fault) -> Descriptor {
    guard isLongMode, !descriptor.isSegment else { return descriptor }
    guard descriptorAddress(selector &+ 8) != nil, selector < 0xFFF8,
      let address = descriptorAddress(selector)
    else { throw fault(selector.selectorCode) }
    let complete = descriptor.extended(by: try readSystem(linear(address, 8)))
    guard complete.isWellExtended else { throw fault(selector.selectorCode) }
    return complete
  }

  /// Reads a descriptor that must be there.
  /// - Throws: `fault` with the selector's error code if the table has no such entry.
  func descriptor(
    _ selector: UInt16, orThrow fault: (UInt16) -> Fault
  ) throws(Fault) -> Descriptor {
    guard let found = try descriptor(selector) else { throw fault(selector.selectorCode) }
    return found
  }

  /// Sets the accessed bit of a segment's descriptor in memory, if it is not set yet.
  func markAccessed(_ selector: UInt16, _ descriptor: Descriptor) throws(Fault) {
    guard descriptor.isSegment, descriptor.attributes & SegmentCache.accessed == 0,
      let address = descriptorAddress(selector)
    else { return }
    let rights = UInt8(truncatingIfNeeded: descriptor.attributes | SegmentCache.accessed)
    try writeSystem(linear(address, 5), rights)
  }

  /// Sets or clears the busy bit of a TSS descriptor in memory.
  func setBusy(_ selector: UInt16, _ isBusy: Bool) throws(Fault) {
    guard let address = descriptorAddress(selector) else { return }
    let rights: UInt8 = try readSystem(linear(address, 5))
    try writeSystem(linear(address, 5), isBusy ? rights | 2 : rights & ~2)
  }

  /// - Throws: #GP(0) unless the processor runs at privilege level 0.
  func requireSupervisor() throws(Fault) {
    guard cpl == 0 else { throw .protection(0) }
  }
}
