import BusKit

/// One counter of an ``Intel8254``: count register CR, counting element CE, output latch OL.
///
/// Data sheet section names are given at each rule. ``advance(to:)`` moves it by any number of clock
/// pulses at once; one pulse at a time gives the same result.
public struct Intel8254Counter: Codable, Hashable, Sendable {
  /// The clock pulses that the counter has seen, on the timeline of the timer clock.
  public var clock: UInt64 = 0
  /// Bits 5 to 0 of the control word.
  public var controlWord: UInt8 = 0
  /// OUT.
  public var out = false
  public var gate = true
  /// The count register as written.
  public var countRegister: UInt16 = 0
  /// The counting element in clocks until zero; 0 stands for zero itself.
  public var element: UInt32 = 0
  /// No count has reached the counting element since the last control word or count.
  public var nullCount = true
  /// A complete count has been written since the control word.
  public var hasCount = false
  /// The next clock pulse moves CR to CE.
  public var loadsNext = false
  /// CE holds a count and the mode lets it run (GATE aside).
  public var isCounting = false
  /// Modes 0, 1, 4, 5: the terminal count of this load has passed.
  public var hasExpired = false
  /// Mode 3: this half of the square wave is one clock longer than CE / 2.
  public var hasLongHalf = false
  /// The first byte of a two-byte count.
  public var firstByte: UInt8?
  public var readsHighByte = false
  public var latchedCount: UInt16?
  public var latchedStatus: UInt8?

  public init() {}

  /// 0 to 5; 6 and 7 are modes 2 and 3 ("Control word format": x10, x11).
  public var mode: UInt8 {
    let mode = controlWord >> 1 & 7
    return mode > 5 ? mode & 3 : mode
  }

  private var isDecimal: Bool { controlWord & 1 != 0 }
  private var modulus: UInt32 { isDecimal ? 10_000 : 0x1_0000 }

  private enum Access {
    static let low: UInt8 = 1
    static let high: UInt8 = 2
  }
  private var access: UInt8 { controlWord >> 4 & 3 }

  // MARK: Programming

  /// A control word. All inputs to the control logic are reset at once; OUT goes to its initial level.
  mutating func control(_ value: UInt8) {
    controlWord = value & 0x3F
    countRegister = 0
    nullCount = true
    hasCount = false
    loadsNext = false
    isCounting = false
    hasExpired = false
    hasLongHalf = false
    firstByte = nil
    readsHighByte = false
    latchedCount = nil
    latchedStatus = nil
    out = mode != 0
  }

  mutating func write(_ value: UInt8) {
    switch access {
    case Access.low: writeCount(UInt16(value))
    case Access.high: writeCount(UInt16(value) << 8)
    default:
      if let low = firstByte {
        firstByte = nil
        writeCount(UInt16(value) << 8 | UInt16(low))
      } else {
        firstByte = value
        // Mode 0: the first byte stops the count and sets OUT low without a clock pulse.
        if mode == 0 {
          isCounting = false
          loadsNext = false
          out = false
        }
      }
    }
  }

  private mutating func writeCount(_ count: UInt16) {
    countRegister = count
    nullCount = true
    switch mode {
    case 0:
      out = false
      loadsNext = true
    case 4:
      loadsNext = true
    case 2, 3:
      // Later counts wait for the end of the period or half period, or for a trigger.
      if !hasCount { loadsNext = true }
    default: break  // modes 1 and 5 wait for a trigger
    }
    hasCount = true
  }

  mutating func setGate(_ level: Bool) {
    guard level != gate else { return }
    gate = level
    switch mode {
    case 1, 5:
      if level && hasCount { loadsNext = true }
    case 2, 3:
      if level {
        if hasCount { loadsNext = true }
      } else {
        // "If GATE goes low during an output pulse, OUT is set high immediately."
        out = true
      }
    default: break
    }
  }

  // MARK: Reading

  /// "Counter latch command": later ones are ignored until the first has been read.
  mutating func latchCount() {
    if latchedCount == nil { latchedCount = count }
  }

  mutating func latchStatus() {
    if latchedStatus == nil { latchedStatus = status }
  }

  mutating func read() -> UInt8 {
    if let status = latchedStatus {
      latchedStatus = nil
      return status
    }
    let value = latchedCount ?? count
    var isHigh = access == Access.high
    var isLast = true
    if access != Access.low && access != Access.high {
      isHigh = readsHighByte
      isLast = readsHighByte
      readsHighByte.toggle()
    }
    if isLast { latchedCount = nil }
    return UInt8(truncatingIfNeeded: isHigh ? value >> 8 : value)
  }

  /// CE as the bus sees it.
  var count: UInt16 {
    let value = element % modulus
    guard isDecimal else { return UInt16(truncatingIfNeeded: value) }
    return UInt16(
      truncatingIfNeeded: (value / 1000 % 10) << 12 | (value / 100 % 10) << 8
        | (value / 10 % 10) << 4 | value % 10)
  }

  /// "Status byte": OUT, NULL COUNT, and the programmed mode.
  private var status: UInt8 {
    (out ? 0x80 : 0) | (nullCount ? 0x40 : 0) | controlWord
  }

  // MARK: Counting

  /// The count in CR, 1...modulus: zero is the largest count.
  private var initialCount: UInt32 {
    let register = UInt32(countRegister)
    guard isDecimal else { return register == 0 ? modulus : register }
    let value =
      (register >> 12) * 1000 + (register >> 8 & 15) * 100 + (register >> 4 & 15) * 10
      + (register & 15)
    return value % modulus == 0 ? modulus : value % modulus
  }

  /// CE runs on clock pulses as they are.
  private var runs: Bool {
    isCounting && (gate || mode == 1 || mode == 5)
  }

  /// The clock pulse at which OUT changes next if nothing is written meanwhile, or nil if never.
  var nextEdge: UInt64? {
    var counter = self
    // A load, a half period and a reload are the most that lie between two edges.
    for _ in 0..<4 {
      guard let pulses = counter.pulsesToNextStep else { return nil }
      counter.step(pulses)
      if counter.out != out { return counter.clock }
    }
    return nil
  }

  /// Clocks the counter up to pulse `target`; the past is left alone.
  mutating func advance(to target: UInt64) {
    skipWholePeriods(to: target)
    while clock < target {
      guard let pulses = pulsesToNextStep, pulses <= target - clock else {
        count(down: target - clock)
        clock = target
        return
      }
      step(pulses)
    }
  }

  /// Modes 2 and 3 repeat themselves once CE runs on what is in CR.
  private mutating func skipWholePeriods(to target: UInt64) {
    guard mode == 2 || mode == 3, runs, !loadsNext, !nullCount, target > clock else { return }
    let period = UInt64(initialCount)
    let elapsed = target - clock
    if elapsed > period { clock += elapsed / period * period }
  }

  /// Pulses until something other than counting down happens; nil if nothing will.
  private var pulsesToNextStep: UInt64? {
    if loadsNext || isStrobing { return 1 }
    guard runs else { return nil }
    switch mode {
    case 2: return element > 1 ? UInt64(element - 1) : 1
    case 3: return UInt64(halfPeriodLeft)
    default: return hasExpired ? nil : UInt64(element)
    }
  }

  /// Modes 4 and 5: OUT is low for this one clock, whatever GATE does.
  private var isStrobing: Bool { mode >= 4 && hasExpired && !out }

  /// Mode 3: pulses until OUT changes.
  private var halfPeriodLeft: UInt32 {
    max(1, element / 2 + (hasLongHalf ? 1 : 0))
  }

  /// Counts down by `pulses` without reaching the next step.
  private mutating func count(down pulses: UInt64) {
    guard runs, !loadsNext else { return }
    let step = mode == 3 ? pulses &* 2 : pulses
    if mode == 3 {
      element = step >= UInt64(element) ? 0 : element - UInt32(truncatingIfNeeded: step)
    } else {
      // After the terminal count modes 0, 1, 4 and 5 wrap around and go on.
      let size = UInt64(modulus)
      element = UInt32((UInt64(element) % size + size - step % size) % size)
    }
  }

  /// Makes `pulses` pulses, the last of which loads CE or changes OUT.
  private mutating func step(_ pulses: UInt64) {
    clock += pulses
    if loadsNext {
      load()
      return
    }
    switch mode {
    case 2:
      if element > 1 {
        element = 1
        out = false
      } else {
        load()
      }
    case 3:
      let wasHigh = out
      load()
      // The illegal count 1 has no low half.
      if wasHigh && initialCount > 1 { startLowHalf() }
    case 4, 5:
      if hasExpired {
        count(down: pulses)
        out = true
      } else {
        element = 0
        hasExpired = true
        out = false
      }
    default:
      element = 0
      hasExpired = true
      out = true
    }
  }

  /// CR to CE, and the OUT level that goes with it.
  private mutating func load() {
    let initial = initialCount
    loadsNext = false
    nullCount = false
    isCounting = true
    hasExpired = false
    switch mode {
    case 0:
      element = initial
    case 1:
      element = initial
      out = false
    case 3:
      // "Odd counts: the initial count minus one is loaded"; the high half lasts one clock more.
      element = initial & ~1
      hasLongHalf = initial & 1 != 0
      out = true
    default:
      element = initial
      out = true
    }
  }

  private mutating func startLowHalf() {
    out = false
    hasLongHalf = false
  }
}
