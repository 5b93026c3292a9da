import X86Decode

/// The x87 unit's registers in the raw processor state, typed.
///
/// The physical data registers R0 to R7 lie at ``Field/st``; ST(i) is R((TOP + i) mod 8). A register is
/// empty or it is not: what the tag word says of the others follows from their contents, as on the 387
/// and later.
struct FPU {
  let state: Processor

  @inline(__always) init(_ state: Processor) { self.state = state }

  private enum Place {
    static let control = Field.fpu
    /// FSW with TOP's three bits always zero.
    static let flags = Field.fpu + 2
    static let top = Field.fpu + 4
    static let occupied = Field.fpu + 5
    static let opcode = Field.fpu + 6
    static let instructionPointer = Field.fpu + 8
    static let dataPointer = Field.fpu + 16
    static let instructionSelector = Field.fpu + 24
    static let dataSelector = Field.fpu + 26
  }

  /// FCW.
  @inline(__always) var control: UInt16 {
    get { state.field(Place.control) }
    nonmutating set { state.setField(Place.control, newValue) }
  }
  /// FSW without TOP.
  @inline(__always) var flags: UInt16 {
    get { state.field(Place.flags) }
    nonmutating set { state.setField(Place.flags, newValue & ~Status.top) }
  }
  /// TOP, 0 to 7.
  @inline(__always) var top: UInt8 {
    get { state.field(Place.top) }
    nonmutating set { state.setField(Place.top, newValue & 7) }
  }
  /// TOP is 0, no register is empty, and no exception is pending: one look at flags, TOP and tags.
  @inline(__always) var isInMMX: Bool {
    (state.state + Place.flags).loadUnaligned(as: UInt32.self) & 0xFFFF_0080 == 0xFF00_0000
  }
  /// FSW.
  var status: UInt16 {
    get { flags | UInt16(top) << 11 }
    nonmutating set {
      flags = newValue
      top = UInt8(truncatingIfNeeded: newValue >> 11)
    }
  }
  /// Bit n: Rn is not empty.
  @inline(__always) var occupied: UInt8 {
    get { state.field(Place.occupied) }
    nonmutating set { state.setField(Place.occupied, newValue) }
  }
  var opcode: UInt16 {
    get { state.field(Place.opcode) }
    nonmutating set { state.setField(Place.opcode, newValue & 0x7FF) }
  }
  var instructionPointer: UInt64 {
    get { state.field(Place.instructionPointer) }
    nonmutating set { state.setField(Place.instructionPointer, newValue) }
  }
  var instructionSelector: UInt16 {
    get { state.field(Place.instructionSelector) }
    nonmutating set { state.setField(Place.instructionSelector, newValue) }
  }
  var dataPointer: UInt64 {
    get { state.field(Place.dataPointer) }
    nonmutating set { state.setField(Place.dataPointer, newValue) }
  }
  var dataSelector: UInt16 {
    get { state.field(Place.dataSelector) }
    nonmutating set { state.setField(Place.dataSelector, newValue) }
  }

  /// FNINIT. The data registers keep their contents.
  /// - Parameter control: 37Fh: all exceptions masked, round to nearest, 64 bits. The 8087 sets 3FFh.
  func initialize(control: UInt16 = 0x37F) {
    self.control = control
    status = 0
    occupied = 0
    opcode = 0
    instructionPointer = 0
    instructionSelector = 0
    dataPointer = 0
    dataSelector = 0
  }

  /// FIP, FCS and FOP.
  @inline(__always) func setInstruction(_ pointer: UInt64, _ selector: UInt16, _ opcode: UInt16) {
    state.setField(Place.instructionPointer, pointer)
    state.setField(Place.instructionSelector, selector)
    state.setField(Place.opcode, opcode)
  }
  /// FDP and FDS.
  @inline(__always) func setData(_ pointer: UInt64, _ selector: UInt16) {
    state.setField(Place.dataPointer, pointer)
    state.setField(Place.dataSelector, selector)
  }

  // MARK: Data registers

  @inline(__always) func physical(_ n: Int) -> ExtendedReal {
    let at = Field.st &+ (n & 7) &<< 4
    return ExtendedReal(
      significand: state.field(at), signExponent: state.field(at &+ 8))
  }
  @inline(__always) func setPhysical(_ n: Int, _ value: ExtendedReal) {
    let at = Field.st &+ (n & 7) &<< 4
    state.setField(at, value.significand)
    state.setField(at &+ 8, value.signExponent)
  }

  /// ST(n)'s physical number.
  @inline(__always) func number(_ n: Int) -> Int {
    (Int(truncatingIfNeeded: top) &+ n) & 7
  }
  @inline(__always) func st(_ n: Int) -> ExtendedReal { physical(number(n)) }
  @inline(__always) func setST(_ n: Int, _ value: ExtendedReal) { setPhysical(number(n), value) }
  @inline(__always) func isEmpty(_ n: Int) -> Bool {
    occupied &>> UInt8(truncatingIfNeeded: number(n)) & 1 == 0
  }
  @inline(__always) func setEmpty(_ n: Int, _ isEmpty: Bool) {
    let bit: UInt8 = 1 &<< UInt8(truncatingIfNeeded: number(n))
    occupied = isEmpty ? occupied & ~bit : occupied | bit
  }

  /// The two-bit tag of physical register n, from what it holds.
  private func tag(_ n: Int) -> UInt16 {
    if occupied >> UInt8(n & 7) & 1 == 0 { return 3 }
    let value = physical(n)
    if value.isZero { return 1 }
    return value.isNormal ? 0 : 2
  }
  /// FTW as the environment shows it. Writing it keeps only who is empty.
  var tagWord: UInt16 {
    get { (0..<8).reduce(0) { $0 | tag($1) << UInt16($1 * 2) } }
    nonmutating set {
      var bits: UInt8 = 0
      for n in 0..<8 where newValue >> UInt16(n * 2) & 3 != 3 { bits |= 1 << UInt8(n) }
      occupied = bits
    }
  }

  /// FSW bits.
  enum Status {
    static let exceptions: UInt16 = 0x3F
    static let stackFault: UInt16 = 1 << 6
    /// ES, and on the 8087 the interrupt request.
    static let errorSummary: UInt16 = 1 << 7
    static let c0: UInt16 = 1 << 8
    static let c1: UInt16 = 1 << 9
    static let c2: UInt16 = 1 << 10
    static let top: UInt16 = 7 << 11
    static let c3: UInt16 = 1 << 14
    /// B: a copy of ES since the 287.
    static let busy: UInt16 = 1 << 15
    static let conditions = c0 | c1 | c2 | c3
  }
}

extension CPU {
  /// The reset pin: the built-in units clear their registers and unmask the exceptions (Intel SDM vol. 3,
  /// table 9-1); the coprocessors and the 80486 initialize themselves.
  func resetFloatingPoint() {
    let unit = FPU(state)
    unit.initialize(control: model < .i80286 ? 0x3FF : 0x37F)
    for n in 0..<8 { unit.setPhysical(n, .positiveZero) }
    if model >= .pentium {
      unit.control = 0x40
      unit.occupied = 0xFF
    }
    for n in 0..<32 { state.setField(Field.xmm + 8 * n, 0 as UInt64) }
    state.setField(Field.mxcsr, 0x1F80 as UInt32)
    signalError()
  }
}
