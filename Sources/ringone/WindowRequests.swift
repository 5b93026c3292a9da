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

  init(_ plan: Plan, session: Session) {
    self.session = session
    writesThrough = plan.writesThrough
    configuration = plan.configuration
  }

  var requests: Window.Requests {
    Window.Requests(screenshot: { self.screenshot($0) }, drop: { self.drop($0) })
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

  /// A floppy goes into drive A:, a CD into the drive if there is one. Everything else that one can
  /// boot from is booted, in a new machine of the same kind.
  private func drop(_ path: String) -> String {
    let name = (path as NSString).lastPathComponent
    do throws(MediaError) {
      switch try ImageKind(path: path).medium {
      case .floppy:
        session.mailbox.post(.floppy(drive: 0, source(path)))
        configuration.floppyDrives[0] = FloppyDrive(medium: source(path))
        return "A: holds \(name), Ctrl-Alt-Del boots it"
      case .cdrom: return insertDisc(path, name)
      case .hardDisk:
        configuration.ataDrives[0] = .disk(source(path))
        return boot(.disk, name)
      }
    } catch {
      return error.description
    }
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
