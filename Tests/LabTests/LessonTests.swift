import Foundation
import Testing

/// The course in `docs/lab` says what is so: every command in it is run, and must print what the page
/// shows and end as the page says.
struct LessonTests {
  /// The image that the lessons call `$FREEDOS`; it is no part of the repository.
  private static let freeDOS: String? = {
    let shared =
      ProcessInfo.processInfo.environment["RINGONE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? LessonBook.root.deletingLastPathComponent().appendingPathComponent("shared")
    let image = shared.appendingPathComponent("guests/freedos-1.4MB.img").path
    return FileManager.default.fileExists(atPath: image) ? image : nil
  }()

  // MARK: The pages

  @Test("Every lesson has a command that is run, something to look for, and an exercise")
  func pages() throws {
    let lessons = LessonBook.pages.filter { $0.first?.isNumber == true }
    #expect(lessons.count == 12)
    let index = try LessonBook.text("README.md")
    for (number, page) in lessons.enumerated() {
      #expect(page.hasPrefix(number < 9 ? "0\(number + 1)-" : "\(number + 1)-"))
      #expect(index.contains("](\(page))"), "README.md does not lead to \(page)")
      let text = try LessonBook.text(page)
      #expect(text.contains("\n## Look for\n"), "\(page)")
      #expect(text.contains("\n## Exercises\n"), "\(page)")
      let commands = try LessonBook.commands(in: text, page: page)
      #expect(!commands.isEmpty, "\(page)")
      for command in commands {
        #expect(!command.expected.isEmpty, "\(command.testDescription) shows nothing to look for")
        #expect(LessonBook.words(command.text, freeDOS: nil) != nil, "\(command.testDescription)")
      }
    }
  }

  @Test("Every link to a file leads somewhere", arguments: LessonBook.pages)
  func links(page: String) throws {
    for part in try LessonBook.text(page).components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      guard !target.isEmpty, !target.hasPrefix("http") else { continue }
      let path = LessonBook.folder.appendingPathComponent(String(target)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(page) leads to \(target)")
    }
  }

  @Test("What the tests make of a page")
  func reading() throws {
    let page = """
      ```sh lab status=3 limit=7
      ringone lab 'two words' $FREEDOS  ''
      ```
      ```expect
        one
      ...
      two
      ```
      ```sh
      ringone not run
      ```
      """
    let commands = try LessonBook.commands(in: page, page: "x.md")
    #expect(commands.count == 1)
    let command = try #require(commands.first)
    #expect(command.line == 2 && command.status == 3 && command.limit == 7)
    #expect(command.expected == ["one", "two"])
    #expect(command.needsFreeDOS)
    #expect(
      LessonBook.words(command.text, freeDOS: "a b")
        == ["ringone", "lab", "two words", "a b", ""])
    #expect(LessonBook.words("ringone 'x", freeDOS: nil) == nil)
    for broken in [
      "```sh lab\nls\n```", "```expect\nx\n```", "```sh lab no\nringone x\n```", "```sh",
    ] {
      #expect(throws: LessonBook.Malformed.self) {
        try LessonBook.commands(in: broken, page: "x.md")
      }
    }
  }

  // MARK: The commands

  // Whole guests boot in them, which takes a debug build minutes.
  #if !DEBUG
    @Test(
      "A lesson's command does what the lesson shows",
      arguments: LessonBook.commands.filter { !$0.needsFreeDOS })
    func command(_ command: LessonBook.Command) throws { try check(command) }

    @Test(
      "A lesson's command does with FreeDOS what the lesson shows",
      .enabled(if: freeDOS != nil, "there is no FreeDOS image beside this tree"),
      arguments: LessonBook.commands.filter(\.needsFreeDOS))
    func commandWithFreeDOS(_ command: LessonBook.Command) throws { try check(command) }
  #endif

  private func check(_ command: LessonBook.Command) throws {
    let words = try #require(LessonBook.words(command.text, freeDOS: Self.freeDOS))
    let (status, output) = try run(words, limit: command.limit)
    #expect(status == command.status, "\(output.suffix(2000))")
    let lines = output.split(whereSeparator: \.isNewline)
    for expected in command.expected {
      #expect(
        lines.contains { $0.contains(expected) },
        "'\(expected)' is not in what it prints: \(output.suffix(6000))")
    }
  }

  /// Runs the binary of this build in a folder of its own, in which `roms` is the tree's.
  private func run(_ words: [String], limit: Double) throws -> (status: Int32?, output: String) {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent(
      "ringone-lesson-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    let roms = LessonBook.root.appendingPathComponent("roms")
    try files.createSymbolicLink(
      at: folder.appendingPathComponent("roms"), withDestinationURL: roms)

    let process = Process()
    let tests =
      (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("ringone")
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"] { variables[name] = nil }
    variables["RINGONE_ROMS"] = roms.path
    process.environment = variables
    let printed = folder.appendingPathComponent("printed")
    #expect(files.createFile(atPath: printed.path, contents: nil))
    let handle = try FileHandle(forWritingTo: printed)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let isLate = ended.wait(timeout: .now() + limit) == .timedOut
    if isLate { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let output = String(decoding: try Data(contentsOf: printed), as: UTF8.self)
    return (isLate ? nil : process.terminationStatus, output)
  }
}
