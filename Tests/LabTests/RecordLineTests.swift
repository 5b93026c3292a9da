import Foundation
import Lab
import Testing

struct RecordLineTests {
  private func line(_ record: ExitRecord) -> [UInt8] {
    var line: [UInt8] = []
    record.appendJSONLine(to: &line)
    return line
  }

  @Test("A record's line is what JSONDecoder reads back")
  func roundTrip() throws {
    var record = ExitRecord(engine: .audit, exitClass: .silent)
    #expect(try JSONDecoder().decode(ExitRecord.self, from: Data(line(record))) == record)
    record.sequence = 1_234_567_890_123
    record.virtualTime = .max
    record.cs = 0xFFFF
    record.eip = 0xC001_1485
    record.address = 10
    record.bytes = "9C"
    record.instruction = "pushfd"
    record.virtualCPL = 3
    record.machineCPL = 1
    record.reason = "\"panic\\\": \u{1}\u{1F} und \u{E4}\u{1F600}"
    record.port = 0x3F8
    record.qualification = 0
    record.virtualBefore = "IF=1"
    record.virtualAfter = "IF=0"
    record.machineResult = ""
    record.cycles = 2672
    record.cause = 9
    let written = line(record)
    #expect(written.last == 0x0A && written.count { $0 == 0x0A } == 1)
    #expect(try JSONDecoder().decode(ExitRecord.self, from: Data(written)) == record)
  }

  @Test("The line for people names place, levels, instruction and what changed")
  func text() {
    var record = ExitRecord(engine: .repair, exitClass: .privileged)
    record.cs = 8
    record.eip = 0xC001_1485
    record.machineCPL = 1
    record.instruction = "cli"
    record.reason = "#GP(0)"
    record.virtualBefore = "IF=1"
    record.virtualAfter = "IF=0"
    record.cause = 7
    let text = record.text
    for part in ["0008:C0011485", "0>1", "cli", "#GP(0)", "IF=1 -> IF=0", "because of 7"] {
      #expect(text.contains(part))
    }
  }
}
