import X86
import X86Decode

/// Traces what goes wrong in a guest back to the silent failure that led there.
///
/// Three rules, from the certain to the plausible:
/// - HLT with V-IF clear never wakes. Its cause is the failure that lost a set IF, if nothing has set or
///   cleared the flag in good order since then; otherwise the last that lost one (the flag then came back
///   out of an interrupt frame or a saved word).
/// - A fault of the kernel's has a cause if the faulting instruction reads a place (memory or a register)
///   where a failure left a wrong value that still stands there.
/// - A panic (the word on a serial port or the debug console) and a triple fault are blamed on the
///   newest failure that gave the kernel a wrong value: kernels look at what they have just read.
struct SymptomFinder {
  /// A class, since lists of it are gone through at every trap.
  private final class Suspect {
    /// Of the failure's record.
    let sequence: UInt64
    let comparison: Comparison

    init(_ comparison: Comparison, _ sequence: UInt64) {
      self.comparison = comparison
      self.sequence = sequence
    }
  }

  /// The failures with a wrong value, newest last; a few.
  private var values: [Suspect] = []
  private var lostFlag: Suspect?
  /// No CLI or STI has come since then.
  private var isFlagStillLost = false
  /// What the present trap is, should it be the kernel's own fault.
  private var expected: (text: String, suspect: Suspect)?
  /// The line that each port has sent so far, as far as it matters.
  private var lines: [UInt16: Line] = [:]

  private struct Line {
    var text = ""
    /// The newest failure when the word was complete.
    var suspect: Suspect?
    var isPanic = false
  }

  /// Failures that are kept in mind, and characters of a line.
  private static let memory = 64
  private static let lineLength = 100
  private static let word = "panic"
  /// COM1 to COM4 and the debug console.
  private static let ports: Set<UInt16> = [0x3F8, 0x2F8, 0x3E8, 0x2E8, 0xE9]

  mutating func failed(
    _ comparison: Comparison, _ difference: Difference, _ sequence: UInt64
  ) {
    let suspect = Suspect(comparison, sequence)
    if difference.kinds.contains(.interruptFlag) {
      let wasToBeSet = (comparison.virtual?.flags ?? 0) & 0x200 != 0
      if wasToBeSet {
        lostFlag = suspect
        isFlagStillLost = true
      }
    }
    guard difference.kinds != .interruptFlag else { return }
    values.append(suspect)
    if values.count > Self.memory { values.removeFirst() }
  }

  /// The virtual processor has executed an instruction that trapped.
  mutating func emulated(_ instruction: Instruction?, hasFaulted: Bool, _ monitor: Monitor) {
    let guest = monitor.guest
    if guest.isInShutdown { return report("triple fault", values.last ?? lostFlag, monitor) }
    if let expected, hasFaulted { report(expected.text, expected.suspect, monitor) }
    expected = nil
    guard let instruction else { return }
    switch instruction.operation {
    case .cli, .sti: if !hasFaulted { isFlagStillLost = false }
    case .hlt:
      if guest.isHalting, guest.flagsImage & 0x200 == 0 {
        let certainty = isFlagStillLost ? "" : " (the flag has been saved and restored since)"
        report("HLT with interrupts off\(certainty)", lostFlag, monitor)
      }
    case .out: if !hasFaulted { watchOutput(instruction, monitor) }
    default: break
    }
  }

  /// The hardware has trapped in the kernel: if this becomes a fault of the kernel's own, it may be known
  /// why. Afterwards it would be too late to look at what the instruction reads.
  mutating func trapped(_ fault: Fault, _ monitor: Monitor) {
    expected = nil
    guard (10...13).contains(fault.vector), !values.isEmpty else { return }
    let instruction = monitor.decode(monitor.instructionBytes())
    switch instruction.operation {
    // Privileged by themselves: no value that they read makes them trap.
    case .in, .out, .ins, .outs, .cli, .sti, .hlt, .movToCR, .movFromCR, .invlpg: return
    default: break
    }
    guard let suspect = values.last(where: { reads(instruction, $0, monitor) }) else { return }
    expected = ("\(ExitReason(fault)) in the kernel", suspect)
  }

  /// Whether an instruction reads a place where a failure's wrong value still stands.
  private func reads(_ instruction: Instruction, _ suspect: Suspect, _ monitor: Monitor) -> Bool {
    let comparison = suspect.comparison
    guard let virtual = comparison.virtual else { return false }
    let wrong = comparison.machine
    let operands = [instruction.operands.0, instruction.operands.1]
    for (number, value) in wrong.registers.enumerated() where value != virtual.registers[number] {
      let isNamed = operands.contains { $0.kind == .register && Int($0.number) == number }
      let present: UInt64 =
        GeneralRegister(rawValue: UInt8(number)).map { monitor.guest.register($0) } ?? 0
      if isNamed, present == value { return true }
    }
    let places = comparison.places
    guard wrong.memory != virtual.memory, places.bytes == wrong.memory else { return false }
    let addresses = Set(
      zip(places.addresses, zip(wrong.memory, virtual.memory)).filter { $1.0 != $1.1 }.map(\.0))
    return monitor.guest.readRanges(of: instruction).contains { range in
      (0..<UInt64(range.byteCount)).contains { addresses.contains(range.linear &+ $0) }
    }
  }

  // MARK: What the guest says

  private mutating func watchOutput(_ instruction: Instruction, _ monitor: Monitor) {
    let isImmediate = instruction.operands.0.kind == .immediate
    let port: UInt16 =
      isImmediate ? UInt16(instruction.immediate & 0xFF) : monitor.guest.register(.rdx)
    guard Self.ports.contains(port) else { return }
    let byte: UInt8 = monitor.guest.register(.rax)
    var line = lines[port] ?? Line()
    if byte == 10 || byte == 13 || line.text.count >= Self.lineLength {
      if line.isPanic { report("\"\(line.text)\"", line.suspect, monitor) }
      line = Line()
    } else if byte >= 0x20, byte < 0x7F {
      line.text.unicodeScalars.append(Unicode.Scalar(byte))
      if !line.isPanic, line.text.lowercased().hasSuffix(Self.word) {
        line.isPanic = true
        line.suspect = values.last ?? lostFlag
      }
    }
    lines[port] = line
  }

  private mutating func report(_ text: String, _ suspect: Suspect?, _ monitor: Monitor) {
    let journal = monitor.journal
    journal.note(
      symptom: text, of: suspect?.comparison.place, cause: suspect?.sequence, monitor)
    journal.cause = suspect?.sequence
    journal.end(.symptom, monitor, reason: .named(text))
  }
}
