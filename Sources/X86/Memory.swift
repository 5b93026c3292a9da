import BusKit
import X86Decode

/// Memory as cold code sees it: segmented and linear accesses with every check, in the
/// architecture's order. Handlers use the TLB directly and come here only when it does not know.
extension CPU {
  /// CPL 3 accesses are user accesses; descriptor tables, TSS and gate stacks are read as supervisor.
  var isUser: Bool { cpl == 3 }

  /// Linear access through paging and A20, any alignment, RAM, ROM or device.
  /// - Throws: a page fault; nothing is written in that case.
  func readLinear<W: OperandWidth>(
    _ linear: UInt64, as: W.Type = W.self, user: Bool
  ) throws(Fault) -> W {
    if user == isUser,
      let at = probe(state, linear, W.self, .read)
    {
      return at.loadUnaligned(as: W.self)
    }
    let byteCount = W.bitWidth / 8
    noteDataAccess(linear, byteCount, writing: false)
    if Int(linear & 4095) + byteCount <= 4096 {
      return W(truncatingIfNeeded: try readPiece(linear, byteCount, user: user))
    }
    let inFirst = 4096 - Int(linear & 4095)
    let low = try readPiece(linear, inFirst, user: user)
    let high = try readPiece(wrapped(linear &+ UInt64(inFirst)), byteCount - inFirst, user: user)
    return W(truncatingIfNeeded: low | high << UInt64(8 * inFirst))
  }

  func writeLinear<W: OperandWidth>(_ linear: UInt64, _ value: W, user: Bool) throws(Fault) {
    if user == isUser {
      if let at = probe(state, linear, W.self, .write)
        ?? locateBesideCode(state, linear, W.bitWidth / 8)
      {
        return at.storeBytes(of: value, as: W.self)
      }
    }
    let byteCount = W.bitWidth / 8
    let inFirst = min(byteCount, 4096 - Int(linear & 4095))
    let first = try resolve(linear, writing: true, user: user)
    if inFirst < byteCount {
      let rest = wrapped(linear &+ UInt64(inFirst))
      let second = try resolve(rest, writing: true, user: user)
      noteDataAccess(linear, byteCount, writing: true)
      store(UInt64(value), inFirst, to: first, linear)
      store(UInt64(value) >> UInt64(8 * inFirst), byteCount - inFirst, to: second, rest)
    } else {
      noteDataAccess(linear, byteCount, writing: true)
      store(UInt64(value), byteCount, to: first, linear)
    }
  }

  /// Throws what writing (or reading) `byteCount` bytes would throw, and writes nothing but A/D bits.
  func probeLinear(_ linear: UInt64, byteCount: Int, writing: Bool, user: Bool) throws(Fault) {
    guard byteCount > 0 else { return }
    var page = linear & ~4095
    let last = (linear &+ UInt64(byteCount - 1)) & ~4095
    _ = try translate(linear, writing: writing, user: user)
    while page != last {
      page &+= 4096
      _ = try translate(wrapped(page), writing: writing, user: user)
    }
  }

  /// Segment check (presence, type, limit, expand-down) and translation to a linear address.
  /// `offset` has already wrapped at the address size.
  /// - Throws: #SS(0) for SS, #GP(0) otherwise.
  func linearAddress(
    _ slot: SegmentSlot, _ offset: UInt64, byteCount: Int, writing: Bool
  ) throws(Fault) -> UInt64 {
    if is64Bit { return try longLinearAddress(slot, offset, byteCount: byteCount) }
    let cache = state.segment(slot)
    if model >= .i80286 {
      let last = offset &+ UInt64(byteCount - 1)
      var isAllowed = true
      let isExpandDown =
        cache.attributes & (SegmentCache.code | SegmentCache.expandDownOrConforming)
        == SegmentCache.expandDownOrConforming
      if isProtected {
        isAllowed = cache.isPresent
        if writing {
          isAllowed =
            isAllowed
            && cache.attributes & (SegmentCache.code | SegmentCache.writableOrReadable)
              == SegmentCache.writableOrReadable
        } else if cache.attributes & SegmentCache.code != 0 {
          isAllowed = isAllowed && cache.attributes & SegmentCache.writableOrReadable != 0
        }
      }
      if isExpandDown {
        isAllowed =
          isAllowed && offset > UInt64(cache.limit)
          && last <= (cache.isBig ? 0xFFFF_FFFF : 0xFFFF)
      } else {
        isAllowed = isAllowed && last <= UInt64(cache.limit)
      }
      guard isAllowed else { throw slot == .ss ? stackFault : Fault.protection(0) }
    }
    let linear = (cache.base &+ offset) & 0xFFFF_FFFF
    if checksAlignment, byteCount > 1, linear & UInt64(byteCount - 1) != 0 {
      throw Fault.alignment
    }
    return linear
  }

  /// The same in 64-bit mode: no limits (but for EFER.LMSLE), bases for FS and GS only.
  /// - Throws: #SS(0) for SS and #GP(0) otherwise if the address is not canonical.
  private func longLinearAddress(
    _ slot: SegmentSlot, _ offset: UInt64, byteCount: Int
  ) throws(Fault) -> UInt64 {
    let linear = state.longBase(slot.rawValue * SegmentSlot.stride) &+ offset
    guard isCanonical(linear), isCanonical(linear &+ UInt64(byteCount - 1)),
      !checksLongLimits || isWithinLongLimit(slot, offset, byteCount: byteCount)
    else { throw slot == .ss ? .stack(0) : .protection(0) }
    if checksAlignment, byteCount > 1, linear & UInt64(byteCount - 1) != 0 {
      throw .alignment
    }
    return linear
  }

  /// EFER.LMSLE: in 64-bit mode the limits of DS, ES, FS and SS cut off the end of the address space;
  /// their upper 32 bits count as ones. CS and GS are exempt. (AMD APM vol. 2, 4.12.2.)
  private func isWithinLongLimit(_ slot: SegmentSlot, _ offset: UInt64, byteCount: Int) -> Bool {
    let cache = state.segment(slot)
    guard slot != .cs, slot != .gs, cache.isPresent,
      cache.attributes & SegmentCache.expandDownOrConforming == 0
    else { return true }
    let last = offset.addingReportingOverflow(UInt64(byteCount - 1))
    return !last.overflow && last.partialValue <= 0xFFFF_FFFF_0000_0000 | UInt64(cache.limit)
  }

  /// What an access beyond the stack segment's limits raises: #SS(0). The 80286 in real mode knows
  /// one segment overrun exception, 13, for every segment (80286 PRM, 5.3; recordings agree).
  var stackFault: Fault { model == .i80286 && cr0 & CR0.pe == 0 ? .protection(0) : .stack(0) }

  /// A data access of the running program at its CPL.
  func read<W: OperandWidth>(
    _ slot: SegmentSlot, _ offset: UInt64, as: W.Type = W.self
  ) throws(Fault) -> W {
    if let at = probeFast(slot, offset, W.self, .read) { return at.loadUnaligned(as: W.self) }
    if W.bitWidth == 16, offset == 0xFFFF, model < .i80286 {
      let low: UInt8 = try read(slot, 0xFFFF)
      let high: UInt8 = try read(slot, 0)
      return W(truncatingIfNeeded: UInt16(low) | UInt16(high) << 8)
    }
    let linear = try linearAddress(slot, offset, byteCount: W.bitWidth / 8, writing: false)
    return try readLinear(linear, user: isUser)
  }

  func write<W: OperandWidth>(
    _ slot: SegmentSlot, _ offset: UInt64, _ value: W
  ) throws(Fault) {
    if let at = probeFast(slot, offset, W.self, .write) {
      return at.storeBytes(of: value, as: W.self)
    }
    if W.bitWidth == 16, offset == 0xFFFF, model < .i80286 {
      try write(slot, 0xFFFF, UInt8(truncatingIfNeeded: value))
      return try write(slot, 0, UInt8(truncatingIfNeeded: value >> 8))
    }
    let linear = try linearAddress(slot, offset, byteCount: W.bitWidth / 8, writing: true)
    try writeLinear(linear, value, user: isUser)
  }

  /// The host address if the segment's fast limit and the TLB allow the access without a further look.
  @inline(__always) private func probeFast<W: OperandWidth>(
    _ slot: SegmentSlot, _ offset: UInt64, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    let segment = slot.rawValue * SegmentSlot.stride
    if is64Bit { return probe(state, state.longBase(segment) &+ offset, W.self, access) }
    guard offset <= 0xFFFF_FFFF else { return nil }
    return probe(state, segment: segment, offset: offset, W.self, access)
  }

  /// Throws what ``write(_:_:_:)`` would throw.
  func probeWrite(_ slot: SegmentSlot, _ offset: UInt64, byteCount: Int) throws(Fault) {
    if mayWriteAtOnce(slot, offset, byteCount) { return }
    let linear = try linearAddress(slot, offset, byteCount: byteCount, writing: true)
    try probeLinear(linear, byteCount: byteCount, writing: true, user: isUser)
  }

  /// Whether the segment's fast limit and the TLB allow the store without a further look.
  private func mayWriteAtOnce(_ slot: SegmentSlot, _ offset: UInt64, _ byteCount: Int) -> Bool {
    switch byteCount {
    case 1: probeFast(slot, offset, UInt8.self, .write) != nil
    case 2: probeFast(slot, offset, UInt16.self, .write) != nil
    case 4: probeFast(slot, offset, UInt32.self, .write) != nil
    case 8: probeFast(slot, offset, UInt64.self, .write) != nil
    default: false
    }
  }

  /// Linear addresses are 32 bits wide outside long mode (in compatibility mode those of segments are
  /// too, which ``linearAddress(_:_:byteCount:writing:)`` sees to); on the 8086 and 80286 A20 and the bus
  /// width do the rest in physical space.
  @inline(__always) func wrapped(_ linear: UInt64) -> UInt64 {
    isLongMode ? linear : linear & 0xFFFF_FFFF
  }

  // MARK: One page at a time

  private func readPiece(
    _ linear: UInt64, _ byteCount: Int, user: Bool
  ) throws(Fault) -> UInt64 {
    load(byteCount, from: try resolve(linear, writing: false, user: user), linear)
  }

  /// Remembers for handlers and later accesses what a walk has found.
  private func remember(
    _ linear: UInt64, _ translation: Translation, _ page: PhysicalMap.Page, user: Bool
  ) {
    guard user == isUser, case .memory(let pointer, let ramAddress, let isWritable) = page else {
      return
    }
    fillTLB(linear, translation, pointer, ramAddress, isWritable)
  }

  /// What answers at a linear address, all checks passed.
  func resolve(
    _ linear: UInt64, writing: Bool, user: Bool
  ) throws(Fault) -> PhysicalMap.Page {
    let translation = try translate(linear, writing: writing, user: user)
    let page = memory.page(translation.physical >> 12)
    remember(linear, translation, page, user: user)
    return page
  }

  func load(_ byteCount: Int, from page: PhysicalMap.Page, _ linear: UInt64) -> UInt64 {
    let offset = Int(linear & 4095)
    switch page {
    case .memory(let pointer, _, _):
      if byteCount == 1 { return UInt64(pointer.load(fromByteOffset: offset, as: UInt8.self)) }
      if byteCount == 2 {
        return UInt64(pointer.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
      }
      if byteCount == 4 {
        return UInt64(pointer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
      if byteCount == 8 { return pointer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
      var value: UInt64 = 0
      for byte in 0..<byteCount {
        value |=
          UInt64(pointer.load(fromByteOffset: offset + byte, as: UInt8.self)) << UInt64(8 * byte)
      }
      return value
    case .device(let device, let base):
      scheduler.now = presentTick &+ state.field(Field.uncharged, as: UInt64.self)
      return byteCount == 1
        ? UInt64(device.readMemory(base &+ UInt32(offset)))
        : device.readMemoryWide(base &+ UInt32(offset), byteCount: byteCount)
    case .hole:
      return UInt64.max >> UInt64(64 - 8 * byteCount)
    }
  }

  func store(
    _ value: UInt64, _ byteCount: Int, to page: PhysicalMap.Page, _ linear: UInt64
  ) {
    let offset = Int(linear & 4095)
    switch page {
    case .memory(let pointer, let ramAddress, let isWritable):
      guard isWritable else { return }
      memory.ram.willWrite(ramAddress + offset, byteCount)
      switch byteCount {
      case 2:
        pointer.storeBytes(
          of: UInt16(truncatingIfNeeded: value), toByteOffset: offset, as: UInt16.self)
      case 4:
        pointer.storeBytes(
          of: UInt32(truncatingIfNeeded: value), toByteOffset: offset, as: UInt32.self)
      case 8: pointer.storeBytes(of: value, toByteOffset: offset, as: UInt64.self)
      default:
        for byte in 0..<byteCount {
          pointer.storeBytes(
            of: UInt8(truncatingIfNeeded: value >> UInt64(8 * byte)), toByteOffset: offset + byte,
            as: UInt8.self)
        }
      }
    case .device(let device, let base):
      scheduler.now = presentTick &+ state.field(Field.uncharged, as: UInt64.self)
      if byteCount == 1 {
        device.writeMemory(base &+ UInt32(offset), UInt8(truncatingIfNeeded: value))
      } else {
        device.writeMemoryWide(base &+ UInt32(offset), value, byteCount: byteCount)
      }
      // A request or an earlier deadline: the block ends with this instruction.
      if needsRunLoop { state.setField(Field.stale, 1 as UInt64) }
    case .hole: break
    }
  }
}

// MARK: The slow twins' accesses

extension CPU {
  /// A store that could not go straight to memory: up to two pieces, written by ``commitBounce()``.
  struct Bounce {
    var first: (linear: UInt64, byteCount: Int) = (0, 0)
    var second: (linear: UInt64, byteCount: Int) = (0, 0)
  }

  /// The host address of `byteCount` bytes for a handler's slow twin, or nil with ``handlerFault``
  /// set. Field.length is not 0 afterwards when the store must be followed by ``commitBounce()``.
  func locate(
    _ segment: Int, _ offset: UInt64, _ byteCount: Int, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    guard let slot = SegmentSlot(rawValue: segment / SegmentSlot.stride) else { return nil }
    do throws(Fault) {
      return try located(slot, offset, byteCount, access)
    } catch {
      handlerFault = error
      return nil
    }
  }

  private func located(
    _ slot: SegmentSlot, _ offset: UInt64, _ byteCount: Int, _ access: Access
  ) throws(Fault) -> UnsafeMutableRawPointer {
    state.setField(Field.length, 0)
    let isWriting = access != .read
    if offset == 0xFFFF, byteCount == 2, model < .i80286 {
      // The offset wraps inside the segment: two unrelated bytes.
      let base = state.base(slot)
      return try located(
        (wrapped(base &+ 0xFFFF), 1), (wrapped(base), 1), access)
    }
    let linear = try linearAddress(slot, offset, byteCount: byteCount, writing: isWriting)
    let inFirst = min(byteCount, 4096 - Int(linear & 4095))
    if inFirst < byteCount {
      return try located(
        (linear, inFirst), (wrapped(linear &+ UInt64(inFirst)), byteCount - inFirst), access)
    }
    let translation = try translate(linear, writing: isWriting, user: isUser)
    noteDataAccess(linear, byteCount, writing: isWriting)
    let page = memory.page(translation.physical >> 12)
    let bounce = state.state + Field.bounce
    switch page {
    case .memory(let pointer, let ramAddress, let isWritable):
      fillTLB(linear, translation, pointer, ramAddress, isWritable)
      let at = pointer + Int(linear & 4095)
      guard isWriting else { return at }
      guard isWritable else {
        bounce.copyMemory(from: at, byteCount: byteCount)
        return bounce
      }
      guard codeWatch.map.overlaps(ramAddress >> 12, Int(linear & 4095), byteCount) else {
        return at
      }
      bounce.copyMemory(from: at, byteCount: byteCount)
    case .device, .hole:
      if access != .write {
        bounce.storeBytes(of: load(byteCount, from: page, linear), as: UInt64.self)
      }
      guard isWriting else { return bounce }
    }
    self.bounce = Bounce(first: (linear, byteCount))
    state.setField(Field.length, byteCount)
    return bounce
  }

  /// Two pieces: a page crossing, or the 8086's wrap.
  private func located(
    _ first: (linear: UInt64, byteCount: Int), _ second: (linear: UInt64, byteCount: Int),
    _ access: Access
  ) throws(Fault) -> UnsafeMutableRawPointer {
    let isWriting = access != .read
    let low = try resolve(first.linear, writing: isWriting, user: isUser)
    let high = try resolve(second.linear, writing: isWriting, user: isUser)
    noteDataAccess(first.linear, first.byteCount, writing: isWriting)
    noteDataAccess(second.linear, second.byteCount, writing: isWriting)
    let at = state.state + Field.bounce
    if access != .write {
      let value =
        load(first.byteCount, from: low, first.linear)
        | load(second.byteCount, from: high, second.linear) << UInt64(8 * first.byteCount)
      at.storeBytes(of: value, as: UInt64.self)
    }
    if isWriting {
      bounce = Bounce(first: first, second: second)
      state.setField(Field.length, first.byteCount + second.byteCount)
    }
    return at
  }

  /// Writes what a slow twin stored into the bounce buffer. The pages were checked by `locate`.
  func commitBounce() {
    let value: UInt64 = state.field(Field.bounce)
    state.setField(Field.length, 0)
    for (piece, shift) in [(bounce.first, 0), (bounce.second, bounce.first.byteCount)]
    where piece.byteCount > 0 {
      guard let page = try? resolve(piece.linear, writing: true, user: isUser) else { continue }
      store(value >> UInt64(8 * shift), piece.byteCount, to: page, piece.linear)
    }
  }
}
