import Media

extension ATAPICDROM {
  /// Sense key, additional sense code and its qualifier (SPC-2, section 7.23).
  struct Sense: Codable, Equatable, Sendable {
    var key: UInt8
    var code: UInt8
    var qualifier: UInt8 = 0

    static let none = Sense(key: 0, code: 0)
    static let noMedium = Sense(key: 2, code: 0x3A, qualifier: 1)
    static let noMediumTrayOpen = Sense(key: 2, code: 0x3A, qualifier: 2)
    static let unrecoveredError = Sense(key: 3, code: 0x11)
    static let invalidCommand = Sense(key: 5, code: 0x20)
    static let outOfRange = Sense(key: 5, code: 0x21)
    static let invalidField = Sense(key: 5, code: 0x24)
    static let removalPrevented = Sense(key: 5, code: 0x53, qualifier: 2)
    static let wrongTrackMode = Sense(key: 5, code: 0x64)
    static let mediumChanged = Sense(key: 6, code: 0x28)
    static let powerOn = Sense(key: 6, code: 0x29)
  }

  /// Which parts of a sector READ CD sends; READ (10) and (12) send the user data.
  struct SectorLayout: Codable, Equatable, Sendable {
    var sync = false
    var header = false
    var userData = true
    var errorCorrection = false

    /// A mode 1 sector as ECMA-130 lays it out (section 14). The image holds the user data; sync and
    /// header are made from the address, and EDC and ECC from both.
    func bytes(of sector: UInt64, on disc: CDImage) throws(MediaError) -> [UInt8] {
      let data = userData || errorCorrection ? try disc.sector(sector) : []
      guard sync || header || errorCorrection else { return data }
      let encoded = Mode1Sector(address: sector, data: data)
      return (sync ? encoded.sync : []) + (header ? encoded.header : [])
        + (userData ? data : []) + (errorCorrection ? encoded.auxiliary : [])
    }
  }

  private func byte(_ index: Int) -> UInt8 { drive.packet[index] }

  private func number(_ range: Range<Int>) -> Int {
    drive.packet[range].reduce(0) { $0 << 8 | Int($1) }
  }

  private var sectorCount: UInt64 { disc?.sectorCount ?? 0 }

  /// The disc, unless a command needs one and there is none: then CHECK CONDITION.
  private var isDiscReady: Bool {
    guard disc == nil || drive.isTrayOpen else { return true }
    fail(sense: drive.isTrayOpen ? .noMediumTrayOpen : .noMedium)
    return false
  }

  func runCommand(_ operation: UInt8) {
    switch operation {
    case 0x00: if isDiscReady { finish() }  // TEST UNIT READY
    case 0x03: requestSense()
    case 0x12: inquiry()
    case 0x1B: startStop()
    case 0x1E: preventRemoval()
    case 0x25: readCapacity()
    case 0x28: read(count: number(7..<9))
    case 0xA8: read(count: number(6..<10))
    case 0x2B: seek()
    case 0x2F: verify()
    case 0x42: readSubchannel()
    case 0x43: readTOC()
    case 0x44: readHeader()
    case 0x46: getConfiguration()
    case 0x4A: getEventStatus()
    case 0x4E, 0x4B: if isDiscReady { finish() }  // STOP PLAY/SCAN, PAUSE: nothing plays.
    case 0x51: readDiscInformation()
    case 0x52: readTrackInformation()
    case 0x55: fail(sense: .invalidField)  // MODE SELECT: no page can be changed.
    case 0x5A: modeSense(isLong: true)
    case 0x1A: modeSense(isLong: false)
    case 0xBB: finish()  // SET CD SPEED: the drive chooses.
    case 0xBD: mechanismStatus()
    case 0xBE: readCD()
    case 0xB9: readCDMSF()
    default: fail(sense: .invalidCommand)
    }
  }

  // MARK: State of the unit (SPC-2)

  private func requestSense() {
    let sense = drive.attention ?? drive.sense
    drive.attention = nil
    drive.sense = .none
    var data = [UInt8](repeating: 0, count: 18)
    data[0] = 0x70
    data[2] = sense.key
    data[7] = 10
    data[12] = sense.code
    data[13] = sense.qualifier
    answer(data, limit: Int(byte(4)))
  }

  private func inquiry() {
    guard byte(1) & 3 == 0, byte(2) == 0 else { return fail(sense: .invalidField) }
    var data: [UInt8] = [0x05, 0x80, 0x05, 0x21, 31, 0, 0, 0]
    data += Array("RingOne ".utf8) + Array("CD-ROM          ".utf8) + Array("1.0 ".utf8)
    answer(data, limit: number(3..<5))
  }

  /// MMC-3, section 6.41: bit 0 starts, bit 1 loads or ejects.
  private func startStop() {
    switch byte(4) & 3 {
    case 2:
      guard !drive.isLocked else { return fail(sense: .removalPrevented) }
      drive.isTrayOpen = true
      drive.isStopped = true
      drive.mediaEvent = disc == nil ? 0 : 3
    case 3:
      if drive.isTrayOpen, disc != nil {
        drive.attention = .mediumChanged
        drive.mediaEvent = 2
      }
      drive.isTrayOpen = false
    case 0: drive.isStopped = true
    default:
      guard isDiscReady else { return }
      drive.isStopped = false
    }
    finish(real: 500_000)
  }

  private func preventRemoval() {
    drive.isLocked = byte(4) & 1 != 0
    finish()
  }

  // MARK: Reading

  private func readCapacity() {
    guard isDiscReady else { return }
    answer(big(sectorCount &- 1, 4) + big(2048, 4), limit: 8)
  }

  /// True when the sectors exist; otherwise CHECK CONDITION.
  private func isOnDisc(_ first: Int, count: Int) -> Bool {
    guard isDiscReady else { return false }
    guard UInt64(first) + UInt64(count) <= sectorCount else {
      fail(sense: .outOfRange)
      return false
    }
    return true
  }

  private func read(count: Int) {
    let first = number(2..<6)
    guard isOnDisc(first, count: count) else { return }
    read(from: UInt64(first), count: count, layout: SectorLayout())
  }

  private func seek() {
    guard isOnDisc(number(2..<6), count: 1) else { return }
    drive.headSector = UInt64(number(2..<6))
    finish(real: 90_000)
  }

  private func verify() {
    guard byte(1) & 0x02 == 0 else { return fail(sense: .invalidField) }
    guard isOnDisc(number(2..<6), count: number(7..<9)) else { return }
    finish(real: UInt64(number(7..<9)) * 1_111)
  }

  /// MMC-3, section 6.19 (READ CD).
  private func readCD() {
    readRaw(number(2..<6), count: number(6..<9))
  }

  /// MMC-3, section 6.20 (READ CD MSF): minutes, seconds and frames count from two seconds before
  /// the first sector.
  private func readCDMSF() {
    let first = frame(3) - 150
    let end = frame(6) - 150
    guard first >= 0, end >= first else { return fail(sense: .outOfRange) }
    readRaw(first, count: end - first)
  }

  private func frame(_ index: Int) -> Int {
    (Int(byte(index)) * 60 + Int(byte(index + 1))) * 75 + Int(byte(index + 2))
  }

  private func readRaw(_ first: Int, count: Int) {
    // Sector type: any, or mode 1; this disc has no other. No C2 flags, no sub-channel.
    let type = byte(1) >> 2 & 7
    guard type == 0 || type == 2 else { return fail(sense: .wrongTrackMode) }
    guard byte(9) & 0x06 == 0, byte(10) & 7 == 0 else { return fail(sense: .invalidField) }
    guard isOnDisc(first, count: count) else { return }
    let flags = byte(9)
    // Mode 1 has no subheader, so header code 10b gives nothing and 11b the header.
    let layout = SectorLayout(
      sync: flags & 0x80 != 0, header: flags & 0x20 != 0, userData: flags & 0x10 != 0,
      errorCorrection: flags & 0x08 != 0)
    let isEmpty = layout == SectorLayout(userData: false)
    read(from: UInt64(first), count: isEmpty ? 0 : count, layout: layout)
  }

  /// MMC-3, section 6.23: mode 1 and the address.
  private func readHeader() {
    let sector = number(2..<6)
    guard isOnDisc(sector, count: 1) else { return }
    answer([1, 0, 0, 0] + address(UInt64(sector)), limit: number(7..<9))
  }

  // MARK: Addresses

  private func big(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
  }

  /// Four bytes: a logical block, or with the packet's MSF bit minute, second and frame.
  private func address(_ sector: UInt64) -> [UInt8] {
    guard byte(1) & 2 != 0 else { return big(sector, 4) }
    let frames = sector + 150
    return [
      0, UInt8(truncatingIfNeeded: frames / 4500), UInt8(frames / 75 % 60), UInt8(frames % 75),
    ]
  }

  // MARK: Tables of contents

  /// MMC-3, section 6.26: one session with one data track.
  private func readTOC() {
    guard isDiscReady else { return }
    // Old drivers put the format into the control byte (SFF-8020i).
    let format = byte(2) & 0x0F != 0 ? byte(2) & 0x0F : byte(9) >> 6
    let limit = number(7..<9)
    let track = byte(6)
    switch format {
    case 0:
      guard track <= 1 || track == 0xAA else { return fail(sense: .invalidField) }
      var data: [UInt8] = [1, 1]
      if track <= 1 { data += [0, 0x14, 1, 0] + address(0) }
      data += [0, 0x14, 0xAA, 0] + address(sectorCount)
      answer(big(UInt64(data.count), 2) + data, limit: limit)
    case 1:
      answer([0, 10, 1, 1, 0, 0x14, 1, 0] + address(0), limit: limit)
    case 2:
      answer(fullTOC, limit: limit)
    default:
      fail(sense: .invalidField)
    }
  }

  /// The lead-in's own entries: first and last track, lead-out, and the track (always MSF).
  private var fullTOC: [UInt8] {
    func time(_ sector: UInt64) -> [UInt8] {
      let frames = sector + 150
      return [
        UInt8(truncatingIfNeeded: frames / 4500), UInt8(frames / 75 % 60), UInt8(frames % 75),
      ]
    }
    let entry: [UInt8] = [1, 0x14, 0]
    var data: [UInt8] = [1, 1]
    data += entry + [0xA0, 0, 0, 0, 0, 1, 0, 0]
    data += entry + [0xA1, 0, 0, 0, 0, 1, 0, 0]
    data += entry + [0xA2, 0, 0, 0, 0] + time(sectorCount)
    data += entry + [1, 0, 0, 0, 0] + time(0)
    return big(UInt64(data.count), 2) + data
  }

  /// MMC-3, section 6.25: a finished CD-ROM.
  private func readDiscInformation() {
    guard isDiscReady else { return }
    var data = [UInt8](repeating: 0, count: 34)
    data[1] = 32
    data[2] = 0x0E
    (data[3], data[4], data[5], data[6]) = (1, 1, 1, 1)
    data[7] = 0x20
    for index in 16..<24 { data[index] = 0xFF }
    answer(data, limit: number(7..<9))
  }

  private func readTrackInformation() {
    guard isDiscReady else { return }
    let wanted = number(2..<6)
    let isTrack = byte(1) & 3 == 0 ? UInt64(wanted) < sectorCount : wanted == 1
    guard isTrack else { return fail(sense: .invalidField) }
    var data = [UInt8](repeating: 0, count: 36)
    data[1] = 34
    (data[2], data[3]) = (1, 1)
    (data[5], data[6]) = (0x04, 0x01)
    data.replaceSubrange(24..<28, with: big(sectorCount, 4))
    answer(data, limit: number(7..<9))
  }

  /// MMC-3, section 6.27: no audio status; no catalogue number.
  private func readSubchannel() {
    guard isDiscReady else { return }
    let limit = number(7..<9)
    guard byte(2) & 0x40 != 0 else { return answer([0, 0x15, 0, 0], limit: limit) }
    switch byte(3) {
    case 1:
      let position = address(drive.headSector)
      answer([0, 0x15, 0, 12, 1, 0x14, 1, 1] + position + position, limit: limit)
    case 2, 3:
      answer([0, 0x15, 0, 20, byte(3)] + [UInt8](repeating: 0, count: 19), limit: limit)
    default: fail(sense: .invalidField)
    }
  }

  // MARK: Capabilities

  /// MMC-3, section 6.5. Features: profile list, core, morphing, removable medium, random readable,
  /// multi-read, CD read.
  private func getConfiguration() {
    let profile: UInt16 = disc == nil || drive.isTrayOpen ? 0 : 0x0008
    let features: [(code: UInt16, flags: UInt8, data: [UInt8])] = [
      (0x0000, 0x03, [0x00, 0x08, profile != 0 ? 1 : 0, 0]),
      (0x0001, 0x03, [0, 0, 0, 2]),
      (0x0002, 0x03, [0x02, 0, 0, 0]),
      (0x0003, 0x03, [0x29, 0, 0, 0]),
      (0x0010, profile != 0 ? 1 : 0, [0, 0, 8, 0, 0, 1, 0, 0]),
      (0x001D, profile != 0 ? 1 : 0, []),
      (0x001E, profile != 0 ? 5 : 4, [0, 0, 0, 0]),
    ]
    let start = UInt16(truncatingIfNeeded: number(2..<4))
    let wanted = features.filter { feature in
      switch byte(1) & 3 {
      case 0: feature.code >= start
      case 1: feature.code >= start && feature.flags & 1 != 0
      default: feature.code == start
      }
    }
    var data = [UInt8](repeating: 0, count: 2) + big(UInt64(profile), 2)
    for feature in wanted {
      data += big(UInt64(feature.code), 2) + [feature.flags, UInt8(feature.data.count)]
      data += feature.data
    }
    answer(big(UInt64(data.count), 4) + data, limit: number(7..<9))
  }

  /// MMC-3, section 6.6, polled only; the media class is the one that has events.
  private func getEventStatus() {
    guard byte(1) & 1 != 0 else { return fail(sense: .invalidField) }
    let supported: UInt8 = 0x10
    guard byte(4) & supported != 0 else {
      return answer([0, 2, 0x80, supported], limit: number(7..<9))
    }
    let isPresent = disc != nil && !drive.isTrayOpen
    let status: UInt8 = (drive.isTrayOpen ? 1 : 0) | (isPresent ? 2 : 0)
    let event = drive.mediaEvent
    drive.mediaEvent = 0
    answer([0, 6, 4, supported, event, status, 0, 0], limit: number(7..<9))
  }

  /// MMC-3, section 6.9: no changer.
  private func mechanismStatus() {
    let flags: UInt8 = drive.isTrayOpen ? 0x10 : 0
    answer(
      [0, flags] + big(drive.headSector, 3) + [0, 0, 0], limit: number(8..<10))
  }

  /// SPC-2, section 7.9, with MMC-3's pages 01h (error recovery), 0Dh, 0Eh (audio control) and 2Ah
  /// (capabilities).
  private func modeSense(isLong: Bool) {
    let limit = isLong ? number(7..<9) : Int(byte(4))
    let pages: [[UInt8]] = [
      [0x01, 0x06, 0, 5, 0, 0, 0, 0],
      [0x0D, 0x06, 0, 0, 0, 60, 0, 75],
      [0x0E, 0x0E, 4, 0, 0, 0, 0, 75, 1, 0xFF, 2, 0xFF, 0, 0, 0, 0],
      capabilities,
    ]
    let control = byte(2) >> 6
    let code = byte(2) & 0x3F
    // Saved values do not exist.
    guard control != 3 else { return fail(sense: Sense(key: 5, code: 0x39)) }
    var chosen = pages.filter { code == 0x3F || $0[0] == code }
    guard !chosen.isEmpty else { return fail(sense: .invalidField) }
    if control == 1 {  // Changeable values: none.
      chosen = chosen.map { Array($0[..<2]) + [UInt8](repeating: 0, count: $0.count - 2) }
    }
    let data = chosen.flatMap { $0 }
    // Medium type: data disc, door closed without disc, door open (SFF-8020i, table 71).
    let medium: UInt8 = drive.isTrayOpen ? 0x71 : disc == nil ? 0x70 : 0x01
    let header: [UInt8] =
      isLong
      ? big(UInt64(data.count + 6), 2) + [medium, 0, 0, 0, 0, 0]
      : [UInt8(data.count + 3), medium, 0, 0]
    answer(header + data, limit: limit)
  }

  private var capabilities: [UInt8] {
    [
      0x2A, 0x12, 0x00, 0x00,
      0x60,  // Mode 2 form 1 and 2 are not on a data image, but sessions are read.
      0x00, 0x29 | (drive.isLocked ? 0x02 : 0), 0x00,
      0x08, 0x40,  // 12 x 176 kB/s.
      0x00, 0x02, 0x00, 0x80, 0x08, 0x40, 0x00, 0x00, 0x00, 0x00,
    ]
  }
}
