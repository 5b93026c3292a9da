import Testing
import X86Decode

/// MMX and SSE to SSE4.2.
struct SSERowTests {
  private func at(
    _ hex: String, codeSize: UInt8 = 8, features: ProcessorFeatures? = nil
  ) -> Instruction {
    let padding = [UInt8](repeating: 0, count: 16)
    let decoder = features.map { Decoder(model: .x86_64, features: $0) } ?? decoder(.x86_64)
    return decoder.decode(bytes(hex) + padding, codeSize: codeSize, isRealOrV86: false)
  }

  /// The second opcode byte, then what it is without a prefix, with 66, F3 and F2: of a form with a
  /// register in ModRM's r/m field. "-" is invalid. (SDM vol. 2, table A-3.)
  private static let map0F = """
    10 movups movupd movss movsd
    11 movups movupd movss movsd
    12 movhlps - movsldup movddup
    13 - - - -
    14 unpcklps unpcklpd - -
    15 unpckhps unpckhpd - -
    16 movlhps - movshdup -
    17 - - - -
    28 movaps movapd - -
    29 movaps movapd - -
    2A cvtpi2ps cvtpi2pd cvtsi2ss cvtsi2sd
    2B - - - -
    2C cvttps2pi cvttpd2pi cvttss2si cvttsd2si
    2D cvtps2pi cvtpd2pi cvtss2si cvtsd2si
    2E ucomiss ucomisd - -
    2F comiss comisd - -
    50 movmskps movmskpd - -
    51 sqrtps sqrtpd sqrtss sqrtsd
    52 rsqrtps - rsqrtss -
    53 rcpps - rcpss -
    54 andps andpd - -
    55 andnps andnpd - -
    56 orps orpd - -
    57 xorps xorpd - -
    58 addps addpd addss addsd
    59 mulps mulpd mulss mulsd
    5A cvtps2pd cvtpd2ps cvtss2sd cvtsd2ss
    5B cvtdq2ps cvtps2dq cvttps2dq -
    5C subps subpd subss subsd
    5D minps minpd minss minsd
    5E divps divpd divss divsd
    5F maxps maxpd maxss maxsd
    60 punpcklbw punpcklbw - -
    61 punpcklwd punpcklwd - -
    62 punpckldq punpckldq - -
    63 packsswb packsswb - -
    64 pcmpgtb pcmpgtb - -
    65 pcmpgtw pcmpgtw - -
    66 pcmpgtd pcmpgtd - -
    67 packuswb packuswb - -
    68 punpckhbw punpckhbw - -
    69 punpckhwd punpckhwd - -
    6A punpckhdq punpckhdq - -
    6B packssdw packssdw - -
    6C - punpcklqdq - -
    6D - punpckhqdq - -
    6E movd movd - -
    6F movq movdqa movdqu -
    70 pshufw pshufd pshufhw pshuflw
    74 pcmpeqb pcmpeqb - -
    75 pcmpeqw pcmpeqw - -
    76 pcmpeqd pcmpeqd - -
    77 emms - - -
    78 - - - -
    79 - - - -
    7A - - - -
    7B - - - -
    7C - haddpd - haddps
    7D - hsubpd - hsubps
    7E movd movd movq -
    7F movq movdqa movdqu -
    C2 cmpps cmppd cmpss cmpsd
    C3 - - - -
    C4 pinsrw pinsrw - -
    C5 pextrw pextrw - -
    C6 shufps shufpd - -
    D0 - addsubpd - addsubps
    D1 psrlw psrlw - -
    D2 psrld psrld - -
    D3 psrlq psrlq - -
    D4 paddq paddq - -
    D5 pmullw pmullw - -
    D6 - movq movq2dq movdq2q
    D7 pmovmskb pmovmskb - -
    D8 psubusb psubusb - -
    D9 psubusw psubusw - -
    DA pminub pminub - -
    DB pand pand - -
    DC paddusb paddusb - -
    DD paddusw paddusw - -
    DE pmaxub pmaxub - -
    DF pandn pandn - -
    E0 pavgb pavgb - -
    E1 psraw psraw - -
    E2 psrad psrad - -
    E3 pavgw pavgw - -
    E4 pmulhuw pmulhuw - -
    E5 pmulhw pmulhw - -
    E6 - cvttpd2dq cvtdq2pd cvtpd2dq
    E7 - - - -
    E8 psubsb psubsb - -
    E9 psubsw psubsw - -
    EA pminsw pminsw - -
    EB por por - -
    EC paddsb paddsb - -
    ED paddsw paddsw - -
    EE pmaxsw pmaxsw - -
    EF pxor pxor - -
    F0 - - - -
    F1 psllw psllw - -
    F2 pslld pslld - -
    F3 psllq psllq - -
    F4 pmuludq pmuludq - -
    F5 pmaddwd pmaddwd - -
    F6 psadbw psadbw - -
    F7 maskmovq maskmovdqu - -
    F8 psubb psubb - -
    F9 psubw psubw - -
    FA psubd psubd - -
    FB psubq psubq - -
    FC paddb paddb - -
    FD paddw paddw - -
    FE paddd paddd - -
    """

  /// What has a memory form other than the register form's, in the same order.
  private static let memoryForms0F = """
    12 movlps movlpd movsldup movddup
    13 movlps movlpd - -
    16 movhps movhpd movshdup -
    17 movhps movhpd - -
    2B movntps movntpd - -
    50 - - - -
    C3 movnti - - -
    C5 - - - -
    D6 - movq - -
    D7 - - - -
    E7 movntq movntdq - -
    F0 - - - lddqu
    F7 - - - -
    """

  private static let map0F38 = """
    00 pshufb pshufb - -
    01 phaddw phaddw - -
    02 phaddd phaddd - -
    03 phaddsw phaddsw - -
    04 pmaddubsw pmaddubsw - -
    05 phsubw phsubw - -
    06 phsubd phsubd - -
    07 phsubsw phsubsw - -
    08 psignb psignb - -
    09 psignw psignw - -
    0A psignd psignd - -
    0B pmulhrsw pmulhrsw - -
    10 - pblendvb - -
    14 - blendvps - -
    15 - blendvpd - -
    17 - ptest - -
    1C pabsb pabsb - -
    1D pabsw pabsw - -
    1E pabsd pabsd - -
    20 - pmovsxbw - -
    21 - pmovsxbd - -
    22 - pmovsxbq - -
    23 - pmovsxwd - -
    24 - pmovsxwq - -
    25 - pmovsxdq - -
    28 - pmuldq - -
    29 - pcmpeqq - -
    2B - packusdw - -
    30 - pmovzxbw - -
    31 - pmovzxbd - -
    32 - pmovzxbq - -
    33 - pmovzxwd - -
    34 - pmovzxwq - -
    35 - pmovzxdq - -
    37 - pcmpgtq - -
    38 - pminsb - -
    39 - pminsd - -
    3A - pminuw - -
    3B - pminud - -
    3C - pmaxsb - -
    3D - pmaxsd - -
    3E - pmaxuw - -
    3F - pmaxud - -
    40 - pmulld - -
    41 - phminposuw - -
    F0 - - - crc32
    F1 - - - crc32
    """

  private static let map0F3A = """
    08 - roundps - -
    09 - roundpd - -
    0A - roundss - -
    0B - roundsd - -
    0C - blendps - -
    0D - blendpd - -
    0E - pblendw - -
    0F palignr palignr - -
    14 - pextrb - -
    15 - pextrw - -
    16 - pextrd - -
    17 - extractps - -
    20 - pinsrb - -
    21 - insertps - -
    22 - pinsrd - -
    40 - dpps - -
    41 - dppd - -
    42 - mpsadbw - -
    60 - pcmpestrm - -
    61 - pcmpestri - -
    62 - pcmpistrm - -
    63 - pcmpistri - -
    """

  private func expect(_ map: String, _ opening: String, modRM: String) -> Set<UInt8> {
    var listed: Set<UInt8> = []
    for line in map.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      listed.insert(UInt8(words[0], radix: 16) ?? 0)
      for (prefix, expected) in zip(["", "66 ", "F3 ", "F2 "], words.dropFirst()) {
        let hex = prefix + opening + words[0] + " " + modRM
        let found = at(hex, codeSize: 4).operation
        let mnemonic = text(hex, .x86_64, codeSize: 4).split(separator: " ").first.map(String.init)
        let matches = expected == "-" ? found == .invalid : mnemonic == expected
        #expect(matches, "\(hex): \(expected), not \(found)")
      }
    }
    return listed
  }

  @Test func opcodeMaps() {
    _ = expect(Self.map0F, "0F ", modRM: "C1")
    _ = expect(Self.memoryForms0F, "0F ", modRM: "01")
    for (map, opening) in [(Self.map0F38, "0F 38 "), (Self.map0F3A, "0F 3A ")] {
      let listed = expect(map, opening, modRM: "C1")
      // What is not listed is invalid; 2A has a memory form only.
      for opcode in UInt8.min...UInt8.max where !listed.contains(opcode) {
        for prefix in ["", "66 ", "F3 ", "F2 "] {
          let hex = prefix + opening + String(opcode, radix: 16) + " C1"
          #expect(at(hex).operation == .invalid, "\(hex)")
        }
      }
    }
    #expect(at("66 0F 38 2A 01").operation == .movntdqa)
  }

  @Test func shiftGroups() {
    let expected: [[Operation?]] = [
      [nil, nil, .psrlw, nil, .psraw, nil, .psllw, nil],
      [nil, nil, .psrld, nil, .psrad, nil, .pslld, nil],
      [nil, nil, .psrlq, .psrldq, nil, nil, .psllq, .pslldq],
    ]
    for (opcode, row) in zip(["71", "72", "73"], expected) {
      for (digit, operation) in row.enumerated() {
        let modRM = String(0xC2 | digit << 3, radix: 16)
        let isByteShift = operation == .psrldq || operation == .pslldq
        let mmx = at("0F \(opcode) \(modRM) 05")
        #expect(mmx.operation == (isByteShift ? .invalid : operation ?? .invalid))
        let xmm = at("66 0F \(opcode) \(modRM) 05")
        #expect(xmm.operation == operation ?? .invalid)
        #expect(at("F3 0F \(opcode) \(modRM) 05").operation == .invalid)
        #expect(at("66 0F \(opcode) \(String(digit << 3, radix: 16)) 05").operation == .invalid)
        if operation != nil {
          #expect(xmm.operands.0 == Operand(.xmm, number: 2, width: 16))
          #expect(xmm.immediate == 5)
        }
      }
    }
  }

  @Test func group15() {
    #expect(at("0F AE 16").operation == .ldmxcsr)
    #expect(at("0F AE 1E").operation == .stmxcsr)
    #expect(at("0F AE 3E").operation == .clflush)
    for register in 0..<8 {
      func code(_ base: Int) -> String { "0F AE " + String(base + register, radix: 16) }
      #expect(at(code(0xE8)).operation == .lfence)
      #expect(at(code(0xF0)).operation == .mfence)
      #expect(at(code(0xF8)).operation == .sfence)
      #expect(at(code(0xD0)).operation == .invalid)
    }
    #expect(at("0F AE 26").operation == .invalid)
    #expect(at("66 0F AE 16").operation == .invalid)
  }

  /// Bytes that are read or written, and registers by REX.
  @Test func operands() {
    func first(_ hex: String) -> Operand { at(hex).operands.0 }
    func second(_ hex: String) -> Operand { at(hex).operands.1 }
    #expect(first("44 0F 58 F3") == Operand(.xmm, number: 14, width: 16))
    #expect(second("41 0F 58 F3") == Operand(.xmm, number: 11, width: 16))
    #expect(first("F3 0F 58 C1") == Operand(.xmm, number: 0, width: 4))
    #expect(second("F2 0F 58 01") == Operand(.memory, width: 8))
    #expect(second("0F 5A 01") == Operand(.memory, width: 8))
    #expect(second("66 0F 5A 01") == Operand(.memory, width: 16))
    #expect(second("F3 0F E6 01") == Operand(.memory, width: 8))
    // REX does not reach MMX registers.
    #expect(first("45 0F FC FA") == Operand(.mmx, number: 7, width: 8))
    #expect(second("45 0F FC FA") == Operand(.mmx, number: 2, width: 8))
    #expect(second("0F 60 01") == Operand(.memory, width: 4))
    #expect(second("66 0F 60 01") == Operand(.memory, width: 16))
    #expect(second("0F 68 01") == Operand(.memory, width: 8))
    #expect(second("66 48 0F 6E C8") == Operand(.register, number: 0, width: 8))
    #expect(first("66 0F 7E 01") == Operand(.memory, width: 4))
    #expect(second("F2 48 0F 2A 01") == Operand(.memory, width: 8))
    #expect(first("F2 4C 0F 2D C1") == Operand(.register, number: 8, width: 8))
    #expect(first("0F D7 C1") == Operand(.register, number: 0, width: 4))
    #expect(second("66 0F 38 22 01") == Operand(.memory, width: 2))
    #expect(second("66 0F 38 21 01") == Operand(.memory, width: 4))
    #expect(first("66 0F 3A 14 01 02") == Operand(.memory, width: 1))
    #expect(first("66 0F 3A 14 C1 02") == Operand(.register, number: 1, width: 4))
    #expect(second("66 0F C4 01 02") == Operand(.memory, width: 2))
    #expect(second("66 0F 3A 21 01 02") == Operand(.memory, width: 4))
    #expect(at("66 0F 38 10 C1").operands.2 == Operand(.xmm, number: 0, width: 16))
    let masked = at("64 66 0F F7 CA")
    #expect(masked.operands.2 == Operand(.memory, width: 16))
    #expect(masked.base == 7)
    #expect(masked.segment == .fs)
    // 66 is no operand-size prefix here, also in 16-bit code.
    #expect(at("66 0F 6E C0", codeSize: 2).operands.1.width == 4)
    #expect(at("66 48 0F 3A 61 C1 00").operandSize == 8)
  }

  @Test func everySetIsAFeature() {
    let sets: [(ProcessorFeatures, [String])] = [
      (.mmx, ["0F FC C1", "0F 77", "0F 6E C1"]),
      (.sse, ["0F 58 C1", "0F 70 C1 00", "0F E0 C1", "0F AE 16", "0F AE F8", "0F F7 C1"]),
      (.sse2, ["66 0F 58 C1", "66 0F FC C1", "0F D4 C1", "F3 0F 6F C1", "0F AE E8", "0F C3 01"]),
      (.sse3, ["F2 0F D0 C1", "F3 0F 12 C1", "F2 0F F0 01", "DB 0E"]),
      (.ssse3, ["0F 38 00 C1", "66 0F 38 00 C1", "66 0F 3A 0F C1 00"]),
      (.sse41, ["66 0F 38 17 C1", "66 0F 3A 08 C1 00"]),
      (.sse42, ["66 0F 38 37 C1", "66 0F 3A 63 C1 00", "F2 0F 38 F0 C1"]),
    ]
    let all = ProcessorModel.x86_64.features
    for (feature, codes) in sets {
      for hex in codes {
        #expect(at(hex, codeSize: 4).operation != .invalid, "\(hex)")
        let without = at(hex, codeSize: 4, features: all.subtracting(feature))
        #expect(without.operation == .invalid, "\(hex)")
      }
    }
    #expect(decode("0F 58 C1", .pentium, codeSize: 4).operation == .invalid)
    #expect(decode("0F 58 C1", .pentium3, codeSize: 4).operation == .addps)
    #expect(decode("66 0F 58 C1", .pentium3, codeSize: 4).operation == .invalid)
    #expect(at("F0 0F 58 01").operation == .invalid)
  }

  @Test func asText() {
    let samples: [(String, String)] = [
      ("0F 11 66 03", "movups [rsi+0x3], xmm4"), ("F2 44 0F 10 EC", "movsd xmm13, xmm4"),
      ("66 4D 0F 6E DF", "movq xmm11, r15"), ("66 0F 6E ED", "movd xmm5, ebp"),
      ("66 0F C4 F8 03", "pinsrw xmm7, eax, 0x3"),
      ("66 0F C4 38 03", "pinsrw xmm7, word [rax], 0x3"),
      ("F2 41 0F C2 C5 00", "cmpsd xmm0, xmm13, 0x0"), ("0F AE 1E", "stmxcsr dword [rsi]"),
      ("66 0F F7 CA", "maskmovdqu xmm1, xmm2"), ("0F 77", "emms"), ("0F AE F0", "mfence"),
      ("F3 0F 2A 01", "cvtsi2ss xmm0, dword [rcx]"),
      ("F3 48 0F 2A 01", "cvtsi2ss xmm0, qword [rcx]"),
      ("66 48 0F 3A 16 C8 01", "pextrq rax, xmm1, 0x1"), ("F2 0F 58 01", "addsd xmm0, [rcx]"),
      ("0F 60 01", "punpcklbw mm0, dword [rcx]"), ("66 0F 38 10 C1", "pblendvb xmm0, xmm1, xmm0"),
    ]
    for (hex, expected) in samples { #expect(text(hex, .x86_64, codeSize: 8) == expected) }
  }
}
