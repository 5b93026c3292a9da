import X86
import X86Decode

/// Scan and patch, as VirtualBox's raw mode did: before the guest's kernel executes an instruction that
/// would silently do something else outside ring 0, a patch is in its place.
///
/// The guest's memory is not touched. Instructions are fetched from a copy of the page, data is read
/// from the page itself (``ShadowPaging/apart``), so a guest that reads its own code finds it unpatched.
package final class PatchEngine: Engine {
  package let kind = EngineKind.patch
  private var code: PatchedCode?
  /// Whether the copies that the hardware may hold translations of are of 32-bit code.
  private var isBig = true
  /// The hardware runs the guest's kernel, in ring 1.
  private var isInKernel = false
  /// The flags that blocks know nothing of are 0: IOPL, VIF and VIP.
  private var usesBlocks = true
  /// Where in a block the hardware has stopped.
  private var stopped: PatchStep?
  private var finalMap = PatchMap()

  private let isAudited: Bool
  private let images = OracleImages()

  /// - Parameter isAudited: whether the differential oracle looks at every sensitive instruction that the
  ///   hardware executes for the kernel all the same.
  package init(isAudited: Bool = false) { self.isAudited = isAudited }

  /// What is patched at present, or was at the end.
  package var patchMap: PatchMap { code?.map ?? finalMap }

  package var remarks: [String] { patchMap.listing(limit: 40) }

  package func attach(to monitor: Monitor) {
    let code = PatchedCode(monitor)
    self.code = code
    monitor.machine.fetchTranslations = FetchTranslations()
    monitor.machine.usualCodeLimit = PatchBlocks.end - 1
    monitor.machine.foreignTiming = { [unowned code] in code.timing($0) }
    monitor.setBreakpointGate(privilege: 1)
    monitor.paging.separatesKernel = true
    monitor.paging.apart = { [unowned monitor, unowned code] linear, frame, isFetch in
      guard isFetch else { return code.isApart(linear) ? frame : nil }
      let cs = monitor.guest.segment(SegmentSlot.cs)
      return code.pageForFetch(
        linear, frame: frame, isBig: cs.attributes & Attributes.big != 0
      ).machineFrame
    }
  }

  package func detach(from monitor: Monitor) {
    finalMap = patchMap
    code?.forgetEverything()
    code = nil
    monitor.paging.apart = nil
    monitor.paging.separatesKernel = false
    monitor.machine.fetchTranslations = nil
    monitor.machine.usualCodeLimit = MonitorLayout.hole - 1
    monitor.machine.foreignTiming = nil
    monitor.setBreakpointGate(privilege: 0)
  }

  /// In the kernel's tables all data is the user's, so the hardware's SMAP is off; a guest that has turned
  /// it on has its kernel interpreted.
  package func plan(_ monitor: Monitor) -> Plan {
    let plan = monitor.standardPlan()
    let guest = monitor.guest
    guard plan == .direct, guest.cpl != 3, guest.cr0 & 1 != 0 else { return plan }
    if guest.cr4 & 1 << 21 != 0 { return .interpret(.engine) }
    let isQuiet = guest.controlFlags & Self.flagsOfNoBlock == 0
    if isQuiet != usesBlocks {
      usesBlocks = isQuiet
      monitor.forget()
    }
    return plan
  }

  private static let flagsOfNoBlock: UInt32 = 0x18_3000
  private static let interruptFlag: UInt32 = 1 << 9

  /// Limits of flat segments let the patch blocks in: those of code all of them, that of the stack the
  /// cells. Where a limit does not, a block faults at its first step, which stands for the instruction that
  /// the guest has there.
  package func segment(
    _ compressed: SegmentCache, _ slot: SegmentSlot, _ monitor: Monitor
  ) -> SegmentCache {
    let guest = monitor.guest
    guard slot == .cs || slot == .ss, guest.cr0 & 1 != 0, !guest.isV86, compressed.base == 0,
      UInt64(compressed.limit) == MonitorLayout.hole - 1,
      compressed.attributes & Attributes.big != 0
    else { return compressed }
    var result = compressed
    if slot == .cs {
      result.limit = UInt32(truncatingIfNeeded: PatchBlocks.end - 1)
      // To be executed, not to be read: by CS the kernel finds no block either.
      if guest.cpl != 3 { result.attributes &= ~Attributes.writable }
    } else if guest.cpl == 0, usesBlocks {
      result.limit = UInt32(truncatingIfNeeded: MonitorLayout.hole) + PatchCell.byteCount - 1
    }
    return result
  }

  package func willEnter(_ monitor: Monitor) {
    isInKernel = monitor.machine.cpl != 3
    guard isInKernel, let blocks = code?.blocks else { return }
    let guest = monitor.guest
    let cs = guest.segment(SegmentSlot.cs)
    let isBig = cs.attributes & Attributes.big != 0
    if isBig != self.isBig {
      self.isBig = isBig
      monitor.machine.dropFetchTranslations()
    }
    blocks[.flags] = guest.controlFlags & Self.interruptFlag
    blocks[.pending] = guest.hasInterruptRequest ? Self.interruptFlag : 0
    blocks[.cs] = UInt32(cs.selector)
    blocks[.ss] = UInt32(guest.segment(SegmentSlot.ss).selector)
  }

  /// Where the hardware has stopped in a block, the guest is before an instruction of its own.
  package func didLeave(_ monitor: Monitor) {
    stopped = nil
    guard isInKernel, let blocks = code?.blocks else { return }
    let guest = monitor.guest
    guest.controlFlags =
      guest.controlFlags & ~Self.interruptFlag | blocks[.flags] & Self.interruptFlag
    guard guest.rip >= MonitorLayout.hole, monitor.machine.cpl != 3,
      let step = blocks.steps[guest.rip]
    else { return }
    stopped = step
    guest.rip = step.place
    if step.borrows.eax { guest.setRegister(.rax, blocks[.eax]) }
    if step.borrows.ecx { guest.setRegister(.rcx, blocks[.ecx]) }
    if step.pushed != 0 {
      guest.setRegister(.rsp, guest.register(.rsp, as: UInt32.self) &+ step.pushed)
    }
    if step.followsSTI, blocks[.former] == 0 { guest.holdInterrupts() }
  }

  package func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor) {
    code?.changed(frame, offset..<offset + byteCount)
  }

  package func handle(_ interception: Interception, _ monitor: Monitor) -> Bool {
    guard isInKernel else { return false }
    let isBreakpoint = Self.isBreakpoint(interception.cause)
    if let stopped {
      guard stopped.isExit, isBreakpoint else { return false }
      leaveBlock(monitor)
      return true
    }
    if case .fault(let fault) = interception.cause, fault.vector == 14 { return false }
    if case .sensitive = interception.cause { return false }
    return arrive(isBreakpoint: isBreakpoint, monitor)
  }

  /// The hardware has stopped in a block; the guest's instruction there is executed by the monitor.
  private func leaveBlock(_ monitor: Monitor) {
    monitor.emulate(
      .patch, reason: "exit of a patch block",
      qualification: (monitor.guest.segment(SegmentSlot.cs).base &+ monitor.guest.rip) & 0xFFFF_FFFF
    )
  }

  /// The hardware has stopped in the kernel's code: at a patch, in the middle of one, or where nothing has
  /// been scanned.
  private func arrive(isBreakpoint: Bool, _ monitor: Monitor) -> Bool {
    guard let code else { return false }
    let cs = monitor.guest.segment(SegmentSlot.cs)
    let linear = (cs.base &+ monitor.guest.rip) & 0xFFFF_FFFF
    guard let page = code.page(linear, isBig: cs.attributes & Attributes.big != 0) else {
      return false
    }
    let offset = Int(linear & 4095)
    if let window = page.window(over: offset), window.inner.contains(offset - window.offset) {
      monitor.emulate(.patch, reason: "middle of a patch", qualification: linear)
      return true
    }
    guard isBreakpoint else { return false }
    if !page.starts[offset] {
      code.discover(linear, in: page)
      if page.starts[offset] {
        monitor.journal.end(.patch, monitor, reason: "scan", qualification: linear)
      } else {
        monitor.emulate(.patch, reason: "not decoded", qualification: linear)
      }
      return true
    }
    guard let site = page.sites[offset] else { return false }
    page.sites[offset]?.exits += 1
    monitor.emulate(.patch, reason: .named(site.reason.rawValue), qualification: linear)
    return true
  }

  // MARK: Under the oracle

  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) {
    (isAudited && monitor.guest.cpl != 3 ? .all : .none, false)
  }

  /// What a patch or a block does is the engine's own; whatever else is sensitive and executed by the
  /// hardware is evaluated both ways, and stands.
  package func handleSensitive(_ monitor: Monitor) {
    if stopped != nil { return leaveBlock(monitor) }
    if arrive(isBreakpoint: isAtBreakpoint(monitor), monitor) { return }
    guard let comparison = monitor.evaluateTwice(.machine, images) else { return }
    monitor.settleWrites()
    monitor.note(comparison, comparison.isSilentFailure ? Difference(comparison) : nil)
  }

  private func isAtBreakpoint(_ monitor: Monitor) -> Bool {
    let cs = monitor.guest.segment(SegmentSlot.cs)
    let linear = (cs.base &+ monitor.guest.rip) & 0xFFFF_FFFF
    guard let page = code?.page(linear, isBig: cs.attributes & Attributes.big != 0) else {
      return false
    }
    return page[Int(linear & 4095)] == PatchedPage.breakpoint
  }

  private static func isBreakpoint(_ cause: Interception.Cause) -> Bool {
    if case .interrupt(3, .softwareInt3) = cause { return true }
    return false
  }
}

extension Monitor {
  /// Who may use the machine's gate for INT3: ring 1 to reach the monitor that way, or nobody, so that it
  /// faults.
  func setBreakpointGate(privilege: UInt8) {
    let at = 3 * 8 + 5
    let rights = pool.pointer(MonitorLayout.idt).load(fromByteOffset: at, as: UInt8.self)
    pool.pointer(MonitorLayout.idt).storeBytes(
      of: rights & ~0x60 | privilege << 5, toByteOffset: at, as: UInt8.self)
  }
}
