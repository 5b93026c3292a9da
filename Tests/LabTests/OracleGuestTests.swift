import BusKit
import Foundation
import Inspect
import Lab
import PC
import Testing
import X86Decode

/// The oracle with whole guests: the teaching kernel, and the privilege probes. Release builds only.
#if !DEBUG
  struct OracleGuestTests {
    private func kernel(_ kind: EngineKind, _ options: EngineOptions = EngineOptions()) throws
      -> (cause: StopCause, text: String, laboratory: Laboratory)
    {
      let configuration = try GuestBench.configuration(
        .x86_64, floppy: GuestBench.bytes("roms/lab/kernel.img"))
      let machine = try Machine(configuration)
      let laboratory = Laboratory(machine, engine: kind, options: options)
      let serial = Recorder()
      machine.outputs.serial = { serial.bytes.append($0) }
      let cause = machine.run(until: Ticks(configuration.clock.hertz) * 20)
      return (cause, serial.text, laboratory)
    }

    @Test(
      "The teaching kernel panics under audit, and the panic is traced to the PUSHF that led to it")
    func panic() throws {
      let (cause, text, laboratory) = try kernel(.audit)
      #expect(cause == .guestExit(1))
      #expect(text.contains("panic: interrupts on while a lock is taken"))
      let silent = laboratory.journal.silent
      let symptom = try #require(silent.symptoms.first)
      #expect(symptom.text.contains("interrupts on while a lock is taken"))
      let site = try #require(silent.sites.values.first { $0.first.sequence == symptom.cause })
      #expect(site.first.instruction.hasPrefix("pushf"))
      #expect(site.symptom == symptom)
    }

    @Test("Repaired, it passes every check; the programs of its ring 3 make no event")
    func repaired() throws {
      let (cause, text, laboratory) = try kernel(.repair)
      #expect(cause == .guestExit(0))
      #expect(text.contains("checks passed"))
      let silent = laboratory.journal.silent
      #expect(silent.count > 1000)
      #expect(silent.symptoms.isEmpty)
      // The kernel lies in the upper half, behind its start in real mode and below 1 MiB.
      #expect(silent.sites.keys.allSatisfy { $0.address >= 0xC000_0000 || $0.address < 0x10_0000 })
    }

    @Test("Told to stop, the run ends at the first silent failure")
    func stop() throws {
      var options = EngineOptions()
      options.onSilentFailure = .stop
      let (cause, _, laboratory) = try kernel(.audit, options)
      guard case .silentFailure(let description) = cause else {
        Issue.record("ended with \(cause)")
        return
      }
      #expect(laboratory.journal.silent.count == 1)
      #expect(description.contains("in ring 0"))
    }

    @Test(
      "The image of demonstrations: both columns agree, but for naive and audit, which hang in the end"
    )
    func demonstrations() throws {
      func text(_ kind: EngineKind) throws -> String {
        let configuration = try GuestBench.configuration(
          .x86_64, floppy: GuestBench.bytes("roms/lab/demos.img"))
        let machine = try Machine(configuration)
        let laboratory = Laboratory(machine, engine: kind)
        let serial = Recorder()
        machine.outputs.serial = { serial.bytes.append($0) }
        _ = machine.run(until: Ticks(configuration.clock.hertz))
        #expect(laboratory.engine == kind)
        return serial.text
      }
      let native = try text(.native)
      #expect(native.contains("DEMOS-DONE"))
      #expect(!native.contains("silent"))
      for kind in [EngineKind.repair, .elegant] { #expect(try text(kind) == native) }
      for kind in [EngineKind.naive, .audit] {
        let shown = try text(kind)
        #expect(!shown.contains("DEMOS-DONE"))
        // Every line but INT 80h's.
        #expect(shown.components(separatedBy: "<- silent").count - 1 == 23)
        #expect(shown.contains("00CF9300 00CFB300"))
        #expect(shown.contains("00000018 00000019"))
      }
    }

    // MARK: The probes

    private static let probe: URL? = {
      let source = GuestBench.guests?.deletingLastPathComponent()
        .appendingPathComponent("virtualization/probe/probe.asm")
      return source.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
    }()

    private static let assembler: String? =
      (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .map { $0 + "/nasm" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
      "120 instruction sequences in rings 0, 1, 3 and virtual-8086 mode print what they print natively",
      .enabled(if: probe != nil && assembler != nil, "the probe's source and nasm are needed"))
    func probes() throws {
      let image = FileManager.default.temporaryDirectory
        .appendingPathComponent("probe-\(ProcessInfo.processInfo.processIdentifier).img")
      defer { try? FileManager.default.removeItem(at: image) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Self.assembler))
      process.arguments = ["-f", "bin", "-o", image.path, try #require(Self.probe).path]
      try process.run()
      process.waitUntilExit()
      var bytes = [UInt8](try Data(contentsOf: image))
      bytes += [UInt8](repeating: 0, count: (1 << 20) - bytes.count)

      func lines(_ kind: EngineKind) throws -> [Substring] {
        var configuration = try GuestBench.configuration(.x86_64)
        configuration.ataDrives[0] = .disk(.memory(bytes))
        let machine = try Machine(configuration)
        let laboratory = Laboratory(machine, engine: kind)
        let console = Recorder()
        machine.outputs.debugConsole = { console.bytes.append($0) }
        let slice = Ticks(configuration.clock.hertz) / 20
        // In the end the program resets the machine.
        for number in 1...400 as ClosedRange<Ticks> where !console.text.contains("END\n") {
          guard machine.run(until: number * slice) == .deadline else { break }
        }
        #expect(laboratory.engine == kind)
        return console.text.components(separatedBy: "END\n")[0].split(separator: "\n")
      }
      let native = try lines(.native)
      #expect(native.count > 100)
      #expect(try lines(.elegant) == native)
      #expect(try lines(.repair) == native)
      #expect(try lines(.naive) != native)
    }
  }
#endif
