import X86Decode

extension ProcessorFeatures {
  /// What `--cpu` calls the features; mostly what Linux shows in /proc/cpuinfo.
  static let names: [String: ProcessorFeatures] = [
    "fpu": .fpu, "vme": .vme, "de": .de, "pse": .pse, "tsc": .tsc, "msr": .msr, "pae": .pae,
    "cx8": .cx8, "apic": .apic, "sep": .sep, "mtrr": .mtrr, "pge": .pge, "cmov": .cmov,
    "pat": .pat, "pse36": .pse36, "clflush": .clflush, "mmx": .mmx, "fxsr": .fxsr, "sse": .sse,
    "sse2": .sse2, "sse3": .sse3, "monitor": .monitor, "ssse3": .ssse3, "cx16": .cx16,
    "pcid": .pcid, "sse41": .sse41, "sse42": .sse42, "x2apic": .x2apic, "movbe": .movbe,
    "popcnt": .popcnt, "fsgsbase": .fsgsbase, "smep": .smep, "smap": .smap, "umip": .umip,
    "invpcid": .invpcid, "lm": .longMode, "nx": .nx, "syscall": .syscall, "rdtscp": .rdtscp,
    "pdpe1gb": .page1G, "lahf": .lahf64, "cr8legacy": .altMovCR8, "lmsle": .lmsle,
    "ffxsr": .ffxsr, "lzcnt": .lzcnt, "prefetchw": .prefetchW, "tsc_deadline": .tscDeadline,
    "cpuid": .cpuid,
  ]
}
