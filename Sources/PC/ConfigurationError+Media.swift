public import Media

extension ConfigurationError {
  /// The same failure with the kind that the command's exit status needs.
  public init(_ error: MediaError) {
    let kind: Kind =
      switch error.cause {
      case .locked: .locked
      case .diskFull: .diskFull
      default: .image
      }
    self.init(kind, error.path, explanation: error.explanation)
  }
}
