/// MMX instructions, and their twins on XMM registers that 66 makes of them (SDM vol. 2, table A-3).
///
/// Clocks: of the Pentium with MMX and of the Pentium III, as Intel's optimisation manuals (242816,
/// 245127) give them; between latency and throughput the middle.
extension Opcodes {
  static var mmx: [Row] {
    mmxArithmetic + mmxShifts + mmxPacking + mmxMoves
  }

  /// Both forms of an instruction: MMX and, with 66, XMM (since SSE2).
  static func packed(
    _ opcode: UInt32, _ operation: Operation, feature: ProcessorFeatures = .mmx,
    clocks: UInt16 = 1
  ) -> [Row] {
    [
      Row(
        opcode, prefix: .none, operation, .Pq, .Qq, since: .pentium, feature: feature,
        clocks: .later(clocks, memory: clocks + 1)),
      xmm(opcode, .p66, operation, .Vx, .Wx, clocks: clocks),
    ]
  }

  /// A form on XMM registers.
  static func xmm(
    _ opcode: UInt32, ext: UInt8? = nil, _ prefix: PrefixSelection, _ operation: Operation,
    _ first: OperandForm, _ second: OperandForm, _ third: OperandForm = .none,
    flags: FlagEffect = .none, feature: ProcessorFeatures = .sse2, clocks: UInt16 = 1
  ) -> Row {
    Row(
      opcode, ext: ext, prefix: prefix, operation, first, second, third, flags: flags,
      since: .pentium, feature: feature, clocks: .later(clocks, memory: clocks + 1))
  }

  private static func mm(
    _ opcode: UInt32, ext: UInt8? = nil, _ operation: Operation, _ first: OperandForm,
    _ second: OperandForm, _ third: OperandForm = .none, feature: ProcessorFeatures = .mmx,
    clocks: UInt16 = 1
  ) -> Row {
    xmm(
      opcode, ext: ext, .none, operation, first, second, third, feature: feature, clocks: clocks)
  }

  private static var mmxArithmetic: [Row] {
    let simple: [(UInt32, Operation)] = [
      (0x0FFC, .paddb), (0x0FFD, .paddw), (0x0FFE, .paddd), (0x0FEC, .paddsb), (0x0FED, .paddsw),
      (0x0FDC, .paddusb), (0x0FDD, .paddusw), (0x0FF8, .psubb), (0x0FF9, .psubw), (0x0FFA, .psubd),
      (0x0FE8, .psubsb), (0x0FE9, .psubsw), (0x0FD8, .psubusb), (0x0FD9, .psubusw),
      (0x0F74, .pcmpeqb), (0x0F75, .pcmpeqw), (0x0F76, .pcmpeqd), (0x0F64, .pcmpgtb),
      (0x0F65, .pcmpgtw), (0x0F66, .pcmpgtd), (0x0FDB, .pand), (0x0FDF, .pandn), (0x0FEB, .por),
      (0x0FEF, .pxor),
    ]
    let products: [(UInt32, Operation)] = [
      (0x0FD5, .pmullw), (0x0FE5, .pmulhw), (0x0FF5, .pmaddwd),
    ]
    // What SSE added for MMX registers, and SSE2.
    let sse: [(UInt32, Operation, UInt16)] = [
      (0x0FE0, .pavgb, 1), (0x0FE3, .pavgw, 1), (0x0FDA, .pminub, 1), (0x0FEA, .pminsw, 1),
      (0x0FDE, .pmaxub, 1), (0x0FEE, .pmaxsw, 1), (0x0FE4, .pmulhuw, 2), (0x0FF6, .psadbw, 3),
    ]
    let sse2: [(UInt32, Operation, UInt16)] = [
      (0x0FD4, .paddq, 1), (0x0FFB, .psubq, 1), (0x0FF4, .pmuludq, 2),
    ]
    return simple.flatMap { packed($0.0, $0.1) }
      + products.flatMap { packed($0.0, $0.1, clocks: 2) }
      + sse.flatMap { packed($0.0, $0.1, feature: .sse, clocks: $0.2) }
      + sse2.flatMap { packed($0.0, $0.1, feature: .sse2, clocks: $0.2) }
  }

  private static var mmxShifts: [Row] {
    let byOperand: [(UInt32, Operation)] = [
      (0x0FD1, .psrlw), (0x0FD2, .psrld), (0x0FD3, .psrlq), (0x0FE1, .psraw), (0x0FE2, .psrad),
      (0x0FF1, .psllw), (0x0FF2, .pslld), (0x0FF3, .psllq),
    ]
    let byImmediate: [(UInt32, UInt8, Operation)] = [
      (0x0F71, 2, .psrlw), (0x0F71, 4, .psraw), (0x0F71, 6, .psllw), (0x0F72, 2, .psrld),
      (0x0F72, 4, .psrad), (0x0F72, 6, .pslld), (0x0F73, 2, .psrlq), (0x0F73, 6, .psllq),
    ]
    return byOperand.flatMap { packed($0.0, $0.1) }
      + byImmediate.flatMap { opcode, ext, operation in
        [
          mm(opcode, ext: ext, operation, .Nq, .Ib),
          xmm(opcode, ext: ext, .p66, operation, .Ux, .Ib),
        ]
      } + [
        xmm(0x0F73, ext: 3, .p66, .psrldq, .Ux, .Ib),
        xmm(0x0F73, ext: 7, .p66, .pslldq, .Ux, .Ib),
      ]
  }

  private static var mmxPacking: [Row] {
    // The low halves read no more of memory than they use; so with MMX registers only.
    let low: [(UInt32, Operation)] = [
      (0x0F60, .punpcklbw), (0x0F61, .punpcklwd), (0x0F62, .punpckldq),
    ]
    let high: [(UInt32, Operation)] = [
      (0x0F68, .punpckhbw), (0x0F69, .punpckhwd), (0x0F6A, .punpckhdq), (0x0F63, .packsswb),
      (0x0F6B, .packssdw), (0x0F67, .packuswb),
    ]
    return low.flatMap { opcode, operation in
      [mm(opcode, operation, .Pq, .Qd), xmm(opcode, .p66, operation, .Vx, .Wx)]
    } + high.flatMap { packed($0.0, $0.1) } + [
      xmm(0x0F6C, .p66, .punpcklqdq, .Vx, .Wx),
      xmm(0x0F6D, .p66, .punpckhqdq, .Vx, .Wx),
      mm(0x0F70, .pshufw, .Pq, .Qq, .Ib, feature: .sse),
      xmm(0x0F70, .p66, .pshufd, .Vx, .Wx, .Ib),
      xmm(0x0F70, .pF3, .pshufhw, .Vx, .Wx, .Ib),
      xmm(0x0F70, .pF2, .pshuflw, .Vx, .Wx, .Ib),
    ]
  }

  private static let mmxMoves: [Row] = [
    mm(0x0F6E, .movd, .Pq, .Ey),
    xmm(0x0F6E, .p66, .movd, .Vx, .Ey),
    mm(0x0F7E, .movd, .Ey, .Pq),
    xmm(0x0F7E, .p66, .movd, .Ey, .Vx),
    mm(0x0F6F, .movq, .Pq, .Qq),
    mm(0x0F7F, .movq, .Qq, .Pq),
    xmm(0x0F7E, .pF3, .movq, .Vq, .Wq),
    xmm(0x0FD6, .p66, .movq, .Wq, .Vq),
    xmm(0x0FD6, .pF3, .movq2dq, .Vx, .Nq),
    xmm(0x0FD6, .pF2, .movdq2q, .Pq, .Uq),
    mm(0x0FE7, .movntq, .Mq, .Pq, feature: .sse),
    mm(0x0FC4, .pinsrw, .Pq, .RdMw, .Ib, feature: .sse),
    xmm(0x0FC4, .p66, .pinsrw, .Vx, .RdMw, .Ib),
    mm(0x0FC5, .pextrw, .Gd, .Nq, .Ib, feature: .sse, clocks: 2),
    xmm(0x0FC5, .p66, .pextrw, .Gd, .Ux, .Ib, clocks: 2),
    mm(0x0FD7, .pmovmskb, .Gd, .Nq, feature: .sse),
    xmm(0x0FD7, .p66, .pmovmskb, .Gd, .Ux),
    mm(0x0FF7, .maskmovq, .Pq, .Nq, .rDIq, feature: .sse, clocks: 4),
    xmm(0x0FF7, .p66, .maskmovdqu, .Vx, .Ux, .rDIx, clocks: 10),
    Row(0x0F77, prefix: .none, .emms, since: .pentium, feature: .mmx, clocks: .later(6)),
  ]
}
