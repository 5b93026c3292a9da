// swift-format-ignore-file
// Written by tools/generate-handlers; change that and run it.

/// Op kinds by family; within a family the order is operation, width, form, condition.
enum Kind {
  static var binaryRR: UInt16 { 0 }
  static var binaryRI: UInt16 { 28 }
  static var binaryRM: UInt16 { 56 }
  static var binaryMR: UInt16 { 84 }
  static var binaryMI: UInt16 { 112 }
  static var compareRR: UInt16 { 140 }
  static var compareRI: UInt16 { 148 }
  static var compareRM: UInt16 { 156 }
  static var compareMR: UInt16 { 164 }
  static var compareMI: UInt16 { 172 }
  static var moveRR: UInt16 { 180 }
  static var moveRI: UInt16 { 184 }
  static var moveRM: UInt16 { 188 }
  static var moveMR: UInt16 { 192 }
  static var moveMI: UInt16 { 196 }
  static var moveLong: UInt16 { 200 }
  static var zeroExtendR: UInt16 { 201 }
  static var zeroExtendM: UInt16 { 207 }
  static var signExtendR: UInt16 { 213 }
  static var signExtendM: UInt16 { 219 }
  static var loadAddress: UInt16 { 225 }
  static var exchange: UInt16 { 233 }
  static var stepR: UInt16 { 237 }
  static var stepM: UInt16 { 245 }
  static var negateR: UInt16 { 253 }
  static var negateM: UInt16 { 257 }
  static var complementR: UInt16 { 261 }
  static var complementM: UInt16 { 265 }
  static var shiftRI: UInt16 { 269 }
  static var shiftRC: UInt16 { 289 }
  static var multiplyRR: UInt16 { 299 }
  static var multiplyRM: UInt16 { 302 }
  static var multiplyRI: UInt16 { 305 }
  static var multiplyMI: UInt16 { 308 }
  static var moveIfRR: UInt16 { 311 }
  static var moveIfRM: UInt16 { 343 }
  static var setIf: UInt16 { 375 }
  static var extendAccumulator: UInt16 { 391 }
  static var extendIntoDX: UInt16 { 394 }
  static var single: UInt16 { 397 }
  static var pushR: UInt16 { 403 }
  static var pushI: UInt16 { 410 }
  static var popR: UInt16 { 417 }
  static var call: UInt16 { 424 }
  static var callAcross: UInt16 { 431 }
  static var callR: UInt16 { 438 }
  static var returnNear: UInt16 { 445 }
  static var callM: UInt16 { 452 }
  static var jump: UInt16 { 459 }
  static var jumpAcross: UInt16 { 460 }
  static var jumpIf: UInt16 { 462 }
  static var jumpAcrossIf: UInt16 { 478 }
  static var loop: UInt16 { 510 }
  static var jumpIfCountZero: UInt16 { 513 }
  static var jumpR: UInt16 { 516 }
  static var jumpM: UInt16 { 519 }
  static var compareJumpRR: UInt16 { 522 }
  static var compareJumpRI: UInt16 { 570 }
  static var testJumpRR: UInt16 { 618 }
  static var testJumpRI: UInt16 { 634 }
  static var stepJump: UInt16 { 650 }
  static var vectorMoveR: UInt16 { 662 }
  static var vectorMoveRM: UInt16 { 663 }
  static var vectorMoveMR: UInt16 { 665 }
  static var vectorLoadR: UInt16 { 667 }
  static var vectorLoadM: UInt16 { 670 }
  static var vectorStoreR: UInt16 { 672 }
  static var vectorStoreM: UInt16 { 674 }
  static var vectorInsertR: UInt16 { 676 }
  static var vectorInsertM: UInt16 { 678 }
  static var vectorBinaryR: UInt16 { 679 }
  static var vectorBinaryM: UInt16 { 732 }
  static var vectorShuffleR: UInt16 { 785 }
  static var vectorShuffleM: UInt16 { 787 }
  static var vectorShift: UInt16 { 789 }
  static var scalarR: UInt16 { 799 }
  static var scalarM: UInt16 { 813 }
  static var packedR: UInt16 { 827 }
  static var packedM: UInt16 { 841 }
  static var scalarCompareR: UInt16 { 855 }
  static var scalarCompareM: UInt16 { 857 }
  static var convertIntegerR: UInt16 { 859 }
  static var convertIntegerM: UInt16 { 863 }
  static var truncateR: UInt16 { 867 }
  static var truncateM: UInt16 { 871 }
  static var convertFormatR: UInt16 { 875 }
  static var convertFormatM: UInt16 { 877 }
  static var vectorSignMask: UInt16 { 879 }
  static var mmxLoadR: UInt16 { 882 }
  static var mmxLoadM: UInt16 { 885 }
  static var mmxStoreR: UInt16 { 887 }
  static var mmxStoreM: UInt16 { 889 }
  static var mmxBinaryR: UInt16 { 891 }
  static var mmxBinaryM: UInt16 { 939 }
  static var mmxShift: UInt16 { 987 }
  static var warm: UInt16 { 995 }
  static var cold: UInt16 { 996 }
  static var numeric: UInt16 { 997 }
  static var count: Int { 998 }
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
    fill_moveLong()
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
    fill_moveIfRR()
    fill_moveIfRM()
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
    fill_vectorMoveR()
    fill_vectorMoveRM()
    fill_vectorMoveMR()
    fill_vectorLoadR()
    fill_vectorLoadM()
    fill_vectorStoreR()
    fill_vectorStoreM()
    fill_vectorInsertR()
    fill_vectorInsertM()
    fill_vectorBinaryR()
    fill_vectorBinaryM()
    fill_vectorShuffleR()
    fill_vectorShuffleM()
    fill_vectorShift()
    fill_scalarR()
    fill_scalarM()
    fill_packedR()
    fill_packedM()
    fill_scalarCompareR()
    fill_scalarCompareM()
    fill_convertIntegerR()
    fill_convertIntegerM()
    fill_truncateR()
    fill_truncateM()
    fill_convertFormatR()
    fill_convertFormatM()
    fill_vectorSignMask()
    fill_mmxLoadR()
    fill_mmxLoadM()
    fill_mmxStoreR()
    fill_mmxStoreM()
    fill_mmxBinaryR()
    fill_mmxBinaryM()
    fill_mmxShift()
    set(Kind.warm, 0) { warmOp($0, $1) }
    set(Kind.cold, 0) { coldOp($0, $1) }
    set(Kind.numeric, 0) { numericOp($0, $1) }
    describe(Kind.warm, writes: 0, reads: 63, faults: true)
    describe(Kind.cold, writes: 0, reads: 63, faults: true)
    describe(Kind.numeric, writes: 0, reads: 63, faults: true)
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
    set(3, 0) { Binary<Add, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(3, 1) { Binary<Add, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(3, writes: 63, reads: 0, faults: false)
    set(4, 0) { Binary<Or, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(4, 1) { Binary<Or, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(4, writes: 63, reads: 0, faults: false)
    set(5, 0) { Binary<Or, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(5, 1) { Binary<Or, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(5, writes: 63, reads: 0, faults: false)
    set(6, 0) { Binary<Or, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(6, 1) { Binary<Or, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(6, writes: 63, reads: 0, faults: false)
    set(7, 0) { Binary<Or, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(7, 1) { Binary<Or, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(7, writes: 63, reads: 0, faults: false)
    set(8, 0) { Binary<AddCarry, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(8, 1) { Binary<AddCarry, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(8, writes: 63, reads: 1, faults: false)
    set(9, 0) { Binary<AddCarry, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(9, 1) { Binary<AddCarry, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(9, writes: 63, reads: 1, faults: false)
    set(10, 0) { Binary<AddCarry, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(10, 1) { Binary<AddCarry, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(10, writes: 63, reads: 1, faults: false)
    set(11, 0) { Binary<AddCarry, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(11, 1) { Binary<AddCarry, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(11, writes: 63, reads: 1, faults: false)
    set(12, 0) { Binary<SubtractBorrow, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(12, 1) { Binary<SubtractBorrow, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(12, writes: 63, reads: 1, faults: false)
    set(13, 0) { Binary<SubtractBorrow, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(13, 1) { Binary<SubtractBorrow, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(13, writes: 63, reads: 1, faults: false)
    set(14, 0) { Binary<SubtractBorrow, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(14, 1) { Binary<SubtractBorrow, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(14, writes: 63, reads: 1, faults: false)
    set(15, 0) { Binary<SubtractBorrow, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(15, 1) { Binary<SubtractBorrow, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(15, writes: 63, reads: 1, faults: false)
    set(16, 0) { Binary<And, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(16, 1) { Binary<And, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(16, writes: 63, reads: 0, faults: false)
    set(17, 0) { Binary<And, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(17, 1) { Binary<And, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(17, writes: 63, reads: 0, faults: false)
    set(18, 0) { Binary<And, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(18, 1) { Binary<And, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(18, writes: 63, reads: 0, faults: false)
    set(19, 0) { Binary<And, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(19, 1) { Binary<And, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(19, writes: 63, reads: 0, faults: false)
    set(20, 0) { Binary<Subtract, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(20, 1) { Binary<Subtract, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(20, writes: 63, reads: 0, faults: false)
    set(21, 0) { Binary<Subtract, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(21, 1) { Binary<Subtract, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(21, writes: 63, reads: 0, faults: false)
    set(22, 0) { Binary<Subtract, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(22, 1) { Binary<Subtract, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(22, writes: 63, reads: 0, faults: false)
    set(23, 0) { Binary<Subtract, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(23, 1) { Binary<Subtract, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(23, writes: 63, reads: 0, faults: false)
    set(24, 0) { Binary<Xor, UInt8, Destination, Source, Live>.execute($0, $1) }
    set(24, 1) { Binary<Xor, UInt8, Destination, Source, Dead>.execute($0, $1) }
    describe(24, writes: 63, reads: 0, faults: false)
    set(25, 0) { Binary<Xor, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(25, 1) { Binary<Xor, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(25, writes: 63, reads: 0, faults: false)
    set(26, 0) { Binary<Xor, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(26, 1) { Binary<Xor, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(26, writes: 63, reads: 0, faults: false)
    set(27, 0) { Binary<Xor, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(27, 1) { Binary<Xor, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(27, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_binaryRI() {
    set(28, 0) { Binary<Add, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(28, 1) { Binary<Add, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(28, writes: 63, reads: 0, faults: false)
    set(29, 0) { Binary<Add, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(29, 1) { Binary<Add, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(29, writes: 63, reads: 0, faults: false)
    set(30, 0) { Binary<Add, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(30, 1) { Binary<Add, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(30, writes: 63, reads: 0, faults: false)
    set(31, 0) { Binary<Add, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(31, 1) { Binary<Add, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(31, writes: 63, reads: 0, faults: false)
    set(32, 0) { Binary<Or, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(32, 1) { Binary<Or, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(32, writes: 63, reads: 0, faults: false)
    set(33, 0) { Binary<Or, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(33, 1) { Binary<Or, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(33, writes: 63, reads: 0, faults: false)
    set(34, 0) { Binary<Or, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(34, 1) { Binary<Or, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(34, writes: 63, reads: 0, faults: false)
    set(35, 0) { Binary<Or, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(35, 1) { Binary<Or, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(35, writes: 63, reads: 0, faults: false)
    set(36, 0) { Binary<AddCarry, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(36, 1) { Binary<AddCarry, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(36, writes: 63, reads: 1, faults: false)
    set(37, 0) { Binary<AddCarry, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(37, 1) { Binary<AddCarry, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(37, writes: 63, reads: 1, faults: false)
    set(38, 0) { Binary<AddCarry, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(38, 1) { Binary<AddCarry, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(38, writes: 63, reads: 1, faults: false)
    set(39, 0) { Binary<AddCarry, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(39, 1) { Binary<AddCarry, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(39, writes: 63, reads: 1, faults: false)
    set(40, 0) { Binary<SubtractBorrow, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(40, 1) { Binary<SubtractBorrow, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(40, writes: 63, reads: 1, faults: false)
    set(41, 0) { Binary<SubtractBorrow, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(41, 1) { Binary<SubtractBorrow, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(41, writes: 63, reads: 1, faults: false)
    set(42, 0) { Binary<SubtractBorrow, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(42, 1) { Binary<SubtractBorrow, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(42, writes: 63, reads: 1, faults: false)
    set(43, 0) { Binary<SubtractBorrow, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(43, 1) { Binary<SubtractBorrow, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(43, writes: 63, reads: 1, faults: false)
    set(44, 0) { Binary<And, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(44, 1) { Binary<And, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(44, writes: 63, reads: 0, faults: false)
    set(45, 0) { Binary<And, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(45, 1) { Binary<And, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(45, writes: 63, reads: 0, faults: false)
    set(46, 0) { Binary<And, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(46, 1) { Binary<And, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(46, writes: 63, reads: 0, faults: false)
    set(47, 0) { Binary<And, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(47, 1) { Binary<And, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(47, writes: 63, reads: 0, faults: false)
    set(48, 0) { Binary<Subtract, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(48, 1) { Binary<Subtract, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(48, writes: 63, reads: 0, faults: false)
    set(49, 0) { Binary<Subtract, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(49, 1) { Binary<Subtract, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(49, writes: 63, reads: 0, faults: false)
    set(50, 0) { Binary<Subtract, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(50, 1) { Binary<Subtract, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(50, writes: 63, reads: 0, faults: false)
    set(51, 0) { Binary<Subtract, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(51, 1) { Binary<Subtract, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(51, writes: 63, reads: 0, faults: false)
    set(52, 0) { Binary<Xor, UInt8, Destination, Immediate, Live>.execute($0, $1) }
    set(52, 1) { Binary<Xor, UInt8, Destination, Immediate, Dead>.execute($0, $1) }
    describe(52, writes: 63, reads: 0, faults: false)
    set(53, 0) { Binary<Xor, UInt16, Destination, Immediate, Live>.execute($0, $1) }
    set(53, 1) { Binary<Xor, UInt16, Destination, Immediate, Dead>.execute($0, $1) }
    describe(53, writes: 63, reads: 0, faults: false)
    set(54, 0) { Binary<Xor, UInt32, Destination, Immediate, Live>.execute($0, $1) }
    set(54, 1) { Binary<Xor, UInt32, Destination, Immediate, Dead>.execute($0, $1) }
    describe(54, writes: 63, reads: 0, faults: false)
    set(55, 0) { Binary<Xor, UInt64, Destination, Immediate, Live>.execute($0, $1) }
    set(55, 1) { Binary<Xor, UInt64, Destination, Immediate, Dead>.execute($0, $1) }
    describe(55, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_binaryRM() {
    set(56, 0) { Binary<Add, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(56, 1) { Binary<Add, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(56, 2) { Binary<Add, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(56, 3) { Binary<Add, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(56, 4) { Binary<Add, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(56, 5) { Binary<Add, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(56, 6) { Binary<Add, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(56, 7) { Binary<Add, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(56, 8) { Binary<Add, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(56, 9) { Binary<Add, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(56, 10) { Binary<Add, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(56, 11) { Binary<Add, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(56, 12) { Binary<Add, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(56) { Binary<Add, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(56, writes: 63, reads: 0, faults: true)
    set(57, 0) { Binary<Add, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(57, 1) { Binary<Add, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(57, 2) { Binary<Add, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(57, 3) { Binary<Add, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(57, 4) { Binary<Add, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(57, 5) { Binary<Add, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(57, 6) { Binary<Add, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(57, 7) { Binary<Add, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(57, 12) { Binary<Add, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(57, 14) { Binary<Add, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(57, 15) { Binary<Add, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(57) { Binary<Add, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(57, writes: 63, reads: 0, faults: true)
    set(58, 0) { Binary<Add, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(58, 1) { Binary<Add, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(58, 2) { Binary<Add, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(58, 3) { Binary<Add, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(58, 4) { Binary<Add, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(58, 5) { Binary<Add, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(58, 6) { Binary<Add, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(58, 7) { Binary<Add, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(58, 8) { Binary<Add, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(58, 9) { Binary<Add, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(58, 10) { Binary<Add, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(58, 11) { Binary<Add, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(58, 12) { Binary<Add, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(58) { Binary<Add, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(58, writes: 63, reads: 0, faults: true)
    set(59, 8) { Binary<Add, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(59, 9) { Binary<Add, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(59, 10) { Binary<Add, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(59, 11) { Binary<Add, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(59, 12) { Binary<Add, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(59) { Binary<Add, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(59, writes: 63, reads: 0, faults: true)
    set(60, 0) { Binary<Or, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(60, 1) { Binary<Or, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(60, 2) { Binary<Or, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(60, 3) { Binary<Or, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(60, 4) { Binary<Or, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(60, 5) { Binary<Or, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(60, 6) { Binary<Or, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(60, 7) { Binary<Or, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(60, 8) { Binary<Or, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(60, 9) { Binary<Or, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(60, 10) { Binary<Or, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(60, 11) { Binary<Or, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(60, 12) { Binary<Or, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(60) { Binary<Or, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(60, writes: 63, reads: 0, faults: true)
    set(61, 0) { Binary<Or, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(61, 1) { Binary<Or, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(61, 2) { Binary<Or, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(61, 3) { Binary<Or, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(61, 4) { Binary<Or, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(61, 5) { Binary<Or, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(61, 6) { Binary<Or, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(61, 7) { Binary<Or, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(61, 12) { Binary<Or, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(61, 14) { Binary<Or, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(61, 15) { Binary<Or, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(61) { Binary<Or, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(61, writes: 63, reads: 0, faults: true)
    set(62, 0) { Binary<Or, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(62, 1) { Binary<Or, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(62, 2) { Binary<Or, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(62, 3) { Binary<Or, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(62, 4) { Binary<Or, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(62, 5) { Binary<Or, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(62, 6) { Binary<Or, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(62, 7) { Binary<Or, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(62, 8) { Binary<Or, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(62, 9) { Binary<Or, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(62, 10) { Binary<Or, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(62, 11) { Binary<Or, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(62, 12) { Binary<Or, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(62) { Binary<Or, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(62, writes: 63, reads: 0, faults: true)
    set(63, 8) { Binary<Or, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(63, 9) { Binary<Or, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(63, 10) { Binary<Or, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(63, 11) { Binary<Or, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(63, 12) { Binary<Or, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(63) { Binary<Or, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(63, writes: 63, reads: 0, faults: true)
    set(64, 0) { Binary<AddCarry, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(64, 1) { Binary<AddCarry, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(64, 2) { Binary<AddCarry, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(64, 3) { Binary<AddCarry, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(64, 4) { Binary<AddCarry, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(64, 5) { Binary<AddCarry, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(64, 6) { Binary<AddCarry, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(64, 7) { Binary<AddCarry, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(64, 8) { Binary<AddCarry, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(64, 9) { Binary<AddCarry, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(64, 10) { Binary<AddCarry, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(64, 11) { Binary<AddCarry, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(64, 12) { Binary<AddCarry, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(64) { Binary<AddCarry, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(64, writes: 63, reads: 1, faults: true)
    set(65, 0) { Binary<AddCarry, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(65, 1) { Binary<AddCarry, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(65, 2) { Binary<AddCarry, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(65, 3) { Binary<AddCarry, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(65, 4) { Binary<AddCarry, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(65, 5) { Binary<AddCarry, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(65, 6) { Binary<AddCarry, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(65, 7) { Binary<AddCarry, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(65, 12) { Binary<AddCarry, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(65, 14) { Binary<AddCarry, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(65, 15) { Binary<AddCarry, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(65) { Binary<AddCarry, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(65, writes: 63, reads: 1, faults: true)
    set(66, 0) { Binary<AddCarry, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(66, 1) { Binary<AddCarry, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(66, 2) { Binary<AddCarry, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(66, 3) { Binary<AddCarry, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(66, 4) { Binary<AddCarry, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(66, 5) { Binary<AddCarry, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(66, 6) { Binary<AddCarry, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(66, 7) { Binary<AddCarry, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(66, 8) { Binary<AddCarry, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(66, 9) { Binary<AddCarry, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(66, 10) { Binary<AddCarry, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(66, 11) { Binary<AddCarry, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(66, 12) { Binary<AddCarry, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(66) { Binary<AddCarry, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(66, writes: 63, reads: 1, faults: true)
    set(67, 8) { Binary<AddCarry, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(67, 9) { Binary<AddCarry, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(67, 10) { Binary<AddCarry, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(67, 11) { Binary<AddCarry, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(67, 12) { Binary<AddCarry, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(67) { Binary<AddCarry, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(67, writes: 63, reads: 1, faults: true)
    set(68, 0) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(68, 1) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(68, 2) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(68, 3) { Binary<SubtractBorrow, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(68, 4) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(68, 5) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(68, 6) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(68, 7) { Binary<SubtractBorrow, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(68, 8) { Binary<SubtractBorrow, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(68, 9) { Binary<SubtractBorrow, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(68, 10) { Binary<SubtractBorrow, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(68, 11) { Binary<SubtractBorrow, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(68, 12) { Binary<SubtractBorrow, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(68) { Binary<SubtractBorrow, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(68, writes: 63, reads: 1, faults: true)
    set(69, 0) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(69, 1) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(69, 2) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(69, 3) { Binary<SubtractBorrow, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(69, 4) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(69, 5) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(69, 6) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(69, 7) { Binary<SubtractBorrow, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(69, 12) { Binary<SubtractBorrow, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(69, 14) { Binary<SubtractBorrow, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(69, 15) { Binary<SubtractBorrow, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(69) { Binary<SubtractBorrow, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(69, writes: 63, reads: 1, faults: true)
    set(70, 0) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(70, 1) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(70, 2) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(70, 3) { Binary<SubtractBorrow, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(70, 4) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(70, 5) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(70, 6) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(70, 7) { Binary<SubtractBorrow, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(70, 8) { Binary<SubtractBorrow, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(70, 9) { Binary<SubtractBorrow, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(70, 10) { Binary<SubtractBorrow, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(70, 11) { Binary<SubtractBorrow, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(70, 12) { Binary<SubtractBorrow, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(70) { Binary<SubtractBorrow, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(70, writes: 63, reads: 1, faults: true)
    set(71, 8) { Binary<SubtractBorrow, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(71, 9) { Binary<SubtractBorrow, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(71, 10) { Binary<SubtractBorrow, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(71, 11) { Binary<SubtractBorrow, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(71, 12) { Binary<SubtractBorrow, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(71) { Binary<SubtractBorrow, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(71, writes: 63, reads: 1, faults: true)
    set(72, 0) { Binary<And, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(72, 1) { Binary<And, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(72, 2) { Binary<And, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(72, 3) { Binary<And, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(72, 4) { Binary<And, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(72, 5) { Binary<And, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(72, 6) { Binary<And, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(72, 7) { Binary<And, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(72, 8) { Binary<And, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(72, 9) { Binary<And, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(72, 10) { Binary<And, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(72, 11) { Binary<And, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(72, 12) { Binary<And, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(72) { Binary<And, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(72, writes: 63, reads: 0, faults: true)
    set(73, 0) { Binary<And, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(73, 1) { Binary<And, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(73, 2) { Binary<And, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(73, 3) { Binary<And, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(73, 4) { Binary<And, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(73, 5) { Binary<And, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(73, 6) { Binary<And, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(73, 7) { Binary<And, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(73, 12) { Binary<And, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(73, 14) { Binary<And, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(73, 15) { Binary<And, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(73) { Binary<And, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(73, writes: 63, reads: 0, faults: true)
    set(74, 0) { Binary<And, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(74, 1) { Binary<And, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(74, 2) { Binary<And, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(74, 3) { Binary<And, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(74, 4) { Binary<And, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(74, 5) { Binary<And, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(74, 6) { Binary<And, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(74, 7) { Binary<And, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(74, 8) { Binary<And, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(74, 9) { Binary<And, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(74, 10) { Binary<And, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(74, 11) { Binary<And, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(74, 12) { Binary<And, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(74) { Binary<And, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(74, writes: 63, reads: 0, faults: true)
    set(75, 8) { Binary<And, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(75, 9) { Binary<And, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(75, 10) { Binary<And, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(75, 11) { Binary<And, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(75, 12) { Binary<And, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(75) { Binary<And, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(75, writes: 63, reads: 0, faults: true)
    set(76, 0) { Binary<Subtract, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(76, 1) { Binary<Subtract, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(76, 2) { Binary<Subtract, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(76, 3) { Binary<Subtract, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(76, 4) { Binary<Subtract, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(76, 5) { Binary<Subtract, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(76, 6) { Binary<Subtract, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(76, 7) { Binary<Subtract, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(76, 8) { Binary<Subtract, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(76, 9) { Binary<Subtract, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(76, 10) { Binary<Subtract, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(76, 11) { Binary<Subtract, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(76, 12) { Binary<Subtract, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(76) { Binary<Subtract, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(76, writes: 63, reads: 0, faults: true)
    set(77, 0) { Binary<Subtract, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(77, 1) { Binary<Subtract, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(77, 2) { Binary<Subtract, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(77, 3) { Binary<Subtract, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(77, 4) { Binary<Subtract, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(77, 5) { Binary<Subtract, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(77, 6) { Binary<Subtract, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(77, 7) { Binary<Subtract, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(77, 12) { Binary<Subtract, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(77, 14) { Binary<Subtract, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(77, 15) { Binary<Subtract, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(77) { Binary<Subtract, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(77, writes: 63, reads: 0, faults: true)
    set(78, 0) { Binary<Subtract, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(78, 1) { Binary<Subtract, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(78, 2) { Binary<Subtract, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(78, 3) { Binary<Subtract, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(78, 4) { Binary<Subtract, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(78, 5) { Binary<Subtract, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(78, 6) { Binary<Subtract, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(78, 7) { Binary<Subtract, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(78, 8) { Binary<Subtract, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(78, 9) { Binary<Subtract, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(78, 10) { Binary<Subtract, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(78, 11) { Binary<Subtract, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(78, 12) { Binary<Subtract, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(78) { Binary<Subtract, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(78, writes: 63, reads: 0, faults: true)
    set(79, 8) { Binary<Subtract, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(79, 9) { Binary<Subtract, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(79, 10) { Binary<Subtract, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(79, 11) { Binary<Subtract, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(79, 12) { Binary<Subtract, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(79) { Binary<Subtract, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(79, writes: 63, reads: 0, faults: true)
    set(80, 0) { Binary<Xor, UInt8, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(80, 1) { Binary<Xor, UInt8, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(80, 2) { Binary<Xor, UInt8, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(80, 3) { Binary<Xor, UInt8, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(80, 4) { Binary<Xor, UInt8, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(80, 5) { Binary<Xor, UInt8, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(80, 6) { Binary<Xor, UInt8, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(80, 7) { Binary<Xor, UInt8, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(80, 8) { Binary<Xor, UInt8, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(80, 9) { Binary<Xor, UInt8, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(80, 10) { Binary<Xor, UInt8, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(80, 11) { Binary<Xor, UInt8, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(80, 12) { Binary<Xor, UInt8, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(80) { Binary<Xor, UInt8, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(80, writes: 63, reads: 0, faults: true)
    set(81, 0) { Binary<Xor, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(81, 1) { Binary<Xor, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(81, 2) { Binary<Xor, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(81, 3) { Binary<Xor, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(81, 4) { Binary<Xor, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(81, 5) { Binary<Xor, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(81, 6) { Binary<Xor, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(81, 7) { Binary<Xor, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(81, 12) { Binary<Xor, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(81, 14) { Binary<Xor, UInt16, Destination, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(81, 15) { Binary<Xor, UInt16, Destination, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(81) { Binary<Xor, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(81, writes: 63, reads: 0, faults: true)
    set(82, 0) { Binary<Xor, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(82, 1) { Binary<Xor, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(82, 2) { Binary<Xor, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(82, 3) { Binary<Xor, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(82, 4) { Binary<Xor, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(82, 5) { Binary<Xor, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(82, 6) { Binary<Xor, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(82, 7) { Binary<Xor, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(82, 8) { Binary<Xor, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(82, 9) { Binary<Xor, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(82, 10) { Binary<Xor, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(82, 11) { Binary<Xor, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(82, 12) { Binary<Xor, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(82) { Binary<Xor, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(82, writes: 63, reads: 0, faults: true)
    set(83, 8) { Binary<Xor, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(83, 9) { Binary<Xor, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(83, 10) { Binary<Xor, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(83, 11) { Binary<Xor, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(83, 12) { Binary<Xor, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(83) { Binary<Xor, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(83, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_binaryMR() {
    set(84, 0) { Binary<Add, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(84, 1) { Binary<Add, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(84, 2) { Binary<Add, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(84, 3) { Binary<Add, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(84, 4) { Binary<Add, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(84, 5) { Binary<Add, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(84, 6) { Binary<Add, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(84, 7) { Binary<Add, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(84, 8) { Binary<Add, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(84, 9) { Binary<Add, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(84, 10) { Binary<Add, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(84, 11) { Binary<Add, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(84, 12) { Binary<Add, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(84) { Binary<Add, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(84, writes: 63, reads: 0, faults: true)
    set(85, 0) { Binary<Add, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(85, 1) { Binary<Add, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(85, 2) { Binary<Add, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(85, 3) { Binary<Add, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(85, 4) { Binary<Add, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(85, 5) { Binary<Add, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(85, 6) { Binary<Add, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(85, 7) { Binary<Add, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(85, 12) { Binary<Add, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(85, 14) { Binary<Add, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(85, 15) { Binary<Add, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(85) { Binary<Add, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(85, writes: 63, reads: 0, faults: true)
    set(86, 0) { Binary<Add, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(86, 1) { Binary<Add, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(86, 2) { Binary<Add, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(86, 3) { Binary<Add, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(86, 4) { Binary<Add, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(86, 5) { Binary<Add, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(86, 6) { Binary<Add, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(86, 7) { Binary<Add, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(86, 8) { Binary<Add, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(86, 9) { Binary<Add, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(86, 10) { Binary<Add, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(86, 11) { Binary<Add, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(86, 12) { Binary<Add, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(86) { Binary<Add, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(86, writes: 63, reads: 0, faults: true)
    set(87, 8) { Binary<Add, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(87, 9) { Binary<Add, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(87, 10) { Binary<Add, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(87, 11) { Binary<Add, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(87, 12) { Binary<Add, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(87) { Binary<Add, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(87, writes: 63, reads: 0, faults: true)
    set(88, 0) { Binary<Or, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(88, 1) { Binary<Or, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(88, 2) { Binary<Or, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(88, 3) { Binary<Or, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(88, 4) { Binary<Or, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(88, 5) { Binary<Or, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(88, 6) { Binary<Or, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(88, 7) { Binary<Or, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(88, 8) { Binary<Or, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(88, 9) { Binary<Or, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(88, 10) { Binary<Or, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(88, 11) { Binary<Or, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(88, 12) { Binary<Or, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(88) { Binary<Or, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(88, writes: 63, reads: 0, faults: true)
    set(89, 0) { Binary<Or, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(89, 1) { Binary<Or, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(89, 2) { Binary<Or, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(89, 3) { Binary<Or, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(89, 4) { Binary<Or, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(89, 5) { Binary<Or, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(89, 6) { Binary<Or, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(89, 7) { Binary<Or, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(89, 12) { Binary<Or, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(89, 14) { Binary<Or, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(89, 15) { Binary<Or, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(89) { Binary<Or, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(89, writes: 63, reads: 0, faults: true)
    set(90, 0) { Binary<Or, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(90, 1) { Binary<Or, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(90, 2) { Binary<Or, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(90, 3) { Binary<Or, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(90, 4) { Binary<Or, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(90, 5) { Binary<Or, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(90, 6) { Binary<Or, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(90, 7) { Binary<Or, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(90, 8) { Binary<Or, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(90, 9) { Binary<Or, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(90, 10) { Binary<Or, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(90, 11) { Binary<Or, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(90, 12) { Binary<Or, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(90) { Binary<Or, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(90, writes: 63, reads: 0, faults: true)
    set(91, 8) { Binary<Or, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(91, 9) { Binary<Or, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(91, 10) { Binary<Or, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(91, 11) { Binary<Or, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(91, 12) { Binary<Or, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(91) { Binary<Or, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(91, writes: 63, reads: 0, faults: true)
    set(92, 0) { Binary<AddCarry, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(92, 1) { Binary<AddCarry, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(92, 2) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(92, 3) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(92, 4) { Binary<AddCarry, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(92, 5) { Binary<AddCarry, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(92, 6) { Binary<AddCarry, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(92, 7) { Binary<AddCarry, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(92, 8) { Binary<AddCarry, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(92, 9) { Binary<AddCarry, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(92, 10) { Binary<AddCarry, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(92, 11) { Binary<AddCarry, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(92, 12) { Binary<AddCarry, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(92) { Binary<AddCarry, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(92, writes: 63, reads: 1, faults: true)
    set(93, 0) { Binary<AddCarry, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(93, 1) { Binary<AddCarry, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(93, 2) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(93, 3) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(93, 4) { Binary<AddCarry, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(93, 5) { Binary<AddCarry, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(93, 6) { Binary<AddCarry, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(93, 7) { Binary<AddCarry, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(93, 12) { Binary<AddCarry, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(93, 14) { Binary<AddCarry, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(93, 15) { Binary<AddCarry, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(93) { Binary<AddCarry, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(93, writes: 63, reads: 1, faults: true)
    set(94, 0) { Binary<AddCarry, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(94, 1) { Binary<AddCarry, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(94, 2) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(94, 3) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(94, 4) { Binary<AddCarry, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(94, 5) { Binary<AddCarry, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(94, 6) { Binary<AddCarry, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(94, 7) { Binary<AddCarry, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(94, 8) { Binary<AddCarry, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(94, 9) { Binary<AddCarry, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(94, 10) { Binary<AddCarry, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(94, 11) { Binary<AddCarry, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(94, 12) { Binary<AddCarry, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(94) { Binary<AddCarry, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(94, writes: 63, reads: 1, faults: true)
    set(95, 8) { Binary<AddCarry, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(95, 9) { Binary<AddCarry, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(95, 10) { Binary<AddCarry, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(95, 11) { Binary<AddCarry, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(95, 12) { Binary<AddCarry, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(95) { Binary<AddCarry, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(95, writes: 63, reads: 1, faults: true)
    set(96, 0) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(96, 1) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(96, 2) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(96, 3) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(96, 4) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(96, 5) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(96, 6) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(96, 7) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(96, 8) { Binary<SubtractBorrow, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(96, 9) { Binary<SubtractBorrow, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(96, 10) { Binary<SubtractBorrow, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(96, 11) { Binary<SubtractBorrow, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(96, 12) { Binary<SubtractBorrow, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(96) { Binary<SubtractBorrow, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(96, writes: 63, reads: 1, faults: true)
    set(97, 0) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(97, 1) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(97, 2) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(97, 3) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(97, 4) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(97, 5) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(97, 6) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(97, 7) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(97, 12) { Binary<SubtractBorrow, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(97, 14) { Binary<SubtractBorrow, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(97, 15) { Binary<SubtractBorrow, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(97) { Binary<SubtractBorrow, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(97, writes: 63, reads: 1, faults: true)
    set(98, 0) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(98, 1) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(98, 2) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(98, 3) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(98, 4) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(98, 5) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(98, 6) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(98, 7) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(98, 8) { Binary<SubtractBorrow, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(98, 9) { Binary<SubtractBorrow, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(98, 10) { Binary<SubtractBorrow, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(98, 11) { Binary<SubtractBorrow, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(98, 12) { Binary<SubtractBorrow, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(98) { Binary<SubtractBorrow, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(98, writes: 63, reads: 1, faults: true)
    set(99, 8) { Binary<SubtractBorrow, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(99, 9) { Binary<SubtractBorrow, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(99, 10) { Binary<SubtractBorrow, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(99, 11) { Binary<SubtractBorrow, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(99, 12) { Binary<SubtractBorrow, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(99) { Binary<SubtractBorrow, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(99, writes: 63, reads: 1, faults: true)
    set(100, 0) { Binary<And, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(100, 1) { Binary<And, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(100, 2) { Binary<And, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(100, 3) { Binary<And, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(100, 4) { Binary<And, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(100, 5) { Binary<And, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(100, 6) { Binary<And, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(100, 7) { Binary<And, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(100, 8) { Binary<And, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(100, 9) { Binary<And, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(100, 10) { Binary<And, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(100, 11) { Binary<And, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(100, 12) { Binary<And, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(100) { Binary<And, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(100, writes: 63, reads: 0, faults: true)
    set(101, 0) { Binary<And, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(101, 1) { Binary<And, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(101, 2) { Binary<And, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(101, 3) { Binary<And, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(101, 4) { Binary<And, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(101, 5) { Binary<And, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(101, 6) { Binary<And, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(101, 7) { Binary<And, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(101, 12) { Binary<And, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(101, 14) { Binary<And, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(101, 15) { Binary<And, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(101) { Binary<And, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(101, writes: 63, reads: 0, faults: true)
    set(102, 0) { Binary<And, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(102, 1) { Binary<And, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(102, 2) { Binary<And, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(102, 3) { Binary<And, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(102, 4) { Binary<And, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(102, 5) { Binary<And, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(102, 6) { Binary<And, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(102, 7) { Binary<And, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(102, 8) { Binary<And, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(102, 9) { Binary<And, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(102, 10) { Binary<And, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(102, 11) { Binary<And, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(102, 12) { Binary<And, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(102) { Binary<And, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(102, writes: 63, reads: 0, faults: true)
    set(103, 8) { Binary<And, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(103, 9) { Binary<And, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(103, 10) { Binary<And, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(103, 11) { Binary<And, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(103, 12) { Binary<And, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(103) { Binary<And, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(103, writes: 63, reads: 0, faults: true)
    set(104, 0) { Binary<Subtract, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(104, 1) { Binary<Subtract, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(104, 2) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(104, 3) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(104, 4) { Binary<Subtract, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(104, 5) { Binary<Subtract, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(104, 6) { Binary<Subtract, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(104, 7) { Binary<Subtract, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(104, 8) { Binary<Subtract, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(104, 9) { Binary<Subtract, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(104, 10) { Binary<Subtract, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(104, 11) { Binary<Subtract, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(104, 12) { Binary<Subtract, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(104) { Binary<Subtract, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(104, writes: 63, reads: 0, faults: true)
    set(105, 0) { Binary<Subtract, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(105, 1) { Binary<Subtract, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(105, 2) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(105, 3) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(105, 4) { Binary<Subtract, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(105, 5) { Binary<Subtract, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(105, 6) { Binary<Subtract, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(105, 7) { Binary<Subtract, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(105, 12) { Binary<Subtract, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(105, 14) { Binary<Subtract, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(105, 15) { Binary<Subtract, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(105) { Binary<Subtract, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(105, writes: 63, reads: 0, faults: true)
    set(106, 0) { Binary<Subtract, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(106, 1) { Binary<Subtract, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(106, 2) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(106, 3) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(106, 4) { Binary<Subtract, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(106, 5) { Binary<Subtract, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(106, 6) { Binary<Subtract, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(106, 7) { Binary<Subtract, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(106, 8) { Binary<Subtract, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(106, 9) { Binary<Subtract, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(106, 10) { Binary<Subtract, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(106, 11) { Binary<Subtract, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(106, 12) { Binary<Subtract, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(106) { Binary<Subtract, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(106, writes: 63, reads: 0, faults: true)
    set(107, 8) { Binary<Subtract, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(107, 9) { Binary<Subtract, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(107, 10) { Binary<Subtract, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(107, 11) { Binary<Subtract, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(107, 12) { Binary<Subtract, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(107) { Binary<Subtract, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(107, writes: 63, reads: 0, faults: true)
    set(108, 0) { Binary<Xor, UInt8, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(108, 1) { Binary<Xor, UInt8, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(108, 2) { Binary<Xor, UInt8, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(108, 3) { Binary<Xor, UInt8, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(108, 4) { Binary<Xor, UInt8, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(108, 5) { Binary<Xor, UInt8, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(108, 6) { Binary<Xor, UInt8, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(108, 7) { Binary<Xor, UInt8, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(108, 8) { Binary<Xor, UInt8, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(108, 9) { Binary<Xor, UInt8, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(108, 10) { Binary<Xor, UInt8, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(108, 11) { Binary<Xor, UInt8, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(108, 12) { Binary<Xor, UInt8, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(108) { Binary<Xor, UInt8, SlowMemory, Source, Live>.execute($0, $1) }
    describe(108, writes: 63, reads: 0, faults: true)
    set(109, 0) { Binary<Xor, UInt16, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(109, 1) { Binary<Xor, UInt16, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(109, 2) { Binary<Xor, UInt16, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(109, 3) { Binary<Xor, UInt16, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(109, 4) { Binary<Xor, UInt16, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(109, 5) { Binary<Xor, UInt16, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(109, 6) { Binary<Xor, UInt16, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(109, 7) { Binary<Xor, UInt16, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(109, 12) { Binary<Xor, UInt16, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    set(109, 14) { Binary<Xor, UInt16, BusWord<Memory<Segmented16>>, Source, Live>.execute($0, $1) }
    set(109, 15) { Binary<Xor, UInt16, BusWord<Memory<Segmented16>>, Source, Dead>.execute($0, $1) }
    setSlow(109) { Binary<Xor, UInt16, SlowMemory, Source, Live>.execute($0, $1) }
    describe(109, writes: 63, reads: 0, faults: true)
    set(110, 0) { Binary<Xor, UInt32, Memory<FlatBase>, Source, Live>.execute($0, $1) }
    set(110, 1) { Binary<Xor, UInt32, Memory<FlatBase>, Source, Dead>.execute($0, $1) }
    set(110, 2) { Binary<Xor, UInt32, Memory<FlatIndexed>, Source, Live>.execute($0, $1) }
    set(110, 3) { Binary<Xor, UInt32, Memory<FlatIndexed>, Source, Dead>.execute($0, $1) }
    set(110, 4) { Binary<Xor, UInt32, Memory<Segmented16>, Source, Live>.execute($0, $1) }
    set(110, 5) { Binary<Xor, UInt32, Memory<Segmented16>, Source, Dead>.execute($0, $1) }
    set(110, 6) { Binary<Xor, UInt32, Memory<Segmented32>, Source, Live>.execute($0, $1) }
    set(110, 7) { Binary<Xor, UInt32, Memory<Segmented32>, Source, Dead>.execute($0, $1) }
    set(110, 8) { Binary<Xor, UInt32, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(110, 9) { Binary<Xor, UInt32, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(110, 10) { Binary<Xor, UInt32, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(110, 11) { Binary<Xor, UInt32, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(110, 12) { Binary<Xor, UInt32, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(110) { Binary<Xor, UInt32, SlowMemory, Source, Live>.execute($0, $1) }
    describe(110, writes: 63, reads: 0, faults: true)
    set(111, 8) { Binary<Xor, UInt64, Memory<LongBase>, Source, Live>.execute($0, $1) }
    set(111, 9) { Binary<Xor, UInt64, Memory<LongBase>, Source, Dead>.execute($0, $1) }
    set(111, 10) { Binary<Xor, UInt64, Memory<LongIndexed>, Source, Live>.execute($0, $1) }
    set(111, 11) { Binary<Xor, UInt64, Memory<LongIndexed>, Source, Dead>.execute($0, $1) }
    set(111, 12) { Binary<Xor, UInt64, Memory<LongSegmented>, Source, Live>.execute($0, $1) }
    setSlow(111) { Binary<Xor, UInt64, SlowMemory, Source, Live>.execute($0, $1) }
    describe(111, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_binaryMI() {
    set(112, 0) { Binary<Add, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(112, 1) { Binary<Add, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(112, 2) { Binary<Add, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(112, 3) { Binary<Add, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(112, 4) { Binary<Add, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(112, 5) { Binary<Add, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(112, 6) { Binary<Add, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(112, 7) { Binary<Add, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(112, 8) { Binary<Add, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(112, 9) { Binary<Add, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(112, 10) { Binary<Add, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(112, 11) { Binary<Add, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(112, 12) { Binary<Add, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(112) { Binary<Add, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(112, writes: 63, reads: 0, faults: true)
    set(113, 0) { Binary<Add, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(113, 1) { Binary<Add, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(113, 2) { Binary<Add, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(113, 3) { Binary<Add, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(113, 4) { Binary<Add, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(113, 5) { Binary<Add, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(113, 6) { Binary<Add, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(113, 7) { Binary<Add, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(113, 12) { Binary<Add, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(113, 14) { Binary<Add, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(113, 15) { Binary<Add, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(113) { Binary<Add, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(113, writes: 63, reads: 0, faults: true)
    set(114, 0) { Binary<Add, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(114, 1) { Binary<Add, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(114, 2) { Binary<Add, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(114, 3) { Binary<Add, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(114, 4) { Binary<Add, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(114, 5) { Binary<Add, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(114, 6) { Binary<Add, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(114, 7) { Binary<Add, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(114, 8) { Binary<Add, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(114, 9) { Binary<Add, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(114, 10) { Binary<Add, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(114, 11) { Binary<Add, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(114, 12) { Binary<Add, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(114) { Binary<Add, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(114, writes: 63, reads: 0, faults: true)
    set(115, 8) { Binary<Add, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(115, 9) { Binary<Add, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(115, 10) { Binary<Add, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(115, 11) { Binary<Add, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(115, 12) { Binary<Add, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(115) { Binary<Add, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(115, writes: 63, reads: 0, faults: true)
    set(116, 0) { Binary<Or, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(116, 1) { Binary<Or, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(116, 2) { Binary<Or, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(116, 3) { Binary<Or, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(116, 4) { Binary<Or, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(116, 5) { Binary<Or, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(116, 6) { Binary<Or, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(116, 7) { Binary<Or, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(116, 8) { Binary<Or, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(116, 9) { Binary<Or, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(116, 10) { Binary<Or, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(116, 11) { Binary<Or, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(116, 12) { Binary<Or, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(116) { Binary<Or, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(116, writes: 63, reads: 0, faults: true)
    set(117, 0) { Binary<Or, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(117, 1) { Binary<Or, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(117, 2) { Binary<Or, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(117, 3) { Binary<Or, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(117, 4) { Binary<Or, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(117, 5) { Binary<Or, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(117, 6) { Binary<Or, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(117, 7) { Binary<Or, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(117, 12) { Binary<Or, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(117, 14) { Binary<Or, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(117, 15) { Binary<Or, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(117) { Binary<Or, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(117, writes: 63, reads: 0, faults: true)
    set(118, 0) { Binary<Or, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(118, 1) { Binary<Or, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(118, 2) { Binary<Or, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(118, 3) { Binary<Or, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(118, 4) { Binary<Or, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(118, 5) { Binary<Or, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(118, 6) { Binary<Or, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(118, 7) { Binary<Or, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(118, 8) { Binary<Or, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(118, 9) { Binary<Or, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(118, 10) { Binary<Or, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(118, 11) { Binary<Or, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(118, 12) { Binary<Or, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(118) { Binary<Or, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(118, writes: 63, reads: 0, faults: true)
    set(119, 8) { Binary<Or, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(119, 9) { Binary<Or, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(119, 10) { Binary<Or, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(119, 11) { Binary<Or, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(119, 12) { Binary<Or, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(119) { Binary<Or, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(119, writes: 63, reads: 0, faults: true)
    set(120, 0) { Binary<AddCarry, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(120, 1) { Binary<AddCarry, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(120, 2) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(120, 3) { Binary<AddCarry, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(120, 4) { Binary<AddCarry, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(120, 5) { Binary<AddCarry, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(120, 6) { Binary<AddCarry, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(120, 7) { Binary<AddCarry, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(120, 8) { Binary<AddCarry, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(120, 9) { Binary<AddCarry, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(120, 10) { Binary<AddCarry, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(120, 11) { Binary<AddCarry, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(120, 12) { Binary<AddCarry, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(120) { Binary<AddCarry, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(120, writes: 63, reads: 1, faults: true)
    set(121, 0) { Binary<AddCarry, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(121, 1) { Binary<AddCarry, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(121, 2) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(121, 3) { Binary<AddCarry, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(121, 4) { Binary<AddCarry, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(121, 5) { Binary<AddCarry, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(121, 6) { Binary<AddCarry, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(121, 7) { Binary<AddCarry, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(121, 12) { Binary<AddCarry, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(121, 14) { Binary<AddCarry, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(121, 15) { Binary<AddCarry, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(121) { Binary<AddCarry, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(121, writes: 63, reads: 1, faults: true)
    set(122, 0) { Binary<AddCarry, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(122, 1) { Binary<AddCarry, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(122, 2) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(122, 3) { Binary<AddCarry, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(122, 4) { Binary<AddCarry, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(122, 5) { Binary<AddCarry, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(122, 6) { Binary<AddCarry, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(122, 7) { Binary<AddCarry, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(122, 8) { Binary<AddCarry, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(122, 9) { Binary<AddCarry, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(122, 10) { Binary<AddCarry, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(122, 11) { Binary<AddCarry, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(122, 12) { Binary<AddCarry, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(122) { Binary<AddCarry, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(122, writes: 63, reads: 1, faults: true)
    set(123, 8) { Binary<AddCarry, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(123, 9) { Binary<AddCarry, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(123, 10) { Binary<AddCarry, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(123, 11) { Binary<AddCarry, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(123, 12) { Binary<AddCarry, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(123) { Binary<AddCarry, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(123, writes: 63, reads: 1, faults: true)
    set(124, 0) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(124, 1) { Binary<SubtractBorrow, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(124, 2) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(124, 3) { Binary<SubtractBorrow, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(124, 4) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(124, 5) { Binary<SubtractBorrow, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(124, 6) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(124, 7) { Binary<SubtractBorrow, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(124, 8) { Binary<SubtractBorrow, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(124, 9) { Binary<SubtractBorrow, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(124, 10) { Binary<SubtractBorrow, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(124, 11) { Binary<SubtractBorrow, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(124, 12) { Binary<SubtractBorrow, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(124) { Binary<SubtractBorrow, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(124, writes: 63, reads: 1, faults: true)
    set(125, 0) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(125, 1) { Binary<SubtractBorrow, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(125, 2) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(125, 3) { Binary<SubtractBorrow, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(125, 4) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(125, 5) { Binary<SubtractBorrow, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(125, 6) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(125, 7) { Binary<SubtractBorrow, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(125, 12) { Binary<SubtractBorrow, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(125, 14) { Binary<SubtractBorrow, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(125, 15) { Binary<SubtractBorrow, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(125) { Binary<SubtractBorrow, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(125, writes: 63, reads: 1, faults: true)
    set(126, 0) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(126, 1) { Binary<SubtractBorrow, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(126, 2) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(126, 3) { Binary<SubtractBorrow, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(126, 4) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(126, 5) { Binary<SubtractBorrow, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(126, 6) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(126, 7) { Binary<SubtractBorrow, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(126, 8) { Binary<SubtractBorrow, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(126, 9) { Binary<SubtractBorrow, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(126, 10) { Binary<SubtractBorrow, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(126, 11) { Binary<SubtractBorrow, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(126, 12) { Binary<SubtractBorrow, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(126) { Binary<SubtractBorrow, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(126, writes: 63, reads: 1, faults: true)
    set(127, 8) { Binary<SubtractBorrow, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(127, 9) { Binary<SubtractBorrow, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(127, 10) { Binary<SubtractBorrow, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(127, 11) { Binary<SubtractBorrow, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(127, 12) { Binary<SubtractBorrow, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(127) { Binary<SubtractBorrow, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(127, writes: 63, reads: 1, faults: true)
    set(128, 0) { Binary<And, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(128, 1) { Binary<And, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(128, 2) { Binary<And, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(128, 3) { Binary<And, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(128, 4) { Binary<And, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(128, 5) { Binary<And, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(128, 6) { Binary<And, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(128, 7) { Binary<And, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(128, 8) { Binary<And, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(128, 9) { Binary<And, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(128, 10) { Binary<And, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(128, 11) { Binary<And, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(128, 12) { Binary<And, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(128) { Binary<And, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(128, writes: 63, reads: 0, faults: true)
    set(129, 0) { Binary<And, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(129, 1) { Binary<And, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(129, 2) { Binary<And, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(129, 3) { Binary<And, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(129, 4) { Binary<And, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(129, 5) { Binary<And, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(129, 6) { Binary<And, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(129, 7) { Binary<And, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(129, 12) { Binary<And, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(129, 14) { Binary<And, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(129, 15) { Binary<And, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(129) { Binary<And, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(129, writes: 63, reads: 0, faults: true)
    set(130, 0) { Binary<And, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(130, 1) { Binary<And, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(130, 2) { Binary<And, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(130, 3) { Binary<And, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(130, 4) { Binary<And, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(130, 5) { Binary<And, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(130, 6) { Binary<And, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(130, 7) { Binary<And, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(130, 8) { Binary<And, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(130, 9) { Binary<And, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(130, 10) { Binary<And, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(130, 11) { Binary<And, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(130, 12) { Binary<And, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(130) { Binary<And, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(130, writes: 63, reads: 0, faults: true)
    set(131, 8) { Binary<And, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(131, 9) { Binary<And, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(131, 10) { Binary<And, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(131, 11) { Binary<And, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(131, 12) { Binary<And, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(131) { Binary<And, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(131, writes: 63, reads: 0, faults: true)
    set(132, 0) { Binary<Subtract, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(132, 1) { Binary<Subtract, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(132, 2) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(132, 3) { Binary<Subtract, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(132, 4) { Binary<Subtract, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(132, 5) { Binary<Subtract, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(132, 6) { Binary<Subtract, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(132, 7) { Binary<Subtract, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(132, 8) { Binary<Subtract, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(132, 9) { Binary<Subtract, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(132, 10) { Binary<Subtract, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(132, 11) { Binary<Subtract, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(132, 12) { Binary<Subtract, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(132) { Binary<Subtract, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(132, writes: 63, reads: 0, faults: true)
    set(133, 0) { Binary<Subtract, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(133, 1) { Binary<Subtract, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(133, 2) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(133, 3) { Binary<Subtract, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(133, 4) { Binary<Subtract, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(133, 5) { Binary<Subtract, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(133, 6) { Binary<Subtract, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(133, 7) { Binary<Subtract, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(133, 12) { Binary<Subtract, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(133, 14) { Binary<Subtract, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(133, 15) { Binary<Subtract, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(133) { Binary<Subtract, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(133, writes: 63, reads: 0, faults: true)
    set(134, 0) { Binary<Subtract, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(134, 1) { Binary<Subtract, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(134, 2) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(134, 3) { Binary<Subtract, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(134, 4) { Binary<Subtract, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(134, 5) { Binary<Subtract, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(134, 6) { Binary<Subtract, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(134, 7) { Binary<Subtract, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(134, 8) { Binary<Subtract, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(134, 9) { Binary<Subtract, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(134, 10) { Binary<Subtract, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(134, 11) { Binary<Subtract, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(134, 12) { Binary<Subtract, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(134) { Binary<Subtract, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(134, writes: 63, reads: 0, faults: true)
    set(135, 8) { Binary<Subtract, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(135, 9) { Binary<Subtract, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(135, 10) { Binary<Subtract, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(135, 11) { Binary<Subtract, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(135, 12) { Binary<Subtract, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(135) { Binary<Subtract, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(135, writes: 63, reads: 0, faults: true)
    set(136, 0) { Binary<Xor, UInt8, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(136, 1) { Binary<Xor, UInt8, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(136, 2) { Binary<Xor, UInt8, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(136, 3) { Binary<Xor, UInt8, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(136, 4) { Binary<Xor, UInt8, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(136, 5) { Binary<Xor, UInt8, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(136, 6) { Binary<Xor, UInt8, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(136, 7) { Binary<Xor, UInt8, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(136, 8) { Binary<Xor, UInt8, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(136, 9) { Binary<Xor, UInt8, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(136, 10) { Binary<Xor, UInt8, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(136, 11) { Binary<Xor, UInt8, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(136, 12) { Binary<Xor, UInt8, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(136) { Binary<Xor, UInt8, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(136, writes: 63, reads: 0, faults: true)
    set(137, 0) { Binary<Xor, UInt16, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(137, 1) { Binary<Xor, UInt16, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(137, 2) { Binary<Xor, UInt16, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(137, 3) { Binary<Xor, UInt16, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(137, 4) { Binary<Xor, UInt16, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(137, 5) { Binary<Xor, UInt16, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(137, 6) { Binary<Xor, UInt16, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(137, 7) { Binary<Xor, UInt16, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(137, 12) { Binary<Xor, UInt16, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    set(137, 14) { Binary<Xor, UInt16, BusWord<Memory<Segmented16>>, Immediate, Live>.execute($0, $1) }
    set(137, 15) { Binary<Xor, UInt16, BusWord<Memory<Segmented16>>, Immediate, Dead>.execute($0, $1) }
    setSlow(137) { Binary<Xor, UInt16, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(137, writes: 63, reads: 0, faults: true)
    set(138, 0) { Binary<Xor, UInt32, Memory<FlatBase>, Immediate, Live>.execute($0, $1) }
    set(138, 1) { Binary<Xor, UInt32, Memory<FlatBase>, Immediate, Dead>.execute($0, $1) }
    set(138, 2) { Binary<Xor, UInt32, Memory<FlatIndexed>, Immediate, Live>.execute($0, $1) }
    set(138, 3) { Binary<Xor, UInt32, Memory<FlatIndexed>, Immediate, Dead>.execute($0, $1) }
    set(138, 4) { Binary<Xor, UInt32, Memory<Segmented16>, Immediate, Live>.execute($0, $1) }
    set(138, 5) { Binary<Xor, UInt32, Memory<Segmented16>, Immediate, Dead>.execute($0, $1) }
    set(138, 6) { Binary<Xor, UInt32, Memory<Segmented32>, Immediate, Live>.execute($0, $1) }
    set(138, 7) { Binary<Xor, UInt32, Memory<Segmented32>, Immediate, Dead>.execute($0, $1) }
    set(138, 8) { Binary<Xor, UInt32, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(138, 9) { Binary<Xor, UInt32, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(138, 10) { Binary<Xor, UInt32, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(138, 11) { Binary<Xor, UInt32, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(138, 12) { Binary<Xor, UInt32, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(138) { Binary<Xor, UInt32, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(138, writes: 63, reads: 0, faults: true)
    set(139, 8) { Binary<Xor, UInt64, Memory<LongBase>, Immediate, Live>.execute($0, $1) }
    set(139, 9) { Binary<Xor, UInt64, Memory<LongBase>, Immediate, Dead>.execute($0, $1) }
    set(139, 10) { Binary<Xor, UInt64, Memory<LongIndexed>, Immediate, Live>.execute($0, $1) }
    set(139, 11) { Binary<Xor, UInt64, Memory<LongIndexed>, Immediate, Dead>.execute($0, $1) }
    set(139, 12) { Binary<Xor, UInt64, Memory<LongSegmented>, Immediate, Live>.execute($0, $1) }
    setSlow(139) { Binary<Xor, UInt64, SlowMemory, Immediate, Live>.execute($0, $1) }
    describe(139, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareRR() {
    set(140, 0) { Compare<Subtract, UInt8, Destination, Source>.execute($0, $1) }
    set(140, 1) { NoOperation.execute($0, $1) }
    describe(140, writes: 63, reads: 0, faults: false)
    set(141, 0) { Compare<Subtract, UInt16, Destination, Source>.execute($0, $1) }
    set(141, 1) { NoOperation.execute($0, $1) }
    describe(141, writes: 63, reads: 0, faults: false)
    set(142, 0) { Compare<Subtract, UInt32, Destination, Source>.execute($0, $1) }
    set(142, 1) { NoOperation.execute($0, $1) }
    describe(142, writes: 63, reads: 0, faults: false)
    set(143, 0) { Compare<Subtract, UInt64, Destination, Source>.execute($0, $1) }
    set(143, 1) { NoOperation.execute($0, $1) }
    describe(143, writes: 63, reads: 0, faults: false)
    set(144, 0) { Compare<And, UInt8, Destination, Source>.execute($0, $1) }
    set(144, 1) { NoOperation.execute($0, $1) }
    describe(144, writes: 63, reads: 0, faults: false)
    set(145, 0) { Compare<And, UInt16, Destination, Source>.execute($0, $1) }
    set(145, 1) { NoOperation.execute($0, $1) }
    describe(145, writes: 63, reads: 0, faults: false)
    set(146, 0) { Compare<And, UInt32, Destination, Source>.execute($0, $1) }
    set(146, 1) { NoOperation.execute($0, $1) }
    describe(146, writes: 63, reads: 0, faults: false)
    set(147, 0) { Compare<And, UInt64, Destination, Source>.execute($0, $1) }
    set(147, 1) { NoOperation.execute($0, $1) }
    describe(147, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareRI() {
    set(148, 0) { Compare<Subtract, UInt8, Destination, Immediate>.execute($0, $1) }
    set(148, 1) { NoOperation.execute($0, $1) }
    describe(148, writes: 63, reads: 0, faults: false)
    set(149, 0) { Compare<Subtract, UInt16, Destination, Immediate>.execute($0, $1) }
    set(149, 1) { NoOperation.execute($0, $1) }
    describe(149, writes: 63, reads: 0, faults: false)
    set(150, 0) { Compare<Subtract, UInt32, Destination, Immediate>.execute($0, $1) }
    set(150, 1) { NoOperation.execute($0, $1) }
    describe(150, writes: 63, reads: 0, faults: false)
    set(151, 0) { Compare<Subtract, UInt64, Destination, Immediate>.execute($0, $1) }
    set(151, 1) { NoOperation.execute($0, $1) }
    describe(151, writes: 63, reads: 0, faults: false)
    set(152, 0) { Compare<And, UInt8, Destination, Immediate>.execute($0, $1) }
    set(152, 1) { NoOperation.execute($0, $1) }
    describe(152, writes: 63, reads: 0, faults: false)
    set(153, 0) { Compare<And, UInt16, Destination, Immediate>.execute($0, $1) }
    set(153, 1) { NoOperation.execute($0, $1) }
    describe(153, writes: 63, reads: 0, faults: false)
    set(154, 0) { Compare<And, UInt32, Destination, Immediate>.execute($0, $1) }
    set(154, 1) { NoOperation.execute($0, $1) }
    describe(154, writes: 63, reads: 0, faults: false)
    set(155, 0) { Compare<And, UInt64, Destination, Immediate>.execute($0, $1) }
    set(155, 1) { NoOperation.execute($0, $1) }
    describe(155, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareRM() {
    set(156, 0) { Compare<Subtract, UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(156, 2) { Compare<Subtract, UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(156, 4) { Compare<Subtract, UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(156, 6) { Compare<Subtract, UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(156, 8) { Compare<Subtract, UInt8, Destination, Memory<LongBase>>.execute($0, $1) }
    set(156, 10) { Compare<Subtract, UInt8, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(156, 12) { Compare<Subtract, UInt8, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(156) { Compare<Subtract, UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(156, writes: 63, reads: 0, faults: true)
    set(157, 0) { Compare<Subtract, UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(157, 2) { Compare<Subtract, UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(157, 4) { Compare<Subtract, UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(157, 6) { Compare<Subtract, UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(157, 12) { Compare<Subtract, UInt16, Destination, Memory<LongSegmented>>.execute($0, $1) }
    set(157, 14) { Compare<Subtract, UInt16, Destination, BusWord<Memory<Segmented16>>>.execute($0, $1) }
    setSlow(157) { Compare<Subtract, UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(157, writes: 63, reads: 0, faults: true)
    set(158, 0) { Compare<Subtract, UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(158, 2) { Compare<Subtract, UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(158, 4) { Compare<Subtract, UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(158, 6) { Compare<Subtract, UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(158, 8) { Compare<Subtract, UInt32, Destination, Memory<LongBase>>.execute($0, $1) }
    set(158, 10) { Compare<Subtract, UInt32, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(158, 12) { Compare<Subtract, UInt32, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(158) { Compare<Subtract, UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(158, writes: 63, reads: 0, faults: true)
    set(159, 8) { Compare<Subtract, UInt64, Destination, Memory<LongBase>>.execute($0, $1) }
    set(159, 10) { Compare<Subtract, UInt64, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(159, 12) { Compare<Subtract, UInt64, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(159) { Compare<Subtract, UInt64, Destination, SlowMemory>.execute($0, $1) }
    describe(159, writes: 63, reads: 0, faults: true)
    set(160, 0) { Compare<And, UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(160, 2) { Compare<And, UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(160, 4) { Compare<And, UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(160, 6) { Compare<And, UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(160, 8) { Compare<And, UInt8, Destination, Memory<LongBase>>.execute($0, $1) }
    set(160, 10) { Compare<And, UInt8, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(160, 12) { Compare<And, UInt8, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(160) { Compare<And, UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(160, writes: 63, reads: 0, faults: true)
    set(161, 0) { Compare<And, UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(161, 2) { Compare<And, UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(161, 4) { Compare<And, UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(161, 6) { Compare<And, UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(161, 12) { Compare<And, UInt16, Destination, Memory<LongSegmented>>.execute($0, $1) }
    set(161, 14) { Compare<And, UInt16, Destination, BusWord<Memory<Segmented16>>>.execute($0, $1) }
    setSlow(161) { Compare<And, UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(161, writes: 63, reads: 0, faults: true)
    set(162, 0) { Compare<And, UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(162, 2) { Compare<And, UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(162, 4) { Compare<And, UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(162, 6) { Compare<And, UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(162, 8) { Compare<And, UInt32, Destination, Memory<LongBase>>.execute($0, $1) }
    set(162, 10) { Compare<And, UInt32, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(162, 12) { Compare<And, UInt32, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(162) { Compare<And, UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(162, writes: 63, reads: 0, faults: true)
    set(163, 8) { Compare<And, UInt64, Destination, Memory<LongBase>>.execute($0, $1) }
    set(163, 10) { Compare<And, UInt64, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(163, 12) { Compare<And, UInt64, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(163) { Compare<And, UInt64, Destination, SlowMemory>.execute($0, $1) }
    describe(163, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareMR() {
    set(164, 0) { Compare<Subtract, UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(164, 2) { Compare<Subtract, UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(164, 4) { Compare<Subtract, UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(164, 6) { Compare<Subtract, UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    set(164, 8) { Compare<Subtract, UInt8, Memory<LongBase>, Source>.execute($0, $1) }
    set(164, 10) { Compare<Subtract, UInt8, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(164, 12) { Compare<Subtract, UInt8, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(164) { Compare<Subtract, UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(164, writes: 63, reads: 0, faults: true)
    set(165, 0) { Compare<Subtract, UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(165, 2) { Compare<Subtract, UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(165, 4) { Compare<Subtract, UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(165, 6) { Compare<Subtract, UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(165, 12) { Compare<Subtract, UInt16, Memory<LongSegmented>, Source>.execute($0, $1) }
    set(165, 14) { Compare<Subtract, UInt16, BusWord<Memory<Segmented16>>, Source>.execute($0, $1) }
    setSlow(165) { Compare<Subtract, UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(165, writes: 63, reads: 0, faults: true)
    set(166, 0) { Compare<Subtract, UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(166, 2) { Compare<Subtract, UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(166, 4) { Compare<Subtract, UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(166, 6) { Compare<Subtract, UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    set(166, 8) { Compare<Subtract, UInt32, Memory<LongBase>, Source>.execute($0, $1) }
    set(166, 10) { Compare<Subtract, UInt32, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(166, 12) { Compare<Subtract, UInt32, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(166) { Compare<Subtract, UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(166, writes: 63, reads: 0, faults: true)
    set(167, 8) { Compare<Subtract, UInt64, Memory<LongBase>, Source>.execute($0, $1) }
    set(167, 10) { Compare<Subtract, UInt64, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(167, 12) { Compare<Subtract, UInt64, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(167) { Compare<Subtract, UInt64, SlowMemory, Source>.execute($0, $1) }
    describe(167, writes: 63, reads: 0, faults: true)
    set(168, 0) { Compare<And, UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(168, 2) { Compare<And, UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(168, 4) { Compare<And, UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(168, 6) { Compare<And, UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    set(168, 8) { Compare<And, UInt8, Memory<LongBase>, Source>.execute($0, $1) }
    set(168, 10) { Compare<And, UInt8, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(168, 12) { Compare<And, UInt8, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(168) { Compare<And, UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(168, writes: 63, reads: 0, faults: true)
    set(169, 0) { Compare<And, UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(169, 2) { Compare<And, UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(169, 4) { Compare<And, UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(169, 6) { Compare<And, UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(169, 12) { Compare<And, UInt16, Memory<LongSegmented>, Source>.execute($0, $1) }
    set(169, 14) { Compare<And, UInt16, BusWord<Memory<Segmented16>>, Source>.execute($0, $1) }
    setSlow(169) { Compare<And, UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(169, writes: 63, reads: 0, faults: true)
    set(170, 0) { Compare<And, UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(170, 2) { Compare<And, UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(170, 4) { Compare<And, UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(170, 6) { Compare<And, UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    set(170, 8) { Compare<And, UInt32, Memory<LongBase>, Source>.execute($0, $1) }
    set(170, 10) { Compare<And, UInt32, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(170, 12) { Compare<And, UInt32, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(170) { Compare<And, UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(170, writes: 63, reads: 0, faults: true)
    set(171, 8) { Compare<And, UInt64, Memory<LongBase>, Source>.execute($0, $1) }
    set(171, 10) { Compare<And, UInt64, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(171, 12) { Compare<And, UInt64, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(171) { Compare<And, UInt64, SlowMemory, Source>.execute($0, $1) }
    describe(171, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_compareMI() {
    set(172, 0) { Compare<Subtract, UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(172, 2) { Compare<Subtract, UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(172, 4) { Compare<Subtract, UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(172, 6) { Compare<Subtract, UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(172, 8) { Compare<Subtract, UInt8, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(172, 10) { Compare<Subtract, UInt8, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(172, 12) { Compare<Subtract, UInt8, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(172) { Compare<Subtract, UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(172, writes: 63, reads: 0, faults: true)
    set(173, 0) { Compare<Subtract, UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(173, 2) { Compare<Subtract, UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(173, 4) { Compare<Subtract, UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(173, 6) { Compare<Subtract, UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(173, 12) { Compare<Subtract, UInt16, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    set(173, 14) { Compare<Subtract, UInt16, BusWord<Memory<Segmented16>>, Immediate>.execute($0, $1) }
    setSlow(173) { Compare<Subtract, UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(173, writes: 63, reads: 0, faults: true)
    set(174, 0) { Compare<Subtract, UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(174, 2) { Compare<Subtract, UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(174, 4) { Compare<Subtract, UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(174, 6) { Compare<Subtract, UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(174, 8) { Compare<Subtract, UInt32, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(174, 10) { Compare<Subtract, UInt32, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(174, 12) { Compare<Subtract, UInt32, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(174) { Compare<Subtract, UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(174, writes: 63, reads: 0, faults: true)
    set(175, 8) { Compare<Subtract, UInt64, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(175, 10) { Compare<Subtract, UInt64, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(175, 12) { Compare<Subtract, UInt64, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(175) { Compare<Subtract, UInt64, SlowMemory, Immediate>.execute($0, $1) }
    describe(175, writes: 63, reads: 0, faults: true)
    set(176, 0) { Compare<And, UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(176, 2) { Compare<And, UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(176, 4) { Compare<And, UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(176, 6) { Compare<And, UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(176, 8) { Compare<And, UInt8, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(176, 10) { Compare<And, UInt8, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(176, 12) { Compare<And, UInt8, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(176) { Compare<And, UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(176, writes: 63, reads: 0, faults: true)
    set(177, 0) { Compare<And, UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(177, 2) { Compare<And, UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(177, 4) { Compare<And, UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(177, 6) { Compare<And, UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(177, 12) { Compare<And, UInt16, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    set(177, 14) { Compare<And, UInt16, BusWord<Memory<Segmented16>>, Immediate>.execute($0, $1) }
    setSlow(177) { Compare<And, UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(177, writes: 63, reads: 0, faults: true)
    set(178, 0) { Compare<And, UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(178, 2) { Compare<And, UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(178, 4) { Compare<And, UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(178, 6) { Compare<And, UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(178, 8) { Compare<And, UInt32, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(178, 10) { Compare<And, UInt32, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(178, 12) { Compare<And, UInt32, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(178) { Compare<And, UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(178, writes: 63, reads: 0, faults: true)
    set(179, 8) { Compare<And, UInt64, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(179, 10) { Compare<And, UInt64, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(179, 12) { Compare<And, UInt64, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(179) { Compare<And, UInt64, SlowMemory, Immediate>.execute($0, $1) }
    describe(179, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_moveRR() {
    set(180, 0) { Move<UInt8, Destination, Source>.execute($0, $1) }
    describe(180, writes: 0, reads: 0, faults: false)
    set(181, 0) { Move<UInt16, Destination, Source>.execute($0, $1) }
    describe(181, writes: 0, reads: 0, faults: false)
    set(182, 0) { Move<UInt32, Destination, Source>.execute($0, $1) }
    describe(182, writes: 0, reads: 0, faults: false)
    set(183, 0) { Move<UInt64, Destination, Source>.execute($0, $1) }
    describe(183, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_moveRI() {
    set(184, 0) { Move<UInt8, Destination, Immediate>.execute($0, $1) }
    describe(184, writes: 0, reads: 0, faults: false)
    set(185, 0) { Move<UInt16, Destination, Immediate>.execute($0, $1) }
    describe(185, writes: 0, reads: 0, faults: false)
    set(186, 0) { Move<UInt32, Destination, Immediate>.execute($0, $1) }
    describe(186, writes: 0, reads: 0, faults: false)
    set(187, 0) { Move<UInt64, Destination, Immediate>.execute($0, $1) }
    describe(187, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_moveRM() {
    set(188, 0) { Move<UInt8, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(188, 2) { Move<UInt8, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(188, 4) { Move<UInt8, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(188, 6) { Move<UInt8, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(188, 8) { Move<UInt8, Destination, Memory<LongBase>>.execute($0, $1) }
    set(188, 10) { Move<UInt8, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(188, 12) { Move<UInt8, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(188) { Move<UInt8, Destination, SlowMemory>.execute($0, $1) }
    describe(188, writes: 0, reads: 0, faults: true)
    set(189, 0) { Move<UInt16, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(189, 2) { Move<UInt16, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(189, 4) { Move<UInt16, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(189, 6) { Move<UInt16, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(189, 12) { Move<UInt16, Destination, Memory<LongSegmented>>.execute($0, $1) }
    set(189, 14) { Move<UInt16, Destination, BusWord<Memory<Segmented16>>>.execute($0, $1) }
    setSlow(189) { Move<UInt16, Destination, SlowMemory>.execute($0, $1) }
    describe(189, writes: 0, reads: 0, faults: true)
    set(190, 0) { Move<UInt32, Destination, Memory<FlatBase>>.execute($0, $1) }
    set(190, 2) { Move<UInt32, Destination, Memory<FlatIndexed>>.execute($0, $1) }
    set(190, 4) { Move<UInt32, Destination, Memory<Segmented16>>.execute($0, $1) }
    set(190, 6) { Move<UInt32, Destination, Memory<Segmented32>>.execute($0, $1) }
    set(190, 8) { Move<UInt32, Destination, Memory<LongBase>>.execute($0, $1) }
    set(190, 10) { Move<UInt32, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(190, 12) { Move<UInt32, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(190) { Move<UInt32, Destination, SlowMemory>.execute($0, $1) }
    describe(190, writes: 0, reads: 0, faults: true)
    set(191, 8) { Move<UInt64, Destination, Memory<LongBase>>.execute($0, $1) }
    set(191, 10) { Move<UInt64, Destination, Memory<LongIndexed>>.execute($0, $1) }
    set(191, 12) { Move<UInt64, Destination, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(191) { Move<UInt64, Destination, SlowMemory>.execute($0, $1) }
    describe(191, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_moveMR() {
    set(192, 0) { Move<UInt8, Memory<FlatBase>, Source>.execute($0, $1) }
    set(192, 2) { Move<UInt8, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(192, 4) { Move<UInt8, Memory<Segmented16>, Source>.execute($0, $1) }
    set(192, 6) { Move<UInt8, Memory<Segmented32>, Source>.execute($0, $1) }
    set(192, 8) { Move<UInt8, Memory<LongBase>, Source>.execute($0, $1) }
    set(192, 10) { Move<UInt8, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(192, 12) { Move<UInt8, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(192) { Move<UInt8, SlowMemory, Source>.execute($0, $1) }
    describe(192, writes: 0, reads: 0, faults: true)
    set(193, 0) { Move<UInt16, Memory<FlatBase>, Source>.execute($0, $1) }
    set(193, 2) { Move<UInt16, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(193, 4) { Move<UInt16, Memory<Segmented16>, Source>.execute($0, $1) }
    set(193, 6) { Move<UInt16, Memory<Segmented32>, Source>.execute($0, $1) }
    set(193, 12) { Move<UInt16, Memory<LongSegmented>, Source>.execute($0, $1) }
    set(193, 14) { Move<UInt16, BusWord<Memory<Segmented16>>, Source>.execute($0, $1) }
    setSlow(193) { Move<UInt16, SlowMemory, Source>.execute($0, $1) }
    describe(193, writes: 0, reads: 0, faults: true)
    set(194, 0) { Move<UInt32, Memory<FlatBase>, Source>.execute($0, $1) }
    set(194, 2) { Move<UInt32, Memory<FlatIndexed>, Source>.execute($0, $1) }
    set(194, 4) { Move<UInt32, Memory<Segmented16>, Source>.execute($0, $1) }
    set(194, 6) { Move<UInt32, Memory<Segmented32>, Source>.execute($0, $1) }
    set(194, 8) { Move<UInt32, Memory<LongBase>, Source>.execute($0, $1) }
    set(194, 10) { Move<UInt32, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(194, 12) { Move<UInt32, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(194) { Move<UInt32, SlowMemory, Source>.execute($0, $1) }
    describe(194, writes: 0, reads: 0, faults: true)
    set(195, 8) { Move<UInt64, Memory<LongBase>, Source>.execute($0, $1) }
    set(195, 10) { Move<UInt64, Memory<LongIndexed>, Source>.execute($0, $1) }
    set(195, 12) { Move<UInt64, Memory<LongSegmented>, Source>.execute($0, $1) }
    setSlow(195) { Move<UInt64, SlowMemory, Source>.execute($0, $1) }
    describe(195, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_moveMI() {
    set(196, 0) { Move<UInt8, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(196, 2) { Move<UInt8, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(196, 4) { Move<UInt8, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(196, 6) { Move<UInt8, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(196, 8) { Move<UInt8, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(196, 10) { Move<UInt8, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(196, 12) { Move<UInt8, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(196) { Move<UInt8, SlowMemory, Immediate>.execute($0, $1) }
    describe(196, writes: 0, reads: 0, faults: true)
    set(197, 0) { Move<UInt16, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(197, 2) { Move<UInt16, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(197, 4) { Move<UInt16, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(197, 6) { Move<UInt16, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(197, 12) { Move<UInt16, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    set(197, 14) { Move<UInt16, BusWord<Memory<Segmented16>>, Immediate>.execute($0, $1) }
    setSlow(197) { Move<UInt16, SlowMemory, Immediate>.execute($0, $1) }
    describe(197, writes: 0, reads: 0, faults: true)
    set(198, 0) { Move<UInt32, Memory<FlatBase>, Immediate>.execute($0, $1) }
    set(198, 2) { Move<UInt32, Memory<FlatIndexed>, Immediate>.execute($0, $1) }
    set(198, 4) { Move<UInt32, Memory<Segmented16>, Immediate>.execute($0, $1) }
    set(198, 6) { Move<UInt32, Memory<Segmented32>, Immediate>.execute($0, $1) }
    set(198, 8) { Move<UInt32, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(198, 10) { Move<UInt32, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(198, 12) { Move<UInt32, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(198) { Move<UInt32, SlowMemory, Immediate>.execute($0, $1) }
    describe(198, writes: 0, reads: 0, faults: true)
    set(199, 8) { Move<UInt64, Memory<LongBase>, Immediate>.execute($0, $1) }
    set(199, 10) { Move<UInt64, Memory<LongIndexed>, Immediate>.execute($0, $1) }
    set(199, 12) { Move<UInt64, Memory<LongSegmented>, Immediate>.execute($0, $1) }
    setSlow(199) { Move<UInt64, SlowMemory, Immediate>.execute($0, $1) }
    describe(199, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_moveLong() {
    set(200, 0) { Move<UInt64, Destination, LongImmediate>.execute($0, $1) }
    describe(200, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_zeroExtendR() {
    set(201, 0) { ZeroExtend<UInt16, UInt8, Source>.execute($0, $1) }
    describe(201, writes: 0, reads: 0, faults: false)
    set(202, 0) { ZeroExtend<UInt32, UInt8, Source>.execute($0, $1) }
    describe(202, writes: 0, reads: 0, faults: false)
    set(203, 0) { ZeroExtend<UInt32, UInt16, Source>.execute($0, $1) }
    describe(203, writes: 0, reads: 0, faults: false)
    set(204, 0) { ZeroExtend<UInt64, UInt8, Source>.execute($0, $1) }
    describe(204, writes: 0, reads: 0, faults: false)
    set(205, 0) { ZeroExtend<UInt64, UInt16, Source>.execute($0, $1) }
    describe(205, writes: 0, reads: 0, faults: false)
    set(206, 0) { ZeroExtend<UInt64, UInt32, Source>.execute($0, $1) }
    describe(206, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_zeroExtendM() {
    set(207, 0) { ZeroExtend<UInt16, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(207, 2) { ZeroExtend<UInt16, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(207, 4) { ZeroExtend<UInt16, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(207, 6) { ZeroExtend<UInt16, UInt8, Memory<Segmented32>>.execute($0, $1) }
    set(207, 8) { ZeroExtend<UInt16, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(207, 10) { ZeroExtend<UInt16, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(207, 12) { ZeroExtend<UInt16, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(207) { ZeroExtend<UInt16, UInt8, SlowMemory>.execute($0, $1) }
    describe(207, writes: 0, reads: 0, faults: true)
    set(208, 0) { ZeroExtend<UInt32, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(208, 2) { ZeroExtend<UInt32, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(208, 4) { ZeroExtend<UInt32, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(208, 6) { ZeroExtend<UInt32, UInt8, Memory<Segmented32>>.execute($0, $1) }
    set(208, 8) { ZeroExtend<UInt32, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(208, 10) { ZeroExtend<UInt32, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(208, 12) { ZeroExtend<UInt32, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(208) { ZeroExtend<UInt32, UInt8, SlowMemory>.execute($0, $1) }
    describe(208, writes: 0, reads: 0, faults: true)
    set(209, 0) { ZeroExtend<UInt32, UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(209, 2) { ZeroExtend<UInt32, UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(209, 4) { ZeroExtend<UInt32, UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(209, 6) { ZeroExtend<UInt32, UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(209, 8) { ZeroExtend<UInt32, UInt16, Memory<LongBase>>.execute($0, $1) }
    set(209, 10) { ZeroExtend<UInt32, UInt16, Memory<LongIndexed>>.execute($0, $1) }
    set(209, 12) { ZeroExtend<UInt32, UInt16, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(209) { ZeroExtend<UInt32, UInt16, SlowMemory>.execute($0, $1) }
    describe(209, writes: 0, reads: 0, faults: true)
    set(210, 8) { ZeroExtend<UInt64, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(210, 10) { ZeroExtend<UInt64, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(210, 12) { ZeroExtend<UInt64, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(210) { ZeroExtend<UInt64, UInt8, SlowMemory>.execute($0, $1) }
    describe(210, writes: 0, reads: 0, faults: true)
    set(211, 8) { ZeroExtend<UInt64, UInt16, Memory<LongBase>>.execute($0, $1) }
    set(211, 10) { ZeroExtend<UInt64, UInt16, Memory<LongIndexed>>.execute($0, $1) }
    set(211, 12) { ZeroExtend<UInt64, UInt16, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(211) { ZeroExtend<UInt64, UInt16, SlowMemory>.execute($0, $1) }
    describe(211, writes: 0, reads: 0, faults: true)
    set(212, 8) { ZeroExtend<UInt64, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(212, 10) { ZeroExtend<UInt64, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(212, 12) { ZeroExtend<UInt64, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(212) { ZeroExtend<UInt64, UInt32, SlowMemory>.execute($0, $1) }
    describe(212, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_signExtendR() {
    set(213, 0) { SignExtend<UInt16, UInt8, Source>.execute($0, $1) }
    describe(213, writes: 0, reads: 0, faults: false)
    set(214, 0) { SignExtend<UInt32, UInt8, Source>.execute($0, $1) }
    describe(214, writes: 0, reads: 0, faults: false)
    set(215, 0) { SignExtend<UInt32, UInt16, Source>.execute($0, $1) }
    describe(215, writes: 0, reads: 0, faults: false)
    set(216, 0) { SignExtend<UInt64, UInt8, Source>.execute($0, $1) }
    describe(216, writes: 0, reads: 0, faults: false)
    set(217, 0) { SignExtend<UInt64, UInt16, Source>.execute($0, $1) }
    describe(217, writes: 0, reads: 0, faults: false)
    set(218, 0) { SignExtend<UInt64, UInt32, Source>.execute($0, $1) }
    describe(218, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_signExtendM() {
    set(219, 0) { SignExtend<UInt16, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(219, 2) { SignExtend<UInt16, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(219, 4) { SignExtend<UInt16, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(219, 6) { SignExtend<UInt16, UInt8, Memory<Segmented32>>.execute($0, $1) }
    set(219, 8) { SignExtend<UInt16, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(219, 10) { SignExtend<UInt16, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(219, 12) { SignExtend<UInt16, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(219) { SignExtend<UInt16, UInt8, SlowMemory>.execute($0, $1) }
    describe(219, writes: 0, reads: 0, faults: true)
    set(220, 0) { SignExtend<UInt32, UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(220, 2) { SignExtend<UInt32, UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(220, 4) { SignExtend<UInt32, UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(220, 6) { SignExtend<UInt32, UInt8, Memory<Segmented32>>.execute($0, $1) }
    set(220, 8) { SignExtend<UInt32, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(220, 10) { SignExtend<UInt32, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(220, 12) { SignExtend<UInt32, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(220) { SignExtend<UInt32, UInt8, SlowMemory>.execute($0, $1) }
    describe(220, writes: 0, reads: 0, faults: true)
    set(221, 0) { SignExtend<UInt32, UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(221, 2) { SignExtend<UInt32, UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(221, 4) { SignExtend<UInt32, UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(221, 6) { SignExtend<UInt32, UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(221, 8) { SignExtend<UInt32, UInt16, Memory<LongBase>>.execute($0, $1) }
    set(221, 10) { SignExtend<UInt32, UInt16, Memory<LongIndexed>>.execute($0, $1) }
    set(221, 12) { SignExtend<UInt32, UInt16, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(221) { SignExtend<UInt32, UInt16, SlowMemory>.execute($0, $1) }
    describe(221, writes: 0, reads: 0, faults: true)
    set(222, 8) { SignExtend<UInt64, UInt8, Memory<LongBase>>.execute($0, $1) }
    set(222, 10) { SignExtend<UInt64, UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(222, 12) { SignExtend<UInt64, UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(222) { SignExtend<UInt64, UInt8, SlowMemory>.execute($0, $1) }
    describe(222, writes: 0, reads: 0, faults: true)
    set(223, 8) { SignExtend<UInt64, UInt16, Memory<LongBase>>.execute($0, $1) }
    set(223, 10) { SignExtend<UInt64, UInt16, Memory<LongIndexed>>.execute($0, $1) }
    set(223, 12) { SignExtend<UInt64, UInt16, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(223) { SignExtend<UInt64, UInt16, SlowMemory>.execute($0, $1) }
    describe(223, writes: 0, reads: 0, faults: true)
    set(224, 8) { SignExtend<UInt64, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(224, 10) { SignExtend<UInt64, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(224, 12) { SignExtend<UInt64, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(224) { SignExtend<UInt64, UInt32, SlowMemory>.execute($0, $1) }
    describe(224, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_loadAddress() {
    set(225, 0) { LoadAddress<UInt16, Segmented16>.execute($0, $1) }
    describe(225, writes: 0, reads: 0, faults: false)
    set(226, 0) { LoadAddress<UInt32, Segmented16>.execute($0, $1) }
    describe(226, writes: 0, reads: 0, faults: false)
    set(227, 0) { LoadAddress<UInt16, Segmented32>.execute($0, $1) }
    describe(227, writes: 0, reads: 0, faults: false)
    set(228, 0) { LoadAddress<UInt32, Segmented32>.execute($0, $1) }
    describe(228, writes: 0, reads: 0, faults: false)
    set(229, 0) { LoadAddress<UInt32, LongBase>.execute($0, $1) }
    describe(229, writes: 0, reads: 0, faults: false)
    set(230, 0) { LoadAddress<UInt64, LongBase>.execute($0, $1) }
    describe(230, writes: 0, reads: 0, faults: false)
    set(231, 0) { LoadAddress<UInt32, LongIndexed>.execute($0, $1) }
    describe(231, writes: 0, reads: 0, faults: false)
    set(232, 0) { LoadAddress<UInt64, LongIndexed>.execute($0, $1) }
    describe(232, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_exchange() {
    set(233, 0) { Exchange<UInt8>.execute($0, $1) }
    describe(233, writes: 0, reads: 0, faults: false)
    set(234, 0) { Exchange<UInt16>.execute($0, $1) }
    describe(234, writes: 0, reads: 0, faults: false)
    set(235, 0) { Exchange<UInt32>.execute($0, $1) }
    describe(235, writes: 0, reads: 0, faults: false)
    set(236, 0) { Exchange<UInt64>.execute($0, $1) }
    describe(236, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_stepR() {
    set(237, 0) { StepBy<Increment, UInt8, Destination, Live>.execute($0, $1) }
    set(237, 1) { StepBy<Increment, UInt8, Destination, Dead>.execute($0, $1) }
    describe(237, writes: 62, reads: 1, faults: false)
    set(238, 0) { StepBy<Increment, UInt16, Destination, Live>.execute($0, $1) }
    set(238, 1) { StepBy<Increment, UInt16, Destination, Dead>.execute($0, $1) }
    describe(238, writes: 62, reads: 1, faults: false)
    set(239, 0) { StepBy<Increment, UInt32, Destination, Live>.execute($0, $1) }
    set(239, 1) { StepBy<Increment, UInt32, Destination, Dead>.execute($0, $1) }
    describe(239, writes: 62, reads: 1, faults: false)
    set(240, 0) { StepBy<Increment, UInt64, Destination, Live>.execute($0, $1) }
    set(240, 1) { StepBy<Increment, UInt64, Destination, Dead>.execute($0, $1) }
    describe(240, writes: 62, reads: 1, faults: false)
    set(241, 0) { StepBy<Decrement, UInt8, Destination, Live>.execute($0, $1) }
    set(241, 1) { StepBy<Decrement, UInt8, Destination, Dead>.execute($0, $1) }
    describe(241, writes: 62, reads: 1, faults: false)
    set(242, 0) { StepBy<Decrement, UInt16, Destination, Live>.execute($0, $1) }
    set(242, 1) { StepBy<Decrement, UInt16, Destination, Dead>.execute($0, $1) }
    describe(242, writes: 62, reads: 1, faults: false)
    set(243, 0) { StepBy<Decrement, UInt32, Destination, Live>.execute($0, $1) }
    set(243, 1) { StepBy<Decrement, UInt32, Destination, Dead>.execute($0, $1) }
    describe(243, writes: 62, reads: 1, faults: false)
    set(244, 0) { StepBy<Decrement, UInt64, Destination, Live>.execute($0, $1) }
    set(244, 1) { StepBy<Decrement, UInt64, Destination, Dead>.execute($0, $1) }
    describe(244, writes: 62, reads: 1, faults: false)
  }
  private mutating func fill_stepM() {
    set(245, 0) { StepBy<Increment, UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(245, 1) { StepBy<Increment, UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(245, 2) { StepBy<Increment, UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(245, 3) { StepBy<Increment, UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(245, 4) { StepBy<Increment, UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(245, 5) { StepBy<Increment, UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(245, 6) { StepBy<Increment, UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(245, 7) { StepBy<Increment, UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(245, 8) { StepBy<Increment, UInt8, Memory<LongBase>, Live>.execute($0, $1) }
    set(245, 9) { StepBy<Increment, UInt8, Memory<LongBase>, Dead>.execute($0, $1) }
    set(245, 10) { StepBy<Increment, UInt8, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(245, 11) { StepBy<Increment, UInt8, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(245, 12) { StepBy<Increment, UInt8, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(245) { StepBy<Increment, UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(245, writes: 62, reads: 1, faults: true)
    set(246, 0) { StepBy<Increment, UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(246, 1) { StepBy<Increment, UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(246, 2) { StepBy<Increment, UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(246, 3) { StepBy<Increment, UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(246, 4) { StepBy<Increment, UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(246, 5) { StepBy<Increment, UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(246, 6) { StepBy<Increment, UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(246, 7) { StepBy<Increment, UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(246, 12) { StepBy<Increment, UInt16, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(246, 14) { StepBy<Increment, UInt16, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(246, 15) { StepBy<Increment, UInt16, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(246) { StepBy<Increment, UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(246, writes: 62, reads: 1, faults: true)
    set(247, 0) { StepBy<Increment, UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(247, 1) { StepBy<Increment, UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(247, 2) { StepBy<Increment, UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(247, 3) { StepBy<Increment, UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(247, 4) { StepBy<Increment, UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(247, 5) { StepBy<Increment, UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(247, 6) { StepBy<Increment, UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(247, 7) { StepBy<Increment, UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(247, 8) { StepBy<Increment, UInt32, Memory<LongBase>, Live>.execute($0, $1) }
    set(247, 9) { StepBy<Increment, UInt32, Memory<LongBase>, Dead>.execute($0, $1) }
    set(247, 10) { StepBy<Increment, UInt32, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(247, 11) { StepBy<Increment, UInt32, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(247, 12) { StepBy<Increment, UInt32, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(247) { StepBy<Increment, UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(247, writes: 62, reads: 1, faults: true)
    set(248, 8) { StepBy<Increment, UInt64, Memory<LongBase>, Live>.execute($0, $1) }
    set(248, 9) { StepBy<Increment, UInt64, Memory<LongBase>, Dead>.execute($0, $1) }
    set(248, 10) { StepBy<Increment, UInt64, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(248, 11) { StepBy<Increment, UInt64, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(248, 12) { StepBy<Increment, UInt64, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(248) { StepBy<Increment, UInt64, SlowMemory, Live>.execute($0, $1) }
    describe(248, writes: 62, reads: 1, faults: true)
    set(249, 0) { StepBy<Decrement, UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(249, 1) { StepBy<Decrement, UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(249, 2) { StepBy<Decrement, UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(249, 3) { StepBy<Decrement, UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(249, 4) { StepBy<Decrement, UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(249, 5) { StepBy<Decrement, UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(249, 6) { StepBy<Decrement, UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(249, 7) { StepBy<Decrement, UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(249, 8) { StepBy<Decrement, UInt8, Memory<LongBase>, Live>.execute($0, $1) }
    set(249, 9) { StepBy<Decrement, UInt8, Memory<LongBase>, Dead>.execute($0, $1) }
    set(249, 10) { StepBy<Decrement, UInt8, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(249, 11) { StepBy<Decrement, UInt8, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(249, 12) { StepBy<Decrement, UInt8, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(249) { StepBy<Decrement, UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(249, writes: 62, reads: 1, faults: true)
    set(250, 0) { StepBy<Decrement, UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(250, 1) { StepBy<Decrement, UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(250, 2) { StepBy<Decrement, UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(250, 3) { StepBy<Decrement, UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(250, 4) { StepBy<Decrement, UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(250, 5) { StepBy<Decrement, UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(250, 6) { StepBy<Decrement, UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(250, 7) { StepBy<Decrement, UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(250, 12) { StepBy<Decrement, UInt16, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(250, 14) { StepBy<Decrement, UInt16, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(250, 15) { StepBy<Decrement, UInt16, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(250) { StepBy<Decrement, UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(250, writes: 62, reads: 1, faults: true)
    set(251, 0) { StepBy<Decrement, UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(251, 1) { StepBy<Decrement, UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(251, 2) { StepBy<Decrement, UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(251, 3) { StepBy<Decrement, UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(251, 4) { StepBy<Decrement, UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(251, 5) { StepBy<Decrement, UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(251, 6) { StepBy<Decrement, UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(251, 7) { StepBy<Decrement, UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(251, 8) { StepBy<Decrement, UInt32, Memory<LongBase>, Live>.execute($0, $1) }
    set(251, 9) { StepBy<Decrement, UInt32, Memory<LongBase>, Dead>.execute($0, $1) }
    set(251, 10) { StepBy<Decrement, UInt32, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(251, 11) { StepBy<Decrement, UInt32, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(251, 12) { StepBy<Decrement, UInt32, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(251) { StepBy<Decrement, UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(251, writes: 62, reads: 1, faults: true)
    set(252, 8) { StepBy<Decrement, UInt64, Memory<LongBase>, Live>.execute($0, $1) }
    set(252, 9) { StepBy<Decrement, UInt64, Memory<LongBase>, Dead>.execute($0, $1) }
    set(252, 10) { StepBy<Decrement, UInt64, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(252, 11) { StepBy<Decrement, UInt64, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(252, 12) { StepBy<Decrement, UInt64, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(252) { StepBy<Decrement, UInt64, SlowMemory, Live>.execute($0, $1) }
    describe(252, writes: 62, reads: 1, faults: true)
  }
  private mutating func fill_negateR() {
    set(253, 0) { Negate<UInt8, Destination, Live>.execute($0, $1) }
    set(253, 1) { Negate<UInt8, Destination, Dead>.execute($0, $1) }
    describe(253, writes: 63, reads: 0, faults: false)
    set(254, 0) { Negate<UInt16, Destination, Live>.execute($0, $1) }
    set(254, 1) { Negate<UInt16, Destination, Dead>.execute($0, $1) }
    describe(254, writes: 63, reads: 0, faults: false)
    set(255, 0) { Negate<UInt32, Destination, Live>.execute($0, $1) }
    set(255, 1) { Negate<UInt32, Destination, Dead>.execute($0, $1) }
    describe(255, writes: 63, reads: 0, faults: false)
    set(256, 0) { Negate<UInt64, Destination, Live>.execute($0, $1) }
    set(256, 1) { Negate<UInt64, Destination, Dead>.execute($0, $1) }
    describe(256, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_negateM() {
    set(257, 0) { Negate<UInt8, Memory<FlatBase>, Live>.execute($0, $1) }
    set(257, 1) { Negate<UInt8, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(257, 2) { Negate<UInt8, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(257, 3) { Negate<UInt8, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(257, 4) { Negate<UInt8, Memory<Segmented16>, Live>.execute($0, $1) }
    set(257, 5) { Negate<UInt8, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(257, 6) { Negate<UInt8, Memory<Segmented32>, Live>.execute($0, $1) }
    set(257, 7) { Negate<UInt8, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(257, 8) { Negate<UInt8, Memory<LongBase>, Live>.execute($0, $1) }
    set(257, 9) { Negate<UInt8, Memory<LongBase>, Dead>.execute($0, $1) }
    set(257, 10) { Negate<UInt8, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(257, 11) { Negate<UInt8, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(257, 12) { Negate<UInt8, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(257) { Negate<UInt8, SlowMemory, Live>.execute($0, $1) }
    describe(257, writes: 63, reads: 0, faults: true)
    set(258, 0) { Negate<UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(258, 1) { Negate<UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(258, 2) { Negate<UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(258, 3) { Negate<UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(258, 4) { Negate<UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(258, 5) { Negate<UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(258, 6) { Negate<UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(258, 7) { Negate<UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(258, 12) { Negate<UInt16, Memory<LongSegmented>, Live>.execute($0, $1) }
    set(258, 14) { Negate<UInt16, BusWord<Memory<Segmented16>>, Live>.execute($0, $1) }
    set(258, 15) { Negate<UInt16, BusWord<Memory<Segmented16>>, Dead>.execute($0, $1) }
    setSlow(258) { Negate<UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(258, writes: 63, reads: 0, faults: true)
    set(259, 0) { Negate<UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(259, 1) { Negate<UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(259, 2) { Negate<UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(259, 3) { Negate<UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(259, 4) { Negate<UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(259, 5) { Negate<UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(259, 6) { Negate<UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(259, 7) { Negate<UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(259, 8) { Negate<UInt32, Memory<LongBase>, Live>.execute($0, $1) }
    set(259, 9) { Negate<UInt32, Memory<LongBase>, Dead>.execute($0, $1) }
    set(259, 10) { Negate<UInt32, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(259, 11) { Negate<UInt32, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(259, 12) { Negate<UInt32, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(259) { Negate<UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(259, writes: 63, reads: 0, faults: true)
    set(260, 8) { Negate<UInt64, Memory<LongBase>, Live>.execute($0, $1) }
    set(260, 9) { Negate<UInt64, Memory<LongBase>, Dead>.execute($0, $1) }
    set(260, 10) { Negate<UInt64, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(260, 11) { Negate<UInt64, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(260, 12) { Negate<UInt64, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(260) { Negate<UInt64, SlowMemory, Live>.execute($0, $1) }
    describe(260, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_complementR() {
    set(261, 0) { Complement<UInt8, Destination>.execute($0, $1) }
    describe(261, writes: 0, reads: 0, faults: false)
    set(262, 0) { Complement<UInt16, Destination>.execute($0, $1) }
    describe(262, writes: 0, reads: 0, faults: false)
    set(263, 0) { Complement<UInt32, Destination>.execute($0, $1) }
    describe(263, writes: 0, reads: 0, faults: false)
    set(264, 0) { Complement<UInt64, Destination>.execute($0, $1) }
    describe(264, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_complementM() {
    set(265, 0) { Complement<UInt8, Memory<FlatBase>>.execute($0, $1) }
    set(265, 2) { Complement<UInt8, Memory<FlatIndexed>>.execute($0, $1) }
    set(265, 4) { Complement<UInt8, Memory<Segmented16>>.execute($0, $1) }
    set(265, 6) { Complement<UInt8, Memory<Segmented32>>.execute($0, $1) }
    set(265, 8) { Complement<UInt8, Memory<LongBase>>.execute($0, $1) }
    set(265, 10) { Complement<UInt8, Memory<LongIndexed>>.execute($0, $1) }
    set(265, 12) { Complement<UInt8, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(265) { Complement<UInt8, SlowMemory>.execute($0, $1) }
    describe(265, writes: 0, reads: 0, faults: true)
    set(266, 0) { Complement<UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(266, 2) { Complement<UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(266, 4) { Complement<UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(266, 6) { Complement<UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(266, 12) { Complement<UInt16, Memory<LongSegmented>>.execute($0, $1) }
    set(266, 14) { Complement<UInt16, BusWord<Memory<Segmented16>>>.execute($0, $1) }
    setSlow(266) { Complement<UInt16, SlowMemory>.execute($0, $1) }
    describe(266, writes: 0, reads: 0, faults: true)
    set(267, 0) { Complement<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(267, 2) { Complement<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(267, 4) { Complement<UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(267, 6) { Complement<UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(267, 8) { Complement<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(267, 10) { Complement<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(267, 12) { Complement<UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(267) { Complement<UInt32, SlowMemory>.execute($0, $1) }
    describe(267, writes: 0, reads: 0, faults: true)
    set(268, 8) { Complement<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(268, 10) { Complement<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(268, 12) { Complement<UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(268) { Complement<UInt64, SlowMemory>.execute($0, $1) }
    describe(268, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_shiftRI() {
    set(269, 0) { ShiftByImmediate<RotateLeft, UInt8, Live>.execute($0, $1) }
    set(269, 1) { ShiftByImmediate<RotateLeft, UInt8, Dead>.execute($0, $1) }
    describe(269, writes: 33, reads: 30, faults: false)
    set(270, 0) { ShiftByImmediate<RotateLeft, UInt16, Live>.execute($0, $1) }
    set(270, 1) { ShiftByImmediate<RotateLeft, UInt16, Dead>.execute($0, $1) }
    describe(270, writes: 33, reads: 30, faults: false)
    set(271, 0) { ShiftByImmediate<RotateLeft, UInt32, Live>.execute($0, $1) }
    set(271, 1) { ShiftByImmediate<RotateLeft, UInt32, Dead>.execute($0, $1) }
    describe(271, writes: 33, reads: 30, faults: false)
    set(272, 0) { ShiftByImmediate<RotateLeft, UInt64, Live>.execute($0, $1) }
    set(272, 1) { ShiftByImmediate<RotateLeft, UInt64, Dead>.execute($0, $1) }
    describe(272, writes: 33, reads: 30, faults: false)
    set(273, 0) { ShiftByImmediate<RotateRight, UInt8, Live>.execute($0, $1) }
    set(273, 1) { ShiftByImmediate<RotateRight, UInt8, Dead>.execute($0, $1) }
    describe(273, writes: 33, reads: 30, faults: false)
    set(274, 0) { ShiftByImmediate<RotateRight, UInt16, Live>.execute($0, $1) }
    set(274, 1) { ShiftByImmediate<RotateRight, UInt16, Dead>.execute($0, $1) }
    describe(274, writes: 33, reads: 30, faults: false)
    set(275, 0) { ShiftByImmediate<RotateRight, UInt32, Live>.execute($0, $1) }
    set(275, 1) { ShiftByImmediate<RotateRight, UInt32, Dead>.execute($0, $1) }
    describe(275, writes: 33, reads: 30, faults: false)
    set(276, 0) { ShiftByImmediate<RotateRight, UInt64, Live>.execute($0, $1) }
    set(276, 1) { ShiftByImmediate<RotateRight, UInt64, Dead>.execute($0, $1) }
    describe(276, writes: 33, reads: 30, faults: false)
    set(277, 0) { ShiftByImmediate<ShiftLeft, UInt8, Live>.execute($0, $1) }
    set(277, 1) { ShiftByImmediate<ShiftLeft, UInt8, Dead>.execute($0, $1) }
    describe(277, writes: 63, reads: 0, faults: false)
    set(278, 0) { ShiftByImmediate<ShiftLeft, UInt16, Live>.execute($0, $1) }
    set(278, 1) { ShiftByImmediate<ShiftLeft, UInt16, Dead>.execute($0, $1) }
    describe(278, writes: 63, reads: 0, faults: false)
    set(279, 0) { ShiftByImmediate<ShiftLeft, UInt32, Live>.execute($0, $1) }
    set(279, 1) { ShiftByImmediate<ShiftLeft, UInt32, Dead>.execute($0, $1) }
    describe(279, writes: 63, reads: 0, faults: false)
    set(280, 0) { ShiftByImmediate<ShiftLeft, UInt64, Live>.execute($0, $1) }
    set(280, 1) { ShiftByImmediate<ShiftLeft, UInt64, Dead>.execute($0, $1) }
    describe(280, writes: 63, reads: 0, faults: false)
    set(281, 0) { ShiftByImmediate<ShiftRight, UInt8, Live>.execute($0, $1) }
    set(281, 1) { ShiftByImmediate<ShiftRight, UInt8, Dead>.execute($0, $1) }
    describe(281, writes: 63, reads: 0, faults: false)
    set(282, 0) { ShiftByImmediate<ShiftRight, UInt16, Live>.execute($0, $1) }
    set(282, 1) { ShiftByImmediate<ShiftRight, UInt16, Dead>.execute($0, $1) }
    describe(282, writes: 63, reads: 0, faults: false)
    set(283, 0) { ShiftByImmediate<ShiftRight, UInt32, Live>.execute($0, $1) }
    set(283, 1) { ShiftByImmediate<ShiftRight, UInt32, Dead>.execute($0, $1) }
    describe(283, writes: 63, reads: 0, faults: false)
    set(284, 0) { ShiftByImmediate<ShiftRight, UInt64, Live>.execute($0, $1) }
    set(284, 1) { ShiftByImmediate<ShiftRight, UInt64, Dead>.execute($0, $1) }
    describe(284, writes: 63, reads: 0, faults: false)
    set(285, 0) { ShiftByImmediate<ShiftArithmetic, UInt8, Live>.execute($0, $1) }
    set(285, 1) { ShiftByImmediate<ShiftArithmetic, UInt8, Dead>.execute($0, $1) }
    describe(285, writes: 63, reads: 0, faults: false)
    set(286, 0) { ShiftByImmediate<ShiftArithmetic, UInt16, Live>.execute($0, $1) }
    set(286, 1) { ShiftByImmediate<ShiftArithmetic, UInt16, Dead>.execute($0, $1) }
    describe(286, writes: 63, reads: 0, faults: false)
    set(287, 0) { ShiftByImmediate<ShiftArithmetic, UInt32, Live>.execute($0, $1) }
    set(287, 1) { ShiftByImmediate<ShiftArithmetic, UInt32, Dead>.execute($0, $1) }
    describe(287, writes: 63, reads: 0, faults: false)
    set(288, 0) { ShiftByImmediate<ShiftArithmetic, UInt64, Live>.execute($0, $1) }
    set(288, 1) { ShiftByImmediate<ShiftArithmetic, UInt64, Dead>.execute($0, $1) }
    describe(288, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_shiftRC() {
    set(289, 0) { ShiftByCL<RotateLeft, UInt32>.execute($0, $1) }
    describe(289, writes: 0, reads: 63, faults: false)
    set(290, 0) { ShiftByCL<RotateLeft, UInt64>.execute($0, $1) }
    describe(290, writes: 0, reads: 63, faults: false)
    set(291, 0) { ShiftByCL<RotateRight, UInt32>.execute($0, $1) }
    describe(291, writes: 0, reads: 63, faults: false)
    set(292, 0) { ShiftByCL<RotateRight, UInt64>.execute($0, $1) }
    describe(292, writes: 0, reads: 63, faults: false)
    set(293, 0) { ShiftByCL<ShiftLeft, UInt32>.execute($0, $1) }
    describe(293, writes: 0, reads: 63, faults: false)
    set(294, 0) { ShiftByCL<ShiftLeft, UInt64>.execute($0, $1) }
    describe(294, writes: 0, reads: 63, faults: false)
    set(295, 0) { ShiftByCL<ShiftRight, UInt32>.execute($0, $1) }
    describe(295, writes: 0, reads: 63, faults: false)
    set(296, 0) { ShiftByCL<ShiftRight, UInt64>.execute($0, $1) }
    describe(296, writes: 0, reads: 63, faults: false)
    set(297, 0) { ShiftByCL<ShiftArithmetic, UInt32>.execute($0, $1) }
    describe(297, writes: 0, reads: 63, faults: false)
    set(298, 0) { ShiftByCL<ShiftArithmetic, UInt64>.execute($0, $1) }
    describe(298, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_multiplyRR() {
    set(299, 0) { Binary<SignedMultiply, UInt16, Destination, Source, Live>.execute($0, $1) }
    set(299, 1) { Binary<SignedMultiply, UInt16, Destination, Source, Dead>.execute($0, $1) }
    describe(299, writes: 63, reads: 0, faults: false)
    set(300, 0) { Binary<SignedMultiply, UInt32, Destination, Source, Live>.execute($0, $1) }
    set(300, 1) { Binary<SignedMultiply, UInt32, Destination, Source, Dead>.execute($0, $1) }
    describe(300, writes: 63, reads: 0, faults: false)
    set(301, 0) { Binary<SignedMultiply, UInt64, Destination, Source, Live>.execute($0, $1) }
    set(301, 1) { Binary<SignedMultiply, UInt64, Destination, Source, Dead>.execute($0, $1) }
    describe(301, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_multiplyRM() {
    set(302, 0) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(302, 1) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(302, 2) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(302, 3) { Binary<SignedMultiply, UInt16, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(302, 4) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(302, 5) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(302, 6) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(302, 7) { Binary<SignedMultiply, UInt16, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(302, 12) { Binary<SignedMultiply, UInt16, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(302) { Binary<SignedMultiply, UInt16, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(302, writes: 63, reads: 0, faults: true)
    set(303, 0) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatBase>, Live>.execute($0, $1) }
    set(303, 1) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(303, 2) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(303, 3) { Binary<SignedMultiply, UInt32, Destination, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(303, 4) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented16>, Live>.execute($0, $1) }
    set(303, 5) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(303, 6) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented32>, Live>.execute($0, $1) }
    set(303, 7) { Binary<SignedMultiply, UInt32, Destination, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(303, 8) { Binary<SignedMultiply, UInt32, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(303, 9) { Binary<SignedMultiply, UInt32, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(303, 10) { Binary<SignedMultiply, UInt32, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(303, 11) { Binary<SignedMultiply, UInt32, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(303, 12) { Binary<SignedMultiply, UInt32, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(303) { Binary<SignedMultiply, UInt32, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(303, writes: 63, reads: 0, faults: true)
    set(304, 8) { Binary<SignedMultiply, UInt64, Destination, Memory<LongBase>, Live>.execute($0, $1) }
    set(304, 9) { Binary<SignedMultiply, UInt64, Destination, Memory<LongBase>, Dead>.execute($0, $1) }
    set(304, 10) { Binary<SignedMultiply, UInt64, Destination, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(304, 11) { Binary<SignedMultiply, UInt64, Destination, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(304, 12) { Binary<SignedMultiply, UInt64, Destination, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(304) { Binary<SignedMultiply, UInt64, Destination, SlowMemory, Live>.execute($0, $1) }
    describe(304, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_multiplyRI() {
    set(305, 0) { MultiplyByImmediate<UInt16, Source, Live>.execute($0, $1) }
    set(305, 1) { MultiplyByImmediate<UInt16, Source, Dead>.execute($0, $1) }
    describe(305, writes: 63, reads: 0, faults: false)
    set(306, 0) { MultiplyByImmediate<UInt32, Source, Live>.execute($0, $1) }
    set(306, 1) { MultiplyByImmediate<UInt32, Source, Dead>.execute($0, $1) }
    describe(306, writes: 63, reads: 0, faults: false)
    set(307, 0) { MultiplyByImmediate<UInt64, Source, Live>.execute($0, $1) }
    set(307, 1) { MultiplyByImmediate<UInt64, Source, Dead>.execute($0, $1) }
    describe(307, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_multiplyMI() {
    set(308, 0) { MultiplyByImmediate<UInt16, Memory<FlatBase>, Live>.execute($0, $1) }
    set(308, 1) { MultiplyByImmediate<UInt16, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(308, 2) { MultiplyByImmediate<UInt16, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(308, 3) { MultiplyByImmediate<UInt16, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(308, 4) { MultiplyByImmediate<UInt16, Memory<Segmented16>, Live>.execute($0, $1) }
    set(308, 5) { MultiplyByImmediate<UInt16, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(308, 6) { MultiplyByImmediate<UInt16, Memory<Segmented32>, Live>.execute($0, $1) }
    set(308, 7) { MultiplyByImmediate<UInt16, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(308, 12) { MultiplyByImmediate<UInt16, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(308) { MultiplyByImmediate<UInt16, SlowMemory, Live>.execute($0, $1) }
    describe(308, writes: 63, reads: 0, faults: true)
    set(309, 0) { MultiplyByImmediate<UInt32, Memory<FlatBase>, Live>.execute($0, $1) }
    set(309, 1) { MultiplyByImmediate<UInt32, Memory<FlatBase>, Dead>.execute($0, $1) }
    set(309, 2) { MultiplyByImmediate<UInt32, Memory<FlatIndexed>, Live>.execute($0, $1) }
    set(309, 3) { MultiplyByImmediate<UInt32, Memory<FlatIndexed>, Dead>.execute($0, $1) }
    set(309, 4) { MultiplyByImmediate<UInt32, Memory<Segmented16>, Live>.execute($0, $1) }
    set(309, 5) { MultiplyByImmediate<UInt32, Memory<Segmented16>, Dead>.execute($0, $1) }
    set(309, 6) { MultiplyByImmediate<UInt32, Memory<Segmented32>, Live>.execute($0, $1) }
    set(309, 7) { MultiplyByImmediate<UInt32, Memory<Segmented32>, Dead>.execute($0, $1) }
    set(309, 8) { MultiplyByImmediate<UInt32, Memory<LongBase>, Live>.execute($0, $1) }
    set(309, 9) { MultiplyByImmediate<UInt32, Memory<LongBase>, Dead>.execute($0, $1) }
    set(309, 10) { MultiplyByImmediate<UInt32, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(309, 11) { MultiplyByImmediate<UInt32, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(309, 12) { MultiplyByImmediate<UInt32, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(309) { MultiplyByImmediate<UInt32, SlowMemory, Live>.execute($0, $1) }
    describe(309, writes: 63, reads: 0, faults: true)
    set(310, 8) { MultiplyByImmediate<UInt64, Memory<LongBase>, Live>.execute($0, $1) }
    set(310, 9) { MultiplyByImmediate<UInt64, Memory<LongBase>, Dead>.execute($0, $1) }
    set(310, 10) { MultiplyByImmediate<UInt64, Memory<LongIndexed>, Live>.execute($0, $1) }
    set(310, 11) { MultiplyByImmediate<UInt64, Memory<LongIndexed>, Dead>.execute($0, $1) }
    set(310, 12) { MultiplyByImmediate<UInt64, Memory<LongSegmented>, Live>.execute($0, $1) }
    setSlow(310) { MultiplyByImmediate<UInt64, SlowMemory, Live>.execute($0, $1) }
    describe(310, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_moveIfRR() {
    set(311, 0) { MoveIf<Overflow, UInt32, Source>.execute($0, $1) }
    describe(311, writes: 0, reads: 63, faults: false)
    set(312, 0) { MoveIf<Not<Overflow>, UInt32, Source>.execute($0, $1) }
    describe(312, writes: 0, reads: 63, faults: false)
    set(313, 0) { MoveIf<Below, UInt32, Source>.execute($0, $1) }
    describe(313, writes: 0, reads: 63, faults: false)
    set(314, 0) { MoveIf<Not<Below>, UInt32, Source>.execute($0, $1) }
    describe(314, writes: 0, reads: 63, faults: false)
    set(315, 0) { MoveIf<Equal, UInt32, Source>.execute($0, $1) }
    describe(315, writes: 0, reads: 63, faults: false)
    set(316, 0) { MoveIf<Not<Equal>, UInt32, Source>.execute($0, $1) }
    describe(316, writes: 0, reads: 63, faults: false)
    set(317, 0) { MoveIf<BelowEqual, UInt32, Source>.execute($0, $1) }
    describe(317, writes: 0, reads: 63, faults: false)
    set(318, 0) { MoveIf<Not<BelowEqual>, UInt32, Source>.execute($0, $1) }
    describe(318, writes: 0, reads: 63, faults: false)
    set(319, 0) { MoveIf<Negative, UInt32, Source>.execute($0, $1) }
    describe(319, writes: 0, reads: 63, faults: false)
    set(320, 0) { MoveIf<Not<Negative>, UInt32, Source>.execute($0, $1) }
    describe(320, writes: 0, reads: 63, faults: false)
    set(321, 0) { MoveIf<Parity, UInt32, Source>.execute($0, $1) }
    describe(321, writes: 0, reads: 63, faults: false)
    set(322, 0) { MoveIf<Not<Parity>, UInt32, Source>.execute($0, $1) }
    describe(322, writes: 0, reads: 63, faults: false)
    set(323, 0) { MoveIf<Less, UInt32, Source>.execute($0, $1) }
    describe(323, writes: 0, reads: 63, faults: false)
    set(324, 0) { MoveIf<Not<Less>, UInt32, Source>.execute($0, $1) }
    describe(324, writes: 0, reads: 63, faults: false)
    set(325, 0) { MoveIf<LessEqual, UInt32, Source>.execute($0, $1) }
    describe(325, writes: 0, reads: 63, faults: false)
    set(326, 0) { MoveIf<Not<LessEqual>, UInt32, Source>.execute($0, $1) }
    describe(326, writes: 0, reads: 63, faults: false)
    set(327, 0) { MoveIf<Overflow, UInt64, Source>.execute($0, $1) }
    describe(327, writes: 0, reads: 63, faults: false)
    set(328, 0) { MoveIf<Not<Overflow>, UInt64, Source>.execute($0, $1) }
    describe(328, writes: 0, reads: 63, faults: false)
    set(329, 0) { MoveIf<Below, UInt64, Source>.execute($0, $1) }
    describe(329, writes: 0, reads: 63, faults: false)
    set(330, 0) { MoveIf<Not<Below>, UInt64, Source>.execute($0, $1) }
    describe(330, writes: 0, reads: 63, faults: false)
    set(331, 0) { MoveIf<Equal, UInt64, Source>.execute($0, $1) }
    describe(331, writes: 0, reads: 63, faults: false)
    set(332, 0) { MoveIf<Not<Equal>, UInt64, Source>.execute($0, $1) }
    describe(332, writes: 0, reads: 63, faults: false)
    set(333, 0) { MoveIf<BelowEqual, UInt64, Source>.execute($0, $1) }
    describe(333, writes: 0, reads: 63, faults: false)
    set(334, 0) { MoveIf<Not<BelowEqual>, UInt64, Source>.execute($0, $1) }
    describe(334, writes: 0, reads: 63, faults: false)
    set(335, 0) { MoveIf<Negative, UInt64, Source>.execute($0, $1) }
    describe(335, writes: 0, reads: 63, faults: false)
    set(336, 0) { MoveIf<Not<Negative>, UInt64, Source>.execute($0, $1) }
    describe(336, writes: 0, reads: 63, faults: false)
    set(337, 0) { MoveIf<Parity, UInt64, Source>.execute($0, $1) }
    describe(337, writes: 0, reads: 63, faults: false)
    set(338, 0) { MoveIf<Not<Parity>, UInt64, Source>.execute($0, $1) }
    describe(338, writes: 0, reads: 63, faults: false)
    set(339, 0) { MoveIf<Less, UInt64, Source>.execute($0, $1) }
    describe(339, writes: 0, reads: 63, faults: false)
    set(340, 0) { MoveIf<Not<Less>, UInt64, Source>.execute($0, $1) }
    describe(340, writes: 0, reads: 63, faults: false)
    set(341, 0) { MoveIf<LessEqual, UInt64, Source>.execute($0, $1) }
    describe(341, writes: 0, reads: 63, faults: false)
    set(342, 0) { MoveIf<Not<LessEqual>, UInt64, Source>.execute($0, $1) }
    describe(342, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_moveIfRM() {
    set(343, 0) { MoveIf<Overflow, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(343, 2) { MoveIf<Overflow, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(343, 4) { MoveIf<Overflow, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(343, 6) { MoveIf<Overflow, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(343, 8) { MoveIf<Overflow, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(343, 10) { MoveIf<Overflow, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(343, 12) { MoveIf<Overflow, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(343) { MoveIf<Overflow, UInt32, SlowMemory>.execute($0, $1) }
    describe(343, writes: 0, reads: 63, faults: true)
    set(344, 0) { MoveIf<Not<Overflow>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(344, 2) { MoveIf<Not<Overflow>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(344, 4) { MoveIf<Not<Overflow>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(344, 6) { MoveIf<Not<Overflow>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(344, 8) { MoveIf<Not<Overflow>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(344, 10) { MoveIf<Not<Overflow>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(344, 12) { MoveIf<Not<Overflow>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(344) { MoveIf<Not<Overflow>, UInt32, SlowMemory>.execute($0, $1) }
    describe(344, writes: 0, reads: 63, faults: true)
    set(345, 0) { MoveIf<Below, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(345, 2) { MoveIf<Below, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(345, 4) { MoveIf<Below, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(345, 6) { MoveIf<Below, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(345, 8) { MoveIf<Below, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(345, 10) { MoveIf<Below, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(345, 12) { MoveIf<Below, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(345) { MoveIf<Below, UInt32, SlowMemory>.execute($0, $1) }
    describe(345, writes: 0, reads: 63, faults: true)
    set(346, 0) { MoveIf<Not<Below>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(346, 2) { MoveIf<Not<Below>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(346, 4) { MoveIf<Not<Below>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(346, 6) { MoveIf<Not<Below>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(346, 8) { MoveIf<Not<Below>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(346, 10) { MoveIf<Not<Below>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(346, 12) { MoveIf<Not<Below>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(346) { MoveIf<Not<Below>, UInt32, SlowMemory>.execute($0, $1) }
    describe(346, writes: 0, reads: 63, faults: true)
    set(347, 0) { MoveIf<Equal, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(347, 2) { MoveIf<Equal, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(347, 4) { MoveIf<Equal, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(347, 6) { MoveIf<Equal, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(347, 8) { MoveIf<Equal, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(347, 10) { MoveIf<Equal, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(347, 12) { MoveIf<Equal, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(347) { MoveIf<Equal, UInt32, SlowMemory>.execute($0, $1) }
    describe(347, writes: 0, reads: 63, faults: true)
    set(348, 0) { MoveIf<Not<Equal>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(348, 2) { MoveIf<Not<Equal>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(348, 4) { MoveIf<Not<Equal>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(348, 6) { MoveIf<Not<Equal>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(348, 8) { MoveIf<Not<Equal>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(348, 10) { MoveIf<Not<Equal>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(348, 12) { MoveIf<Not<Equal>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(348) { MoveIf<Not<Equal>, UInt32, SlowMemory>.execute($0, $1) }
    describe(348, writes: 0, reads: 63, faults: true)
    set(349, 0) { MoveIf<BelowEqual, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(349, 2) { MoveIf<BelowEqual, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(349, 4) { MoveIf<BelowEqual, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(349, 6) { MoveIf<BelowEqual, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(349, 8) { MoveIf<BelowEqual, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(349, 10) { MoveIf<BelowEqual, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(349, 12) { MoveIf<BelowEqual, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(349) { MoveIf<BelowEqual, UInt32, SlowMemory>.execute($0, $1) }
    describe(349, writes: 0, reads: 63, faults: true)
    set(350, 0) { MoveIf<Not<BelowEqual>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(350, 2) { MoveIf<Not<BelowEqual>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(350, 4) { MoveIf<Not<BelowEqual>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(350, 6) { MoveIf<Not<BelowEqual>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(350, 8) { MoveIf<Not<BelowEqual>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(350, 10) { MoveIf<Not<BelowEqual>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(350, 12) { MoveIf<Not<BelowEqual>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(350) { MoveIf<Not<BelowEqual>, UInt32, SlowMemory>.execute($0, $1) }
    describe(350, writes: 0, reads: 63, faults: true)
    set(351, 0) { MoveIf<Negative, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(351, 2) { MoveIf<Negative, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(351, 4) { MoveIf<Negative, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(351, 6) { MoveIf<Negative, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(351, 8) { MoveIf<Negative, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(351, 10) { MoveIf<Negative, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(351, 12) { MoveIf<Negative, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(351) { MoveIf<Negative, UInt32, SlowMemory>.execute($0, $1) }
    describe(351, writes: 0, reads: 63, faults: true)
    set(352, 0) { MoveIf<Not<Negative>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(352, 2) { MoveIf<Not<Negative>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(352, 4) { MoveIf<Not<Negative>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(352, 6) { MoveIf<Not<Negative>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(352, 8) { MoveIf<Not<Negative>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(352, 10) { MoveIf<Not<Negative>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(352, 12) { MoveIf<Not<Negative>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(352) { MoveIf<Not<Negative>, UInt32, SlowMemory>.execute($0, $1) }
    describe(352, writes: 0, reads: 63, faults: true)
    set(353, 0) { MoveIf<Parity, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(353, 2) { MoveIf<Parity, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(353, 4) { MoveIf<Parity, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(353, 6) { MoveIf<Parity, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(353, 8) { MoveIf<Parity, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(353, 10) { MoveIf<Parity, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(353, 12) { MoveIf<Parity, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(353) { MoveIf<Parity, UInt32, SlowMemory>.execute($0, $1) }
    describe(353, writes: 0, reads: 63, faults: true)
    set(354, 0) { MoveIf<Not<Parity>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(354, 2) { MoveIf<Not<Parity>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(354, 4) { MoveIf<Not<Parity>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(354, 6) { MoveIf<Not<Parity>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(354, 8) { MoveIf<Not<Parity>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(354, 10) { MoveIf<Not<Parity>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(354, 12) { MoveIf<Not<Parity>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(354) { MoveIf<Not<Parity>, UInt32, SlowMemory>.execute($0, $1) }
    describe(354, writes: 0, reads: 63, faults: true)
    set(355, 0) { MoveIf<Less, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(355, 2) { MoveIf<Less, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(355, 4) { MoveIf<Less, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(355, 6) { MoveIf<Less, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(355, 8) { MoveIf<Less, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(355, 10) { MoveIf<Less, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(355, 12) { MoveIf<Less, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(355) { MoveIf<Less, UInt32, SlowMemory>.execute($0, $1) }
    describe(355, writes: 0, reads: 63, faults: true)
    set(356, 0) { MoveIf<Not<Less>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(356, 2) { MoveIf<Not<Less>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(356, 4) { MoveIf<Not<Less>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(356, 6) { MoveIf<Not<Less>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(356, 8) { MoveIf<Not<Less>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(356, 10) { MoveIf<Not<Less>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(356, 12) { MoveIf<Not<Less>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(356) { MoveIf<Not<Less>, UInt32, SlowMemory>.execute($0, $1) }
    describe(356, writes: 0, reads: 63, faults: true)
    set(357, 0) { MoveIf<LessEqual, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(357, 2) { MoveIf<LessEqual, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(357, 4) { MoveIf<LessEqual, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(357, 6) { MoveIf<LessEqual, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(357, 8) { MoveIf<LessEqual, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(357, 10) { MoveIf<LessEqual, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(357, 12) { MoveIf<LessEqual, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(357) { MoveIf<LessEqual, UInt32, SlowMemory>.execute($0, $1) }
    describe(357, writes: 0, reads: 63, faults: true)
    set(358, 0) { MoveIf<Not<LessEqual>, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(358, 2) { MoveIf<Not<LessEqual>, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(358, 4) { MoveIf<Not<LessEqual>, UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(358, 6) { MoveIf<Not<LessEqual>, UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(358, 8) { MoveIf<Not<LessEqual>, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(358, 10) { MoveIf<Not<LessEqual>, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(358, 12) { MoveIf<Not<LessEqual>, UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(358) { MoveIf<Not<LessEqual>, UInt32, SlowMemory>.execute($0, $1) }
    describe(358, writes: 0, reads: 63, faults: true)
    set(359, 8) { MoveIf<Overflow, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(359, 10) { MoveIf<Overflow, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(359, 12) { MoveIf<Overflow, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(359) { MoveIf<Overflow, UInt64, SlowMemory>.execute($0, $1) }
    describe(359, writes: 0, reads: 63, faults: true)
    set(360, 8) { MoveIf<Not<Overflow>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(360, 10) { MoveIf<Not<Overflow>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(360, 12) { MoveIf<Not<Overflow>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(360) { MoveIf<Not<Overflow>, UInt64, SlowMemory>.execute($0, $1) }
    describe(360, writes: 0, reads: 63, faults: true)
    set(361, 8) { MoveIf<Below, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(361, 10) { MoveIf<Below, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(361, 12) { MoveIf<Below, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(361) { MoveIf<Below, UInt64, SlowMemory>.execute($0, $1) }
    describe(361, writes: 0, reads: 63, faults: true)
    set(362, 8) { MoveIf<Not<Below>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(362, 10) { MoveIf<Not<Below>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(362, 12) { MoveIf<Not<Below>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(362) { MoveIf<Not<Below>, UInt64, SlowMemory>.execute($0, $1) }
    describe(362, writes: 0, reads: 63, faults: true)
    set(363, 8) { MoveIf<Equal, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(363, 10) { MoveIf<Equal, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(363, 12) { MoveIf<Equal, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(363) { MoveIf<Equal, UInt64, SlowMemory>.execute($0, $1) }
    describe(363, writes: 0, reads: 63, faults: true)
    set(364, 8) { MoveIf<Not<Equal>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(364, 10) { MoveIf<Not<Equal>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(364, 12) { MoveIf<Not<Equal>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(364) { MoveIf<Not<Equal>, UInt64, SlowMemory>.execute($0, $1) }
    describe(364, writes: 0, reads: 63, faults: true)
    set(365, 8) { MoveIf<BelowEqual, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(365, 10) { MoveIf<BelowEqual, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(365, 12) { MoveIf<BelowEqual, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(365) { MoveIf<BelowEqual, UInt64, SlowMemory>.execute($0, $1) }
    describe(365, writes: 0, reads: 63, faults: true)
    set(366, 8) { MoveIf<Not<BelowEqual>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(366, 10) { MoveIf<Not<BelowEqual>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(366, 12) { MoveIf<Not<BelowEqual>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(366) { MoveIf<Not<BelowEqual>, UInt64, SlowMemory>.execute($0, $1) }
    describe(366, writes: 0, reads: 63, faults: true)
    set(367, 8) { MoveIf<Negative, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(367, 10) { MoveIf<Negative, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(367, 12) { MoveIf<Negative, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(367) { MoveIf<Negative, UInt64, SlowMemory>.execute($0, $1) }
    describe(367, writes: 0, reads: 63, faults: true)
    set(368, 8) { MoveIf<Not<Negative>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(368, 10) { MoveIf<Not<Negative>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(368, 12) { MoveIf<Not<Negative>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(368) { MoveIf<Not<Negative>, UInt64, SlowMemory>.execute($0, $1) }
    describe(368, writes: 0, reads: 63, faults: true)
    set(369, 8) { MoveIf<Parity, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(369, 10) { MoveIf<Parity, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(369, 12) { MoveIf<Parity, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(369) { MoveIf<Parity, UInt64, SlowMemory>.execute($0, $1) }
    describe(369, writes: 0, reads: 63, faults: true)
    set(370, 8) { MoveIf<Not<Parity>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(370, 10) { MoveIf<Not<Parity>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(370, 12) { MoveIf<Not<Parity>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(370) { MoveIf<Not<Parity>, UInt64, SlowMemory>.execute($0, $1) }
    describe(370, writes: 0, reads: 63, faults: true)
    set(371, 8) { MoveIf<Less, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(371, 10) { MoveIf<Less, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(371, 12) { MoveIf<Less, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(371) { MoveIf<Less, UInt64, SlowMemory>.execute($0, $1) }
    describe(371, writes: 0, reads: 63, faults: true)
    set(372, 8) { MoveIf<Not<Less>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(372, 10) { MoveIf<Not<Less>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(372, 12) { MoveIf<Not<Less>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(372) { MoveIf<Not<Less>, UInt64, SlowMemory>.execute($0, $1) }
    describe(372, writes: 0, reads: 63, faults: true)
    set(373, 8) { MoveIf<LessEqual, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(373, 10) { MoveIf<LessEqual, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(373, 12) { MoveIf<LessEqual, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(373) { MoveIf<LessEqual, UInt64, SlowMemory>.execute($0, $1) }
    describe(373, writes: 0, reads: 63, faults: true)
    set(374, 8) { MoveIf<Not<LessEqual>, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(374, 10) { MoveIf<Not<LessEqual>, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(374, 12) { MoveIf<Not<LessEqual>, UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(374) { MoveIf<Not<LessEqual>, UInt64, SlowMemory>.execute($0, $1) }
    describe(374, writes: 0, reads: 63, faults: true)
  }
  private mutating func fill_setIf() {
    set(375, 0) { SetIf<Overflow>.execute($0, $1) }
    describe(375, writes: 0, reads: 63, faults: false)
    set(376, 0) { SetIf<Not<Overflow>>.execute($0, $1) }
    describe(376, writes: 0, reads: 63, faults: false)
    set(377, 0) { SetIf<Below>.execute($0, $1) }
    describe(377, writes: 0, reads: 63, faults: false)
    set(378, 0) { SetIf<Not<Below>>.execute($0, $1) }
    describe(378, writes: 0, reads: 63, faults: false)
    set(379, 0) { SetIf<Equal>.execute($0, $1) }
    describe(379, writes: 0, reads: 63, faults: false)
    set(380, 0) { SetIf<Not<Equal>>.execute($0, $1) }
    describe(380, writes: 0, reads: 63, faults: false)
    set(381, 0) { SetIf<BelowEqual>.execute($0, $1) }
    describe(381, writes: 0, reads: 63, faults: false)
    set(382, 0) { SetIf<Not<BelowEqual>>.execute($0, $1) }
    describe(382, writes: 0, reads: 63, faults: false)
    set(383, 0) { SetIf<Negative>.execute($0, $1) }
    describe(383, writes: 0, reads: 63, faults: false)
    set(384, 0) { SetIf<Not<Negative>>.execute($0, $1) }
    describe(384, writes: 0, reads: 63, faults: false)
    set(385, 0) { SetIf<Parity>.execute($0, $1) }
    describe(385, writes: 0, reads: 63, faults: false)
    set(386, 0) { SetIf<Not<Parity>>.execute($0, $1) }
    describe(386, writes: 0, reads: 63, faults: false)
    set(387, 0) { SetIf<Less>.execute($0, $1) }
    describe(387, writes: 0, reads: 63, faults: false)
    set(388, 0) { SetIf<Not<Less>>.execute($0, $1) }
    describe(388, writes: 0, reads: 63, faults: false)
    set(389, 0) { SetIf<LessEqual>.execute($0, $1) }
    describe(389, writes: 0, reads: 63, faults: false)
    set(390, 0) { SetIf<Not<LessEqual>>.execute($0, $1) }
    describe(390, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_extendAccumulator() {
    set(391, 0) { ExtendAccumulator<UInt16, UInt8>.execute($0, $1) }
    describe(391, writes: 0, reads: 0, faults: false)
    set(392, 0) { ExtendAccumulator<UInt32, UInt16>.execute($0, $1) }
    describe(392, writes: 0, reads: 0, faults: false)
    set(393, 0) { ExtendAccumulator<UInt64, UInt32>.execute($0, $1) }
    describe(393, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_extendIntoDX() {
    set(394, 0) { ExtendIntoDX<UInt16>.execute($0, $1) }
    describe(394, writes: 0, reads: 0, faults: false)
    set(395, 0) { ExtendIntoDX<UInt32>.execute($0, $1) }
    describe(395, writes: 0, reads: 0, faults: false)
    set(396, 0) { ExtendIntoDX<UInt64>.execute($0, $1) }
    describe(396, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_single() {
    set(397, 0) { ClearCarry.execute($0, $1) }
    describe(397, writes: 0, reads: 63, faults: false)
    set(398, 0) { SetCarry.execute($0, $1) }
    describe(398, writes: 0, reads: 63, faults: false)
    set(399, 0) { ComplementCarry.execute($0, $1) }
    describe(399, writes: 0, reads: 63, faults: false)
    set(400, 0) { ClearDirection.execute($0, $1) }
    describe(400, writes: 0, reads: 0, faults: false)
    set(401, 0) { SetDirection.execute($0, $1) }
    describe(401, writes: 0, reads: 0, faults: false)
    set(402, 0) { NoOperation.execute($0, $1) }
    describe(402, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_pushR() {
    set(403, 0) { Push<UInt16, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(403) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(403, writes: 0, reads: 0, faults: true)
    set(404, 0) { Push<UInt16, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(404) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(404, writes: 0, reads: 0, faults: true)
    set(405, 0) { Push<UInt16, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    set(405, 14) { Push<UInt16, Stack16, BusWord<PushSlot<Stack16>>, Source>.execute($0, $1) }
    setSlow(405) { Push<UInt16, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(405, writes: 0, reads: 0, faults: true)
    set(406, 0) { Push<UInt32, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(406) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(406, writes: 0, reads: 0, faults: true)
    set(407, 0) { Push<UInt32, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(407) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(407, writes: 0, reads: 0, faults: true)
    set(408, 0) { Push<UInt32, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    setSlow(408) { Push<UInt32, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(408, writes: 0, reads: 0, faults: true)
    set(409, 0) { Push<UInt64, LongStack, PushSlot<LongStack>, Source>.execute($0, $1) }
    setSlow(409) { Push<UInt64, LongStack, SlowPushSlot<LongStack>, Source>.execute($0, $1) }
    describe(409, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_pushI() {
    set(410, 0) { Push<UInt16, FlatStack, PushSlot<FlatStack>, Immediate>.execute($0, $1) }
    setSlow(410) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(410, writes: 0, reads: 0, faults: true)
    set(411, 0) { Push<UInt16, Stack32, PushSlot<Stack32>, Immediate>.execute($0, $1) }
    setSlow(411) { Push<UInt16, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(411, writes: 0, reads: 0, faults: true)
    set(412, 0) { Push<UInt16, Stack16, PushSlot<Stack16>, Immediate>.execute($0, $1) }
    set(412, 14) { Push<UInt16, Stack16, BusWord<PushSlot<Stack16>>, Immediate>.execute($0, $1) }
    setSlow(412) { Push<UInt16, Stack16, SlowPushSlot<Stack16>, Immediate>.execute($0, $1) }
    describe(412, writes: 0, reads: 0, faults: true)
    set(413, 0) { Push<UInt32, FlatStack, PushSlot<FlatStack>, Immediate>.execute($0, $1) }
    setSlow(413) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(413, writes: 0, reads: 0, faults: true)
    set(414, 0) { Push<UInt32, Stack32, PushSlot<Stack32>, Immediate>.execute($0, $1) }
    setSlow(414) { Push<UInt32, Stack32, SlowPushSlot<Stack32>, Immediate>.execute($0, $1) }
    describe(414, writes: 0, reads: 0, faults: true)
    set(415, 0) { Push<UInt32, Stack16, PushSlot<Stack16>, Immediate>.execute($0, $1) }
    setSlow(415) { Push<UInt32, Stack16, SlowPushSlot<Stack16>, Immediate>.execute($0, $1) }
    describe(415, writes: 0, reads: 0, faults: true)
    set(416, 0) { Push<UInt64, LongStack, PushSlot<LongStack>, Immediate>.execute($0, $1) }
    setSlow(416) { Push<UInt64, LongStack, SlowPushSlot<LongStack>, Immediate>.execute($0, $1) }
    describe(416, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_popR() {
    set(417, 0) { Pop<UInt16, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(417) { Pop<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(417, writes: 0, reads: 0, faults: true)
    set(418, 0) { Pop<UInt16, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(418) { Pop<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(418, writes: 0, reads: 0, faults: true)
    set(419, 0) { Pop<UInt16, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    set(419, 14) { Pop<UInt16, Stack16, BusWord<PopSlot<Stack16>>>.execute($0, $1) }
    setSlow(419) { Pop<UInt16, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(419, writes: 0, reads: 0, faults: true)
    set(420, 0) { Pop<UInt32, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(420) { Pop<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(420, writes: 0, reads: 0, faults: true)
    set(421, 0) { Pop<UInt32, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(421) { Pop<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(421, writes: 0, reads: 0, faults: true)
    set(422, 0) { Pop<UInt32, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    setSlow(422) { Pop<UInt32, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(422, writes: 0, reads: 0, faults: true)
    set(423, 0) { Pop<UInt64, LongStack, PopSlot<LongStack>>.execute($0, $1) }
    setSlow(423) { Pop<UInt64, LongStack, SlowPopSlot<LongStack>>.execute($0, $1) }
    describe(423, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_call() {
    set(424, 0) { Call<UInt16, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(424) { Call<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(424, writes: 0, reads: 0, faults: true)
    set(425, 0) { Call<UInt16, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(425) { Call<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(425, writes: 0, reads: 0, faults: true)
    set(426, 0) { Call<UInt16, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    set(426, 14) { Call<UInt16, Stack16, BusWord<PushSlot<Stack16>>>.execute($0, $1) }
    setSlow(426) { Call<UInt16, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(426, writes: 0, reads: 0, faults: true)
    set(427, 0) { Call<UInt32, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(427) { Call<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(427, writes: 0, reads: 0, faults: true)
    set(428, 0) { Call<UInt32, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(428) { Call<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(428, writes: 0, reads: 0, faults: true)
    set(429, 0) { Call<UInt32, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    setSlow(429) { Call<UInt32, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(429, writes: 0, reads: 0, faults: true)
    set(430, 0) { Call<UInt64, LongStack, PushSlot<LongStack>>.execute($0, $1) }
    setSlow(430) { Call<UInt64, LongStack, SlowPushSlot<LongStack>>.execute($0, $1) }
    describe(430, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callAcross() {
    set(431, 0) { CallAcross<UInt16, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(431) { CallAcross<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(431, writes: 0, reads: 0, faults: true)
    set(432, 0) { CallAcross<UInt16, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(432) { CallAcross<UInt16, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(432, writes: 0, reads: 0, faults: true)
    set(433, 0) { CallAcross<UInt16, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    set(433, 14) { CallAcross<UInt16, Stack16, BusWord<PushSlot<Stack16>>>.execute($0, $1) }
    setSlow(433) { CallAcross<UInt16, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(433, writes: 0, reads: 0, faults: true)
    set(434, 0) { CallAcross<UInt32, FlatStack, PushSlot<FlatStack>>.execute($0, $1) }
    setSlow(434) { CallAcross<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(434, writes: 0, reads: 0, faults: true)
    set(435, 0) { CallAcross<UInt32, Stack32, PushSlot<Stack32>>.execute($0, $1) }
    setSlow(435) { CallAcross<UInt32, Stack32, SlowPushSlot<Stack32>>.execute($0, $1) }
    describe(435, writes: 0, reads: 0, faults: true)
    set(436, 0) { CallAcross<UInt32, Stack16, PushSlot<Stack16>>.execute($0, $1) }
    setSlow(436) { CallAcross<UInt32, Stack16, SlowPushSlot<Stack16>>.execute($0, $1) }
    describe(436, writes: 0, reads: 0, faults: true)
    set(437, 0) { CallAcross<UInt64, LongStack, PushSlot<LongStack>>.execute($0, $1) }
    setSlow(437) { CallAcross<UInt64, LongStack, SlowPushSlot<LongStack>>.execute($0, $1) }
    describe(437, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callR() {
    set(438, 0) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(438) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(438, writes: 0, reads: 0, faults: true)
    set(439, 0) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(439) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(439, writes: 0, reads: 0, faults: true)
    set(440, 0) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    set(440, 14) { CallIndirect<UInt16, Stack16, BusWord<PushSlot<Stack16>>, Source>.execute($0, $1) }
    setSlow(440) { CallIndirect<UInt16, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(440, writes: 0, reads: 0, faults: true)
    set(441, 0) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Source>.execute($0, $1) }
    setSlow(441) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(441, writes: 0, reads: 0, faults: true)
    set(442, 0) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Source>.execute($0, $1) }
    setSlow(442) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, Source>.execute($0, $1) }
    describe(442, writes: 0, reads: 0, faults: true)
    set(443, 0) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Source>.execute($0, $1) }
    setSlow(443) { CallIndirect<UInt32, Stack16, SlowPushSlot<Stack16>, Source>.execute($0, $1) }
    describe(443, writes: 0, reads: 0, faults: true)
    set(444, 0) { CallIndirect<UInt64, LongStack, PushSlot<LongStack>, Source>.execute($0, $1) }
    setSlow(444) { CallIndirect<UInt64, LongStack, SlowPushSlot<LongStack>, Source>.execute($0, $1) }
    describe(444, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_returnNear() {
    set(445, 0) { Return<UInt16, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(445) { Return<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(445, writes: 0, reads: 0, faults: true)
    set(446, 0) { Return<UInt16, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(446) { Return<UInt16, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(446, writes: 0, reads: 0, faults: true)
    set(447, 0) { Return<UInt16, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    set(447, 14) { Return<UInt16, Stack16, BusWord<PopSlot<Stack16>>>.execute($0, $1) }
    setSlow(447) { Return<UInt16, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(447, writes: 0, reads: 0, faults: true)
    set(448, 0) { Return<UInt32, FlatStack, PopSlot<FlatStack>>.execute($0, $1) }
    setSlow(448) { Return<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(448, writes: 0, reads: 0, faults: true)
    set(449, 0) { Return<UInt32, Stack32, PopSlot<Stack32>>.execute($0, $1) }
    setSlow(449) { Return<UInt32, Stack32, SlowPopSlot<Stack32>>.execute($0, $1) }
    describe(449, writes: 0, reads: 0, faults: true)
    set(450, 0) { Return<UInt32, Stack16, PopSlot<Stack16>>.execute($0, $1) }
    setSlow(450) { Return<UInt32, Stack16, SlowPopSlot<Stack16>>.execute($0, $1) }
    describe(450, writes: 0, reads: 0, faults: true)
    set(451, 0) { Return<UInt64, LongStack, PopSlot<LongStack>>.execute($0, $1) }
    setSlow(451) { Return<UInt64, LongStack, SlowPopSlot<LongStack>>.execute($0, $1) }
    describe(451, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_callM() {
    set(452, 0) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<FlatBase>>.execute($0, $1) }
    set(452, 2) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<FlatIndexed>>.execute($0, $1) }
    set(452, 4) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<Segmented16>>.execute($0, $1) }
    set(452, 6) { CallIndirect<UInt16, FlatStack, PushSlot<FlatStack>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(452) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(452, writes: 0, reads: 0, faults: true)
    set(453, 0) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<FlatBase>>.execute($0, $1) }
    set(453, 2) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<FlatIndexed>>.execute($0, $1) }
    set(453, 4) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<Segmented16>>.execute($0, $1) }
    set(453, 6) { CallIndirect<UInt16, Stack32, PushSlot<Stack32>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(453) { CallIndirect<UInt16, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(453, writes: 0, reads: 0, faults: true)
    set(454, 0) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<FlatBase>>.execute($0, $1) }
    set(454, 2) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<FlatIndexed>>.execute($0, $1) }
    set(454, 4) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<Segmented16>>.execute($0, $1) }
    set(454, 6) { CallIndirect<UInt16, Stack16, PushSlot<Stack16>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(454) { CallIndirect<UInt16, Stack16, SlowPushSlot<Stack16>, SlowMemory>.execute($0, $1) }
    describe(454, writes: 0, reads: 0, faults: true)
    set(455, 0) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<FlatBase>>.execute($0, $1) }
    set(455, 2) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<FlatIndexed>>.execute($0, $1) }
    set(455, 4) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<Segmented16>>.execute($0, $1) }
    set(455, 6) { CallIndirect<UInt32, FlatStack, PushSlot<FlatStack>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(455) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(455, writes: 0, reads: 0, faults: true)
    set(456, 0) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<FlatBase>>.execute($0, $1) }
    set(456, 2) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<FlatIndexed>>.execute($0, $1) }
    set(456, 4) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<Segmented16>>.execute($0, $1) }
    set(456, 6) { CallIndirect<UInt32, Stack32, PushSlot<Stack32>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(456) { CallIndirect<UInt32, Stack32, SlowPushSlot<Stack32>, SlowMemory>.execute($0, $1) }
    describe(456, writes: 0, reads: 0, faults: true)
    set(457, 0) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<FlatBase>>.execute($0, $1) }
    set(457, 2) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<FlatIndexed>>.execute($0, $1) }
    set(457, 4) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<Segmented16>>.execute($0, $1) }
    set(457, 6) { CallIndirect<UInt32, Stack16, PushSlot<Stack16>, Memory<Segmented32>>.execute($0, $1) }
    setSlow(457) { CallIndirect<UInt32, Stack16, SlowPushSlot<Stack16>, SlowMemory>.execute($0, $1) }
    describe(457, writes: 0, reads: 0, faults: true)
    set(458, 8) { CallIndirect<UInt64, LongStack, PushSlot<LongStack>, Memory<LongBase>>.execute($0, $1) }
    set(458, 10) { CallIndirect<UInt64, LongStack, PushSlot<LongStack>, Memory<LongIndexed>>.execute($0, $1) }
    set(458, 12) { CallIndirect<UInt64, LongStack, PushSlot<LongStack>, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(458) { CallIndirect<UInt64, LongStack, SlowPushSlot<LongStack>, SlowMemory>.execute($0, $1) }
    describe(458, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_jump() {
    set(459, 0) { Jump.execute($0, $1) }
    describe(459, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_jumpAcross() {
    set(460, 0) { JumpAcross<UInt32>.execute($0, $1) }
    describe(460, writes: 0, reads: 0, faults: false)
    set(461, 0) { JumpAcross<UInt64>.execute($0, $1) }
    describe(461, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_jumpIf() {
    set(462, 0) { JumpIf<Overflow>.execute($0, $1) }
    describe(462, writes: 0, reads: 63, faults: false)
    set(463, 0) { JumpIf<Not<Overflow>>.execute($0, $1) }
    describe(463, writes: 0, reads: 63, faults: false)
    set(464, 0) { JumpIf<Below>.execute($0, $1) }
    describe(464, writes: 0, reads: 63, faults: false)
    set(465, 0) { JumpIf<Not<Below>>.execute($0, $1) }
    describe(465, writes: 0, reads: 63, faults: false)
    set(466, 0) { JumpIf<Equal>.execute($0, $1) }
    describe(466, writes: 0, reads: 63, faults: false)
    set(467, 0) { JumpIf<Not<Equal>>.execute($0, $1) }
    describe(467, writes: 0, reads: 63, faults: false)
    set(468, 0) { JumpIf<BelowEqual>.execute($0, $1) }
    describe(468, writes: 0, reads: 63, faults: false)
    set(469, 0) { JumpIf<Not<BelowEqual>>.execute($0, $1) }
    describe(469, writes: 0, reads: 63, faults: false)
    set(470, 0) { JumpIf<Negative>.execute($0, $1) }
    describe(470, writes: 0, reads: 63, faults: false)
    set(471, 0) { JumpIf<Not<Negative>>.execute($0, $1) }
    describe(471, writes: 0, reads: 63, faults: false)
    set(472, 0) { JumpIf<Parity>.execute($0, $1) }
    describe(472, writes: 0, reads: 63, faults: false)
    set(473, 0) { JumpIf<Not<Parity>>.execute($0, $1) }
    describe(473, writes: 0, reads: 63, faults: false)
    set(474, 0) { JumpIf<Less>.execute($0, $1) }
    describe(474, writes: 0, reads: 63, faults: false)
    set(475, 0) { JumpIf<Not<Less>>.execute($0, $1) }
    describe(475, writes: 0, reads: 63, faults: false)
    set(476, 0) { JumpIf<LessEqual>.execute($0, $1) }
    describe(476, writes: 0, reads: 63, faults: false)
    set(477, 0) { JumpIf<Not<LessEqual>>.execute($0, $1) }
    describe(477, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpAcrossIf() {
    set(478, 0) { JumpAcrossIf<UInt32, Overflow>.execute($0, $1) }
    describe(478, writes: 0, reads: 63, faults: false)
    set(479, 0) { JumpAcrossIf<UInt32, Not<Overflow>>.execute($0, $1) }
    describe(479, writes: 0, reads: 63, faults: false)
    set(480, 0) { JumpAcrossIf<UInt32, Below>.execute($0, $1) }
    describe(480, writes: 0, reads: 63, faults: false)
    set(481, 0) { JumpAcrossIf<UInt32, Not<Below>>.execute($0, $1) }
    describe(481, writes: 0, reads: 63, faults: false)
    set(482, 0) { JumpAcrossIf<UInt32, Equal>.execute($0, $1) }
    describe(482, writes: 0, reads: 63, faults: false)
    set(483, 0) { JumpAcrossIf<UInt32, Not<Equal>>.execute($0, $1) }
    describe(483, writes: 0, reads: 63, faults: false)
    set(484, 0) { JumpAcrossIf<UInt32, BelowEqual>.execute($0, $1) }
    describe(484, writes: 0, reads: 63, faults: false)
    set(485, 0) { JumpAcrossIf<UInt32, Not<BelowEqual>>.execute($0, $1) }
    describe(485, writes: 0, reads: 63, faults: false)
    set(486, 0) { JumpAcrossIf<UInt32, Negative>.execute($0, $1) }
    describe(486, writes: 0, reads: 63, faults: false)
    set(487, 0) { JumpAcrossIf<UInt32, Not<Negative>>.execute($0, $1) }
    describe(487, writes: 0, reads: 63, faults: false)
    set(488, 0) { JumpAcrossIf<UInt32, Parity>.execute($0, $1) }
    describe(488, writes: 0, reads: 63, faults: false)
    set(489, 0) { JumpAcrossIf<UInt32, Not<Parity>>.execute($0, $1) }
    describe(489, writes: 0, reads: 63, faults: false)
    set(490, 0) { JumpAcrossIf<UInt32, Less>.execute($0, $1) }
    describe(490, writes: 0, reads: 63, faults: false)
    set(491, 0) { JumpAcrossIf<UInt32, Not<Less>>.execute($0, $1) }
    describe(491, writes: 0, reads: 63, faults: false)
    set(492, 0) { JumpAcrossIf<UInt32, LessEqual>.execute($0, $1) }
    describe(492, writes: 0, reads: 63, faults: false)
    set(493, 0) { JumpAcrossIf<UInt32, Not<LessEqual>>.execute($0, $1) }
    describe(493, writes: 0, reads: 63, faults: false)
    set(494, 0) { JumpAcrossIf<UInt64, Overflow>.execute($0, $1) }
    describe(494, writes: 0, reads: 63, faults: false)
    set(495, 0) { JumpAcrossIf<UInt64, Not<Overflow>>.execute($0, $1) }
    describe(495, writes: 0, reads: 63, faults: false)
    set(496, 0) { JumpAcrossIf<UInt64, Below>.execute($0, $1) }
    describe(496, writes: 0, reads: 63, faults: false)
    set(497, 0) { JumpAcrossIf<UInt64, Not<Below>>.execute($0, $1) }
    describe(497, writes: 0, reads: 63, faults: false)
    set(498, 0) { JumpAcrossIf<UInt64, Equal>.execute($0, $1) }
    describe(498, writes: 0, reads: 63, faults: false)
    set(499, 0) { JumpAcrossIf<UInt64, Not<Equal>>.execute($0, $1) }
    describe(499, writes: 0, reads: 63, faults: false)
    set(500, 0) { JumpAcrossIf<UInt64, BelowEqual>.execute($0, $1) }
    describe(500, writes: 0, reads: 63, faults: false)
    set(501, 0) { JumpAcrossIf<UInt64, Not<BelowEqual>>.execute($0, $1) }
    describe(501, writes: 0, reads: 63, faults: false)
    set(502, 0) { JumpAcrossIf<UInt64, Negative>.execute($0, $1) }
    describe(502, writes: 0, reads: 63, faults: false)
    set(503, 0) { JumpAcrossIf<UInt64, Not<Negative>>.execute($0, $1) }
    describe(503, writes: 0, reads: 63, faults: false)
    set(504, 0) { JumpAcrossIf<UInt64, Parity>.execute($0, $1) }
    describe(504, writes: 0, reads: 63, faults: false)
    set(505, 0) { JumpAcrossIf<UInt64, Not<Parity>>.execute($0, $1) }
    describe(505, writes: 0, reads: 63, faults: false)
    set(506, 0) { JumpAcrossIf<UInt64, Less>.execute($0, $1) }
    describe(506, writes: 0, reads: 63, faults: false)
    set(507, 0) { JumpAcrossIf<UInt64, Not<Less>>.execute($0, $1) }
    describe(507, writes: 0, reads: 63, faults: false)
    set(508, 0) { JumpAcrossIf<UInt64, LessEqual>.execute($0, $1) }
    describe(508, writes: 0, reads: 63, faults: false)
    set(509, 0) { JumpAcrossIf<UInt64, Not<LessEqual>>.execute($0, $1) }
    describe(509, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_loop() {
    set(510, 0) { LoopCount<UInt16>.execute($0, $1) }
    describe(510, writes: 0, reads: 63, faults: false)
    set(511, 0) { LoopCount<UInt32>.execute($0, $1) }
    describe(511, writes: 0, reads: 63, faults: false)
    set(512, 0) { LoopCount<UInt64>.execute($0, $1) }
    describe(512, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpIfCountZero() {
    set(513, 0) { JumpIfCountZero<UInt16>.execute($0, $1) }
    describe(513, writes: 0, reads: 63, faults: false)
    set(514, 0) { JumpIfCountZero<UInt32>.execute($0, $1) }
    describe(514, writes: 0, reads: 63, faults: false)
    set(515, 0) { JumpIfCountZero<UInt64>.execute($0, $1) }
    describe(515, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpR() {
    set(516, 0) { JumpIndirect<UInt16, Source>.execute($0, $1) }
    describe(516, writes: 0, reads: 63, faults: false)
    set(517, 0) { JumpIndirect<UInt32, Source>.execute($0, $1) }
    describe(517, writes: 0, reads: 63, faults: false)
    set(518, 0) { JumpIndirect<UInt64, Source>.execute($0, $1) }
    describe(518, writes: 0, reads: 63, faults: false)
  }
  private mutating func fill_jumpM() {
    set(519, 0) { JumpIndirect<UInt16, Memory<FlatBase>>.execute($0, $1) }
    set(519, 2) { JumpIndirect<UInt16, Memory<FlatIndexed>>.execute($0, $1) }
    set(519, 4) { JumpIndirect<UInt16, Memory<Segmented16>>.execute($0, $1) }
    set(519, 6) { JumpIndirect<UInt16, Memory<Segmented32>>.execute($0, $1) }
    set(519, 12) { JumpIndirect<UInt16, Memory<LongSegmented>>.execute($0, $1) }
    set(519, 14) { JumpIndirect<UInt16, BusWord<Memory<Segmented16>>>.execute($0, $1) }
    setSlow(519) { JumpIndirect<UInt16, SlowMemory>.execute($0, $1) }
    describe(519, writes: 0, reads: 0, faults: true)
    set(520, 0) { JumpIndirect<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(520, 2) { JumpIndirect<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(520, 4) { JumpIndirect<UInt32, Memory<Segmented16>>.execute($0, $1) }
    set(520, 6) { JumpIndirect<UInt32, Memory<Segmented32>>.execute($0, $1) }
    set(520, 8) { JumpIndirect<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(520, 10) { JumpIndirect<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    set(520, 12) { JumpIndirect<UInt32, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(520) { JumpIndirect<UInt32, SlowMemory>.execute($0, $1) }
    describe(520, writes: 0, reads: 0, faults: true)
    set(521, 8) { JumpIndirect<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(521, 10) { JumpIndirect<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    set(521, 12) { JumpIndirect<UInt64, Memory<LongSegmented>>.execute($0, $1) }
    setSlow(521) { JumpIndirect<UInt64, SlowMemory>.execute($0, $1) }
    describe(521, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_compareJumpRR() {
    set(522, 0) { CompareJump<Subtract, UInt8, Destination, Source, Below>.execute($0, $1) }
    describe(522, writes: 63, reads: 0, faults: false)
    set(523, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(523, writes: 63, reads: 0, faults: false)
    set(524, 0) { CompareJump<Subtract, UInt8, Destination, Source, Equal>.execute($0, $1) }
    describe(524, writes: 63, reads: 0, faults: false)
    set(525, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(525, writes: 63, reads: 0, faults: false)
    set(526, 0) { CompareJump<Subtract, UInt8, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(526, writes: 63, reads: 0, faults: false)
    set(527, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(527, writes: 63, reads: 0, faults: false)
    set(528, 0) { CompareJump<Subtract, UInt8, Destination, Source, Negative>.execute($0, $1) }
    describe(528, writes: 63, reads: 0, faults: false)
    set(529, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(529, writes: 63, reads: 0, faults: false)
    set(530, 0) { CompareJump<Subtract, UInt8, Destination, Source, Less>.execute($0, $1) }
    describe(530, writes: 63, reads: 0, faults: false)
    set(531, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(531, writes: 63, reads: 0, faults: false)
    set(532, 0) { CompareJump<Subtract, UInt8, Destination, Source, LessEqual>.execute($0, $1) }
    describe(532, writes: 63, reads: 0, faults: false)
    set(533, 0) { CompareJump<Subtract, UInt8, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(533, writes: 63, reads: 0, faults: false)
    set(534, 0) { CompareJump<Subtract, UInt16, Destination, Source, Below>.execute($0, $1) }
    describe(534, writes: 63, reads: 0, faults: false)
    set(535, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(535, writes: 63, reads: 0, faults: false)
    set(536, 0) { CompareJump<Subtract, UInt16, Destination, Source, Equal>.execute($0, $1) }
    describe(536, writes: 63, reads: 0, faults: false)
    set(537, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(537, writes: 63, reads: 0, faults: false)
    set(538, 0) { CompareJump<Subtract, UInt16, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(538, writes: 63, reads: 0, faults: false)
    set(539, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(539, writes: 63, reads: 0, faults: false)
    set(540, 0) { CompareJump<Subtract, UInt16, Destination, Source, Negative>.execute($0, $1) }
    describe(540, writes: 63, reads: 0, faults: false)
    set(541, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(541, writes: 63, reads: 0, faults: false)
    set(542, 0) { CompareJump<Subtract, UInt16, Destination, Source, Less>.execute($0, $1) }
    describe(542, writes: 63, reads: 0, faults: false)
    set(543, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(543, writes: 63, reads: 0, faults: false)
    set(544, 0) { CompareJump<Subtract, UInt16, Destination, Source, LessEqual>.execute($0, $1) }
    describe(544, writes: 63, reads: 0, faults: false)
    set(545, 0) { CompareJump<Subtract, UInt16, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(545, writes: 63, reads: 0, faults: false)
    set(546, 0) { CompareJump<Subtract, UInt32, Destination, Source, Below>.execute($0, $1) }
    describe(546, writes: 63, reads: 0, faults: false)
    set(547, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(547, writes: 63, reads: 0, faults: false)
    set(548, 0) { CompareJump<Subtract, UInt32, Destination, Source, Equal>.execute($0, $1) }
    describe(548, writes: 63, reads: 0, faults: false)
    set(549, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(549, writes: 63, reads: 0, faults: false)
    set(550, 0) { CompareJump<Subtract, UInt32, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(550, writes: 63, reads: 0, faults: false)
    set(551, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(551, writes: 63, reads: 0, faults: false)
    set(552, 0) { CompareJump<Subtract, UInt32, Destination, Source, Negative>.execute($0, $1) }
    describe(552, writes: 63, reads: 0, faults: false)
    set(553, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(553, writes: 63, reads: 0, faults: false)
    set(554, 0) { CompareJump<Subtract, UInt32, Destination, Source, Less>.execute($0, $1) }
    describe(554, writes: 63, reads: 0, faults: false)
    set(555, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(555, writes: 63, reads: 0, faults: false)
    set(556, 0) { CompareJump<Subtract, UInt32, Destination, Source, LessEqual>.execute($0, $1) }
    describe(556, writes: 63, reads: 0, faults: false)
    set(557, 0) { CompareJump<Subtract, UInt32, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(557, writes: 63, reads: 0, faults: false)
    set(558, 0) { CompareJump<Subtract, UInt64, Destination, Source, Below>.execute($0, $1) }
    describe(558, writes: 63, reads: 0, faults: false)
    set(559, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<Below>>.execute($0, $1) }
    describe(559, writes: 63, reads: 0, faults: false)
    set(560, 0) { CompareJump<Subtract, UInt64, Destination, Source, Equal>.execute($0, $1) }
    describe(560, writes: 63, reads: 0, faults: false)
    set(561, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(561, writes: 63, reads: 0, faults: false)
    set(562, 0) { CompareJump<Subtract, UInt64, Destination, Source, BelowEqual>.execute($0, $1) }
    describe(562, writes: 63, reads: 0, faults: false)
    set(563, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<BelowEqual>>.execute($0, $1) }
    describe(563, writes: 63, reads: 0, faults: false)
    set(564, 0) { CompareJump<Subtract, UInt64, Destination, Source, Negative>.execute($0, $1) }
    describe(564, writes: 63, reads: 0, faults: false)
    set(565, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(565, writes: 63, reads: 0, faults: false)
    set(566, 0) { CompareJump<Subtract, UInt64, Destination, Source, Less>.execute($0, $1) }
    describe(566, writes: 63, reads: 0, faults: false)
    set(567, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<Less>>.execute($0, $1) }
    describe(567, writes: 63, reads: 0, faults: false)
    set(568, 0) { CompareJump<Subtract, UInt64, Destination, Source, LessEqual>.execute($0, $1) }
    describe(568, writes: 63, reads: 0, faults: false)
    set(569, 0) { CompareJump<Subtract, UInt64, Destination, Source, Not<LessEqual>>.execute($0, $1) }
    describe(569, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_compareJumpRI() {
    set(570, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Below>.execute($0, $1) }
    describe(570, writes: 63, reads: 0, faults: false)
    set(571, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(571, writes: 63, reads: 0, faults: false)
    set(572, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Equal>.execute($0, $1) }
    describe(572, writes: 63, reads: 0, faults: false)
    set(573, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(573, writes: 63, reads: 0, faults: false)
    set(574, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(574, writes: 63, reads: 0, faults: false)
    set(575, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(575, writes: 63, reads: 0, faults: false)
    set(576, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Negative>.execute($0, $1) }
    describe(576, writes: 63, reads: 0, faults: false)
    set(577, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(577, writes: 63, reads: 0, faults: false)
    set(578, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Less>.execute($0, $1) }
    describe(578, writes: 63, reads: 0, faults: false)
    set(579, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(579, writes: 63, reads: 0, faults: false)
    set(580, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(580, writes: 63, reads: 0, faults: false)
    set(581, 0) { CompareJump<Subtract, UInt8, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(581, writes: 63, reads: 0, faults: false)
    set(582, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Below>.execute($0, $1) }
    describe(582, writes: 63, reads: 0, faults: false)
    set(583, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(583, writes: 63, reads: 0, faults: false)
    set(584, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Equal>.execute($0, $1) }
    describe(584, writes: 63, reads: 0, faults: false)
    set(585, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(585, writes: 63, reads: 0, faults: false)
    set(586, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(586, writes: 63, reads: 0, faults: false)
    set(587, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(587, writes: 63, reads: 0, faults: false)
    set(588, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Negative>.execute($0, $1) }
    describe(588, writes: 63, reads: 0, faults: false)
    set(589, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(589, writes: 63, reads: 0, faults: false)
    set(590, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Less>.execute($0, $1) }
    describe(590, writes: 63, reads: 0, faults: false)
    set(591, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(591, writes: 63, reads: 0, faults: false)
    set(592, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(592, writes: 63, reads: 0, faults: false)
    set(593, 0) { CompareJump<Subtract, UInt16, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(593, writes: 63, reads: 0, faults: false)
    set(594, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Below>.execute($0, $1) }
    describe(594, writes: 63, reads: 0, faults: false)
    set(595, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(595, writes: 63, reads: 0, faults: false)
    set(596, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Equal>.execute($0, $1) }
    describe(596, writes: 63, reads: 0, faults: false)
    set(597, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(597, writes: 63, reads: 0, faults: false)
    set(598, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(598, writes: 63, reads: 0, faults: false)
    set(599, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(599, writes: 63, reads: 0, faults: false)
    set(600, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Negative>.execute($0, $1) }
    describe(600, writes: 63, reads: 0, faults: false)
    set(601, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(601, writes: 63, reads: 0, faults: false)
    set(602, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Less>.execute($0, $1) }
    describe(602, writes: 63, reads: 0, faults: false)
    set(603, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(603, writes: 63, reads: 0, faults: false)
    set(604, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(604, writes: 63, reads: 0, faults: false)
    set(605, 0) { CompareJump<Subtract, UInt32, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(605, writes: 63, reads: 0, faults: false)
    set(606, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Below>.execute($0, $1) }
    describe(606, writes: 63, reads: 0, faults: false)
    set(607, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<Below>>.execute($0, $1) }
    describe(607, writes: 63, reads: 0, faults: false)
    set(608, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Equal>.execute($0, $1) }
    describe(608, writes: 63, reads: 0, faults: false)
    set(609, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(609, writes: 63, reads: 0, faults: false)
    set(610, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, BelowEqual>.execute($0, $1) }
    describe(610, writes: 63, reads: 0, faults: false)
    set(611, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<BelowEqual>>.execute($0, $1) }
    describe(611, writes: 63, reads: 0, faults: false)
    set(612, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Negative>.execute($0, $1) }
    describe(612, writes: 63, reads: 0, faults: false)
    set(613, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(613, writes: 63, reads: 0, faults: false)
    set(614, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Less>.execute($0, $1) }
    describe(614, writes: 63, reads: 0, faults: false)
    set(615, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<Less>>.execute($0, $1) }
    describe(615, writes: 63, reads: 0, faults: false)
    set(616, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, LessEqual>.execute($0, $1) }
    describe(616, writes: 63, reads: 0, faults: false)
    set(617, 0) { CompareJump<Subtract, UInt64, Destination, Immediate, Not<LessEqual>>.execute($0, $1) }
    describe(617, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_testJumpRR() {
    set(618, 0) { CompareJump<And, UInt8, Destination, Source, Equal>.execute($0, $1) }
    describe(618, writes: 63, reads: 0, faults: false)
    set(619, 0) { CompareJump<And, UInt8, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(619, writes: 63, reads: 0, faults: false)
    set(620, 0) { CompareJump<And, UInt8, Destination, Source, Negative>.execute($0, $1) }
    describe(620, writes: 63, reads: 0, faults: false)
    set(621, 0) { CompareJump<And, UInt8, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(621, writes: 63, reads: 0, faults: false)
    set(622, 0) { CompareJump<And, UInt16, Destination, Source, Equal>.execute($0, $1) }
    describe(622, writes: 63, reads: 0, faults: false)
    set(623, 0) { CompareJump<And, UInt16, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(623, writes: 63, reads: 0, faults: false)
    set(624, 0) { CompareJump<And, UInt16, Destination, Source, Negative>.execute($0, $1) }
    describe(624, writes: 63, reads: 0, faults: false)
    set(625, 0) { CompareJump<And, UInt16, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(625, writes: 63, reads: 0, faults: false)
    set(626, 0) { CompareJump<And, UInt32, Destination, Source, Equal>.execute($0, $1) }
    describe(626, writes: 63, reads: 0, faults: false)
    set(627, 0) { CompareJump<And, UInt32, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(627, writes: 63, reads: 0, faults: false)
    set(628, 0) { CompareJump<And, UInt32, Destination, Source, Negative>.execute($0, $1) }
    describe(628, writes: 63, reads: 0, faults: false)
    set(629, 0) { CompareJump<And, UInt32, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(629, writes: 63, reads: 0, faults: false)
    set(630, 0) { CompareJump<And, UInt64, Destination, Source, Equal>.execute($0, $1) }
    describe(630, writes: 63, reads: 0, faults: false)
    set(631, 0) { CompareJump<And, UInt64, Destination, Source, Not<Equal>>.execute($0, $1) }
    describe(631, writes: 63, reads: 0, faults: false)
    set(632, 0) { CompareJump<And, UInt64, Destination, Source, Negative>.execute($0, $1) }
    describe(632, writes: 63, reads: 0, faults: false)
    set(633, 0) { CompareJump<And, UInt64, Destination, Source, Not<Negative>>.execute($0, $1) }
    describe(633, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_testJumpRI() {
    set(634, 0) { CompareJump<And, UInt8, Destination, Immediate, Equal>.execute($0, $1) }
    describe(634, writes: 63, reads: 0, faults: false)
    set(635, 0) { CompareJump<And, UInt8, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(635, writes: 63, reads: 0, faults: false)
    set(636, 0) { CompareJump<And, UInt8, Destination, Immediate, Negative>.execute($0, $1) }
    describe(636, writes: 63, reads: 0, faults: false)
    set(637, 0) { CompareJump<And, UInt8, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(637, writes: 63, reads: 0, faults: false)
    set(638, 0) { CompareJump<And, UInt16, Destination, Immediate, Equal>.execute($0, $1) }
    describe(638, writes: 63, reads: 0, faults: false)
    set(639, 0) { CompareJump<And, UInt16, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(639, writes: 63, reads: 0, faults: false)
    set(640, 0) { CompareJump<And, UInt16, Destination, Immediate, Negative>.execute($0, $1) }
    describe(640, writes: 63, reads: 0, faults: false)
    set(641, 0) { CompareJump<And, UInt16, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(641, writes: 63, reads: 0, faults: false)
    set(642, 0) { CompareJump<And, UInt32, Destination, Immediate, Equal>.execute($0, $1) }
    describe(642, writes: 63, reads: 0, faults: false)
    set(643, 0) { CompareJump<And, UInt32, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(643, writes: 63, reads: 0, faults: false)
    set(644, 0) { CompareJump<And, UInt32, Destination, Immediate, Negative>.execute($0, $1) }
    describe(644, writes: 63, reads: 0, faults: false)
    set(645, 0) { CompareJump<And, UInt32, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(645, writes: 63, reads: 0, faults: false)
    set(646, 0) { CompareJump<And, UInt64, Destination, Immediate, Equal>.execute($0, $1) }
    describe(646, writes: 63, reads: 0, faults: false)
    set(647, 0) { CompareJump<And, UInt64, Destination, Immediate, Not<Equal>>.execute($0, $1) }
    describe(647, writes: 63, reads: 0, faults: false)
    set(648, 0) { CompareJump<And, UInt64, Destination, Immediate, Negative>.execute($0, $1) }
    describe(648, writes: 63, reads: 0, faults: false)
    set(649, 0) { CompareJump<And, UInt64, Destination, Immediate, Not<Negative>>.execute($0, $1) }
    describe(649, writes: 63, reads: 0, faults: false)
  }
  private mutating func fill_stepJump() {
    set(650, 0) { StepJump<Increment, UInt16, Equal>.execute($0, $1) }
    describe(650, writes: 62, reads: 1, faults: false)
    set(651, 0) { StepJump<Increment, UInt16, Not<Equal>>.execute($0, $1) }
    describe(651, writes: 62, reads: 1, faults: false)
    set(652, 0) { StepJump<Increment, UInt32, Equal>.execute($0, $1) }
    describe(652, writes: 62, reads: 1, faults: false)
    set(653, 0) { StepJump<Increment, UInt32, Not<Equal>>.execute($0, $1) }
    describe(653, writes: 62, reads: 1, faults: false)
    set(654, 0) { StepJump<Increment, UInt64, Equal>.execute($0, $1) }
    describe(654, writes: 62, reads: 1, faults: false)
    set(655, 0) { StepJump<Increment, UInt64, Not<Equal>>.execute($0, $1) }
    describe(655, writes: 62, reads: 1, faults: false)
    set(656, 0) { StepJump<Decrement, UInt16, Equal>.execute($0, $1) }
    describe(656, writes: 62, reads: 1, faults: false)
    set(657, 0) { StepJump<Decrement, UInt16, Not<Equal>>.execute($0, $1) }
    describe(657, writes: 62, reads: 1, faults: false)
    set(658, 0) { StepJump<Decrement, UInt32, Equal>.execute($0, $1) }
    describe(658, writes: 62, reads: 1, faults: false)
    set(659, 0) { StepJump<Decrement, UInt32, Not<Equal>>.execute($0, $1) }
    describe(659, writes: 62, reads: 1, faults: false)
    set(660, 0) { StepJump<Decrement, UInt64, Equal>.execute($0, $1) }
    describe(660, writes: 62, reads: 1, faults: false)
    set(661, 0) { StepJump<Decrement, UInt64, Not<Equal>>.execute($0, $1) }
    describe(661, writes: 62, reads: 1, faults: false)
  }
  private mutating func fill_vectorMoveR() {
    set(662, 0) { VectorMove<VectorDestination, VectorSource>.execute($0, $1) }
    setSlow(662) { warmOp($0, $1) }
    describe(662, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorMoveRM() {
    set(663, 0) { VectorMove<VectorDestination, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(663, 2) { VectorMove<VectorDestination, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(663, 8) { VectorMove<VectorDestination, AlignedMemory<LongBase>>.execute($0, $1) }
    set(663, 10) { VectorMove<VectorDestination, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(663) { warmOp($0, $1) }
    describe(663, writes: 0, reads: 0, faults: true)
    set(664, 0) { VectorMove<VectorDestination, Memory<FlatBase>>.execute($0, $1) }
    set(664, 2) { VectorMove<VectorDestination, Memory<FlatIndexed>>.execute($0, $1) }
    set(664, 8) { VectorMove<VectorDestination, Memory<LongBase>>.execute($0, $1) }
    set(664, 10) { VectorMove<VectorDestination, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(664) { warmOp($0, $1) }
    describe(664, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorMoveMR() {
    set(665, 0) { VectorMove<AlignedMemory<FlatBase>, VectorSource>.execute($0, $1) }
    set(665, 2) { VectorMove<AlignedMemory<FlatIndexed>, VectorSource>.execute($0, $1) }
    set(665, 8) { VectorMove<AlignedMemory<LongBase>, VectorSource>.execute($0, $1) }
    set(665, 10) { VectorMove<AlignedMemory<LongIndexed>, VectorSource>.execute($0, $1) }
    setSlow(665) { warmOp($0, $1) }
    describe(665, writes: 0, reads: 0, faults: true)
    set(666, 0) { VectorMove<Memory<FlatBase>, VectorSource>.execute($0, $1) }
    set(666, 2) { VectorMove<Memory<FlatIndexed>, VectorSource>.execute($0, $1) }
    set(666, 8) { VectorMove<Memory<LongBase>, VectorSource>.execute($0, $1) }
    set(666, 10) { VectorMove<Memory<LongIndexed>, VectorSource>.execute($0, $1) }
    setSlow(666) { warmOp($0, $1) }
    describe(666, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorLoadR() {
    set(667, 0) { VectorLoad<UInt32, Source>.execute($0, $1) }
    setSlow(667) { warmOp($0, $1) }
    describe(667, writes: 0, reads: 0, faults: false)
    set(668, 0) { VectorLoad<UInt64, Source>.execute($0, $1) }
    setSlow(668) { warmOp($0, $1) }
    describe(668, writes: 0, reads: 0, faults: false)
    set(669, 0) { VectorLoad<UInt64, VectorSource>.execute($0, $1) }
    setSlow(669) { warmOp($0, $1) }
    describe(669, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorLoadM() {
    set(670, 0) { VectorLoad<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(670, 2) { VectorLoad<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(670, 8) { VectorLoad<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(670, 10) { VectorLoad<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(670) { warmOp($0, $1) }
    describe(670, writes: 0, reads: 0, faults: true)
    set(671, 0) { VectorLoad<UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(671, 2) { VectorLoad<UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(671, 8) { VectorLoad<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(671, 10) { VectorLoad<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(671) { warmOp($0, $1) }
    describe(671, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorStoreR() {
    set(672, 0) { VectorStore<UInt32, Destination>.execute($0, $1) }
    setSlow(672) { warmOp($0, $1) }
    describe(672, writes: 0, reads: 0, faults: false)
    set(673, 0) { VectorStore<UInt64, Destination>.execute($0, $1) }
    setSlow(673) { warmOp($0, $1) }
    describe(673, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorStoreM() {
    set(674, 0) { VectorStore<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(674, 2) { VectorStore<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(674, 8) { VectorStore<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(674, 10) { VectorStore<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(674) { warmOp($0, $1) }
    describe(674, writes: 0, reads: 0, faults: true)
    set(675, 0) { VectorStore<UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(675, 2) { VectorStore<UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(675, 8) { VectorStore<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(675, 10) { VectorStore<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(675) { warmOp($0, $1) }
    describe(675, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorInsertR() {
    set(676, 0) { VectorInsert<UInt32, VectorDestination, VectorSource>.execute($0, $1) }
    setSlow(676) { warmOp($0, $1) }
    describe(676, writes: 0, reads: 0, faults: false)
    set(677, 0) { VectorInsert<UInt64, VectorDestination, VectorSource>.execute($0, $1) }
    setSlow(677) { warmOp($0, $1) }
    describe(677, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorInsertM() {
    set(678, 0) { VectorInsert<UInt64, VectorDestination, Memory<FlatBase>>.execute($0, $1) }
    set(678, 2) { VectorInsert<UInt64, VectorDestination, Memory<FlatIndexed>>.execute($0, $1) }
    set(678, 8) { VectorInsert<UInt64, VectorDestination, Memory<LongBase>>.execute($0, $1) }
    set(678, 10) { VectorInsert<UInt64, VectorDestination, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(678) { warmOp($0, $1) }
    describe(678, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorBinaryR() {
    set(679, 0) { VectorBinary<VectorAnd, VectorSource>.execute($0, $1) }
    setSlow(679) { warmOp($0, $1) }
    describe(679, writes: 0, reads: 0, faults: false)
    set(680, 0) { VectorBinary<VectorAndNot, VectorSource>.execute($0, $1) }
    setSlow(680) { warmOp($0, $1) }
    describe(680, writes: 0, reads: 0, faults: false)
    set(681, 0) { VectorBinary<VectorOr, VectorSource>.execute($0, $1) }
    setSlow(681) { warmOp($0, $1) }
    describe(681, writes: 0, reads: 0, faults: false)
    set(682, 0) { VectorBinary<VectorXor, VectorSource>.execute($0, $1) }
    setSlow(682) { warmOp($0, $1) }
    describe(682, writes: 0, reads: 0, faults: false)
    set(683, 0) { VectorBinary<VectorAddBytes, VectorSource>.execute($0, $1) }
    setSlow(683) { warmOp($0, $1) }
    describe(683, writes: 0, reads: 0, faults: false)
    set(684, 0) { VectorBinary<VectorAddWords, VectorSource>.execute($0, $1) }
    setSlow(684) { warmOp($0, $1) }
    describe(684, writes: 0, reads: 0, faults: false)
    set(685, 0) { VectorBinary<VectorAddDoublewords, VectorSource>.execute($0, $1) }
    setSlow(685) { warmOp($0, $1) }
    describe(685, writes: 0, reads: 0, faults: false)
    set(686, 0) { VectorBinary<VectorAddQuadwords, VectorSource>.execute($0, $1) }
    setSlow(686) { warmOp($0, $1) }
    describe(686, writes: 0, reads: 0, faults: false)
    set(687, 0) { VectorBinary<VectorSubtractBytes, VectorSource>.execute($0, $1) }
    setSlow(687) { warmOp($0, $1) }
    describe(687, writes: 0, reads: 0, faults: false)
    set(688, 0) { VectorBinary<VectorSubtractWords, VectorSource>.execute($0, $1) }
    setSlow(688) { warmOp($0, $1) }
    describe(688, writes: 0, reads: 0, faults: false)
    set(689, 0) { VectorBinary<VectorSubtractDoublewords, VectorSource>.execute($0, $1) }
    setSlow(689) { warmOp($0, $1) }
    describe(689, writes: 0, reads: 0, faults: false)
    set(690, 0) { VectorBinary<VectorSubtractQuadwords, VectorSource>.execute($0, $1) }
    setSlow(690) { warmOp($0, $1) }
    describe(690, writes: 0, reads: 0, faults: false)
    set(691, 0) { VectorBinary<VectorMultiplyWordsLow, VectorSource>.execute($0, $1) }
    setSlow(691) { warmOp($0, $1) }
    describe(691, writes: 0, reads: 0, faults: false)
    set(692, 0) { VectorBinary<VectorMultiplyUnsignedDoublewords, VectorSource>.execute($0, $1) }
    setSlow(692) { warmOp($0, $1) }
    describe(692, writes: 0, reads: 0, faults: false)
    set(693, 0) { VectorBinary<VectorEqualBytes, VectorSource>.execute($0, $1) }
    setSlow(693) { warmOp($0, $1) }
    describe(693, writes: 0, reads: 0, faults: false)
    set(694, 0) { VectorBinary<VectorEqualWords, VectorSource>.execute($0, $1) }
    setSlow(694) { warmOp($0, $1) }
    describe(694, writes: 0, reads: 0, faults: false)
    set(695, 0) { VectorBinary<VectorEqualDoublewords, VectorSource>.execute($0, $1) }
    setSlow(695) { warmOp($0, $1) }
    describe(695, writes: 0, reads: 0, faults: false)
    set(696, 0) { VectorBinary<VectorGreaterBytes, VectorSource>.execute($0, $1) }
    setSlow(696) { warmOp($0, $1) }
    describe(696, writes: 0, reads: 0, faults: false)
    set(697, 0) { VectorBinary<VectorGreaterWords, VectorSource>.execute($0, $1) }
    setSlow(697) { warmOp($0, $1) }
    describe(697, writes: 0, reads: 0, faults: false)
    set(698, 0) { VectorBinary<VectorGreaterDoublewords, VectorSource>.execute($0, $1) }
    setSlow(698) { warmOp($0, $1) }
    describe(698, writes: 0, reads: 0, faults: false)
    set(699, 0) { VectorBinary<VectorInterleaveLowBytes, VectorSource>.execute($0, $1) }
    setSlow(699) { warmOp($0, $1) }
    describe(699, writes: 0, reads: 0, faults: false)
    set(700, 0) { VectorBinary<VectorInterleaveLowWords, VectorSource>.execute($0, $1) }
    setSlow(700) { warmOp($0, $1) }
    describe(700, writes: 0, reads: 0, faults: false)
    set(701, 0) { VectorBinary<VectorInterleaveLowDoublewords, VectorSource>.execute($0, $1) }
    setSlow(701) { warmOp($0, $1) }
    describe(701, writes: 0, reads: 0, faults: false)
    set(702, 0) { VectorBinary<VectorInterleaveLowQuadwords, VectorSource>.execute($0, $1) }
    setSlow(702) { warmOp($0, $1) }
    describe(702, writes: 0, reads: 0, faults: false)
    set(703, 0) { VectorBinary<VectorInterleaveHighQuadwords, VectorSource>.execute($0, $1) }
    setSlow(703) { warmOp($0, $1) }
    describe(703, writes: 0, reads: 0, faults: false)
    set(704, 0) { VectorBinary<VectorAddSignedBytes, VectorSource>.execute($0, $1) }
    setSlow(704) { warmOp($0, $1) }
    describe(704, writes: 0, reads: 0, faults: false)
    set(705, 0) { VectorBinary<VectorAddSignedWords, VectorSource>.execute($0, $1) }
    setSlow(705) { warmOp($0, $1) }
    describe(705, writes: 0, reads: 0, faults: false)
    set(706, 0) { VectorBinary<VectorAddUnsignedBytes, VectorSource>.execute($0, $1) }
    setSlow(706) { warmOp($0, $1) }
    describe(706, writes: 0, reads: 0, faults: false)
    set(707, 0) { VectorBinary<VectorAddUnsignedWords, VectorSource>.execute($0, $1) }
    setSlow(707) { warmOp($0, $1) }
    describe(707, writes: 0, reads: 0, faults: false)
    set(708, 0) { VectorBinary<VectorSubtractSignedBytes, VectorSource>.execute($0, $1) }
    setSlow(708) { warmOp($0, $1) }
    describe(708, writes: 0, reads: 0, faults: false)
    set(709, 0) { VectorBinary<VectorSubtractSignedWords, VectorSource>.execute($0, $1) }
    setSlow(709) { warmOp($0, $1) }
    describe(709, writes: 0, reads: 0, faults: false)
    set(710, 0) { VectorBinary<VectorSubtractUnsignedBytes, VectorSource>.execute($0, $1) }
    setSlow(710) { warmOp($0, $1) }
    describe(710, writes: 0, reads: 0, faults: false)
    set(711, 0) { VectorBinary<VectorSubtractUnsignedWords, VectorSource>.execute($0, $1) }
    setSlow(711) { warmOp($0, $1) }
    describe(711, writes: 0, reads: 0, faults: false)
    set(712, 0) { VectorBinary<VectorMultiplySignedWordsHigh, VectorSource>.execute($0, $1) }
    setSlow(712) { warmOp($0, $1) }
    describe(712, writes: 0, reads: 0, faults: false)
    set(713, 0) { VectorBinary<VectorMultiplyUnsignedWordsHigh, VectorSource>.execute($0, $1) }
    setSlow(713) { warmOp($0, $1) }
    describe(713, writes: 0, reads: 0, faults: false)
    set(714, 0) { VectorBinary<VectorMultiplyAddWords, VectorSource>.execute($0, $1) }
    setSlow(714) { warmOp($0, $1) }
    describe(714, writes: 0, reads: 0, faults: false)
    set(715, 0) { VectorBinary<VectorAverageBytes, VectorSource>.execute($0, $1) }
    setSlow(715) { warmOp($0, $1) }
    describe(715, writes: 0, reads: 0, faults: false)
    set(716, 0) { VectorBinary<VectorAverageWords, VectorSource>.execute($0, $1) }
    setSlow(716) { warmOp($0, $1) }
    describe(716, writes: 0, reads: 0, faults: false)
    set(717, 0) { VectorBinary<VectorSumAbsoluteDifferences, VectorSource>.execute($0, $1) }
    setSlow(717) { warmOp($0, $1) }
    describe(717, writes: 0, reads: 0, faults: false)
    set(718, 0) { VectorBinary<VectorMinimumUnsignedBytes, VectorSource>.execute($0, $1) }
    setSlow(718) { warmOp($0, $1) }
    describe(718, writes: 0, reads: 0, faults: false)
    set(719, 0) { VectorBinary<VectorMinimumSignedWords, VectorSource>.execute($0, $1) }
    setSlow(719) { warmOp($0, $1) }
    describe(719, writes: 0, reads: 0, faults: false)
    set(720, 0) { VectorBinary<VectorMaximumUnsignedBytes, VectorSource>.execute($0, $1) }
    setSlow(720) { warmOp($0, $1) }
    describe(720, writes: 0, reads: 0, faults: false)
    set(721, 0) { VectorBinary<VectorMaximumSignedWords, VectorSource>.execute($0, $1) }
    setSlow(721) { warmOp($0, $1) }
    describe(721, writes: 0, reads: 0, faults: false)
    set(722, 0) { VectorBinary<VectorPackSignedWordsToBytes, VectorSource>.execute($0, $1) }
    setSlow(722) { warmOp($0, $1) }
    describe(722, writes: 0, reads: 0, faults: false)
    set(723, 0) { VectorBinary<VectorPackWordsToUnsignedBytes, VectorSource>.execute($0, $1) }
    setSlow(723) { warmOp($0, $1) }
    describe(723, writes: 0, reads: 0, faults: false)
    set(724, 0) { VectorBinary<VectorPackSignedDoublewordsToWords, VectorSource>.execute($0, $1) }
    setSlow(724) { warmOp($0, $1) }
    describe(724, writes: 0, reads: 0, faults: false)
    set(725, 0) { VectorBinary<VectorInterleaveHighBytes, VectorSource>.execute($0, $1) }
    setSlow(725) { warmOp($0, $1) }
    describe(725, writes: 0, reads: 0, faults: false)
    set(726, 0) { VectorBinary<VectorInterleaveHighWords, VectorSource>.execute($0, $1) }
    setSlow(726) { warmOp($0, $1) }
    describe(726, writes: 0, reads: 0, faults: false)
    set(727, 0) { VectorBinary<VectorInterleaveHighDoublewords, VectorSource>.execute($0, $1) }
    setSlow(727) { warmOp($0, $1) }
    describe(727, writes: 0, reads: 0, faults: false)
    set(728, 0) { VectorBinary<VectorShuffleBytes, VectorSource>.execute($0, $1) }
    setSlow(728) { warmOp($0, $1) }
    describe(728, writes: 0, reads: 0, faults: false)
    set(729, 0) { VectorBinary<VectorMultiplyDoublewordsLow, VectorSource>.execute($0, $1) }
    setSlow(729) { warmOp($0, $1) }
    describe(729, writes: 0, reads: 0, faults: false)
    set(730, 0) { VectorBinary<VectorMinimumSignedDoublewords, VectorSource>.execute($0, $1) }
    setSlow(730) { warmOp($0, $1) }
    describe(730, writes: 0, reads: 0, faults: false)
    set(731, 0) { VectorBinary<VectorMaximumSignedDoublewords, VectorSource>.execute($0, $1) }
    setSlow(731) { warmOp($0, $1) }
    describe(731, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorBinaryM() {
    set(732, 0) { VectorBinary<VectorAnd, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(732, 2) { VectorBinary<VectorAnd, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(732, 8) { VectorBinary<VectorAnd, AlignedMemory<LongBase>>.execute($0, $1) }
    set(732, 10) { VectorBinary<VectorAnd, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(732) { warmOp($0, $1) }
    describe(732, writes: 0, reads: 0, faults: true)
    set(733, 0) { VectorBinary<VectorAndNot, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(733, 2) { VectorBinary<VectorAndNot, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(733, 8) { VectorBinary<VectorAndNot, AlignedMemory<LongBase>>.execute($0, $1) }
    set(733, 10) { VectorBinary<VectorAndNot, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(733) { warmOp($0, $1) }
    describe(733, writes: 0, reads: 0, faults: true)
    set(734, 0) { VectorBinary<VectorOr, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(734, 2) { VectorBinary<VectorOr, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(734, 8) { VectorBinary<VectorOr, AlignedMemory<LongBase>>.execute($0, $1) }
    set(734, 10) { VectorBinary<VectorOr, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(734) { warmOp($0, $1) }
    describe(734, writes: 0, reads: 0, faults: true)
    set(735, 0) { VectorBinary<VectorXor, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(735, 2) { VectorBinary<VectorXor, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(735, 8) { VectorBinary<VectorXor, AlignedMemory<LongBase>>.execute($0, $1) }
    set(735, 10) { VectorBinary<VectorXor, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(735) { warmOp($0, $1) }
    describe(735, writes: 0, reads: 0, faults: true)
    set(736, 0) { VectorBinary<VectorAddBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(736, 2) { VectorBinary<VectorAddBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(736, 8) { VectorBinary<VectorAddBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(736, 10) { VectorBinary<VectorAddBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(736) { warmOp($0, $1) }
    describe(736, writes: 0, reads: 0, faults: true)
    set(737, 0) { VectorBinary<VectorAddWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(737, 2) { VectorBinary<VectorAddWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(737, 8) { VectorBinary<VectorAddWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(737, 10) { VectorBinary<VectorAddWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(737) { warmOp($0, $1) }
    describe(737, writes: 0, reads: 0, faults: true)
    set(738, 0) { VectorBinary<VectorAddDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(738, 2) { VectorBinary<VectorAddDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(738, 8) { VectorBinary<VectorAddDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(738, 10) { VectorBinary<VectorAddDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(738) { warmOp($0, $1) }
    describe(738, writes: 0, reads: 0, faults: true)
    set(739, 0) { VectorBinary<VectorAddQuadwords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(739, 2) { VectorBinary<VectorAddQuadwords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(739, 8) { VectorBinary<VectorAddQuadwords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(739, 10) { VectorBinary<VectorAddQuadwords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(739) { warmOp($0, $1) }
    describe(739, writes: 0, reads: 0, faults: true)
    set(740, 0) { VectorBinary<VectorSubtractBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(740, 2) { VectorBinary<VectorSubtractBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(740, 8) { VectorBinary<VectorSubtractBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(740, 10) { VectorBinary<VectorSubtractBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(740) { warmOp($0, $1) }
    describe(740, writes: 0, reads: 0, faults: true)
    set(741, 0) { VectorBinary<VectorSubtractWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(741, 2) { VectorBinary<VectorSubtractWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(741, 8) { VectorBinary<VectorSubtractWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(741, 10) { VectorBinary<VectorSubtractWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(741) { warmOp($0, $1) }
    describe(741, writes: 0, reads: 0, faults: true)
    set(742, 0) { VectorBinary<VectorSubtractDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(742, 2) { VectorBinary<VectorSubtractDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(742, 8) { VectorBinary<VectorSubtractDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(742, 10) { VectorBinary<VectorSubtractDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(742) { warmOp($0, $1) }
    describe(742, writes: 0, reads: 0, faults: true)
    set(743, 0) { VectorBinary<VectorSubtractQuadwords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(743, 2) { VectorBinary<VectorSubtractQuadwords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(743, 8) { VectorBinary<VectorSubtractQuadwords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(743, 10) { VectorBinary<VectorSubtractQuadwords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(743) { warmOp($0, $1) }
    describe(743, writes: 0, reads: 0, faults: true)
    set(744, 0) { VectorBinary<VectorMultiplyWordsLow, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(744, 2) { VectorBinary<VectorMultiplyWordsLow, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(744, 8) { VectorBinary<VectorMultiplyWordsLow, AlignedMemory<LongBase>>.execute($0, $1) }
    set(744, 10) { VectorBinary<VectorMultiplyWordsLow, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(744) { warmOp($0, $1) }
    describe(744, writes: 0, reads: 0, faults: true)
    set(745, 0) { VectorBinary<VectorMultiplyUnsignedDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(745, 2) { VectorBinary<VectorMultiplyUnsignedDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(745, 8) { VectorBinary<VectorMultiplyUnsignedDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(745, 10) { VectorBinary<VectorMultiplyUnsignedDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(745) { warmOp($0, $1) }
    describe(745, writes: 0, reads: 0, faults: true)
    set(746, 0) { VectorBinary<VectorEqualBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(746, 2) { VectorBinary<VectorEqualBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(746, 8) { VectorBinary<VectorEqualBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(746, 10) { VectorBinary<VectorEqualBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(746) { warmOp($0, $1) }
    describe(746, writes: 0, reads: 0, faults: true)
    set(747, 0) { VectorBinary<VectorEqualWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(747, 2) { VectorBinary<VectorEqualWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(747, 8) { VectorBinary<VectorEqualWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(747, 10) { VectorBinary<VectorEqualWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(747) { warmOp($0, $1) }
    describe(747, writes: 0, reads: 0, faults: true)
    set(748, 0) { VectorBinary<VectorEqualDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(748, 2) { VectorBinary<VectorEqualDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(748, 8) { VectorBinary<VectorEqualDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(748, 10) { VectorBinary<VectorEqualDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(748) { warmOp($0, $1) }
    describe(748, writes: 0, reads: 0, faults: true)
    set(749, 0) { VectorBinary<VectorGreaterBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(749, 2) { VectorBinary<VectorGreaterBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(749, 8) { VectorBinary<VectorGreaterBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(749, 10) { VectorBinary<VectorGreaterBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(749) { warmOp($0, $1) }
    describe(749, writes: 0, reads: 0, faults: true)
    set(750, 0) { VectorBinary<VectorGreaterWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(750, 2) { VectorBinary<VectorGreaterWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(750, 8) { VectorBinary<VectorGreaterWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(750, 10) { VectorBinary<VectorGreaterWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(750) { warmOp($0, $1) }
    describe(750, writes: 0, reads: 0, faults: true)
    set(751, 0) { VectorBinary<VectorGreaterDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(751, 2) { VectorBinary<VectorGreaterDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(751, 8) { VectorBinary<VectorGreaterDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(751, 10) { VectorBinary<VectorGreaterDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(751) { warmOp($0, $1) }
    describe(751, writes: 0, reads: 0, faults: true)
    set(752, 0) { VectorBinary<VectorInterleaveLowBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(752, 2) { VectorBinary<VectorInterleaveLowBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(752, 8) { VectorBinary<VectorInterleaveLowBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(752, 10) { VectorBinary<VectorInterleaveLowBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(752) { warmOp($0, $1) }
    describe(752, writes: 0, reads: 0, faults: true)
    set(753, 0) { VectorBinary<VectorInterleaveLowWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(753, 2) { VectorBinary<VectorInterleaveLowWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(753, 8) { VectorBinary<VectorInterleaveLowWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(753, 10) { VectorBinary<VectorInterleaveLowWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(753) { warmOp($0, $1) }
    describe(753, writes: 0, reads: 0, faults: true)
    set(754, 0) { VectorBinary<VectorInterleaveLowDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(754, 2) { VectorBinary<VectorInterleaveLowDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(754, 8) { VectorBinary<VectorInterleaveLowDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(754, 10) { VectorBinary<VectorInterleaveLowDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(754) { warmOp($0, $1) }
    describe(754, writes: 0, reads: 0, faults: true)
    set(755, 0) { VectorBinary<VectorInterleaveLowQuadwords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(755, 2) { VectorBinary<VectorInterleaveLowQuadwords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(755, 8) { VectorBinary<VectorInterleaveLowQuadwords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(755, 10) { VectorBinary<VectorInterleaveLowQuadwords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(755) { warmOp($0, $1) }
    describe(755, writes: 0, reads: 0, faults: true)
    set(756, 0) { VectorBinary<VectorInterleaveHighQuadwords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(756, 2) { VectorBinary<VectorInterleaveHighQuadwords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(756, 8) { VectorBinary<VectorInterleaveHighQuadwords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(756, 10) { VectorBinary<VectorInterleaveHighQuadwords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(756) { warmOp($0, $1) }
    describe(756, writes: 0, reads: 0, faults: true)
    set(757, 0) { VectorBinary<VectorAddSignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(757, 2) { VectorBinary<VectorAddSignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(757, 8) { VectorBinary<VectorAddSignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(757, 10) { VectorBinary<VectorAddSignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(757) { warmOp($0, $1) }
    describe(757, writes: 0, reads: 0, faults: true)
    set(758, 0) { VectorBinary<VectorAddSignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(758, 2) { VectorBinary<VectorAddSignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(758, 8) { VectorBinary<VectorAddSignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(758, 10) { VectorBinary<VectorAddSignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(758) { warmOp($0, $1) }
    describe(758, writes: 0, reads: 0, faults: true)
    set(759, 0) { VectorBinary<VectorAddUnsignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(759, 2) { VectorBinary<VectorAddUnsignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(759, 8) { VectorBinary<VectorAddUnsignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(759, 10) { VectorBinary<VectorAddUnsignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(759) { warmOp($0, $1) }
    describe(759, writes: 0, reads: 0, faults: true)
    set(760, 0) { VectorBinary<VectorAddUnsignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(760, 2) { VectorBinary<VectorAddUnsignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(760, 8) { VectorBinary<VectorAddUnsignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(760, 10) { VectorBinary<VectorAddUnsignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(760) { warmOp($0, $1) }
    describe(760, writes: 0, reads: 0, faults: true)
    set(761, 0) { VectorBinary<VectorSubtractSignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(761, 2) { VectorBinary<VectorSubtractSignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(761, 8) { VectorBinary<VectorSubtractSignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(761, 10) { VectorBinary<VectorSubtractSignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(761) { warmOp($0, $1) }
    describe(761, writes: 0, reads: 0, faults: true)
    set(762, 0) { VectorBinary<VectorSubtractSignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(762, 2) { VectorBinary<VectorSubtractSignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(762, 8) { VectorBinary<VectorSubtractSignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(762, 10) { VectorBinary<VectorSubtractSignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(762) { warmOp($0, $1) }
    describe(762, writes: 0, reads: 0, faults: true)
    set(763, 0) { VectorBinary<VectorSubtractUnsignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(763, 2) { VectorBinary<VectorSubtractUnsignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(763, 8) { VectorBinary<VectorSubtractUnsignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(763, 10) { VectorBinary<VectorSubtractUnsignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(763) { warmOp($0, $1) }
    describe(763, writes: 0, reads: 0, faults: true)
    set(764, 0) { VectorBinary<VectorSubtractUnsignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(764, 2) { VectorBinary<VectorSubtractUnsignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(764, 8) { VectorBinary<VectorSubtractUnsignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(764, 10) { VectorBinary<VectorSubtractUnsignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(764) { warmOp($0, $1) }
    describe(764, writes: 0, reads: 0, faults: true)
    set(765, 0) { VectorBinary<VectorMultiplySignedWordsHigh, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(765, 2) { VectorBinary<VectorMultiplySignedWordsHigh, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(765, 8) { VectorBinary<VectorMultiplySignedWordsHigh, AlignedMemory<LongBase>>.execute($0, $1) }
    set(765, 10) { VectorBinary<VectorMultiplySignedWordsHigh, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(765) { warmOp($0, $1) }
    describe(765, writes: 0, reads: 0, faults: true)
    set(766, 0) { VectorBinary<VectorMultiplyUnsignedWordsHigh, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(766, 2) { VectorBinary<VectorMultiplyUnsignedWordsHigh, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(766, 8) { VectorBinary<VectorMultiplyUnsignedWordsHigh, AlignedMemory<LongBase>>.execute($0, $1) }
    set(766, 10) { VectorBinary<VectorMultiplyUnsignedWordsHigh, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(766) { warmOp($0, $1) }
    describe(766, writes: 0, reads: 0, faults: true)
    set(767, 0) { VectorBinary<VectorMultiplyAddWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(767, 2) { VectorBinary<VectorMultiplyAddWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(767, 8) { VectorBinary<VectorMultiplyAddWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(767, 10) { VectorBinary<VectorMultiplyAddWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(767) { warmOp($0, $1) }
    describe(767, writes: 0, reads: 0, faults: true)
    set(768, 0) { VectorBinary<VectorAverageBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(768, 2) { VectorBinary<VectorAverageBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(768, 8) { VectorBinary<VectorAverageBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(768, 10) { VectorBinary<VectorAverageBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(768) { warmOp($0, $1) }
    describe(768, writes: 0, reads: 0, faults: true)
    set(769, 0) { VectorBinary<VectorAverageWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(769, 2) { VectorBinary<VectorAverageWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(769, 8) { VectorBinary<VectorAverageWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(769, 10) { VectorBinary<VectorAverageWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(769) { warmOp($0, $1) }
    describe(769, writes: 0, reads: 0, faults: true)
    set(770, 0) { VectorBinary<VectorSumAbsoluteDifferences, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(770, 2) { VectorBinary<VectorSumAbsoluteDifferences, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(770, 8) { VectorBinary<VectorSumAbsoluteDifferences, AlignedMemory<LongBase>>.execute($0, $1) }
    set(770, 10) { VectorBinary<VectorSumAbsoluteDifferences, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(770) { warmOp($0, $1) }
    describe(770, writes: 0, reads: 0, faults: true)
    set(771, 0) { VectorBinary<VectorMinimumUnsignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(771, 2) { VectorBinary<VectorMinimumUnsignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(771, 8) { VectorBinary<VectorMinimumUnsignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(771, 10) { VectorBinary<VectorMinimumUnsignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(771) { warmOp($0, $1) }
    describe(771, writes: 0, reads: 0, faults: true)
    set(772, 0) { VectorBinary<VectorMinimumSignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(772, 2) { VectorBinary<VectorMinimumSignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(772, 8) { VectorBinary<VectorMinimumSignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(772, 10) { VectorBinary<VectorMinimumSignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(772) { warmOp($0, $1) }
    describe(772, writes: 0, reads: 0, faults: true)
    set(773, 0) { VectorBinary<VectorMaximumUnsignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(773, 2) { VectorBinary<VectorMaximumUnsignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(773, 8) { VectorBinary<VectorMaximumUnsignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(773, 10) { VectorBinary<VectorMaximumUnsignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(773) { warmOp($0, $1) }
    describe(773, writes: 0, reads: 0, faults: true)
    set(774, 0) { VectorBinary<VectorMaximumSignedWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(774, 2) { VectorBinary<VectorMaximumSignedWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(774, 8) { VectorBinary<VectorMaximumSignedWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(774, 10) { VectorBinary<VectorMaximumSignedWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(774) { warmOp($0, $1) }
    describe(774, writes: 0, reads: 0, faults: true)
    set(775, 0) { VectorBinary<VectorPackSignedWordsToBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(775, 2) { VectorBinary<VectorPackSignedWordsToBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(775, 8) { VectorBinary<VectorPackSignedWordsToBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(775, 10) { VectorBinary<VectorPackSignedWordsToBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(775) { warmOp($0, $1) }
    describe(775, writes: 0, reads: 0, faults: true)
    set(776, 0) { VectorBinary<VectorPackWordsToUnsignedBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(776, 2) { VectorBinary<VectorPackWordsToUnsignedBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(776, 8) { VectorBinary<VectorPackWordsToUnsignedBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(776, 10) { VectorBinary<VectorPackWordsToUnsignedBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(776) { warmOp($0, $1) }
    describe(776, writes: 0, reads: 0, faults: true)
    set(777, 0) { VectorBinary<VectorPackSignedDoublewordsToWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(777, 2) { VectorBinary<VectorPackSignedDoublewordsToWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(777, 8) { VectorBinary<VectorPackSignedDoublewordsToWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(777, 10) { VectorBinary<VectorPackSignedDoublewordsToWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(777) { warmOp($0, $1) }
    describe(777, writes: 0, reads: 0, faults: true)
    set(778, 0) { VectorBinary<VectorInterleaveHighBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(778, 2) { VectorBinary<VectorInterleaveHighBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(778, 8) { VectorBinary<VectorInterleaveHighBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(778, 10) { VectorBinary<VectorInterleaveHighBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(778) { warmOp($0, $1) }
    describe(778, writes: 0, reads: 0, faults: true)
    set(779, 0) { VectorBinary<VectorInterleaveHighWords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(779, 2) { VectorBinary<VectorInterleaveHighWords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(779, 8) { VectorBinary<VectorInterleaveHighWords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(779, 10) { VectorBinary<VectorInterleaveHighWords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(779) { warmOp($0, $1) }
    describe(779, writes: 0, reads: 0, faults: true)
    set(780, 0) { VectorBinary<VectorInterleaveHighDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(780, 2) { VectorBinary<VectorInterleaveHighDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(780, 8) { VectorBinary<VectorInterleaveHighDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(780, 10) { VectorBinary<VectorInterleaveHighDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(780) { warmOp($0, $1) }
    describe(780, writes: 0, reads: 0, faults: true)
    set(781, 0) { VectorBinary<VectorShuffleBytes, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(781, 2) { VectorBinary<VectorShuffleBytes, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(781, 8) { VectorBinary<VectorShuffleBytes, AlignedMemory<LongBase>>.execute($0, $1) }
    set(781, 10) { VectorBinary<VectorShuffleBytes, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(781) { warmOp($0, $1) }
    describe(781, writes: 0, reads: 0, faults: true)
    set(782, 0) { VectorBinary<VectorMultiplyDoublewordsLow, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(782, 2) { VectorBinary<VectorMultiplyDoublewordsLow, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(782, 8) { VectorBinary<VectorMultiplyDoublewordsLow, AlignedMemory<LongBase>>.execute($0, $1) }
    set(782, 10) { VectorBinary<VectorMultiplyDoublewordsLow, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(782) { warmOp($0, $1) }
    describe(782, writes: 0, reads: 0, faults: true)
    set(783, 0) { VectorBinary<VectorMinimumSignedDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(783, 2) { VectorBinary<VectorMinimumSignedDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(783, 8) { VectorBinary<VectorMinimumSignedDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(783, 10) { VectorBinary<VectorMinimumSignedDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(783) { warmOp($0, $1) }
    describe(783, writes: 0, reads: 0, faults: true)
    set(784, 0) { VectorBinary<VectorMaximumSignedDoublewords, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(784, 2) { VectorBinary<VectorMaximumSignedDoublewords, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(784, 8) { VectorBinary<VectorMaximumSignedDoublewords, AlignedMemory<LongBase>>.execute($0, $1) }
    set(784, 10) { VectorBinary<VectorMaximumSignedDoublewords, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(784) { warmOp($0, $1) }
    describe(784, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorShuffleR() {
    set(785, 0) { VectorShuffle<VectorSource>.execute($0, $1) }
    setSlow(785) { warmOp($0, $1) }
    describe(785, writes: 0, reads: 0, faults: false)
    set(786, 0) { VectorShuffleTwo<VectorSource>.execute($0, $1) }
    setSlow(786) { warmOp($0, $1) }
    describe(786, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_vectorShuffleM() {
    set(787, 0) { VectorShuffle<AlignedMemory<FlatBase>>.execute($0, $1) }
    set(787, 2) { VectorShuffle<AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(787, 8) { VectorShuffle<AlignedMemory<LongBase>>.execute($0, $1) }
    set(787, 10) { VectorShuffle<AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(787) { warmOp($0, $1) }
    describe(787, writes: 0, reads: 0, faults: true)
    set(788, 0) { VectorShuffleTwo<AlignedMemory<FlatBase>>.execute($0, $1) }
    set(788, 2) { VectorShuffleTwo<AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(788, 8) { VectorShuffleTwo<AlignedMemory<LongBase>>.execute($0, $1) }
    set(788, 10) { VectorShuffleTwo<AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(788) { warmOp($0, $1) }
    describe(788, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorShift() {
    set(789, 0) { VectorShiftByImmediate<VectorShiftWordsLeft>.execute($0, $1) }
    setSlow(789) { warmOp($0, $1) }
    describe(789, writes: 0, reads: 0, faults: false)
    set(790, 0) { VectorShiftByImmediate<VectorShiftDoublewordsLeft>.execute($0, $1) }
    setSlow(790) { warmOp($0, $1) }
    describe(790, writes: 0, reads: 0, faults: false)
    set(791, 0) { VectorShiftByImmediate<VectorShiftQuadwordsLeft>.execute($0, $1) }
    setSlow(791) { warmOp($0, $1) }
    describe(791, writes: 0, reads: 0, faults: false)
    set(792, 0) { VectorShiftByImmediate<VectorShiftWordsRight>.execute($0, $1) }
    setSlow(792) { warmOp($0, $1) }
    describe(792, writes: 0, reads: 0, faults: false)
    set(793, 0) { VectorShiftByImmediate<VectorShiftDoublewordsRight>.execute($0, $1) }
    setSlow(793) { warmOp($0, $1) }
    describe(793, writes: 0, reads: 0, faults: false)
    set(794, 0) { VectorShiftByImmediate<VectorShiftQuadwordsRight>.execute($0, $1) }
    setSlow(794) { warmOp($0, $1) }
    describe(794, writes: 0, reads: 0, faults: false)
    set(795, 0) { VectorShiftByImmediate<VectorShiftWordsArithmetic>.execute($0, $1) }
    setSlow(795) { warmOp($0, $1) }
    describe(795, writes: 0, reads: 0, faults: false)
    set(796, 0) { VectorShiftByImmediate<VectorShiftDoublewordsArithmetic>.execute($0, $1) }
    setSlow(796) { warmOp($0, $1) }
    describe(796, writes: 0, reads: 0, faults: false)
    set(797, 0) { VectorShiftByImmediate<VectorShiftBytesLeft>.execute($0, $1) }
    setSlow(797) { warmOp($0, $1) }
    describe(797, writes: 0, reads: 0, faults: false)
    set(798, 0) { VectorShiftByImmediate<VectorShiftBytesRight>.execute($0, $1) }
    setSlow(798) { warmOp($0, $1) }
    describe(798, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_scalarR() {
    set(799, 0) { ScalarArithmetic<NativeAdd, Binary32, VectorSource>.execute($0, $1) }
    setSlow(799) { CarefulScalarArithmetic<NativeAdd, Binary32, VectorSource>.execute($0, $1) }
    describe(799, writes: 0, reads: 0, faults: true)
    set(800, 0) { ScalarArithmetic<NativeAdd, Binary64, VectorSource>.execute($0, $1) }
    setSlow(800) { CarefulScalarArithmetic<NativeAdd, Binary64, VectorSource>.execute($0, $1) }
    describe(800, writes: 0, reads: 0, faults: true)
    set(801, 0) { ScalarArithmetic<NativeSubtract, Binary32, VectorSource>.execute($0, $1) }
    setSlow(801) { CarefulScalarArithmetic<NativeSubtract, Binary32, VectorSource>.execute($0, $1) }
    describe(801, writes: 0, reads: 0, faults: true)
    set(802, 0) { ScalarArithmetic<NativeSubtract, Binary64, VectorSource>.execute($0, $1) }
    setSlow(802) { CarefulScalarArithmetic<NativeSubtract, Binary64, VectorSource>.execute($0, $1) }
    describe(802, writes: 0, reads: 0, faults: true)
    set(803, 0) { ScalarArithmetic<NativeMultiply, Binary32, VectorSource>.execute($0, $1) }
    setSlow(803) { CarefulScalarArithmetic<NativeMultiply, Binary32, VectorSource>.execute($0, $1) }
    describe(803, writes: 0, reads: 0, faults: true)
    set(804, 0) { ScalarArithmetic<NativeMultiply, Binary64, VectorSource>.execute($0, $1) }
    setSlow(804) { CarefulScalarArithmetic<NativeMultiply, Binary64, VectorSource>.execute($0, $1) }
    describe(804, writes: 0, reads: 0, faults: true)
    set(805, 0) { ScalarArithmetic<NativeDivide, Binary32, VectorSource>.execute($0, $1) }
    setSlow(805) { CarefulScalarArithmetic<NativeDivide, Binary32, VectorSource>.execute($0, $1) }
    describe(805, writes: 0, reads: 0, faults: true)
    set(806, 0) { ScalarArithmetic<NativeDivide, Binary64, VectorSource>.execute($0, $1) }
    setSlow(806) { CarefulScalarArithmetic<NativeDivide, Binary64, VectorSource>.execute($0, $1) }
    describe(806, writes: 0, reads: 0, faults: true)
    set(807, 0) { Deferred.execute($0, $1) }
    setSlow(807) { CarefulScalarArithmetic<NativeSquareRoot, Binary32, VectorSource>.execute($0, $1) }
    describe(807, writes: 0, reads: 0, faults: true)
    set(808, 0) { Deferred.execute($0, $1) }
    setSlow(808) { CarefulScalarArithmetic<NativeSquareRoot, Binary64, VectorSource>.execute($0, $1) }
    describe(808, writes: 0, reads: 0, faults: true)
    set(809, 0) { ScalarArithmetic<NativeMinimum, Binary32, VectorSource>.execute($0, $1) }
    setSlow(809) { CarefulScalarArithmetic<NativeMinimum, Binary32, VectorSource>.execute($0, $1) }
    describe(809, writes: 0, reads: 0, faults: true)
    set(810, 0) { ScalarArithmetic<NativeMinimum, Binary64, VectorSource>.execute($0, $1) }
    setSlow(810) { CarefulScalarArithmetic<NativeMinimum, Binary64, VectorSource>.execute($0, $1) }
    describe(810, writes: 0, reads: 0, faults: true)
    set(811, 0) { ScalarArithmetic<NativeMaximum, Binary32, VectorSource>.execute($0, $1) }
    setSlow(811) { CarefulScalarArithmetic<NativeMaximum, Binary32, VectorSource>.execute($0, $1) }
    describe(811, writes: 0, reads: 0, faults: true)
    set(812, 0) { ScalarArithmetic<NativeMaximum, Binary64, VectorSource>.execute($0, $1) }
    setSlow(812) { CarefulScalarArithmetic<NativeMaximum, Binary64, VectorSource>.execute($0, $1) }
    describe(812, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_scalarM() {
    set(813, 0) { ScalarArithmetic<NativeAdd, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(813, 2) { ScalarArithmetic<NativeAdd, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(813, 8) { ScalarArithmetic<NativeAdd, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(813, 10) { ScalarArithmetic<NativeAdd, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(813) { CarefulScalarArithmetic<NativeAdd, Binary32, KeptMemory>.execute($0, $1) }
    describe(813, writes: 0, reads: 0, faults: true)
    set(814, 0) { ScalarArithmetic<NativeAdd, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(814, 2) { ScalarArithmetic<NativeAdd, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(814, 8) { ScalarArithmetic<NativeAdd, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(814, 10) { ScalarArithmetic<NativeAdd, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(814) { CarefulScalarArithmetic<NativeAdd, Binary64, KeptMemory>.execute($0, $1) }
    describe(814, writes: 0, reads: 0, faults: true)
    set(815, 0) { ScalarArithmetic<NativeSubtract, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(815, 2) { ScalarArithmetic<NativeSubtract, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(815, 8) { ScalarArithmetic<NativeSubtract, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(815, 10) { ScalarArithmetic<NativeSubtract, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(815) { CarefulScalarArithmetic<NativeSubtract, Binary32, KeptMemory>.execute($0, $1) }
    describe(815, writes: 0, reads: 0, faults: true)
    set(816, 0) { ScalarArithmetic<NativeSubtract, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(816, 2) { ScalarArithmetic<NativeSubtract, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(816, 8) { ScalarArithmetic<NativeSubtract, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(816, 10) { ScalarArithmetic<NativeSubtract, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(816) { CarefulScalarArithmetic<NativeSubtract, Binary64, KeptMemory>.execute($0, $1) }
    describe(816, writes: 0, reads: 0, faults: true)
    set(817, 0) { ScalarArithmetic<NativeMultiply, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(817, 2) { ScalarArithmetic<NativeMultiply, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(817, 8) { ScalarArithmetic<NativeMultiply, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(817, 10) { ScalarArithmetic<NativeMultiply, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(817) { CarefulScalarArithmetic<NativeMultiply, Binary32, KeptMemory>.execute($0, $1) }
    describe(817, writes: 0, reads: 0, faults: true)
    set(818, 0) { ScalarArithmetic<NativeMultiply, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(818, 2) { ScalarArithmetic<NativeMultiply, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(818, 8) { ScalarArithmetic<NativeMultiply, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(818, 10) { ScalarArithmetic<NativeMultiply, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(818) { CarefulScalarArithmetic<NativeMultiply, Binary64, KeptMemory>.execute($0, $1) }
    describe(818, writes: 0, reads: 0, faults: true)
    set(819, 0) { ScalarArithmetic<NativeDivide, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(819, 2) { ScalarArithmetic<NativeDivide, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(819, 8) { ScalarArithmetic<NativeDivide, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(819, 10) { ScalarArithmetic<NativeDivide, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(819) { CarefulScalarArithmetic<NativeDivide, Binary32, KeptMemory>.execute($0, $1) }
    describe(819, writes: 0, reads: 0, faults: true)
    set(820, 0) { ScalarArithmetic<NativeDivide, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(820, 2) { ScalarArithmetic<NativeDivide, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(820, 8) { ScalarArithmetic<NativeDivide, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(820, 10) { ScalarArithmetic<NativeDivide, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(820) { CarefulScalarArithmetic<NativeDivide, Binary64, KeptMemory>.execute($0, $1) }
    describe(820, writes: 0, reads: 0, faults: true)
    set(821, 0) { Deferred.execute($0, $1) }
    set(821, 2) { Deferred.execute($0, $1) }
    set(821, 8) { Deferred.execute($0, $1) }
    set(821, 10) { Deferred.execute($0, $1) }
    setSlow(821) { CarefulScalarArithmetic<NativeSquareRoot, Binary32, KeptMemory>.execute($0, $1) }
    describe(821, writes: 0, reads: 0, faults: true)
    set(822, 0) { Deferred.execute($0, $1) }
    set(822, 2) { Deferred.execute($0, $1) }
    set(822, 8) { Deferred.execute($0, $1) }
    set(822, 10) { Deferred.execute($0, $1) }
    setSlow(822) { CarefulScalarArithmetic<NativeSquareRoot, Binary64, KeptMemory>.execute($0, $1) }
    describe(822, writes: 0, reads: 0, faults: true)
    set(823, 0) { ScalarArithmetic<NativeMinimum, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(823, 2) { ScalarArithmetic<NativeMinimum, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(823, 8) { ScalarArithmetic<NativeMinimum, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(823, 10) { ScalarArithmetic<NativeMinimum, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(823) { CarefulScalarArithmetic<NativeMinimum, Binary32, KeptMemory>.execute($0, $1) }
    describe(823, writes: 0, reads: 0, faults: true)
    set(824, 0) { ScalarArithmetic<NativeMinimum, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(824, 2) { ScalarArithmetic<NativeMinimum, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(824, 8) { ScalarArithmetic<NativeMinimum, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(824, 10) { ScalarArithmetic<NativeMinimum, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(824) { CarefulScalarArithmetic<NativeMinimum, Binary64, KeptMemory>.execute($0, $1) }
    describe(824, writes: 0, reads: 0, faults: true)
    set(825, 0) { ScalarArithmetic<NativeMaximum, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(825, 2) { ScalarArithmetic<NativeMaximum, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(825, 8) { ScalarArithmetic<NativeMaximum, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(825, 10) { ScalarArithmetic<NativeMaximum, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(825) { CarefulScalarArithmetic<NativeMaximum, Binary32, KeptMemory>.execute($0, $1) }
    describe(825, writes: 0, reads: 0, faults: true)
    set(826, 0) { ScalarArithmetic<NativeMaximum, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(826, 2) { ScalarArithmetic<NativeMaximum, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(826, 8) { ScalarArithmetic<NativeMaximum, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(826, 10) { ScalarArithmetic<NativeMaximum, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(826) { CarefulScalarArithmetic<NativeMaximum, Binary64, KeptMemory>.execute($0, $1) }
    describe(826, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_packedR() {
    set(827, 0) { PackedArithmetic<NativeAdd, Binary32, VectorSource>.execute($0, $1) }
    setSlow(827) { CarefulPackedArithmetic<NativeAdd, Binary32, VectorSource>.execute($0, $1) }
    describe(827, writes: 0, reads: 0, faults: true)
    set(828, 0) { PackedArithmetic<NativeAdd, Binary64, VectorSource>.execute($0, $1) }
    setSlow(828) { CarefulPackedArithmetic<NativeAdd, Binary64, VectorSource>.execute($0, $1) }
    describe(828, writes: 0, reads: 0, faults: true)
    set(829, 0) { PackedArithmetic<NativeSubtract, Binary32, VectorSource>.execute($0, $1) }
    setSlow(829) { CarefulPackedArithmetic<NativeSubtract, Binary32, VectorSource>.execute($0, $1) }
    describe(829, writes: 0, reads: 0, faults: true)
    set(830, 0) { PackedArithmetic<NativeSubtract, Binary64, VectorSource>.execute($0, $1) }
    setSlow(830) { CarefulPackedArithmetic<NativeSubtract, Binary64, VectorSource>.execute($0, $1) }
    describe(830, writes: 0, reads: 0, faults: true)
    set(831, 0) { PackedArithmetic<NativeMultiply, Binary32, VectorSource>.execute($0, $1) }
    setSlow(831) { CarefulPackedArithmetic<NativeMultiply, Binary32, VectorSource>.execute($0, $1) }
    describe(831, writes: 0, reads: 0, faults: true)
    set(832, 0) { PackedArithmetic<NativeMultiply, Binary64, VectorSource>.execute($0, $1) }
    setSlow(832) { CarefulPackedArithmetic<NativeMultiply, Binary64, VectorSource>.execute($0, $1) }
    describe(832, writes: 0, reads: 0, faults: true)
    set(833, 0) { PackedArithmetic<NativeDivide, Binary32, VectorSource>.execute($0, $1) }
    setSlow(833) { CarefulPackedArithmetic<NativeDivide, Binary32, VectorSource>.execute($0, $1) }
    describe(833, writes: 0, reads: 0, faults: true)
    set(834, 0) { PackedArithmetic<NativeDivide, Binary64, VectorSource>.execute($0, $1) }
    setSlow(834) { CarefulPackedArithmetic<NativeDivide, Binary64, VectorSource>.execute($0, $1) }
    describe(834, writes: 0, reads: 0, faults: true)
    set(835, 0) { Deferred.execute($0, $1) }
    setSlow(835) { CarefulPackedArithmetic<NativeSquareRoot, Binary32, VectorSource>.execute($0, $1) }
    describe(835, writes: 0, reads: 0, faults: true)
    set(836, 0) { Deferred.execute($0, $1) }
    setSlow(836) { CarefulPackedArithmetic<NativeSquareRoot, Binary64, VectorSource>.execute($0, $1) }
    describe(836, writes: 0, reads: 0, faults: true)
    set(837, 0) { PackedArithmetic<NativeMinimum, Binary32, VectorSource>.execute($0, $1) }
    setSlow(837) { CarefulPackedArithmetic<NativeMinimum, Binary32, VectorSource>.execute($0, $1) }
    describe(837, writes: 0, reads: 0, faults: true)
    set(838, 0) { PackedArithmetic<NativeMinimum, Binary64, VectorSource>.execute($0, $1) }
    setSlow(838) { CarefulPackedArithmetic<NativeMinimum, Binary64, VectorSource>.execute($0, $1) }
    describe(838, writes: 0, reads: 0, faults: true)
    set(839, 0) { PackedArithmetic<NativeMaximum, Binary32, VectorSource>.execute($0, $1) }
    setSlow(839) { CarefulPackedArithmetic<NativeMaximum, Binary32, VectorSource>.execute($0, $1) }
    describe(839, writes: 0, reads: 0, faults: true)
    set(840, 0) { PackedArithmetic<NativeMaximum, Binary64, VectorSource>.execute($0, $1) }
    setSlow(840) { CarefulPackedArithmetic<NativeMaximum, Binary64, VectorSource>.execute($0, $1) }
    describe(840, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_packedM() {
    set(841, 0) { PackedArithmetic<NativeAdd, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(841, 2) { PackedArithmetic<NativeAdd, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(841, 8) { PackedArithmetic<NativeAdd, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(841, 10) { PackedArithmetic<NativeAdd, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(841) { CarefulPackedArithmetic<NativeAdd, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(841, writes: 0, reads: 0, faults: true)
    set(842, 0) { PackedArithmetic<NativeAdd, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(842, 2) { PackedArithmetic<NativeAdd, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(842, 8) { PackedArithmetic<NativeAdd, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(842, 10) { PackedArithmetic<NativeAdd, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(842) { CarefulPackedArithmetic<NativeAdd, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(842, writes: 0, reads: 0, faults: true)
    set(843, 0) { PackedArithmetic<NativeSubtract, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(843, 2) { PackedArithmetic<NativeSubtract, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(843, 8) { PackedArithmetic<NativeSubtract, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(843, 10) { PackedArithmetic<NativeSubtract, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(843) { CarefulPackedArithmetic<NativeSubtract, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(843, writes: 0, reads: 0, faults: true)
    set(844, 0) { PackedArithmetic<NativeSubtract, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(844, 2) { PackedArithmetic<NativeSubtract, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(844, 8) { PackedArithmetic<NativeSubtract, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(844, 10) { PackedArithmetic<NativeSubtract, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(844) { CarefulPackedArithmetic<NativeSubtract, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(844, writes: 0, reads: 0, faults: true)
    set(845, 0) { PackedArithmetic<NativeMultiply, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(845, 2) { PackedArithmetic<NativeMultiply, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(845, 8) { PackedArithmetic<NativeMultiply, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(845, 10) { PackedArithmetic<NativeMultiply, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(845) { CarefulPackedArithmetic<NativeMultiply, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(845, writes: 0, reads: 0, faults: true)
    set(846, 0) { PackedArithmetic<NativeMultiply, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(846, 2) { PackedArithmetic<NativeMultiply, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(846, 8) { PackedArithmetic<NativeMultiply, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(846, 10) { PackedArithmetic<NativeMultiply, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(846) { CarefulPackedArithmetic<NativeMultiply, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(846, writes: 0, reads: 0, faults: true)
    set(847, 0) { PackedArithmetic<NativeDivide, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(847, 2) { PackedArithmetic<NativeDivide, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(847, 8) { PackedArithmetic<NativeDivide, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(847, 10) { PackedArithmetic<NativeDivide, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(847) { CarefulPackedArithmetic<NativeDivide, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(847, writes: 0, reads: 0, faults: true)
    set(848, 0) { PackedArithmetic<NativeDivide, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(848, 2) { PackedArithmetic<NativeDivide, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(848, 8) { PackedArithmetic<NativeDivide, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(848, 10) { PackedArithmetic<NativeDivide, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(848) { CarefulPackedArithmetic<NativeDivide, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(848, writes: 0, reads: 0, faults: true)
    set(849, 0) { Deferred.execute($0, $1) }
    set(849, 2) { Deferred.execute($0, $1) }
    set(849, 8) { Deferred.execute($0, $1) }
    set(849, 10) { Deferred.execute($0, $1) }
    setSlow(849) { CarefulPackedArithmetic<NativeSquareRoot, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(849, writes: 0, reads: 0, faults: true)
    set(850, 0) { Deferred.execute($0, $1) }
    set(850, 2) { Deferred.execute($0, $1) }
    set(850, 8) { Deferred.execute($0, $1) }
    set(850, 10) { Deferred.execute($0, $1) }
    setSlow(850) { CarefulPackedArithmetic<NativeSquareRoot, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(850, writes: 0, reads: 0, faults: true)
    set(851, 0) { PackedArithmetic<NativeMinimum, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(851, 2) { PackedArithmetic<NativeMinimum, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(851, 8) { PackedArithmetic<NativeMinimum, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(851, 10) { PackedArithmetic<NativeMinimum, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(851) { CarefulPackedArithmetic<NativeMinimum, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(851, writes: 0, reads: 0, faults: true)
    set(852, 0) { PackedArithmetic<NativeMinimum, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(852, 2) { PackedArithmetic<NativeMinimum, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(852, 8) { PackedArithmetic<NativeMinimum, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(852, 10) { PackedArithmetic<NativeMinimum, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(852) { CarefulPackedArithmetic<NativeMinimum, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(852, writes: 0, reads: 0, faults: true)
    set(853, 0) { PackedArithmetic<NativeMaximum, Binary32, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(853, 2) { PackedArithmetic<NativeMaximum, Binary32, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(853, 8) { PackedArithmetic<NativeMaximum, Binary32, AlignedMemory<LongBase>>.execute($0, $1) }
    set(853, 10) { PackedArithmetic<NativeMaximum, Binary32, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(853) { CarefulPackedArithmetic<NativeMaximum, Binary32, KeptAlignedMemory>.execute($0, $1) }
    describe(853, writes: 0, reads: 0, faults: true)
    set(854, 0) { PackedArithmetic<NativeMaximum, Binary64, AlignedMemory<FlatBase>>.execute($0, $1) }
    set(854, 2) { PackedArithmetic<NativeMaximum, Binary64, AlignedMemory<FlatIndexed>>.execute($0, $1) }
    set(854, 8) { PackedArithmetic<NativeMaximum, Binary64, AlignedMemory<LongBase>>.execute($0, $1) }
    set(854, 10) { PackedArithmetic<NativeMaximum, Binary64, AlignedMemory<LongIndexed>>.execute($0, $1) }
    setSlow(854) { CarefulPackedArithmetic<NativeMaximum, Binary64, KeptAlignedMemory>.execute($0, $1) }
    describe(854, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_scalarCompareR() {
    set(855, 0) { ScalarCompare<Binary32, VectorSource>.execute($0, $1) }
    setSlow(855) { warmOp($0, $1) }
    describe(855, writes: 63, reads: 0, faults: true)
    set(856, 0) { ScalarCompare<Binary64, VectorSource>.execute($0, $1) }
    setSlow(856) { warmOp($0, $1) }
    describe(856, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_scalarCompareM() {
    set(857, 0) { ScalarCompare<Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(857, 2) { ScalarCompare<Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(857, 8) { ScalarCompare<Binary32, Memory<LongBase>>.execute($0, $1) }
    set(857, 10) { ScalarCompare<Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(857) { warmOp($0, $1) }
    describe(857, writes: 63, reads: 0, faults: true)
    set(858, 0) { ScalarCompare<Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(858, 2) { ScalarCompare<Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(858, 8) { ScalarCompare<Binary64, Memory<LongBase>>.execute($0, $1) }
    set(858, 10) { ScalarCompare<Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(858) { warmOp($0, $1) }
    describe(858, writes: 63, reads: 0, faults: true)
  }
  private mutating func fill_convertIntegerR() {
    set(859, 0) { ConvertInteger<UInt32, Binary32, Source>.execute($0, $1) }
    setSlow(859) { warmOp($0, $1) }
    describe(859, writes: 0, reads: 0, faults: true)
    set(860, 0) { ConvertInteger<UInt64, Binary32, Source>.execute($0, $1) }
    setSlow(860) { warmOp($0, $1) }
    describe(860, writes: 0, reads: 0, faults: true)
    set(861, 0) { ConvertDoublewordToDouble<Source>.execute($0, $1) }
    setSlow(861) { warmOp($0, $1) }
    describe(861, writes: 0, reads: 0, faults: true)
    set(862, 0) { ConvertInteger<UInt64, Binary64, Source>.execute($0, $1) }
    setSlow(862) { warmOp($0, $1) }
    describe(862, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_convertIntegerM() {
    set(863, 0) { ConvertInteger<UInt32, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(863, 2) { ConvertInteger<UInt32, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(863, 8) { ConvertInteger<UInt32, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(863, 10) { ConvertInteger<UInt32, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(863) { warmOp($0, $1) }
    describe(863, writes: 0, reads: 0, faults: true)
    set(864, 0) { ConvertInteger<UInt64, Binary32, Memory<FlatBase>>.execute($0, $1) }
    set(864, 2) { ConvertInteger<UInt64, Binary32, Memory<FlatIndexed>>.execute($0, $1) }
    set(864, 8) { ConvertInteger<UInt64, Binary32, Memory<LongBase>>.execute($0, $1) }
    set(864, 10) { ConvertInteger<UInt64, Binary32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(864) { warmOp($0, $1) }
    describe(864, writes: 0, reads: 0, faults: true)
    set(865, 0) { ConvertDoublewordToDouble<Memory<FlatBase>>.execute($0, $1) }
    set(865, 2) { ConvertDoublewordToDouble<Memory<FlatIndexed>>.execute($0, $1) }
    set(865, 8) { ConvertDoublewordToDouble<Memory<LongBase>>.execute($0, $1) }
    set(865, 10) { ConvertDoublewordToDouble<Memory<LongIndexed>>.execute($0, $1) }
    setSlow(865) { warmOp($0, $1) }
    describe(865, writes: 0, reads: 0, faults: true)
    set(866, 0) { ConvertInteger<UInt64, Binary64, Memory<FlatBase>>.execute($0, $1) }
    set(866, 2) { ConvertInteger<UInt64, Binary64, Memory<FlatIndexed>>.execute($0, $1) }
    set(866, 8) { ConvertInteger<UInt64, Binary64, Memory<LongBase>>.execute($0, $1) }
    set(866, 10) { ConvertInteger<UInt64, Binary64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(866) { warmOp($0, $1) }
    describe(866, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_truncateR() {
    set(867, 0) { TruncateToInteger<Binary32, UInt32, VectorSource>.execute($0, $1) }
    setSlow(867) { warmOp($0, $1) }
    describe(867, writes: 0, reads: 0, faults: true)
    set(868, 0) { TruncateToInteger<Binary32, UInt64, VectorSource>.execute($0, $1) }
    setSlow(868) { warmOp($0, $1) }
    describe(868, writes: 0, reads: 0, faults: true)
    set(869, 0) { TruncateToInteger<Binary64, UInt32, VectorSource>.execute($0, $1) }
    setSlow(869) { warmOp($0, $1) }
    describe(869, writes: 0, reads: 0, faults: true)
    set(870, 0) { TruncateToInteger<Binary64, UInt64, VectorSource>.execute($0, $1) }
    setSlow(870) { warmOp($0, $1) }
    describe(870, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_truncateM() {
    set(871, 0) { TruncateToInteger<Binary32, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(871, 2) { TruncateToInteger<Binary32, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(871, 8) { TruncateToInteger<Binary32, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(871, 10) { TruncateToInteger<Binary32, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(871) { warmOp($0, $1) }
    describe(871, writes: 0, reads: 0, faults: true)
    set(872, 0) { TruncateToInteger<Binary32, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(872, 2) { TruncateToInteger<Binary32, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(872, 8) { TruncateToInteger<Binary32, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(872, 10) { TruncateToInteger<Binary32, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(872) { warmOp($0, $1) }
    describe(872, writes: 0, reads: 0, faults: true)
    set(873, 0) { TruncateToInteger<Binary64, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(873, 2) { TruncateToInteger<Binary64, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(873, 8) { TruncateToInteger<Binary64, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(873, 10) { TruncateToInteger<Binary64, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(873) { warmOp($0, $1) }
    describe(873, writes: 0, reads: 0, faults: true)
    set(874, 0) { TruncateToInteger<Binary64, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(874, 2) { TruncateToInteger<Binary64, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(874, 8) { TruncateToInteger<Binary64, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(874, 10) { TruncateToInteger<Binary64, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(874) { warmOp($0, $1) }
    describe(874, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_convertFormatR() {
    set(875, 0) { WidenSingle<VectorSource>.execute($0, $1) }
    setSlow(875) { warmOp($0, $1) }
    describe(875, writes: 0, reads: 0, faults: true)
    set(876, 0) { NarrowDouble<VectorSource>.execute($0, $1) }
    setSlow(876) { warmOp($0, $1) }
    describe(876, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_convertFormatM() {
    set(877, 0) { WidenSingle<Memory<FlatBase>>.execute($0, $1) }
    set(877, 2) { WidenSingle<Memory<FlatIndexed>>.execute($0, $1) }
    set(877, 8) { WidenSingle<Memory<LongBase>>.execute($0, $1) }
    set(877, 10) { WidenSingle<Memory<LongIndexed>>.execute($0, $1) }
    setSlow(877) { warmOp($0, $1) }
    describe(877, writes: 0, reads: 0, faults: true)
    set(878, 0) { NarrowDouble<Memory<FlatBase>>.execute($0, $1) }
    set(878, 2) { NarrowDouble<Memory<FlatIndexed>>.execute($0, $1) }
    set(878, 8) { NarrowDouble<Memory<LongBase>>.execute($0, $1) }
    set(878, 10) { NarrowDouble<Memory<LongIndexed>>.execute($0, $1) }
    setSlow(878) { warmOp($0, $1) }
    describe(878, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_vectorSignMask() {
    set(879, 0) { VectorSignMask<VectorByteMask>.execute($0, $1) }
    setSlow(879) { warmOp($0, $1) }
    describe(879, writes: 0, reads: 0, faults: false)
    set(880, 0) { VectorSignMask<VectorDoublewordMask>.execute($0, $1) }
    setSlow(880) { warmOp($0, $1) }
    describe(880, writes: 0, reads: 0, faults: false)
    set(881, 0) { VectorSignMask<VectorQuadwordMask>.execute($0, $1) }
    setSlow(881) { warmOp($0, $1) }
    describe(881, writes: 0, reads: 0, faults: false)
  }
  private mutating func fill_mmxLoadR() {
    set(882, 0) { MMXLoad<UInt32, Source>.execute($0, $1) }
    setSlow(882) { warmOp($0, $1) }
    describe(882, writes: 0, reads: 0, faults: true)
    set(883, 0) { MMXLoad<UInt64, Source>.execute($0, $1) }
    setSlow(883) { warmOp($0, $1) }
    describe(883, writes: 0, reads: 0, faults: true)
    set(884, 0) { MMXLoad<UInt64, MMXSource>.execute($0, $1) }
    setSlow(884) { warmOp($0, $1) }
    describe(884, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxLoadM() {
    set(885, 0) { MMXLoad<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(885, 2) { MMXLoad<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(885, 8) { MMXLoad<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(885, 10) { MMXLoad<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(885) { warmOp($0, $1) }
    describe(885, writes: 0, reads: 0, faults: true)
    set(886, 0) { MMXLoad<UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(886, 2) { MMXLoad<UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(886, 8) { MMXLoad<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(886, 10) { MMXLoad<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(886) { warmOp($0, $1) }
    describe(886, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxStoreR() {
    set(887, 0) { MMXStore<UInt32, Destination>.execute($0, $1) }
    setSlow(887) { warmOp($0, $1) }
    describe(887, writes: 0, reads: 0, faults: true)
    set(888, 0) { MMXStore<UInt64, Destination>.execute($0, $1) }
    setSlow(888) { warmOp($0, $1) }
    describe(888, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxStoreM() {
    set(889, 0) { MMXStore<UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(889, 2) { MMXStore<UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(889, 8) { MMXStore<UInt32, Memory<LongBase>>.execute($0, $1) }
    set(889, 10) { MMXStore<UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(889) { warmOp($0, $1) }
    describe(889, writes: 0, reads: 0, faults: true)
    set(890, 0) { MMXStore<UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(890, 2) { MMXStore<UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(890, 8) { MMXStore<UInt64, Memory<LongBase>>.execute($0, $1) }
    set(890, 10) { MMXStore<UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(890) { warmOp($0, $1) }
    describe(890, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxBinaryR() {
    set(891, 0) { MMXBinary<VectorAnd, UInt64, MMXSource>.execute($0, $1) }
    setSlow(891) { warmOp($0, $1) }
    describe(891, writes: 0, reads: 0, faults: true)
    set(892, 0) { MMXBinary<VectorAndNot, UInt64, MMXSource>.execute($0, $1) }
    setSlow(892) { warmOp($0, $1) }
    describe(892, writes: 0, reads: 0, faults: true)
    set(893, 0) { MMXBinary<VectorOr, UInt64, MMXSource>.execute($0, $1) }
    setSlow(893) { warmOp($0, $1) }
    describe(893, writes: 0, reads: 0, faults: true)
    set(894, 0) { MMXBinary<VectorXor, UInt64, MMXSource>.execute($0, $1) }
    setSlow(894) { warmOp($0, $1) }
    describe(894, writes: 0, reads: 0, faults: true)
    set(895, 0) { MMXBinary<VectorAddBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(895) { warmOp($0, $1) }
    describe(895, writes: 0, reads: 0, faults: true)
    set(896, 0) { MMXBinary<VectorAddWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(896) { warmOp($0, $1) }
    describe(896, writes: 0, reads: 0, faults: true)
    set(897, 0) { MMXBinary<VectorAddDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(897) { warmOp($0, $1) }
    describe(897, writes: 0, reads: 0, faults: true)
    set(898, 0) { MMXBinary<VectorAddQuadwords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(898) { warmOp($0, $1) }
    describe(898, writes: 0, reads: 0, faults: true)
    set(899, 0) { MMXBinary<VectorSubtractBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(899) { warmOp($0, $1) }
    describe(899, writes: 0, reads: 0, faults: true)
    set(900, 0) { MMXBinary<VectorSubtractWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(900) { warmOp($0, $1) }
    describe(900, writes: 0, reads: 0, faults: true)
    set(901, 0) { MMXBinary<VectorSubtractDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(901) { warmOp($0, $1) }
    describe(901, writes: 0, reads: 0, faults: true)
    set(902, 0) { MMXBinary<VectorSubtractQuadwords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(902) { warmOp($0, $1) }
    describe(902, writes: 0, reads: 0, faults: true)
    set(903, 0) { MMXBinary<VectorMultiplyWordsLow, UInt64, MMXSource>.execute($0, $1) }
    setSlow(903) { warmOp($0, $1) }
    describe(903, writes: 0, reads: 0, faults: true)
    set(904, 0) { MMXBinary<VectorMultiplyUnsignedDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(904) { warmOp($0, $1) }
    describe(904, writes: 0, reads: 0, faults: true)
    set(905, 0) { MMXBinary<VectorEqualBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(905) { warmOp($0, $1) }
    describe(905, writes: 0, reads: 0, faults: true)
    set(906, 0) { MMXBinary<VectorEqualWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(906) { warmOp($0, $1) }
    describe(906, writes: 0, reads: 0, faults: true)
    set(907, 0) { MMXBinary<VectorEqualDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(907) { warmOp($0, $1) }
    describe(907, writes: 0, reads: 0, faults: true)
    set(908, 0) { MMXBinary<VectorGreaterBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(908) { warmOp($0, $1) }
    describe(908, writes: 0, reads: 0, faults: true)
    set(909, 0) { MMXBinary<VectorGreaterWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(909) { warmOp($0, $1) }
    describe(909, writes: 0, reads: 0, faults: true)
    set(910, 0) { MMXBinary<VectorGreaterDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(910) { warmOp($0, $1) }
    describe(910, writes: 0, reads: 0, faults: true)
    set(911, 0) { MMXBinary<VectorInterleaveLowBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(911) { warmOp($0, $1) }
    describe(911, writes: 0, reads: 0, faults: true)
    set(912, 0) { MMXBinary<VectorInterleaveLowWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(912) { warmOp($0, $1) }
    describe(912, writes: 0, reads: 0, faults: true)
    set(913, 0) { MMXBinary<VectorInterleaveLowDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(913) { warmOp($0, $1) }
    describe(913, writes: 0, reads: 0, faults: true)
    set(914, 0) { MMXBinary<VectorAddSignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(914) { warmOp($0, $1) }
    describe(914, writes: 0, reads: 0, faults: true)
    set(915, 0) { MMXBinary<VectorAddSignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(915) { warmOp($0, $1) }
    describe(915, writes: 0, reads: 0, faults: true)
    set(916, 0) { MMXBinary<VectorAddUnsignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(916) { warmOp($0, $1) }
    describe(916, writes: 0, reads: 0, faults: true)
    set(917, 0) { MMXBinary<VectorAddUnsignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(917) { warmOp($0, $1) }
    describe(917, writes: 0, reads: 0, faults: true)
    set(918, 0) { MMXBinary<VectorSubtractSignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(918) { warmOp($0, $1) }
    describe(918, writes: 0, reads: 0, faults: true)
    set(919, 0) { MMXBinary<VectorSubtractSignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(919) { warmOp($0, $1) }
    describe(919, writes: 0, reads: 0, faults: true)
    set(920, 0) { MMXBinary<VectorSubtractUnsignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(920) { warmOp($0, $1) }
    describe(920, writes: 0, reads: 0, faults: true)
    set(921, 0) { MMXBinary<VectorSubtractUnsignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(921) { warmOp($0, $1) }
    describe(921, writes: 0, reads: 0, faults: true)
    set(922, 0) { MMXBinary<VectorMultiplySignedWordsHigh, UInt64, MMXSource>.execute($0, $1) }
    setSlow(922) { warmOp($0, $1) }
    describe(922, writes: 0, reads: 0, faults: true)
    set(923, 0) { MMXBinary<VectorMultiplyUnsignedWordsHigh, UInt64, MMXSource>.execute($0, $1) }
    setSlow(923) { warmOp($0, $1) }
    describe(923, writes: 0, reads: 0, faults: true)
    set(924, 0) { MMXBinary<VectorMultiplyAddWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(924) { warmOp($0, $1) }
    describe(924, writes: 0, reads: 0, faults: true)
    set(925, 0) { MMXBinary<VectorAverageBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(925) { warmOp($0, $1) }
    describe(925, writes: 0, reads: 0, faults: true)
    set(926, 0) { MMXBinary<VectorAverageWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(926) { warmOp($0, $1) }
    describe(926, writes: 0, reads: 0, faults: true)
    set(927, 0) { MMXBinary<VectorSumAbsoluteDifferences, UInt64, MMXSource>.execute($0, $1) }
    setSlow(927) { warmOp($0, $1) }
    describe(927, writes: 0, reads: 0, faults: true)
    set(928, 0) { MMXBinary<VectorMinimumUnsignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(928) { warmOp($0, $1) }
    describe(928, writes: 0, reads: 0, faults: true)
    set(929, 0) { MMXBinary<VectorMinimumSignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(929) { warmOp($0, $1) }
    describe(929, writes: 0, reads: 0, faults: true)
    set(930, 0) { MMXBinary<VectorMaximumUnsignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(930) { warmOp($0, $1) }
    describe(930, writes: 0, reads: 0, faults: true)
    set(931, 0) { MMXBinary<VectorMaximumSignedWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(931) { warmOp($0, $1) }
    describe(931, writes: 0, reads: 0, faults: true)
    set(932, 0) { MMXBinary<MMXPackSignedWordsToBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(932) { warmOp($0, $1) }
    describe(932, writes: 0, reads: 0, faults: true)
    set(933, 0) { MMXBinary<MMXPackWordsToUnsignedBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(933) { warmOp($0, $1) }
    describe(933, writes: 0, reads: 0, faults: true)
    set(934, 0) { MMXBinary<MMXPackSignedDoublewordsToWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(934) { warmOp($0, $1) }
    describe(934, writes: 0, reads: 0, faults: true)
    set(935, 0) { MMXBinary<MMXInterleaveHighBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(935) { warmOp($0, $1) }
    describe(935, writes: 0, reads: 0, faults: true)
    set(936, 0) { MMXBinary<MMXInterleaveHighWords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(936) { warmOp($0, $1) }
    describe(936, writes: 0, reads: 0, faults: true)
    set(937, 0) { MMXBinary<MMXInterleaveHighDoublewords, UInt64, MMXSource>.execute($0, $1) }
    setSlow(937) { warmOp($0, $1) }
    describe(937, writes: 0, reads: 0, faults: true)
    set(938, 0) { MMXBinary<MMXShuffleBytes, UInt64, MMXSource>.execute($0, $1) }
    setSlow(938) { warmOp($0, $1) }
    describe(938, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxBinaryM() {
    set(939, 0) { MMXBinary<VectorAnd, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(939, 2) { MMXBinary<VectorAnd, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(939, 8) { MMXBinary<VectorAnd, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(939, 10) { MMXBinary<VectorAnd, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(939) { warmOp($0, $1) }
    describe(939, writes: 0, reads: 0, faults: true)
    set(940, 0) { MMXBinary<VectorAndNot, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(940, 2) { MMXBinary<VectorAndNot, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(940, 8) { MMXBinary<VectorAndNot, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(940, 10) { MMXBinary<VectorAndNot, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(940) { warmOp($0, $1) }
    describe(940, writes: 0, reads: 0, faults: true)
    set(941, 0) { MMXBinary<VectorOr, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(941, 2) { MMXBinary<VectorOr, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(941, 8) { MMXBinary<VectorOr, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(941, 10) { MMXBinary<VectorOr, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(941) { warmOp($0, $1) }
    describe(941, writes: 0, reads: 0, faults: true)
    set(942, 0) { MMXBinary<VectorXor, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(942, 2) { MMXBinary<VectorXor, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(942, 8) { MMXBinary<VectorXor, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(942, 10) { MMXBinary<VectorXor, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(942) { warmOp($0, $1) }
    describe(942, writes: 0, reads: 0, faults: true)
    set(943, 0) { MMXBinary<VectorAddBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(943, 2) { MMXBinary<VectorAddBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(943, 8) { MMXBinary<VectorAddBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(943, 10) { MMXBinary<VectorAddBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(943) { warmOp($0, $1) }
    describe(943, writes: 0, reads: 0, faults: true)
    set(944, 0) { MMXBinary<VectorAddWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(944, 2) { MMXBinary<VectorAddWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(944, 8) { MMXBinary<VectorAddWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(944, 10) { MMXBinary<VectorAddWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(944) { warmOp($0, $1) }
    describe(944, writes: 0, reads: 0, faults: true)
    set(945, 0) { MMXBinary<VectorAddDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(945, 2) { MMXBinary<VectorAddDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(945, 8) { MMXBinary<VectorAddDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(945, 10) { MMXBinary<VectorAddDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(945) { warmOp($0, $1) }
    describe(945, writes: 0, reads: 0, faults: true)
    set(946, 0) { MMXBinary<VectorAddQuadwords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(946, 2) { MMXBinary<VectorAddQuadwords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(946, 8) { MMXBinary<VectorAddQuadwords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(946, 10) { MMXBinary<VectorAddQuadwords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(946) { warmOp($0, $1) }
    describe(946, writes: 0, reads: 0, faults: true)
    set(947, 0) { MMXBinary<VectorSubtractBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(947, 2) { MMXBinary<VectorSubtractBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(947, 8) { MMXBinary<VectorSubtractBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(947, 10) { MMXBinary<VectorSubtractBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(947) { warmOp($0, $1) }
    describe(947, writes: 0, reads: 0, faults: true)
    set(948, 0) { MMXBinary<VectorSubtractWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(948, 2) { MMXBinary<VectorSubtractWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(948, 8) { MMXBinary<VectorSubtractWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(948, 10) { MMXBinary<VectorSubtractWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(948) { warmOp($0, $1) }
    describe(948, writes: 0, reads: 0, faults: true)
    set(949, 0) { MMXBinary<VectorSubtractDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(949, 2) { MMXBinary<VectorSubtractDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(949, 8) { MMXBinary<VectorSubtractDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(949, 10) { MMXBinary<VectorSubtractDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(949) { warmOp($0, $1) }
    describe(949, writes: 0, reads: 0, faults: true)
    set(950, 0) { MMXBinary<VectorSubtractQuadwords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(950, 2) { MMXBinary<VectorSubtractQuadwords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(950, 8) { MMXBinary<VectorSubtractQuadwords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(950, 10) { MMXBinary<VectorSubtractQuadwords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(950) { warmOp($0, $1) }
    describe(950, writes: 0, reads: 0, faults: true)
    set(951, 0) { MMXBinary<VectorMultiplyWordsLow, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(951, 2) { MMXBinary<VectorMultiplyWordsLow, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(951, 8) { MMXBinary<VectorMultiplyWordsLow, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(951, 10) { MMXBinary<VectorMultiplyWordsLow, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(951) { warmOp($0, $1) }
    describe(951, writes: 0, reads: 0, faults: true)
    set(952, 0) { MMXBinary<VectorMultiplyUnsignedDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(952, 2) { MMXBinary<VectorMultiplyUnsignedDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(952, 8) { MMXBinary<VectorMultiplyUnsignedDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(952, 10) { MMXBinary<VectorMultiplyUnsignedDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(952) { warmOp($0, $1) }
    describe(952, writes: 0, reads: 0, faults: true)
    set(953, 0) { MMXBinary<VectorEqualBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(953, 2) { MMXBinary<VectorEqualBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(953, 8) { MMXBinary<VectorEqualBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(953, 10) { MMXBinary<VectorEqualBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(953) { warmOp($0, $1) }
    describe(953, writes: 0, reads: 0, faults: true)
    set(954, 0) { MMXBinary<VectorEqualWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(954, 2) { MMXBinary<VectorEqualWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(954, 8) { MMXBinary<VectorEqualWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(954, 10) { MMXBinary<VectorEqualWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(954) { warmOp($0, $1) }
    describe(954, writes: 0, reads: 0, faults: true)
    set(955, 0) { MMXBinary<VectorEqualDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(955, 2) { MMXBinary<VectorEqualDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(955, 8) { MMXBinary<VectorEqualDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(955, 10) { MMXBinary<VectorEqualDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(955) { warmOp($0, $1) }
    describe(955, writes: 0, reads: 0, faults: true)
    set(956, 0) { MMXBinary<VectorGreaterBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(956, 2) { MMXBinary<VectorGreaterBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(956, 8) { MMXBinary<VectorGreaterBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(956, 10) { MMXBinary<VectorGreaterBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(956) { warmOp($0, $1) }
    describe(956, writes: 0, reads: 0, faults: true)
    set(957, 0) { MMXBinary<VectorGreaterWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(957, 2) { MMXBinary<VectorGreaterWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(957, 8) { MMXBinary<VectorGreaterWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(957, 10) { MMXBinary<VectorGreaterWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(957) { warmOp($0, $1) }
    describe(957, writes: 0, reads: 0, faults: true)
    set(958, 0) { MMXBinary<VectorGreaterDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(958, 2) { MMXBinary<VectorGreaterDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(958, 8) { MMXBinary<VectorGreaterDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(958, 10) { MMXBinary<VectorGreaterDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(958) { warmOp($0, $1) }
    describe(958, writes: 0, reads: 0, faults: true)
    set(959, 0) { MMXBinary<VectorInterleaveLowBytes, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(959, 2) { MMXBinary<VectorInterleaveLowBytes, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(959, 8) { MMXBinary<VectorInterleaveLowBytes, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(959, 10) { MMXBinary<VectorInterleaveLowBytes, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(959) { warmOp($0, $1) }
    describe(959, writes: 0, reads: 0, faults: true)
    set(960, 0) { MMXBinary<VectorInterleaveLowWords, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(960, 2) { MMXBinary<VectorInterleaveLowWords, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(960, 8) { MMXBinary<VectorInterleaveLowWords, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(960, 10) { MMXBinary<VectorInterleaveLowWords, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(960) { warmOp($0, $1) }
    describe(960, writes: 0, reads: 0, faults: true)
    set(961, 0) { MMXBinary<VectorInterleaveLowDoublewords, UInt32, Memory<FlatBase>>.execute($0, $1) }
    set(961, 2) { MMXBinary<VectorInterleaveLowDoublewords, UInt32, Memory<FlatIndexed>>.execute($0, $1) }
    set(961, 8) { MMXBinary<VectorInterleaveLowDoublewords, UInt32, Memory<LongBase>>.execute($0, $1) }
    set(961, 10) { MMXBinary<VectorInterleaveLowDoublewords, UInt32, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(961) { warmOp($0, $1) }
    describe(961, writes: 0, reads: 0, faults: true)
    set(962, 0) { MMXBinary<VectorAddSignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(962, 2) { MMXBinary<VectorAddSignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(962, 8) { MMXBinary<VectorAddSignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(962, 10) { MMXBinary<VectorAddSignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(962) { warmOp($0, $1) }
    describe(962, writes: 0, reads: 0, faults: true)
    set(963, 0) { MMXBinary<VectorAddSignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(963, 2) { MMXBinary<VectorAddSignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(963, 8) { MMXBinary<VectorAddSignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(963, 10) { MMXBinary<VectorAddSignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(963) { warmOp($0, $1) }
    describe(963, writes: 0, reads: 0, faults: true)
    set(964, 0) { MMXBinary<VectorAddUnsignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(964, 2) { MMXBinary<VectorAddUnsignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(964, 8) { MMXBinary<VectorAddUnsignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(964, 10) { MMXBinary<VectorAddUnsignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(964) { warmOp($0, $1) }
    describe(964, writes: 0, reads: 0, faults: true)
    set(965, 0) { MMXBinary<VectorAddUnsignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(965, 2) { MMXBinary<VectorAddUnsignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(965, 8) { MMXBinary<VectorAddUnsignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(965, 10) { MMXBinary<VectorAddUnsignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(965) { warmOp($0, $1) }
    describe(965, writes: 0, reads: 0, faults: true)
    set(966, 0) { MMXBinary<VectorSubtractSignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(966, 2) { MMXBinary<VectorSubtractSignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(966, 8) { MMXBinary<VectorSubtractSignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(966, 10) { MMXBinary<VectorSubtractSignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(966) { warmOp($0, $1) }
    describe(966, writes: 0, reads: 0, faults: true)
    set(967, 0) { MMXBinary<VectorSubtractSignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(967, 2) { MMXBinary<VectorSubtractSignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(967, 8) { MMXBinary<VectorSubtractSignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(967, 10) { MMXBinary<VectorSubtractSignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(967) { warmOp($0, $1) }
    describe(967, writes: 0, reads: 0, faults: true)
    set(968, 0) { MMXBinary<VectorSubtractUnsignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(968, 2) { MMXBinary<VectorSubtractUnsignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(968, 8) { MMXBinary<VectorSubtractUnsignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(968, 10) { MMXBinary<VectorSubtractUnsignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(968) { warmOp($0, $1) }
    describe(968, writes: 0, reads: 0, faults: true)
    set(969, 0) { MMXBinary<VectorSubtractUnsignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(969, 2) { MMXBinary<VectorSubtractUnsignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(969, 8) { MMXBinary<VectorSubtractUnsignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(969, 10) { MMXBinary<VectorSubtractUnsignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(969) { warmOp($0, $1) }
    describe(969, writes: 0, reads: 0, faults: true)
    set(970, 0) { MMXBinary<VectorMultiplySignedWordsHigh, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(970, 2) { MMXBinary<VectorMultiplySignedWordsHigh, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(970, 8) { MMXBinary<VectorMultiplySignedWordsHigh, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(970, 10) { MMXBinary<VectorMultiplySignedWordsHigh, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(970) { warmOp($0, $1) }
    describe(970, writes: 0, reads: 0, faults: true)
    set(971, 0) { MMXBinary<VectorMultiplyUnsignedWordsHigh, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(971, 2) { MMXBinary<VectorMultiplyUnsignedWordsHigh, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(971, 8) { MMXBinary<VectorMultiplyUnsignedWordsHigh, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(971, 10) { MMXBinary<VectorMultiplyUnsignedWordsHigh, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(971) { warmOp($0, $1) }
    describe(971, writes: 0, reads: 0, faults: true)
    set(972, 0) { MMXBinary<VectorMultiplyAddWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(972, 2) { MMXBinary<VectorMultiplyAddWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(972, 8) { MMXBinary<VectorMultiplyAddWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(972, 10) { MMXBinary<VectorMultiplyAddWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(972) { warmOp($0, $1) }
    describe(972, writes: 0, reads: 0, faults: true)
    set(973, 0) { MMXBinary<VectorAverageBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(973, 2) { MMXBinary<VectorAverageBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(973, 8) { MMXBinary<VectorAverageBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(973, 10) { MMXBinary<VectorAverageBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(973) { warmOp($0, $1) }
    describe(973, writes: 0, reads: 0, faults: true)
    set(974, 0) { MMXBinary<VectorAverageWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(974, 2) { MMXBinary<VectorAverageWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(974, 8) { MMXBinary<VectorAverageWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(974, 10) { MMXBinary<VectorAverageWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(974) { warmOp($0, $1) }
    describe(974, writes: 0, reads: 0, faults: true)
    set(975, 0) { MMXBinary<VectorSumAbsoluteDifferences, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(975, 2) { MMXBinary<VectorSumAbsoluteDifferences, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(975, 8) { MMXBinary<VectorSumAbsoluteDifferences, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(975, 10) { MMXBinary<VectorSumAbsoluteDifferences, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(975) { warmOp($0, $1) }
    describe(975, writes: 0, reads: 0, faults: true)
    set(976, 0) { MMXBinary<VectorMinimumUnsignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(976, 2) { MMXBinary<VectorMinimumUnsignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(976, 8) { MMXBinary<VectorMinimumUnsignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(976, 10) { MMXBinary<VectorMinimumUnsignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(976) { warmOp($0, $1) }
    describe(976, writes: 0, reads: 0, faults: true)
    set(977, 0) { MMXBinary<VectorMinimumSignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(977, 2) { MMXBinary<VectorMinimumSignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(977, 8) { MMXBinary<VectorMinimumSignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(977, 10) { MMXBinary<VectorMinimumSignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(977) { warmOp($0, $1) }
    describe(977, writes: 0, reads: 0, faults: true)
    set(978, 0) { MMXBinary<VectorMaximumUnsignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(978, 2) { MMXBinary<VectorMaximumUnsignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(978, 8) { MMXBinary<VectorMaximumUnsignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(978, 10) { MMXBinary<VectorMaximumUnsignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(978) { warmOp($0, $1) }
    describe(978, writes: 0, reads: 0, faults: true)
    set(979, 0) { MMXBinary<VectorMaximumSignedWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(979, 2) { MMXBinary<VectorMaximumSignedWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(979, 8) { MMXBinary<VectorMaximumSignedWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(979, 10) { MMXBinary<VectorMaximumSignedWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(979) { warmOp($0, $1) }
    describe(979, writes: 0, reads: 0, faults: true)
    set(980, 0) { MMXBinary<MMXPackSignedWordsToBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(980, 2) { MMXBinary<MMXPackSignedWordsToBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(980, 8) { MMXBinary<MMXPackSignedWordsToBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(980, 10) { MMXBinary<MMXPackSignedWordsToBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(980) { warmOp($0, $1) }
    describe(980, writes: 0, reads: 0, faults: true)
    set(981, 0) { MMXBinary<MMXPackWordsToUnsignedBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(981, 2) { MMXBinary<MMXPackWordsToUnsignedBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(981, 8) { MMXBinary<MMXPackWordsToUnsignedBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(981, 10) { MMXBinary<MMXPackWordsToUnsignedBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(981) { warmOp($0, $1) }
    describe(981, writes: 0, reads: 0, faults: true)
    set(982, 0) { MMXBinary<MMXPackSignedDoublewordsToWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(982, 2) { MMXBinary<MMXPackSignedDoublewordsToWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(982, 8) { MMXBinary<MMXPackSignedDoublewordsToWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(982, 10) { MMXBinary<MMXPackSignedDoublewordsToWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(982) { warmOp($0, $1) }
    describe(982, writes: 0, reads: 0, faults: true)
    set(983, 0) { MMXBinary<MMXInterleaveHighBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(983, 2) { MMXBinary<MMXInterleaveHighBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(983, 8) { MMXBinary<MMXInterleaveHighBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(983, 10) { MMXBinary<MMXInterleaveHighBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(983) { warmOp($0, $1) }
    describe(983, writes: 0, reads: 0, faults: true)
    set(984, 0) { MMXBinary<MMXInterleaveHighWords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(984, 2) { MMXBinary<MMXInterleaveHighWords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(984, 8) { MMXBinary<MMXInterleaveHighWords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(984, 10) { MMXBinary<MMXInterleaveHighWords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(984) { warmOp($0, $1) }
    describe(984, writes: 0, reads: 0, faults: true)
    set(985, 0) { MMXBinary<MMXInterleaveHighDoublewords, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(985, 2) { MMXBinary<MMXInterleaveHighDoublewords, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(985, 8) { MMXBinary<MMXInterleaveHighDoublewords, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(985, 10) { MMXBinary<MMXInterleaveHighDoublewords, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(985) { warmOp($0, $1) }
    describe(985, writes: 0, reads: 0, faults: true)
    set(986, 0) { MMXBinary<MMXShuffleBytes, UInt64, Memory<FlatBase>>.execute($0, $1) }
    set(986, 2) { MMXBinary<MMXShuffleBytes, UInt64, Memory<FlatIndexed>>.execute($0, $1) }
    set(986, 8) { MMXBinary<MMXShuffleBytes, UInt64, Memory<LongBase>>.execute($0, $1) }
    set(986, 10) { MMXBinary<MMXShuffleBytes, UInt64, Memory<LongIndexed>>.execute($0, $1) }
    setSlow(986) { warmOp($0, $1) }
    describe(986, writes: 0, reads: 0, faults: true)
  }
  private mutating func fill_mmxShift() {
    set(987, 0) { MMXShiftByImmediate<VectorShiftWordsLeft>.execute($0, $1) }
    setSlow(987) { warmOp($0, $1) }
    describe(987, writes: 0, reads: 0, faults: true)
    set(988, 0) { MMXShiftByImmediate<VectorShiftDoublewordsLeft>.execute($0, $1) }
    setSlow(988) { warmOp($0, $1) }
    describe(988, writes: 0, reads: 0, faults: true)
    set(989, 0) { MMXShiftByImmediate<VectorShiftQuadwordsLeft>.execute($0, $1) }
    setSlow(989) { warmOp($0, $1) }
    describe(989, writes: 0, reads: 0, faults: true)
    set(990, 0) { MMXShiftByImmediate<VectorShiftWordsRight>.execute($0, $1) }
    setSlow(990) { warmOp($0, $1) }
    describe(990, writes: 0, reads: 0, faults: true)
    set(991, 0) { MMXShiftByImmediate<VectorShiftDoublewordsRight>.execute($0, $1) }
    setSlow(991) { warmOp($0, $1) }
    describe(991, writes: 0, reads: 0, faults: true)
    set(992, 0) { MMXShiftByImmediate<VectorShiftQuadwordsRight>.execute($0, $1) }
    setSlow(992) { warmOp($0, $1) }
    describe(992, writes: 0, reads: 0, faults: true)
    set(993, 0) { MMXShiftByImmediate<VectorShiftWordsArithmetic>.execute($0, $1) }
    setSlow(993) { warmOp($0, $1) }
    describe(993, writes: 0, reads: 0, faults: true)
    set(994, 0) { MMXShiftByImmediate<VectorShiftDoublewordsArithmetic>.execute($0, $1) }
    setSlow(994) { warmOp($0, $1) }
    describe(994, writes: 0, reads: 0, faults: true)
  }
}
