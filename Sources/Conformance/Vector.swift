public import X86Decode

/// The processors that vectors have been recorded from, by their four letters in a file's header.
public enum VectorSource: String, CaseIterable, Codable, Sendable {
  case i8086 = "8086"
  case i8088 = "8088"
  case necV20 = "V20 "
  case necV30 = "V30 "
  case i80186 = "186 "
  case i80286 = "C286"
  case i80386EX = "386E"
  /// A 64-bit processor, user mode, 64-bit code.
  case native64 = "X64 "
  /// The same, 32-bit code in compatibility mode.
  case native32 = "X32 "

  /// For people.
  public var name: String {
    switch self {
    case .i8086: "8086"
    case .i8088: "8088"
    case .necV20: "V20"
    case .necV30: "V30"
    case .i80186: "80186"
    case .i80286: "80286"
    case .i80386EX: "80386EX"
    case .native64: "native64"
    case .native32: "native32"
    }
  }

  var isNative: Bool { self == .native64 || self == .native32 }

  /// Whether a test ends at the HLT that the recorder fed behind its instruction, which then has been
  /// fetched; the older processors' tests end before the next instruction.
  var endsBehindHalt: Bool { self == .i80286 || self == .i80386EX }

  /// Whether the clocks of these recordings are those of a model: an 8088, a V20 and a 386EX have
  /// narrower buses or other micro-code than the models that run their vectors.
  func times(_ model: ProcessorModel) -> Bool {
    switch self {
    case .i8086: model == .i8086
    case .i80286: model == .i80286
    default: false
    }
  }
}

/// The registers that a vector can name, in one numbering for every source.
public enum VectorRegister: Int, CaseIterable, Codable, Sendable {
  case ax, cx, dx, bx, sp, bp, si, di, r8, r9, r10, r11, r12, r13, r14, r15
  case ip, flags
  case es, cs, ss, ds, fs, gs
  case cr0, cr3, dr6, dr7
}

/// Some registers' values.
public struct RegisterValues: Equatable, Sendable {
  private var present: UInt32 = 0
  private var values = [UInt64](repeating: 0, count: VectorRegister.allCases.count)

  public init() {}

  public subscript(_ register: VectorRegister) -> UInt64? {
    get { present >> UInt32(register.rawValue) & 1 != 0 ? values[register.rawValue] : nil }
    set {
      if let newValue {
        present |= 1 << UInt32(register.rawValue)
        values[register.rawValue] = newValue
      } else {
        present &= ~(1 << UInt32(register.rawValue))
        values[register.rawValue] = 0
      }
    }
  }
}

/// One byte of memory: physical, except for native vectors, where it is linear.
public struct MemoryByte: Equatable, Sendable {
  public var address: UInt32
  public var value: UInt8

  public init(_ address: UInt32, _ value: UInt8) {
    self.address = address
    self.value = value
  }
}

/// The processor and memory before or after a test. After it, only what changed or was touched.
public struct VectorState: Equatable, Sendable {
  public var registers = RegisterValues()
  public var memory: [MemoryByte] = []
  /// The 8086's prefetch queue.
  public var queue: [UInt8] = []
  /// AND masks of the defined bits, where the file gives some for this test.
  public var definedBits: RegisterValues?
  /// The image of the x87 and SSE state, if the test has one.
  public var floatingPoint: [UInt8] = []
}

/// What a test raised.
public struct VectorException: Equatable, Sendable {
  public var vector: UInt8
  /// Physical address of the pushed FLAGS word (80286, 80386); low half of CR2 (native, #PF).
  public var address: UInt32

  public init(vector: UInt8, address: UInt32) {
    self.vector = vector
    self.address = address
  }
}

/// One recorded instruction.
public struct Vector: Equatable, Sendable {
  /// Its place in this file.
  public var position: Int
  /// Its number in the set that the file was taken from; 0 in the 8086's files.
  public var index: Int
  /// The recorder's disassembly.
  public var name: String
  /// The instruction, prefixes and (80286, 80386) the HLT behind it included.
  public var bytes: [UInt8]
  public var initial: VectorState
  public var final: VectorState
  public var exception: VectorException?
  /// Bus clocks that were recorded; nil where there are none.
  public var cycleCount: Int?
  /// SHA-1, in hexadecimal, by which revocation lists name the test.
  public var hash: String?
}

/// A file of vectors.
public struct VectorFile: Sendable {
  public var path: String
  public var source: VectorSource
  /// The model that the file was recorded on, if one of ours recorded it.
  public var model: String?
  /// AND masks of the defined bits for all tests.
  public var definedBits: RegisterValues?
  /// Tests in the file; ``vectors`` holds those that were asked for.
  public var testCount: Int
  public var vectors: [Vector]

  /// - Parameter model: the model of ours that the vectors were recorded on.
  public init(path: String, source: VectorSource, model: ProcessorModel, vectors: [Vector]) {
    self.init(
      path: path, source: source, model: model.name, definedBits: nil, testCount: vectors.count,
      vectors: vectors)
  }

  init(
    path: String, source: VectorSource, model: String?, definedBits: RegisterValues?,
    testCount: Int, vectors: [Vector]
  ) {
    self.path = path
    self.source = source
    self.model = model
    self.definedBits = definedBits
    self.testCount = testCount
    self.vectors = vectors
  }
}
