/// What an image file is, as far as its length, name and first sectors tell.
public struct ImageKind: Equatable, Sendable {
  public enum Medium: Equatable, Sendable {
    case floppy(FloppyFormat)
    case cdrom
    case hardDisk(DiskGeometry)

    /// The option that attaches an image as this medium.
    public var option: String {
      switch self {
      case .floppy: "-fda"
      case .cdrom: "-cdrom"
      case .hardDisk: "-hda"
      }
    }

    var words: String {
      switch self {
      case .floppy(let format): "a \(format.name) floppy"
      case .cdrom: "a CD-ROM"
      case .hardDisk: "a hard disk"
      }
    }
  }

  public let medium: Medium
  /// One line for stderr when the image also fits another kind: what was chosen, and the option that
  /// chooses otherwise. Nil when there is no doubt.
  public let notice: String?

  /// Finds out what the file at `path` is: by exact floppy length first, then an `.iso` name with an
  /// ISO 9660 descriptor, then a boot signature and a whole number of sectors.
  /// - Throws: ``MediaError`` when it cannot be opened or is nothing of the kind.
  public init(path: String) throws(MediaError) {
    let file = try BackingFile(path: path, forWriting: false)
    try self.init(name: path, byteCount: file.byteCount) { (position, count) throws(MediaError) in
      var bytes = [UInt8](repeating: 0, count: count)
      var failure: MediaError?
      bytes.withUnsafeMutableBytes { buffer in
        do throws(MediaError) { try file.read(buffer, at: position) } catch { failure = error }
      }
      if let failure { throw failure }
      return bytes
    }
  }

  /// The same for an image that is not (or not yet) a file.
  public init(name: String, bytes: [UInt8]) throws(MediaError) {
    guard !bytes.isEmpty else { throw MediaError(path: name, cause: .empty) }
    try self.init(name: name, byteCount: UInt64(bytes.count)) { (position, count) in
      let start = Int(min(position, UInt64(bytes.count)))
      let found = Array(bytes[start..<min(start + count, bytes.count)])
      return found + [UInt8](repeating: 0, count: count - found.count)
    }
  }

  private init(
    name: String, byteCount: UInt64,
    read: (_ position: UInt64, _ count: Int) throws(MediaError) -> [UInt8]
  ) throws(MediaError) {
    let bootSector = try read(0, 512)
    let hasSignature = bootSector[510] == 0x55 && bootSector[511] == 0xAA
    let hasDescriptor = try Array(read(16 * 2048 + 1, 5)) == Array("CD001".utf8)
    let isNamedISO = name.lowercased().hasSuffix(".iso")
    let sectorCount = byteCount / 512
    let isWhole = byteCount % 512 == 0

    let floppy = FloppyFormat.exactly(byteCount).map(Medium.floppy)
    let cdrom: Medium? = hasDescriptor ? .cdrom : nil
    let hardDisk: Medium? =
      hasSignature && isWhole
      ? .hardDisk(.hardDisk(sectorCount: sectorCount, bootSector: bootSector)) : nil

    // A descriptor counts without the name only where nothing else fits.
    guard let chosen = floppy ?? (isNamedISO ? cdrom : nil) ?? hardDisk ?? cdrom else {
      throw MediaError(
        path: name,
        cause: isWhole ? .unrecognised : .oddSized(byteCount: byteCount, sectorSize: 512))
    }
    medium = chosen

    var others: [Medium] = []
    switch chosen {
    case .floppy:
      if let cdrom { others.append(cdrom) }
      // A floppy's own boot sector has the signature as well; only partitions speak for a disk.
      if let hardDisk, Self.hasPartitions(bootSector, within: sectorCount) {
        others.append(hardDisk)
      }
    case .cdrom:
      if let hardDisk { others.append(hardDisk) }
    case .hardDisk:
      if let format = FloppyFormat.holding(byteCount) { others.append(.floppy(format)) }
      if let cdrom { others.append(cdrom) }
    }
    guard !others.isEmpty else {
      notice = nil
      return
    }
    let choices = others.map { "\($0.option) for \($0.words)" }.joined(separator: ", ")
    notice = "\(name): taken as \(chosen.words); use \(choices)"
  }

  private static func hasPartitions(_ bootSector: [UInt8], within sectorCount: UInt64) -> Bool {
    guard let table = PartitionTable(bootSector: bootSector) else { return false }
    return table.entries.allSatisfy {
      $0.firstBlock > 0 && UInt64($0.firstBlock) + UInt64($0.blockCount) <= sectorCount
    }
  }
}

extension DiskImage {
  /// Opens an image for a floppy drive, whatever its length up to 2.88 MB: one that is no exact
  /// format is padded with zeros to the next larger standard format.
  public static func floppy(
    path: String, access: Access = .overlay
  ) throws(MediaError) -> DiskImage {
    let image = try DiskImage(path: path, access: access)
    guard let format = FloppyFormat.holding(image.byteCount) else {
      throw MediaError(path: path, cause: .tooLargeForFloppy(byteCount: image.byteCount))
    }
    image.pad(to: format.geometry.sectorCount)
    return image
  }

  /// The geometry under which a hard disk's partitions were made, or sixteen heads of 63 sectors.
  public var hardDiskGeometry: DiskGeometry {
    .hardDisk(sectorCount: sectorCount, bootSector: (try? sector(0)) ?? [])
  }
}
