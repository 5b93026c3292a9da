import BusKit
import Testing
import X86
import X86Decode

@Suite struct TaskSwitchTests {
  typealias Selector = SystemBench.Selector
  static let other: UInt16 = 0x68
  static let gate: UInt16 = 0x70

  /// The fields of a 386 TSS that these tests vary.
  struct Task {
    var eip: UInt32 = 0x7000
    var eflags: UInt32 = 2
    var esp: UInt32 = 0x6400
    var es: UInt16 = 0x33
    var cs: UInt16 = 0x2B
    var ss: UInt16 = 0x33
    var ds: UInt16 = 0x33
    var fs: UInt16 = 0
    var gs: UInt16 = 0x5B
    var ldt: UInt16 = 0x50
    var trap: UInt16 = 0
  }

  private func bench(_ task: Task = Task(), ring: UInt8 = 0, limit: UInt32 = 0x67) throws
    -> SystemBench
  {
    let bench = SystemBench()
    try bench.enterProtectedMode(ring: ring)
    bench.setDescriptor(
      Self.other,
      SystemBench.segment(
        base: UInt32(SystemBench.otherTSS), limit: limit, access: 0xE9, flags: 0))
    bench.setDescriptor(Self.gate, SystemBench.gate(Self.other, access: 0xE5))
    let at = SystemBench.otherTSS
    bench.ram.write(at + 0x1C, 0x1234_5000 as UInt32)
    bench.ram.write(at + 0x20, task.eip)
    bench.ram.write(at + 0x24, task.eflags)
    for index in 0..<8 { bench.ram.write(at + 0x28 + index * 4, 0xA000_0000 + UInt32(index)) }
    bench.ram.write(at + 0x38, task.esp)
    for (index, selector) in [task.es, task.cs, task.ss, task.ds, task.fs, task.gs, task.ldt]
      .enumerated()
    {
      bench.ram.write(at + 0x48 + index * 4, selector)
    }
    bench.ram.write(at + 0x64, task.trap)
    for (index, register) in GeneralRegister.allCases.prefix(8).enumerated()
    where register != .rsp {
      bench.cpu.setRegister(register, 0xB000_0000 + UInt32(index))
    }
    return bench
  }

  private func jump(_ bench: SystemBench, _ selector: UInt16 = other) -> String {
    bench.outcome { c throws(Fault) in
      try c.jumpFar(selector: selector, offset: 0xDEAD, operandSize: 4)
    }
  }
  private func call(_ bench: SystemBench, _ selector: UInt16 = other) -> String {
    bench.outcome { c throws(Fault) in
      try c.callFar(selector: selector, offset: 0xDEAD, operandSize: 4)
    }
  }
  private func isBusy(_ bench: SystemBench, _ selector: UInt16) -> Bool {
    bench.descriptor(selector) >> 41 & 1 != 0
  }

  @Test(arguments: [other, gate])
  func jumpSavesOneTaskAndLoadsTheOther(_ selector: UInt16) throws {
    let bench = try bench()
    bench.cpu.state.eflags = 0x4_0C93
    let esp = bench.esp
    #expect(jump(bench, selector) == "ok")
    // The new task.
    #expect(bench.cpu.trSelector == Self.other)
    #expect(bench.cpu.segment(.tr).attributes == 0xEB)
    #expect(bench.cpu.rip == 0x7000)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.cpu.state.eflags == 2)
    #expect(bench.esp == 0x6400)
    #expect(bench.cpu.register(.rdi, as: UInt32.self) == 0xA000_0007)
    #expect(bench.cpu.segment(.cs).attributes == 0xC0FB)
    #expect(bench.cpu.segment(.fs) == SegmentCache(selector: 0, base: 0, limit: 0, attributes: 0))
    #expect(bench.selector(.gs) == 0x5B)
    #expect(bench.cpu.ldtrSelector == 0x50)
    #expect(bench.cpu.cr0 & 8 != 0)
    // Without paging CR3 is not loaded.
    #expect(bench.cpu.cr3 == 0)
    // The old one.
    let old = SystemBench.tss
    #expect(bench.ram.read(old + 0x20, as: UInt32.self) == 0x4000)
    #expect(bench.ram.read(old + 0x24, as: UInt32.self) == 0x4_0C93)
    #expect(bench.ram.read(old + 0x38, as: UInt32.self) == esp)
    #expect(bench.ram.read(old + 0x44, as: UInt32.self) == 0xB000_0007)
    #expect(bench.ram.read(old + 0x4C, as: UInt16.self) == 8)
    #expect(bench.ram.read(old + 0x50, as: UInt16.self) == 0x10)
    #expect(bench.ram.read(old + 0x5C, as: UInt16.self) == 0x33)
    #expect(!isBusy(bench, Selector.tss))
    #expect(isBusy(bench, Self.other))
    #expect(bench.ram.read(SystemBench.otherTSS, as: UInt16.self) == 0)
  }

  @Test func callNestsAndIRETReturns() throws {
    let bench = try bench(ring: 3)
    #expect(call(bench) == "ok")
    #expect(bench.cpu.state.eflags == 0x4002)
    #expect(bench.ram.read(SystemBench.otherTSS, as: UInt16.self) == Selector.tss)
    #expect(isBusy(bench, Selector.tss))
    #expect(isBusy(bench, Self.other))
    bench.cpu.rip = 0x7010
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(bench.cpu.trSelector == Selector.tss)
    #expect(bench.cpu.rip == 0x4000)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.cpu.state.eflags == 2)
    #expect(isBusy(bench, Selector.tss))
    #expect(!isBusy(bench, Self.other))
    // NT is cleared in what IRET saves, and the saved EIP is behind the IRET.
    #expect(bench.ram.read(SystemBench.otherTSS + 0x24, as: UInt32.self) == 2)
    #expect(bench.ram.read(SystemBench.otherTSS + 0x20, as: UInt32.self) == 0x7010)
  }

  @Test func exceptionThroughATaskGate() throws {
    let bench = try bench(ring: 3)
    bench.setGate(13, SystemBench.gate(Self.other, access: 0x85))
    #expect(bench.cpu.raise(Fault(vector: 13, errorCode: 0x55AA), at: 0x3FFC))
    #expect(bench.cpu.trSelector == Self.other)
    #expect(bench.esp == 0x63FC)
    #expect(bench.stack(1) == [0x55AA])
    #expect(bench.ram.read(SystemBench.tss + 0x20, as: UInt32.self) == 0x3FFC)
    #expect(bench.ram.read(SystemBench.tss + 0x24, as: UInt32.self) == 0x1_0002)
    #expect(bench.cpu.state.eflags == 0x4002)
    // The task is busy now: the same exception again cannot enter it.
    #expect(
      bench.outcome { c throws(Fault) in
        try c.deliver(vector: 13, source: .exception, errorCode: 0, returnRIP: 0)
      } == "#0D(0069)")
  }

  @Test func privilegeAndPresence() throws {
    let bench = try bench(ring: 3)
    bench.setDescriptor(0x78, SystemBench.segment(limit: 0x67, access: 0x89, flags: 0))
    bench.setDescriptor(0x80, SystemBench.segment(limit: 0x67, access: 0x69, flags: 0))
    bench.setDescriptor(0x88, SystemBench.gate(0x10, access: 0xE5))
    bench.setDescriptor(0x90, SystemBench.gate(0, access: 0xE5))
    bench.setDescriptor(0x98, SystemBench.gate(Self.other, access: 0x65))
    bench.setDescriptor(0xA0, SystemBench.gate(0x3C, access: 0xE5))
    bench.setDescriptor(0xA8, SystemBench.gate(0x80, access: 0xE5))
    let before = bench.snapshot
    for (selector, expected) in [
      (0x78, "#0D(0078)"), (0x80, "#0B(0080)"), (0x88, "#0D(0010)"), (0x90, "#0D(0000)"),
      (0x98, "#0B(0098)"), (0xA0, "#0D(003C)"), (0xA8, "#0B(0080)"),
    ] as [(UInt16, String)] {
      #expect(jump(bench, selector) == expected)
      #expect(call(bench, selector) == expected)
    }
    #expect(bench.snapshot == before)
  }

  @Test func shortTSS() throws {
    let bench = try bench(limit: 0x66)
    let before = bench.snapshot
    #expect(jump(bench) == "#0A(0068)")
    #expect(bench.snapshot == before)
    #expect(isBusy(bench, Selector.tss))
  }

  /// A bad segment faults in the new task, at its EIP.
  @Test(
    arguments: [
      (Task(cs: 0), "#0A(0000)"), (Task(cs: 0x33), "#0A(0030)"), (Task(cs: 0x28), "#0A(0028)"),
      (Task(cs: 0x103), "#0A(0100)"), (Task(cs: 0x7B), "#0B(0078)"),
      (Task(ss: 0), "#0A(0000)"), (Task(ss: 0x10), "#0A(0010)"), (Task(ss: 0x83), "#0C(0080)"),
      (Task(ds: 0x10), "#0A(0010)"), (Task(ds: 0x83), "#0B(0080)"), (Task(es: 0x107), "#0A(0104)"),
      (Task(ldt: 0x38), "#0A(0038)"), (Task(ldt: 0x54), "#0A(0054)"),
      (Task(ldt: 0x88), "#0A(0088)"),
      (Task(ldt: 0), "ok"), (Task(eip: 0x1_0000, cs: 0x93), "#0D(0000)"),
    ] as [(Task, String)])
  func segmentsAreQualifiedInTheNewTask(_ task: Task, _ expected: String) throws {
    let bench = try bench(task)
    bench.setDescriptor(0x78, SystemBench.segment(access: 0x7A))
    bench.setDescriptor(0x80, SystemBench.segment(access: 0x72))
    bench.setDescriptor(0x88, SystemBench.segment(limit: 7, access: 0x02, flags: 0))
    bench.setDescriptor(0x90, SystemBench.segment(limit: 0xFFFF, access: 0xFA, flags: 4))
    var fault: Fault?
    do throws(Fault) {
      try bench.cpu.jumpFar(selector: Self.other, offset: 0, operandSize: 4)
    } catch {
      fault = error
    }
    #expect(bench.cpu.trSelector == Self.other)
    if expected == "ok" {
      #expect(fault == nil)
    } else {
      #expect(bench.outcome { _ throws(Fault) in throw fault! } == expected)
      #expect(fault?.returnRIP == UInt64(task.eip))
    }
  }

  @Test func faultInTheNewTaskIsHandledThere() throws {
    let bench = try bench(Task(ds: 0x83))
    bench.setDescriptor(0x80, SystemBench.segment(access: 0x72))
    bench.ram.write(SystemBench.otherTSS + 4, 0x6600 as UInt32)
    bench.ram.write(SystemBench.otherTSS + 8, Selector.data0)
    do throws(Fault) {
      try bench.cpu.jumpFar(selector: Self.other, offset: 0, operandSize: 4)
    } catch {
      #expect(bench.cpu.raise(error, at: 0x3FF9))
    }
    #expect(bench.cpu.rip == 0x80B0)
    #expect(bench.stack(6) == [0x80, 0x7000, 0x2B, 0x1_0002, 0x6400, 0x33])
    #expect(bench.cpu.segment(.ds).attributes == 0)
  }

  @Test func trapBit() throws {
    let bench = try bench(Task(trap: 1))
    try bench.cpu.moveToDR(7, 0x3FF)
    bench.ram.write(SystemBench.otherTSS + 4, 0x6600 as UInt32)
    bench.ram.write(SystemBench.otherTSS + 8, Selector.data0)
    bench.ram.write(0x8010, 0xF4 as UInt8)
    #expect(jump(bench) == "ok")
    // The local enables went with the old task.
    #expect(bench.cpu.debugControl == 0x6AA)
    #expect(bench.cpu.run(until: .max) == .asleep)
    #expect(bench.cpu.rip == 0x8011)
    #expect(bench.cpu.debugStatus == 0xFFFF_8FF0)
    // A trap, before the first instruction: RF is not set in its image.
    #expect(bench.stack(3) == [0x7000, 0x2B, 2])
  }

  @Test func virtual8086Task() throws {
    let bench = try bench(
      Task(eflags: 0x2_3202, es: 0x100, cs: 0x200, ss: 0x300, ds: 0x400, fs: 0x500, gs: 0x600))
    #expect(jump(bench) == "ok")
    #expect(bench.cpu.isV86)
    #expect(bench.cpu.cpl == 3)
    #expect(
      bench.cpu.segment(.ss)
        == SegmentCache(selector: 0x300, base: 0x3000, limit: 0xFFFF, attributes: 0xF3))
    // And out of it, through a task gate, to the first task.
    bench.setDescriptor(
      Selector.tss,
      SystemBench.segment(
        base: UInt32(SystemBench.tss), limit: 0xFF, access: 0x89, flags: 0))
    bench.setGate(0x20, SystemBench.gate(Selector.tss, access: 0x85))
    bench.cpu.rip = 0x123
    #expect(bench.cpu.interrupt(vector: 0x20, source: .external))
    #expect(!bench.cpu.isV86)
    #expect(bench.cpu.cpl == 0)
    #expect(bench.cpu.rip == 0x4000)
    #expect(bench.cpu.state.eflags == 0x4002)
    #expect(bench.ram.read(SystemBench.otherTSS + 0x24, as: UInt32.self) == 0x2_3202)
    try bench.cpu.interruptReturn(operandSize: 4)
    #expect(bench.cpu.isV86)
    #expect(bench.cpu.rip == 0x123)
    #expect(bench.cpu.segment(.gs).base == 0x6000)
  }

  // MARK: 80286 task state segments

  private func writeTask286(_ bench: SystemBench, at address: Int, code: UInt16, data: UInt16) {
    bench.ram.write(address + 0x0E, 0x7000 as UInt16)
    bench.ram.write(address + 0x10, 0x3202 as UInt16)
    for index in 0..<8 {
      bench.ram.write(address + 0x12 + index * 2, 0xA000 + UInt16(index))
    }
    for (index, selector) in [data, code, data, data, 0].enumerated() {
      bench.ram.write(address + 0x22 + index * 2, selector)
    }
  }

  @Test func the80286SwitchesTasks() throws {
    let bench = try SystemBench.protected286()
    let at = SystemBench.otherTSS
    bench.setDescriptor(
      Self.other, SystemBench.segment(base: UInt32(at), limit: 0x2B, access: 0x81, flags: 0))
    writeTask286(bench, at: at, code: 0x2B, data: 0x33)
    bench.cpu.setRegister(.rax, 0xBEEF as UInt16)
    try bench.cpu.callFar(selector: Self.other, offset: 0, operandSize: 2)
    #expect(bench.cpu.rip == 0x7000)
    #expect(bench.cpu.cpl == 3)
    #expect(bench.cpu.state.eflags == 0x7202)
    #expect(bench.cpu.register(.rax, as: UInt16.self) == 0xA000)
    #expect(bench.sp == 0xA004)
    #expect(bench.cpu.cr0 & 8 != 0)
    #expect(bench.ram.read(at, as: UInt16.self) == Selector.tss)
    #expect(bench.ram.read(SystemBench.tss + 0x0E, as: UInt16.self) == 0x4000)
    #expect(bench.ram.read(SystemBench.tss + 0x12, as: UInt16.self) == 0xBEEF)
    #expect(bench.ram.read(SystemBench.tss + 0x24, as: UInt16.self) == 8)
    try bench.cpu.interruptReturn(operandSize: 2)
    #expect(bench.cpu.cpl == 0)
    #expect(bench.cpu.rip == 0x4000)
    #expect(bench.cpu.register(.rax, as: UInt16.self) == 0xBEEF)
  }

  @Test func between386And286() throws {
    let bench = try bench(ring: 0)
    let at = SystemBench.otherTSS
    bench.setDescriptor(
      Self.other, SystemBench.segment(base: UInt32(at), limit: 0x2B, access: 0x81, flags: 0))
    writeTask286(bench, at: at, code: 0x2B, data: 0x33)
    #expect(jump(bench) == "ok")
    #expect(bench.cpu.register(.rax, as: UInt32.self) == 0xFFFF_A000)
    #expect(bench.selector(.fs) == 0)
    #expect(bench.selector(.gs) == 0)
    #expect(bench.cpu.segment(.tr).attributes == 0x83)
    bench.enter(ring: 0)
    #expect(jump(bench, Selector.tss) == "ok")
    #expect(bench.cpu.rip == 0x4000)
    #expect(bench.ram.read(at + 0x0E, as: UInt16.self) == 0x4000)
    #expect(!isBusy(bench, Self.other))
  }
}
