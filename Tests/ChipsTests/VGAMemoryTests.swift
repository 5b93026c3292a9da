import BusKit
import Chips
import Testing

struct VGAMemoryTests {
  let bench = VGATestBench()

  /// Planar addressing at A0000h with all planes enabled.
  private func planar() { bench.set(VGATestBench.planar640) }

  private static let windows: [(UInt8, Range<UInt32>)] = [
    (0x00, 0xA0000..<0xC0000), (0x04, 0xA0000..<0xB0000), (0x08, 0xB0000..<0xB8000),
    (0x0C, 0xB8000..<0xC0000),
  ]

  @Test(arguments: windows)
  func windowAnswersWhereSelected(map: UInt8, window: Range<UInt32>) {
    planar()
    bench.graphics(6, map)
    for address: UInt32 in stride(from: 0xA0000, to: 0xC0000, by: 0x4000) {
      #expect((bench.read(address) == 0xFF) == !window.contains(address))
      bench.write(address, 0)
    }
    bench.write(window.lowerBound + 0x123, 0x5A)
    #expect(bench.planes(0x123) == 0x5A5A_5A5A)
  }

  @Test func ramDisabledByMiscellaneousOutput() {
    planar()
    bench.out(0x3C2, 0xE1)
    bench.write(0xA0000, 0x55)
    #expect(bench.read(0xA0000) == 0xFF)
    #expect(bench.planes(0) == 0)
  }

  @Test func mapMaskChoosesPlanes() {
    planar()
    for mask in 0..<UInt8(16) {
      bench.sequencer(2, mask)
      bench.write(0xA0000 + UInt32(mask), 0xC3)
      for plane in 0..<UInt32(4) {
        let byte = bench.planes(Int(mask)) >> (8 * plane) & 0xFF
        #expect(byte == (mask >> plane & 1 != 0 ? 0xC3 : 0))
      }
    }
  }

  @Test func readMapChoosesPlane() {
    planar()
    bench.vga.memory.storage.write(4 * 7, 0x4433_2211 as UInt32)
    for plane in 0..<UInt8(4) {
      bench.graphics(4, plane)
      #expect(bench.read(0xA0007) == 0x11 * (plane + 1))
    }
  }

  @Test func readLoadsAllLatchesAndWriteMode1CopiesThem() {
    planar()
    bench.vga.memory.storage.write(0, 0x4433_2211 as UInt32)
    _ = bench.read(0xA0000)
    bench.graphics(5, 1)
    bench.write(0xA0010, 0xEE)
    #expect(bench.planes(0x10) == 0x4433_2211)
    bench.sequencer(2, 0x05)
    bench.write(0xA0011, 0xEE)
    #expect(bench.planes(0x11) == 0x0033_0011)
    // CRTC 22h shows the latch of the read map.
    bench.graphics(4, 2)
    bench.out(0x3D4, 0x22)
    #expect(bench.in(0x3D5) == 0x33)
  }

  @Test func writeMode0RotatesRight() {
    planar()
    for count in 0..<UInt8(8) {
      bench.graphics(3, count)
      bench.write(0xA0000, 0b1001_0110)
      let rotated = 0b1001_0110 as UInt8 >> count | (0b1001_0110 as UInt8) << ((8 - count) & 7)
      #expect(bench.read(0xA0000) == (count == 0 ? 0b1001_0110 : rotated))
    }
  }

  @Test func setResetReplacesEnabledPlanes() {
    planar()
    bench.graphics(0, 0b0101)
    bench.graphics(1, 0b0011)
    bench.write(0xA0000, 0x3C)
    #expect(bench.planes(0) == 0x3C3C_00FF)
  }

  private static let functions: [(UInt8, UInt32)] = [
    (0x00, 0x0F0F_0F0F), (0x08, 0x0303_0303), (0x10, 0x3F3F_3F3F), (0x18, 0x3C3C_3C3C),
  ]

  @Test(arguments: functions)
  func functionCombinesWithLatches(function: UInt8, expected: UInt32) {
    planar()
    bench.vga.memory.storage.write(0, 0x3333_3333 as UInt32)
    _ = bench.read(0xA0000)
    bench.graphics(3, function)
    bench.write(0xA0001, 0x0F)
    #expect(bench.planes(1) == expected)
  }

  @Test func bitMaskKeepsLatchBits() {
    planar()
    bench.vga.memory.storage.write(0, 0xFF00_AA55 as UInt32)
    _ = bench.read(0xA0000)
    bench.graphics(8, 0x0F)
    bench.write(0xA0000, 0x00)
    #expect(bench.planes(0) == 0xF000_A050)
  }

  @Test func writeMode2SpreadsTheColour() {
    planar()
    bench.graphics(5, 2)
    bench.graphics(8, 0x80)
    _ = bench.read(0xA0000)
    bench.write(0xA0000, 0xFA)
    #expect(bench.planes(0) == 0x8000_8000)
  }

  @Test func writeMode3MasksSetReset() {
    planar()
    bench.vga.memory.storage.write(0, 0x1111_1111 as UInt32)
    _ = bench.read(0xA0000)
    bench.graphics(5, 3)
    bench.graphics(0, 0x0A)
    bench.graphics(1, 0x00)
    bench.graphics(3, 4)
    bench.graphics(8, 0x3C)
    // 0xF3 rotated by 4 is 0x3F; with the mask 0x3C.
    bench.write(0xA0000, 0xF3)
    #expect(bench.planes(0) == 0x3D01_3D01)
  }

  @Test func readMode1ComparesColours() {
    planar()
    // Eight pixels with colours 0 to 7, leftmost 0.
    bench.vga.memory.storage.write(0, 0x000F_3355 as UInt32)
    bench.graphics(5, 0x08)
    bench.graphics(2, 0x05)
    bench.graphics(7, 0x0F)
    #expect(bench.read(0xA0000) == 0b0000_0100)
    bench.graphics(7, 0x01)
    #expect(bench.read(0xA0000) == 0b0101_0101)
    bench.graphics(7, 0x00)
    #expect(bench.read(0xA0000) == 0xFF)
  }

  @Test func oddEvenSeparatesCharactersAndAttributes() {
    bench.set(VGATestBench.text80)
    bench.write(0xB8000, 0x41)
    bench.write(0xB8001, 0x07)
    bench.write(0xB8F9E, 0x5A)
    #expect(bench.planes(0) == 0x0000_0741)
    #expect(bench.planes(0xF9E) == 0x0000_005A)
    #expect(bench.read(0xB8000) == 0x41)
    #expect(bench.read(0xB8001) == 0x07)
    // Plane 2 and 3 through read map bit 1.
    bench.vga.memory.storage.write(0, 0x4433_2211 as UInt32)
    bench.graphics(4, 2)
    #expect(bench.read(0xB8000) == 0x33)
    #expect(bench.read(0xB8001) == 0x44)
  }

  @Test func chain4SpreadsBytesOverPlanes() {
    bench.set(VGATestBench.colors256)
    for byte in 0..<UInt32(8) { bench.write(0xA0000 + byte, UInt8(0x10 + byte)) }
    #expect(bench.planes(0) == 0x1312_1110)
    #expect(bench.planes(4) == 0x1716_1514)
    #expect(bench.planes(1) == 0)
    bench.write(0xA4000, 0x99)
    #expect(bench.planes(0x4001) == 0x99)
    #expect(bench.read(0xA4000) == 0x99)
    bench.sequencer(2, 0x02)
    for byte in 0..<UInt32(4) { bench.write(0xA0000 + byte, 0xEE) }
    #expect(bench.planes(0) == 0x1312_EE10)
  }

  @Test func withoutExtendedMemoryOnly16KBAnswer() {
    planar()
    bench.sequencer(4, 0x04)
    bench.write(0xA4001, 0x77)
    #expect(bench.planes(1) == 0x7777_7777)
    #expect(bench.planes(0x4001) == 0)
  }

  @Test(arguments: [
    VGATestBench.text80, VGATestBench.colors256, VGATestBench.planar640, VGATestBench.cga4,
  ])
  func wideAccessesEqualBytes(mode: VGATestBench.Mode) {
    let wide = VGATestBench()
    let narrow = VGATestBench()
    wide.set(mode)
    narrow.set(mode)
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0..<2000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let offset = UInt32(truncatingIfNeeded: seed >> 33) & 0x1FFF0 | UInt32(round & 7)
      let count = [1, 2, 4, 8][round >> 3 & 3]
      if round % 97 == 0 {
        for bench in [wide, narrow] { bench.graphics(3, UInt8(round & 0x1F)) }
      }
      if round % 97 == 40 {
        for bench in [wide, narrow] { bench.graphics(3, 0) }
      }
      wide.vga.writeMemoryWide(offset, seed, byteCount: count)
      for byte in 0..<count {
        narrow.vga.writeMemory(
          offset + UInt32(byte), UInt8(truncatingIfNeeded: seed >> UInt64(8 * byte)))
      }
      let read = wide.vga.readMemoryWide(offset, byteCount: count)
      for byte in 0..<count {
        #expect(
          narrow.vga.readMemory(offset + UInt32(byte))
            == UInt8(truncatingIfNeeded: read >> UInt64(8 * byte)))
      }
    }
    #expect(
      wide.vga.memory.storage.bytes(0, count: 0x40000)
        == narrow.vga.memory.storage.bytes(0, count: 0x40000))
  }
}
