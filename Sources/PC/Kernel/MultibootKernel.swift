/// A kernel that follows the Multiboot Specification, version 0.6.96 ("Multiboot 1").
struct MultibootKernel: Kernel {
  /// The header, 3.1 of the specification.
  private struct Header {
    static let magic: UInt32 = 0x1BAD_B002
    static let wantsVideoMode: UInt32 = 1 << 2
    static let hasAddresses: UInt32 = 1 << 16
    /// Bits 0...15 ask for something that the loader must understand or refuse.
    static let understood: UInt32 = 0b111

    var offset: Int
    var flags: UInt32
  }

  /// A piece of the file, and zeros up to its memory size.
  struct Piece {
    var address: UInt64
    var bytes: ArraySlice<UInt8>
    var memorySize: UInt64
  }

  private let header: Header
  private let pieces: [Piece]
  private let entry: UInt64
  private let elf: ELFFile?

  var needsLongMode: Bool { elf?.is64Bit ?? false }

  /// Nil for a file without the header in its first 8 KiB.
  init?(_ boot: KernelBoot) throws(ConfigurationError) {
    let image = boot.image
    let elf = try ELFFile(boot)
    guard let header = Self.findHeader(image) else {
      guard elf != nil else { return nil }
      throw boot.refusal(
        "this ELF file has no Multiboot 1 header in its first 8 KiB",
        mend: "name a Multiboot 1 or bzImage kernel")
    }
    let unknown = header.flags & 0xFFFF & ~Header.understood
    guard unknown == 0 else {
      throw boot.refusal(
        "its Multiboot header asks for features \(String(unknown, radix: 16))h, which are not defined",
        mend: "name a kernel for Multiboot 0.6.96")
    }
    self.header = header
    if header.flags & Header.hasAddresses != 0 {
      self.elf = nil
      (pieces, entry) = try Self.addressFields(boot, header)
    } else {
      guard let elf else {
        throw boot.refusal(
          "its Multiboot header gives no addresses, and it is no ELF file",
          mend: "link it as ELF, or set bit 16 of the header's flags")
      }
      self.elf = elf
      entry = elf.physicalEntry
      pieces = elf.segments.map {
        Piece(
          address: $0.physicalAddress, bytes: image[$0.offset..<$0.offset + $0.fileSize],
          memorySize: $0.memorySize)
      }
    }
    guard !pieces.isEmpty else {
      throw boot.refusal("there is nothing to load in it", mend: "name a linked kernel")
    }
  }

  private static func findHeader(_ image: [UInt8]) -> Header? {
    for offset in stride(from: 0, through: min(image.count, 8192) - 12, by: 4) {
      guard image.number(offset) == Header.magic, let flags: UInt32 = image.number(offset + 4),
        let checksum: UInt32 = image.number(offset + 8),
        Header.magic &+ flags &+ checksum == 0
      else { continue }
      return Header(offset: offset, flags: flags)
    }
    return nil
  }

  /// 3.1.3, "The address fields of Multiboot header": the a.out kludge.
  private static func addressFields(
    _ boot: KernelBoot, _ header: Header
  ) throws(ConfigurationError) -> ([Piece], UInt64) {
    let image = boot.image
    guard image.count >= header.offset + 32 else { throw boot.truncated(header.offset + 32) }
    func field(_ n: Int) -> UInt64 {
      UInt64(image.number(header.offset + 12 + 4 * n, as: UInt32.self) ?? 0)
    }
    let (headerAddress, load, loadEnd, bssEnd) = (field(0), field(1), field(2), field(3))
    let damaged = boot.refusal(
      "the addresses in its Multiboot header contradict each other",
      mend: "build or copy it again")
    guard load <= headerAddress, headerAddress - load <= UInt64(header.offset) else {
      throw damaged
    }
    let start = header.offset - Int(headerAddress - load)
    var length = image.count - start
    if loadEnd != 0 {
      guard loadEnd >= load else { throw damaged }
      guard Int(loadEnd - load) <= length else {
        throw boot.truncated(start + Int(loadEnd - load))
      }
      length = Int(loadEnd - load)
    }
    var memorySize = UInt64(length)
    if bssEnd != 0 {
      guard bssEnd >= load &+ UInt64(length) else { throw damaged }
      memorySize = bssEnd - load
    }
    let piece = Piece(
      address: load, bytes: image[start..<start + length], memorySize: memorySize)
    return ([piece], field(4))
  }

  // MARK: Placing

  func records(
    _ boot: KernelBoot, _ memory: KernelMemory
  ) throws(ConfigurationError) -> [KernelRecord] {
    var memory = memory
    var records: [KernelRecord] = []
    var end: UInt64 = 0
    for piece in pieces {
      guard memory.take(piece.address, piece.memorySize) else {
        throw boot.tooLittleMemory(
          "the kernel at \(String(piece.address, radix: 16))h (\(piece.memorySize >> 10) KiB)")
      }
      end = max(end, piece.address + piece.memorySize)
      let address = UInt32(truncatingIfNeeded: piece.address)
      if !piece.bytes.isEmpty { records.append(.copy(to: address, Array(piece.bytes))) }
      let rest = piece.memorySize - UInt64(piece.bytes.count)
      if rest > 0 {
        records.append(
          .zero(at: address &+ UInt32(piece.bytes.count), byteCount: UInt32(rest)))
      }
    }

    var information = MultibootInformation(boot, memory)
    information.hasTextScreen = header.flags & Header.wantsVideoMode != 0
    for module in boot.modules {
      // Always on a page, whether the kernel asks (flags bit 0) or not.
      guard
        let address = memory.place(
          module.bytes.count, alignment: 4096, from: max(end, 1 << 20))
      else {
        throw boot.tooLittleMemory(
          "the module \(module.commandLine) (\(module.bytes.count >> 10) KiB)")
      }
      if !module.bytes.isEmpty { records.append(.copy(to: address, module.bytes)) }
      information.modules.append((address, module))
      end = max(end, UInt64(address) + UInt64(module.bytes.count))
    }
    if let elf { try place(elf, boot, &memory, &information, &records) }

    let size = information.byteCount
    guard
      let address = memory.place(size, alignment: 16, from: 0x9000, below: 0xA_0000)
        ?? memory.place(size, alignment: 16, from: end)
    else { throw boot.tooLittleMemory("the Multiboot information") }
    records.append(.copy(to: address, information.bytes(at: address)))
    records.append(
      .startProtected(
        eip: UInt32(truncatingIfNeeded: entry), eax: 0x2BAD_B002, ebx: address))
    return records
  }

  /// The section header table, and the sections that are no part of the program: symbols and strings.
  private func place(
    _ elf: ELFFile, _ boot: KernelBoot, _ memory: inout KernelMemory,
    _ information: inout MultibootInformation, _ records: inout [KernelRecord]
  ) throws(ConfigurationError) {
    guard !elf.sections.isEmpty else { return }
    let end = pieces.map { $0.address + $0.memorySize }.max() ?? 0
    var table = elf.sectionTable
    for (index, section) in elf.sections.enumerated()
    where section.hasBytes && !section.isAllocated {
      guard section.offset <= boot.image.count, section.size <= boot.image.count - section.offset
      else { throw boot.truncated(Int(clamping: UInt(section.offset) &+ UInt(section.size))) }
      let bytes = Array(boot.image[section.offset..<section.offset + section.size])
      let alignment = section.alignment.nonzeroBitCount == 1 ? min(section.alignment, 4096) : 1
      guard let address = memory.place(bytes.count, alignment: alignment, from: end) else {
        throw boot.tooLittleMemory("its symbols (\(bytes.count >> 10) KiB)")
      }
      elf.setAddress(address, section: index, in: &table)
      records.append(.copy(to: address, bytes))
    }
    guard let address = memory.place(table.count, alignment: 16, from: end) else {
      throw boot.tooLittleMemory("its section headers")
    }
    records.append(.copy(to: address, table))
    information.sections = (
      count: UInt32(elf.sections.count), size: UInt32(table.count / elf.sections.count),
      address: address, names: UInt32(elf.sectionNames)
    )
  }
}
