public import BusKit

/// The real-time clock and its battery-backed RAM.
///
/// Motorola MC146818 data sheet (ADI-856), with the 128-byte RAM and the century byte (32h) of the
/// AT's successors. Offset 0 is the index port (70h), offset 1 the data port (71h). Time passes on the
/// machine's timeline; alarms are set on it only while an interrupt is enabled, otherwise the
/// registers are brought up to date when somebody looks. Daylight saving (DSE) is stored, not obeyed.
public final class MC146818: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    /// The whole RAM; bytes 0 to 0Dh are the clock's registers.
    public var ram = FixedArray<128, UInt8>(repeating: 0)
    public var index: UInt8 = 0
    /// Bit 7 of the last write to the index port.
    public var isNMIMasked = false
    /// Crystal periods at which the divider chain was zero.
    public var origin: UInt64 = 0
    /// Crystal periods up to which updates and periodic flags have been worked out.
    public var clock: UInt64 = 0
  }

  public internal(set) var state = State()

  private enum Register {
    static let seconds = 0x00, secondsAlarm = 0x01
    static let minutes = 0x02, minutesAlarm = 0x03
    static let hours = 0x04, hoursAlarm = 0x05
    static let weekday = 0x06, day = 0x07, month = 0x08, year = 0x09
    static let a = 0x0A, b = 0x0B, c = 0x0C, d = 0x0D
    static let checksumHigh = 0x2E, checksumLow = 0x2F, century = 0x32
  }

  private enum B {
    static let set: UInt8 = 0x80
    static let periodic: UInt8 = 0x40, alarm: UInt8 = 0x20, update: UInt8 = 0x10
    static let interrupts: UInt8 = 0x70
    static let squareWave: UInt8 = 0x08
    static let binary: UInt8 = 0x04
    static let is24Hour: UInt8 = 0x02
  }

  private enum Flag {
    static let interrupt: UInt8 = 0x80
  }

  /// UIP rises 244 us (8 crystal periods) before an update, which takes 1984 us (65 periods).
  private static let updateWindow: UInt64 = 8 + 65
  private static let validRAM: UInt8 = 0x80

  private let scheduler: Scheduler
  private let crystal: ClockConverter
  private let interrupt: InterruptLine
  private var slot: EventSlot!  // made in init, where the handler needs self

  /// - Parameters:
  ///   - scheduler: the timeline.
  ///   - interrupt: IRQ 8.
  ///   - baseTime: what the clock shows at tick 0: seconds since 1970-01-01 00:00 in the zone that
  ///     the clock is to show.
  public init(scheduler: Scheduler, interrupt: InterruptLine, baseTime: Int64) {
    self.scheduler = scheduler
    self.interrupt = interrupt
    crystal = scheduler.converter(to: .watchCrystal)
    slot = scheduler.makeSlot("RTC") { [unowned self] deadline in
      self.synchronize(to: max(self.state.clock, self.crystal.periods(at: deadline)))
      self.updateInterrupt()
    }
    state.ram[Register.a] = 0x26
    state.ram[Register.b] = B.is24Hour
    state.ram[Register.d] = Self.validRAM
    setTime(baseTime)
  }

  /// The RESET pin: interrupts and the square wave go off; time and RAM are on the battery.
  public func reset() {
    synchronize()
    state.ram[Register.b] &= ~(B.interrupts | B.squareWave)
    state.ram[Register.c] = 0
    state.index = 0
    state.isNMIMasked = false
    updateInterrupt()
  }

  // MARK: Configuration

  /// Presets a byte of the RAM, as a set-up program would have left it.
  public func setConfiguration(_ index: UInt8, _ value: UInt8) {
    state.ram[Int(index & 0x7F)] = value
  }

  /// Writes the AT's checksum of bytes 10h to 2Dh into 2Eh (high) and 2Fh (low).
  public func updateChecksum() {
    let sum = (0x10...0x2D).reduce(UInt16(0)) { $0 &+ UInt16(state.ram[$1]) }
    state.ram[Register.checksumHigh] = UInt8(sum >> 8)
    state.ram[Register.checksumLow] = UInt8(sum & 0xFF)
  }

  /// Shows `time`, in seconds since 1970-01-01 00:00, from now on.
  public func setTime(_ time: Int64) {
    let (days, secondOfDay) = time.quotientAndRemainder(dividingBy: 86_400)
    let dayNumber = secondOfDay < 0 ? days - 1 : days
    let seconds = Int(secondOfDay < 0 ? secondOfDay + 86_400 : secondOfDay)
    let date = Self.date(ofDay: dayNumber)
    setField(Register.seconds, seconds % 60)
    setField(Register.minutes, seconds / 60 % 60)
    setHour(seconds / 3600)
    // 1 January 1970 was a Thursday; Sunday is 1.
    setField(Register.weekday, Int(((dayNumber + 4) % 7 + 7) % 7) + 1)
    setField(Register.day, date.day)
    setField(Register.month, date.month)
    setField(Register.year, date.year % 100)
    setField(Register.century, date.year / 100 % 100)
  }

  /// Gregorian date of a day counted from 1970-01-01; years 0 to 9999.
  private static func date(ofDay day: Int64) -> (year: Int, month: Int, day: Int) {
    // Days from 0000-03-01, so that the leap day ends a year; whole eras of 400 years repeat.
    let shifted = min(max(day + 719_468, 306), 3_652_365)
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(dayOfMonth))
  }

  // MARK: Registers

  /// Bit 7 of the last index written: NMI is kept from the processor.
  public var isNMIMasked: Bool { state.isNMIMasked }

  /// Reading register C clears its flags and lowers the interrupt. The index port cannot be read.
  public func readPort(_ offset: UInt16) -> UInt8 {
    guard offset & 1 != 0 else { return 0xFF }
    synchronize()
    guard Int(state.index) == Register.c else {
      return register(at: crystal.periods(at: scheduler.now))
    }
    updateInterrupt()
    let flags = state.ram[Register.c]
    state.ram[Register.c] = 0
    updateInterrupt()
    return flags
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    guard offset & 1 != 0 else { return 0xFF }
    let saved = state
    defer { state = saved }
    synchronize()
    return register(at: crystal.periods(at: scheduler.now))
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    guard offset & 1 != 0 else {
      state.index = value & 0x7F
      state.isNMIMasked = value & 0x80 != 0
      return
    }
    synchronize()
    switch Int(state.index) {
    case Register.a: writeA(value)
    case Register.b:
      // SET going high takes the update interrupt enable away.
      let rises = value & B.set != 0 && state.ram[Register.b] & B.set == 0
      state.ram[Register.b] = rises ? value & ~B.update : value
    case Register.c, Register.d: return
    default: state.ram[Int(state.index)] = value
    }
    updateInterrupt()
  }

  private func register(at now: UInt64) -> UInt8 {
    let value = state.ram[Int(state.index)]
    return Int(state.index) == Register.a && updateInProgress(at: now) ? value | 0x80 : value
  }

  private func updateInProgress(at now: UInt64) -> Bool {
    guard state.ram[Register.b] & B.set == 0, let length = secondLength else { return false }
    return length - (now &- state.origin) % length <= Self.updateWindow
  }

  /// Data sheet, "Register A", divider bits: leaving the reset state starts the chain so that the
  /// first update comes half a second later.
  private func writeA(_ value: UInt8) {
    let wasRunning = secondLength != nil
    state.ram[Register.a] = value & 0x7F
    guard !wasRunning, let length = secondLength else { return }
    state.origin = state.clock &- length / 2
  }

  // MARK: Timed behaviour

  /// Crystal periods between updates; nil while the divider chain is held in reset.
  ///
  /// The other two time bases expect a faster crystal than the board's and run slow.
  private var secondLength: UInt64? {
    switch state.ram[Register.a] >> 4 & 7 {
    case 0: 32_768 * 128
    case 1: 32_768 * 32
    case 2: 32_768
    default: nil
    }
  }

  /// Crystal periods between periodic flags ("Periodic interrupt rate and square wave output").
  private var periodicLength: UInt64? {
    let rate = UInt64(state.ram[Register.a] & 15)
    guard rate > 0, let second = secondLength else { return nil }
    let scale = second / 32_768
    // With the 32.768 kHz time base rates 1 and 2 repeat rates 8 and 9.
    return scale << (scale == 1 && rate < 3 ? rate + 6 : rate - 1)
  }

  private func synchronize() {
    synchronize(to: crystal.periods(at: scheduler.now))
  }

  /// Brings clock and flags up to `now`.
  private func synchronize(to now: UInt64) {
    guard now > state.clock else { return }
    let before = state.clock &- state.origin
    let after = now &- state.origin
    state.clock = now
    guard let second = secondLength else { return }
    if let length = periodicLength, after / length > before / length {
      state.ram[Register.c] |= B.periodic
    }
    if state.ram[Register.b] & B.set == 0 {
      let updates = after / second &- before / second
      if updates > 0 { update(by: updates) }
    }
  }

  /// Schedules the next moment at which an enabled interrupt's flag can rise.
  private func updateInterrupt() {
    let enabled = state.ram[Register.b] & B.interrupts
    let flags = state.ram[Register.c] & B.interrupts
    let isPending = enabled & flags != 0
    state.ram[Register.c] = flags | (isPending ? Flag.interrupt : 0)
    interrupt.set(isPending)

    let missing = enabled & ~flags
    var next: UInt64?
    if missing & B.periodic != 0, let length = periodicLength { next = boundary(length) }
    if missing & (B.alarm | B.update) != 0, state.ram[Register.b] & B.set == 0,
      let length = secondLength
    {
      next = min(next ?? .max, boundary(length))
    }
    if let next {
      scheduler.schedule(slot, at: crystal.ticks(afterPeriods: next))
    } else {
      scheduler.cancel(slot)
    }
  }

  /// The first crystal period after now at which a divider of `length` rolls over.
  private func boundary(_ length: UInt64) -> UInt64 {
    state.clock &+ (length - (state.clock &- state.origin) % length)
  }

  /// Makes `count` update cycles. All but the last day's are whole days: no alarm can hide in them that
  /// does not also occur in the last day.
  private func update(by count: UInt64) {
    var remaining = count
    while remaining > 86_400 {
      incrementDay()
      remaining -= 86_400
    }
    for _ in 0..<remaining {
      incrementSecond()
      if alarmMatches { state.ram[Register.c] |= B.alarm }
    }
    state.ram[Register.c] |= B.update
  }

  /// Alarm bytes C0h to FFh match anything.
  private var alarmMatches: Bool {
    [
      (Register.seconds, Register.secondsAlarm), (Register.minutes, Register.minutesAlarm),
      (Register.hours, Register.hoursAlarm),
    ].allSatisfy { time, alarm in
      state.ram[alarm] >= 0xC0 || state.ram[alarm] == state.ram[time]
    }
  }

  // MARK: The calendar

  private func field(_ register: Int) -> Int {
    let value = Int(state.ram[register])
    return state.ram[Register.b] & B.binary != 0 ? value : (value >> 4) * 10 + (value & 15)
  }

  private func setField(_ register: Int, _ value: Int) {
    let isBinary = state.ram[Register.b] & B.binary != 0
    state.ram[register] = UInt8(
      truncatingIfNeeded: isBinary ? value : (value / 10 % 10) << 4 | value % 10)
  }

  /// Hours in 12-hour mode are 1 to 12 with bit 7 for PM.
  private func setHour(_ hour: Int) {
    guard state.ram[Register.b] & B.is24Hour == 0 else { return setField(Register.hours, hour) }
    setField(Register.hours, hour % 12 == 0 ? 12 : hour % 12)
    if hour >= 12 { state.ram[Register.hours] |= 0x80 }
  }

  /// Steps a field; true when it rolled over.
  private func increment(_ register: Int, through last: Int, to first: Int) -> Bool {
    let value = field(register)
    setField(register, value >= last ? first : value + 1)
    return value >= last
  }

  private func incrementSecond() {
    if increment(Register.seconds, through: 59, to: 0),
      increment(Register.minutes, through: 59, to: 0)
    {
      incrementHour()
    }
  }

  private func incrementHour() {
    if state.ram[Register.b] & B.is24Hour != 0 {
      if increment(Register.hours, through: 23, to: 0) { incrementDay() }
      return
    }
    let isAfternoon = state.ram[Register.hours] & 0x80 != 0
    state.ram[Register.hours] &= 0x7F
    let hour = field(Register.hours) % 12 + (isAfternoon ? 12 : 0)
    setHour((hour + 1) % 24)
    if hour == 23 { incrementDay() }
  }

  private func incrementDay() {
    _ = increment(Register.weekday, through: 7, to: 1)
    guard increment(Register.day, through: daysInMonth, to: 1),
      increment(Register.month, through: 12, to: 1),
      increment(Register.year, through: 99, to: 0)
    else { return }
    _ = increment(Register.century, through: 99, to: 0)
  }

  /// The chip's calendar: every fourth year is a leap year.
  private var daysInMonth: Int {
    switch field(Register.month) {
    case 2: field(Register.year) % 4 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
