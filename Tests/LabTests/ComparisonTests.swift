import Foundation
import Lab
import PC
import Testing
import X86Decode

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ComparisonTests {
  private func report(_ engine: EngineKind) throws -> LabReport {
    // OUT 80h,AL; JMP back.
    let program: [UInt8] = [0xE6, 0x80, 0xEB, 0xFC]
    var rom = program + [UInt8](repeating: 0x90, count: (64 << 10) - program.count)
    rom.replaceSubrange(0xFFF0..<0xFFF5, with: [0xEA, 0x00, 0x00, 0x00, 0xF0])
    let machine = try Machine(MachineConfiguration(model: .i80486, systemBIOS: rom))
    let laboratory = Laboratory(machine, engine: engine)
    _ = machine.run(until: 20_000)
    return laboratory.report()
  }

  private func comparison() throws -> LabComparison {
    var comparison = LabComparison(title: "a <b> & \"c\"", costProfile: "pentium4")
    for (engine, isReached) in [(EngineKind.native, true), (.elegant, true), (.naive, false)] {
      comparison.append(
        LabComparison.Run(
          engine: engine, image: "x", isReached: isReached,
          ending: isReached ? "done" : "last line: \"<panic> & \u{1}\"", hostSeconds: 0.5,
          report: try report(engine)), instructionsPerTick: 0.25)
    }
    return comparison
  }

  @Test("Slowdown is against the native run, and only for runs that got there")
  func slowdown() throws {
    let runs = try comparison().runs
    #expect(runs[0].slowdown == 1)
    let elegant = try #require(runs[1].slowdown)
    let expected =
      Double(runs[1].busyTicks + runs[1].machineCycles) / Double(runs[0].busyTicks)
    #expect(elegant > 1 && elegant == expected)
    #expect(runs[2].slowdown == nil)
    #expect(runs[0].instructions == Double(runs[0].busyTicks) / 4)
    #expect(runs[0].silentFailures == nil)
  }

  @Test(
    "The table has a row for each engine within 100 columns, and says why one did not get there")
  func table() throws {
    let comparison = try comparison()
    let text = comparison.text
    for run in comparison.runs { #expect(text.contains("\n" + run.engine.rawValue)) }
    #expect(text.contains("NOT REACHED") && text.contains("<panic>"))
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    let read = try JSONDecoder().decode(LabComparison.self, from: Data(comparison.json))
    #expect(read.runs.map(\.engine) == comparison.runs.map(\.engine))
  }

  @Test("The page is well-formed, escapes what guests say, and needs nothing from elsewhere")
  func page() throws {
    let html = String(decoding: try comparison().html, as: UTF8.self)
    let body = try #require(html.range(of: "<html"))
    let document = try XMLDocument(xmlString: String(html[body.lowerBound...]))
    #expect(try document.nodes(forXPath: "//*[local-name()='svg']").count == 2)
    #expect(try document.nodes(forXPath: "//table").count == 1)
    #expect(try document.nodes(forXPath: "//tr").count == 4)
    #expect(try document.nodes(forXPath: "//*[local-name()='rect']").count > 4)
    #expect(try document.nodes(forXPath: "//script|//link|//img|//iframe").isEmpty)
    #expect(!html.contains("src=") && !html.contains("@import") && !html.contains("url("))
    #expect(html.contains("a &lt;b&gt; &amp; &quot;c&quot;") && html.contains("&lt;panic&gt;"))
    let address = "http://www.w3.org/2000/svg"
    #expect(!html.replacingOccurrences(of: address, with: "").contains("http"))
    #expect(html.contains("prefers-color-scheme: dark"))
  }
}
