import Lab
import PC

/// Adds what the window asks of a laboratory to whoever watches the run: the lines of the overlay, and
/// the next engine.
final class LabWindowObserver: SliceObserver {
  private let inner: any SliceObserver
  private let laboratory: () -> Laboratory
  private var gauge = LaboratoryGauge()

  /// - Parameter laboratory: the one in use; a dropped image makes another.
  init(_ inner: any SliceObserver, laboratory: @escaping () -> Laboratory) {
    self.inner = inner
    self.laboratory = laboratory
  }

  func requested(_ request: ObserverRequest, _ machine: Machine) {
    switch request {
    case .nextEngine:
      let laboratory = laboratory()
      laboratory.use(laboratory.engine.next)
    }
  }

  func annotation(_ machine: Machine) -> Session.Annotation? {
    gauge.annotation(of: laboratory())
  }

  func machineReplaced(by machine: Machine) {
    inner.machineReplaced(by: machine)
    gauge = LaboratoryGauge()
  }

  func sliceEnded(_ machine: Machine) -> Session.Ending.Cause? { inner.sliceEnded(machine) }

  func runEnded(
    _ machine: Machine, _ cause: Session.Ending.Cause
  ) throws(ConfigurationError) {
    try inner.runEnded(machine, cause)
  }
}
