/// The concrete handlers by op kind and variant, and what lowering must know of each kind.
///
/// One flat allocation for the processor's life; handlers find their slow twins in `slow` by kind.
struct HandlerTable {
  /// Address forms in the order of the variants; each has a live and a dead form.
  static let variants = 16
  let fast: UnsafeMutablePointer<Handler?>
  let slow: UnsafeMutablePointer<Handler>
  /// The six arithmetic flags as bits: C 1, P 2, A 4, Z 8, S 16, O 32.
  private(set) var writes: [UInt8]
  private(set) var reads: [UInt8]
  private(set) var faults: [Bool]

  init() {
    fast = .allocate(capacity: Kind.count * Self.variants)
    fast.initialize(repeating: nil, count: Kind.count * Self.variants)
    slow = .allocate(capacity: Kind.count)
    slow.initialize(repeating: { coldOp($0, $1) }, count: Kind.count)
    writes = [UInt8](repeating: 0, count: Kind.count)
    reads = writes
    faults = [Bool](repeating: false, count: Kind.count)
    fill()
  }

  func deallocate() {
    fast.deallocate()
    slow.deallocate()
  }

  mutating func set(_ kind: UInt16, _ variant: Int, _ handler: @escaping Handler) {
    fast[Int(kind) * Self.variants + variant] = handler
  }
  mutating func setSlow(_ kind: UInt16, _ handler: @escaping Handler) {
    slow[Int(kind)] = handler
  }
  mutating func describe(_ kind: UInt16, writes: UInt8, reads: UInt8, faults: Bool) {
    self.writes[Int(kind)] = writes
    self.reads[Int(kind)] = reads
    self.faults[Int(kind)] = faults
  }

  /// The handler of a kind for an address form (0 for none), with its flags dead if it can.
  func handler(_ kind: UInt16, form: Int, isDead: Bool) -> Handler {
    let at = Int(kind) * Self.variants + 2 * form
    if isDead, let quiet = fast[at + 1] { return quiet }
    guard let handler = fast[at] else { preconditionFailure("kind \(kind) has no form \(form)") }
    return handler
  }
  func hasDeadForm(_ kind: UInt16, form: Int) -> Bool {
    fast[Int(kind) * Self.variants + 2 * form + 1] != nil
  }
}
