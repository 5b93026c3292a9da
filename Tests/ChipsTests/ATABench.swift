import BusKit
import Chips
import Media
import Testing

/// A channel with whatever a test plugs in, driven as a careful driver does.
final class ATABench {
  let clock = Clockwork()
  let interrupt = InterruptLine()
  let channel: ATAChannel
  private(set) var interruptEdges = 0

  init() {
    channel = ATAChannel(scheduler: clock.scheduler, interrupt: interrupt)
    interrupt.connect { [unowned self] in if $0 { interruptEdges += 1 } }
  }

  /// A bench with a master disk whose every sector begins with its number.
  static func withDisk(
    sectors: Int = 4096, geometry: DiskGeometry? = nil, speed: DiskSpeed = .fast
  ) -> (ATABench, DiskImage) {
    let bench = ATABench()
    let image = numbered(sectors)
    bench.channel.attach(
      ATADisk(
        image: image, scheduler: bench.clock.scheduler, geometry: geometry, speed: speed), at: 0)
    return (bench, image)
  }

  static func numbered(_ sectors: Int) -> DiskImage {
    var bytes = [UInt8](repeating: 0xA5, count: 512 * sectors)
    for sector in 0..<sectors {
      bytes[512 * sector] = UInt8(truncatingIfNeeded: sector)
      bytes[512 * sector + 1] = UInt8(truncatingIfNeeded: sector >> 8)
    }
    return DiskImage(name: "disk", bytes: bytes)
  }

  var status: UInt8 { channel.readPort(8) }

  func write(_ offset: UInt16, _ value: UInt8) { channel.writePort(offset, value) }
  func read(_ offset: UInt16) -> UInt8 { channel.readPort(offset) }

  /// Waits for BSY to fall; the status then.
  @discardableResult
  func settle() -> UInt8 {
    _ = clock.run(atMost: 10_000_000) { self.status & 0x80 == 0 }
    return status
  }

  /// Sets the registers of a 28-bit (or CHS) command and issues it.
  func command(
    _ command: UInt8, device: UInt8 = 0xE0, lba: UInt32 = 0, count: UInt8 = 0, features: UInt8 = 0
  ) {
    write(6, device | UInt8(lba >> 24 & 0x0F))
    write(1, features)
    write(2, count)
    write(3, UInt8(truncatingIfNeeded: lba))
    write(4, UInt8(truncatingIfNeeded: lba >> 8))
    write(5, UInt8(truncatingIfNeeded: lba >> 16))
    write(7, command)
  }

  /// The same with the two-deep registers.
  func extended(_ command: UInt8, lba: UInt64, count: UInt16) {
    write(6, 0x40)
    write(2, UInt8(count >> 8))
    write(2, UInt8(truncatingIfNeeded: count))
    for (offset, shift) in [(3, 24), (4, 32), (5, 40), (3, 0), (4, 8), (5, 16)] as [(UInt16, Int)] {
      write(offset, UInt8(truncatingIfNeeded: lba >> UInt64(shift)))
    }
    write(7, command)
  }

  /// Takes `count` bytes in DRQ blocks as they come.
  func takeData(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, settle() & 0x08 != 0 {
      let word = channel.readPortWide(0, .word) ?? 0
      bytes += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
    }
    return bytes
  }

  func giveData(_ bytes: [UInt8]) {
    for index in stride(from: 0, to: bytes.count, by: 2) {
      guard settle() & 0x08 != 0 else {
        Issue.record("no data request")
        return
      }
      let word = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
      #expect(channel.writePortWide(0, word, .word))
    }
  }

  /// A PACKET command of a packet device at `device`, with its data in.
  func packet(
    _ bytes: [UInt8], device: UInt8 = 0xA0, limit: UInt16 = 0xFFFE
  ) -> (data: [UInt8], status: UInt8, blocks: [Int]) {
    write(6, device)
    write(1, 0)
    write(4, UInt8(truncatingIfNeeded: limit))
    write(5, UInt8(limit >> 8))
    write(7, 0xA0)
    #expect(settle() & 0x89 == 0x08)
    #expect(read(2) & 3 == 1, "the packet is asked for")
    let padded = bytes + [UInt8](repeating: 0, count: 12 - bytes.count)
    for index in stride(from: 0, to: 12, by: 2) {
      _ = channel.writePortWide(
        0, UInt32(padded[index]) | UInt32(padded[index + 1]) << 8, .word)
    }
    var data: [UInt8] = []
    var blocks: [Int] = []
    while settle() & 0x08 != 0 {
      #expect(read(2) & 3 == 2, "data to the host")
      let count = Int(read(4)) | Int(read(5)) << 8
      blocks.append(count)
      for _ in 0..<(count + 1) / 2 {
        let word = channel.readPortWide(0, .word) ?? 0
        data += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
      }
      if count & 1 == 1 { data.removeLast() }
    }
    #expect(read(2) & 3 == 3, "the command is complete")
    return (data, read(7), blocks)
  }
}
