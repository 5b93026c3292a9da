import BusKit
import Lab
import X86
import X86Decode

/// A guest in a few pages of RAM: just enough to attach itself, and whatever a test has it execute.
final class ParaGuest {
  static let directory: UInt32 = 0x10_000
  static let table: UInt32 = 0x11_000
  /// The shared page and, behind it, the virtual processor's tables.
  static let shared: UInt32 = 0x12_000
  static let gdt: UInt32 = 0x14_000
  /// Where lists for hypercalls go.
  static let list: UInt32 = 0x15_000
  static let stack: UInt32 = 0x1A_000
  static let code: UInt32 = 0x20_000
  /// Pages that nothing is in, mapped for writing.
  static let free: UInt32 = 0x30_000
  static let frameCount: UInt32 = 512

  let ram: GuestRAM
  let cpu: CPU
  let monitor: Monitor
  let engine = ParaEngine()
  let journal = Journal()
  let ports = PortMap()

  init() {
    ram = GuestRAM(byteCount: Int(Self.frameCount) << 12, hiddenByteCount: 32 << 20)
    let memory = PhysicalMap(ram: ram)
    memory.mapHole(at: 0xA0000, byteCount: 0x60000)
    cpu = CPU(
      model: .i80486, memory: memory, ports: ports,
      scheduler: Scheduler(frequency: Frequency(33_000_000)))
    cpu.reset()
    monitor = Monitor(cpu, engine: engine, journal: journal)
    makeTables()
    startInProtectedMode()
  }

  /// All of RAM where it is, the page tables and the processor's tables read-only.
  private func makeTables() {
    for frame in 0..<Self.frameCount {
      let isReadOnly = [Self.directory, Self.table, Self.shared + 0x1000, Self.gdt]
        .contains(frame << 12)
      ram.write(Int(Self.table + frame * 4), frame << 12 | (isReadOnly ? 1 : 3))
    }
    ram.write(Int(Self.directory), Self.table | 3)
  }

  private func startInProtectedMode() {
    var state = cpu.architecturalState
    state.cr0 = 0x11
    func flat(_ selector: UInt16, _ attributes: UInt16) -> ArchitecturalState.Segment {
      .init(selector: selector, base: 0, limit: 0xFFFF_FFFF, attributes: attributes)
    }
    state.segments = [
      flat(0x10, 0xC093), flat(0x08, 0xC09B), flat(0x10, 0xC093), flat(0x10, 0xC093),
      flat(0x10, 0xC093), flat(0x10, 0xC093),
    ]
    ram.write(0x1008, 0x00CF_9B00_0000_FFFF as UInt64)
    ram.write(0x1010, 0x00CF_9300_0000_FFFF as UInt64)
    state.gdtrBase = 0x1000
    state.gdtrLimit = 0x17
    state.registers[4] = UInt64(Self.stack)
    state.rip = UInt64(Self.code)
    cpu.architecturalState = state
  }

  /// MOV EAX/EBX/ECX/EDX, number.
  static func set(_ register: UInt8, _ value: UInt32) -> [UInt8] {
    [0xB8 + register] + bytes(value)
  }
  static func bytes(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  static let discovery: [UInt8] = [0x66, 0xBA, 0x50, 0x52, 0xED]
  static let hypercall: [UInt8] = [0xCD, 0x82]
  static let here: [UInt8] = [0xEB, 0xFE]
  static let attaching: [UInt8] =
    discovery + set(0, Hypercall.attach.rawValue) + set(3, shared) + set(1, directory) + set(2, 1)
    + hypercall

  /// Puts a program where the processor begins, and runs it for a while.
  func run(_ program: [UInt8], at place: UInt32 = code, ticks: Ticks = 20_000) {
    ram.write(Int(place), bytes: program)
    cpu.rip = UInt64(place)
    go(ticks)
  }

  func go(_ ticks: Ticks = 20_000) { _ = cpu.run(until: cpu.scheduler.now + ticks) }

  /// A guest that has attached itself and does nothing more.
  static func attached() -> ParaGuest {
    let guest = ParaGuest()
    guest.run(attaching + here)
    return guest
  }

  func register(_ name: GeneralRegister) -> UInt32 { cpu.register(name) }

  func ask(_ call: Hypercall, _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0) -> Int32 {
    engine.request(call, a, b, c, on: monitor)
  }

  /// mmu_update with one update.
  func update(_ address: UInt32, _ value: UInt32) -> Int32 {
    write(Self.list, [address, value])
    return ask(.mmuUpdate, Self.list, 1)
  }

  /// mmuext_op with one operation.
  func extend(_ operation: UInt32, _ argument: UInt32) -> Int32 {
    write(Self.list, [operation, argument])
    return ask(.mmuextOp, Self.list, 1)
  }

  func write(_ address: UInt32, _ values: [UInt32]) {
    for (n, value) in values.enumerated() { ram.write(Int(address) + n * 4, value) }
  }

  func read(_ address: UInt32) -> UInt32 { ram.read(Int(address)) }
  func entry(_ page: UInt32) -> UInt32 { Self.table + (page >> 12) * 4 }
}
