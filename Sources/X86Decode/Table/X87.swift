/// D8 to DF with an x87 unit (SDM vol. 2, tables ).
///
/// Clocks in columns 8087 and 80287, 80387, 80486, Pentium: iAPX 86/88 User's Manual table S-21; 80387
/// PRM (231917) appendix E; i486 PRM chapter 26; Pentium Family Developer's Manual vol. 3, appendix F
/// (there the middle of latency and throughput). A unit in its socket is taken to hold the processor
/// up for as long as it works.
extension Opcodes {
  static var x87: [Row] {
    x87Arithmetic + x87Moves + x87Aliases + x87Functions + x87Control + x87FastState
  }

  private static func row(
    _ opcode: UInt32, ext: UInt8? = nil, modRM: UInt8? = nil, _ operation: Operation,
    _ first: OperandForm = .none, _ second: OperandForm = .none, flags: FlagEffect = .none,
    privilege: Privilege = [], since: ProcessorModel = .i8086, feature: ProcessorFeatures = [],
    clocks: (UInt16, UInt16, UInt16, UInt16)
  ) -> Row {
    let (i8087, i80387, i80486, pentium) = clocks
    // The processor reads and writes for the unit, a word at a time.
    let words: UInt16 =
      switch first {
      case .Mw: 1
      case .Md: 2
      case .Mq: 4
      case .Mt: 5
      case .Menv: 7
      case .Mstate: 47
      default: 0
      }
    return Row(
      opcode, ext: ext, modRM: modRM, operation, first, second, flags: flags,
      privilege: privilege, since: since, feature: feature.union(.fpu),
      clocks: Clocks(
        [i8087, i8087, i8087, i80387, i80486, pentium],
        odd: [4 * words, 4 * words, 2 * words, 0, 0]))
  }

  /// FXSAVE and FXRSTOR, which came with the Pentium II.
  private static let x87FastState: [Row] = [
    Row(
      0x0FAE, ext: 0, prefix: .none, .fxsave, .Mfx, privilege: .sensitive, since: .pentium,
      feature: .fxsr, clocks: .later(80)),
    Row(
      0x0FAE, ext: 1, prefix: .none, .fxrstor, .Mfx, privilege: .sensitive, since: .pentium,
      feature: .fxsr, clocks: .later(80)),
  ]

  /// Arithmetic and comparisons: D8 and DC (real), DA and DE (integer).
  private static let x87Arithmetic: [Row] = [
    row(0xD8, ext: 0, .fadd, .Md, clocks: (105, 28, 10, 2)),
    row(0xD8, ext: 1, .fmul, .Md, clocks: (118, 31, 11, 2)),
    row(0xD8, ext: 2, .fcom, .Md, clocks: (65, 26, 4, 2)),
    row(0xD8, ext: 3, .fcomp, .Md, clocks: (68, 26, 4, 2)),
    row(0xD8, ext: 4, .fsub, .Md, clocks: (105, 28, 10, 2)),
    row(0xD8, ext: 5, .fsubr, .Md, clocks: (105, 29, 10, 2)),
    row(0xD8, ext: 6, .fdiv, .Md, clocks: (220, 89, 73, 39)),
    row(0xD8, ext: 7, .fdivr, .Md, clocks: (221, 89, 73, 39)),
    row(0xD8, ext: 0, .fadd, .ST0, .STi, clocks: (85, 29, 10, 2)),
    row(0xD8, ext: 1, .fmul, .ST0, .STi, clocks: (138, 52, 16, 2)),
    row(0xD8, ext: 2, .fcom, .STi, clocks: (45, 24, 4, 2)),
    row(0xD8, ext: 3, .fcomp, .STi, clocks: (47, 26, 4, 2)),
    row(0xD8, ext: 4, .fsub, .ST0, .STi, clocks: (85, 32, 10, 2)),
    row(0xD8, ext: 5, .fsubr, .ST0, .STi, clocks: (87, 32, 10, 2)),
    row(0xD8, ext: 6, .fdiv, .ST0, .STi, clocks: (198, 88, 73, 39)),
    row(0xD8, ext: 7, .fdivr, .ST0, .STi, clocks: (199, 88, 73, 39)),
    row(0xDC, ext: 0, .fadd, .Mq, clocks: (110, 33, 10, 2)),
    row(0xDC, ext: 1, .fmul, .Mq, clocks: (161, 45, 14, 2)),
    row(0xDC, ext: 2, .fcom, .Mq, clocks: (70, 31, 4, 2)),
    row(0xDC, ext: 3, .fcomp, .Mq, clocks: (72, 31, 4, 2)),
    row(0xDC, ext: 4, .fsub, .Mq, clocks: (110, 32, 10, 2)),
    row(0xDC, ext: 5, .fsubr, .Mq, clocks: (110, 33, 10, 2)),
    row(0xDC, ext: 6, .fdiv, .Mq, clocks: (225, 94, 73, 39)),
    row(0xDC, ext: 7, .fdivr, .Mq, clocks: (226, 94, 73, 39)),
    row(0xDC, ext: 0, .fadd, .STi, .ST0, clocks: (85, 29, 10, 2)),
    row(0xDC, ext: 1, .fmul, .STi, .ST0, clocks: (138, 52, 16, 2)),
    row(0xDC, ext: 2, .fcom, .STi, clocks: (45, 24, 4, 2)),
    row(0xDC, ext: 3, .fcomp, .STi, clocks: (47, 26, 4, 2)),
    row(0xDC, ext: 4, .fsubr, .STi, .ST0, clocks: (87, 32, 10, 2)),
    row(0xDC, ext: 5, .fsub, .STi, .ST0, clocks: (85, 32, 10, 2)),
    row(0xDC, ext: 6, .fdivr, .STi, .ST0, clocks: (199, 88, 73, 39)),
    row(0xDC, ext: 7, .fdiv, .STi, .ST0, clocks: (198, 88, 73, 39)),
    row(0xDA, ext: 0, .fiadd, .Md, clocks: (125, 65, 23, 6)),
    row(0xDA, ext: 1, .fimul, .Md, clocks: (136, 72, 24, 6)),
    row(0xDA, ext: 2, .ficom, .Md, clocks: (85, 60, 17, 6)),
    row(0xDA, ext: 3, .ficomp, .Md, clocks: (87, 60, 17, 6)),
    row(0xDA, ext: 4, .fisub, .Md, clocks: (125, 70, 23, 6)),
    row(0xDA, ext: 5, .fisubr, .Md, clocks: (125, 70, 23, 6)),
    row(0xDA, ext: 6, .fidiv, .Md, clocks: (236, 124, 86, 42)),
    row(0xDA, ext: 7, .fidivr, .Md, clocks: (237, 125, 86, 42)),
    row(0xDE, ext: 0, .fiadd, .Mw, clocks: (120, 78, 24, 6)),
    row(0xDE, ext: 1, .fimul, .Mw, clocks: (130, 82, 25, 6)),
    row(0xDE, ext: 2, .ficom, .Mw, clocks: (80, 73, 18, 6)),
    row(0xDE, ext: 3, .ficomp, .Mw, clocks: (82, 73, 18, 6)),
    row(0xDE, ext: 4, .fisub, .Mw, clocks: (120, 77, 24, 6)),
    row(0xDE, ext: 5, .fisubr, .Mw, clocks: (120, 78, 24, 6)),
    row(0xDE, ext: 6, .fidiv, .Mw, clocks: (230, 138, 87, 42)),
    row(0xDE, ext: 7, .fidivr, .Mw, clocks: (230, 138, 87, 42)),
    row(0xDE, ext: 0, .faddp, .STi, .ST0, clocks: (90, 29, 10, 2)),
    row(0xDE, ext: 1, .fmulp, .STi, .ST0, clocks: (142, 52, 16, 2)),
    row(0xDE, ext: 4, .fsubrp, .STi, .ST0, clocks: (90, 32, 10, 2)),
    row(0xDE, ext: 5, .fsubp, .STi, .ST0, clocks: (90, 32, 10, 2)),
    row(0xDE, ext: 6, .fdivrp, .STi, .ST0, clocks: (203, 91, 73, 39)),
    row(0xDE, ext: 7, .fdivp, .STi, .ST0, clocks: (202, 91, 73, 39)),
    row(0xDE, ext: 2, .fcomp, .STi, clocks: (47, 26, 4, 2)),
    row(0xDE, modRM: 0xD9, .fcompp, clocks: (50, 26, 5, 2)),
    row(0xDA, modRM: 0xE9, .fucompp, since: .i80386, clocks: (0, 26, 5, 2)),
    row(0xDD, ext: 4, .fucom, .STi, since: .i80386, clocks: (0, 24, 4, 2)),
    row(0xDD, ext: 5, .fucomp, .STi, since: .i80386, clocks: (0, 26, 4, 2)),
    row(0xD9, modRM: 0xE4, .ftst, clocks: (42, 28, 4, 2)),
    row(0xD9, modRM: 0xE5, .fxam, clocks: (17, 34, 8, 21)),
    row(0xDA, ext: 0, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDA, ext: 1, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDA, ext: 2, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDA, ext: 3, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDB, ext: 0, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDB, ext: 1, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDB, ext: 2, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(0xDB, ext: 3, .fcmovcc, .ST0, .STi, since: .pentium, feature: .cmov, clocks: (0, 0, 0, 2)),
    row(
      0xDB, ext: 5, .fucomi, .ST0, .STi, flags: .arithmetic, since: .pentium, feature: .cmov,
      clocks: (0, 0, 0, 1)),
    row(
      0xDB, ext: 6, .fcomi, .ST0, .STi, flags: .arithmetic, since: .pentium, feature: .cmov,
      clocks: (0, 0, 0, 1)),
    row(
      0xDF, ext: 5, .fucomip, .ST0, .STi, flags: .arithmetic, since: .pentium, feature: .cmov,
      clocks: (0, 0, 0, 1)),
    row(
      0xDF, ext: 6, .fcomip, .ST0, .STi, flags: .arithmetic, since: .pentium, feature: .cmov,
      clocks: (0, 0, 0, 1)),
  ]

  /// Loads, stores, exchanges.
  private static let x87Moves: [Row] = [
    row(0xD9, ext: 0, .fld, .Md, clocks: (43, 20, 3, 1)),
    row(0xD9, ext: 2, .fst, .Md, clocks: (87, 44, 7, 2)),
    row(0xD9, ext: 3, .fstp, .Md, clocks: (89, 44, 7, 2)),
    row(0xDD, ext: 0, .fld, .Mq, clocks: (46, 25, 3, 1)),
    row(0xDD, ext: 2, .fst, .Mq, clocks: (100, 45, 8, 2)),
    row(0xDD, ext: 3, .fstp, .Mq, clocks: (102, 45, 8, 2)),
    row(0xDB, ext: 5, .fld, .Mt, clocks: (57, 44, 6, 3)),
    row(0xDB, ext: 7, .fstp, .Mt, clocks: (55, 53, 6, 3)),
    row(0xDB, ext: 0, .fild, .Md, clocks: (56, 48, 12, 2)),
    row(0xDB, ext: 2, .fist, .Md, clocks: (88, 86, 32, 6)),
    row(0xDB, ext: 3, .fistp, .Md, clocks: (90, 86, 33, 6)),
    row(0xDF, ext: 0, .fild, .Mw, clocks: (50, 63, 15, 2)),
    row(0xDF, ext: 2, .fist, .Mw, clocks: (86, 88, 33, 6)),
    row(0xDF, ext: 3, .fistp, .Mw, clocks: (88, 88, 33, 6)),
    row(0xDF, ext: 5, .fild, .Mq, clocks: (64, 61, 17, 2)),
    row(0xDF, ext: 7, .fistp, .Mq, clocks: (100, 88, 33, 6)),
    row(0xDB, ext: 1, .fisttp, .Md, since: .pentium, feature: .sse3, clocks: (0, 0, 0, 6)),
    row(0xDD, ext: 1, .fisttp, .Mq, since: .pentium, feature: .sse3, clocks: (0, 0, 0, 6)),
    row(0xDF, ext: 1, .fisttp, .Mw, since: .pentium, feature: .sse3, clocks: (0, 0, 0, 6)),
    row(0xDF, ext: 4, .fbld, .Mt, clocks: (300, 270, 75, 53)),
    row(0xDF, ext: 6, .fbstp, .Mt, clocks: (530, 523, 175, 151)),
    row(0xD9, ext: 0, .fld, .STi, clocks: (20, 14, 4, 1)),
    row(0xDD, ext: 2, .fst, .STi, clocks: (18, 11, 3, 1)),
    row(0xDD, ext: 3, .fstp, .STi, clocks: (20, 12, 3, 1)),
    row(0xD9, ext: 1, .fxch, .STi, clocks: (12, 18, 4, 1)),
    row(0xDD, ext: 0, .ffree, .STi, clocks: (11, 18, 3, 1)),
  ]

  /// Encodings that the manuals leave out and all units decode as others' doubles.
  private static let x87Aliases: [Row] = [
    row(0xD9, ext: 3, .fstp, .STi, clocks: (20, 12, 3, 1)),
    row(0xDD, ext: 1, .fxch, .STi, clocks: (12, 18, 4, 1)),
    row(0xDF, ext: 0, .ffreep, .STi, clocks: (11, 18, 3, 1)),
    row(0xDF, ext: 1, .fxch, .STi, clocks: (12, 18, 4, 1)),
    row(0xDF, ext: 2, .fstp, .STi, clocks: (20, 12, 3, 1)),
    row(0xDF, ext: 3, .fstp, .STi, clocks: (20, 12, 3, 1)),
  ]

  /// D9 E0 to D9 FF: constants and functions of the stack top.
  private static let x87Functions: [Row] = [
    row(0xD9, modRM: 0xE0, .fchs, clocks: (15, 24, 6, 1)),
    row(0xD9, modRM: 0xE1, .fabs, clocks: (14, 22, 3, 1)),
    row(0xD9, modRM: 0xE8, .fld1, clocks: (18, 24, 4, 2)),
    row(0xD9, modRM: 0xE9, .fldl2t, clocks: (19, 40, 8, 4)),
    row(0xD9, modRM: 0xEA, .fldl2e, clocks: (18, 40, 8, 4)),
    row(0xD9, modRM: 0xEB, .fldpi, clocks: (19, 40, 8, 4)),
    row(0xD9, modRM: 0xEC, .fldlg2, clocks: (21, 41, 8, 4)),
    row(0xD9, modRM: 0xED, .fldln2, clocks: (20, 41, 8, 4)),
    row(0xD9, modRM: 0xEE, .fldz, clocks: (14, 20, 4, 2)),
    row(0xD9, modRM: 0xF0, .f2xm1, clocks: (500, 344, 242, 35)),
    row(0xD9, modRM: 0xF1, .fyl2x, clocks: (950, 329, 311, 67)),
    row(0xD9, modRM: 0xF2, .fptan, clocks: (450, 344, 244, 95)),
    row(0xD9, modRM: 0xF3, .fpatan, clocks: (650, 400, 289, 95)),
    row(0xD9, modRM: 0xF4, .fxtract, clocks: (50, 73, 19, 13)),
    row(0xD9, modRM: 0xF5, .fprem1, since: .i80386, clocks: (0, 140, 95, 45)),
    row(0xD9, modRM: 0xF6, .fdecstp, clocks: (9, 22, 3, 1)),
    row(0xD9, modRM: 0xF7, .fincstp, clocks: (9, 21, 3, 1)),
    row(0xD9, modRM: 0xF8, .fprem, clocks: (125, 115, 84, 40)),
    row(0xD9, modRM: 0xF9, .fyl2xp1, clocks: (850, 402, 313, 63)),
    row(0xD9, modRM: 0xFA, .fsqrt, clocks: (183, 126, 86, 70)),
    row(0xD9, modRM: 0xFB, .fsincos, since: .i80386, clocks: (0, 502, 291, 77)),
    row(0xD9, modRM: 0xFC, .frndint, clocks: (45, 73, 29, 15)),
    row(0xD9, modRM: 0xFD, .fscale, clocks: (35, 77, 31, 26)),
    row(0xD9, modRM: 0xFE, .fsin, since: .i80386, clocks: (0, 447, 241, 71)),
    row(0xD9, modRM: 0xFF, .fcos, since: .i80386, clocks: (0, 448, 241, 71)),
  ]

  /// Control words, environments, states. What stores the selectors of the last instruction and its operand
  /// tells of CS and SS as much as MOV does.
  private static let x87Control: [Row] = [
    row(0xD9, modRM: 0xD0, .fnop, clocks: (13, 12, 3, 1)),
    row(0xD9, ext: 4, .fldenv, .Menv, privilege: .sensitive, clocks: (40, 71, 44, 37)),
    row(0xD9, ext: 5, .fldcw, .Mw, clocks: (10, 19, 4, 7)),
    row(0xD9, ext: 6, .fnstenv, .Menv, privilege: .sensitive, clocks: (45, 104, 67, 49)),
    row(0xD9, ext: 7, .fnstcw, .Mw, clocks: (15, 15, 3, 2)),
    row(0xDD, ext: 4, .frstor, .Mstate, privilege: .sensitive, clocks: (202, 308, 131, 85)),
    row(0xDD, ext: 6, .fnsave, .Mstate, privilege: .sensitive, clocks: (202, 376, 154, 139)),
    row(0xDD, ext: 7, .fnstsw, .Mw, clocks: (15, 15, 3, 2)),
    row(0xDF, modRM: 0xE0, .fnstsw, .AX, since: .i80286, clocks: (12, 13, 3, 2)),
    row(0xDB, modRM: 0xE0, .fneni, clocks: (5, 5, 3, 1)),
    row(0xDB, modRM: 0xE1, .fndisi, clocks: (5, 5, 3, 1)),
    row(0xDB, modRM: 0xE2, .fnclex, clocks: (5, 11, 7, 9)),
    row(0xDB, modRM: 0xE3, .fninit, clocks: (5, 33, 17, 16)),
    row(0xDB, modRM: 0xE4, .fnsetpm, since: .i80286, clocks: (5, 5, 3, 1)),
  ]
}
