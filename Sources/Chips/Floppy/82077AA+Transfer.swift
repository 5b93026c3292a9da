import BusKit
import Media

/// The execution phase of the commands that read or write a medium.
extension Intel82077AA {
  enum ST1 {
    static let endOfCylinder: UInt8 = 0x80
    static let dataError: UInt8 = 0x20
    static let overrun: UInt8 = 0x10
    static let noData: UInt8 = 0x04
    static let notWritable: UInt8 = 0x02
    static let missingAddressMark: UInt8 = 0x01
  }

  enum ST2 {
    static let controlMark: UInt8 = 0x40
    static let dataError: UInt8 = 0x20
    static let wrongCylinder: UInt8 = 0x10
    static let scanEqual: UInt8 = 0x08
    static let scanNotSatisfied: UInt8 = 0x04
    static let badCylinder: UInt8 = 0x02
    static let missingDataMark: UInt8 = 0x01
  }

  func execute(at tick: Ticks) {
    switch state.stage {
    case .seeking:
      state.operation.arrival = tick
      findSector()
    case .searching:
      state.operation.arrival = tick
      reachSector()
    case .transferring:
      // The host has let bytes pass (section 5.4, OR).
      setDMARequest(false)
      fail(ST1.overrun)
    case .finishing:
      showResult()
    case .none, .awaitingIndex:
      break
    }
  }

  // MARK: Looking for a sector

  /// Sets the alarm for when the wanted sector, or the certainty that there is none, has come by.
  func findSector() {
    let operation = state.operation
    guard let drive = drive(operation.drive), drive.isTurning else {
      // No index pulses: the chip would wait for ever, until a reset or a disk (section 5.2).
      state.stage = .awaitingIndex
      return
    }
    state.stage = .searching
    if let seek = seekDeadline(operation.drive), seek > scheduler.now {
      state.operation.arrival = seek
    }
    guard speed == .real else {
      let latency = duration(fast: 20, real: 0)
      return scheduleExecution(at: max(scheduler.now, state.operation.arrival) &+ latency)
    }
    let ready = (drive.motorSince ?? 0) &+ microseconds.ticks(afterPeriods: drive.spinUp)
    var from = max(state.operation.arrival, ready)
    var end = passing(drive, from: from)
    if end < scheduler.now {
      // The host took longer than the gap: the sector must come round again.
      from = scheduler.now
      end = passing(drive, from: from)
    }
    scheduleExecution(at: end)
  }

  /// The tick at which the wanted sector will have passed the head, or two turns will have.
  private func passing(_ drive: FloppyDrive, from tick: Ticks) -> Ticks {
    let now = microseconds.periods(at: tick)
    let turn = drive.revolution
    let position = now % turn
    let wanted: Int
    guard let layout = layout(drive) else {
      return microseconds.ticks(afterPeriods: now + 2 * turn)
    }
    let spt = layout.sectorsPerTrack
    switch state.operation.kind {
    case .readID:
      wanted = idUnderHead(position, turn, spt)
    case .readTrack, .formatTrack:
      wanted = state.operation.sectorsDone % spt
    default:
      guard let sector = match(drive).sector else {
        return microseconds.ticks(afterPeriods: now + 2 * turn)
      }
      wanted = sector - 1
    }
    let start = UInt64(wanted) * turn / UInt64(spt)
    // The last eighth of a sector's share of the track is gap 3: the host's time to ask for the next.
    let length = turn / UInt64(spt) * 7 / 8
    // A deadline is rounded up to a tick, which may lie in the next microsecond.
    let late = position >= start ? position - start : position + turn - start
    let wait = late <= 2 ? 0 : turn - late
    return microseconds.ticks(afterPeriods: now + wait + length)
  }

  /// The zero-based number of the next sector whose ID field comes by.
  private func idUnderHead(_ position: UInt64, _ turn: UInt64, _ spt: Int) -> Int {
    Int((position * UInt64(spt) + turn - 1) / turn) % spt
  }

  /// The format of the track under the head, or nil where the chip cannot recognise any address
  /// mark: past the last track or side, at another data rate, in single density.
  private func layout(_ drive: FloppyDrive) -> FloppyFormat? {
    guard let format = drive.format, drive.mediumCylinder != nil, state.operation.isMFM,
      state.operation.head < format.heads
    else { return nil }
    // DEVIATION: until somebody writes CCR or DSR, every rate is right: Debian's legacy Bochs BIOS
    // never programs it and relies on this.
    guard state.rateIsDefault || drive.kilobitsPerSecond == kilobitsPerSecond else { return nil }
    return format
  }

  private struct Match {
    /// Counts from 1; nil when no ID on the track is the wanted one.
    var sector: Int?
    var status1: UInt8 = 0
    var status2: UInt8 = 0
  }

  /// Compares the wanted ID with those on the track (section 5.4, ND, WC, BC, MA).
  private func match(_ drive: FloppyDrive) -> Match {
    let operation = state.operation
    guard let format = layout(drive), let cylinder = drive.mediumCylinder else {
      return Match(status1: ST1.missingAddressMark)
    }
    guard Int(operation.cylinder) == cylinder else {
      let isBad = operation.cylinder == 0xFF
      return Match(
        status1: ST1.noData, status2: isBad ? ST2.badCylinder : ST2.wrongCylinder)
    }
    guard Int(operation.headID) == operation.head, operation.sizeCode == 2,
      (1...format.sectorsPerTrack).contains(Int(operation.sector))
    else { return Match(status1: ST1.noData) }
    return Match(sector: Int(operation.sector))
  }

  // MARK: A sector under the head

  private func reachSector() {
    guard let drive = drive(state.operation.drive), drive.isTurning else { return findSector() }
    if state.operation.kind.writesMedium && drive.isWriteProtected {
      return fail(ST1.notWritable)
    }
    switch state.operation.kind {
    case .readID: reachAnyID(drive)
    case .formatTrack: reachFormatGap(drive)
    case .readTrack: reachNextInTrack(drive)
    default: reachWanted(drive)
    }
  }

  private func reachAnyID(_ drive: FloppyDrive) {
    guard let format = layout(drive), let cylinder = drive.mediumCylinder else {
      return fail(ST1.missingAddressMark)
    }
    let spt = format.sectorsPerTrack
    let position = turnPosition(drive, at: state.operation.arrival)
    let passed = Int(position * UInt64(spt) / drive.revolution)
    state.operation.cylinder = UInt8(truncatingIfNeeded: cylinder)
    state.operation.headID = UInt8(state.operation.head)
    state.operation.sector = UInt8(truncatingIfNeeded: passed % spt + 1)
    state.operation.sizeCode = 2
    finish()
  }

  /// FORMAT TRACK asks for each sector's C, H, R and N (section 6.1.7).
  private func reachFormatGap(_ drive: FloppyDrive) {
    guard state.operation.sectorsLeft > 0 else { return finish() }
    beginTransfer(count: 4)
  }

  /// READ TRACK takes the sectors as they come after the index, and only notes wrong IDs
  /// (section 6.1.5).
  private func reachNextInTrack(_ drive: FloppyDrive) {
    guard let format = layout(drive) else { return fail(ST1.missingAddressMark) }
    let physical = state.operation.sectorsDone % format.sectorsPerTrack + 1
    let found = match(drive)
    if found.sector != physical { state.operation.status1 |= ST1.noData }
    state.operation.status2 |= found.status2
    guard load(drive, sector: physical) else { return }
    beginTransfer(count: DiskImage.sectorSize)
  }

  private func reachWanted(_ drive: FloppyDrive) {
    let found = match(drive)
    guard let sector = found.sector else {
      state.operation.status2 |= found.status2
      return fail(found.status1)
    }
    let kind = state.operation.kind
    if !kind.writesMedium {
      let isDeleted = blockIndex(drive, sector: sector).map {
        drive.deletedSectors.contains(UInt32($0))
      }
      let wantsDeleted = kind == .readDeletedData
      if (isDeleted ?? false) != wantsDeleted {
        state.operation.status2 |= ST2.controlMark
        if state.operation.skipsMarked { return nextSector() }
      }
      guard load(drive, sector: sector) else { return }
    }
    if kind == .verify { return sectorDone() }
    if kind.scans {
      state.operation.status2 &= ~ST2.scanNotSatisfied
      state.operation.status2 |= ST2.scanEqual
    }
    beginTransfer(count: DiskImage.sectorSize)
  }

  private func blockIndex(_ drive: FloppyDrive, sector: Int) -> UInt64? {
    guard let format = drive.format, let cylinder = drive.mediumCylinder else { return nil }
    return format.geometry.block(
      at: CHS(cylinder: cylinder, head: state.operation.head, sector: sector))
  }

  /// Reads a sector into the buffer; false when the host could not, which the guest sees as a CRC
  /// error in the data field.
  private func load(_ drive: FloppyDrive, sector: Int) -> Bool {
    guard let image = images[state.operation.drive], let block = blockIndex(drive, sector: sector)
    else {
      fail(ST1.missingAddressMark)
      return false
    }
    state.readLatch = true
    do {
      try image.read(block, into: &state.buffer)
      return true
    } catch {
      state.operation.status2 |= ST2.dataError
      fail(ST1.dataError)
      return false
    }
  }

  /// Writes the buffer to a sector and its mark; false when the host could not.
  private func store(sector: Int, isDeleted: Bool) -> Bool {
    let number = state.operation.drive
    guard let drive = drive(number), let image = images[number],
      let block = blockIndex(drive, sector: sector)
    else {
      fail(ST1.missingAddressMark)
      return false
    }
    state.writeLatch = true
    do {
      try image.write(block, from: state.buffer)
    } catch {
      // A full host disk cannot be told to the guest any better.
      fail(ST1.notWritable)
      return false
    }
    state.drives[number]?.isDirty = true
    let mark = UInt32(truncatingIfNeeded: block)
    if drive.deletedSectors.contains(mark) != isDeleted {
      var marks = drive.deletedSectors.filter { $0 != mark }
      if isDeleted { marks.append(mark) }
      state.drives[number]?.deletedSectors = marks.sorted()
    }
    return true
  }

  // MARK: Bytes to and from the host

  private func beginTransfer(count: Int) {
    state.stage = .transferring
    state.position = 0
    state.transferCount = count
    // How long the host may take: until the next sector is due. At the fast speed nobody is lost
    // who takes a sector within a turn.
    let drive = drive(state.operation.drive)
    let turn = drive?.revolution ?? 200_000
    let sectors = UInt64(drive?.format?.sectorsPerTrack ?? 1)
    let patience = duration(fast: turn, real: turn / sectors)
    scheduleExecution(at: scheduler.now &+ patience)
    if state.isNonDMA {
      raiseInterrupt()
    } else {
      // The DMA controller may take everything before this returns.
      setDMARequest(true)
    }
  }

  /// A byte for the host.
  func takeByte(terminalCount: Bool) -> UInt8 {
    guard state.position < state.transferCount else { return 0xFF }
    let value = state.buffer[state.position]
    state.position += 1
    finishByte(terminalCount: terminalCount)
    return value
  }

  /// A byte from the host.
  func giveByte(_ value: UInt8, terminalCount: Bool) {
    guard state.position < state.transferCount else { return }
    if state.operation.kind.scans {
      scan(value)
    } else {
      state.buffer[state.position] = value
    }
    state.position += 1
    finishByte(terminalCount: terminalCount)
  }

  private func finishByte(terminalCount: Bool) {
    if terminalCount { state.operation.reachedTerminalCount = true }
    guard terminalCount || state.position == state.transferCount else { return }
    cancelExecution()
    setDMARequest(false)
    if state.operation.kind.writesMedium {
      guard commit() else { return }
    }
    sectorDone()
  }

  /// Section 6.2.13: FFh on either side matches anything.
  private func scan(_ value: UInt8) {
    let found = state.buffer[state.position]
    let isSettled = state.operation.status2 & ST2.scanNotSatisfied != 0
    guard value != 0xFF, found != 0xFF, found != value, !isSettled else { return }
    state.operation.status2 &= ~ST2.scanEqual
    let isMet: Bool
    switch state.operation.kind {
    case .scanLowOrEqual: isMet = found < value
    case .scanHighOrEqual: isMet = found > value
    default: isMet = false
    }
    if !isMet { state.operation.status2 |= ST2.scanNotSatisfied }
  }

  private func commit() -> Bool {
    // Section 6.1.3: after a terminal count the rest of the sector is filled with zeros.
    for index in state.position..<max(state.position, state.transferCount) {
      state.buffer[index] = 0
    }
    guard state.operation.kind == .formatTrack else {
      return store(
        sector: Int(state.operation.sector),
        isDeleted: state.operation.kind == .writeDeletedData)
    }
    return formatSector()
  }

  private func formatSector() -> Bool {
    guard state.position == 4, let drive = drive(state.operation.drive), let format = drive.format
    else { return true }
    let (cylinder, head, sector, size) = (
      state.buffer[0], state.buffer[1], state.buffer[2], state.buffer[3]
    )
    state.operation.cylinder = cylinder
    state.operation.headID = head
    state.operation.sector = sector
    guard let layout = layout(drive), Int(cylinder) == drive.mediumCylinder,
      Int(head) == state.operation.head, size == 2, state.operation.sizeCode == 2,
      (1...layout.sectorsPerTrack).contains(Int(sector)), format == layout
    else { return true }
    for index in state.buffer.indices { state.buffer[index] = state.operation.filler }
    return store(sector: Int(sector), isDeleted: false)
  }

  // MARK: After a sector

  private func sectorDone() {
    state.operation.sectorsDone += 1
    let kind = state.operation.kind
    if kind == .formatTrack {
      state.operation.sectorsLeft -= 1
      if state.operation.sectorsLeft <= 0 || state.operation.reachedTerminalCount {
        return finish()
      }
      return findSector()
    }
    if kind == .readTrack {
      let isLast = state.operation.sectorsDone >= Int(state.operation.endOfTrack)
      state.operation.sector &+= 1
      if state.operation.reachedTerminalCount || isLast { return finish() }
      return findSector()
    }
    // A sector that meets the condition ends the scan.
    if kind.scans && state.operation.status2 & ST2.scanNotSatisfied == 0 { return finish() }
    nextSector()
  }

  private func nextSector() {
    let kind = state.operation.kind
    let isMarked = state.operation.status2 & ST2.controlMark != 0 && !state.operation.skipsMarked
    let isLast = advance()
    if state.operation.reachedTerminalCount || isMarked { return finish() }
    if kind == .verify {
      state.operation.sectorsLeft -= 1
      let isCounted = state.operation.verifiesCount && state.operation.sectorsLeft <= 0
      if isCounted || (isLast && !state.operation.verifiesCount) { return finish() }
    }
    // The host wanted more than the cylinder holds (section 5.4, EN).
    if isLast { return kind.scans ? finish() : fail(ST1.endOfCylinder) }
    findSector()
  }

  /// Moves the ID to the next sector as table 5-6 says; true at the end of the cylinder.
  private func advance() -> Bool {
    let stride = state.operation.kind.scans && state.operation.dataLength == 2 ? 2 : 1 as UInt8
    guard state.operation.sector == state.operation.endOfTrack else {
      state.operation.sector &+= stride
      return false
    }
    state.operation.sector = 1
    if state.operation.isMultiTrack {
      state.operation.headID ^= 1
      if state.operation.head == 0 {
        state.operation.head = 1
        return false
      }
    }
    state.operation.cylinder &+= 1
    return true
  }

  // MARK: Ending

  private func fail(_ status1: UInt8) {
    state.operation.status0 |= ST0.abnormal
    state.operation.status1 |= status1
    finish()
  }

  private func finish() {
    cancelExecution()
    state.stage = .finishing
    scheduleExecution(at: scheduler.now &+ duration(fast: 2, real: 2))
  }

  private func showResult() {
    let operation = state.operation
    state.stage = .none
    state.result = [
      operation.status0 | UInt8(operation.head << 2) | UInt8(operation.drive),
      operation.status1, operation.status2,
      operation.cylinder, operation.headID, operation.sector, operation.sizeCode,
    ]
    state.phase = .result
    state.resultHasInterrupt = true
    raiseInterrupt()
  }
}
