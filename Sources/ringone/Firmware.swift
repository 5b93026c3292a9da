import Foundation
import PC

/// Finds our own firmware and the demo disk.
struct Firmware {
  /// The folder that holds bios.bin, vgabios.bin and demo.img.
  let folder: String

  /// Looks in $RINGONE_ROMS, in `roms` beside or above the executable's real place (a build inside
  /// the source tree), and in `../share/ringone` (an installation).
  init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String = Firmware.executablePath
  ) throws(ConfigurationError) {
    func holdsFirmware(_ folder: String) -> Bool {
      FileManager.default.fileExists(atPath: folder + "/bios.bin")
    }
    if let folder = environment["RINGONE_ROMS"] {
      guard holdsFirmware(folder) else {
        throw ConfigurationError(
          .firmware, folder,
          cause: "$RINGONE_ROMS names this folder, and there is no bios.bin in it",
          mend: "let it name the folder roms of the source tree, or unset it")
      }
      self.folder = folder
      return
    }
    var directory = (executable as NSString).deletingLastPathComponent
    let installed = (directory as NSString).appendingPathComponent("../share/ringone")
    if holdsFirmware(installed) {
      folder = installed
      return
    }
    while true {
      let candidate = (directory as NSString).appendingPathComponent("roms")
      if holdsFirmware(candidate) {
        folder = candidate
        return
      }
      guard directory != "/", !directory.isEmpty else { break }
      directory = (directory as NSString).deletingLastPathComponent
    }
    throw ConfigurationError(
      .firmware, "roms/bios.bin", cause: "not found in any folder above \(executable)",
      mend: "let $RINGONE_ROMS name the folder roms of the source tree, or give --bios")
  }

  static var executablePath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// The two ROMs that a command line asks for, and the demo disk if it names no image.
  static func load(
    _ arguments: Arguments, _ environment: [String: String]
  ) throws(ConfigurationError) -> (bios: [UInt8], videoBIOS: [UInt8], demo: String?) {
    let board = arguments.board
    let wantsDemo = Drives.isEmpty(arguments)
    let own =
      board.bios == nil || board.videoBIOS == nil || wantsDemo
      ? try Firmware(environment: environment) : nil
    let bios = try read(board.bios ?? own?.path("bios.bin") ?? "")
    try MachineConfiguration.checkSystemBIOS(bios, name: board.bios ?? "bios.bin")
    let videoBIOS = try read(board.videoBIOS ?? own?.path("vgabios.bin") ?? "")
    try MachineConfiguration.checkVideoBIOS(videoBIOS, name: board.videoBIOS ?? "vgabios.bin")
    return (bios, videoBIOS, wantsDemo ? own?.path("demo.img") : nil)
  }

  private func path(_ name: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }

  /// A firmware file's bytes. ROM images are small; anything larger is refused before it is read.
  static func read(_ path: String) throws(ConfigurationError) -> [UInt8] {
    func refuse(_ cause: String, _ mend: String) -> ConfigurationError {
      ConfigurationError(.firmware, path, cause: cause, mend: mend)
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw refuse("there is no such file", "check the name")
    }
    guard !isDirectory.boolValue else {
      throw refuse("this is a directory", "name a ROM image in it")
    }
    guard FileManager.default.isReadableFile(atPath: path),
      let file = FileHandle(forReadingAtPath: path)
    else {
      throw refuse("no permission to read it", "allow it with 'chmod u+r'")
    }
    let limit = 1 << 20
    guard let data = try? file.read(upToCount: limit + 1) else {
      guard let empty = try? file.seekToEnd(), empty == 0 else {
        throw refuse("it cannot be read", "check the file and the disk it lies on")
      }
      throw refuse("the file is empty", "name a ROM image")
    }
    guard data.count <= limit else {
      throw refuse("more than 1 MiB is no ROM image", "name a ROM image")
    }
    guard !data.isEmpty else { throw refuse("the file is empty", "name a ROM image") }
    return Array(data)
  }
}
