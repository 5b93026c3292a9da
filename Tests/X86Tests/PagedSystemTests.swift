import BusKit
import Testing
import X86
import X86Decode

/// Transfers under paging: tables are the supervisor's whatever the level, and a page fault anywhere
/// leaves everything as it was.
@Suite struct PagedSystemTests {
  private static let directory = 0x4_0000
  private static let table = 0x4_1000

  /// Identity-mapped user pages, in protected mode at `ring`.
  private func bench(ring: UInt8) throws -> SystemBench {
    let bench = SystemBench()
    try bench.enterProtectedMode()
    bench.ram.write(Self.directory, UInt32(Self.table | 7))
    for page in 0..<256 { bench.ram.write(Self.table + page * 4, UInt32(page << 12 | 7)) }
    try bench.cpu.moveToCR(3, UInt64(Self.directory))
    try bench.cpu.moveToCR(0, 0x8000_0011)
    bench.enter(ring: ring)
    return bench
  }
  private func map(_ bench: SystemBench, _ page: Int, _ rights: UInt32) {
    bench.ram.write(Self.table + page * 4, UInt32(page << 12) | rights)
    bench.cpu.flushTranslations()
  }

  @Test func tablesBelongToTheSupervisor() throws {
    let bench = try bench(ring: 3)
    for page in [1, 2, 3] { map(bench, page, 3) }
    bench.esp = 0x9F00
    #expect(
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0x40, offset: 0, operandSize: 4)
      } == "ok")
    #expect(bench.cpu.cpl == 0)
    bench.enter(ring: 3)
    #expect(bench.cpu.interrupt(vector: 0x80, source: .external))
    #expect(bench.stack(5) == [0x4000, 0x2B, 2, 0x6AC0, 0x33])
  }

  /// Each of the pages that an inward call touches, taken away: (page, expected).
  @Test(arguments: [
    (1, "#0E(0000)"), (3, "#0E(0000)"), (6, "#0E(0002)"), (9, "#0E(0004)"),
  ])
  func missingPages(_ page: Int, _ expected: String) throws {
    let bench = try bench(ring: 3)
    bench.setDescriptor(0x68, SystemBench.gate(0x08, 0x9000, access: 0xEC, count: 2))
    bench.esp = 0x9800
    map(bench, page, 6)
    let before = bench.snapshot
    #expect(
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0x68, offset: 0, operandSize: 4)
      } == expected)
    #expect(bench.snapshot == before)
    map(bench, page, 7)
    #expect(
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: 0x68, offset: 0, operandSize: 4)
      } == "ok")
  }

  @Test func framesThatCrossIntoAMissingPage() throws {
    let bench = try bench(ring: 0)
    bench.esp = 0x7004
    map(bench, 6, 2)
    let marker = bench.ram.read(0x7000, as: UInt32.self)
    let before = bench.snapshot
    #expect(
      bench.outcome { c throws(Fault) in
        try c.deliver(vector: 0x80, source: .external, errorCode: nil, returnRIP: c.rip)
      } == "#0E(0002)")
    #expect(bench.snapshot == before)
    #expect(bench.ram.read(0x7000, as: UInt32.self) == marker)
    // Delivery of that page fault meets it again: double fault, and again: shutdown.
    #expect(!bench.cpu.interrupt(vector: 0x80, source: .external))
    #expect(bench.snapshot == before)
    #expect(try bench.cpu.moveFromCR(2) == 0x6FFC)
  }

  @Test func writeProtectedTables() throws {
    // The accessed bit of a descriptor in a read-only page: WP decides.
    let bench = try bench(ring: 0)
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x92))
    map(bench, 1, 1)
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ds, 0x68) } == "ok")
    bench.setDescriptor(0x68, SystemBench.segment(access: 0x92))
    try bench.cpu.moveToCR(0, 0x8001_0011)
    let before = bench.snapshot
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ds, 0x68) } == "#0E(0003)")
    #expect(bench.snapshot == before)
  }

  @Test func taskSwitchLoadsCR3() throws {
    let bench = try bench(ring: 0)
    let other = SystemBench.otherTSS
    bench.setDescriptor(
      0x68, SystemBench.segment(base: UInt32(other), limit: 0x67, access: 0x89, flags: 0))
    // Another directory with the same table.
    bench.ram.write(0x5_0000, UInt32(Self.table | 7))
    bench.ram.write(other + 0x1C, 0x5_0000 as UInt32)
    bench.ram.write(other + 0x20, 0x7000 as UInt32)
    for (offset, selector) in [(0x48, 0x10), (0x4C, 0x08), (0x50, 0x10), (0x54, 0x10)] {
      bench.ram.write(other + offset, UInt32(selector))
    }
    let before = bench.snapshot
    map(bench, 3, 0)
    #expect(
      bench.outcome { c throws(Fault) in try c.jumpFar(selector: 0x68, offset: 0, operandSize: 4) }
        == "#0E(0002)")
    #expect(bench.snapshot == before)
    map(bench, 3, 7)
    #expect(
      bench.outcome { c throws(Fault) in try c.jumpFar(selector: 0x68, offset: 0, operandSize: 4) }
        == "ok")
    #expect(bench.cpu.cr3 == 0x5_0000)
    #expect(bench.cpu.rip == 0x7000)
  }

  @Test func alignmentChecks() throws {
    let bench = try bench(ring: 3)
    bench.cpu.cpl = 0
    try bench.cpu.moveToCR(0, 0x8004_0011)
    bench.enter(ring: 3)
    bench.cpu.state.eflags = 0x4_0002
    bench.esp = 0x6A02
    // push eax; the context must have been worked out once.
    bench.ram.write(0x4000, bytes: [0x90, 0x50, 0x66, 0x50])
    _ = bench.cpu.stepInstruction()
    _ = bench.cpu.stepInstruction()
    #expect(bench.cpu.rip == 0x8110)
    #expect(bench.stack(2) == [0, 0x4001])
    bench.enter(ring: 3)
    bench.cpu.state.eflags = 0x4_0002
    bench.esp = 0x6A02
    bench.cpu.rip = 0x4002
    _ = bench.cpu.stepInstruction()
    #expect(bench.cpu.rip == 0x4004)
  }

  @Test func aHandlerThatMeetsItselfForEverShutsDown() throws {
    // #AC handled at level 3, on the misaligned stack that raised it.
    let bench = try bench(ring: 3)
    bench.cpu.cpl = 0
    try bench.cpu.moveToCR(0, 0x8004_0011)
    bench.enter(ring: 3)
    bench.setGate(17, SystemBench.gate(0x28, 0x8110, access: 0xEE))
    bench.cpu.state.eflags = 0x4_0002
    bench.esp = 0x6A02
    bench.ram.write(0x4000, bytes: [0x90, 0x50])
    #expect(bench.cpu.run(until: .max) == .shutdown)
  }
}

extension CPU {
  /// By the way of software: CR3 is written again.
  fileprivate func flushTranslations() {
    let level = cpl
    cpl = 0
    try? moveToCR(3, cr3)
    cpl = level
  }
}
