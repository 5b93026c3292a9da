import BusKit
import X86

/// Counts the guest's instructions in short stretches of its time, spread evenly, to tell how many there
/// are in all. The interpreter itself counts clocks, not instructions, so that a run without a sampler
/// pays nothing.
package struct InstructionSampler: Sendable {
  /// Of every `period` ticks of direct execution, some are counted: each instruction of them is a block of
  /// its own, which the guest cannot notice.
  package static let period: Ticks = 1 << 20
  /// Half a thousandth of the time costs a few hundredths of the speed.
  package static let usualLength: Ticks = 1 << 9
  package static let denseLength: Ticks = 1 << 12

  /// Where the next stretch begins; `.max` when nobody samples.
  package private(set) var next: Ticks = .max
  package private(set) var sampleCount = 0
  package private(set) var length: Ticks = usualLength
  private var instructions: UInt64 = 0
  private var ticks: UInt64 = 0

  package init() {}

  package var instructionsPerTick: Double? {
    ticks == 0 ? nil : Double(instructions) / Double(ticks)
  }

  package mutating func start(at now: Ticks, length: Ticks = usualLength) {
    self.length = length
    next = now &+ Self.period / 2
  }

  mutating func note(instructions: UInt64, ticks: Ticks, now: Ticks) {
    self.instructions &+= instructions
    self.ticks &+= ticks
    sampleCount += 1
    next = now &+ Self.period
  }
}

extension CPU {
  /// A short stretch in which every instruction is a block of its own, and counted for the sampler.
  func countInstructions(to target: Ticks, _ sampler: inout InstructionSampler) {
    let began = currentTick
    let end = min(target, began &+ sampler.length)
    var count: UInt64 = 0
    alwaysSteps = true
    repeat {
      let former = rip
      runNatively(from: currentTick, to: target)
      // A repeated string stays where it is until it is done.
      if rip != former { count += 1 }
    } while currentTick < end && !needsAttention && !isBeingDebugged
    alwaysSteps = false
    sampler.note(instructions: count, ticks: currentTick &- began, now: currentTick)
  }
}

/// Samples a machine that has no monitor. It stands in the executor's place and runs what it is given,
/// natively.
final class NativeSampler: SliceExecutor {
  private let cpu: CPU
  private let journal: Journal

  init(_ cpu: CPU, _ journal: Journal) {
    self.cpu = cpu
    self.journal = journal
  }

  func runSlice(from now: Ticks, to target: Ticks) {
    let pause = journal.sampler.next
    guard now >= pause else { return cpu.runNatively(from: now, to: min(target, pause)) }
    cpu.setPresent(now, sliceEnd: target)
    cpu.countInstructions(to: target, &journal.sampler)
  }
}
