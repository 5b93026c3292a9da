import Testing
import X86Decode

struct OpcodeTableTests {
  private func rows(_ decoder: Decoder) -> [Row] {
    (0..<UInt16(decoder.rowCount)).map { decoder.row($0) }
  }

  /// Every encoding with every ModRM byte, in one mode: what it decodes to.
  private func operations(
    _ model: ProcessorModel, codeSize: UInt8, prefix: [UInt8] = [],
    features: ProcessorFeatures? = nil
  ) -> [UInt8: Set<Operation>] {
    let decoder = Decoder(model: model, features: features)
    var found: [UInt8: Set<Operation>] = [:]
    var withoutLength = 0
    for opcode in UInt8.min...UInt8.max {
      for modRM in UInt8.min...UInt8.max {
        let code = prefix + [opcode, modRM] + [UInt8](repeating: 0, count: 12)
        let instruction = decoder.decode(code, codeSize: codeSize, isRealOrV86: false)
        if instruction.length == 0 { withoutLength += 1 }
        found[opcode, default: []].insert(instruction.operation)
      }
    }
    #expect(withoutLength == 0)
    return found
  }

  /// Opcodes that decode to nothing but invalid.
  private func invalidOpcodes(_ found: [UInt8: Set<Operation>]) -> Set<UInt8> {
    Set(found.filter { $0.value == [.invalid] }.keys)
  }

  /// Where two rows cover the same bytes in the same mode, one must be more special than the other.
  @Test(arguments: ProcessorModel.allCases)
  func noEncodingHasTwoRows(_ model: ProcessorModel) {
    let everything = ProcessorFeatures(rawValue: .max)
    for features in [model.features, everything.subtracting(.fpu), everything] {
      var owners: [UInt64: Row] = [:]
      for row in rows(Decoder(model: model)).dropFirst(2)
      where row.exists(on: model, features: features) {
        let places = row.places(on: model)
        for mode in 0..<2 where !row.traits.contains(mode == 0 ? .only64 : .not64) {
          for opcode in row.opcode..<row.opcode + row.opcodeCount {
            for place in places {
              for prefix in 0..<4 where row.prefix.rawValue >> UInt8(prefix) & 1 != 0 {
                let key =
                  UInt64(opcode) << 16 | UInt64(mode) << 12 | UInt64(prefix) << 8 | UInt64(place)
                if let other = owners[key], other.specificity == row.specificity {
                  Issue.record("\(String(opcode, radix: 16)): \(other.operation) \(row.operation)")
                }
                if row.specificity >= owners[key]?.specificity ?? 0 { owners[key] = row }
              }
            }
          }
        }
      }
    }
  }

  @Test func nothingIsInvalidOnThe8086() {
    let found = operations(.i8086, codeSize: 2)
    #expect(found.values.allSatisfy { !$0.contains(.invalid) })
  }

  @Test func invalidOneByteOpcodes() {
    #expect(
      invalidOpcodes(operations(.i80186, codeSize: 2)) == [
        0x0F, 0x63, 0x64, 0x65, 0x66, 0x67, 0xF1,
      ])
    #expect(
      invalidOpcodes(operations(.i80286, codeSize: 2)) == [0x64, 0x65, 0x66, 0x67])
    #expect(invalidOpcodes(operations(.i80386, codeSize: 4)).isEmpty)
    #expect(invalidOpcodes(operations(.i80486, codeSize: 4)).isEmpty)
  }

  @Test func oneByteOpcodesGoneIn64BitCode() {
    #expect(
      invalidOpcodes(operations(.x86_64, codeSize: 8)) == [
        0x06, 0x07, 0x0E, 0x16, 0x17, 0x1E, 0x1F, 0x27, 0x2F, 0x37, 0x3F, 0x60, 0x61, 0x62, 0x82,
        0x9A, 0xC4, 0xC5, 0xCE, 0xD4, 0xD5, 0xD6, 0xEA,
      ])
  }

  @Test func twoByteOpcodesOfEachModel() {
    func valid(_ model: ProcessorModel) -> Set<UInt8> {
      Set(UInt8.min...UInt8.max).subtracting(
        invalidOpcodes(operations(model, codeSize: 2, prefix: [0x0F])))
    }
    let of286: Set<UInt8> = [0x00, 0x01, 0x02, 0x03, 0x05, 0x06]
    #expect(valid(.i80286) == of286)
    var of386 = of286.subtracting([0x05]).union([0x07, 0x20, 0x21, 0x22, 0x23, 0x24, 0x26])
    of386.formUnion(0x10...0x13)
    of386.formUnion(0x80...0x9F)
    of386.formUnion([0xA0, 0xA1, 0xA3, 0xA4, 0xA5, 0xA8, 0xA9, 0xAB, 0xAC, 0xAD, 0xAF])
    of386.formUnion([0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF])
    #expect(valid(.i80386) == of386)
    let of486 = of386.subtracting([0x07]).union([0x08, 0x09, 0xA2, 0xB0, 0xB1, 0xC0, 0xC1])
    #expect(valid(.i80486) == of486.union(0xC8...0xCF))
    var pentium = of486.union(0xC8...0xCF).subtracting(0x10...0x13).subtracting([0x24, 0x26])
    pentium.formUnion([0x0B, 0x30, 0x31, 0x32, 0xAA, 0xB9, 0xC7, 0xFF])
    #expect(valid(.pentium) == pentium)
    var pentium3 = pentium.union([0x33, 0x34, 0x35, 0xAE]).union(0x18...0x1F).union(0x40...0x4F)
    // MMX and SSE, without prefixes.
    pentium3.formUnion(Set(0x10...0x17).union(0x28...0x2F).union(0x50...0x59).union(0x5C...0x6B))
    pentium3.formUnion(Set(0x6E...0x77).union([0x7E, 0x7F, 0xC2, 0xC4, 0xC5, 0xC6]))
    pentium3.formUnion(Set(0xD1...0xEF).subtracting([0xD4, 0xD6, 0xE6]))
    pentium3.formUnion(Set(0xF1...0xFE).subtracting([0xF4, 0xFB]))
    #expect(valid(.pentium3) == pentium3)
    let later = pentium3.union([0x0D, 0x38, 0x3A, 0x5A, 0x5B, 0xC3, 0xD4, 0xF4, 0xFB])
    #expect(valid(.x86_64) == later)
    #expect(valid(.x86_64AMD) == later.union([0x05, 0x07]))
  }

  /// Every row is met by some bytes on some processor, and with it every operation.
  @Test func everyRowIsReachable() {
    let everything = ProcessorFeatures(rawValue: .max)
    var reached: Set<UInt16> = []
    for (model, features) in [
      (ProcessorModel.i8086, ProcessorFeatures()), (.i80186, []), (.i80286, []), (.i80386, []),
      (.i80486, [.cpuid]), (.pentium, ProcessorModel.pentium.features), (.x86_64, everything),
      (.x86_64, everything.subtracting(.prefetchW)), (.x86_64AMD, everything),
    ] {
      let decoder = Decoder(model: model, features: features)
      var openings: [[UInt8]] = [[]]
      if model >= .i80286 { openings.append([0x0F]) }
      if model >= .pentium {
        openings += [[0x0F, 0x38], [0x0F, 0x3A]]
        openings = openings.flatMap { map in [[], [0x66], [0xF3], [0xF2]].map { $0 + map } }
      }
      for codeSize: UInt8 in model < .i80386 ? [2] : model < .x86_64 ? [2, 4] : [4, 8] {
        for opening in openings {
          for opcode in UInt8.min...UInt8.max {
            for place in UInt8(0)..<72 {
              let modRM = place < 8 ? place << 3 : 0xC0 + (place - 8)
              let code = opening + [opcode, modRM] + [UInt8](repeating: 0, count: 8)
              let instruction = decoder.decode(code, codeSize: codeSize, isRealOrV86: false)
              reached.insert(instruction.row)
            }
          }
        }
      }
    }
    let table = rows(Decoder(model: .i8086))
    for number in table.indices.dropFirst(2) where !reached.contains(UInt16(number)) {
      Issue.record("\(table[number].operation) \(String(table[number].opcode, radix: 16))")
    }
    // No encoding's.
    let encoded = Set(Operation.allCases).subtracting([.reported])
    #expect(Set(table.map(\.operation)) == encoded)
  }

  @Test func flagsAndClocksAreComplete() {
    for row in rows(Decoder(model: .i80486)).dropFirst(2) {
      #expect(row.flags.written.isDisjoint(with: row.flags.undefined), "\(row.operation)")
      for model in ProcessorModel.allCases
      where row.exists(
        on: model, features: ProcessorFeatures(rawValue: .max).subtracting(row.unless))
      {
        #expect(row.clocks.register[model] > 0, "\(row.operation) \(row.opcode) \(model)")
        #expect(row.clocks.memory[model] > 0, "\(row.operation) \(row.opcode) \(model)")
      }
    }
  }

  @Test func privilegeOfSomeRows() {
    let decoder = Decoder(model: .i80486)
    func privilege(_ hex: String) -> Privilege { decoder.row(decode(hex).row).privilege }
    #expect(privilege("FA") == .iopl)
    #expect(privilege("F4") == .cpl0)
    #expect(privilege("0F 01 10") == .cpl0)
    #expect(privilege("0F 01 00") == [.sensitive, .umip])
    #expect(privilege("EC") == .ioPermission)
    #expect(privilege("9D") == [.v86IOPL, .sensitive])
    #expect(privilege("01 C0").isEmpty)
    #expect(privilege("0F 00 D0") == [.cpl0, .operand])
    // Robin and Irvine's sensitive but unprivileged instructions (2000).
    for hex in [
      "0F 01 00", "0F 01 08", "0F 00 C0", "0F 01 E0", "0F 00 C8", "9C", "9D", "0F 02 C1",
      "0F 03 C1",
      "0F 00 E0", "0F 00 E8", "1F", "1E", "9A", "FF 18", "EA", "FF 28", "CD 21", "CC", "CE", "CB",
      "CA 00 00", "CF", "8C C8", "8E D8", "C5 07",
    ] {
      #expect(privilege(hex).contains(.sensitive), "\(hex)")
    }
  }
}
