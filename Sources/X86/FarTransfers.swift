import X86Decode

// Far jumps, calls and returns. Each of them first collects and checks everything, stack room
// included, and only then changes the processor.

extension CPU {
  /// JMP ptr16:16/32 and m16:16/32/64.
  /// - Parameter operandSize: 2, 4 or 8 bytes.
  /// - Source: Intel SDM vol. 2, JMP; order of checks as there.
  package func jumpFar(selector: UInt16, offset: UInt64, operandSize: Int) throws(Fault) {
    if loadsSegmentsDirectly {
      let target = try directTarget(selector, offset: offset)
      return enter(target)
    }
    switch try farTarget(selector) {
    case .code(let descriptor):
      let target = try sameLevelTarget(selector, descriptor, offset: offset)
      enter(target)
    case .callGate(let gate):
      let (codeSelector, code) = try gatedCode(gate)
      let target = try sameLevelTarget(
        codeSelector.withRPL(0), code, offset: gate.gateOffset)
      enter(target)
    case .task(let task, let tss):
      try switchTask(to: task, tss, reason: .jump, savedRIP: rip)
    }
  }

  /// CALL ptr16:16/32 and m16:16/32/64. The return address is `rip`.
  /// - Parameter operandSize: 2, 4 or 8 bytes.
  /// - Source: Intel SDM vol. 2, CALL; order of checks as there.
  package func callFar(selector: UInt16, offset: UInt64, operandSize: Int) throws(Fault) {
    if loadsSegmentsDirectly {
      var stack = Stack(self)
      try stack.probePushes(2, size: operandSize)
      let target = try directTarget(selector, offset: offset)
      return try call(target, on: &stack, size: operandSize)
    }
    switch try farTarget(selector) {
    case .code(let descriptor):
      try checkSameLevel(selector, descriptor)
      var stack = Stack(self)
      try stack.probePushes(2, size: operandSize)
      let target = try sameLevelTarget(selector, descriptor, offset: offset)
      try call(target, on: &stack, size: operandSize)
    case .callGate(let gate):
      try callThroughGate(
        gate, size: isLongMode ? 8 : gate.systemType?.is32Bit == true ? 4 : 2)
    case .task(let task, let tss):
      try switchTask(to: task, tss, reason: .call, savedRIP: rip)
    }
  }

  private func callThroughGate(_ gate: Descriptor, size: Int) throws(Fault) {
    let (selector, code) = try gatedCode(gate)
    if !code.isConforming, code.dpl < cpl {
      return try callInward(gate, selector, code, size: size)
    }
    try checkSameLevel(selector.withRPL(0), code)
    var stack = Stack(self)
    try stack.probePushes(2, size: size)
    let target = try sameLevelTarget(selector.withRPL(0), code, offset: gate.gateOffset)
    try call(target, on: &stack, size: size)
  }

  /// A call to a more privileged level: new stack from the TSS, parameters copied (in long mode there
  /// are none).
  private func callInward(
    _ gate: Descriptor, _ selector: UInt16, _ code: Descriptor, size: Int
  ) throws(Fault) {
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
    let count = isLongMode ? 0 : gate.parameterCount
    var inner = try innerStack(level: code.dpl)
    try inner.probePushes(4 + count, size: size)
    let target = try reachable(code, gate.gateOffset)
    let outer = Stack(self)
    var parameters: [UInt64] = []
    for index in 0..<count {
      parameters.append(try outer.peek(at: index * size, size: size))
    }
    try markAccessed(selector, code)
    try inner.push(UInt32(state.selector(.ss)), size: size)
    try inner.push(register(.rsp, as: UInt64.self), size: size)
    for parameter in parameters.reversed() { try inner.push(parameter, size: size) }
    try inner.push(UInt32(state.selector(.cs)), size: size)
    try inner.push(rip, size: size)
    setSegment(.ss, inner.segment)
    inner.commit()
    enter(FarTarget(code.cache(selector: selector.withRPL(code.dpl)), offset: target))
    cpl = code.dpl
  }

  /// Pushes CS and rip, both known to fit, and goes to `target`.
  private func call(_ target: FarTarget, on stack: inout Stack, size: Int) throws(Fault) {
    try stack.push(UInt32(state.selector(.cs)), size: size)
    try stack.push(rip, size: size)
    stack.commit()
    enter(target)
  }

  /// RETF and RETF imm16.
  /// - Parameters:
  ///   - operandSize: 2, 4 or 8 bytes.
  ///   - release: bytes of parameters to drop, from the inner and from the outer stack.
  /// - Source: Intel SDM vol. 2, RET "Far return"; order of checks as there.
  package func returnFar(operandSize: Int, release: UInt16) throws(Fault) {
    var stack = Stack(self)
    try stack.checkReadable(byteCount: 2 * operandSize, size: operandSize)
    let offset = try stack.pop(size: operandSize)
    let selector = UInt16(truncatingIfNeeded: try stack.pop(size: operandSize))
    if loadsSegmentsDirectly {
      let target = try directTarget(selector, offset: offset)
      stack.skip(Int(release))
      stack.commit()
      return enter(target)
    }
    let code = try returnCode(selector)
    stack.skip(Int(release))
    if selector.rpl == cpl {
      let target = try target(selector, code, offset: offset)
      stack.commit()
      enter(target)
    } else {
      try returnOutward(selector, code, offset: offset, from: stack, operandSize, release: release)
    }
  }

  /// The second half of RETF and IRET to an outer level: `stack` stands at the outer rSP and SS.
  /// Takes over the new stack, the new code segment and CPL, and nulls what the new level may not use.
  func returnOutward(
    _ selector: UInt16, _ code: Descriptor, offset: UInt64, from stack: Stack, _ operandSize: Int,
    release: UInt16
  ) throws(Fault) {
    var inner = stack
    try inner.checkReadable(byteCount: 2 * operandSize, size: operandSize)
    let pointer = try inner.pop(size: operandSize)
    let stackSelector = UInt16(truncatingIfNeeded: try inner.pop(size: operandSize))
    let level = selector.rpl
    let outerSegment = try returnStack(stackSelector, level: level, code)
    let target = try target(selector, code, offset: offset)
    var outer = Stack(
      self, segment: outerSegment, pointer: pointer, isUser: level == 3, isLong: code.isLongCode)
    outer.skip(Int(release))
    setSegment(.ss, outerSegment)
    outer.commit()
    enter(target)
    cpl = level
    dropInaccessibleDataSegments()
  }

  /// Qualifies the SS that a return to the code segment `code` at `level` pops: the null selector will do
  /// for 64-bit code below level 3.
  func returnStack(
    _ selector: UInt16, level: UInt8, _ code: Descriptor
  ) throws(Fault) -> SegmentCache {
    if selector.isNullSelector, code.isLongCode, level < 3 { return .null(selector) }
    return try stackSegment(selector, level: level, Fault.protection)
  }

  /// Qualifies the CS that a return pops.
  func returnCode(_ selector: UInt16) throws(Fault) -> Descriptor {
    guard !selector.isNullSelector else { throw .protection(0) }
    let code = try descriptor(selector, orThrow: Fault.protection)
    guard code.isCode, !code.isContradictoryCode, selector.rpl >= cpl,
      code.isConforming ? code.dpl <= selector.rpl : code.dpl == selector.rpl
    else { throw .protection(selector.selectorCode) }
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
    return code
  }
}

// MARK: Targets

/// A code segment and an offset in it, with every check done.
struct FarTarget {
  let segment: SegmentCache
  let offset: UInt64

  init(_ segment: SegmentCache, offset: UInt64) {
    self.segment = segment
    self.offset = offset
  }
}

/// What the selector of a far jump or call names.
private enum FarTargetKind {
  case code(Descriptor)
  case callGate(Descriptor)
  case task(UInt16, Descriptor)
}

extension CPU {
  /// Goes to a checked target. CPL is the caller's affair.
  func enter(_ target: FarTarget) {
    setSegment(.cs, target.segment)
    rip = target.offset
    queueIsEmpty = true
  }

  /// CS:offset in real or virtual-8086 mode.
  /// - Throws: #GP(0) beyond the limit (80286 and later).
  func directTarget(_ selector: UInt16, offset: UInt64) throws(Fault) -> FarTarget {
    let cache = directCache(.cs, selector)
    if model >= .i80286, offset > UInt64(cache.limit) { throw .protection(0) }
    return FarTarget(cache, offset: offset)
  }

  /// What a far jump's or call's selector names, with the checks that come before its own kind's.
  private func farTarget(_ selector: UInt16) throws(Fault) -> FarTargetKind {
    guard !selector.isNullSelector else { throw .protection(0) }
    let descriptor = try descriptor(selector, orThrow: Fault.protection)
    if descriptor.isCode {
      guard !descriptor.isContradictoryCode else { throw .protection(selector.selectorCode) }
      return .code(descriptor)
    }
    guard let type = descriptor.systemType else { throw .protection(selector.selectorCode) }
    // Long mode knows no task switches.
    guard type.isCallGate || !isLongMode && (type == .taskGate || type.isAvailableTSS),
      max(cpl, selector.rpl) <= descriptor.dpl
    else { throw .protection(selector.selectorCode) }
    if type.isAvailableTSS {
      guard !selector.isLocalSelector else { throw .protection(selector.selectorCode) }
      guard descriptor.isPresent else { throw .notPresent(selector.selectorCode) }
      return .task(selector, descriptor)
    }
    guard descriptor.isPresent else { throw .notPresent(selector.selectorCode) }
    if type.isCallGate {
      return .callGate(try completed(descriptor, selector, orThrow: Fault.protection))
    }
    let task = descriptor.gateSelector
    return .task(task, try gatedTask(task))
  }

  /// The TSS that a task gate names.
  func gatedTask(_ selector: UInt16) throws(Fault) -> Descriptor {
    guard !selector.isNullSelector, !selector.isLocalSelector else {
      throw .protection(selector.selectorCode)
    }
    let tss = try descriptor(selector, orThrow: Fault.protection)
    guard tss.systemType?.isAvailableTSS == true else {
      throw .protection(selector.selectorCode)
    }
    guard tss.isPresent else { throw .notPresent(selector.selectorCode) }
    return tss
  }

  /// The code segment that a call gate names; in long mode it must be one of 64-bit code.
  private func gatedCode(_ gate: Descriptor) throws(Fault) -> (UInt16, Descriptor) {
    let selector = gate.gateSelector
    guard !selector.isNullSelector else { throw .protection(0) }
    let code = try descriptor(selector, orThrow: Fault.protection)
    guard code.isCode, code.dpl <= cpl, code.isEntryOf(isLongMode) else {
      throw .protection(selector.selectorCode)
    }
    return (selector, code)
  }

  /// A transfer that keeps CPL: privilege first, then presence.
  private func checkSameLevel(_ selector: UInt16, _ code: Descriptor) throws(Fault) {
    guard code.isConforming ? code.dpl <= cpl : code.dpl == cpl && selector.rpl <= cpl else {
      throw .protection(selector.selectorCode)
    }
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
  }

  private func sameLevelTarget(
    _ selector: UInt16, _ code: Descriptor, offset: UInt64
  ) throws(Fault) -> FarTarget {
    try checkSameLevel(selector, code)
    return try target(selector.withRPL(cpl), code, offset: offset)
  }

  /// The limit check and the accessed bit, which come last.
  func target(
    _ selector: UInt16, _ code: Descriptor, offset: UInt64
  ) throws(Fault) -> FarTarget {
    let offset = try reachable(code, offset)
    try markAccessed(selector, code)
    return FarTarget(code.cache(selector: selector), offset: offset)
  }

  /// An instruction pointer that may be used in `code`: canonical in 64-bit code, else 32 bits wide and
  /// inside the limit.
  /// - Throws: #GP(0).
  func reachable(_ code: Descriptor, _ offset: UInt64) throws(Fault) -> UInt64 {
    let pointer = code.isLongCode ? offset : offset & 0xFFFF_FFFF
    guard code.isLongCode ? isCanonical(pointer) : pointer <= UInt64(code.limit) else {
      throw .protection(0)
    }
    return pointer
  }

  // MARK: Stack switching

  /// The stack that the current TSS names for an inner level, empty. In long mode the TSS gives rSP alone
  /// and SS becomes null.
  /// - Throws: #TS(TSS) if the TSS is too short, #TS(SS) or #SS(SS) for a bad stack segment.
  /// - Source: Intel SDM vol. 2, CALL "MORE-PRIVILEGE".
  func innerStack(level: UInt8) throws(Fault) -> Stack {
    if isLongMode {
      return Stack(
        self, segment: .null(UInt16(level)), pointer: try stackPointer(at: 4 + UInt64(level) * 8),
        isUser: false, isLong: true)
    }
    let tss = segment(.tr)
    let is32Bit = tss.attributes & 8 != 0
    let entry = is32Bit ? UInt64(level) * 8 + 4 : UInt64(level) * 4 + 2
    guard entry + (is32Bit ? 5 : 3) <= UInt64(tss.limit) else {
      throw .invalidTSS(tss.selector.selectorCode)
    }
    let address = linear(tss.base, entry)
    let pointer: UInt32
    let selector: UInt16
    if is32Bit {
      pointer = try readSystem(address)
      selector = try readSystem(linear(address, 4))
    } else {
      pointer = UInt32(try readSystem(address, as: UInt16.self))
      selector = try readSystem(linear(address, 2))
    }
    let cache = try stackSegment(selector, level: level, Fault.invalidTSS)
    return Stack(self, segment: cache, pointer: UInt64(pointer), isUser: false)
  }

  /// A stack pointer in the 64-bit TSS.
  /// - Throws: #TS(TSS) beyond its limit.
  func stackPointer(at offset: UInt64) throws(Fault) -> UInt64 {
    let tss = segment(.tr)
    guard offset + 7 <= UInt64(tss.limit) else {
      throw .invalidTSS(tss.selector.selectorCode)
    }
    return try readSystem(linear(tss.base, offset))
  }
}
