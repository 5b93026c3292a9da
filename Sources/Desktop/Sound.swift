import CSDL2
import Foundation

/// The machine's sound on the host's loudspeakers.
///
/// The guest's seconds and the sound card's are not of quite the same length, so a cushion of samples
/// lies between them, and what comes in is stretched or squeezed by a little to keep its size. A host
/// without sound is a host without sound.
final class Sound {
  /// Samples per second that the session is to render.
  static let sampleRate = 48_000

  private let device: SDL_AudioDeviceID
  private var isPlaying = false
  /// The last sample that came in, from which the next is interpolated.
  private var last: Float = 0
  /// Where the next output sample lies between ``last`` (0) and the first new sample (1).
  private var phase = 1.0
  /// The cushion's size in samples, smoothed: the card takes samples in gulps.
  private var fill = Double(cushion)

  private static let cushion = sampleRate * 60 / 1000
  private static let limit = sampleRate * 180 / 1000
  /// The most that is stretched or squeezed: two thirds of a semitone, for hosts that stutter.
  private static let stretch = 0.04

  /// Nil when there is no sound device.
  init?() {
    guard Self.hasDevice, SDL_InitSubSystem(SDL_INIT_AUDIO) == 0 else { return nil }
    var wanted = SDL_AudioSpec()
    wanted.freq = Int32(Self.sampleRate)
    wanted.format = SDL_AudioFormat(AUDIO_F32SYS)
    wanted.channels = 1
    wanted.samples = 512
    // No change allowed: SDL converts to whatever the device wants.
    device = SDL_OpenAudioDevice(nil, 0, &wanted, nil, 0)
    guard device != 0 else {
      SDL_QuitSubSystem(SDL_INIT_AUDIO)
      return nil
    }
  }

  /// Whether asking SDL makes sense: where there is neither a sound card nor a sound server, the
  /// libraries below it complain on stderr at length.
  private static var hasDevice: Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["SDL_AUDIODRIVER"] != nil || environment["PULSE_SERVER"] != nil { return true }
    let runtime = environment["XDG_RUNTIME_DIR"] ?? "/nonexistent"
    return ["/proc/asound/card0", "/dev/dsp", "\(runtime)/pulse/native", "\(runtime)/pipewire-0"]
      .contains { FileManager.default.fileExists(atPath: $0) }
  }

  deinit {
    SDL_CloseAudioDevice(device)
    SDL_QuitSubSystem(SDL_INIT_AUDIO)
  }

  /// Queues what the machine has sounded since the last call.
  func play(_ samples: [Float]) {
    guard !samples.isEmpty else { return }
    var queued = Int(SDL_GetQueuedAudioSize(device)) / MemoryLayout<Float>.size
    if queued > Self.limit {
      // The host was away for a while; start anew rather than lag behind the picture.
      SDL_ClearQueuedAudio(device)
      queued = 0
    }
    if queued == 0 {
      queue([Float](repeating: last, count: Self.cushion))
      queued = Self.cushion
      fill = Double(queued)
    }
    fill += (Double(queued) - fill) / 16
    let shortage = 1 - fill / Double(Self.cushion)
    queue(resampled(samples, ratio: 1 + max(-1, min(1, shortage)) * Self.stretch))
    if !isPlaying {
      isPlaying = true
      SDL_PauseAudioDevice(device, 0)
    }
  }

  /// `samples` as `ratio` times as many, on straight lines between them.
  private func resampled(_ samples: [Float], ratio: Double) -> [Float] {
    let step = 1 / ratio
    var result: [Float] = []
    result.reserveCapacity(Int(Double(samples.count) * ratio) + 2)
    for sample in samples {
      while phase < 1 {
        result.append(last + (sample - last) * Float(phase))
        phase += step
      }
      phase -= 1
      last = sample
    }
    return result
  }

  private func queue(_ samples: [Float]) {
    samples.withUnsafeBytes { _ = SDL_QueueAudio(device, $0.baseAddress, UInt32($0.count)) }
  }
}
