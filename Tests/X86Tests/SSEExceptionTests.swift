import BusKit
import Testing
import X86
import X86Decode

/// What comes before and after the arithmetic: availability, alignment, page boundaries, #XM, #MF.
@Suite struct SSEExceptionTests {
  private static let one: UInt64 = 0x3FF0_0000_0000_0000
  private static let divsd: [UInt8] = [0xF2, 0x0F, 0x5E, 0xC1]
  private static let movapsLoad: [UInt8] = [0x0F, 0x28, 0x06]
  private static let movupsStore: [UInt8] = [0x0F, 0x11, 0x06]

  // MARK: Unmasked exceptions

  @Test func anUnmaskedExceptionLeavesTheDestination() throws {
    let bench = try VectorBench()
    bench.setVector(0, Self.one, 7)
    bench.mxcsr = 0x1F80 & ~0x200
    #expect(bench.execute(Self.divsd) == 19)
    #expect(bench.vector(0) == [Self.one, 7])
    #expect(bench.mxcsr == 0x1F80 & ~0x200 | 4)
  }

  @Test func withoutOSXMMEXCPTItIsAnInvalidOpcode() throws {
    let bench = try VectorBench()
    bench.change { $0.cr4 = 0x200 }
    bench.setVector(0, Self.one)
    bench.mxcsr = 0x1F80 & ~0x200
    #expect(bench.execute(Self.divsd) == 6)
    #expect(bench.mxcsr & 0x3F == 4)
  }

  @Test func maskedTheQuotientIsInfinite() throws {
    let bench = try VectorBench()
    bench.setVector(0, Self.one, 7)
    #expect(bench.execute(Self.divsd) == nil)
    #expect(bench.vector(0) == [0x7FF0_0000_0000_0000, 7])
    #expect(bench.mxcsr == 0x1F84)
  }

  /// An unmasked invalid operation in one element hides what rounding the others would raise.
  @Test func earlyExceptionsHideLateOnes() throws {
    let bench = try VectorBench()
    bench.mxcsr = 0x1F80 & ~0x80
    // ADDPS: 1 + 2^-60 is inexact, infinity - infinity is invalid.
    bench.setVector(0, 0x7F80_0000_3F80_0000)
    bench.setVector(1, 0xFF80_0000_2180_0000)
    #expect(bench.execute([0x0F, 0x58, 0xC1]) == 19)
    #expect(bench.mxcsr == 0x1F80 & ~0x80 | 1)
    bench.mxcsr = 0x1F80
    #expect(bench.execute([0x0F, 0x58, 0xC1]) == nil)
    #expect(bench.vector(0) == [0xFFC0_0000_3F80_0000, 0])
    #expect(bench.mxcsr == 0x1FA1)
  }

  // MARK: Denormals

  @Test func denormalsAreZeroAndResultsAreFlushed() throws {
    let bench = try VectorBench()
    let mulss: [UInt8] = [0xF3, 0x0F, 0x59, 0xC1]
    // A denormal operand: an exception, or with DAZ a zero without one.
    for (control, result, flags) in [
      (0x1F80 as UInt32, 0x0000_0002 as UInt64, 0x02 as UInt32), (0x1FC0, 0, 0),
    ] {
      bench.mxcsr = control
      bench.setVector(0, 1)
      bench.setVector(1, 0x4000_0000)
      bench.execute(mulss)
      #expect(bench.vector(0) == [result, 0])
      #expect(bench.mxcsr == control | flags)
    }
    // 2^-100 squared underflows to zero either way; 1.5 x 2^-126 / 2 is exact, unless it is flushed.
    for (control, a, b, result, flags) in [
      (0x1F80, 0x0D80_0000, 0x0D80_0000, 0, 0x30),
      (0x1F80, 0x80C0_0000, 0x3F00_0000, 0x8060_0000, 0),
      (0x9F80, 0x80C0_0000, 0x3F00_0000, 0x8000_0000, 0x30),
      // FTZ does nothing while underflow is unmasked; the trap comes for a tiny exact result too.
      (0x9780, 0x80C0_0000, 0x3F00_0000, 0x80C0_0000, 0x10),
    ] as [(UInt32, UInt64, UInt64, UInt64, UInt32)] {
      bench.mxcsr = control
      bench.setVector(0, a)
      bench.setVector(1, b)
      #expect((bench.execute(mulss) == 19) == (control == 0x9780))
      #expect(bench.vector(0) == [result, 0])
      #expect(bench.mxcsr == control | flags)
    }
  }

  // MARK: Availability

  @Test func availabilityIsCheckedFirst() throws {
    let bench = try VectorBench()
    let paddbMMX: [UInt8] = [0x0F, 0xFC, 0xC1]
    // A misaligned operand, so that each refusal is seen to come before the access.
    bench.change { $0.registers[6] = UInt64(VectorBench.data + 1) }
    for (cr0, cr4, sse, mmx) in [
      (0x35, 0x600, 6, 6), (0x39, 0x600, 7, 7), (0x3D, 0x600, 6, 6), (0x31, 0, 6, nil),
      (0x39, 0, 6, 7), (0x31, 0x600, 13, nil),
    ] as [(UInt64, UInt64, Int?, Int?)] {
      bench.change {
        $0.cr0 = cr0
        $0.cr4 = cr4
      }
      #expect(bench.execute(Self.movapsLoad) == sse)
      #expect(bench.execute(paddbMMX) == mmx)
      // Neither state is used by these.
      #expect(bench.execute([0x0F, 0xAE, 0xE8]) == nil)
      #expect(bench.execute([0x0F, 0xC3, 0x06]) == nil)
      #expect(bench.execute([0xF3, 0x0F, 0xB8, 0xC1]) == nil)
    }
  }

  @Test func anOlderModelHasNone() throws {
    let bench = try VectorBench(.pentium)
    #expect(bench.execute(Self.movapsLoad) == 6)
    #expect(bench.execute([0x0F, 0xFC, 0xC1]) == 6)
    let third = try VectorBench(.pentium3)
    #expect(third.execute(Self.movapsLoad) == nil)
    #expect(third.execute([0x66, 0x0F, 0x28, 0x06]) == 6)
  }

  @Test func reservedBitsOfMXCSRAreRefused() throws {
    let bench = try VectorBench()
    bench.system.ram.write(VectorBench.data, 0x1_1F80 as UInt32)
    #expect(bench.execute([0x0F, 0xAE, 0x16]) == 13)
    bench.system.ram.write(VectorBench.data, 0xFFC0 as UInt32)
    #expect(bench.execute([0x0F, 0xAE, 0x16]) == nil)
    #expect(bench.mxcsr == 0xFFC0)
  }

  // MARK: Memory

  @Test func onlyTheUnalignedFormsTakeAnyAddress() throws {
    let bench = try VectorBench()
    bench.change { $0.registers[6] = UInt64(VectorBench.data + 8) }
    #expect(bench.execute(Self.movapsLoad) == 13)
    #expect(bench.execute([0x66, 0x0F, 0xFC, 0x06]) == 13)
    #expect(bench.execute([0x0F, 0x10, 0x06]) == nil)
    #expect(bench.execute([0xF2, 0x0F, 0xF0, 0x06]) == nil)
    #expect(bench.execute([0x66, 0x0F, 0x3A, 0x63, 0x06, 0]) == nil)
    #expect(bench.execute(Self.movupsStore) == nil)
  }

  /// Identity-mapped, but page 21h is absent.
  private func paged() throws -> VectorBench {
    let bench = try VectorBench()
    for page in 0..<256 {
      bench.system.ram.write(0x31000 + page * 4, UInt32(page << 12 | (page == 0x21 ? 2 : 3)))
    }
    bench.system.ram.write(0x30000, 0x31003 as UInt32)
    bench.change {
      $0.cr3 = 0x30000
      $0.cr0 = 0x8000_0031
    }
    return bench
  }

  @Test func aStoreAcrossPagesIsAllOrNothing() throws {
    let bench = try paged()
    bench.setVector(0, 0x1122_3344_5566_7788, 0x99AA_BBCC_DDEE_FF00)
    bench.change { $0.registers[6] = 0x20FF4 }
    #expect(bench.execute(Self.movupsStore) == 14)
    #expect(bench.cpu.architecturalState.cr2 == 0x21000)
    #expect(bench.quadword(0x20FF4) == 0)
    bench.system.ram.write(0x31000 + 0x21 * 4, 0x21003 as UInt32)
    #expect(bench.execute(Self.movupsStore) == nil)
    #expect(bench.quadword(0x20FF4) == 0x1122_3344_5566_7788)
    #expect(bench.quadword(0x20FFC) == 0x99AA_BBCC_DDEE_FF00)
    bench.setVector(0, 0)
    #expect(bench.execute([0x0F, 0x10, 0x06]) == nil)
    #expect(bench.vector(0) == [0x1122_3344_5566_7788, 0x99AA_BBCC_DDEE_FF00])
  }

  @Test func maskedStoresCheckBeforeTheyWrite() throws {
    let bench = try paged()
    bench.change { $0.registers[7] = 0x20FFC }
    bench.setVector(0, 0x0807_0605_0403_0201, 0x100F_0E0D_0C0B_0A09)
    bench.setVector(1, 0x8000_0000_0000_0080)
    #expect(bench.execute([0x66, 0x0F, 0xF7, 0xC1]) == 14)
    #expect(bench.byte(0x20FFC) == 0)
    bench.system.ram.write(0x31000 + 0x21 * 4, 0x21003 as UInt32)
    #expect(bench.execute([0x66, 0x0F, 0xF7, 0xC1]) == nil)
    #expect((0..<9).map { bench.byte(0x20FFC + $0) } == [1, 0, 0, 0, 0, 0, 0, 8, 0])
  }

  // MARK: MMX and the x87 unit

  @Test func mmxInstructionsTakeTheX87RegistersOver() throws {
    let bench = try VectorBench()
    bench.floatingPoint.status = 3 << 11
    bench.floatingPoint.occupied = 0x18
    // MOVQ MM2, [ESI]: the register below TOP 3.
    bench.system.ram.write(VectorBench.data, 0x0102_0304_0506_0708 as UInt64)
    #expect(bench.execute([0x0F, 0x6F, 0x16]) == nil)
    var state = bench.floatingPoint
    #expect(state.status == 0)
    #expect(state.occupied == 0xFF)
    #expect(state.stack[2] == .init(significand: 0x0102_0304_0506_0708, signExponent: 0xFFFF))
    #expect(bench.execute([0x0F, 0xFC, 0xD2]) == nil)
    #expect(bench.floatingPoint.stack[2].significand == 0x0204_0608_0A0C_0E10)
    #expect(bench.execute([0x0F, 0x77]) == nil)
    state = bench.floatingPoint
    #expect(state.occupied == 0)
    #expect(state.stack[2].significand == 0x0204_0608_0A0C_0E10)
  }

  @Test func aPendingX87ExceptionComesFirst() throws {
    let bench = try VectorBench()
    // IM clear, IE and ES set.
    bench.floatingPoint.control = 0x37E
    bench.floatingPoint.status = 0x81
    bench.floatingPoint.occupied = 0xFF
    #expect(bench.execute([0x0F, 0x6F, 0xC1]) == 16)
    #expect(bench.execute([0x0F, 0x77]) == 16)
    // CVTPI2PS from an MMX register is one of both kinds; from XMM registers there is nothing to wait for.
    #expect(bench.execute([0x0F, 0x2A, 0xC1]) == 16)
    #expect(bench.execute([0x0F, 0x58, 0xC1]) == nil)
  }
}
