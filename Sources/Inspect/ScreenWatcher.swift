public import Chips

/// Finds a text that appears on a text screen after a certain moment.
///
/// A row that only moved up when the screen scrolled is not new, nor is what stood there before: of
/// the text that is found, at least one character must have been put there since.
public struct ScreenWatcher {
  private let pattern: [Character]
  private var last: TextScreen?
  /// For each cell of `last`: whether it has changed since the beginning.
  private var isFresh: [Bool] = []
  /// The cell behind the text that was found.
  private var foundEnd = 0
  private var hasLooked = false

  /// - Parameter baseline: what stood on the screen at the beginning; nil counts everything as new.
  public init(_ text: String, baseline: TextScreen?) {
    pattern = Array(text)
    last = baseline
    isFresh = [Bool](repeating: false, count: baseline?.characters.count ?? 0)
  }

  /// Goes on where a watcher found its text: what had already appeared behind that text, in reading
  /// order, is new to this one too. (A program writes more than one line between two looks.)
  public init(_ text: String, after found: ScreenWatcher) {
    pattern = Array(text)
    last = found.last
    isFresh = found.isFresh.enumerated().map { $0.offset >= found.foundEnd && $0.element }
  }

  /// Looks at the screen as it is now; true when the text has appeared.
  public mutating func look(at screen: TextScreen) -> Bool {
    let isFirstLook = !hasLooked
    hasLooked = true
    guard screen != last || isFirstLook else { return false }
    follow(screen)
    last = screen
    guard let end = findEnd(on: screen) else { return false }
    foundEnd = end
    return true
  }

  private mutating func follow(_ screen: TextScreen) {
    guard let last, last.columns == screen.columns, last.rows == screen.rows else {
      isFresh = [Bool](repeating: true, count: screen.characters.count)
      return
    }
    let shift = Self.scroll(from: last, to: screen) * screen.columns
    isFresh = screen.characters.indices.map { index in
      let former = index + shift
      guard former < last.characters.count else {
        return true  // a row that scrolled in
      }
      return isFresh[former] || last.characters[former] != screen.characters[index]
    }
  }

  /// By how many rows the old screen went up: the shift at which most of its rows are found again.
  private static func scroll(from old: TextScreen, to new: TextScreen) -> Int {
    let oldRows = (0..<old.rows).map { old.characters(inRow: $0) }
    let newRows = (0..<new.rows).map { new.characters(inRow: $0) }
    func isBlank(_ row: ArraySlice<UInt8>) -> Bool { row.allSatisfy { $0 == 0x20 || $0 == 0 } }
    let blank = oldRows.map(isBlank)
    var best = (shift: 0, score: 0)
    for shift in 0..<old.rows {
      let score = (shift..<old.rows).count { !blank[$0] && oldRows[$0] == newRows[$0 - shift] }
      if score > best.score { best = (shift, score) }
    }
    return best.shift
  }

  private func findEnd(on screen: TextScreen) -> Int? {
    guard !pattern.isEmpty, pattern.count <= screen.columns else { return nil }
    for row in 0..<screen.rows {
      let characters = screen.characters(inRow: row).map(CodePage437.character)
      for column in 0...(screen.columns - pattern.count) {
        let end = column + pattern.count
        guard characters[column..<end].elementsEqual(pattern) else { continue }
        let first = row * screen.columns
        if isFresh[first + column..<first + end].contains(true) { return first + end }
      }
    }
    return nil
  }
}
