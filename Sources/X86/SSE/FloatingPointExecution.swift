import X86Decode

// SSE arithmetic: the elements are computed one after the other under one environment, the exceptions
// of all of them are reported together, and only then is the destination written.

extension CPU {
  /// Adds an instruction's exceptions to MXCSR.
  /// - Throws: #XM for an unmasked one, or #UD if CR4.OSXMMEXCPT says that the system does not know
  ///   that exception.
  func report(_ environment: SIMDEnvironment) throws(Fault) {
    state.mxcsr = state.mxcsr.raising(environment.reported)
    guard environment.isTrapping else { return }
    let cr4: UInt64 = state.field(Field.cr4)
    throw cr4 & CR4.osxmmexcpt != 0 ? .simd : .invalidOpcode
  }

  /// ADDPS and its kin: `compute` on each pair of elements; of a scalar instruction on the lowest.
  func arithmetic<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, isScalar: Bool = false,
    _ compute: (F.Bits, F.Bits, inout SIMDEnvironment) -> F.Bits
  ) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i)
    let a = state.vector(o.0.number)
    var result = a
    var environment = SIMDEnvironment(state.mxcsr)
    for lane in 0..<(isScalar ? 1 : 128 / F.Bits.bitWidth) {
      result.setElement(
        lane, F.self, compute(a.element(lane, F.self), b.element(lane, F.self), &environment))
    }
    try report(environment)
    state.setVector(o.0.number, result)
  }

  /// CMPPS and its kin.
  func compareElements<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, isScalar: Bool = false
  ) throws(Fault) {
    let predicate = UInt8(truncatingIfNeeded: i.pointee.immediate & 7)
    try arithmetic(i, F.self, isScalar: isScalar) { F.compare($0, $1, predicate: predicate, &$2) }
  }

  /// COMISS and its kin: ZF, PF and CF as after an unsigned comparison, all three for "unordered"; the
  /// other flags clear.
  func compareToFlags<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, signalsQuiet: Bool
  ) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i).element(0, F.self)
    let a = state.vector(o.0.number).element(0, F.self)
    var environment = SIMDEnvironment(state.mxcsr)
    let order = F.compare(a, b, signalsQuiet: signalsQuiet, &environment)
    try report(environment)
    let flags: EFlags =
      switch order {
      case .unordered: [.zf, .pf, .cf]
      case .less: .cf
      case .equal: .zf
      case .greater: []
      }
    state.setArithmeticFlags(flags.rawValue)
  }

  /// ADDSUBPS, ADDSUBPD: even elements are subtracted, odd ones added.
  func addSubtract<F: BinaryFormat>(_ i: InstructionPointer, _: F.Type) throws(Fault) {
    var isOdd = false
    try arithmetic(i, F.self) {
      defer { isOdd.toggle() }
      return isOdd ? F.add($0, $1, &$2) : F.subtract($0, $1, &$2)
    }
  }

  /// HADDPS and its kin: `compute` on neighbours, the destination's pairs first.
  func horizontal<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type,
    _ compute: (F.Bits, F.Bits, inout SIMDEnvironment) -> F.Bits
  ) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i)
    let a = state.vector(o.0.number)
    var result = Vector128.zero
    var environment = SIMDEnvironment(state.mxcsr)
    let half = 64 / F.Bits.bitWidth
    for lane in 0..<2 * half {
      let source = lane < half ? a : b
      let pair = 2 * (lane % half)
      result.setElement(
        lane, F.self,
        compute(source.element(pair, F.self), source.element(pair + 1, F.self), &environment))
    }
    try report(environment)
    state.setVector(o.0.number, result)
  }

  /// DPPS, DPPD: the immediate's upper half chooses the products, its lower half the elements that
  /// receive their sum; the others become +0.
  func dotProduct<F: BinaryFormat>(_ i: InstructionPointer, _: F.Type) throws(Fault) {
    let o = i.pointee.operands
    let b = try readVector(o.1, i)
    let a = state.vector(o.0.number)
    let choice = i.pointee.immediate
    var environment = SIMDEnvironment(state.mxcsr)
    let count = 128 / F.Bits.bitWidth
    var terms: (F.Bits, F.Bits, F.Bits, F.Bits) = (0, 0, 0, 0)
    func product(_ lane: Int) -> F.Bits {
      choice >> UInt64(4 + lane) & 1 == 0
        ? 0 : F.multiply(a.element(lane, F.self), b.element(lane, F.self), &environment)
    }
    terms.0 = product(0)
    terms.1 = product(1)
    if count == 4 {
      terms.2 = product(2)
      terms.3 = product(3)
    }
    try report(environment)
    var sum = F.add(terms.0, terms.1, &environment)
    if count == 4 {
      let upper = F.add(terms.2, terms.3, &environment)
      try report(environment)
      sum = F.add(sum, upper, &environment)
    }
    try report(environment)
    var result = Vector128.zero
    for lane in 0..<count where choice >> UInt64(lane) & 1 != 0 {
      result.setElement(lane, F.self, sum)
    }
    state.setVector(o.0.number, result)
  }

  /// ROUNDPS and its kin. Immediate: bits 1 and 0 the rounding, bit 2 MXCSR's instead, bit 3 no
  /// precision exception.
  func roundElements<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, isScalar: Bool = false
  ) throws(Fault) {
    let control = i.pointee.immediate
    let rounding =
      control & 4 != 0
      ? state.mxcsr.rounding
      : MXCSR(rawValue: UInt32(truncatingIfNeeded: control & 3) << 13).rounding
    try arithmetic(i, F.self, isScalar: isScalar) {
      F.roundedToIntegral($1, rounding: rounding, reportsInexact: control & 8 == 0, &$2)
    }
  }
}

// MARK: Conversions

extension CPU {
  /// CVTPS2PD, CVTPD2PS: as many elements as both sides have; the rest of the destination is zero.
  /// CVTSS2SD and CVTSD2SS keep it.
  func convertFormat<From: BinaryFormat, To: BinaryFormat>(
    _ i: InstructionPointer, from: From.Type, to: To.Type, isScalar: Bool = false
  ) throws(Fault) {
    let o = i.pointee.operands
    let source = try readVector(o.1, i)
    var result = isScalar ? state.vector(o.0.number) : .zero
    var environment = SIMDEnvironment(state.mxcsr)
    for lane in 0..<(isScalar ? 1 : 2) {
      result.setElement(
        lane, To.self, From.convert(source.element(lane, From.self), to: To.self, &environment))
    }
    try report(environment)
    state.setVector(o.0.number, result)
  }

  /// CVTPS2DQ, CVTPD2DQ, CVTPS2PI, CVTPD2PI and their truncating forms.
  func convertToDoublewords<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, truncating: Bool
  ) throws(Fault) {
    let o = i.pointee.operands
    let source = try readVector(o.1, i)
    var result = SIMD4<Int32>()
    var environment = SIMDEnvironment(state.mxcsr)
    let count = o.0.kind == .mmx ? 2 : 128 / F.Bits.bitWidth
    for lane in 0..<count {
      result[lane] = F.toInteger(
        source.element(lane, F.self),
        rounding: truncating ? .towardZero : environment.rounding, &environment)
    }
    // The x87 unit's state changes even if the conversion is then reported.
    if o.0.kind == .mmx { enterMMX() }
    try report(environment)
    try writeVector(o.0, Vector128(result), i)
  }

  /// CVTDQ2PS, CVTDQ2PD: all of the destination. CVTPI2PS: its low half; CVTPI2PD: all of it.
  func convertFromDoublewords<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, keepsHigh: Bool = false
  ) throws(Fault) {
    let o = i.pointee.operands
    let source = try readVector(o.1, i).signedDoublewords
    var result = keepsHigh ? state.vector(o.0.number) : .zero
    var environment = SIMDEnvironment(state.mxcsr)
    for lane in 0..<(keepsHigh ? 2 : 128 / F.Bits.bitWidth) {
      result.setElement(lane, F.self, F.fromInteger(source[lane], &environment))
    }
    if o.1.kind == .mmx { enterMMX() }
    try report(environment)
    state.setVector(o.0.number, result)
  }

  /// CVTSI2SS, CVTSI2SD.
  func convertFromRegister<F: BinaryFormat>(_ i: InstructionPointer, _: F.Type) throws(Fault) {
    let o = i.pointee.operands
    let value = try readAnyWidth(o.1, i)
    var result = state.vector(o.0.number)
    var environment = SIMDEnvironment(state.mxcsr)
    let number =
      o.1.width == 8
      ? F.fromInteger(Int64(bitPattern: value), &environment)
      : F.fromInteger(Int32(truncatingIfNeeded: value), &environment)
    result.setElement(0, F.self, number)
    try report(environment)
    state.setVector(o.0.number, result)
  }

  /// CVTSS2SI, CVTSD2SI and their truncating forms.
  func convertToRegister<F: BinaryFormat>(
    _ i: InstructionPointer, _: F.Type, truncating: Bool
  ) throws(Fault) {
    let o = i.pointee.operands
    let source = try readVector(o.1, i).element(0, F.self)
    var environment = SIMDEnvironment(state.mxcsr)
    let rounding = truncating ? .towardZero : environment.rounding
    let value =
      o.0.width == 8
      ? F.toInteger(source, as: Int64.self, rounding: rounding, &environment)
      : Int64(F.toInteger(source, as: Int32.self, rounding: rounding, &environment))
    try report(environment)
    try writeAnyWidth(o.0, UInt64(bitPattern: value), i)
  }
}
