import Testing
import X86Decode

struct DisassemblerTests {
  private static let sixteenBitSamples: [(String, String)] = [
    ("C7 40 12 05 00", "mov word [bx+si+0x12], 0x5"),
    ("8B 46 FE", "mov ax, [bp-0x2]"),
    ("26 8A 07", "mov al, [es:bx]"),
    ("A0 34 12", "mov al, [0x1234]"),
    ("88 26 FE FF", "mov [0xfffe], ah"),
    ("83 C4 FE", "add sp, 0xfffe"),
    ("F0 FE 07", "lock inc byte [bx]"),
    ("F3 A5", "rep movsw"),
    ("F3 26 A4", "rep es movsb"),
    ("F2 AE", "repne scasb"),
    ("F3 A6", "repe cmpsb"),
    ("66 AD", "lodsd"),
    ("74 FE", "je 0x100"),
    ("E8 FD FF", "call 0x100"),
    ("EA 78 56 34 12", "jmp 0x1234:0x5678"),
    ("FF 1F", "call word far [bx]"),
    ("FF 27", "jmp word [bx]"),
    ("FF E3", "jmp bx"),
    ("C4 1F", "les bx, [bx]"),
    ("C8 10 00 01", "enter 0x10, 0x1"),
    ("C2 04 00", "ret 0x4"),
    ("CB", "retf"),
    ("CD 21", "int 0x21"),
    ("CC", "int3"),
    ("D4 0A", "aam"),
    ("D4 10", "aam 0x10"),
    ("D1 27", "shl word [bx], 1"),
    ("D2 E0", "shl al, cl"),
    ("8E D8", "mov ds, ax"),
    ("8C 1E 00 10", "mov [0x1000], ds"),
    ("0F 20 C0", "mov eax, cr0"),
    ("0F B6 07", "movzx ax, byte [bx]"),
    ("66 98", "cwde"),
    ("66 9C", "pushfd"),
    ("66 60", "pushad"),
    ("98", "cbw"),
    ("E3 00", "jcxz 0x102"),
    ("2E D7", "cs xlatb"),
    ("E4 60", "in al, 0x60"),
    ("EF", "out dx, ax"),
    ("93", "xchg bx, ax"),
    ("0F 94 C0", "sete al"),
    ("67 8B 84 8B 78 56 34 12", "mov ax, [ebx+ecx*4+0x12345678]"),
    ("0F 0B", "(invalid)"),
  ]

  @Test func sixteenBit() {
    for (hex, expected) in Self.sixteenBitSamples {
      #expect(text(hex) == expected)
    }
  }

  private static let thirtyTwoBitSamples: [(String, String)] = [
    ("8B 45 F8", "mov eax, [ebp-0x8]"),
    ("66 C7 00 05 00", "mov word [eax], 0x5"),
    ("FF 15 00 10 00 00", "call dword [0x1000]"),
    ("66 CF", "iretw"),
    ("CF", "iretd"),
    ("E9 FB FF FF FF", "jmp 0x100"),
    ("67 E3 00", "jcxz 0x103"),
    ("FF 2D 00 10 00 00", "jmp dword far [0x1000]"),
    ("0F A4 C8 05", "shld eax, ecx, 0x5"),
    ("6A FF", "push 0xffffffff"),
  ]

  @Test func thirtyTwoBit() {
    for (hex, expected) in Self.thirtyTwoBitSamples {
      #expect(text(hex, codeSize: 4) == expected)
    }
  }

  private static let sixtyFourBitSamples: [(String, String)] = [
    ("48 89 D8", "mov rax, rbx"),
    ("40 88 E0", "mov al, spl"),
    ("4C 8B 05 10 00 00 00", "mov r8, [rip+0x10]"),
    ("45 8A 0C 24", "mov r9b, [r12]"),
    ("41 50", "push r8"),
    ("48 98", "cdqe"),
    ("48 63 C8", "movsxd rcx, eax"),
    ("48 A5", "movsq"),
  ]

  @Test func sixtyFourBit() {
    for (hex, expected) in Self.sixtyFourBitSamples {
      #expect(text(hex, codeSize: 8) == expected)
    }
  }

  @Test func onThe8086() {
    #expect(text("D9 07", .i8086) == "esc 0x8, [bx]")
    #expect(text("0F", .i8086) == "pop cs")
    #expect(text("D2 F0", .i8086) == "setmo al, cl")
    #expect(text("65 FE", .i8086) == "jne 0x100")
  }
}
