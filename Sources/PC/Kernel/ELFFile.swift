/// What a loader needs of an ELF file for the 80386 or x86-64.
///
/// Tool Interface Standard, "Executable and Linking Format", 1.2; System V ABI for ELF64.
struct ELFFile {
  struct Segment {
    var offset: Int
    var virtualAddress: UInt64
    var physicalAddress: UInt64
    var fileSize: Int
    var memorySize: UInt64
  }

  struct Section {
    var kind: UInt32
    var flags: UInt64
    var offset: Int
    var size: Int
    var alignment: UInt64

    /// SHF_ALLOC: part of the program's memory.
    var isAllocated: Bool { flags & 2 != 0 }
    /// SHT_NULL and SHT_NOBITS hold nothing in the file.
    var hasBytes: Bool { kind != 0 && kind != 8 && size > 0 }
  }

  let is64Bit: Bool
  let entry: UInt64
  let segments: [Segment]
  let sections: [Section]
  /// The section header table as it is in the file.
  let sectionTable: [UInt8]
  let sectionNames: UInt16

  /// Nil for what is no ELF file.
  init?(_ boot: KernelBoot) throws(ConfigurationError) {
    let image = boot.image
    guard image.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { return nil }
    guard image.count >= 52 else { throw boot.truncated(52) }
    let machine: UInt16 = image.number(18) ?? 0
    is64Bit = image[4] == 2
    guard image[5] == 1, machine == (is64Bit ? 62 : 3) else {
      throw boot.refusal(
        "this is an ELF file for another processor", mend: "name a kernel for x86")
    }
    guard image.count >= (is64Bit ? 64 : 52) else { throw boot.truncated(64) }
    let wide = is64Bit
    func field(_ narrowAt: Int, _ wideAt: Int) -> UInt64 {
      wide
        ? image.number(wideAt, as: UInt64.self) ?? 0
        : UInt64(image.number(narrowAt, as: UInt32.self) ?? 0)
    }
    func half(_ narrowAt: Int, _ wideAt: Int) -> UInt16 {
      image.number(wide ? wideAt : narrowAt) ?? 0
    }
    entry = field(24, 24)
    segments = try Self.segments(
      boot, wide: wide, at: field(28, 32), size: half(42, 54), count: half(44, 56))
    sectionNames = half(50, 62)
    (sections, sectionTable) = try Self.sections(
      boot, wide: wide, at: field(32, 40), size: half(46, 58), count: half(48, 60))
  }

  /// The rows of a table in the file.
  private static func rows(
    _ boot: KernelBoot, _ offset: UInt64, _ size: UInt16, _ count: UInt16, atLeast least: Int
  ) throws(ConfigurationError) -> [[UInt8]] {
    guard count > 0, offset > 0 else { return [] }
    guard size >= least else {
      throw boot.refusal("its ELF headers are damaged", mend: "build or copy it again")
    }
    let end = offset.addingReportingOverflow(UInt64(size) * UInt64(count))
    guard !end.overflow, end.partialValue <= UInt64(boot.image.count) else {
      throw boot.truncated(Int(clamping: end.partialValue))
    }
    return (0..<Int(count)).map {
      Array(boot.image[(Int(offset) + $0 * Int(size))...].prefix(Int(size)))
    }
  }

  private static func segments(
    _ boot: KernelBoot, wide: Bool, at offset: UInt64, size: UInt16, count: UInt16
  ) throws(ConfigurationError) -> [Segment] {
    var segments: [Segment] = []
    for row in try rows(boot, offset, size, count, atLeast: wide ? 56 : 32) {
      func field(_ narrowAt: Int, _ wideAt: Int) -> UInt64 {
        wide
          ? row.number(wideAt, as: UInt64.self) ?? 0
          : UInt64(row.number(narrowAt, as: UInt32.self) ?? 0)
      }
      // PT_LOAD
      guard row.number(0, as: UInt32.self) == 1 else { continue }
      let (start, length, memory) = (field(4, 8), field(16, 32), field(20, 40))
      guard memory > 0 else { continue }
      let (end, overflow) = start.addingReportingOverflow(length)
      guard !overflow, end <= UInt64(boot.image.count) else {
        throw boot.truncated(Int(clamping: end))
      }
      guard memory >= length else {
        throw boot.refusal("its ELF headers are damaged", mend: "build or copy it again")
      }
      segments.append(
        Segment(
          offset: Int(start), virtualAddress: field(8, 16), physicalAddress: field(12, 24),
          fileSize: Int(length), memorySize: memory))
    }
    return segments
  }

  private static func sections(
    _ boot: KernelBoot, wide: Bool, at offset: UInt64, size: UInt16, count: UInt16
  ) throws(ConfigurationError) -> ([Section], [UInt8]) {
    let rows = try rows(boot, offset, size, count, atLeast: wide ? 64 : 40)
    let sections = rows.map { row in
      func field(_ narrowAt: Int, _ wideAt: Int) -> UInt64 {
        wide
          ? row.number(wideAt, as: UInt64.self) ?? 0
          : UInt64(row.number(narrowAt, as: UInt32.self) ?? 0)
      }
      return Section(
        kind: row.number(4) ?? 0, flags: field(8, 8), offset: Int(clamping: field(16, 24)),
        size: Int(clamping: field(20, 32)), alignment: field(32, 48))
    }
    return (sections, rows.flatMap { $0 })
  }

  /// Enters the address at which a section's bytes have been put.
  func setAddress(_ address: UInt32, section: Int, in table: inout [UInt8]) {
    let row = section * (table.count / max(1, sections.count))
    if is64Bit {
      table.setNumber(row + 16, UInt64(address))
    } else {
      table.setNumber(row + 12, address)
    }
  }

  /// The entry as a physical address.
  var physicalEntry: UInt64 {
    let home = segments.first {
      entry >= $0.virtualAddress && entry - $0.virtualAddress < $0.memorySize
    }
    return home.map { entry - $0.virtualAddress &+ $0.physicalAddress } ?? entry
  }
}
