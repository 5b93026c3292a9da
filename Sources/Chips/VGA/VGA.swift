import BusKit

/// The IBM VGA: sequencer, CRT, graphics and attribute controllers, DAC and 256 KB of video memory.
///
/// IBM PS/2 Hardware Interface Technical Reference (S68X-2330), "Video Subsystem". Port offsets count
/// from 3B0h (to 3DFh); memory offsets from A0000h (to BFFFFh).
///
/// The raster is computed from the registers and the time, never clocked. Not modelled: register
/// changes in mid-frame (a picture shows the registers of the moment it is taken), interlace, and
/// shift registers loaded every second or fourth character clock.
public final class VGA: PortDevice, PlainMemoryDevice {
  public struct State: Codable, Equatable, Sendable {
    var sequencer = Sequencer()
    var crtc = CRTC()
    var graphics = GraphicsController()
    var attribute = AttributeController()
    var dac = DAC()
    /// 3C2h (read at 3CCh).
    var miscellaneousOutput: UInt8 = 0
    /// 3DAh (read at 3CAh).
    var featureControl: UInt8 = 0
    /// 3C3h bit 0: ports and memory answer. On at power-on, as an adapter's is.
    var isEnabled = true
    /// The dot period at which the present raster would have begun frame 0 (modulo 2^64).
    var rasterOrigin: UInt64 = 0
    /// Frames before that, so that blinking goes on when timing changes.
    var earlierFrames: UInt64 = 0
    /// The count of vertical retraces when the interrupt latch was armed.
    var seenRetraces: UInt64 = 0
    /// A retrace was latched before the present raster's first.
    var isRetraceLatched = false

    /// As at power-on.
    public init() {}
  }

  /// Everything but the video memory.
  // Checks for overlapping access would cost more than a memory write itself; the VGA calls nobody
  // who could call it back.
  @exclusivity(unchecked)
  public internal(set) var state = State()

  /// 256 KB, outside ``state``.
  public let memory = VideoMemory()

  /// Changes whenever video memory or a register does. Never goes back.
  public var contentVersion: UInt64 { registerVersion &+ memoryVersion }
  @exclusivity(unchecked)
  private var registerVersion: UInt64 = 0
  @exclusivity(unchecked)
  public private(set) var memoryVersion: UInt64 = 0

  /// Vertical retrace interrupt: IRQ 2 (9) where the board connects it.
  public let interrupt: InterruptLine

  private let scheduler: Scheduler
  private let clock25: ClockConverter
  private let clock28: ClockConverter
  private var retraceSlot: EventSlot?

  // What the registers mean, kept ready; ``registersChanged()`` renews it.
  @exclusivity(unchecked) private var dataPath: DataPath
  @exclusivity(unchecked) private var timing: RasterTiming
  @exclusivity(unchecked) private(set) var colors = [UInt32](repeating: 0xFF00_0000, count: 256)

  public init(scheduler: Scheduler, interrupt: InterruptLine = InterruptLine()) {
    self.scheduler = scheduler
    self.interrupt = interrupt
    clock25 = scheduler.converter(to: Frequency(25_175_000))
    clock28 = scheduler.converter(to: Frequency(28_322_000))
    dataPath = Self.dataPath(State())
    timing = RasterTiming(CRTC(), Sequencer())
    retraceSlot = scheduler.makeSlot("VGA vertical retrace") { [unowned self] _ in
      updateInterrupt()
    }
  }

  /// Power-on: every register zero. Video memory keeps what it has.
  public func reset() {
    restore(State())
  }

  /// Takes over an archived state.
  public func restore(_ newState: State) {
    state = newState
    timing = RasterTiming(state.crtc, state.sequencer)
    dataPath = Self.dataPath(state)
    for color in 0..<256 { colors[color] = state.dac.argb(color) }
    registerVersion &+= 1
    updateInterrupt()
  }

  private static func dataPath(_ state: State) -> DataPath {
    DataPath(
      state.graphics, state.sequencer,
      ramEnabled: state.isEnabled && state.miscellaneousOutput & 0x02 != 0,
      highPage: state.miscellaneousOutput & 0x20 != 0)
  }

  // MARK: Ports

  /// The registers as offsets from 3B0h; the CRT controller and its companions answer at 3Bxh or at
  /// 3Dxh, as bit 0 of the miscellaneous output register says.
  private enum Register: UInt16 {
    case attributeIndexAndData = 0x10
    case attributeRead = 0x11
    case miscellaneousOrStatus0 = 0x12
    case enable = 0x13
    case sequencerIndex = 0x14
    case sequencerData = 0x15
    case dacMask = 0x16
    case dacReadIndexOrStatus = 0x17
    case dacWriteIndex = 0x18
    case dacData = 0x19
    case featureControlRead = 0x1A
    case miscellaneousRead = 0x1C
    case graphicsIndex = 0x1E
    case graphicsData = 0x1F
    case crtcIndex = 0x24
    case crtcData = 0x25
    case status1OrFeatureControl = 0x2A
  }

  private func register(_ offset: UInt16) -> Register? {
    guard state.isEnabled || offset == Register.enable.rawValue else { return nil }
    if (0x10..<0x20).contains(offset) { return Register(rawValue: offset) }
    let answersAtColor = state.miscellaneousOutput & 1 != 0
    guard answersAtColor == (offset >= 0x20) else { return nil }
    return Register(rawValue: offset & 0x0F | 0x20)
  }

  /// Reading input status 1 resets the attribute flip-flop; reading DAC data moves to the next level.
  public func readPort(_ offset: UInt16) -> UInt8 {
    guard let register = register(offset) else { return 0xFF }
    switch register {
    case .status1OrFeatureControl: state.attribute.resetFlipFlop()
    case .dacData: return state.dac.read()
    default: break
    }
    return value(register)
  }

  public func peekPort(_ offset: UInt16) -> UInt8 {
    register(offset).map(value) ?? 0xFF
  }

  private func value(_ register: Register) -> UInt8 {
    switch register {
    case .attributeIndexAndData: state.attribute.index
    case .attributeRead: state.attribute.read()
    case .miscellaneousOrStatus0: inputStatus0
    case .enable: state.isEnabled ? 1 : 0
    case .sequencerIndex: state.sequencer.index
    case .sequencerData: state.sequencer.read()
    case .dacMask: state.dac.mask
    case .dacReadIndexOrStatus: state.dac.status
    case .dacWriteIndex: state.dac.writeIndex
    case .dacData: state.dac.peek()
    case .featureControlRead: state.featureControl
    case .miscellaneousRead: state.miscellaneousOutput
    case .graphicsIndex: state.graphics.index
    case .graphicsData: state.graphics.read()
    case .crtcIndex: state.crtc.index
    case .crtcData: crtcValue
    case .status1OrFeatureControl: inputStatus1
    }
  }

  public func writePort(_ offset: UInt16, _ value: UInt8) {
    guard let register = register(offset) else { return }
    switch register {
    case .attributeIndexAndData:
      state.attribute.write(value)
      registerVersion &+= 1
    case .miscellaneousOrStatus0:
      changeTiming { state.miscellaneousOutput = value & 0xEF }
      registersChanged()
    case .enable:
      state.isEnabled = value & 1 != 0
      registersChanged()
    case .sequencerIndex: state.sequencer.select(value)
    case .sequencerData:
      if state.sequencer.index < 2 {
        changeTiming { state.sequencer.write(value) }
      } else {
        state.sequencer.write(value)
      }
      registersChanged()
    case .dacMask:
      state.dac.mask = value
      registerVersion &+= 1
    case .dacReadIndexOrStatus: state.dac.selectForReading(value)
    case .dacWriteIndex: state.dac.selectForWriting(value)
    case .dacData:
      guard let color = state.dac.write(value) else { break }
      colors[color] = state.dac.argb(color)
      registerVersion &+= 1
    case .graphicsIndex: state.graphics.select(value)
    case .graphicsData:
      state.graphics.write(value)
      registersChanged()
    case .crtcIndex: state.crtc.select(value)
    case .crtcData: writeCRTC(value)
    case .status1OrFeatureControl: state.featureControl = value & 0x0B
    case .attributeRead, .featureControlRead, .miscellaneousRead: break
    }
  }

  /// A word written to an index register is an index and its data.
  public func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool {
    guard width == .word else { return false }
    switch register(offset) {
    case .sequencerIndex, .graphicsIndex, .crtcIndex:
      writePort(offset, UInt8(truncatingIfNeeded: value))
      writePort(offset &+ 1, UInt8(truncatingIfNeeded: value >> 8))
      return true
    default: return false
    }
  }

  private func registersChanged() {
    dataPath = Self.dataPath(state)
    registerVersion &+= 1
  }

  // MARK: CRT controller

  /// Registers 22h (the latch of the read map's plane), 24h (attribute flip-flop) and 26h (attribute
  /// index) are not in the technical reference but in IBM's chip.
  private var crtcValue: UInt8 {
    switch state.crtc.index {
    case 0x22:
      UInt8(truncatingIfNeeded: state.graphics.latches >> (UInt32(state.graphics.readMap) * 8))
    case 0x24: state.attribute.expectsData ? 0x80 : 0
    case 0x26: state.attribute.index
    default: state.crtc.read()
    }
  }

  private func writeCRTC(_ value: UInt8) {
    switch state.crtc.index {
    case 0x0A...0x0F, 0x13, 0x14, 0x18:
      // Start address, cursor and the like: no effect on timing.
      state.crtc.write(value)
    case 0x11:
      let wasArmed = state.crtc.armsInterrupt
      changeTiming { state.crtc.write(value) }
      if !state.crtc.armsInterrupt {
        state.isRetraceLatched = false
      } else if !wasArmed {
        state.seenRetraces = retraceCount
      }
      updateInterrupt()
    default:
      changeTiming { state.crtc.write(value) }
    }
    registerVersion &+= 1
  }

  // MARK: Raster

  private var dotClock: ClockConverter {
    // Clock selects 2 and 3 are the feature connector's, where nothing is plugged in; the 25 MHz
    // clock keeps running for programs that wait for retrace.
    state.miscellaneousOutput >> 2 & 3 == 1 ? clock28 : clock25
  }

  private var position: RasterTiming.Position {
    timing.position(dots: dotClock.periods(at: scheduler.now) &- state.rasterOrigin)
  }

  /// Frames since power-on. A new one begins with its first displayed line, so somebody who shows the
  /// picture once for each of them misses nothing that the guest has drawn in retrace.
  public var frameCount: UInt64 { state.earlierFrames &+ position.frame }

  private var retraceCount: UInt64 {
    let position = position
    return state.earlierFrames &+ position.frame
      &+ (position.line >= timing.retraceStart ? 1 : 0)
  }

  /// Changes registers that steer the counters. The counters go on from where they are.
  private func changeTiming(_ change: () -> Void) {
    let former = position
    let wasPending = isRetracePending
    let formerClock = state.miscellaneousOutput & 0x0C
    change()
    let newTiming = RasterTiming(state.crtc, state.sequencer)
    guard newTiming != timing || state.miscellaneousOutput & 0x0C != formerClock else { return }
    timing = newTiming
    let line = min(former.line, timing.frameLines - 1)
    let dot = min(former.dot, timing.lineDots - 1)
    state.rasterOrigin = dotClock.periods(at: scheduler.now) &- (line * timing.lineDots + dot)
    state.earlierFrames &+= former.frame
    if state.crtc.armsInterrupt {
      state.isRetraceLatched = wasPending
      state.seenRetraces = retraceCount
    }
    updateInterrupt()
  }

  private var inputStatus1: UInt8 {
    let position = position
    var status: UInt8 = timing.isDisplaying(position) ? 0 : 0x01
    if timing.isInRetrace(position) { status |= 0x08 }
    return status | statusMultiplexer(position)
  }

  /// Bits 5 and 4: two of the eight lines to the DAC, for the power-on test.
  private func statusMultiplexer(_ position: RasterTiming.Position) -> UInt8 {
    let output =
      timing.isDisplaying(position)
      ? renderer.output(line: Int(position.line), dot: Int(position.dot))
      : state.attribute.overscan
    let (high, low): (UInt8, UInt8) =
      switch state.attribute.statusMultiplexer {
      case 0: (2, 0)
      case 1: (5, 4)
      case 2: (3, 1)
      default: (7, 6)
      }
    return (output >> high & 1) << 5 | (output >> low & 1) << 4
  }

  /// Bit 4, switch sense: the DAC's comparators, low while a terminated colour line is above 335 mV
  /// (of 700). Bit 7: retrace interrupt pending.
  private var inputStatus0: UInt8 {
    let color = state.dac.color(Int(state.attribute.overscan & state.dac.mask))
    let isSensed = max(color.red, color.green, color.blue) > 30
    return (isSensed ? 0 : 0x10) | (isRetracePending ? 0x80 : 0)
  }

  // MARK: Retrace interrupt

  private var isRetracePending: Bool {
    state.isRetraceLatched
      || state.crtc.armsInterrupt && timing.hasRetrace && retraceCount != state.seenRetraces
  }

  /// Drives the interrupt line and looks ahead to the next retrace if that may raise it.
  private func updateInterrupt() {
    let isPending = isRetracePending
    interrupt.set(isPending && state.crtc.enablesInterrupt)
    guard let retraceSlot else { return }
    let waits =
      !isPending && state.crtc.armsInterrupt && state.crtc.enablesInterrupt && timing.hasRetrace
    guard waits else { return scheduler.cancel(retraceSlot) }
    let now = dotClock.periods(at: scheduler.now)
    let elapsed = (now &- state.rasterOrigin) % timing.frameDots
    let target = timing.retraceStart * timing.lineDots
    let wait = target > elapsed ? target - elapsed : target + timing.frameDots - elapsed
    scheduler.schedule(retraceSlot, at: dotClock.ticks(afterPeriods: now + wait))
  }

  // MARK: Memory window

  /// Loads the latches.
  public func readMemory(_ offset: UInt32) -> UInt8 {
    guard let address = dataPath.hostAddress(offset) else { return 0xFF }
    let latches = memory[dataPath.readAddress(address)]
    state.graphics.latches = latches
    return dataPath.hostData(latches, at: address)
  }

  public func peekMemory(_ offset: UInt32) -> UInt8 {
    guard let address = dataPath.hostAddress(offset) else { return 0xFF }
    return dataPath.hostData(memory[dataPath.readAddress(address)], at: address)
  }

  public func writeMemory(_ offset: UInt32, _ value: UInt8) {
    guard let address = dataPath.hostAddress(offset) else { return }
    let data = dataPath.planeData(value, latches: state.graphics.latches)
    let planes = dataPath.writePlanes(address)
    if memory.merge(dataPath.writeAddress(address), data, mask: planes) { memoryVersion &+= 1 }
  }

  /// An aligned doubleword in chain 4 is all planes of one address.
  public func readMemoryWide(_ offset: UInt32, byteCount: Int) -> UInt64 {
    if byteCount == 4, offset & 3 == 0, dataPath.readsWholeDoublewords,
      let address = dataPath.hostAddress(offset)
    {
      let latches = memory[dataPath.readAddress(address)]
      state.graphics.latches = latches
      return UInt64(latches)
    }
    var value: UInt64 = 0
    for byte in 0..<UInt32(truncatingIfNeeded: byteCount) {
      value |= UInt64(readMemory(offset &+ byte)) &<< UInt64(8 &* byte)
    }
    return value
  }

  /// Whole doublewords in chain 4 and whole words in odd/even reach their planes at once.
  public func writeMemoryWide(_ offset: UInt32, _ value: UInt64, byteCount: Int) {
    var byte: UInt32 = 0
    let count = UInt32(truncatingIfNeeded: byteCount)
    while byte < count {
      let at = offset &+ byte
      let rest = UInt32(truncatingIfNeeded: value &>> UInt64(8 &* byte))
      if dataPath.isTransparent, let address = dataPath.hostAddress(at) {
        let step: UInt32
        let data: UInt32
        switch dataPath.writeAddressing {
        case .chain4 where at & 3 == 0 && count &- byte >= 4: (step, data) = (4, rest)
        case .oddEven where at & 1 == 0 && count &- byte >= 2:
          (step, data) = (2, (rest & 0xFFFF) &* 0x1_0001)
        default: (step, data) = (0, 0)
        }
        if step > 0 {
          if memory.merge(dataPath.writeAddress(address), data, mask: dataPath.enabledPlanes) {
            memoryVersion &+= 1
          }
          byte &+= step
          continue
        }
      }
      writeMemory(at, UInt8(truncatingIfNeeded: rest))
      byte &+= 1
    }
  }

  /// Chain 4 with nothing between host and memory: 64 KiB of ordinary bytes, but for the latches, which
  /// a read loads and another mode can show.
  public var plainWindow: Range<UInt32> { dataPath.isPlain ? 0..<0x10000 : 0..<0 }

  // MARK: The picture

  /// What the picture depends on; equal values mean an unchanged picture.
  public struct PictureVersion: Hashable, Sendable {
    public let content: UInt64
    public let isCursorLit: Bool
    public let isBlinkLit: Bool
  }

  /// The cursor is lit for eight frames and dark for eight, blinking characters for sixteen.
  public var pictureVersion: PictureVersion {
    let frame = frameCount
    return PictureVersion(
      content: contentVersion,
      isCursorLit: state.graphics.isGraphics || state.crtc.isCursorOff || frame & 8 == 0,
      isBlinkLit: !state.attribute.blinks || frame & 16 == 0)
  }

  private var renderer: Renderer {
    let version = pictureVersion
    return Renderer(
      state, memory, isCursorLit: version.isCursorLit, isBlinkLit: version.isBlinkLit)
  }

  /// Draws the present picture, unless `frame` already shows it. Says whether it drew.
  @discardableResult
  public func renderFrame(into frame: inout Frame, showsBorder: Bool = false) -> Bool {
    let version = pictureVersion
    guard frame.version != version || frame.showsBorder != showsBorder else { return false }
    renderer.render(
      into: &frame, colors: colors, mask: state.dac.mask, showsBorder: showsBorder)
    frame.version = version
    frame.showsBorder = showsBorder
    return true
  }

  /// The characters on the screen, or nil in a graphics mode or while nothing is displayed.
  public func textScreen() -> TextScreen? { renderer.textScreen() }
}
