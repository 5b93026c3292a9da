/// What the decoder must know of the processor: default sizes and the model.
public struct DecodeMode: Hashable, Sendable {
  /// Default operand and address size in bytes: 2 or 4; 8 stands for 64-bit code (addresses 8,
  /// operands 4 unless REX.W).
  public var codeSize: UInt8
  public var model: ProcessorModel
  /// Real or virtual-8086 mode: encodings that exist in protected mode only are invalid there.
  public var isRealOrV86: Bool

  public init(codeSize: UInt8, model: ProcessorModel, isRealOrV86: Bool) {
    self.codeSize = codeSize
    self.model = model
    self.isRealOrV86 = isRealOrV86
  }
}

/// Segment registers by their encoding in `Sw` operands.
public enum SegmentRegister: UInt8, CaseIterable, Codable, Sendable {
  case es, cs, ss, ds, fs, gs
}

/// Prefixes that the instruction carried, as far as execution may care.
public struct Prefixes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let lock = Prefixes(rawValue: 1 << 0)
  /// F3: REP, REPE. The last of F2 and F3 wins.
  public static let rep = Prefixes(rawValue: 1 << 1)
  /// F2: REPNE.
  public static let repne = Prefixes(rawValue: 1 << 2)
  /// 66h seen (whatever the resulting operand size).
  public static let operandSize = Prefixes(rawValue: 1 << 3)
  /// 67h seen.
  public static let addressSize = Prefixes(rawValue: 1 << 4)
  /// A segment override was seen.
  public static let segment = Prefixes(rawValue: 1 << 5)
  public static let rex = Prefixes(rawValue: 1 << 6)
  public static let rexW = Prefixes(rawValue: 1 << 7)
}

/// One operand of a decoded instruction. What a memory operand's address is made of stands in
/// ``Instruction`` itself, since there is at most one that ModRM describes.
public struct Operand: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case none
    /// General register `number` (0 to 15, encoding order) of `width` bytes.
    case register
    /// AH, CH, DH, BH as 8-bit registers: `number` 4 to 7, only without REX.
    case highByte
    /// ``SegmentRegister`` with encoding `number` (0 to 5).
    case segment
    case control, debug, test
    /// The ModRM (or moffs) memory operand; `width` bytes are accessed (0 for M without a size, and
    /// for the 512 bytes of FXSAVE and FXRSTOR).
    case memory
    /// ``Instruction/immediate``, already sign- or zero-extended as the encoding says.
    case immediate
    /// ``Instruction/secondImmediate`` (ENTER's level).
    case secondImmediate
    /// The constant `number` (shift by 1; INT3's 3 and INTO's 4 are operations of their own).
    case constant
    /// A near target: ``Instruction/immediate`` is the signed displacement from the next instruction.
    case relative
    /// A far target in the instruction: offset in ``Instruction/immediate``, selector in
    /// ``Instruction/secondImmediate``.
    case farPointer
    /// A string operand: DS:rSI (overridable) or ES:rDI; `width` is the element's.
    case stringSource, stringDestination
    /// x87 register ST(`number`).
    case st
    /// MMX register `number` (0 to 7) and XMM register `number` (0 to 15); `width` bytes of it are
    /// read, or written, as the encoding says (16, or 4 and 8 of scalars and halves).
    case mmx, xmm
  }

  public var kind: Kind
  public var number: UInt8
  /// Bytes.
  public var width: UInt8

  public init(_ kind: Kind, number: UInt8 = 0, width: UInt8 = 0) {
    self.kind = kind
    self.number = number
    self.width = width
  }

  public static let none = Operand(.none)
}

/// A decoded instruction: the pure result of bytes and ``DecodeMode``.
public struct Instruction: Sendable {
  /// What to do. `.invalid` for encodings that the model answers with an invalid-opcode exception.
  public var operation: Operation
  /// Total length in bytes, prefixes included. 0 when the bytes ran out (see `Decoder`).
  public var length: UInt8
  /// Effective operand size in bytes for `v` operands and for the stack width of pushes: 2, 4 or 8.
  public var operandSize: UInt8
  /// Effective address size in bytes: 2, 4 or 8.
  public var addressSize: UInt8
  public var prefixes: Prefixes
  /// The segment of the memory or string-source operand, override and default (SS for BP/SP bases)
  /// already considered.
  public var segment: SegmentRegister
  /// Index of the opcode table's row, for privilege, clocks and coverage.
  public var row: UInt16

  /// Up to three operands, destination first, in Intel order. Unused ones are `.none`.
  public var operands: (Operand, Operand, Operand)

  /// Address of the memory operand: base + index << scale + displacement (mod address size).
  /// `noRegister` stands for none; `instructionPointer` for RIP-relative.
  public var base: UInt8
  public var index: UInt8
  public var scale: UInt8
  /// Sign-extended.
  public var displacement: Int64
  public var immediate: UInt64
  public var secondImmediate: UInt16
  /// The opcode's low four bits: the condition of Jcc, SETcc, CMOVcc, and part of ESC's opcode. Of
  /// FCMOVcc: 0 B, 1 E, 2 BE, 3 U, 4 NB, 5 NE, 6 NBE, 7 NU.
  public var condition: UInt8
  /// The ModRM byte; 0 if there is none.
  public var modRM: UInt8
  /// Prefix bytes before the opcode, for clocks.
  public var prefixCount: UInt8

  public static let noRegister: UInt8 = 0xFF
  public static let instructionPointer: UInt8 = 0xFE

  public init() {
    operation = .invalid
    length = 0
    operandSize = 2
    addressSize = 2
    prefixes = []
    segment = .ds
    row = 0
    operands = (.none, .none, .none)
    base = Self.noRegister
    index = Self.noRegister
    scale = 0
    displacement = 0
    immediate = 0
    secondImmediate = 0
    condition = 0
    modRM = 0
    prefixCount = 0
  }
}
