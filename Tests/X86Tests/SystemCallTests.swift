import BusKit
import Testing
import X86
import X86Decode

@Suite struct SystemCallTests {
  private func bench(_ model: ProcessorModel = .x86_64, ring: UInt8 = 3) throws -> SystemBench {
    let bench = try SystemBench.long(model, ring: 0)
    let cpu = bench.cpu
    try cpu.writeModelSpecific(0xC000_0081, 0x0018_0008_0000_4444)
    try cpu.writeModelSpecific(0xC000_0082, 0xFFFF_8000_0000_1000)
    try cpu.writeModelSpecific(0xC000_0083, 0xFFFF_8000_0000_2000)
    try cpu.writeModelSpecific(0xC000_0084, 0x4_0700)
    try cpu.writeModelSpecific(0x174, 0x08)
    try cpu.writeModelSpecific(0x175, 0xFFFF_8000_0000_3000)
    try cpu.writeModelSpecific(0x176, 0xFFFF_8000_0000_4000)
    bench.enterLong(ring: ring)
    return bench
  }
  private func outcome(_ bench: SystemBench, _ action: (CPU) throws(Fault) -> Void) -> String {
    bench.outcome(action)
  }

  @Test func syscall() throws {
    let bench = try bench()
    bench.cpu.state.eflags = 0x4_0ED7
    let rsp = bench.rsp
    try bench.cpu.systemCall()
    #expect(bench.cpu.rip == 0xFFFF_8000_0000_1000)
    #expect(bench.cpu.register(.rcx, as: UInt64.self) == 0x4000)
    #expect(bench.cpu.register(.r11, as: UInt64.self) == 0x4_0ED7)
    #expect(bench.cpu.state.eflags == 0x8D7)
    #expect(bench.cpu.cpl == 0 && bench.rsp == rsp)
    #expect(
      bench.cpu.segment(.cs)
        == SegmentCache(selector: 8, base: 0, limit: 0xFFFF_FFFF, attributes: 0xA09B))
    #expect(
      bench.cpu.segment(.ss)
        == SegmentCache(selector: 0x10, base: 0, limit: 0xFFFF_FFFF, attributes: 0xC093))
  }

  @Test func sysret() throws {
    let bench = try bench(ring: 0)
    bench.cpu.setRegister(.rcx, 0x1_2345_6789 as UInt64)
    bench.cpu.setRegister(.r11, 0xFFFF_FFFF_FFFF_FFFF as UInt64)
    try bench.cpu.systemReturn(to64: true)
    #expect(bench.cpu.rip == 0x1_2345_6789 && bench.cpu.cpl == 3 && bench.cpu.is64Bit)
    #expect(bench.selector(.cs) == 0x2B && bench.selector(.ss) == 0x23)
    #expect(bench.cpu.state.eflags == 0x3C_7FD7)
    bench.enterLong(ring: 0)
    bench.cpu.setRegister(.r11, 0x202 as UInt64)
    try bench.cpu.systemReturn(to64: false)
    #expect(bench.cpu.rip == 0x2345_6789 && !bench.cpu.is64Bit)
    #expect(bench.selector(.cs) == 0x1B && bench.cpu.segment(.cs).attributes == 0xC0FB)
  }

  @Test func sysretRefusals() throws {
    for (model, expected) in [(.x86_64, "#0D(0000)"), (.x86_64AMD, "ok")]
      as [(ProcessorModel, String)]
    {
      let bench = try bench(model, ring: 0)
      bench.cpu.setRegister(.rcx, 1 << 47 as UInt64)
      #expect(outcome(bench) { c throws(Fault) in try c.systemReturn(to64: true) } == expected)
      bench.enterLong(ring: 1)
      #expect(
        outcome(bench) { c throws(Fault) in try c.systemReturn(to64: true) } == "#0D(0000)")
      bench.enterLong(ring: 0)
      try bench.cpu.writeModelSpecific(0xC000_0080, 0x100)
      #expect(outcome(bench) { c throws(Fault) in try c.systemReturn(to64: true) } == "#06")
      #expect(outcome(bench) { c throws(Fault) in try c.systemCall() } == "#06")
    }
  }

  /// AMD: from compatibility mode to CSTAR; SYSRET keeps what SS's cache holds; legacy mode.
  @Test func amd() throws {
    let bench = try bench(.x86_64AMD)
    bench.enterCompatibility(ring: 3)
    try bench.cpu.systemCall()
    #expect(bench.cpu.rip == 0xFFFF_8000_0000_2000 && bench.cpu.is64Bit)
    try bench.cpu.loadSegment(.ss, 0)
    try bench.cpu.systemReturn(to64: false)
    #expect(bench.selector(.ss) == 0x23 && bench.cpu.segment(.ss).attributes == 0)
    let legacy = SystemBench(.x86_64AMD)
    try legacy.enterProtectedMode()
    try legacy.cpu.writeModelSpecific(0xC000_0080, 1)
    try legacy.cpu.writeModelSpecific(0xC000_0081, 0x0023_0008_0000_4444)
    legacy.enter(ring: 3)
    legacy.cpu.state.eflags = 0x246
    try legacy.cpu.systemCall()
    #expect(legacy.cpu.rip == 0x4444 && legacy.cpu.cpl == 0)
    #expect(legacy.cpu.state.eflags == 0x46)
    #expect(legacy.cpu.segment(.cs).attributes == 0xC09B)
    try legacy.cpu.systemReturn(to64: false)
    #expect(legacy.cpu.rip == 0x4000 && legacy.cpu.cpl == 3 && legacy.selector(.cs) == 0x23)
    #expect(legacy.cpu.state.eflags == 0x246)
  }

  @Test func sysenter() throws {
    let bench = try bench()
    bench.cpu.state.eflags = 0x246
    try bench.cpu.systemEnter()
    #expect(bench.cpu.rip == 0xFFFF_8000_0000_4000 && bench.rsp == 0xFFFF_8000_0000_3000)
    #expect(bench.cpu.is64Bit && bench.cpu.cpl == 0 && bench.cpu.state.eflags == 0x46)
    bench.cpu.setRegister(.rcx, 0x1_0000_6000 as UInt64)
    bench.cpu.setRegister(.rdx, 0x1_0000_5000 as UInt64)
    try bench.cpu.systemExit(to64: true)
    #expect(bench.cpu.rip == 0x1_0000_5000 && bench.rsp == 0x1_0000_6000)
    #expect(bench.selector(.cs) == 0x2B && bench.selector(.ss) == 0x33 && bench.cpu.cpl == 3)
    #expect(outcome(bench) { c throws(Fault) in try c.systemExit(to64: false) } == "#0D(0000)")
    bench.enterLong(ring: 0)
    try bench.cpu.systemExit(to64: false)
    #expect(bench.cpu.rip == 0x5000 && bench.rsp == 0x6000)
    #expect(bench.selector(.cs) == 0x1B && bench.selector(.ss) == 0x23 && !bench.cpu.is64Bit)
    bench.enterLong(ring: 0)
    bench.cpu.setRegister(.rdx, 1 << 47 as UInt64)
    #expect(outcome(bench) { c throws(Fault) in try c.systemExit(to64: true) } == "#0D(0000)")
    try bench.cpu.writeModelSpecific(0x174, 3)
    #expect(outcome(bench) { c throws(Fault) in try c.systemEnter() } == "#0D(0000)")
    let amd = try self.bench(.x86_64AMD)
    #expect(outcome(amd) { c throws(Fault) in try c.systemEnter() } == "#06")
    #expect(outcome(amd) { c throws(Fault) in try c.systemExit(to64: true) } == "#06")
    let real = SystemBench(.pentium3)
    #expect(outcome(real) { c throws(Fault) in try c.systemEnter() } == "#0D(0000)")
  }

  @Test func bases() throws {
    let bench = try SystemBench.long(
      features: ProcessorModel.x86_64.features.union(.fsgsbase))
    let cpu = bench.cpu
    try cpu.writeModelSpecific(0xC000_0101, 0x1111)
    try cpu.writeModelSpecific(0xC000_0102, 0xFFFF_8000_0000_2222)
    try cpu.swapGS()
    #expect(cpu.segment(.gs).base == 0xFFFF_8000_0000_2222)
    #expect(try cpu.readModelSpecific(0xC000_0102) == 0x1111)
    #expect(outcome(bench) { c throws(Fault) in _ = try c.readBase(.fs) } == "#06")
    try cpu.moveToCR(4, 0x1_0020)
    #expect(try cpu.readBase(.gs) == 0xFFFF_8000_0000_2222)
    try cpu.writeBase(.fs, 0x7FFF_FFFF_F000)
    #expect(try cpu.readModelSpecific(0xC000_0100) == 0x7FFF_FFFF_F000)
    #expect(
      outcome(bench) { c throws(Fault) in try c.writeBase(.fs, 1 << 47) } == "#0D(0000)")
    bench.enterLong(ring: 3)
    #expect(outcome(bench) { c throws(Fault) in try c.swapGS() } == "#0D(0000)")
  }
}
