/// A data CD: 2048-byte sectors over an ISO image, or the user data of a raw 2352-byte image.
public final class CDImage {
  public static let sectorSize = 2048
  private static let rawSize = 2352
  /// Every raw sector begins with this sync pattern (ECMA-130, section 14.1).
  private static let sync: [UInt8] = [0] + [UInt8](repeating: 0xFF, count: 10) + [0]

  public let name: String
  public let sectorCount: UInt64
  /// Told of every host error while reading.
  public var onFailure: ((MediaError) -> Void)?

  private let store: Store
  private let stride: UInt64
  private let start: UInt64

  private enum Store {
    case file(BackingFile)
    case memory([UInt8])
  }

  /// Opens a CD image. A raw image is known by its sync pattern; mode 1 and mode 2 form 1 are read.
  /// - Throws: ``MediaError``, also when the length is no whole number of sectors.
  public convenience init(path: String) throws(MediaError) {
    let file = try BackingFile(path: path, forWriting: false)
    try self.init(name: path, store: .file(file), byteCount: file.byteCount)
  }

  /// A CD in memory.
  public convenience init(name: String, bytes: [UInt8]) throws(MediaError) {
    try self.init(name: name, store: .memory(bytes), byteCount: UInt64(bytes.count))
  }

  private init(name: String, store: Store, byteCount: UInt64) throws(MediaError) {
    var head = [UInt8](repeating: 0, count: 16)
    try Self.read(store, into: &head, at: 0)
    let isRaw = Array(head[0..<12]) == Self.sync
    stride = UInt64(isRaw ? Self.rawSize : Self.sectorSize)
    // Mode 1: sync and header. Mode 2: an eight-byte subheader too.
    start = !isRaw ? 0 : head[15] == 2 ? 24 : 16
    guard byteCount >= stride else {
      throw MediaError(
        path: name,
        cause: byteCount == 0
          ? .empty : .oddSized(byteCount: byteCount, sectorSize: Self.sectorSize))
    }
    // Some mastering tools leave a last half sector (they align to 512): what is there can be read.
    guard isRaw ? byteCount % stride == 0 : byteCount % 512 == 0 else {
      throw MediaError(
        path: name, cause: .oddSized(byteCount: byteCount, sectorSize: Int(stride)))
    }
    self.name = name
    self.store = store
    sectorCount = (byteCount + stride - 1) / stride
  }

  public var byteCount: UInt64 { sectorCount * UInt64(Self.sectorSize) }

  /// True when an ISO 9660 volume descriptor stands at sector 16.
  public var hasISO9660Descriptor: Bool {
    guard let sector = try? sector(16) else { return false }
    return Array(sector[1..<6]) == Array("CD001".utf8)
  }

  /// Copies sector `index` to `buffer[offset...]`; beyond the end there are zeros.
  /// - Precondition: `buffer` has 2048 bytes from `offset` on.
  public func read(
    _ index: UInt64, into buffer: inout [UInt8], at offset: Int = 0
  ) throws(MediaError) {
    precondition(offset + Self.sectorSize <= buffer.count, "the buffer holds a sector")
    guard index < sectorCount else {
      for place in offset..<offset + Self.sectorSize { buffer[place] = 0 }
      return
    }
    do throws(MediaError) {
      try Self.read(
        store, into: &buffer, at: index * stride + start, offset: offset, count: Self.sectorSize)
    } catch {
      onFailure?(error)
      throw error
    }
  }

  /// Sector `index` as an array of 2048 bytes.
  public func sector(_ index: UInt64) throws(MediaError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.sectorSize)
    try read(index, into: &bytes)
    return bytes
  }

  private static func read(
    _ store: Store, into buffer: inout [UInt8], at position: UInt64, offset: Int = 0,
    count: Int? = nil
  ) throws(MediaError) {
    let count = count ?? buffer.count
    switch store {
    case .memory(let bytes):
      for index in 0..<count {
        let place = position + UInt64(index)
        buffer[offset + index] = place < UInt64(bytes.count) ? bytes[Int(place)] : 0
      }
    case .file(let file):
      var failure: MediaError?
      buffer.withUnsafeMutableBytes { bytes in
        do throws(MediaError) {
          let target = UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + count])
          try file.read(target, at: position)
        } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }
}
