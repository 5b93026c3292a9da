import PC
import Testing

/// Idle hints through port F5h: a program that only asks for keys costs nothing.
struct IdleTests {
  /// A poll loop that writes `extra` as well.
  private func machine(_ extra: [UInt8] = []) throws -> Machine {
    let body = [0xE6, 0xF5] + extra
    return try TestBench.machine(
      running: body + [0xEB, UInt8(truncatingIfNeeded: -body.count - 2)])
  }

  @Test("A loop of hints skips to the next event")
  func pollLoop() throws {
    let machine = try machine()
    #expect(machine.run(until: 10_000_000) == .deadline)
    #expect(machine.idleTicks > 9_900_000)
  }

  @Test("A loop that also writes to another port is at work")
  func loopWithOutput() throws {
    let machine = try machine([0xE6, 0x80])  // OUT 80h,AL
    #expect(machine.run(until: 1_000_000) == .deadline)
    #expect(machine.idleTicks == 0)
  }

  @Test("A loop that computes between two hints is at work")
  func loopWithWork() throws {
    let machine = try machine([0xB9, 0x00, 0x10, 0xE2, 0xFE])  // MOV CX,1000h; LOOP $
    #expect(machine.run(until: 1_000_000) == .deadline)
    #expect(machine.idleTicks == 0)
  }

  @Test("Skipping does not depend on how the run is cut into slices")
  func slices() throws {
    let whole = try machine()
    let cut = try machine()
    _ = whole.run(until: 1_000_000)
    for deadline in 1...10 { _ = cut.run(until: UInt64(deadline) * 100_000) }
    #expect(cut.now == whole.now)
    #expect(cut.idleTicks > 990_000)
  }
}
