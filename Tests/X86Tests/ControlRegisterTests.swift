import BusKit
import Testing
import X86
import X86Decode

@Suite struct ControlRegisterTests {
  @Test(arguments: [
    (ProcessorModel.i80386, 0xFFFF_FFFF as UInt64, 0x8000_001F as UInt64),
    (.i80386, 0, 0), (.i80386, 0x7FFF_FFFF, 0x1F), (.i80486, 0xFFFF_FFFF, 0xE005_003F),
    (.i80486, 0, 0x10), (.i80486, 0x6000_0010, 0x6000_0010),
  ])
  func writableCR0(_ model: ProcessorModel, _ value: UInt64, _ expected: UInt64) throws {
    let bench = SystemBench(model)
    try bench.cpu.moveToCR(0, value)
    #expect(try bench.cpu.moveFromCR(0) == expected)
    #expect(bench.cpu.machineStatusWord == UInt32(expected))
  }

  @Test func impossibleCR0() throws {
    let bench = SystemBench()
    let before = bench.snapshot
    for value in [0x8000_0010, 0x2000_0010] as [UInt64] {
      #expect(
        bench.outcome { c throws(Fault) in try c.moveToCR(0, value) } == "#0D(0000)")
    }
    #expect(bench.outcome { c throws(Fault) in try c.moveToCR(4, 0) } == "#06")
    #expect(bench.outcome { c throws(Fault) in _ = try c.moveFromCR(1) } == "#06")
    #expect(bench.snapshot == before)
  }

  @Test func cr2AndCR3() throws {
    for (model, expected) in [(ProcessorModel.i80386, 0xABCD_E000), (.i80486, 0xABCD_E018)]
      as [(ProcessorModel, UInt64)]
    {
      let bench = SystemBench(model)
      try bench.cpu.moveToCR(2, 0x1234_5678)
      try bench.cpu.moveToCR(3, 0xABCD_EFFF)
      #expect(try bench.cpu.moveFromCR(2) == 0x1234_5678)
      #expect(try bench.cpu.moveFromCR(3) == expected)
    }
  }

  @Test func lmswSetsButNeverClearsPE() throws {
    for model in [ProcessorModel.i80286, .i80386, .i80486] {
      let bench = SystemBench(model)
      let fixed: UInt32 = model == .i80286 ? 0xFFF0 : model == .i80486 ? 0x6000_0010 : 0
      try bench.cpu.loadMSW(0xFFFE)
      #expect(bench.cpu.machineStatusWord == 0xE | fixed)
      try bench.cpu.loadMSW(1)
      #expect(bench.cpu.machineStatusWord == 1 | fixed)
      try bench.cpu.loadMSW(8)
      #expect(bench.cpu.machineStatusWord == 9 | fixed)
      try bench.cpu.clearTaskSwitched()
      #expect(bench.cpu.machineStatusWord == 1 | fixed)
    }
  }

  /// The shared probe's rows: everything of this is level 0's, in virtual-8086 mode too.
  @Test func privilege() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    func outcomes() -> Set<String> {
      [
        bench.outcome { c throws(Fault) in try c.moveToCR(0, 0x11) },
        bench.outcome { c throws(Fault) in _ = try c.moveFromCR(0) },
        bench.outcome { c throws(Fault) in try c.moveToCR(3, 0) },
        bench.outcome { c throws(Fault) in try c.moveToDR(7, 0x400) },
        bench.outcome { c throws(Fault) in _ = try c.moveFromDR(7) },
        bench.outcome { c throws(Fault) in try c.moveToTR(6, 0) },
        bench.outcome { c throws(Fault) in
          try c.loadGDTR(TableRegister(base: 0x1000, limit: 0x67))
        },
        bench.outcome { c throws(Fault) in
          try c.loadIDTR(TableRegister(base: 0x2000, limit: 0x7FF))
        },
        bench.outcome { c throws(Fault) in try c.loadMSW(1) },
        bench.outcome { c throws(Fault) in try c.clearTaskSwitched() },
        bench.outcome { c throws(Fault) in try c.invalidatePage(0x30000) },
        bench.outcome { c throws(Fault) in try c.requirePrivilege() },
      ]
    }
    #expect(outcomes() == ["ok"])
    for ring in [1, 3] as [UInt8] {
      bench.enter(ring: ring)
      #expect(outcomes() == ["#0D(0000)"])
    }
    bench.enterV86(iopl: 3)
    #expect(outcomes() == ["#0D(0000)"])
  }

  /// LGDT [500h], LIDT [500h], SGDT [510h]: how much of the base counts, by model and operand size.
  @Test func descriptorTableRegisters() {
    for (model, prefix, base, stored) in [
      (.i80386, [0x66], 0x8765_4321, 0x8765_4321), (.i80386, [], 0x65_4321, 0x65_4321),
      (.i80286, [], 0x65_4321, 0xFF65_4321),
    ] as [(ProcessorModel, [UInt8], UInt64, UInt32)] {
      let program = TinyProgram(
        model,
        prefix + [0x0F, 0x01, 0x16, 0, 5] + prefix + [0x0F, 0x01, 0x1E, 0, 5] + prefix
          + [0x0F, 0x01, 0x06, 0x10, 5])
      program.ram.write(TinyProgram.data + 0x500, 0x1234 as UInt16)
      program.ram.write(TinyProgram.data + 0x502, 0x8765_4321 as UInt32)
      #expect(program.run() == nil)
      #expect(program.cpu.gdtr == TableRegister(base: base, limit: 0x1234))
      #expect(program.cpu.idtr == TableRegister(base: base, limit: 0x1234))
      #expect(program.ram.read(TinyProgram.data + 0x510, as: UInt16.self) == 0x1234)
      #expect(program.ram.read(TinyProgram.data + 0x512, as: UInt32.self) == stored)
    }
  }

  // MARK: Debug and test registers

  @Test func debugRegisters() throws {
    let bench = SystemBench()
    for number in 0 as UInt8..<4 {
      try bench.cpu.moveToDR(number, 0x1111_1111 * UInt64(number + 1))
    }
    #expect(try bench.cpu.moveFromDR(2) == 0x3333_3333)
    try bench.cpu.moveToDR(6, 0)
    #expect(try bench.cpu.moveFromDR(4) == 0xFFFF_0FF0)
    try bench.cpu.moveToDR(4, 0xFFFF_FFFF)
    #expect(try bench.cpu.moveFromDR(6) == 0xFFFF_EFFF)
    try bench.cpu.moveToDR(5, 0xFFFF_DFFF)
    #expect(try bench.cpu.moveFromDR(7) == 0xFFFF_07FF)
  }

  @Test func generalDetect() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    try bench.cpu.moveToDR(7, 0x2000)
    let outcome = bench.outcome { c throws(Fault) in _ = try c.moveFromDR(0) }
    #expect(outcome == "#01")
    #expect(bench.cpu.debugStatus & 0x2000 != 0)
    #expect(bench.cpu.raise(Fault(vector: 1), at: 0x3FFD))
    #expect(bench.stack(3) == [0x3FFD, 8, 0x1_0002])
    // The handler may look.
    #expect(try bench.cpu.moveFromDR(7) == 0x400)
    // So may that of a trap between instructions; INT 1 changes nothing.
    try bench.cpu.moveToDR(7, 0x2000)
    #expect(bench.cpu.interrupt(vector: 1, source: .softwareInt))
    #expect(bench.cpu.debugControl == 0x2400)
    #expect(bench.cpu.interrupt(vector: 1, source: .trap))
    #expect(bench.cpu.debugControl == 0x400)
  }

  @Test func testRegisters() throws {
    let bench = SystemBench()
    try bench.cpu.moveToTR(3, 0x1234)
    #expect(try bench.cpu.moveFromTR(3) == 0x1234)
    try bench.cpu.moveToTR(7, 0xABCD_E010)
    try bench.cpu.moveToTR(6, 0x1000_0001)
    #expect(try bench.cpu.moveFromTR(7) == 0xABCD_E000)
    let old = SystemBench(.i80386)
    #expect(old.outcome { c throws(Fault) in try c.moveToTR(5, 0) } == "#06")
    #expect(old.outcome { c throws(Fault) in try c.moveToTR(6, 0) } == "ok")
  }

  // MARK: I/O permission

  @Test func portsByLevelAndBitmap() throws {
    let bench = SystemBench()
    #expect(bench.port(0x84, 4) == "ok")
    for (ring, iopl, allowed) in [(0, 0, true), (1, 0, false), (3, 0, false), (3, 3, true)]
      as [(UInt8, UInt32, Bool)]
    {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring, iopl: iopl)
      #expect(bench.port(0x80, 1) == "ok")
      #expect(bench.port(0x84, 1) == (allowed ? "ok" : "#0D(0000)"))
      #expect(bench.port(0x80, 2) == (allowed ? "ok" : "#0D(0000)"))
    }
    for iopl in [0, 3] as [UInt32] {
      let bench = SystemBench()
      try bench.enterProtectedMode()
      bench.enterV86(iopl: iopl)
      #expect(bench.port(0x80, 1) == "ok")
      #expect(bench.port(0x84, 1) == "#0D(0000)")
    }
  }

  @Test func bitmapEdges() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    for byte in 0..<0x40 { bench.ram.write(SystemBench.tss + 0x68 + byte, UInt8(0)) }
    // A word over a byte boundary needs both bytes' bits.
    bench.ram.write(SystemBench.tss + 0x68 + 2, UInt8(0x01))
    #expect(bench.port(0x0F, 1) == "ok")
    #expect(bench.port(0x0F, 2) == "#0D(0000)")
    #expect(bench.port(0x0C, 4) == "ok")
    #expect(bench.port(0x0D, 4) == "#0D(0000)")
    // The map ends with the segment, less one byte.
    var tr = bench.cpu.segment(.tr)
    tr.limit = 0x68 + 5
    bench.cpu.setSegment(.tr, tr)
    #expect(bench.port(0x27, 1) == "ok")
    #expect(bench.port(0x28, 1) == "#0D(0000)")
    tr.limit = 0x66
    bench.cpu.setSegment(.tr, tr)
    #expect(bench.port(0x00, 1) == "#0D(0000)")
    let old = try SystemBench.protected286()
    #expect(old.port(0x80, 1) == "ok")
    old.enter286(ring: 3)
    #expect(old.port(0x80, 1) == "#0D(0000)")
  }

  // MARK: LOADALL

  @Test func loadAll286() throws {
    let bench = SystemBench(.i80286)
    for offset in 0..<0x66 { bench.ram.write(0x800 + offset, UInt8(offset)) }
    bench.ram.write(0x806, 0xFFF0 as UInt16)
    bench.ram.write(0x818, 0x0246 as UInt16)
    try bench.cpu.loadAll286()
    #expect(bench.cpu.state.eflags == 0x246)
    #expect(bench.cpu.rip == 0x1B1A)
    #expect(bench.cpu.register(.rax, as: UInt16.self) == 0x3534)
    #expect(bench.cpu.register(.rdi, as: UInt16.self) == 0x2726)
    #expect(
      bench.cpu.segment(.es)
        == SegmentCache(selector: 0x2524, base: 0x38_3736, limit: 0x3B3A, attributes: 0x39))
    #expect(bench.cpu.segment(.tr).selector == 0x1716)
    #expect(bench.cpu.segment(.tr).base == 0x62_6160)
    #expect(bench.cpu.gdtr == TableRegister(base: 0x50_4F4E, limit: 0x5352))
    #expect(bench.cpu.idtr == TableRegister(base: 0x5C_5B5A, limit: 0x5F5E))
  }

  @Test func loadAll386() throws {
    let bench = SystemBench(.i80386)
    try bench.cpu.loadSegment(.es, 0x1000)
    bench.cpu.setRegister(.rdi, 0x200 as UInt32)
    for index in 0..<51 { bench.ram.write(0x10200 + index * 4, UInt32(index) << 8) }
    bench.ram.write(0x10200, 0x10 as UInt32)
    bench.ram.write(0x10204, 0x3202 as UInt32)
    bench.ram.write(0x10200 + 0xC0, 0x00CF_9300 as UInt32)
    bench.ram.write(0x10200 + 0xC8, 0xFFFF_FFFF as UInt32)
    try bench.cpu.loadAll386()
    #expect(bench.cpu.rip == 0x200)
    #expect(bench.cpu.state.eflags == 0x3202)
    #expect(bench.cpu.register(.rdi, as: UInt32.self) == 0x300)
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 0xA00)
    #expect(
      bench.cpu.segment(.es)
        == SegmentCache(
          selector: 0x1400, base: 0x3100, limit: 0xFFFF_FFFF, attributes: 0xC093))
    #expect(bench.cpu.segment(.tr).base == 0x1600)
    #expect(bench.cpu.segment(.ldtr).base == 0x1F00)
    #expect(bench.cpu.idtr == TableRegister(base: 0x1900, limit: 0x1A00))
    #expect(bench.cpu.gdtr == TableRegister(base: 0x1C00, limit: 0x1D00))
  }
}

extension SystemBench {
  fileprivate func port(_ port: UInt16, _ byteCount: Int) -> String {
    outcome { c throws(Fault) in try c.checkPort(port, byteCount: byteCount) }
  }
}
