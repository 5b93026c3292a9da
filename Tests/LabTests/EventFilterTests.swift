import Lab
import Testing
import X86Decode

struct EventFilterTests {
  private func event(
    _ exitClass: ExitClass = .privileged, port: UInt16? = nil, address: UInt64 = 0xC001_1485,
    virtualCPL: UInt8 = 0
  ) -> ExitEvent {
    var event = ExitEvent(engine: .repair, exitClass: exitClass, reason: "#GP(0)")
    event.port = port
    event.address = address
    event.eip = address
    event.cs = 8
    event.virtualCPL = virtualCPL
    event.machineCPL = 1
    event.operation = .popf
    return event
  }

  @Test(
    "Terms select by class, instruction, reason, port, address and level",
    arguments: [
      "class=privileged", "class=silent|privileged", "instruction=popf", "reason=#gp", "port=3f8",
      "port=3f0-3ff", "port=0x3F8|61h", "address=c0011000-c0011fff", "vcpl=0,mcpl=1", "cs=8",
      "engine=repair", "class!=device", "class=privileged , instruction=cli|popf",
    ])
  func matching(text: String) throws {
    #expect(try EventFilter(text).matches(event(port: 0x3F8)))
  }

  @Test(
    "What does not hold does not match",
    arguments: [
      "class=silent", "first-silent", "instruction=cli", "reason=#PF", "port=3f9", "port=61-64",
      "address=0-ffff", "vcpl=3", "engine=naive", "class!=privileged", "class=privileged,port=61",
    ])
  func notMatching(text: String) throws {
    #expect(try !EventFilter(text).matches(event(port: 0x3F8)))
  }

  @Test("An event without a port is outside every range of ports and inside its negation")
  func absentField() throws {
    #expect(try !EventFilter("port=0-ffff").matches(event()))
    #expect(try EventFilter("port!=0-ffff").matches(event()))
  }

  @Test("A mnemonic covers every operation that is printed so")
  func mnemonics() throws {
    var event = event()
    event.operation = .movToCR
    #expect(try EventFilter("instruction=mov").matches(event))
    event.operation = .pushSegment
    #expect(try EventFilter("instruction=push").matches(event))
  }

  @Test(
    "Nonsense is named, with what would do",
    arguments: [
      ("", ""), ("class", "class"), ("class=", "class="), ("class=foo", "foo"),
      ("colour=1", "colour"),
      ("port=xyz", "xyz"), ("port=9-1", "9-1"), ("port=1-2-3", "1-2-3"),
      ("instruction=frob", "frob"),
      ("class=device,,port=1", ""), ("port=-", "-"), ("engine=|naive", "engine=|naive"),
    ])
  func malformed(text: String, part: String) {
    #expect {
      _ = try EventFilter(text)
    } throws: { error in
      guard let malformed = error as? EventFilter.Malformed else { return false }
      return malformed.part == part && !malformed.cause.isEmpty && !malformed.mend.isEmpty
    }
  }
}
