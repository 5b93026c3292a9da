/// The character set of the IBM PC's own fonts, which includes pictures for the control codes.
///
/// Source: Unicode's mapping CP437 and, for 00h...1Fh and 7Fh, IBM's graphic meanings of code page 437.
public enum CodePage437 {
  private static let table: [Character] = Array(
    " ☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼"
      + " !\"#$%&'()*+,-./0123456789:;<=>?"
      + "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_"
      + "`abcdefghijklmnopqrstuvwxyz{|}~⌂"
      + "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
      + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

  /// The character that the PC's font shows for `code`; 0 looks like a space and is one here.
  public static func character(_ code: UInt8) -> Character { table[Int(code)] }

  /// Text as the PC's screen would show it.
  public static func text(_ codes: some Sequence<UInt8>) -> String {
    String(codes.map(character))
  }

  /// The code of `character`, or nil when the PC's font lacks it.
  public static func code(_ character: Character) -> UInt8? {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return ascii }
    return table.lastIndex(of: character).map { UInt8($0) }
  }
}
