public import BusKit

/// The loudspeaker: a cone that follows timer 2's output ANDed with port 61h bit 1.
///
/// IBM PC/AT Technical Reference, "Speaker". The level is machine state; the recorded edges are only
/// for the host's ears and exist while ``isRecording``.
public final class PCSpeaker {
  public struct State: Codable, Equatable, Sendable {
    public var timerOutput = false
    public var data = false
  }

  public internal(set) var state = State()

  /// Edges kept for a listener that does not come: some seconds of an ordinary tone.
  private static let capacity = 1 << 16
  /// The coupling capacitor lets nothing through below about this many hertz.
  private static let cutoff = 20.0

  /// Whether edges are recorded for ``render(from:to:sampleRate:into:)``.
  public var isRecording = false {
    didSet {
      guard isRecording != oldValue else { return }
      edges.removeAll()
      renderedLevel = level
    }
  }

  private let scheduler: Scheduler
  /// Ticks at which the cone moved, oldest first.
  private var edges: [Ticks] = []
  /// The level before the first edge.
  private var renderedLevel = false
  /// The high-pass filter's last input and output.
  private var filterInput = 0.0
  private var filterOutput = 0.0

  public init(scheduler: Scheduler) {
    self.scheduler = scheduler
  }

  public func reset() {
    setData(false)
  }

  /// What the cone is doing now.
  public var level: Bool { state.timerOutput && state.data }

  // MARK: Pins

  /// OUT 2 of the timer.
  public func setTimerOutput(_ isHigh: Bool) {
    let former = level
    state.timerOutput = isHigh
    record(from: former)
  }

  /// Port 61h bit 1.
  public func setData(_ isHigh: Bool) {
    let former = level
    state.data = isHigh
    record(from: former)
  }

  private func record(from former: Bool) {
    guard isRecording, level != former else { return }
    if edges.count == Self.capacity {
      // Forget the oldest half; it is an even number of edges, so the level stays right.
      edges.removeFirst(Self.capacity / 2)
    }
    edges.append(scheduler.now)
  }

  // MARK: Sound

  /// Renders the span `from..<to` into all of `samples`, evenly, and forgets its edges.
  ///
  /// Each sample is the mean level over its own share of the span, so that tones far above the sample
  /// rate fade out instead of folding down, and then passes a high-pass filter. Calls are expected to
  /// cover the timeline one after the other.
  /// - Parameters:
  ///   - sampleRate: of the result in hertz.
  ///   - samples: filled with values from -1 to 1.
  public func render(from: Ticks, to: Ticks, sampleRate: Int, into samples: inout [Float]) {
    guard !samples.isEmpty, to > from, sampleRate > 0 else { return }
    let step = Double(to - from) / Double(samples.count)
    let decay = 1 / (1 + 2 * Double.pi * Self.cutoff / Double(sampleRate))
    var next = 0
    // Edges before the span were not asked for; they still set the level.
    while next < edges.count, edges[next] < from {
      renderedLevel.toggle()
      next += 1
    }
    for index in samples.indices {
      let end = Double(index + 1) * step
      var position = Double(index) * step
      var high = 0.0
      while next < edges.count, Double(edges[next] - from) < end {
        let edge = max(position, Double(edges[next] - from))
        if renderedLevel { high += edge - position }
        renderedLevel.toggle()
        position = edge
        next += 1
      }
      if renderedLevel { high += end - position }
      let input = high / step
      filterOutput = decay * (filterOutput + input - filterInput)
      filterInput = input
      samples[index] = Float(max(-1, min(1, filterOutput)))
    }
    edges.removeFirst(next)
  }
}
