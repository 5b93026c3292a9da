import X86Decode

// The patterns that packed instructions follow: which operands are read, what is written, what MMX
// registers bring along. What is computed comes as a function.

extension CPU {
  /// The destination is also the first source; the second may be memory.
  func packed(
    _ i: InstructionPointer, _ compute: (Vector128, Vector128) -> Vector128
  ) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i)
    let a = try readVector(o.0, i)
    try writeVector(o.0, compute(a, b), i)
    if o.0.kind == .mmx { enterMMX() }
  }

  /// The same where MMX registers are not just shorter.
  func packed(
    _ i: InstructionPointer, halves compute: (Vector128, Vector128, Bool) -> Vector128
  ) throws(Fault) {
    let isHalf = i.pointee.operands.0.kind == .mmx
    try packed(i) { compute($0, $1, isHalf) }
  }

  /// One source.
  func packedUnary(
    _ i: InstructionPointer, _ compute: (Vector128) -> Vector128
  ) throws(Fault) {
    try packed(i) { compute($1) }
  }

  /// An immediate byte steers.
  func packed(
    _ i: InstructionPointer, control compute: (Vector128, Vector128, UInt8) -> Vector128
  ) throws(Fault) {
    let control = UInt8(truncatingIfNeeded: i.pointee.immediate)
    try packed(i) { compute($0, $1, control) }
  }

  /// PSLLW and its kin: the count is an immediate or the low quadword of the second operand.
  func packedShift(
    _ i: InstructionPointer, _ compute: (Vector128, UInt64) -> Vector128
  ) throws(Fault) {
    let o = i.pointee.operands
    let count = o.1.kind == .immediate ? i.pointee.immediate & 0xFF : try readVector(o.1, i).low
    try writeVector(o.0, compute(try readVector(o.0, i), count), i)
    if o.0.kind == .mmx { enterMMX() }
  }

  /// PINSRx and PEXTRx: `width` bits at lane `immediate` (mod the lanes there are).
  func insertLane(_ i: InstructionPointer, width: Int) throws(Fault) {
    let o = i.pointee.operands
    let value = UInt128(try readAnyWidth(o.1, i) & (UInt64.max >> UInt64(64 - width)))
    let size = o.0.kind == .mmx ? 64 : 128
    let at = Int(i.pointee.immediate & UInt64(size / width - 1)) * width
    let mask = (UInt128(1) << width - 1) << at
    let old = try readVector(o.0, i).wide
    try writeVector(o.0, Vector128(wide: old & ~mask | value << at), i)
    if o.0.kind == .mmx { enterMMX() }
  }
  func extractLane(_ i: InstructionPointer, width: Int) throws(Fault) {
    let o = i.pointee.operands
    let size = o.1.kind == .mmx ? 64 : 128
    let at = Int(i.pointee.immediate & UInt64(size / width - 1)) * width
    let value =
      UInt64(truncatingIfNeeded: try readVector(o.1, i).wide >> at)
      & (UInt64.max >> UInt64(64 - width))
    try writeAnyWidth(o.0, value, i)
    if o.1.kind == .mmx { enterMMX() }
  }

  /// PMOVMSKB, MOVMSKPS, MOVMSKPD.
  func signMask(_ i: InstructionPointer, _ compute: (Vector128) -> UInt32) throws(Fault) {
    let o = i.pointee.operands
    state.setRegister(registerOffset(o.0), compute(try readVector(o.1, i)))
    if o.1.kind == .mmx { enterMMX() }
  }

  /// PTEST: ZF if the operands have no bit in common, CF if the second has none outside the first.
  func testVector(_ i: InstructionPointer) throws(Fault) {
    let b = try readVector(i.pointee.operands.1, i)
    let a = try readVector(i.pointee.operands.0, i)
    state.setArithmeticFlags(
      (Packed.and(a, b) == .zero ? EFlags.zf.rawValue : 0)
        | (Packed.andNot(a, b) == .zero ? EFlags.cf.rawValue : 0))
  }

  /// PCMPESTRI, PCMPESTRM, PCMPISTRI, PCMPISTRM.
  func compareStrings(
    _ i: InstructionPointer, hasLengths: Bool, givesMask: Bool
  ) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i)
    let a = try readVector(o.0, i)
    func length(_ register: GeneralRegister) -> Int {
      let value: Int64 = Int64(bitPattern: state.register(register.offset))
      let isWide = i.pointee.operandSize == 8
      return StringComparison.length(isWide ? value : Int64(Int32(truncatingIfNeeded: value)))
    }
    let comparison = StringComparison(
      a, b, control: UInt8(truncatingIfNeeded: i.pointee.immediate),
      lengths: hasLengths ? (length(.rax), length(.rdx)) : nil)
    if givesMask {
      state.setVector(0, comparison.mask)
    } else {
      setRegister(.rcx, comparison.index)
    }
    state.setArithmeticFlags(comparison.flags)
  }
}

// MARK: Integer instructions of the same age

extension CPU {
  /// POPCNT: ZF if the source is zero, the other flags clear.
  func countOnes(_ i: InstructionPointer) throws(Fault) {
    let o = i.pointee.operands
    let value = try readAnyWidth(o.1, i) & Self.mask(bytes: o.1.width)
    try writeAnyWidth(o.0, UInt64(value.nonzeroBitCount), i)
    state.setArithmeticFlags(value == 0 ? EFlags.zf.rawValue : 0)
  }

  /// CRC32: the remainder by 11EDC6F41h (Castagnoli) of the source, its bits in ascending order, with
  /// the destination's low 32 bits in front.
  func accumulateCRC(_ i: InstructionPointer) throws(Fault) {
    let o = i.pointee.operands
    var crc = UInt32(truncatingIfNeeded: try readAnyWidth(o.0, i))
    var source = try readAnyWidth(o.1, i)
    for _ in 0..<o.1.width {
      crc ^= UInt32(source & 0xFF)
      source >>= 8
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 != 0 ? 0x82F6_3B78 : 0) }
    }
    try writeAnyWidth(o.0, UInt64(crc), i)
  }
}
