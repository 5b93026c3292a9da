import Foundation
import Lab
import PC
import Testing
import X86Decode

/// The VGA workload: predicted by hand, counted under a monitor, and the same in the end.
struct VGAStudyTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func configuration() throws -> MachineConfiguration {
    func bytes(_ path: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    }
    var configuration = try MachineConfiguration(
      model: .i80486, systemBIOS: bytes("roms/bios.bin"), videoBIOS: bytes("roms/vgabios.bin"))
    configuration.floppyDrives[0] = FloppyDrive(medium: .memory(try bytes("roms/lab/vga.img")))
    return configuration
  }

  /// Guest programs run as built for release; a debug build is a hundred times slower.
  private static let isRelease: Bool = {
    #if DEBUG
      false
    #else
      true
    #endif
  }()

  @Test func predictionsFollowTheSpecification() {
    // A byte-wise clear of 640 x 480 is 38,400 accesses.
    #expect(VGAStudy.predicted(.planar, .fill).memory == 38_400)
    // A pixel is two accesses to memory and two to ports.
    #expect(VGAStudy.predicted(.planar, .line).memory == 1_280)
    #expect(VGAStudy.predicted(.planar, .line).ports == 1_283)
    #expect(VGAStudy.predicted(.planar, .text).total == 320 * 16 * 3 + 4)
    #expect(VGAStudy.predicted(.linear, .fill).total == 64_000)
    #expect(VGAStudy.predicted(.mapped, .fill).total == 0)
  }

  @Test(.enabled(if: isRelease), arguments: [EngineKind.naive, .elegant])
  func countsAndTimesAreAsPredicted(engine: EngineKind) throws {
    let study = try VGAStudy(Self.configuration(), engine: engine, profile: .pentium4)
    #expect(study.phases.count == 12)
    for phase in study.phases {
      #expect(abs(phase.countError) <= 0.01, "\(phase.mode) \(phase.work): \(phase.counted)")
      #expect(abs(phase.timeError) <= 0.01, "\(phase.mode) \(phase.work): \(phase.time)")
      #expect(phase.ticks == phase.nativeTicks, "the guest's clock knows of no monitor")
      #expect(phase.counted.memory == phase.predicted.memory)
      #expect(phase.counted.ports == phase.predicted.ports)
    }
    #expect(study.worstError <= 0.01)
    let heat = study.heat[.planar].map { $0.reduce(0) { $0 + Int($1) } }
    #expect(heat == 38_400 + 1_280 + 2 * 320 * 16)
  }

  @Test(.enabled(if: isRelease))
  func aHostedMonitorPaysForEachAccess() throws {
    let study = try VGAStudy(Self.configuration(), engine: .naive, profile: .pentium4.hosted)
    #expect(study.worstError <= 0.01)
    let fill = try #require(study.phases.first)
    #expect(fill.cycles > 38_400 * 2 * CostProfile.pentium4[.worldSwitch])
  }

  @Test(.enabled(if: isRelease))
  func mappedMemoryHoldsWhatTheDeviceWouldHold() throws {
    func hash(_ engine: EngineKind, isMapped: Bool) throws -> String {
      let machine = try Machine(Self.configuration())
      var options = EngineOptions()
      options.mapsPlainDevices = isMapped
      let laboratory = Laboratory(machine, engine: engine, options: options)
      let cause = machine.run(until: .max / 2)
      #expect(cause == .guestExit(0))
      #expect(laboratory.engine == engine)
      return machine.stateHash().description
    }
    let native = try hash(.native, isMapped: false)
    #expect(try hash(.naive, isMapped: false) == native)
    #expect(try hash(.naive, isMapped: true) == native)
    #expect(try hash(.elegant, isMapped: true) == native)
  }

  @Test(.enabled(if: isRelease))
  func thePageStandsAlone() throws {
    let study = try VGAStudy(Self.configuration(), engine: .naive, profile: .pentium4)
    let html = study.html
    for foreign in ["http:", "https:", "<script", "url(", "@import", "src="] {
      #expect(!html.contains(foreign), "\(foreign)")
    }
    // The first line and two elements have no end; all others have.
    let body = html.split(separator: "\n").dropFirst().joined(separator: "\n")
      .replacing("<meta charset=\"utf-8\">", with: "")
      .replacing(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", with: "")
    #expect(Elements(body).isBalanced)
    #expect(html.utf8.count < 2_000_000)
    for line in study.text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test(.enabled(if: isRelease))
  func anotherImageIsRefused() throws {
    var configuration = try Self.configuration()
    // A boot sector that ends the run at once.
    var image = [UInt8](repeating: 0, count: 163_840)
    image.replaceSubrange(0..<4, with: [0x30, 0xC0, 0xE6, 0xF6])
    (image[510], image[511]) = (0x55, 0xAA)
    configuration.floppyDrives[0] = FloppyDrive(medium: .memory(image))
    #expect(throws: ConfigurationError.self) {
      try VGAStudy(configuration, engine: .naive, profile: .pentium4)
    }
  }
}

/// Elements that begin and end.
private struct Elements {
  private(set) var isBalanced = true

  init(_ text: String) {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst(0) {
      guard let end = part.firstIndex(of: ">") else { continue }
      let tag = part[..<end]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { isBalanced = false }
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    if !open.isEmpty { isBalanced = false }
  }
}
