import X86Decode

// Lowering of the vector instructions that have handlers, in code contexts where they may be executed
// without a further look (`ModeKey.vectors`, `ModeKey.mmx`). nil stands for the warm op.

extension Lowering {
  func vector(_ i: Instruction, _ op: OpPointer) -> Result? {
    guard Self.isVector(i.operation) else { return nil }
    if i.hasOperand(.mmx) {
      return mode & ModeKey.mmx != 0 && !i.hasOperand(.xmm) ? mmx(i, op) : nil
    }
    return mode & ModeKey.vectors != 0 ? xmm(i, op) : nil
  }

  private func xmm(_ i: Instruction, _ op: OpPointer) -> Result? {
    let a = i.operands.0
    let b = i.operands.1
    switch i.operation {
    case .movaps, .movapd, .movdqa: return vectorMove(i, op, alignment: 0)
    case .movups, .movupd, .movdqu, .lddqu: return vectorMove(i, op, alignment: 1)
    case .movntps, .movntpd, .movntdq, .movntdqa: return vectorMove(i, op, alignment: 0)
    case .movss: return scalarMove(i, op, widthIndex: 0)
    case .movsdScalar: return scalarMove(i, op, widthIndex: 1)
    case .movd, .movq: return quadwordMove(i, op)
    case .movlps, .movlpd: return halfMove(i, op, upper: 0)
    case .movhps, .movhpd: return halfMove(i, op, upper: 8)
    case .movlhps, .movhlps:
      op.destination = vectorField(a) + (i.operation == .movlhps ? 8 : 0)
      op.source = vectorField(b) + (i.operation == .movlhps ? 0 : 8)
      return Result(kind: Kind.vectorInsertR + 1)
    case .pshufd, .shufps:
      op.immediate = UInt32(truncatingIfNeeded: i.immediate & 0xFF)
      return vectorSource(
        i, op, Kind.vectorShuffleR, Kind.vectorShuffleM, i.operation == .pshufd ? 0 : 1)
    case .psllw, .pslld, .psllq, .psrlw, .psrld, .psrlq, .psraw, .psrad, .pslldq, .psrldq:
      return vectorShift(i, op)
    case .comiss, .ucomiss: return vectorSource(i, op, Kind.scalarCompareR, Kind.scalarCompareM, 0)
    case .comisd, .ucomisd: return vectorSource(i, op, Kind.scalarCompareR, Kind.scalarCompareM, 1)
    case .cvtsi2ss: return fromInteger(i, op, 0)
    case .cvtsi2sd: return fromInteger(i, op, 2)
    case .cvttss2si: return toInteger(i, op, 0)
    case .cvttsd2si: return toInteger(i, op, 2)
    case .cvtss2sd: return vectorSource(i, op, Kind.convertFormatR, Kind.convertFormatM, 0)
    case .cvtsd2ss: return vectorSource(i, op, Kind.convertFormatR, Kind.convertFormatM, 1)
    case .pmovmskb, .movmskps, .movmskpd:
      op.destination = register(a)
      op.source = vectorField(b)
      return Result(
        kind: Kind.vectorSignMask
          + (i.operation == .pmovmskb ? 0 : i.operation == .movmskps ? 1 : 2))
    default:
      if let number = Self.binaryNumber(i.operation) {
        return vectorSource(i, op, Kind.vectorBinaryR, Kind.vectorBinaryM, number)
      }
      if let number = Self.scalarNumber(i.operation) {
        return vectorSource(i, op, Kind.scalarR, Kind.scalarM, number)
      }
      if let number = Self.packedNumber(i.operation) {
        return vectorSource(i, op, Kind.packedR, Kind.packedM, number)
      }
      return nil
    }
  }

  // MARK: Which of a family

  /// Place in the generator's VECTOR_BINARY.
  private static func binaryNumber(_ operation: Operation) -> UInt16? {
    switch operation {
    case .pand, .andps, .andpd: 0
    case .pandn, .andnps, .andnpd: 1
    case .por, .orps, .orpd: 2
    case .pxor, .xorps, .xorpd: 3
    case .paddb: 4
    case .paddw: 5
    case .paddd: 6
    case .paddq: 7
    case .psubb: 8
    case .psubw: 9
    case .psubd: 10
    case .psubq: 11
    case .pmullw: 12
    case .pmuludq: 13
    case .pcmpeqb: 14
    case .pcmpeqw: 15
    case .pcmpeqd: 16
    case .pcmpgtb: 17
    case .pcmpgtw: 18
    case .pcmpgtd: 19
    case .punpcklbw: 20
    case .punpcklwd: 21
    case .punpckldq, .unpcklps: 22
    case .punpcklqdq, .unpcklpd: 23
    case .punpckhqdq, .unpckhpd: 24
    case .paddsb: 25
    case .paddsw: 26
    case .paddusb: 27
    case .paddusw: 28
    case .psubsb: 29
    case .psubsw: 30
    case .psubusb: 31
    case .psubusw: 32
    case .pmulhw: 33
    case .pmulhuw: 34
    case .pmaddwd: 35
    case .pavgb: 36
    case .pavgw: 37
    case .psadbw: 38
    case .pminub: 39
    case .pminsw: 40
    case .pmaxub: 41
    case .pmaxsw: 42
    case .packsswb: 43
    case .packuswb: 44
    case .packssdw: 45
    case .punpckhbw: 46
    case .punpckhwd: 47
    case .punpckhdq, .unpckhps: 48
    case .pshufb: 49
    case .pmulld: 50
    case .pminsd: 51
    case .pmaxsd: 52
    default: nil
    }
  }

  /// Place among NATIVE by FORMATS.
  private static func scalarNumber(_ operation: Operation) -> UInt16? {
    switch operation {
    case .addss: 0
    case .addsd: 1
    case .subss: 2
    case .subsd: 3
    case .mulss: 4
    case .mulsd: 5
    case .divss: 6
    case .divsd: 7
    case .sqrtss: 8
    case .sqrtsd: 9
    case .minss: 10
    case .minsd: 11
    case .maxss: 12
    case .maxsd: 13
    default: nil
    }
  }
  private static func packedNumber(_ operation: Operation) -> UInt16? {
    switch operation {
    case .addps: 0
    case .addpd: 1
    case .subps: 2
    case .subpd: 3
    case .mulps: 4
    case .mulpd: 5
    case .divps: 6
    case .divpd: 7
    case .sqrtps: 8
    case .sqrtpd: 9
    case .minps: 10
    case .minpd: 11
    case .maxps: 12
    case .maxpd: 13
    default: nil
    }
  }

  /// Whether an operation executes as a warm op of the SSE room.
  static func isVector(_ operation: Operation) -> Bool {
    let number = operation.rawValue
    switch operation {
    case .popcnt, .crc32, .movnti, .prefetch, .prefetchw, .prefetchnta, .prefetcht0, .prefetcht1,
      .prefetcht2:
      return true
    default:
      return number >= Operation.paddb.rawValue && number <= Operation.pcmpistri.rawValue
    }
  }

  // MARK: Operands

  private func vectorField(_ o: Operand) -> UInt8 { (o.number & 15) * 16 }

  /// A memory form, if the address has one of the forms that the vector families have.
  private func vectorMemory(_ i: Instruction, _ op: OpPointer, _ kind: UInt16) -> Result? {
    let result = memory(i, op, kind)
    switch result.form {
    case 0, 1, 4, 5: return result
    default: return nil
    }
  }

  /// An instruction with an XMM destination and an XMM or memory source.
  private func vectorSource(
    _ i: Instruction, _ op: OpPointer, _ registerKind: UInt16, _ memoryKind: UInt16,
    _ number: UInt16
  ) -> Result? {
    guard i.operands.0.kind == .xmm else { return nil }
    op.destination = vectorField(i.operands.0)
    if i.operands.1.kind == .xmm {
      op.source = vectorField(i.operands.1)
      return Result(kind: registerKind + number)
    }
    return vectorMemory(i, op, memoryKind + number)
  }

  // MARK: Families

  /// - Parameter alignment: 0 if memory must be aligned, 1 if not.
  private func vectorMove(_ i: Instruction, _ op: OpPointer, alignment: UInt16) -> Result? {
    switch (i.operands.0.kind, i.operands.1.kind) {
    case (.xmm, .xmm):
      op.destination = vectorField(i.operands.0)
      op.source = vectorField(i.operands.1)
      return Result(kind: Kind.vectorMoveR)
    case (.xmm, .memory):
      op.destination = vectorField(i.operands.0)
      return vectorMemory(i, op, Kind.vectorMoveRM + alignment)
    case (.memory, .xmm):
      op.source = vectorField(i.operands.1)
      return vectorMemory(i, op, Kind.vectorMoveMR + alignment)
    default: return nil
    }
  }

  /// MOVSS and MOVSD.
  private func scalarMove(_ i: Instruction, _ op: OpPointer, widthIndex: UInt16) -> Result? {
    switch (i.operands.0.kind, i.operands.1.kind) {
    case (.xmm, .xmm):
      op.destination = vectorField(i.operands.0)
      op.source = vectorField(i.operands.1)
      return Result(kind: Kind.vectorInsertR + widthIndex)
    case (.xmm, .memory):
      op.destination = vectorField(i.operands.0)
      return vectorMemory(i, op, Kind.vectorLoadM + widthIndex)
    default:
      op.source = vectorField(i.operands.1)
      return vectorMemory(i, op, Kind.vectorStoreM + widthIndex)
    }
  }

  /// MOVD and MOVQ on XMM registers.
  private func quadwordMove(_ i: Instruction, _ op: OpPointer) -> Result? {
    let a = i.operands.0
    let b = i.operands.1
    func index(_ o: Operand) -> UInt16 { o.width == 8 ? 1 : 0 }
    switch (a.kind, b.kind) {
    case (.xmm, .xmm):
      op.destination = vectorField(a)
      op.source = vectorField(b)
      return Result(kind: Kind.vectorLoadR + 2)
    case (.xmm, .register):
      op.destination = vectorField(a)
      op.source = register(b)
      return Result(kind: Kind.vectorLoadR + index(b))
    case (.xmm, .memory):
      op.destination = vectorField(a)
      return vectorMemory(i, op, Kind.vectorLoadM + index(b))
    case (.register, .xmm):
      op.destination = register(a)
      op.source = vectorField(b)
      return Result(kind: Kind.vectorStoreR + index(a))
    case (.memory, .xmm):
      op.source = vectorField(b)
      return vectorMemory(i, op, Kind.vectorStoreM + index(a))
    default: return nil
    }
  }

  /// MOVLPS, MOVHPS and their double-precision names: a quadword of memory and one half.
  /// - Parameter upper: the half's offset in the register.
  private func halfMove(_ i: Instruction, _ op: OpPointer, upper: UInt8) -> Result? {
    if i.operands.0.kind == .memory {
      op.source = vectorField(i.operands.1) + upper
      return vectorMemory(i, op, Kind.vectorStoreM + 1)
    }
    guard i.operands.1.kind == .memory else { return nil }
    op.destination = vectorField(i.operands.0) + upper
    return vectorMemory(i, op, Kind.vectorInsertM)
  }

  /// Shifts by an immediate. What would shift everything out is left to the warm op.
  private func vectorShift(
    _ i: Instruction, _ op: OpPointer, _ kind: UInt16 = Kind.vectorShift
  ) -> Result? {
    guard i.operands.1.kind == .immediate else { return nil }
    let (number, width): (UInt16, UInt32) =
      switch i.operation {
      case .psllw: (0, 16)
      case .pslld: (1, 32)
      case .psllq: (2, 64)
      case .psrlw: (3, 16)
      case .psrld: (4, 32)
      case .psrlq: (5, 64)
      case .psraw: (6, 16)
      case .psrad: (7, 32)
      case .pslldq: (8, 16)
      default: (9, 16)
      }
    let count = UInt32(truncatingIfNeeded: i.immediate & 0xFF)
    guard count < width else { return nil }
    op.destination = vectorField(i.operands.0)
    op.immediate = count
    return Result(kind: kind + number)
  }

  /// MMX registers: 16 times the number as well, from another field.
  private func mmx(_ i: Instruction, _ op: OpPointer) -> Result? {
    let a = i.operands.0
    let b = i.operands.1
    switch i.operation {
    case .movd, .movq: return mmxMove(i, op)
    case .psllw, .pslld, .psllq, .psrlw, .psrld, .psrlq, .psraw, .psrad:
      return vectorShift(i, op, Kind.mmxShift)
    default:
      guard let place = Self.binaryNumber(i.operation), a.kind == .mmx else { return nil }
      // The generator's MMX_BINARY lacks the two interleavings of quadwords.
      let number = place > 24 ? place - 2 : place
      op.destination = vectorField(a)
      guard b.kind == .mmx else { return vectorMemory(i, op, Kind.mmxBinaryM + number) }
      op.source = vectorField(b)
      return Result(kind: Kind.mmxBinaryR + number)
    }
  }
  private func mmxMove(_ i: Instruction, _ op: OpPointer) -> Result? {
    let a = i.operands.0
    let b = i.operands.1
    func index(_ o: Operand) -> UInt16 { o.width == 8 ? 1 : 0 }
    switch (a.kind, b.kind) {
    case (.mmx, .mmx):
      op.destination = vectorField(a)
      op.source = vectorField(b)
      return Result(kind: Kind.mmxLoadR + 2)
    case (.mmx, .register):
      op.destination = vectorField(a)
      op.source = register(b)
      return Result(kind: Kind.mmxLoadR + index(b))
    case (.mmx, .memory):
      op.destination = vectorField(a)
      return vectorMemory(i, op, Kind.mmxLoadM + index(b))
    case (.register, .mmx):
      op.destination = register(a)
      op.source = vectorField(b)
      return Result(kind: Kind.mmxStoreR + index(a))
    case (.memory, .mmx):
      op.source = vectorField(b)
      return vectorMemory(i, op, Kind.mmxStoreM + index(a))
    default: return nil
    }
  }

  /// CVTSI2SS and CVTSI2SD.
  private func fromInteger(_ i: Instruction, _ op: OpPointer, _ number: UInt16) -> Result? {
    let b = i.operands.1
    let at = number + (b.width == 8 ? 1 : 0)
    op.destination = vectorField(i.operands.0)
    guard b.kind == .register else { return vectorMemory(i, op, Kind.convertIntegerM + at) }
    op.source = register(b)
    return Result(kind: Kind.convertIntegerR + at)
  }

  /// CVTTSS2SI and CVTTSD2SI.
  private func toInteger(_ i: Instruction, _ op: OpPointer, _ number: UInt16) -> Result? {
    let at = number + (i.operands.0.width == 8 ? 1 : 0)
    op.destination = register(i.operands.0)
    guard i.operands.1.kind == .xmm else { return vectorMemory(i, op, Kind.truncateM + at) }
    op.source = vectorField(i.operands.1)
    return Result(kind: Kind.truncateR + at)
  }
}
