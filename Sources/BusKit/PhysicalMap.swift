/// A part that answers in the memory address space (the VGA's window). Offsets count from the start
/// of its own window.
public protocol MemoryDevice: AnyObject {
  func readMemory(_ offset: UInt32) -> UInt8
  func writeMemory(_ offset: UInt32, _ value: UInt8)
  /// What ``readMemory(_:)`` would give, without side effects.
  func peekMemory(_ offset: UInt32) -> UInt8
  /// Wide forms; the defaults split into bytes, low address first. `width` may also be 8 bytes,
  /// which is why it is a plain count. Offsets never cross the end of the window.
  func readMemoryWide(_ offset: UInt32, byteCount: Int) -> UInt64
  func writeMemoryWide(_ offset: UInt32, _ value: UInt64, byteCount: Int)
}

extension MemoryDevice {
  public func readMemoryWide(_ offset: UInt32, byteCount: Int) -> UInt64 {
    var value: UInt64 = 0
    for byte in 0..<byteCount {
      value |= UInt64(readMemory(offset &+ UInt32(byte))) << UInt64(8 * byte)
    }
    return value
  }

  public func writeMemoryWide(_ offset: UInt32, _ value: UInt64, byteCount: Int) {
    for byte in 0..<byteCount {
      writeMemory(offset &+ UInt32(byte), UInt8(truncatingIfNeeded: value >> UInt64(8 * byte)))
    }
  }
}

/// A memory device that behaves as RAM for some of the time, so that a monitor may give its guest a
/// copy to work on instead of emulating each access.
public protocol PlainMemoryDevice: MemoryDevice {
  /// The offsets at which a write is read back and changes nothing else, and a read has no effect that
  /// shows at one of these offsets; empty when there are none. Only writes to ports change it.
  var plainWindow: Range<UInt32> { get }
  /// Changes whenever the contents of the memory do.
  var memoryVersion: UInt64 { get }
}

/// The physical address space: RAM, ROM, device windows and holes, in whole pages.
public final class PhysicalMap {
  /// What answers in one page.
  package enum Page {
    /// RAM or ROM at a host address (of the page's first byte); `address` counts in ``GuestRAM``.
    case memory(UnsafeMutableRawPointer, ramAddress: Int, isWritable: Bool)
    /// A device window; `offset` is that of the page's first byte.
    case device(any MemoryDevice, offset: UInt32)
    /// Nobody: reads give all ones, writes are lost.
    case hole
  }

  private enum Region {
    case rom(romOffset: Int)
    case device(any MemoryDevice)
    case hole
  }

  public let ram: GuestRAM
  /// ROM contents live behind the RAM's own end so that one base serves both.
  private var regions: [(pages: Range<UInt64>, region: Region)] = []
  /// Per page of the first 16 MiB and of the last 16 MiB below 4 GiB: 1 + region index.
  private var low = [UInt8](repeating: 0, count: 4096)
  private let roms: GuestRAM
  private var romUsed = 0
  /// RAM is seen from 0 up to here, less what regions cover.
  private let ramTop: UInt64

  /// - Parameters:
  ///   - ram: the machine's RAM; it is seen at address 0 upward.
  ///   - romCapacity: bytes reserved for ROM images.
  public init(ram: GuestRAM, romCapacity: Int = 1 << 20) {
    self.ram = ram
    ramTop = UInt64(ram.byteCount)
    roms = GuestRAM(byteCount: romCapacity)
    guest = nil
  }

  /// The map of which this one is the machine's view, and where the RAM's hidden part lies in it.
  private let guest: PhysicalMap?
  private var pool: Range<UInt64> = 0..<0

  /// What a processor sees whose owner keeps devices away from it: RAM and ROM where `guest` has them,
  /// nobody where it has devices, and the RAM's hidden part at `poolAddress`.
  /// Whether the machine's view has devices where `guest` has them.
  package var showsDevices = false {
    didSet { if showsDevices != oldValue { onChange?() } }
  }

  package init(machineViewOf guest: PhysicalMap, poolAddress: UInt64) {
    self.guest = guest
    ram = guest.ram
    ramTop = guest.ramTop
    roms = guest.roms
    let first = poolAddress / 4096
    pool = first..<first + UInt64(ram.hiddenByteCount / GuestRAM.pageSize)
  }

  /// A page that the processor answers itself, before the bus sees the address.
  private var processorPage: UInt64 = .max
  private var processorDevice: (any MemoryDevice)?

  /// Called after the map has changed, so that the processor can drop cached translations.
  package var onChange: (() -> Void)?

  /// Places a ROM image. `address` and the image's length must be whole pages.
  public func mapROM(_ image: [UInt8], at address: UInt64) {
    precondition(
      address % 4096 == 0 && image.count % 4096 == 0, "a ROM covers whole pages")
    precondition(romUsed + image.count <= roms.byteCount, "ROM capacity is too small")
    roms.write(romUsed, bytes: image)
    add(.rom(romOffset: romUsed), at: address, byteCount: image.count)
    romUsed += image.count
  }

  /// Places a device's window; later regions cover earlier ones.
  public func mapDevice(_ device: any MemoryDevice, at address: UInt64, byteCount: Int) {
    add(.device(device), at: address, byteCount: byteCount)
  }

  /// Takes RAM (or anything else) away from a range.
  public func mapHole(at address: UInt64, byteCount: Int) {
    add(.hole, at: address, byteCount: byteCount)
  }

  /// Lets `device` answer the processor's own accesses to one page, over whatever the bus has there; nil
  /// takes it away. Other bus masters and debuggers go on seeing the bus.
  public func claimForProcessor(_ device: (any MemoryDevice)?, page: UInt64) {
    processorDevice = device
    processorPage = device == nil ? .max : page
    onChange?()
  }

  private func add(_ region: Region, at address: UInt64, byteCount: Int) {
    precondition(address % 4096 == 0 && byteCount % 4096 == 0, "regions are whole pages")
    precondition(regions.count < 255, "a board has fewer than 255 memory regions")
    let pages = address / 4096..<(address / 4096 + UInt64(byteCount / 4096))
    regions.append((pages, region))
    for page in pages where page < 4096 { low[Int(page)] = UInt8(regions.count) }
    onChange?()
  }

  /// What answers the processor at the page with this number (physical address / 4096).
  package func page(_ number: UInt64) -> Page {
    if number == processorPage, let processorDevice { return .device(processorDevice, offset: 0) }
    if let guest { return machinePage(number, guest) }
    return busPage(number)
  }

  private func machinePage(_ number: UInt64, _ guest: PhysicalMap) -> Page {
    if pool.contains(number) {
      let address = ram.byteCount + Int(number - pool.lowerBound) * GuestRAM.pageSize
      return .memory(ram.base + address, ramAddress: address, isWritable: true)
    }
    let page = guest.page(number)
    guard case .memory = page else { return showsDevices ? page : .hole }
    return page
  }

  /// What answers on the bus there.
  private func busPage(_ number: UInt64) -> Page {
    if let region = region(number) {
      switch region.region {
      case .rom(let romOffset):
        let offset = romOffset + Int((number - region.pages.lowerBound) * 4096)
        return .memory(roms.base + offset, ramAddress: -1, isWritable: false)
      case .device(let device):
        return .device(device, offset: UInt32((number - region.pages.lowerBound) * 4096))
      case .hole:
        return .hole
      }
    }
    guard number < ramTop / 4096 else { return .hole }
    let address = Int(number) * 4096
    return .memory(ram.base + address, ramAddress: address, isWritable: true)
  }

  private func region(_ page: UInt64) -> (pages: Range<UInt64>, region: Region)? {
    if page < 4096 {
      let index = Int(low[Int(page)])
      return index == 0 ? nil : regions[index - 1]
    }
    return regions.last { $0.pages.contains(page) }
  }

  // MARK: Accesses by bus masters other than the processor, loaders and debuggers

  public func readByte(_ address: UInt64) -> UInt8 {
    switch busPage(address / 4096) {
    case .memory(let pointer, _, _):
      pointer.load(fromByteOffset: Int(address & 4095), as: UInt8.self)
    case .device(let device, let offset): device.readMemory(offset + UInt32(address & 4095))
    case .hole: 0xFF
    }
  }

  public func writeByte(_ address: UInt64, _ value: UInt8) {
    switch busPage(address / 4096) {
    case .memory(_, let ramAddress, let isWritable):
      if isWritable { ram.write(ramAddress + Int(address & 4095), value) }
    case .device(let device, let offset):
      device.writeMemory(offset + UInt32(address & 4095), value)
    case .hole: break
    }
  }

  /// Side-effect-free read, for debuggers and screen capture.
  public func peekByte(_ address: UInt64) -> UInt8 {
    switch busPage(address / 4096) {
    case .device(let device, let offset): device.peekMemory(offset + UInt32(address & 4095))
    default: readByte(address)
    }
  }

  public func peek(_ address: UInt64, count: Int) -> [UInt8] {
    (0..<UInt64(max(0, count))).map { peekByte(address &+ $0) }
  }
}
