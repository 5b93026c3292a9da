import BusKit
import Testing
import X86
import X86Decode

/// SMAP, SMEP, UMIP and NX as running code meets them, the TLB between.
@Suite struct SupervisorProtectionTests {
  private func bench(_ features: ProcessorFeatures, cr4: UInt64, ring: UInt8 = 0) throws
    -> SystemBench
  {
    let bench = try SystemBench.long(features: ProcessorModel.x86_64.features.union(features))
    for vector in 0..<32 { bench.ram.write(0x8000 + vector * 16, 0xF4 as UInt8) }
    // Everything but page A000h is the supervisor's at level 0, and everybody's at level 3.
    if ring == 0 {
      for page in 0..<256 where page != 0xA { map(bench, page, 3) }
    }
    try bench.cpu.moveToCR(4, 0x20 | cr4)
    bench.enterLong(ring: ring)
    return bench
  }
  private func map(_ bench: SystemBench, _ page: Int, _ rights: Int) {
    bench.ram.write(SystemBench.pageTables + 0x3000 + page * 8, UInt64(page << 12 | rights))
  }
  /// Runs to a HLT; the exception whose handler it was.
  private func run(_ bench: SystemBench, _ code: [UInt8]) -> UInt64? {
    bench.ram.write(0x4000, bytes: code + [0xF4])
    bench.cpu.architecturalState.rip = 0x4000
    #expect(bench.cpu.run(until: .max) == .asleep)
    let rip = bench.cpu.rip - 1
    bench.cpu.architecturalState.isHalted = false
    return rip >= 0x8000 ? (rip - 0x8000) / 16 : nil
  }

  @Test func smapFollowsAC() throws {
    // stac; mov [A000h],eax; clac; mov eax,[A000h]
    let store: [UInt8] = [0x89, 0x04, 0x25, 0, 0xA0, 0, 0]
    let load: [UInt8] = [0x8B, 0x04, 0x25, 0, 0xA0, 0, 0]
    let stac: [UInt8] = [0x0F, 0x01, 0xCB]
    let clac: [UInt8] = [0x0F, 0x01, 0xCA]
    let bench = try bench(.smap, cr4: 1 << 21)
    #expect(run(bench, stac + store + load) == nil)
    #expect(run(bench, clac + load) == 14)
    #expect(bench.longStack(2)[0] == 1)
    // The translation that STAC allowed does not outlive CLAC.
    let other = try self.bench(.smap, cr4: 1 << 21)
    #expect(run(other, stac + store + clac + store) == 14)
    #expect(other.longStack(1)[0] == 3)
  }

  @Test func smepStopsTheFetch() throws {
    // mov eax,A000h; jmp rax
    let bench = try bench(.smep, cr4: 1 << 20)
    bench.ram.write(0xA000, 0xF4 as UInt8)
    #expect(run(bench, [0xB8, 0, 0xA0, 0, 0, 0xFF, 0xE0]) == 14)
    #expect(bench.longStack(2) == [0x11, 0xA000])
  }

  @Test func noExecute() throws {
    let bench = try bench([], cr4: 0)
    try bench.cpu.writeModelSpecific(0xC000_0080, 0xD01)
    bench.ram.write(SystemBench.pageTables + 0x3000 + 0xA * 8, 1 << 63 | 0xA003 as UInt64)
    bench.ram.write(0xA000, 0xF4 as UInt8)
    // The page may be read, then not executed.
    #expect(
      run(bench, [0x8B, 0x04, 0x25, 0, 0xA0, 0, 0, 0xB8, 0, 0xA0, 0, 0, 0xFF, 0xE0]) == 14)
    #expect(bench.longStack(2) == [0x11, 0xA000])
  }

  @Test func umip() throws {
    let bench = try bench(.umip, cr4: 1 << 11, ring: 3)
    // sgdt, sidt, sldt, smsw, str.
    for code in [
      [0x0F, 0x01, 0x04, 0x25, 0, 0xA0, 0, 0], [0x0F, 0x01, 0x0C, 0x25, 0, 0xA0, 0, 0],
      [0x0F, 0x00, 0xC0], [0x0F, 0x01, 0xE0], [0x0F, 0x00, 0xC8],
    ] as [[UInt8]] {
      bench.enterLong(ring: 3)
      #expect(run(bench, code) == 13)
      bench.enterLong(ring: 0)
      #expect(run(bench, code) == nil)
    }
    let old = SystemBench(.x86_64, features: ProcessorModel.x86_64.features.union(.umip))
    try old.enterProtectedMode()
    try old.cpu.moveToCR(4, 1 << 11)
    old.enterV86(iopl: 3)
    #expect(
      old.outcome { c throws(Fault) in try c.checkUserModePrevention() } == "#0D(0000)")
  }

  /// AMD's SYSRET checks nothing: the fetch faults, at level 3.
  @Test func fetchFromNonCanonicalAddress() throws {
    let bench = try SystemBench.long(.x86_64AMD)
    for vector in 0..<32 { bench.ram.write(0x8000 + vector * 16, 0xF4 as UInt8) }
    try bench.cpu.writeModelSpecific(0xC000_0081, 0x0018_0008_0000_0000)
    bench.cpu.setRegister(.rcx, 1 << 47 as UInt64)
    bench.cpu.setRegister(.r11, 2 as UInt64)
    #expect(run(bench, [0x48, 0x0F, 0x07]) == 13)
    #expect(bench.longStack(3) == [0, 1 << 47, 0x2B])
  }

  @Test func wideDataBreakpointAndPortBreakpoint() throws {
    let bench = try bench([], cr4: 8)
    // DR0: eight bytes at 500h, writes; DR1: port 80h.
    try bench.cpu.moveToDR(0, 0x500)
    try bench.cpu.moveToDR(1, 0x80)
    try bench.cpu.moveToDR(7, 0x0029_040A)
    #expect(run(bench, [0x89, 0x04, 0x25, 6, 5, 0, 0]) == 1)
    #expect(bench.cpu.debugStatus & 0xF == 1)
    bench.enterLong(ring: 0)
    try bench.cpu.moveToDR(6, 0)
    try bench.cpu.moveToDR(7, 0x0020_0408)
    #expect(run(bench, [0xE4, 0x81]) == nil)
    #expect(run(bench, [0xE4, 0x80]) == 1)
    #expect(bench.cpu.debugStatus & 0xF == 2)
    #expect(bench.longStack(1)[0] == 0x4002)
  }

  /// The single-step trap over SYSCALL and SYSRET goes by TF as it is behind them.
  @Test func singleStepOverSystemCalls() throws {
    for (mask, vector, pushed) in [(0x100, nil, 0), (0, 1, 0x5000)]
      as [(UInt64, UInt64?, UInt64)]
    {
      let bench = try bench([], cr4: 0, ring: 3)
      bench.ram.write(0x5000, 0xF4 as UInt8)
      try bench.supervisor { c throws(Fault) in
        try c.writeModelSpecific(0xC000_0081, 8 << 32)
        try c.writeModelSpecific(0xC000_0082, 0x5000)
        try c.writeModelSpecific(0xC000_0084, mask)
      }
      bench.cpu.state.eflags = 0x102
      #expect(run(bench, [0x0F, 0x05]) == vector)
      if vector != nil { #expect(bench.longStack(1)[0] == pushed) }
    }
    let bench = try bench([], cr4: 0, ring: 3)
    bench.enterLong(ring: 0)
    try bench.cpu.writeModelSpecific(0xC000_0081, 0x0018 << 48)
    bench.cpu.setRegister(.rcx, 0x5000 as UInt64)
    bench.cpu.setRegister(.r11, 0x102 as UInt64)
    #expect(run(bench, [0x48, 0x0F, 0x07]) == 1)
    #expect(bench.longStack(2) == [0x5000, 0x2B])
  }
}
