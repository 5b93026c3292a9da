import X86Decode

/// The x87 and SSE registers as a plain value, shaped like the 64-bit FXSAVE image.
public struct FloatingPointState: Codable, Equatable, Sendable {
  /// An 80-bit register. Bit 63 of the significand is the integer bit; bit 15 of the other part the
  /// sign, the rest the exponent, biased by 16,383.
  public struct Register: Codable, Equatable, Sendable {
    public var significand: UInt64
    public var signExponent: UInt16

    public init(significand: UInt64 = 0, signExponent: UInt16 = 0) {
      self.significand = significand
      self.signExponent = signExponent
    }
  }

  /// FCW.
  public var control: UInt16 = 0x37F
  /// FSW, with TOP in bits 11 to 13.
  public var status: UInt16 = 0
  /// Bit n: physical register n is not empty.
  public var occupied: UInt8 = 0
  /// FOP: the low three bits of the last instruction's first byte and its second byte.
  public var opcode: UInt16 = 0
  /// FIP and FCS, FDP and FDS.
  public var instructionPointer: UInt64 = 0
  public var instructionSelector: UInt16 = 0
  public var dataPointer: UInt64 = 0
  public var dataSelector: UInt16 = 0
  public var mxcsr: UInt32 = 0x1F80
  /// ST(0)...ST(7).
  public var stack = [Register](repeating: Register(), count: 8)
  /// XMM0...XMM15: low and high half one after the other, 32 numbers.
  public var vectors = [UInt64](repeating: 0, count: 32)

  public init() {}
}

extension FloatingPointState {
  /// Offsets in the 512 bytes of the 64-bit FXSAVE image; Intel SDM vol. 1, table 10-2.
  private enum Place {
    static let control = 0
    static let status = 2
    static let occupied = 4
    static let opcode = 6
    static let instructionPointer = 8
    static let dataPointer = 16
    static let mxcsr = 24
    static let stack = 32
    static let vectors = 160
    static let end = 416
  }

  /// From a 64-bit FXSAVE image, of which at least 416 bytes are needed; nil for shorter ones.
  public init?(image: [UInt8]) {
    guard image.count >= Place.end else { return nil }
    func number(_ at: Int, _ byteCount: Int) -> UInt64 {
      (0..<byteCount).reduce(0) { $0 | UInt64(image[at + $1]) << UInt64(8 * $1) }
    }
    self.init()
    control = UInt16(number(Place.control, 2))
    status = UInt16(number(Place.status, 2))
    occupied = image[Place.occupied]
    opcode = UInt16(number(Place.opcode, 2))
    instructionPointer = number(Place.instructionPointer, 8)
    dataPointer = number(Place.dataPointer, 8)
    mxcsr = UInt32(number(Place.mxcsr, 4))
    for n in 0..<8 {
      stack[n] = Register(
        significand: number(Place.stack + 16 * n, 8),
        signExponent: UInt16(number(Place.stack + 16 * n + 8, 2)))
    }
    for n in 0..<32 { vectors[n] = number(Place.vectors + 8 * n, 8) }
  }

  /// The 512-byte image. The selectors have no place in it.
  public var image: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512)
    func put(_ value: UInt64, _ at: Int, _ byteCount: Int) {
      for n in 0..<byteCount { bytes[at + n] = UInt8(truncatingIfNeeded: value >> UInt64(8 * n)) }
    }
    put(UInt64(control), Place.control, 2)
    put(UInt64(status), Place.status, 2)
    bytes[Place.occupied] = occupied
    put(UInt64(opcode), Place.opcode, 2)
    put(instructionPointer, Place.instructionPointer, 8)
    put(dataPointer, Place.dataPointer, 8)
    put(UInt64(mxcsr), Place.mxcsr, 4)
    for (n, register) in stack.prefix(8).enumerated() {
      put(register.significand, Place.stack + 16 * n, 8)
      put(UInt64(register.signExponent), Place.stack + 16 * n + 8, 2)
    }
    for (n, half) in vectors.prefix(32).enumerated() { put(half, Place.vectors + 8 * n, 8) }
    return bytes
  }
}

extension CPU {
  /// The x87 and SSE registers.
  package var floatingPointState: FloatingPointState {
    get {
      let unit = FPU(state)
      var value = FloatingPointState()
      value.control = unit.control
      value.status = unit.status
      value.occupied = unit.occupied
      value.opcode = unit.opcode
      value.instructionPointer = unit.instructionPointer
      value.instructionSelector = unit.instructionSelector
      value.dataPointer = unit.dataPointer
      value.dataSelector = unit.dataSelector
      value.mxcsr = state.field(Field.mxcsr)
      for n in 0..<8 {
        let register = unit.st(n)
        value.stack[n] = .init(
          significand: register.significand, signExponent: register.signExponent)
      }
      for n in 0..<32 { value.vectors[n] = state.field(Field.xmm + 8 * n) }
      return value
    }
    set {
      let unit = FPU(state)
      unit.control = newValue.control
      unit.status = newValue.status
      unit.occupied = newValue.occupied
      unit.opcode = newValue.opcode
      unit.instructionPointer = newValue.instructionPointer
      unit.instructionSelector = newValue.instructionSelector
      unit.dataPointer = newValue.dataPointer
      unit.dataSelector = newValue.dataSelector
      state.setField(Field.mxcsr, newValue.mxcsr)
      for (n, register) in newValue.stack.prefix(8).enumerated() {
        unit.setST(
          n,
          ExtendedReal(
            significand: register.significand, signExponent: register.signExponent))
      }
      for (n, half) in newValue.vectors.prefix(32).enumerated() {
        state.setField(Field.xmm + 8 * n, half)
      }
      // What the pin is connected to has a state of its own.
      floatingPointErrorIsSignalled = hasErrorToSignal
    }
  }
}
