import BusKit
import Chips

/// Hears what a machine's speaker does, slice after slice, as samples of a fixed rate.
///
/// Listening is the host's affair: a machine that is heard runs exactly as one that is not.
struct SoundTap {
  private let sampleRate: Int
  private let samples: ClockConverter
  /// Samples up to here have been taken.
  private var taken: UInt64

  init(_ machine: Machine, sampleRate: Int) {
    self.sampleRate = sampleRate
    samples = machine.scheduler.converter(to: Frequency(UInt64(sampleRate)))
    taken = samples.periods(at: machine.now)
    machine.board.speaker.isRecording = true
  }

  /// The whole samples since the last call, from -1 to 1.
  mutating func take(_ machine: Machine) -> [Float] {
    let end = samples.periods(at: machine.now)
    // A slice is far shorter than a second; after a leap in time there is nothing to hear.
    let count = min(Int(truncatingIfNeeded: end &- taken), sampleRate)
    guard count > 0 else { return [] }
    var result = [Float](repeating: 0, count: count)
    machine.board.speaker.render(
      from: samples.ticks(afterPeriods: taken), to: samples.ticks(afterPeriods: end),
      sampleRate: sampleRate, into: &result)
    taken = end
    return result
  }
}
