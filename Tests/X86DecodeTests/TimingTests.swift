import Testing
import X86Decode

struct TimingTests {
  private func timing(_ hex: String, _ model: ProcessorModel, codeSize: UInt8 = 2) -> Timing {
    decoder(model).timing(of: decode(hex, model, codeSize: codeSize))
  }

  /// Documented clocks by form: 8086, 80186, 80286, 80386, 80486.
  private static let documented: [(String, [UInt16])] = [
    ("01 D8", [3, 3, 2, 2, 1]),  // ADD AX,BX
    ("01 07", [16 + 5, 10, 7, 7, 3]),  // ADD [BX],AX
    ("03 07", [9 + 5, 10, 7, 6, 2]),  // ADD AX,[BX]
    ("05 01 00", [4, 4, 3, 2, 1]),
    ("39 07", [9 + 5, 10, 6, 5, 2]),
    ("8B 07", [8 + 5, 9, 5, 4, 1]),
    ("89 07", [9 + 5, 12, 3, 2, 1]),
    ("A1 00 00", [10, 8, 5, 4, 1]),
    ("40", [2, 3, 2, 2, 1]),
    ("50", [11, 10, 3, 2, 1]),
    ("58", [8, 10, 5, 4, 1]),
    ("90", [3, 3, 3, 3, 1]),
    ("D1 E0", [2, 2, 2, 3, 3]),
    ("F6 F3", [82, 29, 14, 14, 16]),
    ("A4", [18, 14, 7, 7, 7]),
    ("F8", [2, 2, 2, 2, 2]),
  ]

  @Test func documentedClocks() {
    for (hex, clocks) in Self.documented {
      for (model, expected) in zip(ProcessorModel.allCases, clocks) {
        #expect(timing(hex, model).base == expected, "\(hex) \(model)")
      }
    }
  }

  /// 8086 User's Manual, table 2-20.
  private static let addresses: [(String, UInt16)] = [
    ("8B 06 00 00", 6), ("8B 07", 5), ("8B 47 00", 9), ("8B 46 00", 9), ("8B 87 00 00", 9),
    ("8B 00", 7), ("8B 03", 7), ("8B 01", 8), ("8B 02", 8), ("8B 40 00", 11), ("8B 43 00", 11),
    ("8B 41 00", 12), ("8B 42 00", 12),
  ]

  @Test func effectiveAddressOfThe8086() {
    for (hex, clocks) in Self.addresses {
      #expect(timing(hex, .i8086).base == 8 + clocks)
      #expect(timing("26 " + hex, .i8086).base == 8 + clocks + 2)
    }
  }

  @Test func effectiveAddressOfLaterModels() {
    #expect(timing("8B 40 01", .i80286).base == 6)
    #expect(timing("8B 00", .i80286).base == 5)
    #expect(timing("8B 04 0B", .i80386, codeSize: 4).base == 5)
    #expect(timing("8B 04 0B", .i80486, codeSize: 4).base == 2)
    #expect(timing("26 8B 07", .i80486).base == 2)
    #expect(timing("26 8B 07", .i80386).base == 4)
  }

  @Test func branchesAndRepetitions() {
    #expect(timing("74 00", .i8086) == Timing(base: 4, taken: 12))
    #expect(timing("74 00", .i80486) == Timing(base: 1, taken: 2))
    #expect(timing("74 00", .i80386) == Timing(base: 3, taken: 6))
    #expect(timing("F3 A4", .i8086) == Timing(base: 9 + 2, perIteration: 17))
    #expect(timing("F3 A4", .i80186) == Timing(base: 8, perIteration: 8))
    #expect(timing("F3 A4", .i80486) == Timing(base: 12, perIteration: 3))
    #expect(timing("A4", .i80486) == Timing(base: 7))
    #expect(timing("D3 E0", .i8086) == Timing(base: 8, perIteration: 4))
    #expect(timing("D3 E0", .i80286) == Timing(base: 5, perIteration: 1))
    #expect(timing("D3 E0", .i80386) == Timing(base: 3))
    #expect(timing("C1 E0 04", .i80286) == Timing(base: 5 + 4))
    #expect(timing("66 F7 F3", .i80386).base == 38)
    #expect(timing("F7 E3", .i80386) == Timing(base: 6, perIteration: 1))
  }

  /// Pentium Family Developer's Manual vol. 3, appendix F, and what later models take over from it.
  @Test func pentium() {
    let documented: [(String, Timing)] = [
      ("01 D8", Timing(base: 1)), ("03 07", Timing(base: 2)), ("01 07", Timing(base: 3)),
      ("8B 04 0B", Timing(base: 1)), ("74 00", Timing(base: 1)),
      ("E8 00 00 00 00", Timing(base: 1)),
      ("C3", Timing(base: 2)), ("C2 04 00", Timing(base: 3)), ("FF 36 00 00", Timing(base: 2)),
      ("F7 E3", Timing(base: 11)), ("F6 F3", Timing(base: 17)), ("66 F7 F3", Timing(base: 26)),
      ("F7 F3", Timing(base: 41)), ("F7 FB", Timing(base: 46)), ("C1 E0 04", Timing(base: 1)),
      ("D3 E0", Timing(base: 4)), ("0F A3 07", Timing(base: 9)), ("A5", Timing(base: 4)),
      ("F3 A5", Timing(base: 13, perIteration: 1)), ("C8 00 00 03", Timing(base: 21)),
      ("D9 FA", Timing(base: 70)), ("D8 F1", Timing(base: 39)), ("0F 31", Timing(base: 6)),
    ]
    for (hex, expected) in documented {
      var clocks = timing(hex, .pentium, codeSize: 4)
      clocks.protectedExtra = 0
      #expect(clocks == expected, "\(hex)")
    }
    #expect(timing("01 D8", .x86_64, codeSize: 8).base == 1)
    #expect(timing("0F 5E C1", .x86_64, codeSize: 8).base == 36)
    #expect(timing("8B 04 0B", .i80486, codeSize: 4).base == 2)
  }

  @Test func levelsOfEnter() {
    for (level, clocks) in zip(["00", "01", "02", "03"], [15, 25, 38, 54] as [UInt16]) {
      #expect(timing("C8 00 00 \(level)", .i80186).base == clocks)
    }
    for (level, clocks) in zip(["00", "01", "02", "03"], [14, 17, 23, 26] as [UInt16]) {
      #expect(timing("C8 00 00 \(level)", .i80486) == Timing(base: clocks))
    }
  }

  /// 80286 PRM, appendix B, and recordings of an 80C286: base, an odd operand, an odd stack.
  private static let oddWords: [(String, UInt16, UInt16, UInt16)] = [
    ("8B 07", 5, 2, 0), ("89 07", 3, 1, 0), ("01 07", 7, 3, 0), ("39 07", 6, 2, 0),
    ("3B 07", 7, 2, 0), ("00 07", 7, 0, 0), ("87 07", 5, 3, 0), ("C4 07", 7, 4, 0),
    ("A1 00 00", 5, 2, 0), ("A2 00 00", 3, 0, 0), ("62 07", 13, 4, 0), ("F7 27", 25, 2, 0),
    ("50", 3, 0, 1), ("58", 5, 0, 2), ("FF 37", 7, 2, 1), ("8F 07", 7, 1, 2), ("8F 40 01", 7, 1, 2),
    ("60", 17, 0, 15), ("61", 19, 0, 16), ("C9", 5, 0, 2), ("9D", 6, 0, 2), ("CF", 18, 0, 6),
    ("E5 61", 5, 2, 0), ("E4 61", 5, 0, 0), ("EF", 3, 1, 0), ("EE", 3, 0, 0),
    ("C3", 12, 0, 2), ("CB", 15, 0, 4), ("9A 00 00 00 00", 13, 0, 2), ("E8 00 00", 7, 0, 0),
    ("C1 27 03", 8 + 3, 3, 0), ("C1 27 00", 6, 2, 0), ("C0 27 00", 6, 0, 0), ("C1 E0 00", 5, 0, 0),
    ("C8 00 00 00", 11, 0, 0), ("C8 00 00 01", 15, 0, 0), ("C8 00 00 03", 16 + 4 * 2, 4, 4),
  ]

  @Test func oddWordsOfThe80286() {
    for (hex, base, operand, stack) in Self.oddWords {
      let timing = timing(hex, .i80286)
      #expect(timing.base == base, "\(hex)")
      #expect(timing.oddOperand == operand, "\(hex)")
      #expect(timing.oddStack == stack, "\(hex)")
    }
    #expect(timing("8B 07", .i80386).oddOperand == 0)
    #expect(timing("50", .i80486).oddStack == 0)
  }

  /// The manual's "m", a clock for each byte, and the recordings' second clock for a byte that is
  /// extended to a word.
  private static let refills: [(String, UInt16)] = [
    ("F4", 1), ("8B C3", 2), ("26 8B 07", 3), ("8B 47 01", 4), ("8B 87 01 00", 4), ("B0 01", 2),
    ("B8 01 00", 3), ("83 C0 01", 4), ("80 C0 01", 3), ("81 47 01 01 00", 6), ("83 47 01 01", 6),
    ("EB 00", 3), ("74 00", 3), ("E9 00 00", 3), ("EA 00 00 00 00", 5), ("6A 01", 3), ("CD 21", 2),
    ("6B C0 01", 4), ("A0 00 00", 3), ("2E 2E 8B C3", 4),
  ]

  @Test func refillOfTheQueue() {
    let decoder = Decoder(model: .i80286)
    for (hex, clocks) in Self.refills {
      let instruction = decode(hex, .i80286)
      #expect(decoder.refillClocks(of: instruction, isOdd: false) == clocks, "\(hex)")
      let late: UInt16 = instruction.length > 1 ? 1 : 0
      #expect(decoder.refillClocks(of: instruction, isOdd: true) == clocks + late, "\(hex)")
    }
    for model in ProcessorModel.allCases where model != .i80286 {
      let decoder = Decoder(model: model)
      #expect(decoder.refillClocks(of: decode("8B C3", model), isOdd: true) == 0)
    }
  }

  @Test func protectedMode() {
    #expect(timing("8E D8", .i80286).base == 2)
    #expect(timing("8E D8", .i80286).protectedExtra == 15)
    #expect(timing("CD 21", .i80486).protectedExtra == 14)
    #expect(timing("01 D8", .i80486).protectedExtra == 0)
  }
}
