/// Near control flow, and how one block leads to the next.
///
/// Clocks are charged here and nowhere else on the fast path: leaving a block takes what its ops up
/// to the exit cost from the budget, and a budget below zero goes back to the run loop.

@inline(never) func linked(_ c: Processor, _ op: OpPointer) -> OpPointer? {
  c.withOwner { $0.leave(op, to: op.linkTarget, linking: true) }
}
@inline(never) func lookedUp(_ c: Processor, _ op: OpPointer, _ rip: UInt64) -> OpPointer? {
  c.withOwner { $0.leave(op, to: rip, linking: false) }
}
@inline(never) func enterUnlinked(_ c: Processor, _ op: OpPointer) {
  guard let target = linked(c, op) else { return }
  target.dispatch(c)
}
/// Leaves the block on its taken side, with `clocks` of it used up.
@inline(__always) func enter(_ c: Processor, _ target: OpPointer, clocks: UInt16) {
  let left = c.field(Field.budget, as: Int64.self) &- Int64(clocks)
  c.setField(Field.budget, left)
  if left < 0 { return c.setField(Field.resume, target.at) }
  target.dispatch(c)
}
@inline(__always) func enterTaken(_ c: Processor, _ op: OpPointer) {
  guard let target = op.taken else { return enterUnlinked(c, op) }
  enter(c, target, clocks: op.takenClocks)
}
@inline(never) func enterUncached(_ c: Processor, _ op: OpPointer, _ rip: UInt64) {
  guard let target = lookedUp(c, op, rip) else { return }
  target.dispatch(c)
}
/// To wherever `rip` is in the present code context, through the branch cache.
/// - Parameter width: the operand's; a 64-bit target loses its upper 16 bits, which are its sign, to
///   the tag's context, so it must be canonical.
@inline(__always) func enterIndirect<W: OperandWidth>(
  _ c: Processor, _ op: OpPointer, _ rip: UInt64, _ width: W.Type
) {
  let short = W.bitWidth == 64 ? rip & 0xFFFF_FFFF_FFFF : rip
  let tag = short | c.field(Field.context, as: UInt64.self)
  let entry = c.state + Field.branches + Int(truncatingIfNeeded: rip & 4095) &<< 4
  guard entry.load(as: UInt64.self) == tag else { return enterUncached(c, op, rip) }
  enter(
    c, OpPointer(at: entry.load(fromByteOffset: 8, as: UnsafeMutableRawPointer.self)),
    clocks: op.takenClocks)
}

enum Jump {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) { enterTaken(c, op) }
}
/// A jump whose target lies in another page: the branch cache knows whether the mapping still holds.
enum JumpAcross<W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    enterIndirect(c, op, op.target, W.self)
  }
}
enum JumpIf<C: Condition> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    if C.holds(c) { return enterTaken(c, op) }
    next(c, op)
  }
}
enum JumpAcrossIf<W: OperandWidth, C: Condition> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    if C.holds(c) { return enterIndirect(c, op, op.target, W.self) }
    next(c, op)
  }
}
/// CMP or TEST fused with the Jcc behind it.
enum CompareJump<
  O: ArithmeticOperation, W: OperandWidth, D: OperandForm, S: OperandForm, C: Condition
> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = D.locate(c, op, W.self, .read) else { return D.miss(c, op) }
    let a = D.load(p, W.self)
    let b = S.load(q, W.self)
    O.setFlags(c, a, b, O.compute(c, a, b))
    if O.self == And.self ? C.compare(a & b, 0) : C.compare(a, b) { return enterTaken(c, op) }
    next(c, op)
  }
}
/// DEC or INC of a register fused with the Jcc behind it.
enum StepJump<O: StepOperation, W: OperandWidth, C: Condition> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let a: W = c.register(op.destination)
    let result = O.compute(a)
    c.setRegister(op.destination, result)
    c.setKeepingCarry(O.vector(a, result), result)
    if C.compare(result, 0) { return enterTaken(c, op) }
    next(c, op)
  }
}
/// LOOP with CX, ECX or RCX.
enum LoopCount<W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    let count = c.register(UInt8(Field.registers + 8), as: W.self) &- 1
    c.setRegister(UInt8(Field.registers + 8), count)
    if count != 0 { return enterTaken(c, op) }
    next(c, op)
  }
}
enum JumpIfCountZero<W: OperandWidth> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    if c.register(UInt8(Field.registers + 8), as: W.self) == 0 { return enterTaken(c, op) }
    next(c, op)
  }
}
/// CALL relative.
enum Call<W: OperandWidth, T: StackForm, M: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let p = M.locate(c, op, W.self, .write) else { return M.miss(c, op) }
    T.set(c, T.below(c, Int64(W.bitWidth / 8)))
    M.store(c, p, W(truncatingIfNeeded: op.returnAddress))
    enterTaken(c, op)
  }
}
enum CallAcross<W: OperandWidth, T: StackForm, M: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let p = M.locate(c, op, W.self, .write) else { return M.miss(c, op) }
    T.set(c, T.below(c, Int64(W.bitWidth / 8)))
    M.store(c, p, W(truncatingIfNeeded: op.returnAddress))
    enterIndirect(c, op, op.target, W.self)
  }
}
/// CALL through a register or memory.
enum CallIndirect<W: OperandWidth, T: StackForm, M: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let rip = UInt64(S.load(q, W.self))
    if W.bitWidth == 64, !isCanonical(rip) { return canonicalFault(c, op) }
    guard let p = M.locate(c, op, W.self, .write) else { return M.miss(c, op) }
    T.set(c, T.below(c, Int64(W.bitWidth / 8)))
    M.store(c, p, W(truncatingIfNeeded: op.returnAddress))
    enterIndirect(c, op, rip, W.self)
  }
}
/// RET; the immediate is what it releases beside the return address.
enum Return<W: OperandWidth, T: StackForm, M: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = M.locate(c, op, W.self, .read) else { return M.miss(c, op) }
    let rip = UInt64(M.load(q, W.self))
    if W.bitWidth == 64, !isCanonical(rip) { return canonicalFault(c, op) }
    T.set(c, T.below(c, -Int64(W.bitWidth / 8) &- Int64(op.immediate)))
    enterIndirect(c, op, rip, W.self)
  }
}
enum JumpIndirect<W: OperandWidth, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    let rip = UInt64(S.load(q, W.self))
    if W.bitWidth == 64, !isCanonical(rip) { return canonicalFault(c, op) }
    enterIndirect(c, op, rip, W.self)
  }
}

/// Everything that is not worth a handler of its own: executed from its decoded `Instruction`.
@inline(never) func warmOp(_ c: Processor, _ op: OpPointer) {
  guard let target = executedWarm(c, op) else { return }
  target.dispatch(c)
}
@inline(never) func executedWarm(_ c: Processor, _ op: OpPointer) -> OpPointer? {
  c.withOwner { $0.executeWarm(op) }
}
/// The same for what ends a block: far transfers, I/O, mode changes.
@inline(never) func coldOp(_ c: Processor, _ op: OpPointer) {
  guard let target = executedCold(c, op) else { return }
  target.dispatch(c)
}
@inline(never) func executedCold(_ c: Processor, _ op: OpPointer) -> OpPointer? {
  c.withOwner { $0.executeCold(op) }
}
/// Replaces the first op of an invalidated block: whoever is still linked to it lands here.
@inline(never) func tombstone(_ c: Processor, _ op: OpPointer) {
  guard let target = found(c, op.rip) else { return }
  target.dispatch(c)
}
@inline(never) func found(_ c: Processor, _ rip: UInt64) -> OpPointer? {
  c.withOwner { $0.lookUp(rip) }
}
