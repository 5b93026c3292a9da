import BusKit
import X86
import X86Decode

/// How the monitor goes about the guest's next instructions.
package enum Plan: Equatable, Sendable {
  /// On the hardware, in ring 1 or 3 or in virtual-8086 mode.
  case direct
  /// In the monitor's interpreter, for the reason given.
  case interpret(Obstacle)
  /// In the engine's own way (``Engine/run(_:to:)``).
  case engine
}

/// Why the guest's instructions cannot be executed directly.
package enum Obstacle: String, CaseIterable, Codable, Sendable {
  /// Segments of real mode that virtual-8086 mode cannot express: a limit other than 64 KiB, a base that
  /// is not sixteen times the selector, 32-bit code.
  case bigReal = "big-real segments"
  /// CS holds no code segment: on the way between real and protected mode.
  case codeSegment = "no code segment in CS"
  /// Long mode has neither the limits that keep the monitor safe nor virtual-8086 mode.
  case longMode = "long mode"
  /// The present instruction is one that the engine has the interpreter execute.
  case engine = "engine"
  /// A code segment that begins where the monitor lives.
  case conflict = "code segment in the monitor's range"
}

/// One remedy: what stays the same for all of them is the ``Monitor``'s.
package protocol Engine: AnyObject {
  var kind: EngineKind { get }
  /// Called when the monitor takes the engine into service, the guest's state being in the virtual
  /// processor.
  func attach(to monitor: Monitor)
  /// Called when another engine takes over. The guest's memory is its own again afterwards.
  func detach(from monitor: Monitor)
  /// How to go on; called before each entry.
  func plan(_ monitor: Monitor) -> Plan
  /// What the hardware stops at, given the virtual processor's present state.
  func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool)
  /// A segment register as the hardware is to hold it; `compressed` is what it would hold.
  func segment(
    _ compressed: SegmentCache, _ slot: SegmentSlot, _ monitor: Monitor
  ) -> SegmentCache
  /// The hardware's state is complete, and about to run.
  func willEnter(_ monitor: Monitor)
  /// The virtual processor has taken over the hardware's state.
  func didLeave(_ monitor: Monitor)
  /// Executes in the engine's own way until `target` or until the virtual processor needs attention.
  func run(_ monitor: Monitor, to target: Ticks)
  /// Where the page tables begin that the hardware walks in place of the shadow tables.
  var directRoot: UInt64? { get }
  /// A first look at what the hardware came to a halt at. The virtual processor's state is up to date.
  /// - Returns: whether it has been dealt with.
  func handle(_ interception: Interception, _ monitor: Monitor) -> Bool
  /// The hardware has stopped at a sensitive instruction (see ``Interception/Cause/sensitive``).
  func handleSensitive(_ monitor: Monitor)
  /// What the summary is to say of the engine, a line each.
  var remarks: [String] { get }
  /// Whether its own way (``Plan/engine``) of running real-mode code is ring 1, not virtual-8086 mode.
  var translatesRealMode: Bool { get }
  /// The virtual processor has executed an instruction that trapped.
  func emulated(_ instruction: Instruction?, hasFaulted: Bool, _ monitor: Monitor)
  /// Bytes of a frame that the engine watches (``ShadowPaging/Traces/code``) have changed.
  func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor)
}

extension Engine {
  package var remarks: [String] { [] }
  package func attach(to monitor: Monitor) {}
  package func detach(from monitor: Monitor) {}
  package func plan(_ monitor: Monitor) -> Plan { monitor.standardPlan() }
  package func sensitivity(_ monitor: Monitor) -> (Sensitivity, faults: Bool) { (.none, false) }
  package func segment(
    _ compressed: SegmentCache, _ slot: SegmentSlot, _ monitor: Monitor
  ) -> SegmentCache { compressed }
  package func willEnter(_ monitor: Monitor) {}
  package func didLeave(_ monitor: Monitor) {}
  package func run(_ monitor: Monitor, to target: Ticks) { monitor.runDirectly(to: target) }
  package var directRoot: UInt64? { nil }
  package func handle(_ interception: Interception, _ monitor: Monitor) -> Bool { false }
  package func handleSensitive(_ monitor: Monitor) {
    monitor.emulate(.agreed, reason: "sensitive instruction")
  }
  package var translatesRealMode: Bool { false }
  package func emulated(_ instruction: Instruction?, hasFaulted: Bool, _ monitor: Monitor) {}
  package func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor) {}
}
