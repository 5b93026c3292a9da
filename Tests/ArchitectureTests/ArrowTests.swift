import Foundation
import Testing

/// The rooms and which way the arrows point (ARCHITECTURE.md). The compiler does not notice the import
/// of a room that another room has brought along, so the import lines are read here.
struct ArrowTests {
  /// Room -> rooms and packages that it may import, besides the standard library.
  private static let arrows: [String: Set<String>] = [
    "BusKit": [],
    "X86Decode": [],
    "Media": ["Foundation"],
    "X86": ["BusKit", "X86Decode"],
    "Chips": ["BusKit", "Media"],
    "PC": ["X86", "X86Decode", "Chips", "Media", "BusKit", "Foundation", "Synchronization"],
    "Lab": ["X86", "X86Decode", "BusKit", "Chips", "PC", "Foundation"],
    "Inspect": ["X86", "X86Decode", "BusKit", "Chips", "PC", "CPNG", "Foundation"],
    "Conformance": [
      "X86", "X86Decode", "BusKit", "CZlib", "Foundation", "Dispatch", "Synchronization",
    ],
    "Desktop": ["CSDL2", "Chips", "PC", "Foundation"],
    "ringone": [
      "PC", "Lab", "Inspect", "Desktop", "Conformance", "Media", "X86", "Chips", "BusKit",
      "X86Decode",
      "Foundation", "Synchronization", "ArgumentParser",
    ],
  ]
  /// The C library, under whichever name the platform has it.
  private static let everywhere: Set<String> = ["Glibc", "Musl"]

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  @Test("Every room imports only what lies below it", arguments: arrows.keys.sorted())
  func imports(room: String) throws {
    let allowed = try #require(Self.arrows[room]).union(Self.everywhere)
    let files = try Self.files(room)
    #expect(!files.isEmpty, "\(room) has no sources: does the table still fit?")
    for file in files {
      for module in try Self.imports(file) {
        #expect(
          allowed.contains(module),
          "\(room)/\(file.lastPathComponent) imports \(module), which is no room below it")
      }
    }
  }

  @Test("The table knows every room that has Swift sources")
  func tableIsComplete() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    for room in rooms where try !Self.files(room).isEmpty {
      #expect(Self.arrows[room] != nil, "\(room) is missing in the table of arrows")
    }
  }

  @Test("The arrows have no cycle")
  func noCycle() {
    func reach(_ room: String, _ path: [String]) {
      #expect(!path.contains(room), "cycle: \((path + [room]).joined(separator: " -> "))")
      guard !path.contains(room) else { return }
      for next in Self.arrows[room] ?? [] { reach(next, path + [room]) }
    }
    for room in Self.arrows.keys { reach(room, []) }
  }

  @Test("Source files fit in a room")
  func sizes() throws {
    for room in Self.arrows.keys {
      for file in try Self.files(room) {
        // Handlers/Rows.swift is a table that tools/generate-handlers writes.
        if file.lastPathComponent == "Rows.swift" { continue }
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false
        ).count
        #expect(lines <= 900, "\(room)/\(file.lastPathComponent) has \(lines) lines")
      }
    }
  }

  // MARK: Reading

  private static func files(_ room: String) throws -> [URL] {
    let folder = sources.appendingPathComponent(room)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".swift") }.sorted().map {
      folder.appendingPathComponent($0)
    }
  }

  private static func imports(_ file: URL) throws -> [String] {
    let keywords: Set<Substring> = [
      "public", "package", "internal", "private", "fileprivate", "@testable", "@preconcurrency",
      "@_exported", "@_spi",
    ]
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")[...]
      while let first = words.first, keywords.contains(first) { words = words.dropFirst() }
      guard words.first == "import", let name = words.dropFirst().first else { return nil }
      return name.split(separator: ".").first.map(String.init)
    }
  }
}
