import BusKit
import Media

/// How long drives take. The choice of the machine's owner, never of the guest.
public enum DiskSpeed: String, Codable, CaseIterable, Sendable {
  /// Latencies of microseconds: as fast as a guest can use a disk.
  case fast
  /// Rotation, stepping and spinning up as the mechanics did.
  case real
}

/// One floppy drive: motor, head carriage and the medium in it.
struct FloppyDrive: Codable, Equatable, Sendable {
  let type: FloppyDriveType
  /// The layout of the inserted medium; nil when the drive is empty.
  var format: FloppyFormat?
  var isWriteProtected = false
  /// Where the head stands, counted in the drive's own steps.
  var cylinder = 0
  /// The disk change latch: set when the door is opened, reset by a step with a disk inside.
  var isChanged = true
  /// When the motor was switched on; nil while it is off.
  var motorSince: Ticks?
  /// Sectors recorded with a deleted data mark, ascending: a raw image has no room for marks.
  var deletedSectors: [UInt32] = []
  /// Written since the last flush.
  var isDirty = false

  init(type: FloppyDriveType) {
    self.type = type
  }

  /// Without a turning disk there are no index pulses, and the controller waits for them.
  var isTurning: Bool { motorSince != nil && format != nil }

  /// Moves the head by `steps`, as far as the stops let it.
  mutating func step(by steps: Int) {
    guard steps != 0 else { return }
    cylinder = min(max(cylinder + steps, 0), type.lastCylinder)
    if format != nil { isChanged = false }
  }

  /// The medium's cylinder under the head. A 40-cylinder disk has tracks twice as wide as those of
  /// a 1.2 MB drive, which therefore steps twice for each.
  var mediumCylinder: Int? {
    guard let format else { return nil }
    let isDoubleStepped = type == .mb1_2 && format.cylinders <= 42
    let found = isDoubleStepped ? cylinder / 2 : cylinder
    return found < format.cylinders ? found : nil
  }

  /// The rate in kilobits per second that the recorded pulses arrive with at this drive's speed.
  var kilobitsPerSecond: Int? {
    guard let format else { return nil }
    let isDoubleDensity = format.kilobitsPerSecond == 250
    return type == .mb1_2 && isDoubleDensity ? 300 : format.kilobitsPerSecond
  }

  /// Microseconds of one turn.
  var revolution: UInt64 { UInt64(60_000_000 / type.revolutionsPerMinute) }

  /// Microseconds from switching the motor on until the speed is right (drive manuals: 300 to
  /// 500 ms).
  var spinUp: UInt64 { type == .kb360 || type == .mb1_2 ? 500_000 : 300_000 }
}
