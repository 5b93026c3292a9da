import X86
import X86Decode

/// Why an instruction of the guest's kernel is patched.
public enum PatchReason: String, CaseIterable, Codable, Sendable {
  case readsFlags = "shows the machine's IF and IOPL"
  case writesFlags = "leaves IF and IOPL as they are"
  case returnsFromInterrupt = "returns past the monitor, and leaves IF and IOPL"
  case readsSelector = "shows the ring in a selector"
  case loadsStack = "wants the machine's ring in SS"
  case readsRegister = "shows the machine's register"
  case looksAtDescriptor = "judges a descriptor by the machine's ring"
  case transfersFar = "leaves the ring in CS, and changes the code segment"
  case identifies = "shows the machine's features"
  /// Not for its result: it would come to the monitor each time.
  case changesInterrupts = "keeps the guest's IF without a trap"
  /// Nor for this: what follows is reached in a block by way of it, and has no room for a JMP of its own.
  case leads = "leads to what follows in a block"
  /// A byte in the middle of it is patched, because another path through the code begins there.
  case overlaps = "lies over another patch"

  /// What the instruction does outside ring 0 without a trap that ring 0 would do differently; nil if it
  /// does the same there, or traps of itself.
  ///
  /// Left alone although the opcode table calls them sensitive: INT n and its kin, SYSENTER, RDTSC and
  /// privileged instructions, which all trap; PUSH and MOV of DS, ES, FS and GS, whose selectors the
  /// monitor loads as the guest wrote them; ARPL, which compares what it is given; and loads of those
  /// four registers, whose checks come out alike with DPL 0 and RPL 0 as with DPL 1 and RPL 0.
  init?(_ instruction: Instruction, _ row: Row) {
    guard row.privilege.contains(.sensitive) else { return nil }
    func names(_ segment: SegmentRegister) -> Bool {
      for operand in [instruction.operands.0, instruction.operands.1, instruction.operands.2]
      where operand.kind == .segment && operand.number == segment.rawValue { return true }
      return false
    }
    switch instruction.operation {
    case .pushf: self = .readsFlags
    case .popf: self = .writesFlags
    case .iret: self = .returnsFromInterrupt
    case .pushSegment, .movFromSegment:
      guard names(.cs) || names(.ss) else { return nil }
      self = .readsSelector
    case .popSegment, .movToSegment, .loadFarPointer:
      guard names(.ss) else { return nil }
      self = .loadsStack
    case .sgdt, .sidt, .sldt, .str, .smsw: self = .readsRegister
    case .lar, .lsl, .verr, .verw: self = .looksAtDescriptor
    case .callFar, .callFarIndirect, .jmpFar, .jmpFarIndirect, .retFar: self = .transfersFar
    case .cpuid: self = .identifies
    default: return nil
    }
  }
}

/// One patched place.
public struct PatchSite: Equatable, Codable, Sendable {
  /// Linear address.
  public var address: UInt64
  public var reason: PatchReason
  /// What the guest has there, and reads.
  public var original: [UInt8]
  /// What the hardware fetches there.
  public var patched: [UInt8]
  /// In words.
  public var instruction: String
  /// How often it came to the monitor.
  public var exits = 0
}

/// What an engine has patched.
public struct PatchMap: Equatable, Codable, Sendable {
  /// By address.
  public var sites: [PatchSite] = []
  /// Pages of the kernel's code, and instructions found there.
  public var pages = 0
  public var instructions = 0
  /// Scans begun, because execution came to a place that no direct branch had led to.
  public var scans = 0
  /// Pages forgotten because the guest wrote to their instructions.
  public var rescans = 0
  /// Patches taken back for that reason.
  public var withdrawn = 0

  /// One line a site.
  /// - Parameter limit: of sites, those that came to the monitor most often; nil for all, by address.
  public func listing(limit: Int? = nil) -> [String] {
    let shown = limit.map { Array(sites.sorted { $0.exits > $1.exits }.prefix($0)) } ?? sites
    let head =
      "patches: \(sites.count) in \(instructions) instructions on \(pages) pages; \(scans) scans, "
      + "\(rescans) pages scanned again, \(withdrawn) patches taken back"
    return [head] + shown.map(Self.line)
  }

  private static func line(_ site: PatchSite) -> String {
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
        .joined(separator: " ")
    }
    func column(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    let address = String(site.address, radix: 16, uppercase: true)
    return column(String(repeating: "0", count: max(0, 8 - address.count)) + address, 10)
      + column(hex(site.original), 22) + column(hex(site.patched), 16)
      + column(site.instruction, 26) + column(String(site.exits), 9) + site.reason.rawValue
  }
}

extension Laboratory {
  /// What the patch engine has patched, if that is in service.
  public var patchMap: PatchMap? { (monitor?.engine as? PatchEngine)?.patchMap }
}
