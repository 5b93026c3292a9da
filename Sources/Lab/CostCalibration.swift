/// The processor-level benchmarks by which two monitors were compared on one machine, and what our cost
/// model makes of them.
///
/// Each column has two parameters that are fitted to two of its cells; every other cell is then
/// predicted. How far off the predictions are is part of the result.
///
/// Source: Adams and Agesen, "A comparison of software and hardware techniques for x86 virtualization",
/// ASPLOS 2006, section 6.3; cycles on a 3.8 GHz Pentium 4 672.
public struct CostCalibration: Sendable {
  public enum Column: String, CaseIterable, Sendable {
    case native
    case software = "binary translation"
    case hardware = "VT-x"
  }

  public enum Benchmark: String, CaseIterable, Sendable {
    case systemCall = "syscall"
    case portRead = "in"
    case cr8Write = "cr8wr"
    case callReturn = "call/ret"
    case pageFault = "pgfault"
    case divideByZero = "divzero"
    case tableUpdate = "ptemod"
  }

  public struct Cell: Sendable {
    public var benchmark: Benchmark
    public var column: Column
    public var measured: Double
    public var grade: CostGrade
    public var predicted: Double
    /// One of the two that the column's parameters were fitted to.
    public var isCalibration: Bool
    /// The benchmark's own instructions, which the model takes as they are: no prediction.
    public var isGiven: Bool

    /// Of the measured value; 0.1 is ten per cent too much.
    public var error: Double { predicted / measured - 1 }
  }

  public let cells: [Cell]
  public let profile: CostProfile

  /// What the machine takes for the benchmarks' own instructions.
  static let callReturn = 11.0
  static let cr8Write = 140.0
  static let store = 1.0
  private static let own: [Benchmark] = [.systemCall, .cr8Write, .callReturn, .tableUpdate]

  /// - Parameter profile: what to predict with; ``CostProfile/pentium4`` is the one that is fitted to the
  ///   table, any other is compared with it as it is.
  public init(_ profile: CostProfile = .pentium4) {
    self.profile = profile
    let isFitted = profile.values == CostProfile.pentium4.values
    cells = Column.allCases.flatMap { column in
      Benchmark.allCases.map { benchmark in
        let (measured, grade) = Self.measured(benchmark, column)
        return Cell(
          benchmark: benchmark, column: column, measured: measured, grade: grade,
          predicted: Self.predicted(benchmark, column, profile),
          isCalibration: isFitted && Self.calibrating(column).contains(benchmark),
          isGiven: column == .native && Self.own.contains(benchmark))
      }
    }
  }

  /// The mean of the predictions' absolute errors.
  public func meanError(_ column: Column) -> Double {
    let errors = cells.filter { $0.column == column && !$0.isCalibration && !$0.isGiven }
      .map { abs($0.error) }
    return errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
  }

  // MARK: The table

  static func measured(_ benchmark: Benchmark, _ column: Column) -> (Double, CostGrade) {
    switch (benchmark, column) {
    case (.systemCall, .native): (242, .recalled)
    case (.systemCall, .software): (2242, .recalled)
    case (.systemCall, .hardware): (242, .recalled)
    case (.portRead, .native): (3209, .literature)
    case (.portRead, .software): (214, .literature)
    case (.portRead, .hardware): (15826, .literature)
    case (.cr8Write, .native): (140, .literature)
    case (.cr8Write, .software): (35, .literature)
    case (.cr8Write, .hardware): (140, .literature)
    case (.callReturn, .native): (11, .literature)
    case (.callReturn, .software): (51, .literature)
    case (.callReturn, .hardware): (11, .literature)
    case (.pageFault, .native): (1093, .literature)
    case (.pageFault, .software): (3927, .literature)
    case (.pageFault, .hardware): (11242, .literature)
    case (.divideByZero, .native): (889, .literature)
    case (.divideByZero, .software): (3223, .literature)
    case (.divideByZero, .hardware): (1014, .literature)
    case (.tableUpdate, .native): (1, .literature)
    case (.tableUpdate, .software): (391, .literature)
    case (.tableUpdate, .hardware): (12733, .literature)
    }
  }

  static func calibrating(_ column: Column) -> [Benchmark] {
    switch column {
    case .native: [.portRead, .divideByZero]
    case .software: [.portRead, .divideByZero]
    case .hardware: [.portRead, .pageFault]
    }
  }

  // MARK: The model

  /// A fault of the user's that its own kernel handles.
  private static let nativeFault = CostRule((.trap, 1), (.interruptReturn, 1))
  /// The monitor forwards a fault to the translated kernel, whose IRET is a call-out.
  private static let translatedFault =
    CostRule.trap + CostRule((.callOut, 1), (.emulation, 1), (.interruptReturn, 1))
  private static let walk = CostRule((.tableReference, 2))
  /// Through the monitor by VM exit and VM entry.
  private static let vmExit = CostRule((.vmExit, 1), (.exitDispatch, 1), (.vmEntry, 1))

  /// What the machine does in a benchmark beside its own instructions.
  public static func rule(_ benchmark: Benchmark, _ column: Column) -> CostRule {
    switch (benchmark, column) {
    case (.systemCall, .native), (.systemCall, .hardware): CostRule((.fastSystemCall, 1))
    // SYSENTER enters the monitor, which goes on in the translated kernel; its SYSEXIT is a call-out.
    case (.systemCall, .software):
      CostRule(
        (.fastSystemCall, 1), (.dispatch, 1), (.interruptReturn, 1), (.callOut, 1),
        (.emulation, 1))
    case (.portRead, .native): CostRule((.portBus, 1))
    case (.portRead, .software): CostRule((.callOut, 1), (.emulation, 1))
    case (.portRead, .hardware): vmExit + CostRule((.exitEmulation, 1))
    case (.cr8Write, .software): CostRule((.inlineEmulation, 1))
    case (.callReturn, .software): CostRule((.indirectLookup, 1))
    case (.pageFault, .native): nativeFault + walk
    case (.pageFault, .software): translatedFault + walk + walk
    case (.pageFault, .hardware):
      CostRule((.vmExitPageFault, 1), (.exitDispatch, 1), (.vmEntry, 1)) + nativeFault + walk + walk
    case (.divideByZero, .native), (.divideByZero, .hardware): nativeFault
    case (.divideByZero, .software): translatedFault
    // A store that has faulted often has become a call-out that updates both tables.
    case (.tableUpdate, .software): CostRule((.callOut, 1), (.emulation, 1)) + walk
    case (.tableUpdate, .hardware):
      CostRule((.vmExitPageFault, 1), (.exitDispatch, 1), (.exitEmulation, 1), (.vmEntry, 1)) + walk
    case (.cr8Write, .native), (.cr8Write, .hardware), (.callReturn, .native),
      (.callReturn, .hardware), (.tableUpdate, .native):
      .nothing
    }
  }

  static func predicted(
    _ benchmark: Benchmark, _ column: Column, _ profile: CostProfile
  ) -> Double {
    let own: Double =
      switch (benchmark, column) {
      case (.callReturn, _): callReturn
      case (.cr8Write, .native), (.cr8Write, .hardware): cr8Write
      case (.tableUpdate, .native): store
      default: 0
      }
    return own + Double(rule(benchmark, column).cycles(profile))
  }

  // MARK: Fitting

  /// The parameters that the table's calibration cells determine, given those that it does not.
  static func fit(_ given: CostProfile) -> [(CostParameter, UInt64)] {
    func cell(_ benchmark: Benchmark, _ column: Column) -> UInt64 {
      UInt64(measured(benchmark, column).0)
    }
    var profile = given
    var fitted: [(CostParameter, UInt64)] = []
    func set(_ parameter: CostParameter, _ value: UInt64) {
      profile[parameter] = value
      fitted.append((parameter, value))
    }
    /// What is left of a cell for the one parameter that is still 0.
    func rest(_ benchmark: Benchmark, _ column: Column) -> UInt64 {
      let known = rule(benchmark, column).cycles(profile)
      let whole = cell(benchmark, column)
      return whole > known ? whole - known : 0
    }
    for parameter: CostParameter in [
      .trap, .interruptReturn, .portBus, .callOut, .emulation, .dispatch, .exitDispatch,
      .exitEmulation,
    ] { profile[parameter] = 0 }
    // Native: the port's bus, and a fault with its return; the table cannot tell the two apart.
    set(.portBus, rest(.portRead, .native))
    let fault = rest(.divideByZero, .native)
    set(.trap, (fault + 1) / 2)
    set(.interruptReturn, fault / 2)
    // Software: a call-out with its work, likewise in halves; then the monitor's path.
    let callOut = rest(.portRead, .software)
    set(.callOut, (callOut + 1) / 2)
    set(.emulation, callOut / 2)
    set(.dispatch, rest(.divideByZero, .software))
    // Hardware: the path through an exit, then the emulation behind it.
    set(.exitDispatch, rest(.pageFault, .hardware))
    set(.exitEmulation, rest(.portRead, .hardware))
    return fitted
  }
}
