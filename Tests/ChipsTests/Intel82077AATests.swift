import BusKit
import Chips
import Foundation
import Media
import Testing

@Suite struct Intel82077AATests {
  @Test func resetReportsFourDrives() {
    let clock = Clockwork()
    let interrupt = InterruptLine()
    let fdc = Intel82077AA(
      scheduler: clock.scheduler, interrupt: interrupt, dmaRequest: SignalLine())
    #expect(fdc.readPort(4) == 0)
    fdc.writePort(2, 0x0C)
    #expect(fdc.readPort(4) == 0x80)
    clock.run()
    #expect(interrupt.level)
    for drive: UInt8 in 0..<4 {
      fdc.writePort(5, 0x08)
      #expect(!interrupt.level)
      #expect(fdc.readPort(5) == 0xC0 | drive)
      #expect(fdc.readPort(5) == 0)
    }
    fdc.writePort(5, 0x08)
    #expect(fdc.readPort(5) == 0x80)
    #expect(fdc.readPort(4) == 0x80)
  }

  @Test func gateHidesInterruptAndRequest() {
    let clock = Clockwork()
    let interrupt = InterruptLine()
    let fdc = Intel82077AA(
      scheduler: clock.scheduler, interrupt: interrupt, dmaRequest: SignalLine())
    fdc.writePort(2, 0x04)
    clock.run()
    #expect(!interrupt.level)
    fdc.writePort(2, 0x0C)
    #expect(interrupt.level)
  }

  @Test func readsSectorsAcrossHeadsByDMA() {
    let bench = FloppyBench()
    bench.seek(3)
    // From C3 H0 R18 over to head 1.
    let (result, bytes) = bench.read(3, 0, 18, count: 1024)
    let block = 3 * 36 + 17
    #expect(result == [0x04, 0, 0, 3, 1, 2, 2])
    #expect(bytes.count == 1024)
    #expect(Int(bytes[0]) == block && Int(bytes[512]) == block + 1)
    #expect(bytes[511] == 0xE5)
    #expect(!bench.interrupt.level)
    #expect(bench.fdc.readPort(4) == 0x80)
  }

  @Test func worksWithTheDMAController() throws {
    let clock = Clockwork()
    let memory = PhysicalMap(ram: GuestRAM(byteCount: 1 << 20))
    let dma = CascadedDMA(scheduler: clock.scheduler, memory: memory)
    let interrupt = InterruptLine()
    let fdc = Intel82077AA(
      scheduler: clock.scheduler, interrupt: interrupt, dmaRequest: dma.request(2))
    dma.attach(fdc, to: 2)
    let image = FloppyBench.disk(FloppyFormat.exactly(1_474_560)!)
    fdc.insert(image, drive: 0)
    dma.words.writePort(0x16, 0xC0)
    dma.words.writePort(0x14, 0x00)
    /// Channel 2: 1024 bytes at 12340h, as a BIOS programs it.
    func program(_ mode: UInt8) {
      dma.bytes.writePort(0xA, 0x06)
      dma.bytes.writePort(0xC, 0)
      dma.bytes.writePort(0xB, mode)
      for byte: UInt8 in [0x40, 0x23] { dma.bytes.writePort(4, byte) }
      for byte: UInt8 in [0xFF, 0x03] { dma.bytes.writePort(5, byte) }
      dma.pages.writePort(1, 0x01)
      dma.bytes.writePort(0xA, 0x02)
    }
    func run(_ command: [UInt8]) -> [UInt8] {
      for byte in command { fdc.writePort(5, byte) }
      clock.run(microseconds: 500)
      return (0..<7).map { _ in fdc.readPort(5) }
    }
    fdc.writePort(2, 0x1C)
    clock.run()
    program(0x46)
    #expect(run([0xE6, 0, 0, 0, 7, 2, 18, 0x1B, 0xFF]) == [0, 0, 0, 0, 0, 9, 2])
    let sectors = try image.sector(6) + image.sector(7)
    #expect(memory.peek(0x12340, count: 1024) == sectors)
    program(0x4A)
    #expect(run([0xC5, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF]) == [0, 0, 0, 0, 0, 3, 2])
    #expect(try image.sector(0) + image.sector(1) == sectors)
    // The controller's verify mode lets the bytes go nowhere.
    program(0x42)
    #expect(run([0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF]) == [0, 0, 0, 0, 0, 3, 2])
    #expect(memory.peekByte(0x12340) == 6)
  }

  @Test func resultIDAtTheEndOfTrack() {
    let bench = FloppyBench()
    // MT=0, the last sector of the track: C+1, R=1.
    #expect(bench.read(0, 0, 18, count: 512, command: 0x46).result == [0, 0, 0, 1, 0, 1, 2])
    // MT=1, head 1: C+1, H back to 0.
    #expect(bench.read(0, 1, 18, count: 512).result == [4, 0, 0, 1, 0, 1, 2])
    // MT=1, head 0: the other head.
    #expect(bench.read(0, 0, 18, count: 512).result[3...] == [0, 1, 1, 2])
  }

  @Test func endOfCylinderWithoutTerminalCount() {
    let bench = FloppyBench()
    let (result, bytes) = bench.read(0, 0, 17, count: 4096, command: 0x46)
    #expect(bytes.count == 1024)
    #expect(result[0] == 0x40 && result[1] == 0x80)
  }

  @Test func terminalCountInMidSector() {
    let bench = FloppyBench()
    let (result, bytes) = bench.read(0, 0, 1, count: 100)
    #expect(bytes.count == 100)
    #expect(result == [0, 0, 0, 0, 0, 2, 2])
  }

  @Test func writesByDMAAndPadsTheLastSector() throws {
    let bench = FloppyBench()
    bench.dma.program(writing: [UInt8](repeating: 0x5A, count: 700))
    bench.send(0xC5, 0, 0, 0, 2, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish() == [0, 0, 0, 0, 0, 4, 2])
    #expect(try bench.image.sector(1) == [UInt8](repeating: 0x5A, count: 512))
    let second = try bench.image.sector(2)
    #expect(second[187] == 0x5A && second[188] == 0)
  }

  @Test func movesBytesWithoutDMA() throws {
    let bench = FloppyBench()
    bench.send(0x03, 0xDF, 0x03)
    bench.send(0x46, 0, 0, 0, 5, 2, 5, 0x1B, 0xFF)
    var bytes: [UInt8] = []
    for _ in 0..<512 {
      #expect(bench.clock.run(atMost: 1000) { bench.interrupt.level } != nil)
      #expect(bench.fdc.readPort(4) == 0xF0)
      bytes.append(bench.fdc.readPort(5))
    }
    #expect(bytes == (try bench.image.sector(4)))
    // No terminal count without DMA: the end of the cylinder ends the command.
    #expect(bench.finish()[..<2] == [0x40, 0x80])

    bench.send(0x45, 0, 0, 0, 6, 2, 6, 0x1B, 0xFF)
    for byte in 0..<512 {
      #expect(bench.clock.run(atMost: 1000) { bench.interrupt.level } != nil)
      #expect(bench.fdc.readPort(4) == 0xB0)
      bench.fdc.writePort(5, UInt8(byte & 0xFF))
    }
    _ = bench.finish()
    #expect(try bench.image.sector(5) == (0..<512).map { UInt8($0 & 0xFF) })
  }

  @Test func errorsNameTheirCause() {
    let bench = FloppyBench()
    // Sector 19 of 18; a wrong size.
    #expect(bench.read(0, 0, 19, count: 512).result[..<3] == [0x40, 0x04, 0])
    #expect(bench.read(0, 0, 1, count: 512, n: 3).result[..<3] == [0x40, 0x04, 0])
    bench.seek(0)
    // The ID's cylinder is another one.
    #expect(bench.read(7, 0, 1, count: 512).result[..<3] == [0x40, 0x04, 0x10])
    #expect(bench.read(0xFF, 0, 1, count: 512).result[..<3] == [0x40, 0x04, 0x02])
    // Single density, and another data rate: no address mark at all.
    #expect(bench.read(0, 0, 1, count: 512, command: 0x26).result[..<3] == [0x40, 0x01, 0])
    bench.fdc.writePort(7, 2)
    #expect(bench.read(0, 0, 1, count: 512).result[..<3] == [0x40, 0x01, 0])
    bench.fdc.writePort(7, 0)
    #expect(bench.read(0, 0, 1, count: 512).result[0] == 0)
  }

  @Test func unservedRequestOverruns() {
    let bench = FloppyBench()
    bench.dma.isMasked = true
    bench.send(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish()[..<2] == [0x40, 0x10])
    #expect(!bench.dma.request.level)
  }

  @Test func writeProtection() throws {
    let bench = FloppyBench(isWriteProtected: true)
    bench.dma.program(writing: [UInt8](repeating: 0, count: 512))
    bench.send(0xC5, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish()[..<2] == [0x40, 0x02])
    bench.send(0x04, 0)
    #expect(bench.result(1) == [0x78])
    #expect(try bench.image.sector(0)[2] == 0xE5)
  }

  @Test func emptyDriveWaitsForADisk() {
    let bench = FloppyBench(inserted: false)
    bench.dma.program(reading: 512)
    bench.send(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    #expect(bench.clock.run(atMost: 10_000_000) { bench.interrupt.level } == nil)
    #expect(bench.fdc.readPort(4) == 0x10)
    bench.fdc.insert(bench.image, drive: 0)
    #expect(bench.finish() == [0, 0, 0, 0, 0, 2, 2])
    // And a reset gets the chip out of it.
    bench.fdc.insert(nil, drive: 0)
    bench.send(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    bench.clock.run()
    bench.fdc.writePort(2, 0x18)
    bench.fdc.writePort(2, 0x1C)
    bench.clock.run()
    #expect(bench.fdc.readPort(4) == 0x80)
    #expect(bench.senseInterrupt() == [0xC0, 0])
  }

  @Test func changeLineIsResetByAStep() {
    let bench = FloppyBench()
    #expect(bench.fdc.readPort(7) == 0xFF)
    bench.send(0x07, 0)
    bench.clock.run()
    #expect(bench.senseInterrupt() == [0x20, 0])
    #expect(bench.fdc.readPort(7) == 0xFF, "at track 0 no step is made")
    bench.seek(1)
    #expect(bench.fdc.readPort(7) == 0x7F)
    bench.fdc.insert(nil, drive: 0)
    #expect(bench.fdc.readPort(7) == 0xFF)
    bench.seek(2)
    #expect(bench.fdc.readPort(7) == 0xFF, "there is no disk")
    bench.fdc.writePort(2, 0x0C)
    #expect(bench.fdc.readPort(7) == 0x7F, "the drive is not selected")
  }

  @Test func recalibratingAnAbsentDriveFails() {
    let bench = FloppyBench()
    bench.send(0x07, 2)
    bench.clock.run()
    #expect(bench.senseInterrupt() == [0x72, 0])
  }

  @Test func seeksOfTwoDrivesOverlap() {
    let bench = FloppyBench()
    bench.send(0x0F, 0, 10)
    #expect(bench.fdc.readPort(4) == 0x81)
    bench.send(0x0F, 5, 20)
    #expect(bench.fdc.readPort(4) == 0x83)
    bench.clock.run()
    #expect(bench.senseInterrupt() == [0x20, 10])
    #expect(bench.interrupt.level)
    #expect(bench.senseInterrupt() == [0x25, 20])
    #expect(!bench.interrupt.level)
    #expect(bench.fdc.readPort(4) == 0x80)
    bench.send(0x8F, 0, 4)
    bench.clock.run()
    #expect(bench.senseInterrupt() == [0x20, 6])
    bench.send(0xCF, 0, 5)
    bench.clock.run()
    #expect(bench.senseInterrupt() == [0x20, 11])
  }

  @Test func formatsATrack() throws {
    let bench = FloppyBench()
    bench.seek(2)
    var ids: [UInt8] = []
    for sector: UInt8 in 1...18 { ids += [2, 1, sector, 2] }
    bench.dma.program(writing: ids)
    bench.send(0x4D, 4, 2, 18, 0x54, 0xF6)
    #expect(bench.finish()[..<3] == [4, 0, 0])
    for sector: UInt64 in 0..<18 {
      #expect(
        try bench.image.sector(2 * 36 + 18 + sector) == [UInt8](repeating: 0xF6, count: 512))
    }
    #expect(try bench.image.sector(2 * 36 + 17)[2] == 0xE5)
    #expect(try bench.image.sector(2 * 36 + 36)[2] == 0xE5)
  }

  @Test func deletedMarks() {
    let bench = FloppyBench()
    bench.dma.program(writing: [UInt8](repeating: 0xDD, count: 512))
    bench.send(0xC9, 0, 0, 0, 2, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish()[0] == 0)
    // Without SK the marked sector is read, flagged, and ends the command.
    let flagged = bench.read(0, 0, 1, count: 2048, command: 0x46)
    #expect(flagged.bytes.count == 1024 && flagged.result[..<3] == [0, 0, 0x40])
    // With SK it is left out.
    let skipped = bench.read(0, 0, 1, count: 1024, command: 0x66)
    #expect(skipped.bytes[512] == 2 && skipped.result[..<3] == [0, 0, 0x40])
    // READ DELETED DATA sees it as an ordinary one.
    let deleted = bench.read(0, 0, 2, count: 512, command: 0x4C)
    #expect(deleted.bytes[0] == 0xDD && deleted.result[..<3] == [0, 0, 0])
  }

  @Test func readsATrackFromTheIndex() {
    let bench = FloppyBench()
    bench.dma.program(reading: 18 * 512)
    bench.send(0x42, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish()[..<3] == [0, 0, 0])
    #expect((0..<18).allSatisfy { Int(bench.dma.bytes[512 * $0]) == $0 })
    bench.dma.program(reading: 512)
    bench.send(0x42, 0, 0, 0, 5, 2, 1, 0x1B, 0xFF)
    #expect(bench.finish()[..<2] == [0, 0x04])
    #expect(bench.dma.bytes[0] == 0)
  }

  @Test func verifies() {
    let bench = FloppyBench()
    bench.send(0x56, 0x80, 0, 0, 1, 2, 18, 0x1B, 5)
    #expect(bench.finish() == [0, 0, 0, 0, 0, 6, 2])
    bench.send(0x56, 0, 0, 0, 1, 2, 18, 0x1B, 0)
    #expect(bench.finish()[..<3] == [0, 0, 0])
    bench.send(0x56, 0, 0, 0, 1, 2, 19, 0x1B, 0)
    #expect(bench.finish()[..<3] == [0x40, 0x04, 0])
  }

  @Test func scansForASector() {
    let bench = FloppyBench()
    var wanted = [UInt8](repeating: 0xE5, count: 512)
    (wanted[0], wanted[1]) = (3, 0)
    bench.dma.program(writing: wanted + wanted + wanted + wanted + wanted)
    bench.send(0x51, 0, 0, 0, 1, 2, 18, 0x1B, 1)
    #expect(bench.finish()[..<6] == [0, 0, 0x08, 0, 0, 4])
    // FFh matches anything.
    bench.dma.program(writing: [UInt8](repeating: 0xFF, count: 512))
    bench.send(0x51, 0, 0, 0, 9, 2, 18, 0x1B, 1)
    #expect(bench.finish()[2] == 0x08)
    bench.dma.program(writing: [UInt8](repeating: 0xE6, count: 512))
    bench.send(0x59, 0, 0, 0, 9, 2, 18, 0x1B, 1)
    #expect(bench.finish()[2] == 0)
    bench.dma.program(writing: [UInt8](repeating: 0xE6, count: 512))
    bench.send(0x5D, 0, 0, 0, 18, 2, 18, 0x1B, 1)
    #expect(bench.finish()[2] == 0x04)
  }

  @Test func registersOfTheEnhancedController() {
    let bench = FloppyBench()
    bench.send(0x10)
    #expect(bench.result(1) == [0x90])
    bench.send(0x03, 0xA1, 0x46)
    bench.send(0x13, 0, 0x57, 0x20)
    bench.send(0x12, 0x8C)
    bench.seek(9)
    bench.send(0x94)
    #expect(bench.result(1) == [0x10])
    bench.send(0x0E)
    #expect(bench.result(10) == [9, 0, 0, 0, 0xA1, 0x46, 0, 0x8C, 0x57, 0x20])
    // A software reset keeps what is locked.
    bench.fdc.writePort(4, 0x80)
    bench.clock.run()
    for _ in 0..<4 { _ = bench.senseInterrupt() }
    bench.send(0x0E)
    #expect(bench.result(10)[7...] == [0x8C, 0x07, 0x20])
    bench.send(0x14)
    #expect(bench.result(1) == [0])
    bench.fdc.writePort(4, 0x80)
    bench.clock.run()
    for _ in 0..<4 { _ = bench.senseInterrupt() }
    bench.send(0x0E)
    #expect(bench.result(10)[7...] == [0x0C, 0x20, 0])
  }

  @Test(arguments: [0x00, 0x01, 0x0B, 0x18, 0x1F, 0x34, 0xE5] as [UInt8])
  func unknownCommandsAreInvalid(_ command: UInt8) {
    let bench = FloppyBench()
    bench.send(command)
    #expect(bench.result(1) == [0x80])
    #expect(bench.fdc.readPort(4) == 0x80)
  }

  @Test func impliedSeek() {
    let bench = FloppyBench()
    bench.send(0x13, 0, 0x40, 0)
    let (result, bytes) = bench.read(40, 0, 1, count: 512)
    #expect(result[0] == 0)
    #expect(Int(bytes[0]) | Int(bytes[1]) << 8 == 40 * 36)
  }

  /// Debian's legacy Bochs BIOS depends on it.
  @Test func afterRecalibrationDataCommandsFindTheirCylinder() {
    let bench = FloppyBench()
    bench.seek(3)
    #expect(bench.read(40, 0, 1, count: 512).result[2] == 0x10)
    bench.send(0x07, 0)
    bench.clock.run()
    _ = bench.senseInterrupt()
    let (result, bytes) = bench.read(40, 0, 1, count: 512)
    #expect(result[0] == 0)
    #expect(Int(bytes[0]) | Int(bytes[1]) << 8 == 40 * 36)
    bench.seek(41)
    #expect(bench.read(40, 0, 1, count: 512).result[2] == 0x10)
  }

  @Test func statesSurviveArchiving() throws {
    let bench = FloppyBench()
    bench.dma.isMasked = true
    bench.send(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    bench.clock.run(microseconds: 100)
    let data = try JSONEncoder().encode(bench.fdc.state)
    let copy = try JSONDecoder().decode(Intel82077AA.State.self, from: data)
    #expect(copy == bench.fdc.state)
  }

  @Test func pollingCanBeDisabledBeforeItStarts() {
    let bench = FloppyBench()
    bench.fdc.writePort(2, 0x18)
    bench.fdc.writePort(2, 0x1C)
    bench.send(0x13, 0, 0x10, 0)
    bench.clock.run()
    #expect(!bench.interrupt.level)
  }

  @Test func readIDFindsTheTrack() {
    let bench = FloppyBench()
    bench.seek(5)
    bench.send(0x4A, 4)
    let result = bench.finish()
    #expect(result[..<5] == [4, 0, 0, 5, 1] && (1...18).contains(result[5]) && result[6] == 2)
    bench.seek(81)
    bench.send(0x4A, 0)
    #expect(bench.finish()[..<2] == [0x40, 0x01])
  }

  @Test func fortyCylindersInAnEightyCylinderDrive() {
    let bench = FloppyBench(format: FloppyFormat.exactly(368_640)!, drive: .mb1_2)
    bench.fdc.writePort(7, 1)
    bench.seek(20)
    let (result, bytes) = bench.read(10, 1, 3, count: 512, endOfTrack: 9)
    #expect(result[0] == 4)
    #expect(Int(bytes[0]) == 10 * 18 + 9 + 2)
  }

  @Test(arguments: FloppyFormat.standard)
  func everyStandardFormatIsReadInItsDrive(_ format: FloppyFormat) {
    let bench = FloppyBench(format: format, drive: format.drive)
    let last = UInt8(format.sectorsPerTrack)
    bench.fdc.writePort(7, format.kilobitsPerSecond == 250 ? 2 : last == 36 ? 3 : 0)
    let (cylinder, head) = (UInt8(format.cylinders - 1), UInt8(format.heads - 1))
    bench.seek(cylinder)
    let (result, bytes) = bench.read(
      cylinder, head, last, count: 512, command: 0x46, endOfTrack: last)
    #expect(result[0] == head << 2)
    #expect(
      Int(bytes[0]) | Int(bytes[1]) << 8 == Int(format.geometry.sectorCount) - 1)
  }

  @Test func realTimesAreThoseOfTheMechanics() throws {
    let bench = FloppyBench(speed: .real)
    // Ten steps of 3 ms.
    bench.send(0x03, 0xDF, 0x02)
    bench.send(0x0F, 0, 10)
    #expect(bench.clock.run(atMost: 1_000_000) { bench.interrupt.level } == 30_000)
    _ = bench.senseInterrupt()
    // A whole track of consecutive sectors takes one turn once the first is under the head.
    bench.dma.program(reading: 18 * 512)
    bench.send(0x46, 0, 10, 0, 1, 2, 18, 0x1B, 0xFF)
    let time = try #require(bench.clock.run(atMost: 1_000_000) { bench.interrupt.level })
    #expect(bench.result(7)[0] == 0)
    #expect((198_000...400_100).contains(time))
    // Missing sectors are given up after two turns.
    bench.send(0x46, 0, 10, 0, 30, 2, 18, 0x1B, 0xFF)
    let missed = try #require(bench.clock.run(atMost: 1_000_000) { bench.interrupt.level })
    #expect((399_000...401_000).contains(missed))
    #expect(bench.result(7)[1] == 0x04)
    // The motor needs 300 ms to come up to speed.
    bench.fdc.writePort(2, 0x0C)
    bench.clock.run()
    bench.fdc.writePort(2, 0x1C)
    bench.dma.program(reading: 512)
    bench.send(0x46, 0, 10, 0, 1, 2, 18, 0x1B, 0xFF)
    let started = try #require(bench.clock.run(atMost: 1_000_000) { bench.interrupt.level })
    #expect(started >= 300_000 && started < 520_000)
  }

  @Test func aTrackInOneTurnOnASlowClock() throws {
    // 4.77 MHz: ticks do not divide into microseconds.
    let bench = FloppyBench(speed: .real, hertz: 4_772_727)
    bench.dma.program(reading: 512)
    bench.send(0x46, 0, 0, 0, 18, 2, 18, 0x1B, 0xFF)
    _ = bench.finish()
    bench.dma.program(reading: 18 * 512)
    let before = bench.clock.scheduler.now
    bench.send(0x46, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)
    #expect(bench.finish()[0] == 0)
    let turns = Double(bench.clock.scheduler.now - before) / 4_772_727 / 0.2
    #expect(turns < 2.01)
  }

  @Test func statusRegistersOfThePS2() {
    let bench = FloppyBench(interface: .ps2)
    #expect(bench.fdc.readPort(0) & 0x80 == 0)
    #expect(bench.fdc.readPort(0) & 0x10 == 0, "at track 0, active low")
    #expect(bench.fdc.readPort(1) & 0xC3 == 0xC1)
    #expect(bench.fdc.readPort(7) & 0x79 == 0x78, "500 kb/s is high density, active low")
    #expect(FloppyBench(interface: .at).fdc.readPort(0) == 0xFF)
  }

  @Test func peekingChangesNothing() {
    let bench = FloppyBench()
    bench.send(0x10)
    let before = bench.fdc.state
    for offset: UInt16 in 0..<8 { _ = bench.fdc.peekPort(offset) }
    #expect(bench.fdc.peekPort(5) == 0x90)
    #expect(bench.fdc.state == before)
  }

  @Test func absurdGuestsAreHarmless() {
    let bench = FloppyBench()
    var seed: UInt32 = 1
    for _ in 0..<200_000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      let offset = UInt16(seed >> 8 & 7)
      if seed >> 12 & 7 == 0 {
        _ = bench.fdc.readPort(offset)
      } else {
        bench.fdc.writePort(seed >> 16 & 3 == 0 ? offset : 5, UInt8(truncatingIfNeeded: seed >> 20))
      }
      if seed >> 28 == 0 { bench.clock.run(microseconds: 50) }
    }
    // It still answers to a reset.
    bench.fdc.writePort(2, 0x18)
    bench.fdc.writePort(2, 0x1C)
    bench.clock.run()
    #expect(bench.senseInterrupt()[0] == 0xC0)
  }
}
