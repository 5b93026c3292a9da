import Foundation

/// A directory with files of our own making; gone after the test.
final class VectorDirectory {
  let path = NSTemporaryDirectory() + "ringone-conformance-" + UUID().uuidString

  init(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
