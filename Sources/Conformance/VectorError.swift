/// Why a file of vectors cannot be used: one clear sentence each.
public enum VectorError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  /// The gzip stream is damaged, ends early, or is absurdly large.
  case badCompression(path: String, reason: String)
  case empty(path: String)
  /// Not a MOO file at all.
  case notVectors(path: String)
  /// A chunk runs past the end of what holds it.
  case truncated(path: String, chunk: String, offset: Int)
  /// A chunk's contents contradict its length or the format.
  case malformed(path: String, chunk: String, offset: Int, reason: String)
  /// The tests' number is not the one that the header promises.
  case wrongCount(path: String, promised: Int, found: Int)
  /// Recorded from a processor that this library does not know.
  case unknownProcessor(path: String, name: String)
  /// A metadata.json or revocation list beside the vectors that cannot be understood.
  case badMetadata(path: String, reason: String)
  case badShard(String)
  /// A report that cannot be read, or does not belong to the others.
  case badReport(path: String, reason: String)
  /// Instructions that cannot be recorded.
  case unrecordable(String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .badCompression(let path, let reason): "\(path): the gzip data \(reason)"
    case .empty(let path): "\(path): the file is empty"
    case .notVectors(let path): "\(path): not a MOO file (it does not begin with \"MOO \")"
    case .truncated(let path, let chunk, let offset):
      "\(path): chunk \(chunk) at offset \(offset) runs past its end; the file is cut short"
    case .malformed(let path, let chunk, let offset, let reason):
      "\(path): chunk \(chunk) at offset \(offset) is malformed: \(reason)"
    case .wrongCount(let path, let promised, let found):
      "\(path): the header promises \(promised) tests, the file holds \(found)"
    case .unknownProcessor(let path, let name):
      "\(path): recorded from an unknown processor \"\(name)\""
    case .badMetadata(let path, let reason): "\(path): \(reason)"
    case .badReport(let path, let reason): "\(path): \(reason)"
    case .unrecordable(let reason): reason
    case .badShard(let text): "shard \"\(text)\": write i/n with 1 <= i <= n"
    }
  }
}
