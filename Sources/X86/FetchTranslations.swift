/// A translation lookaside buffer for instruction fetches alone, as the Pentium and its successors have
/// it beside the one for data.
///
/// An ordinary run does without: fetches are looked up by the branch cache, and walk the page tables
/// when it does not know them. A monitor can have the hardware hold one, load it on its own, and so show
/// a page's instructions and its data apart (what PaX's PAGEEXEC does to take execution away).
package struct FetchTranslations {
  private struct Entry {
    /// Linear page number, and whether it is the user's view.
    var tag: UInt64 = .max
    /// Physical page number.
    var frame: UInt64 = 0
  }

  private static let count = 64
  private var entries = [Entry](repeating: Entry(), count: Self.count)

  package init() {}

  private static func tag(_ linear: UInt64, _ isUser: Bool) -> UInt64 {
    (linear >> 12) << 1 | (isUser ? 1 : 0)
  }

  private static func index(_ linear: UInt64) -> Int {
    Int(truncatingIfNeeded: (linear >> 12 ^ linear >> 18) & UInt64(count - 1))
  }

  subscript(linear: UInt64, isUser: Bool) -> UInt64? {
    get {
      let entry = entries[Self.index(linear)]
      return entry.tag == Self.tag(linear, isUser) ? entry.frame << 12 | linear & 0xFFF : nil
    }
    set {
      entries[Self.index(linear)] =
        newValue.map { Entry(tag: Self.tag(linear, isUser), frame: $0 >> 12) } ?? Entry()
    }
  }

  mutating func removeAll() {
    for index in entries.indices { entries[index] = Entry() }
  }

  mutating func remove(_ linear: UInt64) {
    if entries[Self.index(linear)].tag >> 1 == linear >> 12 {
      entries[Self.index(linear)] = Entry()
    }
  }
}

extension CPU {
  /// The physical address of an instruction's bytes.
  /// - Throws: a page fault.
  func translateFetch(_ linear: UInt64) throws(Fault) -> UInt64 {
    if let known = fetchTranslations?[linear, isUser] { return known }
    let physical = try translate(linear, writing: false, user: isUser, fetching: true).physical
    if isPaging { fetchTranslations?[linear, isUser] = physical }
    return physical
  }

  /// Loads a page's translation as the tables give it at present: for fetches (what executing a RET
  /// there does) or for data (what reading a byte there does).
  package func loadTranslation(_ linear: UInt64, fetching: Bool) {
    if fetching {
      fetchTranslations?.remove(linear)
      _ = try? translateFetch(linear)
    } else {
      _ = try? resolve(linear, writing: false, user: isUser)
    }
  }

  /// Drops the translations of fetches alone.
  package func dropFetchTranslations() {
    fetchTranslations?.removeAll()
    forgetCodeMappings()
  }
}
