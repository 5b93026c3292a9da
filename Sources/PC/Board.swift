import X86
import X86Decode

import BusKit
import Chips

// The schematic: which part sits where, and which pin goes to which.
extension Machine {
  // MARK: The memory map

  /// | addresses                  | who answers                                              |
  /// |----------------------------|----------------------------------------------------------|
  /// | 00000...9FFFF              | RAM                                                      |
  /// | A0000...BFFFF              | the VGA's window                                         |
  /// | C0000...                   | the video BIOS, then nobody                              |
  /// | ...FFFFF                   | the last 128 KiB of the system BIOS                      |
  /// | 100000...                  | RAM                                                      |
  /// | ...FFFFFFFF (80286 FFFFFF) | the whole system BIOS, where the processor starts        |
  func mapMemory() {
    memory.mapHole(at: 0xA0000, byteCount: 0x60000)
    if !configuration.videoBIOS.isEmpty {
      let padding = (4096 - configuration.videoBIOS.count % 4096) % 4096
      memory.mapROM(
        configuration.videoBIOS + [UInt8](repeating: 0xFF, count: padding), at: 0xC0000)
    }
    let bios = configuration.systemBIOS
    let low = bios.suffix(128 << 10)
    memory.mapROM(Array(low), at: UInt64(0x100000 - low.count))
    switch configuration.model {
    case .i8086, .i80186: break
    case .i80286: memory.mapROM(bios, at: UInt64((1 << 24) - bios.count))
    case .i80386, .i80486: memory.mapROM(bios, at: UInt64((1 << 32) - bios.count))
    }
  }

  // MARK: The wires

  func wire() {
    exitPorts.onDebugByte = { [unowned self] in outputs.debugConsole?($0) }
    exitPorts.onExit = { [unowned self] in requestStop(.guestExit($0)) }
    exitPorts.onIdleHint = { [unowned self] in
      if idleDetector.hint(at: now, portWrites: ports.writeCount) { cpu.skipToNextEvent() }
    }
    for port in [
      ExitPorts.debugConsole, ExitPorts.debugExit, ExitPorts.idleHint, ExitPorts.exit,
    ] {
      ports.map(port...port, to: exitPorts, base: 0)
    }
    ports.onUnmapped = { [unowned self] port, isWrite in
      let number = String(port, radix: 16, uppercase: true)
      outputs.log?("nobody answers \(isWrite ? "a write to" : "a read from") port \(number)h")
    }
  }

  /// The shutdown code in the CMOS: not 0 when the guest expects to be reset.
  var shutdownCode: UInt8 { 0 }
}
