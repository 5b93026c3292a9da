import BusKit

/// Counts the guest's instructions in short stretches of its time, spread evenly, to tell how many there
/// are in all. The interpreter itself counts clocks, not instructions, so that a run without a sampler
/// pays nothing.
package struct InstructionSampler: Sendable {
  /// Of every `period` ticks of direct execution, `length` are counted: each instruction of them is a block
  /// of its own, which the guest cannot notice.
  package static let period: Ticks = 1 << 20
  package static let length: Ticks = 1 << 11

  /// Where the next stretch begins; `.max` when nobody samples.
  package private(set) var next: Ticks = .max
  package private(set) var sampleCount = 0
  private var instructions: UInt64 = 0
  private var ticks: UInt64 = 0

  package init() {}

  package var instructionsPerTick: Double? {
    ticks == 0 ? nil : Double(instructions) / Double(ticks)
  }

  package mutating func start(at now: Ticks) {
    next = now &+ Self.period / 2
  }

  mutating func note(instructions: UInt64, ticks: Ticks, now: Ticks) {
    self.instructions &+= instructions
    self.ticks &+= ticks
    sampleCount += 1
    next = now &+ Self.period
  }
}
