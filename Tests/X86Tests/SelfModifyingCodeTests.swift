import BusKit
import Testing
import X86
import X86Decode

@Suite struct SelfModifyingCodeTests {
  /// A store into the very next instruction of the running block.
  @Test(arguments: ProcessorModel.allCases)
  func nextInstruction(_ model: ProcessorModel) {
    // mov byte [cs:7], 43h; inc ax -> inc bx
    let program = TinyProgram(model, [0x2E, 0xC6, 0x06, 0x06, 0x00, 0x43, 0x40])
    program.run()
    #expect(program[.rax] == 0)
    #expect(program[.rbx] == 1)
  }

  /// A loop that patches its own immediate.
  @Test func loop() {
    // mov cx, 5; L: add ax, 0; inc byte [cs:4]; loop L
    let program = TinyProgram(
      .i80486, [0xB9, 5, 0, 0x05, 0, 0, 0x2E, 0xFE, 0x06, 4, 0, 0xE2, 0xF6])
    program.run()
    #expect(program[.rax] == 0 + 1 + 2 + 3 + 4)
  }

  /// An instruction that crosses into the next page, changed in its second page.
  @Test func acrossPages() {
    let program = TinyProgram(.i80486, [])
    // At 0100:0FFE: mov ax, imm16 with its upper byte in the next page; ret.
    program.ram.write(TinyProgram.code + 0xFFE, bytes: [0xB8, 0x11, 0x22, 0xC3])
    // call FFEh; mov bx, ax; inc byte [cs:1000h]; call FFEh
    program.ram.write(
      TinyProgram.code,
      bytes: [
        0xE8, 0xFB, 0x0F, 0x89, 0xC3, 0x2E, 0xFE, 0x06, 0x00, 0x10, 0xE8, 0xF1, 0x0F, 0xF4,
      ])
    program.run()
    #expect(program[.rbx] == 0x2211)
    #expect(program[.rax] == 0x2311)
  }

  /// A string instruction that overwrites the code behind it.
  @Test func byStringInstruction() {
    // push cs; pop es; mov di, 9; mov al, 43h; stosb; inc ax -> inc bx
    let program = TinyProgram(.i80386, [0x0E, 0x07, 0xBF, 8, 0, 0xB0, 0x43, 0xAA, 0x40])
    program.run()
    #expect(program[.rax] == 0x43)
    #expect(program[.rbx] == 1)
  }

  /// A bus master (DMA) writes into cached code.
  @Test func fromOutside() {
    let program = TinyProgram(.i80486, [0x40])
    program.run()
    #expect(program[.rax] == 1)
    program.ram.write(TinyProgram.code, 0x43 as UInt8)
    program.cpu.rip = 0
    program.cpu.raiseNonMaskableInterrupt()  // leaves the HLT
    program.ram.write(0x502, bytes: [0xEA, 0, 0, 0, 1])  // jmp 0100:0000
    program.run()
    #expect(program[.rbx] == 1)
  }

  /// The same physical code through two segments.
  @Test func throughAnAlias() {
    // jmp 00F0:0110, which is the byte behind it; inc ax
    let program = TinyProgram(.i80486, [0xEA, 0x05, 0x01, 0xF0, 0x00, 0x40])
    program.run()
    #expect(program[.rax] == 1)
    #expect(program.cpu.architecturalState.segments[1].selector == 0xF0)
  }
}
