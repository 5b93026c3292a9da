import BusKit
import Foundation

/// A device's memory that behaves as RAM, given to the guest as pages of the monitor's.
///
/// The device stays the authority. Its contents are copied into the pages before the hardware runs, and
/// what the guest has changed is written back when the hardware stops, so that whoever looks at the
/// device between two slices, a picture included, sees what it would see without the copy. What the
/// device does on reads is lost: of the VGA, that they load the latches.
package final class DeviceWindow {
  private let memory: PhysicalMap
  private let pool: MonitorPool
  private let paging: ShadowPaging
  private var device: (any PlainMemoryDevice)?
  /// Guest frame of the device's first byte that a page of ours can stand for.
  private var firstFrame: UInt64 = 0
  /// Pages that the guest has been given, and what the device held when they were last compared.
  private var pages: [Int: [UInt8]] = [:]
  private var knownVersion: UInt64 = 0

  /// Whether the guest is given any.
  package var isEnabled = false {
    didSet {
      guard isEnabled != oldValue else { return }
      if isEnabled {
        paging.plainFrame = { [unowned self] in give($0) }
      } else {
        paging.plainFrame = nil
        close()
      }
    }
  }

  init(memory: PhysicalMap, pool: MonitorPool, paging: ShadowPaging) {
    self.memory = memory
    self.pool = pool
    self.paging = paging
  }

  var isInUse: Bool { !pages.isEmpty }

  /// The machine frame that stands for a device's page; nil if there can be none.
  private func give(_ frame: UInt64) -> UInt64? {
    guard case .device(let found, let offset) = memory.page(frame),
      let found = found as? any PlainMemoryDevice
    else { return nil }
    if let device, device !== found {
      // One device at a time.
      return nil
    }
    let page = Int(offset / 4096)
    guard page < MonitorLayout.window.count, covers(found, page) else { return nil }
    if pages.isEmpty { knownVersion = found.memoryVersion }
    device = found
    firstFrame = frame - UInt64(page)
    if pages[page] == nil { load(page, found) }
    return pool.machineAddress(MonitorLayout.window.lowerBound + page) >> 12
  }

  private func covers(_ device: any PlainMemoryDevice, _ page: Int) -> Bool {
    let window = device.plainWindow
    let first = UInt32(page) * 4096
    return window.lowerBound <= first && first + 4096 <= window.upperBound
  }

  private func load(_ page: Int, _ device: any PlainMemoryDevice) {
    let first = UInt32(page) * 4096
    let bytes = (0..<4096).map { device.peekMemory(first + $0) }
    pages[page] = bytes
    let index = MonitorLayout.window.lowerBound + page
    // The guest may have executed something in it.
    pool.ram.willWrite(pool.ram.byteCount + index * 4096, 4096)
    pool.pointer(index).copyMemory(from: bytes, byteCount: 4096)
  }

  /// Before the hardware runs: the device may be another now, or hold something else.
  func refresh() {
    guard let device else { return }
    guard pages.keys.allSatisfy({ covers(device, $0) }) else { return close() }
    guard device.memoryVersion != knownVersion else { return }
    for page in Array(pages.keys) { load(page, device) }
    knownVersion = device.memoryVersion
  }

  /// When the hardware has stopped.
  func writeBack() {
    guard let device else { return }
    for (page, known) in pages {
      let present = UnsafeRawBufferPointer(
        start: pool.pointer(MonitorLayout.window.lowerBound + page), count: 4096)
      let isSame = known.withUnsafeBytes { $0.elementsEqualQuickly(present) }
      guard !isSame else { continue }
      let first = UInt32(page) * 4096
      for offset in 0..<4096 where known[offset] != present[offset] {
        device.writeMemory(first + UInt32(offset), present[offset])
      }
      pages[page] = Array(present)
    }
    knownVersion = device.memoryVersion
  }

  /// The guest's next access is emulated again.
  func close() {
    for page in pages.keys {
      paging.unmap(pool.machineAddress(MonitorLayout.window.lowerBound + page) >> 12)
    }
    pages = [:]
    device = nil
  }
}

extension UnsafeRawBufferPointer {
  /// - Precondition: both are of the same length.
  fileprivate func elementsEqualQuickly(_ other: UnsafeRawBufferPointer) -> Bool {
    guard let mine = baseAddress, let its = other.baseAddress else { return true }
    return memcmp(mine, its, count) == 0
  }
}
