import BusKit
import Chips
import Foundation
import Media
import PC
import X86Decode

/// What a command line asks for, worked out and checked: the machine and how it is to be run.
struct Plan {
  enum Display { case window, none }

  /// Where a port's bytes go.
  enum Target: Equatable {
    case none, stdio
    case file(String)
  }

  var configuration: MachineConfiguration
  var display: Display
  var pacing: Session.Pacing
  var serial: [Target] = [.none, .none]
  var parallel = Target.none
  var debugConsole = Target.none
  var steps: [ScriptStep] = []
  var cycleLimit: UInt64 = .max
  var timeout: Double?
  var printsScreen = false
  var screenshot: String?
  var isVerbose = false
  /// Images are written, not overlaid.
  var writesThrough = false
  /// Lines for stderr before the run begins.
  var notices: [String] = []

  /// - Parameters:
  ///   - words: the command line's words, for what depends on their order.
  ///   - hasDisplay: whether a window could be opened.
  init(
    _ arguments: Arguments, words: [String], environment: [String: String]
  ) throws(ConfigurationError) {
    steps = try Script.steps(arguments, words: words)
    cycleLimit = arguments.script.cycleLimit ?? .max
    timeout = try Self.timeout(arguments.script.timeout)
    printsScreen = try Self.choice(
      arguments.script.screen, "--screen", ["text": true], default: false)
    screenshot = arguments.script.screenshot
    isVerbose = arguments.ports.verbose
    writesThrough = arguments.disks.writesThrough

    let isConsole = arguments.ports.serialConsole || arguments.ports.nographic
    try Self.readPorts(arguments.ports, isConsole: isConsole, into: &self.ports)
    (serial, parallel, debugConsole) = (ports.serial, ports.parallel, ports.debugConsole)
    display = try Self.display(
      arguments, isConsole: isConsole, isScripted: !steps.isEmpty, ports: ports,
      environment: environment)

    let processor = arguments.board.cpu?.split(separator: ",").map(String.init) ?? []
    let model = try Self.choice(
      processor.first, "--cpu",
      Dictionary(uniqueKeysWithValues: ProcessorModel.allCases.map { ($0.name, $0) }),
      default: .x86_64)
    configuration = MachineConfiguration(
      model: model, clock: try arguments.board.clock.map(Quantity.frequency),
      memoryByteCount: try arguments.board.memory.map(Quantity.memory) ?? 16 << 20,
      systemBIOS: [])
    configuration.features = try Self.features(of: model, changedBy: processor.dropFirst())
    configuration.serialConsole = isConsole
    // Somebody who looks at the screen sees what has happened and has a reset key.
    configuration.stopsWhenHalted = display == .none
    configuration.resetsOnTripleFault = display == .window
    configuration.diskSpeed = try Self.choice(
      arguments.disks.diskSpeed, "--disk-speed", ["fast": .fast, "real": .real], default: .fast)
    configuration.clockBase = try Quantity.clockBase(
      arguments.board.clockBase ?? (display == .window ? "now" : nil))

    let isPaced = try Self.choice(
      arguments.board.speed, "--speed", ["max": false, "real": true],
      default: display == .window)
    configuration.pacesSerialLines = arguments.board.speed == "real"
    let hasEnd = !steps.isEmpty || timeout != nil || cycleLimit != .max
    pacing = isPaced ? .realTime : hasEnd || display == .window ? .maximum : .maximumUntilIdle

    let bootOrder = try arguments.disks.boot.map(Self.bootOrder)
    var drives = Drives(writesThrough: arguments.disks.writesThrough)
    try drives.attach(arguments, words: words)
    let firmware = try Firmware.load(arguments, environment)
    (configuration.systemBIOS, configuration.videoBIOS) = (firmware.bios, firmware.videoBIOS)
    configuration.kernel = try KernelFiles.load(arguments.kernel, optionROM: firmware.kernelROM)
    if let demo = firmware.demo { try drives.attach(demo) }
    drives.apply(to: &configuration)
    notices = drives.notices
    configuration.bootOrder = bootOrder ?? configuration.bootOrder
    guard display == .none || Self.canShow(environment) else {
      throw ConfigurationError(
        .display, "window", cause: "there is no display ($DISPLAY is not set)",
        mend: "use --serial for a terminal, or -display none")
    }
  }

  private var ports = (
    serial: [Target.none, Target.none], parallel: Target.none, debugConsole: Target.none
  )

  // MARK: Parts of the command line

  /// The value of an option that has a fixed set of words.
  private static func choice<Value>(
    _ word: String?, _ option: String, _ values: [String: Value], default: Value
  ) throws(ConfigurationError) -> Value {
    guard let word else { return `default` }
    guard let value = values[word] else {
      throw ConfigurationError(
        .usage, "\(option) \(word)", cause: "there is no such choice",
        mend:
          "choose \(values.keys.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", "))"
      )
    }
    return value
  }

  /// The words behind a model: +feature or -feature. Nil when there are none.
  private static func features(
    of model: ProcessorModel, changedBy words: some Collection<String>
  ) throws(ConfigurationError) -> ProcessorFeatures? {
    guard !words.isEmpty else { return nil }
    var features = model.features
    for word in words {
      guard let sign = word.first, sign == "+" || sign == "-" else {
        throw ConfigurationError(
          .usage, "--cpu \(word)", cause: "a feature is switched on with + and off with -",
          mend: "write it as in --cpu x86-64,+smep,-sse42")
      }
      let feature = try choice(
        String(word.dropFirst()), "--cpu \(sign)", ProcessorFeatures.names, default: [])
      if sign == "+" { features.insert(feature) } else { features.remove(feature) }
    }
    return features
  }

  private static func timeout(_ seconds: Double?) throws(ConfigurationError) -> Double? {
    guard let seconds else { return nil }
    guard seconds > 0, seconds < 1e9 else {
      throw ConfigurationError(
        .usage, "--timeout \(seconds)", cause: "this is no time to wait",
        mend: "give a positive number of seconds")
    }
    return seconds
  }

  private static func target(
    _ word: String, _ option: String
  ) throws(ConfigurationError) -> Target {
    if word == "none" || word == "null" { return .none }
    if word == "stdio" { return .stdio }
    if word.hasPrefix("file:"), word.count > 5 { return .file(String(word.dropFirst(5))) }
    throw ConfigurationError(
      .usage, "\(option) \(word)", cause: "there is no such target",
      mend: "use stdio, file:PATH or none")
  }

  private static func readPorts(
    _ arguments: Arguments.Ports, isConsole: Bool,
    into ports: inout (serial: [Target], parallel: Target, debugConsole: Target)
  ) throws(ConfigurationError) {
    let serial = arguments.serial
    guard serial.count <= 2 else {
      throw ConfigurationError(
        .usage, "-serial", cause: "the board has two serial ports, \(serial.count) were given",
        mend: "leave out some")
    }
    for (index, word) in serial.enumerated() {
      ports.serial[index] = try target(word, "-serial")
    }
    if isConsole {
      guard serial.isEmpty || ports.serial[0] == .stdio else {
        throw ConfigurationError(
          .usage, "--serial", cause: "-serial \(serial[0]) wires COM1 elsewhere",
          mend: "leave out one of the two")
      }
      ports.serial[0] = .stdio
    }
    guard ports.serial != [.stdio, .stdio] else {
      throw ConfigurationError(
        .usage, "-serial stdio", cause: "COM1 and COM2 cannot both be stdin",
        mend: "wire one of them to a file")
    }
    ports.parallel =
      try arguments.parallel.map { word throws(ConfigurationError) in
        try target(word, "-parallel")
      } ?? .none
    ports.debugConsole =
      try arguments.debugConsole.map { word throws(ConfigurationError) in
        try target(word, "-debugcon")
      } ?? .none
  }

  /// A window, unless something says or implies otherwise. A run that reports by other ways goes on
  /// without one where there is no display.
  private static func display(
    _ arguments: Arguments, isConsole: Bool, isScripted: Bool,
    ports: (serial: [Target], parallel: Target, debugConsole: Target),
    environment: [String: String]
  ) throws(ConfigurationError) -> Display {
    let word = arguments.ports.display
    let chosen = try choice(
      word, "-display", ["sdl": Display.window, "none": .none], default: .window)
    if isConsole {
      guard word != "sdl" else {
        throw ConfigurationError(
          .usage, "-display sdl", cause: "--serial and -nographic mean no window",
          mend: "use -serial stdio to have COM1 in the terminal beside a window")
      }
      return .none
    }
    guard chosen == .window, !canShow(environment) else { return chosen }
    let script = arguments.script
    let reportsOtherwise =
      isScripted || script.cycleLimit != nil || script.timeout != nil || script.screen != nil
      || script.screenshot != nil || ports.serial.contains(.stdio) || ports.debugConsole == .stdio
    return word == nil && reportsOtherwise ? .none : .window
  }

  private static func canShow(_ environment: [String: String]) -> Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"].contains {
      environment[$0].map { !$0.isEmpty } ?? false
    }
  }

  private static func bootOrder(_ words: String) throws(ConfigurationError) -> [BootDevice] {
    var letters = ""
    for part in words.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      switch (pair[0], pair.count) {
      case ("order", 2), ("once", 2): letters = String(pair[1])
      case ("menu", 2), ("strict", 2): continue
      default: letters = String(part)
      }
    }
    var order: [BootDevice] = []
    for letter in letters {
      let device: BootDevice
      switch letter {
      case "a", "b": device = .floppy
      case "c": device = .disk
      case "d": device = .cdrom
      default:
        throw ConfigurationError(
          .usage, "-boot \(words)", cause: "'\(letter)' is nothing to boot from",
          mend: "use the letters a (floppy), c (disk) and d (CD-ROM)")
      }
      if !order.contains(device) { order.append(device) }
    }
    guard !order.isEmpty else {
      throw ConfigurationError(
        .usage, "-boot \(words)", cause: "it names nothing to boot from",
        mend: "use the letters a (floppy), c (disk) and d (CD-ROM)")
    }
    return order
  }
}
