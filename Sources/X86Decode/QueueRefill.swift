/// What the 80286 pays for an empty queue.
///
/// A transfer throws away the prefetched bytes and the decoded instructions. Intel's table adds "m" for
/// it, "the number of bytes in the next instruction", since the decoder takes a byte a clock and nothing
/// else can go on meanwhile; in straight-line code it works ahead of the execution unit and costs
/// nothing. Recordings of an 80C286, which all begin behind a jump, show the same term, and that the
/// decoder takes two clocks for a byte that it extends to a word.
///
/// Source: 80286 PRM (210498), appendix B; SingleStepTests 80286 bus traces.
extension Decoder {
  /// Clocks from the first byte's arrival until the instruction is decoded, the first byte's included:
  /// the "m" of a transfer to it. 0 on models whose tables have no such term.
  /// - Parameter isOdd: whether the instruction begins at an odd address: the first fetch brings one
  ///   byte then, and the second comes a clock late.
  public func refillClocks(of instruction: Instruction, isOdd: Bool) -> UInt16 {
    guard model == .i80286 else { return 0 }
    let late: UInt16 = isOdd && instruction.length > 1 ? 1 : 0
    return decodeClocks(instruction) &+ late
  }

  /// A clock for each byte, and one more for each that is extended to a word.
  private func decodeClocks(_ instruction: Instruction) -> UInt16 {
    let clocks = UInt16(instruction.length)
    let number = Int(instruction.row)
    let row = rowClocks[number < rowClocks.count ? number : 0]
    let hasShortDisplacement = instruction.modRM & 0xC0 == 0x40
    return clocks &+ (hasShortDisplacement ? 1 : 0) &+ row.extendedBytes
  }
}
