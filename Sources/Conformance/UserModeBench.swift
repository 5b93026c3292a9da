import BusKit
import X86
import X86Decode

/// User mode, of 32 or 64 bits, under a kernel that does nothing: flat segments, two pages of code and
/// two of data, every exception caught by its gate. Native vectors run here.
final class UserModeBench: VectorBench {
  let cpu: CPU
  let codeSize: UInt8
  let comparesExceptions = true
  private let ram: GuestRAM
  private var template: ArchitecturalState
  /// The exception's vector and frame, once its gate was entered.
  private var frame: (vector: UInt8, rip: UInt64, rflags: UInt64, rsp: UInt64)?
  private var is64Bit: Bool { codeSize == 8 }

  /// Where things lie in the bench's 64 KiB of RAM.
  private enum Place {
    static let gdt = 0
    static let idt = 0x800
    static let directory = 0x1000
    static let kernelTable = 0x2000
    static let codeTable = 0x3000
    static let dataTable = 0x4000
    static let tss = 0x5000
    static let stackTop = 0x7000
    /// The handler of vector n begins at this address + n; it is never executed.
    static let handlers = 0x7000
    static let code = 0x8000
    static let data = 0xA000
    /// Long mode: the levels above the directory, and an IDT of larger gates.
    static let pml4 = 0xC000
    static let pointers = 0xD000
    static let longIDT = 0xE000
  }
  static let codeBase: UInt32 = 0x1000_0000
  static let dataBase: UInt32 = 0x2000_0000
  static let windowSize: UInt32 = 0x2000
  /// INT3: where a test ends.
  private static let filler: UInt8 = 0xCC

  init(model: ProcessorModel, is64Bit: Bool) {
    codeSize = is64Bit ? 8 : 4
    ram = GuestRAM(byteCount: 0x10000)
    cpu = CPU(
      model: model, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: Scheduler(frequency: Frequency(33_000_000)))
    template = cpu.architecturalState
    if is64Bit {
      writeLongTables()
      fillLongTemplate()
    } else {
      writeTables()
      fillTemplate()
    }
    ram.write(Place.code, bytes: [UInt8](repeating: Self.filler, count: 0x2000))
  }

  /// Descriptors at the selectors that the recording system used: 23h code, 2Bh data.
  private func writeTables() {
    let flat: UInt64 = 0x00CF_0000_0000_FFFF
    let descriptors: [Int: UInt64] = [
      1: flat | 0x9B << 40, 3: flat | 0x93 << 40, 4: flat | 0xFB << 40, 5: flat | 0xF3 << 40,
      8: 0x0000_8B00_0000_0067 | UInt64(Place.tss) << 16,
    ]
    for (number, value) in descriptors { ram.write(Place.gdt + number * 8, value) }
    // Interrupt gates; the breakpoint's and INTO's are open to programs.
    for vector in 0..<256 {
      let type: UInt64 = vector == 3 || vector == 4 ? 0xEE : 0x8E
      let handler = UInt64(Place.handlers + vector)
      ram.write(Place.idt + vector * 8, 8 << 16 | type << 40 | handler)
    }
    // Present, writable, accessed and dirty, so that nothing writes to the tables later.
    let kernel: UInt32 = 0x63
    let user: UInt32 = 0x67
    ram.write(Place.directory, UInt32(Place.kernelTable) | kernel)
    ram.write(Place.directory + Int(Self.codeBase >> 22) * 4, UInt32(Place.codeTable) | user)
    ram.write(Place.directory + Int(Self.dataBase >> 22) * 4, UInt32(Place.dataTable) | user)
    for page in 0..<16 { ram.write(Place.kernelTable + page * 4, UInt32(page) << 12 | kernel) }
    for page in 0..<2 {
      ram.write(Place.codeTable + page * 4, UInt32(Place.code + page * 4096) | user)
      ram.write(Place.dataTable + page * 4, UInt32(Place.data + page * 4096) | user)
    }
    ram.write(Place.tss + 4, UInt32(Place.stackTop))
    ram.write(Place.tss + 8, 0x18 as UInt32)
    // No I/O permission bitmap.
    ram.write(Place.tss + 0x66, 0x68 as UInt16)
  }

  /// The same for long mode: 33h is 64-bit code, and page tables have four levels.
  private func writeLongTables() {
    let descriptors: [Int: UInt64] = [
      1: 0x00AF_9B00_0000_FFFF, 5: 0x00CF_F300_0000_FFFF, 6: 0x00AF_FB00_0000_FFFF,
      8: 0x0000_8B00_0000_0067 | UInt64(Place.tss) << 16,
    ]
    for (number, value) in descriptors { ram.write(Place.gdt + number * 8, value) }
    for vector in 0..<256 {
      let type: UInt64 = vector == 3 || vector == 4 ? 0xEE : 0x8E
      let handler = UInt64(Place.handlers + vector)
      ram.write(Place.longIDT + vector * 16, 8 << 16 | type << 40 | handler)
    }
    let kernel: UInt64 = 0x63
    let user: UInt64 = 0x67
    ram.write(Place.pml4, UInt64(Place.pointers) | user)
    ram.write(Place.pointers, UInt64(Place.directory) | user)
    ram.write(Place.directory, UInt64(Place.kernelTable) | kernel)
    ram.write(Place.directory + Int(Self.codeBase >> 21) * 8, UInt64(Place.codeTable) | user)
    ram.write(Place.directory + Int(Self.dataBase >> 21) * 8, UInt64(Place.dataTable) | user)
    for page in 0..<16 { ram.write(Place.kernelTable + page * 8, UInt64(page) << 12 | kernel) }
    for page in 0..<2 {
      ram.write(Place.codeTable + page * 8, UInt64(Place.code + page * 4096) | user)
      ram.write(Place.dataTable + page * 8, UInt64(Place.data + page * 4096) | user)
    }
    ram.write(Place.tss + 4, UInt64(Place.stackTop))
    ram.write(Place.tss + 0x66, 0x68 as UInt16)
  }

  private func fillLongTemplate() {
    let null = ArchitecturalState.Segment(selector: 0, base: 0, limit: 0, attributes: 0)
    template.segments = [null, null, null, null, null, null]
    template.segments[1] = .init(selector: 0x33, base: 0, limit: .max, attributes: 0xA0FB)
    template.segments[2] = .init(selector: 0x2B, base: 0, limit: .max, attributes: 0xC0F3)
    template.ldtr = null
    template.tr = .init(
      selector: 0x40, base: UInt64(Place.tss), limit: 0x67, attributes: 0x8B)
    template.gdtrBase = UInt64(Place.gdt)
    template.gdtrLimit = 0x7F
    template.idtrBase = UInt64(Place.longIDT)
    template.idtrLimit = 0xFFF
    // PG, WP, NE, ET, PE; PAE, OSFXSR, OSXMMEXCPT; NXE, LMA, LME, SCE.
    template.cr0 = 0x8001_0031
    template.cr3 = UInt64(Place.pml4)
    template.cr4 = 0x620
    template.systemCalls.efer = 0xD01
    template.cpl = 3
  }

  private func fillTemplate() {
    let data = ArchitecturalState.Segment(
      selector: 0x2B, base: 0, limit: .max, attributes: 0xC0F3)
    let null = ArchitecturalState.Segment(selector: 0, base: 0, limit: 0, attributes: 0)
    template.segments = [data, data, data, data, null, null]
    template.segments[1] = .init(selector: 0x23, base: 0, limit: .max, attributes: 0xC0FB)
    template.ldtr = null
    template.tr = .init(
      selector: 0x40, base: UInt64(Place.tss), limit: 0x67, attributes: 0x8B)
    template.gdtrBase = UInt64(Place.gdt)
    template.gdtrLimit = 0x7F
    template.idtrBase = UInt64(Place.idt)
    template.idtrLimit = 0x7FF
    // PG, WP, NE, ET, PE.
    template.cr0 = 0x8001_0031
    template.cr3 = UInt64(Place.directory)
    // OSFXSR, OSXMMEXCPT.
    if cpu.model >= .pentium3 { template.cr4 = 0x600 }
    template.cpl = 3
  }

  func reasonToSkip(_ vector: Vector) -> String? {
    guard vector.exception?.vector != 6 else { return nil }
    guard !is64Bit || cpu.features.contains(.longMode) else {
      return "\(cpu.model) has no 64-bit mode"
    }
    let instruction = cpu.decoder.decode(
      vector.bytes, codeSize: codeSize, isRealOrV86: false)
    if instruction.operation == .pushSegment, instruction.operandSize == 4, cpu.model <= .i80486 {
      // Intel SDM vol. 3, 22.31.1; the recording processor clears the upper two.
      return "\(cpu.model) writes two bytes when it pushes a segment register"
    }
    guard instruction.operation == .invalid else { return nil }
    let word = vector.name.split(separator: " ").first ?? "?"
    return "\(cpu.model) lacks \(word)"
  }

  func load(_ vector: Vector) {
    let registers = vector.initial.registers
    var state = template
    for number in 0..<16 {
      state.registers[number] =
        VectorRegister(rawValue: number).flatMap { registers[$0] } ?? 0
    }
    state.rip = registers[.ip] ?? 0
    state.eflags = UInt32(truncatingIfNeeded: registers[.flags] ?? 0x202)
    if let image = FloatingPointState(image: vector.initial.floatingPoint) {
      state.floatingPoint = image
    }
    cpu.architecturalState = state
    for byte in vector.initial.memory {
      if let at = physical(byte.address) { ram.write(at, byte.value) }
    }
    frame = nil
  }

  func run(_ vector: Vector) -> Int {
    let clocks = stepWhole(vector.bytes)
    // Some tests are a few instructions long: they end at the filler.
    var rounds = 0
    while cpu.cpl == 3, rounds < 4096, byte(UInt32(truncatingIfNeeded: cpu.rip)) != Self.filler {
      _ = cpu.stepInstruction()
      rounds += 1
    }
    if cpu.cpl == 0 { readFrame() }
    return clocks
  }

  /// The exception's frame on the inner stack, an error code below it for some vectors.
  private func readFrame() {
    let vector = UInt8(truncatingIfNeeded: cpu.rip &- UInt64(Place.handlers))
    var at = Int(cpu.register(.rsp, as: UInt32.self))
    let size = is64Bit ? 8 : 4
    switch vector {
    case 8, 10...14, 17: at += size
    default: break
    }
    func item(_ n: Int) -> UInt64 {
      is64Bit ? ram.read(at + n * 8) : UInt64(ram.read(at + n * 4) as UInt32)
    }
    frame = (vector, item(0), item(2), item(3))
  }

  var raisedVector: UInt8? { frame?.vector }

  var faultAddress: UInt64 { cpu.architecturalState.cr2 }

  func value(_ register: VectorRegister, in state: ArchitecturalState) -> UInt64 {
    // RF is the fault's own affair.
    let resume: UInt64 = 1 << 16
    switch register {
    case .ip: return frame?.rip ?? state.rip
    case .flags: return (frame?.rflags ?? UInt64(state.eflags)) & ~resume
    case .sp: return frame?.rsp ?? state.registers[4]
    default: return register.rawValue < 16 ? state.registers[register.rawValue] : 0
    }
  }

  func recordedClocks(_ vector: Vector) -> Int? { nil }

  private func physical(_ linear: UInt32) -> Int? {
    if linear &- Self.codeBase < Self.windowSize { return Place.code + Int(linear - Self.codeBase) }
    if linear &- Self.dataBase < Self.windowSize { return Place.data + Int(linear - Self.dataBase) }
    return nil
  }

  func byte(_ address: UInt32) -> UInt8 { physical(address).map { ram.read($0) } ?? 0xFF }

  func clear(_ vector: Vector) {
    for byte in vector.initial.memory + vector.final.memory {
      guard let at = physical(byte.address) else { continue }
      ram.write(at, at < Place.data ? Self.filler : 0)
    }
  }

  // MARK: For recording

  func codeAddress(_ registers: RegisterValues) -> UInt32 {
    UInt32(truncatingIfNeeded: registers[.ip] ?? 0)
  }

  func wrapped(_ address: UInt32) -> UInt32 { address }

  func holds(_ address: UInt32) -> Bool { physical(address) != nil }

  func emptyByte(_ address: UInt32) -> UInt8 {
    address &- Self.codeBase < Self.windowSize ? Self.filler : 0
  }

  func changedAddresses() -> [UInt32] {
    [Self.codeBase, Self.dataBase].flatMap { base in
      (base..<base + Self.windowSize).filter { byte($0) != emptyByte($0) }
    }
  }
}
