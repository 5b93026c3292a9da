/// One part of a run, so that several machines can share the work.
///
/// A test's part follows from its file's name (with its directory's) and its position there, and from
/// nothing else: not from the other files, the host, or the paths as they were written. Every test is in
/// exactly one part.
public struct Shard: Codable, Equatable, Sendable, CustomStringConvertible {
  /// From 0.
  public let index: Int
  public let count: Int

  public static let whole = Shard(index: 0, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// - Parameter text: "i/n", i from 1.
  public init(_ text: String) throws(VectorError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let part = Int(parts[0]), let count = Int(parts[1]), count >= 1,
      1...count ~= part
    else { throw .badShard(text) }
    self.init(index: part - 1, count: count)
  }

  /// "i/n", i from 1.
  public var description: String { "\(index + 1)/\(count)" }

  /// Whether the test at a position of a file is in this part.
  ///
  /// Neighbours go to different parts, so that parts of equal size take about equal time; where a file
  /// begins depends on its name, so that short files spread as well.
  public func contains(position: Int, ofFile name: String) -> Bool {
    if count == 1 { return true }
    return (Self.hash(name) &+ UInt64(position)) % UInt64(count) == UInt64(index)
  }

  /// FNV-1a, of 32 bits so that no position overflows the sum.
  private static func hash(_ name: String) -> UInt64 {
    UInt64(name.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
  }
}
