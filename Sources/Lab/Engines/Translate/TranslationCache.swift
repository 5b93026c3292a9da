import BusKit
import X86
import X86Decode

/// The translations, in pages of the monitor's hole: code that the hardware executes, and for each of the
/// latest contexts a page of variables and a table of indirect targets.
///
/// All of it is dropped when there is no room left; a translation dies alone when a byte of its source
/// changes. What depends on the guest's page tables, which is the tables of indirect targets, is forgotten
/// with the virtual processor's own translations.
final class TranslationCache {
  /// A context and its part of the cache.
  final class Region {
    let number: Int
    /// In the cache.
    let place: Int
    fileprivate(set) var context: TranslationContext?
    fileprivate(set) var id = 0
    fileprivate var filled: [Int] = []
    fileprivate var lastUse: UInt64 = 0
    /// IOPL and pending interrupt that the flag table was made for.
    fileprivate var flagTable: (iopl: UInt8, isPending: Bool)?

    init(number: Int, place: Int) {
      self.number = number
      self.place = place
    }
  }

  static let pages = MonitorLayout.translations
  private static let codePages = 480
  private static let regionPages = Translator.Slot.byteCount / 4096
  private static let regionCount = (pages.count - codePages) / regionPages

  private let memory: GuestRAM
  private let base: UnsafeMutableRawPointer
  /// Of the first byte: in RAM, and as the hardware sees it.
  private let ramAddress: Int
  let linear: UInt64

  private var used = 0
  private var firstFree = 0
  /// The code that finds indirect targets, for 16-bit and for 32-bit segments.
  private(set) var lookups: [Bool: Int] = [:]
  /// The INT3s at which it gives up.
  private var misses: Set<Int> = []

  private(set) var regions: [Region]
  private var useCount: UInt64 = 0
  private var nextContext = 1

  private var blocks: [TranslatedBlock.Key: TranslatedBlock] = [:]
  private var byFrame: [UInt64: [TranslatedBlock]] = [:]
  /// By place, dead ones included: the hardware may still be in one.
  private var byPlace: [TranslatedBlock] = []

  /// For reports.
  struct Counts: Equatable, Sendable {
    var made = 0
    var killed = 0
    var flushes = 0
    var chained = 0
    var unchained = 0
    var tableEntries = 0
    var tableClears = 0
    var instructions: [TranslationKind: Int] = [:]
  }
  private(set) var counts = Counts()

  init(_ pool: MonitorPool) {
    memory = pool.ram
    base = pool.pointer(Self.pages.lowerBound)
    ramAddress = Int(pool.machineAddress(Self.pages.lowerBound))
    linear = MonitorLayout.linear(Self.pages.lowerBound)
    regions = (0..<Self.regionCount).map {
      Region(number: $0, place: (Self.codePages + $0 * Self.regionPages) * 4096)
    }
    writeLookups()
  }

  var regionByteCount: Int { Self.regionPages * 4096 }
  var usedByteCount: Int { used }
  var liveBlocks: [TranslatedBlock] { byPlace.filter(\.isAlive) }

  func linear(_ place: Int) -> UInt64 { linear + UInt64(place) }
  /// The place of a linear address of the hardware's, if it lies in the code.
  func place(_ address: UInt64) -> Int? {
    let place = Int(truncatingIfNeeded: address &- linear)
    return place >= 0 && place < Self.codePages * 4096 ? place : nil
  }
  func isMiss(_ place: Int) -> Bool { misses.contains(place) }

  // MARK: Raw contents

  private func write(_ place: Int, _ bytes: [UInt8]) {
    memory.willWrite(ramAddress + place, bytes.count)
    for (n, byte) in bytes.enumerated() {
      base.storeBytes(of: byte, toByteOffset: place + n, as: UInt8.self)
    }
  }

  private func write(_ place: Int, _ value: UInt32) {
    memory.willWrite(ramAddress + place, 4)
    base.storeBytes(of: value, toByteOffset: place, as: UInt32.self)
  }

  func bytes(_ place: Int, count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: base + place, count: count))
  }

  /// A variable of a region's. No code lies there.
  func variable(_ region: Region, _ slot: Int) -> UInt32 {
    base.load(fromByteOffset: region.place + slot, as: UInt32.self)
  }
  /// A counter of a region's, which starts anew.
  func takeCount(_ region: Region, _ slot: Int) -> Int {
    let count = variable(region, slot)
    if count != 0 { setVariable(region, slot, 0) }
    return Int(count)
  }
  func setVariable(_ region: Region, _ slot: Int, _ value: UInt32) {
    base.storeBytes(of: value, toByteOffset: region.place + slot, as: UInt32.self)
  }

  // MARK: Indirect targets

  /// The target's offset is in its slot. The table's slot is found by its low 13 bits, and compared by
  /// adding, which leaves the flags alone.
  private func writeLookups() {
    typealias Slot = Translator.Slot
    for is32 in [false, true] {
      var code = CodeEmitter(is32: is32)
      code.store(.ecx, to: Slot.ecx)
      code.store(.edx, to: Slot.edx)
      code.load(.edx, from: Slot.target)
      code.scaleTarget()
      code.keepWord()
      code.loadIndexed(Slot.hash)
      code.add()
      let isHit = code.jumpIfZero()
      code.load(.ecx, from: Slot.ecx)
      code.load(.edx, from: Slot.edx)
      misses.insert(used + code.offset)
      code.callOut()
      code.land(isHit)
      code.scaleTarget()
      code.keepWord()
      code.loadIndexed(Slot.hash + 4)
      code.store(.ecx, to: Slot.jump)
      code.count(Slot.lookups)
      code.load(.ecx, from: Slot.ecx)
      code.load(.edx, from: Slot.edx)
      code.jump(through: Slot.jump)
      write(used, code.bytes)
      lookups[is32] = used
      used += (code.offset + 63) & ~63
    }
    firstFree = used
  }

  /// Translated code that goes to this offset finds its translation from now on.
  func enter(_ block: TranslatedBlock, in region: Region) {
    let index = Int(block.rip & 0x1FFF)
    let place = region.place + Translator.Slot.hash + index * 8
    base.storeBytes(of: 0 &- block.rip, toByteOffset: place, as: UInt32.self)
    base.storeBytes(
      of: UInt32(truncatingIfNeeded: linear(block.entry)), toByteOffset: place + 4, as: UInt32.self)
    region.filled.append(index)
    counts.tableEntries += 1
  }

  private func clearEntry(_ region: Region, _ index: Int) {
    // No offset with these low bits has this negative.
    base.storeBytes(
      of: index == 0 ? 1 : 0, toByteOffset: region.place + Translator.Slot.hash + index * 8,
      as: UInt32.self)
  }

  /// The guest's linear addresses may mean other bytes.
  func forgetTargets() {
    for region in regions where !region.filled.isEmpty {
      counts.tableClears += 1
      for index in region.filled { clearEntry(region, index) }
      region.filled.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Contexts

  /// The region of a context; the one used longest ago makes room for a new one.
  func region(_ context: TranslationContext) -> Region {
    useCount += 1
    if let region = regions.first(where: { $0.context == context }) {
      region.lastUse = useCount
      return region
    }
    let free = regions.min { $0.lastUse < $1.lastUse }
    guard let region = free else { preconditionFailure("the cache has room for contexts") }
    // Its translations stay in the cache but are not found again.
    for index in 0..<Translator.Slot.hashEntries { clearEntry(region, index) }
    region.filled.removeAll(keepingCapacity: true)
    region.context = context
    region.id = nextContext
    region.flagTable = nil
    region.lastUse = useCount
    nextContext += 1
    return region
  }

  /// Which images POPF leaves to the monitor.
  func setFlagTable(_ region: Region, iopl: UInt8, isPending: Bool) {
    if let known = region.flagTable, known == (iopl, isPending) { return }
    region.flagTable = (iopl, isPending)
    for image in 0..<256 {
      let trap = image & 1 != 0
      let opensDoor = image & 2 != 0 && isPending
      let other = UInt8(image >> 4 & 3) != iopl
      base.storeBytes(
        of: trap || opensDoor || other ? 1 : 0,
        toByteOffset: region.place + Translator.Slot.flagTable + image, as: UInt8.self)
    }
  }

  // MARK: Blocks

  func block(_ key: TranslatedBlock.Key) -> TranslatedBlock? { blocks[key] }

  /// Puts a translation in its place; empties the cache first if it is full.
  func add(
    _ output: Translator.Output, key: TranslatedBlock.Key, context: TranslationContext,
    sourceBytes: [UInt8]
  ) -> TranslatedBlock {
    var output = output
    let count = output.code.offset
    // Not across a page if it can be helped: the hardware decodes page by page.
    if used & 4095 + count > 4096 { used = (used + 4095) & ~4095 }
    if used + count > Self.codePages * 4096 { flush() }
    let entry = used
    used += (count + 15) & ~15
    for (at, target) in output.code.fixups { output.code.aim(at, at: target - entry) }
    write(entry, output.code.bytes)
    let block = TranslatedBlock(
      key: key, context: context, sourceBytes: sourceBytes, sources: output.sources, entry: entry,
      byteCount: count, pieces: output.pieces,
      exits: output.exits.map {
        .init(
          target: $0.target, displacement: $0.displacement + entry, trap: $0.trap + entry)
      })
    blocks[key] = block
    byFrame[block.frame, default: []].append(block)
    byPlace.append(block)
    counts.made += 1
    for source in block.sources { counts.instructions[source.kind, default: 0] += 1 }
    return block
  }

  func blocks(in frame: UInt64) -> [TranslatedBlock] { byFrame[frame] ?? [] }

  /// The translation that a place lies in, dead or alive.
  func block(at place: Int) -> TranslatedBlock? {
    var low = 0
    var high = byPlace.count
    while low < high {
      let middle = (low + high) / 2
      if byPlace[middle].entry <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let block = byPlace[low - 1]
    return place < block.entry + block.byteCount ? block : nil
  }

  func chain(_ block: TranslatedBlock, exit: Int, to target: TranslatedBlock) {
    guard block.isAlive, target.isAlive, !block.exits[exit].isChained else { return }
    block.exits[exit].isChained = true
    target.incoming.append((block, exit))
    aim(block.exits[exit].displacement, at: target.entry)
    counts.chained += 1
  }

  private func aim(_ displacement: Int, at place: Int) {
    write(displacement, UInt32(truncatingIfNeeded: place - displacement - 4))
  }

  /// Its source has changed: nothing leads to it any more.
  func kill(_ block: TranslatedBlock) {
    guard block.isAlive else { return }
    block.isAlive = false
    counts.killed += 1
    blocks[block.key] = nil
    byFrame[block.frame]?.removeAll { $0 === block }
    for (other, exit) in block.incoming where other.isAlive && other.exits[exit].isChained {
      other.exits[exit].isChained = false
      aim(other.exits[exit].displacement, at: other.exits[exit].trap)
      counts.unchained += 1
    }
    block.incoming = []
    for region in regions where region.id == block.key.context {
      clearEntry(region, Int(block.rip & 0x1FFF))
    }
  }

  /// Drops everything.
  func flush() {
    counts.flushes += 1
    for block in byPlace {
      block.isAlive = false
      block.incoming = []
    }
    blocks.removeAll(keepingCapacity: true)
    byFrame.removeAll(keepingCapacity: true)
    byPlace.removeAll(keepingCapacity: true)
    forgetTargets()
    used = firstFree
  }

  /// What a place's instruction costs the guest. Only the pieces that stand for the guest's instructions
  /// cost anything.
  func timing(at physical: UInt64) -> Timing? {
    let place = Int(truncatingIfNeeded: physical) - ramAddress
    guard place >= 0, place < Self.codePages * 4096 else { return nil }
    guard let block = block(at: place), let piece = block.piece(at: place),
      piece.offset == place - block.entry
    else { return Timing() }
    return piece.timing
  }
}
