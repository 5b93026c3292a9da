extension CPU {
  /// Whether the program may access I/O ports `port` up to `port + byteCount - 1`.
  ///
  /// Protected mode with CPL <= IOPL may; otherwise, and always in virtual-8086 mode, the bitmap of a
  /// 386 TSS decides, where every port's bit must be 0. Two bytes of the map are read, so that it
  /// needs a byte behind its last one.
  /// - Throws: #GP(0); page faults on the TSS.
  /// - Source: Intel SDM vol. 1, 19.5.2 "I/O Permission Bit Map".
  package func checkPort(_ port: UInt16, byteCount: Int) throws(Fault) {
    guard cr0 & CR0.pe != 0, isV86 || cpl > state.iopl else { return }
    let tss = segment(.tr)
    let isTSS386 = tss.isPresent && tss.attributes & 0xD == 9
    guard isTSS386, tss.limit >= 0x67 else { throw .protection(0) }
    let map: UInt16 = try readSystem(linear(tss.base, 0x66))
    let offset = UInt64(map) + UInt64(port >> 3)
    guard offset + 1 <= UInt64(tss.limit) else { throw .protection(0) }
    let bits: UInt16 = try readSystem(linear(tss.base, offset))
    let mask = UInt16(1) << UInt16(truncatingIfNeeded: byteCount & 7) &- 1
    guard bits >> (port & 7) & mask == 0 else { throw .protection(0) }
  }
}
