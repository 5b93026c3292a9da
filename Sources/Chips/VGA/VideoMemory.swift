import BusKit

/// The VGA's 256 KB: 64 Ki addresses of four planes, one 32-bit word for each address.
///
/// Plane 0 is the low byte, so that whatever touches all planes at an address is one operation.
/// Unsafe memory, and in bounds because every address is masked to sixteen bits.
public final class VideoMemory {
  /// The bytes in archives and state hashes: plane p of address a is byte 4a + p.
  public let storage = GuestRAM(byteCount: 0x40000)
  private let words: UnsafeMutablePointer<UInt32>

  /// The memory without its owner, for loops that read it often. Valid while the owner lives.
  struct Reader {
    fileprivate let words: UnsafeMutablePointer<UInt32>

    @inline(__always) subscript(_ address: Int) -> UInt32 {
      UInt32(littleEndian: words[address & 0xFFFF])
    }
  }

  var reader: Reader { Reader(words: words) }

  init() {
    words = storage.base.bindMemory(to: UInt32.self, capacity: 0x10000)
  }

  /// The four planes at an address.
  @inline(__always) subscript(_ address: Int) -> UInt32 {
    get { UInt32(littleEndian: words[address & 0xFFFF]) }
    set { words[address & 0xFFFF] = newValue.littleEndian }
  }

  /// Replaces the bits of `mask`; says whether that changed anything.
  @inline(__always) func merge(_ address: Int, _ data: UInt32, mask: UInt32) -> Bool {
    let old = self[address]
    let new = old & ~mask | data & mask
    guard new != old else { return false }
    self[address] = new
    return true
  }
}
