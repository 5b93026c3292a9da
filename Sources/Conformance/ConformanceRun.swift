import Foundation
import X86Decode

/// One part of a set of files, so that several machines can share the work.
public struct Shard: Equatable, Sendable {
  public let index: Int
  public let count: Int

  public static let whole = Shard(index: 0, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// - Parameter text: "i/n", i from 1.
  public init(_ text: String) throws(VectorError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let part = Int(parts[0]), let count = Int(parts[1]), count >= 1,
      1...count ~= part
    else { throw .badShard(text) }
    self.init(index: part - 1, count: count)
  }
}

/// A run over files and directories of vectors.
public struct ConformanceRun: Sendable {
  /// The files, in the order in which every machine lists them.
  public let files: [String]
  public var model: ProcessorModel?
  public var failureLimit = 10

  /// - Parameters:
  ///   - paths: files, and directories whose `.MOO` and `.MOO.gz` files are taken.
  ///   - shard: the part of them to run; the split depends on their names alone.
  public init(paths: [String], shard: Shard = .whole) throws(VectorError) {
    var found: [String] = []
    for path in paths {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
        throw .unreadable(path: path, reason: "no such file or directory")
      }
      guard isDirectory.boolValue else {
        found.append(path)
        continue
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw .unreadable(path: path, reason: "the directory cannot be listed")
      }
      for name in names where name.hasSuffix(".MOO") || name.hasSuffix(".MOO.gz") {
        found.append(path + "/" + name)
      }
    }
    let sorted = found.map { (name: Self.name($0), path: $0) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    files = sorted.enumerated().filter { $0.offset % shard.count == shard.index }
      .map(\.element.path)
  }

  /// The file's name with its directory's: the same wherever the set lies.
  static func name(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    return url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
  }

  /// Runs the files on this thread.
  public func run() -> ConformanceReport {
    let runner = VectorRunner(model: model, failureLimit: failureLimit)
    return ConformanceReport(files: files.map { Self.run($0, runner) })
  }

  /// Runs the files on `workers` threads. The report is the same as that of ``run()``.
  public func run(workers: Int) async -> ConformanceReport {
    let workers = max(1, min(workers, files.count))
    let reports = await withTaskGroup(of: [(Int, FileReport)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let runner = VectorRunner(model: model, failureLimit: failureLimit)
          return stride(from: worker, to: files.count, by: workers)
            .map { ($0, Self.run(files[$0], runner)) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return ConformanceReport(files: reports.sorted { $0.0 < $1.0 }.map(\.1))
  }

  private static func run(_ path: String, _ runner: VectorRunner) -> FileReport {
    let name = name(path)
    do {
      let file = try VectorFile(contentsOf: path)
      let metadata = try VectorMetadata(
        directory: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      return runner.run(file, metadata: metadata, name: name)
    } catch {
      var report = FileReport(name: name)
      report.error = "\(error)"
      return report
    }
  }
}
