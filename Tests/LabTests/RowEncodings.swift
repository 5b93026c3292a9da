import X86Decode

/// Representative encodings of the opcode table's rows.
struct RowEncodings {
  let decoder: Decoder
  let mode: RowBench.Mode

  /// The bytes of a row's instructions, immediates of `word` included; empty if the row does not exist in
  /// this mode.
  func encodings(_ number: Int, word: UInt16) -> [[UInt8]] {
    let row = decoder.row(UInt16(number))
    guard row.exists(on: decoder.model, features: decoder.features) else { return [] }
    var result: [[UInt8]] = []
    for prefix in prefixes(row) {
      for opcode in opcodes(row) {
        for modRM in modRMs(row) {
          var bytes = prefix + opcode + modRM
          for _ in 0..<6 {
            bytes += [UInt8(truncatingIfNeeded: word), UInt8(word >> 8)]
          }
          let decoded = decoder.decode(
            bytes, codeSize: mode.codeSize, isRealOrV86: mode == .real)
          if Int(decoded.row) == number, decoded.operation == row.operation {
            result.append(Array(bytes.prefix(Int(decoded.length))))
          }
        }
      }
    }
    return result
  }

  private func prefixes(_ row: Row) -> [[UInt8]] {
    if row.prefix == .any { return [[], [0x66]] }
    var result: [[UInt8]] = []
    if row.prefix.contains(.none) { result.append([]) }
    if row.prefix.contains(.p66) { result.append([0x66]) }
    if row.prefix.contains(.pF3) { result.append([0xF3]) }
    if row.prefix.contains(.pF2) { result.append([0xF2]) }
    if row.traits.contains(.repeatable) { result.append([0xF3]) }
    return result
  }

  private func opcodes(_ row: Row) -> [[UInt8]] {
    (0..<min(row.opcodeCount, 5)).filter { $0 != 2 }.map { step in
      let opcode = row.opcode + step
      let bytes = [UInt8(opcode >> 16 & 0xFF), UInt8(opcode >> 8 & 0xFF), UInt8(opcode & 0xFF)]
      return Array(bytes.drop { $0 == 0 })
    }
  }

  /// Memory at the beginning of the data, registers A and B, and every segment, control or debug register.
  private func modRMs(_ row: Row) -> [[UInt8]] {
    guard row.hasModRM else { return [[]] }
    let address: UInt16 = mode == .real ? 0 : UInt16(RowBench.data)
    let isWide = mode == .protected32
    let places = row.places(on: decoder.model)
    var result: [[UInt8]] = []
    for place in places {
      if place < 8 {
        let displacement = [UInt8(address & 0xFF), UInt8(address >> 8)] + (isWide ? [0, 0] : [])
        result.append([UInt8(place) << 3 | (isWide ? 5 : 6)] + displacement)
      } else if row.modRM != nil || [0, 3].contains((place - 8) & 7) {
        result.append([0xC0 | UInt8(place - 8)])
      }
    }
    return result
  }
}
