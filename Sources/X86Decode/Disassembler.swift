/// Instructions as text: Intel syntax as NASM reads it, lower case, numbers in hexadecimal.
extension Decoder {
  /// - Parameter rip: The instruction's own offset; near targets are shown absolute.
  public func disassemble(_ instruction: Instruction, at rip: UInt64) -> String {
    var text = ""
    for prefix in prefixWords(instruction) { text += prefix + " " }
    text += mnemonic(instruction)
    let operands = operandTexts(instruction, rip)
    if !operands.isEmpty { text += " " + operands.joined(separator: ", ") }
    return text
  }

  // MARK: Prefixes

  private func prefixWords(_ instruction: Instruction) -> [String] {
    var words: [String] = []
    let prefixes = instruction.prefixes
    if prefixes.contains(.lock) { words.append("lock") }
    if !isMandatory(.pF3, instruction), prefixes.contains(.rep), !isPause(instruction) {
      let isComparison = instruction.operation == .cmps || instruction.operation == .scas
      words.append(isComparison ? "repe" : "rep")
    }
    if !isMandatory(.pF2, instruction), prefixes.contains(.repne) { words.append("repne") }
    let operands = [instruction.operands.0, instruction.operands.1, instruction.operands.2]
    if prefixes.contains(.operandSize), instruction.operandSize < 8, hidesOperandSize(instruction) {
      words.append("o\(UInt(instruction.operandSize) * 8)")
    }
    if prefixes.contains(.addressSize), hidesAddressSize(instruction) {
      words.append("a\(UInt(instruction.addressSize) * 8)")
    }
    let showsSegment = operands.contains { $0.kind == .memory } && instruction.operation != .xlat
    if prefixes.contains(.segment), !showsSegment { words.append("\(instruction.segment)") }
    return words
  }

  /// Whether the prefix belongs to the opcode.
  private func isMandatory(_ prefix: PrefixSelection, _ instruction: Instruction) -> Bool {
    let row = row(instruction.row)
    return row.prefix != .any && row.prefix.contains(prefix)
  }

  /// F3 90, a hint that came with SSE2.
  private func isPause(_ instruction: Instruction) -> Bool {
    instruction.operation == .nop && instruction.prefixes.contains(.rep)
      && row(instruction.row).opcode == 0x90 && features.contains(.sse2)
  }

  private func hidesOperandSize(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .ret, .retFar, .pushSegment, .popSegment, .enter, .leave, .jmpRelative, .callRelative,
      .jcc, .fldenv, .fnstenv, .fnsave, .frstor:
      true
    default: false
    }
  }

  private func hidesAddressSize(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs, .xlat, .loop, .loope, .loopne: true
    default: false
    }
  }

  // MARK: Mnemonics

  private func mnemonic(_ instruction: Instruction) -> String {
    let size = instruction.operandSize
    // Spelt out where the size is not the mode's.
    let word = instruction.prefixes.contains(.operandSize) ? "w" : ""
    let condition = Self.conditions[Int(instruction.condition & 15)]
    switch instruction.operation {
    case .invalid: return "(invalid)"
    case .tooLong: return "(too long)"
    case .imulAccumulator: return "imul"
    case .cbw: return Self.bySize(size, "cbw", "cwde", "cdqe")
    case .cwd: return Self.bySize(size, "cwd", "cdq", "cqo")
    case .movToSegment, .movFromSegment, .movToCR, .movFromCR, .movToDR, .movFromDR, .movToTR,
      .movFromTR:
      return "mov"
    case .loadFarPointer: return "l" + Self.segments[Int(instruction.operands.2.number % 6)]
    case .pushSegment: return "push"
    case .popSegment: return "pop"
    case .pusha: return Self.bySize(size, "pusha" + word, "pushad", "pushad")
    case .popa: return Self.bySize(size, "popa" + word, "popad", "popad")
    case .pushf: return Self.bySize(size, "pushf" + word, "pushfd", "pushfq")
    case .popf: return Self.bySize(size, "popf" + word, "popfd", "popfq")
    case .iret: return Self.bySize(size, "iret" + word, "iretd", "iretq")
    case .jcxz: return Self.bySize(instruction.addressSize, "jcxz", "jecxz", "jrcxz")
    case .jcc: return "j" + condition
    case .setcc: return "set" + condition
    case .cmovcc: return "cmov" + condition
    case .jmpRelative, .jmpIndirect, .jmpFar, .jmpFarIndirect: return "jmp"
    case .callRelative, .callIndirect, .callFar, .callFarIndirect: return "call"
    case .retFar: return size == 8 ? "o64 retf" : "retf"
    case .fcmovcc: return "fcmov" + Self.fpuConditions[Int(instruction.condition & 7)]
    case .movsdScalar: return "movsd"
    case .cmpsdScalar: return "cmpsd"
    case .movd where isQuadword(instruction): return "movq"
    case .pextrd where isQuadword(instruction): return "pextrq"
    case .pinsrd where isQuadword(instruction): return "pinsrq"
    case .fxsave, .fxrstor: return "\(instruction.operation)" + (size == 8 ? "64" : "")
    case .sysret, .sysexit: return "\(instruction.operation)" + (size == 8 ? "q" : "")
    case .icebp: return "int1"
    case .xlat: return "xlatb"
    case .loadall286, .loadall386: return "loadall"
    case .nop where isPause(instruction): return "pause"
    case .cmpxchg8b where instruction.operands.0.width == 16: return "cmpxchg16b"
    case .escape: return "esc"
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs:
      return "\(instruction.operation)" + stringSuffix(instruction)
    default: return "\(instruction.operation)"
    }
  }

  /// Whether the general register or memory operand of a move to or from a vector has 8 bytes.
  private func isQuadword(_ instruction: Instruction) -> Bool {
    func isWide(_ operand: Operand) -> Bool {
      (operand.kind == .register || operand.kind == .memory) && operand.width == 8
    }
    return isWide(instruction.operands.0) || isWide(instruction.operands.1)
  }

  private func stringSuffix(_ instruction: Instruction) -> String {
    let operands = [instruction.operands.0, instruction.operands.1]
    let string = operands.first { $0.kind == .stringSource || $0.kind == .stringDestination }
    switch string?.width {
    case 1: return "b"
    case 2: return "w"
    case 4: return "d"
    default: return "q"
    }
  }

  private static func bySize(
    _ size: UInt8, _ word: String, _ doubleword: String, _ quadword: String
  ) -> String {
    size == 2 ? word : size == 4 ? doubleword : quadword
  }

  // MARK: Operands

  private func operandTexts(_ instruction: Instruction, _ rip: UInt64) -> [String] {
    let all = [instruction.operands.0, instruction.operands.1, instruction.operands.2]
    switch instruction.operation {
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs, .xlat, .cbw, .cwd: return []
    case .loadFarPointer: return all.prefix(2).map { text(of: $0, instruction, rip) }
    case .aam, .aad: return instruction.immediate == 10 ? [] : [Self.hex(instruction.immediate)]
    case .maskmovq, .maskmovdqu: return all.prefix(2).map { text(of: $0, instruction, rip) }
    case .escape: return escapeOperands(instruction, rip)
    case .jmpFarIndirect, .callFarIndirect:
      let size = Self.bySize(instruction.operandSize, "word", "dword", "qword")
      return [size + " far " + text(of: all[0], instruction, rip)]
    case .jmpFar, .callFar:
      let isOverridden = instruction.prefixes.contains(.operandSize)
      let size = isOverridden ? Self.sizeWord(instruction.operandSize) : ""
      return [size + text(of: all[0], instruction, rip)]
    case .push where all[0].kind == .immediate && instruction.prefixes.contains(.operandSize):
      return [Self.sizeWord(instruction.operandSize) + text(of: all[0], instruction, rip)]
    default: break
    }
    return all.filter { $0.kind != .none }.map { operand in
      let size = operand.kind == .memory && needsSize(instruction) ? operand.width : 0
      return Self.sizeWord(size) + text(of: operand, instruction, rip)
    }
  }

  /// ESC as the 8086 manual writes it: six bits of opcode, and the operand.
  private func escapeOperands(_ instruction: Instruction, _ rip: UInt64) -> [String] {
    let code = UInt64(instruction.condition & 7) << 3 | UInt64(instruction.modRM >> 3 & 7)
    let operand =
      instruction.operands.0.kind == .memory
      ? instruction.operands.0
      : Operand(.register, number: instruction.modRM & 7, width: 2)
    return [Self.hex(code), text(of: operand, instruction, rip)]
  }

  /// Whether no register beside the memory operand tells its size.
  private func needsSize(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar, .setmo, .movzx, .movsx, .movsxd, .crc32,
      .cvtsi2ss, .cvtsi2sd:
      return true
    case .bound, .lgdt, .lidt, .sgdt, .sidt, .movToSegment, .movFromSegment, .lar, .lsl, .cmpxchg8b,
      .fldenv, .fnstenv, .fnsave, .frstor, .fxsave, .fxrstor, .prefetch, .prefetchw, .prefetchnta,
      .prefetcht0, .prefetcht1, .prefetcht2:
      return false
    default: break
    }
    let (first, second, _) = instruction.operands
    func tells(_ operand: Operand, _ memory: Operand) -> Bool {
      switch operand.kind {
      case .register, .highByte: true
      case .mmx, .xmm: operand.width == memory.width
      default: false
      }
    }
    return first.kind == .memory ? !tells(second, first) : !tells(first, second)
  }

  private func text(of operand: Operand, _ instruction: Instruction, _ rip: UInt64) -> String {
    let number = Int(operand.number)
    switch operand.kind {
    case .none: return ""
    case .register: return Self.register(operand.number, width: operand.width)
    case .highByte: return Self.highBytes[number & 3]
    case .segment: return Self.segments[number % 6]
    case .control: return "cr\(number)"
    case .debug: return "dr\(number)"
    case .test: return "tr\(number)"
    case .memory: return memoryText(instruction)
    case .immediate: return Self.hex(Self.masked(instruction.immediate, operand.width))
    case .secondImmediate: return Self.hex(UInt64(instruction.secondImmediate))
    case .constant: return "\(number)"
    case .relative:
      let target = rip &+ UInt64(instruction.length) &+ instruction.immediate
      return Self.hex(Self.masked(target, operand.width))
    case .farPointer:
      return Self.hex(UInt64(instruction.secondImmediate)) + ":" + Self.hex(instruction.immediate)
    case .st: return "st\(number)"
    case .mmx: return "mm\(number)"
    case .xmm: return "xmm\(number)"
    case .stringSource: return "[" + Self.register(6, width: instruction.addressSize) + "]"
    case .stringDestination: return "[" + Self.register(7, width: instruction.addressSize) + "]"
    }
  }

  private func memoryText(_ instruction: Instruction) -> String {
    var text = "["
    if instruction.prefixes.contains(.segment) { text += "\(instruction.segment):" }
    var terms: [String] = []
    if instruction.base == Instruction.instructionPointer {
      terms.append(instruction.addressSize == 8 ? "rip" : "eip")
    } else if instruction.base != Instruction.noRegister {
      terms.append(Self.register(instruction.base, width: instruction.addressSize))
    }
    if instruction.index != Instruction.noRegister {
      let index = Self.register(instruction.index, width: instruction.addressSize)
      let factor = 1 << Int(instruction.scale & 3)
      terms.append(instruction.addressSize == 2 || factor == 1 ? index : "\(index)*\(factor)")
    }
    text += terms.joined(separator: "+")
    let displacement = instruction.displacement
    if terms.isEmpty {
      if instruction.prefixes.contains(.addressSize) {
        text += Self.sizeWord(instruction.addressSize)
      }
      text += Self.hex(Self.masked(UInt64(bitPattern: displacement), instruction.addressSize))
    } else if displacement != 0 {
      text += (displacement < 0 ? "-" : "+") + Self.hex(displacement.magnitude)
    }
    return text + "]"
  }

  // MARK: Words

  private static func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

  private static func masked(_ value: UInt64, _ width: UInt8) -> UInt64 {
    width >= 8 ? value : value & ((1 << (UInt64(width) * 8)) - 1)
  }

  private static func sizeWord(_ width: UInt8) -> String {
    switch width {
    case 1: "byte "
    case 2: "word "
    case 4: "dword "
    case 8: "qword "
    case 10: "tword "
    case 16: "oword "
    default: ""
    }
  }

  private static func register(_ number: UInt8, width: UInt8) -> String {
    let name = words[Int(number & 7)]
    if number >= 8 {
      let suffix = width == 1 ? "b" : width == 2 ? "w" : width == 4 ? "d" : ""
      return "r\(number & 15)" + suffix
    }
    switch width {
    case 1: return number < 4 ? String(name.prefix(1)) + "l" : name + "l"
    case 2: return name
    case 4: return "e" + name
    default: return "r" + name
    }
  }

  private static var words: [String] { ["ax", "cx", "dx", "bx", "sp", "bp", "si", "di"] }
  private static var highBytes: [String] { ["ah", "ch", "dh", "bh"] }
  private static var segments: [String] { ["es", "cs", "ss", "ds", "fs", "gs"] }
  private static var fpuConditions: [String] { ["b", "e", "be", "u", "nb", "ne", "nbe", "nu"] }
  private static var conditions: [String] {
    ["o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"]
  }
}
