import BusKit
import Testing
import X86
import X86Decode

/// What instructions may do at which privilege level, executed one by one through decoder and core.
///
/// A row's outcomes are those at levels 0, 1 and 3 with IOPL 0 (protected mode) or of IOPL 0 and 3
/// (virtual-8086 mode): `ok`, `=` the value of EAX, `@` the entry point reached, `#` a vector with its
/// error code. One outcome stands for all.
@Suite struct InstructionPrivilegeTests {
  struct Row: Sendable, CustomStringConvertible {
    let description: String
    let bytes: [UInt8]
    let outcomes: [String]
    let flags: UInt32

    /// - Parameter code: hexadecimal, at address 4000h.
    init(_ assembly: String, _ code: String, _ outcomes: [String], flags: UInt32 = 2) {
      description = assembly
      bytes = code.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      self.outcomes = outcomes
      self.flags = flags
    }
  }

  @Test(arguments: protected)
  func protectedMode(_ row: Row) throws {
    for (index, ring) in ([0, 1, 3] as [UInt8]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      bench.cpu.state.eflags = row.flags
      let expected = row.outcomes.count == 1 ? row.outcomes[0] : row.outcomes[index]
      #expect(run(row, on: bench, expected) == expected, "level \(ring)")
    }
  }

  @Test(arguments: virtual)
  func virtual8086Mode(_ row: Row) throws {
    for (index, iopl) in ([0, 3] as [UInt32]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode()
      bench.enterV86(iopl: iopl)
      let expected = row.outcomes.count == 1 ? row.outcomes[0] : row.outcomes[index]
      #expect(run(row, on: bench, expected) == expected, "IOPL \(iopl)")
    }
  }

  /// Steps until the bytes' end, an entry point, or out of patience.
  private func run(_ row: Row, on bench: SystemBench, _ expected: String) -> String {
    let cpu = bench.cpu
    let start = Int(SystemBench.returnRIP)
    bench.ram.write(start, bytes: row.bytes)
    for register in [GeneralRegister.rax, .rcx, .rdx] { cpu.setRegister(register, 0 as UInt32) }
    cpu.rip = UInt64(start)
    for _ in 0..<20 {
      _ = cpu.stepInstruction()
      if cpu.rip == UInt64(start + row.bytes.count) {
        return expected.hasPrefix("=") ? "=" + SystemBench.hex(cpu.register(.rax), 8) : "ok"
      }
      if 0x8000..<0x8200 ~= cpu.rip, cpu.rip & 15 == 0 {
        let vector = UInt32(cpu.rip >> 4 & 31)
        let code = SystemBench.hex(bench.stack(1)[0], 4)
        let hasCode = [8, 10, 11, 12, 13, 14, 17].contains(vector)
        return "#" + SystemBench.hex(vector, 2) + (hasCode ? "(" + code + ")" : "")
      }
      if cpu.rip >= 0x8200 { return "@" + SystemBench.hex(UInt32(cpu.rip), 8) }
    }
    return "nowhere"
  }

  static let protected: [Row] = [
    Row("sgdt [0x500]; mov eax, [0x502]", "0F 01 05 00 05 00 00 A1 02 05 00 00", ["=00001000"]),
    Row("sidt [0x500]; mov eax, [0x502]", "0F 01 0D 00 05 00 00 A1 02 05 00 00", ["=00002000"]),
    Row("sldt eax", "0F 00 C0", ["=00000050"]),
    Row("str eax", "0F 00 C8", ["=00000038"]),
    Row("smsw ax", "66 0F 01 E0", ["=00000011"]),
    Row("pushfd; pop eax", "9C 58", ["=00000202"], flags: 0x202),
    Row(
      "push dword 2; popfd; pushfd; pop eax",
      "6A 02 9D 9C 58",
      ["=00000002", "=00000202", "=00000202"], flags: 0x202),
    Row(
      "push dword 0x202; popfd; pushfd; pop eax",
      "68 02 02 00 00 9D 9C 58",
      ["=00000202", "=00000002", "=00000002"]),
    Row(
      "push dword 0x3002; popfd; pushfd; pop eax",
      "68 02 30 00 00 9D 9C 58",
      ["=00003002", "=00000002", "=00000002"]),
    Row("push dword 0x20002; popfd; pushfd; pop eax", "68 02 00 02 00 9D 9C 58", ["=00000002"]),
    Row(
      "mov edx, 0x10; lar eax, edx; setz al",
      "BA 10 00 00 00 0F 02 C2 0F 94 C0",
      ["=00CF9201", "=00000000", "=00000000"]),
    Row(
      "mov edx, 0x10; lsl eax, edx",
      "BA 10 00 00 00 0F 03 C2",
      ["=FFFFFFFF", "=00000000", "=00000000"]),
    Row(
      "mov edx, 0x10; verr dx; setz al",
      "BA 10 00 00 00 0F 00 E2 0F 94 C0",
      ["=00000001", "=00000000", "=00000000"]),
    Row(
      "mov edx, 0x10; verw dx; setz al",
      "BA 10 00 00 00 0F 00 EA 0F 94 C0",
      ["=00000001", "=00000000", "=00000000"]),
    Row(
      "mov edx, 0x38; lar eax, edx",
      "BA 38 00 00 00 0F 02 C2",
      ["=00008B00", "=00000000", "=00000000"]),
    Row("mov eax, cs", "8C C8", ["=00000008", "=00000019", "=0000002B"]),
    Row("push cs; pop eax", "0E 58", ["=00000008", "=00000019", "=0000002B"]),
    Row("mov eax, ss", "8C D0", ["=00000010", "=00000021", "=00000033"]),
    Row(
      "mov eax, 0x10; mov ds, eax; mov eax, ds",
      "B8 10 00 00 00 8E D8 8C D8",
      ["=00000010", "#0D(0010)", "#0D(0010)"]),
    Row(
      "mov eax, 0x20; mov ds, eax; mov eax, ds",
      "B8 20 00 00 00 8E D8 8C D8",
      ["=00000020", "=00000020", "#0D(0020)"]),
    Row("mov eax, 0x20; mov ss, eax", "B8 20 00 00 00 8E D0", ["#0D(0020)"]),
    Row(
      "mov eax, 0x21; mov ss, eax; mov eax, ss",
      "B8 21 00 00 00 8E D0 8C D0",
      ["#0D(0020)", "=00000021", "#0D(0020)"]),
    Row("push dword 0x10; pop ds", "6A 10 1F", ["ok", "#0D(0010)", "#0D(0010)"]),
    Row(
      "push dword 0x10; push dword 0x1234; lds eax, [esp]",
      "6A 10 68 34 12 00 00 C5 04 24",
      ["=00001234", "#0D(0010)", "#0D(0010)"]),
    Row(
      "call 0x08:x; x: pop eax; pop eax",
      "9A 07 40 00 00 08 00 58 58",
      ["=00000008", "#0D(0008)", "#0D(0008)"]),
    Row(
      "call 0x18:x; x: pop eax; pop eax",
      "9A 07 40 00 00 18 00 58 58",
      ["#0D(0018)", "=00000019", "#0D(0018)"]),
    Row(
      "jmp 0x18:x; x: mov eax, cs",
      "EA 07 40 00 00 18 00 8C C8",
      ["#0D(0018)", "=00000019", "#0D(0018)"]),
    Row(
      "jmp 0x08:x; x: mov eax, cs",
      "EA 07 40 00 00 08 00 8C C8",
      ["=00000008", "#0D(0008)", "#0D(0008)"]),
    Row(
      "call 0x58:x; x: mov eax, cs",
      "9A 07 40 00 00 58 00 8C C8",
      ["=00000058", "=00000059", "=0000005B"]),
    Row("call 0x40:0", "9A 00 00 00 00 40 00", ["@00009000"]),
    Row("call 0x60:0", "9A 00 00 00 00 60 00", ["#0D(0018)", "@00009100", "@00009100"]),
    Row(
      "push dword 8; push dword x; retf; x: mov eax, cs",
      "6A 08 68 08 40 00 00 CB 8C C8",
      ["=00000008", "#0D(0008)", "#0D(0008)"]),
    Row("push dword 0x18; push dword x; retf; x: nop", "6A 18 68 08 40 00 00 CB 90", ["#0D(0018)"]),
    Row(
      "push dword 2; push dword 8; push dword x; iretd; x: mov eax, cs",
      "6A 02 6A 08 68 0A 40 00 00 CF 8C C8",
      ["=00000008", "#0D(0008)", "#0D(0008)"]),
    Row(
      "push dword 2; push cs; push dword x; iretd; x: pushfd; pop eax",
      "6A 02 0E 68 09 40 00 00 CF 9C 58",
      ["=00000002", "=00000202", "=00000202"], flags: 0x202),
    Row(
      "iretd to level 3, flags 202; pushfd; pop eax",
      "6A 33 68 00 6B 00 00 68 02 02 00 00 6A 2B 68 14 40 00 00 CF 9C 58",
      ["=00000202", "=00000002", "=00000002"]),
    Row(
      "iretd to level 3, flags 3002; pushfd; pop eax",
      "6A 33 68 00 6B 00 00 68 02 30 00 00 6A 2B 68 14 40 00 00 CF 9C 58",
      ["=00003002", "=00000002", "=00000002"]),
    Row(
      "push dword 0x20002; push dword 0; push dword x; iretd; x: nop",
      "68 02 00 02 00 6A 00 68 0D 40 00 00 CF 90",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "push dword 2; push cs; push dword x; iretd; x: nop",
      "6A 02 0E 68 09 40 00 00 CF 90",
      ["#0A(0000)"], flags: 0x4002),
    Row("int 0x80", "CD 80", ["@00008800", "#0D(0402)", "#0D(0402)"]),
    Row("int 0x82", "CD 82", ["@00008820"]),
    Row("int3", "CC", ["#03", "#0D(001A)", "#0D(001A)"]),
    Row("db 0xF1", "F1", ["#01"]),
    Row("mov al, 0x7f; inc al; into", "B0 7F FE C0 CE", ["#04", "#0D(0022)", "#0D(0022)"]),
    Row("cli", "FA", ["ok", "#0D(0000)", "#0D(0000)"], flags: 0x202),
    Row("sti; nop; pushfd; pop eax", "FB 90 9C 58", ["=00000202", "#0D(0000)", "#0D(0000)"]),
    Row("hlt", "F4", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("in al, 0x80", "E4 80", ["=000000FF"]),
    Row("in al, 0x84", "E4 84", ["=000000FF", "#0D(0000)", "#0D(0000)"]),
    Row("out 0x84, al", "E6 84", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("in ax, 0x80", "66 E5 80", ["=0000FFFF", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov edi, 0x500; mov edx, 0x84; insb",
      "BF 00 05 00 00 BA 84 00 00 00 6C",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov esi, 0x500; mov edx, 0x84; outsb",
      "BE 00 05 00 00 BA 84 00 00 00 6E",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("mov eax, cr0", "0F 20 C0", ["=00000011", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov eax, 0x11; mov cr0, eax", "B8 11 00 00 00 0F 22 C0", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("mov eax, 0x80000010; mov cr0, eax", "B8 10 00 00 80 0F 22 C0", ["#0D(0000)"]),
    Row("mov eax, cr2", "0F 20 D0", ["=00000000", "#0D(0000)", "#0D(0000)"]),
    Row("mov eax, cr3", "0F 20 D8", ["=00000000", "#0D(0000)", "#0D(0000)"]),
    Row("mov cr3, eax", "0F 22 D8", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("mov eax, cr4", "0F 20 E0", ["#06"]),
    Row("mov eax, cr1", "0F 20 C8", ["#06"]),
    Row("mov eax, dr7", "0F 21 F8", ["=00000400", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov eax, 0x400; mov dr7, eax",
      "B8 00 04 00 00 0F 23 F8",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov eax, 0x2000; mov dr7, eax; mov eax, dr0",
      "B8 00 20 00 00 0F 23 F8 0F 21 C0",
      ["#01", "#0D(0000)", "#0D(0000)"]),
    Row("db 0x0F, 0x24, 0xF0", "0F 24 F0", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "sgdt [0x500]; lgdt [0x500]",
      "0F 01 05 00 05 00 00 0F 01 15 00 05 00 00",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "sidt [0x500]; lidt [0x500]",
      "0F 01 0D 00 05 00 00 0F 01 1D 00 05 00 00",
      ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("mov eax, 0x50; lldt ax", "B8 50 00 00 00 0F 00 D0", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row(
      "mov eax, 0x38; ltr ax",
      "B8 38 00 00 00 0F 00 D8",
      ["#0D(0038)", "#0D(0000)", "#0D(0000)"]),
    Row("smsw ax; lmsw ax", "66 0F 01 E0 0F 01 F0", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("clts", "0F 06", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("invd", "0F 08", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("wbinvd", "0F 09", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("invlpg [0x500]", "0F 01 3D 00 05 00 00", ["ok", "#0D(0000)", "#0D(0000)"]),
    Row("cpuid; mov eax, ecx", "0F A2 89 C8", ["=6C65746E"]),
    Row("rdtsc", "0F 31", ["#06"]),
    Row("rdmsr", "0F 32", ["#06"]),
    Row("ud2", "0F 0B", ["#06"]),
    Row(
      "mov eax, 0x10; mov edx, cs; arpl ax, dx",
      "B8 10 00 00 00 8C CA 63 D0",
      ["=00000010", "=00000011", "=00000013"]),
    Row(
      "mov eax, 0x4b; mov ds, eax; mov eax, [0x1000]",
      "B8 4B 00 00 00 8E D8 A1 00 10 00 00",
      ["#0D(0000)"]),
    Row(
      "mov eax, 0x4b; mov ds, eax; mov eax, [0xffc]",
      "B8 4B 00 00 00 8E D8 A1 FC 0F 00 00",
      ["=00000000"]),
    Row(
      "mov eax, 0x4b; mov ds, eax; mov eax, [0xffd]",
      "B8 4B 00 00 00 8E D8 A1 FD 0F 00 00",
      ["#0D(0000)"]),
    Row("xor eax, eax; mov ds, eax; mov eax, [0]", "31 C0 8E D8 A1 00 00 00 00", ["#0D(0000)"]),
    Row("mov byte [cs:x], 0; x: nop", "2E C6 05 08 40 00 00 00 90", ["#0D(0000)"]),
    Row(
      "mov eax, 0x5b; mov ds, eax; mov [0x500], eax",
      "B8 5B 00 00 00 8E D8 A3 00 05 00 00",
      ["#0D(0000)"]),
    Row("jmp 0x48:0", "EA 00 00 00 00 48 00", ["#0D(0048)"]),
    Row("div cl", "F6 F1", ["#00"]),
    Row("lock nop", "F0 90", ["#06"]),
    Row(
      "mov esp, 0x500; mov eax, [esp]; enter 0, 0; leave",
      "BC 00 05 00 00 8B 04 24 C8 00 00 00 C9",
      ["ok"]),
  ]

  static let virtual: [Row] = [
    Row("pushfd; pop eax", "66 9C 66 58", ["#0D(0000)", "=00003002"]),
    Row(
      "push word 0x3202; popf; pushfd; pop eax",
      "68 02 32 9D 66 9C 66 58",
      ["#0D(0000)", "=00003202"]),
    Row("cli", "FA", ["#0D(0000)", "ok"]),
    Row("sti; nop", "FB 90", ["#0D(0000)", "ok"]),
    Row("int 0x82", "CD 82", ["#0D(0000)", "@00008820"]),
    Row("int3", "CC", ["#0D(001A)"]),
    Row(
      "push word 2; push word 0; push word x; iret; x: nop",
      "6A 02 6A 00 68 08 40 CF 90",
      ["#0D(0000)", "ok"]),
    Row("hlt", "F4", ["#0D(0000)"]),
    Row("in al, 0x84", "E4 84", ["#0D(0000)"]),
    Row("in al, 0x80", "E4 80", ["=000000FF"]),
    Row("mov eax, cr0", "0F 20 C0", ["#0D(0000)"]),
    Row("mov eax, dr0", "0F 21 C0", ["#0D(0000)"]),
    Row("sgdt [0x500]; mov ax, [0x502]", "0F 01 06 00 05 A1 02 05", ["=00001000"]),
    Row("sidt [0x500]; mov ax, [0x502]", "0F 01 0E 00 05 A1 02 05", ["=00002000"]),
    Row("smsw ax", "0F 01 E0", ["=00000011"]),
    Row("sldt ax", "0F 00 C0", ["#06"]),
    Row("str ax", "0F 00 C8", ["#06"]),
    Row("lar eax, eax", "66 0F 02 C0", ["#06"]),
    Row("lsl eax, eax", "66 0F 03 C0", ["#06"]),
    Row("verr ax", "0F 00 E0", ["#06"]),
    Row("verw ax", "0F 00 E8", ["#06"]),
    Row("lldt ax", "0F 00 D0", ["#06"]),
    Row("ltr ax", "0F 00 D8", ["#06"]),
    Row("arpl ax, dx", "63 D0", ["#06"]),
    Row("sgdt [0x500]; lgdt [0x500]", "0F 01 06 00 05 0F 01 16 00 05", ["#0D(0000)"]),
    Row("lmsw ax", "0F 01 F0", ["#0D(0000)"]),
    Row("clts", "0F 06", ["#0D(0000)"]),
    Row("invd", "0F 08", ["#0D(0000)"]),
    Row("mov ax, cs", "8C C8", ["=00000000"]),
    Row("call 0:x; x: pop eax", "9A 05 40 00 00 66 58", ["=00004005"]),
    Row("mov ax, 0x20; mov ds, ax; mov ax, ds", "B8 20 00 8E D8 8C D8", ["=00000020"]),
    Row("mov bx, 0xffff; mov ax, [bx]", "BB FF FF 8B 07", ["#0D(0000)"]),
    Row("mov bp, 0xffff; mov ax, [bp]", "BD FF FF 8B 46 00", ["#0C(0000)"]),
    Row("jmp 0:x; x: nop", "EA 05 40 00 00 90", ["ok"]),
  ]
}
