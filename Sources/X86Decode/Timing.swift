/// What an instruction costs before the machine's state is known, in processor clocks.
public struct Timing: Hashable, Sendable {
  /// Clocks of this form: opcode, operand form, effective address, prefixes; for a conditional
  /// transfer those of the path not taken.
  public var base: UInt16
  /// On top when a conditional transfer is taken.
  public var taken: UInt16
  /// For each repetition (REP), bit of a shift count in CL (up to the 80286; RCL and RCR also on the
  /// 80486), bit passed over by BSF and BSR, and in a multiplication each 1 bit of the multiplier
  /// (8086) or each of its significant bits, three at least (80386, 80486). What an immediate
  /// repeats (shift counts, ENTER's levels) is in ``base``.
  public var perIteration: UInt16
  /// On top in protected mode (not virtual-8086 mode), without gates and task switches.
  public var protectedExtra: UInt16
  /// On top when the memory operand's words (or a word port, or the frame pointers that ENTER copies)
  /// lie at an odd address of the 16-bit bus.
  /// A repeated string instruction pays it for each element (see the string instructions).
  public var oddOperand: UInt16
  /// On top when the stack's words do.
  public var oddStack: UInt16

  public init(
    base: UInt16 = 0, taken: UInt16 = 0, perIteration: UInt16 = 0, protectedExtra: UInt16 = 0,
    oddOperand: UInt16 = 0, oddStack: UInt16 = 0
  ) {
    self.base = base
    self.taken = taken
    self.perIteration = perIteration
    self.protectedExtra = protectedExtra
    self.oddOperand = oddOperand
    self.oddStack = oddStack
  }
}

extension Decoder {
  /// The documented clocks of a decoded instruction.
  ///
  /// Wait states are not included, nor is what an empty prefetch queue costs: of a transfer's clocks
  /// on the 80286 the manual's "m" is left to ``refillClocks(of:isOdd:)`` of the target.
  public func timing(of instruction: Instruction) -> Timing {
    let number = Int(instruction.row)
    let clocks = rowClocks[number < rowClocks.count ? number : 0]
    let usesModRM = clocks.hasModRM && instruction.modRM < 0xC0
    let isRepeated =
      clocks.traits.contains(.repeatable)
      && !instruction.prefixes.isDisjoint(with: [.rep, .repne])

    var timing = Timing(
      base: isRepeated ? clocks.repeated : usesModRM ? clocks.memory : clocks.register,
      taken: clocks.taken, protectedExtra: clocks.protected,
      oddOperand: movesWords(instruction) ? clocks.oddOperand : 0, oddStack: clocks.oddStack)
    if isRepeated || !clocks.traits.contains(.repeatable) { timing.perIteration = clocks.each }
    switch instruction.operation {
    case .enter: timing = enterTiming(instruction, clocks)
    case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar:
      guard instruction.operands.1.kind != .register else { break }
      let isOne = instruction.operands.1.kind == .constant
      let count = isOne ? 0 : UInt16(instruction.immediate & 31)
      timing.base &+= timing.perIteration &* count
      timing.perIteration = 0
      if model == .i80286, usesModRM, !isOne, count == 0 {
        timing.base &-= Self.unshiftedSaving
        timing.oddOperand = timing.oddOperand == 0 ? 0 : timing.oddOperand &- 1
      }
    case .callIndirect where usesModRM && model == .i80286:
      // Through memory it waits for the return address to be written before it goes.
      timing.oddStack = 1
    case .pop where usesModRM && model == .i80286:
      // Forming the address is over before the stack has answered.
      timing.base &-= effectiveAddressClocks(instruction)
    default: break
    }
    if instruction.operandSize >= 4 { timing.base &+= clocks.doubleword }
    if usesModRM { timing.base &+= effectiveAddressClocks(instruction) }
    timing.base &+= prefixClocks(instruction, isRepeated: isRepeated)
    if clocks.traits.contains(.transfers), model == .i80386 {
      if timing.taken > 0 {
        timing.taken &+= Self.targetFetchClocks
      } else {
        timing.base &+= Self.targetFetchClocks
      }
    }
    return timing
  }

  /// ENTER's row holds the clocks of level 0, level 1, and level 2 less one repetition.
  private func enterTiming(_ instruction: Instruction, _ clocks: RowClocks) -> Timing {
    let level = instruction.secondImmediate & 31
    var timing =
      switch level {
      case 0: Timing(base: clocks.register)
      case 1: Timing(base: clocks.memory)
      default: Timing(base: clocks.repeated &+ clocks.each &* (level &- 1))
      }
    // The frame pointers copied lie where BP points, their copies and two more words below SP. The
    // 80286 has other things to do while it writes the first and the last.
    let copies = level > 1 ? level &- 1 : 0
    switch model {
    case .i8086, .i80186:
      timing.oddOperand = 4 &* copies
      timing.oddStack = 4 &* (copies &+ (level == 0 ? 1 : 2))
    case .i80286:
      timing.oddOperand = 2 &* copies
      timing.oddStack = 2 &* copies
    default: break
    }
    return timing
  }

  /// Whether the memory operand, or a port, is accessed by words.
  private func movesWords(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .in: instruction.operands.0.width > 1
    case .out: instruction.operands.1.width > 1
    default:
      if instruction.operands.0.kind == .memory {
        instruction.operands.0.width != 1
      } else if instruction.operands.1.kind == .memory {
        instruction.operands.1.width != 1
      } else {
        false
      }
    }
  }

  /// The "m" of the 80386 (components of the target's first instruction), taken as for the commonest
  /// instructions: opcode and ModRM.
  private static var targetFetchClocks: UInt16 { 2 }

  /// What the 80286 saves on a shift of memory by no bits (recordings).
  public static var unshiftedSaving: UInt16 { 2 }

  /// What forming a memory operand's address costs.
  private func effectiveAddressClocks(_ instruction: Instruction) -> UInt16 {
    let hasBase = instruction.base != Instruction.noRegister
    let hasIndex = instruction.index != Instruction.noRegister
    // mod, not the displacement's value, says whether there is one.
    let hasDisplacement = instruction.modRM >= 0x40 || !hasBase
    switch model {
    case .i8086:
      // 8086 User's Manual, table 2-20: the adder is microcode.
      let displacement: UInt16 = hasDisplacement ? 4 : 0
      guard hasBase else { return 6 }
      guard hasIndex else { return 5 &+ displacement }
      // BX+SI and BP+DI are a clock faster than BX+DI and BP+SI.
      let isFast = (instruction.base == 3) == (instruction.index == 6)
      return (isFast ? 7 : 8) &+ displacement
    case .i80186: return 0
    case .i80286: return hasBase && hasIndex && hasDisplacement ? 1 : 0
    case .i80386: return hasBase && hasIndex ? 1 : 0
    case .i80486: return hasIndex ? 1 : 0
    default: return 0
    }
  }

  /// Two clocks each on the 8086 and 80186, one on the 80486; the manuals from the 80186 on count a
  /// repeat prefix into the string instruction.
  private func prefixClocks(_ instruction: Instruction, isRepeated: Bool) -> UInt16 {
    guard instruction.prefixCount > 0, model != .i80286, model != .i80386 else { return 0 }
    let isCounted = isRepeated && model != .i8086
    let count = UInt16(instruction.prefixCount) &- (isCounted ? 1 : 0)
    return model >= .i80486 ? count : count &* 2
  }
}

/// One model's column of a row's ``Clocks``.
struct RowClocks {
  let register, memory, taken, repeated, each, protected, doubleword: UInt16
  let oddOperand, oddStack: UInt16
  let traits: Traits
  let hasModRM: Bool
  /// Immediate bytes that are extended to a word.
  let extendedBytes: UInt16

  init(_ row: Row, _ model: ProcessorModel) {
    register = row.clocks.register[model]
    memory = row.clocks.memory[model]
    taken = row.clocks.taken[model]
    repeated = row.clocks.repeated[model]
    each = row.clocks.each[model]
    protected = row.clocks.protected[model]
    doubleword = row.clocks.doubleword[model]
    oddOperand = row.clocks.oddOperand[model]
    oddStack = row.clocks.oddStack[model]
    traits = row.traits
    hasModRM = row.hasModRM
    extendedBytes =
      [row.forms.0, row.forms.1, row.forms.2].contains { $0 == .Ibs || $0 == .Jb } ? 1 : 0
  }
}
