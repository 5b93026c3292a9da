/// What PCMPESTRI, PCMPESTRM, PCMPISTRI and PCMPISTRM compute.
///
/// Source: Intel SDM vol. 2, 4.1 "Imm8 control byte operation for PCMPxSTRx".
struct StringComparison {
  /// IntRes2: a bit for each element of the second operand.
  let bits: UInt32
  /// An operand ends before its register does.
  let firstIsShort: Bool
  let secondIsShort: Bool
  private let control: UInt8

  private var elementCount: Int { control & 1 == 0 ? 16 : 8 }

  /// - Parameter lengths: elements of each operand; nil for strings that end at a zero.
  init(
    _ first: Vector128, _ second: Vector128, control: UInt8, lengths: (first: Int, second: Int)?
  ) {
    self.control = control
    let isWide = control & 1 != 0
    let isSigned = control & 2 != 0
    let count = isWide ? 8 : 16
    let a = Self.elements(first, isWide: isWide, isSigned: isSigned)
    let b = Self.elements(second, isWide: isWide, isSigned: isSigned)
    let inFirst = min(lengths?.first ?? Self.length(a, count), count)
    let inSecond = min(lengths?.second ?? Self.length(b, count), count)
    firstIsShort = inFirst < count
    secondIsShort = inSecond < count
    var result: UInt32 = 0
    for j in 0..<count {
      let matches =
        switch control >> 2 & 3 {
        case 0: j < inSecond && (0..<inFirst).contains { a[$0] == b[j] }
        case 1:
          j < inSecond
            && stride(from: 0, to: inFirst - 1, by: 2).contains {
              a[$0] <= b[j] && b[j] <= a[$0 + 1]
            }
        case 2: j < inFirst && j < inSecond ? a[j] == b[j] : j >= inFirst && j >= inSecond
        default:
          // A substring that reaches the register's end matches as far as it can be seen.
          (0..<min(inFirst, count - j)).allSatisfy { j + $0 < inSecond && a[$0] == b[j + $0] }
        }
      if matches { result |= 1 << UInt32(j) }
    }
    switch control >> 4 & 3 {
    case 1: bits = ~result & ((1 << UInt32(count)) - 1)
    case 3: bits = result ^ ((1 << UInt32(inSecond)) - 1)
    default: bits = result
    }
  }

  private static func elements(
    _ a: Vector128, isWide: Bool, isSigned: Bool
  ) -> SIMD16<Int32> {
    var result = SIMD16<Int32>()
    for lane in 0..<(isWide ? 8 : 16) {
      switch (isWide, isSigned) {
      case (false, false): result[lane] = Int32(a.bytes[lane])
      case (false, true): result[lane] = Int32(a.signedBytes[lane])
      case (true, false): result[lane] = Int32(a.words[lane])
      case (true, true): result[lane] = Int32(a.signedWords[lane])
      }
    }
    return result
  }

  private static func length(_ elements: SIMD16<Int32>, _ count: Int) -> Int {
    (0..<count).first { elements[$0] == 0 } ?? count
  }

  /// The number of elements that a length register of PCMPESTRx gives: its magnitude, at most 16.
  static func length(_ register: Int64) -> Int { Int(min(register.magnitude, 16)) }

  /// PCMPxSTRI: the lowest (highest) bit's number, the count of elements if there is none.
  var index: UInt32 {
    if bits == 0 { return UInt32(elementCount) }
    return UInt32(control & 0x40 == 0 ? bits.trailingZeroBitCount : 31 - bits.leadingZeroBitCount)
  }

  /// PCMPxSTRM: the bits, or each bit spread over its element.
  var mask: Vector128 {
    if control & 0x40 == 0 { return Vector128(low: UInt64(bits)) }
    let width = 128 / elementCount
    var result: UInt128 = 0
    for lane in 0..<elementCount where bits >> UInt32(lane) & 1 != 0 {
      result |= ((1 << width) - 1) << (lane * width)
    }
    return Vector128(wide: result)
  }

  /// CF: any bit; ZF, SF: the second, the first operand is short; OF: bit 0; AF, PF: 0.
  var flags: UInt32 {
    (bits != 0 ? EFlags.cf.rawValue : 0) | (secondIsShort ? EFlags.zf.rawValue : 0)
      | (firstIsShort ? EFlags.sf.rawValue : 0) | (bits & 1 != 0 ? EFlags.of.rawValue : 0)
  }
}
