import BusKit
import Chips
import Media

/// What a set-up program would have left in the CMOS: the AT's bytes and the ones that Bochs's BIOS
/// reads beyond them, so that our firmware and Debian's legacy image find the same.
struct CMOSLayout {
  /// Sizes in bytes.
  var memory: Int
  var floppies: [FloppyDriveType?]
  /// Hard disks at the four ATA positions, by the geometry that their drives report.
  var disks: [DiskGeometry?]
  var bootOrder: [BootDevice]
  var serialConsole: Bool
  var hasNumericUnit = false

  /// Register numbers.
  private enum Register {
    static let floppyTypes: UInt8 = 0x10
    static let diskTypes: UInt8 = 0x12
    static let equipment: UInt8 = 0x14
    static let baseMemory: UInt8 = 0x15
    static let extendedMemory: UInt8 = 0x17
    static let extendedDiskTypes: UInt8 = 0x19
    static let firstDisk: UInt8 = 0x1B
    static let secondDisk: UInt8 = 0x24
    static let bootFlags: UInt8 = 0x2D
    static let extendedMemoryAgain: UInt8 = 0x30
    /// Bochs: memory above 16 MiB in units of 64 KiB.
    static let highMemory: UInt8 = 0x34
    /// Bochs: third boot device in bits 7...4; bit 0 lets a floppy boot without the AA55 signature.
    static let bootThird: UInt8 = 0x38
    /// Bochs: two bits of CHS translation for each ATA position.
    static let translation: UInt8 = 0x39
    /// Bochs: first boot device in bits 3...0, second in bits 7...4.
    static let bootFirst: UInt8 = 0x3D
    /// Ours: bit 0 asks the BIOS to mirror its console to COM1.
    static let ringOne: UInt8 = 0x5F
  }

  func write(to clock: MC146818) {
    func set(_ register: UInt8, _ value: Int) {
      clock.setConfiguration(register, UInt8(truncatingIfNeeded: value))
    }
    func setWord(_ register: UInt8, _ value: Int) {
      set(register, value)
      set(register + 1, value >> 8)
    }

    let types = floppies.map { Int($0?.rawValue ?? 0) }
    set(Register.floppyTypes, types[0] << 4 | types[1])
    let floppyCount = types.count { $0 != 0 }
    // Bit 0 floppies, bits 7 and 6 their number less one, bit 1 a numeric unit, bit 2 a PS/2 mouse; the
    // display bits are those of an adapter with a BIOS of its own.
    set(
      Register.equipment,
      (floppyCount > 0 ? 1 | (floppyCount - 1) << 6 : 0) | (hasNumericUnit ? 2 : 0) | 4)

    let kibibytes = memory >> 10
    setWord(Register.baseMemory, min(kibibytes, 640))
    let extended = min(max(kibibytes - 1024, 0), 0xFC00)
    setWord(Register.extendedMemory, extended)
    setWord(Register.extendedMemoryAgain, extended)
    setWord(Register.highMemory, max(0, memory - (16 << 20)) >> 16)

    // Type 15 sends the BIOS to the extended byte; type 47 is the user's own geometry.
    set(Register.diskTypes, (disks[0] == nil ? 0 : 0xF0) | (disks[1] == nil ? 0 : 0x0F))
    set(Register.extendedDiskTypes, disks[0] == nil ? 0 : 47)
    set(Register.extendedDiskTypes + 1, disks[1] == nil ? 0 : 47)
    for (register, geometry) in [
      (Register.firstDisk, disks[0]), (Register.secondDisk, disks[1]),
    ] {
      guard let geometry else { continue }
      setWord(register, geometry.cylinders)
      set(register + 2, geometry.heads)
      setWord(register + 3, 0xFFFF)  // no write precompensation
      set(register + 5, 0xC0 | (geometry.heads > 8 ? 8 : 0))
      setWord(register + 6, geometry.cylinders)  // landing zone
      set(register + 8, geometry.sectorsPerTrack)
    }
    var translation = 0
    for (position, geometry) in disks.enumerated() {
      guard let geometry else { continue }
      // 0: none needed, 1: LBA-assisted.
      translation |= (geometry.cylinders > 1024 ? 1 : 0) << (2 * position)
    }
    set(Register.translation, translation)

    let codes = bootOrder.map { device -> Int in
      switch device {
      case .floppy: 1
      case .disk: 2
      case .cdrom: 3
      }
    }
    func code(_ index: Int) -> Int { index < codes.count ? codes[index] : 0 }
    set(Register.bootFirst, code(1) << 4 | code(0))
    set(Register.bootThird, code(2) << 4 | 1)
    // The AT's own boot flag, bit 5: floppy first.
    set(Register.bootFlags, bootOrder.first == .disk ? 0 : 0x20)
    set(Register.ringOne, serialConsole ? 1 : 0)
    clock.updateChecksum()
  }
}
