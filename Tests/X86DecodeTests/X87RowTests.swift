import Testing
import X86Decode

/// D8 to DF with an x87 unit.
struct X87RowTests {
  private func at(
    _ hex: String, _ model: ProcessorModel = .x86_64, codeSize: UInt8 = 4
  ) -> Instruction {
    let padding = [UInt8](repeating: 0, count: 16)
    let hasUnit = model.features.contains(.fpu)
    let decoder =
      hasUnit ? decoder(model) : Decoder(model: model, features: model.features.union(.fpu))
    return decoder.decode(bytes(hex) + padding, codeSize: codeSize, isRealOrV86: false)
  }

  /// SDM vol. 2, tables: memory forms by opcode and digit.
  private static let memoryForms: [[(Operation, UInt8)?]] = [
    [
      (.fadd, 4), (.fmul, 4), (.fcom, 4), (.fcomp, 4), (.fsub, 4), (.fsubr, 4), (.fdiv, 4),
      (.fdivr, 4),
    ],
    [
      (.fld, 4), nil, (.fst, 4), (.fstp, 4), (.fldenv, 28), (.fldcw, 2), (.fnstenv, 28),
      (.fnstcw, 2),
    ],
    [
      (.fiadd, 4), (.fimul, 4), (.ficom, 4), (.ficomp, 4), (.fisub, 4), (.fisubr, 4), (.fidiv, 4),
      (.fidivr, 4),
    ],
    [(.fild, 4), (.fisttp, 4), (.fist, 4), (.fistp, 4), nil, (.fld, 10), nil, (.fstp, 10)],
    [
      (.fadd, 8), (.fmul, 8), (.fcom, 8), (.fcomp, 8), (.fsub, 8), (.fsubr, 8), (.fdiv, 8),
      (.fdivr, 8),
    ],
    [
      (.fld, 8), (.fisttp, 8), (.fst, 8), (.fstp, 8), (.frstor, 108), nil, (.fnsave, 108),
      (.fnstsw, 2),
    ],
    [
      (.fiadd, 2), (.fimul, 2), (.ficom, 2), (.ficomp, 2), (.fisub, 2), (.fisubr, 2), (.fidiv, 2),
      (.fidivr, 2),
    ],
    [
      (.fild, 2), (.fisttp, 2), (.fist, 2), (.fistp, 2), (.fbld, 10), (.fild, 8), (.fbstp, 10),
      (.fistp, 8),
    ],
  ]

  @Test func memoryForms() {
    for (column, forms) in Self.memoryForms.enumerated() {
      for (digit, form) in forms.enumerated() {
        let hex = String(0xD8 + column, radix: 16) + " " + String(digit << 3 | 6, radix: 16)
        let instruction = at(hex)
        #expect(instruction.operation == form?.0 ?? .invalid, "\(hex)")
        if let form {
          #expect(instruction.operands.0 == Operand(.memory, width: form.1), "\(hex)")
          #expect(instruction.operands.1 == .none)
        }
      }
    }
    #expect(at("66 D9 26").operands.0.width == 14)
    #expect(at("66 DD 36").operands.0.width == 94)
    #expect(at("48 DD 36", codeSize: 8).operands.0.width == 108)
  }

  /// Register forms of eight: operation, and whether ST(i) is the destination (or the only operand).
  private static let registerForms: [[Operation?]] = [
    [.fadd, .fmul, .fcom, .fcomp, .fsub, .fsubr, .fdiv, .fdivr],
    [.fld, .fxch, nil, .fstp, nil, nil, nil, nil],
    [.fcmovcc, .fcmovcc, .fcmovcc, .fcmovcc, .invalid, nil, .invalid, .invalid],
    [.fcmovcc, .fcmovcc, .fcmovcc, .fcmovcc, nil, .fucomi, .fcomi, .invalid],
    [.fadd, .fmul, .fcom, .fcomp, .fsubr, .fsub, .fdivr, .fdiv],
    [.ffree, .fxch, .fst, .fstp, .fucom, .fucomp, .invalid, .invalid],
    [.faddp, .fmulp, .fcomp, nil, .fsubrp, .fsubp, .fdivrp, .fdivp],
    [.ffreep, .fxch, .fstp, .fstp, nil, .fucomip, .fcomip, .invalid],
  ]

  @Test func registerForms() {
    for (column, forms) in Self.registerForms.enumerated() {
      for (digit, operation) in forms.enumerated() {
        for register in 0..<8 {
          guard let operation else { continue }
          let code = 0xC0 | digit << 3 | register
          let hex = String(0xD8 + column, radix: 16) + " " + String(code, radix: 16)
          let instruction = at(hex)
          #expect(instruction.operation == operation, "\(hex)")
          #expect(instruction.length == 2)
          if operation != .invalid {
            let operands = [instruction.operands.0, instruction.operands.1]
            let expected = Operand(.st, number: UInt8(register), width: 10)
            #expect(operands.contains(expected), "\(hex)")
          }
        }
      }
    }
    #expect(at("D8 C3").operands.0 == Operand(.st, number: 0, width: 10))
    #expect(at("DC C3").operands.0 == Operand(.st, number: 3, width: 10))
    #expect(at("DC C3").operands.1 == Operand(.st, number: 0, width: 10))
    #expect(at("D9 C3").operands.1 == .none)
  }

  /// Encodings with a ModRM byte of their own; the other register forms of their digits are invalid.
  private static let singles: [(UInt8, UInt8, Operation)] = [
    (0xD9, 0xD0, .fnop), (0xD9, 0xE0, .fchs), (0xD9, 0xE1, .fabs), (0xD9, 0xE4, .ftst),
    (0xD9, 0xE5, .fxam), (0xD9, 0xE8, .fld1), (0xD9, 0xE9, .fldl2t), (0xD9, 0xEA, .fldl2e),
    (0xD9, 0xEB, .fldpi), (0xD9, 0xEC, .fldlg2), (0xD9, 0xED, .fldln2), (0xD9, 0xEE, .fldz),
    (0xD9, 0xF0, .f2xm1), (0xD9, 0xF1, .fyl2x), (0xD9, 0xF2, .fptan), (0xD9, 0xF3, .fpatan),
    (0xD9, 0xF4, .fxtract), (0xD9, 0xF5, .fprem1), (0xD9, 0xF6, .fdecstp), (0xD9, 0xF7, .fincstp),
    (0xD9, 0xF8, .fprem), (0xD9, 0xF9, .fyl2xp1), (0xD9, 0xFA, .fsqrt), (0xD9, 0xFB, .fsincos),
    (0xD9, 0xFC, .frndint), (0xD9, 0xFD, .fscale), (0xD9, 0xFE, .fsin), (0xD9, 0xFF, .fcos),
    (0xDA, 0xE9, .fucompp), (0xDB, 0xE0, .fneni), (0xDB, 0xE1, .fndisi), (0xDB, 0xE2, .fnclex),
    (0xDB, 0xE3, .fninit), (0xDB, 0xE4, .fnsetpm), (0xDE, 0xD9, .fcompp), (0xDF, 0xE0, .fnstsw),
  ]

  @Test func singleEncodings() {
    let found = Dictionary(
      uniqueKeysWithValues: Self.singles.map { (UInt16($0.0) << 8 | UInt16($0.1), $0.2) })
    for column in 0..<8 {
      for digit in 0..<8 where Self.registerForms[column][digit] == nil {
        for register in 0..<8 {
          let code = UInt16(0xD8 + column) << 8 | UInt16(0xC0 | digit << 3 | register)
          let hex = String(code >> 8, radix: 16) + " " + String(code & 0xFF, radix: 16)
          #expect(at(hex).operation == found[code] ?? .invalid, "\(hex)")
        }
      }
    }
    #expect(at("DF E0").operands.0 == Operand(.register, number: 0, width: 2))
  }

  @Test func conditionsOfFCMOV() {
    for (hex, condition) in zip(
      ["DA C1", "DA C9", "DA D1", "DA D9", "DB C1", "DB C9", "DB D1", "DB D9"], UInt8(0)...7)
    {
      #expect(at(hex).condition == condition)
    }
  }

  @Test func generations() {
    func operation(_ hex: String, _ model: ProcessorModel) -> Operation {
      at(hex, model, codeSize: 2).operation
    }
    for hex in ["D9 F5", "D9 FB", "D9 FE", "D9 FF", "DA E9", "DD E1", "DD E9"] {
      #expect(operation(hex, .i80286) == .escape, "\(hex)")
      #expect(operation(hex, .i80386) != .escape, "\(hex)")
    }
    #expect(operation("DF E0", .i8086) == .escape)
    #expect(operation("DF E0", .i80286) == .fnstsw)
    #expect(operation("DB E4", .i8086) == .escape)
    #expect(operation("DB E4", .i80286) == .fnsetpm)
    // What the unit does not know is a matter of the unit's, as long as it is a chip of its own.
    #expect(operation("D9 D1", .i80386) == .escape)
    #expect(operation("D9 D1", .i80486) == .invalid)
    #expect(operation("DA C1", .pentium) == .invalid)
    #expect(operation("DA C1", .pentium3) == .fcmovcc)
    #expect(operation("DB F1", .pentium3) == .fcomi)
    #expect(operation("DF 0E", .pentium3) == .invalid)
    #expect(operation("DF 0E", .x86_64) == .fisttp)
    #expect(operation("0F AE 06", .pentium) == .invalid)
    #expect(operation("0F AE 06", .pentium3) == .fxsave)
    #expect(operation("0F AE 0E", .pentium3) == .fxrstor)
    #expect(operation("66 0F AE 0E", .pentium3) == .invalid)
    #expect(operation("F0 D8 06", .i80386) == .invalid)
  }

  @Test func withoutAUnit() {
    for model in ProcessorModel.allCases {
      let decoder = Decoder(model: model, features: model.features.subtracting(.fpu))
      let code = bytes("DD D9") + [UInt8](repeating: 0, count: 16)
      let instruction = decoder.decode(code, codeSize: 2, isRealOrV86: true)
      #expect(instruction.operation == .escape, "\(model)")
    }
  }

  @Test func asText() {
    let samples: [(String, String)] = [
      ("D8 C2", "fadd st0, st2"), ("DE C5", "faddp st5, st0"),
      ("DE 47 20", "fiadd word [rdi+0x20]"),
      ("D8 D7", "fcom st7"), ("DA C3", "fcmovb st0, st3"), ("DB D1", "fcmovnbe st0, st1"),
      ("D9 16", "fst dword [rsi]"), ("DD 1E", "fstp qword [rsi]"), ("DF 26", "fbld tword [rsi]"),
      ("DF E0", "fnstsw ax"), ("D9 7F 10", "fnstcw word [rdi+0x10]"), ("D9 36", "fnstenv [rsi]"),
      ("48 0F AE 06", "fxsave64 [rsi]"), ("D9 F0", "f2xm1"), ("DF E9", "fucomip st0, st1"),
    ]
    for (hex, expected) in samples { #expect(text(hex, .x86_64, codeSize: 8) == expected) }
  }
}
