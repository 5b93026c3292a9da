extension ProcessorModel {
  /// The command-line name: the part number.
  public var name: String {
    switch self {
    case .i8086: "8086"
    case .i80186: "80186"
    case .i80286: "80286"
    case .i80386: "80386"
    case .i80486: "80486"
    case .pentium: "pentium"
    case .pentium3: "pentium3"
    case .x86_64: "x86-64"
    case .x86_64AMD: "x86-64-amd"
    }
  }
}
