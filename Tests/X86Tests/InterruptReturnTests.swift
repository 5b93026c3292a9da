import BusKit
import Testing
import X86
import X86Decode

@Suite struct InterruptReturnTests {
  private func iret(_ bench: SystemBench, _ size: Int = 4) -> String {
    bench.outcome { c throws(Fault) in try c.interruptReturn(operandSize: size) }
  }

  // MARK: Real mode

  @Test(arguments: [
    (ProcessorModel.i8086, 0xFFFF as UInt16, 0x0FD7 as UInt32), (.i80186, 0xFFFF, 0x0FD7),
    (.i80286, 0xFFFF, 0x0FD7), (.i80386, 0xFFFF, 0x7FD7), (.i80486, 0xFFFF, 0x7FD7),
    (.i80486, 0, 2),
  ])
  func realMode(_ model: ProcessorModel, _ image: UInt16, _ flags: UInt32) {
    let bench = SystemBench(model)
    bench.pushWords(0x1234, 0x200, image)
    #expect(iret(bench, 2) == "ok")
    #expect(bench.cpu.rip == 0x1234)
    #expect(bench.cpu.segment(.cs).base == 0x2000)
    #expect(bench.sp == 0x6B00)
    #expect(bench.cpu.state.eflags == flags)
  }

  @Test(arguments: [(ProcessorModel.i80386, 0x1_7FD7 as UInt32), (.i80486, 0x25_7FD7)])
  func realMode32(_ model: ProcessorModel, _ flags: UInt32) {
    let bench = SystemBench(model)
    bench.push(0x1234, 0x200, 0xFFFF_FFFF)
    #expect(iret(bench) == "ok")
    // VM cannot come in through real mode.
    #expect(bench.cpu.state.eflags == flags)
    bench.enterRealMode()
    bench.push(0x1_0000, 0x200, 2)
    let before = bench.snapshot
    #expect(iret(bench) == "#0D(0000)")
    #expect(bench.snapshot == before)
  }

  // MARK: Protected mode; the shared probe's rows

  @Test(
    arguments: [
      (0x08, ["ok", "#0D(0008)", "#0D(0008)"]),
      (0x2B, ["ok", "ok", "ok"]),
      (0, ["#0D(0000)", "#0D(0000)", "#0D(0000)"]),
    ] as [(UInt32, [String])])
  func selectors(_ selector: UInt32, _ outcomes: [String]) throws {
    for (index, ring) in ([0, 1, 3] as [UInt8]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      bench.push(0x5000, selector, 2, 0x6B00, 0x33)
      let before = bench.snapshot
      #expect(iret(bench) == outcomes[index], "level \(ring)")
      if outcomes[index] != "ok" { #expect(bench.snapshot == before) }
    }
  }

  @Test func interruptFlagAndIOPLByLevel() throws {
    for ring in [0, 1, 3] as [UInt8] {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      let own = UInt32(bench.selector(.cs))
      // Clear IF at the same level.
      bench.cpu.state.eflags = 0x202
      bench.push(0x5000, own, 2)
      #expect(iret(bench) == "ok")
      #expect(bench.cpu.state.eflags & 0x3200 == (ring == 0 ? 0 : 0x200))
    }
    // To level 3 with IF and IOPL set: decided at the level of the IRET.
    for (ring, image, expected) in [
      (0, 0x202, 0x202), (1, 0x202, 2), (0, 0x3002, 0x3002), (1, 0x3002, 2),
    ] as [(UInt8, UInt32, UInt32)] {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      bench.push(0x5000, 0x2B, image, 0x6B00, 0x33)
      #expect(iret(bench) == "ok")
      #expect(bench.selector(.cs) == 0x2B)
      #expect(bench.cpu.cpl == 3)
      #expect(bench.esp == 0x6B00)
      #expect(bench.cpu.state.eflags == expected)
    }
    // With IOPL 1, level 1 may change IF but not IOPL.
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 1, iopl: 1)
    bench.push(0x5000, 0x19, 0x3202)
    #expect(iret(bench) == "ok")
    #expect(bench.cpu.state.eflags == 0x1202)
  }

  @Test func flagsByOperandSize() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.push(0x5000, 8, 0x25_7FD7)
    #expect(iret(bench) == "ok")
    #expect(bench.cpu.state.eflags == 0x25_7FD7)
    // NT is set now, so take it away; 16 bits leave the upper half alone.
    bench.cpu.state.eflags = 0x24_0002
    bench.pushWords(0x5000, 8, 0x0FD7)
    #expect(iret(bench, 2) == "ok")
    #expect(bench.cpu.state.eflags == 0x24_0FD7)
  }

  @Test func shortStack() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    try bench.cpu.loadSegment(.ss, 0x4B)
    bench.esp = 0xFF8
    let before = bench.snapshot
    #expect(iret(bench) == "#0C(0000)")
    #expect(bench.snapshot == before)
  }

  @Test func virtualFrameOutsideLevelZero() throws {
    for ring in [1, 3] as [UInt8] {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      bench.push(0x5000, 0, 0x2_0002, 0x6A00, 0, 0, 0, 0, 0)
      #expect(iret(bench) == "#0D(0000)")
    }
    // With a good CS the VM bit is just not taken over.
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 1)
    bench.push(0x5000, 0x19, 0x2_0002)
    #expect(iret(bench) == "ok")
    #expect(!bench.cpu.isV86)
  }

  @Test func toVirtualMode() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.push(0x1_0000, 0x10, 0x2_3202, 0x1_8000, 0x20, 0x30, 0x40, 0x50, 0x60)
    let before = bench.snapshot
    #expect(iret(bench) == "#0D(0000)")
    #expect(bench.snapshot == before)
    bench.push(0x1000, 0x10, 0x2_3202, 0x1_8000, 0x20, 0x30, 0x40, 0x50, 0x60)
    #expect(iret(bench) == "ok")
    #expect(bench.cpu.state.eflags == 0x2_3202)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.esp == 0x1_8000)
    for (slot, selector) in [
      (SegmentSlot.cs, 0x10), (.ss, 0x20), (.es, 0x30), (.ds, 0x40), (.fs, 0x50), (.gs, 0x60),
    ] as [(SegmentSlot, UInt16)] {
      #expect(
        bench.cpu.segment(slot)
          == SegmentCache(
            selector: selector, base: UInt64(selector) * 16, limit: 0xFFFF, attributes: 0xF3))
    }
  }

  @Test func inVirtualMode() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.enterV86()
    bench.pushWords(0x1000, 0x20, 0x3202)
    let before = bench.snapshot
    #expect(iret(bench, 2) == "#0D(0000)")
    #expect(bench.snapshot == before)
    bench.enterV86(iopl: 3)
    bench.pushWords(0x1000, 0x20, 0x0202)
    #expect(iret(bench, 2) == "ok")
    // IOPL stays, VM stays, IF changes.
    #expect(bench.cpu.state.eflags == 0x2_3202)
    #expect(bench.cpu.segment(.cs).base == 0x200)
    bench.push(0x1000, 0x20, 2)
    #expect(iret(bench) == "ok")
    #expect(bench.cpu.state.eflags == 0x2_3002)
  }

  @Test func nestedTaskWithBadLink() throws {
    for (link, expected) in [(0, "#0A(0000)"), (0x3C, "#0A(003C)"), (0x10, "#0A(0010)")]
      as [(UInt16, String)]
    {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: 1)
      bench.cpu.state.eflags = 0x4002
      bench.ram.write(SystemBench.tss, link)
      bench.push(0x5000, 0x19, 2)
      let before = bench.snapshot
      #expect(iret(bench) == expected)
      #expect(bench.snapshot == before)
    }
  }

  // MARK: PUSHF, POPF, CLI, STI

  @Test(arguments: [(0 as UInt8, 0x3200 as UInt32), (1, 0), (3, 0)])
  func popfInProtectedMode(_ ring: UInt8, _ changed: UInt32) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: ring)
    try bench.cpu.setPoppedFlags(0x2_3202, operandSize: 4)
    #expect(bench.cpu.state.eflags == changed | 2)
    bench.cpu.state.eflags = 0x202
    try bench.cpu.setPoppedFlags(2, operandSize: 4)
    #expect(bench.cpu.state.eflags == (ring == 0 ? 2 : 0x202))
    #expect(try bench.cpu.pushedFlags(operandSize: 4) == bench.cpu.state.eflags)
  }

  @Test func popfClearsRF() throws {
    let bench = SystemBench()
    try bench.cpu.setPoppedFlags(0xFFFF_FFFF, operandSize: 4)
    #expect(bench.cpu.state.eflags == 0x24_7FD7)
    bench.cpu.state.eflags = 0x3_0002
    #expect(bench.cpu.flagsImage == 0x3_0002)
    bench.cpu.state.eflags = 0x1_0002
    #expect(try bench.cpu.pushedFlags(operandSize: 4) == 2)
  }

  @Test(arguments: [
    (ProcessorModel.i8086, 0xFFFF as UInt32), (.i80286, 0x0FD7), (.i80386, 0x7FD7),
  ])
  func flagsByModel(_ model: ProcessorModel, _ expected: UInt32) throws {
    let bench = SystemBench(model)
    try bench.cpu.setPoppedFlags(0xFFFF, operandSize: 2)
    #expect(
      try bench.cpu.pushedFlags(operandSize: 4) & 0xFFFF == (model == .i8086 ? 0xFFD7 : expected))
  }

  @Test func cliAndSti() throws {
    func check(_ bench: SystemBench) -> String {
      bench.outcome { c throws(Fault) in try c.clearInterruptFlag() }
    }
    let bench = SystemBench()
    #expect(check(bench) == "ok")
    for (ring, iopl, expected) in [
      (0, 0, "ok"), (1, 0, "#0D(0000)"), (3, 0, "#0D(0000)"), (1, 1, "ok"), (3, 1, "#0D(0000)"),
      (3, 3, "ok"),
    ] as [(UInt8, UInt32, String)] {
      try bench.enterRealAndProtected(ring: ring, iopl: iopl)
      #expect(check(bench) == expected, "level \(ring), IOPL \(iopl)")
    }
    for (iopl, expected) in [(0, "#0D(0000)"), (2, "#0D(0000)"), (3, "ok")] as [(UInt32, String)] {
      bench.enterV86(iopl: iopl)
      #expect(check(bench) == expected)
      #expect(
        bench.outcome { c throws(Fault) in _ = try c.pushedFlags(operandSize: 4) } == expected)
      #expect(
        bench.outcome { c throws(Fault) in try c.setPoppedFlags(0x202, operandSize: 2) }
          == expected)
    }
    #expect(bench.cpu.state.eflags == 0x2_3202)
    #expect(try bench.cpu.pushedFlags(operandSize: 4) == 0x3202)
  }
}

extension SystemBench {
  fileprivate func enterRealAndProtected(ring: UInt8, iopl: UInt32) throws {
    try cpu.moveToCRAtLevelZero()
    enterRealMode()
    try enterProtectedMode(ring: ring, iopl: iopl)
  }
}

extension CPU {
  fileprivate func moveToCRAtLevelZero() throws {
    cpl = 0
    try moveToCR(0, 0x10)
  }
}
