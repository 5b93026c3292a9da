import BusKit
import X86Decode

// What the processor says of itself: CPUID, and what its features depend on.
//
// Source: Intel SDM vol. 2, CPUID; Intel AP-485; AMD APM vol. 3, appendix E.

extension ProcessorFeatures {
  /// Each feature with those that it builds on. A feature is listed behind those.
  private static var foundations: [(ProcessorFeatures, needs: ProcessorFeatures)] {
    [
      (.vme, .cpuid), (.de, .cpuid), (.pse, .cpuid), (.tsc, .cpuid), (.msr, .cpuid),
      (.cx8, .cpuid), (.pae, .cpuid), (.pge, .cpuid), (.cmov, .cpuid), (.clflush, .cpuid),
      (.pse36, .pse), (.apic, .msr), (.x2apic, .apic), (.tscDeadline, [.apic, .tsc]), (.sep, .msr),
      (.mtrr, .msr), (.pat, .msr),
      (.mmx, .fpu), (.fxsr, .fpu), (.sse, .fxsr), (.sse2, .sse), (.sse3, .sse2),
      (.monitor, .sse3), (.ssse3, .sse3), (.sse41, .ssse3), (.sse42, .sse41),
      (.popcnt, .cpuid), (.movbe, .cpuid), (.smep, .cpuid), (.smap, .cpuid), (.umip, .cpuid),
      (.nx, [.pae, .msr]), (.syscall, .msr), (.longMode, [.pae, .msr, .cx8]),
      (.cx16, [.cx8, .longMode]), (.pcid, .longMode), (.fsgsbase, .longMode),
      (.invpcid, .longMode), (.page1G, .longMode), (.lahf64, .longMode), (.rdtscp, [.tsc, .msr]),
      (.altMovCR8, .longMode), (.lmsle, .longMode), (.ffxsr, [.fxsr, .longMode]),
      (.lzcnt, .cpuid), (.prefetchW, .cpuid),
    ]
  }

  /// The features less those whose foundations are missing or that the generation cannot have.
  func resolved(for model: ProcessorModel) -> ProcessorFeatures {
    guard model >= .i80486 else { return intersection(.fpu) }
    var features = self
    for (feature, needs) in Self.foundations where !features.isSuperset(of: needs) {
      features.remove(feature)
    }
    if !model.isAMD { features.subtract([.altMovCR8, .lmsle, .ffxsr]) }
    return features
  }
}

extension CPU {
  /// MAXPHYADDR: lines on the address bus.
  var physicalAddressBits: UInt64 {
    switch model {
    case .i8086, .i80186: return 20
    case .i80286: return 24
    default:
      if features.contains(.longMode) { return 40 }
      return features.isDisjoint(with: [.pae, .pse36]) ? 32 : 36
    }
  }
}

// MARK: CPUID

/// The four registers that CPUID loads.
package struct Identification: Equatable, Sendable {
  package var eax: UInt32 = 0
  package var ebx: UInt32 = 0
  package var ecx: UInt32 = 0
  package var edx: UInt32 = 0

  package init(eax: UInt32 = 0, ebx: UInt32 = 0, ecx: UInt32 = 0, edx: UInt32 = 0) {
    self.eax = eax
    self.ebx = ebx
    self.ecx = ecx
    self.edx = edx
  }
}

extension ProcessorModel {
  /// Family, model and stepping: CPUID's version information, and EDX after reset.
  ///
  /// A DX2 with the SL enhancements, a P54CS, a Coppermine, a processor of the Westmere generation, and
  /// AMD's family 15h. The 80386 has its component identifier in EDX only.
  var signature: UInt32 {
    switch self {
    case .i8086, .i80186, .i80286: 0
    case .i80386: 0x308
    case .i80486: 0x435
    case .pentium: 0x52C
    case .pentium3: 0x686
    case .x86_64: 0x2_06C2
    case .x86_64AMD: 0x60_0F12
    }
  }
}

extension CPU {
  private static var genuineIntel: Identification {
    Identification(ebx: 0x756E_6547, ecx: 0x6C65_746E, edx: 0x4965_6E69)
  }
  private static var authenticAMD: Identification {
    Identification(ebx: 0x6874_7541, ecx: 0x444D_4163, edx: 0x6974_6E65)
  }

  /// What CPUID answers.
  /// - Parameters:
  ///   - leaf: EAX.
  ///   - subleaf: ECX, which some leaves look at.
  package func identification(leaf: UInt32, subleaf: UInt32 = 0) -> Identification {
    if leaf >= 0x8000_0000, hasExtendedLeaves, leaf <= Self.lastExtendedLeaf {
      return extendedIdentification(leaf)
    }
    let last = lastBasicLeaf
    if leaf <= last { return basicIdentification(leaf, subleaf) }
    // Beyond the last leaf Intel's processors answer as to the last basic one, AMD's with zeros.
    return model.isAMD ? Identification() : basicIdentification(last, subleaf)
  }

  private var lastBasicLeaf: UInt32 {
    switch model {
    case .pentium3: 2
    case .x86_64: modelSpecific.miscellaneous & MiscellaneousEnable.limitsCPUID != 0 ? 3 : 0xB
    case .x86_64AMD: 7
    default: 1
    }
  }
  private var hasExtendedLeaves: Bool { model >= .x86_64 }
  private static var lastExtendedLeaf: UInt32 { 0x8000_0008 }

  // MARK: Basic leaves

  private func basicIdentification(_ leaf: UInt32, _ subleaf: UInt32) -> Identification {
    switch leaf {
    case 0:
      var answer = model.isAMD ? Self.authenticAMD : Self.genuineIntel
      answer.eax = lastBasicLeaf
      return answer
    case 1: return versionAndFeatures
    case 2: return cacheDescriptors
    case 4: return cacheParameters(subleaf)
    case 5: return monitorLines
    // The local APIC's timer never stops.
    case 6: return Identification(eax: features.contains(.apic) && !model.isAMD ? 4 : 0)
    case 7: return subleaf == 0 ? structuredFeatures : Identification()
    case 0xB: return topology(subleaf)
    default: return Identification()
    }
  }

  private var versionAndFeatures: Identification {
    var answer = Identification(eax: model.signature)
    // CLFLUSH's line in units of 8 bytes; one logical processor; the initial APIC identifier.
    if features.contains(.clflush) { answer.ebx = 8 << 8 }
    if features.contains(.apic) { answer.ebx |= 1 << 16 | apicIdentifier << 24 }
    let second: [(ProcessorFeatures, UInt32)] = [
      (.sse3, 0), (.ssse3, 9), (.cx16, 13), (.pcid, 17), (.sse41, 19), (.sse42, 20),
      (.x2apic, 21), (.movbe, 22), (.popcnt, 23), (.tscDeadline, 24),
    ]
    answer.ecx = bits(second)
    if offersMonitor { answer.ecx |= 1 << 3 }
    answer.edx = standardFeatures
    return answer
  }

  private var apicIdentifier: UInt32 { (interruptController?.identifier ?? 0) & 0xFF }

  private var offersMonitor: Bool {
    features.contains(.monitor)
      && (model.isAMD || modelSpecific.miscellaneous & MiscellaneousEnable.monitor != 0)
  }

  /// Leaf 1's EDX, whose layout ``ProcessorFeatures`` has.
  private var standardFeatures: UInt32 {
    var word = UInt32(truncatingIfNeeded: features.rawValue)
    // A local APIC that IA32_APIC_BASE has switched off is not reported.
    let isEnabled =
      interruptController?.isEnabled ?? (modelSpecific.apicBase & APICBase.enabled != 0)
    if !isEnabled { word &= ~(1 << 9) }
    // Machine check exceptions and, in the 686 class, the machine check architecture.
    if model >= .pentium { word |= 1 << 7 }
    if model >= .pentium3 { word |= 1 << 14 }
    return word
  }

  private func bits(_ table: [(ProcessorFeatures, UInt32)]) -> UInt32 {
    table.reduce(0) { features.contains($1.0) ? $0 | 1 << $1.1 : $0 }
  }

  /// Leaf 2; what the descriptors mean is in Intel SDM vol. 2, table 3-12.
  private var cacheDescriptors: Identification {
    switch model {
    // 4 KiB instruction TLB 32, 4 MiB instruction TLB 2, 4 KiB data TLB 64; L2 256 KiB, L1 16 + 16 KiB,
    // 4 MiB data TLB 8.
    case .pentium3: Identification(eax: 0x0302_0101, edx: 0x0C04_0882)
    // 4 KiB data TLB 64, large ones 32, large instruction TLB 7; caches in leaf 4, 4 KiB instruction
    // TLB 64, 64-byte prefetch; second-level TLB 512.
    case .x86_64: Identification(eax: 0x5503_5A01, ebx: 0x00F0_B2FF, edx: 0x00CA_0000)
    default: Identification()
    }
  }

  /// Leaf 4: L1 data 32 KiB in 8 ways, L1 instructions 32 KiB in 4, L2 256 KiB in 8; lines of 64 bytes.
  private func cacheParameters(_ index: UInt32) -> Identification {
    guard model == .x86_64 else { return Identification() }
    let caches: [(type: UInt32, level: UInt32, ways: UInt32, sets: UInt32)] = [
      (1, 1, 8, 64), (2, 1, 4, 128), (3, 2, 8, 512),
    ]
    guard index < 3 else { return Identification() }
    let cache = caches[Int(index)]
    return Identification(
      eax: cache.type | cache.level << 5 | 1 << 8, ebx: 63 | (cache.ways - 1) << 22,
      ecx: cache.sets - 1)
  }

  /// Leaf 5: lines of 64 bytes; interrupts end MWAIT even when they are masked.
  private var monitorLines: Identification {
    features.contains(.monitor) ? Identification(eax: 64, ebx: 64, ecx: 3) : Identification()
  }

  private var structuredFeatures: Identification {
    Identification(
      ebx: bits([(.fsgsbase, 0), (.smep, 7), (.invpcid, 10), (.smap, 20)]),
      ecx: bits([(.umip, 2)]))
  }

  /// Leaf 0Bh: one thread in one core.
  private func topology(_ level: UInt32) -> Identification {
    let identifier = interruptController?.identifier ?? 0
    guard level < 2 else { return Identification(ecx: level & 0xFF, edx: identifier) }
    return Identification(ebx: 1, ecx: level | (level + 1) << 8, edx: identifier)
  }

  // MARK: Extended leaves

  private func extendedIdentification(_ leaf: UInt32) -> Identification {
    switch leaf {
    case 0x8000_0000:
      var answer = model.isAMD ? Self.authenticAMD : Identification()
      answer.eax = Self.lastExtendedLeaf
      return answer
    case 0x8000_0001: return extendedFeatures
    case 0x8000_0002...0x8000_0004: return brandString(Int(leaf - 0x8000_0002))
    case 0x8000_0005: return firstLevelCaches
    case 0x8000_0006: return secondLevelCache
    // The time stamp counter runs at one rate in every state.
    case 0x8000_0007: return Identification(edx: 1 << 8)
    default:
      // Linear and physical address bits; AMD tells when EFER.LMSLE is missing.
      return Identification(
        eax: 48 << 8 | UInt32(physicalAddressBits),
        ebx: model.isAMD && !features.contains(.lmsle) ? 1 << 20 : 0)
    }
  }

  private var extendedFeatures: Identification {
    var answer = Identification()
    answer.ecx = bits([(.lahf64, 0), (.altMovCR8, 4), (.lzcnt, 5), (.prefetchW, 8)])
    answer.edx = bits([(.ffxsr, 25), (.page1G, 26), (.rdtscp, 27), (.longMode, 29)])
    if offersNX { answer.edx |= 1 << 20 }
    if model.isAMD {
      answer.eax = model.signature
      // AMD repeats leaf 1's EDX but for SEP, and tells SSE's additions to MMX apart.
      answer.edx |= standardFeatures & 0x0183_F3FF
      if features.contains(.sse) { answer.edx |= 1 << 22 }
      if features.contains(.syscall) { answer.edx |= 1 << 11 }
    } else if features.contains(.syscall), is64Bit {
      // Intel has SYSCALL in 64-bit mode only, and tells of it only there.
      answer.edx |= 1 << 11
    }
    return answer
  }

  /// IA32_MISC_ENABLE can hide the execute-disable bit.
  var offersNX: Bool {
    features.contains(.nx)
      && modelSpecific.miscellaneous & MiscellaneousEnable.disablesNX == 0
  }

  /// 16 of the brand string's 48 characters.
  private func brandString(_ part: Int) -> Identification {
    let name = Array((model.isAMD ? "RingOne x86-64 (AMD)" : "RingOne x86-64").utf8)
    func word(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { word, byte in
        let at = part * 16 + index * 4 + byte
        return word | (at < name.count ? UInt32(name[at]) << UInt32(8 * byte) : 0)
      }
    }
    return Identification(eax: word(0), ebx: word(1), ecx: word(2), edx: word(3))
  }

  /// AMD: TLBs of 32 and 24 large, 64 and 32 small pages, fully associative; L1 data 64 KiB in 2 ways and
  /// L1 instructions 64 KiB in 2 ways, lines of 64 bytes.
  private var firstLevelCaches: Identification {
    guard model.isAMD else { return Identification() }
    return Identification(
      eax: 0xFF20_FF18, ebx: 0xFF40_FF20, ecx: 0x4002_0140, edx: 0x4002_0140)
  }

  /// L2: 256 KiB in 8 ways (Intel), 512 KiB in 16 (AMD), lines of 64 bytes.
  private var secondLevelCache: Identification {
    Identification(ecx: model.isAMD ? 0x0200_8140 : 0x0100_6040)
  }
}
