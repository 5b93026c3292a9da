import BusKit
import Media

/// A hard disk on an ATA cable: the general feature set of ATA/ATAPI-6 (T13 1410D) without DMA,
/// with 48-bit addresses.
public final class ATADisk: ATADevice {
  public static let maximumMultiple = 16

  /// What happens when the device is no longer busy.
  enum Step: Codable, Equatable, Sendable {
    case none, finish, readBlock, requestBlock, writeBlock, verify, flush
    case identify, readBuffer, requestBuffer
  }

  struct Settings: Codable, Equatable, Sendable {
    var step = Step.none
    /// Current translation (INITIALIZE DEVICE PARAMETERS).
    var heads = 16
    var sectorsPerTrack = 63
    /// Sectors of a READ/WRITE MULTIPLE block; 0 while disabled.
    var multiple = 0
    var writeCacheEnabled = true
    var lookAheadEnabled = true
    var isStandby = false
    var isSleeping = false
    var command: UInt8 = 0
    var isExtended = false
    var nextBlock: UInt64 = 0
    var sectorsLeft = 0
    var sectorsPerBlock = 1
    /// Sectors of the DRQ block in the buffer.
    var sectorsInBuffer = 0
    /// Where the heads stand.
    var headBlock: UInt64 = 0
    var sectorBuffer = [UInt8](repeating: 0, count: 512)
  }

  /// Everything a snapshot needs.
  public struct State: Codable, Equatable, Sendable {
    var task: ATATaskFile
    var buffer: Buffer
    var usesByteTransfers: Bool
    var settings: Settings
  }

  public internal(set) var state: State {
    get {
      State(
        task: task, buffer: buffer, usesByteTransfers: usesByteTransfers, settings: settings)
    }
    set {
      task = newValue.task
      buffer = newValue.buffer
      usesByteTransfers = newValue.usesByteTransfers
      settings = newValue.settings
    }
  }

  var settings = Settings()

  public let image: DiskImage
  /// The default translation, as IDENTIFY DEVICE reports it: at most 16 heads of 63 sectors.
  public let geometry: DiskGeometry
  private let serialNumber: String

  /// - Parameters:
  ///   - geometry: the default translation; by default the one its partitions were made under if a
  ///     drive can have it, else 16 heads of 63 sectors.
  ///   - serialNumber: up to 20 ASCII characters.
  public init(
    image: DiskImage, scheduler: Scheduler, geometry: DiskGeometry? = nil,
    speed: DiskSpeed = .fast, serialNumber: String = "RING1-0001"
  ) {
    self.image = image
    self.serialNumber = serialNumber
    let wanted = geometry ?? image.hardDiskGeometry
    self.geometry =
      wanted.heads <= 16 && wanted.sectorsPerTrack <= 63 && wanted.cylinders <= 65535
      ? wanted : .hardDisk(sectorCount: image.sectorCount, bootSector: [])
    super.init(scheduler: scheduler, speed: speed, name: "ATA disk \(serialNumber)")
    restoreDefaults(isHardware: true)
  }

  override var isAsleep: Bool { settings.isSleeping }

  override func restoreDefaults(isHardware: Bool) {
    let kept = settings
    settings = Settings()
    settings.headBlock = kept.headBlock
    settings.heads = geometry.heads
    settings.sectorsPerTrack = geometry.sectorsPerTrack
    usesByteTransfers = false
    guard !isHardware else { return }
    // A software reset keeps the translation and the multiple setting (section 9.4).
    settings.heads = kept.heads
    settings.sectorsPerTrack = kept.sectorsPerTrack
    settings.multiple = kept.multiple
    settings.writeCacheEnabled = kept.writeCacheEnabled
    settings.lookAheadEnabled = kept.lookAheadEnabled
  }

  // MARK: Commands (section 8)

  override func execute(_ command: UInt8) {
    settings.command = command
    settings.step = .none
    settings.isExtended = false
    switch command {
    case 0x10...0x1F:  // RECALIBRATE
      settings.headBlock = 0
      finishLater(real: 10_000)
    case 0x20, 0x21: startAccess(.readBlock)
    case 0x24: startAccess(.readBlock, isExtended: true)
    case 0x29: startMultiple(.readBlock, isExtended: true)
    case 0xC4: startMultiple(.readBlock)
    case 0x30, 0x31, 0x3C: startAccess(.requestBlock)
    case 0x34: startAccess(.requestBlock, isExtended: true)
    case 0x39: startMultiple(.requestBlock, isExtended: true)
    case 0xC5: startMultiple(.requestBlock)
    case 0x40, 0x41: startAccess(.verify)
    case 0x42: startAccess(.verify, isExtended: true)
    case 0x70...0x7F: startSeek()
    case 0x91: initializeParameters()
    case 0xC6: setMultiple()
    case 0x94, 0xE0, 0x96, 0xE2: setStandby(true)
    case 0x95, 0xE1, 0x97, 0xE3: setStandby(false)
    case 0x98, 0xE5:
      task.sectorCount = settings.isStandby ? 0x00 : 0xFF
      finishLater()
    case 0x99, 0xE6:
      settings.isStandby = true
      settings.isSleeping = true
      finishLater()
    case 0xE4: later(.readBuffer)
    case 0xE8: later(.requestBuffer)
    case 0xE7, 0xEA: later(.flush, fast: 20, real: 5_000)
    case 0xEC: later(.identify)
    case 0xEF: setFeatures()
    case 0xF8, 0x27: readNativeMaximum(isExtended: command == 0x27)
    default: fail(ATAError.aborted)  // NOP (00h) too always ends so (section 8.19).
    }
  }

  override func advance() {
    let step = settings.step
    settings.step = .none
    switch step {
    case .none: break
    case .finish: complete()
    case .readBlock: readBlock()
    case .requestBlock: requestBlock(isFirst: true)
    case .writeBlock: writeBlock()
    case .verify: verify()
    case .flush: flush()
    case .identify: request(identification, fromHost: false, interrupt: true)
    case .readBuffer: request(settings.sectorBuffer, fromHost: false, interrupt: true)
    case .requestBuffer:
      request([UInt8](repeating: 0, count: 512), fromHost: true, interrupt: false)
    }
  }

  override func blockDone() {
    switch settings.command {
    case 0x20, 0x21, 0x24, 0x29, 0xC4:
      if settings.sectorsLeft > 0 {
        later(.readBlock, fast: 1, real: UInt64(settings.sectorsPerBlock) * Self.sectorTime)
      } else {
        complete(interrupt: false)
      }
    case 0x30, 0x31, 0x3C, 0x34, 0x39, 0xC5:
      later(.writeBlock, fast: 2, real: UInt64(settings.sectorsInBuffer) * Self.sectorTime)
    case 0xE8:
      settings.sectorBuffer = buffer.bytes
      finishLater()
    default:
      complete(interrupt: false)
    }
  }

  private func later(_ step: Step, fast: UInt64 = 3, real: UInt64 = 50) {
    settings.step = step
    beBusy(fast: fast, real: real)
  }

  private func finishLater(real: UInt64 = 50) { later(.finish, real: real) }

  // MARK: Addresses

  /// Microseconds for a sector to pass the head at 5400 rpm and some 180 sectors a track.
  private static let sectorTime: UInt64 = 62

  /// Seek and rotational delay for going to `block`, in microseconds: none when the heads are there.
  private func seekTime(to block: UInt64) -> UInt64 {
    let head = settings.headBlock
    let distance = block > head ? block - head : head - block
    guard distance > 0 else { return Self.sectorTime }
    // At most 2^48 sectors, so the product fits.
    return 2_000 + min(distance &* 16_000 / max(image.sectorCount, 1), 16_000) + 5_500
  }

  /// The block that the registers name, or nil when there is no such sector.
  private func addressedBlock(isExtended: Bool) -> UInt64? {
    func byte(_ register: UInt16) -> UInt64 { UInt64(register & 0xFF) }
    if isExtended {
      guard task.device & 0x40 != 0 else { return nil }
      let low = byte(task.lbaLow) | byte(task.lbaMid) << 8 | byte(task.lbaHigh) << 16
      let high =
        byte(task.lbaLow >> 8) | byte(task.lbaMid >> 8) << 8 | byte(task.lbaHigh >> 8) << 16
      return low | high << 24
    }
    let head = UInt64(task.device & 0x0F)
    let high = byte(task.lbaMid) | byte(task.lbaHigh) << 8
    if task.device & 0x40 != 0 { return byte(task.lbaLow) | high << 8 | head << 24 }
    let sector = byte(task.lbaLow)
    guard sector >= 1, sector <= UInt64(settings.sectorsPerTrack), head < UInt64(settings.heads)
    else { return nil }
    return (high * UInt64(settings.heads) + head) * UInt64(settings.sectorsPerTrack) + sector - 1
  }

  /// Writes `block` to the registers in the form in which the command named its own.
  private func show(_ block: UInt64) {
    func word(_ low: UInt64, _ high: UInt64) -> UInt16 {
      UInt16(truncatingIfNeeded: (low & 0xFF) | (high & 0xFF) << 8)
    }
    if settings.isExtended {
      task.lbaLow = word(block, block >> 24)
      task.lbaMid = word(block >> 8, block >> 32)
      task.lbaHigh = word(block >> 16, block >> 40)
    } else if task.device & 0x40 != 0 {
      task.lbaLow = word(block, 0)
      task.lbaMid = word(block >> 8, 0)
      task.lbaHigh = word(block >> 16, 0)
      task.device = task.device & 0xF0 | UInt8(truncatingIfNeeded: block >> 24 & 0x0F)
    } else {
      let track = block / UInt64(settings.sectorsPerTrack)
      let cylinder = track / UInt64(settings.heads)
      task.lbaLow = word(block % UInt64(settings.sectorsPerTrack) + 1, 0)
      task.lbaMid = word(cylinder, 0)
      task.lbaHigh = word(cylinder >> 8, 0)
      task.device = task.device & 0xF0 | UInt8(truncatingIfNeeded: track % UInt64(settings.heads))
    }
  }

  // MARK: Reading and writing

  private func startAccess(_ step: Step, isExtended: Bool = false, sectorsPerBlock: Int = 1) {
    settings.isExtended = isExtended
    settings.isStandby = false
    let count = isExtended ? Int(task.sectorCount) : Int(task.sectorCount & 0xFF)
    settings.sectorsLeft = count == 0 ? (isExtended ? 65536 : 256) : count
    settings.sectorsPerBlock = sectorsPerBlock
    guard let block = addressedBlock(isExtended: isExtended), block < image.sectorCount else {
      return fail(isExtended && task.device & 0x40 == 0 ? ATAError.aborted : ATAError.idNotFound)
    }
    settings.nextBlock = block
    if step == .requestBlock && image.isWriteProtected { return fail(ATAError.aborted) }
    // A write asks for its data at once; the disk seeks meanwhile.
    let wait = step == .requestBlock ? 50 : seekTime(to: block)
    let sectors = step == .verify ? UInt64(settings.sectorsLeft) * Self.sectorTime : 0
    later(step, fast: 4, real: wait + sectors)
  }

  private func startMultiple(_ step: Step, isExtended: Bool = false) {
    guard settings.multiple > 0 else { return fail(ATAError.aborted) }
    startAccess(step, isExtended: isExtended, sectorsPerBlock: settings.multiple)
  }

  private func readBlock() {
    let count = min(settings.sectorsPerBlock, settings.sectorsLeft)
    prepareBuffer(sectors: count, fromHost: false)
    var loaded = 0
    while loaded < count {
      guard settings.nextBlock < image.sectorCount else {
        return endAccess(ATAError.idNotFound)
      }
      do {
        try image.read(settings.nextBlock, into: &buffer.bytes, at: 512 * loaded)
      } catch {
        return endAccess(ATAError.uncorrectable)
      }
      sectorDone()
      loaded += 1
    }
    offerBuffer(interrupt: true)
  }

  private func requestBlock(isFirst: Bool) {
    prepareBuffer(
      sectors: min(settings.sectorsPerBlock, settings.sectorsLeft), fromHost: true)
    // The host need not be told that the first block can be sent (section 9.7).
    offerBuffer(interrupt: !isFirst)
  }

  private func writeBlock() {
    let count = settings.sectorsInBuffer
    for index in 0..<count {
      guard settings.nextBlock < image.sectorCount else {
        return endAccess(ATAError.idNotFound)
      }
      do {
        try image.write(settings.nextBlock, from: buffer.bytes, at: 512 * index)
      } catch {
        return endAccess(ATAError.aborted, status: ATAStatus.fault)
      }
      sectorDone()
    }
    if settings.sectorsLeft > 0 {
      requestBlock(isFirst: false)
    } else {
      complete()
    }
  }

  /// Some sectors at a time, so that a long verification does not hold the machine up.
  private func verify() {
    for _ in 0..<min(settings.sectorsLeft, 256) {
      guard settings.nextBlock < image.sectorCount else {
        return endAccess(ATAError.idNotFound)
      }
      do {
        try image.read(settings.nextBlock, into: &settings.sectorBuffer)
      } catch {
        return endAccess(ATAError.uncorrectable)
      }
      sectorDone()
    }
    if settings.sectorsLeft > 0 { later(.verify, fast: 5) } else { complete() }
  }

  private func prepareBuffer(sectors: Int, fromHost: Bool) {
    settings.sectorsInBuffer = sectors
    buffer.isFromHost = fromHost
    buffer.position = 0
    let byteCount = 512 * sectors
    if buffer.bytes.count != byteCount {
      buffer.bytes = [UInt8](repeating: 0, count: byteCount)
    }
  }

  /// After each sector the registers name it and count those that are left.
  private func sectorDone() {
    show(settings.nextBlock)
    settings.nextBlock += 1
    settings.headBlock = settings.nextBlock
    settings.sectorsLeft -= 1
    task.sectorCount =
      settings.isExtended
      ? UInt16(truncatingIfNeeded: settings.sectorsLeft) : UInt16(settings.sectorsLeft & 0xFF)
  }

  /// An error: the registers name the sector where it happened.
  private func endAccess(_ error: UInt8, status: UInt8 = 0) {
    show(settings.nextBlock)
    settings.sectorsLeft = 0
    fail(error, status: status)
  }

  private func flush() {
    do {
      try image.flush()
      complete()
    } catch {
      fail(ATAError.aborted, status: ATAStatus.fault)
    }
  }

  // MARK: Settings

  private func startSeek() {
    guard let block = addressedBlock(isExtended: false), block < image.sectorCount else {
      return fail(ATAError.idNotFound)
    }
    let time = seekTime(to: block)
    settings.headBlock = block
    finishLater(real: time)
  }

  private func initializeParameters() {
    let sectors = Int(task.sectorCount & 0xFF)
    guard sectors > 0 else { return fail(ATAError.aborted) }
    settings.sectorsPerTrack = sectors
    settings.heads = Int(task.device & 0x0F) + 1
    finishLater()
  }

  private func setMultiple() {
    let count = Int(task.sectorCount & 0xFF)
    guard count <= Self.maximumMultiple, count & (count - 1) == 0 || count == 0 else {
      return fail(ATAError.aborted)
    }
    settings.multiple = count
    finishLater()
  }

  private func setStandby(_ isStandby: Bool) {
    settings.isStandby = isStandby
    if isStandby {
      later(.flush, fast: 20, real: 100_000)
    } else {
      finishLater()
    }
  }

  /// Section 8.46. Transfer modes other than PIO do not exist here.
  private func setFeatures() {
    switch task.features & 0xFF {
    case 0x01: usesByteTransfers = true
    case 0x81: usesByteTransfers = false
    case 0x02: settings.writeCacheEnabled = true
    case 0x82:
      settings.writeCacheEnabled = false
      return later(.flush, fast: 20, real: 5_000)
    case 0x55: settings.lookAheadEnabled = false
    case 0xAA: settings.lookAheadEnabled = true
    case 0x66, 0xCC: break
    case 0x03:
      switch task.sectorCount & 0xFF {
      case 0x00, 0x01, 0x08...0x0C: break
      default: return fail(ATAError.aborted)
      }
    default: return fail(ATAError.aborted)
    }
    finishLater()
  }

  private func readNativeMaximum(isExtended: Bool) {
    guard task.device & 0x40 != 0 else { return fail(ATAError.aborted) }
    settings.isExtended = isExtended
    let last = max(image.sectorCount, 1) - 1
    show(isExtended ? last : min(last, 0x0FFF_FFFF))
    finishLater()
  }

  /// IDENTIFY DEVICE (section 8.15).
  private var identification: [UInt8] {
    var data = IdentifyData()
    data[0] = 0x0040  // A fixed disk.
    data[1] = UInt16(truncatingIfNeeded: min(geometry.cylinders, 16383))
    data[3] = UInt16(geometry.heads)
    data[6] = UInt16(geometry.sectorsPerTrack)
    data.setText(serialNumber, at: 10, wordCount: 10)
    data[20] = 3
    data[21] = 512
    data[22] = 4
    data.setText("1.0", at: 23, wordCount: 4)
    data.setText("RingOne ATA disk", at: 27, wordCount: 20)
    data[47] = 0x8000 | UInt16(Self.maximumMultiple)
    data[48] = 1  // 32-bit transfers on the host's side.
    data[49] = 0x2A00  // LBA, IORDY, standard standby timers; no DMA.
    data[50] = 0x4000
    data[51] = 0x0200  // PIO mode 2 by default.
    data[53] = 0x0003
    let isDefault =
      settings.heads == geometry.heads && settings.sectorsPerTrack == geometry.sectorsPerTrack
    let cylinders =
      isDefault
      ? UInt64(geometry.cylinders)
      : min(image.sectorCount / UInt64(settings.heads * settings.sectorsPerTrack), 65535)
    data[54] = UInt16(cylinders)
    data[55] = UInt16(settings.heads)
    data[56] = UInt16(settings.sectorsPerTrack)
    data.setNumber(
      cylinders * UInt64(settings.heads * settings.sectorsPerTrack), at: 57, wordCount: 2)
    data[59] = settings.multiple > 0 ? 0x0100 | UInt16(settings.multiple) : 0
    data.setNumber(min(image.sectorCount, 0x0FFF_FFFF), at: 60, wordCount: 2)
    data[64] = 0x0003  // PIO modes 3 and 4.
    data[67] = 120
    data[68] = 120
    data[80] = 0x007E  // ATA-1 to ATA/ATAPI-6.
    data[82] = 0x7068  // NOP, READ and WRITE BUFFER, look-ahead, write cache, power management.
    data[83] = 0x7400  // FLUSH CACHE and EXT, 48-bit addresses.
    data[84] = 0x4000
    data[85] =
      0x7008 | (settings.lookAheadEnabled ? 0x40 : 0) | (settings.writeCacheEnabled ? 0x20 : 0)
    data[86] = 0x3400
    data[87] = 0x4000
    data[93] = isDevice1 ? 0x4B00 : 0x400B  // Jumpered; diagnostics passed.
    data.setNumber(image.sectorCount, at: 100, wordCount: 4)
    return data.bytes
  }
}
