import Conformance
import Foundation
import Testing
import X86Decode

/// What our own processor records is what it does again.
@Suite struct VectorRecorderTests {
  private func file(_ recorder: VectorRecorder, _ vectors: [Vector]) -> VectorFile {
    VectorFile(
      path: "made.MOO", source: recorder.source, model: recorder.model, vectors: vectors)
  }

  @Test func realModeProgram() throws {
    let recorder = try VectorRecorder(model: .i8086, mode: .real)
    var state = recorder.usualState
    state.registers[.ax] = 0x7FFF
    // ADD AX,1; MOV [2000h],AX; JMP behind the end.
    let vectors = try recorder.record([0x05, 1, 0, 0xA3, 0, 0x20, 0xEB, 0x10], from: state)
    #expect(vectors.count == 3)
    #expect(vectors[0].name == "add ax, 0x1")
    #expect(vectors[0].initial.registers[.flags] == 0xF002)
    #expect(vectors[0].final.registers[.ax] == 0x8000)
    #expect(vectors[0].final.registers[.ip] == 0x103)
    #expect(vectors[0].final.registers[.flags] == 0xF896)
    #expect(vectors[0].final.registers[.bx] == nil)
    #expect(vectors[0].initial.queue.prefix(3) == [0x05, 1, 0])
    #expect(vectors[0].initial.queue.count == 6)
    #expect(vectors[1].initial.registers[.ax] == 0x8000)
    #expect(vectors[1].final.memory == [MemoryByte(0x32001, 0x80)])
    #expect(vectors[2].final.registers[.ip] == 0x118)
    #expect(vectors.map(\.position) == [0, 1, 2])
  }

  /// From the 80286 on a recording ends behind the HLT that stands after the instruction.
  @Test func haltBehindTheInstruction() throws {
    let recorder = try VectorRecorder(model: .i80286, mode: .real)
    let vectors = try recorder.record([0x40, 0xEB, 0xFE], from: recorder.usualState, limit: 4)
    #expect(vectors[0].bytes == [0x40, 0xF4])
    #expect(vectors[0].final.registers[.ip] == 0x102)
    #expect(vectors[1].bytes == [0xEB, 0xFE])
    #expect(vectors.count == 4)
  }

  @Test func userModeFault() throws {
    let recorder = try VectorRecorder(model: .x86_64AMD, mode: .user64)
    var state = recorder.usualState
    state.registers[.ax] = 0x3000_0124
    let vector = try #require(try recorder.record([0x8B, 0x18], from: state).first)
    #expect(vector.exception == VectorException(vector: 14, address: 0x3000_0124))
    #expect(vector.final.registers[.ip] == nil)
  }

  /// PSUBW XMM1,[RBX] in a page that nothing has touched yet: #GP where it is not aligned, else #PF.
  @Test func alignmentComesBeforeThePage() throws {
    for page in [0, 0x3000_0000] as [UInt64] {
      for offset in 0..<16 as Range<UInt64> {
        let recorder = try VectorRecorder(model: .x86_64AMD, mode: .user64)
        var state = recorder.usualState
        state.registers[.bx] = page + 0x30 + offset
        let vector = try #require(
          try recorder.record([0x66, 0x0F, 0xF9, 0x0B], from: state).first)
        #expect(vector.exception?.vector == (offset == 0 ? 14 : 13))
      }
    }
  }

  @Test func filesReadBackAsWritten() throws {
    for (model, mode) in Self.benches {
      let recorder = try VectorRecorder(model: model, mode: mode)
      var generator = SeededGenerator(seed: 7)
      let state = recorder.randomState(for: [0x01, 0x03], using: &generator)
      let written = file(recorder, try recorder.record([0x01, 0x03], from: state))
      for bytes in [written.encoded(), written.compressed()] {
        let read = try VectorFile(bytes: bytes, path: "made.MOO")
        #expect(read.vectors == written.vectors)
        #expect(read.source == written.source && read.model == written.model)
      }
      #expect(written.compressed().prefix(2) == [0x1F, 0x8B])
    }
  }

  static let benches: [(ProcessorModel, VectorRecorder.Mode)] = [
    (.i8086, .real), (.i80186, .real), (.i80286, .real), (.i80386, .real), (.x86_64, .real),
    (.i80386, .user32), (.x86_64, .user32), (.x86_64, .user64), (.x86_64AMD, .user64),
  ]

  /// ADD [reg],r; PUSH; REP MOVSB; SHL r,CL; DIV r; XCHG [reg],r; a jump; PUSH ES; UD2.
  static let programs: [[UInt8]] = [
    [0x01, 0x03], [0x50], [0xF3, 0xA4], [0xD3, 0xE3], [0xF7, 0xF3], [0x87, 0x07], [0x75, 0x05],
    [0x06], [0x0F, 0x0B],
  ]

  @Test("Recordings from random states pass", arguments: benches)
  func randomStates(model: ProcessorModel, mode: VectorRecorder.Mode) throws {
    let recorder = try VectorRecorder(model: model, mode: mode)
    var generator = SeededGenerator(seed: 42)
    var vectors: [Vector] = []
    let rounds = model >= .i80286 && mode == .real ? 1 : 8
    for program in Self.programs {
      for _ in 0..<rounds {
        let state = recorder.randomState(for: program, using: &generator)
        vectors += try recorder.record(program, from: state)
      }
    }
    for position in vectors.indices { vectors[position].position = position }
    let directory = try VectorDirectory(["r.MOO.gz": file(recorder, vectors).compressed()])
    let report = try ConformanceRun(paths: [directory.path]).run()
    #expect(report.passed == vectors.count)
    #expect(report.exactFlags == vectors.count)
    #expect(report.failed == 0 && report.skipped == 0)
    #expect(report.files[0].model == model.name)
    #expect(report.files[0].failures.map(\.differences) == [])
    // A recording that claims something else fails.
    var wrong = vectors
    for position in wrong.indices { wrong[position].final.registers[.bp] = 0x1234_5678 & 0xFFFE }
    let other = try VectorDirectory(["r.MOO": file(recorder, wrong).encoded()])
    #expect(try ConformanceRun(paths: [other.path]).run().passed == 0)
  }

  @Test func seedsDecide() throws {
    let recorder = try VectorRecorder(model: .i80286, mode: .real)
    func state(_ seed: UInt64) -> VectorState {
      var generator = SeededGenerator(seed: seed)
      return recorder.randomState(for: [0x01, 0x07], using: &generator)
    }
    #expect(state(1) == state(1))
    #expect(state(1) != state(2))
  }

  @Test func refusals() throws {
    #expect(throws: VectorError.unrecordable("the 80286 has no 32-bit mode")) {
      try VectorRecorder(model: .i80286, mode: .user32)
    }
    #expect(throws: VectorError.unrecordable("the pentium3 has no 64-bit mode")) {
      try VectorRecorder(model: .pentium3, mode: .user64)
    }
    let recorder = try VectorRecorder(model: .i8086, mode: .real)
    #expect(throws: VectorError.self) { try recorder.record([], from: recorder.usualState) }
    var state = recorder.usualState
    state.registers[.ip] = 0xFFFF
    #expect(throws: VectorError.self) { try recorder.record([0x90, 0x90], from: state) }
    let user = try VectorRecorder(model: .x86_64, mode: .user64)
    state = user.usualState
    state.registers[.ip] = 0x5000
    #expect(throws: VectorError.self) { try user.record([0x90], from: state) }
  }
}
