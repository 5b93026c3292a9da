import Foundation
import Lab
import PC

/// Where records go: a file, or stderr for programs or for people.
final class LabLog {
  private var file: ByteSink?
  private var errors: ByteSink?
  private let writesLines: Bool
  private let isTailed: Bool
  private let isColoured: Bool
  /// A terminal in raw mode wants a carriage return as well.
  private let lineEnd: [UInt8]

  init(_ plan: LabPlan, isRawTerminal: Bool) throws(ConfigurationError) {
    isTailed = plan.isTailed
    writesLines = plan.log == .standardError
    let isTerminal = isatty(STDERR_FILENO) == 1
    isColoured = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    lineEnd = Array((isTerminal && isRawTerminal ? "\r\n" : "\n").utf8)
    if case .file(let path)? = plan.log { file = try ByteSink(path: path) }
    if isTailed || writesLines { errors = .standardError() }
  }

  var failure: ConfigurationError? { file?.failure ?? errors?.failure }

  /// Sees to it that the laboratory's records get here.
  func watch(_ laboratory: Laboratory, _ filters: [EventFilter]) {
    guard file != nil || errors != nil else { return }
    laboratory.watch(filters) { [unowned self] in write($0) }
  }

  private func write(_ record: ExitRecord) {
    if file != nil || writesLines {
      var line: [UInt8] = []
      line.reserveCapacity(400)
      record.appendJSONLine(to: &line)
      file?.write(line)
      if writesLines { errors?.write(line.dropLast() + lineEnd) }
    }
    if isTailed {
      errors?.write(Array(coloured(record).utf8) + lineEnd)
    }
  }

  /// Red what went wrong, dim what is routine.
  private func coloured(_ record: ExitRecord) -> String {
    guard isColoured else { return record.text }
    let colour =
      switch record.exitClass {
      case .silent: "31;1"
      case .trueFault, .conflict: "33"
      case .transition, .injection, .translation: "36"
      case .hidden, .trace, .agreed: "2"
      default: "0"
      }
    return "\u{1B}[\(colour)m\(record.text)\u{1B}[0m"
  }

  func flush() {
    file?.flush()
    errors?.flush()
  }

  func close() throws(ConfigurationError) {
    try errors?.close()
    try file?.close()
  }
}
