import BusKit
import Foundation
import Inspect
import Lab
import PC
import X86Decode

/// What the laboratory's tests of whole guests share.
enum GuestBench {
  /// The repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of this repository.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
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

  /// A machine's configuration with our own firmware and, if there is one, a floppy in drive A:.
  static func configuration(
    _ model: ProcessorModel, floppy: [UInt8]? = nil
  ) throws -> MachineConfiguration {
    var configuration = try MachineConfiguration(
      model: model, systemBIOS: bytes("roms/bios.bin"), videoBIOS: bytes("roms/vgabios.bin"))
    if let floppy {
      configuration.floppyDrives[0] = FloppyDrive(medium: .memory(floppy))
    }
    return configuration
  }

  /// How a run that ends by itself went.
  struct Outcome: Equatable {
    var cause: StopCause
    /// What the debug console showed, line by line.
    var lines: [String]
  }

  /// Runs a machine to its own end, or for so many ticks.
  static func outcome(_ machine: Machine, limit: Ticks) -> Outcome {
    let console = Recorder()
    machine.outputs.debugConsole = { console.bytes.append($0) }
    let cause = machine.run(until: limit)
    return Outcome(
      cause: cause, lines: console.text.split(whereSeparator: \.isNewline).map(String.init))
  }
}

/// Collects what a machine says; a class, because sinks outlive the expression that made them.
final class Recorder {
  var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A script: types each text when the one before it stands on the screen.
final class Typing: SliceObserver {
  private var steps: ArraySlice<(wait: String, keys: String)>
  private let end: String

  /// - Parameters:
  ///   - steps: what to wait for on the screen, and what to type then.
  ///   - end: what stands on the screen when the run is over.
  init(_ steps: [(wait: String, keys: String)], end: String) {
    self.steps = steps[...]
    self.end = end
  }

  func machineReplaced(by machine: Machine) {}

  func sliceEnded(_ machine: Machine) -> Session.Ending.Cause? {
    guard let lines = machine.textScreen()?.lines else { return nil }
    guard let step = steps.first else {
      return lines.contains { $0.contains(end) } ? .scriptDone : nil
    }
    guard lines.contains(where: { $0.contains(step.wait) }),
      let keys = try? KeyStroke.parse(step.keys)
    else { return nil }
    machine.apply(.typing(keys))
    steps.removeFirst()
    return nil
  }

  func runEnded(_ machine: Machine, _ cause: Session.Ending.Cause) {}
}
