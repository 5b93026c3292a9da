import BusKit
import Media

/// A CD-ROM drive on an ATA cable: the PACKET command feature set of ATA/ATAPI-6 (T13 1410D) with
/// the commands of MMC-3 (T10 1363-D) and SPC-2 that a data drive has. PIO only.
///
/// Not modelled: audio (a data image holds none) and writing.
public final class ATAPICDROM: ATADevice {
  /// What happens when the drive is no longer busy.
  enum Step: Codable, Equatable, Sendable {
    case none, identify, requestPacket, run, nextBlock, finish, failed
  }

  struct Drive: Codable, Equatable, Sendable {
    var step = Step.none
    /// DRDY shows only after the first command since a reset (section 9.12).
    var isReady = false
    var isPacketCommand = false
    var isAwaitingPacket = false
    var packet = [UInt8](repeating: 0, count: 12)
    var sense = Sense.none
    /// Unit attention that the next command must report.
    var attention: Sense?
    /// For GET EVENT STATUS NOTIFICATION: 0 none, 2 new media, 3 removal.
    var mediaEvent: UInt8 = 0
    var isLocked = false
    var isTrayOpen = false
    var isStopped = false
    /// Most bytes of a DRQ block (byte count registers).
    var byteLimit = 0
    /// A parameter answer, of which `position` bytes have been offered.
    var answer: [UInt8] = []
    var position = 0
    /// A running read: sectors that remain, the next one, and the bytes of each that are wanted.
    var sectorsLeft = 0
    var nextSector: UInt64 = 0
    var layout = SectorLayout()
    /// Bytes of the current sector that have not been offered.
    var sectorBytes: [UInt8] = []
    /// Where the laser stands.
    var headSector: UInt64 = 0
  }

  /// Everything a snapshot needs.
  public struct State: Codable, Equatable, Sendable {
    var task: ATATaskFile
    var buffer: Buffer
    var drive: Drive
  }

  public internal(set) var state: State {
    get { State(task: task, buffer: buffer, drive: drive) }
    set { (task, buffer, drive) = (newValue.task, newValue.buffer, newValue.drive) }
  }

  /// Interrupt reason, in the sector count register (section 7.12).
  enum Reason {
    static let command: UInt16 = 1
    static let toHost: UInt16 = 2
  }

  var drive = Drive()
  public private(set) var disc: CDImage?

  public init(scheduler: Scheduler, disc: CDImage? = nil, speed: DiskSpeed = .fast) {
    self.disc = disc
    super.init(scheduler: scheduler, speed: speed, name: "ATAPI CD-ROM")
    if disc != nil { drive.attention = .mediumChanged }
  }

  /// Puts a disc in, or takes it out (nil). The next command hears of it.
  public func insert(_ disc: CDImage?) {
    let wasLoaded = self.disc != nil
    self.disc = disc
    drive.isTrayOpen = false
    drive.isStopped = false
    drive.sectorsLeft = 0
    if disc != nil {
      drive.attention = .mediumChanged
      drive.mediaEvent = 2
    } else if wasLoaded {
      drive.attention = nil
      drive.mediaEvent = 3
    }
  }

  override var signature: (mid: UInt16, high: UInt16) { (0x14, 0xEB) }
  override var isPacketDevice: Bool { true }
  override var idleStatus: UInt8 {
    drive.isReady ? ATAStatus.ready | ATAStatus.seekComplete : 0
  }

  override func restoreDefaults(isHardware: Bool) {
    let kept = drive
    drive = Drive()
    drive.isTrayOpen = kept.isTrayOpen
    drive.isLocked = isHardware ? false : kept.isLocked
    drive.attention = isHardware && disc != nil ? .powerOn : kept.attention
    drive.mediaEvent = kept.mediaEvent
    drive.headSector = kept.headSector
  }

  // MARK: ATA commands (section 8)

  override func execute(_ command: UInt8) {
    drive.step = .none
    drive.isAwaitingPacket = false
    drive.isPacketCommand = command == 0xA0
    switch command {
    case 0x08:  // DEVICE RESET: at once, and without an interrupt.
      cancelDeadline()
      restoreDefaults(isHardware: false)
      let device = task.device & 0x10
      showSignature()
      task.device = device
    case 0xA0:
      drive.isReady = true
      startPacket()
    case 0xA1:
      drive.isReady = true
      later(.identify)
    case 0xE5, 0x98:
      drive.isReady = true
      task.sectorCount = 0xFF
      later(.finish)
    case 0xE0, 0x94, 0xE1, 0x95, 0xE6, 0x99:
      drive.isReady = true
      later(.finish)
    case 0xEF:
      drive.isReady = true
      setFeatures()
    case 0xEC, 0x20:
      // The host learns from the registers that this is a packet device (section 8.15.5.2).
      abort()
      task.sectorCount = 1
      task.lbaLow = 1
      task.lbaMid = signature.mid
      task.lbaHigh = signature.high
    default:
      abort()
    }
  }

  private func abort() {
    drive.isReady = true
    fail(ATAError.aborted)
  }

  private func setFeatures() {
    switch (task.features & 0xFF, task.sectorCount & 0xFF) {
    case (0x03, 0x00), (0x03, 0x01), (0x03, 0x08...0x0C), (0x66, _), (0xCC, _): later(.finish)
    default: abort()
    }
  }

  override func advance() {
    let step = drive.step
    drive.step = .none
    switch step {
    case .none: break
    case .identify: request(identification, fromHost: false, interrupt: true)
    case .requestPacket: requestPacket()
    case .run: runPacket()
    case .nextBlock: offerBlock()
    case .finish: finishPacket()
    case .failed: showSense()
    }
  }

  override func blockDone() {
    if drive.isAwaitingPacket {
      drive.isAwaitingPacket = false
      drive.packet = Array(buffer.bytes.prefix(12))
      endTransfer()
      later(.run)
    } else if !drive.isPacketCommand {
      complete(interrupt: false)
    } else if hasMoreData {
      let sectors = min(drive.sectorsLeft, max(drive.byteLimit / CDImage.sectorSize, 1))
      later(.nextBlock, fast: 1, real: 20 + UInt64(sectors) * Self.sectorTime)
    } else {
      later(.finish, fast: 1, real: 20)
    }
  }

  func later(_ step: Step, fast: UInt64 = 3, real: UInt64 = 50) {
    drive.step = step
    beBusy(fast: fast, real: real)
  }

  // MARK: PACKET (section 8.23, protocol in 9.8)

  private func startPacket() {
    // DMA and overlap do not exist here.
    guard task.features & 0x03 == 0 else { return abort() }
    let limit = Int(task.lbaMid & 0xFF | task.lbaHigh << 8)
    // An odd limit, or none, is read as the largest even number below it.
    drive.byteLimit = limit == 0 || limit == 0xFFFF ? 0xFFFE : max(limit & ~1, 2)
    later(.requestPacket)
  }

  private func requestPacket() {
    drive.isAwaitingPacket = true
    task.sectorCount = Reason.command
    // Word 0 of IDENTIFY says that DRQ comes soon and without an interrupt.
    request([UInt8](repeating: 0, count: 12), fromHost: true, interrupt: false)
  }

  private func runPacket() {
    drive.answer = []
    drive.position = 0
    drive.sectorsLeft = 0
    drive.sectorBytes = []
    let operation = drive.packet[0]
    // Unit attention goes before every command but these (SPC-2, section 5.6.1).
    let isImmune = [0x03, 0x12, 0x46, 0x4A].contains(operation)
    if !isImmune, let attention = drive.attention {
      drive.attention = nil
      return fail(sense: attention)
    }
    if operation != 0x03 { drive.sense = .none }
    runCommand(operation)
  }

  /// Sends parameter data, cut to the packet's allocation length; then the command is complete.
  func answer(_ bytes: [UInt8], limit: Int) {
    drive.answer = Array(bytes.prefix(limit))
    drive.position = 0
    if drive.answer.isEmpty { later(.finish, fast: 1) } else { offerBlock() }
  }

  /// Ends a command that moves no data, after so long.
  func finish(fast: UInt64 = 2, real: UInt64 = 100) {
    later(.finish, fast: fast, real: real)
  }

  /// Starts sending sectors.
  func read(from sector: UInt64, count: Int, layout: SectorLayout) {
    let distance = max(sector, drive.headSector) - min(sector, drive.headSector)
    let spinUp: UInt64 = drive.isStopped ? 1_000_000 : 0
    drive.isStopped = false
    drive.nextSector = sector
    drive.sectorsLeft = count
    drive.layout = layout
    // A third of the disc takes a 12-speed drive some 90 ms.
    let seek = distance == 0 ? 0 : 20_000 + min(distance, 330_000) * 70_000 / 110_000
    later(count == 0 ? .finish : .nextBlock, fast: 5, real: spinUp + seek + Self.sectorTime)
  }

  /// Ends the command with CHECK CONDITION.
  func fail(sense: Sense) {
    drive.sense = sense
    drive.answer = []
    drive.sectorsLeft = 0
    drive.sectorBytes = []
    later(.failed, fast: 1)
  }

  private func showSense() {
    task.sectorCount = Reason.command | Reason.toHost
    // The sense key stands in the error register; ABRT as well.
    fail(drive.sense.key << 4 | ATAError.aborted)
  }

  private func finishPacket() {
    endTransfer()
    if drive.isPacketCommand { task.sectorCount = Reason.command | Reason.toHost }
    complete()
  }

  // MARK: Data to the host

  /// Microseconds of a sector at twelve times 75 a second.
  private static let sectorTime: UInt64 = 1_111

  private var hasMoreData: Bool {
    drive.position < drive.answer.count || drive.sectorsLeft > 0 || !drive.sectorBytes.isEmpty
  }

  /// One DRQ block: as many bytes as there are, at most the host's limit.
  private func offerBlock() {
    var block: [UInt8]
    if drive.position < drive.answer.count {
      let end = min(drive.answer.count, drive.position + drive.byteLimit)
      block = Array(drive.answer[drive.position..<end])
      drive.position = end
    } else {
      block = drive.sectorBytes
      drive.sectorBytes = []
      // Whole sectors where at least one fits, as drives do.
      var sectorSize = 0
      while drive.sectorsLeft > 0, block.isEmpty || block.count + sectorSize <= drive.byteLimit {
        guard let disc, drive.nextSector < disc.sectorCount else {
          return fail(sense: .outOfRange)
        }
        do {
          let sector = try drive.layout.bytes(of: drive.nextSector, on: disc)
          sectorSize = sector.count
          block += sector
        } catch {
          return fail(sense: .unrecoveredError)
        }
        drive.nextSector += 1
        drive.headSector = drive.nextSector
        drive.sectorsLeft -= 1
      }
      if block.count > drive.byteLimit {
        drive.sectorBytes = Array(block[drive.byteLimit...])
        block.removeLast(drive.sectorBytes.count)
      }
    }
    task.sectorCount = Reason.toHost
    task.lbaMid = UInt16(block.count & 0xFF)
    task.lbaHigh = UInt16(block.count >> 8 & 0xFF)
    request(block, fromHost: false, interrupt: true)
  }

  /// IDENTIFY PACKET DEVICE (section 8.16).
  private var identification: [UInt8] {
    var data = IdentifyData()
    data[0] = 0x85C0  // ATAPI, CD-ROM, removable, DRQ within 50 us of PACKET, 12-byte packets.
    data.setText("RING1-CD01", at: 10, wordCount: 10)
    data.setText("1.0", at: 23, wordCount: 4)
    data.setText("RingOne CD-ROM", at: 27, wordCount: 20)
    data[48] = 1
    data[49] = 0x0A00  // LBA, IORDY; no DMA.
    data[51] = 0x0200
    data[53] = 0x0002
    data[64] = 0x0003
    data[67] = 120
    data[68] = 120
    data[80] = 0x007E
    data[82] = 0x0210  // DEVICE RESET, PACKET.
    data[83] = 0x4000
    data[84] = 0x4000
    data[85] = 0x0210
    data[87] = 0x4000
    data[93] = isDevice1 ? 0x4B00 : 0x400B
    return data.bytes
  }
}
