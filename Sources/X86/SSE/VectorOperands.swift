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
  /// Source: Intel SDM vol. 3, table 2-2 and chapter 13 ("System programming for instruction set
  /// extensions").
  /// - Throws: #UD if CR0.EM is set or CR4.OSFXSR is not, then #NM if CR0.TS is set.
  func requireSSE() throws(Fault) {
    let cr4: UInt64 = state.field(Field.cr4)
    guard cr0 & CR0.em == 0, cr4 & CR4.osfxsr != 0 else { throw .invalidOpcode }
    guard cr0 & CR0.ts == 0 else { throw .deviceNotAvailable }
  }

  /// - Throws: #UD if CR0.EM is set, #NM if CR0.TS is set, then a pending x87 exception.
  func requireMMX() throws(Fault) {
    guard cr0 & CR0.em == 0 else { throw .invalidOpcode }
    guard cr0 & CR0.ts == 0 else { throw .deviceNotAvailable }
    try reportPendingFloatingPoint()
  }

  /// What an instruction with these operands needs. One that has an MMX register and an XMM register
  /// needs both.
  func requireVectors(_ i: InstructionPointer) throws(Fault) {
    let hasMMX = i.pointee.hasMMXOperand
    if !hasMMX || i.pointee.hasXMMOperand { try requireSSE() }
    if hasMMX { try requireMMX() }
  }

  /// Every MMX instruction sets TOP to 0 and, but for EMMS, all tags to valid (SDM vol. 3, table 13-2).
  @inline(__always) func enterMMX() {
    let unit = FPU(state)
    unit.top = 0
    unit.occupied = 0xFF
  }
}

extension Instruction {
  var hasMMXOperand: Bool {
    operands.0.kind == .mmx || operands.1.kind == .mmx || operands.2.kind == .mmx
  }
  var hasXMMOperand: Bool {
    operands.0.kind == .xmm || operands.1.kind == .xmm || operands.2.kind == .xmm
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

  /// Where 16 bytes lie: segment, then the instruction's own alignment.
  /// - Throws: #GP(0) for a misaligned address, which goes before #AC.
  private func vectorAddress(_ i: InstructionPointer, writing: Bool) throws(Fault) -> UInt64 {
    let slot = SegmentSlot(i.pointee.segment)
    let offset = effectiveOffset(i)
    if demandsAlignment(i.pointee.operation), (state.base(slot) &+ offset) & 15 != 0 {
      // A segment violation comes first; so does #AC's absence.
      var fault = Fault.protection(0)
      do throws(Fault) {
        _ = try linearAddress(slot, offset, byteCount: 16, writing: writing)
      } catch where error != .alignment {
        fault = error
      } catch {}
      throw fault
    }
    return try linearAddress(slot, offset, byteCount: 16, writing: writing)
  }

  /// An operand's bits, zeros above them. A memory operand is as wide as it says.
  func readVector(_ o: Operand, _ i: InstructionPointer) throws(Fault) -> Vector128 {
    switch o.kind {
    case .xmm: return state.vector(o.number)
    case .mmx: return Vector128(low: state.mmx(o.number))
    case .memory where o.width == 16:
      let linear = try vectorAddress(i, writing: false)
      // The first half is read twice where the second one may fault: a device is read once.
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
