import BusKit
import X86Decode

/// MOVS CMPS STOS LODS SCAS INS OUTS, single and repeated.
///
/// A repeated instruction runs in pieces: never past the next event, so that an interrupt finds it
/// between two iterations with its registers up to date, and one iteration at a time when TF is set.
/// Runs inside one page of RAM on both sides go through host memory.
extension CPU {
  func executeString(_ i: InstructionPointer) throws(Fault) {
    switch i.pointee.operandWidthOfString {
    case 1: try executeString(i, UInt8.self)
    case 2: try executeString(i, UInt16.self)
    case 4: try executeString(i, UInt32.self)
    default: try executeString(i, UInt64.self)
    }
  }

  private func executeString<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let isRepeated = !i.pointee.prefixes.isDisjoint(with: [.rep, .repne])
    guard isRepeated else {
      let extra = misalignmentClocks(i, isRepeated: false, W.self)
      let before = stringPointers
      do throws(Fault) {
        try step(i, W.self)
      } catch {
        chargeFailedElement(i, before)
        throw error
      }
      return charge(extra)
    }
    let mask = Self.mask(bytes: i.pointee.addressSize)
    var remaining = register(.rcx, as: UInt64.self) & mask
    guard remaining > 0 else { return chargeEmptyRepetition(i) }
    let misalignment = misalignmentClocks(i, isRepeated: true, W.self)
    let perIteration =
      max(1, Int64(i.timing.perIteration)) + misalignment
    let comparesFlags = i.pointee.operation == .cmps || i.pointee.operation == .scas
    let wantsZero = i.pointee.prefixes.contains(.rep)
    let start = rip
    // Between here and the door nothing else may happen.
    while true {
      var count = min(remaining, iterationsLeft(perIteration))
      if state.systemFlag(.tf) || watchesData { count = 1 }
      let done = bulk(i, count, W.self)
      if done == 0 {
        let before = stringPointers
        do throws(Fault) {
          try step(i, W.self)
        } catch {
          chargeFailedElement(i, before)
          setCount(remaining &- iterationsAhead(i), i)
          throw error
        }
      }
      let finished = max(1, done)
      remaining &-= finished
      charge(Int64(finished) &* perIteration)
      setCount(remaining, i)
      let isDecided = comparesFlags && state.zero != wantsZero
      // (Silicon recordings: out of the loop by its other door.)
      if model == .i8086, isDecided { charge(-1) }
      if remaining == 0 {
        // Nobody waits for the last word's second half.
        if model == .i80286, i.pointee.operation == .stos { charge(-misalignment) }
        return
      }
      if isDecided { return }
      if state.systemFlag(.tf) || iterationsLeft(perIteration) == 0 || needsRunLoop {
        // Not finished: the instruction is begun again, after whatever is due.
        rip = instructionRIP
        stringToResume = instructionRIP
        return
      }
      assert(rip == start, "a string instruction does not move rip")
    }
  }

  /// On a 16-bit bus a word at an odd address takes a bus cycle more: 4 clocks on the 8086 and 80186
  /// (8086 User's Manual, 2-51), 2 on the 80286, which does not wait for the second half of a word that
  /// it writes unless another element follows. All elements have the same alignment.
  private func misalignmentClocks<W: OperandWidth>(
    _ i: InstructionPointer, isRepeated: Bool, _: W.Type
  ) -> Int64 {
    guard W.bitWidth == 16, has16BitBus else { return 0 }
    let cycle: Int64 = model == .i80286 ? 2 : 4
    let lastWrite: Int64 = model == .i80286 ? 1 : cycle
    let from: UInt64 = state.base(SegmentSlot(i.pointee.segment)) &+ register(.rsi)
    let to: UInt64 = state.base(.es) &+ register(.rdi)
    let source = from & 1 != 0 ? cycle : 0
    let isDestinationOdd = to & 1 != 0
    let read = isDestinationOdd ? cycle : 0
    let written = isDestinationOdd ? isRepeated ? cycle : lastWrite : 0
    let port = model == .i80286 && register(.rdx, as: UInt16.self) & 1 != 0 ? cycle : 0
    switch i.pointee.operation {
    case .movs: return source + written
    case .cmps: return source + read
    case .lods: return source
    case .scas: return read
    // Its loop is so short that the bus, not the microcode, sets the pace.
    case .stos: return isDestinationOdd ? lastWrite : 0
    case .ins: return port + written
    default: return source + port
    }
  }

  /// Both index registers, by which an element's failure tells how far it came on the 80286.
  private var stringPointers: (source: UInt16, destination: UInt16) {
    (register(.rsi), register(.rdi))
  }

  /// What the 80286 spends on an element whose access is refused, before it notices: nothing more when
  /// it is the first access, else the first one, with what that costs at an odd address, and under a
  /// repeat prefix the set-up of the repetition. (Silicon recordings.)
  private func chargeFailedElement(
    _ i: InstructionPointer, _ before: (source: UInt16, destination: UInt16)
  ) {
    guard model == .i80286 else { return }
    let now = stringPointers
    switch i.pointee.operation {
    case .movs where now.destination != before.destination:
      charge(4 + firstAccess(i, before.source))
    case .cmps where now.source != before.source: charge(2 + firstAccess(i, before.destination))
    case .ins: charge(4 + firstAccess(i, register(.rdx)))
    default: break
    }
    guard !i.pointee.prefixes.isDisjoint(with: [.rep, .repne]) else { return }
    charge(Int64(decoder.timing(of: i.pointee).base) + 1)
  }

  private func firstAccess(_ i: InstructionPointer, _ offset: UInt16) -> Int64 {
    i.pointee.operandWidthOfString == 2 && offset & 1 != 0 ? 2 : 0
  }

  /// REP with a count of 0. The 8086 does not get ready for the loop, which saves it two clocks; the
  /// 80286 takes a clock more than the table's base where it would have written. (Silicon recordings.)
  private func chargeEmptyRepetition(_ i: InstructionPointer) {
    if model == .i8086 { return charge(-2) }
    guard model == .i80286 else { return }
    switch i.pointee.operation {
    case .movs, .stos, .ins, .outs: charge(1)
    default: break
    }
  }

  /// How far ahead of the faulting iteration the 80286 has counted. (Silicon recordings.)
  private func iterationsAhead(_ i: InstructionPointer) -> UInt64 {
    guard model == .i80286 else { return 0 }
    switch i.pointee.operation {
    case .ins, .stos: return 2
    case .movs, .lods, .outs: return 1
    default: return 0
    }
  }

  private func setCount(_ count: UInt64, _ i: InstructionPointer) {
    setCounter(count, addressSize: i.pointee.addressSize)
  }

  /// Iterations until the next event is due; at least one for a fresh instruction.
  private func iterationsLeft(_ perIteration: Int64) -> UInt64 {
    let left = Int64(bitPattern: sliceTarget &- presentTick)
    return left <= 0 ? 0 : UInt64((left &+ perIteration &- 1) / perIteration)
  }

  // MARK: One iteration

  private func advance(_ name: GeneralRegister, _ i: InstructionPointer, _ distance: Int64) {
    if i.pointee.addressSize == 2 {
      setRegister(
        name, register(name, as: UInt16.self) &+ UInt16(truncatingIfNeeded: distance))
    } else if i.pointee.addressSize == 4 {
      setRegister(
        name, register(name, as: UInt32.self) &+ UInt32(truncatingIfNeeded: distance))
    } else {
      setRegister(
        name, register(name, as: UInt64.self) &+ UInt64(bitPattern: distance))
    }
  }

  private func step<W: OperandWidth>(_ i: InstructionPointer, _: W.Type) throws(Fault) {
    let mask = Self.mask(bytes: i.pointee.addressSize)
    let source = register(.rsi, as: UInt64.self) & mask
    let destination = register(.rdi, as: UInt64.self) & mask
    let size = Int64(W.bitWidth / 8)
    let distance = state.systemFlag(.df) ? -size : size
    let slot = SegmentSlot(i.pointee.segment)
    if model == .i80286 { return try stepOf286(i, distance, W.self) }
    switch i.pointee.operation {
    case .movs:
      try write(.es, destination, try read(slot, source, as: W.self))
      advance(.rsi, i, distance)
      advance(.rdi, i, distance)
    case .stos:
      try write(.es, destination, register(.rax, as: W.self))
      advance(.rdi, i, distance)
    case .lods:
      setRegister(.rax, try read(slot, source, as: W.self))
      advance(.rsi, i, distance)
    case .cmps:
      let a: W = try read(slot, source)
      let b: W = try read(.es, destination)
      state.setSubtract(a, b, a &- b)
      advance(.rsi, i, distance)
      advance(.rdi, i, distance)
    case .scas:
      let a: W = register(.rax)
      let b: W = try read(.es, destination)
      state.setSubtract(a, b, a &- b)
      advance(.rdi, i, distance)
    case .ins:
      let port: UInt16 = register(.rdx)
      try checkPort(port, byteCount: Int(size))
      // The destination first: a fault must not swallow what the port gives.
      try probeWrite(.es, destination, byteCount: Int(size))
      let value = readPort(port, W.self)
      try write(.es, destination, value)
      advance(.rdi, i, distance)
    default:  // OUTS
      let port: UInt16 = register(.rdx)
      try checkPort(port, byteCount: Int(size))
      let value: W = try read(slot, source)
      writePort(port, value)
      advance(.rsi, i, distance)
    }
  }

  /// The 80286 moves each pointer as it puts the address out, so that a limit fault finds it moved.
  /// CMPS goes to ES:DI first, and INS has read its port. (Silicon recordings.)
  private func stepOf286<W: OperandWidth>(
    _ i: InstructionPointer, _ distance: Int64, _: W.Type
  ) throws(Fault) {
    let slot = SegmentSlot(i.pointee.segment)
    func source() throws(Fault) -> W {
      let offset = UInt64(register(.rsi, as: UInt16.self))
      advance(.rsi, i, distance)
      return try read(slot, offset)
    }
    func destination() -> UInt64 {
      defer { advance(.rdi, i, distance) }
      return UInt64(register(.rdi, as: UInt16.self))
    }
    switch i.pointee.operation {
    case .movs:
      let value = try source()
      try write(.es, destination(), value)
    case .stos: try write(.es, destination(), register(.rax, as: W.self))
    case .lods: setRegister(.rax, try source())
    case .cmps:
      let b: W = try read(.es, destination())
      let a = try source()
      state.setSubtract(a, b, a &- b)
    case .scas:
      let a: W = register(.rax)
      let b: W = try read(.es, destination())
      state.setSubtract(a, b, a &- b)
    case .ins:
      let port: UInt16 = register(.rdx)
      try checkPort(port, byteCount: W.bitWidth / 8)
      let value = readPort(port, W.self)
      try write(.es, destination(), value)
    default:  // OUTS
      let port: UInt16 = register(.rdx)
      try checkPort(port, byteCount: W.bitWidth / 8)
      writePort(port, try source())
    }
  }

  // MARK: Many iterations at once

  /// Does as many of `count` iterations as lie ascending within one page of plain memory on each
  /// side, and returns how many those were; 0 sends the caller to ``step(_:_:)``.
  private func bulk<W: OperandWidth>(
    _ i: InstructionPointer, _ count: UInt64, _: W.Type
  ) -> UInt64 {
    guard count > 1, !state.systemFlag(.df) else { return 0 }
    let size = W.bitWidth / 8
    let slot = SegmentSlot(i.pointee.segment)
    let isDownstream = i.pointee.operation == .stos || i.pointee.operation == .scas
    var limit = Int(min(count, 4096))
    var source: UnsafeMutableRawPointer?
    var destination: UnsafeMutableRawPointer?
    switch i.pointee.operation {
    case .movs, .stos, .scas, .cmps, .lods: break
    default: return 0
    }
    if !isDownstream {
      guard let run = run(i, .rsi, slot, size, writing: false) else { return 0 }
      source = run.pointer
      limit = min(limit, run.count)
    }
    if i.pointee.operation != .lods {
      let isWriting = i.pointee.operation == .movs || i.pointee.operation == .stos
      guard let run = run(i, .rdi, .es, size, writing: isWriting) else { return 0 }
      destination = run.pointer
      limit = min(limit, run.count)
    }
    guard limit > 1 else { return 0 }
    var done = limit
    let accumulator: W = register(.rax)
    switch i.pointee.operation {
    case .movs:
      guard let source, let destination else { return 0 }
      copy(source, destination, limit, W.self)
    case .stos:
      guard let destination else { return 0 }
      if size == 1 {
        destination.initializeMemory(
          as: UInt8.self, repeating: UInt8(truncatingIfNeeded: accumulator), count: limit)
      } else {
        for n in 0..<limit {
          destination.storeBytes(of: accumulator, toByteOffset: n * size, as: W.self)
        }
      }
    case .lods:
      guard let source else { return 0 }
      setRegister(.rax, source.loadUnaligned(fromByteOffset: (limit - 1) * size, as: W.self))
    case .scas:
      guard let destination else { return 0 }
      let wantsEqual = i.pointee.prefixes.contains(.rep)
      var last = accumulator
      done = 0
      while done < limit {
        last = destination.loadUnaligned(fromByteOffset: done * size, as: W.self)
        done += 1
        if (last == accumulator) != wantsEqual { break }
      }
      state.setSubtract(accumulator, last, accumulator &- last)
    default:  // CMPS
      guard let source, let destination else { return 0 }
      let wantsEqual = i.pointee.prefixes.contains(.rep)
      var a: W = 0
      var b: W = 0
      done = 0
      while done < limit {
        a = source.loadUnaligned(fromByteOffset: done * size, as: W.self)
        b = destination.loadUnaligned(fromByteOffset: done * size, as: W.self)
        done += 1
        if (a == b) != wantsEqual { break }
      }
      state.setSubtract(a, b, a &- b)
    }
    if !isDownstream { advance(.rsi, i, Int64(done * size)) }
    if i.pointee.operation != .lods { advance(.rdi, i, Int64(done * size)) }
    return UInt64(done)
  }

  /// Ascending, element by element where the two overlap so that a pattern propagates.
  private func copy<W: OperandWidth>(
    _ source: UnsafeMutableRawPointer, _ destination: UnsafeMutableRawPointer, _ count: Int,
    _: W.Type
  ) {
    let size = W.bitWidth / 8
    let gap = destination - source
    if gap < 0 || gap >= count * size {
      destination.copyMemory(from: source, byteCount: count * size)
      return
    }
    for n in 0..<count {
      destination.storeBytes(
        of: source.loadUnaligned(fromByteOffset: n * size, as: W.self), toByteOffset: n * size,
        as: W.self)
    }
  }

  /// The host memory from an index register up to the end of its page, if it is plain memory whose
  /// every element passes the segment's and the page's checks.
  private func run(
    _ i: InstructionPointer, _ name: GeneralRegister, _ slot: SegmentSlot, _ size: Int,
    writing: Bool
  ) -> (pointer: UnsafeMutableRawPointer, count: Int)? {
    let mask = Self.mask(bytes: i.pointee.addressSize)
    let offset = register(name, as: UInt64.self) & mask
    let linear: UInt64
    let inPage: Int64
    var inSegment = Int64.max
    if is64Bit {
      // No limits but the address size's wrap, which no page crosses.
      linear = state.longBase(slot.rawValue * SegmentSlot.stride) &+ offset
      inPage = Int64(4096 - linear & 4095)
      if mask != .max { inSegment = Int64(bitPattern: mask) &- Int64(offset) &+ 1 }
    } else {
      let limit: Int64 = state.field(
        slot.offset + (writing ? SegmentField.writeLimit : SegmentField.readLimit))
      inSegment = min(limit, Int64(bitPattern: mask)) &- Int64(offset) &+ 1
      guard inSegment >= Int64(2 * size) else { return nil }
      linear = (state.base(slot) &+ offset) & 0xFFFF_FFFF
      inPage = Int64(4096 - linear & 4095)
    }
    let count = Int(min(inSegment, inPage)) / size
    guard count > 1 else { return nil }
    let entry = state.state + Field.tlb + Int(linear >> 12 & 1023) * 32
    let tag = linear & ~0xFFF
    if entry.load(
      fromByteOffset: writing ? TLBField.writeTag : TLBField.readTag, as: UInt64.self) != tag
    {
      // The ordinary slow path fills the TLB, or says that this is no plain memory.
      guard
        locate(slot.offset - Field.segments, offset, size, writing ? .write : .read) != nil,
        entry.load(
          fromByteOffset: writing ? TLBField.writeTag : TLBField.readTag, as: UInt64.self) == tag
      else {
        state.setField(Field.length, 0)
        return nil
      }
      state.setField(Field.length, 0)
    }
    let base = entry.load(fromByteOffset: TLBField.addend, as: UnsafeMutableRawPointer.self)
    return (base + Int(truncatingIfNeeded: linear), count)
  }
}

extension Instruction {
  /// Bytes of one element of a string instruction.
  var operandWidthOfString: UInt8 {
    let first = operands.0
    return first.kind == .stringSource || first.kind == .stringDestination
      ? first.width : max(operands.1.width, 1)
  }
}
