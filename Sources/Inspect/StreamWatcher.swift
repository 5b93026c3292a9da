/// Finds a text in a stream of bytes that comes one by one: a serial line, the debug console.
///
/// The text is looked for in UTF-8 and in code page 437, and also as it reads without the terminal's
/// escape sequences between its characters (a console may colour and move in mid-word).
public struct StreamWatcher {
  private var plain: Matcher
  private var stripped: Matcher
  private var escape = EscapeState.none

  private enum EscapeState { case none, escape, sequence }

  public init(_ text: String) {
    let codes = text.map(CodePage437.code)
    var patterns = [Array(text.utf8)]
    if !codes.contains(nil) { patterns.append(codes.compactMap { $0 }) }
    plain = Matcher(patterns)
    stripped = plain
  }

  /// Takes one byte; true when the text is complete with it.
  public mutating func feed(_ byte: UInt8) -> Bool {
    let isPlainMatch = plain.feed(byte)
    switch escape {
    case .none where byte == 0x1B: escape = .escape
    case .none: return stripped.feed(byte) || isPlainMatch
    // ECMA-48: ESC [ parameters, then a final byte from 40h to 7Eh.
    case .escape: escape = byte == UInt8(ascii: "[") ? .sequence : .none
    case .sequence: if (0x40...0x7E).contains(byte) { escape = .none }
    }
    return isPlainMatch
  }

  private struct Matcher {
    let patterns: [[UInt8]]
    let longest: Int
    var tail: [UInt8] = []

    init(_ patterns: [[UInt8]]) {
      self.patterns = patterns
      longest = patterns.map(\.count).max() ?? 0
    }

    mutating func feed(_ byte: UInt8) -> Bool {
      if tail.count >= 2 * longest { tail.removeFirst(tail.count - longest) }
      tail.append(byte)
      return patterns.contains { pattern in
        byte == pattern.last && tail.count >= pattern.count
          && tail.suffix(pattern.count).elementsEqual(pattern)
      }
    }
  }
}
