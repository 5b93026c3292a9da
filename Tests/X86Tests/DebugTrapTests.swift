import BusKit
import Testing
import X86
import X86Decode

/// Debug exceptions as a program meets them: run until the handler halts.
@Suite struct DebugTrapTests {
  /// Level 0, every exception handler a HLT, `code` at 4000h.
  private func bench(_ code: [UInt8], flags: UInt32 = 2) throws -> SystemBench {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    for vector in 0..<32 { bench.ram.write(0x8000 + vector * 16, 0xF4 as UInt8) }
    bench.ram.write(0x8800, 0xF4 as UInt8)
    bench.ram.write(0x4000, bytes: code + [0xF4])
    bench.cpu.state.eflags = flags
    return bench
  }

  /// Runs to the HLT; the address behind it.
  private func halt(_ bench: SystemBench) -> UInt64 {
    #expect(bench.cpu.run(until: .max) == .asleep)
    return bench.cpu.rip
  }

  @Test func singleStep() throws {
    let bench = try bench([0x90, 0x40, 0x40], flags: 0x102)
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(3) == [0x4001, 8, 0x102])
    #expect(bench.cpu.debugStatus == 0xFFFF_4FF0)
    #expect(bench.cpu.state.eflags == 2)
    // Back from the handler, one more instruction.
    bench.ram.write(0x8011, 0xCF as UInt8)
    bench.cpu.architecturalState.isHalted = false
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(3) == [0x4002, 8, 0x102])
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 1)
  }

  @Test func popfArmsTheTrapForTheNextInstruction() throws {
    // push 102h; popfd; inc eax; inc eax
    let bench = try bench([0x68, 0x02, 0x01, 0, 0, 0x9D, 0x40, 0x40])
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(1) == [0x4007])
  }

  @Test func loadingSSHoldsTheTrapOff() throws {
    // mov ss, ebx; inc eax; inc eax
    let bench = try bench([0x8E, 0xD3, 0x40, 0x40], flags: 0x102)
    bench.cpu.setRegister(.rbx, 0x10 as UInt32)
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(1) == [0x4003])
  }

  @Test func softwareInterruptSwallowsItsTrap() throws {
    // int 80h; the handler runs with TF clear and halts.
    let bench = try bench([0xCD, 0x80], flags: 0x102)
    #expect(halt(bench) == 0x8801)
    #expect(bench.stack(3) == [0x4002, 8, 0x102])
  }

  @Test func codeBreakpoint() throws {
    let bench = try bench([0x90, 0x40, 0x40])
    try bench.cpu.moveToDR(0, 0x4001)
    try bench.cpu.moveToDR(7, 2)
    #expect(halt(bench) == 0x8011)
    // Before the instruction, RF as it was.
    #expect(bench.stack(3) == [0x4001, 8, 2])
    #expect(bench.cpu.debugStatus == 0xFFFF_0FF1)
    // The handler sets RF in the image, and the instruction runs once.
    bench.ram.write(Int(bench.esp) + 8, 0x1_0002 as UInt32)
    bench.ram.write(0x8011, 0xCF as UInt8)
    bench.cpu.architecturalState.isHalted = false
    #expect(halt(bench) == 0x4004)
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 2)
    #expect(bench.cpu.state.eflags & 0x1_0000 == 0)
  }

  @Test("A breakpoint on the instruction behind MOV DR7 hits")
  func codeBreakpointBehindMoveToDR7() throws {
    // mov dr7, eax; inc ebx
    let bench = try bench([0x0F, 0x23, 0xF8, 0x43])
    try bench.cpu.moveToDR(0, 0x4003)
    bench.cpu.setRegister(.rax, 2 as UInt32)
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(1) == [0x4003])
    #expect(bench.cpu.register(.rbx, as: UInt32.self) == 0)
  }

  @Test(arguments: [(1 as UInt64, true), (3, true), (0, false), (2, false)])
  func dataBreakpoint(_ kind: UInt64, _ isHit: Bool) throws {
    // mov [500h], al; nop
    let bench = try bench([0xA2, 0x02, 0x05, 0, 0, 0x90])
    try bench.cpu.moveToDR(1, 0x500)
    try bench.cpu.moveToDR(7, 8 | kind << 20 | 3 << 22)
    if isHit {
      #expect(halt(bench) == 0x8011)
      #expect(bench.stack(3) == [0x4005, 8, 2])
      #expect(bench.cpu.debugStatus == 0xFFFF_0FF2)
    } else {
      #expect(halt(bench) == 0x4007)
    }
  }

  @Test func readsHitOnlyReadWriteBreakpoints() throws {
    for (kind, end) in [(1, 0x4007), (3, 0x8011)] as [(UInt64, UInt64)] {
      let bench = try bench([0xA0, 0x00, 0x05, 0, 0, 0x90])
      try bench.cpu.moveToDR(2, 0x500)
      try bench.cpu.moveToDR(7, 0x20 | kind << 24)
      #expect(halt(bench) == end)
    }
  }

  @Test func generalDetectIsAFault() throws {
    // mov eax, dr0
    let bench = try bench([0x0F, 0x21, 0xC0])
    try bench.cpu.moveToDR(7, 0x2000)
    #expect(halt(bench) == 0x8011)
    #expect(bench.stack(3) == [0x4000, 8, 0x1_0002])
    #expect(bench.cpu.debugStatus == 0xFFFF_2FF0)
    #expect(bench.cpu.debugControl == 0x400)
  }

  @Test func faultsPushRF() throws {
    let bench = try bench([0x0F, 0x0B])
    #expect(halt(bench) == 0x8061)
    #expect(bench.stack(3) == [0x4000, 8, 0x1_0002])
  }

  // MARK: Interrupts through the run loop

  @Test func externalInterruptAfterSTIShadow() throws {
    // sti; inc eax; inc eax
    let bench = try bench([0xFB, 0x40, 0x40])
    bench.cpu.acknowledgeInterrupt = { [cpu = bench.cpu] in
      cpu.setInterruptRequest(false)
      return 0x80
    }
    bench.cpu.setInterruptRequest(true)
    #expect(halt(bench) == 0x8801)
    #expect(bench.stack(3) == [0x4002, 8, 0x202])
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 1)
  }

  @Test func nmiIsBlockedUntilIRET() throws {
    let bench = try bench([0x90, 0x90])
    // The handler raises IRET after two increments.
    bench.ram.write(0x8020, bytes: [0x40, 0x40, 0xCF])
    bench.cpu.raiseNonMaskableInterrupt()
    _ = bench.cpu.stepInstruction()
    #expect(halt(bench) == 0x4003)
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 2)
  }

  @Test func tripleFaultShutsDown() throws {
    let bench = try bench([0xCC])
    bench.cpu.idtr = TableRegister(base: 0, limit: 0)
    #expect(bench.cpu.run(until: .max) == .shutdown)
  }
}
