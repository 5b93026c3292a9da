import BusKit
import X86

/// Counts changes of the machine's own state that the monitor has not consented to: the property that
/// Popek and Goldberg call resource control. For tests; without one nothing is looked at.
///
/// The hardware's state is taken down when the guest is let in, and compared when it comes out.
package final class ConsentWatch {
  /// Entries that were looked at, and of those the ones with a look at the monitor's memory.
  package private(set) var checks = 0
  package private(set) var memoryChecks = 0
  package private(set) var violationCount = 0
  /// The first few in words.
  package private(set) var violations: [String] = []

  /// The monitor's memory is compared at every so many entries.
  private let memoryPeriod: Int
  private var registers = SystemRegisters()
  private var debugRegisters: [UInt64] = []
  private var calls: ArchitecturalState.SystemCallRegisters?
  private var isV86 = false
  private var checksum: UInt64?

  package init(memoryPeriod: Int = 1) { self.memoryPeriod = memoryPeriod }

  /// The guest is about to be let in.
  func begin(_ monitor: Monitor) {
    checks += 1
    registers = monitor.machine.systemRegisters
    let state = monitor.machine.architecturalState
    debugRegisters = state.debugRegisters
    calls = state.systemCalls
    isV86 = state.eflags & 1 << 17 != 0
    checkProgram(monitor, state)
    let looks = checks % memoryPeriod == 0
    checksum = looks ? Self.checksum(monitor.pool) : nil
    if looks {
      memoryChecks += 1
      if let flaw = monitor.paging.flaw() { report(flaw, monitor) }
    }
  }

  /// The guest has come out; nothing has been done about it yet.
  func end(_ monitor: Monitor) {
    let state = monitor.machine.architecturalState
    if monitor.machine.systemRegisters != registers {
      report("control or table registers have changed", monitor)
    }
    if state.debugRegisters != debugRegisters { report("debug registers have changed", monitor) }
    if let calls, !Self.areEqual(state.systemCalls, calls) {
      report("model-specific registers have changed", monitor)
    }
    if (state.eflags & 1 << 17 != 0) != isV86 { report("EFLAGS.VM has changed", monitor) }
    checkProgram(monitor, state)
    if let checksum, Self.checksum(monitor.pool) != checksum {
      report("the monitor's memory has changed", monitor)
    }
  }

  /// What has to hold whenever the guest's instructions are executed.
  private func checkProgram(_ monitor: Monitor, _ state: ArchitecturalState) {
    let cpl = monitor.machine.cpl
    if isV86 ? cpl != 3 : cpl != 1 && cpl != 3 { report("CPL is \(cpl)", monitor) }
    if state.eflags & 3 << 12 != 0 { report("IOPL is not 0", monitor) }
    if state.eflags & 1 << 9 == 0 { report("IF is 0", monitor) }
    let code = SegmentSlot.cs.rawValue
    for (index, segment) in state.segments.enumerated()
    where segment.attributes & Attributes.present != 0 || index == code {
      guard segment.selector & 0xFFFC != 0 || isV86 || index == code else { continue }
      let ring = segment.attributes >> Attributes.dplShift & 3
      if ring == 0 { report("segment register \(index) holds a descriptor of level 0", monitor) }
      // An engine's own code runs in segments that reach its own part of the hole.
      guard !MonitorLayout.engineSelectors.contains(segment.selector & 0xFFF8) else { continue }
      let limit = Compression.truncatedLimit(
        base: segment.base, limit: segment.limit, attributes: segment.attributes)
      if limit != segment.limit {
        report("segment register \(index) reaches the monitor", monitor)
      }
    }
  }

  private func report(_ what: String, _ monitor: Monitor) {
    violationCount += 1
    guard violations.count < 16 else { return }
    let state = monitor.machine.architecturalState
    violations.append(
      "\(what), at CS \(String(state.segments[1].selector, radix: 16)) EIP \(String(state.rip, radix: 16)), tick \(monitor.machine.currentTick)"
    )
  }

  private static func areEqual(
    _ a: ArchitecturalState.SystemCallRegisters, _ b: ArchitecturalState.SystemCallRegisters
  ) -> Bool {
    a.efer == b.efer && a.kernelGSBase == b.kernelGSBase && a.star == b.star && a.lstar == b.lstar
      && a.cstar == b.cstar && a.mask == b.mask && a.sysenterCS == b.sysenterCS
      && a.sysenterESP == b.sysenterESP && a.sysenterEIP == b.sysenterEIP
  }

  /// Of the hole's pages: tables and patches. Translated code keeps its own data behind these.
  private static func checksum(_ pool: MonitorPool) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    for page in 0..<MonitorLayout.translations.lowerBound {
      let pointer = pool.pointer(page)
      for offset in stride(from: 0, to: GuestRAM.pageSize, by: 8) {
        let word = pointer.load(fromByteOffset: offset, as: UInt64.self)
        sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
        sum = sum &<< 31 | sum &>> 33
      }
    }
    return sum
  }
}
