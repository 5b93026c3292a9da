import BusKit
import Testing
import X86
import X86Decode

@Suite struct FarTransferTests {
  typealias Selector = SystemBench.Selector

  enum Form: Sendable { case jump, call }

  /// The shared probe's rows of direct transfers at levels 0, 1 and 3: outcome and the CS afterwards.
  @Test(arguments: [
    (Form.call, 0x08 as UInt16, ["ok", "#0D(0008)", "#0D(0008)"], [0x08, 0, 0] as [UInt16]),
    (.jump, 0x08, ["ok", "#0D(0008)", "#0D(0008)"], [0x08, 0, 0]),
    (.call, 0x18, ["#0D(0018)", "ok", "#0D(0018)"], [0, 0x19, 0]),
    (.jump, 0x18, ["#0D(0018)", "ok", "#0D(0018)"], [0, 0x19, 0]),
    (.call, 0x58, ["ok", "ok", "ok"], [0x58, 0x59, 0x5B]),
    (.jump, 0x58, ["ok", "ok", "ok"], [0x58, 0x59, 0x5B]),
    (.call, 0x40, ["ok", "ok", "ok"], [0x08, 0x08, 0x08]),
    (.call, 0x60, ["#0D(0018)", "ok", "ok"], [0, 0x19, 0x19]),
    (.jump, 0x40, ["ok", "#0D(0008)", "#0D(0008)"], [0x08, 0, 0]),
    (.jump, 0x2B, ["#0D(0028)", "#0D(0028)", "ok"], [0, 0, 0x2B]),
    (.jump, 0x10, ["#0D(0010)", "#0D(0010)", "#0D(0010)"], [0, 0, 0]),
    (.call, 0x03, ["#0D(0000)", "#0D(0000)", "#0D(0000)"], [0, 0, 0]),
    (.call, 0x100, ["#0D(0100)", "#0D(0100)", "#0D(0100)"], [0, 0, 0]),
    // The running task's own TSS is busy; an LDT is no target.
    (.jump, 0x38, ["#0D(0038)", "#0D(0038)", "#0D(0038)"], [0, 0, 0]),
    (.call, 0x50, ["#0D(0050)", "#0D(0050)", "#0D(0050)"], [0, 0, 0]),
  ])
  func privilege(
    _ form: Form, _ selector: UInt16, _ outcomes: [String], _ codes: [UInt16]
  ) throws {
    for (index, ring) in ([0, 1, 3] as [UInt8]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      let before = bench.snapshot
      let outcome = bench.outcome { cpu throws(Fault) in
        if form == .jump {
          try cpu.jumpFar(selector: selector, offset: 0x5000, operandSize: 4)
        } else {
          try cpu.callFar(selector: selector, offset: 0x5000, operandSize: 4)
        }
      }
      #expect(outcome == outcomes[index], "level \(ring)")
      if outcome == "ok" {
        #expect(bench.selector(.cs) == codes[index], "level \(ring)")
        #expect(bench.cpu.cpl == UInt8(codes[index] & 3))
      } else {
        #expect(bench.snapshot == before)
      }
    }
  }

  @Test func callPushesTheReturnAddress() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 1)
    let esp = bench.esp
    try bench.cpu.callFar(selector: Selector.code1, offset: 0x1_2345, operandSize: 4)
    #expect(bench.cpu.rip == 0x1_2345)
    #expect(bench.esp == esp - 8)
    #expect(bench.stack(2) == [0x4000, 0x19])
    try bench.cpu.callFar(selector: Selector.code1, offset: 0x2345, operandSize: 2)
    #expect(bench.esp == esp - 12)
    #expect(bench.stackWords(2) == [0x2345, 0x19])
  }

  @Test func limitsAndPresence() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 0xFF, access: 0x9A, flags: 4))
    bench.setDescriptor(0x70, SystemBench.segment(access: 0x1A))
    bench.setDescriptor(0x78, SystemBench.gate(0x70, access: 0x8C))
    bench.setDescriptor(0x80, SystemBench.gate(0x08, access: 0x0C))
    bench.setDescriptor(0x88, SystemBench.gate(0x68, 0x100, access: 0x8C))
    bench.setDescriptor(0x90, SystemBench.gate(0, access: 0x8C))
    let rows: [(UInt16, UInt32, String)] = [
      (0x68, 0xFF, "ok"), (0x68, 0x100, "#0D(0000)"), (0x70, 0, "#0B(0070)"),
      (0x78, 0, "#0B(0070)"), (0x80, 0, "#0B(0080)"), (0x88, 0, "#0D(0000)"),
      (0x90, 0, "#0D(0000)"),
    ]
    for (selector, offset, expected) in rows {
      bench.enter(ring: 0)
      let esp = bench.esp
      #expect(
        bench.outcome { c throws(Fault) in
          try c.callFar(selector: selector, offset: UInt64(offset), operandSize: 4)
        } == expected)
      if expected != "ok" { #expect(bench.esp == esp) }
      bench.enter(ring: 0)
      #expect(
        bench.outcome { c throws(Fault) in
          try c.jumpFar(selector: selector, offset: UInt64(offset), operandSize: 4)
        } == expected)
    }
  }

  @Test func gatePrivilege() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 1)
    bench.setDescriptor(0x68, SystemBench.gate(Selector.code0, access: 0xAC))
    func call(_ selector: UInt16) -> String {
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: selector, offset: 0, operandSize: 4)
      }
    }
    #expect(call(0x6A) == "#0D(0068)")
    bench.enter(ring: 3)
    #expect(call(0x68) == "#0D(0068)")
    bench.enter(ring: 1)
    #expect(call(0x69) == "ok")
    // A gate never leads outward.
    bench.setDescriptor(0x70, SystemBench.gate(Selector.code3, access: 0x8C))
    bench.enter(ring: 0)
    #expect(call(0x70) == "#0D(0028)")
  }

  @Test func inwardCallSwitchesStacksAndCopiesParameters() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.setDescriptor(0x68, SystemBench.gate(Selector.code0, 0x1_9000, access: 0xEC, count: 3))
    bench.push(0x11, 0x22, 0x33)
    let outer = bench.esp
    try bench.cpu.callFar(selector: 0x6B, offset: 0xDEAD, operandSize: 4)
    #expect(bench.cpu.cpl == 0)
    #expect(bench.selector(.cs) == 0x08)
    #expect(bench.selector(.ss) == 0x10)
    #expect(bench.cpu.rip == 0x1_9000)
    #expect(bench.esp == SystemBench.stack0 - 28)
    #expect(bench.stack(7) == [0x4000, 0x2B, 0x11, 0x22, 0x33, outer, 0x33])
    // And back: both stacks release the parameters.
    try bench.cpu.returnFar(operandSize: 4, release: 12)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.selector(.cs) == 0x2B)
    #expect(bench.selector(.ss) == 0x33)
    #expect(bench.esp == outer + 12)
    #expect(bench.cpu.rip == 0x4000)
  }

  @Test func gates286PushWords() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.setDescriptor(0x68, SystemBench.gate(Selector.code1, 0xFFFF_9000, access: 0xE4, count: 1))
    bench.pushWords(0xBEEF)
    let outer = UInt16(truncatingIfNeeded: bench.esp)
    try bench.cpu.callFar(selector: 0x68, offset: 0, operandSize: 4)
    #expect(bench.cpu.rip == 0x9000)
    #expect(bench.esp == SystemBench.stack1 - 10)
    #expect(bench.stackWords(5) == [0x4000, 0x2B, 0xBEEF, outer, 0x33])
  }

  /// What can be wrong with the inner stack: (SS selector in the TSS, TSS limit, expected).
  @Test(arguments: [
    (0x10 as UInt16, 0xFF as UInt32, "ok"), (0, 0xFF, "#0A(0000)"), (0x100, 0xFF, "#0A(0100)"),
    (0x11, 0xFF, "#0A(0010)"), (0x20, 0xFF, "#0A(0020)"), (0x08, 0xFF, "#0A(0008)"),
    (0x68, 0xFF, "#0C(0068)"), (0x70, 0xFF, "#0C(0070)"), (0x10, 8, "#0A(0038)"),
    (0x10, 9, "ok"),
  ])
  func innerStackChecks(_ stack: UInt16, _ limit: UInt32, _ expected: String) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x12))
    bench.setDescriptor(0x70, SystemBench.segment(limit: 0x100, access: 0x92, flags: 4))
    bench.ram.write(SystemBench.tss + 8, stack)
    var tr = bench.cpu.segment(.tr)
    tr.limit = limit
    bench.cpu.setSegment(.tr, tr)
    let before = bench.snapshot
    #expect(
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0x40, offset: 0, operandSize: 4)
      } == expected)
    if expected != "ok" { #expect(bench.snapshot == before) }
  }

  @Test func currentStackMustHaveRoom() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    try bench.cpu.loadSegment(.ss, Selector.shortData3 | 3)
    bench.esp = 4
    let before = bench.snapshot
    func call(_ size: Int) -> String {
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0x28, offset: 0, operandSize: size)
      }
    }
    #expect(call(4) == "#0C(0000)")
    #expect(bench.snapshot == before)
    #expect(call(2) == "ok")
  }

  // MARK: Returns

  /// The shared probe's RETF rows and further selectors: (CS popped, outcome by level).
  @Test(
    arguments: [
      (0x08, ["ok", "#0D(0008)", "#0D(0008)"]),
      (0x18, ["#0D(0018)", "#0D(0018)", "#0D(0018)"]),
      (0x19, ["ok", "ok", "#0D(0018)"]),
      (0x2B, ["ok", "ok", "ok"]),
      (0x5B, ["ok", "ok", "ok"]),
      (0, ["#0D(0000)", "#0D(0000)", "#0D(0000)"]),
      (0x103, ["#0D(0100)", "#0D(0100)", "#0D(0100)"]),
      (0x33, ["#0D(0030)", "#0D(0030)", "#0D(0030)"]),
      (0x6B, ["#0B(0068)", "#0B(0068)", "#0B(0068)"]),
    ] as [(UInt32, [String])])
  func returns(_ selector: UInt32, _ outcomes: [String]) throws {
    for (index, ring) in ([0, 1, 3] as [UInt8]).enumerated() {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      bench.setDescriptor(0x68, SystemBench.segment(access: 0x7A))
      let level = selector & 3
      let stack: [UInt32] = [0x10, 0x21, 0, 0x33]
      bench.push(0x5000, selector, 0x6000, stack[Int(level)])
      let before = bench.snapshot
      let outcome = bench.outcome { c throws(Fault) in
        try c.returnFar(operandSize: 4, release: 0)
      }
      #expect(outcome == outcomes[index], "level \(ring)")
      if outcome == "ok" {
        #expect(bench.cpu.rip == 0x5000)
        #expect(bench.cpu.cpl == UInt8(level))
        #expect(UInt32(bench.selector(.cs)) == selector)
        if UInt8(level) != ring { #expect(bench.esp == 0x6000) }
      } else {
        #expect(bench.snapshot == before)
      }
    }
  }

  @Test(arguments: [
    (0 as UInt32, "#0D(0000)"), (0x103, "#0D(0100)"), (0x30, "#0D(0030)"), (0x2B, "#0D(0028)"),
    (0x23, "#0D(0020)"), (0x6B, "#0C(0068)"), (0x33, "ok"),
  ])
  func outwardReturnQualifiesTheStack(_ stack: UInt32, _ expected: String) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x72))
    bench.push(0x5000, 0x2B, 0x6000, stack)
    let before = bench.snapshot
    #expect(
      bench.outcome { c throws(Fault) in try c.returnFar(operandSize: 4, release: 0) } == expected)
    if expected != "ok" { #expect(bench.snapshot == before) }
  }

  @Test func outwardReturnNullsWhatTheOuterLevelMayNotUse() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    try bench.cpu.loadSegment(.ds, Selector.data0)
    try bench.cpu.loadSegment(.es, Selector.data3)
    try bench.cpu.loadSegment(.fs, Selector.conforming)
    try bench.cpu.loadSegment(.gs, Selector.code0)
    bench.push(0x5000, 0x2B, 0x6000, 0x33)
    try bench.cpu.returnFar(operandSize: 4, release: 0)
    #expect(bench.cpu.segment(.ds) == SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    #expect(bench.selector(.es) == Selector.data3)
    #expect(bench.selector(.fs) == Selector.conforming)
    #expect(bench.selector(.gs) == 0)
  }

  @Test func aSmallOuterStackKeepsTheUpperHalfOfESP() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 0xFFFF, access: 0xF2, flags: 0))
    // An SS whose base brings a high ESP down to RAM, modulo 4 GiB.
    bench.cpu.setSegment(
      .ss, SegmentCache(selector: 0x10, base: 0xFFF9_0000, limit: .max, attributes: 0xC093))
    bench.esp = 0x0007_6F00
    bench.ram.write(0x6F00, 0x5000 as UInt32)
    bench.ram.write(0x6F04, 0x2B as UInt32)
    bench.ram.write(0x6F08, 0x1234_6000 as UInt32)
    bench.ram.write(0x6F0C, 0x6B as UInt32)
    try bench.cpu.returnFar(operandSize: 4, release: 0)
    #expect(bench.esp == 0x0007_6000)
  }

  // MARK: Real and virtual-8086 mode

  @Test(arguments: ProcessorModel.allCases)
  func realMode(_ model: ProcessorModel) throws {
    let bench = SystemBench(model)
    try bench.cpu.callFar(selector: 0x234, offset: 0x56, operandSize: 2)
    #expect(bench.stackWords(2) == [0x4000, 0x100])
    #expect(bench.sp == 0x6AFC)
    #expect(bench.cpu.segment(.cs).base == 0x2340)
    #expect(bench.cpu.rip == 0x56)
    try bench.cpu.jumpFar(selector: 0x300, offset: 0x99, operandSize: 2)
    #expect(bench.cpu.segment(.cs).base == 0x3000)
    try bench.cpu.returnFar(operandSize: 2, release: 6)
    #expect(bench.sp == 0x6B06)
    #expect(bench.selector(.cs) == 0x100)
    #expect(bench.cpu.rip == 0x4000)
  }

  @Test func realModeLimits() throws {
    let bench = SystemBench(.i80386)
    let before = bench.snapshot
    #expect(
      bench.outcome { c throws(Fault) in
        try c.jumpFar(selector: 0, offset: 0x1_0000, operandSize: 4)
      } == "#0D(0000)")
    #expect(bench.snapshot == before)
    bench.esp = 1
    #expect(
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0, offset: 0, operandSize: 2)
      } == "#0C(0000)")
    bench.esp = 0xFFFF
    #expect(
      bench.outcome { c throws(Fault) in try c.returnFar(operandSize: 2, release: 0) }
        == "#0C(0000)")
  }

  @Test func the8086WrapsWordsInTheSegment() throws {
    let bench = SystemBench(.i8086)
    bench.cpu.setSegment(
      .ss, SegmentCache(selector: 0x1000, base: 0x10000, limit: 0xFFFF, attributes: 0x93))
    bench.esp = 3
    try bench.cpu.callFar(selector: 0x234, offset: 0x56, operandSize: 2)
    #expect(bench.sp == 0xFFFF)
    #expect(bench.ram.read(0x10001, as: UInt16.self) == 0x100)
    #expect(bench.ram.read(0x1FFFF, as: UInt8.self) == 0x00)
    #expect(bench.ram.read(0x10000, as: UInt8.self) == 0x40)
    try bench.cpu.returnFar(operandSize: 2, release: 0)
    #expect(bench.cpu.rip == 0x4000)
    #expect(bench.sp == 3)
  }

  @Test func farJumpGivesCSRealModeAttributes() throws {
    // Out of protected mode with a 32-bit CS still in the cache: the far jump makes it 16-bit.
    let bench = SystemBench(.i80386)
    try bench.enterProtectedMode()
    try bench.cpu.moveToCR(0, 0x10)
    try bench.cpu.jumpFar(selector: 0x800, offset: 0, operandSize: 2)
    #expect(
      bench.cpu.segment(.cs)
        == SegmentCache(selector: 0x800, base: 0x8000, limit: 0xFFFF, attributes: 0x93))
  }

  @Test func virtualMode() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.enterV86()
    try bench.cpu.callFar(selector: 0x08, offset: 0x10, operandSize: 2)
    #expect(
      bench.cpu.segment(.cs)
        == SegmentCache(selector: 8, base: 0x80, limit: 0xFFFF, attributes: 0xF3))
    #expect(bench.cpu.cpl == 3)
    try bench.cpu.returnFar(operandSize: 2, release: 0)
    #expect(bench.selector(.cs) == 0)
    #expect(bench.cpu.cpl == 3)
  }
}
