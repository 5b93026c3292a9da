import BusKit

/// Where the monitor lives: the top 4 MiB of every linear address space of the guest's, as VMware and
/// Xen had it. Segments that the guest can use end below.
///
/// The first 4 MiB of the RAM's hidden part are seen there, in order; shadow page tables come behind.
enum MonitorLayout {
  /// The first linear address of the monitor's.
  static let hole: UInt64 = 0xFFC0_0000
  static let holePages = 1024
  /// Hidden RAM that a machine needs so that a monitor can run on it.
  static let hiddenByteCount = 32 << 20

  // Pages of the hole.
  /// Patch blocks of the patch engine: lowest, so that the limits of code segments can let them in. The
  /// first page is what they keep in memory.
  static let patches = 0..<192
  static let idt = 192
  static let tss = 196
  static let gdt = 208
  static let ldt = 224
  /// Copies of a device's memory that behaves as RAM.
  static let window = 240..<256
  /// The translation cache and the tables of the translate engine.
  static let translations = 256..<1024

  static func linear(_ page: Int) -> UInt64 { hole + UInt64(page) * 4096 }

  // Selectors in the machine's GDT, above all that guests commonly use.
  static let monitorCode: UInt16 = 0xFFE0
  static let monitorData: UInt16 = 0xFFE8
  static let monitorTSS: UInt16 = 0xFFF0
  static let monitorLDT: UInt16 = 0xFFF8
  /// Four more that engines may use for segments of their own.
  static let engineSelectors: [UInt16] = [0xFFC0, 0xFFC8, 0xFFD0, 0xFFD8]
}

/// The RAM's hidden part, page by page.
final class MonitorPool {
  let ram: GuestRAM
  private let base: UnsafeMutableRawPointer
  /// Machine address of the first page.
  let address: UInt64
  private let pageCount: Int
  private var free: [Int] = []
  private var next = MonitorLayout.holePages

  init(ram: GuestRAM) {
    precondition(ram.hiddenByteCount >= MonitorLayout.hiddenByteCount, "room for a monitor")
    self.ram = ram
    base = ram.base + ram.byteCount
    address = UInt64(ram.byteCount)
    pageCount = ram.hiddenByteCount / GuestRAM.pageSize
  }

  /// Host address of a page of the pool; the first ``MonitorLayout/holePages`` are the hole's.
  func pointer(_ page: Int) -> UnsafeMutableRawPointer {
    precondition(page >= 0 && page < pageCount, "a page of the monitor's pool")
    return base + page * GuestRAM.pageSize
  }

  func machineAddress(_ page: Int) -> UInt64 { address + UInt64(page) * 4096 }

  /// A zeroed page; nil when there is none left.
  func allocate() -> Int? {
    let page: Int
    if let last = free.popLast() {
      page = last
    } else {
      guard next < pageCount else { return nil }
      page = next
      next += 1
    }
    pointer(page).initializeMemory(as: UInt8.self, repeating: 0, count: GuestRAM.pageSize)
    return page
  }

  func release(_ page: Int) { free.append(page) }

  func releaseAll() {
    free.removeAll()
    next = MonitorLayout.holePages
  }
}
