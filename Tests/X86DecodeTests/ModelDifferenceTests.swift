import Testing
import X86Decode

struct ModelDifferenceTests {
  private func operation(_ hex: String, _ model: ProcessorModel) -> Operation {
    decode(hex, model).operation
  }

  @Test func aliasesOfThe8086() {
    #expect(operation("0F", .i8086) == .popSegment)
    #expect(decode("0F", .i8086).operands.0 == Operand(.segment, number: 1, width: 2))
    for low in 0..<16 {
      let digit = String(low, radix: 16)
      #expect(operation("6\(digit) 10", .i8086) == .jcc)
      #expect(decode("6\(digit) 10", .i8086).condition == UInt8(low))
      #expect(decode("6\(digit) 10", .i8086).length == 2)
    }
    #expect(operation("C0 04 00", .i8086) == .ret)
    #expect(decode("C0 04 00", .i8086).immediate == 4)
    #expect(operation("C1", .i8086) == .ret)
    #expect(operation("C8", .i8086) == .retFar)
    #expect(operation("C9", .i8086) == .retFar)
    #expect(operation("C8", .i80186) == .enter)
    #expect(decode("F1 90", .i8086).prefixes == .lock)
    #expect(operation("FF F8", .i8086) == .push)
    #expect(operation("FF F8", .i80186) == .invalid)
    #expect(operation("FE D0", .i8086) == .callIndirect)
    #expect(operation("FE D0", .i80286) == .invalid)
  }

  @Test func shiftDigitSix() {
    for hex in ["D0 F0", "D1 F0", "D2 F0", "D3 F0"] {
      #expect(operation(hex, .i8086) == .setmo)
      #expect(operation(hex, .i80186) == .shl)
      #expect(operation(hex, .i80486) == .shl)
    }
    #expect(operation("C1 F0 04", .i80286) == .shl)
  }

  @Test(arguments: ProcessorModel.allCases)
  func aliasesOfAllModels(_ model: ProcessorModel) {
    #expect(operation("D6", model) == .salc)
    #expect(operation("F6 C8 01", model) == .test)
    #expect(operation("F7 C8 01 00", model) == .test)
    #expect(operation("82 C0 01", model) == .add)
  }

  @Test func undecodedRegisterFields() {
    for hex in ["8F C8", "C6 C8 01", "C7 F8 01 00"] {
      #expect(operation(hex, .i8086) != .invalid)
      #expect(operation(hex, .i80186) != .invalid)
      #expect(operation(hex, .i80286) == .invalid)
      #expect(operation(hex, .i80486) == .invalid)
    }
  }

  @Test func registerFormsOfMemoryOnlyOperands() {
    for hex in ["8D C3", "C4 C3", "C5 C3", "FF DB", "FF EB"] {
      let old = decode(hex, .i8086)
      #expect(old.operation != .invalid)
      #expect(old.length == 2)
      for model in ProcessorModel.allCases where model > .i8086 {
        #expect(operation(hex, model) == .invalid, "\(hex) \(model)")
      }
    }
    #expect(decode("8D C3", .i8086).operands.1 == Operand(.register, number: 3, width: 2))
    #expect(decode("FF DB", .i8086).operands.0 == Operand(.register, number: 3, width: 2))
    #expect(decode("C4 C3", .i8086).operands.1 == Operand(.register, number: 3, width: 2))
    #expect(operation("62 C3", .i80186) == .invalid)
    #expect(operation("0F 01 D0", .i80286) == .invalid)
    #expect(operation("0F 01 F8", .i80486) == .invalid)
  }

  @Test func segmentRegisterNumbers() {
    #expect(decode("8C E0", .i8086).operands.1.number == 0)
    #expect(decode("8E F8", .i80186).operands.0.number == 3)
    #expect(operation("8C E0", .i80286) == .invalid)
    #expect(operation("8C E0", .i80386) == .movFromSegment)
    #expect(operation("8C F0", .i80386) == .invalid)
    #expect(operation("8C F8", .i80486) == .invalid)
    #expect(operation("8E C8", .i8086) == .movToSegment)
    #expect(operation("8E C8", .i80186) == .movToSegment)
    #expect(operation("8E C8", .i80286) == .invalid)
    #expect(operation("8E C8", .i80486) == .invalid)
    #expect(operation("8C C8", .i80286) == .movFromSegment)
  }

  @Test func controlDebugAndTestRegisterNumbers() {
    for number in UInt8(0)..<8 {
      let modRM = String(0xC0 | number << 3, radix: 16)
      let valid386 = [0, 2, 3].contains(number)
      #expect((operation("0F 20 \(modRM)", .i80386) == .movFromCR) == valid386)
      let valid486 = [0, 2, 3, 4].contains(number)
      #expect((operation("0F 22 \(modRM)", .i80486) == .movToCR) == valid486)
      #expect(operation("0F 21 \(modRM)", .i80386) == .movFromDR)
      #expect((operation("0F 24 \(modRM)", .i80386) == .movFromTR) == (number >= 6))
      #expect((operation("0F 26 \(modRM)", .i80486) == .movToTR) == (number >= 3))
    }
  }

  @Test func sizePrefixesCameWithThe80386() {
    #expect(decode("66 B8 01 02 03 04", .i80386).length == 6)
    #expect(operation("66 B8", .i80286) == .invalid)
    #expect(operation("67 8B 00", .i80186) == .invalid)
    #expect(operation("64 8B 00", .i80286) == .invalid)
    #expect(operation("66 B8", .i8086) == .jcc)
  }

  @Test func opcodeF1() {
    #expect(operation("F1", .i80186) == .invalid)
    let prefixed = decode("F1 B0 01", .i80286)
    #expect(prefixed.operation == .mov)
    #expect(prefixed.prefixes.isEmpty)
    #expect(prefixed.length == 3)
    #expect(operation("F1", .i80386) == .icebp)
    #expect(decode("F1", .i80386).length == 1)
  }

  @Test func protectedModeOnly() {
    for hex in [
      "63 C0", "0F 00 C0", "0F 00 C8", "0F 00 D0", "0F 00 D8", "0F 00 E0", "0F 00 E8",
      "0F 02 C0", "0F 03 C0",
    ] {
      for model: ProcessorModel in [.i80286, .i80386, .i80486] {
        #expect(decode(hex, model, real: true).operation == .invalid, "\(hex)")
        #expect(decode(hex, model, real: false).operation != .invalid, "\(hex)")
      }
    }
    #expect(decode("0F 01 E0", .i80286, real: true).operation == .smsw)
    #expect(decode("0F 01 10", .i80286, real: true).operation == .lgdt)
  }

  @Test func instructionsOfTheirTime() {
    #expect(operation("0F 05", .i80286) == .loadall286)
    #expect(operation("0F 05", .i80386) == .invalid)
    #expect(operation("0F 07", .i80386) == .loadall386)
    #expect(operation("0F 07", .i80486) == .invalid)
    #expect(operation("0F C8", .i80386) == .invalid)
    #expect(operation("0F C8", .i80486) == .bswap)
    #expect(decode("0F C8", .i80486).operandSize == 2)
    #expect(operation("0F A2", .i80386) == .invalid)
    #expect(operation("0F A2", .i80486) == .cpuid)
    #expect(operation("0F AA", .i80486) == .invalid)
    #expect(operation("0F B1 07", .i80486) == .cmpxchg)
    #expect(operation("0F BA C0 01", .i80486) == .invalid)
    #expect(operation("60", .i80186) == .pusha)
  }

  // MARK: LOCK

  @Test func lockUpToThe80286IsAlwaysAccepted() {
    for model: ProcessorModel in [.i8086, .i80186, .i80286] {
      for hex in ["F0 90", "F0 01 C0", "F0 8B 07", "F0 EB FE"] {
        let instruction = decode(hex, model)
        #expect(instruction.operation != .invalid)
        #expect(instruction.prefixes.contains(.lock))
      }
    }
  }

  @Test func lockFromThe80386On() {
    let legal = [
      "00 07", "09 07", "10 07", "19 07", "20 07", "29 07", "30 07", "80 07 01", "81 0F 01 00",
      "83 17 01", "F6 17", "F7 1F", "FE 07", "FF 0F", "86 07", "87 07", "0F AB 07", "0F B3 07",
      "0F BB 07", "0F BA 2F 01", "0F BA 37 01", "0F BA 3F 01",
    ]
    for hex in legal {
      #expect(decode("F0 " + hex, .i80386).operation != .invalid, "\(hex)")
    }
    let illegal = [
      "90", "00 C0", "01 C0", "02 07", "03 07", "38 07", "39 07", "80 3F 01", "84 07", "88 07",
      "8B 07", "F6 07 01", "F6 27", "FE C0", "FF 17", "FF 37", "87 C0", "0F A3 07", "0F BA 27 01",
      "0F AB C0", "A4", "C3", "D0 27",
    ]
    for hex in illegal {
      #expect(decode("F0 " + hex, .i80386).operation == .invalid, "\(hex)")
    }
    #expect(decode("F0 0F C1 07", .i80486).operation == .xadd)
    #expect(decode("F0 0F B1 07", .i80486).operation == .cmpxchg)
  }

  // MARK: Length

  @Test func lengthLimits() {
    func prefixed(_ count: Int, _ hex: String, _ model: ProcessorModel) -> Instruction {
      let code = [UInt8](repeating: 0x26, count: count) + bytes(hex)
      return Decoder(model: model).decode(
        code + [UInt8](repeating: 0x90, count: 255), codeSize: 2, isRealOrV86: true)
    }
    #expect(prefixed(4, "81 87 34 12 78 56", .i80286).length == 10)
    #expect(prefixed(4, "81 87 34 12 78 56", .i80286).operation == .add)
    #expect(prefixed(5, "81 87 34 12 78 56", .i80286).operation == .tooLong)
    #expect(prefixed(9, "81 87 34 12 78 56", .i80386).length == 15)
    #expect(prefixed(10, "81 87 34 12 78 56", .i80386).operation == .tooLong)
    #expect(prefixed(14, "90", .i80486).operation == .nop)
    #expect(prefixed(15, "90", .i80486).operation == .tooLong)
    #expect(prefixed(15, "90", .i80486).length == 15)
    #expect(prefixed(10, "90", .i80286).operation == .tooLong)
    #expect(prefixed(100, "81 87 34 12 78 56", .i8086).length == 106)
    #expect(prefixed(200, "90", .i80186).length == 201)
  }

  /// The 8086 never refuses a run of prefixes; a very long one is taken in pieces.
  @Test func endlessPrefixesOnThe8086() {
    let code = [UInt8](repeating: 0x26, count: 255)
    let piece = Decoder(model: .i8086).decode(code, codeSize: 2, isRealOrV86: true)
    #expect(piece.operation == .nop)
    #expect(piece.length == 240)
  }
}
