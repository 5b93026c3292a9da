/// `InlineArray` that can be compared, hashed and archived: a chip's register file inside its `State`.
public struct FixedArray<let size: Int, Element: Codable & Hashable & Sendable>: Sendable {
  private var storage: InlineArray<size, Element>

  public init(repeating value: Element) {
    storage = InlineArray(repeating: value)
  }

  public var count: Int { size }
  public var indices: Range<Int> { 0..<size }

  public subscript(_ index: Int) -> Element {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  /// The elements as an ordinary array.
  public var elements: [Element] { indices.map { storage[$0] } }
}

extension FixedArray: Equatable {
  public static func == (a: Self, b: Self) -> Bool { a.indices.allSatisfy { a[$0] == b[$0] } }
}

extension FixedArray: Hashable {
  public func hash(into hasher: inout Hasher) {
    for index in indices { hasher.combine(storage[index]) }
  }
}

extension FixedArray: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    storage = try InlineArray { (_: Int) throws in try container.decode(Element.self) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for index in indices { try container.encode(storage[index]) }
  }
}
