import ArgumentParser
import Lab
import PC
import Synchronization

/// `ringone lab`: the same images and options, with the guest outside ring 0.
enum LabCommand {
  static let word = "lab"

  static func run(
    _ words: [String], environment: [String: String]
  ) throws(ConfigurationError) -> Int32 {
    if words.first == LabCostsCommand.word {
      return try LabCostsCommand.run(Array(words.dropFirst()))
    }
    if words.first == LabVGACommand.word {
      return try LabVGACommand.run(Array(words.dropFirst()), environment: environment)
    }
    if words.first == LabVerify.word {
      return try LabVerify.run(Array(words.dropFirst()), environment: environment)
    }
    var words = words
    var engine = EngineKind.naive
    if let at = words.firstIndex(of: "--engine"), at + 1 < words.count {
      guard let kind = EngineKind(rawValue: words[at + 1]) else {
        throw ConfigurationError(
          .usage, "--engine \(words[at + 1])", cause: "there is no such engine",
          mend: EngineKind.allCases.map(\.rawValue).joined(separator: ", ") + " exist")
      }
      engine = kind
      words.removeSubrange(at...at + 1)
    }
    guard let arguments = try Command.parse(words) else { return ExitStatus.success }
    let plan = try Plan(arguments, words: words, environment: environment)
    let made = Mutex<LaboratoryBox?>(nil)
    let chosen = engine
    let status = try Command.run(plan, resultPath: nil, hasOverlay: true) {
      machine, conductor throws(ConfigurationError) in
      let laboratory = Laboratory(machine, engine: chosen)
      made.withLock { $0 = LaboratoryBox(laboratory: laboratory) }
      return LabWindowObserver(conductor) { laboratory }
    }
    if let box = made.withLock({ $0 }) { print(box.laboratory.summary) }
    return status
  }
}

/// Made on the machine's thread, and read when that has ended.
private struct LaboratoryBox: @unchecked Sendable {
  let laboratory: Laboratory
}
