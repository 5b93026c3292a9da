public import BusKit

/// An enhanced PC keyboard: scan code sets 1, 2 and 3, typematic repeat, indicators.
///
/// IBM PS/2 Hardware Interface Technical Reference, "101- and 102-key keyboard". The basic assurance
/// test takes two milliseconds instead of half a second.
public final class PS2Keyboard: PS2Device {
  /// The three indicators.
  public struct Indicators: OptionSet, Codable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let scrollLock = Indicators(rawValue: 1)
    public static let numLock = Indicators(rawValue: 2)
    public static let capsLock = Indicators(rawValue: 4)
  }

  public struct State: Codable, Equatable, Sendable {
    /// Scan codes that wait to be sent: sixteen bytes and the overrun code.
    public var buffer: [UInt8] = []
    /// Answers to commands; they go first.
    public var responses: [UInt8] = []
    public var lastSent: UInt8 = 0
    /// The command whose parameter is awaited.
    public var command: UInt8?
    public var scanCodeSet: UInt8 = 2
    public var isScanning = true
    /// The parameter of the last "set typematic rate/delay".
    public var typematic: UInt8 = 0x2B
    public var indicators: Indicators = []
    /// Keys that are down, in the order in which they were pressed.
    public var pressed: [Key] = []
    public var repeating: Key?
    /// Set 3: per scan code, whether it makes only, makes and breaks, or repeats.
    public var keyTypes = PS2Keyboard.defaultKeyTypes
    public var isTesting = false
  }

  public internal(set) var state = State()

  private static let bufferSize = 16
  private static let acknowledge: UInt8 = 0xFA
  private static let resend: UInt8 = 0xFE
  /// Typematic times are multiples of this clock's period (4.17 ms).
  private static let typematicClock = Frequency(240)
  private static let testMicroseconds: UInt64 = 2000

  private enum KeyType {
    static let typematic: UInt8 = 1
    static let breaks: UInt8 = 2
  }

  /// Set 3 as the keyboard wakes: modifiers make and break, editing keys repeat, the rest only make.
  static var defaultKeyTypes: [UInt8] {
    var types = [UInt8](repeating: KeyType.typematic, count: 256)
    let modifiers: [Key] = [.leftShift, .rightShift, .leftControl, .capsLock, .leftAlt]
    for key in modifiers { types[Int(key.set3)] = KeyType.breaks }
    let single: [Key] = [
      .escape, .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12, .printScreen,
      .scrollLock, .pause, .rightAlt, .rightControl, .insert, .home, .pageUp, .end, .pageDown,
      .numLock, .keypadDivide, .keypadMultiply, .keypadMinus, .keypadEnter, .keypad0, .keypad1,
      .keypad2, .keypad3, .keypad4, .keypad5, .keypad6, .keypad7, .keypad8, .keypad9,
      .keypadPeriod, .leftWindows, .rightWindows, .menu,
    ]
    for key in single { types[Int(key.set3)] = 0 }
    return types
  }

  /// Called when the guest changes the indicators.
  public var onIndicators: ((Indicators) -> Void)?

  private let scheduler: Scheduler
  private let clock: ClockConverter
  private let microseconds: ClockConverter
  private var dataAvailable: () -> Void = {}
  private var repeatSlot: EventSlot!  // made in init, where the handler needs self
  private var testSlot: EventSlot!  // likewise

  public init(scheduler: Scheduler) {
    self.scheduler = scheduler
    clock = scheduler.converter(to: Self.typematicClock)
    microseconds = scheduler.converter(to: Frequency(1_000_000))
    repeatSlot = scheduler.makeSlot("keyboard typematic") { [unowned self] in self.repeatKey($0) }
    testSlot = scheduler.makeSlot("keyboard test") { [unowned self] _ in self.finishTest() }
  }

  /// Power-on. Keys that are held stay held.
  public func reset() {
    let pressed = state.pressed
    state = State()
    state.pressed = pressed
    scheduler.cancel(repeatSlot)
    startTest()
  }

  // MARK: The user's side

  /// A key goes down. Pressing a key that is down does nothing: the keyboard makes its own repeats.
  public func press(_ key: Key) {
    guard !state.pressed.contains(key) else { return }
    state.pressed.append(key)
    guard state.isScanning, !state.isTesting else { return }
    sendMake(key)
    guard repeats(key) else { return }
    state.repeating = key
    let delay = UInt64(state.typematic >> 5 & 3) + 1
    scheduler.schedule(
      repeatSlot, at: scheduler.now &+ clock.ticks(afterPeriods: delay * 60))
  }

  public func release(_ key: Key) {
    guard let index = state.pressed.firstIndex(of: key) else { return }
    state.pressed.remove(at: index)
    if state.repeating == key { stopRepeating() }
    guard state.isScanning, !state.isTesting else { return }
    sendBreak(key)
  }

  /// Releases every key that is down, last pressed first; for a window that loses the focus.
  public func releaseAll() {
    for key in state.pressed.reversed() { release(key) }
  }

  /// Whether everything typed so far has been taken by the controller; a paste waits for it.
  public var isDrained: Bool { state.buffer.isEmpty && state.responses.isEmpty && !state.isTesting }

  // MARK: The cable

  public var hasData: Bool { !state.responses.isEmpty || !state.buffer.isEmpty }

  public func transmit() -> UInt8 {
    if !state.responses.isEmpty {
      state.lastSent = state.responses.removeFirst()
    } else if !state.buffer.isEmpty {
      state.lastSent = state.buffer.removeFirst()
    }
    return state.lastSent
  }

  public func connect(_ dataAvailable: @escaping () -> Void) {
    self.dataAvailable = dataAvailable
  }

  public func receive(_ value: UInt8) {
    // A keyboard in its assurance test does not listen, except to another reset.
    if state.isTesting && value != 0xFF { return }
    let command = state.command
    state.command = nil
    // A command in place of a parameter is taken as that command.
    if let command, value < 0xED || 0xFB...0xFD ~= command {
      parameter(value, of: command)
    } else {
      execute(value)
    }
    if hasData { dataAvailable() }
  }

  // MARK: Commands

  private func execute(_ command: UInt8) {
    switch command {
    case 0xED, 0xF0, 0xF3, 0xFB...0xFD:
      respond(Self.acknowledge)
      state.command = command
    case 0xEE: respond(0xEE)
    case 0xF2: respond(Self.acknowledge, 0xAB, 0x83)
    case 0xF4:
      clearBuffer()
      state.isScanning = true
      respond(Self.acknowledge)
    case 0xF5, 0xF6:
      restoreDefaults()
      state.isScanning = command == 0xF6
      respond(Self.acknowledge)
    case 0xF7...0xFA:
      setAllKeyTypes(Self.keyType(command))
      respond(Self.acknowledge)
    case 0xFE: state.responses.insert(state.lastSent, at: 0)
    case 0xFF:
      state.responses = []
      restoreDefaults()
      respond(Self.acknowledge)
      startTest()
    default: respond(Self.resend)
    }
  }

  private func parameter(_ value: UInt8, of command: UInt8) {
    switch command {
    case 0xED:
      state.indicators = Indicators(rawValue: value & 7)
      respond(Self.acknowledge)
      onIndicators?(state.indicators)
    case 0xF0 where value == 0: respond(Self.acknowledge, state.scanCodeSet)
    case 0xF0 where value <= 3:
      clearBuffer()
      state.scanCodeSet = value
      respond(Self.acknowledge)
    case 0xF3 where value & 0x80 == 0:
      state.typematic = value
      respond(Self.acknowledge)
    case 0xFB...0xFD:
      state.keyTypes[Int(value)] = Self.keyType(command &- 4)
      respond(Self.acknowledge)
    default:
      respond(Self.resend)
      state.command = command
    }
  }

  /// F7 to FA: all keys typematic, make/break, make, typematic/make/break.
  private static func keyType(_ command: UInt8) -> UInt8 {
    switch command {
    case 0xF7: KeyType.typematic
    case 0xF8: KeyType.breaks
    case 0xF9: 0
    default: KeyType.typematic | KeyType.breaks
    }
  }

  private func setAllKeyTypes(_ type: UInt8) {
    state.keyTypes = [UInt8](repeating: type, count: 256)
  }

  private func restoreDefaults() {
    clearBuffer()
    state.scanCodeSet = 2
    state.typematic = 0x2B
    state.keyTypes = Self.defaultKeyTypes
  }

  private func clearBuffer() {
    state.buffer = []
    stopRepeating()
  }

  private func respond(_ values: UInt8...) {
    // A guest that never reads cannot make this grow: the keyboard has no more room either.
    state.responses = Array((state.responses + values).suffix(Self.bufferSize))
  }

  private func startTest() {
    state.isTesting = true
    scheduler.schedule(
      testSlot, at: scheduler.now &+ microseconds.ticks(afterPeriods: Self.testMicroseconds))
  }

  private func finishTest() {
    state.isTesting = false
    state.isScanning = true
    state.indicators = []
    onIndicators?([])
    respond(0xAA)
    dataAvailable()
  }

  // MARK: Scan codes

  private func repeatKey(_ deadline: Ticks) {
    guard let key = state.repeating, state.isScanning, !state.isTesting else { return }
    // While transmission is held up, repeats are not stored.
    if state.buffer.isEmpty { sendMake(key, isRepeat: true) }
    // Period = (8 + A) * 2^B * 4.17 ms, A in bits 2-0, B in bits 4-3.
    let periods = UInt64(8 + state.typematic & 7) << UInt64(state.typematic >> 3 & 3)
    scheduler.schedule(repeatSlot, at: deadline &+ clock.ticks(afterPeriods: periods))
  }

  private func stopRepeating() {
    state.repeating = nil
    scheduler.cancel(repeatSlot)
  }

  private func repeats(_ key: Key) -> Bool {
    if state.scanCodeSet == 3 {
      return state.keyTypes[Int(key.set3)] & KeyType.typematic != 0
    }
    return key != .pause
  }

  private func isDown(_ keys: Key...) -> Bool { keys.contains { state.pressed.contains($0) } }

  private func sendMake(_ key: Key, isRepeat: Bool = false) {
    guard state.scanCodeSet != 3 else { return store([key.set3]) }
    switch key {
    case .pause:
      // Pause sends its make and break at once, and none on release; with Ctrl it is Break.
      store(
        isDown(.leftControl, .rightControl)
          ? [0xE0, 0x7E, 0xE0, 0xF0, 0x7E] : [0xE1, 0x14, 0x77, 0xE1, 0xF0, 0x14, 0xF0, 0x77])
    case .printScreen:
      if isDown(.leftAlt, .rightAlt) {
        store([0x84])
      } else if isDown(.leftControl, .rightControl, .leftShift, .rightShift) || isRepeat {
        store([0xE0, 0x7C])
      } else {
        store([0xE0, 0x12, 0xE0, 0x7C])
      }
    default:
      store((isRepeat ? [] : fakeShifts(key, isMake: true)) + codes(key))
    }
  }

  private func sendBreak(_ key: Key) {
    guard state.scanCodeSet != 3 else {
      if state.keyTypes[Int(key.set3)] & KeyType.breaks != 0 { store([0xF0, key.set3]) }
      return
    }
    switch key {
    case .pause: break
    case .printScreen:
      if isDown(.leftAlt, .rightAlt) {
        store([0xF0, 0x84])
      } else if isDown(.leftControl, .rightControl, .leftShift, .rightShift) {
        store([0xE0, 0xF0, 0x7C])
      } else {
        store([0xE0, 0xF0, 0x7C, 0xE0, 0xF0, 0x12])
      }
    default:
      store(breakCodes(key) + fakeShifts(key, isMake: false))
    }
  }

  private func codes(_ key: Key) -> [UInt8] {
    let code = UInt8(truncatingIfNeeded: key.rawValue)
    return key.rawValue > 0xFF ? [0xE0, code] : [code]
  }

  private func breakCodes(_ key: Key) -> [UInt8] {
    let code = UInt8(truncatingIfNeeded: key.rawValue)
    return key.rawValue > 0xFF ? [0xE0, 0xF0, code] : [0xF0, code]
  }

  /// The shift codes that make a grey key look like its unshifted twin on the old keypad.
  private func fakeShifts(_ key: Key, isMake: Bool) -> [UInt8] {
    guard key.isGrey || key == .keypadDivide else { return [] }
    let shifts: [UInt8] =
      (isDown(.leftShift) ? [0x12] : []) + (isDown(.rightShift) ? [0x59] : [])
    if key.isGrey && state.indicators.contains(.numLock) {
      guard shifts.isEmpty else { return [] }
      return isMake ? [0xE0, 0x12] : [0xE0, 0xF0, 0x12]
    }
    return shifts.flatMap { isMake ? [0xE0, 0xF0, $0] : [0xE0, $0] }
  }

  /// Puts a set 2 or set 3 sequence into the buffer, turning it into set 1 if that is selected.
  private func store(_ codes: [UInt8]) {
    var translator = ScanCodeTranslator()
    for code in codes {
      guard state.scanCodeSet == 1 else {
        storeByte(code)
        continue
      }
      if let translated = translator.translate(code) { storeByte(translated) }
    }
    dataAvailable()
  }

  private func storeByte(_ value: UInt8) {
    if state.buffer.count < Self.bufferSize {
      state.buffer.append(value)
    } else if state.buffer.count == Self.bufferSize {
      // The overrun code takes the place of the seventeenth byte.
      state.buffer.append(state.scanCodeSet == 1 ? 0xFF : 0x00)
    }
  }
}
