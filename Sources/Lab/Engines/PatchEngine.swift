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
  private var knownEntry: UInt64 = 0
  private var finalMap = PatchMap()

  package init() {}

  /// What is patched at present, or was at the end.
  package var patchMap: PatchMap { code?.map ?? finalMap }

  package func attach(to monitor: Monitor) {
    let code = PatchedCode(monitor)
    self.code = code
    monitor.machine.fetchTranslations = FetchTranslations()
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
    monitor.setBreakpointGate(privilege: 0)
  }

  /// In the kernel's tables all data is the user's, so the hardware's SMAP is off; a guest that has turned
  /// it on has its kernel interpreted.
  package func plan(_ monitor: Monitor) -> Plan {
    let plan = monitor.standardPlan()
    let guest = monitor.guest
    if plan == .direct, guest.cr4 & 1 << 21 != 0, guest.cpl != 3 { return .interpret(.engine) }
    return plan
  }

  package func willEnter(_ monitor: Monitor) {
    guard monitor.machine.cpl != 3 else { return }
    let isBig = monitor.guest.segment(SegmentSlot.cs).attributes & Attributes.big != 0
    if isBig != self.isBig {
      self.isBig = isBig
      monitor.machine.dropFetchTranslations()
    }
  }

  package func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor) {
    code?.changed(frame, offset..<offset + byteCount)
  }

  package func handle(_ interception: Interception, _ monitor: Monitor) -> Bool {
    guard let code, monitor.machine.cpl != 3, Self.isBreakpoint(interception.cause) else {
      return false
    }
    let cs = monitor.guest.segment(SegmentSlot.cs)
    let linear = (cs.base &+ interception.rip) & 0xFFFF_FFFF
    guard let page = code.page(linear, isBig: cs.attributes & Attributes.big != 0) else {
      return false
    }
    let offset = Int(linear & 4095)
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
