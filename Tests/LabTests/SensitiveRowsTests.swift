import Lab
import Testing
import X86
import X86Decode

/// Every row of the opcode table, evaluated at the privilege that the guest believes in and at the
/// hardware's: ring 0 against ring 1, real mode against virtual-8086 mode. Some hundred thousand
/// evaluations, so in release builds only.
#if !DEBUG
  struct SensitiveRowsTests {
    /// Marked rows that never differ silently here, and why they are marked all the same.
    static let marksWithReasons: [(operations: [X86Decode.Operation], reason: String)] = [
      (
        [.pushSegment],
        "Robin and Irvine's: DS, ES, FS and GS keep the selectors as they were loaded, CS and SS do not"
      ),
      ([.arpl], "compares a selector with one that was read from CS: what it is given differs"),
      ([.int, .int3, .into, .icebp], "the machine's IDT is the monitor's: every gate traps"),
      ([.rdtsc, .rdtscp], "the monitor sets CR4.TSD"),
      ([.sysenter, .syscall], "the monitor leaves SYSENTER_CS and EFER.SCE clear"),
      (
        [.fxsave, .fnsave, .fnstenv, .fxrstor, .frstor, .fldenv],
        "the selectors that they store or load are those of another x87 instruction"
      ),
      ([.rdfsbase, .rdgsbase, .wrfsbase, .wrgsbase], "64-bit code only, which no ring 1 runs"),
    ]

    /// What is sensitive in virtual-8086 mode with IOPL 0; all else faults there or does the same.
    static let sensitiveInV86: Set<X86Decode.Operation> = [.sgdt, .sidt, .smsw, .cpuid]

    private static let model = ProcessorModel.x86_64

    /// What rows without a mark are tried with, and the marked ones.
    private static func situations(_ row: Row) -> [RowBench.Situation] {
      let isMarked = !row.privilege.isEmpty
      let words = isMarked ? RowBench.words : [0x10, 0x09]
      let images: [UInt32?] = isMarked ? [nil, 0x2, 0x3202, 0x4002] : [nil]
      return words.flatMap { word in
        images.flatMap { image in
          [0, 0x3200].map { RowBench.Situation(word: word, image: image, flags: $0) }
        }
      }
    }

    /// Rows that exist on the model and that this mode's bytes can reach.
    private static func rows(_ decoder: Decoder, _ mode: RowBench.Mode) -> [Int] {
      (2..<decoder.rowCount).filter { number in
        let row = decoder.row(UInt16(number))
        return row.exists(on: decoder.model, features: decoder.features)
          && !row.traits.contains(.only64)
          && !(mode == .real && row.traits.contains(.protectedOnly))
      }
    }

    @Test(
      "What completes with another result than in ring 0 is marked sensitive, and the reverse",
      arguments: RowBench.Mode.allCases)
    func completeness(mode: RowBench.Mode) {
      let bench = RowBench(Self.model, mode)
      let decoder = Decoder(model: Self.model)
      let encodings = RowEncodings(decoder: decoder, mode: mode)
      var unreached: [String] = []
      for number in Self.rows(decoder, mode) {
        let row = decoder.row(UInt16(number))
        let name = "\(String(row.opcode, radix: 16)) \(row.operation)"
        var difference: String?
        var count = 0
        for situation in Self.situations(row) {
          for bytes in encodings.encodings(number, word: situation.word) {
            count += 1
            guard difference == nil,
              case .different(let text) = bench.evaluate(bytes, situation)
            else { continue }
            difference = "\(bytes) in \(situation): \(text)"
          }
        }
        if count == 0 { unreached.append(name) }
        let isMarked = row.privilege.contains(.sensitive)
        if let difference { #expect(isMarked, "\(name): \(difference)") }
        if mode == .real {
          #expect(
            (difference != nil) == Self.sensitiveInV86.contains(row.operation), "\(name) in v8086")
        } else if isMarked, difference == nil, count > 0 {
          #expect(
            Self.marksWithReasons.contains { $0.operations.contains(row.operation) },
            "\(name) is marked and never differs")
        }
      }
      // Rows of which every byte sequence belongs to a more special one.
      #expect(unreached.count <= Self.shadowedRows, "\(unreached)")
    }

    /// JMP and CALL forms that other prefixes take, and the like.
    private static let shadowedRows = 4

    @Test(
      "Popek and Goldberg: where every sensitive row traps, nothing differs silently",
      arguments: RowBench.Mode.allCases)
    func elegant(mode: RowBench.Mode) {
      let bench = RowBench(Self.model, mode)
      let decoder = Decoder(model: Self.model)
      let encodings = RowEncodings(decoder: decoder, mode: mode)
      for number in Self.rows(decoder, mode) {
        let row = decoder.row(UInt16(number))
        guard row.privilege.contains(.sensitive) else { continue }
        for situation in Self.situations(row) {
          for bytes in encodings.encodings(number, word: situation.word) {
            let verdict = bench.evaluate(bytes, situation, refusing: .all)
            // In ring 1 it must have trapped, whatever the operands; in virtual-8086 mode what is the
            // same at any level may go on.
            var isFine = false
            if case .trapped = verdict { isFine = true }
            if mode == .real, verdict == .same { isFine = true }
            #expect(isFine, "\(row.operation) \(bytes) in \(situation): \(verdict)")
            if !isFine { return }
          }
        }
      }
    }
  }
#endif
