/// Clocks of one encoding as Intel documents them, one column per model.
///
/// Sources: iAPX 86/88 User's Manual (1981) table 2-21; 80186 data sheet (210451), instruction set
/// summary; 80286 PRM (210498) appendix B; 80386 PRM (230985) chapter 17; i486 PRM (240486) chapter
/// 26. Where a manual gives a range without a rule, the middle stands here. The effective-address
/// clocks of the 8086 are not in the columns (see `Decoder.timing(of:)`).
///
/// The 8086's column is the manual's, for which the queue is never empty and never in the way. What
/// an 8086 is charged is worked out from the steps of its microcode in `Microsteps.swift`.
///
/// The 80286's column agrees with recordings of an 80C286, which stand where they differ from the
/// manual: CMP with a memory operand (6 if it is the first, 7 if the second), RET and CALL through memory (12), INT3 (24), IRET (18), MUL and IMUL of memory (17, 25),
/// MOVS and INS (7), REP MOVS, INS, OUTS and STOS (a clock more to begin with), PUSH and POP of memory
/// (7), POPF (6), WAIT (7), and an escape that nobody answers (15, 28). ENTER from level 2 on follows
/// the data sheet (210253), since the PRM's 12 leaves the second level no time for its bus cycles.
public struct Clocks: Sendable {
  /// Register form, or the only form.
  public var register: PerModel
  /// Form with a memory operand.
  public var memory: PerModel
  /// On top when the branch is taken.
  public var taken: PerModel
  /// Base under a repeat prefix; `each` then counts per element.
  public var repeated: PerModel
  /// Per element, per bit shifted, per nesting level, per significant multiplier bit.
  public var each: PerModel
  /// On top in protected mode.
  public var protected: PerModel
  /// On top with a doubleword operand.
  public var doubleword: PerModel
  /// On top when the words of the memory operand, or a word port, lie at an odd address.
  public var oddOperand: PerModel
  /// On top when the words pushed or popped lie at odd addresses.
  public var oddStack: PerModel

  init(
    _ register: PerModel, memory: PerModel? = nil, taken: PerModel = .zero,
    repeated: PerModel? = nil, each: PerModel = .zero, protected: PerModel = .zero,
    doubleword: PerModel = .zero, odd: PerModel = .zero, oddStack: PerModel = .zero
  ) {
    self.register = register
    self.memory = memory ?? register
    self.taken = taken
    self.repeated = repeated ?? register
    self.each = each
    self.protected = protected
    self.doubleword = doubleword
    oddOperand = odd
    self.oddStack = oddStack
  }

  /// For what only the 80486 and later models have.
  static func later(_ register: UInt16, memory: UInt16? = nil) -> Clocks {
    Clocks(PerModel(later: register), memory: PerModel(later: memory ?? register))
  }
}

/// One number for each of 8086, 80186, 80286, 80386, 80486 and Pentium, which without a number of its
/// own takes the 80486's; later models take the Pentium's.
public struct PerModel: Sendable, ExpressibleByArrayLiteral {
  private var values: InlineArray<6, UInt16>

  public init(arrayLiteral elements: UInt16...) {
    precondition(elements.count == 5 || elements.count == 6, "a clock column for each model")
    values = InlineArray { elements[min($0, elements.count - 1)] }
  }

  /// For what only the 80486 and later models have.
  init(later: UInt16) {
    values = InlineArray { $0 >= 4 ? later : 0 }
  }

  static let zero: PerModel = [0, 0, 0, 0, 0]

  // A word at an odd address takes a second bus cycle: 4 clocks on the 8086 and 80186, 2 on the 80286,
  // which goes on after the first half of the last word that it writes (recordings).
  static let wordRead: PerModel = [4, 4, 2, 0, 0]
  static let wordWrite: PerModel = [4, 4, 1, 0, 0]
  static let wordModify: PerModel = [8, 8, 3, 0, 0]
  static let twoWordsRead: PerModel = [8, 8, 4, 0, 0]
  /// The three words that an interrupt pushes.
  static let interrupt: PerModel = [12, 12, 6, 0, 0]

  /// The last column.
  var pentium: UInt16 {
    get { values[5] }
    set { values[5] = newValue }
  }

  public subscript(_ model: ProcessorModel) -> UInt16 {
    let column = Int(model.rawValue)
    return column < values.count ? values[column] : values[values.count - 1]
  }
}

// MARK: Clock classes shared by many rows. Columns: 8086, 80186, 80286, 80386, 80486.

extension Clocks {
  static let none = Clocks([0, 0, 0, 0, 0])
  /// ADD to CMP, register or memory first.
  static let arithmeticToMemory = Clocks(
    [3, 3, 2, 2, 1], memory: [16, 10, 7, 7, 3], odd: .wordModify)
  static let arithmeticToRegister = Clocks(
    [3, 3, 2, 2, 1], memory: [9, 10, 7, 6, 2], odd: .wordRead)
  static let arithmeticImmediate = Clocks(
    [4, 4, 3, 2, 1], memory: [17, 16, 7, 7, 3], odd: .wordModify)
  static let arithmeticAL = Clocks([4, 3, 3, 2, 1])
  static let arithmeticAX = Clocks([4, 4, 3, 2, 1])
  static let compareMemory = Clocks([3, 3, 2, 2, 1], memory: [9, 10, 6, 5, 2], odd: .wordRead)
  static let compareRegister = Clocks([3, 3, 2, 2, 1], memory: [9, 10, 7, 6, 2], odd: .wordRead)
  static let compareImmediate = Clocks([4, 3, 3, 2, 1], memory: [10, 10, 6, 5, 2], odd: .wordRead)
  static let testMemory = Clocks([3, 3, 2, 2, 1], memory: [9, 10, 6, 5, 2], odd: .wordRead)
  static let testImmediate = Clocks([5, 4, 3, 2, 1], memory: [11, 10, 6, 5, 2], odd: .wordRead)
  static let increment8 = Clocks([3, 3, 2, 2, 1], memory: [15, 15, 7, 6, 3], odd: .wordModify)
  static let increment16 = Clocks([2, 3, 2, 2, 1], memory: [15, 15, 7, 6, 3], odd: .wordModify)
  static let negate = Clocks([3, 3, 2, 2, 1], memory: [16, 10, 7, 6, 3], odd: .wordModify)
  static let exchange = Clocks([4, 4, 3, 3, 3], memory: [17, 17, 5, 5, 5], odd: .wordModify)
  // MOV
  static let moveToMemory = Clocks([2, 2, 2, 2, 1], memory: [9, 12, 3, 2, 1], odd: .wordWrite)
  static let moveToRegister = Clocks([2, 2, 2, 2, 1], memory: [8, 9, 5, 4, 1], odd: .wordRead)
  static let moveImmediate8 = Clocks([4, 3, 2, 2, 1], memory: [10, 12, 3, 2, 1], odd: .wordWrite)
  static let moveImmediate16 = Clocks([4, 4, 2, 2, 1], memory: [10, 13, 3, 2, 1], odd: .wordWrite)
  static let loadSegment = Clocks(
    [2, 2, 2, 2, 3], memory: [8, 9, 5, 5, 3], protected: [0, 0, 15, 16, 6], odd: .wordRead)
  static let storeSegment = Clocks([2, 2, 2, 2, 3], memory: [9, 11, 3, 2, 3], odd: .wordWrite)
  static let loadFarPointer = Clocks(
    [16, 18, 7, 7, 6], protected: [0, 0, 14, 15, 6], odd: .twoWordsRead)
  static let moveExtended = Clocks([0, 0, 0, 3, 3], memory: [0, 0, 0, 6, 3])
  static let moveFromOffset = Clocks([10, 8, 5, 4, 1], odd: .wordRead)
  static let moveToOffset = Clocks([10, 9, 3, 2, 1], odd: .wordWrite)
  // Stack
  static let push = Clocks([11, 10, 3, 2, 1], oddStack: .wordWrite)
  static let pushImmediate = Clocks([0, 10, 3, 2, 1], oddStack: .wordWrite)
  static let pop = Clocks([8, 10, 5, 4, 1], oddStack: .wordRead)
  static let popOperand = Clocks(
    [8, 10, 5, 5, 4], memory: [17, 20, 7, 5, 5], odd: .wordWrite, oddStack: .wordRead)
  static let pushSegment = Clocks([10, 9, 3, 2, 3], oddStack: .wordWrite)
  static let popSegment = Clocks(
    [8, 8, 5, 7, 3], protected: [0, 0, 15, 14, 6], oddStack: .wordRead)
  // Shifts and rotates; `each` is per bit.
  static let shiftOne = Clocks([2, 2, 2, 3, 3], memory: [15, 15, 7, 7, 4], odd: .wordModify)
  static let shiftCL = Clocks(
    [8, 5, 5, 3, 3], memory: [20, 17, 8, 7, 4], each: [4, 1, 1, 0, 0], odd: .wordModify)
  static let shiftImmediate = Clocks(
    [0, 5, 5, 3, 2], memory: [0, 17, 8, 7, 4], each: [0, 1, 1, 0, 0], odd: .wordModify)
  static let rotateCarryOne = Clocks(
    [2, 2, 2, 9, 3], memory: [15, 15, 7, 10, 4], odd: .wordModify)
  static let rotateCarryCL = Clocks(
    [8, 5, 5, 9, 8], memory: [20, 17, 8, 10, 9], each: [4, 1, 1, 0, 1], odd: .wordModify)
  static let rotateCarryImmediate = Clocks(
    [0, 5, 5, 9, 8], memory: [0, 17, 8, 10, 9], each: [0, 1, 1, 0, 1], odd: .wordModify)
  static let shiftDoubleImmediate = Clocks([0, 0, 0, 3, 2], memory: [0, 0, 0, 7, 3])
  static let shiftDoubleCL = Clocks([0, 0, 0, 3, 3], memory: [0, 0, 0, 7, 4])
  // Multiplication: 8086 MUL takes one more per 1 bit of the multiplier; the 80386 and 80486 one
  // more per significant bit, three at least. Both count as `each`.
  static let multiply8 = Clocks(
    [70, 27, 13, 6, 10], memory: [76, 33, 17, 9, 10], each: [1, 0, 0, 1, 1], odd: .wordRead)
  static let multiply16 = Clocks(
    [118, 36, 21, 6, 10], memory: [124, 42, 25, 9, 10], each: [1, 0, 0, 1, 1], odd: .wordRead)
  static let multiplySigned8 = Clocks(
    [80, 26, 13, 6, 10], memory: [86, 32, 17, 9, 10], each: [1, 0, 0, 1, 1], odd: .wordRead)
  static let multiplySigned16 = Clocks(
    [128, 35, 21, 6, 10], memory: [134, 41, 25, 9, 10], each: [1, 0, 0, 1, 1], odd: .wordRead)
  static let multiplyImmediate = Clocks(
    [0, 23, 21, 6, 10], memory: [0, 30, 24, 9, 10], each: [0, 0, 0, 1, 1], odd: .wordRead)
  static let multiplyRegister = Clocks(
    [0, 0, 0, 6, 10], memory: [0, 0, 0, 9, 10], each: [0, 0, 0, 1, 1])
  // Division: the 8086's column is what its microcode takes at least, less two; the quotient's bits and
  // the signs come on top.
  static let divide8 = Clocks([82, 29, 14, 14, 16], memory: [88, 35, 17, 17, 16], odd: .wordRead)
  static let divide16 = Clocks(
    [146, 38, 22, 22, 24], memory: [152, 44, 25, 25, 24], doubleword: [0, 0, 0, 16, 16],
    odd: .wordRead)
  static let divideSigned8 = Clocks(
    [103, 48, 17, 19, 19], memory: [109, 54, 20, 22, 20], odd: .wordRead)
  static let divideSigned16 = Clocks(
    [167, 57, 25, 27, 27], memory: [173, 63, 28, 30, 28], doubleword: [0, 0, 0, 16, 16],
    odd: .wordRead)
  // Bits
  static let bitTest = Clocks([0, 0, 0, 3, 3], memory: [0, 0, 0, 12, 8])
  static let bitTestImmediate = Clocks([0, 0, 0, 3, 3], memory: [0, 0, 0, 6, 3])
  static let bitChange = Clocks([0, 0, 0, 6, 6], memory: [0, 0, 0, 13, 13])
  static let bitChangeImmediate = Clocks([0, 0, 0, 6, 6], memory: [0, 0, 0, 8, 8])
  // Control flow. 80286 and 80386 columns are without the target's fetch.
  static let branch = Clocks([4, 4, 3, 3, 1], taken: [12, 9, 4, 4, 2])
  static let jump = Clocks([15, 14, 7, 7, 3])
  static let jumpIndirect = Clocks([11, 11, 7, 7, 5], memory: [18, 17, 11, 10, 5], odd: .wordRead)
  static let callIndirect = Clocks(
    [16, 13, 7, 7, 5], memory: [21, 19, 12, 10, 5], odd: .wordRead, oddStack: [4, 4, 0, 0, 0])
  static let jumpFar = Clocks([15, 14, 11, 12, 17], protected: [0, 0, 12, 15, 2])
  static let callFar = Clocks(
    [28, 23, 13, 17, 18], protected: [0, 0, 13, 17, 2], oddStack: [8, 8, 2, 0, 0])
  static let jumpFarIndirect = Clocks(
    [24, 26, 15, 31, 13], protected: [0, 0, 11, 0, 5], odd: .twoWordsRead)
  static let callFarIndirect = Clocks(
    [37, 38, 16, 22, 17], protected: [0, 0, 13, 16, 3], odd: [8, 8, 3, 0, 0],
    oddStack: [8, 8, 2, 0, 0])
  static let ret = Clocks([16, 16, 12, 10, 5], oddStack: .wordRead)
  static let retImmediate = Clocks([20, 18, 12, 10, 5], oddStack: .wordRead)
  static let retFar = Clocks(
    [26, 22, 15, 18, 13], protected: [0, 0, 10, 14, 5], oddStack: .twoWordsRead)
  static let retFarImmediate = Clocks(
    [25, 25, 15, 18, 14], protected: [0, 0, 10, 14, 3], oddStack: .twoWordsRead)
  // Strings; INS and OUTS of the 80386 and 80486 as in real mode.
  static let movs = Clocks(
    [18, 14, 7, 7, 7], repeated: [9, 8, 6, 7, 12], each: [17, 8, 4, 4, 3])
  static let cmps = Clocks(
    [22, 22, 8, 10, 8], repeated: [9, 5, 5, 5, 7], each: [22, 22, 9, 9, 7])
  static let scas = Clocks(
    [15, 15, 7, 7, 6], repeated: [9, 5, 5, 5, 7], each: [15, 15, 8, 8, 5])
  static let lods = Clocks(
    [12, 12, 5, 5, 5], repeated: [9, 6, 5, 5, 7], each: [13, 11, 4, 6, 4])
  static let stos = Clocks(
    [11, 10, 3, 4, 5], repeated: [9, 6, 5, 5, 7], each: [10, 9, 3, 5, 4])
  static let ins = Clocks([0, 14, 7, 15, 17], repeated: [0, 8, 6, 13, 16], each: [0, 8, 4, 6, 8])
  static let outs = Clocks(
    [0, 14, 5, 14, 17], repeated: [0, 8, 6, 12, 17], each: [0, 8, 4, 5, 5])
  // Processor control
  static let flag = Clocks([2, 2, 2, 2, 2])
  static let convert = Clocks([2, 2, 2, 3, 3])
  static let decimal = Clocks([4, 4, 3, 4, 2])
  static let ascii = Clocks([8, 8, 3, 4, 3])
  static let inImmediate = Clocks([10, 10, 5, 12, 14], odd: .wordRead)
  static let inDX = Clocks([8, 8, 5, 13, 14], odd: .wordRead)
  static let outImmediate = Clocks([10, 9, 3, 10, 16], odd: .wordWrite)
  static let outDX = Clocks([8, 7, 3, 11, 16], odd: .wordWrite)
  static let escape = Clocks([2, 6, 15, 9, 3], memory: [8, 6, 28, 9, 3])
  static let storeSystemWord = Clocks([0, 0, 2, 2, 2], memory: [0, 0, 3, 3, 3], odd: .wordWrite)
}
