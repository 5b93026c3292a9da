import BusKit
import X86
import X86Decode

/// A few bytes of real-mode code at 0100:0000, run to their HLT. Stack at 0200:1000, data at 0300:0000
/// (DS) and 0400:0000 (ES); interrupt n goes to a HLT at 0050:n.
final class TinyProgram {
  let ram = GuestRAM(byteCount: 1 << 20)
  let scheduler = Scheduler(frequency: Frequency(10_000_000))
  let cpu: CPU

  static let code = 0x1000
  static let stack = 0x2000
  static let data = 0x3000
  static let extra = 0x4000

  init(_ model: ProcessorModel, features: ProcessorFeatures? = nil, _ code: [UInt8]) {
    cpu = CPU(
      model: model, features: features, memory: PhysicalMap(ram: ram), ports: PortMap(),
      scheduler: scheduler)
    ram.write(Self.code, bytes: code + [0xF4])
    for vector in 0..<256 { ram.write(vector * 4, 0x50 << 16 | UInt32(vector)) }
    ram.write(0x500, bytes: [UInt8](repeating: 0xF4, count: 256))
    var state = cpu.architecturalState
    let selectors: [UInt16] = [0x400, 0x100, 0x200, 0x300, 0x300, 0x300]
    for (slot, selector) in selectors.enumerated() {
      state.segments[slot] = .init(
        selector: selector, base: UInt64(selector) << 4, limit: 0xFFFF, attributes: 0x93)
    }
    state.idtrBase = 0
    state.idtrLimit = 0x3FF
    state.registers = [UInt64](repeating: 0, count: 16)
    state.registers[4] = 0x1000
    state.rip = 0
    state.eflags = 2
    cpu.architecturalState = state
  }

  subscript(_ name: GeneralRegister) -> UInt32 {
    get { cpu.register(name) }
    set { cpu.setRegister(name, newValue) }
  }
  var flags: UInt32 {
    get { cpu.state.eflags }
    set { cpu.state.eflags = newValue }
  }

  /// Runs to the HLT. Gives the vector whose handler it was, or nil for the program's own.
  @discardableResult func run() -> Int? {
    _ = cpu.run(until: scheduler.now + 1_000_000)
    let state = cpu.architecturalState
    return state.segments[1].selector == 0x50 ? Int(state.rip) - 1 : nil
  }

  /// The word `depth` words above SP.
  func stacked(_ depth: Int = 0) -> UInt16 { ram.read(Self.stack + Int(self[.rsp]) + depth * 2) }
}
