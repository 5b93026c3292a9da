/// One-byte opcodes whose operation the reg field of ModRM chooses (SDM vol. 2, table A-6).
extension Opcodes {
  /// 80-83: Eb,Ib Ev,Iz Eb,Ib (82, an alias) Ev,Ib sign-extended.
  static var immediateGroup: [Row] {
    let operations: [(Operation, FlagEffect)] = [
      (.add, .arithmetic), (.or, .logic), (.adc, .withCarry), (.sbb, .withCarry),
      (.and, .logic), (.sub, .arithmetic), (.xor, .logic), (.cmp, .arithmetic),
    ]
    return operations.enumerated().flatMap { index, entry in
      let ext = UInt8(index)
      let (operation, flags) = entry
      let clocks: Clocks = operation == .cmp ? .compareImmediate : .arithmeticImmediate
      let lock: Traits = operation == .cmp ? [] : .lockable
      return [
        Row(0x80, ext: ext, operation, .Eb, .Ib, flags: flags, traits: lock, clocks: clocks),
        Row(0x81, ext: ext, operation, .Ev, .Iz, flags: flags, traits: lock, clocks: clocks),
        Row(
          0x82, ext: ext, operation, .Eb, .Ib, flags: flags, traits: lock.union(.not64),
          clocks: clocks),
        Row(0x83, ext: ext, operation, .Ev, .Ibs, flags: flags, traits: lock, clocks: clocks),
      ]
    }
  }

  /// C0, C1, D0-D3. Digit 6 sets all ones on the 8086 (SETMO, SETMOC) and is SHL later.
  static var shiftGroups: [Row] {
    var rows: [Row] = []
    let operations: [Operation] = [.rol, .ror, .rcl, .rcr, .shl, .shr, .shl, .sar]
    for (index, operation) in operations.enumerated() {
      let ext = UInt8(index)
      let first: ProcessorModel = ext == 6 ? .i80186 : .i8086
      let one: (FlagEffect, Clocks)
      let many: (FlagEffect, Clocks, Clocks)
      switch operation {
      case .rol, .ror:
        one = (.rotateByOne, .shiftOne)
        many = (.rotate, .shiftCL, .shiftImmediate)
      case .rcl, .rcr:
        one = (.rotateThroughCarryByOne, .rotateCarryOne)
        many = (.rotateThroughCarry, .rotateCarryCL, .rotateCarryImmediate)
      default:
        one = (.shiftByOne, .shiftOne)
        many = (.shift, .shiftCL, .shiftImmediate)
      }
      rows += [
        Row(
          0xC0, ext: ext, operation, .Eb, .Ib, flags: many.0, since: .i80186, clocks: many.2),
        Row(
          0xC1, ext: ext, operation, .Ev, .Ib, flags: many.0, since: .i80186, clocks: many.2),
        Row(0xD0, ext: ext, operation, .Eb, .one, flags: one.0, since: first, clocks: one.1),
        Row(0xD1, ext: ext, operation, .Ev, .one, flags: one.0, since: first, clocks: one.1),
        Row(0xD2, ext: ext, operation, .Eb, .CL, flags: many.0, since: first, clocks: many.1),
        Row(0xD3, ext: ext, operation, .Ev, .CL, flags: many.0, since: first, clocks: many.1),
      ]
    }
    let setmoc = FlagEffect(written: .all, isConditional: true)
    return rows + [
      Row(0xD0, ext: 6, .setmo, .Eb, .one, flags: .arithmetic, until: .i8086, clocks: .shiftOne),
      Row(0xD1, ext: 6, .setmo, .Ev, .one, flags: .arithmetic, until: .i8086, clocks: .shiftOne),
      Row(0xD2, ext: 6, .setmo, .Eb, .CL, flags: setmoc, until: .i8086, clocks: .shiftCL),
      Row(0xD3, ext: 6, .setmo, .Ev, .CL, flags: setmoc, until: .i8086, clocks: .shiftCL),
    ]
  }

  /// F6, F7. Digit 1 is an alias of TEST.
  static let unaryGroups: [Row] = [
    Row(0xF6, ext: 0, .test, .Eb, .Ib, flags: .logic, clocks: .testImmediate),
    Row(0xF6, ext: 1, .test, .Eb, .Ib, flags: .logic, clocks: .testImmediate),
    Row(0xF6, ext: 2, .not, .Eb, traits: .lockable, clocks: .negate),
    Row(0xF6, ext: 3, .neg, .Eb, flags: .arithmetic, traits: .lockable, clocks: .negate),
    Row(0xF6, ext: 4, .mul, .Eb, flags: .multiply, clocks: .multiply8),
    Row(0xF6, ext: 5, .imulAccumulator, .Eb, flags: .multiply, clocks: .multiplySigned8),
    Row(0xF6, ext: 6, .div, .Eb, flags: .allUndefined, clocks: .divide8),
    Row(0xF6, ext: 7, .idiv, .Eb, flags: .allUndefined, clocks: .divideSigned8),
    Row(0xF7, ext: 0, .test, .Ev, .Iz, flags: .logic, clocks: .testImmediate),
    Row(0xF7, ext: 1, .test, .Ev, .Iz, flags: .logic, clocks: .testImmediate),
    Row(0xF7, ext: 2, .not, .Ev, traits: .lockable, clocks: .negate),
    Row(0xF7, ext: 3, .neg, .Ev, flags: .arithmetic, traits: .lockable, clocks: .negate),
    Row(0xF7, ext: 4, .mul, .Ev, flags: .multiply, clocks: .multiply16),
    Row(0xF7, ext: 5, .imulAccumulator, .Ev, flags: .multiply, clocks: .multiplySigned16),
    Row(0xF7, ext: 6, .div, .Ev, flags: .allUndefined, clocks: .divide16),
    Row(0xF7, ext: 7, .idiv, .Ev, flags: .allUndefined, clocks: .divideSigned16),
  ]

  /// FE, FF. The 8086 decodes FE's digits 2 to 7 as FF's, and digit 7 as digit 6.
  static var incrementGroups: [Row] {
    let push = Clocks(
      [11, 10, 3, 2, 4], memory: [16, 16, 7, 5, 4], odd: .wordRead, oddStack: .wordWrite)
    return [
      Row(0xFE, ext: 0, .inc, .Eb, flags: .keepingCarry, traits: .lockable, clocks: .increment8),
      Row(0xFE, ext: 1, .dec, .Eb, flags: .keepingCarry, traits: .lockable, clocks: .increment8),
      Row(0xFF, ext: 0, .inc, .Ev, flags: .keepingCarry, traits: .lockable, clocks: .increment16),
      Row(0xFF, ext: 1, .dec, .Ev, flags: .keepingCarry, traits: .lockable, clocks: .increment16),
      Row(
        0xFF, ext: 2, .callIndirect, .Ev, traits: [.transfers, .branch64], clocks: .callIndirect),
      Row(
        0xFF, ext: 3, .callFarIndirect, .Mp, privilege: [.operand, .sensitive],
        traits: [.transfers, .farPointer], clocks: .callFarIndirect),
      Row(0xFF, ext: 4, .jmpIndirect, .Ev, traits: [.transfers, .branch64], clocks: .jumpIndirect),
      Row(
        0xFF, ext: 5, .jmpFarIndirect, .Mp, privilege: [.operand, .sensitive],
        traits: [.transfers, .farPointer], clocks: .jumpFarIndirect),
      Row(0xFF, ext: 6, .push, .Ev, traits: .default64, clocks: push),
      Row(
        0xFE, ext: 2, .callIndirect, .Ev, traits: .transfers, until: .i8086, clocks: .callIndirect),
      Row(
        0xFE, ext: 3, .callFarIndirect, .Mp, traits: .transfers, until: .i8086,
        clocks: .callFarIndirect),
      Row(
        0xFE, ext: 4, .jmpIndirect, .Ev, traits: .transfers, until: .i8086, clocks: .jumpIndirect),
      Row(
        0xFE, ext: 5, .jmpFarIndirect, .Mp, traits: .transfers, until: .i8086,
        clocks: .jumpFarIndirect),
      Row(0xFE, ext: 6, .push, .Ev, until: .i8086, clocks: push),
      Row(0xFE, ext: 7, .push, .Ev, until: .i8086, clocks: push),
      Row(0xFF, ext: 7, .push, .Ev, until: .i8086, clocks: push),
    ]
  }
}
