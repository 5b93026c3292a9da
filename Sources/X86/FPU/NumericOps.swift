import X86Decode

/// The commonest x87 instructions straight on the raw state, for the 387 and later.
///
/// A numeric op carries a ``NumericCode`` beside its address fields and its `Instruction`. Whatever is
/// not plain (an empty or full register, an unmasked exception, a pending one, a device not available, a
/// TLB miss) commits nothing and is left to the instruction's general form.
func numericOp(_ c: Processor, _ op: OpPointer) {
  if executeNumeric(c, op) {
    next(c, op)
  } else {
    warmOp(c, op)
  }
}

/// What a numeric op does; operands by their width in memory in bits.
enum NumericCode: UInt8 {
  case load32, load64, load80, loadRegister, loadOne, loadZero
  case loadInteger16, loadInteger32, loadInteger64
  case store32, store64, store80, storeRegister
  case storeInteger16, storeInteger32, storeInteger64
  case truncate16, truncate32, truncate64
  case add, subtract, subtractReversed, multiply, divide, divideReversed
  case compare, compareQuietly, compareToFlags, compareToFlagsQuietly
  case exchange, changeSign, magnitude, squareRoot, roundToInteger
  case loadControl, storeControl, statusToAX
}

/// Where the second operand of arithmetic and comparisons is.
enum NumericOperand: UInt8 {
  case register, memory32, memory64, integer16, integer32
}

/// A numeric op's own fields, packed into its immediate.
struct NumericFields {
  /// FOP.
  var opcode: UInt16
  var operand = NumericOperand.register
  /// How often the stack is popped.
  var pops: UInt8 = 0
  /// ST(i) is the destination.
  var reversed = false

  var packed: UInt32 {
    UInt32(opcode) | UInt32(operand.rawValue) << 16 | UInt32(pops) << 24 | (reversed ? 1 << 31 : 0)
  }
}

extension Lowering {
  /// The code of an instruction that has one, and its fields.
  static func numeric(_ i: Instruction) -> (NumericCode, NumericFields)? {
    var fields = NumericFields(
      opcode: UInt16(i.condition & 7) << 8 | UInt16(i.modRM))
    let isMemory = i.modRM < 0xC0
    let width = i.operands.0.width
    func code(_ codes: [UInt8: NumericCode], _ register: NumericCode? = nil) -> (
      NumericCode, NumericFields
    )? {
      (isMemory ? codes[width] : register).map { ($0, fields) }
    }
    func arithmetic(_ code: NumericCode, isInteger: Bool = false) -> (NumericCode, NumericFields) {
      if isMemory {
        fields.operand =
          isInteger ? (width == 2 ? .integer16 : .integer32) : width == 4 ? .memory32 : .memory64
      }
      fields.reversed = !isMemory && i.condition & 4 != 0
      return (code, fields)
    }
    switch i.operation {
    case .fld: return code([4: .load32, 8: .load64, 10: .load80], .loadRegister)
    case .fld1: return (.loadOne, fields)
    case .fldz: return (.loadZero, fields)
    case .fild: return code([2: .loadInteger16, 4: .loadInteger32, 8: .loadInteger64])
    case .fst, .fstp:
      // D9 D8+i is not quite FSTP.
      if !isMemory, i.condition & 7 == 1 { return nil }
      fields.pops = i.operation == .fstp ? 1 : 0
      return code([4: .store32, 8: .store64, 10: .store80], .storeRegister)
    case .fist, .fistp:
      fields.pops = i.operation == .fistp ? 1 : 0
      return code([2: .storeInteger16, 4: .storeInteger32, 8: .storeInteger64])
    case .fisttp:
      fields.pops = 1
      return code([2: .truncate16, 4: .truncate32, 8: .truncate64])
    case .fadd: return arithmetic(.add)
    case .fsub: return arithmetic(.subtract)
    case .fsubr: return arithmetic(.subtractReversed)
    case .fmul: return arithmetic(.multiply)
    case .fdiv: return arithmetic(.divide)
    case .fdivr: return arithmetic(.divideReversed)
    case .fiadd: return arithmetic(.add, isInteger: true)
    case .fisub: return arithmetic(.subtract, isInteger: true)
    case .fisubr: return arithmetic(.subtractReversed, isInteger: true)
    case .fimul: return arithmetic(.multiply, isInteger: true)
    case .fidiv: return arithmetic(.divide, isInteger: true)
    case .fidivr: return arithmetic(.divideReversed, isInteger: true)
    case .faddp, .fsubp, .fsubrp, .fmulp, .fdivp, .fdivrp:
      fields.pops = 1
      let codes: [Operation: NumericCode] = [
        .faddp: .add, .fsubp: .subtract, .fsubrp: .subtractReversed, .fmulp: .multiply,
        .fdivp: .divide, .fdivrp: .divideReversed,
      ]
      return codes[i.operation].map { arithmetic($0) }
    case .fcom, .fcomp, .fcompp:
      fields.pops = i.operation == .fcom ? 0 : i.operation == .fcomp ? 1 : 2
      return arithmetic(.compare)
    case .fucom, .fucomp, .fucompp:
      fields.pops = i.operation == .fucom ? 0 : i.operation == .fucomp ? 1 : 2
      return arithmetic(.compareQuietly)
    case .fcomi, .fcomip:
      fields.pops = i.operation == .fcomi ? 0 : 1
      return (.compareToFlags, fields)
    case .fucomi, .fucomip:
      fields.pops = i.operation == .fucomi ? 0 : 1
      return (.compareToFlagsQuietly, fields)
    case .fxch: return (.exchange, fields)
    case .fchs: return (.changeSign, fields)
    case .fabs: return (.magnitude, fields)
    case .fsqrt: return (.squareRoot, fields)
    case .frndint: return (.roundToInteger, fields)
    case .fldcw: return (.loadControl, fields)
    case .fnstcw: return (.storeControl, fields)
    case .fnstsw: return isMemory ? nil : (.statusToAX, fields)
    default: return nil
    }
  }
}

/// The state and the op at work.
private struct NumericUnit {
  let c: Processor
  let op: OpPointer

  @inline(__always) var unit: FPU { FPU(c) }
  @inline(__always) var fields: UInt32 { op.immediate }
  @inline(__always) var pops: UInt8 { UInt8(truncatingIfNeeded: fields >> 24) & 3 }

  // MARK: Memory

  /// The host address of a part of the memory operand, if the TLB knows it.
  @inline(__always) func locate<W: OperandWidth>(
    _: W.Type, _ access: Access, at distance: UInt64 = 0
  ) -> UnsafeMutableRawPointer? {
    let offset = AnyAddress.offset(c, op) &+ distance
    if op.addressSize == 8 {
      return probe(c, c.longBase(Int(op.segment)) &+ offset, W.self, access)
    }
    return probe(c, segment: Int(op.segment), offset: offset, W.self, access)
  }

  @inline(__always) func read<W: OperandWidth>(_: W.Type) -> W? {
    locate(W.self, .read)?.loadUnaligned(as: W.self)
  }

  // MARK: Completion

  /// Whether an operation's exceptions, if any, are all masked. Then they are recorded, and C1.
  @inline(__always) func accept(_ environment: FloatingPointEnvironment) -> Bool {
    guard environment.raised.subtracting(environment.masked).isEmpty else { return false }
    unit.flags =
      unit.flags & ~FPU.Status.c1 | UInt16(environment.raised.rawValue)
      | (environment.roundedUp ? FPU.Status.c1 : 0)
    return true
  }

  @inline(__always) func clearC1() { unit.flags &= ~FPU.Status.c1 }

  /// The pointers to instruction and operand.
  @inline(__always) func note() {
    unit.setInstruction(
      op.rip, c.selector(.cs), UInt16(truncatingIfNeeded: fields) & 0x7FF)
  }
  @inline(__always) func noteMemory() {
    note()
    let selector: UInt16 = c.field(
      Field.segments + Int(op.segment) + SegmentField.selector)
    unit.setData(AnyAddress.offset(c, op), selector)
  }

  @inline(__always) func push(_ value: ExtendedReal) {
    let top = unit.top &- 1 & 7
    unit.top = top
    unit.setPhysical(Int(truncatingIfNeeded: top), value)
    unit.occupied |= 1 &<< top
  }
  @inline(__always) func pop() {
    let top = unit.top
    unit.occupied &= ~(1 &<< top)
    unit.top = top &+ 1
  }
  @inline(__always) func popAsAsked() {
    var left = pops
    while left > 0 {
      pop()
      left &-= 1
    }
  }

  // MARK: Groups of instructions

  @inline(__always) func load(
    _ value: ExtendedReal, _ environment: FloatingPointEnvironment? = nil
  ) -> Bool {
    if let environment {
      guard accept(environment) else { return false }
    } else {
      clearC1()
    }
    noteMemory()
    push(value)
    return true
  }

  @inline(__always) func store<W: OperandWidth>(
    _: W.Type, _ value: (inout FloatingPointEnvironment) -> W
  ) -> Bool {
    guard !unit.isEmpty(0), let at = locate(W.self, .write) else { return false }
    var environment = unit.environment
    let bits = value(&environment)
    guard accept(environment) else { return false }
    at.storeBytes(of: bits, as: W.self)
    noteMemory()
    popAsAsked()
    return true
  }

  @inline(__always) func storeInteger<W: OperandWidth>(_: W.Type, truncates: Bool = false) -> Bool {
    let value = unit.st(0)
    return store(W.self) {
      if truncates { $0.rounding = .towardZero }
      return W(truncatingIfNeeded: value.integer(byteCount: W.bitWidth / 8, &$0))
    }
  }

  /// The second operand; nil if it is not to be had plainly.
  @inline(__always) func operand() -> ExtendedReal? {
    switch NumericOperand(rawValue: UInt8(truncatingIfNeeded: fields >> 16)) {
    case .memory64:
      guard let bits = read(UInt64.self), bits << 1 == 0 || bits >> 52 & 0x7FF != 0 else {
        return nil
      }
      return ExtendedReal(exactBinary64: bits)
    case .memory32:
      guard let bits = read(UInt32.self), bits << 1 == 0 || bits >> 23 & 0xFF != 0 else {
        return nil
      }
      return ExtendedReal(exactBinary32: bits)
    case .integer16:
      return read(UInt16.self).map { ExtendedReal(integer: Int64(Int16(bitPattern: $0))) }
    case .integer32:
      return read(UInt32.self).map { ExtendedReal(integer: Int64(Int32(bitPattern: $0))) }
    default:
      let register = Int(truncatingIfNeeded: op.source)
      return unit.isEmpty(register) ? nil : unit.st(register)
    }
  }

  @inline(__always) func noteOperand() {
    if fields & 0xFF_0000 == 0 { note() } else { noteMemory() }
  }

  @inline(__always) func arithmetic(
    _ apply: (ExtendedReal, ExtendedReal, inout FloatingPointEnvironment) -> ExtendedReal
  ) -> Bool {
    guard !unit.isEmpty(0), let other = operand() else { return false }
    let isReversed = fields >> 31 != 0
    let top = unit.st(0)
    var environment = unit.environment
    let result = apply(isReversed ? other : top, isReversed ? top : other, &environment)
    guard accept(environment) else { return false }
    unit.setST(isReversed ? Int(truncatingIfNeeded: op.source) : 0, result)
    noteOperand()
    popAsAsked()
    return true
  }

  @inline(__always) func compare(quietly: Bool) -> Bool {
    guard !unit.isEmpty(0), let other = operand() else { return false }
    var environment = unit.environment
    let order = ExtendedReal.compare(unit.st(0), other, quietly: quietly, &environment)
    guard accept(environment) else { return false }
    unit.flags = unit.flags & ~FPU.Status.conditions | order.conditions
    noteOperand()
    popAsAsked()
    return true
  }

  @inline(__always) func compareToFlags(quietly: Bool) -> Bool {
    guard !unit.isEmpty(0), let other = operand() else { return false }
    var environment = unit.environment
    let c1 = unit.flags & FPU.Status.c1
    let order = ExtendedReal.compare(unit.st(0), other, quietly: quietly, &environment)
    guard accept(environment) else { return false }
    unit.flags |= c1
    c.setArithmeticFlags(order.eflags)
    note()
    popAsAsked()
    return true
  }

  @inline(__always) func oneOperand(
    _ apply: (ExtendedReal, inout FloatingPointEnvironment) -> ExtendedReal
  ) -> Bool {
    guard !unit.isEmpty(0) else { return false }
    var environment = unit.environment
    let result = apply(unit.st(0), &environment)
    guard accept(environment) else { return false }
    unit.setST(0, result)
    note()
    return true
  }

  @inline(__always) func exchange() -> Bool {
    let register = Int(truncatingIfNeeded: op.source)
    guard !unit.isEmpty(0), !unit.isEmpty(register) else { return false }
    let top = unit.st(0)
    unit.setST(0, unit.st(register))
    unit.setST(register, top)
    clearC1()
    note()
    return true
  }

  @inline(__always) func storeRegister() -> Bool {
    guard !unit.isEmpty(0) else { return false }
    let register = Int(truncatingIfNeeded: op.source)
    unit.setST(register, unit.st(0))
    unit.setEmpty(register, false)
    clearC1()
    note()
    popAsAsked()
    return true
  }

  @inline(__always) func store80() -> Bool {
    guard !unit.isEmpty(0), let low = locate(UInt64.self, .write),
      let high = locate(UInt16.self, .write, at: 8)
    else { return false }
    let value = unit.st(0)
    low.storeBytes(of: value.significand, as: UInt64.self)
    high.storeBytes(of: value.signExponent, as: UInt16.self)
    clearC1()
    noteMemory()
    popAsAsked()
    return true
  }

  @inline(__always) func load80() -> Bool {
    guard let low = read(UInt64.self), let high = locate(UInt16.self, .read, at: 8) else {
      return false
    }
    return load(
      ExtendedReal(significand: low, signExponent: high.loadUnaligned(as: UInt16.self)))
  }

  /// FLDCW, if it leaves no exception unmasked that has been recorded.
  @inline(__always) func loadControl() -> Bool {
    guard let word = read(UInt16.self) else { return false }
    guard unit.flags & ~word & FPU.Status.exceptions == 0 else { return false }
    unit.control = word & 0x1F3F | 0x40
    return true
  }

  @inline(__always) func storeControl() -> Bool {
    guard let at = locate(UInt16.self, .write) else { return false }
    at.storeBytes(of: unit.control, as: UInt16.self)
    return true
  }
}

@inline(never) private func executeNumeric(_ c: Processor, _ op: OpPointer) -> Bool {
  let n = NumericUnit(c: c, op: op)
  let unit = n.unit
  guard c.field(Field.cr0, as: UInt64.self) & (CR0.em | CR0.ts) == 0,
    unit.flags & FPU.Status.errorSummary == 0, let code = NumericCode(rawValue: op.destination)
  else { return false }
  switch code {
  case .load32:
    guard unit.isEmpty(-1), let bits = n.read(UInt32.self) else { return false }
    var environment = unit.environment
    let value = ExtendedReal(binary32: bits, &environment)
    return n.load(value, environment)
  case .load64:
    guard unit.isEmpty(-1), let bits = n.read(UInt64.self) else { return false }
    var environment = unit.environment
    let value = ExtendedReal(binary64: bits, &environment)
    return n.load(value, environment)
  case .load80: return unit.isEmpty(-1) && n.load80()
  case .loadRegister:
    let register = Int(truncatingIfNeeded: op.source)
    guard unit.isEmpty(-1), !unit.isEmpty(register) else { return false }
    let value = unit.st(register)
    n.clearC1()
    n.note()
    n.push(value)
    return true
  case .loadOne, .loadZero:
    guard unit.isEmpty(-1) else { return false }
    n.clearC1()
    n.note()
    n.push(code == .loadOne ? .one : .positiveZero)
    return true
  case .loadInteger16:
    guard unit.isEmpty(-1), let bits = n.read(UInt16.self) else { return false }
    return n.load(ExtendedReal(integer: Int64(Int16(bitPattern: bits))))
  case .loadInteger32:
    guard unit.isEmpty(-1), let bits = n.read(UInt32.self) else { return false }
    return n.load(ExtendedReal(integer: Int64(Int32(bitPattern: bits))))
  case .loadInteger64:
    guard unit.isEmpty(-1), let bits = n.read(UInt64.self) else { return false }
    return n.load(ExtendedReal(integer: Int64(bitPattern: bits)))
  case .store32: return n.store(UInt32.self) { unit.st(0).binary32(&$0) }
  case .store64: return n.store(UInt64.self) { unit.st(0).binary64(&$0) }
  case .store80: return n.store80()
  case .storeRegister: return n.storeRegister()
  case .storeInteger16: return n.storeInteger(UInt16.self)
  case .storeInteger32: return n.storeInteger(UInt32.self)
  case .storeInteger64: return n.storeInteger(UInt64.self)
  case .truncate16: return n.storeInteger(UInt16.self, truncates: true)
  case .truncate32: return n.storeInteger(UInt32.self, truncates: true)
  case .truncate64: return n.storeInteger(UInt64.self, truncates: true)
  case .add: return n.arithmetic { ExtendedReal.add($0, $1, &$2) }
  case .subtract: return n.arithmetic { ExtendedReal.add($0, $1, subtracts: true, &$2) }
  case .subtractReversed:
    return n.arithmetic { ExtendedReal.add($1, $0, subtracts: true, &$2) }
  case .multiply: return n.arithmetic { ExtendedReal.multiply($0, $1, &$2) }
  case .divide: return n.arithmetic { ExtendedReal.divide($0, $1, &$2) }
  case .divideReversed: return n.arithmetic { ExtendedReal.divide($1, $0, &$2) }
  case .compare: return n.compare(quietly: false)
  case .compareQuietly: return n.compare(quietly: true)
  case .compareToFlags: return n.compareToFlags(quietly: false)
  case .compareToFlagsQuietly: return n.compareToFlags(quietly: true)
  case .exchange: return n.exchange()
  case .changeSign, .magnitude:
    guard !unit.isEmpty(0) else { return false }
    let value = unit.st(0)
    unit.setST(0, code == .changeSign ? value.negated : value.magnitude)
    n.clearC1()
    n.note()
    return true
  case .squareRoot: return n.oneOperand { ExtendedReal.squareRoot($0, &$1) }
  case .roundToInteger: return n.oneOperand { ExtendedReal.roundToInteger($0, &$1) }
  case .loadControl: return n.loadControl()
  case .storeControl: return n.storeControl()
  case .statusToAX:
    c.setRegister(UInt8(Field.registers), unit.status)
    return true
  }
}
