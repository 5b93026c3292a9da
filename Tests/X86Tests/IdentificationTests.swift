import BusKit
import Testing
import X86
import X86Decode

/// CPUID by model.
@Suite struct IdentificationTests {
  private func vendor(_ cpu: CPU, _ leaf: UInt32) -> String {
    let answer = cpu.identification(leaf: leaf)
    let bytes = [answer.ebx, answer.edx, answer.ecx].flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (.i80486, 1, 0x435, 0x1), (.pentium, 1, 0x52C, 0x1BF), (.pentium3, 2, 0x686, 0x0383_FBFF),
      (.x86_64, 0xB, 0x2_06C2, 0x078B_FBFF), (.x86_64AMD, 7, 0x60_0F12, 0x078B_FBFF),
    ] as [(ProcessorModel, UInt32, UInt32, UInt32)])
  func basicLeaves(
    _ model: ProcessorModel, _ last: UInt32, _ signature: UInt32, _ features: UInt32
  ) {
    let cpu = SystemBench(model).cpu
    #expect(vendor(cpu, 0) == (model.isAMD ? "AuthenticAMD" : "GenuineIntel"))
    #expect(cpu.identification(leaf: 0).eax == last)
    let version = cpu.identification(leaf: 1)
    #expect(version.eax == signature)
    #expect(version.edx == features)
    cpu.reset()
    #expect(cpu.register(.rdx, as: UInt32.self) == signature)
  }

  @Test func leavesBeyondTheLast() {
    let old = SystemBench(.pentium3).cpu
    #expect(old.identification(leaf: 0x8000_0000) == old.identification(leaf: 2))
    let intel = SystemBench(.x86_64).cpu
    #expect(
      intel.identification(leaf: 0x4000_0000, subleaf: 1)
        == intel.identification(leaf: 0xB, subleaf: 1))
    #expect(intel.identification(leaf: 0xD) == intel.identification(leaf: 0xB))
    let amd = SystemBench(.x86_64AMD).cpu
    #expect(amd.identification(leaf: 0xB) == Identification())
    #expect(amd.identification(leaf: 0x8000_0009) == Identification())
  }

  @Test func switchableFeatures() {
    let all: ProcessorFeatures = [.umip, .smep, .smap, .fsgsbase, .invpcid, .pcid, .monitor]
    let features = ProcessorModel.x86_64.features
    let plain = SystemBench(.x86_64, features: features.subtracting(all)).cpu
    let rich = SystemBench(.x86_64, features: features.union(all)).cpu
    #expect(plain.identification(leaf: 7) == Identification())
    #expect(rich.identification(leaf: 7) == Identification(ebx: 0x10_0481, ecx: 4))
    #expect(rich.identification(leaf: 7, subleaf: 1) == Identification())
    #expect(plain.identification(leaf: 1).ecx == 0x0098_2201)
    #expect(rich.identification(leaf: 1).ecx == 0x009A_2209)
    #expect(rich.identification(leaf: 5) == Identification(eax: 64, ebx: 64, ecx: 3))
  }

  /// A feature goes when what it builds on goes.
  @Test func dependencies() {
    let features = ProcessorModel.x86_64.features
    let noSSE2 = SystemBench(.x86_64, features: features.subtracting(.sse2)).cpu.features
    #expect(noSSE2.isDisjoint(with: [.sse2, .sse3, .ssse3, .sse41, .sse42]))
    #expect(noSSE2.contains([.sse, .longMode]))
    let noPAE = SystemBench(.x86_64, features: features.subtracting(.pae)).cpu.features
    #expect(noPAE.isDisjoint(with: [.longMode, .nx, .page1G, .cx16]))
    let intel = SystemBench(.x86_64, features: features.union([.lmsle, .ffxsr])).cpu.features
    #expect(intel == features)
  }

  @Test func extendedLeaves() {
    let bench = SystemBench(.x86_64)
    #expect(bench.cpu.identification(leaf: 0x8000_0000).eax == 0x8000_0008)
    #expect(bench.cpu.identification(leaf: 0x8000_0001).edx == 0x2C10_0000)
    #expect(bench.cpu.identification(leaf: 0x8000_0008).eax == 0x3028)
    let amd = SystemBench(.x86_64AMD).cpu
    #expect(vendor(amd, 0x8000_0000) == "AuthenticAMD")
    #expect(amd.identification(leaf: 0x8000_0001).eax == 0x60_0F12)
    #expect(amd.identification(leaf: 0x8000_0001).edx & 0x2FD0_0800 == 0x2FD0_0800)
    #expect(amd.identification(leaf: 0x8000_0008).ebx == 0)
    let unlimited = ProcessorModel.x86_64AMD.features.subtracting(.lmsle)
    #expect(
      SystemBench(.x86_64AMD, features: unlimited).cpu.identification(leaf: 0x8000_0008).ebx
        == 1 << 20)
    let name = (0x8000_0002...0x8000_0004 as ClosedRange<UInt32>).flatMap { leaf in
      let part = bench.cpu.identification(leaf: leaf)
      return [part.eax, part.ebx, part.ecx, part.edx].flatMap { word in
        (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      }
    }
    #expect(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) == "RingOne x86-64")
    #expect(name.count == 48)
  }

  /// Intel tells of SYSCALL in 64-bit mode only.
  @Test func syscallBit() throws {
    let bench = try SystemBench.long()
    #expect(bench.cpu.identification(leaf: 0x8000_0001).edx & 1 << 11 != 0)
    bench.enterCompatibility(ring: 0)
    #expect(bench.cpu.identification(leaf: 0x8000_0001).edx & 1 << 11 == 0)
    #expect(SystemBench(.x86_64AMD).cpu.identification(leaf: 0x8000_0001).edx & 1 << 11 != 0)
  }

  @Test func caches() {
    let cpu = SystemBench(.x86_64).cpu
    let first = cpu.identification(leaf: 4, subleaf: 0)
    let size = ((first.ebx >> 22) + 1) * ((first.ebx & 0xFFF) + 1) * (first.ecx + 1)
    #expect(size == 32 << 10 && first.eax & 0x1F == 1)
    #expect(cpu.identification(leaf: 4, subleaf: 2).eax >> 5 & 7 == 2)
    #expect(cpu.identification(leaf: 4, subleaf: 3).eax & 0x1F == 0)
  }
}
