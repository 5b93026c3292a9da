import ArgumentParser

/// `ringone lab` as it is typed; ``LabPlan`` works out what it means.
struct LabArguments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone lab",
    abstract: "Run a guest's kernel outside ring 0, and see what becomes of it.",
    usage: """
      ringone lab [--engine ENGINE] [OPTION...] [IMAGE...]
      ringone lab compare [OPTION...] [IMAGE...]
      ringone lab costs | vga | verify ...
      """,
    discussion: LabHelpText.discussion)

  @OptionGroup(title: "Engine") var engine: Engine
  @OptionGroup(title: "Watching") var watching: Watching
  @OptionGroup(visibility: .hidden) var machine: Arguments

  struct Engine: ParsableArguments {
    @Option(
      help: ArgumentHelp("How the guest is run; see ENGINES. Default naive.", valueName: "engine"))
    var engine: String?
    @Option(
      name: .customLong("switch"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(LabHelpText.switching, valueName: "engine@when"))
    var switches: [String] = []
    @Option(
      name: .customLong("on-silent"),
      help: ArgumentHelp(
        "What audit and repair do about a silent failure: log it (default), or stop the run there.",
        valueName: "log|stop"))
    var onSilent: String?
    @Option(
      help: ArgumentHelp(
        "With translate: 'all' translates programs as well as the kernel; 'kernel' is the default.",
        valueName: "kernel|all"))
    var translate: String?
    @Option(
      name: .customLong("translate-dump"),
      help: ArgumentHelp(
        "With translate: write the translations at the end: source, output, what was rewritten.",
        valueName: "file"))
    var translateDump: String?
    @Option(
      name: .customLong("cost-profile"),
      help: ArgumentHelp(LabHelpText.costProfile, valueName: "name|file"))
    var costProfile: String?
  }

  struct Watching: ParsableArguments {
    @Option(
      name: .customLong("lab-log"),
      help: ArgumentHelp(LabHelpText.log, valueName: "file.jsonl"))
    var log: String?
    @Flag(
      name: .customLong("lab-tail"),
      help: "A line on stderr for each event, for people, as it happens.")
    var tail = false
    @Option(
      name: .customLong("lab-filter"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(LabHelpText.filter, valueName: "expression"))
    var filters: [String] = []
    @Option(
      name: .customLong("lab-break"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(LabHelpText.breakpoint, valueName: "expression"))
    var breakpoints: [String] = []
    @Flag(
      name: .customLong("lab-check"),
      help: "Compare the machine's own state at each exit: resource control, in the summary. Slow.")
    var check = false
    @Option(
      name: .customLong("lab-summary"),
      help: ArgumentHelp("Write the summary at the end as JSON, too.", valueName: "file.json"))
    var summary: String?
  }
}

enum LabHelpText {
  static let discussion = """
    Boots an unmodified image with a monitor in ring 0: the guest's kernel runs in ring 1, its real-mode \
    code in virtual-8086 mode, and what faults is emulated. x86 has instructions that do not fault and \
    lie instead (PUSHF, SGDT, MOV r,CS, ...); each engine deals with them in its own way. At the end a \
    summary tells of exits, silent failures and their cost. All options of 'ringone' hold: see \
    'ringone --help'. The processor must be an 80386 or later.

    ENGINES
      native     No monitor: the ordinary machine.
      naive      Trap and emulate, and nothing else: silent failures stand, and
                 kernels break.
      audit      As naive, but every sensitive instruction is evaluated in ring 0's
                 way as well: silent failures are written down, and what comes of
                 them later.
      repair     As audit, and ring 0's result is put in place.
      elegant    The processor that never was: every sensitive instruction traps
                 outside ring 0.
      patch      Scans the kernel and patches it, as VirtualBox's raw mode did.
      translate  Translates the kernel's code block by block, as VMware did.
      para       Hypercalls from a ported kernel, as Xen had it: wants an image
                 that is made for it (roms/lab/kernel-para.img).

    EXAMPLES
      ringone lab --engine naive --serial roms/lab/kernel.img
        The teaching kernel panics: interrupts on while a lock is taken.
      ringone lab --engine audit --lab-break first-silent --serial \\
              roms/lab/kernel.img
        Stops at the instruction that lied first, and shows what it should say.
      ringone lab --engine elegant --serial roms/lab/kernel.img
        All checks pass.
      ringone lab --engine repair --lab-log exits.jsonl \\
              --lab-filter class=privileged,vcpl=0 \\
              --serial --until 'A:\\>' freedos.img
        Writes a line of JSON for each trap of the DOS that boots.
      ringone lab --engine naive --switch 'elegant@A:\\>' --serial freedos.img
        Changes the engine when the prompt appears; DOS does not notice.
      ringone lab compare roms/lab/kernel.img --html compare.html
        The same guest under every engine; see ringone lab compare --help.

    FILTERS (--lab-filter, --lab-break)
      Terms between commas, all of which must hold; of several options one must.
        class=privileged|device    silent privileged true hidden trace device
                                   conflict interrupt illegal injection hypercall
                                   patch bt transition agreed symptom
        engine=naive               an engine
        instruction=popf|iret      mnemonics
        reason=#GP                 how the reason's words begin
        port=3f8-3ff               hexadecimal numbers and ranges; below, too
        address=c0011000-c0011fff  the instruction's linear address
        eip=7c00  cs=8  page=b8    where it is, and the physical page it is about
        vcpl=0  mcpl=1             the guest's level as it believes, the machine's
      field!=value turns a term round. first-silent stands for class=silent.

    RECORDS (--lab-log)
      One JSON object a line: sequence, virtualTime (guest clocks), engine, \
    exitClass, cs, eip, address, bytes, instruction, virtualCPL, machineCPL, reason, port, qualification \
    (error code, vector or address), virtualBefore and virtualAfter (what changed for the guest; of a \
    silent failure what ring 0 would have given), machineResult, cycles (charged by the cost profile), \
    cause (the sequence of the record that led to it).

    EXIT STATUS
      As of 'ringone', and
      79      lab verify: the guest does not run as it does natively
      80      --on-silent stop has met a silent failure
      81      the guest did what no virtual machine may do, and was ended
      82      a machine that cannot run under a monitor
      83      --lab-break has met its event
    """

  static let switching =
    """
    Change the engine while the guest runs: when a text appears on the screen, COM1 or the debug console \
    (elegant@login:), or at a guest time (naive@1.5s, naive@20ms). Several are done in the order written.
    """
  static let costProfile =
    """
    What exits cost, for the cycles in summary and records: a built-in profile or a file. 'ringone lab \
    costs' shows them.
    """
  static let log =
    "Write a record for each event as a line of JSON; - is stderr, as it happens. See RECORDS."
  static let filter =
    "Which events --lab-log and --lab-tail tell of; default all. See FILTERS. Repeat for more."
  static let breakpoint =
    """
    End the run with status 83 at the first event that matches, and print it. See FILTERS. \
    'first-silent' is the first silent failure (with audit or repair).
    """
}
