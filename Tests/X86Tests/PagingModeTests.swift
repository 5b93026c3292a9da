import BusKit
import Testing
import X86
import X86Decode

/// Tables, rights and error codes of every paging mode, seen through the page walk.
@Suite struct PagingModeTests {
  /// Where the tables of the benches lie: root, then one page for each level below.
  private static let root = 0x4_0000
  private static func level(_ n: Int) -> Int { root + n * 0x1000 }

  private enum Mode: CaseIterable { case twoLevel, pae, fourLevel }

  /// Linear addresses from 0 up are mapped one to one by a table of 4 KiB pages with all rights, the
  /// region behind it by large pages. `adjust` may change the tables before paging is on.
  private func bench(
    _ mode: Mode, _ model: ProcessorModel = .x86_64, adding features: ProcessorFeatures = [],
    cr4: UInt64 = 0, noExecute: Bool = false, writeProtect: Bool = false
  ) throws -> SystemBench {
    let bench = SystemBench(model, features: model.features.union(features))
    try bench.enterProtectedMode()
    let tables = Self.level
    switch mode {
    case .twoLevel:
      bench.ram.write(tables(0), UInt32(tables(1) | 7))
      for page in 0..<256 { bench.ram.write(tables(1) + page * 4, UInt32(page << 12 | 7)) }
    case .pae:
      bench.ram.write(tables(0), UInt64(tables(1) | 1))
      bench.ram.write(tables(1), UInt64(tables(2) | 7))
      for page in 0..<256 { bench.ram.write(tables(2) + page * 8, UInt64(page << 12 | 7)) }
    case .fourLevel:
      for n in 0..<3 { bench.ram.write(tables(n), UInt64(tables(n + 1) | 7)) }
      for page in 0..<256 { bench.ram.write(tables(3) + page * 8, UInt64(page << 12 | 7)) }
    }
    try bench.cpu.moveToCR(4, cr4 | (mode == .twoLevel ? 0 : 0x20))
    try bench.cpu.moveToCR(3, UInt64(Self.root))
    let efer: UInt64 = (mode == .fourLevel ? 0x100 : 0) | (noExecute ? 0x800 : 0)
    if efer != 0 { try bench.cpu.writeModelSpecific(0xC000_0080, efer) }
    try bench.cpu.moveToCR(0, 0x8000_0011 | (writeProtect ? 0x1_0000 : 0))
    return bench
  }

  private func flush(_ bench: SystemBench) throws { try bench.cpu.moveToCR(3, bench.cpu.cr3) }

  /// The leaf entry of page `page` in the last table.
  private func setLeaf(_ bench: SystemBench, _ mode: Mode, _ page: Int, _ entry: UInt64) throws {
    switch mode {
    case .twoLevel:
      bench.ram.write(Self.level(1) + page * 4, UInt32(truncatingIfNeeded: entry))
    case .pae: bench.ram.write(Self.level(2) + page * 8, entry)
    case .fourLevel: bench.ram.write(Self.level(3) + page * 8, entry)
    }
    try flush(bench)
  }
  private func leaf(_ bench: SystemBench, _ mode: Mode, _ page: Int) -> UInt64 {
    switch mode {
    case .twoLevel: UInt64(bench.ram.read(Self.level(1) + page * 4, as: UInt32.self))
    case .pae: bench.ram.read(Self.level(2) + page * 8)
    case .fourLevel: bench.ram.read(Self.level(3) + page * 8)
    }
  }

  private enum Access: CaseIterable { case read, write, fetch }

  private func outcome(
    _ bench: SystemBench, _ linear: UInt64, _ access: Access = .read, user: Bool = false
  ) -> String {
    var physical: UInt64 = 0
    let result = bench.outcome { c throws(Fault) in
      physical = try c.translate(
        linear, writing: access == .write, user: user, fetching: access == .fetch
      ).physical
    }
    return result == "ok" ? "\(String(physical, radix: 16))" : result
  }

  // MARK: Rights and error codes

  @Test(arguments: Mode.allCases) private func errorCodes(_ mode: Mode) throws {
    let bench = try bench(mode)
    #expect(outcome(bench, 0x1_0123) == "10123")
    try setLeaf(bench, mode, 0x10, 0)
    #expect(outcome(bench, 0x1_0000) == "#0E(0000)")
    #expect(outcome(bench, 0x1_0000, .write) == "#0E(0002)")
    #expect(outcome(bench, 0x1_0000, .read, user: true) == "#0E(0004)")
    #expect(outcome(bench, 0x1_0000, .write, user: true) == "#0E(0006)")
    // Without NX and SMEP a fetch has no bit of its own.
    #expect(outcome(bench, 0x1_0000, .fetch, user: true) == "#0E(0004)")
    try setLeaf(bench, mode, 0x10, 0x1_0003)
    #expect(outcome(bench, 0x1_0000, .write) == "10000")
    #expect(outcome(bench, 0x1_0000, .read, user: true) == "#0E(0005)")
    #expect(outcome(bench, 0x1_0000, .write, user: true) == "#0E(0007)")
    try setLeaf(bench, mode, 0x10, 0x1_0005)
    #expect(outcome(bench, 0x1_0000, .read, user: true) == "10000")
    #expect(outcome(bench, 0x1_0000, .write, user: true) == "#0E(0007)")
    #expect(outcome(bench, 0x1_0000, .write) == "10000")
    try bench.cpu.moveToCR(0, 0x8001_0011)
    #expect(outcome(bench, 0x1_0000, .write) == "#0E(0003)")
  }

  @Test(arguments: Mode.allCases) private func upperLevelsRestrict(_ mode: Mode) throws {
    let bench = try bench(mode, writeProtect: true)
    let upper = mode == .twoLevel ? 0 : mode == .pae ? 1 : 2
    for (rights, expected) in [
      (5, ["1000", "#0E(0007)", "#0E(0003)"]), (3, ["#0E(0005)", "#0E(0007)", "1000"]),
      (0, ["#0E(0004)", "#0E(0006)", "#0E(0002)"]),
    ] {
      bench.ram.write(Self.level(upper), UInt32(Self.level(upper + 1) | rights))
      try flush(bench)
      #expect(
        [
          outcome(bench, 0x1000, .read, user: true), outcome(bench, 0x1000, .write, user: true),
          outcome(bench, 0x1000, .write),
        ] == expected)
    }
  }

  @Test(arguments: Mode.allCases) private func accessedAndDirty(_ mode: Mode) throws {
    let bench = try bench(mode)
    #expect(outcome(bench, 0x9000) == "9000")
    #expect(leaf(bench, mode, 9) == 0x9027)
    #expect(outcome(bench, 0x9000, .write) == "9000")
    #expect(leaf(bench, mode, 9) == 0x9067)
    let upper = mode == .twoLevel ? 0 : mode == .pae ? 1 : 2
    #expect(bench.ram.read(Self.level(upper), as: UInt32.self) & 0x60 == 0x20)
    // A fault marks nothing.
    try setLeaf(bench, mode, 9, 0x9003)
    #expect(outcome(bench, 0x9000, .write, user: true) == "#0E(0007)")
    #expect(leaf(bench, mode, 9) == 0x9003)
  }

  // MARK: NX, SMEP, SMAP

  @Test func executeDisable() throws {
    for mode in [Mode.pae, .fourLevel] {
      let nx: UInt64 = 1 << 63
      let bench = try bench(mode, noExecute: true)
      try setLeaf(bench, mode, 0x10, 0x1_0007 | nx)
      #expect(outcome(bench, 0x1_0000, .write, user: true) == "10000")
      #expect(outcome(bench, 0x1_0000, .fetch, user: true) == "#0E(0015)")
      #expect(outcome(bench, 0x1_0000, .fetch) == "#0E(0011)")
      try setLeaf(bench, mode, 0x10, 0)
      #expect(outcome(bench, 0x1_0000, .fetch) == "#0E(0010)")
      // Without EFER.NXE the bit is reserved.
      let without = try self.bench(mode)
      try setLeaf(without, mode, 0x10, 0x1_0007 | nx)
      #expect(outcome(without, 0x1_0000) == "#0E(0009)")
      #expect(outcome(without, 0x1_0000, .write, user: true) == "#0E(000F)")
    }
  }

  @Test func supervisorExecutionPrevention() throws {
    for mode in Mode.allCases {
      let bench = try bench(mode, adding: .smep, cr4: 1 << 20)
      #expect(outcome(bench, 0x1000, .fetch) == "#0E(0011)")
      #expect(outcome(bench, 0x1000, .read) == "1000")
      #expect(outcome(bench, 0x1000, .fetch, user: true) == "1000")
      try setLeaf(bench, mode, 1, 0x1003)
      #expect(outcome(bench, 0x1000, .fetch) == "1000")
    }
  }

  @Test func supervisorAccessPrevention() throws {
    for mode in Mode.allCases {
      let bench = try bench(mode, adding: .smap, cr4: 1 << 21)
      #expect(outcome(bench, 0x1000) == "#0E(0001)")
      #expect(outcome(bench, 0x1000, .write) == "#0E(0003)")
      #expect(outcome(bench, 0x1000, .fetch) == "1000")
      bench.cpu.state.eflags = 0x4_0002
      #expect(outcome(bench, 0x1000, .write) == "1000")
      // Implicit accesses do not look at AC.
      let implicit = bench.outcome { c throws(Fault) in
        _ = try c.translate(0x1000, writing: false, user: false, isImplicit: true)
      }
      #expect(implicit == "#0E(0001)")
      bench.enter(ring: 3)
      bench.cpu.state.eflags = 0x4_0002
      #expect(outcome(bench, 0x1000, user: true) == "1000")
      #expect(outcome(bench, 0x1000) == "#0E(0001)")
    }
  }

  // MARK: Large pages

  @Test func fourMegabytePages() throws {
    let bench = try bench(.twoLevel, .pentium, cr4: 0x10)
    bench.ram.write(Self.root + 4, 0x0080_0087 as UInt32)
    #expect(outcome(bench, 0x45_6789) == "856789")
    #expect(outcome(bench, 0x45_6789, .write, user: true) == "856789")
    #expect(bench.ram.read(Self.root + 4, as: UInt32.self) == 0x0080_00E7)
    // No PSE-36 and no PAT: bits 21 to 12 are reserved, and so is bit 7 of a table's entry.
    for bit in 12..<22 as Range<UInt32> {
      bench.ram.write(Self.root + 4, 0x0080_0087 | 1 << bit as UInt32)
      #expect(outcome(bench, 0x45_6789) == "#0E(0009)")
    }
    try setLeaf(bench, .twoLevel, 5, 0x5087)
    #expect(outcome(bench, 0x5000, user: true) == "#0E(000D)")
    // Without PSE nothing is reserved and the entry names a table.
    try bench.cpu.moveToCR(4, 0)
    #expect(outcome(bench, 0x5000) == "5000")
  }

  @Test func pse36() throws {
    let bench = try bench(.twoLevel, .pentium3, cr4: 0x10)
    bench.ram.write(Self.root + 4, 0x0081_E087 as UInt32)
    #expect(outcome(bench, 0x45_6789) == "f00856789")
    for bit in 17..<22 as Range<UInt32> {
      bench.ram.write(Self.root + 4, 0x0080_0087 | 1 << bit as UInt32)
      #expect(outcome(bench, 0x45_6789) == "#0E(0009)")
    }
    let wide = try self.bench(.twoLevel, cr4: 0x10)
    wide.ram.write(Self.root + 4, 0x009F_F087 as UInt32)
    #expect(outcome(wide, 0x45_6789) == "ff00856789")
    wide.ram.write(Self.root + 4, 0x00A0_0087 as UInt32)
    #expect(outcome(wide, 0x45_6789) == "#0E(0009)")
  }

  @Test func twoMegabyteAndOneGigabytePages() throws {
    let pae = try bench(.pae)
    pae.ram.write(Self.level(1) + 8, 0x12_3460_0087 as UInt64)
    #expect(outcome(pae, 0x2A_BCDE) == "12346abcde")
    pae.ram.write(Self.level(1) + 8, 0x12_3460_2087 as UInt64)
    #expect(outcome(pae, 0x2A_BCDE) == "#0E(0009)")
    let long = try bench(.fourLevel)
    long.ram.write(Self.level(1) + 8, 0x40_C000_0087 as UInt64)
    #expect(outcome(long, 0x4ABC_DEF0) == "40cabcdef0")
    for bit in 13..<30 as Range<UInt64> {
      long.ram.write(Self.level(1) + 8, 0x40_C000_0087 | 1 << bit as UInt64)
      #expect(outcome(long, 0x4ABC_DEF0) == "#0E(0009)")
    }
    let without = SystemBench(
      .x86_64, features: ProcessorModel.x86_64.features.subtracting(.page1G))
    #expect(without.cpu.features.contains(.longMode))
  }

  @Test func reservedBits() throws {
    let pae = try bench(.pae)
    for bit in 40..<63 as Range<UInt64> {
      try setLeaf(pae, .pae, 3, 0x3007 | 1 << bit)
      #expect(outcome(pae, 0x3000) == "#0E(0009)")
    }
    let long = try bench(.fourLevel)
    for bit in 40..<63 as Range<UInt64> {
      try setLeaf(long, .fourLevel, 3, 0x3007 | 1 << bit)
      #expect(outcome(long, 0x3000) == (bit < 52 ? "#0E(0009)" : "3000"))
    }
    // PS in a PML4 entry; one above a missing entry is seen first.
    long.ram.write(Self.level(0), UInt64(Self.level(1) | 0x87))
    try setLeaf(long, .fourLevel, 3, 0)
    #expect(outcome(long, 0x3000) == "#0E(0009)")
  }

  // MARK: PAE pointers

  @Test func pagePointersAreLoadedWithCR3() throws {
    let bench = try bench(.pae)
    bench.ram.write(Self.root, 0 as UInt64)
    #expect(outcome(bench, 0x1000) == "1000")
    try flush(bench)
    #expect(outcome(bench, 0x1000) == "#0E(0000)")
    let former = bench.cpu.architecturalState.pageDirectoryPointers
    for entry in [0x1003, 0x1005, 0x1021, 0x1101, 1 << 40 | 0x1001, 1 << 63 | 0x1001] as [UInt64] {
      bench.ram.write(Self.root + 8, entry)
      #expect(
        bench.outcome { c throws(Fault) in try c.moveToCR(3, UInt64(Self.root)) } == "#0D(0000)")
    }
    #expect(bench.cpu.architecturalState.pageDirectoryPointers == former)
    bench.ram.write(Self.root + 8, 0xFFFF_FFFF_FFFF_FFFE as UInt64)
    try flush(bench)
  }

  @Test func invlpgDropsLargePages() throws {
    let bench = try bench(.twoLevel, .pentium, cr4: 0x10)
    bench.ram.write(Self.root, 0x87 as UInt32)
    try flush(bench)
    // mov eax,[9000h]; invlpg [1000h]; mov ebx,[9000h]: after the table has changed behind its back.
    bench.ram.write(
      0x5000,
      bytes: [
        0xA1, 0, 0x90, 0, 0, 0xC7, 0x05, 0, 0, 4, 0, 0, 0, 0, 0, 0x0F, 0x01, 0x3D, 0, 0x10, 0, 0,
        0x8B, 0x1D, 0, 0x90, 0, 0, 0xF4,
      ])
    bench.ram.write(0x9000, 0x1234_5678 as UInt32)
    // The handler of #PF halts; its page is gone as well, so it cannot run: the processor shuts down.
    bench.cpu.rip = 0x5000
    #expect(bench.cpu.run(until: 100_000) == .shutdown)
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 0x1234_5678)
  }
}
