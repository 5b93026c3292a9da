import PC

/// What a run waits for and types, in the order in which it was written.
enum ScriptStep: Equatable, Sendable {
  case until(String)
  case type([KeyStroke])

  var description: String {
    switch self {
    case .until(let text): "--until '\(text)'"
    case .type: "--type"
    }
  }
}

/// Reads the steps off the command line. ArgumentParser collects the values of each option but loses
/// the order between two options, so the order is taken from the words themselves.
enum Script {
  static func steps(
    _ arguments: Arguments, words: [String]
  ) throws(ConfigurationError) -> [ScriptStep] {
    var until = arguments.script.until[...]
    var type = arguments.script.type[...]
    var steps: [ScriptStep] = []
    for option in CommandWords.order(of: ["--until", "--type"], in: words) {
      if option == "--until", let text = until.popFirst() {
        guard !text.isEmpty else {
          throw ConfigurationError(
            .usage, "--until", cause: "the text is empty", mend: "give a text to wait for")
        }
        steps.append(.until(text))
      } else if option == "--type", let text = type.popFirst() {
        steps.append(.type(try keys(text)))
      }
    }
    return steps
  }

  private static func keys(_ text: String) throws(ConfigurationError) -> [KeyStroke] {
    do throws(KeyStroke.ParseError) {
      return try KeyStroke.parse(text)
    } catch {
      throw ConfigurationError(
        .usage, "--type", cause: error.description, mend: "'ringone --help' lists the escapes")
    }
  }
}

/// The words of the command line, where their order counts.
enum CommandWords {
  /// Which of `options` occur, in order. Each takes one value, behind `=` or as the next word.
  static func order(of options: Set<String>, in words: [String]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < words.count, words[index] != "--" {
      let word = words[index]
      if options.contains(word) {
        found.append(word)
        index += 1
      } else if let name = word.split(separator: "=", maxSplits: 1).first,
        word.contains("="), options.contains(String(name))
      {
        found.append(String(name))
      }
      index += 1
    }
    return found
  }
}
