import Chips
import Media

extension MediumSource {
  /// What the medium is called in messages.
  public var name: String {
    switch self {
    case .file(let path, _): path
    case .memory: "image in memory"
    }
  }

  func openDisk() throws(ConfigurationError) -> DiskImage {
    try opened { () throws(MediaError) in
      switch self {
      case .file(let path, let writesThrough):
        try DiskImage(path: path, access: writesThrough ? .readWrite : .overlay)
      case .memory(let bytes):
        DiskImage(name: name, bytes: bytes)
      }
    }
  }

  func openFloppy() throws(ConfigurationError) -> DiskImage {
    let image = try opened { () throws(MediaError) in
      switch self {
      case .file(let path, let writesThrough):
        try DiskImage.floppy(path: path, access: writesThrough ? .readWrite : .overlay)
      case .memory(let bytes):
        DiskImage(name: name, bytes: bytes)
      }
    }
    guard FloppyFormat.holding(image.byteCount) != nil else {
      throw ConfigurationError(
        MediaError(path: name, cause: .tooLargeForFloppy(byteCount: image.byteCount)))
    }
    return image
  }

  func openCD() throws(ConfigurationError) -> CDImage {
    try opened { () throws(MediaError) in
      switch self {
      case .file(let path, _): try CDImage(path: path)
      case .memory(let bytes): try CDImage(name: name, bytes: bytes)
      }
    }
  }

  private func opened<Image>(
    _ body: () throws(MediaError) -> Image
  ) throws(ConfigurationError) -> Image {
    do throws(MediaError) { return try body() } catch { throw ConfigurationError(error) }
  }
}
