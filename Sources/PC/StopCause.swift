/// Why ``Machine/run(until:)`` came back.
public enum StopCause: Codable, Equatable, Sendable {
  /// The timeline has reached the tick that was asked for.
  case deadline
  /// The guest has ended the run through one of the exit ports, with this status.
  case guestExit(UInt8)
  /// A triple fault: the processor has shut down.
  case tripleFault
  /// The processor is halted, and nothing can wake it.
  case halted
  /// The firmware leaves no room for the kernel that was to be started.
  case kernelRefused(ConfigurationError)
  /// A monitor has ended its guest, which did what no virtual machine may do: the reason in words.
  case terminated(String)
  /// The laboratory was to stop at the first instruction that failed silently; this is it, in words.
  case silentFailure(String)
  /// A breakpoint was met; which one and how, in words.
  case breakpoint(String)
  /// ``Machine/requestStop()`` was called.
  case requested
}
