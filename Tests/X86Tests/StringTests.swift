import BusKit
import Testing
import X86
import X86Decode

@Suite struct StringTests {
  /// An interrupt comes between two iterations; the registers show how far it got, and the saved IP
  /// is that of the instruction with its prefix.
  @Test(arguments: ProcessorModel.allCases)
  func interruptedInTheMiddle(_ model: ProcessorModel) {
    let program = TinyProgram(model, [0x90, 0xF3, 0xA4])  // nop; rep movsb
    program[.rcx] = 0x800
    program.flags = 0x202
    for at in 0..<0x800 { program.ram.write(TinyProgram.data + at, UInt8(truncatingIfNeeded: at)) }
    let timer = program.scheduler.makeSlot("timer") { [cpu = program.cpu] _ in
      cpu.setInterruptRequest(true)
    }
    program.scheduler.schedule(timer, at: 500)
    program.cpu.acknowledgeInterrupt = { [unowned cpu = program.cpu] in
      cpu.setInterruptRequest(false)
      return 0x40
    }
    program.ram.write(0x540, 0xCF as UInt8)  // iret
    var seen: (left: UInt32, done: UInt32)?
    let probe = program.scheduler.makeSlot("probe") { _ in
      seen = (program[.rcx], program[.rdi])
    }
    program.scheduler.schedule(probe, at: 500)
    #expect(program.run() == nil)
    let left = seen?.left ?? 0
    #expect(left > 0 && left < 0x800)
    #expect(left + (seen?.done ?? 0) == 0x800)
    #expect(program.ram.read(TinyProgram.stack + 0xFFA, as: UInt16.self) == 1)
    #expect(program[.rcx] == 0)
    #expect(
      program.ram.bytes(TinyProgram.extra, count: 0x800)
        == program.ram.bytes(TinyProgram.data, count: 0x800))
  }

  /// Where a run is cut must not show: neither in the registers nor in the clocks.
  @Test(arguments: ProcessorModel.allCases)
  func cuttingTheRunCostsNothing(_ model: ProcessorModel) {
    // mov cx, 900h; rep movsb; mov cx, 30h; rep stosw; hlt
    let code: [UInt8] = [0xB9, 0x00, 0x09, 0xF3, 0xA4, 0xB9, 0x30, 0x00, 0xF3, 0xAB]
    let whole = TinyProgram(model, code)
    _ = whole.cpu.run(until: 1_000_000)
    for clocks in [1, 97, 1000] as [Ticks] {
      let cut = TinyProgram(model, code)
      while !cut.cpu.architecturalState.isHalted {
        _ = cut.cpu.run(until: cut.scheduler.now + clocks)
      }
      #expect(cut.cpu.architecturalState == whole.cpu.architecturalState)
      // The uncut run slept the rest away; what it worked is what the cut one took.
      #expect(cut.scheduler.now - cut.cpu.idleTicks == 1_000_000 - whole.cpu.idleTicks)
    }
  }

  @Test func overlappingMoveRepeatsThePattern() {
    let program = TinyProgram(.i80486, [0xF3, 0x26, 0xA4])  // rep es: movsb
    program.ram.write(TinyProgram.extra, bytes: [1, 2, 3])
    program[.rdi] = 3
    program[.rcx] = 7
    program.run()
    #expect(program.ram.bytes(TinyProgram.extra, count: 10) == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1])
  }

  @Test func downward() {
    let program = TinyProgram(.i80486, [0xFD, 0xF3, 0xAB])  // std; rep stosw
    program[.rax] = 0xBEEF
    program[.rdi] = 4
    program[.rcx] = 3
    program.run()
    #expect(
      program.ram.bytes(TinyProgram.extra, count: 6) == [0xEF, 0xBE, 0xEF, 0xBE, 0xEF, 0xBE])
    #expect(program[.rdi] == 0xFFFE)
  }

  /// A count of zero does nothing and keeps the flags.
  @Test func countOfZero() {
    let program = TinyProgram(.i80386, [0xF3, 0xA6])  // repe cmpsb
    program.flags = 0x8D7
    program.run()
    #expect(program.flags & 0x8D5 == 0x8D5)
    #expect(program[.rsi] == 0)
  }

  @Test func scanStopsBehindTheMatch() {
    let program = TinyProgram(.i80486, [0xF2, 0xAE])  // repne scasb
    program.ram.write(TinyProgram.extra, bytes: [5, 6, 7, 8])
    program[.rax] = 7
    program[.rcx] = 10
    program.run()
    #expect(program[.rdi] == 3)
    #expect(program[.rcx] == 7)
    #expect(program.flags & 0x40 != 0)
  }

  /// The address size alone chooses between CX and ECX.
  @Test func addressSizeChoosesTheCounter() {
    let program = TinyProgram(.i80386, [0x67, 0xF3, 0xAA])  // a32 rep stosb
    program[.rcx] = 0x1_0002
    program[.rdi] = 0xFFFF
    // ES ends at FFFFh: the second byte faults, with one iteration done.
    #expect(program.run() == 13)
    #expect(program[.rcx] == 0x1_0001)
    #expect(program[.rdi] == 0x1_0000)
  }

  /// The 80286 has moved the pointer on when the limit stops it (recorded from silicon).
  @Test func pointerAfterALimitFault() {
    let program = TinyProgram(.i80286, [0xAB])  // stosw
    program[.rdi] = 0xFFFF
    #expect(program.run() == 13)
    #expect(program[.rdi] == 1)
  }
}
