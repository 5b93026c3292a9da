import CSDL2
import Chips
import Foundation

/// Shows a ``Frame`` in a window, 4:3, and touches only what has changed since the last one.
///
/// The picture is scaled here and not by a graphics card: a person reading a prompt should cost next to
/// nothing, also where the "card" is itself a program.
///
/// Unsafe memory is SDL's here: a surface's pixels are written only while SDL lends it, row by row
/// within its own width and height.
final class Screen {
  private let window: OpaquePointer
  /// What the window shows now.
  private var shown: Frame?
  private var scaler: Scaler?
  private var surfaceSize: (width: Int, height: Int) = (0, 0)

  /// Bands of changed rows closer than this many rows are drawn as one.
  private static let bandGap = 8

  init(_ window: OpaquePointer) {
    self.window = window
  }

  /// Draws `frame`, or black before the first one.
  /// - Parameter everything: the window has lost its contents.
  func show(_ frame: Frame?, everything: Bool) {
    guard let surface = SDL_GetWindowSurface(window) else { return }
    let size = (width: Int(surface.pointee.w), height: Int(surface.pointee.h))
    let isFresh = everything || size != surfaceSize
    surfaceSize = size
    if isFresh { SDL_FillRect(surface, nil, 0) }
    guard let frame, frame.width > 0, frame.height > 0 else {
      SDL_UpdateWindowSurface(window)
      return
    }
    let target = Self.target(in: size)
    let isSame = shown?.width == frame.width && shown?.height == frame.height
    if !isSame || scaler?.targetSize ?? (0, 0) != (Int(target.w), Int(target.h)) {
      scaler = Scaler(from: (frame.width, frame.height), to: (Int(target.w), Int(target.h)))
    }
    let bands = isFresh || !isSame ? [0..<frame.height] : changedRows(frame)
    shown = frame
    draw(frame, bands, target, on: surface)
    if isFresh {
      SDL_UpdateWindowSurface(window)
    } else {
      update(bands, target)
    }
  }

  // MARK: What has changed

  private func changedRows(_ frame: Frame) -> [Range<Int>] {
    guard let shown else { return [0..<frame.height] }
    let bytes = frame.width * MemoryLayout<UInt32>.size
    var bands: [Range<Int>] = []
    frame.pixels.withUnsafeBytes { new in
      shown.pixels.withUnsafeBytes { old in
        guard let new = new.baseAddress, let old = old.baseAddress else { return }
        for row in 0..<frame.height where memcmp(new + row * bytes, old + row * bytes, bytes) != 0 {
          if let last = bands.last, row - last.upperBound < Self.bandGap {
            bands[bands.count - 1] = last.lowerBound..<row + 1
          } else {
            bands.append(row..<row + 1)
          }
        }
      }
    }
    return bands
  }

  // MARK: Drawing

  /// The largest 4:3 rectangle in the window, in its middle.
  private static func target(in size: (width: Int, height: Int)) -> SDL_Rect {
    let width = max(1, min(size.width, size.height * 4 / 3))
    let height = max(1, min(size.height, size.width * 3 / 4))
    return SDL_Rect(
      x: Int32((size.width - width) / 2), y: Int32((size.height - height) / 2), w: Int32(width),
      h: Int32(height))
  }

  private func draw(
    _ frame: Frame, _ bands: [Range<Int>], _ target: SDL_Rect,
    on surface: UnsafeMutablePointer<SDL_Surface>
  ) {
    guard let scaler else { return }
    let format = surface.pointee.format.pointee.format
    guard
      format == SDL_PIXELFORMAT_ARGB8888.rawValue || format == SDL_PIXELFORMAT_RGB888.rawValue
    else {
      return drawConverted(frame, bands, target, on: surface)
    }
    SDL_LockSurface(surface)
    defer { SDL_UnlockSurface(surface) }
    guard let pixels = surface.pointee.pixels else { return }
    let pitch = Int(surface.pointee.pitch)
    let first = pixels + Int(target.y) * pitch + Int(target.x) * 4
    for band in bands {
      scaler.scale(frame.pixels, rows: scaler.targetRows(of: band)) { row, scaled in
        guard let line = scaled.baseAddress else { return }
        memcpy(first + row * pitch, line, scaled.count * 4)
      }
    }
  }

  /// A window whose pixels are not of our format: SDL converts row by row.
  private func drawConverted(
    _ frame: Frame, _ bands: [Range<Int>], _ target: SDL_Rect,
    on surface: UnsafeMutablePointer<SDL_Surface>
  ) {
    guard let scaler,
      let line = SDL_CreateRGBSurfaceWithFormat(
        0, target.w, 1, 32, SDL_PIXELFORMAT_RGB888.rawValue)
    else { return }
    defer { SDL_FreeSurface(line) }
    for band in bands {
      scaler.scale(frame.pixels, rows: scaler.targetRows(of: band)) { row, scaled in
        guard let pixels = scaled.baseAddress else { return }
        memcpy(line.pointee.pixels, pixels, scaled.count * 4)
        var place = SDL_Rect(x: target.x, y: target.y + Int32(row), w: target.w, h: 1)
        SDL_UpperBlit(line, nil, surface, &place)
      }
    }
  }

  private func update(_ bands: [Range<Int>], _ target: SDL_Rect) {
    guard let scaler, !bands.isEmpty else { return }
    let rectangles = bands.map { band in
      let rows = scaler.targetRows(of: band)
      return SDL_Rect(
        x: target.x, y: target.y + Int32(rows.lowerBound), w: target.w, h: Int32(rows.count))
    }
    SDL_UpdateWindowSurfaceRects(window, rectangles, Int32(rectangles.count))
  }
}
