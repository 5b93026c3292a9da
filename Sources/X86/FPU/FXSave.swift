import X86Decode

/// FXSAVE and FXRSTOR: the x87, MMX and SSE state in 512 bytes.
///
/// Source: Intel SDM vol. 1, 10.5; vol. 2, "FXSAVE", "FXRSTOR".
extension CPU {
  /// The bits that MXCSR has: without denormals-are-zeros on the models with SSE only.
  var mxcsrMask: UInt32 { model >= .x86_64 ? 0xFFFF : 0xFFBF }

  private enum Place {
    static let control = 0
    static let status = 2
    static let tags = 4
    static let opcode = 6
    static let instructionPointer = 8
    static let instructionSelector = 12
    static let dataPointer = 16
    static let dataSelector = 20
    static let mxcsr = 24
    static let mxcsrMask = 28
    static let stack = 32
    static let vectors = 160
  }

  /// REX.W: 64-bit pointers and no selectors.
  private func hasWidePointers(_ i: InstructionPointer) -> Bool {
    i.pointee.prefixes.contains(.rexW)
  }

  /// How many XMM registers are moved: none unless the system has declared that it knows them
  /// (CR4.OSFXSR), nor at level 0 of 64-bit mode with AMD's fast FXSAVE (EFER.FFXSR).
  private var movedVectorCount: Int {
    guard state.field(Field.cr4, as: UInt64.self) & CR4.osfxsr != 0 else { return 0 }
    guard is64Bit else { return 8 }
    let isFast = cpl == 0 && state.field(Field.efer, as: UInt64.self) & EFER.ffxsr != 0
    return isFast ? 0 : 16
  }

  /// The operand must lie on a multiple of 16.
  private func checkAlignment(_ i: InstructionPointer, writing: Bool) throws(Fault) {
    let linear = try linearAddress(
      SegmentSlot(i.pointee.segment), effectiveOffset(i), byteCount: 1, writing: writing)
    guard linear & 15 == 0 else { throw .protection(0) }
  }

  /// FXSAVE. The reserved bytes and those of registers that are not moved keep their contents.
  func saveExtended(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    try checkAlignment(i, writing: true)
    let vectorCount = movedVectorCount
    for distance in stride(from: 0, to: 512, by: 8) {
      try probePart(i, at: distance, byteCount: 8)
    }
    try writePart(i, at: Place.control, unit.control)
    try writePart(i, at: Place.status, unit.status)
    try writePart(i, at: Place.tags, UInt16(unit.occupied))
    try writePart(i, at: Place.opcode, unit.opcode)
    if hasWidePointers(i) {
      try writePart(i, at: Place.instructionPointer, unit.instructionPointer)
      try writePart(i, at: Place.dataPointer, unit.dataPointer)
    } else {
      try writePart(
        i, at: Place.instructionPointer, UInt32(truncatingIfNeeded: unit.instructionPointer))
      try writePart(i, at: Place.instructionSelector, UInt32(unit.instructionSelector))
      try writePart(i, at: Place.dataPointer, UInt32(truncatingIfNeeded: unit.dataPointer))
      try writePart(i, at: Place.dataSelector, UInt32(unit.dataSelector))
    }
    if state.field(Field.cr4, as: UInt64.self) & CR4.osfxsr != 0 {
      try writePart(i, at: Place.mxcsr, state.field(Field.mxcsr, as: UInt32.self))
      try writePart(i, at: Place.mxcsrMask, mxcsrMask)
    }
    for n in 0..<8 {
      let value = unit.st(n)
      try writePart(i, at: Place.stack + 16 * n, value.significand)
      try writePart(i, at: Place.stack + 16 * n + 8, UInt64(value.signExponent))
    }
    for half in 0..<vectorCount * 2 {
      try writePart(
        i, at: Place.vectors + 8 * half, state.field(Field.xmm + 8 * half, as: UInt64.self))
    }
  }

  /// FXRSTOR. Reserved bits of MXCSR are refused; nothing is loaded then.
  func restoreExtended(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    try checkAlignment(i, writing: false)
    let vectorCount = movedVectorCount
    var image: [UInt64] = []
    for distance in stride(from: 0, to: 512, by: 8) {
      image.append(try readPart(i, at: distance))
    }
    func field<W: OperandWidth>(_ at: Int, as: W.Type = W.self) -> W {
      W(truncatingIfNeeded: image[at / 8] >> UInt64(at % 8 * 8))
    }
    if state.field(Field.cr4, as: UInt64.self) & CR4.osfxsr != 0 {
      let mxcsr: UInt32 = field(Place.mxcsr)
      guard mxcsr & ~mxcsrMask == 0 else { throw .protection(0) }
      state.setField(Field.mxcsr, mxcsr)
    }
    unit.status = field(Place.status)
    unit.occupied = field(Place.tags)
    unit.opcode = field(Place.opcode)
    if hasWidePointers(i) {
      unit.instructionPointer = field(Place.instructionPointer)
      unit.dataPointer = field(Place.dataPointer)
      unit.instructionSelector = 0
      unit.dataSelector = 0
    } else {
      unit.instructionPointer = UInt64(field(Place.instructionPointer, as: UInt32.self))
      unit.instructionSelector = field(Place.instructionSelector)
      unit.dataPointer = UInt64(field(Place.dataPointer, as: UInt32.self))
      unit.dataSelector = field(Place.dataSelector)
    }
    for n in 0..<8 {
      unit.setST(
        n,
        ExtendedReal(
          significand: field(Place.stack + 16 * n), signExponent: field(Place.stack + 16 * n + 8)))
    }
    for half in 0..<vectorCount * 2 {
      state.setField(Field.xmm + 8 * half, field(Place.vectors + 8 * half, as: UInt64.self))
    }
    unit.control = field(Place.control, as: UInt16.self) & 0x1F3F | 0x40
    updateErrorSummary()
  }
}
