import BusKit
import Foundation
import Testing

private final class Recorder: PortDevice, MemoryDevice {
  var writes: [(Int, UInt32)] = []
  var takesWide = false

  func readPort(_ offset: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: offset &+ 0x10) }
  func peekPort(_ offset: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: offset &+ 0x10) }
  func writePort(_ offset: UInt16, _ value: UInt8) { writes.append((Int(offset), UInt32(value))) }
  func readPortWide(_ offset: UInt16, _ width: AccessWidth) -> UInt32? {
    takesWide ? 0xCAFE_F00D & width.openBus : nil
  }
  func writePortWide(_ offset: UInt16, _ value: UInt32, _ width: AccessWidth) -> Bool {
    guard takesWide else { return false }
    writes.append((Int(offset), value))
    return true
  }
  func readMemory(_ offset: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: offset) }
  func peekMemory(_ offset: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: offset) }
  func writeMemory(_ offset: UInt32, _ value: UInt8) { writes.append((Int(offset), UInt32(value))) }
}

@Suite("Port map")
struct PortMapTests {
  @Test("devices see offsets, and wide accesses are split low address first")
  func splitting() {
    let ports = PortMap()
    let device = Recorder()
    ports.map(0x3F8...0x3FF, to: device)
    #expect(ports.read(0x3FA, .byte) == 0x12)
    #expect(ports.read(0x3FA, .word) == 0x1312)
    ports.write(0x3F8, 0x0403_0201, .dword)
    #expect(device.writes.map(\.0) == [0, 1, 2, 3])
    #expect(device.writes.map(\.1) == [1, 2, 3, 4])
  }

  @Test("a device may take a wide access whole")
  func wide() {
    let ports = PortMap()
    let device = Recorder()
    device.takesWide = true
    ports.map(0x1F0...0x1F7, to: device)
    #expect(ports.read(0x1F0, .word) == 0xF00D)
    ports.write(0x1F0, 0xBEEF, .word)
    #expect(device.writes.map(\.1) == [0xBEEF])
  }

  @Test("nobody's port floats high and is reported once a direction")
  func unmapped() {
    let ports = PortMap()
    var reports: [String] = []
    ports.onUnmapped = { reports.append("\($0) \($1)") }
    #expect(ports.read(0x1234, .byte) == 0xFF)
    #expect(ports.read(0x1234, .byte) == 0xFF)
    ports.write(0x1234, 0, .byte)
    #expect(ports.read(0xFFFF, .word) == 0xFFFF)
    #expect(ports.peek(0x99) == 0xFF)
    #expect(reports == ["4660 false", "4660 true", "65535 false", "0 false"])
  }

  @Test("a later mapping replaces an earlier one, with a base of its own")
  func replacing() {
    let ports = PortMap()
    ports.map(0x3F0...0x3F7, to: Recorder())
    ports.map(0x3F6...0x3F6, to: Recorder(), base: 0x3EE)
    #expect(ports.read(0x3F5, .byte) == 0x15)
    #expect(ports.read(0x3F6, .byte) == 0x18)
  }
}

@Suite("Guest RAM and the physical map")
struct MemoryTests {
  @Test("loads and stores are little-endian, and the end is safe")
  func bounds() {
    let ram = GuestRAM(byteCount: 5000)
    #expect(ram.byteCount == 8192)
    ram.write(8188, 0x4433_2211 as UInt32)
    #expect(ram.read(8190, as: UInt16.self) == 0x4433)
    #expect(ram.read(8189, as: UInt32.self) == .max)
    ram.write(8190, 0xFFFF_FFFF as UInt32)
    #expect(ram.bytes(8188, count: 100) == [0x11, 0x22, 0x33, 0x44])
    ram.write(-4, 1 as UInt32)
    ram.write(8190, bytes: [1, 2, 3, 4])
    #expect(ram.bytes(8190, count: 2) == [1, 2])
  }

  @Test("RAM, ROM, device and hole each answer in their own way")
  func regions() {
    let map = PhysicalMap(ram: GuestRAM(byteCount: 1 << 20))
    let device = Recorder()
    map.mapDevice(device, at: 0xA_0000, byteCount: 0x2_0000)
    map.mapROM([UInt8](repeating: 0x5A, count: 4096), at: 0xF_F000)
    map.mapROM([UInt8](repeating: 0xA5, count: 4096), at: 0xFFFF_F000)
    map.mapHole(at: 0xC_0000, byteCount: 0x1000)
    map.writeByte(0x100, 7)
    #expect(map.readByte(0x100) == 7)
    #expect(map.readByte(0xA_0123) == 0x23)
    map.writeByte(0xB_FFFF, 9)
    #expect(device.writes.first?.0 == 0x1_FFFF)
    map.writeByte(0xF_FFFF, 0)
    #expect(map.readByte(0xF_FFFF) == 0x5A)
    #expect(map.readByte(0xFFFF_FFFF) == 0xA5)
    map.writeByte(0xC_0000, 1)
    #expect(map.readByte(0xC_0000) == 0xFF)
    #expect(map.readByte(0x10_0000) == 0xFF)
    #expect(map.peek(0xFF, count: 2) == [0, 7])
  }

  @Test("whoever writes to decoded code is heard, page by page")
  func codeWrites() {
    let ram = GuestRAM(byteCount: 1 << 16)
    var heard: [[Int]] = []
    ram.onCodeWrite = { heard.append([$0, $1]) }
    ram.write(4090, bytes: [UInt8](repeating: 1, count: 12))
    #expect(heard.isEmpty)
    ram.codeGranules[0] = 1
    ram.codeGranules[1] = 1
    ram.write(4090, bytes: [UInt8](repeating: 1, count: 12))
    #expect(heard == [[4090, 6], [4096, 6]])
  }
}

@Suite("Fixed arrays")
struct FixedArrayTests {
  @Test("equality, hashing and archiving")
  func archive() throws {
    var registers = FixedArray<4, UInt8>(repeating: 0)
    registers[2] = 9
    let data = try JSONEncoder().encode(registers)
    let copy = try JSONDecoder().decode(FixedArray<4, UInt8>.self, from: data)
    #expect(copy == registers)
    #expect(copy.hashValue == registers.hashValue)
    #expect(copy.elements == [0, 0, 9, 0])
    registers[3] = 1
    #expect(copy != registers)
  }
}
