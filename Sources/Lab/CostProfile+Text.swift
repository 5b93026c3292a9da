public import PC

// A profile as a file: one `key = number` a line, `#` begins a comment. Whatever is not named keeps the
// value that it has in the profile called `pentium4`.

extension CostProfile {
  /// No cost is higher: a second of a fast machine's.
  static let limit: UInt64 = 4_000_000_000
  private static let hostedKey = "hosted"

  /// Reads a file's contents.
  /// - Parameter name: the file's path: what the profile and the errors are called after.
  /// - Throws: ``ConfigurationError`` of kind `usage`, with the line's number.
  public init(text: String, name: String) throws(ConfigurationError) {
    self = .pentium4
    self.name = name
    var seen: Set<String> = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.trimmed
      guard !words.isEmpty else { continue }
      let place = "\(name), line \(index + 1)"
      let sides = words.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw ConfigurationError(
          .usage, place, cause: "this is no cost",
          mend: "write 'world_switch = 4000'; 'ringone lab costs --export FILE' writes a model")
      }
      let key = String(sides[0].trimmed)
      guard seen.insert(key).inserted else {
        throw ConfigurationError(
          .usage, place, cause: "\(key) is given twice", mend: "leave one of the two")
      }
      try set(key, to: sides[1].trimmed, place)
    }
  }

  private mutating func set(
    _ key: String, to value: Substring, _ place: String
  ) throws(ConfigurationError) {
    let parameter = CostParameter(rawValue: key)
    guard parameter != nil || key == Self.hostedKey else {
      throw ConfigurationError(
        .usage, place, cause: "there is no cost called '\(key.prefix(40))'",
        mend: "'ringone lab costs' lists them all")
    }
    let digits = value.allSatisfy { $0.isASCII && $0.isNumber }
    let limit = parameter == nil ? 1 : Self.limit
    guard digits, let number = UInt64(value), number <= limit else {
      throw ConfigurationError(
        .usage, place, cause: "'\(value.prefix(40))' is no number of cycles for \(key)",
        mend: "give a whole number from 0 to \(limit)")
    }
    guard let parameter else {
      isHosted = number == 1
      return
    }
    if self[parameter] != number {
      replace(parameter, with: number)
    }
  }

  /// The profile as a file that says what everything means.
  public var text: String {
    let width = CostParameter.allCases.map(\.rawValue.count).max() ?? 0
    func line(_ key: String, _ value: UInt64, _ remark: String) -> String {
      let start = key.padded(to: width) + " = " + "\(value)"
      return start.padded(to: width + 10) + "# " + remark + "\n"
    }
    var text = """
      # What a monitor's work costs, in cycles of its machine. Profile: \(name)
      # Where a number comes from: C calibrated on two measured cells, L literature,
      # R recalled from a paper (check before quoting), E estimated.

      """
    text += line(Self.hostedKey, isHosted ? 1 : 0, "1: devices are a host's, in another world")
    for parameter in CostParameter.allCases {
      text += line(
        parameter.rawValue, self[parameter], "\(grade(parameter).rawValue)  \(parameter.meaning)")
    }
    return text
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var rest = self[...].drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}

extension String {
  /// With blanks behind it, up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
