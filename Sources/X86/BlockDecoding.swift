import BusKit
import X86Decode

/// From bytes to a block of ops: fetching, decoding, fusing, and dead-flag removal.
extension CPU {
  /// Decodes the block at `key.rip` in the present code context.
  ///
  /// A block ends at a transfer of control, at the page's end, before an instruction that crosses
  /// into the next page (which is a block of its own), and at a bound of ops and clocks. It holds
  /// exactly one instruction while stepping.
  /// - Throws: #GP(0) for a fetch beyond the limit, #PF for the first instruction's second page.
  func decodeBlock(
    _ key: BlockCache.Key, _ linear: UInt64
  ) throws(Fault) -> (OpPointer, isCached: Bool) {
    blocks.decoded += 1
    let page = memory.page(key.physical >> 12)
    let builder = BlockBuilder(self, key)
    var isCached = true
    var ramPages: [(page: Int, offset: Int, count: Int)] = []

    switch page {
    case .memory(let pointer, let ramAddress, let isWritable):
      let offset = Int(key.physical & 4095)
      var remaining = 4096 - offset
      if codeLimit &- key.rip < UInt64(remaining) { remaining = Int(codeLimit &- key.rip) + 1 }
      var at = offset
      while !builder.isFinished {
        let window = UnsafeRawBufferPointer(
          start: pointer + at, count: min(remaining - (at - offset), decoder.lengthLimit))
        let instruction = decoder.decode(
          window, codeSize: builder.codeSize, isRealOrV86: builder.isRealOrV86)
        if instruction.length == 0 {
          if builder.isEmpty {
            let crossing = try fetchAcross(key, linear, available: remaining, page)
            builder.add(crossing.instruction)
            builder.finish()
            if model < .i80286, key.rip &+ UInt64(crossing.instruction.length) > 0x10000 {
              // It wraps to the segment's start, wherever that lies: too rare to keep.
              isCached = false
            } else if crossing.crossesPage {
              builder.header.flags |= BlockHeader.crossesPage
              builder.header.secondPhysical = crossing.secondPhysical
              if crossing.secondRAMPage >= 0 {
                let rest = UInt64(Int(crossing.instruction.length) - (4096 - offset))
                ramPages.append(
                  (crossing.secondRAMPage, 0, max(1, Int(truncatingIfNeeded: rest))))
              }
            }
          } else {
            builder.finish()
          }
          break
        }
        builder.add(instruction)
        at += Int(instruction.length)
        if at - offset >= remaining { builder.finish() }
      }
      if isWritable {
        ramPages.append((ramAddress >> 12, offset, min(builder.byteCount, 4096 - offset)))
      }
    case .device, .hole:
      // Code in a device or in the void is fetched anew each time.
      isCached = false
      let crossing = try fetchAcross(key, linear, available: 0, page)
      builder.add(crossing.instruction)
      builder.finish()
    }
    let first = builder.seal()
    guard isCached else { return (first, false) }
    blocks.byKey[key] = first
    for (ramPage, offset, count) in ramPages {
      blocks.byPage[ramPage, default: []].append(first)
      codeWatch.mark(ramPage, offset, count)
    }
    return (first, true)
  }

  private struct Crossing {
    var instruction: Instruction
    var crossesPage = false
    var secondPhysical: UInt64 = 0
    var secondRAMPage = -1
  }

  /// Fetches one instruction byte by byte, across the end of a page, of the segment, or of 64 KiB.
  private func fetchAcross(
    _ key: BlockCache.Key, _ linear: UInt64, available: Int, _ page: PhysicalMap.Page
  ) throws(Fault) -> Crossing {
    var bytes: [UInt8] = []
    var result = Crossing(instruction: Instruction())
    while true {
      let offset = key.rip &+ UInt64(bytes.count)
      // The 8086's IP wraps; later models check the limit.
      if model >= .i80286, offset > codeLimit { throw Fault.protection(0) }
      let at = codeAddress(model >= .i80286 ? offset : offset & 0xFFFF)
      guard isCanonical(at) else { throw Fault.protection(0) }
      if at >> 12 == linear >> 12 {
        bytes.append(UInt8(truncatingIfNeeded: load(1, from: page, at)))
      } else {
        let physical = try translateFetch(at)
        let second = memory.page(physical >> 12)
        if !result.crossesPage {
          result.crossesPage = true
          result.secondPhysical = physical
          if case .memory(_, let ramAddress, true) = second {
            result.secondRAMPage = ramAddress >> 12
          }
        }
        bytes.append(UInt8(truncatingIfNeeded: load(1, from: second, at)))
      }
      result.instruction = decoder.decode(
        bytes, codeSize: ModeKey.codeSize(modeKey),
        isRealOrV86: modeKey & ModeKey.protected == 0 || modeKey & ModeKey.v86 != 0)
      if result.instruction.length != 0 { return result }
    }
  }
}

/// A block in the making.
final class BlockBuilder {
  private let cpu: CPU
  let header: BlockHeader
  let codeSize: UInt8
  let isRealOrV86: Bool
  let mode: UInt32
  private(set) var isFinished = false
  private var count = 0
  private var offset: UInt64 = 0
  private var clocks: UInt16 = 0
  /// The most that the ops may charge on top when they run.
  private var runTimeClocks: UInt64 = 0
  /// Address form of each op, for picking its handler at the end.
  private var forms: [Int8] = []
  private var endsWithTransfer = false

  init(_ cpu: CPU, _ key: BlockCache.Key) {
    self.cpu = cpu
    mode = key.mode
    codeSize = ModeKey.codeSize(mode)
    isRealOrV86 = mode & ModeKey.protected == 0 || mode & ModeKey.v86 != 0
    header = cpu.blocks.nextHeader
    header.at.initializeMemory(as: UInt8.self, repeating: 0, count: OpPointer.stride)
    header.rip = key.rip
    header.physical = key.physical
    header.mode = key.mode
    if cpu.model < .i80286 { header.flags = BlockHeader.is16Bit }
    if codeSize == 8 { header.flags = BlockHeader.is64Bit }
    if cpu.has16BitBus { header.flags |= BlockHeader.has16BitBus }
    forms.reserveCapacity(BlockCache.longestBlock + 2)
  }

  var isEmpty: Bool { count == 0 }
  /// Bytes decoded so far.
  var byteCount: Int { Int(offset) }
  private var isStepping: Bool { mode & ModeKey.stepping != 0 }

  private func newOp() -> OpPointer {
    let op = header.op(count)
    op.at.initializeMemory(as: UInt8.self, repeating: 0, count: OpPointer.stride)
    op.position = UInt8(truncatingIfNeeded: count)
    op.offset = UInt16(truncatingIfNeeded: offset)
    count += 1
    return op
  }

  func add(_ instruction: Instruction) {
    let physical = header.physical &+ offset
    let timing =
      cpu.foreignTiming?(physical) ?? cpu.decoder.timing(of: instruction, at: physical)
    let rip = header.rip &+ offset
    let op = newOp()
    offset &+= UInt64(instruction.length)
    op.nextOffset = UInt16(truncatingIfNeeded: offset)
    var lowering = Lowering(
      cpu: cpu, mode: mode, page: header.physical & 4095, start: header.rip,
      nextRIP: header.wrap(rip &+ UInt64(instruction.length)))
    var instruction = instruction
    if cpu.isReported(instruction, mode: mode) { instruction.operation = .reported }
    let lowered = lowering.lower(instruction, op)
    clocks &+= timing.base &+ (isRealOrV86 ? 0 : timing.protectedExtra)
    op.clocks = clocks
    op.kind = lowered.kind
    if Lowering.keepsInstruction(lowered.kind) {
      op.instruction = cpu.blocks.store(instruction, timing)
      // Only there; elsewhere such an op may have an immediate.
      if cpu.has16BitBus { op.oddWordsOfInstruction = OddWordClocks(timing) }
      runTimeClocks &+= UInt64(timing.perIteration) &* mostIterations(instruction)
    } else {
      op.takenClocks = clocks &+ timing.taken
      if cpu.has16BitBus {
        op.transferClocks = op.takenClocks
        op.flushesQueue = cpu.model == .i80286 && Lowering.isSideExit(lowered.kind)
        op.oddWordClocks = UInt8(clamping: timing.oddOperand &+ timing.oddStack)
      }
    }
    runTimeClocks &+= UInt64(timing.oddOperand &+ timing.oddStack)
    forms.append(lowered.form)
    if lowered.isBranch, !isStepping { fuse(op) }
    if lowered.endsBlock {
      isFinished = true
      endsWithTransfer = true
    } else if isStepping || count >= BlockCache.longestBlock
      || UInt64(clocks) &+ runTimeClocks >= UInt64(BlockCache.costliestBlock)
    {
      isFinished = true
    }
  }

  /// How often ``Timing/perIteration`` can count, repeated strings aside, which look at the time.
  private func mostIterations(_ instruction: Instruction) -> UInt64 {
    switch instruction.operation {
    case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar, .setmo: cpu.model == .i8086 ? 255 : 63
    case .mul, .imul, .imulAccumulator, .bsf, .bsr: 32
    default: 0
    }
  }

  /// Joins a conditional branch with the comparison in front of it.
  private func fuse(_ branch: OpPointer) {
    guard count >= 2 else { return }
    let previous = header.op(count - 2)
    guard let kind = Lowering.fused(previous.kind, branch.kind) else { return }
    previous.kind = kind
    previous.displacement = branch.displacement
    previous.nextOffset = branch.nextOffset
    previous.clocks = branch.clocks
    previous.takenClocks = branch.takenClocks
    if cpu.has16BitBus {
      previous.transferClocks = branch.transferClocks
      previous.flushesQueue = branch.flushesQueue
    }
    forms.removeLast()
    count -= 1
  }

  func finish() { isFinished = true }

  /// Closes the block, picks the handlers, and gives its first op.
  func seal() -> OpPointer {
    header.byteCount = UInt32(truncatingIfNeeded: offset)
    if !endsWithTransfer {
      let op = newOp()
      let next = header.wrap(header.rip &+ offset)
      op.nextOffset = op.offset
      op.clocks = clocks
      op.takenClocks = clocks
      op.transferClocks = clocks
      op.displacement = UInt32(truncatingIfNeeded: next)
      let staysInPage = (header.physical & 4095) &+ offset < 4096 && next >= header.rip
      if staysInPage, !isStepping {
        op.kind = Kind.jump
      } else {
        op.target = next
        op.kind = Kind.jumpAcross + (codeSize == 8 ? 1 : 0)
      }
      forms.append(0)
    }
    header.opCount = UInt16(count)
    if cpu.model == .i80286 {
      header.refill = UInt8(clamping: cpu.refillClocks(at: header.rip))
    }
    pickHandlers()
    cpu.blocks.claim(ops: count)
    return header.first
  }

  /// Backwards over the block: which flags does anybody still read? An op that may fault shows them
  /// all to the fault's handler, a side exit to whatever comes there.
  private func pickHandlers() {
    let handlers = cpu.handlers
    let all: UInt8 = 63
    var live = all
    for n in (0..<count).reversed() {
      let op = header.op(n)
      let kind = Int(op.kind)
      let form = Int(forms[n])
      let writes = handlers.writes[kind]
      let isDead =
        writes != 0 && writes & live == 0 && handlers.hasDeadForm(op.kind, form: form)
      op.handler = handlers.handler(op.kind, form: form, isDead: isDead)
      if Lowering.isSideExit(op.kind) { live = all }
      live &= ~writes
      // A partial writer whose flags are dead merges nothing.
      if !isDead || writes == all { live |= handlers.reads[kind] }
      if handlers.faults[kind] { live = all }
    }
  }
}
