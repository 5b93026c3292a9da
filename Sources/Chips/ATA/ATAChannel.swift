import BusKit

/// One ATA cable with up to two devices, on an ISA board: AT Attachment with Packet Interface - 6
/// (T13 1410D), PIO only.
///
/// Register window: offsets 0 to 7 are the command block (1F0h or 170h upward), offset 8 is the
/// control block's one register (3F6h or 376h). An empty cable floats: every register reads FFh.
///
/// Not modelled: DMA (there is no bus master on this board, and IDENTIFY says so), overlapped and
/// queued commands.
public final class ATAChannel: PortDevice {
  public struct State: Codable, Equatable, Sendable {
    /// The DEV bit: which device answers.
    var selected = 0
    /// Device control: HOB, SRST, nIEN.
    var control: UInt8 = 0
    /// EXECUTE DEVICE DIAGNOSTIC runs and will interrupt.
    var isDiagnosing = false
  }

  enum Control {
    static let previous: UInt8 = 0x80
    static let softwareReset: UInt8 = 0x04
    static let interruptDisabled: UInt8 = 0x02
  }

  public internal(set) var state = State()

  private let scheduler: Scheduler
  private let interrupt: InterruptLine
  private var devices: [ATADevice?] = [nil, nil]
  private var slots: [EventSlot] = []
  private let resetTime: Ticks

  /// - Parameter interrupt: INTRQ (IRQ 14 or 15).
  public init(scheduler: Scheduler, interrupt: InterruptLine, name: String = "ATA") {
    self.scheduler = scheduler
    self.interrupt = interrupt
    resetTime = scheduler.converter(to: Frequency(1_000_000)).ticks(afterPeriods: 50)
    slots = [scheduler.makeSlot("\(name) reset") { [unowned self] _ in finishReset() }]
  }

  /// Plugs a device in: position 0 is the master, 1 the slave. It comes up as after power-on.
  public func attach(_ device: ATADevice, at position: Int) {
    precondition((0..<2).contains(position), "a cable has two connectors")
    devices[position] = device
    device.isDevice1 = position == 1
    device.onInterruptChange = { [unowned self] in updateInterrupt() }
    device.enterReset(isHardware: true)
    device.showSignature()
  }

  /// The device at a position, if any.
  public func device(at position: Int) -> ATADevice? {
    devices.indices.contains(position) ? devices[position] : nil
  }

  /// The RESET- pin.
  public func reset() {
    state = State()
    for slot in slots { scheduler.cancel(slot) }
    for device in devices {
      device?.enterReset(isHardware: true)
      device?.showSignature()
    }
    updateInterrupt()
  }

  // MARK: Registers (section 7)

  /// Reading the data port takes data; reading the status register (offset 7, not 8) also takes the
  /// interrupt away.
  public func readPort(_ offset: UInt16) -> UInt8 {
    switch offset {
    case 0: return UInt8(truncatingIfNeeded: selectedDevice?.readData() ?? 0xFFFF)
    case 7:
      let status = peekPort(7)
      selectedDevice?.setInterrupt(false)
      return status
    default: return peekPort(offset)
    }
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    guard let answering = selectedDevice ?? devices[0] else { return 0xFF }
    // A packet device that is alone answers zeros for an absent device 1 (section 9.16.2).
    if selectedDevice == nil, answering.isPacketDevice { return 0 }
    switch offset {
    case 0: return UInt8(truncatingIfNeeded: selectedDevice?.peekData() ?? 0xFFFF)
    case 7, 8:
      // Device 0 answers for an absent device 1, with a status of zero (section 9.16.1).
      return selectedDevice == nil ? 0 : answering.task.status
    case 6:
      return answering.readRegister(6, previous: false) & ~0x10 | UInt8(state.selected << 4)
    case 1...5:
      let previous = state.control & Control.previous != 0
      return answering.readRegister(offset, previous: previous)
    default: return 0xFF
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    switch offset {
    case 0:
      selectedDevice?.writeData(UInt16(value))
    case 1...6:
      // Both devices take what is written to the command block.
      state.control &= ~Control.previous
      for device in devices { device?.writeRegister(offset, value) }
      if offset == 6 {
        state.selected = Int(value >> 4 & 1)
        updateInterrupt()
      }
    case 7:
      state.control &= ~Control.previous
      writeCommand(value)
    case 8:
      writeControl(value)
    default:
      break
    }
  }

  public func readPortWide(_ offset: UInt16, _ width: AccessWidth) -> UInt32? {
    guard offset == 0, width != .byte else { return nil }
    guard let device = selectedDevice else { return width.openBus }
    let low = UInt32(device.readData())
    return width == .word ? low : low | UInt32(device.readData()) << 16
  }

  public func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool {
    guard offset == 0, width != .byte else { return false }
    guard let device = selectedDevice else { return true }
    device.writeData(UInt16(truncatingIfNeeded: value))
    if width == .dword { device.writeData(UInt16(truncatingIfNeeded: value >> 16)) }
    return true
  }

  private var selectedDevice: ATADevice? { devices[state.selected & 1] }

  private func writeCommand(_ command: UInt8) {
    // EXECUTE DEVICE DIAGNOSTIC is for both devices, whichever is selected (section 8.9).
    guard command == 0x90 else {
      selectedDevice?.writeCommand(command)
      return
    }
    guard !devices.contains(where: { $0?.isBusy ?? false }) else { return }
    for device in devices { device?.enterReset(isHardware: false) }
    state.selected = 0
    state.isDiagnosing = true
    scheduler.schedule(slots[0], at: scheduler.now &+ resetTime)
  }

  /// Section 7.9. SRST holds both devices in reset as long as it is set.
  private func writeControl(_ value: UInt8) {
    let wasInReset = state.control & Control.softwareReset != 0
    let isInReset = value & Control.softwareReset != 0
    state.control = value & 0x86
    if isInReset && !wasInReset {
      state.isDiagnosing = false
      scheduler.cancel(slots[0])
      for device in devices { device?.enterReset(isHardware: false) }
      state.selected = 0
    } else if wasInReset && !isInReset {
      scheduler.schedule(slots[0], at: scheduler.now &+ resetTime)
    }
    updateInterrupt()
  }

  private func finishReset() {
    for device in devices { device?.showSignature() }
    if state.isDiagnosing {
      state.isDiagnosing = false
      // Device 0 reports for both.
      devices[0]?.setInterrupt(true)
    }
    updateInterrupt()
  }

  /// INTRQ is driven by the selected device while nIEN is clear (section 7.9.5).
  private func updateInterrupt() {
    let isEnabled = state.control & Control.interruptDisabled == 0
    interrupt.set(isEnabled && (selectedDevice?.task.interruptPending ?? false))
  }
}
