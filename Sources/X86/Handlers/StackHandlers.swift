/// PUSH and POP of general registers and immediates.
enum Push<W: OperandWidth, T: StackForm, M: OperandForm, S: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = S.locate(c, op, W.self, .read) else { return S.miss(c, op) }
    guard let p = M.locate(c, op, W.self, .write) else { return M.miss(c, op) }
    let value = S.load(q, W.self)
    T.set(c, T.below(c, Int64(W.bitWidth / 8)))
    M.store(c, p, value)
    M.proceed(c, op)
  }
}
enum Pop<W: OperandWidth, T: StackForm, M: OperandForm> {
  @inline(__always) static func execute(_ c: Processor, _ op: OpPointer) {
    guard let q = M.locate(c, op, W.self, .read) else { return M.miss(c, op) }
    let value = M.load(q, W.self)
    // The pointer first: POP SP takes what was popped.
    T.set(c, T.below(c, -Int64(W.bitWidth / 8)))
    c.setRegister(op.destination, value)
    next(c, op)
  }
}
