extension Machine {
  /// The picture on the screen, if it is not the one that the last call gave.
  public func changedFrame() -> Frame? { nil }

  /// A digest of everything that can influence the machine's future.
  public func stateHash() -> StateHash {
    var hash = StateHash()
    hash.combine(now)
    return hash
  }

  /// Writes everything that the guest has written to images that are written through to the host.
  public func flushMedia() throws(ConfigurationError) {}
}
