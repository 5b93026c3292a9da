import BusKit
import Foundation
import Lab
import X86
import X86Decode

/// A processor under a monitor, in which single instructions are evaluated both ways: on the hardware at
/// its true privilege, and at the privilege that the guest believes in.
final class RowBench {
  enum Mode: String, CaseIterable, Sendable {
    case protected32, protected16, real
    var codeSize: UInt8 { self == .protected32 ? 4 : 2 }
  }

  /// What the instruction finds.
  struct Situation: Equatable {
    /// In registers, immediates, memory and, if nothing else is said, on the stack.
    var word: UInt16
    /// What the stack holds where a return finds its flags; nil for ``word`` everywhere.
    var image: UInt32?
    /// IF and IOPL at first.
    var flags: UInt32
    /// Of the guest; 0 in real mode.
    var cpl: UInt8 = 0
  }

  enum Verdict: Equatable {
    case trapped(String)
    case same
    /// Silently; in words.
    case different(String)
  }

  static let gdt = 0x1000
  static let ldt = 0x1800
  static let idt = 0x2000
  static let tss = 0x2800
  static let code = 0x4000
  static let target = 0x5000
  static let data = 0x6000
  static let stack = 0x7000
  static let byteCount = 1 << 16

  let cpu: CPU
  let monitor: Monitor
  let mode: Mode
  private let ram: GuestRAM
  private let pristine: [UInt8]
  private let base: ArchitecturalState

  init(_ model: ProcessorModel, _ mode: Mode) {
    self.mode = mode
    ram = GuestRAM(byteCount: Self.byteCount, hiddenByteCount: 32 << 20)
    cpu = CPU(
      model: model, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: Scheduler(frequency: Frequency(100_000_000)))
    Self.writeTables(ram)
    cpu.setPresent(1000, sliceEnd: 1 << 40)
    var state = cpu.architecturalState
    Self.configure(&state, mode)
    cpu.architecturalState = state
    Self.prepare(cpu, ram, mode)
    base = cpu.architecturalState
    pristine = ram.bytes(0, count: Self.byteCount)
    monitor = Monitor(cpu, engine: NaiveEngine(), journal: Journal())
  }

  // MARK: The guest

  /// Selectors that a word can be, null and one beyond the table among them.
  static let words: [UInt16] = [
    0x10, 0x08, 0x09, 0x11, 0x12, 0x1B, 0x23, 0x22, 0x28, 0x30, 0x38, 0x40, 0x48, 0x49, 0x50, 0x58,
    0x60, 0x68, 0x70, 0x78, 0x79, 0x80, 0x88, 0x89, 0x90, 0x98, 0x04, 0x05, 0, 1, 0x1000,
  ]

  private static func writeTables(_ ram: GuestRAM) {
    let descriptors: [UInt64] = [
      0,
      0x00CF_9B00_0000_FFFF,  // 08: code, ring 0
      0x00CF_9300_0000_FFFF,  // 10: data, ring 0
      0x00CF_FB00_0000_FFFF,  // 18: code, ring 3
      0x00CF_F300_0000_FFFF,  // 20: data, ring 3
      0x0000_8B00_2800_0067,  // 28: the present TSS
      0x0000_8200_1800_001F,  // 30: the LDT
      0x0000_9B00_0000_FFFF,  // 38: 16-bit code, ring 0
      0x0000_9300_0000_FFFF,  // 40: 16-bit data, ring 0
      0x00CF_9F00_0000_FFFF,  // 48: conforming code, ring 0
      0x0000_EC00_0008_5000,  // 50: call gate to 08, for ring 3
      0x00CF_1300_0000_FFFF,  // 58: data, absent
      0x0000_8900_2900_0067,  // 60: another TSS
      0x00CF_9100_0000_FFFF,  // 68: data to read
      0x00CF_9900_0000_FFFF,  // 70: code to execute only
      0x00CF_B300_0000_FFFF,  // 78: data, ring 1
      0x0000_E500_0060_0000,  // 80: task gate
      0x00CF_BB00_0000_FFFF,  // 88: code, ring 1
      0x00CF_9700_0000_0FFF,  // 90: expand-down, ring 0
      0x0000_9300_6000_00FF,  // 98: a small segment
    ]
    for (index, raw) in descriptors.enumerated() { ram.write(gdt + index * 8, raw) }
    for (index, raw) in descriptors[1...2].enumerated() { ram.write(ldt + index * 8, raw) }
    for vector in 0..<256 {
      let dpl: UInt64 = vector % 2 == 0 ? 0x8E00 : 0xEE00
      ram.write(idt + vector * 8, dpl << 32 | 0x0008_0000 | UInt64(target))
      // Real mode's table, whose first half is overlaid by nothing.
      ram.write(vector * 4, UInt32(0x0050_0000))
    }
    ram.write(tss + 4, UInt32(stack))
    ram.write(tss + 8, UInt32(0x10))
    ram.write(tss + 102, UInt16(104))
  }

  private static func configure(_ state: inout ArchitecturalState, _ mode: Mode) {
    typealias Segment = ArchitecturalState.Segment
    state.gdtrBase = UInt64(gdt)
    state.gdtrLimit = 0x9F
    state.idtrBase = mode == .real ? 0 : UInt64(idt)
    state.idtrLimit = mode == .real ? 0x3FF : 0x7FF
    state.cr0 = mode == .real ? 0x10 : 0x11
    state.cr4 |= 0x600
    state.ldtr = Segment(selector: 0x30, base: UInt64(ldt), limit: 0x1F, attributes: 0x82)
    state.tr = Segment(selector: 0x28, base: UInt64(tss), limit: 0x67, attributes: 0x8B)
    func real(_ base: Int) -> Segment {
      Segment(selector: UInt16(base >> 4), base: UInt64(base), limit: 0xFFFF, attributes: 0x93)
    }
    switch mode {
    case .real:
      state.segments = [real(data), real(code), real(stack), real(data), real(data), real(data)]
    case .protected32, .protected16:
      let is32 = mode == .protected32
      let flat = Segment(
        selector: is32 ? 0x10 : 0x40, base: 0, limit: is32 ? .max : 0xFFFF,
        attributes: is32 ? 0xC093 : 0x93)
      let program = Segment(
        selector: is32 ? 0x08 : 0x38, base: 0, limit: is32 ? .max : 0xFFFF,
        attributes: is32 ? 0xC09B : 0x9B)
      state.segments = [flat, program, flat, flat, flat, flat]
    }
  }

  /// What only instructions can bring about: a time stamp of the guest's own, and an x87 instruction's
  /// pointers.
  private static func prepare(_ cpu: CPU, _ ram: GuestRAM, _ mode: Mode) {
    let place = code + 0x800
    func execute(_ bytes: [UInt8]) {
      ram.write(place, bytes: bytes)
      cpu.rip = UInt64(mode == .real ? place - code : place)
      if let step = cpu.prepareStep() { cpu.perform(step) }
    }
    if cpu.features.contains(.tsc), cpu.features.contains(.msr) {
      cpu.setRegister(.rax, 0x1234_5678 as UInt32)
      cpu.setRegister(.rcx, 0x10 as UInt32)
      execute([0x0F, 0x30])
    }
    if cpu.model == .x86_64 {
      // IA32_MISC_ENABLE: CPUID's leaves are limited.
      cpu.setRegister(.rax, 1 << 22 as UInt32)
      cpu.setRegister(.rdx, 0 as UInt32)
      cpu.setRegister(.rcx, 0x1A0 as UInt32)
      execute([0x0F, 0x30])
    }
  }

  // MARK: One instruction

  func evaluate(
    _ bytes: [UInt8], _ situation: Situation, refusing sensitivity: Sensitivity = .none
  ) -> Verdict {
    arrange(bytes, situation)
    let before = ram.bytes(0, count: Self.byteCount)
    let start = cpu.architecturalState
    if let interception = monitor.executeOnHardware(refusing: sensitivity) {
      return .trapped(Self.describe(interception))
    }
    let machine = cpu.architecturalState
    let machineMemory = ram.bytes(0, count: Self.byteCount)
    restore(before)
    cpu.architecturalState = start
    cpu.setPresent(1000, sliceEnd: 1 << 40)
    if let interception = monitor.executeVirtually() {
      return .different("ring 0: \(Self.describe(interception)), hardware: completes")
    }
    let virtual = cpu.architecturalState
    let virtualMemory = ram.bytes(0, count: Self.byteCount)
    guard machine == virtual, machineMemory == virtualMemory else {
      return .different(
        Self.differences(virtual, machine)
          + Self.difference(virtualMemory, machineMemory))
    }
    return .same
  }

  private func restore(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { wanted in
      for page in stride(from: 0, to: Self.byteCount, by: 4096) {
        guard let present = ram.pagePointer(page), let base = wanted.baseAddress else { return }
        guard memcmp(present, base + page, 4096) != 0 else { continue }
        ram.write(page, bytes: bytes[page..<page + 4096])
      }
    }
  }

  private func arrange(_ bytes: [UInt8], _ situation: Situation) {
    restore(pristine)
    let word = situation.word
    let place = Self.code + 0x100
    ram.write(place, bytes: bytes)
    for offset in stride(from: 0, to: 0x100, by: 2) { ram.write(Self.data + offset, word) }
    let stack = Self.stack + 0x800
    for offset in stride(from: 0, to: 0x80, by: 2) { ram.write(stack + offset, word) }
    if let image = situation.image {
      // As IRET and far returns find it, in the width of the mode.
      let isWide = mode == .protected32
      let values: [UInt32] = [
        UInt32(mode == .real ? 0x1000 : Self.target), UInt32(word), image, UInt32(stack),
        word & 3 == 3 ? 0x23 : UInt32(word & 3 | 0x10),
      ]
      for (index, value) in values.enumerated() {
        if isWide {
          ram.write(stack + index * 4, value)
        } else {
          ram.write(stack + index * 2, UInt16(truncatingIfNeeded: value))
        }
      }
    }
    var state = base
    let isReal = mode == .real
    let filling = UInt64(word)
    state.registers = [filling, filling, filling, filling, 0x800, 0x100, 0x10, 0x20]
    state.registers += [UInt64](repeating: 0, count: 8)
    if !isReal {
      state.registers[4] = UInt64(stack)
      for index in 5...7 { state.registers[index] += UInt64(Self.data) }
    }
    state.rip = isReal ? 0x100 : UInt64(place)
    state.eflags = situation.flags | 2
    if !isReal, situation.cpl > 0 { lower(&state, to: situation.cpl) }
    cpu.architecturalState = state
    cpu.setPresent(1000, sliceEnd: 1 << 40)
  }

  /// The guest's own ring 1 or 3.
  private func lower(_ state: inout ArchitecturalState, to cpl: UInt8) {
    state.cpl = cpl
    let (code, data): (UInt16, UInt16) = cpl == 3 ? (0x1B, 0x23) : (0x89, 0x79)
    state.segments[1].selector = code
    state.segments[1].attributes |= UInt16(cpl) << 5
    for index in [0, 2, 3, 4, 5] {
      state.segments[index].selector = data
      state.segments[index].attributes |= UInt16(cpl) << 5
    }
  }

  private static func describe(_ interception: Interception) -> String {
    switch interception.cause {
    case .fault(let fault): ExitReason(fault).description
    case .interrupt(let vector, _): "interrupt \(vector)"
    case .sensitive: "reported"
    }
  }

  private static func differences(_ a: ArchitecturalState, _ b: ArchitecturalState) -> String {
    var words: [String] = []
    func note(_ name: String, _ x: some Equatable, _ y: some Equatable) {
      if "\(x)" != "\(y)" { words.append("\(name): ring 0 \(x), hardware \(y)") }
    }
    for (mirror, other) in zip(Mirror(reflecting: a).children, Mirror(reflecting: b).children)
    where "\(mirror.value)" != "\(other.value)" {
      words.append("\(mirror.label ?? ""): ring 0 \(mirror.value), hardware \(other.value)")
    }
    return words.joined(separator: "; ")
  }

  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> String {
    guard let at = a.indices.first(where: { a[$0] != b[$0] }) else { return "" }
    return "; [\(String(at, radix: 16))]: ring 0 \(a[at]), hardware \(b[at])"
  }
}
