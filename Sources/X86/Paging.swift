import BusKit
import X86Decode

/// Two-level paging with 4 KiB pages, A20, and the TLB that handlers probe.
/// Source: Intel 80386 PRM, ch. 5; i486 PRM, 5.3 (WP).
extension CPU {
  struct Translation {
    var physical: UInt64
    /// CPL 3 may use the page.
    var allowsUser = true
    /// A store needs no further check at the privilege that asked: permitted, and the dirty bit set.
    var allowsStores = true
    /// The store permission holds for the supervisor only because WP is clear.
    var dependsOnSupervisor = false
  }

  var isPaging: Bool { cr0 & CR0.pg != 0 }
  private var protectsSupervisorWrites: Bool { model >= .i80486 && cr0 & CR0.wp != 0 }

  /// Page walk with permission checks and accessed/dirty bits.
  /// - Throws: #PF with the architecture's error code (bit 0 present, 1 write, 2 user).
  func translate(_ linear: UInt64, writing: Bool, user: Bool) throws(Fault) -> Translation {
    guard isPaging else { return Translation(physical: linear & addressMask) }
    let code: UInt16 = (writing ? 2 : 0) | (user ? 4 : 0)
    let directoryEntry = ((cr3 & 0xFFFF_F000) | (linear >> 22 & 0x3FF) << 2) & addressMask
    let pde = readTable(directoryEntry)
    guard pde & 1 != 0 else { throw Fault.page(linear, code) }
    let tableEntry = (UInt64(pde & 0xFFFF_F000) | (linear >> 12 & 0x3FF) << 2) & addressMask
    let pte = readTable(tableEntry)
    guard pte & 1 != 0 else { throw Fault.page(linear, code) }
    let rights = pde & pte
    let isUserPage = rights & 4 != 0
    let isWritable = rights & 2 != 0
    if user && !isUserPage { throw Fault.page(linear, code | 1) }
    let supervisorMayWrite = isWritable || !protectsSupervisorWrites
    if writing, !(user ? isWritable : supervisorMayWrite) { throw Fault.page(linear, code | 1) }
    if pde & 0x20 == 0 { writeTable(directoryEntry, pde | 0x20) }
    let marked = pte | 0x20 | (writing ? 0x40 : 0)
    if marked != pte { writeTable(tableEntry, marked) }
    return Translation(
      physical: (UInt64(pte & 0xFFFF_F000) | linear & 0xFFF) & addressMask,
      allowsUser: isUserPage,
      allowsStores: marked & 0x40 != 0 && (user ? isWritable : supervisorMayWrite),
      dependsOnSupervisor: !isWritable)
  }

  private func readTable(_ physical: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: load(4, from: memory.page(physical >> 12), physical))
  }
  private func writeTable(_ physical: UInt64, _ entry: UInt32) {
    store(UInt64(entry), 4, to: memory.page(physical >> 12), physical)
  }

  // MARK: TLB

  private static var impossibleTag: UInt64 { 1 }

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
    if filledEntries.count > 4096 { flushEveryEntry() }
  }

  private func clearEntry(_ index: UInt16) {
    let entry = state.state + Field.tlb + Int(index & 1023) * 32
    entry.storeBytes(of: Self.impossibleTag, toByteOffset: TLBField.readTag, as: UInt64.self)
    entry.storeBytes(of: Self.impossibleTag, toByteOffset: TLBField.writeTag, as: UInt64.self)
  }

  func flushEveryEntry() {
    for index in 0..<1024 as Range<UInt16> { clearEntry(index) }
    filledEntries.removeAll(keepingCapacity: true)
    supervisorEntries.removeAll(keepingCapacity: true)
  }

  /// Drops all cached translations, of data and of code.
  func flushTLB() {
    for index in filledEntries { clearEntry(index) }
    filledEntries.removeAll(keepingCapacity: true)
    supervisorEntries.removeAll(keepingCapacity: true)
    forgetCodeMappings()
  }

  func flushTLB(page linear: UInt64) {
    clearEntry(UInt16(truncatingIfNeeded: linear >> 12 & 1023))
    forgetCodeMappings()
  }

  /// CPL has become 3: translations that only the supervisor may use are dropped.
  func leaveSupervisor() {
    for index in supervisorEntries { clearEntry(index) }
    supervisorEntries.removeAll(keepingCapacity: true)
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
