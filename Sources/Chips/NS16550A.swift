public import BusKit

/// A serial port with FIFOs.
///
/// National Semiconductor PC16550D data sheet (TL/C/8652). The eight offsets are the eight registers.
/// The far end of the cable is the host: it hands bytes to ``receive(_:)`` and gets what the guest
/// sends through ``transmit``. Its bytes never overrun the receiver: they wait for room, as if the far
/// end honoured flow control. Not modelled: the one-character delay of the first empty interrupt in
/// FIFO mode, and parity and framing errors, which this line does not make.
public final class NS16550A: PortDevice {
  /// The modem's outputs, which are inputs here; bits as in the upper half of the MSR.
  public struct ModemInputs: OptionSet, Codable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let clearToSend = ModemInputs(rawValue: 0x10)
    public static let dataSetReady = ModemInputs(rawValue: 0x20)
    public static let ringIndicator = ModemInputs(rawValue: 0x40)
    public static let carrierDetect = ModemInputs(rawValue: 0x80)
  }

  public struct State: Codable, Equatable, Sendable {
    public var ier: UInt8 = 0
    public var fcr: UInt8 = 0
    public var lcr: UInt8 = 0
    public var mcr: UInt8 = 0
    public var scratch: UInt8 = 0
    public var divisor: UInt16 = 0
    /// The pins as the modem drives them.
    public var modemInputs: ModemInputs = [.clearToSend, .dataSetReady, .carrierDetect]
    /// The pins as the part sees them (loopback), for delta detection.
    public var seenInputs: ModemInputs = [.clearToSend, .dataSetReady, .carrierDetect]
    /// The lower half of the MSR.
    public var deltas: UInt8 = 0
    /// Received characters; the upper byte holds their LSR error bits.
    public var received: [UInt16] = []
    public var hasOverrun = false
    /// The error bits of the character on top have been read.
    public var topErrorsRead = false
    public var isTimedOut = false
    public var transmitting: [UInt8] = []
    /// The transmitter's shift register.
    public var shifting: UInt8?
    /// The latch behind the "transmitter holding register empty" interrupt.
    public var hasEmptyInterrupt = false
    /// What the far end wants to send, from `incomingHead` on; the upper byte as in `received`.
    public var incoming: [UInt16] = []
    public var incomingHead = 0
  }

  public internal(set) var state = State()

  private enum IER {
    static let received: UInt8 = 1, empty: UInt8 = 2, line: UInt8 = 4, modem: UInt8 = 8
  }
  private enum FCR {
    static let enable: UInt8 = 1, resetReceiver: UInt8 = 2, resetTransmitter: UInt8 = 4
  }
  private enum LCR {
    static let twoStops: UInt8 = 0x04, parity: UInt8 = 0x08
    static let breaks: UInt8 = 0x40, divisorAccess: UInt8 = 0x80
  }
  private enum MCR {
    static let dtr: UInt8 = 1, rts: UInt8 = 2, out1: UInt8 = 4, out2: UInt8 = 8, loop: UInt8 = 0x10
  }
  private enum LSR {
    static let dataReady: UInt8 = 0x01, overrun: UInt8 = 0x02, breaks: UInt8 = 0x10
    static let errors: UInt8 = 0x1E
    static let holdingEmpty: UInt8 = 0x20, empty: UInt8 = 0x40, fifoError: UInt8 = 0x80
  }
  /// Interrupt identities, highest priority first.
  private enum IIR {
    static let line: UInt8 = 6, received: UInt8 = 4, timeout: UInt8 = 0xC
    static let empty: UInt8 = 2, modem: UInt8 = 0, none: UInt8 = 1
  }

  private static let fifoSize = 16
  /// The input clock of every PC serial port.
  private static let inputClock = Frequency(1_843_200)
  /// Input clock periods that a character takes when the port is not paced: about four microseconds.
  private static let unpacedCharacter: UInt64 = 8

  /// Whether characters take the time that divisor and format give them. Otherwise they take a few
  /// microseconds.
  public var isPaced: Bool
  /// Whether the far end sends only while RTS is up.
  public var honoursRTS = false
  /// Takes what the guest sends.
  public var transmit: (UInt8) -> Void = { _ in }

  private let scheduler: Scheduler
  private let interrupt: InterruptLine
  private let clock: ClockConverter
  private var transmitSlot: EventSlot!  // made in init, where the handlers need self
  private var receiveSlot: EventSlot!  // likewise
  private var timeoutSlot: EventSlot!  // likewise

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - interrupt: the request line, driven while OUT2 is on.
  ///   - isPaced: see ``isPaced``.
  public init(scheduler: Scheduler, interrupt: InterruptLine, isPaced: Bool) {
    self.scheduler = scheduler
    self.interrupt = interrupt
    self.isPaced = isPaced
    clock = scheduler.converter(to: Self.inputClock)
    transmitSlot = scheduler.makeSlot("16550 transmit") { [unowned self] _ in self.stepTransmitter()
    }
    receiveSlot = scheduler.makeSlot("16550 receive") { [unowned self] _ in self.takeIncoming() }
    timeoutSlot = scheduler.makeSlot("16550 time-out") { [unowned self] _ in
      self.state.isTimedOut = true
      self.updateInterrupt()
    }
  }

  /// Master reset. The cable stays as it is.
  public func reset() {
    let former = state
    state = State()
    state.modemInputs = former.modemInputs
    state.seenInputs = former.modemInputs
    state.incoming = former.incoming
    state.incomingHead = former.incomingHead
    state.divisor = former.divisor
    state.scratch = former.scratch
    for slot in [transmitSlot!, receiveSlot!, timeoutSlot!] { scheduler.cancel(slot) }
    updateInterrupt()
    feed()
  }

  // MARK: The far end

  /// Hands bytes to the line; they reach the receiver at the line's rate and wait for room there.
  public func receive(_ bytes: some Sequence<UInt8>) {
    state.incoming.append(contentsOf: bytes.lazy.map { UInt16($0) })
    feed()
  }

  /// Sends a break condition.
  public func receiveBreak() {
    state.incoming.append(UInt16(LSR.breaks) << 8)
    feed()
  }

  /// Bytes given to ``receive(_:)`` that have not reached the receiver yet.
  public var waitingByteCount: Int { state.incoming.count - state.incomingHead }

  /// Drives the modem's lines.
  public func setModemInputs(_ inputs: ModemInputs) {
    state.modemInputs = inputs
    updateModemStatus()
    updateInterrupt()
  }

  /// DTR and RTS as the far end sees them.
  public var isDataTerminalReady: Bool { state.mcr & (MCR.dtr | MCR.loop) == MCR.dtr }
  public var isRequestToSend: Bool { state.mcr & (MCR.rts | MCR.loop) == MCR.rts }

  // MARK: Registers

  /// Reads with side effects: RBR takes a character, IIR releases the empty interrupt, LSR its error
  /// bits, MSR its deltas.
  public func readPort(_ offset: UInt16) -> UInt8 {
    let value = peekPort(offset)
    switch offset & 7 {
    case 0 where !hasDivisorAccess: takeCharacter()
    case 2: if value & 0x0F == IIR.empty { state.hasEmptyInterrupt = false }
    case 5:
      state.hasOverrun = false
      state.topErrorsRead = true
    case 6: state.deltas = 0
    default: return value
    }
    updateInterrupt()
    return value
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    switch offset & 7 {
    case 0 where hasDivisorAccess: UInt8(truncatingIfNeeded: state.divisor)
    case 0: UInt8(truncatingIfNeeded: state.received.first ?? 0)
    case 1 where hasDivisorAccess: UInt8(truncatingIfNeeded: state.divisor >> 8)
    case 1: state.ier
    case 2: pendingInterrupt | (hasFIFOs ? 0xC0 : 0)
    case 3: state.lcr
    case 4: state.mcr
    case 5: lineStatus
    case 6: state.seenInputs.rawValue | state.deltas
    default: state.scratch
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    switch offset & 7 {
    case 0 where hasDivisorAccess: state.divisor = state.divisor & 0xFF00 | UInt16(value)
    case 0: send(value)
    case 1 where hasDivisorAccess:
      state.divisor = state.divisor & 0x00FF | UInt16(value) << 8
    case 1:
      // Enabling the empty interrupt while the register is empty asks at once.
      if value & ~state.ier & IER.empty != 0 && state.transmitting.isEmpty {
        state.hasEmptyInterrupt = true
      }
      state.ier = value & 0x0F
    case 2: writeFCR(value)
    case 3:
      let breaks = value & ~state.lcr & LCR.breaks != 0
      state.lcr = value
      if breaks && isLooped { arrive(UInt16(LSR.breaks) << 8) }
    case 4:
      state.mcr = value & 0x1F
      updateModemStatus()
      feed()
    case 7: state.scratch = value
    default: return  // LSR and MSR: factory test only
    }
    updateInterrupt()
  }

  private var hasDivisorAccess: Bool { state.lcr & LCR.divisorAccess != 0 }
  private var hasFIFOs: Bool { state.fcr & FCR.enable != 0 }
  private var isLooped: Bool { state.mcr & MCR.loop != 0 }
  private var capacity: Int { hasFIFOs ? Self.fifoSize : 1 }

  /// "FIFO control register": changing the enable bit clears both FIFOs.
  private func writeFCR(_ value: UInt8) {
    let changes = (value ^ state.fcr) & FCR.enable != 0
    state.fcr = value & FCR.enable != 0 ? value & 0xC9 : 0
    let resets = changes ? FCR.resetReceiver | FCR.resetTransmitter : hasFIFOs ? value : 0
    if resets & FCR.resetReceiver != 0 {
      state.received = []
      state.topErrorsRead = false
      stopTimeout()
      feed()
    }
    if resets & FCR.resetTransmitter != 0, !state.transmitting.isEmpty {
      state.transmitting = []
      state.hasEmptyInterrupt = true
      if state.shifting == nil { scheduler.cancel(transmitSlot) }
    }
  }

  private var lineStatus: UInt8 {
    var status: UInt8 = state.hasOverrun ? LSR.overrun : 0
    if let top = state.received.first {
      status |= LSR.dataReady
      if !state.topErrorsRead { status |= UInt8(truncatingIfNeeded: top >> 8) & LSR.errors }
    }
    if hasFIFOs, state.received.contains(where: { $0 > 0xFF }) { status |= LSR.fifoError }
    if state.transmitting.isEmpty {
      status |= LSR.holdingEmpty
      if state.shifting == nil { status |= LSR.empty }
    }
    return status
  }

  /// "Interrupt identification register", in order of priority.
  private var pendingInterrupt: UInt8 {
    if state.ier & IER.line != 0 && lineStatus & LSR.errors != 0 { return IIR.line }
    if state.ier & IER.received != 0 {
      if state.received.count >= triggerLevel { return IIR.received }
      if state.isTimedOut { return IIR.timeout }
    }
    if state.ier & IER.empty != 0 && state.hasEmptyInterrupt { return IIR.empty }
    if state.ier & IER.modem != 0 && state.deltas != 0 { return IIR.modem }
    return IIR.none
  }

  private var triggerLevel: Int {
    guard hasFIFOs else { return 1 }
    return switch state.fcr >> 6 {
    case 0: 1
    case 1: 4
    case 2: 8
    default: 14
    }
  }

  /// The PC wires OUT2 to the interrupt driver's enable; loopback forces that pin off.
  private func updateInterrupt() {
    interrupt.set(
      pendingInterrupt != IIR.none && state.mcr & (MCR.out2 | MCR.loop) == MCR.out2)
  }

  /// "Modem status register": deltas, and the trailing edge of RI. Loopback connects the outputs.
  private func updateModemStatus() {
    var inputs = state.modemInputs
    if isLooped {
      inputs = []
      if state.mcr & MCR.rts != 0 { inputs.insert(.clearToSend) }
      if state.mcr & MCR.dtr != 0 { inputs.insert(.dataSetReady) }
      if state.mcr & MCR.out1 != 0 { inputs.insert(.ringIndicator) }
      if state.mcr & MCR.out2 != 0 { inputs.insert(.carrierDetect) }
    }
    var changes = inputs.symmetricDifference(state.seenInputs)
    if inputs.contains(.ringIndicator) { changes.remove(.ringIndicator) }
    state.deltas |= changes.rawValue >> 4
    state.seenInputs = inputs
  }

  // MARK: Timed behaviour

  /// The length of a character in periods of the input clock: start, data, parity and stop bits.
  private var characterPeriods: UInt64 {
    guard isPaced else { return Self.unpacedCharacter }
    let dataBits = UInt64(state.lcr & 3) + 5
    let hasParity = state.lcr & LCR.parity != 0
    // Two stop bits are one and a half with five data bits.
    let halfStops: UInt64 = state.lcr & LCR.twoStops == 0 ? 2 : dataBits == 5 ? 3 : 4
    let halfBits = 2 * (1 + dataBits + (hasParity ? 1 : 0)) + halfStops
    return bitPeriods * halfBits / 2
  }

  /// Sixteen periods of the divided clock. A divisor of zero counts as the largest.
  private var bitPeriods: UInt64 { (state.divisor == 0 ? 0x1_0000 : UInt64(state.divisor)) * 16 }

  private var wordMask: UInt8 { 0xFF >> (3 - state.lcr & 3) }

  private func after(_ periods: UInt64) -> Ticks {
    scheduler.now &+ clock.ticks(afterPeriods: periods)
  }

  /// A write to THR. A full FIFO loses the byte; a full single register is overwritten.
  private func send(_ value: UInt8) {
    state.hasEmptyInterrupt = false
    if state.transmitting.count < capacity {
      state.transmitting.append(value & wordMask)
    } else if !hasFIFOs {
      state.transmitting[0] = value & wordMask
    }
    // An idle shift register is loaded within the next bit.
    if state.shifting == nil, scheduler.deadline(of: transmitSlot) == nil {
      scheduler.schedule(transmitSlot, at: after(isPaced ? bitPeriods / 16 : 1))
    }
  }

  /// The shift register has finished, or is to be loaded.
  private func stepTransmitter() {
    if let value = state.shifting {
      state.shifting = nil
      if isLooped {
        arrive(UInt16(value))
      } else {
        transmit(value)
      }
    }
    if !state.transmitting.isEmpty {
      state.shifting = state.transmitting.removeFirst()
      if state.transmitting.isEmpty { state.hasEmptyInterrupt = true }
      scheduler.schedule(transmitSlot, at: after(characterPeriods))
    }
    updateInterrupt()
  }

  /// Starts the next character on the line if there is one and the receiver has room.
  private func feed() {
    guard waitingByteCount > 0, scheduler.deadline(of: receiveSlot) == nil,
      state.received.count < capacity, !isLooped, !honoursRTS || isRequestToSend
    else { return }
    scheduler.schedule(receiveSlot, at: after(characterPeriods))
  }

  private func takeIncoming() {
    guard waitingByteCount > 0, state.received.count < capacity, !isLooped else { return }
    let character = state.incoming[state.incomingHead]
    state.incomingHead += 1
    if state.incomingHead == state.incoming.count {
      state.incoming = []
      state.incomingHead = 0
    } else if state.incomingHead >= 4096 {
      state.incoming.removeFirst(state.incomingHead)
      state.incomingHead = 0
    }
    arrive(character & (0xFF00 | UInt16(wordMask)))
    feed()
    updateInterrupt()
  }

  /// A character is complete in the receiver's shift register.
  private func arrive(_ character: UInt16) {
    if state.received.count < capacity {
      state.received.append(character)
      if state.received.count == 1 { state.topErrorsRead = false }
    } else {
      // A full FIFO keeps what it has; the single register is overwritten.
      state.hasOverrun = true
      if !hasFIFOs {
        state.received[0] = character
        state.topErrorsRead = false
      }
    }
    startTimeout()
  }

  private func takeCharacter() {
    guard !state.received.isEmpty else { return }
    state.received.removeFirst()
    state.topErrorsRead = false
    startTimeout()
    feed()
  }

  /// "FIFO interrupt mode operation": four character times without a character coming or going.
  private func startTimeout() {
    stopTimeout()
    guard hasFIFOs, !state.received.isEmpty else { return }
    scheduler.schedule(timeoutSlot, at: after(4 * characterPeriods))
  }

  private func stopTimeout() {
    state.isTimedOut = false
    scheduler.cancel(timeoutSlot)
  }
}
