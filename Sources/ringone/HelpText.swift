/// The words of `--help` that are longer than a line.
enum HelpText {
  static let discussion = """
    Name an image, and the PC boots it: the kind (floppy, CD-ROM or hard disk) is found out from its \
    length and contents. Without an image the demo disk boots. Guest writes go to memory and are \
    lost at the end, unless --rw is given.

    EXAMPLES
      ringone
        The demo disk, in a window.
      ringone freedos.img
        A floppy, in a window.
      ringone --rw -hda c.img -cdrom dos.iso -boot d
        Install from a CD to a disk that keeps what is written.
      ringone --serial freedos.img
        DOS in this terminal. Ctrl-A X leaves.
      ringone -display none --until 'A:\\>' --type 'ver\\r' --until FreeCom \\
              --timeout 60 --screen text freedos.img
        A script: waits, types, waits, prints the screen.
      ringone -kernel memtest86+x64.bin
        A Linux or Multiboot kernel, without a disk.
      ringone --cpu 8086 --speed real freedos.img
        As fast as in 1981.
      ringone conform vectors/
        Instructions against recordings of real processors; see ringone conform --help.
      ringone conform --shard 2/4 --json 2.json vectors/
      ringone conform merge 1.json 2.json 3.json 4.json
        The same work on four machines, and their reports as one.
      ringone record --cpu 8086 --set ax=7fff -o add.MOO 05 01 00
        A recording of our own processor: ADD AX,1; see ringone record --help.
      ringone lab --engine audit --serial roms/lab/kernel.img
        A kernel in ring 1, and the instructions that lie to it there; see ringone lab --help.
      ringone lab compare roms/lab/kernel.img --html compare.html
        The same guest under every kind of monitor.

    KEYS IN THE WINDOW
      Ctrl-Alt-G  capture or release the mouse; a click captures it
      Ctrl-Alt-F  full screen and back
      Ctrl-Alt-S  save a screenshot: ringone-1.png and so on, in the current folder
      Ctrl-Alt-V  type the clipboard's text
      Ctrl-Alt-L  ringone lab: engine, ring, exits a second and silent failures over the picture
      Ctrl-Alt-E  ringone lab: the next engine, while the guest runs
      An image dropped on the window goes into A: or the CD drive; what fits neither is booted.

    KEYS IN THE TERMINAL (--serial, -nographic, -serial stdio)
      Ctrl-A X leaves; Ctrl-A Ctrl-A sends one Ctrl-A; all else goes to COM1.

    EXIT STATUS
      0       the script is done, or the user ended the run
      0..63   the guest's choice: it wrote this number to port F6h
      (v*2+1) the guest wrote v to port F4h (as QEMU's isa-debug-exit does)
      64      bad usage
      65      an image that cannot be used
      66      firmware that is missing or malformed
      67      an image that another program holds
      68      no display for the window
      69      --timeout reached
      70      --max-cycles reached
      71      triple fault
      72      the guest halted for good
      73      output that cannot be written
      74      the host's disk is full
      75      the user ended the run before its script was done
      76      ringone conform: a vector of a real processor failed
      77      a kernel that is none, or that the machine cannot start
      78      ringone conform: a file of vectors, or a report, that cannot be used
      79      ringone lab verify: the guest does not run as it does natively
      80      ringone lab --on-silent stop: an instruction has failed silently
      81      ringone lab: the guest did what no virtual machine may do, and was ended
      82      ringone lab: a machine that cannot run under a monitor
      83      ringone lab --lab-break: the event has come
      128+n   ended by signal n
    """

  static let processor =
    """
    8086, 80186, 80286, 80386, 80486, pentium, pentium3, x86-64 (default) or x86-64-amd. Features are \
    switched on and off behind it, as in x86-64,+smep,+smap,-sse42.
    """
  static let kernel =
    "Start this kernel instead of a boot disk: Multiboot 1 (ELF or a.out), or Linux (bzImage, zImage)."
  static let initialDisk =
    """
    Files for the kernel, separated by commas (two commas stand for one): Multiboot modules, each with \
    its own words after a space; or parts of Linux's initial RAM disk.
    """
  static let image =
    "Floppy, CD-ROM or hard disk image. The first one named boots; the next go to the next drives."
  static let boot =
    "Which to try first: letters a (floppy), c (disk), d (CD-ROM). Default: as named on the line."
  static let clockBase =
    """
    What the clock shows at power-on: now, utc, or 2000-01-31T12:00:00. Default: now in a window, \
    2000-01-01T00:00:00 without one, so that runs can be repeated.
    """
  static let serialConsole =
    """
    No window: COM1 is stdin and stdout, and the BIOS mirrors its text console there until the guest \
    programs COM1 itself.
    """
  static let until =
    """
    Run until this text appears on the screen, COM1 or the debug console, then go on to the next \
    step; after the last one the run ends with status 0.
    """
  static let type =
    """
    Type keys, as a step between --until. \\r Enter, \\t Tab, \\e Esc, \\b Backspace, \\\\ backslash, \
    \\xHH a code, \\{F8}, \\{Up}, \\{Ctrl-C}, \\{Ctrl-Alt-Delete}.
    """
}
