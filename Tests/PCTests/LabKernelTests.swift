import BusKit
import Foundation
import Inspect
import PC
import Testing
import X86Decode

/// The laboratory's teaching kernel (`roms/lab/README.md`) on the plain machine. It runs for millions of
/// instructions, so in release builds only.
#if !DEBUG
  struct LabKernelTests {
    /// What a run came to.
    private struct Outcome {
      let cause: StopCause
      let lines: [String]
      let screen: [String]
    }

    /// Where the image holds its options.
    private static let optionOffset = 8
    private static let lengthOffset = 12
    /// Every check, but not the wait for the timer: `NO_CHECKS` in `layout.inc`.
    private static let noChecks: [UInt8] = [0xFF, 0x0B, 0, 0]

    private func run(
      _ model: ProcessorModel, megabytes: Int = 16,
      change: (inout [UInt8]) throws -> Void = { _ in }
    ) throws -> Outcome {
      var image = try TestBench.bytes("roms/lab/kernel.img")
      try change(&image)
      var configuration = try TestBench.configuration(model)
      configuration.memoryByteCount = megabytes << 20
      configuration.floppyDrives[0] = FloppyDrive(medium: .memory(image))
      let machine = try Machine(configuration)
      let serial = Recorder()
      machine.outputs.serial = { serial.bytes.append($0) }
      let cause = machine.run(until: Ticks(machine.configuration.clock.hertz) * 60)
      return Outcome(
        cause: cause,
        lines: serial.text.split(whereSeparator: \.isNewline).map(String.init),
        screen: machine.textScreen()?.lines ?? [])
    }

    /// The steps, in order.
    static let steps = [
      "[ 1] protected mode, 15360 KiB of memory above 1 MiB",
      "[ 2] paging on, kernel at C0011000",
      "[ 3] descriptor tables loaded",
      "[ 4] interrupt controllers at vector 20, timer at 100 Hz",
      "[ 5] locks on",
      "[ 6] interrupts stay off under locks",
      "[ 7] CS and SS read as they were loaded",
      "[ 8] GDTR and IDTR read back",
      "[ 9] the machine status word agrees with CR0",
      "[10] TR and LDTR read back",
      "[11] access rights and limits of the kernel's own descriptors",
      "[12] POPF and IRET give back the interrupt flag",
      "[13] software interrupts and faults",
      "[14] 1024 page frames free",
      "[15] page faults in the kernel",
      "[16] accessed, dirty, and forgotten translations",
      "[17] the timer ticks",
      "[18] the first process",
      "[19] all processes are gone",
      "[20] what the processes have shown",
    ]

    /// Which exceptions stop processes, and how often: one null pointer, and every forbidden attempt.
    static let stops = [
      "00": 1, "01": 1, "03": 1, "04": 1, "05": 1, "06": 1, "0D": 24, "0E": 7,
    ]

    @Test(
      "The teaching kernel passes its own checks",
      arguments: [
        (ProcessorModel.i80386, 71), (.i80486, 75), (.pentium, 75), (.x86_64, 75), (.x86_64AMD, 75),
      ])
    func passes(model: ProcessorModel, checks: Int) throws {
      let outcome = try run(model)
      #expect(outcome.cause == .guestExit(0))
      #expect(outcome.lines.filter { $0.hasPrefix("[") } == Self.steps)
      #expect(outcome.lines.last == "RINGONE KERNEL: all \(checks) checks passed")
      #expect(outcome.screen.contains { $0.hasPrefix("RINGONE KERNEL: all \(checks) checks") })
      #expect(!outcome.lines.contains { $0.contains("left out") || $0.hasPrefix("first:") })
      // Programs that count come to the same as they always do, in three rounds each.
      for line in [
        "primes below 3000: 430", "the sequence's last number: 694140833",
        "checksum of all bytes: 688229491",
      ] {
        #expect(outcome.lines.count { $0 == line } == 3)
      }
      var stops: [String: Int] = [:]
      for line in outcome.lines where line.hasPrefix("process ") {
        let words = line.split(separator: " ")
        let vector = try #require(words.firstIndex(of: "exception").map { words[$0 + 1] })
        stops[vector.filter { $0 != "," }, default: 0] += 1
      }
      #expect(stops == Self.stops)
    }

    @Test("Options leave checks out and make the run longer")
    func options() throws {
      let outcome = try run(.i80486) {
        $0.replaceSubrange(Self.optionOffset..<Self.optionOffset + 4, with: Self.noChecks)
        $0[Self.lengthOffset] = 2
      }
      #expect(outcome.cause == .guestExit(0))
      #expect(outcome.lines.contains("[ 7] CS and SS read as they were loaded: left out"))
      #expect(outcome.lines.contains("11 groups of checks left out"))
      #expect(outcome.lines.last == "RINGONE KERNEL: all 0 checks passed")
      #expect(outcome.lines.count { $0 == "primes below 3000: 430" } == 6)
    }

    @Test("Two megabytes are enough, one is not")
    func memory() throws {
      let small = try run(.i80486, megabytes: 2)
      #expect(small.cause == .guestExit(0))
      #expect(small.lines.contains("[14] 256 page frames free"))
      let tiny = try run(.i80486, megabytes: 1)
      #expect(tiny.cause == .guestExit(1))
      #expect(tiny.lines.last?.hasPrefix("panic: too little memory at C0") == true)
    }

    @Test("A check that fails ends the run with a reason and status 1")
    func panics() throws {
      let outcome = try run(.i80486) { image in
        // The first process expects another status of the program that counts primes (430 & 255).
        let entry: [UInt8] = [1, 0, 174, 0, 2, 0]
        let place = try #require(
          image.indices.dropLast(6).first { Array(image[$0..<$0 + 6]) == entry })
        image[place + 2] ^= 1
      }
      #expect(outcome.cause == .guestExit(1))
      #expect(outcome.lines.contains("first: a process ended with the wrong status 174"))
      let last = try #require(outcome.lines.last)
      #expect(last.hasPrefix("panic: the first process's status: 00000001, not 00000000 at C0"))
    }
  }
#endif
