import X86Decode

// Moves: nothing is computed and no flag of MXCSR changes.

extension CPU {
  /// MOVAPS, MOVUPS, MOVDQA, MOVNTPS, MOVNTQ, MMX MOVQ...: the whole operand. MOVQ and MOVD from
  /// elsewhere clear what lies above.
  func moveVector(_ i: InstructionPointer) throws(Fault) {
    let o = i.pointee.operands
    try writeVector(o.0, try readVector(o.1, i), i)
    if i.pointee.hasOperand(.mmx) { enterMMX() }
  }

  /// XMM MOVQ: the low quadword; a register's high one becomes zero.
  func moveQuadword(_ i: InstructionPointer) throws(Fault) {
    guard !i.pointee.hasOperand(.mmx) else { return try moveVector(i) }
    let o = i.pointee.operands
    try writeVector(o.0, Vector128(low: try readVector(o.1, i).low), i)
  }

  /// MOVSS and MOVSD: a load clears what lies above, a move between registers keeps it.
  func moveScalar<F: BinaryFormat>(_ i: InstructionPointer, _: F.Type) throws(Fault) {
    let o = i.pointee.operands
    let source = try readVector(o.1, i)
    guard o.0.kind == .xmm, o.1.kind == .xmm else { return try writeVector(o.0, source, i) }
    var result = state.vector(o.0.number)
    result.setElement(0, F.self, source.element(0, F.self))
    state.setVector(o.0.number, result)
  }

  /// MOVLPS, MOVLPD, MOVHPS, MOVHPD and between registers MOVHLPS, MOVLHPS: a quadword from or to one
  /// half; the other half of a register stays.
  /// - Parameter fromHigh: of the source, if that is a register; `toHigh` likewise.
  func moveHalf(_ i: InstructionPointer, fromHigh: Bool, toHigh: Bool) throws(Fault) {
    let o = i.pointee.operands
    var half = try readVector(o.1, i)
    if fromHigh, o.1.kind == .xmm { half.low = half.high }
    guard o.0.kind == .xmm else { return try writeAnyWidth(o.0, half.low, i) }
    var result = state.vector(o.0.number)
    if toHigh { result.high = half.low } else { result.low = half.low }
    state.setVector(o.0.number, result)
  }

  /// MASKMOVDQU and MASKMOVQ: the bytes whose mask byte has its top bit set go to DS:rDI (the segment
  /// can be overridden). All of the bytes are checked before the first is stored.
  func moveMasked(_ i: InstructionPointer) throws(Fault) {
    let o = i.pointee.operands
    let byteCount = o.0.kind == .mmx ? 8 : 16
    let source = try readVector(o.0, i).bytes
    let chosen = Packed.signMask(bytes: try readVector(o.1, i)) & ((1 << UInt32(byteCount)) - 1)
    let slot = SegmentSlot(i.pointee.segment)
    let offset = effectiveOffset(i)
    if chosen != 0 { try probeWrite(slot, offset, byteCount: byteCount) }
    for lane in 0..<byteCount where chosen >> UInt32(lane) & 1 != 0 {
      try write(
        slot, (offset &+ UInt64(lane)) & Self.mask(bytes: i.pointee.addressSize), source[lane])
    }
    if byteCount == 8 { enterMMX() }
  }

  /// EMMS: TOP is 0 and every x87 register is empty.
  func emptyMMX() {
    enterMMX()
    FPU(state).occupied = 0
  }

  /// LDMXCSR.
  /// - Throws: #GP(0) for a reserved bit.
  func loadMXCSR(_ i: InstructionPointer) throws(Fault) {
    let value: UInt32 = try readOperand(i.pointee.operands.0, i)
    guard value & ~mxcsrMask == 0 else { throw .protection(0) }
    state.mxcsr = MXCSR(rawValue: value)
  }
  func storeMXCSR(_ i: InstructionPointer) throws(Fault) {
    try writeOperand(i.pointee.operands.0, state.mxcsr.rawValue, i)
  }
}
