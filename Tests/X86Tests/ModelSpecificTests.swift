import BusKit
import Testing
import X86
import X86Decode

@Suite struct ModelSpecificTests {
  private func write(_ bench: SystemBench, _ register: UInt32, _ value: UInt64) -> String {
    bench.outcome { c throws(Fault) in try c.writeModelSpecific(register, value) }
  }
  private func read(_ bench: SystemBench, _ register: UInt32) -> String {
    bench.outcome { c throws(Fault) in _ = try c.readModelSpecific(register) }
  }

  @Test func privilege() throws {
    let bench = try SystemBench.long(ring: 3)
    #expect(read(bench, 0x10) == "#0D(0000)")
    #expect(write(bench, 0x10, 0) == "#0D(0000)")
    let old = SystemBench(.pentium)
    try old.enterProtectedMode()
    old.enterV86(iopl: 3)
    #expect(read(old, 0x10) == "#0D(0000)")
  }

  /// Registers that a model has and its neighbours lack.
  @Test(
    arguments: [
      (0x11 as UInt32, [.pentium]), (0x2A, [.pentium3]), (0x174, [.pentium3, .x86_64, .x86_64AMD]),
      (0x17, [.pentium3, .x86_64]), (0x1A0, [.x86_64]), (0x3A, [.x86_64]),
      (0x277, [.pentium3, .x86_64, .x86_64AMD]), (0xFE, [.pentium3, .x86_64, .x86_64AMD]),
      (0xC000_0080, [.x86_64, .x86_64AMD]), (0xC000_0103, [.x86_64, .x86_64AMD]),
      (0xC001_0015, [.x86_64AMD]), (0xC001_0114, [.x86_64AMD]), (0x802, []), (0x400, []),
      (0x10, [.pentium, .pentium3, .x86_64, .x86_64AMD]),
    ] as [(UInt32, [ProcessorModel])])
  func existence(_ register: UInt32, _ models: [ProcessorModel]) {
    for model in [ProcessorModel.pentium, .pentium3, .x86_64, .x86_64AMD] {
      #expect(
        read(SystemBench(model), register) == (models.contains(model) ? "ok" : "#0D(0000)"),
        "\(model)")
    }
  }

  @Test func canonicalAddresses() throws {
    let bench = SystemBench(.x86_64)
    for register in [
      0x175, 0x176, 0xC000_0082, 0xC000_0083, 0xC000_0100, 0xC000_0101, 0xC000_0102,
    ] as [UInt32] {
      #expect(write(bench, register, 1 << 47) == "#0D(0000)")
      #expect(write(bench, register, 0xFFFF_8000_0000_0000) == "ok")
      #expect(try bench.cpu.readModelSpecific(register) == 0xFFFF_8000_0000_0000)
    }
    // A 686 keeps 32 bits.
    let old = SystemBench(.pentium3)
    #expect(write(old, 0x176, 0x1_2345_6789) == "ok")
    #expect(try old.cpu.readModelSpecific(0x176) == 0x2345_6789)
  }

  @Test func memoryTypes() throws {
    let bench = SystemBench(.x86_64)
    #expect(try bench.cpu.readModelSpecific(0xFE) == 0x508)
    #expect(write(bench, 0xFE, 0x508) == "#0D(0000)")
    // Base: type and address; mask: valid bit and address.
    #expect(write(bench, 0x200, 0xFF_FFFF_F006) == "ok")
    #expect(write(bench, 0x201, 0xFF_FFFF_F800) == "ok")
    for value in [2, 3, 7, 0x106, 1 << 40 | 6] as [UInt64] {
      #expect(write(bench, 0x200, value) == "#0D(0000)")
    }
    for value in [1, 0x400, 1 << 40 | 0x800] as [UInt64] {
      #expect(write(bench, 0x201, value) == "#0D(0000)")
    }
    #expect(try bench.cpu.readModelSpecific(0x200) == 0xFF_FFFF_F006)
    for register in [0x250, 0x258, 0x259, 0x268, 0x26F] as [UInt32] {
      #expect(write(bench, register, 0x0606_0504_0100_0606) == "ok")
      #expect(try bench.cpu.readModelSpecific(register) == 0x0606_0504_0100_0606)
      #expect(write(bench, register, 0x0206_0504_0100_0606) == "#0D(0000)")
    }
    for register in [0x210, 0x251, 0x25A, 0x267, 0x270] as [UInt32] {
      #expect(read(bench, register) == "#0D(0000)")
    }
    #expect(write(bench, 0x2FF, 0xC06) == "ok")
    #expect(write(bench, 0x2FF, 0x1C06) == "#0D(0000)")
    #expect(write(bench, 0x2FF, 0xC02) == "#0D(0000)")
    // PAT knows type 7 and not 2 and 3.
    #expect(try bench.cpu.readModelSpecific(0x277) == 0x0007_0406_0007_0406)
    #expect(write(bench, 0x277, 0x0001_0405_0607_0406) == "ok")
    #expect(write(bench, 0x277, 0x0002_0406_0007_0406) == "#0D(0000)")
    #expect(write(bench, 0x277, 0x8007_0406_0007_0406) == "#0D(0000)")
  }

  @Test func localAPICBase() throws {
    let bench = SystemBench(.pentium3)
    #expect(try bench.cpu.readModelSpecific(0x1B) == 0xFEE0_0900)
    #expect(write(bench, 0x1B, 0xF_FEE0_0800) == "ok")
    #expect(write(bench, 0x1B, 0x10_FEE0_0800) == "#0D(0000)")
    #expect(write(bench, 0x1B, 0xFEE0_0C00) == "#0D(0000)")
    #expect(bench.cpu.identification(leaf: 1).edx & 1 << 9 != 0)
    #expect(write(bench, 0x1B, 0xFEE0_0000) == "ok")
    #expect(bench.cpu.identification(leaf: 1).edx & 1 << 9 == 0)
  }

  @Test func timeStamp() throws {
    // rdtsc; mov ebx,eax; nop; rdtsc
    let program = TinyProgram(.pentium, [0x0F, 0x31, 0x66, 0x89, 0xC3, 0x90, 0x0F, 0x31])
    program.run()
    let clocks = program[.rax] &- program[.rbx]
    #expect(clocks > 1 && clocks < 100)
    let bench = SystemBench(.pentium)
    try bench.cpu.writeModelSpecific(0x10, 0x1_0000_1234)
    #expect(try bench.cpu.readTimeStamp() == 0x1234)
    let long = try SystemBench.long()
    try long.cpu.writeModelSpecific(0x10, 0x1_0000_1234)
    #expect(try long.cpu.readTimeStamp() == 0x1_0000_1234)
    try long.cpu.moveToCR(4, 0x24)
    #expect(try long.cpu.readTimeStamp() == 0x1_0000_1234)
    long.enterLong(ring: 3)
    #expect(long.outcome { c throws(Fault) in _ = try c.readTimeStamp() } == "#0D(0000)")
  }

  @Test func performanceCounters() throws {
    let bench = try SystemBench.long()
    func rdpmc(_ number: UInt32) -> String {
      bench.outcome { c throws(Fault) in _ = try c.readPerformanceCounter(number) }
    }
    #expect(rdpmc(1) == "ok" && rdpmc(2) == "#0D(0000)")
    try bench.cpu.writeModelSpecific(0xC2, 0x12_3456_789A)
    #expect(try bench.cpu.readPerformanceCounter(1) == 0x12_3456_789A)
    bench.enterLong(ring: 3)
    #expect(rdpmc(1) == "#0D(0000)")
    try bench.supervisor { c throws(Fault) in try c.moveToCR(4, 0x120) }
    #expect(rdpmc(1) == "ok")
  }

  @Test func miscellaneousEnable() throws {
    let bench = try SystemBench.long()
    #expect(try bench.cpu.readModelSpecific(0x1A0) == 0x1801)
    #expect(write(bench, 0x1A0, 0x40_1801) == "ok")
    #expect(bench.cpu.identification(leaf: 0).eax == 3)
    #expect(write(bench, 0x1A0, 1 << 34 | 0x1801) == "ok")
    #expect(bench.cpu.identification(leaf: 0x8000_0001).edx & 1 << 20 == 0)
    #expect(write(bench, 0xC000_0080, 0xD01) == "#0D(0000)")
    #expect(write(bench, 0x1A0, 2) == "#0D(0000)")
    // The lock of FEATURE_CONTROL.
    #expect(write(bench, 0x3A, 1) == "ok")
    #expect(write(bench, 0x3A, 0) == "#0D(0000)")
  }

  @Test func survivesTheArchitecturalState() throws {
    let bench = try SystemBench.long()
    try bench.cpu.writeModelSpecific(0xC000_0082, 0xFFFF_8000_0000_1000)
    try bench.cpu.writeModelSpecific(0x277, 0)
    let state = bench.cpu.architecturalState
    let other = SystemBench(.x86_64)
    other.cpu.architecturalState = state
    #expect(other.cpu.architecturalState == state)
    #expect(try other.cpu.readModelSpecific(0xC000_0082) == 0xFFFF_8000_0000_1000)
    #expect(other.cpu.is64Bit)
    other.cpu.reset()
    #expect(try other.cpu.readModelSpecific(0x277) == 0x0007_0406_0007_0406)
    #expect(!other.cpu.isLongMode && other.cpu.efer == 0)
  }
}
