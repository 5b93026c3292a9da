import Foundation
import PC

/// Reads what `-kernel` and `-initrd` name.
enum KernelFiles {
  /// No kernel and no disk of one is larger.
  private static let largest = 1 << 30

  static func load(
    _ arguments: Arguments.Kernel, optionROM: [UInt8]
  ) throws(ConfigurationError) -> KernelBoot? {
    guard let file = arguments.file else {
      guard arguments.commandLine == nil, arguments.initialDisk == nil else {
        throw ConfigurationError(
          .usage, arguments.commandLine == nil ? "-initrd" : "-append",
          cause: "there is no kernel that it could be for", mend: "name one with -kernel")
      }
      return nil
    }
    let image = try Firmware.read(file, kind: .kernel, noun: "kernel", limit: largest)
    var modules: [KernelBoot.Module] = []
    for words in split(arguments.initialDisk ?? "") {
      // A name with spaces in it may also be all name.
      let name =
        FileManager.default.fileExists(atPath: words)
        ? words : String(words.split(separator: " ", maxSplits: 1).first ?? "")
      let bytes = try Firmware.read(
        name, kind: .kernel, noun: "file for a kernel", limit: largest)
      modules.append(KernelBoot.Module(commandLine: words, bytes: bytes))
    }
    return KernelBoot(
      name: file, image: image, commandLine: arguments.commandLine ?? "", modules: modules,
      optionROM: optionROM)
  }

  /// The parts between commas; two commas stand for one.
  static func split(_ list: String) -> [String] {
    var parts: [String] = [""]
    var rest = Substring(list)
    while let character = rest.popFirst() {
      if character != "," {
        parts[parts.count - 1].append(character)
      } else if rest.first == "," {
        rest.removeFirst()
        parts[parts.count - 1].append(",")
      } else {
        parts.append("")
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
