import BusKit
import X86

/// The guest's page tables as they stand in its RAM, read without a trace: no accessed bit is set.
///
/// Source: Intel SDM vol. 3, 4.3 and 4.4 (32-bit and PAE paging).
struct GuestWalk {
  static let present: UInt64 = 1
  static let writable: UInt64 = 2
  static let user: UInt64 = 4
  static let dirty: UInt64 = 0x40
  static let large: UInt64 = 0x80

  let memory: PhysicalMap
  let registers: SystemRegisters
  let a20Mask: UInt64

  init(_ cpu: CPU) {
    memory = cpu.memory
    registers = cpu.systemRegisters
    a20Mask = cpu.passesA20 ? .max : ~(1 << 20)
  }

  var isPaging: Bool { registers.cr0 & 0x8000_0000 != 0 }
  var isWide: Bool { registers.cr4 & 0x20 != 0 }

  /// Whether a frame is the guest's RAM or ROM.
  func isMemory(_ frame: UInt64) -> Bool {
    guard case .memory = memory.page(frame) else { return false }
    return true
  }

  /// The frame of the page directory that serves a linear address; nil if there is none.
  func directoryFrame(_ linear: UInt64) -> UInt64? {
    guard isWide else { return registers.cr3 >> 12 & 0xF_FFFF }
    let pointers = registers.pageDirectoryPointers
    let pointer = [pointers.0, pointers.1, pointers.2, pointers.3][Int(linear >> 30 & 3)]
    guard pointer & Self.present != 0 else { return nil }
    return (pointer & 0x000F_FFFF_FFFF_F000) >> 12
  }

  /// The directory's entry for a linear address.
  func directoryEntry(_ linear: UInt64) -> UInt64? {
    guard let frame = directoryFrame(linear) else { return nil }
    return isWide
      ? read(frame << 12 | (linear >> 21 & 511) << 3, 8)
      : read(frame << 12 | (linear >> 22 & 1023) << 2, 4)
  }

  func isLarge(_ entry: UInt64) -> Bool {
    entry & Self.large != 0 && (isWide || registers.cr4 & 0x10 != 0)
  }

  /// The physical address of a linear one, whatever its rights; nil if it is not mapped.
  func physical(_ linear: UInt64) -> UInt64? {
    guard isPaging else { return linear & 0xFFFF_FFFF & a20Mask }
    guard let entry = directoryEntry(linear), entry & Self.present != 0 else { return nil }
    if isLarge(entry) {
      let mask: UInt64 = isWide ? 0x1F_FFFF : 0x3F_FFFF
      // PSE-36's upper bits stand in bits 13 to 20.
      let high = isWide ? 0 : (entry >> 13 & 0xFF) << 32
      return (high | entry & (isWide ? 0x000F_FFFF_FFE0_0000 : 0xFFC0_0000) | linear & mask)
        & a20Mask
    }
    let table = entry & 0x000F_FFFF_FFFF_F000
    let leaf =
      isWide
      ? read(table | (linear >> 12 & 511) << 3, 8) : read(table | (linear >> 12 & 1023) << 2, 4)
    guard leaf & Self.present != 0 else { return nil }
    return (leaf & 0x000F_FFFF_FFFF_F000 | linear & 0xFFF) & a20Mask
  }

  /// Reads `count` bytes (up to 8, inside one page) of RAM or ROM; all ones where there is none.
  func read(_ physical: UInt64, _ count: Int) -> UInt64 {
    guard case .memory(let page, _, _) = memory.page(physical >> 12) else { return .max }
    var value: UInt64 = 0
    let offset = Int(physical & 4095)
    for n in 0..<min(count, 4096 - offset) {
      value |= UInt64(page.load(fromByteOffset: offset + n, as: UInt8.self)) << UInt64(8 * n)
    }
    return value
  }

  /// Bytes at a linear address, as far as they are mapped RAM or ROM.
  func bytes(_ linear: UInt64, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    var at = linear
    while result.count < count, let physical = physical(at & 0xFFFF_FFFF),
      case .memory(let page, _, _) = memory.page(physical >> 12)
    {
      let offset = Int(physical & 4095)
      let taken = min(count - result.count, 4096 - offset)
      result += UnsafeRawBufferPointer(start: page + offset, count: taken)
      at &+= UInt64(taken)
    }
    return result
  }
}
