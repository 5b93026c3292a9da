/// The arithmetic flags in their lazy form (ARCHITECTURE.md, "The core"): a sign-extended result and a carry word, which
/// together can represent all 64 combinations.
extension Processor {
  @inline(__always) var carries: UInt32 { field(Field.carries) }
  @inline(__always) var carry: Bool { Int32(bitPattern: carries) < 0 }
  @inline(__always) var zero: Bool { field(Field.result, as: Int64.self) == 0 }
  @inline(__always) var negative: Bool {
    (field(Field.result, as: Int64.self) < 0) != (carries & 1 != 0)
  }
  @inline(__always) var overflow: Bool {
    let word = carries
    return Int32(bitPattern: word ^ (word &<< 1)) < 0
  }
  @inline(__always) var parity: Bool {
    let byte =
      UInt8(truncatingIfNeeded: field(Field.result, as: UInt32.self))
      ^ UInt8(truncatingIfNeeded: carries &>> 8)
    // The parity table is a 16-bit constant, so that a handler needs no table and no popcnt.
    return (0x9669 as UInt32) &>> (UInt32(byte ^ (byte &>> 4)) & 15) & 1 != 0
  }

  /// The six arithmetic flags as EFLAGS bits.
  var arithmeticFlags: UInt32 {
    (carry ? 1 : 0) | (parity ? 4 : 0) | (carries & 8 != 0 ? 16 : 0) | (zero ? 64 : 0)
      | (negative ? 128 : 0) | (overflow ? 2048 : 0)
  }

  /// Sets the six arithmetic flags from EFLAGS bits; other bits are ignored.
  func setArithmeticFlags(_ flags: UInt32) {
    // ZF picks result 0 or 1; the deltas then correct SF and PF.
    let isZero = flags & 64 != 0
    var word: UInt32 = flags & 1 != 0 ? 0x8000_0000 : 0
    if (flags & 1 != 0) != (flags & 2048 != 0) { word |= 0x4000_0000 }
    if flags & 16 != 0 { word |= 8 }
    if flags & 128 != 0 { word |= 1 }
    if (flags & 4 != 0) != isZero { word |= 0x100 }
    setField(Field.result, isZero ? 0 : 1 as Int64)
    setField(Field.carries, word)
  }

  /// EFLAGS as PUSHFD would see it, all bits, bit 1 set.
  package var eflags: UInt32 {
    get { arithmeticFlags | field(Field.systemFlags, as: UInt32.self) | 2 }
    nonmutating set {
      setArithmeticFlags(newValue)
      setField(Field.systemFlags, newValue & ~(EFlags.arithmetic.rawValue | 2))
    }
  }
  @inline(__always) func systemFlag(_ flag: EFlags) -> Bool {
    field(Field.systemFlags, as: UInt32.self) & flag.rawValue != 0
  }
  func setSystemFlag(_ flag: EFlags, _ value: Bool) {
    let old = field(Field.systemFlags, as: UInt32.self)
    setField(Field.systemFlags, value ? old | flag.rawValue : old & ~flag.rawValue)
  }
  var iopl: UInt8 { UInt8(field(Field.systemFlags, as: UInt32.self) >> 12 & 3) }

  @inline(__always) func setResult<W: OperandWidth>(_ result: W) {
    setField(Field.result, signExtended(result))
  }

  /// Brings a carry-out vector of any width to the common form.
  @inline(__always) static func normalised<W: OperandWidth>(_ vector: W) -> UInt32 {
    let word = UInt32(truncatingIfNeeded: vector)
    switch W.bitWidth {
    case 8: return (word &<< 24) & 0xC000_0000 | word & 8
    case 16: return (word &<< 16) & 0xC000_0000 | word & 8
    case 32: return word & 0xC000_0008
    default: return UInt32(truncatingIfNeeded: UInt64(vector) &>> 32) & 0xC000_0000 | word & 8
    }
  }
  /// All six flags of `result = a + b (+ carry)`.
  @inline(__always) func setAdd<W: OperandWidth>(_ a: W, _ b: W, _ result: W) {
    setResult(result)
    setField(Field.carries, Self.normalised((a & b) | ((a | b) & ~result)))
  }
  /// All six flags of `result = a - b (- carry)`.
  @inline(__always) func setSubtract<W: OperandWidth>(_ a: W, _ b: W, _ result: W) {
    setResult(result)
    setField(Field.carries, Self.normalised((~a & b) | ((~a | b) & result)))
  }
  /// CF = OF = AF = 0, the rest from the result. AF is architecturally undefined; silicon clears it.
  @inline(__always) func setLogic<W: OperandWidth>(_ result: W) {
    setResult(result)
    setField(Field.carries, UInt32(0))
  }
  /// INC and DEC: everything but CF. `vector` is the carry vector of the step by one.
  @inline(__always) func setKeepingCarry<W: OperandWidth>(_ vector: W, _ result: W) {
    let old = carries & 0x8000_0000
    let new = Self.normalised(vector)
    setResult(result)
    setField(
      Field.carries, old | (((new ^ (new &<< 1) ^ old) &>> 1) & 0x4000_0000) | (new & 8))
  }
  /// A shift's CF and OF (bit 0 of each argument), AF = 0, the rest from the result.
  @inline(__always) func setShift<W: OperandWidth>(_ result: W, carryOut: W, overflow: W) {
    let carry = UInt32(truncatingIfNeeded: carryOut & 1) &<< 31
    let over = UInt32(truncatingIfNeeded: overflow & 1) &<< 30
    setResult(result)
    setField(Field.carries, carry | ((carry &>> 1) ^ over))
  }
  /// A rotate's CF and OF (bit 0 of each argument); SF, ZF, AF and PF keep.
  @inline(__always) func setRotate<W: OperandWidth>(carryOut: W, overflow: W) {
    let carry = UInt32(truncatingIfNeeded: carryOut & 1) &<< 31
    let over = UInt32(truncatingIfNeeded: overflow & 1) &<< 30
    setField(Field.carries, (carries & 0x3FFF_FFFF) | carry | ((carry &>> 1) ^ over))
  }
}

@inline(__always) func signExtended<W: OperandWidth>(_ value: W) -> Int64 {
  switch W.bitWidth {
  case 8: Int64(Int8(truncatingIfNeeded: value))
  case 16: Int64(Int16(truncatingIfNeeded: value))
  case 32: Int64(Int32(truncatingIfNeeded: value))
  default: Int64(truncatingIfNeeded: value)
  }
}
