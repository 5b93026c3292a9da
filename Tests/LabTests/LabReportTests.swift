import Foundation
import Lab
import PC
import Testing
import X86Decode

struct LabReportTests {
  /// A machine whose BIOS is this program, under an engine, run for a while.
  private func laboratory(
    _ program: [UInt8], _ engine: EngineKind, watching: (Laboratory) -> Void = { _ in }
  ) throws -> Laboratory {
    var rom = program + [UInt8](repeating: 0x90, count: (64 << 10) - program.count)
    rom.replaceSubrange(0xFFF0..<0xFFF5, with: [0xEA, 0x00, 0x00, 0x00, 0xF0])
    let machine = try Machine(MachineConfiguration(model: .i80486, systemBIOS: rom))
    let laboratory = Laboratory(machine, engine: engine)
    watching(laboratory)
    _ = machine.run(until: 20_000)
    return laboratory
  }

  /// CLI; MOV AL,5; OUT 80h,AL; IN AL,61h; STI; JMP to the beginning.
  private static let program: [UInt8] = [
    0xFA, 0xB0, 0x05, 0xE6, 0x80, 0xE4, 0x61, 0xFB, 0xEB, 0xF6,
  ]

  @Test("Exits are told by class, instruction and port, and cost what the profile says")
  func counts() throws {
    let report = try laboratory(Self.program, .naive).report()
    func count(_ tallies: [LabReport.Tally], _ name: String) -> Int {
      tallies.first { $0.name == name }?.count ?? 0
    }
    let out = count(report.byInstruction, "out")
    #expect(out > 10)
    #expect(count(report.byPort, "080") == out)
    #expect(abs(count(report.byInstruction, "cli") - out) <= 1)
    #expect(abs(count(report.byPort, "061") - out) <= 1)
    #expect(report.byClass.map(\.count).reduce(0, +) == report.exits)
    #expect(count(report.byClass, "privileged") >= report.exits - 2)
    #expect(report.costs.cycles > 0)
    #expect(report.timeByEngine.map(\.name) == ["naive"])
    #expect(report.timeByEngine[0].ticks == report.ticks)
    #expect(report.injections.whileMasked == 0)
    let read = try JSONDecoder().decode(LabReport.self, from: Data(report.json))
    #expect(read.byClass == report.byClass && read.ticks == report.ticks)
  }

  @Test("The text fits into 100 columns and says what was not looked at")
  func text() throws {
    let text = try laboratory(Self.program, .naive).report().text
    #expect(text.contains("nobody looked"))
    #expect(text.contains("Popek and Goldberg"))
    for line in text.split(separator: "\n") where !line.hasPrefix("cycles") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test("Records are made for those whose filters match, with what changed for the guest")
  func watching() throws {
    var all: [ExitRecord] = []
    var ports: [ExitRecord] = []
    let filter = try EventFilter("port=80")
    let report = try laboratory(Self.program, .elegant) {
      $0.watch { all.append($0) }
      $0.watch([filter]) { ports.append($0) }
    }.report()
    #expect(all.count { $0.exitClass != .transition } == report.exits)
    #expect(!ports.isEmpty && ports.count < all.count)
    #expect(ports.allSatisfy { $0.port == 0x80 && $0.instruction.hasPrefix("out") })
    #expect(all.map(\.sequence) == all.map(\.sequence).sorted())
    let sti = try #require(all.first { $0.instruction == "sti" })
    #expect(sti.virtualBefore == "IF=0" && sti.virtualAfter == "IF=1")
    #expect(sti.machineResult == "#GP(0)" && sti.virtualCPL == 0 && sti.machineCPL == 3)
    // From reset on CS has a base that virtual-8086 mode cannot express.
    #expect(all.first?.exitClass == .transition)
    #expect(all.first?.reason.contains("big-real") == true)
  }

  @Test("Engines change while the guest runs, and each has its time")
  func changes() throws {
    let laboratory = try laboratory(Self.program, .naive)
    let change = laboratory.machine.now
    laboratory.use(.elegant)
    _ = laboratory.machine.run(until: 50_000)
    laboratory.use(.native)
    _ = laboratory.machine.run(until: 60_000)
    let report = laboratory.report()
    #expect(report.timeByEngine.map(\.name) == ["naive", "elegant", "native"])
    #expect(report.timeByEngine.reduce(0) { $0 + $1.ticks } == report.ticks)
    #expect(report.engineChanges.map(\.to) == [.elegant, .native])
    #expect(report.engineChanges[0].tick == change)
  }

  @Test("Sampled stretches tell how many instructions there were, and change nothing")
  func sampling() throws {
    // INC AX; JMP back: no exit ever.
    func run(_ sampled: Bool, _ engine: EngineKind) throws -> Laboratory {
      let laboratory = try laboratory([0x40, 0xEB, 0xFD], engine) {
        if sampled { $0.sampleInstructions(natively: true) }
      }
      _ = laboratory.machine.run(until: 5_000_000)
      return laboratory
    }
    let plain = try run(false, .naive)
    for engine in [EngineKind.naive, .native] {
      let sampled = try run(true, engine)
      #expect(sampled.machine.stateHash() == plain.machine.stateHash())
      let efficiency = sampled.report().efficiency
      #expect(efficiency.samples >= 4)
      // The i486 manual: INC 1 clock, a taken JMP 3.
      let rate = try #require(efficiency.instructionsPerTick)
      #expect(abs(rate - 0.5) < 0.01)
    }
    #expect(plain.report().efficiency.instructions == nil)
  }

  @Test("A ported kernel's engine says so when the kernel is not")
  func paraNotice() throws {
    let report = try laboratory([0xEB, 0xFE], .para).report()
    #expect(report.notices.contains { $0.contains("hypercall") })
  }
}
