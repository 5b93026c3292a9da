import BusKit
import X86
import X86Decode

/// The pages of code that the hardware sees in place of the guest's, and the scanner that fills them.
///
/// The scanner disassembles from entry points on (interrupt gates, the SYSENTER target, places where
/// execution came that no branch had led to) and follows direct branches inside the pages that are in
/// use. A page comes into use when the guest's kernel first fetches from it.
final class PatchedCode {
  private let monitor: Monitor
  private let pool: MonitorPool
  private let paging: ShadowPaging
  private var pages: [PatchedPage.Key: PatchedPage] = [:]
  /// How many copies there are of each frame.
  private var frames: [UInt64: Int] = [:]
  /// The same by linear page.
  private var linears: [UInt64: Int] = [:]
  private var freePages: [Int]
  let blocks: PatchBlocks
  /// Copies by their page of the pool.
  private var copies: [Int: PatchedPage] = [:]
  /// Entry points in pages that are not in use.
  private var pending: [UInt64: Set<UInt64>] = [:]
  private(set) var scans = 0
  private(set) var rescans = 0
  private(set) var withdrawn = 0

  init(_ monitor: Monitor) {
    self.monitor = monitor
    pool = monitor.pool
    paging = monitor.paging
    freePages = MonitorLayout.translations.reversed()
    blocks = PatchBlocks(pool: monitor.pool)
  }

  // MARK: Pages

  /// Whether a page's instructions are shown apart from its data.
  func isApart(_ linear: UInt64) -> Bool { linears[linear >> 12] != nil }

  func page(_ linear: UInt64, isBig: Bool) -> PatchedPage? {
    guard let physical = monitor.walk.physical(linear) else { return nil }
    return pages[.init(frame: physical >> 12, linear: linear >> 12, isBig: isBig)]
  }

  /// The page for fetches at a linear address, made if need be.
  func pageForFetch(_ linear: UInt64, frame: UInt64, isBig: Bool) -> PatchedPage {
    let key = PatchedPage.Key(frame: frame, linear: linear >> 12, isBig: isBig)
    if let known = pages[key] { return known }
    if freePages.isEmpty { forgetEverything() }
    let page = PatchedPage(key, page: freePages.removeLast(), pool: pool)
    pages[key] = page
    copies[page.page] = page
    linears[key.linear, default: 0] += 1
    frames[frame, default: 0] += 1
    if frames[frame] == 1 { paging.trace(frame, .code) }
    paging.unmap(frame)
    for gate in gates() where gate >> 12 == key.linear { scan(gate, in: page) }
    for entry in pending.removeValue(forKey: key.linear) ?? [] { scan(entry, in: page) }
    return page
  }

  /// Gives all pages back: the guest's own are seen again.
  func forgetEverything() {
    for page in pages.values {
      reset(page)
      freePages.append(page.page)
    }
    copies.removeAll()
    for frame in frames.keys { paging.stopTracing(frame, .code) }
    pages.removeAll()
    frames.removeAll()
    linears.removeAll()
    pending.removeAll()
    paging.needsFlush = true
  }

  /// The guest has changed bytes of a frame.
  func changed(_ frame: UInt64, _ bytes: Range<Int>) {
    guard frames[frame] != nil else { return }
    for page in pages.values where page.key.frame == frame && page.covered.intersects(bytes) {
      rescans += 1
      withdrawn += page.sites.count
      reset(page)
      // An instruction that came over the page's end may go on otherwise now.
      guard bytes.lowerBound < 14, page.address > 0 else { continue }
      let before = self.page(page.address - 1, isBig: page.key.isBig)
      if let before, !before.starts(over: 4096).isEmpty { reset(before) }
    }
  }

  private func reset(_ page: PatchedPage) {
    for window in page.windows.values { blocks.remove(window.block) }
    page.reset()
  }

  /// What an instruction in the monitor's pages costs the guest; nil for what the decoder says.
  func timing(_ physical: UInt64) -> Timing? {
    guard physical >= pool.address else { return nil }
    let offset = physical - pool.address
    let page = Int(offset >> 12)
    if MonitorLayout.patches.contains(page) { return blocks.timing(MonitorLayout.hole + offset) }
    return copies[page]?.windows[Int(offset & 4095)] == nil ? nil : Timing()
  }

  /// Handlers of the guest's kernel, as its interrupt table has them now.
  private func gates() -> [UInt64] {
    let walk = monitor.walk
    guard walk.registers.cr0 & 1 != 0 else { return [] }
    let count = min(256, (Int(walk.registers.idtr.limit) + 1) / 8)
    let bytes = walk.bytes(walk.registers.idtr.base, count: count * 8)
    var result: [UInt64] = []
    for gate in stride(from: 0, to: bytes.count - 7, by: 8) {
      let rights = bytes[gate + 5]
      // Present; an interrupt or trap gate of 16 or 32 bits.
      guard rights & 0x80 != 0, rights & 0x16 == 0x06 else { continue }
      let selector = UInt16(bytes[gate + 2]) | UInt16(bytes[gate + 3]) << 8
      guard let raw = monitor.descriptors.guestDescriptor(selector) else { continue }
      var offset = UInt64(bytes[gate]) | UInt64(bytes[gate + 1]) << 8
      if rights & 8 != 0 { offset |= UInt64(bytes[gate + 6]) << 16 | UInt64(bytes[gate + 7]) << 24 }
      result.append((monitor.guest.understood(raw).segment.base + offset) & 0xFFFF_FFFF)
    }
    return result
  }

  /// An entry point that the guest has told of: it is scanned when its page is in use.
  func announce(_ linear: UInt64) {
    pending[linear >> 12, default: []].insert(linear)
  }

  // MARK: Scanning

  /// Begins a scan at a place that execution has come to.
  func discover(_ linear: UInt64, in page: PatchedPage) {
    scans += 1
    // After a reset, what was known of the page comes back with it.
    if page.starts.count == 0 {
      for entry in page.entries { scan(page.address + UInt64(entry), in: page) }
    }
    scan(linear, in: page)
  }

  private func scan(_ linear: UInt64, in page: PatchedPage) {
    page.entries.insert(Int(linear & 4095))
    let base = monitor.guest.segment(SegmentSlot.cs).base
    var work = [linear]
    var candidates: [UInt64] = []
    while let next = work.popLast() {
      noteTarget(next, isBig: page.key.isBig)
      var at = next
      while let page = self.page(at, isBig: page.key.isBig) {
        let offset = Int(at & 4095)
        guard !page.starts[offset], let instruction = decode(at, page) else { break }
        place(instruction, at, page)
        if page.key.isBig, PatchRegion.begins(with: instruction) { candidates.append(at) }
        if let target = Self.target(instruction, at, base: base, isBig: page.key.isBig) {
          if self.page(target, isBig: page.key.isBig) != nil {
            work.append(target)
          } else if target >> 12 != at >> 12 {
            announce(target)
          }
        }
        guard Self.fallsThrough(instruction.operation) else { break }
        at = (at + UInt64(instruction.length)) & 0xFFFF_FFFF
        if at >> 12 == page.key.linear { page.before[Int(at & 4095)] = offset }
      }
    }
    guard !candidates.isEmpty, isFlat else { return }
    for candidate in candidates.sorted() {
      if let page = self.page(candidate, isBig: true) { layWindow(candidate, page) }
    }
  }

  private func decode(_ linear: UInt64, _ page: PatchedPage) -> Instruction? {
    let decoder = monitor.guest.decodingModel
    let bytes = monitor.walk.bytes(linear, count: decoder.lengthLimit)
    let instruction = decoder.decode(
      bytes, codeSize: page.key.isBig ? 4 : 2, isRealOrV86: false)
    switch instruction.operation {
    case .invalid, .tooLong, .ud0, .ud1, .ud2: return nil
    default: break
    }
    guard instruction.length > 0 else { return nil }
    return instruction
  }

  /// Where a direct near branch leads.
  static func target(
    _ instruction: Instruction, _ linear: UInt64, base: UInt64, isBig: Bool
  ) -> UInt64? {
    switch instruction.operation {
    case .jmpRelative, .callRelative, .jcc, .loop, .loope, .loopne, .jcxz: break
    default: return nil
    }
    let mask: UInt64 = instruction.operandSize == 2 ? 0xFFFF : 0xFFFF_FFFF
    let offset =
      (linear &- base &+ UInt64(instruction.length) &+ instruction.immediate) & mask
    return (base &+ offset) & 0xFFFF_FFFF
  }

  static func fallsThrough(_ operation: X86Decode.Operation) -> Bool {
    switch operation {
    case .jmpRelative, .jmpIndirect, .jmpFar, .jmpFarIndirect, .ret, .retFar, .iret, .sysexit:
      false
    default: true
    }
  }

  /// Shows an instruction to the hardware, patched if need be.
  private func place(_ instruction: Instruction, _ linear: UInt64, _ page: PatchedPage) {
    let offset = Int(linear & 4095)
    let length = Int(instruction.length)
    let original = monitor.walk.bytes(linear, count: length)
    for byte in offset..<min(offset + length, 4096) {
      if let window = page.window(over: byte) { dissolve(window, page) }
    }
    page.note(offset, length: length)
    for n in 0..<min(length, 4096 - offset) where page.sites[offset + n] == nil {
      page.write(offset + n, [original[n]])
    }
    if offset + length > 4096 { placeTail(original, linear, page) }
    let row = monitor.guest.decodingModel.row(instruction.row)
    if let reason = PatchReason(instruction, row) {
      patch(offset, reason, instruction, page)
    } else if (1..<length).contains(where: { page.sites[offset + $0] != nil }) {
      patch(offset, .overlaps, instruction, page)
    }
  }

  /// An instruction goes on in the next page.
  private func placeTail(_ original: [UInt8], _ linear: UInt64, _ page: PatchedPage) {
    let next = ((linear & ~0xFFF) + 4096) & 0xFFFF_FFFF
    guard let physical = monitor.walk.physical(next) else { return }
    let second = pageForFetch(next, frame: physical >> 12, isBig: page.key.isBig)
    let tail = original[(4096 - Int(linear & 4095))...]
    for byte in tail.indices.map({ $0 - tail.startIndex }) {
      if let window = second.window(over: byte) { dissolve(window, second) }
    }
    second.cover(0..<tail.count)
    for (n, byte) in tail.enumerated() where second.sites[n] == nil { second.write(n, [byte]) }
  }

  private func patch(
    _ offset: Int, _ reason: PatchReason, _ instruction: Instruction, _ page: PatchedPage
  ) {
    note(offset, reason, instruction, page)
    page.write(offset, [PatchedPage.breakpoint])
    // Another path's instructions may have this byte in their middle.
    for start in page.starts(over: offset) where page.sites[start] == nil {
      guard let other = decode(page.address + UInt64(start), page) else { continue }
      patch(start, .overlaps, other, page)
    }
  }

  private func note(
    _ offset: Int, _ reason: PatchReason, _ instruction: Instruction, _ page: PatchedPage
  ) {
    let address = page.address + UInt64(offset)
    let text = monitor.guest.decodingModel.disassemble(
      instruction, at: address &- monitor.guest.segment(SegmentSlot.cs).base)
    page.sites[offset] = PatchSite(
      address: address, reason: reason,
      original: monitor.walk.bytes(address, count: Int(instruction.length)),
      patched: [PatchedPage.breakpoint], instruction: text)
  }

  // MARK: Windows

  /// Blocks are written for code and stack segments that begin at 0 and have no limit.
  private var isFlat: Bool {
    for slot: SegmentSlot in [.cs, .ss] {
      let cache = monitor.guest.segment(slot)
      guard cache.base == 0, cache.limit == 0xFFFF_FFFF, cache.attributes & Attributes.big != 0
      else { return false }
    }
    return true
  }

  /// A direct branch leads to a place, which must not lie under a JMP then.
  private func noteTarget(_ linear: UInt64, isBig: Bool) {
    guard let page = page(linear, isBig: isBig) else { return }
    let offset = Int(linear & 4095)
    page.targets.insert(offset)
    if let window = page.window(over: offset) { dissolve(window, page) }
  }

  /// Puts a JMP to a block in an instruction's place or, where that has no room, in the place of one that
  /// comes before it.
  private func layWindow(_ linear: UInt64, _ page: PatchedPage) {
    let offset = Int(linear & 4095)
    guard !page.replaced.contains(offset), page.windows[offset] == nil,
      page.window(over: offset) == nil
    else { return }
    var start = offset
    for _ in 0..<Self.reach {
      if layWindow(at: start, for: offset, page) { return }
      guard let before = page.before[start],
        let (instruction, _) = scanned(page.address + UInt64(before), page),
        PatchRegion.mayBeCopied(instruction) || PatchRegion.begins(with: instruction)
      else { return }
      start = before
    }
  }

  /// How many instructions before the one in question a JMP may stand.
  private static let reach = 8

  private func layWindow(at offset: Int, for wanted: Int, _ page: PatchedPage) -> Bool {
    let linear = page.address + UInt64(offset)
    guard page.windows[offset] == nil, !page.refused.contains(offset),
      page.window(over: offset) == nil, let inner = inner(offset, page),
      let (instruction, _) = scanned(linear, page)
    else { return false }
    let region = PatchRegion(decoder: monitor.guest.decodingModel) { [unowned self] place in
      place >> 12 == linear >> 12 ? scanned(place, page) : nil
    }
    let size = region.assemble(linear, at: PatchBlocks.first).bytes.count
    guard let address = blocks.room(for: size, site: linear, trappingAt: inner) else {
      page.refused.insert(offset)
      return false
    }
    let block = region.assemble(linear, at: address)
    blocks.add(block)
    page.windows[offset] = PatchWindow(
      offset: offset, inner: inner, block: address..<address + UInt64(size))
    page.replaced.formUnion(block.replaced.map { Int($0 & 4095) })
    var jump = PatchAssembler(at: linear)
    jump.jump(to: address)
    if page.sites[offset] == nil {
      note(offset, offset == wanted ? .changesInterrupts : .leads, instruction, page)
    }
    for start in inner { page.sites[offset + start] = nil }
    page.sites[offset]?.patched = jump.bytes
    page.write(offset, jump.bytes)
    return true
  }

  /// The instruction at a place, if it is known and lies in one page.
  private func scanned(_ place: UInt64, _ page: PatchedPage) -> (Instruction, [UInt8])? {
    let offset = Int(place & 4095)
    guard page.starts[offset], offset + page.length(at: offset) <= 4096,
      let instruction = decode(place, page)
    else { return nil }
    return (instruction, monitor.walk.bytes(place, count: Int(instruction.length)))
  }

  /// How far behind `offset` instructions begin that a JMP there would cover; nil if it must not.
  private func inner(_ offset: Int, _ page: PatchedPage) -> [Int]? {
    let end = offset + PatchWindow.byteCount
    guard end <= 4096, page.starts(over: offset).isEmpty else { return nil }
    var result: [Int] = []
    var at = offset + page.length(at: offset)
    while at < end {
      guard page.starts[at], !page.targets.contains(at), page.windows[at] == nil,
        at + page.length(at: at) <= 4096
      else { return nil }
      result.append(at - offset)
      at += page.length(at: at)
    }
    // Two ways to read the bytes are one too many.
    for byte in offset + 1..<at where page.starts[byte] && !result.contains(byte - offset) {
      return nil
    }
    return result
  }

  /// Takes a JMP away: INT3 does instead.
  private func dissolve(_ window: PatchWindow, _ page: PatchedPage) {
    for address in window.block {
      if let step = blocks.steps[address] { page.replaced.remove(Int(step.place & 4095)) }
    }
    blocks.remove(window.block)
    page.windows[window.offset] = nil
    page.refused.insert(window.offset)
    page.sites[window.offset] = nil
    for start in [0] + window.inner {
      let offset = window.offset + start
      let linear = page.address + UInt64(offset)
      guard let instruction = decode(linear, page) else { continue }
      let original = monitor.walk.bytes(linear, count: Int(instruction.length))
      page.write(offset, original.prefix(4096 - offset))
    }
    for start in [0] + window.inner {
      let offset = window.offset + start
      guard let instruction = decode(page.address + UInt64(offset), page) else { continue }
      let row = monitor.guest.decodingModel.row(instruction.row)
      if let reason = PatchReason(instruction, row) { patch(offset, reason, instruction, page) }
    }
  }

  // MARK: The map

  var map: PatchMap {
    PatchMap(
      sites: pages.values.flatMap(\.sites.values).sorted { $0.address < $1.address },
      pages: pages.count, instructions: pages.values.reduce(0) { $0 + $1.starts.count },
      scans: scans, rescans: rescans, withdrawn: withdrawn)
  }
}
