import Lab
import PC
import Testing
import X86
import X86Decode

/// What the monitor does about an operation: executes it for the guest, gives the guest its fault, or
/// ends the guest.
struct PolicyTests {
  /// A machine without drives whose system BIOS is this real-mode program.
  private func laboratory(
    _ program: [UInt8], _ model: ProcessorModel = .x86_64, engine: EngineKind = .elegant
  ) throws -> Laboratory {
    var rom = program + [UInt8](repeating: 0xF4, count: (64 << 10) - program.count)
    rom.replaceSubrange(0xFFF0..<0xFFF5, with: [0xEA, 0x00, 0x00, 0x00, 0xF0])
    return Laboratory(
      try Machine(MachineConfiguration(model: model, systemBIOS: rom)), engine: engine)
  }

  /// MOV ECX,register; XOR EAX,EAX; XOR EDX,EDX; WRMSR; MOV AL,7; OUT F6h,AL (the run's end).
  private func writing(_ register: UInt32) -> [UInt8] {
    let bytes = withUnsafeBytes(of: register.littleEndian) { Array($0) }
    return [0x66, 0xB9] + bytes
      + [0x66, 0x31, 0xC0, 0x66, 0x31, 0xD2, 0x0F, 0x30, 0xB0, 0x07, 0xE6, 0xF6, 0xFA, 0xF4]
  }

  @Test("A microcode update ends the guest, with the reason")
  func microcode() throws {
    for (model, register) in [(ProcessorModel.x86_64, UInt32(0x79)), (.x86_64AMD, 0xC001_0020)] {
      let laboratory = try laboratory(writing(register), model)
      let violation = Violation.microcode(register: register)
      #expect(laboratory.machine.run(until: 100_000) == .terminated(violation.description))
      // It does not get past it.
      #expect(laboratory.machine.run(until: 100_000) == .terminated(violation.description))
      #expect(laboratory.journal.counts.byClass[.illegal] == 2)
      // Without a monitor it is legal, and without effect.
      let native = try self.laboratory(writing(register), model, engine: .native)
      #expect(native.machine.run(until: 100_000) == .guestExit(7))
    }
  }

  @Test("What is merely privileged is executed for the guest")
  func legal() throws {
    let laboratory = try laboratory(writing(0x174))
    #expect(laboratory.machine.run(until: 100_000) == .guestExit(7))
  }

  @Test("A register that the model lacks is the guest's own fault")
  func reflected() throws {
    // INT 13 -> F000:0100: MOV AL,9; OUT F6h,AL.
    var program: [UInt8] = [
      0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xD0, 0xBC, 0x00, 0x10, 0xC7, 0x06, 0x34, 0x00, 0x00, 0x01,
      0xC7, 0x06, 0x36, 0x00, 0x00, 0xF0,
    ]
    program += writing(0xC001_0020)
    program += [UInt8](repeating: 0x90, count: 0x100 - program.count)
    program += [0xB0, 0x09, 0xE6, 0xF6, 0xFA, 0xF4]
    let laboratory = try laboratory(program)
    #expect(laboratory.machine.run(until: 100_000) == .guestExit(9))
  }

  @Test("Other machines in the process live on")
  func neighbours() throws {
    let bad = try laboratory(writing(0x79))
    let good = try laboratory(writing(0x174))
    #expect(bad.machine.run(until: 20) == .deadline || bad.machine.now > 0)
    guard case .terminated = bad.machine.run(until: 100_000) else {
      Issue.record("it was not ended")
      return
    }
    #expect(good.machine.run(until: 100_000) == .guestExit(7))
  }
}
