import CPNG
public import Chips

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes pictures as PNG files through libpng's simplified interface.
public enum PNG {
  /// An 8-bit RGB picture file in memory.
  /// - Throws: ``PNGError`` with libpng's own words.
  public static func encode(_ frame: Frame) throws(PNGError) -> [UInt8] {
    var rgb: [UInt8] = []
    rgb.reserveCapacity(frame.pixels.count * 3)
    for pixel in frame.pixels {
      rgb.append(UInt8(truncatingIfNeeded: pixel >> 16))
      rgb.append(UInt8(truncatingIfNeeded: pixel >> 8))
      rgb.append(UInt8(truncatingIfNeeded: pixel))
    }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(frame.width)
    image.height = png_uint_32(frame.height)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    defer { png_image_free(&image) }

    // The first call measures, the second writes.
    var byteCount = png_alloc_size_t(0)
    guard png_image_write_to_memory(&image, nil, &byteCount, 0, rgb, 0, nil) != 0 else {
      throw PNGError(message(image))
    }
    var file = [UInt8](repeating: 0, count: Int(byteCount))
    guard png_image_write_to_memory(&image, &file, &byteCount, 0, rgb, 0, nil) != 0 else {
      throw PNGError(message(image))
    }
    file.removeLast(file.count - Int(byteCount))
    return file
  }

  /// The pixels of a picture file, 00RRGGBBh row by row.
  /// - Throws: ``PNGError`` when it is no PNG.
  public static func decode(
    _ file: [UInt8]
  ) throws(PNGError) -> (width: Int, height: Int, pixels: [UInt32]) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, file, file.count) != 0 else {
      throw PNGError(message(image))
    }
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    let (width, height) = (Int(image.width), Int(image.height))
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    guard png_image_finish_read(&image, nil, &rgb, 0, nil) != 0 else {
      throw PNGError(message(image))
    }
    let pixels = stride(from: 0, to: rgb.count, by: 3).map { (at: Int) -> UInt32 in
      rgb[at..<at + 3].reduce(0) { $0 << 8 | UInt32($1) }
    }
    return (width, height, pixels)
  }

  private static func message(_ image: png_image) -> String {
    withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

public struct PNGError: Error, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
