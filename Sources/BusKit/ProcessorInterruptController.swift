/// The interrupt controller inside a processor's package, as the processor sees it: the local APIC.
///
/// The processor's own instructions reach it (RDMSR, WRMSR, MOV CR8, CPUID); they set
/// ``Scheduler/now`` before they do. Its memory-mapped page is the ``PhysicalMap``'s matter, and its
/// requests come in through the processor's pins.
public protocol ProcessorInterruptController: AnyObject {
  /// RDMSR of IA32_APIC_BASE (1Bh), IA32_TSC_DEADLINE (6E0h, in ticks of the timeline) and
  /// 800h...8FFh. Nil is #GP(0).
  func readMSR(_ number: UInt32) -> UInt64?
  /// WRMSR of the same registers. False is #GP(0), with nothing changed.
  func writeMSR(_ number: UInt32, _ value: UInt64) -> Bool
  /// IA32_APIC_BASE.EN: what CPUID.1:EDX bit 9 shows.
  var isEnabled: Bool { get }
  /// The initial local APIC ID that CPUID shows.
  var identifier: UInt32 { get }
  /// CR8: the task priority class, 0...15. Kept while the controller is disabled.
  var taskPriority: UInt8 { get set }
}
