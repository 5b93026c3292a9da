/// What the translator has learnt from trace faults.
///
/// A store that keeps faulting on a watched page is translated anew as a simulated store (Adams and Agesen,
/// ASPLOS 2006, section 5); a page that is written beside its code is no longer watched as a whole.
struct Adaptation {
  /// Trace faults that a store may cause before it is simulated.
  let limit: Int
  /// Writes to a watched page that hit no translation before it counts as mixed.
  static let strayLimit = 4

  /// Executions in a row without a write to a watched page after which a simulated store is translated as
  /// it is again.
  static let idleLimit = 16

  private enum Watch {
    case page
    case bytes
  }

  private var faults: [UInt64: Int] = [:]
  /// Simulated stores, and how often in a row each has been idle.
  private var simulated: [UInt64: Int] = [:]
  private var strays: [UInt64: Int] = [:]
  private var watches: [UInt64: Watch] = [:]

  init(limit: Int) { self.limit = limit }

  var simulatedStores: Int { simulated.count }
  /// Simulated stores that became ordinary ones again.
  private(set) var reverted = 0
  var watchedFrames: [UInt64] { Array(watches.keys) }
  var mixedFrames: Int { watches.values.count { $0 == .bytes } }

  func isSimulated(_ instruction: UInt64) -> Bool { simulated[instruction] != nil }
  func isMixed(_ frame: UInt64) -> Bool { watches[frame] == .bytes }

  /// - Returns: whether the frame was not watched so before.
  @discardableResult mutating func watch(_ frame: UInt64, byBytes: Bool) -> Bool {
    let isNew = watches[frame] == nil
    watches[frame] = byBytes ? .bytes : watches[frame] ?? .page
    return isNew
  }
  mutating func unwatch(_ frame: UInt64) { watches[frame] = nil }

  /// An instruction at a physical address has faulted on a watched page.
  /// - Returns: whether it is simulated from now on.
  mutating func traceFault(at instruction: UInt64) -> Bool {
    let count = (faults[instruction] ?? 0) + 1
    faults[instruction] = count
    guard count > limit, simulated[instruction] == nil else { return false }
    simulated[instruction] = 0
    return true
  }

  /// A simulated store has been executed.
  /// - Returns: whether it is to be an ordinary one again.
  mutating func executed(_ instruction: UInt64, hitWatchedPage: Bool) -> Bool {
    let idle = hitWatchedPage ? 0 : (simulated[instruction] ?? 0) + 1
    simulated[instruction] = idle
    guard idle >= Self.idleLimit else { return false }
    simulated[instruction] = nil
    faults[instruction] = nil
    reverted += 1
    return true
  }

  /// - Returns: whether the frame has just become a mixed one.
  mutating func strayWrite(to frame: UInt64) -> Bool {
    guard watches[frame] == .page else { return false }
    let count = (strays[frame] ?? 0) + 1
    strays[frame] = count
    guard count > Self.strayLimit else { return false }
    strays[frame] = nil
    return true
  }
}
