import BusKit
public import PC
import X86

/// What sixteen colours cost a monitor: the phases of roms/lab/vga.asm, predicted from what they do and
/// counted as they do it.
///
/// In the planar modes the latches, the write modes and the map mask stand between the processor and
/// the video memory, so that every access must be emulated, and every access to a register as well. In
/// mode 13h the memory is ordinary bytes and can be given to the guest as RAM.
public struct VGAStudy: Sendable {
  public enum Mode: String, CaseIterable, Codable, Sendable {
    case planar = "12h"
    case linear = "13h"
    /// Mode 13h with the video memory given to the guest as RAM.
    case mapped = "13h mapped"
  }

  public enum Work: String, CaseIterable, Codable, Sendable {
    case fill, line, text, registers
  }

  /// Numbers of events in one phase.
  public struct Events: Codable, Equatable, Sendable {
    /// Accesses to the video memory that are emulated.
    public var memory = 0
    /// Accesses to ports.
    public var ports = 0
    /// Shadow pages filled.
    public var hidden = 0

    public var total: Int { memory + ports + hidden }
  }

  public struct Phase: Codable, Sendable {
    public var mode: Mode
    public var work: Work
    public var predicted: Events
    public var counted = Events()
    /// Of the guest's clock, without a monitor and under it.
    public var nativeTicks: UInt64 = 0
    public var ticks: UInt64 = 0
    /// Cycles that the monitor has cost.
    public var cycles: UInt64 = 0
    /// Exits as predicted times their cost, and the native ticks.
    public var predictedTime: UInt64 = 0

    /// The guest's ticks and the monitor's cycles.
    public var time: UInt64 { ticks &+ cycles }
    public var slowdown: Double { nativeTicks == 0 ? 0 : Double(time) / Double(nativeTicks) }
    /// Of the count of exits; 0.01 is one per cent too much.
    public var countError: Double { Self.error(predicted.total, counted.total) }
    public var timeError: Double {
      time == 0 ? 0 : Double(predictedTime) / Double(time) - 1
    }

    private static func error(_ predicted: Int, _ counted: Int) -> Double {
      counted == 0 ? (predicted == 0 ? 0 : .infinity) : Double(predicted) / Double(counted) - 1
    }
  }

  public let engine: EngineKind
  public let profile: CostProfile
  public internal(set) var phases: [Phase]
  /// Exits at each byte of the window's first 64 KiB: in mode 12h, and in mode 13h without mapping.
  public internal(set) var heat: [Mode: [UInt32]]

  // MARK: Prediction

  // As in roms/lab/vga.asm.
  static let planeWidth = 640
  static let planeHeight = 480
  static let planeRow = 80
  static let linearWidth = 320
  static let linearHeight = 200
  static let textLines = 4
  static let glyphRows = 16
  static let attributes = 16
  static let scrollSteps = 16
  static let dacBytes = 768

  /// What a phase of the image does, from its algorithm.
  public static func predicted(_ mode: Mode, _ work: Work) -> Events {
    var events = Events()
    switch (mode, work) {
    case (.planar, .fill):
      // The map mask and four registers of the graphics controller; then a byte at a time.
      events.ports = 5
      events.memory = planeRow * planeHeight
    case (.planar, .line):
      // For each pixel an index and a bit mask, a read for the latches and a write.
      events.ports = 2 + 2 * planeWidth + 1
      events.memory = 2 * planeWidth
    case (.planar, .text):
      // For each row of a character a bit mask, a read for the latches and a write.
      let rows = textLines * planeRow * glyphRows
      events.ports = 2 + rows + 2
      events.memory = 2 * rows
    case (.planar, .registers):
      events.ports = 3 * attributes + 1 + 2 * scrollSteps + 2
    case (.linear, .fill): events.memory = linearWidth * linearHeight
    case (.linear, .line): events.memory = linearWidth
    case (.linear, .text): events.memory = textLines * (linearWidth / 8) * glyphRows * 8
    // The BIOS, which cleared the screen, has touched each page before.
    case (.mapped, .fill), (.mapped, .line), (.mapped, .text): break
    case (.linear, .registers), (.mapped, .registers): events.ports = 1 + dacBytes
    }
    return events
  }

  /// What an access to a port or to video memory costs, both of which are device requests.
  private static func price(_ exitClass: ExitClass, _ profile: CostProfile, _ engine: EngineKind)
    -> UInt64
  {
    let rule = CostRule.exit(exitClass, engine)
    let isHosted = profile.isHosted && exitClass != .hidden
    return (isHosted ? rule + .hosted : rule).cycles(profile)
  }

  // MARK: Measurement

  /// Runs the image without a monitor and under one, with and without mapping.
  /// - Parameter configuration: a machine of an 80386 or later that boots the image.
  /// - Throws: ``ConfigurationError`` if the machine cannot be built or the image is another.
  public init(
    _ configuration: MachineConfiguration, engine: EngineKind, profile: CostProfile
  ) throws(ConfigurationError) {
    self.engine = engine
    self.profile = profile
    let native = try VGARun(configuration, .native, profile, isMapped: false)
    let plain = try VGARun(configuration, engine, profile, isMapped: false)
    let mapped = try VGARun(configuration, engine, profile, isMapped: true)
    phases = []
    heat = [.planar: plain.planarHeat, .linear: plain.linearHeat]
    let portPrice = Self.price(.privileged, profile, engine)
    for mode in Mode.allCases {
      for work in Work.allCases {
        let run = mode == .mapped ? mapped : plain
        var phase = Phase(mode: mode, work: work, predicted: Self.predicted(mode, work))
        let index = Self.index(mode, work)
        let (measured, reference) = (run.phases[index], native.phases[index])
        phase.counted = measured.events
        phase.nativeTicks = reference.ticks
        phase.ticks = measured.ticks
        // The marker at the beginning is an exit of its own.
        if engine != .native {
          phase.counted.ports -= 1
          phase.cycles = measured.cycles &- portPrice
        }
        phase.predictedTime =
          reference.ticks &+ UInt64(phase.predicted.ports) &* portPrice
          &+ UInt64(phase.predicted.memory) &* Self.price(.device, profile, engine)
          &+ UInt64(phase.predicted.hidden) &* Self.price(.hidden, profile, engine)
        phases.append(phase)
      }
    }
  }

  /// The phase's place in the image's order.
  private static func index(_ mode: Mode, _ work: Work) -> Int {
    let first = mode == .planar ? 0 : 4
    switch work {
    case .fill: return first
    case .line: return first + 1
    case .text: return first + 2
    case .registers: return first + 3
    }
  }
}

/// One run of the image, cut into its phases.
private final class VGARun {
  struct Measured {
    var events = VGAStudy.Events()
    var ticks: UInt64 = 0
    var cycles: UInt64 = 0
  }

  private struct Snapshot {
    var memory = 0
    var hidden = 0
    var requests: UInt64 = 0
    var ticks: UInt64 = 0
    var cycles: UInt64 = 0
  }

  /// What the image says as each phase begins, in its order, and as each ends.
  private static let letters = Array("fltrFLTR".utf8)
  private static let end = UInt8(ascii: ".")
  /// Guest time after which the image has failed: it takes a second on the slowest model.
  private static let limit: UInt64 = 60

  private(set) var phases: [Measured] = []
  private(set) var planarHeat = [UInt32](repeating: 0, count: 0x10000)
  private(set) var linearHeat = [UInt32](repeating: 0, count: 0x10000)
  private var present: Snapshot?
  private var isOutOfOrder = false

  init(
    _ configuration: MachineConfiguration, _ engine: EngineKind, _ profile: CostProfile,
    isMapped: Bool
  ) throws(ConfigurationError) {
    let machine = try Machine(configuration)
    var options = EngineOptions()
    options.costs = profile
    options.mapsPlainDevices = isMapped
    let laboratory = Laboratory(machine, engine: engine, options: options)
    machine.outputs.debugConsole = { [unowned self, unowned laboratory] in mark($0, laboratory) }
    laboratory.journal.onDeviceAccess = { [unowned self] in note($0) }
    let deadline = UInt64(configuration.clock.hertz) &* Self.limit
    let cause = machine.run(until: deadline)
    guard cause == .guestExit(0), !isOutOfOrder, phases.count == Self.letters.count else {
      throw ConfigurationError(
        .image, "vga.img", cause: "under \(engine.rawValue) it does not come to its end (\(cause))",
        mend: "'tools/build-roms' makes the image that this program knows")
    }
  }

  private func mark(_ byte: UInt8, _ laboratory: Laboratory) {
    let counts = laboratory.journal.counts.byClass
    let costs = laboratory.journal.costs
    let now = Snapshot(
      memory: counts[.device] ?? 0, hidden: counts[.hidden] ?? 0, requests: costs.deviceRequests,
      ticks: laboratory.machine.cpu.currentTick, cycles: costs.total)
    if byte == Self.end {
      guard let began = present else { return isOutOfOrder = true }
      var phase = Measured()
      phase.events.memory = now.memory - began.memory
      phase.events.hidden = now.hidden - began.hidden
      phase.events.ports = Int(now.requests - began.requests) - phase.events.memory
      phase.ticks = now.ticks &- began.ticks
      phase.cycles = now.cycles &- began.cycles
      phases.append(phase)
      present = nil
    } else {
      guard present == nil, phases.count < Self.letters.count, Self.letters[phases.count] == byte
      else { return isOutOfOrder = true }
      present = now
    }
  }

  private func note(_ address: UInt64) {
    guard present != nil, address >= 0xA0000, address < 0xB0000 else { return }
    let offset = Int(address - 0xA0000)
    if phases.count < 4 {
      planarHeat[offset] &+= 1
    } else {
      linearHeat[offset] &+= 1
    }
  }
}
