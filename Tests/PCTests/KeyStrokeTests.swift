import Chips
import PC
import Testing

struct KeyStrokeTests {
  @Test("Text becomes the keys of a US keyboard")
  func text() {
    #expect(
      KeyStroke.strokes(for: "aB1!\\\r\n") == [
        KeyStroke(.a), KeyStroke(.b, modifiers: [.leftShift]), KeyStroke(.digit1),
        KeyStroke(.digit1, modifiers: [.leftShift]), KeyStroke(.backslash), KeyStroke(.enter),
      ])
    #expect(KeyStroke.strokes(for: "ä") == [])
  }

  @Test("Escapes")
  func escapes() throws {
    #expect(try KeyStroke.parse("v\\r") == [KeyStroke(.v), KeyStroke(.enter)])
    #expect(
      try KeyStroke.parse("\\t\\e\\b\\n") == [
        KeyStroke(.tab), KeyStroke(.escape), KeyStroke(.backspace), KeyStroke(.enter),
      ])
    #expect(try KeyStroke.parse("\\x03") == [KeyStroke(.c, modifiers: [.leftControl])])
    #expect(try KeyStroke.parse("\\\\r") == [KeyStroke(.backslash), KeyStroke(.r)])
    #expect(try KeyStroke.parse("\\dos") == KeyStroke.strokes(for: "\\dos"))
  }

  @Test("Named keys with modifiers")
  func named() throws {
    #expect(try KeyStroke.parse("\\{F8}\\{up}") == [KeyStroke(.f8), KeyStroke(.up)])
    #expect(
      try KeyStroke.parse("\\{Ctrl-Alt-Delete}") == [
        KeyStroke(.delete, modifiers: [.leftControl, .leftAlt])
      ])
    #expect(try KeyStroke.parse("\\{Alt-x}") == [KeyStroke(.x, modifiers: [.leftAlt])])
  }

  @Test(
    "What is no key is refused",
    arguments: ["ä", "\\xZZ", "\\x8F", "\\{F8", "\\{F13}", "\\{Hyper-a}", "\\{}"])
  func refused(text: String) {
    #expect(throws: KeyStroke.ParseError.self) { try KeyStroke.parse(text) }
  }
}
