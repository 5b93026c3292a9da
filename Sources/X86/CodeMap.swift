#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which bytes of RAM are held as decoded code, to the byte: one bit each, in 512-byte maps that exist
/// only for pages with code. Programs that keep their stack and data beside their code (all of DOS)
/// store to such pages all the time; only a store that really hits an instruction costs a block.
///
/// Part of the op cache's unsafe memory: pages and offsets are masked or come from RAM addresses.
struct CodeMap {
  private static let words = 64
  /// One pointer per RAM page; null for pages without code.
  let table: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>?>
  private let pageCount: Int
  private var pages: [Int] = []

  init(pageCount: Int) {
    self.pageCount = pageCount
    let byteCount = pageCount * MemoryLayout<UnsafeMutablePointer<UInt64>?>.stride
    guard
      let memory = mmap(
        nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
      memory != MAP_FAILED
    else { preconditionFailure("the host has no \(byteCount) bytes for the code map") }
    table = memory.bindMemory(to: UnsafeMutablePointer<UInt64>?.self, capacity: pageCount)
  }

  mutating func deallocate() {
    removeAll()
    munmap(table, pageCount * MemoryLayout<UnsafeMutablePointer<UInt64>?>.stride)
  }

  /// Notes `count` bytes from `offset` of a page as code.
  mutating func mark(_ page: Int, _ offset: Int, _ count: Int) {
    let map: UnsafeMutablePointer<UInt64>
    if let existing = table[page] {
      map = existing
    } else {
      map = .allocate(capacity: Self.words)
      map.initialize(repeating: 0, count: Self.words)
      table[page] = map
      pages.append(page)
    }
    var byte = offset
    let end = min(4096, offset + count)
    while byte < end {
      let inWord = min(end - byte, 64 - byte & 63)
      map[byte >> 6] |= (UInt64.max >> UInt64(64 - inWord)) << UInt64(byte & 63)
      byte += inWord
    }
  }

  /// Forgets a page's bytes, but keeps its map.
  func clear(_ page: Int) {
    table[page]?.update(repeating: 0, count: Self.words)
  }

  func overlaps(_ page: Int, _ offset: Int, _ count: Int) -> Bool {
    guard let map = table[page] else { return false }
    return Self.overlaps(map, offset, count)
  }

  @inline(__always) static func overlaps(
    _ map: UnsafeMutablePointer<UInt64>, _ offset: Int, _ count: Int
  ) -> Bool {
    var byte = offset
    let end = min(4096, offset + count)
    while byte < end {
      let inWord = min(end - byte, 64 - byte & 63)
      let mask = (UInt64.max >> UInt64(64 - inWord)) << UInt64(byte & 63)
      if map[byte >> 6] & mask != 0 { return true }
      byte += inWord
    }
    return false
  }

  /// The pages that have a map.
  var markedPages: [Int] { pages }

  mutating func removeAll() {
    for page in pages {
      table[page]?.deallocate()
      table[page] = nil
    }
    pages.removeAll(keepingCapacity: true)
  }
}
