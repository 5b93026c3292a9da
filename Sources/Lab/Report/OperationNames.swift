import X86Decode

extension X86Decode.Operation {
  /// The mnemonic without size suffixes, as people ask for it: `mov` covers segment and control registers.
  var mnemonic: String {
    switch self {
    case .movToSegment, .movFromSegment, .movToCR, .movFromCR, .movToDR, .movFromDR, .movToTR,
      .movFromTR:
      "mov"
    case .pushSegment: "push"
    case .popSegment: "pop"
    case .jmpRelative, .jmpIndirect, .jmpFar, .jmpFarIndirect: "jmp"
    case .callRelative, .callIndirect, .callFar, .callFarIndirect: "call"
    case .retFar: "retf"
    case .imulAccumulator: "imul"
    case .icebp: "int1"
    default: "\(self)"
    }
  }

  /// The mnemonic and what tells it from others of its name: "mov cr" and "mov r,cr".
  package var reportName: String {
    switch self {
    case .movToSegment: "mov sreg"
    case .movFromSegment: "mov r,sreg"
    case .movToCR: "mov cr"
    case .movFromCR: "mov r,cr"
    case .movToDR: "mov dr"
    case .movFromDR: "mov r,dr"
    case .movToTR: "mov tr"
    case .movFromTR: "mov r,tr"
    case .pushSegment: "push sreg"
    case .popSegment: "pop sreg"
    case .jmpFar, .jmpFarIndirect: "jmp far"
    case .callFar, .callFarIndirect: "call far"
    case .loadFarPointer: "lds..lgs"
    default: mnemonic
    }
  }
}
