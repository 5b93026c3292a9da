/// What kind of event the monitor has seen.
public enum ExitClass: String, CaseIterable, Codable, Sendable {
  /// An instruction completed outside ring 0 without a fault, with another result than in ring 0.
  case silent
  /// A privileged instruction trapped and was emulated.
  case privileged
  /// A fault of the guest's own, forwarded to it.
  case trueFault = "true"
  /// A miss in a structure that the guest never sees: a shadow page, a shadow descriptor.
  case hidden
  /// The guest has edited a structure that the monitor shadows.
  case trace
  /// A port, or memory that is not RAM.
  case device
  /// The guest's address space and the monitor's met.
  case conflict
  /// A programmed interrupt (INT n and its kin), emulated.
  case interrupt
  /// A virtual interrupt was delivered to the guest.
  case injection
  case hypercall
  case patch
  /// Binary translation: a call-out, a new block, a chain.
  case translation = "bt"
  /// The monitor has changed between direct execution and its interpreter or translator.
  case transition
  /// A sensitive instruction was stopped at and evaluated: the same result on both sides.
  case agreed
  /// What a silent failure has led to: a hang, a panic, a fault of the kernel's.
  case symptom
  /// What no virtual machine may do; the guest was ended.
  case illegal
}

/// One event of a monitor's, as `--lab-log` writes it: one JSON object a line (the specification's
/// observation record). Numbers are plain integers; `nil` is left out.
public struct ExitRecord: Codable, Equatable, Sendable {
  /// Counts from 1 in the run.
  public var sequence: UInt64 = 0
  /// The guest's clock: ticks of the virtual processor.
  public var virtualTime: UInt64 = 0
  public var engine: EngineKind
  public var exitClass: ExitClass
  /// Where the guest was: virtual CS and EIP.
  public var cs: UInt16 = 0
  public var eip: UInt64 = 0
  /// The same, linear.
  public var address: UInt64 = 0
  /// Up to 15 bytes of the instruction, hexadecimal.
  public var bytes: String = ""
  /// Disassembled.
  public var instruction: String = ""
  public var virtualCPL: UInt8 = 0
  public var machineCPL: UInt8 = 0
  /// In words: "#GP(0)", "port 3F8h out", "PAGE TABLE 1F000h", ...
  public var reason: String = ""
  public var port: UInt16?
  /// The error code, the vector, the address: whatever qualifies the reason.
  public var qualification: UInt64?
  /// In what the guest's own state was changed, before and after: "IF=1", "IF=0"; of a silent failure,
  /// what ring 0 would have given.
  public var virtualBefore: String?
  public var virtualAfter: String?
  /// What the machine would have given, or gave.
  public var machineResult: String?
  /// Machine cycles charged by the cost profile.
  public var cycles: UInt64 = 0
  /// The sequence number of the event that led to this one, when it is known.
  public var cause: UInt64?

  public init(engine: EngineKind, exitClass: ExitClass) {
    self.engine = engine
    self.exitClass = exitClass
  }

  init(_ event: ExitEvent) {
    self.init(engine: event.engine, exitClass: event.exitClass)
    sequence = event.sequence
    virtualTime = event.virtualTime
    cs = event.cs
    eip = event.eip
    address = event.address
    virtualCPL = event.virtualCPL
    machineCPL = event.machineCPL
    reason = event.reason.description
    port = event.port
    qualification = event.qualification
  }
}
