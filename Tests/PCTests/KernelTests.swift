import BusKit
import Chips
import Foundation
import Inspect
import PC
import Testing
import X86
import X86Decode

/// Kernels without a boot disk, on whole machines.
struct KernelTests {
  static let models: [ProcessorModel] = [.i80386, .i80486, .pentium, .pentium3, .x86_64]

  // MARK: Multiboot

  @Test("A Multiboot kernel finds what the specification promises", arguments: models)
  func multiboot(model: ProcessorModel) throws {
    let output = try run(
      boot(
        try TestBench.bytes("Tests/Guests/multiboot.bin"), "one two",
        [("a.env first second", "NR_CPUS=1\n"), ("b", "")]), on: model, memory: 16 << 20)
    #expect(!output.contains("BAD"))
    let lines = output.components(separatedBy: "\n")
    for line in [
      "magic in EAX: good", "A20 open: good", "zeros behind the image: good", "flags: good",
      "upper memory 00003C00", "command line one two", "loader RingOne", "modules 00000002",
      "module a.env first second: NR_CPUS=1", "module b: ",
      "range 0000000000000000 000000000009FC00 00000001",
      "range 0000000000100000 0000000000F00000 00000001",
    ] {
      #expect(lines.contains(line), "\(line) is missing in \(output)")
    }
  }

  @Test("It learns of 3 GiB", arguments: [ProcessorModel.i80486])
  func multibootInLargeMemory(model: ProcessorModel) throws {
    let output = try run(
      boot(try TestBench.bytes("Tests/Guests/multiboot.bin")), on: model, memory: 3 << 30)
    #expect(output.contains("upper memory 002FFC00\n"))
    #expect(output.contains("range 0000000000100000 00000000BFF00000 00000001\n"))
  }

  @Test(
    "The APICs and the MP table as a program meets them",
    arguments: [
      ProcessorModel.pentium3, .x86_64, .x86_64AMD,
    ])
  func apic(model: ProcessorModel) throws {
    let output = try run(
      boot(try TestBench.bytes("Tests/Guests/apic.bin")), on: model, memory: 16 << 20)
    #expect(!output.contains("BAD"))
    #expect(output.contains("MP configuration table: good"))
    #expect(output.hasSuffix("and back: good\n"))
  }

  @Test("TSC deadline and x2APIC mode, where CPUID has them")
  func extendedAPIC() throws {
    let output = try run(
      boot(try TestBench.bytes("Tests/Guests/apic.bin")), on: .x86_64, memory: 16 << 20
    ) { $0.features = ProcessorModel.x86_64.features.union([.x2apic, .tscDeadline]) }
    #expect(!output.contains("BAD"))
    #expect(output.contains("TSC deadline: good\ndisarmed: good\n"))
    #expect(output.hasSuffix("x2APIC reserved bits: good\n"))
  }

  @Test("A device's memory is met at the exact clock, whatever the blocks are like")
  func steppedAPIC() throws {
    let hashes = try [false, true].map { steps in
      var configuration = try TestBench.configuration(.pentium3)
      configuration.clock = Frequency(66_000_000)
      configuration.kernel = try boot(try TestBench.bytes("Tests/Guests/apic.bin"))
      let machine = try Machine(configuration)
      // POST is the same in both; the kernel's own clocks are what counts.
      let recorder = Recorder()
      machine.outputs.debugConsole = {
        recorder.bytes.append($0)
        machine.cpu.alwaysSteps = steps
      }
      #expect(machine.run(until: 66_000_000 * 5) == .guestExit(1))
      machine.outputs.debugConsole = nil
      return machine.stateHash()
    }
    #expect(hashes[0] == hashes[1])
  }

  @Test("ELF kernels of both classes", arguments: [false, true])
  func elf(is64Bit: Bool) throws {
    let output = try run(
      boot(Self.elf(is64Bit: is64Bit)), on: .x86_64, memory: 4 << 20)
    // The entry is virtual, 3 GiB above the physical one; symbols came along.
    #expect(output == "E\u{24}symbols")
  }

  @Test(
    "Foreign BIOSes start kernels too",
    arguments: [
      "BIOS-bochs-legacy", "BIOS-bochs-latest",
    ])
  func foreignBIOS(name: String) throws {
    let path = "/usr/share/bochs/\(name)"
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let output = try run(
      boot(try TestBench.bytes("Tests/Guests/multiboot.bin"), "words", [("m", "")]), on: .i80486,
      memory: 16 << 20
    ) { $0.systemBIOS = [UInt8](data) }
    #expect(!output.contains("BAD"))
    #expect(output.contains("command line words\n"))
  }

  // MARK: Linux

  @Test(
    "The Linux boot protocol's real-mode entry",
    arguments: [0x200, 0x201, 0x202, 0x206, 0x20C, 0x20F] as [UInt16], [false, true])
  func linux(version: UInt16, isHigh: Bool) throws {
    let output = try run(
      boot(
        try Self.linux(version, isHigh: isHigh), "vga=0x123 quiet", [("a", "the "), ("b", "disk")]),
      on: .i80386, memory: 4 << 20)
    #expect(output == "vga=0x123 quiet\nthe kernel\nthe disk\n")
  }

  #if !DEBUG
    @Test(
      "memtest86+ prints its version and finds no error in a minute",
      arguments: [
        ("memtest86+ia32.bin", ProcessorModel.pentium3, ".x32"),
        ("memtest86+x64.bin", .x86_64, ".x64"), ("memtest86+x64.bin", .x86_64AMD, ".x64"),
      ])
    func memtest(file: String, model: ProcessorModel, mark: String) throws {
      guard let guests = TestBench.guests else { return }
      let image = [UInt8](try Data(contentsOf: guests.appendingPathComponent(file)))
      var configuration = try TestBench.configuration(model)
      configuration.memoryByteCount = 32 << 20
      // A slow clock makes a minute of guest time affordable.
      configuration.clock = Frequency(20_000_000)
      configuration.kernel = try boot(image)
      let machine = try Machine(configuration)
      let minute = Ticks(configuration.clock.hertz) * 60
      #expect(machine.run(until: minute) == .deadline)
      let screen = try #require(machine.textScreen()).text
      #expect(screen.contains("Memtest86+ v6.10"))
      #expect(screen.contains(mark))
      #expect(screen.contains("Errors: 0"))
      #expect(screen.contains("Status: Testing"))
      #expect(!screen.contains("Unexpected"))
    }
  #endif

  // MARK: Refusals

  @Test("What cannot be started is said in one line")
  func refusals() throws {
    let multiboot = try TestBench.bytes("Tests/Guests/multiboot.bin")
    var cases: [(image: [UInt8], model: ProcessorModel, memory: Int, word: String)] = [
      (Array("no kernel at all".utf8), .i80486, 16 << 20, "no kernel"),
      (Array(multiboot.prefix(900)), .i80486, 16 << 20, "truncated"),
      (multiboot, .i80286, 16 << 20, "80286"),
      (multiboot, .i80486, 1 << 20, "no room"),
      (Self.elf(is64Bit: true), .pentium3, 16 << 20, "long mode"),
      (Array(Self.elf(is64Bit: false).prefix(200)), .i80486, 16 << 20, "truncated"),
      (Array(try Self.linux(0x20C, isHigh: true).prefix(1000)), .i80486, 16 << 20, "truncated"),
    ]
    var unknown = multiboot
    // Bit 15 asks for something that no loader knows; the checksum follows it.
    let flags: UInt32 = 0x1_8003
    unknown.replaceSubrange(4..<8, with: Self.bytes(flags))
    unknown.replaceSubrange(8..<12, with: Self.bytes(0 &- 0x1BAD_B002 &- flags))
    cases.append((unknown, .i80486, 16 << 20, "features"))
    for test in cases {
      var configuration = try TestBench.configuration(test.model)
      configuration.memoryByteCount = test.memory
      configuration.kernel = try boot(test.image)
      let error = #expect(throws: ConfigurationError.self) { try Machine(configuration) }
      #expect(error?.kind == .kernel)
      #expect(error?.description.contains(test.word) == true, "\(String(describing: error))")
    }
  }

  @Test("A command line that is too long for the kernel")
  func longCommandLine() throws {
    var configuration = try TestBench.configuration(.i80486)
    configuration.kernel = try boot(
      try Self.linux(0x201, isHigh: true), String(repeating: "x", count: 256))
    let error = #expect(throws: ConfigurationError.self) { try Machine(configuration) }
    #expect(error?.description.contains("255") == true)
  }

  // MARK: Making and running

  private func boot(
    _ image: [UInt8], _ words: String = "", _ modules: [(String, String)] = []
  ) throws -> KernelBoot {
    KernelBoot(
      name: "kernel", image: image, commandLine: words,
      modules: modules.map { .init(commandLine: $0.0, bytes: Array($0.1.utf8)) },
      optionROM: try TestBench.bytes("roms/kernel.bin"))
  }

  /// What the kernel writes to port E9h until it leaves through port F4h with 0.
  private func run(
    _ kernel: KernelBoot, on model: ProcessorModel, memory: Int,
    change: (inout MachineConfiguration) -> Void = { _ in }
  ) throws -> String {
    var configuration = try TestBench.configuration(model)
    configuration.memoryByteCount = memory
    configuration.clock = Frequency(66_000_000)
    configuration.kernel = kernel
    change(&configuration)
    let machine = try Machine(configuration)
    let recorder = Recorder()
    machine.outputs.debugConsole = { recorder.bytes.append($0) }
    #expect(machine.run(until: 66_000_000 * 5) == .guestExit(1))
    return recorder.text
  }

  private static func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Value(8 * $0)) }
  }

  /// An ELF kernel linked 3 GiB above where it lies. It prints E, its section's number of names as a
  /// character, and the string table that the loader has put into memory.
  private static func elf(is64Bit: Bool) -> [UInt8] {
    let header = is64Bit ? 64 : 52
    let programHeader = is64Bit ? 56 : 32
    let sectionHeader = is64Bit ? 64 : 40
    let textAt = 0x200
    let physical: UInt32 = 0x10_0000
    var text: [UInt8] =
      bytes(UInt32(0x1BAD_B002)) + bytes(UInt32(0)) + bytes(0 &- UInt32(0x1BAD_B002))
    let entryOffset = UInt32(text.count)
    let addressField: UInt8 = is64Bit ? 16 : 12
    text += [0xB0, 0x45, 0xE6, 0xE9]  // MOV AL,'E'; OUT E9h,AL
    text += [0x8A, 0x43, 28, 0x04, 0x22, 0xE6, 0xE9]  // MOV AL,[EBX+28]; ADD AL,22h; OUT
    text += [0x8B, 0x73, 36]  // MOV ESI,[EBX+36]: the section headers
    text += [0x8B, 0x76, UInt8(sectionHeader) + addressField]  // MOV ESI,[ESI+size+address]
    // LODSB; TEST AL,AL; JZ +4; OUT E9h,AL; JMP back; OUT F4h,AL
    text += [0xAC, 0x84, 0xC0, 0x74, 0x04, 0xE6, 0xE9, 0xEB, 0xF7, 0xE6, 0xF4, 0xF4]
    let names = Array("symbols".utf8) + [0]
    let namesAt = textAt + text.count
    let sectionsAt = (namesAt + names.count + 15) & ~15

    func word(_ value: UInt64) -> [UInt8] {
      is64Bit ? bytes(value) : bytes(UInt32(truncatingIfNeeded: value))
    }
    let virtual = UInt64(physical) + 0xC000_0000
    var image: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, is64Bit ? 2 : 1, 1, 1]
    image += [UInt8](repeating: 0, count: 16 - image.count)
    image += bytes(UInt16(2)) + bytes(UInt16(is64Bit ? 62 : 3)) + bytes(UInt32(1))
    image += word(virtual + UInt64(entryOffset)) + word(UInt64(header)) + word(UInt64(sectionsAt))
    image += bytes(UInt32(0)) + bytes(UInt16(header)) + bytes(UInt16(programHeader))
    image += bytes(UInt16(1)) + bytes(UInt16(sectionHeader)) + bytes(UInt16(2)) + bytes(UInt16(1))
    if is64Bit {
      image += bytes(UInt32(1)) + bytes(UInt32(5)) + word(UInt64(textAt)) + word(virtual)
      image += word(UInt64(physical)) + word(UInt64(text.count)) + word(0x1000) + word(0x1000)
    } else {
      image += bytes(UInt32(1)) + word(UInt64(textAt)) + word(virtual) + word(UInt64(physical))
      image += word(UInt64(text.count)) + word(0x1000) + bytes(UInt32(5)) + word(0x1000)
    }
    image += [UInt8](repeating: 0, count: textAt - image.count)
    image += text + names
    image += [UInt8](repeating: 0, count: sectionsAt + sectionHeader - image.count)
    // SHT_STRTAB, not allocated.
    image += bytes(UInt32(0)) + bytes(UInt32(3)) + word(0) + word(0) + word(UInt64(namesAt))
    image += word(UInt64(names.count)) + bytes(UInt32(0)) + bytes(UInt32(0)) + word(1) + word(0)
    return image
  }

  private static func linux(_ version: UInt16, isHigh: Bool) throws -> [UInt8] {
    var image = try TestBench.bytes("Tests/Guests/linux.bin")
    image.replaceSubrange(0x206..<0x208, with: bytes(version))
    image[0x211] = isHigh ? 1 : 0
    return image
  }
}
