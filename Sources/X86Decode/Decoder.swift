/// Turns bytes into ``Instruction``s for one processor model: a pure function of bytes and mode.
///
/// The opcode table is flattened into arrays when the decoder is made, so that a decode is a few
/// array reads and allocates nothing. Make one decoder per processor.
public struct Decoder: Sendable {
  public let model: ProcessorModel
  /// Most bytes that an instruction may have on this model; the 8086 and 80186 know no limit.
  public let lengthLimit: Int
  let rows: [Row]
  let rowClocks: [RowClocks]
  private let entries: [Entry]
  /// For each opcode 16 row numbers, by ModRM's reg field and mod == 3; first the map for 16- and
  /// 32-bit code, then that for 64-bit code.
  private let slots: [UInt16]
  /// One `OpcodeTraits` for each opcode of both maps.
  private let opcodes: [OpcodeTraits]

  public init(model: ProcessorModel) {
    self.model = model
    lengthLimit = model >= .i80386 ? 15 : model == .i80286 ? 10 : 255
    rows = Opcodes.rows()
    entries = rows.map(Entry.init)
    rowClocks = rows.map { RowClocks($0, model) }
    var slots = [UInt16](repeating: 0, count: 2 * 512 * 16)
    var opcodes = [OpcodeTraits](repeating: [], count: 2 * 512)
    for (number, row) in rows.enumerated().dropFirst(2) where row.exists(on: model) {
      for map in 0..<2 where !row.traits.contains(map == 0 ? .only64 : .not64) {
        for opcode in row.opcode..<row.opcode + row.opcodeCount {
          let index = map * 512 + Int(opcode >> 8 == 0x0F ? 256 + opcode & 0xFF : opcode & 0xFF)
          if row.hasModRM { opcodes[index].insert(.modRM) }
          for slot in row.slots(on: model) { slots[index * 16 + slot] = UInt16(number) }
        }
      }
    }
    for map in 0..<2 {
      for byte in 0..<256 {
        opcodes[map * 512 + byte].formUnion(
          OpcodeTraits(prefix: UInt8(byte), model: model, is64: map == 1))
      }
    }
    self.slots = slots
    self.opcodes = opcodes
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
    let map = is64 ? 512 : 0
    var rex: UInt8 = 0
    var override: SegmentRegister?

    // Prefixes and the opcode's first byte.
    var byte: UInt8
    var traits: OpcodeTraits
    while true {
      byte = cursor.byte()
      traits = opcodes[map | Int(byte)]
      guard traits.contains(.prefix) else { break }
      instruction.prefixCount &+= 1
      if traits.contains(.rex) {
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

    var opcode = map | Int(byte)
    if byte == 0x0F, model >= .i80286 {
      byte = cursor.byte()
      opcode = map | 256 | Int(byte)
      traits = opcodes[opcode]
    } else if byte == 0x90, rex & 1 != 0 {
      opcode += 1  // XCHG r8,rAX
    }
    var slot = opcode &* 16
    if traits.contains(.modRM) {
      instruction.modRM = cursor.byte()
      slot |= Int(instruction.modRM >> 3 & 7) | (instruction.modRM >= 0xC0 ? 8 : 0)
    }
    let number = slots[slot]
    if cursor.hasFailed { return failed(instruction, cursor) }
    let entry = entries[Int(number)]
    instruction.row = number
    instruction.operation = entry.operation
    instruction.condition = byte & 15
    setSizes(&instruction, entry.traits, codeSize: codeSize)

    if number != 0 {
      var context = OperandContext(
        opcode: byte, rex: rex, codeSize: codeSize, model: model, hasOverride: override != nil)
      if traits.contains(.modRM), instruction.modRM < 0xC0, entry.addressesMemory {
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
    instruction.row = slots[0x90 * 16]
    instruction.length = prefixes.prefixCount
    instruction.prefixCount = prefixes.prefixCount
    return instruction
  }

  private func setSizes(_ instruction: inout Instruction, _ traits: Traits, codeSize: UInt8) {
    let operandPrefix = instruction.prefixes.contains(.operandSize)
    let addressPrefix = instruction.prefixes.contains(.addressSize)
    guard codeSize == 8 else {
      let other: UInt8 = codeSize == 4 ? 2 : 4
      let size: UInt8 = codeSize == 4 ? 4 : 2
      instruction.operandSize = operandPrefix ? other : size
      instruction.addressSize = addressPrefix ? other : size
      return
    }
    instruction.addressSize = addressPrefix ? 4 : 8
    if instruction.prefixes.contains(.rexW) || traits.contains(.force64) {
      instruction.operandSize = 8
    } else if operandPrefix {
      instruction.operandSize = 2
    } else {
      instruction.operandSize = traits.contains(.default64) ? 8 : 4
    }
  }

  /// LOCK is legal on memory destinations of read-modify-write instructions only; up to the 80286 it
  /// is a mere pin.
  private func isForbiddenLock(_ instruction: Instruction, _ entry: Entry) -> Bool {
    model >= .i80386 && instruction.prefixes.contains(.lock)
      && !(entry.traits.contains(.lockable) && instruction.operands.0.kind == .memory)
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
  /// Whether a ModRM byte with mod != 3 has an address behind it. (It always does, except for moves
  /// to and from control, debug and test registers.)
  let addressesMemory: Bool

  init(_ row: Row) {
    operation = row.operation
    forms = row.forms
    traits = row.traits
    addressesMemory = row.hasModRM && row.forms.0 != .Rd && row.forms.1 != .Rd
  }
}

/// What the decode loop needs of an opcode byte before it knows the row.
private struct OpcodeTraits: OptionSet {
  let rawValue: UInt8
  static let modRM = OpcodeTraits(rawValue: 1)
  static let prefix = OpcodeTraits(rawValue: 2)
  static let rex = OpcodeTraits(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether the model takes `byte` for a prefix. F1 is an alias of LOCK on the 8086 and a prefix
  /// without meaning on the 80286; the 80186 refuses it.
  init(prefix byte: UInt8, model: ProcessorModel, is64: Bool) {
    switch byte {
    case 0x26, 0x2E, 0x36, 0x3E, 0xF0, 0xF2, 0xF3: self = .prefix
    case 0x64...0x67 where model >= .i80386: self = .prefix
    case 0xF1 where model == .i8086 || model == .i80286: self = .prefix
    case 0x40...0x4F where is64: self = [.prefix, .rex]
    default: self = []
    }
  }
}

extension Row {
  /// The slots of an opcode that the row fills: by ModRM's reg field, plus 8 for mod == 3.
  fileprivate func slots(on model: ProcessorModel) -> [Int] {
    guard hasModRM else { return [0] }
    let registers = ext.map { [Int($0)] } ?? Array(0..<8)
    let memoryOnly = forms.0.isMemoryOnly || forms.1.isMemoryOnly
    return memoryOnly && model > .i8086 ? registers : registers + registers.map { $0 + 8 }
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
