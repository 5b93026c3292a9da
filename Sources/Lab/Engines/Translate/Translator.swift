import X86
import X86Decode

/// Turns one basic block of the guest's into code for ring 1 (or 3): a pure function of the bytes, the
/// context and the stores to simulate.
///
/// A block ends at its first transfer of control, after ``longestBlock`` instructions, or at its page's
/// end. Source: Adams and Agesen, "A Comparison of Software and Hardware Techniques for x86
/// Virtualization", ASPLOS 2006, section 3.
struct Translator {
  static let longestBlock = 12

  /// The monitor's variables, from the start of a context's region in the cache.
  enum Slot {
    static let ecx = 0x00
    static let edx = 0x04
    /// Where an indirect transfer goes: the guest's offset, then the translation's address.
    static let target = 0x08
    static let jump = 0x0C
    /// V-IF: 0 or 200h.
    static let interruptFlag = 0x10
    static let work = 0x14
    static let ss = 0x18
    static let fs = 0x1C
    static let gs = 0x20
    static let cr0 = 0x24
    static let cr3 = 0x28
    /// Not zero if an interrupt waits for V-IF.
    static let pending = 0x2C
    /// Lookups that found their target, and inline emulations that took more than an instruction.
    static let lookups = 0x30
    static let inlined = 0x34
    /// By bits 8 to 15 of an EFLAGS image: whether POPF must be emulated.
    static let flagTable = 0x100
    /// Translations by the low 13 bits of the target's offset: minus that offset, and the address.
    static let hash = 0x1000
    static let hashEntries = 8192
    static let byteCount = 0x1000 + 8192 * 8
  }

  /// What a block's translation is made of, before it has a place.
  struct Output {
    var code: CodeEmitter
    var pieces: [TranslatedPiece] = []
    var sources: [TranslatedBlock.Source] = []
    /// Displacement and trap from the first byte.
    var exits: [TranslatedBlock.Exit] = []
    var sourceLength = 0
  }

  let decoder: Decoder
  let context: TranslationContext
  /// The shared code that finds an indirect target.
  let lookup: Int
  /// Offsets, from the block's start, of stores that are to be simulated.
  let simulated: (Int) -> Bool

  private var rip: UInt32 = 0
  private var output: Output
  private var source = 0
  private var pendingExits: [(displacement: Int, target: UInt32)] = []
  private var isFinished = false
  private var followsSTI = false

  init(
    decoder: Decoder, context: TranslationContext, lookup: Int, simulated: @escaping (Int) -> Bool
  ) {
    self.decoder = decoder
    self.context = context
    self.lookup = lookup
    self.simulated = simulated
    output = Output(code: CodeEmitter(is32: context.is32))
  }

  /// - Parameter bytes: the guest's from `rip` to the end of the page or of the segment.
  /// - Returns: nil if the first instruction is not whole.
  mutating func translate(_ bytes: [UInt8], at rip: UInt32) -> Output? {
    self.rip = rip
    while !isFinished {
      guard let instruction = decode(bytes, source) else { break }
      let start = output.code.offset
      let next = source + Int(instruction.length)
      let hasNext =
        output.sources.count + 1 < Self.longestBlock && decode(bytes, next) != nil
      let kind = emit(instruction, Array(bytes[source..<next]), hasNext: hasNext)
      let isSensitive = decoder.row(instruction.row).privilege.contains(.sensitive)
      output.sources.append(
        .init(
          offset: UInt16(source), kind: kind, operation: instruction.operation,
          isSensitive: isSensitive))
      precondition(output.code.offset > start, "every instruction has a translation")
      source = next
      if output.sources.count >= Self.longestBlock { break }
    }
    guard source > 0 else { return nil }
    output.sourceLength = source
    if !isFinished { goOn(to: offset(source), Timing()) }
    for (displacement, target) in pendingExits {
      let trap = output.code.offset
      output.code.aim(displacement, at: trap)
      mark(.exit(output.exits.count))
      output.code.callOut()
      output.exits.append(.init(target: target, displacement: displacement, trap: trap))
    }
    return output
  }

  private func decode(_ bytes: [UInt8], _ at: Int) -> Instruction? {
    guard at < bytes.count else { return nil }
    let instruction = bytes.withUnsafeBytes {
      decoder.decode(
        UnsafeRawBufferPointer(rebasing: $0[at...]), codeSize: context.is32 ? 4 : 2,
        isRealOrV86: context.isReal)
    }
    return instruction.length == 0 ? nil : instruction
  }

  /// A guest offset from the block's start.
  private func offset(_ distance: Int) -> UInt32 { rip &+ UInt32(truncatingIfNeeded: distance) }

  // MARK: Pieces

  private mutating func mark(_ role: TranslatedPiece.Role, _ timing: Timing = Timing()) {
    var piece = TranslatedPiece(
      offset: output.code.offset, source: UInt16(source), role: role, timing: timing)
    if followsSTI {
      piece.followsSTI = true
      followsSTI = false
    }
    output.pieces.append(piece)
  }

  /// The guest's clocks, protected mode's extra included.
  private func timing(_ instruction: Instruction) -> Timing {
    var timing = decoder.timing(of: instruction)
    if !context.isReal { timing.base &+= timing.protectedExtra }
    timing.protectedExtra = 0
    return timing
  }

  /// The same with the transfer made.
  private func wholeTiming(_ instruction: Instruction) -> Timing {
    let timing = timing(instruction)
    return Timing(base: timing.base &+ timing.taken)
  }

  // MARK: One instruction

  private mutating func emit(
    _ instruction: Instruction, _ bytes: [UInt8], hasNext: Bool
  ) -> TranslationKind {
    if simulated(source) {
      callOut()
      return .simulated
    }
    switch instruction.operation {
    case .jmpRelative, .callRelative, .jcc, .loop, .loope, .loopne, .jcxz, .jmpIndirect,
      .callIndirect, .ret:
      return transfer(instruction, bytes)
    case .cli, .sti, .pushf, .popf, .pushSegment, .movFromSegment, .movFromCR, .smsw:
      if emulateInline(instruction, bytes, hasNext: hasNext) { return .inline }
      callOut()
      return .callOut
    default: break
    }
    guard isInnocuous(instruction) else {
      callOut()
      return .callOut
    }
    mark(.start, timing(instruction))
    output.code.raw(aliased(instruction, bytes))
    return .identical
  }

  /// The block ends here: the virtual processor decides where the guest goes on.
  private mutating func callOut() {
    mark(.callOut)
    output.code.callOut()
    isFinished = true
  }

  private func isInnocuous(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .invalid, .tooLong, .ud0, .ud1, .ud2, .reported: return false
    // They show where the last x87 instruction was, in terms of the cache.
    case .fnstenv, .fnsave, .fxsave: return false
    default: break
    }
    return decoder.row(instruction.row).privilege.isEmpty && !usesBorrowedSegment(instruction)
  }

  /// FS is the alias of the guest's CS, GS the monitor's.
  private func usesBorrowedSegment(_ instruction: Instruction) -> Bool {
    instruction.prefixes.contains(.segment)
      && (instruction.segment == .fs || instruction.segment == .gs)
  }

  /// Reads by way of CS go through FS, which has the guest's base and limit.
  private func aliased(_ instruction: Instruction, _ bytes: [UInt8]) -> [UInt8] {
    guard instruction.prefixes.contains(.segment), instruction.segment == .cs else { return bytes }
    var result = bytes
    for n in 0..<Int(instruction.prefixCount) where bytes[n] == 0x2E { result[n] = 0x64 }
    return result
  }

  // MARK: Transfers

  /// On to another block: directly if it lies in this page, else by the table, which forgets everything
  /// when the guest's page tables change.
  private mutating func goOn(to target: UInt32, _ timing: Timing) {
    let isNear = context.linear(target) >> 12 == context.linear(rip) >> 12
    mark(.done(target), timing)
    if isNear {
      pendingExits.append((output.code.jump(), target))
    } else {
      output.code.store(target, to: Slot.target)
      lookUp()
    }
  }

  private mutating func lookUp() {
    mark(.doneIndirectly)
    output.code.jump(to: lookup)
  }

  private mutating func transfer(_ instruction: Instruction, _ bytes: [UInt8]) -> TranslationKind {
    let size = Int(instruction.operandSize)
    let next = offset(source + bytes.count)
    let isRelative =
      switch instruction.operation {
      case .jmpIndirect, .callIndirect, .ret: false
      default: true
      }
    let wrapped = (next &+ UInt32(truncatingIfNeeded: instruction.immediate))
    let target = size == 2 ? wrapped & 0xFFFF : wrapped
    let isSafe =
      isRelative
      ? target <= context.codeLimit
      : context.admitsEveryTarget(operandSize: size) && !usesBorrowedSegment(instruction)
    isFinished = true
    guard isSafe else {
      callOut()
      return .callOut
    }
    switch instruction.operation {
    case .jmpRelative: goOn(to: target, wholeTiming(instruction))
    case .callRelative:
      pushReturn(next, instruction)
      goOn(to: target, Timing())
    case .jcc: branch(instruction, to: target, else: next)
    case .loop, .loope, .loopne, .jcxz: loop(instruction, bytes, to: target, else: next)
    case .ret: returnNear(instruction)
    default: indirect(instruction, bytes, next)
    }
    markFirst(.start)
    return .transfer
  }

  /// Nothing has happened yet where a transfer's first piece stands.
  private mutating func markFirst(_ role: TranslatedPiece.Role) {
    if let index = output.pieces.firstIndex(where: { $0.source == UInt16(source) }) {
      output.pieces[index].role = role
    }
  }

  private mutating func pushReturn(_ next: UInt32, _ instruction: Instruction) {
    mark(.inside(saved: []), wholeTiming(instruction))
    output.code.pushImmediate(next, operand: Int(instruction.operandSize))
  }

  private mutating func branch(_ instruction: Instruction, to target: UInt32, else next: UInt32) {
    mark(.start, timing(instruction))
    let displacement = output.code.jump(condition: instruction.condition)
    goOn(to: next, Timing())
    if context.linear(target) >> 12 == context.linear(rip) >> 12 {
      pendingExits.append((displacement, target))
    } else {
      output.code.aim(displacement, at: output.code.offset)
      goOn(to: target, Timing())
    }
  }

  private mutating func loop(
    _ instruction: Instruction, _ bytes: [UInt8], to target: UInt32, else next: UInt32
  ) {
    mark(.start, timing(instruction))
    let distance = output.code.loop(
      bytes[Int(instruction.prefixCount)], addressSize: instruction.addressSize)
    goOn(to: next, Timing())
    output.code.land(distance)
    goOn(to: target, Timing())
  }

  private mutating func returnNear(_ instruction: Instruction) {
    let size = Int(instruction.operandSize)
    if size == 2 {
      // The upper half of a word's offset.
      mark(.inside(saved: []))
      output.code.store(0, to: Slot.target)
    }
    // What costs nothing is executed together with what comes next: the last piece has the clocks.
    let released = UInt32(instruction.immediate & 0xFFFF)
    let whole = wholeTiming(instruction)
    mark(.inside(saved: []), released == 0 ? whole : Timing())
    output.code.pop(to: Slot.target, operand: size)
    if released != 0 {
      mark(.inside(saved: []), whole)
      output.code.release(released, hasBigStack: context.hasBigStack)
    }
    lookUp()
  }

  private mutating func indirect(_ instruction: Instruction, _ bytes: [UInt8], _ next: UInt32) {
    let size = Int(instruction.operandSize)
    let count = Int(instruction.prefixCount)
    let isCall = instruction.operation == .callIndirect
    let prefixes = aliased(instruction, bytes)[..<count].filter {
      [0x26, 0x2E, 0x36, 0x3E, 0x64, 0x67].contains($0)
    }
    mark(.inside(saved: []))
    output.code.store(.edx, to: Slot.edx)
    // Neither EDX nor anything else has changed if the operand cannot be read.
    mark(.inside(saved: []))
    output.code.loadTarget(
      prefixes: Array(prefixes), rest: Array(bytes[(count + 1)...]), operand: size)
    mark(.inside(saved: .edx))
    output.code.store(.edx, to: Slot.target)
    mark(.inside(saved: .edx), isCall ? Timing() : wholeTiming(instruction))
    output.code.load(.edx, from: Slot.edx)
    if isCall { pushReturn(next, instruction) }
    lookUp()
  }

  // MARK: Inline emulation

  /// - Returns: false if a call-out is needed.
  private mutating func emulateInline(
    _ instruction: Instruction, _ bytes: [UInt8], hasNext: Bool
  ) -> Bool {
    guard !usesBorrowedSegment(instruction) else { return false }
    switch instruction.operation {
    case .cli:
      guard context.mayChangeInterruptFlag else { return false }
      mark(.start, timing(instruction))
      output.code.store(0, to: Slot.interruptFlag)
    case .sti:
      guard context.mayChangeInterruptFlag, hasNext else { return false }
      setInterruptFlag(instruction)
    case .pushf: pushFlags(instruction, bytes)
    case .popf:
      guard context.mayChangeIOPL, context.mayChangeInterruptFlag else { return false }
      popFlags(instruction, bytes)
    case .pushSegment: return pushSegment(instruction, bytes)
    case .movFromSegment: return readSegment(instruction, bytes)
    case .movFromCR:
      let control = instruction.operands.1.number
      guard context.isReal || context.cpl == 0, control == 0 || control == 3 else { return false }
      mark(.start, timing(instruction))
      output.code.load(
        register: instruction.operands.0.number,
        from: control == 0 ? Slot.cr0 : Slot.cr3, operand: 4)
    case .smsw:
      let target = instruction.operands.0
      guard target.kind == .register, context.isReal || context.cpl == 0 else { return false }
      mark(.start, timing(instruction))
      output.code.load(register: target.number, from: Slot.cr0, operand: Int(target.width))
    default: return false
    }
    return true
  }

  /// STI with IF clear and nothing pending; anything else is the monitor's.
  private mutating func setInterruptFlag(_ instruction: Instruction) {
    mark(.start)
    output.code.store(.ecx, to: Slot.ecx)
    for slot in [Slot.interruptFlag, Slot.pending] {
      mark(.inside(saved: .ecx))
      output.code.load(.ecx, from: slot)
      let isZero = output.code.jumpIfZero()
      output.code.load(.ecx, from: Slot.ecx)
      mark(.callOut)
      output.code.callOut()
      output.code.land(isZero)
    }
    mark(.inside(saved: .ecx))
    output.code.count(Slot.inlined)
    output.code.load(.ecx, from: Slot.ecx)
    mark(.inside(saved: []), timing(instruction))
    output.code.store(0x200, to: Slot.interruptFlag)
    followsSTI = true
  }

  /// The hardware's flags are the guest's but for IF, which is set, and IOPL, which is 0.
  private mutating func pushFlags(_ instruction: Instruction, _ bytes: [UInt8]) {
    let size = Int(instruction.operandSize)
    mark(.start)
    output.code.raw(bytes)
    mark(.inside(saved: []))
    output.code.pop(to: Slot.work, operand: size)
    mark(.inside(saved: []))
    output.code.store(.ecx, to: Slot.ecx)
    mark(.inside(saved: .ecx))
    output.code.store(.edx, to: Slot.edx)
    mark(.inside(saved: [.ecx, .edx]))
    output.code.load(.ecx, from: Slot.work)
    output.code.load(.edx, from: Slot.interruptFlag)
    output.code.add(UInt32(context.iopl) << 12 &- 0x200 &+ context.virtualFlags)
    output.code.store(.ecx, to: Slot.work)
    output.code.count(Slot.inlined)
    output.code.load(.edx, from: Slot.edx)
    output.code.load(.ecx, from: Slot.ecx)
    mark(.inside(saved: []), timing(instruction))
    output.code.push(from: Slot.work, operand: size)
  }

  /// The image is looked at first: a trap flag, another IOPL, or an IF that lets an interrupt in are the
  /// monitor's business.
  private mutating func popFlags(_ instruction: Instruction, _ bytes: [UInt8]) {
    let size = Int(instruction.operandSize)
    mark(.start)
    output.code.store(.ecx, to: Slot.ecx)
    mark(.inside(saved: .ecx))
    output.code.peek(operand: size, hasBigStack: context.hasBigStack)
    output.code.takeSecondByte()
    output.code.loadByteIndexed(Slot.flagTable)
    let isOrdinary = output.code.jumpIfZero()
    output.code.load(.ecx, from: Slot.ecx)
    mark(.callOut)
    output.code.callOut()
    mark(.inside(saved: .ecx))
    output.code.land(isOrdinary)
    output.code.peek(operand: size, hasBigStack: context.hasBigStack)
    output.code.maskChangingFlags(0x200)
    output.code.store(.ecx, to: Slot.interruptFlag)
    output.code.count(Slot.inlined)
    output.code.load(.ecx, from: Slot.ecx)
    mark(.inside(saved: []), timing(instruction))
    output.code.raw(bytes)
  }

  private mutating func pushSegment(_ instruction: Instruction, _ bytes: [UInt8]) -> Bool {
    let size = Int(instruction.operandSize)
    let register = instruction.operands.0.number
    switch SegmentRegister(rawValue: register) {
    case .es, .ds:
      mark(.start, timing(instruction))
      output.code.raw(bytes)
      return true
    default: break
    }
    // With four bytes, what is written above the selector depends on the model.
    guard size == 2, let slot = Self.slot(register) ?? codeSlot(register) else { return false }
    mark(.start, timing(instruction))
    if slot < 0 {
      output.code.pushImmediate(UInt32(context.codeSelector), operand: 2)
    } else {
      output.code.push(from: slot, operand: 2)
    }
    return true
  }

  private mutating func readSegment(_ instruction: Instruction, _ bytes: [UInt8]) -> Bool {
    let target = instruction.operands.0
    let register = instruction.operands.1.number
    switch SegmentRegister(rawValue: register) {
    case .es, .ds:
      mark(.start, timing(instruction))
      output.code.raw(aliased(instruction, bytes))
      return true
    default: break
    }
    guard target.kind == .register, let slot = Self.slot(register) ?? codeSlot(register) else {
      return false
    }
    mark(.start, timing(instruction))
    if slot < 0 {
      output.code.move(
        UInt32(context.codeSelector), register: target.number, operand: Int(target.width))
    } else {
      output.code.load(register: target.number, from: slot, operand: Int(target.width))
    }
    return true
  }

  /// Where the guest's value of a segment register is; SS, FS and GS of the hardware are not the guest's.
  private static func slot(_ register: UInt8) -> Int? {
    switch SegmentRegister(rawValue: register) {
    case .ss: Slot.ss
    case .fs: Slot.fs
    case .gs: Slot.gs
    default: nil
    }
  }

  /// CS is the context's.
  private func codeSlot(_ register: UInt8) -> Int? {
    SegmentRegister(rawValue: register) == .cs ? -1 : nil
  }
}
