import Foundation

extension VectorFile {
  /// Reads a MOO file, compressed or plain.
  public init(contentsOf path: String) throws(VectorError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    try self.init(bytes: [UInt8](data), path: path)
  }

  /// - Parameter path: names the file in errors.
  public init(bytes: [UInt8], path: String) throws(VectorError) {
    var plain = bytes
    if Gzip.isCompressed(bytes) {
      guard let inflated = Gzip.inflate(bytes) else { throw .badCompression(path: path) }
      plain = inflated
    }
    let reader = MOOReader(bytes: plain, path: path)
    self = try reader.file()
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

  private static func code(_ name: StaticString) -> UInt32 {
    name.withUTF8Buffer { text in
      text.enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
    }
  }
  private static let moo = code("MOO ")
  private static let test = code("TEST")
  private static let name = code("NAME")
  private static let bytesChunk = code("BYTS")
  private static let initial = code("INIT")
  private static let final = code("FINA")
  private static let cycles = code("CYCL")
  private static let exception = code("EXCP")
  private static let hash = code("HASH")
  private static let memory = code("RAM ")
  private static let queue = code("QUEU")
  private static let floatingPoint = code("FXSV")
  private static let registers16 = code("REGS")
  private static let registers32 = code("RG32")
  private static let registers64 = code("RG64")
  private static let mask16 = code("RMSK")
  private static let mask32 = code("RM32")
  private static let mask64 = code("RM64")

  private static let order16: [VectorRegister] = [
    .ax, .bx, .cx, .dx, .cs, .ss, .ds, .es, .sp, .bp, .si, .di, .ip, .flags,
  ]
  private static let order32: [VectorRegister] = [
    .cr0, .cr3, .ax, .bx, .cx, .dx, .si, .di, .bp, .sp, .cs, .ds, .es, .fs, .gs, .ss, .ip, .flags,
    .dr6, .dr7,
  ]
  private static let order64: [VectorRegister] = [
    .ax, .bx, .cx, .dx, .si, .di, .bp, .sp, .r8, .r9, .r10, .r11, .r12, .r13, .r14, .r15, .ip,
    .flags,
  ]

  func file() throws(VectorError) -> VectorFile {
    guard bytes.count >= 8, word(0) == Self.moo else { throw .notVectors(path: path) }
    var header: Chunk?
    var masks: RegisterValues?
    var tests: [Chunk] = []
    try eachChunk(0..<bytes.count) { chunk throws(VectorError) in
      switch chunk.type {
      case Self.moo: header = header ?? chunk
      case Self.test: tests.append(chunk)
      case Self.mask16, Self.mask32, Self.mask64: masks = try registers(chunk)
      default: break
      }
    }
    guard let header, header.payload.count >= 12 else {
      throw .malformed(path: path, chunk: "MOO ", offset: 0)
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
    vectors.reserveCapacity(tests.count)
    for (position, chunk) in tests.enumerated() { vectors.append(try vector(chunk, position)) }
    return VectorFile(path: path, source: source, definedBits: masks, vectors: vectors)
  }

  private func vector(_ chunk: Chunk, _ position: Int) throws(VectorError) -> Vector {
    guard chunk.payload.count >= 4 else { throw malformed(chunk) }
    let start = chunk.payload.lowerBound
    var vector = Vector(
      position: position, index: Int(word(start)), name: "", bytes: [], initial: VectorState(),
      final: VectorState())
    var hasInitial = false
    var hasFinal = false
    try eachChunk(start + 4..<chunk.payload.upperBound) { part throws(VectorError) in
      let at = part.payload.lowerBound
      switch part.type {
      case Self.name: vector.name = text(try counted(part, size: 1))
      case Self.bytesChunk: vector.bytes = Array(bytes[try counted(part, size: 1)])
      case Self.initial:
        vector.initial = try state(part)
        hasInitial = true
      case Self.final:
        vector.final = try state(part)
        hasFinal = true
      case Self.cycles: vector.cycleCount = try counted(part, size: 15).count / 15
      case Self.exception:
        guard part.payload.count >= 5 else { throw malformed(part) }
        vector.exception = VectorException(vector: bytes[at], address: word(at + 1))
      case Self.hash:
        guard part.payload.count == 20 else { throw malformed(part) }
        vector.hash = bytes[part.payload].map { Hexadecimal.text($0, digits: 2) }.joined()
      default: break
      }
    }
    guard hasInitial, hasFinal, !vector.bytes.isEmpty else { throw malformed(chunk) }
    return vector
  }

  private func state(_ chunk: Chunk) throws(VectorError) -> VectorState {
    var state = VectorState()
    try eachChunk(chunk.payload) { part throws(VectorError) in
      switch part.type {
      case Self.registers16, Self.registers32, Self.registers64:
        state.registers = try registers(part)
      case Self.mask16, Self.mask32, Self.mask64: state.definedBits = try registers(part)
      case Self.memory:
        let range = try counted(part, size: 5)
        state.memory.reserveCapacity(range.count / 5)
        for at in stride(from: range.lowerBound, to: range.upperBound, by: 5) {
          state.memory.append(MemoryByte(word(at), bytes[at + 4]))
        }
      case Self.queue: state.queue = Array(bytes[try counted(part, size: 1)])
      case Self.floatingPoint: state.floatingPoint = Array(bytes[part.payload])
      default: break
      }
    }
    return state
  }

  private func registers(_ chunk: Chunk) throws(VectorError) -> RegisterValues {
    let (order, width): ([VectorRegister], Int) =
      switch chunk.type {
      case Self.registers16, Self.mask16: (Self.order16, 2)
      case Self.registers32, Self.mask32: (Self.order32, 4)
      default: (Self.order64, 8)
      }
    var at = chunk.payload.lowerBound
    guard chunk.payload.count >= min(width, 4) else { throw malformed(chunk) }
    let mask = width == 2 ? word(at) & 0xFFFF : word(at)
    at += min(width, 4)
    guard mask >> UInt32(order.count) == 0,
      chunk.payload.upperBound - at == mask.nonzeroBitCount * width
    else { throw malformed(chunk) }
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
    guard chunk.payload.count >= 4, Int(word(at)) * size <= chunk.payload.count - 4 else {
      throw malformed(chunk)
    }
    return at + 4..<at + 4 + Int(word(at)) * size
  }

  private func malformed(_ chunk: Chunk) -> VectorError {
    let at = chunk.payload.lowerBound - 8
    return .malformed(path: path, chunk: text(at..<at + 4), offset: at)
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
