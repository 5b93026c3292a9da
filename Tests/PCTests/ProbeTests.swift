import BusKit
import Foundation
import PC
import Testing
import X86Decode

/// Boot programs that try some 150 instruction sequences at CPL 0, 1 and 3, in virtual-8086 mode and in
/// long mode, and print what each did: `ok EAX/ECX` or `#vector(error code)`. The results that two other
/// emulators agree on stand beside their sources.
///
/// Sources and results are no part of the repository: `RINGONE_SHARED` names the directory that holds
/// `virtualization/probe`, or it stands beside the checkout as `../shared`.
struct ProbeTests {
  struct Probe: CustomTestStringConvertible, Sendable {
    var source: String
    var expected: String
    /// Rows that are not compared, or of which only the beginning is, with the reason.
    var exceptions: [Exception]
    var testDescription: String { source }
  }

  /// A row that names what is the image's or the machine's own.
  struct Exception: Sendable {
    var row: String
    var reason: String
    /// Digits that are replaced in both results before they are compared.
    var pattern: String
  }

  private static let directory: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["RINGONE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? TestBench.root.deletingLastPathComponent().appendingPathComponent("shared")
    let directory = shared.appendingPathComponent("virtualization/probe")
    return FileManager.default.fileExists(atPath: directory.path) ? directory : nil
  }()

  private static let assembler: String? =
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    .map { $0 + "/nasm" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let gdtAddress =
    "the GDT's address depends on how the assembler lays the image out"

  private static let caches =
    "CR0.CD and NW are as the firmware left them: ours turns the caches on, as SeaBIOS does under QEMU"

  private static let lastCode = "the last POST code that the firmware wrote to port 80h"

  static let probes = [
    Probe(
      source: "probe.asm", expected: "expected32.txt",
      exceptions: [
        Exception(row: "SGDT limit/base", reason: gdtAddress, pattern: "/[0-9A-F]{8}"),
        Exception(row: "SGDT under CR4.UMIP", reason: gdtAddress, pattern: "/[0-9A-F]{8}"),
        Exception(row: "SMSW eax", reason: caches, pattern: "[06]0000011"),
        Exception(row: "SMSW under CR4.UMIP", reason: caches, pattern: "[06]0000011"),
        Exception(row: "MOV eax,CR0", reason: caches, pattern: "[06]0000011"),
        Exception(row: "IN al,80 (bitmap allows)", reason: lastCode, pattern: "ok [0-9A-F]{8}"),
        Exception(row: "v86 IN al,80", reason: lastCode, pattern: "ok [0-9A-F]{8}"),
        Exception(
          row: "v86 CALL FAR", reason: "the return address that it pushes is the image's own",
          pattern: "ok [0-9A-F]{8}"),
      ]),
    Probe(
      source: "probe64.asm", expected: "expected64.txt",
      exceptions: [
        Exception(row: "SGDT limit/base", reason: gdtAddress, pattern: "/[0-9A-F]{8}"),
        Exception(row: "SGDT UMIP", reason: gdtAddress, pattern: "/[0-9A-F]{8}"),
      ]),
  ]

  @Test(
    "Privilege probes print what two other emulators agree on",
    .enabled(if: directory != nil, "set RINGONE_SHARED to the directory of virtualization/probe"),
    .enabled(if: assembler != nil, "nasm is not installed (tools/setup test)"),
    arguments: probes)
  func probe(_ probe: Probe) throws {
    let directory = try #require(Self.directory)
    let expected = try String(
      contentsOf: directory.appendingPathComponent(probe.expected), encoding: .utf8)
    let got = try run(assemble(directory.appendingPathComponent(probe.source)))
    var rows: [String: String] = [:]
    for line in got.split(separator: "\n") { rows[Self.name(line)] = String(line) }
    for line in expected.split(separator: "\n") {
      let name = Self.name(line)
      let exceptions = probe.exceptions.filter { $0.row == name }
      func comparable(_ text: String) -> String {
        exceptions.reduce(text) {
          $0.replacingOccurrences(of: $1.pattern, with: "*", options: .regularExpression)
        }.trimmingCharacters(in: .whitespaces)
      }
      #expect(comparable(rows[name] ?? "no such row") == comparable(String(line)))
    }
    for exception in probe.exceptions {
      #expect(expected.contains(exception.row), "\(exception.row): \(exception.reason)")
    }
  }

  /// The first 34 columns tell what was tried.
  private static func name(_ line: Substring) -> String {
    line.prefix(34).trimmingCharacters(in: .whitespaces)
  }

  private func assemble(_ source: URL) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    let image = scratch.path("probe.img")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.assembler))
    process.arguments = ["-f", "bin", "-o", image, source.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: image)))
    // A whole number of sectors, and as many as the program reads.
    return bytes + [UInt8](repeating: 0, count: (1 << 20) - bytes.count)
  }

  /// Boots the image and gives what it says on port E9h until its last line.
  private func run(_ image: [UInt8]) throws -> String {
    var configuration = try TestBench.configuration(.x86_64)
    configuration.ataDrives[0] = .disk(.memory(image))
    let machine = try Machine(configuration)
    let console = Recorder()
    machine.outputs.debugConsole = { console.bytes.append($0) }
    let second = Ticks(configuration.clock.hertz)
    // In the end the program resets the machine.
    for slice in 1...200 as ClosedRange<Ticks> where !console.text.contains("END\n") {
      guard machine.run(until: slice * (second / 20)) == .deadline else { break }
    }
    #expect(console.text.contains("END\n"))
    return console.text.components(separatedBy: "END\n")[0] + "END\n"
  }
}
