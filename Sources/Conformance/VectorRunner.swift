import X86
import X86Decode

/// Runs files of vectors, one test after the other, on a processor that it keeps.
final class VectorRunner {
  private let model: ProcessorModel?
  /// How many failures each report keeps.
  private let failureLimit: Int
  private var bench: (any VectorBench)?
  private var source: VectorSource?

  /// - Parameter model: what to run on; nil for the model nearest to the recorded processor.
  init(model: ProcessorModel?, failureLimit: Int) {
    self.model = model
    self.failureLimit = failureLimit
  }

  static func nearestModel(_ source: VectorSource) -> ProcessorModel {
    switch source {
    case .i8086: .i8086
    case .i80286: .i80286
    case .i80386EX: .i80386
    case .native32, .native64: .x86_64AMD
    }
  }

  func run(_ file: VectorFile, metadata: VectorMetadata, name: String) -> FileReport {
    var report = FileReport(name: name)
    let fileName = String(name.split(separator: "/").last ?? "")
    let definedFlags = file.source.isNative ? .max : metadata.definedFlags(fileName: fileName)
    let tolerance = FloatingPointTolerance(fileName: fileName)
    for vector in file.vectors {
      if metadata.isRevoked(vector.hash) {
        report.skip("revoked")
        continue
      }
      let bench = bench(for: file.source)
      if let reason = bench.reasonToSkip(vector) {
        report.skip(reason)
        continue
      }
      run(vector, on: bench, masks: file.definedBits, definedFlags, tolerance, &report)
    }
    return report
  }

  private func bench(for source: VectorSource) -> any VectorBench {
    if let bench, self.source == source { return bench }
    let model = model ?? Self.nearestModel(source)
    let fresh: any VectorBench =
      source.isNative
      ? UserModeBench(model: model, is64Bit: source == .native64)
      : RealModeBench(source: source, model: model)
    self.source = source
    bench = fresh
    return fresh
  }

  private func run(
    _ vector: Vector, on bench: any VectorBench, masks: RegisterValues?, _ definedFlags: UInt16,
    _ tolerance: FloatingPointTolerance, _ report: inout FileReport
  ) {
    bench.load(vector)
    let clocks = bench.run(vector)
    let comparison = VectorComparison(
      vector: vector, bench: bench, fileMasks: masks, definedFlags: definedFlags,
      tolerance: tolerance)
    let differences = comparison.differences()
    if let recorded = bench.recordedClocks(vector) {
      report.timed += 1
      report.clockError += clocks - recorded
      report.absoluteClockError += abs(clocks - recorded)
      if clocks == recorded { report.exactClocks += 1 }
    }
    if differences.isEmpty {
      report.passed += 1
      report.exactFlags += 1
      bench.clear(vector)
      return
    }
    let failure = failure(vector, bench, differences)
    if failure.isDefinedPart {
      report.failed += 1
      if report.failures.count < failureLimit { report.failures.append(failure) }
    } else {
      report.passed += 1
      if report.inexactFlags.count < failureLimit { report.inexactFlags.append(failure) }
    }
    if failure.isDefinedPart {
      // A wrong store may lie anywhere: the next test gets clean memory.
      self.bench = nil
    } else {
      bench.clear(vector)
    }
  }

  private func failure(
    _ vector: Vector, _ bench: any VectorBench, _ differences: [Difference]
  ) -> Failure {
    let instruction = bench.cpu.decoder.decode(
      vector.bytes + [UInt8](repeating: 0, count: 16), codeSize: bench.codeSize,
      isRealOrV86: bench.codeSize == 2)
    var before: [String: String] = [:]
    for register in VectorRegister.allCases {
      if let value = vector.initial.registers[register] {
        before["\(register)"] = Hexadecimal.text(value, digits: bench.codeSize == 2 ? 4 : 8)
      }
    }
    return Failure(
      position: vector.position, hash: vector.hash, name: vector.name,
      disassembly: bench.cpu.decoder.disassemble(
        instruction, at: vector.initial.registers[.ip] ?? 0),
      bytes: vector.bytes, before: before, differences: differences)
  }
}

/// The rules by which a test's outcome is held against the recording.
struct VectorComparison {
  let vector: Vector
  let bench: any VectorBench
  let fileMasks: RegisterValues?
  let definedFlags: UInt16
  let tolerance: FloatingPointTolerance

  func differences() -> [Difference] {
    var result: [Difference] = []
    compareException(&result)
    let state = bench.cpu.architecturalState
    compareRegisters(state, &result)
    compareFloatingPoint(state.floatingPoint, &result)
    compareMemory(&result)
    return result
  }

  private func compareException(_ result: inout [Difference]) {
    guard bench.comparesExceptions, bench.raisedVector != vector.exception?.vector else { return }
    result.append(
      Difference(
        kind: .exception, place: "vector", before: nil,
        expected: vector.exception.map { UInt64($0.vector) } ?? 0xFFFF,
        got: bench.raisedVector.map { UInt64($0) } ?? 0xFFFF))
  }

  /// The defined bits of a register, by the masks that the file and the test carry.
  private func defined(_ register: VectorRegister) -> UInt64 {
    (fileMasks?[register] ?? .max) & (vector.final.definedBits?[register] ?? .max)
  }

  private func compareRegisters(_ state: ArchitecturalState, _ result: inout [Difference]) {
    for register in VectorRegister.allCases {
      guard let before = vector.initial.registers[register] else { continue }
      let expected = vector.final.registers[register] ?? before
      let got = bench.value(register, in: state)
      if register == .flags {
        compareFlags(before, expected, got, &result)
      } else if (expected ^ got) & defined(register) != 0, register.rawValue < 24 {
        result.append(
          Difference(
            kind: .register, place: "\(register)", before: before, expected: expected, got: got))
      }
    }
  }

  /// FCW, FSW, tags, MXCSR and the data registers. The pointers to the last instruction and operand
  /// were not recorded.
  private func compareFloatingPoint(
    _ got: FloatingPointState, _ result: inout [Difference]
  ) {
    guard let before = FloatingPointState(image: vector.initial.floatingPoint) else { return }
    let expected = FloatingPointState(image: vector.final.floatingPoint) ?? before
    func compare(
      _ place: String, _ before: some BinaryInteger, _ expected: some BinaryInteger,
      _ got: some BinaryInteger
    ) {
      guard UInt64(expected) != UInt64(got) else { return }
      result.append(
        Difference(
          kind: .register, place: place, before: UInt64(before), expected: UInt64(expected),
          got: UInt64(got)))
    }
    let status = tolerance.definedStatus
    compare("fcw", before.control, expected.control, got.control)
    compare("fsw", before.status, expected.status & status, got.status & status)
    compare("tags", before.occupied, expected.occupied, got.occupied)
    compare("mxcsr", before.mxcsr, expected.mxcsr, got.mxcsr)
    for n in 0..<8 where !tolerance.accepts(got.stack[n], for: expected.stack[n]) {
      let (old, new, our) = (before.stack[n], expected.stack[n], got.stack[n])
      compare("st\(n)", old.significand, new.significand, our.significand)
      compare("st\(n) exponent", old.signExponent, new.signExponent, our.signExponent)
    }
    for n in 0..<32 where !tolerance.accepts(got.vectors[n], for: expected.vectors[n]) {
      compare(
        "xmm\(n / 2) \(n & 1 == 0 ? "low" : "high")", before.vectors[n], expected.vectors[n],
        got.vectors[n])
    }
  }

  /// IOPL and NT are not held against the 80286 in real mode.
  private func compareFlags(
    _ before: UInt64, _ expected: UInt64, _ got: UInt64, _ result: inout [Difference]
  ) {
    let existing: UInt64 = bench.cpu.model == .i80286 ? 0xFFF : .max
    let wrong = (expected ^ got) & existing
    guard wrong != 0 else { return }
    let mask = defined(.flags) & (UInt64(definedFlags) | ~0xFFFF)
    result.append(
      Difference(
        kind: wrong & mask != 0 ? .flags : .undefinedFlags, place: "flags",
        before: before & existing, expected: expected & existing, got: got & existing))
  }

  /// Every listed byte: what the test leaves out of its final state keeps its value.
  private func compareMemory(_ result: inout [Difference]) {
    var final: [UInt32: UInt8] = [:]
    for byte in vector.final.memory {
      final[byte.address] = byte.value
      compare(byte.address, nil, byte.value, &result)
    }
    for byte in vector.initial.memory where final[byte.address] == nil {
      compare(byte.address, byte.value, byte.value, &result)
    }
  }

  private func compare(
    _ address: UInt32, _ before: UInt8?, _ expected: UInt8, _ result: inout [Difference]
  ) {
    let got = bench.byte(address)
    guard got != expected else { return }
    let mask = pushedFlagsMask(address)
    result.append(
      Difference(
        kind: (got ^ expected) & mask != 0 ? .memory : .undefinedFlags,
        place: "[" + Hexadecimal.text(address, digits: 5) + "]", before: before.map(UInt64.init),
        expected: UInt64(expected), got: UInt64(got)))
  }

  /// The defined bits of a byte of memory: those of FLAGS where an exception pushed it.
  private func pushedFlagsMask(_ address: UInt32) -> UInt8 {
    guard let at = pushedFlagsAddress() else { return 0xFF }
    if address == at.low { return UInt8(truncatingIfNeeded: definedFlags) }
    if address == at.high { return UInt8(truncatingIfNeeded: definedFlags >> 8) }
    return 0xFF
  }

  private func pushedFlagsAddress() -> (low: UInt32, high: UInt32)? {
    if bench.comparesExceptions { return nil }
    // FLAGS is the third word on the stack, for the 8086's divide errors as well. (The recordings'
    // own address of it is one too low where the stack pointer is odd.)
    guard vector.exception != nil || bench.cpu.model < .i80286,
      let before = vector.initial.registers[.sp], let after = vector.final.registers[.sp],
      let ss = vector.final.registers[.ss] ?? vector.initial.registers[.ss],
      (before &- after) & 0xFFFF == 6
    else { return nil }
    let bus: UInt64 = bench.cpu.model < .i80286 ? 0xF_FFFF : 0xFF_FFFF
    func physical(_ offset: UInt64) -> UInt32 {
      UInt32(truncatingIfNeeded: (ss << 4 &+ offset & 0xFFFF) & bus)
    }
    return (physical(after &+ 4), physical(after &+ 5))
  }
}
