import BusKit
import Media

extension Intel82077AA {
  /// The command set (section 5.0, table 5-1). Later parts' commands (PART ID, 18h) are invalid here,
  /// which is how drivers tell an 82077AA from an 82078.
  enum Command: Codable, Equatable, Sendable {
    case readData, readDeletedData, writeData, writeDeletedData, readTrack, verify, formatTrack
    case scanEqual, scanLowOrEqual, scanHighOrEqual, readID
    case recalibrate, seek, relativeSeek
    case senseInterruptStatus, senseDriveStatus, specify, configure, version, dumpRegisters
    case perpendicularMode, lock
    case invalid

    /// Decodes a first byte: MT, MFM and SK are the high bits of those commands that have them; a
    /// bit where the table prints a zero must be zero.
    init(_ byte: UInt8) {
      self =
        switch (byte & 0x1F, byte & 0xE0) {
        case (0x06, _): .readData
        case (0x0C, _): .readDeletedData
        case (0x05, 0x00), (0x05, 0x40), (0x05, 0x80), (0x05, 0xC0): .writeData
        case (0x09, 0x00), (0x09, 0x40), (0x09, 0x80), (0x09, 0xC0): .writeDeletedData
        case (0x02, 0x00), (0x02, 0x40): .readTrack
        case (0x16, _): .verify
        case (0x0D, 0x00), (0x0D, 0x40): .formatTrack
        case (0x11, _): .scanEqual
        case (0x19, _): .scanLowOrEqual
        case (0x1D, _): .scanHighOrEqual
        case (0x0A, 0x00), (0x0A, 0x40): .readID
        case (0x07, 0x00): .recalibrate
        case (0x0F, 0x00): .seek
        case (0x0F, 0x80), (0x0F, 0xC0): .relativeSeek
        case (0x08, 0x00): .senseInterruptStatus
        case (0x04, 0x00): .senseDriveStatus
        case (0x03, 0x00): .specify
        case (0x13, 0x00): .configure
        case (0x10, 0x00): .version
        case (0x0E, 0x00): .dumpRegisters
        case (0x12, 0x00): .perpendicularMode
        case (0x14, 0x00), (0x14, 0x80): .lock
        default: .invalid
        }
    }

    /// Bytes of the command phase after the first.
    var parameterCount: Int {
      switch self {
      case .readData, .readDeletedData, .writeData, .writeDeletedData, .readTrack, .verify,
        .scanEqual, .scanLowOrEqual, .scanHighOrEqual:
        8
      case .formatTrack: 5
      case .configure: 3
      case .specify, .seek, .relativeSeek: 2
      case .recalibrate, .senseDriveStatus, .readID, .perpendicularMode: 1
      default: 0
      }
    }

    /// Data goes from the medium to the host.
    var readsMedium: Bool {
      switch self {
      case .readData, .readDeletedData, .readTrack: true
      default: false
      }
    }

    var writesMedium: Bool {
      switch self {
      case .writeData, .writeDeletedData, .formatTrack: true
      default: false
      }
    }

    var scans: Bool {
      switch self {
      case .scanEqual, .scanLowOrEqual, .scanHighOrEqual: true
      default: false
      }
    }

    var movesData: Bool { readsMedium || writesMedium || scans }
  }

  enum ST0 {
    static let abnormal: UInt8 = 0x40
    static let invalid: UInt8 = 0x80
    static let readyChanged: UInt8 = 0xC0
    static let seekEnd: UInt8 = 0x20
    static let equipmentCheck: UInt8 = 0x10
  }

  // MARK: Command phase

  func acceptCommandByte(_ value: UInt8) {
    state.command.append(value)
    let command = Command(state.command[0])
    guard state.command.count > command.parameterCount else { return }
    let bytes = state.command
    state.command = []
    start(command, bytes)
  }

  private func start(_ command: Command, _ bytes: [UInt8]) {
    switch command {
    case .senseInterruptStatus:
      senseInterruptStatus()
    case .senseDriveStatus:
      show([driveStatus(bytes[1])])
    case .specify:
      state.stepRate = bytes[1] >> 4
      state.headUnload = bytes[1] & 0x0F
      state.headLoad = bytes[2] >> 1
      state.isNonDMA = bytes[2] & 1 != 0
    case .configure:
      state.configuration = bytes[2] & 0x7F
      state.precompensationTrack = bytes[3]
    case .version:
      show([0x90])  // An enhanced controller (section 6.2.8).
    case .dumpRegisters:
      show(dumpRegisters)
    case .perpendicularMode:
      // OW lets the drive bits be written (section 6.2.11).
      let drives = bytes[1] & 0x80 != 0 ? bytes[1] : state.perpendicular
      state.perpendicular = drives & 0x3C | bytes[1] & 0x03
    case .lock:
      state.isLocked = bytes[0] & 0x80 != 0
      show([state.isLocked ? 0x10 : 0x00])
    case .recalibrate:
      recalibrate(Int(bytes[1] & 3))
    case .seek:
      seek(Int(bytes[1] & 3), to: bytes[2], head: bytes[1] >> 2 & 1)
    case .relativeSeek:
      relativeSeek(
        Int(bytes[1] & 3), by: bytes[2], inward: bytes[0] & 0x40 != 0, head: bytes[1] >> 2 & 1)
    case .invalid:
      show([ST0.invalid])
    default:
      state.resetPolls = 0
      startData(command, bytes)
    }
  }

  /// Offers the bytes of a result phase that no interrupt announces.
  private func show(_ bytes: [UInt8]) {
    state.result = bytes
    state.phase = .result
  }

  /// Section 6.2.3: without a cause the command is invalid. After a reset four drives report in turn.
  private func senseInterruptStatus() {
    if state.resetPolls != 0 {
      lowerInterrupt()
      let drive = state.resetPolls.trailingZeroBitCount
      state.resetPolls &= state.resetPolls &- 1
      return show([ST0.readyChanged | UInt8(drive), state.cylinders[drive]])
    }
    guard let drive = (0..<4).first(where: { state.seekResults[$0] != nil }),
      let status = state.seekResults[drive]
    else { return show([ST0.invalid]) }
    lowerInterrupt()
    state.seekResults[drive] = nil
    state.busyDrives &= ~(1 << UInt8(drive))
    show([status, state.cylinders[drive]])
    // Another drive's seek has its own edge.
    if (0..<4).contains(where: { state.seekResults[$0] != nil }) { raiseInterrupt() }
  }

  /// ST3 (section 5.4): write protect, track 0, head and drive; ready and two-sided are wired high.
  private func driveStatus(_ select: UInt8) -> UInt8 {
    var status: UInt8 = 0x28 | select & 7
    if let drive = drive(Int(select & 3)) {
      if drive.cylinder == 0 { status |= 0x10 }
      if drive.isWriteProtected { status |= 0x40 }
    }
    return status
  }

  /// Section 6.2.10.
  private var dumpRegisters: [UInt8] {
    state.cylinders.elements + [
      state.stepRate << 4 | state.headUnload,
      state.headLoad << 1 | (state.isNonDMA ? 1 : 0),
      state.lastEndOfTrack,
      (state.isLocked ? 0x80 : 0) | state.perpendicular,
      state.configuration,
      state.precompensationTrack,
    ]
  }

  func drive(_ number: Int) -> FloppyDrive? {
    number < 2 ? state.drives[number] : nil
  }

  // MARK: Seeks

  /// At most 79 step pulses outward until TRK0 is seen; without it, equipment check
  /// (section 6.2.2).
  private func recalibrate(_ number: Int) {
    state.resetPolls = 0
    let steps = min(drive(number)?.cylinder ?? 79, 79)
    let found = drive(number).map { $0.cylinder <= 79 } ?? false
    state.cylinders[number] = 0
    state.positionedDrives &= ~(1 << UInt8(number))
    let status = found ? ST0.seekEnd : ST0.seekEnd | ST0.equipmentCheck | ST0.abnormal
    beginSeek(number, target: 0, steps: -steps, status: status)
  }

  private func seek(_ number: Int, to cylinder: UInt8, head: UInt8) {
    state.resetPolls = 0
    state.positionedDrives |= 1 << UInt8(number)
    let steps = Int(cylinder) - Int(state.cylinders[number])
    beginSeek(number, target: cylinder, steps: steps, status: ST0.seekEnd | head << 2)
  }

  /// Section 6.2.14: steps from where the head is; the present cylinder number counts along.
  private func relativeSeek(_ number: Int, by count: UInt8, inward: Bool, head: UInt8) {
    state.resetPolls = 0
    state.positionedDrives |= 1 << UInt8(number)
    let from = state.cylinders[number]
    let target = inward ? from &+ count : from &- count
    beginSeek(
      number, target: target, steps: inward ? Int(count) : -Int(count),
      status: ST0.seekEnd | head << 2)
  }

  private func beginSeek(_ number: Int, target: UInt8, steps: Int, status: UInt8) {
    state.busyDrives |= 1 << UInt8(number)
    state.seekResults[number] = nil
    state.seekTargets[number] = Int(status | UInt8(number)) << 8 | Int(target)
    step(number, by: steps)
    scheduleSeek(number, at: scheduler.now &+ stepTime(steps))
  }

  private func step(_ number: Int, by steps: Int) {
    guard steps != 0 else { return }
    state.stepLatch = true
    state.stepsInward = steps > 0
    if number < 2 { state.drives[number]?.step(by: steps) }
  }

  /// SRT counts down from 16 in milliseconds at 500 kb/s (section 6.2.4, table 6-7).
  private func stepTime(_ steps: Int) -> Ticks {
    let perStep = UInt64(16 - Int(state.stepRate)) * 500_000 / UInt64(kilobitsPerSecond)
    return duration(fast: 20, real: max(UInt64(abs(steps)) * perStep, 50))
  }

  /// The head has arrived.
  func finishSeek(_ number: Int) {
    guard let target = state.seekTargets[number] else { return }
    state.seekTargets[number] = nil
    state.cylinders[number] = UInt8(truncatingIfNeeded: target)
    state.seekResults[number] = UInt8(truncatingIfNeeded: target >> 8)
    raiseInterrupt()
  }

  // MARK: Data commands: start

  private func startData(_ command: Command, _ bytes: [UInt8]) {
    var operation = Operation()
    operation.kind = command
    operation.drive = Int(bytes[1] & 3)
    operation.head = Int(bytes[1] >> 2 & 1)
    operation.isMFM = bytes[0] & 0x40 != 0
    switch command {
    case .readID:
      break
    case .formatTrack:
      operation.sizeCode = bytes[2]
      operation.sectorsLeft = Int(bytes[3])
      operation.filler = bytes[5]
      state.lastEndOfTrack = bytes[3]
    default:
      operation.isMultiTrack = bytes[0] & 0x80 != 0 && command != .readTrack
      operation.skipsMarked = bytes[0] & 0x20 != 0 && !command.writesMedium
      operation.verifiesCount = command == .verify && bytes[1] & 0x80 != 0
      operation.cylinder = bytes[2]
      operation.headID = bytes[3]
      operation.sector = bytes[4]
      operation.sizeCode = bytes[5]
      operation.endOfTrack = bytes[6]
      operation.dataLength = bytes[8]
      operation.sectorsLeft = Int(bytes[8])
      state.lastEndOfTrack = bytes[6]
    }
    operation.arrival = scheduler.now
    state.operation = operation
    state.phase = .execution
    beginExecution()
  }

  /// Section 6.2.9: with EIS set, a command that names a cylinder first goes there.
  ///
  /// DEVIATION: so it does without EIS as long as the host has not positioned the drive with SEEK
  /// since it was recalibrated. Debian's legacy Bochs BIOS recalibrates and never seeks.
  private func beginExecution() {
    let operation = state.operation
    let seeksFirst: Bool
    switch operation.kind {
    case .formatTrack, .readID: seeksFirst = false
    default:
      seeksFirst =
        state.configuration & Configuration.impliedSeek != 0
        || state.positionedDrives >> UInt8(operation.drive) & 1 == 0
    }
    let steps = Int(operation.cylinder) - Int(state.cylinders[operation.drive])
    guard seeksFirst, steps != 0 else { return findSector() }
    step(operation.drive, by: steps)
    state.cylinders[operation.drive] = operation.cylinder
    state.stage = .seeking
    scheduleExecution(at: scheduler.now &+ stepTime(steps))
  }

  /// A disk turns again: a command that waited for index pulses goes on.
  func resumeAwaitingIndex() {
    guard state.stage == .awaitingIndex else { return }
    state.operation.arrival = scheduler.now
    findSector()
  }
}
