import Inspect
import Testing

struct StreamWatcherTests {
  /// The number of bytes after which the text was found, or nil.
  private func place(of text: String, in stream: [UInt8]) -> Int? {
    var watcher = StreamWatcher(text)
    return stream.firstIndex { watcher.feed($0) }.map { $0 + 1 }
  }

  @Test("Finds a text at its last byte")
  func plain() {
    #expect(place(of: "A:\\>", in: Array("boot\r\nA:\\>dir".utf8)) == 10)
    #expect(place(of: "A:\\>", in: Array("boot".utf8)) == nil)
    #expect(place(of: "aab", in: Array("aaab".utf8)) == 4)
  }

  @Test("A long stream is no obstacle")
  func long() {
    let stream = [UInt8](repeating: 0x61, count: 100_000) + Array("needle".utf8)
    #expect(place(of: "needle", in: stream) == stream.count)
  }

  @Test("Escape sequences in the middle do not hide a text")
  func escapes() {
    #expect(place(of: "DONE", in: Array("\u{1B}[1;31mDO\u{1B}[0mNE".utf8)) != nil)
  }

  @Test("Box drawing is found in code page 437 and in UTF-8")
  func codePage() {
    #expect(place(of: "═é", in: [0xCD, 0x82]) == 2)
    #expect(place(of: "═é", in: Array("═é".utf8)) != nil)
  }
}

struct CodePage437Tests {
  @Test("All 256 characters are there, and what can be typed comes back")
  func table() {
    let text = CodePage437.text(0...255 as ClosedRange<UInt8>)
    #expect(text.count == 256)
    for code in UInt8(0x20)..<0x7F {
      #expect(CodePage437.character(code) == Character(UnicodeScalar(code)))
      #expect(CodePage437.code(CodePage437.character(code)) == code)
    }
    #expect(CodePage437.character(0xDB) == "█")
    #expect(CodePage437.code("ß") == 0xE1)
    #expect(CodePage437.code("字") == nil)
  }
}
