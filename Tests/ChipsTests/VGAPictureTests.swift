import BusKit
import Chips
import Testing

struct VGAPictureTests {
  let bench = VGATestBench()
  private typealias Bench = VGATestBench

  private func shades(_ indices: [Int]) -> [UInt32] { indices.map(Bench.shade) }

  // MARK: Text

  /// A text mode with the cursor off and one character in the first cell.
  private func text(
    _ mode: VGATestBench.Mode = Bench.text80, character: UInt8, attribute: UInt8, glyph: UInt8
  ) {
    bench.set(mode)
    let isColor = mode.miscellaneous & 1 != 0
    bench.out(isColor ? 0x3D4 : 0x3B4, 0x0A)
    bench.out(isColor ? 0x3D5 : 0x3B5, 0x20)
    let base: UInt32 = isColor ? 0xB8000 : 0xB0000
    bench.write(base, character)
    bench.write(base + 1, attribute)
    for row in 0..<16 { bench.glyph(Int(character), row: row, glyph) }
  }

  @Test func characterWithNinthDotBlank() {
    text(character: 0x41, attribute: 0x1E, glyph: 0b1000_0001)
    let frame = bench.frame()
    #expect(frame.width == 720 && frame.height == 400)
    #expect(frame.row(0, 0..<10) == shades([14, 1, 1, 1, 1, 1, 1, 14, 1, 0]))
    #expect(frame.row(15, 0..<9) == frame.row(0, 0..<9))
    #expect(frame.row(16, 0..<9) == shades(Array(repeating: 0, count: 9)))
  }

  @Test func lineGraphicsRepeatTheEighthDot() {
    text(character: 0xC4, attribute: 0x07, glyph: 0xFF)
    #expect(bench.frame().row(0, 0..<9) == shades(Array(repeating: 7, count: 9)))
    bench.attribute(0x10, 0x08)
    bench.showPalette()
    #expect(bench.frame().pixel(8, 0) == Bench.shade(0))
    text(character: 0xE0, attribute: 0x07, glyph: 0xFF)
    #expect(bench.frame().pixel(8, 0) == Bench.shade(0))
  }

  @Test func eightDotCharacters() {
    text(character: 0x41, attribute: 0x07, glyph: 0x01)
    bench.sequencer(1, 0x01)
    let frame = bench.frame()
    #expect(frame.width == 640)
    #expect(frame.row(3, 6..<9) == shades([0, 7, 0]))
  }

  @Test func fortyColumnsShowEveryDotTwice() {
    text(Bench.text40, character: 0x41, attribute: 0x07, glyph: 0b0100_0000)
    let frame = bench.frame()
    #expect(frame.width == 720 && frame.height == 400)
    #expect(frame.row(0, 0..<6) == shades([0, 0, 7, 7, 0, 0]))
    #expect(bench.vga.textScreen()?.columns == 40)
  }

  @Test func attributeBit3ChoosesTheFont() {
    text(character: 0x41, attribute: 0x0F, glyph: 0x00)
    // Map A (bit 3 set) = 5, at 8 KB + 16 KB; map B = 0.
    bench.sequencer(3, 0b10_0100)
    bench.glyph(0x41, row: 0, 0xFF, font: 0x6000)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(15))
    bench.write(0xB8001, 0x07)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(0))
  }

  @Test func blinkOrBrightBackground() {
    text(character: 0x41, attribute: 0x97, glyph: 0xF0)
    #expect(bench.frame().row(0, 3..<5) == shades([7, 1]))
    bench.scheduler.now = 16 * 449 * 900
    #expect(bench.frame().row(0, 3..<5) == shades([1, 1]))
    bench.attribute(0x10, 0x04)
    bench.showPalette()
    #expect(bench.frame().row(0, 3..<5) == shades([7, 9]))
  }

  @Test func cursorShape() {
    text(character: 0x41, attribute: 0x07, glyph: 0x00)
    bench.crtc(0x0A, 0x0D)
    bench.crtc(0x0B, 0x0E)
    bench.crtc(0x0F, 0x02)
    let frame = bench.frame()
    func isLit(_ x: Int, _ y: Int) -> Bool { frame.pixel(x, y) != Bench.shade(0) }
    // The cell is empty and black on black but for the cursor's foreground.
    #expect(!isLit(18, 13))
    bench.write(0xB8005, 0x07)
    let shown = bench.frame()
    #expect(shown.row(13, 17..<28) == shades([0] + Array(repeating: 7, count: 9) + [0]))
    #expect(shown.pixel(18, 14) == Bench.shade(7))
    #expect(shown.pixel(18, 12) == Bench.shade(0) && shown.pixel(18, 15) == Bench.shade(0))
    // Dark for the second eight frames; never with start beyond end; one to the right with skew.
    bench.scheduler.now = 9 * 449 * 900
    #expect(bench.frame().pixel(18, 13) == Bench.shade(0))
    bench.scheduler.now = 0
    bench.crtc(0x0B, 0x2E)
    #expect(bench.frame().pixel(18, 13) == Bench.shade(0))
    bench.write(0xB8007, 0x07)
    #expect(bench.frame().pixel(27, 13) == Bench.shade(7))
    bench.crtc(0x0A, 0x0F)
    #expect(bench.frame().pixel(27, 14) == Bench.shade(0))
  }

  @Test func monochromeUnderline() {
    text(Bench.monochrome, character: 0x41, attribute: 0x01, glyph: 0x00)
    let frame = bench.frame()
    #expect(frame.row(13, 0..<10) == shades(Array(repeating: 1, count: 9) + [0]))
    #expect(frame.pixel(0, 12) == Bench.shade(0))
    bench.write(0xB0001, 0x07)
    #expect(bench.frame().pixel(0, 13) == Bench.shade(0))
  }

  @Test func textScreenReadsTheRegisters() throws {
    bench.set(Bench.text80)
    for (index, byte) in "A:\\>".utf8.enumerated() {
      bench.write(0xB8000 + 160 + 2 * UInt32(index), byte)
      bench.write(0xB8001 + 160 + 2 * UInt32(index), 0x1F)
    }
    bench.crtc(0x0F, 84)
    let screen = try #require(bench.vga.textScreen())
    #expect(screen.columns == 80 && screen.rows == 25)
    #expect(screen.characters[80..<84].elementsEqual("A:\\>".utf8))
    #expect(screen.attributes[80] == 0x1F)
    #expect(screen.cursor?.column == 4 && screen.cursor?.row == 1)
    // Scrolled one row up by the start address, with 8-line characters: fifty rows.
    bench.crtc(0x0D, 80)
    bench.crtc(0x09, 0x47)
    let scrolled = try #require(bench.vga.textScreen())
    #expect(scrolled.rows == 50)
    #expect(scrolled.characters[0..<4].elementsEqual("A:\\>".utf8))
    #expect(scrolled.cursor?.row == 0)
    bench.set(Bench.planar640)
    #expect(bench.vga.textScreen() == nil)
  }

  // MARK: Graphics

  @Test func planarPixels() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x000F_3355 as UInt32)
    bench.vga.memory.storage.write(4 * 80, 0x8000_0080 as UInt32)
    let frame = bench.frame()
    #expect(frame.width == 640 && frame.height == 480)
    #expect(frame.row(0, 0..<9) == shades([0, 1, 2, 3, 4, 5, 6, 7, 0]))
    #expect(frame.row(1, 0..<2) == shades([9, 0]))
    bench.attribute(0x12, 0x01)
    bench.showPalette()
    #expect(bench.frame().row(0, 0..<4) == shades([0, 1, 0, 1]))
  }

  @Test func planar320IsDoubledBothWays() {
    bench.set(Bench.planar320)
    bench.vga.memory.storage.write(0, 0x80 as UInt32)
    bench.vga.memory.storage.write(4 * 40, 0x40 as UInt32)
    let frame = bench.frame()
    #expect(frame.width == 640 && frame.height == 400)
    #expect(frame.row(0, 0..<4) == shades([1, 1, 0, 0]))
    #expect(frame.row(1, 0..<4) == shades([1, 1, 0, 0]))
    #expect(frame.row(2, 0..<4) == shades([0, 0, 1, 1]))
  }

  @Test func cga4ColoursInterleaveRows() {
    bench.set(Bench.cga4)
    bench.write(0xB8000, 0b0001_1011)
    bench.write(0xB8001, 0b1110_0100)
    bench.write(0xBA000, 0b1100_0000)
    bench.write(0xB8050, 0b1000_0000)
    let frame = bench.frame()
    #expect(frame.width == 640 && frame.height == 400)
    #expect(
      frame.row(0, 0..<18) == shades([0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 2, 2, 1, 1, 0, 0, 0, 0]))
    #expect(frame.row(2, 0..<3) == shades([3, 3, 0]))
    #expect(frame.row(4, 0..<3) == shades([2, 2, 0]))
  }

  @Test func cga2Colours() {
    bench.set(Bench.cga2)
    bench.write(0xB8000, 0b1010_0000)
    bench.write(0xBA000, 0b0100_0000)
    bench.write(0xB8050, 0b0010_0000)
    let frame = bench.frame()
    #expect(frame.row(0, 0..<4) == shades([1, 0, 1, 0]))
    #expect(frame.row(2, 0..<4) == shades([0, 1, 0, 0]))
    #expect(frame.row(4, 0..<4) == shades([0, 0, 1, 0]))
  }

  @Test func chained256Colours() {
    bench.set(Bench.colors256)
    for x in 0..<UInt32(320) { bench.write(0xA0000 + x, UInt8(truncatingIfNeeded: x)) }
    bench.write(0xA0000 + 320 * 199 + 319, 0xC5)
    let frame = bench.frame()
    #expect(frame.width == 640 && frame.height == 400)
    let first = (0..<640).map { Bench.shade($0 / 2 & 0xFF) }
    #expect(frame.row(0, 0..<640) == first)
    #expect(frame.row(1, 0..<640) == first)
    #expect(frame.row(399, 637..<640) == shades([0, 0xC5, 0xC5]))
  }

  @Test func unchained256Colours() {
    bench.set(Bench.colors256)
    bench.sequencer(4, 0x06)
    bench.crtc(0x14, 0x00)
    bench.crtc(0x17, 0xE3)
    for plane in 0..<UInt8(4) {
      bench.sequencer(2, 1 << plane)
      bench.write(0xA0000, 0x40 + plane)
      bench.write(0xA0050, 0x80 + plane)
    }
    let frame = bench.frame()
    #expect(frame.row(0, 0..<8) == shades([0x40, 0x40, 0x41, 0x41, 0x42, 0x42, 0x43, 0x43]))
    #expect(frame.row(2, 0..<4) == shades([0x80, 0x80, 0x81, 0x81]))
  }

  // MARK: Where the picture starts

  @Test func pixelPanningMovesLeft() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x10 as UInt32)
    bench.vga.memory.storage.write(4 * 80, 0x80 as UInt32)
    bench.attribute(0x13, 3)
    bench.showPalette()
    let frame = bench.frame()
    #expect(frame.row(0, 0..<2) == shades([1, 0]))
    // The next character comes in from the right.
    #expect(frame.row(0, 637..<640) == shades([1, 0, 0]))
  }

  @Test func nineDotPanningCountsFromEight() {
    text(character: 0x41, attribute: 0x07, glyph: 0b0100_0000)
    bench.attribute(0x13, 0)
    bench.showPalette()
    #expect(bench.frame().row(0, 0..<2) == shades([7, 0]))
  }

  @Test func startAddressByteAndRowPanning() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(4 * 0x1234, 0x80 as UInt32)
    bench.crtc(0x0C, 0x12)
    bench.crtc(0x0D, 0x34)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(1))
    bench.crtc(0x0D, 0x32)
    bench.crtc(0x08, 0x40)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(1))
    text(character: 0x41, attribute: 0x07, glyph: 0)
    bench.glyph(0x41, row: 5, 0x80)
    bench.crtc(0x08, 0x03)
    let frame = bench.frame()
    #expect(frame.pixel(0, 2) == Bench.shade(7))
    #expect(frame.pixel(0, 5) == Bench.shade(0))
  }

  @Test func splitScreenStartsAtZeroAndStopsPanning() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x80 as UInt32)
    bench.vga.memory.storage.write(4 * 0x4000, 0x0000_4000 as UInt32)
    bench.crtc(0x0C, 0x40)
    // Line compare 99.
    bench.crtc(0x07, 0x2E)
    bench.crtc(0x09, 0x00)
    bench.crtc(0x18, 99)
    bench.attribute(0x13, 1)
    bench.showPalette()
    var frame = bench.frame()
    #expect(frame.pixel(0, 0) == Bench.shade(2))
    #expect(frame.pixel(0, 99) == Bench.shade(0))
    // Panned as the top is: the leftmost dot is off screen.
    #expect(frame.pixel(0, 100) == Bench.shade(0))
    bench.attribute(0x10, 0x21)
    bench.showPalette()
    frame = bench.frame()
    #expect(frame.pixel(0, 0) == Bench.shade(2))
    #expect(frame.pixel(0, 100) == Bench.shade(1))
  }

  // MARK: Colours

  @Test func paletteColourSelectAndMask() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x8080_8080 as UInt32)
    bench.attribute(0x0F, 0x35)
    bench.attribute(0x14, 0x0A)
    bench.showPalette()
    #expect(bench.frame().pixel(0, 0) == Bench.shade(0xB5))
    bench.attribute(0x10, 0x81)
    bench.showPalette()
    #expect(bench.frame().pixel(0, 0) == Bench.shade(0xA5))
    bench.out(0x3C6, 0x0F)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(0x05))
  }

  @Test func screenOffIsBlackAndClosedPaletteShowsTheBorder() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x80 as UInt32)
    bench.attribute(0x11, 0x04)
    #expect(bench.frame().pixel(0, 0) == Bench.shade(4))
    bench.showPalette()
    #expect(bench.frame().pixel(0, 0) == Bench.shade(1))
    bench.sequencer(1, 0x21)
    #expect(bench.frame().pixel(0, 0) == 0xFF00_0000)
  }

  @Test func borderSurroundsThePicture() {
    bench.set(Bench.planar640)
    bench.attribute(0x11, 0x04)
    bench.showPalette()
    var frame = Frame()
    bench.vga.renderFrame(into: &frame, showsBorder: true)
    // Blanking from line 488 (E7h+1) to 516 (04h+...), from character 80 to 98.
    #expect(frame.width > 640 && frame.height > 480)
    #expect(frame.pixel(0, 0) == Bench.shade(4))
    #expect(frame.pixel(frame.width - 1, frame.height - 1) == Bench.shade(4))
  }

  @Test func sixBitsBecomeEight() {
    bench.set(Bench.planar640)
    bench.color(0, 0x3F, 0x20, 0x01)
    #expect(bench.frame().pixel(0, 0) == 0xFFFF_8204)
  }

  @Test func unchangedPictureIsNotDrawnAgain() {
    bench.set(Bench.text80)
    var frame = Frame()
    #expect(bench.vga.renderFrame(into: &frame))
    #expect(!bench.vga.renderFrame(into: &frame))
    bench.write(0xB8000, 0x41)
    #expect(bench.vga.renderFrame(into: &frame))
  }

  @Test func statusMultiplexerShowsTheDotUnderTheBeam() {
    bench.set(Bench.planar640)
    bench.vga.memory.storage.write(0, 0x0080_0080 as UInt32)
    bench.scheduler.now = 525 * 800
    #expect(bench.in(0x3DA) == 0x30)
    bench.scheduler.now += 1
    #expect(bench.in(0x3DA) == 0x00)
  }

  @Test func absurdRegistersDrawSomething() {
    var seed: UInt64 = 42
    func random() -> UInt8 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 40)
    }
    for _ in 0..<25 {
      bench.out(0x3C2, random() | 1)
      for index in 0..<UInt8(5) { bench.sequencer(index, index == 0 ? 3 : random()) }
      for index in 0..<UInt8(9) { bench.graphics(index, random()) }
      bench.crtc(0x11, random() & 0x3F)
      for index in 0..<UInt8(25) where index != 0x11 {
        bench.crtc(index, index == 0x17 ? random() | 0x80 : random())
      }
      for index in 0..<UInt8(0x15) { bench.attribute(index, random()) }
      bench.showPalette()
      bench.scheduler.now += UInt64(random()) << 12
      bench.scheduler.fireDueEvents()
      var frame = Frame()
      bench.vga.renderFrame(into: &frame, showsBorder: random() & 1 != 0)
      #expect(frame.pixels.count == frame.width * frame.height)
      _ = bench.vga.textScreen()
      _ = bench.in(0x3DA)
      _ = bench.in(0x3C2)
    }
  }
}
