import X86Decode

/// The bytes of "8B 46 04".
func bytes(_ hex: String) -> [UInt8] {
  hex.split(separator: " ").map { byte in
    guard let value = UInt8(byte, radix: 16) else { preconditionFailure("\(byte) is no byte") }
    return value
  }
}

/// One decoder for each model, as it is made.
private let decoders = Dictionary(
  uniqueKeysWithValues: ProcessorModel.allCases.map { ($0, Decoder(model: $0)) })

func decoder(_ model: ProcessorModel) -> Decoder {
  decoders[model] ?? Decoder(model: model)
}

/// Decodes `hex`, padded with zeros so that missing operand bytes never matter.
func decode(
  _ hex: String, _ model: ProcessorModel = .i80486, codeSize: UInt8 = 2, real: Bool = false
) -> Instruction {
  let padding = [UInt8](repeating: 0, count: 16)
  return decoder(model).decode(
    bytes(hex) + padding, codeSize: codeSize, isRealOrV86: real)
}

/// The text of `hex` at offset 100h.
func text(
  _ hex: String, _ model: ProcessorModel = .i80486, codeSize: UInt8 = 2
) -> String {
  let decoder = decoder(model)
  let padding = [UInt8](repeating: 0, count: 16)
  let instruction = decoder.decode(bytes(hex) + padding, codeSize: codeSize, isRealOrV86: false)
  return decoder.disassemble(instruction, at: 0x100)
}
