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

  /// What a command line asks for.
  struct Images {
    var bios: [UInt8]
    var videoBIOS: [UInt8]
    /// The demo disk's path, if the command line names nothing to start.
    var demo: String?
    /// The option ROM that starts a kernel, if one is named.
    var kernelROM: [UInt8] = []
  }

  static func load(
    _ arguments: Arguments, _ environment: [String: String]
  ) throws(ConfigurationError) -> Images {
    let board = arguments.board
    let wantsDemo = Drives.isEmpty(arguments)
    let wantsKernel = arguments.kernel.file != nil
    let own =
      board.bios == nil || board.videoBIOS == nil || wantsDemo || wantsKernel
      ? try Firmware(environment: environment) : nil
    let bios = try read(board.bios ?? own?.path("bios.bin") ?? "")
    try MachineConfiguration.checkSystemBIOS(bios, name: board.bios ?? "bios.bin")
    let videoBIOS = try read(board.videoBIOS ?? own?.path("vgabios.bin") ?? "")
    try MachineConfiguration.checkVideoBIOS(videoBIOS, name: board.videoBIOS ?? "vgabios.bin")
    return Images(
      bios: bios, videoBIOS: videoBIOS, demo: wantsDemo ? own?.path("demo.img") : nil,
      kernelROM: wantsKernel ? try read(own?.path("kernel.bin") ?? "") : [])
  }

  func path(_ name: String) -> String {
    (folder as NSString).appendingPathComponent(name)
  }

  /// A file's bytes. What is larger than such a file can be is refused before it is read.
  static func read(
    _ path: String, kind: ConfigurationError.Kind = .firmware, noun: String = "ROM image",
    limit: Int = 1 << 20
  ) throws(ConfigurationError) -> [UInt8] {
    func refuse(_ cause: String, _ mend: String) -> ConfigurationError {
      ConfigurationError(kind, path, cause: cause, mend: mend)
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw refuse("there is no such file", "check the name")
    }
    guard !isDirectory.boolValue else {
      throw refuse("this is a directory", "name a \(noun) in it")
    }
    guard FileManager.default.isReadableFile(atPath: path),
      let file = FileHandle(forReadingAtPath: path)
    else {
      throw refuse("no permission to read it", "allow it with 'chmod u+r'")
    }
    guard let data = try? file.read(upToCount: limit + 1) else {
      guard let empty = try? file.seekToEnd(), empty == 0 else {
        throw refuse("it cannot be read", "check the file and the disk it lies on")
      }
      throw refuse("the file is empty", "name a \(noun)")
    }
    guard data.count <= limit else {
      throw refuse("more than \(limit >> 20) MiB is no \(noun)", "name a \(noun)")
    }
    guard !data.isEmpty else { throw refuse("the file is empty", "name a \(noun)") }
    return Array(data)
  }
}
