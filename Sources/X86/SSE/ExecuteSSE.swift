import X86Decode

// MMX, SSE, SSE2, SSE3, SSSE3, SSE4.1 and SSE4.2: from the operation to what computes it.

extension CPU {
  /// Executes a vector instruction.
  /// - Returns: false if the operation is none.
  func executeVector(_ i: InstructionPointer) throws(Fault) -> Bool {
    guard try mayExecuteVector(i) else { return true }
    if try executeVectorMove(i) { return true }
    if try executePackedInteger(i) { return true }
    if try executePackedShuffle(i) { return true }
    return try executeVectorArithmetic(i)
  }

  private func executeVectorMove(_ i: InstructionPointer) throws(Fault) -> Bool {
    switch i.pointee.operation {
    case .movaps, .movapd, .movups, .movupd, .movdqa, .movdqu, .lddqu, .movntps, .movntpd, .movntdq,
      .movntdqa, .movntq, .movd, .movq2dq, .movdq2q:
      try moveVector(i)
    case .movq: try moveQuadword(i)
    case .movss: try moveScalar(i, Binary32.self)
    case .movsdScalar: try moveScalar(i, Binary64.self)
    case .movlps, .movlpd: try moveHalf(i, fromHigh: false, toHigh: false)
    case .movhps, .movhpd:
      try moveHalf(
        i, fromHigh: i.pointee.operands.0.kind == .memory,
        toHigh: i.pointee.operands.0.kind == .xmm)
    case .movhlps: try moveHalf(i, fromHigh: true, toHigh: false)
    case .movlhps: try moveHalf(i, fromHigh: false, toHigh: true)
    case .movsldup: try packedUnary(i, Packed.duplicateEven)
    case .movshdup: try packedUnary(i, Packed.duplicateOdd)
    case .movddup: try packedUnary(i) { Packed.joined($0.low, $0.low) }
    case .movmskps: try signMask(i, Packed.signMask(doublewords:))
    case .movmskpd: try signMask(i, Packed.signMask(quadwords:))
    case .pmovmskb: try signMask(i, Packed.signMask(bytes:))
    case .maskmovq, .maskmovdqu: try moveMasked(i)
    case .emms: emptyMMX()
    case .ldmxcsr: try loadMXCSR(i)
    case .stmxcsr: try storeMXCSR(i)
    case .movnti: try writeAnyWidth(i.pointee.operands.0, readAnyWidth(i.pointee.operands.1, i), i)
    // There is no cache to fill or to flush, and memory is always in order. CLFLUSH reads its byte.
    case .prefetch, .prefetchw, .prefetchnta, .prefetcht0, .prefetcht1, .prefetcht2, .lfence,
      .mfence, .sfence:
      break
    case .clflush: _ = try readOperand(i.pointee.operands.0, i, as: UInt8.self)
    default: return false
    }
    return true
  }

  private func executePackedInteger(_ i: InstructionPointer) throws(Fault) -> Bool {
    switch i.pointee.operation {
    case .paddb: try packed(i, Packed.addBytes)
    case .paddw: try packed(i, Packed.addWords)
    case .paddd: try packed(i, Packed.addDoublewords)
    case .paddq: try packed(i, Packed.addQuadwords)
    case .psubb: try packed(i, Packed.subtractBytes)
    case .psubw: try packed(i, Packed.subtractWords)
    case .psubd: try packed(i, Packed.subtractDoublewords)
    case .psubq: try packed(i, Packed.subtractQuadwords)
    case .paddsb: try packed(i, Packed.addSignedBytes)
    case .paddsw: try packed(i, Packed.addSignedWords)
    case .paddusb: try packed(i, Packed.addUnsignedBytes)
    case .paddusw: try packed(i, Packed.addUnsignedWords)
    case .psubsb: try packed(i, Packed.subtractSignedBytes)
    case .psubsw: try packed(i, Packed.subtractSignedWords)
    case .psubusb: try packed(i, Packed.subtractUnsignedBytes)
    case .psubusw: try packed(i, Packed.subtractUnsignedWords)
    case .pmullw: try packed(i, Packed.multiplyWordsLow)
    case .pmulhw: try packed(i, Packed.multiplySignedWordsHigh)
    case .pmulhuw: try packed(i, Packed.multiplyUnsignedWordsHigh)
    case .pmulhrsw: try packed(i, Packed.multiplyFractions)
    case .pmulld: try packed(i, Packed.multiplyDoublewordsLow)
    case .pmuludq: try packed(i, Packed.multiplyUnsignedDoublewords)
    case .pmuldq: try packed(i, Packed.multiplySignedDoublewords)
    case .pmaddwd: try packed(i, Packed.multiplyAddWords)
    case .pmaddubsw: try packed(i, Packed.multiplyAddBytes)
    case .pavgb: try packed(i, Packed.averageBytes)
    case .pavgw: try packed(i, Packed.averageWords)
    case .psadbw: try packed(i, Packed.sumAbsoluteDifferences)
    case .mpsadbw: try packed(i, control: Packed.slidingDifferences)
    case .pcmpeqb: try packed(i, Packed.equalBytes)
    case .pcmpeqw: try packed(i, Packed.equalWords)
    case .pcmpeqd: try packed(i, Packed.equalDoublewords)
    case .pcmpeqq: try packed(i, Packed.equalQuadwords)
    case .pcmpgtb: try packed(i, Packed.greaterBytes)
    case .pcmpgtw: try packed(i, Packed.greaterWords)
    case .pcmpgtd: try packed(i, Packed.greaterDoublewords)
    case .pcmpgtq: try packed(i, Packed.greaterQuadwords)
    case .pminub: try packed(i, Packed.minimumUnsignedBytes)
    case .pminuw: try packed(i, Packed.minimumUnsignedWords)
    case .pminud: try packed(i, Packed.minimumUnsignedDoublewords)
    case .pminsb: try packed(i, Packed.minimumSignedBytes)
    case .pminsw: try packed(i, Packed.minimumSignedWords)
    case .pminsd: try packed(i, Packed.minimumSignedDoublewords)
    case .pmaxub: try packed(i, Packed.maximumUnsignedBytes)
    case .pmaxuw: try packed(i, Packed.maximumUnsignedWords)
    case .pmaxud: try packed(i, Packed.maximumUnsignedDoublewords)
    case .pmaxsb: try packed(i, Packed.maximumSignedBytes)
    case .pmaxsw: try packed(i, Packed.maximumSignedWords)
    case .pmaxsd: try packed(i, Packed.maximumSignedDoublewords)
    case .phminposuw: try packedUnary(i, Packed.smallestWord)
    case .pand, .andps, .andpd: try packed(i, Packed.and)
    case .pandn, .andnps, .andnpd: try packed(i, Packed.andNot)
    case .por, .orps, .orpd: try packed(i, Packed.or)
    case .pxor, .xorps, .xorpd: try packed(i, Packed.xor)
    case .ptest: try testVector(i)
    case .pabsb: try packedUnary(i, Packed.absoluteBytes)
    case .pabsw: try packedUnary(i, Packed.absoluteWords)
    case .pabsd: try packedUnary(i, Packed.absoluteDoublewords)
    case .psignb: try packed(i, Packed.signBytes)
    case .psignw: try packed(i, Packed.signWords)
    case .psignd: try packed(i, Packed.signDoublewords)
    case .psllw: try packedShift(i, Packed.shiftWordsLeft)
    case .pslld: try packedShift(i, Packed.shiftDoublewordsLeft)
    case .psllq: try packedShift(i, Packed.shiftQuadwordsLeft)
    case .psrlw: try packedShift(i, Packed.shiftWordsRight)
    case .psrld: try packedShift(i, Packed.shiftDoublewordsRight)
    case .psrlq: try packedShift(i, Packed.shiftQuadwordsRight)
    case .psraw: try packedShift(i, Packed.shiftWordsArithmetic)
    case .psrad: try packedShift(i, Packed.shiftDoublewordsArithmetic)
    case .pslldq: try packedShift(i, Packed.shiftBytesLeft)
    case .psrldq: try packedShift(i, Packed.shiftBytesRight)
    case .phaddw:
      try packed(i) { Packed.horizontalWords($0, $1, isHalf: $2) { $0 &+ $1 } }
    case .phsubw:
      try packed(i) { Packed.horizontalWords($0, $1, isHalf: $2) { $0 &- $1 } }
    case .phaddsw:
      try packed(i) { Packed.horizontalWords($0, $1, isHalf: $2, Packed.saturatingSum) }
    case .phsubsw:
      try packed(i) { Packed.horizontalWords($0, $1, isHalf: $2, Packed.saturatingDifference) }
    case .phaddd:
      try packed(i) { Packed.horizontalDoublewords($0, $1, isHalf: $2) { $0 &+ $1 } }
    case .phsubd:
      try packed(i) { Packed.horizontalDoublewords($0, $1, isHalf: $2) { $0 &- $1 } }
    case .popcnt: try countOnes(i)
    case .crc32: try accumulateCRC(i)
    default: return false
    }
    return true
  }

  private func executePackedShuffle(_ i: InstructionPointer) throws(Fault) -> Bool {
    switch i.pointee.operation {
    case .packsswb: try packed(i) { Packed.packSignedWordsToBytes($0, $1, isHalf: $2) }
    case .packuswb: try packed(i) { Packed.packWordsToUnsignedBytes($0, $1, isHalf: $2) }
    case .packssdw: try packed(i) { Packed.packSignedDoublewordsToWords($0, $1, isHalf: $2) }
    case .packusdw: try packed(i, Packed.packDoublewordsToUnsignedWords)
    case .punpcklbw: try packed(i, Packed.interleaveLowBytes)
    case .punpcklwd: try packed(i, Packed.interleaveLowWords)
    case .punpckldq, .unpcklps: try packed(i, Packed.interleaveLowDoublewords)
    case .punpcklqdq, .unpcklpd: try packed(i, Packed.interleaveLowQuadwords)
    case .punpckhbw: try packed(i) { Packed.interleaveHighBytes($0, $1, isHalf: $2) }
    case .punpckhwd: try packed(i) { Packed.interleaveHighWords($0, $1, isHalf: $2) }
    case .punpckhdq, .unpckhps:
      try packed(i) { Packed.interleaveHighDoublewords($0, $1, isHalf: $2) }
    case .punpckhqdq, .unpckhpd: try packed(i, Packed.interleaveHighQuadwords)
    case .pshufd: try packed(i) { Packed.shuffleDoublewords($1, $2) }
    case .pshufw, .pshuflw:
      try packed(i) { Vector128(low: Packed.shuffleWords($1.low, $2), high: $1.high) }
    case .pshufhw:
      try packed(i) { Vector128(low: $1.low, high: Packed.shuffleWords($1.high, $2)) }
    case .shufps: try packed(i) { Packed.shuffleDoublewords($0, $1, $2) }
    case .shufpd: try packed(i, control: Packed.shuffleQuadwords)
    case .pshufb: try packed(i) { Packed.shuffleBytes($0, $1, isHalf: $2) }
    case .palignr:
      let count = UInt8(truncatingIfNeeded: i.pointee.immediate)
      try packed(i) { Packed.align($0, $1, by: count, isHalf: $2) }
    case .blendps: try packed(i, control: Packed.blendDoublewords)
    case .blendpd: try packed(i, control: Packed.blendQuadwords)
    case .pblendw: try packed(i, control: Packed.blendWords)
    case .pblendvb:
      let choice = state.vector(0)
      try packed(i) { Packed.blendBytes($0, $1, by: choice) }
    case .blendvps:
      let choice = state.vector(0)
      try packed(i) { Packed.blendDoublewords($0, $1, by: choice) }
    case .blendvpd:
      let choice = state.vector(0)
      try packed(i) { Packed.blendQuadwords($0, $1, by: choice) }
    case .insertps:
      let isMemory = i.pointee.operands.1.kind == .memory
      try packed(i) { Packed.insertSingle($0, $1, $2, isMemory: isMemory) }
    case .pinsrb: try insertLane(i, width: 8)
    case .pinsrw: try insertLane(i, width: 16)
    case .pinsrd: try insertLane(i, width: Int(i.pointee.operands.1.width) * 8)
    case .pextrb: try extractLane(i, width: 8)
    case .pextrw: try extractLane(i, width: 16)
    case .pextrd: try extractLane(i, width: Int(i.pointee.operands.0.width) * 8)
    case .extractps: try extractLane(i, width: 32)
    case .pmovsxbw: try packedUnary(i) { Packed.extended($0, from: 8, to: 16, signed: true) }
    case .pmovsxbd: try packedUnary(i) { Packed.extended($0, from: 8, to: 32, signed: true) }
    case .pmovsxbq: try packedUnary(i) { Packed.extended($0, from: 8, to: 64, signed: true) }
    case .pmovsxwd: try packedUnary(i) { Packed.extended($0, from: 16, to: 32, signed: true) }
    case .pmovsxwq: try packedUnary(i) { Packed.extended($0, from: 16, to: 64, signed: true) }
    case .pmovsxdq: try packedUnary(i) { Packed.extended($0, from: 32, to: 64, signed: true) }
    case .pmovzxbw: try packedUnary(i) { Packed.extended($0, from: 8, to: 16, signed: false) }
    case .pmovzxbd: try packedUnary(i) { Packed.extended($0, from: 8, to: 32, signed: false) }
    case .pmovzxbq: try packedUnary(i) { Packed.extended($0, from: 8, to: 64, signed: false) }
    case .pmovzxwd: try packedUnary(i) { Packed.extended($0, from: 16, to: 32, signed: false) }
    case .pmovzxwq: try packedUnary(i) { Packed.extended($0, from: 16, to: 64, signed: false) }
    case .pmovzxdq: try packedUnary(i) { Packed.extended($0, from: 32, to: 64, signed: false) }
    case .pcmpestri: try compareStrings(i, hasLengths: true, givesMask: false)
    case .pcmpestrm: try compareStrings(i, hasLengths: true, givesMask: true)
    case .pcmpistri: try compareStrings(i, hasLengths: false, givesMask: false)
    case .pcmpistrm: try compareStrings(i, hasLengths: false, givesMask: true)
    default: return false
    }
    return true
  }

  private func executeVectorArithmetic(_ i: InstructionPointer) throws(Fault) -> Bool {
    switch i.pointee.operation {
    case .addps: try arithmetic(i, Binary32.self, Binary32.add)
    case .addpd: try arithmetic(i, Binary64.self, Binary64.add)
    case .addss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.add)
    case .addsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.add)
    case .subps: try arithmetic(i, Binary32.self, Binary32.subtract)
    case .subpd: try arithmetic(i, Binary64.self, Binary64.subtract)
    case .subss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.subtract)
    case .subsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.subtract)
    case .mulps: try arithmetic(i, Binary32.self, Binary32.multiply)
    case .mulpd: try arithmetic(i, Binary64.self, Binary64.multiply)
    case .mulss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.multiply)
    case .mulsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.multiply)
    case .divps: try arithmetic(i, Binary32.self, Binary32.divide)
    case .divpd: try arithmetic(i, Binary64.self, Binary64.divide)
    case .divss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.divide)
    case .divsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.divide)
    case .minps: try arithmetic(i, Binary32.self, Binary32.minimum)
    case .minpd: try arithmetic(i, Binary64.self, Binary64.minimum)
    case .minss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.minimum)
    case .minsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.minimum)
    case .maxps: try arithmetic(i, Binary32.self, Binary32.maximum)
    case .maxpd: try arithmetic(i, Binary64.self, Binary64.maximum)
    case .maxss: try arithmetic(i, Binary32.self, isScalar: true, Binary32.maximum)
    case .maxsd: try arithmetic(i, Binary64.self, isScalar: true, Binary64.maximum)
    case .sqrtps: try arithmetic(i, Binary32.self) { Binary32.squareRoot($1, &$2) }
    case .sqrtpd: try arithmetic(i, Binary64.self) { Binary64.squareRoot($1, &$2) }
    case .sqrtss:
      try arithmetic(i, Binary32.self, isScalar: true) { Binary32.squareRoot($1, &$2) }
    case .sqrtsd:
      try arithmetic(i, Binary64.self, isScalar: true) { Binary64.squareRoot($1, &$2) }
    case .rcpps: try arithmetic(i, Binary32.self) { _, b, _ in Approximation.reciprocal(b) }
    case .rcpss:
      try arithmetic(i, Binary32.self, isScalar: true) { _, b, _ in Approximation.reciprocal(b) }
    case .rsqrtps:
      try arithmetic(i, Binary32.self) { _, b, _ in Approximation.reciprocalSquareRoot(b) }
    case .rsqrtss:
      try arithmetic(i, Binary32.self, isScalar: true) { _, b, _ in
        Approximation.reciprocalSquareRoot(b)
      }
    case .cmpps: try compareElements(i, Binary32.self)
    case .cmppd: try compareElements(i, Binary64.self)
    case .cmpss: try compareElements(i, Binary32.self, isScalar: true)
    case .cmpsdScalar: try compareElements(i, Binary64.self, isScalar: true)
    case .comiss: try compareToFlags(i, Binary32.self, signalsQuiet: true)
    case .comisd: try compareToFlags(i, Binary64.self, signalsQuiet: true)
    case .ucomiss: try compareToFlags(i, Binary32.self, signalsQuiet: false)
    case .ucomisd: try compareToFlags(i, Binary64.self, signalsQuiet: false)
    case .addsubps: try addSubtract(i, Binary32.self)
    case .addsubpd: try addSubtract(i, Binary64.self)
    case .haddps: try horizontal(i, Binary32.self, Binary32.add)
    case .haddpd: try horizontal(i, Binary64.self, Binary64.add)
    case .hsubps: try horizontal(i, Binary32.self, Binary32.subtract)
    case .hsubpd: try horizontal(i, Binary64.self, Binary64.subtract)
    case .dpps: try dotProduct(i, Binary32.self)
    case .dppd: try dotProduct(i, Binary64.self)
    case .roundps: try roundElements(i, Binary32.self)
    case .roundpd: try roundElements(i, Binary64.self)
    case .roundss: try roundElements(i, Binary32.self, isScalar: true)
    case .roundsd: try roundElements(i, Binary64.self, isScalar: true)
    case .cvtps2pd: try convertFormat(i, from: Binary32.self, to: Binary64.self)
    case .cvtpd2ps: try convertFormat(i, from: Binary64.self, to: Binary32.self)
    case .cvtss2sd: try convertFormat(i, from: Binary32.self, to: Binary64.self, isScalar: true)
    case .cvtsd2ss: try convertFormat(i, from: Binary64.self, to: Binary32.self, isScalar: true)
    case .cvtps2dq, .cvtps2pi: try convertToDoublewords(i, Binary32.self, truncating: false)
    case .cvttps2dq, .cvttps2pi: try convertToDoublewords(i, Binary32.self, truncating: true)
    case .cvtpd2dq, .cvtpd2pi: try convertToDoublewords(i, Binary64.self, truncating: false)
    case .cvttpd2dq, .cvttpd2pi: try convertToDoublewords(i, Binary64.self, truncating: true)
    case .cvtdq2ps: try convertFromDoublewords(i, Binary32.self)
    case .cvtdq2pd, .cvtpi2pd: try convertFromDoublewords(i, Binary64.self)
    case .cvtpi2ps: try convertFromDoublewords(i, Binary32.self, keepsHigh: true)
    case .cvtsi2ss: try convertFromRegister(i, Binary32.self)
    case .cvtsi2sd: try convertFromRegister(i, Binary64.self)
    case .cvtss2si: try convertToRegister(i, Binary32.self, truncating: false)
    case .cvttss2si: try convertToRegister(i, Binary32.self, truncating: true)
    case .cvtsd2si: try convertToRegister(i, Binary64.self, truncating: false)
    case .cvttsd2si: try convertToRegister(i, Binary64.self, truncating: true)
    default: return false
    }
    return true
  }
}
