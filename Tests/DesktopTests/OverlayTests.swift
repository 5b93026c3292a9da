// Only debug builds are made for testing from the inside.
#if DEBUG
  import Chips
  import PC
  import Testing

  @testable import Desktop

  struct OverlayTests {
    private let frame = Frame(
      width: 320, height: 200, pixels: [UInt32](repeating: 0xFF80_8080, count: 64_000))

    private func overlay(_ lines: [String], alarms: Int = 0) -> Overlay {
      var overlay = Overlay()
      _ = overlay.update(Session.Annotation(lines: lines, alarmCount: alarms), now: 0)
      return overlay
    }

    @Test func nothingToSayLeavesThePictureAlone() {
      #expect(Overlay().drawn(on: frame) == nil)
      #expect(overlay([]).drawn(on: frame) == nil)
      #expect(overlay(["x"]).drawn(on: nil) == nil)
    }

    @Test func itStaysInItsCorner() throws {
      let drawn = try #require(overlay(["ring 0", "x"]).drawn(on: frame))
      #expect(drawn.width == 320 && drawn.height == 200)
      let changed = (0..<64_000).filter { drawn.pixels[$0] != frame.pixels[$0] }
      let columns = changed.map { $0 % 320 }
      let rows = changed.map { $0 / 320 }
      // Six characters and the margin; two lines and the margin.
      #expect(columns.min() == 320 - 12 - 56 && columns.max() == 320 - 12 - 1)
      #expect(rows.min() == 12 && rows.max() == 12 + 40 - 1)
      #expect(changed.count == 56 * 40)
    }

    @Test func lettersHaveTheirShapes() throws {
      let drawn = try #require(overlay(["A"]).drawn(on: frame))
      let left = 320 - 12 - 16 + 4
      func row(_ number: Int) -> String {
        String(
          (0..<8).map {
            drawn.pixels[(16 + number) * 320 + left + $0] == 0xFFF2_F2F2 ? "#" : "."
          })
      }
      #expect((1..<4).map(row) == ["........", ".#####..", "##...##."])
      #expect(row(7) == "#######.")
    }

    @Test func whatDoesNotFitIsCutOff() throws {
      let small = Frame(width: 8, height: 8, pixels: [UInt32](repeating: 0, count: 64))
      let lines = Array(repeating: "too much for so small a picture, and no letter: é", count: 9)
      #expect(overlay(lines).drawn(on: small)?.pixels.count == 64)
      #expect(overlay(lines).drawn(on: frame)?.pixels.count == 64_000)
    }

    @Test func anAlarmFlashesOnceAndEnds() throws {
      var overlay = overlay(["x"], alarms: 3)
      let calm = try #require(overlay.drawn(on: frame))
      #expect(calm.pixels[0] == frame.pixels[0])
      let louder = Session.Annotation(lines: ["x"], alarmCount: 4)
      let flashes = overlay.update(louder, now: 1000)
      #expect(flashes)
      #expect(overlay.drawn(on: frame)?.pixels[0] == 0xFFC8_1E1E)
      let isStill = !overlay.update(louder, now: 1100)
      #expect(isStill)
      let calms = overlay.update(louder, now: 1300)
      #expect(calms)
      #expect(overlay.drawn(on: frame) == calm)
      let isOver = !overlay.update(louder, now: 2000)
      #expect(isOver)
    }

    @Test func anAlarmBeforeItWasSwitchedOnIsNoNews() {
      #expect(overlay(["x"], alarms: 9).drawn(on: frame)?.pixels[0] == frame.pixels[0])
    }
  }
#endif
