import BusKit
import X86
import X86Decode

/// A near JMP over instructions of the guest's, and the block it leads to.
struct PatchWindow {
  static let byteCount = 5
  /// Offset in its page.
  let offset: Int
  /// Offsets of the instructions behind the first that begin under the JMP.
  let inner: [Int]
  /// Linear address and length of the block.
  let block: Range<UInt64>
}

/// The patch blocks: code in the monitor's hole that the guest's kernel reaches by the JMPs in its windows.
///
/// A window is laid only where it is safe to come to its middle. The block is put where the JMP's
/// displacement has, under each instruction that begins there, a byte that traps (INT3, HLT, CLI, STI, IN
/// or OUT); whoever comes that way, by whatever kind of jump, comes to the monitor, which executes the
/// instruction that the guest has there.
final class PatchBlocks {
  private static let trapping: [UInt32] = [
    0xCC, 0xE4, 0xE5, 0xE6, 0xE7, 0xEC, 0xED, 0xEE, 0xEF, 0xF4, 0xFA, 0xFB,
  ]
  /// The first address of blocks, and the end of their room.
  static let first = MonitorLayout.linear(MonitorLayout.patches.lowerBound + 1)
  static let end = MonitorLayout.linear(MonitorLayout.patches.upperBound)

  private let pool: MonitorPool
  private var isUsed = [Bool](repeating: false, count: Int(end - first))
  /// By address.
  private(set) var steps: [UInt64: PatchStep] = [:]

  init(pool: MonitorPool) {
    self.pool = pool
    for page in MonitorLayout.patches.dropFirst() {
      pool.pointer(page).initializeMemory(
        as: UInt8.self, repeating: PatchedPage.breakpoint, count: GuestRAM.pageSize)
    }
  }

  // MARK: The cells

  subscript(cell: PatchCell) -> UInt32 {
    get {
      pool.pointer(MonitorLayout.patches.lowerBound).load(
        fromByteOffset: Int(cell.rawValue), as: UInt32.self)
    }
    set {
      pool.pointer(MonitorLayout.patches.lowerBound).storeBytes(
        of: newValue, toByteOffset: Int(cell.rawValue), as: UInt32.self)
    }
  }

  // MARK: Room

  /// Where a block of this length may lie that a JMP at `site` leads to.
  /// - Parameter inner: offsets from the site at which the JMP must trap.
  func room(for byteCount: Int, site: UInt64, trappingAt inner: [Int]) -> UInt64? {
    let any = Array(0...255 as ClosedRange<UInt32>)
    let base = UInt32(truncatingIfNeeded: Self.first &- site &- 5)
    // The displacement's upper half has few values, which its lower half leaves alone but for a carry.
    for high in 0...UInt32(truncatingIfNeeded: (Self.end - Self.first) >> 16) {
      let upper = (base >> 16 &+ high) & 0xFFFF
      guard !inner.contains(3) || Self.trapping.contains(upper & 0xFF),
        !inner.contains(4) || Self.trapping.contains(upper >> 8)
      else { continue }
      for second in inner.contains(2) ? Self.trapping : any {
        for first in inner.contains(1) ? Self.trapping : any {
          let at = Int((upper << 16 | second << 8 | first) &- base)
          if at + byteCount <= isUsed.count, isFree(at, byteCount) {
            return Self.first + UInt64(at)
          }
        }
      }
    }
    return nil
  }

  private func isFree(_ at: Int, _ byteCount: Int) -> Bool {
    for n in at..<at + byteCount where isUsed[n] { return false }
    return true
  }

  func add(_ block: PatchAssembler) {
    let at = Int(block.address - Self.first)
    for n in at..<at + block.bytes.count { isUsed[n] = true }
    write(block.address, block.bytes)
    for step in block.steps { steps[block.address + UInt64(step.offset)] = step }
  }

  func remove(_ block: Range<UInt64>) {
    for address in block {
      isUsed[Int(address - Self.first)] = false
      steps[address] = nil
    }
    write(
      block.lowerBound, [UInt8](repeating: PatchedPage.breakpoint, count: block.count))
  }

  private func write(_ address: UInt64, _ bytes: [UInt8]) {
    let page = pool.machineAddress(0)
    pool.ram.willWrite(Int(page + address - MonitorLayout.hole), bytes.count)
    for (n, byte) in bytes.enumerated() {
      let at = Int(address - MonitorLayout.hole) + n
      pool.pointer(at >> 12).storeBytes(of: byte, toByteOffset: at & 4095, as: UInt8.self)
    }
  }

  /// What an instruction in the blocks' pages costs the guest; nil for what the decoder says.
  func timing(_ linear: UInt64) -> Timing? {
    guard let step = steps[linear] else { return Timing() }
    return step.timing
  }
}

/// Decides what goes into a block.
struct PatchRegion {
  /// More of the guest's instructions than a block should have.
  private static let longest = 24

  let decoder: Decoder
  /// The instruction at an address, if it has been scanned, and its bytes.
  let scanned: (UInt64) -> (Instruction, [UInt8])?

  /// Whether a window can begin at an instruction: what it does is done in a block without the monitor.
  static func begins(with instruction: Instruction) -> Bool {
    guard instruction.prefixCount == 0 else { return false }
    switch instruction.operation {
    case .cli, .sti: return true
    case .pushf, .popf: return instruction.operandSize == 4
    case .pushSegment: return instruction.operandSize == 4 && cell(instruction.operands.0) != nil
    case .movFromSegment:
      return instruction.operands.0.kind == .register && cell(instruction.operands.1) != nil
    default: return false
    }
  }

  private static func cell(_ operand: Operand) -> PatchCell? {
    guard operand.kind == .segment else { return nil }
    switch SegmentRegister(rawValue: operand.number) {
    case .cs: return .cs
    case .ss: return .ss
    default: return nil
    }
  }

  /// The block for a window at `site`, as it would be at `address`.
  func assemble(_ site: UInt64, at address: UInt64) -> PatchAssembler {
    var block = PatchAssembler(at: address)
    var place = site
    var count = 0
    while true {
      block.begin(place)
      let isCovered = place < site + UInt64(PatchWindow.byteCount)
      guard count < Self.longest, let (instruction, bytes) = scanned(place) else {
        block.jump(to: place)
        return block
      }
      count += 1
      switch add(instruction, bytes, place, &block) {
      case .goesOn: break
      case .ends: return block
      case .isBeyond:
        // Where it stands it would lie under the JMP again.
        if isCovered { block.exit() } else { block.jump(to: place) }
        return block
      }
      place += UInt64(instruction.length)
    }
  }

  private enum Addition {
    case goesOn, ends, isBeyond
  }

  private func add(
    _ instruction: Instruction, _ bytes: [UInt8], _ place: UInt64, _ block: inout PatchAssembler
  ) -> Addition {
    var timing = decoder.timing(of: instruction, at: place)
    timing.base &+= timing.protectedExtra
    timing.protectedExtra = 0
    if Self.begins(with: instruction) {
      block.replace()
      replace(instruction, timing, &block)
      return .goesOn
    }
    switch instruction.operation {
    case .jcc:
      guard let target = target(instruction, place) else { return .isBeyond }
      block.jump(if: instruction.condition, to: target, timing: timing)
      return .goesOn
    case .jmpRelative:
      guard let target = target(instruction, place) else { return .isBeyond }
      block.jump(to: target, timing: timing)
      return .ends
    case .ret, .jmpIndirect:
      block.copy(bytes)
      return .ends
    default:
      guard Self.mayBeCopied(instruction) else { return .isBeyond }
      block.copy(bytes)
      return .goesOn
    }
  }

  private func target(_ instruction: Instruction, _ place: UInt64) -> UInt64? {
    guard instruction.operandSize == 4 else { return nil }
    return PatchedCode.target(instruction, place, base: 0, isBig: true)
  }

  /// Whether an instruction does the same from elsewhere: it neither transfers control nor keeps the
  /// instruction pointer (as the x87 does), is not resumed in its middle, and does not trap anyway.
  static func mayBeCopied(_ instruction: Instruction) -> Bool {
    guard instruction.prefixes.isDisjoint(with: [.rep, .repne]) else { return false }
    switch instruction.operation {
    case .add, .or, .adc, .sbb, .and, .sub, .xor, .cmp, .test, .inc, .dec, .not, .neg, .mul,
      .imulAccumulator, .imul, .rol, .ror, .rcl, .rcr, .shl, .shr, .sar, .shld, .shrd, .cbw, .cwd,
      .bt, .bts, .btr, .btc, .bsf, .bsr, .bswap, .mov, .movzx, .movsx, .lea, .xchg, .push, .pop,
      .lahf, .sahf, .leave, .cmpxchg, .xadd, .setcc, .cmovcc, .clc, .stc, .cmc, .cld, .std, .nop:
      return true
    case .pushSegment: return cell(instruction.operands.0) == nil
    default: return false
    }
  }

  private func replace(
    _ instruction: Instruction, _ timing: Timing, _ block: inout PatchAssembler
  ) {
    switch instruction.operation {
    case .cli: block.clearInterrupts(timing)
    case .sti: block.setInterrupts(timing)
    case .pushf: block.pushFlags(timing)
    case .popf: block.popFlags(timing)
    case .pushSegment:
      guard let cell = Self.cell(instruction.operands.0) else { return }
      block.pushSelector(cell, isExtended: decoder.model >= .x86_64, timing)
    case .movFromSegment:
      guard let cell = Self.cell(instruction.operands.1) else { return }
      let register = instruction.operands.0
      block.readSelector(cell, into: register.number, isWide: register.width == 4, timing)
    default: break
    }
  }
}
