import Testing
import X86
import X86Decode

@Suite struct ShiftTests {
  /// Source: 80186 data sheet: counts are masked to five bits; the 8086 takes all eight.
  @Test func countIsMaskedFromThe80186On() {
    for model in ProcessorModel.allCases {
      let program = TinyProgram(model, [0xD3, 0xE0])  // shl ax, cl
      program[.rax] = 0x1234
      program[.rcx] = 0x24
      program.run()
      #expect(program[.rax] == (model == .i8086 ? 0 : 0x2340), "\(model)")
    }
  }

  @Test func countOfZeroKeepsTheFlags() {
    for model in ProcessorModel.allCases {
      let program = TinyProgram(model, [0xD3, 0xE8])  // shr ax, cl
      program[.rax] = 0x8000
      program.flags = 0x8D7
      program.run()
      #expect(program.flags & 0x8D5 == 0x8D5)
    }
  }

  /// AF after a shift, by silicon: SHL adds the operand to itself up to the 80286, where SHR sets it.
  @Test(arguments: [
    (ProcessorModel.i8086, 0xD1 as UInt8, 0xE0 as UInt8, true), (.i80286, 0xD1, 0xE0, true),
    (.i8086, 0xD1, 0xE8, false), (.i80286, 0xD1, 0xE8, true),
  ])
  func adjustFlag(_ model: ProcessorModel, _ opcode: UInt8, _ modRM: UInt8, _ isSet: Bool) {
    let program = TinyProgram(model, [opcode, modRM])
    program[.rax] = 0x0008
    program.run()
    #expect((program.flags & 0x10 != 0) == isSet)
  }

  /// RCL by the full ring leaves everything as it was.
  @Test func rotatingThroughCarryGoesRound() {
    let program = TinyProgram(.i80486, [0xC1, 0xD0, 17])  // rcl ax, 17
    program[.rax] = 0xA5C3
    program.flags = 3
    program.run()
    #expect(program[.rax] == 0xA5C3)
    #expect(program.flags & 1 == 1)
  }

  @Test func doubleShift() {
    let program = TinyProgram(.i80386, [0x66, 0x0F, 0xA4, 0xD0, 8])  // shld eax, edx, 8
    program[.rax] = 0x1234_5678
    program[.rdx] = 0x9ABC_DEF0
    program.run()
    #expect(program[.rax] == 0x3456_789A)
    #expect(program[.rdx] == 0x9ABC_DEF0)
    #expect(program.flags & 1 == 0)
  }
}
