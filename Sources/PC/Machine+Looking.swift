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
    combine(cpu.architecturalState, into: &hash)
    combine(board.interrupts.master.state, into: &hash)
    combine(board.interrupts.slave.state, into: &hash)
    combine(board.interrupts.edgeLevelControl.state, into: &hash)
    if let localAPIC = board.localAPIC { combine(localAPIC.state, into: &hash) }
    if let ioAPIC = board.ioAPIC { combine(ioAPIC.state, into: &hash) }
    combine(board.timer.state, into: &hash)
    combine(board.dma.bytes.state, into: &hash)
    combine(board.dma.words.state, into: &hash)
    combine(board.dma.pages.state, into: &hash)
    combine(board.keyboard.state, into: &hash)
    combine(board.mouse.state, into: &hash)
    combine(board.keyboardController.state, into: &hash)
    combine(board.portA.state, into: &hash)
    combine(board.portB.state, into: &hash)
    combine(board.clock.state, into: &hash)
    combine(board.floppies.state, into: &hash)
    for channel in board.ata { combine(channel.state, into: &hash) }
    for disk in board.disks { combine(disk.state, into: &hash) }
    for drive in board.cdroms { combine(drive.state, into: &hash) }
    for port in board.serial { combine(port.state, into: &hash) }
    combine(board.parallel.state, into: &hash)
    combine(board.speaker.state, into: &hash)
    combine(board.postCodes.state, into: &hash)
    if let kernelPort = board.kernelPort { combine(kernelPort.state, into: &hash) }
    combine(board.video.state, into: &hash)
    combine(typist.state, into: &hash)
    combine(idleDetector, into: &hash)
    for event in scheduler.pending {
      hash.combine(event.name)
      hash.combine(event.deadline)
    }
    combineMemory(into: &hash)
    return hash
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
