import BusKit
import Foundation
import Lab
import PC
import Testing
import X86Decode

/// Popek and Goldberg's first property: what a guest does under a monitor is what it does without one,
/// byte for byte, at equal ticks. In release builds only, as whole guests run.
#if !DEBUG
  struct EquivalenceTests {
    /// The engines that promise it.
    static let engines: [EngineKind] = [.elegant, .repair]

    private func expectEquivalent(
      _ engine: EngineKind, _ configuration: MachineConfiguration, checkpoints: Int,
      seconds: UInt64 = 60, ending: Session.Ending.Cause,
      script: @escaping () -> Typing? = { nil }
    ) throws {
      let equivalence = Equivalence(engine) { () throws(ConfigurationError) in
        (try Machine(configuration), script())
      }
      let machine = try Machine(configuration)
      let report = try equivalence.run(
        checkpoints: checkpoints, limit: machine.configuration.clock.hertz * seconds)
      #expect(report.differing == 0, "\(report.first?.details ?? [])")
      #expect(report.nativeEnding == ending)
      #expect(report.engineEnding == ending)
      #expect(report.checkpoints == checkpoints)
    }

    @Test(
      "The teaching kernel, at 1000 ticks",
      arguments: engines, [ProcessorModel.i80386, .i80486, .pentium, .x86_64])
    func kernel(engine: EngineKind, model: ProcessorModel) throws {
      try expectEquivalent(
        engine, GuestBench.configuration(model, floppy: GuestBench.bytes("roms/lab/kernel.img")),
        checkpoints: model == .x86_64 ? 1000 : 50, ending: .machine(.guestExit(0)))
    }

    @Test(
      "FreeDOS, to its prompt and through DIR, at 1000 ticks",
      .enabled(if: GuestBench.guests != nil), arguments: engines)
    func freeDOS(engine: EngineKind) throws {
      let folder = try #require(GuestBench.guests)
      let image = [UInt8](
        try Data(contentsOf: folder.appendingPathComponent("freedos-1.4MB.img")))
      try expectEquivalent(
        engine, GuestBench.configuration(.x86_64, floppy: image), checkpoints: 1000,
        ending: .scriptDone
      ) {
        Typing([("A:\\>", "dir\\r")], end: "bytes free")
      }
    }

    /// The guests that examine the processor line by line (`Tests/Guests/README.md`); in long mode they
    /// are interpreted.
    static let guests: [(String, ProcessorModel)] = [
      ("attacks", .x86_64), ("gates", .x86_64),
    ]

    @Test("The guests that examine the processor", arguments: engines, guests)
    func guest(engine: EngineKind, guest: (String, ProcessorModel)) throws {
      var configuration = try GuestBench.configuration(
        guest.1, floppy: GuestBench.bytes("Tests/Guests/\(guest.0).img"))
      if guest.0.hasPrefix("pagefaults"), guest.1 >= .x86_64 {
        configuration.features = guest.1.features.union([.smep, .smap])
      }
      try expectEquivalent(
        engine, configuration, checkpoints: 20, seconds: 5, ending: .machine(.guestExit(1)))
    }
  }
#endif
