import X86Decode

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Evaluating an instruction on trial: what it changes in the processor can be taken back, and where it
// may write is known beforehand. Memory itself is the business of whoever tries.

/// Everything that one instruction can change in a processor, apart from memory and from what task
/// switches and loads of control registers change besides.
package struct ProcessorImage {
  private var bytes = [UInt8](repeating: 0, count: Field.tlb)
  private var shadowRIP: UInt64?
  private var shadowCoversTraps = false
  private var pendingDebug: UInt64 = 0
  private var stringToResume = UInt64.max
  private var nmiBlocked = false
  private var ripOfFlagLoad = UInt64.max

  package init() {}

  /// Copies the processor's present state.
  package mutating func take(_ cpu: CPU) {
    bytes.withUnsafeMutableBytes { image in
      guard let base = image.baseAddress else { return }
      memcpy(base, cpu.state.state, Field.tlb)
    }
    shadowRIP = cpu.shadowRIP
    shadowCoversTraps = cpu.shadowCoversTraps
    pendingDebug = cpu.pendingDebug
    stringToResume = cpu.stringToResume
    nmiBlocked = cpu.nmiBlocked
    ripOfFlagLoad = cpu.ripOfFlagLoad
  }

  /// Puts the copied state back, its moment of the timeline included.
  package func restore(_ cpu: CPU) {
    let level = bytes[Field.cpl]
    // These keep cached translations honest.
    if cpu.cpl != level { cpu.cpl = level }
    let flags = bytes.withUnsafeBytes {
      $0.load(fromByteOffset: Field.systemFlags, as: UInt32.self)
    }
    cpu.controlFlags = flags
    bytes.withUnsafeBytes { image in
      guard let base = image.baseAddress else { return }
      memcpy(cpu.state.state, base, Field.tlb)
    }
    cpu.shadowRIP = shadowRIP
    cpu.shadowCoversTraps = shadowCoversTraps
    cpu.pendingDebug = pendingDebug
    cpu.stringToResume = stringToResume
    cpu.nmiBlocked = nmiBlocked
    cpu.ripOfFlagLoad = ripOfFlagLoad
    cpu.contextIsStale = true
  }
}

extension CPU {
  /// Executes one instruction and delivers nothing: a fault or an interrupt comes back, and the
  /// instruction has not happened then.
  package func tryStep(_ step: PreparedStep) -> Interception? {
    let former = (intercepts, stopRequested)
    intercepts = true
    perform(step)
    intercepts = former.0
    let interception = takeInterception()
    stopRequested = stopRequested || former.1
    return interception
  }

  /// Linear addresses that the sensitive instruction may write to: its memory operand and the stack
  /// below rSP. More than it does write, never less.
  package func writableRanges(of instruction: Instruction) -> [(linear: UInt64, byteCount: Int)] {
    let stack = segment(SegmentSlot.ss)
    let mask: UInt64 = stack.isBig ? 0xFFFF_FFFF : 0xFFFF
    let pointer: UInt64 = register(.rsp)
    // A far call pushes two doublewords, and nothing that is tried pushes more.
    let below = (pointer &- 8) & mask
    var ranges = [(linear: (stack.base &+ below) & 0xFFFF_FFFF, byteCount: 8)]
    if below > pointer & mask {
      ranges = [
        ((stack.base &+ below) & 0xFFFF_FFFF, Int(mask &- below &+ 1)),
        (stack.base & 0xFFFF_FFFF, 8 - Int(mask &- below &+ 1)),
      ].filter { $0.1 > 0 }
    }
    return ranges + operandRange(instruction, byteCount: Self.storedBytes(instruction.operation))
  }

  /// What a sensitive instruction stores at its operand, at most.
  private static func storedBytes(_ operation: X86Decode.Operation) -> Int {
    switch operation {
    case .fnstenv: 28
    case .fnsave: 108
    case .fxsave: 512
    default: 6
    }
  }

  /// Linear addresses that an instruction may read: its memory operand and the top of the stack.
  package func readRanges(of instruction: Instruction) -> [(linear: UInt64, byteCount: Int)] {
    let stack = segment(SegmentSlot.ss)
    let pointer: UInt64 = register(.rsp) & (stack.isBig ? 0xFFFF_FFFF : 0xFFFF)
    return [((stack.base &+ pointer) & 0xFFFF_FFFF, 12)] + operandRange(instruction, byteCount: 8)
  }

  private func operandRange(
    _ instruction: Instruction, byteCount: Int
  ) -> [(linear: UInt64, byteCount: Int)] {
    guard instruction.operands.0.kind == .memory || instruction.operands.1.kind == .memory else {
      return []
    }
    var copy = instruction
    let offset = withUnsafePointer(to: &copy) { effectiveOffset($0) }
    let base = segment(SegmentSlot(instruction.segment)).base
    return [((base &+ offset) & 0xFFFF_FFFF, byteCount)]
  }
}
