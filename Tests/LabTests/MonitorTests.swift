import Lab
import PC
import Testing

struct MonitorTests {
  @Test("Every engine has a name of its own")
  func names() {
    #expect(Set(EngineKind.allCases.map(\.rawValue)).count == EngineKind.allCases.count)
  }
}
