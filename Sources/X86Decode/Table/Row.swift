/// One encoding: what its bytes are, what it does, who may do it, and what it costs.
///
/// The decoder, the disassembler, the privilege audit, the clocks and the coverage report all read
/// this one table (`Opcodes.rows`).
public struct Row: Sendable {
  /// The opcode byte, or 0F00h plus the second byte of a two-byte opcode, or 0F3800h and 0F3A00h
  /// plus the third byte. With ``OperandForm/Zb`` and ``OperandForm/Zv`` and with conditions it is
  /// the first of ``opcodeCount``.
  public var opcode: UInt32
  /// The reg field of ModRM that belongs to the opcode.
  public var ext: UInt8?
  /// The whole ModRM byte (of a register form), where all of it belongs to the opcode.
  public var modRM: UInt8?
  /// The mandatory prefixes among which the row is found.
  public var prefix: PrefixSelection
  public var operation: Operation
  public var forms: (OperandForm, OperandForm, OperandForm)
  public var flags: FlagEffect
  public var privilege: Privilege
  public var traits: Traits
  /// The first and the last model that decode these bytes so; no last model means "all later ones".
  public var since: ProcessorModel
  public var until: ProcessorModel?
  /// Features that the processor must have, and such that it must not have, for the row to exist.
  public var feature: ProcessorFeatures
  public var unless: ProcessorFeatures
  public var clocks: Clocks

  init(
    _ opcode: UInt32, ext: UInt8? = nil, modRM: UInt8? = nil, prefix: PrefixSelection = .any,
    _ operation: Operation, _ first: OperandForm = .none, _ second: OperandForm = .none,
    _ third: OperandForm = .none, flags: FlagEffect = .none, privilege: Privilege = [],
    traits: Traits = [], since: ProcessorModel = .i8086, until: ProcessorModel? = nil,
    feature: ProcessorFeatures = [], unless: ProcessorFeatures = [], clocks: Clocks
  ) {
    self.opcode = opcode
    self.ext = ext
    self.modRM = modRM
    self.prefix = prefix
    self.operation = operation
    forms = (first, second, third)
    self.flags = flags
    self.privilege = privilege
    self.traits = traits
    self.since = since
    self.until = until
    self.feature = feature
    self.unless = unless
    self.clocks = clocks
  }

  /// Consecutive opcodes that the row covers: 8 with a register in the opcode, 16 with a condition.
  public var opcodeCount: UInt32 {
    switch operation {
    case .jcc, .setcc, .cmovcc: return 16
    default: break
    }
    for form in [forms.0, forms.1] {
      switch form {
      case .Zb, .Zv: return 8
      case .Z1v: return 7
      default: break
      }
    }
    return 1
  }

  /// Whether a processor decodes these bytes so.
  public func exists(on model: ProcessorModel, features: ProcessorFeatures) -> Bool {
    model >= since && model <= (until ?? model) && features.isSuperset(of: feature)
      && features.isDisjoint(with: unless)
      && !traits.contains(model.isAMD ? .intelOnly : .amdOnly)
  }

  public func exists(on model: ProcessorModel) -> Bool {
    exists(on: model, features: model.features)
  }

  package var hasModRM: Bool {
    ext != nil || modRM != nil || forms.0.usesModRM || forms.1.usesModRM || forms.2.usesModRM
  }

  private var isMemoryOnly: Bool {
    forms.0.isMemoryOnly || forms.1.isMemoryOnly || forms.2.isMemoryOnly
  }
  private var isRegisterOnly: Bool {
    modRM != nil || traits.contains(.registerForm) || forms.0.isRegisterOnly
      || forms.1.isRegisterOnly || forms.2.isRegisterOnly
  }

  /// Where two rows could be meant, the more special one is.
  package var specificity: Int {
    (prefix == .any ? 0 : 4) + (modRM == nil ? 0 : 2)
      + (ext != nil || isMemoryOnly || isRegisterOnly ? 1 : 0)
  }

  /// The ModRM bytes that belong to the row, as places 0 to 71: the reg field of a memory form, and
  /// 8 plus the low six bits of a register form.
  package func places(on model: ProcessorModel) -> [Int] {
    if let modRM { return [8 + Int(modRM & 63)] }
    let digits = ext.map { Int($0)...Int($0) } ?? 0...7
    var places: [Int] = []
    if !isRegisterOnly { places += digits }
    // The 8086 makes something of its own of register forms where no register can be meant.
    if !isMemoryOnly || (model == .i8086 && feature.isEmpty) {
      places += (8 + digits.lowerBound * 8)..<(16 + digits.upperBound * 8)
    }
    return places
  }
}

/// What the last of F2 and F3, or else 66, selects among the rows of an opcode.
public struct PrefixSelection: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Neither of the three prefixes.
  public static let none = PrefixSelection(rawValue: 1 << 0)
  /// 66. Where it alone selects, it is no operand-size prefix.
  public static let p66 = PrefixSelection(rawValue: 1 << 1)
  public static let pF3 = PrefixSelection(rawValue: 1 << 2)
  public static let pF2 = PrefixSelection(rawValue: 1 << 3)
  /// The prefixes do not belong to the opcode.
  public static let any: PrefixSelection = [.none, .p66, .pF3, .pF2]
}

/// What a row says about modes and prefixes.
public struct Traits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// LOCK is legal with a memory destination (80386 and later).
  public static let lockable = Traits(rawValue: 1 << 0)
  /// Invalid in real and virtual-8086 mode.
  public static let protectedOnly = Traits(rawValue: 1 << 1)
  /// Invalid in 64-bit code.
  public static let not64 = Traits(rawValue: 1 << 2)
  /// Exists in 64-bit code only.
  public static let only64 = Traits(rawValue: 1 << 3)
  /// The operand size is 8 in 64-bit code, 2 with the operand-size prefix.
  public static let default64 = Traits(rawValue: 1 << 4)
  /// The operand size is 8 in 64-bit code whatever the prefixes say.
  public static let force64 = Traits(rawValue: 1 << 5)
  /// The clocks of fetching the target's first instruction come on top (80286, 80386).
  public static let transfers = Traits(rawValue: 1 << 6)
  /// A repeat prefix repeats it.
  public static let repeatable = Traits(rawValue: 1 << 7)
  /// A near transfer: the operand size is 8 in 64-bit code; only AMD heeds the operand-size prefix.
  public static let branch64 = Traits(rawValue: 1 << 8)
  /// A far pointer in memory, which AMD does not know with a 64-bit offset: REX.W does nothing.
  public static let farPointer = Traits(rawValue: 1 << 9)
  /// The two vendors' processors decode the bytes differently.
  public static let intelOnly = Traits(rawValue: 1 << 10)
  public static let amdOnly = Traits(rawValue: 1 << 11)
  /// Only ModRM's register forms belong to the row, though they name no register.
  public static let registerForm = Traits(rawValue: 1 << 12)
}

/// The conditions under which an encoding is refused or gives itself away. All of them apply.
public struct Privilege: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// #GP(0) unless CPL is 0 (protected mode; always in virtual-8086 mode).
  public static let cpl0 = Privilege(rawValue: 1 << 0)
  /// #GP(0) if CPL > IOPL, virtual-8086 mode included.
  public static let iopl = Privilege(rawValue: 1 << 1)
  /// #GP(0) in virtual-8086 mode if IOPL < 3; elsewhere unprivileged.
  public static let v86IOPL = Privilege(rawValue: 1 << 2)
  /// The I/O permission bitmap decides if CPL > IOPL, and always in virtual-8086 mode. The 80286,
  /// which has no bitmap, refuses.
  public static let ioPermission = Privilege(rawValue: 1 << 3)
  /// Does not fault at CPL 3 though it reads privileged state, or does something else there.
  public static let sensitive = Privilege(rawValue: 1 << 4)
  /// #GP(0) at CPL > 0 while CR4.UMIP is set.
  public static let umip = Privilege(rawValue: 1 << 5)
  /// #GP(0) at CPL > 0 while CR4.TSD is set.
  public static let tsd = Privilege(rawValue: 1 << 6)
  /// #GP(0) at CPL > 0 while CR4.PCE is clear.
  public static let pce = Privilege(rawValue: 1 << 7)
  /// What is refused depends on an operand: a selector or descriptor that is loaded.
  public static let operand = Privilege(rawValue: 1 << 8)
  /// #UD unless CPL is 0.
  public static let cpl0Invalid = Privilege(rawValue: 1 << 9)
  /// #UD outside system-management mode.
  public static let smm = Privilege(rawValue: 1 << 10)
}

/// Sets of the six arithmetic flags.
public struct ArithmeticFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let cf = ArithmeticFlags(rawValue: 1 << 0)
  public static let pf = ArithmeticFlags(rawValue: 1 << 1)
  public static let af = ArithmeticFlags(rawValue: 1 << 2)
  public static let zf = ArithmeticFlags(rawValue: 1 << 3)
  public static let sf = ArithmeticFlags(rawValue: 1 << 4)
  public static let of = ArithmeticFlags(rawValue: 1 << 5)
  public static let all: ArithmeticFlags = [.cf, .pf, .af, .zf, .sf, .of]
}

/// What an encoding does to the arithmetic flags. Flags in none of the sets keep their value.
public struct FlagEffect: Hashable, Sendable {
  public var read: ArithmeticFlags
  /// Given a defined value.
  public var written: ArithmeticFlags
  /// Changed to something that the manual leaves open.
  public var undefined: ArithmeticFlags
  /// Nothing is written when the shift count (or the repeat count) is zero.
  public var isConditional: Bool

  init(
    read: ArithmeticFlags = [], written: ArithmeticFlags = [], undefined: ArithmeticFlags = [],
    isConditional: Bool = false
  ) {
    self.read = read
    self.written = written
    self.undefined = undefined
    self.isConditional = isConditional
  }

  static let none = FlagEffect()
  static let arithmetic = FlagEffect(written: .all)
  static let withCarry = FlagEffect(read: .cf, written: .all)
  static let logic = FlagEffect(written: [.cf, .pf, .zf, .sf, .of], undefined: .af)
  static let keepingCarry = FlagEffect(written: [.pf, .af, .zf, .sf, .of])
  static let shiftByOne = logic
  static let shift = FlagEffect(
    written: [.cf, .pf, .zf, .sf], undefined: [.af, .of], isConditional: true)
  static let rotateByOne = FlagEffect(written: [.cf, .of])
  static let rotate = FlagEffect(written: .cf, undefined: .of, isConditional: true)
  static let rotateThroughCarryByOne = FlagEffect(read: .cf, written: [.cf, .of])
  static let rotateThroughCarry = FlagEffect(
    read: .cf, written: .cf, undefined: .of, isConditional: true)
  static let multiply = FlagEffect(written: [.cf, .of], undefined: [.pf, .af, .zf, .sf])
  static let allUndefined = FlagEffect(undefined: .all)
  static let decimalAdjust = FlagEffect(
    read: [.cf, .af], written: [.cf, .pf, .af, .zf, .sf], undefined: .of)
  static let asciiAdjust = FlagEffect(
    read: .af, written: [.cf, .af], undefined: [.pf, .zf, .sf, .of])
  static let asciiMultiply = FlagEffect(
    written: [.pf, .zf, .sf], undefined: [.cf, .af, .of])
  static let bitTest = FlagEffect(written: .cf, undefined: [.pf, .af, .sf, .of])
  static let bitScan = FlagEffect(written: .zf, undefined: [.cf, .pf, .af, .sf, .of])
  static let countZeros = FlagEffect(written: [.cf, .zf], undefined: [.pf, .af, .sf, .of])
  static let zeroFlag = FlagEffect(written: .zf)
  static let carryFlag = FlagEffect(written: .cf)
  static let complementCarry = FlagEffect(read: .cf, written: .cf)
  static let readsAll = FlagEffect(read: .all)
  static let readsCarry = FlagEffect(read: .cf)
  static let readsZero = FlagEffect(read: .zf)
  static let condition = FlagEffect(read: [.cf, .pf, .zf, .sf, .of])
  static let lowByte = FlagEffect(written: [.cf, .pf, .af, .zf, .sf])
  static let readsLowByte = FlagEffect(read: [.cf, .pf, .af, .zf, .sf])
  static let repeatedCompare = FlagEffect(written: .all, isConditional: true)
}

/// Operand forms by the letters of Intel's opcode map (SDM vol. 2, appendix A.2).
public enum OperandForm: UInt8, CaseIterable, Sendable {
  case none
  /// ModRM's register or memory operand: byte, word, operand size.
  case Eb, Ew, Ev
  /// The same as a doubleword; of the operand size up to 4 bytes (MOVSXD's source); 4 bytes, 8 with
  /// REX.W.
  case Ed, Ez, Ey
  /// A register of the operand size, or a word in memory (SLDT, STR, SMSW, MOV from Sw).
  case RvMw
  /// Memory without a size (LEA, INVLPG), a BOUND pair, a far pointer, a pseudo-descriptor. Register
  /// forms are invalid from the 80186 on.
  case M, Ma, Mp, Ms
  /// Memory of 1, 2, 4, 8 and 16 bytes, of the operand size, of 4 bytes or 8 with REX.W, and of twice
  /// as many (CMPXCHG8B and, if the processor has it, CMPXCHG16B).
  case Mb, Mw, Md, Mq, Mdq, Mv, My, M2y
  /// A coprocessor's memory operand; nothing in the register form.
  case Mx
  /// ModRM's reg field as a general register.
  case Gb, Gw, Gv
  /// The same of 4 bytes; of 4 bytes, 8 with REX.W; of 4 bytes, 8 in 64-bit code.
  case Gd, Gy, Gr
  /// ModRM's reg field as a segment, control, debug or test register.
  case Sw, Cd, Dd, Td
  /// ModRM's r/m field as a general register, mod ignored: 4 bytes, 8 in 64-bit code.
  case Rd
  /// ModRM's r/m field as a general register of 4 bytes, 8 with REX.W; memory forms do not belong to
  /// the row.
  case Ry
  /// The opcode's low three bits as a register: byte, operand size, operand size but never the
  /// accumulator (`Z1v`: the row starts at the second register).
  case Zb, Zv, Z1v
  /// Immediates: byte; byte sign-extended to the operand size; word; operand size up to 4 bytes;
  /// operand size up to 8 bytes; ENTER's second.
  case Ib, Ibs, Iw, Iz, Iv, Ib2
  /// The constant 1.
  case one
  /// Offsets in the instruction (moffs).
  case Ob, Ov
  /// Near and far targets.
  case Jb, Jz, Ap
  /// String operands: source DS:rSI, destination ES:rDI. `z` is at most 4 bytes.
  case Xb, Xv, Xz, Yb, Yv, Yz
  /// The table byte of XLAT.
  case rBXb
  /// Registers by name; `eAX` is at most 4 bytes, `rAX` follows the operand size.
  case AL, CL, DX, eAX, rAX
  case ES, CS, SS, DS, FS, GS, AX
  /// x87: ModRM's r/m field as a register (memory forms do not belong to the row), and ST(0).
  case STi, ST0
  /// x87: memory of ten bytes; an environment, a whole state by operand size; FXSAVE's 512 bytes.
  case Mt, Menv, Mstate, Mfx
  /// MMX: ModRM's reg field; its r/m field or memory of 8 or 4 bytes; its r/m field only.
  case Pq, Qq, Qd, Nq
  /// XMM registers of which 16, 8 or 4 bytes matter: ModRM's reg field; its r/m field or memory of as
  /// many bytes; its r/m field only; the register 0.
  case Vx, Vq, Vd, Wx, Wq, Wd, Ww, Ux, Uq, XMM0
  /// A register of 4 bytes, or memory of 1 or 2 (PEXTRB, PINSRW).
  case RdMb, RdMw
  /// Memory of 8 or 16 bytes at rDI (MASKMOVQ, MASKMOVDQU).
  case rDIq, rDIx

  var usesModRM: Bool {
    switch self {
    case .Eb, .Ew, .Ev, .Ed, .Ez, .Ey, .RvMw, .M, .Ma, .Mp, .Ms, .Mb, .Mw, .Md, .Mq, .Mdq, .Mv,
      .My, .M2y, .Mx, .Mt, .Menv, .Mstate, .Mfx, .Gb, .Gw, .Gv, .Gd, .Gy, .Gr, .Sw, .Cd, .Dd,
      .Td, .Rd, .Ry, .STi, .Pq, .Qq, .Qd, .Nq, .Vx, .Vq, .Vd, .Wx, .Wq, .Wd, .Ww, .Ux, .Uq,
      .RdMb, .RdMw:
      true
    default: false
    }
  }

  /// Whether a register in ModRM's r/m field makes the encoding invalid.
  var isMemoryOnly: Bool {
    switch self {
    case .M, .Ma, .Mp, .Ms, .Mb, .Mw, .Md, .Mq, .Mdq, .Mv, .My, .M2y, .Mt, .Menv, .Mstate, .Mfx:
      true
    default: false
    }
  }

  /// Whether memory in ModRM's r/m field makes the encoding invalid.
  var isRegisterOnly: Bool {
    switch self {
    case .Ry, .STi, .Nq, .Ux, .Uq: true
    default: false
    }
  }
}
