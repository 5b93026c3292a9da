import X86Decode

/// Which events somebody wants to see: `class=privileged|device,port=3f8-3ff`.
///
/// Terms stand between commas, and all of them must hold. A term is `field=value`, `field=value|value`
/// or `field!=value`:
///
/// - `class`: silent, privileged, true, hidden, trace, device, ... (``ExitClass``)
/// - `engine`: ``EngineKind``
/// - `instruction`: a mnemonic, as in `popf`
/// - `reason`: the beginning of the reason's words, as in `#GP` or `page table`
/// - `port`, `address` (linear, of the instruction), `eip`, `cs`, `page` (the physical page that the event is
///   about): a hexadecimal number or a range of them, as in `3f8-3ff`
/// - `vcpl`, `mcpl`: the virtual and the machine's privilege level
/// - `first-silent` stands for `class=silent`.
public struct EventFilter: Sendable {
  /// What is wrong with a filter, in words.
  public struct Malformed: Error, Equatable, Sendable {
    /// The part that makes no sense.
    public var part: String
    public var cause: String
    public var mend: String
  }

  private enum Test: Sendable {
    case classes(Set<ExitClass>)
    case engines(Set<EngineKind>)
    case operations(Set<X86Decode.Operation>)
    /// In lower case.
    case reasons([String])
    case numbers(NumberField, [ClosedRange<UInt64>])
  }

  private enum NumberField: String, CaseIterable, Sendable {
    case port, address, eip, cs, page, vcpl, mcpl
  }

  private struct Term: Sendable {
    var test: Test
    var isNegated: Bool
  }

  private var terms: [Term]
  public let text: String

  public init(_ text: String) throws(Malformed) {
    self.text = text
    var terms: [Term] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      terms.append(try Self.term(part.trimmedOfSpaces))
    }
    self.terms = terms
  }

  public func matches(_ event: ExitEvent) -> Bool {
    terms.allSatisfy { Self.holds($0.test, event) != $0.isNegated }
  }

  private static func holds(_ test: Test, _ event: ExitEvent) -> Bool {
    switch test {
    case .classes(let classes): return classes.contains(event.exitClass)
    case .engines(let engines): return engines.contains(event.engine)
    case .operations(let operations):
      return event.operation.map { operations.contains($0) } ?? false
    case .reasons(let beginnings):
      let reason = event.reason.description.lowercased()
      return beginnings.contains { reason.hasPrefix($0) }
    case .numbers(let field, let ranges):
      guard let value = value(field, event) else { return false }
      return ranges.contains { $0.contains(value) }
    }
  }

  private static func value(_ field: NumberField, _ event: ExitEvent) -> UInt64? {
    switch field {
    case .port: event.port.map(UInt64.init)
    case .address: event.address
    case .eip: event.eip
    case .cs: UInt64(event.cs)
    case .page: event.page
    case .vcpl: UInt64(event.virtualCPL)
    case .mcpl: UInt64(event.machineCPL)
    }
  }

  // MARK: Reading

  private static let fields =
    ["class", "engine", "instruction", "reason"] + NumberField.allCases.map(\.rawValue)

  private static func term(_ text: String) throws(Malformed) -> Term {
    if text == "first-silent" { return Term(test: .classes([.silent]), isNegated: false) }
    guard let equals = text.firstIndex(of: "=") else {
      throw Malformed(
        part: text, cause: text.isEmpty ? "a term is empty" : "a term is field=value",
        mend: "write it as in class=privileged|device,port=3f8-3ff")
    }
    var name = text[..<equals]
    let isNegated = name.last == "!"
    if isNegated { name = name.dropLast() }
    let values = text[text.index(after: equals)...].split(
      separator: "|", omittingEmptySubsequences: false
    ).map(\.trimmedOfSpaces)
    guard values.allSatisfy({ !$0.isEmpty }) else {
      throw Malformed(
        part: text, cause: "a value is missing", mend: "give one, or several with | between them")
    }
    return Term(test: try test(name.trimmedOfSpaces, values), isNegated: isNegated)
  }

  private static func test(_ field: String, _ values: [String]) throws(Malformed) -> Test {
    switch field {
    case "class": return .classes(try set(values, ExitClass.allCases, \.rawValue, "class"))
    case "engine": return .engines(try set(values, EngineKind.allCases, \.rawValue, "engine"))
    case "instruction": return .operations(try operations(values))
    case "reason": return .reasons(values.map { $0.lowercased() })
    default:
      guard let number = NumberField(rawValue: field) else {
        throw Malformed(
          part: field, cause: "there is no such field",
          mend: "choose \(fields.joined(separator: ", "))")
      }
      var ranges: [ClosedRange<UInt64>] = []
      for value in values { ranges.append(try range(value)) }
      return .numbers(number, ranges)
    }
  }

  private static func set<Value: Hashable>(
    _ words: [String], _ all: [Value], _ name: (Value) -> String, _ what: String
  ) throws(Malformed) -> Set<Value> {
    var found: Set<Value> = []
    for word in words {
      guard let value = all.first(where: { name($0) == word.lowercased() }) else {
        throw Malformed(
          part: word, cause: "there is no such \(what)",
          mend: "choose \(all.map(name).joined(separator: ", "))")
      }
      found.insert(value)
    }
    return found
  }

  /// A mnemonic names every operation that is printed so: `mov` moves to control registers, too.
  private static func operations(
    _ words: [String]
  ) throws(Malformed) -> Set<X86Decode.Operation> {
    var found: Set<X86Decode.Operation> = []
    for word in words {
      let matching = X86Decode.Operation.allCases.filter {
        $0.mnemonic == word.lowercased() || "\($0)".lowercased() == word.lowercased()
      }
      guard !matching.isEmpty else {
        throw Malformed(
          part: word, cause: "there is no such instruction",
          mend: "give a mnemonic, as in cli, popf or iret")
      }
      found.formUnion(matching)
    }
    return found
  }

  private static func range(_ text: String) throws(Malformed) -> ClosedRange<UInt64> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(number)
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      first <= last
    else {
      throw Malformed(
        part: text, cause: "this is no hexadecimal number or range",
        mend: "write it as in 3f8, 0x3f8 or c0000000-c00fffff")
    }
    return first...last
  }

  private static func number(_ text: Substring) -> UInt64? {
    var digits = text.lowercased()
    if digits.hasPrefix("0x") { digits = String(digits.dropFirst(2)) }
    if digits.hasSuffix("h") { digits = String(digits.dropLast()) }
    guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt64(digits, radix: 16)
  }
}

extension StringProtocol {
  fileprivate var trimmedOfSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
