import BusKit
import X86Decode

// The walks: two-level tables with 4 KiB and 4 MiB pages, PAE, and the four levels of long mode.

/// Bits of paging-structure entries, at the same places in every mode.
///
/// Source: Intel SDM vol. 3, tables 4-5 to 4-20.
enum PageEntry {
  static let present: UInt64 = 1 << 0
  static let writable: UInt64 = 1 << 1
  static let user: UInt64 = 1 << 2
  static let accessed: UInt64 = 1 << 5
  static let dirty: UInt64 = 1 << 6
  /// PS of an upper level. In the last level this bit belongs to PAT.
  static let large: UInt64 = 1 << 7
  /// PAT of a large page.
  static let largePAT: UInt64 = 1 << 12
  static let executeDisable: UInt64 = 1 << 63
}

/// What one walk has found, with the entries that it used, from the root to the leaf.
struct PageWalk {
  struct Entry {
    var address: UInt64 = 0
    var value: UInt64 = 0
  }

  /// Eight-byte entries.
  let isWide: Bool
  private(set) var entries = InlineArray<4, Entry>(repeating: Entry())
  private(set) var depth = 0
  /// The rights that all entries together give.
  private(set) var isUser = true
  private(set) var isWritable = true
  private(set) var isExecuteDisabled = false
  var isLarge = false
  /// Not yet masked by A20.
  var physical: UInt64 = 0

  init(isWide: Bool) { self.isWide = isWide }

  mutating func add(_ address: UInt64, _ value: UInt64) {
    entries[depth & 3] = Entry(address: address, value: value)
    depth += 1
    isUser = isUser && value & PageEntry.user != 0
    isWritable = isWritable && value & PageEntry.writable != 0
    isExecuteDisabled = isExecuteDisabled || value & PageEntry.executeDisable != 0
  }
}

extension CPU {
  /// Whether PAE paging with its four pointer registers is in use.
  var isPAEPaging: Bool { isPaging && cr4 & CR4.pae != 0 && !isLongMode }

  /// Walks the tables of the present mode.
  /// - Parameter code: the error code of a fault, P and RSVD aside.
  /// - Throws: #PF for an entry that is not present or has a reserved bit set.
  func walk(_ linear: UInt64, _ code: UInt16) throws(Fault) -> PageWalk {
    cr4 & CR4.pae != 0 ? try walkWide(linear, code) : try walkTwoLevel(linear, code)
  }

  /// Reserved bit: P and RSVD.
  private static var reservedBit: UInt16 { 9 }

  // MARK: 32-bit paging

  /// Source: Intel SDM vol. 3, 4.3; i486 PRM, 5.3.
  private func walkTwoLevel(_ linear: UInt64, _ code: UInt16) throws(Fault) -> PageWalk {
    var walk = PageWalk(isWide: false)
    let directory = (cr3 & 0xFFFF_F000 | (linear >> 22 & 0x3FF) << 2) & addressMask
    let pde = readTable(directory, isWide: false)
    guard pde & PageEntry.present != 0 else { throw Fault.page(linear, code) }
    let hasLargePages = cr4 & CR4.pse != 0
    if hasLargePages, pde & PageEntry.large != 0 {
      guard pde & reservedBitsOf4MPage == 0 else {
        throw Fault.page(linear, code | Self.reservedBit)
      }
      walk.add(directory, pde)
      walk.isLarge = true
      // PSE-36: bits 20 to 13 are the address's bits 39 to 32.
      let high = features.contains(.pse36) ? (pde >> 13 & 0xFF) << 32 : 0
      walk.physical = high | pde & 0xFFC0_0000 | linear & 0x3F_FFFF
      return walk
    }
    walk.add(directory, pde)
    let table = (pde & 0xFFFF_F000 | (linear >> 12 & 0x3FF) << 2) & addressMask
    let pte = readTable(table, isWide: false)
    guard pte & PageEntry.present != 0 else { throw Fault.page(linear, code) }
    // Without CR4.PSE no bit is reserved.
    if hasLargePages, !features.contains(.pat), pte & PageEntry.large != 0 {
      throw Fault.page(linear, code | Self.reservedBit)
    }
    walk.add(table, pte)
    walk.physical = pte & 0xFFFF_F000 | linear & 0xFFF
    return walk
  }

  private var reservedBitsOf4MPage: UInt64 {
    let pat = features.contains(.pat) ? 0 : PageEntry.largePAT
    // Bits 21 to 13, of which PSE-36 uses as many as there are address bits above 32, at most eight.
    guard features.contains(.pse36) else { return 0x3F_E000 | pat }
    let used = UInt64(min(40, physicalAddressBits) - 32)
    return 0x3F_E000 & ~(((1 << used) - 1) << 13) | pat
  }

  // MARK: PAE and four levels

  /// Source: Intel SDM vol. 3, 4.4 and 4.5.
  private func walkWide(_ linear: UInt64, _ code: UInt16) throws(Fault) -> PageWalk {
    var walk = PageWalk(isWide: true)
    let frame = physicalLines & ~0xFFF
    var table: UInt64
    var shift: UInt64
    if isLongMode {
      // The program's own addresses have been checked; a table's end may still reach into the gap.
      guard isCanonical(linear) else { throw .protection(0) }
      table = cr3 & frame
      shift = 39
    } else {
      let pointer: UInt64 = state.field(
        Field.pageDirectoryPointers + Int(linear >> 30 & 3) * 8)
      guard pointer & PageEntry.present != 0 else { throw Fault.page(linear, code) }
      table = pointer & frame
      shift = 21
    }
    while true {
      let address = (table | (linear >> shift & 511) << 3) & addressMask
      let entry = readTable(address, isWide: true)
      guard entry & PageEntry.present != 0 else { throw Fault.page(linear, code) }
      let isLeaf = shift == 12 || entry & PageEntry.large != 0 && mayBeLeaf(shift)
      guard entry & reservedBits(shift, isLeaf: isLeaf) == 0 else {
        throw Fault.page(linear, code | Self.reservedBit)
      }
      walk.add(address, entry)
      if isLeaf {
        let within = (1 << shift) - 1 as UInt64
        walk.isLarge = shift > 12
        walk.physical = entry & frame & ~within | linear & within
        return walk
      }
      table = entry & frame
      shift -= 9
    }
  }

  private func mayBeLeaf(_ shift: UInt64) -> Bool {
    shift == 21 || shift == 30 && features.contains(.page1G)
  }

  /// The bits that must be 0 in an entry of the level that decodes linear address bits from `shift` up.
  private func reservedBits(_ shift: UInt64, isLeaf: Bool) -> UInt64 {
    // Above the physical address: bits 62 to 52 are ignored with four levels and reserved with PAE.
    var bits = ~physicalLines & (isLongMode ? 0x000F_FFFF_FFFF_FFFF : 0x7FFF_FFFF_FFFF_FFFF)
    if efer & EFER.nxe == 0 { bits |= PageEntry.executeDisable }
    if isLeaf {
      // Bits 20 to 13 or 29 to 13.
      if shift > 12 { bits |= ((1 << shift) - 1) & ~0x1FFF }
    } else if shift >= 30, !mayBeLeaf(shift) {
      bits |= PageEntry.large
      // AMD APM vol. 2, 5.3.3: bit 8 of a PML4 entry must be zero as well.
      if shift == 39, model.isAMD { bits |= 1 << 8 }
    }
    return bits
  }

  /// Loads the four page-directory-pointer registers from where `cr3` says, if they are sound.
  /// - Throws: #GP(0) if a present one has a reserved bit set; none is loaded then.
  /// - Source: Intel SDM vol. 3, 4.4.1.
  func loadPageDirectoryPointers(_ cr3: UInt64) throws(Fault) {
    setPageDirectoryPointers(try pageDirectoryPointers(cr3))
  }

  func setPageDirectoryPointers(_ pointers: InlineArray<4, UInt64>) {
    for index in 0..<4 {
      state.setField(Field.pageDirectoryPointers + index * 8, pointers[index])
    }
  }

  /// What ``loadPageDirectoryPointers(_:)`` would load.
  func pageDirectoryPointers(_ cr3: UInt64) throws(Fault) -> InlineArray<4, UInt64> {
    var pointers = InlineArray<4, UInt64>(repeating: 0)
    let table = cr3 & 0xFFFF_FFE0
    let reserved = ~physicalLines | 0x1E6
    for index in 0..<4 {
      let address = (table &+ UInt64(index) * 8) & addressMask
      let pointer = readTable(address, isWide: true)
      if pointer & PageEntry.present != 0, pointer & reserved != 0 { throw .protection(0) }
      pointers[index] = pointer
    }
    return pointers
  }

  // MARK: Tables in physical memory

  private func readTable(_ physical: UInt64, isWide: Bool) -> UInt64 {
    load(isWide ? 8 : 4, from: memory.page(physical >> 12), physical)
  }

  func writeTable(_ physical: UInt64, _ entry: UInt64, isWide: Bool) {
    store(entry, isWide ? 8 : 4, to: memory.page(physical >> 12), physical)
  }
}
