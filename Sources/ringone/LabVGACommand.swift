import ArgumentParser
import Foundation
import Lab
import PC
import X86Decode

/// `ringone lab vga`: what drawing in sixteen colours costs a monitor.
struct LabVGACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone lab vga",
    abstract: "Count and predict the exits of VGA drawing, in mode 12h against mode 13h.",
    discussion: """
      A small program fills the screen, draws a line and text and sets registers in both modes. Each \
      access that the monitor must emulate is counted and compared with what the algorithm says.

      EXAMPLES
        ringone lab vga
        ringone lab vga --engine elegant --cost-profile pentium4-hosted
        ringone lab vga --html vga.html
          One page with charts and a heat map of the video memory; opens without a network.
      """)
  static let word = "vga"

  @Option(help: "The engine that the program runs under.")
  var engine = EngineKind.naive.rawValue

  @Option(
    help: ArgumentHelp(
      "A built-in cost profile (\(CostProfile.builtIn.map(\.name).joined(separator: ", "))) or a file.",
      valueName: "name|file"))
  var costProfile: String?

  @Option(
    help: ArgumentHelp("Write a page with charts and heat maps.", valueName: "file"),
    completion: .file())
  var html: String?

  @Option(
    help: ArgumentHelp("Write the numbers as JSON.", valueName: "file"), completion: .file())
  var json: String?

  static func run(
    _ words: [String], environment: [String: String]
  ) throws(ConfigurationError) -> Int32 {
    guard let command: Self = try Subcommand.parse(words, name: "lab vga") else {
      return ExitStatus.success
    }
    return try command.run(environment)
  }

  /// The engines that execute a real-mode program directly, so that exits are what it makes them.
  private static let engines: [EngineKind] = [.naive, .audit, .repair, .elegant]

  private func run(_ environment: [String: String]) throws(ConfigurationError) -> Int32 {
    guard let kind = EngineKind(rawValue: engine), Self.engines.contains(kind) else {
      throw ConfigurationError(
        .usage, "--engine \(engine)", cause: "there is no such engine for this",
        mend: Self.engines.map(\.rawValue).joined(separator: ", ") + " are there")
    }
    let profile = try LabCostsCommand.profile(costProfile)
    let firmware = try Firmware(environment: environment)
    var configuration = MachineConfiguration(
      model: .i80486, systemBIOS: try Firmware.read(firmware.path("bios.bin")),
      videoBIOS: try Firmware.read(firmware.path("vgabios.bin")))
    let image = try Firmware.read(
      firmware.path("lab/vga.img"), kind: .image, noun: "floppy image", limit: 4 << 20)
    configuration.floppyDrives[0] = FloppyDrive(medium: .memory(image))
    let study = try VGAStudy(configuration, engine: kind, profile: profile)
    if let html { try HostFile.write(Array(study.html.utf8), to: html) }
    if let json { try HostFile.write(try Self.encoded(study), to: json) }
    let output = ByteSink.standardOutput()
    output.write(study.text.utf8)
    try output.close()
    return ExitStatus.success
  }

  private struct Report: Encodable {
    var engine: String
    var costProfile: String
    var phases: [VGAStudy.Phase]
  }

  private static func encoded(_ study: VGAStudy) throws(ConfigurationError) -> [UInt8] {
    let report = Report(
      engine: study.engine.rawValue, costProfile: study.profile.name, phases: study.phases)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(report) else {
      preconditionFailure("counts are numbers that JSON can hold")
    }
    return Array(data) + [0x0A]
  }
}
