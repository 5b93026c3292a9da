import BusKit
import X86
import X86Decode

/// The machine's GDT and LDT: copies of the guest's in which rings 0 to 2 are ring 1, no segment reaches
/// the monitor, and system descriptors cannot be used; with the monitor's own at the top.
final class ShadowDescriptors {
  private let guest: CPU
  private let pool: MonitorPool
  private let paging: ShadowPaging

  /// The guest's descriptors as they were when they were copied.
  private var globals: [UInt64] = []
  private var locals: [UInt64] = []
  private var globalRegister = TableRegister(base: 0, limit: 0)
  private var localRegister = SegmentCache.null(0)
  /// The frames in which the guest's tables lie.
  private(set) var frames: Set<UInt64> = []
  /// The guest has changed its tables, or may have.
  var isStale = true
  /// How often the tables were copied, for the summary.
  private(set) var rebuilds = 0

  init(guest: CPU, pool: MonitorPool, paging: ShadowPaging) {
    self.guest = guest
    self.pool = pool
    self.paging = paging
  }

  /// Brings the shadows up to date with the guest's registers and memory.
  func update(_ walk: GuestWalk) {
    let registers = walk.registers
    let place = Self.frames(of: registers, walk)
    guard
      isStale || registers.gdtr != globalRegister || registers.ldtr != localRegister
        || place != frames
    else { return }
    rebuilds += 1
    isStale = false
    globalRegister = registers.gdtr
    localRegister = registers.ldtr
    for frame in frames where !place.contains(frame) { paging.stopTracing(frame, .descriptors) }
    for frame in place where !frames.contains(frame) { paging.trace(frame, .descriptors) }
    frames = place
    let former = (globals.count, locals.count)
    globals = Self.table(registers.gdtr.base, Int(registers.gdtr.limit), walk)
    let hasLocals = registers.ldtr.attributes & Attributes.present != 0
    locals =
      hasLocals ? Self.table(registers.ldtr.base, Int(min(registers.ldtr.limit, 0xFFFF)), walk) : []
    write(globals, MonitorLayout.gdt, clearing: former.0)
    write(locals, MonitorLayout.ldt, clearing: former.1)
    writeOwn()
  }

  private static func frames(of registers: SystemRegisters, _ walk: GuestWalk) -> Set<UInt64> {
    guard registers.cr0 & 1 != 0 else { return [] }
    var result: Set<UInt64> = []
    func add(_ base: UInt64, _ limit: UInt64) {
      var page = base & ~0xFFF
      while page <= base + limit {
        if let physical = walk.physical(page & 0xFFFF_FFFF) { result.insert(physical >> 12) }
        page += 4096
      }
    }
    add(registers.gdtr.base, UInt64(registers.gdtr.limit))
    if registers.ldtr.attributes & Attributes.present != 0 {
      add(registers.ldtr.base, UInt64(min(registers.ldtr.limit, 0xFFFF)))
    }
    return result
  }

  private static func table(_ base: UInt64, _ limit: Int, _ walk: GuestWalk) -> [UInt64] {
    guard walk.registers.cr0 & 1 != 0 else { return [] }
    let count = (limit + 1) / 8
    let bytes = walk.bytes(base, count: count * 8)
    if bytes.count == count * 8 {
      return bytes.withUnsafeBytes { raw in
        (0..<count).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
      }
    }
    // Some page of it is not mapped: the rest counts.
    return (0..<count).map { index in
      let bytes = walk.bytes((base + UInt64(index) * 8) & 0xFFFF_FFFF, count: 8)
      guard bytes.count == 8 else { return 0 }
      return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  private func write(_ table: [UInt64], _ page: Int, clearing former: Int) {
    let hides = guest.model < .i80486
    for index in 0..<max(table.count, former) {
      let raw = index < table.count ? table[index] : 0
      let shadow =
        raw == 0 || (index == 0 && page == MonitorLayout.gdt)
        ? 0 : Compression.shadow(raw, guest.understood(raw), hidesUnaccessed: hides)
      store(shadow, page, index)
    }
  }

  private func store(_ descriptor: UInt64, _ page: Int, _ index: Int) {
    pool.pointer(page + index / 512).storeBytes(
      of: descriptor, toByteOffset: index % 512 * 8, as: UInt64.self)
  }

  private func writeOwn() {
    setOwn(MonitorLayout.monitorCode, 0x00CF_9B00_0000_FFFF)
    setOwn(MonitorLayout.monitorData, 0x00CF_9300_0000_FFFF)
    setOwn(MonitorLayout.monitorTSS, 0x0000_8B00_0000_0000 | Self.base(MonitorLayout.tss) | 0x2FFF)
    setOwn(MonitorLayout.monitorLDT, 0x0000_8200_0000_0000 | Self.base(MonitorLayout.ldt) | 0xFFFF)
    for (selector, raw) in engineDescriptors { setOwn(selector, raw) }
  }

  /// Descriptors that an engine keeps in the machine's GDT, by selector (see ``MonitorLayout``).
  var engineDescriptors: [UInt16: UInt64] = [:] {
    didSet { for (selector, raw) in engineDescriptors { setOwn(selector, raw) } }
  }

  private func setOwn(_ selector: UInt16, _ descriptor: UInt64) {
    store(descriptor, MonitorLayout.gdt, Int(selector >> 3))
  }

  /// The base fields of a descriptor.
  private static func base(_ page: Int) -> UInt64 {
    let linear = MonitorLayout.linear(page)
    return (linear & 0xFF_FFFF) << 16 | (linear >> 24) << 56
  }

  /// What the guest's own table said of a selector when it was copied; nil for one that it lacks.
  func guestDescriptor(_ selector: UInt16) -> UInt64? {
    let table = selector & 4 != 0 ? locals : globals
    let index = Int(selector >> 3)
    return index < table.count && selector & 0xFFFC != 0 ? table[index] : nil
  }
}
