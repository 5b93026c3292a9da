import Media
import Testing

@Suite struct GeometryTests {
  @Test func placesAndBlocks() {
    let geometry = DiskGeometry(cylinders: 80, heads: 2, sectorsPerTrack: 18)
    #expect(geometry.sectorCount == 2880)
    for block: UInt64 in [0, 17, 18, 35, 36, 2879] {
      #expect(geometry.place(ofBlock: block).flatMap(geometry.block(at:)) == block)
    }
    #expect(geometry.place(ofBlock: 36) == CHS(cylinder: 1, head: 0, sector: 1))
    #expect(geometry.place(ofBlock: 2880) == nil)
    #expect(geometry.block(at: CHS(cylinder: 0, head: 0, sector: 0)) == nil)
    #expect(geometry.block(at: CHS(cylinder: 0, head: 2, sector: 1)) == nil)
    #expect(geometry.block(at: CHS(cylinder: 80, head: 0, sector: 1)) == nil)
  }

  @Test(
    arguments: [
      (163_840, 40, 1, 8), (184_320, 40, 1, 9), (327_680, 40, 2, 8), (368_640, 40, 2, 9),
      (737_280, 80, 2, 9), (1_228_800, 80, 2, 15), (1_474_560, 80, 2, 18), (2_949_120, 80, 2, 36),
      (1_720_320, 80, 2, 21), (1_763_328, 82, 2, 21),
    ] as [(UInt64, Int, Int, Int)])
  func floppyFormats(_ byteCount: UInt64, _ cylinders: Int, _ heads: Int, _ sectors: Int) {
    let format = FloppyFormat.exactly(byteCount)
    #expect(format?.cylinders == cylinders && format?.heads == heads)
    #expect(format?.sectorsPerTrack == sectors)
    #expect(FloppyFormat.exactly(byteCount + 512) == nil)
  }

  @Test func drivesOfFormats() {
    #expect(FloppyFormat.exactly(368_640)?.drive == .kb360)
    #expect(FloppyFormat.exactly(737_280)?.drive == .kb720)
    #expect(FloppyFormat.exactly(1_228_800)?.drive == .mb1_2)
    #expect(FloppyFormat.exactly(1_720_320)?.drive == .mb1_44)
    #expect(FloppyFormat.exactly(2_949_120)?.drive == .mb2_88)
    #expect(FloppyFormat.holding(1)?.name == "160K")
    #expect(FloppyFormat.holding(1_228_801)?.name == "1440K")
    #expect(FloppyFormat.holding(3_000_000) == nil)
  }

  /// A boot sector with one partition whose CHS fields follow the given shape.
  static func bootSector(heads: Int, sectors: Int, first: Int, count: Int) -> [UInt8] {
    func place(_ block: Int) -> [UInt8] {
      let cylinder = min(block / (heads * sectors), 1023)
      let head = block / sectors % heads
      return [
        UInt8(head), UInt8(block % sectors + 1 | cylinder >> 2 & 0xC0), UInt8(cylinder & 0xFF),
      ]
    }
    func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var bytes = [UInt8](repeating: 0, count: 512)
    let entry = [0x80] + place(first) + [0x06] + place(first + count - 1)
    bytes.replaceSubrange(446..<462, with: entry + number(first) + number(count))
    (bytes[510], bytes[511]) = (0x55, 0xAA)
    return bytes
  }

  @Test func hardDiskGeometryFollowsThePartitions() {
    let boot = Self.bootSector(heads: 4, sectors: 17, first: 17, count: 615 * 68 - 17)
    #expect(
      DiskGeometry.hardDisk(sectorCount: 615 * 68, bootSector: boot)
        == DiskGeometry(cylinders: 615, heads: 4, sectorsPerTrack: 17))
    var broken = boot
    broken[446 + 8] = 18
    #expect(
      DiskGeometry.hardDisk(sectorCount: 615 * 68, bootSector: broken)
        == DiskGeometry(cylinders: 41, heads: 16, sectorsPerTrack: 63))
    let large = Self.bootSector(heads: 255, sectors: 63, first: 63, count: 2000 * 255 * 63 - 63)
    #expect(DiskGeometry.hardDisk(sectorCount: 40_001_000, bootSector: large).heads == 255)
    #expect(
      DiskGeometry.hardDisk(sectorCount: 1 << 40, bootSector: [])
        == DiskGeometry(cylinders: 16383, heads: 16, sectorsPerTrack: 63))
  }
}
