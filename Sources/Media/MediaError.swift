/// Why an image cannot be used: the thing, the cause and the mend, in one line.
public struct MediaError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Cause: Equatable, Sendable {
    case missing
    case directory
    /// A pipe, a terminal, a socket: nothing that can be read at any place.
    case notAFile
    case empty
    /// The length in bytes is not a whole number of sectors of `sectorSize` bytes.
    case oddSized(byteCount: UInt64, sectorSize: Int)
    case unreadable
    case notWritable
    /// Another process holds the image; `forWriting` tells what we wanted.
    case locked(forWriting: Bool)
    case diskFull
    /// Longer than the largest floppy.
    case tooLargeForFloppy(byteCount: UInt64)
    /// Has no ISO 9660 descriptor.
    case notACD
    /// None of the kinds that can be told apart fits.
    case unrecognised
    /// The host's own words for anything else.
    case host(operation: String, reason: String)
  }

  public let path: String
  public let cause: Cause

  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  public var description: String { "\(path): \(explanation)" }

  /// The cause, and after a semicolon what mends it.
  public var explanation: String {
    switch cause {
    case .missing:
      "there is no such file; check the name"
    case .directory:
      "this is a directory; name an image file in it"
    case .notAFile:
      "this is not an ordinary file; copy its contents into one first"
    case .empty:
      "the file is empty; an image has at least one sector (create one with 'truncate -s 1440K')"
    case .oddSized(let byteCount, let sectorSize):
      "\(byteCount) bytes are not a whole number of \(sectorSize)-byte sectors; "
        + "the copy may be cut short, or pad it with 'truncate -s %\(sectorSize)'"
    case .unreadable:
      "no permission to read it; allow it with 'chmod u+r'"
    case .notWritable:
      "no permission to write it; allow it with 'chmod u+w', or leave out --rw"
    case .locked(let forWriting):
      forWriting
        ? "another program uses this image; close that one, or leave out --rw there and here"
        : "another program is writing this image; close that one first"
    case .diskFull:
      "the host's disk is full; free some space and write again"
    case .tooLargeForFloppy(let byteCount):
      "\(byteCount) bytes are more than a floppy holds; attach it with -hda or -cdrom"
    case .notACD:
      "there is no ISO 9660 descriptor in it; attach it with -fda or -hda"
    case .unrecognised:
      "neither a floppy's length, nor a CD, nor a boot sector was found; "
        + "say what it is with -fda, -hda or -cdrom"
    case .host(let operation, let reason):
      "cannot \(operation) it: \(reason); check the file and the disk it lies on"
    }
  }
}
