import X86

/// Whether the guest's instructions may be executed as they are, or have to be translated.
///
/// The decision of Bugnion, Devine, Rosenblum, Sugerman and Wang ("Bringing Virtualization to the x86
/// Architecture with the Original VMware Workstation", ACM TOCS 30(4), 2012, fig. 2): direct execution is
/// right exactly where nothing sensitive can fail silently. It is a pure function, so that a table of all
/// its inputs can be looked at.
package enum DecisionFunction {
  /// What the decision depends on.
  package struct Inputs: Equatable, Hashable, Sendable {
    /// CR0.PE.
    package var isProtected: Bool
    /// EFLAGS.VM.
    package var isV86: Bool
    /// The guest's IOPL and CPL, 0 to 3.
    package var iopl: UInt8
    package var cpl: UInt8
    /// EFLAGS.IF.
    package var acceptsInterrupts: Bool
    /// Bit n: segment register n (ES CS SS DS FS GS) can be loaded again from a shadow table and would be
    /// the same.
    package var shadowed: UInt8

    package init(
      isProtected: Bool, isV86: Bool, iopl: UInt8, cpl: UInt8, acceptsInterrupts: Bool,
      shadowed: UInt8
    ) {
      self.isProtected = isProtected
      self.isV86 = isV86
      self.iopl = iopl
      self.cpl = cpl
      self.acceptsInterrupts = acceptsInterrupts
      self.shadowed = shadowed
    }

    /// Whether a processor can be in this state: virtual-8086 mode is a mode of protected mode and runs at
    /// CPL 3, real mode at CPL 0.
    package var isConsistent: Bool {
      if isV86 { return isProtected && cpl == 3 }
      return isProtected || cpl == 0
    }
  }

  /// The verdict, with the first reason that led to it.
  package enum Reason: String, CaseIterable, Codable, Sendable {
    case virtual8086 = "VM = 1"
    case userCode = "CPL above IOPL, IF = 1, all segments shadowed"
    case realMode = "PE = 0"
    case ioPrivilege = "IOPL >= CPL"
    case interruptsOff = "IF = 0"
    case es = "ES is not shadowed"
    case cs = "CS is not shadowed"
    case ss = "SS is not shadowed"
    case ds = "DS is not shadowed"
    case fs = "FS is not shadowed"
    case gs = "GS is not shadowed"

    /// Whether it speaks for direct execution.
    package var isDirect: Bool { self == .virtual8086 || self == .userCode }

    fileprivate static let segments: [Reason] = [.es, .cs, .ss, .ds, .fs, .gs]
  }

  package static let allShadowed: UInt8 = 0b11_1111

  package static func decide(_ inputs: Inputs) -> Reason {
    guard inputs.isProtected else { return .realMode }
    // In virtual-8086 mode every sensitive instruction traps, and no segment has a descriptor.
    if inputs.isV86 { return .virtual8086 }
    if inputs.iopl >= inputs.cpl { return .ioPrivilege }
    guard inputs.acceptsInterrupts else { return .interruptsOff }
    for (index, reason) in Reason.segments.enumerated()
    where inputs.shadowed & 1 << UInt8(index) == 0 { return reason }
    return .userCode
  }
}

extension DecisionFunction {
  /// The inputs as the virtual processor stands. Segments are looked at only where they matter.
  static func inputs(_ monitor: Monitor) -> Inputs {
    let guest = monitor.guest
    let flags = guest.controlFlags
    var inputs = Inputs(
      isProtected: guest.cr0 & 1 != 0, isV86: guest.isV86, iopl: UInt8(flags >> 12 & 3),
      cpl: guest.cpl, acceptsInterrupts: flags & 1 << 9 != 0, shadowed: allShadowed)
    if inputs.isProtected, !inputs.isV86, inputs.iopl < inputs.cpl, inputs.acceptsInterrupts {
      inputs.shadowed = shadowed(monitor)
    }
    return inputs
  }

  /// Which segment registers the tables would load just so again (the specification's "reversible").
  private static func shadowed(_ monitor: Monitor) -> UInt8 {
    monitor.refreshDescriptors()
    var bits: UInt8 = 0
    for index in 0..<6 {
      guard let slot = SegmentSlot(rawValue: index) else { continue }
      let cache = monitor.guest.segment(slot)
      if cache.selector & 0xFFFC == 0 {
        // A null selector gives no access; what a return to CPL 3 has nulled is the same.
        if cache.attributes & Attributes.present == 0 { bits |= 1 << UInt8(index) }
        continue
      }
      guard let raw = monitor.descriptors.guestDescriptor(cache.selector) else { continue }
      var loaded = monitor.guest.understood(raw).cache(selector: cache.selector)
      loaded.attributes |= Attributes.accessed
      var known = cache
      known.attributes |= Attributes.accessed
      if loaded == known { bits |= 1 << UInt8(index) }
    }
    return bits
  }
}
