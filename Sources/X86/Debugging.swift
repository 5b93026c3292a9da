import X86Decode

/// Breakpoints of the debug registers. Watching costs nothing when nobody does: code breakpoints make
/// the run loop step, data breakpoints keep the TLB empty so that every access passes here.
/// Source: Intel 80386 PRM, ch. 12; Intel SDM vol. 3, 18.2.
extension CPU {

  /// DR7 may have changed.
  func updateWatching() {
    let control = UInt64(debugControl)
    var data = false
    var code = false
    var ports = false
    if control & 0xFF != 0 {
      for n in 0..<4 as Range<UInt64> where control >> (2 * n) & 3 != 0 {
        switch control >> (16 + 4 * n) & 3 {
        case 0: code = true
        case 1, 3: data = true
        // Without CR4.DE this kind means nothing.
        default: ports = ports || cr4 & CR4.de != 0
        }
      }
    }
    if data != watchesData { flushEveryEntry() }
    watchesData = data
    watchesCode = code
    watchesPorts = ports
  }

  func noteDebugStatus(_ bits: UInt64) {
    let at = Field.debugRegisters + 6 * 8
    state.setField(at, state.field(at, as: UInt64.self) | bits)
  }

  /// The DR6 bits of the enabled code breakpoints at the instruction pointer.
  func codeBreakpoint() -> UInt64? {
    let linear = wrapped(state.base(.cs) &+ rip)
    let hits = matching(linear, 1) { $0 == 0 }
    return hits == 0 ? nil : hits
  }

  /// A data access: breakpoints on it trap after the instruction.
  @inline(__always) func noteDataAccess(_ linear: UInt64, _ byteCount: Int, writing: Bool) {
    guard watchesData else { return }
    pendingDebug |= matching(linear, UInt64(byteCount)) { $0 == 3 || ($0 == 1 && writing) }
  }

  /// An access to an I/O port: as ``noteDataAccess(_:_:writing:)``.
  func notePortAccess(_ port: UInt16, _ byteCount: Int) {
    guard watchesPorts else { return }
    pendingDebug |= matching(UInt64(port), UInt64(byteCount)) { $0 == 2 }
  }

  /// The bytes that a breakpoint's LEN field covers; eight came with long mode.
  private func breakpointLength(_ field: UInt64) -> UInt64 {
    switch field & 3 {
    case 0: 1
    case 1: 2
    case 2 where features.contains(.longMode): 8
    default: 4
    }
  }

  /// The DR6 bits of an access that meets an enabled breakpoint: then also those of disabled ones that
  /// it meets (Intel SDM vol. 3, 18.2.3 leaves them open; processors set them).
  private func matching(
    _ linear: UInt64, _ byteCount: UInt64, _ condition: (UInt64) -> Bool
  ) -> UInt64 {
    let control = UInt64(debugControl)
    var hits: UInt64 = 0
    var isEnabled = false
    for n in 0..<4 as Range<UInt64> where condition(control >> (16 + 4 * n) & 3) {
      let length = breakpointLength(control >> (18 + 4 * n))
      let start =
        state.field(Field.debugRegisters + Int(n) * 8, as: UInt64.self) & ~(length &- 1)
      guard start < linear &+ byteCount, linear < start &+ length else { continue }
      hits |= 1 << n
      isEnabled = isEnabled || control >> (2 * n) & 3 != 0
    }
    return isEnabled ? hits : 0
  }
}
