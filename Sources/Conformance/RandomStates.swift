import X86
import X86Decode

/// Numbers that look random and are the same for everybody who names the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension VectorRecorder {
  /// A state in which a program can do something: registers and flags at random, and random bytes where
  /// its memory operands, string operands and the stack point. In user mode the registers of an address
  /// are chosen so that it points into memory.
  /// - Parameter fixed: registers that are to have these values.
  public func randomState(
    for program: [UInt8], fixed: RegisterValues = RegisterValues(),
    using generator: inout SeededGenerator
  ) -> VectorState {
    let instructions = instructions(program)
    var state = usualState
    for register in registers {
      state.registers[register] = randomValue(register, using: &generator)
    }
    if source.isNative {
      pointIntoMemory(instructions, &state.registers, &generator)
    }
    if instructions.contains(where: { $0.isRepeated }) {
      state.registers[.cx] = UInt64.random(in: 0..<0x20, using: &generator)
    }
    for register in VectorRegister.allCases {
      if let value = fixed[register] { state.registers[register] = value }
    }
    if !state.floatingPoint.isEmpty {
      state.floatingPoint = Array(Self.randomFloatingPoint(&generator).image.prefix(416))
    }
    state.memory = randomMemory(instructions, state.registers, &generator)
    return state
  }

  /// The program's instructions, one behind the other.
  private func instructions(_ program: [UInt8]) -> [Instruction] {
    var result: [Instruction] = []
    var at = 0
    while at < program.count {
      let instruction = bench.cpu.decoder.decode(
        Array(program[at...]) + [UInt8](repeating: 0x90, count: 16), codeSize: bench.codeSize,
        isRealOrV86: bench.codeSize == 2)
      result.append(instruction)
      at += max(1, Int(instruction.length))
    }
    return result
  }

  // MARK: Registers

  private func randomValue(
    _ register: VectorRegister, using generator: inout SeededGenerator
  ) -> UInt64 {
    let usual = usualState.registers[register] ?? 0
    switch register {
    case .cr0, .cr3, .dr6, .dr7: return usual
    case .flags:
      // OF SF ZF AF PF CF, and DF in real mode.
      let bits: UInt64 = source.isNative ? 0x8D5 : 0xCD5
      return usual & ~bits | generator.next() & bits
    case .ip:
      return source.isNative
        ? usual + UInt64.random(in: 0..<0xE00, using: &generator)
        : UInt64.random(in: 0..<0xF000, using: &generator)
    case .es, .cs, .ss, .ds, .fs, .gs: return generator.next() & 0xFFFF
    case .sp:
      return source.isNative
        ? usual - 0x200 + 16 * UInt64.random(in: 0..<0x40, using: &generator)
        : generator.next() & 0xFFFF
    default:
      if source == .native32, register.rawValue >= VectorRegister.r8.rawValue { return 0 }
      let width: UInt64 =
        switch source {
        case .native64: .max
        case .native32, .i80386EX: 0xFFFF_FFFF
        default: 0xFFFF
        }
      let edges: [UInt64] = [
        0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, .max, width >> 1, ~(width >> 1),
      ]
      let isEdge = Int.random(in: 0..<4, using: &generator) == 0
      let value = isEdge ? edges.randomElement(using: &generator) ?? 0 : generator.next()
      return value & width
    }
  }

  private func pointIntoMemory(
    _ instructions: [Instruction], _ registers: inout RegisterValues,
    _ generator: inout SeededGenerator
  ) {
    func place() -> UInt64 {
      UInt64(UserModeBench.dataBase) + 16 * UInt64.random(in: 0x10..<0xE0, using: &generator)
    }
    for instruction in instructions {
      if instruction.hasOperand(.stringSource) { registers[.si] = place() }
      if instruction.hasOperand(.stringDestination) { registers[.di] = place() }
      guard instruction.hasOperand(.memory), instruction.base < 16,
        let base = VectorRegister(rawValue: Int(instruction.base))
      else { continue }
      var offset = UInt64(bitPattern: instruction.displacement)
      if instruction.index < 16, instruction.index != instruction.base,
        let index = VectorRegister(rawValue: Int(instruction.index))
      {
        let value = UInt64.random(in: 0..<8, using: &generator)
        registers[index] = value
        offset &+= value << UInt64(instruction.scale)
      }
      let address = place() &- offset
      registers[base] =
        instruction.index == instruction.base
        ? address / (1 + 1 << UInt64(instruction.scale)) : address
    }
  }

  // MARK: Memory

  private func randomMemory(
    _ instructions: [Instruction], _ registers: RegisterValues,
    _ generator: inout SeededGenerator
  ) -> [MemoryByte] {
    var bytes: [UInt32: UInt8] = [:]
    func fill(_ segment: VectorRegister, _ offset: UInt64, from first: Int, to last: Int) {
      for distance in first..<last {
        let at = offset &+ UInt64(bitPattern: Int64(distance))
        let address: UInt32
        if source.isNative {
          address = UInt32(truncatingIfNeeded: at)
        } else {
          let base = UInt32(truncatingIfNeeded: registers[segment] ?? 0) << 4
          address = bench.wrapped(base &+ UInt32(truncatingIfNeeded: at & 0xFFFF))
        }
        // Code keeps its fill: what a program runs into behind its end is not its own.
        guard bench.holds(address), bench.emptyByte(address) == 0 else { continue }
        bytes[address] = UInt8(truncatingIfNeeded: generator.next())
      }
    }
    fill(.ss, registers[.sp] ?? 0, from: -16, to: 48)
    for instruction in instructions {
      let segment =
        VectorRegister(rawValue: VectorRegister.es.rawValue + Int(instruction.segment.rawValue))
        ?? .ds
      if instruction.hasOperand(.stringSource) {
        fill(segment, registers[.si] ?? 0, from: -64, to: 64)
      }
      if instruction.hasOperand(.stringDestination) {
        fill(.es, registers[.di] ?? 0, from: -64, to: 64)
      }
      if instruction.hasOperand(.memory) {
        fill(segment, instruction.effectiveAddress(registers), from: -16, to: 48)
      }
    }
    return bytes.sorted { $0.key < $1.key }.map { MemoryByte($0.key, $0.value) }
  }

  // MARK: Floating point

  private static func randomFloatingPoint(
    _ generator: inout SeededGenerator
  ) -> FloatingPointState {
    var state = FloatingPointState()
    func number(_ range: ClosedRange<UInt16>) -> UInt16 { .random(in: range, using: &generator) }
    let rounding = number(0...3)
    state.control = 0x37F | rounding << 10
    state.mxcsr = 0x1F80 | UInt32(rounding) << 13
    state.status = number(0...7) << 11
    state.occupied = Int.random(in: 0..<4, using: &generator) == 0 ? UInt8(number(0...255)) : 0xFF
    for n in 0..<8 {
      let sign = number(0...1) << 15
      var register = FloatingPointState.Register(
        significand: generator.next() | 1 << 63, signExponent: sign | number(0x3FE0...0x4020))
      switch number(0...15) {
      case 0: register = .init(significand: 0, signExponent: sign)
      case 1: register = .init(significand: 1 << 63, signExponent: sign | 0x7FFF)
      case 2: register.signExponent = sign | 0x7FFF
      case 3: register = .init(significand: register.significand >> 1, signExponent: sign)
      default: break
      }
      state.stack[n] = register
    }
    for n in 0..<32 {
      let bits = generator.next()
      switch number(0...3) {
      case 0: state.vectors[n] = bits
      // A double, and a pair of singles, of moderate size.
      case 1: state.vectors[n] = bits & ~(0x7FF << 52) | UInt64(number(0x3E0...0x420)) << 52
      default:
        let exponents = UInt64(number(0x70...0x90)) << 23 | UInt64(number(0x70...0x90)) << 55
        state.vectors[n] = bits & ~(0xFF << 23 | 0xFF << 55) | exponents
      }
    }
    return state
  }
}

extension Instruction {
  fileprivate func hasOperand(_ kind: Operand.Kind) -> Bool {
    operands.0.kind == kind || operands.1.kind == kind || operands.2.kind == kind
  }

  fileprivate var isRepeated: Bool {
    !prefixes.isDisjoint(with: [.rep, .repne])
      && (hasOperand(.stringSource) || hasOperand(.stringDestination))
  }

  /// Of the memory operand, within its segment.
  fileprivate func effectiveAddress(_ registers: RegisterValues) -> UInt64 {
    func value(_ number: UInt8) -> UInt64 {
      VectorRegister(rawValue: Int(number)).flatMap { number < 16 ? registers[$0] : nil } ?? 0
    }
    var address = UInt64(bitPattern: displacement) &+ value(base)
    address &+= value(index) << UInt64(scale)
    if base == Self.instructionPointer {
      address &+= (registers[.ip] ?? 0) &+ UInt64(length)
    }
    switch addressSize {
    case 2: return address & 0xFFFF
    case 4: return address & 0xFFFF_FFFF
    default: return address
    }
  }
}
