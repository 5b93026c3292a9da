/// SSSE3, SSE4.1 and SSE4.2: the maps 0F 38 and 0F 3A (SDM vol. 2, tables ).
///
/// Clocks: Core and Nehalem (Intel 248966); between latency and throughput the middle.
extension Opcodes {
  static var sse4: [Row] {
    ssse3 + sse41 + sse41Extensions + sse41Immediate + sse42
  }

  private static var ssse3: [Row] {
    let operations: [(UInt32, Operation, UInt16)] = [
      (0x0F3800, .pshufb, 1), (0x0F3801, .phaddw, 3), (0x0F3802, .phaddd, 3),
      (0x0F3803, .phaddsw, 3), (0x0F3804, .pmaddubsw, 2), (0x0F3805, .phsubw, 3),
      (0x0F3806, .phsubd, 3), (0x0F3807, .phsubsw, 3), (0x0F3808, .psignb, 1),
      (0x0F3809, .psignw, 1), (0x0F380A, .psignd, 1), (0x0F380B, .pmulhrsw, 2),
      (0x0F381C, .pabsb, 1), (0x0F381D, .pabsw, 1), (0x0F381E, .pabsd, 1),
    ]
    return operations.flatMap { opcode, operation, clocks in
      [
        xmm(opcode, .none, operation, .Pq, .Qq, feature: .ssse3, clocks: clocks),
        xmm(opcode, .p66, operation, .Vx, .Wx, feature: .ssse3, clocks: clocks),
      ]
    } + [
      xmm(0x0F3A0F, .none, .palignr, .Pq, .Qq, .Ib, feature: .ssse3),
      xmm(0x0F3A0F, .p66, .palignr, .Vx, .Wx, .Ib, feature: .ssse3),
    ]
  }

  private static let sse41: [Row] = [
    xmm(0x0F3810, .p66, .pblendvb, .Vx, .Wx, .XMM0, feature: .sse41, clocks: 2),
    xmm(0x0F3814, .p66, .blendvps, .Vx, .Wx, .XMM0, feature: .sse41, clocks: 2),
    xmm(0x0F3815, .p66, .blendvpd, .Vx, .Wx, .XMM0, feature: .sse41, clocks: 2),
    xmm(0x0F3817, .p66, .ptest, .Vx, .Wx, flags: .arithmetic, feature: .sse41, clocks: 2),
    xmm(0x0F3828, .p66, .pmuldq, .Vx, .Wx, feature: .sse41, clocks: 2),
    xmm(0x0F3829, .p66, .pcmpeqq, .Vx, .Wx, feature: .sse41),
    xmm(0x0F382A, .p66, .movntdqa, .Vx, .Mdq, feature: .sse41),
    xmm(0x0F382B, .p66, .packusdw, .Vx, .Wx, feature: .sse41),
    xmm(0x0F3838, .p66, .pminsb, .Vx, .Wx, feature: .sse41),
    xmm(0x0F3839, .p66, .pminsd, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383A, .p66, .pminuw, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383B, .p66, .pminud, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383C, .p66, .pmaxsb, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383D, .p66, .pmaxsd, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383E, .p66, .pmaxuw, .Vx, .Wx, feature: .sse41),
    xmm(0x0F383F, .p66, .pmaxud, .Vx, .Wx, feature: .sse41),
    xmm(0x0F3840, .p66, .pmulld, .Vx, .Wx, feature: .sse41, clocks: 4),
    xmm(0x0F3841, .p66, .phminposuw, .Vx, .Wx, feature: .sse41, clocks: 3),
  ]

  /// PMOVSX and PMOVZX read as many bytes as they extend.
  private static var sse41Extensions: [Row] {
    let sources: [(OperandForm, Operation, Operation)] = [
      (.Wq, .pmovsxbw, .pmovzxbw), (.Wd, .pmovsxbd, .pmovzxbd), (.Ww, .pmovsxbq, .pmovzxbq),
      (.Wq, .pmovsxwd, .pmovzxwd), (.Wd, .pmovsxwq, .pmovzxwq), (.Wq, .pmovsxdq, .pmovzxdq),
    ]
    return sources.enumerated().flatMap { index, source in
      [
        xmm(0x0F3820 + UInt32(index), .p66, source.1, .Vx, source.0, feature: .sse41),
        xmm(0x0F3830 + UInt32(index), .p66, source.2, .Vx, source.0, feature: .sse41),
      ]
    }
  }

  private static let sse41Immediate: [Row] = [
    xmm(0x0F3A08, .p66, .roundps, .Vx, .Wx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A09, .p66, .roundpd, .Vx, .Wx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A0A, .p66, .roundss, .Vd, .Wd, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A0B, .p66, .roundsd, .Vq, .Wq, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A0C, .p66, .blendps, .Vx, .Wx, .Ib, feature: .sse41),
    xmm(0x0F3A0D, .p66, .blendpd, .Vx, .Wx, .Ib, feature: .sse41),
    xmm(0x0F3A0E, .p66, .pblendw, .Vx, .Wx, .Ib, feature: .sse41),
    xmm(0x0F3A14, .p66, .pextrb, .RdMb, .Vx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A15, .p66, .pextrw, .RdMw, .Vx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A16, .p66, .pextrd, .Ey, .Vx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A17, .p66, .extractps, .Ed, .Vx, .Ib, feature: .sse41, clocks: 2),
    xmm(0x0F3A20, .p66, .pinsrb, .Vx, .RdMb, .Ib, feature: .sse41),
    xmm(0x0F3A21, .p66, .insertps, .Vx, .Wd, .Ib, feature: .sse41),
    xmm(0x0F3A22, .p66, .pinsrd, .Vx, .Ey, .Ib, feature: .sse41),
    xmm(0x0F3A40, .p66, .dpps, .Vx, .Wx, .Ib, feature: .sse41, clocks: 7),
    xmm(0x0F3A41, .p66, .dppd, .Vx, .Wx, .Ib, feature: .sse41, clocks: 5),
    xmm(0x0F3A42, .p66, .mpsadbw, .Vx, .Wx, .Ib, feature: .sse41, clocks: 4),
  ]

  private static let sse42: [Row] = [
    xmm(0x0F3837, .p66, .pcmpgtq, .Vx, .Wx, feature: .sse42, clocks: 2),
    xmm(
      0x0F3A60, .p66, .pcmpestrm, .Vx, .Wx, .Ib, flags: .arithmetic, feature: .sse42, clocks: 8),
    xmm(
      0x0F3A61, .p66, .pcmpestri, .Vx, .Wx, .Ib, flags: .arithmetic, feature: .sse42, clocks: 8),
    xmm(
      0x0F3A62, .p66, .pcmpistrm, .Vx, .Wx, .Ib, flags: .arithmetic, feature: .sse42, clocks: 7),
    xmm(
      0x0F3A63, .p66, .pcmpistri, .Vx, .Wx, .Ib, flags: .arithmetic, feature: .sse42, clocks: 7),
  ]
}
