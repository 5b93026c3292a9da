import X86Decode

/// Writes the machine code of one translation.
///
/// Nothing here touches the arithmetic flags unless its name says so: the guest's live in them. The
/// monitor's variables are reached through GS. Sizes are spelled out: a translation of 16-bit code runs in
/// a 16-bit segment, so that the guest's own bytes mean what they meant, and everything of the
/// translator's there needs prefixes.
struct CodeEmitter {
  /// General registers that translations borrow.
  enum Register: UInt8 {
    case ecx = 1
    case edx = 2
  }

  /// Whether the code runs with 32-bit defaults.
  let is32: Bool
  private(set) var bytes: [UInt8] = []
  /// Places of four-byte displacements that lead to a place in the cache, and that place.
  private(set) var fixups: [(at: Int, target: Int)] = []

  init(is32: Bool) { self.is32 = is32 }

  var offset: Int { bytes.count }

  mutating func raw(_ code: [UInt8]) { bytes += code }

  mutating func dword(_ value: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// 32-bit operands, and 32-bit addresses.
  private mutating func sizes(operand: Int = 4, address: Bool = false) {
    if address, !is32 { bytes.append(0x67) }
    if (operand == 4) != is32 { bytes.append(0x66) }
  }

  // MARK: The monitor's variables

  /// An instruction with a doubleword (or word) of the monitor's as its operand.
  private mutating func variable(
    _ opcode: [UInt8], _ register: UInt8, _ place: Int, operand: Int = 4
  ) {
    bytes.append(0x65)
    sizes(operand: operand, address: true)
    bytes += opcode
    bytes.append(register << 3 | 5)
    dword(UInt32(truncatingIfNeeded: place))
  }

  mutating func load(_ register: Register, from place: Int) {
    variable([0x8B], register.rawValue, place)
  }
  mutating func store(_ register: Register, to place: Int) {
    variable([0x89], register.rawValue, place)
  }
  /// To any general register, of two or four bytes.
  mutating func load(register: UInt8, from place: Int, operand: Int) {
    variable([0x8B], register, place, operand: operand)
  }
  mutating func store(_ value: UInt32, to place: Int) {
    variable([0xC7], 0, place)
    dword(value)
  }
  mutating func push(from place: Int, operand: Int) { variable([0xFF], 6, place, operand: operand) }
  mutating func pop(to place: Int, operand: Int) { variable([0x8F], 0, place, operand: operand) }
  mutating func jump(through place: Int) { variable([0xFF], 4, place) }

  /// ECX := the doubleword at GS:[ECX + place].
  mutating func loadIndexed(_ place: Int) {
    bytes.append(0x65)
    sizes(address: true)
    bytes += [0x8B, 0x89]
    dword(UInt32(truncatingIfNeeded: place))
  }
  /// ECX := the byte at GS:[ECX + place].
  mutating func loadByteIndexed(_ place: Int) {
    bytes.append(0x65)
    sizes(address: true)
    bytes += [0x0F, 0xB6, 0x89]
    dword(UInt32(truncatingIfNeeded: place))
  }

  // MARK: Arithmetic that leaves the flags alone

  /// ECX := EDX * 8.
  mutating func scaleTarget() {
    sizes(address: true)
    bytes += [0x8D, 0x0C, 0xD5]
    dword(0)
  }
  /// ECX := CX.
  mutating func keepWord() {
    sizes()
    bytes += [0x0F, 0xB7, 0xC9]
  }
  /// ECX := bits 8 to 15 of ECX.
  mutating func takeSecondByte() {
    sizes()
    bytes += [0x0F, 0xB6, 0xCD]
  }
  /// ECX := ECX + EDX + constant.
  mutating func add(_ constant: UInt32 = 0) {
    sizes(address: true)
    bytes += [0x8D, 0x8C, 0x11]
    dword(constant)
  }
  /// SP or ESP := itself + constant.
  mutating func release(_ byteCount: UInt32, hasBigStack: Bool) {
    sizes(operand: hasBigStack ? 4 : 2, address: true)
    bytes += [0x8D, 0xA4, 0x24]
    dword(byteCount)
  }

  /// ECX := the top of the stack, a word or a doubleword of it.
  mutating func peek(operand: Int, hasBigStack: Bool) {
    if !hasBigStack {
      sizes()
      bytes += [0x0F, 0xB7, 0xCC]
      bytes.append(0x36)
    }
    sizes(address: true)
    bytes += operand == 4 ? [0x8B] : [0x0F, 0xB7]
    bytes += hasBigStack ? [0x0C, 0x24] : [0x09]
  }

  /// Counts in a variable, by way of ECX.
  mutating func count(_ place: Int) {
    load(.ecx, from: place)
    sizes(address: true)
    bytes += [0x8D, 0x49, 0x01]
    store(.ecx, to: place)
  }

  // MARK: Arithmetic that does not

  /// ECX := ECX & mask.
  mutating func maskChangingFlags(_ mask: UInt32) {
    sizes()
    bytes += [0x81, 0xE1]
    dword(mask)
  }

  // MARK: Transfers

  /// Jumps if ECX is 0; the distance is filled in by ``land(_:)``.
  mutating func jumpIfZero() -> Int {
    sizes(address: true)
    bytes += [0xE3, 0]
    return offset - 1
  }
  /// LOOP and its kin, as the guest had it but for the distance.
  mutating func loop(_ opcode: UInt8, addressSize: UInt8) -> Int {
    if (addressSize == 4) != is32 { bytes.append(0x67) }
    sizes()
    bytes += [opcode, 0]
    return offset - 1
  }
  /// The place that a short jump leads to.
  mutating func land(_ distance: Int) {
    bytes[distance] = UInt8(truncatingIfNeeded: offset - distance - 1)
  }

  /// A jump with a 32-bit displacement.
  /// - Returns: where the displacement is.
  mutating func jump() -> Int {
    sizes()
    bytes.append(0xE9)
    dword(0)
    return offset - 4
  }
  mutating func jump(to target: Int) { fixups.append((jump(), target)) }
  /// A conditional one.
  mutating func jump(condition: UInt8) -> Int {
    sizes()
    bytes += [0x0F, 0x80 | condition & 15]
    dword(0)
    return offset - 4
  }
  /// Sets a displacement to lead to another place of this translation.
  mutating func aim(_ displacement: Int, at place: Int) {
    let distance = UInt32(truncatingIfNeeded: place - displacement - 4)
    for n in 0..<4 {
      bytes[displacement + n] = UInt8(truncatingIfNeeded: distance >> UInt32(8 * n))
    }
  }

  mutating func pushImmediate(_ value: UInt32, operand: Int) {
    sizes(operand: operand)
    bytes.append(0x68)
    if operand == 4 {
      dword(value)
    } else {
      bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
  }

  /// MOV of an immediate to a general register of two or four bytes.
  mutating func move(_ value: UInt32, register: UInt8, operand: Int) {
    sizes(operand: operand)
    bytes.append(0xB8 | register & 7)
    if operand == 4 {
      dword(value)
    } else {
      bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
  }

  /// EDX := the operand of an indirect near transfer (FF /2 or FF /4), zero-extended.
  /// - Parameters:
  ///   - prefixes: segment and address-size prefixes to keep.
  ///   - rest: ModRM and what follows it.
  mutating func loadTarget(prefixes: [UInt8], rest: [UInt8], operand: Int) {
    bytes += prefixes
    sizes()
    bytes += operand == 4 ? [0x8B] : [0x0F, 0xB7]
    bytes.append(rest[0] & 0xC7 | Register.edx.rawValue << 3)
    bytes += rest.dropFirst()
  }

  /// The call-out: an INT3 that takes the hardware to the monitor.
  mutating func callOut() { bytes.append(0xCC) }
}
