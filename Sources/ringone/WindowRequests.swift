import Chips
import Desktop
import Foundation
import Inspect
import Media
import PC

/// What the window asks of the command: to keep a picture, and to do something with a dropped file.
/// Called on the window's thread.
final class WindowRequests {
  private let session: Session
  private let writesThrough: Bool
  /// What the machine has been built from; a dropped disk makes a new one of it.
  private var configuration: MachineConfiguration
  /// Which drive A: is: the one for what lay in it at power-on.
  private var driveA = FloppyDriveType.mb1_44

  init(_ plan: Plan, session: Session) {
    self.session = session
    writesThrough = plan.writesThrough
    configuration = plan.configuration
    let format: FloppyFormat? =
      switch configuration.floppyDrives[0]?.medium {
      case .file(let path, _): Self.format(path)
      case .memory(let bytes): FloppyFormat.holding(UInt64(bytes.count))
      case nil: nil
      }
    if let format { driveA = format.drive }
  }

  var requests: Window.Requests {
    Window.Requests(screenshot: { self.screenshot($0) }, drop: { self.drop($0) })
  }

  private static func format(_ path: String) -> FloppyFormat? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size] as? UInt64
    else { return nil }
    return FloppyFormat.holding(size)
  }

  // MARK: Screenshots

  /// Writes ringone-1.png, or the first number that is free.
  private func screenshot(_ frame: Frame) -> String {
    var number = 1
    while FileManager.default.fileExists(atPath: "ringone-\(number).png") { number += 1 }
    let path = "ringone-\(number).png"
    do throws(PNGError) {
      let bytes = try PNG.encode(frame)
      do throws(ConfigurationError) {
        try HostFile.write(bytes, to: path)
        return "saved \(path)"
      } catch {
        return error.description
      }
    } catch {
      return "no picture can be taken (\(error.description))"
    }
  }

  // MARK: Dropped images

  /// A floppy goes into drive A: if it fits there, a CD into the drive if there is one. Everything
  /// else is booted, in a new machine of the same kind.
  private func drop(_ path: String) -> String {
    let name = (path as NSString).lastPathComponent
    do throws(MediaError) {
      switch try ImageKind(path: path).medium {
      case .floppy(let format): return insertFloppy(path, name, format)
      case .cdrom: return insertDisc(path, name)
      case .hardDisk:
        configuration.ataDrives[0] = .disk(source(path))
        return boot(.disk, name)
      }
    } catch {
      return error.description
    }
  }

  private func insertFloppy(_ path: String, _ name: String, _ format: FloppyFormat) -> String {
    configuration.floppyDrives[0] = FloppyDrive(medium: source(path))
    guard driveA.takes(format) else {
      // The new machine gets the drive that the floppy was made for.
      driveA = format.drive
      return boot(.floppy, name)
    }
    session.mailbox.post(.floppy(drive: 0, source(path)))
    return "A: holds \(name), Ctrl-Alt-Del boots it"
  }

  private func insertDisc(_ path: String, _ name: String) -> String {
    let disc = MediumSource.file(path: path, writesThrough: false)
    let drive = configuration.ataDrives.firstIndex {
      if case .cdrom? = $0 { true } else { false }
    }
    if let drive {
      session.mailbox.post(.disc(position: drive, disc))
      configuration.ataDrives[drive] = .cdrom(disc)
      return "the CD drive holds \(name)"
    }
    guard let free = [2, 3, 1, 0].first(where: { configuration.ataDrives[$0] == nil }) else {
      return "\(name): all four disk positions are taken"
    }
    configuration.ataDrives[free] = .cdrom(disc)
    return boot(.cdrom, name)
  }

  private func boot(_ device: BootDevice, _ name: String) -> String {
    configuration.bootOrder = [device] + configuration.bootOrder.filter { $0 != device }
    session.mailbox.requestStop(.restart(configuration))
    return "booting \(name)"
  }

  private func source(_ path: String) -> MediumSource {
    .file(path: path, writesThrough: writesThrough)
  }
}
