import BusKit
import X86
import X86Decode

/// Vector instructions in flat 32-bit protected mode at level 0, code at 4000h, data at 10000h.
final class VectorBench {
  static let data = 0x10000
  let system: SystemBench
  var cpu: CPU { system.cpu }

  init(_ model: ProcessorModel = .x86_64) throws {
    system = SystemBench(model)
    try system.enterProtectedMode()
    change {
      // NE, PE; OSFXSR, OSXMMEXCPT.
      $0.cr0 = 0x31
      $0.cr4 = 0x600
      $0.floatingPoint = FloatingPointState()
      $0.registers[6] = UInt64(Self.data)
    }
  }

  func change(_ body: (inout ArchitecturalState) -> Void) {
    var state = cpu.architecturalState
    body(&state)
    cpu.architecturalState = state
  }

  var floatingPoint: FloatingPointState {
    get { cpu.architecturalState.floatingPoint }
    set { change { $0.floatingPoint = newValue } }
  }
  func vector(_ n: Int) -> [UInt64] { Array(floatingPoint.vectors[2 * n..<2 * n + 2]) }
  func setVector(_ n: Int, _ low: UInt64, _ high: UInt64 = 0) {
    floatingPoint.vectors[2 * n] = low
    floatingPoint.vectors[2 * n + 1] = high
  }
  var mxcsr: UInt32 {
    get { floatingPoint.mxcsr }
    set { floatingPoint.mxcsr = newValue }
  }

  /// Executes one instruction. Gives the vector whose handler was entered, or nil.
  @discardableResult func execute(_ bytes: [UInt8]) -> Int? {
    system.ram.write(Int(SystemBench.returnRIP), bytes: bytes)
    change {
      $0.rip = SystemBench.returnRIP
      $0.segments[1] = .init(
        selector: SystemBench.Selector.code0, base: 0, limit: .max, attributes: 0xC09B)
    }
    _ = cpu.stepInstruction()
    let rip = Int(cpu.rip)
    return rip >= 0x8000 && rip < 0x8200 ? (rip - 0x8000) / 16 : nil
  }

  func byte(_ address: Int) -> UInt8 { system.ram.read(address) }
  func quadword(_ address: Int) -> UInt64 { system.ram.read(address) }
}
