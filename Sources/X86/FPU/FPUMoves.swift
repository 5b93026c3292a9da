import X86Decode

/// FLD, FST, FILD, FIST, FBLD, FBSTP, FXCH, FCMOVcc and the constants.
extension CPU {
  // MARK: Memory operands

  private func slot(_ i: InstructionPointer) -> SegmentSlot { SegmentSlot(i.pointee.segment) }

  /// The offset of a part of the memory operand; the 8086 and 80186 wrap inside the segment.
  func operandOffset(_ i: InstructionPointer, _ distance: Int) -> UInt64 {
    let offset = effectiveOffset(i) &+ UInt64(truncatingIfNeeded: distance)
    return model < .i80286 ? offset & 0xFFFF : offset
  }

  func readPart<W: OperandWidth>(
    _ i: InstructionPointer, at distance: Int = 0, as: W.Type = W.self
  ) throws(Fault) -> W {
    try read(slot(i), operandOffset(i, distance))
  }

  func writePart<W: OperandWidth>(
    _ i: InstructionPointer, at distance: Int = 0, _ value: W
  ) throws(Fault) {
    try write(slot(i), operandOffset(i, distance), value)
  }

  func probePart(_ i: InstructionPointer, at distance: Int = 0, byteCount: Int) throws(Fault) {
    guard model >= .i80286 else { return }
    try probeWrite(slot(i), operandOffset(i, distance), byteCount: byteCount)
  }

  /// The 80-bit operand.
  private func readExtended(_ i: InstructionPointer) throws(Fault) -> ExtendedReal {
    let significand: UInt64 = try readPart(i)
    let signExponent: UInt16 = try readPart(i, at: 8)
    return ExtendedReal(significand: significand, signExponent: signExponent)
  }

  private func probeExtended(_ i: InstructionPointer) throws(Fault) {
    try probePart(i, byteCount: 8)
    try probePart(i, at: 8, byteCount: 2)
  }

  private func writeExtended(
    _ i: InstructionPointer, _ significand: UInt64, _ signExponent: UInt16
  ) throws(Fault) {
    try writePart(i, significand)
    try writePart(i, at: 8, signExponent)
  }

  // MARK: Loads

  /// Pushes what `value` gives, with its exceptions. An invalid operand (a signalling NaN) that is not
  /// masked is not pushed; a denormal is, as the manual's table has it for this instruction.
  @inline(__always) private func load(
    _ i: InstructionPointer, _ value: (inout FloatingPointEnvironment) -> ExtendedReal
  ) {
    let unit = FPU(state)
    notePointers(i)
    guard unit.isEmpty(-1) else {
      if stackFault(overflow: true) { push(.indefinite) }
      return
    }
    var environment = unit.environment
    let loaded = value(&environment)
    report(environment)
    if environment.raised.contains(.invalid), !environment.masked.contains(.invalid) { return }
    push(loaded)
  }

  /// FLD: m32, m64, m80, ST(i).
  func loadReal(_ i: InstructionPointer) throws(Fault) {
    guard i.pointee.modRM < 0xC0 else { return loadRegister(i) }
    switch i.pointee.operands.0.width {
    case 4:
      let bits: UInt32 = try readPart(i)
      load(i) { loaded(ExtendedReal(exactBinary32: bits)) ?? .init(binary32: bits, &$0) }
    case 8:
      let bits: UInt64 = try readPart(i)
      load(i) { loaded(ExtendedReal(exactBinary64: bits)) ?? .init(binary64: bits, &$0) }
    default:
      let value = try readExtended(i)
      load(i) { environment in
        // The 8087 and 80287 take this for arithmetic.
        if model < .i80386, value.isDenormal { environment.raise(.denormal) }
        return value
      }
    }
  }

  /// What the 8087 and 80287 load from the narrower formats without looking for exceptions.
  @inline(__always) private func loaded(_ value: ExtendedReal) -> ExtendedReal? {
    model < .i80386 ? value : nil
  }

  private func loadRegister(_ i: InstructionPointer) {
    let unit = FPU(state)
    let source = Int(i.pointee.modRM & 7)
    guard !unit.isEmpty(source) else {
      notePointers(i)
      if stackFault(overflow: false) { push(.indefinite) }
      return
    }
    let value = unit.st(source)
    load(i) { _ in value }
  }

  /// FILD: m16, m32, m64.
  func loadInteger(_ i: InstructionPointer) throws(Fault) {
    let value: Int64
    switch i.pointee.operands.0.width {
    case 2: value = Int64(Int16(bitPattern: try readPart(i)))
    case 4: value = Int64(Int32(bitPattern: try readPart(i)))
    default: value = Int64(bitPattern: try readPart(i))
    }
    load(i) { _ in ExtendedReal(integer: value) }
  }

  /// FBLD m80.
  func loadDecimal(_ i: InstructionPointer) throws(Fault) {
    let image = try readExtended(i)
    load(i) { _ in ExtendedReal(packedDecimal: image.significand, image.signExponent) }
  }

  /// FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2, FLDZ. The 387 and later round the irrational ones as
  /// FCW says, without an exception; the 8087 and 287 hold the nearest.
  func loadConstant(_ i: InstructionPointer) {
    let rounds = model >= .i80386
    load(i) { environment in
      switch i.pointee.operation {
      case .fld1: .one
      case .fldl2t: Constant.log2Of10.rounded(environment, rounds)
      case .fldl2e: Constant.log2OfE.rounded(environment, rounds)
      case .fldpi: Constant.pi.rounded(environment, rounds)
      case .fldlg2: Constant.log10Of2.rounded(environment, rounds)
      case .fldln2: Constant.logOf2.rounded(environment, rounds)
      default: .positiveZero
      }
    }
  }

  /// An irrational constant: its first 64 bits and whether the following ones are more than a half.
  private struct Constant {
    let significand: UInt64
    let exponent: UInt16
    let exceedsHalf: Bool

    func rounded(_ environment: FloatingPointEnvironment, _ rounds: Bool) -> ExtendedReal {
      let increments =
        switch rounds ? environment.rounding : .nearestEven {
        case .nearestEven: exceedsHalf
        case .up: true
        case .down, .towardZero: false
        }
      return ExtendedReal(
        significand: significand &+ (increments ? 1 : 0), signExponent: exponent)
    }

    static let log2Of10 = Constant(
      significand: 0xD49A_784B_CD1B_8AFE, exponent: 0x4000, exceedsHalf: false)
    static let log2OfE = Constant(
      significand: 0xB8AA_3B29_5C17_F0BB, exponent: 0x3FFF, exceedsHalf: true)
    static let pi = Constant(
      significand: 0xC90F_DAA2_2168_C234, exponent: 0x4000, exceedsHalf: true)
    static let log10Of2 = Constant(
      significand: 0x9A20_9A84_FBCF_F798, exponent: 0x3FFD, exceedsHalf: true)
    static let logOf2 = Constant(
      significand: 0xB172_17F7_D1CF_79AB, exponent: 0x3FFE, exceedsHalf: true)
  }

  // MARK: Stores

  /// FST, FSTP: m32, m64, m80, ST(i).
  func storeReal(_ i: InstructionPointer, pops: Bool) throws(Fault) {
    guard i.pointee.modRM < 0xC0 else { return storeRegister(i, pops: pops) }
    let unit = FPU(state)
    let width = i.pointee.operands.0.width
    // FSTP m80 stores what is there.
    if width == 10 {
      try probeExtended(i)
      notePointers(i)
      let isEmpty = unit.isEmpty(0)
      if isEmpty, !stackFault(overflow: false) { return }
      let value = isEmpty ? .indefinite : unit.st(0)
      try writeExtended(i, value.significand, value.signExponent)
      if !isEmpty { unit.flags &= ~FPU.Status.c1 }
      return pop()
    }
    try probePart(i, byteCount: Int(width))
    notePointers(i)
    if unit.isEmpty(0) {
      guard stackFault(overflow: false) else { return }
      if width == 4 {
        try writePart(i, 0xFFC0_0000 as UInt32)
      } else {
        try writePart(i, 0xFFF8_0000_0000_0000 as UInt64)
      }
    } else {
      var environment = unit.environment
      let value = numberToStore()
      if width == 4 {
        let bits = value.binary32(&environment)
        if !environment.isStoreBlocked { try writePart(i, bits) }
      } else {
        let bits = value.binary64(&environment)
        if !environment.isStoreBlocked { try writePart(i, bits) }
      }
      report(environment)
      if environment.isStoreBlocked { return }
    }
    if pops { pop() }
  }

  /// ST(0), an 8087's or 80287's unnormal as the number that it denotes.
  @inline(__always) private func numberToStore() -> ExtendedReal {
    let value = FPU(state).st(0)
    return model < .i80386 ? EarlyUnit.normalized(value) : value
  }

  private func storeRegister(_ i: InstructionPointer, pops: Bool) {
    let unit = FPU(state)
    let destination = Int(i.pointee.modRM & 7)
    notePointers(i)
    var value = unit.st(0)
    if pops, unit.isEmpty(0), i.pointee.condition & 7 == 1 {
      // D9 D8+i, which no manual lists, looks at no tag: nothing to store, but it pops.
      unit.flags &= ~FPU.Status.c1
      return pop()
    }
    if unit.isEmpty(0) {
      guard stackFault(overflow: false) else { return }
      value = .indefinite
    } else {
      unit.flags &= ~FPU.Status.c1
    }
    unit.setST(destination, value)
    unit.setEmpty(destination, false)
    if pops { pop() }
  }

  /// FIST, FISTP, FISTTP: m16, m32, m64.
  func storeInteger(
    _ i: InstructionPointer, pops: Bool, truncates: Bool = false
  ) throws(Fault) {
    let unit = FPU(state)
    let byteCount = Int(i.pointee.operands.0.width)
    try probePart(i, byteCount: byteCount)
    notePointers(i)
    var value = Int64.min &>> Int64(64 - 8 * byteCount)
    if unit.isEmpty(0) {
      guard stackFault(overflow: false) else { return }
    } else {
      var environment = unit.environment
      if truncates { environment.rounding = .towardZero }
      value = numberToStore().integer(byteCount: byteCount, &environment)
      report(environment)
      if environment.isBlocked { return }
    }
    switch byteCount {
    case 2: try writePart(i, UInt16(truncatingIfNeeded: value))
    case 4: try writePart(i, UInt32(truncatingIfNeeded: value))
    default: try writePart(i, UInt64(bitPattern: value))
    }
    if pops { pop() }
  }

  /// FBSTP m80.
  func storeDecimal(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    try probeExtended(i)
    notePointers(i)
    var image: (digits: UInt64, top: UInt16) = (0xC000_0000_0000_0000, 0xFFFF)
    if unit.isEmpty(0) {
      guard stackFault(overflow: false) else { return }
    } else {
      var environment = unit.environment
      image = numberToStore().packedDecimal(&environment)
      report(environment)
      if environment.isBlocked { return }
    }
    try writeExtended(i, image.digits, image.top)
    pop()
  }

  // MARK: Between registers

  /// FXCH. Empty registers become the indefinite first.
  func exchangeRegisters(_ i: InstructionPointer) {
    let unit = FPU(state)
    let other = Int(i.pointee.modRM & 7)
    notePointers(i)
    if unit.isEmpty(0) || unit.isEmpty(other) {
      guard stackFault(overflow: false) else { return }
      for n in [0, other] where unit.isEmpty(n) {
        unit.setST(n, .indefinite)
        unit.setEmpty(n, false)
      }
    } else {
      unit.flags &= ~FPU.Status.c1
    }
    let value = unit.st(0)
    unit.setST(0, unit.st(other))
    unit.setST(other, value)
  }

  /// FCMOVcc: on CF, ZF, CF or ZF, PF, or their opposites. C1 keeps its value.
  func moveConditionally(_ i: InstructionPointer) {
    let unit = FPU(state)
    let source = Int(i.pointee.modRM & 7)
    notePointers(i)
    if unit.isEmpty(0) || unit.isEmpty(source) {
      guard stackFault(overflow: false) else { return }
      unit.setST(0, .indefinite)
      return unit.setEmpty(0, false)
    }
    let flags = EFlags(rawValue: state.arithmeticFlags)
    let holds =
      switch i.pointee.condition & 3 {
      case 0: flags.contains(.cf)
      case 1: flags.contains(.zf)
      case 2: !flags.isDisjoint(with: [.cf, .zf])
      default: flags.contains(.pf)
      }
    if holds != (i.pointee.condition & 4 != 0) { unit.setST(0, unit.st(source)) }
  }
}
