import BusKit
import X86
import X86Decode

/// Paravirtualisation: the kernel knows that it is in ring 1 and asks the monitor instead of trying.
///
/// A kernel finds the monitor by a port (``ParaInterface/discoveryPort``) and attaches itself by its first
/// hypercall. From then on
/// - the virtual processor *is* in ring 1, with IOPL 1: traps and interrupts are delivered natively
///   through an interrupt table and a task state segment that the monitor keeps in a page of the guest's
///   RAM which the guest can only read;
/// - CLI and STI are stores to the mask byte of the shared page, which is brought in line with the
///   virtual IF whenever the hardware is entered and left;
/// - the hardware walks the guest's own page tables: guest-physical is machine-physical, and
///   ``ParaFrames`` sees to it that every entry in them is one that the monitor has approved of.
///
/// Before that, and for guests that never ask, the engine is the elegant one's: all sensitive instructions
/// trap.
package final class ParaEngine: Engine {
  package let kind = EngineKind.para

  enum Stage { case unaware, discovered, attached }

  /// What has been asked for, and what became of it.
  package struct Counts: Equatable, Sendable {
    package var calls: [Hypercall: Int] = [:]
    package var refusals: [Refusal: Int] = [:]
    package var pageTableUpdates = 0
    /// mmu_update hypercalls by the number of their updates.
    package var batches: [Int: Int] = [:]
    package var faults = 0
    package var ports = 0
    package var softwareInterrupts = 0
    /// Entries of tables in use that a device has written over, and that were put back.
    package var tamperedTables = 0
    /// What trapped and was emulated since the guest attached itself, ports and programmed interrupts
    /// apart: a ported kernel has none.
    package var emulated: [X86Decode.Operation: Int] = [:]
  }

  private(set) var stage = Stage.unaware
  package internal(set) var counts = Counts()
  var frames: ParaFrames?
  /// Physical addresses of the shared page and of the one behind it.
  var shared = 0
  var tables = 0
  /// The physical address of the page directory in use.
  var root: UInt32 = 0
  var descriptorFrames: (gdt: [UInt32], ldt: [UInt32]) = ([], [])
  var hasEventCallback = false
  /// The mask byte as it was when it last agreed with the virtual IF.
  private var agreedMask: UInt8 = 1
  package private(set) var isCondemned = false

  package init() {}

  package var isAttached: Bool { stage == .attached }

  /// Whether the counts of references are what the tables in use make them; of a frame that a table
  /// register or CR3 relies on there may be more.
  package var isConsistent: Bool {
    guard let frames else { return true }
    return frames.isConsistent
  }

  /// What a frame of the guest's is used as, in a word, and how many rely on that.
  package func use(ofFrame frame: UInt32) -> (kind: String, count: Int) {
    guard let frames else { return ("none", 0) }
    return ("\(frames[frame].kind)", Int(frames[frame].typeCount))
  }

  package func detach(from monitor: Monitor) { abandon(monitor) }

  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) {
    stage == .attached ? (.none, false) : (.all, true)
  }

  package var directRoot: UInt64? { stage == .attached ? UInt64(root) : nil }

  package func plan(_ monitor: Monitor) -> Plan {
    guard stage != .unaware else { return monitor.standardPlan() }
    if monitor.guest.cr0 & 1 == 0, stage == .attached { abandon(monitor) }
    if stage == .attached, !isIntact(monitor.guest) { condemn(monitor) }
    return isCondemned ? .engine : monitor.standardPlan()
  }

  /// Only for a guest that has been stopped: it executes nothing more.
  package func run(_ monitor: Monitor, to target: Ticks) {
    guard !isCondemned else { return }
    monitor.runDirectly(to: target)
  }

  /// Whether the virtual processor's state is one that hypercalls lead to. By other ways (SYSENTER, the
  /// A20 gate) it could become one for which the hardware's tables are not made.
  private func isIntact(_ guest: CPU) -> Bool {
    guest.cpl != 0 && !guest.isV86 && !guest.isLongMode && guest.cr0 & 0x8001_0001 == 0x8001_0001
      && guest.cr3 == UInt64(root) && guest.cr4 & 0x20 == 0 && guest.passesA20
  }

  /// The guest did what no paravirtual guest may do: it ends, like a processor that shuts down.
  private func condemn(_ monitor: Monitor) {
    isCondemned = true
    monitor.guest.shutDown()
    monitor.journal.end(.conflict, monitor, reason: "illegal: ring 0 or tables of its own")
  }

  // MARK: Attaching

  func attach(_ frames: ParaFrames, root: UInt32, shared: Int, tables: Int) {
    stage = .attached
    self.frames = frames
    self.root = root
    self.shared = shared
    self.tables = tables
    descriptorFrames = ([], [])
    hasEventCallback = false
    isCondemned = false
    agreedMask = 1
    counts = Counts()
  }

  /// The guest has started anew, or another engine takes over.
  private func abandon(_ monitor: Monitor) {
    guard stage != .unaware else { return }
    stage = .unaware
    isCondemned = false
    for frame in frames?.tables ?? [] { monitor.paging.stopTracing(UInt64(frame), .code) }
    frames = nil
    monitor.machine.memory.showsDevices = false
    for vector in 0...255 { setMachineGate(UInt8(vector), ring: 0, monitor) }
    monitor.paging.reset()
    monitor.forget()
  }

  /// Who may use INT n is decided by the machine's own gate.
  func setMachineGate(_ vector: UInt8, ring: UInt8, _ monitor: Monitor) {
    monitor.pool.pointer(MonitorLayout.idt).storeBytes(
      of: 0x8E | ring << 5, toByteOffset: Int(vector) * 8 + 5, as: UInt8.self)
  }

  // MARK: The shared page

  package func willEnter(_ monitor: Monitor) {
    guard stage == .attached else { return }
    reconcile(monitor)
    let ram = monitor.guest.memory.ram
    let pending: UInt32 = ram.read(shared + ParaInterface.Shared.pending)
    let wanted = pending & ~1 | (monitor.guest.isInterruptRequested ? 1 : 0)
    if wanted != pending { ram.write(shared + ParaInterface.Shared.pending, wanted) }
    let address = UInt32(truncatingIfNeeded: monitor.guest.faultAddress)
    if ram.read(shared + ParaInterface.Shared.faultAddress) != address {
      ram.write(shared + ParaInterface.Shared.faultAddress, address)
    }
  }

  package func didLeave(_ monitor: Monitor) {
    if stage == .attached { reconcile(monitor) }
  }

  /// Brings the mask byte and the virtual IF together: whichever has changed since they agreed is right,
  /// and the guest's own store has the last word.
  func reconcile(_ monitor: Monitor) {
    let ram = monitor.guest.memory.ram
    let mask: UInt8 = ram.read(shared + ParaInterface.Shared.mask)
    if mask != agreedMask {
      agreedMask = mask
      if mask == 0 {
        monitor.guest.controlFlags |= Self.interruptFlag
      } else {
        monitor.guest.controlFlags &= ~Self.interruptFlag
      }
      return
    }
    let isOpen = monitor.guest.controlFlags & Self.interruptFlag != 0
    guard isOpen != (mask == 0) else { return }
    agreedMask = isOpen ? 0 : 1
    ram.write(shared + ParaInterface.Shared.mask, agreedMask)
  }

  static let interruptFlag: UInt32 = 1 << 9
  static let resumeFlag: UInt32 = 1 << 16

  // MARK: Exits

  package func handle(_ interception: Interception, _ monitor: Monitor) -> Bool {
    switch interception.cause {
    case .fault(let fault):
      return stage == .attached ? handle(fault, monitor) : handleDiscovery(fault, monitor)
    case .interrupt(let vector, _):
      guard stage == .attached else { return false }
      if vector == ParaInterface.vector {
        perform(monitor)
      } else {
        counts.softwareInterrupts += 1
        monitor.emulate(.interrupt, reason: .interrupt(vector))
      }
      return true
    case .sensitive: return false
    }
  }

  private func handle(_ fault: Fault, _ monitor: Monitor) -> Bool {
    guard let linear = fault.linearAddress, fault.vector == 14 else {
      // Devices are the board's, reached by ports; all else faults for the guest as well.
      guard isPortAccess(monitor) else { return false }
      counts.ports += 1
      monitor.emulate(.device, reason: "port")
      return true
    }
    guard linear < MonitorLayout.hole else { return false }
    counts.faults += 1
    let code = fault.errorCode ?? 0
    do throws(Fault) {
      _ = try monitor.guest.translate(
        linear, writing: code & 2 != 0, user: code & 4 != 0, fetching: code & 16 != 0)
    } catch {
      monitor.emulate(.trueFault, reason: "#PF", qualification: linear)
      return true
    }
    // The tables allow it: the hardware knew an older translation.
    monitor.machine.dropTranslations(page: linear)
    if monitor.isStuck(monitor.guest.rip, linear) {
      monitor.emulate(.hidden, reason: "page", qualification: linear)
    } else {
      monitor.journal.end(.hidden, monitor, reason: "old translation", qualification: linear)
    }
    return true
  }

  package func emulated(_ instruction: Instruction?, hasFaulted: Bool, _ monitor: Monitor) {
    guard stage == .attached, !hasFaulted, let operation = instruction?.operation else { return }
    switch operation {
    case .in, .out, .ins, .outs, .int, .int3, .into: break
    default: counts.emulated[operation, default: 0] += 1
    }
  }

  private func isPortAccess(_ monitor: Monitor) -> Bool {
    guard monitor.guest.cpl != 3 else { return false }
    switch instruction(monitor).operation {
    case .in, .out, .ins, .outs: return true
    default: return false
    }
  }

  private func instruction(_ monitor: Monitor) -> Instruction {
    let isBig = monitor.guest.segment(SegmentSlot.cs).attributes & Attributes.big != 0
    return monitor.guest.decodingModel.decode(
      monitor.instructionBytes(), codeSize: isBig ? 4 : 2,
      isRealOrV86: monitor.guest.cr0 & 1 == 0 || monitor.guest.isV86)
  }

  /// IN EAX, DX from the port that nobody has. A kernel that reads the signature knows of the monitor, and
  /// INT 82h is the monitor's from then on.
  private func handleDiscovery(_ fault: Fault, _ monitor: Monitor) -> Bool {
    let guest = monitor.guest
    guard fault.vector == 13 else { return false }
    // Every INT traps until then.
    if stage == .discovered, guest.cr0 & 1 != 0, !guest.isV86, guest.cpl == 0,
      Array(monitor.instructionBytes().prefix(2)) == [0xCD, ParaInterface.vector]
    {
      perform(monitor)
      return true
    }
    guard guest.register(.rdx) == ParaInterface.discoveryPort else {
      return false
    }
    let instruction = instruction(monitor)
    guard instruction.operation == .in, instruction.operands.1.kind != .immediate,
      instruction.operandSize == 4
    else { return false }
    stage = .discovered
    guest.setRegister(.rax, UInt64(ParaInterface.signature))
    guest.rip = guest.rip &+ UInt64(instruction.length)
    monitor.spendGuestTime(Self.discoveryClocks)
    monitor.journal.end(.hypercall, monitor, reason: "discovery")
    return true
  }

  /// What the guest's clock goes on by: as an IN outside ring 0 on the i486 (30 clocks, protected mode).
  private static let discoveryClocks: Ticks = 30

  // MARK: Watched frames

  func watch(_ frame: UInt32, _ isTable: Bool, _ monitor: Monitor) {
    if isTable {
      monitor.paging.trace(UInt64(frame), .code)
    } else {
      monitor.paging.stopTracing(UInt64(frame), .code)
    }
  }

  /// Neither the guest nor its virtual processor can write a page table; a device that it sends there
  /// can.
  package func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor) {
    guard let frames,
      frames.restore(UInt32(truncatingIfNeeded: frame), offset: offset, byteCount: byteCount)
    else { return }
    counts.tamperedTables += 1
    monitor.machine.dropTranslations()
    monitor.guest.dropTranslations()
  }
}
