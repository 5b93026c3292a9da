import Testing
import X86Decode

struct DecoderTests {
  private func expectMemory(
    _ instruction: Instruction, base: UInt8, index: UInt8 = Instruction.noRegister,
    scale: UInt8 = 0, displacement: Int64 = 0, segment: SegmentRegister = .ds,
    length: UInt8, _ comment: Comment? = nil
  ) {
    #expect(instruction.base == base, comment)
    #expect(instruction.index == index, comment)
    #expect(instruction.scale == scale, comment)
    #expect(instruction.displacement == displacement, comment)
    #expect(instruction.segment == segment, comment)
    #expect(instruction.length == length, comment)
  }

  @Test func addressing16() {
    let none = Instruction.noRegister
    let forms: [(UInt8, UInt8, SegmentRegister)] = [
      (3, 6, .ds), (3, 7, .ds), (5, 6, .ss), (5, 7, .ss), (6, none, .ds), (7, none, .ds),
      (5, none, .ss), (3, none, .ds),
    ]
    for (rm, form) in forms.enumerated() {
      let byte = String(UInt8(0x40 + rm), radix: 16)
      let word = String(UInt8(0x80 + rm), radix: 16)
      expectMemory(
        decode("8B \(byte) FE"), base: form.0, index: form.1, displacement: -2, segment: form.2,
        length: 3)
      expectMemory(
        decode("8B \(word) 34 92"), base: form.0, index: form.1, displacement: -0x6DCC,
        segment: form.2, length: 4)
      if rm != 6 {
        expectMemory(decode("8B 0\(rm)"), base: form.0, index: form.1, segment: form.2, length: 2)
      }
    }
    expectMemory(decode("8B 06 34 12"), base: none, displacement: 0x1234, length: 4)
  }

  @Test func addressing32() {
    let none = Instruction.noRegister
    func at(_ hex: String) -> Instruction { decode(hex, codeSize: 4) }
    expectMemory(at("8B 00"), base: 0, length: 2)
    expectMemory(at("8B 45 F0"), base: 5, displacement: -16, segment: .ss, length: 3)
    expectMemory(at("8B 05 78 56 34 12"), base: none, displacement: 0x1234_5678, length: 6)
    expectMemory(at("8B 04 24"), base: 4, segment: .ss, length: 3)
    expectMemory(at("8B 44 B3 08"), base: 3, index: 6, scale: 2, displacement: 8, length: 4)
    // An index in EBP does not make the segment SS; a missing base needs a displacement.
    expectMemory(at("8B 04 6B"), base: 3, index: 5, scale: 1, length: 3)
    expectMemory(
      at("8B 04 8D FF FF FF FF"), base: none, index: 1, scale: 2, displacement: -1, length: 7)
    expectMemory(at("8B 84 24 00 01 00 00"), base: 4, displacement: 256, segment: .ss, length: 7)
    expectMemory(at("67 8B 47 01"), base: 3, displacement: 1, length: 4)
    expectMemory(decode("67 8B 04 24"), base: 4, segment: .ss, length: 4)
    expectMemory(at("65 8B 04 24"), base: 4, segment: .gs, length: 4)
  }

  @Test func addressing64() {
    func at(_ hex: String) -> Instruction { decode(hex, codeSize: 8) }
    expectMemory(
      at("48 8B 05 10 00 00 00"), base: Instruction.instructionPointer, displacement: 16, length: 7)
    expectMemory(
      at("8B 04 25 F0 FF FF FF"), base: Instruction.noRegister, displacement: -16, length: 7)
    expectMemory(
      at("4B 8B 04 E5 00 00 00 00"), base: Instruction.noRegister, index: 12, scale: 3,
      length: 8)
    expectMemory(at("41 8B 45 00"), base: 13, length: 4)
    expectMemory(at("41 8B 04 24"), base: 12, length: 4)
    // Overrides of ES, CS, SS and DS do nothing; FS does.
    expectMemory(at("2E 8B 45 00"), base: 5, segment: .ss, length: 4)
    expectMemory(at("64 8B 00"), base: 0, segment: .fs, length: 3)
    let offset = at("48 A1 88 77 66 55 44 33 22 11")
    #expect(offset.displacement == 0x1122_3344_5566_7788)
    #expect(offset.operands.1 == Operand(.memory, width: 8))
    #expect(offset.length == 10)
  }

  @Test func rexChoosesRegistersAndSizes() {
    func at(_ hex: String) -> Instruction { decode(hex, codeSize: 8) }
    #expect(at("4D 01 C8").operands.0 == Operand(.register, number: 8, width: 8))
    #expect(at("4D 01 C8").operands.1 == Operand(.register, number: 9, width: 8))
    #expect(at("01 C8").operandSize == 4)
    #expect(at("66 01 C8").operandSize == 2)
    // SPL with REX, AH without.
    #expect(at("40 88 E0").operands.1 == Operand(.register, number: 4, width: 1))
    #expect(at("88 E0").operands.1 == Operand(.highByte, number: 4, width: 1))
    // REX counts only directly before the opcode.
    #expect(at("48 66 01 C8").operandSize == 2)
    #expect(!at("48 66 01 C8").prefixes.contains(.rex))
    #expect(at("41 90").operation == .xchg)
    #expect(at("41 90").operands.0 == Operand(.register, number: 8, width: 4))
    #expect(at("40 90").operation == .nop)
    #expect(at("48 B8 88 77 66 55 44 33 22 11").immediate == 0x1122_3344_5566_7788)
    #expect(at("48 05 00 00 00 80").immediate == 0xFFFF_FFFF_8000_0000)
    #expect(at("48 63 C8").operation == .movsxd)
    #expect(at("50").operandSize == 8)
    #expect(at("66 50").operandSize == 2)
    #expect(at("66 E8 00 00 00 00").operandSize == 8)
    #expect(at("44 0F 20 C0").operands.1 == Operand(.control, number: 8, width: 8))
  }

  @Test func immediates() {
    #expect(decode("B8 FE FF").immediate == 0xFFFE)
    #expect(decode("66 B8 FE FF FF FF").immediate == 0xFFFF_FFFE)
    #expect(decode("83 C0 FE").immediate == 0xFFFF_FFFF_FFFF_FFFE)
    #expect(decode("83 C0 FE").operands.1 == Operand(.immediate, width: 2))
    #expect(decode("04 FE").immediate == 0xFE)
    #expect(decode("C0 E0 FF").immediate == 0xFF)
    #expect(decode("CD 80").immediate == 0x80)
    #expect(decode("6A 80").immediate == 0xFFFF_FFFF_FFFF_FF80)
    #expect(decode("C2 04 80").immediate == 0x8004)
    #expect(decode("C3").immediate == 0)
    let enter = decode("C8 00 80 1F")
    #expect(enter.immediate == 0x8000)
    #expect(enter.secondImmediate == 0x1F)
    #expect(enter.operands.1.kind == .secondImmediate)
    let far = decode("EA 78 56 34 12")
    #expect(far.immediate == 0x5678)
    #expect(far.secondImmediate == 0x1234)
    #expect(decode("EA 78 56 34 12 CD AB", codeSize: 4).immediate == 0x1234_5678)
    #expect(decode("EA 78 56 34 12 CD AB", codeSize: 4).secondImmediate == 0xABCD)
    #expect(decode("EB FE").immediate == UInt64(bitPattern: -2))
    #expect(decode("E9 FD FF").immediate == UInt64(bitPattern: -3))
    #expect(decode("D4 10").immediate == 0x10)
    #expect(decode("A1 FE FF").displacement == 0xFFFE)
  }

  @Test func operandsInIntelOrder() {
    let store = decode("88 66 10")
    #expect(store.operands.0 == Operand(.memory, width: 1))
    #expect(store.operands.1 == Operand(.highByte, number: 4, width: 1))
    let multiply = decode("69 C3 10 00")
    #expect(multiply.operands.0 == Operand(.register, number: 0, width: 2))
    #expect(multiply.operands.1 == Operand(.register, number: 3, width: 2))
    #expect(multiply.operands.2 == Operand(.immediate, width: 2))
    let pointer = decode("C4 1F")
    #expect(pointer.operands.1 == Operand(.memory, width: 4))
    #expect(pointer.operands.2 == Operand(.segment, number: 0, width: 2))
    #expect(decode("62 07").operands.1 == Operand(.memory, width: 4))
    #expect(decode("0F 01 17").operands.0 == Operand(.memory, width: 6))
    #expect(decode("D7").operands.0 == Operand(.memory, width: 1))
    #expect(decode("D7").base == 3)
    #expect(decode("26 A4").segment == .es)
    #expect(decode("26 A4").operands.0 == Operand(.stringDestination, width: 1))
    #expect(decode("66 6F").operands.1 == Operand(.stringSource, width: 4))
    #expect(decode("D1 E0").operands.1 == Operand(.constant, number: 1, width: 1))
    #expect(decode("8C C8", codeSize: 4).operands.0 == Operand(.register, number: 0, width: 4))
    #expect(decode("8C 08", codeSize: 4).operands.0 == Operand(.memory, width: 2))
    #expect(decode("DB 2F").operands.0.kind == .memory)
    #expect(decode("DB E3").operands.0.kind == .none)
    #expect(decode("7F 00").condition == 0xF)
  }

  /// mod does not matter for moves to and from control registers: no displacement follows.
  @Test func controlRegisterMovesIgnoreMod() {
    for hex in ["0F 22 05", "0F 22 45", "0F 22 85", "0F 22 C5"] {
      let move = decode(hex)
      #expect(move.length == 3)
      #expect(move.operands.0 == Operand(.control, number: 0, width: 4))
      #expect(move.operands.1 == Operand(.register, number: 5, width: 4))
    }
  }

  @Test func prefixes() {
    #expect(decode("F2 F3 A4").prefixes == .rep)
    #expect(decode("F3 F2 A4").prefixes == .repne)
    #expect(decode("26 3E 8B 07").segment == .ds)
    #expect(decode("26 3E 8B 07").prefixCount == 2)
    #expect(decode("3E 8B 46 00").segment == .ds)
    #expect(decode("66 66 B8").operandSize == 4)
    #expect(decode("66 B8", codeSize: 4).operandSize == 2)
    #expect(decode("67 A0", codeSize: 4).addressSize == 2)
    #expect(decode("67 E2 FE").addressSize == 4)
  }

  @Test(arguments: ProcessorModel.allCases)
  func truncatedBytesGiveLengthZero(_ model: ProcessorModel) {
    let decoder = Decoder(model: model)
    for hex in ["81 86 34 12 78 56", "26 2E C7 06 34 12 78 56", "EA 78 56 34 12", "C8 00 01 02"] {
      let whole = bytes(hex)
      let full = decoder.decode(whole, codeSize: 2, isRealOrV86: true)
      #expect(full.length > 0)
      for count in 0..<Int(full.length) {
        let part = Array(whole.prefix(count))
        #expect(decoder.decode(part, codeSize: 2, isRealOrV86: true).length == 0)
      }
    }
  }

  /// Pseudo-random bytes: with enough of them every model gives a length within its limit.
  @Test(arguments: ProcessorModel.allCases)
  func everythingDecodesWithinTheLimit(_ model: ProcessorModel) {
    let decoder = Decoder(model: model)
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    var code = [UInt8](repeating: 0, count: decoder.lengthLimit)
    var failures = 0
    for _ in 0..<5_000 {
      for index in code.indices.prefix(16) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        code[index] = UInt8(truncatingIfNeeded: seed >> 56)
      }
      for codeSize: UInt8 in model < .i80386 ? [2] : [2, 4, 8] {
        let instruction = decoder.decode(code, codeSize: codeSize, isRealOrV86: false)
        let fits = instruction.length > 0 && Int(instruction.length) <= decoder.lengthLimit
        if !fits || decoder.disassemble(instruction, at: 0).isEmpty { failures += 1 }
      }
    }
    #expect(failures == 0)
  }
}
