import BusKit
import Chips
import Testing

@Suite struct PCSpeakerTests {
  private let scheduler = Scheduler(frequency: Frequency(1_000_000))
  private let speaker: PCSpeaker

  init() {
    speaker = PCSpeaker(scheduler: scheduler)
  }

  /// Plays a square wave of `period` microseconds for a tenth of a second and renders it.
  private func tone(period: UInt64) -> [Float] {
    speaker.isRecording = true
    speaker.setData(true)
    while scheduler.now < 100_000 {
      speaker.setTimerOutput(!speaker.state.timerOutput)
      scheduler.now += period / 2
    }
    var samples = [Float](repeating: 0, count: 4800)
    speaker.render(from: 0, to: 100_000, sampleRate: 48_000, into: &samples)
    return samples
  }

  @Test func needsBothInputs() {
    #expect(!speaker.level)
    speaker.setTimerOutput(true)
    #expect(!speaker.level)
    speaker.setData(true)
    #expect(speaker.level)
    speaker.reset()
    #expect(!speaker.level)
  }

  @Test func rendersATone() {
    let samples = tone(period: 1000)
    let crossings = zip(samples, samples.dropFirst()).filter { $0 < 0 && $1 >= 0 }.count
    #expect((95...101).contains(crossings), "a kilohertz for a tenth of a second")
    #expect(samples.suffix(1000).max() ?? 0 > 0.4)
    #expect(samples.suffix(1000).min() ?? 0 < -0.4)
    #expect(samples.allSatisfy { abs($0) <= 1 })
  }

  @Test func toneAboveTheSampleRateFades() {
    let samples = tone(period: 4)
    #expect(samples.suffix(1000).allSatisfy { abs($0) < 0.1 })
  }

  @Test func silenceIsSilent() {
    speaker.isRecording = true
    speaker.setData(true)
    speaker.setTimerOutput(true)
    var samples = [Float](repeating: 1, count: 48_000)
    speaker.render(from: 0, to: 1_000_000, sampleRate: 48_000, into: &samples)
    #expect(samples.suffix(1000).allSatisfy { abs($0) < 0.001 }, "a resting cone makes no sound")
  }

  @Test func edgesBelongToTheirSpan() {
    speaker.isRecording = true
    speaker.setData(true)
    scheduler.now = 500
    speaker.setTimerOutput(true)
    var first = [Float](repeating: 0, count: 10)
    var second = first
    speaker.render(from: 0, to: 1000, sampleRate: 10_000, into: &first)
    #expect(first[4] == 0)
    #expect(first[5] > 0.9)
    speaker.render(from: 1000, to: 2000, sampleRate: 10_000, into: &second)
    #expect(second[0] > 0.8)
  }
}
