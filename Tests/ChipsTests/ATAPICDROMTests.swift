import BusKit
import Chips
import Foundation
import Media
import Testing

@Suite struct ATAPICDROMTests {
  private static func disc(sectors: Int = 100) -> CDImage {
    var bytes = [UInt8](repeating: 0xC3, count: 2048 * sectors)
    for sector in 0..<sectors { bytes[2048 * sector] = UInt8(truncatingIfNeeded: sector) }
    return try! CDImage(name: "cd", bytes: bytes)  // Never empty, and whole sectors.
  }

  /// A bench with a drive whose power-on attention has been taken.
  private func bench(disc: CDImage? = disc()) -> (ATABench, ATAPICDROM) {
    let bench = ATABench()
    let drive = ATAPICDROM(scheduler: bench.clock.scheduler, disc: disc)
    bench.channel.attach(drive, at: 0)
    if disc != nil {
      #expect(bench.packet([0x00]).status == 0x51)
      #expect(sense(bench) == [6, 0x29, 0])
    }
    return (bench, drive)
  }

  private func sense(_ bench: ATABench) -> [UInt8] {
    let data = bench.packet([0x03, 0, 0, 0, 18]).data
    return [data[2], data[12], data[13]]
  }

  @Test func signatureAndIdentify() {
    let (bench, _) = bench()
    bench.write(8, 0x04)
    bench.write(8, 0x00)
    #expect(bench.settle() == 0)
    #expect((1...5).map { bench.read($0) } == [1, 1, 1, 0x14, 0xEB])
    bench.command(0xEC, device: 0xA0)
    #expect(bench.settle() == 0x51)
    #expect(bench.read(1) == 0x04 && bench.read(4) == 0x14 && bench.read(5) == 0xEB)
    bench.command(0xA1, device: 0xA0)
    let data = bench.takeData(512)
    #expect(data[0] == 0xC0 && data[1] == 0x85)
    #expect(data[54..<58].elementsEqual(Array("iRgn".utf8)))
    #expect(data[99] & 0x03 == 0x02, "LBA, no DMA")
    // DEVICE RESET brings the signature back at once.
    bench.write(7, 0x08)
    #expect(bench.status == 0 && bench.read(4) == 0x14)
    #expect(!bench.interrupt.level)
  }

  @Test func aloneItAnswersZerosForTheSlave() throws {
    let (bench, drive) = bench()
    bench.write(6, 0xB0)
    bench.write(2, 0x55)
    #expect((1...7).allSatisfy { bench.read($0) == 0 })
    let data = try JSONEncoder().encode(drive.state)
    #expect(try JSONDecoder().decode(ATAPICDROM.State.self, from: data) == drive.state)
  }

  @Test func packetProtocol() {
    let (bench, _) = bench()
    _ = bench.read(7)
    bench.write(1, 0)
    bench.write(4, 0xFE)
    bench.write(5, 0xFF)
    bench.write(7, 0xA0)
    #expect(bench.status == 0x80)
    #expect(bench.settle() == 0x58)
    #expect(bench.read(2) == 0x01 && !bench.interrupt.level)
    for word: UInt32 in [0x0025, 0, 0, 0, 0, 0] { _ = bench.channel.writePortWide(0, word, .word) }
    #expect(bench.status == 0x80)
    #expect(bench.settle() == 0x58)
    #expect(bench.interrupt.level)
    #expect(bench.read(2) == 0x02 && bench.read(4) == 8 && bench.read(5) == 0)
    _ = bench.read(7)
    let capacity = bench.takeData(8)
    #expect(capacity == [0, 0, 0, 99, 0, 0, 8, 0])
    #expect(bench.settle() == 0x50)
    #expect(bench.interrupt.level && bench.read(2) == 0x03)
  }

  @Test func readsSectorsInBlocksOfTheHostsSize() {
    let (bench, _) = bench()
    let whole = bench.packet([0x28, 0, 0, 0, 0, 10, 0, 0, 3], limit: 0x1000)
    #expect(whole.blocks == [4096, 2048] && whole.status == 0x50)
    #expect((0..<3).map { whole.data[2048 * $0] } == [10, 11, 12])
    let small = bench.packet([0xA8, 0, 0, 0, 0, 98, 0, 0, 0, 2], limit: 1500)
    #expect(small.blocks == [1500, 1500, 1096])
    #expect(small.data[2048] == 99 && small.data.count == 4096)
    #expect(bench.packet([0x28], limit: 0xFFFF).data.isEmpty)
    let many = bench.packet([0x28, 0, 0, 0, 0, 0, 0, 0, 100], limit: 0)
    #expect(many.blocks == [63488, 63488, 63488, 2048 * 7])
  }

  @Test func errorsAndSense() {
    let (bench, _) = bench()
    let beyond = bench.packet([0x28, 0, 0, 0, 0, 99, 0, 0, 2])
    #expect(beyond.status == 0x51 && bench.read(1) == 0x54)
    #expect(sense(bench) == [5, 0x21, 0])
    #expect(sense(bench) == [0, 0, 0])
    #expect(bench.packet([0xFF]).status == 0x51)
    #expect(sense(bench) == [5, 0x20, 0])
    #expect(bench.packet([0xA8, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]).status == 0x51)
    #expect(sense(bench) == [5, 0x21, 0])
  }

  @Test func mediaChange() {
    let (bench, drive) = bench(disc: nil)
    #expect(bench.packet([0x00]).status == 0x51)
    #expect(sense(bench) == [2, 0x3A, 1])
    drive.insert(Self.disc(sectors: 7))
    #expect(bench.packet([0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8]).data == [0, 6, 4, 0x10, 2, 2, 0, 0])
    #expect(bench.packet([0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8]).data == [0, 6, 4, 0x10, 0, 2, 0, 0])
    #expect(bench.packet([0x12, 0, 0, 0, 36]).status == 0x50, "INQUIRY passes")
    #expect(bench.packet([0x25]).status == 0x51)
    #expect(sense(bench) == [6, 0x28, 0])
    #expect(bench.packet([0x25]).data[3] == 6)
    drive.insert(nil)
    #expect(bench.packet([0x25]).status == 0x51)
    #expect(sense(bench) == [2, 0x3A, 1])
  }

  @Test func trayAndLock() {
    let (bench, _) = bench()
    #expect(bench.packet([0x1E, 0, 0, 0, 1]).status == 0x50)
    #expect(bench.packet([0x1B, 0, 0, 0, 2]).status == 0x51)
    #expect(sense(bench) == [5, 0x53, 2])
    #expect(bench.packet([0x1E]).status == 0x50)
    #expect(bench.packet([0x1B, 0, 0, 0, 2]).status == 0x50)
    #expect(bench.packet([0x00]).status == 0x51)
    #expect(sense(bench) == [2, 0x3A, 2])
    #expect(bench.packet([0x1B, 0, 0, 0, 3]).status == 0x50)
    #expect(bench.packet([0x00]).status == 0x51)
    #expect(sense(bench) == [6, 0x28, 0])
    #expect(bench.packet([0x00]).status == 0x50)
  }

  @Test func tablesOfContents() {
    let (bench, _) = bench()
    let blocks = bench.packet([0x43, 0, 0, 0, 0, 0, 0, 0, 100]).data
    #expect(
      blocks == [0, 18, 1, 1, 0, 0x14, 1, 0, 0, 0, 0, 0, 0, 0x14, 0xAA, 0, 0, 0, 0, 100])
    let times = bench.packet([0x43, 2, 0, 0, 0, 0, 0, 0, 100]).data
    #expect(times[8..<12].elementsEqual([0, 0, 2, 0]))
    #expect(times[16..<20].elementsEqual([0, 0, 3, 25]))
    #expect(
      bench.packet([0x43, 0, 1, 0, 0, 0, 0, 0, 12]).data == [
        0, 10, 1, 1, 0, 0x14, 1, 0, 0, 0, 0, 0,
      ])
    #expect(bench.packet([0x43, 0, 0, 0, 0, 0, 0, 0, 4]).data == [0, 18, 1, 1])
    #expect(bench.packet([0x43, 0, 2, 0, 0, 0, 0, 0, 60]).data.count == 48)
    #expect(bench.packet([0x43, 0, 0, 0, 0, 0, 5, 0, 60]).status == 0x51)
  }

  @Test func descriptions() {
    let (bench, _) = bench()
    let inquiry = bench.packet([0x12, 0, 0, 0, 36]).data
    #expect(inquiry.count == 36 && inquiry[0] == 5 && inquiry[1] == 0x80 && inquiry[4] == 31)
    let mode = bench.packet([0x5A, 0, 0x2A, 0, 0, 0, 0, 0, 200]).data
    #expect(mode[1] == 26 && mode[2] == 1 && mode[8] == 0x2A && mode.count == 28)
    let all = bench.packet([0x5A, 0, 0x3F, 0, 0, 0, 0, 1, 0]).data
    #expect(Int(all[1]) == all.count - 2)
    #expect(bench.packet([0x5A, 0, 0x15, 0, 0, 0, 0, 0, 200]).status == 0x51)
    let configuration = bench.packet([0x46, 0, 0, 0, 0, 0, 0, 1, 0]).data
    #expect(Int(configuration[3]) == configuration.count - 4 && configuration[7] == 8)
    let one = bench.packet([0x46, 2, 0, 0x10, 0, 0, 0, 1, 0]).data
    #expect(one.count == 20 && one[9] == 0x10)
    #expect(bench.packet([0xBD, 0, 0, 0, 0, 0, 0, 0, 0, 8]).data.count == 8)
    #expect(bench.packet([0x51, 0, 0, 0, 0, 0, 0, 0, 34]).data[2] == 0x0E)
    #expect(bench.packet([0x42, 0, 0x40, 1, 0, 0, 0, 0, 16]).data.count == 16)
    #expect(bench.packet([0x2B, 0, 0, 0, 0, 50]).status == 0x50)
  }

  @Test func rawSectorsAreWellFormed() {
    let (bench, _) = bench()
    let user = bench.packet([0xBE, 0, 0, 0, 0, 5, 0, 0, 1, 0x10])
    #expect(user.data.count == 2048 && user.data[0] == 5)
    let raw = bench.packet([0xBE, 0, 0, 0, 0, 5, 0, 0, 2, 0xF8]).data
    #expect(raw.count == 2 * 2352)
    #expect(raw[..<12].elementsEqual([0] + [UInt8](repeating: 0xFF, count: 10) + [0]))
    #expect(raw[12..<16].elementsEqual([0x00, 0x02, 0x05, 1]))
    #expect(raw[16] == 5 && raw[17] == 0xC3)
    // Every P and Q vector is a code word: both syndromes vanish.
    let words = Array(raw[12..<2352])
    func syndromesVanish(_ vectors: Int, _ length: Int, _ index: (Int, Int) -> Int) -> Bool {
      (0..<vectors).allSatisfy { vector in
        var (sum, weighted) = (UInt8(0), UInt8(0))
        for place in 0..<length {
          let byte = words[index(vector, place)]
          sum ^= byte
          weighted = (weighted << 1 ^ (weighted & 0x80 != 0 ? 0x1D : 0)) ^ byte
        }
        return sum == 0 && weighted == 0
      }
    }
    #expect(syndromesVanish(86, 26) { vector, place in vector + 86 * place })
    #expect(
      syndromesVanish(52, 45) { vector, place in
        guard place < 43 else { return 2236 + vector + 52 * (place - 43) }
        return ((vector / 2 * 43 + place * 44) % 1118) * 2 + vector % 2
      })
    // The EDC over all from the sync on, itself included, leaves nothing.
    var remainder: UInt32 = 0
    for byte in raw[..<2068] {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 0 ? remainder >> 1 : remainder >> 1 ^ 0xD801_8001
      }
    }
    #expect(remainder == 0)
    #expect(bench.packet([0xB9, 0, 0, 0, 2, 0, 0, 2, 3, 0x10]).data.count == 3 * 2048)
    #expect(bench.packet([0xBE, 0x04, 0, 0, 0, 5, 0, 0, 1, 0x10]).status == 0x51)
    #expect(sense(bench) == [5, 0x64, 0])
  }

  @Test func masterDiskAndSlaveDrive() {
    let (bench, _) = ATABench.withDisk()
    bench.channel.attach(ATAPICDROM(scheduler: bench.clock.scheduler, disc: Self.disc()), at: 1)
    _ = bench.packet([0x00], device: 0xB0)
    #expect(bench.packet([0x28, 0, 0, 0, 0, 42, 0, 0, 1], device: 0xB0).data[0] == 42)
    bench.command(0x20, lba: 9, count: 1)
    #expect(bench.takeData(512)[0] == 9)
  }

  @Test func absurdGuestsAreHarmless() {
    let (bench, drive) = bench()
    var seed: UInt32 = 99
    func random() -> UInt8 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: seed >> 23)
    }
    for round in 0..<20_000 {
      bench.write(1, random() & 0xF0)
      bench.write(4, random())
      bench.write(5, random() & random())
      bench.write(7, round % 7 == 0 ? random() : 0xA0)
      bench.settle()
      let operations: [UInt8] = [0x28, 0xA8, 0xBE, 0x43, 0x5A, 0x46, 0x42, 0x4A, 0xB9, 0x51, 0x12]
      let operation = random() & 1 == 0 ? random() : operations[Int(random()) % operations.count]
      _ = bench.channel.writePortWide(0, UInt32(operation) | UInt32(random()) << 8, .word)
      for _ in 0..<5 {
        let word = UInt32(random() & random() & random()) | UInt32(random() & 3) << 8
        _ = bench.channel.writePortWide(0, word, .word)
      }
      bench.settle()
      for _ in 0..<random() { _ = bench.channel.readPortWide(0, .word) }
      if round % 100 == 0 { drive.insert(round % 200 == 0 ? nil : Self.disc(sectors: 3)) }
    }
    bench.write(7, 0x08)
    #expect(bench.settle() == 0)
  }
}
