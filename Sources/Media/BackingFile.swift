#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A host file that holds an image: opened, checked and locked, read and written at any place.
final class BackingFile {
  let path: String
  let byteCount: UInt64
  let isWritable: Bool
  private let descriptor: Int32

  /// Opens `path`. A writer takes an exclusive lock and a reader a shared one, both as `flock` and as
  /// an open-file-description lock, so that every sort of peer notices.
  init(path: String, forWriting: Bool) throws(MediaError) {
    self.path = path
    isWritable = forWriting
    // Nonblocking, so that a pipe without a writer cannot hold us up.
    let flags = (forWriting ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK
    descriptor = open(path, flags)
    guard descriptor >= 0 else { throw Self.openError(path, errno, forWriting: forWriting) }
    do {
      byteCount = try Self.length(of: descriptor, path: path)
      try Self.lock(descriptor, path: path, forWriting: forWriting)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private static func openError(_ path: String, _ code: Int32, forWriting: Bool) -> MediaError {
    let cause: MediaError.Cause =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .directory
      case EACCES, EPERM, EROFS:
        forWriting && access(path, R_OK) == 0 ? .notWritable : .unreadable
      case ENXIO, ENODEV: .notAFile
      default: .host(operation: "open", reason: Self.words(code))
      }
    return MediaError(path: path, cause: cause)
  }

  private static func length(of descriptor: Int32, path: String) throws(MediaError) -> UInt64 {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      throw MediaError(path: path, cause: .host(operation: "examine", reason: words(errno)))
    }
    var byteCount = UInt64(max(0, information.st_size))
    switch information.st_mode & S_IFMT {
    case S_IFDIR: throw MediaError(path: path, cause: .directory)
    case S_IFREG: break
    case S_IFBLK: byteCount = UInt64(max(0, lseek(descriptor, 0, SEEK_END)))
    default: throw MediaError(path: path, cause: .notAFile)
    }
    guard byteCount > 0 else { throw MediaError(path: path, cause: .empty) }
    return byteCount
  }

  private static func lock(
    _ descriptor: Int32, path: String, forWriting: Bool
  ) throws(MediaError) {
    func check(_ result: Int32) throws(MediaError) {
      // A file system without locks (some network ones) cannot refuse us.
      guard result != 0, [EAGAIN, EACCES, EWOULDBLOCK].contains(errno) else { return }
      throw MediaError(path: path, cause: .locked(forWriting: forWriting))
    }
    try check(flock(descriptor, (forWriting ? LOCK_EX : LOCK_SH) | LOCK_NB))
    var range = flock()
    range.l_type = Int16(forWriting ? F_WRLCK : F_RDLCK)
    range.l_whence = Int16(SEEK_SET)
    try check(fcntl(descriptor, setOpenFileLock, &range))
  }

  /// Linux's F_OFD_SETLK, which the C library shows to GNU sources only.
  private static let setOpenFileLock: Int32 = 37

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Fills `bytes` from `position` on; what lies beyond the file's end reads as zeros.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at position: UInt64) throws(MediaError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(position) + off_t(done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw MediaError(path: path, cause: .host(operation: "read", reason: Self.words(errno)))
      }
      if count == 0 {
        rest.initializeMemory(as: UInt8.self, repeating: 0)
        return
      }
      done += count
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at position: UInt64) throws(MediaError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(position) + off_t(done))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let cause: MediaError.Cause =
          errno == ENOSPC || errno == EDQUOT || errno == EFBIG
          ? .diskFull : .host(operation: "write", reason: Self.words(errno))
        throw MediaError(path: path, cause: cause)
      }
      done += count
    }
  }

  func flush() throws(MediaError) {
    guard isWritable, fsync(descriptor) != 0, errno != EINVAL else { return }
    let cause: MediaError.Cause =
      errno == ENOSPC || errno == EDQUOT
      ? .diskFull : .host(operation: "flush", reason: Self.words(errno))
    throw MediaError(path: path, cause: cause)
  }
}
