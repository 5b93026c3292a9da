import Media
import Testing

@Suite struct ImageKindTests {
  private func image(_ count: Int, _ places: [Int: [UInt8]] = [:]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    for (place, part) in places { bytes.replaceSubrange(place..<place + part.count, with: part) }
    return bytes
  }

  private let signature: [Int: [UInt8]] = [510: [0x55, 0xAA]]
  private let descriptor: [Int: [UInt8]] = [32768: [1] + Array("CD001".utf8) + [1]]

  @Test func floppiesByExactLength() throws {
    let kind = try ImageKind(name: "dos.img", bytes: image(1_474_560, signature))
    #expect(kind.medium == .floppy(FloppyFormat.exactly(1_474_560)!))
    #expect(kind.notice == nil)
    // Even without a boot signature, and even when named .iso.
    #expect(try ImageKind(name: "x.iso", bytes: image(368_640)).medium.option == "-fda")
  }

  @Test func discsByNameAndDescriptor() throws {
    let plain = try ImageKind(name: "a.ISO", bytes: image(100 * 2048, descriptor))
    #expect(plain.medium == .cdrom && plain.notice == nil)
    // A descriptor without the name serves where nothing else fits.
    #expect(try ImageKind(name: "a.bin", bytes: image(100 * 2048, descriptor)).medium == .cdrom)
    // The name without a descriptor does not.
    #expect(throws: MediaError.self) { try ImageKind(name: "a.iso", bytes: image(100 * 2048)) }
  }

  @Test func hybridsSayWhatWasChosen() throws {
    let both = signature.merging(descriptor) { $1 }
    let disc = try ImageKind(name: "live.iso", bytes: image(4_000_000 / 2048 * 2048, both))
    #expect(disc.medium == .cdrom)
    #expect(disc.notice == "live.iso: taken as a CD-ROM; use -hda for a hard disk")
    let disk = try ImageKind(name: "live.img", bytes: image(4_000_000 / 2048 * 2048, both))
    #expect(disk.notice == "live.img: taken as a hard disk; use -cdrom for a CD-ROM")
    let floppy = try ImageKind(name: "f.iso", bytes: image(1_474_560, both))
    #expect(floppy.notice == "f.iso: taken as a 1440K floppy; use -cdrom for a CD-ROM")
  }

  @Test func hardDisks() throws {
    let kind = try ImageKind(name: "c.img", bytes: image(504 * 63 * 16 * 20, signature))
    #expect(kind.medium.option == "-hda" && kind.notice == nil)
    // GRUB's rescue floppy: no floppy's length, but a boot sector and whole sectors.
    let grub = try ImageKind(name: "grub.img", bytes: image(1_296_384, signature))
    #expect(grub.medium.option == "-hda")
    #expect(grub.notice == "grub.img: taken as a hard disk; use -fda for a 1440K floppy")
    // A floppy-sized disk with partitions.
    let boot = GeometryTests.bootSector(heads: 2, sectors: 18, first: 18, count: 2862)
    let small = try ImageKind(name: "p.img", bytes: image(1_474_560, [0: boot]))
    #expect(small.medium.option == "-fda")
    #expect(small.notice == "p.img: taken as a 1440K floppy; use -hda for a hard disk")
  }

  @Test func neither() {
    func cause(_ bytes: [UInt8]) -> MediaError.Cause? {
      do throws(MediaError) {
        _ = try ImageKind(name: "x", bytes: bytes)
        return nil
      } catch {
        return error.cause
      }
    }
    #expect(cause([]) == .empty)
    #expect(cause(image(512 * 7)) == .unrecognised)
    #expect(cause(image(1000, signature)) == .oddSized(byteCount: 1000, sectorSize: 512))
  }

  @Test func files() throws {
    let file = TemporaryFile(image(737_280))
    #expect(try ImageKind(path: file.path).medium.option == "-fda")
    #expect(throws: MediaError(path: "/none", cause: .missing)) { try ImageKind(path: "/none") }
  }
}
