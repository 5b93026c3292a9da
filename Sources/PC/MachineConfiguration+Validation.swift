import X86Decode

extension MachineConfiguration {
  /// The most RAM that a board has room for below the firmware at 4 GiB.
  public static let largestMemory = 3 << 30

  /// RAM as the processor can reach it: the 8086 has 1 MiB of addresses, the 80286 16 MiB less the
  /// firmware at their end.
  var visibleMemoryByteCount: Int {
    switch model {
    case .i8086, .i80186: min(memoryByteCount, 1 << 20)
    case .i80286: min(memoryByteCount, (16 << 20) - (256 << 10))
    default: memoryByteCount
    }
  }

  func validate() throws(ConfigurationError) {
    guard (64 << 10...Self.largestMemory).contains(memoryByteCount) else {
      throw ConfigurationError(
        .usage, "memory size", cause: "\(memoryByteCount) bytes cannot be fitted",
        mend: "choose between 64 KiB and 3 GiB (-m takes MiB, or a number with K, M or G)")
    }
    try Self.checkSystemBIOS(systemBIOS, name: "system BIOS")
    if !videoBIOS.isEmpty { try Self.checkVideoBIOS(videoBIOS, name: "video BIOS") }
    if let kernel { try check(kernel) }
  }

  /// The kernel is one, it suits the processor, and it will probably fit into the memory; that is
  /// known for sure when the firmware has told what it left.
  private func check(_ boot: KernelBoot) throws(ConfigurationError) {
    try Self.checkVideoBIOS(boot.optionROM, name: "kernel.bin")
    let kernel = try boot.kernel()
    guard model >= .i80386 else {
      throw boot.refusal(
        "the \(model.name) cannot run it", mend: "choose an 80386 or a later model with --cpu")
    }
    guard !kernel.needsLongMode || (features ?? model.features).contains(.longMode) else {
      throw boot.refusal(
        "it is 64-bit code, and the \(model.name) has no long mode",
        mend: "choose --cpu x86-64, or a 32-bit kernel")
    }
    _ = try kernel.records(boot, KernelMemory(byteCount: visibleMemoryByteCount))
  }

  /// A system BIOS is 64 to 256 KiB in steps of 64 KiB, and a far jump stands 16 bytes before its end.
  public static func checkSystemBIOS(_ image: [UInt8], name: String) throws(ConfigurationError) {
    guard image.count >= 64 << 10, image.count <= 256 << 10, image.count % (64 << 10) == 0 else {
      throw ConfigurationError(
        .firmware, name,
        cause: "a system BIOS has 64, 128, 192 or 256 KiB, this has \(image.count) bytes",
        mend: "give a BIOS image with --bios")
    }
    // The processor starts 16 bytes before the end; empty flash (FFh) or zeros start nothing.
    let start = image.suffix(16).prefix(5)
    guard !start.allSatisfy({ $0 == 0xFF }), !start.allSatisfy({ $0 == 0 }) else {
      throw ConfigurationError(
        .firmware, name,
        cause: "nothing stands at the reset vector, 16 bytes before the end",
        mend: "give a BIOS image with --bios")
    }
  }

  /// A video BIOS is an option ROM: 55h AAh, its length in units of 512 bytes, bytes that add up to 0.
  public static func checkVideoBIOS(_ image: [UInt8], name: String) throws(ConfigurationError) {
    let mend = "give an option ROM image with --vga-bios"
    guard image.count >= 512, image.count <= 64 << 10, image[0] == 0x55, image[1] == 0xAA else {
      throw ConfigurationError(
        .firmware, name, cause: "no option ROM of up to 64 KiB (they begin with 55 AA)", mend: mend)
    }
    let length = Int(image[2]) * 512
    guard length > 0, length <= image.count else {
      throw ConfigurationError(
        .firmware, name,
        cause: "its header says \(length) bytes, the file has \(image.count)", mend: mend)
    }
    guard image.prefix(length).reduce(0, &+) == 0 else {
      throw ConfigurationError(
        .firmware, name, cause: "its checksum is wrong", mend: mend)
    }
  }
}
