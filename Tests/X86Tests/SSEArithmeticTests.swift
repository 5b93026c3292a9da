import Testing
import X86
import X86Decode

/// Results to the bit, whichever way they are come by.
@Suite struct SSEArithmeticTests {
  /// Operand pairs of every class, from a fixed generator.
  private static func pairs(_ count: Int) -> [(UInt64, UInt64)] {
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      seed ^= seed << 13
      seed ^= seed >> 7
      seed ^= seed << 17
      return seed
    }
    func number() -> UInt64 {
      let fraction = next() & 0xF_FFFF_FFFF_FFFF
      // Few bits, so that many results are exact, or all of them.
      let kept = next() & 1 == 0 ? fraction : fraction & 0xF_F000_0000_0000
      switch next() & 7 {
      case 0: return next() & 1 << 63
      case 1: return next() & 1 << 63 | (next() & 3) << 52 | kept
      case 2: return next() & 1 << 63 | (510 + next() % 5) << 52 | kept
      case 3: return next() & 1 << 63 | (1533 + next() % 5) << 52 | kept
      default: return next() & 1 << 63 | (1000 + next() % 60) << 52 | kept
      }
    }
    return (0..<count).map { _ in (number(), number()) }
  }

  /// The host's unit does what integers do: a NaN in the other element of ADDPD keeps it out, ADDSD
  /// may use it. MXCSR's inexact flag, set or clear before, chooses between its two forms.
  @Test(arguments: [0x58, 0x5C, 0x59, 0x5E, 0x51, 0x5D, 0x5F] as [UInt8])
  func hostAndIntegersAgree(_ opcode: UInt8) throws {
    let bench = try VectorBench()
    let quietNaN: UInt64 = 0x7FF8_0000_0000_0000
    for (a, b) in Self.pairs(150) {
      var expected: (result: UInt64, flags: UInt32)?
      for control: UInt32 in [0x1F80, 0x1FA0] {
        // A minimum with a NaN is invalid: that flag is not compared.
        let compared: UInt32 = opcode == 0x5D || opcode == 0x5F ? 0x3E : 0x3F
        bench.mxcsr = control
        bench.setVector(0, a, quietNaN)
        bench.setVector(1, b, quietNaN)
        bench.execute([0x66, 0x0F, opcode, 0xC1])
        let whole = (bench.vector(0)[0], bench.mxcsr & compared)
        bench.mxcsr = control
        bench.setVector(0, a)
        bench.setVector(1, b)
        bench.execute([0xF2, 0x0F, opcode, 0xC1])
        #expect((bench.vector(0)[0], bench.mxcsr & compared) == whole)
        if control == 0x1F80 { expected = whole }
        #expect(whole.0 == expected?.result)
        #expect(whole.1 == (expected?.flags ?? 0) | control & 0x20)
      }
    }
  }

  /// One third in the four rounding modes.
  @Test(
    arguments: [
      (0x1F80, 0x3FD5_5555_5555_5555), (0x3F80, 0x3FD5_5555_5555_5555),
      (0x5F80, 0x3FD5_5555_5555_5556), (0x7F80, 0x3FD5_5555_5555_5555),
    ] as [(UInt32, UInt64)])
  func roundingModes(_ control: UInt32, _ third: UInt64) throws {
    let bench = try VectorBench()
    bench.mxcsr = control
    bench.setVector(0, 0x3FF0_0000_0000_0000)
    bench.setVector(1, 0x4008_0000_0000_0000)
    bench.execute([0xF2, 0x0F, 0x5E, 0xC1])
    #expect(bench.vector(0)[0] == third)
    #expect(bench.mxcsr == control | 0x20)
  }

  /// Intel SDM vol. 1, table 4-7 and 4.8.3.5: the first NaN, quiet; else the indefinite.
  @Test(
    arguments: [
      (0x7FF8_0000_0000_0001, 0x7FF8_0000_0000_0002, 0x7FF8_0000_0000_0001, 0),
      (0x3FF0_0000_0000_0000, 0xFFF0_0000_0000_0002, 0xFFF8_0000_0000_0002, 1),
      (0x7FF8_0000_0000_0001, 0x7FF0_0000_0000_0002, 0x7FF8_0000_0000_0001, 1),
      (0x7FF0_0000_0000_0000, 0xFFF0_0000_0000_0000, 0xFFF8_0000_0000_0000, 1),
    ] as [(UInt64, UInt64, UInt64, UInt32)])
  func notANumber(_ a: UInt64, _ b: UInt64, _ sum: UInt64, _ flags: UInt32) throws {
    let bench = try VectorBench()
    bench.setVector(0, a)
    bench.setVector(1, b)
    bench.execute([0xF2, 0x0F, 0x58, 0xC1])
    #expect(bench.vector(0)[0] == sum)
    #expect(bench.mxcsr == 0x1F80 | flags)
  }

  /// CVTTSD2SI and CVTSD2SI; out of range is the integer indefinite.
  @Test(
    arguments: [
      (0x4004_0000_0000_0000, 2, 2, 0x20), (0xC00C_0000_0000_0000, 0xFFFF_FFFD, 0xFFFF_FFFC, 0x20),
      (0x41DF_FFFF_FFC0_0000, 0x7FFF_FFFF, 0x7FFF_FFFF, 0),
      (0xC1E0_0000_0000_0000, 0x8000_0000, 0x8000_0000, 0),
      (0x41E0_0000_0000_0000, 0x8000_0000, 0x8000_0000, 1),
      (0x7FF8_0000_0000_0000, 0x8000_0000, 0x8000_0000, 1), (1, 0, 0, 0x20),
    ] as [(UInt64, UInt32, UInt32, UInt32)])
  func toIntegers(
    _ number: UInt64, _ truncated: UInt32, _ rounded: UInt32, _ flags: UInt32
  ) throws {
    let bench = try VectorBench()
    bench.setVector(1, number)
    bench.execute([0xF2, 0x0F, 0x2C, 0xC1])
    #expect(bench.cpu.register(.rax) == truncated)
    #expect(bench.mxcsr == 0x1F80 | flags)
    bench.execute([0xF2, 0x0F, 0x2D, 0xC1])
    #expect(bench.cpu.register(.rax) == rounded)
  }

  /// UCOMISD: ZF, PF, CF; a quiet NaN is invalid for COMISD only.
  @Test func comparisons() throws {
    let bench = try VectorBench()
    let (one, two, nan): (UInt64, UInt64, UInt64) = (
      0x3FF0_0000_0000_0000, 0x4000_0000_0000_0000, 0x7FF8_0000_0000_0000
    )
    for (a, b, flags) in [
      (one, two, 1), (two, one, 0), (one, one, 0x40), (0, 1 << 63, 0x40), (nan, one, 0x45),
    ] as [(UInt64, UInt64, UInt32)] {
      bench.setVector(0, a)
      bench.setVector(1, b)
      bench.mxcsr = 0x1F80
      bench.execute([0x66, 0x0F, 0x2E, 0xC1])
      #expect(bench.cpu.state.eflags & 0x8D5 == flags)
      #expect(bench.mxcsr == 0x1F80)
      bench.execute([0x66, 0x0F, 0x2F, 0xC1])
      #expect(bench.cpu.state.eflags & 0x8D5 == flags)
      #expect(bench.mxcsr == (a == nan ? 0x1F81 : 0x1F80))
    }
  }

  /// Values worked out from the manual's descriptions.
  @Test func stringsAndChecksums() throws {
    let bench = try VectorBench()
    // PCMPISTRI, equal ordered: "bc" in "abcabc".
    bench.setVector(0, 0x6362)
    bench.setVector(1, 0x6362_6163_6261)
    bench.execute([0x66, 0x0F, 0x3A, 0x63, 0xC1, 0x0C])
    #expect(bench.cpu.register(.rcx) == 1 as UInt32)
    bench.execute([0x66, 0x0F, 0x3A, 0x63, 0xC1, 0x4C])
    #expect(bench.cpu.register(.rcx) == 4 as UInt32)
    // PCMPISTRM, ranges "a" to "b", one bit a byte.
    bench.setVector(0, 0x6261)
    bench.execute([0x66, 0x0F, 0x3A, 0x62, 0xC1, 0x04])
    #expect(bench.vector(0) == [0b011011, 0])
    // CRC32 of the nine digits is E3069283h after the usual inversions.
    bench.cpu.setRegister(.rax, UInt32.max)
    for digit: UInt32 in 0x31...0x39 {
      bench.cpu.setRegister(.rcx, digit)
      bench.execute([0xF2, 0x0F, 0x38, 0xF0, 0xC1])
    }
    let crc: UInt32 = bench.cpu.register(.rax)
    #expect(~crc == 0xE306_9283)
  }
}
