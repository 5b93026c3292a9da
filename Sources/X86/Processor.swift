import X86Decode

/// The widths an operand can have.
package protocol OperandWidth: FixedWidthInteger & UnsignedInteger & Sendable {}
extension UInt8: OperandWidth {}
extension UInt16: OperandWidth {}
extension UInt32: OperandWidth {}
extension UInt64: OperandWidth {}

/// Byte offsets in the raw processor state. Hot fields lie below 128, so that handlers reach them
/// with 8-bit displacements.
package enum Field {
  /// Int64, the last result sign-extended: ZF = (== 0), SF = (< 0), PF = parity of the low byte.
  static let result = 0
  /// UInt32: 31 CF, 30 CF xor OF, 3 AF, 15...8 parity delta, 0 sign delta.
  static let carries = 8
  /// UInt32: EFLAGS without the six arithmetic flags and without bit 1.
  static let systemFlags = 12
  /// Int64: clocks left before the run loop wants control back.
  static let budget = 16
  /// The op at which the run loop goes on.
  static let resume = 24
  /// Unmanaged reference to the owning ``CPU``.
  static let owner = 32
  /// Always 0; stands for "no base" and "no index".
  static let zero = 40
  /// UInt64: the tag of the present code context in the branch cache's upper 16 bits.
  static let context = 48
  /// Table of slow handlers, by op kind.
  static let slow = 56
  /// 16 general registers of 8 bytes.
  static let registers = 64
  /// UInt64: not 0 when a store has changed cached code and the running block may be stale.
  static let stale = 192
  /// A pending bounced store: linear address, length, bytes.
  static let linear = 200
  static let length = 208
  static let bounce = 216
  /// UInt64: the tick at which the budget runs out.
  static let sliceEnd = 240
  /// UInt64: the instruction pointer, valid outside handlers (cold paths, run loop).
  static let rip = 248
  /// Eight segment caches of 32 bytes: ES CS SS DS FS GS LDTR TR.
  static let segments = 256
  static let cr0 = 512
  static let cr2 = 520
  static let cr3 = 528
  static let cr4 = 536
  /// DR0...DR3, (4, 5 unused), DR6, DR7.
  static let debugRegisters = 544
  static let gdtrBase = 608
  static let gdtrLimit = 616
  static let idtrBase = 624
  static let idtrLimit = 632
  /// UInt8.
  static let cpl = 640
  /// UInt64: clocks of the running block that are not charged yet, up to the end of the instruction
  /// that is in cold code.
  static let uncharged = 1000
  /// The code map's table of byte maps by RAM page.
  static let codeMap = 1008
  /// TR3...TR7, 8 bytes each.
  static let testRegisters = 960
  /// Debug builds: the op that the last one wants to go on with.
  static let dispatched = 1016
  /// 16 XMM registers of 16 bytes.
  static let xmm = 1024
  /// The physical x87 data registers R0...R7, 16 bytes each, ``ExtendedReal`` in the low ten. MMX
  /// register n is the significand of Rn.
  static let st = 1280
  /// 64 bytes: control and status words, tags and pointers of the x87 unit.
  static let fpu = 1408
  /// UInt32.
  static let mxcsr = 1472
  /// Model-specific registers that the core itself reads, UInt64 each.
  static let efer = 1536
  static let kernelGSBase = 1552
  static let star = 1560
  static let lstar = 1568
  static let cstar = 1576
  static let syscallMask = 1584
  static let sysenterCS = 1592
  static let sysenterESP = 1600
  static let sysenterEIP = 1608
  /// PAE paging's four page-directory-pointer registers.
  static let pageDirectoryPointers = 1616
  /// 1,024 entries of 32 bytes.
  static let tlb = 2048
  /// 4,096 entries of 16 bytes: tag, op.
  static let branches = tlb + 1024 * 32
  static let size = branches + 4096 * 16
}

/// The processor's state in one raw allocation, behind typed accessors that cost nothing. One of the
/// homes of unsafe memory: every offset is a constant of ``Field`` or a masked register number.
package struct Processor {
  package let state: UnsafeMutableRawPointer

  @inline(__always) func field<T>(_ offset: Int, as: T.Type = T.self) -> T {
    state.load(fromByteOffset: offset, as: T.self)
  }
  @inline(__always) func setField<T>(_ offset: Int, _ value: T) {
    state.storeBytes(of: value, toByteOffset: offset, as: T.self)
  }

  /// The register at a byte offset from the state's start, as an op holds it (AH is just an offset).
  @inline(__always) func register<W: OperandWidth>(_ offset: UInt8, as: W.Type = W.self) -> W {
    state.load(fromByteOffset: Int(offset), as: W.self)
  }
  /// Writes of 32 bits clear the upper half of the 64-bit register, narrower ones keep the rest.
  @inline(__always) func setRegister<W: OperandWidth>(_ offset: UInt8, _ value: W) {
    if W.bitWidth == 32 {
      setField(Int(offset), UInt64(truncatingIfNeeded: value))
    } else {
      setField(Int(offset), value)
    }
  }

  /// 64-bit mode: EFER.LMA with CS.L.
  @inline(__always) var is64Bit: Bool {
    field(Field.efer, as: UInt64.self) & EFER.lma != 0
      && field(SegmentSlot.cs.offset + SegmentField.attributes, as: UInt16.self)
        & SegmentCache.long != 0
  }

  /// Calls into the class that owns this state. Only cold code may do so: a class reference alive at
  /// a tail call would put a release behind it. The CPU outlives its state, so nothing is retained.
  @inline(__always) func withOwner<Result>(_ body: (CPU) -> Result) -> Result {
    Unmanaged<CPU>.fromOpaque(field(Field.owner, as: UnsafeRawPointer.self))
      ._withUnsafeGuaranteedRef(body)
  }
}

/// General registers by encoding order, for code that names them.
package enum GeneralRegister: UInt8, CaseIterable, Sendable {
  case rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15

  /// Byte offset in the raw state.
  @inline(__always) var offset: UInt8 { UInt8(Field.registers) + rawValue &* 8 }
}

/// EFLAGS bits.
package struct EFlags: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  static let cf = EFlags(rawValue: 1 << 0)
  static let pf = EFlags(rawValue: 1 << 2)
  static let af = EFlags(rawValue: 1 << 4)
  static let zf = EFlags(rawValue: 1 << 6)
  static let sf = EFlags(rawValue: 1 << 7)
  static let tf = EFlags(rawValue: 1 << 8)
  static let `if` = EFlags(rawValue: 1 << 9)
  static let df = EFlags(rawValue: 1 << 10)
  static let of = EFlags(rawValue: 1 << 11)
  static let iopl = EFlags(rawValue: 3 << 12)
  static let nt = EFlags(rawValue: 1 << 14)
  static let rf = EFlags(rawValue: 1 << 16)
  static let vm = EFlags(rawValue: 1 << 17)
  static let ac = EFlags(rawValue: 1 << 18)
  static let vif = EFlags(rawValue: 1 << 19)
  static let vip = EFlags(rawValue: 1 << 20)
  static let id = EFlags(rawValue: 1 << 21)
  /// The six that instructions compute and that the lazy form holds.
  static let arithmetic: EFlags = [.cf, .pf, .af, .zf, .sf, .of]
}

/// CR0 bits.
package enum CR0 {
  static let pe: UInt64 = 1 << 0
  static let mp: UInt64 = 1 << 1
  static let em: UInt64 = 1 << 2
  static let ts: UInt64 = 1 << 3
  static let et: UInt64 = 1 << 4
  static let ne: UInt64 = 1 << 5
  static let wp: UInt64 = 1 << 16
  static let am: UInt64 = 1 << 18
  static let nw: UInt64 = 1 << 29
  static let cd: UInt64 = 1 << 30
  static let pg: UInt64 = 1 << 31
}

/// CR4 bits.
package enum CR4 {
  static let vme: UInt64 = 1 << 0
  static let pvi: UInt64 = 1 << 1
  static let tsd: UInt64 = 1 << 2
  static let de: UInt64 = 1 << 3
  static let pse: UInt64 = 1 << 4
  static let pae: UInt64 = 1 << 5
  static let mce: UInt64 = 1 << 6
  static let pge: UInt64 = 1 << 7
  static let pce: UInt64 = 1 << 8
  static let osfxsr: UInt64 = 1 << 9
  static let osxmmexcpt: UInt64 = 1 << 10
  static let umip: UInt64 = 1 << 11
  static let fsgsbase: UInt64 = 1 << 16
  static let pcide: UInt64 = 1 << 17
  static let smep: UInt64 = 1 << 20
  static let smap: UInt64 = 1 << 21
}

/// EFER (MSR C000_0080h) bits.
package enum EFER {
  static let sce: UInt64 = 1 << 0
  static let lme: UInt64 = 1 << 8
  static let lma: UInt64 = 1 << 10
  static let nxe: UInt64 = 1 << 11
  static let svme: UInt64 = 1 << 12
  static let lmsle: UInt64 = 1 << 13
  static let ffxsr: UInt64 = 1 << 14
}

/// A fault, trap or abort on its way to the guest. Thrown by cold code with nothing committed.
package struct Fault: Error, Equatable, Sendable {
  package var vector: UInt8
  /// The pushed error code, for the vectors that have one.
  package var errorCode: UInt16?
  /// CR2 for page faults.
  package var linearAddress: UInt64?
  /// The instruction pointer to save, if it is not that of the faulting instruction: a task switch
  /// faults in the new task, a debug trap comes after its instruction.
  package var returnRIP: UInt64?

  static let divideError = Fault(vector: 0)
  static let debug = Fault(vector: 1)
  static let overflow = Fault(vector: 4)
  static let bound = Fault(vector: 5)
  static let invalidOpcode = Fault(vector: 6)
  static let deviceNotAvailable = Fault(vector: 7)
  static func invalidTSS(_ code: UInt16) -> Fault { Fault(vector: 10, errorCode: code) }
  static func notPresent(_ code: UInt16) -> Fault { Fault(vector: 11, errorCode: code) }
  static func stack(_ code: UInt16) -> Fault { Fault(vector: 12, errorCode: code) }
  static func protection(_ code: UInt16) -> Fault { Fault(vector: 13, errorCode: code) }
  static func page(_ linear: UInt64, _ code: UInt16) -> Fault {
    Fault(vector: 14, errorCode: code, linearAddress: linear)
  }
  static let floatingPoint = Fault(vector: 16)
  static let alignment = Fault(vector: 17, errorCode: 0)
  static let simd = Fault(vector: 19)

  package init(vector: UInt8, errorCode: UInt16? = nil, linearAddress: UInt64? = nil) {
    self.vector = vector
    self.errorCode = errorCode
    self.linearAddress = linearAddress
  }
}
