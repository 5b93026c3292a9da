import BusKit
import Foundation
import Lab
import PC
import Testing
import X86
import X86Decode

/// The patch engine on small programs: what they come to, and when, is what it is natively.
struct PatchTests {
  struct Program: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Programs that look at what ring 1 would show them.
  static let programs: [Program] = [
    // CLI; PUSHF; POP EAX; STI; PUSHF; POP EBX
    Program("PUSHF", [0xFA, 0x9C, 0x58, 0xFB, 0x9C, 0x5B]),
    // PUSH 2; POPF; PUSHF; POP EAX; PUSH 202h; POPF; PUSHF; POP EBX
    Program("POPF", [0x6A, 0x02, 0x9D, 0x9C, 0x58, 0x68, 0x02, 0x02, 0, 0, 0x9D, 0x9C, 0x5B]),
    // CMP EAX,EBX; PUSHF; POP ECX; STC; CLI; SETC DL; STI; PUSHF; POP ESI: arithmetic flags survive
    Program("flags", [0x39, 0xD8, 0x9C, 0x59, 0xF9, 0xFA, 0x0F, 0x92, 0xC2, 0xFB, 0x9C, 0x5E]),
    // PUSH CS; POP EAX; MOV EBX,CS; MOV ECX,SS; MOV DX,CS; PUSH SS; POP ESI
    Program("selectors", [0x0E, 0x58, 0x8C, 0xCB, 0x8C, 0xD1, 0x66, 0x8C, 0xCA, 0x16, 0x5E]),
    // PUSH 3202h; POPF; PUSHF; POP EAX; PUSH 202h; POPF: IOPL, which no block knows
    Program(
      "IOPL", [0x68, 0x02, 0x32, 0, 0, 0x9D, 0x9C, 0x58, 0xFA, 0x9C, 0x5B, 0x68, 2, 2, 0, 0, 0x9D]
    ),
    // PUSHF; PUSH CS; PUSH 4008h; IRETD; (4008h) PUSHF; POP EAX
    Program("IRET", [0x9C, 0x0E, 0x68, 8, 0x40, 0, 0, 0xCF, 0x9C, 0x58]),
    // SGDT [6000h]; SIDT [6008h]; SMSW EAX; STR BX; MOV DX,10h; LAR ECX,EDX; LSL ESI,EDX
    Program(
      "registers",
      [
        0x0F, 0x01, 0x05, 0, 0x60, 0, 0, 0x0F, 0x01, 0x0D, 8, 0x60, 0, 0, 0x0F, 0x01, 0xE0, 0x0F,
        0x00, 0xCB, 0xBA, 0x10, 0, 0, 0, 0x0F, 0x02, 0xCA, 0x0F, 0x03, 0xF2,
      ]
    ),
  ]

  @Test("Sensitive instructions end as in ring 0, to the clock", arguments: programs)
  func endsAsNatively(program: Program) {
    for model in [ProcessorModel.i80386, .i80486, .pentium, .x86_64] {
      let (native, patched, _) = PatchBench.both(program.bytes + [0xFA, 0xF4], model: model)
      #expect(native == patched, "\(program.name) on \(model.name)")
      #expect(native.state.isHalted)
    }
  }

  /// Three rounds of: PUSHF; CLI; a computation; POPF; CLI; a computation; STI; a computation; PUSHF; POP.
  private static let regions: [UInt8] = [
    0xB9, 3, 0, 0, 0, 0x9C, 0xFA, 0xA1, 0, 0x60, 0, 0, 0x83, 0xC0, 1, 0xA3, 4, 0x60, 0, 0, 0x9D,
    0xFA, 0x31, 0xD2, 0x81, 0xC2, 1, 0, 0, 0, 0xFB, 0x81, 0xC3, 5, 0, 0, 0, 0x89, 0xDE, 0x9C, 0x5F,
    0x81, 0xE7, 0, 0x32, 0, 0, 0x49, 0x75, 0xD3, 0xFA, 0xF4,
  ]

  @Test(
    "An interrupt comes in at the instruction at which it comes in natively, whenever it is raised")
  func interrupts() {
    let length = PatchBench.both(Self.regions).native.end
    #expect(length > 40)
    for tick in 1...length + 20 {
      let (native, patched, _) = PatchBench.both(Self.regions, interruptAt: tick)
      #expect(native == patched, "raised at \(tick)")
    }
  }

  @Test("Regions without interrupts run without coming to the monitor")
  func staysOut() {
    let bench = PatchBench.both(Self.regions).bench
    #expect(bench.engine.patchMap.sites.contains { $0.patched.count == 5 })
    // HLT, and the CLI before it at most.
    #expect((bench.journal.counts.byClass[.privileged] ?? 0) <= 2)
    #expect(bench.journal.counts.byClass[.patch] ?? 0 <= 1)
  }

  @Test("A program that adds up its own bytes finds those that it was written with")
  func checksum() {
    // PUSHF; POP EAX; then the sum of 64 bytes from 4000h on in EDX.
    let program: [UInt8] = [
      0x9C, 0x58, 0xBE, 0, 0x40, 0, 0, 0xB9, 64, 0, 0, 0, 0x31, 0xD2, 0x0F, 0xB6, 0x06, 0x01, 0xC2,
      0x46, 0x49, 0x75, 0xF7, 0xFA, 0xF4,
    ]
    let (native, patched, bench) = PatchBench.both(program)
    #expect(native == patched)
    #expect(native.state.registers[2] == program.reduce(0) { $0 + UInt64($1) })
    #expect(bench.engine.patchMap.sites.contains { $0.address == 0x4000 })
    #expect(bench.count("patched page, data") > 0)
  }

  @Test("A jump into the middle of a patch finds the guest's instruction")
  func middle() {
    // XOR EBX,EBX; CLI; ADD EBX,1; CMP EBX,3; JAE end; MOV EAX,4003h; JMP EAX
    let program: [UInt8] = [
      0x31, 0xDB, 0xFA, 0x81, 0xC3, 1, 0, 0, 0, 0x83, 0xFB, 3, 0x73, 7, 0xB8, 3, 0x40, 0, 0, 0xFF,
      0xE0, 0xFA, 0xF4,
    ]
    let (native, patched, bench) = PatchBench.both(program)
    #expect(native == patched)
    #expect(native.state.registers[3] == 3)
    #expect(bench.engine.patchMap.sites.contains { $0.address == 0x4002 && $0.patched.count == 5 })
    #expect(bench.count("middle of a patch") == 2)
  }

  @Test("A branch found later, into the middle of a patch, makes it a breakpoint")
  func middleFoundLater() {
    // As above with PUSHF, by way of 4020h, where a direct JMP to 4003h stands.
    var program: [UInt8] = [
      0x31, 0xDB, 0x9C, 0x81, 0xC3, 1, 0, 0, 0, 0x83, 0xFB, 3, 0x73, 7, 0xB8, 0x20, 0x40, 0, 0,
      0xFF,
      0xE0, 0xFA, 0xF4,
    ]
    program += [UInt8](repeating: 0, count: 0x20 - program.count) + [0xEB, 0xE1]
    let (native, patched, bench) = PatchBench.both(program)
    #expect(native == patched)
    let site = bench.engine.patchMap.sites.first { $0.address == 0x4002 }
    #expect(site?.patched == [0xCC])
    #expect(bench.count("middle of a patch") == 0)
  }

  @Test("Code written over a patch is executed as written")
  func selfModifying() {
    // MOV ECX,2; (4005h) PUSHF; POP EAX; MOV WORD [4005h],9CFAh; DEC ECX; JNZ 4005h
    let program: [UInt8] = [
      0xB9, 2, 0, 0, 0, 0x9C, 0x58, 0x66, 0xC7, 0x05, 5, 0x40, 0, 0, 0xFA, 0x9C, 0x49, 0x75, 0xF2,
      0xFA, 0xF4,
    ]
    let (native, patched, bench) = PatchBench.both(program)
    #expect(native == patched)
    #expect(bench.engine.patchMap.rescans > 0)
  }

  @Test("Two ways to read the same bytes are both patched")
  func overlapping() {
    // MOV ECX,2; JMP 4008h, into the middle of what begins at 4007h: MOV EAX,90495B9Ch, which from there on
    // is PUSHF; POP EBX; DEC ECX; NOP. Then CMP ECX,0; JZ end; SUB ECX,1; MOV EDX,4007h; JMP EDX.
    let program: [UInt8] = [
      0xB9, 2, 0, 0, 0, 0xEB, 0x01, 0xB8, 0x9C, 0x5B, 0x49, 0x90, 0x83, 0xF9, 0, 0x74, 0x0B, 0x83,
      0xE9, 1, 0xBA, 7, 0x40, 0, 0, 0xFF, 0xE2, 0x90, 0xFA, 0xF4,
    ]
    let (native, patched, bench) = PatchBench.both(program)
    #expect(native == patched)
    #expect(bench.engine.patchMap.sites.contains { $0.reason == .overlaps })
  }

  @Test("The map names each site, what stands there and why")
  func map() {
    let bench = PatchBench.both(Self.programs[0].bytes + [0xFA, 0xF4]).bench
    let map = bench.engine.patchMap
    #expect(map.pages == 1)
    #expect(map.instructions == 8)
    for site in map.sites {
      #expect(site.original == bench.ram.bytes(Int(site.address), count: site.original.count))
      #expect(site.patched != Array(site.original.prefix(site.patched.count)))
    }
    #expect(map.listing().count == map.sites.count + 1)
  }

  @Test("The guest's memory is the guest's when the engine goes")
  func detaches() {
    let program = Self.regions
    let bench = PatchBench(program, isPatched: true)
    bench.run()
    #expect(bench.ram.bytes(PatchBench.code, count: program.count) == program)
    let map = bench.engine.patchMap
    #expect(!map.sites.isEmpty)
  }
}

/// The patch engine under whole guests: millions of instructions, so in release builds only.
#if !DEBUG
  struct PatchGuestTests {
    /// The teaching kernel under an engine, to its end.
    private func kernel(
      _ engine: EngineKind, audited: Bool = false
    ) throws -> (laboratory: Laboratory, cause: StopCause) {
      let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
      }
      var configuration = try MachineConfiguration(
        model: .pentium, systemBIOS: bytes("roms/bios.bin"), videoBIOS: bytes("roms/vgabios.bin"))
      configuration.floppyDrives[0] = FloppyDrive(medium: .memory(try bytes("roms/lab/kernel.img")))
      let machine = try Machine(configuration)
      var options = EngineOptions()
      options.auditsPatches = audited
      let laboratory = Laboratory(machine, engine: engine, options: options)
      let cause = machine.run(until: machine.configuration.clock.hertz * 60)
      return (laboratory, cause)
    }

    @Test("The teaching kernel passes its checks, and executes no silent failure")
    func audited() throws {
      let (laboratory, cause) = try kernel(.patch, audited: true)
      #expect(cause == .guestExit(0))
      #expect(laboratory.journal.silent.count == 0)
      #expect((laboratory.journal.counts.byClass[.agreed] ?? 0) > 0)
      #expect((laboratory.patchMap?.sites.count ?? 0) > 20)
    }

    @Test("Patches leave fewer traps than traps at every sensitive instruction do")
    func traps() throws {
      func exits(_ laboratory: Laboratory) -> Int {
        let counts = laboratory.journal.counts
        let ports = counts.byPort.values.reduce(0, +)
        return (counts.byClass[.privileged] ?? 0) + (counts.byClass[.patch] ?? 0) - ports
      }
      let (patched, cause) = try kernel(.patch)
      let (elegant, _) = try kernel(.elegant)
      #expect(cause == .guestExit(0))
      #expect(exits(patched) * 2 < exits(elegant))
    }

    @Test("Programs of ring 3 are not patched")
    func programs() throws {
      let map = try #require(try kernel(.patch).laboratory.patchMap)
      #expect(map.sites.allSatisfy { !(0x40_0000..<0x8000_0000).contains($0.address) })
    }
  }
#endif
