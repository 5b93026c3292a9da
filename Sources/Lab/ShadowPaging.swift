import BusKit
import X86
import X86Decode

/// The page tables that the hardware walks while the guest believes in its own.
///
/// Built on demand, one entry per hidden fault. A shadow table stands for one table of the guest's (or
/// for one large page, or for a piece of unpaged memory) together with the rights that the guest's upper
/// level gives; the guest's tables are write-protected while shadows of them exist, so that each change
/// is seen and drops what it makes stale. All rights stand in the last level.
final class ShadowPaging {
  /// What one shadow table stands for.
  struct Key: Hashable {
    enum Kind: UInt8 {
      /// A table of the guest's in this frame.
      case table
      /// The pages of a large page that begins at this frame.
      case large
      /// Unpaged memory from this frame on.
      case flat
    }
    var kind: Kind
    var frame: UInt64
    /// 2 for directories, 1 for what maps pages.
    var level: Int
    /// Eight-byte entries.
    var isWide: Bool
    /// The monitor's hole lies in this directory.
    var holdsHole = false
    /// U and W of the entry above.
    var rights: UInt64 = 0
    /// As the guest's kernel sees it; see ``ShadowPaging/separatesKernel``.
    var isKernels = false
  }

  final class Table {
    let key: Key
    /// In the pool.
    let page: Int
    let entries: UnsafeMutableRawPointer
    var parents: [(table: Table, index: Int)] = []
    /// Writes to the guest's table since the last use of it.
    var idleWrites = 0

    init(_ key: Key, page: Int, entries: UnsafeMutableRawPointer) {
      self.key = key
      self.page = page
      self.entries = entries
    }

    subscript(index: Int) -> UInt64 {
      get {
        key.isWide
          ? entries.load(fromByteOffset: index * 8, as: UInt64.self)
          : UInt64(entries.load(fromByteOffset: index * 4, as: UInt32.self))
      }
      set {
        if key.isWide {
          entries.storeBytes(of: newValue, toByteOffset: index * 8, as: UInt64.self)
        } else {
          entries.storeBytes(
            of: UInt32(truncatingIfNeeded: newValue), toByteOffset: index * 4, as: UInt32.self)
        }
      }
    }
  }

  /// Why somebody watches a frame of the guest's.
  struct Traces: OptionSet {
    let rawValue: UInt8
    static let pageTable = Traces(rawValue: 1)
    static let descriptors = Traces(rawValue: 2)
    /// An engine's own (code that it has patched or translated).
    static let code = Traces(rawValue: 4)
  }

  /// What a hardware page fault turns out to be.
  enum Resolution {
    /// The shadow was behind; it is filled now.
    case filled
    /// The guest's own tables forbid the access.
    case guestFault
    /// A device answers there, or nobody, or it is a store to ROM.
    case device(physical: UInt64)
    /// A store to a page that is watched.
    case traced(Traces, physical: UInt64)
    /// An engine does not want this page mapped for this access.
    case withheld(physical: UInt64)
    /// A translation for this kind of access alone has been loaded.
    case loaded(fetching: Bool)
  }

  /// After this many writes in a row without a use, a frame is taken for a page table no longer.
  private static let floodLimit = 48
  private static let frameMask: UInt64 = 0x000F_FFFF_FFFF_F000

  private let guest: CPU
  private let machine: CPU
  private let pool: MonitorPool
  private var tables: [Key: Table] = [:]
  private var tablesByFrame: [UInt64: [Table]] = [:]
  private(set) var traced: [UInt64: Traces] = [:]
  /// Entries that map a frame writable, or did.
  private var writableMappings: [UInt64: [(table: Table, index: Int)]] = [:]
  /// Page of the hole's last-level tables: one with four-byte entries, two with eight-byte ones.
  private var holeTables: [Int] = []
  /// The translations that the hardware holds may be stale.
  var needsFlush = false
  /// Shadow tables made, entries filled, and times that everything was dropped.
  private(set) var made = 0
  private(set) var filled = 0
  private(set) var resets = 0

  /// Pages of the hole that CPL 3 may use as well: translations of user code. No segment of the guest's
  /// reaches them.
  var userPages = 0..<0
  /// Parts of frames that are watched though the frames are not: see ``watchBytes(_:_:)``.
  private(set) var watchedBytes: [UInt64: [Range<Int>]] = [:]

  /// Asked before a page is mapped; an engine that shows other bytes in its place gives another machine
  /// frame, or nil to have the access handed to it.
  var redirect: ((_ frame: UInt64, _ isFetch: Bool) -> UInt64?)?
  /// Asked before an access to a device's page is emulated: the machine frame to use for it instead.
  var plainFrame: ((_ frame: UInt64) -> UInt64?)?

  /// Rings 0 to 2 have tables of their own, in which they may execute nothing that ``apart`` has not
  /// been asked for: all else is a user's page there, from which SMEP keeps the supervisor's fetches.
  var separatesKernel = false {
    didSet { needsFlush = true }
  }
  /// Whose tables are in use.
  var isKernels = false {
    didSet { if isKernels != oldValue { needsFlush = true } }
  }
  /// Asked in the kernel's tables before a page is mapped whose instructions an engine shows apart from
  /// its data: the machine frame to be seen by this kind of access, or nil for an ordinary page. Such a
  /// page is never present in the tables. It is for the length of one read or fetch by the monitor, which
  /// has the hardware load its translation for that kind of access, and use it until it is displaced.
  var apart: ((_ linear: UInt64, _ frame: UInt64, _ isFetch: Bool) -> UInt64?)?
  /// Not present, and yet not unused: the hardware may hold a translation.
  private static let withdrawn: UInt64 = 1 << 9

  init(guest: CPU, machine: CPU, pool: MonitorPool) {
    self.guest = guest
    self.machine = machine
    self.pool = pool
    makeHoleTables()
  }

  private func makeHoleTables() {
    holeTables = (0..<3).compactMap { _ in pool.allocate() }
    precondition(holeTables.count == 3, "the pool has room for the monitor's own tables")
    for page in 0..<MonitorLayout.holePages {
      // P, A, D; the supervisor's alone. Of the descriptor tables it may not write either, so that the
      // hardware's setting of an accessed bit is seen.
      let isTable = page >= MonitorLayout.gdt && page < MonitorLayout.ldt + 16
      let entry =
        pool.machineAddress(page) | 0x61 | (isTable ? 0 : 2)
        | (userPages.contains(page) ? 4 : 0)
      pool.pointer(holeTables[0]).storeBytes(
        of: UInt32(truncatingIfNeeded: entry), toByteOffset: page * 4, as: UInt32.self)
      pool.pointer(holeTables[1 + page / 512]).storeBytes(
        of: entry, toByteOffset: page % 512 * 8, as: UInt64.self)
    }
  }

  /// What a directory of four-byte entries has at the hole's place.
  var holeEntry: UInt32 {
    UInt32(truncatingIfNeeded: pool.machineAddress(holeTables[0])) | 0x23
  }

  /// Forgets everything but the traces that are not its own.
  func reset() {
    resets += 1
    tables.removeAll()
    tablesByFrame.removeAll()
    writableMappings.removeAll()
    pool.releaseAll()
    makeHoleTables()
    for (frame, traces) in traced where traces.contains(.pageTable) {
      stopTracing(frame, .pageTable)
    }
    needsFlush = true
  }

  // MARK: Roots

  /// What the hardware's CR3 and page-directory-pointer registers have to be for the guest's present
  /// address space.
  func root(_ walk: GuestWalk) -> (cr3: UInt64, pointers: (UInt64, UInt64, UInt64, UInt64)) {
    guard walk.isPaging, walk.isWide else {
      let directory = directory(0, walk)
      return (pool.machineAddress(directory.page), (0, 0, 0, 0))
    }
    func pointer(_ n: UInt64) -> UInt64 {
      walk.directoryFrame(n << 30) == nil && n < 3
        ? 0 : pool.machineAddress(directory(n << 30, walk).page) | 1
    }
    let former = resets
    var pointers = (pointer(0), pointer(1), pointer(2), pointer(3))
    // The last of them may have emptied the pool, and taken the others along.
    if resets != former { pointers = (pointer(0), pointer(1), pointer(2), pointer(3)) }
    return (pointers.3 & Self.frameMask, pointers)
  }

  /// The shadow directory for a linear address.
  private func directory(_ linear: UInt64, _ walk: GuestWalk) -> Table {
    let isTop = !walk.isWide || linear >> 30 & 3 == 3
    let key: Key
    if walk.isPaging, let frame = walk.directoryFrame(linear) {
      key = Key(kind: .table, frame: frame, level: 2, isWide: walk.isWide, holdsHole: isTop)
    } else {
      // Without paging, or where a PAE pointer is absent: nothing but the hole.
      let isWide = walk.isPaging && walk.isWide
      key = Key(
        kind: .flat, frame: walk.isPaging ? .max : 0, level: 2, isWide: isWide, holdsHole: true)
    }
    return table(mine(key))
  }

  private func mine(_ key: Key) -> Key {
    var key = key
    key.isKernels = isKernels
    return key
  }

  private func table(_ key: Key) -> Table {
    if let known = tables[key] { return known }
    guard let page = pool.allocate() else {
      reset()
      return table(key)
    }
    made += 1
    let table = Table(key, page: page, entries: pool.pointer(page))
    tables[key] = table
    if key.holdsHole {
      if key.isWide {
        table[510] = pool.machineAddress(holeTables[1]) | 0x27
        table[511] = pool.machineAddress(holeTables[2]) | 0x27
      } else {
        table[1023] = pool.machineAddress(holeTables[0]) | 0x27
      }
    }
    if key.kind == .table {
      tablesByFrame[key.frame, default: []].append(table)
      trace(key.frame, .pageTable)
    }
    return table
  }

  private func drop(_ table: Table) {
    tables[table.key] = nil
    if let list = tablesByFrame[table.key.frame], table.key.kind == .table {
      let kept = list.filter { $0 !== table }
      tablesByFrame[table.key.frame] = kept.isEmpty ? nil : kept
      if kept.isEmpty { stopTracing(table.key.frame, .pageTable) }
    }
    for parent in table.parents
    where parent.table[parent.index] & Self.frameMask == pool.machineAddress(table.page) {
      parent.table[parent.index] = 0
    }
    pool.release(table.page)
    needsFlush = true
  }

  // MARK: Filling

  /// Deals with a hardware page fault at a linear address below the hole.
  func resolve(
    _ linear: UInt64, writing: Bool, fetching: Bool, _ walk: GuestWalk
  ) -> Resolution {
    let translation: CPU.Translation
    do {
      translation = try guest.translate(
        linear, writing: writing, user: guest.cpl == 3, fetching: fetching)
    } catch {
      return .guestFault
    }
    let frame = translation.physical >> 12
    guard case .memory(_, let ramAddress, let isWritable) = guest.memory.page(frame) else {
      guard !fetching, let copy = plainFrame?(frame) else {
        return .device(physical: translation.physical)
      }
      install(
        linear, copy, walk, writable: translation.allowsStores, user: mayUserUse(translation),
        isExecutable: false)
      return .filled
    }
    let traces = ramAddress >= 0 ? traced[frame] ?? [] : []
    if writing {
      guard isWritable else { return .device(physical: translation.physical) }
      guard traces.isEmpty else { return .traced(traces, physical: translation.physical) }
    }
    if isKernels, let frame = apart?(linear, frame, fetching),
      fetching || guest.model >= .i80486
    {
      load(linear, frame, walk, fetching: fetching)
      return .loaded(fetching: fetching)
    }
    // The 80386 lets the supervisor write wherever it likes: there, what is watched is not mapped.
    if !traces.isEmpty, guest.model < .i80486, machine.cpl != 3 {
      return .traced(traces, physical: translation.physical)
    }
    var machineFrame = frame
    if let redirect {
      guard let other = redirect(frame, fetching) else {
        return .withheld(physical: translation.physical)
      }
      machineFrame = other
    }
    let isShown = machineFrame == frame
    install(
      linear, machineFrame, walk,
      writable: isWritable && isShown && traces.isEmpty && translation.allowsStores,
      user: isKernels ? !fetching : mayUserUse(translation), isExecutable: fetching)
    return .filled
  }

  /// Has the hardware load a translation that does not stay in the tables.
  private func load(_ linear: UInt64, _ frame: UInt64, _ walk: GuestWalk, fetching: Bool) {
    let leaf = leafTable(linear, walk)
    let index = leafIndex(linear, leaf.key.isWide)
    leaf[index] = frame << 12 | 0x21
    machine.loadTranslation(linear, fetching: fetching)
    leaf[index] = Self.withdrawn
    leaf.idleWrites = 0
  }

  /// CR0.WP clear lets the guest's kernel store to a read-only page. The hardware has WP set, so such a
  /// page is given to the supervisor alone until the user wants it again.
  private func mayUserUse(_ translation: CPU.Translation) -> Bool {
    guard translation.allowsUser else { return false }
    return !(translation.allowsStores && translation.dependsOnSupervisor && guest.cpl != 3)
  }

  private func install(
    _ linear: UInt64, _ frame: UInt64, _ walk: GuestWalk, writable: Bool, user: Bool,
    isExecutable: Bool
  ) {
    var leaf = leafTable(linear, walk)
    var index = leafIndex(linear, leaf.key.isWide)
    let disable: UInt64 = 1 << 63
    var entry = frame << 12 | 0x21 | (writable ? 0x42 : 0) | (user ? 4 : 0)
    if leaf.key.isWide, walk.registers.efer & 0x800 != 0, !isExecutable {
      // A fetch is looked at when it comes.
      let former = leaf[index]
      let mayExecute =
        former & 1 != 0 && former & disable == 0 && former & Self.frameMask == frame << 12
      if !mayExecute { entry |= disable }
    }
    if writable {
      // Its trace may have begun with the tables that were made on the way here.
      if traced[frame] != nil { entry &= ~0x42 }
      writableMappings[frame, default: []].append((leaf, index))
      if let count = writableMappings[frame]?.count, count > 64 { compact(frame) }
      if tables[leaf.key] !== leaf {
        leaf = leafTable(linear, walk)
        index = leafIndex(linear, leaf.key.isWide)
      }
    }
    leaf[index] = entry
    leaf.idleWrites = 0
    filled += 1
    machine.dropTranslations(page: linear)
  }

  private func leafIndex(_ linear: UInt64, _ isWide: Bool) -> Int {
    Int(isWide ? linear >> 12 & 511 : linear >> 12 & 1023)
  }

  /// The shadow table that maps a linear address, made if need be.
  private func leafTable(_ linear: UInt64, _ walk: GuestWalk) -> Table {
    let directory = directory(linear, walk)
    let index = Int(directory.key.isWide ? linear >> 21 & 511 : linear >> 22 & 1023)
    let key = mine(leafKey(linear, walk, isWide: directory.key.isWide))
    let table = table(key)
    // Making it may have emptied the pool, and the directory with it.
    guard tables[directory.key] === directory else { return leafTable(linear, walk) }
    directory.idleWrites = 0
    let entry = pool.machineAddress(table.page) | 0x27
    if directory[index] != entry {
      directory[index] = entry
      table.parents.append((directory, index))
    }
    return table
  }

  private func leafKey(_ linear: UInt64, _ walk: GuestWalk, isWide: Bool) -> Key {
    let span: UInt64 = isWide ? 1 << 21 : 1 << 22
    guard walk.isPaging, let entry = walk.directoryEntry(linear) else {
      return Key(kind: .flat, frame: (linear & ~(span - 1)) >> 12, level: 1, isWide: isWide)
    }
    let rights = entry & (GuestWalk.user | GuestWalk.writable) | (entry >> 63) << 3
    if walk.isLarge(entry), let first = walk.physical(linear & ~(span - 1)) {
      // What is writable here has its dirty bit in this entry, and in none other of the same frame.
      return Key(
        kind: .large, frame: first >> 12, level: 1, isWide: isWide,
        rights: rights | entry & GuestWalk.dirty)
    }
    return Key(
      kind: .table, frame: (entry & Self.frameMask) >> 12, level: 1, isWide: isWide,
      rights: rights)
  }

  private func compact(_ frame: UInt64) {
    writableMappings[frame] = writableMappings[frame]?.filter {
      tables[$0.table.key] === $0.table && $0.table[$0.index] & Self.frameMask == frame << 12
        && $0.table[$0.index] & 2 != 0
    }
    // So widely shared a frame is rare; its mappings are dropped and filled again when it counts.
    if let count = writableMappings[frame]?.count, count > 64 { revokeWrites(frame) }
  }

  // MARK: Watching frames

  /// Writes to the frame are noticed from now on, whoever makes them.
  func trace(_ frame: UInt64, _ reason: Traces) {
    guard frame < UInt64(pool.ram.byteCount >> 12) else { return }
    let former = traced[frame] ?? []
    traced[frame] = former.union(reason)
    guard former.isEmpty else { return }
    revokeWrites(frame)
    guest.codeWatch.pin(Int(frame))
  }

  func stopTracing(_ frame: UInt64, _ reason: Traces) {
    guard let former = traced[frame] else { return }
    let rest = former.subtracting(reason)
    traced[frame] = rest.isEmpty ? nil : rest
    if rest.isEmpty { guest.codeWatch.unpin(Int(frame)) }
  }

  /// Writes to part of a frame are noticed from now on, and end the hardware's run; the rest of the frame
  /// is written freely. (The processors' own map of decoded bytes serves, as bus snooping does in silicon.)
  func watchBytes(_ frame: UInt64, _ range: Range<Int>) {
    guard frame < UInt64(pool.ram.byteCount >> 12) else { return }
    watchedBytes[frame, default: []].append(range)
    guest.codeWatch.watch(Int(frame), range)
  }

  func stopWatchingBytes(_ frame: UInt64) {
    guard watchedBytes.removeValue(forKey: frame) != nil else { return }
    guest.codeWatch.unpin(Int(frame))
  }

  private func revokeWrites(_ frame: UInt64) {
    let hides = guest.model < .i80486
    for (table, index) in writableMappings.removeValue(forKey: frame) ?? []
    where tables[table.key] === table && table[index] & Self.frameMask == frame << 12 {
      table[index] = hides ? 0 : table[index] & ~0x42
      needsFlush = true
    }
  }

  /// Drops the mappings of a frame, so that the next access of any kind is seen.
  func unmap(_ frame: UInt64) {
    for table in tables.values where table.key.level == 1 {
      for index in 0..<(table.key.isWide ? 512 : 1024)
      where table[index] & 1 != 0 && table[index] & Self.frameMask == frame << 12 {
        table[index] = 0
      }
    }
    writableMappings[frame] = nil
    needsFlush = true
  }

  /// The guest has changed bytes of a frame that it uses as a page table.
  /// - Parameters:
  ///   - old: what stood there, from `offset` on.
  ///   - new: what stands there now.
  func pageTableChanged(_ frame: UInt64, offset: Int, old: [UInt8], new: [UInt8]) {
    for table in tablesByFrame[frame] ?? [] {
      table.idleWrites += 1
      if table.idleWrites > Self.floodLimit {
        drop(table)
        continue
      }
      let size = table.key.isWide ? 8 : 4
      let first = offset / size
      let last = (offset + new.count - 1) / size
      for index in first...last where isChanged(index, size, offset, old, new) {
        // The hole is the monitor's.
        if table.key.holdsHole, index >= (table.key.isWide ? 510 : 1023) { continue }
        if table[index] != 0 {
          table[index] = 0
          needsFlush = true
        }
      }
    }
  }

  /// Whether an entry has changed in more than its accessed and dirty bits, which the processor sets.
  private func isChanged(
    _ index: Int, _ size: Int, _ offset: Int, _ old: [UInt8], _ new: [UInt8]
  ) -> Bool {
    for byte in index * size..<(index + 1) * size {
      let at = byte - offset
      guard old.indices.contains(at), new.indices.contains(at) else { continue }
      let set = new[at] & ~old[at]
      let cleared = old[at] & ~new[at]
      // Setting A and D changes no right; clearing them must be seen.
      let harmless: UInt8 = byte % size == 0 ? 0x60 : 0
      if set & ~harmless != 0 || cleared != 0 { return true }
    }
    return false
  }

  // MARK: For tests

  /// What is wrong with the tables, in words; nil if nothing is. Every entry must lead to memory of the
  /// guest's or to a table, and none may let a watched frame be written.
  func flaw() -> String? {
    let pages = Set(tables.values.map { pool.machineAddress($0.page) })
    let holes = Set(holeTables.map { pool.machineAddress($0) })
    for table in tables.values {
      for index in 0..<(table.key.isWide ? 512 : 1024) where table[index] & 1 != 0 {
        let address = table[index] & Self.frameMask
        if table.key.level == 2 {
          let isHole = table.key.holdsHole && index >= (table.key.isWide ? 510 : 1023)
          guard (isHole ? holes : pages).contains(address) else {
            return "a shadow directory's entry \(index) leads to \(address)"
          }
        } else if case .memory(_, _, let isWritable) = guest.memory.page(address >> 12) {
          let isWatched = traced[address >> 12] != nil
          guard table[index] & 2 == 0 || (isWritable && !isWatched) else {
            return "a shadow table's entry \(index) lets frame \(address) be written"
          }
        } else if redirect == nil || table[index] & 2 != 0 {
          return "a shadow table's entry \(index) leads to \(address)"
        }
      }
    }
    return nil
  }
}
