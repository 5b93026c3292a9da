import X86Decode

/// Where an interrupt comes from; it decides about privilege checks, the EXT bit and RF.
package enum InterruptSource: Sendable {
  /// The INTR pin, acknowledged.
  case external
  case nmi
  /// INT n: the gate's DPL counts, and IOPL in virtual-8086 mode.
  case softwareInt
  /// INT3 and INTO: the gate's DPL counts.
  case softwareInt3, into
  /// ICEBP (F1): no privilege check.
  case icebp
  /// Fault-class: the saved instruction pointer is that of the instruction, RF is pushed as 1.
  case exception
  /// Trap-class #DB and instruction breakpoints: RF is pushed as it is.
  case trap

  /// Raised by an instruction whose purpose it is.
  var isProgrammed: Bool {
    switch self {
    case .softwareInt, .softwareInt3, .into: true
    default: false
    }
  }
}

// MARK: The top level: exceptions, double fault, shutdown

extension CPU {
  /// Delivers a fault, and what goes wrong on the way as the architecture composes it.
  ///
  /// - Parameter faultRIP: the faulting instruction, unless the fault carries its own `returnRIP`.
  /// - Returns: false when the processor has shut down (triple fault), or would try for ever.
  /// - Source: Intel SDM vol. 3, 6.15, tables 6-4 and 6-5.
  package func raise(_ fault: Fault, at faultRIP: UInt64) -> Bool {
    var fault = fault
    // Three attempts settle every combination but one: a benign fault whose delivery meets itself (#AC
    // on a misaligned stack at level 3) makes silicon try forever, deaf to everything.
    for _ in 0..<8 {
      if let linear = fault.linearAddress { state.setField(Field.cr2, linear) }
      do throws(Fault) {
        let isTrap = fault.vector == 1 && fault.returnRIP != nil
        try deliver(
          vector: fault.vector, source: isTrap ? .trap : .exception, errorCode: fault.errorCode,
          returnRIP: fault.returnRIP ?? faultRIP)
        return true
      } catch {
        if let linear = error.linearAddress { state.setField(Field.cr2, linear) }
        guard fault.vector != 8 else { return false }
        // A fault that a task switch met in the new task is at home there.
        let returnRIP = error.returnRIP ?? fault.returnRIP
        fault = Self.combined(fault, error)
        fault.returnRIP = returnRIP
      }
    }
    return false
  }

  /// Takes an interrupt between instructions, with whatever goes wrong on the way.
  /// - Returns: false when the processor has shut down.
  package func interrupt(vector: UInt8, source: InterruptSource) -> Bool {
    do {
      try deliver(vector: vector, source: source, errorCode: nil, returnRIP: rip)
      return true
    } catch {
      return raise(error, at: rip)
    }
  }

  /// What the second of two faults becomes.
  package static func combined(_ first: Fault, _ second: Fault) -> Fault {
    let isDouble =
      first.isContributory && second.isContributory
      || first.vector == 14 && (second.isContributory || second.vector == 14)
    return isDouble ? Fault(vector: 8, errorCode: 0) : second
  }
}

extension Fault {
  fileprivate var isContributory: Bool {
    switch vector {
    case 0, 10...13: true
    default: false
    }
  }
  /// Whether protected mode pushes an error code for this vector.
  fileprivate static func hasErrorCode(_ vector: UInt8) -> Bool {
    switch vector {
    case 8, 10...14, 17: true
    default: false
    }
  }
}

// MARK: Delivery

extension CPU {
  /// One attempt to enter the handler of `vector`.
  ///
  /// - Parameters:
  ///   - errorCode: pushed in protected mode if the vector has one and the source is an exception.
  ///   - returnRIP: the instruction pointer to save.
  /// - Throws: what delivery runs into, EXT bit set as needed; nothing is committed then, except
  ///   that a task switch may have taken place (see ``Fault/returnRIP``).
  package func deliver(
    vector: UInt8, source: InterruptSource, errorCode: UInt16?, returnRIP: UInt64
  ) throws(Fault) {
    if cr0 & CR0.pe == 0 {
      try deliverReal(vector: vector, returnRIP: returnRIP)
    } else {
      do throws(Fault) {
        try deliverProtected(
          vector: vector, source: source, errorCode: errorCode, returnRIP: returnRIP)
      } catch {
        var fault = error
        if !source.isProgrammed, 10...13 ~= fault.vector, let code = fault.errorCode {
          fault.errorCode = code | 1
        }
        throw fault
      }
    }
    // The debug handler may use the debug registers that GD guards.
    if vector == 1, !source.isProgrammed, debugControl & DebugControl.generalDetect != 0 {
      debugControl &= ~DebugControl.generalDetect
    }
  }

  /// Real mode: through the interrupt vector table at 0 (8086, 80186) or at IDTR.
  /// - Throws: a double fault when the table is too short, #SS(0) when the stack is.
  private func deliverReal(vector: UInt8, returnRIP: UInt64) throws(Fault) {
    let entry = UInt64(vector) * 4
    var table: UInt64 = 0
    if model >= .i80286 {
      let register = idtr
      guard entry + 3 <= UInt64(register.limit) else { throw Fault(vector: 8, errorCode: 0) }
      table = register.base
    }
    let pointer: UInt32 = try readSystem(linear(table, entry))
    let target = try directTarget(
      UInt16(truncatingIfNeeded: pointer >> 16), offset: UInt64(pointer & 0xFFFF))
    var stack = Stack(self)
    try stack.probePushes(3, size: 2)
    try stack.push(flagsImage, size: 2)
    try stack.push(UInt32(state.selector(.cs)), size: 2)
    try stack.push(UInt32(truncatingIfNeeded: returnRIP), size: 2)
    stack.commit()
    changeFlags(model < .i80486 ? [.if, .tf, .rf] : [.if, .tf, .rf, .ac], to: 0)
    enter(target)
  }

  private func deliverProtected(
    vector: UInt8, source: InterruptSource, errorCode: UInt16?, returnRIP: UInt64
  ) throws(Fault) {
    if case .softwareInt = source {
      if hasVirtualInterrupts, try isRedirected(vector) {
        return try deliverRedirected(vector, returnRIP: returnRIP)
      }
      try requireVirtualIOPL()
    }
    let (gate, type) = try interruptGate(vector, source: source)
    if intercepts {
      interceptedSource = source
      throw Fault(vector: vector)
    }
    // RF: fault-class exceptions resume without meeting the same instruction breakpoint again, and so
    // does what comes between the iterations of a repeated string instruction. An instruction that
    // raises an interrupt has used up its own RF.
    var flags = flagsImage
    if model >= .i80386 {
      if source.isProgrammed || source == .icebp {
        flags &= ~EFlags.rf.rawValue
      } else if source == .exception ? vector != 8 : returnRIP == stringToResume {
        flags |= EFlags.rf.rawValue
      }
    }
    let code = source == .exception && Fault.hasErrorCode(vector) ? errorCode ?? 0 : nil
    if type == .taskGate {
      let task = gate.gateSelector
      return try switchTask(
        to: task, try gatedTask(task), reason: .interrupt, savedRIP: returnRIP, savedFlags: flags,
        errorCode: code)
    }
    if isLongMode {
      return try enterLongHandler(
        gate, type, flags: flags, errorCode: code, returnRIP: returnRIP)
    }
    try enterHandler(gate, type, flags: flags, errorCode: code, returnRIP: returnRIP)
  }

  /// Fetches and qualifies the IDT's entry.
  private func interruptGate(
    _ vector: UInt8, source: InterruptSource
  ) throws(Fault) -> (Descriptor, SystemType) {
    let code = UInt16(vector) * 8 + 2
    let size: UInt64 = isLongMode ? 16 : 8
    let entry = UInt64(vector) * size
    let register = idtr
    guard entry + size - 1 <= UInt64(register.limit) else { throw .protection(code) }
    let address = linear(register.base, entry)
    let raw: UInt64 = try readSystem(address)
    let upper: UInt64 = isLongMode ? try readSystem(linear(address, 8)) : 0
    let gate = Descriptor(raw, upper: upper, model: model, isLongMode: isLongMode)
    guard let type = gate.systemType else { throw .protection(code) }
    switch type {
    case .taskGate, .interruptGate286, .trapGate286, .interruptGate386, .trapGate386: break
    default: throw .protection(code)
    }
    if source.isProgrammed, gate.dpl < cpl { throw .protection(code) }
    guard gate.isPresent else { throw .notPresent(code) }
    return (gate, type)
  }

  /// Interrupt and trap gates. Order of checks: Intel SDM vol. 2, INT n "TRAP-OR-INTERRUPT-GATE".
  private func enterHandler(
    _ gate: Descriptor, _ type: SystemType, flags: UInt32, errorCode: UInt16?, returnRIP: UInt64
  ) throws(Fault) {
    let size = type.is32Bit ? 4 : 2
    let selector = gate.gateSelector
    guard !selector.isNullSelector else { throw .protection(0) }
    let code = try descriptor(selector, orThrow: Fault.protection)
    guard code.isCode, code.dpl <= cpl else { throw .protection(selector.selectorCode) }
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
    let isInward = !code.isConforming && code.dpl < cpl
    let wasV86 = isV86
    if wasV86 {
      guard isInward, code.dpl == 0 else { throw .protection(selector.selectorCode) }
    }
    let level = isInward ? code.dpl : cpl

    var stack = isInward ? try innerStack(level: level) : Stack(self)
    let pushes = 3 + (isInward ? 2 : 0) + (wasV86 ? 4 : 0) + (errorCode == nil ? 0 : 1)
    try stack.probePushes(pushes, size: size)
    let target = try target(selector.withRPL(level), code, offset: gate.gateOffset)
    if wasV86 {
      for slot: SegmentSlot in [.gs, .fs, .ds, .es] {
        try stack.push(UInt32(state.selector(slot)), size: size)
      }
    }
    if isInward {
      try stack.push(UInt32(state.selector(.ss)), size: size)
      try stack.push(register(.rsp, as: UInt64.self), size: size)
    }
    try stack.push(flags, size: size)
    try stack.push(UInt32(state.selector(.cs)), size: size)
    try stack.push(returnRIP, size: size)
    if let errorCode { try stack.push(errorCode, size: size) }

    if wasV86 {
      for slot: SegmentSlot in [.gs, .fs, .ds, .es] { setSegment(slot, .null(0)) }
    }
    var cleared: EFlags = [.tf, .nt, .rf, .vm]
    if type == .interruptGate286 || type == .interruptGate386 { cleared.insert(.if) }
    changeFlags(cleared, to: 0)
    if isInward { setSegment(.ss, stack.segment) }
    stack.commit()
    enter(target)
    cpl = level
  }
  /// Interrupt and trap gates of long mode: the handler is 64-bit code, SS and RSP are always pushed,
  /// on a stack aligned to 16 bytes, which an IST entry may name whatever the levels.
  /// - Source: Intel SDM vol. 3, 6.14; vol. 2, INT n.
  private func enterLongHandler(
    _ gate: Descriptor, _ type: SystemType, flags: UInt32, errorCode: UInt16?, returnRIP: UInt64
  ) throws(Fault) {
    let selector = gate.gateSelector
    guard !selector.isNullSelector else { throw .protection(0) }
    let code = try descriptor(selector, orThrow: Fault.protection)
    guard code.isCode, code.dpl <= cpl, code.isEntryOf(true) else {
      throw .protection(selector.selectorCode)
    }
    guard code.isPresent else { throw .notPresent(selector.selectorCode) }
    let isInward = !code.isConforming && code.dpl < cpl
    let level = isInward ? code.dpl : cpl
    let pointer: UInt64 =
      gate.interruptStack > 0
      ? try stackPointer(at: 0x1C + UInt64(gate.interruptStack) * 8)
      : isInward ? try stackPointer(at: 4 + UInt64(level) * 8) : register(.rsp)

    var stack = Stack(
      self, segment: .null(UInt16(level)), pointer: pointer & ~15, isUser: level == 3, isLong: true)
    try stack.probePushes(errorCode == nil ? 5 : 6, size: 8)
    let target = try target(selector.withRPL(level), code, offset: gate.gateOffset)
    try stack.push(state.selector(.ss), size: 8)
    try stack.push(register(.rsp, as: UInt64.self), size: 8)
    try stack.push(flags, size: 8)
    try stack.push(state.selector(.cs), size: 8)
    try stack.push(returnRIP, size: 8)
    if let errorCode { try stack.push(errorCode, size: 8) }

    var cleared: EFlags = [.tf, .nt, .rf, .vm]
    if type == .interruptGate386 { cleared.insert(.if) }
    changeFlags(cleared, to: 0)
    if isInward { setSegment(.ss, stack.segment) }
    stack.commit()
    enter(target)
    cpl = level
  }
}
