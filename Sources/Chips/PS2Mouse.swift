public import BusKit

/// A three-button PS/2 mouse that becomes a wheel mouse when it hears the IntelliMouse knock.
///
/// IBM PS/2 Hardware Interface Technical Reference, "Mouse". The basic assurance test takes two
/// milliseconds instead of a third of a second.
public final class PS2Mouse: PS2Device {
  public struct Buttons: OptionSet, Codable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let left = Buttons(rawValue: 1)
    public static let right = Buttons(rawValue: 2)
    public static let middle = Buttons(rawValue: 4)
  }

  public struct State: Codable, Equatable, Sendable {
    public var output: [UInt8] = []
    public var lastSent: [UInt8] = []
    /// The command whose parameter is awaited.
    public var command: UInt8?
    public var isReporting = false
    public var isRemote = false
    public var isWrapping = false
    public var isTesting = false
    public var doublesMovement = false
    /// Counts for each millimetre are 1 << resolution.
    public var resolution: UInt8 = 2
    public var sampleRate: UInt8 = 100
    /// The last three sample rates set, for the knock.
    public var rates = FixedArray<3, UInt8>(repeating: 0)
    public var hasWheel = false
    /// Movement since the last packet, in quarters of a millimetre; y grows away from the user.
    public var x: Int32 = 0
    public var y: Int32 = 0
    public var z: Int32 = 0
    public var buttons: Buttons = []
    public var reportedButtons: Buttons = []
  }

  public internal(set) var state = State()

  private static let acknowledge: UInt8 = 0xFA
  private static let resend: UInt8 = 0xFE
  private static let testMicroseconds: UInt64 = 2000
  /// More than the counters can hold; keeps a silent guest from overflowing the sums.
  private static let farthest: Int32 = 1 << 16

  private let scheduler: Scheduler
  private let clock: ClockConverter
  private var dataAvailable: () -> Void = {}
  private var sampleSlot: EventSlot!  // made in init, where the handler needs self
  private var testSlot: EventSlot!  // likewise

  public init(scheduler: Scheduler) {
    self.scheduler = scheduler
    clock = scheduler.converter(to: Frequency(1_000_000))
    sampleSlot = scheduler.makeSlot("mouse sample") { [unowned self] _ in self.sample() }
    testSlot = scheduler.makeSlot("mouse test") { [unowned self] _ in self.finishTest() }
  }

  /// Power-on. Buttons that are held stay held.
  public func reset() {
    let buttons = state.buttons
    state = State()
    state.buttons = buttons
    scheduler.cancel(sampleSlot)
    startTest()
  }

  // MARK: The user's side

  /// Moves the mouse by quarters of a millimetre: right and towards the user (down on the screen) are
  /// positive, as is a wheel step away from the user.
  public func move(dx: Int, dy: Int, wheel: Int = 0) {
    state.x = Self.sum(state.x, dx)
    state.y = Self.sum(state.y, 0 - max(dy, -Int(Self.farthest)))
    state.z = Self.sum(state.z, 0 - max(wheel, -Int(Self.farthest)))
    scheduleSample()
  }

  public func setButtons(_ buttons: Buttons) {
    state.buttons = buttons
    scheduleSample()
  }

  private static func sum(_ value: Int32, _ delta: Int) -> Int32 {
    let limited = Int32(min(max(delta, -Int(farthest)), Int(farthest)))
    return min(max(value + limited, -farthest), farthest)
  }

  // MARK: The cable

  public var hasData: Bool { !state.output.isEmpty }

  public func transmit() -> UInt8 {
    guard !state.output.isEmpty else { return 0xFF }
    return state.output.removeFirst()
  }

  public func connect(_ dataAvailable: @escaping () -> Void) {
    self.dataAvailable = dataAvailable
  }

  public func receive(_ value: UInt8) {
    if state.isTesting && value != 0xFF { return }
    let command = state.command
    state.command = nil
    if state.isWrapping && value != 0xFF && value != 0xEC {
      send([value])
    } else if let command {
      parameter(value, of: command)
    } else {
      execute(value)
    }
    scheduleSample()
  }

  // MARK: Commands

  private func execute(_ command: UInt8) {
    // A command ends a packet that is on its way.
    if command != 0xFE { state.output = [] }
    switch command {
    case 0xE6, 0xE7:
      state.doublesMovement = command == 0xE7
      send([Self.acknowledge])
    case 0xE8, 0xF3:
      state.command = command
      send([Self.acknowledge])
    case 0xE9: send([Self.acknowledge] + status)
    case 0xEA:
      state.isRemote = false
      clearMovement()
      send([Self.acknowledge])
    case 0xEB: send([Self.acknowledge] + takePacket())
    case 0xEC:
      state.isWrapping = false
      send([Self.acknowledge])
    case 0xEE:
      state.isWrapping = true
      send([Self.acknowledge])
    case 0xF0:
      state.isRemote = true
      clearMovement()
      send([Self.acknowledge])
    case 0xF2: send([Self.acknowledge, state.hasWheel ? 3 : 0])
    case 0xF4, 0xF5:
      state.isReporting = command == 0xF4
      clearMovement()
      send([Self.acknowledge])
    case 0xF6:
      restoreDefaults()
      send([Self.acknowledge])
    case 0xFE: send(state.lastSent)
    case 0xFF:
      restoreDefaults()
      state.isRemote = false
      state.isWrapping = false
      state.hasWheel = false
      state.rates = FixedArray(repeating: 0)
      send([Self.acknowledge])
      startTest()
    default: send([Self.resend])
    }
  }

  private func parameter(_ value: UInt8, of command: UInt8) {
    switch command {
    case 0xE8 where value <= 3:
      state.resolution = value
      send([Self.acknowledge])
    case 0xF3 where [10, 20, 40, 60, 80, 100, 200].contains(value):
      state.sampleRate = value
      state.rates[0] = state.rates[1]
      state.rates[1] = state.rates[2]
      state.rates[2] = value
      // The knock of the IntelliMouse driver.
      if state.rates.elements == [200, 100, 80] { state.hasWheel = true }
      send([Self.acknowledge])
    default:
      state.command = command
      send([Self.resend])
    }
  }

  private var status: [UInt8] {
    var flags: UInt8 = 0
    if state.isRemote { flags |= 0x40 }
    if state.isReporting { flags |= 0x20 }
    if state.doublesMovement { flags |= 0x10 }
    if state.buttons.contains(.left) { flags |= 0x04 }
    if state.buttons.contains(.middle) { flags |= 0x02 }
    if state.buttons.contains(.right) { flags |= 0x01 }
    return [flags, state.resolution, state.sampleRate]
  }

  private func restoreDefaults() {
    state.isReporting = false
    state.doublesMovement = false
    state.resolution = 2
    state.sampleRate = 100
    clearMovement()
  }

  private func clearMovement() {
    (state.x, state.y, state.z) = (0, 0, 0)
    state.reportedButtons = state.buttons
    scheduler.cancel(sampleSlot)
  }

  private func send(_ bytes: [UInt8]) {
    state.lastSent = bytes
    state.output += bytes
    // The keyboard's room, and more than a mouse ever says at once.
    if state.output.count > 16 { state.output.removeFirst(state.output.count - 16) }
    if !state.output.isEmpty { dataAvailable() }
  }

  private func startTest() {
    state.isTesting = true
    scheduler.schedule(
      testSlot, at: scheduler.now &+ clock.ticks(afterPeriods: Self.testMicroseconds))
  }

  private func finishTest() {
    state.isTesting = false
    send([0xAA, 0x00])
  }

  // MARK: Packets

  private var hasNews: Bool {
    state.x != 0 || state.y != 0 || (state.hasWheel && state.z != 0)
      || state.buttons != state.reportedButtons
  }

  private func scheduleSample() {
    guard state.isReporting, !state.isRemote, !state.isWrapping, !state.isTesting, hasNews,
      scheduler.deadline(of: sampleSlot) == nil
    else { return }
    let period = 1_000_000 / UInt64(state.sampleRate)
    scheduler.schedule(sampleSlot, at: scheduler.now &+ clock.ticks(afterPeriods: period))
  }

  /// The end of a sample period: reports what has happened, unless the last report is still unsent.
  private func sample() {
    guard state.isReporting, !state.isRemote, !state.isWrapping, !state.isTesting else { return }
    if state.output.isEmpty, hasNews {
      send(takePacket(scales: state.doublesMovement))
    }
    scheduleSample()
  }

  /// The data packet; its counters start again. Movement beyond nine bits is lost and flagged.
  private func takePacket(scales: Bool = false) -> [UInt8] {
    let (dx, xOverflows, restX) = counter(state.x, scales: scales)
    let (dy, yOverflows, restY) = counter(state.y, scales: scales)
    (state.x, state.y) = (restX, restY)
    state.reportedButtons = state.buttons
    var flags = state.buttons.rawValue & 7 | 0x08
    if dx < 0 { flags |= 0x10 }
    if dy < 0 { flags |= 0x20 }
    if xOverflows { flags |= 0x40 }
    if yOverflows { flags |= 0x80 }
    var packet = [flags, UInt8(truncatingIfNeeded: dx), UInt8(truncatingIfNeeded: dy)]
    if state.hasWheel {
      let steps = min(max(state.z, -8), 7)
      state.z -= steps
      packet.append(UInt8(truncatingIfNeeded: steps))
    }
    return packet
  }

  /// Quarters of a millimetre to counts at the resolution set; what is less than a count stays.
  private func counter(
    _ sum: Int32, scales: Bool
  ) -> (count: Int32, overflows: Bool, rest: Int32) {
    let factor = Int32(1) << Int32(state.resolution & 3)
    var count = sum * factor / 4
    let rest = sum - count * 4 / factor
    if scales {
      let size = abs(count)
      let scaled: Int32 =
        switch size {
        case 0, 1, 3: size
        case 2: 1
        case 4: 6
        case 5: 9
        default: size * 2
        }
      count = count < 0 ? -scaled : scaled
    }
    return (min(max(count, -256), 255), count < -256 || count > 255, rest)
  }
}
