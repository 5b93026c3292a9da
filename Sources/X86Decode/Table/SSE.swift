/// SSE and SSE2 on XMM registers, and SSE3 (SDM vol. 2, table A-3).
///
/// Clocks: Pentium III for SSE, Core for what came later (Intel 245127 and 248966); between latency
/// and throughput the middle.
extension Opcodes {
  /// The four forms of an arithmetic instruction: PS, PD (66), SS (F3), SD (F2).
  private static func arithmetic(
    _ opcode: UInt32, _ ps: Operation, _ pd: Operation, _ ss: Operation, _ sd: Operation,
    clocks: (ps: UInt16, pd: UInt16, ss: UInt16, sd: UInt16)
  ) -> [Row] {
    [
      xmm(opcode, .none, ps, .Vx, .Wx, feature: .sse, clocks: clocks.ps),
      xmm(opcode, .p66, pd, .Vx, .Wx, clocks: clocks.pd),
      xmm(opcode, .pF3, ss, .Vd, .Wd, feature: .sse, clocks: clocks.ss),
      xmm(opcode, .pF2, sd, .Vq, .Wq, clocks: clocks.sd),
    ]
  }

  /// The two packed forms of an instruction.
  private static func pair(_ opcode: UInt32, _ ps: Operation, _ pd: Operation) -> [Row] {
    [
      xmm(opcode, .none, ps, .Vx, .Wx, feature: .sse, clocks: 2),
      xmm(opcode, .p66, pd, .Vx, .Wx),
    ]
  }

  static var sseArithmetic: [Row] {
    var rows =
      arithmetic(0x0F51, .sqrtps, .sqrtpd, .sqrtss, .sqrtsd, clocks: (56, 58, 30, 39))
      + arithmetic(0x0F58, .addps, .addpd, .addss, .addsd, clocks: (3, 2, 2, 2))
      + arithmetic(0x0F59, .mulps, .mulpd, .mulss, .mulsd, clocks: (4, 3, 3, 3))
      + arithmetic(0x0F5C, .subps, .subpd, .subss, .subsd, clocks: (3, 2, 2, 2))
      + arithmetic(0x0F5D, .minps, .minpd, .minss, .minsd, clocks: (3, 2, 2, 2))
      + arithmetic(0x0F5E, .divps, .divpd, .divss, .divsd, clocks: (36, 32, 18, 22))
      + arithmetic(0x0F5F, .maxps, .maxpd, .maxss, .maxsd, clocks: (3, 2, 2, 2))
    rows +=
      pair(0x0F54, .andps, .andpd) + pair(0x0F55, .andnps, .andnpd)
      + pair(0x0F56, .orps, .orpd) + pair(0x0F57, .xorps, .xorpd)
      + pair(0x0F14, .unpcklps, .unpcklpd) + pair(0x0F15, .unpckhps, .unpckhpd)
    return rows + sseComparisons + sseConversions
  }

  private static let sseComparisons: [Row] = [
    xmm(0x0F52, .none, .rsqrtps, .Vx, .Wx, feature: .sse, clocks: 2),
    xmm(0x0F52, .pF3, .rsqrtss, .Vd, .Wd, feature: .sse),
    xmm(0x0F53, .none, .rcpps, .Vx, .Wx, feature: .sse, clocks: 2),
    xmm(0x0F53, .pF3, .rcpss, .Vd, .Wd, feature: .sse),
    xmm(0x0F2E, .none, .ucomiss, .Vd, .Wd, flags: .arithmetic, feature: .sse),
    xmm(0x0F2E, .p66, .ucomisd, .Vq, .Wq, flags: .arithmetic),
    xmm(0x0F2F, .none, .comiss, .Vd, .Wd, flags: .arithmetic, feature: .sse),
    xmm(0x0F2F, .p66, .comisd, .Vq, .Wq, flags: .arithmetic),
    xmm(0x0FC2, .none, .cmpps, .Vx, .Wx, .Ib, feature: .sse, clocks: 3),
    xmm(0x0FC2, .p66, .cmppd, .Vx, .Wx, .Ib, clocks: 2),
    xmm(0x0FC2, .pF3, .cmpss, .Vd, .Wd, .Ib, feature: .sse, clocks: 2),
    xmm(0x0FC2, .pF2, .cmpsdScalar, .Vq, .Wq, .Ib, clocks: 2),
    xmm(0x0FC6, .none, .shufps, .Vx, .Wx, .Ib, feature: .sse, clocks: 2),
    xmm(0x0FC6, .p66, .shufpd, .Vx, .Wx, .Ib),
  ]

  private static let sseConversions: [Row] = [
    xmm(0x0F2A, .none, .cvtpi2ps, .Vq, .Qq, feature: .sse, clocks: 3),
    xmm(0x0F2A, .p66, .cvtpi2pd, .Vx, .Qq, clocks: 3),
    xmm(0x0F2A, .pF3, .cvtsi2ss, .Vd, .Ey, feature: .sse, clocks: 3),
    xmm(0x0F2A, .pF2, .cvtsi2sd, .Vq, .Ey, clocks: 3),
    xmm(0x0F2C, .none, .cvttps2pi, .Pq, .Wq, feature: .sse, clocks: 3),
    xmm(0x0F2C, .p66, .cvttpd2pi, .Pq, .Wx, clocks: 3),
    xmm(0x0F2C, .pF3, .cvttss2si, .Gy, .Wd, feature: .sse, clocks: 3),
    xmm(0x0F2C, .pF2, .cvttsd2si, .Gy, .Wq, clocks: 3),
    xmm(0x0F2D, .none, .cvtps2pi, .Pq, .Wq, feature: .sse, clocks: 3),
    xmm(0x0F2D, .p66, .cvtpd2pi, .Pq, .Wx, clocks: 3),
    xmm(0x0F2D, .pF3, .cvtss2si, .Gy, .Wd, feature: .sse, clocks: 3),
    xmm(0x0F2D, .pF2, .cvtsd2si, .Gy, .Wq, clocks: 3),
    xmm(0x0F5A, .none, .cvtps2pd, .Vx, .Wq, clocks: 2),
    xmm(0x0F5A, .p66, .cvtpd2ps, .Vx, .Wx, clocks: 3),
    xmm(0x0F5A, .pF3, .cvtss2sd, .Vq, .Wd, clocks: 2),
    xmm(0x0F5A, .pF2, .cvtsd2ss, .Vd, .Wq, clocks: 3),
    xmm(0x0F5B, .none, .cvtdq2ps, .Vx, .Wx, clocks: 2),
    xmm(0x0F5B, .p66, .cvtps2dq, .Vx, .Wx, clocks: 2),
    xmm(0x0F5B, .pF3, .cvttps2dq, .Vx, .Wx, clocks: 2),
    xmm(0x0FE6, .p66, .cvttpd2dq, .Vx, .Wx, clocks: 3),
    xmm(0x0FE6, .pF3, .cvtdq2pd, .Vx, .Wq, clocks: 3),
    xmm(0x0FE6, .pF2, .cvtpd2dq, .Vx, .Wx, clocks: 3),
  ]

  static var sseMoves: [Row] {
    [
      xmm(0x0F10, .none, .movups, .Vx, .Wx, feature: .sse),
      xmm(0x0F10, .p66, .movupd, .Vx, .Wx),
      xmm(0x0F10, .pF3, .movss, .Vd, .Wd, feature: .sse),
      xmm(0x0F10, .pF2, .movsdScalar, .Vq, .Wq),
      xmm(0x0F11, .none, .movups, .Wx, .Vx, feature: .sse),
      xmm(0x0F11, .p66, .movupd, .Wx, .Vx),
      xmm(0x0F11, .pF3, .movss, .Wd, .Vd, feature: .sse),
      xmm(0x0F11, .pF2, .movsdScalar, .Wq, .Vq),
      xmm(0x0F12, .none, .movlps, .Vq, .Mq, feature: .sse),
      xmm(0x0F12, .none, .movhlps, .Vq, .Uq, feature: .sse),
      xmm(0x0F12, .p66, .movlpd, .Vq, .Mq),
      xmm(0x0F13, .none, .movlps, .Mq, .Vq, feature: .sse),
      xmm(0x0F13, .p66, .movlpd, .Mq, .Vq),
      xmm(0x0F16, .none, .movhps, .Vq, .Mq, feature: .sse),
      xmm(0x0F16, .none, .movlhps, .Vq, .Uq, feature: .sse),
      xmm(0x0F16, .p66, .movhpd, .Vq, .Mq),
      xmm(0x0F17, .none, .movhps, .Mq, .Vq, feature: .sse),
      xmm(0x0F17, .p66, .movhpd, .Mq, .Vq),
      xmm(0x0F28, .none, .movaps, .Vx, .Wx, feature: .sse),
      xmm(0x0F28, .p66, .movapd, .Vx, .Wx),
      xmm(0x0F29, .none, .movaps, .Wx, .Vx, feature: .sse),
      xmm(0x0F29, .p66, .movapd, .Wx, .Vx),
      xmm(0x0F2B, .none, .movntps, .Mdq, .Vx, feature: .sse),
      xmm(0x0F2B, .p66, .movntpd, .Mdq, .Vx),
      xmm(0x0F50, .none, .movmskps, .Gd, .Ux, feature: .sse),
      xmm(0x0F50, .p66, .movmskpd, .Gd, .Ux),
      xmm(0x0F6F, .p66, .movdqa, .Vx, .Wx),
      xmm(0x0F6F, .pF3, .movdqu, .Vx, .Wx),
      xmm(0x0F7F, .p66, .movdqa, .Wx, .Vx),
      xmm(0x0F7F, .pF3, .movdqu, .Wx, .Vx),
      xmm(0x0FE7, .p66, .movntdq, .Mdq, .Vx),
    ] + sseControl
  }

  private static let sseControl: [Row] = [
    Row(
      0x0FAE, ext: 2, prefix: .none, .ldmxcsr, .Md, since: .pentium, feature: .sse,
      clocks: .later(6)),
    Row(
      0x0FAE, ext: 3, prefix: .none, .stmxcsr, .Md, since: .pentium, feature: .sse,
      clocks: .later(3)),
    // The r/m field is not decoded.
    Row(
      0x0FAE, ext: 5, prefix: .none, .lfence, traits: .registerForm, since: .pentium,
      feature: .sse2, clocks: .later(4)),
    Row(
      0x0FAE, ext: 6, prefix: .none, .mfence, traits: .registerForm, since: .pentium,
      feature: .sse2, clocks: .later(8)),
    Row(
      0x0FAE, ext: 7, prefix: .none, .sfence, traits: .registerForm, since: .pentium,
      feature: .sse, clocks: .later(4)),
    Row(
      0x0FAE, ext: 7, prefix: .none, .clflush, .Mb, since: .pentium, feature: .clflush,
      clocks: .later(40)),
  ]

  // MARK: SSE3

  static let sse3: [Row] = [
    xmm(0x0F12, .pF3, .movsldup, .Vx, .Wx, feature: .sse3),
    xmm(0x0F12, .pF2, .movddup, .Vx, .Wq, feature: .sse3),
    xmm(0x0F16, .pF3, .movshdup, .Vx, .Wx, feature: .sse3),
    xmm(0x0F7C, .p66, .haddpd, .Vx, .Wx, feature: .sse3, clocks: 3),
    xmm(0x0F7C, .pF2, .haddps, .Vx, .Wx, feature: .sse3, clocks: 6),
    xmm(0x0F7D, .p66, .hsubpd, .Vx, .Wx, feature: .sse3, clocks: 3),
    xmm(0x0F7D, .pF2, .hsubps, .Vx, .Wx, feature: .sse3, clocks: 6),
    xmm(0x0FD0, .p66, .addsubpd, .Vx, .Wx, feature: .sse3, clocks: 2),
    xmm(0x0FD0, .pF2, .addsubps, .Vx, .Wx, feature: .sse3, clocks: 2),
    xmm(0x0FF0, .pF2, .lddqu, .Vx, .Mdq, feature: .sse3),
  ]
}
