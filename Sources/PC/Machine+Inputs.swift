extension Machine {
  /// Lets an input happen in the present tick.
  public func apply(_ input: Input) {
  }
}
