import X86Decode

// MARK: Registers

extension Processor {
  @inline(__always) func vector(_ n: UInt8) -> Vector128 {
    let at = Field.xmm &+ Int(n & 15) &<< 4
    return Vector128(low: field(at), high: field(at &+ 8))
  }
  @inline(__always) func setVector(_ n: UInt8, _ value: Vector128) {
    let at = Field.xmm &+ Int(n & 15) &<< 4
    setField(at, value.low)
    setField(at &+ 8, value.high)
  }

  @inline(__always) func mmx(_ n: UInt8) -> UInt64 { field(Field.st &+ Int(n & 7) &<< 4) }
  /// The exponent and the sign of the x87 register that an MMX register is part of become ones.
  @inline(__always) func setMMX(_ n: UInt8, _ value: UInt64) {
    let at = Field.st &+ Int(n & 7) &<< 4
    setField(at, value)
    setField(at &+ 8, UInt16.max)
  }

  @inline(__always) var mxcsr: MXCSR {
    get { MXCSR(rawValue: field(Field.mxcsr)) }
    nonmutating set { setField(Field.mxcsr, newValue.rawValue) }
  }
}

// MARK: May it execute?

extension CPU {
  /// What comes before everything else about an instruction with MMX or XMM registers or MXCSR. One
  /// that has both kinds of registers needs what either needs.
  ///
  /// Source: Intel SDM vol. 2, tables 2-16 to 2-25; vol. 3, 13.3 and chapter 14.
  /// - Returns: false if it must wait for the handler of an x87 exception.
  /// - Throws: #UD if CR0.EM is set, or CR4.OSFXSR is not and the instruction uses SSE state; #NM if
  ///   CR0.TS is set; then, of an MMX instruction, #MF.
  func mayExecuteVector(_ i: InstructionPointer) throws(Fault) -> Bool {
    let operation = i.pointee.operation
    let usesSSE = i.pointee.hasOperand(.xmm) || operation == .ldmxcsr || operation == .stmxcsr
    let usesMMX = i.pointee.hasOperand(.mmx) || operation == .emms
    guard usesSSE || usesMMX else { return true }
    guard cr0 & CR0.em == 0 else { throw .invalidOpcode }
    if usesSSE, state.field(Field.cr4, as: UInt64.self) & CR4.osfxsr == 0 { throw .invalidOpcode }
    guard cr0 & CR0.ts == 0 else { throw .deviceNotAvailable }
    return usesMMX ? try !mustWait() : true
  }

  /// Every MMX instruction sets TOP to 0 and, but for EMMS, all tags to valid (SDM vol. 3, table 13-2).
  @inline(__always) func enterMMX() {
    let unit = FPU(state)
    unit.top = 0
    unit.occupied = 0xFF
  }
}

extension Instruction {
  func hasOperand(_ kind: Operand.Kind) -> Bool {
    operands.0.kind == kind || operands.1.kind == kind || operands.2.kind == kind
  }
}

// MARK: Operands

extension CPU {
  /// Whether the instruction demands that its 16 bytes of memory be aligned.
  private func demandsAlignment(_ operation: Operation) -> Bool {
    switch operation {
    case .movups, .movupd, .movdqu, .lddqu, .pcmpestri, .pcmpestrm, .pcmpistri, .pcmpistrm: false
    default: true
    }
  }

  /// Where 16 bytes lie: the segment's checks, then the instruction's own alignment.
  /// - Throws: #GP(0) for a misaligned address, which takes the place of #AC.
  private func vectorAddress(_ i: InstructionPointer, writing: Bool) throws(Fault) -> UInt64 {
    let isAligned = demandsAlignment(i.pointee.operation)
    do throws(Fault) {
      let linear = try linearAddress(
        SegmentSlot(i.pointee.segment), effectiveOffset(i), byteCount: 16, writing: writing)
      if isAligned, linear & 15 != 0 { throw Fault.alignment }
      return linear
    } catch {
      throw isAligned && error == .alignment ? .protection(0) : error
    }
  }

  /// An operand's bits, zeros above them. A memory operand is as wide as it says.
  func readVector(_ o: Operand, _ i: InstructionPointer) throws(Fault) -> Vector128 {
    switch o.kind {
    case .xmm: return state.vector(o.number)
    case .mmx: return Vector128(low: state.mmx(o.number))
    case .memory where o.width == 16:
      let linear = try vectorAddress(i, writing: false)
      // A device must not be read for an instruction that then faults on the next page.
      if linear & 4095 > 4096 - 16 {
        try probeLinear(linear, byteCount: 16, writing: false, user: isUser)
      }
      let low: UInt64 = try readLinear(linear, user: isUser)
      return Vector128(
        low: low, high: try readLinear(wrapped(linear &+ 8), user: isUser))
    default: return Vector128(low: try readAnyWidth(o, i))
    }
  }

  /// Writes an operand; 16 bytes of memory all or not at all.
  func writeVector(
    _ o: Operand, _ value: Vector128, _ i: InstructionPointer
  ) throws(Fault) {
    switch o.kind {
    case .xmm: state.setVector(o.number, value)
    case .mmx: state.setMMX(o.number, value.low)
    case .memory where o.width == 16:
      let linear = try vectorAddress(i, writing: true)
      if linear & 4095 > 4096 - 16 {
        try probeLinear(linear, byteCount: 16, writing: true, user: isUser)
      }
      try writeLinear(linear, value.low, user: isUser)
      try writeLinear(wrapped(linear &+ 8), value.high, user: isUser)
    default: try writeAnyWidth(o, value.low, i)
    }
  }
}
