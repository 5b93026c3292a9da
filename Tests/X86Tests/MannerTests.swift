import BusKit
import Testing
import X86
import X86Decode

/// Blocks, fusion, dead-flag removal and caches are invisible: the same program gives the same state
/// at the same clock, whether it runs in blocks, one instruction at a time, or out of an op cache that
/// is flushed all the time.
@Suite struct MannerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var model: ProcessorModel
    var is32Bit: Bool
    var seed: UInt64
    var testDescription: String { "\(model), \(is32Bit ? 32 : 16) bits, seed \(seed)" }
  }

  #if DEBUG
    private static let seeds: UInt64 = 1
  #else
    private static let seeds: UInt64 = 6
  #endif

  static let cases: [Case] =
    ProcessorModel.allCases.flatMap { model in
      (1...seeds).map { Case(model: model, is32Bit: false, seed: $0) }
    }
    + [.i80386, .i80486].flatMap { model in
      (1...2 * seeds).map { Case(model: model, is32Bit: true, seed: $0) }
    }

  @Test(arguments: cases)
  func noMannerMakesADifference(_ test: Case) {
    let outcomes = RandomProgram.Manner.allCases.map {
      RandomProgram(test.model, seed: test.seed, is32Bit: test.is32Bit, manner: $0)
        .run(pieces: 25, length: 500)
    }
    #expect(outcomes[0].exits == outcomes[1].exits)
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[0] == outcomes[2])
  }

  /// Noise for code, descriptors and page tables never harms the host.
  @Test(arguments: cases)
  func noiseNeverTrapsTheHost(_ test: Case) {
    for seed in 0..<4 as Range<UInt64> {
      let program = RandomProgram(
        test.model, seed: test.seed &* 4 &+ seed, is32Bit: test.is32Bit, isNoise: true)
      #expect(!program.run(pieces: 10, length: 500).exits.isEmpty)
    }
  }
}
