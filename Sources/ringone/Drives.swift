import Media
import PC

/// Puts images into drives: what the options name goes where they say, the rest into the first free
/// drive of its kind.
struct Drives {
  let writesThrough: Bool
  private var floppies: [MediumSource?] = [nil, nil]
  private var disks: [ATADrive?] = [nil, nil, nil, nil]
  /// Kinds in the order of the command line, which is the order of booting.
  private var kinds: [BootDevice] = []
  private(set) var notices: [String] = []

  init(writesThrough: Bool) {
    self.writesThrough = writesThrough
  }

  /// Whether the command line names no image at all.
  static func isEmpty(_ arguments: Arguments) -> Bool {
    let disks = arguments.disks
    return arguments.images.isEmpty && arguments.kernel.file == nil
      && [disks.fda, disks.fdb, disks.hda, disks.hdb, disks.hdc, disks.hdd, disks.cdrom]
        .allSatisfy { $0 == nil }
  }

  mutating func attach(
    _ arguments: Arguments, words: [String]
  ) throws(ConfigurationError) {
    let disks = arguments.disks
    guard !(disks.snapshot && writesThrough) else {
      throw ConfigurationError(
        .usage, "-snapshot", cause: "--rw says the opposite", mend: "leave out one of the two")
    }
    for (drive, path) in [disks.fda, disks.fdb].enumerated() {
      if let path { try insertFloppy(path, drive: drive) }
    }
    for (position, path) in [disks.hda, disks.hdb, disks.hdc, disks.hdd].enumerated() {
      if let path { try attachDisk(path, position: position) }
    }
    if let path = disks.cdrom { try attachCD(path) }
    for path in arguments.images { try attach(path) }
    orderKinds(words)
  }

  func apply(to configuration: inout MachineConfiguration) {
    configuration.floppyDrives = [
      FloppyDrive(medium: floppies[0]), floppies[1].map { FloppyDrive(medium: $0) },
    ]
    configuration.ataDrives = disks
    configuration.bootOrder =
      kinds + [.floppy, .disk, .cdrom].filter { !kinds.contains($0) }
  }

  // MARK: One image

  /// An image without an option: finds out what it is.
  mutating func attach(_ path: String) throws(ConfigurationError) {
    let kind = try Self.media { () throws(MediaError) in try ImageKind(path: path) }
    if let notice = kind.notice { notices.append(notice) }
    switch kind.medium {
    case .floppy:
      guard let drive = floppies.firstIndex(where: { $0 == nil }) else {
        throw full(path, "both floppy drives are taken")
      }
      try insertFloppy(path, drive: drive)
      kinds.append(.floppy)
    case .cdrom:
      try attachCD(path)
      kinds.append(.cdrom)
    case .hardDisk:
      guard let position = disks.firstIndex(where: { $0 == nil }) else {
        throw full(path, "all four disk positions are taken")
      }
      try attachDisk(path, position: position)
      kinds.append(.disk)
    }
  }

  private mutating func insertFloppy(_ path: String, drive: Int) throws(ConfigurationError) {
    _ = try Self.media { () throws(MediaError) in try DiskImage.floppy(path: path, access: access) }
    floppies[drive] = source(path)
  }

  private mutating func attachDisk(_ path: String, position: Int) throws(ConfigurationError) {
    _ = try Self.media { () throws(MediaError) in try DiskImage(path: path, access: access) }
    disks[position] = .disk(source(path))
  }

  private mutating func attachCD(_ path: String) throws(ConfigurationError) {
    _ = try Self.media { () throws(MediaError) in try CDImage(path: path) }
    guard let position = [2, 3, 1, 0].first(where: { disks[$0] == nil }) else {
      throw full(path, "all four disk positions are taken")
    }
    disks[position] = .cdrom(.file(path: path, writesThrough: false))
  }

  private var access: DiskImage.Access { writesThrough ? .readWrite : .overlay }

  private func source(_ path: String) -> MediumSource {
    .file(path: path, writesThrough: writesThrough)
  }

  private func full(_ path: String, _ cause: String) -> ConfigurationError {
    ConfigurationError(.usage, path, cause: cause, mend: "name fewer images")
  }

  /// Sets ``kinds`` to the order in which options and images name them.
  private mutating func orderKinds(_ words: [String]) {
    let options: [String: BootDevice] = [
      "-fda": .floppy, "-hda": .disk, "-hdb": .disk, "-hdc": .disk, "-hdd": .disk,
      "-cdrom": .cdrom,
    ]
    let named = CommandWords.order(of: Set(options.keys), in: words).compactMap { options[$0] }
    // Images without an option come first: they were named to be booted.
    var order: [BootDevice] = []
    for kind in kinds + named where !order.contains(kind) { order.append(kind) }
    kinds = order
  }

  /// Runs `body` and translates its error to the command's.
  private static func media<Value>(
    _ body: () throws(MediaError) -> Value
  ) throws(ConfigurationError) -> Value {
    do throws(MediaError) { return try body() } catch { throw ConfigurationError(error) }
  }
}
