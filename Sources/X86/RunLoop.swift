import BusKit
import X86Decode

/// The run loop: time, events, interrupts and traps between stretches of ops.
///
/// Ops run until the budget is spent or something needs attention. A slice's budget ends short of the
/// next event by more than any block can cost; the rest is stepped, one instruction to a block, so that
/// an interrupt arrives at the exact instruction whatever the blocks are like.
extension CPU {
  /// More than a block can overrun: its costliest, one more instruction, and its run-time terms.
  /// The 8086's shift by CL alone can take a thousand clocks.
  var sliceMargin: UInt64 { model == .i8086 ? 2048 : 1024 }

  /// The present, exact to the clocks charged so far.
  var presentTick: Ticks {
    state.field(Field.sliceEnd, as: UInt64.self)
      &- UInt64(bitPattern: state.field(Field.budget, as: Int64.self))
  }

  func setTime(_ tick: Ticks, budget: Int64) {
    state.setField(Field.sliceEnd, tick &+ UInt64(bitPattern: budget))
    state.setField(Field.budget, budget)
  }

  /// Runs, firing the scheduler's events on the way, until the timeline reaches `deadline` or
  /// something else ends it. A halted processor skips to the next event.
  public func run(until deadline: Ticks) -> CPUExit {
    while true {
      let now = presentTick
      scheduler.now = now
      if scheduler.nextDeadline <= now { scheduler.fireDueEvents() }
      if stopRequested {
        stopRequested = false
        return .stopped
      }
      if isShutdown { return .shutdown }
      if now >= deadline { return .deadline }
      let target = min(deadline, scheduler.nextDeadline)
      if skipRequested || (isHalted && !hasWakeUp) {
        skipRequested = false
        if target == .max { return .asleep }
        idleTicks &+= target &- now
        setTime(target, budget: 0)
        continue
      }
      isHalted = false
      if acceptInterrupt() { continue }
      runSlice(from: now, to: target)
    }
  }

  private var hasWakeUp: Bool {
    pendingDebug != 0 || (nmiPending && !nmiBlocked)
      || (interruptRequest && state.systemFlag(.if))
  }

  /// Whether the run loop must look before another instruction is executed.
  var needsRunLoop: Bool {
    isHalted || stopRequested || skipRequested || isShutdown || pendingDebug != 0
      || (interruptRequest && state.systemFlag(.if)) || (nmiPending && !nmiBlocked)
      || state.field(Field.systemFlags, as: UInt32.self)
        & (EFlags.tf.rawValue | EFlags.rf.rawValue) != 0
      || ((watchesCode || watchesData) && !isStepping)
      || scheduler.nextDeadline < sliceTarget
  }

  // MARK: Between instructions

  /// Debug traps, NMI, INTR, in this order. True if one was taken.
  private func acceptInterrupt() -> Bool {
    let isShadowed = shadowRIP == rip
    if pendingDebug != 0, !(isShadowed && shadowCoversTraps) {
      noteDebugStatus(pendingDebug)
      pendingDebug = 0
      take(1, .trap)
      return true
    }
    guard !isShadowed else { return false }
    if nmiPending, !nmiBlocked {
      nmiPending = false
      nmiBlocked = true
      take(2, .nmi)
      return true
    }
    if interruptRequest, state.systemFlag(.if) {
      take(acknowledgeInterrupt(), .external)
      return true
    }
    return false
  }

  private func take(_ vector: UInt8, _ source: InterruptSource) {
    onDelivery?(vector, source)
    charge(deliveryClocks(source))
    state.setField(Field.uncharged, 0 as UInt64)
    if !interrupt(vector: vector, source: source) { isShutdown = true }
    chargeDeliveryTerms()
    stringToResume = .max
    shadowRIP = nil
    contextIsStale = true
  }

  /// What an interrupt's delivery costs in real mode; Intel's tables, "INT 3" and hardware interrupt
  /// acknowledge rows; on the 8086 NMI and the single-step trap do without the acknowledgement, and of a
  /// divide error (recordings) what goes before the interrupt table's first word is the instruction's.
  private func deliveryClocks(_ source: InterruptSource) -> Int64 {
    let isReal = cr0 & CR0.pe == 0
    switch model {
    case .i8086: return source == .external ? 61 : source == .exception ? 41 : 50
    case .i80186: return 42
    case .i80286: return isReal ? 23 : 40
    case .i80386: return isReal ? 37 : 59
    default: return isReal ? 30 : 44
    }
  }

  /// What the stack's address and the handler's first instruction add.
  private func chargeDeliveryTerms() {
    guard has16BitBus else { return }
    // Three words are pushed.
    if isStackOdd(.rsp) { charge(model == .i80286 ? 6 : 12) }
    chargeRefill()
  }

  /// Delivers a fault of the instruction at `faultRIP`, and leaves ``rip`` where the program goes on.
  func deliverFault(_ fault: Fault, at faultRIP: UInt64) {
    if intercepts { return intercept(interceptedCause(fault), at: faultRIP) }
    deliveredInStep = true
    charge(deliveryClocks(.exception))
    state.setField(Field.uncharged, 0 as UInt64)
    if !raise(fault, at: faultRIP) { isShutdown = true }
    chargeDeliveryTerms()
    stringToResume = .max
    contextIsStale = true
    state.setField(Field.resume, UnsafeMutableRawPointer?.none)
  }

  /// Holds interrupts off until the instruction after this one has executed.
  func shadow(coveringTraps: Bool) {
    shadowRIP = rip
    shadowCoversTraps = coveringTraps
  }

  // MARK: A slice

  func runSlice(from now: Ticks, to target: Ticks, natively: Bool = false) {
    sliceTarget = target
    let left = target &- now
    let isShadowed = shadowRIP == rip
    shadowRIP = nil
    let tracing = state.systemFlag(.tf)
    let resuming = state.systemFlag(.rf)
    let steps =
      left <= sliceMargin || tracing || resuming || isShadowed || watchesCode || watchesData
      || alwaysSteps
    if let executor, !natively, !(tracing || resuming || isShadowed || watchesCode || watchesData) {
      return executor.runSlice(from: now, to: target)
    }
    if steps != isStepping {
      isStepping = steps
      contextIsStale = true
    }
    // Far deadlines are taken in pieces that fit the signed budget with room to spare.
    let budget = steps ? 0 : Int64(min(left &- sliceMargin, 1 << 60))
    setTime(now, budget: budget)
    if steps, watchesCode, !resuming, !(isShadowed && shadowCoversTraps),
      let hit = codeBreakpoint()
    {
      noteDebugStatus(hit)
      // A fault by its place, but RF is pushed as it is (Intel SDM vol. 3, 17.3.1.1).
      var fault = Fault.debug
      fault.returnRIP = rip
      return deliverFault(fault, at: rip)
    }
    deliveredInStep = false
    if let first = lookUp(rip) {
      execute(from: first)
      if let resume = state.field(Field.resume, as: UnsafeMutableRawPointer?.self) {
        rip = OpPointer(at: resume).rip
      }
    }
    guard steps else { return }
    if resuming, !deliveredInStep, instructionRIP != ripOfFlagLoad {
      state.setSystemFlag(.rf, false)
    }
    ripOfFlagLoad = .max
    if tracing, !deliveredInStep, !(shadowCoversTraps && shadowRIP == rip) {
      pendingDebug |= UInt64(DebugStatus.singleStep)
    }
  }

  /// One instruction, nothing around it.
  func stepOnce() {
    runSlice(from: presentTick, to: presentTick &+ sliceMargin)
  }

  func execute(from first: OpPointer) {
    state.setField(Field.resume, UnsafeMutableRawPointer?.none)
    #if DEBUG
      state.setField(Field.dispatched, UnsafeMutableRawPointer?.none)
      first.handler(state, first)
      while let at = state.field(Field.dispatched, as: UnsafeMutableRawPointer?.self) {
        state.setField(Field.dispatched, UnsafeMutableRawPointer?.none)
        let op = OpPointer(at: at)
        op.handler(state, op)
      }
    #else
      first.handler(state, first)
    #endif
  }

  // MARK: What ops call

  func executeWarm(_ op: OpPointer) -> OpPointer? {
    instructionRIP = op.rip
    rip = op.nextRip
    let odd = has16BitBus ? oddWordClocks(op.instruction, op.oddWordsOfInstruction) : 0
    state.setField(Field.uncharged, UInt64(op.clocks))
    do throws(Fault) {
      try execute(op.instruction)
    } catch {
      return fault(error, op, op.instruction.pointee.operation, odd)
    }
    if odd != 0 { charge(odd) }
    if state.field(Field.stale, as: UInt64.self) != 0 { return leaveStaleBlock(op) }
    return op.next
  }

  func executeCold(_ op: OpPointer) -> OpPointer? {
    if op.instruction.pointee.operation == .reported { return report(op) }
    instructionRIP = op.rip
    rip = op.nextRip
    // A repeated string that stopped for an event and goes on without an interrupt has paid already.
    let isResumed = stringToResume == op.rip && op.position == 0
    stringToResume = .max
    let clocks = isResumed ? 0 : Int64(op.clocks)
    let odd = has16BitBus ? oddWordClocks(op.instruction, op.oddWordsOfInstruction) : 0
    charge(clocks &+ odd)
    queueIsEmpty = false
    state.setField(Field.uncharged, 0 as UInt64)
    let budget: Int64 = state.field(Field.budget)
    do throws(Fault) {
      try executeSystem(op.instruction)
    } catch {
      // An interrupt that is not delivered costs nothing, the branch of INTO included.
      if intercepts, op.instruction.pointee.operation == .into {
        state.setField(Field.budget, budget)
      }
      charge(-(clocks &+ odd))
      if intercepts, isResumed { stringToResume = op.rip }
      return fault(error, op, op.instruction.pointee.operation, 0)
    }
    chargeRefill()
    state.setField(Field.stale, 0 as UInt64)
    state.setField(Field.resume, UnsafeMutableRawPointer?.none)
    return needsRunLoop ? nil : goOn(rip)
  }

  func faultFromHandler(_ op: OpPointer) -> OpPointer? { fault(handlerFault, op, .mov, 0) }

  private func fault(
    _ fault: Fault, _ op: OpPointer, _ operation: X86Decode.Operation, _ odd: Int64
  ) -> OpPointer? {
    charge(Int64(op.clocksBefore))
    if !intercepts {
      charge(
        detectionClocks(fault, operation, spent: Int64(op.clocks &- op.clocksBefore) &+ odd))
    }
    state.setField(Field.stale, 0 as UInt64)
    deliverFault(fault, at: op.rip)
    return needsRunLoop ? nil : goOn(rip)
  }
}
