public import BusKit
public import Chips
public import X86Decode

/// Everything a ``Machine`` is built from. Equal configurations and equal inputs give equal runs.
public struct MachineConfiguration: Codable, Equatable, Sendable {
  public var model: ProcessorModel
  /// What the processor can do; nil is what the model was made with.
  public var features: ProcessorFeatures?
  /// The processor's clock, which is also the machine's timeline.
  public var clock: Frequency
  /// RAM in bytes, a whole number of pages.
  public var memoryByteCount: Int
  /// The system BIOS: 64 to 256 KiB, a multiple of 64 KiB; it ends at the first MiB's end.
  public var systemBIOS: [UInt8]
  /// The video BIOS at C0000h; empty for none.
  public var videoBIOS: [UInt8]
  /// Drives A: and B:; nil is a drive that is not there.
  public var floppyDrives: [FloppyDrive?]
  /// ATA primary master and slave, secondary master and slave; nil is nobody.
  public var ataDrives: [ATADrive?]
  public var bootOrder: [BootDevice]
  /// A kernel that starts instead of a boot disk.
  public var kernel: KernelBoot?
  public var diskSpeed: DiskSpeed
  /// Whether serial characters take the time that their baud rate gives them, or a few microseconds.
  public var pacesSerialLines: Bool
  /// What the real-time clock shows at power-on: seconds since 1970-01-01 00:00:00, local time.
  public var clockBase: Int64
  /// Tells our BIOS to mirror its text console to COM1 (CMOS 5Fh bit 0).
  public var serialConsole: Bool
  /// What a triple fault does when the guest has not prepared for it (CMOS 0Fh is zero).
  public var resetsOnTripleFault: Bool
  /// Whether a guest that halts with interrupts off ends the run. Without this the screen stays up
  /// until somebody presses the reset button.
  public var stopsWhenHalted: Bool

  /// A machine with nothing in its drives. The clock's default is the model's own.
  public init(
    model: ProcessorModel = .x86_64, clock: Frequency? = nil, memoryByteCount: Int = 16 << 20,
    systemBIOS: [UInt8], videoBIOS: [UInt8] = []
  ) {
    self.model = model
    self.clock = clock ?? model.usualClock
    self.memoryByteCount = memoryByteCount
    self.systemBIOS = systemBIOS
    self.videoBIOS = videoBIOS
    floppyDrives = [FloppyDrive(), nil]
    ataDrives = [nil, nil, nil, nil]
    bootOrder = [.floppy, .disk, .cdrom]
    diskSpeed = .fast
    pacesSerialLines = false
    clockBase = Self.defaultClockBase
    serialConsole = false
    resetsOnTripleFault = false
    stopsWhenHalted = true
  }

  /// 2000-01-01 00:00:00: the same for everybody, so that a run can be repeated.
  public static let defaultClockBase: Int64 = 946_684_800
}

/// Where a medium's bytes come from.
public enum MediumSource: Codable, Equatable, Sendable {
  /// A file; guest writes go to an overlay in memory unless `writesThrough`.
  case file(path: String, writesThrough: Bool)
  /// Bytes in memory; guest writes stay there.
  case memory([UInt8])
}

/// A floppy drive and what lies in it at power-on.
public struct FloppyDrive: Codable, Equatable, Sendable {
  public var medium: MediumSource?

  public init(medium: MediumSource? = nil) {
    self.medium = medium
  }
}

/// What is plugged into one of the four ATA positions.
public enum ATADrive: Codable, Equatable, Sendable {
  case disk(MediumSource)
  /// An ATAPI CD-ROM drive, with or without a disc.
  case cdrom(MediumSource?)
}

public enum BootDevice: String, Codable, CaseIterable, Sendable {
  case floppy, disk, cdrom
}

extension ProcessorModel {
  /// The clock that machines of this model were usually sold with; for the 64-bit models one that an
  /// interpreter keeps up with in real time.
  public var usualClock: Frequency {
    switch self {
    case .i8086: Frequency(315_000_000, over: 66)
    case .i80186: Frequency(8_000_000)
    case .i80286: Frequency(12_000_000)
    case .i80386: Frequency(33_000_000)
    case .i80486: Frequency(66_000_000)
    case .pentium: Frequency(133_000_000)
    case .pentium3: Frequency(500_000_000)
    case .x86_64, .x86_64AMD: Frequency(400_000_000)
    }
  }
}
