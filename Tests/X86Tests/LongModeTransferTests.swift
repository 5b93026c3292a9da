import BusKit
import Testing
import X86
import X86Decode

/// Gates, far transfers, returns and segment loads in long mode.
@Suite struct LongModeTransferTests {
  // MARK: Interrupts

  @Test func interruptAlwaysPushesStackPointer() throws {
    let bench = try SystemBench.long()
    let rsp = bench.rsp
    #expect(bench.cpu.interrupt(vector: 0x80, source: .external))
    #expect(bench.cpu.rip == 0x8800)
    // Aligned to 16 bytes before the five pushes.
    #expect(bench.rsp == (rsp & ~15) - 40)
    #expect(bench.longStack(5) == [0x4000, 8, 2, rsp, 0x10])
    #expect(bench.selector(.ss) == 0x10)
  }

  @Test func interruptToInnerLevelNullsSS() throws {
    let bench = try SystemBench.long(ring: 3)
    bench.cpu.state.eflags = 0x202
    #expect(bench.cpu.interrupt(vector: 0x82, source: .softwareInt))
    #expect(bench.cpu.cpl == 0)
    #expect(bench.selector(.ss) == 0)
    #expect(bench.rsp == UInt64(SystemBench.stack0) - 40)
    #expect(
      bench.longStack(5) == [0x4000, 0x2B, 0x202, UInt64(SystemBench.stack3) - 0x48, 0x33])
    // A trap gate leaves IF alone.
    #expect(bench.cpu.state.eflags == 0x202)
    bench.enterLong(ring: 3)
    #expect(bench.cpu.interrupt(vector: 0x83, source: .softwareInt))
    #expect(bench.cpu.cpl == 1)
    #expect(bench.selector(.ss) == 1)
    #expect(bench.rsp == UInt64(SystemBench.stack1) - 40)
  }

  @Test func interruptStackTable() throws {
    for ring in [0, 3] as [UInt8] {
      let bench = try SystemBench.long(ring: ring)
      let rsp = bench.rsp
      #expect(bench.cpu.interrupt(vector: 2, source: .nmi))
      #expect(bench.rsp == SystemBench.interruptStack - 40)
      #expect(bench.longStack(5)[3] == rsp)
      #expect(bench.selector(.ss) == (ring == 0 ? 0x10 : 0))
    }
  }

  @Test func errorCodes() throws {
    let bench = try SystemBench.long(ring: 3)
    func int(_ vector: UInt8, _ source: InterruptSource = .softwareInt) -> String {
      bench.outcome { c throws(Fault) in
        try c.deliver(vector: vector, source: source, errorCode: nil, returnRIP: c.rip)
      }
    }
    // DPL; a gate that is none; not present; beyond the table.
    #expect(int(0x80) == "#0D(0402)")
    #expect(int(0x90) == "#0D(0482)")
    bench.setLongGate(0x90, 8, 0x8000, access: 0x6E)
    #expect(int(0x90) == "#0B(0482)")
    #expect(int(0x90, .external) == "#0B(0483)")
    bench.cpu.idtr = TableRegister(base: UInt64(SystemBench.idt), limit: 0x90 * 16 + 14)
    #expect(int(0x90) == "#0D(0482)")
    // 286 gates and task gates do not exist; the handler must be 64-bit code.
    bench.cpu.idtr = TableRegister(base: UInt64(SystemBench.idt), limit: 0xFFF)
    for access in [0xE5, 0xE6, 0xE7, 0xEC] as [UInt8] {
      bench.setLongGate(0x90, 8, 0x8000, access: access)
      #expect(int(0x90) == "#0D(0482)")
    }
    for selector in [LongSelector.code32, LongSelector.contradictory, LongSelector.data0] {
      bench.setLongGate(0x90, selector, 0x8000, access: 0xEE)
      #expect(int(0x90) == "#0D(\(SystemBench.hex(UInt32(selector), 4)))")
    }
    bench.setLongGate(0x90, 8, 1 << 47, access: 0xEE)
    #expect(int(0x90) == "#0D(0000)")
    #expect(int(0x90, .external) == "#0D(0001)")
    // Inner stacks: not canonical, beyond the TSS.
    bench.ram.write(SystemBench.tss + 4, 1 << 47 | 0x1000 as UInt64)
    #expect(int(0x82) == "#0C(0000)")
    var tr = bench.cpu.segment(.tr)
    tr.limit = 10
    bench.cpu.setSegment(.tr, tr)
    #expect(int(0x82) == "#0A(0038)")
    #expect(int(0x82, .external) == "#0A(0039)")
  }

  @Test func exceptionWithErrorCode() throws {
    let bench = try SystemBench.long()
    let rsp = bench.rsp
    #expect(bench.cpu.raise(Fault(vector: 13, errorCode: 0x18), at: 0x4000))
    #expect(bench.rsp == (rsp & ~15) - 48)
    #expect(bench.longStack(6) == [0x18, 0x4000, 8, 0x1_0002, rsp, 0x10])
  }

  // MARK: IRET

  @Test func iretqPopsStackPointerAlways() throws {
    let bench = try SystemBench.long()
    bench.longPush(0x5000, 8, 0x3202, 0x7777_0000_1234, 0x10)
    try bench.cpu.interruptReturn(operandSize: 8)
    #expect(bench.cpu.rip == 0x5000)
    #expect(bench.rsp == 0x7777_0000_1234)
    #expect(bench.cpu.state.eflags == 0x3202)
    // To level 3; a null SS below it.
    bench.enterLong(ring: 0)
    bench.longPush(0x5000, 0x2B, 2, 0x6000, 0x33)
    try bench.cpu.interruptReturn(operandSize: 8)
    #expect(bench.cpu.cpl == 3 && bench.selector(.ss) == 0x33)
    bench.enterLong(ring: 0)
    bench.longPush(0x5000, 0x19, 2, 0x6000, 1)
    try bench.cpu.interruptReturn(operandSize: 8)
    #expect(bench.cpu.cpl == 1 && bench.selector(.ss) == 1)
  }

  @Test func iretRefusals() throws {
    let bench = try SystemBench.long()
    func iret(_ values: (UInt64, UInt64, UInt64, UInt64, UInt64)) -> String {
      bench.enterLong(ring: 0)
      bench.longPush(values.0, values.1, values.2, values.3, values.4)
      return bench.outcome { c throws(Fault) in try c.interruptReturn(operandSize: 8) }
    }
    #expect(iret((0x5000, 0x2B, 2, 0x6000, 0)) == "#0D(0000)")
    #expect(iret((0x5000, 0x2B, 2, 0x6000, 0x30)) == "#0D(0030)")
    #expect(iret((1 << 47, 8, 2, 0x6000, 0x10)) == "#0D(0000)")
    #expect(iret((0x5000, 0, 2, 0x6000, 0x10)) == "#0D(0000)")
    #expect(iret((0x5000, 0x80, 2, 0x6000, 0x10)) == "#0D(0080)")
    // A null SS will not do for compatibility mode.
    #expect(iret((0x5000, 0x68, 2, 0x6000, 0)) == "#0D(0000)")
    bench.enterLong(ring: 0)
    bench.cpu.state.eflags = 0x4002
    #expect(
      bench.outcome { c throws(Fault) in try c.interruptReturn(operandSize: 8) } == "#0D(0000)")
  }

  @Test func iretToCompatibilityMode() throws {
    let bench = try SystemBench.long()
    bench.longPush(0xFFFF_FFFF_0000_5000, 0x73, 2, 0x9_0000_6000, 0x33)
    try bench.cpu.interruptReturn(operandSize: 8)
    #expect(bench.cpu.rip == 0x5000 && bench.rsp == 0x6000)
    #expect(bench.cpu.isLongMode && !bench.cpu.is64Bit && bench.cpu.cpl == 3)
    // VM in the image is ignored; IRETD in compatibility mode pops three or five items.
    bench.enterCompatibility(ring: 0)
    bench.push(0x5000, 0x68, 0x2_0002)
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(!bench.cpu.isV86 && bench.rsp == UInt64(SystemBench.stack0) - 0x48)
    bench.push(0x5000, 8, 2)
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(bench.cpu.is64Bit)
  }

  // MARK: Far transfers

  @Test func callGate() throws {
    let bench = try SystemBench.long(ring: 3)
    bench.ram.write(SystemBench.gdt + Int(LongSelector.callGate) + 8, 0 as UInt64)
    try bench.cpu.callFar(selector: LongSelector.callGate | 3, offset: 0, operandSize: 4)
    #expect(bench.cpu.cpl == 0 && bench.cpu.rip == 0x9000 && bench.selector(.ss) == 0)
    #expect(
      bench.longStack(4) == [0x4000, 0x2B, UInt64(SystemBench.stack3) - 0x48, 0x33])
    try bench.cpu.returnFar(operandSize: 8, release: 0)
    #expect(bench.cpu.cpl == 3 && bench.cpu.rip == 0x4000)
    // At level 0 the same gate changes no stack.
    bench.enterLong(ring: 0)
    let rsp = bench.rsp
    try bench.cpu.callFar(selector: LongSelector.callGate, offset: 0, operandSize: 4)
    #expect(bench.rsp == rsp - 16 && bench.longStack(2) == [0x4000, 8])
  }

  @Test func callGateRefusals() throws {
    let bench = try SystemBench.long(ring: 3)
    let at = SystemBench.gdt + Int(LongSelector.callGate)
    func call(_ selector: UInt16 = LongSelector.callGate) -> String {
      bench.outcome { c throws(Fault) in
        try c.callFar(selector: selector, offset: 0, operandSize: 8)
      }
    }
    // The second half's type must be 0; its address must be canonical.
    bench.ram.write(at + 8, 0x12 << 40 as UInt64)
    #expect(call() == "#0D(0058)")
    bench.ram.write(at + 8, 0x8000 as UInt64)
    #expect(call() == "#0D(0000)")
    bench.ram.write(at + 8, 0 as UInt64)
    bench.setDescriptor(
      LongSelector.callGate, SystemBench.gate(LongSelector.code32, 0x9000, access: 0xEC))
    #expect(call() == "#0D(0068)")
    // 286 gates, task gates and TSSs are nothing to call.
    for access in [0xE4, 0xE5, 0xE9] as [UInt8] {
      bench.setDescriptor(LongSelector.callGate, SystemBench.gate(8, 0x9000, access: access))
      #expect(call() == "#0D(0058)")
    }
    bench.setDescriptor(LongSelector.callGate, SystemBench.gate(8, 0x9000, access: 0x6C))
    #expect(call() == "#0B(0058)")
    bench.setDescriptor(LongSelector.callGate, SystemBench.gate(8, 0x9000, access: 0xEC))
    bench.cpu.gdtr = TableRegister(base: UInt64(SystemBench.gdt), limit: 0x66)
    #expect(call() == "#0D(0058)")
  }

  @Test func betweenModes() throws {
    let bench = try SystemBench.long()
    try bench.cpu.jumpFar(selector: LongSelector.code32, offset: 0x5000, operandSize: 4)
    #expect(bench.cpu.isLongMode && !bench.cpu.is64Bit && bench.cpu.rip == 0x5000)
    try bench.cpu.jumpFar(selector: LongSelector.code0, offset: 0x6000, operandSize: 4)
    #expect(bench.cpu.is64Bit)
    #expect(
      bench.outcome { c throws(Fault) in
        try c.jumpFar(selector: LongSelector.contradictory, offset: 0, operandSize: 8)
      } == "#0D(0080)")
    #expect(
      bench.outcome { c throws(Fault) in
        try c.jumpFar(selector: LongSelector.code0, offset: 1 << 47, operandSize: 8)
      } == "#0D(0000)")
    // A far call from 64-bit code pushes as its operand size says.
    let rsp = bench.rsp
    try bench.cpu.callFar(selector: LongSelector.code0, offset: 0x6000, operandSize: 8)
    #expect(bench.rsp == rsp - 16 && bench.longStack(2) == [0x6000, 8])
    bench.rsp = rsp
    try bench.cpu.callFar(selector: LongSelector.code32, offset: 0x5000, operandSize: 4)
    #expect(bench.rsp == rsp - 8 && bench.stack(2) == [0x6000, 8])
    try bench.cpu.returnFar(operandSize: 4, release: 0)
    #expect(bench.cpu.rip == 0x6000)
  }

  // MARK: Segment loads

  @Test func nullStackSegment() throws {
    for (ring, selector, expected) in [
      (0, 0, "ok"), (0, 1, "#0D(0000)"), (1, 1, "ok"), (1, 0, "#0D(0000)"), (3, 3, "#0D(0000)"),
    ] as [(UInt8, UInt16, String)] {
      let bench = try SystemBench.long(ring: ring)
      #expect(
        bench.outcome { c throws(Fault) in try c.loadSegment(.ss, selector) } == expected)
    }
    let bench = try SystemBench.long()
    bench.enterCompatibility(ring: 0)
    #expect(bench.outcome { c throws(Fault) in try c.loadSegment(.ss, 0) } == "#0D(0000)")
  }

  @Test func nullSelectorsAndBases() throws {
    for (model, kept) in [(.x86_64, 0), (.x86_64AMD, 0x7F00_0000_0000)]
      as [(ProcessorModel, UInt64)]
    {
      let bench = try SystemBench.long(model)
      try bench.cpu.writeModelSpecific(0xC000_0100, 0x7F00_0000_0000)
      try bench.cpu.loadSegment(.fs, 0)
      #expect(bench.cpu.segment(.fs).base == kept)
      // A return to level 3 leaves a base without a selector alone.
      try bench.cpu.writeModelSpecific(0xC000_0101, 0x1234_5678_9ABC)
      bench.longPush(0x5000, 0x2B, 2, 0x6000, 0x33)
      try bench.cpu.interruptReturn(operandSize: 8)
      #expect(bench.cpu.segment(.gs).base == 0x1234_5678_9ABC)
      #expect(
        try bench.supervisor { c throws(Fault) in try c.readModelSpecific(0xC000_0101) }
          == 0x1234_5678_9ABC)
    }
  }

  @Test func systemDescriptorsOfSixteenBytes() throws {
    let bench = try SystemBench.long()
    let at = SystemBench.gdt + Int(LongSelector.ldt)
    bench.ram.write(at + 8, 0xFFFF_8000 as UInt64)
    try bench.cpu.loadLDTR(LongSelector.ldt)
    #expect(bench.cpu.segment(.ldtr).base == 0xFFFF_8000_0000_0000 | UInt64(SystemBench.ldt))
    func lldt() -> String {
      bench.outcome { c throws(Fault) in try c.loadLDTR(LongSelector.ldt) }
    }
    bench.ram.write(at + 8, 0x8000 as UInt64)
    #expect(lldt() == "#0D(0048)")
    bench.ram.write(at + 8, 1 << 40 as UInt64)
    #expect(lldt() == "#0D(0048)")
    bench.cpu.gdtr = TableRegister(base: UInt64(SystemBench.gdt), limit: 0x56)
    bench.ram.write(at + 8, 0 as UInt64)
    #expect(lldt() == "#0D(0048)")
    // LTR marks busy, and does so once.
    #expect(
      bench.outcome { c throws(Fault) in try c.loadTR(LongSelector.tss) } == "#0D(0038)")
  }

  @Test func looking() throws {
    let bench = try SystemBench.long()
    let cpu = bench.cpu
    #expect(try cpu.accessRights(LongSelector.code0) == 0x00AF_9A00)
    #expect(try cpu.accessRights(LongSelector.tss) == 0x0000_8B00)
    #expect(try cpu.accessRights(LongSelector.callGate) == 0x0000_EC00)
    #expect(try cpu.segmentLimit(LongSelector.tss) == 0xFF)
    #expect(try cpu.segmentLimit(LongSelector.callGate) == nil)
    // Types that long mode lacks.
    for access in [0x81, 0x84, 0x85] as [UInt8] {
      bench.setDescriptor(LongSelector.free, SystemBench.gate(8, 0, access: access))
      #expect(try cpu.accessRights(LongSelector.free) == nil)
    }
  }
}

extension SystemBench {
  /// Runs an action at level 0.
  func supervisor<R>(_ action: (CPU) throws(Fault) -> R) throws(Fault) -> R {
    let level = cpu.cpl
    cpu.cpl = 0
    defer { cpu.cpl = level }
    return try action(cpu)
  }
}
