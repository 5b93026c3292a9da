import BusKit
import Foundation
import Inspect
import PC
import Testing
import X86Decode

/// Guests that exercise VGA and VGA BIOS on a whole machine: `Tests/Guests/README.md`.
struct VGAGuestTests {
  @Test(
    "Guests print what the reference says",
    arguments: ["vga-modes", "vga-services", "vga-writes"], [ProcessorModel.i8086, .i80486])
  func checksums(guest: String, model: ProcessorModel) throws {
    let machine = try machine(model, floppy: "Tests/Guests/\(guest).img")
    let console = Console()
    machine.outputs.debugConsole = { console.bytes.append($0) }

    #expect(machine.run(until: Ticks(4_000_000_000)) == .guestExit(1))

    let expected = try bytes("Tests/Guests/\(guest).expected")
    #expect(
      String(decoding: console.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("The demo disk shows its menu within a second, then the page that is asked for")
  func demoDisk() throws {
    let machine = try machine(.i80486, floppy: "roms/demo.img")
    let second = Ticks(machine.configuration.clock.hertz)

    #expect(machine.run(until: second) == .deadline)
    let menu = try #require(machine.textScreen()?.lines)
    #expect(menu.contains { $0.contains("RingOne demo") })
    #expect(menu.contains { $0.contains("Processor 80486") })

    machine.apply(.typing(KeyStroke.strokes(for: "3")))
    #expect(machine.run(until: second * 2) == .deadline)
    let page = try #require(machine.textScreen()?.lines)
    #expect(page[0].contains("Characters: code page 437"))
    #expect(page[6].hasSuffix("@ A B C D E F G H I J K L M N O"))
  }

  private func machine(_ model: ProcessorModel, floppy: String) throws -> Machine {
    var configuration = try MachineConfiguration(
      model: model, memoryByteCount: model == .i8086 ? 640 << 10 : 16 << 20,
      systemBIOS: bytes("roms/bios.bin"), videoBIOS: bytes("roms/vgabios.bin"))
    configuration.floppyDrives[0] = try FloppyDrive(medium: .memory(bytes(floppy)))
    return try Machine(configuration)
  }

  /// A file of this repository.
  private func bytes(_ path: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  private final class Console {
    var bytes: [UInt8] = []
  }
}
