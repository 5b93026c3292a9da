import BusKit
import X86Decode

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The op cache: one raw arena of blocks, found by physical address, instruction pointer and mode.
///
/// One of the homes of unsafe memory. Ops grow from the arena's start, the decoded `Instruction`s of
/// warm ops from its end; a block is given room for its largest form before it is decoded, so no
/// write can pass either end.
struct BlockCache {
  struct Key: Hashable {
    var physical: UInt64
    var rip: UInt64
    var mode: UInt32
  }

  /// Ops in a block at most, the closing jump not counted.
  static let longestBlock = 60
  /// Clocks after which a block is closed. Together with one instruction's own clocks this bounds
  /// how far a block can run past a deadline; see `CPU.sliceMargin`.
  static let costliestBlock: UInt16 = 400

  private(set) var arena: UnsafeMutableRawPointer
  private var capacity: Int
  private var used = 0
  private var usedAtEnd = 0
  /// Counts flushes: pointers from before the latest one are dead.
  private(set) var generation: UInt64 = 0
  var byKey: [Key: OpPointer] = [:]
  /// The blocks that hold bytes of a RAM page.
  var byPage: [Int: [OpPointer]] = [:]
  /// Code context ids by CS base and mode key; ids are never reused between flushes.
  var contexts: [UInt64: UInt16] = [:]
  var nextContext: UInt16 = 1
  /// Direct-mapped front of `contexts`: tag and id shifted into place. A zero id is never used.
  var recentContexts = [(tag: UInt64, id: UInt64)](repeating: (.max, 0), count: 64)
  /// Decoded blocks and code-write invalidations, for reports.
  var decoded = 0
  var invalidations = 0

  /// - Parameter capacity: bytes of arena; the host commits only what is used.
  init(capacity: Int = 24 << 20) {
    self.capacity = capacity
    arena = Self.reserve(capacity)
  }

  private static func reserve(_ capacity: Int) -> UnsafeMutableRawPointer {
    guard
      let memory = mmap(
        nil, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
      memory != MAP_FAILED
    else {
      preconditionFailure("the host has no \(capacity) bytes of address space for the op cache")
    }
    return memory
  }

  func deallocate() { munmap(arena, capacity) }

  /// Replaces the arena by one of another size; for tests of a tiny cache.
  mutating func resize(_ newCapacity: Int) {
    munmap(arena, capacity)
    capacity = max(newCapacity, 2 * Self.roomForBlock)
    arena = Self.reserve(capacity)
    reset()
  }

  private static var roomForBlock: Int {
    (longestBlock + 3) * (OpPointer.stride + MemoryLayout<StoredInstruction>.stride)
  }

  var isFull: Bool { capacity - used - usedAtEnd < Self.roomForBlock }

  mutating func reset() {
    used = 0
    usedAtEnd = 0
    generation &+= 1
    byKey.removeAll(keepingCapacity: true)
    byPage.removeAll(keepingCapacity: true)
  }

  /// Where the next block's header goes.
  var nextHeader: BlockHeader { BlockHeader(at: arena + used) }

  mutating func claim(ops: Int) { used += (ops + 1) * OpPointer.stride }

  mutating func store(_ instruction: Instruction, _ timing: Timing) -> InstructionPointer {
    usedAtEnd += MemoryLayout<StoredInstruction>.stride
    let at = arena + capacity - usedAtEnd
    at.initializeMemory(
      as: StoredInstruction.self, to: StoredInstruction(instruction: instruction, timing: timing))
    return InstructionPointer(at.assumingMemoryBound(to: Instruction.self))
  }
}

/// What an op without a handler of its own is executed from. Every ``InstructionPointer`` points to one.
private struct StoredInstruction {
  var instruction: Instruction
  var timing: Timing
}

extension InstructionPointer {
  /// The clocks of the instruction at the address at which it lies.
  var timing: Timing {
    UnsafeRawPointer(self).assumingMemoryBound(to: StoredInstruction.self).pointee.timing
  }
}

// MARK: Code contexts

/// Bits of a mode key: everything but the bytes that decides what a block's ops are.
enum ModeKey {
  static let code32: UInt32 = 1 << 0
  static let code64: UInt32 = 1 << 1
  static let stack32: UInt32 = 1 << 2
  static let flatDS: UInt32 = 1 << 3
  static let flatSS: UInt32 = 1 << 4
  static let flatES: UInt32 = 1 << 5
  static let cplShift: UInt32 = 6
  static let v86: UInt32 = 1 << 8
  static let protected: UInt32 = 1 << 9
  static let stepping: UInt32 = 1 << 10
  /// CS limit is FFFFh, FFFFFFFFh, or something else (then near transfers are checked).
  static let limit64K: UInt32 = 1 << 11
  static let limit4G: UInt32 = 1 << 12
  /// XMM registers may be used: CR4.OSFXSR is set, CR0.EM and CR0.TS are not.
  static let vectors: UInt32 = 1 << 13
  /// MMX registers may be used: CR0.EM and CR0.TS are not set.
  static let mmx: UInt32 = 1 << 14
  /// ``Sensitivity`` where it applies (two bits), and whether sensitive instructions fault.
  static let sensitivityShift: UInt32 = 15
  static let sensitiveFault: UInt32 = 1 << 17

  /// 2, 4, or 8 for 64-bit code.
  static func codeSize(_ key: UInt32) -> UInt8 {
    key & code64 != 0 ? 8 : key & code32 != 0 ? 4 : 2
  }
}

extension CPU {
  /// Works out the mode key and the branch-cache tag of the present code context.
  func refreshContext() {
    contextIsStale = false
    updateWatching()
    updateAccessChecking()
    let cs = segment(SegmentSlot.cs)
    let ss = segment(SegmentSlot.ss)
    let isLong = is64Bit
    codeLimit = isLong ? .max : model >= .i80286 ? UInt64(cs.limit) : 0xFFFF
    var key: UInt32 = UInt32(cpl) << ModeKey.cplShift
    if isLong {
      // Nothing of CS, DS, ES and SS matters, and no near transfer meets a limit.
      key |= ModeKey.code64 | ModeKey.limit4G
    } else {
      if cs.isBig { key |= ModeKey.code32 }
      if ss.isBig { key |= ModeKey.stack32 }
      if isFlat(.ds) { key |= ModeKey.flatDS }
      if isFlat(.ss) { key |= ModeKey.flatSS }
      if isFlat(.es) { key |= ModeKey.flatES }
    }
    if isV86 { key |= ModeKey.v86 }
    if cr0 & CR0.pe != 0 { key |= ModeKey.protected }
    if isStepping { key |= ModeKey.stepping }
    if cr0 & (CR0.em | CR0.ts) == 0 {
      key |= ModeKey.mmx
      if cr4 & CR4.osfxsr != 0 { key |= ModeKey.vectors }
    }
    if codeLimit == 0xFFFF { key |= ModeKey.limit64K }
    if codeLimit == 0xFFFF_FFFF || codeLimit == usualCodeLimit { key |= ModeKey.limit4G }
    key |= sensitivityKey
    modeKey = key
    // Two contexts differ if base, mode or (where it is neither of the usual ones) limit differ.
    let base = isLong ? 0 : cs.base & 0xFFFF_FFFF
    var tag = UInt64(key) << 32 | base
    if key & (ModeKey.limit64K | ModeKey.limit4G) == 0 {
      // Odd limits are rare: a context of its own each time is simple and right.
      tag = .max
    }
    // The latest contexts are kept apart, so that a far call and its return cost no hashing.
    let recent = Int(truncatingIfNeeded: (base >> 4 ^ UInt64(key) ^ base >> 12) & 63)
    if tag != .max, blocks.recentContexts[recent].tag == tag {
      state.setField(Field.context, blocks.recentContexts[recent].id)
      return
    }
    if tag != .max, let id = blocks.contexts[tag] {
      blocks.recentContexts[recent] = (tag, UInt64(id) << 48)
      state.setField(Field.context, UInt64(id) << 48)
      return
    }
    if blocks.nextContext == .max {
      clearBranchCache()
      forgetContexts()
      blocks.nextContext = 1
    }
    let id = blocks.nextContext
    blocks.nextContext += 1
    if tag != .max { blocks.contexts[tag] = id }
    state.setField(Field.context, UInt64(id) << 48)
  }

  /// Alignment checks and AMD's limits in 64-bit mode keep the TLB empty while they are on.
  private func updateAccessChecking() {
    let alignment =
      model >= .i80486 && cpl == 3 && cr0 & CR0.am != 0 && state.systemFlag(.ac)
    let limits = state.field(Field.efer, as: UInt64.self) & EFER.lmsle != 0 && is64Bit
    if alignment != checksAlignment || limits != checksLongLimits { flushEveryEntry() }
    checksAlignment = alignment
    checksLongLimits = limits
  }

  /// The linear address of an offset in the code segment.
  func codeAddress(_ offset: UInt64) -> UInt64 {
    modeKey & ModeKey.code64 != 0 ? offset : (state.base(.cs) &+ offset) & 0xFFFF_FFFF
  }

  func isFlat(_ slot: SegmentSlot) -> Bool {
    state.base(slot) == 0
      && state.field(slot.offset + SegmentField.writeLimit, as: Int64.self) == 0xFFFF_FFFF
  }

  /// Linear addresses may mean other bytes from now on: no context known so far is valid.
  func forgetCodeMappings() {
    codeMappingGeneration &+= 1
    forgetContexts()
    contextIsStale = true
  }

  private func forgetContexts() {
    blocks.contexts.removeAll(keepingCapacity: true)
    for n in blocks.recentContexts.indices { blocks.recentContexts[n] = (.max, 0) }
  }

  func clearBranchCache() {
    for index in 0..<4096 {
      state.setField(Field.branches + index * 16, UInt64.max)
    }
  }

  /// Drops every decoded block, and those of a companion.
  package func flushBlocks() { codeWatch.forgetEverything() }

  func forgetBlocks() {
    blocks.reset()
    clearBranchCache()
  }

  /// For tests: an op cache so small that it is flushed all the time.
  package func limitOpCache(byteCount: Int) {
    flushBlocks()
    blocks.resize(byteCount)
  }
}

// MARK: Finding blocks

extension CPU {
  /// The first op at `rip` in the present context, decoded if need be. Nil if the fetch faulted: the
  /// fault is delivered and ``rip`` is where the run loop goes on.
  func lookUp(_ target: UInt64) -> OpPointer? {
    rip = target
    state.setField(Field.resume, UnsafeMutableRawPointer?.none)
    if contextIsStale { refreshContext() }
    if modeKey & ModeKey.code64 != 0, !isCanonical(target) {
      deliverFault(.protection(0), at: target)
      return nil
    }
    let tag =
      target & 0xFFFF_FFFF_FFFF | state.field(Field.context, as: UInt64.self)
      | branchTagMark
    let entry = Field.branches + Int(target & 4095) * 16
    if state.field(entry, as: UInt64.self) == tag {
      return OpPointer(at: state.field(entry + 8, as: UnsafeMutableRawPointer.self))
    }
    do throws(Fault) {
      let (block, isCached) = try findBlock(target)
      if isCached {
        state.setField(entry, tag)
        state.setField(entry + 8, block.at)
      }
      return block
    } catch {
      deliverFault(error, at: target)
      return nil
    }
  }

  /// Links a direct branch to its target in the same page, and gives the target.
  func link(_ op: OpPointer) -> OpPointer? {
    let generation = blocks.generation
    guard let target = lookUp(op.linkTarget) else { return nil }
    if blocks.generation == generation, target.header.flags & BlockHeader.crossesPage == 0,
      target.header.mode == op.header.mode
    {
      op.taken = target
      if model == .i80286 {
        op.takenClocks = op.transferClocks &+ (op.flushesQueue ? UInt16(target.header.refill) : 0)
      }
    }
    return target
  }

  /// A branch whose target is not known yet: charges the block and finds the target, or leaves it to
  /// the run loop when the budget is spent (an interrupt comes before the target's fetch faults).
  func leave(_ op: OpPointer, to target: UInt64, linking: Bool) -> OpPointer? {
    charge(Int64(model == .i80286 ? op.transferClocks : op.takenClocks))
    let flushesQueue = model == .i80286 && op.flushesQueue
    guard state.field(Field.budget, as: Int64.self) >= 0 else {
      if flushesQueue { charge(refillClocks(at: target)) }
      return goOn(target)
    }
    guard let first = linking ? link(op) : lookUp(target) else { return nil }
    if flushesQueue { charge(Int64(first.header.refill)) }
    return first
  }

  private func findBlock(_ rip: UInt64) throws(Fault) -> (OpPointer, isCached: Bool) {
    guard rip <= codeLimit, modeKey & ModeKey.code64 == 0 || isCanonical(rip) else {
      throw Fault.protection(0)
    }
    let linear = codeAddress(rip)
    let physical = try translateFetch(linear)
    let key = BlockCache.Key(physical: physical, rip: rip, mode: modeKey)
    if let block = blocks.byKey[key] {
      let header = block.header
      guard header.flags & BlockHeader.crossesPage != 0 else { return (block, true) }
      let second = try translateFetch(wrapped((linear & ~4095) &+ 4096))
      if header.secondPhysical == second { return (block, true) }
      blocks.byKey[key] = nil
    }
    if blocks.isFull { flushBlocks() }
    return try decodeBlock(key, linear)
  }

  // MARK: Self-modifying code

  /// Somebody is about to write `byteCount` bytes of RAM inside one page whose marks have just been
  /// cleared; the blocks that stay are marked again.
  func codeWritten(_ address: Int, _ byteCount: Int) {
    let page = address >> 12
    guard let list = blocks.byPage[page] else { return }
    var kept: [OpPointer] = []
    kept.reserveCapacity(list.count)
    var removed: [OpPointer] = []
    for block in list {
      let header = block.header
      let (start, count) = extent(of: header, inPage: page)
      if start < address + byteCount, address < start + count {
        removed.append(block)
      } else {
        kept.append(block)
        codeWatch.mark(page, start & 4095, count)
      }
    }
    guard !removed.isEmpty else { return }
    blocks.invalidations += 1
    for block in removed {
      let header = block.header
      let key = BlockCache.Key(physical: header.physical, rip: header.rip, mode: header.mode)
      if blocks.byKey[key] == block { blocks.byKey[key] = nil }
      let entry = Field.branches + Int(header.rip & 4095) * 16
      if state.field(entry + 8, as: UnsafeMutableRawPointer?.self) == block.at {
        state.setField(entry, UInt64.max)
      }
      block.handler = { tombstone($0, $1) }
    }
    for block in kept {
      for n in 0..<Int(block.header.opCount) {
        let op = block.header.op(n)
        if Lowering.hasLink(op.kind), let taken = op.taken, removed.contains(taken) {
          op.taken = nil
        }
      }
    }
    blocks.byPage[page] = kept
    state.setField(Field.stale, 1 as UInt64)
  }

  /// Marks the bytes of all blocks of a page again.
  func remark(_ page: Int) {
    for block in blocks.byPage[page] ?? [] {
      let (start, count) = extent(of: block.header, inPage: page)
      codeWatch.mark(page, start & 4095, count)
    }
  }

  /// The RAM addresses of a block's bytes that lie in `page`.
  private func extent(of header: BlockHeader, inPage page: Int) -> (start: Int, count: Int) {
    let start = Int(header.physical)
    let count = Int(header.byteCount)
    guard header.flags & BlockHeader.crossesPage != 0 else { return (start, count) }
    let inFirst = 4096 - start & 4095
    return start >> 12 == page
      ? (start, inFirst) : (Int(header.secondPhysical), max(1, count - inFirst))
  }

  /// A store in the middle of a block has changed code, or a device asks for something: charges what
  /// has run and goes on afresh.
  func leaveStaleBlock(_ op: OpPointer) -> OpPointer? {
    state.setField(Field.stale, 0 as UInt64)
    charge(Int64(op.clocks))
    // An x87 exception may have asked for an interrupt, or stopped the processor before this op.
    guard !needsRunLoop, !waitsAtInstruction else {
      rip = waitsAtInstruction ? op.rip : op.nextRip
      waitsAtInstruction = false
      state.setField(Field.resume, UnsafeMutableRawPointer?.none)
      return nil
    }
    return goOn(op.nextRip)
  }

  func charge(_ clocks: Int64) {
    state.setField(Field.budget, state.field(Field.budget, as: Int64.self) &- clocks)
  }

  /// The op at `rip` if the budget allows, else nil with ``rip`` set for the run loop.
  func goOn(_ target: UInt64) -> OpPointer? {
    guard state.field(Field.budget, as: Int64.self) >= 0 else {
      rip = target
      state.setField(Field.resume, UnsafeMutableRawPointer?.none)
      return nil
    }
    return lookUp(target)
  }
}
