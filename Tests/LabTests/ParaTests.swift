import BusKit
import Lab
import Testing
import X86

/// The hypercall interface, by a guest of a few instructions.
struct ParaTests {
  private typealias Guest = ParaGuest
  private static let mask = ParaGuest.shared
  private static let pending = ParaGuest.shared + 4
  private static let handler: UInt32 = 0x21_000
  private static let timer: UInt8 = 0x20
  private static let mark = ParaGuest.free

  /// INC dword [address].
  private static func increment(_ address: UInt32) -> [UInt8] {
    [0xFF, 0x05] + ParaGuest.bytes(address)
  }
  /// MOV byte [address], value.
  private static func store(_ value: UInt8, _ address: UInt32) -> [UInt8] {
    [0xC6, 0x05] + ParaGuest.bytes(address) + [value]
  }
  private static func call(_ call: Hypercall, _ b: UInt32 = 0, _ c: UInt32 = 0) -> [UInt8] {
    ParaGuest.set(0, call.rawValue) + ParaGuest.set(3, b) + ParaGuest.set(1, c)
      + ParaGuest.hypercall
  }
  /// PUSH EAX, MOV EAX, iret, INT 82h.
  private static let iret: [UInt8] = [0x50] + ParaGuest.set(0, 2) + ParaGuest.hypercall

  /// Attached, with a gate for a vector that leads to code which counts and returns.
  private func withHandler(_ vector: UInt8, flags: UInt32 = 5) -> ParaGuest {
    let guest = Guest.attached()
    guest.ram.write(Int(Self.handler), bytes: Self.increment(Self.mark) + Self.iret)
    guest.write(Guest.list, [UInt32(vector) | flags << 8 | 0x0009_0000, Self.handler])
    #expect(guest.ask(.setTrapTable, Guest.list, 1) == 0)
    guest.cpu.acknowledgeInterrupt = { [unowned guest] in
      guest.cpu.setInterruptRequest(false)
      return vector
    }
    return guest
  }

  @Test("Nobody answers the port for a guest that has no monitor, and INT 82h is the guest's own")
  func discovery() {
    let guest = ParaGuest()
    guest.run(Guest.discovery + Guest.here)
    #expect(guest.register(.rax) == 0x5650_3152)
    let alone = ParaGuest()
    alone.monitor.use(NaiveEngine())
    alone.run(Guest.discovery + Guest.here)
    #expect(alone.register(.rax) == 0xFFFF_FFFF)
    // Another port, and another width, are the board's.
    let other = ParaGuest()
    other.run([0x66, 0xBA, 0x51, 0x52, 0xED] + Guest.here)
    #expect(other.register(.rax) == 0xFFFF_FFFF)
    #expect(other.engine.counts.calls.isEmpty)
  }

  @Test("The mask byte is the interrupt flag: no exit opens or closes it")
  func maskByte() {
    let guest = withHandler(Self.timer)
    guest.cpu.setInterruptRequest(true)
    guest.run(Guest.here)
    #expect(guest.read(Self.mark) == 0)
    #expect(guest.read(Self.pending) == 1)
    let exits = guest.journal.counts.total
    // The byte opens, the pending word is seen, and the next hypercall lets the interrupt in.
    guest.run(
      Self.store(0, Self.mask) + Self.call(.schedOp, 1) + Self.store(1, Self.mask) + Guest.here)
    #expect(guest.read(Self.mark) == 1)
    #expect(guest.ram.read(Int(Self.mask)) as UInt8 == 1)
    #expect(guest.cpu.controlFlags & 0x200 == 0)
    // One hypercall, and the handler's iret.
    #expect(guest.journal.counts.total == exits + 2)
    #expect(guest.engine.counts.emulated.isEmpty)
  }

  @Test("A handler runs masked, and iret opens the mask")
  func interrupts() {
    let guest = withHandler(Self.timer)
    guest.ram.write(
      Int(Self.handler),
      bytes: Self.increment(Self.mark) + [0xA0] + Guest.bytes(Self.mask) + [0xA2]
        + Guest.bytes(Self.mark + 4) + Self.iret)
    guest.run(Self.store(0, Self.mask) + Guest.here)
    guest.cpu.setInterruptRequest(true)
    guest.go()
    #expect(guest.read(Self.mark) == 1)
    #expect(guest.read(Self.mark + 4) == 1)
    #expect(guest.ram.read(Int(Self.mask)) as UInt8 == 0)
    guest.cpu.setInterruptRequest(true)
    guest.go()
    #expect(guest.read(Self.mark) == 2)
  }

  @Test("The frame of a trap shows the kernel's own selector, and ring 1")
  func frames() {
    let guest = withHandler(0x40, flags: 1)
    // POP the frame: EIP, CS, EFLAGS.
    guest.ram.write(Int(Self.handler), bytes: [0x5B, 0x59, 0x5A] + Guest.here)
    guest.run([0xCD, 0x40])
    #expect(guest.register(.rbx) == Guest.code + 2)
    #expect(guest.register(.rcx) == 0x09)
    #expect(guest.register(.rdx) & 0x200 == 0)
    #expect(guest.engine.counts.softwareInterrupts == 1)
  }

  @Test("Ring 3 and back: stack_switch names the stack, INT 82h is not for processes")
  func rings() {
    let guest = withHandler(0x40, flags: 7)
    #expect(guest.ask(.stackSwitch, 0x11, Guest.stack - 0x100) == 0)
    guest.ram.write(Int(Self.handler), bytes: [0x89, 0xE6] + Guest.here)
    // Everything is the supervisor's so far: the user's code and stack, and the table above them.
    let user: UInt32 = 0x40_000
    for page in [user, user + 0x1000] {
      #expect(guest.ask(.updateVAMapping, page, page | 7, 1) == 0)
    }
    #expect(guest.update(Guest.directory, Guest.table | 7) == 0)
    guest.ram.write(Int(user), bytes: [0xCD, 0x40])
    // PUSH SS, ESP, EFLAGS, CS, EIP.
    let frame: [UInt32] = [0x23, user + 0x2000, 0x202, 0x1B, user]
    guest.run(frame.flatMap { [0x68] + Guest.bytes($0) } + Self.iret)
    #expect(guest.cpu.cpl == 1)
    #expect(guest.register(.rsi) == Guest.stack - 0x100 - 20)
    #expect(guest.read(Guest.stack - 0x100 - 16) == 0x1B)
    #expect(guest.read(Guest.stack - 0x100 - 12) & 0x200 == 0x200)
    // The same with INT 82h: #GP for the process, and the handler of 13 gets its error code.
    guest.write(Guest.list, [13 | 5 << 8 | 0x0009_0000, Self.handler])
    #expect(guest.ask(.setTrapTable, Guest.list, 1) == 0)
    guest.ram.write(Int(user), bytes: Guest.hypercall)
    let calls = guest.engine.counts.calls
    guest.run(frame.flatMap { [0x68] + Guest.bytes($0) } + Self.iret)
    #expect(guest.register(.rsi) == Guest.stack - 0x100 - 24)
    #expect(guest.read(Guest.stack - 0x100 - 24) == 0x82 * 8 + 2)
    #expect(guest.engine.counts.calls[.iret] == (calls[.iret] ?? 0) + 1)
    #expect(guest.engine.isConsistent)
  }

  @Test("What privileged instructions do in ring 1 they do to a paravirtual guest: #GP")
  func privileged() {
    for program: [UInt8] in [
      [0x0F, 0x22, 0xD8], [0x0F, 0x22, 0xC0], [0x0F, 0x01, 0x15, 0, 0, 0, 0], [0xF4],
      [0x0F, 0x06], [0x0F, 0x21, 0xC0], [0x0F, 0x01, 0x38],
    ] {
      let guest = withHandler(13)
      // The error code is taken off, and the run ends in the handler.
      guest.ram.write(Int(Self.handler), bytes: [0x58] + Self.increment(Self.mark) + Guest.here)
      let cr3 = guest.cpu.cr3
      guest.run(program + Guest.here)
      #expect(guest.read(Self.mark) == 1)
      #expect(guest.cpu.cr3 == cr3)
      #expect(guest.engine.counts.emulated.isEmpty)
    }
  }

  @Test("A page fault arrives with its address in the shared page")
  func pageFaults() {
    let guest = withHandler(14)
    guest.ram.write(Int(Self.handler), bytes: [0x5B] + Guest.here)
    guest.run([0xA1] + Guest.bytes(0x1234_5678))
    #expect(guest.register(.rbx) == 0)
    #expect(guest.read(Guest.shared + 8) == 0x1234_5678)
    // A store to a page table.
    guest.run([0xA3] + Guest.bytes(Guest.table + 0x40))
    #expect(guest.register(.rbx) == 3)
    #expect(guest.read(Guest.shared + 8) == Guest.table + 0x40)
    // The monitor lies behind every segment's end.
    let stopped = withHandler(13)
    stopped.ram.write(Int(Self.handler), bytes: [0x5B] + Guest.here)
    stopped.run([0xA1] + Guest.bytes(0xFFC0_0000))
    #expect(stopped.register(.rbx) == 0)
    #expect(stopped.cpu.rip >= UInt64(Self.handler))
  }

  @Test("Event channels: masked, pending, delivered by the callback")
  func events() {
    let guest = Guest.attached()
    guest.ram.write(
      Int(Self.handler),
      bytes: Self.increment(Self.mark) + [0xC7, 0x05] + Guest.bytes(Self.pending)
        + Guest.bytes(0) + Self.iret)
    #expect(guest.ask(.setCallbacks, 0x09, Self.handler) == 0)
    #expect(guest.ask(.eventChannelOp, 1, 5) == 0)
    #expect(guest.ask(.eventChannelOp, 1, 0) < 0)
    #expect(guest.ask(.eventChannelOp, 1, 32) < 0)
    #expect(guest.read(Self.pending) == 1 << 5)
    guest.run(Guest.here)
    #expect(guest.read(Self.mark) == 0)
    guest.run(Self.store(0, Self.mask) + Self.call(.schedOp, 1) + Guest.here)
    #expect(guest.read(Self.mark) == 1)
    #expect(guest.read(Self.pending) == 0)
    // The channel's own mask.
    guest.write(Guest.shared + 12, [1 << 7])
    guest.run(Self.call(.eventChannelOp, 1, 7) + Guest.here)
    #expect(guest.read(Self.mark) == 1)
    #expect(guest.ask(.eventChannelOp, 2, Guest.list) == 0)
    #expect(guest.read(Guest.list) == 1 << 7)
  }

  @Test("Blocked, the processor sleeps until an interrupt; shutdown leaves by the exit port")
  func scheduling() {
    let guest = withHandler(Self.timer)
    guest.run(Self.call(.schedOp, 2) + Self.increment(Self.mark + 4) + Guest.here)
    #expect(guest.cpu.isHalting)
    #expect(guest.read(Self.mark + 4) == 0)
    guest.cpu.setInterruptRequest(true)
    guest.go()
    #expect(guest.read(Self.mark) == 1)
    #expect(guest.read(Self.mark + 4) == 1)
    #expect(guest.ask(.schedOp, 9) < 0)
    let exit = ExitLatch()
    guest.ports.map(0xF6...0xF6, to: exit)
    #expect(guest.ask(.schedOp, 4, 42) == 0)
    #expect(exit.value == 42)
  }

  @Test("Many calls in one; each has its own answer")
  func multicall() {
    let guest = Guest.attached()
    let entry = guest.entry(Guest.free)
    guest.write(Guest.list + 0x100, [entry, Guest.free | 1])
    guest.write(
      Guest.list,
      [Hypercall.mmuUpdate.rawValue, Guest.list + 0x100, 1, 0, 0, 0, 99, 0]
        + [Hypercall.stackSwitch.rawValue, 0x10, 0x1000, 0, 0, 0, 99, 0]
        + [Hypercall.multicall.rawValue, Guest.list, 1, 0, 0, 0, 99, 0]
        + [Hypercall.taskSwitched.rawValue, 1, 0, 0, 0, 0, 99, 0])
    #expect(guest.ask(.multicall, Guest.list, 4) == 0)
    #expect(guest.read(entry) == Guest.free | 1)
    let answers = (0..<4 as Range<UInt32>).map {
      Int32(bitPattern: guest.read(Guest.list + $0 * 32 + 24))
    }
    #expect(
      answers == [
        0, -Int32(Refusal.badArgument.code), -Int32(Refusal.unknownCall.code), 0,
      ])
    #expect(guest.cpu.cr0 & 8 == 8)
  }

  @Test("Arguments that point nowhere, or at the monitor, are refused")
  func pointers() {
    let guest = Guest.attached()
    for address: UInt32 in [0x4000_0000, 0xFFC0_0000, 0xFFFF_FFFC, Guest.list + 1, 0xA_0000] {
      #expect(guest.ask(.mmuUpdate, address, 1) == -Int32(Refusal.badAddress.code))
      #expect(guest.ask(.mmuextOp, address, 1) == -Int32(Refusal.badAddress.code))
      #expect(guest.ask(.setTrapTable, address, 1) == -Int32(Refusal.badAddress.code))
      #expect(guest.ask(.multicall, address, 1) == -Int32(Refusal.badAddress.code))
    }
    #expect(guest.ask(.mmuUpdate, Guest.list, 0xFFFF_FFFF) == -Int32(Refusal.badArgument.code))
    #expect(guest.ask(.setGDT, 0xFFBF_FFF8, 2) == -Int32(Refusal.badArgument.code))
    // The number done may not go where the guest could not write.
    #expect(guest.ask(.mmuUpdate, Guest.list, 0, Guest.table) == -Int32(Refusal.badAddress.code))
    // Gates and stacks of other rings.
    guest.write(Guest.list, [0x40 | 0x0008_0500, Self.handler])
    #expect(guest.ask(.setTrapTable, Guest.list, 1) < 0)
    guest.write(Guest.list, [0x40 | 0x0009_0500, 0xFFC0_0000])
    #expect(guest.ask(.setTrapTable, Guest.list, 1) < 0)
    guest.write(Guest.list, [0x82 | 0x0009_0500, Self.handler])
    #expect(guest.ask(.setTrapTable, Guest.list, 1) < 0)
    #expect(guest.ask(.stackSwitch, 0x10, 0x1000) < 0)
    #expect(guest.ask(.stackSwitch, 0x11, 0xFFC0_0004) < 0)
    #expect(guest.ask(.attach, Guest.shared, Guest.directory, 1) < 0)
    // A number that there is not.
    guest.run(Guest.set(0, 77) + Guest.hypercall + Guest.here)
    #expect(Int32(bitPattern: guest.register(.rax)) == -Int32(Refusal.unknownCall.code))
  }

  @Test("A frame that iret cannot use is a fault of the hypercall's, with nothing changed")
  func badFrames() {
    let guest = withHandler(13)
    guest.ram.write(Int(Self.handler), bytes: [0x5B, 0x59] + Guest.here)
    // CS of ring 0.
    let frame: [UInt32] = [0x202, 0x08, Guest.code]
    let program = frame.flatMap { [0x68] + Guest.bytes($0) } + Self.iret
    guest.run(program)
    #expect(guest.register(.rbx) == 0x08)
    #expect(guest.register(.rcx) == Guest.code + UInt32(program.count) - 2)
    #expect(guest.cpu.cpl == 1)
  }

  @Test("A guest that gets itself into ring 0 by another way is ended")
  func illegal() {
    let guest = Guest.attached()
    guest.cpu.cpl = 0
    guest.run(Guest.here)
    #expect(guest.engine.isCondemned)
    #expect(guest.cpu.isInShutdown)
    // Reset, it is an ordinary guest again.
    guest.cpu.reset()
    guest.go(100)
    #expect(!guest.engine.isAttached)
    #expect(!guest.engine.isCondemned)
  }
}

private final class ExitLatch: PortDevice {
  var value: UInt8?
  func readPort(_ offset: UInt16) -> UInt8 { 0xFF }
  func peekPort(_ offset: UInt16) -> UInt8 { 0xFF }
  func writePort(_ offset: UInt16, _ value: UInt8) { self.value = value }
}
