import BusKit
import Chips
import Foundation
import Media
import Testing

@Suite struct ATADiskTests {
  private func words(_ bytes: [UInt8]) -> [UInt16] {
    stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
  }

  private func number(_ bytes: [UInt8]) -> Int { Int(bytes[0]) | Int(bytes[1]) << 8 }

  @Test func resetShowsTheSignature() {
    let (bench, _) = ATABench.withDisk()
    bench.write(8, 0x04)
    #expect(bench.status == 0x80)
    bench.write(8, 0x00)
    #expect(bench.status == 0x80)
    #expect(bench.settle() == 0x50)
    #expect((1...5).map { bench.read($0) } == [1, 1, 1, 0, 0])
    #expect(!bench.interrupt.level)
  }

  @Test func emptyCableFloats() {
    let bench = ATABench()
    #expect((0...8).allSatisfy { bench.read($0) == 0xFF })
    #expect(bench.channel.readPortWide(0, .word) == 0xFFFF)
  }

  @Test func absentSlaveHasStatusZero() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0xEC, device: 0xB0)
    #expect(bench.read(7) == 0 && bench.status == 0)
    bench.clock.run()
    #expect(bench.read(7) == 0 && !bench.interrupt.level)
    bench.write(6, 0xA0)
    #expect(bench.read(7) == 0x50)
  }

  @Test func identify() {
    let (bench, _) = ATABench.withDisk(
      sectors: 4096, geometry: DiskGeometry(cylinders: 8, heads: 16, sectorsPerTrack: 32))
    bench.command(0xEC)
    #expect(bench.status == 0x80)
    #expect(bench.settle() == 0x58)
    #expect(bench.interrupt.level)
    let bytes = bench.takeData(512)
    let data = words(bytes)
    #expect([data[0], data[1], data[3], data[6]] == [0x40, 8, 16, 32])
    #expect(bytes[54..<58].elementsEqual(Array("iRgn".utf8)))
    #expect(data[47] == 0x8010)
    #expect(data[49] & 0x0300 == 0x0200, "LBA, no DMA")
    #expect(data[63] == 0 && data[88] == 0)
    #expect(data[54..<58].elementsEqual([8, 16, 32, 4096]))
    #expect(data[60] == 4096 && data[100] == 4096)
    #expect(data[83] & 0xC400 == 0x4400)
    #expect(bytes.reduce(0, &+) == 0, "the checksum")
    #expect(bench.status == 0x50)
  }

  @Test func readsByLBA() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0x20, lba: 1000, count: 3)
    let bytes = bench.takeData(3 * 512)
    #expect(bytes.count == 3 * 512)
    #expect((0..<3).map { number(Array(bytes[(512 * $0)...])) } == [1000, 1001, 1002])
    #expect(bytes[511] == 0xA5)
    #expect(bench.status == 0x50)
    #expect(bench.interruptEdges == 1, "the status was never read")
    #expect(bench.read(2) == 0 && bench.read(3) == UInt8(1002 & 0xFF) && bench.read(4) == 3)
  }

  @Test func interruptPerSectorAndStatusClearsIt() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0x20, lba: 0, count: 2)
    #expect(!bench.interrupt.level)
    bench.settle()
    #expect(bench.interrupt.level)
    _ = bench.read(8)
    #expect(bench.interrupt.level, "the alternate status leaves it")
    _ = bench.read(7)
    #expect(!bench.interrupt.level)
    for _ in 0..<256 { _ = bench.channel.readPortWide(0, .word) }
    #expect(bench.status == 0x80)
    bench.settle()
    #expect(bench.interrupt.level)
    bench.write(8, 0x02)
    #expect(!bench.interrupt.level, "nIEN")
    bench.write(8, 0x00)
    #expect(bench.interrupt.level)
    bench.write(6, 0xF0)
    #expect(!bench.interrupt.level, "the other device is selected")
  }

  @Test func writesAndReadsBack() throws {
    let (bench, image) = ATABench.withDisk()
    let bytes = (0..<1024).map { UInt8(truncatingIfNeeded: $0 * 7) }
    bench.command(0x30, lba: 77, count: 2)
    #expect(bench.settle() == 0x58)
    #expect(!bench.interrupt.level, "no interrupt before the first block")
    bench.giveData(Array(bytes[..<512]))
    bench.settle()
    #expect(bench.interrupt.level)
    #expect(bench.read(7) == 0x58)
    bench.giveData(Array(bytes[512...]))
    #expect(bench.settle() == 0x50)
    #expect(bench.interrupt.level)
    #expect(try image.sector(77) + image.sector(78) == bytes)
    bench.command(0x20, lba: 77, count: 2)
    #expect(bench.takeData(1024) == bytes)
  }

  @Test func translatesCylindersHeadsAndSectors() {
    let (bench, _) = ATABench.withDisk(
      geometry: DiskGeometry(cylinders: 8, heads: 16, sectorsPerTrack: 32))
    func readCHS(_ c: UInt32, _ h: UInt8, _ s: UInt32) -> Int? {
      bench.command(0x20, device: 0xA0 | h, lba: s | c << 8, count: 1)
      let bytes = bench.takeData(512)
      return bytes.isEmpty ? nil : number(bytes)
    }
    #expect(readCHS(0, 0, 1) == 0)
    #expect(readCHS(3, 5, 7) == (3 * 16 + 5) * 32 + 6)
    #expect(readCHS(0, 0, 0) == nil)
    #expect(bench.read(1) == 0x10 && bench.status & 1 == 1)
    #expect(readCHS(0, 0, 33) == nil)
    #expect(readCHS(8, 0, 1) == nil)
    // INITIALIZE DEVICE PARAMETERS: 4 heads of 16 sectors.
    bench.command(0x91, device: 0xA3, count: 16)
    #expect(bench.settle() == 0x50)
    #expect(readCHS(3, 2, 7) == (3 * 4 + 2) * 16 + 6)
    #expect(readCHS(0, 4, 1) == nil)
    bench.command(0xEC)
    let data = words(bench.takeData(512))
    #expect(data[1] == 8 && data[3] == 16 && data[6] == 32)
    #expect(data[54..<58].elementsEqual([64, 4, 16, 4096]))
    // The registers follow the transfer in the same form.
    bench.command(0x20, device: 0xA3, lba: 16, count: 2)
    _ = bench.takeData(1024)
    #expect((3...6).map { bench.read($0) } == [1, 1, 0, 0xA0])
  }

  @Test func multipleSectorsABlock() throws {
    let (bench, image) = ATABench.withDisk()
    bench.command(0xC4, lba: 0, count: 1)
    #expect(bench.settle() & 1 == 1 && bench.read(1) == 0x04, "not enabled")
    bench.command(0xC6, count: 3)
    #expect(bench.settle() & 1 == 1)
    bench.command(0xC6, count: 32)
    #expect(bench.settle() & 1 == 1)
    bench.command(0xC6, count: 8)
    #expect(bench.settle() == 0x50)
    bench.command(0xC4, lba: 100, count: 20)
    var blocks = 0
    var bytes: [UInt8] = []
    while bench.settle() & 8 != 0 {
      #expect(bench.interrupt.level)
      _ = bench.read(7)
      blocks += 1
      let count = min(8, 20 - bytes.count / 512) * 256
      for _ in 0..<count {
        #expect(bench.status & 8 != 0)
        let word = bench.channel.readPortWide(0, .word)!
        bytes += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
      }
    }
    #expect(blocks == 3 && bytes.count == 20 * 512)
    #expect(number(Array(bytes[(19 * 512)...])) == 119)
    bench.command(0xC5, lba: 200, count: 9)
    bench.giveData([UInt8](repeating: 0x11, count: 9 * 512))
    #expect(bench.settle() == 0x50)
    #expect(try image.sector(208) == [UInt8](repeating: 0x11, count: 512))
    #expect(try image.sector(209)[0] == 209)
    bench.command(0xEC)
    #expect(words(bench.takeData(512))[59] == 0x0108)
  }

  @Test func fortyEightBitAddresses() throws {
    let bench = ATABench()
    // A sparse disk of 3 TiB.
    let image = DiskImage(name: "large", sectorCount: 6_442_450_944)
    bench.channel.attach(ATADisk(image: image, scheduler: bench.clock.scheduler), at: 0)
    let lba: UInt64 = 0x1_7FFF_FF00
    bench.extended(0x34, lba: lba, count: 0x0102)
    let bytes = (0..<0x0101 * 512).map { UInt8(truncatingIfNeeded: $0 / 512) }
    bench.giveData(bytes)
    #expect(bench.settle() & 1 == 1, "two sectors beyond the end")
    #expect(bench.read(1) == 0x10)
    #expect(try image.sector(lba + 0x42)[0] == 0x42)
    // The registers name the sector where it happened; HOB shows the high half.
    #expect((2...5).map { bench.read($0) } == [2, 0, 0, 0])
    bench.write(8, 0x80)
    #expect((2...5).map { bench.read($0) } == [0, 0x80, 1, 0])
    bench.extended(0x24, lba: lba, count: 3)
    #expect(bench.takeData(3 * 512)[1024] == 2)
    bench.extended(0x27, lba: 0, count: 0)
    #expect(bench.settle() == 0x50)
    #expect((3...5).map { bench.read($0) } == [0xFF, 0xFF, 0xFF])
    bench.write(8, 0x80)
    #expect((3...5).map { bench.read($0) } == [0x7F, 0x01, 0x00])
    bench.command(0xF8)
    bench.settle()
    #expect((3...6).map { bench.read($0) } == [0xFF, 0xFF, 0xFF, 0xEF])
    bench.command(0xEC)
    let data = words(bench.takeData(512))
    #expect(data[60..<62].elementsEqual([0xFFFF, 0x0FFF]))
    #expect(data[100..<104].elementsEqual([0, 0x8000, 1, 0]))
  }

  @Test func countZeroMeans256() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0x20, lba: 0, count: 0)
    #expect(bench.takeData(1 << 20).count == 256 * 512)
  }

  @Test func beyondTheEnd() {
    let (bench, _) = ATABench.withDisk(sectors: 100)
    bench.command(0x20, lba: 98, count: 5)
    #expect(bench.takeData(5 * 512).count == 1024)
    #expect(bench.status & 1 == 1 && bench.read(1) == 0x10 && bench.read(3) == 100)
    bench.command(0x20, lba: 100, count: 1)
    #expect(bench.settle() == 0x51)
    #expect(bench.interrupt.level)
    bench.command(0x40, lba: 0, count: 100)
    #expect(bench.settle() == 0x50)
    bench.command(0x40, lba: 1, count: 100)
    #expect(bench.settle() == 0x51)
    bench.command(0x70, lba: 99)
    #expect(bench.settle() == 0x50)
    bench.command(0x70, lba: 100)
    #expect(bench.settle() == 0x51)
  }

  @Test(arguments: [0x00, 0x08, 0xA0, 0xA1, 0x25, 0xC8, 0xCA, 0x22, 0xFF] as [UInt8])
  func unsupportedCommandsAreAborted(_ command: UInt8) {
    let (bench, _) = ATABench.withDisk()
    bench.command(command)
    #expect(bench.settle() == 0x51)
    #expect(bench.read(1) == 0x04)
    #expect(bench.interrupt.level)
  }

  @Test(
    arguments: [
      (0x03, 0x0C, true), (0x03, 0x00, true), (0x03, 0x20, false), (0x03, 0x42, false),
      (0x02, 0, true), (0x82, 0, true), (0x55, 0, true), (0xAA, 0, true), (0x99, 0, false),
    ] as [(UInt8, UInt8, Bool)])
  func setFeatures(_ feature: UInt8, _ count: UInt8, _ isSupported: Bool) {
    let (bench, _) = ATABench.withDisk()
    bench.command(0xEF, count: count, features: feature)
    #expect(bench.settle() == (isSupported ? 0x50 : 0x51))
  }

  @Test func byteTransfersWhenAskedFor() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0xEF, features: 0x01)
    bench.settle()
    bench.command(0x20, lba: 300, count: 1)
    bench.settle()
    let bytes = (0..<512).map { _ in bench.read(0) }
    #expect(bytes[0] == UInt8(300 & 0xFF) && bytes[1] == 1 && bytes[2] == 0xA5)
    #expect(bench.status == 0x50)
  }

  @Test func wideAccesses() {
    let (bench, _) = ATABench.withDisk()
    bench.command(0x20, lba: 258, count: 1)
    bench.settle()
    #expect(bench.channel.readPortWide(0, .dword) == 0xA5A5_0102)
    #expect(bench.channel.peekPort(0) == 0xA5)
    for _ in 0..<127 { _ = bench.channel.readPortWide(0, .dword) }
    #expect(bench.status == 0x50)
    #expect(bench.channel.readPortWide(0, .word) == 0xFFFF)
    #expect(bench.channel.readPortWide(2, .word) == nil)
  }

  @Test func buffersAndPower() {
    let (bench, _) = ATABench.withDisk()
    let bytes = (0..<512).map { UInt8(truncatingIfNeeded: $0 ^ 0x5A) }
    bench.command(0xE8)
    bench.giveData(bytes)
    #expect(bench.settle() == 0x50)
    bench.command(0xE4)
    #expect(bench.takeData(512) == bytes)
    bench.command(0xE5)
    bench.settle()
    #expect(bench.read(2) == 0xFF)
    bench.command(0xE0)
    bench.settle()
    bench.command(0xE5)
    bench.settle()
    #expect(bench.read(2) == 0x00)
    bench.command(0xE6)
    bench.settle()
    _ = bench.read(7)
    bench.command(0xEC)
    bench.clock.run()
    #expect(!bench.interrupt.level && bench.status == 0x50, "asleep")
    bench.write(8, 0x04)
    bench.write(8, 0x00)
    bench.settle()
    bench.command(0xEC)
    #expect(bench.settle() == 0x58)
  }

  @Test func diagnosticOfBothDevices() {
    let (bench, _) = ATABench.withDisk()
    bench.channel.attach(
      ATADisk(image: ATABench.numbered(64), scheduler: bench.clock.scheduler), at: 1)
    bench.command(0x90, device: 0xF0)
    bench.settle()
    #expect(bench.interrupt.level)
    #expect((1...6).map { bench.read($0) } == [1, 1, 1, 0, 0, 0xA0])
    #expect(bench.read(7) == 0x50)
    bench.command(0x20, device: 0xF0, lba: 63, count: 1)
    #expect(number(bench.takeData(512)) == 63)
    bench.command(0x20, lba: 64, count: 1)
    #expect(number(bench.takeData(512)) == 64)
  }

  @Test func registersAreWrittenOnBothAndLostWhileBusy() {
    let (bench, _) = ATABench.withDisk()
    bench.write(2, 0x55)
    bench.write(3, 0xAA)
    #expect(bench.read(2) == 0x55 && bench.read(3) == 0xAA)
    bench.command(0x20, lba: 5, count: 1)
    bench.write(3, 99)
    bench.write(7, 0xEC)
    #expect(number(bench.takeData(512)) == 5)
  }

  @Test func statesSurviveArchiving() throws {
    let (bench, _) = ATABench.withDisk()
    bench.command(0x20, lba: 5, count: 2)
    bench.settle()
    _ = bench.channel.readPortWide(0, .word)
    let disk = try #require(bench.channel.device(at: 0) as? ATADisk)
    let data = try JSONEncoder().encode(disk.state)
    #expect(try JSONDecoder().decode(ATADisk.State.self, from: data) == disk.state)
    let before = disk.state
    for offset: UInt16 in 0...8 { _ = bench.channel.peekPort(offset) }
    #expect(disk.state == before)
  }

  /// A sector beyond what the host's file system can hold ends as a full disk does.
  @Test func hostFailuresAreDeviceFaults() throws {
    let path = NSTemporaryDirectory() + "/ringone-" + UUID().uuidString
    try Data(count: 512).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let image = try DiskImage(path: path, access: .readWrite)
    image.pad(to: 1 << 48)
    var told = 0
    image.onFailure = { _ in told += 1 }
    let bench = ATABench()
    bench.channel.attach(ATADisk(image: image, scheduler: bench.clock.scheduler), at: 0)
    bench.extended(0x34, lba: (1 << 48) - 1, count: 1)
    bench.giveData([UInt8](repeating: 1, count: 512))
    #expect(bench.settle() == 0x71 && bench.read(1) == 0x04 && told == 1)
    bench.extended(0x34, lba: 1, count: 1)
    bench.giveData([UInt8](repeating: 1, count: 512))
    #expect(bench.settle() == 0x50)
    bench.command(0xE7)
    #expect(bench.settle() == 0x50)
    #expect(FileManager.default.contents(atPath: path)?.count == 1024)
  }

  @Test func longVerification() {
    let bench = ATABench()
    bench.channel.attach(
      ATADisk(
        image: DiskImage(name: "large", sectorCount: 1 << 20), scheduler: bench.clock.scheduler),
      at: 0)
    bench.extended(0x42, lba: 5, count: 0)
    #expect(bench.settle() == 0x50)
    #expect((3...5).map { bench.read($0) } == [4, 0, 1])
  }

  @Test func writeProtectedDiskRefuses() {
    let bench = ATABench()
    let image = DiskImage(
      name: "ro", bytes: [UInt8](repeating: 0, count: 5120), isWriteProtected: true)
    bench.channel.attach(ATADisk(image: image, scheduler: bench.clock.scheduler), at: 0)
    bench.command(0x30, lba: 0, count: 1)
    #expect(bench.settle() == 0x51 && bench.read(1) == 0x04)
  }

  @Test func realSeeksTakeMilliseconds() throws {
    let (bench, _) = ATABench.withDisk(sectors: 4096, speed: .real)
    func time(_ lba: UInt32) -> UInt64? {
      bench.command(0x20, lba: lba, count: 1)
      let time = bench.clock.run(atMost: 1_000_000) { bench.interrupt.level }
      _ = bench.takeData(512)
      return time
    }
    let far = try #require(time(4000))
    let near = try #require(time(4001))
    #expect((10_000...30_000).contains(far))
    #expect(near < 100)
  }

  @Test func absurdGuestsAreHarmless() {
    let (bench, _) = ATABench.withDisk()
    var seed: UInt32 = 7
    for _ in 0..<100_000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      let offset = UInt16(truncatingIfNeeded: seed >> 8) % 9
      let value = UInt8(truncatingIfNeeded: seed >> 20)
      switch seed >> 28 {
      case 0...2: _ = bench.read(offset)
      case 3: _ = bench.channel.readPortWide(0, .dword)
      case 4: _ = bench.channel.writePortWide(0, seed, .word)
      case 5: bench.clock.run(microseconds: 20)
      default: bench.write(offset, value)
      }
    }
    bench.write(8, 0x04)
    bench.write(8, 0x00)
    bench.write(6, 0xA0)
    #expect(bench.settle() & 0x80 == 0)
  }
}
