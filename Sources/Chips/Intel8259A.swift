public import BusKit

/// A programmable interrupt controller.
///
/// Intel 8259A data sheet (order number 231468). Offset 0 is A0 = 0, offset 1 is A0 = 1. Buffered
/// mode has no effect that software can see and is only remembered. The two INTA pulses of an 8086
/// system are one call of ``acknowledge()``.
public final class Intel8259A: PortDevice {
  /// Which initialisation command word the next write to A0 = 1 is.
  public enum Initialization: UInt8, Codable, Sendable {
    case complete, awaitsICW2, awaitsICW3, awaitsICW4
  }

  public struct State: Codable, Equatable, Sendable {
    /// The levels on the eight IR pins.
    public var lines: UInt8 = 0
    /// Edge-triggered inputs that have been acknowledged since they last rose.
    public var served: UInt8 = 0
    /// Inputs that the board's edge/level register makes level triggered.
    public var edgeLevelControl: UInt8 = 0
    public var isr: UInt8 = 0
    public var imr: UInt8 = 0
    public var icw1: UInt8 = 0
    public var icw2: UInt8 = 0
    public var icw3: UInt8 = 0
    public var icw4: UInt8 = 0
    public var initialization = Initialization.awaitsICW2
    /// The level with the lowest priority; 7 unless rotated.
    public var lowestPriority: UInt8 = 7
    public var rotatesOnAutomaticEOI = false
    public var isSpecialMask = false
    public var readsISR = false
    public var isPolled = false
  }

  public internal(set) var state = State()

  private enum ICW1 {
    static let needsICW4: UInt8 = 0x01
    static let single: UInt8 = 0x02
    static let interval4: UInt8 = 0x04
    static let levelTriggered: UInt8 = 0x08
    static let isICW1: UInt8 = 0x10
  }

  private enum ICW4 {
    static let mode8086: UInt8 = 0x01
    static let automaticEOI: UInt8 = 0x02
    static let specialFullyNested: UInt8 = 0x10
  }

  /// What an acknowledge cycle selected.
  struct Acknowledged {
    let level: UInt8
    /// The request had gone when INTA came; level 7 stands in for it and no ISR bit is set.
    let isSpurious: Bool
  }

  private let output: SignalLine

  /// - Parameter output: the INT pin.
  public init(output: SignalLine) {
    self.output = output
  }

  /// The state after power-on: silent until ICW1 to ICW4 have been written. The pins keep their levels.
  public func reset() {
    let (lines, edgeLevelControl) = (state.lines, state.edgeLevelControl)
    state = State()
    state.lines = lines
    state.edgeLevelControl = edgeLevelControl
    updateOutput()
  }

  /// The interrupt request register: inputs that ask for service, masked or not.
  public var irr: UInt8 {
    state.lines & ~(state.served & ~levelTriggered)
  }

  // MARK: Registers

  /// A read after a poll command acknowledges the request, as the data sheet says for RD after P = 1.
  public func readPort(_ offset: UInt16) -> UInt8 {
    guard state.isPolled else { return peekPort(offset) }
    state.isPolled = false
    let acknowledged = begin()
    return acknowledged.isSpurious ? 0 : 0x80 | acknowledged.level
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    if state.isPolled { return pendingLevel.map { 0x80 | $0 } ?? 0 }
    if offset & 1 != 0 { return state.imr }
    return state.readsISR ? state.isr : irr
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    if offset & 1 != 0 {
      writeOdd(value)
    } else if value & ICW1.isICW1 != 0 {
      initialize(value)
    } else if value & 0x08 != 0 {
      writeOCW3(value)
    } else {
      writeOCW2(value)
    }
    updateOutput()
  }

  // MARK: Pins

  /// Drives IR pin `level` (0...7).
  public func setLine(_ level: Int, _ isHigh: Bool) {
    let bit = UInt8(1) << UInt8(level & 7)
    if isHigh {
      state.lines |= bit
    } else {
      // A low level re-arms the edge sense latch.
      state.lines &= ~bit
      state.served &= ~bit
    }
    updateOutput()
  }

  func setEdgeLevelControl(_ mask: UInt8) {
    state.edgeLevelControl = mask
    updateOutput()
  }

  /// Whether `level` is an input to which a slave is connected (ICW3 of a master).
  func hasSlave(at level: UInt8) -> Bool {
    state.icw1 & ICW1.single == 0 && state.icw3 >> (level & 7) & 1 != 0
  }

  /// A slave's identity on the cascade lines (ICW3 of a slave).
  var slaveIdentity: UInt8 { state.icw3 & 7 }

  /// The first INTA pulse: freezes the priorities and moves the request from IRR to ISR.
  func begin() -> Acknowledged {
    guard let level = pendingLevel else { return Acknowledged(level: 7, isSpurious: true) }
    let bit = UInt8(1) << level
    state.served |= bit
    if state.icw4 & ICW4.automaticEOI == 0 {
      state.isr |= bit
    } else if state.rotatesOnAutomaticEOI {
      state.lowestPriority = level
    }
    // INT falls for every acknowledge cycle, so that a master sees an edge for the next request.
    output.lower()
    updateOutput()
    return Acknowledged(level: level, isSpurious: false)
  }

  /// The byte that the second INTA pulse puts on the bus.
  ///
  /// In MCS-80 mode that is the low address byte of a CALL.
  func vector(_ level: UInt8) -> UInt8 {
    if state.icw4 & ICW4.mode8086 != 0 { return state.icw2 & 0xF8 | level }
    return state.icw1 & ICW1.interval4 != 0
      ? state.icw1 & 0xE0 | level << 2 : state.icw1 & 0xC0 | level << 3
  }

  /// Both INTA pulses of a controller without slaves.
  public func acknowledge() -> UInt8 {
    vector(begin().level)
  }

  // MARK: Private logic

  private var levelTriggered: UInt8 {
    state.icw1 & ICW1.levelTriggered != 0 ? 0xFF : state.edgeLevelControl
  }

  /// Levels from highest to lowest priority.
  private var byPriority: some Sequence<UInt8> {
    let lowest = state.lowestPriority
    return (UInt8(1)...8).lazy.map { (lowest &+ $0) & 7 }
  }

  /// The request that INT stands for: unmasked, and above everything in service.
  private var pendingLevel: UInt8? {
    let requests = irr & ~state.imr
    guard requests != 0, state.initialization == .complete else { return nil }
    // Special mask mode: a masked level no longer holds back the others.
    let inService = state.isSpecialMask ? state.isr & ~state.imr : state.isr
    for level in byPriority {
      let bit = UInt8(1) << level
      if inService & bit != 0 {
        // Special fully nested mode: a slave in service may interrupt itself.
        let mayNest = state.icw4 & ICW4.specialFullyNested != 0 && hasSlave(at: level)
        return mayNest && requests & bit != 0 ? level : nil
      }
      if requests & bit != 0 { return level }
    }
    return nil
  }

  private func updateOutput() {
    output.set(pendingLevel != nil)
  }

  /// Data sheet, "Initialization command words 1 and 2", a to f.
  private func initialize(_ value: UInt8) {
    state.icw1 = value
    state.icw3 = 0
    state.icw4 = 0
    state.imr = 0
    state.isr = 0
    state.served = state.lines
    state.lowestPriority = 7
    state.rotatesOnAutomaticEOI = false
    state.isSpecialMask = false
    state.readsISR = false
    state.isPolled = false
    state.initialization = .awaitsICW2
  }

  private func writeOdd(_ value: UInt8) {
    let needsICW4 = state.icw1 & ICW1.needsICW4 != 0
    switch state.initialization {
    case .complete:
      state.imr = value
    case .awaitsICW2:
      // A part that never saw ICW1 takes a mask only.
      guard state.icw1 & ICW1.isICW1 != 0 else { return state.imr = value }
      state.icw2 = value
      state.initialization =
        state.icw1 & ICW1.single == 0 ? .awaitsICW3 : needsICW4 ? .awaitsICW4 : .complete
    case .awaitsICW3:
      state.icw3 = value
      state.initialization = needsICW4 ? .awaitsICW4 : .complete
    case .awaitsICW4:
      state.icw4 = value
      state.initialization = .complete
    }
  }

  /// Data sheet, "Operation command word 2": R, SL, EOI in bits 7 to 5.
  private func writeOCW2(_ value: UInt8) {
    let level = value & 7
    switch value >> 5 {
    case 0b001: _ = endOfInterrupt()
    case 0b011: state.isr &= ~(1 << level)
    case 0b101: if let ended = endOfInterrupt() { state.lowestPriority = ended }
    case 0b111:
      state.isr &= ~(1 << level)
      state.lowestPriority = level
    case 0b110: state.lowestPriority = level
    case 0b100: state.rotatesOnAutomaticEOI = true
    case 0b000: state.rotatesOnAutomaticEOI = false
    default: break  // 010: no operation
    }
  }

  /// The non-specific end of interrupt: clears the highest level in service. In special mask mode a
  /// masked level is left alone.
  private func endOfInterrupt() -> UInt8? {
    let candidates = state.isSpecialMask ? state.isr & ~state.imr : state.isr
    guard let level = byPriority.first(where: { candidates >> $0 & 1 != 0 }) else { return nil }
    state.isr &= ~(1 << level)
    return level
  }

  /// Data sheet, "Operation command word 3".
  private func writeOCW3(_ value: UInt8) {
    if value & 0x40 != 0 { state.isSpecialMask = value & 0x20 != 0 }
    if value & 0x04 != 0 {
      state.isPolled = true
    } else if value & 0x02 != 0 {
      state.readsISR = value & 0x01 != 0
    }
  }
}
