import BusKit

/// Which bytes of RAM somebody wants to hear of when they change: the processors that hold decoded code
/// from them, and whoever has pinned whole pages. Processors that share a RAM share one of these.
package final class CodeWatch {
  let ram: GuestRAM
  private(set) var map: CodeMap
  private var processors: [Unowned<CPU>] = []
  private var observers: [PageObserver] = []

  private struct Unowned<T: AnyObject> {
    unowned(unsafe) let object: T
  }

  /// Somebody who has pinned pages.
  package struct PageObserver {
    /// Called before bytes of a pinned page change, with the address of the first and their number
    /// (within one page).
    package var willWrite: (_ address: Int, _ byteCount: Int) -> Void
    /// Whether the page with this number is pinned: the map is built anew.
    package var isPinned: (_ page: Int) -> Bool
    /// The pinned pages, when the whole map is built anew.
    package var pinned: () -> [Int]
    /// Parts of a page that is not pinned, of which the observer hears all the same, and the pages that
    /// have such parts.
    package var ranges: (_ page: Int) -> [Range<Int>]
    package var pagesWithRanges: () -> [Int]

    package init(
      willWrite: @escaping (Int, Int) -> Void, isPinned: @escaping (Int) -> Bool,
      pinned: @escaping () -> [Int], ranges: @escaping (Int) -> [Range<Int>] = { _ in [] },
      pagesWithRanges: @escaping () -> [Int] = { [] }
    ) {
      self.willWrite = willWrite
      self.isPinned = isPinned
      self.pinned = pinned
      self.ranges = ranges
      self.pagesWithRanges = pagesWithRanges
    }

    fileprivate func watches(_ page: Int, _ offset: Int, _ byteCount: Int) -> Bool {
      isPinned(page) || ranges(page).contains { $0.overlaps(offset..<offset + byteCount) }
    }
  }

  init(ram: GuestRAM) {
    self.ram = ram
    map = CodeMap(pageCount: ram.totalByteCount / GuestRAM.pageSize)
    ram.onCodeWrite = { [unowned self] address, count in written(address, count) }
  }

  deinit {
    ram.onCodeWrite = nil
    map.deallocate()
  }

  func add(_ processor: CPU) { processors.append(Unowned(object: processor)) }
  func remove(_ processor: CPU) { processors.removeAll { $0.object === processor } }

  /// There is one at a time: a monitor.
  package func setObserver(_ observer: PageObserver?) {
    observers = observer.map { [$0] } ?? []
    forgetEverything()
  }

  /// Notes `count` bytes from `offset` of a RAM page as watched.
  func mark(_ page: Int, _ offset: Int, _ count: Int) {
    if ram.codeGranules[page] == 0 { protect(page) }
    ram.codeGranules[page] |= granules(UInt64(offset), count)
    map.mark(page, offset, count)
  }

  /// Pins a whole page: the observer hears of every write to it.
  package func pin(_ page: Int) { mark(page, 0, GuestRAM.pageSize) }

  /// Watches part of a page; the observer's ``PageObserver/ranges`` has it from now on.
  package func watch(_ page: Int, _ range: Range<Int>) { mark(page, range.lowerBound, range.count) }

  /// A page is no longer pinned.
  package func unpin(_ page: Int) { rebuild(page) { $0.remark(page) } }

  /// Stores to the page must be seen from now on.
  private func protect(_ page: Int) {
    for processor in processors { processor.object.protectPage(page) }
  }

  /// Somebody is about to write inside one page.
  private func written(_ address: Int, _ byteCount: Int) {
    let page = address >> 12
    guard map.overlaps(page, address & 4095, byteCount) else { return }
    var staysMarked = false
    for observer in observers where observer.watches(page, address & 4095, byteCount) {
      observer.willWrite(address, byteCount)
      staysMarked = staysMarked || observer.isPinned(page)
    }
    if staysMarked {
      for processor in processors { processor.object.codeWritten(address, byteCount) }
    } else {
      rebuild(page) { $0.codeWritten(address, byteCount) }
    }
  }

  private func rebuild(_ page: Int, _ body: (CPU) -> Void) {
    map.clear(page)
    ram.codeGranules[page] = 0
    for processor in processors { body(processor.object) }
    for observer in observers { remark(page, for: observer) }
  }

  private func remark(_ page: Int, for observer: PageObserver) {
    if observer.isPinned(page) { return pin(page) }
    for range in observer.ranges(page) { watch(page, range) }
  }

  /// Every processor drops every decoded block.
  func forgetEverything() {
    for processor in processors { processor.object.forgetBlocks() }
    for page in map.markedPages { ram.codeGranules[page] = 0 }
    map.removeAll()
    for observer in observers {
      for page in observer.pinned() { pin(page) }
      for page in observer.pagesWithRanges() { remark(page, for: observer) }
    }
  }

  /// One bit for each 64 bytes of a page that the range touches; the range stays inside the page.
  private func granules(_ address: UInt64, _ byteCount: Int) -> UInt64 {
    let first = (address & 4095) >> 6
    let last = min(63, ((address & 4095) + UInt64(byteCount - 1)) >> 6)
    return (~0 << first) & (~0 >> (63 - last))
  }
}
