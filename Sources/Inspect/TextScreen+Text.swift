public import Chips

extension TextScreen {
  /// The character codes of one row.
  func characters(inRow row: Int) -> ArraySlice<UInt8> {
    characters[row * columns..<(row + 1) * columns]
  }

  /// The rows as text, without blanks at their ends.
  public var lines: [String] {
    (0..<rows).map { row in
      var line = CodePage437.text(self.characters(inRow: row))
      while line.last == " " || line.last == "\u{A0}" { line.removeLast() }
      return line
    }
  }

  /// The screen as UTF-8 text, a line feed after every row.
  public var text: String { lines.map { $0 + "\n" }.joined() }
}
