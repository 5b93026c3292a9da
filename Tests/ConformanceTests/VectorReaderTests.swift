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
    #expect(throws: VectorError.badCompression(path: "made.MOO")) {
      try read([0x1F, 0x8B, 8, 0, 1, 2, 3])
    }
    #expect(throws: VectorError.wrongCount(path: "made.MOO", promised: 3, found: 1)) {
      try read(MOOBuilder.file([MOOBuilder.addition()], promised: 3))
    }
    #expect(throws: VectorError.unknownProcessor(path: "made.MOO", name: "Z80 ")) {
      try read(MOOBuilder.file([], processor: "Z80 "))
    }
    #expect(throws: VectorError.self) { try VectorFile(contentsOf: "/nonexistent.MOO") }
  }

  @Test func shards() throws {
    #expect(try Shard("1/1") == .whole)
    for text in ["", "0/2", "3/2", "1", "a/b", "1/2/3", "-1/2"] {
      #expect(throws: VectorError.badShard(text)) { try Shard(text) }
    }
  }
}
