import BusKit
import Lab
import PC
import X86
import X86Decode

/// Random privileged and sensitive instructions, executed by a kernel, its programs, virtual-8086 and real
/// mode. A program is a row of slots of sixteen bytes, an instruction each; the handlers of faults and
/// interrupts go on at the next slot.
struct FuzzBench {
  /// Where a program is executed.
  enum Place: Int, CaseIterable {
    case kernel, kernel16, user, ring1, v86, real
  }

  private static let descriptors = 0x1000
  private static let gates = 0x2000
  private static let task = 0x3000
  private let directory: Int
  private static let handlers = 0x6000
  static let code = 0x8000
  private static let localDescriptors = 0x9000
  private static let otherTask = 0xA000
  static let slotCount = 64
  static let slotSize = 16
  private static let ticks: Ticks = 6000

  private var random: RandomNumbers
  private let tables: [UInt8]
  private let pages: [UInt8]

  /// - Parameter exposesPageTables: the page tables lie where the instructions often store. Stale
  ///   translations are then used, and how long is not the architecture's business.
  init(seed: UInt64, exposesPageTables: Bool = true) {
    random = RandomNumbers(state: seed)
    directory = exposesPageTables ? 0x4000 : 0x7_1000
    tables = Self.makeTables()
    pages = Self.makePages(directory)
  }

  struct RandomNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z &>> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z &>> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z &>> 31
    }
  }

  /// A machine with 1 MiB whose firmware halts.
  static func machine(_ model: ProcessorModel) throws -> Machine {
    var configuration = MachineConfiguration(
      model: model, systemBIOS: [UInt8](repeating: 0xF4, count: 64 << 10))
    configuration.memoryByteCount = 1 << 20
    configuration.stopsWhenHalted = true
    return try Machine(configuration)
  }

  // MARK: The guest's tables

  private static func makeTables() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 0x9000)
    func put(_ address: Int, _ value: UInt64, _ count: Int = 8) {
      for n in 0..<count { bytes[address - 0x1000 + n] = UInt8(value >> UInt64(8 * n) & 0xFF) }
    }
    // 08 code, 10 data, 18 16-bit code, 20 16-bit data, 28 code 3, 30 data 3, 38 TSS, 40 code 1, 48 data 1,
    // 50 conforming, 58 expand-down, 60 LDT, 68 call gate, 70 task gate, 78 other TSS, 80 at the top.
    let globals: [UInt64] = [
      0, 0x00CF_9B00_0000_FFFF, 0x00CF_9300_0000_FFFF, 0x0000_9B00_0000_FFFF,
      0x0000_9300_0000_FFFF, 0x00CF_FB00_0000_FFFF, 0x00CF_F300_0000_FFFF,
      0x0000_8B00_3000_0067, 0x00CF_BB00_0000_FFFF, 0x00CF_B300_0000_FFFF,
      0x00CF_9E00_0000_FFFF, 0x00CF_9600_0000_0FFF, 0x0000_8200_9000_00FF,
      0x0000_EC00_0008_6000, 0x0000_E500_0078_0000, 0x0000_8900_A000_0067,
      0xFFCF_92C0_0000_FFFF,
    ]
    for (index, descriptor) in globals.enumerated() { put(descriptors + index * 8, descriptor) }
    put(localDescriptors + 8, 0x00CF_F300_0000_FFFF)
    // Interrupt gates of level 0 and 3; with an error code to the first handler, else to the second.
    for vector in 0..<256 {
      let hasCode = [8, 10, 11, 12, 13, 14, 17].contains(vector)
      let target = UInt64(handlers + (hasCode ? 0 : 0x20))
      let rights: UInt64 = vector % 3 == 0 ? 0xEE00 : 0x8E00
      put(gates + vector * 8, target | 8 << 16 | rights << 32)
    }
    put(task + 4, 0xE000 | 0x10 << 32)
    put(task + 12, 0xD000 | 0x49 << 32)
    put(task + 102, 104, 2)
    // ADD ESP,4 for the error code; the saved EIP moves to the next slot; IRETD.
    let skip: [UInt8] = [
      0x83, 0x24, 0x24, 0xF0, 0x83, 0x04, 0x24, 0x10, 0xCF,
    ]
    for (n, byte) in ([0x83, 0xC4, 0x04] + skip).enumerated() {
      put(handlers + n, UInt64(byte), 1)
    }
    for (n, byte) in skip.enumerated() { put(handlers + 0x20 + n, UInt64(byte), 1) }
    // Real mode: PUSH BP; MOV BP,SP; AND WORD [BP+2],-16; ADD WORD [BP+2],16; POP BP; IRET.
    let real: [UInt8] = [
      0x55, 0x89, 0xE5, 0x83, 0x66, 0x02, 0xF0, 0x83, 0x46, 0x02, 0x10, 0x5D, 0xCF,
    ]
    for (n, byte) in real.enumerated() { put(handlers + 0x40 + n, UInt64(byte), 1) }
    return bytes
  }

  /// A page directory and, behind it, the page table for the first and the last 4 MiB.
  private static func makePages(_ directory: Int) -> [UInt8] {
    var entries = [UInt32](repeating: 0, count: 2048)
    entries[0] = UInt32(directory + 0x1000) | 7
    entries[1023] = entries[0]
    for page in 0..<1024 { entries[1024 + page] = UInt32(page & 0xFF) << 12 | 7 }
    return entries.flatMap { entry in withUnsafeBytes(of: entry.littleEndian) { Array($0) } }
  }

  /// The state at a program's first slot.
  private func state(
    _ place: Place, _ base: ArchitecturalState, _ random: inout RandomNumbers
  ) -> ArchitecturalState {
    var state = base
    typealias Segment = ArchitecturalState.Segment
    func segment(_ selector: UInt16, _ attributes: UInt16, _ limit: UInt32) -> Segment {
      Segment(selector: selector, base: 0, limit: limit, attributes: attributes)
    }
    state.registers = (0..<16).map { $0 < 8 ? Self.value(&random) : 0 }
    state.registers[4] = 0xF000
    state.rip = UInt64(Self.code)
    state.cr0 = 0x8001_0011
    state.cr3 = UInt64(directory)
    state.cr4 = 0
    state.gdtrBase = UInt64(Self.descriptors)
    state.gdtrLimit = 0x87
    state.idtrBase = UInt64(Self.gates)
    state.idtrLimit = 0x7FF
    state.tr = Segment(
      selector: 0x38, base: UInt64(Self.task), limit: 0x67, attributes: 0x8B)
    state.ldtr = Segment(
      selector: 0x60, base: UInt64(Self.localDescriptors), limit: 0xFF, attributes: 0x82)
    state.eflags = 2
    state.cpl = 0
    state.isHalted = false
    state.isShutdown = false
    state.isInterruptShadowed = false
    let flat: UInt32 = 0xFFFF_FFFF
    var code = segment(8, 0xC09B, flat)
    var data = segment(0x10, 0xC093, flat)
    switch place {
    case .kernel: break
    case .kernel16: code = segment(0x18, 0x9B, 0xFFFF)
    case .user:
      (code, data, state.cpl) = (segment(0x2B, 0xC0FB, flat), segment(0x33, 0xC0F3, flat), 3)
    case .ring1:
      (code, data, state.cpl) = (segment(0x41, 0xC0BB, flat), segment(0x49, 0xC0B3, flat), 1)
    case .v86:
      (code, data, state.cpl) = (segment(0, 0xF3, 0xFFFF), segment(0, 0xF3, 0xFFFF), 3)
      state.eflags = 0x2_0002
    case .real:
      (code, data) = (segment(0, 0x93, 0xFFFF), segment(0, 0x93, 0xFFFF))
      state.cr0 = 0x10
      state.idtrBase = 0
      state.idtrLimit = 0x3FF
    }
    state.segments = [data, code, data, data, data, data]
    return state
  }

  // MARK: Instructions

  /// Something that may matter: addresses of tables and of the monitor, selectors, register numbers.
  private static func value(_ random: inout RandomNumbers) -> UInt64 {
    let choices: [UInt64] = [
      0, 1, 2, 8, 0x10, 0x1B, 0x23, 0x28, 0x33, 0x38, 0x41, 0x49, 0x50, 0x58, 0x60, 0x68, 0x70,
      0x78, 0x80, 0xFFE0, 0xFFE8, 0xFFF0, 0xFFF8, 0xFFC1, 0x1000, 0x1010, 0x2000, 0x3000, 0x4000,
      0x4FFC, 0x5000, 0x8000, 0x8010, 0x9000, 0xF000, 0xFFBF_FFFC, 0xFFBF_FFFF, 0xFFC0_0000,
      0xFFC0_4000, 0xFFC1_0000, 0xFFC2_0008, 0xFFFF_F000, 0xFFFF_FFFF, 0x8000_0011, 0x8001_0011,
      0x6000_0010, 0x11, 0x10, 0x174, 0x175, 0x176, 0x1B, 0x3A, 0x277, 0xC000_0080, 0xC000_0081,
      0x202, 0x3202, 0x2_0202, 0x4002, 0x200, 0x690, 0x7FFF_FFFF, 0xA_0000, 0xF_FFF0,
    ]
    return Int.random(in: 0..<4, using: &random) == 0
      ? random.next() & 0xFFFF_FFFF : choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private static func immediate(_ random: inout RandomNumbers, _ count: Int = 4) -> [UInt8] {
    let value = value(&random)
    return (0..<count).map { UInt8(value >> UInt64(8 * $0) & 0xFF) }
  }

  /// One of the instructions that a kernel has for itself, or that look at what a kernel has set.
  private static func instruction(_ random: inout RandomNumbers) -> [UInt8] {
    func byte(_ range: ClosedRange<UInt8> = 0...255) -> UInt8 {
      UInt8.random(in: range, using: &random)
    }
    /// ModR/M with this reg field, a register or plain memory.
    func modRM(_ reg: UInt8) -> [UInt8] {
      byte(0...1) == 0
        ? [0xC0 | reg << 3 | byte(0...7)] : [reg << 3 | 5] + immediate(&random)
    }
    switch Int.random(in: 0..<34, using: &random) {
    case 0: return [0x0F, 0x00] + modRM(byte(0...7))
    case 1, 2: return [0x0F, 0x01] + modRM(byte(0...7))
    case 3: return [0x0F, byte(2...3)] + modRM(byte(0...7))
    case 4: return [0x0F, [0x06, 0x08, 0x09, 0x0B, 0x05, 0x07][Int(byte(0...5))]]
    case 5, 6: return [0x0F, byte(0x20...0x23), 0xC0 | byte(0...63)]
    case 7: return [0x0F, byte(0x24...0x26), 0xC0 | byte(0...63)]
    case 8, 9: return [0x0F, byte(0x30...0x35)]
    case 10: return [0x0F, [0xA2, 0xAA, 0xA0, 0xA1, 0xA8, 0xA9][Int(byte(0...5))]]
    case 11: return [[0xFA, 0xFB, 0xF4, 0x9C, 0x9D][Int(byte(0...4))]]
    case 12: return [[0xCF, 0xCB, 0xCC, 0xCE, 0xF1][Int(byte(0...4))]]
    case 13: return [0xCA] + immediate(&random, 2)
    case 14: return [byte(0...1) == 0 ? 0x9A : 0xEA] + immediate(&random) + immediate(&random, 2)
    case 15: return [0xCD, byte()]
    case 16: return [byte(0xE4...0xE7), byte()]
    case 17: return [byte(0xEC...0xEF)]
    case 18: return [0xF3, byte(0x6C...0x6F)]
    case 19, 20: return [0x8C] + modRM(byte(0...7))
    case 21, 22: return [0x8E] + modRM(byte(0...7))
    case 23: return [[0x06, 0x07, 0x0E, 0x16, 0x17, 0x1E, 0x1F][Int(byte(0...6))]]
    case 24: return [byte(0xC4...0xC5), byte(0...7) << 3 | 5] + immediate(&random)
    case 25: return [0x0F, [0xB2, 0xB4, 0xB5][Int(byte(0...2))], 5] + immediate(&random)
    case 26: return [0x63] + modRM(byte(0...7))
    case 27: return [0xFF] + modRM(byte(2...5))
    // MOV register,immediate: what the others work on.
    case 28, 29: return [0xB8 | byte(0...7)] + immediate(&random)
    // MOV DWORD [address],immediate; then MOV EAX,CR3; MOV CR3,EAX, for it may be a page table.
    case 30:
      return [0xC7, 0x05] + immediate(&random) + immediate(&random) + [
        0x0F, 0x20, 0xD8, 0x0F, 0x22, 0xD8,
      ]
    case 31: return [0xF3, [0xA4, 0xA5, 0xAA, 0xAB][Int(byte(0...3))]]
    case 32: return [0xD9, 0x35] + immediate(&random)
    default: return (0..<Int(byte(1...8))).map { _ in byte() }
    }
  }

  private static func slot(_ random: inout RandomNumbers) -> [UInt8] {
    var bytes = instruction(&random)
    if bytes.count < slotSize, Int.random(in: 0..<4, using: &random) == 0 {
      let prefixes: [UInt8] = [0x66, 0x67, 0xF0, 0xF2, 0x26, 0x2E, 0x36, 0x64]
      bytes.insert(prefixes[Int.random(in: 0..<prefixes.count, using: &random)], at: 0)
    }
    bytes = Array(bytes.prefix(slotSize))
    return bytes + [UInt8](repeating: 0x90, count: slotSize - bytes.count)
  }

  // MARK: Running

  /// A program for every machine that is to run it.
  struct Program {
    var place: Place
    var bytes: [UInt8]
    var state: ArchitecturalState
  }

  mutating func program(on base: ArchitecturalState) -> Program {
    let place = Place.allCases[Int.random(in: 0..<Place.allCases.count, using: &random)]
    var bytes: [UInt8] = []
    for _ in 0..<Self.slotCount { bytes += Self.slot(&random) }
    bytes += [0xFA, 0xF4]
    return Program(place: place, bytes: bytes, state: state(place, base, &random))
  }

  /// Loads a program and runs it until it halts, ends, or its time is over.
  func run(_ program: Program, on machine: Machine) -> StopCause {
    let ram = machine.memory.ram
    ram.write(0x1000, bytes: tables)
    ram.write(directory, bytes: pages)
    if program.place == .real {
      for vector in 0..<256 { ram.write(vector * 4, bytes: [0x40, 0x60, 0x00, 0x00]) }
    }
    ram.write(Self.code, bytes: program.bytes)
    machine.cpu.architecturalState = program.state
    return machine.run(until: machine.now + Self.ticks)
  }
}
