import BusKit
import Testing
import X86
import X86Decode

/// Unmasked x87 exceptions: #MF, the error pin, and what the coprocessors of older machines do.
@Suite struct FPUErrorTests {
  private static let operand = TinyProgram.data + 0x100
  private let fninit: [UInt8] = [0xDB, 0xE3]
  private let fldcw: [UInt8] = [0xD9, 0x2E, 0, 1]
  private let fld1: [UInt8] = [0xD9, 0xE8]
  private let fldz: [UInt8] = [0xD9, 0xEE]
  private let fdivp: [UInt8] = [0xDE, 0xF9]
  private let fnop: [UInt8] = [0xD9, 0xD0]

  private final class Pin {
    var edges: [Bool] = []
  }

  /// Zero divide unmasked, and 1 divided by 0.
  private func failing(
    _ model: ProcessorModel, _ tail: [UInt8], cr0: UInt64 = 0, control: UInt16 = 0x37B
  ) -> (TinyProgram, Pin) {
    let program = TinyProgram(
      model, features: model.features.union(.fpu), fninit + fldcw + fld1 + fldz + fdivp + tail)
    program.ram.write(Self.operand, control)
    var state = program.cpu.architecturalState
    state.cr0 |= cr0
    program.cpu.architecturalState = state
    let pin = Pin()
    program.cpu.floatingPointError = { pin.edges.append($0) }
    return (program, pin)
  }

  @Test func theNextWaitingInstructionFaults() {
    let (program, pin) = failing(.i80486, fnop, cr0: 0x20)
    #expect(program.run() == 16)
    #expect(program.stacked() == 12, "FNOP is the faulting instruction")
    let unit = program.cpu.architecturalState.floatingPoint
    #expect(unit.status == 0x8084 | 6 << 11, "B, ES, ZE; nothing popped")
    #expect(unit.occupied == 0xC0)
    #expect(unit.instructionPointer == 10)
    #expect(pin.edges.isEmpty)
  }

  @Test func waitFaultsAndNoWaitFormsDoNot() {
    #expect(failing(.i80486, [0x9B], cr0: 0x20).0.run() == 16)
    // FNSTSW AX; FNCLEX; FNOP
    let (program, _) = failing(.i80486, [0xDF, 0xE0, 0xDB, 0xE2] + fnop, cr0: 0x20)
    #expect(program.run() == nil)
    #expect(program[.rax] & 0xFFFF == 0xB084)
    #expect(program.cpu.architecturalState.floatingPoint.status & 0x80FF == 0)
  }

  @Test(arguments: [ProcessorModel.i80286, .i80386, .i80486])
  func withoutNEThePinIsDrivenAndTheProcessorWaits(_ model: ProcessorModel) {
    let (program, pin) = failing(model, fnop)
    _ = program.run()
    #expect(pin.edges == [true])
    let state = program.cpu.architecturalState
    #expect(state.isHalted)
    #expect(state.rip == 12, "before FNOP")
    // An interrupt ends the wait; it returns to the same instruction.
    program.cpu.raiseNonMaskableInterrupt()
    #expect(program.run() == 2)
    #expect(program.stacked() == 12)
  }

  @Test func ignoringLetsTheProgramPass() {
    let (program, pin) = failing(.i80486, fnop + [0xDB, 0xE2])
    program.cpu.setIgnoresFloatingPointErrors(true)
    #expect(program.run() == nil)
    #expect(pin.edges == [true, false], "FNCLEX withdraws the error")
  }

  @Test func unmaskingARecordedExceptionRaisesIt() {
    let program = TinyProgram(.i80486, fninit + fld1 + fldz + fdivp + fldcw + fnop)
    program.ram.write(Self.operand, 0x37B as UInt16)
    var state = program.cpu.architecturalState
    state.cr0 |= 0x20
    program.cpu.architecturalState = state
    #expect(program.run() == 16)
  }

  // MARK: The 8087 and 80287

  @Test func the8087AsksByItsInterruptPin() {
    // FNINIT disables the pin (bit 7); FLDCW here enables it.
    let (program, pin) = failing(.i8086, [0x9B], control: 0x37B)
    _ = program.run()
    #expect(pin.edges == [true])
    #expect(program.cpu.architecturalState.isHalted)
    let (disabled, quiet) = failing(.i8086, [0x9B], control: 0x3FB)
    #expect(disabled.run() == nil)
    #expect(quiet.edges.isEmpty)
    #expect(disabled.cpu.architecturalState.floatingPoint.status & 0x84 == 0x84)
  }

  @Test func projectiveInfinityHasNoSign() {
    for (control, expected) in [(0x37F, UInt16(1)), (0x137F, 0)] as [(UInt16, UInt16)] {
      let program = TinyProgram(
        .i80286, features: .fpu, fninit + fldcw + [0xD9, 0x06, 2, 1, 0xD8, 0xC0])
      program.ram.write(Self.operand, control)
      program.ram.write(Self.operand + 2, Float.infinity.bitPattern)
      program.run()
      #expect(program.cpu.architecturalState.floatingPoint.status & 0x7F == expected)
    }
  }

  @Test func everyNaNIsInvalidBeforeThe387() {
    for (model, expected) in [(ProcessorModel.i80286, UInt16(1)), (.i80386, 0)] {
      let program = TinyProgram(
        model, features: .fpu, fninit + [0xD9, 0x06, 0, 1, 0xD8, 0xC0])
      program.ram.write(Self.operand, Float.nan.bitPattern)
      program.run()
      #expect(program.cpu.architecturalState.floatingPoint.status & 0x7F == expected)
    }
  }

  @Test func anUnnormalIsANumberBeforeThe387() {
    for (model, expected) in [
      (
        ProcessorModel.i80286,
        FloatingPointState.Register(significand: 1 << 63, signExponent: 0x4000)
      ),
      (.i80386, FloatingPointState.Register(significand: 3 << 62, signExponent: 0xFFFF)),
    ] {
      // FLD m80 of 1 with a leading zero, FADD ST, ST(0)
      let program = TinyProgram(model, features: .fpu, fninit + [0xDB, 0x2E, 0, 1, 0xD8, 0xC0])
      program.ram.write(Self.operand, 1 << 62 as UInt64)
      program.ram.write(Self.operand + 8, 0x4000 as UInt16)
      program.run()
      #expect(program.cpu.architecturalState.floatingPoint.stack[0] == expected)
    }
  }

  @Test func constantsAreRoundedSinceThe387() {
    for (model, expected) in [
      (ProcessorModel.i80286, UInt64(0xC90F_DAA2_2168_C235)), (.i80386, 0xC90F_DAA2_2168_C234),
    ] {
      let program = TinyProgram(model, features: .fpu, fninit + fldcw + [0xD9, 0xEB])
      program.ram.write(Self.operand, 0xF7F as UInt16)
      program.run()
      #expect(program.cpu.architecturalState.floatingPoint.stack[0].significand == expected)
    }
  }
}
