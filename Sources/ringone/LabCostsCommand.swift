import ArgumentParser
import Foundation
import Lab
import PC

/// `ringone lab costs`: the cost profile, and how far it can be trusted.
struct LabCostsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone lab costs",
    abstract: "Show what a monitor's work costs, and how good the cost model is.",
    discussion: """
      The numbers are cycles of the machine that a monitor would run on. Two cells of each column of a \
      published table fix the calibrated ones; the other cells are predicted, and the errors shown.

      EXAMPLES
        ringone lab costs
        ringone lab costs --export my.costs
          Edit a number, then: ringone lab --cost-profile my.costs --engine naive freedos.img
        ringone lab costs --cost-profile pentium3-hosted
      """)
  static let word = "costs"

  @Option(
    help: ArgumentHelp(
      "A built-in profile (\(CostProfile.builtIn.map(\.name).joined(separator: ", "))) or a file.",
      valueName: "name|file"))
  var costProfile: String?

  @Option(
    help: ArgumentHelp("Write the profile as a file to edit instead.", valueName: "file"),
    completion: .file())
  var export: String?

  static func run(_ words: [String]) throws(ConfigurationError) -> Int32 {
    guard let command: Self = try Subcommand.parse(words, name: "lab costs") else {
      return ExitStatus.success
    }
    return try command.run()
  }

  private func run() throws(ConfigurationError) -> Int32 {
    let profile = try Self.profile(costProfile)
    if let export {
      try HostFile.write(Array(profile.text.utf8), to: export)
    } else {
      let output = ByteSink.standardOutput()
      output.write(CostReport(profile).text.utf8)
      try output.close()
    }
    return ExitStatus.success
  }

  /// No profile file is longer.
  private static let byteLimit: UInt64 = 1 << 20

  /// What `--cost-profile` says: a built-in profile's name, or a file.
  static func profile(_ word: String?) throws(ConfigurationError) -> CostProfile {
    guard let word else { return .pentium4 }
    if let known = CostProfile.builtIn.first(where: { $0.name == word }) { return known }
    let names = CostProfile.builtIn.map(\.name).joined(separator: ", ")
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: word) else {
      throw ConfigurationError(
        .usage, "--cost-profile \(word)", cause: "there is no such profile and no such file",
        mend: "\(names) exist, and 'ringone lab costs --export FILE' writes a file")
    }
    let size = attributes[.size] as? UInt64 ?? 0
    guard attributes[.type] as? FileAttributeType != .typeDirectory, size <= byteLimit,
      let data = FileManager.default.contents(atPath: word),
      let text = String(data: data, encoding: .utf8)
    else {
      throw ConfigurationError(
        .usage, "--cost-profile \(word)", cause: "this is no readable text file of costs",
        mend: "'ringone lab costs --export FILE' writes one")
    }
    return try CostProfile(text: text, name: word)
  }
}
