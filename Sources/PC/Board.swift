import BusKit
import Chips
import Media
import X86
import X86Decode

/// The parts on the board, made and plugged together. With ``Machine/mapMemory()`` and
/// ``Machine/mapPorts()`` this file is the schematic.
struct Board {
  let interrupts: CascadedPICs
  /// On models whose processor has one.
  let localAPIC: LocalAPIC?
  let ioAPIC: IOAPIC82093AA?
  let timer: Intel8254
  let dma: CascadedDMA
  let keyboard: PS2Keyboard
  let mouse: PS2Mouse
  let keyboardController: Intel8042
  let portA: SystemControlPortA
  let portB: SystemControlPortB
  let clock: MC146818
  let floppies: Intel82077AA
  let ata: [ATAChannel]
  let serial: [NS16550A]
  let parallel: ParallelPort
  let speaker: PCSpeaker
  let video: VGA
  let postCodes = PostCodePort()
  let numericError: NumericErrorLatch
  /// When a kernel is to be started without a boot disk.
  let kernelPort: KernelPort?
  /// What LPT1 prints.
  let printed = ByteLine()
  let a20 = A20Gate()
  /// Low-high-low when the processor is to be reset.
  let processorReset = SignalLine()

  /// - Throws: ``ConfigurationError`` for media that cannot be used.
  init(
    _ configuration: MachineConfiguration, features: ProcessorFeatures, scheduler: Scheduler,
    memory: PhysicalMap
  ) throws(ConfigurationError) {
    let interrupts = CascadedPICs()
    self.interrupts = interrupts
    numericError = NumericErrorLatch(interrupt: interrupts.irq(13))
    (localAPIC, ioAPIC) = Self.advancedControllers(configuration.model, features, scheduler)
    let (a20, processorReset) = (a20, processorReset)

    let speaker = PCSpeaker(scheduler: scheduler)
    self.speaker = speaker
    let tone = SignalLine()
    tone.connect { speaker.setTimerOutput($0) }
    timer = Intel8254(scheduler: scheduler, out0: interrupts.irq(0), out2: tone)
    dma = CascadedDMA(scheduler: scheduler, memory: memory)

    keyboard = PS2Keyboard(scheduler: scheduler)
    mouse = PS2Mouse(scheduler: scheduler)
    keyboardController = Intel8042(
      scheduler: scheduler, keyboardInterrupt: interrupts.irq(1),
      mouseInterrupt: interrupts.irq(12), keyboard: keyboard, mouse: mouse,
      onA20: { a20.set(.keyboardController, $0) }, onReset: { processorReset.pulse() })
    portA = SystemControlPortA(
      onA20: { a20.set(.portA, $0) }, onReset: { processorReset.pulse() })
    portB = SystemControlPortB(
      scheduler: scheduler, timer: timer, onSpeakerData: { speaker.setData($0) })

    clock = MC146818(
      scheduler: scheduler, interrupt: interrupts.irq(8), baseTime: configuration.clockBase)
    serial = [4, 3].map { line in
      NS16550A(
        scheduler: scheduler, interrupt: interrupts.irq(line),
        isPaced: configuration.pacesSerialLines)
    }

    let printed = printed
    parallel = ParallelPort(
      scheduler: scheduler, interrupt: interrupts.irq(7), sink: { printed.send($0) })

    // What somebody has typed ahead waits until the BIOS's console has set up the port.
    serial[0].honoursRTS = configuration.serialConsole

    // What lies in a drive at power-on says which drive it is.
    let images = try configuration.floppyDrives.map { drive throws(ConfigurationError) in
      try drive?.medium?.openFloppy()
    }
    let floppyTypes = zip(configuration.floppyDrives, images).map { drive, image in
      drive.map { _ in
        image.flatMap { FloppyFormat.holding($0.byteCount)?.drive } ?? .mb1_44
      }
    }
    floppies = Intel82077AA(
      scheduler: scheduler, interrupt: interrupts.irq(6), dmaRequest: dma.request(2),
      drives: floppyTypes, speed: configuration.diskSpeed)
    dma.attach(floppies, to: 2)
    for (drive, image) in images.enumerated() { floppies.insert(image, drive: drive) }

    ata = [
      ATAChannel(scheduler: scheduler, interrupt: interrupts.irq(14), name: "ATA primary"),
      ATAChannel(scheduler: scheduler, interrupt: interrupts.irq(15), name: "ATA secondary"),
    ]
    var geometries: [DiskGeometry?] = [nil, nil, nil, nil]
    for (position, drive) in configuration.ataDrives.enumerated() {
      guard let drive else { continue }
      let device = try Self.device(drive, position, scheduler, configuration.diskSpeed)
      ata[position / 2].attach(device, at: position % 2)
      geometries[position] = (device as? ATADisk)?.geometry
    }

    video = VGA(scheduler: scheduler, interrupt: interrupts.irq(9))

    kernelPort = try configuration.kernel.map { boot throws(ConfigurationError) in
      try KernelPort(boot)
    }

    CMOSLayout(
      memory: memory.ram.byteCount, floppies: floppyTypes, disks: geometries,
      bootOrder: configuration.bootOrder, serialConsole: configuration.serialConsole,
      hasNumericUnit: features.contains(.fpu)
    ).write(to: clock)
  }

  private static func advancedControllers(
    _ model: ProcessorModel, _ features: ProcessorFeatures, _ scheduler: Scheduler
  ) -> (LocalAPIC?, IOAPIC82093AA?) {
    guard features.contains(.apic) else { return (nil, nil) }
    let kind = LocalAPIC.Kind(
      isP6: model < .x86_64, hasX2APIC: features.contains(.x2apic),
      hasDeadlineTimer: features.contains(.tscDeadline),
      physicalAddressBits: features.contains(.longMode) ? 40 : 36)
    return (LocalAPIC(scheduler: scheduler, kind: kind), IOAPIC82093AA())
  }

  private static func device(
    _ drive: ATADrive, _ position: Int, _ scheduler: Scheduler, _ speed: DiskSpeed
  ) throws(ConfigurationError) -> ATADevice {
    switch drive {
    case .disk(let medium):
      ATADisk(
        image: try medium.openDisk(), scheduler: scheduler, speed: speed,
        serialNumber: "RING1-000\(position + 1)")
    case .cdrom(let medium):
      ATAPICDROM(scheduler: scheduler, disc: try medium?.openCD(), speed: speed)
    }
  }

  /// The hard disks, in the order of their positions.
  var disks: [ATADisk] {
    ata.flatMap { channel in (0..<2).compactMap { channel.device(at: $0) as? ATADisk } }
  }

  /// The CD-ROM drives, in the order of their positions.
  var cdroms: [ATAPICDROM] {
    ata.flatMap { channel in (0..<2).compactMap { channel.device(at: $0) as? ATAPICDROM } }
  }

  /// The RESET line of everything but the processor. Keyboard and mouse have no such pin.
  func reset() {
    interrupts.reset()
    ioAPIC?.reset()
    timer.reset()
    dma.reset()
    keyboardController.reset()
    portA.reset()
    portB.reset()
    clock.reset()
    floppies.reset()
    for channel in ata { channel.reset() }
    for port in serial { port.reset() }
    parallel.reset()
    postCodes.reset()
    numericError.reset()
    kernelPort?.reset()
    video.reset()
  }
}

/// A wire for bytes that is connected after its source was made.
final class ByteLine {
  var onByte: ((UInt8) -> Void)?
  func send(_ byte: UInt8) { onByte?(byte) }
}

/// Address line 20 is let through when the keyboard controller or port 92h says so.
final class A20Gate {
  enum Source: Int { case keyboardController, portA }

  /// High lets address bit 20 through.
  let line = SignalLine(level: true)
  private var isOpen = [true, false]

  func set(_ source: Source, _ level: Bool) {
    isOpen[source.rawValue] = level
    line.set(isOpen.contains(true))
  }
}

extension Machine {
  // MARK: The memory map

  /// | addresses                  | who answers                                              |
  /// |----------------------------|----------------------------------------------------------|
  /// | 00000...9FFFF              | RAM                                                      |
  /// | A0000...BFFFF              | the VGA's window                                         |
  /// | C0000...                   | the video BIOS, then nobody                              |
  /// | C8000 or behind that       | the option ROM that starts a kernel, if one is to be started |
  /// | ...FFFFF                   | the last 128 KiB of the system BIOS                      |
  /// | 100000...                  | RAM                                                      |
  /// | FEC00000...FEC00FFF        | the I/O APIC, on boards that have one                    |
  /// | FEE00000...FEE00FFF        | the local APIC, for the processor alone; it can be moved |
  /// | ...FFFFFFFF (80286 FFFFFF) | the whole system BIOS, where the processor starts        |
  func mapMemory() {
    memory.mapHole(at: 0xA0000, byteCount: 0x60000)
    memory.mapDevice(board.video, at: 0xA0000, byteCount: 0x20000)
    if !configuration.videoBIOS.isEmpty {
      let padding = (4096 - configuration.videoBIOS.count % 4096) % 4096
      memory.mapROM(
        configuration.videoBIOS + [UInt8](repeating: 0xFF, count: padding), at: 0xC0000)
    }
    if let kernel = configuration.kernel {
      // Option ROMs are looked for from C8000h upward, on every 2 KiB.
      let videoEnd = 0xC0000 + (configuration.videoBIOS.count + 4095) & ~4095
      let padding = (4096 - kernel.optionROM.count % 4096) % 4096
      memory.mapROM(
        kernel.optionROM + [UInt8](repeating: 0xFF, count: padding),
        at: UInt64(max(0xC8000, videoEnd)))
    }
    let bios = configuration.systemBIOS
    let low = bios.suffix(128 << 10)
    memory.mapROM(Array(low), at: UInt64(0x100000 - low.count))
    if let ioAPIC = board.ioAPIC {
      memory.mapDevice(ioAPIC, at: 0xFEC0_0000, byteCount: 4096)
    }
    switch configuration.model {
    case .i8086, .i80186: break
    case .i80286: memory.mapROM(bios, at: UInt64((1 << 24) - bios.count))
    default: memory.mapROM(bios, at: UInt64((1 << 32) - bios.count))
    }
  }

  // MARK: The I/O map

  func mapPorts() {
    ports.map(0x000...0x00F, to: board.dma.bytes)
    ports.map(0x020...0x021, to: board.interrupts.master)
    ports.map(0x040...0x043, to: board.timer)
    ports.map(0x060...0x060, to: board.keyboardController)
    ports.map(0x061...0x061, to: board.portB)
    ports.map(0x064...0x064, to: board.keyboardController, base: 0x060)
    ports.map(0x070...0x071, to: board.clock)
    ports.map(0x080...0x08F, to: board.dma.pages)
    ports.map(0x080...0x080, to: board.postCodes)
    ports.map(0x092...0x092, to: board.portA)
    ports.map(0x0A0...0x0A1, to: board.interrupts.slave)
    ports.map(0x0C0...0x0DF, to: board.dma.words)
    ports.map(0x0F0...0x0F1, to: board.numericError)
    ports.map(0x170...0x177, to: board.ata[1])
    ports.map(0x1F0...0x1F7, to: board.ata[0])
    ports.map(0x2F8...0x2FF, to: board.serial[1])
    ports.map(0x378...0x37A, to: board.parallel)
    ports.map(0x376...0x376, to: board.ata[1], base: 0x376 - 8)
    ports.map(0x3B0...0x3DF, to: board.video)
    ports.map(0x3F0...0x3F5, to: board.floppies)
    ports.map(0x3F6...0x3F6, to: board.ata[0], base: 0x3F6 - 8)
    ports.map(0x3F7...0x3F7, to: board.floppies, base: 0x3F0)
    ports.map(0x3F8...0x3FF, to: board.serial[0])
    ports.map(0x4D0...0x4D1, to: board.interrupts.edgeLevelControl)
    if let kernelPort = board.kernelPort { ports.map(0x5E0...0x5E4, to: kernelPort) }
    // Ports that no PC ever had, by which guests talk to whoever runs the machine: the debug console,
    // two ways to end the run, and our BIOS's hint that a program polls for a key.
    ports.map(
      0x0E9...0x0E9, to: DebugConsole { [unowned self] in outputs.debugConsole?($0) })
    ports.map(
      0x0F4...0x0F4, to: ExitPort { [unowned self] in requestStop(.guestExit($0 &<< 1 | 1)) })
    ports.map(0x0F5...0x0F5, to: IdleHintPort { [unowned self] _ in hintIdle() })
    ports.map(0x0F6...0x0F6, to: ExitPort { [unowned self] in requestStop(.guestExit($0 & 63)) })
  }

  private func hintIdle() {
    // Clocks that were skipped lie in no gap.
    let busy = now &- cpu.idleTicks
    if idleDetector.hint(at: busy, portWrites: ports.writeCount) { cpu.skipToNextEvent() }
  }

  // MARK: The wires that end at the processor or leave the machine

  /// The 8259As interrupt the processor, by way of the local APIC where there is one; then they are
  /// also INTIN0 of the I/O APIC, IRQ 0 is INTIN2, and every other request line has its own number.
  private func wireInterrupts() {
    let interrupts = board.interrupts
    guard let localAPIC = board.localAPIC, let ioAPIC = board.ioAPIC else {
      interrupts.output.connect { [unowned cpu] in cpu.setInterruptRequest($0) }
      cpu.acknowledgeInterrupt = { interrupts.acknowledge() }
      return
    }
    interrupts.output.connect {
      localAPIC.setLINT0($0)
      ioAPIC.setInput(0, $0)
    }
    interrupts.onRequestLine = { irq, level in ioAPIC.setInput(irq == 0 ? 2 : irq, level) }
    ioAPIC.send = { localAPIC.accept($0) }
    localAPIC.onEndOfInterrupt = { [unowned ioAPIC] in ioAPIC.endOfInterrupt($0) }
    localAPIC.onReady = { [unowned ioAPIC] in ioAPIC.retry() }
    localAPIC.output.connect { [unowned cpu] in cpu.setInterruptRequest($0) }
    localAPIC.acknowledgeExternal = { [unowned interrupts] in interrupts.acknowledge() }
    localAPIC.onNMI = { [unowned cpu] in cpu.raiseNonMaskableInterrupt() }
    localAPIC.onInit = { [unowned self] in requestProcessorReset() }
    localAPIC.onWindow = { [unowned memory, unowned localAPIC] page in
      memory.claimForProcessor(page == nil ? nil : localAPIC, page: page ?? 0)
    }
    cpu.acknowledgeInterrupt = { localAPIC.acknowledge() }
    cpu.interruptController = localAPIC
    localAPIC.reset()
  }

  /// On the AT the numeric unit's error comes as IRQ 13; on the PC before it the 8087 uses NMI.
  private func wireNumericError() {
    guard configuration.model >= .i80286 else {
      cpu.floatingPointError = { [unowned cpu, clock = board.clock] level in
        if level, !clock.isNMIMasked { cpu.raiseNonMaskableInterrupt() }
      }
      return
    }
    let latch = board.numericError
    cpu.floatingPointError = { [unowned latch] in latch.setError($0) }
    latch.onIgnore = { [unowned cpu] in cpu.setIgnoresFloatingPointErrors($0) }
    if configuration.model < .i80486 {
      latch.onReset = { [unowned cpu] in cpu.initializeFloatingPoint() }
    }
  }

  func wire() {
    wireInterrupts()
    wireNumericError()
    board.a20.line.connect { [unowned cpu] in cpu.setA20($0) }
    board.processorReset.connect { [unowned self] level in
      if level { requestProcessorReset() }
    }

    board.serial[0].transmit = { [unowned self] in outputs.serial?($0) }
    board.serial[1].transmit = { [unowned self] in outputs.serial2?($0) }
    for drive in 0..<2 {
      board.floppies.medium(drive: drive)?.onFailure = { [unowned self] in mediumFailed($0) }
    }
    for disk in board.disks {
      disk.image.onFailure = { [unowned self] in mediumFailed($0) }
    }
    for drive in board.cdroms {
      drive.disc?.onFailure = { [unowned self] in mediumFailed($0) }
    }
    board.kernelPort?.onRefusal = { [unowned self] in requestStop(.kernelRefused($0)) }
    board.printed.onByte = { [unowned self] in outputs.parallel?($0) }
    ports.onUnmapped = { [unowned self] port, isWrite in
      let number = String(port, radix: 16, uppercase: true)
      outputs.log?("nobody answers \(isWrite ? "a write to" : "a read from") port \(number)h")
    }
  }
}
