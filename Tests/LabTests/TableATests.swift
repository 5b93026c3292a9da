import BusKit
import Lab
import Testing
import X86
import X86Decode

/// The demonstrations of the sensitive instructions: the same guest code natively, under the monitor that
/// lets silent failures stand, and under the two that do not.
struct TableATests {
  /// One demonstration: code, and what EAX holds at its HLT.
  struct Demo: CustomTestStringConvertible, Sendable {
    var id: String
    var code: [UInt8]
    var flags: UInt32 = 2
    /// Handlers other than a plain HLT, by vector.
    var handlers: [Int: [UInt8]] = [:]
    /// In ring 3 of the guest.
    var user: [UInt8] = []
    var native: UInt32
    var ring1: UInt32
    var is16Bit = false
    var testDescription: String { id }
  }

  private static let data: [UInt8] = [0x00, 0x60, 0x00, 0x00]
  /// PUSH 33h, PUSH user's ESP, PUSH EFLAGS, PUSH 2Bh, PUSH user's EIP, IRETD.
  private static func toUser(_ flags: UInt32) -> [UInt8] {
    [0x6A, 0x33, 0x68, 0x00, 0xA0, 0x00, 0x00, 0x68] + little(flags)
      + [0x6A, 0x2B, 0x68, 0x00, 0x70, 0x00, 0x00, 0xCF]
  }
  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  /// AND EAX, imm32.
  private static func and(_ mask: UInt32) -> [UInt8] { [0x25] + little(mask) }
  /// PUSHFD, POP EAX, AND EAX, imm32.
  private static func flags(_ mask: UInt32) -> [UInt8] { [0x9C, 0x58] + and(mask) }

  static let demos: [Demo] = [
    Demo(
      id: "d1 SGDT", code: [0x0F, 0x01, 0x05] + data + [0xA1, 0x02, 0x60, 0x00, 0x00],
      native: UInt32(DemoBench.gdt), ring1: 0xFFCD_0000),
    Demo(
      id: "d2 SIDT", code: [0x0F, 0x01, 0x0D] + data + [0xA1, 0x02, 0x60, 0x00, 0x00],
      native: UInt32(DemoBench.idt), ring1: 0xFFCC_0000),
    Demo(id: "d4 SLDT", code: [0x0F, 0x00, 0xC0], native: 0x40, ring1: 0xFFF8),
    Demo(
      id: "d3 SMSW before paging", code: [0x0F, 0x01, 0xE0], native: 0x11, ring1: 0x8001_0011),
    Demo(id: "d5 STR", code: [0x0F, 0x00, 0xC8], native: 0x38, ring1: 0xFFF0),
    Demo(id: "d6 PUSHF behind CLI", code: [0xFA] + flags(0x200), native: 0, ring1: 0x200),
    Demo(
      id: "d7 POPF clears IF", code: [0x6A, 0x02, 0x9D] + flags(0x200), flags: 0x200, native: 0,
      ring1: 0x200),
    Demo(
      id: "d7b POPF sets IOPL", code: [0x68, 0x02, 0x30, 0, 0, 0x9D] + flags(0x3000),
      native: 0x3000, ring1: 0),
    // LAR EAX, DX of 10h; EAX is 1234h before.
    Demo(
      id: "d8 LAR", code: [0xBA, 0x10, 0, 0, 0, 0x0F, 0x02, 0xC2], native: 0x00CF_9300,
      ring1: 0x00CF_B300),
    Demo(
      id: "d9 LSL", code: [0xBA, 0x10, 0, 0, 0, 0x0F, 0x03, 0xC2], native: 0xFFFF_FFFF,
      ring1: 0xFFBF_FFFF),
    // VERR and VERW of 11h: from ring 0, DPL 0 is out of RPL 1's reach. SETZ AL.
    Demo(
      id: "d10 VERR", code: [0x31, 0xC0, 0xBA, 0x11, 0, 0, 0, 0x0F, 0x00, 0xE2, 0x0F, 0x94, 0xC0],
      native: 0, ring1: 1),
    Demo(
      id: "d11 VERW", code: [0x31, 0xC0, 0xBA, 0x11, 0, 0, 0, 0x0F, 0x00, 0xEA, 0x0F, 0x94, 0xC0],
      native: 0, ring1: 1),
    // PUSH 11h, POP DS: #GP(10h) in ring 0, whose handler pops the code; in ring 1 all is well.
    Demo(
      id: "d12 POP DS", code: [0xB8, 0, 0, 0, 0, 0x6A, 0x11, 0x1F], handlers: [13: [0x58, 0xF4]],
      native: 0x10, ring1: 0),
    Demo(id: "d13 PUSH CS", code: [0x0E, 0x58], native: 0x18, ring1: 0x19),
    Demo(id: "d13 PUSH SS", code: [0x16, 0x58], native: 0x20, ring1: 0x21),
    // CALL 18h:next; POP EAX; POP EAX.
    Demo(
      id: "d14 CALL far", code: [0x9A, 0x07, 0x40, 0, 0, 0x18, 0, 0x58, 0x58], native: 0x18,
      ring1: 0x19),
    // JMP 18h:next; MOV EAX, CS.
    Demo(
      id: "d15 JMP far", code: [0xEA, 0x07, 0x40, 0, 0, 0x18, 0, 0x8C, 0xC8], native: 0x18,
      ring1: 0x19),
    // INT 80h through a gate of ring 0 traps: the handler is entered.
    Demo(
      id: "d16 INT 80h", code: [0xCD, 0x80], handlers: [0x80: [0xB8, 0x34, 0x12, 0, 0, 0xF4]],
      native: 0x1234, ring1: 0x1234),
    // PUSH 2, PUSH CS, PUSH next, IRETD.
    Demo(
      id: "d17a IRETD to the same ring",
      code: [0x6A, 0x02, 0x0E, 0x68, 0x09, 0x40, 0, 0, 0xCF] + flags(0x200), flags: 0x200,
      native: 0, ring1: 0x200),
    // The interrupt frame of INT 81h tells V-IF: MOV EAX, [ESP+8].
    Demo(
      id: "d17b IRETD to ring 3 sets IF", code: toUser(0x202),
      handlers: [0x81: [0x8B, 0x44, 0x24, 0x08] + and(0x200) + [0xF4]], user: [0xCD, 0x81],
      native: 0x200, ring1: 0),
    Demo(
      id: "d17c IRETD to ring 3 sets IOPL", code: toUser(0x3202),
      handlers: [0x81: [0xF4]], user: flags(0x3000) + [0xCD, 0x81], native: 0x3000, ring1: 0),
    Demo(id: "d18 MOV EAX, SS", code: [0x8C, 0xD0], native: 0x20, ring1: 0x21),
    Demo(id: "d19 MOV EAX, CS", code: [0x8C, 0xC8] + and(3), native: 0, ring1: 1),
    // MOV DX, CS; MOV EAX, 10h; ARPL AX, DX.
    Demo(
      id: "d20 ARPL", code: [0x8C, 0xCA, 0xB8, 0x10, 0, 0, 0, 0x63, 0xD0], native: 0x10,
      ring1: 0x11),
    // 16-bit code: PUSHF, POP AX; PUSH CS, POP AX; SMSW AX; POPF.
    Demo(
      id: "PUSHF, 16-bit", code: [0x66, 0x31, 0xC0, 0xFA, 0x9C, 0x58, 0x25, 0x00, 0x02],
      native: 0, ring1: 0x200, is16Bit: true),
    Demo(
      id: "PUSH CS, 16-bit", code: [0x66, 0x31, 0xC0, 0x0E, 0x58], native: 0x18, ring1: 0x19,
      is16Bit: true),
    Demo(
      id: "POPF, 16-bit",
      code: [0x66, 0x31, 0xC0, 0x6A, 0x02, 0x9D, 0x9C, 0x58, 0x25, 0x00, 0x02], flags: 0x200,
      native: 0, ring1: 0x200, is16Bit: true),
    Demo(
      id: "STR, 16-bit", code: [0x66, 0x31, 0xC0, 0x0F, 0x00, 0xC8], native: 0x38,
      ring1: 0xFFF0, is16Bit: true),
  ]

  private static func result(_ demo: Demo, _ engine: (any Engine)?) -> UInt32 {
    let bench = DemoBench(engine, is16Bit: demo.is16Bit)
    bench.ram.write(DemoBench.user, bytes: demo.user)
    return bench.run(demo.code, flags: demo.flags, handlers: demo.handlers)
  }

  @Test("The ordinary processor gives the ring-0 column", arguments: demos)
  func native(demo: Demo) { #expect(Self.result(demo, nil) == demo.native) }

  @Test("Trap and emulate alone gives the ring-1 column", arguments: demos)
  func naive(demo: Demo) { #expect(Self.result(demo, NaiveEngine()) == demo.ring1) }

  @Test("Repair gives the ring-0 column", arguments: demos)
  func repair(demo: Demo) { #expect(Self.result(demo, RepairEngine()) == demo.native) }

  @Test("The processor that never was gives the ring-0 column", arguments: demos)
  func elegant(demo: Demo) { #expect(Self.result(demo, ElegantEngine()) == demo.native) }

  @Test("Audit gives the ring-1 column and reports what differs", arguments: demos)
  func audit(demo: Demo) {
    let bench = DemoBench(AuditEngine(), is16Bit: demo.is16Bit)
    bench.ram.write(DemoBench.user, bytes: demo.user)
    #expect(bench.run(demo.code, flags: demo.flags, handlers: demo.handlers) == demo.ring1)
    // User code makes no event, so that what it alone shows is not counted.
    #expect((bench.exits(.silent) > 0) == (demo.native != demo.ring1))
  }

  @Test("A gate of ring 0 faults outside it: #GP(402h)")
  func gate() {
    let bench = DemoBench(NaiveEngine())
    bench.run([0xCD, 0x80])
    #expect(bench.exits("#GP(402h)") == 1)
  }
}

/// What a silent failure leads to, and what no instruction alone shows.
struct OracleTests {
  /// PUSHF, CLI, NOP, POPF, then HLT with interrupts meant to be on.
  private static let lostFlag: [UInt8] = [0x9C, 0xFA, 0x90, 0x9D]

  @Test("d7c: a POPF that loses IF ends in a HLT that nothing wakes, and is named as its cause")
  func hang() {
    let native = DemoBench(nil)
    native.run(Self.lostFlag, flags: 0x200)
    #expect(native.flags & 0x200 != 0)

    let naive = DemoBench(NaiveEngine())
    naive.run(Self.lostFlag, flags: 0x200)
    #expect(naive.flags & 0x200 == 0)
    #expect(naive.isHalted)

    let audit = DemoBench(AuditEngine())
    var records: [ExitRecord] = []
    audit.journal.sink = { records.append($0) }
    audit.run(Self.lostFlag, flags: 0x200)
    #expect(audit.exits(.symptom) == 1)
    let symptom = records.first { $0.exitClass == .symptom }
    let cause = records.first { $0.sequence == symptom?.cause }
    #expect(cause?.exitClass == .silent)
    #expect(cause?.instruction.hasPrefix("popf") == true)
    #expect(cause?.machineResult == "IF=0")
    #expect(cause?.virtualAfter == "IF=1")

    let repair = DemoBench(RepairEngine())
    repair.run(Self.lostFlag, flags: 0x200)
    #expect(repair.flags & 0x200 != 0)
    #expect(repair.exits(.symptom) == 0)
  }

  @Test("Repaired and audited code costs the guest what it costs natively")
  func clocks() {
    let code: [UInt8] =
      [0x9C, 0xFA, 0x0E, 0x58, 0x8C, 0xC8, 0x0F, 0x01, 0xE0, 0x9D] + [0x40, 0x40, 0x9C, 0x58]
    func end(_ engine: (any Engine)?) -> Ticks {
      let bench = DemoBench(engine)
      var ticks: Ticks = 0
      bench.run(code, flags: 0x200)
      ticks = 20_000 - bench.cpu.idleTicks
      return ticks
    }
    let native = end(nil)
    #expect(end(RepairEngine()) == native)
    #expect(end(AuditEngine()) == native)
    #expect(end(ElegantEngine()) == native)
  }

  @Test("Programs of ring 3 make no event, and see what they would see natively")
  func userCode() {
    // SMSW EAX; PUSHFD; POP EBX; STR ECX; LAR EDX, CX: none of it may differ or be recorded.
    let user: [UInt8] = [
      0x0F, 0x01, 0xE0, 0x9C, 0x5B, 0x0F, 0x00, 0xC9, 0x0F, 0x02, 0xD1, 0xCD, 0x81,
    ]
    // PUSH 33h, PUSH A000h, PUSH 3002h, PUSH 2Bh, PUSH 7000h, IRETD.
    let code: [UInt8] = [
      0x6A, 0x33, 0x68, 0x00, 0xA0, 0, 0, 0x68, 0x02, 0x30, 0, 0, 0x6A, 0x2B, 0x68, 0x00, 0x70, 0,
      0, 0xCF,
    ]
    func registers(_ engine: (any Engine)?) -> ([UInt64], DemoBench) {
      let bench = DemoBench(engine)
      bench.ram.write(DemoBench.user, bytes: user)
      bench.run(code)
      return (Array(bench.cpu.architecturalState.registers.prefix(4)), bench)
    }
    let native = registers(nil).0
    #expect(registers(ElegantEngine()).0 == native)
    let (repaired, bench) = registers(RepairEngine())
    #expect(repaired == native)
    // The IRET that led there is the kernel's.
    #expect(bench.journal.silent.count <= 1)
    let audited = registers(AuditEngine()).1
    #expect(audited.journal.silent.sites.keys.allSatisfy { $0.operation == .iret })
  }

  @Test("Segment state that no table gives back: a descriptor edited since it was loaded")
  func nonReversibleSegment() {
    // MOV AX, 10h; MOV DS, AX; clear the present bit of 10h through SS; MOV EAX, [6000h].
    let code: [UInt8] = [
      0x66, 0xB8, 0x10, 0x00, 0x8E, 0xD8, 0x36, 0xC6, 0x05, 0x15, 0x10, 0, 0, 0x13, 0xA1, 0x00,
      0x60, 0, 0,
    ]
    let reload: [UInt8] = code + [0x66, 0xB8, 0x10, 0x00, 0x8E, 0xD8]
    for engine in [nil, NaiveEngine(), RepairEngine()] as [(any Engine)?] {
      let bench = DemoBench(engine)
      bench.ram.write(DemoBench.data, 0xCAFE_F00D as UInt32)
      #expect(bench.run(code) == 0xCAFE_F00D)
    }
    for engine in [nil, NaiveEngine(), RepairEngine()] as [(any Engine)?] {
      let bench = DemoBench(engine)
      // #NP's handler pops the error code.
      #expect(bench.run(reload, handlers: [11: [0x58, 0xF4]]) == 0x10)
    }
  }

  @Test("Ring compression: pages keep ring 3 out, and not ring 1")
  func ringCompression() {
    // MOV dword [6000h], 12345678h; MOV EAX, [6000h].
    let store: [UInt8] = [
      0xC7, 0x05, 0x00, 0x60, 0, 0, 0x78, 0x56, 0x34, 0x12, 0xA1, 0x00, 0x60, 0, 0,
    ]
    let toUser: [UInt8] = [
      0x6A, 0x33, 0x68, 0x00, 0xA0, 0, 0, 0x6A, 0x02, 0x6A, 0x2B, 0x68, 0x00, 0x70, 0, 0, 0xCF,
    ]
    for engine in [nil, NaiveEngine(), ElegantEngine()] as [(any Engine)?] {
      let bench = DemoBench(engine)
      bench.enablePaging()
      #expect(bench.run(store) == 0x1234_5678)
      // The supervisor's page was mapped for ring 1, and nothing of the access was refused.
      #expect(bench.exits(.privileged) <= 1)
    }
    for engine in [nil, NaiveEngine(), ElegantEngine()] as [(any Engine)?] {
      let bench = DemoBench(engine)
      bench.enablePaging()
      // MOV AX, 33h; MOV DS, AX: the return to ring 3 has made DS null.
      bench.ram.write(DemoBench.user, bytes: [0x66, 0xB8, 0x33, 0, 0x8E, 0xD8] + store)
      // #PF's handler pops the error code: a store of ring 3 to a page that is there.
      #expect(bench.run(toUser, handlers: [14: [0x58, 0xF4]]) == 7)
    }
  }

  @Test("The monitor's part of the address space: touching it traps, and LSL shows its size")
  func addressSpaceCompression() {
    // MOV EAX, [FFD00000h]: nothing is there natively, and the monitor's pages are not seen.
    let code: [UInt8] = [0xA1, 0x00, 0x00, 0xD0, 0xFF]
    let bench = DemoBench(NaiveEngine())
    #expect(bench.run(code) == DemoBench(nil).run(code))
    #expect(bench.exits("#GP(0)") >= 1)
  }
}
