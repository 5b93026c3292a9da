/// What an instruction does, by its mnemonic. Widths, operand forms and prefixes stand beside it in
/// ``Instruction``; encodings that differ in behaviour have operations of their own.
public enum Operation: UInt16, CaseIterable, Codable, Sendable {
  /// Raises invalid opcode (80186 and later).
  case invalid
  /// Longer than the model allows (10 bytes on the 80286, 15 later): general protection, code 0.
  case tooLong
  /// No encoding's: stands for an instruction at which the processor stops for its owner.
  case reported
  // Arithmetic and logic: Eb,Gb Ev,Gv Gb,Eb Gv,Ev AL,Ib eAX,Iz Eb,Ib Ev,Iz Ev,Ib
  case add, or, adc, sbb, and, sub, xor, cmp, test
  case inc, dec, not, neg
  /// One-operand MUL/IMUL/DIV/IDIV on the accumulator.
  case mul, imulAccumulator, div, idiv
  /// IMUL Gv,Ev and IMUL Gv,Ev,Iz/Ib (three operands).
  case imul
  case rol, ror, rcl, rcr, shl, shr, sar
  /// 8086 D0/6..D3/6: SETMO/SETMOC, all ones.
  case setmo
  case shld, shrd
  case daa, das, aaa, aas, aam, aad
  case cbw, cwd
  case bt, bts, btr, btc, bsf, bsr, bswap
  // Moves
  case mov, movzx, movsx, movsxd, lea, xchg, xlat
  /// MOV to and from segment, control, debug and test registers.
  case movToSegment, movFromSegment
  case movToCR, movFromCR, movToDR, movFromDR, movToTR, movFromTR
  /// LES LDS LSS LFS LGS: operands (register, memory); `number` of a third `.segment` operand tells which.
  case loadFarPointer
  case push, pop, pushSegment, popSegment, pusha, popa, pushf, popf
  case lahf, sahf
  case enter, leave
  /// CMPXCHG8B's memory operand is 16 bytes wide when it is CMPXCHG16B.
  case cmpxchg, cmpxchg8b, xadd
  case setcc, cmovcc
  /// SALC (D6): AL := CF ? FF : 0.
  case salc
  // Strings
  case movs, cmps, stos, lods, scas, ins, outs
  // Control flow
  case jcc, jmpRelative, callRelative, jmpIndirect, callIndirect, jmpFar, callFar
  case jmpFarIndirect, callFarIndirect
  /// RET and RETF, with the bytes to release in `immediate` (0 if none).
  case ret, retFar
  case loop, loope, loopne, jcxz
  case int3, int, into, icebp, iret, bound
  // Flags and processor control
  case clc, stc, cmc, cld, std, cli, sti
  case hlt, nop, wait, `in`, out
  case lgdt, lidt, sgdt, sidt, lldt, ltr, sldt, str, lmsw, smsw, clts
  case arpl, lar, lsl, verr, verw
  case invd, wbinvd, invlpg, cpuid, rdtsc, rdmsr, wrmsr
  /// 80286 and 80386 LOADALL.
  case loadall286, loadall386
  /// D8..DF: a coprocessor escape; operand 0 is the memory operand if there is one. With an x87 unit
  /// up to the 80387, what the unit has no meaning for.
  case escape

  // MARK: Pentium and later

  /// Near system calls. SYSRET and SYSEXIT return to 64-bit code if the operand size is 8.
  case syscall, sysret, sysenter, sysexit
  case rdtscp, rdpmc, swapgs, clac, stac, invpcid, monitor, mwait, rsm
  /// 4 or 8 bytes of a segment base, by the operand's width.
  case rdfsbase, rdgsbase, wrfsbase, wrgsbase
  case popcnt, lzcnt, movbe, crc32, movnti
  case prefetch, prefetchw, prefetchnta, prefetcht0, prefetcht1, prefetcht2
  /// Invalid opcodes by definition.
  case ud0, ud1, ud2

  // MARK: x87

  // Operands as the manual writes them: where it writes one for an operation of two, the other is
  // ST(0). Operand order and reversal (FSUB, FSUBR) are those of the mnemonics.
  case fadd, faddp, fiadd, fmul, fmulp, fimul
  case fsub, fsubp, fisub, fsubr, fsubrp, fisubr
  case fdiv, fdivp, fidiv, fdivr, fdivrp, fidivr
  case fcom, fcomp, fcompp, ficom, ficomp, fucom, fucomp, fucompp
  case fcomi, fcomip, fucomi, fucomip, ftst, fxam
  /// The memory operand's width tells the format; FILD and the like take integers.
  case fld, fst, fstp, fild, fist, fistp, fisttp, fbld, fbstp
  /// FCMOVcc has its condition in ``Instruction/condition``.
  case fxch, fcmovcc, fchs, fabs, fsqrt, fprem, fprem1, frndint, fscale, fxtract
  case f2xm1, fyl2x, fyl2xp1, fptan, fpatan, fsin, fcos, fsincos
  case fld1, fldl2t, fldl2e, fldpi, fldlg2, fldln2, fldz
  case fnop, fincstp, fdecstp, ffree, ffreep
  /// FNSTSW: memory or AX. Environments of 14 and 28 bytes, states of 94 and 108, by operand size.
  case fninit, fnclex, fnstcw, fldcw, fnstsw, fnstenv, fldenv, fnsave, frstor
  /// Of the 8087 and the 80287 only; later units ignore them.
  case fneni, fndisi, fnsetpm
  /// FXSAVE64 and FXRSTOR64 if the operand size is 8.
  case fxsave, fxrstor

  // MARK: MMX, and the same on XMM registers: the operands tell

  case paddb, paddw, paddd, paddq, paddsb, paddsw, paddusb, paddusw
  case psubb, psubw, psubd, psubq, psubsb, psubsw, psubusb, psubusw
  case pmullw, pmulhw, pmulhuw, pmuludq, pmaddwd, psadbw, pavgb, pavgw
  case pminub, pminsw, pmaxub, pmaxsw
  case pcmpeqb, pcmpeqw, pcmpeqd, pcmpgtb, pcmpgtw, pcmpgtd
  case pand, pandn, por, pxor
  /// Counts in an immediate or in a register or memory operand of full width.
  case psllw, pslld, psllq, psrlw, psrld, psrlq, psraw, psrad, pslldq, psrldq
  case packsswb, packssdw, packuswb
  case punpcklbw, punpcklwd, punpckldq, punpckhbw, punpckhwd, punpckhdq, punpcklqdq, punpckhqdq
  case pshufw, pshufd, pshuflw, pshufhw
  /// MOVD is MOVQ if its general register or memory operand is 8 bytes wide.
  case movd, movq, movq2dq, movdq2q, movntq, emms
  case pinsrw, pextrw, pmovmskb
  /// The third operand is the memory at rDI.
  case maskmovq, maskmovdqu

  // MARK: SSE and SSE2, floating point

  case addps, addpd, addss, addsd, subps, subpd, subss, subsd
  case mulps, mulpd, mulss, mulsd, divps, divpd, divss, divsd
  case minps, minpd, minss, minsd, maxps, maxpd, maxss, maxsd
  case sqrtps, sqrtpd, sqrtss, sqrtsd, rsqrtps, rsqrtss, rcpps, rcpss
  /// The predicate is the immediate. `cmpsdScalar` is CMPSD on XMM registers.
  case cmpps, cmppd, cmpss, cmpsdScalar
  case comiss, comisd, ucomiss, ucomisd
  case andps, andpd, andnps, andnpd, orps, orpd, xorps, xorpd
  case shufps, shufpd, unpcklps, unpcklpd, unpckhps, unpckhpd
  case cvtpi2ps, cvtpi2pd, cvtps2pi, cvtpd2pi, cvttps2pi, cvttpd2pi
  case cvtsi2ss, cvtsi2sd, cvtss2si, cvtsd2si, cvttss2si, cvttsd2si
  case cvtps2pd, cvtpd2ps, cvtss2sd, cvtsd2ss
  case cvtdq2ps, cvtdq2pd, cvtps2dq, cvtpd2dq, cvttps2dq, cvttpd2dq

  // MARK: SSE and SSE2, moves and control

  case movaps, movapd, movups, movupd, movdqa, movdqu
  /// `movsdScalar` is MOVSD on XMM registers.
  case movss, movsdScalar
  case movlps, movlpd, movhps, movhpd, movhlps, movlhps, movmskps, movmskpd
  case movntps, movntpd, movntdq
  case ldmxcsr, stmxcsr, lfence, mfence, sfence, clflush

  // MARK: SSE3 and SSSE3

  case addsubps, addsubpd, haddps, haddpd, hsubps, hsubpd
  case movsldup, movshdup, movddup, lddqu
  case pshufb, palignr, phaddw, phaddd, phaddsw, phsubw, phsubd, phsubsw
  case pmaddubsw, pmulhrsw, psignb, psignw, psignd, pabsb, pabsw, pabsd

  // MARK: SSE4

  /// The third operand of the variable blends is XMM0.
  case blendps, blendpd, pblendw, blendvps, blendvpd, pblendvb
  case roundps, roundpd, roundss, roundsd, dpps, dppd, mpsadbw, phminposuw
  case pmovsxbw, pmovsxbd, pmovsxbq, pmovsxwd, pmovsxwq, pmovsxdq
  case pmovzxbw, pmovzxbd, pmovzxbq, pmovzxwd, pmovzxwq, pmovzxdq
  case pminsb, pminsd, pminuw, pminud, pmaxsb, pmaxsd, pmaxuw, pmaxud
  case pmuldq, pmulld, pcmpeqq, pcmpgtq, packusdw, ptest, movntdqa
  /// PEXTRD and PINSRD are PEXTRQ and PINSRQ if their general operand is 8 bytes wide.
  case pextrb, pextrd, extractps, pinsrb, pinsrd, insertps
  /// Lengths in EAX and EDX, or RAX and RDX if the operand size is 8.
  case pcmpestrm, pcmpestri, pcmpistrm, pcmpistri
}
