import Lab
import Testing

/// The whole truth table of direct execution: PE, VM, IOPL, CPL, IF and one bit for each segment register.
struct DecisionFunctionTests {
  private typealias Inputs = DecisionFunction.Inputs

  private static func all() -> [Inputs] {
    var result: [Inputs] = []
    for bits in 0..<1 << 13 {
      result.append(
        Inputs(
          isProtected: bits & 1 != 0, isV86: bits & 2 != 0, iopl: UInt8(bits >> 2 & 3),
          cpl: UInt8(bits >> 4 & 3), acceptsInterrupts: bits & 0x40 != 0,
          shadowed: UInt8(bits >> 7 & 63)))
    }
    return result
  }

  @Test("Direct execution is allowed in exactly the states in which nothing can fail silently")
  func truthTable() {
    var direct = 0
    for state in Self.all() where state.isConsistent {
      let expected =
        state.isProtected
        && (state.isV86
          || state.cpl > state.iopl && state.acceptsInterrupts && state.shadowed == 63)
      #expect(DecisionFunction.decide(state).isDirect == expected, "\(state)")
      if expected { direct += 1 }
    }
    // VM = 1: IOPL, IF and the segments do not matter: 4 * 2 * 64. Else IF = 1, all shadowed, and CPL above
    // IOPL: 1 and 0, 2 and 0 or 1, 3 and 0, 1 or 2.
    #expect(direct == 4 * 2 * 64 + 6)
  }

  @Test("Inconsistent states are those that no processor can be in")
  func consistency() {
    let consistent = Self.all().count { $0.isConsistent }
    // Real mode at CPL 0; protected mode at any; virtual-8086 mode at CPL 3: each with IOPL, IF, segments.
    #expect(consistent == (1 + 4 + 1) * 4 * 2 * 64)
  }

  @Test("The reason is the first condition that fails")
  func reasons() {
    func reason(
      pe: Bool = true, vm: Bool = false, iopl: UInt8 = 0, cpl: UInt8 = 3, flag: Bool = true,
      shadowed: UInt8 = 63
    ) -> DecisionFunction.Reason {
      DecisionFunction.decide(
        Inputs(
          isProtected: pe, isV86: vm, iopl: iopl, cpl: cpl, acceptsInterrupts: flag,
          shadowed: shadowed))
    }
    #expect(reason(pe: false, cpl: 0) == .realMode)
    #expect(reason(vm: true, iopl: 3, flag: false, shadowed: 0) == .virtual8086)
    #expect(reason(iopl: 3) == .ioPrivilege)
    #expect(reason(cpl: 0) == .ioPrivilege)
    #expect(reason(iopl: 3, flag: false) == .ioPrivilege)
    #expect(reason(flag: false) == .interruptsOff)
    let segments: [DecisionFunction.Reason] = [.es, .cs, .ss, .ds, .fs, .gs]
    for (index, expected) in segments.enumerated() {
      #expect(reason(shadowed: 63 & ~(1 << UInt8(index))) == expected)
      // The lowest missing one is named.
      #expect(reason(shadowed: 63 & ~(63 << UInt8(index))) == expected)
    }
    #expect(reason() == .userCode)
  }

  @Test("A kernel is never executed directly, whatever its flags and segments")
  func kernel() {
    for state in Self.all() where state.isConsistent && !state.isV86 && state.cpl == 0 {
      #expect(!DecisionFunction.decide(state).isDirect)
    }
  }
}
