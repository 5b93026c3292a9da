import Testing
import X86Decode

/// Integer and system instructions of the Pentium and later.
struct LaterModelTests {
  private func operation(
    _ hex: String, _ model: ProcessorModel, codeSize: UInt8 = 4, features: ProcessorFeatures? = nil
  ) -> Operation {
    let padding = [UInt8](repeating: 0, count: 16)
    let decoder = features.map { Decoder(model: model, features: $0) } ?? decoder(model)
    return decoder.decode(bytes(hex) + padding, codeSize: codeSize, isRealOrV86: false).operation
  }

  private static let introductions: [(String, Operation, ProcessorModel)] = [
    ("0F 31", .rdtsc, .pentium), ("0F 32", .rdmsr, .pentium), ("0F 30", .wrmsr, .pentium),
    ("0F C7 0E", .cmpxchg8b, .pentium), ("0F AA", .rsm, .pentium), ("0F 0B", .ud2, .pentium),
    ("0F B9 C0", .ud1, .pentium), ("0F FF C0", .ud0, .pentium), ("0F 33", .rdpmc, .pentium3),
    ("0F 34", .sysenter, .pentium3), ("0F 35", .sysexit, .pentium3),
    ("0F 44 C8", .cmovcc, .pentium3), ("0F 1F 00", .nop, .pentium3), ("0F 19 C0", .nop, .pentium3),
    ("0F 18 08", .prefetcht0, .pentium3), ("F3 0F B8 C8", .popcnt, .x86_64),
    ("0F 01 F9", .rdtscp, .x86_64), ("0F C3 01", .movnti, .x86_64),
    ("F2 0F 38 F1 C1", .crc32, .x86_64), ("0F 0D 08", .nop, .x86_64),
  ]

  @Test func introducedWithTheirModel() {
    for (hex, expected, first) in Self.introductions {
      for model in ProcessorModel.allCases where model >= .i80386 && model <= .x86_64 {
        let found = operation(hex, model)
        #expect(found == (model >= first ? expected : .invalid), "\(hex) \(model)")
      }
    }
  }

  @Test func featuresMakeRowsAppear() {
    let features: [(String, Operation, ProcessorFeatures)] = [
      ("0F 01 C8", .monitor, .monitor), ("0F 01 C9", .mwait, .monitor), ("0F 01 CA", .clac, .smap),
      ("0F 01 CB", .stac, .smap), ("0F 38 F0 01", .movbe, .movbe),
      ("66 0F 38 F1 01", .movbe, .movbe), ("66 0F 38 82 01", .invpcid, .invpcid),
    ]
    for (hex, expected, feature) in features {
      let all = ProcessorModel.x86_64.features.union(feature)
      #expect(operation(hex, .x86_64, features: all) == expected, "\(hex)")
      #expect(operation(hex, .x86_64, features: all.subtracting(feature)) == .invalid, "\(hex)")
    }
    let all = ProcessorModel.x86_64.features
    #expect(operation("F3 0F B8 C8", .x86_64, features: all.subtracting(.popcnt)) == .invalid)
    #expect(operation("0F A2", .i80486, features: []) == .invalid)
    let bases = all.union(.fsgsbase)
    for (hex, expected): (String, Operation) in [
      ("F3 0F AE C1", .rdfsbase), ("F3 0F AE C9", .rdgsbase), ("F3 0F AE D1", .wrfsbase),
      ("F3 48 0F AE D9", .wrgsbase),
    ] {
      #expect(operation(hex, .x86_64, codeSize: 8, features: bases) == expected)
      #expect(
        operation(hex, .x86_64, codeSize: 8, features: all.subtracting(.fsgsbase)) == .invalid)
      if !hex.contains("48") {
        #expect(operation(hex, .x86_64, codeSize: 4, features: bases) == .invalid)
      }
    }
    // MONITOR's neighbours, and prefixes that would make something else of it.
    let monitor = all.union([.monitor, .smap])
    #expect(operation("0F 01 CC", .x86_64, features: monitor) == .invalid)
    #expect(operation("F3 0F 01 C8", .x86_64, features: monitor) == .invalid)
  }

  @Test func mandatoryPrefixes() {
    #expect(operation("0F B8 C8", .x86_64) == .invalid)
    #expect(operation("66 0F B8 C8", .x86_64) == .invalid)
    // F2 and F3 win over 66, and the last of them over the other.
    #expect(operation("66 F3 0F B8 C8", .x86_64) == .popcnt)
    #expect(operation("F3 66 0F B8 C8", .x86_64) == .popcnt)
    #expect(operation("F2 F3 0F B8 C8", .x86_64) == .popcnt)
    #expect(operation("F3 F2 0F B8 C8", .x86_64) == .invalid)
    let word = decode("66 F3 0F B8 C8", .x86_64, codeSize: 4)
    #expect(word.operands.0 == Operand(.register, number: 1, width: 2))
    // F3 0F BD is BSR where LZCNT is not known; F3 0F BC is BSF everywhere here.
    #expect(operation("F3 0F BD C8", .x86_64) == .bsr)
    #expect(operation("F3 0F BD C8", .x86_64AMD) == .lzcnt)
    #expect(operation("0F BD C8", .x86_64AMD) == .bsr)
    #expect(operation("F3 0F BC C8", .x86_64AMD) == .bsf)
  }

  @Test func sizes() {
    func at(_ hex: String) -> Instruction { decode(hex, .x86_64, codeSize: 8) }
    #expect(at("0F C7 0E").operands.0 == Operand(.memory, width: 8))
    #expect(at("48 0F C7 0E").operands.0 == Operand(.memory, width: 16))
    let without = ProcessorModel.x86_64.features.subtracting(.cx16)
    #expect(operation("48 0F C7 0E", .x86_64, codeSize: 8, features: without) == .invalid)
    #expect(operation("0F C7 C9", .x86_64) == .invalid)
    #expect(at("0F C3 07").operands.0 == Operand(.memory, width: 4))
    #expect(at("48 0F C3 07").operands.1 == Operand(.register, number: 0, width: 8))
    #expect(at("F2 0F 38 F0 C1").operands.1 == Operand(.register, number: 1, width: 1))
    #expect(at("F2 0F 38 F0 E1").operands.1.kind == .register)
    #expect(at("66 F2 0F 38 F1 C1").operands.1 == Operand(.register, number: 1, width: 2))
    #expect(at("66 F2 0F 38 F1 C1").operands.0 == Operand(.register, number: 0, width: 4))
    #expect(at("F2 48 0F 38 F1 C1").operands.0 == Operand(.register, number: 0, width: 8))
    #expect(at("66 63 C8").operands.1 == Operand(.register, number: 0, width: 2))
    #expect(decode("66 63 08", .x86_64AMD, codeSize: 8).operands.1.width == 4)
    #expect(at("48 63 08").operands.1 == Operand(.memory, width: 4))
  }

  /// SDM vol. 2, "Jcc" and others: 66 does nothing to near branches in 64-bit code; AMD APM vol. 3,
  /// 1.2.4: it makes them 16-bit ones.
  @Test func nearBranchesOfTheTwoVendors() {
    func at(_ hex: String, _ model: ProcessorModel) -> Instruction {
      decode(hex, model, codeSize: 8)
    }
    for (hex, intel, amd): (String, UInt8, UInt8) in [
      ("66 E8 00 00 00 00", 6, 4), ("66 E9 00 00 00 00", 6, 4), ("66 0F 84 00 00 00 00", 7, 5),
      ("66 EB 00", 3, 3), ("66 74 00", 3, 3), ("66 E2 00", 3, 3), ("66 C3", 2, 2),
      ("66 C2 00 00", 4, 4), ("66 FF D0", 3, 3), ("66 FF E0", 3, 3),
    ] {
      #expect(at(hex, .x86_64).length == intel, "\(hex)")
      #expect(at(hex, .x86_64).operandSize == 8, "\(hex)")
      #expect(at(hex, .x86_64AMD).length == amd, "\(hex)")
      #expect(at(hex, .x86_64AMD).operandSize == 2, "\(hex)")
    }
    #expect(at("E8 00 00 00 00", .x86_64AMD).operandSize == 8)
    // Only Intel knows far pointers with 64-bit offsets in memory.
    #expect(at("48 FF 28", .x86_64).operands.0.width == 10)
    #expect(at("48 FF 28", .x86_64AMD).operands.0.width == 6)
    #expect(at("48 0F B2 00", .x86_64).operands.1.width == 10)
    #expect(at("48 0F B2 00", .x86_64AMD).operands.1.width == 6)
    #expect(at("48 CB", .x86_64AMD).operandSize == 8)
    #expect(at("48 CF", .x86_64AMD).operandSize == 8)
  }

  @Test func systemCallsOfTheTwoVendors() {
    for codeSize: UInt8 in [2, 4, 8] {
      let in64 = codeSize == 8
      #expect(operation("0F 05", .x86_64, codeSize: codeSize) == (in64 ? .syscall : .invalid))
      #expect(operation("0F 07", .x86_64, codeSize: codeSize) == (in64 ? .sysret : .invalid))
      #expect(operation("0F 05", .x86_64AMD, codeSize: codeSize) == .syscall)
      #expect(operation("48 0F 07", .x86_64AMD, codeSize: 8) == .sysret)
      #expect(operation("0F 34", .x86_64, codeSize: codeSize) == .sysenter)
      #expect(operation("0F 34", .x86_64AMD, codeSize: codeSize) == (in64 ? .invalid : .sysenter))
      #expect(operation("0F 35", .x86_64AMD, codeSize: codeSize) == (in64 ? .invalid : .sysexit))
      #expect(operation("0F 01 F8", .x86_64, codeSize: codeSize) == (in64 ? .swapgs : .invalid))
    }
  }

  @Test func controlRegister8() {
    #expect(operation("F0 0F 20 C0", .x86_64) == .invalid)
    let read = decode("F0 0F 20 C0", .x86_64AMD, codeSize: 4)
    #expect(read.operation == .movFromCR)
    #expect(read.operands.1 == Operand(.control, number: 8, width: 4))
    let write = decode("F0 0F 22 C3", .x86_64AMD, codeSize: 8)
    #expect(write.operands.0 == Operand(.control, number: 8, width: 8))
    #expect(operation("F0 0F 20 D8", .x86_64AMD) == .invalid)
    #expect(operation("44 0F 22 C0", .x86_64, codeSize: 8) == .movToCR)
    #expect(operation("44 0F 22 C8", .x86_64, codeSize: 8) == .invalid)
    #expect(operation("44 0F 23 C0", .x86_64, codeSize: 8) == .invalid)
    #expect(operation("0F 24 F0", .pentium) == .invalid)
  }

  @Test func lockOfLaterInstructions() {
    #expect(operation("F0 0F C7 0E", .pentium) == .cmpxchg8b)
    #expect(operation("F0 0F 44 08", .x86_64) == .invalid)
    #expect(operation("F0 0F 31", .x86_64) == .invalid)
    #expect(operation("F0 0F C3 01", .x86_64) == .invalid)
  }

  @Test func lahfIn64BitCode() {
    #expect(operation("9F", .x86_64, codeSize: 8) == .lahf)
    let without = ProcessorModel.x86_64.features.subtracting(.lahf64)
    #expect(operation("9F", .x86_64, codeSize: 8, features: without) == .invalid)
    #expect(operation("9E", .x86_64, codeSize: 4, features: without) == .sahf)
  }

  @Test func privileges() {
    let decoder = Decoder(model: .x86_64, features: ProcessorFeatures(rawValue: .max))
    func privilege(_ hex: String) -> Privilege {
      let padding = [UInt8](repeating: 0, count: 16)
      let code = bytes(hex) + padding
      return decoder.row(decoder.decode(code, codeSize: 8, isRealOrV86: false).row).privilege
    }
    #expect(privilege("0F 31") == [.tsd, .sensitive])
    #expect(privilege("0F 01 F9") == [.tsd, .sensitive])
    #expect(privilege("0F 33") == .pce)
    for hex in ["0F 30", "0F 32", "0F 07", "0F 35", "0F 01 F8", "66 0F 38 82 01", "0F 01 3E"] {
      #expect(privilege(hex) == .cpl0, "\(hex)")
    }
    for hex in ["0F 01 C8", "0F 01 C9", "0F 01 CA", "0F 01 CB"] {
      #expect(privilege(hex) == .cpl0Invalid, "\(hex)")
    }
    #expect(privilege("0F AA") == .smm)
  }

  @Test func asText() {
    #expect(text("F3 90", .x86_64, codeSize: 8) == "pause")
    #expect(text("F3 90", .pentium, codeSize: 4) == "rep nop")
    #expect(text("F3 0F B8 07", .x86_64, codeSize: 8) == "popcnt eax, [rdi]")
    #expect(text("F2 0F 38 F0 07", .x86_64, codeSize: 8) == "crc32 eax, byte [rdi]")
    #expect(text("48 0F C7 4E 08", .x86_64, codeSize: 8) == "cmpxchg16b [rsi+0x8]")
    #expect(text("0F C7 0E", .x86_64, codeSize: 8) == "cmpxchg8b [rsi]")
    #expect(text("0F 18 0F", .x86_64, codeSize: 8) == "prefetcht0 [rdi]")
    #expect(text("48 CF", .x86_64, codeSize: 8) == "iretq")
    #expect(text("48 0F 07", .x86_64, codeSize: 8) == "sysretq")
    #expect(text("0F 07", .x86_64, codeSize: 8) == "sysret")
  }
}
