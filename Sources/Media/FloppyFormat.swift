/// The drives a PC may have; the raw value is the type nibble in CMOS register 10h.
public enum FloppyDriveType: UInt8, CaseIterable, Codable, Sendable {
  case kb360 = 1
  case mb1_2 = 2
  case kb720 = 3
  case mb1_44 = 4
  case mb2_88 = 5

  public var cylinders: Int { self == .kb360 ? 40 : 80 }
  /// Steps the head can make before it meets the inner stop.
  public var lastCylinder: Int { self == .kb360 ? 41 : 83 }
  /// The 1.2 MB drive turns at 360 rpm, all others at 300.
  public var revolutionsPerMinute: Int { self == .mb1_2 ? 360 : 300 }

  /// Whether a disk of this format fits into the drive and can be read there: its own formats and
  /// those of its predecessors of the same size.
  public func takes(_ format: FloppyFormat) -> Bool {
    switch self {
    case .kb360: format.drive == .kb360
    case .mb1_2: format.drive == .kb360 || format.drive == .mb1_2
    case .kb720: format.drive == .kb720
    case .mb1_44: format.drive == .kb720 || format.drive == .mb1_44
    case .mb2_88: format.drive != .kb360 && format.drive != .mb1_2
    }
  }
}

/// How a floppy is laid out: known by the image's exact length.
public struct FloppyFormat: Hashable, Codable, Sendable {
  public let cylinders: Int
  public let heads: Int
  public let sectorsPerTrack: Int

  public var geometry: DiskGeometry {
    DiskGeometry(cylinders: cylinders, heads: heads, sectorsPerTrack: sectorsPerTrack)
  }

  public var byteCount: UInt64 { geometry.byteCount }

  /// Kilobits per second at which the format is recorded on media turning at 300 rpm (360 rpm for
  /// the 15-sector format, whose rate is the same).
  public var kilobitsPerSecond: Int {
    switch sectorsPerTrack {
    case ...11: 250
    case ...24: 500
    default: 1000
    }
  }

  /// The drive that was made for this format.
  public var drive: FloppyDriveType {
    switch (cylinders, sectorsPerTrack) {
    case (...42, _): .kb360
    case (_, ...11): .kb720
    case (_, 15): .mb1_2
    case (_, ...24): .mb1_44
    default: .mb2_88
    }
  }

  /// "1440K", as people name it.
  public var name: String { "\(byteCount / 1024)K" }

  /// The eight formats of PC drives, by size.
  public static let standard: [FloppyFormat] = [
    .init(40, 1, 8), .init(40, 1, 9), .init(40, 2, 8), .init(40, 2, 9),
    .init(80, 2, 9), .init(80, 2, 15), .init(80, 2, 18), .init(80, 2, 36),
  ]

  /// Formats of the same drives that people squeezed more out of (DMF's 21 sectors, 82 cylinders).
  public static let extended: [FloppyFormat] = [
    .init(80, 2, 10), .init(82, 2, 10), .init(80, 2, 16), .init(82, 2, 18), .init(83, 2, 18),
    .init(80, 2, 20), .init(82, 2, 20), .init(80, 2, 21), .init(82, 2, 21), .init(83, 2, 21),
  ]

  /// The format whose image has exactly this many bytes.
  public static func exactly(_ byteCount: UInt64) -> FloppyFormat? {
    (standard + extended).first { $0.byteCount == byteCount }
  }

  /// The format that a floppy image of any length is read as: an exact one, or the next larger
  /// standard one, whose remaining sectors read as zeros. Nil beyond 2.88 MB.
  public static func holding(_ byteCount: UInt64) -> FloppyFormat? {
    exactly(byteCount) ?? standard.first { $0.byteCount >= byteCount }
  }

  private init(_ cylinders: Int, _ heads: Int, _ sectorsPerTrack: Int) {
    self.cylinders = cylinders
    self.heads = heads
    self.sectorsPerTrack = sectorsPerTrack
  }
}
