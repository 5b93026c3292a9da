import BusKit
import Foundation
import PC
import Testing
import X86Decode

/// What the BIOS finds in the CMOS, read as the BIOS reads it: index to port 70h, data from 71h.
struct CMOSTests {
  private func machine(_ change: (inout MachineConfiguration) -> Void) throws -> Machine {
    try TestBench.machine(running: [0xF4], change: change)
  }

  private func read(_ machine: Machine, _ register: UInt8) -> UInt8 {
    machine.ports.write(0x70, UInt32(register), .byte)
    return UInt8(machine.ports.read(0x71, .byte))
  }

  private func word(_ machine: Machine, _ register: UInt8) -> Int {
    Int(read(machine, register)) | Int(read(machine, register + 1)) << 8
  }

  @Test(
    "Memory sizes",
    arguments: [(640 << 10, 640, 0, 0), (16 << 20, 640, 15360, 0), (96 << 20, 640, 64512, 1280)])
  func memory(bytes: Int, base: Int, extended: Int, high: Int) throws {
    let machine = try machine { $0.memoryByteCount = bytes }
    #expect(word(machine, 0x15) == base)
    #expect(word(machine, 0x17) == extended)
    #expect(word(machine, 0x30) == extended)
    #expect(word(machine, 0x34) == high)
  }

  @Test(
    "A floppy's length says which drive it lies in",
    arguments: [
      (163_840, 0x10), (368_640, 0x10), (737_280, 0x30), (1_228_800, 0x20), (1_474_560, 0x40),
      (2_949_120, 0x50),
    ])
  func floppies(bytes: Int, types: UInt8) throws {
    let machine = try machine {
      $0.floppyDrives[0] = FloppyDrive(medium: .memory([UInt8](repeating: 0, count: bytes)))
    }
    #expect(read(machine, 0x10) == types)
    #expect(read(machine, 0x14) & 0xC1 == 1)
  }

  @Test("Two drives are counted, and an empty one takes 1.44 MB disks")
  func twoFloppyDrives() throws {
    let machine = try machine { $0.floppyDrives = [FloppyDrive(), FloppyDrive()] }
    #expect(read(machine, 0x10) == 0x44)
    #expect(read(machine, 0x14) & 0xC1 == 0x41)
  }

  @Test("A disk's geometry stands in the user-defined type 47")
  func disk() throws {
    // 20 MiB: 40 cylinders of 16 heads and 63 sectors, and a bit.
    let machine = try machine {
      $0.ataDrives[0] = .disk(.memory([UInt8](repeating: 0, count: 41 * 16 * 63 * 512)))
    }
    #expect(read(machine, 0x12) == 0xF0)
    #expect(read(machine, 0x19) == 47)
    #expect(word(machine, 0x1B) == 41)
    #expect(read(machine, 0x1D) == 16)
    #expect(read(machine, 0x23) == 63)
    #expect(read(machine, 0x39) & 3 == 0)
  }

  @Test(
    "Boot order",
    arguments: [
      ([.floppy, .disk, .cdrom], 0x21, 0x31), ([.cdrom, .floppy], 0x13, 0x01),
      ([.disk], 0x02, 0x01),
    ] as [([BootDevice], UInt8, UInt8)])
  func bootOrder(order: [BootDevice], first: UInt8, third: UInt8) throws {
    let machine = try machine { $0.bootOrder = order }
    #expect(read(machine, 0x3D) == first)
    #expect(read(machine, 0x38) == third)
  }

  @Test("The checksum of 10h to 2Dh stands in 2Eh and 2Fh")
  func checksum() throws {
    let machine = try machine { $0.memoryByteCount = 8 << 20 }
    let sum = (UInt8(0x10)...0x2D).reduce(0) { $0 + Int(read(machine, $1)) }
    #expect(Int(read(machine, 0x2E)) << 8 | Int(read(machine, 0x2F)) == sum)
  }

  @Test("The serial console is asked for in 5Fh")
  func serialConsole() throws {
    #expect(try read(machine { $0.serialConsole = true }, 0x5F) == 1)
    #expect(try read(machine { $0.serialConsole = false }, 0x5F) == 0)
  }
}
