import BusKit

/// Draws what the registers say, whatever mode somebody calls it.
struct Renderer {
  private let sequencer: Sequencer
  private let crtc: CRTC
  private let graphics: GraphicsController
  private let attribute: AttributeController
  /// The VGA that asks for a picture keeps its memory alive.
  private let memory: VideoMemory.Reader
  private let isCursorLit: Bool
  private let isBlinkLit: Bool
  private let geometry: Geometry
  private let panning: Int

  init(_ state: borrowing VGA.State, _ memory: VideoMemory, isCursorLit: Bool, isBlinkLit: Bool) {
    sequencer = state.sequencer
    crtc = state.crtc
    graphics = state.graphics
    attribute = state.attribute
    self.memory = memory.reader
    self.isCursorLit = isCursorLit
    self.isBlinkLit = isBlinkLit
    geometry = Geometry(crtc, sequencer)
    panning = attribute.panning(dotsPerCharacter: geometry.dotsPerCharacter)
  }

  /// One scan line as the CRT controller addresses it.
  struct Line {
    /// The address counter at the line's first character.
    var counter: Int
    var rowScan: Int
    /// Dots that the picture is moved left.
    var panning: Int
  }

  /// The raster's measures.
  private struct Geometry {
    let characters: Int
    let dotsPerCharacter: Int
    let dotScale: Int
    /// Scan lines for each step of the vertical counter.
    let linesPerCount: Int
    let lines: Int

    init(_ crtc: CRTC, _ sequencer: Sequencer) {
      characters = crtc.horizontalDisplayed
      dotsPerCharacter = sequencer.dotsPerCharacter
      dotScale = sequencer.halvesDotClock ? 2 : 1
      linesPerCount = crtc.doublesVerticalCounts ? 2 : 1
      lines = min(crtc.verticalDisplayed, crtc.verticalTotal) * linesPerCount
    }

    var width: Int { characters * dotsPerCharacter * dotScale }
  }

  // MARK: Counting lines

  /// What the row scan and address counters have come to at a displayed scan line.
  private func line(_ index: Int) -> Line {
    var steps = index
    var rowScan = crtc.presetRowScan
    var counter = crtc.startAddress
    var line = Line(counter: crtc.bytePanning, rowScan: 0, panning: panning)
    // Line compare: the lines after it show memory from address zero.
    let linesOfTop = (crtc.lineCompare + 1) * geometry.linesPerCount
    if index >= linesOfTop {
      steps = index - linesOfTop
      rowScan = 0
      counter = 0
      if attribute.stopsPanningAtSplit {
        line.counter = 0
        line.panning = 0
      }
    }
    if crtc.doublesScanLines { steps /= 2 }
    let linesPerRow = crtc.maximumScanLine + 1
    if rowScan >= linesPerRow {
      // Preset beyond the last line of a row: the five-bit counter runs over without a new row.
      let beforeWrap = 32 - rowScan
      if steps < beforeWrap {
        line.rowScan = rowScan + steps
        line.counter = (line.counter + counter) & 0xFFFF
        return line
      }
      steps -= beforeWrap
      rowScan = 0
    }
    let (row, rest) = (rowScan + steps).quotientAndRemainder(dividingBy: linesPerRow)
    line.rowScan = rest
    line.counter = (line.counter + counter + row * crtc.offset * 2) & 0xFFFF
    return line
  }

  // MARK: Pictures

  /// Draws the whole picture.
  func render(into frame: inout Frame, colors: [UInt32], mask: UInt8, showsBorder: Bool) {
    let border = showsBorder ? Border(crtc, sequencer) : Border()
    frame.width = geometry.width + border.left + border.right
    frame.height = geometry.lines + border.top + border.bottom
    let isBlank = sequencer.isScreenOff || !crtc.isRunning || !sequencer.isRunning
    let borderColor = isBlank ? 0xFF00_0000 : colors[Int(attribute.overscan & mask)]
    let isPlain = isBlank || !attribute.isDisplayingPalette
    let count = frame.width * frame.height
    if frame.pixels.count != count || border.isVisible || isPlain {
      frame.pixels = [UInt32](repeating: borderColor, count: count)
    }
    if isPlain { return }

    let dotColors = DotColors(attribute, colors, mask: mask)
    // One character more than displayed: panning brings it in from the right.
    var dots = [UInt32](
      repeating: 0, count: (geometry.characters + 1) * geometry.dotsPerCharacter)
    let width = frame.width
    let visible = geometry.characters * geometry.dotsPerCharacter
    frame.pixels.withUnsafeMutableBufferPointer { pixels in
      dots.withUnsafeMutableBufferPointer { dots in
        for index in 0..<geometry.lines {
          let line = line(index)
          draw(line, dotColors, into: dots)
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
    let line = line(index)
    let column = dot / geometry.dotScale + line.panning
    let (character, position) = column.quotientAndRemainder(dividingBy: geometry.dotsPerCharacter)
    if graphics.isGraphics {
      let counter = (line.counter + character >> crtc.addressShift) & 0xFFFF
      let nibbles = serialized(memory[crtc.addressLines(rowScan: line.rowScan).address(counter)])
      func dot(_ number: Int) -> UInt8 {
        number > 7 ? 0 : UInt8(truncatingIfNeeded: nibbles >> UInt32(28 - 4 * number)) & 0x0F
      }
      guard attribute.pairsDots else { return attribute.output(blinked(dot(position))) }
      return attribute.output256(dot(position & ~1) << 4 | dot(position | 1))
    }
    let cell = TextLine(self, line).cell(character, memory)
    let isForeground = cell.pattern & (0x100 >> UInt32(position)) != 0
    return attribute.output(UInt8(isForeground ? cell.foreground : cell.background))
  }

  /// The colours of dots and pixels after attribute controller, mask and DAC.
  private struct DotColors {
    var dots: [UInt32]
    var pixels: [UInt32]

    init(_ attribute: AttributeController, _ colors: [UInt32], mask: UInt8) {
      dots = (0..<16).map { colors[Int(attribute.output($0) & mask)] }
      pixels =
        attribute.pairsDots
        ? (0..<256).map { colors[Int(attribute.output256(UInt8($0)) & mask)] } : []
    }
  }

  private func draw(
    _ line: Line, _ colors: DotColors, into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    if graphics.isGraphics {
      drawGraphics(line, colors, into: dots)
    } else {
      drawText(line, colors, into: dots)
    }
  }

  // MARK: Text

  /// Everything about one scan line of text that its characters have in common.
  private struct TextLine {
    let counter: Int
    let addressShift: Int
    let addresses: CRTC.AddressLines
    /// Where this scan line of character 0 lies in the two fonts.
    let fontA: Int
    let fontB: Int
    let extendsLineGraphics: Bool
    let isUnderline: Bool
    let blinks: Bool
    let isBlinkLit: Bool
    /// The address of the character that the cursor covers; -1 on lines without it.
    let cursor: Int

    init(_ renderer: borrowing Renderer, _ line: Line) {
      let crtc = renderer.crtc
      let attribute = renderer.attribute
      counter = line.counter
      addressShift = crtc.addressShift
      addresses = crtc.addressLines(rowScan: line.rowScan)
      fontA = renderer.sequencer.fontA + line.rowScan
      fontB = renderer.sequencer.fontB + line.rowScan
      extendsLineGraphics = attribute.extendsLineGraphics
      isUnderline = attribute.emulatesMonochrome && line.rowScan == crtc.underlineLocation
      blinks = attribute.blinks
      isBlinkLit = renderer.isBlinkLit
      let hasCursor =
        renderer.isCursorLit && !crtc.isCursorOff && line.rowScan >= crtc.cursorStart
        && line.rowScan <= crtc.cursorEnd
      cursor = hasCursor ? (crtc.cursorLocation + crtc.cursorSkew) & 0xFFFF : -1
    }

    /// One character: nine dots with the leftmost in bit 8, and the colours of ones and zeros.
    @inline(__always) func cell(
      _ column: Int, _ memory: VideoMemory.Reader
    ) -> (pattern: UInt32, foreground: Int, background: Int) {
      let counter = (self.counter &+ column &>> addressShift) & 0xFFFF
      let word = memory[addresses.address(counter)]
      let character = Int(word & 0xFF)
      let attribute = Int(word >> 8 & 0xFF)
      let glyph = memory[(attribute & 8 != 0 ? fontA : fontB) &+ character &* 32] >> 16 & 0xFF
      var pattern = glyph << 1
      if extendsLineGraphics && character & 0xE0 == 0xC0 { pattern |= glyph & 1 }
      if isUnderline && attribute & 7 == 1 { pattern = 0x1FF }
      var background = attribute >> 4
      if blinks {
        if background & 8 != 0 && !isBlinkLit { pattern = 0 }
        background &= 7
      }
      if counter == cursor { pattern = 0x1FF }
      return (pattern, attribute & 0x0F, background)
    }
  }

  private func drawText(
    _ line: Line, _ colors: DotColors, into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    let line = TextLine(self, line)
    let memory = memory
    let dotsPerCharacter = geometry.dotsPerCharacter
    colors.dots.withUnsafeBufferPointer { colors in
      var dot = 0
      for column in 0...geometry.characters {
        let (pattern, foreground, background) = line.cell(column, memory)
        let zero = colors[background]
        let difference = colors[foreground] ^ zero
        for position in 0..<dotsPerCharacter {
          // All ones where the dot is set.
          let isSet = 0 &- (pattern &>> UInt32(truncatingIfNeeded: 8 &- position) & 1)
          dots[dot &+ position] = zero ^ (difference & isSet)
        }
        dot &+= dotsPerCharacter
      }
    }
  }

  // MARK: Graphics

  /// The shift registers: the eight dots that four planes' bytes become, four bits each, the
  /// leftmost in the highest bits.
  private func serialized(_ word: UInt32) -> UInt32 {
    if graphics.shifts256 {
      // 256 colours: the planes one after the other, each as two nibbles.
      return word.byteSwapped
    }
    var dots: UInt32 = 0
    if graphics.interleavesShift {
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
    _ line: Line, _ colors: DotColors, into dots: UnsafeMutableBufferPointer<UInt32>
  ) {
    let blinkMask: UInt32 = isBlinkLit ? 0x0F : 0x07
    let isNineDots = geometry.dotsPerCharacter == 9
    let addresses = crtc.addressLines(rowScan: line.rowScan)
    let addressShift = crtc.addressShift
    var dot = 0
    for character in 0...geometry.characters {
      let counter = (line.counter &+ character &>> addressShift) & 0xFFFF
      let nibbles = serialized(memory[addresses.address(counter)])
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
    guard !graphics.isGraphics, crtc.isRunning, sequencer.isRunning else { return nil }
    var characters: [UInt8] = []
    var attributes: [UInt8] = []
    var rows = 0
    var previous: Line?
    var cursor: (column: Int, row: Int)?
    for index in 0..<geometry.lines {
      let line = line(index)
      // A row of text begins where the address moves on or the row scan counter starts over.
      defer { previous = line }
      if let previous, previous.counter == line.counter, previous.rowScan <= line.rowScan {
        continue
      }
      let addresses = crtc.addressLines(rowScan: 0)
      for column in 0..<geometry.characters {
        let counter = (line.counter + column >> crtc.addressShift) & 0xFFFF
        let word = memory[addresses.address(counter)]
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
  init(_ crtc: CRTC, _ sequencer: Sequencer) {
    let dots = sequencer.dotsPerCharacter * (sequencer.halvesDotClock ? 2 : 1)
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
