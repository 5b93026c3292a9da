import BusKit
import X86Decode

/// Paging: permissions, accessed and dirty bits, and the TLB that handlers probe. The walks through
/// the tables of each mode are in PagingModes.swift.
///
/// Source: Intel SDM vol. 3, 4.6 (access rights), 4.7 (page faults), 4.8 (accessed and dirty flags),
/// 4.10 (caching); Intel 80386 PRM, ch. 5.
extension CPU {
  package struct Translation {
    package var physical: UInt64
    /// CPL 3 may use the page.
    package var allowsUser = true
    /// A store needs no further check at the privilege that asked: permitted, and the dirty bit set.
    package var allowsStores = true
    /// The store permission holds for the supervisor only because WP is clear.
    package var dependsOnSupervisor = false
    /// The page is larger than 4 KiB: INVLPG drops more than one entry.
    var isLarge = false
  }

  var isPaging: Bool { cr0 & CR0.pg != 0 }
  /// A monitor's hardware has CR0.WP whatever its model, for its guest's dirty bits.
  private var protectsSupervisorWrites: Bool {
    (model >= .i80486 || intercepts) && cr0 & CR0.wp != 0
  }
  /// Instruction fetches have a bit of their own in the page fault's error code.
  private var tellsFetches: Bool {
    cr4 & CR4.smep != 0 || efer & EFER.nxe != 0 && cr4 & CR4.pae != 0
  }

  /// Page walk with permission checks and accessed/dirty bits.
  ///
  /// - Parameters:
  ///   - user: a user-mode access; `false` at CPL 3 is an implicit access of the processor's.
  ///   - fetching: an instruction fetch.
  ///   - isImplicit: an access to a system structure (descriptor table, TSS) at whatever CPL: EFLAGS.AC
  ///     does not open user pages to it.
  /// - Throws: #PF with the architecture's error code: bit 0 present, 1 write, 2 user, 3 reserved
  ///   bit, 4 fetch.
  package func translate(
    _ linear: UInt64, writing: Bool, user: Bool, fetching: Bool = false, isImplicit: Bool = false
  ) throws(Fault) -> Translation {
    guard isPaging else { return Translation(physical: linear & addressMask) }
    let code: UInt16 =
      (writing ? 2 : 0) | (user ? 4 : 0) | (fetching && tellsFetches ? 16 : 0)
    let walk = try walk(linear, code)
    let supervisorMayWrite = walk.isWritable || !protectsSupervisorWrites
    var isAllowed = !(fetching && walk.isExecuteDisabled)
    if user {
      isAllowed = isAllowed && walk.isUser && (!writing || walk.isWritable)
    } else {
      isAllowed = isAllowed && (!writing || supervisorMayWrite)
      if walk.isUser {
        isAllowed =
          isAllowed && (fetching ? cr4 & CR4.smep == 0 : maySupervisorUseUserPages(isImplicit))
      }
    }
    guard isAllowed else { throw Fault.page(linear, code | 1) }
    let isDirty = mark(walk, writing: writing)
    return Translation(
      physical: walk.physical & addressMask, allowsUser: walk.isUser,
      allowsStores: isDirty && (user ? walk.isWritable : supervisorMayWrite),
      dependsOnSupervisor: !walk.isWritable, isLarge: walk.isLarge)
  }

  /// SMAP: without EFLAGS.AC the supervisor keeps its hands off user pages, and in implicit accesses
  /// always. Intel SDM vol. 3, 4.6.1.
  private func maySupervisorUseUserPages(_ isImplicit: Bool) -> Bool {
    cr4 & CR4.smap == 0 || (!isImplicit && cpl != 3 && state.systemFlag(.ac))
  }

  /// Sets the accessed bits of all entries and, for a store, the dirty bit of the last.
  /// - Returns: whether the dirty bit is set now.
  private func mark(_ walk: PageWalk, writing: Bool) -> Bool {
    for level in 0..<walk.depth - 1 where walk.entries[level].value & PageEntry.accessed == 0 {
      let entry = walk.entries[level]
      writeTable(entry.address, entry.value | PageEntry.accessed, isWide: walk.isWide)
    }
    let leaf = walk.entries[walk.depth - 1]
    let marked = leaf.value | PageEntry.accessed | (writing ? PageEntry.dirty : 0)
    if marked != leaf.value { writeTable(leaf.address, marked, isWide: walk.isWide) }
    return marked & PageEntry.dirty != 0
  }

  // MARK: System structures

  /// Reads a system structure: an implicit supervisor access.
  /// - Throws: a page fault.
  func readSystem<W: OperandWidth>(
    _ linear: UInt64, as: W.Type = W.self
  ) throws(Fault) -> W {
    try checkImplicitAccess(linear, W.bitWidth / 8, writing: false)
    return try readLinear(linear, user: false)
  }

  /// Writes a system structure: an implicit supervisor access.
  /// - Throws: a page fault; nothing is written then.
  func writeSystem<W: OperandWidth>(_ linear: UInt64, _ value: W) throws(Fault) {
    try checkImplicitAccess(linear, W.bitWidth / 8, writing: true)
    try writeLinear(linear, value, user: false)
  }

  /// Throws what reading or writing a system structure would throw.
  func probeSystem(_ linear: UInt64, byteCount: Int, writing: Bool) throws(Fault) {
    try checkImplicitAccess(linear, byteCount, writing: writing)
    try probeLinear(linear, byteCount: byteCount, writing: writing, user: false)
  }

  /// Only where EFLAGS.AC lifts SMAP for the program do its own accesses and implicit ones differ.
  private func checkImplicitAccess(
    _ linear: UInt64, _ byteCount: Int, writing: Bool
  ) throws(Fault) {
    guard cr4 & CR4.smap != 0, cpl != 3, state.systemFlag(.ac), byteCount > 0 else { return }
    _ = try translate(linear, writing: writing, user: false, isImplicit: true)
    let last = wrapped(linear &+ UInt64(byteCount - 1))
    if last >> 12 != linear >> 12 {
      _ = try translate(last, writing: writing, user: false, isImplicit: true)
    }
  }
}

// MARK: TLB

extension CPU {
  /// No address gives this tag: every probe clears bits 4 to 11 (those of 16 aligned bytes keep the low
  /// four, all others clear them as well).
  private static var impossibleTag: UInt64 { 0x800 }

  private func tlbEntry(_ linear: UInt64) -> UnsafeMutableRawPointer {
    state.state + Field.tlb + Int(linear >> 12 & 1023) * 32
  }

  /// Enters a translation. Stores to pages with decoded code stay on the slow path, and so does
  /// everything while alignment or data breakpoints are being checked.
  func fillTLB(
    _ linear: UInt64, _ translation: Translation, _ page: UnsafeMutableRawPointer,
    _ ramAddress: Int, _ isWritable: Bool
  ) {
    guard !watchesData, !checksAlignment, !checksLongLimits else { return }
    let tag = linear & ~0xFFF
    let entry = tlbEntry(linear)
    let holdsCode = isWritable && memory.ram.codeGranules[ramAddress >> 12] != 0
    let takesStores = isWritable && translation.allowsStores && !holdsCode
    let isNew = entry.load(fromByteOffset: TLBField.readTag, as: UInt64.self) != tag
    entry.storeBytes(of: tag, toByteOffset: TLBField.readTag, as: UInt64.self)
    entry.storeBytes(
      of: takesStores ? tag : Self.impossibleTag, toByteOffset: TLBField.writeTag, as: UInt64.self)
    entry.storeBytes(
      of: page - Int(truncatingIfNeeded: tag), toByteOffset: TLBField.addend,
      as: UnsafeMutableRawPointer.self)
    entry.storeBytes(
      of: isWritable
        ? UInt64(ramAddress >> 12)
          | (holdsCode && translation.allowsStores ? TLBField.holdsCode : 0)
        : .max, toByteOffset: TLBField.ramPage, as: UInt64.self)
    let index = UInt16(truncatingIfNeeded: linear >> 12 & 1023)
    if isNew { filledEntries.append(index) }
    if !isUser, !translation.allowsUser || translation.dependsOnSupervisor {
      supervisorEntries.append(index)
    }
    if translation.allowsUser, cr4 & CR4.smap != 0 { userEntries.append(index) }
    if translation.isLarge { holdsLargePages = true }
    if filledEntries.count > 4096 || userEntries.count > 4096 { flushEveryEntry() }
  }

  private func clearEntry(_ index: UInt16) {
    let entry = state.state + Field.tlb + Int(index & 1023) * 32
    entry.storeBytes(of: Self.impossibleTag, toByteOffset: TLBField.readTag, as: UInt64.self)
    entry.storeBytes(of: Self.impossibleTag, toByteOffset: TLBField.writeTag, as: UInt64.self)
  }

  func flushEveryEntry() {
    for index in 0..<1024 as Range<UInt16> { clearEntry(index) }
    forgetFilledEntries()
  }

  private func forgetFilledEntries() {
    filledEntries.removeAll(keepingCapacity: true)
    supervisorEntries.removeAll(keepingCapacity: true)
    userEntries.removeAll(keepingCapacity: true)
    holdsLargePages = false
  }

  /// Drops all cached translations, of data and of code. Those of global pages go too, which the
  /// architecture allows at any time.
  func flushTLB() {
    for index in filledEntries { clearEntry(index) }
    forgetFilledEntries()
    fetchTranslations?.removeAll()
    forgetCodeMappings()
  }

  /// INVLPG. A large page's translations lie in several entries, so all are dropped if there are any.
  func flushTLB(page linear: UInt64) {
    guard !holdsLargePages else { return flushTLB() }
    clearEntry(UInt16(truncatingIfNeeded: linear >> 12 & 1023))
    fetchTranslations?.remove(linear)
    forgetCodeMappings()
  }

  /// CPL has become 3: translations that only the supervisor may use are dropped.
  func leaveSupervisor() {
    for index in supervisorEntries { clearEntry(index) }
    supervisorEntries.removeAll(keepingCapacity: true)
  }

  /// SMAP's state may have changed (CPL is no longer 3, or AC has been cleared): what is known of user
  /// pages is dropped.
  func leaveUserPages() {
    for index in userEntries { clearEntry(index) }
    userEntries.removeAll(keepingCapacity: true)
  }

  /// A RAM page has received its first decoded instructions: stores to it must be seen from now on.
  func protectPage(_ ramPage: Int) {
    for index in filledEntries {
      let entry = state.state + Field.tlb + Int(index & 1023) * 32
      guard entry.load(fromByteOffset: TLBField.ramPage, as: UInt64.self) == UInt64(ramPage),
        entry.load(fromByteOffset: TLBField.writeTag, as: UInt64.self) != Self.impossibleTag
      else { continue }
      entry.storeBytes(of: Self.impossibleTag, toByteOffset: TLBField.writeTag, as: UInt64.self)
      entry.storeBytes(
        of: UInt64(ramPage) | TLBField.holdsCode, toByteOffset: TLBField.ramPage, as: UInt64.self)
    }
  }
}
