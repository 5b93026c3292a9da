public import BusKit

/// The interrupt controller in the processor's package.
///
/// Intel SDM vol. 3 (325384), ch. 10 "Advanced Programmable Interrupt Controller". One part stands
/// for the generations: the P6's (version 11h, no thermal sensor entry) and the later one (14h), with
/// x2APIC mode and the TSC-deadline timer where CPUID has them.
///
/// The timer's input is the bus clock, 100 MHz (``busClock``), behind the divide configuration
/// register. Messages arrive in the tick in which they are sent, so delivery status is always idle.
///
/// Not modelled: SMI (there is no system management mode), start-up IPIs to a processor that runs
/// (ignored, as the manual says), suppression of EOI broadcasts, the arbitration ID of the serial bus,
/// and sources for the thermal and performance-counter entries.
public final class LocalAPIC: ProcessorInterruptController {
  public struct State: Codable, Equatable, Sendable {
    /// IA32_APIC_BASE.
    public var base: UInt64 = LocalAPIC.defaultBase
    /// Bits 31...24 of the ID register.
    public var identifier: UInt8 = 0
    public var taskPriority: UInt8 = 0
    /// Bits 31...24 of LDR.
    public var logicalDestination: UInt8 = 0
    /// Bits 31...28 of DFR: Fh flat, 0 cluster.
    public var destinationFormat: UInt8 = 0xF
    public var spurious: UInt32 = 0xFF
    public var inService = InterruptVectors()
    public var levelTriggered = InterruptVectors()
    public var requested = InterruptVectors()
    /// Errors since the last write of ESR, and what ESR shows.
    public var errors: UInt8 = 0
    public var errorStatus: UInt8 = 0
    public var command: UInt64 = 0
    /// By ``LocalVector``.
    public var localVectors = LocalAPIC.initialVectors
    /// The levels of LINT0 and LINT1.
    public var pins = FixedArray<2, Bool>(repeating: false)
    /// An ExtINT message waits for its INTA cycle.
    public var externalRequested = false
    public var timer = LocalAPICTimer()
  }

  /// What a processor's generation decides.
  public struct Kind: Sendable {
    /// The P6's: version 11h, ID of four bits, no thermal entry.
    public var isP6: Bool
    public var hasX2APIC: Bool
    public var hasDeadlineTimer: Bool
    /// MAXPHYADDR, for IA32_APIC_BASE's reserved bits.
    public var physicalAddressBits: Int

    public init(
      isP6: Bool = false, hasX2APIC: Bool = false, hasDeadlineTimer: Bool = false,
      physicalAddressBits: Int = 40
    ) {
      self.isP6 = isP6
      self.hasX2APIC = hasX2APIC
      self.hasDeadlineTimer = hasDeadlineTimer
      self.physicalAddressBits = physicalAddressBits
    }
  }

  public internal(set) var state = State()
  public let kind: Kind

  // MARK: Registers

  /// Entries of the local vector table, in the order of their addresses.
  enum LocalVector: Int, CaseIterable {
    case timer, thermal, performance, lint0, lint1, error
  }

  /// Bits of a local vector table entry.
  enum LVT {
    static let polarity: UInt32 = 1 << 13
    static let remoteIRR: UInt32 = 1 << 14
    static let level: UInt32 = 1 << 15
    static let mask: UInt32 = 1 << 16
    static let periodic: UInt32 = 1 << 17
    static let deadline: UInt32 = 1 << 18
  }

  enum Base {
    static let bootProcessor: UInt64 = 1 << 8
    static let x2APIC: UInt64 = 1 << 10
    static let enable: UInt64 = 1 << 11
  }

  /// SDM 10.5.3, "Error Status Register".
  enum ErrorBit {
    static let sendIllegalVector: UInt8 = 1 << 5
    static let receiveIllegalVector: UInt8 = 1 << 6
    static let illegalRegister: UInt8 = 1 << 7
  }

  /// SDM 10.4.7.1: all masked.
  /// DEVIATION: but LINT0 is ExtINT and LINT1 NMI, the virtual wire mode that the MP Specification (1.4,
  /// 3.6.2.2) asks of the BIOS. Debian's BIOS-bochs-legacy knows no APIC, BIOS-bochs-latest enables it
  /// without a word about LINT0; both must go on receiving the 8259A's interrupts.
  static var initialVectors: FixedArray<6, UInt32> {
    var vectors = FixedArray<6, UInt32>(repeating: LVT.mask)
    vectors[LocalVector.lint0.rawValue] = 0x700
    vectors[LocalVector.lint1.rawValue] = 0x400
    return vectors
  }

  static let softwareEnable: UInt32 = 1 << 8
  static let defaultBase: UInt64 = 0xFEE0_0000 | Base.enable | Base.bootProcessor
  /// What the timer counts, before its divider.
  public static let busClock = Frequency(100_000_000)

  // MARK: Pins

  /// The processor's INTR, and where the 8259A's answer to its INTA cycle comes from.
  public let output: SignalLine
  public var acknowledgeExternal: () -> UInt8 = { 0xFF }
  /// The processor's NMI and INIT.
  public var onNMI: () -> Void = {}
  public var onInit: () -> Void = {}
  /// A level-triggered interrupt is over: the EOI message to the I/O APICs.
  public var onEndOfInterrupt: (_ vector: UInt8) -> Void = { _ in }
  /// Messages that nobody would take may be sent again.
  public var onReady: () -> Void = {}
  /// The register page has moved: its number (physical address / 4096), nil while there is none.
  public var onWindow: (_ page: UInt64?) -> Void = { _ in }

  let scheduler: Scheduler
  let clock: ClockConverter
  private(set) var timerSlot: EventSlot!  // made in init, where the handler needs self

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - kind: the processor's generation.
  ///   - output: the processor's INTR pin.
  public init(scheduler: Scheduler, kind: Kind = Kind(), output: SignalLine = SignalLine()) {
    self.scheduler = scheduler
    self.kind = kind
    self.output = output
    clock = scheduler.converter(to: Self.busClock)
    timerSlot = scheduler.makeSlot("local APIC timer") { [unowned self] in timerExpired(at: $0) }
  }

  /// RESET. The pins keep their levels.
  public func reset() {
    let pins = state.pins
    state = State()
    state.pins = pins
    scheduler.cancel(timerSlot)
    windowMoved()
    update()
  }

  /// INIT: everything but the ID and IA32_APIC_BASE. SDM 10.4.7.3.
  func initialize() {
    let (base, identifier) = (state.base, state.identifier)
    reset()
    state.base = base
    state.identifier = identifier
    windowMoved()
    update()
  }

  // MARK: Modes

  public var isEnabled: Bool { state.base & Base.enable != 0 }
  public var isX2APIC: Bool { state.base & Base.x2APIC != 0 }
  /// The initial ID: that of the first processor.
  public var identifier: UInt32 { 0 }
  /// SVR bit 8.
  var isSoftwareEnabled: Bool { state.spurious & Self.softwareEnable != 0 }

  func windowMoved() {
    onWindow(isEnabled && !isX2APIC ? state.base >> 12 : nil)
  }

  // MARK: Pins in

  /// The LINT0 pin: the 8259A's INT.
  public func setLINT0(_ level: Bool) { setPin(0, level) }
  /// The LINT1 pin: the board's NMI.
  public func setLINT1(_ level: Bool) { setPin(1, level) }

  private func setPin(_ pin: Int, _ level: Bool) {
    guard level != state.pins[pin] else { return }
    let former = isAsserted(pin)
    state.pins[pin] = level
    if !isEnabled {
      // Without an APIC the pins are INTR and NMI (SDM 10.4.3).
      if pin == 1, level { onNMI() }
    } else {
      pinChanged(pin, from: former)
    }
    update()
  }

  private func isAsserted(_ pin: Int) -> Bool {
    state.pins[pin] != (entry(.lint0, pin) & LVT.polarity != 0)
  }

  private func entry(_ first: LocalVector, _ offset: Int = 0) -> UInt32 {
    state.localVectors[first.rawValue + offset]
  }

  private func pinChanged(_ pin: Int, from former: Bool) {
    let entry = entry(.lint0, pin)
    guard entry & LVT.mask == 0, isAsserted(pin) else { return }
    let mode = APICMessage.Mode(register: entry)
    let isLevel = mode == .fixed && entry & LVT.level != 0
    if mode == .external { return }
    if isLevel {
      guard entry & LVT.remoteIRR == 0 else { return }
      state.localVectors[LocalVector.lint0.rawValue + pin] |= LVT.remoteIRR
    } else if former {
      return
    }
    take(UInt8(truncatingIfNeeded: entry), mode, isLevelTriggered: isLevel)
  }

  /// The pin's entry has been written: a level that waits may get through now.
  func entryOfPinWritten(_ pin: Int) { pinChanged(pin, from: true) }

  /// A local source's interrupt, if its entry lets it through.
  func raise(_ source: LocalVector) {
    let entry = entry(source)
    guard entry & LVT.mask == 0 else { return }
    let hasMode = source == .thermal || source == .performance
    take(
      UInt8(truncatingIfNeeded: entry), hasMode ? .init(register: entry) : .fixed,
      isLevelTriggered: false)
  }

  // MARK: Messages in

  /// A message on the bus. Returns whether this APIC has taken it.
  public func accept(_ message: APICMessage) -> Bool {
    // The bus has destinations of eight bits; all ones is everybody in either mode.
    let isForAll = !message.isLogical && message.destination == 0xFF
    guard isEnabled,
      isForAll || isAddressed(message.destination, isLogical: message.isLogical)
    else { return false }
    return take(message.vector, message.mode, isLevelTriggered: message.isLevelTriggered)
  }

  /// SDM 10.6.2, "Determining IPI Destination", and 10.12.10.2 for x2APIC mode.
  func isAddressed(_ destination: UInt32, isLogical: Bool) -> Bool {
    guard isLogical else {
      if isX2APIC { return destination == identifier || destination == 0xFFFF_FFFF }
      let broadcast: UInt32 = kind.isP6 ? 0xF : 0xFF
      return destination & 0xFF == UInt32(state.identifier)
        || destination & broadcast == broadcast
    }
    if isX2APIC {
      if destination == 0xFFFF_FFFF { return true }
      let own = x2LogicalDestination
      return destination >> 16 == own >> 16 && destination & own & 0xFFFF != 0
    }
    let wanted = UInt8(truncatingIfNeeded: destination)
    let own = state.logicalDestination
    if state.destinationFormat == 0xF { return wanted & own != 0 }
    let cluster = wanted >> 4
    return (cluster == 0xF || cluster == own >> 4) && wanted & own & 0xF != 0
  }

  /// SDM 10.12.10.2: cluster in the upper half, one bit in the lower.
  var x2LogicalDestination: UInt32 { (identifier >> 4) << 16 | 1 << (identifier & 15) }

  @discardableResult
  func take(_ vector: UInt8, _ mode: APICMessage.Mode, isLevelTriggered: Bool) -> Bool {
    switch mode {
    case .fixed, .lowestPriority:
      guard isSoftwareEnabled else { return false }
      guard vector >= 16 else {
        note(ErrorBit.receiveIllegalVector)
        return true
      }
      state.requested[vector] = true
      state.levelTriggered[vector] = isLevelTriggered
      update()
    case .nmi: onNMI()
    case .initialize:
      initialize()
      onInit()
    case .external:
      state.externalRequested = true
      update()
    // A start-up message reaches a processor that waits for none.
    case .startUp, .smi, .reserved: break
    }
    return true
  }

  /// SDM 10.5.3. Only the first error of a kind interrupts until ESR is written.
  func note(_ error: UInt8) {
    let isNew = state.errors & error == 0
    state.errors |= error
    if isNew { raise(.error) }
  }

  // MARK: Priority

  /// SDM 10.8.3.1, "Task and Processor Priorities".
  var processorPriority: UInt8 {
    let service = state.inService.highest ?? 0
    return state.taskPriority >> 4 >= service >> 4 ? state.taskPriority : service & 0xF0
  }

  /// SDM 10.7, "Arbitration Priority Register" (P6 and Pentium).
  var arbitrationPriority: UInt8 {
    let (task, service) = (state.taskPriority, state.inService.highest ?? 0)
    let request = state.requested.highest ?? 0
    if task >> 4 >= request >> 4, task >> 4 > service >> 4 { return task }
    return max(task & 0xF0 & service, request & 0xF0)
  }

  public var taskPriority: UInt8 {
    get { state.taskPriority >> 4 }
    set {
      state.taskPriority = newValue << 4
      update()
    }
  }

  private var deliverable: UInt8? {
    guard isEnabled, let vector = state.requested.highest,
      vector >> 4 > processorPriority >> 4
    else { return nil }
    return vector
  }

  private var wantsExternal: Bool {
    if !isEnabled { return state.pins[0] }
    if state.externalRequested { return true }
    for pin in 0..<2 {
      let entry = entry(.lint0, pin)
      if entry & LVT.mask == 0, APICMessage.Mode(register: entry) == .external,
        isAsserted(pin)
      {
        return true
      }
    }
    return false
  }

  /// Drives INTR as the state says.
  func update() {
    output.set(wantsExternal || deliverable != nil)
  }

  /// The processor takes the interrupt; gives the vector. An interrupt that has gone meanwhile gives the
  /// spurious vector, which has no place in ISR (SDM 10.9).
  public func acknowledge() -> UInt8 {
    if wantsExternal {
      state.externalRequested = false
      let vector = acknowledgeExternal()
      update()
      return vector
    }
    guard let vector = deliverable else { return UInt8(truncatingIfNeeded: state.spurious) }
    state.requested[vector] = false
    state.inService[vector] = true
    update()
    return vector
  }

  /// SDM 10.8.5, "Signaling Interrupt Servicing Completion".
  func endOfInterrupt() {
    guard let vector = state.inService.highest else { return }
    state.inService[vector] = false
    if state.levelTriggered[vector] {
      for pin in 0..<2 {
        let index = LocalVector.lint0.rawValue + pin
        guard UInt8(truncatingIfNeeded: state.localVectors[index]) == vector,
          state.localVectors[index] & LVT.remoteIRR != 0
        else { continue }
        state.localVectors[index] &= ~LVT.remoteIRR
        pinChanged(pin, from: false)
      }
      onEndOfInterrupt(vector)
    }
    update()
  }

  // MARK: Messages out

  /// A write of the interrupt command register's low half. SDM 10.6.1.
  func sendCommand() {
    let low = UInt32(truncatingIfNeeded: state.command)
    let mode = APICMessage.Mode(register: low)
    let vector = UInt8(truncatingIfNeeded: low)
    if mode.hasVector, vector < 16 { return note(ErrorBit.sendIllegalVector) }
    // INIT with level de-assert only synchronises arbitration IDs.
    if mode == .initialize, low & LVT.level != 0, low & 1 << 14 == 0 { return }
    let destination = UInt32(truncatingIfNeeded: state.command >> (isX2APIC ? 32 : 56))
    let reachesSelf =
      switch low >> 18 & 3 {
      case 0: isAddressed(destination, isLogical: low & 1 << 11 != 0)
      case 1, 2: true
      default: false
      }
    if reachesSelf { take(vector, mode, isLevelTriggered: false) }
  }
}
