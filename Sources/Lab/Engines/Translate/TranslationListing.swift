import X86Decode

/// Translations as text: source, output, and which of the sensitive instructions were rewritten.
struct TranslationListing {
  let decoder: Decoder
  let cache: TranslationCache

  /// The guest's instructions.
  func source(_ block: TranslatedBlock) -> [String] {
    block.sources.map { instruction(block, $0) }
  }

  private func instruction(_ block: TranslatedBlock, _ source: TranslatedBlock.Source) -> String {
    let bytes = Array(block.sourceBytes[Int(source.offset)...])
    let decoded = decoder.decode(
      bytes, codeSize: block.context.is32 ? 4 : 2, isRealOrV86: block.context.isReal)
    return decoder.disassemble(decoded, at: UInt64(block.rip &+ UInt32(source.offset)))
  }

  /// What became of the sensitive ones, and of others that are not what they were.
  func rewritten(_ block: TranslatedBlock) -> String {
    block.sources.filter { $0.kind != .identical && $0.kind != .transfer }.map {
      let words = "\(instruction(block, $0)): \($0.kind.rawValue)"
      return $0.isSensitive ? words + ", sensitive" : words
    }.joined(separator: "; ")
  }

  /// The code in the cache.
  func output(_ block: TranslatedBlock) -> [String] {
    lines(block).map(\.text)
  }

  private func lines(_ block: TranslatedBlock) -> [(offset: Int, text: String)] {
    let bytes = cache.bytes(block.entry, count: block.byteCount)
    var result: [(offset: Int, text: String)] = []
    var at = 0
    while at < bytes.count {
      let decoded = decoder.decode(
        Array(bytes[at...]), codeSize: block.context.is32 ? 4 : 2, isRealOrV86: false)
      guard decoded.length > 0 else { break }
      result.append((at, decoder.disassemble(decoded, at: cache.linear(block.entry + at))))
      at += Int(decoded.length)
    }
    return result
  }

  /// Every translation that is alive.
  var text: String {
    cache.liveBlocks.map { listing($0) }.joined(separator: "\n")
  }

  private func listing(_ block: TranslatedBlock) -> String {
    let mode =
      block.context.isReal
      ? "real mode" : "\(block.context.is32 ? 32 : 16) bits, CPL \(block.context.cpl)"
    var result = """
      \(hex(UInt64(block.context.codeSelector))):\(hex(UInt64(block.rip))) at \(hex(block.key.physical)), \
      \(mode): \(block.sources.count) instructions in \(block.sourceBytes.count) bytes become \
      \(block.byteCount) bytes at \(hex(cache.linear(block.entry)))

      """
    let output = lines(block)
    for (index, source) in block.sources.enumerated() {
      let mark = source.isSensitive ? "*" : " "
      let kind = source.kind.rawValue
      result += "  \(mark) \(instruction(block, source))  [\(kind)]\n"
      let isLast = index + 1 == block.sources.count
      let first = block.pieces.first { $0.source == source.offset }?.offset ?? 0
      let next = block.sources.dropFirst(index + 1).first?.offset
      let end =
        isLast ? block.byteCount : block.pieces.first { $0.source == next }?.offset ?? first
      for line in output where line.offset >= first && line.offset < end {
        result += "        \(hex(cache.linear(block.entry + line.offset)))  \(line.text)\n"
      }
    }
    return result
  }

  private func hex(_ value: UInt64) -> String { String(value, radix: 16, uppercase: true) }
}
