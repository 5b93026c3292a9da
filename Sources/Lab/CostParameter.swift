/// What a monitor's work is made of, in cycles of the machine that it runs on.
///
/// The raw values are the keys of a cost profile's file.
public enum CostParameter: String, CaseIterable, Codable, Sendable {
  case trap = "trap_ring1_0"
  case interruptReturn = "iret_0_1"
  case dispatch = "dispatch"
  case emulation = "emulation"
  case tableReference = "tlb_miss_ref"
  case portBus = "port_io_bus"
  case fastSystemCall = "fast_system_call"
  case worldSwitch = "world_switch"
  case hostRequest = "host_request"
  case callOut = "bt_callout"
  case indirectLookup = "bt_indirect_lookup"
  case inlineEmulation = "bt_inline"
  case translation = "bt_translate"
  case patchBlock = "patch_block"
  case hypercall = "hypercall"
  case tableUpdate = "table_update"
  case vmEntry = "vmentry"
  case vmExit = "vmexit"
  case vmExitPageFault = "vmexit_pf"
  case vmRead = "vmread"
  case vmWrite = "vmwrite"
  case exitDispatch = "vmexit_dispatch"
  case exitEmulation = "vmexit_emulation"

  /// One line, as a profile's file carries it.
  public var meaning: String {
    switch self {
    case .trap: "a fault or interrupt from ring 1 or 3 into ring 0"
    case .interruptReturn: "IRET from ring 0 to ring 1 or 3"
    case .dispatch: "the monitor's way through one trap: save, classify, decode, restore"
    case .emulation: "emulating one instruction or one register of a device"
    case .tableReference: "one memory reference of a walk through page tables"
    case .portBus: "one port access on the machine's own bus"
    case .fastSystemCall: "SYSENTER and SYSEXIT, together"
    case .worldSwitch: "between the monitor's world and the host's, one way"
    case .hostRequest: "the host's work for one device request: system call, driver"
    case .callOut: "leaving translated code for the monitor, and coming back"
    case .indirectLookup: "finding the translation of an indirect branch's or return's target"
    case .inlineEmulation: "a privileged instruction emulated in the translation itself"
    case .translation: "translating one instruction"
    case .patchBlock: "passing through one patch block"
    case .hypercall: "a hypercall's way into the monitor and back"
    case .tableUpdate: "checking and making one page-table update of a hypercall"
    case .vmEntry: "VM entry"
    case .vmExit: "VM exit"
    case .vmExitPageFault: "VM exit caused by a page fault"
    case .vmRead: "VMREAD"
    case .vmWrite: "VMWRITE"
    case .exitDispatch: "the monitor's path through one VM exit, VMREADs included"
    case .exitEmulation: "decoding and emulating one instruction behind a VM exit"
    }
  }
}

/// Where a number comes from.
public enum CostGrade: String, Codable, Sendable {
  /// Follows from two measured cells of a table (see ``CostCalibration``).
  case calibrated = "C"
  /// Read from a paper, or from a public text that quotes it.
  case literature = "L"
  /// Recalled from a paper that was not at hand: to be checked before it is quoted.
  case recalled = "R"
  /// Nobody's measurement: our estimate.
  case estimated = "E"
  /// The user's own, from a file.
  case given = "G"

  public var meaning: String {
    switch self {
    case .calibrated: "calibrated on two measured cells"
    case .literature: "read from a paper, or a text quoting it"
    case .recalled: "recalled from a paper: check before quoting"
    case .estimated: "our estimate"
    case .given: "given in the profile's file"
    }
  }
}
