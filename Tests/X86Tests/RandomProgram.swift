import BusKit
import X86
import X86Decode

/// A machine whose memory is full of random but mostly sensible code, with a timer interrupt. It runs
/// wherever chance takes it: faults, wild jumps, self-modification and all.
final class RandomProgram {
  /// How the interpreter is held to run it; none of them may make a difference.
  enum Manner: CaseIterable, Sendable {
    case normal, stepping, tinyCache
  }

  /// Everything that must come out the same.
  struct Outcome: Equatable {
    var state: ArchitecturalState
    var tick: Ticks
    var memory: UInt64
    var interrupts: Int
    var exits: [CPUExit]
  }

  private static let byteCount = 1 << 20
  private let ram = GuestRAM(byteCount: RandomProgram.byteCount)
  private let scheduler = Scheduler(frequency: Frequency(10_000_000))
  private let cpu: CPU
  private var random: UInt64
  private var interrupts = 0

  /// - Parameters:
  ///   - is32Bit: flat 32-bit protected mode instead of real mode (80386 and later).
  ///   - isNoise: bytes without any sense, in the tables as well.
  init(
    _ model: ProcessorModel, seed: UInt64, is32Bit: Bool = false, isNoise: Bool = false,
    manner: Manner = .normal
  ) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    cpu = CPU(
      model: model, memory: PhysicalMap(ram: ram), ports: PortMap(), scheduler: scheduler)
    fill(isNoise ? nil : is32Bit ? 4 : 2)
    start(is32Bit)
    switch manner {
    case .normal: break
    case .stepping: cpu.alwaysSteps = true
    case .tinyCache: cpu.limitOpCache(byteCount: 16 << 10)
    }
    var slot: EventSlot?
    let timer = scheduler.makeSlot("timer") { [unowned self] deadline in
      cpu.setInterruptRequest(true)
      if let slot { scheduler.schedule(slot, at: deadline + 977) }
    }
    slot = timer
    scheduler.schedule(timer, at: 500)
    cpu.acknowledgeInterrupt = { [unowned self] in
      cpu.setInterruptRequest(false)
      interrupts += 1
      return 0x20
    }
  }

  /// Runs `pieces` stretches of `length` clocks. A halt ends with an NMI; between two stretches the
  /// program is pushed out of whatever loop it has fallen into.
  func run(pieces: Int, length: Ticks) -> Outcome {
    var exits: [CPUExit] = []
    for piece in 1...pieces {
      let deadline = Ticks(piece) * length
      var halts = 0
      while halts < 1000 {
        let exit = cpu.run(until: deadline)
        exits.append(exit)
        if exit == .deadline || exit == .shutdown { break }
        cpu.raiseNonMaskableInterrupt()
        halts += 1
      }
      if exits.last == .shutdown { break }
      cpu.rip = next() & 0xFFFF
      cpu.setRegister(.rsp, 0x8000 as UInt32)
      // Interrupts on; sometimes single-stepping.
      cpu.state.eflags = cpu.state.eflags & ~0x100 | 0x200 | (next() >> 40 & 15 == 0 ? 0x100 : 0)
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    ram.bytes(0, count: Self.byteCount).withUnsafeBytes { bytes in
      for at in stride(from: 0, to: bytes.count, by: 8) {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x100_0000_01B3
      }
    }
    return Outcome(
      state: cpu.architecturalState, tick: scheduler.now, memory: hash, interrupts: interrupts,
      exits: exits)
  }

  // MARK: Code

  private func next() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }
  private func byte() -> UInt8 { UInt8(truncatingIfNeeded: next() >> 24) }
  private func pick(_ choices: [UInt8]) -> UInt8 { choices[Int(next() >> 20) % choices.count] }

  /// 64 KiB of it, over and over; noise without a code size.
  private func fill(_ codeSize: Int?) {
    var code: [UInt8] = []
    while code.count < 0x10000 { code += codeSize.map(instruction) ?? [byte()] }
    for at in stride(from: 0, to: Self.byteCount, by: 0x10000) {
      ram.write(at, bytes: code.prefix(0x10000))
    }
  }

  /// ModRM with displacement; mostly registers and short displacements.
  private func operand(_ codeSize: Int) -> [UInt8] {
    let modRM = byte()
    let isMemory = modRM < 0xC0
    var bytes = [modRM]
    if codeSize == 4, isMemory, modRM & 7 == 4 { bytes.append(byte() & 0xF7) }
    let isDirect = modRM < 0x40 && modRM & 7 == (codeSize == 4 ? 5 : 6)
    if modRM >> 6 == 1 { bytes.append(byte()) }
    if modRM >> 6 == 2 || isDirect {
      bytes += codeSize == 4 ? [byte(), byte(), byte() & 15, 0] : [byte(), byte()]
    }
    return bytes
  }

  private func instruction(_ codeSize: Int) -> [UInt8] {
    let wide = (0..<codeSize).map { _ in byte() }
    switch next() >> 30 & 15 {
    case 0, 1, 2: return [byte() & 0x38 | byte() & 3] + operand(codeSize)
    case 3: return [0x83] + operand(codeSize) + [byte()]
    case 4: return [0x40 | byte() & 15]
    case 5: return [0xB8 | byte() & 7] + wide
    case 6: return [0x88 | byte() & 3] + operand(codeSize)
    case 7, 8: return [0x70 | byte() & 15, byte() & 0x3F]
    case 9: return [0x50 | byte() & 15]
    case 10: return [pick([0xD0, 0xD1, 0xD2, 0xD3])] + operand(codeSize)
    case 11: return [pick([0xF6, 0xF7])] + operand(codeSize)
    case 12: return [pick([0xF8, 0xF9, 0xFC, 0xFD, 0x98, 0x99, 0x9C, 0x9E, 0x9F, 0xFB])]
    case 13:
      return [pick([0xA4, 0xA5, 0xA6, 0xA7, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF])]
    case 14: return [pick([0xE2, 0xE3, 0xEB, 0x74, 0x75]), byte() & 0x1F]
    default: return [byte(), byte()]
    }
  }

  private func start(_ is32Bit: Bool) {
    var state = cpu.architecturalState
    for name in 0..<8 { state.registers[name] = next() & 0xFFFF }
    state.registers[4] = 0x8000
    state.rip = 0x1000
    state.eflags = 0x202
    state.idtrBase = 0
    if is32Bit {
      // Flat segments, interrupt gates to random code.
      ram.write(0x8_0008, 0x00CF_9B00_0000_FFFF as UInt64)
      ram.write(0x8_0010, 0x00CF_9300_0000_FFFF as UInt64)
      for vector in 0..<256 {
        let target = 0x1000 + (next() & 0xFFFF)
        let gate =
          8 << 16 | 0x8E00 << 32 | target & 0xFFFF | (target >> 16) << 48
        ram.write(0x9_0000 + vector * 8, gate as UInt64)
      }
      state.gdtrBase = 0x8_0000
      // What follows the two descriptors is code or noise.
      state.gdtrLimit = 0x3FF
      state.idtrBase = 0x9_0000
      state.idtrLimit = 0x7FF
      state.cr0 |= 1
      if next() >> 50 & 1 == 0 {
        // Paging: most pages where they are, some absent, some read-only.
        ram.write(0xA_0000, 0xA_1007 as UInt32)
        for page in 0..<256 {
          let isSystem = 0x80...0xA1 ~= page
          let bits: UInt64 = isSystem || next() >> 33 & 15 > 1 ? 7 : next() >> 33 & 1 * 5
          ram.write(0xA_1000 + page * 4, UInt32(page) << 12 | UInt32(truncatingIfNeeded: bits))
        }
        state.cr3 = 0xA_0000
        state.cr0 |= 0x8001_0000
      }
      let data = ArchitecturalState.Segment(
        selector: 0x10, base: 0, limit: .max, attributes: 0xC093)
      state.segments = [data, data, data, data, data, data]
      state.segments[1] = .init(selector: 8, base: 0, limit: .max, attributes: 0xC09B)
    } else {
      for vector in 0..<256 {
        ram.write(vector * 4, UInt32(truncatingIfNeeded: next() & 0x0FFF_FFFF))
      }
      state.idtrLimit = 0x3FF
      for slot in 0..<6 {
        let selector = UInt16(truncatingIfNeeded: 0x100 &* UInt64(slot))
        state.segments[slot] = .init(
          selector: selector, base: UInt64(selector) << 4, limit: 0xFFFF, attributes: 0x93)
      }
    }
    cpu.architecturalState = state
  }
}
