// Only debug builds are made for testing from the inside.
#if DEBUG
  import Testing

  @testable import Desktop

  struct ScalerTests {
    private func scaled(_ scaler: Scaler, _ source: [UInt32], rows: Range<Int>? = nil) -> [[UInt32]]
    {
      var result: [[UInt32]] = []
      scaler.scale(source, rows: rows ?? 0..<scaler.targetSize.height) { _, pixels in
        result.append(Array(pixels))
      }
      return result
    }

    @Test func wholeMultiplesRepeatDots() {
      let scaler = Scaler(from: (2, 2), to: (4, 6))
      let rows = scaled(scaler, [1, 2, 3, 4])
      #expect(
        rows == [
          [1, 1, 2, 2], [1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4], [3, 3, 4, 4],
        ])
    }

    @Test func edgesAreMeansOfWhatTheyCover() {
      // Two dots on three pixels: the middle one is half of each.
      let scaler = Scaler(from: (2, 1), to: (3, 1))
      #expect(
        scaled(scaler, [0x00FF_0000, 0x0000_00FF]) == [[0x00FF_0000, 0x007F_007F, 0x0000_00FF]])
    }

    @Test func rowsAreMixedLikeColumns() {
      let scaler = Scaler(from: (1, 2), to: (1, 3))
      #expect(scaled(scaler, [0x0000_FF00, 0]) == [[0x0000_FF00], [0x0000_7F00], [0]])
    }

    @Test(arguments: [(720, 400), (640, 480), (320, 240), (1, 1)])
    func plainPicturesStayPlain(width: Int, height: Int) {
      for target in [(1280, 960), (1067, 800), (321, 241), (720, 400)] {
        let scaler = Scaler(from: (width, height), to: target)
        let source = [UInt32](repeating: 0x00C8_64FA, count: width * height)
        let rows = scaled(scaler, source)
        #expect(rows.count == target.1)
        #expect(rows.allSatisfy { $0.count == target.0 && $0.allSatisfy { $0 == 0x00C8_64FA } })
      }
    }

    @Test func smallerPicturesAreMeans() {
      let scaler = Scaler(from: (4, 2), to: (2, 1))
      #expect(scaled(scaler, [0, 0x40, 0x80, 0x80, 0, 0x40, 0x80, 0x80]) == [[0x20, 0x80]])
    }

    @Test func bandsEqualTheWholePicture() {
      var seed: UInt32 = 7
      let source = (0..<90 * 40).map { _ in
        seed = seed &* 1_664_525 &+ 1_013_904_223
        return seed & 0x00FF_FFFF
      }
      let scaler = Scaler(from: (90, 40), to: (160, 120))
      let whole = scaled(scaler, source)
      for first in stride(from: 0, to: 40, by: 7) {
        let band = scaler.targetRows(of: first..<min(40, first + 7))
        #expect(scaled(scaler, source, rows: band) == Array(whole[band]))
      }
    }

    @Test func aChangedRowReachesEveryPixelItHasAShareIn() {
      let scaler = Scaler(from: (3, 40), to: (4, 97))
      let before = [UInt32](repeating: 0, count: 120)
      let former = scaled(scaler, before)
      for row in 0..<40 {
        var after = before
        after[row * 3] = 0x00FF_FFFF
        let latter = scaled(scaler, after)
        let changed = (0..<97).filter { former[$0] != latter[$0] }
        #expect(changed.allSatisfy { scaler.targetRows(of: row..<row + 1).contains($0) })
        #expect(!changed.isEmpty)
      }
    }

    @Test func picturesOfAnotherSizeAreNotDrawn() {
      #expect(scaled(Scaler(from: (4, 4), to: (8, 8)), [1, 2, 3]).isEmpty)
    }
  }
#endif
