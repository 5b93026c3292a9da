import BusKit
import Chips
import Media
import Testing

/// A controller with a disk whose every sector begins with its own block number; out of reset, with
/// the four reset results taken and the first drive's motor on.
final class FloppyBench {
  let clock: Clockwork
  let interrupt = InterruptLine()
  let dma = TestDMA()
  let fdc: Intel82077AA
  let image: DiskImage

  init(
    format: FloppyFormat = FloppyFormat.exactly(1_474_560)!, drive: FloppyDriveType = .mb1_44,
    interface: Intel82077AA.Interface = .at, speed: DiskSpeed = .fast, hertz: UInt64 = 10_000_000,
    inserted: Bool = true, isWriteProtected: Bool = false
  ) {
    clock = Clockwork(hertz: hertz)
    image = Self.disk(format, isWriteProtected: isWriteProtected)
    fdc = Intel82077AA(
      scheduler: clock.scheduler, interrupt: interrupt, dmaRequest: dma.request,
      drives: [drive, .mb1_44], interface: interface, speed: speed)
    dma.device = fdc
    if inserted { fdc.insert(image, drive: 0) }
    fdc.writePort(2, 0x1C)
    fdc.writePort(7, 0)
    clock.run(microseconds: 1_000_000)
    for _ in 0..<4 { _ = senseInterrupt() }
  }

  static func disk(_ format: FloppyFormat, isWriteProtected: Bool = false) -> DiskImage {
    var bytes = [UInt8](repeating: 0xE5, count: Int(format.byteCount))
    for block in 0..<Int(format.geometry.sectorCount) {
      bytes[512 * block] = UInt8(truncatingIfNeeded: block)
      bytes[512 * block + 1] = UInt8(truncatingIfNeeded: block >> 8)
    }
    return DiskImage(name: "test", bytes: bytes, isWriteProtected: isWriteProtected)
  }

  func send(_ bytes: UInt8...) {
    for byte in bytes {
      #expect(fdc.readPort(4) & 0xC0 == 0x80, "the FIFO asks for a command byte")
      fdc.writePort(5, byte)
    }
  }

  func result(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      #expect(fdc.readPort(4) & 0xD0 == 0xD0, "the FIFO offers a result byte")
      return fdc.readPort(5)
    }
  }

  func senseInterrupt() -> [UInt8] {
    send(0x08)
    let first = result(1)
    return first[0] == 0x80 ? first : first + result(1)
  }

  /// Waits for the interrupt and takes the seven bytes (all FFh if it never comes).
  func finish(atMost microseconds: UInt64 = 3_000_000) -> [UInt8] {
    guard clock.run(atMost: microseconds, until: { self.interrupt.level }) != nil else {
      Issue.record("the command does not end")
      return [UInt8](repeating: 0xFF, count: 7)
    }
    return result(7)
  }

  func seek(_ cylinder: UInt8, drive: UInt8 = 0) {
    send(0x0F, drive, cylinder)
    _ = clock.run(atMost: 3_000_000) { self.interrupt.level }
    #expect(senseInterrupt() == [0x20 | drive, cylinder])
  }

  /// READ DATA of `count` bytes by DMA.
  func read(
    _ c: UInt8, _ h: UInt8, _ r: UInt8, count: Int, command: UInt8 = 0xE6, n: UInt8 = 2,
    endOfTrack: UInt8 = 18
  ) -> (result: [UInt8], bytes: [UInt8]) {
    dma.program(reading: count)
    send(command, h << 2, c, h, r, n, endOfTrack, 0x1B, 0xFF)
    let result = finish()
    return (result, dma.bytes)
  }
}
