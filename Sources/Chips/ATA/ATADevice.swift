import BusKit

/// What an ATA device shows to the host: the command block registers and the sector buffer behind
/// the data port. Reference: ATA/ATAPI-6 (T13 1410D), section 7.
struct ATATaskFile: Codable, Equatable, Sendable {
  // Registers two deep; the high byte holds what was written before (48-bit commands).
  var features: UInt16 = 0
  var sectorCount: UInt16 = 0
  var lbaLow: UInt16 = 0
  var lbaMid: UInt16 = 0
  var lbaHigh: UInt16 = 0
  var device: UInt8 = 0
  var status: UInt8 = 0
  var error: UInt8 = 0
  /// INTRQ is asserted while this is set, the device selected and nIEN clear.
  var interruptPending = false

  static func pushed(_ register: UInt16, _ value: UInt8) -> UInt16 {
    register << 8 | UInt16(value)
  }
}

enum ATAStatus {
  static let busy: UInt8 = 0x80
  static let ready: UInt8 = 0x40
  static let fault: UInt8 = 0x20
  static let seekComplete: UInt8 = 0x10
  static let dataRequest: UInt8 = 0x08
  static let error: UInt8 = 0x01
}

enum ATAError {
  static let uncorrectable: UInt8 = 0x40
  static let idNotFound: UInt8 = 0x10
  static let aborted: UInt8 = 0x04
  static let track0NotFound: UInt8 = 0x02
}

/// One device on the cable. This class is the part that disks and packet devices share: registers,
/// the data port, and being busy until a deadline; what a command does is the subclass's.
public class ATADevice {
  /// Bytes between the host and the device; bounded by the largest block of a data transfer.
  struct Buffer: Codable, Equatable, Sendable {
    var bytes: [UInt8] = []
    var position = 0
    /// The host writes instead of reading.
    var isFromHost = false
  }

  var task = ATATaskFile()
  var buffer = Buffer()
  /// SET FEATURES 01h: the data port moves bytes.
  var usesByteTransfers = false
  /// Set by the channel; the device number that the jumper chose.
  var isDevice1 = false
  /// Set by the channel: to be called when the INTRQ line may have changed.
  var onInterruptChange: (() -> Void)?

  let scheduler: Scheduler
  let speed: DiskSpeed
  let microseconds: ClockConverter
  private var slot: EventSlot!  // made in init, once `self` exists

  init(scheduler: Scheduler, speed: DiskSpeed, name: String) {
    self.scheduler = scheduler
    self.speed = speed
    microseconds = scheduler.converter(to: Frequency(1_000_000))
    slot = scheduler.makeSlot(name) { [unowned self] _ in advance() }
  }

  // MARK: What a subclass gives

  /// Carries out the command whose registers are in ``task``.
  func execute(_ command: UInt8) {}
  /// The deadline given to ``beBusy(fast:real:)`` has come.
  func advance() {}
  /// The host has moved the last byte of the block.
  func blockDone() {}
  /// Power-on or software reset: default settings; the registers are set by the caller.
  func restoreDefaults(isHardware: Bool) {}
  /// Mid and high bytes of the reset signature (section 9.12).
  var signature: (mid: UInt16, high: UInt16) { (0, 0) }
  /// DRDY and DSC as they stand when nothing happens.
  var idleStatus: UInt8 { ATAStatus.ready | ATAStatus.seekComplete }
  /// The device sleeps and hears nothing but a reset.
  var isAsleep: Bool { false }
  /// Implements the PACKET command feature set; such devices obey DEVICE RESET even while busy.
  var isPacketDevice: Bool { false }

  // MARK: Registers

  var isBusy: Bool { task.status & ATAStatus.busy != 0 }

  /// Writes that arrive while the device is busy are lost (section 7.1).
  final func writeRegister(_ offset: UInt16, _ value: UInt8) {
    guard !isBusy else { return }
    switch offset {
    case 1: task.features = ATATaskFile.pushed(task.features, value)
    case 2: task.sectorCount = ATATaskFile.pushed(task.sectorCount, value)
    case 3: task.lbaLow = ATATaskFile.pushed(task.lbaLow, value)
    case 4: task.lbaMid = ATATaskFile.pushed(task.lbaMid, value)
    case 5: task.lbaHigh = ATATaskFile.pushed(task.lbaHigh, value)
    case 6: task.device = value
    default: break
    }
  }

  final func writeCommand(_ command: UInt8) {
    guard !isAsleep else { return }
    guard !isBusy || (command == 0x08 && isPacketDevice) else { return }
    setInterrupt(false)
    task.error = 0
    endTransfer()
    execute(command)
  }

  /// A byte of the two-deep registers: the later one, or with HOB the one before it.
  final func readRegister(_ offset: UInt16, previous: Bool) -> UInt8 {
    func byte(_ register: UInt16) -> UInt8 {
      UInt8(truncatingIfNeeded: previous ? register >> 8 : register)
    }
    switch offset {
    case 1: return task.error
    case 2: return byte(task.sectorCount)
    case 3: return byte(task.lbaLow)
    case 4: return byte(task.lbaMid)
    case 5: return byte(task.lbaHigh)
    case 6: return task.device | 0xA0
    default: return task.status
    }
  }

  // MARK: Data port

  final func readData() -> UInt16 {
    guard task.status & ATAStatus.dataRequest != 0, !buffer.isFromHost,
      buffer.position < buffer.bytes.count
    else { return 0xFFFF }
    let position = buffer.position
    var value = UInt16(buffer.bytes[position])
    buffer.position = position + 1
    if !usesByteTransfers {
      value |= position + 1 < buffer.bytes.count ? UInt16(buffer.bytes[position + 1]) << 8 : 0
      buffer.position = position + 2
    }
    if buffer.position >= buffer.bytes.count { blockDone() }
    return value
  }

  final func writeData(_ value: UInt16) {
    guard task.status & ATAStatus.dataRequest != 0, buffer.isFromHost,
      buffer.position < buffer.bytes.count
    else { return }
    let position = buffer.position
    buffer.bytes[position] = UInt8(truncatingIfNeeded: value)
    buffer.position = position + 1
    if !usesByteTransfers {
      if position + 1 < buffer.bytes.count {
        buffer.bytes[position + 1] = UInt8(truncatingIfNeeded: value >> 8)
      }
      buffer.position = position + 2
    }
    if buffer.position >= buffer.bytes.count { blockDone() }
  }

  final func peekData() -> UInt16 {
    guard task.status & ATAStatus.dataRequest != 0, !buffer.isFromHost,
      buffer.position < buffer.bytes.count
    else { return 0xFFFF }
    let high = buffer.position + 1
    return UInt16(buffer.bytes[buffer.position])
      | (high < buffer.bytes.count ? UInt16(buffer.bytes[high]) << 8 : 0)
  }

  // MARK: For subclasses

  /// BSY until the given number of microseconds has passed; then ``advance()``.
  final func beBusy(fast: UInt64, real: UInt64) {
    task.status = ATAStatus.busy
    let span = microseconds.ticks(afterPeriods: speed == .fast ? fast : real)
    scheduler.schedule(slot, at: scheduler.now &+ span)
  }

  final func cancelDeadline() { scheduler.cancel(slot) }

  /// DRQ: offers `bytes` to the host, or asks for as many.
  final func request(_ bytes: [UInt8], fromHost: Bool, interrupt: Bool) {
    buffer = Buffer(bytes: bytes, isFromHost: fromHost)
    offerBuffer(interrupt: interrupt)
  }

  /// DRQ for what stands in ``buffer``.
  final func offerBuffer(interrupt: Bool) {
    task.status = idleStatus | ATAStatus.dataRequest
    if interrupt { setInterrupt(true) }
  }

  final func endTransfer() {
    buffer.position = 0
    buffer.bytes.removeAll(keepingCapacity: true)
  }

  /// Ends the command without error.
  final func complete(interrupt: Bool = true) {
    task.status = idleStatus
    if interrupt { setInterrupt(true) }
  }

  /// Ends the command with an error bit.
  final func fail(_ error: UInt8, status: UInt8 = 0) {
    endTransfer()
    task.error = error
    task.status = idleStatus | ATAStatus.error | status
    setInterrupt(true)
  }

  final func setInterrupt(_ isPending: Bool) {
    guard task.interruptPending != isPending else { return }
    task.interruptPending = isPending
    onInterruptChange?()
  }

  /// The registers after a reset or a diagnostic that found nothing wrong.
  final func showSignature() {
    endTransfer()
    task.sectorCount = 1
    task.lbaLow = 1
    task.lbaMid = signature.mid
    task.lbaHigh = signature.high
    task.device = 0
    task.error = 1
    task.status = idleStatus
  }

  /// The device is in reset: busy, and nothing else happens.
  final func enterReset(isHardware: Bool) {
    cancelDeadline()
    endTransfer()
    setInterrupt(false)
    restoreDefaults(isHardware: isHardware)
    task.status = ATAStatus.busy
  }
}

/// Sixteen-bit words of an IDENTIFY answer.
struct IdentifyData {
  private(set) var words = [UInt16](repeating: 0, count: 256)

  subscript(_ index: Int) -> UInt16 {
    get { words[index] }
    set { words[index] = newValue }
  }

  /// Two characters a word, the first in the high byte, padded with blanks (section 6.17).
  mutating func setText(_ text: String, at index: Int, wordCount: Int) {
    var characters = Array(text.utf8.filter { (0x20..<0x7F).contains($0) }.prefix(2 * wordCount))
    characters += [UInt8](repeating: 0x20, count: 2 * wordCount - characters.count)
    for word in 0..<wordCount {
      words[index + word] = UInt16(characters[2 * word]) << 8 | UInt16(characters[2 * word + 1])
    }
  }

  mutating func setNumber(_ value: UInt64, at index: Int, wordCount: Int) {
    for word in 0..<wordCount {
      words[index + word] = UInt16(truncatingIfNeeded: value >> UInt64(16 * word))
    }
  }

  /// The 512 bytes as they are read, the checksum in the last (section 6.17.62).
  var bytes: [UInt8] {
    var bytes = words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    bytes[510] = 0xA5
    bytes[511] = 0 &- bytes[..<511].reduce(0, &+)
    return bytes
  }
}
