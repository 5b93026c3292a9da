/// The Pentium's column of instructions that are older than it and cost other clocks there than on the
/// 80486 (Pentium Family Developer's Manual vol. 3, appendix F). Rows that came later bring theirs
/// along.
///
/// Pairing in the second pipeline is not counted; branches are taken as predicted.
struct PentiumClocks {
  var register: UInt16
  var memory: UInt16?
  var taken: UInt16?
  var repeated: UInt16?
  var each: UInt16?
  var doubleword: UInt16?

  init(
    _ register: UInt16, memory: UInt16? = nil, taken: UInt16? = nil, repeated: UInt16? = nil,
    each: UInt16? = nil, doubleword: UInt16? = nil
  ) {
    self.register = register
    self.memory = memory
    self.taken = taken
    self.repeated = repeated
    self.each = each
    self.doubleword = doubleword
  }

  /// The clocks of a row, or nothing where the 80486's stand.
  static func clocks(of row: Row) -> PentiumClocks? {
    let source = row.forms.1
    switch row.operation {
    // Stack and moves
    case .push: return Self(1, memory: 2)
    case .pop: return Self(1, memory: 3)
    case .pusha, .popa: return Self(5)
    case .pushf: return Self(3)
    case .popf: return Self(4)
    case .pushSegment, .movFromSegment: return Self(1)
    case .popSegment: return Self(3)
    case .movToSegment: return Self(2, memory: 3)
    case .loadFarPointer, .xlat: return Self(4)
    case .lahf: return Self(2)
    // Levels 0 and 1, and (repeated, each) the rule from level 2 on.
    case .enter: return Self(11, memory: 15, repeated: 17, each: 2)
    case .leave: return Self(3)
    case .xchg: return Self(row.forms.0 == .Z1v ? 2 : 3, memory: 3)
    case .setcc: return Self(1, memory: 2)
    case .cmpxchg: return Self(5, memory: 6)
    // Arithmetic
    case .cbw: return Self(3)
    case .cwd: return Self(2)
    case .mul, .imulAccumulator: return Self(11, memory: 11, each: 0)
    case .imul: return Self(10, memory: 10, each: 0)
    case .div:
      return row.forms.0 == .Eb ? Self(17, memory: 17) : Self(25, memory: 25, doubleword: 16)
    case .idiv:
      return row.forms.0 == .Eb ? Self(22, memory: 22) : Self(30, memory: 30, doubleword: 16)
    case .daa, .das, .aaa, .aas: return Self(3)
    case .aam: return Self(18)
    case .aad: return Self(10)
    // Shifts and bits
    case .rol, .ror, .shl, .shr, .sar:
      return source == .CL ? Self(4, memory: 4) : Self(1, memory: 3)
    case .rcl, .rcr:
      return source == .one
        ? Self(1, memory: 3) : source == .CL ? Self(7, memory: 9) : Self(8, memory: 10)
    case .shld, .shrd: return Self(4, memory: row.forms.2 == .CL ? 5 : 4)
    case .bt: return Self(4, memory: source == .Ib ? 4 : 9)
    case .bts, .btr, .btc: return Self(7, memory: source == .Ib ? 8 : 13)
    case .bsf: return Self(6, memory: 6, each: 1)
    case .bsr: return Self(7, memory: 7, each: 2)
    default: return transfer(row) ?? string(row.operation) ?? system(row.operation)
    }
  }

  private static func transfer(_ row: Row) -> PentiumClocks? {
    switch row.operation {
    case .jcc: Self(1, taken: 0)
    case .jmpRelative, .callRelative: Self(1)
    case .jmpIndirect, .callIndirect: Self(2, memory: 2)
    case .jmpFar: Self(3)
    case .callFar, .jmpFarIndirect: Self(4)
    case .callFarIndirect: Self(5)
    case .ret: Self(row.forms.0 == .Iw ? 3 : 2)
    case .retFar: Self(4)
    case .loop, .jcxz: Self(5, taken: 1)
    case .loope, .loopne: Self(7, taken: 1)
    case .int3, .icebp: Self(13)
    case .int: Self(16)
    case .into: Self(4, taken: 9)
    case .iret: Self(8)
    case .bound: Self(8)
    default: nil
    }
  }

  private static func string(_ operation: Operation) -> PentiumClocks? {
    switch operation {
    case .movs: Self(4, repeated: 13, each: 1)
    case .cmps: Self(5, repeated: 9, each: 4)
    case .scas: Self(4, repeated: 9, each: 4)
    case .stos: Self(3, repeated: 9, each: 1)
    case .lods: Self(2, repeated: 7, each: 3)
    case .ins: Self(9, repeated: 11, each: 3)
    case .outs: Self(13, repeated: 13, each: 4)
    case .in: Self(7)
    case .out: Self(12)
    default: nil
    }
  }

  private static func system(_ operation: Operation) -> PentiumClocks? {
    switch operation {
    case .cli, .sti: Self(7)
    case .wait: Self(1)
    case .clts: Self(10)
    case .lgdt, .lidt: Self(6)
    case .sgdt, .sidt, .smsw: Self(4, memory: 4)
    case .lldt: Self(9, memory: 9)
    case .ltr: Self(10, memory: 10)
    case .sldt, .str: Self(2, memory: 2)
    case .lmsw: Self(8, memory: 8)
    case .arpl, .verr, .verw: Self(7, memory: 7)
    case .lar, .lsl: Self(8, memory: 8)
    case .invd: Self(15)
    case .wbinvd: Self(2000)
    case .invlpg: Self(25)
    case .movToCR: Self(22)
    case .movFromCR: Self(4)
    case .movToDR, .movFromDR: Self(11)
    default: nil
    }
  }
}

extension Clocks {
  /// Fills in the Pentium's column.
  func with(_ pentium: PentiumClocks) -> Clocks {
    var clocks = self
    clocks.register.pentium = pentium.register
    clocks.memory.pentium = pentium.memory ?? pentium.register
    if let taken = pentium.taken { clocks.taken.pentium = taken }
    clocks.repeated.pentium = pentium.repeated ?? pentium.register
    if let each = pentium.each { clocks.each.pentium = each }
    if let doubleword = pentium.doubleword { clocks.doubleword.pentium = doubleword }
    return clocks
  }
}
