import BusKit
import Testing
import X86
import X86Decode

/// Descriptor tables, task state segments and stacks of arbitrary contents: nothing a guest puts there
/// may trap the host, and a transfer that faults must leave the processor as it was.
@Suite struct HostileTablesTests {
  /// A fixed xorshift sequence, so that every run sees the same guests.
  struct Noise: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test(arguments: [ProcessorModel.i80286, .i80386, .i80486])
  func faultsCommitNothing(_ model: ProcessorModel) throws {
    var noise = Noise(state: 0x9E37_79B9_7F4A_7C15 ^ UInt64(model.rawValue))
    var completed = 0
    var vectors: Set<UInt8> = []
    for _ in 0..<200 {
      let bench = SystemBench(model)
      fill(bench, &noise)
      for _ in 0..<25 {
        place(bench, &noise)
        let before = bench.snapshot
        let action = UInt8.random(in: 0..<12, using: &noise)
        let selector = selector(&noise)
        let offset = UInt32.random(in: 0..<0x1_0000, using: &noise)
        let size = model == .i80286 || Bool.random(using: &noise) ? 2 : 4
        let source: InterruptSource = Bool.random(using: &noise) ? .softwareInt : .external
        do throws(Fault) {
          try act(bench.cpu, action, selector, offset, size, source)
          completed += 1
        } catch {
          vectors.insert(error.vector)
          guard error.returnRIP == nil else { continue }
          #expect(bench.snapshot == before, "action \(action) fault \(error)")
          let rip = bench.cpu.rip
          let isAlive = bench.cpu.raise(error, at: rip)
          if !isAlive { vectors.insert(0xFF) }
        }
      }
    }
    // The noise reaches success and every kind of failure.
    #expect(completed > 100)
    #expect(vectors.isSuperset(of: [10, 11, 12, 13, 0xFF]))
  }

  private func act(
    _ cpu: CPU, _ action: UInt8, _ selector: UInt16, _ offset: UInt32, _ size: Int,
    _ source: InterruptSource
  ) throws(Fault) {
    switch action {
    case 0: try cpu.jumpFar(selector: selector, offset: UInt64(offset), operandSize: size)
    case 1, 2: try cpu.callFar(selector: selector, offset: UInt64(offset), operandSize: size)
    case 3: try cpu.returnFar(operandSize: size, release: UInt16(offset & 0xFF))
    case 4, 5: try cpu.interruptReturn(operandSize: size)
    case 6, 7, 8:
      try cpu.deliver(
        vector: UInt8(truncatingIfNeeded: offset), source: source, errorCode: nil,
        returnRIP: cpu.rip)
    case 9:
      let register = SegmentRegister.allCases[Int(offset) % 4 == 1 ? 0 : Int(offset) % 4]
      try cpu.loadSegment(register, selector)
    case 10: try cpu.loadTR(selector)
    default:
      try cpu.loadLDTR(selector)
      _ = try cpu.accessRights(selector)
      _ = try cpu.segmentLimit(selector)
      try cpu.checkPort(UInt16(truncatingIfNeeded: offset), byteCount: size)
    }
  }

  /// Access bytes of code, data, TSS, LDT and gates of all kinds.
  private static let plausible: [UInt8] = [
    0x9A, 0x9A, 0x9E, 0xFA, 0xFA, 0xFE, 0xBA, 0x92, 0x92, 0xF2, 0xF2, 0xB2, 0x96, 0x1A, 0x12, 0x72,
    0x81, 0x89, 0xE9, 0x83, 0x82, 0xE4, 0xEC, 0xEC, 0xE5, 0xE5, 0x86, 0xE6, 0xEE, 0xEF, 0xE7, 0x8E,
  ]

  private func selector(_ noise: inout Noise) -> UInt16 {
    let index = UInt16.random(in: 0..<0x22, using: &noise) * 8
    let bits = noise.next()
    return index | (bits & 15 == 0 ? 4 : 0) | (bits & 0x30 == 0 ? 3 : UInt16(bits >> 8 & 3))
  }

  /// Tables of half-plausible entries: present more often than not, selectors into the tables.
  private func fill(_ bench: SystemBench, _ noise: inout Noise) {
    for entry in 0..<64 {
      for table in [SystemBench.gdt, SystemBench.idt, SystemBench.idt + 0x200] {
        var raw = noise.next()
        var access = UInt8.random(in: 0...0xFF, using: &noise)
        if noise.next() & 3 != 0 { access = Self.plausible.randomElement(using: &noise) ?? 0 }
        if access & 0x14 == 4 {
          raw = raw & ~0xFFFF_0000 | UInt64(selector(&noise)) << 16
        } else {
          raw &= ~0xFF00_0000_0FF0_0000
        }
        raw = raw & ~0xFF00_0000_0000 | UInt64(access) << 40
        bench.ram.write(table + entry * 8, raw)
      }
    }
    for word in 0..<0x1000 {
      let value =
        noise.next() & 3 == 0 ? UInt16.random(in: 0...0xFFFF, using: &noise) : selector(&noise)
      bench.ram.write(SystemBench.tss + word * 2, value)
      bench.ram.write(0x6000 + word * 2, value)
    }
    bench.cpu.gdtr = TableRegister(base: UInt64(SystemBench.gdt), limit: 0xFF)
    bench.cpu.idtr = TableRegister(base: UInt64(SystemBench.idt), limit: 0x3FF)
  }

  /// Some level with flat or odd segments and a TSS that may be too short.
  private func place(_ bench: SystemBench, _ noise: inout Noise) {
    bench.cpu.cpl = 0
    try? bench.cpu.loadMSW(1)
    let ring = [0, 1, 3, 0][Int(noise.next() & 3)] as UInt8
    if bench.cpu.model == .i80286 {
      bench.enter286(ring: ring)
    } else if noise.next() & 7 == 0 {
      bench.enterV86(iopl: UInt32(noise.next() & 3))
    } else {
      bench.enter(ring: ring, iopl: UInt32(noise.next() & 3))
    }
    bench.cpu.state.eflags |= UInt32(truncatingIfNeeded: noise.next()) & 0x4ED5
    bench.esp = 0x6000 + UInt32(noise.next() & 0x1FFE)
    if noise.next() & 7 == 0 {
      var stack = bench.cpu.segment(.ss)
      stack.limit = 0x6800
      bench.cpu.setSegment(.ss, stack)
    }
    let limits: [UInt32] = [0xFF, 0xFF, 0x67, 0x2B, 4]
    bench.cpu.setSegment(
      .tr,
      SegmentCache(
        selector: 0x38, base: UInt64(SystemBench.tss),
        limit: limits[Int(noise.next() % UInt64(limits.count))],
        attributes: bench.cpu.model == .i80286 || noise.next() & 3 == 0 ? 0x83 : 0x8B))
    bench.cpu.setSegment(
      .ldtr,
      SegmentCache(selector: 0x50, base: UInt64(SystemBench.gdt), limit: 0x7F, attributes: 0x82))
  }
}

// MARK: Long mode

extension HostileTablesTests {
  @Test func longModeFaultsCommitNothing() throws {
    var noise = Noise(state: 0x2545_F491_4F6C_DD1D)
    var completed = 0
    var vectors: Set<UInt8> = []
    for _ in 0..<150 {
      let bench = try SystemBench.long(noise.next() & 3 == 0 ? .x86_64AMD : .x86_64)
      fillLong(bench, &noise)
      for _ in 0..<25 {
        let ring: UInt8 = [0, 0, 1, 3].randomElement(using: &noise) ?? 0
        if noise.next() & 3 == 0 {
          bench.enterCompatibility(ring: ring == 1 ? 0 : ring)
        } else {
          bench.enterLong(ring: ring)
        }
        bench.rsp = 0x6000 + (noise.next() & 0xFF8)
        if noise.next() & 31 == 0 { bench.rsp = noise.next() }
        if noise.next() & 15 == 0 { bench.cpu.state.eflags = 0x4002 }
        let before = bench.snapshot
        let size = [2, 4, 8].randomElement(using: &noise) ?? 8
        let source: InterruptSource = noise.next() & 1 == 0 ? .softwareInt : .external
        do throws(Fault) {
          try act(
            bench.cpu, UInt8.random(in: 0..<12, using: &noise), selector(&noise),
            UInt32.random(in: 0..<0x1_0000, using: &noise), size, source)
          completed += 1
        } catch {
          vectors.insert(error.vector)
          #expect(error.returnRIP == nil)
          #expect(bench.snapshot == before, "fault \(error)")
          if !bench.cpu.raise(error, at: bench.cpu.rip) { vectors.insert(0xFF) }
        }
      }
    }
    #expect(completed > 100)
    #expect(vectors.isSuperset(of: [11, 12, 13, 14, 0xFF]))
  }

  /// Descriptors and gates of every kind, with second halves that are in order more often than not.
  private func fillLong(_ bench: SystemBench, _ noise: inout Noise) {
    for entry in 3..<32 where entry != 7 && entry != 8 {
      let access = Self.plausible.randomElement(using: &noise) ?? 0
      var raw = noise.next() & ~0xFF00_0000_0FF0_0000 | 0x0020_0000_0000_0000
      if access & 0x14 == 4 { raw = raw & ~0xFFFF_0000 | UInt64(selector(&noise)) << 16 }
      if access & 0x18 != 0x18 { raw &= ~0x0060_0000_0000_0000 }
      raw = raw & ~0xFF00_0000_0000 | UInt64(access) << 40
      bench.ram.write(
        SystemBench.gdt + entry * 8, noise.next() & 3 == 0 ? noise.next() & 0x7FFF : raw)
    }
    for vector in 0..<64 {
      let access: UInt8 = [0x8E, 0x8F, 0xEE, 0xEF, 0xEC, 0x0E].randomElement(using: &noise) ?? 0
      bench.setLongGate(
        UInt8(vector), noise.next() & 1 == 0 ? LongSelector.code0 : selector(&noise),
        noise.next() & 7 == 0 ? noise.next() : 0x8000, access: access,
        stack: UInt8(noise.next() & 7))
    }
    for word in 0..<0x200 {
      let value = noise.next() & 3 == 0 ? noise.next() : UInt64(selector(&noise))
      bench.ram.write(0x6000 + word * 8, value)
      if word < 16 { bench.ram.write(SystemBench.tss + 4 + word * 8, value & 0xF_FFFF) }
    }
  }
}
