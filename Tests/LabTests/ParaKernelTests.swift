import BusKit
import Foundation
import Inspect
import Lab
import PC
import Testing
import X86Decode

/// The ported teaching kernel. It runs for millions of instructions, so in release builds only.
#if !DEBUG
  struct ParaKernelTests {
    private static let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    }

    private func machine(
      _ image: [UInt8], _ model: ProcessorModel = .i80486
    ) throws -> Machine {
      var configuration = try MachineConfiguration(
        model: model, systemBIOS: Self.bytes("roms/bios.bin"),
        videoBIOS: Self.bytes("roms/vgabios.bin"))
      configuration.floppyDrives[0] = FloppyDrive(medium: .memory(image))
      return try Machine(configuration)
    }

    private final class Lines {
      var bytes: [UInt8] = []
      var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
      }
    }

    private func run(_ machine: Machine) -> (StopCause, [String]) {
      let lines = Lines()
      machine.outputs.serial = { lines.bytes.append($0) }
      let cause = machine.run(until: machine.configuration.clock.hertz * 60)
      return (cause, lines.lines)
    }

    @Test(
      "The ported kernel passes its checks, and nothing traps but its ports",
      arguments: [ProcessorModel.i80486, .pentium, .x86_64])
    func passes(model: ProcessorModel) throws {
      let machine = try machine(Self.bytes("roms/lab/kernel-para.img"), model)
      let laboratory = Laboratory(machine, engine: .para)
      let (cause, lines) = run(machine)
      #expect(cause == .guestExit(0))
      #expect(lines.last == "RINGONE KERNEL: all 74 checks passed")
      // The groups that make no sense there are named.
      #expect(
        lines.filter { $0.hasSuffix("left out") } == [
          "[ 8] GDTR and IDTR read back: left out", "[10] TR and LDTR read back: left out",
          "2 groups of checks left out",
        ])
      let engine = try #require(laboratory.monitor?.engine as? ParaEngine)
      #expect(engine.isAttached)
      #expect(engine.counts.emulated.isEmpty)
      // Those that it asks for.
      #expect(
        engine.counts.refusals == [
          .writableTable: 3, .foreignFrame: 1, .monitorSlot: 1, .largePage: 1,
          .privilegedDescriptor: 2,
        ])
      #expect(engine.counts.tamperedTables == 0)
      #expect(engine.isConsistent)
      for call: Hypercall in [
        .iret, .setTrapTable, .stackSwitch, .setGDT, .setLDT, .updateDescriptor,
        .mmuUpdate, .updateVAMapping, .mmuextOp, .taskSwitched, .schedOp,
      ] { #expect(engine.counts.calls[call, default: 0] > 0, "\(call.name)") }
    }

    @Test("After start-up no exit is that of a privileged instruction")
    func steadyState() throws {
      let machine = try machine(Self.bytes("roms/lab/kernel-para.img"))
      let laboratory = Laboratory(machine, engine: .para)
      let lines = Lines()
      var privileged: Int?
      machine.outputs.serial = { [unowned laboratory] byte in
        lines.bytes.append(byte)
        guard byte == 10, privileged == nil else { return }
        privileged = laboratory.journal.counts.byClass[.privileged] ?? 0
      }
      // The first line of COM1 that is the kernel's own comes when it is attached.
      let cause = machine.run(until: machine.configuration.clock.hertz * 60)
      #expect(cause == .guestExit(0))
      let before = try #require(privileged)
      #expect(laboratory.journal.counts.byClass[.privileged] == before)
      #expect((laboratory.journal.counts.byClass[.trace] ?? 0) == 0)
    }

    @Test("Without such a monitor the ported kernel says what it needs")
    func alone() throws {
      for engine: EngineKind in [.native, .elegant] {
        let machine = try machine(Self.bytes("roms/lab/kernel-para.img"))
        let laboratory = Laboratory(machine, engine: engine)
        let (cause, _) = run(machine)
        #expect(cause == .halted)
        #expect(
          machine.textScreen()?.lines.contains {
            $0.contains("This kernel needs a paravirtualising monitor.")
          } == true)
        #expect(laboratory.engine == engine)
      }
    }

    @Test("An unported kernel runs under para as under elegant")
    func unported() throws {
      let machine = try machine(Self.bytes("roms/lab/kernel.img"))
      let laboratory = Laboratory(machine, engine: .para)
      let (cause, lines) = run(machine)
      #expect(cause == .guestExit(0))
      #expect(lines.last?.hasSuffix("checks passed") == true)
      #expect((laboratory.monitor?.engine as? ParaEngine)?.isAttached == false)
    }

    @Test("Page-table updates: one hypercall a batch, and the price falls with its size")
    func batches() throws {
      let batched = UpdateBatches.measure(
        try machine(UpdateBatches.image(Self.bytes("roms/lab/kernel-para.img"))), engine: .para)
      #expect(batched.rows.map(\.batchSize) == UpdateBatches.sizes)
      for row in batched.rows {
        #expect(row.exits == row.updates / row.batchSize, "\(row.batchSize)")
        #expect(row.misses == 0)
      }
      let costs = CostProfile.pentium4
      let prices = batched.rows.map(\.cyclesPerUpdate)
      #expect(prices == prices.sorted(by: >))
      #expect(
        prices.first == Double(costs[.hypercall] + costs[.tableUpdate]))
      #expect(
        prices.last == Double(costs[.hypercall]) / 512 + Double(costs[.tableUpdate]))
      // One trap for each entry while the table is in use.
      let trapped = UpdateBatches.measure(
        try machine(UpdateBatches.image(Self.bytes("roms/lab/kernel.img"))), engine: .elegant)
      #expect(trapped.rows.count == UpdateBatches.sizes.count)
      #expect(trapped.rows.first?.exits == 512)
      let even = try #require(UpdateBatches.breakEven(costs))
      #expect(even > 0)
      let report = UpdateBatches.report(batched: batched, trapped: trapped)
      #expect(report.split(separator: "\n").count == UpdateBatches.sizes.count + 4)
      print(report)
    }
  }
#endif
