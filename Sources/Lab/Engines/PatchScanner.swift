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
      page.reset()
      freePages.append(page.page)
    }
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
      page.reset()
      // An instruction that came over the page's end may go on otherwise now.
      guard bytes.lowerBound < 14, page.address > 0 else { continue }
      let before = self.page(page.address - 1, isBig: page.key.isBig)
      if let before, !before.starts(over: 4096).isEmpty { before.reset() }
    }
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
    while let next = work.popLast() {
      var at = next
      while let page = self.page(at, isBig: page.key.isBig) {
        let offset = Int(at & 4095)
        guard !page.starts[offset], let instruction = decode(at, page) else { break }
        place(instruction, at, page)
        if let target = Self.target(instruction, at, base: base, isBig: page.key.isBig) {
          if self.page(target, isBig: page.key.isBig) != nil {
            work.append(target)
          } else if target >> 12 != at >> 12 {
            announce(target)
          }
        }
        guard Self.fallsThrough(instruction.operation) else { break }
        at = (at + UInt64(instruction.length)) & 0xFFFF_FFFF
      }
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
    second.cover(0..<tail.count)
    for (n, byte) in tail.enumerated() where second.sites[n] == nil { second.write(n, [byte]) }
  }

  private func patch(
    _ offset: Int, _ reason: PatchReason, _ instruction: Instruction, _ page: PatchedPage
  ) {
    let address = page.address + UInt64(offset)
    let text = monitor.guest.decodingModel.disassemble(
      instruction, at: address &- monitor.guest.segment(SegmentSlot.cs).base)
    page.sites[offset] = PatchSite(
      address: address, reason: reason,
      original: monitor.walk.bytes(address, count: Int(instruction.length)),
      patched: [PatchedPage.breakpoint], instruction: text)
    page.write(offset, [PatchedPage.breakpoint])
    // Another path's instructions may have this byte in their middle.
    for start in page.starts(over: offset) where page.sites[start] == nil {
      guard let other = decode(page.address + UInt64(start), page) else { continue }
      patch(start, .overlaps, other, page)
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
