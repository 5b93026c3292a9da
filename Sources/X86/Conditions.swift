/// The sixteen conditions. Each can be asked of the flags, or of the two operands of the comparison
/// that set them, which is what fused compare-and-branch handlers do.
protocol Condition {
  static func holds(_ c: Processor) -> Bool
  static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool
}
enum Overflow: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.overflow }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    let difference = a &- b
    return signExtended((a ^ b) & (a ^ difference)) < 0
  }
}
enum Below: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.carry }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool { a < b }
}
enum Equal: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.zero }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool { a == b }
}
enum BelowEqual: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.carry || c.zero }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool { a <= b }
}
enum Negative: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.negative }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    signExtended(a &- b) < 0
  }
}
enum Parity: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.parity }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    UInt8(truncatingIfNeeded: a &- b).nonzeroBitCount & 1 == 0
  }
}
enum Less: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { c.negative != c.overflow }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    signExtended(a) < signExtended(b)
  }
}
enum LessEqual: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool {
    c.zero || c.negative != c.overflow
  }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    signExtended(a) <= signExtended(b)
  }
}
enum Not<N: Condition>: Condition {
  @inline(__always) static func holds(_ c: Processor) -> Bool { !N.holds(c) }
  @inline(__always) static func compare<W: OperandWidth>(_ a: W, _ b: W) -> Bool {
    !N.compare(a, b)
  }
}

extension Processor {
  /// A condition by its four-bit encoding, for cold code.
  func condition(_ code: UInt8) -> Bool {
    let holds =
      switch code >> 1 & 7 {
      case 0: overflow
      case 1: carry
      case 2: zero
      case 3: carry || zero
      case 4: negative
      case 5: parity
      case 6: negative != overflow
      default: zero || negative != overflow
      }
    return holds != (code & 1 != 0)
  }
}
