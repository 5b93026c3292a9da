import BusKit
import Testing
import X86
import X86Decode

/// Entering and leaving long mode, and what its control registers refuse.
@Suite struct LongModeTests {
  private func prepared() throws -> SystemBench {
    let bench = SystemBench(.x86_64)
    try bench.enterProtectedMode()
    try bench.cpu.moveToCR(3, UInt64(SystemBench.pageTables))
    return bench
  }
  private func setCR(_ bench: SystemBench, _ number: UInt8, _ value: UInt64) -> String {
    bench.outcome { c throws(Fault) in try c.moveToCR(number, value) }
  }
  private func setEFER(_ bench: SystemBench, _ value: UInt64) -> String {
    bench.outcome { c throws(Fault) in try c.writeModelSpecific(0xC000_0080, value) }
  }

  @Test func activation() throws {
    let bench = try prepared()
    #expect(setEFER(bench, 0x100) == "ok")
    #expect(try bench.cpu.readModelSpecific(0xC000_0080) == 0x100)
    // Without PAE; with a 64-bit code segment.
    #expect(setCR(bench, 0, 0x8000_0011) == "#0D(0000)")
    #expect(setCR(bench, 4, 0x20) == "ok")
    var cs = bench.cpu.segment(.cs)
    cs.attributes |= 1 << 13
    bench.cpu.setSegment(.cs, cs)
    #expect(setCR(bench, 0, 0x8000_0011) == "#0D(0000)")
    cs.attributes &= ~(1 << 13)
    bench.cpu.setSegment(.cs, cs)
    // With a 286 TSS.
    let tr = bench.cpu.segment(.tr)
    var short = tr
    short.attributes = 0x83
    bench.cpu.setSegment(.tr, short)
    #expect(setCR(bench, 0, 0x8000_0011) == "#0D(0000)")
    bench.cpu.setSegment(.tr, tr)
    #expect(setCR(bench, 0, 0x8000_0011) == "ok")
    #expect(bench.cpu.isLongMode && !bench.cpu.is64Bit)
    #expect(try bench.cpu.readModelSpecific(0xC000_0080) == 0x500)
  }

  @Test func insideLongMode() throws {
    let bench = try SystemBench.long()
    #expect(bench.cpu.is64Bit)
    // PAE and LME hold still, LMA is read-only, PG stays in 64-bit code.
    #expect(setCR(bench, 4, 0) == "#0D(0000)")
    #expect(setEFER(bench, 1) == "#0D(0000)")
    #expect(setEFER(bench, 0x101) == "ok")
    #expect(try bench.cpu.readModelSpecific(0xC000_0080) == 0x501)
    #expect(setCR(bench, 0, 0x11) == "#0D(0000)")
    for value in [0x1_8000_0011, 0x8000_0010, 0xA000_0011] as [UInt64] {
      #expect(setCR(bench, 0, value) == "#0D(0000)")
    }
    bench.enterCompatibility(ring: 0)
    #expect(setCR(bench, 0, 0x11) == "ok")
    #expect(!bench.cpu.isLongMode)
    #expect(try bench.cpu.readModelSpecific(0xC000_0080) == 0x101)
  }

  @Test func reservedBits() throws {
    let bench = try SystemBench.long()
    // CR3 above 40 address bits, CR4's unknown bits, CR8's upper bits, EFER's unknown bits.
    for bit in 40..<64 as Range<UInt64> {
      #expect(setCR(bench, 3, 1 << bit) == "#0D(0000)")
    }
    for bit in [12, 13, 14, 15, 18, 19, 22, 31, 32, 63] as [UInt64] {
      #expect(setCR(bench, 4, 0x20 | 1 << bit) == "#0D(0000)")
    }
    #expect(setCR(bench, 8, 0x10) == "#0D(0000)")
    #expect(setCR(bench, 8, 0xA) == "ok")
    #expect(try bench.cpu.moveFromCR(8) == 0xA)
    for bit in [1, 2, 9, 12, 13, 14, 32] as [UInt64] {
      #expect(setEFER(bench, 0x501 | 1 << bit) == "#0D(0000)")
    }
    let amd = try SystemBench.long(.x86_64AMD)
    #expect(setEFER(amd, 0x6D01) == "ok")
    for bit in [12, 15] as [UInt64] {
      #expect(setEFER(amd, 0x501 | 1 << bit) == "#0D(0000)")
    }
  }

  @Test func optionalControlBits() throws {
    for (feature, bit) in [
      (.umip, 11), (.fsgsbase, 16), (.pcid, 17), (.smep, 20), (.smap, 21),
    ] as [(ProcessorFeatures, UInt64)] {
      let without = try SystemBench.long(
        features: ProcessorModel.x86_64.features.subtracting(feature))
      #expect(setCR(without, 4, 0x20 | 1 << bit) == "#0D(0000)")
      let with = try SystemBench.long(features: ProcessorModel.x86_64.features.union(feature))
      #expect(setCR(with, 4, 0x20 | 1 << bit) == "ok")
    }
  }

  @Test func processContextIdentifiers() throws {
    let features = ProcessorModel.x86_64.features.union([.pcid, .invpcid])
    let bench = try SystemBench.long(features: features)
    let tables = UInt64(SystemBench.pageTables)
    #expect(setCR(bench, 3, tables | 5) == "ok")
    #expect(setCR(bench, 4, 0x2_0020) == "#0D(0000)")
    #expect(setCR(bench, 3, 1 << 63 | tables) == "#0D(0000)")
    #expect(setCR(bench, 3, tables) == "ok")
    #expect(setCR(bench, 4, 0x2_0020) == "ok")
    #expect(setCR(bench, 3, 1 << 63 | tables | 7) == "ok")
    #expect(bench.cpu.cr3 == tables | 7)
    bench.enterCompatibility(ring: 0)
    #expect(setCR(bench, 0, 0x11) == "#0D(0000)")
    func invalidate(_ type: UInt64, _ identifier: UInt64, _ address: UInt64) -> String {
      bench.outcome { c throws(Fault) in
        try c.invalidateContext(type: type, identifier: identifier, address: address)
      }
    }
    #expect(invalidate(0, 7, 0x1000) == "ok")
    #expect(invalidate(0, 7, 1 << 50) == "#0D(0000)")
    #expect(invalidate(1, 0x1000, 0) == "#0D(0000)")
    #expect(invalidate(4, 0, 0) == "#0D(0000)")
    #expect(setCR(bench, 4, 0x20) == "ok")
    #expect(invalidate(1, 7, 0) == "#0D(0000)")
    #expect(invalidate(2, 7, 0) == "ok")
    let outside = SystemBench(.x86_64, features: features)
    #expect(setCR(outside, 4, 0x2_0020) == "#0D(0000)")
  }

  @Test func tablesMustBeCanonical() throws {
    let bench = try SystemBench.long()
    for base in [1 << 47, 0xFFFF_7FFF_FFFF_FFFF] as [UInt64] {
      let table = TableRegister(base: base, limit: 0xFF)
      #expect(bench.outcome { c throws(Fault) in try c.loadGDTR(table) } == "#0D(0000)")
      #expect(bench.outcome { c throws(Fault) in try c.loadIDTR(table) } == "#0D(0000)")
    }
    let table = TableRegister(base: 0xFFFF_8000_0000_0000, limit: 0xFF)
    #expect(bench.outcome { c throws(Fault) in try c.loadIDTR(table) } == "ok")
    #expect(bench.cpu.idtr == table)
  }

  @Test func debugRegistersAreWide() throws {
    let bench = try SystemBench.long()
    try bench.cpu.moveToDR(0, 0xFFFF_8000_1234_5678)
    #expect(try bench.cpu.moveFromDR(0) == 0xFFFF_8000_1234_5678)
    for number in [6, 7] as [UInt8] {
      #expect(
        bench.outcome { c throws(Fault) in try c.moveToDR(number, 1 << 32) } == "#0D(0000)")
    }
    try bench.cpu.moveToCR(4, 0x28)
    for number in [4, 5] as [UInt8] {
      #expect(bench.outcome { c throws(Fault) in try c.moveToDR(number, 0) } == "#06")
      #expect(bench.outcome { c throws(Fault) in _ = try c.moveFromDR(number) } == "#06")
    }
  }
}
