import Foundation

/// What stands beside the vectors: which flags an opcode leaves undefined, and tests to leave out.
public struct VectorMetadata: Sendable {
  /// AND masks of the defined FLAGS bits by "opcode" or "opcode.digit".
  private var masks: [String: UInt16] = [:]
  private var revoked: Set<String> = []

  public init() {}

  /// Reads metadata.json and revocation_list.txt of a directory, where they exist.
  public init(directory: String) throws(VectorError) {
    let path = directory + "/metadata.json"
    if let data = FileManager.default.contents(atPath: path) {
      do {
        let document = try JSONDecoder().decode(Document.self, from: data)
        for (opcode, entry) in document.opcodes {
          if let mask = entry.mask { masks[opcode] = mask }
          for (digit, form) in entry.reg ?? [:] {
            if let mask = form.mask { masks["\(opcode).\(digit)"] = mask }
          }
        }
      } catch {
        throw .badMetadata(path: path, reason: "not the metadata of vectors: \(error)")
      }
    }
    guard let data = FileManager.default.contents(atPath: directory + "/revocation_list.txt")
    else { return }
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let entry = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      if !entry.isEmpty { revoked.insert(entry.uppercased()) }
    }
  }

  /// The defined FLAGS bits for the tests of a file, by its name ("D2.4.MOO.gz", "6601.MOO").
  public func definedFlags(fileName: String) -> UInt16 {
    let parts = fileName.split(separator: ".")
    guard var opcode = parts.first.map(String.init) else { return .max }
    while opcode.count > 2, opcode.hasPrefix("66") || opcode.hasPrefix("67") {
      opcode.removeFirst(2)
    }
    if parts.count > 1, parts[1].count == 1, let mask = masks["\(opcode).\(parts[1])"] {
      return mask
    }
    return masks[opcode] ?? .max
  }

  public func isRevoked(_ hash: String?) -> Bool { hash.map(revoked.contains) ?? false }

  private struct Document: Decodable {
    struct Form: Decodable {
      var mask: UInt16?
      var reg: [String: Form]?
      enum CodingKeys: String, CodingKey {
        case mask = "flags-mask"
        case reg
      }
    }
    var opcodes: [String: Form]
  }
}
