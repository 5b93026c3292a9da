/// A step of an 8086 instruction, as far as the bus can tell: what the execution unit does with the
/// queue and the bus, and how many clocks of its own microcode lie before it.
struct Microstep8086: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// A byte is taken from the queue.
    case take
    /// A bus cycle for the memory operand or a port; `isWord` for words, which at odd addresses need two.
    case operand(isWord: Bool)
    /// A bus cycle for a word of the stack.
    case stack
    /// A bus cycle for a word of the interrupt table.
    case table
    /// Prefetching stops.
    case suspend
    /// The queue is emptied and fetching begins at the target.
    case flush
    /// The next instruction's first byte can be taken.
    case end
  }
  var kind: Kind
  /// Clocks after the step before: after the T4 of a bus cycle, after the clock in which a byte was
  /// taken. A suspension is no event to count from.
  var after: Int
  /// The step waits for a fetch that is running, and then for as many clocks from its T4.
  var settling: Int?

  static func take(_ after: Int) -> Self { Self(kind: .take, after: after) }
  /// - Parameter bytes: how many are taken, one a clock.
  static func take(_ after: Int, bytes: Int) -> [Self] {
    (0..<bytes).map { .take($0 == 0 ? after : 1) }
  }
  static func byte(_ after: Int) -> Self { Self(kind: .operand(isWord: false), after: after) }
  static func word(_ after: Int, settling: Int? = nil) -> Self {
    Self(kind: .operand(isWord: true), after: after, settling: settling)
  }
  static func stack(_ after: Int, settling: Int? = nil) -> Self {
    Self(kind: .stack, after: after, settling: settling)
  }
  static func table(_ after: Int, settling: Int? = nil) -> Self {
    Self(kind: .table, after: after, settling: settling)
  }
  static func suspend(_ after: Int) -> Self { Self(kind: .suspend, after: after) }
  static func flush(_ after: Int, settling: Int) -> Self {
    Self(kind: .flush, after: after, settling: settling)
  }
  static func end(_ after: Int) -> Self { Self(kind: .end, after: after) }
}

/// What an 8086 instruction does after its first opcode byte has been taken.
struct Microcode8086: Equatable, Sendable {
  var steps: [Microstep8086]
  /// The whole way of a conditional transfer that is taken.
  var taken: [Microstep8086]?
  /// Clocks of each bit shifted, of each 1 bit of a multiplier, of each repetition.
  var perIteration = 0

  init(_ steps: [Microstep8086], taken: [Microstep8086]? = nil, perIteration: Int = 0) {
    self.steps = steps
    self.taken = taken
    self.perIteration = perIteration
  }

  /// The clocks from the first byte taken, be it a prefix, to the next instruction's, if every word
  /// lies at an even address.
  static func clocks(of steps: [Microstep8086], prefixes: Int, isOdd: Bool) -> Int {
    var bus = BusInterface8086(isOdd: isOdd)
    var last = 0
    // A prefix takes two clocks, the same as any instruction of one microstep.
    for _ in 0..<prefixes { last = bus.takeByte(last) + 2 }
    last = bus.takeByte(last)
    for step in steps {
      var earliest = last + step.after
      if let settling = step.settling { earliest = bus.settle(earliest, settling) }
      switch step.kind {
      case .take: last = bus.takeByte(earliest)
      case .operand, .stack, .table: last = bus.access(earliest)
      case .suspend: bus.suspend(earliest)
      case .flush:
        bus.flush(earliest)
        last = earliest
      case .end: last = bus.firstByte(earliest)
      }
    }
    return last
  }

  /// The second bus cycle of a word at an odd address: four clocks (8086 Family User's Manual, "Bus
  /// operation"). Everything after it shifts by as many.
  static let oddWord: UInt16 = 4

  var wordsOfOperand: Int { steps.count { $0.kind == .operand(isWord: true) } }
  /// Those of INTO when it traps.
  var wordsOfStack: Int { (steps + (taken ?? [])).count { $0.kind == .stack } }
}

extension Decoder {
  /// What the processor is charged for an instruction at an address: on the 8086 what its microcode
  /// and bus take when the queue is full to begin with, on other models the documented clocks.
  public func timing(of instruction: Instruction, at address: UInt64) -> Timing {
    guard model == .i8086, let microcode = microcode8086(of: instruction) else {
      return timing(of: instruction)
    }
    func clocks(_ steps: [Microstep8086]) -> UInt16 {
      UInt16(
        clamping: Microcode8086.clocks(
          of: steps, prefixes: Int(instruction.prefixCount), isOdd: address & 1 != 0))
    }
    let base = clocks(microcode.steps)
    var timing = Timing(base: base, perIteration: UInt16(clamping: microcode.perIteration))
    if let taken = microcode.taken { timing.taken = clocks(taken) &- base }
    timing.oddOperand = UInt16(microcode.wordsOfOperand) * Microcode8086.oddWord
    timing.oddStack = UInt16(microcode.wordsOfStack) * Microcode8086.oddWord
    return timing
  }
}
