import Lab
import PC
import Testing

/// The cost model: profiles, their files, what exits are charged, and the calibration.
struct CostTests {
  // MARK: Files

  @Test(arguments: CostProfile.builtIn)
  func aProfileSurvivesItsFile(profile: CostProfile) throws {
    let read = try CostProfile(text: profile.text, name: "copy")
    #expect(read.isHosted == profile.isHosted)
    for parameter in CostParameter.allCases { #expect(read[parameter] == profile[parameter]) }
  }

  @Test func aFileMayNameOnlyWhatItChanges() throws {
    let text = "# mine\r\n\r\n world_switch=99 # dear\n\thosted = 1\n"
    let profile = try CostProfile(text: text, name: "mine")
    #expect(profile[.worldSwitch] == 99)
    #expect(profile.grade(.worldSwitch) == .given)
    #expect(profile.isHosted)
    #expect(profile[.trap] == CostProfile.pentium4[.trap])
    #expect(profile.grade(.trap) == CostProfile.pentium4.grade(.trap))
  }

  @Test(arguments: [
    ("trap_ring1_0", "f, line 1: this is no cost"),
    ("\nvmentry = 1 = 2", "f, line 2: this is no cost"),
    ("dispatch = -1", "f, line 1: '-1' is no number"),
    ("dispatch =", "f, line 1: '' is no number"),
    ("dispatch = 1.5", "f, line 1: '1.5' is no number"),
    ("dispatch = 4000000001", "f, line 1: '4000000001' is no number"),
    ("dispatch = 99999999999999999999999", "f, line 1: '99999999999999999999999' is no number"),
    ("dispatch = ١", "f, line 1: '١' is no number"),
    ("hosted = 2", "f, line 1: '2' is no number"),
    ("Dispatch = 1", "f, line 1: there is no cost called 'Dispatch'"),
    ("vmread = 1\n\nvmread = 1", "f, line 3: vmread is given twice"),
  ])
  func aMalformedFileIsRefused(text: String, beginning: String) {
    do throws(ConfigurationError) {
      _ = try CostProfile(text: text, name: "f")
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.kind == .usage)
      #expect(error.description.hasPrefix(beginning), "\(error.description)")
      #expect(!error.description.contains("\n"))
    }
  }

  // MARK: Calibration

  @Test func calibrationCellsAreMet() {
    for column in CostCalibration.Column.allCases {
      let cells = CostCalibration().cells.filter { $0.column == column && $0.isCalibration }
      #expect(cells.count == 2)
      for cell in cells {
        #expect(cell.predicted == cell.measured, "\(cell.benchmark) \(column)")
        #expect(cell.grade == .literature)
      }
    }
  }

  @Test func predictionsAreOfTheRightSize() {
    let calibration = CostCalibration()
    #expect(calibration.cells.count == 21)
    for cell in calibration.cells {
      #expect(abs(cell.error) < 0.4, "\(cell.benchmark) \(cell.column): \(cell.predicted)")
    }
    for column in CostCalibration.Column.allCases { #expect(calibration.meanError(column) < 0.2) }
  }

  @Test func anotherProfileIsComparedAsItIs() {
    var profile = CostProfile.pentium4
    profile[.portBus] = 1
    let calibration = CostCalibration(profile)
    let calibrated = calibration.cells.filter(\.isCalibration)
    #expect(calibrated.isEmpty)
    let cell = calibration.cells.first { $0.benchmark == .portRead && $0.column == .native }
    #expect(cell?.predicted == 1)
  }

  // MARK: The account

  private static let priced: CostProfile = {
    var profile = CostProfile(name: "simple")
    for (index, parameter) in CostParameter.allCases.enumerated() {
      profile[parameter] = UInt64(1) << UInt64(index)
    }
    return profile
  }()

  @Test func exitsAreChargedByTheirRules() {
    for engine in EngineKind.allCases {
      for exitClass in ExitClass.allCases {
        var account = CostAccount(Self.priced)
        account.exit(exitClass, engine)
        #expect(account.total == CostRule.exit(exitClass, engine).cycles(Self.priced))
        #expect(account.byClass[exitClass] ?? 0 == account.total)
      }
    }
    // Trap, dispatch, IRET (bits 0 to 2) and emulation (bit 3).
    #expect(CostRule.exit(.privileged, .naive).cycles(Self.priced) == 0b1111)
    #expect(CostRule.exit(.silent, .naive).cycles(Self.priced) == 0)
    #expect(CostRule.exit(.agreed, .repair).cycles(Self.priced) == 0b1111)
  }

  @Test func aHostedMonitorSwitchesWorldsForDevices() {
    var bare = CostAccount(Self.priced)
    var hosted = CostAccount(Self.priced.hosted)
    let difference = CostRule.hosted.cycles(Self.priced)
    // A disk command, a status, the interrupt controller, a page of a device's, and what is no device.
    for port: (UInt16, Bool) in [(0x1F7, true), (0x1F7, false), (0x20, true)] {
      bare.exit(.privileged, .naive, port: port.0, isWrite: port.1)
      hosted.exit(.privileged, .naive, port: port.0, isWrite: port.1)
    }
    bare.exit(.device, .naive)
    hosted.exit(.device, .naive)
    bare.exit(.privileged, .naive)
    hosted.exit(.privileged, .naive)
    #expect(bare.deviceRequests == 4 && hosted.deviceRequests == 4)
    #expect(bare.diskCommands == 1 && hosted.diskCommands == 1)
    #expect(bare.worldSwitches == 0 && hosted.worldSwitches == 6)
    #expect(hosted.total - bare.total == 3 * difference)
    #expect(hosted.deviceCycles - bare.deviceCycles == 3 * difference)
    #expect(bare.deviceCycles == 4 * 0b1111 && bare.total == 5 * 0b1111)
  }

  @Test func workThatIsNoExitIsChargedByParameter() {
    var account = CostAccount(Self.priced)
    account.charge(.indirectLookup, times: 3)
    account.charge(.translation)
    #expect(
      account.byParameter == [
        .indirectLookup: 3 * Self.priced[.indirectLookup], .translation: Self.priced[.translation],
      ])
    #expect(account.total == account.byParameter.values.reduce(0, +))
  }

  @Test func slowdownAddsTheMachinesCycles() {
    var account = CostAccount(Self.priced)
    account.charge(.trap, times: 500)
    #expect(account.slowdown(ticks: 1000, nativeTicks: 1000) == 1.5)
    #expect(account.slowdown(ticks: 1000, nativeTicks: 0) == nil)
  }

  @Test func theReportFitsATerminal() {
    for profile in CostProfile.builtIn {
      for line in CostReport(profile).text.split(separator: "\n") {
        #expect(line.count <= 100, "\(line)")
      }
    }
  }
}
