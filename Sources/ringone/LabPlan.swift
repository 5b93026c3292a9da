import Foundation
import Lab
import PC
import X86Decode

/// What `ringone lab` is to do besides running the machine, worked out and checked.
struct LabPlan {
  /// An engine that takes over while the guest runs.
  struct Switch: Equatable {
    enum When: Equatable {
      case text(String)
      /// Seconds of the guest's time.
      case time(Double)
    }
    var engine: EngineKind
    var when: When
  }

  enum Log: Equatable {
    case standardError
    case file(String)
  }

  var engine = EngineKind.naive
  var switches: [Switch] = []
  var options = EngineOptions()
  var log: Log?
  var isTailed = false
  var filters: [EventFilter] = []
  var breakpoints: [EventFilter] = []
  var summaryPath: String?
  var checksConsent = false
  var translationPath: String?
  /// Instructions are counted in samples even where there is no monitor.
  var samplesNatively = false

  init(_ arguments: LabArguments, _ plan: Plan) throws(ConfigurationError) {
    engine =
      try arguments.engine.engine.map { name throws(ConfigurationError) in
        try Self.engine(name, "--engine \(name)")
      } ?? .naive
    for text in arguments.engine.switches { switches.append(try Self.switching(text)) }
    switch arguments.engine.onSilent {
    case nil, "log": options.onSilentFailure = .log
    case "stop": options.onSilentFailure = .stop
    case let word?: throw Self.unknown("--on-silent", word, "log, stop")
    }
    switch arguments.engine.translate {
    case nil, "kernel": options.translatesEverything = false
    case "all": options.translatesEverything = true
    case let word?: throw Self.unknown("--translate", word, "all, kernel")
    }
    if let name = arguments.engine.costProfile { options.costs = try Self.profile(name) }
    isTailed = arguments.watching.tail
    for text in arguments.watching.filters { filters.append(try Self.filter(text, "--lab-filter")) }
    for text in arguments.watching.breakpoints {
      breakpoints.append(try Self.filter(text, "--lab-break"))
    }
    log = arguments.watching.log.map { $0 == "-" ? .standardError : .file($0) }
    summaryPath = arguments.watching.summary
    checksConsent = arguments.watching.check
    translationPath = arguments.engine.translateDump
    try check(plan)
  }

  /// A plan for one of several runs, without anything to write.
  init(engine: EngineKind, options: EngineOptions, samplesNatively: Bool) {
    self.engine = engine
    self.samplesNatively = samplesNatively
    self.options = options
  }

  // MARK: Parts of the command line

  static func engine(
    _ name: String, _ subject: String
  ) throws(ConfigurationError) -> EngineKind {
    guard let engine = EngineKind(rawValue: name) else {
      throw ConfigurationError(
        .usage, subject, cause: "there is no such engine",
        mend: "choose \(EngineKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return engine
  }

  private static func unknown(
    _ option: String, _ word: String, _ choices: String
  ) -> ConfigurationError {
    ConfigurationError(
      .usage, "\(option) \(word)", cause: "there is no such choice", mend: "choose \(choices)")
  }

  private static func switching(_ text: String) throws(ConfigurationError) -> Switch {
    let subject = "--switch \(text)"
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ConfigurationError(
        .usage, subject, cause: "it does not say when",
        mend: "write it as in elegant@login: or naive@1.5s")
    }
    let engine = try engine(String(parts[0]), subject)
    return Switch(engine: engine, when: time(parts[1]).map { .time($0) } ?? .text(String(parts[1])))
  }

  /// "1.5s", "20ms", "300us": seconds. Anything else is no time.
  private static func time(_ text: Substring) -> Double? {
    let units: [(suffix: String, factor: Double)] = [("ms", 1e-3), ("us", 1e-6), ("s", 1)]
    guard let unit = units.first(where: { text.hasSuffix($0.suffix) }) else { return nil }
    let digits = text.dropLast(unit.suffix.count)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits), number < 1e9
    else { return nil }
    return number * unit.factor
  }

  static func filter(
    _ text: String, _ option: String
  ) throws(ConfigurationError) -> EventFilter {
    do throws(EventFilter.Malformed) {
      return try EventFilter(text)
    } catch {
      throw ConfigurationError(
        .usage, "\(option) '\(error.part)'", cause: error.cause, mend: error.mend)
    }
  }

  static func profile(_ name: String) throws(ConfigurationError) -> CostProfile {
    try LabCostsCommand.profile(name)
  }

  // MARK: What cannot be

  /// Nothing has been opened yet when this complains.
  private func check(_ plan: Plan) throws(ConfigurationError) {
    let engines = [engine] + switches.map(\.engine)
    if let engine = engines.first(where: { $0 != .native }) {
      try Self.check(plan.configuration, engine)
    }
    var written: [(option: String, path: String)] = []
    if case .file(let path)? = log { written.append(("--lab-log", path)) }
    if let translationPath { written.append(("--translate-dump", translationPath)) }
    if let summaryPath { written.append(("--lab-summary", summaryPath)) }
    try Self.check(written, plan)
  }

  /// No page tables and no virtual-8086 mode before the 80386.
  static func check(
    _ configuration: MachineConfiguration, _ engine: EngineKind
  ) throws(ConfigurationError) {
    guard configuration.model >= .i80386 else {
      throw ConfigurationError(
        .laboratory, "--cpu \(configuration.model.name)",
        cause: "it has neither paging nor virtual-8086 mode for a monitor (\(engine.rawValue))",
        mend: "choose an 80386 or a later model")
    }
  }

  /// Output files are nobody's input, and each is another.
  static func check(
    _ written: [(option: String, path: String)], _ plan: Plan
  ) throws(ConfigurationError) {
    var taken = plan.inputPaths.map { (what: "the guest's image", path: $0) }
    for (option, path) in written {
      if let other = taken.first(where: { HostFile.isSame($0.path, path) }) {
        throw ConfigurationError(
          .usage, "\(option) \(path)", cause: "this is \(other.what)", mend: "name another file")
      }
      taken.append((what: "what \(option) writes", path: path))
    }
  }
}

extension Plan {
  /// The files that the machine reads, and those that its ports write.
  var inputPaths: [String] {
    func path(_ source: MediumSource?) -> String? {
      if case .file(let path, _)? = source { path } else { nil }
    }
    let floppies = configuration.floppyDrives.compactMap { path($0?.medium) }
    let disks = configuration.ataDrives.compactMap { drive -> String? in
      switch drive {
      case .disk(let source): path(source)
      case .cdrom(let source): path(source)
      case nil: nil
      }
    }
    let ports = (serial + [parallel, debugConsole]).compactMap { target -> String? in
      if case .file(let path) = target { path } else { nil }
    }
    return floppies + disks + ports + [screenshot].compactMap { $0 }
  }
}

extension HostFile {
  /// Whether two paths lead to one file; of one that does not exist yet the path itself counts.
  static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    if stat(a, &first) == 0, stat(b, &second) == 0 {
      return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
    return URL(fileURLWithPath: a).standardizedFileURL
      == URL(fileURLWithPath: b).standardizedFileURL
  }
}
