/// SSE arithmetic through the host's unit where that is exact (`NativeOperation`). A handler does what
/// takes no look at the flags: MXCSR has recorded an inexact result already, as it has after the first
/// few operations of nearly every program. Its slow twin finds out whether a result is inexact, or else
/// is the warm op, which computes with integers.

/// MXCSR as the handlers want it.
enum QuickControl {
  /// RC is "nearest", the inexact exception is masked.
  @inline(__always) static func rounds(_ mxcsr: UInt32) -> Bool { mxcsr & 0x7000 == 0x1000 }
  /// The same, and it has been raised.
  @inline(__always) static func roundsUnseen(_ mxcsr: UInt32) -> Bool {
    mxcsr & 0x7020 == 0x1020
  }
  @inline(__always) static var inexact: UInt32 { 0x20 }
}

/// ADDSS, ADDSD and their kin: the lowest element, the others stay.
enum ScalarArithmetic<O: NativeOperation, F: NativeFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, F.Bits.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    guard !O.rounds || QuickControl.roundsUnseen(c.field(Field.mxcsr)),
      let result = O.quick(F.self, p.load(as: F.Bits.self), q.loadUnaligned(as: F.Bits.self))
    else { return slowTwin(c, op) }
    p.storeBytes(of: result, as: F.Bits.self)
    next(c, op)
  }
}
/// The slow twin: the same where the inexact exception has not been raised yet, and square roots.
enum CarefulScalarArithmetic<O: NativeOperation, F: NativeFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let control: UInt32 = c.field(Field.mxcsr)
    guard QuickControl.rounds(control), let q = S.locate(c, op, F.Bits.self, .read) else {
      return warmOp(c, op)
    }
    let p = c.state + Field.xmm + Int(op.destination)
    let a = p.load(as: F.Bits.self)
    let b = q.loadUnaligned(as: F.Bits.self)
    guard let result = O.quick(F.self, a, b),
      let isInexact = QuickControl.roundsUnseen(control)
        ? false : O.isInexact(F.self, a, b, result)
    else { return warmOp(c, op) }
    if isInexact { c.setField(Field.mxcsr, control | QuickControl.inexact) }
    p.storeBytes(of: result, as: F.Bits.self)
    next(c, op)
  }
}
/// A handler that leaves everything to its slow twin.
enum Deferred {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) { slowTwin(c, op) }
}

/// ADDPS, ADDPD and their kin: all elements of a register.
enum PackedArithmetic<O: NativeOperation, F: PackedFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    guard !O.rounds || QuickControl.roundsUnseen(c.field(Field.mxcsr)),
      let result = O.quick(
        F.self, Vector128(p.loadUnaligned(as: SIMD2<UInt64>.self)),
        Vector128(q.loadUnaligned(as: SIMD2<UInt64>.self)))
    else { return slowTwin(c, op) }
    p.storeBytes(of: result.quadwords, as: SIMD2<UInt64>.self)
    next(c, op)
  }
}
/// The slow twin: element by element, exact results told from inexact ones.
enum CarefulPackedArithmetic<O: NativeOperation, F: PackedFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let control: UInt32 = c.field(Field.mxcsr)
    guard QuickControl.rounds(control), let q = S.locate(c, op, UInt128.self, .read) else {
      return warmOp(c, op)
    }
    let p = c.state + Field.xmm + Int(op.destination)
    let a = Vector128(p.loadUnaligned(as: SIMD2<UInt64>.self))
    let b = Vector128(q.loadUnaligned(as: SIMD2<UInt64>.self))
    var result = Vector128.zero
    var isInexact = QuickControl.roundsUnseen(control)
    for lane in 0..<128 / F.Bits.bitWidth {
      let x = a.element(lane, F.self)
      let y = b.element(lane, F.self)
      guard let z = O.quick(F.self, x, y) else { return warmOp(c, op) }
      if !isInexact {
        guard let tells = O.isInexact(F.self, x, y, z) else { return warmOp(c, op) }
        isInexact = tells
      }
      result.setElement(lane, F.self, z)
    }
    if isInexact { c.setField(Field.mxcsr, control | QuickControl.inexact) }
    p.storeBytes(of: result.quadwords, as: SIMD2<UInt64>.self)
    next(c, op)
  }
}

/// COMISS, UCOMISS, COMISD, UCOMISD: ZF, PF, CF. What is neither normal nor zero goes to the twin.
enum ScalarCompare<F: NativeFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, F.Bits.self, .read) else { return S.miss(c, op) }
    let a = (c.state + Field.xmm + Int(op.destination)).load(as: F.Bits.self)
    let b = q.loadUnaligned(as: F.Bits.self)
    guard F.isNormalOrZero(a), F.isNormalOrZero(b) else { return slowTwin(c, op) }
    let isLess = F.native(a) < F.native(b)
    let isEqual = F.native(a) == F.native(b)
    // ZF is "the result is zero"; the result's and the carry word's parity then cancel.
    c.setField(Field.result, isEqual ? 0 : 1 as Int64)
    c.setField(
      Field.carries, (isLess ? 0xC000_0000 : 0 as UInt32) | (isEqual ? 0x100 : 0 as UInt32))
    next(c, op)
  }
}

// MARK: Conversions

/// CVTSI2SD of 32 bits is exact in double precision.
enum ConvertDoublewordToDouble<S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt32.self, .read) else { return S.miss(c, op) }
    let value = Double(Int32(bitPattern: S.load(q, UInt32.self)))
    (c.state + Field.xmm + Int(op.destination)).storeBytes(of: value.bitPattern, as: UInt64.self)
    next(c, op)
  }
}
/// CVTSI2SD of 64 bits and CVTSI2SS: quick where the integer fits the significand.
enum ConvertInteger<I: OperandWidth, F: NativeFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, I.self, .read) else { return S.miss(c, op) }
    let value = signExtended(S.load(q, I.self))
    let limit: Int64 = 1 &<< Int64(F.fractionWidth &+ 1)
    guard value >= 0 &- limit, value <= limit else { return slowTwin(c, op) }
    (c.state + Field.xmm + Int(op.destination)).storeBytes(
      of: F.bits(F.native(value)), as: F.Bits.self)
    next(c, op)
  }
}
/// CVTTSS2SI, CVTTSD2SI: quick for what fits; only the inexact flag can change.
enum TruncateToInteger<F: NativeFormat, I: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, F.Bits.self, .read) else { return S.miss(c, op) }
    let bits = q.loadUnaligned(as: F.Bits.self)
    let control: UInt32 = c.field(Field.mxcsr)
    // Below 2^30 or 2^62 in magnitude, so that the conversion cannot trap.
    let limit = F.Bits(F.bias &+ I.bitWidth &- 2) &<< F.Bits(F.fractionWidth)
    guard F.isNormalOrZero(bits), F.magnitude(bits) < limit, control & 0x1000 != 0 else {
      return slowTwin(c, op)
    }
    let number = F.native(bits)
    let value = F.integer(number)
    if F.native(value) != number { c.setField(Field.mxcsr, control | QuickControl.inexact) }
    c.setRegister(op.destination, I(truncatingIfNeeded: value))
    next(c, op)
  }
}
/// CVTSS2SD is exact for normal numbers.
enum WidenSingle<S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt32.self, .read) else { return S.miss(c, op) }
    let bits = q.loadUnaligned(as: UInt32.self)
    guard Binary32.isNormalOrZero(bits) else { return slowTwin(c, op) }
    (c.state + Field.xmm + Int(op.destination)).storeBytes(
      of: Double(Float(bitPattern: bits)).bitPattern, as: UInt64.self)
    next(c, op)
  }
}
/// CVTSD2SS: quick where the result is normal.
enum NarrowDouble<S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt64.self, .read) else { return S.miss(c, op) }
    let bits = q.loadUnaligned(as: UInt64.self)
    let control: UInt32 = c.field(Field.mxcsr)
    let number = Double(bitPattern: bits)
    let result = Float(number)
    guard QuickControl.rounds(control),
      Binary32.isSafeResult(result.bitPattern) || Binary64.isZero(bits)
    else { return slowTwin(c, op) }
    if Double(result) != number { c.setField(Field.mxcsr, control | QuickControl.inexact) }
    (c.state + Field.xmm + Int(op.destination)).storeBytes(of: result.bitPattern, as: UInt32.self)
    next(c, op)
  }
}
