public import BusKit

// SDM vol. 3, table 10-1 "Local APIC Register Address Map": one register each 16 bytes, of 32 bits. In
// x2APIC mode register n of the page is MSR 800h + n.
extension LocalAPIC: MemoryDevice {
  /// Register numbers: the address in the page divided by 16.
  enum Register: UInt32 {
    case identifier = 0x02
    case version = 0x03
    case taskPriority = 0x08
    case arbitrationPriority = 0x09
    case processorPriority = 0x0A
    case endOfInterrupt = 0x0B
    case remoteRead = 0x0C
    case logicalDestination = 0x0D
    case destinationFormat = 0x0E
    case spurious = 0x0F
    case errorStatus = 0x28
    case command = 0x30
    case commandHigh = 0x31
    case timer = 0x32
    case thermal = 0x33
    case performance = 0x34
    case lint0 = 0x35
    case lint1 = 0x36
    case error = 0x37
    case initialCount = 0x38
    case currentCount = 0x39
    case divideConfiguration = 0x3E
    case selfIPI = 0x3F

    var localVector: LocalVector? {
      rawValue >= Register.timer.rawValue && rawValue <= Register.error.rawValue
        ? LocalVector(rawValue: Int(rawValue - Register.timer.rawValue)) : nil
    }
  }

  /// The register with this number, if this part has it in its present mode.
  private func register(_ number: UInt32) -> Register? {
    guard let register = Register(rawValue: number) else { return nil }
    switch register {
    case .thermal: return kind.isP6 ? nil : register
    case .arbitrationPriority, .remoteRead, .destinationFormat, .commandHigh:
      return isX2APIC ? nil : register
    case .selfIPI: return isX2APIC ? register : nil
    default: return register
    }
  }

  // MARK: Reading

  /// Nil for a register that is not there.
  private func value(_ number: UInt32) -> UInt64? {
    switch number {
    case 0x10...0x17: return UInt64(state.inService.word(Int(number & 7)))
    case 0x18...0x1F: return UInt64(state.levelTriggered.word(Int(number & 7)))
    case 0x20...0x27: return UInt64(state.requested.word(Int(number & 7)))
    default: break
    }
    guard let register = register(number) else { return nil }
    if let vector = register.localVector {
      return UInt64(state.localVectors[vector.rawValue])
    }
    switch register {
    case .identifier: return UInt64(isX2APIC ? identifier : UInt32(state.identifier) << 24)
    case .version: return kind.isP6 ? 0x4_0011 : 0x5_0014
    case .taskPriority: return UInt64(state.taskPriority)
    case .arbitrationPriority: return UInt64(arbitrationPriority)
    case .processorPriority: return UInt64(processorPriority)
    case .logicalDestination:
      return UInt64(isX2APIC ? x2LogicalDestination : UInt32(state.logicalDestination) << 24)
    case .destinationFormat: return UInt64(state.destinationFormat) << 28 | 0xFFF_FFFF
    case .spurious: return UInt64(state.spurious)
    case .errorStatus: return UInt64(state.errorStatus)
    case .command: return isX2APIC ? state.command : state.command & 0xFFFF_FFFF
    case .commandHigh: return state.command >> 32
    case .initialCount: return UInt64(state.timer.initialCount)
    case .currentCount: return UInt64(timerCount)
    case .divideConfiguration: return UInt64(state.timer.divideConfiguration)
    default: return 0
    }
  }

  private func isWriteOnly(_ register: Register) -> Bool {
    register == .endOfInterrupt || register == .selfIPI
  }

  // MARK: Writing

  private func write(_ register: Register, _ value: UInt64) {
    let low = UInt32(truncatingIfNeeded: value)
    if let vector = register.localVector { return write(vector, low) }
    switch register {
    case .identifier:
      state.identifier = UInt8(truncatingIfNeeded: low >> 24) & (kind.isP6 ? 0xF : 0xFF)
    case .taskPriority:
      state.taskPriority = UInt8(truncatingIfNeeded: low)
      update()
    case .endOfInterrupt: endOfInterrupt()
    case .logicalDestination: state.logicalDestination = UInt8(truncatingIfNeeded: low >> 24)
    case .destinationFormat: state.destinationFormat = UInt8(truncatingIfNeeded: low >> 28)
    case .spurious: writeSpurious(low)
    case .errorStatus:
      state.errorStatus = state.errors
      state.errors = 0
    case .command:
      // Bit 12, delivery status, is idle again when anybody can look.
      state.command =
        isX2APIC
        ? value & 0xFFFF_FFFF_000C_CFFF
        : state.command & 0xFFFF_FFFF_0000_0000 | UInt64(low & 0xC_CFFF)
      sendCommand()
    case .commandHigh:
      state.command = state.command & 0xFFFF_FFFF | UInt64(low & 0xFF00_0000) << 32
    case .initialCount: timerStarted(low)
    case .divideConfiguration: dividerWritten(UInt8(truncatingIfNeeded: low))
    case .selfIPI: sendSelf(UInt8(truncatingIfNeeded: low))
    default: break
    }
  }

  private func sendSelf(_ vector: UInt8) {
    guard vector >= 16 else { return note(ErrorBit.sendIllegalVector) }
    take(vector, .fixed, isLevelTriggered: false)
  }

  /// SDM 10.9, and 10.4.7.2: a disabled APIC holds the masks of all local entries set.
  private func writeSpurious(_ value: UInt32) {
    let wasEnabled = isSoftwareEnabled
    state.spurious = value & 0x3FF | (kind.isP6 ? 0xF : 0)
    if !isSoftwareEnabled {
      for vector in LocalVector.allCases {
        state.localVectors[vector.rawValue] |= LVT.mask
      }
      synchronizeTimer()
      scheduleTimer()
    }
    update()
    if isSoftwareEnabled, !wasEnabled { onReady() }
  }

  /// The bits of an entry that software writes. SDM figure 10-8.
  private func writableBits(_ vector: LocalVector) -> UInt32 {
    switch vector {
    case .timer: 0x3_00FF | (kind.hasDeadlineTimer ? LVT.deadline : 0)
    case .thermal, .performance: 0x1_07FF
    case .lint0, .lint1: 0x1_A7FF
    case .error: 0x1_00FF
    }
  }

  private func write(_ vector: LocalVector, _ value: UInt32) {
    let former = state.localVectors[vector.rawValue]
    var entry = value & writableBits(vector)
    if !isSoftwareEnabled { entry |= LVT.mask }
    let isPin = vector == .lint0 || vector == .lint1
    // Remote IRR is the APIC's own; an edge-triggered entry has none.
    if isPin, entry & LVT.level != 0 { entry |= former & LVT.remoteIRR }
    if vector == .timer {
      // The former mode's time ends before the new one's begins.
      synchronizeTimer()
    }
    state.localVectors[vector.rawValue] = entry
    if vector == .timer {
      timerModeWritten(
        wasDeadline: former & LVT.deadline != 0,
        isPeriodic: entry & (LVT.periodic | LVT.deadline) == LVT.periodic)
    } else if isPin {
      entryOfPinWritten(vector == .lint0 ? 0 : 1)
    }
    update()
  }

  // MARK: The memory window

  public func readMemory(_ offset: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: readMemoryWide(offset & ~3, byteCount: 4) >> UInt64(offset & 3 &* 8))
  }

  public func peekMemory(_ offset: UInt32) -> UInt8 {
    guard offset & 15 < 4 else { return 0 }
    return UInt8(
      truncatingIfNeeded: (value(offset >> 4 & 0xFF) ?? 0) >> UInt64(offset & 3 &* 8))
  }

  /// Only aligned accesses of 32 bits are defined (SDM 10.4.1); narrower ones see parts of the register,
  /// wider ones nothing beyond it.
  public func readMemoryWide(_ offset: UInt32, byteCount: Int) -> UInt64 {
    guard offset & 15 < 4 else { return 0 }
    let number = offset >> 4 & 0xFF
    guard let value = value(number) else {
      note(ErrorBit.illegalRegister)
      return 0
    }
    return value >> UInt64(offset & 3 &* 8) & UInt64.max >> UInt64(64 - 8 * min(byteCount, 4))
  }

  /// Narrow stores are lost.
  public func writeMemory(_ offset: UInt32, _ value: UInt8) {}

  public func writeMemoryWide(_ offset: UInt32, _ value: UInt64, byteCount: Int) {
    guard byteCount >= 4, offset & 15 == 0 else { return }
    let number = offset >> 4 & 0xFF
    guard let register = register(number) else {
      if self.value(number) == nil { note(ErrorBit.illegalRegister) }
      return
    }
    write(register, value & 0xFFFF_FFFF)
  }

  // MARK: Model-specific registers

  public func readMSR(_ number: UInt32) -> UInt64? {
    switch number {
    case 0x1B: return state.base
    case 0x6E0: return kind.hasDeadlineTimer ? state.timer.deadline : nil
    case 0x800...0x8FF:
      guard isX2APIC else { return nil }
      if let register = Register(rawValue: number & 0xFF), isWriteOnly(register) { return nil }
      return value(number & 0xFF)
    default: return nil
    }
  }

  public func writeMSR(_ number: UInt32, _ value: UInt64) -> Bool {
    switch number {
    case 0x1B: return writeBase(value)
    case 0x6E0:
      guard kind.hasDeadlineTimer else { return false }
      deadlineWritten(value)
      return true
    case 0x800...0x8FF:
      guard isX2APIC, let register = register(number & 0xFF),
        let writable = x2WritableBits(register), value & ~writable == 0
      else { return false }
      write(register, value)
      return true
    default: return false
    }
  }

  /// The bits of an MSR that may be set, nil for a read-only one. SDM 10.12.1.2 and table 10-6.
  private func x2WritableBits(_ register: Register) -> UInt64? {
    if let vector = register.localVector { return UInt64(writableBits(vector)) }
    switch register {
    case .taskPriority, .selfIPI: return 0xFF
    case .endOfInterrupt, .errorStatus: return 0
    case .spurious: return 0x1FF
    case .command: return 0xFFFF_FFFF_000C_CFFF
    case .initialCount: return 0xFFFF_FFFF
    case .divideConfiguration: return 0xB
    default: return nil
    }
  }

  /// IA32_APIC_BASE. SDM 10.4.4, and 10.12.5.1 for the transitions that are illegal. The registers keep
  /// their contents while the APIC is disabled.
  private func writeBase(_ value: UInt64) -> Bool {
    let writable =
      (1 << UInt64(kind.physicalAddressBits)) &- 0x1000 | Base.bootProcessor | Base.enable
      | (kind.hasX2APIC ? Base.x2APIC : 0)
    guard value & ~writable == 0 else { return false }
    let isOn = value & Base.enable != 0
    let isExtended = value & Base.x2APIC != 0
    if isExtended, !isOn || !isEnabled { return false }
    if isX2APIC, isOn, !isExtended { return false }
    state.base = value
    windowMoved()
    update()
    if isOn { onReady() }
    return true
  }
}
