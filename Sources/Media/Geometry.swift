/// The place of a sector as INT 13h, the floppy controller and old disks name it.
public struct CHS: Hashable, Codable, Sendable {
  public var cylinder: Int
  public var head: Int
  /// Counts from 1.
  public var sector: Int

  public init(cylinder: Int, head: Int, sector: Int) {
    self.cylinder = cylinder
    self.head = head
    self.sector = sector
  }
}

/// The shape of a disk of 512-byte sectors.
public struct DiskGeometry: Hashable, Codable, Sendable {
  public static let sectorSize = 512

  public var cylinders: Int
  public var heads: Int
  public var sectorsPerTrack: Int

  /// - Precondition: all three are positive.
  public init(cylinders: Int, heads: Int, sectorsPerTrack: Int) {
    precondition(cylinders > 0 && heads > 0 && sectorsPerTrack > 0, "a geometry is positive")
    self.cylinders = cylinders
    self.heads = heads
    self.sectorsPerTrack = sectorsPerTrack
  }

  public var sectorCount: UInt64 {
    UInt64(cylinders) * UInt64(heads) * UInt64(sectorsPerTrack)
  }

  public var byteCount: UInt64 { sectorCount * UInt64(Self.sectorSize) }

  /// The logical block at `place`, or nil when the geometry has no such place.
  public func block(at place: CHS) -> UInt64? {
    guard (0..<cylinders).contains(place.cylinder), (0..<heads).contains(place.head),
      (1...sectorsPerTrack).contains(place.sector)
    else { return nil }
    let track = UInt64(place.cylinder) * UInt64(heads) + UInt64(place.head)
    return track * UInt64(sectorsPerTrack) + UInt64(place.sector - 1)
  }

  /// The place of a logical block, or nil beyond the last cylinder.
  public func place(ofBlock block: UInt64) -> CHS? {
    guard block < sectorCount else { return nil }
    let track = block / UInt64(sectorsPerTrack)
    return CHS(
      cylinder: Int(track / UInt64(heads)), head: Int(track % UInt64(heads)),
      sector: Int(block % UInt64(sectorsPerTrack)) + 1)
  }

  /// The geometry under which the partition table of `bootSector` was written, if its entries agree
  /// on one: an entry's end gives heads and sectors, and its CHS and LBA fields must then match.
  /// Otherwise sixteen heads of 63 sectors, as ATA drives have reported ever since.
  public static func hardDisk(sectorCount: UInt64, bootSector: [UInt8]) -> DiskGeometry {
    let shape = partitionedShape(bootSector) ?? (heads: 16, sectorsPerTrack: 63)
    let perCylinder = UInt64(shape.heads * shape.sectorsPerTrack)
    // ATA-1 names at most 16383 cylinders of 16 heads; a BIOS translation at most 65535.
    let cylinders = min(max(sectorCount / perCylinder, 1), shape.heads <= 16 ? 16383 : 65535)
    return DiskGeometry(
      cylinders: Int(cylinders), heads: shape.heads, sectorsPerTrack: shape.sectorsPerTrack)
  }

  private static func partitionedShape(
    _ bootSector: [UInt8]
  ) -> (heads: Int, sectorsPerTrack: Int)? {
    guard let table = PartitionTable(bootSector: bootSector) else { return nil }
    var agreed: (heads: Int, sectorsPerTrack: Int)?
    for entry in table.entries {
      let shape = (heads: entry.end.head + 1, sectorsPerTrack: entry.end.sector)
      guard shape.sectorsPerTrack > 0 else { return nil }
      if let agreed, agreed != shape { return nil }
      agreed = shape
      let perCylinder = UInt64(shape.heads * shape.sectorsPerTrack)
      let places = [
        (entry.start, UInt64(entry.firstBlock)),
        (entry.end, UInt64(entry.firstBlock) + UInt64(entry.blockCount) - 1),
      ]
      for (place, block) in places {
        let cylinder = block / perCylinder
        // Cylinders above 1023 cannot be written into ten bits and are stored as 1023 or cut off.
        guard cylinder <= 1023 else { continue }
        let track = block / UInt64(shape.sectorsPerTrack)
        let expected = CHS(
          cylinder: Int(cylinder), head: Int(track % UInt64(shape.heads)),
          sector: Int(block % UInt64(shape.sectorsPerTrack)) + 1)
        guard place == expected else { return nil }
      }
    }
    return agreed
  }
}

/// The four primary partitions of a master boot record, those that are in use.
public struct PartitionTable: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let isActive: Bool
    public let type: UInt8
    public let start: CHS
    public let end: CHS
    public let firstBlock: UInt32
    public let blockCount: UInt32
  }

  public let entries: [Entry]

  /// Nil unless the sector has the 55AA signature and four entries that can be meant as such: each
  /// is either unused or marked 00h/80h with a non-empty range beyond the boot sector.
  public init?(bootSector: [UInt8]) {
    guard bootSector.count >= 512, bootSector[510] == 0x55, bootSector[511] == 0xAA else {
      return nil
    }
    var entries: [Entry] = []
    for index in 0..<4 {
      let base = 446 + 16 * index
      let bytes = Array(bootSector[base..<base + 16])
      guard bytes[0] & 0x7F == 0 else { return nil }
      guard bytes[4] != 0 else {
        guard bytes[8...].allSatisfy({ $0 == 0 }) else { return nil }
        continue
      }
      let entry = Entry(
        isActive: bytes[0] == 0x80, type: bytes[4],
        start: Self.place(bytes[1...3]), end: Self.place(bytes[5...7]),
        firstBlock: Self.number(bytes[8...11]), blockCount: Self.number(bytes[12...15]))
      guard entry.blockCount > 0 else { return nil }
      entries.append(entry)
    }
    guard !entries.isEmpty else { return nil }
    self.entries = entries
  }

  /// Head, then sector with the cylinder's two high bits, then the cylinder's low eight.
  private static func place(_ bytes: ArraySlice<UInt8>) -> CHS {
    let (head, sector, cylinder) = (bytes.first!, bytes[bytes.startIndex + 1], bytes.last!)
    return CHS(
      cylinder: Int(cylinder) | Int(sector & 0xC0) << 2, head: Int(head),
      sector: Int(sector & 0x3F))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
