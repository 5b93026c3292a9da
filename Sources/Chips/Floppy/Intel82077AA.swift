import BusKit
import Media

/// The floppy disk controller: Intel 82077AA Single-Chip Floppy Disk Controller (order no. 290166).
///
/// Register window: offsets 0 to 7 for ports 3F0h to 3F7h, less offset 6, which is the hard disk's.
/// Sectors pass through a buffer of one sector: a sector's bytes are asked for (or offered) together
/// when the head is over it, so overrun is judged by the sector, not by the byte.
///
/// Not modelled: the tape drive's part of TDR beyond holding its bits, write precompensation, and
/// recording formats other than the image's own 512-byte MFM sectors (a raw image has no room for
/// them): formatting fills those sectors of the image's layout that the host names.
public final class Intel82077AA: PortDevice, DMAPeripheral {
  /// What the IDENT and MFM pins select (section 2.0).
  public enum Interface: String, Codable, Sendable {
    case at, ps2, model30
  }

  enum Phase: Codable, Equatable, Sendable {
    case command, execution, result
  }

  /// What the execution phase waits for.
  enum Stage: Codable, Equatable, Sendable {
    case none
    /// An implied seek steps to the cylinder.
    case seeking
    /// The medium must turn before anything can be found.
    case awaitingIndex
    /// The head looks for the next sector ID; it will be found or missed at the deadline.
    case searching
    /// The host takes or gives a sector's bytes; at the deadline it was too slow.
    case transferring
    /// All is done; the result is shown at the deadline.
    case finishing
  }

  /// A command in its execution phase.
  struct Operation: Codable, Equatable, Sendable {
    var kind = Command.invalid
    var drive = 0
    var head = 0
    var isMultiTrack = false
    var isMFM = true
    var skipsMarked = false
    var verifiesCount = false
    var cylinder: UInt8 = 0
    var headID: UInt8 = 0
    var sector: UInt8 = 0
    var sizeCode: UInt8 = 0
    var endOfTrack: UInt8 = 0
    /// DTL: bytes of a 128-byte sector, VERIFY's sector count, or SCAN's step.
    var dataLength: UInt8 = 0
    var filler: UInt8 = 0
    var sectorsLeft = 0
    var sectorsDone = 0
    /// The host has signalled the end of its buffer.
    var reachedTerminalCount = false
    var status0: UInt8 = 0
    var status1: UInt8 = 0
    var status2: UInt8 = 0
    /// The tick at which the sector in the buffer had passed the head.
    var arrival: Ticks = 0
  }

  public struct State: Codable, Equatable, Sendable {
    var dor: UInt8 = 0
    var tdr: UInt8 = 0
    /// Precompensation bits of the DSR.
    var precompensation: UInt8 = 0
    /// The two rate bits that CCR and DSR share.
    var dataRate: UInt8 = 2
    /// Nobody has chosen a rate since the hardware reset.
    var rateIsDefault = true

    var phase = Phase.command
    var stage = Stage.none
    var command: [UInt8] = []
    var result: [UInt8] = []
    /// INT stands for the result phase, not for a seek.
    var resultHasInterrupt = false
    var operation = Operation()
    var buffer = [UInt8](repeating: 0, count: DiskImage.sectorSize)
    var position = 0
    var transferCount = 0

    var cylinders = FixedArray<4, UInt8>(repeating: 0)
    /// ST0 of finished seeks, by drive, until SENSE INTERRUPT STATUS takes them.
    var seekResults = FixedArray<4, UInt8?>(repeating: nil)
    var seekTargets = FixedArray<4, Int?>(repeating: nil)
    var busyDrives: UInt8 = 0
    /// Drives that the host has positioned with SEEK since they were recalibrated, as a bit mask.
    var positionedDrives: UInt8 = 0
    /// Drives whose ready change after reset has not been sensed, as a bit mask.
    var resetPolls: UInt8 = 0

    var stepRate: UInt8 = 0
    var headUnload: UInt8 = 0
    var headLoad: UInt8 = 0
    var isNonDMA = false
    /// CONFIGURE's second byte: EIS, EFIFO, POLL, FIFOTHR.
    var configuration = State.defaultConfiguration
    var precompensationTrack: UInt8 = 0
    var perpendicular: UInt8 = 0
    var isLocked = false
    var lastEndOfTrack: UInt8 = 0

    /// Flip-flops of the model 30's status register A and B, and the last step's direction.
    var stepLatch = false
    var readLatch = false
    var writeLatch = false
    var stepsInward = false

    var interrupt = false
    var dmaRequest = false
    var drives: [FloppyDrive?] = [nil, nil]

    /// EIS off, FIFO disabled, polling on, threshold 1 (section 6.2.9).
    static let defaultConfiguration: UInt8 = 0x20
  }

  public internal(set) var state = State()

  enum DOR {
    static let select: UInt8 = 0x03
    static let notReset: UInt8 = 0x04
    static let dmaGate: UInt8 = 0x08
  }

  enum MSR {
    static let request: UInt8 = 0x80
    static let toHost: UInt8 = 0x40
    static let nonDMA: UInt8 = 0x20
    static let commandBusy: UInt8 = 0x10
  }

  enum Configuration {
    static let impliedSeek: UInt8 = 0x40
    static let fifoDisabled: UInt8 = 0x20
    static let pollingDisabled: UInt8 = 0x10
    static let threshold: UInt8 = 0x0F
  }

  let scheduler: Scheduler
  let microseconds: ClockConverter
  let interface: Interface
  let speed: DiskSpeed
  private let interruptLine: InterruptLine
  private let dmaRequestLine: SignalLine
  private(set) var images: [DiskImage?] = [nil, nil]

  /// Four seeks, the execution phase, and polling after a reset.
  private var slots: [EventSlot] = []
  private var executionSlot: EventSlot { slots[4] }
  private var pollSlot: EventSlot { slots[5] }

  /// - Parameters:
  ///   - interrupt: INT (IRQ 6), shown while DOR's gate is open.
  ///   - dmaRequest: DRQ (channel 2), likewise.
  ///   - drives: the two drives' types; nil for none.
  public init(
    scheduler: Scheduler, interrupt: InterruptLine, dmaRequest: SignalLine,
    drives: [FloppyDriveType?] = [.mb1_44, nil], interface: Interface = .at,
    speed: DiskSpeed = .fast
  ) {
    precondition(drives.count <= 2, "the board has connectors for two floppy drives")
    self.scheduler = scheduler
    self.interface = interface
    self.speed = speed
    microseconds = scheduler.converter(to: Frequency(1_000_000))
    interruptLine = interrupt
    dmaRequestLine = dmaRequest
    for (index, type) in drives.enumerated() {
      state.drives[index] = type.map(FloppyDrive.init(type:))
    }
    slots = (0..<4).map { drive in
      scheduler.makeSlot("82077AA seek \(drive)") { [unowned self] _ in finishSeek(drive) }
    }
    slots += [
      scheduler.makeSlot("82077AA execution") { [unowned self] in execute(at: $0) },
      scheduler.makeSlot("82077AA poll") { [unowned self] _ in finishReset() },
    ]
    reset()
  }

  /// The RESET pin: every register to its default; the chip stays in reset until DOR lets it go.
  /// Drives keep their media and head positions.
  public func reset() {
    let drives = state.drives
    state = State()
    state.drives = drives
    for drive in 0..<2 { state.drives[drive]?.motorSince = nil }
    for slot in slots { scheduler.cancel(slot) }
    updatePins()
  }

  /// Puts a medium into a drive, or takes it out. An image of no standard length is read as the next
  /// larger format, padded with zeros.
  public func insert(_ image: DiskImage?, drive: Int) {
    guard state.drives.indices.contains(drive), state.drives[drive] != nil else { return }
    flush(drive)
    let format = image.flatMap { FloppyFormat.holding($0.byteCount) }
    if let format { image?.pad(to: format.geometry.sectorCount) }
    images[drive] = format == nil ? nil : image
    state.drives[drive]?.format = format
    state.drives[drive]?.isWriteProtected = image?.isWriteProtected ?? false
    state.drives[drive]?.deletedSectors = []
    state.drives[drive]?.isChanged = true
    resumeAwaitingIndex()
  }

  /// The medium in a drive.
  public func medium(drive: Int) -> DiskImage? {
    images.indices.contains(drive) ? images[drive] : nil
  }

  /// Brings everything written to the host's disks.
  public func flushMedia() {
    for drive in images.indices { flush(drive) }
  }

  private func flush(_ drive: Int) {
    guard state.drives[drive]?.isDirty == true else { return }
    state.drives[drive]?.isDirty = false
    // A failure is told through the image's onFailure; the controller has no way to know.
    try? images[drive]?.flush()
  }

  // MARK: Registers (section 2.1)

  /// Reading the FIFO takes a byte from it; nothing else changes state.
  public func readPort(_ offset: UInt16) -> UInt8 {
    offset == 5 ? readFIFO() : peekPort(offset)
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    switch offset & 7 {
    case 0: statusRegisterA
    case 1: statusRegisterB
    case 2: state.dor
    case 3: 0xFC | state.tdr
    case 4: mainStatus
    case 5: peekFIFO
    case 7: digitalInput
    default: 0xFF
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    switch offset & 7 {
    case 2: writeDOR(value)
    case 3: state.tdr = value & 3
    case 4: writeDSR(value)
    case 5: writeFIFO(value)
    case 7: setDataRate(value & 3)
    default: break
    }
  }

  private func setDataRate(_ rate: UInt8) {
    state.dataRate = rate
    state.rateIsDefault = false
  }

  /// Kilobits per second in MFM (section 2.1.6, table 2-5).
  var kilobitsPerSecond: Int {
    switch state.dataRate {
    case 0: 500
    case 1: 300
    case 2: 250
    default: 1000
    }
  }

  private var isInReset: Bool { state.dor & DOR.notReset == 0 }

  private var mainStatus: UInt8 {
    guard !isInReset else { return 0 }
    var status = state.busyDrives
    switch state.phase {
    case .command:
      status |= MSR.request | (state.command.isEmpty ? 0 : MSR.commandBusy)
    case .result:
      status |= MSR.request | MSR.toHost | MSR.commandBusy
    case .execution:
      status |= MSR.commandBusy
      guard state.isNonDMA, state.operation.kind.movesData else { break }
      status |= MSR.nonDMA
      guard state.stage == .transferring else { break }
      status |= MSR.request | (state.operation.kind.readsMedium ? MSR.toHost : 0)
    }
    return status
  }

  /// Section 2.1.1. The AT's registers leave these two ports alone.
  private var statusRegisterA: UInt8 {
    let drive = selectedDrive
    let isAtTrack0 = drive?.cylinder == 0
    let isIndex = drive.map { $0.isTurning && turnPosition($0, at: scheduler.now) < 2000 } ?? false
    let isProtected = drive?.isWriteProtected ?? false
    let head = state.operation.head == 1
    switch interface {
    case .at: return 0xFF
    case .ps2:
      return bits(
        state.interrupt, state.drives[1] == nil, state.stepLatch, !isAtTrack0, head, !isIndex,
        !isProtected, state.stepsInward)
    case .model30:
      return bits(
        state.interrupt, state.dmaRequest, state.stepLatch, isAtTrack0, !head, isIndex,
        isProtected, !state.stepsInward)
    }
  }

  /// Section 2.1.2.
  private var statusRegisterB: UInt8 {
    let select = state.dor & DOR.select
    switch interface {
    case .at: return 0xFF
    case .ps2:
      return bits(
        true, true, select & 1 != 0, state.writeLatch, state.readLatch, state.writeLatch,
        state.dor & 0x20 != 0, state.dor & 0x10 != 0)
    case .model30:
      return bits(
        state.drives[1] == nil, select != 1, select != 0, state.writeLatch, state.readLatch,
        state.writeLatch, select != 3, select != 2)
    }
  }

  /// Section 2.1.8. The change line is the selected drive's, and a drive is selected while its motor
  /// is on. The AT leaves the low bits to the hard disk adapter; nobody drives them.
  private var digitalInput: UInt8 {
    let isChanged = selectedDrive.map { $0.motorSince != nil && $0.isChanged } ?? false
    let isHighDensity = state.dataRate == 0 || state.dataRate == 3
    switch interface {
    case .at: return 0x7F | (isChanged ? 0x80 : 0)
    case .ps2: return (isChanged ? 0xF8 : 0x78) | state.dataRate << 1 | (isHighDensity ? 0 : 1)
    case .model30: return (isChanged ? 0 : 0x80) | (state.dor & DOR.dmaGate) | state.dataRate
    }
  }

  private func bits(
    _ b7: Bool, _ b6: Bool, _ b5: Bool, _ b4: Bool, _ b3: Bool, _ b2: Bool, _ b1: Bool, _ b0: Bool
  ) -> UInt8 {
    [b7, b6, b5, b4, b3, b2, b1, b0].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }

  private var selectedDrive: FloppyDrive? {
    let select = Int(state.dor & DOR.select)
    return select < 2 ? state.drives[select] : nil
  }

  /// Section 2.1.3: motors, drive select, the gate of INT and DRQ, and reset (active low).
  private func writeDOR(_ value: UInt8) {
    let wasInReset = isInReset
    state.dor = value
    for drive in 0..<2 {
      let isOn = value & (0x10 << UInt8(drive)) != 0
      if isOn == (state.drives[drive]?.motorSince != nil) { continue }
      state.drives[drive]?.motorSince = isOn ? scheduler.now : nil
      if !isOn { flush(drive) }
    }
    if isInReset {
      if !wasInReset { softwareReset() }
    } else if wasInReset {
      leaveReset()
    }
    updatePins()
    resumeAwaitingIndex()
  }

  /// Section 2.1.5: bit 7 resets and clears itself; low bits choose precompensation and rate.
  private func writeDSR(_ value: UInt8) {
    state.precompensation = value & 0x1C
    setDataRate(value & 3)
    guard value & 0x80 != 0, !isInReset else { return }
    softwareReset()
    leaveReset()
  }

  /// Section 4.0: DOR and DSR resets end any command and forget CONFIGURE unless locked, but keep
  /// the data rate and DOR itself.
  private func softwareReset() {
    for slot in slots { scheduler.cancel(slot) }
    state.phase = .command
    state.stage = .none
    state.command = []
    state.result = []
    state.resultHasInterrupt = false
    state.operation = Operation()
    state.cylinders = FixedArray(repeating: 0)
    state.seekResults = FixedArray(repeating: nil)
    state.seekTargets = FixedArray(repeating: nil)
    state.busyDrives = 0
    state.positionedDrives = 0
    state.resetPolls = 0
    state.isNonDMA = false
    if state.isLocked {
      // EIS and POLL are not under the lock (section 6.2.12).
      state.configuration &= Configuration.fifoDisabled | Configuration.threshold
    } else {
      state.configuration = State.defaultConfiguration
      state.precompensationTrack = 0
    }
    // The perpendicular drives' bits survive; gap and write gate do not (section 6.2.11).
    state.perpendicular &= 0x3C
    state.interrupt = false
    state.dmaRequest = false
    updatePins()
  }

  /// Polling starts once the chip is let go, and finds that all four drives changed to ready.
  private func leaveReset() {
    scheduler.schedule(pollSlot, at: scheduler.now &+ duration(fast: 30, real: 250))
  }

  private func finishReset() {
    guard state.configuration & Configuration.pollingDisabled == 0 else { return }
    state.resetPolls = 0x0F
    raiseInterrupt()
  }

  // MARK: Pins

  func raiseInterrupt() {
    state.interrupt = true
    updatePins()
  }

  func lowerInterrupt() {
    state.interrupt = false
    updatePins()
  }

  func setDMARequest(_ level: Bool) {
    state.dmaRequest = level
    updatePins()
  }

  /// The AT's gate (DOR bit 3) lets both pins float, which the board pulls low.
  private func updatePins() {
    let isOpen = interface == .ps2 || state.dor & DOR.dmaGate != 0
    interruptLine.set(state.interrupt && isOpen)
    dmaRequestLine.set(state.dmaRequest && isOpen)
  }

  public func dmaRead(terminalCount: Bool) -> UInt16 {
    guard state.stage == .transferring, !state.isNonDMA, state.operation.kind.readsMedium else {
      return 0xFF
    }
    return UInt16(takeByte(terminalCount: terminalCount))
  }

  public func dmaWrite(_ value: UInt16, terminalCount: Bool) {
    guard state.stage == .transferring, !state.isNonDMA, !state.operation.kind.readsMedium else {
      return
    }
    giveByte(UInt8(truncatingIfNeeded: value), terminalCount: terminalCount)
  }

  // MARK: The FIFO

  private var peekFIFO: UInt8 {
    switch state.phase {
    case .result: state.result.first ?? 0
    case .execution where state.stage == .transferring && state.position < state.transferCount:
      state.buffer[state.position]
    default: 0
    }
  }

  private func readFIFO() -> UInt8 {
    switch state.phase {
    case .result:
      // Section 5.3: reading the first result byte of a data command clears INT.
      if state.resultHasInterrupt {
        state.resultHasInterrupt = false
        lowerInterrupt()
      }
      let value = state.result.isEmpty ? 0 : state.result.removeFirst()
      if state.result.isEmpty { state.phase = .command }
      return value
    case .execution
    where state.stage == .transferring && state.isNonDMA && state.operation.kind.readsMedium:
      lowerInterrupt()
      let value = takeByte(terminalCount: false)
      requestNextByte()
      return value
    default:
      return 0
    }
  }

  private func writeFIFO(_ value: UInt8) {
    guard !isInReset else { return }
    switch state.phase {
    case .command:
      acceptCommandByte(value)
    case .execution
    where state.stage == .transferring && state.isNonDMA && !state.operation.kind.readsMedium:
      lowerInterrupt()
      giveByte(value, terminalCount: false)
      requestNextByte()
    default:
      break
    }
  }

  /// Without DMA the chip interrupts for every byte, or with its FIFO for every threshold's worth.
  private func requestNextByte() {
    guard state.stage == .transferring, state.position > 0 else { return }
    let usesFIFO = state.configuration & Configuration.fifoDisabled == 0
    let threshold = usesFIFO ? Int(state.configuration & Configuration.threshold) + 1 : 1
    if state.position % threshold == 0 { raiseInterrupt() }
  }

  // MARK: Time

  /// A span in ticks: `fast` microseconds at the fast speed, `real` at the mechanics' own.
  func duration(fast: UInt64, real: UInt64) -> Ticks {
    microseconds.ticks(afterPeriods: speed == .fast ? fast : real)
  }

  /// Microseconds since the index hole passed.
  func turnPosition(_ drive: FloppyDrive, at tick: Ticks) -> UInt64 {
    microseconds.periods(at: tick) % drive.revolution
  }

  func scheduleExecution(at tick: Ticks) {
    scheduler.schedule(executionSlot, at: tick)
  }

  func cancelExecution() {
    scheduler.cancel(executionSlot)
  }

  func scheduleSeek(_ drive: Int, at tick: Ticks) {
    scheduler.schedule(slots[drive & 3], at: tick)
  }

  func seekDeadline(_ drive: Int) -> Ticks? {
    scheduler.deadline(of: slots[drive & 3])
  }
}
