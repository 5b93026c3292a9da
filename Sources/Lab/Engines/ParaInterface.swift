// What a paravirtual kernel and the monitor have agreed on. docs/lab/hypercalls.md tells it to people,
// roms/lab/hypercalls.inc to the assembler.

/// The numbers in EAX at INT 82h.
package enum Hypercall: UInt32, CaseIterable, Sendable {
  case attach = 1
  case iret = 2
  case setTrapTable = 3
  case stackSwitch = 4
  case setCallbacks = 5
  case setGDT = 6
  case setLDT = 7
  case updateDescriptor = 8
  case mmuUpdate = 9
  case updateVAMapping = 10
  case mmuextOp = 11
  case taskSwitched = 12
  case schedOp = 13
  case eventChannelOp = 14
  case multicall = 15

  /// As the interface calls it.
  package var name: String {
    switch self {
    case .attach: "attach"
    case .iret: "iret"
    case .setTrapTable: "set_trap_table"
    case .stackSwitch: "stack_switch"
    case .setCallbacks: "set_callbacks"
    case .setGDT: "set_gdt"
    case .setLDT: "set_ldt"
    case .updateDescriptor: "update_descriptor"
    case .mmuUpdate: "mmu_update"
    case .updateVAMapping: "update_va_mapping"
    case .mmuextOp: "mmuext_op"
    case .taskSwitched: "task_switched"
    case .schedOp: "sched_op"
    case .eventChannelOp: "event_channel_op"
    case .multicall: "multicall"
    }
  }
}

/// Why a hypercall did not do what was asked. The code is in EAX then, negated.
package enum Refusal: String, Error, CaseIterable, Sendable {
  case unknownCall = "no such hypercall"
  case badAddress = "an argument's address"
  case badArgument = "an argument's value"
  case foreignFrame = "a frame that is not the guest's"
  case writableTable = "a writable mapping of a table"
  case wrongType = "a frame that is in use as something else"
  case monitorSlot = "the monitor's directory entry"
  case privilegedDescriptor = "a descriptor of ring 0, or of the system"
  case largePage = "a large page"
  case inUse = "a table that is in use"
  case unsupported = "a processor or mode without direct paging"

  package var code: UInt32 {
    switch self {
    case .unknownCall: 1
    case .badAddress: 2
    case .badArgument, .largePage: 3
    case .unsupported: 4
    case .inUse, .wrongType: 5
    case .foreignFrame, .writableTable, .monitorSlot, .privilegedDescriptor: 6
    }
  }
}

enum ParaInterface {
  static let vector: UInt8 = 0x82
  static let version: UInt32 = 1
  /// A doubleword read from here tells a kernel whether there is a monitor; without one nobody answers.
  static let discoveryPort: UInt16 = 0x5250
  /// "R1PV", the first letter in the low byte.
  static let signature: UInt32 = 0x5650_3152

  /// The page that the guest shares with the monitor, and writes.
  enum Shared {
    /// A byte: not 0 while no interrupt and no event is to be delivered.
    static let mask = 0
    /// Bit 0: the interrupt controller asks. Bits 1 to 31: event channels.
    static let pending = 4
    static let faultAddress = 8
    /// Set bits: event channels that only become pending.
    static let eventMask = 12
    static let signature = 16
    static let version = 20
  }

  /// The page behind it, which the guest can only read: the virtual processor's tables.
  enum Tables {
    static let idt = 0
    static let tss = 0x800
    static let tssLimit = 0x67
    static let gdt = 0x900
    static let gdtEntries = 5
    static let esp1 = tss + 12
    static let ss1 = tss + 16
  }

  /// Flat segments that are there until the guest has a table of its own.
  static let flatCode: UInt16 = 0x09
  static let flatData: UInt16 = 0x11
  /// In LDTR while the guest has an LDT; no table has this entry.
  static let localTable: UInt16 = 0xFFF8

  enum MMUExt {
    static let pinLevel1: UInt32 = 1
    static let pinLevel2: UInt32 = 2
    static let unpin: UInt32 = 3
    static let newBasePointer: UInt32 = 4
    static let flush: UInt32 = 5
    static let invalidatePage: UInt32 = 6
  }

  enum Schedule {
    static let yield: UInt32 = 1
    static let block: UInt32 = 2
    static let halt: UInt32 = 3
    static let shutdown: UInt32 = 4
  }

  enum Event {
    static let send: UInt32 = 1
    static let status: UInt32 = 2
  }

  /// Where sched_op's shutdown leaves the status.
  static let exitPort: UInt16 = 0xF6
}
