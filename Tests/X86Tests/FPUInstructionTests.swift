import BusKit
import Testing
import X86
import X86Decode

/// x87 instructions through the processor: stack, flags, formats in memory, and who may use the unit.
@Suite struct FPUInstructionTests {
  private typealias Register = FloatingPointState.Register
  private let one = Register(significand: 1 << 63, signExponent: 0x3FFF)
  private let indefinite = Register(significand: 3 << 62, signExponent: 0xFFFF)

  private enum Code {
    static let fninit: [UInt8] = [0xDB, 0xE3]
    static let fld1: [UInt8] = [0xD9, 0xE8]
    static let fldz: [UInt8] = [0xD9, 0xEE]
    static let fnop: [UInt8] = [0xD9, 0xD0]
    static let fdivp: [UInt8] = [0xDE, 0xF9]
    static let wait: [UInt8] = [0x9B]
    /// An instruction with the operand at DS:0100h.
    static func memory(_ opcode: UInt8, _ ext: UInt8) -> [UInt8] { [opcode, ext << 3 | 6, 0, 1] }
    static let fldcw = memory(0xD9, 5)
  }
  private static let operand = TinyProgram.data + 0x100

  private func run(_ program: TinyProgram) -> (vector: Int?, unit: FloatingPointState) {
    let vector = program.run()
    return (vector, program.cpu.architecturalState.floatingPoint)
  }

  // MARK: The stack

  @Test func pushesAndPops() {
    let program = TinyProgram(.i80486, Code.fninit + Code.fld1 + Code.fld1 + [0xDE, 0xC1])
    let (_, unit) = run(program)
    #expect(unit.stack[0] == Register(significand: 1 << 63, signExponent: 0x4000))
    #expect(unit.status == 7 << 11)
    #expect(unit.occupied == 0x80)
  }

  @Test func aNinthPushOverflows() {
    let pushes = (0..<9).flatMap { _ in Code.fld1 }
    let (_, unit) = run(TinyProgram(.i80486, Code.fninit + pushes))
    #expect(unit.stack[0] == indefinite)
    #expect(unit.stack[1] == one)
    #expect(unit.status == 0x241 | 7 << 11, "IE, SF, C1")
  }

  @Test func anEmptyOperandUnderflows() {
    let (_, unit) = run(TinyProgram(.i80486, Code.fninit + [0xD8, 0xC1]))
    #expect(unit.stack[0] == indefinite)
    #expect(unit.status == 0x41, "IE, SF, C1 = 0")
    #expect(unit.occupied == 1)
  }

  @Test func unmaskedStackFaultsChangeNothing() {
    let program = TinyProgram(.i80486, Code.fninit + Code.fldcw + [0xD8, 0xC1])
    program.ram.write(Self.operand, 0x37E as UInt16)
    let (_, unit) = run(program)
    #expect(unit.stack[0] == Register())
    #expect(unit.occupied == 0)
    #expect(unit.status == 0x80C1)
  }

  @Test func exchangeAndAliases() {
    // FXCH by its undocumented encoding, FSTP to ST(1) by another.
    let program = TinyProgram(
      .i80486, Code.fninit + Code.fldz + Code.fld1 + [0xDD, 0xC9, 0xDF, 0xD1])
    let (_, unit) = run(program)
    #expect(unit.stack[0] == Register())
    #expect(unit.status >> 11 & 7 == 7)
  }

  // MARK: Memory operands

  @Test(arguments: [ProcessorModel.i80386, .i80486, .pentium, .pentium3, .x86_64])
  func loadsAndStoresOfEveryWidth(_ model: ProcessorModel) {
    // FILD m16; FST m32, m64; FSTP m80 at 0110h; FLD m80; FISTP m64 at 0120h
    let code =
      Code.fninit + Code.memory(0xDF, 0) + [0xD9, 0x16, 0x10, 0x01] + [0xDD, 0x16, 0x18, 0x01]
      + [0xDB, 0x3E, 0x20, 0x01] + [0xDB, 0x2E, 0x20, 0x01] + [0xDF, 0x3E, 0x30, 0x01]
    let program = TinyProgram(model, features: model.features.union(.fpu), code)
    program.ram.write(Self.operand, UInt16(bitPattern: -3))
    let (vector, unit) = run(program)
    #expect(vector == nil)
    #expect(program.ram.read(Self.operand + 0x10) as UInt32 == Float(-3).bitPattern)
    #expect(program.ram.read(Self.operand + 0x18) as UInt64 == Double(-3).bitPattern)
    #expect(program.ram.read(Self.operand + 0x20) as UInt64 == 3 << 62)
    #expect(program.ram.read(Self.operand + 0x28) as UInt16 == 0xC000)
    #expect(program.ram.read(Self.operand + 0x30) as UInt64 == UInt64(bitPattern: -3))
    #expect(unit.occupied == 0)
  }

  @Test func aFaultLeavesTheUnitAsItWas() {
    // FLD m64 across the segment's limit; FST m32 likewise.
    for code in [[0xDD, 0x06, 0xFC, 0xFF], [0xD9, 0x1E, 0xFE, 0xFF]] as [[UInt8]] {
      let program = TinyProgram(.i80486, code)
      var state = program.cpu.architecturalState
      state.floatingPoint.stack[0] = .init(significand: 1 << 63, signExponent: 0x3FFF)
      state.floatingPoint.occupied = 1
      state.floatingPoint.opcode = 0x123
      program.cpu.architecturalState = state
      let (vector, unit) = run(program)
      #expect(vector == 13)
      #expect(unit == state.floatingPoint)
    }
  }

  @Test func pointersTellTheLastInstruction() {
    let program = TinyProgram(.i80486, Code.fninit + Code.fld1 + [0x26] + Code.memory(0xD8, 0))
    let (_, unit) = run(program)
    #expect(unit.instructionPointer == 4)
    #expect(unit.instructionSelector == 0x100)
    #expect(unit.opcode == 0x006)
    #expect(unit.dataPointer == 0x100)
    #expect(unit.dataSelector == 0x400)
  }

  // MARK: Comparisons

  @Test func comparisonsInFlags() {
    // FCOMI ST(1) of 1 with 0, of 0 with 1, and of an empty register.
    let greater = TinyProgram(.pentium3, Code.fninit + Code.fldz + Code.fld1 + [0xDB, 0xF1])
    greater.flags = 0x8D7
    greater.run()
    #expect(greater.flags & 0x8D5 == 0)
    let less = TinyProgram(.pentium3, Code.fninit + Code.fld1 + Code.fldz + [0xDF, 0xF1])
    less.run()
    #expect(less.flags & 0x8D5 == 1)
    #expect(less.cpu.architecturalState.floatingPoint.occupied == 0x80)
    let unordered = TinyProgram(.pentium3, Code.fninit + Code.fld1 + [0xDB, 0xE9])
    unordered.run()
    #expect(unordered.flags & 0x8D5 == 0x45)
  }

  @Test func examineKnowsEveryClass() {
    let classes: [(UInt64, UInt16, UInt16)] = [
      (0, 0, 0x4000), (0, 0x8000, 0x4200), (1, 0, 0x4400), (1 << 63, 0x3FFF, 0x400),
      (1 << 63, 0xFFFF, 0x700), (3 << 62, 0x7FFF, 0x100), (1, 0x3FFF, 0),
    ]
    for (significand, signExponent, expected) in classes {
      let program = TinyProgram(.i80486, [0xD9, 0xE5])
      var state = program.cpu.architecturalState
      state.floatingPoint.stack[0] = .init(
        significand: significand, signExponent: signExponent)
      state.floatingPoint.occupied = 1
      program.cpu.architecturalState = state
      #expect(run(program).unit.status == expected)
    }
    #expect(run(TinyProgram(.i80486, Code.fninit + [0xD9, 0xE5])).unit.status == 0x4100)
  }

  // MARK: Device not available

  @Test func emulationAndTaskSwitchedTrap() {
    for (cr0, code, expected) in [
      (4, Code.fninit, 7), (8, Code.fninit, 7), (8, Code.wait, nil), (10, Code.wait, 7),
      (2, Code.wait, nil), (4, Code.wait, nil),
    ] as [(UInt64, [UInt8], Int?)] {
      let program = TinyProgram(.i80486, code)
      var state = program.cpu.architecturalState
      state.cr0 = cr0
      program.cpu.architecturalState = state
      #expect(program.run() == expected)
    }
  }

  @Test func withoutAUnitEscapesAreLost() {
    let program = TinyProgram(.i80386, Code.fninit + Code.fld1)
    #expect(run(program).vector == nil)
    #expect(run(program).unit.occupied == 0)
  }

  // MARK: Environment and state

  @Test func theEnvironmentInRealMode() {
    let program = TinyProgram(
      .i80486, Code.fninit + Code.fld1 + Code.fldz + Code.memory(0xD9, 0) + Code.memory(0xD9, 6))
    program.ram.write(Self.operand, Float(1).bitPattern)
    let (_, unit) = run(program)
    func word(_ n: Int) -> UInt16 { program.ram.read(Self.operand + 2 * n) }
    // R7 1, R6 0, R5 1, the others empty.
    #expect([word(0), word(1), word(2)] == [0x37F, 5 << 11, 0x13FF])
    // Instruction at 0100:0006, FLD m32; operand at 0300:0100.
    #expect([word(3), word(4)] == [0x1006, 0x106])
    #expect([word(5), word(6)] == [0x3100, 0])
    #expect(unit.control == 0x37F)
  }

  @Test func saveAndRestore() {
    let code = Code.fninit + Code.fld1 + Code.fldz + Code.memory(0xDD, 6)
    let saved = TinyProgram(.i80486, code)
    #expect(run(saved).unit.occupied == 0, "FNSAVE initializes")
    #expect(saved.ram.read(Self.operand + 14 + 10 + 8) as UInt16 == 0x3FFF)
    let restored = TinyProgram(.i80486, code + Code.memory(0xDD, 4))
    let (_, unit) = run(restored)
    #expect(unit.status == 6 << 11)
    #expect(unit.occupied == 0xC0)
    #expect(unit.stack[1] == one)
  }

  @Test func fastSaveAndRestore() {
    let fxsave: [UInt8] = [0x0F, 0xAE, 0x06, 0, 1]
    let fxrstor: [UInt8] = [0x0F, 0xAE, 0x0E, 0, 1]
    func program(_ code: [UInt8]) -> TinyProgram {
      let program = TinyProgram(.pentium3, code)
      var state = program.cpu.architecturalState
      state.cr4 = 0x200
      state.floatingPoint.vectors[5] = 0x1234_5678_9ABC_DEF0
      program.cpu.architecturalState = state
      return program
    }
    let saved = program(Code.fninit + Code.fld1 + fxsave)
    #expect(saved.run() == nil)
    let image = FloatingPointState(image: (0..<512).map { saved.ram.read(Self.operand + $0) })
    #expect(image?.stack[0] == one)
    #expect(image?.occupied == 0x80)
    #expect(image?.vectors[5] == 0x1234_5678_9ABC_DEF0)
    #expect(saved.ram.read(Self.operand + 28) as UInt32 == 0xFFBF)

    let restored = program(Code.fninit + Code.fld1 + fxsave + Code.fninit + fxrstor)
    #expect(run(restored).unit.occupied == 0x80)

    // Not on a multiple of 16; a reserved bit of MXCSR.
    #expect(program([0x0F, 0xAE, 0x06, 8, 1]).run() == 13)
    let reserved = program(fxrstor)
    reserved.ram.write(Self.operand + 24, 0x1_0000 as UInt32)
    #expect(reserved.run() == 13)
  }
}
