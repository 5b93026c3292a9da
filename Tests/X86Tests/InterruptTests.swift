import BusKit
import Testing
import X86
import X86Decode

@Suite struct InterruptTests {
  typealias Selector = SystemBench.Selector

  private func deliver(
    _ bench: SystemBench, _ vector: UInt8, _ source: InterruptSource, code: UInt16? = nil
  ) -> String {
    bench.outcome { c throws(Fault) in
      try c.deliver(vector: vector, source: source, errorCode: code, returnRIP: c.rip)
    }
  }

  // MARK: Real mode

  @Test(arguments: ProcessorModel.allCases)
  func realMode(_ model: ProcessorModel) {
    let bench = SystemBench(model)
    bench.ram.write(0x21 * 4, 0x1234_5678 as UInt32)
    bench.cpu.state.eflags = 0x7FD7 & (model < .i80386 ? 0xFFF : 0x7FFF)
    #expect(deliver(bench, 0x21, .softwareInt) == "ok")
    #expect(bench.selector(.cs) == 0x1234)
    #expect(bench.cpu.rip == 0x5678)
    #expect(bench.sp == 0x6AFA)
    let flags: UInt16 =
      switch model {
      case .i8086, .i80186: 0xFFD7
      case .i80286: 0x0FD7
      default: 0x7FD7
      }
    #expect(bench.stackWords(3) == [0x4000, 0x100, flags])
    #expect(bench.cpu.state.eflags & 0x300 == 0)
    #expect(bench.cpu.state.eflags & 0xCD7 == 0xCD7)
  }

  @Test func realModeTableAtIDTR() {
    let bench = SystemBench(.i80286)
    bench.cpu.idtr = TableRegister(base: 0x2000, limit: 0x22 * 4 + 2)
    bench.ram.write(0x2000 + 0x21 * 4, 0x0300_0010 as UInt32)
    let before = bench.snapshot
    #expect(deliver(bench, 0x22, .external) == "#08(0000)")
    #expect(bench.snapshot == before)
    #expect(deliver(bench, 0x21, .external) == "ok")
    #expect(bench.selector(.cs) == 0x300)
  }

  @Test func realModeDoubleFaultAndShutdown() {
    let bench = SystemBench(.i80386)
    bench.ram.write(8 * 4, 0x0300_0010 as UInt32)
    bench.ram.write(12 * 4, 0x0400_0020 as UInt32)
    bench.cpu.idtr = TableRegister(base: 0, limit: 0x27)
    #expect(bench.cpu.interrupt(vector: 0x21, source: .external))
    #expect(bench.selector(.cs) == 0x300)
    // No room for the frame: #SS cannot be delivered either.
    bench.enterRealMode()
    bench.esp = 1
    let before = bench.snapshot
    #expect(!bench.cpu.interrupt(vector: 3, source: .external))
    #expect(bench.snapshot == before)
    // A table too short for #DF.
    bench.enterRealMode()
    bench.cpu.idtr = TableRegister(base: 0, limit: 0x1F)
    #expect(!bench.cpu.interrupt(vector: 0x21, source: .external))
  }

  // MARK: Protected mode

  /// The shared probe's rows: INT 80 and INT3 through DPL 0 gates, INT 82 through a DPL 3 gate, ICEBP.
  @Test(arguments: [
    (0x80 as UInt8, InterruptSource.softwareInt, ["ok", "#0D(0402)", "#0D(0402)"]),
    (0x82, .softwareInt, ["ok", "ok", "ok"]),
    (3, .softwareInt3, ["ok", "#0D(001A)", "#0D(001A)"]),
    (4, .into, ["ok", "#0D(0022)", "#0D(0022)"]),
    (1, .icebp, ["ok", "ok", "ok"]),
    (0x80, .external, ["ok", "ok", "ok"]),
    (2, .nmi, ["ok", "ok", "ok"]),
    (0x81, .softwareInt, ["#0D(040A)", "#0D(040A)", "#0D(040A)"]),
    (0x81, .external, ["#0D(040B)", "#0D(040B)", "#0D(040B)"]),
  ])
  func privilege(_ vector: UInt8, _ source: InterruptSource, _ outcomes: [String]) throws {
    for (index, ring) in ([0, 1, 3] as [UInt8]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      let before = bench.snapshot
      #expect(deliver(bench, vector, source) == outcomes[index], "level \(ring)")
      if outcomes[index] == "ok" {
        #expect(bench.selector(.cs) == 8)
        #expect(bench.cpu.cpl == 0)
      } else {
        #expect(bench.snapshot == before)
      }
    }
  }

  @Test func frameAtTheSameLevel() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.cpu.state.eflags = 0x4_7FD7 & ~0x3000
    let esp = bench.esp
    #expect(deliver(bench, 0x80, .external) == "ok")
    #expect(bench.esp == esp - 12)
    #expect(bench.stack(3) == [0x4000, 8, 0x4_4FD7])
    // IF, TF and NT are cleared; AC and DF are kept.
    #expect(bench.cpu.state.eflags == 0x4_0CD7)
  }

  @Test func frameFromAnOuterLevel() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.cpu.state.eflags = 0x202
    let esp = bench.esp
    #expect(deliver(bench, 13, .exception, code: 0x1234) == "ok")
    #expect(bench.esp == SystemBench.stack0 - 24)
    // RF is set in the image of a fault.
    #expect(bench.stack(6) == [0x1234, 0x4000, 0x2B, 0x1_0202, esp, 0x33])
    #expect(bench.cpu.rip == 0x80D0)
    #expect(bench.cpu.state.eflags == 2)
  }

  @Test func errorCodesAndRF() throws {
    for vector in 0 as UInt8..<20 {
      let bench = SystemBench()
      try bench.enterProtectedMode()
      let esp = bench.esp
      #expect(deliver(bench, vector, .exception, code: 0) == "ok")
      let hasCode = [8, 10, 11, 12, 13, 14, 17].contains(vector)
      #expect(esp - bench.esp == (hasCode ? 16 : 12), "vector \(vector)")
      #expect(bench.stack(4)[hasCode ? 3 : 2] == (vector == 8 ? 2 : 0x1_0002))
      // The same vectors by INT n push none; the instruction has used up its RF.
      bench.enter(ring: 0)
      bench.cpu.state.eflags = 0x1_0002
      #expect(deliver(bench, vector, .softwareInt) == "ok")
      #expect(bench.stack(3) == [0x4000, 8, 2])
    }
  }

  @Test func trapGatesKeepIF() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setGate(0x30, SystemBench.gate(8, 0x9000, access: 0x8F))
    bench.setGate(0x31, SystemBench.gate(8, 0x9000, access: 0x87))
    bench.cpu.state.eflags = 0x302
    #expect(deliver(bench, 0x30, .external) == "ok")
    #expect(bench.cpu.state.eflags == 0x202)
    let esp = bench.esp
    #expect(deliver(bench, 0x31, .external) == "ok")
    #expect(esp - bench.esp == 6)
    #expect(bench.stackWords(3) == [0x9000, 8, 0x202])
  }

  @Test func badGatesAndTargets() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 1)
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x1A))
    bench.setDescriptor(0x70, SystemBench.segment(limit: 0xF, access: 0x9A, flags: 4))
    let rows: [(UInt64, String)] = [
      (SystemBench.gate(8, access: 0x8C), "#0D(0182)"),
      (SystemBench.gate(8, access: 0x0E), "#0B(0182)"),
      (SystemBench.gate(0, access: 0x8E), "#0D(0000)"),
      (SystemBench.gate(0x103, access: 0x8E), "#0D(0100)"),
      (SystemBench.gate(0x10, access: 0x8E), "#0D(0010)"),
      (SystemBench.gate(0x28, access: 0x8E), "#0D(0028)"),
      (SystemBench.gate(0x68, access: 0x8E), "#0B(0068)"),
      (SystemBench.gate(0x70, 0x10, access: 0x8E), "#0D(0000)"),
      (SystemBench.gate(0x58, access: 0xEE), "ok"),
    ]
    for (raw, expected) in rows {
      bench.enter(ring: 1)
      bench.setGate(0x30, raw | 0x6000_0000_0000)
      let before = bench.snapshot
      #expect(deliver(bench, 0x30, .softwareInt) == expected)
      if expected != "ok" {
        #expect(bench.snapshot == before)
        // An external event sets EXT in the same code.
        let code = UInt32(expected.dropFirst(4).prefix(4), radix: 16)! | 1
        let external = expected.prefix(4) + SystemBench.hex(code, 4) + ")"
        #expect(deliver(bench, 0x30, .external) == external)
      } else {
        // Conforming code runs at the interrupted level, on its stack.
        #expect(bench.cpu.cpl == 1)
        #expect(bench.selector(.cs) == 0x59)
        #expect(bench.selector(.ss) == 0x21)
      }
    }
  }

  @Test func innerStackFaultsCarryEXT() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.ram.write(SystemBench.tss + 8, 0x20 as UInt16)
    #expect(deliver(bench, 0x82, .softwareInt) == "#0A(0020)")
    #expect(deliver(bench, 0x82, .external) == "#0A(0021)")
    #expect(deliver(bench, 0x82, .exception) == "#0A(0021)")
  }

  @Test func interrupts286() throws {
    let bench = try SystemBench.protected286()
    bench.setGate(0x30, SystemBench.gate(8, 0x1234, access: 0xE6))
    bench.setGate(0x31, SystemBench.gate(8, 0x1234, access: 0xEE))
    bench.setGate(13, SystemBench.gate(8, 0x4321, access: 0x86))
    bench.enter286(ring: 3)
    bench.cpu.state.eflags = 0x3202
    #expect(deliver(bench, 0x31, .softwareInt) == "#0D(018A)")
    #expect(deliver(bench, 0x30, .softwareInt) == "ok")
    #expect(bench.stackWords(5) == [0x4000, 0x2B, 0x3202, 0x6B00, 0x33])
    #expect(bench.sp == 0x6EF6)
    bench.enter286(ring: 3)
    #expect(bench.cpu.raise(Fault(vector: 13, errorCode: 0x55), at: 0x3FFE))
    // No RF on the 80286.
    #expect(bench.stackWords(4) == [0x55, 0x3FFE, 0x2B, 2])
  }

  // MARK: Virtual-8086 mode

  @Test func fromVirtualMode() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.enterV86(iopl: 3)
    try bench.cpu.loadSegment(.gs, 0x111)
    try bench.cpu.loadSegment(.fs, 0x222)
    try bench.cpu.loadSegment(.ds, 0x333)
    try bench.cpu.loadSegment(.es, 0x444)
    try bench.cpu.loadSegment(.ss, 0x555)
    #expect(deliver(bench, 0x82, .softwareInt) == "ok")
    #expect(bench.cpu.cpl == 0)
    #expect(!bench.cpu.isV86)
    #expect(bench.selector(.cs) == 8)
    #expect(bench.selector(.ss) == 0x10)
    #expect(
      bench.stack(9) == [0x4000, 0, 0x2_3002, 0x6A00, 0x555, 0x444, 0x333, 0x222, 0x111])
    for slot in [SegmentSlot.ds, .es, .fs, .gs] {
      #expect(
        bench.cpu.segment(slot) == SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    }
    // IRETD goes back to where it came from.
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(bench.cpu.isV86)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.cpu.segment(.ss).base == 0x5550)
    #expect(bench.selector(.ds) == 0x333)
    #expect(bench.esp == 0x6A00)
    #expect(bench.cpu.rip == 0x4000)
  }

  /// The shared probe: INT n needs IOPL 3, INT3 needs a DPL 3 gate.
  @Test func virtualModePrivilege() throws {
    for iopl in [0, 3] as [UInt32] {
      let bench = SystemBench()
      try bench.enterProtectedMode()
      bench.enterV86(iopl: iopl)
      #expect(deliver(bench, 3, .softwareInt3) == "#0D(001A)")
      #expect(deliver(bench, 0x82, .softwareInt) == (iopl == 3 ? "ok" : "#0D(0000)"))
      bench.enterV86(iopl: iopl)
      #expect(deliver(bench, 0x80, .external) == "ok")
      // Only non-conforming code of level 0 may be entered.
      bench.setGate(0x40, SystemBench.gate(Selector.code1, access: 0xEE))
      bench.setGate(0x41, SystemBench.gate(Selector.conforming, access: 0xEE))
      bench.enterV86(iopl: iopl)
      #expect(deliver(bench, 0x40, .external) == "#0D(0019)")
      #expect(deliver(bench, 0x41, .external) == "#0D(0059)")
    }
  }

  // MARK: Double and triple faults

  @Test func doubleFaultTable() throws {
    let divide = Fault(vector: 0)
    let opcode = Fault(vector: 6)
    let protection = Fault(vector: 13, errorCode: 0)
    let page = Fault(vector: 14, errorCode: 0, linearAddress: 0x5000)
    let rows: [(Fault, Fault, UInt8)] = [
      (divide, protection, 8), (protection, protection, 8), (opcode, protection, 13),
      (opcode, page, 14), (protection, page, 14), (page, protection, 8), (page, page, 8),
      (page, opcode, 6), (protection, opcode, 6), (divide, page, 14),
    ]
    for (first, second, expected) in rows {
      #expect(CPU.combined(first, second).vector == expected, "\(first.vector) \(second.vector)")
    }
  }

  @Test func doubleFaultDelivery() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    // #GP through a gate that is not present: #NP on top makes a double fault.
    bench.setGate(13, SystemBench.gate(8, access: 0x0E))
    #expect(bench.cpu.raise(Fault(vector: 13, errorCode: 0x30), at: 0x3FFE))
    #expect(bench.cpu.rip == 0x8080)
    #expect(bench.stack(4) == [0, 0x3FFE, 0x2B, 2])
    // #UD through such a gate is benign: #NP itself, with EXT.
    bench.enter(ring: 3)
    bench.setGate(6, SystemBench.gate(8, access: 0x0E))
    #expect(bench.cpu.raise(Fault(vector: 6), at: 0x3FFE))
    #expect(bench.cpu.rip == 0x80B0)
    #expect(bench.stack(2) == [0x33, 0x3FFE])
    // And with no way to deliver #DF: shutdown, nothing changed.
    bench.enter(ring: 3)
    bench.setGate(8, 0)
    let before = bench.snapshot
    #expect(!bench.cpu.raise(Fault(vector: 13, errorCode: 0x30), at: 0x3FFE))
    #expect(bench.snapshot == before)
  }

  @Test func pageFaultsSetCR2() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    #expect(
      bench.cpu.raise(
        Fault(vector: 14, errorCode: 2, linearAddress: 0xDEAD_B000), at: 0x3FFE))
    #expect(try bench.cpu.moveFromCR(2) == 0xDEAD_B000)
    #expect(bench.stack(2) == [2, 0x3FFE])
  }
}
