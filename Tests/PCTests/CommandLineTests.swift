// Only debug builds are made for testing from the inside.
#if DEBUG
  import BusKit
  import Foundation
  import PC
  import Testing
  import X86Decode

  @testable import ringone

  /// What a command line means. The images are written for the test; no machine runs.
  struct CommandLineTests {
    private let scratch: ScratchFolder
    private let floppy: String
    private let disk: String
    private let disc: String

    init() throws {
      scratch = try ScratchFolder()
      floppy = try scratch.file("a.img", TestBench.floppy([0xF4]))
      var sectors = [UInt8](repeating: 0, count: 3000 * 512)
      sectors[510] = 0x55
      sectors[511] = 0xAA
      disk = try scratch.file("c.img", sectors)
      var blocks = [UInt8](repeating: 0, count: 20 * 2048)
      blocks.replaceSubrange(16 * 2048..<16 * 2048 + 6, with: [1] + Array("CD001".utf8))
      disc = try scratch.file("d.iso", blocks)
    }

    private func plan(_ words: String...) throws -> Plan {
      try Plan(
        #require(try Command.parse(words)), words: words,
        environment: ["RINGONE_ROMS": TestBench.root.appendingPathComponent("roms").path])
    }

    private func error(_ words: [String]) -> ConfigurationError? {
      do {
        _ = try Plan(
          #require(try Command.parse(words)), words: words,
          environment: ["RINGONE_ROMS": TestBench.root.appendingPathComponent("roms").path])
        return nil
      } catch { return error as? ConfigurationError }
    }

    @Test("Images find their drives by themselves, and the first named boots")
    func images() throws {
      let plan = try plan("-display", "none", disc, floppy, disk)
      let configuration = plan.configuration
      #expect(
        configuration.floppyDrives[0]?.medium == .file(path: floppy, writesThrough: false))
      #expect(configuration.ataDrives[0] == .disk(.file(path: disk, writesThrough: false)))
      #expect(configuration.ataDrives[2] == .cdrom(.file(path: disc, writesThrough: false)))
      #expect(configuration.bootOrder == [.cdrom, .floppy, .disk])
    }

    @Test("QEMU's habits")
    func qemu() throws {
      let plan = try plan(
        "-nographic", "-hda", disk, "-fdb", floppy, "-cdrom", disc, "-boot", "order=dc,menu=off",
        "-m", "32", "-debugcon", "file:/dev/null", "-snapshot")
      #expect(plan.display == .none)
      #expect(plan.serial == [.stdio, .none])
      #expect(plan.debugConsole == .file("/dev/null"))
      #expect(plan.configuration.serialConsole)
      #expect(plan.configuration.memoryByteCount == 32 << 20)
      #expect(plan.configuration.bootOrder == [.cdrom, .disk])
      #expect(plan.configuration.floppyDrives[1]?.medium != nil)
    }

    @Test("-serial is the raw port, --serial the console")
    func serial() throws {
      let raw = try plan("-display", "none", "-serial", "stdio", floppy)
      #expect(raw.serial == [.stdio, .none] && !raw.configuration.serialConsole)
      let console = try plan("--serial", floppy)
      #expect(console.serial == [.stdio, .none] && console.configuration.serialConsole)
      let second = try plan("--serial", "-serial", "stdio", "-serial", "file:x", floppy)
      #expect(second.serial == [.stdio, .file("x")])
    }

    @Test("Steps keep the order in which they are written")
    func steps() throws {
      let plan = try plan(
        "--until", "A:\\>", "--type", "ver\\r", "--until=Free", "--type=-x", "-display", "none",
        "--until", "--type", floppy)
      #expect(
        plan.steps == [
          .until("A:\\>"), .type(try KeyStroke.parse("ver\\r")), .until("Free"),
          .type(try KeyStroke.parse("-x")), .until("--type"),
        ])
    }

    @Test("Clock, memory and model")
    func quantities() throws {
      let plan = try plan(
        "-display", "none", "--cpu", "80286", "--clock", "12.5MHz", "-m", "640K", floppy)
      #expect(plan.configuration.model == .i80286)
      #expect(plan.configuration.clock == Frequency(12_500_000))
      #expect(plan.configuration.memoryByteCount == 640 << 10)
      #expect(try Quantity.frequency("400kHz") == Frequency(400_000))
      #expect(try Quantity.memory("size=1G") == 1 << 30)
      #expect(try Quantity.clockBase("1999-12-31T23:59:59") == 946_684_799)
      #expect(try Quantity.clockBase(nil) == MachineConfiguration.defaultClockBase)
    }

    @Test("A window runs in real time, a script as fast as it goes, a console idles")
    func pacing() throws {
      #expect(try plan("-display", "none", "--until", "x", floppy).pacing == .maximum)
      #expect(try plan("--serial", floppy).pacing == .maximumUntilIdle)
      #expect(try plan("--serial", "--speed", "real", floppy).pacing == .realTime)
    }

    @Test("What cannot be is refused with its own kind of error")
    func refused() throws {
      let odd = try scratch.file("odd.bin", [1, 2, 3])
      let empty = try scratch.file("empty.img", [])
      let rom = try scratch.file("bad.rom", [UInt8](repeating: 0xFF, count: 65536))
      let table: [(words: [String], kind: ConfigurationError.Kind)] = [
        (["--cpu", "8088", floppy], .usage),
        (["--clock", "fast", floppy], .usage),
        (["--clock", "0", floppy], .usage),
        (["-m", "0", floppy], .usage),
        (["-m", "99G", floppy], .usage),
        (["-boot", "x", floppy], .usage),
        (["--speed", "fast", floppy], .usage),
        (["-display", "gtk", floppy], .usage),
        (["-serial", "tcp:1", floppy], .usage),
        (["-serial", "stdio", "-serial", "stdio", floppy], .usage),
        (["--serial", "-display", "sdl", floppy], .usage),
        (["--rw", "-snapshot", floppy], .usage),
        (["--type", "ä", floppy], .usage),
        (["--until", "", floppy], .usage),
        (["--rtc-base", "yesterday", floppy], .usage),
        (["--timeout", "-1", floppy], .usage),
        (["--screen", "picture", floppy], .usage),
        (["--disk-speed", "slow", floppy], .usage),
        ([floppy, floppy, floppy], .usage),
        ([scratch.path("nothing.img")], .image),
        ([scratch.url.path], .image),
        ([odd], .image),
        ([empty], .image),
        (["-fda", disk + ".x"], .image),
        (["--bios", odd, floppy], .firmware),
        (["--bios", rom, floppy], .firmware),
        (["--bios", scratch.path("nothing.rom"), floppy], .firmware),
        (["--vga-bios", rom, floppy], .firmware),
        ([floppy], .display),
      ]
      for (words, kind) in table {
        let found = error(words)
        #expect(
          found?.kind == kind, "\(words.joined(separator: " ")): \(found?.description ?? "-")")
        let line = found?.description ?? ""
        #expect(!line.contains("\n") && line.contains("; "), "not one line with a mend: \(line)")
      }
    }

    @Test("Ctrl-A X leaves, Ctrl-A Ctrl-A is one Ctrl-A")
    func escapeKeys() {
      var reader = EscapeReader()
      #expect(reader.read([0x61, 0x01, 0x01, 0x62]) == ([0x61, 0x01, 0x62], false))
      #expect(reader.read([0x01]) == ([], false))
      #expect(reader.read([0x78, 0x63]) == ([], true))
    }
  }
#endif
