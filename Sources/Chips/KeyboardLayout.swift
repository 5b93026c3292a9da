/// Which keys make a character, for pasted and scripted text.
public struct KeyboardLayout: Sendable {
  private let keys: [Character: [Key]]

  /// The US layout. Control characters are what a terminal sends: carriage return and line feed are
  /// Enter, BS and DEL are Backspace, and the rest are Ctrl with a letter.
  public static let us = KeyboardLayout()

  private init() {
    var keys: [Character: [Key]] = [:]
    let letters: [Key] = [
      .a, .b, .c, .d, .e, .f, .g, .h, .i, .j, .k, .l, .m, .n, .o, .p, .q, .r, .s, .t, .u, .v, .w,
      .x, .y, .z,
    ]
    for (letter, key) in letters.enumerated() {
      keys[Self.character(0x61 + letter)] = [key]
      keys[Self.character(0x41 + letter)] = [.leftShift, key]
      keys[Self.character(0x01 + letter)] = [.leftControl, key]
    }
    let pairs: [(plain: Character, shifted: Character, key: Key)] = [
      ("`", "~", .grave), ("1", "!", .digit1), ("2", "@", .digit2), ("3", "#", .digit3),
      ("4", "$", .digit4), ("5", "%", .digit5), ("6", "^", .digit6), ("7", "&", .digit7),
      ("8", "*", .digit8), ("9", "(", .digit9), ("0", ")", .digit0), ("-", "_", .minus),
      ("=", "+", .equal), ("[", "{", .leftBracket), ("]", "}", .rightBracket),
      ("\\", "|", .backslash), (";", ":", .semicolon), ("'", "\"", .apostrophe),
      (",", "<", .comma), (".", ">", .period), ("/", "?", .slash),
    ]
    for pair in pairs {
      keys[pair.plain] = [pair.key]
      keys[pair.shifted] = [.leftShift, pair.key]
    }
    keys[" "] = [.space]
    keys["\r"] = [.enter]
    keys["\n"] = [.enter]
    keys["\r\n"] = [.enter]
    keys["\t"] = [.tab]
    keys["\u{08}"] = [.backspace]
    keys["\u{7F}"] = [.backspace]
    keys["\u{1B}"] = [.escape]
    keys["\u{00}"] = [.leftControl, .digit2]
    keys["\u{1C}"] = [.leftControl, .backslash]
    keys["\u{1D}"] = [.leftControl, .rightBracket]
    keys["\u{1E}"] = [.leftControl, .leftShift, .digit6]
    keys["\u{1F}"] = [.leftControl, .leftShift, .minus]
    self.keys = keys
  }

  /// The keys to press, in this order, and to release in the opposite one; nil when the layout does
  /// not have the character.
  public func keys(for character: Character) -> [Key]? {
    keys[character]
  }

  /// The strokes for a text. Characters that the layout does not have are left out.
  public func strokes(for text: String) -> [[Key]] {
    text.compactMap { keys[$0] }
  }

  private static func character(_ code: Int) -> Character {
    Character(Unicode.Scalar(UInt8(truncatingIfNeeded: code)))
  }
}
