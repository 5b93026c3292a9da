import BusKit

/// Draws what the registers say, whatever mode somebody calls it.
struct Renderer {
  let state: VGA.State
  let memory: VideoMemory
  let isCursorLit: Bool
  let isBlinkLit: Bool

  private var crtc: CRTC { state.crtc }
  private var attribute: AttributeController { state.attribute }

  /// One scan line as the CRT controller addresses it.
  struct Line {
    /// The address counter at the line's first character.
    var counter: Int
    var rowScan: Int
    /// Dots that the picture is moved left.
    var panning: Int
  }

  /// How wide one raster dot column of a character is, and how many characters a line has.
  private struct Geometry {
    let characters: Int
    let dotsPerCharacter: Int
    let dotScale: Int
    let lines: Int

    init(_ state: VGA.State) {
      characters = state.crtc.horizontalDisplayed
      dotsPerCharacter = state.sequencer.dotsPerCharacter
      dotScale = state.sequencer.halvesDotClock ? 2 : 1
      let scale = state.crtc.doublesVerticalCounts ? 2 : 1
      lines = min(state.crtc.verticalDisplayed, state.crtc.verticalTotal) * scale
    }

    var width: Int { characters * dotsPerCharacter * dotScale }
  }

  // MARK: Counting lines

  /// Calls `body` for every displayed scan line from the top.
  private func walk(_ geometry: Geometry, _ body: (_ index: Int, _ line: Line) -> Void) {
    let crtc = crtc
    let panning = attribute.panning(dotsPerCharacter: geometry.dotsPerCharacter)
    let noPanning = 0
    let rowCounters = crtc.offset * 2
    let lastLineOfTop = crtc.lineCompare
    let isDoubled = crtc.doublesScanLines
    let linesPerCount = crtc.doublesVerticalCounts ? 2 : 1
    var counter = crtc.startAddress
    var bytePanning = crtc.bytePanning
    var line = Line(counter: 0, rowScan: crtc.presetRowScan, panning: panning)
    var isRepeated = false
    for index in 0..<geometry.lines {
      line.counter = (counter + bytePanning) & 0xFFFF
      body(index, line)
      if index / linesPerCount == lastLineOfTop, index % linesPerCount == linesPerCount - 1 {
        // Line compare: the rest of the screen shows memory from address zero.
        counter = 0
        line.rowScan = 0
        isRepeated = false
        if attribute.stopsPanningAtSplit {
          bytePanning = 0
          line.panning = noPanning
        }
      } else if isDoubled && !isRepeated {
        isRepeated = true
      } else {
        isRepeated = false
        if line.rowScan == crtc.maximumScanLine {
          line.rowScan = 0
          counter = (counter + rowCounters) & 0xFFFF
        } else {
          line.rowScan = (line.rowScan + 1) & 0x1F
        }
      }
    }
  }

  // MARK: Pictures

  /// Draws the whole picture.
  func render(into frame: inout Frame, colors: [UInt32], showsBorder: Bool) {
    let geometry = Geometry(state)
    let border = showsBorder ? Border(state) : Border()
    frame.width = geometry.width + border.left + border.right
    frame.height = geometry.lines + border.top + border.bottom
    let isBlank = state.sequencer.isScreenOff || !crtc.isRunning || !state.sequencer.isRunning
    let borderColor = isBlank ? 0xFF00_0000 : colors[Int(attribute.overscan & state.dac.mask)]
    let isPlain = isBlank || !attribute.isDisplayingPalette
    let count = frame.width * frame.height
    if frame.pixels.count != count || border.isVisible || isPlain {
      frame.pixels = [UInt32](repeating: borderColor, count: count)
    }
    if isPlain { return }

    let dotColors = DotColors(state, colors)
    // One character more than displayed: panning brings it in from the right.
    var dots = [UInt32](
      repeating: 0, count: (geometry.characters + 1) * geometry.dotsPerCharacter)
    let width = frame.width
    let visible = geometry.characters * geometry.dotsPerCharacter
    frame.pixels.withUnsafeMutableBufferPointer { pixels in
      dots.withUnsafeMutableBufferPointer { dots in
        walk(geometry) { index, line in
          draw(line, geometry, dotColors, into: dots)
          var pixel = (index + border.top) * width + border.left
          if geometry.dotScale == 1 {
            for dot in line.panning..<line.panning + visible {
              pixels[pixel] = dots[dot]
              pixel += 1
            }
          } else {
            for dot in line.panning..<line.panning + visible {
              pixels[pixel] = dots[dot]
              pixels[pixel + 1] = dots[dot]
              pixel += 2
            }
          }
        }
      }
    }
  }

  /// What leaves for the DAC at one displayed point, before the pixel mask.
  func output(line index: Int, dot: Int) -> UInt8 {
    guard attribute.isDisplayingPalette else { return attribute.overscan }
    let geometry = Geometry(state)
    var found: Line?
    walk(geometry) { if $0 == index { found = $1 } }
    guard let line = found else { return attribute.overscan }
    let column = dot / geometry.dotScale + line.panning
    let (character, position) = column.quotientAndRemainder(dividingBy: geometry.dotsPerCharacter)
    if !state.sequencer.isScreenOff && state.graphics.isGraphics {
      let nibbles = serialized(graphicsWord(line, character))
      func dot(_ number: Int) -> UInt8 {
        number > 7 ? 0 : UInt8(truncatingIfNeeded: nibbles >> UInt32(28 - 4 * number)) & 0x0F
      }
      guard attribute.pairsDots else { return attribute.output(blinked(dot(position))) }
      return attribute.output256(dot(position & ~1) << 4 | dot(position | 1))
    }
    let cell = TextCell(self, line, character)
    let isForeground = cell.pattern & (0x100 >> UInt32(min(position, 8))) != 0
    return attribute.output(isForeground ? cell.foreground : cell.background)
  }

  /// The colours of dots and pixels after attribute controller, mask and DAC.
  private struct DotColors {
    var dots: [UInt32]
    var pixels: [UInt32]

    init(_ state: VGA.State, _ colors: [UInt32]) {
      let mask = state.dac.mask
      dots = (0..<16).map { colors[Int(state.attribute.output($0) & mask)] }
      pixels =
        state.attribute.pairsDots
        ? (0..<256).map { colors[Int(state.attribute.output256(UInt8($0)) & mask)] } : []
    }
  }

  private func draw(
    _ line: Line, _ geometry: Geometry, _ colors: DotColors,
    into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    if state.graphics.isGraphics {
      drawGraphics(line, geometry, colors, into: dots)
    } else {
      drawText(line, geometry, colors, into: dots)
    }
  }

  // MARK: Text

  /// One character on one scan line.
  private struct TextCell {
    /// Nine dots, the leftmost in bit 8.
    var pattern: UInt32
    var foreground: UInt8
    var background: UInt8

    init(_ renderer: Renderer, _ line: Line, _ column: Int) {
      let crtc = renderer.crtc
      let attributes = renderer.attribute
      let counter = (line.counter + column / crtc.charactersPerAddress) & 0xFFFF
      let word = renderer.memory[crtc.memoryAddress(counter: counter, rowScan: line.rowScan)]
      let character = Int(word & 0xFF)
      let attribute = UInt8(truncatingIfNeeded: word >> 8)
      let font =
        attribute & 8 != 0 ? renderer.state.sequencer.fontA : renderer.state.sequencer.fontB
      let glyph = renderer.memory[font + character * 32 + line.rowScan] >> 16 & 0xFF
      pattern = glyph << 1
      if attributes.extendsLineGraphics && character & 0xE0 == 0xC0 { pattern |= glyph & 1 }
      foreground = attribute & 0x0F
      background = attribute >> 4
      if attributes.emulatesMonochrome && attribute & 7 == 1
        && line.rowScan == crtc.underlineLocation
      {
        pattern = 0x1FF
      }
      if attributes.blinks {
        background &= 7
        if attribute & 0x80 != 0 && !renderer.isBlinkLit { pattern = 0 }
      }
      let cursor = (crtc.cursorLocation + crtc.cursorSkew) & 0xFFFF
      if counter == cursor && renderer.isCursorLit && !crtc.isCursorOff
        && line.rowScan >= crtc.cursorStart && line.rowScan <= crtc.cursorEnd
      {
        pattern = 0x1FF
      }
    }
  }

  private func drawText(
    _ line: Line, _ geometry: Geometry, _ colors: DotColors,
    into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    var dot = 0
    for column in 0...geometry.characters {
      let cell = TextCell(self, line, column)
      let foreground = colors.dots[Int(cell.foreground)]
      let background = colors.dots[Int(cell.background)]
      var bit: UInt32 = 0x100
      for _ in 0..<geometry.dotsPerCharacter {
        dots[dot] = cell.pattern & bit != 0 ? foreground : background
        bit >>= 1
        dot += 1
      }
    }
  }

  // MARK: Graphics

  private func graphicsWord(_ line: Line, _ character: Int) -> UInt32 {
    let counter = (line.counter + character / crtc.charactersPerAddress) & 0xFFFF
    return memory[crtc.memoryAddress(counter: counter, rowScan: line.rowScan)]
  }

  /// The shift registers: the eight dots that four planes' bytes become, four bits each, the
  /// leftmost in the highest bits.
  private func serialized(_ word: UInt32) -> UInt32 {
    if state.graphics.shifts256 {
      // 256 colours: the planes one after the other, each as two nibbles.
      return word.byteSwapped
    }
    var dots: UInt32 = 0
    if state.graphics.interleavesShift {
      // Two bits a dot: four dots from planes 0 and 2, then four from planes 1 and 3.
      for plane in 0..<UInt32(2) {
        let low = word >> (plane * 8)
        let high = word >> (plane * 8 + 16)
        for pair in 0..<UInt32(4) {
          let shift = 6 - 2 * pair
          dots = dots << 4 | (high >> shift & 3) << 2 | low >> shift & 3
        }
      }
      return dots
    }
    for plane in 0..<UInt32(4) {
      dots |= Self.everyFourthBit(word >> (plane * 8) & 0xFF) << plane
    }
    return dots
  }

  /// Moves bit n to bit 4n.
  @inline(__always) private static func everyFourthBit(_ byte: UInt32) -> UInt32 {
    var bits = (byte | byte << 12) & 0x000F_000F
    bits = (bits | bits << 6) & 0x0303_0303
    return (bits | bits << 3) & 0x1111_1111
  }

  /// Blinking in graphics modes: dots with plane 3 set lose it while blinking is dark.
  private func blinked(_ dot: UInt8) -> UInt8 { isBlinkLit ? dot : dot & 7 }

  private func drawGraphics(
    _ line: Line, _ geometry: Geometry, _ colors: DotColors,
    into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    let blinkMask: UInt32 = isBlinkLit ? 0x0F : 0x07
    let isNineDots = geometry.dotsPerCharacter == 9
    var dot = 0
    for character in 0...geometry.characters {
      let nibbles = serialized(graphicsWord(line, character))
      if attribute.pairsDots {
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
          let color = colors.pixels[Int(nibbles >> shift & 0xFF)]
          dots[dot] = color
          dots[dot + 1] = color
          dot += 2
        }
      } else {
        for shift in stride(from: UInt32(28), through: 0, by: -4) {
          dots[dot] = colors.dots[Int(nibbles >> shift & blinkMask)]
          dot += 1
        }
      }
      if isNineDots {
        // The shift registers have run empty.
        dots[dot] = attribute.pairsDots ? colors.pixels[0] : colors.dots[0]
        dot += 1
      }
    }
  }

  // MARK: Characters

  func textScreen() -> TextScreen? {
    guard !state.graphics.isGraphics, crtc.isRunning, state.sequencer.isRunning else { return nil }
    let geometry = Geometry(state)
    var characters: [UInt8] = []
    var attributes: [UInt8] = []
    var rows = 0
    var previous = -1
    var cursor: (column: Int, row: Int)?
    walk(geometry) { index, line in
      // A row of text begins where the row scan counter has started over.
      let begins = index == 0 || line.rowScan < previous || crtc.maximumScanLine == 0
      previous = line.rowScan
      guard begins else { return }
      for column in 0..<geometry.characters {
        let counter = (line.counter + column / crtc.charactersPerAddress) & 0xFFFF
        let word = memory[crtc.memoryAddress(counter: counter, rowScan: 0)]
        characters.append(UInt8(truncatingIfNeeded: word))
        attributes.append(UInt8(truncatingIfNeeded: word >> 8))
        if counter == (crtc.cursorLocation + crtc.cursorSkew) & 0xFFFF && !crtc.isCursorOff {
          cursor = (column, rows)
        }
      }
      rows += 1
    }
    return TextScreen(
      columns: geometry.characters, rows: rows, characters: characters, attributes: attributes,
      cursor: cursor)
  }
}

/// The overscan border around the displayed picture, in pixels of a ``Frame``.
private struct Border {
  var left = 0
  var right = 0
  var top = 0
  var bottom = 0

  var isVisible: Bool { left + right + top + bottom > 0 }

  init() {}

  /// The border lies between display enable and blanking.
  init(_ state: VGA.State) {
    let crtc = state.crtc
    let dots =
      state.sequencer.dotsPerCharacter * (state.sequencer.halvesDotClock ? 2 : 1)
    let lines = crtc.doublesVerticalCounts ? 2 : 1
    (right, left) = Self.edges(
      displayed: crtc.horizontalDisplayed, blankStart: crtc.horizontalBlankStart,
      blankEnd: crtc.horizontalBlankEnd, compared: 0x3F, total: crtc.horizontalTotal)
    (bottom, top) = Self.edges(
      displayed: crtc.verticalDisplayed, blankStart: crtc.verticalBlankStart,
      blankEnd: crtc.verticalBlankEnd, compared: 0xFF, total: crtc.verticalTotal)
    right *= dots
    left *= dots
    top *= lines
    bottom *= lines
  }

  /// - Parameter compared: the counter bits that blanking's end is compared with.
  private static func edges(
    displayed: Int, blankStart: Int, blankEnd: Int, compared: Int, total: Int
  ) -> (after: Int, before: Int) {
    guard blankStart < total else { return (max(0, total - displayed), 0) }
    let length = (blankEnd - blankStart) & compared
    let end = blankStart + (length == 0 ? compared + 1 : length)
    return (max(0, blankStart - displayed), max(0, total - end))
  }
}
