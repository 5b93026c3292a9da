/// Why a file of vectors cannot be used: one clear sentence each.
public enum VectorError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  /// The gzip stream is damaged or ends early.
  case badCompression(path: String)
  /// Not a MOO file at all.
  case notVectors(path: String)
  /// A chunk runs past the end of what holds it.
  case truncated(path: String, chunk: String, offset: Int)
  /// A chunk's contents contradict its length or the format.
  case malformed(path: String, chunk: String, offset: Int)
  /// The tests' number is not the one that the header promises.
  case wrongCount(path: String, promised: Int, found: Int)
  /// Recorded from a processor that this library does not know.
  case unknownProcessor(path: String, name: String)
  /// A metadata.json or revocation list beside the vectors that cannot be understood.
  case badMetadata(path: String, reason: String)
  case badShard(String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .badCompression(let path): "\(path): the gzip data is damaged or ends early"
    case .notVectors(let path): "\(path): not a MOO file (it does not begin with \"MOO \")"
    case .truncated(let path, let chunk, let offset):
      "\(path): chunk \(chunk) at offset \(offset) runs past its end; the file is cut short"
    case .malformed(let path, let chunk, let offset):
      "\(path): chunk \(chunk) at offset \(offset) is malformed"
    case .wrongCount(let path, let promised, let found):
      "\(path): the header promises \(promised) tests, the file holds \(found)"
    case .unknownProcessor(let path, let name):
      "\(path): recorded from an unknown processor \"\(name)\""
    case .badMetadata(let path, let reason): "\(path): \(reason)"
    case .badShard(let text): "shard \"\(text)\": write i/n with 1 <= i <= n"
    }
  }
}
