import BusKit
import Chips
import Foundation
import PC
import Testing
import X86Decode

/// Guests that exercise our system BIOS on a whole machine: `Tests/Guests/README.md`.
struct BIOSGuestTests {
  static let models: [ProcessorModel] = [.i8086, .i80186, .i80286, .i80386, .i80486]

  @Test("Every service answers as it should, on every processor", arguments: models)
  func services(model: ProcessorModel) throws {
    let run = try Run(model, guest: "bios-services", floppyByteCount: 1_474_560)
    #expect(run.machine.run(until: run.seconds(120)) == .guestExit(1))
    #expect(run.debugLines.last == "DONE")
    #expect(run.debugLines.filter { $0.hasPrefix("FAIL") } == [])
    #expect(run.debugLines.count >= (model < .i80286 ? 25 : 30))
  }

  @Test(
    "Disks of every addressing scheme are read and written to their last sector",
    arguments: [
      // 40 cylinders as they are; 16 heads are not enough; 255 are.
      (megabytes: 20, geometry: "geometry CX DX 273F0F01"),
      (megabytes: 600, geometry: "geometry CX DX 60BF1F01"),
      (megabytes: 3072, geometry: "geometry CX DX 0BFF7F01"),
    ], [ProcessorModel.i8086, .i80486])
  func disks(size: (megabytes: Int, geometry: String), model: ProcessorModel) throws {
    let path = NSTemporaryDirectory() + "bios-disk-\(size.megabytes)-\(model).img"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: UInt64(size.megabytes) << 20)
    try file.close()

    let run = try Run(model, guest: "bios-services", floppyByteCount: 1_474_560, disk: path)
    #expect(run.machine.run(until: run.seconds(120)) == .guestExit(1))
    #expect(run.debugLines.contains(size.geometry))
    #expect(run.debugLines.filter { $0.hasPrefix("FAIL") } == [])
  }

  @Test("Keys become the codes of the enhanced keyboard")
  func keyboard() throws {
    let run = try Run(.i80486, guest: "bios-input")
    run.runUntilDebug("0060")  // the mouse's status: the guest waits for keys now
    let expectations: [(String, String)] = [
      ("a", "1E61 0000"), ("A", "1E41 0002"), ("\\{Ctrl-A}", "1E01 0104"),
      ("\\{Alt-A}", "1E00 0208"), ("!", "0221 0002"), ("\\{F11}", "8500 0000"),
      ("\\{Shift-F1}", "5400 0002"), ("\\{Up}", "48E0 0000"), ("\\{Ctrl-Up}", "8DE0 0104"),
      ("\\{Alt-Delete}", "A300 0208"), ("\\{Shift-Tab}", "0F00 0002"), ("\\r", "1C0D 0000"),
    ]
    for (keys, line) in expectations {
      run.machine.apply(.typing(try KeyStroke.parse(keys)))
      #expect(run.machine.run(until: run.machine.now + run.seconds(1)) == .deadline)
      #expect(run.debugLines.last == line, "\(keys)")
    }
  }

  @Test("Locks, the Alt keypad, Pause, Ctrl-Break, Print Screen and SysReq")
  func keyboardStates() throws {
    let run = try Run(.i80286, guest: "bios-input")
    run.runUntilDebug("0060")
    func strike(_ keys: Key...) throws -> [String] {
      let before = run.debugLines.count
      for key in keys {
        run.machine.apply(.key(key, isDown: true))
        #expect(run.machine.run(until: run.machine.now + run.seconds(0.1)) == .deadline)
      }
      for key in keys.reversed() {
        run.machine.apply(.key(key, isDown: false))
        #expect(run.machine.run(until: run.machine.now + run.seconds(0.1)) == .deadline)
      }
      return Array(run.debugLines.dropFirst(before))
    }
    #expect(try strike(.keypad7) == ["4700 0000"])
    #expect(try strike(.numLock) == [])
    #expect(try strike(.keypad7) == ["4737 0020"])
    #expect(try strike(.leftShift, .keypad7) == ["4700 0022"])
    #expect(try strike(.numLock) == [])
    #expect(try strike(.capsLock) == [])
    #expect(try strike(.q) == ["1051 0040"])
    #expect(try strike(.capsLock) == [])
    #expect(try strike(.keypadEnter) == ["E00D 0000"])
    #expect(try strike(.leftAlt, .keypad6) == ["0006 0000"])
    #expect(try strike(.printScreen) == ["PrintScreen"])
    #expect(try strike(.leftControl, .pause) == ["Break", "0000 0104"])
    #expect(try strike(.leftAlt, .printScreen) == ["SysReq", "SysReq released"])
    #expect(try strike(.pause) == [])
    #expect(try strike(.x) == [])  // the key that ends the pause is lost
    #expect(try strike(.x) == ["2D78 0000"])
  }

  @Test("The mouse's packets reach the program's handler")
  func mouse() throws {
    let run = try Run(.i80486, guest: "bios-input")
    run.runUntilDebug("0060")
    #expect(run.debugLines[0] == "+00 +00 +00 +00 +00 200264")
    run.machine.apply(.mouse(right: 5, down: 3, wheel: 0, buttons: 1))
    #expect(run.machine.run(until: run.machine.now + run.seconds(0.2)) == .deadline)
    #expect(run.debugLines.last == "m2905FD")
    run.machine.apply(.typing([KeyStroke(.k)]))
    #expect(run.machine.run(until: run.machine.now + run.seconds(0.2)) == .deadline)
    #expect(run.debugLines.last == "256B 0000")
  }

  @Test(
    "The serial console mirrors text, feeds keys, and ends when the port is used", arguments: models
  )
  func console(model: ProcessorModel) throws {
    let run = try Run(model, guest: "bios-console", serialConsole: true)
    #expect(run.machine.run(until: run.seconds(4)) == .deadline)
    run.machine.apply(.serial(Array("a\u{1B}[A\u{E9}\u{1B}x\n".utf8)))
    #expect(run.machine.run(until: run.seconds(20)) == .guestExit(1))
    #expect(run.debugLines == ["1E61", "48E0", "0082", "2D00", "1C0D"])
    let text = String(decoding: run.serial.bytes, as: UTF8.self)
    let start = try #require(text.range(of: "\u{1B}[2J\u{1B}[H"))
    #expect(text[..<start.lowerBound].contains("RingOne BIOS"))
    let expected =
      "one\r\ntwo\u{8}O\r\n\r\nbox \u{250C}\u{2500}\u{2510}\u{7}\r\n"
      + "\u{1B}[11;6H\u{2500}\u{2500}\u{2500}\r\n\nstring\u{1B}[14;79Habcd\r\n"
      + "\u{1B}[1;25r\u{1B}[1S\u{1B}[r\u{1B}[2J\u{1B}[Ha\u{E9}\r\nstill\r\n!"
    #expect(text[start.upperBound...] == expected)
  }

  @Test(
    "A CD-ROM starts as itself, as a floppy and as a hard disk",
    arguments: [
      (
        media: 0,
        lines: [
          "E0 30 07 CD00108 01 B1 00 B0 ",
          "13 00 E0 01 14 00 00 00 00 00 00 00 C0 07 04 00 00 00 00 00 01 ",
        ]
      ),
      (
        media: 2,
        lines: [
          "00 4F 12 01 02 00 second fourth 03 ",
          "13 02 00 01 14 00 00 00 00 00 00 00 C0 07 01 00 4F 12 01 00 01 ",
        ]
      ),
      (
        media: 4,
        lines: [
          "80 05 11 03 01 00 second fourth 03 ",
          "13 04 80 01 14 00 00 00 00 00 00 00 C0 07 01 00 05 11 03 00 01 ",
        ]
      ),
    ], [ProcessorModel.i8086, .i80286, .i80486])
  func elTorito(boot: (media: Int, lines: [String]), model: ProcessorModel) throws {
    let guest = try Run.file("Tests/Guests/bios-cd.img")
    let sectors: UInt8 = boot.media == 0 ? 4 : 1
    let run = try Run(
      model, disc: Self.isoImage(booting: guest, media: UInt8(boot.media), sectorCount: sectors))
    #expect(run.machine.run(until: run.seconds(60)) == .guestExit(1))
    #expect(run.debugLines == boot.lines)
  }

  /// An ISO 9660 image without files, with `guest` at block 20 as its El Torito boot image.
  private static func isoImage(booting guest: [UInt8], media: UInt8, sectorCount: UInt8) -> [UInt8]
  {
    var image = [UInt8](repeating: 0, count: 2048 * 800)
    func put(_ bytes: [UInt8], _ offset: Int) {
      image.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
    let name = Array("CD001".utf8)
    put([1] + name + [1], 16 * 2048)
    put([0] + name + [1] + Array("EL TORITO SPECIFICATION".utf8), 17 * 2048)
    put([19], 17 * 2048 + 0x47)
    put([255] + name + [1], 18 * 2048)
    // Validation entry (its words sum to zero), then the initial entry.
    put([1], 19 * 2048)
    put([0xAA, 0x55, 0x55, 0xAA], 19 * 2048 + 0x1C)
    put([0x88, media, 0, 0, 0, 0, sectorCount, 0, 20], 19 * 2048 + 0x20)
    put(guest, 20 * 2048)
    return image
  }

  // MARK: A machine and what it says

  private final class Bytes {
    var bytes: [UInt8] = []
  }

  private struct Run {
    let machine: Machine
    let debug = Bytes()
    let serial = Bytes()

    init(
      _ model: ProcessorModel, guest: String? = nil, floppyByteCount: Int? = nil,
      disk: String? = nil, disc: [UInt8]? = nil, serialConsole: Bool = false
    ) throws {
      var configuration = try MachineConfiguration(
        model: model, memoryByteCount: model < .i80286 ? 640 << 10 : 16 << 20,
        systemBIOS: Self.file("roms/bios.bin"), videoBIOS: Self.file("roms/vgabios.bin"))
      if let guest {
        var image = try Self.file("Tests/Guests/\(guest).img")
        if let floppyByteCount {
          image += [UInt8](repeating: 0, count: floppyByteCount - image.count)
        }
        configuration.floppyDrives[0] = FloppyDrive(medium: .memory(image))
      }
      if let disc { configuration.ataDrives[2] = .cdrom(.memory(disc)) }
      if let disk { configuration.ataDrives[0] = .disk(.file(path: disk, writesThrough: false)) }
      configuration.serialConsole = serialConsole
      machine = try Machine(configuration)
      let (debug, serial) = (debug, serial)
      machine.outputs.debugConsole = { debug.bytes.append($0) }
      machine.outputs.serial = { serial.bytes.append($0) }
    }

    /// The lines on the debug console, without empty ones.
    var debugLines: [String] {
      debug.bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    }

    func seconds(_ count: Double) -> Ticks {
      Ticks(Double(machine.configuration.clock.hertz) * count)
    }

    /// Runs until the debug console holds a line with `text`, for ten seconds at most.
    func runUntilDebug(_ text: String) {
      for tenth in 1...100 where !debugLines.contains(where: { $0.contains(text) }) {
        _ = machine.run(until: seconds(Double(tenth) / 10))
      }
    }

    static func file(_ path: String) throws -> [UInt8] {
      let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    }
  }
}
