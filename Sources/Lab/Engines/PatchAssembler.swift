import X86
import X86Decode

/// What patch blocks keep in memory, in the first page of the monitor's hole: the stack segment is the one
/// data segment of the kernel's whose limit lets it in, and only that page.
enum PatchCell: UInt64 {
  /// IF as in EFLAGS. Blocks are used while IOPL, VIF and VIP are 0.
  case flags = 0
  /// Registers that a block borrows.
  case eax = 4
  case ecx = 8
  /// Not 0: an interrupt waits for IF.
  case pending = 12
  /// The flags cell before the last STI.
  case former = 16
  /// What CS and SS are to read as.
  case cs = 20
  case ss = 24

  var address: UInt32 { UInt32(truncatingIfNeeded: MonitorLayout.hole + rawValue) }
  static let byteCount: UInt32 = 4096
}

/// One instruction of a patch block's, and what is to be done when the hardware stops in front of it.
struct PatchStep: Equatable {
  /// Where it begins in the block.
  var offset = 0
  /// The instruction of the guest's that it stands for, or helps to: its linear address.
  var place: UInt64 = 0
  /// The block has borrowed EAX and ECX.
  var borrows: (eax: Bool, ecx: Bool) = (false, false)
  /// To be added to ESP.
  var pushed: UInt32 = 0
  /// The block comes to the monitor here.
  var isExit = false
  /// STI is the last that the guest has executed.
  var followsSTI = false
  /// What it costs the guest; nil for what the decoder says.
  var timing: Timing? = Timing()

  static func == (a: PatchStep, b: PatchStep) -> Bool {
    a.offset == b.offset && a.place == b.place && a.isExit == b.isExit
  }
}

/// Writes a patch block: the guest's instructions, and in place of those that would fail or trap, others
/// that work on ``PatchCell`` and change no more than the original would.
///
/// The last instruction of each replacement pays the guest's clocks, so that the end of a slice never falls
/// inside one; what can fault in one comes before anything that the guest can see has changed.
struct PatchAssembler {
  let address: UInt64
  private(set) var bytes: [UInt8] = []
  private(set) var steps: [PatchStep] = []
  /// Instructions of the guest's that others stand for.
  private(set) var replaced: [UInt64] = []
  private var step = PatchStep()

  init(at address: UInt64) { self.address = address }

  private mutating func emit(_ code: [UInt8], timing: Timing? = Timing()) {
    step.offset = bytes.count
    step.timing = timing
    steps.append(step)
    bytes += code
    step.followsSTI = false
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A 32-bit register from (8B) or to (89) a cell, in the stack segment.
  private mutating func move(
    _ opcode: UInt8, _ register: UInt8, _ cell: PatchCell, timing: Timing = Timing()
  ) {
    emit([0x36, opcode, register << 3 | 5] + Self.little(cell.address), timing: timing)
  }

  private mutating func borrow() {
    move(0x89, Self.eax, .eax)
    move(0x89, Self.ecx, .ecx)
    step.borrows = (true, true)
  }

  private mutating func giveBack(timing: Timing = Timing()) {
    move(0x8B, Self.eax, .eax)
    move(0x8B, Self.ecx, .ecx, timing: timing)
    step.borrows = (false, false)
  }

  private static let eax: UInt8 = 0
  private static let ecx: UInt8 = 1

  // MARK: The guest's instructions

  /// What follows does the present instruction's work.
  mutating func replace() { replaced.append(step.place) }

  /// What follows stands for the guest's instruction there.
  mutating func begin(_ place: UInt64) {
    step.place = place
    step.pushed = 0
    step.borrows = (false, false)
  }

  /// The guest's own bytes.
  mutating func copy(_ original: [UInt8]) { emit(original, timing: nil) }

  /// Comes to the monitor, which executes the guest's instruction.
  mutating func exit() {
    step.isExit = true
    emit([0xCC])
    step.isExit = false
  }

  mutating func jump(to target: UInt64, timing: Timing = Timing()) {
    emit([0xE9] + displacement(target, 5), timing: timing)
  }

  mutating func jump(if condition: UInt8, to target: UInt64, timing: Timing) {
    emit([0x0F, 0x80 | condition] + displacement(target, 6), timing: timing)
  }

  private func displacement(_ target: UInt64, _ length: Int) -> [UInt8] {
    Self.little(
      UInt32(truncatingIfNeeded: target &- address &- UInt64(bytes.count + length)))
  }

  // MARK: Replacements

  mutating func clearInterrupts(_ timing: Timing) {
    emit([0x36, 0xC6, 0x05] + Self.little(PatchCell.flags.address + 1) + [0], timing: timing)
  }

  /// Comes to the monitor if an interrupt waits.
  mutating func setInterrupts(_ timing: Timing) {
    move(0x89, Self.ecx, .ecx)
    step.borrows.ecx = true
    move(0x8B, Self.ecx, .pending)
    emit([0xE3, 0x01])
    exit()
    move(0x8B, Self.ecx, .flags)
    move(0x89, Self.ecx, .former)
    move(0x8B, Self.ecx, .ecx)
    step.borrows.ecx = false
    emit([0x36, 0xC6, 0x05] + Self.little(PatchCell.flags.address + 1) + [2], timing: timing)
    step.followsSTI = true
  }

  /// The machine's IF is always set, its IOPL 0.
  mutating func pushFlags(_ timing: Timing) {
    move(0x89, Self.eax, .eax)
    move(0x89, Self.ecx, .ecx)
    emit([0x9C])
    step.pushed = 4
    step.borrows = (true, true)
    emit([0x8B, 0x04, 0x24])
    move(0x8B, Self.ecx, .flags)
    // LEA EAX, [EAX + ECX - 200h] changes no flag.
    emit([0x8D, 0x84, 0x08] + Self.little(0xFFFF_FE00))
    emit([0x89, 0x04, 0x24])
    giveBack(timing: timing)
    step.pushed = 0
  }

  /// Comes to the monitor if an interrupt waits and would be let in, and for TF, IOPL and NT. The flags
  /// that the checks spoil are those that POPF loads.
  mutating func popFlags(_ timing: Timing) {
    borrow()
    emit([0x8B, 0x04, 0x24])
    emit([0xA9] + Self.little(0x7100))
    let unusual = bytes.count
    emit([0x75, 0])
    emit([0x25] + Self.little(0x200))
    move(0x8B, Self.ecx, .pending)
    emit([0x21, 0xC1])
    emit([0x74, 0x01])
    bytes[unusual + 1] = UInt8(bytes.count - unusual - 2)
    exit()
    move(0x89, Self.eax, .flags)
    giveBack()
    emit([0x9D], timing: timing)
  }

  /// MOV r16 or r32, CS or SS.
  mutating func readSelector(
    _ cell: PatchCell, into register: UInt8, isWide: Bool, _ timing: Timing
  ) {
    let code: [UInt8] = [0x8B, register << 3 | 5] + Self.little(cell.address)
    emit((isWide ? [0x36] : [0x36, 0x66]) + code, timing: timing)
  }

  /// PUSH CS or SS, 32 bits wide.
  /// - Parameter isExtended: whether zeros are written above the selector.
  mutating func pushSelector(_ cell: PatchCell, isExtended: Bool, _ timing: Timing) {
    move(0x89, Self.eax, .eax)
    step.borrows.eax = true
    move(0x8B, Self.eax, cell)
    emit((isExtended ? [] : [0x66]) + [0x89, 0x44, 0x24, 0xFC])
    move(0x8B, Self.eax, .eax)
    step.borrows.eax = false
    emit([0x8D, 0x64, 0x24, 0xFC], timing: timing)
  }
}
