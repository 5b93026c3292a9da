import BusKit
import X86Decode

/// Memory as cold code sees it: segmented and linear accesses with every check, in the
/// architecture's order. Handlers use the TLB directly and come here only when it does not know.
extension CPU {
  /// CPL 3 accesses are user accesses; descriptor tables, TSS and gate stacks are read as supervisor.
  var isUser: Bool { cpl == 3 }

  /// Linear access through paging and A20, any alignment, RAM, ROM or device.
  /// - Throws: a page fault; nothing is written in that case.
  func readLinear<W: OperandWidth>(
    _ linear: UInt64, as: W.Type = W.self, user: Bool
  ) throws(Fault) -> W {
    fatalError("skeleton")
  }

  func writeLinear<W: OperandWidth>(_ linear: UInt64, _ value: W, user: Bool) throws(Fault) {
    fatalError("skeleton")
  }

  /// Throws what writing (or reading) `byteCount` bytes would throw, and writes nothing but A/D bits.
  func probeLinear(_ linear: UInt64, byteCount: Int, writing: Bool, user: Bool) throws(Fault) {
    fatalError("skeleton")
  }

  /// Segment check (presence, type, limit, expand-down) and translation to a linear address.
  /// `offset` has already wrapped at the address size.
  /// - Throws: #SS(0) for SS, #GP(0) otherwise.
  func linearAddress(
    _ slot: SegmentSlot, _ offset: UInt64, byteCount: Int, writing: Bool
  ) throws(Fault) -> UInt64 {
    fatalError("skeleton")
  }

  /// A data access of the running program at its CPL.
  func read<W: OperandWidth>(
    _ slot: SegmentSlot, _ offset: UInt64, as: W.Type = W.self
  ) throws(Fault) -> W {
    let linear = try linearAddress(slot, offset, byteCount: W.bitWidth / 8, writing: false)
    return try readLinear(linear, user: isUser)
  }

  func write<W: OperandWidth>(
    _ slot: SegmentSlot, _ offset: UInt64, _ value: W
  ) throws(Fault) {
    let linear = try linearAddress(slot, offset, byteCount: W.bitWidth / 8, writing: true)
    try writeLinear(linear, value, user: isUser)
  }

  /// Drops cached translations; `global` is for later models.
  func flushTLB() {}
  func flushTLB(page linear: UInt64) {}
  /// CPL has become 3: translations that only the supervisor may use are dropped.
  func leaveSupervisor() {}
}
