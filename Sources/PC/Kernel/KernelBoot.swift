/// A kernel to be started without a boot disk, and what it is given.
///
/// The firmware runs as always; when it comes to boot (INT 19h), an option ROM on the board takes over
/// and fetches what ``KernelPort`` hands out.
public struct KernelBoot: Codable, Equatable, Sendable {
  /// A file for the kernel: a Multiboot module, or a part of Linux's initial RAM disk.
  public struct Module: Codable, Equatable, Sendable {
    /// The file's name, and after a space what the kernel finds behind it.
    public var commandLine: String
    public var bytes: [UInt8]

    public init(commandLine: String, bytes: [UInt8]) {
      self.commandLine = commandLine
      self.bytes = bytes
    }
  }

  /// The file's name, for messages and the first word of a Multiboot command line.
  public var name: String
  public var image: [UInt8]
  public var commandLine: String
  public var modules: [Module]
  /// The option ROM that starts it: `roms/kernel.bin`.
  public var optionROM: [UInt8]

  public init(
    name: String, image: [UInt8], commandLine: String = "", modules: [Module] = [],
    optionROM: [UInt8]
  ) {
    self.name = name
    self.image = image
    self.commandLine = commandLine
    self.modules = modules
    self.optionROM = optionROM
  }
}

/// One step of putting a kernel into memory, in the order in which the option ROM takes them.
enum KernelRecord: Equatable {
  case copy(to: UInt32, [UInt8])
  case zero(at: UInt32, byteCount: UInt32)
  /// 32-bit protected mode, flat segments, paging and interrupts off.
  case startProtected(eip: UInt32, eax: UInt32, ebx: UInt32)
  /// Real mode, all data segments equal to SS.
  case startReal(cs: UInt16, ip: UInt16, ss: UInt16, sp: UInt16)
}

/// A kernel that has been read and understood; it is placed when the memory map is known.
protocol Kernel {
  /// Whether it is 64-bit code.
  var needsLongMode: Bool { get }
  /// - Throws: ``ConfigurationError`` when there is no room for it.
  func records(_ boot: KernelBoot, _ memory: KernelMemory) throws(ConfigurationError)
    -> [KernelRecord]
}

extension KernelBoot {
  /// Reads the image's headers.
  /// - Throws: ``ConfigurationError`` for what is no kernel, or not all of one.
  func kernel() throws(ConfigurationError) -> any Kernel {
    if let linux = try LinuxKernel(self) { return linux }
    if let multiboot = try MultibootKernel(self) { return multiboot }
    throw refusal(
      "this is no kernel (neither a Linux nor a Multiboot header)",
      mend: "name a Multiboot 1 or bzImage kernel, or boot it from a disk image")
  }

  func refusal(_ cause: String, mend: String) -> ConfigurationError {
    ConfigurationError(.kernel, name, cause: cause, mend: mend)
  }

  /// The error of a header that promises more than the file holds.
  func truncated(_ wanted: Int) -> ConfigurationError {
    refusal(
      "the file is truncated: its header asks for \(wanted) bytes, it has \(image.count)",
      mend: "copy it again")
  }

  func tooLittleMemory(_ what: String) -> ConfigurationError {
    refusal("there is no room in memory for \(what)", mend: "give the machine more with -m")
  }
}

extension Array where Element == UInt8 {
  /// The little-endian number at `offset`, nil beyond the end.
  func number<Value: FixedWidthInteger & UnsignedInteger>(
    _ offset: Int, as: Value.Type = Value.self
  ) -> Value? {
    let size = Value.bitWidth / 8
    guard offset >= 0, offset <= count - size else { return nil }
    return (0..<size).reduce(0) { $0 | Value(self[offset + $1]) << Value(8 * $1) }
  }

  mutating func setNumber<Value: FixedWidthInteger & UnsignedInteger>(
    _ offset: Int, _ value: Value
  ) {
    for byte in 0..<Value.bitWidth / 8 {
      self[offset + byte] = UInt8(truncatingIfNeeded: value >> Value(8 * byte))
    }
  }

  mutating func append<Value: FixedWidthInteger & UnsignedInteger>(number value: Value) {
    for byte in 0..<Value.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: value >> Value(8 * byte)))
    }
  }
}
