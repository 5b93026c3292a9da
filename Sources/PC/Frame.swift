/// A picture of the screen.
public struct Frame: Equatable, Sendable {
  /// In pixels.
  public var width: Int
  public var height: Int
  /// `width * height` pixels of 00RRGGBBh, row by row from the top left.
  public var pixels: [UInt32]

  public init(width: Int, height: Int, pixels: [UInt32]) {
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
