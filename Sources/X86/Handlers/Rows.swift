// swift-format-ignore-file
// Written by tools/generate-handlers; change that and run it.

/// Op kinds by family; within a family the order is operation, width, form, condition.
enum Kind {
  static var binaryRR: UInt16 { 0 }
  static var binaryRI: UInt16 { 21 }
  static var binaryRM: UInt16 { 42 }
  static var binaryMR: UInt16 { 63 }
  static var binaryMI: UInt16 { 84 }
  static var compareRR: UInt16 { 105 }
  static var compareRI: UInt16 { 111 }
  static var compareRM: UInt16 { 117 }
  static var compareMR: UInt16 { 123 }
  static var compareMI: UInt16 { 129 }
  static var moveRR: UInt16 { 135 }
  static var moveRI: UInt16 { 138 }
  static var moveRM: UInt16 { 141 }
  static var moveMR: UInt16 { 144 }
  static var moveMI: UInt16 { 147 }
  static var zeroExtendR: UInt16 { 150 }
  static var zeroExtendM: UInt16 { 153 }
  static var signExtendR: UInt16 { 156 }
  static var signExtendM: UInt16 { 159 }
  static var loadAddress: UInt16 { 162 }
  static var exchange: UInt16 { 166 }
  static var stepR: UInt16 { 169 }
  static var stepM: UInt16 { 175 }
  static var negateR: UInt16 { 181 }
  static var negateM: UInt16 { 184 }
  static var complementR: UInt16 { 187 }
  static var complementM: UInt16 { 190 }
  static var shiftRI: UInt16 { 193 }
  static var shiftRC: UInt16 { 208 }
  static var multiplyRR: UInt16 { 213 }
  static var multiplyRM: UInt16 { 215 }
  static var multiplyRI: UInt16 { 217 }
  static var multiplyMI: UInt16 { 219 }
  static var setIf: UInt16 { 221 }
  static var extendAccumulator: UInt16 { 237 }
  static var extendIntoDX: UInt16 { 239 }
  static var single: UInt16 { 241 }
  static var pushR: UInt16 { 247 }
  static var pushI: UInt16 { 253 }
  static var popR: UInt16 { 259 }
  static var call: UInt16 { 265 }
  static var callAcross: UInt16 { 271 }
  static var callR: UInt16 { 277 }
  static var returnNear: UInt16 { 283 }
  static var callM: UInt16 { 289 }
  static var jump: UInt16 { 295 }
  static var jumpAcross: UInt16 { 296 }
  static var jumpIf: UInt16 { 297 }
  static var jumpAcrossIf: UInt16 { 313 }
  static var loop: UInt16 { 329 }
  static var jumpIfCountZero: UInt16 { 331 }
  static var jumpR: UInt16 { 333 }
  static var jumpM: UInt16 { 335 }
  static var compareJumpRR: UInt16 { 337 }
  static var compareJumpRI: UInt16 { 373 }
  static var testJumpRR: UInt16 { 409 }
  static var testJumpRI: UInt16 { 421 }
  static var stepJump: UInt16 { 433 }
  static var warm: UInt16 { 441 }
  static var cold: UInt16 { 442 }
  static var count: Int { 443 }
}

extension HandlerTable {
  /// Fills in every family.
  mutating func fill() {
    fill_binaryRR()
    fill_binaryRI()
    fill_binaryRM()
    fill_binaryMR()
    fill_binaryMI()
    fill_compareRR()
    fill_compareRI()
    fill_compareRM()
    fill_compareMR()
    fill_compareMI()
    fill_moveRR()
    fill_moveRI()
    fill_moveRM()
    fill_moveMR()
    fill_moveMI()
    fill_zeroExtendR()
    fill_zeroExtendM()
    fill_signExtendR()
    fill_signExtendM()
    fill_loadAddress()
    fill_exchange()
    fill_stepR()
    fill_stepM()
    fill_negateR()
    fill_negateM()
    fill_complementR()
    fill_complementM()
    fill_shiftRI()
    fill_shiftRC()
    fill_multiplyRR()
    fill_multiplyRM()
    fill_multiplyRI()
    fill_multiplyMI()
    fill_setIf()
    fill_extendAccumulator()
    fill_extendIntoDX()
    fill_single()
    fill_pushR()
    fill_pushI()
    fill_popR()
    fill_call()
    fill_callAcross()
    fill_callR()
    fill_returnNear()
    fill_callM()
    fill_jump()
    fill_jumpAcross()
    fill_jumpIf()
    fill_jumpAcrossIf()
    fill_loop()
    fill_jumpIfCountZero()
    fill_jumpR()
    fill_jumpM()
    fill_compareJumpRR()
    fill_compareJumpRI()
    fill_testJumpRR()
    fill_testJumpRI()
    fill_stepJump()
    set(Kind.warm, 0) { warmOp($0, $1) }
    set(Kind.cold, 0) { coldOp($0, $1) }
    describe(Kind.warm, writes: 0, reads: 63, faults: true)
    describe(Kind.cold, writes: 0, reads: 63, faults: true)
  }
  private mutating func fill_binaryRR() {
    set(0, 0) { Binary<Add, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(0, 1) { Binary<Add, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(0, writes: 63, reads: 0, faults: false)
    set(1, 0) { Binary<Add, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(1, 1) { Binary<Add, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(1, writes: 63, reads: 0, faults: false)
    set(2, 0) { Binary<Add, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(2, 1) { Binary<Add, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(2, writes: 63, reads: 0, faults: false)
    set(3, 0) { Binary<Or, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(3, 1) { Binary<Or, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(3, writes: 63, reads: 0, faults: false)
    set(4, 0) { Binary<Or, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(4, 1) { Binary<Or, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(4, writes: 63, reads: 0, faults: false)
    set(5, 0) { Binary<Or, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(5, 1) { Binary<Or, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(5, writes: 63, reads: 0, faults: false)
    set(6, 0) { Binary<AddCarry, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(6, 1) { Binary<AddCarry, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(6, writes: 63, reads: 1, faults: false)
    set(7, 0) { Binary<AddCarry, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(7, 1) { Binary<AddCarry, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(7, writes: 63, reads: 1, faults: false)
    set(8, 0) { Binary<AddCarry, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(8, 1) { Binary<AddCarry, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(8, writes: 63, reads: 1, faults: false)
    set(9, 0) { Binary<SubtractBorrow, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(9, 1) { Binary<SubtractBorrow, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(9, writes: 63, reads: 1, faults: false)
    set(10, 0) { Binary<SubtractBorrow, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(10, 1) { Binary<SubtractBorrow, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(10, writes: 63, reads: 1, faults: false)
    set(11, 0) { Binary<SubtractBorrow, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(11, 1) { Binary<SubtractBorrow, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(11, writes: 63, reads: 1, faults: false)
    set(12, 0) { Binary<And, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(12, 1) { Binary<And, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(12, writes: 63, reads: 0, faults: false)
    set(13, 0) { Binary<And, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(13, 1) { Binary<And, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(13, writes: 63, reads: 0, faults: false)
    set(14, 0) { Binary<And, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(14, 1) { Binary<And, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(14, writes: 63, reads: 0, faults: false)
    set(15, 0) { Binary<Subtract, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(15, 1) { Binary<Subtract, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(15, writes: 63, reads: 0, faults: false)
    set(16, 0) { Binary<Subtract, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(16, 1) { Binary<Subtract, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(16, writes: 63, reads: 0, faults: false)
    set(17, 0) { Binary<Subtract, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(17, 1) { Binary<Subtract, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(17, writes: 63, reads: 0, faults: false)
    set(18, 0) { Binary<Xor, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(18, 1) { Binary<Xor, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(18, writes: 63, reads: 0, faults: false)
    set(19, 0) { Binary<Xor, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(19, 1) { Binary<Xor, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(19, writes: 63, reads: 0, faults: false)
    set(20, 0) { Binary<Xor, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(20, 1) { Binary<Xor, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(20, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_binaryRI() {
    set(21, 0) { Binary<Add, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(21, 1) { Binary<Add, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(21, writes: 63, reads: 0, faults: false)
    set(22, 0) { Binary<Add, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(22, 1) { Binary<Add, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(22, writes: 63, reads: 0, faults: false)
    set(23, 0) { Binary<Add, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(23, 1) { Binary<Add, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(23, writes: 63, reads: 0, faults: false)
    set(24, 0) { Binary<Or, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(24, 1) { Binary<Or, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(24, writes: 63, reads: 0, faults: false)
    set(25, 0) { Binary<Or, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(25, 1) { Binary<Or, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(25, writes: 63, reads: 0, faults: false)
    set(26, 0) { Binary<Or, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(26, 1) { Binary<Or, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(26, writes: 63, reads: 0, faults: false)
    set(27, 0) { Binary<AddCarry, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(27, 1) { Binary<AddCarry, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(27, writes: 63, reads: 1, faults: false)
    set(28, 0) { Binary<AddCarry, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(28, 1) { Binary<AddCarry, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(28, writes: 63, reads: 1, faults: false)
    set(29, 0) { Binary<AddCarry, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(29, 1) { Binary<AddCarry, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(29, writes: 63, reads: 1, faults: false)
    set(30, 0) { Binary<SubtractBorrow, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(30, 1) { Binary<SubtractBorrow, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(30, writes: 63, reads: 1, faults: false)
    set(31, 0) { Binary<SubtractBorrow, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(31, 1) { Binary<SubtractBorrow, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(31, writes: 63, reads: 1, faults: false)
    set(32, 0) { Binary<SubtractBorrow, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(32, 1) { Binary<SubtractBorrow, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(32, writes: 63, reads: 1, faults: false)
    set(33, 0) { Binary<And, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(33, 1) { Binary<And, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(33, writes: 63, reads: 0, faults: false)
    set(34, 0) { Binary<And, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(34, 1) { Binary<And, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(34, writes: 63, reads: 0, faults: false)
    set(35, 0) { Binary<And, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(35, 1) { Binary<And, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(35, writes: 63, reads: 0, faults: false)
    set(36, 0) { Binary<Subtract, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(36, 1) { Binary<Subtract, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(36, writes: 63, reads: 0, faults: false)
    set(37, 0) { Binary<Subtract, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(37, 1) { Binary<Subtract, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(37, writes: 63, reads: 0, faults: false)
    set(38, 0) { Binary<Subtract, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(38, 1) { Binary<Subtract, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(38, writes: 63, reads: 0, faults: false)
    set(39, 0) { Binary<Xor, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(39, 1) { Binary<Xor, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(39, writes: 63, reads: 0, faults: false)
    set(40, 0) { Binary<Xor, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(40, 1) { Binary<Xor, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(40, writes: 63, reads: 0, faults: false)
    set(41, 0) { Binary<Xor, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(41, 1) { Binary<Xor, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(41, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_binaryRM() {
    set(42, 0) { Binary<Add, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(42, 1) { Binary<Add, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(42, 2) { Binary<Add, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(42, 3) { Binary<Add, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(42, 4) { Binary<Add, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(42, 5) { Binary<Add, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(42, 6) { Binary<Add, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(42, 7) { Binary<Add, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(42) { Binary<Add, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(42, writes: 63, reads: 0, faults: true)
    set(43, 0) { Binary<Add, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(43, 1) { Binary<Add, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(43, 2) { Binary<Add, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(43, 3) { Binary<Add, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(43, 4) { Binary<Add, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(43, 5) { Binary<Add, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(43, 6) { Binary<Add, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(43, 7) { Binary<Add, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(43, 8) { Binary<Add, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(43, 9) { Binary<Add, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(43) { Binary<Add, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(43, writes: 63, reads: 0, faults: true)
    set(44, 0) { Binary<Add, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(44, 1) { Binary<Add, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(44, 2) { Binary<Add, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(44, 3) { Binary<Add, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(44, 4) { Binary<Add, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(44, 5) { Binary<Add, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(44, 6) { Binary<Add, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(44, 7) { Binary<Add, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(44) { Binary<Add, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(44, writes: 63, reads: 0, faults: true)
    set(45, 0) { Binary<Or, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(45, 1) { Binary<Or, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(45, 2) { Binary<Or, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(45, 3) { Binary<Or, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(45, 4) { Binary<Or, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(45, 5) { Binary<Or, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(45, 6) { Binary<Or, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(45, 7) { Binary<Or, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(45) { Binary<Or, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(45, writes: 63, reads: 0, faults: true)
    set(46, 0) { Binary<Or, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(46, 1) { Binary<Or, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(46, 2) { Binary<Or, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(46, 3) { Binary<Or, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(46, 4) { Binary<Or, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(46, 5) { Binary<Or, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(46, 6) { Binary<Or, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(46, 7) { Binary<Or, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(46, 8) { Binary<Or, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(46, 9) { Binary<Or, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(46) { Binary<Or, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(46, writes: 63, reads: 0, faults: true)
    set(47, 0) { Binary<Or, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(47, 1) { Binary<Or, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(47, 2) { Binary<Or, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(47, 3) { Binary<Or, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(47, 4) { Binary<Or, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(47, 5) { Binary<Or, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(47, 6) { Binary<Or, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(47, 7) { Binary<Or, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(47) { Binary<Or, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(47, writes: 63, reads: 0, faults: true)
    set(48, 0) { Binary<AddCarry, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(48, 1) { Binary<AddCarry, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(48, 2) { Binary<AddCarry, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(48, 3) { Binary<AddCarry, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(48, 4) { Binary<AddCarry, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(48, 5) { Binary<AddCarry, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(48, 6) { Binary<AddCarry, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(48, 7) { Binary<AddCarry, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(48) { Binary<AddCarry, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(48, writes: 63, reads: 1, faults: true)
    set(49, 0) { Binary<AddCarry, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(49, 1) { Binary<AddCarry, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(49, 2) { Binary<AddCarry, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(49, 3) { Binary<AddCarry, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(49, 4) { Binary<AddCarry, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(49, 5) { Binary<AddCarry, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(49, 6) { Binary<AddCarry, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(49, 7) { Binary<AddCarry, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(49, 8) { Binary<AddCarry, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(49, 9) { Binary<AddCarry, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(49) { Binary<AddCarry, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(49, writes: 63, reads: 1, faults: true)
    set(50, 0) { Binary<AddCarry, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(50, 1) { Binary<AddCarry, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(50, 2) { Binary<AddCarry, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(50, 3) { Binary<AddCarry, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(50, 4) { Binary<AddCarry, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(50, 5) { Binary<AddCarry, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(50, 6) { Binary<AddCarry, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(50, 7) { Binary<AddCarry, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(50) { Binary<AddCarry, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(50, writes: 63, reads: 1, faults: true)
    set(51, 0) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(51, 1) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(51, 2) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(51, 3) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(51, 4) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(51, 5) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(51, 6) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(51, 7) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(51) { Binary<SubtractBorrow, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(51, writes: 63, reads: 1, faults: true)
    set(52, 0) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(52, 1) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(52, 2) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(52, 3) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(52, 4) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(52, 5) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(52, 6) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(52, 7) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(52, 8) { Binary<SubtractBorrow, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(52, 9) { Binary<SubtractBorrow, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(52) { Binary<SubtractBorrow, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(52, writes: 63, reads: 1, faults: true)
    set(53, 0) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(53, 1) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(53, 2) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(53, 3) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(53, 4) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(53, 5) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(53, 6) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(53, 7) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(53) { Binary<SubtractBorrow, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(53, writes: 63, reads: 1, faults: true)
    set(54, 0) { Binary<And, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(54, 1) { Binary<And, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(54, 2) { Binary<And, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(54, 3) { Binary<And, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(54, 4) { Binary<And, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(54, 5) { Binary<And, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(54, 6) { Binary<And, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(54, 7) { Binary<And, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(54) { Binary<And, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(54, writes: 63, reads: 0, faults: true)
    set(55, 0) { Binary<And, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(55, 1) { Binary<And, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(55, 2) { Binary<And, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(55, 3) { Binary<And, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(55, 4) { Binary<And, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(55, 5) { Binary<And, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(55, 6) { Binary<And, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(55, 7) { Binary<And, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(55, 8) { Binary<And, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(55, 9) { Binary<And, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(55) { Binary<And, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(55, writes: 63, reads: 0, faults: true)
    set(56, 0) { Binary<And, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(56, 1) { Binary<And, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(56, 2) { Binary<And, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(56, 3) { Binary<And, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(56, 4) { Binary<And, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(56, 5) { Binary<And, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(56, 6) { Binary<And, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(56, 7) { Binary<And, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(56) { Binary<And, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(56, writes: 63, reads: 0, faults: true)
    set(57, 0) { Binary<Subtract, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(57, 1) { Binary<Subtract, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(57, 2) { Binary<Subtract, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(57, 3) { Binary<Subtract, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(57, 4) { Binary<Subtract, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(57, 5) { Binary<Subtract, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(57, 6) { Binary<Subtract, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(57, 7) { Binary<Subtract, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(57) { Binary<Subtract, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(57, writes: 63, reads: 0, faults: true)
    set(58, 0) { Binary<Subtract, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(58, 1) { Binary<Subtract, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(58, 2) { Binary<Subtract, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(58, 3) { Binary<Subtract, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(58, 4) { Binary<Subtract, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(58, 5) { Binary<Subtract, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(58, 6) { Binary<Subtract, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(58, 7) { Binary<Subtract, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(58, 8) { Binary<Subtract, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(58, 9) { Binary<Subtract, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(58) { Binary<Subtract, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(58, writes: 63, reads: 0, faults: true)
    set(59, 0) { Binary<Subtract, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(59, 1) { Binary<Subtract, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(59, 2) { Binary<Subtract, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(59, 3) { Binary<Subtract, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(59, 4) { Binary<Subtract, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(59, 5) { Binary<Subtract, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(59, 6) { Binary<Subtract, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(59, 7) { Binary<Subtract, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(59) { Binary<Subtract, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(59, writes: 63, reads: 0, faults: true)
    set(60, 0) { Binary<Xor, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(60, 1) { Binary<Xor, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(60, 2) { Binary<Xor, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(60, 3) { Binary<Xor, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(60, 4) { Binary<Xor, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(60, 5) { Binary<Xor, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(60, 6) { Binary<Xor, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(60, 7) { Binary<Xor, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(60) { Binary<Xor, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(60, writes: 63, reads: 0, faults: true)
    set(61, 0) { Binary<Xor, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(61, 1) { Binary<Xor, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(61, 2) { Binary<Xor, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(61, 3) { Binary<Xor, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(61, 4) { Binary<Xor, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(61, 5) { Binary<Xor, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(61, 6) { Binary<Xor, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(61, 7) { Binary<Xor, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(61, 8) { Binary<Xor, UInt16, Destination, BusMemory, Live>.execute($0, $1) }
    set(61, 9) { Binary<Xor, UInt16, Destination, BusMemory, Dead>.execute($0, $1) }
    setSlow(61) { Binary<Xor, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(61, writes: 63, reads: 0, faults: true)
    set(62, 0) { Binary<Xor, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(62, 1) { Binary<Xor, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(62, 2) { Binary<Xor, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(62, 3) { Binary<Xor, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(62, 4) { Binary<Xor, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(62, 5) { Binary<Xor, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(62, 6) { Binary<Xor, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(62, 7) { Binary<Xor, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(62) { Binary<Xor, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(62, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_binaryMR() {
    set(63, 0) { Binary<Add, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(63, 1) { Binary<Add, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(63, 2) { Binary<Add, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(63, 3) { Binary<Add, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(63, 4) { Binary<Add, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(63, 5) { Binary<Add, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(63, 6) { Binary<Add, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(63, 7) { Binary<Add, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(63) { Binary<Add, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(63, writes: 63, reads: 0, faults: true)
    set(64, 0) { Binary<Add, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(64, 1) { Binary<Add, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(64, 2) { Binary<Add, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(64, 3) { Binary<Add, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(64, 4) { Binary<Add, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(64, 5) { Binary<Add, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(64, 6) { Binary<Add, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(64, 7) { Binary<Add, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(64, 8) { Binary<Add, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(64, 9) { Binary<Add, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(64) { Binary<Add, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(64, writes: 63, reads: 0, faults: true)
    set(65, 0) { Binary<Add, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(65, 1) { Binary<Add, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(65, 2) { Binary<Add, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(65, 3) { Binary<Add, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(65, 4) { Binary<Add, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(65, 5) { Binary<Add, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(65, 6) { Binary<Add, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(65, 7) { Binary<Add, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(65) { Binary<Add, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(65, writes: 63, reads: 0, faults: true)
    set(66, 0) { Binary<Or, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(66, 1) { Binary<Or, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(66, 2) { Binary<Or, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(66, 3) { Binary<Or, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(66, 4) { Binary<Or, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(66, 5) { Binary<Or, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(66, 6) { Binary<Or, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(66, 7) { Binary<Or, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(66) { Binary<Or, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(66, writes: 63, reads: 0, faults: true)
    set(67, 0) { Binary<Or, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(67, 1) { Binary<Or, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(67, 2) { Binary<Or, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(67, 3) { Binary<Or, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(67, 4) { Binary<Or, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(67, 5) { Binary<Or, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(67, 6) { Binary<Or, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(67, 7) { Binary<Or, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(67, 8) { Binary<Or, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(67, 9) { Binary<Or, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(67) { Binary<Or, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(67, writes: 63, reads: 0, faults: true)
    set(68, 0) { Binary<Or, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(68, 1) { Binary<Or, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(68, 2) { Binary<Or, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(68, 3) { Binary<Or, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(68, 4) { Binary<Or, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(68, 5) { Binary<Or, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(68, 6) { Binary<Or, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(68, 7) { Binary<Or, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(68) { Binary<Or, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(68, writes: 63, reads: 0, faults: true)
    set(69, 0) { Binary<AddCarry, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(69, 1) { Binary<AddCarry, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(69, 2) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(69, 3) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(69, 4) { Binary<AddCarry, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(69, 5) { Binary<AddCarry, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(69, 6) { Binary<AddCarry, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(69, 7) { Binary<AddCarry, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(69) { Binary<AddCarry, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(69, writes: 63, reads: 1, faults: true)
    set(70, 0) { Binary<AddCarry, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(70, 1) { Binary<AddCarry, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(70, 2) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(70, 3) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(70, 4) { Binary<AddCarry, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(70, 5) { Binary<AddCarry, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(70, 6) { Binary<AddCarry, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(70, 7) { Binary<AddCarry, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(70, 8) { Binary<AddCarry, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(70, 9) { Binary<AddCarry, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(70) { Binary<AddCarry, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(70, writes: 63, reads: 1, faults: true)
    set(71, 0) { Binary<AddCarry, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(71, 1) { Binary<AddCarry, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(71, 2) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(71, 3) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(71, 4) { Binary<AddCarry, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(71, 5) { Binary<AddCarry, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(71, 6) { Binary<AddCarry, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(71, 7) { Binary<AddCarry, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(71) { Binary<AddCarry, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(71, writes: 63, reads: 1, faults: true)
    set(72, 0) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(72, 1) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(72, 2) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(72, 3) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(72, 4) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(72, 5) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(72, 6) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(72, 7) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(72) { Binary<SubtractBorrow, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(72, writes: 63, reads: 1, faults: true)
    set(73, 0) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(73, 1) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(73, 2) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(73, 3) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(73, 4) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(73, 5) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(73, 6) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(73, 7) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(73, 8) { Binary<SubtractBorrow, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(73, 9) { Binary<SubtractBorrow, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(73) { Binary<SubtractBorrow, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(73, writes: 63, reads: 1, faults: true)
    set(74, 0) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(74, 1) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(74, 2) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(74, 3) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(74, 4) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(74, 5) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(74, 6) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(74, 7) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(74) { Binary<SubtractBorrow, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(74, writes: 63, reads: 1, faults: true)
    set(75, 0) { Binary<And, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(75, 1) { Binary<And, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(75, 2) { Binary<And, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(75, 3) { Binary<And, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(75, 4) { Binary<And, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(75, 5) { Binary<And, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(75, 6) { Binary<And, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(75, 7) { Binary<And, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(75) { Binary<And, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(75, writes: 63, reads: 0, faults: true)
    set(76, 0) { Binary<And, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(76, 1) { Binary<And, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(76, 2) { Binary<And, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(76, 3) { Binary<And, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(76, 4) { Binary<And, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(76, 5) { Binary<And, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(76, 6) { Binary<And, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(76, 7) { Binary<And, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(76, 8) { Binary<And, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(76, 9) { Binary<And, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(76) { Binary<And, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(76, writes: 63, reads: 0, faults: true)
    set(77, 0) { Binary<And, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(77, 1) { Binary<And, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(77, 2) { Binary<And, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(77, 3) { Binary<And, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(77, 4) { Binary<And, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(77, 5) { Binary<And, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(77, 6) { Binary<And, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(77, 7) { Binary<And, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(77) { Binary<And, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(77, writes: 63, reads: 0, faults: true)
    set(78, 0) { Binary<Subtract, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(78, 1) { Binary<Subtract, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(78, 2) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(78, 3) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(78, 4) { Binary<Subtract, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(78, 5) { Binary<Subtract, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(78, 6) { Binary<Subtract, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(78, 7) { Binary<Subtract, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(78) { Binary<Subtract, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(78, writes: 63, reads: 0, faults: true)
    set(79, 0) { Binary<Subtract, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(79, 1) { Binary<Subtract, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(79, 2) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(79, 3) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(79, 4) { Binary<Subtract, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(79, 5) { Binary<Subtract, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(79, 6) { Binary<Subtract, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(79, 7) { Binary<Subtract, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(79, 8) { Binary<Subtract, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(79, 9) { Binary<Subtract, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(79) { Binary<Subtract, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(79, writes: 63, reads: 0, faults: true)
    set(80, 0) { Binary<Subtract, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(80, 1) { Binary<Subtract, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(80, 2) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(80, 3) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(80, 4) { Binary<Subtract, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(80, 5) { Binary<Subtract, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(80, 6) { Binary<Subtract, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(80, 7) { Binary<Subtract, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(80) { Binary<Subtract, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(80, writes: 63, reads: 0, faults: true)
    set(81, 0) { Binary<Xor, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(81, 1) { Binary<Xor, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(81, 2) { Binary<Xor, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(81, 3) { Binary<Xor, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(81, 4) { Binary<Xor, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(81, 5) { Binary<Xor, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(81, 6) { Binary<Xor, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(81, 7) { Binary<Xor, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(81) { Binary<Xor, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(81, writes: 63, reads: 0, faults: true)
    set(82, 0) { Binary<Xor, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(82, 1) { Binary<Xor, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(82, 2) { Binary<Xor, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(82, 3) { Binary<Xor, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(82, 4) { Binary<Xor, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(82, 5) { Binary<Xor, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(82, 6) { Binary<Xor, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(82, 7) { Binary<Xor, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(82, 8) { Binary<Xor, UInt16, BusMemory, Source, Live>.execute($0, $1) }
    set(82, 9) { Binary<Xor, UInt16, BusMemory, Source, Dead>.execute($0, $1) }
    setSlow(82) { Binary<Xor, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(82, writes: 63, reads: 0, faults: true)
    set(83, 0) { Binary<Xor, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(83, 1) { Binary<Xor, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(83, 2) { Binary<Xor, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(83, 3) { Binary<Xor, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(83, 4) { Binary<Xor, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(83, 5) { Binary<Xor, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(83, 6) { Binary<Xor, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(83, 7) { Binary<Xor, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    setSlow(83) { Binary<Xor, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(83, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_binaryMI() {
    set(84, 0) { Binary<Add, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(84, 1) { Binary<Add, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(84, 2) { Binary<Add, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(84, 3) { Binary<Add, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(84, 4) { Binary<Add, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(84, 5) { Binary<Add, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(84, 6) { Binary<Add, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(84, 7) { Binary<Add, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(84) { Binary<Add, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(84, writes: 63, reads: 0, faults: true)
    set(85, 0) { Binary<Add, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(85, 1) { Binary<Add, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(85, 2) { Binary<Add, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(85, 3) { Binary<Add, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(85, 4) { Binary<Add, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(85, 5) { Binary<Add, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(85, 6) { Binary<Add, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(85, 7) { Binary<Add, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(85, 8) { Binary<Add, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(85, 9) { Binary<Add, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(85) { Binary<Add, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(85, writes: 63, reads: 0, faults: true)
    set(86, 0) { Binary<Add, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(86, 1) { Binary<Add, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(86, 2) { Binary<Add, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(86, 3) { Binary<Add, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(86, 4) { Binary<Add, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(86, 5) { Binary<Add, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(86, 6) { Binary<Add, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(86, 7) { Binary<Add, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(86) { Binary<Add, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(86, writes: 63, reads: 0, faults: true)
    set(87, 0) { Binary<Or, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(87, 1) { Binary<Or, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(87, 2) { Binary<Or, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(87, 3) { Binary<Or, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(87, 4) { Binary<Or, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(87, 5) { Binary<Or, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(87, 6) { Binary<Or, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(87, 7) { Binary<Or, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(87) { Binary<Or, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(87, writes: 63, reads: 0, faults: true)
    set(88, 0) { Binary<Or, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(88, 1) { Binary<Or, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(88, 2) { Binary<Or, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(88, 3) { Binary<Or, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(88, 4) { Binary<Or, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(88, 5) { Binary<Or, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(88, 6) { Binary<Or, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(88, 7) { Binary<Or, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(88, 8) { Binary<Or, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(88, 9) { Binary<Or, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(88) { Binary<Or, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(88, writes: 63, reads: 0, faults: true)
    set(89, 0) { Binary<Or, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(89, 1) { Binary<Or, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(89, 2) { Binary<Or, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(89, 3) { Binary<Or, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(89, 4) { Binary<Or, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(89, 5) { Binary<Or, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(89, 6) { Binary<Or, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(89, 7) { Binary<Or, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(89) { Binary<Or, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(89, writes: 63, reads: 0, faults: true)
    set(90, 0) { Binary<AddCarry, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(90, 1) { Binary<AddCarry, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(90, 2) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(90, 3) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(90, 4) { Binary<AddCarry, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(90, 5) { Binary<AddCarry, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(90, 6) { Binary<AddCarry, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(90, 7) { Binary<AddCarry, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(90) { Binary<AddCarry, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(90, writes: 63, reads: 1, faults: true)
    set(91, 0) { Binary<AddCarry, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(91, 1) { Binary<AddCarry, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(91, 2) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(91, 3) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(91, 4) { Binary<AddCarry, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(91, 5) { Binary<AddCarry, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(91, 6) { Binary<AddCarry, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(91, 7) { Binary<AddCarry, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(91, 8) { Binary<AddCarry, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(91, 9) { Binary<AddCarry, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(91) { Binary<AddCarry, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(91, writes: 63, reads: 1, faults: true)
    set(92, 0) { Binary<AddCarry, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(92, 1) { Binary<AddCarry, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(92, 2) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(92, 3) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(92, 4) { Binary<AddCarry, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(92, 5) { Binary<AddCarry, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(92, 6) { Binary<AddCarry, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(92, 7) { Binary<AddCarry, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(92) { Binary<AddCarry, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(92, writes: 63, reads: 1, faults: true)
    set(93, 0) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(93, 1) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(93, 2) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(93, 3) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(93, 4) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(93, 5) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(93, 6) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(93, 7) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(93) { Binary<SubtractBorrow, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(93, writes: 63, reads: 1, faults: true)
    set(94, 0) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(94, 1) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(94, 2) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(94, 3) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(94, 4) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(94, 5) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(94, 6) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(94, 7) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(94, 8) { Binary<SubtractBorrow, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(94, 9) { Binary<SubtractBorrow, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(94) { Binary<SubtractBorrow, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(94, writes: 63, reads: 1, faults: true)
    set(95, 0) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(95, 1) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(95, 2) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(95, 3) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(95, 4) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(95, 5) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(95, 6) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(95, 7) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(95) { Binary<SubtractBorrow, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(95, writes: 63, reads: 1, faults: true)
    set(96, 0) { Binary<And, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(96, 1) { Binary<And, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(96, 2) { Binary<And, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(96, 3) { Binary<And, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(96, 4) { Binary<And, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(96, 5) { Binary<And, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(96, 6) { Binary<And, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(96, 7) { Binary<And, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(96) { Binary<And, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(96, writes: 63, reads: 0, faults: true)
    set(97, 0) { Binary<And, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(97, 1) { Binary<And, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(97, 2) { Binary<And, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(97, 3) { Binary<And, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(97, 4) { Binary<And, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(97, 5) { Binary<And, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(97, 6) { Binary<And, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(97, 7) { Binary<And, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(97, 8) { Binary<And, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(97, 9) { Binary<And, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(97) { Binary<And, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(97, writes: 63, reads: 0, faults: true)
    set(98, 0) { Binary<And, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(98, 1) { Binary<And, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(98, 2) { Binary<And, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(98, 3) { Binary<And, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(98, 4) { Binary<And, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(98, 5) { Binary<And, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(98, 6) { Binary<And, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(98, 7) { Binary<And, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(98) { Binary<And, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(98, writes: 63, reads: 0, faults: true)
    set(99, 0) { Binary<Subtract, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(99, 1) { Binary<Subtract, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(99, 2) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(99, 3) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(99, 4) { Binary<Subtract, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(99, 5) { Binary<Subtract, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(99, 6) { Binary<Subtract, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(99, 7) { Binary<Subtract, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(99) { Binary<Subtract, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(99, writes: 63, reads: 0, faults: true)
    set(100, 0) { Binary<Subtract, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(100, 1) { Binary<Subtract, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(100, 2) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(100, 3) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(100, 4) { Binary<Subtract, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(100, 5) { Binary<Subtract, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(100, 6) { Binary<Subtract, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(100, 7) { Binary<Subtract, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(100, 8) { Binary<Subtract, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(100, 9) { Binary<Subtract, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(100) { Binary<Subtract, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(100, writes: 63, reads: 0, faults: true)
    set(101, 0) { Binary<Subtract, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(101, 1) { Binary<Subtract, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(101, 2) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(101, 3) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(101, 4) { Binary<Subtract, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(101, 5) { Binary<Subtract, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(101, 6) { Binary<Subtract, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(101, 7) { Binary<Subtract, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(101) { Binary<Subtract, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(101, writes: 63, reads: 0, faults: true)
    set(102, 0) { Binary<Xor, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(102, 1) { Binary<Xor, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(102, 2) { Binary<Xor, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(102, 3) { Binary<Xor, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(102, 4) { Binary<Xor, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(102, 5) { Binary<Xor, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(102, 6) { Binary<Xor, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(102, 7) { Binary<Xor, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(102) { Binary<Xor, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(102, writes: 63, reads: 0, faults: true)
    set(103, 0) { Binary<Xor, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(103, 1) { Binary<Xor, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(103, 2) { Binary<Xor, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(103, 3) { Binary<Xor, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(103, 4) { Binary<Xor, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(103, 5) { Binary<Xor, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(103, 6) { Binary<Xor, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(103, 7) { Binary<Xor, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(103, 8) { Binary<Xor, UInt16, BusMemory, Immediate, Live>.execute($0, $1) }
    set(103, 9) { Binary<Xor, UInt16, BusMemory, Immediate, Dead>.execute($0, $1) }
    setSlow(103) { Binary<Xor, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(103, writes: 63, reads: 0, faults: true)
    set(104, 0) { Binary<Xor, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(104, 1) { Binary<Xor, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(104, 2) { Binary<Xor, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(104, 3) { Binary<Xor, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(104, 4) { Binary<Xor, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(104, 5) { Binary<Xor, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(104, 6) { Binary<Xor, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(104, 7) { Binary<Xor, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    setSlow(104) { Binary<Xor, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(104, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareRR() {
    set(105, 0) { Compare<Subtract, UInt8, Destination, Source>.execute($0, $1) }
    set(105, 1) { NoOperation.execute($0, $1) }
    describe(105, writes: 63, reads: 0, faults: false)
    set(106, 0) { Compare<Subtract, UInt16, Destination, Source>.execute($0, $1) }
    set(106, 1) { NoOperation.execute($0, $1) }
    describe(106, writes: 63, reads: 0, faults: false)
    set(107, 0) { Compare<Subtract, UInt32, Destination, Source>.execute($0, $1) }
    set(107, 1) { NoOperation.execute($0, $1) }
    describe(107, writes: 63, reads: 0, faults: false)
    set(108, 0) { Compare<And, UInt8, Destination, Source>.execute($0, $1) }
    set(108, 1) { NoOperation.execute($0, $1) }
    describe(108, writes: 63, reads: 0, faults: false)
    set(109, 0) { Compare<And, UInt16, Destination, Source>.execute($0, $1) }
    set(109, 1) { NoOperation.execute($0, $1) }
    describe(109, writes: 63, reads: 0, faults: false)
    set(110, 0) { Compare<And, UInt32, Destination, Source>.execute($0, $1) }
    set(110, 1) { NoOperation.execute($0, $1) }
    describe(110, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareRI() {
    set(111, 0) { Compare<Subtract, UInt8, Destination, Immediate>.execute($0, $1) }
    set(111, 1) { NoOperation.execute($0, $1) }
    describe(111, writes: 63, reads: 0, faults: false)
    set(112, 0) { Compare<Subtract, UInt16, Destination, Immediate>.execute($0, $1) }
    set(112, 1) { NoOperation.execute($0, $1) }
    describe(112, writes: 63, reads: 0, faults: false)
    set(113, 0) { Compare<Subtract, UInt32, Destination, Immediate>.execute($0, $1) }
    set(113, 1) { NoOperation.execute($0, $1) }
    describe(113, writes: 63, reads: 0, faults: false)
    set(114, 0) { Compare<And, UInt8, Destination, Immediate>.execute($0, $1) }
    set(114, 1) { NoOperation.execute($0, $1) }
    describe(114, writes: 63, reads: 0, faults: false)
    set(115, 0) { Compare<And, UInt16, Destination, Immediate>.execute($0, $1) }
    set(115, 1) { NoOperation.execute($0, $1) }
    describe(115, writes: 63, reads: 0, faults: false)
    set(116, 0) { Compare<And, UInt32, Destination, Immediate>.execute($0, $1) }
    set(116, 1) { NoOperation.execute($0, $1) }
    describe(116, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareRM() {
    set(117, 0) { Compare<Subtract, UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(117, 2) { Compare<Subtract, UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(117, 4) { Compare<Subtract, UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(117, 6) { Compare<Subtract, UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(117) { Compare<Subtract, UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(117, writes: 63, reads: 0, faults: true)
    set(118, 0) { Compare<Subtract, UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(118, 2) { Compare<Subtract, UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(118, 4) { Compare<Subtract, UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(118, 6) { Compare<Subtract, UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(118, 8) { Compare<Subtract, UInt16, Destination, BusMemory>.execute($0, $1) }
    setSlow(118) { Compare<Subtract, UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(118, writes: 63, reads: 0, faults: true)
    set(119, 0) { Compare<Subtract, UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(119, 2) { Compare<Subtract, UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(119, 4) { Compare<Subtract, UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(119, 6) { Compare<Subtract, UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(119) { Compare<Subtract, UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(119, writes: 63, reads: 0, faults: true)
    set(120, 0) { Compare<And, UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(120, 2) { Compare<And, UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(120, 4) { Compare<And, UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(120, 6) { Compare<And, UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(120) { Compare<And, UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(120, writes: 63, reads: 0, faults: true)
    set(121, 0) { Compare<And, UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(121, 2) { Compare<And, UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(121, 4) { Compare<And, UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(121, 6) { Compare<And, UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(121, 8) { Compare<And, UInt16, Destination, BusMemory>.execute($0, $1) }
    setSlow(121) { Compare<And, UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(121, writes: 63, reads: 0, faults: true)
    set(122, 0) { Compare<And, UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(122, 2) { Compare<And, UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(122, 4) { Compare<And, UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(122, 6) { Compare<And, UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(122) { Compare<And, UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(122, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareMR() {
    set(123, 0) { Compare<Subtract, UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(123, 2) { Compare<Subtract, UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(123, 4) { Compare<Subtract, UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(123, 6) { Compare<Subtract, UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(123) { Compare<Subtract, UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(123, writes: 63, reads: 0, faults: true)
    set(124, 0) { Compare<Subtract, UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(124, 2) { Compare<Subtract, UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(124, 4) { Compare<Subtract, UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(124, 6) { Compare<Subtract, UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(124, 8) { Compare<Subtract, UInt16, BusMemory, Source>.execute($0, $1) }
    setSlow(124) { Compare<Subtract, UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(124, writes: 63, reads: 0, faults: true)
    set(125, 0) { Compare<Subtract, UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(125, 2) { Compare<Subtract, UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(125, 4) { Compare<Subtract, UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(125, 6) { Compare<Subtract, UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(125) { Compare<Subtract, UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(125, writes: 63, reads: 0, faults: true)
    set(126, 0) { Compare<And, UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(126, 2) { Compare<And, UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(126, 4) { Compare<And, UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(126, 6) { Compare<And, UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(126) { Compare<And, UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(126, writes: 63, reads: 0, faults: true)
    set(127, 0) { Compare<And, UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(127, 2) { Compare<And, UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(127, 4) { Compare<And, UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(127, 6) { Compare<And, UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(127, 8) { Compare<And, UInt16, BusMemory, Source>.execute($0, $1) }
    setSlow(127) { Compare<And, UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(127, writes: 63, reads: 0, faults: true)
    set(128, 0) { Compare<And, UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(128, 2) { Compare<And, UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(128, 4) { Compare<And, UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(128, 6) { Compare<And, UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(128) { Compare<And, UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(128, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareMI() {
    set(129, 0) { Compare<Subtract, UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(129, 2) { Compare<Subtract, UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(129, 4) { Compare<Subtract, UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(129, 6) { Compare<Subtract, UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(129) { Compare<Subtract, UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(129, writes: 63, reads: 0, faults: true)
    set(130, 0) { Compare<Subtract, UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(130, 2) { Compare<Subtract, UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(130, 4) { Compare<Subtract, UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(130, 6) { Compare<Subtract, UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(130, 8) { Compare<Subtract, UInt16, BusMemory, Immediate>.execute($0, $1) }
    setSlow(130) { Compare<Subtract, UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(130, writes: 63, reads: 0, faults: true)
    set(131, 0) { Compare<Subtract, UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(131, 2) { Compare<Subtract, UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(131, 4) { Compare<Subtract, UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(131, 6) { Compare<Subtract, UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(131) { Compare<Subtract, UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(131, writes: 63, reads: 0, faults: true)
    set(132, 0) { Compare<And, UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(132, 2) { Compare<And, UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(132, 4) { Compare<And, UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(132, 6) { Compare<And, UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(132) { Compare<And, UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(132, writes: 63, reads: 0, faults: true)
    set(133, 0) { Compare<And, UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(133, 2) { Compare<And, UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(133, 4) { Compare<And, UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(133, 6) { Compare<And, UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(133, 8) { Compare<And, UInt16, BusMemory, Immediate>.execute($0, $1) }
    setSlow(133) { Compare<And, UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(133, writes: 63, reads: 0, faults: true)
    set(134, 0) { Compare<And, UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(134, 2) { Compare<And, UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(134, 4) { Compare<And, UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(134, 6) { Compare<And, UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(134) { Compare<And, UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(134, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_moveRR() {
    set(135, 0) { Move<UInt8, Destination, Source>.execute($0, $1) }
    describe(135, writes: 0, reads: 0, faults: false)
    set(136, 0) { Move<UInt16, Destination, Source>.execute($0, $1) }
    describe(136, writes: 0, reads: 0, faults: false)
    set(137, 0) { Move<UInt32, Destination, Source>.execute($0, $1) }
    describe(137, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_moveRI() {
    set(138, 0) { Move<UInt8, Destination, Immediate>.execute($0, $1) }
    describe(138, writes: 0, reads: 0, faults: false)
    set(139, 0) { Move<UInt16, Destination, Immediate>.execute($0, $1) }
    describe(139, writes: 0, reads: 0, faults: false)
    set(140, 0) { Move<UInt32, Destination, Immediate>.execute($0, $1) }
    describe(140, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_moveRM() {
    set(141, 0) { Move<UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(141, 2) { Move<UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(141, 4) { Move<UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(141, 6) { Move<UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(141) { Move<UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(141, writes: 0, reads: 0, faults: true)
    set(142, 0) { Move<UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(142, 2) { Move<UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(142, 4) { Move<UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(142, 6) { Move<UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(142, 8) { Move<UInt16, Destination, BusMemory>.execute($0, $1) }
    setSlow(142) { Move<UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(142, writes: 0, reads: 0, faults: true)
    set(143, 0) { Move<UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(143, 2) { Move<UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(143, 4) { Move<UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(143, 6) { Move<UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    setSlow(143) { Move<UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(143, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_moveMR() {
    set(144, 0) { Move<UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(144, 2) { Move<UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(144, 4) { Move<UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(144, 6) { Move<UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(144) { Move<UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(144, writes: 0, reads: 0, faults: true)
    set(145, 0) { Move<UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(145, 2) { Move<UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(145, 4) { Move<UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(145, 6) { Move<UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(145, 8) { Move<UInt16, BusMemory, Source>.execute($0, $1) }
    setSlow(145) { Move<UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(145, writes: 0, reads: 0, faults: true)
    set(146, 0) { Move<UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(146, 2) { Move<UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(146, 4) { Move<UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(146, 6) { Move<UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    setSlow(146) { Move<UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(146, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_moveMI() {
    set(147, 0) { Move<UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(147, 2) { Move<UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(147, 4) { Move<UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(147, 6) { Move<UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(147) { Move<UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(147, writes: 0, reads: 0, faults: true)
    set(148, 0) { Move<UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(148, 2) { Move<UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(148, 4) { Move<UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(148, 6) { Move<UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(148, 8) { Move<UInt16, BusMemory, Immediate>.execute($0, $1) }
    setSlow(148) { Move<UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(148, writes: 0, reads: 0, faults: true)
    set(149, 0) { Move<UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(149, 2) { Move<UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(149, 4) { Move<UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(149, 6) { Move<UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    setSlow(149) { Move<UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(149, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_zeroExtendR() {
    set(150, 0) { ZeroExtend<UInt16, UInt8, Source>.execute($0, $1) }
    describe(150, writes: 0, reads: 0, faults: false)
    set(151, 0) { ZeroExtend<UInt32, UInt8, Source>.execute($0, $1) }
    describe(151, writes: 0, reads: 0, faults: false)
    set(152, 0) { ZeroExtend<UInt32, UInt16, Source>.execute($0, $1) }
    describe(152, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_zeroExtendM() {
    set(153, 0) { ZeroExtend<UInt16, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(153, 2) { ZeroExtend<UInt16, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(153, 4) { ZeroExtend<UInt16, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(153, 6) { ZeroExtend<UInt16, UInt8, Memory<Segmented32>>.execute($0, $1) }
    setSlow(153) { ZeroExtend<UInt16, UInt8, SlowMemory>.execute($0, $1) }
    describe(153, writes: 0, reads: 0, faults: true)
    set(154, 0) { ZeroExtend<UInt32, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(154, 2) { ZeroExtend<UInt32, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(154, 4) { ZeroExtend<UInt32, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(154, 6) { ZeroExtend<UInt32, UInt8, Memory<Segmented32>>.execute($0, $1) }
    setSlow(154) { ZeroExtend<UInt32, UInt8, SlowMemory>.execute($0, $1) }
    describe(154, writes: 0, reads: 0, faults: true)
    set(155, 0) { ZeroExtend<UInt32, UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(155, 2) { ZeroExtend<UInt32, UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(155, 4) { ZeroExtend<UInt32, UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(155, 6) { ZeroExtend<UInt32, UInt16, Memory<Segmented32>>.execute($0, $1) }
    setSlow(155) { ZeroExtend<UInt32, UInt16, SlowMemory>.execute($0, $1) }
    describe(155, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_signExtendR() {
    set(156, 0) { SignExtend<UInt16, UInt8, Source>.execute($0, $1) }
    describe(156, writes: 0, reads: 0, faults: false)
    set(157, 0) { SignExtend<UInt32, UInt8, Source>.execute($0, $1) }
    describe(157, writes: 0, reads: 0, faults: false)
    set(158, 0) { SignExtend<UInt32, UInt16, Source>.execute($0, $1) }
    describe(158, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_signExtendM() {
    set(159, 0) { SignExtend<UInt16, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(159, 2) { SignExtend<UInt16, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(159, 4) { SignExtend<UInt16, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(159, 6) { SignExtend<UInt16, UInt8, Memory<Segmented32>>.execute($0, $1) }
    setSlow(159) { SignExtend<UInt16, UInt8, SlowMemory>.execute($0, $1) }
    describe(159, writes: 0, reads: 0, faults: true)
    set(160, 0) { SignExtend<UInt32, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(160, 2) { SignExtend<UInt32, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(160, 4) { SignExtend<UInt32, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(160, 6) { SignExtend<UInt32, UInt8, Memory<Segmented32>>.execute($0, $1) }
    setSlow(160) { SignExtend<UInt32, UInt8, SlowMemory>.execute($0, $1) }
    describe(160, writes: 0, reads: 0, faults: true)
    set(161, 0) { SignExtend<UInt32, UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(161, 2) { SignExtend<UInt32, UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(161, 4) { SignExtend<UInt32, UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(161, 6) { SignExtend<UInt32, UInt16, Memory<Segmented32>>.execute($0, $1) }
    setSlow(161) { SignExtend<UInt32, UInt16, SlowMemory>.execute($0, $1) }
    describe(161, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_loadAddress() {
    set(162, 0) { LoadAddress<UInt16, Segmented16>.execute($0, $1) }
    describe(162, writes: 0, reads: 0, faults: false)
    set(163, 0) { LoadAddress<UInt32, Segmented16>.execute($0, $1) }
    describe(163, writes: 0, reads: 0, faults: false)
    set(164, 0) { LoadAddress<UInt16, Segmented32>.execute($0, $1) }
    describe(164, writes: 0, reads: 0, faults: false)
    set(165, 0) { LoadAddress<UInt32, Segmented32>.execute($0, $1) }
    describe(165, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_exchange() {
    set(166, 0) { Exchange<UInt8>.execute($0, $1) }
    describe(166, writes: 0, reads: 0, faults: false)
    set(167, 0) { Exchange<UInt16>.execute($0, $1) }
    describe(167, writes: 0, reads: 0, faults: false)
    set(168, 0) { Exchange<UInt32>.execute($0, $1) }
    describe(168, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_stepR() {
    set(169, 0) { StepBy<Increment, UInt8, Destination, Live>.execute($0, $1) }
    set(169, 1) { StepBy<Increment, UInt8, Destination, Dead>.execute($0, $1) }
    describe(169, writes: 62, reads: 1, faults: false)
    set(170, 0) { StepBy<Increment, UInt16, Destination, Live>.execute($0, $1) }
    set(170, 1) { StepBy<Increment, UInt16, Destination, Dead>.execute($0, $1) }
    describe(170, writes: 62, reads: 1, faults: false)
    set(171, 0) { StepBy<Increment, UInt32, Destination, Live>.execute($0, $1) }
    set(171, 1) { StepBy<Increment, UInt32, Destination, Dead>.execute($0, $1) }
    describe(171, writes: 62, reads: 1, faults: false)
    set(172, 0) { StepBy<Decrement, UInt8, Destination, Live>.execute($0, $1) }
    set(172, 1) { StepBy<Decrement, UInt8, Destination, Dead>.execute($0, $1) }
    describe(172, writes: 62, reads: 1, faults: false)
    set(173, 0) { StepBy<Decrement, UInt16, Destination, Live>.execute($0, $1) }
    set(173, 1) { StepBy<Decrement, UInt16, Destination, Dead>.execute($0, $1) }
    describe(173, writes: 62, reads: 1, faults: false)
    set(174, 0) { StepBy<Decrement, UInt32, Destination, Live>.execute($0, $1) }
    set(174, 1) { StepBy<Decrement, UInt32, Destination, Dead>.execute($0, $1) }
    describe(174, writes: 62, reads: 1, faults: false)
  }
  private mutating func fill_stepM() {
    set(175, 0) { StepBy<Increment, UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(175, 1) { StepBy<Increment, UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(175, 2) { StepBy<Increment, UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(175, 3) { StepBy<Increment, UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(175, 4) { StepBy<Increment, UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(175, 5) { StepBy<Increment, UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(175, 6) { StepBy<Increment, UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(175, 7) { StepBy<Increment, UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(175) { StepBy<Increment, UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(175, writes: 62, reads: 1, faults: true)
    set(176, 0) { StepBy<Increment, UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(176, 1) { StepBy<Increment, UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(176, 2) { StepBy<Increment, UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(176, 3) { StepBy<Increment, UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(176, 4) { StepBy<Increment, UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(176, 5) { StepBy<Increment, UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(176, 6) { StepBy<Increment, UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(176, 7) { StepBy<Increment, UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(176, 8) { StepBy<Increment, UInt16, BusMemory, Live>.execute($0, $1) }
    set(176, 9) { StepBy<Increment, UInt16, BusMemory, Dead>.execute($0, $1) }
    setSlow(176) { StepBy<Increment, UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(176, writes: 62, reads: 1, faults: true)
    set(177, 0) { StepBy<Increment, UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(177, 1) { StepBy<Increment, UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(177, 2) { StepBy<Increment, UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(177, 3) { StepBy<Increment, UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(177, 4) { StepBy<Increment, UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(177, 5) { StepBy<Increment, UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(177, 6) { StepBy<Increment, UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(177, 7) { StepBy<Increment, UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(177) { StepBy<Increment, UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(177, writes: 62, reads: 1, faults: true)
    set(178, 0) { StepBy<Decrement, UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(178, 1) { StepBy<Decrement, UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(178, 2) { StepBy<Decrement, UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(178, 3) { StepBy<Decrement, UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(178, 4) { StepBy<Decrement, UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(178, 5) { StepBy<Decrement, UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(178, 6) { StepBy<Decrement, UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(178, 7) { StepBy<Decrement, UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(178) { StepBy<Decrement, UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(178, writes: 62, reads: 1, faults: true)
    set(179, 0) { StepBy<Decrement, UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(179, 1) { StepBy<Decrement, UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(179, 2) { StepBy<Decrement, UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(179, 3) { StepBy<Decrement, UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(179, 4) { StepBy<Decrement, UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(179, 5) { StepBy<Decrement, UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(179, 6) { StepBy<Decrement, UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(179, 7) { StepBy<Decrement, UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(179, 8) { StepBy<Decrement, UInt16, BusMemory, Live>.execute($0, $1) }
    set(179, 9) { StepBy<Decrement, UInt16, BusMemory, Dead>.execute($0, $1) }
    setSlow(179) { StepBy<Decrement, UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(179, writes: 62, reads: 1, faults: true)
    set(180, 0) { StepBy<Decrement, UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(180, 1) { StepBy<Decrement, UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(180, 2) { StepBy<Decrement, UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(180, 3) { StepBy<Decrement, UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(180, 4) { StepBy<Decrement, UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(180, 5) { StepBy<Decrement, UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(180, 6) { StepBy<Decrement, UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(180, 7) { StepBy<Decrement, UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(180) { StepBy<Decrement, UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(180, writes: 62, reads: 1, faults: true)
  }
  private mutating func fill_negateR() {
    set(181, 0) { Negate<UInt8, Destination, Live>.execute($0, $1) }
    set(181, 1) { Negate<UInt8, Destination, Dead>.execute($0, $1) }
    describe(181, writes: 63, reads: 0, faults: false)
    set(182, 0) { Negate<UInt16, Destination, Live>.execute($0, $1) }
    set(182, 1) { Negate<UInt16, Destination, Dead>.execute($0, $1) }
    describe(182, writes: 63, reads: 0, faults: false)
    set(183, 0) { Negate<UInt32, Destination, Live>.execute($0, $1) }
    set(183, 1) { Negate<UInt32, Destination, Dead>.execute($0, $1) }
    describe(183, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_negateM() {
    set(184, 0) { Negate<UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(184, 1) { Negate<UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(184, 2) { Negate<UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(184, 3) { Negate<UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(184, 4) { Negate<UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(184, 5) { Negate<UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(184, 6) { Negate<UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(184, 7) { Negate<UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(184) { Negate<UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(184, writes: 63, reads: 0, faults: true)
    set(185, 0) { Negate<UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(185, 1) { Negate<UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(185, 2) { Negate<UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(185, 3) { Negate<UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(185, 4) { Negate<UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(185, 5) { Negate<UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(185, 6) { Negate<UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(185, 7) { Negate<UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(185, 8) { Negate<UInt16, BusMemory, Live>.execute($0, $1) }
    set(185, 9) { Negate<UInt16, BusMemory, Dead>.execute($0, $1) }
    setSlow(185) { Negate<UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(185, writes: 63, reads: 0, faults: true)
    set(186, 0) { Negate<UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(186, 1) { Negate<UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(186, 2) { Negate<UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(186, 3) { Negate<UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(186, 4) { Negate<UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(186, 5) { Negate<UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(186, 6) { Negate<UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(186, 7) { Negate<UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(186) { Negate<UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(186, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_complementR() {
    set(187, 0) { Complement<UInt8, Destination>.execute($0, $1) }
    describe(187, writes: 0, reads: 0, faults: false)
    set(188, 0) { Complement<UInt16, Destination>.execute($0, $1) }
    describe(188, writes: 0, reads: 0, faults: false)
    set(189, 0) { Complement<UInt32, Destination>.execute($0, $1) }
    describe(189, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_complementM() {
    set(190, 0) { Complement<UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(190, 2) { Complement<UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(190, 4) { Complement<UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(190, 6) { Complement<UInt8, Memory<Segmented32>>.execute($0, $1) }
    setSlow(190) { Complement<UInt8, SlowMemory>.execute($0, $1) }
    describe(190, writes: 0, reads: 0, faults: true)
    set(191, 0) { Complement<UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(191, 2) { Complement<UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(191, 4) { Complement<UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(191, 6) { Complement<UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(191, 8) { Complement<UInt16, BusMemory>.execute($0, $1) }
    setSlow(191) { Complement<UInt16, SlowMemory>.execute($0, $1) }
    describe(191, writes: 0, reads: 0, faults: true)
    set(192, 0) { Complement<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(192, 2) { Complement<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(192, 4) { Complement<UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(192, 6) { Complement<UInt32, Memory<Segmented32>>.execute($0, $1) }
    setSlow(192) { Complement<UInt32, SlowMemory>.execute($0, $1) }
    describe(192, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_shiftRI() {
    set(193, 0) { ShiftByImmediate<RotateLeft, UInt8, Live>.execute($0, $1) }
    set(193, 1) { ShiftByImmediate<RotateLeft, UInt8, Dead>.execute($0, $1) }
    describe(193, writes: 33, reads: 30, faults: false)
    set(194, 0) { ShiftByImmediate<RotateLeft, UInt16, Live>.execute($0, $1) }
    set(194, 1) { ShiftByImmediate<RotateLeft, UInt16, Dead>.execute($0, $1) }
    describe(194, writes: 33, reads: 30, faults: false)
    set(195, 0) { ShiftByImmediate<RotateLeft, UInt32, Live>.execute($0, $1) }
    set(195, 1) { ShiftByImmediate<RotateLeft, UInt32, Dead>.execute($0, $1) }
    describe(195, writes: 33, reads: 30, faults: false)
    set(196, 0) { ShiftByImmediate<RotateRight, UInt8, Live>.execute($0, $1) }
    set(196, 1) { ShiftByImmediate<RotateRight, UInt8, Dead>.execute($0, $1) }
    describe(196, writes: 33, reads: 30, faults: false)
    set(197, 0) { ShiftByImmediate<RotateRight, UInt16, Live>.execute($0, $1) }
    set(197, 1) { ShiftByImmediate<RotateRight, UInt16, Dead>.execute($0, $1) }
    describe(197, writes: 33, reads: 30, faults: false)
    set(198, 0) { ShiftByImmediate<RotateRight, UInt32, Live>.execute($0, $1) }
    set(198, 1) { ShiftByImmediate<RotateRight, UInt32, Dead>.execute($0, $1) }
    describe(198, writes: 33, reads: 30, faults: false)
    set(199, 0) { ShiftByImmediate<ShiftLeft, UInt8, Live>.execute($0, $1) }
    set(199, 1) { ShiftByImmediate<ShiftLeft, UInt8, Dead>.execute($0, $1) }
    describe(199, writes: 63, reads: 0, faults: false)
    set(200, 0) { ShiftByImmediate<ShiftLeft, UInt16, Live>.execute($0, $1) }
    set(200, 1) { ShiftByImmediate<ShiftLeft, UInt16, Dead>.execute($0, $1) }
    describe(200, writes: 63, reads: 0, faults: false)
    set(201, 0) { ShiftByImmediate<ShiftLeft, UInt32, Live>.execute($0, $1) }
    set(201, 1) { ShiftByImmediate<ShiftLeft, UInt32, Dead>.execute($0, $1) }
    describe(201, writes: 63, reads: 0, faults: false)
    set(202, 0) { ShiftByImmediate<ShiftRight, UInt8, Live>.execute($0, $1) }
    set(202, 1) { ShiftByImmediate<ShiftRight, UInt8, Dead>.execute($0, $1) }
    describe(202, writes: 63, reads: 0, faults: false)
    set(203, 0) { ShiftByImmediate<ShiftRight, UInt16, Live>.execute($0, $1) }
    set(203, 1) { ShiftByImmediate<ShiftRight, UInt16, Dead>.execute($0, $1) }
    describe(203, writes: 63, reads: 0, faults: false)
    set(204, 0) { ShiftByImmediate<ShiftRight, UInt32, Live>.execute($0, $1) }
    set(204, 1) { ShiftByImmediate<ShiftRight, UInt32, Dead>.execute($0, $1) }
    describe(204, writes: 63, reads: 0, faults: false)
    set(205, 0) { ShiftByImmediate<ShiftArithmetic, UInt8, Live>.execute($0, $1) }
    set(205, 1) { ShiftByImmediate<ShiftArithmetic, UInt8, Dead>.execute($0, $1) }
    describe(205, writes: 63, reads: 0, faults: false)
    set(206, 0) { ShiftByImmediate<ShiftArithmetic, UInt16, Live>.execute($0, $1) }
    set(206, 1) { ShiftByImmediate<ShiftArithmetic, UInt16, Dead>.execute($0, $1) }
    describe(206, writes: 63, reads: 0, faults: false)
    set(207, 0) { ShiftByImmediate<ShiftArithmetic, UInt32, Live>.execute($0, $1) }
    set(207, 1) { ShiftByImmediate<ShiftArithmetic, UInt32, Dead>.execute($0, $1) }
    describe(207, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_shiftRC() {
    set(208, 0) { ShiftByCL<RotateLeft, UInt32>.execute($0, $1) }
    describe(208, writes: 0, reads: 63, faults: false)
    set(209, 0) { ShiftByCL<RotateRight, UInt32>.execute($0, $1) }
    describe(209, writes: 0, reads: 63, faults: false)
    set(210, 0) { ShiftByCL<ShiftLeft, UInt32>.execute($0, $1) }
    describe(210, writes: 0, reads: 63, faults: false)
    set(211, 0) { ShiftByCL<ShiftRight, UInt32>.execute($0, $1) }
    describe(211, writes: 0, reads: 63, faults: false)
    set(212, 0) { ShiftByCL<ShiftArithmetic, UInt32>.execute($0, $1) }
    describe(212, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_multiplyRR() {
    set(213, 0) { Binary<SignedMultiply, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(213, 1) { Binary<SignedMultiply, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(213, writes: 63, reads: 0, faults: false)
    set(214, 0) { Binary<SignedMultiply, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(214, 1) { Binary<SignedMultiply, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(214, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_multiplyRM() {
    set(215, 0) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(215, 1) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(215, 2) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(215, 3) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(215, 4) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(215, 5) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(215, 6) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(215, 7) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(215) { Binary<SignedMultiply, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(215, writes: 63, reads: 0, faults: true)
    set(216, 0) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(216, 1) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(216, 2) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(216, 3) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(216, 4) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(216, 5) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(216, 6) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(216, 7) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(216) { Binary<SignedMultiply, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(216, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_multiplyRI() {
    set(217, 0) { MultiplyByImmediate<UInt16, Source, Live>.execute($0, $1) }
    set(217, 1) { MultiplyByImmediate<UInt16, Source, Dead>.execute($0, $1) }
    describe(217, writes: 63, reads: 0, faults: false)
    set(218, 0) { MultiplyByImmediate<UInt32, Source, Live>.execute($0, $1) }
    set(218, 1) { MultiplyByImmediate<UInt32, Source, Dead>.execute($0, $1) }
    describe(218, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_multiplyMI() {
    set(219, 0) { MultiplyByImmediate<UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(219, 1) { MultiplyByImmediate<UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(219, 2) { MultiplyByImmediate<UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(219, 3) { MultiplyByImmediate<UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(219, 4) { MultiplyByImmediate<UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(219, 5) { MultiplyByImmediate<UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(219, 6) { MultiplyByImmediate<UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(219, 7) { MultiplyByImmediate<UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(219) { MultiplyByImmediate<UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(219, writes: 63, reads: 0, faults: true)
    set(220, 0) { MultiplyByImmediate<UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(220, 1) { MultiplyByImmediate<UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(220, 2) { MultiplyByImmediate<UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(220, 3) { MultiplyByImmediate<UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(220, 4) { MultiplyByImmediate<UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(220, 5) { MultiplyByImmediate<UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(220, 6) { MultiplyByImmediate<UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(220, 7) { MultiplyByImmediate<UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    setSlow(220) { MultiplyByImmediate<UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(220, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_setIf() {
    set(221, 0) { SetIf<Overflow>.execute($0, $1) }
    describe(221, writes: 0, reads: 63, faults: false)
    set(222, 0) { SetIf<Not<Overflow>>.execute($0, $1) }
    describe(222, writes: 0, reads: 63, faults: false)
    set(223, 0) { SetIf<Below>.execute($0, $1) }
    describe(223, writes: 0, reads: 63, faults: false)
    set(224, 0) { SetIf<Not<Below>>.execute($0, $1) }
    describe(224, writes: 0, reads: 63, faults: false)
    set(225, 0) { SetIf<Equal>.execute($0, $1) }
    describe(225, writes: 0, reads: 63, faults: false)
    set(226, 0) { SetIf<Not<Equal>>.execute($0, $1) }
    describe(226, writes: 0, reads: 63, faults: false)
    set(227, 0) { SetIf<BelowEqual>.execute($0, $1) }
    describe(227, writes: 0, reads: 63, faults: false)
    set(228, 0) { SetIf<Not<BelowEqual>>.execute($0, $1) }
    describe(228, writes: 0, reads: 63, faults: false)
    set(229, 0) { SetIf<Negative>.execute($0, $1) }
    describe(229, writes: 0, reads: 63, faults: false)
    set(230, 0) { SetIf<Not<Negative>>.execute($0, $1) }
    describe(230, writes: 0, reads: 63, faults: false)
    set(231, 0) { SetIf<Parity>.execute($0, $1) }
    describe(231, writes: 0, reads: 63, faults: false)
    set(232, 0) { SetIf<Not<Parity>>.execute($0, $1) }
    describe(232, writes: 0, reads: 63, faults: false)
    set(233, 0) { SetIf<Less>.execute($0, $1) }
    describe(233, writes: 0, reads: 63, faults: false)
    set(234, 0) { SetIf<Not<Less>>.execute($0, $1) }
    describe(234, writes: 0, reads: 63, faults: false)
    set(235, 0) { SetIf<LessEqual>.execute($0, $1) }
    describe(235, writes: 0, reads: 63, faults: false)
    set(236, 0) { SetIf<Not<LessEqual>>.execute($0, $1) }
    describe(236, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_extendAccumulator() {
    set(237, 0) { ExtendAccumulator<UInt16, UInt8>.execute($0, $1) }
    describe(237, writes: 0, reads: 0, faults: false)
    set(238, 0) { ExtendAccumulator<UInt32, UInt16>.execute($0, $1) }
    describe(238, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_extendIntoDX() {
    set(239, 0) { ExtendIntoDX<UInt16>.execute($0, $1) }
    describe(239, writes: 0, reads: 0, faults: false)
    set(240, 0) { ExtendIntoDX<UInt32>.execute($0, $1) }
    describe(240, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_single() {
    set(241, 0) { ClearCarry.execute($0, $1) }
    describe(241, writes: 0, reads: 63, faults: false)
    set(242, 0) { SetCarry.execute($0, $1) }
    describe(242, writes: 0, reads: 63, faults: false)
    set(243, 0) { ComplementCarry.execute($0, $1) }
    describe(243, writes: 0, reads: 63, faults: false)
    set(244, 0) { ClearDirection.execute($0, $1) }
    describe(244, writes: 0, reads: 0, faults: false)
    set(245, 0) { SetDirection.execute($0, $1) }
    describe(245, writes: 0, reads: 0, faults: false)
    set(246, 0) { NoOperation.execute($0, $1) }
    describe(246, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_pushR() {
    set(247, 0) { Push<UInt16, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(247) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(247, writes: 0, reads: 0, faults: true)
    set(248, 0) { Push<UInt16, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(248) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(248, writes: 0, reads: 0, faults: true)
    set(249, 0) { Push<UInt16, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    set(249, 8) { Push<UInt16, Stack16, BusPushSlot, Source>.execute($0, $1) }
    setSlow(249) { Push<UInt16, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(249, writes: 0, reads: 0, faults: true)
    set(250, 0) { Push<UInt32, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(250) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(250, writes: 0, reads: 0, faults: true)
    set(251, 0) { Push<UInt32, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(251) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(251, writes: 0, reads: 0, faults: true)
    set(252, 0) { Push<UInt32, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    setSlow(252) { Push<UInt32, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(252, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_pushI() {
    set(253, 0) { Push<UInt16, FlatStack, PushSlot<FlatStack>, Immediate>.execute($0, $1) }
    setSlow(253) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(253, writes: 0, reads: 0, faults: true)
    set(254, 0) { Push<UInt16, Stack32, PushSlot<Stack32>, Immediate>.execute($0, $1) }
    setSlow(254) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(254, writes: 0, reads: 0, faults: true)
    set(255, 0) { Push<UInt16, Stack16, PushSlot<Stack16>, Immediate>.execute($0, $1) }
    set(255, 8) { Push<UInt16, Stack16, BusPushSlot, Immediate>.execute($0, $1) }
    setSlow(255) { Push<UInt16, Stack16, SlowPushSlot<Stack16>, Immediate>.execute($0, $1) }
    describe(255, writes: 0, reads: 0, faults: true)
    set(256, 0) { Push<UInt32, FlatStack, PushSlot<FlatStack>, Immediate>.execute($0, $1) }
    setSlow(256) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(256, writes: 0, reads: 0, faults: true)
    set(257, 0) { Push<UInt32, Stack32, PushSlot<Stack32>, Immediate>.execute($0, $1) }
    setSlow(257) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(257, writes: 0, reads: 0, faults: true)
    set(258, 0) { Push<UInt32, Stack16, PushSlot<Stack16>, Immediate>.execute($0, $1) }
    setSlow(258) { Push<UInt32, Stack16, SlowPushSlot<Stack16>, Immediate>.execute($0, $1) }
    describe(258, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_popR() {
    set(259, 0) { Pop<UInt16, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(259) { Pop<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(259, writes: 0, reads: 0, faults: true)
    set(260, 0) { Pop<UInt16, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(260) { Pop<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(260, writes: 0, reads: 0, faults: true)
    set(261, 0) { Pop<UInt16, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    set(261, 8) { Pop<UInt16, Stack16, BusPopSlot>.execute($0, $1) }
    setSlow(261) { Pop<UInt16, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(261, writes: 0, reads: 0, faults: true)
    set(262, 0) { Pop<UInt32, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(262) { Pop<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(262, writes: 0, reads: 0, faults: true)
    set(263, 0) { Pop<UInt32, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(263) { Pop<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(263, writes: 0, reads: 0, faults: true)
    set(264, 0) { Pop<UInt32, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    setSlow(264) { Pop<UInt32, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(264, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_call() {
    set(265, 0) { Call<UInt16, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(265) { Call<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(265, writes: 0, reads: 0, faults: true)
    set(266, 0) { Call<UInt16, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(266) { Call<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(266, writes: 0, reads: 0, faults: true)
    set(267, 0) { Call<UInt16, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    set(267, 8) { Call<UInt16, Stack16, BusPushSlot>.execute($0, $1) }
    setSlow(267) { Call<UInt16, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(267, writes: 0, reads: 0, faults: true)
    set(268, 0) { Call<UInt32, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(268) { Call<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(268, writes: 0, reads: 0, faults: true)
    set(269, 0) { Call<UInt32, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(269) { Call<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(269, writes: 0, reads: 0, faults: true)
    set(270, 0) { Call<UInt32, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    setSlow(270) { Call<UInt32, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(270, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callAcross() {
    set(271, 0) { CallAcross<UInt16, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(271) { CallAcross<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(271, writes: 0, reads: 0, faults: true)
    set(272, 0) { CallAcross<UInt16, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(272) { CallAcross<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(272, writes: 0, reads: 0, faults: true)
    set(273, 0) { CallAcross<UInt16, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    set(273, 8) { CallAcross<UInt16, Stack16, BusPushSlot>.execute($0, $1) }
    setSlow(273) { CallAcross<UInt16, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(273, writes: 0, reads: 0, faults: true)
    set(274, 0) { CallAcross<UInt32, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(274) { CallAcross<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(274, writes: 0, reads: 0, faults: true)
    set(275, 0) { CallAcross<UInt32, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(275) { CallAcross<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(275, writes: 0, reads: 0, faults: true)
    set(276, 0) { CallAcross<UInt32, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    setSlow(276) { CallAcross<UInt32, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(276, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callR() {
    set(277, 0) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(277) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(277, writes: 0, reads: 0, faults: true)
    set(278, 0) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(278) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(278, writes: 0, reads: 0, faults: true)
    set(279, 0) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    set(279, 8) { CallIndirect<UInt16, Stack16, BusPushSlot, Source>.execute($0, $1) }
    setSlow(279) { CallIndirect<UInt16, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(279, writes: 0, reads: 0, faults: true)
    set(280, 0) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(280) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(280, writes: 0, reads: 0, faults: true)
    set(281, 0) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(281) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(281, writes: 0, reads: 0, faults: true)
    set(282, 0) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    setSlow(282) { CallIndirect<UInt32, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(282, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_returnNear() {
    set(283, 0) { Return<UInt16, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(283) { Return<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(283, writes: 0, reads: 0, faults: true)
    set(284, 0) { Return<UInt16, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(284) { Return<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(284, writes: 0, reads: 0, faults: true)
    set(285, 0) { Return<UInt16, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    set(285, 8) { Return<UInt16, Stack16, BusPopSlot>.execute($0, $1) }
    setSlow(285) { Return<UInt16, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(285, writes: 0, reads: 0, faults: true)
    set(286, 0) { Return<UInt32, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(286) { Return<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(286, writes: 0, reads: 0, faults: true)
    set(287, 0) { Return<UInt32, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(287) { Return<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(287, writes: 0, reads: 0, faults: true)
    set(288, 0) { Return<UInt32, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    setSlow(288) { Return<UInt32, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(288, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callM() {
    set(289, 0) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<FlatBase>>.execute($0, $1) }
    set(289, 2) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<FlatIndexed>>.execute($0, $1) }
    set(289, 4) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<Segmented16>>.execute($0, $1) }
    set(289, 6) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(289) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(289, writes: 0, reads: 0, faults: true)
    set(290, 0) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<FlatBase>>.execute($0, $1) }
    set(290, 2) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<FlatIndexed>>.execute($0, $1) }
    set(290, 4) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<Segmented16>>.execute($0, $1) }
    set(290, 6) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(290) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(290, writes: 0, reads: 0, faults: true)
    set(291, 0) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<FlatBase>>.execute($0, $1) }
    set(291, 2) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<FlatIndexed>>.execute($0, $1) }
    set(291, 4) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<Segmented16>>.execute($0, $1) }
    set(291, 6) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(291) { CallIndirect<UInt16, Stack16, SlowPushSlot<Stack16>, SlowMemory>.execute($0, $1) }
    describe(291, writes: 0, reads: 0, faults: true)
    set(292, 0) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<FlatBase>>.execute($0, $1) }
    set(292, 2) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<FlatIndexed>>.execute($0, $1) }
    set(292, 4) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<Segmented16>>.execute($0, $1) }
    set(292, 6) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(292) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(292, writes: 0, reads: 0, faults: true)
    set(293, 0) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<FlatBase>>.execute($0, $1) }
    set(293, 2) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<FlatIndexed>>.execute($0, $1) }
    set(293, 4) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<Segmented16>>.execute($0, $1) }
    set(293, 6) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(293) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(293, writes: 0, reads: 0, faults: true)
    set(294, 0) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<FlatBase>>.execute($0, $1) }
    set(294, 2) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<FlatIndexed>>.execute($0, $1) }
    set(294, 4) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<Segmented16>>.execute($0, $1) }
    set(294, 6) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(294) { CallIndirect<UInt32, Stack16, SlowPushSlot<Stack16>, SlowMemory>.execute($0, $1) }
    describe(294, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_jump() {
    set(295, 0) { Jump.execute($0, $1) }
    describe(295, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_jumpAcross() {
    set(296, 0) { JumpAcross.execute($0, $1) }
    describe(296, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_jumpIf() {
    set(297, 0) { JumpIf<Overflow>.execute($0, $1) }
    describe(297, writes: 0, reads: 63, faults: false)
    set(298, 0) { JumpIf<Not<Overflow>>.execute($0, $1) }
    describe(298, writes: 0, reads: 63, faults: false)
    set(299, 0) { JumpIf<Below>.execute($0, $1) }
    describe(299, writes: 0, reads: 63, faults: false)
    set(300, 0) { JumpIf<Not<Below>>.execute($0, $1) }
    describe(300, writes: 0, reads: 63, faults: false)
    set(301, 0) { JumpIf<Equal>.execute($0, $1) }
    describe(301, writes: 0, reads: 63, faults: false)
    set(302, 0) { JumpIf<Not<Equal>>.execute($0, $1) }
    describe(302, writes: 0, reads: 63, faults: false)
    set(303, 0) { JumpIf<BelowEqual>.execute($0, $1) }
    describe(303, writes: 0, reads: 63, faults: false)
    set(304, 0) { JumpIf<Not<BelowEqual>>.execute($0, $1) }
    describe(304, writes: 0, reads: 63, faults: false)
    set(305, 0) { JumpIf<Negative>.execute($0, $1) }
    describe(305, writes: 0, reads: 63, faults: false)
    set(306, 0) { JumpIf<Not<Negative>>.execute($0, $1) }
    describe(306, writes: 0, reads: 63, faults: false)
    set(307, 0) { JumpIf<Parity>.execute($0, $1) }
    describe(307, writes: 0, reads: 63, faults: false)
    set(308, 0) { JumpIf<Not<Parity>>.execute($0, $1) }
    describe(308, writes: 0, reads: 63, faults: false)
    set(309, 0) { JumpIf<Less>.execute($0, $1) }
    describe(309, writes: 0, reads: 63, faults: false)
    set(310, 0) { JumpIf<Not<Less>>.execute($0, $1) }
    describe(310, writes: 0, reads: 63, faults: false)
    set(311, 0) { JumpIf<LessEqual>.execute($0, $1) }
    describe(311, writes: 0, reads: 63, faults: false)
    set(312, 0) { JumpIf<Not<LessEqual>>.execute($0, $1) }
    describe(312, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpAcrossIf() {
    set(313, 0) { JumpAcrossIf<Overflow>.execute($0, $1) }
    describe(313, writes: 0, reads: 63, faults: false)
    set(314, 0) { JumpAcrossIf<Not<Overflow>>.execute($0, $1) }
    describe(314, writes: 0, reads: 63, faults: false)
    set(315, 0) { JumpAcrossIf<Below>.execute($0, $1) }
    describe(315, writes: 0, reads: 63, faults: false)
    set(316, 0) { JumpAcrossIf<Not<Below>>.execute($0, $1) }
    describe(316, writes: 0, reads: 63, faults: false)
    set(317, 0) { JumpAcrossIf<Equal>.execute($0, $1) }
    describe(317, writes: 0, reads: 63, faults: false)
    set(318, 0) { JumpAcrossIf<Not<Equal>>.execute($0, $1) }
    describe(318, writes: 0, reads: 63, faults: false)
    set(319, 0) { JumpAcrossIf<BelowEqual>.execute($0, $1) }
    describe(319, writes: 0, reads: 63, faults: false)
    set(320, 0) { JumpAcrossIf<Not<BelowEqual>>.execute($0, $1) }
    describe(320, writes: 0, reads: 63, faults: false)
    set(321, 0) { JumpAcrossIf<Negative>.execute($0, $1) }
    describe(321, writes: 0, reads: 63, faults: false)
    set(322, 0) { JumpAcrossIf<Not<Negative>>.execute($0, $1) }
    describe(322, writes: 0, reads: 63, faults: false)
    set(323, 0) { JumpAcrossIf<Parity>.execute($0, $1) }
    describe(323, writes: 0, reads: 63, faults: false)
    set(324, 0) { JumpAcrossIf<Not<Parity>>.execute($0, $1) }
    describe(324, writes: 0, reads: 63, faults: false)
    set(325, 0) { JumpAcrossIf<Less>.execute($0, $1) }
    describe(325, writes: 0, reads: 63, faults: false)
    set(326, 0) { JumpAcrossIf<Not<Less>>.execute($0, $1) }
    describe(326, writes: 0, reads: 63, faults: false)
    set(327, 0) { JumpAcrossIf<LessEqual>.execute($0, $1) }
    describe(327, writes: 0, reads: 63, faults: false)
    set(328, 0) { JumpAcrossIf<Not<LessEqual>>.execute($0, $1) }
    describe(328, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_loop() {
    set(329, 0) { LoopCount<UInt16>.execute($0, $1) }
    describe(329, writes: 0, reads: 63, faults: false)
    set(330, 0) { LoopCount<UInt32>.execute($0, $1) }
    describe(330, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpIfCountZero() {
    set(331, 0) { JumpIfCountZero<UInt16>.execute($0, $1) }
    describe(331, writes: 0, reads: 63, faults: false)
    set(332, 0) { JumpIfCountZero<UInt32>.execute($0, $1) }
    describe(332, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpR() {
    set(333, 0) { JumpIndirect<UInt16, Source>.execute($0, $1) }
    describe(333, writes: 0, reads: 63, faults: false)
    set(334, 0) { JumpIndirect<UInt32, Source>.execute($0, $1) }
    describe(334, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpM() {
    set(335, 0) { JumpIndirect<UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(335, 2) { JumpIndirect<UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(335, 4) { JumpIndirect<UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(335, 6) { JumpIndirect<UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(335, 8) { JumpIndirect<UInt16, BusMemory>.execute($0, $1) }
    setSlow(335) { JumpIndirect<UInt16, SlowMemory>.execute($0, $1) }
    describe(335, writes: 0, reads: 0, faults: true)
    set(336, 0) { JumpIndirect<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(336, 2) { JumpIndirect<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(336, 4) { JumpIndirect<UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(336, 6) { JumpIndirect<UInt32, Memory<Segmented32>>.execute($0, $1) }
    setSlow(336) { JumpIndirect<UInt32, SlowMemory>.execute($0, $1) }
    describe(336, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_compareJumpRR() {
    set(337, 0) { CompareJump<Subtract, UInt8, Destination, Source, Below>.execute($0, $1) }
    describe(337, writes: 63, reads: 0, faults: false)
    set(338, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(338, writes: 63, reads: 0, faults: false)
    set(339, 0) { CompareJump<Subtract, UInt8, Destination, Source, Equal>.execute($0, $1) }
    describe(339, writes: 63, reads: 0, faults: false)
    set(340, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(340, writes: 63, reads: 0, faults: false)
    set(341, 0) { CompareJump<Subtract, UInt8, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(341, writes: 63, reads: 0, faults: false)
    set(342, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(342, writes: 63, reads: 0, faults: false)
    set(343, 0) { CompareJump<Subtract, UInt8, Destination, Source, Negative>.execute($0, $1) }
    describe(343, writes: 63, reads: 0, faults: false)
    set(344, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(344, writes: 63, reads: 0, faults: false)
    set(345, 0) { CompareJump<Subtract, UInt8, Destination, Source, Less>.execute($0, $1) }
    describe(345, writes: 63, reads: 0, faults: false)
    set(346, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(346, writes: 63, reads: 0, faults: false)
    set(347, 0) { CompareJump<Subtract, UInt8, Destination, Source, LessEqual>.execute($0, $1) }
    describe(347, writes: 63, reads: 0, faults: false)
    set(348, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(348, writes: 63, reads: 0, faults: false)
    set(349, 0) { CompareJump<Subtract, UInt16, Destination, Source, Below>.execute($0, $1) }
    describe(349, writes: 63, reads: 0, faults: false)
    set(350, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(350, writes: 63, reads: 0, faults: false)
    set(351, 0) { CompareJump<Subtract, UInt16, Destination, Source, Equal>.execute($0, $1) }
    describe(351, writes: 63, reads: 0, faults: false)
    set(352, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(352, writes: 63, reads: 0, faults: false)
    set(353, 0) { CompareJump<Subtract, UInt16, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(353, writes: 63, reads: 0, faults: false)
    set(354, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(354, writes: 63, reads: 0, faults: false)
    set(355, 0) { CompareJump<Subtract, UInt16, Destination, Source, Negative>.execute($0, $1) }
    describe(355, writes: 63, reads: 0, faults: false)
    set(356, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(356, writes: 63, reads: 0, faults: false)
    set(357, 0) { CompareJump<Subtract, UInt16, Destination, Source, Less>.execute($0, $1) }
    describe(357, writes: 63, reads: 0, faults: false)
    set(358, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(358, writes: 63, reads: 0, faults: false)
    set(359, 0) { CompareJump<Subtract, UInt16, Destination, Source, LessEqual>.execute($0, $1) }
    describe(359, writes: 63, reads: 0, faults: false)
    set(360, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(360, writes: 63, reads: 0, faults: false)
    set(361, 0) { CompareJump<Subtract, UInt32, Destination, Source, Below>.execute($0, $1) }
    describe(361, writes: 63, reads: 0, faults: false)
    set(362, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(362, writes: 63, reads: 0, faults: false)
    set(363, 0) { CompareJump<Subtract, UInt32, Destination, Source, Equal>.execute($0, $1) }
    describe(363, writes: 63, reads: 0, faults: false)
    set(364, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(364, writes: 63, reads: 0, faults: false)
    set(365, 0) { CompareJump<Subtract, UInt32, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(365, writes: 63, reads: 0, faults: false)
    set(366, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(366, writes: 63, reads: 0, faults: false)
    set(367, 0) { CompareJump<Subtract, UInt32, Destination, Source, Negative>.execute($0, $1) }
    describe(367, writes: 63, reads: 0, faults: false)
    set(368, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(368, writes: 63, reads: 0, faults: false)
    set(369, 0) { CompareJump<Subtract, UInt32, Destination, Source, Less>.execute($0, $1) }
    describe(369, writes: 63, reads: 0, faults: false)
    set(370, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(370, writes: 63, reads: 0, faults: false)
    set(371, 0) { CompareJump<Subtract, UInt32, Destination, Source, LessEqual>.execute($0, $1) }
    describe(371, writes: 63, reads: 0, faults: false)
    set(372, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(372, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareJumpRI() {
    set(373, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Below>.execute($0, $1) }
    describe(373, writes: 63, reads: 0, faults: false)
    set(374, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(374, writes: 63, reads: 0, faults: false)
    set(375, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Equal>.execute($0, $1) }
    describe(375, writes: 63, reads: 0, faults: false)
    set(376, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(376, writes: 63, reads: 0, faults: false)
    set(377, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(377, writes: 63, reads: 0, faults: false)
    set(378, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(378, writes: 63, reads: 0, faults: false)
    set(379, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Negative>.execute($0, $1) }
    describe(379, writes: 63, reads: 0, faults: false)
    set(380, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(380, writes: 63, reads: 0, faults: false)
    set(381, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Less>.execute($0, $1) }
    describe(381, writes: 63, reads: 0, faults: false)
    set(382, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(382, writes: 63, reads: 0, faults: false)
    set(383, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(383, writes: 63, reads: 0, faults: false)
    set(384, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(384, writes: 63, reads: 0, faults: false)
    set(385, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Below>.execute($0, $1) }
    describe(385, writes: 63, reads: 0, faults: false)
    set(386, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(386, writes: 63, reads: 0, faults: false)
    set(387, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Equal>.execute($0, $1) }
    describe(387, writes: 63, reads: 0, faults: false)
    set(388, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(388, writes: 63, reads: 0, faults: false)
    set(389, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(389, writes: 63, reads: 0, faults: false)
    set(390, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(390, writes: 63, reads: 0, faults: false)
    set(391, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Negative>.execute($0, $1) }
    describe(391, writes: 63, reads: 0, faults: false)
    set(392, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(392, writes: 63, reads: 0, faults: false)
    set(393, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Less>.execute($0, $1) }
    describe(393, writes: 63, reads: 0, faults: false)
    set(394, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(394, writes: 63, reads: 0, faults: false)
    set(395, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(395, writes: 63, reads: 0, faults: false)
    set(396, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(396, writes: 63, reads: 0, faults: false)
    set(397, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Below>.execute($0, $1) }
    describe(397, writes: 63, reads: 0, faults: false)
    set(398, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(398, writes: 63, reads: 0, faults: false)
    set(399, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Equal>.execute($0, $1) }
    describe(399, writes: 63, reads: 0, faults: false)
    set(400, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(400, writes: 63, reads: 0, faults: false)
    set(401, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(401, writes: 63, reads: 0, faults: false)
    set(402, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(402, writes: 63, reads: 0, faults: false)
    set(403, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Negative>.execute($0, $1) }
    describe(403, writes: 63, reads: 0, faults: false)
    set(404, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(404, writes: 63, reads: 0, faults: false)
    set(405, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Less>.execute($0, $1) }
    describe(405, writes: 63, reads: 0, faults: false)
    set(406, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(406, writes: 63, reads: 0, faults: false)
    set(407, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(407, writes: 63, reads: 0, faults: false)
    set(408, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(408, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_testJumpRR() {
    set(409, 0) { CompareJump<And, UInt8, Destination, Source, Equal>.execute($0, $1) }
    describe(409, writes: 63, reads: 0, faults: false)
    set(410, 0) { CompareJump<And, UInt8, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(410, writes: 63, reads: 0, faults: false)
    set(411, 0) { CompareJump<And, UInt8, Destination, Source, Negative>.execute($0, $1) }
    describe(411, writes: 63, reads: 0, faults: false)
    set(412, 0) { CompareJump<And, UInt8, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(412, writes: 63, reads: 0, faults: false)
    set(413, 0) { CompareJump<And, UInt16, Destination, Source, Equal>.execute($0, $1) }
    describe(413, writes: 63, reads: 0, faults: false)
    set(414, 0) { CompareJump<And, UInt16, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(414, writes: 63, reads: 0, faults: false)
    set(415, 0) { CompareJump<And, UInt16, Destination, Source, Negative>.execute($0, $1) }
    describe(415, writes: 63, reads: 0, faults: false)
    set(416, 0) { CompareJump<And, UInt16, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(416, writes: 63, reads: 0, faults: false)
    set(417, 0) { CompareJump<And, UInt32, Destination, Source, Equal>.execute($0, $1) }
    describe(417, writes: 63, reads: 0, faults: false)
    set(418, 0) { CompareJump<And, UInt32, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(418, writes: 63, reads: 0, faults: false)
    set(419, 0) { CompareJump<And, UInt32, Destination, Source, Negative>.execute($0, $1) }
    describe(419, writes: 63, reads: 0, faults: false)
    set(420, 0) { CompareJump<And, UInt32, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(420, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_testJumpRI() {
    set(421, 0) { CompareJump<And, UInt8, Destination, Immediate, Equal>.execute($0, $1) }
    describe(421, writes: 63, reads: 0, faults: false)
    set(422, 0) { CompareJump<And, UInt8, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(422, writes: 63, reads: 0, faults: false)
    set(423, 0) { CompareJump<And, UInt8, Destination, Immediate, Negative>.execute($0, $1) }
    describe(423, writes: 63, reads: 0, faults: false)
    set(424, 0) { CompareJump<And, UInt8, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(424, writes: 63, reads: 0, faults: false)
    set(425, 0) { CompareJump<And, UInt16, Destination, Immediate, Equal>.execute($0, $1) }
    describe(425, writes: 63, reads: 0, faults: false)
    set(426, 0) { CompareJump<And, UInt16, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(426, writes: 63, reads: 0, faults: false)
    set(427, 0) { CompareJump<And, UInt16, Destination, Immediate, Negative>.execute($0, $1) }
    describe(427, writes: 63, reads: 0, faults: false)
    set(428, 0) { CompareJump<And, UInt16, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(428, writes: 63, reads: 0, faults: false)
    set(429, 0) { CompareJump<And, UInt32, Destination, Immediate, Equal>.execute($0, $1) }
    describe(429, writes: 63, reads: 0, faults: false)
    set(430, 0) { CompareJump<And, UInt32, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(430, writes: 63, reads: 0, faults: false)
    set(431, 0) { CompareJump<And, UInt32, Destination, Immediate, Negative>.execute($0, $1) }
    describe(431, writes: 63, reads: 0, faults: false)
    set(432, 0) { CompareJump<And, UInt32, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(432, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_stepJump() {
    set(433, 0) { StepJump<Increment, UInt16, Equal>.execute($0, $1) }
    describe(433, writes: 62, reads: 1, faults: false)
    set(434, 0) { StepJump<Increment, UInt16, Not<Equal>>.execute($0, $1) }
    describe(434, writes: 62, reads: 1, faults: false)
    set(435, 0) { StepJump<Increment, UInt32, Equal>.execute($0, $1) }
    describe(435, writes: 62, reads: 1, faults: false)
    set(436, 0) { StepJump<Increment, UInt32, Not<Equal>>.execute($0, $1) }
    describe(436, writes: 62, reads: 1, faults: false)
    set(437, 0) { StepJump<Decrement, UInt16, Equal>.execute($0, $1) }
    describe(437, writes: 62, reads: 1, faults: false)
    set(438, 0) { StepJump<Decrement, UInt16, Not<Equal>>.execute($0, $1) }
    describe(438, writes: 62, reads: 1, faults: false)
    set(439, 0) { StepJump<Decrement, UInt32, Equal>.execute($0, $1) }
    describe(439, writes: 62, reads: 1, faults: false)
    set(440, 0) { StepJump<Decrement, UInt32, Not<Equal>>.execute($0, $1) }
    describe(440, writes: 62, reads: 1, faults: false)
  }
}
