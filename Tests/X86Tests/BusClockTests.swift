import BusKit
import Testing
import X86
import X86Decode

/// Clocks that depend on addresses: words at odd ones on a 16-bit bus, and on the 80286 what a transfer
/// pays for its target. Numbers as in recordings of an 80C286.
struct BusClockTests {
  /// Clocks of the first instruction.
  private func clocks(
    _ code: [UInt8], _ model: ProcessorModel = .i80286, ax: UInt32 = 0, bx: UInt32 = 0,
    cx: UInt32 = 0, sp: UInt32 = 0x1000
  ) -> Ticks {
    let program = TinyProgram(model, code)
    program[.rax] = ax
    program[.rbx] = bx
    program[.rcx] = cx
    program[.rsp] = sp
    return program.cpu.stepInstruction()
  }

  @Test func wordsAtOddAddresses() {
    // MOV AX,[BX] and MOV [BX],AX; ADD [BX],AX; XCHG AX,[BX]; and bytes, which lie where they like.
    for (code, even, odd) in [
      ([0x8B, 0x07], 5, 7), ([0x89, 0x07], 3, 4), ([0x01, 0x07], 7, 10), ([0x87, 0x07], 5, 8),
      ([0x8A, 0x07], 5, 5), ([0x00, 0x07], 7, 7), ([0xC4, 0x07], 7, 11), ([0x62, 0x07], 13, 17),
    ] as [([UInt8], Ticks, Ticks)] {
      #expect(clocks(code, bx: 0x100) == even, "\(code)")
      #expect(clocks(code, bx: 0x101) == odd, "\(code)")
    }
    #expect(clocks([0x8B, 0x07], .i80386, bx: 0x101) == clocks([0x8B, 0x07], .i80386, bx: 0x100))
  }

  /// The second look at a page goes another way than the first.
  @Test func everyWayToMemoryChargesTheSame() {
    let program = TinyProgram(.i80286, [0x8B, 0x07, 0x8B, 0x07, 0x8B, 0x07])
    program[.rbx] = 0xFFD
    for _ in 0..<3 { #expect(program.cpu.stepInstruction() == 7) }
    // A store beside code, and one into a page that holds none.
    let store = TinyProgram(.i80286, [0x2E, 0x89, 0x07, 0x89, 0x07, 0x2E, 0x89, 0x07])
    store[.rbx] = 0x801
    for _ in 0..<3 { #expect(store.cpu.stepInstruction() == 4) }
  }

  @Test func stacksAtOddAddresses() {
    for (code, even, odd) in [
      ([0x50], 3, 4), ([0x58], 5, 7), ([0x06], 3, 4), ([0x9C], 3, 4), ([0x9D], 6, 8),
      ([0x60], 17, 32), ([0x61], 19, 35), ([0x68, 1, 0], 3, 4), ([0xFF, 0x37], 7, 8),
      // Interrupts go to a HLT.
      ([0xCC], 25, 31), ([0xCD, 0x21], 24, 30),
    ] as [([UInt8], Ticks, Ticks)] {
      #expect(clocks(code) == even, "\(code)")
      #expect(clocks(code, sp: 0x1001) == odd, "\(code)")
    }
  }

  @Test func transfersPayForTheirTarget() {
    // To HLT, to MOV AX,1, to ADD [BX+1],AX, whose byte is extended, and to a MOV AX,1 that is odd.
    #expect(clocks([0xEB, 0x00]) == 7 + 1)
    #expect(clocks([0xEB, 0x00, 0xB8, 0x01, 0x00]) == 7 + 3)
    #expect(clocks([0xEB, 0x00, 0x01, 0x47, 0x01]) == 7 + 4)
    #expect(clocks([0xEB, 0x01, 0x90, 0xB8, 0x01, 0x00]) == 7 + 3 + 1)
    // An odd target of one byte comes with the first fetch.
    #expect(clocks([0xEB, 0x01, 0x90]) == 7 + 1)
    // Not taken and taken; LOOP; far; through a register.
    #expect(clocks([0x75, 0x00, 0xB8, 0x01, 0x00]) == 3 + 4 + 3)
    #expect(clocks([0x74, 0x00, 0xB8, 0x01, 0x00]) == 3)
    #expect(clocks([0xE2, 0x00, 0xB8, 0x01, 0x00], cx: 2) == 4 + 4 + 3)
    #expect(clocks([0xE1, 0x00, 0xB8, 0x01, 0x00], cx: 2) == 4)
    #expect(clocks([0xEA, 0x05, 0x00, 0x00, 0x01, 0xF4]) == 11 + 1)
    #expect(clocks([0xFF, 0xE3, 0xB8, 0x01, 0x00], bx: 2) == 7 + 3)
    // Straight on, the decoder is ahead.
    #expect(clocks([0x90, 0xB8, 0x01, 0x00]) == 3)
  }

  /// A loop whose target changes its length: the links must not remember the old price.
  @Test func theTargetsPriceFollowsItsBytes() {
    // top: NOP; NOP; NOP; MOV byte CS:[0],B8h; LOOP top; the first becomes MOV AX,9090h.
    let code: [UInt8] = [0x90, 0x90, 0x90, 0x2E, 0xC6, 0x06, 0, 0, 0xB8, 0xE2, 0xF5]
    let ticks = [false, true].map { steps in
      let program = TinyProgram(.i80286, code)
      program[.rcx] = 3
      program.cpu.alwaysSteps = steps
      var clocks: Ticks = 0
      while !program.cpu.architecturalState.isHalted { clocks += program.cpu.stepInstruction() }
      return clocks
    }
    let first: Ticks = 3 * 3 + 3 + (8 + 3)
    let second: Ticks = 2 + 3 + (8 + 3)
    let last: Ticks = 2 + 3 + 4 + 2
    #expect(ticks == [first + second + last, first + second + last])
  }

  @Test func failedInstructions() {
    // DIV BL and IDIV BL by zero, #UD (MOV CS,AX), a word at FFFFh, BOUND below and above.
    #expect(clocks([0xF6, 0xF3]) == 14 + 22 + 1)
    #expect(clocks([0xF6, 0xFB]) == 17 + 24 + 1)
    #expect(clocks([0x8E, 0xC8]) == 2 + 23 + 1)
    #expect(clocks([0x8B, 0x07], bx: 0xFFFF) == 15 + 23 + 1)
    #expect(clocks([0x62, 0x07], ax: 0xFFFF) == 13 - 3 + 23 + 1)
    #expect(clocks([0x62, 0x07], ax: 1) == 13 + 23 + 1)
  }

  @Test func repeatedStrings() {
    func clocks(_ code: [UInt8], cx: UInt32, si: UInt32, di: UInt32) -> Ticks {
      let program = TinyProgram(.i80286, code)
      program[.rcx] = cx
      program[.rsi] = si
      program[.rdi] = di
      program.run()
      // The closing HLT.
      return program.cpu.scheduler.now - program.cpu.idleTicks - 2
    }
    #expect(clocks([0xF3, 0xA5], cx: 10, si: 0, di: 0) == 6 + 4 * 10)
    #expect(clocks([0xF3, 0xA5], cx: 10, si: 1, di: 0) == 6 + 6 * 10)
    #expect(clocks([0xF3, 0xA5], cx: 10, si: 1, di: 1) == 6 + 8 * 10)
    #expect(clocks([0xF3, 0xAB], cx: 10, si: 0, di: 0) == 5 + 3 * 10)
    #expect(clocks([0xF3, 0xAB], cx: 10, si: 0, di: 1) == 4 + 4 * 10)
    #expect(clocks([0xF3, 0xA4], cx: 0, si: 0, di: 0) == 7)
    #expect(clocks([0xA5], cx: 0, si: 1, di: 1) == 7 + 2 + 1)
  }
}
