/// The processor models, oldest first. Comparison is by generation.
public enum ProcessorModel: UInt8, CaseIterable, Codable, Sendable, Comparable {
  case i8086, i80186, i80286, i80386, i80486
  case pentium
  /// The 686 class with SSE.
  case pentium3
  /// 64-bit, GenuineIntel; and the same generation from AMD, where the two differ.
  case x86_64, x86_64AMD

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  public var isAMD: Bool { self == .x86_64AMD }

  /// The name that people use: the part number, or the architecture's.
  public var name: String {
    switch self {
    case .i8086: "8086"
    case .i80186: "80186"
    case .i80286: "80286"
    case .i80386: "80386"
    case .i80486: "80486"
    case .pentium: "pentium"
    case .pentium3: "pentium3"
    case .x86_64: "x86-64"
    case .x86_64AMD: "x86-64-amd"
    }
  }
}

/// What a processor can do beyond its generation's base, as CPUID tells it. A model has a usual set;
/// single features can be switched on and off.
///
/// Source: Intel SDM vol. 2, CPUID; AMD APM vol. 3, appendix E.
public struct ProcessorFeatures: OptionSet, Hashable, Codable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  /// An x87 unit, built in or in its socket.
  public static let fpu = Self(bit: 0)
  /// Virtual-8086 mode extensions and protected-mode virtual interrupts.
  public static let vme = Self(bit: 1)
  /// I/O breakpoints.
  public static let de = Self(bit: 2)
  /// 4 MiB pages.
  public static let pse = Self(bit: 3)
  public static let tsc = Self(bit: 4)
  public static let msr = Self(bit: 5)
  public static let pae = Self(bit: 6)
  /// CMPXCHG8B.
  public static let cx8 = Self(bit: 8)
  public static let apic = Self(bit: 9)
  /// SYSENTER and SYSEXIT.
  public static let sep = Self(bit: 11)
  public static let mtrr = Self(bit: 12)
  /// Global pages.
  public static let pge = Self(bit: 13)
  public static let cmov = Self(bit: 15)
  public static let pat = Self(bit: 16)
  public static let pse36 = Self(bit: 17)
  public static let clflush = Self(bit: 19)
  public static let mmx = Self(bit: 23)
  public static let fxsr = Self(bit: 24)
  public static let sse = Self(bit: 25)
  public static let sse2 = Self(bit: 26)
  public static let sse3 = Self(bit: 32)
  public static let monitor = Self(bit: 33)
  public static let ssse3 = Self(bit: 34)
  public static let cx16 = Self(bit: 35)
  public static let pcid = Self(bit: 36)
  public static let sse41 = Self(bit: 37)
  public static let sse42 = Self(bit: 38)
  public static let x2apic = Self(bit: 39)
  public static let movbe = Self(bit: 40)
  public static let popcnt = Self(bit: 41)
  /// The TSC-deadline mode of the local APIC's timer.
  public static let tscDeadline = Self(bit: 42)
  public static let fsgsbase = Self(bit: 44)
  public static let smep = Self(bit: 45)
  public static let smap = Self(bit: 46)
  public static let umip = Self(bit: 47)
  public static let invpcid = Self(bit: 48)
  public static let longMode = Self(bit: 49)
  public static let nx = Self(bit: 50)
  /// SYSCALL and SYSRET.
  public static let syscall = Self(bit: 51)
  public static let rdtscp = Self(bit: 52)
  /// 1 GiB pages.
  public static let page1G = Self(bit: 53)
  /// LAHF and SAHF in 64-bit mode.
  public static let lahf64 = Self(bit: 54)
  /// AMD: MOV CR8 by LOCK MOV CR0, segment limits in long mode (EFER.LMSLE), fast FXSAVE.
  public static let altMovCR8 = Self(bit: 55)
  public static let lmsle = Self(bit: 56)
  public static let ffxsr = Self(bit: 57)
  /// AMD: LZCNT and friends (ABM), SSE4A, PREFETCHW.
  public static let lzcnt = Self(bit: 58)
  public static let prefetchW = Self(bit: 59)
  public static let cpuid = Self(bit: 60)
}

extension ProcessorModel {
  /// The features that the model was made with.
  public var features: ProcessorFeatures {
    switch self {
    case .i8086, .i80186, .i80286, .i80386: return []
    case .i80486: return [.cpuid, .fpu]
    case .pentium:
      return [.cpuid, .fpu, .vme, .de, .pse, .tsc, .msr, .cx8]
    case .pentium3:
      return Self.pentium.features.union([
        .pae, .apic, .sep, .mtrr, .pge, .cmov, .pat, .pse36, .mmx, .fxsr, .sse,
      ])
    case .x86_64, .x86_64AMD:
      let common: ProcessorFeatures = Self.pentium3.features.union([
        .clflush, .sse2, .sse3, .ssse3, .cx16, .sse41, .sse42, .popcnt, .longMode, .nx,
        .syscall, .rdtscp, .lahf64, .page1G, .fsgsbase, .umip,
      ])
      return common.union(self.isAMD ? [.altMovCR8, .lmsle, .ffxsr, .lzcnt, .prefetchW] : [])
    }
  }
}
