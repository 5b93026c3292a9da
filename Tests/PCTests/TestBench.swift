import Foundation
import PC
import X86Decode

/// What the tests of whole machines share.
enum TestBench {
  /// The repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of this repository.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// A machine's configuration with our own firmware.
  static func configuration(_ model: ProcessorModel = .i80486) throws -> MachineConfiguration {
    try MachineConfiguration(
      model: model, systemBIOS: bytes("roms/bios.bin"), videoBIOS: bytes("roms/vgabios.bin"))
  }

  /// A machine without drives whose system BIOS is this program: it starts at the first byte, in real
  /// mode with CS = F000h.
  static func machine(
    running program: [UInt8], model: ProcessorModel = .i80486,
    change: (inout MachineConfiguration) -> Void = { _ in }
  ) throws -> Machine {
    var rom = program + [UInt8](repeating: 0x90, count: (64 << 10) - program.count)
    // JMP F000:0000 at the reset vector.
    rom.replaceSubrange(0xFFF0..<0xFFF5, with: [0xEA, 0x00, 0x00, 0x00, 0xF0])
    var configuration = MachineConfiguration(model: model, systemBIOS: rom)
    change(&configuration)
    return try Machine(configuration)
  }

  /// A bootable 1.44 MB floppy whose boot sector begins with this program.
  static func floppy(_ program: [UInt8]) -> [UInt8] {
    var image = program + [UInt8](repeating: 0, count: 1_474_560 - program.count)
    image[510] = 0x55
    image[511] = 0xAA
    return image
  }

  /// The folder of guest images that are no part of the repository, if it is there.
  static let guests: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let shared =
      environment["RINGONE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("guests")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}

/// Collects what a machine says; a class, because sinks outlive the expression that made them.
final class Recorder {
  var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A folder that is gone after the test.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ringone-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
