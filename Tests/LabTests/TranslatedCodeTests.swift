import BusKit
import Lab
import PC
import Testing
import X86
import X86Decode

/// Random programs of ordinary and sensitive instructions do the same under the translator as natively: the
/// same registers, flags and memory at every stop, and every stop at the same instruction and tick.
struct TranslatedCodeTests {
  @Test("Random programs, stopped every few ticks", arguments: CodeBench.Place.allCases)
  func programs(place: CodeBench.Place) throws {
    for (seed, model) in [ProcessorModel.i80386, .i80486, .pentium, .x86_64].enumerated() {
      try compare(place, model, seeds: UInt64(seed * 8 + 1)...UInt64(seed * 8 + 4))
    }
  }

  @Test("User code as well, when everything is translated")
  func everything() throws {
    var options = EngineOptions()
    options.translatesEverything = true
    try compare(.user, .x86_64, seeds: 100...108, options)
  }

  private func compare(
    _ place: CodeBench.Place, _ model: ProcessorModel, seeds: ClosedRange<UInt64>,
    _ options: EngineOptions = EngineOptions()
  ) throws {
    let native = try CodeBench.machine(model)
    let other = try CodeBench.machine(model)
    let laboratory = Laboratory(other, engine: .translate, options: options)
    #expect(laboratory.engine == .translate)
    let base = native.cpu.architecturalState
    for seed in seeds {
      var bench = CodeBench(seed: seed, place: place)
      let program = bench.program()
      let step = Ticks(37 + seed % 7 * 150)
      for machine in [native, other] { CodeBench.load(program, place, base, machine) }
      for _ in 0..<400 {
        let tick = native.now + step
        let ending = native.run(until: tick)
        #expect(other.run(until: tick) == ending)
        #expect(native.now == other.now)
        let (a, b) = (native.cpu.architecturalState, other.cpu.architecturalState)
        guard a == b else {
          Issue.record("\(place) \(model) seed \(seed) at \(tick):\n\(a)\n\(b)")
          return
        }
        if ending != .deadline { break }
      }
      let memory = native.memory.ram.bytes(0, count: native.memory.ram.byteCount)
      #expect(memory == other.memory.ram.bytes(0, count: memory.count), "\(place) seed \(seed)")
    }
  }
}

/// Random programs with loops, calls, indirect jumps, flags, segments, and stores to themselves.
struct CodeBench {
  enum Place: String, CaseIterable, Sendable {
    case kernel, kernel16, user, real

    var is32: Bool { self == .kernel || self == .user }
  }

  private static let descriptors = 0x1000
  private static let gates = 0x2000
  private static let code = 0x8000
  private static let data = 0xC000

  private var random: Numbers
  private let place: Place
  private var bytes: [UInt8] = []

  init(seed: UInt64, place: Place) {
    random = Numbers(state: seed)
    self.place = place
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = state ^ state >> 33
      return mixed &* 0xFF51_AFD7_ED55_8CCD ^ mixed >> 29
    }
  }

  // MARK: A machine

  /// 1 MiB, and firmware that halts.
  static func machine(_ model: ProcessorModel) throws -> Machine {
    var configuration = MachineConfiguration(
      model: model, systemBIOS: [UInt8](repeating: 0xF4, count: 64 << 10))
    configuration.memoryByteCount = 1 << 20
    configuration.stopsWhenHalted = true
    return try Machine(configuration)
  }

  static func load(
    _ program: [UInt8], _ place: Place, _ base: ArchitecturalState, _ machine: Machine
  ) {
    let ram = machine.memory.ram
    func put(_ address: Int, _ value: UInt64) { ram.write(address, value) }
    let globals: [UInt64] = [
      0, 0x00CF_9B00_0000_FFFF, 0x00CF_9300_0000_FFFF, 0x0000_9B00_0000_FFFF,
      0x0000_9300_0000_FFFF, 0x00CF_FB00_0000_FFFF, 0x00CF_F300_0000_FFFF,
    ]
    for (index, descriptor) in globals.enumerated() { put(descriptors + index * 8, descriptor) }
    // Every exception ends the program: HLT at 6000h.
    for vector in 0..<32 { put(gates + vector * 8, 0x0000_8E00_0008_6000) }
    for vector in 0..<256 { ram.write(vector * 4, UInt32(0x6000)) }
    put(0x6000, 0xF4FA)
    for word in 0..<0x200 {
      put(data + word * 8, UInt64(word) &* 0x9E37_79B9_7F4A_7C15)
    }
    ram.write(code, bytes: program)
    machine.cpu.architecturalState = state(place, base)
  }

  private static func state(_ place: Place, _ base: ArchitecturalState) -> ArchitecturalState {
    var state = base
    typealias Segment = ArchitecturalState.Segment
    func segment(_ selector: UInt16, _ attributes: UInt16, _ limit: UInt32) -> Segment {
      Segment(selector: selector, base: 0, limit: limit, attributes: attributes)
    }
    state.registers = (0..<16).map { $0 < 8 ? UInt64($0) &* 0x1357_9BDF & 0xFFFF_FFFF : 0 }
    state.registers[4] = 0xF000
    state.rip = UInt64(code)
    state.cr0 = 0x11
    state.cr3 = 0
    state.cr4 = 0
    state.gdtrBase = UInt64(descriptors)
    state.gdtrLimit = 0x37
    state.idtrBase = UInt64(gates)
    state.idtrLimit = 0xFF
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
    case .kernel16: (code, data) = (segment(0x18, 0x9B, 0xFFFF), segment(0x20, 0x93, 0xFFFF))
    case .user:
      (code, data, state.cpl) = (segment(0x2B, 0xC0FB, flat), segment(0x33, 0xC0F3, flat), 3)
      // IF, so that it may be executed directly.
      state.eflags = 0x202
    case .real:
      (code, data) = (segment(0, 0x93, 0xFFFF), segment(0, 0x93, 0xFFFF))
      state.cr0 = 0x10
      state.idtrBase = 0
      state.idtrLimit = 0x3FF
    }
    state.segments = [data, code, data, data, data, data]
    return state
  }

  // MARK: A program

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func byte(_ range: ClosedRange<UInt8> = 0...255) -> UInt8 {
    UInt8.random(in: range, using: &random)
  }

  private func native(_ value: Int) -> [UInt8] {
    (0..<(place.is32 ? 4 : 2)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  /// An absolute data address as ModRM with this reg field has it.
  private mutating func memory(_ reg: UInt8) -> [UInt8] {
    [reg << 3 | (place.is32 ? 5 : 6)] + native(Self.data + number(0...0x3F0) * 4)
  }
  /// A register that is neither the stack pointer nor the loop counter.
  private mutating func register() -> UInt8 { [0, 2, 3, 5, 6, 7][number(0...5)] }

  /// One instruction that goes on behind itself and leaves the stack as it was.
  private mutating func plain() -> [UInt8] {
    let first = register()
    let second = register()
    switch number(0...21) {
    case 0, 1: return [byte(0...7) << 3 | 1, 0xC0 | first << 3 | second]
    case 2, 3: return [byte(0...7) << 3 | 3] + memory(first)
    case 4, 5: return [byte(0...7) << 3 | 1] + memory(first)
    case 6: return [0x69, 0xC0 | first << 3 | second] + native(number(0...70000))
    case 7: return [0xB8 | first] + native(number(0...0xFFFF))
    case 8: return [0xC1, 0xC0 | byte(0...7) << 3 | first, byte(0...31)]
    case 9: return [[0xF5, 0xF8, 0xF9, 0xFC, 0x98, 0x99, 0x9F, 0x9E][number(0...7)]]
    case 10: return [0x66, byte(0...7) << 3 | 1, 0xC0 | first << 3 | second]
    case 11: return [0x50 | first, 0x58 | second]
    case 12: return [0x0F, 0x90 | byte(0...15), 0xC0 | [0, 2, 3][number(0...2)]]
    case 13: return [0x87] + memory(first)
    // A read by way of CS, and of PUSH CS, MOV register,CS and SS.
    case 14: return [0x2E, 0x8B] + memory(first)
    case 15: return [0x8C, 0xC0 | [0, 1, 2, 3][number(0...3)] << 3 | first]
    case 16: return place == .user ? [0x90] : [0x0E, 0x58 | first]
    // PUSHF; POP register, and PUSHF; POPF.
    case 17: return [0x9C, 0x58 | first]
    case 18: return [0x9C, 0x9D]
    case 19: return place == .user ? [0x90] : [[0xFA, 0xFB][number(0...1)]]
    case 20: return place == .user ? [0x90] : [0x0F, 0x20, 0xC0 | first]
    default: return [0x0F, 0xAF, 0xC0 | first << 3 | second]
    }
  }

  private mutating func several(_ range: ClosedRange<Int>) {
    for _ in 0..<number(range) { bytes += plain() }
  }

  /// A near displacement from behind itself to a place in the program.
  private func distance(to target: Int, from place: Int) -> [UInt8] {
    native(target - place - (self.place.is32 ? 4 : 2))
  }

  /// Functions first, then a loop that calls them in every way there is.
  mutating func program() -> [UInt8] {
    bytes = [0xE9] + native(0)
    var functions: [Int] = []
    for _ in 0..<6 {
      // Some of them in another page.
      if number(0...2) == 0 { bytes += [UInt8](repeating: 0x90, count: number(0...1200)) }
      functions.append(bytes.count)
      several(1...16)
      // Over a few instructions, perhaps.
      bytes += [0x70 | byte(0...15), 0]
      let hole = bytes.count
      several(1...4)
      bytes[hole - 1] = UInt8(bytes.count - hole)
      several(0...6)
      // A loop of its own.
      bytes += [0x51, 0xB9] + native(number(1...9))
      let top = bytes.count
      several(1...3)
      bytes += [0xE2, UInt8(truncatingIfNeeded: top - bytes.count - 2), 0x59]
      bytes += [0xC3]
    }
    let main = bytes.count
    bytes.replaceSubrange(1..<1 + native(0).count, with: distance(to: main, from: 1))
    bytes += [0xB9] + native(12)
    let top = bytes.count
    for _ in 0..<8 {
      let function = functions[number(0...functions.count - 1)]
      several(0...5)
      bytes += [0x51]
      switch number(0...3) {
      case 0: bytes += [0xB8] + native(Self.code + function) + [0xFF, 0xD0]
      case 1:
        let slot = native(Self.data + 0x1000)
        bytes += [0xC7, place.is32 ? 5 : 6] + slot + native(Self.code + function)
        bytes += [0xFF, place.is32 ? 0x15 : 0x16] + slot
      default: bytes += [0xE8] + distance(to: function, from: bytes.count + 1)
      }
      bytes += [0x59]
      if number(0...3) == 0 {
        // A store to the immediate of the instruction behind the next.
        let target = Self.code + bytes.count + (place.is32 ? 7 : 5) + 1 + 1
        bytes += [0xC6, place.is32 ? 5 : 6] + native(target) + [byte(), 0x90]
        bytes += [0xB8] + native(0)
      }
    }
    bytes += [0x49, 0x0F, 0x85] + distance(to: top, from: bytes.count + 3)
    bytes += [0xFA, 0xF4]
    return bytes
  }
}
