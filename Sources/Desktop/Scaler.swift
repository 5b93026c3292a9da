/// Scales a picture to any size so that every window pixel is the mean of the dots that it covers.
///
/// Enlarged, a dot is a rectangle of its own colour with edges that are at most one window pixel
/// soft, whatever the ratio: as crisp as whole multiples, and still exactly 4:3.
package struct Scaler: Equatable {
  private let columns: Axis
  private let rows: Axis

  /// How target positions along one axis are made of source positions.
  private struct Axis: Equatable {
    let source: Int
    let target: Int
    /// Target position n has the taps `starts[n]..<starts[n + 1]`.
    private(set) var starts: [Int] = [0]
    private(set) var positions: [Int] = []
    /// In 256ths; those of one target position add up to 256.
    private(set) var weights: [UInt32] = []
    private(set) var mostTaps = 1

    init(source: Int, target: Int) {
      self.source = source
      self.target = target
      for position in 0..<target {
        addTaps(position)
        starts.append(positions.count)
        mostTaps = max(mostTaps, starts[position + 1] - starts[position])
      }
    }

    /// In units of 1/target of a source position, `position` covers `source` units from here.
    private mutating func addTaps(_ position: Int) {
      let begin = position * source
      let end = begin + source
      var sum: UInt32 = 0
      var first = begin / target
      while first * target < end {
        // Weights as differences of a rounded running sum, so that they add up.
        let covered = min(end, (first + 1) * target) - begin
        let total = UInt32((covered * 256 + source / 2) / source)
        if total > sum {
          positions.append(first)
          weights.append(total - sum)
          sum = total
        }
        first += 1
      }
    }

    /// The target positions that any of the source positions has a share in.
    func targets(of sources: Range<Int>) -> Range<Int> {
      guard !sources.isEmpty else { return 0..<0 }
      let last = (sources.upperBound * target + source - 1) / source
      return max(0, sources.lowerBound * target / source)..<min(target, last)
    }
  }

  /// - Precondition: all sizes are positive.
  package init(from source: (width: Int, height: Int), to target: (width: Int, height: Int)) {
    columns = Axis(source: source.width, target: target.width)
    rows = Axis(source: source.height, target: target.height)
  }

  package var sourceSize: (width: Int, height: Int) { (columns.source, rows.source) }
  package var targetSize: (width: Int, height: Int) { (columns.target, rows.target) }

  /// The target rows that show any of the source rows.
  package func targetRows(of sourceRows: Range<Int>) -> Range<Int> { rows.targets(of: sourceRows) }

  /// Draws some target rows, first to last.
  /// - Parameters:
  ///   - source: pixels of xRGB, `sourceSize`, row by row.
  ///   - targetRows: within `targetSize`.
  ///   - emit: given each finished row, `targetSize.width` pixels.
  package func scale(
    _ source: [UInt32], rows targetRows: Range<Int>,
    emit: (_ row: Int, _ pixels: UnsafeBufferPointer<UInt32>) -> Void
  ) {
    guard source.count == columns.source * rows.source else { return }
    let width = columns.target
    // Source rows at target width, kept while target rows may still need them.
    let kept = rows.mostTaps + 1
    var wideRows = [[UInt32]](repeating: [UInt32](repeating: 0, count: width), count: kept)
    var wideNumbers = [Int](repeating: -1, count: kept)
    var mixed = [UInt32](repeating: 0, count: width)
    source.withUnsafeBufferPointer { source in
      for row in targetRows.clamped(to: 0..<rows.target) {
        let taps = rows.starts[row]..<rows.starts[row + 1]
        for tap in taps {
          let number = rows.positions[tap]
          let slot = number % kept
          if wideNumbers[slot] != number {
            wideNumbers[slot] = number
            widen(source, row: number, into: &wideRows[slot])
          }
        }
        if taps.count == 1 {
          wideRows[rows.positions[taps.lowerBound] % kept].withUnsafeBufferPointer { emit(row, $0) }
        } else {
          mix(taps, wideRows, kept, into: &mixed)
          mixed.withUnsafeBufferPointer { emit(row, $0) }
        }
      }
    }
  }

  private func widen(
    _ source: UnsafeBufferPointer<UInt32>, row: Int, into wide: inout [UInt32]
  ) {
    let first = row * columns.source
    var tap = 0
    for column in 0..<columns.target {
      let end = columns.starts[column + 1]
      if end - tap == 1 {
        wide[column] = source[first + columns.positions[tap]]
        tap = end
        continue
      }
      var mean = Mean()
      while tap < end {
        mean.add(source[first + columns.positions[tap]], columns.weights[tap])
        tap += 1
      }
      wide[column] = mean.pixel
    }
  }

  private func mix(
    _ taps: Range<Int>, _ wideRows: [[UInt32]], _ kept: Int, into mixed: inout [UInt32]
  ) {
    for column in 0..<columns.target {
      var mean = Mean()
      for tap in taps {
        mean.add(wideRows[rows.positions[tap] % kept][column], rows.weights[tap])
      }
      mixed[column] = mean.pixel
    }
  }

  /// A weighted mean of pixels, red and blue in one word.
  private struct Mean {
    private var redBlue: UInt32 = 0
    private var green: UInt32 = 0

    @inline(__always) mutating func add(_ pixel: UInt32, _ weight: UInt32) {
      redBlue &+= (pixel & 0x00FF_00FF) &* weight
      green &+= (pixel >> 8 & 0xFF) &* weight
    }

    var pixel: UInt32 { redBlue >> 8 & 0x00FF_00FF | green & 0xFF00 }
  }
}
