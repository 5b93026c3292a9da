/// What the decode loop needs of an opcode before it knows the row.
struct Opcode: Sendable {
  /// Where its row numbers begin.
  var first: UInt16 = 0
  var traits: OpcodeTraits = []

  /// How many row numbers there are for one mandatory prefix.
  var stride: Int {
    traits.contains(.byModRM) ? 72 : traits.contains(.byDigit) ? 16 : 1
  }

  @inline(__always)
  func slot(modRM: UInt8, prefixes: Prefixes) -> Int {
    var slot = Int(first)
    if traits.contains(.byDigit) {
      slot &+= Int(modRM >> 3 & 7) | (modRM >= 0xC0 ? 8 : 0)
    } else if traits.contains(.byModRM) {
      slot &+= modRM >= 0xC0 ? 8 &+ Int(modRM & 63) : Int(modRM >> 3 & 7)
    }
    if traits.contains(.byPrefix) {
      let selection =
        prefixes.contains(.repne)
        ? 3
        : prefixes.contains(.rep)
          ? 2
          : prefixes.contains(.operandSize) ? 1 : 0
      slot &+= selection &* stride
    }
    return slot
  }
}

struct OpcodeTraits: OptionSet, Sendable {
  let rawValue: UInt8
  static let modRM = OpcodeTraits(rawValue: 1)
  static let prefix = OpcodeTraits(rawValue: 2)
  static let rex = OpcodeTraits(rawValue: 4)
  /// 16 row numbers, by ModRM's reg field and mod == 3.
  static let byDigit = OpcodeTraits(rawValue: 8)
  /// 72 row numbers: 8 memory forms by the reg field, 64 register forms.
  static let byModRM = OpcodeTraits(rawValue: 16)
  /// Four times as many, for no prefix, 66, F3 and F2.
  static let byPrefix = OpcodeTraits(rawValue: 32)

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

/// Flattens a model's rows into the two arrays that the decode loop reads.
///
/// Rows are added in the order of their specificity; a later one replaces what it covers of earlier
/// ones. An opcode has one slot until a row comes that leaves something out: a reg field, a form or a
/// prefix.
struct OpcodeMaps {
  /// Opcodes before those of 64-bit code.
  static let count64 = 1024

  private let model: ProcessorModel
  private(set) var opcodes: [Opcode]
  /// Slot 0 is that of all opcodes without a row.
  private(set) var slots: [UInt16] = [0]

  init(model: ProcessorModel) {
    self.model = model
    opcodes = [Opcode](repeating: Opcode(), count: 2 * Self.count64)
    slots.reserveCapacity(1 << 14)
    for byte in 0..<256 {
      opcodes[byte].traits = OpcodeTraits(prefix: UInt8(byte), model: model, is64: false)
      opcodes[Self.count64 + byte].traits =
        OpcodeTraits(prefix: UInt8(byte), model: model, is64: true)
    }
  }

  mutating func add(_ row: Row, _ number: Int) {
    let map =
      switch row.opcode >> 8 {
      case 0: 0
      case 0x0F: 256
      case 0x0F38: 512
      default: 768
      }
    let places = row.hasModRM ? row.places(on: model) : Array(0..<72)
    for mode in 0..<2 where !row.traits.contains(mode == 0 ? .only64 : .not64) {
      for byte in 0..<Int(row.opcodeCount) {
        fill(mode * Self.count64 + map + Int(row.opcode & 0xFF) + byte, row, places, number)
      }
    }
  }

  private mutating func fill(_ index: Int, _ row: Row, _ places: [Int], _ number: Int) {
    var needed = opcodes[index].traits
    if row.hasModRM { needed.insert(.modRM) }
    if row.modRM != nil {
      needed.insert(.byModRM)
      needed.remove(.byDigit)
    } else if row.hasModRM, places.count < 72, !needed.contains(.byModRM) {
      needed.insert(.byDigit)
    }
    if row.prefix != .any { needed.insert(.byPrefix) }
    reshape(index, needed)

    let opcode = opcodes[index]
    for selection in 0..<4 where row.prefix.rawValue >> UInt8(selection) & 1 != 0 {
      guard selection == 0 || opcode.traits.contains(.byPrefix) else { break }
      let first = Int(opcode.first) + selection * opcode.stride
      switch opcode.stride {
      case 1: slots[first] = UInt16(number)
      case 16:
        // Register forms come eight at a time.
        for place in places where place < 8 || place & 7 == 0 {
          slots[first + (place < 8 ? place : 7 + place / 8)] = UInt16(number)
        }
      default:
        for place in places { slots[first + place] = UInt16(number) }
      }
    }
  }

  /// Gives the opcode room for finer distinctions and copies the coarser ones into it.
  private mutating func reshape(_ index: Int, _ traits: OpcodeTraits) {
    let old = opcodes[index]
    guard old.first == 0 || old.traits != traits else { return }
    var new = Opcode(first: UInt16(slots.count), traits: traits)
    let places = new.stride
    for selection in 0..<(traits.contains(.byPrefix) ? 4 : 1) {
      let oldFirst =
        Int(old.first) + (old.traits.contains(.byPrefix) ? selection * old.stride : 0)
      for place in 0..<places {
        let oldPlace =
          switch (old.stride, places) {
          case (1, _): 0
          case (16, 72): place < 8 ? place : 7 + place / 8
          default: place
          }
        slots.append(slots[oldFirst + oldPlace])
      }
    }
    if old.traits.contains(.modRM) { new.traits.insert(.modRM) }
    opcodes[index] = new
  }
}
