import BusKit
import Chips
import Testing

private final class IOAPICBench {
  let chip = IOAPIC82093AA()
  var messages: [APICMessage] = []
  var accepts = true

  init() {
    chip.send = { [unowned self] in
      messages.append($0)
      return accepts
    }
  }

  subscript(_ register: UInt32) -> UInt32 {
    get {
      chip.writeMemoryWide(0, UInt64(register), byteCount: 4)
      return UInt32(chip.readMemoryWide(0x10, byteCount: 4))
    }
    set {
      chip.writeMemoryWide(0, UInt64(register), byteCount: 4)
      chip.writeMemoryWide(0x10, UInt64(newValue), byteCount: 4)
    }
  }

  func program(_ input: UInt32, _ low: UInt32, high: UInt32 = 0) {
    self[0x11 + 2 * input] = high
    self[0x10 + 2 * input] = low
  }
}

@Suite struct IOAPIC82093AATests {
  @Test func registers() {
    let bench = IOAPICBench()
    #expect(bench[1] == 0x0017_0011)
    bench[0] = 0xFFFF_FFFF
    #expect(bench[0] == 0x0F00_0000)
    #expect(bench[2] == 0x0F00_0000)
    #expect(bench[0x10] == 0x1_0000)
    bench[0x10] = 0xFFFF_FFFF
    #expect(bench[0x10] == 0x1_AFFF)
    bench[0x11] = 0xFFFF_FFFF
    #expect(bench[0x11] == 0xFF00_0000)
    #expect(bench[0x3F] == 0)
    #expect(bench[0x40] == 0)
    // The select register can be written as a byte, and read back.
    bench.chip.writeMemory(0, 1)
    #expect(bench.chip.readMemory(0) == 1)
    #expect(bench.chip.readMemory(0x12) == 0x17)
  }

  @Test func edgesAreSentOnce() {
    let bench = IOAPICBench()
    bench.program(4, 0x34, high: 0x0100_0000)
    bench.chip.setInput(4, true)
    bench.chip.setInput(4, true)
    bench.chip.setInput(4, false)
    #expect(bench.messages == [APICMessage(vector: 0x34, destination: 1)])
    bench.chip.setInput(4, true)
    #expect(bench.messages.count == 2)
  }

  @Test func edgesOnAMaskedInputAreLost() {
    let bench = IOAPICBench()
    bench.program(4, 0x1_0034)
    bench.chip.setInput(4, true)
    bench.program(4, 0x34)
    #expect(bench.messages.isEmpty)
  }

  @Test func levelsWaitForTheirEOI() {
    let bench = IOAPICBench()
    bench.program(9, 0x8939)
    bench.chip.setInput(9, true)
    #expect(bench.messages.last?.isLevelTriggered == true)
    #expect(bench.messages.last?.isLogical == true)
    #expect(bench[0x22] == 0xC939)
    bench.chip.setInput(9, false)
    bench.chip.setInput(9, true)
    #expect(bench.messages.count == 1)
    bench.chip.endOfInterrupt(0x38)
    #expect(bench.messages.count == 1)
    bench.chip.endOfInterrupt(0x39)
    #expect(bench.messages.count == 2)
    bench.chip.setInput(9, false)
    bench.chip.endOfInterrupt(0x39)
    #expect(bench[0x22] == 0x8939)
    #expect(bench.messages.count == 2)
  }

  @Test func levelOnAMaskedInputGetsThroughWhenUnmasked() {
    let bench = IOAPICBench()
    bench.program(9, 0x1_8039)
    bench.chip.setInput(9, true)
    #expect(bench.messages.isEmpty)
    bench.program(9, 0x8039)
    #expect(bench.messages.count == 1)
  }

  @Test func switchingToEdgeForgetsRemoteIRR() {
    let bench = IOAPICBench()
    bench.program(9, 0x8039)
    bench.chip.setInput(9, true)
    #expect(bench[0x22] & 0x4000 != 0)
    bench.program(9, 0x1_0039)
    bench.program(9, 0x8039)
    #expect(bench.messages.count == 2)
  }

  @Test func whatNobodyTakesIsSentAgain() {
    let bench = IOAPICBench()
    bench.accepts = false
    bench.program(9, 0x8039)
    bench.chip.setInput(9, true)
    #expect(bench[0x22] == 0x8039)
    bench.accepts = true
    bench.chip.retry()
    #expect(bench[0x22] == 0xC039)
    #expect(bench.messages.count == 2)
  }

  @Test func activeLowInvertsThePin() {
    let bench = IOAPICBench()
    bench.chip.setInput(5, true)
    bench.program(5, 0x2035)
    #expect(bench.messages.isEmpty)
    bench.chip.setInput(5, false)
    #expect(bench.messages.count == 1)
  }

  @Test func externalModeCarriesNoLevel() {
    let bench = IOAPICBench()
    bench.program(0, 0x8700)
    bench.chip.setInput(0, true)
    #expect(bench.messages == [APICMessage(vector: 0, mode: .external, destination: 0)])
    #expect(bench[0x10] == 0x8700)
  }

  @Test func throughToTheProcessor() {
    let apic = APICBench()
    let bench = IOAPICBench()
    bench.chip.send = { apic.apic.accept($0) }
    apic.apic.onEndOfInterrupt = { [unowned bench] in bench.chip.endOfInterrupt($0) }
    bench.program(11, 0x803B)
    bench.chip.setInput(11, true)
    #expect(apic.apic.acknowledge() == 0x3B)
    #expect(apic[0x190] == 1 << 27)
    apic[0xB0] = 0
    #expect(apic.apic.acknowledge() == 0x3B)
    bench.chip.setInput(11, false)
    apic[0xB0] = 0
    #expect(!apic.apic.output.level)
  }
}
