import Foundation
import Testing

/// The command itself, run as people run it: exit statuses, one line on stderr, the result file.
struct CommandTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// The binary of the same build as these tests.
  static let binary: String = {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("ringone").path
  }()

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  private func run(
    _ words: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.binary)
    process.arguments = words
    var variables = ProcessInfo.processInfo.environment
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"] { variables[name] = nil }
    variables["RINGONE_ROMS"] = TestBench.root.appendingPathComponent("roms").path
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: nobody has to read while the process runs.
    let (output, errors) = (scratch.path("out"), scratch.path("err"))
    for path in [output, errors] {
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
    }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    if let input { pipe.fileHandleForWriting.write(Data(input.utf8)) }
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self))
  }

  /// A floppy that does this right after booting.
  private func floppy(_ program: [UInt8]) throws -> String {
    try scratch.file("boot.img", TestBench.floppy(program))
  }

  /// MOV AL,value; OUT port,AL; JMP $
  private func writing(_ value: UInt8, to port: UInt8) -> [UInt8] {
    [0xB0, value, 0xE6, port, 0xEB, 0xFE]
  }

  private struct Result: Decodable {
    var cause: String
    var exitStatus: Int32
    var cycle: UInt64
    var stateHash: String?
  }

  private func result(_ path: String) throws -> Result {
    try JSONDecoder().decode(Result.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  // MARK: How runs end

  @Test(
    "The guest's own status passes through ports F6h and F4h",
    arguments: [(0xF6, 0, 0), (0xF6, 42, 42), (0xF4, 3, 7)] as [(UInt8, UInt8, Int32)])
  func guestStatus(port: UInt8, value: UInt8, status: Int32) throws {
    let json = scratch.path("r.json")
    let outcome = try run([
      "-display", "none", "--timeout", "60", "--result", json,
      floppy(writing(value, to: port)),
    ])
    #expect(outcome.status == status)
    #expect(outcome.errors == "")
    let result = try result(json)
    #expect(result.cause == "guest-exit" && result.exitStatus == status)
    #expect(result.cycle > 0 && result.stateHash?.count == 16)
  }

  @Test("--max-cycles, --timeout, halting and a triple fault have statuses of their own")
  func endings() throws {
    let loop = try floppy([0xEB, 0xFE])
    let cycles = try run(["-display", "none", "--max-cycles", "1000000", loop])
    #expect(cycles.status == 70 && cycles.errors == "ringone: --max-cycles reached\n")
    let timeout = try run(["-display", "none", "--timeout", "0.5", "--until", "never", loop])
    #expect(timeout.status == 69)
    #expect(
      timeout.errors == "ringone: --timeout reached, while waiting for --until 'never'\n")
    let halted = try run(["-display", "none", "--timeout", "60", floppy([0xFA, 0xF4])])
    #expect(halted.status == 72)
    // LIDT with an empty table (0:7C07h), then INT3.
    let fault = try run([
      "-display", "none", "--timeout", "60",
      floppy([0x2E, 0x0F, 0x01, 0x1E, 0x07, 0x7C, 0xCC, 0, 0, 0, 0, 0, 0]),
    ])
    #expect(fault.status == 71)
  }

  @Test("Equal runs end with equal hashes at the same cycle")
  func repeatable() throws {
    let image = try floppy([0xFE, 0x06, 0x00, 0x90, 0xEB, 0xFA])  // INC BYTE [9000h]; JMP
    let paths = ["1.json", "2.json"].map { scratch.path($0) }
    for path in paths {
      _ = try run(["-display", "none", "--max-cycles", "30000000", "--result", path, image])
    }
    let (first, second) = (try result(paths[0]), try result(paths[1]))
    #expect(first.cycle == second.cycle && first.cycle >= 30_000_000)
    #expect(first.stateHash == second.stateHash)
  }

  // MARK: Text

  /// Prints "HI" through INT 10h, then asks for a key and prints that for ever.
  private static let echo: [UInt8] = [
    0xB8, 0x48, 0x0E, 0xCD, 0x10, 0xB0, 0x49, 0xCD, 0x10,  // MOV AX,0E48h; INT 10h; 'I'
    0xB4, 0x00, 0xCD, 0x16, 0xB4, 0x0E, 0xCD, 0x10, 0xEB, 0xF6,  // key: INT 16h; INT 10h; JMP
  ]

  @Test("--until sees the screen, --type types, --screen prints")
  func script() throws {
    let outcome = try run([
      "-display", "none", "--timeout", "60", "--until", "HI", "--type", "ok<", "--until", "ok<",
      "--screen", "text", floppy(Self.echo),
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("HIok<\n"))
  }

  @Test("--serial: the console is on stdout and stdin, and Ctrl-A X leaves")
  func serialConsole() throws {
    let outcome = try run(
      ["--serial", "--timeout", "60", "--until", "HIyes", floppy(Self.echo)], input: "yes")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("HIyes"))
    let left = try run(["--serial", "--timeout", "60", floppy(Self.echo)], input: "\u{01}x")
    #expect(left.status == 0)
  }

  @Test("-debugcon and -serial go to files")
  func files() throws {
    // 'D' to port E9h; 'S' to COM1; then status 0.
    let program: [UInt8] = [
      0xB0, 0x44, 0xE6, 0xE9, 0xBA, 0xF8, 0x03, 0xB0, 0x53, 0xEE, 0xB9, 0x00, 0x40, 0xE2, 0xFE,
      0xB0, 0x00, 0xE6, 0xF6,
    ]
    let outcome = try run([
      "-display", "none", "--timeout", "60", "-debugcon", "file:\(scratch.path("debug"))",
      "-serial", "file:\(scratch.path("com1"))", floppy(program),
    ])
    #expect(outcome.status == 0)
    // The BIOS may say something on the debug console as well.
    let debug = try String(contentsOfFile: scratch.path("debug"), encoding: .utf8)
    #expect(debug.hasSuffix("D"))
    #expect(try String(contentsOfFile: scratch.path("com1"), encoding: .utf8) == "S")
  }

  @Test("--screenshot writes a PNG")
  func screenshot() throws {
    let path = scratch.path("shot.png")
    let outcome = try run([
      "-display", "none", "--timeout", "60", "--until", "HI", "--screenshot", path,
      floppy(Self.echo),
    ])
    #expect(outcome.status == 0)
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // IHDR: 720 by 400.
    #expect(Array(file[16..<24]) == [0, 0, 0x02, 0xD0, 0, 0, 0x01, 0x90])
  }

  @Test("--rw keeps what the guest writes; without it the image stays as it is")
  func writing() throws {
    // INT 13h: write the boot sector's copy at 7C00h to cylinder 0, head 0, sector 2.
    let program: [UInt8] = [
      0x31, 0xC0, 0x8E, 0xC0, 0xB8, 0x01, 0x03, 0xBB, 0x00, 0x7C, 0xB9, 0x02, 0x00, 0xBA, 0x00,
      0x00, 0xCD, 0x13, 0xB0, 0x00, 0x73, 0x02, 0xB0, 0x01, 0xE6, 0xF6,
    ]
    let image = try floppy(program)
    let before = try Data(contentsOf: URL(fileURLWithPath: image))
    let words = ["-display", "none", "--timeout", "60", image]
    #expect(try run(words).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: image)) == before)
    #expect(try run(["--rw"] + words).status == 0)
    let after = try Data(contentsOf: URL(fileURLWithPath: image))
    #expect(after[512..<1024] == before[0..<512])
  }

  // MARK: Bad input

  @Test("Each failure is one line with its own status, and a result file")
  func badInput() throws {
    let good = try floppy([0xF4])
    let table: [(words: [String], status: Int32)] = [
      (["--frobnicate"], 64), (["-m"], 64), (["--cpu", "z80", good], 64),
      ([scratch.path("none.img")], 65), ([scratch.url.path], 65),
      ([try scratch.file("empty", [])], 65), ([try scratch.file("odd", [1])], 65),
      (["--bios", good, good], 66), (["--vga-bios", good, good], 66),
      ([good], 68), (["-display", "none", "-serial", "file:/nowhere/x", good], 73),
      (["-display", "none", "-serial", "file:\(scratch.url.path)", good], 73),
      (
        [
          "-display", "none", "-serial", "stdio", "--max-cycles", "9", "--screenshot", "/no/x.png",
          good,
        ], 73
      ),
    ]
    for (words, status) in table {
      let json = scratch.path("bad.json")
      try? FileManager.default.removeItem(atPath: json)
      let outcome = try run(["--result", json] + words)
      #expect(outcome.status == status, "\(words.joined(separator: " ")): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("ringone: ") && outcome.errors.hasSuffix("\n"))
      #expect(
        outcome.errors.filter { $0 == "\n" }.count == 1, "more than a line: \(outcome.errors)")
      #expect(outcome.errors.contains("; "), "nothing mends it: \(outcome.errors)")
      let result = try result(json)
      #expect(result.exitStatus == status && result.cause.hasPrefix("error-"))
    }
  }

  @Test("Missing firmware is a clear line")
  func missingFirmware() throws {
    let outcome = try run(
      ["-display", "none", floppy([0xF4])], environment: ["RINGONE_ROMS": scratch.url.path])
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("$RINGONE_ROMS"))
  }

  @Test("An image that another program writes is refused")
  func locked() throws {
    let image = try floppy([0xEB, 0xFE])
    let descriptor = open(image, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(try run(["-display", "none", image]).status == 67)
  }

  @Test(
    "A full disk is told, and leaves no partial file",
    .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
  func fullDisk() throws {
    let outcome = try run([
      "-display", "none", "--timeout", "60", "--until", "HI", "-debugcon", "file:/dev/full",
      "--result", "/dev/full", floppy(writing(0x41, to: 0xE9)),
    ])
    #expect(outcome.status == 74)
  }

  @Test("--help explains the exit statuses, and --version answers")
  func help() throws {
    let help = try run(["--help"])
    #expect(help.status == 0 && help.errors == "")
    for word in ["EXAMPLES", "EXIT STATUS", "-fda", "--until", "--result", "-nographic"] {
      #expect(help.output.contains(word))
    }
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try run(["--version"]).status == 0)
  }
}
