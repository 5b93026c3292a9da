import BusKit

/// The device from which the option ROM fetches a kernel. It answers only when a kernel was asked for.
///
/// | offset | |
/// |--|--|
/// | 0-3 | data: the next four bytes (or the next one) of the answer; writes add to the question |
/// | 4 | command when written, status when read (0: an answer is ready, FFh: there is none) |
///
/// Command 1 begins a question. Command 2 ends it: the ROM has written the KiB of conventional memory
/// and the ranges of INT 15h/E820h as it got them, five doublewords each. The answer is a list of
/// records of doublewords:
///
/// | 1, address, length, bytes | copy |
/// |--|--|
/// | 2, address, length | fill with zeros |
/// | 3, EIP, EAX, EBX | start in flat 32-bit protected mode |
/// | 4, CS:IP, SS:SP | start in real mode |
final class KernelPort: PortDevice {
  struct State: Codable, Equatable, Sendable {
    var question: [UInt32] = []
    /// The position in the answer.
    var position = 0
    var isAnswered = false
  }

  private(set) var state = State()
  private let boot: KernelBoot
  private let kernel: any Kernel
  private var answer: [UInt8] = []
  /// The firmware leaves no room for the kernel: the run is over.
  var onRefusal: (ConfigurationError) -> Void = { _ in }

  /// - Throws: ``ConfigurationError`` for what is no kernel.
  init(_ boot: KernelBoot) throws(ConfigurationError) {
    self.boot = boot
    kernel = try boot.kernel()
  }

  func reset() {
    state = State()
    answer = []
  }

  func readPort(_ offset: UInt16) -> UInt8 {
    let value = peekPort(offset)
    if offset == 0, state.position < answer.count { state.position += 1 }
    return value
  }

  func peekPort(_ offset: UInt16) -> UInt8 {
    switch offset {
    case 0: state.position < answer.count ? answer[state.position] : 0xFF
    case 4: state.isAnswered ? 0 : 0xFF
    default: 0xFF
    }
  }

  func readPortWide(_ offset: UInt16, _ width: AccessWidth) -> UInt32? {
    guard offset == 0, width == .dword, let value: UInt32 = answer.number(state.position) else {
      return nil
    }
    state.position += 4
    return value
  }

  func writePort(_ offset: UInt16, _ value: UInt8) {
    guard offset == 4 else { return }
    if value == 1 { reset() }
    if value == 2 { plan() }
  }

  func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool {
    guard offset == 0, width == .dword else { return false }
    // No firmware has more than 128 ranges.
    if state.question.count < 1 + 5 * 128 { state.question.append(value) }
    return true
  }

  /// The memory map that the question tells.
  private var memory: KernelMemory {
    let words = state.question
    func wide(_ n: Int) -> UInt64 { UInt64(words[n]) | UInt64(words[n + 1]) << 32 }
    return KernelMemory(
      conventional: Int(words.first ?? 0),
      ranges: stride(from: 1, to: words.count - 4, by: 5).map {
        KernelMemory.Range(base: wide($0), length: wide($0 + 2), kind: words[$0 + 4])
      })
  }

  private func plan() {
    do throws(ConfigurationError) {
      answer = Self.encode(try kernel.records(boot, memory))
      state.position = 0
      state.isAnswered = true
    } catch {
      onRefusal(error)
    }
  }

  private static func encode(_ records: [KernelRecord]) -> [UInt8] {
    var bytes: [UInt8] = []
    func words(_ values: UInt32...) { for value in values { bytes.append(number: value) } }
    for record in records {
      switch record {
      case .copy(let address, let contents):
        words(1, address, UInt32(contents.count))
        bytes += contents
      case .zero(let address, let byteCount): words(2, address, byteCount)
      case .startProtected(let eip, let eax, let ebx): words(3, eip, eax, ebx)
      case .startReal(let cs, let ip, let ss, let sp):
        words(4, UInt32(cs) << 16 | UInt32(ip), UInt32(ss) << 16 | UInt32(sp))
      }
    }
    return bytes
  }
}
