/// Integer and system instructions from the Pentium on (SDM vol. 2, tables; AMD APM vol. 3,
/// appendix A). Which processor has which is said by features.
///
/// Clocks: Pentium Family Developer's Manual vol. 3, appendix F; what came later has the clocks that
/// Intel's and AMD's optimisation manuals give for the P6 and its successors.
extension Opcodes {
  // MARK: System

  static let systemOfLaterModels: [Row] = [
    // MONITOR and MWAIT take no prefix for their own.
    Row(
      0x0F01, modRM: 0xC8, prefix: .none, .monitor, privilege: .cpl0Invalid, since: .i80486,
      feature: .monitor, clocks: .later(7)),
    Row(
      0x0F01, modRM: 0xC9, prefix: .none, .mwait, privilege: .cpl0Invalid, since: .i80486,
      feature: .monitor, clocks: .later(8)),
    Row(
      0x0F01, modRM: 0xCA, prefix: .none, .clac, privilege: .cpl0Invalid, since: .i80486,
      feature: .smap, clocks: .later(2)),
    Row(
      0x0F01, modRM: 0xCB, prefix: .none, .stac, privilege: .cpl0Invalid, since: .i80486,
      feature: .smap, clocks: .later(2)),
    Row(
      0x0F01, modRM: 0xF8, .swapgs, privilege: .cpl0, traits: .only64, since: .i80486,
      feature: .longMode, clocks: .later(24)),
    Row(
      0x0F01, modRM: 0xF9, .rdtscp, privilege: [.tsd, .sensitive], since: .i80486,
      feature: .rdtscp, clocks: .later(30)),
    // SYSCALL and SYSRET: everywhere on AMD's processors, in 64-bit code only on Intel's.
    Row(
      0x0F05, .syscall, privilege: .sensitive, traits: [.intelOnly, .only64], since: .pentium,
      feature: .syscall, clocks: .later(25)),
    Row(
      0x0F05, .syscall, privilege: .sensitive, traits: .amdOnly, since: .pentium,
      feature: .syscall, clocks: .later(25)),
    Row(
      0x0F07, .sysret, privilege: .cpl0, traits: [.intelOnly, .only64], since: .pentium,
      feature: .syscall, clocks: .later(25)),
    Row(
      0x0F07, .sysret, flags: .arithmetic, privilege: .cpl0, traits: .amdOnly, since: .pentium,
      feature: .syscall, clocks: .later(25)),
    Row(
      0x0F30, .wrmsr, privilege: .cpl0, since: .i80486, feature: .msr,
      clocks: Clocks([0, 0, 0, 0, 30, 30])),
    Row(
      0x0F31, .rdtsc, privilege: [.tsd, .sensitive], since: .i80486, feature: .tsc,
      clocks: Clocks([0, 0, 0, 0, 6, 6])),
    Row(
      0x0F32, .rdmsr, privilege: .cpl0, since: .i80486, feature: .msr,
      clocks: Clocks([0, 0, 0, 0, 20, 20])),
    Row(0x0F33, .rdpmc, privilege: .pce, since: .pentium3, clocks: .later(31)),
    // SYSENTER and SYSEXIT: not in 64-bit code on AMD's processors.
    Row(
      0x0F34, .sysenter, privilege: .sensitive, traits: .intelOnly, since: .i80486, feature: .sep,
      clocks: .later(30)),
    Row(
      0x0F34, .sysenter, privilege: .sensitive, traits: [.amdOnly, .not64], since: .i80486,
      feature: .sep, clocks: .later(30)),
    Row(
      0x0F35, .sysexit, privilege: .cpl0, traits: .intelOnly, since: .i80486, feature: .sep,
      clocks: .later(30)),
    Row(
      0x0F35, .sysexit, privilege: .cpl0, traits: [.amdOnly, .not64], since: .i80486,
      feature: .sep, clocks: .later(30)),
    Row(
      0x0FAA, .rsm, flags: .arithmetic, privilege: .smm, since: .pentium,
      clocks: Clocks([0, 0, 0, 0, 83, 83])),
    Row(
      0x0FAE, ext: 0, prefix: .pF3, .rdfsbase, .Ry, privilege: .sensitive, traits: .only64,
      since: .i80486, feature: .fsgsbase, clocks: .later(2)),
    Row(
      0x0FAE, ext: 1, prefix: .pF3, .rdgsbase, .Ry, privilege: .sensitive, traits: .only64,
      since: .i80486, feature: .fsgsbase, clocks: .later(2)),
    Row(
      0x0FAE, ext: 2, prefix: .pF3, .wrfsbase, .Ry, privilege: .sensitive, traits: .only64,
      since: .i80486, feature: .fsgsbase, clocks: .later(2)),
    Row(
      0x0FAE, ext: 3, prefix: .pF3, .wrgsbase, .Ry, privilege: .sensitive, traits: .only64,
      since: .i80486, feature: .fsgsbase, clocks: .later(2)),
    Row(
      0x0F3882, prefix: .p66, .invpcid, .Gr, .Mdq, privilege: .cpl0, since: .i80486,
      feature: .invpcid, clocks: .later(47)),
  ]

  // MARK: Integer

  static let integerOfLaterModels: [Row] = [
    // In 64-bit code a feature of its own: the first processors lacked them.
    Row(
      0x9E, .sahf, flags: .lowByte, traits: .only64, since: .i80486, feature: .lahf64,
      clocks: .later(2)),
    Row(
      0x9F, .lahf, flags: .readsLowByte, traits: .only64, since: .i80486, feature: .lahf64,
      clocks: .later(2)),
    Row(
      0x0F40, .cmovcc, .Gv, .Ev, flags: .condition, since: .i80486, feature: .cmov,
      clocks: .later(1, memory: 2)),
    Row(
      0x0FB8, prefix: .pF3, .popcnt, .Gv, .Ev, flags: .arithmetic, since: .i80486,
      feature: .popcnt, clocks: .later(1, memory: 2)),
    // Without the feature F3 does nothing, and these are BSR.
    Row(
      0x0FBD, prefix: .pF3, .lzcnt, .Gv, .Ev, flags: .countZeros, since: .i80486,
      feature: .lzcnt, clocks: .later(1, memory: 2)),
    Row(
      0x0FC3, prefix: .none, .movnti, .My, .Gy, since: .i80486, feature: .sse2,
      clocks: .later(1)),
    Row(
      0x0FC7, ext: 1, .cmpxchg8b, .M2y, flags: .zeroFlag, traits: .lockable, since: .i80486,
      feature: .cx8, clocks: Clocks([0, 0, 0, 0, 10, 10])),
    Row(
      0x0F38F0, prefix: [.none, .p66], .movbe, .Gv, .Mv, since: .i80486, feature: .movbe,
      clocks: .later(2)),
    Row(
      0x0F38F1, prefix: [.none, .p66], .movbe, .Mv, .Gv, since: .i80486, feature: .movbe,
      clocks: .later(2)),
    Row(
      0x0F38F0, prefix: .pF2, .crc32, .Gy, .Eb, since: .i80486, feature: .sse42,
      clocks: .later(1, memory: 2)),
    Row(
      0x0F38F1, prefix: .pF2, .crc32, .Gy, .Ev, since: .i80486, feature: .sse42,
      clocks: .later(1, memory: 2)),
  ]

  // MARK: Hints, and opcodes that stay invalid

  /// 0F 18 to 0F 1F are reserved for hints: without a meaning they do nothing.
  static var hints: [Row] {
    // AMD APM vol. 3, "PREFETCH": digits 1 and 3 are for writing, the others alike.
    let prefetches = (UInt8(0)..<8).map { digit in
      Row(
        0x0F0D, ext: digit, digit == 1 || digit == 3 ? .prefetchw : .prefetch, .Mb,
        since: .i80486, feature: .prefetchW, clocks: .later(1))
    }
    return prefetches
      + (UInt32(0x0F18)...0x0F1F).map {
        Row($0, .nop, .Ev, since: .pentium3, clocks: .later(1))
      } + [
        Row(
          0x0F0D, .nop, .Ev, since: .pentium, feature: .longMode, unless: .prefetchW,
          clocks: .later(1)),
        Row(0x0F18, ext: 0, .prefetchnta, .Mb, since: .i80486, feature: .sse, clocks: .later(1)),
        Row(0x0F18, ext: 1, .prefetcht0, .Mb, since: .i80486, feature: .sse, clocks: .later(1)),
        Row(0x0F18, ext: 2, .prefetcht1, .Mb, since: .i80486, feature: .sse, clocks: .later(1)),
        Row(0x0F18, ext: 3, .prefetcht2, .Mb, since: .i80486, feature: .sse, clocks: .later(1)),
        Row(0x0F0B, .ud2, since: .pentium, clocks: .later(1)),
        Row(0x0FB9, .ud1, .Gv, .Ev, since: .pentium, clocks: .later(1)),
        Row(0x0FFF, .ud0, .Gv, .Ev, since: .pentium, clocks: .later(1)),
      ]
  }
}
