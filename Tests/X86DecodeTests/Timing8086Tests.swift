import Testing
import X86Decode

/// The 8086's clocks from its microcode and bus. Expectations of whole instructions are those of
/// recordings of an 80C86 with a full queue.
struct Timing8086Tests {
  private func timing(_ hex: String, odd: Bool = false) -> Timing {
    decoder(.i8086).timing(of: decode(hex, .i8086), at: odd ? 0x101 : 0x100)
  }

  /// Instructions that no bus cycle can delay take what the manual says at any address.
  @Test func registersAsDocumented() {
    for hex in [
      "90", "40", "89 C3", "01 C3", "04 01", "05 01 00", "B0 01", "B8 01 00", "91", "D1 E0", "98",
      "F8", "FA", "9E", "27", "87 C3", "83 C0 01", "81 C0 00 01", "A8 01", "F6 C0 01",
    ] {
      let documented = decoder(.i8086).timing(of: decode(hex, .i8086))
      #expect(timing(hex).base == documented.base, "\(hex)")
      #expect(timing(hex, odd: true).base == documented.base, "\(hex) at an odd address")
    }
  }

  /// Clocks at an even and at an odd address, operands and stack at even ones.
  private static let recorded: [(String, UInt16, UInt16)] = [
    ("8B 04", 13, 14),  // MOV AX,[SI]
    ("8B 00", 15, 15),  // MOV AX,[BX+SI]
    ("8B 01", 16, 16),  // MOV AX,[BX+DI]
    ("8B 06 00 01", 15, 14),  // MOV AX,[100h]
    ("8B 44 01", 17, 17),
    ("8B 84 00 01", 18, 17),
    ("03 04", 14, 15),
    ("01 04", 21, 22),
    ("89 04", 14, 14),
    ("FF 04", 20, 21),
    ("80 04 01", 22, 23),
    ("C6 04 01", 15, 16),
    ("86 04", 22, 23),
    ("8D 04", 7, 7),
    ("C4 04", 21, 22),
    ("A1 00 01", 10, 10),
    ("A3 00 01", 11, 11),
    ("50", 10, 11),
    ("58", 8, 8),
    ("8F 04", 22, 22),
    ("FF 34", 21, 22),
    ("D7", 11, 12),
    ("A4", 18, 19),
    ("A6", 22, 22),
    ("AA", 11, 12),
    ("AC", 12, 13),
    ("AE", 15, 16),
    ("E4 40", 10, 10),
    ("E6 40", 11, 11),
    ("EC", 8, 8),
    ("EE", 8, 9),
    ("EB 10", 15, 17),
    ("E9 00 10", 15, 17),
    ("E8 00 10", 17, 19),
    ("EA 00 00 00 10", 17, 15),
    ("9A 00 00 00 10", 29, 31),
    ("FF E0", 11, 14),
    ("FF D0", 16, 19),
    ("C3", 16, 16),
    ("C2 04 00", 21, 21),
    ("CB", 26, 26),
    ("CC", 52, 52),
    ("CD 21", 54, 52),
    ("CF", 32, 32),
  ]

  @Test func recordedClocks() {
    for (hex, even, odd) in Self.recorded {
      #expect(timing(hex).base == even, "\(hex) at an even address")
      #expect(timing(hex, odd: true).base == odd, "\(hex) at an odd address")
    }
  }

  @Test func conditionalTransfers() {
    #expect(timing("74 10") == Timing(base: 4, taken: 15))
    #expect(timing("74 10", odd: true) == Timing(base: 4, taken: 13))
    #expect(timing("E2 10") == Timing(base: 5, taken: 12))
    #expect(timing("E0 10") == Timing(base: 6, taken: 15))
    #expect(timing("CE") == Timing(base: 4, taken: 49, oddStack: 12))
  }

  /// A prefix takes two clocks of its own, and moves the instruction against the bus.
  @Test func prefixes() {
    #expect(timing("26 90").base == 5)
    #expect(timing("26 8B 04").base == 16)
    #expect(timing("26 8B 04", odd: true).base == 16)
    #expect(timing("26 26 90").base == 7)
  }

  @Test func iterations() {
    #expect(timing("D3 E0") == Timing(base: 8, perIteration: 4))
    #expect(timing("D3 24") == Timing(base: 25, perIteration: 4, oddOperand: 8))
    #expect(timing("F3 A4") == Timing(base: 11, perIteration: 17))
    #expect(timing("F3 AD") == Timing(base: 11, perIteration: 13))
    #expect(timing("F7 E3") == Timing(base: 118, perIteration: 1))
    #expect(timing("F6 F3") == Timing(base: 82))
    #expect(timing("D5 0A").base == 59 + 2)
  }

  @Test func wordsAtOddAddresses() {
    for (hex, operand, stack) in [
      ("8B 04", 4, 0), ("8A 04", 0, 0), ("01 04", 8, 0), ("00 04", 0, 0), ("FE 04", 0, 0),
      ("50", 0, 4), ("8F 04", 4, 4), ("FF 34", 4, 4), ("C4 04", 8, 0), ("FF 1C", 8, 8),
      ("CF", 0, 12), ("CD 21", 0, 12), ("ED", 4, 0), ("EC", 0, 0), ("D7", 0, 0),
      ("9A 00 00 00 10", 0, 8),
    ] as [(String, UInt16, UInt16)] {
      #expect(timing(hex).oddOperand == operand, "\(hex)")
      #expect(timing(hex).oddStack == stack, "\(hex)")
    }
  }

  /// What has no microcode here keeps the manual's clocks, as every other model does.
  @Test func documentedElsewhere() {
    let halt = decode("F4", .i8086)
    #expect(decoder(.i8086).timing(of: halt, at: 0) == decoder(.i8086).timing(of: halt))
    for model in ProcessorModel.allCases where model != .i8086 {
      let move = decode("8B 04", model)
      #expect(decoder(model).timing(of: move, at: 1) == decoder(model).timing(of: move))
    }
  }

  /// Every encoding comes to an end, however many prefixes stand before it, and not too far from what
  /// the manual says.
  @Test func everyEncoding() {
    let decoder = decoder(.i8086)
    for prefixes in [0, 1, 16] {
      for opcode in UInt8.min...UInt8.max {
        for modRM in stride(from: 0, through: 255, by: 1) {
          let code =
            [UInt8](repeating: 0x26, count: prefixes) + [opcode, UInt8(modRM), 0, 0, 0, 0, 0]
          let instruction = decoder.decode(code, codeSize: 2, isRealOrV86: true)
          let documented = Int(decoder.timing(of: instruction).base)
          let even = Int(decoder.timing(of: instruction, at: 0).base)
          let odd = Int(decoder.timing(of: instruction, at: 1).base)
          // A prefix may take four clocks when the queue runs dry: the bus brings two bytes in four.
          #expect(abs(even - documented) <= 7 && abs(even - odd) <= 4, "\(code)")
        }
      }
    }
  }
}

/// The rules of the bus by themselves.
struct BusInterface8086Tests {
  /// From rest T1 is two clocks after the byte that made room for a word.
  @Test func prefetchFromRest() {
    var odd = BusInterface8086(isOdd: true)
    #expect(odd.takeByte(0) == 0)
    // Fetch in clocks 2 to 5; an access asked for meanwhile follows at once.
    #expect(odd.access(5) == 6 + 3)
    var even = BusInterface8086(isOdd: false)
    #expect(even.takeByte(0) == 0)
    // Only one byte is free: no fetch.
    #expect(even.access(5) == 5 + 3)
  }

  @Test func requestBeforeTheFetchWins() {
    var bus = BusInterface8086(isOdd: true)
    #expect(bus.takeByte(0) == 0)
    // Asked for at 2, the fetch's T1.
    #expect(bus.access(4) == 4 + 3)
  }

  @Test func requestAtRestingTime() {
    for (asked, start) in [(6, 6), (7, 8), (8, 8), (9, 9)] {
      var bus = BusInterface8086(isOdd: true)
      #expect(bus.takeByte(0) == 0)
      #expect(bus.access(asked) == start + 3, "asked for \(asked)")
    }
  }

  /// The queue runs dry after six bytes; then two come in every four clocks, two clocks after T4.
  @Test func emptyQueue() {
    var bus = BusInterface8086(isOdd: false)
    var taken: [Int] = []
    for _ in 0..<10 { taken.append(bus.takeByte((taken.last ?? -1) + 1)) }
    #expect(taken == [0, 1, 2, 3, 4, 5, 8, 9, 12, 13])
  }

  @Test func flushAndSuspension() {
    var bus = BusInterface8086(isOdd: true)
    #expect(bus.takeByte(0) == 0)
    bus.suspend(1)
    // The fetch at 2 does not happen.
    #expect(bus.settle(4, 5) == 4)
    bus.flush(4)
    #expect(bus.firstByte(4) == 4 + 7)
    var late = BusInterface8086(isOdd: true)
    #expect(late.takeByte(0) == 0)
    late.suspend(3)
    #expect(late.settle(4, 5) == 5 + 5)
  }
}
