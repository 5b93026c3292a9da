import Foundation

/// A file that goes away with the value that made it.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]?, suffix: String = ".img") {
    path = NSTemporaryDirectory() + "/ringone-" + UUID().uuidString + suffix
    if let bytes { try? Data(bytes).write(to: URL(fileURLWithPath: path)) }
  }

  deinit {
    chmod(path, 0o600)
    try? FileManager.default.removeItem(atPath: path)
  }

  var contents: [UInt8] { FileManager.default.contents(atPath: path).map(Array.init) ?? [] }
}
