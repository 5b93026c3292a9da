import BusKit

/// One bit for each byte of a page.
struct PageBits {
  private var words = [UInt64](repeating: 0, count: 64)

  subscript(offset: Int) -> Bool {
    get { words[offset >> 6 & 63] >> UInt64(offset & 63) & 1 != 0 }
    set {
      let bit: UInt64 = 1 << UInt64(offset & 63)
      if newValue { words[offset >> 6 & 63] |= bit } else { words[offset >> 6 & 63] &= ~bit }
    }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func intersects(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] }
  }
}

/// What the hardware fetches in place of a page of the guest's code.
///
/// It holds the instructions that the scanner has seen, with the patches in them, and INT3 everywhere
/// else: whatever the scanner has missed comes to the monitor before it is executed. The guest's page
/// itself stays as it is.
final class PatchedPage {
  /// The same frame looks different to 16-bit and 32-bit code, and relative jumps out of it depend on
  /// where it is seen.
  struct Key: Hashable {
    var frame: UInt64
    /// Linear page number.
    var linear: UInt64
    var isBig: Bool
  }

  static let breakpoint: UInt8 = 0xCC

  let key: Key
  /// In the monitor's pool.
  let page: Int
  private let pool: MonitorPool
  /// Where instructions begin.
  private(set) var starts = PageBits()
  /// Bytes of instructions.
  private(set) var covered = PageBits()
  private var lengths = [UInt8](repeating: 0, count: 4096)
  /// By offset.
  var sites: [Int: PatchSite] = [:]
  /// Offsets from which the scanner began.
  var entries: Set<Int> = []
  /// By the offset of their JMP.
  var windows: [Int: PatchWindow] = [:]
  /// Offsets to which direct branches lead.
  var targets: Set<Int> = []
  /// Instructions from which execution falls through, by what comes next.
  var before: [Int: Int] = [:]
  /// Sensitive instructions that a block takes along.
  var replaced: Set<Int> = []
  /// Offsets at which a window has proved to be in the way.
  var refused: Set<Int> = []

  init(_ key: Key, page: Int, pool: MonitorPool) {
    self.key = key
    self.page = page
    self.pool = pool
    fill()
  }

  var machineFrame: UInt64 { pool.machineAddress(page) >> 12 }
  var address: UInt64 { key.linear << 12 }

  private func fill() {
    pool.ram.willWrite(Int(pool.machineAddress(page)), GuestRAM.pageSize)
    pool.pointer(page).initializeMemory(
      as: UInt8.self, repeating: Self.breakpoint, count: GuestRAM.pageSize)
  }

  /// Forgets all instructions; where scans began is kept.
  func reset() {
    starts = PageBits()
    covered = PageBits()
    lengths = [UInt8](repeating: 0, count: 4096)
    sites.removeAll()
    windows.removeAll()
    targets.removeAll()
    before.removeAll()
    replaced.removeAll()
    fill()
  }

  func length(at offset: Int) -> Int { Int(lengths[offset]) }

  subscript(offset: Int) -> UInt8 {
    pool.pointer(page).load(fromByteOffset: offset, as: UInt8.self)
  }

  func bytes(_ offset: Int, count: Int) -> [UInt8] {
    (offset..<min(offset + count, 4096)).map { self[$0] }
  }

  /// Shows bytes to the hardware.
  func write(_ offset: Int, _ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    pool.ram.willWrite(Int(pool.machineAddress(page)) + offset, bytes.count)
    for (n, byte) in bytes.enumerated() {
      pool.pointer(page).storeBytes(of: byte, toByteOffset: offset + n, as: UInt8.self)
    }
  }

  /// Notes an instruction; `length` may reach beyond the page.
  func note(_ offset: Int, length: Int) {
    starts[offset] = true
    lengths[offset] = UInt8(length)
    cover(offset..<min(offset + length, 4096))
  }

  func cover(_ range: Range<Int>) { for offset in range { covered[offset] = true } }

  /// The window under whose JMP a byte lies, the first one aside.
  func window(over offset: Int) -> PatchWindow? {
    guard !windows.isEmpty else { return nil }
    for start in max(0, offset - PatchWindow.byteCount + 1)..<offset {
      if let window = windows[start] { return window }
    }
    return nil
  }

  /// Where instructions begin that lie over the byte at `offset` without beginning there.
  func starts(over offset: Int) -> [Int] {
    (max(0, offset - 14)..<offset).filter { starts[$0] && $0 + length(at: $0) > offset }
  }
}
