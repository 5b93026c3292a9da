import Testing
import X86
import X86Decode

@Suite struct SegmentLoadTests {
  typealias Selector = SystemBench.Selector

  /// The shared probe's rows "MOV DS", "MOV SS" at levels 0, 1 and 3.
  @Test(arguments: [
    (SegmentRegister.ds, 0x10 as UInt16, ["ok", "#0D(0010)", "#0D(0010)"]),
    (.ds, 0x20, ["ok", "ok", "#0D(0020)"]),
    (.ss, 0x20, ["#0D(0020)", "#0D(0020)", "#0D(0020)"]),
    (.ss, 0x21, ["#0D(0020)", "ok", "#0D(0020)"]),
    (.es, 0x4B, ["ok", "ok", "ok"]),
    (.ds, 0x08, ["ok", "#0D(0008)", "#0D(0008)"]),
    (.gs, 0x5B, ["ok", "ok", "ok"]),
    (.ds, 0, ["ok", "ok", "ok"]),
    (.ss, 0, ["#0D(0000)", "#0D(0000)", "#0D(0000)"]),
    (.ss, 3, ["#0D(0000)", "#0D(0000)", "#0D(0000)"]),
    (.fs, 0x38, ["#0D(0038)", "#0D(0038)", "#0D(0038)"]),
    (.fs, 0x103, ["#0D(0100)", "#0D(0100)", "#0D(0100)"]),
    (.ds, 0x17, ["#0D(0014)", "#0D(0014)", "#0D(0014)"]),
    (.cs, 0x08, ["#06", "#06", "#06"]),
  ])
  func privilege(_ register: SegmentRegister, _ selector: UInt16, _ expected: [String]) throws {
    for (ring, outcome) in zip([0, 1, 3] as [UInt8], expected) {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      let before = bench.snapshot
      #expect(
        bench.outcome { cpu throws(Fault) in try cpu.loadSegment(register, selector) } == outcome,
        "level \(ring)")
      if outcome == "ok" {
        #expect(bench.selector(SegmentSlot(rawValue: Int(register.rawValue))!) == selector)
      } else {
        #expect(bench.snapshot == before)
      }
    }
  }

  @Test func absentSegmentsFaultAfterPrivilege() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x12))
    bench.setDescriptor(0x70, SystemBench.segment(access: 0x18))
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ds, 0x68) } == "#0B(0068)")
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ss, 0x68) } == "#0C(0068)")
    // Execute-only code is the wrong type, present or not.
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ds, 0x70) } == "#0D(0070)")
    bench.enter(ring: 3)
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ds, 0x68) } == "#0D(0068)")
  }

  @Test func loadingSetsTheAccessedBitOnce() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    #expect(bench.descriptor(Selector.data0) == 0x00CF_9200_0000_FFFF)
    try bench.cpu.loadSegment(.ds, Selector.data0)
    #expect(bench.descriptor(Selector.data0) == 0x00CF_9300_0000_FFFF)
    let cache = bench.cpu.segment(.ds)
    #expect(
      cache
        == SegmentCache(
          selector: 0x10, base: 0, limit: 0xFFFF_FFFF, attributes: 0xC093))
  }

  @Test func descriptorsByModel() throws {
    let raw = SystemBench.segment(base: 0x1234_5678, limit: 0xF_FFFF, access: 0x92, flags: 0xD)
    let modern = SystemBench(.i80386)
    try modern.enterProtectedMode()
    modern.setDescriptor(0x68, raw)
    try modern.cpu.loadSegment(.ds, 0x68)
    #expect(
      modern.cpu.segment(.ds)
        == SegmentCache(
          selector: 0x68, base: 0x1234_5678, limit: 0xFFFF_FFFF, attributes: 0xD093))
    // The 80286 ignores the top word.
    let old = try SystemBench.protected286()
    old.setDescriptor(0x68, raw)
    try old.cpu.loadSegment(.ds, 0x68)
    #expect(
      old.cpu.segment(.ds)
        == SegmentCache(selector: 0x68, base: 0x34_5678, limit: 0xFFFF, attributes: 0x93))
  }

  @Test func localDescriptorTable() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: 3)
    bench.setDescriptor(0x0C, SystemBench.segment(base: 0x500, limit: 9, access: 0xF2, flags: 0))
    try bench.cpu.loadSegment(.es, 0x0F)
    #expect(bench.cpu.segment(.es).base == 0x500)
    #expect(bench.cpu.segment(.es).limit == 9)
    // Beyond the LDT's limit, and with no LDT at all.
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.es, 0x17) } == "#0D(0014)")
    bench.cpu.setSegment(
      .ldtr, SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.es, 0x0F) } == "#0D(000C)")
  }

  @Test func realModeKeepsLimitAndAttributes() throws {
    let bench = SystemBench(.i80386)
    bench.cpu.setSegment(
      .ds, SegmentCache(selector: 0x10, base: 0, limit: 0xFFFF_FFFF, attributes: 0xC093))
    try bench.cpu.loadSegment(.ds, 0x1234)
    #expect(
      bench.cpu.segment(.ds)
        == SegmentCache(
          selector: 0x1234, base: 0x12340, limit: 0xFFFF_FFFF, attributes: 0xC093))
    // A segment left null by protected mode becomes usable again.
    bench.cpu.setSegment(.es, SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    try bench.cpu.loadSegment(.es, 0x4000)
    #expect(
      bench.cpu.segment(.es)
        == SegmentCache(selector: 0x4000, base: 0x40000, limit: 0xFFFF, attributes: 0x93))
  }

  @Test func virtualModeLoadsFixedAttributes() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.enterV86()
    bench.cpu.setSegment(
      .fs, SegmentCache(selector: 0x10, base: 0, limit: 0xFFFF_FFFF, attributes: 0xC093))
    try bench.cpu.loadSegment(.fs, 0x10)
    #expect(
      bench.cpu.segment(.fs)
        == SegmentCache(selector: 0x10, base: 0x100, limit: 0xFFFF, attributes: 0xF3))
  }

  @Test func the8086MovesToCS() throws {
    let bench = SystemBench(.i8086)
    try bench.cpu.loadSegment(.cs, 0x2000)
    #expect(bench.cpu.segment(.cs).base == 0x20000)
    #expect(bench.cpu.rip == SystemBench.returnRIP)
  }

  // MARK: LDTR and TR

  @Test(arguments: [
    (0x50 as UInt16, "ok"), (0, "ok"), (0x54, "#0D(0054)"), (0x10, "#0D(0010)"),
    (0x100, "#0D(0100)"), (0x68, "#0B(0068)"),
  ])
  func lldt(_ selector: UInt16, _ expected: String) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 7, access: 0x02, flags: 0))
    #expect(bench.outcome { c throws(Fault) in try c.loadLDTR(selector) } == expected)
    #expect(bench.cpu.ldtrSelector == (expected == "ok" ? selector : Selector.ldt))
    bench.enter(ring: 1)
    #expect(bench.outcome { c throws(Fault) in try c.loadLDTR(selector) } == "#0D(0000)")
  }

  @Test(arguments: [
    (0x70 as UInt16, "ok"), (0, "#0D(0000)"), (0x38, "#0D(0038)"), (0x3C, "#0D(003C)"),
    (0x100, "#0D(0100)"), (0x68, "#0B(0068)"), (0x50, "#0D(0050)"),
  ])
  func ltr(_ selector: UInt16, _ expected: String) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 0x67, access: 0x09, flags: 0))
    bench.setDescriptor(0x70, SystemBench.segment(limit: 0x2B, access: 0x81, flags: 0))
    #expect(bench.outcome { c throws(Fault) in try c.loadTR(selector) } == expected)
    #expect(bench.cpu.trSelector == (expected == "ok" ? selector : Selector.tss))
    if expected == "ok" { #expect(bench.descriptor(0x70) >> 40 & 0xFF == 0x83) }
    bench.enter(ring: 3)
    #expect(bench.outcome { c throws(Fault) in try c.loadTR(selector) } == "#0D(0000)")
  }

  @Test func the80286KnowsNo386System() throws {
    let bench = try SystemBench.protected286()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 0x67, access: 0x89, flags: 0))
    #expect(bench.outcome { c throws(Fault) in try c.loadTR(0x68) } == "#0D(0068)")
    #expect(try bench.cpu.accessRights(0x68) == nil)
    #expect(try bench.cpu.segmentLimit(0x68) == nil)
  }

  // MARK: LAR LSL VERR VERW ARPL

  @Test func lookingAtADescriptor() throws {
    for (ring, isVisible) in [(0, true), (1, false), (3, false)] as [(UInt8, Bool)] {
      let bench = SystemBench()
      try bench.enterProtectedMode(ring: ring)
      try? bench.cpu.loadSegment(.ds, Selector.data0)
      let raw: UInt32 = isVisible ? 0x00CF_9300 : 0
      #expect(try bench.cpu.accessRights(0x10) ?? 0 == raw)
      #expect(try bench.cpu.segmentLimit(0x10) == (isVisible ? 0xFFFF_FFFF : nil))
      #expect(try bench.cpu.mayRead(0x10) == isVisible)
      #expect(try bench.cpu.mayWrite(0x10) == isVisible)
      #expect(try bench.cpu.accessRights(0x38) == (isVisible ? 0x8B00 : nil))
      // RPL counts; conforming code is visible to everybody.
      #expect(try bench.cpu.accessRights(0x13) == nil)
      #expect(try bench.cpu.mayRead(0x5B))
      #expect(try !bench.cpu.mayWrite(0x5B))
      #expect(try bench.cpu.accessRights(0) == nil)
      #expect(try bench.cpu.accessRights(0x100) == nil)
    }
  }

  @Test(arguments: 0 as UInt8..<16)
  func systemTypesForLARAndLSL(_ type: UInt8) throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 0x123, access: 0x80 | type, flags: 0))
    #expect(try (bench.cpu.accessRights(0x68) != nil) == [1, 2, 3, 4, 5, 9, 11, 12].contains(type))
    #expect(try bench.cpu.segmentLimit(0x68) == ([1, 2, 3, 9, 11].contains(type) ? 0x123 : nil))
    #expect(try !bench.cpu.mayRead(0x68))
  }

  @Test func granularLimit() throws {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.setDescriptor(0x68, SystemBench.segment(limit: 1, access: 0x92, flags: 8))
    #expect(try bench.cpu.segmentLimit(0x68) == 0x1FFF)
  }

  @Test func arpl() {
    #expect(CPU.adjustedRPL(0x10, by: 0x08) == nil)
    #expect(CPU.adjustedRPL(0x10, by: 0x19) == 0x11)
    #expect(CPU.adjustedRPL(0x10, by: 0x2B) == 0x13)
    #expect(CPU.adjustedRPL(0x13, by: 0x2B) == nil)
  }
}
