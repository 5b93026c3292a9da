import BusKit
import X86
import X86Decode

/// A processor with nothing but memory around it, in which vectors are run one after the other.
/// Only the bytes that a vector lists are touched, and they are put back afterwards.
protocol VectorBench: AnyObject {
  var cpu: CPU { get }
  /// Bytes of the default operand size, for disassembly.
  var codeSize: UInt8 { get }
  /// Why the vector cannot be run here, or nil.
  func reasonToSkip(_ vector: Vector) -> String?
  func load(_ vector: Vector)
  /// Executes the vector and gives the clocks that the instruction took.
  func run(_ vector: Vector) -> Int
  /// What a register holds, as the recording would give it.
  func value(_ register: VectorRegister, in state: ArchitecturalState) -> UInt64
  /// The exception that was raised, where registers and memory do not show it anyway.
  var raisedVector: UInt8? { get }
  /// Whether the exception's vector is compared.
  var comparesExceptions: Bool { get }
  /// The address of the page fault that was raised last.
  var faultAddress: UInt64 { get }
  /// Clocks of the recording that belong to the instruction.
  func recordedClocks(_ vector: Vector) -> Int?
  func byte(_ address: UInt32) -> UInt8
  func clear(_ vector: Vector)

  // MARK: For recording
  /// Where the instruction lies that these registers point at, as vectors name addresses.
  func codeAddress(_ registers: RegisterValues) -> UInt32
  /// An address without the bits that the bus or the mode drops.
  func wrapped(_ address: UInt32) -> UInt32
  /// Whether programs have memory there.
  func holds(_ address: UInt32) -> Bool
  /// What that memory contains where a vector does not say it.
  func emptyByte(_ address: UInt32) -> UInt8
  /// Every address that contains something else.
  func changedAddresses() -> [UInt32]
}

extension VectorBench {
  /// Puts the memory at these addresses back.
  func wipe(_ addresses: [UInt32]) {
    var vector = Vector(
      position: 0, index: 0, name: "", bytes: [], initial: VectorState(), final: VectorState())
    vector.final.memory = addresses.map { MemoryByte($0, 0) }
    clear(vector)
  }

  /// Executes one instruction, a repeated one with all its iterations.
  func stepWhole(_ bytes: [UInt8]) -> Int {
    let start = cpu.rip
    var clocks = Int(truncatingIfNeeded: cpu.stepInstruction())
    guard cpu.rip == start else { return clocks }
    switch cpu.decoder.decode(bytes, codeSize: codeSize, isRealOrV86: !cpu.isProtected).operation {
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs: break
    default: return clocks
    }
    // No count is longer than 16 bits; a defect must not hang the run.
    var rounds = 0
    while cpu.rip == start, rounds < 1 << 17 {
      clocks += Int(truncatingIfNeeded: cpu.stepInstruction())
      rounds += 1
    }
    return clocks
  }
}

/// Real mode: the 8086, 80286 and 80386 sets.
final class RealModeBench: VectorBench {
  let cpu: CPU
  let codeSize: UInt8 = 2
  let comparesExceptions = false
  let raisedVector: UInt8? = nil
  let faultAddress: UInt64 = 0
  private let source: VectorSource
  private let ram: GuestRAM
  private let addressMask: UInt32
  private var template: ArchitecturalState

  init(source: VectorSource, model: ProcessorModel) {
    self.source = source
    addressMask = model < .i80286 ? 0xF_FFFF : 0xFF_FFFF
    ram = GuestRAM(byteCount: Int(addressMask) + 1)
    cpu = CPU(
      model: model, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: Scheduler(frequency: Frequency(10_000_000)))
    template = cpu.architecturalState
    template.idtrBase = 0
    template.idtrLimit = 0x3FF
  }

  func reasonToSkip(_ vector: Vector) -> String? { nil }

  func load(_ vector: Vector) {
    let registers = vector.initial.registers
    var state = template
    let general: [VectorRegister] = [.ax, .cx, .dx, .bx, .sp, .bp, .si, .di]
    for (number, name) in general.enumerated() { state.registers[number] = registers[name] ?? 0 }
    state.rip = registers[.ip] ?? 0
    // IOPL and NT may be set in the recordings; the 80286 ignores them in real mode.
    let flags = UInt32(truncatingIfNeeded: registers[.flags] ?? 2)
    state.eflags = cpu.model < .i80386 ? flags & 0xFFF : flags
    let segments: [VectorRegister] = [.es, .cs, .ss, .ds, .fs, .gs]
    for (number, name) in segments.enumerated() {
      let selector = UInt16(truncatingIfNeeded: registers[name] ?? 0)
      state.segments[number] = .init(
        selector: selector, base: UInt64(selector) << 4, limit: 0xFFFF, attributes: 0x93)
    }
    if let value = registers[.cr0] { state.cr0 = value & 0x1F }
    if let value = registers[.cr3] { state.cr3 = value }
    cpu.architecturalState = state
    for byte in vector.initial.memory { ram.write(Int(byte.address & addressMask), byte.value) }
  }

  func run(_ vector: Vector) -> Int {
    let refill = queueRefill(vector)
    return refill + stepWhole(vector.bytes)
  }

  /// The 80286's recordings begin with an empty queue behind a jump. What the jump would be charged for
  /// that at its target belongs to the count, but for the one clock that the bare HLT of the baseline
  /// has as well.
  private func queueRefill(_ vector: Vector) -> Int {
    guard source == .i80286, cpu.model == .i80286, let cs = vector.initial.registers[.cs] else {
      return 0
    }
    let instruction = instruction(vector)
    let address = cs << 4 &+ (vector.initial.registers[.ip] ?? 0)
    return Int(cpu.decoder.refillClocks(of: instruction, isOdd: address & 1 != 0)) - 1
  }

  private func instruction(_ vector: Vector) -> Instruction {
    cpu.decoder.decode(
      vector.bytes + [UInt8](repeating: 0, count: 16), codeSize: codeSize, isRealOrV86: true)
  }

  func value(_ register: VectorRegister, in state: ArchitecturalState) -> UInt64 {
    switch register {
    case .ip:
      // These recordings end at the HLT that is fed behind the instruction: one byte further on.
      !source.endsBehindHalt || state.isHalted ? state.rip : (state.rip &+ 1) & 0xFFFF
    case .flags: UInt64(state.eflags)
    case .es, .cs, .ss, .ds, .fs, .gs:
      UInt64(state.segments[register.rawValue - VectorRegister.es.rawValue].selector)
    case .cr0: state.cr0
    case .cr3: state.cr3
    case .dr6: state.debugRegisters[6]
    case .dr7: state.debugRegisters[7]
    default: state.registers[register.rawValue]
    }
  }

  /// A bare HLT takes 9 clocks on the recording 80286: what goes before the instruction and the closing
  /// HLT itself. Where HLT is the instruction there is no other.
  func recordedClocks(_ vector: Vector) -> Int? {
    guard source.times(cpu.model), let count = vector.cycleCount else { return nil }
    let overhead = source == .i80286 ? 9 : 0
    let halt = source == .i80286 && instruction(vector).operation == .hlt ? 2 : 0
    return max(0, count - overhead + halt)
  }

  func byte(_ address: UInt32) -> UInt8 { ram.read(Int(address & addressMask)) }

  func clear(_ vector: Vector) {
    for byte in vector.initial.memory { ram.write(Int(byte.address & addressMask), 0 as UInt8) }
    for byte in vector.final.memory { ram.write(Int(byte.address & addressMask), 0 as UInt8) }
  }

  // MARK: For recording

  func codeAddress(_ registers: RegisterValues) -> UInt32 {
    let base = (registers[.cs] ?? 0) << 4
    return wrapped(UInt32(truncatingIfNeeded: base &+ (registers[.ip] ?? 0) & 0xFFFF))
  }

  func wrapped(_ address: UInt32) -> UInt32 { address & addressMask }

  func holds(_ address: UInt32) -> Bool { address <= addressMask }

  func emptyByte(_ address: UInt32) -> UInt8 { 0 }

  func changedAddresses() -> [UInt32] {
    var found: [UInt32] = []
    let empty = [UInt8](repeating: 0, count: GuestRAM.pageSize)
    for page in stride(from: 0, to: ram.byteCount, by: GuestRAM.pageSize) {
      let bytes = ram.bytes(page, count: GuestRAM.pageSize)
      // Nearly every page is empty.
      guard bytes != empty else { continue }
      for (offset, byte) in bytes.enumerated() where byte != 0 {
        found.append(UInt32(page + offset))
      }
    }
    return found
  }
}
