import BusKit

/// What travels on the APIC bus from an I/O APIC (or a processor) to the local APICs.
public struct APICMessage: Codable, Equatable, Sendable {
  /// Delivery mode, as the ICR, the LVT and the I/O APIC's redirection entries encode it.
  public enum Mode: UInt8, Codable, Sendable {
    case fixed = 0
    case lowestPriority = 1
    /// System management interrupt; nothing on this board knows that mode.
    case smi = 2
    case reserved = 3
    case nmi = 4
    case initialize = 5
    case startUp = 6
    /// The vector comes from the 8259A.
    case external = 7

    /// Bits 10...8 of a register.
    init(register: UInt32) {
      self = Mode(rawValue: UInt8(truncatingIfNeeded: register >> 8 & 7)) ?? .reserved
    }

    /// Goes through IRR and ISR, under the rules of priority.
    var hasVector: Bool { self == .fixed || self == .lowestPriority }
  }

  public var vector: UInt8
  public var mode: Mode
  /// Whom it is for: an APIC ID or a logical destination.
  public var destination: UInt32
  public var isLogical: Bool
  public var isLevelTriggered: Bool

  public init(
    vector: UInt8, mode: Mode = .fixed, destination: UInt32 = 0xFF, isLogical: Bool = false,
    isLevelTriggered: Bool = false
  ) {
    self.vector = vector
    self.mode = mode
    self.destination = destination
    self.isLogical = isLogical
    self.isLevelTriggered = isLevelTriggered
  }
}

/// 256 bits, one for each interrupt vector: IRR, ISR and TMR.
public struct InterruptVectors: Codable, Hashable, Sendable {
  private var words = FixedArray<8, UInt32>(repeating: 0)

  public init() {}

  public subscript(_ vector: UInt8) -> Bool {
    get { words[Int(vector >> 5)] >> UInt32(vector & 31) & 1 != 0 }
    set {
      let bit: UInt32 = 1 << UInt32(vector & 31)
      if newValue { words[Int(vector >> 5)] |= bit } else { words[Int(vector >> 5)] &= ~bit }
    }
  }

  /// Bits 32n...32n+31, as a register shows them.
  public func word(_ n: Int) -> UInt32 { words[n & 7] }

  /// The highest vector whose bit is set.
  public var highest: UInt8? {
    for n in stride(from: 7, through: 0, by: -1) where words[n] != 0 {
      return UInt8(n * 32 + 31 - words[n].leadingZeroBitCount)
    }
    return nil
  }
}
