import BusKit
import Chips
import Testing

struct VGAPortTests {
  let bench = VGATestBench()

  @Test func powerOnAnswersAtMonochromeAddresses() {
    #expect(bench.in(0x3D4) == 0xFF)
    #expect(bench.in(0x3B4) == 0)
    bench.out(0x3C2, 0x01)
    #expect(bench.in(0x3D4) == 0)
    #expect(bench.in(0x3B4) == 0xFF)
    #expect(bench.in(0x3CC) == 0x01)
  }

  @Test func addressesWithoutRegisterFloat() {
    bench.out(0x3C2, 0x01)
    for port: UInt16 in [0x3B0, 0x3B8, 0x3BF, 0x3CB, 0x3CD, 0x3D0, 0x3D6, 0x3D8, 0x3DF] {
      #expect(bench.in(port) == 0xFF)
    }
  }

  @Test func subsystemEnableSwitchesPortsAndMemory() {
    bench.set(VGATestBench.text80)
    bench.write(0xB8000, 0x41)
    bench.out(0x3C3, 0)
    #expect(bench.in(0x3CC) == 0xFF)
    #expect(bench.in(0x3C3) == 0)
    #expect(bench.read(0xB8000) == 0xFF)
    bench.out(0x3C2, 0x00)
    bench.out(0x3C3, 1)
    #expect(bench.in(0x3CC) == 0x67)
    #expect(bench.read(0xB8000) == 0x41)
  }

  private static let implementedBits: [(UInt16, [UInt8])] = [
    (0x3C4, [0x03, 0x3D, 0x0F, 0x3F, 0x0E, 0x00]),
    (0x3CE, [0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF, 0x00]),
  ]

  @Test(arguments: implementedBits)
  func registersHoldTheirImplementedBits(port: UInt16, masks: [UInt8]) {
    for (index, mask) in masks.enumerated() {
      bench.out(port, UInt8(index))
      bench.out(port + 1, 0xFF)
      #expect(bench.in(port) == UInt8(index))
      #expect(bench.in(port + 1) == mask)
    }
  }

  @Test func crtcRegistersReadBack() {
    bench.out(0x3C2, 0x01)
    for index in 0..<UInt8(0x19) where index != 0x11 {
      bench.crtc(index, 0xFF)
      let mask: UInt8 =
        switch index {
        case 0x08, 0x0B, 0x14: 0x7F
        case 0x0A: 0x3F
        case 0x17: 0xEF
        default: 0xFF
        }
      #expect(bench.in(0x3D5) == mask, "register \(index)")
    }
    bench.crtc(0x19, 0xFF)
    #expect(bench.in(0x3D5) == 0)
  }

  @Test func retraceRegistersReadAsLightPenWithoutCompatibleRead() {
    bench.out(0x3C2, 0x01)
    bench.crtc(0x10, 0x9C)
    #expect(bench.in(0x3D5) == 0)
    bench.crtc(3, 0x80)
    bench.out(0x3D4, 0x10)
    #expect(bench.in(0x3D5) == 0x9C)
  }

  @Test func protectBitGuardsRegistersZeroToSeven() {
    bench.out(0x3C2, 0x01)
    bench.crtc(0, 0x11)
    bench.crtc(7, 0x02)
    bench.crtc(0x11, 0x80)
    for index in 0...UInt8(7) { bench.crtc(index, 0xFF) }
    bench.crtc(8, 0x05)
    bench.out(0x3D4, 0)
    #expect(bench.in(0x3D5) == 0x11)
    bench.out(0x3D4, 1)
    #expect(bench.in(0x3D5) == 0)
    bench.out(0x3D4, 7)
    #expect(bench.in(0x3D5) == 0x12)
    bench.out(0x3D4, 8)
    #expect(bench.in(0x3D5) == 0x05)
  }

  @Test func wordWriteIsIndexAndData() {
    bench.out(0x3C2, 0x01)
    let ports = PortMap()
    ports.map(0x3B0...0x3DF, to: bench.vga)
    ports.write(0x3CE, 0x5508, .word)
    #expect(bench.in(0x3CE) == 8)
    #expect(bench.in(0x3CF) == 0x55)
    ports.write(0x3D4, 0x120C, .word)
    ports.write(0x3D4, 0x340D, .word)
    #expect(ports.read(0x3D4, .word) == 0x340D)
    ports.write(0x3C4, 0x0A02, .word)
    #expect(bench.in(0x3C5) == 0x0A)
  }

  @Test func attributeFlipFlop() {
    bench.out(0x3C2, 0x01)
    _ = bench.in(0x3DA)
    bench.out(0x3C0, 0x10)
    bench.out(0x3C0, 0xFF)
    bench.out(0x3C0, 0x11)
    bench.out(0x3C0, 0x2A)
    #expect(bench.in(0x3C0) == 0x11)
    #expect(bench.in(0x3C1) == 0x2A)
    bench.out(0x3C0, 0x12)
    // The flip-flop now expects data; status 1 makes it expect an index.
    bench.out(0x3D4, 0x24)
    #expect(bench.in(0x3D5) == 0x80)
    _ = bench.in(0x3DA)
    #expect(bench.in(0x3D5) == 0)
    bench.out(0x3C0, 0x10)
    #expect(bench.in(0x3C1) == 0xEF)
  }

  @Test func paletteListensWhileDisplayedAndNot() {
    bench.out(0x3C2, 0x01)
    bench.attribute(0x03, 0x15)
    #expect(bench.in(0x3C1) == 0x15)
    bench.attribute(0x23, 0x2A)
    #expect(bench.in(0x3C1) == 0x2A)
    bench.attribute(0x31, 0x07)
    #expect(bench.in(0x3C1) == 0x07)
  }

  @Test func dacWritesAfterThreeLevels() {
    bench.out(0x3C8, 0x10)
    for level: UInt8 in [1, 2, 0xFF] { bench.out(0x3C9, level) }
    for level: UInt8 in [4, 5] { bench.out(0x3C9, level) }
    #expect(bench.in(0x3C7) == 0)
    #expect(bench.in(0x3C8) == 0x11)
    bench.out(0x3C7, 0x10)
    #expect(bench.in(0x3C7) == 3)
    #expect((0..<6).map { _ in bench.in(0x3C9) } == [1, 2, 0x3F, 0, 0, 0])
    #expect(bench.in(0x3C8) == 0x13)
  }

  @Test func dacIndexWraps() {
    bench.out(0x3C8, 0xFF)
    for level: UInt8 in 1...6 { bench.out(0x3C9, level) }
    bench.out(0x3C7, 0xFF)
    #expect((0..<6).map { _ in bench.in(0x3C9) } == [1, 2, 3, 4, 5, 6])
  }

  @Test func peekingChangesNothing() {
    bench.set(VGATestBench.text80)
    bench.out(0x3C7, 5)
    _ = bench.in(0x3DA)
    bench.out(0x3C0, 0x11)
    let before = bench.vga.state
    for offset in 0..<UInt16(0x30) { _ = bench.vga.peekPort(offset) }
    for offset in stride(from: UInt32(0), to: 0x20000, by: 257) { _ = bench.vga.peekMemory(offset) }
    #expect(bench.vga.state == before)
    #expect(bench.vga.peekPort(0x19) == 5)
  }

  @Test func switchSenseFallsWithABrightBorder() {
    bench.out(0x3C2, 0x01)
    bench.out(0x3C6, 0xFF)
    #expect(bench.in(0x3C2) & 0x10 == 0x10)
    bench.color(0, 0, 0x3F, 0)
    #expect(bench.in(0x3C2) & 0x10 == 0)
    bench.color(0, 0x14, 0x14, 0x14)
    #expect(bench.in(0x3C2) & 0x10 == 0x10)
  }

  @Test func featureControlReadsBack() {
    bench.out(0x3C2, 0x01)
    bench.out(0x3DA, 0xFF)
    #expect(bench.in(0x3CA) == 0x0B)
  }

  @Test func versionCountsChangesOnly() {
    bench.set(VGATestBench.text80)
    let start = bench.vga.contentVersion
    _ = bench.in(0x3DA)
    _ = bench.read(0xB8000)
    #expect(bench.vga.contentVersion == start)
    bench.write(0xB8000, 0x42)
    let written = bench.vga.contentVersion
    #expect(written > start)
    bench.write(0xB8000, 0x42)
    #expect(bench.vga.contentVersion == written)
    bench.crtc(0x0D, 1)
    #expect(bench.vga.contentVersion > written)
  }

  @Test func stateGoesThroughAnArchive() throws {
    bench.set(VGATestBench.colors256)
    bench.scheduler.now = 1_234_567
    let archived = bench.vga.state
    bench.set(VGATestBench.text80)
    #expect(bench.vga.state != archived)
    bench.vga.restore(archived)
    #expect(bench.vga.state == archived)
    #expect(bench.frame().width == 640)
    bench.vga.reset()
    #expect(bench.vga.state == VGA.State())
  }
}
