import X86
public import X86Decode

/// Runs instructions on a processor of ours and records them as vectors, which ``ConformanceRun`` reads
/// back.
///
/// In real mode each instruction of a program becomes a vector of its own, executed in the program's
/// order until it leaves the program. In user mode the program is one vector.
/// No bus clocks are recorded: the processor here has none to show.
public final class VectorRecorder {
  public enum Mode: String, CaseIterable, Sendable {
    case real
    /// User mode with flat segments, 32-bit or 64-bit code.
    case user32 = "32"
    case user64 = "64"
  }

  public let model: ProcessorModel
  public let source: VectorSource
  /// The registers and memory that a program finds, but for what the caller changes.
  public private(set) var usualState = VectorState()
  let bench: any VectorBench

  public init(model: ProcessorModel, mode: Mode) throws(VectorError) {
    self.model = model
    switch mode {
    case .real:
      source =
        switch model {
        case .i8086: .i8086
        case .i80186: .i80186
        case .i80286: .i80286
        default: .i80386EX
        }
      bench = RealModeBench(source: source, model: model)
    case .user32:
      guard model >= .i80386 else { throw .unrecordable("the \(model.name) has no 32-bit mode") }
      source = .native32
      bench = UserModeBench(model: model, is64Bit: false)
    case .user64:
      guard model.features.contains(.longMode) else {
        throw .unrecordable("the \(model.name) has no 64-bit mode")
      }
      source = .native64
      bench = UserModeBench(model: model, is64Bit: true)
    }
    usualState = Self.usualState(source, bench)
  }

  /// The names of the registers that the source's vectors hold.
  public var registers: [VectorRegister] { Self.registers(source) }

  private static func registers(_ source: VectorSource) -> [VectorRegister] {
    switch source {
    case .native32, .native64: MOO.order64
    case .i80386EX: MOO.order32
    default: MOO.order16
    }
  }

  private static func usualState(_ source: VectorSource, _ bench: any VectorBench) -> VectorState {
    var state = VectorState()
    for register in registers(source) { state.registers[register] = 0 }
    if source.isNative {
      state.registers[.ip] = UInt64(UserModeBench.codeBase)
      state.registers[.sp] = UInt64(UserModeBench.dataBase) + 0x1000
      state.registers[.flags] = 0x202
      if bench.cpu.features.contains(.fpu) || bench.cpu.features.contains(.fxsr) {
        state.floatingPoint = FloatingPointState().image
      }
    } else {
      for (register, value) in [
        (.cs, 0x1000), (.ss, 0x2000), (.ds, 0x3000), (.es, 0x4000), (.sp, 0xFFFE), (.ip, 0x100),
        (.flags, 2),
      ] as [(VectorRegister, UInt64)] {
        state.registers[register] = value
      }
    }
    return state
  }

  /// Records a program, which lies at CS:IP (RIP in user mode).
  /// - Parameter limit: how many instructions are recorded in real mode, where programs may loop.
  /// - Returns: at least one vector.
  public func record(
    _ program: [UInt8], from initial: VectorState, limit: Int = 1000
  ) throws(VectorError) -> [Vector] {
    guard !program.isEmpty else { throw .unrecordable("there are no bytes to run") }
    let start = bench.codeAddress(initial.registers)
    let isInSegment =
      source.isNative || (initial.registers[.ip] ?? 0) & 0xFFFF + UInt64(program.count) <= 0x1_0000
    guard isInSegment, program.indices.allSatisfy({ bench.holds(start &+ UInt32($0)) }) else {
      throw .unrecordable("the program does not fit into memory at its address")
    }
    var state = initial
    var image = Dictionary(
      initial.memory.map { ($0.address, $0.value) }, uniquingKeysWith: { $1 })
    for (offset, byte) in program.enumerated() { image[start &+ UInt32(offset)] = byte }
    if source.isNative { return [vector(program, state, image)] }

    var vectors: [Vector] = []
    repeat {
      let at = bench.codeAddress(state.registers)
      let rest = (0..<15).map { image[at &+ $0] ?? 0x90 }
      let length = Int(bench.cpu.decoder.decode(rest, codeSize: 2, isRealOrV86: true).length)
      let bytes = Array(rest.prefix(max(1, length)))
      let vector = vector(bytes, state, image)
      vectors.append(vector)
      // The next instruction finds what this one left.
      for byte in vector.final.memory { image[byte.address] = byte.value }
      for register in registers {
        if let value = vector.final.registers[register] { state.registers[register] = value }
      }
      state.registers[.ip] = bench.cpu.rip
      if bench.cpu.architecturalState.isHalted { break }
    } while vectors.count < limit
      && bench.codeAddress(state.registers) &- start < UInt32(program.count)
    for position in vectors.indices {
      vectors[position].position = position
      vectors[position].index = position
    }
    return vectors
  }

  /// Runs `bytes` once, in a memory that holds `image`.
  private func vector(
    _ bytes: [UInt8], _ initial: VectorState, _ image: [UInt32: UInt8]
  ) -> Vector {
    var vector = Vector(
      position: 0, index: 0, name: "", bytes: bytes, initial: initial, final: VectorState())
    let instruction = bench.cpu.decoder.decode(
      bytes + [UInt8](repeating: 0, count: 16), codeSize: bench.codeSize,
      isRealOrV86: bench.codeSize == 2)
    vector.name = bench.cpu.decoder.disassemble(
      instruction, at: initial.registers[.ip] ?? 0)
    var image = image
    surround(&vector, instruction, &image)
    vector.initial.memory = image.sorted { $0.key < $1.key }.map { MemoryByte($0.key, $0.value) }

    bench.load(vector)
    let loaded = bench.cpu.architecturalState
    // What the processor made of the values: bits that do not exist in it are gone.
    for register in registers where register != .ip {
      vector.initial.registers[register] = bench.value(register, in: loaded)
    }
    if !vector.initial.floatingPoint.isEmpty {
      vector.initial.floatingPoint = loaded.floatingPoint.vectorImage
    }
    _ = bench.run(vector)
    let changed = bench.changedAddresses()
    finish(&vector, image, changed)
    bench.wipe(changed)
    return vector
  }

  /// What the recordings of the source have behind the instruction: NOPs and the queue's contents on an
  /// 8086, a HLT from the 80286 on, but not behind a transfer.
  private func surround(
    _ vector: inout Vector, _ instruction: Instruction, _ image: inout [UInt32: UInt8]
  ) {
    let at = bench.codeAddress(vector.initial.registers)
    switch source {
    case .native32, .native64: return
    case .i80286, .i80386EX:
      guard !instruction.operation.isTransfer, bench.holds(at &+ UInt32(vector.bytes.count)) else {
        return
      }
      image[at &+ UInt32(vector.bytes.count)] = 0xF4
      vector.bytes.append(0xF4)
    default:
      let count = at & 1 == 0 ? 6 : 5 as UInt32
      for offset in 0..<count where image[bench.wrapped(at &+ offset)] == nil {
        image[bench.wrapped(at &+ offset)] = 0x90
      }
      vector.initial.queue = (0..<count).map { image[bench.wrapped(at &+ $0)] ?? 0x90 }
    }
  }

  /// Notes what changed.
  /// - Parameter changed: where memory contains something.
  private func finish(
    _ vector: inout Vector, _ image: [UInt32: UInt8], _ changed: [UInt32]
  ) {
    let state = bench.cpu.architecturalState
    for register in registers {
      let value = bench.value(register, in: state)
      if value != vector.initial.registers[register] { vector.final.registers[register] = value }
    }
    if !vector.initial.floatingPoint.isEmpty {
      let floatingPoint = state.floatingPoint.vectorImage
      if floatingPoint != vector.initial.floatingPoint {
        vector.final.floatingPoint = floatingPoint
      }
    }
    var touched = Set(image.keys)
    touched.formUnion(changed)
    for address in touched.sorted() {
      let value = bench.byte(address)
      if value != image[address] ?? bench.emptyByte(address) {
        vector.final.memory.append(MemoryByte(address, value))
      }
    }
    if let raised = bench.raisedVector {
      vector.exception = VectorException(
        vector: raised,
        address: raised == 14 ? UInt32(truncatingIfNeeded: bench.faultAddress) : 0)
    }
  }
}

extension FloatingPointState {
  /// The 416 bytes that vectors hold, without the pointers to the last instruction and operand.
  fileprivate var vectorImage: [UInt8] {
    var value = self
    value.opcode = 0
    value.instructionPointer = 0
    value.dataPointer = 0
    return Array(value.image.prefix(416))
  }
}

extension X86Decode.Operation {
  /// Goes somewhere else than to the instruction behind it, or does not go on at all.
  fileprivate var isTransfer: Bool {
    switch self {
    case .jcc, .jmpRelative, .callRelative, .jmpIndirect, .callIndirect, .jmpFar, .callFar,
      .jmpFarIndirect, .callFarIndirect, .ret, .retFar, .loop, .loope, .loopne, .jcxz, .int3,
      .int, .into, .icebp, .iret, .hlt:
      true
    default: false
    }
  }
}
