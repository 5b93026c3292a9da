import BusKit
import Testing
import X86
import X86Decode

/// Virtual-8086 mode with CR4.VME, and protected mode with CR4.PVI.
@Suite struct VirtualInterruptTests {
  private static let vif: UInt32 = 1 << 19
  private static let vip: UInt32 = 1 << 20
  /// The redirection map lies in the 32 bytes in front of the I/O map.
  private static let redirection = SystemBench.tss + 0x68

  private func bench(iopl: UInt32 = 0, cr4: UInt64 = 1) throws -> SystemBench {
    let bench = SystemBench(.pentium)
    try bench.enterProtectedMode()
    for byte in 0..<32 { bench.ram.write(Self.redirection + byte, 0 as UInt8) }
    bench.ram.write(SystemBench.tss + 0x66, 0x88 as UInt16)
    try bench.cpu.moveToCR(4, cr4)
    bench.enterV86(iopl: iopl)
    return bench
  }
  private func outcome(_ bench: SystemBench, _ action: (CPU) throws(Fault) -> Void) -> String {
    bench.outcome(action)
  }

  @Test func interruptFlagIsVirtual() throws {
    let bench = try bench()
    #expect(try bench.cpu.setInterruptFlag() == false)
    #expect(bench.cpu.state.eflags == 0x2_0002 | Self.vif)
    #expect(try bench.cpu.pushedFlags(operandSize: 2) & 0xFFFF == 0x3202)
    try bench.cpu.clearInterruptFlag()
    #expect(bench.cpu.state.eflags == 0x2_0002)
    #expect(try bench.cpu.pushedFlags(operandSize: 2) & 0xFFFF == 0x3002)
    #expect(
      outcome(bench) { c throws(Fault) in _ = try c.pushedFlags(operandSize: 4) } == "#0D(0000)")
  }

  @Test func pendingInterrupt() throws {
    let bench = try bench()
    bench.cpu.state.eflags |= Self.vip
    #expect(outcome(bench) { c throws(Fault) in _ = try c.setInterruptFlag() } == "#0D(0000)")
    #expect(
      outcome(bench) { c throws(Fault) in try c.setPoppedFlags(0x202, operandSize: 2) }
        == "#0D(0000)")
    #expect(
      outcome(bench) { c throws(Fault) in try c.setPoppedFlags(2, operandSize: 2) } == "ok")
  }

  @Test func popf() throws {
    let bench = try bench()
    try bench.cpu.setPoppedFlags(0x7ED7, operandSize: 2)
    #expect(bench.cpu.state.eflags == 0x2_4CD7 | Self.vif)
    for (image, size) in [(0x102, 2), (2, 4)] as [(UInt32, Int)] {
      #expect(
        outcome(bench) { c throws(Fault) in try c.setPoppedFlags(image, operandSize: size) }
          == "#0D(0000)")
    }
    // With IOPL 3 the program has the real flag.
    let trusted = try self.bench(iopl: 3)
    try trusted.cpu.setPoppedFlags(0x202, operandSize: 2)
    #expect(trusted.cpu.state.eflags == 0x2_3202)
  }

  @Test func iret() throws {
    let bench = try bench()
    bench.pushWords(0x1234, 0x500, 0x0246)
    try bench.cpu.interruptReturn(operandSize: 2)
    #expect(bench.cpu.rip == 0x1234 && bench.selector(.cs) == 0x500)
    #expect(bench.cpu.state.eflags == 0x2_0046 | Self.vif)
    bench.pushWords(0x1234, 0x500, 0x0146)
    let sp = bench.sp
    #expect(
      outcome(bench) { c throws(Fault) in try c.interruptReturn(operandSize: 2) } == "#0D(0000)")
    #expect(
      outcome(bench) { c throws(Fault) in try c.interruptReturn(operandSize: 4) } == "#0D(0000)")
    #expect(bench.sp == sp)
  }

  @Test(arguments: [0, 3] as [UInt32]) func redirectedInterrupt(_ iopl: UInt32) throws {
    let bench = try bench(iopl: iopl)
    bench.ram.write(0x21 * 4, 0x0600_0010 as UInt32)
    bench.cpu.state.eflags |= Self.vif
    #expect(bench.cpu.interrupt(vector: 0x21, source: .softwareInt))
    #expect(bench.cpu.isV86 && bench.selector(.cs) == 0x600 && bench.cpu.rip == 0x10)
    // With IOPL 3 it sees the real IF, which is clear here, otherwise VIF.
    #expect(bench.stackWords(3) == [0x4000, 0, iopl == 0 ? 0x3202 : 0x3002])
    #expect(bench.cpu.state.eflags & Self.vif == (iopl == 0 ? 0 : Self.vif))
  }

  @Test func unredirectedInterrupt() throws {
    for (iopl, expected) in [(0, "#0D(0000)"), (3, "ok")] as [(UInt32, String)] {
      let bench = try bench(iopl: iopl)
      bench.ram.write(Self.redirection + 0x82 / 8, 1 << 2 as UInt8)
      #expect(
        outcome(bench) { c throws(Fault) in
          try c.deliver(
            vector: 0x82, source: .softwareInt, errorCode: nil, returnRIP: c.rip)
        } == expected)
      if iopl == 3 { #expect(!bench.cpu.isV86 && bench.cpu.cpl == 0) }
    }
    // INT3 never looks at the map.
    let bench = try bench(iopl: 3)
    bench.setGate(3, SystemBench.gate(8, 0x8030, access: 0xEE))
    #expect(bench.cpu.interrupt(vector: 3, source: .softwareInt3))
    #expect(!bench.cpu.isV86)
  }

  @Test func protectedMode() throws {
    let bench = try bench(cr4: 2)
    bench.enter(ring: 3)
    _ = try bench.cpu.setInterruptFlag()
    #expect(bench.cpu.state.eflags == 2 | Self.vif)
    try bench.cpu.clearInterruptFlag()
    #expect(bench.cpu.state.eflags == 2)
    bench.cpu.state.eflags |= Self.vip
    #expect(outcome(bench) { c throws(Fault) in _ = try c.setInterruptFlag() } == "#0D(0000)")
    bench.enter(ring: 1)
    #expect(outcome(bench) { c throws(Fault) in try c.clearInterruptFlag() } == "#0D(0000)")
    bench.enterV86()
    #expect(outcome(bench) { c throws(Fault) in try c.clearInterruptFlag() } == "#0D(0000)")
  }

  /// Level 0 hands VIF and VIP over with IRETD; POPFD leaves them alone.
  @Test func loadingTheFlags() throws {
    let bench = try bench()
    bench.enter(ring: 0)
    try bench.cpu.setPoppedFlags(0x18_0002, operandSize: 4)
    #expect(bench.cpu.state.eflags == 2)
    bench.push(0x4000, 8, 0x18_0002)
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(bench.cpu.state.eflags == 0x18_0002)
  }
}
