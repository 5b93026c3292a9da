import BusKit
import X86Decode

/// Clocks that depend on where things lie: words at odd addresses of a 16-bit bus, and the 80286's
/// empty queue behind a transfer.
///
/// Only models up to the 80286 have such terms. Their word operands are lowered to handlers that look at
/// the address (``BusWord``), everything else asks here; later models run the
/// handlers without.
extension CPU {
  /// Whether words at odd addresses take two bus cycles.
  var has16BitBus: Bool { model <= .i80286 }

  // MARK: Words at odd addresses

  /// What the instruction about to be executed pays for words at odd addresses.
  func oddWordClocks(_ i: InstructionPointer, _ terms: OddWordClocks) -> Int64 {
    var clocks: Int64 = 0
    if terms.operand != 0, isOperandOdd(i) { clocks += Int64(terms.operand) }
    if terms.stack != 0, usesStack(i), isStackOdd(i.pointee.operation == .leave ? .rbp : .rsp) {
      clocks += Int64(terms.stack)
    }
    return clocks
  }

  private func usesStack(_ i: InstructionPointer) -> Bool {
    i.pointee.operation != .into || state.overflow
  }

  func isOperandOdd(_ i: InstructionPointer) -> Bool {
    switch i.pointee.operation {
    case .in: return isPortOdd(i.pointee.operands.1, i)
    case .out: return isPortOdd(i.pointee.operands.0, i)
    case .enter: return isStackOdd(.rbp)
    default:
      let base: UInt64 = state.base(SegmentSlot(i.pointee.segment))
      return (base &+ effectiveOffset(i)) & 1 != 0
    }
  }

  private func isPortOdd(_ port: Operand, _ i: InstructionPointer) -> Bool {
    (port.kind == .immediate ? i.pointee.immediate : register(.rdx)) & 1 != 0
  }

  func isStackOdd(_ pointer: GeneralRegister) -> Bool {
    (state.base(.ss) &+ register(pointer, as: UInt64.self)) & 1 != 0
  }

  // MARK: The empty queue

  /// Charges what the transfer just made costs at its target. Every transfer of cold code notes that
  /// it has emptied the queue; those with handlers carry the term in their ops.
  func chargeRefill() {
    guard queueIsEmpty else { return }
    queueIsEmpty = false
    if model == .i80286 { charge(refillClocks(at: rip)) }
  }

  /// The clocks that a transfer to `target` pays there, on the 80286. Nothing is touched: the
  /// instruction is not fetched yet. None where the fetch will fault, or where no memory answers.
  func refillClocks(at target: UInt64) -> Int64 {
    let limit = UInt64(segment(.cs).limit)
    guard target <= limit else { return 0 }
    let start = state.base(.cs) &+ target
    let longest = min(decoder.lengthLimit, Int(limit - target) + 1)
    var bytes: [UInt8] = []
    for offset in 0..<longest {
      let physical = (start &+ UInt64(offset)) & addressMask
      guard case .memory(let page, _, _) = memory.page(physical >> 12) else { break }
      if bytes.isEmpty, Int(physical & 4095) + longest <= 4096 {
        return refillClocks(
          UnsafeRawBufferPointer(start: page + Int(physical & 4095), count: longest), start)
      }
      bytes.append(page.load(fromByteOffset: Int(physical & 4095), as: UInt8.self))
    }
    return bytes.withUnsafeBytes { refillClocks($0, start) }
  }

  private func refillClocks(_ bytes: UnsafeRawBufferPointer, _ address: UInt64) -> Int64 {
    let instruction = decoder.decode(bytes, codeSize: 2, isRealOrV86: cr0 & CR0.pe == 0)
    guard instruction.length > 0 else { return 0 }
    return Int64(decoder.refillClocks(of: instruction, isOdd: address & 1 != 0))
  }

  // MARK: Exceptions

  /// What the 80286 does before it enters the exception's microcode, in place of the instruction's
  /// own clocks. (Silicon recordings; other models leave it out of their tables.)
  /// - Parameter spent: the instruction's clocks, had it come to its end.
  func detectionClocks(_ fault: Fault, _ operation: X86Decode.Operation, spent: Int64) -> Int64 {
    // The 8086's divisions take off themselves what they have left out.
    if model == .i8086 { return spent }
    guard model == .i80286 else { return 0 }
    switch fault.vector {
    // A quotient that does not fit could be seen at once, but the divider goes through its steps.
    case 0: return operation == .idiv ? spent + 1 : spent - 1
    case 5: return spent
    case 6, 7: return 2
    // The operand of an escape is looked at last.
    case 12, 13: return operation == .escape ? 26 : 15
    default: return 0
    }
  }
}

extension CPU {
  /// What BOUND on the 80286 saves when it traps at the lower bound.
  static var lowerBoundSaving: Int64 { 3 }
}

/// The odd-word terms of one instruction (see ``Timing/oddOperand``), as its op carries them.
struct OddWordClocks {
  var operand: UInt8 = 0
  var stack: UInt8 = 0

  init() {}

  init(_ timing: Timing) {
    operand = UInt8(clamping: timing.oddOperand)
    stack = UInt8(clamping: timing.oddStack)
  }
}

// MARK: Handlers with a 16-bit bus

/// A word that a handler has reached: charges for an odd address. Host memory is aligned as the guest's
/// is, so the pointer tells.
@inline(__always) private func chargeOdd(
  _ c: Processor, _ at: UnsafeMutableRawPointer, _ clocks: UInt8
) {
  guard UInt(bitPattern: at) & 1 != 0 else { return }
  c.setField(Field.budget, c.field(Field.budget, as: Int64.self) &- Int64(clocks))
}

/// A word in memory or on the stack, reached through `M` on the fast path and paid for if it is odd.
enum BusWord<M: OperandForm>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    guard let at = M.locate(c, op, W.self, access) else { return nil }
    chargeOdd(c, at, op.oddWordClocks)
    return at
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { M.miss(c, op) }
}

/// The same for a slow twin, which may have been given a bounce buffer: by the linear address.
@inline(__always) func chargeOddSlowly(
  _ c: Processor, _ op: OpPointer, _ segment: Int, _ offset: UInt64
) {
  guard op.header.flags & BlockHeader.has16BitBus != 0 else { return }
  let base: UInt64 = c.field(Field.segments + segment + SegmentField.base)
  guard (base &+ offset) & 1 != 0 else { return }
  c.setField(Field.budget, c.field(Field.budget, as: Int64.self) &- Int64(op.oddWordClocks))
}
