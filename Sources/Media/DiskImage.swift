/// A block store of 512-byte sectors: a raw image file, or bytes in memory.
///
/// A file is never read whole. Unless it is opened with ``Access/readWrite``, what the guest writes
/// stays in a sparse overlay in memory and the file is not touched. The host's errors while reading
/// and writing are thrown and also told to ``onFailure``, so that a person hears what the guest only
/// sees as a drive's error status.
public final class DiskImage {
  public enum Access: Sendable {
    /// The file is only read; writes go to memory and are lost with the image.
    case overlay
    /// Writes go through to the file, which is locked against everyone else.
    case readWrite
    /// Writes are refused: the write-protect notch is covered.
    case readOnly
  }

  public static let sectorSize = DiskGeometry.sectorSize

  /// The path, or the name that an image in memory was given.
  public let name: String
  /// Sectors that can be addressed; at least as many as the file has (see ``pad(to:)``).
  public private(set) var sectorCount: UInt64
  public let isWriteProtected: Bool
  /// True when writes reach the file.
  public var isPersistent: Bool { file?.isWritable ?? false }

  /// Told of every host error, before it is thrown.
  public var onFailure: ((MediaError) -> Void)?

  private let file: BackingFile?
  /// Sectors that differ from the file. Absent sectors of an image in memory are zero.
  private var overlay: [UInt64: [UInt8]] = [:]

  /// Opens an image file.
  /// - Throws: ``MediaError`` when it is missing, a directory, empty, unreadable, locked, or not a
  ///   whole number of sectors long.
  public init(path: String, access: Access = .overlay) throws(MediaError) {
    let file = try BackingFile(path: path, forWriting: access == .readWrite)
    guard file.byteCount % UInt64(Self.sectorSize) == 0 else {
      throw MediaError(
        path: path, cause: .oddSized(byteCount: file.byteCount, sectorSize: Self.sectorSize))
    }
    self.file = file
    name = path
    sectorCount = file.byteCount / UInt64(Self.sectorSize)
    isWriteProtected = access == .readOnly
  }

  /// An image in memory: `bytes`, rounded up to whole sectors with zeros.
  public init(name: String, bytes: [UInt8], isWriteProtected: Bool = false) {
    file = nil
    self.name = name
    self.isWriteProtected = isWriteProtected
    let size = Self.sectorSize
    sectorCount = UInt64((bytes.count + size - 1) / size)
    for start in stride(from: 0, to: bytes.count, by: size) {
      var sector = Array(bytes[start..<min(start + size, bytes.count)])
      sector += [UInt8](repeating: 0, count: size - sector.count)
      if sector.contains(where: { $0 != 0 }) { overlay[UInt64(start / size)] = sector }
    }
  }

  /// A zeroed image in memory; it takes space only for what is written.
  public init(name: String, sectorCount: UInt64) {
    file = nil
    self.name = name
    self.sectorCount = sectorCount
    isWriteProtected = false
  }

  public var byteCount: UInt64 { sectorCount * UInt64(Self.sectorSize) }

  /// Makes a short image as long as a medium: the sectors that the file lacks read as zeros, and a
  /// file that is written through grows when they are written.
  public func pad(to sectorCount: UInt64) {
    self.sectorCount = max(self.sectorCount, sectorCount)
  }

  /// Copies sector `index` to `buffer[offset...]`. Sectors beyond the end read as zeros.
  /// - Precondition: `buffer` has 512 bytes from `offset` on.
  public func read(
    _ index: UInt64, into buffer: inout [UInt8], at offset: Int = 0
  ) throws(MediaError) {
    let range = offset..<offset + Self.sectorSize
    precondition(range.upperBound <= buffer.count, "the buffer holds a sector")
    if let sector = overlay[index] {
      buffer.replaceSubrange(range, with: sector)
      return
    }
    guard let file, index < sectorCount else {
      for place in range { buffer[place] = 0 }
      return
    }
    var failure: MediaError?
    buffer.withUnsafeMutableBytes { bytes in
      do throws(MediaError) {
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[range])
        try file.read(target, at: index * UInt64(Self.sectorSize))
      } catch { failure = error }
    }
    if let failure { throw reported(failure) }
  }

  /// Sector `index` as an array of 512 bytes.
  public func sector(_ index: UInt64) throws(MediaError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.sectorSize)
    try read(index, into: &bytes)
    return bytes
  }

  /// Writes `buffer[offset..<offset + 512]` to sector `index`. A write-protected image or a sector
  /// beyond the end takes nothing; the drive is expected to have refused it before.
  public func write(
    _ index: UInt64, from buffer: [UInt8], at offset: Int = 0
  ) throws(MediaError) {
    let range = offset..<offset + Self.sectorSize
    precondition(range.upperBound <= buffer.count, "the buffer holds a sector")
    guard !isWriteProtected, index < sectorCount else { return }
    guard let file, file.isWritable else {
      overlay[index] = Array(buffer[range])
      return
    }
    var failure: MediaError?
    buffer.withUnsafeBytes { bytes in
      do throws(MediaError) {
        let source = UnsafeRawBufferPointer(rebasing: bytes[range])
        try file.write(source, at: index * UInt64(Self.sectorSize))
      } catch { failure = error }
    }
    if let failure { throw reported(failure) }
  }

  /// Returns when everything written so far has reached the host's disk.
  public func flush() throws(MediaError) {
    guard let file else { return }
    do throws(MediaError) { try file.flush() } catch { throw reported(error) }
  }

  /// The sectors that differ from the file (all non-zero ones of an image in memory), in order; for
  /// snapshots and state hashes.
  public var changedSectors: [(index: UInt64, bytes: [UInt8])] {
    overlay.sorted { $0.key < $1.key }.map { (index: $0.key, bytes: $0.value) }
  }

  /// Puts sectors taken from ``changedSectors`` back, dropping all others.
  public func restore(changedSectors: [(index: UInt64, bytes: [UInt8])]) {
    overlay = [:]
    for (index, bytes) in changedSectors where bytes.count == Self.sectorSize {
      overlay[index] = bytes
    }
  }

  private func reported(_ failure: MediaError) -> MediaError {
    onFailure?(failure)
    return failure
  }
}
