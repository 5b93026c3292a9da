import BusKit
import Lab
import X86
import X86Decode

/// A small guest of its own for each demonstration: 32-bit protected mode without paging, with the
/// descriptor tables that the demonstrations name. Its code runs until HLT.
///
/// 08/10 and 18/20 are code and data of ring 0 (the second pair is the guest's own), 2B/33 of ring 3.
final class DemoBench {
  static let gdt = 0x1000
  static let idt = 0x2000
  static let tss = 0x2800
  static let code = 0x4000
  static let handler = 0x5000
  static let data = 0x6000
  static let user = 0x7000
  static let stack = 0x9000
  static let userStack = 0xA000
  static let gdtLimit: UInt16 = 0x47

  let cpu: CPU
  let ram: GuestRAM
  let journal = Journal()
  private(set) var monitor: Monitor?

  /// - Parameter engine: nil for the ordinary processor.
  init(_ engine: (any Engine)?, is16Bit: Bool = false) {
    ram = GuestRAM(byteCount: 1 << 20, hiddenByteCount: 32 << 20)
    cpu = CPU(
      model: .x86_64, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: Scheduler(frequency: Frequency(100_000_000)))
    writeTables()
    configure(is16Bit)
    monitor = engine.map { Monitor(cpu, engine: $0, journal: journal) }
  }

  private func writeTables() {
    let descriptors: [UInt64] = [
      0, 0x00CF_9B00_0000_FFFF, 0x00CF_9300_0000_FFFF, 0x00CF_9B00_0000_FFFF,
      0x00CF_9300_0000_FFFF, 0x00CF_FB00_0000_FFFF, 0x00CF_F300_0000_FFFF,
      0x0000_8B00_2800_0067, 0x0000_8200_3000_000F,
    ]
    for (index, raw) in descriptors.enumerated() { ram.write(Self.gdt + index * 8, raw) }
    // Gates of ring 0, and of ring 3 for 81h; HLT stands at the handler.
    for vector in 0..<256 {
      let access: UInt64 = vector == 0x81 ? 0xEE00 : 0x8E00
      ram.write(
        Self.idt + vector * 8, access << 32 | 0x0018_0000 | UInt64(Self.handler + vector * 16))
      ram.write(Self.handler + vector * 16, UInt8(0xF4))
    }
    ram.write(Self.tss + 4, UInt32(Self.stack - 0x800))
    ram.write(Self.tss + 8, UInt32(0x20))
    ram.write(Self.tss + 102, UInt16(104))
  }

  private func configure(_ is16Bit: Bool) {
    typealias Segment = ArchitecturalState.Segment
    var state = cpu.architecturalState
    state.gdtrBase = UInt64(Self.gdt)
    state.gdtrLimit = Self.gdtLimit
    state.idtrBase = UInt64(Self.idt)
    state.idtrLimit = 0x7FF
    state.cr0 = 0x11
    state.tr = Segment(selector: 0x38, base: UInt64(Self.tss), limit: 0x67, attributes: 0x8B)
    state.ldtr = Segment(selector: 0x40, base: 0x3000, limit: 0xF, attributes: 0x82)
    let wide: UInt16 = is16Bit ? 0 : 0xC000
    if is16Bit {
      for selector in [0x18, 0x20] {
        let at = Self.gdt + selector
        ram.write(at, ram.read(at) & ~(0xCF << 48) as UInt64)
      }
    }
    let limit: UInt32 = is16Bit ? 0xFFFF : .max
    let data = Segment(selector: 0x20, base: 0, limit: limit, attributes: wide | 0x93)
    let code = Segment(selector: 0x18, base: 0, limit: limit, attributes: wide | 0x9B)
    state.segments = [data, code, data, data, data, data]
    state.registers[4] = UInt64(Self.stack)
    state.rip = UInt64(Self.code)
    cpu.architecturalState = state
  }

  /// Pages the first megabyte, each page for ring 3 but the one that holds ``data``.
  func enablePaging() {
    let (directory, table) = (0x2_0000, 0x2_1000)
    ram.write(directory, UInt32(table | 7))
    for page in 0..<256 {
      let rights = page == Self.data >> 12 ? 3 : 7
      ram.write(table + page * 4, UInt32(page << 12 | rights))
    }
    var state = cpu.architecturalState
    state.cr3 = UInt64(directory)
    state.cr0 |= 0x8001_0000
    cpu.architecturalState = state
  }

  /// Runs code until HLT, or for a while.
  /// - Parameter flags: EFLAGS at first.
  /// - Returns: EAX.
  @discardableResult
  func run(_ code: [UInt8], flags: UInt32 = 2, handlers: [Int: [UInt8]] = [:]) -> UInt32 {
    ram.write(Self.code, bytes: code + [0xF4])
    for (vector, bytes) in handlers { ram.write(Self.handler + vector * 16, bytes: bytes) }
    var state = cpu.architecturalState
    state.eflags = flags | 2
    cpu.architecturalState = state
    _ = cpu.run(until: cpu.scheduler.now + 20_000)
    return cpu.register(.rax)
  }

  var flags: UInt32 { cpu.flagsImage }
  var zeroFlag: Bool { flags & 0x40 != 0 }
  var isHalted: Bool { cpu.isHalting }
  /// Exits for a reason in words.
  func exits(_ reason: String) -> Int { journal.counts.byReason[reason] ?? 0 }
  func exits(_ exitClass: ExitClass) -> Int { journal.counts.byClass[exitClass] ?? 0 }
}
