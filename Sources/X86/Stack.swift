import X86Decode

/// A stack while one instruction works on it. Pushes and pops move a pointer of its own, with the
/// wrap that SS.B asks for; nothing reaches rSP before ``commit()``.
struct Stack {
  /// Unretained: a stack lives for one instruction of its processor.
  private unowned(unsafe) let cpu: CPU
  let segment: SegmentCache
  private let isUser: Bool
  /// The selector part of #SS: 0 for the running program's stack, the selector for an inner one.
  private let errorCode: UInt16
  /// rSP within the stack's width.
  private(set) var offset: UInt64

  /// The running program's stack.
  init(_ cpu: CPU) {
    self.cpu = cpu
    segment = cpu.segment(.ss)
    isUser = cpu.isUser
    errorCode = 0
    offset = cpu.register(.rsp, as: UInt64.self) & Self.mask(segment)
  }

  /// A stack that a transfer is about to switch to.
  init(_ cpu: CPU, segment: SegmentCache, pointer: UInt32, isUser: Bool) {
    self.cpu = cpu
    self.segment = segment
    self.isUser = isUser
    errorCode = segment.selector.selectorCode
    offset = UInt64(pointer) & Self.mask(segment)
  }

  private static func mask(_ segment: SegmentCache) -> UInt64 {
    segment.isBig ? 0xFFFF_FFFF : 0xFFFF
  }
  private var mask: UInt64 { Self.mask(segment) }

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

  mutating func push(_ value: UInt32, size: Int) throws(Fault) {
    let below = (offset &- UInt64(size)) & mask
    let linear = try linearAddress(below, byteCount: size)
    if size == 4 {
      try cpu.writeLinear(linear, value, user: isUser)
    } else if splitsAtSegmentEnd(below) {
      try cpu.writeLinear(linear, UInt8(truncatingIfNeeded: value), user: isUser)
      try cpu.writeLinear(segment.base, UInt8(truncatingIfNeeded: value >> 8), user: isUser)
    } else {
      try cpu.writeLinear(linear, UInt16(truncatingIfNeeded: value), user: isUser)
    }
    offset = below
  }

  mutating func pop(size: Int) throws(Fault) -> UInt32 {
    let value = try peek(at: 0, size: size)
    skip(size)
    return value
  }

  /// The item of `size` bytes that lies `distance` bytes above the top.
  func peek(at distance: Int, size: Int) throws(Fault) -> UInt32 {
    let above = (offset &+ UInt64(distance)) & mask
    let linear = try linearAddress(above, byteCount: size)
    if size == 4 { return try cpu.readLinear(linear, user: isUser) }
    if splitsAtSegmentEnd(above) {
      let low: UInt8 = try cpu.readLinear(linear, user: isUser)
      let high: UInt8 = try cpu.readLinear(segment.base, user: isUser)
      return UInt32(low) | UInt32(high) << 8
    }
    return UInt32(try cpu.readLinear(linear, as: UInt16.self, user: isUser))
  }

  mutating func skip(_ byteCount: Int) {
    offset = (offset &+ UInt64(truncatingIfNeeded: byteCount)) & mask
  }

  /// Makes the pointer the processor's rSP: ESP if the segment is big, otherwise SP alone (the upper
  /// half of ESP then keeps what it held).
  func commit() {
    if segment.isBig {
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
    let usable = SegmentCache.present | SegmentCache.notSystem | SegmentCache.writableOrReadable
    if cpu.model >= .i80286 {
      guard segment.attributes & (usable | SegmentCache.code) == usable,
        segment.encloses(offset, byteCount: byteCount)
      else { throw cpu.isProtected ? .stack(errorCode) : cpu.stackFault }
    }
    let linear = cpu.linear(segment.base, offset)
    if isUser, cpu.checksAlignment, linear & UInt64(byteCount - 1) != 0 { throw .alignment }
    return linear
  }
}

extension CPU {
  /// Pushes one value on the running program's stack.
  /// - Parameter operandSize: 2 or 4 bytes.
  func pushValue(_ value: UInt32, operandSize: Int) throws(Fault) {
    var stack = Stack(self)
    try stack.push(value, size: operandSize)
    stack.commit()
  }

  /// Pops one value of `operandSize` (2 or 4) bytes from the running program's stack.
  func popValue(operandSize: Int) throws(Fault) -> UInt32 {
    var stack = Stack(self)
    let value = try stack.pop(size: operandSize)
    stack.commit()
    return value
  }
}
