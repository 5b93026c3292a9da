import X86Decode

// MARK: Data segments and SS

extension CPU {
  /// MOV, POP and the LDS family: loads a segment register with every check.
  ///
  /// CS is loaded this way on the 8086 only (MOV CS, POP CS); the instruction stream goes on at the
  /// present offset in the new segment.
  /// - Throws: #GP, #NP, or #SS for SS, with the selector as error code; nothing is loaded then.
  /// - Source: Intel SDM vol. 2, MOV "Loading a segment register while in protected mode".
  package func loadSegment(_ register: SegmentRegister, _ selector: UInt16) throws(Fault) {
    if loadsSegmentsDirectly {
      setSegment(SegmentSlot(register), directCache(SegmentSlot(register), selector))
      return
    }
    switch register {
    case .cs: throw .invalidOpcode
    case .ss: setSegment(.ss, try stackSegment(selector))
    default:
      let slot = SegmentSlot(register)
      let cache =
        selector.isNullSelector
        ? nulled(slot, selector) : try dataSegment(selector, level: cpl, Fault.protection)
      setSegment(slot, cache)
    }
  }

  /// What a load gives in real or virtual-8086 mode.
  ///
  /// Real mode leaves limit and attributes as they are, which is what "unreal" mode lives on; only
  /// CS gets fixed values at each load on the 80286 to 80486. A cache that a null selector has made
  /// unusable becomes an ordinary real-mode segment.
  func directCache(_ slot: SegmentSlot, _ selector: UInt16) -> SegmentCache {
    var cache = segment(slot)
    if isV86 {
      cache.limit = 0xFFFF
      cache.attributes = SegmentCache.v86Attributes
    } else if slot == .cs || !cache.isPresent {
      cache.limit = 0xFFFF
      cache.attributes = SegmentCache.realModeAttributes
    }
    cache.selector = selector
    cache.base = UInt64(selector) << 4
    return cache
  }

  /// In 64-bit code below level 3 the null selector with CPL as its RPL is a stack segment too.
  private func stackSegment(_ selector: UInt16) throws(Fault) -> SegmentCache {
    if selector.isNullSelector, is64Bit, cpl < 3, selector.rpl == cpl { return .null(selector) }
    return try stackSegment(selector, level: cpl, Fault.protection)
  }

  /// Qualifies a selector for SS at privilege level `level`. `fault` is #GP for loads and returns,
  /// #TS for stack switches. Order: null, table limit, RPL, type, DPL, presence (#SS).
  func stackSegment(
    _ selector: UInt16, level: UInt8, _ fault: (UInt16) -> Fault
  ) throws(Fault) -> SegmentCache {
    guard !selector.isNullSelector else { throw fault(0) }
    let descriptor = try descriptor(selector, orThrow: fault)
    guard selector.rpl == level, descriptor.isWritable, descriptor.dpl == level else {
      throw fault(selector.selectorCode)
    }
    guard descriptor.isPresent else { throw .stack(selector.selectorCode) }
    try markAccessed(selector, descriptor)
    return descriptor.cache(selector: selector)
  }

  /// A null selector: AMD's long-mode processors leave the bases of FS and GS as they are.
  private func nulled(_ slot: SegmentSlot, _ selector: UInt16) -> SegmentCache {
    var cache = SegmentCache.null(selector)
    if model.isAMD, isLongMode, slot == .fs || slot == .gs { cache.base = state.base(slot) }
    return cache
  }

  /// Qualifies a selector for DS, ES, FS or GS. Null selectors give an unusable cache.
  /// Order: table limit, type, privilege (not for conforming code), presence (#NP).
  func dataSegment(
    _ selector: UInt16, level: UInt8, _ fault: (UInt16) -> Fault
  ) throws(Fault) -> SegmentCache {
    guard !selector.isNullSelector else { return .null(selector) }
    let descriptor = try descriptor(selector, orThrow: fault)
    guard descriptor.isReadable,
      descriptor.isConforming || max(level, selector.rpl) <= descriptor.dpl
    else { throw fault(selector.selectorCode) }
    guard descriptor.isPresent else { throw .notPresent(selector.selectorCode) }
    try markAccessed(selector, descriptor)
    return descriptor.cache(selector: selector)
  }

  /// After a return to an outer level: data segments that the new level may not use become null. Those
  /// that are null already keep their bases, which in long mode FS and GS have without a selector.
  func dropInaccessibleDataSegments() {
    let slots: [SegmentSlot] = model < .i80386 ? [.es, .ds] : [.es, .ds, .fs, .gs]
    for slot in slots {
      let cache = segment(slot)
      let isConforming =
        cache.isCode && cache.attributes & SegmentCache.expandDownOrConforming != 0
      if cache.isPresent, !isConforming, cache.dpl < cpl { setSegment(slot, nulled(slot, 0)) }
    }
  }
}

// MARK: LDTR and TR

extension CPU {
  /// LLDT. A null selector makes every use of the LDT fault.
  /// - Throws: #GP(0) outside level 0; #GP(selector) for a selector that is local, beyond the GDT or
  ///   not an LDT's; #NP(selector).
  package func loadLDTR(_ selector: UInt16) throws(Fault) {
    try requireSupervisor()
    setSegment(.ldtr, try localTable(selector, Fault.protection, absent: Fault.notPresent))
  }

  /// Qualifies a selector for LDTR; task switches throw #TS where LLDT throws #GP and #NP.
  func localTable(
    _ selector: UInt16, _ fault: (UInt16) -> Fault, absent: (UInt16) -> Fault
  ) throws(Fault) -> SegmentCache {
    guard !selector.isNullSelector else { return .null(selector) }
    guard !selector.isLocalSelector else { throw fault(selector.selectorCode) }
    var descriptor = try descriptor(selector, orThrow: fault)
    guard descriptor.systemType == .ldt else { throw fault(selector.selectorCode) }
    guard descriptor.isPresent else { throw absent(selector.selectorCode) }
    descriptor = try completed(descriptor, selector, orThrow: fault)
    guard isCanonical(descriptor.base) else { throw fault(selector.selectorCode) }
    return descriptor.cache(selector: selector)
  }

  /// LTR. Marks the TSS busy.
  /// - Throws: #GP(0) outside level 0 or for a null selector; #GP(selector) for a selector that is
  ///   local, beyond the GDT or not an available TSS's; #NP(selector).
  package func loadTR(_ selector: UInt16) throws(Fault) {
    try requireSupervisor()
    guard !selector.isNullSelector else { throw .protection(0) }
    guard !selector.isLocalSelector else { throw .protection(selector.selectorCode) }
    var descriptor = try descriptor(selector, orThrow: Fault.protection)
    guard descriptor.systemType?.isAvailableTSS == true else {
      throw .protection(selector.selectorCode)
    }
    guard descriptor.isPresent else { throw .notPresent(selector.selectorCode) }
    descriptor = try completed(descriptor, selector, orThrow: Fault.protection)
    guard isCanonical(descriptor.base) else { throw .protection(selector.selectorCode) }
    try setBusy(selector, true)
    var cache = descriptor.cache(selector: selector)
    cache.attributes |= 2
    setSegment(.tr, cache)
  }

  /// SLDT.
  package var ldtrSelector: UInt16 { state.selector(.ldtr) }
  /// STR.
  package var trSelector: UInt16 { state.selector(.tr) }
}

// MARK: Looking at selectors without loading them

extension CPU {
  /// LAR: bits 8 to 23 of the descriptor's high doubleword in place, or nil (ZF = 0) if the program
  /// may not see it.
  /// - Throws: page faults on the descriptor table only.
  package func accessRights(_ selector: UInt16) throws(Fault) -> UInt32? {
    guard let descriptor = try visibleDescriptor(selector) else { return nil }
    if descriptor.isSegment { return descriptor.accessRights }
    switch descriptor.systemType {
    case .availableTSS286, .busyTSS286, .availableTSS386, .busyTSS386, .ldt, .callGate286,
      .callGate386, .taskGate:
      return descriptor.accessRights
    default: return nil
    }
  }

  /// LSL: the limit in bytes, or nil (ZF = 0).
  package func segmentLimit(_ selector: UInt16) throws(Fault) -> UInt32? {
    guard let descriptor = try visibleDescriptor(selector) else { return nil }
    guard
      descriptor.isSegment || descriptor.systemType == .ldt
        || descriptor.systemType?.isTSS == true
    else { return nil }
    return descriptor.limit
  }

  /// VERR: ZF.
  package func mayRead(_ selector: UInt16) throws(Fault) -> Bool {
    try visibleDescriptor(selector)?.isReadable == true
  }

  /// VERW: ZF.
  package func mayWrite(_ selector: UInt16) throws(Fault) -> Bool {
    try visibleDescriptor(selector)?.isWritable == true
  }

  /// A descriptor that exists and that CPL and RPL allow to see; conforming code is always visible.
  private func visibleDescriptor(_ selector: UInt16) throws(Fault) -> Descriptor? {
    guard !selector.isNullSelector, let descriptor = try descriptor(selector) else { return nil }
    guard descriptor.isConforming || max(cpl, selector.rpl) <= descriptor.dpl else { return nil }
    return descriptor
  }

  /// ARPL: the destination with its RPL raised to the source's, or nil (ZF = 0) if it is not lower.
  package static func adjustedRPL(_ destination: UInt16, by source: UInt16) -> UInt16? {
    destination.rpl < source.rpl ? destination.withRPL(source.rpl) : nil
  }
}
