import ArgumentParser
import Lab
import PC
import Synchronization

/// `ringone lab`: the same images and options, with the guest outside ring 0.
enum LabCommand {
  static let word = "lab"

  static func run(
    _ words: [String], environment: [String: String], resultPath: String?
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
    if words.first == LabCompare.word {
      return try LabCompare.run(Array(words.dropFirst()), environment: environment)
    }
    guard let arguments: LabArguments = try Subcommand.parse(words, name: word) else {
      return ExitStatus.success
    }
    let plan = try Plan(arguments.machine, words: words, environment: environment)
    let laboratory = try LabPlan(arguments, plan)
    for notice in plan.notices { Command.complain(notice) }
    let report = Mutex<LabReport?>(nil)
    let status = try Command.run(plan, resultPath: resultPath, hasOverlay: true) {
      machine, conductor throws(ConfigurationError) in
      let observer = try LabObserver(laboratory, plan, conductor, machine) { result in
        report.withLock { $0 = result }
      }
      return LabWindowObserver(observer) { observer.laboratory }
    }
    if let report = report.withLock({ $0 }) {
      print(report.text)
      for notice in report.notices { Command.complain(notice) }
    }
    return status
  }
}
