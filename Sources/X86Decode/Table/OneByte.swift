/// The opcode table. Regions stand in files of their own; `Opcodes.rows` joins them.
enum Opcodes {
  /// Row 0 stands for everything that is no instruction, row 1 for instructions that are too long.
  static let rows: [Row] = {
    var rows = [Row(0xFFFF, .invalid, clocks: .none), Row(0xFFFE, .tooLong, clocks: .none)]
    rows += arithmetic + incrementsAndStack + middle + moves + strings + immediatesAndReturns
    rows += loopsAndPorts + flagsAndHalt + aliasesOf8086
    rows += immediateGroup + shiftGroups + unaryGroups + incrementGroups
    rows += systemGroups + systemTwoByte + twoByte + twoByteBits
    rows += systemOfLaterModels + integerOfLaterModels + hints + x87
    rows += mmx + sseArithmetic + sseMoves + sse3 + sse4
    for number in rows.indices {
      guard let clocks = PentiumClocks.clocks(of: rows[number]) else { continue }
      rows[number].clocks = rows[number].clocks.with(clocks)
    }
    return rows
  }()

  /// 00-3F without prefixes and adjustments: Eb,Gb Ev,Gv Gb,Eb Gv,Ev AL,Ib rAX,Iz.
  private static var arithmetic: [Row] {
    binary(0x00, .add, .arithmetic) + binary(0x08, .or, .logic)
      + binary(0x10, .adc, .withCarry) + binary(0x18, .sbb, .withCarry)
      + binary(0x20, .and, .logic) + binary(0x28, .sub, .arithmetic)
      + binary(0x30, .xor, .logic) + [
        Row(0x38, .cmp, .Eb, .Gb, flags: .arithmetic, clocks: .compareMemory),
        Row(0x39, .cmp, .Ev, .Gv, flags: .arithmetic, clocks: .compareMemory),
        Row(0x3A, .cmp, .Gb, .Eb, flags: .arithmetic, clocks: .compareRegister),
        Row(0x3B, .cmp, .Gv, .Ev, flags: .arithmetic, clocks: .compareRegister),
        Row(0x3C, .cmp, .AL, .Ib, flags: .arithmetic, clocks: .arithmeticAL),
        Row(0x3D, .cmp, .rAX, .Iz, flags: .arithmetic, clocks: .arithmeticAX),
      ]
  }

  /// The six encodings of one arithmetic operation.
  private static func binary(
    _ opcode: UInt32, _ operation: Operation, _ flags: FlagEffect
  ) -> [Row] {
    [
      Row(
        opcode, operation, .Eb, .Gb, flags: flags, traits: .lockable, clocks: .arithmeticToMemory),
      Row(
        opcode + 1, operation, .Ev, .Gv, flags: flags, traits: .lockable,
        clocks: .arithmeticToMemory),
      Row(opcode + 2, operation, .Gb, .Eb, flags: flags, clocks: .arithmeticToRegister),
      Row(opcode + 3, operation, .Gv, .Ev, flags: flags, clocks: .arithmeticToRegister),
      Row(opcode + 4, operation, .AL, .Ib, flags: flags, clocks: .arithmeticAL),
      Row(opcode + 5, operation, .rAX, .Iz, flags: flags, clocks: .arithmeticAX),
    ]
  }

  /// Segment pushes, adjustments, and 40-5F.
  private static let incrementsAndStack: [Row] = [
    Row(0x06, .pushSegment, .ES, privilege: .sensitive, traits: .not64, clocks: .pushSegment),
    Row(
      0x07, .popSegment, .ES, privilege: [.operand, .sensitive], traits: .not64, clocks: .popSegment
    ),
    Row(0x0E, .pushSegment, .CS, privilege: .sensitive, traits: .not64, clocks: .pushSegment),
    Row(0x16, .pushSegment, .SS, privilege: .sensitive, traits: .not64, clocks: .pushSegment),
    Row(
      0x17, .popSegment, .SS, privilege: [.operand, .sensitive], traits: .not64, clocks: .popSegment
    ),
    Row(0x1E, .pushSegment, .DS, privilege: .sensitive, traits: .not64, clocks: .pushSegment),
    Row(
      0x1F, .popSegment, .DS, privilege: [.operand, .sensitive], traits: .not64, clocks: .popSegment
    ),
    Row(0x27, .daa, flags: .decimalAdjust, traits: .not64, clocks: .decimal),
    Row(0x2F, .das, flags: .decimalAdjust, traits: .not64, clocks: .decimal),
    Row(0x37, .aaa, flags: .asciiAdjust, traits: .not64, clocks: .ascii),
    Row(0x3F, .aas, flags: .asciiAdjust, traits: .not64, clocks: Clocks([8, 7, 3, 4, 3])),
    Row(0x40, .inc, .Zv, flags: .keepingCarry, traits: .not64, clocks: .increment16),
    Row(0x48, .dec, .Zv, flags: .keepingCarry, traits: .not64, clocks: .increment16),
    Row(0x50, .push, .Zv, traits: .default64, clocks: .push),
    Row(0x58, .pop, .Zv, traits: .default64, clocks: .pop),
  ]

  /// 60-7F.
  private static let middle: [Row] = [
    Row(
      0x60, .pusha, traits: .not64, since: .i80186,
      clocks: Clocks([0, 36, 17, 18, 11], oddStack: [0, 32, 15, 0, 0])),
    Row(
      0x61, .popa, traits: .not64, since: .i80186,
      clocks: Clocks([0, 51, 19, 24, 9], oddStack: [0, 32, 16, 0, 0])),
    Row(
      0x62, .bound, .Gv, .Ma, traits: .not64, since: .i80186,
      clocks: Clocks([0, 34, 13, 10, 7], odd: .twoWordsRead)),
    Row(
      0x63, .arpl, .Ew, .Gw, flags: .zeroFlag, privilege: .sensitive,
      traits: [.protectedOnly, .not64],
      since: .i80286,
      clocks: Clocks([0, 0, 10, 20, 9], memory: [0, 0, 11, 21, 9], odd: .wordModify)),
    // With 66 Intel reads a word, AMD (APM vol. 3, "MOVSXD") a doubleword still.
    Row(
      0x63, .movsxd, .Gv, .Ez, traits: [.only64, .intelOnly], since: .i80386,
      clocks: .moveExtended),
    Row(
      0x63, .movsxd, .Gv, .Ed, traits: [.only64, .amdOnly], since: .i80386, clocks: .moveExtended),
    Row(0x68, .push, .Iz, traits: .default64, since: .i80186, clocks: .pushImmediate),
    Row(
      0x69, .imul, .Gv, .Ev, .Iz, flags: .multiply, since: .i80186, clocks: .multiplyImmediate),
    Row(0x6A, .push, .Ibs, traits: .default64, since: .i80186, clocks: .pushImmediate),
    Row(
      0x6B, .imul, .Gv, .Ev, .Ibs, flags: .multiply, since: .i80186, clocks: .multiplyImmediate),
    Row(
      0x6C, .ins, .Yb, .DX, privilege: .ioPermission, traits: .repeatable, since: .i80186,
      clocks: .ins),
    Row(
      0x6D, .ins, .Yz, .DX, privilege: .ioPermission, traits: .repeatable, since: .i80186,
      clocks: .ins),
    Row(
      0x6E, .outs, .DX, .Xb, privilege: .ioPermission, traits: .repeatable, since: .i80186,
      clocks: .outs),
    Row(
      0x6F, .outs, .DX, .Xz, privilege: .ioPermission, traits: .repeatable, since: .i80186,
      clocks: .outs),
    Row(0x70, .jcc, .Jb, flags: .condition, traits: [.transfers, .branch64], clocks: .branch),
  ]

  /// 84-A3: moves, exchanges, conversions, flags.
  private static let moves: [Row] = [
    Row(0x84, .test, .Eb, .Gb, flags: .logic, clocks: .testMemory),
    Row(0x85, .test, .Ev, .Gv, flags: .logic, clocks: .testMemory),
    Row(0x86, .xchg, .Eb, .Gb, traits: .lockable, clocks: .exchange),
    Row(0x87, .xchg, .Ev, .Gv, traits: .lockable, clocks: .exchange),
    Row(0x88, .mov, .Eb, .Gb, clocks: .moveToMemory),
    Row(0x89, .mov, .Ev, .Gv, clocks: .moveToMemory),
    Row(0x8A, .mov, .Gb, .Eb, clocks: .moveToRegister),
    Row(0x8B, .mov, .Gv, .Ev, clocks: .moveToRegister),
    Row(0x8C, .movFromSegment, .RvMw, .Sw, privilege: .sensitive, clocks: .storeSegment),
    Row(0x8D, .lea, .Gv, .M, clocks: Clocks([2, 6, 3, 2, 1])),
    Row(0x8E, .movToSegment, .Sw, .Ew, privilege: [.operand, .sensitive], clocks: .loadSegment),
    Row(
      0x8F, ext: 0, .pop, .Ev, traits: .default64,
      clocks: .popOperand),
    Row(0x90, .nop, clocks: Clocks([3, 3, 3, 3, 1])),
    Row(0x91, .xchg, .Z1v, .rAX, clocks: Clocks([3, 3, 3, 3, 3])),
    Row(0x98, .cbw, .rAX, clocks: .convert),
    Row(0x99, .cwd, .rAX, clocks: Clocks([5, 4, 2, 2, 3])),
    Row(
      0x9A, .callFar, .Ap, privilege: [.operand, .sensitive], traits: [.not64, .transfers],
      clocks: .callFar),
    Row(0x9B, .wait, clocks: Clocks([4, 6, 7, 6, 3])),
    Row(
      0x9C, .pushf, flags: .readsAll, privilege: [.v86IOPL, .sensitive], traits: .default64,
      clocks: Clocks([10, 9, 3, 4, 4], oddStack: .wordWrite)),
    Row(
      0x9D, .popf, flags: .arithmetic, privilege: [.v86IOPL, .sensitive], traits: .default64,
      clocks: Clocks([8, 8, 6, 5, 9], oddStack: .wordRead)),
    Row(0x9E, .sahf, flags: .lowByte, traits: .not64, clocks: Clocks([4, 3, 2, 3, 2])),
    Row(0x9F, .lahf, flags: .readsLowByte, traits: .not64, clocks: Clocks([4, 2, 2, 2, 3])),
    Row(0xA0, .mov, .AL, .Ob, clocks: .moveFromOffset),
    Row(0xA1, .mov, .rAX, .Ov, clocks: .moveFromOffset),
    Row(0xA2, .mov, .Ob, .AL, clocks: .moveToOffset),
    Row(0xA3, .mov, .Ov, .rAX, clocks: .moveToOffset),
  ]

  /// A4-AF.
  private static let strings: [Row] = [
    Row(0xA4, .movs, .Yb, .Xb, traits: .repeatable, clocks: .movs),
    Row(0xA5, .movs, .Yv, .Xv, traits: .repeatable, clocks: .movs),
    Row(0xA6, .cmps, .Xb, .Yb, flags: .repeatedCompare, traits: .repeatable, clocks: .cmps),
    Row(0xA7, .cmps, .Xv, .Yv, flags: .repeatedCompare, traits: .repeatable, clocks: .cmps),
    Row(0xA8, .test, .AL, .Ib, flags: .logic, clocks: .arithmeticAL),
    Row(0xA9, .test, .rAX, .Iz, flags: .logic, clocks: .arithmeticAX),
    Row(0xAA, .stos, .Yb, .AL, traits: .repeatable, clocks: .stos),
    Row(0xAB, .stos, .Yv, .rAX, traits: .repeatable, clocks: .stos),
    Row(0xAC, .lods, .AL, .Xb, traits: .repeatable, clocks: .lods),
    Row(0xAD, .lods, .rAX, .Xv, traits: .repeatable, clocks: .lods),
    Row(0xAE, .scas, .AL, .Yb, flags: .repeatedCompare, traits: .repeatable, clocks: .scas),
    Row(0xAF, .scas, .rAX, .Yv, flags: .repeatedCompare, traits: .repeatable, clocks: .scas),
  ]

  /// B0-D7.
  private static let immediatesAndReturns: [Row] = [
    Row(0xB0, .mov, .Zb, .Ib, clocks: .moveImmediate8),
    Row(0xB8, .mov, .Zv, .Iv, clocks: .moveImmediate16),
    Row(0xC2, .ret, .Iw, traits: [.transfers, .branch64], clocks: .retImmediate),
    Row(0xC3, .ret, traits: [.transfers, .branch64], clocks: .ret),
    Row(
      0xC4, .loadFarPointer, .Gv, .Mp, .ES, privilege: [.operand, .sensitive], traits: .not64,
      clocks: .loadFarPointer),
    Row(
      0xC5, .loadFarPointer, .Gv, .Mp, .DS, privilege: [.operand, .sensitive], traits: .not64,
      clocks: .loadFarPointer),
    Row(0xC6, ext: 0, .mov, .Eb, .Ib, clocks: .moveImmediate8),
    Row(0xC7, ext: 0, .mov, .Ev, .Iz, clocks: .moveImmediate16),
    // The columns are level 0, level 1, and (repeated, each) the rule from level 2 on.
    Row(
      0xC8, .enter, .Iw, .Ib2, traits: .default64, since: .i80186,
      clocks: Clocks(
        [0, 15, 11, 10, 14], memory: [0, 25, 15, 12, 17], repeated: [0, 22, 16, 15, 20],
        each: [0, 16, 4, 4, 3])),
    Row(
      0xC9, .leave, traits: .default64, since: .i80186,
      clocks: Clocks([0, 8, 5, 4, 5], oddStack: .wordRead)),
    Row(
      0xCA, .retFar, .Iw, privilege: [.operand, .sensitive], traits: .transfers,
      clocks: .retFarImmediate),
    Row(0xCB, .retFar, privilege: [.operand, .sensitive], traits: .transfers, clocks: .retFar),
    Row(
      0xCC, .int3, flags: .readsAll, privilege: [.operand, .sensitive], traits: .transfers,
      clocks: Clocks(
        [52, 45, 24, 33, 26], protected: [0, 0, 17, 26, 18], oddStack: .interrupt)),
    Row(
      0xCD, .int, .Ib, flags: .readsAll, privilege: [.v86IOPL, .operand, .sensitive],
      traits: .transfers,
      clocks: Clocks(
        [51, 47, 23, 37, 30], protected: [0, 0, 17, 22, 14], oddStack: .interrupt)),
    Row(
      0xCE, .into, flags: .readsAll, privilege: [.operand, .sensitive],
      traits: [.not64, .transfers],
      clocks: Clocks([4, 4, 3, 3, 3], taken: [49, 44, 21, 32, 25], oddStack: .interrupt)),
    Row(
      0xCF, .iret, flags: .arithmetic, privilege: [.v86IOPL, .operand, .sensitive],
      traits: .transfers,
      clocks: Clocks(
        [32, 28, 18, 22, 15], protected: [0, 0, 14, 16, 0], oddStack: [12, 12, 6, 0, 0])),
    Row(
      0xD4, .aam, .Ib, flags: .asciiMultiply, traits: .not64, clocks: Clocks([83, 19, 16, 17, 15])),
    Row(
      0xD5, .aad, .Ib, flags: .asciiMultiply, traits: .not64, clocks: Clocks([60, 15, 14, 19, 14])),
    Row(0xD6, .salc, flags: .readsCarry, traits: .not64, clocks: Clocks([3, 3, 3, 3, 2])),
    Row(0xD7, .xlat, .rBXb, clocks: Clocks([11, 11, 5, 5, 4])),
  ]

  /// D8-EF.
  private static let loopsAndPorts: [Row] =
    // From the 80486 on the unit is part of the processor, and what it does not know is invalid.
    (0xD8...0xDF).flatMap {
      [
        Row($0, .escape, .Mx, until: .i80386, clocks: .escape),
        Row($0, .escape, .Mx, since: .i80486, unless: .fpu, clocks: .escape),
      ]
    } + [
      Row(
        0xE0, .loopne, .Jb, flags: .readsZero, traits: [.transfers, .branch64],
        clocks: Clocks([5, 5, 4, 11, 6], taken: [14, 11, 4, 0, 3])),
      Row(
        0xE1, .loope, .Jb, flags: .readsZero, traits: [.transfers, .branch64],
        clocks: Clocks([6, 5, 4, 11, 6], taken: [12, 11, 4, 0, 3])),
      Row(
        0xE2, .loop, .Jb, traits: [.transfers, .branch64],
        clocks: Clocks([5, 5, 4, 11, 6], taken: [12, 10, 4, 0, 1])),
      Row(
        0xE3, .jcxz, .Jb, traits: [.transfers, .branch64],
        clocks: Clocks([6, 5, 4, 5, 5], taken: [12, 11, 4, 4, 3])),
      Row(0xE4, .in, .AL, .Ib, privilege: .ioPermission, clocks: .inImmediate),
      Row(0xE5, .in, .eAX, .Ib, privilege: .ioPermission, clocks: .inImmediate),
      Row(0xE6, .out, .Ib, .AL, privilege: .ioPermission, clocks: .outImmediate),
      Row(0xE7, .out, .Ib, .eAX, privilege: .ioPermission, clocks: .outImmediate),
      Row(
        0xE8, .callRelative, .Jz, traits: [.transfers, .branch64],
        clocks: Clocks([19, 15, 7, 7, 3])),
      Row(0xE9, .jmpRelative, .Jz, traits: [.transfers, .branch64], clocks: .jump),
      Row(
        0xEA, .jmpFar, .Ap, privilege: [.operand, .sensitive], traits: [.not64, .transfers],
        clocks: .jumpFar),
      Row(0xEB, .jmpRelative, .Jb, traits: [.transfers, .branch64], clocks: .jump),
      Row(0xEC, .in, .AL, .DX, privilege: .ioPermission, clocks: .inDX),
      Row(0xED, .in, .eAX, .DX, privilege: .ioPermission, clocks: .inDX),
      Row(0xEE, .out, .DX, .AL, privilege: .ioPermission, clocks: .outDX),
      Row(0xEF, .out, .DX, .eAX, privilege: .ioPermission, clocks: .outDX),
    ]

  /// F0-FF without the groups.
  private static let flagsAndHalt: [Row] = [
    Row(
      0xF1, .icebp, flags: .readsAll, privilege: .sensitive, traits: .transfers, since: .i80386,
      clocks: Clocks([0, 0, 0, 33, 26])),
    Row(0xF4, .hlt, privilege: .cpl0, clocks: Clocks([2, 2, 2, 5, 4])),
    Row(0xF5, .cmc, flags: .complementCarry, clocks: .flag),
    Row(0xF8, .clc, flags: .carryFlag, clocks: .flag),
    Row(0xF9, .stc, flags: .carryFlag, clocks: .flag),
    Row(0xFA, .cli, privilege: .iopl, clocks: Clocks([2, 2, 3, 3, 5])),
    Row(0xFB, .sti, privilege: .iopl, clocks: Clocks([2, 2, 2, 3, 5])),
    Row(0xFC, .cld, clocks: .flag),
    Row(0xFD, .std, clocks: .flag),
  ]

  /// What the 8086 makes of bytes that later models use otherwise: it decodes fewer opcode bits.
  private static let aliasesOf8086: [Row] =
    [
      Row(0x0F, .popSegment, .CS, until: .i8086, clocks: .popSegment),
      Row(0x60, .jcc, .Jb, flags: .condition, traits: .transfers, until: .i8086, clocks: .branch),
      Row(0xC0, .ret, .Iw, traits: .transfers, until: .i8086, clocks: .retImmediate),
      Row(0xC1, .ret, traits: .transfers, until: .i8086, clocks: .ret),
      Row(0xC8, .retFar, .Iw, traits: .transfers, until: .i8086, clocks: .retFarImmediate),
      Row(0xC9, .retFar, traits: .transfers, until: .i8086, clocks: .retFar),
    ]
    + (1...7).flatMap { ext in
      // The reg field is not decoded up to the 80186; the 80286 answers with invalid opcode.
      [
        Row(
          0x8F, ext: ext, .pop, .Ev, until: .i80186,
          clocks: .popOperand),
        Row(0xC6, ext: ext, .mov, .Eb, .Ib, until: .i80186, clocks: .moveImmediate8),
        Row(0xC7, ext: ext, .mov, .Ev, .Iz, until: .i80186, clocks: .moveImmediate16),
      ]
    }
}
