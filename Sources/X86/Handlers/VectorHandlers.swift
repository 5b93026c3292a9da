/// MMX's and SSE's commonest instructions on XMM registers. What a handler cannot do at once, be it an
/// access or an operand that takes integer arithmetic, its slow twin does: these ops keep their
/// `Instruction`, and the twin is the warm op.
///
/// They exist in code contexts only where SSE may be used (`ModeKey.vectors`).

extension UInt128: OperandWidth {}

// MARK: Operands

/// The XMM register at the op's destination field, which holds 16 times its number.
enum VectorDestination: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    c.state + Field.xmm + Int(op.destination)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}
/// The XMM register at the op's source field.
enum VectorSource: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    c.state + Field.xmm + Int(op.source)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) {}
}
/// 16 bytes of memory that must be aligned. The TLB's one comparison sees that too: a tag's low bits
/// are zero, and what is aligned does not cross a page.
enum AlignedMemory<A: Addressing>: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    let offset = A.offset(c, op)
    return A.isFlat
      ? probeAligned(c, offset, access)
      : probeAligned(c, segment: Int(op.segment), offset: offset, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { slowTwin(c, op) }
}

/// A memory operand of any form in a slow twin that can hand over to the warm op: one look at the TLB.
enum KeptMemory: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    op.addressSize == 8
      ? Memory<LongIndexed>.locate(c, op, W.self, access)
      : Memory<Segmented32>.locate(c, op, W.self, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { warmOp(c, op) }
}

/// The same for 16 bytes that must be aligned.
enum KeptAlignedMemory: OperandForm {
  @inline(__always) static func locate<W: OperandWidth>(
    _ c: Processor, _ op: OpPointer, _: W.Type, _ access: Access
  ) -> UnsafeMutableRawPointer? {
    op.addressSize == 8
      ? AlignedMemory<LongIndexed>.locate(c, op, W.self, access)
      : AlignedMemory<Segmented32>.locate(c, op, W.self, access)
  }
  @inline(__always) static func miss(_ c: Processor, _ op: OpPointer) { warmOp(c, op) }
}

@inline(__always) private func probeAligned<L: OperandWidth>(
  _ c: Processor, _ linear: L, _ access: Access
) -> UnsafeMutableRawPointer? {
  let entry = c.state + Field.tlb + Int(truncatingIfNeeded: (linear &>> 12) & 1023) &<< 5
  let tag = entry.load(
    fromByteOffset: access == .read ? TLBField.readTag : TLBField.writeTag, as: UInt64.self)
  guard UInt64(linear & ~0xFF0) == tag else { return nil }
  return entry.load(fromByteOffset: TLBField.addend, as: UnsafeMutableRawPointer.self)
    + Int(truncatingIfNeeded: linear)
}
@inline(__always) private func probeAligned<L: OperandWidth>(
  _ c: Processor, segment: Int, offset: L, _ access: Access
) -> UnsafeMutableRawPointer? {
  let cache = Field.segments + segment
  let limit: Int64 = c.field(
    cache + (access == .read ? SegmentField.readLimit : SegmentField.writeLimit))
  guard Int64(truncatingIfNeeded: offset) &+ 15 <= limit else { return nil }
  return probeAligned(
    c, UInt32(truncatingIfNeeded: offset) &+ c.field(cache + SegmentField.base, as: UInt32.self),
    access)
}

@inline(__always) private func load(_ p: UnsafeMutableRawPointer) -> Vector128 {
  Vector128(p.loadUnaligned(as: SIMD2<UInt64>.self))
}
@inline(__always) private func store(_ p: UnsafeMutableRawPointer, _ value: Vector128) {
  p.storeBytes(of: value.quadwords, as: SIMD2<UInt64>.self)
}

// MARK: Moves

/// MOVAPS, MOVUPS, MOVDQA, MOVDQU and their kin.
enum VectorMove<D: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, UInt128.self, .write) else { return D.miss(c, op) }
    store(p, load(q))
    next(c, op)
  }
}
/// A load of `W` bits that clears the rest of the register: MOVSS, MOVSD, MOVQ, MOVD.
enum VectorLoad<W: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    store(p, Vector128(low: UInt64(truncatingIfNeeded: S.load(q, W.self))))
    next(c, op)
  }
}
/// A store of a register's low `W` bits; MOVD and MOVQ to a general register.
enum VectorStore<W: OperandWidth, D: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let q = c.state + Field.xmm + Int(op.source)
    guard let p = D.locate(c, op, W.self, .write) else { return D.miss(c, op) }
    D.store(c, p, q.load(as: W.self))
    next(c, op)
  }
}
/// `W` bits from one place to another, the rest of the register staying: MOVSS, MOVSD between
/// registers, MOVLPD, MOVHPD, MOVLHPS, MOVHLPS. The op's fields say which half.
enum VectorInsert<W: OperandWidth, D: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, W.self, .write) else { return D.miss(c, op) }
    p.storeBytes(of: q.loadUnaligned(as: W.self), as: W.self)
    next(c, op)
  }
}

// MARK: Packed integers and logic

/// The destination is the first operand.
enum VectorBinary<O: VectorOperation, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    store(p, O.apply(load(p), load(q)))
    next(c, op)
  }
}

/// PSHUFD; the immediate says the order.
enum VectorShuffle<S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    // Doublewords by address: an order in a register would take a table of shuffles.
    let order = Int(truncatingIfNeeded: op.immediate)
    let lane0 = q.loadUnaligned(fromByteOffset: (order & 3) &<< 2, as: UInt32.self)
    let lane1 = q.loadUnaligned(fromByteOffset: (order &>> 2 & 3) &<< 2, as: UInt32.self)
    let lane2 = q.loadUnaligned(fromByteOffset: (order &>> 4 & 3) &<< 2, as: UInt32.self)
    let lane3 = q.loadUnaligned(fromByteOffset: (order &>> 6 & 3) &<< 2, as: UInt32.self)
    store(p, Vector128(SIMD4(lane0, lane1, lane2, lane3)))
    next(c, op)
  }
}
/// SHUFPS.
enum VectorShuffleTwo<S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    let order = Int(truncatingIfNeeded: op.immediate)
    let lane0 = p.loadUnaligned(fromByteOffset: (order & 3) &<< 2, as: UInt32.self)
    let lane1 = p.loadUnaligned(fromByteOffset: (order &>> 2 & 3) &<< 2, as: UInt32.self)
    let lane2 = q.loadUnaligned(fromByteOffset: (order &>> 4 & 3) &<< 2, as: UInt32.self)
    let lane3 = q.loadUnaligned(fromByteOffset: (order &>> 6 & 3) &<< 2, as: UInt32.self)
    store(p, Vector128(SIMD4(lane0, lane1, lane2, lane3)))
    next(c, op)
  }
}

enum VectorShiftByImmediate<O: VectorShift> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let p = c.state + Field.xmm + Int(op.destination)
    store(p, O.apply(load(p), UInt64(op.immediate)))
    next(c, op)
  }
}

/// PMOVMSKB, MOVMSKPS, MOVMSKPD.
protocol VectorMask {
  static func apply(_ a: Vector128) -> UInt32
}
enum VectorByteMask: VectorMask {
  @inline(__always) static func apply(_ a: Vector128) -> UInt32 { Packed.signMask(bytes: a) }
}
enum VectorDoublewordMask: VectorMask {
  @inline(__always) static func apply(_ a: Vector128) -> UInt32 {
    Packed.signMask(doublewords: a)
  }
}
enum VectorQuadwordMask: VectorMask {
  @inline(__always) static func apply(_ a: Vector128) -> UInt32 { Packed.signMask(quadwords: a) }
}
enum VectorSignMask<O: VectorMask> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    c.setRegister(op.destination, O.apply(load(c.state + Field.xmm + Int(op.source))))
    next(c, op)
  }
}
