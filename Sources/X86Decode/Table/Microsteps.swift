/// The 8086's instructions in steps of its bus: the companion of the opcode table's clock columns.
///
/// The steps are those of the microcode. Their clocks are fitted to nothing but the pins: in a
/// recording of an 80C86 with a full queue each can be read off a trace by itself, and
/// ``BusInterface8086`` makes of them the clocks of every form, address and alignment.
extension Decoder {
  /// - Returns: nil for what has no recording: HLT, WAIT, and forms that address no memory though they must.
  func microcode8086(of i: Instruction) -> Microcode8086? {
    let form = Form8086(i, hasModRM: hasModRM(i))
    switch i.operation {
    case .add, .or, .adc, .sbb, .and, .sub, .xor, .cmp, .test: return arithmetic(form)
    case .mov: return move(form)
    case .push, .pushSegment, .pushf, .pop, .popSegment, .popf: return pushOrPop(form)
    case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar, .setmo: return shift(form)
    case .mul, .imulAccumulator, .div, .idiv: return multiplyOrDivide(form)
    case .movs, .cmps, .scas, .lods, .stos: return string(form)
    case .jmpRelative, .jmpFar, .jmpIndirect, .jmpFarIndirect, .jcc, .loop, .loope, .loopne, .jcxz:
      return jump(form)
    case .callRelative, .callFar, .callIndirect, .callFarIndirect, .ret, .retFar, .iret:
      return call(form)
    case .int, .int3, .into: return interrupt(form)
    default: return remaining(form)
    }
  }

  private func hasModRM(_ i: Instruction) -> Bool {
    let number = Int(i.row)
    return rowClocks[number < rowClocks.count ? number : 0].hasModRM
  }

  // MARK: Arithmetic

  private func arithmetic(_ form: Form8086) -> Microcode8086 {
    let isTest = form.operation == .test
    let writesBack = !isTest && form.operation != .cmp
    let bytes = form.immediateBytes
    guard form.isMemory else {
      guard form.hasModRM else {
        return Microcode8086(Microstep8086.take(2, bytes: bytes) + [.end(3 - bytes)])
      }
      guard bytes > 0 else { return Microcode8086([.take(1), .end(2)]) }
      let immediate = Microstep8086.take(isTest ? 2 : 1, bytes: bytes)
      return Microcode8086([.take(1)] + immediate + [.end(3 - bytes)])
    }
    guard bytes > 0 else {
      return Microcode8086(
        form.loaded
          + (writesBack && form.storesFirst ? [form.access(8), .end(0)] : [.end(4)]))
    }
    return Microcode8086(
      form.loaded + Microstep8086.take(3, bytes: bytes)
        + (writesBack ? [form.access(7 - bytes), .end(0)] : [.end(4 - bytes)]))
  }

  private func move(_ form: Form8086) -> Microcode8086 {
    let bytes = form.immediateBytes
    guard form.hasModRM else {
      guard form.isMemory else {
        return Microcode8086(Microstep8086.take(2, bytes: bytes) + [.end(3 - bytes)])
      }
      // The accumulator and an offset in the instruction.
      return Microcode8086(
        [.take(2), .take(1)]
          + (form.storesFirst ? [form.access(4), .end(0)] : [form.access(3), .end(1)]))
    }
    guard form.isMemory else {
      guard bytes > 0 else { return Microcode8086([.take(1), .end(1)]) }
      return Microcode8086([.take(1)] + Microstep8086.take(1, bytes: bytes) + [.end(3 - bytes)])
    }
    if bytes > 0 {
      return Microcode8086(
        form.addressed + Microstep8086.take(form.distance, bytes: bytes)
          + [form.access(6 - bytes), .end(0)])
    }
    return Microcode8086(
      form.storesFirst
        ? form.addressed + [form.access(form.distance + 4), .end(0)] : form.loaded + [.end(3)])
  }

  // MARK: Stack

  private func pushOrPop(_ form: Form8086) -> Microcode8086 {
    let isPush =
      switch form.operation {
      case .push, .pushSegment, .pushf: true
      default: false
      }
    if form.isMemory {
      return Microcode8086(
        isPush
          ? form.loaded + [.stack(8), .end(0)]
          : form.addressed + [.stack(form.distance + 3), .word(6), .end(0)])
    }
    if form.hasModRM {
      return Microcode8086(
        isPush ? [.take(1), .stack(7), .end(0)] : [.take(1), .stack(4), .end(2)])
    }
    return Microcode8086(isPush ? [.stack(7), .end(0)] : [.stack(4), .end(1)])
  }

  // MARK: Loops in the microcode

  /// Four clocks a bit if CL counts them.
  private func shift(_ form: Form8086) -> Microcode8086 {
    let countsCL = form.operands.1.kind == .register
    let perIteration = countsCL ? 4 : 0
    guard form.isMemory else {
      return Microcode8086([.take(1), .end(countsCL ? 7 : 1)], perIteration: perIteration)
    }
    return Microcode8086(
      form.loaded + [form.access(countsCL ? 12 : 7), .end(0)], perIteration: perIteration)
  }

  /// The clocks of a multiplier without 1 bits, and of a quotient all of whose comparisons fail less two.
  /// What the operands' bits and signs add is charged as they are met (``Timing/perIteration``).
  private func multiplyOrDivide(_ form: Form8086) -> Microcode8086 {
    // A word has eight rounds more than a byte, of six clocks in CORX and eight in CORD.
    let (inByte, rounds) =
      switch form.operation {
      case .mul: (69, 48)
      case .imulAccumulator: (79, 48)
      case .div: (81, 64)
      default: (102, 64)
      }
    let clocks = inByte + (form.isWord ? rounds : 0)
    let multiplies = form.operation == .mul || form.operation == .imulAccumulator
    return Microcode8086(
      form.isMemory ? form.loaded + [.end(clocks + 1)] : [.take(1), .end(clocks)],
      perIteration: multiplies ? 1 : 0)
  }

  // MARK: Strings

  /// A repetition counts from one element's first bus cycle to the next's; with none the instruction
  /// ends two clocks sooner than the base says, and a comparison that ends it one (see the
  /// strings' execution).
  private func string(_ form: Form8086) -> Microcode8086 {
    guard form.isRepeated else {
      switch form.operation {
      case .movs: return Microcode8086([.byte(5), .byte(4), .end(3)])
      case .cmps: return Microcode8086([.byte(6), .byte(5), .end(5)])
      case .scas: return Microcode8086([.byte(7), .end(5)])
      case .lods: return Microcode8086([.byte(5), .end(4)])
      default: return Microcode8086([.byte(5), .end(3)])
      }
    }
    let perIteration =
      switch form.operation {
      case .movs: 17
      case .cmps: 22
      case .scas: 15
      case .lods: 13
      default: 10
      }
    return Microcode8086([.end(9)], perIteration: perIteration)
  }

  // MARK: Transfers

  private func jump(_ form: Form8086) -> Microcode8086? {
    switch form.operation {
    case .jcc:
      return Microcode8086(
        [.take(2), .end(2)], taken: [.take(2), .suspend(3), .flush(5, settling: 5), .end(0)])
    case .loop:
      return Microcode8086(
        [.take(4), .end(1)], taken: [.take(4), .suspend(2), .flush(6, settling: 5), .end(0)])
    case .loope, .loopne, .jcxz:
      return Microcode8086(
        [.take(4), .end(2)], taken: [.take(4), .suspend(3), .flush(7, settling: 5), .end(0)])
    case .jmpRelative:
      // The short form has to extend its displacement.
      return Microcode8086(
        form.immediateBytes == 1
          ? [.take(2), .suspend(2), .flush(6, settling: 5), .end(0)]
          : [.take(2), .take(1), .suspend(1), .flush(5, settling: 5), .end(0)])
    case .jmpFar:
      return Microcode8086(
        Microstep8086.take(2, bytes: 4) + [.suspend(1), .flush(3, settling: 3), .end(0)])
    case .jmpIndirect:
      return Microcode8086(
        (form.isMemory ? form.loaded : [.take(1)])
          + [.suspend(2), .flush(form.isMemory ? 4 : 3, settling: 2), .end(0)])
    default:
      guard form.isMemory else { return nil }
      return Microcode8086(
        form.loaded + [.suspend(2), .word(7, settling: 4), .flush(1, settling: 1), .end(0)])
    }
  }

  private func call(_ form: Form8086) -> Microcode8086? {
    let bytes = form.immediateBytes
    switch form.operation {
    case .callRelative:
      return Microcode8086(
        [.take(2), .take(1), .suspend(1), .flush(5, settling: 5), .stack(6), .end(0)])
    case .callFar:
      return Microcode8086(
        Microstep8086.take(2, bytes: 4)
          + [.suspend(2), .stack(6, settling: 6), .flush(4, settling: 5), .stack(6), .end(0)])
    case .callIndirect:
      return Microcode8086(
        (form.isMemory ? form.loaded : [.take(1)])
          + [.suspend(2), .flush(form.isMemory ? 7 : 6, settling: 5), .stack(6), .end(0)])
    case .callFarIndirect:
      guard form.isMemory else { return nil }
      return Microcode8086(
        form.loaded
          + [
            .suspend(2), .word(6, settling: 3), .stack(7), .flush(4, settling: 3), .stack(6),
            .end(0),
          ])
    case .ret:
      return Microcode8086(
        Microstep8086.take(2, bytes: bytes)
          + [.stack(4), .suspend(0), .flush(bytes > 0 ? 3 : 2, settling: 2), .end(0)])
    case .retFar:
      return Microcode8086(
        Microstep8086.take(2, bytes: bytes)
          + [
            .stack(bytes > 0 ? 5 : 6), .suspend(0), .stack(6), .flush(1, settling: 1), .end(0),
          ])
    default:  // IRET
      return Microcode8086(
        [.stack(6), .suspend(0), .stack(6), .flush(1, settling: 1), .stack(3), .end(0)])
    }
  }

  private func interrupt(_ form: Form8086) -> Microcode8086 {
    /// From the interrupt table's first word on: the second, FLAGS and CS, and IP behind the flush.
    let entry: [Microstep8086] = [
      .table(4), .stack(5), .stack(7), .flush(4, settling: 5), .stack(6), .end(0),
    ]
    switch form.operation {
    case .int:
      return Microcode8086([.take(2), .suspend(4), .table(9, settling: 6)] + entry)
    case .int3: return Microcode8086([.suspend(4), .table(11, settling: 6)] + entry)
    default:
      return Microcode8086([.end(4)], taken: [.suspend(4), .table(12, settling: 6)] + entry)
    }
  }

  // MARK: The remaining ones

  private func remaining(_ form: Form8086) -> Microcode8086? {
    switch form.operation {
    case .inc, .dec, .not, .neg:
      guard form.hasModRM else { return Microcode8086([.end(2)]) }
      return Microcode8086(
        form.isMemory ? form.loaded + [form.access(7), .end(0)] : [.take(1), .end(2)])
    case .xchg:
      guard form.hasModRM else { return Microcode8086([.end(3)]) }
      return Microcode8086(
        form.isMemory ? form.loaded + [form.access(9), .end(0)] : [.take(1), .end(3)])
    case .movToSegment:
      return Microcode8086(form.isMemory ? form.loaded + [.end(3)] : [.take(1), .end(1)])
    case .movFromSegment:
      return Microcode8086(
        form.isMemory
          ? form.addressed + [.word(form.distance + 3), .end(0)] : [.take(1), .end(1)])
    case .lea:
      return Microcode8086(
        form.isMemory ? form.addressed + [.end(form.distance)] : [.take(1), .end(1)])
    case .loadFarPointer:
      return form.isMemory ? Microcode8086(form.loaded + [.word(7), .end(1)]) : nil
    case .escape:
      return Microcode8086(form.isMemory ? form.loaded + [.end(3)] : [.take(1), .end(1)])
    case .in:
      return Microcode8086(form.portAddress + [form.port(4), .end(1)])
    case .out:
      return Microcode8086(form.portAddress + [form.port(5), .end(0)])
    case .xlat: return Microcode8086([.byte(7), .end(1)])
    case .nop: return Microcode8086([.end(3)])
    case .cbw, .lahf, .clc, .stc, .cmc, .cld, .std, .cli, .sti: return Microcode8086([.end(2)])
    case .daa, .das, .sahf: return Microcode8086([.end(4)])
    // A clock more for a negative accumulator, for a carry, for nothing to adjust.
    case .cwd: return Microcode8086([.end(5)])
    case .salc: return Microcode8086([.end(3)])
    case .aaa, .aas: return Microcode8086([.end(8)])
    // The quotient's bits come on top.
    case .aam: return Microcode8086([.take(2), .end(77)])
    // A multiplication by the immediate: a clock for each 1 bit.
    case .aad: return Microcode8086([.take(2), .end(57 + form.immediate.nonzeroBitCount)])
    default: return nil
    }
  }
}

/// What the microcode's way through an instruction depends on.
private struct Form8086 {
  let operation: Operation
  let operands: (Operand, Operand, Operand)
  let hasModRM: Bool
  /// Whether there is a memory operand.
  let isMemory: Bool
  let isWord: Bool
  let isRepeated: Bool
  /// Bytes of the instruction behind ModRM and displacement.
  let immediateBytes: Int
  let immediate: UInt64
  /// The microcode of the effective address, ModRM included.
  let addressed: [Microstep8086]
  /// Clocks from there to the T1 that a read of the operand can have.
  let distance: Int

  init(_ i: Instruction, hasModRM: Bool) {
    operation = i.operation
    operands = i.operands
    self.hasModRM = hasModRM
    immediate = i.immediate
    isRepeated = !i.prefixes.isDisjoint(with: [.rep, .repne])
    let mode = i.modRM >> 6
    isMemory = hasModRM ? mode != 3 : [i.operands.0, i.operands.1].contains { $0.kind == .memory }
    let memory = i.operands.0.kind == .memory ? i.operands.0 : i.operands.1
    isWord = isMemory ? memory.width != 1 : i.operands.0.width > 1
    var displacementBytes = 0
    var steps: [Microstep8086] = [.take(1)]
    var distance = 0
    if hasModRM, mode != 3 {
      // The address unit adds one register in 6 clocks, two in 8 or 9 (BX+SI and BP+DI are the
      // faster); a displacement is taken two clocks before that and added in 4 more.
      let rm = i.modRM & 7
      let sum = rm >= 4 ? 6 : rm == 0 || rm == 3 ? 8 : 9
      switch (mode, rm) {
      case (0, 6):
        displacementBytes = 2
        steps += [.take(2), .take(1)]
        distance = 4
      case (0, _): distance = sum
      case (1, _):
        displacementBytes = 1
        steps.append(.take(sum - 2))
        distance = 6
      default:
        displacementBytes = 2
        steps += [.take(sum - 2), .take(1)]
        distance = 5
      }
    }
    addressed = steps
    self.distance = distance
    immediateBytes =
      Int(i.length) - Int(i.prefixCount) - 1 - (hasModRM ? 1 + displacementBytes : 0)
  }

  /// Whether the memory operand is the destination.
  var storesFirst: Bool { operands.0.kind == .memory }

  /// A bus cycle for the operand.
  func access(_ after: Int) -> Microstep8086 { isWord ? .word(after) : .byte(after) }

  /// The operand read.
  var loaded: [Microstep8086] { addressed + [access(distance)] }

  /// The bytes that name a port.
  var portAddress: [Microstep8086] { immediateBytes > 0 ? [.take(2)] : [] }
  func port(_ after: Int) -> Microstep8086 {
    let accumulator = operation == .in ? operands.0 : operands.1
    return accumulator.width > 1 ? .word(after) : .byte(after)
  }
}
