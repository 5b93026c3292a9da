/// SSE arithmetic through the host's unit where that is exact (`NativeOperation`); the slow twin, which
/// is the warm op, does the rest with integers.

/// What MXCSR allows: round to nearest with the inexact exception masked.
private enum Quick {
  /// RC and PM.
  @inline(__always) static var mask: UInt32 { 0x7000 }
  @inline(__always) static var wanted: UInt32 { 0x1000 }
  /// PE.
  @inline(__always) static var inexact: UInt32 { 0x20 }
}

/// ADDSS, ADDSD and their kin: the lowest element, the others stay.
enum ScalarArithmetic<O: NativeOperation, F: NativeFormat, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, F.Bits.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    let control: UInt32 = c.field(Field.mxcsr)
    guard !O.rounds || control & Quick.mask == Quick.wanted,
      let result = O.apply(
        F.self, p.load(as: F.Bits.self), q.loadUnaligned(as: F.Bits.self),
        knowsInexact: control & Quick.inexact != 0)
    else { return slowTwin(c, op) }
    if result.isInexact { c.setField(Field.mxcsr, control | Quick.inexact) }
    p.storeBytes(of: result.bits, as: F.Bits.self)
    next(c, op)
  }
}

/// ADDPD and its kin: two elements.
enum PairArithmetic<O: NativeOperation, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    let control: UInt32 = c.field(Field.mxcsr)
    let knows = control & Quick.inexact != 0
    guard !O.rounds || control & Quick.mask == Quick.wanted,
      let low = O.apply(
        Binary64.self, p.load(as: UInt64.self), q.loadUnaligned(as: UInt64.self),
        knowsInexact: knows),
      let high = O.apply(
        Binary64.self, p.load(fromByteOffset: 8, as: UInt64.self),
        q.loadUnaligned(fromByteOffset: 8, as: UInt64.self), knowsInexact: knows)
    else { return slowTwin(c, op) }
    if low.isInexact || high.isInexact { c.setField(Field.mxcsr, control | Quick.inexact) }
    p.storeBytes(of: SIMD2(low.bits, high.bits), as: SIMD2<UInt64>.self)
    next(c, op)
  }
}

/// ADDPS and its kin: four elements.
enum QuadArithmetic<O: NativeOperation, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, UInt128.self, .read) else { return S.miss(c, op) }
    let p = c.state + Field.xmm + Int(op.destination)
    let control: UInt32 = c.field(Field.mxcsr)
    let knows = control & Quick.inexact != 0
    let a = p.loadUnaligned(as: SIMD4<UInt32>.self)
    let b = q.loadUnaligned(as: SIMD4<UInt32>.self)
    guard !O.rounds || control & Quick.mask == Quick.wanted,
      let r0 = O.apply(Binary32.self, a[0], b[0], knowsInexact: knows),
      let r1 = O.apply(Binary32.self, a[1], b[1], knowsInexact: knows),
      let r2 = O.apply(Binary32.self, a[2], b[2], knowsInexact: knows),
      let r3 = O.apply(Binary32.self, a[3], b[3], knowsInexact: knows)
    else { return slowTwin(c, op) }
    if r0.isInexact || r1.isInexact || r2.isInexact || r3.isInexact {
      c.setField(Field.mxcsr, control | Quick.inexact)
    }
    p.storeBytes(of: SIMD4(r0.bits, r1.bits, r2.bits, r3.bits), as: SIMD4<UInt32>.self)
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
    if F.native(value) != number { c.setField(Field.mxcsr, control | Quick.inexact) }
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
    guard control & Quick.mask == Quick.wanted,
      Binary32.isSafeResult(result.bitPattern) || Binary64.isZero(bits)
    else { return slowTwin(c, op) }
    if Double(result) != number { c.setField(Field.mxcsr, control | Quick.inexact) }
    (c.state + Field.xmm + Int(op.destination)).storeBytes(of: result.bitPattern, as: UInt32.self)
    next(c, op)
  }
}
