import Dispatch
import Foundation
import Synchronization
import X86Decode

/// How far a run has come.
public struct ConformanceProgress: Equatable, Sendable {
  public var filesDone = 0
  public var fileCount = 0
  public var tests = 0
  public var failed = 0
}

/// A run over files and directories of vectors.
public struct ConformanceRun: Sendable {
  /// The files, in the order in which every machine lists them.
  public let files: [String]
  public let shard: Shard
  /// What to run on; nil for the model nearest to the one that each file was recorded from.
  public var model: ProcessorModel?
  /// How many failures each file's report keeps.
  public var failureLimit = 10

  /// - Parameters:
  ///   - paths: files, and directories whose `.MOO` and `.MOO.gz` files are taken, those of their
  ///     subdirectories as well.
  ///   - shard: the part of the tests to run.
  public init(paths: [String], shard: Shard = .whole) throws(VectorError) {
    var found: [String] = []
    for path in paths {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
        throw .unreadable(path: path, reason: "no such file or directory")
      }
      if isDirectory.boolValue {
        found += try Self.vectorFiles(in: path)
      } else {
        found.append(path)
      }
    }
    let named = Set(found).map { (name: Self.name($0), path: $0) }
    files =
      named.sorted { a, b in
        a.name == b.name
          ? a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
          : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      }.map(\.path)
    self.shard = shard
  }

  private static func vectorFiles(in directory: String) throws(VectorError) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: directory) else {
      throw .unreadable(path: directory, reason: "the directory cannot be listed")
    }
    let found = names.compactMap { $0 as? String }.filter { name in
      let lower = name.lowercased()
      return lower.hasSuffix(".moo") || lower.hasSuffix(".moo.gz")
    }
    guard !found.isEmpty else {
      throw .unreadable(path: directory, reason: "no .MOO or .MOO.gz file is in it")
    }
    return found.map { directory + "/" + $0 }
  }

  /// The file's name with its directory's: the same wherever the set lies.
  static func name(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    return url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
  }

  /// Runs the files on `workers` threads. The report does not depend on how many there are.
  /// - Parameter progress: called now and then from those threads, one call at a time.
  public func run(
    workers: Int = 1, progress: @escaping @Sendable (ConformanceProgress) -> Void = { _ in }
  ) -> ConformanceReport {
    let next = Atomic(0)
    let reports = Mutex([FileReport?](repeating: nil, count: files.count))
    let meter = ProgressMeter(fileCount: files.count, tell: progress)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, files.count))) { _ in
      let runner = VectorRunner(model: model, failureLimit: failureLimit) { tests, failed in
        meter.add(tests: tests, failed: failed)
      }
      var metadata = MetadataCache()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < files.count else { return }
        let report = run(files[index], runner, &metadata)
        reports.withLock { $0[index] = report }
        meter.add(files: 1)
      }
    }
    return ConformanceReport(
      shard: shard, failureLimit: failureLimit, files: reports.withLock { $0.compactMap(\.self) })
  }

  private func run(
    _ path: String, _ runner: VectorRunner, _ metadata: inout MetadataCache
  ) -> FileReport {
    let name = Self.name(path)
    do {
      let bytes = try VectorFile.read(path)
      let file = try VectorFile(bytes: bytes, path: path) { position in
        shard.contains(position: position, ofFile: name)
      }
      let metadata = try metadata.metadata(
        directory: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      var report = runner.run(file, metadata: metadata, name: name)
      report.checksum = Gzip.checksum(bytes)
      return report
    } catch {
      var report = FileReport(name: name)
      report.error = "\(error)"
      return report
    }
  }
}

/// Adds up what the workers have done, and tells it.
private final class ProgressMeter: Sendable {
  private let sum: Mutex<ConformanceProgress>
  private let tell: @Sendable (ConformanceProgress) -> Void

  init(fileCount: Int, tell: @escaping @Sendable (ConformanceProgress) -> Void) {
    sum = Mutex(ConformanceProgress(fileCount: fileCount))
    self.tell = tell
  }

  func add(files: Int = 0, tests: Int = 0, failed: Int = 0) {
    sum.withLock {
      $0.filesDone += files
      $0.tests += tests
      $0.failed += failed
      tell($0)
    }
  }
}

/// What stands beside the vectors, read once for each directory.
private struct MetadataCache {
  private var directory: String?
  private var value = VectorMetadata()

  mutating func metadata(directory: String) throws(VectorError) -> VectorMetadata {
    if self.directory != directory {
      value = try VectorMetadata(directory: directory)
      self.directory = directory
    }
    return value
  }
}
