/// Writes small MOO files for the reader's tests.
struct MOOBuilder {
  static func word(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
    Array(type.utf8) + word(UInt32(payload.count)) + payload
  }

  static func counted(_ type: String, _ bytes: [UInt8], count: Int? = nil) -> [UInt8] {
    chunk(type, word(UInt32(count ?? bytes.count)) + bytes)
  }

  /// REGS: values of all fourteen registers (AX BX CX DX CS SS DS ES SP BP SI DI IP FLAGS).
  static func registers(_ values: [UInt16]) -> [UInt8] {
    let mask = UInt16(truncatingIfNeeded: (1 << values.count) - 1)
    return chunk("REGS", ([mask] + values).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  /// REGS with some of them, by bit.
  static func registers(mask: UInt16, _ values: [UInt16]) -> [UInt8] {
    chunk("REGS", ([mask] + values).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  static func memory(_ bytes: [(UInt32, UInt8)]) -> [UInt8] {
    counted("RAM ", bytes.flatMap { word($0.0) + [$0.1] }, count: bytes.count)
  }

  static func file(_ tests: [[UInt8]], processor: String = "8086", promised: Int? = nil) -> [UInt8]
  {
    let header = [1, 0, 0, 0] + word(UInt32(promised ?? tests.count)) + Array(processor.utf8)
    return chunk("MOO ", header) + tests.flatMap { chunk("TEST", word(0) + $0) }
  }

  /// ADD AL, 1 at 1000:0100 with AL = 7Fh; `result` is what the recording claims for AX.
  static func addition(result: UInt16 = 0x80, flags: UInt16 = 0xF892) -> [UInt8] {
    let code: [(UInt32, UInt8)] = [(0x10100, 0x04), (0x10101, 0x01)]
    return counted("NAME", Array("add al,1".utf8)) + counted("BYTS", [0x04, 0x01])
      + chunk(
        "INIT",
        registers([0x7F, 0, 0, 0, 0x1000, 0, 0, 0, 0, 0, 0, 0, 0x100, 0xF002]) + memory(code))
      + chunk("FINA", registers(mask: 0x3001, [result, 0x102, flags]) + memory([]))
      + counted("CYCL", [UInt8](repeating: 0, count: 60), count: 4)
  }
}
