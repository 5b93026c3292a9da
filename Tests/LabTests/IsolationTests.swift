import Foundation
import Lab
import PC
import Testing
import X86
import X86Decode

/// Popek and Goldberg's second property: only the monitor changes the machine's own state.
struct IsolationTests {
  #if !DEBUG
    /// The engines that run the guest's own bytes. Those that put code of theirs in the monitor's part
    /// of the address space give it segments that reach there, which the watch does not tell from others.
    static let engines: [EngineKind] = [.naive, .audit, .repair, .elegant]

    @Test(
      "A kernel that attacks changes nothing of the machine's", arguments: engines,
      [ProcessorModel.i80386, .i80486, .pentium3, .x86_64])
    func attacks(engine: EngineKind, model: ProcessorModel) throws {
      let laboratory = Laboratory(
        try Machine(
          GuestBench.configuration(model, floppy: GuestBench.bytes("Tests/Guests/attacks.img"))),
        engine: engine)
      let watch = ConsentWatch(memoryPeriod: 64)
      laboratory.monitor?.consent = watch
      let outcome = GuestBench.outcome(laboratory.machine, limit: 100_000_000)
      #expect(watch.checks > 10_000)
      #expect(watch.violations == [])
      #expect(watch.violationCount == 0)
      // Without a remedy the guest may come to grief, but on its own.
      if engine != .naive, engine != .audit { #expect(outcome.cause == .guestExit(1)) }
    }

    @Test("The teaching kernel changes nothing either", arguments: engines)
    func kernels(engine: EngineKind) throws {
      let laboratory = Laboratory(
        try Machine(
          GuestBench.configuration(.x86_64, floppy: GuestBench.bytes("roms/lab/kernel.img"))),
        engine: engine)
      let watch = ConsentWatch(memoryPeriod: 256)
      laboratory.monitor?.consent = watch
      _ = GuestBench.outcome(laboratory.machine, limit: 100_000_000)
      #expect(watch.violations == [])
      #expect(watch.checks > 1000)
    }

    /// Entries into the guest in the test below; `RINGONE_FUZZ` asks for more.
    static let fuzzLength =
      ProcessInfo.processInfo.environment["RINGONE_FUZZ"].flatMap { Int($0) }
      ?? 100_000

    @Test("Random privileged and sensitive instructions", arguments: engines)
    func fuzz(engine: EngineKind) throws {
      let models: [ProcessorModel] = [.x86_64, .i80486, .pentium3, .i80386, .x86_64AMD]
      var entries = 0
      var programs = 0
      for (round, model) in models.enumerated() {
        let laboratory = Laboratory(try FuzzBench.machine(model), engine: engine)
        let machine = laboratory.machine
        let watch = ConsentWatch(memoryPeriod: 1000)
        laboratory.monitor?.consent = watch
        let base = machine.cpu.architecturalState
        var bench = FuzzBench(seed: UInt64(round))
        while watch.checks < Self.fuzzLength / models.count {
          let program = bench.program(on: base)
          _ = bench.run(program, on: machine)
          programs += 1
        }
        entries += watch.checks
        #expect(watch.violations == [], "\(model)")
        #expect(watch.violationCount == 0)
      }
      print("\(engine.rawValue): \(programs) programs, \(entries) entries into the guest")
    }
  #endif
}
