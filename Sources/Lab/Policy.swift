import BusKit
import X86
import X86Decode

/// What no virtual machine may do. Everything else that traps is either legal, and executed on the virtual
/// processor, or a fault of the guest's own, and delivered to it; which of the two, the virtual processor
/// finds out by executing it. The remaining few reach beyond the virtual machine: there is nothing to
/// emulate them on, and ignoring them would be a lie. They end the guest, and nobody else.
public enum Violation: Equatable, Sendable, CustomStringConvertible {
  /// CR3, or an entry above the last level, names a frame where the guest has no memory, and the table
  /// there is used. What stands in it nobody could watch; on hardware it would be whatever the bus
  /// holds, a device's registers included.
  case pageTable(frame: UInt64)
  /// WRMSR loads a microcode update: into the processor that all machines share.
  case microcode(register: UInt32)

  public var description: String {
    switch self {
    case .pageTable(let frame):
      "it uses a page table at \(Self.hex(frame << 12)), where it has no memory"
    case .microcode(let register):
      "it loads a microcode update (WRMSR \(Self.hex(UInt64(register))))"
    }
  }

  private static func hex(_ value: UInt64) -> String {
    String(value, radix: 16, uppercase: true) + "h"
  }
}

/// The rules by which ``Violation``s are recognised.
enum Policy {
  /// Looks at an instruction that the virtual processor is about to execute for the guest. One that
  /// would fault is no violation: the guest gets its fault.
  static func violation(_ instruction: Instruction, on guest: CPU) -> Violation? {
    guard instruction.operation == .wrmsr, guest.cpl == 0 else { return nil }
    let register: UInt32 = guest.register(.rcx)
    return register == microcodeRegister(guest.model) ? .microcode(register: register) : nil
  }

  /// IA32_BIOS_UPDT_TRIG of the P6 and its successors, PATCH_LOADER of AMD's; nil for models without
  /// one, where such a write is the guest's #GP.
  private static func microcodeRegister(_ model: ProcessorModel) -> UInt32? {
    switch model {
    case .pentium3, .x86_64: 0x79
    case .x86_64AMD: 0xC001_0020
    default: nil
    }
  }

  /// Looks at the tables that a walk for a linear address goes through.
  static func violation(_ linear: UInt64, _ walk: GuestWalk) -> Violation? {
    guard walk.isPaging, let directory = walk.directoryFrame(linear) else { return nil }
    guard walk.isMemory(directory) else { return .pageTable(frame: directory) }
    guard let entry = walk.directoryEntry(linear), entry & GuestWalk.present != 0,
      !walk.isLarge(entry)
    else { return nil }
    let table = (entry & 0x000F_FFFF_FFFF_F000) >> 12
    return walk.isMemory(table) ? nil : .pageTable(frame: table)
  }
}
