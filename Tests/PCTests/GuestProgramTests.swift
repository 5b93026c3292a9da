import BusKit
import Chips
import Foundation
import PC
import Testing
import X86Decode

/// Whole programs, good and bad, on a whole machine: `Tests/Guests/README.md`.
struct GuestProgramTests {
  static let models: [ProcessorModel] = [.i8086, .i80186, .i80286, .i80386, .i80486]

  @Test("Programs take the timer, the clock, the keyboard and COM1", arguments: models)
  func interrupts(model: ProcessorModel) throws {
    try expectOutput(of: "interrupts", on: model)
  }

  @Test("A protected-mode program", arguments: [ProcessorModel.i80386, .i80486])
  func protected(model: ProcessorModel) throws {
    // The 80386 has no CR0.WP.
    try expectOutput(of: "protected", on: model) { line in
      model == .i80386 && line.hasPrefix("write protection")
        ? "write protection 00000001\nnot refused" : line
    }
  }

  @Test("Garbage in the boot sector brings nothing down", arguments: models)
  func garbage(model: ProcessorModel) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      var bytes = Noise(seed: seed).bytes(163_840)
      bytes.replaceSubrange(510..<512, with: [0x55, 0xAA])
      let machine = try machine(model, floppy: bytes)
      let limit: Ticks = 3_000_000
      if machine.run(until: limit) == .deadline {
        #expect(machine.now >= limit)
      }
    }
  }

  @Test(
    "Absurd values in every port bring nothing down", arguments: [ProcessorModel.i8086, .i80486])
  func absurdPorts(model: ProcessorModel) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      let machine = try machine(model, floppy: Self.portHammer(seed: seed))
      if machine.run(until: 6_000_000) == .deadline {
        #expect(machine.now >= 6_000_000)
      }
    }
  }

  @Test("Two machines side by side with equal inputs stay equal", arguments: models)
  func determinism(model: ProcessorModel) throws {
    let pair = try (0..<2).map { _ in try machine(model, floppy: file("roms/demo.img")) }
    for slice in 1...12 as ClosedRange<Ticks> {
      for machine in pair {
        if slice == 6 { machine.apply(.typing(KeyStroke.strokes(for: "3"))) }
        #expect(machine.run(until: slice * 1_000_000) == .deadline)
      }
    }
    #expect(pair[0].now == pair[1].now)
    #expect(pair[0].stateHash() == pair[1].stateHash())
  }

  // MARK: Machines

  private func expectOutput(
    of guest: String, on model: ProcessorModel, adapting adapted: (String) -> String = { $0 }
  ) throws {
    let machine = try machine(model, floppy: file("Tests/Guests/\(guest).img"))
    let console = Console()
    machine.outputs.debugConsole = { console.bytes.append($0) }
    #expect(machine.run(until: Ticks(machine.configuration.clock.hertz) * 60) == .guestExit(1))
    let expected = String(decoding: try file("Tests/Guests/\(guest).expected"), as: UTF8.self)
      .components(separatedBy: "\n").map(adapted).joined(separator: "\n")
    #expect(String(decoding: console.bytes, as: UTF8.self) == expected)
  }

  private func machine(_ model: ProcessorModel, floppy: [UInt8]) throws -> Machine {
    var configuration = try MachineConfiguration(
      model: model, memoryByteCount: model < .i80286 ? 640 << 10 : 2 << 20,
      systemBIOS: file("roms/bios.bin"), videoBIOS: file("roms/vgabios.bin"))
    configuration.floppyDrives[0] = FloppyDrive(medium: .memory(floppy))
    return try Machine(configuration)
  }

  /// A file of this repository.
  private func file(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  private final class Console {
    var bytes: [UInt8] = []
  }

  /// A boot sector that writes noise to ports of the board, for ever: a table of port numbers, and a
  /// loop over it whose values come from a linear congruence.
  private static func portHammer(seed: UInt64) -> [UInt8] {
    let windows: [ClosedRange<UInt16>] = [
      0x000...0x00F, 0x020...0x021, 0x040...0x043, 0x060...0x064, 0x070...0x071, 0x080...0x092,
      0x0A0...0x0A1, 0x0C0...0x0DF, 0x170...0x177, 0x1F0...0x1F7, 0x2F8...0x2FF, 0x376...0x37A,
      0x3B0...0x3DF, 0x3F0...0x3FF, 0x4D0...0x4D1,
    ]
    let ports = windows.flatMap(Array.init)
    var noise = Noise(seed: seed)
    var code: [UInt8] = [
      seed & 1 == 0 ? 0xFA : 0xFB,  // cli or sti
      0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xD0, 0xBC, 0x00, 0x7C,  // ds = ss = 0, sp = 7C00h
      0xBB, noise.next(), noise.next(),  // mov bx, noise
    ]
    let top = code.count
    code += [
      0x89, 0xD8, 0xB9, 0x4D, 0x4E, 0xF7, 0xE1, 0x05, 0x39, 0x30, 0x89, 0xC3,  // the next bx
      0x88, 0xE0, 0x30, 0xE4, 0xB2, 100, 0xF6, 0xF2, 0x88, 0xE0, 0x30, 0xE4,  // ax = bh % 100
      0xD1, 0xE0, 0x89, 0xC6, 0x8B, 0x94, 0x80, 0x7C,  // dx = table[ax]
      0x88, 0xD8, 0xEE, 0xEC,  // out dx, bl; in al, dx
    ]
    if seed % 3 == 0 { code += [0x89, 0xD8, 0xEF, 0xED] }  // the same with words
    code += [0xEB, UInt8(truncatingIfNeeded: top - code.count - 2)]
    var sector = [UInt8](repeating: 0, count: 163_840)
    sector.replaceSubrange(0..<code.count, with: code)
    for index in 0..<100 {
      let port = ports[(Int(noise.next()) << 8 | Int(noise.next())) % ports.count]
      sector[0x80 + 2 * index] = UInt8(truncatingIfNeeded: port)
      sector[0x81 + 2 * index] = UInt8(truncatingIfNeeded: port >> 8)
    }
    sector.replaceSubrange(510..<512, with: [0x55, 0xAA])
    return sector
  }

  /// A linear congruential generator (Knuth's MMIX constants).
  private struct Noise {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }

    func bytes(_ count: Int) -> [UInt8] {
      var copy = self
      return (0..<count).map { _ in copy.next() }
    }
  }
}
