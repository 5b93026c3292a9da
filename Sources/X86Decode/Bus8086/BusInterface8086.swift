/// The 8086's bus interface unit while one instruction runs, clock by clock.
///
/// It prefetches words into a queue of six bytes while the execution unit takes bytes out and asks
/// for bus cycles of its own. A bus cycle has four clocks, T1 to T4 (8086 Family User's Manual, "Bus
/// operation"); there are no wait states. The rules by which prefetching and the execution unit share
/// the bus are those that recordings of an 80C86 show on its pins:
///
/// - A word is fetched when two bytes are free. From rest T1 comes two clocks after the byte was taken that
///   made the room. After a bus cycle the next fetch follows at once if there is room at its T3;
///   otherwise the unit comes to rest, and the first fetch from there starts four clocks after T4 at the
///   earliest.
/// - The execution unit asks two clocks before the T1 that it could have. A fetch that has not
///   started by then waits; one that has is completed.
/// - A request that comes just as the unit comes to rest, or has begun to prepare a fetch, starts a
///   clock later.
/// - A byte can be taken two clocks after T4 of its fetch.
///
/// The clocks count from the one in which the queue status says that the first byte was taken.
package struct BusInterface8086 {
  /// The clock that comes next; those before it are over.
  private var clock = 0
  /// Bytes that are in the queue or on their way.
  private var queued: Int
  /// When the bytes of the queue can be taken, oldest first; a ring.
  private var arrivals = InlineArray<8, Int>(repeating: 0)
  private var oldest = 0
  /// T1 of the bus cycle that is running.
  private var running: Int?
  private var isFetching = false
  /// Whether there was room for another word at T3.
  private var hasRoom = false
  /// T4 of the latest bus cycle, and whether that was a fetch.
  private var lastT4 = -8
  private var lastWasFetch = false
  /// T1 of the next fetch, if nothing comes between.
  private var planned: Int?
  private var isSuspended = false
  /// The T1 that the execution unit asks for.
  private var requested: Int?

  /// - Parameter isOdd: Whether the instruction lies at an odd address. The queue is full, and since words
  ///   are fetched it then holds five bytes.
  package init(isOdd: Bool) {
    queued = isOdd ? 5 : 6
  }

  // MARK: What the execution unit does. Each returns the clock in which it was done.

  /// Takes a byte from the queue at `earliest` or when there is one.
  package mutating func takeByte(_ earliest: Int) -> Int {
    run(until: earliest)
    while queued == 0 || arrivals[oldest] > clock { tick() }
    oldest = (oldest + 1) & 7
    queued -= 1
    if running == nil, planned == nil, queued <= 4 {
      planned = lastWasFetch ? max(clock + 2, lastT4 + 4) : clock + 2
    }
    return clock
  }

  /// Runs a bus cycle whose T1 could be at `earliest`.
  /// - Returns: its T4.
  package mutating func access(_ earliest: Int) -> Int {
    run(until: earliest - 2)
    requested = earliest
    repeat { tick() } while running == nil || isFetching
    requested = nil
    let end = (running ?? clock) + 3
    run(until: end)
    return end
  }

  /// Stops prefetching at a clock.
  package mutating func suspend(_ at: Int) {
    run(until: at)
    isSuspended = true
  }

  /// Waits for the end of a fetch.
  /// - Returns: the clock that comes `settling` clocks after its T4, or `earliest` if that is later.
  package mutating func settle(_ earliest: Int, _ settling: Int) -> Int {
    while running != nil { tick() }
    return lastWasFetch ? max(earliest, lastT4 + settling) : earliest
  }

  /// Empties the queue. Fetching begins anew two clocks later.
  package mutating func flush(_ at: Int) {
    run(until: at)
    queued = 0
    isSuspended = false
    lastWasFetch = false
    planned = at + 2
  }

  /// When the next instruction's first byte is taken.
  package mutating func firstByte(_ earliest: Int) -> Int {
    run(until: earliest)
    while queued == 0 || arrivals[oldest] > clock { tick() }
    return clock
  }

  // MARK: Clock by clock

  private mutating func run(until end: Int) {
    while clock < end { tick() }
  }

  private mutating func tick() {
    if let start = running {
      advance(clock - start)
    } else if let earliest = requested {
      let isResting = lastWasFetch && earliest == lastT4 + 2
      let start = isResting || planned == earliest - 1 ? earliest + 1 : earliest
      if clock >= start {
        running = clock
        isFetching = false
        planned = nil
      }
    } else if let start = planned, clock >= start, !isSuspended {
      running = clock
      isFetching = true
      planned = nil
      for byte in 0..<2 { arrivals[(oldest + queued + byte) & 7] = clock + 5 }
      queued += 2
    }
    clock += 1
  }

  private mutating func advance(_ clocksSinceT1: Int) {
    if clocksSinceT1 == 2 { hasRoom = queued <= 4 }
    guard clocksSinceT1 == 3 else { return }
    running = nil
    lastT4 = clock
    lastWasFetch = isFetching
    planned = hasRoom ? clock + 1 : queued <= 4 ? clock + 4 : nil
  }
}
