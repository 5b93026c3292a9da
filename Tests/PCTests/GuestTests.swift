import BusKit
import Chips
import Foundation
import Inspect
import PC
import Testing
import X86Decode

/// Whole guests on the whole machine with our own firmware: systems that nobody wrote for this
/// emulator. Their images are no part of the repository (`tools/test` says where they are looked for),
/// and they run in release builds only.
#if !DEBUG
  @Suite(
    .enabled(
      if: TestBench.guests != nil,
      "guest images are not there: set RINGONE_SHARED to the folder that holds guests/"))
  struct GuestTests {
    /// A guest at work: what it says on its ports, and its screen.
    private final class Run {
      let machine: Machine
      let serial = Recorder()

      init(_ change: (inout MachineConfiguration) throws -> Void) throws {
        var configuration = try TestBench.configuration()
        try change(&configuration)
        machine = try Machine(configuration)
        machine.outputs.serial = { [serial] in serial.bytes.append($0) }
      }

      convenience init(floppy: String, megabytes: Int = 16) throws {
        try self.init {
          $0.memoryByteCount = megabytes << 20
          $0.floppyDrives[0] = FloppyDrive(
            medium: .file(path: try guest(floppy), writesThrough: false))
        }
      }

      convenience init(disc: String, megabytes: Int = 64) throws {
        try self.init {
          $0.memoryByteCount = megabytes << 20
          $0.ataDrives[2] = .cdrom(.file(path: try guest(disc), writesThrough: false))
          $0.bootOrder = [.cdrom]
        }
      }

      /// Runs on until the text stands on the screen; false after so many seconds of guest time.
      func reaches(_ text: String, within seconds: UInt64 = 60) -> Bool {
        let slice = machine.configuration.clock.hertz / 50
        let end = machine.now + seconds * 50 * slice
        while machine.now < end {
          guard machine.run(until: machine.now + slice) == .deadline else { return false }
          if lines.contains(where: { $0.contains(text) }) { return true }
        }
        return false
      }

      /// Types, and runs until the screen has changed and then stood still for a second.
      func type(_ text: String, settle seconds: UInt64 = 1) throws {
        machine.apply(.typing(try KeyStroke.parse(text)))
        let second = machine.configuration.clock.hertz
        var last: [String] = []
        for _ in 0..<120 {
          _ = machine.run(until: machine.now + seconds * second)
          let now = lines
          if now == last { return }
          last = now
        }
      }

      var lines: [String] { machine.textScreen()?.lines ?? [] }
    }

    private static func guest(_ name: String) throws -> String {
      try #require(TestBench.guests).appendingPathComponent(name).path
    }

    @Test(
      "FreeDOS boots from a floppy of every size and answers",
      arguments: ["160K", "360K", "720K", "1200K", "1.4MB"])
    func freeDOS(size: String) throws {
      let run = try Run(floppy: "freedos-\(size).img")
      #expect(run.reaches("A:\\>"))
      try run.type("ver /r\\r")
      #expect(run.lines.contains { $0.contains("FreeCom version 0.82") })
      #expect(run.lines.contains { $0.contains("FreeDOS kernel version") })
      try run.type("dir\\r")
      #expect(run.lines.contains { $0.contains("bytes free") })
    }

    @Test("FreeDOS's screen is the reference's, character for character")
    func freeDOSScreen() throws {
      let run = try Run(floppy: "freedos-1.4MB.img")
      #expect(run.reaches("A:\\>"))
      try run.type("", settle: 2)
      try run.type("ver /r\\r")
      let reference = try String(contentsOfFile: Self.guest("ref/fd-1.4MB-a.txt"), encoding: .utf8)
      let expected = reference.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      for row in 0..<25 {
        let line = row < expected.count ? expected[row] : ""
        #expect(run.lines[row] == line, "row \(row)")
      }
      let attributes = try #require(run.machine.textScreen()).attributes
      #expect(attributes.allSatisfy { $0 == 0x07 })
    }

    @Test("FreeDOS runs on every processor", arguments: ProcessorModel.allCases)
    func models(model: ProcessorModel) throws {
      let run = try Run {
        $0 = try TestBench.configuration(model)
        $0.floppyDrives[0] = FloppyDrive(
          medium: .file(path: try Self.guest("freedos-360K.img"), writesThrough: false))
      }
      #expect(run.reaches("A:\\>", within: 300))
    }

    @Test("FreeDOS 1.3's floppy shows its menu")
    func freeDOS13() throws {
      #expect(try Run(floppy: "freedos13-floppy.img").reaches("language"))
    }

    @Test("Jemm386 runs DOS in virtual-8086 mode under paging")
    func jemm386() throws {
      let run = try Run(floppy: "fdos-jemm386.img", megabytes: 32)
      let second = run.machine.configuration.clock.hertz
      for _ in 0..<120 where !run.serial.text.contains("V86-DONE") {
        _ = run.machine.run(until: run.machine.now + second)
      }
      #expect(run.serial.text.contains("MSW: 80000011 (V86-mode, Paging on)"))
      #expect(run.serial.text.contains("V86-DONE"))
    }

    @Test("MikeOS comes up")
    func mikeOS() throws {
      #expect(try Run(floppy: "mikeos.flp").reaches("Thanks for trying out MikeOS!"))
    }

    @Test("Tetros draws its frame")
    func tetros() throws {
      let run = try Run(floppy: "tetros-fd1440.img")
      _ = run.machine.run(until: run.machine.configuration.clock.hertz * 5)
      let screen = try #require(run.machine.textScreen())
      // Two walls and a floor of light grey blocks, where the reference has them.
      #expect(screen.columns == 40)
      func isWall(_ column: Int, _ row: Int) -> Bool {
        screen.attributes[row * screen.columns + column] >> 4 == 7
      }
      for row in 4..<22 {
        for column in [13, 26] { #expect(isWall(column, row), "\(column), \(row)") }
      }
      for column in 13...26 { #expect(isWall(column, 21), "\(column), 21") }
    }

    @Test("GRUB's rescue disks reach their menus")
    func grub() throws {
      #expect(
        try Run(floppy: "grub-rescue-floppy.img", megabytes: 64).reaches("GNU GRUB  version 2.06"))
      #expect(try Run(disc: "grub-rescue-cdrom.iso").reaches("GNU GRUB  version 2.06"))
    }

    @Test("GRUB's gfxterm in 640x480 planar is the reference's, pixel for pixel")
    func grubPicture() throws {
      let run = try Run(disc: "grub-rescue-cdrom.iso")
      #expect(run.reaches("GNU GRUB  version 2.06"))
      try run.type("c")
      for line in [
        "insmod vga", "loadfont unicode", "insmod gfxterm", "terminal_output gfxterm",
        "set color_normal=light-red/green",
        "echo The quick brown fox jumps over the lazy dog 0123456789",
        "set color_normal=yellow/blue", "echo 16 colours in four planes",
      ] {
        run.machine.apply(.typing(try KeyStroke.parse(line + "\\r")))
      }
      // A character takes GRUB a long time here: wait until the picture stands still.
      let pause = run.machine.configuration.clock.hertz * 10
      var frame = run.machine.frame()
      for _ in 0..<60 {
        _ = run.machine.run(until: run.machine.now + pause)
        let next = run.machine.frame()
        if next.width == 640, next.pixels == frame.pixels { break }
        frame = next
      }
      #expect(frame.width == 640 && frame.height == 480)
      let reference = try PNG.decode(
        Array(Data(contentsOf: URL(fileURLWithPath: Self.guest("ref/grubvga-a.png")))))
      #expect(reference.width == 640 && reference.height == 480)
      // The DAC has six bits for each colour.
      let wrong = zip(frame.pixels, reference.pixels).count { $0 & 0xFCFCFC != $1 & 0xFCFCFC }
      #expect(wrong == 0, "\(wrong) pixels differ")
    }

    @Test("Two runs of 500 million clocks with the same keys end in the same state")
    func determinism() throws {
      func run() throws -> (Ticks, StateHash) {
        let run = try Run(floppy: "freedos-1.4MB.img")
        _ = run.machine.run(until: 100_000_000)
        run.machine.apply(.typing(KeyStroke.strokes(for: "dir /s\rver /r\r")))
        _ = run.machine.run(until: 500_000_000)
        return (run.machine.now, run.machine.stateHash())
      }
      let (first, second) = (try run(), try run())
      #expect(first.0 == second.0)
      #expect(first.1 == second.1)
    }
  }
#endif

/// Determinism over a long stretch of a program that computes, stores, takes timer interrupts and
/// modifies its own code; needs no image. 500 million instructions take seconds in release builds.
struct DeterminismTests {
  @Test("Two runs end in the same state at the same cycle, whatever came between")
  func repeatable() throws {
    // Timer 0 at its fastest useful rate, an interrupt handler that counts, and a loop that stores
    // through a walking pointer and increments an immediate of its own code (copied to RAM).
    let program: [UInt8] = [
      0xFA, 0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xD0, 0xBC, 0x00, 0x7C,  // segments, stack
      0xC7, 0x06, 0x20, 0x00, 0x00, 0x06,  // INT 8 -> 0000:0600
      0xC7, 0x06, 0x22, 0x00, 0x00, 0x00,
      0xBE, 0x60, 0x00, 0xBF, 0x00, 0x06, 0xB9, 0x60, 0x00, 0x2E, 0xF3, 0xA4,  // copy to 0600h
      0xB0, 0x11, 0xE6, 0x20, 0xB0, 0x08, 0xE6, 0x21, 0xB0, 0x04, 0xE6, 0x21,  // ICW1...ICW3
      0xB0, 0x01, 0xE6, 0x21, 0xB0, 0xFE, 0xE6, 0x21,  // ICW4; only IRQ 0
      0xB0, 0x34, 0xE6, 0x43, 0xB0, 0x00, 0xE6, 0x40, 0xB0, 0x04, 0xE6, 0x40,  // mode 2, 0400h
      0xFB, 0xEA, 0x20, 0x06, 0x00, 0x00,  // STI; JMP 0000:0620
    ]
    var rom = program
    rom += [UInt8](repeating: 0x90, count: 0x60 - rom.count)
    // 0600h: the handler: INC WORD [0500h]; MOV AL,20h; OUT 20h,AL; IRET (AX kept).
    rom += [0x50, 0xFF, 0x06, 0x00, 0x05, 0xB0, 0x20, 0xE6, 0x20, 0x58, 0xCF]
    rom += [UInt8](repeating: 0x90, count: 0x80 - rom.count)
    // 0620h: ADD AX,imm; MOV [BX+1000h],AX; ADD BX,2; AND BH,7; TEST BX,BX; JNZ; INC WORD [0621h];
    // JMP: seven instructions and about eleven clocks a turn.
    rom += [0x05, 0x01, 0x00, 0x89, 0x87, 0x00, 0x10, 0x83, 0xC3, 0x02, 0x80, 0xE7, 0x07]
    rom += [0x85, 0xDB, 0x75, 0x04, 0xFF, 0x06, 0x21, 0x06, 0xEB, 0xE9]
    #if DEBUG
      let end: Ticks = 5_000_000
    #else
      let end: Ticks = 900_000_000
    #endif
    func run() throws -> Machine {
      let machine = try TestBench.machine(running: rom)
      #expect(machine.run(until: end) == .deadline)
      return machine
    }
    let (first, second) = (try run(), try run())
    #expect(first.now == second.now)
    #expect(first.stateHash() == second.stateHash())
    // The program did what it was meant to: interrupts came, and its own code has changed.
    #expect(first.memory.ram.read(0x500, as: UInt16.self) > 0)
    #expect(first.memory.ram.read(0x621, as: UInt16.self) != 1)
  }
}
