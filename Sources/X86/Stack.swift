import X86Decode

/// A stack while one instruction works on it. Pushes and pops move a pointer of its own, with the
/// wrap that SS.B asks for; nothing reaches rSP before ``commit()``. In 64-bit mode SS has neither base
/// nor limit, and the pointer is 64 bits wide.
struct Stack {
  /// Unretained: a stack lives for one instruction of its processor.
  private unowned(unsafe) let cpu: CPU
  let segment: SegmentCache
  private let isUser: Bool
  /// The selector part of #SS: 0 for the running program's stack, the selector for an inner one.
  private let errorCode: UInt16
  /// A stack of 64-bit mode, or one that long mode switches to.
  private let isLong: Bool
  private let mask: UInt64
  /// rSP within the stack's width.
  private(set) var offset: UInt64

  /// The running program's stack.
  init(_ cpu: CPU) {
    self.cpu = cpu
    segment = cpu.segment(.ss)
    isUser = cpu.isUser
    errorCode = 0
    isLong = cpu.is64Bit
    mask = isLong ? .max : segment.isBig ? 0xFFFF_FFFF : 0xFFFF
    offset = cpu.register(.rsp, as: UInt64.self) & mask
  }

  /// A stack that a transfer is about to switch to.
  init(
    _ cpu: CPU, segment: SegmentCache, pointer: UInt64, isUser: Bool, isLong: Bool = false
  ) {
    self.cpu = cpu
    self.segment = segment
    self.isUser = isUser
    errorCode = segment.selector.selectorCode
    self.isLong = isLong
    mask = isLong ? .max : segment.isBig ? 0xFFFF_FFFF : 0xFFFF
    offset = pointer & mask
  }

  /// Checks the room for `count` pushes of `size` bytes, paging included, and changes nothing.
  func probePushes(_ count: Int, size: Int) throws(Fault) {
    var below = offset
    for _ in 0..<count {
      below = (below &- UInt64(size)) & mask
      let linear = try linearAddress(below, byteCount: size)
      guard cpu.model >= .i80386 else { continue }
      try cpu.probeLinear(linear, byteCount: size, writing: true, user: isUser)
    }
  }

  /// Checks that `byteCount` bytes from `distance` above the top lie within the limit.
  func checkReadable(byteCount: Int, at distance: Int = 0, size: Int) throws(Fault) {
    var position = distance
    while position < distance + byteCount {
      let above = (offset &+ UInt64(position)) & mask
      _ = try linearAddress(above, byteCount: size)
      position += size
    }
  }

  mutating func push(_ value: some OperandWidth, size: Int) throws(Fault) {
    let below = (offset &- UInt64(size)) & mask
    let linear = try linearAddress(below, byteCount: size)
    if size == 8 {
      try cpu.writeLinear(linear, UInt64(truncatingIfNeeded: value), user: isUser)
    } else if size == 4 {
      try cpu.writeLinear(linear, UInt32(truncatingIfNeeded: value), user: isUser)
    } else if splitsAtSegmentEnd(below) {
      try cpu.writeLinear(linear, UInt8(truncatingIfNeeded: value), user: isUser)
      try cpu.writeLinear(segment.base, UInt8(truncatingIfNeeded: value >> 8), user: isUser)
    } else {
      try cpu.writeLinear(linear, UInt16(truncatingIfNeeded: value), user: isUser)
    }
    offset = below
  }

  mutating func pop(size: Int) throws(Fault) -> UInt64 {
    let value = try peek(at: 0, size: size)
    skip(size)
    return value
  }

  /// The item of `size` bytes that lies `distance` bytes above the top.
  func peek(at distance: Int, size: Int) throws(Fault) -> UInt64 {
    let above = (offset &+ UInt64(truncatingIfNeeded: distance)) & mask
    let linear = try linearAddress(above, byteCount: size)
    if size == 8 { return try cpu.readLinear(linear, user: isUser) }
    if size == 4 { return UInt64(try cpu.readLinear(linear, as: UInt32.self, user: isUser)) }
    if splitsAtSegmentEnd(above) {
      let low: UInt8 = try cpu.readLinear(linear, user: isUser)
      let high: UInt8 = try cpu.readLinear(segment.base, user: isUser)
      return UInt64(low) | UInt64(high) << 8
    }
    return UInt64(try cpu.readLinear(linear, as: UInt16.self, user: isUser))
  }

  /// What lies at `pointer`, which wraps at the stack's width: ENTER's copied frame pointers.
  func read(at pointer: UInt64, size: Int) throws(Fault) -> UInt64 {
    try peek(at: Int(truncatingIfNeeded: (pointer &- offset) & mask), size: size)
  }

  mutating func skip(_ byteCount: Int) {
    offset = (offset &+ UInt64(truncatingIfNeeded: byteCount)) & mask
  }

  /// Makes the pointer the processor's rSP: ESP if the segment is big, otherwise SP alone (the upper
  /// half of ESP then keeps what it held).
  func commit() {
    if isLong {
      cpu.setRegister(.rsp, offset)
    } else if segment.isBig {
      cpu.setRegister(.rsp, UInt32(truncatingIfNeeded: offset))
    } else {
      cpu.setRegister(.rsp, UInt16(truncatingIfNeeded: offset))
    }
  }

  /// The 8086 and 80186 check no limit: a word at FFFFh wraps within the segment.
  private func splitsAtSegmentEnd(_ offset: UInt64) -> Bool {
    cpu.model < .i80286 && offset == 0xFFFF
  }

  private func linearAddress(_ offset: UInt64, byteCount: Int) throws(Fault) -> UInt64 {
    if isLong {
      guard isCanonical(offset), isCanonical(offset &+ UInt64(byteCount - 1)) else {
        throw .stack(errorCode)
      }
      return try aligned(offset, byteCount)
    }
    let usable = SegmentCache.present | SegmentCache.notSystem | SegmentCache.writableOrReadable
    if cpu.model >= .i80286 {
      guard segment.attributes & (usable | SegmentCache.code) == usable,
        segment.encloses(offset, byteCount: byteCount)
      else { throw cpu.isProtected ? .stack(errorCode) : cpu.stackFault }
    }
    return try aligned((segment.base &+ offset) & 0xFFFF_FFFF, byteCount)
  }

  private func aligned(_ linear: UInt64, _ byteCount: Int) throws(Fault) -> UInt64 {
    if isUser, cpu.checksAlignment, linear & UInt64(byteCount - 1) != 0 { throw .alignment }
    return linear
  }
}

extension CPU {
  /// Pushes one value on the running program's stack.
  /// - Parameter operandSize: 2, 4 or 8 bytes.
  func pushValue(_ value: some OperandWidth, operandSize: Int) throws(Fault) {
    var stack = Stack(self)
    try stack.push(value, size: operandSize)
    stack.commit()
  }

  /// Pops one value of `operandSize` (2, 4 or 8) bytes from the running program's stack.
  func popValue(operandSize: Int) throws(Fault) -> UInt64 {
    var stack = Stack(self)
    let value = try stack.pop(size: operandSize)
    stack.commit()
    return value
  }
}
