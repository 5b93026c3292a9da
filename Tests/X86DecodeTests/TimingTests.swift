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
    ("39 07", [9 + 5, 10, 7, 5, 2]),
    ("8B 07", [8 + 5, 9, 5, 4, 1]),
    ("89 07", [9 + 5, 12, 3, 2, 1]),
    ("A1 00 00", [10, 8, 5, 4, 1]),
    ("40", [2, 3, 2, 2, 1]),
    ("50", [11, 10, 3, 2, 1]),
    ("58", [8, 10, 5, 4, 1]),
    ("90", [3, 3, 3, 3, 1]),
    ("D1 E0", [2, 2, 2, 3, 3]),
    ("F6 F3", [82, 29, 14, 14, 16]),
    ("A4", [18, 14, 5, 7, 7]),
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

  @Test func levelsOfEnter() {
    for (level, clocks) in zip(["00", "01", "02", "03"], [15, 25, 38, 54] as [UInt16]) {
      #expect(timing("C8 00 00 \(level)", .i80186) == Timing(base: clocks))
    }
    for (level, clocks) in zip(["00", "01", "02", "03"], [14, 17, 23, 26] as [UInt16]) {
      #expect(timing("C8 00 00 \(level)", .i80486) == Timing(base: clocks))
    }
  }

  @Test func protectedMode() {
    #expect(timing("8E D8", .i80286).base == 2)
    #expect(timing("8E D8", .i80286).protectedExtra == 15)
    #expect(timing("CD 21", .i80486).protectedExtra == 14)
    #expect(timing("01 D8", .i80486).protectedExtra == 0)
  }
}
