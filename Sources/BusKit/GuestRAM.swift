#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The machine's RAM: one raw, page-aligned, zeroed allocation, and the map of which of its bytes
/// are cached as decoded code.
///
/// Unsafe memory, and in bounds because every address is checked here (``read(_:as:)``,
/// ``write(_:_:)``) or, for the processor's TLB, handed out a whole page at a time
/// (``pagePointer(_:)``). Host pages that the guest never touches are never committed.
public final class GuestRAM {
  public static let pageSize = 4096

  /// The size in bytes, a multiple of ``pageSize``.
  public let byteCount: Int
  /// Bytes behind the guest's end that no address of the guest's reaches: room for a monitor. Like all
  /// of it, they cost the host nothing until they are touched.
  package let hiddenByteCount: Int
  package let base: UnsafeMutableRawPointer

  /// One word per page; bit n stands for bytes 64n..<64n+64. A set bit says that the processor holds
  /// decoded instructions from those bytes, so that whoever writes there must tell it.
  package let codeGranules: UnsafeMutablePointer<UInt64>

  /// Called before bytes with a set granule bit are changed by anyone but the processor's own fast
  /// path. Arguments: address of the first byte, number of bytes (within one page).
  package var onCodeWrite: ((_ address: Int, _ byteCount: Int) -> Void)?

  /// - Parameter byteCount: rounded up to a whole number of pages.
  public convenience init(byteCount: Int) {
    self.init(byteCount: byteCount, hiddenByteCount: 0)
  }

  /// - Parameters:
  ///   - byteCount: rounded up to a whole number of pages.
  ///   - hiddenByteCount: a whole number of pages.
  package init(byteCount: Int, hiddenByteCount: Int) {
    precondition(byteCount > 0, "a machine has RAM")
    self.byteCount = (byteCount + Self.pageSize - 1) / Self.pageSize * Self.pageSize
    self.hiddenByteCount = hiddenByteCount
    base = Self.reserve(self.byteCount + hiddenByteCount)
    let pages = (self.byteCount + hiddenByteCount) / Self.pageSize
    codeGranules = Self.reserve(pages * 8).bindMemory(to: UInt64.self, capacity: pages)
  }

  deinit {
    munmap(base, totalByteCount)
    munmap(codeGranules, totalByteCount / Self.pageSize * 8)
  }

  /// With the hidden part.
  package var totalByteCount: Int { byteCount + hiddenByteCount }

  /// Anonymous memory is zero and is committed by the host only when touched.
  private static func reserve(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let memory = mmap(
      nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let memory, memory != MAP_FAILED else {
      preconditionFailure("the host has no \(byteCount) bytes of address space for guest RAM")
    }
    return memory
  }

  /// Little-endian load. Bytes beyond the end read as all ones.
  public func read<Value: FixedWidthInteger & UnsignedInteger>(
    _ address: Int, as: Value.Type = Value.self
  ) -> Value {
    guard address >= 0, address <= byteCount - Value.bitWidth / 8 else { return .max }
    return Value(littleEndian: base.loadUnaligned(fromByteOffset: address, as: Value.self))
  }

  /// Little-endian store. Bytes beyond the end are dropped.
  public func write<Value: FixedWidthInteger & UnsignedInteger>(_ address: Int, _ value: Value) {
    guard address >= 0, address <= byteCount - Value.bitWidth / 8 else { return }
    willWrite(address, Value.bitWidth / 8)
    base.storeBytes(of: value.littleEndian, toByteOffset: address, as: Value.self)
  }

  /// Copies `bytes` to `address`; what does not fit is dropped.
  public func write(_ address: Int, bytes: some Collection<UInt8>) {
    guard address >= 0, address < byteCount else { return }
    let count = min(bytes.count, byteCount - address)
    guard count > 0 else { return }
    willWrite(address, count)
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable { source in
      UnsafeMutableRawBufferPointer(start: base + address, count: count)
        .copyBytes(from: UnsafeBufferPointer(rebasing: source.prefix(count)))
    }
    guard isCopied == nil else { return }
    for (offset, byte) in bytes.prefix(count).enumerated() {
      base.storeBytes(of: byte, toByteOffset: address + offset, as: UInt8.self)
    }
  }

  /// `count` bytes from `address`, clipped to the RAM.
  public func bytes(_ address: Int, count: Int) -> [UInt8] {
    guard address >= 0, address < byteCount, count > 0 else { return [] }
    return Array(
      UnsafeRawBufferPointer(start: base + address, count: min(count, byteCount - address)))
  }

  /// The host address of the page that holds `address`, or nil beyond the end.
  package func pagePointer(_ address: Int) -> UnsafeMutableRawPointer? {
    guard address >= 0, address < byteCount else { return nil }
    return base + (address & ~(Self.pageSize - 1))
  }

  /// Tells the processor of a write to cached code, page by page.
  package func willWrite(_ address: Int, _ byteCount: Int) {
    var first = address
    let end = address + byteCount
    while first < end {
      let page = first / Self.pageSize
      let next = min(end, (page + 1) * Self.pageSize)
      if codeGranules[page] != 0 { onCodeWrite?(first, next - first) }
      first = next
    }
  }
}
