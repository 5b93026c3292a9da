/// The container's words: chunk types and the order of registers in them.
///
/// A file is a sequence of chunks: four letters, the payload's length, the payload. Chunks nest. All
/// integers are little-endian.
enum MOO {
  static func code(_ name: StaticString) -> UInt32 {
    name.withUTF8Buffer { text in
      text.enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
    }
  }
  static let moo = code("MOO ")
  static let test = code("TEST")
  /// Ours, top level: u32 length and the name of the model that recorded the file.
  static let model = code("MODL")
  static let name = code("NAME")
  static let bytes = code("BYTS")
  static let initial = code("INIT")
  static let final = code("FINA")
  static let cycles = code("CYCL")
  static let exception = code("EXCP")
  static let hash = code("HASH")
  static let memory = code("RAM ")
  static let queue = code("QUEU")
  static let floatingPoint = code("FXSV")
  static let registers16 = code("REGS")
  static let registers32 = code("RG32")
  static let registers64 = code("RG64")
  static let mask16 = code("RMSK")
  static let mask32 = code("RM32")
  static let mask64 = code("RM64")

  static let order16: [VectorRegister] = [
    .ax, .bx, .cx, .dx, .cs, .ss, .ds, .es, .sp, .bp, .si, .di, .ip, .flags,
  ]
  static let order32: [VectorRegister] = [
    .cr0, .cr3, .ax, .bx, .cx, .dx, .si, .di, .bp, .sp, .cs, .ds, .es, .fs, .gs, .ss, .ip, .flags,
    .dr6, .dr7,
  ]
  static let order64: [VectorRegister] = [
    .ax, .bx, .cx, .dx, .si, .di, .bp, .sp, .r8, .r9, .r10, .r11, .r12, .r13, .r14, .r15, .ip,
    .flags,
  ]
}
