import X86
import X86Decode

/// Runs files of vectors, one test after the other, on a processor that it keeps.
final class VectorRunner {
  private let model: ProcessorModel?
  /// How many failures each report keeps.
  private let failureLimit: Int
  /// Told now and then how many tests have been run since, and how many of them failed.
  private let progress: (_ tests: Int, _ failed: Int) -> Void
  private var bench: (any VectorBench)?
  /// What ``bench`` was made for.
  private var benchKey: BenchKey?

  private struct BenchKey: Equatable {
    var source: VectorSource
    var model: ProcessorModel
  }

  /// - Parameter model: what to run on; nil for the model nearest to the recorded processor.
  init(
    model: ProcessorModel?, failureLimit: Int,
    progress: @escaping (_ tests: Int, _ failed: Int) -> Void = { _, _ in }
  ) {
    self.model = model
    self.failureLimit = failureLimit
    self.progress = progress
  }

  /// The model that does in registers and memory what the recorded processor did. An 8088 is an 8086
  /// behind a narrower bus. NEC's processors have flags and instructions of their own, and no model here.
  static func nearestModel(_ source: VectorSource) -> ProcessorModel? {
    switch source {
    case .i8086, .i8088: .i8086
    case .i80186: .i80186
    case .i80286: .i80286
    case .i80386EX: .i80386
    case .native32, .native64: .x86_64AMD
    case .necV20, .necV30: nil
    }
  }

  /// What a file runs on: what was asked for, what recorded it, or what is nearest to that.
  private func model(for file: VectorFile) -> ProcessorModel? {
    model ?? ProcessorModel.allCases.first { $0.name == file.model }
      ?? Self.nearestModel(file.source)
  }

  func run(_ file: VectorFile, metadata: VectorMetadata, name: String) -> FileReport {
    var report = FileReport(name: name)
    report.source = file.source
    report.testCount = file.testCount
    guard let model = model(for: file) else {
      for _ in file.vectors {
        report.skip("no model of the \(file.source.name); --model names one")
      }
      return report
    }
    report.model = model.name
    let fileName = String(name.split(separator: "/").last ?? "")
    let definedFlags = file.source.isNative ? .max : metadata.definedFlags(fileName: fileName)
    let tolerance = FloatingPointTolerance(fileName: fileName)
    var told = (tests: 0, failed: 0)
    for (number, vector) in file.vectors.enumerated() {
      if number - told.tests == 500 {
        progress(number - told.tests, report.failed - told.failed)
        told = (number, report.failed)
      }
      if metadata.isRevoked(vector.hash) {
        report.skip("revoked")
        continue
      }
      let bench = bench(BenchKey(source: file.source, model: model))
      // What this model recorded itself it can run, if only to raise an exception.
      if file.model != model.name, let reason = bench.reasonToSkip(vector) {
        report.skip(reason)
        continue
      }
      run(vector, on: bench, masks: file.definedBits, definedFlags, tolerance, &report)
    }
    progress(file.vectors.count - told.tests, report.failed - told.failed)
    return report
  }

  private func bench(_ key: BenchKey) -> any VectorBench {
    if let bench, benchKey == key { return bench }
    let fresh: any VectorBench =
      key.source.isNative
      ? UserModeBench(model: key.model, is64Bit: key.source == .native64)
      : RealModeBench(source: key.source, model: key.model)
    benchKey = key
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
      report.time(taken: clocks, recorded: recorded)
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
        before["\(register)"] = Hexadecimal.text(value, digits: Int(bench.codeSize) * 2)
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
    compareFaultAddress(&result)
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
        expected: vector.exception.map { UInt64($0.vector) } ?? Difference.noException,
        got: bench.raisedVector.map { UInt64($0) } ?? Difference.noException))
  }

  /// CR2, of which the recordings have the low half.
  private func compareFaultAddress(_ result: inout [Difference]) {
    guard bench.comparesExceptions, let exception = vector.exception, exception.vector == 14,
      bench.raisedVector == 14
    else { return }
    let got = UInt32(truncatingIfNeeded: bench.faultAddress)
    guard got != exception.address else { return }
    result.append(
      Difference(
        kind: .exception, place: "cr2", before: nil, expected: UInt64(exception.address),
        got: UInt64(got)))
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
