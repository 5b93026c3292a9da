import Media
import Testing

@Suite struct CDImageTests {
  private func plain(_ sectors: Int) -> [UInt8] {
    (0..<2048 * sectors).map { UInt8(truncatingIfNeeded: $0 / 2048 &+ 1) }
  }

  private func raw(_ sectors: Int, mode: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    for sector in 0..<sectors {
      bytes += [0] + [UInt8](repeating: 0xFF, count: 10) + [0]
      bytes += [0, 2, UInt8(sector), mode]
      if mode == 2 { bytes += [UInt8](repeating: 0xEE, count: 8) }
      bytes += [UInt8](repeating: UInt8(sector + 1), count: 2048)
      bytes += [UInt8](repeating: 0xDD, count: mode == 2 ? 280 : 288)
    }
    return bytes
  }

  @Test func plainSectors() throws {
    let file = TemporaryFile(plain(20), suffix: ".iso")
    let disc = try CDImage(path: file.path)
    #expect(disc.sectorCount == 20 && !disc.hasISO9660Descriptor)
    #expect(try disc.sector(19) == [UInt8](repeating: 20, count: 2048))
    #expect(try disc.sector(20) == [UInt8](repeating: 0, count: 2048))
    var buffer = [UInt8](repeating: 0xAA, count: 6000)
    try disc.read(3, into: &buffer, at: 1000)
    #expect(buffer[999] == 0xAA && buffer[1000] == 4 && buffer[3047] == 4 && buffer[3048] == 0xAA)
  }

  @Test(arguments: [1, 2] as [UInt8])
  func rawSectors(_ mode: UInt8) throws {
    let disc = try CDImage(name: "raw", bytes: raw(5, mode: mode))
    #expect(disc.sectorCount == 5 && disc.byteCount == 5 * 2048)
    #expect(try disc.sector(4) == [UInt8](repeating: 5, count: 2048))
  }

  @Test func lengths() throws {
    #expect(throws: MediaError(path: "x", cause: .oddSized(byteCount: 5000, sectorSize: 2048))) {
      try CDImage(name: "x", bytes: [UInt8](repeating: 1, count: 5000))
    }
    #expect(throws: MediaError(path: "x", cause: .empty)) { try CDImage(name: "x", bytes: []) }
    // Half a last sector is read with zeros behind it.
    let disc = try CDImage(name: "x", bytes: [UInt8](repeating: 1, count: 2048 + 512))
    #expect(disc.sectorCount == 2)
    #expect(try disc.sector(1)[511] == 1 && disc.sector(1)[512] == 0)
  }

  @Test func sharedLock() throws {
    let file = TemporaryFile(plain(2))
    let disc = try CDImage(path: file.path)
    #expect(throws: MediaError(path: file.path, cause: .locked(forWriting: true))) {
      try DiskImage(path: file.path, access: .readWrite)
    }
    #expect(disc.sectorCount == 2)
  }
}
