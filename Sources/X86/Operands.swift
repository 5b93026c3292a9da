/// Where a handler's operands are and how they are reached. An operand is located first (this is where
/// a fault can happen, with nothing committed) and then read or written through a pointer.

/// How the offset and the linear address of a memory operand come about. Each has handlers of its own.
protocol Addressing {
  /// UInt32 outside 64-bit mode, where it wraps; UInt64 in it.
  associatedtype Offset: OperandWidth
  static func offset(_ c: Processor, _ op: OpPointer) -> Offset
  /// Whether the offset is the linear address: flat segments (base 0, limit 4 GiB, readable and
  /// writable) need no segment arithmetic at all, and 64-bit mode has none.
  static var isFlat: Bool { get }
}

/// [base + displacement], 32 bits, flat segment.
enum FlatBase: Addressing {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt32 {
    c.register(op.base) &+ op.displacement
  }
}
/// [base + index * scale + displacement], 32 bits, flat segment.
enum FlatIndexed: Addressing {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt32 {
    c.register(op.base) &+ (c.register(op.index) &<< UInt32(op.scale)) &+ op.displacement
  }
}
/// Any 16-bit address in any segment.
enum Segmented16: Addressing {
  @inline(__always) static var isFlat: Bool { false }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt32 {
    (c.register(op.base) &+ c.register(op.index) &+ op.displacement) & 0xFFFF
  }
}
/// Any 32-bit address in any segment.
enum Segmented32: Addressing {
  @inline(__always) static var isFlat: Bool { false }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt32 {
    c.register(op.base) &+ (c.register(op.index) &<< UInt32(op.scale)) &+ op.displacement
  }
}
/// [base + displacement] in 64-bit mode; RIP-relative and absolute addresses are displacements alone.
enum LongBase: Addressing {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt64 {
    c.register(op.base) &+ op.longDisplacement
  }
}
/// [base + index * scale + displacement] in 64-bit mode.
enum LongIndexed: Addressing {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt64 {
    c.register(op.base) &+ (c.register(op.index) &<< UInt64(op.scale)) &+ op.longDisplacement
  }
}
/// Everything else in 64-bit mode: FS and GS, which keep their bases, and 32-bit addresses.
enum LongSegmented: Addressing {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt64 {
    c.longBase(Int(op.segment)) &+ AnyAddress.longOffset(c, op)
  }
}
/// What the slow twins use: the op's address size decides at run time.
enum AnyAddress: Addressing {
  @inline(__always) static var isFlat: Bool { false }
  @inline(__always) static func offset(_ c: Processor, _ op: OpPointer) -> UInt64 {
    if op.addressSize == 8 { return longOffset(c, op) }
    let sum: UInt32 =
      c.register(op.base) &+ (c.register(op.index) &<< UInt32(op.scale)) &+ op.displacement
    return UInt64(op.addressSize == 2 ? sum & 0xFFFF : sum)
  }
  /// The offset in 64-bit mode, of either address size.
  @inline(__always) static func longOffset(_ c: Processor, _ op: OpPointer) -> UInt64 {
    let sum =
      c.register(op.base) &+ (c.register(op.index) &<< UInt64(op.scale)) &+ op.longDisplacement
    return op.addressSize == 8 ? sum : sum & 0xFFFF_FFFF
  }
}

extension Processor {
  /// A segment's base in 64-bit mode, where only FS and GS have one. Their caches' offsets are those
  /// with bit 7 set.
  @inline(__always) func longBase(_ segment: Int) -> UInt64 {
    segment & 0x80 == 0 ? 0 : field(Field.segments + segment + SegmentField.base)
  }
}

/// Stack slots, relative to SP, ESP or RSP.
protocol StackForm {
  associatedtype Offset: OperandWidth
  static var isFlat: Bool { get }
  static func top(_ c: Processor) -> Offset
  /// `byteCount` bytes below the top.
  static func below(_ c: Processor, _ byteCount: Int64) -> Offset
  static func set(_ c: Processor, _ pointer: Offset)
}
enum FlatStack: StackForm {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func top(_ c: Processor) -> UInt32 { c.register(stackPointer) }
  @inline(__always) static func below(_ c: Processor, _ n: Int64) -> UInt32 {
    c.register(stackPointer) &- UInt32(truncatingIfNeeded: n)
  }
  @inline(__always) static func set(_ c: Processor, _ pointer: UInt32) {
    c.setRegister(stackPointer, pointer)
  }
}
enum Stack32: StackForm {
  @inline(__always) static var isFlat: Bool { false }
  @inline(__always) static func top(_ c: Processor) -> UInt32 { c.register(stackPointer) }
  @inline(__always) static func below(_ c: Processor, _ n: Int64) -> UInt32 {
    c.register(stackPointer) &- UInt32(truncatingIfNeeded: n)
  }
  @inline(__always) static func set(_ c: Processor, _ pointer: UInt32) {
    c.setRegister(stackPointer, pointer)
  }
}
enum Stack16: StackForm {
  @inline(__always) static var isFlat: Bool { false }
  @inline(__always) static func top(_ c: Processor) -> UInt32 {
    UInt32(c.register(stackPointer, as: UInt16.self))
  }
  @inline(__always) static func below(_ c: Processor, _ n: Int64) -> UInt32 {
    (c.register(stackPointer) &- UInt32(truncatingIfNeeded: n)) & 0xFFFF
  }
  @inline(__always) static func set(_ c: Processor, _ pointer: UInt32) {
    c.setRegister(stackPointer, UInt16(truncatingIfNeeded: pointer))
  }
}
enum LongStack: StackForm {
  @inline(__always) static var isFlat: Bool { true }
  @inline(__always) static func top(_ c: Processor) -> UInt64 { c.register(stackPointer) }
  @inline(__always) static func below(_ c: Processor, _ n: Int64) -> UInt64 {
    c.register(stackPointer) &- UInt64(bitPattern: n)
  }
  @inline(__always) static func set(_ c: Processor, _ pointer: UInt64) {
    c.setRegister(stackPointer, pointer)
  }
}
@inline(__always) var stackPointer: UInt8 { UInt8(Field.registers + 4 * 8) }

/// What an operand is located for. A pure store must not read a device; a modification must.
enum Access: UInt8 {
  case read, write, modify
}

protocol OperandForm {
  static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer?
  static func load<W: OperandWidth>(_ p: UnsafeMutableRawPointer, _: W.Type) -> W
  static func store<W: OperandWidth>(_ c: Processor, _ p: UnsafeMutableRawPointer, _ value: W)
  /// The tail of a handler whose `locate` gave nil.
  static func miss(_ c: Processor, _ op: OpPointer)
  /// The tail of a handler that has stored through this operand.
  static func proceed(_ c: Processor, _ op: OpPointer)
}
extension OperandForm {
  @inline(__always) static func load<W: OperandWidth>(
    _ p: UnsafeMutableRawPointer, _: W.Type
  ) -> W {
    p.loadUnaligned(as: W.self)
  }
  @inline(__always) static func store<W: OperandWidth>(
    _ c: Processor, _ p: UnsafeMutableRawPointer, _ value: W
  ) {
    p.storeBytes(of: value, as: W.self)
  }
  @inline(__always) static func proceed(_ c: Processor, _ op: OpPointer) { next(c, op) }
}

/// The register at the op's destination field.
enum Destination: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    c.state + Int(op.destination)
  }
  @inline(__always) static func store<W: OperandWidth>(
    _ c: Processor, _ p: UnsafeMutableRawPointer, _ value: W
  ) {
    if W.bitWidth == 32 {
      p.storeBytes(of: UInt64(truncatingIfNeeded: value), as: UInt64.self)
    } else {
      p.storeBytes(of: value, as: W.self)
    }
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}
/// The register at the op's source field.
enum Source: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    c.state + Int(op.source)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}
/// The 64-bit immediate of MOV r64, imm64, which no other instruction has.
enum LongImmediate: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    op.at + 24
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}
enum Immediate: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    op.at + 16
  }
  @inline(__always) static func load<W: OperandWidth>(
    _ p: UnsafeMutableRawPointer, _: W.Type
  ) -> W {
    W(truncatingIfNeeded: p.load(as: Int32.self))
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}

/// One TLB probe: the host address of `W.bitWidth / 8` bytes at `linear`, or nil.
@inline(__always) func probe<W: OperandWidth, L: OperandWidth>(
  _ c: Processor, _ linear: L, _: W.Type, _ access: Access
) -> UnsafeMutableRawPointer? {
  let entry = c.state + Field.tlb + Int(truncatingIfNeeded: (linear &>> 12) & 1023) &<< 5
  let last = linear &+ L(W.bitWidth / 8 - 1)
  let tag = entry.load(
    fromByteOffset: access == .read ? TLBField.readTag : TLBField.writeTag, as: UInt64.self)
  guard UInt64(last & ~0xFFF) == tag else { return nil }
  return entry.load(fromByteOffset: TLBField.addend, as: UnsafeMutableRawPointer.self)
    + Int(truncatingIfNeeded: linear)
}
/// The same behind a segment check; not for 64-bit mode.
@inline(__always) func probe<W: OperandWidth, L: OperandWidth>(
  _ c: Processor, segment: Int, offset: L, _: W.Type, _ access: Access
) -> UnsafeMutableRawPointer? {
  let cache = Field.segments + segment
  let limit: Int64 = c.field(
    cache + (access == .read ? SegmentField.readLimit : SegmentField.writeLimit))
  guard Int64(truncatingIfNeeded: offset) &+ Int64(W.bitWidth / 8 - 1) <= limit else { return nil }
  return probe(
    c, UInt32(truncatingIfNeeded: offset) &+ c.field(cache + SegmentField.base, as: UInt32.self),
    W.self, access)
}
enum TLBField {
  static let readTag = 0
  static let writeTag = 8
  static let addend = 16
  /// RAM page number, all ones for ROM; with `holdsCode` when stores are allowed but for the code.
  static let ramPage = 24
  static var holdsCode: UInt64 { 1 << 62 }
}

/// A memory operand on the fast path.
enum Memory<A: Addressing>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    let offset = A.offset(c, op)
    return A.isFlat
      ? probe(c, offset, W.self, access)
      : probe(c, segment: Int(op.segment), offset: offset, W.self, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { slowTwin(c, op) }
}
/// The same operand where the fast look-up failed: TLB fill, page crossing, device, code page, fault.
enum SlowMemory: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    slowLocate(c, op, Int(op.segment), AnyAddress.offset(c, op), W.bitWidth / 8, access)
  }
  @inline(__always) static func store<W: OperandWidth>(
    _ c: Processor, _ p: UnsafeMutableRawPointer, _ value: W
  ) {
    p.storeBytes(of: value, as: W.self)
    if c.field(Field.length, as: Int.self) != 0 { slowCommit(c) }
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { faultDoor(c, op) }
  @inline(__always) static func proceed(_ c: Processor, _ op: OpPointer) { slowProceed(c, op) }
}

/// The stack slot that a push writes, `W` wide.
enum PushSlot<S: StackForm>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    let offset = S.below(c, Int64(W.bitWidth / 8))
    return S.isFlat
      ? probe(c, offset, W.self, access)
      : probe(
        c, segment: SegmentSlot.ss.rawValue * SegmentSlot.stride, offset: offset, W.self, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { slowTwin(c, op) }
}
/// The stack slot that a pop reads.
enum PopSlot<S: StackForm>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    let offset = S.top(c)
    return S.isFlat
      ? probe(c, offset, W.self, access)
      : probe(
        c, segment: SegmentSlot.ss.rawValue * SegmentSlot.stride, offset: offset, W.self, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { slowTwin(c, op) }
}
enum SlowPushSlot<S: StackForm>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    slowLocate(
      c, op, SegmentSlot.ss.rawValue * SegmentSlot.stride,
      UInt64(S.below(c, Int64(W.bitWidth / 8))),
      W.bitWidth / 8, access)
  }
  @inline(__always) static func store<W: OperandWidth>(
    _ c: Processor, _ p: UnsafeMutableRawPointer, _ value: W
  ) {
    SlowMemory.store(c, p, value)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { faultDoor(c, op) }
  @inline(__always) static func proceed(_ c: Processor, _ op: OpPointer) { slowProceed(c, op) }
}
enum SlowPopSlot<S: StackForm>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    slowLocate(
      c, op, SegmentSlot.ss.rawValue * SegmentSlot.stride, UInt64(S.top(c)), W.bitWidth / 8, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { faultDoor(c, op) }
}

@inline(__always) func slowTwin(_ c: Processor, _ op: OpPointer) {
  c.field(Field.slow, as: UnsafePointer<Handler>.self)[Int(op.kind)](c, op)
}
// The class reference must be gone before a tail call, so every use of the CPU object sits in a
// function of its own.
@inline(never) func slowLocate(
  _ c: Processor, _ op: OpPointer, _ segment: Int, _ offset: UInt64, _ byteCount: Int,
  _ access: Access
) -> UnsafeMutableRawPointer? {
  if access != .read, let at = locateBesideCode(c, segment, offset, byteCount) {
    if byteCount == 2 { chargeOddSlowly(c, op, segment, offset) }
    return at
  }
  c.setField(Field.uncharged, UInt64(op.clocks))
  guard let at = c.withOwner({ $0.locate(segment, offset, byteCount, access) }) else { return nil }
  if byteCount == 2 { chargeOddSlowly(c, op, segment, offset) }
  return at
}
/// A store to a page with decoded code that touches none of it.
@inline(__always) private func locateBesideCode(
  _ c: Processor, _ segment: Int, _ offset: UInt64, _ byteCount: Int
) -> UnsafeMutableRawPointer? {
  if c.is64Bit { return locateBesideCode(c, c.longBase(segment) &+ offset, byteCount) }
  let cache = Field.segments + segment
  let limit: Int64 = c.field(cache + SegmentField.writeLimit)
  guard Int64(bitPattern: offset) &+ Int64(byteCount - 1) <= limit else { return nil }
  let linear = c.field(cache + SegmentField.base, as: UInt64.self) &+ offset
  return locateBesideCode(c, linear & 0xFFFF_FFFF, byteCount)
}

/// The same by linear address.
@inline(__always) func locateBesideCode(
  _ c: Processor, _ linear: UInt64, _ byteCount: Int
) -> UnsafeMutableRawPointer? {
  let entry = c.state + Field.tlb + Int(truncatingIfNeeded: (linear &>> 12) & 1023) &<< 5
  let page = entry.load(fromByteOffset: TLBField.ramPage, as: UInt64.self)
  let tag = entry.load(fromByteOffset: TLBField.readTag, as: UInt64.self)
  guard (linear &+ UInt64(byteCount - 1)) & ~0xFFF == tag, linear & ~0xFFF == tag,
    page & TLBField.holdsCode != 0, page != .max
  else { return nil }
  let table: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>?> = c.field(Field.codeMap)
  if let map = table[Int(page & ~TLBField.holdsCode)],
    CodeMap.overlaps(map, Int(linear & 4095), byteCount)
  {
    return nil
  }
  c.setField(Field.length, 0)
  return entry.load(fromByteOffset: TLBField.addend, as: UnsafeMutableRawPointer.self)
    + Int(truncatingIfNeeded: linear)
}
@inline(never) func slowCommit(_ c: Processor) { c.withOwner { $0.commitBounce() } }
/// The store may have changed code: then this block is left before the next instruction.
@inline(never) func slowProceed(_ c: Processor, _ op: OpPointer) {
  guard c.field(Field.stale, as: UInt64.self) != 0 else { return next(c, op) }
  guard let target = leftStaleBlock(c, op) else { return }
  target.dispatch(c)
}
@inline(never) func leftStaleBlock(_ c: Processor, _ op: OpPointer) -> OpPointer? {
  c.withOwner { $0.leaveStaleBlock(op) }
}
@inline(never) func faultDoor(_ c: Processor, _ op: OpPointer) {
  guard let target = faulted(c, op) else { return }
  target.dispatch(c)
}
@inline(never) func faulted(_ c: Processor, _ op: OpPointer) -> OpPointer? {
  c.withOwner { $0.faultFromHandler(op) }
}
/// Whether a 64-bit linear address is one that 48 bits, sign-extended, can express.
@inline(__always) func isCanonical(_ linear: UInt64) -> Bool {
  Int64(bitPattern: linear &<< 16) &>> 16 == Int64(bitPattern: linear)
}

/// A branch to an address that is not canonical faults where it stands, with nothing done.
@inline(never) func canonicalFault(_ c: Processor, _ op: OpPointer) {
  c.withOwner { $0.handlerFault = .protection(0) }
  faultDoor(c, op)
}
