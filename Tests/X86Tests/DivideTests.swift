import Testing
import X86
import X86Decode

@Suite struct DivideTests {
  /// The saved IP is that of the next instruction up to the 80186, of the division later.
  @Test(arguments: ProcessorModel.allCases)
  func divideErrorReturnAddress(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0x90, 0xF6, 0xF1])  // nop; div cl
    program[.rax] = 7
    #expect(program.run() == 0)
    #expect(program.stacked() == (model < .i80286 ? 3 : 1))
    #expect(program[.rax] == 7)
  }

  /// The most negative quotient exists from the 80286 on.
  @Test(arguments: ProcessorModel.allCases)
  func mostNegativeQuotient(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0xF6, 0xF9])  // idiv cl
    program[.rax] = 0xFF00
    program[.rcx] = 2
    #expect(program.run() == (model < .i80286 ? 0 : nil))
    if model >= .i80286 { #expect(program[.rax] == 0x0080) }
  }

  @Test func quotientMustFit() {
    let program = TinyProgram(.i80486, [0x66, 0xF7, 0xF1])  // div ecx
    program[.rdx] = 5
    program[.rcx] = 5
    #expect(program.run() == 0)
    let fitting = TinyProgram(.i80486, [0x66, 0xF7, 0xF1])
    fitting[.rdx] = 4
    fitting[.rax] = 0xFFFF_FFFF
    fitting[.rcx] = 5
    #expect(fitting.run() == nil)
    #expect(fitting[.rax] == 0xFFFF_FFFF)
    #expect(fitting[.rdx] == 4)
  }

  /// REP sets the latch that keeps the quotient's sign on the 8086; later parts do not care.
  @Test(arguments: ProcessorModel.allCases)
  func repeatedDivision(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0xF3, 0xF6, 0xF9])  // rep idiv cl
    program[.rax] = 20
    program[.rcx] = 6
    program.run()
    #expect(program[.rax] == (model == .i8086 ? 0x02FD : 0x0203))
  }
}
