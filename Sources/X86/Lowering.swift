import X86Decode

/// From an `Instruction` to an op: which handler family, and what its fields hold.
///
/// Whatever has no family of its own becomes a warm op (executed from its `Instruction`, the block
/// goes on) or a cold one (it may transfer control, change the mode, or observe time: the block ends).
struct Lowering {
  let cpu: CPU
  let mode: UInt32
  /// Offset in its page of the block's first byte, and that byte's instruction pointer.
  let page: UInt64
  let start: UInt64
  let nextRIP: UInt64

  struct Result {
    var kind: UInt16
    var form: Int8 = 0
    var endsBlock = false
    /// A conditional branch that may be fused with what is in front of it.
    var isBranch = false

    static let warm = Result(kind: Kind.warm)
    static let cold = Result(kind: Kind.cold, endsBlock: true)
  }

  mutating func lower(_ i: Instruction, _ op: OpPointer) -> Result {
    let a = i.operands.0
    let b = i.operands.1
    switch i.operation {
    case .add, .or, .adc, .sbb, .and, .sub, .xor:
      let number = i.operation.rawValue - Operation.add.rawValue
      return binary(
        i, op, number, (Kind.binaryRR, Kind.binaryRI, Kind.binaryRM, Kind.binaryMR, Kind.binaryMI))
    case .cmp, .test:
      return binary(
        i, op, i.operation == .cmp ? 0 : 1,
        (Kind.compareRR, Kind.compareRI, Kind.compareRM, Kind.compareMR, Kind.compareMI))
    case .mov:
      if b.kind == .immediate, a.width == 8, isRegister(a),
        Int64(bitPattern: i.immediate) != Int64(Int32(truncatingIfNeeded: i.immediate))
      {
        op.destination = register(a)
        op.longDisplacement = i.immediate
        return Result(kind: Kind.moveLong)
      }
      return binary(
        i, op, 0, (Kind.moveRR, Kind.moveRI, Kind.moveRM, Kind.moveMR, Kind.moveMI))
    case .movzx, .movsx, .movsxd:
      let isZero = i.operation == .movzx
      guard a.width > b.width else { return .warm }
      // The generator's EXTENSIONS.
      let pair: UInt16 =
        a.width == 2
        ? 0 : (a.width == 4 ? 1 : 3) + (b.width == 1 ? 0 : b.width == 2 ? 1 : 2)
      op.destination = register(a)
      if isRegister(b) {
        op.source = register(b)
        return Result(kind: (isZero ? Kind.zeroExtendR : Kind.signExtendR) + pair)
      }
      return memory(i, op, (isZero ? Kind.zeroExtendM : Kind.signExtendM) + pair)
    case .lea:
      guard isRegister(a), b.kind == .memory else { return .warm }
      op.destination = register(a)
      address(i, op)
      if is64Bit {
        guard i.addressSize == 8, a.width >= 4 else { return .warm }
        let isIndexed = i.index != Instruction.noRegister
        return Result(kind: Kind.loadAddress + (isIndexed ? 6 : 4) + (a.width == 4 ? 0 : 1))
      }
      return Result(kind: Kind.loadAddress + (i.addressSize == 2 ? 0 : 2) + (a.width == 2 ? 0 : 1))
    case .xchg:
      guard isRegister(a), isRegister(b) else { return .warm }
      op.destination = register(a)
      op.source = register(b)
      return Result(kind: Kind.exchange + widthIndex(a))
    case .inc, .dec:
      return unary(
        i, op, Kind.stepR, Kind.stepM, (i.operation == .inc ? 0 : 4) + widthIndex(a))
    case .neg: return unary(i, op, Kind.negateR, Kind.negateM, widthIndex(a))
    case .not: return unary(i, op, Kind.complementR, Kind.complementM, widthIndex(a))
    case .rol, .ror, .shl, .shr, .sar: return shift(i, op)
    case .imul: return multiply(i, op)
    case .cmovcc:
      guard a.width >= 4 else { return .warm }
      let number = (a.width == 4 ? 0 : 16) + UInt16(i.condition)
      op.destination = register(a)
      guard isRegister(b) else { return memory(i, op, Kind.moveIfRM + number) }
      op.source = register(b)
      return Result(kind: Kind.moveIfRR + number)
    case .setcc:
      guard isRegister(a) else { return .warm }
      op.destination = register(a)
      return Result(kind: Kind.setIf + UInt16(i.condition))
    case .cbw: return Result(kind: Kind.extendAccumulator + wideIndex(i.operandSize))
    case .cwd:
      // Its clocks depend on the sign.
      if cpu.model == .i8086 { return .warm }
      return Result(kind: Kind.extendIntoDX + wideIndex(i.operandSize))
    case .clc: return Result(kind: Kind.single)
    case .stc: return Result(kind: Kind.single + 1)
    case .cmc: return Result(kind: Kind.single + 2)
    case .cld: return Result(kind: Kind.single + 3)
    case .std: return Result(kind: Kind.single + 4)
    case .nop: return Result(kind: Kind.single + 5)
    case .push, .pop: return stack(i, op)
    case .jmpRelative, .callRelative, .jcc, .loop, .jcxz: return relative(i, op)
    case .jmpIndirect, .callIndirect, .ret: return indirect(i, op)
    default:
      if let result = vector(i, op) { return result }
      if let result = numeric(i, op) { return result }
      return Self.staysInBlock(i.operation) || Self.isVector(i.operation) ? .warm : .cold
    }
  }

  /// What may neither transfer control, change the code context, open an interrupt window, observe
  /// time, nor take long.
  static func staysInBlock(_ operation: Operation) -> Bool {
    switch operation {
    case .mul, .imulAccumulator, .div, .idiv, .rcl, .rcr, .setmo, .shld, .shrd, .daa, .das, .aaa,
      .aas, .aam, .aad, .bt, .bts, .btr, .btc, .bsf, .bsr, .lzcnt, .bswap, .movbe, .movsxd, .xlat,
      .pusha, .popa, .pushf, .lahf, .sahf, .enter, .leave, .cmpxchg, .cmpxchg8b, .xadd,
      .cmovcc, .salc, .movFromSegment, .pushSegment, .lar, .lsl, .verr, .verw, .arpl, .sldt, .str,
      .smsw, .sgdt, .sidt, .movFromCR, .movFromTR, .cpuid, .bound, .wait, .escape, .invd, .wbinvd:
      return true
    default: return CPU.isFPU(operation)
    }
  }

  /// A taken branch out of the middle of a block.
  static func isSideExit(_ kind: UInt16) -> Bool { kind >= Kind.call && !keepsInstruction(kind) }

  /// Whether an op holds its `Instruction`: all those do that may be executed from it.
  static func keepsInstruction(_ kind: UInt16) -> Bool { kind >= Kind.vectorMoveR }

  /// Whether ``OpPointer/taken`` of such an op is a link, and not an address or a displacement.
  static func hasLink(_ kind: UInt16) -> Bool {
    switch kind {
    case Kind.call..<Kind.callAcross, Kind.jump, Kind.jumpIf..<Kind.jumpAcrossIf,
      Kind.loop..<Kind.jumpR, Kind.compareJumpRR..<Kind.vectorMoveR:
      true
    default: false
    }
  }

  /// The fused kind of a comparison (or INC, DEC) and the conditional branch behind it.
  static func fused(_ first: UInt16, _ branch: UInt16) -> UInt16? {
    guard branch >= Kind.jumpIf, branch < Kind.jumpAcrossIf else { return nil }
    let condition = Int(branch - Kind.jumpIf)
    // Position in the generator's FUSED list: all but O, NO, P, NP.
    let compared: [Int] = [-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1, -1, 8, 9, 10, 11]
    // TESTED: Z, NZ, S, NS.
    let tested: [Int] = [-1, -1, -1, -1, 0, 1, -1, -1, 2, 3, -1, -1, -1, -1, -1, -1]
    func pick(_ base: UInt16, _ width: UInt16, _ stride: Int, _ position: Int) -> UInt16? {
      position < 0 ? nil : base + width * UInt16(stride) + UInt16(position)
    }
    switch first {
    case Kind.compareRR..<Kind.compareRR + 4:
      return pick(Kind.compareJumpRR, first - Kind.compareRR, 12, compared[condition])
    case Kind.compareRI..<Kind.compareRI + 4:
      return pick(Kind.compareJumpRI, first - Kind.compareRI, 12, compared[condition])
    case Kind.compareRR + 4..<Kind.compareRR + 8:
      return pick(Kind.testJumpRR, first - Kind.compareRR - 4, 4, tested[condition])
    case Kind.compareRI + 4..<Kind.compareRI + 8:
      return pick(Kind.testJumpRI, first - Kind.compareRI - 4, 4, tested[condition])
    case Kind.stepR..<Kind.stepR + 8:
      let number = first - Kind.stepR
      guard number % 4 > 0, condition == 4 || condition == 5 else { return nil }
      return Kind.stepJump + (number / 4) * 6 + (number % 4 - 1) * 2 + UInt16(condition - 4)
    default: return nil
    }
  }

  /// The form of word operands and of stack slots on a 16-bit bus (see ``BusWord``).
  private static let busForm: Int8 = 7
  private var stackForm: Int8 { cpu.has16BitBus ? Self.busForm : 0 }

  // MARK: Operand fields

  func isRegister(_ o: Operand) -> Bool { o.kind == .register || o.kind == .highByte }

  func register(_ o: Operand) -> UInt8 {
    o.kind == .highByte
      ? UInt8(Field.registers) + (o.number & 3) * 8 + 1
      : UInt8(Field.registers) + (o.number & 15) * 8
  }

  var is64Bit: Bool { mode & ModeKey.code64 != 0 }

  /// 0 for bytes, 1 for words, 2 for doublewords, 3 for quadwords.
  private func widthIndex(_ o: Operand) -> UInt16 {
    UInt16(min(3, o.width.trailingZeroBitCount))
  }
  /// 0 for words, 1 for doublewords, 2 for quadwords.
  private func wideIndex(_ width: UInt8) -> UInt16 { width <= 2 ? 0 : width == 4 ? 1 : 2 }

  /// Fills in the address fields.
  func address(_ i: Instruction, _ op: OpPointer) {
    func field(_ number: UInt8) -> UInt8 {
      number < 16 ? UInt8(Field.registers) + number * 8 : UInt8(Field.zero)
    }
    op.base = field(i.base)
    op.index = field(i.index)
    op.scale = i.scale
    op.segment = i.segment.rawValue * UInt8(SegmentSlot.stride)
    op.addressSize = i.addressSize
    op.displacement = UInt32(truncatingIfNeeded: i.displacement)
    if is64Bit {
      let isRelative = i.base == Instruction.instructionPointer
      op.longDisplacement = UInt64(bitPattern: i.displacement) &+ (isRelative ? nextRIP : 0)
    }
  }

  /// Address form of the memory operand: an index in the generator's ADDRESSINGS.
  func form(_ i: Instruction, width: UInt8) -> Int8 {
    if is64Bit {
      guard i.addressSize == 8, i.segment.rawValue < 4, width != 2 else { return 6 }
      return i.index == Instruction.noRegister ? 4 : 5
    }
    if i.addressSize == 2 { return cpu.has16BitBus && width == 2 ? Self.busForm : 2 }
    let isFlat =
      switch i.segment {
      case .ds: mode & ModeKey.flatDS != 0
      case .ss: mode & ModeKey.flatSS != 0
      case .es: mode & ModeKey.flatES != 0
      default: false
      }
    guard isFlat else { return 3 }
    return i.index == Instruction.noRegister ? 0 : 1
  }

  /// - Parameter width: the width in the kind's name where words lack the long forms.
  func memory(
    _ i: Instruction, _ op: OpPointer, _ kind: UInt16, width: UInt8 = 4
  ) -> Result {
    address(i, op)
    return Result(kind: kind, form: form(i, width: width))
  }

  // MARK: Families

  /// An x87 instruction that has a fast form.
  private func numeric(_ i: Instruction, _ op: OpPointer) -> Result? {
    guard cpu.model >= .i80386, let (code, fields) = Self.numeric(i) else { return nil }
    if i.modRM < 0xC0 {
      guard !is64Bit || i.addressSize == 8 else { return nil }
      address(i, op)
    }
    op.destination = code.rawValue
    op.source = i.modRM & 7
    op.immediate = fields.packed
    return Result(kind: Kind.numeric)
  }

  private func binary(
    _ i: Instruction, _ op: OpPointer, _ number: UInt16,
    _ kinds: (rr: UInt16, ri: UInt16, rm: UInt16, mr: UInt16, mi: UInt16)
  ) -> Result {
    let a = i.operands.0
    let b = i.operands.1
    let at = number * 4 + widthIndex(a)
    op.immediate = UInt32(truncatingIfNeeded: i.immediate)
    switch (a.kind, b.kind) {
    case (.register, .immediate), (.highByte, .immediate):
      op.destination = register(a)
      return Result(kind: kinds.ri + at)
    case (.memory, .immediate): return memory(i, op, kinds.mi + at, width: a.width)
    case (.memory, .register), (.memory, .highByte):
      op.source = register(b)
      return memory(i, op, kinds.mr + at, width: a.width)
    case (.register, .memory), (.highByte, .memory):
      op.destination = register(a)
      return memory(i, op, kinds.rm + at, width: a.width)
    default:
      guard isRegister(a), isRegister(b) else { return .warm }
      op.destination = register(a)
      op.source = register(b)
      return Result(kind: kinds.rr + at)
    }
  }

  private func unary(
    _ i: Instruction, _ op: OpPointer, _ registerKind: UInt16, _ memoryKind: UInt16,
    _ number: UInt16
  ) -> Result {
    guard isRegister(i.operands.0) else {
      return memory(i, op, memoryKind + number, width: i.operands.0.width)
    }
    op.destination = register(i.operands.0)
    return Result(kind: registerKind + number)
  }

  private func shift(_ i: Instruction, _ op: OpPointer) -> Result {
    let a = i.operands.0
    let b = i.operands.1
    guard isRegister(a) else { return .warm }
    if cpu.model <= .i80286, i.operation == .shl {
      // AF is that of adding the operand to itself.
      guard b.kind == .constant else { return .warm }
      op.destination = register(a)
      op.source = register(a)
      return Result(kind: Kind.binaryRR + widthIndex(a))
    }
    if cpu.model == .i80286, i.operation == .shr || i.operation == .sar { return .warm }
    let number: UInt16 =
      switch i.operation {
      case .rol: 0
      case .ror: 1
      case .shl: 2
      case .shr: 3
      default: 4
      }
    op.destination = register(a)
    switch b.kind {
    case .register:
      guard a.width >= 4 else { return .warm }
      return Result(kind: Kind.shiftRC + number * 2 + (a.width == 4 ? 0 : 1))
    case .constant, .immediate:
      let raw = b.kind == .constant ? b.number : UInt8(truncatingIfNeeded: i.immediate)
      let count = raw & (a.width == 8 ? 63 : 31)
      guard count > 0, count < a.width * 8 else { return .warm }
      op.immediate = UInt32(count)
      return Result(kind: Kind.shiftRI + number * 4 + widthIndex(a))
    default: return .warm
    }
  }

  private func multiply(_ i: Instruction, _ op: OpPointer) -> Result {
    let a = i.operands.0
    let b = i.operands.1
    guard isRegister(a), a.width >= 2, cpu.model > .i80286 else { return .warm }
    let width = wideIndex(a.width)
    op.destination = register(a)
    op.immediate = UInt32(truncatingIfNeeded: i.immediate)
    let hasImmediate = i.operands.2.kind == .immediate
    if isRegister(b) {
      op.source = register(b)
      return Result(kind: (hasImmediate ? Kind.multiplyRI : Kind.multiplyRR) + width)
    }
    return memory(
      i, op, (hasImmediate ? Kind.multiplyMI : Kind.multiplyRM) + width, width: a.width)
  }

  /// Index of operand width and stack form in the stack families.
  private func stackIndex(_ width: UInt8) -> UInt16 {
    if width == 8 { return 6 }
    let form: UInt16 =
      mode & ModeKey.stack32 == 0 ? 2 : mode & ModeKey.flatSS != 0 ? 0 : 1
    return (width == 2 ? 0 : 3) + form
  }

  private func stack(_ i: Instruction, _ op: OpPointer) -> Result {
    let a = i.operands.0
    guard takesHandler(i.operandSize) else { return .warm }
    if i.operation == .pop {
      guard a.kind == .register else { return .warm }
      op.destination = register(a)
      return Result(kind: Kind.popR + stackIndex(i.operandSize), form: stackForm)
    }
    switch a.kind {
    case .register:
      // The 8086 and 80186 push SP as it is after the push.
      if a.number == 4, cpu.model < .i80286 { return .warm }
      op.source = register(a)
      return Result(kind: Kind.pushR + stackIndex(i.operandSize), form: stackForm)
    case .immediate:
      op.immediate = UInt32(truncatingIfNeeded: i.immediate)
      return Result(kind: Kind.pushI + stackIndex(i.operandSize), form: stackForm)
    default: return .warm
    }
  }

  /// In 64-bit mode the stack and near transfers are 64 bits wide; narrower ones are oddities.
  private func takesHandler(_ operandSize: UInt8) -> Bool { (operandSize == 8) == is64Bit }

  /// Can a near transfer of this operand size reach beyond CS's limit? Then it is checked.
  private func mayLeaveSegment(_ operandSize: UInt8) -> Bool {
    mode & ModeKey.limit4G == 0 && (operandSize != 2 || mode & ModeKey.limit64K == 0)
  }

  private func relative(_ i: Instruction, _ op: OpPointer) -> Result {
    guard !mayLeaveSegment(i.operandSize), takesHandler(i.operandSize) else { return .cold }
    let mask: UInt64 = i.operandSize == 2 ? 0xFFFF : i.operandSize == 4 ? 0xFFFF_FFFF : .max
    let target = (nextRIP &+ i.immediate) & mask
    guard isCanonical(target) else { return .cold }
    op.displacement = UInt32(truncatingIfNeeded: target)
    op.returnAddress = nextRIP
    // Direct links stay inside the block's page, in linear and so in physical space.
    let distance = Int64(bitPattern: target &- start) &+ Int64(page)
    let staysInPage = distance >= 0 && distance < 4096 && mode & ModeKey.stepping == 0
    if !staysInPage { op.target = target }
    let wide: UInt16 = is64Bit ? 1 : 0
    switch i.operation {
    case .jmpRelative:
      return Result(kind: staysInPage ? Kind.jump : Kind.jumpAcross + wide, endsBlock: true)
    case .callRelative:
      return Result(
        kind: (staysInPage ? Kind.call : Kind.callAcross) + stackIndex(i.operandSize),
        form: stackForm, endsBlock: true)
    case .jcc:
      let base = staysInPage ? Kind.jumpIf : Kind.jumpAcrossIf + 16 * wide
      return Result(kind: base + UInt16(i.condition), isBranch: true)
    default:
      guard staysInPage else { return .cold }
      let width = wideIndex(i.addressSize)
      return Result(kind: (i.operation == .loop ? Kind.loop : Kind.jumpIfCountZero) + width)
    }
  }

  private func indirect(_ i: Instruction, _ op: OpPointer) -> Result {
    guard !mayLeaveSegment(i.operandSize), takesHandler(i.operandSize) else { return .cold }
    let a = i.operands.0
    let width = wideIndex(i.operandSize)
    var result: Result
    switch i.operation {
    case .ret:
      op.immediate = UInt32(truncatingIfNeeded: i.immediate)
      result = Result(kind: Kind.returnNear + stackIndex(i.operandSize), form: stackForm)
    case .jmpIndirect:
      if isRegister(a) {
        op.source = register(a)
        result = Result(kind: Kind.jumpR + width)
      } else {
        result = memory(i, op, Kind.jumpM + width, width: i.operandSize)
      }
    default:
      op.returnAddress = nextRIP
      if isRegister(a) {
        op.source = register(a)
        result = Result(kind: Kind.callR + stackIndex(i.operandSize), form: stackForm)
      } else if cpu.has16BitBus {
        // Two accesses with clocks of their own: not before both have succeeded.
        return .cold
      } else {
        result = memory(i, op, Kind.callM + stackIndex(i.operandSize))
      }
    }
    result.endsBlock = true
    return result
  }
}
