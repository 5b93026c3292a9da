import Foundation
import Testing

/// The course in `docs/lab`: its pages, and the commands that stand in them.
///
/// A command is one line in a block fenced as `sh lab`, behind which `status=N` may say how it ends and
/// `limit=N` after how many seconds of the host's it has failed. The block fenced as `expect` that
/// follows shows lines of what it prints; a line of three dots stands for what is left out. Nothing but
/// words, quotes (single ones) and `$FREEDOS` is to be understood, so that a reader's shell and the tests
/// agree.
struct LessonBook {
  struct Command: CustomTestStringConvertible, Sendable {
    var page: String
    var line: Int
    var text: String
    var status: Int32 = 0
    /// Seconds of the host's.
    var limit = 120.0
    var expected: [String] = []

    var testDescription: String { "\(page):\(line) \(text)" }
    var needsFreeDOS: Bool { text.contains("$FREEDOS") }
  }

  struct Malformed: Error, CustomStringConvertible {
    var page: String
    var line: Int
    var cause: String
    var description: String { "docs/lab/\(page):\(line): \(cause)" }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("docs/lab")

  /// The pages' names, in order.
  static let pages: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  static func text(_ page: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8)
  }

  /// Every command of every page. A page that cannot be read has none here; a test of its own says so.
  static let commands: [Command] = pages.flatMap { page in
    (try? commands(in: text(page), page: page)) ?? []
  }

  /// The commands of a page, in order.
  static func commands(in text: String, page: String) throws(Malformed) -> [Command] {
    var commands: [Command] = []
    /// The words behind the fence of the block that is open.
    var fence: [Substring]?
    var body: [(number: Int, text: String)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("```") else {
        if fence != nil { body.append((index + 1, String(line))) }
        continue
      }
      guard let opened = fence else {
        fence = line.dropFirst(3).split(separator: " ")
        body = []
        continue
      }
      fence = nil
      if opened.starts(with: ["sh", "lab"]) {
        guard body.count == 1, let only = body.first, only.text.hasPrefix("ringone ") else {
          throw Malformed(page: page, line: index + 1, cause: "not one command of ringone's")
        }
        var command = Command(page: page, line: only.number, text: only.text)
        for word in opened.dropFirst(2) {
          if word.hasPrefix("status="), let status = Int32(word.dropFirst(7)) {
            command.status = status
          } else if word.hasPrefix("limit="), let limit = Double(word.dropFirst(6)) {
            command.limit = limit
          } else {
            throw Malformed(page: page, line: only.number, cause: "\(word) means nothing")
          }
        }
        commands.append(command)
      } else if opened == ["expect"] {
        guard let last = commands.indices.last, commands[last].expected.isEmpty else {
          throw Malformed(page: page, line: index + 1, cause: "what is expected of which command?")
        }
        commands[last].expected = body.map { $0.text.trimmingCharacters(in: .whitespaces) }
          .filter { !$0.isEmpty && $0 != "..." }
      }
    }
    guard fence == nil else {
      throw Malformed(page: page, line: lines.count, cause: "a block that does not end")
    }
    return commands
  }

  /// A command line's words; nil if a quote does not end.
  static func words(_ line: String, freeDOS: String?) -> [String]? {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var isQuoted = false
    for character in line {
      switch character {
      case "'":
        isQuoted.toggle()
        isOpen = true
      case " " where !isQuoted:
        if isOpen || !word.isEmpty { words.append(word) }
        word = ""
        isOpen = false
      default: word.append(character)
      }
    }
    guard !isQuoted else { return nil }
    if isOpen || !word.isEmpty { words.append(word) }
    guard let freeDOS else { return words }
    return words.map { $0.replacingOccurrences(of: "$FREEDOS", with: freeDOS) }
  }
}
