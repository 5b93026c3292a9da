import BusKit
import Lab
import Testing
import X86

/// Direct paging: what the monitor lets into tables that the hardware walks.
struct ParaTypeTests {
  private typealias Guest = ParaGuest
  private static let pinLevel1: UInt32 = 1
  private static let pinLevel2: UInt32 = 2
  private static let unpin: UInt32 = 3
  private static let newBasePointer: UInt32 = 4

  /// A frame that may no longer be written: its mapping is made read-only.
  private func protect(_ frame: UInt32, _ guest: ParaGuest) {
    #expect(guest.ask(.updateVAMapping, frame, frame | 1, 1) == 0)
  }

  @Test("Attaching makes directory, table and descriptors what they are")
  func attach() {
    let guest = Guest.attached()
    #expect(guest.engine.isAttached)
    #expect(guest.register(.rax) == 0)
    #expect(guest.cpu.cpl == 1)
    #expect(guest.cpu.segment(SegmentSlot.cs).selector == 0x09)
    #expect(guest.engine.use(ofFrame: Guest.directory >> 12).kind == "level2")
    #expect(guest.engine.use(ofFrame: Guest.table >> 12).kind == "level1")
    #expect(guest.engine.use(ofFrame: Guest.shared >> 12 + 1).kind == "descriptors")
    #expect(guest.engine.use(ofFrame: Guest.free >> 12).kind == "writable")
    #expect(guest.engine.isConsistent)
    // The monitor is seen in the directory's last entry, and only there.
    #expect(guest.read(Guest.directory + 0xFFC) & 1 == 1)
    #expect(guest.read(Guest.directory + 0xFFC) >> 12 >= Guest.frameCount)
  }

  @Test("A directory that is not in order is not attached")
  func refusesToAttach() {
    func attempt(_ spoil: (ParaGuest) -> Void) -> (UInt32, ParaGuest) {
      let guest = ParaGuest()
      spoil(guest)
      guest.run(Guest.attaching + Guest.here)
      return (guest.register(.rax), guest)
    }
    let cases: [(ParaGuest) -> Void] = [
      // The table, the directory, the processor's tables writable.
      { $0.write($0.entry(Guest.table), [Guest.table | 3]) },
      { $0.write($0.entry(Guest.directory), [Guest.directory | 3]) },
      { $0.write($0.entry(Guest.shared + 0x1000), [(Guest.shared + 0x1000) | 3]) },
      // The monitor's memory, and what is behind all memory.
      { $0.write($0.entry(Guest.free), [(Guest.frameCount << 12) | 1]) },
      { $0.write($0.entry(Guest.free), [0xFEE0_0003]) },
      // A large page; the monitor's own entry; a directory that is its own table.
      { $0.write(Guest.directory + 4, [0x83]) },
      { $0.write(Guest.directory + 0xFFC, [Guest.table | 3]) },
      { $0.write(Guest.directory + 4, [Guest.directory | 3]) },
    ]
    for spoil in cases {
      let (answer, guest) = attempt(spoil)
      #expect(Int32(bitPattern: answer) < 0)
      #expect(!guest.engine.isAttached)
      #expect(guest.cpu.cr0 & 0x8000_0000 == 0)
      #expect(guest.cpu.cpl == 0)
    }
  }

  @Test("Entries of a page table change by hypercall, batches in order")
  func updates() {
    let guest = Guest.attached()
    let other = Guest.free + 0x1000
    #expect(guest.update(guest.entry(Guest.free), other | 3) == 0)
    #expect(guest.read(guest.entry(Guest.free)) == other | 3)
    #expect(guest.engine.use(ofFrame: other >> 12).count == 2)
    #expect(guest.engine.use(ofFrame: Guest.free >> 12) == ("none", 0))
    // Four at once; the third is refused, and the number of those before it told.
    let entries = (0..<4 as Range<UInt32>).map { guest.entry(Guest.free + $0 << 12) }
    guest.write(
      Guest.list,
      [entries[0], 0, entries[1], 0, entries[2], Guest.table | 3, entries[3], 0])
    #expect(guest.ask(.mmuUpdate, Guest.list, 4, Guest.list + 0x800) < 0)
    #expect(guest.read(Guest.list + 0x800) == 2)
    #expect(guest.read(entries[1]) == 0)
    #expect(guest.read(entries[3]) != 0)
    #expect(guest.engine.counts.batches == [1: 1, 4: 1])
    #expect(guest.engine.counts.pageTableUpdates == 3)
    #expect(guest.engine.isConsistent)
  }

  @Test("No update makes a table writable, or maps what is not the guest's")
  func maliciousUpdates() {
    let guest = Guest.attached()
    let entry = guest.entry(Guest.free)
    let former = guest.read(entry)
    let pool = Guest.frameCount << 12
    let refused: [(UInt32, Refusal)] = [
      (Guest.table | 3, .writableTable), (Guest.directory | 3, .writableTable),
      ((Guest.shared + 0x1000) | 3, .writableTable),
      (pool | 1, .foreignFrame), (pool | 3, .foreignFrame), (pool + 0x40_0000 | 7, .foreignFrame),
      (0xFEE0_0003, .foreignFrame), (0xFFC0_0003, .foreignFrame), (0xE000_0003, .foreignFrame),
    ]
    for (value, reason) in refused {
      let before = guest.engine.counts.refusals[reason, default: 0]
      #expect(guest.update(entry, value) == -Int32(reason.code), "\(reason)")
      #expect(guest.ask(.updateVAMapping, Guest.free, value, 1) == -Int32(reason.code))
      #expect(guest.engine.counts.refusals[reason] == before + 2)
      #expect(guest.read(entry) == former)
    }
    // Read-only, the guest may look at its tables; the PC's own first MiB it may use.
    #expect(guest.update(entry, Guest.table | 1) == 0)
    #expect(guest.update(entry, 0xB8003) == 0)
    #expect(guest.update(entry, former) == 0)
    // Directories: a large page, a page as a table, the monitor's entry.
    let slot = Guest.directory + 4
    #expect(guest.update(slot, 0x83) == -Int32(Refusal.largePage.code))
    #expect(guest.update(slot, Guest.free | 3) == -Int32(Refusal.writableTable.code))
    #expect(guest.update(slot, Guest.directory | 3) == -Int32(Refusal.wrongType.code))
    #expect(guest.update(slot, pool | 3) == -Int32(Refusal.foreignFrame.code))
    #expect(guest.update(Guest.directory + 0xFFC, 0) == -Int32(Refusal.monitorSlot.code))
    // What is no table is not updated as one, and neither is half an entry.
    #expect(guest.update(Guest.free, 3) == -Int32(Refusal.badArgument.code))
    #expect(guest.update(pool, 3) == -Int32(Refusal.badArgument.code))
    #expect(guest.update(entry + 2, 0) == -Int32(Refusal.badArgument.code))
    #expect(guest.engine.isConsistent)
  }

  @Test("Pinning validates, keeps the type, and ends with unpinning")
  func pins() {
    let guest = Guest.attached()
    let table = Guest.free
    // Writable somewhere: no table.
    #expect(guest.extend(Self.pinLevel1, table) == -Int32(Refusal.writableTable.code))
    protect(table, guest)
    // A mapping of the monitor's in it, then one of itself.
    guest.write(table + 0x10, [Guest.frameCount << 12 | 3])
    #expect(guest.extend(Self.pinLevel1, table) == -Int32(Refusal.foreignFrame.code))
    guest.write(table + 0x10, [table | 3])
    #expect(guest.extend(Self.pinLevel1, table) == -Int32(Refusal.writableTable.code))
    #expect(guest.engine.use(ofFrame: table >> 12) == ("none", 0))
    guest.write(table + 0x10, [(table + 0x1000) | 3])
    #expect(guest.extend(Self.pinLevel1, table) == 0)
    #expect(guest.engine.use(ofFrame: table >> 12) == ("level1", 1))
    #expect(guest.engine.use(ofFrame: table >> 12 + 1) == ("writable", 2))
    #expect(guest.engine.isConsistent)
    // In use as a table it is nothing else.
    #expect(guest.update(guest.entry(table), table | 3) == -Int32(Refusal.writableTable.code))
    #expect(guest.extend(Self.pinLevel2, table) == -Int32(Refusal.inUse.code))
    #expect(guest.extend(Self.newBasePointer, table) == -Int32(Refusal.wrongType.code))
    // A second reference, from a directory, outlives the pin.
    #expect(guest.update(Guest.directory + 4, table | 3) == 0)
    #expect(guest.extend(Self.unpin, table) == 0)
    #expect(guest.extend(Self.unpin, table) == -Int32(Refusal.badArgument.code))
    #expect(guest.engine.use(ofFrame: table >> 12) == ("level1", 1))
    #expect(guest.update(Guest.directory + 4, 0) == 0)
    #expect(guest.engine.use(ofFrame: table >> 12) == ("none", 0))
    #expect(guest.engine.use(ofFrame: table >> 12 + 1) == ("writable", 1))
    #expect(guest.update(guest.entry(table), table | 3) == 0)
    #expect(guest.engine.isConsistent)
  }

  @Test("A second address space, and back")
  func baseptr() {
    let guest = Guest.attached()
    let directory = Guest.free
    #expect(guest.extend(Self.newBasePointer, directory) == -Int32(Refusal.writableTable.code))
    protect(directory, guest)
    guest.write(directory, [Guest.table | 3])
    #expect(guest.extend(Self.pinLevel2, directory) == 0)
    #expect(guest.read(directory + 0xFFC) == guest.read(Guest.directory + 0xFFC))
    #expect(guest.extend(Self.newBasePointer, directory) == 0)
    #expect(guest.cpu.cr3 == UInt64(directory))
    guest.go()
    #expect(guest.engine.isAttached)
    // The former one is free of CR3 now, and was never pinned.
    #expect(guest.engine.use(ofFrame: Guest.directory >> 12) == ("none", 0))
    #expect(guest.read(Guest.directory + 0xFFC) == 0)
    // Unpinned while CR3 relies on it, it stays a directory.
    #expect(guest.extend(Self.unpin, directory) == 0)
    #expect(guest.engine.use(ofFrame: directory >> 12) == ("level2", 1))
    #expect(guest.extend(Self.newBasePointer, Guest.directory) == 0)
    #expect(guest.engine.use(ofFrame: directory >> 12) == ("none", 0))
    #expect(guest.engine.isConsistent)
  }

  @Test("Descriptor tables: no ring 0, no system descriptors, no writable frames")
  func descriptorTables() {
    let guest = Guest.attached()
    func attempt(_ raw: UInt64) -> Int32 {
      guest.ram.write(Int(Guest.gdt) + 8, 0x00CF_BB00_0000_FFFF as UInt64)
      guest.ram.write(Int(Guest.gdt) + 16, 0x00CF_B300_0000_FFFF as UInt64)
      guest.ram.write(Int(Guest.gdt) + 24, raw)
      return guest.ask(.setGDT, Guest.gdt, 4)
    }
    let bad: [UInt64] = [
      0x00CF_9B00_0000_FFFF, 0x00CF_9300_0000_FFFF,  // ring 0
      0x0000_EC00_0009_1000,  // a call gate of ring 3
      0x0000_E500_0009_0000,  // a task gate
      0x0000_8900_1000_0067, 0x0000_E200_1000_0007,  // a task state segment, a local table
    ]
    for raw in bad {
      #expect(attempt(raw) == -Int32(Refusal.privilegedDescriptor.code))
      #expect(guest.engine.use(ofFrame: Guest.gdt >> 12).kind == "none")
    }
    // What is not present does not count. Limits end below the monitor, and A is set.
    #expect(attempt(0x00CF_1300_0000_FFFF) == 0)
    #expect(attempt(0x00CF_F200_0000_FFFF) == 0)
    #expect(guest.ram.read(Int(Guest.gdt) + 24) == 0x00CF_F300_0000_FBFF as UInt64)
    #expect(guest.engine.use(ofFrame: Guest.gdt >> 12) == ("descriptors", 1))
    #expect(guest.update(guest.entry(Guest.gdt), Guest.gdt | 3) < 0)
    // One by one.
    let place = Guest.gdt + 24
    #expect(
      guest.ask(.updateDescriptor, place, 0x0000_FFFF, 0x00CF_9B00)
        == -Int32(Refusal.privilegedDescriptor.code))
    #expect(guest.ask(.updateDescriptor, place, 0x0000_00FF, 0x0040_F300) == 0)
    #expect(guest.ram.read(Int(place)) == 0x0040_F300_0000_00FF as UInt64)
    #expect(
      guest.ask(.updateDescriptor, Guest.free, 0, 0) == -Int32(Refusal.wrongType.code))
    #expect(
      guest.ask(.updateDescriptor, Guest.shared + 0x1000, 0, 0)
        == -Int32(Refusal.badArgument.code))
    // A table in a page that can be written.
    #expect(guest.ask(.setLDT, Guest.free, 1) == -Int32(Refusal.writableTable.code))
    #expect(guest.ask(.setLDT, Guest.gdt + 0x100, 2) == 0)
    #expect(guest.engine.use(ofFrame: Guest.gdt >> 12) == ("descriptors", 2))
    #expect(guest.ask(.setLDT, 0, 0) == 0)
    #expect(guest.engine.use(ofFrame: Guest.gdt >> 12) == ("descriptors", 1))
    guest.go()
    #expect(guest.engine.isAttached)
    #expect(guest.engine.isConsistent)
  }

  @Test("What a device writes over a page table is put back")
  func tampering() {
    let guest = Guest.attached()
    let entry = Int(guest.entry(Guest.free))
    let former: UInt32 = guest.ram.read(entry)
    // As DMA does it: through the bus.
    for (n, byte) in ParaGuest.bytes(Guest.frameCount << 12 | 3).enumerated() {
      guest.cpu.memory.writeByte(UInt64(entry + n), byte)
    }
    guest.go()
    #expect(guest.ram.read(entry) == former)
    #expect(guest.engine.counts.tamperedTables > 0)
    guest.cpu.memory.writeByte(UInt64(Guest.directory + 0xFFC), 0)
    guest.go()
    #expect(guest.read(Guest.directory + 0xFFC) & 1 == 1)
    #expect(guest.engine.isConsistent)
  }

  @Test("The types survive what a guest asks for at random")
  func random() {
    var guest = Guest.attached()
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt32) -> UInt32 {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return UInt32(truncatingIfNeeded: seed >> 33) % bound
    }
    // Frames of which some are tables, some are pages; some numbers are the monitor's.
    func frame() -> UInt32 { next(10) == 0 ? Guest.frameCount + next(64) : 0x30 + next(16) }
    for step in 0..<6000 {
      let place =
        next(3) == 0
        ? Guest.directory + 4 * (1 + next(3)) : guest.entry(next(16) << 12 + Guest.free)
      switch next(8) {
      case 0: _ = guest.extend(Self.pinLevel1, frame() << 12)
      case 1: _ = guest.extend(Self.pinLevel2, frame() << 12)
      case 2, 3: _ = guest.extend(Self.unpin, frame() << 12)
      case 4: _ = guest.update(frame() << 12 + next(1024) * 4, frame() << 12 | next(8))
      case 5: _ = guest.extend(Self.newBasePointer, Guest.directory)
      default: _ = guest.update(place, frame() << 12 | next(8))
      }
      if step % 500 == 499 { #expect(guest.engine.isConsistent, "step \(step)") }
    }
    #expect(guest.engine.counts.pageTableUpdates > 500)
    #expect(guest.engine.counts.refusals.count >= 4)
    guest = Guest.attached()
    #expect(guest.engine.isConsistent)
  }
}
