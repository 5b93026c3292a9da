import X86
import X86Decode

/// Everything but the bytes that decides what a translation is: two blocks with the same bytes at the same
/// place differ if one of these does.
struct TranslationContext: Hashable, Sendable {
  var codeSelector: UInt16
  var codeBase: UInt64
  var codeLimit: UInt32
  /// Type, DPL and D of CS.
  var codeAttributes: UInt16
  var hasBigStack: Bool
  var cpl: UInt8
  var isReal: Bool
  var iopl: UInt8
  /// VIF and VIP, as they stand in EFLAGS.
  var virtualFlags: UInt32

  init(_ guest: CPU) {
    let cs = guest.segment(SegmentSlot.cs)
    let flags = guest.controlFlags
    codeSelector = cs.selector
    codeBase = cs.base
    codeLimit = cs.limit
    codeAttributes = cs.attributes
    hasBigStack = guest.segment(SegmentSlot.ss).attributes & Attributes.big != 0
    cpl = guest.cpl
    isReal = guest.cr0 & 1 == 0
    iopl = UInt8(flags >> 12 & 3)
    virtualFlags = flags & (3 << 19)
  }

  var is32: Bool { codeAttributes & Attributes.big != 0 }
  /// CLI, STI and POPF change IF at this level.
  var mayChangeInterruptFlag: Bool { isReal || cpl <= iopl }
  /// POPF changes IOPL as well, if it wants to.
  var mayChangeIOPL: Bool { isReal || cpl == 0 }
  var machineRing: UInt8 { isReal ? 1 : Compression.ring(cpl) }

  /// Whether no near target of this size can lie beyond the limit.
  func admitsEveryTarget(operandSize: Int) -> Bool {
    operandSize == 2 ? codeLimit >= 0xFFFF : codeLimit == 0xFFFF_FFFF
  }
  func linear(_ rip: UInt32) -> UInt64 { (codeBase &+ UInt64(rip)) & 0xFFFF_FFFF }
}

/// What became of one of the guest's instructions.
enum TranslationKind: String, CaseIterable, Sendable {
  /// The same bytes (a CS override becomes one of the alias).
  case identical = "IDENT"
  /// A few instructions that have its effect on the virtual processor.
  case inline
  /// A trap to the monitor, which has the virtual processor execute it.
  case callOut = "call-out"
  /// A call-out in place of a store that kept faulting on a watched page.
  case simulated = "simulated store"
  /// A near transfer: to another translation, or to the monitor while there is none.
  case transfer
}

/// One machine instruction of a translation that starts a state which the monitor must understand.
struct TranslatedPiece: Sendable {
  enum Role: Sendable {
    /// The guest's instruction has not begun.
    case start
    /// In its middle. A fault means that it has not begun; the registers named are in their slots.
    case inside(saved: CodeRegisters)
    /// An INT3 at which the guest's instruction has not begun.
    case callOut
    /// The guest's instruction is over and goes on at this offset.
    case done(UInt32)
    /// It is over and goes on at the offset in the target slot.
    case doneIndirectly
    /// An INT3 at which the exit of this number waits for its target's translation.
    case exit(Int)
  }

  /// From the translation's first byte.
  var offset: Int
  /// Of the guest's instruction, from the block's first byte.
  var source: UInt16
  var role: Role
  /// What it costs the guest; nothing if it is not the instruction that stands for the original.
  var timing: Timing
  /// The guest has just executed an STI that set IF.
  var followsSTI = false
}

/// Registers that a translation has borrowed and keeps in their slots.
struct CodeRegisters: OptionSet, Sendable {
  let rawValue: UInt8
  static let ecx = CodeRegisters(rawValue: 1)
  static let edx = CodeRegisters(rawValue: 2)
}

/// The translation of one basic block.
final class TranslatedBlock {
  struct Key: Hashable {
    var physical: UInt64
    var rip: UInt32
    var context: Int
  }

  /// A way out within the source's page, patched to its target's translation once there is one.
  struct Exit {
    var target: UInt32
    /// The jump's displacement and the INT3 that waits, in the cache.
    var displacement: Int
    var trap: Int
    var isChained = false
  }

  struct Source: Sendable {
    var offset: UInt16
    var kind: TranslationKind
    var operation: X86Decode.Operation
    /// One of the sensitive instructions that do not trap.
    var isSensitive: Bool
  }

  let key: Key
  let context: TranslationContext
  /// The guest's bytes.
  let sourceBytes: [UInt8]
  let sources: [Source]
  /// In the cache.
  let entry: Int
  let byteCount: Int
  let pieces: [TranslatedPiece]
  var exits: [Exit]
  /// Exits of others that lead here.
  var incoming: [(block: TranslatedBlock, exit: Int)] = []
  var isAlive = true

  init(
    key: Key, context: TranslationContext, sourceBytes: [UInt8], sources: [Source], entry: Int,
    byteCount: Int, pieces: [TranslatedPiece], exits: [Exit]
  ) {
    self.key = key
    self.context = context
    self.sourceBytes = sourceBytes
    self.sources = sources
    self.entry = entry
    self.byteCount = byteCount
    self.pieces = pieces
    self.exits = exits
  }

  var rip: UInt32 { key.rip }
  var frame: UInt64 { key.physical >> 12 }
  var pageRange: Range<Int> {
    let first = Int(key.physical & 4095)
    return first..<first + sourceBytes.count
  }
  /// Its first instruction is executed by the virtual processor: there is no point in entering it.
  var startsWithCallOut: Bool {
    guard let kind = sources.first?.kind else { return true }
    return kind == .callOut || kind == .simulated
  }

  /// Whether the guest's instruction at a physical address is one of its.
  func holds(_ instruction: UInt64) -> Bool {
    sources.contains { key.physical + UInt64($0.offset) == instruction }
  }

  /// The piece that holds, or is followed by, a place of the cache.
  func piece(at place: Int) -> TranslatedPiece? {
    let offset = place - entry
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
