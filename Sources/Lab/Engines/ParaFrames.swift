import BusKit

/// What each page frame of a paravirtual guest's is used as.
///
/// The hardware walks the guest's own page tables, so that no entry may ever stand in one that the
/// monitor has not looked at. Each frame of RAM has one type at a time. It keeps the type as long as
/// somebody counts on it, a mapping, a directory, a pin, CR3 or a descriptor table register; and none of
/// the types but ``Kind/writable`` allows a writable mapping.
final class ParaFrames {
  enum Kind: UInt8, Sendable {
    case none
    /// There are writable mappings of it.
    case writable
    /// A page table.
    case level1
    /// A page directory.
    case level2
    /// Holds descriptors that are in use.
    case descriptors

    var isTable: Bool { self == .level1 || self == .level2 }
  }

  struct Frame: Equatable {
    var kind = Kind.none
    /// Who relies on the type.
    var typeCount: UInt32 = 0
    /// Who refers to the frame at all.
    var count: UInt32 = 0
    var isPinned = false
    /// RAM that the guest can use.
    var isRAM = false
  }

  private var frames: [Frame]
  /// Every table in use as the monitor has approved of it: what else comes into the frame, by DMA, is
  /// found by comparison, and references are given back for what they were taken for.
  private var approved: [UInt32: [UInt32]] = [:]
  private let ram: GuestRAM
  /// The directory entry through which the monitor is seen.
  private let holeEntry: UInt32
  /// Called when a frame becomes something that may not be written: translations that would allow it
  /// have to go.
  var onProtection: () -> Void = {}
  /// A frame has become a page table or directory, or has ceased to be one.
  var onTableChange: (UInt32, Bool) -> Void = { _, _ in }

  /// Below the first MiB's end lie the PC's own windows and ROMs.
  private static let deviceFrames: Range<UInt32> = 0xA0..<0x100
  private static let present: UInt32 = 1
  private static let writable: UInt32 = 2
  private static let large: UInt32 = 0x80
  /// Accessed and dirty: the processor's own.
  static let processorBits: UInt32 = 0x60
  static let holeIndex = 1023

  init(memory: PhysicalMap, holeEntry: UInt32) {
    self.holeEntry = holeEntry
    ram = memory.ram
    frames = (0..<UInt64(memory.ram.byteCount >> 12)).map { frame in
      guard case .memory(_, _, true) = memory.page(frame) else { return Frame() }
      return Frame(isRAM: true)
    }
  }

  subscript(frame: UInt32) -> Frame {
    Int(frame) < frames.count ? frames[Int(frame)] : Frame()
  }

  // MARK: References

  private func acquire(_ frame: UInt32) { frames[Int(frame)].count += 1 }

  private func release(_ frame: UInt32) { frames[Int(frame)].count -= 1 }

  /// Relies on a frame being of one kind, and makes it that if nobody relies on another.
  /// - Parameter check: for descriptors, looks at what is in the frame.
  func acquire(_ frame: UInt32, as kind: Kind) throws(Refusal) {
    guard self[frame].isRAM else { throw .foreignFrame }
    let former = frames[Int(frame)]
    if former.typeCount > 0 {
      guard former.kind == kind else {
        throw kind == .writable || former.kind == .writable ? .writableTable : .wrongType
      }
    } else {
      try retype(frame, kind)
    }
    frames[Int(frame)].typeCount += 1
    frames[Int(frame)].count += 1
  }

  private func retype(_ frame: UInt32, _ kind: Kind) throws(Refusal) {
    frames[Int(frame)].kind = kind
    guard kind != .writable else { return }
    // Counted while it is looked at: a table that maps itself for writing is none.
    frames[Int(frame)].typeCount = 1
    onProtection()
    defer { frames[Int(frame)].typeCount = 0 }
    guard kind.isTable else { return }
    do throws(Refusal) {
      try validate(frame, kind)
    } catch {
      frames[Int(frame)].kind = .none
      throw error
    }
    onTableChange(frame, true)
  }

  func release(_ frame: UInt32, as kind: Kind) {
    precondition(frames[Int(frame)].kind == kind, "a reference of the type that was taken")
    frames[Int(frame)].count -= 1
    frames[Int(frame)].typeCount -= 1
    guard frames[Int(frame)].typeCount == 0 else { return }
    frames[Int(frame)].kind = .none
    guard kind.isTable, let entries = approved.removeValue(forKey: frame) else { return }
    onTableChange(frame, false)
    if kind == .level2 { ram.write(address(frame, Self.holeIndex), 0 as UInt32) }
    for entry in entries { release(entry, kind) }
  }

  func pin(_ frame: UInt32, as kind: Kind) throws(Refusal) {
    guard !self[frame].isPinned else { throw .inUse }
    try acquire(frame, as: kind)
    frames[Int(frame)].isPinned = true
  }

  func unpin(_ frame: UInt32) throws(Refusal) {
    guard self[frame].isPinned else { throw .badArgument }
    frames[Int(frame)].isPinned = false
    release(frame, as: frames[Int(frame)].kind)
  }

  // MARK: Entries

  private func address(_ frame: UInt32, _ index: Int) -> Int { Int(frame) << 12 + index * 4 }

  func entry(_ frame: UInt32, _ index: Int) -> UInt32 { ram.read(address(frame, index)) }

  /// Takes a reference for every entry of a table that is to be.
  private func validate(_ frame: UInt32, _ kind: Kind) throws(Refusal) {
    var entries = (0..<1024).map { entry(frame, $0) }
    if kind == .level2 {
      guard entries[Self.holeIndex] & Self.present == 0 else { throw .monitorSlot }
      entries[Self.holeIndex] = 0
    }
    var taken = 0
    do throws(Refusal) {
      while taken < 1024 {
        try acquire(entries[taken], kind)
        taken += 1
      }
    } catch {
      for entry in entries.prefix(taken) { release(entry, kind) }
      throw error
    }
    approved[frame] = entries
    if kind == .level2 { ram.write(address(frame, Self.holeIndex), holeEntry) }
  }

  /// What an entry of a table refers to.
  private func acquire(_ entry: UInt32, _ table: Kind) throws(Refusal) {
    guard entry & Self.present != 0 else { return }
    let frame = entry >> 12
    guard table == .level1 else {
      guard entry & Self.large == 0 else { throw .largePage }
      return try acquire(frame, as: .level1)
    }
    guard self[frame].isRAM else {
      guard Self.deviceFrames.contains(frame) else { throw .foreignFrame }
      return
    }
    if entry & Self.writable != 0 { return try acquire(frame, as: .writable) }
    acquire(frame)
  }

  private func release(_ entry: UInt32, _ table: Kind) {
    guard entry & Self.present != 0 else { return }
    let frame = entry >> 12
    if table == .level2 { return release(frame, as: .level1) }
    guard self[frame].isRAM else { return }
    if entry & Self.writable != 0 { return release(frame, as: .writable) }
    release(frame)
  }

  /// Stores one entry of a table that is in use.
  func update(_ frame: UInt32, _ index: Int, to new: UInt32) throws(Refusal) {
    let kind = self[frame].kind
    guard kind.isTable else { throw .badArgument }
    guard kind == .level1 || index != Self.holeIndex else { throw .monitorSlot }
    let old = approved[frame]?[index] ?? 0
    // The new reference first: a frame that stays mapped does not lose its type in between.
    try acquire(new, kind)
    approved[frame]?[index] = new
    ram.write(address(frame, index), new)
    release(old, kind)
  }

  /// Puts back what somebody else (a device, by DMA) has written over entries of a table in use.
  /// - Returns: whether there was anything.
  func restore(_ frame: UInt32, offset: Int, byteCount: Int) -> Bool {
    guard byteCount > 0, let entries = approved[frame] else { return false }
    var isTampered = false
    for index in offset / 4...(offset + byteCount - 1) / 4 where index < 1024 {
      let isHole = self[frame].kind == .level2 && index == Self.holeIndex
      let expected = isHole ? holeEntry : entries[index]
      let found = entry(frame, index)
      guard (found ^ expected) & ~Self.processorBits != 0 else { continue }
      isTampered = true
      ram.write(address(frame, index), expected)
    }
    return isTampered
  }

  /// Frames that are page tables or directories now.
  var tables: [UInt32] { approved.keys.sorted() }

  /// The page table that serves a linear address.
  func table(_ directory: UInt32, _ linear: UInt32) -> UInt32? {
    guard let entry = approved[directory]?[Int(linear >> 22)], entry & Self.present != 0 else {
      return nil
    }
    return entry >> 12
  }

  /// The entry that maps a linear address.
  func leaf(_ directory: UInt32, _ linear: UInt32) -> UInt32? {
    table(directory, linear).flatMap { approved[$0]?[Int(linear >> 12 & 1023)] }
  }

  /// Whether every entry of every table in use is counted, and no frame that is mapped for writing is
  /// anything but writable.
  var isConsistent: Bool {
    var counted = [(count: UInt32, typeCount: UInt32)](repeating: (0, 0), count: frames.count)
    for frame in frames.indices {
      if frames[frame].isPinned { counted[frame] = (counted[frame].0 + 1, counted[frame].1 + 1) }
      guard frames[frame].kind.isTable else { continue }
      let isDirectory = frames[frame].kind == .level2
      for index in 0..<(isDirectory ? Self.holeIndex : 1024) {
        let entry = entry(UInt32(frame), index)
        let target = Int(entry >> 12)
        guard entry & Self.present != 0, self[entry >> 12].isRAM else { continue }
        let isTyped = isDirectory || entry & Self.writable != 0
        let kind = isDirectory ? Kind.level1 : .writable
        if isTyped, frames[target].kind != kind { return false }
        counted[target].count += 1
        if isTyped { counted[target].typeCount += 1 }
      }
    }
    return frames.indices.allSatisfy {
      frames[$0].count >= counted[$0].count && frames[$0].typeCount >= counted[$0].typeCount
        && frames[$0].count - counted[$0].count == frames[$0].typeCount - counted[$0].typeCount
    }
  }
}
