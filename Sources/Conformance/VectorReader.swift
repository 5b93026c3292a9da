import Foundation

extension VectorFile {
  /// Reads a MOO file, compressed or plain.
  public init(contentsOf path: String) throws(VectorError) {
    try self.init(bytes: Self.read(path), path: path)
  }

  static func read(_ path: String) throws(VectorError) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      guard try handle.seekToEnd() <= UInt64(Gzip.largestOutput) else {
        throw VectorError.unreadable(
          path: path, reason: "it is larger than \(Gzip.largestOutput >> 20) MiB")
      }
      try handle.seek(toOffset: 0)
      return [UInt8](try handle.readToEnd() ?? Data())
    } catch let error as VectorError {
      throw error
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// - Parameters:
  ///   - path: names the file in errors.
  ///   - isWanted: which tests to read, by position; the others are checked no further than their
  ///     length.
  public init(
    bytes: [UInt8], path: String, isWanted: (Int) -> Bool = { _ in true }
  ) throws(VectorError) {
    guard !bytes.isEmpty else { throw .empty(path: path) }
    var plain = bytes
    if Gzip.isCompressed(bytes) {
      do {
        plain = try Gzip.inflate(bytes)
      } catch {
        let reason =
          switch error {
          case .damaged: "is damaged"
          case .endsEarly: "ends early; the file is cut short"
          case .tooLarge: "inflates to more than \(Gzip.largestOutput >> 20) MiB"
          }
        throw .badCompression(path: path, reason: reason)
      }
    }
    self = try MOOReader(bytes: plain, path: path).file(isWanted)
  }
}

/// Walks the chunks of a MOO file. Every access is checked against the chunk that it lies in.
private struct MOOReader {
  let bytes: [UInt8]
  let path: String

  /// A chunk's type and where its payload lies.
  struct Chunk {
    let type: UInt32
    let payload: Range<Int>
  }

  func file(_ isWanted: (Int) -> Bool) throws(VectorError) -> VectorFile {
    guard bytes.count >= 8, word(0) == MOO.moo else { throw .notVectors(path: path) }
    var header: Chunk?
    var masks: RegisterValues?
    var model: String?
    var tests: [Chunk] = []
    try eachChunk(0..<bytes.count) { chunk throws(VectorError) in
      switch chunk.type {
      case MOO.moo: header = header ?? chunk
      case MOO.test: tests.append(chunk)
      case MOO.mask16, MOO.mask32, MOO.mask64: masks = try registers(chunk)
      case MOO.model: model = text(try counted(chunk, size: 1))
      default: break
      }
    }
    guard let header, header.payload.count >= 12 else {
      throw .malformed(
        path: path, chunk: "MOO ", offset: 0, reason: "the header has 12 bytes at least")
    }
    let at = header.payload.lowerBound
    let promised = Int(word(at + 4))
    guard promised == tests.count else {
      throw .wrongCount(path: path, promised: promised, found: tests.count)
    }
    let processor = text(at + 8..<at + 12)
    guard let source = VectorSource(rawValue: processor) else {
      throw .unknownProcessor(path: path, name: processor)
    }
    var vectors: [Vector] = []
    for (position, chunk) in tests.enumerated() where isWanted(position) {
      vectors.append(try vector(chunk, position))
    }
    return VectorFile(
      path: path, source: source, model: model, definedBits: masks, testCount: tests.count,
      vectors: vectors)
  }

  private func vector(_ chunk: Chunk, _ position: Int) throws(VectorError) -> Vector {
    guard chunk.payload.count >= 4 else { throw malformed(chunk, "its index is missing") }
    let start = chunk.payload.lowerBound
    var vector = Vector(
      position: position, index: Int(word(start)), name: "", bytes: [], initial: VectorState(),
      final: VectorState())
    var hasInitial = false
    var hasFinal = false
    try eachChunk(start + 4..<chunk.payload.upperBound) { part throws(VectorError) in
      let at = part.payload.lowerBound
      switch part.type {
      case MOO.name: vector.name = text(try counted(part, size: 1))
      case MOO.bytes: vector.bytes = Array(bytes[try counted(part, size: 1)])
      case MOO.initial:
        vector.initial = try state(part)
        hasInitial = true
      case MOO.final:
        vector.final = try state(part)
        hasFinal = true
      case MOO.cycles: vector.cycleCount = try counted(part, size: 15).count / 15
      case MOO.exception:
        guard part.payload.count >= 5 else { throw malformed(part, "5 bytes are needed") }
        vector.exception = VectorException(vector: bytes[at], address: word(at + 1))
      case MOO.hash:
        guard part.payload.count == 20 else { throw malformed(part, "a SHA-1 has 20 bytes") }
        vector.hash = bytes[part.payload].map { Hexadecimal.text($0, digits: 2) }.joined()
      default: break
      }
    }
    guard hasInitial else { throw malformed(chunk, "test \(position) has no INIT") }
    guard hasFinal else { throw malformed(chunk, "test \(position) has no FINA") }
    guard !vector.bytes.isEmpty else {
      throw malformed(chunk, "test \(position) has no instruction bytes (BYTS)")
    }
    return vector
  }

  private func state(_ chunk: Chunk) throws(VectorError) -> VectorState {
    var state = VectorState()
    try eachChunk(chunk.payload) { part throws(VectorError) in
      switch part.type {
      case MOO.registers16, MOO.registers32, MOO.registers64:
        state.registers = try registers(part)
      case MOO.mask16, MOO.mask32, MOO.mask64: state.definedBits = try registers(part)
      case MOO.memory:
        let range = try counted(part, size: 5)
        state.memory.reserveCapacity(range.count / 5)
        for at in stride(from: range.lowerBound, to: range.upperBound, by: 5) {
          state.memory.append(MemoryByte(word(at), bytes[at + 4]))
        }
      case MOO.queue: state.queue = Array(bytes[try counted(part, size: 1)])
      case MOO.floatingPoint:
        guard part.payload.count >= 416 else {
          throw malformed(part, "the image has 416 bytes, \(part.payload.count) are there")
        }
        state.floatingPoint = Array(bytes[part.payload])
      default: break
      }
    }
    return state
  }

  private func registers(_ chunk: Chunk) throws(VectorError) -> RegisterValues {
    let (order, width): ([VectorRegister], Int) =
      switch chunk.type {
      case MOO.registers16, MOO.mask16: (MOO.order16, 2)
      case MOO.registers32, MOO.mask32: (MOO.order32, 4)
      default: (MOO.order64, 8)
      }
    var at = chunk.payload.lowerBound
    guard chunk.payload.count >= min(width, 4) else {
      throw malformed(chunk, "its presence mask is missing")
    }
    let mask = width == 2 ? word(at) & 0xFFFF : word(at)
    at += min(width, 4)
    guard mask >> UInt32(order.count) == 0 else {
      throw malformed(chunk, "its mask \(Hexadecimal.text(mask, digits: 8)) has unknown bits")
    }
    guard chunk.payload.upperBound - at == mask.nonzeroBitCount * width else {
      throw malformed(
        chunk,
        "its mask names \(mask.nonzeroBitCount) registers of \(width) bytes, "
          + "\(chunk.payload.upperBound - at) bytes follow")
    }
    var values = RegisterValues()
    for (bit, register) in order.enumerated() where mask >> UInt32(bit) & 1 != 0 {
      var value: UInt64 = 0
      for byte in 0..<width { value |= UInt64(bytes[at + byte]) << UInt64(8 * byte) }
      // The upper halves of 32-bit segment fields hold nothing.
      if width == 4, VectorRegister.es.rawValue...VectorRegister.gs.rawValue ~= register.rawValue {
        value &= 0xFFFF
      }
      values[register] = value
      at += width
    }
    return values
  }

  // MARK: Chunks

  private func eachChunk(
    _ range: Range<Int>, _ body: (Chunk) throws(VectorError) -> Void
  ) throws(VectorError) {
    var at = range.lowerBound
    while at < range.upperBound {
      guard range.upperBound - at >= 8 else {
        throw .truncated(path: path, chunk: "header", offset: at)
      }
      let length = Int(word(at + 4))
      guard length <= range.upperBound - at - 8 else {
        throw .truncated(path: path, chunk: text(at..<at + 4), offset: at)
      }
      try body(Chunk(type: word(at), payload: at + 8..<at + 8 + length))
      at += 8 + length
    }
  }

  /// The items behind a chunk's own count of them.
  private func counted(_ chunk: Chunk, size: Int) throws(VectorError) -> Range<Int> {
    let at = chunk.payload.lowerBound
    guard chunk.payload.count >= 4 else { throw malformed(chunk, "its count is missing") }
    guard Int(word(at)) * size <= chunk.payload.count - 4 else {
      throw malformed(
        chunk,
        "it counts \(word(at)) items of \(size) byte\(size == 1 ? "" : "s"), "
          + "\(chunk.payload.count - 4) bytes follow")
    }
    return at + 4..<at + 4 + Int(word(at)) * size
  }

  private func malformed(_ chunk: Chunk, _ reason: String) -> VectorError {
    let at = chunk.payload.lowerBound - 8
    return .malformed(path: path, chunk: text(at..<at + 4), offset: at, reason: reason)
  }

  /// Callers have checked that four bytes are there.
  private func word(_ at: Int) -> UInt32 {
    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
      | UInt32(bytes[at + 3]) << 24
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { 0x20...0x7E ~= $0 ? $0 : 0x3F }, as: UTF8.self)
  }
}

enum Hexadecimal {
  static func text(_ value: some BinaryInteger, digits: Int) -> String {
    let plain = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - plain.count)) + plain
  }
}
