// One record as one line of JSON. A run makes millions of them, so that they are written byte by byte;
// `JSONDecoder` reads them back, and a test does.

extension ExitRecord {
  /// The record as a JSON object and a line feed, appended to `line`. Keys are the properties' names, and
  /// what is nil is left out.
  public func appendJSONLine(to line: inout [UInt8]) {
    line.append(UInt8(ascii: "{"))
    line.appendNumber("sequence", sequence, isFirst: true)
    line.appendNumber("virtualTime", virtualTime)
    line.appendText("engine", engine.rawValue)
    line.appendText("exitClass", exitClass.rawValue)
    line.appendNumber("cs", UInt64(cs))
    line.appendNumber("eip", eip)
    line.appendNumber("address", address)
    line.appendText("bytes", bytes)
    line.appendText("instruction", instruction)
    line.appendNumber("virtualCPL", UInt64(virtualCPL))
    line.appendNumber("machineCPL", UInt64(machineCPL))
    line.appendText("reason", reason)
    if let port { line.appendNumber("port", UInt64(port)) }
    if let qualification { line.appendNumber("qualification", qualification) }
    if let virtualBefore { line.appendText("virtualBefore", virtualBefore) }
    if let virtualAfter { line.appendText("virtualAfter", virtualAfter) }
    if let machineResult { line.appendText("machineResult", machineResult) }
    line.appendNumber("cycles", cycles)
    if let cause { line.appendNumber("cause", cause) }
    line.append(UInt8(ascii: "}"))
    line.append(UInt8(ascii: "\n"))
  }

  /// The record as a line for people, without an end: 100 columns or a little more.
  public var text: String {
    func hex(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let place = "\(hex(UInt64(cs), 4)):\(hex(eip, 8))"
    let ring = "\(virtualCPL)>\(machineCPL)"
    var words = [
      "\(sequence)".padded(to: 8), "\(virtualTime)".padded(to: 11),
      exitClass.rawValue.padded(to: 10), place, ring, instruction.padded(to: 24), reason,
    ]
    if let port { words.append("port \(hex(UInt64(port), 3))h") }
    if let qualification, port == nil { words.append("at \(hex(qualification, 8))h") }
    if exitClass == .silent {
      words.append("ring 0: \(virtualAfter ?? ""), here: \(machineResult ?? "")")
    } else if let virtualBefore, let virtualAfter, !virtualBefore.isEmpty {
      words.append("\(virtualBefore) -> \(virtualAfter)")
    }
    if let cause { words.append("because of \(cause)") }
    return words.joined(separator: " ")
  }
}

extension [UInt8] {
  fileprivate mutating func appendKey(_ key: StaticString, isFirst: Bool) {
    if !isFirst { append(UInt8(ascii: ",")) }
    append(UInt8(ascii: "\""))
    key.withUTF8Buffer { append(contentsOf: $0) }
    append(UInt8(ascii: "\""))
    append(UInt8(ascii: ":"))
  }

  fileprivate mutating func appendNumber(
    _ key: StaticString, _ value: UInt64, isFirst: Bool = false
  ) {
    appendKey(key, isFirst: isFirst)
    guard value >= 10 else { return append(UInt8(ascii: "0") + UInt8(value)) }
    let start = count
    var rest = value
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }

  fileprivate mutating func appendText(_ key: StaticString, _ text: String) {
    appendKey(key, isFirst: false)
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        append(contentsOf: "\\u00".utf8)
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
