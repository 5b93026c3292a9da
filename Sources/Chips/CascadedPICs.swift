public import BusKit

/// The AT's two interrupt controllers: the slave's INT is the master's IR2.
///
/// The board maps ``master`` at 20h, ``slave`` at A0h and ``edgeLevelControl`` at 4D0h.
public final class CascadedPICs {
  public let master: Intel8259A
  public let slave: Intel8259A
  public let edgeLevelControl: EdgeLevelControl
  /// The processor's INTR.
  public let output: SignalLine
  private let lines: [InterruptLine]
  /// The request lines also go to another part, the I/O APIC: told of every edge.
  public var onRequestLine: ((_ irq: Int, _ level: Bool) -> Void)?

  /// - Parameter output: the line to the processor.
  public init(output: SignalLine = SignalLine()) {
    self.output = output
    let master = Intel8259A(output: output)
    let cascade = SignalLine()
    let slave = Intel8259A(output: cascade)
    cascade.connect { master.setLine(2, $0) }
    self.master = master
    self.slave = slave
    edgeLevelControl = EdgeLevelControl(master: master, slave: slave)
    lines = (0..<16).map { _ in InterruptLine() }
    for (number, line) in lines.enumerated() {
      let chip = number < 8 ? master : slave
      line.connect { [unowned self] level in
        chip.setLine(number & 7, level)
        onRequestLine?(number, level)
      }
    }
  }

  /// The request line with this number. The pin of IRQ 2 belongs to the cascade; as on the AT the
  /// bus signal of that name is IRQ 9.
  public func irq(_ number: Int) -> InterruptLine {
    precondition((0..<16).contains(number), "an AT has IRQ 0 to IRQ 15")
    return lines[number == 2 ? 9 : number]
  }

  public func reset() {
    edgeLevelControl.reset()
    slave.reset()
    master.reset()
  }

  /// The processor's interrupt acknowledge cycle; gives the vector.
  ///
  /// A request that has gone meanwhile gives the spurious vector of level 7.
  public func acknowledge() -> UInt8 {
    let acknowledged = master.begin()
    guard !acknowledged.isSpurious, master.hasSlave(at: acknowledged.level) else {
      return master.vector(acknowledged.level)
    }
    // The master puts the level on the cascade lines; the slave with that identity answers. If there
    // is none, the bus floats.
    guard acknowledged.level == slave.slaveIdentity else { return 0xFF }
    return slave.acknowledge()
  }
}

/// The edge/level control registers of EISA and PCI chip sets: offset 0 for IRQ 0-7, 1 for IRQ 8-15.
///
/// Intel 82371SB (PIIX3) data sheet (290550), "ELCR1" and "ELCR2". IRQ 0, 1, 2, 8 and 13 are always
/// edge triggered.
public final class EdgeLevelControl: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    /// Bit n set: IRQ n is level triggered.
    public var levelTriggered: UInt16 = 0
  }

  public internal(set) var state = State()
  private let master: Intel8259A
  private let slave: Intel8259A

  init(master: Intel8259A, slave: Intel8259A) {
    self.master = master
    self.slave = slave
  }

  public func reset() {
    writePort(0, 0)
    writePort(1, 0)
  }

  public func readPort(_ offset: UInt16) -> UInt8 { peekPort(offset) }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    UInt8(truncatingIfNeeded: offset & 1 == 0 ? state.levelTriggered : state.levelTriggered >> 8)
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    if offset & 1 == 0 {
      let mask = value & 0xF8
      state.levelTriggered = state.levelTriggered & 0xFF00 | UInt16(mask)
      master.setEdgeLevelControl(mask)
    } else {
      let mask = value & 0xDE
      state.levelTriggered = state.levelTriggered & 0x00FF | UInt16(mask) << 8
      slave.setEdgeLevelControl(mask)
    }
  }
}
