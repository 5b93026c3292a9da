/// Turns bytes into ``Instruction``s for one processor model: a pure function of bytes and mode.
///
/// The opcode table is flattened into arrays when the decoder is made, so that a decode is a few
/// array reads and allocates nothing. Make one decoder per processor.
public struct Decoder: Sendable {
  public let model: ProcessorModel
  public let features: ProcessorFeatures
  /// Most bytes that an instruction may have on this model; the 8086 and 80186 know no limit.
  public let lengthLimit: Int
  let rows: [Row]
  let rowClocks: [RowClocks]
  private let entries: [Entry]
  /// Row numbers; an `Opcode` tells where its own are and what chooses among them.
  private let slots: [UInt16]
  /// Four maps of 256 opcodes (one byte, 0F, 0F 38, 0F 3A) for 16- and 32-bit code, then the same for
  /// 64-bit code.
  private let opcodes: [Opcode]
  /// Whether 0F 38 and 0F 3A lead to further maps.
  private let hasThreeByteMaps: Bool

  /// - Parameter features: what the processor has beyond its generation's base; as a rule what the
  ///   model was made with.
  public init(model: ProcessorModel, features: ProcessorFeatures? = nil) {
    let features = features ?? model.features
    self.model = model
    self.features = features
    lengthLimit = model >= .i80386 ? 15 : model == .i80286 ? 10 : 255
    let rows = Opcodes.rows
    self.rows = rows
    entries = rows.map(Entry.init)
    rowClocks = rows.map { RowClocks($0, model) }
    var maps = OpcodeMaps(model: model)
    // General rows first: special ones replace them.
    let present = rows.indices.dropFirst(2)
      .filter { rows[$0].exists(on: model, features: features) }
    for specificity in 0..<8 {
      for number in present where rows[number].specificity == specificity {
        maps.add(rows[number], number)
      }
    }
    slots = maps.slots
    opcodes = maps.opcodes
    hasThreeByteMaps = present.contains { rows[$0].opcode > 0xFFFF }
  }

  /// The table's row for ``Instruction/row``.
  public func row(_ number: UInt16) -> Row {
    rows[Int(number) < rows.count ? Int(number) : 0]
  }
  /// Number of rows, for coverage reports.
  public var rowCount: Int { rows.count }

  public func decode(_ bytes: [UInt8], codeSize: UInt8, isRealOrV86: Bool) -> Instruction {
    bytes.withUnsafeBytes { decode($0, codeSize: codeSize, isRealOrV86: isRealOrV86) }
  }

  /// Decodes the instruction at the start of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: What lies at the instruction pointer; more than needed does no harm.
  ///   - codeSize: 2, 4, or 8 for 64-bit code.
  ///   - isRealOrV86: Whether encodings of protected mode are invalid.
  /// - Returns: The instruction. Its length is 0 if `bytes` end before it does, which cannot happen
  ///   with ``lengthLimit`` bytes.
  public func decode(
    _ bytes: UnsafeRawBufferPointer, codeSize: UInt8, isRealOrV86: Bool
  ) -> Instruction {
    var cursor = Cursor(bytes, limit: lengthLimit)
    var instruction = Instruction()
    let is64 = codeSize == 8
    let map = is64 ? OpcodeMaps.count64 : 0
    var rex: UInt8 = 0
    var override: SegmentRegister?

    // Prefixes and the opcode's first byte.
    var byte: UInt8
    var opcode: Opcode
    while true {
      byte = cursor.byte()
      opcode = opcodes[map | Int(byte)]
      guard opcode.traits.contains(.prefix) else { break }
      instruction.prefixCount &+= 1
      if opcode.traits.contains(.rex) {
        rex = byte
        continue
      }
      rex = 0
      switch byte {
      case 0x26: override = is64 ? override : .es
      case 0x2E: override = is64 ? override : .cs
      case 0x36: override = is64 ? override : .ss
      case 0x3E: override = is64 ? override : .ds
      case 0x64: override = .fs
      case 0x65: override = .gs
      case 0x66: instruction.prefixes.insert(.operandSize)
      case 0x67: instruction.prefixes.insert(.addressSize)
      case 0xF2:
        instruction.prefixes.remove(.rep)
        instruction.prefixes.insert(.repne)
      case 0xF3:
        instruction.prefixes.remove(.repne)
        instruction.prefixes.insert(.rep)
      case 0xF1 where model == .i80286: break
      default: instruction.prefixes.insert(.lock)
      }
      if model < .i80286, instruction.prefixCount == Self.longestPrefixRun {
        return prefixRun(instruction)
      }
    }
    if let override {
      instruction.segment = override
      instruction.prefixes.insert(.segment)
    }
    if rex != 0 {
      instruction.prefixes.insert(.rex)
      if rex & 8 != 0 { instruction.prefixes.insert(.rexW) }
    }

    if byte == 0x0F, model >= .i80286 {
      byte = cursor.byte()
      var index = map | 256 | Int(byte)
      if hasThreeByteMaps, byte == 0x38 || byte == 0x3A {
        index = map | (byte == 0x38 ? 512 : 768)
        byte = cursor.byte()
        index |= Int(byte)
      }
      opcode = opcodes[index]
    } else if byte == 0x90, rex & 1 != 0 {
      opcode = opcodes[map | 0x91]  // XCHG r8,rAX
    }
    if opcode.traits.contains(.modRM) { instruction.modRM = cursor.byte() }
    let number = slots[opcode.slot(modRM: instruction.modRM, prefixes: instruction.prefixes)]
    if cursor.hasFailed { return failed(instruction, cursor) }
    let entry = entries[Int(number)]
    instruction.row = number
    instruction.operation = entry.operation
    instruction.condition = byte & 15
    if entry.operation == .fcmovcc {
      instruction.condition = instruction.modRM >> 3 & 3 | (byte & 1) << 2
    }
    setSizes(&instruction, entry, codeSize: codeSize)

    if number != 0 {
      var context = OperandContext(
        opcode: byte, rex: rex, codeSize: codeSize, model: model, features: features,
        hasOverride: override != nil)
      if opcode.traits.contains(.modRM), instruction.modRM < 0xC0, entry.addressesMemory {
        context.address(&instruction, &cursor)
      }
      instruction.operands.0 = context.operand(entry.forms.0, &instruction, &cursor)
      if entry.forms.1 != .none {
        instruction.operands.1 = context.operand(entry.forms.1, &instruction, &cursor)
        if entry.forms.2 != .none {
          instruction.operands.2 = context.operand(entry.forms.2, &instruction, &cursor)
        }
      }
      if cursor.hasFailed { return failed(instruction, cursor) }
      if context.isInvalid || (isRealOrV86 && entry.traits.contains(.protectedOnly))
        || isForbiddenLock(instruction, entry)
      {
        instruction.operation = .invalid
        instruction.row = 0
      }
    }
    instruction.length = UInt8(truncatingIfNeeded: cursor.position)
    return instruction
  }

  // MARK: Private

  /// 8086 and 80186: endless prefixes are decoded in pieces of this many bytes.
  private static let longestPrefixRun: UInt8 = 240

  /// A run of prefixes that the byte-sized length cannot hold: a NOP as long as the run.
  private func prefixRun(_ prefixes: Instruction) -> Instruction {
    var instruction = Instruction()
    instruction.operation = .nop
    instruction.row = slots[Int(opcodes[0x90].first)]
    instruction.length = prefixes.prefixCount
    instruction.prefixCount = prefixes.prefixCount
    return instruction
  }

  private func setSizes(_ instruction: inout Instruction, _ entry: Entry, codeSize: UInt8) {
    let traits = entry.traits
    let operandPrefix =
      instruction.prefixes.contains(.operandSize) && !entry.isSelectedByOperandPrefix
    let addressPrefix = instruction.prefixes.contains(.addressSize)
    guard codeSize == 8 else {
      let other: UInt8 = codeSize == 4 ? 2 : 4
      let size: UInt8 = codeSize == 4 ? 4 : 2
      instruction.operandSize = operandPrefix ? other : size
      instruction.addressSize = addressPrefix ? other : size
      return
    }
    instruction.addressSize = addressPrefix ? 4 : 8
    let isWide =
      instruction.prefixes.contains(.rexW) && !(traits.contains(.farPointer) && model.isAMD)
    if isWide || traits.contains(.force64) || (traits.contains(.branch64) && !model.isAMD) {
      instruction.operandSize = 8
    } else if operandPrefix {
      instruction.operandSize = 2
    } else {
      instruction.operandSize = traits.isDisjoint(with: [.default64, .branch64]) ? 4 : 8
    }
  }

  /// LOCK is legal on memory destinations of read-modify-write instructions only, and, where it makes
  /// a MOV of CR0 one of CR8, there; up to the 80286 it is a mere pin.
  private func isForbiddenLock(_ instruction: Instruction, _ entry: Entry) -> Bool {
    guard model >= .i80386, instruction.prefixes.contains(.lock) else { return false }
    switch instruction.operation {
    case .movToCR, .movFromCR:
      return !features.contains(.altMovCR8) || instruction.modRM >> 3 & 7 != 0
    default:
      return !(entry.traits.contains(.lockable) && instruction.operands.0.kind == .memory)
    }
  }

  /// The bytes ran out: either the caller has to supply more, or there are too many.
  private func failed(_ partial: Instruction, _ cursor: Cursor) -> Instruction {
    var instruction = Instruction()
    instruction.prefixes = partial.prefixes
    instruction.prefixCount = partial.prefixCount
    if cursor.isTooLong {
      instruction.operation = .tooLong
      instruction.row = 1
      instruction.length = UInt8(truncatingIfNeeded: lengthLimit)
    }
    return instruction
  }
}

/// What the decode loop needs of a row.
private struct Entry {
  let operation: Operation
  let forms: (OperandForm, OperandForm, OperandForm)
  let traits: Traits
  /// Whether 66 belongs to the opcode and says nothing about sizes.
  let isSelectedByOperandPrefix: Bool
  /// Whether a ModRM byte with mod != 3 has an address behind it. (It always does, except for moves
  /// to and from control, debug and test registers.)
  let addressesMemory: Bool

  init(_ row: Row) {
    operation = row.operation
    forms = row.forms
    traits = row.traits
    isSelectedByOperandPrefix = row.prefix == .p66
    addressesMemory = row.hasModRM && row.forms.0 != .Rd && row.forms.1 != .Rd
  }
}

/// Reads the instruction's bytes; past the end it yields zeros and remembers that it failed.
struct Cursor {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private let limit: Int
  private(set) var position = 0
  private(set) var hasFailed = false

  init(_ bytes: UnsafeRawBufferPointer, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    end = min(bytes.count, limit)
  }

  /// Whether the model's limit, not the buffer's end, was in the way.
  var isTooLong: Bool { end == limit }

  mutating func byte() -> UInt8 {
    guard position < end else {
      hasFailed = true
      return 0
    }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func word() -> UInt16 { UInt16(littleEndian: load()) }
  mutating func doubleword() -> UInt32 { UInt32(littleEndian: load()) }
  mutating func quadword() -> UInt64 { UInt64(littleEndian: load()) }

  private mutating func load<T: FixedWidthInteger>() -> T {
    guard position &+ MemoryLayout<T>.size <= end else {
      hasFailed = true
      return 0
    }
    defer { position += MemoryLayout<T>.size }
    return bytes.loadUnaligned(fromByteOffset: position, as: T.self)
  }
}
