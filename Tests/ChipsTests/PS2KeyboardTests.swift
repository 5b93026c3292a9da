import BusKit
import Chips
import Testing

/// What the system receives for pressing and releasing keys.
private func codes(translates: Bool, _ keys: Key...) -> [UInt8] {
  let bench = KeyboardBench(translates: translates)
  for key in keys { bench.keyboard.press(key) }
  var bytes = bench.received(within: 30_000)
  for key in keys.reversed() {
    bench.keyboard.release(key)
    bytes += bench.received(within: 30_000)
  }
  return bytes
}

@Suite struct PS2KeyboardTests {
  // IBM PS/2 technical reference, tables of scan code sets 1 and 2.
  @Test(
    arguments: [
      (.a, [0x1E, 0x9E], [0x1C, 0xF0, 0x1C]),
      (.escape, [0x01, 0x81], [0x76, 0xF0, 0x76]),
      (.f7, [0x41, 0xC1], [0x83, 0xF0, 0x83]),
      (.f11, [0x57, 0xD7], [0x78, 0xF0, 0x78]),
      (.f12, [0x58, 0xD8], [0x07, 0xF0, 0x07]),
      (.keypad7, [0x47, 0xC7], [0x6C, 0xF0, 0x6C]),
      (.keypadEnter, [0xE0, 0x1C, 0xE0, 0x9C], [0xE0, 0x5A, 0xE0, 0xF0, 0x5A]),
      (.rightControl, [0xE0, 0x1D, 0xE0, 0x9D], [0xE0, 0x14, 0xE0, 0xF0, 0x14]),
      (.up, [0xE0, 0x48, 0xE0, 0xC8], [0xE0, 0x75, 0xE0, 0xF0, 0x75]),
      (.delete, [0xE0, 0x53, 0xE0, 0xD3], [0xE0, 0x71, 0xE0, 0xF0, 0x71]),
      (.menu, [0xE0, 0x5D, 0xE0, 0xDD], [0xE0, 0x2F, 0xE0, 0xF0, 0x2F]),
      (
        .printScreen, [0xE0, 0x2A, 0xE0, 0x37, 0xE0, 0xB7, 0xE0, 0xAA],
        [0xE0, 0x12, 0xE0, 0x7C, 0xE0, 0xF0, 0x7C, 0xE0, 0xF0, 0x12]
      ),
      (
        .pause, [0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5],
        [0xE1, 0x14, 0x77, 0xE1, 0xF0, 0x14, 0xF0, 0x77]
      ),
    ] as [(Key, [UInt8], [UInt8])])
  func makesAndBreaks(key: Key, set1: [UInt8], set2: [UInt8]) {
    #expect(codes(translates: true, key) == set1)
    #expect(codes(translates: false, key) == set2)
  }

  @Test func combinations() {
    #expect(
      codes(translates: true, .leftShift, .up)
        == [0x2A, 0xE0, 0xAA, 0xE0, 0x48, 0xE0, 0xC8, 0xE0, 0x2A, 0xAA])
    #expect(
      codes(translates: true, .rightShift, .keypadDivide)
        == [0x36, 0xE0, 0xB6, 0xE0, 0x35, 0xE0, 0xB5, 0xE0, 0x36, 0xB6])
    #expect(
      codes(translates: true, .leftControl, .pause) == [0x1D, 0xE0, 0x46, 0xE0, 0xC6, 0x9D])
    #expect(codes(translates: true, .leftAlt, .printScreen) == [0x38, 0x54, 0xD4, 0xB8])
    #expect(
      codes(translates: true, .leftControl, .printScreen) == [0x1D, 0xE0, 0x37, 0xE0, 0xB7, 0x9D])
  }

  @Test func numLockWrapsGreyKeys() {
    let bench = KeyboardBench()
    var seen: PS2Keyboard.Indicators = []
    bench.keyboard.onIndicators = { seen = $0 }
    bench.data(0xED)
    #expect(bench.received(within: 2000) == [0xFA])
    bench.data(0x02)
    #expect(bench.received(within: 2000) == [0xFA])
    #expect(seen == .numLock)
    bench.keyboard.press(.home)
    bench.keyboard.release(.home)
    #expect(bench.received() == [0xE0, 0x2A, 0xE0, 0x47, 0xE0, 0xC7, 0xE0, 0xAA])
  }

  @Test func selectsScanCodeSets() {
    let bench = KeyboardBench(translates: false)
    for (set, key, expected) in [
      (UInt8(1), Key.b, [0x30, 0xB0] as [UInt8]), (1, .left, [0xE0, 0x4B, 0xE0, 0xCB]),
      (2, .b, [0x32, 0xF0, 0x32]), (3, .b, [0x32]), (3, .leftShift, [0x12, 0xF0, 0x12]),
      (3, .left, [0x61]), (3, .escape, [0x08]),
    ] {
      bench.data(0xF0)
      _ = bench.received(within: 2000)
      bench.data(set)
      #expect(bench.received(within: 2000) == [0xFA])
      bench.data(0xF0)
      _ = bench.received(within: 2000)
      bench.data(0)
      #expect(bench.received(within: 4000) == [0xFA, set])
      bench.keyboard.press(key)
      bench.keyboard.release(key)
      #expect(bench.received(within: 10_000) == expected)
    }
    bench.data(0xF8)  // all keys make and break
    _ = bench.received(within: 2000)
    bench.keyboard.press(.b)
    bench.keyboard.release(.b)
    #expect(bench.received(within: 10_000) == [0x32, 0xF0, 0x32])
  }

  @Test(
    arguments: [
      (UInt8(0xEE), [0xEE]), (0xF2, [0xFA, 0xAB, 0x83]), (0xF4, [0xFA]), (0xF6, [0xFA]),
      (0xEF, [0xFE]), (0xF1, [0xFE]), (0x12, [0xFE]), (0xFF, [0xFA, 0xAA]),
    ] as [(UInt8, [UInt8])])
  func commands(command: UInt8, answer: [UInt8]) {
    let bench = KeyboardBench(translates: false)
    bench.data(command)
    #expect(bench.received() == answer)
    bench.data(0xFE)
    #expect(bench.received() == [answer.last!], "resend")  // every answer has a byte
  }

  @Test func translatedIdentity() {
    let bench = KeyboardBench()
    bench.data(0xF2)
    #expect(bench.received() == [0xFA, 0xAB, 0x41])
  }

  @Test func parametersAreChecked() {
    let bench = KeyboardBench(translates: false)
    bench.data(0xF3)
    bench.data(0x80)
    #expect(bench.received() == [0xFA, 0xFE])
    bench.data(0x00)
    #expect(bench.received() == [0xFA])
    bench.data(0xED)
    bench.data(0xF2)  // a command in place of the parameter
    #expect(bench.received() == [0xFA, 0xFA, 0xAB, 0x83])
  }

  @Test func disabledKeyboardIsSilent() {
    let bench = KeyboardBench()
    bench.data(0xF5)
    _ = bench.received()
    bench.keyboard.press(.a)
    #expect(bench.received() == [])
    bench.data(0xF4)
    _ = bench.received()
    bench.keyboard.press(.b)
    #expect(bench.received(within: 5000) == [0x30])
  }

  @Test func repeatsTheLastKeyPressed() {
    let bench = KeyboardBench()
    bench.data(0xF3)
    bench.data(0x00)  // 250 ms, then 30 a second
    _ = bench.received()
    bench.keyboard.press(.a)
    #expect(bench.received(within: 249_000) == [0x1E])
    #expect(bench.received(within: 3_000) == [0x1E])
    #expect(bench.received(within: 333_400).count == 10)
    bench.keyboard.press(.b)
    #expect(bench.received(within: 249_000) == [0x30])
    bench.keyboard.release(.b)
    #expect(bench.received(within: 600_000) == [0xB0])
  }

  @Test func bufferOverruns() {
    let bench = KeyboardBench()
    bench.command(0xAD)
    for key in [Key.a, .b, .c, .d, .e, .f, .g, .h] {
      bench.keyboard.press(key)
      bench.keyboard.release(key)
    }
    #expect(!bench.keyboard.isDrained)
    bench.command(0xAE)
    let bytes = bench.received()
    // Sixteen bytes of set 2 (five keys and a make), then the overrun code, which translates to FFh.
    #expect(bytes == [0x1E, 0x9E, 0x30, 0xB0, 0x2E, 0xAE, 0x20, 0xA0, 0x12, 0x92, 0x21, 0xFF])
    #expect(bench.keyboard.isDrained)
  }

  @Test func everyKeyHasItsOwnCodes() {
    #expect(Key.allCases.count == 105)
    #expect(Set(Key.allCases.map { codes(translates: true, $0) }).count == 105)
  }

  @Test func layoutTypesText() {
    let layout = KeyboardLayout.us
    #expect(
      layout.strokes(for: "Ab\r\t\u{8}\u{1B}\u{3}~")
        == [
          [.leftShift, .a], [.b], [.enter], [.tab], [.backspace], [.escape], [.leftControl, .c],
          [.leftShift, .grave],
        ])
    #expect(layout.keys(for: "é") == nil)
    for code in UInt8(0x20)...0x7E {
      #expect(layout.keys(for: Character(Unicode.Scalar(code))) != nil)
    }
  }
}
