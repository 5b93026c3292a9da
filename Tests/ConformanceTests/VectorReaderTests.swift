import Conformance
import Testing

@Suite struct VectorReaderTests {
  private func read(_ bytes: [UInt8]) throws(VectorError) -> VectorFile {
    try VectorFile(bytes: bytes, path: "made.MOO")
  }

  @Test func readsATest() throws {
    let file = try read(MOOBuilder.file([MOOBuilder.addition()]))
    let vector = try #require(file.vectors.first)
    #expect(file.source == .i8086)
    #expect(vector.name == "add al,1")
    #expect(vector.bytes == [0x04, 0x01])
    #expect(vector.initial.registers[.ax] == 0x7F)
    #expect(vector.initial.registers[.cs] == 0x1000)
    #expect(vector.initial.registers[.ip] == 0x100)
    #expect(vector.final.registers[.ax] == 0x80)
    #expect(vector.final.registers[.bx] == nil)
    #expect(vector.initial.memory == [MemoryByte(0x10100, 4), MemoryByte(0x10101, 1)])
    #expect(vector.cycleCount == 4)
    #expect(vector.exception == nil)
  }

  @Test func readsNativeRegistersAndMasks() throws {
    let values = MOOBuilder.word(5) + MOOBuilder.word(0)
    let all = MOOBuilder.chunk("RG64", MOOBuilder.word(1) + values)
    let mask = MOOBuilder.chunk(
      "RM64", MOOBuilder.word(1 << 17) + MOOBuilder.word(0xFF) + values.suffix(4))
    let test =
      MOOBuilder.counted("BYTS", [0x90]) + MOOBuilder.chunk("INIT", all)
      + MOOBuilder.chunk("FINA", all + mask)
      + MOOBuilder.chunk("EXCP", [14] + MOOBuilder.word(0x1234))
      + MOOBuilder.chunk("HASH", [UInt8](repeating: 0xA5, count: 20))
    let vector = try #require(
      try read(MOOBuilder.file([test], processor: "X32 ")).vectors.first)
    #expect(vector.initial.registers[.ax] == 5)
    #expect(vector.final.definedBits?[.flags] == 0xFF)
    #expect(vector.exception == VectorException(vector: 14, address: 0x1234))
    #expect(vector.hash == String(repeating: "A5", count: 20))
  }

  @Test func skipsUnknownChunks() throws {
    let test = MOOBuilder.chunk("WHAT", [1, 2, 3]) + MOOBuilder.addition()
    #expect(try read(MOOBuilder.file([test]) + MOOBuilder.chunk("MORE", [9])).vectors.count == 1)
  }

  /// Every prefix of a good file gives an error and nothing worse.
  @Test func truncation() throws {
    let whole = MOOBuilder.file([MOOBuilder.addition(), MOOBuilder.addition()])
    for length in 0..<whole.count {
      #expect(throws: VectorError.self) { try read(Array(whole.prefix(length))) }
    }
  }

  /// Every single changed byte is read or refused, without a trap.
  @Test func damage() {
    let whole = MOOBuilder.file([MOOBuilder.addition()])
    for at in whole.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var bytes = whole
        bytes[at] = value
        _ = try? read(bytes)
      }
    }
  }

  @Test func namesWhatIsWrong() {
    #expect(throws: VectorError.notVectors(path: "made.MOO")) {
      try read(Array("hello world".utf8))
    }
    #expect(throws: VectorError.wrongCount(path: "made.MOO", promised: 3, found: 1)) {
      try read(MOOBuilder.file([MOOBuilder.addition()], promised: 3))
    }
    #expect(throws: VectorError.unknownProcessor(path: "made.MOO", name: "Z80 ")) {
      try read(MOOBuilder.file([], processor: "Z80 "))
    }
    #expect(throws: VectorError.self) { try VectorFile(contentsOf: "/nonexistent.MOO") }
  }

  private func complaint(_ bytes: [UInt8]) -> String {
    do {
      _ = try read(bytes)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  /// MOOBuilder's file, compressed by gzip.
  private static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03,
  ]

  @Test func damagedCompression() {
    #expect(complaint([]) == "made.MOO: the file is empty")
    #expect(
      complaint([0x1F, 0x8B, 8, 0, 1, 2, 3])
        == "made.MOO: the gzip data ends early; the file is cut short")
    #expect(complaint(Self.compressed + [0xFF, 0xFF]) == "made.MOO: the gzip data is damaged")
    #expect(
      complaint(Self.compressed) == "made.MOO: the gzip data ends early; the file is cut short")
  }

  /// Lengths and counts up to 2^32 - 1: an error that says where, and no memory taken.
  @Test func absurdCounts() {
    let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    let header = MOOBuilder.file([])
    #expect(
      complaint(header + Array("TEST".utf8) + huge)
        == "made.MOO: chunk TEST at offset 20 runs past its end; the file is cut short")
    #expect(
      complaint(MOOBuilder.file([], promised: 0xFFFF_FFFF))
        == "made.MOO: the header promises 4294967295 tests, the file holds 0")
    for type in ["NAME", "BYTS", "CYCL"] {
      let test = MOOBuilder.chunk(type, huge + [1, 2])
      let complaint = complaint(MOOBuilder.file([test]))
      #expect(complaint.hasPrefix("made.MOO: chunk \(type) at offset 32 is malformed"))
      #expect(complaint.contains("4294967295 items"))
    }
    for type in ["RAM ", "QUEU"] {
      let test = MOOBuilder.chunk("INIT", MOOBuilder.chunk(type, huge + [1, 2]))
      #expect(
        complaint(MOOBuilder.file([test]))
          .hasPrefix("made.MOO: chunk \(type) at offset 40 is malformed: it counts 4294967295"))
    }
  }

  @Test func contradictionsAreNamed() {
    let registers = MOOBuilder.registers(mask: 0x8000, [1])
    #expect(
      complaint(MOOBuilder.file([MOOBuilder.chunk("INIT", registers)]))
        .hasSuffix("is malformed: its mask 00008000 has unknown bits"))
    let short = MOOBuilder.registers(mask: 0x0007, [1])
    #expect(
      complaint(MOOBuilder.file([MOOBuilder.chunk("INIT", short)]))
        .hasSuffix("its mask names 3 registers of 2 bytes, 2 bytes follow"))
    #expect(
      complaint(MOOBuilder.file([MOOBuilder.chunk("INIT", MOOBuilder.chunk("FXSV", [1, 2]))]))
        .hasSuffix("the image has 416 bytes, 2 are there"))
    #expect(complaint(MOOBuilder.file([[]])).hasSuffix("test 0 has no INIT"))
    #expect(
      complaint(MOOBuilder.file([MOOBuilder.chunk("HASH", [1])])).hasSuffix("a SHA-1 has 20 bytes"))
  }
}
