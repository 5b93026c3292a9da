/// How operand forms become operands.
struct OperandContext {
  let opcode: UInt8
  let rex: UInt8
  let codeSize: UInt8
  let model: ProcessorModel
  let features: ProcessorFeatures
  let hasOverride: Bool
  /// A register number that the model does not have.
  private(set) var isInvalid = false

  init(
    opcode: UInt8, rex: UInt8, codeSize: UInt8, model: ProcessorModel,
    features: ProcessorFeatures, hasOverride: Bool
  ) {
    self.opcode = opcode
    self.rex = rex
    self.codeSize = codeSize
    self.model = model
    self.features = features
    self.hasOverride = hasOverride
  }

  /// Reads SIB and displacement of the memory operand that ModRM describes.
  mutating func address(_ instruction: inout Instruction, _ cursor: inout Cursor) {
    if instruction.addressSize == 2 {
      address16(&instruction, &cursor)
    } else {
      address32(&instruction, &cursor)
    }
  }

  mutating func operand(
    _ form: OperandForm, _ instruction: inout Instruction, _ cursor: inout Cursor
  ) -> Operand {
    let size = instruction.operandSize
    switch form {
    case .none: return .none
    case .Eb: return registerOrMemory(instruction, 1)
    case .Ew: return registerOrMemory(instruction, 2)
    case .Ed: return registerOrMemory(instruction, 4)
    case .Ez: return registerOrMemory(instruction, min(size, 4))
    case .Ey: return registerOrMemory(instruction, wide(instruction))
    case .Ev: return registerOrMemory(instruction, size)
    case .RvMw: return registerOrMemory(instruction, instruction.modRM >= 0xC0 ? size : 2)
    case .M: return memoryOnly(instruction, 0)
    case .Ma: return memoryOnly(instruction, size &* 2)
    case .Mp: return memoryOnly(instruction, size &+ 2)
    case .Ms: return memoryOnly(instruction, codeSize == 8 ? 10 : 6)
    case .Mb: return Operand(.memory, width: 1)
    case .Mw: return Operand(.memory, width: 2)
    case .Md: return Operand(.memory, width: 4)
    case .Mq: return Operand(.memory, width: 8)
    case .Mdq: return Operand(.memory, width: 16)
    case .Mv: return Operand(.memory, width: size)
    case .My: return Operand(.memory, width: wide(instruction))
    case .M2y:
      if wide(instruction) == 8, !features.contains(.cx16) { isInvalid = true }
      return Operand(.memory, width: wide(instruction) &* 2)
    case .Mx: return instruction.modRM >= 0xC0 ? .none : Operand(.memory)
    case .Gb: return register8(instruction.modRM >> 3 & 7 | (rex & 4) << 1)
    case .Gw: return Operand(.register, number: regField(instruction), width: 2)
    case .Gv: return Operand(.register, number: regField(instruction), width: size)
    case .Gd: return Operand(.register, number: regField(instruction), width: 4)
    case .Gy: return Operand(.register, number: regField(instruction), width: wide(instruction))
    case .Gr:
      return Operand(.register, number: regField(instruction), width: codeSize == 8 ? 8 : 4)
    case .Sw: return segment(instruction)
    case .Cd, .Dd, .Td: return specialRegister(form, instruction)
    case .Rd:
      return Operand(
        .register, number: instruction.modRM & 7 | (rex & 1) << 3, width: codeSize == 8 ? 8 : 4)
    case .Ry:
      return Operand(
        .register, number: instruction.modRM & 7 | (rex & 1) << 3, width: wide(instruction))
    case .Zb: return register8(opcode & 7 | (rex & 1) << 3)
    case .Zv, .Z1v: return Operand(.register, number: opcode & 7 | (rex & 1) << 3, width: size)
    case .Ib:
      instruction.immediate = UInt64(cursor.byte())
      return Operand(.immediate, width: 1)
    case .Ibs:
      instruction.immediate = Self.extended(cursor.byte())
      return Operand(.immediate, width: size)
    case .Iw:
      instruction.immediate = UInt64(cursor.word())
      return Operand(.immediate, width: 2)
    case .Iz, .Iv: return immediate(form, &instruction, &cursor)
    case .Ib2:
      instruction.secondImmediate = UInt16(cursor.byte())
      return Operand(.secondImmediate, width: 1)
    case .one: return Operand(.constant, number: 1, width: 1)
    case .Ob: return offset(1, &instruction, &cursor)
    case .Ov: return offset(size, &instruction, &cursor)
    case .Jb:
      instruction.immediate = Self.extended(cursor.byte())
      return Operand(.relative, width: size)
    case .Jz:
      instruction.immediate =
        size == 2 ? Self.extended(cursor.word()) : Self.extended(cursor.doubleword())
      return Operand(.relative, width: size)
    case .Ap:
      instruction.immediate = size == 2 ? UInt64(cursor.word()) : UInt64(cursor.doubleword())
      instruction.secondImmediate = cursor.word()
      return Operand(.farPointer, width: size &+ 2)
    case .Xb: return Operand(.stringSource, width: 1)
    case .Xv: return Operand(.stringSource, width: size)
    case .Xz: return Operand(.stringSource, width: min(size, 4))
    case .Yb: return Operand(.stringDestination, width: 1)
    case .Yv: return Operand(.stringDestination, width: size)
    case .Yz: return Operand(.stringDestination, width: min(size, 4))
    case .rBXb:
      instruction.base = 3
      return Operand(.memory, width: 1)
    case .AL: return Operand(.register, number: 0, width: 1)
    case .CL: return Operand(.register, number: 1, width: 1)
    case .DX: return Operand(.register, number: 2, width: 2)
    case .eAX: return Operand(.register, number: 0, width: min(size, 4))
    case .rAX: return Operand(.register, number: 0, width: size)
    case .ES: return Operand(.segment, number: 0, width: 2)
    case .CS: return Operand(.segment, number: 1, width: 2)
    case .SS: return Operand(.segment, number: 2, width: 2)
    case .DS: return Operand(.segment, number: 3, width: 2)
    case .FS: return Operand(.segment, number: 4, width: 2)
    case .GS: return Operand(.segment, number: 5, width: 2)
    case .AX: return Operand(.register, number: 0, width: 2)
    case .STi: return Operand(.st, number: instruction.modRM & 7, width: 10)
    case .ST0: return Operand(.st, number: 0, width: 10)
    case .Mt: return Operand(.memory, width: 10)
    case .Menv: return Operand(.memory, width: size == 2 ? 14 : 28)
    case .Mstate: return Operand(.memory, width: size == 2 ? 94 : 108)
    case .Mfx: return Operand(.memory)
    case .RdMb: return registerOrMemory(instruction, instruction.modRM >= 0xC0 ? 4 : 1)
    case .RdMw: return registerOrMemory(instruction, instruction.modRM >= 0xC0 ? 4 : 2)
    case .rDIq, .rDIx:
      instruction.base = 7
      return Operand(.memory, width: form == .rDIq ? 8 : 16)
    default: return vectorOperand(form, instruction)
    }
  }

  // MARK: Registers

  private func vectorOperand(_ form: OperandForm, _ instruction: Instruction) -> Operand {
    func xmm(_ width: UInt8) -> Operand {
      Operand(.xmm, number: regField(instruction), width: width)
    }
    func xmmOrMemory(_ width: UInt8) -> Operand {
      guard instruction.modRM >= 0xC0 else { return Operand(.memory, width: width) }
      return Operand(.xmm, number: instruction.modRM & 7 | (rex & 1) << 3, width: width)
    }
    func mmxOrMemory(_ width: UInt8) -> Operand {
      guard instruction.modRM >= 0xC0 else { return Operand(.memory, width: width) }
      return Operand(.mmx, number: instruction.modRM & 7, width: 8)
    }
    switch form {
    case .Pq: return Operand(.mmx, number: instruction.modRM >> 3 & 7, width: 8)
    case .Qq, .Nq: return mmxOrMemory(8)
    case .Qd: return mmxOrMemory(4)
    case .Vx: return xmm(16)
    case .Vq: return xmm(8)
    case .Vd: return xmm(4)
    case .Wx, .Ux: return xmmOrMemory(16)
    case .Wq, .Uq: return xmmOrMemory(8)
    case .Wd: return xmmOrMemory(4)
    case .Ww: return xmmOrMemory(2)
    case .XMM0: return Operand(.xmm, number: 0, width: 16)
    default: preconditionFailure("a form without operands: \(form)")
    }
  }

  /// The size of a `y` operand, which knows no operand-size prefix.
  private func wide(_ instruction: Instruction) -> UInt8 {
    instruction.prefixes.contains(.rexW) ? 8 : 4
  }

  private func regField(_ instruction: Instruction) -> UInt8 {
    instruction.modRM >> 3 & 7 | (rex & 4) << 1
  }

  private func registerOrMemory(_ instruction: Instruction, _ width: UInt8) -> Operand {
    guard instruction.modRM >= 0xC0 else { return Operand(.memory, width: width) }
    let number = instruction.modRM & 7 | (rex & 1) << 3
    return width == 1 ? register8(number) : Operand(.register, number: number, width: width)
  }

  /// Register forms exist on the 8086 alone, which reads the word registers there are.
  private func memoryOnly(_ instruction: Instruction, _ width: UInt8) -> Operand {
    registerOrMemory(instruction, instruction.modRM >= 0xC0 ? 2 : width)
  }

  /// Without REX the numbers 4 to 7 are AH, CH, DH and BH.
  private func register8(_ number: UInt8) -> Operand {
    Operand(rex == 0 && number >= 4 ? .highByte : .register, number: number, width: 1)
  }

  /// The 8086 and 80186 decode two bits of the number; the 80286 refuses 4 to 7, later models 6 and
  /// 7. CS as a destination is refused from the 80286 on.
  private mutating func segment(_ instruction: Instruction) -> Operand {
    var number = instruction.modRM >> 3 & 7
    if model < .i80286 {
      number &= 3
    } else if number > (model == .i80286 ? 3 : 5) || (number == 1 && opcode == 0x8E) {
      isInvalid = true
    }
    return Operand(.segment, number: number, width: 2)
  }

  private mutating func specialRegister(
    _ form: OperandForm, _ instruction: Instruction
  ) -> Operand {
    var number = regField(instruction)
    let kind: Operand.Kind
    let numbers: UInt16
    switch form {
    case .Cd:
      kind = .control
      // AMD APM vol. 3, "MOV CRn": LOCK MOV CR0 is MOV CR8.
      if instruction.prefixes.contains(.lock), number == 0 { number = 8 }
      // CR4 came with the 80486s that know CPUID, CR8 with 64-bit mode.
      let control: UInt16 = model >= .i80486 ? 0b1_1101 : 0b1101
      let hasCR8 = codeSize == 8 || features.contains(.altMovCR8)
      numbers = hasCR8 ? control | 1 << 8 : control
    case .Dd:
      kind = .debug
      numbers = 0b1111_1111
    default:
      kind = .test
      numbers = model >= .i80486 ? 0b1111_1000 : 0b1100_0000
    }
    if numbers >> number & 1 == 0 { isInvalid = true }
    return Operand(kind, number: number, width: codeSize == 8 ? 8 : 4)
  }

  // MARK: Immediates

  private static func extended<T: FixedWidthInteger & UnsignedInteger>(_ value: T) -> UInt64 {
    let shift = UInt64(64 - T.bitWidth)
    return UInt64(bitPattern: Int64(bitPattern: UInt64(value) &<< shift) &>> Int64(shift))
  }

  private mutating func immediate(
    _ form: OperandForm, _ instruction: inout Instruction, _ cursor: inout Cursor
  ) -> Operand {
    let size = instruction.operandSize
    switch size {
    case 2: instruction.immediate = UInt64(cursor.word())
    case 4: instruction.immediate = UInt64(cursor.doubleword())
    default:
      instruction.immediate =
        form == .Iv ? cursor.quadword() : Self.extended(cursor.doubleword())
    }
    return Operand(.immediate, width: size)
  }

  private func offset(
    _ width: UInt8, _ instruction: inout Instruction, _ cursor: inout Cursor
  ) -> Operand {
    switch instruction.addressSize {
    case 2: instruction.displacement = Int64(cursor.word())
    case 4: instruction.displacement = Int64(cursor.doubleword())
    default: instruction.displacement = Int64(bitPattern: cursor.quadword())
    }
    return Operand(.memory, width: width)
  }

  // MARK: Addresses

  /// SDM vol. 2, table 2-1.
  private func address16(_ instruction: inout Instruction, _ cursor: inout Cursor) {
    let mod = instruction.modRM >> 6
    let rm = instruction.modRM & 7
    switch rm {
    case 0, 1:
      instruction.base = 3
      instruction.index = 6 + rm
    case 2, 3:
      instruction.base = 5
      instruction.index = 4 + rm
    case 4, 5: instruction.base = 2 + rm
    case 6: instruction.base = mod == 0 ? Instruction.noRegister : 5
    default: instruction.base = 3
    }
    if instruction.base == 5, !hasOverride { instruction.segment = .ss }
    switch mod {
    case 0 where rm == 6: instruction.displacement = Int64(Int16(bitPattern: cursor.word()))
    case 1: instruction.displacement = Int64(Int8(bitPattern: cursor.byte()))
    case 2: instruction.displacement = Int64(Int16(bitPattern: cursor.word()))
    default: break
    }
  }

  /// SDM vol. 2, tables 2-2 and 2-3; for REX sections 2.2.1.2 and 2.2.1.6.
  private func address32(_ instruction: inout Instruction, _ cursor: inout Cursor) {
    let mod = instruction.modRM >> 6
    var rm = instruction.modRM & 7
    var hasBase = true
    if rm == 4 {
      let sib = cursor.byte()
      instruction.scale = sib >> 6
      let index = sib >> 3 & 7 | (rex & 2) << 2
      if index != 4 { instruction.index = index }
      rm = sib & 7
      hasBase = rm != 5 || mod != 0
    } else if rm == 5, mod == 0 {
      hasBase = false
      if codeSize == 8 { instruction.base = Instruction.instructionPointer }
    }
    if hasBase {
      instruction.base = rm | (rex & 1) << 3
      if instruction.base == 4 || instruction.base == 5, !hasOverride { instruction.segment = .ss }
    }
    if mod == 1 {
      instruction.displacement = Int64(Int8(bitPattern: cursor.byte()))
    } else if mod == 2 || !hasBase {
      instruction.displacement = Int64(Int32(bitPattern: cursor.doubleword()))
    }
  }
}
