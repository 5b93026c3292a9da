import BusKit
import X86
import X86Decode

/// Binary translation, as VMware had it: what the decision function does not let be executed directly is
/// rewritten, block by block, into code that is right in ring 1 (in ring 3 for user code), and executed
/// from the translation cache.
///
/// Real mode goes the same way: its segments are loaded by the monitor with sixteen times the selector as
/// their base, so that neither virtual-8086 mode nor an interpreter is needed, and big-real segments are
/// segments like others.
final class TranslateEngine: Engine {
  let kind = EngineKind.translate
  /// User code is translated as well (``EngineOptions/translatesEverything``).
  private let translatesEverything: Bool
  private(set) var cache: TranslationCache?
  private(set) var report = TranslationReport()
  private var adaptation: Adaptation

  /// What the decision was, and how many ticks it has held.
  private var reason: DecisionFunction.Reason?
  private var reasonSince: Ticks = 0

  /// Where the guest fetches from: physical pages by linear page, as its page tables had it.
  private var fetchPages: [UInt64: UInt64] = [:]
  private var mappingGeneration: UInt64 = 0
  /// What the physical map shows has changed.
  private var mapHasChanged = false
  private var formerOnChange: (() -> Void)?

  private var region: TranslationCache.Region?
  private var loadedRegion: Int?

  init(_ options: EngineOptions) {
    translatesEverything = options.translatesEverything
    adaptation = Adaptation(limit: options.traceFaultLimit)
  }

  // MARK: Service

  func attach(to monitor: Monitor) {
    let cache = TranslationCache(monitor.pool)
    self.cache = cache
    monitor.paging.userPages = TranslationCache.pages
    monitor.paging.reset()
    monitor.machine.foreignTiming = { [unowned cache] in cache.timing(at: $0) }
    mappingGeneration = monitor.guest.codeMappingGeneration
    formerOnChange = monitor.guest.memory.onChange
    let former = formerOnChange
    monitor.guest.memory.onChange = { [unowned self] in
      former?()
      mapHasChanged = true
    }
    monitor.descriptors.engineDescriptors = HardwareSegments.descriptors
  }

  func detach(from monitor: Monitor) {
    for frame in adaptation.watchedFrames { unwatch(frame, monitor) }
    monitor.machine.foreignTiming = nil
    monitor.guest.memory.onChange = formerOnChange
    monitor.paging.userPages = 0..<0
    monitor.descriptors.engineDescriptors = [:]
    cache?.flush()
    cache = nil
    region = nil
  }

  func plan(_ monitor: Monitor) -> Plan {
    if monitor.guest.isLongMode { return .interpret(.longMode) }
    let decision = decide(monitor)
    return decision.isDirect ? .direct : .engine
  }

  private func decide(_ monitor: Monitor) -> DecisionFunction.Reason {
    let decision = DecisionFunction.decide(DecisionFunction.inputs(monitor))
    if decision != reason {
      let now = monitor.guest.currentTick
      report.switched(from: reason, to: decision, after: now &- reasonSince)
      monitor.journal.mention(
        .transition, monitor, at: monitor.guest.rip,
        reason: "\(decision.isDirect ? "direct" : "translated"): \(decision.rawValue)")
      reason = decision
      reasonSince = now
    }
    guard translatesEverything, decision == .userCode else { return decision }
    return .ioPrivilege
  }

  // MARK: The hardware's segments

  var translatesRealMode: Bool { true }

  func segment(
    _ compressed: SegmentCache, _ slot: SegmentSlot, _ monitor: Monitor
  ) -> SegmentCache {
    guard monitor.present == .engine, let cache, let region else { return compressed }
    let ring = region.context?.machineRing ?? 1
    switch slot {
    case .cs: return HardwareSegments.code(is32: region.context?.is32 ?? true, ring: ring)
    case .fs:
      return Compression.machine(monitor.guest.segment(SegmentSlot.cs), .fs, cpl: ring)
    case .gs:
      return HardwareSegments.variables(
        base: cache.linear(region.place), byteCount: cache.regionByteCount, ring: ring)
    default: return compressed
    }
  }

  // MARK: Running

  func run(_ monitor: Monitor, to target: Ticks) {
    guard let cache else { return }
    repeat {
      runOnce(monitor, cache, to: target)
    } while monitor.mayGoOn(to: target)
      && !monitor.guest.isLongMode && !decide(monitor).isDirect
  }

  /// From one boundary of the guest's instructions to another: an exit, or the end of the slice.
  private func runOnce(_ monitor: Monitor, _ cache: TranslationCache, to target: Ticks) {
    settleMappings(monitor, cache)
    let guest = monitor.guest
    let region = cache.region(TranslationContext(guest))
    self.region = region
    guard let block = find(UInt32(truncatingIfNeeded: guest.rip), monitor, cache, region) else {
      report.untranslatable += 1
      return monitor.emulateOne(.translation, reason: "not translatable")
    }
    if block.startsWithCallOut { return callOut(block, 0, monitor) }
    if loadedRegion != region.number {
      loadedRegion = region.number
      monitor.forgetSegments([.cs, .fs, .gs])
    }
    monitor.enter(to: target)
    setVariables(monitor, cache, region)
    let machine = monitor.machine
    let entry = cache.linear(block.entry)
    machine.stringToResume = guest.stringToResume == guest.rip ? entry : .max
    machine.rip = entry
    report.entries += 1
    execute(monitor, cache, region, to: target)
  }

  /// Runs translated code until the monitor has to do something about the guest.
  private func execute(
    _ monitor: Monitor, _ cache: TranslationCache, _ region: TranslationCache.Region,
    to target: Ticks
  ) {
    let machine = monitor.machine
    var mustStop = false
    while true {
      let now = machine.currentTick
      machine.runNatively(from: now, to: mustStop || now >= target ? now + 1 : target)
      if let interception = machine.takeInterception() {
        guard let at = cache.place(interception.rip) else {
          preconditionFailure("translated code stays in the cache")
        }
        if let next = resolve(at, monitor, cache, region, mustStop: mustStop, to: target) {
          machine.rip = next
          continue
        }
        return stop(at, interception, monitor, cache, region, to: target)
      }
      if machine.takeStop() { mustStop = true }
      guard mustStop || machine.currentTick >= target else { continue }
      // A slice ends between two instructions of the guest's.
      guard let at = cache.place(machine.rip), let place = boundary(at, cache, region) else {
        continue
      }
      leave(place.rip, at, monitor, cache, region, to: target)
      if place.followsSTI { monitor.guest.holdInterrupts() }
      monitor.settleWrites()
      return
    }
  }

  /// The offset at which the guest stands, if one of its instructions is over and none has begun.
  private func boundary(
    _ place: Int, _ cache: TranslationCache, _ region: TranslationCache.Region
  ) -> (rip: UInt32, followsSTI: Bool)? {
    guard let block = cache.block(at: place), let piece = block.piece(at: place),
      piece.offset == place - block.entry
    else { return nil }
    switch piece.role {
    case .start, .callOut: return (block.rip &+ UInt32(piece.source), piece.followsSTI)
    case .done(let next): return (next, false)
    case .exit(let exit): return (block.exits[exit].target, false)
    case .doneIndirectly: return (cache.variable(region, Translator.Slot.target), false)
    case .inside: return nil
    }
  }

  /// An exit whose target is not known yet, or a miss in the table: the translation to go on with, if
  /// that takes nothing but looking it up.
  private func resolve(
    _ place: Int, _ monitor: Monitor, _ cache: TranslationCache,
    _ region: TranslationCache.Region, mustStop: Bool, to target: Ticks
  ) -> UInt64? {
    guard !mustStop, monitor.machine.currentTick < target else { return nil }
    if cache.isMiss(place) {
      report.misses += 1
      let rip = cache.variable(region, Translator.Slot.target)
      guard let block = find(rip, monitor, cache, region), !monitor.paging.needsFlush else {
        return nil
      }
      cache.enter(block, in: region)
      return cache.linear(block.entry)
    }
    guard let source = cache.block(at: place), let piece = source.piece(at: place),
      case .exit(let exit) = piece.role
    else { return nil }
    report.exits += 1
    let rip = source.exits[exit].target
    guard let block = find(rip, monitor, cache, region), !monitor.paging.needsFlush else {
      return nil
    }
    cache.chain(source, exit: exit, to: block)
    monitor.journal.mention(
      .translation, monitor, at: UInt64(rip), reason: "chain", qualification: UInt64(source.rip))
    return cache.linear(block.entry)
  }

  /// The hardware has stopped at something that the monitor must deal with.
  private func stop(
    _ place: Int, _ interception: Interception, _ monitor: Monitor, _ cache: TranslationCache,
    _ region: TranslationCache.Region, to target: Ticks
  ) {
    if cache.isMiss(place) {
      let rip = cache.variable(region, Translator.Slot.target)
      return leave(rip, place, monitor, cache, region, to: target)
    }
    guard let block = cache.block(at: place), let piece = block.piece(at: place) else {
      preconditionFailure("only translations and the lookups are executed")
    }
    switch piece.role {
    case .exit(let exit):
      return leave(block.exits[exit].target, place, monitor, cache, region, to: target)
    case .inside(let saved):
      if saved.contains(.ecx) {
        monitor.machine.setRegister(.rcx, cache.variable(region, Translator.Slot.ecx))
      }
      if saved.contains(.edx) {
        monitor.machine.setRegister(.rdx, cache.variable(region, Translator.Slot.edx))
      }
    default: break
    }
    let rip = block.rip &+ UInt32(piece.source)
    leave(rip, place, monitor, cache, region, to: target)
    if case .callOut = piece.role { return callOut(block, Int(piece.source), monitor) }
    var guests = interception
    guests.rip = UInt64(rip)
    let traces = monitor.journal.counts[.trace]
    monitor.deal(with: guests)
    if monitor.journal.counts[.trace] != traces {
      report.traceFaults += 1
      let instruction = block.key.physical + UInt64(piece.source)
      if adaptation.traceFault(at: instruction) { retranslate(instruction, cache, monitor) }
    }
  }

  /// The translations that hold an instruction are of no use any more.
  private func retranslate(_ instruction: UInt64, _ cache: TranslationCache, _ monitor: Monitor) {
    for block in cache.blocks(in: instruction >> 12) where block.holds(instruction) {
      cache.kill(block)
      monitor.journal.mention(
        .translation, monitor, at: UInt64(block.rip), reason: "retranslation",
        qualification: instruction)
    }
  }

  /// The virtual processor executes the original.
  private func callOut(_ block: TranslatedBlock, _ offset: Int, _ monitor: Monitor) {
    let source = block.sources.first { Int($0.offset) == offset }
    report.callOuts += 1
    if let operation = source?.operation { report.byOperation[operation, default: 0] += 1 }
    let isInterrupt =
      switch source?.operation {
      case .int, .int3, .into, .icebp: true
      default: false
      }
    let writes = monitor.watchedWrites
    let isSimulated = source?.kind == .simulated
    monitor.emulateOne(
      isInterrupt ? .interrupt : .translation,
      reason: isSimulated ? "simulated store" : "call-out")
    guard isSimulated, let cache else { return }
    let hits = monitor.watchedWrites != writes
    report.simulatedStores += 1
    if hits { report.avoidedTraceFaults += 1 }
    let instruction = block.key.physical + UInt64(offset)
    if adaptation.executed(instruction, hitWatchedPage: hits) {
      retranslate(instruction, cache, monitor)
    }
  }

  // MARK: In and out

  private func setVariables(
    _ monitor: Monitor, _ cache: TranslationCache, _ region: TranslationCache.Region
  ) {
    typealias Slot = Translator.Slot
    let guest = monitor.guest
    let flags = guest.controlFlags
    func set(_ slot: Int, _ value: UInt32) { cache.setVariable(region, slot, value) }
    set(Slot.interruptFlag, flags & 0x200)
    set(Slot.ss, UInt32(guest.segment(SegmentSlot.ss).selector))
    set(Slot.fs, UInt32(guest.segment(SegmentSlot.fs).selector))
    set(Slot.gs, UInt32(guest.segment(SegmentSlot.gs).selector))
    set(Slot.cr0, UInt32(truncatingIfNeeded: guest.cr0))
    set(Slot.cr3, UInt32(truncatingIfNeeded: guest.cr3))
    let isPending = guest.hasInterruptRequest
    set(Slot.pending, isPending ? 1 : 0)
    cache.setFlagTable(region, iopl: UInt8(flags >> 12 & 3), isPending: isPending)
  }

  /// Back to the virtual processor, at an offset of the guest's.
  private func leave(
    _ rip: UInt32, _ place: Int, _ monitor: Monitor, _ cache: TranslationCache,
    _ region: TranslationCache.Region, to target: Ticks
  ) {
    let guest = monitor.guest
    let machine = monitor.machine
    let isResumable = machine.stringToResume == cache.linear(place)
    monitor.leave(to: target)
    guest.rip = UInt64(rip)
    guest.stringToResume = isResumable ? UInt64(rip) : .max
    let flag = cache.variable(region, Translator.Slot.interruptFlag) & 0x200
    guest.controlFlags = guest.controlFlags & ~0x200 | flag
    mapFloatingPointPlace(monitor, cache, region)
    let lookups = cache.takeCount(region, Translator.Slot.lookups)
    let inlined = cache.takeCount(region, Translator.Slot.inlined)
    report.lookups += lookups
    report.inlined += inlined
    monitor.journal.costs.charge(.indirectLookup, times: UInt64(lookups))
    monitor.journal.costs.charge(.inlineEmulation, times: UInt64(inlined))
  }

  /// The x87 unit has noted where its last instruction was: in the cache.
  private func mapFloatingPointPlace(
    _ monitor: Monitor, _ cache: TranslationCache, _ region: TranslationCache.Region
  ) {
    let guest = monitor.guest
    var place = guest.floatingPointPlace
    guard let code = monitor.machineSelector(.cs), place.code == code,
      let at = cache.place(place.pointer), let block = cache.block(at: at),
      let piece = block.piece(at: at)
    else { return }
    place.pointer = UInt64(block.rip &+ UInt32(piece.source))
    place.code = block.context.codeSelector
    if place.data == monitor.machineSelector(.ss) {
      place.data = guest.segment(SegmentSlot.ss).selector
    }
    guest.floatingPointPlace = place
  }

  // MARK: Finding and making translations

  /// The translation of the guest's code at an offset, made if need be; nil if there is none to be had:
  /// the fetch faults, or the bytes are not in memory or not in one page.
  private func find(
    _ rip: UInt32, _ monitor: Monitor, _ cache: TranslationCache,
    _ region: TranslationCache.Region
  ) -> TranslatedBlock? {
    guard let context = region.context, rip <= context.codeLimit else { return nil }
    let linear = context.linear(rip)
    guard let physical = fetch(linear, monitor) else { return nil }
    let key = TranslatedBlock.Key(physical: physical, rip: rip, context: region.id)
    return cache.block(key) ?? make(key, context, monitor, cache)
  }

  private func fetch(_ linear: UInt64, _ monitor: Monitor) -> UInt64? {
    let page = (linear & ~4095) | UInt64(monitor.guest.cpl)
    if let known = fetchPages[page] { return known | linear & 4095 }
    do {
      let physical = try monitor.guest.translate(
        linear, writing: false, user: monitor.guest.cpl == 3, fetching: true
      ).physical
      fetchPages[page] = physical & ~4095
      return physical
    } catch {
      return nil
    }
  }

  private func make(
    _ key: TranslatedBlock.Key, _ context: TranslationContext, _ monitor: Monitor,
    _ cache: TranslationCache
  ) -> TranslatedBlock? {
    let guest = monitor.guest
    let frame = key.physical >> 12
    guard case .memory(let page, let ramAddress, let isWritable) = guest.memory.page(frame) else {
      return nil
    }
    let offset = Int(key.physical & 4095)
    let room = min(4096 - offset, Int(context.codeLimit &- key.rip) + 1)
    let bytes = Array(UnsafeRawBufferPointer(start: page + offset, count: min(room, 12 * 15)))
    var translator = Translator(
      decoder: guest.decodingModel, context: context, lookup: cache.lookups[context.is32] ?? 0,
      simulated: { [adaptation] in adaptation.isSimulated(key.physical + UInt64($0)) })
    guard let output = translator.translate(bytes, at: key.rip) else { return nil }
    let block = cache.add(
      output, key: key, context: context,
      sourceBytes: Array(bytes[..<output.sourceLength]))
    if isWritable, ramAddress >= 0 { watch(block, monitor) }
    monitor.journal.costs.charge(.translation, times: UInt64(block.sources.count))
    if monitor.journal.sink != nil { mention(block, cache, monitor) }
    return block
  }

  private func mention(
    _ block: TranslatedBlock, _ cache: TranslationCache, _ monitor: Monitor
  ) {
    let listing = TranslationListing(decoder: monitor.guest.decodingModel, cache: cache)
    monitor.journal.mention(
      .translation, monitor, at: UInt64(block.rip), reason: "new block",
      instruction: listing.source(block).joined(separator: "; "), bytes: block.sourceBytes,
      qualification: block.key.physical, virtualBefore: listing.rewritten(block),
      machineResult: listing.output(block).joined(separator: "; "))
  }

  /// Every translation: the guest's instructions, what became of each, and the code in the cache.
  func listing(_ monitor: Monitor) -> String {
    guard let cache else { return "" }
    return TranslationListing(decoder: monitor.guest.decodingModel, cache: cache).text
  }

  /// What the summary says of the translator.
  var remarks: [String] {
    guard let cache else { return [] }
    return report.remarks(cache, adaptation)
  }

  // MARK: Coherence

  /// What the guest's page tables, or the board's map, meant may be over.
  private func settleMappings(_ monitor: Monitor, _ cache: TranslationCache) {
    if mapHasChanged {
      mapHasChanged = false
      for frame in adaptation.watchedFrames { unwatch(frame, monitor) }
      cache.flush()
      fetchPages.removeAll(keepingCapacity: true)
    }
    let generation = monitor.guest.codeMappingGeneration
    guard generation != mappingGeneration else { return }
    mappingGeneration = generation
    cache.forgetTargets()
    fetchPages.removeAll(keepingCapacity: true)
  }

  /// Writes to a block's bytes are noticed from now on.
  private func watch(_ block: TranslatedBlock, _ monitor: Monitor) {
    // The 80386's supervisor writes where it likes, so that a page could not even be shown.
    let isByBytes = adaptation.isMixed(block.frame) || monitor.guest.model < .i80486
    if isByBytes {
      adaptation.watch(block.frame, byBytes: true)
      monitor.paging.watchBytes(block.frame, block.pageRange)
    } else if adaptation.watch(block.frame, byBytes: false) {
      monitor.paging.trace(block.frame, .code)
    }
  }

  private func unwatch(_ frame: UInt64, _ monitor: Monitor) {
    adaptation.unwatch(frame)
    monitor.paging.stopTracing(frame, .code)
    monitor.paging.stopWatchingBytes(frame)
  }

  func codeChanged(_ frame: UInt64, offset: Int, byteCount: Int, _ monitor: Monitor) {
    guard let cache else { return }
    let written = offset..<offset + byteCount
    let blocks = cache.blocks(in: frame)
    let hit = blocks.filter { $0.pageRange.overlaps(written) }
    for block in hit { cache.kill(block) }
    if hit.isEmpty, adaptation.strayWrite(to: frame) {
      // Data beside code: from now on only the bytes of translations are watched.
      monitor.paging.stopTracing(frame, .code)
      adaptation.watch(frame, byBytes: true)
      for block in blocks { monitor.paging.watchBytes(frame, block.pageRange) }
    } else if adaptation.isMixed(frame), !hit.isEmpty {
      monitor.paging.stopWatchingBytes(frame)
      for block in cache.blocks(in: frame) { monitor.paging.watchBytes(frame, block.pageRange) }
    }
  }
}

/// The segments of translated code: flat code in the cache's own ring, the guest's CS to be read by way of
/// FS, and the monitor's variables by way of GS.
enum HardwareSegments {
  private static let selectors = MonitorLayout.engineSelectors

  static func code(is32: Bool, ring: UInt8) -> SegmentCache {
    let selector = selectors[(is32 ? 0 : 1) + (ring == 3 ? 2 : 0)] | UInt16(ring)
    let attributes = 0x9B | UInt16(ring) << Attributes.dplShift | Attributes.granular
    return SegmentCache(
      selector: selector, base: 0, limit: 0xFFFF_FFFF,
      attributes: is32 ? attributes | Attributes.big : attributes)
  }

  static func variables(base: UInt64, byteCount: Int, ring: UInt8) -> SegmentCache {
    SegmentCache(
      selector: MonitorLayout.monitorData | UInt16(ring), base: base,
      limit: UInt32(byteCount - 1),
      attributes: 0x93 | UInt16(ring) << Attributes.dplShift | Attributes.big)
  }

  /// The same as the machine's GDT has them.
  static var descriptors: [UInt16: UInt64] {
    [
      selectors[0]: 0x00CF_BB00_0000_FFFF, selectors[1]: 0x008F_BB00_0000_FFFF,
      selectors[2]: 0x00CF_FB00_0000_FFFF, selectors[3]: 0x008F_FB00_0000_FFFF,
    ]
  }
}
