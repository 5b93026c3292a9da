import BusKit
import Chips
import Foundation
import Testing

/// A local APIC at ten processor clocks to the bus clock, enabled by software.
final class APICBench {
  let scheduler = Scheduler(frequency: Frequency(1_000_000_000))
  let apic: LocalAPIC
  var nmis = 0
  var inits = 0
  var ends: [UInt8] = []

  init(_ kind: LocalAPIC.Kind = .init(hasX2APIC: true, hasDeadlineTimer: true)) {
    apic = LocalAPIC(scheduler: scheduler, kind: kind)
    apic.onNMI = { [unowned self] in nmis += 1 }
    apic.onInit = { [unowned self] in inits += 1 }
    apic.onEndOfInterrupt = { [unowned self] in ends.append($0) }
    apic.reset()
    self[0xF0] = 0x1FF
  }

  /// The register at an offset of the page.
  subscript(_ offset: UInt32) -> UInt32 {
    get { UInt32(apic.readMemoryWide(offset, byteCount: 4)) }
    set { apic.writeMemoryWide(offset, UInt64(newValue), byteCount: 4) }
  }

  func sendSelf(_ vector: UInt8) { self[0x300] = 0x4_4000 | UInt32(vector) }

  /// Lets time pass, with every alarm at its tick.
  func run(to tick: Ticks) {
    while scheduler.nextDeadline <= tick {
      scheduler.now = scheduler.nextDeadline
      scheduler.fireDueEvents()
    }
    scheduler.now = tick
  }
}

@Suite struct LocalAPICTests {
  @Test func resetValuesAreTheManuals() {
    let bench = APICBench()
    bench.apic.reset()
    #expect(bench[0x20] == 0)
    #expect(bench[0x30] == 0x5_0014)
    #expect(bench[0x80] == 0)
    #expect(bench[0xD0] == 0)
    #expect(bench[0xE0] == 0xFFFF_FFFF)
    #expect(bench[0xF0] == 0xFF)
    for entry: UInt32 in [0x320, 0x330, 0x340, 0x370] { #expect(bench[entry] == 0x1_0000) }
    // Virtual wire mode from the start, for BIOSes that do not set it up.
    #expect(bench[0x350] == 0x700)
    #expect(bench[0x360] == 0x400)
    #expect(bench.apic.readMSR(0x1B) == 0xFEE0_0900)
    #expect(APICBench(.init(isP6: true))[0x30] == 0x4_0011)
  }

  @Test func selfInterruptGoesThroughIRRAndISR() {
    let bench = APICBench()
    bench.sendSelf(0x51)
    #expect(bench[0x220] == 1 << 17)
    #expect(bench.apic.output.level)
    #expect(bench.apic.acknowledge() == 0x51)
    #expect(!bench.apic.output.level)
    #expect(bench[0x220] == 0)
    #expect(bench[0x120] == 1 << 17)
    #expect(bench[0xA0] == 0x50)
    bench[0xB0] = 0
    #expect(bench[0x120] == 0)
    #expect(bench[0xA0] == 0)
    #expect(bench.ends.isEmpty)
  }

  @Test func priorityClassesDecideWhoInterruptsWhom() {
    let bench = APICBench()
    bench.sendSelf(0x55)
    #expect(bench.apic.acknowledge() == 0x55)
    bench.sendSelf(0x5F)
    #expect(!bench.apic.output.level)
    bench.sendSelf(0x60)
    #expect(bench.apic.output.level)
    #expect(bench.apic.acknowledge() == 0x60)
    bench[0xB0] = 0
    #expect(!bench.apic.output.level)
    bench[0xB0] = 0
    #expect(bench.apic.acknowledge() == 0x5F)
  }

  @Test func taskPriorityHoldsBackAndIsCR8() {
    let bench = APICBench()
    bench[0x80] = 0x53
    #expect(bench[0xA0] == 0x53)
    #expect(bench.apic.taskPriority == 5)
    bench.sendSelf(0x5F)
    #expect(!bench.apic.output.level)
    bench.apic.taskPriority = 4
    #expect(bench[0x80] == 0x40)
    #expect(bench.apic.output.level)
    bench.apic.taskPriority = 15
    #expect(!bench.apic.output.level)
    // The request went away between INTR and the acknowledge cycle.
    #expect(bench.apic.acknowledge() == 0xFF)
    #expect(bench[0x170] == 0)
  }

  @Test(arguments: [
    (0x0004_4000 as UInt32, 0 as UInt32, true),  // shorthand self
    (0x0008_4000, 0, true),  // all including self
    (0x000C_4000, 0, false),  // all but self
    (0x0000_4000, 0x0000_0000, true),  // physical, own ID
    (0x0000_4000, 0x0100_0000, false),
    (0x0000_4000, 0xFF00_0000, true),  // broadcast
    (0x0000_4800, 0x0400_0000, true),  // logical, flat
    (0x0000_4800, 0x0200_0000, false),
    (0x0000_4900, 0x0600_0000, true),  // lowest priority
  ])
  func commandsReachTheirDestination(_ low: UInt32, _ high: UInt32, _ arrives: Bool) {
    let bench = APICBench()
    bench[0xD0] = 0x0400_0000
    bench[0x310] = high
    bench[0x300] = low | 0x42
    #expect(bench.apic.output.level == arrives)
    #expect(bench[0x300] == low | 0x42)
  }

  @Test func clusterModelComparesBothHalves() {
    let bench = APICBench()
    bench[0xD0] = 0x3200_0000
    bench[0xE0] = 0x0FFF_FFFF
    for (destination, arrives): (UInt32, Bool) in [
      (0x32, true), (0x36, true), (0x31, false), (0x22, false), (0xF2, true),
    ] {
      bench[0x310] = destination << 24
      bench[0x300] = 0x4842
      #expect(bench.apic.output.level == arrives)
      if arrives { _ = bench.apic.acknowledge() }
      bench[0xB0] = 0
    }
  }

  @Test func otherDeliveryModes() {
    let bench = APICBench()
    bench[0x300] = 0x4400
    #expect(bench.nmis == 1)
    bench[0x300] = 0x4600
    #expect(bench.inits == 0)
    bench[0x300] = 0x8500  // INIT level de-assert
    #expect(bench.inits == 0)
    bench[0x20] = 0x0300_0000
    bench[0x310] = 0x0300_0000
    bench[0x300] = 0x4500
    #expect(bench.inits == 1)
    #expect(bench[0x20] == 0x0300_0000)
    #expect(bench[0xF0] == 0xFF)
    #expect(bench[0x320] == 0x1_0000)
  }

  @Test func errorsAreLatchedByAWriteAndInterrupt() {
    let bench = APICBench()
    bench[0x370] = 0xE1
    bench.sendSelf(5)
    #expect(bench[0x280] == 0)
    #expect(bench.apic.acknowledge() == 0xE1)
    bench[0x280] = 0
    #expect(bench[0x280] == 0x20)
    _ = bench[0x40]
    _ = bench.apic.accept(APICMessage(vector: 3))
    bench[0x280] = 0
    #expect(bench[0x280] == 0xC0)
    bench[0x280] = 0
    #expect(bench[0x280] == 0)
  }

  @Test func disabledBySoftwareItMasksItsEntries() {
    let bench = APICBench()
    bench[0x350] = 0x0700
    bench.sendSelf(0x40)
    bench[0xF0] = 0xFF
    #expect(bench[0x350] == 0x1_0700)
    bench[0x350] = 0x0700
    #expect(bench[0x350] == 0x1_0700)
    // What has been accepted waits for the processor; nothing new is.
    #expect(bench.apic.acknowledge() == 0x40)
    #expect(!bench.apic.accept(APICMessage(vector: 0x41)))
    #expect(bench.apic.accept(APICMessage(vector: 0, mode: .nmi)))
  }

  @Test func virtualWireThroughLINT0() {
    let bench = APICBench()
    bench.apic.acknowledgeExternal = { 0x08 }
    bench[0x350] = 0x0700
    bench.apic.setLINT0(true)
    #expect(bench.apic.output.level)
    #expect(bench.apic.acknowledge() == 0x08)
    #expect(bench[0x100] == 0)
    bench.apic.setLINT0(false)
    #expect(!bench.apic.output.level)
    bench[0x350] = 0x1_0700
    bench.apic.setLINT0(true)
    #expect(!bench.apic.output.level)
    // Unmasked, the level gets through.
    bench[0x350] = 0x0700
    #expect(bench.apic.output.level)
  }

  @Test func withoutAnAPICThePinsAreINTRAndNMI() {
    let bench = APICBench()
    #expect(bench.apic.writeMSR(0x1B, 0xFEE0_0100))
    bench.apic.acknowledgeExternal = { 0x70 }
    bench.apic.setLINT0(true)
    #expect(bench.apic.output.level)
    #expect(bench.apic.acknowledge() == 0x70)
    bench.apic.setLINT1(true)
    #expect(bench.nmis == 1)
  }

  @Test func lint1NMIIsEdgeTriggered() {
    let bench = APICBench()
    bench[0x360] = 0x0400
    bench.apic.setLINT1(true)
    bench.apic.setLINT1(true)
    #expect(bench.nmis == 1)
    bench.apic.setLINT1(false)
    bench.apic.setLINT1(true)
    #expect(bench.nmis == 2)
  }

  @Test func levelTriggeredPinComesAgainAfterEOI() {
    let bench = APICBench()
    bench[0x350] = 0x8044
    bench.apic.setLINT0(true)
    #expect(bench[0x350] == 0xC044)
    #expect(bench[0x1A0] == 1 << 4)
    #expect(bench.apic.acknowledge() == 0x44)
    bench[0xB0] = 0
    #expect(bench.ends == [0x44])
    #expect(bench.apic.output.level)
    bench.apic.setLINT0(false)
    #expect(bench.apic.acknowledge() == 0x44)
    bench[0xB0] = 0
    #expect(!bench.apic.output.level)
    #expect(bench[0x350] == 0x8044)
  }
}

@Suite struct LocalAPICTimerTests {
  @Test func oneShotCountsDownOnce() {
    let bench = APICBench()
    bench[0x3E0] = 0xB
    bench[0x320] = 0x31
    bench[0x380] = 1000
    bench.run(to: 4000)
    #expect(bench[0x390] == 600)
    bench.run(to: 9999)
    #expect(bench[0x390] == 1)
    #expect(!bench.apic.output.level)
    bench.run(to: 10_000)
    #expect(bench.apic.output.level)
    #expect(bench[0x390] == 0)
    #expect(bench.apic.acknowledge() == 0x31)
    bench[0xB0] = 0
    bench.run(to: 50_000)
    #expect(!bench.apic.output.level)
    #expect(bench[0x380] == 1000)
  }

  @Test(arguments: zip([0, 1, 2, 3, 8, 9, 10, 11] as [UInt32], [2, 4, 8, 16, 32, 64, 128, 1]))
  func divides(_ configuration: UInt32, _ divider: UInt64) {
    let bench = APICBench()
    bench[0x3E0] = configuration
    #expect(bench[0x3E0] == configuration)
    bench[0x320] = 0x31
    bench[0x380] = 10
    bench.run(to: divider * 100 - 1)
    #expect(!bench.apic.output.level)
    bench.run(to: divider * 100)
    #expect(bench.apic.output.level)
  }

  @Test func periodicReloads() {
    let bench = APICBench()
    bench[0x3E0] = 0xB
    bench[0x320] = 0x2_0031
    bench[0x380] = 100
    for round in 1...3 as ClosedRange<Ticks> {
      bench.run(to: round * 1000)
      #expect(bench[0x390] == 100)
      #expect(bench.apic.acknowledge() == 0x31)
      bench[0xB0] = 0
    }
    bench.run(to: 3500)
    #expect(bench[0x390] == 50)
    // One-shot from here: the count goes on and stays at zero.
    bench[0x320] = 0x31
    #expect(bench[0x390] == 50)
    bench.run(to: 4000)
    #expect(bench.apic.acknowledge() == 0x31)
    bench[0x320] = 0x2_0031
    bench.run(to: 6000)
    #expect(bench[0x390] == 0)
  }

  @Test func maskedTimerCountsInSilence() {
    let bench = APICBench()
    bench[0x3E0] = 0xB
    bench[0x320] = 0x3_0031
    bench[0x380] = 100
    bench.run(to: 1250)
    #expect(bench[0x390] == 75)
    #expect(!bench.apic.output.level)
    bench[0x320] = 0x2_0031
    #expect(!bench.apic.output.level)
    bench.run(to: 2000)
    #expect(bench.apic.output.level)
    bench[0x380] = 0
    #expect(bench[0x390] == 0)
  }

  @Test func deadlineModeIsAnAlarmClock() {
    let bench = APICBench()
    #expect(bench.apic.writeMSR(0x6E0, 500))
    #expect(bench.apic.readMSR(0x6E0) == 0)
    bench[0x320] = 0x4_0031
    #expect(bench.apic.writeMSR(0x6E0, 500))
    #expect(bench.apic.readMSR(0x6E0) == 500)
    bench.run(to: 499)
    #expect(!bench.apic.output.level)
    bench.run(to: 500)
    #expect(bench.apic.acknowledge() == 0x31)
    #expect(bench.apic.readMSR(0x6E0) == 0)
    bench[0x380] = 100
    #expect(bench[0x390] == 0)
    #expect(!APICBench(.init()).apic.writeMSR(0x6E0, 1))
  }

  @Test func stateRoundTrips() throws {
    let bench = APICBench()
    bench[0x320] = 0x2_0031
    bench[0x380] = 1000
    bench.sendSelf(0x77)
    let data = try JSONEncoder().encode(bench.apic.state)
    #expect(try JSONDecoder().decode(LocalAPIC.State.self, from: data) == bench.apic.state)
  }
}

@Suite struct X2APICTests {
  private func makeExtended() -> APICBench {
    let bench = APICBench()
    #expect(bench.apic.writeMSR(0x1B, 0xFEE0_0D00))
    return bench
  }

  @Test func modeTransitions() {
    let bench = APICBench()
    var window: UInt64?
    bench.apic.onWindow = { window = $0 }
    #expect(bench.apic.writeMSR(0x1B, 0x1234_5900))
    #expect(window == 0x1_2345)
    #expect(bench.apic.readMSR(0x802) == nil)
    #expect(!bench.apic.writeMSR(0x1B, 0xFEE0_0500))
    #expect(bench.apic.writeMSR(0x1B, 0xFEE0_0D00))
    #expect(window == nil)
    #expect(!bench.apic.writeMSR(0x1B, 0xFEE0_0900))
    #expect(bench.apic.writeMSR(0x1B, 0xFEE0_0100))
    #expect(!bench.apic.isEnabled)
    #expect(!bench.apic.writeMSR(0x1B, 0xFEE0_0D00))
    #expect(bench.apic.writeMSR(0x1B, 0xFEE0_0900))
    #expect(window == 0xFEE00)
  }

  @Test(arguments: [0xFEE0_0901, 0xFEE0_0B00, 0x100_FEE0_0900] as [UInt64])
  func reservedBitsOfTheBase(_ value: UInt64) {
    #expect(!APICBench().apic.writeMSR(0x1B, value))
  }

  @Test func withoutTheFeatureThereIsNoMode() {
    #expect(!APICBench(.init()).apic.writeMSR(0x1B, 0xFEE0_0D00))
  }

  @Test func registersAreMSRs() {
    let bench = makeExtended()
    let apic = bench.apic
    #expect(apic.readMSR(0x802) == 0)
    #expect(apic.readMSR(0x803) == 0x5_0014)
    #expect(apic.readMSR(0x80D) == 1)
    #expect(apic.writeMSR(0x808, 0x20))
    #expect(apic.readMSR(0x80A) == 0x20)
    #expect(apic.writeMSR(0x83F, 0x41))
    #expect(apic.readMSR(0x822) == 2)
    #expect(apic.acknowledge() == 0x41)
    #expect(!apic.writeMSR(0x80B, 1))
    #expect(apic.writeMSR(0x80B, 0))
    #expect(apic.writeMSR(0x830, 0xFFFF_FFFF_0000_0042))
    #expect(apic.readMSR(0x830) == 0xFFFF_FFFF_0000_0042)
    #expect(apic.acknowledge() == 0x42)
    #expect(apic.writeMSR(0x830, 0x0000_0001_0000_0844))
    #expect(apic.acknowledge() == 0xFF)
  }

  @Test(arguments: [0x800, 0x809, 0x80B, 0x80C, 0x80E, 0x831, 0x83F, 0x840] as [UInt32])
  func unreadable(_ number: UInt32) {
    #expect(makeExtended().apic.readMSR(number) == nil)
  }

  @Test(
    arguments: [
      (0x802, 0), (0x803, 0), (0x80A, 0), (0x80D, 0), (0x80E, 0), (0x808, 0x100), (0x80F, 0x200),
      (0x810, 0), (0x828, 1), (0x830, 0x1000), (0x831, 0), (0x832, 0x8_0000), (0x838, 1 << 32),
      (0x839, 0), (0x83E, 4), (0x83F, 0x100),
    ] as [(UInt32, UInt64)])
  func unwritable(_ number: UInt32, _ value: UInt64) {
    #expect(!makeExtended().apic.writeMSR(number, value))
  }
}
