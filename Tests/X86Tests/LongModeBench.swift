import BusKit
import X86
import X86Decode

/// ``SystemBench`` in long mode: four-level tables that map the first 1 MiB one to one, 64-bit code
/// segments, and an IDT of 16-byte gates.
enum LongSelector {
  static let code0: UInt16 = 0x08
  static let data0: UInt16 = 0x10
  static let code1: UInt16 = 0x18
  static let data1: UInt16 = 0x20
  static let code3: UInt16 = 0x28
  static let data3: UInt16 = 0x30
  /// 16 bytes each.
  static let tss: UInt16 = 0x38
  static let ldt: UInt16 = 0x48
  static let callGate: UInt16 = 0x58
  /// Compatibility mode.
  static let code32: UInt16 = 0x68
  static let code32Level3: UInt16 = 0x70
  static let conforming: UInt16 = 0x78
  /// L and D both set.
  static let contradictory: UInt16 = 0x80
  static let free: UInt16 = 0x88
}

extension SystemBench {
  static let pageTables = 0x4_0000
  static let interruptStack: UInt64 = 0x7F00

  /// Long mode in 64-bit code at `ring`. Interrupts 0 to 31 go to `0x8000 + 16 * vector` at level 0
  /// through DPL 0 interrupt gates, vector 2 by the first interrupt stack; 80h likewise, 82h through a DPL
  /// 3 trap gate, 83h through a DPL 3 gate to level 1.
  static func long(
    _ model: ProcessorModel = .x86_64, features: ProcessorFeatures? = nil, ring: UInt8 = 0
  ) throws -> SystemBench {
    let bench = SystemBench(model, features: features)
    bench.writeLongTables()
    let ram = bench.ram
    for level in 0..<3 {
      let at = pageTables + level * 0x1000
      ram.write(at, UInt64(at + 0x1000 | 7))
    }
    for page in 0..<256 { ram.write(pageTables + 0x3000 + page * 8, UInt64(page << 12 | 7)) }
    let cpu = bench.cpu
    cpu.gdtr = TableRegister(base: UInt64(gdt), limit: 0xFF)
    cpu.idtr = TableRegister(base: UInt64(idt), limit: 0xFFF)
    try cpu.moveToCR(4, 0x20)
    try cpu.moveToCR(3, UInt64(pageTables))
    try cpu.writeModelSpecific(0xC000_0080, 0x101)
    try cpu.moveToCR(0, 0x8000_0011)
    bench.enterLong(ring: 0)
    try cpu.loadTR(LongSelector.tss)
    try cpu.loadLDTR(LongSelector.ldt)
    bench.enterLong(ring: ring)
    return bench
  }

  private func writeLongTables() {
    let raws: [UInt64] = [
      0, Self.segment(access: 0x9A, flags: 0xA), Self.segment(access: 0x92),
      Self.segment(access: 0xBA, flags: 0xA), Self.segment(access: 0xB2),
      Self.segment(access: 0xFA, flags: 0xA), Self.segment(access: 0xF2),
      Self.segment(base: UInt32(Self.tss), limit: 0xFF, access: 0x89, flags: 0), 0,
      Self.segment(base: UInt32(Self.ldt), limit: 0xF, access: 0x82, flags: 0), 0,
      Self.gate(LongSelector.code0, 0x9000, access: 0xEC), 0, Self.segment(access: 0x9A),
      Self.segment(access: 0xFA), Self.segment(access: 0x9E, flags: 0xA),
      Self.segment(access: 0x9A, flags: 0xE),
    ]
    for (index, raw) in raws.enumerated() { ram.write(Self.gdt + index * 8, raw) }
    for vector in 0..<32 {
      setLongGate(
        UInt8(vector), LongSelector.code0, 0x8000 + UInt64(vector) * 16, access: 0x8E,
        stack: vector == 2 ? 1 : 0)
    }
    setLongGate(0x80, LongSelector.code0, 0x8800, access: 0x8E)
    setLongGate(0x82, LongSelector.code0, 0x8820, access: 0xEF)
    setLongGate(0x83, LongSelector.code1, 0x8830, access: 0xEE)
    ram.write(Self.tss + 4, UInt64(Self.stack0))
    ram.write(Self.tss + 12, UInt64(Self.stack1))
    ram.write(Self.tss + 0x24, Self.interruptStack)
    ram.write(Self.tss + 0x66, 0x68 as UInt16)
  }

  func setLongGate(
    _ vector: UInt8, _ selector: UInt16, _ offset: UInt64, access: UInt8, stack: UInt8 = 0
  ) {
    let at = Self.idt + Int(vector) * 16
    ram.write(
      at,
      Self.gate(selector, UInt32(truncatingIfNeeded: offset), access: access, count: stack))
    ram.write(at + 8, offset >> 32)
  }

  /// The 64-bit code segment of a level and its stack segment; DS to GS null.
  func enterLong(ring: UInt8) {
    let index = UInt16(ring == 3 ? 2 : ring)
    let level = UInt16(ring)
    cpu.setSegment(
      .cs,
      SegmentCache(
        selector: LongSelector.code0 + index * 16 | level, base: 0, limit: 0xFFFF_FFFF,
        attributes: 0xA09B | level << 5))
    cpu.setSegment(
      .ss,
      SegmentCache(
        selector: LongSelector.data0 + index * 16 | level, base: 0, limit: 0xFFFF_FFFF,
        attributes: 0xC093 | level << 5))
    for slot in [SegmentSlot.ds, .es, .fs, .gs] {
      cpu.setSegment(slot, SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    }
    cpu.state.eflags = 2
    let stacks = [Self.stack0, Self.stack1, 0, Self.stack3]
    rsp = UInt64(stacks[Int(ring)] - 0x48)
    cpu.rip = Self.returnRIP
    cpu.cpl = ring
  }

  /// Compatibility mode at a level of 0 or 3.
  func enterCompatibility(ring: UInt8) {
    enterLong(ring: ring)
    let level = UInt16(ring)
    cpu.setSegment(
      .cs,
      SegmentCache(
        selector: (ring == 3 ? LongSelector.code32Level3 : LongSelector.code32) | level, base: 0,
        limit: 0xFFFF_FFFF, attributes: 0xC09B | level << 5))
  }

  var rsp: UInt64 {
    get { cpu.register(.rsp) }
    set { cpu.setRegister(.rsp, newValue) }
  }
  /// The quadwords from RSP up.
  func longStack(_ count: Int) -> [UInt64] {
    (0..<count).map { ram.read(Int(truncatingIfNeeded: rsp) + $0 * 8) }
  }
  /// Puts quadwords on the stack, the first one on top.
  func longPush(_ values: UInt64...) {
    rsp -= UInt64(values.count * 8)
    for (index, value) in values.enumerated() { ram.write(Int(rsp) + index * 8, value) }
  }
}
