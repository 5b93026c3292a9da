import BusKit
public import Chips
import Foundation
import Media
import X86

extension Machine {
  // MARK: The screen

  /// The characters on the screen; nil in graphics modes and while nothing is displayed.
  public func textScreen() -> TextScreen? { board.video.textScreen() }

  /// The picture on the screen.
  public func frame() -> Frame {
    board.video.renderFrame(into: &lastFrame)
    return lastFrame
  }

  /// The picture on the screen, if it is not the one that the last call gave; at most one for each
  /// frame that the VGA sends to its monitor.
  public func changedFrame() -> Frame? {
    let number = board.video.frameCount
    guard number != lastFrameNumber else { return nil }
    lastFrameNumber = number
    return board.video.renderFrame(into: &lastFrame) ? lastFrame : nil
  }

  // MARK: The state

  /// A digest of everything that can influence the machine's future: processor, memory, every part's
  /// state, what the guest has written to its media, and what is scheduled when.
  public func stateHash() -> StateHash {
    var hash = StateHash()
    hash.combine(now)
    for part in statefulParts { combine(part.state, into: &hash) }
    for event in scheduler.pending {
      hash.combine(event.name)
      hash.combine(event.deadline)
    }
    combineMemory(into: &hash)
    return hash
  }

  /// The parts that ``stateHash()`` knows of, memories and media apart, with a name for people.
  package var statefulParts: [(name: String, state: any Encodable)] {
    var parts: [(name: String, state: any Encodable)] = [
      ("processor", cpu.architecturalState),
      ("first 8259A", board.interrupts.master.state),
      ("second 8259A", board.interrupts.slave.state),
      ("edge/level control", board.interrupts.edgeLevelControl.state),
    ]
    if let localAPIC = board.localAPIC { parts.append(("local APIC", localAPIC.state)) }
    if let ioAPIC = board.ioAPIC { parts.append(("I/O APIC", ioAPIC.state)) }
    parts += [
      ("8254", board.timer.state), ("first 8237A", board.dma.bytes.state),
      ("second 8237A", board.dma.words.state), ("DMA pages", board.dma.pages.state),
      ("keyboard", board.keyboard.state), ("mouse", board.mouse.state),
      ("8042", board.keyboardController.state), ("port 92h", board.portA.state),
      ("port 61h", board.portB.state), ("MC146818", board.clock.state),
      ("82077AA", board.floppies.state),
    ]
    for channel in board.ata { parts.append(("ATA channel", channel.state)) }
    for disk in board.disks { parts.append(("ATA disk", disk.state)) }
    for drive in board.cdroms { parts.append(("CD-ROM drive", drive.state)) }
    for port in board.serial { parts.append(("16550A", port.state)) }
    parts += [
      ("parallel port", board.parallel.state), ("speaker", board.speaker.state),
      ("port 80h", board.postCodes.state),
    ]
    if let kernelPort = board.kernelPort { parts.append(("kernel port", kernelPort.state)) }
    parts += [
      ("VGA", board.video.state), ("typist", typist.state), ("idle detector", idleDetector),
    ]
    return parts
  }

  /// A state in its archived form. Sorted keys make the bytes the same every time.
  private func combine(_ state: some Encodable, into hash: inout StateHash) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(state) else {
      preconditionFailure("a part's state is made of numbers, arrays and enumerations")
    }
    data.withUnsafeBytes { hash.combine(bytes: $0) }
  }

  private func combineMemory(into hash: inout StateHash) {
    for memory in [memory.ram, board.video.memory.storage] {
      hash.combine(UInt64(memory.byteCount))
      for address in stride(from: 0, to: memory.byteCount, by: GuestRAM.pageSize) {
        guard let page = memory.pagePointer(address) else { break }
        hash.combine(
          page: UInt64(address),
          bytes: UnsafeRawBufferPointer(start: page, count: GuestRAM.pageSize))
      }
    }
    let images =
      (0..<2).map { board.floppies.medium(drive: $0) } + board.disks.map { $0.image }
    for (index, image) in images.enumerated() {
      for sector in image?.changedSectors ?? [] {
        hash.combine(UInt64(index))
        hash.combine(sector.index)
        sector.bytes.withUnsafeBytes { hash.combine(bytes: $0) }
      }
    }
  }

  // MARK: The media

  /// Writes everything that the guest has written to images that are written through to the host.
  public func flushMedia() throws(ConfigurationError) {
    board.floppies.flushMedia()
    for disk in board.disks {
      do throws(MediaError) { try disk.image.flush() } catch { throw ConfigurationError(error) }
    }
    if let mediumFailure { throw ConfigurationError(mediumFailure) }
  }
}
