import BusKit
import Lab
import X86
import X86Decode

/// A processor in flat 32-bit protected mode, with or without the patch engine under it. Programs begin at
/// 4000h and end in HLT with interrupts off.
final class PatchBench {
  static let code = 0x4000
  static let handler = 0x5000
  static let data = 0x6000
  static let stack = 0x7000

  /// What a program has come to.
  struct Outcome: Equatable {
    var state: ArchitecturalState
    var memory: [UInt8]
    /// When it halted.
    var end: Ticks
  }

  let ram = GuestRAM(byteCount: 1 << 16, hiddenByteCount: 32 << 20)
  let cpu: CPU
  let engine = PatchEngine()
  let journal = Journal()
  private let monitor: Monitor?

  init(_ program: [UInt8], isPatched: Bool, model: ProcessorModel = .pentium) {
    cpu = CPU(
      model: model, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: Scheduler(frequency: Frequency(100_000_000)))
    let descriptors: [UInt64] = [0, 0x00CF_9B00_0000_FFFF, 0x00CF_9300_0000_FFFF]
    for (index, raw) in descriptors.enumerated() { ram.write(0x1000 + index * 8, raw) }
    for vector in 0..<256 {
      ram.write(0x2000 + vector * 8, 0x8E00 << 32 | 0x0008_0000 | UInt64(Self.handler))
    }
    // PUSH EAX; MOV EAX,[ESP+4]; MOV [6010h],EAX; MOV EAX,[ESP+12]; ADD [6014h],EAX; INC [6000h]; POP EAX;
    // IRETD: what was interrupted, and with which flags.
    ram.write(
      Self.handler,
      bytes: [
        0x50, 0x8B, 0x44, 0x24, 0x04, 0xA3, 0x10, 0x60, 0, 0, 0x8B, 0x44, 0x24, 0x0C, 0x01, 0x05,
        0x14, 0x60, 0, 0, 0xFF, 0x05, 0x00, 0x60, 0, 0, 0x58, 0xCF,
      ])
    ram.write(Self.code, bytes: program)
    var state = cpu.architecturalState
    typealias Segment = ArchitecturalState.Segment
    let flat = Segment(selector: 0x10, base: 0, limit: .max, attributes: 0xC093)
    state.segments = [
      flat, Segment(selector: 8, base: 0, limit: .max, attributes: 0xC09B), flat, flat, flat, flat,
    ]
    state.gdtrBase = 0x1000
    state.gdtrLimit = 23
    state.idtrBase = 0x2000
    state.idtrLimit = 0x7FF
    state.cr0 = 0x11
    state.eflags = 0x202
    state.registers[4] = UInt64(Self.stack)
    state.rip = UInt64(Self.code)
    cpu.architecturalState = state
    monitor = isPatched ? Monitor(cpu, engine: engine, journal: journal) : nil
  }

  /// Raises INTR at a tick.
  func interrupt(at tick: Ticks) {
    cpu.acknowledgeInterrupt = { [unowned cpu] in
      cpu.setInterruptRequest(false)
      return 0x20
    }
    let slot = cpu.scheduler.makeSlot("interrupt") { [unowned cpu] _ in
      cpu.setInterruptRequest(true)
    }
    cpu.scheduler.schedule(slot, at: tick)
  }

  @discardableResult func run(_ ticks: Ticks = 200_000) -> Outcome {
    _ = cpu.run(until: ticks)
    return Outcome(
      state: cpu.architecturalState, memory: ram.bytes(0, count: ram.byteCount),
      end: ticks &- cpu.idleTicks)
  }

  /// Runs a program both ways.
  static func both(
    _ program: [UInt8], model: ProcessorModel = .pentium, interruptAt tick: Ticks? = nil
  ) -> (native: Outcome, patched: Outcome, bench: PatchBench) {
    let native = PatchBench(program, isPatched: false, model: model)
    let patched = PatchBench(program, isPatched: true, model: model)
    if let tick {
      native.interrupt(at: tick)
      patched.interrupt(at: tick)
    }
    return (native.run(), patched.run(), patched)
  }

  func count(_ reason: String) -> Int { journal.counts.byReason[reason] ?? 0 }
}
