/// A kernel that follows the Linux x86 boot protocol, versions 2.00 to 2.15: bzImage and zImage.
///
/// Documentation/arch/x86/boot.rst: the header at 1F1h of the file, "Sample Boot Configuration" for the
/// places, "Running the Kernel" for the registers at the 16-bit entry.
struct LinuxKernel: Kernel {
  /// Offsets of header fields in the file.
  private enum Field {
    static let setupSectors = 0x1F1
    static let systemSize = 0x1F4
    static let videoMode = 0x1FA
    static let signature = 0x202
    static let version = 0x206
    static let loader = 0x210
    static let loadFlags = 0x211
    static let ramDiskAddress = 0x218
    static let ramDiskSize = 0x21C
    static let heapEnd = 0x224
    static let commandLine = 0x228
    static let ramDiskLimit = 0x22C
    static let extendedLoadFlags = 0x236
    static let commandLineSize = 0x238
    static let preferredAddress = 0x258
    static let initSize = 0x260
    /// Before 2.02: magic and offset of the command line, in the real-mode part.
    static let oldCommandLineMagic = 0x20
    static let oldCommandLineOffset = 0x22
  }

  private static let loadedHigh: UInt8 = 1 << 0
  private static let canUseHeap: UInt8 = 1 << 7
  /// "Undefined": no identifier has been assigned to this loader.
  private static let loaderType: UInt8 = 0xFF

  private let version: UInt16
  private let isHigh: Bool
  /// The real-mode part: boot sector and setup.
  private let setup: [UInt8]
  private let system: ArraySlice<UInt8>
  let needsLongMode: Bool

  /// Nil for a file without the header.
  init?(_ boot: KernelBoot) throws(ConfigurationError) {
    let image = boot.image
    guard image.number(Field.signature, as: UInt32.self) == 0x5372_6448,  // "HdrS"
      image.number(0x1FE, as: UInt16.self) == 0xAA55,
      let version: UInt16 = image.number(Field.version)
    else { return nil }
    guard version >= 0x200 else {
      throw boot.refusal(
        "its boot protocol is older than 2.00", mend: "start it from a disk image")
    }
    self.version = version
    isHigh = image[Field.loadFlags] & Self.loadedHigh != 0
    let setupSectors = image[Field.setupSectors] == 0 ? 4 : Int(image[Field.setupSectors])
    let setupSize = (setupSectors + 1) * 512
    // The size of the protected-mode part in paragraphs; before 2.04 the field's upper half is not
    // the system's.
    let paragraphs: UInt32 = image.number(Field.systemSize) ?? 0
    let systemSize = Int(version >= 0x204 ? paragraphs : paragraphs & 0xFFFF) * 16
    // The last paragraph need not be full.
    let wanted = setupSize + max(1, systemSize - 15)
    guard image.count >= wanted else { throw boot.truncated(wanted) }
    setup = Array(image[..<setupSize])
    system = image[setupSize...]
    let flags: UInt16 = version >= 0x20C ? image.number(Field.extendedLoadFlags) ?? 0 : 0
    needsLongMode = flags & 1 != 0
    if !isHigh, system.count > 512 << 10 {
      throw boot.refusal(
        "a zImage has at most 512 KiB, this has \(system.count >> 10)",
        mend: "build a bzImage")
    }
  }

  func records(
    _ boot: KernelBoot, _ memory: KernelMemory
  ) throws(ConfigurationError) -> [KernelRecord] {
    var memory = memory
    var setup = setup
    let isModern = version >= 0x202 && isHigh
    let base: UInt32 = isModern ? 0x1_0000 : 0x9_0000
    let heapEnd: UInt32 = isModern ? 0xE000 : 0x9800
    let systemAddress: UInt32 = isHigh ? 0x10_0000 : 0x1_0000
    let commandLine = Array(boot.commandLine.utf8) + [0]
    try check(boot, commandLine)
    guard memory.take(UInt64(base), UInt64(heapEnd) + UInt64(commandLine.count)) else {
      throw boot.tooLittleMemory("its setup code below 640 KiB")
    }
    guard memory.take(UInt64(systemAddress), UInt64(system.count)) else {
      throw boot.tooLittleMemory("the kernel (\(system.count >> 10) KiB)")
    }

    setup[Field.loader] = Self.loaderType
    if version >= 0x201 {
      setup[Field.loadFlags] |= Self.canUseHeap
      setup.setNumber(Field.heapEnd, UInt16(heapEnd - 0x200))
    }
    if version >= 0x202 {
      setup.setNumber(Field.commandLine, base + heapEnd)
    } else {
      setup.setNumber(Field.oldCommandLineMagic, 0xA33F as UInt16)
      setup.setNumber(Field.oldCommandLineOffset, UInt16(heapEnd))
    }
    if let mode = videoMode(boot.commandLine) { setup.setNumber(Field.videoMode, mode) }

    var records = [KernelRecord.copy(to: systemAddress, Array(system))]
    let disk = Self.ramDisk(boot.modules)
    if !disk.isEmpty {
      guard let address = placeRAMDisk(disk.count, &memory) else {
        throw boot.tooLittleMemory("the initial RAM disk (\(disk.count >> 10) KiB)")
      }
      setup.setNumber(Field.ramDiskAddress, address)
      setup.setNumber(Field.ramDiskSize, UInt32(disk.count))
      records.append(.copy(to: address, disk))
    }
    records.append(.copy(to: base, setup))
    records.append(.copy(to: base + heapEnd, commandLine))
    let segment = UInt16(base >> 4)
    records.append(
      .startReal(cs: segment + 0x20, ip: 0, ss: segment, sp: UInt16(heapEnd)))
    return records
  }

  private func check(
    _ boot: KernelBoot, _ commandLine: [UInt8]
  ) throws(ConfigurationError) {
    let longest =
      version >= 0x206 ? Int(setup.number(Field.commandLineSize, as: UInt32.self) ?? 255) : 255
    guard commandLine.count - 1 <= min(longest, 0x7FF) else {
      throw boot.refusal(
        "it takes a command line of \(min(longest, 0x7FF)) bytes, -append has \(commandLine.count - 1)",
        mend: "make it shorter")
    }
  }

  /// As high as the kernel reaches, and clear of what it needs to unpack itself.
  private func placeRAMDisk(_ byteCount: Int, _ memory: inout KernelMemory) -> UInt32? {
    var limit: UInt64 = 0x37FF_FFFF
    if version >= 0x203 { limit = UInt64(setup.number(Field.ramDiskLimit, as: UInt32.self) ?? 0) }
    if version >= 0x20A, isHigh,
      let preferred: UInt64 = setup.number(Field.preferredAddress),
      let size: UInt32 = setup.number(Field.initSize), preferred < 1 << 32
    {
      // From the place at which it unpacks to that at which it was loaded, RAM need not be there: then
      // the kernel will say so itself.
      for start in [preferred, 0x10_0000] { memory.reserve(start, UInt64(size)) }
    }
    return memory.placeHigh(byteCount, alignment: 4096, limit: limit + 1)
  }

  /// Archives follow one another, each on a boundary of four bytes.
  private static func ramDisk(_ modules: [KernelBoot.Module]) -> [UInt8] {
    var disk: [UInt8] = []
    for module in modules {
      disk += [UInt8](repeating: 0, count: (4 - disk.count % 4) % 4)
      disk += module.bytes
    }
    return disk
  }

  /// vga= is the loader's to understand ("Special Command Line Options").
  private func videoMode(_ commandLine: String) -> UInt16? {
    for word in commandLine.split(separator: " ") where word.hasPrefix("vga=") {
      let value = word.dropFirst(4)
      switch value {
      case "normal": return 0xFFFF
      case "ext": return 0xFFFE
      case "ask": return 0xFFFD
      default:
        return value.hasPrefix("0x") ? UInt16(value.dropFirst(2), radix: 16) : UInt16(value)
      }
    }
    return nil
  }
}
