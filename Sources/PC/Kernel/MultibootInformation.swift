/// The information structure that a Multiboot kernel finds at EBX, with everything it points to behind
/// it. Multiboot Specification 0.6.96, 3.3 "Boot information format".
struct MultibootInformation {
  private enum Flag {
    static let memory: UInt32 = 1 << 0
    static let bootDevice: UInt32 = 1 << 1
    static let commandLine: UInt32 = 1 << 2
    static let modules: UInt32 = 1 << 3
    static let elfSections: UInt32 = 1 << 5
    static let memoryMap: UInt32 = 1 << 6
    static let loaderName: UInt32 = 1 << 9
    static let frameBuffer: UInt32 = 1 << 12
  }

  private static let fixedSize = 116
  private static let loaderName = "RingOne"

  var modules: [(address: UInt32, module: KernelBoot.Module)] = []
  var sections: (count: UInt32, size: UInt32, address: UInt32, names: UInt32)?
  /// The kernel asked for a video mode: it gets the text mode that the BIOS has set.
  var hasTextScreen = false

  private let commandLine: [UInt8]
  private let memory: KernelMemory

  init(_ boot: KernelBoot, _ memory: KernelMemory) {
    self.memory = memory
    // The kernel's name comes first, as with every loader.
    let words = boot.commandLine.isEmpty ? boot.name : "\(boot.name) \(boot.commandLine)"
    commandLine = Array(words.utf8) + [0]
  }

  var byteCount: Int { bytes(at: 0).count }

  /// The structure for this address.
  func bytes(at address: UInt32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.fixedSize)
    var flags = Flag.memory | Flag.bootDevice | Flag.commandLine | Flag.memoryMap | Flag.loaderName
    func next() -> UInt32 { address &+ UInt32(bytes.count) }

    bytes.setNumber(4, UInt32(clamping: memory.conventional))
    bytes.setNumber(8, UInt32(clamping: memory.upper))
    // No disk: the first hard disk's number with no partitions.
    bytes.setNumber(12, 0x80FF_FFFF as UInt32)

    bytes.setNumber(16, next())
    bytes += commandLine
    bytes.setNumber(64, next())
    bytes += Array(Self.loaderName.utf8) + [0]
    var names: [UInt32] = []
    for (_, module) in modules {
      names.append(next())
      bytes += Array(module.commandLine.utf8) + [0]
    }
    bytes += [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)

    if !modules.isEmpty {
      flags |= Flag.modules
      bytes.setNumber(20, UInt32(modules.count))
      bytes.setNumber(24, next())
      for (entry, name) in zip(modules, names) {
        bytes.append(number: entry.address)
        bytes.append(number: entry.address &+ UInt32(entry.module.bytes.count))
        bytes.append(number: name)
        bytes.append(number: 0 as UInt32)
      }
    }

    if let sections {
      flags |= Flag.elfSections
      for (n, value) in [sections.count, sections.size, sections.address, sections.names]
        .enumerated()
      {
        bytes.setNumber(28 + 4 * n, value)
      }
    }

    bytes.setNumber(48, next())
    for range in memory.ranges {
      bytes.append(number: 20 as UInt32)
      bytes.append(number: range.base)
      bytes.append(number: range.length)
      bytes.append(number: range.kind)
    }
    bytes.setNumber(44, UInt32(memory.ranges.count * 24))

    if hasTextScreen {
      flags |= Flag.frameBuffer
      bytes.setNumber(88, 0xB8000 as UInt64)
      bytes.setNumber(96, 160 as UInt32)
      bytes.setNumber(100, 80 as UInt32)
      bytes.setNumber(104, 25 as UInt32)
      bytes[108] = 16
      bytes[109] = 2  // EGA-standard text
    }
    bytes.setNumber(0, flags)
    return bytes
  }
}
