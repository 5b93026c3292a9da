import Foundation
import Media
import Testing

@Suite struct DiskImageTests {
  private func file(sectors: Int) -> TemporaryFile {
    TemporaryFile((0..<512 * sectors).map { UInt8(truncatingIfNeeded: $0 / 512) })
  }

  private func cause(_ body: () throws -> Void) -> MediaError.Cause? {
    do {
      try body()
      return nil
    } catch {
      return (error as? MediaError)?.cause
    }
  }

  @Test func overlayLeavesTheFileAlone() throws {
    let file = file(sectors: 10)
    let before = file.contents
    let image = try DiskImage(path: file.path)
    #expect(image.sectorCount == 10 && !image.isPersistent && !image.isWriteProtected)
    #expect(try image.sector(7) == [UInt8](repeating: 7, count: 512))
    try image.write(7, from: [UInt8](repeating: 0xEE, count: 512))
    try image.flush()
    #expect(try image.sector(7) == [UInt8](repeating: 0xEE, count: 512))
    #expect(try image.sector(8)[0] == 8)
    #expect(file.contents == before)
    #expect(image.changedSectors.map(\.index) == [7])
    let other = try DiskImage(path: file.path)
    other.restore(changedSectors: image.changedSectors)
    #expect(try other.sector(7)[0] == 0xEE)
  }

  @Test func readWriteReachesTheFile() throws {
    let file = file(sectors: 10)
    let image = try DiskImage(path: file.path, access: .readWrite)
    #expect(image.isPersistent)
    var buffer = [UInt8](repeating: 0, count: 2048)
    for index in 512..<1024 { buffer[index] = 0x77 }
    try image.write(9, from: buffer, at: 512)
    try image.flush()
    #expect(file.contents.suffix(512).allSatisfy { $0 == 0x77 })
    #expect(file.contents.count == 5120)
    try image.read(9, into: &buffer, at: 1024)
    #expect(buffer[1535] == 0x77 && buffer[1536] == 0)
    #expect(image.changedSectors.isEmpty)
  }

  @Test func readOnlyTakesNothing() throws {
    let file = file(sectors: 2)
    let image = try DiskImage(path: file.path, access: .readOnly)
    #expect(image.isWriteProtected)
    try image.write(0, from: [UInt8](repeating: 9, count: 512))
    #expect(try image.sector(0)[0] == 0)
  }

  @Test func beyondTheEndAreZeros() throws {
    let file = file(sectors: 3)
    let image = try DiskImage(path: file.path, access: .readWrite)
    #expect(try image.sector(99) == [UInt8](repeating: 0, count: 512))
    try image.write(3, from: [UInt8](repeating: 1, count: 512))
    #expect(file.contents.count == 3 * 512, "a drive's end is its end")
    image.pad(to: 8)
    #expect(image.sectorCount == 8)
    #expect(try image.sector(5)[0] == 0)
    try image.write(5, from: [UInt8](repeating: 1, count: 512))
    #expect(file.contents.count == 6 * 512)
  }

  @Test func locks() throws {
    let file = file(sectors: 2)
    var writer: DiskImage? = try DiskImage(path: file.path, access: .readWrite)
    #expect(cause { _ = try DiskImage(path: file.path) } == .locked(forWriting: false))
    #expect(
      cause { _ = try DiskImage(path: file.path, access: .readWrite) } == .locked(forWriting: true))
    #expect(writer != nil)
    writer = nil
    let readers = [try DiskImage(path: file.path), try DiskImage(path: file.path)]
    #expect(
      cause { _ = try DiskImage(path: file.path, access: .readWrite) } == .locked(forWriting: true))
    #expect(readers.count == 2)
  }

  @Test func foreignLocksAreRespected() throws {
    let file = file(sectors: 2)
    let descriptor = open(file.path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(cause { _ = try DiskImage(path: file.path) } == .locked(forWriting: false))
    #expect(flock(descriptor, LOCK_UN) == 0)
    _ = try DiskImage(path: file.path)
  }

  @Test func refusals() throws {
    let empty = TemporaryFile([])
    let odd = TemporaryFile([UInt8](repeating: 0, count: 1000))
    #expect(cause { _ = try DiskImage(path: "/no/such/file") } == .missing)
    #expect(cause { _ = try DiskImage(path: "/tmp") } == .directory)
    #expect(cause { _ = try DiskImage(path: "/tmp", access: .readWrite) } == .directory)
    #expect(cause { _ = try DiskImage(path: "/dev/null") } == .notAFile)
    #expect(cause { _ = try DiskImage(path: empty.path) } == .empty)
    #expect(
      cause { _ = try DiskImage(path: odd.path) } == .oddSized(byteCount: 1000, sectorSize: 512))
    let pipe = TemporaryFile(nil)
    #expect(mkfifo(pipe.path, 0o600) == 0)
    #expect(cause { _ = try DiskImage(path: pipe.path) } == .notAFile)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read and write everything"))
  func permissions() throws {
    let file = file(sectors: 2)
    chmod(file.path, 0o400)
    #expect(
      cause { _ = try DiskImage(path: file.path, access: .readWrite) } == .notWritable)
    chmod(file.path, 0)
    #expect(cause { _ = try DiskImage(path: file.path) } == .unreadable)
  }

  /// The host's limit on file lengths stands in for a full disk: both end a write half way.
  @Test func hostErrorsAreToldAndThrown() throws {
    let file = file(sectors: 2)
    let image = try DiskImage(path: file.path, access: .readWrite)
    // Sector numbers beyond what a file can have.
    image.pad(to: 1 << 54)
    var told: [MediaError] = []
    image.onFailure = { told.append($0) }
    let found = cause {
      try image.write((1 << 54) - 1, from: [UInt8](repeating: 0, count: 512))
    }
    #expect(found != nil && told.map(\.cause) == [found])
  }

  @Test func everyMessageIsOneLineThatNamesTheFile() {
    let causes: [MediaError.Cause] = [
      .missing, .directory, .notAFile, .empty, .oddSized(byteCount: 7, sectorSize: 512),
      .unreadable, .notWritable, .locked(forWriting: true), .locked(forWriting: false), .diskFull,
      .tooLargeForFloppy(byteCount: 9), .notACD, .unrecognised,
      .host(operation: "read", reason: "Input/output error"),
    ]
    for cause in causes {
      let text = MediaError(path: "a/b.img", cause: cause).description
      #expect(text.hasPrefix("a/b.img: ") && !text.contains("\n"))
      #expect(text.contains(";"), "a cause and a mend")
    }
  }

  @Test func memoryImages() throws {
    let image = DiskImage(name: "memory", bytes: [1] + [UInt8](repeating: 0, count: 600))
    #expect(image.sectorCount == 2 && image.byteCount == 1024)
    #expect(try image.sector(0)[0] == 1)
    try image.write(1, from: [UInt8](repeating: 5, count: 512))
    #expect(try image.sector(1)[511] == 5)
    let large = DiskImage(name: "large", sectorCount: 1 << 40)
    try large.write((1 << 40) - 1, from: [UInt8](repeating: 6, count: 512))
    #expect(try large.sector((1 << 40) - 1)[0] == 6)
    #expect(large.changedSectors.count == 1)
  }

  @Test func floppiesOfAnyLength() throws {
    let short = TemporaryFile([UInt8](repeating: 1, count: 1_296_384))
    let image = try DiskImage.floppy(path: short.path)
    #expect(image.sectorCount == 2880)
    #expect(try image.sector(2531)[511] == 1 && image.sector(2532)[0] == 0)
    let large = TemporaryFile([UInt8](repeating: 1, count: 2_949_120 + 512))
    #expect(
      cause { _ = try DiskImage.floppy(path: large.path) }
        == .tooLargeForFloppy(byteCount: 2_949_632))
  }
}
