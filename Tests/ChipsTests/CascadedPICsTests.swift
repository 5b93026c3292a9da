import BusKit
import Chips
import Testing

/// Two controllers as the AT's BIOS programs them.
private func makePICs() -> CascadedPICs {
  let pics = CascadedPICs()
  initialize(pics.master, 0x11, 0x08, 0x04, 0x01)
  initialize(pics.slave, 0x11, 0x70, 0x02, 0x01)
  return pics
}

private func initialize(_ chip: Intel8259A, _ words: UInt8...) {
  chip.writePort(0, words[0])
  for word in words.dropFirst() { chip.writePort(1, word) }
}

@Suite struct CascadedPICsTests {
  @Test func givesVectorsInOrderOfPriority() {
    let pics = makePICs()
    pics.irq(7).raise()
    pics.irq(1).raise()
    pics.irq(8).raise()
    #expect(pics.output.level)
    #expect(pics.acknowledge() == 0x09)
    #expect(!pics.output.level)
    pics.master.writePort(0, 0x20)
    #expect(pics.output.level)
    #expect(pics.acknowledge() == 0x70)
    pics.slave.writePort(0, 0x20)
    #expect(!pics.output.level)
    pics.master.writePort(0, 0x20)
    #expect(pics.acknowledge() == 0x0F)
  }

  @Test func masksAndReadsBackRegisters() {
    let pics = makePICs()
    pics.master.writePort(1, 0xFD)
    pics.irq(0).raise()
    #expect(!pics.output.level)
    #expect(pics.master.readPort(1) == 0xFD)
    #expect(pics.master.readPort(0) == 0x01)
    pics.irq(1).raise()
    #expect(pics.acknowledge() == 0x09)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0x02)
    pics.master.writePort(0, 0x0A)
    #expect(pics.master.readPort(0) == 0x01)
  }

  @Test func edgeRequestMustRiseAgain() {
    let pics = makePICs()
    pics.irq(3).raise()
    #expect(pics.acknowledge() == 0x0B)
    pics.master.writePort(0, 0x20)
    #expect(!pics.output.level)
    pics.irq(3).lower()
    pics.irq(3).raise()
    #expect(pics.output.level)
  }

  @Test func levelRequestAsksUntilItFalls() {
    let pics = makePICs()
    pics.edgeLevelControl.writePort(1, 0xFF)
    #expect(pics.edgeLevelControl.readPort(1) == 0xDE)
    pics.edgeLevelControl.writePort(0, 0xFF)
    #expect(pics.edgeLevelControl.readPort(0) == 0xF8)
    pics.irq(11).raise()
    #expect(pics.acknowledge() == 0x73)
    pics.slave.writePort(0, 0x20)
    pics.master.writePort(0, 0x20)
    #expect(pics.output.level)
    #expect(pics.acknowledge() == 0x73)
    pics.irq(11).lower()
    pics.slave.writePort(0, 0x20)
    pics.master.writePort(0, 0x20)
    #expect(!pics.output.level)
  }

  @Test func requestThatGoesIsSpurious() {
    let pics = makePICs()
    pics.irq(4).raise()
    pics.irq(4).lower()
    #expect(!pics.output.level)
    #expect(pics.acknowledge() == 0x0F)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0, "no level is in service")
  }

  @Test func slaveRequestThatGoesBetweenPulsesIsSpurious15() {
    let pics = makePICs()
    // The cascade pin held up from outside stands for the race between the two INTA pulses.
    pics.master.setLine(2, true)
    #expect(pics.acknowledge() == 0x77)
    pics.slave.writePort(0, 0x0B)
    #expect(pics.slave.readPort(0) == 0)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0x04)
  }

  @Test func rotatesOnEndOfInterrupt() {
    let pics = makePICs()
    for line in [0, 3, 4] { pics.irq(line).raise() }
    #expect(pics.acknowledge() == 0x08)
    pics.master.writePort(0, 0xA0)
    pics.irq(0).lower()
    pics.irq(0).raise()
    #expect(pics.acknowledge() == 0x0B)
    pics.master.writePort(0, 0xA0)
    #expect(pics.acknowledge() == 0x0C)
    pics.master.writePort(0, 0x20)
    #expect(pics.acknowledge() == 0x08)
  }

  @Test func setsPriorityAndRotatesOnSpecificEnd() {
    let pics = makePICs()
    pics.master.writePort(0, 0xC4)  // level 4 is lowest, so 5 is highest
    pics.irq(0).raise()
    pics.irq(6).raise()
    #expect(pics.acknowledge() == 0x0E)
    pics.master.writePort(0, 0xE6)  // specific end of 6, which becomes lowest
    pics.irq(7).raise()
    #expect(pics.acknowledge() == 0x0F)
  }

  @Test func automaticEndOfInterrupt() {
    let pics = makePICs()
    initialize(pics.master, 0x11, 0x08, 0x04, 0x03)
    pics.irq(5).raise()
    pics.irq(6).raise()
    #expect(pics.acknowledge() == 0x0D)
    #expect(pics.acknowledge() == 0x0E)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0)
  }

  @Test func rotatesOnAutomaticEnd() {
    let pics = makePICs()
    initialize(pics.master, 0x11, 0x08, 0x04, 0x03)
    pics.master.writePort(0, 0x80)
    pics.irq(0).raise()
    #expect(pics.acknowledge() == 0x08)
    pics.irq(0).lower()
    pics.irq(0).raise()
    pics.irq(7).raise()
    #expect(pics.acknowledge() == 0x0F)
    #expect(pics.acknowledge() == 0x08)
  }

  @Test func specialMaskLetsLowerLevelsThrough() {
    let pics = makePICs()
    pics.irq(1).raise()
    #expect(pics.acknowledge() == 0x09)
    pics.irq(6).raise()
    #expect(!pics.output.level)
    pics.master.writePort(1, 0x02)
    pics.master.writePort(0, 0x68)
    #expect(pics.output.level)
    #expect(pics.acknowledge() == 0x0E)
    // A non-specific end leaves the masked level alone.
    pics.master.writePort(0, 0x20)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0x02)
    pics.master.writePort(0, 0x48)
    pics.master.writePort(0, 0x20)
    #expect(pics.master.readPort(0) == 0)
  }

  @Test func specialFullyNestedLetsSlaveInterruptItself() {
    for (icw4, nests) in [(UInt8(0x11), true), (0x01, false)] {
      let pics = makePICs()
      initialize(pics.master, 0x11, 0x08, 0x04, icw4)
      pics.irq(12).raise()
      #expect(pics.acknowledge() == 0x74)
      pics.irq(8).raise()
      #expect(pics.output.level == nests)
      if nests { #expect(pics.acknowledge() == 0x70) }
    }
  }

  @Test func pollAcknowledges() {
    let pics = makePICs()
    pics.master.writePort(0, 0x0C)
    #expect(pics.master.readPort(0) == 0)
    pics.irq(3).raise()
    pics.master.writePort(0, 0x0C)
    #expect(pics.master.peekPort(0) == 0x83)
    #expect(pics.master.readPort(0) == 0x83)
    #expect(!pics.output.level)
    pics.master.writePort(0, 0x0B)
    #expect(pics.master.readPort(0) == 0x08)
  }

  @Test func initializationForgetsRequestsAndMasks() {
    let pics = makePICs()
    pics.master.writePort(1, 0xFF)
    pics.irq(5).raise()
    initialize(pics.master, 0x11, 0x20, 0x04, 0x01)
    #expect(pics.master.readPort(1) == 0)
    #expect(!pics.output.level, "the edge was before ICW1")
    pics.irq(5).lower()
    pics.irq(5).raise()
    #expect(pics.acknowledge() == 0x25)
  }

  @Test func singleControllerWithoutICW4() {
    let output = SignalLine()
    let chip = Intel8259A(output: output)
    chip.setLine(4, true)
    #expect(!output.level)
    initialize(chip, 0x1E, 0x40)  // level triggered, interval of four, single, MCS-80
    #expect(output.level)
    #expect(chip.acknowledge() == 0x10, "the low byte of the CALL address")
  }
}
