import BusKit
import Chips
import Foundation
import PC
import Testing
import X86Decode

/// Boot programs that examine the processor, a line a check: `Tests/Guests/README.md`.
struct ProcessorGuestTests {
  /// A program, who runs it, and how much of the expected text must come. A processor that lacks
  /// something leaves the lines about it out.
  struct Case: Sendable, CustomTestStringConvertible {
    let guest: String
    let model: ProcessorModel
    var added: ProcessorFeatures = []
    /// Lines that must come at least; nil is all of them.
    var lineCount: Int?

    var testDescription: String { "\(guest) on \(model)" }
  }

  static let cases: [Case] = [
    Case(guest: "pagefaults", model: .pentium, lineCount: 72),
    Case(guest: "pagefaults", model: .pentium3, lineCount: 122),
    Case(guest: "pagefaults", model: .x86_64, added: [.smep, .smap]),
    Case(guest: "pagefaults", model: .x86_64AMD, added: [.smep, .smap]),
    Case(guest: "pagefaults64", model: .x86_64),
    Case(guest: "pagefaults64", model: .x86_64AMD),
    Case(guest: "attacks", model: .i80486, lineCount: 198),
    Case(guest: "attacks", model: .pentium3),
    Case(guest: "attacks", model: .x86_64),
    Case(guest: "attacks", model: .x86_64AMD),
    Case(guest: "gates", model: .i80486),
    Case(guest: "gates", model: .pentium3),
    Case(guest: "gates", model: .x86_64),
    Case(guest: "gates", model: .x86_64AMD),
    Case(guest: "tasks", model: .i80486),
    Case(guest: "tasks", model: .x86_64),
    Case(guest: "debug", model: .i80486, lineCount: 58),
    Case(guest: "debug", model: .pentium),
    Case(guest: "debug", model: .x86_64),
    Case(guest: "longmode", model: .x86_64, lineCount: 130),
    Case(guest: "longmode", model: .x86_64AMD, lineCount: 135),
    Case(guest: "exceptions", model: .i80486),
    Case(guest: "exceptions", model: .x86_64),
    Case(guest: "vme", model: .i80486, lineCount: 50),
    Case(guest: "vme", model: .pentium),
    Case(guest: "vme", model: .x86_64),
    Case(guest: "smc", model: .i80486, lineCount: 17),
    Case(guest: "smc", model: .pentium, lineCount: 17),
    Case(guest: "smc", model: .x86_64),
    Case(guest: "smc", model: .x86_64AMD),
    Case(guest: "fpufaults", model: .i80486, lineCount: 38),
    Case(guest: "fpufaults", model: .pentium, lineCount: 38),
    Case(guest: "fpufaults", model: .pentium3),
    Case(guest: "fpufaults", model: .x86_64),
    Case(guest: "fpufaults", model: .x86_64AMD),
  ]

  @Test("What the processor does, line by line", arguments: cases)
  func lines(test: Case) throws {
    var configuration = try TestBench.configuration(test.model)
    configuration.features = test.model.features.union(test.added)
    configuration.floppyDrives[0] = FloppyDrive(
      medium: .memory(try TestBench.bytes("Tests/Guests/\(test.guest).img")))
    let machine = try Machine(configuration)
    let console = Recorder()
    machine.outputs.debugConsole = { console.bytes.append($0) }
    #expect(machine.run(until: Ticks(machine.configuration.clock.hertz) * 60) == .guestExit(1))
    let lines = console.text.split(separator: "\n")
    let expected = String(
      decoding: try TestBench.bytes("Tests/Guests/\(test.guest).expected"), as: UTF8.self
    ).split(separator: "\n")
    // In order, with nothing that is not expected.
    var rest = expected[...]
    for line in lines {
      guard let found = rest.firstIndex(of: line) else {
        Issue.record("not expected: \(line)")
        continue
      }
      rest = rest[(found + 1)...]
    }
    #expect(lines.count >= test.lineCount ?? expected.count)
  }
}
