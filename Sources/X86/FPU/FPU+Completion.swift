import X86Decode

/// What happens at an instruction's end: flags, the answer to exceptions, and the stack.
extension FPU {
  /// The environment that FCW describes.
  @inline(__always) var environment: FloatingPointEnvironment {
    let word = control
    return FloatingPointEnvironment(
      rounding: RoundingMode(rawValue: UInt8(truncatingIfNeeded: word >> 10) & 3) ?? .nearestEven,
      precision: PrecisionControl(rawValue: UInt8(truncatingIfNeeded: word >> 8) & 3) ?? .extended,
      masked: FloatingPointExceptions(rawValue: UInt8(truncatingIfNeeded: word) & 0x3F))
  }
}

extension FloatingPointEnvironment {
  /// An exception was found before the computation and is not masked: nothing may be written.
  @inline(__always) var isBlocked: Bool {
    !raised.subtracting(masked).isDisjoint(with: .beforeComputation)
  }
  /// The same for a store to memory, which an unmasked overflow or underflow stops as well.
  @inline(__always) var isStoreBlocked: Bool {
    !raised.subtracting(masked).isDisjoint(
      with: [.invalid, .denormal, .divideByZero, .overflow, .underflow])
  }
}

extension CPU {
  /// Adds an operation's exceptions to FSW, sets C1, and summarizes.
  @inline(__always) func report(_ environment: FloatingPointEnvironment) {
    let unit = FPU(state)
    var flags = unit.flags & ~FPU.Status.c1
    if environment.roundedUp { flags |= FPU.Status.c1 }
    guard !environment.raised.isEmpty else {
      unit.flags = flags
      return
    }
    reportExceptions(environment, flags)
  }

  @inline(never) private func reportExceptions(
    _ environment: FloatingPointEnvironment, _ flags: UInt16
  ) {
    let unit = FPU(state)
    // What stops the operation hides what would have come after it.
    let isBlocked = environment.isBlocked
    let raised =
      isBlocked ? environment.raised.intersection(.beforeComputation) : environment.raised
    unit.flags = (isBlocked ? flags & ~FPU.Status.c1 : flags) | UInt16(raised.rawValue)
    updateErrorSummary()
  }

  /// A register that should be empty is not (C1 = 1), or one that should not be is (C1 = 0).
  /// - Returns: whether the invalid exception is masked, so that the indefinite takes its place.
  @inline(never) func stackFault(overflow: Bool) -> Bool {
    let unit = FPU(state)
    // SF, and C1's part in this, came with the 387.
    if model >= .i80386 {
      unit.flags =
        unit.flags & ~FPU.Status.c1 | (overflow ? FPU.Status.c1 : 0) | FPU.Status.stackFault
    }
    unit.flags |= UInt16(FloatingPointExceptions.invalid.rawValue)
    updateErrorSummary()
    return unit.control & UInt16(FloatingPointExceptions.invalid.rawValue) != 0
  }

  /// Pushes a value; the register must be known to be empty, or is to be overwritten.
  @inline(__always) func push(_ value: ExtendedReal) {
    let unit = FPU(state)
    unit.top = unit.top &- 1
    unit.setST(0, value)
    unit.setEmpty(0, false)
  }

  @inline(__always) func pop() {
    let unit = FPU(state)
    unit.setEmpty(0, true)
    unit.top = unit.top &+ 1
  }
}
