import X86Decode

/// Control instructions, and the environment and state in memory.
extension CPU {
  // MARK: The stack pointer and tags

  /// FINCSTP, FDECSTP: TOP only.
  func rotateStack(_ i: InstructionPointer) {
    let unit = FPU(state)
    notePointers(i)
    unit.top = i.pointee.operation == .fincstp ? unit.top &+ 1 : unit.top &- 1
    unit.flags &= ~FPU.Status.c1
  }

  /// FFREE, FFREEP. Silicon clears C1, which the manual calls undefined.
  func freeRegister(_ i: InstructionPointer, pops: Bool) {
    let unit = FPU(state)
    notePointers(i)
    unit.flags &= ~FPU.Status.c1
    unit.setEmpty(Int(i.pointee.modRM & 7), true)
    if pops { pop() }
  }

  // MARK: Control and status words

  /// The bits of FCW that exist. Bit 6 reads as 1; bit 7 is the 8087's interrupt enable mask.
  private func setControl(_ word: UInt16) {
    FPU(state).control = word & (model < .i80286 ? 0x1FBF : 0x1F3F) | 0x40
    updateErrorSummary()
  }

  /// FLDCW.
  func loadControl(_ i: InstructionPointer) throws(Fault) {
    setControl(try readPart(i))
  }

  /// The no-wait forms.
  func controlWithoutWaiting(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    switch i.pointee.operation {
    case .fninit: initializeFloatingPoint()
    case .fnclex:
      unit.flags &= FPU.Status.conditions
      updateErrorSummary()
    case .fnstcw: try writePart(i, unit.control)
    case .fnstsw:
      if i.pointee.modRM < 0xC0 {
        try writePart(i, unit.status)
      } else {
        setRegister(.rax, unit.status)
      }
    case .fnstenv:
      try storeEnvironment(i)
      // All exceptions are masked from here on.
      unit.control |= FPU.Status.exceptions
      updateErrorSummary()
    case .fnsave: try saveState(i)
    case .fneni, .fndisi:
      // The 8087's; later units take them for FNOP.
      guard model < .i80286 else { return }
      let mask: UInt16 = 0x80
      unit.control =
        i.pointee.operation == .fndisi ? unit.control | mask : unit.control & ~mask
      signalError()
    default:
      // FNSETPM: the formats follow the processor's mode here, as they do since the 387.
      break
    }
  }

  /// FNINIT, and what the reset pin does to a coprocessor.
  public func initializeFloatingPoint() {
    FPU(state).initialize(control: model < .i80286 ? 0x3FF : 0x37F)
    updateErrorSummary()
  }

  // MARK: The environment

  /// How FSTENV and FSAVE lay out what they store.
  private enum EnvironmentFormat {
    case real16, protected16, real32, protected32

    var byteCount: Int {
      switch self {
      case .real16, .protected16: 14
      case .real32, .protected32: 28
      }
    }
  }

  private func environmentFormat(_ i: InstructionPointer) -> EnvironmentFormat {
    let isWide = i.pointee.operandSize != 2 && model >= .i80386
    if isProtected { return isWide ? .protected32 : .protected16 }
    return isWide ? .real32 : .real16
  }

  /// The environment as 7 words or doublewords. Intel SDM vol. 1, figures 8-9 to 8-12.
  private func environmentImage(_ format: EnvironmentFormat) -> [UInt32] {
    let unit = FPU(state)
    let words = [unit.control, unit.status, unit.tagWord].map { UInt32($0) }
    // Reserved upper halves read as ones.
    let ones: UInt32 = 0xFFFF_0000
    let ip = UInt32(truncatingIfNeeded: unit.instructionPointer)
    let dp = UInt32(truncatingIfNeeded: unit.dataPointer)
    let (cs, ds) = (UInt32(unit.instructionSelector), UInt32(unit.dataSelector))
    let opcode = UInt32(unit.opcode)
    switch format {
    case .protected16: return words + [ip, cs, dp, ds]
    case .protected32: return words.map { $0 | ones } + [ip, cs | opcode << 16, dp, ds | ones]
    case .real16, .real32:
      // Linear addresses: the selectors are dissolved in them.
      let linearIP = ip &+ cs << 4
      let linearDP = dp &+ ds << 4
      if format == .real16 {
        return words + [
          linearIP, (linearIP >> 16 & 0xF) << 12 | opcode, linearDP, (linearDP >> 16 & 0xF) << 12,
        ]
      }
      return words.map { $0 | ones } + [
        linearIP | ones, (linearIP >> 16) << 12 | opcode, linearDP | ones, (linearDP >> 16) << 12,
      ]
    }
  }

  private func setEnvironment(_ image: [UInt32], _ format: EnvironmentFormat) {
    let unit = FPU(state)
    unit.status = UInt16(truncatingIfNeeded: image[1])
    unit.tagWord = UInt16(truncatingIfNeeded: image[2])
    unit.instructionSelector = 0
    unit.dataSelector = 0
    unit.opcode = UInt16(truncatingIfNeeded: image[4])
    switch format {
    case .protected16:
      unit.instructionPointer = UInt64(image[3] & 0xFFFF)
      unit.instructionSelector = UInt16(truncatingIfNeeded: image[4])
      unit.opcode = 0
      unit.dataPointer = UInt64(image[5] & 0xFFFF)
      unit.dataSelector = UInt16(truncatingIfNeeded: image[6])
    case .protected32:
      unit.instructionPointer = UInt64(image[3])
      unit.instructionSelector = UInt16(truncatingIfNeeded: image[4])
      unit.opcode = UInt16(truncatingIfNeeded: image[4] >> 16)
      unit.dataPointer = UInt64(image[5])
      unit.dataSelector = UInt16(truncatingIfNeeded: image[6])
    case .real16:
      unit.instructionPointer = UInt64(image[3] & 0xFFFF | image[4] << 4 & 0xF_0000)
      unit.dataPointer = UInt64(image[5] & 0xFFFF | image[6] << 4 & 0xF_0000)
    case .real32:
      unit.instructionPointer = UInt64(image[3] & 0xFFFF | image[4] << 4 & 0xFFFF_0000)
      unit.dataPointer = UInt64(image[5] & 0xFFFF | image[6] << 4 & 0xFFFF_0000)
    }
    setControl(UInt16(truncatingIfNeeded: image[0]))
  }

  private func probeParts(
    _ i: InstructionPointer, _ byteCount: Int, of width: Int
  ) throws(Fault) {
    for distance in stride(from: 0, to: byteCount, by: width) {
      try probePart(i, at: distance, byteCount: width)
    }
  }

  private func readEnvironment(
    _ i: InstructionPointer, _ format: EnvironmentFormat
  ) throws(Fault) -> [UInt32] {
    var image: [UInt32] = []
    for n in 0..<7 {
      if format.byteCount == 14 {
        image.append(UInt32(try readPart(i, at: 2 * n, as: UInt16.self)))
      } else {
        image.append(try readPart(i, at: 4 * n))
      }
    }
    return image
  }

  /// Callers have probed the pages.
  private func writeEnvironment(
    _ i: InstructionPointer, _ format: EnvironmentFormat
  ) throws(Fault) {
    for (n, word) in environmentImage(format).enumerated() {
      if format.byteCount == 14 {
        try writePart(i, at: 2 * n, UInt16(truncatingIfNeeded: word))
      } else {
        try writePart(i, at: 4 * n, word)
      }
    }
  }

  private func storeEnvironment(_ i: InstructionPointer) throws(Fault) {
    let format = environmentFormat(i)
    try probeParts(i, format.byteCount, of: format.byteCount / 7)
    try writeEnvironment(i, format)
  }

  /// FLDENV.
  func loadEnvironment(_ i: InstructionPointer) throws(Fault) {
    let format = environmentFormat(i)
    setEnvironment(try readEnvironment(i, format), format)
  }

  // MARK: The whole state: the environment and ST(0) to ST(7)

  /// FNSAVE, which ends with FNINIT.
  private func saveState(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    let format = environmentFormat(i)
    try probeParts(i, format.byteCount, of: format.byteCount / 7)
    for n in 0..<40 { try probePart(i, at: format.byteCount + 2 * n, byteCount: 2) }
    try writeEnvironment(i, format)
    for n in 0..<8 {
      let value = unit.st(n)
      let at = format.byteCount + 10 * n
      for part in 0..<4 {
        try writePart(
          i, at: at + 2 * part,
          UInt16(truncatingIfNeeded: value.significand >> UInt64(16 * part)))
      }
      try writePart(i, at: at + 8, value.signExponent)
    }
    initializeFloatingPoint()
  }

  /// FRSTOR.
  func restoreState(_ i: InstructionPointer) throws(Fault) {
    let unit = FPU(state)
    let format = environmentFormat(i)
    let environment = try readEnvironment(i, format)
    var values: [ExtendedReal] = []
    for n in 0..<8 {
      let at = format.byteCount + 10 * n
      var value = ExtendedReal.positiveZero
      for part in 0..<4 {
        value.significand |=
          UInt64(try readPart(i, at: at + 2 * part, as: UInt16.self)) << UInt64(16 * part)
      }
      value.signExponent = try readPart(i, at: at + 8)
      values.append(value)
    }
    setEnvironment(environment, format)
    for (n, value) in values.enumerated() { unit.setST(n, value) }
  }
}
