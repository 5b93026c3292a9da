public import BusKit
import Chips
import Media
public import X86
import X86Decode

/// A whole PC: the board with everything on it.
///
/// One thread at a time; ``Session`` gives it one of its own. Nothing outside the machine is touched
/// except through ``outputs`` and the media, and nothing depends on the host's time, so a machine is
/// a function of its configuration and of its inputs and their ticks.
public final class Machine {
  public let configuration: MachineConfiguration
  public let scheduler: Scheduler
  public let memory: PhysicalMap
  public let ports: PortMap
  public let cpu: CPU
  /// What the guest says to the outside.
  public var outputs = Outputs()

  let board: Board
  let typist: Typist
  var idleDetector = IdleDetector()
  var lastFrame = Frame()
  /// Of the VGA's count, when ``changedFrame()`` last looked.
  var lastFrameNumber: UInt64?
  /// The first host error that a medium met; told when the run ends.
  var mediumFailure: MediaError?
  private var pendingStop: StopCause?
  private var resetIsPending = false
  private var sliceEndIsPending = false

  /// Where bytes that leave the machine go. Called on the machine's thread, in the tick in which the
  /// guest sent them; nil drops them.
  public struct Outputs {
    /// What COM1 and COM2 transmit.
    public var serial: ((UInt8) -> Void)?
    public var serial2: ((UInt8) -> Void)?
    /// What LPT1 prints.
    public var parallel: ((UInt8) -> Void)?
    /// What is written to port E9h.
    public var debugConsole: ((UInt8) -> Void)?
    /// The host's story: a port that nobody answers, a medium that could not be read.
    public var log: ((String) -> Void)?

    public init() {}
  }

  /// Room for a monitor behind the guest's RAM; the host gives it when it is touched.
  private static let hiddenByteCount = 32 << 20

  /// Builds the machine and switches it on.
  /// - Throws: ``ConfigurationError`` for firmware or media that cannot be used.
  ///   Media that are written through are locked until the machine is gone.
  public init(_ configuration: MachineConfiguration) throws(ConfigurationError) {
    try configuration.validate()
    self.configuration = configuration
    scheduler = Scheduler(frequency: configuration.clock)
    memory = PhysicalMap(
      ram: GuestRAM(
        byteCount: configuration.visibleMemoryByteCount, hiddenByteCount: Self.hiddenByteCount))
    ports = PortMap()
    cpu = CPU(
      model: configuration.model, features: configuration.features, memory: memory, ports: ports,
      scheduler: scheduler)
    board = try Board(
      configuration, features: cpu.features, scheduler: scheduler, memory: memory)
    typist = Typist(scheduler: scheduler, keyboard: board.keyboard, ram: memory.ram)
    mapMemory()
    mapPorts()
    wire()
    cpu.reset()
  }

  /// The present tick.
  public var now: Ticks { scheduler.now }
  /// Ticks that the processor has skipped because it was halted or had nothing to do.
  public var idleTicks: Ticks { cpu.idleTicks }

  /// Runs until the timeline reaches `deadline` or something else ends it.
  public func run(until deadline: Ticks) -> StopCause {
    while true {
      if let cause = pendingStop {
        pendingStop = nil
        return cause
      }
      if resetIsPending {
        resetIsPending = false
        restartProcessor()
      }
      if now >= deadline || sliceEndIsPending {
        sliceEndIsPending = false
        return .deadline
      }
      switch cpu.run(until: deadline) {
      case .deadline, .stopped:
        if configuration.stopsWhenHalted, cpu.isHaltedForGood { return .halted }
      case .asleep: return .halted
      case .shutdown:
        // The AT's board answers a shutdown cycle with a processor reset, and programs of the 80286
        // rely on it to leave protected mode; they say so in the CMOS first (AT Technical
        // Reference, "Shutdown"). Any other triple fault is an accident.
        guard configuration.resetsOnTripleFault || board.clock.state.ram[0x0F] != 0 else {
          return .tripleFault
        }
        resetProcessor()
      }
    }
  }

  /// Makes ``run(until:)`` return after the present instruction.
  /// The first cause counts, unless somebody has asked to stop just there.
  public func requestStop(_ cause: StopCause = .requested) {
    if case .breakpoint = cause { pendingStop = cause }
    pendingStop = pendingStop ?? cause
    cpu.requestStop()
  }

  /// Makes ``run(until:)`` return after the present instruction as if the deadline had come; for
  /// observers that want to act on what they have just seen.
  public func endSlice() {
    sliceEndIsPending = true
    cpu.requestStop()
  }

  /// The reset button. RAM keeps its contents, and so do the keyboard and what is in the drives.
  func reset() {
    board.reset()
    resetProcessor()
  }

  /// The processor's package: what the reset pin reaches.
  private func resetProcessor() {
    board.localAPIC?.reset()
    cpu.reset()
  }

  /// What the chipset makes of a request from the keyboard controller, port 92h or the local APIC: the
  /// INIT pin from the Pentium on, the reset pin before.
  private func restartProcessor() {
    guard cpu.model >= .pentium else { return resetProcessor() }
    board.localAPIC?.reset()
    cpu.initialize()
  }

  /// Restarts the processor after the present instruction: what the keyboard controller and port 92h do.
  /// The other parts keep their state.
  func requestProcessorReset() {
    resetIsPending = true
    cpu.requestStop()
  }
}
