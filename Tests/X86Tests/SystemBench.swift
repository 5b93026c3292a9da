import BusKit
import X86
import X86Decode

/// A processor with descriptor tables in RAM, whose system functions are called directly: `rip` stands
/// behind an imagined instruction.
///
/// The GDT's first entries are flat segments by level; tests add their own from ``free`` on.
final class SystemBench {
  enum Selector {
    static let code0: UInt16 = 0x08
    static let data0: UInt16 = 0x10
    static let code1: UInt16 = 0x18
    static let data1: UInt16 = 0x20
    static let code3: UInt16 = 0x28
    static let data3: UInt16 = 0x30
    static let tss: UInt16 = 0x38
    static let callGate0: UInt16 = 0x40
    static let shortData3: UInt16 = 0x48
    static let ldt: UInt16 = 0x50
    static let conforming: UInt16 = 0x58
    static let callGate1: UInt16 = 0x60
    static let free: UInt16 = 0x68
  }
  static let gdt = 0x1000
  static let idt = 0x2000
  static let tss = 0x3000
  static let ldt = 0x3800
  static let otherTSS = 0x3C00
  /// Stacks grow down from these.
  static let stack0: UInt32 = 0x6F00
  static let stack1: UInt32 = 0x6E00
  static let stack3: UInt32 = 0x6B00
  static let returnRIP: UInt64 = 0x4000

  let ram = GuestRAM(byteCount: 1 << 20)
  let cpu: CPU

  init(_ model: ProcessorModel = .i80486, features: ProcessorFeatures? = nil) {
    let scheduler = Scheduler(frequency: Frequency(33_000_000))
    cpu = CPU(
      model: model, features: features, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: scheduler)
    enterRealMode()
  }

  /// Real mode, segments at 0 (CS at 100h:0), stack at 6B00h.
  func enterRealMode() {
    for slot in [SegmentSlot.es, .ss, .ds, .fs, .gs] {
      cpu.setSegment(
        slot, SegmentCache(selector: 0, base: 0, limit: 0xFFFF, attributes: 0x93))
    }
    cpu.setSegment(
      .cs, SegmentCache(selector: 0x100, base: 0x1000, limit: 0xFFFF, attributes: 0x93))
    cpu.idtr = TableRegister(base: 0, limit: 0x3FF)
    cpu.cpl = 0
    cpu.state.eflags = 2
    cpu.setRegister(.rsp, UInt32(0x6B00))
    cpu.rip = Self.returnRIP
  }

  // MARK: Tables

  func setDescriptor(_ selector: UInt16, _ raw: UInt64) {
    let table = selector & 4 != 0 ? Self.ldt : Self.gdt
    ram.write(table + Int(selector & 0xFFF8), raw)
  }
  func descriptor(_ selector: UInt16) -> UInt64 {
    ram.read((selector & 4 != 0 ? Self.ldt : Self.gdt) + Int(selector & 0xFFF8))
  }
  func setGate(_ vector: UInt8, _ raw: UInt64) { ram.write(Self.idt + Int(vector) * 8, raw) }

  /// - Parameter flags: the upper nibble: G, D/B, 0, AVL.
  static func segment(
    base: UInt32 = 0, limit: UInt32 = 0xFFFFF, access: UInt8, flags: UInt8 = 0xC
  ) -> UInt64 {
    UInt64(limit & 0xFFFF) | UInt64(base & 0xFF_FFFF) << 16 | UInt64(access) << 40
      | UInt64(limit >> 16 & 0xF) << 48 | UInt64(flags) << 52 | UInt64(base >> 24) << 56
  }
  static func gate(
    _ selector: UInt16, _ offset: UInt32 = 0, access: UInt8, count: UInt8 = 0
  ) -> UInt64 {
    UInt64(offset & 0xFFFF) | UInt64(selector) << 16 | UInt64(count) << 32
      | UInt64(access) << 40 | UInt64(offset >> 16) << 48
  }

  /// Flat segments, gates and a 386 TSS with inner stacks; interrupts 0 to 31 go to `0x8000 + 16 *
  /// vector` at level 0 through DPL 0 gates, 80h likewise, 82h through a DPL 3 gate. Protected mode at
  /// `ring`.
  func enterProtectedMode(ring: UInt8 = 0, iopl: UInt32 = 0) throws {
    let raws: [UInt64] = [
      0, Self.segment(access: 0x9A), Self.segment(access: 0x92), Self.segment(access: 0xBA),
      Self.segment(access: 0xB2), Self.segment(access: 0xFA), Self.segment(access: 0xF2),
      Self.segment(base: UInt32(Self.tss), limit: 0xFF, access: 0x89, flags: 0),
      Self.gate(Selector.code0, 0x9000, access: 0xEC),
      Self.segment(limit: 0xFFF, access: 0xF2, flags: 4),
      Self.segment(base: UInt32(Self.ldt), limit: 0xF, access: 0x82, flags: 0),
      Self.segment(access: 0x9E), Self.gate(Selector.code1, 0x9100, access: 0xEC),
    ]
    for (index, raw) in raws.enumerated() { ram.write(Self.gdt + index * 8, raw) }
    cpu.gdtr = TableRegister(base: UInt64(Self.gdt), limit: 0xFF)
    for vector in 0..<32 {
      setGate(
        UInt8(vector), Self.gate(Selector.code0, 0x8000 + UInt32(vector) * 16, access: 0x8E))
    }
    setGate(0x80, Self.gate(Selector.code0, 0x8800, access: 0x8E))
    setGate(0x82, Self.gate(Selector.code0, 0x8820, access: 0xEE))
    cpu.idtr = TableRegister(base: UInt64(Self.idt), limit: 0x7FF)
    ram.write(Self.tss + 4, Self.stack0)
    ram.write(Self.tss + 8, UInt32(Selector.data0))
    ram.write(Self.tss + 12, Self.stack1)
    ram.write(Self.tss + 16, UInt32(Selector.data1 | 1))
    ram.write(Self.tss + 0x66, UInt16(0x68))
    for byte in 0..<0x41 { ram.write(Self.tss + 0x68 + byte, UInt8(0xFF)) }
    ram.write(Self.tss + 0x68 + 0x10, UInt8(0xFE))
    if cpu.model >= .i80386 {
      try cpu.moveToCR(0, 0x11)
    } else {
      try cpu.loadMSW(1)
    }
    try cpu.loadTR(Selector.tss)
    try cpu.loadLDTR(Selector.ldt)
    enter(ring: ring, iopl: iopl)
  }

  /// The flat code and stack segments of a level, data segments of level 3.
  func enter(ring: UInt8, iopl: UInt32 = 0) {
    let index = UInt16(ring == 3 ? 2 : ring)
    let code = Selector.code0 + index * 16 | UInt16(ring)
    let stack = Selector.data0 + index * 16 | UInt16(ring)
    cpu.setSegment(.cs, flat(code, 0xC09B | UInt16(ring) << 5))
    cpu.setSegment(.ss, flat(stack, 0xC093 | UInt16(ring) << 5))
    for slot in [SegmentSlot.ds, .es, .fs, .gs] {
      cpu.setSegment(slot, flat(Selector.data3 | 3, 0xC0F3))
    }
    cpu.state.eflags = 2 | iopl << 12
    let stacks = [Self.stack0, Self.stack1, 0, Self.stack3]
    cpu.setRegister(.rsp, stacks[Int(ring)] - 0x40)
    cpu.rip = Self.returnRIP
    cpu.cpl = ring
  }

  /// Virtual-8086 mode, CS and the data segments at 0.
  func enterV86(iopl: UInt32 = 0) {
    cpu.state.eflags = 0x20002 | iopl << 12
    for slot in [SegmentSlot.es, .cs, .ss, .ds, .fs, .gs] {
      cpu.setSegment(
        slot, SegmentCache(selector: 0, base: 0, limit: 0xFFFF, attributes: 0xF3))
    }
    cpu.setRegister(.rsp, UInt32(0x6A00))
    cpu.rip = Self.returnRIP
    cpu.cpl = 3
  }

  private func flat(_ selector: UInt16, _ attributes: UInt16) -> SegmentCache {
    SegmentCache(selector: selector, base: 0, limit: 0xFFFF_FFFF, attributes: attributes)
  }

  // MARK: State

  var esp: UInt32 {
    get { cpu.register(.rsp) }
    set { cpu.setRegister(.rsp, newValue) }
  }
  var sp: UInt16 { UInt16(truncatingIfNeeded: esp) }
  func selector(_ slot: SegmentSlot) -> UInt16 { cpu.segment(slot).selector }

  /// The doublewords from ESP up (SS base 0).
  func stack(_ count: Int) -> [UInt32] {
    (0..<count).map { ram.read(Int(esp) + $0 * 4) }
  }
  /// The words from SS:SP up.
  func stackWords(_ count: Int) -> [UInt16] {
    let base = Int(cpu.segment(.ss).base) + Int(sp)
    return (0..<count).map { ram.read(base + $0 * 2) }
  }
  /// Puts doublewords on the stack, the first one on top.
  func push(_ values: UInt32...) {
    esp -= UInt32(values.count * 4)
    for (index, value) in values.enumerated() { ram.write(Int(esp) + index * 4, value) }
  }
  func pushWords(_ values: UInt16...) {
    esp -= UInt32(values.count * 2)
    for (index, value) in values.enumerated() {
      ram.write(Int(cpu.segment(.ss).base) + Int(esp) + index * 2, value)
    }
  }

  /// What an action throws, in the shared probe's notation: `ok`, `#0D(0010)`, `#07`.
  func outcome(_ action: (CPU) throws(Fault) -> Void) -> String {
    do throws(Fault) {
      try action(cpu)
      return "ok"
    } catch {
      let vector = "#" + Self.hex(UInt32(error.vector), 2)
      return error.errorCode.map { vector + "(" + Self.hex(UInt32($0), 4) + ")" } ?? vector
    }
  }

  /// Everything an instruction could commit, to see that a fault committed nothing.
  var snapshot: [UInt64] {
    var values: [UInt64] = GeneralRegister.allCases.map { cpu.register($0) }
    for slot in [SegmentSlot.es, .cs, .ss, .ds, .fs, .gs, .ldtr, .tr] {
      let cache = cpu.segment(slot)
      values += [
        UInt64(cache.selector), cache.base, UInt64(cache.limit), UInt64(cache.attributes),
      ]
    }
    return values + [
      UInt64(cpu.state.eflags), cpu.rip, UInt64(cpu.cpl), cpu.cr0, cpu.cr3,
      cpu.gdtr.base, UInt64(cpu.gdtr.limit), cpu.idtr.base, UInt64(cpu.idtr.limit),
    ]
  }

  static func hex(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension SystemBench {
  /// An 80286 in protected mode at level 0 with 16-bit segments and a 286 TSS at 38h.
  static func protected286() throws -> SystemBench {
    let bench = SystemBench(.i80286)
    let raws: [UInt64] = [
      0, segment(limit: 0xFFFF, access: 0x9A, flags: 0),
      segment(limit: 0xFFFF, access: 0x92, flags: 0),
      segment(limit: 0xFFFF, access: 0xBA, flags: 0),
      segment(limit: 0xFFFF, access: 0xB2, flags: 0),
      segment(limit: 0xFFFF, access: 0xFA, flags: 0),
      segment(limit: 0xFFFF, access: 0xF2, flags: 0),
      segment(base: UInt32(tss), limit: 0x2B, access: 0x81, flags: 0),
    ]
    for (index, raw) in raws.enumerated() { bench.ram.write(gdt + index * 8, raw) }
    bench.ram.write(tss + 2, UInt16(truncatingIfNeeded: stack0))
    bench.ram.write(tss + 4, Selector.data0)
    bench.cpu.gdtr = TableRegister(base: UInt64(gdt), limit: 0xFF)
    bench.cpu.idtr = TableRegister(base: UInt64(idt), limit: 0x7FF)
    try bench.cpu.loadMSW(1)
    try bench.cpu.loadTR(Selector.tss)
    bench.enter286(ring: 0)
    return bench
  }

  /// The 16-bit code and stack segments of a level.
  func enter286(ring: UInt8) {
    let index = UInt16(ring == 3 ? 2 : ring)
    let rights = UInt16(ring) << 5
    cpu.setSegment(
      .cs,
      SegmentCache(
        selector: 0x08 + index * 16 | UInt16(ring), base: 0, limit: 0xFFFF,
        attributes: 0x9B | rights))
    cpu.setSegment(
      .ss,
      SegmentCache(
        selector: 0x10 + index * 16 | UInt16(ring), base: 0, limit: 0xFFFF,
        attributes: 0x93 | rights))
    for slot in [SegmentSlot.ds, .es] {
      cpu.setSegment(
        slot, SegmentCache(selector: 0x33, base: 0, limit: 0xFFFF, attributes: 0xF3))
    }
    cpu.state.eflags = 2
    esp = Self.stack3
    cpu.rip = Self.returnRIP
    cpu.cpl = ring
  }
}
