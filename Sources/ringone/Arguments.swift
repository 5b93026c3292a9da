import ArgumentParser

/// The command line. What the options mean for the machine is worked out in ``Plan``.
struct Arguments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone", abstract: "A whole PC in a window or a terminal.",
    usage: "ringone [OPTION...] [IMAGE...]", discussion: HelpText.discussion, version: "0.1.0")

  @Argument(help: ArgumentHelp(HelpText.image, valueName: "image"))
  var images: [String] = []

  @OptionGroup(title: "Disks (as in QEMU, with one dash)") var disks: Disks
  @OptionGroup(title: "Kernel without a disk (as in QEMU)") var kernel: Kernel
  @OptionGroup(title: "Processor, memory, firmware") var board: Board
  @OptionGroup(title: "Window, terminal and ports") var ports: Ports
  @OptionGroup(title: "Scripts and results") var script: Script

  struct Disks: ParsableArguments {
    @Option(name: .singleDash("fda"), help: ArgumentHelp("Floppy in drive A:.", valueName: "image"))
    var fda: String?
    @Option(name: .singleDash("fdb"), help: ArgumentHelp("Floppy in drive B:.", valueName: "image"))
    var fdb: String?
    @Option(
      name: .singleDash("hda"), help: ArgumentHelp("Disk, primary master.", valueName: "image"))
    var hda: String?
    @Option(
      name: .singleDash("hdb"), help: ArgumentHelp("Disk, primary slave.", valueName: "image"))
    var hdb: String?
    @Option(
      name: .singleDash("hdc"), help: ArgumentHelp("Disk, secondary master.", valueName: "image"))
    var hdc: String?
    @Option(
      name: .singleDash("hdd"), help: ArgumentHelp("Disk, secondary slave.", valueName: "image"))
    var hdd: String?
    @Option(
      name: .singleDash("cdrom"),
      help: ArgumentHelp("CD-ROM, at -hdc's place (or the next free one).", valueName: "image"))
    var cdrom: String?
    @Option(
      name: .singleDash("boot"), help: ArgumentHelp(HelpText.boot, valueName: "order"))
    var boot: String?
    @Flag(
      name: .singleDash("snapshot"),
      help: "Keep guest writes in memory, off the image files. The default; see --rw.")
    var snapshot = false
    @Flag(
      name: .customLong("rw"),
      help: "Let guest writes go through to the image files, which are locked meanwhile.")
    var writesThrough = false
    @Option(
      name: .customLong("disk-speed"),
      help: ArgumentHelp(
        "How long drives take: fast (default) or real, with seek and rotation.",
        valueName: "fast|real"))
    var diskSpeed: String?
  }

  struct Kernel: ParsableArguments {
    @Option(
      name: [.customLong("kernel", withSingleDash: true), .customLong("kernel")],
      help: ArgumentHelp(HelpText.kernel, valueName: "file"))
    var file: String?
    @Option(
      name: [.customLong("append", withSingleDash: true), .customLong("append")],
      parsing: .unconditional,
      help: ArgumentHelp("The kernel's command line.", valueName: "words"))
    var commandLine: String?
    @Option(
      name: [.customLong("initrd", withSingleDash: true), .customLong("initrd")],
      help: ArgumentHelp(HelpText.initialDisk, valueName: "files"))
    var initialDisk: String?
  }

  struct Board: ParsableArguments {
    @Option(
      name: .customLong("cpu"),
      help: ArgumentHelp(
        HelpText.processor, valueName: "model[,±feature...]"))
    var cpu: String?
    @Option(
      name: .customLong("clock"),
      help: ArgumentHelp(
        "Clock frequency in MHz, or with kHz or Hz behind it. Default: by model, from 4.77 MHz (8086) to 500 MHz (pentium3); 400 MHz for x86-64.",
        valueName: "frequency"))
    var clock: String?
    @Option(
      name: [.customShort("m", allowingJoined: true), .customLong("memory")],
      help: ArgumentHelp(
        "RAM in MiB, or with K, M or G behind it. Default 16.", valueName: "size"))
    var memory: String?
    @Option(
      name: .customLong("speed"),
      help: ArgumentHelp(
        "max: as fast as it goes (default without a window); real: the clock's own pace (default in a window).",
        valueName: "max|real"))
    var speed: String?
    @Option(
      name: .customLong("bios"),
      help: ArgumentHelp("System BIOS image instead of our own.", valueName: "file"))
    var bios: String?
    @Option(
      name: .customLong("vga-bios"),
      help: ArgumentHelp("Video BIOS image instead of our own.", valueName: "file"))
    var videoBIOS: String?
    @Option(
      name: .customLong("rtc-base"),
      help: ArgumentHelp(HelpText.clockBase, valueName: "time"))
    var clockBase: String?
  }

  struct Ports: ParsableArguments {
    @Flag(
      name: .customLong("serial"), help: ArgumentHelp(HelpText.serialConsole))
    var serialConsole = false
    @Flag(
      name: .singleDash("nographic"), help: "The same as --serial.")
    var nographic = false
    @Option(
      name: .singleDash("display"),
      help: ArgumentHelp(
        "sdl: a window (default); none: no window.", valueName: "none|sdl"))
    var display: String?
    @Option(
      name: .singleDash("serial"), parsing: .singleValue,
      help: ArgumentHelp(
        "What COM1 is wired to, raw: stdio, file:PATH or none. A second -serial is COM2's.",
        valueName: "target"))
    var serial: [String] = []
    @Option(
      name: .singleDash("parallel"),
      help: ArgumentHelp("Where LPT1 prints: file:PATH, stdio or none.", valueName: "target"))
    var parallel: String?
    @Option(
      name: .singleDash("debugcon"),
      help: ArgumentHelp(
        "Where bytes written to port E9h go: stdio, file:PATH or none.", valueName: "target"))
    var debugConsole: String?
    @Flag(
      name: .customLong("verbose"),
      help: "Tell on stderr what the host side does, and of ports that nobody answers.")
    var verbose = false
  }

  struct Script: ParsableArguments {
    @Option(
      name: .customLong("until"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(HelpText.until, valueName: "text"))
    var until: [String] = []
    @Option(
      name: .customLong("type"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(HelpText.type, valueName: "keys"))
    var type: [String] = []
    @Option(
      name: .customLong("timeout"),
      help: ArgumentHelp(
        "End the run after so many seconds of real time, with status 69.", valueName: "seconds"))
    var timeout: Double?
    @Option(
      name: .customLong("max-cycles"),
      help: ArgumentHelp(
        "End the run at this processor clock, with status 70.", valueName: "clocks"))
    var cycleLimit: UInt64?
    @Option(
      name: .customLong("screen"),
      help: ArgumentHelp(
        "Print the text screen (UTF-8) on stdout when the run ends.", valueName: "text"))
    var screen: String?
    @Option(
      name: .customLong("screenshot"),
      help: ArgumentHelp(
        "Write the picture on the screen to a PNG file when the run ends.", valueName: "file.png"))
    var screenshot: String?
    @Option(
      name: .customLong("result"),
      help: ArgumentHelp(
        "Write a JSON file that tells why and at which clock the run ended, and the state hash.",
        valueName: "file.json"))
    var result: String?
  }
}

extension NameSpecification {
  /// An option as QEMU spells it: several letters behind one dash.
  static func singleDash(_ name: String) -> NameSpecification {
    .customLong(name, withSingleDash: true)
  }
}
