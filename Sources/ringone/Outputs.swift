import PC

/// The streams that a run writes to.
final class Outputs {
  let standardOutput = ByteSink.standardOutput()
  private(set) var serial: [ByteSink?] = [nil, nil]
  private(set) var parallel: ByteSink?
  private(set) var debugConsole: ByteSink?
  private var files: [String: ByteSink] = [:]

  init(_ plan: Plan) throws(ConfigurationError) {
    for port in 0..<2 { serial[port] = try sink(plan.serial[port]) }
    parallel = try sink(plan.parallel)
    debugConsole = try sink(plan.debugConsole)
  }

  /// Two ports may share a file.
  private func sink(_ target: Plan.Target) throws(ConfigurationError) -> ByteSink? {
    switch target {
    case .none: return nil
    case .stdio: return standardOutput
    case .file(let path):
      if let sink = files[path] { return sink }
      let sink = try ByteSink(path: path)
      files[path] = sink
      return sink
    }
  }

  private var all: [ByteSink] { [standardOutput] + files.sorted { $0.key < $1.key }.map(\.value) }

  var failure: ConfigurationError? { all.lazy.compactMap(\.failure).first }

  func flush() {
    for sink in all { sink.flush() }
  }

  func close() throws(ConfigurationError) {
    for sink in all { try sink.close() }
  }
}
