import X86Decode

/// A handler executes one op and ends by jumping to the next one's handler.
package typealias Handler = @convention(thin) (Processor, OpPointer) -> Void

/// A pre-decoded instruction, 48 bytes in the op cache.
///
///     0 handler   8 destination  9 source  10 base  11 index (register byte offsets; `Field.zero` for none)
///     12 scale   13 segment (offset of its cache from `Field.segments`)   15 position in block
///     16 immediate (32 bits)   20 displacement or branch target (32 bits)
///     24 link to the taken successor, target in another page, 64-bit displacement or immediate
///     32 clocks charged on the taken side (16 bits), return address of a call (48 bits); or the `Instruction`
///     on models up to the 80286 the return address has 16 bits, and there are: 36 clocks of the taken side
///     without the target's refill   38 odd-word term   39 whether there is a refill
///     40 offset and 42 following offset from the block's start   44 clocks up to and with this op   46 kind
///
/// The 48 bytes before a block's first op are its header:
///
///     0 rip of the first op   8 physical address   16 length in bytes   20 mode key
///     24 op count (UInt16)   26 flags   27 clocks of a transfer here (80286)
///     32 physical address of the second page, if it crosses into one
package struct OpPointer: Equatable {
  let at: UnsafeMutableRawPointer

  @inline(__always) static var stride: Int { 48 }
  @inline(__always) func field<T>(_ offset: Int, as: T.Type = T.self) -> T {
    at.load(fromByteOffset: offset, as: T.self)
  }
  @inline(__always) func set<T>(_ offset: Int, _ value: T) {
    at.storeBytes(of: value, toByteOffset: offset, as: T.self)
  }

  @inline(__always) var handler: Handler {
    get { field(0) }
    nonmutating set { set(0, newValue) }
  }
  @inline(__always) var destination: UInt8 {
    get { field(8) }
    nonmutating set { set(8, newValue) }
  }
  @inline(__always) var source: UInt8 {
    get { field(9) }
    nonmutating set { set(9, newValue) }
  }
  @inline(__always) var base: UInt8 {
    get { field(10) }
    nonmutating set { set(10, newValue) }
  }
  @inline(__always) var index: UInt8 {
    get { field(11) }
    nonmutating set { set(11, newValue) }
  }
  @inline(__always) var scale: UInt8 {
    get { field(12) }
    nonmutating set { set(12, newValue) }
  }
  @inline(__always) var segment: UInt8 {
    get { field(13) }
    nonmutating set { set(13, newValue) }
  }
  /// 2, 4 or 8: how the slow twin of a memory op wraps its offset.
  @inline(__always) var addressSize: UInt8 {
    get { field(14) }
    nonmutating set { set(14, newValue) }
  }
  @inline(__always) var position: UInt8 {
    get { field(15) }
    nonmutating set { set(15, newValue) }
  }
  @inline(__always) var immediate: UInt32 {
    get { field(16) }
    nonmutating set { set(16, newValue) }
  }
  @inline(__always) var displacement: UInt32 {
    get { field(20) }
    nonmutating set { set(20, newValue) }
  }
  @inline(__always) var taken: OpPointer? {
    get { field(24, as: UnsafeMutableRawPointer?.self).map { OpPointer(at: $0) } }
    nonmutating set { set(24, newValue?.at) }
  }
  /// The displacement of a memory operand in 64-bit mode, RIP already added to it.
  @inline(__always) var longDisplacement: UInt64 {
    get { field(24) }
    nonmutating set { set(24, newValue) }
  }
  /// Where a branch into another page goes.
  @inline(__always) var target: UInt64 {
    get { field(24) }
    nonmutating set { set(24, newValue) }
  }
  /// What a call pushes: 48 bits, sign-extended. Set it before ``takenClocks``.
  @inline(__always) var returnAddress: UInt64 {
    get { UInt64(bitPattern: field(32, as: Int64.self) &>> 16) }
    nonmutating set { set(32, newValue &<< 16) }
  }
  @inline(__always) var takenClocks: UInt16 {
    get { field(32) }
    nonmutating set { set(32, newValue) }
  }
  var instruction: UnsafePointer<Instruction> {
    get { field(32) }
    nonmutating set { set(32, newValue) }
  }
  /// ``takenClocks`` without what the target adds once it is known (``flushesQueue``).
  var transferClocks: UInt16 {
    get { field(36) }
    nonmutating set { set(36, newValue) }
  }
  /// A transfer that the 80286 pays for at its target as well.
  var flushesQueue: Bool {
    get { field(39) }
    nonmutating set { set(39, newValue) }
  }
  /// Of an op with a handler of its own: what the memory operand or the stack slot costs when it lies at
  /// an odd address.
  @inline(__always) var oddWordClocks: UInt8 {
    get { field(38) }
    nonmutating set { set(38, newValue) }
  }
  /// Of an op that is executed from its `Instruction`, in place of the immediate.
  var oddWordsOfInstruction: OddWordClocks {
    get { field(16) }
    nonmutating set { set(16, newValue) }
  }
  @inline(__always) var offset: UInt16 {
    get { field(40) }
    nonmutating set { set(40, newValue) }
  }
  @inline(__always) var nextOffset: UInt16 {
    get { field(42) }
    nonmutating set { set(42, newValue) }
  }
  @inline(__always) var clocks: UInt16 {
    get { field(44) }
    nonmutating set { set(44, newValue) }
  }
  @inline(__always) var kind: UInt16 {
    get { field(46) }
    nonmutating set { set(46, newValue) }
  }

  @inline(__always) var next: OpPointer { OpPointer(at: at + OpPointer.stride) }
  var header: BlockHeader { BlockHeader(at: at - (Int(position) + 1) * OpPointer.stride) }
  var rip: UInt64 { header.rip &+ UInt64(offset) }
  var nextRip: UInt64 { header.wrap(header.rip &+ UInt64(nextOffset)) }
  /// Where a branch within its page goes: the page's upper address bits are the block's.
  var linkTarget: UInt64 {
    let header = self.header
    return header.flags & BlockHeader.is64Bit != 0
      ? header.rip & ~0xFFFF_FFFF | UInt64(displacement) : UInt64(displacement)
  }
  /// Clocks of the block's ops before this one.
  var clocksBefore: UInt16 {
    position == 0 ? 0 : OpPointer(at: at - OpPointer.stride).clocks
  }

  #if DEBUG
    /// Without the optimiser there are no tail calls: go back to the run loop after every op.
    func dispatch(_ c: Processor) { c.setField(Field.dispatched, at) }
  #else
    @inline(__always) func dispatch(_ c: Processor) { handler(c, self) }
  #endif
}

/// The header in front of a block's ops.
struct BlockHeader {
  let at: UnsafeMutableRawPointer
  static let crossesPage: UInt8 = 1
  static let is16Bit: UInt8 = 2
  static let is64Bit: UInt8 = 4
  /// The ops carry what odd words and transfers cost on models up to the 80286.
  static let has16BitBus: UInt8 = 8

  var rip: UInt64 {
    get { at.load(as: UInt64.self) }
    nonmutating set { at.storeBytes(of: newValue, as: UInt64.self) }
  }
  var physical: UInt64 {
    get { at.load(fromByteOffset: 8, as: UInt64.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 8, as: UInt64.self) }
  }
  var byteCount: UInt32 {
    get { at.load(fromByteOffset: 16, as: UInt32.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 16, as: UInt32.self) }
  }
  var mode: UInt32 {
    get { at.load(fromByteOffset: 20, as: UInt32.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 20, as: UInt32.self) }
  }
  var opCount: UInt16 {
    get { at.load(fromByteOffset: 24, as: UInt16.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 24, as: UInt16.self) }
  }
  var flags: UInt8 {
    get { at.load(fromByteOffset: 26, as: UInt8.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 26, as: UInt8.self) }
  }
  /// What a transfer to the first op pays for filling the queue.
  var refill: UInt8 {
    get { at.load(fromByteOffset: 27, as: UInt8.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 27, as: UInt8.self) }
  }
  var secondPhysical: UInt64 {
    get { at.load(fromByteOffset: 32, as: UInt64.self) }
    nonmutating set { at.storeBytes(of: newValue, toByteOffset: 32, as: UInt64.self) }
  }
  var first: OpPointer { OpPointer(at: at + OpPointer.stride) }
  func op(_ n: Int) -> OpPointer { OpPointer(at: at + (n + 1) * OpPointer.stride) }
  /// The instruction pointer wraps at 16 bits on the 8086 and 80186, at 32 outside 64-bit mode.
  func wrap(_ rip: UInt64) -> UInt64 {
    if flags & Self.is64Bit != 0 { return rip }
    return flags & Self.is16Bit != 0 ? rip & 0xFFFF : rip & 0xFFFF_FFFF
  }
}

/// Straight on, inside the block.
@inline(__always) func next(_ c: Processor, _ op: OpPointer) { op.next.dispatch(c) }
