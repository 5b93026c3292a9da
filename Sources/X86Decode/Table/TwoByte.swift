/// Two-byte opcodes, 0F xx (SDM vol. 2, table A-3), from the 80286 on.
extension Opcodes {
  /// 0F 00, 0F 01.
  static let systemGroups: [Row] = [
    Row(
      0x0F00, ext: 0, .sldt, .RvMw, privilege: [.sensitive, .umip], traits: .protectedOnly,
      since: .i80286,
      clocks: .storeSystemWord),
    Row(
      0x0F00, ext: 1, .str, .RvMw, privilege: [.sensitive, .umip], traits: .protectedOnly,
      since: .i80286,
      clocks: .storeSystemWord),
    Row(
      0x0F00, ext: 2, .lldt, .Ew, privilege: [.cpl0, .operand], traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 17, 20, 11], memory: [0, 0, 19, 24, 11], odd: .wordRead)),
    Row(
      0x0F00, ext: 3, .ltr, .Ew, privilege: [.cpl0, .operand], traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 17, 23, 20], memory: [0, 0, 19, 27, 20], odd: .wordRead)),
    Row(
      0x0F00, ext: 4, .verr, .Ew, flags: .zeroFlag, privilege: .sensitive, traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 14, 10, 11], memory: [0, 0, 16, 11, 11], odd: .wordRead)),
    Row(
      0x0F00, ext: 5, .verw, .Ew, flags: .zeroFlag, privilege: .sensitive, traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 14, 15, 11], memory: [0, 0, 16, 16, 11], odd: .wordRead)),
    Row(
      0x0F01, ext: 0, .sgdt, .Ms, privilege: [.sensitive, .umip], since: .i80286,
      clocks: Clocks([0, 0, 11, 9, 10], odd: [0, 0, 5, 0, 0])),
    Row(
      0x0F01, ext: 1, .sidt, .Ms, privilege: [.sensitive, .umip], since: .i80286,
      clocks: Clocks([0, 0, 12, 9, 10], odd: [0, 0, 5, 0, 0])),
    Row(
      0x0F01, ext: 2, .lgdt, .Ms, privilege: .cpl0, since: .i80286,
      clocks: Clocks([0, 0, 11, 11, 11], odd: [0, 0, 6, 0, 0])),
    Row(
      0x0F01, ext: 3, .lidt, .Ms, privilege: .cpl0, since: .i80286,
      clocks: Clocks([0, 0, 12, 11, 11], odd: [0, 0, 6, 0, 0])),
    Row(
      0x0F01, ext: 4, .smsw, .RvMw, privilege: [.sensitive, .umip], since: .i80286,
      clocks: .storeSystemWord),
    Row(
      0x0F01, ext: 6, .lmsw, .Ew, privilege: .cpl0, since: .i80286,
      clocks: Clocks([0, 0, 3, 10, 13], memory: [0, 0, 6, 13, 13], odd: .wordRead)),
    Row(
      0x0F01, ext: 7, .invlpg, .M, privilege: .cpl0, since: .i80486,
      clocks: Clocks([0, 0, 0, 0, 12])),
  ]

  /// 0F 02-0F 3F and CPUID.
  static let systemTwoByte: [Row] = [
    Row(
      0x0F02, .lar, .Gv, .Ew, flags: .zeroFlag, privilege: .sensitive, traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 14, 15, 11], memory: [0, 0, 16, 16, 11], odd: .wordRead)),
    Row(
      0x0F03, .lsl, .Gv, .Ew, flags: .zeroFlag, privilege: .sensitive, traits: .protectedOnly,
      since: .i80286,
      clocks: Clocks([0, 0, 14, 20, 10], memory: [0, 0, 16, 21, 10], odd: .wordRead)),
    Row(
      0x0F05, .loadall286, flags: .arithmetic, privilege: .cpl0, since: .i80286, until: .i80286,
      clocks: Clocks([0, 0, 195, 0, 0])),
    Row(0x0F06, .clts, privilege: .cpl0, since: .i80286, clocks: Clocks([0, 0, 2, 5, 7])),
    Row(
      0x0F07, .loadall386, flags: .arithmetic, privilege: .cpl0, since: .i80386, until: .i80386,
      clocks: Clocks([0, 0, 0, 122, 0])),
    Row(0x0F08, .invd, privilege: .cpl0, since: .i80486, clocks: Clocks([0, 0, 0, 0, 4])),
    Row(0x0F09, .wbinvd, privilege: .cpl0, since: .i80486, clocks: Clocks([0, 0, 0, 0, 5])),
    // UMOV, for in-circuit emulators: without one it moves as MOV does.
    Row(0x0F10, .mov, .Eb, .Gb, since: .i80386, until: .i80486, clocks: .moveToMemory),
    Row(0x0F11, .mov, .Ev, .Gv, since: .i80386, until: .i80486, clocks: .moveToMemory),
    Row(0x0F12, .mov, .Gb, .Eb, since: .i80386, until: .i80486, clocks: .moveToRegister),
    Row(0x0F13, .mov, .Gv, .Ev, since: .i80386, until: .i80486, clocks: .moveToRegister),
    Row(
      0x0F20, .movFromCR, .Rd, .Cd, flags: .allUndefined, privilege: .cpl0, traits: .force64,
      since: .i80386,
      clocks: Clocks([0, 0, 0, 6, 4])),
    Row(
      0x0F21, .movFromDR, .Rd, .Dd, flags: .allUndefined, privilege: .cpl0, traits: .force64,
      since: .i80386,
      clocks: Clocks([0, 0, 0, 22, 9])),
    Row(
      0x0F22, .movToCR, .Cd, .Rd, flags: .allUndefined, privilege: .cpl0, traits: .force64,
      since: .i80386,
      clocks: Clocks([0, 0, 0, 10, 16])),
    Row(
      0x0F23, .movToDR, .Dd, .Rd, flags: .allUndefined, privilege: .cpl0, traits: .force64,
      since: .i80386,
      clocks: Clocks([0, 0, 0, 22, 10])),
    Row(
      0x0F24, .movFromTR, .Rd, .Td, flags: .allUndefined, privilege: .cpl0, traits: .not64,
      since: .i80386,
      until: .i80486, clocks: Clocks([0, 0, 0, 12, 4])),
    Row(
      0x0F26, .movToTR, .Td, .Rd, flags: .allUndefined, privilege: .cpl0, traits: .not64,
      since: .i80386,
      until: .i80486, clocks: Clocks([0, 0, 0, 12, 6])),
    Row(
      0x0FA2, .cpuid, privilege: .sensitive, since: .i80486, feature: .cpuid,
      clocks: Clocks([0, 0, 0, 0, 14])),
  ]

  /// Branches, conditions, pointers, multiplication, extension, exchange.
  static let twoByte: [Row] = [
    Row(
      0x0F80, .jcc, .Jz, flags: .condition, traits: [.transfers, .branch64], since: .i80386,
      clocks: .branch),
    Row(
      0x0F90, .setcc, .Eb, flags: .condition, since: .i80386,
      clocks: Clocks([0, 0, 0, 4, 3], memory: [0, 0, 0, 5, 4])),
    Row(
      0x0FA0, .pushSegment, .FS, privilege: .sensitive, traits: .default64, since: .i80386,
      clocks: .pushSegment),
    Row(
      0x0FA1, .popSegment, .FS, privilege: [.operand, .sensitive], traits: .default64,
      since: .i80386,
      clocks: .popSegment),
    Row(
      0x0FA8, .pushSegment, .GS, privilege: .sensitive, traits: .default64, since: .i80386,
      clocks: .pushSegment),
    Row(
      0x0FA9, .popSegment, .GS, privilege: [.operand, .sensitive], traits: .default64,
      since: .i80386,
      clocks: .popSegment),
    Row(
      0x0FA4, .shld, .Ev, .Gv, .Ib, flags: .shift, since: .i80386, clocks: .shiftDoubleImmediate),
    Row(0x0FA5, .shld, .Ev, .Gv, .CL, flags: .shift, since: .i80386, clocks: .shiftDoubleCL),
    Row(
      0x0FAC, .shrd, .Ev, .Gv, .Ib, flags: .shift, since: .i80386, clocks: .shiftDoubleImmediate),
    Row(0x0FAD, .shrd, .Ev, .Gv, .CL, flags: .shift, since: .i80386, clocks: .shiftDoubleCL),
    Row(0x0FAF, .imul, .Gv, .Ev, flags: .multiply, since: .i80386, clocks: .multiplyRegister),
    Row(
      0x0FB0, .cmpxchg, .Eb, .Gb, flags: .arithmetic, traits: .lockable, since: .i80486,
      clocks: Clocks([0, 0, 0, 0, 6], memory: [0, 0, 0, 0, 7])),
    Row(
      0x0FB1, .cmpxchg, .Ev, .Gv, flags: .arithmetic, traits: .lockable, since: .i80486,
      clocks: Clocks([0, 0, 0, 0, 6], memory: [0, 0, 0, 0, 7])),
    Row(
      0x0FB2, .loadFarPointer, .Gv, .Mp, .SS, privilege: [.operand, .sensitive],
      traits: .farPointer,
      since: .i80386, clocks: .loadFarPointer),
    Row(
      0x0FB4, .loadFarPointer, .Gv, .Mp, .FS, privilege: [.operand, .sensitive],
      traits: .farPointer,
      since: .i80386, clocks: .loadFarPointer),
    Row(
      0x0FB5, .loadFarPointer, .Gv, .Mp, .GS, privilege: [.operand, .sensitive],
      traits: .farPointer,
      since: .i80386, clocks: .loadFarPointer),
    Row(0x0FB6, .movzx, .Gv, .Eb, since: .i80386, clocks: .moveExtended),
    Row(0x0FB7, .movzx, .Gv, .Ew, since: .i80386, clocks: .moveExtended),
    Row(0x0FBE, .movsx, .Gv, .Eb, since: .i80386, clocks: .moveExtended),
    Row(0x0FBF, .movsx, .Gv, .Ew, since: .i80386, clocks: .moveExtended),
    Row(
      0x0FC0, .xadd, .Eb, .Gb, flags: .arithmetic, traits: .lockable, since: .i80486,
      clocks: Clocks([0, 0, 0, 0, 3], memory: [0, 0, 0, 0, 4])),
    Row(
      0x0FC1, .xadd, .Ev, .Gv, flags: .arithmetic, traits: .lockable, since: .i80486,
      clocks: Clocks([0, 0, 0, 0, 3], memory: [0, 0, 0, 0, 4])),
    Row(0x0FC8, .bswap, .Zv, since: .i80486, clocks: Clocks([0, 0, 0, 0, 1])),
  ]

  /// Bit tests and scans. `each` of a scan is per bit passed over.
  static let twoByteBits: [Row] = [
    Row(0x0FA3, .bt, .Ev, .Gv, flags: .bitTest, since: .i80386, clocks: .bitTest),
    Row(
      0x0FAB, .bts, .Ev, .Gv, flags: .bitTest, traits: .lockable, since: .i80386, clocks: .bitChange
    ),
    Row(
      0x0FB3, .btr, .Ev, .Gv, flags: .bitTest, traits: .lockable, since: .i80386, clocks: .bitChange
    ),
    Row(
      0x0FBB, .btc, .Ev, .Gv, flags: .bitTest, traits: .lockable, since: .i80386, clocks: .bitChange
    ),
    Row(
      0x0FBA, ext: 4, .bt, .Ev, .Ib, flags: .bitTest, since: .i80386, clocks: .bitTestImmediate),
    Row(
      0x0FBA, ext: 5, .bts, .Ev, .Ib, flags: .bitTest, traits: .lockable, since: .i80386,
      clocks: .bitChangeImmediate),
    Row(
      0x0FBA, ext: 6, .btr, .Ev, .Ib, flags: .bitTest, traits: .lockable, since: .i80386,
      clocks: .bitChangeImmediate),
    Row(
      0x0FBA, ext: 7, .btc, .Ev, .Ib, flags: .bitTest, traits: .lockable, since: .i80386,
      clocks: .bitChangeImmediate),
    Row(
      0x0FBC, .bsf, .Gv, .Ev, flags: .bitScan, since: .i80386,
      clocks: Clocks([0, 0, 0, 10, 6], memory: [0, 0, 0, 10, 7], each: [0, 0, 0, 3, 1])),
    Row(
      0x0FBD, .bsr, .Gv, .Ev, flags: .bitScan, since: .i80386,
      clocks: Clocks([0, 0, 0, 10, 6], memory: [0, 0, 0, 10, 7], each: [0, 0, 0, 3, 3])),
  ]
}
