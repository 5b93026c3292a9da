public import BusKit

/// The keyboard and mouse controller, a programmed 8042.
///
/// IBM PS/2 Hardware Interface Technical Reference, "Keyboard and auxiliary device controller".
/// Offset 0 is the data port (60h), offset 4 command and status (64h). Commands are obeyed at once;
/// the controller's own answers appear after twenty microseconds and a device's byte after the time
/// of a frame on its cable. Not modelled: the password (A5h, A6h) and the diagnostic dump (ACh).
public final class Intel8042: PortDevice {
  public enum Source: UInt8, Codable, Sendable {
    case controller, keyboard, mouse
  }

  public struct State: Codable, Equatable, Sendable {
    public var output: UInt8 = 0
    public var outputSource = Source.controller
    public var isOutputFull = false
    /// The answer that is about to appear in the output buffer.
    public var reply: UInt8 = 0
    public var replySource = Source.controller
    public var hasReply = false
    /// The internal RAM; byte 0 is the command byte.
    public var ram = FixedArray<32, UInt8>(repeating: 0)
    /// Bits 0 (reset, active low) and 1 (A20) of the output port.
    public var outputPort: UInt8 = 0x03
    /// The command whose data byte is awaited.
    public var command: UInt8?
    /// The last write went to the command port.
    public var lastWasCommand = false
    /// Left shift that brings a half of the input port into status bits 7 to 4 while it is polled.
    public var pollShift: UInt8?
    var translator = ScanCodeTranslator()
  }

  public internal(set) var state = State()

  private enum Command {
    static let keyboardInterrupt: UInt8 = 0x01
    static let mouseInterrupt: UInt8 = 0x02
    static let systemFlag: UInt8 = 0x04
    static let keyboardDisabled: UInt8 = 0x10
    static let mouseDisabled: UInt8 = 0x20
    static let translates: UInt8 = 0x40
  }

  private enum Status {
    static let outputFull: UInt8 = 0x01
    static let systemFlag: UInt8 = 0x04
    static let command: UInt8 = 0x08
    static let notInhibited: UInt8 = 0x10
    static let mouseData: UInt8 = 0x20
  }

  /// Manufacturing jumper absent, colour display, keyboard not locked.
  private static let inputPort: UInt8 = 0xB0
  private static let replyMicroseconds: UInt64 = 20
  /// Eleven bits at about 16 kHz.
  private static let frameMicroseconds: UInt64 = 660

  private let scheduler: Scheduler
  private let keyboardInterrupt: InterruptLine
  private let mouseInterrupt: InterruptLine
  private let keyboard: any PS2Device
  private let mouse: (any PS2Device)?
  private let onA20: (Bool) -> Void
  private let onReset: () -> Void
  private let clock: ClockConverter
  private var replySlot: EventSlot!  // made in init, where the handler needs self
  private var transferSlot: EventSlot!  // likewise

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - keyboardInterrupt: IRQ 1.
  ///   - mouseInterrupt: IRQ 12.
  ///   - keyboard: the device on the first connector.
  ///   - mouse: the device on the second connector, if any.
  ///   - onA20: called with the level of output port bit 1 whenever it is written.
  ///   - onReset: called when output port bit 0 goes low: the processor's reset.
  public init(
    scheduler: Scheduler, keyboardInterrupt: InterruptLine, mouseInterrupt: InterruptLine,
    keyboard: any PS2Device, mouse: (any PS2Device)?,
    onA20: @escaping (Bool) -> Void, onReset: @escaping () -> Void
  ) {
    self.scheduler = scheduler
    self.keyboardInterrupt = keyboardInterrupt
    self.mouseInterrupt = mouseInterrupt
    self.keyboard = keyboard
    self.mouse = mouse
    self.onA20 = onA20
    self.onReset = onReset
    clock = scheduler.converter(to: Frequency(1_000_000))
    replySlot = scheduler.makeSlot("8042 reply") { [unowned self] _ in self.deliverReply() }
    transferSlot = scheduler.makeSlot("8042 transfer") { [unowned self] _ in self.transfer() }
    keyboard.connect { [unowned self] in self.startTransfer() }
    mouse?.connect { [unowned self] in self.startTransfer() }
    state.ram[0] = Self.initialCommandByte
  }

  /// Both interfaces off, translation on.
  private static let initialCommandByte =
    Command.keyboardDisabled | Command.mouseDisabled | Command.translates

  public func reset() {
    state = State()
    state.ram[0] = Self.initialCommandByte
    scheduler.cancel(replySlot)
    scheduler.cancel(transferSlot)
    updateInterrupts()
    onA20(true)
  }

  // MARK: Registers

  /// Reading the data port empties the output buffer.
  public func readPort(_ offset: UInt16) -> UInt8 {
    guard offset & 4 == 0 else { return status }
    let value = state.output
    if state.isOutputFull {
      state.isOutputFull = false
      updateInterrupts()
      startTransfer()
    }
    return value
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    offset & 4 == 0 ? state.output : status
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    state.pollShift = nil
    if offset & 4 != 0 {
      state.lastWasCommand = true
      state.command = nil
      execute(value)
    } else {
      state.lastWasCommand = false
      let command = state.command
      state.command = nil
      if let command {
        parameter(value, of: command)
      } else {
        // A byte for the keyboard also opens its interface.
        setCommandByte(commandByte & ~Command.keyboardDisabled)
        keyboard.receive(value)
      }
    }
  }

  private var commandByte: UInt8 { state.ram[0] }

  private var status: UInt8 {
    var status = Status.notInhibited
    if state.isOutputFull {
      status |= Status.outputFull
      if state.outputSource == .mouse { status |= Status.mouseData }
    }
    if commandByte & Command.systemFlag != 0 { status |= Status.systemFlag }
    if state.lastWasCommand { status |= Status.command }
    if let shift = state.pollShift { status = status & 0x0F | Self.inputPort << shift & 0xF0 }
    return status
  }

  private func execute(_ command: UInt8) {
    switch command {
    case 0x20...0x3F: reply(state.ram[Int(command & 0x1F)])
    case 0x60...0x7F, 0xD1...0xD4: state.command = command
    case 0xA4: reply(0xF1)  // no password is installed
    case 0xA7: setCommandByte(commandByte | Command.mouseDisabled)
    case 0xA8: setCommandByte(commandByte & ~Command.mouseDisabled)
    case 0xA9, 0xAB: reply(0x00)
    case 0xAA:
      setCommandByte(commandByte | Command.systemFlag)
      reply(0x55)
    case 0xAD: setCommandByte(commandByte | Command.keyboardDisabled)
    case 0xAE: setCommandByte(commandByte & ~Command.keyboardDisabled)
    case 0xC0: reply(Self.inputPort)
    case 0xC1: state.pollShift = 4
    case 0xC2: state.pollShift = 0
    case 0xD0: reply(outputPort)
    case 0xDD: writeOutputPort(state.outputPort & ~2)
    case 0xDF: writeOutputPort(state.outputPort | 2)
    case 0xE0:
      reply(
        (commandByte & Command.keyboardDisabled == 0 ? 1 : 0)
          | (commandByte & Command.mouseDisabled == 0 ? 2 : 0))
    case 0xF0...0xFF: pulse(command & 0x0F)
    default: break
    }
  }

  private func parameter(_ value: UInt8, of command: UInt8) {
    switch command {
    case 0x60: setCommandByte(value)
    case 0x61...0x7F: state.ram[Int(command & 0x1F)] = value
    case 0xD1: writeOutputPort(value)
    case 0xD2: reply(value, from: .keyboard)
    case 0xD3: reply(value, from: .mouse)
    default:  // D4
      setCommandByte(commandByte & ~Command.mouseDisabled)
      mouse?.receive(value)
    }
  }

  private func setCommandByte(_ value: UInt8) {
    state.ram[0] = value
    updateInterrupts()
    startTransfer()
  }

  /// Output port: 0 reset, 1 A20, 4 IRQ 1, 5 IRQ 12; the clock and data lines idle high.
  private var outputPort: UInt8 {
    state.outputPort & 3 | (keyboardInterrupt.level ? 0x10 : 0)
      | (mouseInterrupt.level ? 0x20 : 0) | 0xC0
  }

  private func writeOutputPort(_ value: UInt8) {
    state.outputPort = value & 3
    onA20(value & 2 != 0)
    if value & 1 == 0 { onReset() }
  }

  /// Pulses the lines whose bit is 0 low for six microseconds: bit 0 resets the processor. A pulse on
  /// A20 ends before the processor can notice.
  private func pulse(_ mask: UInt8) {
    if mask & 1 == 0 { onReset() }
  }

  // MARK: Timed behaviour

  /// An answer of the controller itself. It does not wait for the output buffer to be empty.
  private func reply(_ value: UInt8, from source: Source = .controller) {
    state.reply = value
    state.replySource = source
    state.hasReply = true
    if state.isOutputFull {
      deliverReply()
    } else {
      scheduler.schedule(
        replySlot, at: scheduler.now &+ clock.ticks(afterPeriods: Self.replyMicroseconds))
    }
  }

  private func deliverReply() {
    state.hasReply = false
    scheduler.cancel(replySlot)
    // The interrupt is an edge for every byte.
    state.isOutputFull = false
    updateInterrupts()
    fill(state.reply, from: state.replySource)
  }

  private func startTransfer() {
    guard !state.isOutputFull, !state.hasReply, scheduler.deadline(of: transferSlot) == nil,
      nextSender != nil
    else { return }
    scheduler.schedule(
      transferSlot, at: scheduler.now &+ clock.ticks(afterPeriods: Self.frameMicroseconds))
  }

  /// The device that may send: its clock is not held low.
  private var nextSender: Source? {
    if commandByte & Command.keyboardDisabled == 0 && keyboard.hasData { return .keyboard }
    if commandByte & Command.mouseDisabled == 0, let mouse, mouse.hasData { return .mouse }
    return nil
  }

  private func transfer() {
    guard !state.isOutputFull, !state.hasReply, let sender = nextSender else { return }
    if sender == .mouse, let mouse {
      fill(mouse.transmit(), from: .mouse)
    } else if commandByte & Command.translates == 0 {
      fill(keyboard.transmit(), from: .keyboard)
    } else if let value = state.translator.translate(keyboard.transmit()) {
      fill(value, from: .keyboard)
    } else {
      startTransfer()
    }
  }

  private func fill(_ value: UInt8, from source: Source) {
    state.output = value
    state.outputSource = source
    state.isOutputFull = true
    updateInterrupts()
  }

  private func updateInterrupts() {
    let isMouse = state.outputSource == .mouse
    keyboardInterrupt.set(
      state.isOutputFull && !isMouse && commandByte & Command.keyboardInterrupt != 0)
    mouseInterrupt.set(
      state.isOutputFull && isMouse && commandByte & Command.mouseInterrupt != 0)
  }
}
