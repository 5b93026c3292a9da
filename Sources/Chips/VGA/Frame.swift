/// A picture as the monitor shows it: one pixel for each dot of the undivided dot clock, one row for
/// each scan line. Modes that show every dot or line twice therefore come out doubled: 720x400 for
/// 40 and 80 columns of text, 640x400 for 320x200, 640x480 for 640x480. All are shown 4:3.
public struct Frame: Equatable, Sendable {
  public internal(set) var width = 0
  public internal(set) var height = 0
  /// `width * height` pixels, row by row from the top left, 0xAARRGGBB with AA = FF.
  public internal(set) var pixels: [UInt32] = []
  /// What ``pixels`` were drawn from; nil before the first drawing.
  public internal(set) var version: VGA.PictureVersion?
  public internal(set) var showsBorder = false

  public init() {}

  /// A picture from elsewhere.
  /// - Precondition: `width * height` pixels.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(pixels.count == width * height, "a pixel for each dot")
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }
}

/// The text screen as characters.
public struct TextScreen: Equatable, Sendable {
  public let columns: Int
  public let rows: Int
  /// `columns * rows` character codes (code page 437 with the BIOS fonts), row by row.
  public let characters: [UInt8]
  /// As many attributes.
  public let attributes: [UInt8]
  /// Where the cursor is, whether or not it is lit at the moment; nil when it is off or elsewhere.
  public let cursor: (column: Int, row: Int)?

  public static func == (a: TextScreen, b: TextScreen) -> Bool {
    a.columns == b.columns && a.rows == b.rows && a.characters == b.characters
      && a.attributes == b.attributes && a.cursor?.column == b.cursor?.column
      && a.cursor?.row == b.cursor?.row
  }
}
