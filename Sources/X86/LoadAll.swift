import X86Decode

// LOADALL: the whole processor state from memory, hidden parts included. Undocumented at its time;
// the layouts are those of Intel's LOADALL notes for the 80286 and 80386.

extension CPU {
  /// LOADALL of the 80286 (0F 05): 102 bytes at physical address 800h.
  ///
  /// PE can be set but not cleared. Nothing is checked; what stands in the image is believed.
  /// - Throws: #GP(0) outside level 0.
  package func loadAll286() throws(Fault) {
    try requireSupervisor()
    let table: UInt64 = 0x800
    func word(_ offset: UInt64) throws(Fault) -> UInt16 {
      try readLinear(table + offset, user: false)
    }
    /// Base (24 bits), access rights, limit.
    func cache(_ offset: UInt64, selector: UInt16) throws(Fault) -> SegmentCache {
      let first: UInt32 = try readLinear(table + offset, user: false)
      return SegmentCache(
        selector: selector, base: UInt64(first & 0xFF_FFFF),
        limit: UInt32(try word(offset + 4)), attributes: UInt16(first >> 24))
    }
    let statusWord = UInt64(try word(0x06)) & 0xF
    state.setField(Field.cr0, statusWord | cr0 & CR0.pe)
    state.eflags = UInt32(try word(0x18)) & 0x7FD5
    rip = UInt64(try word(0x1A))
    let registers: [GeneralRegister] = [.rdi, .rsi, .rbp, .rsp, .rbx, .rdx, .rcx, .rax]
    for (index, register) in registers.enumerated() {
      setRegister(register, try word(0x26 + UInt64(index) * 2))
    }
    let segments: [(SegmentSlot, selector: UInt64, cache: UInt64)] = [
      (.es, 0x24, 0x36), (.cs, 0x22, 0x3C), (.ss, 0x20, 0x42), (.ds, 0x1E, 0x48),
      (.ldtr, 0x1C, 0x54), (.tr, 0x16, 0x60),
    ]
    for entry in segments {
      setSegment(entry.0, try cache(entry.cache, selector: try word(entry.selector)))
    }
    let gdt = try cache(0x4E, selector: 0)
    gdtr = TableRegister(base: gdt.base, limit: UInt16(truncatingIfNeeded: gdt.limit))
    let idt = try cache(0x5A, selector: 0)
    idtr = TableRegister(base: idt.base, limit: UInt16(truncatingIfNeeded: idt.limit))
    cpl = isProtected ? segment(.ss).dpl : 0
    flushTLB()
  }

  /// LOADALL of the 80386 (0F 07): 204 bytes at ES:EDI.
  /// - Throws: #GP(0) outside level 0; what reading the image throws. Nothing is committed then.
  package func loadAll386() throws(Fault) {
    try requireSupervisor()
    let start = UInt64(register(.rdi, as: UInt32.self))
    var image: [UInt32] = []
    for index in 0..<51 {
      image.append(try read(.es, linear(start, UInt64(index) * 4)))
    }
    state.setField(Field.cr0, UInt64(image[0]) & 0x8000_001F)
    state.eflags = image[1] & (writableFlags.rawValue | 0x7FD5 | EFlags.vm.rawValue)
    rip = UInt64(image[2])
    let registers: [GeneralRegister] = [.rdi, .rsi, .rbp, .rsp, .rbx, .rdx, .rcx, .rax]
    for (index, register) in registers.enumerated() { setRegister(register, image[3 + index]) }
    debugStatus = image[11]
    debugControl = image[12]
    // Selectors from offset 34h: TR LDTR GS FS DS SS CS ES. Caches from 54h: TR IDTR GDTR LDTR GS FS
    // DS SS CS ES, each access rights, base, limit.
    let slots: [(SegmentSlot, selector: Int, cache: Int)] = [
      (.tr, 13, 21), (.ldtr, 14, 30), (.gs, 15, 33), (.fs, 16, 36), (.ds, 17, 39), (.ss, 18, 42),
      (.cs, 19, 45), (.es, 20, 48),
    ]
    for entry in slots {
      setSegment(
        entry.0,
        SegmentCache(
          selector: UInt16(truncatingIfNeeded: image[entry.selector]),
          base: UInt64(image[entry.cache + 1]), limit: image[entry.cache + 2],
          attributes: UInt16(truncatingIfNeeded: image[entry.cache] >> 8) & 0xF0FF))
    }
    gdtr = TableRegister(base: UInt64(image[28]), limit: UInt16(truncatingIfNeeded: image[29]))
    idtr = TableRegister(base: UInt64(image[25]), limit: UInt16(truncatingIfNeeded: image[26]))
    if isV86 {
      cpl = 3
    } else {
      cpl = isProtected ? segment(.ss).dpl : 0
    }
    flushTLB()
  }
}
