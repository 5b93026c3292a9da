public import Chips

/// One key with the modifiers that are held while it goes down, on a US keyboard.
public struct KeyStroke: Codable, Equatable, Sendable {
  public var modifiers: [Key]
  public var key: Key

  public init(_ key: Key, modifiers: [Key] = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// The stroke that types `character`; nil for characters that a US keyboard does not have.
  public init?(_ character: Character) {
    guard var keys = KeyboardLayout.us.keys(for: character), let key = keys.popLast() else {
      return nil
    }
    self.init(key, modifiers: keys)
  }

  /// The strokes for plain text, as pasted; characters without a key are left out.
  public static func strokes(for text: String) -> [KeyStroke] {
    text.compactMap { KeyStroke($0) }
  }

  // MARK: Escapes

  public struct ParseError: Error, Equatable, CustomStringConvertible, Sendable {
    public let description: String
  }

  /// Strokes for text with escapes: `\r` and `\n` Enter, `\t` Tab, `\e` Esc, `\b` Backspace, `\\`,
  /// `\xHH`, and `\{name}` for a named key with modifiers, as in `\{Ctrl-Alt-Delete}`. A backslash
  /// before anything else is a backslash.
  public static func parse(_ text: String) throws(ParseError) -> [KeyStroke] {
    var strokes: [KeyStroke] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\" else {
        strokes.append(try stroke(for: character))
        continue
      }
      switch rest.first {
      case "\\": strokes.append(KeyStroke(.backslash))
      case "r", "n": strokes.append(KeyStroke(.enter))
      case "t": strokes.append(KeyStroke(.tab))
      case "e": strokes.append(KeyStroke(.escape))
      case "b": strokes.append(KeyStroke(.backspace))
      case "x":
        let digits = rest.dropFirst().prefix(2)
        guard digits.count == 2, let code = UInt8(digits, radix: 16), code < 0x80 else {
          throw ParseError(
            description: "\\x wants two hexadecimal digits up to 7F, not '\(digits)'")
        }
        strokes.append(try stroke(for: Character(UnicodeScalar(code))))
        rest = rest.dropFirst(2)
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw ParseError(description: "\\{ without }")
        }
        strokes.append(try stroke(named: rest[..<end].dropFirst()))
        rest = rest[end...]
      default:
        strokes.append(KeyStroke(.backslash))
        continue
      }
      rest = rest.dropFirst()
    }
    return strokes
  }

  private static func stroke(for character: Character) throws(ParseError) -> KeyStroke {
    guard let stroke = KeyStroke(character) else {
      throw ParseError(description: "a US keyboard has no '\(character)'")
    }
    return stroke
  }

  private static func stroke(named name: Substring) throws(ParseError) -> KeyStroke {
    var parts = name.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.lowercased()
    }
    let last = parts.popLast() ?? ""
    var modifiers: [Key] = []
    for part in parts {
      switch part {
      case "ctrl", "control": modifiers.append(.leftControl)
      case "alt": modifiers.append(.leftAlt)
      case "shift": modifiers.append(.leftShift)
      default: throw ParseError(description: "'\(part)' is no modifier (Ctrl, Alt, Shift)")
      }
    }
    if let key = named[last] { return KeyStroke(key, modifiers: modifiers) }
    guard last.count == 1, let character = last.first, let stroke = KeyStroke(character) else {
      throw ParseError(description: "there is no key named '\(last)'")
    }
    return KeyStroke(stroke.key, modifiers: modifiers + stroke.modifiers)
  }

  private static let named: [String: Key] = [
    "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
    "space": .space, "backspace": .backspace, "up": .up, "down": .down, "left": .left,
    "right": .right, "home": .home, "end": .end, "pageup": .pageUp, "pgup": .pageUp,
    "pagedown": .pageDown, "pgdn": .pageDown, "insert": .insert, "ins": .insert,
    "delete": .delete, "del": .delete, "f1": .f1, "f2": .f2, "f3": .f3, "f4": .f4, "f5": .f5,
    "f6": .f6, "f7": .f7, "f8": .f8, "f9": .f9, "f10": .f10, "f11": .f11, "f12": .f12,
    "ctrl": .leftControl, "alt": .leftAlt, "shift": .leftShift, "capslock": .capsLock,
    "numlock": .numLock, "scrolllock": .scrollLock, "printscreen": .printScreen,
    "pause": .pause, "menu": .menu,
  ]
}
