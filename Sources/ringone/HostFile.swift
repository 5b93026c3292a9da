import Foundation
import PC

/// Files that the command writes. All or nothing: a file appears under its name only when complete.
enum HostFile {
  static func write(_ bytes: [UInt8], to path: String) throws(ConfigurationError) {
    // A device or pipe has no second name to be renamed from.
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG {
      let stream = try ByteSink(path: path)
      stream.write(bytes)
      try stream.close()
      return
    }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var code: Int32 = 0
    if let error = writeAll(bytes, to: descriptor) { code = error }
    if code == 0, fsync(descriptor) != 0, errno != EINVAL { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw failure(path, code)
    }
  }

  /// Writes everything, or gives the error number.
  static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int32? {
    let buffer = Array(bytes)
    var done = 0
    while done < buffer.count {
      let count = buffer[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&poller, 1, -1)
          continue
        }
        return errno
      }
      done += count
    }
    return nil
  }

  static func failure(_ path: String, _ code: Int32) -> ConfigurationError {
    let reason = String(cString: strerror(code))
    if code == ENOSPC || code == EDQUOT {
      return ConfigurationError(
        .diskFull, path, cause: "the host's disk is full", mend: "free some space and run again")
    }
    let mend =
      switch code {
      case ENOENT: "check that the folder exists"
      case EACCES, EPERM, EROFS: "choose a place that you may write to"
      case EISDIR: "name a file in it"
      case EPIPE: "let the reader of this output stay"
      default: "check the path and the disk it lies on"
      }
    return ConfigurationError(.output, path, cause: "cannot be written (\(reason))", mend: mend)
  }
}

/// A stream of bytes that leaves the process: stdout or a file. Bytes are kept back until ``flush()``,
/// so that a guest that prints byte by byte does not cost a system call each.
final class ByteSink {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  /// The first failure; everything after it is dropped.
  private(set) var failure: ConfigurationError?

  static func standardOutput() -> ByteSink { ByteSink(descriptor: STDOUT_FILENO, name: "stdout") }
  static func standardError() -> ByteSink { ByteSink(descriptor: STDERR_FILENO, name: "stderr") }

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Creates or empties the file.
  init(path: String) throws(ConfigurationError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    name = path
    guard descriptor >= 0 else { throw HostFile.failure(path, errno) }
  }

  func write(_ byte: UInt8) {
    buffer.append(byte)
    if buffer.count >= 1 << 16 { flush() }
  }

  func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  func flush() {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil, let code = HostFile.writeAll(buffer, to: descriptor) else { return }
    failure = HostFile.failure(name, code)
  }

  /// Writes what is left and tells of failures.
  func close() throws(ConfigurationError) {
    flush()
    if descriptor > STDERR_FILENO, Glibc.close(descriptor) != 0, failure == nil {
      failure = HostFile.failure(name, errno)
    }
    if let failure { throw failure }
  }
}
