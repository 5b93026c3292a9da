import BusKit
import Testing
import X86
import X86Decode

@Suite struct StepTests {
  @Test func oneInstructionAtATime() {
    let program = TinyProgram(.i80486, [0x40, 0x39, 0xD8, 0x75, 0x01, 0x90])
    var places: [UInt64] = []
    for _ in 0..<4 {
      places.append(program.cpu.rip)
      #expect(program.cpu.stepInstruction() > 0)
    }
    // inc; cmp; jne (taken): compare and branch are not fused here.
    #expect(places == [0, 1, 3, 6])
  }

  /// STI holds interrupts off for one instruction, and so does a load of SS.
  @Test(arguments: ProcessorModel.allCases)
  func interruptsWaitForOneInstruction(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0xFB, 0x40, 0x40, 0x40])  // sti; inc ax ...
    program.cpu.acknowledgeInterrupt = { 0x40 }
    program.cpu.setInterruptRequest(true)
    #expect(program.run() == 0x40)
    #expect(program[.rax] == 1)
    #expect(program.stacked() == 2)

    let loading = TinyProgram(model, [0x40, 0x8E, 0xD3, 0x40, 0x40])  // inc; mov ss, bx; inc ...
    loading[.rbx] = 0x200
    loading.flags = 2
    loading.cpu.acknowledgeInterrupt = { 0x40 }
    _ = loading.cpu.stepInstruction()
    _ = loading.cpu.stepInstruction()
    loading.cpu.setInterruptRequest(true)
    loading.flags |= 0x200
    #expect(loading.run() == 0x40)
    #expect(loading[.rax] == 2)
  }

  /// The trap comes after the instruction, and its handler runs without it.
  @Test(arguments: ProcessorModel.allCases)
  func singleStepTrap(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0x40, 0x40])
    program.flags = 0x102
    #expect(program.run() == 1)
    #expect(program[.rax] == 1)
    #expect(program.stacked() == 1)
    #expect(program.stacked(2) & 0x100 != 0)
    #expect(program.flags & 0x100 == 0)
  }

  /// Interrupt n is recognised at exactly the clock for which it is scheduled or right behind it,
  /// whatever the block that it falls into.
  @Test func deadlinesAreExact() {
    for deadline: UInt64 in 20..<60 {
      let program = TinyProgram(.i80486, [UInt8](repeating: 0x40, count: 200))
      _ = program.cpu.run(until: deadline)
      #expect(program.scheduler.now == deadline)
      #expect(UInt64(program[.rax]) == deadline)
    }
  }
}
