import ArgumentParser
import Conformance
import Foundation
import PC
import X86Decode

/// `ringone record`: vectors of our own processor, in the format that `ringone conform` reads.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ringone record",
    abstract: "Write recordings of RingOne's own processor, in the format that conform reads.")
  static let word = "record"

  @Argument(
    help: ArgumentHelp(
      """
      The instructions' bytes in hexadecimal, with spaces or without; a comma begins another program.
      """, valueName: "hex"))
  var bytes: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Run this file's bytes (a flat binary).", valueName: "path"))
  var file: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The MOO file to write; compressed if it ends in .gz.", valueName: "path"))
  var output: String

  @Option(help: "The processor.")
  var cpu = ProcessorModel.x86_64.name

  @Option(
    help: ArgumentHelp(
      """
      real: real mode, a vector for each instruction of the program. 32, 64: user mode with flat \
      segments, a vector for the program.
      """, valueName: "real|32|64"))
  var mode = VectorRecorder.Mode.real.rawValue

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A register before the program, in hexadecimal; can be repeated.", valueName: "ax=1234"))
  var registers: [String] = []

  @Option(
    name: .customLong("mem"),
    help: ArgumentHelp(
      """
      Bytes at an address (physical in real mode, else linear), in hexadecimal; can be repeated. User \
      mode has 10000000 to 10001FFF for code and 20000000 to 20001FFF for data.
      """, valueName: "30000=12AB"))
  var memory: [String] = []

  @Option(
    help: ArgumentHelp(
      "Record each program this often, from random registers, flags and memory; --set still holds.",
      valueName: "n"))
  var count: Int?

  @Option(help: ArgumentHelp("Which random states: equal seeds give equal files.", valueName: "n"))
  var seed: UInt64 = 1

  static func run(_ words: [String]) throws(ConfigurationError) -> Int32 {
    guard let command: Self = try Subcommand.parse(words, name: word) else {
      return ExitStatus.success
    }
    return try command.run()
  }

  private func run() throws(ConfigurationError) -> Int32 {
    guard let mode = VectorRecorder.Mode(rawValue: mode) else {
      throw usage("--mode \(self.mode)", "there is no such mode", "choose real, 32 or 64")
    }
    if let count, count < 1 {
      throw usage("--count \(count)", "nothing would be recorded", "name 1 or more")
    }
    let model = try Subcommand.model(cpu)
    let programs = try programs()
    let file: VectorFile
    do throws(VectorError) {
      let recorder = try VectorRecorder(model: model, mode: mode)
      file = try record(programs, recorder)
    } catch {
      throw usage("record", error.description, "'ringone record --help' explains every option")
    }
    let isCompressed = output.hasSuffix(".gz")
    try HostFile.write(isCompressed ? file.compressed() : file.encoded(), to: output)
    let plural = file.vectors.count == 1 ? "" : "s"
    print("\(output): \(file.vectors.count) vector\(plural) of the \(model.name)")
    return ExitStatus.success
  }

  private func record(
    _ programs: [[UInt8]], _ recorder: VectorRecorder
  ) throws(VectorError) -> VectorFile {
    let fixed = try fixedRegisters(recorder)
    let memory = try fixedMemory()
    var generator = SeededGenerator(seed: seed)
    var vectors: [Vector] = []
    for program in programs {
      for _ in 0..<(count ?? 1) {
        var state: VectorState
        if count == nil {
          state = recorder.usualState
          for register in recorder.registers {
            if let value = fixed[register] { state.registers[register] = value }
          }
        } else {
          state = recorder.randomState(for: program, fixed: fixed, using: &generator)
        }
        state.memory += memory
        vectors += try recorder.record(program, from: state)
      }
    }
    for position in vectors.indices {
      vectors[position].position = position
      vectors[position].index = position
    }
    return VectorFile(
      path: output, source: recorder.source, model: recorder.model, vectors: vectors)
  }

  // MARK: Words into values

  private func usage(_ subject: String, _ cause: String, _ mend: String) -> ConfigurationError {
    ConfigurationError(.usage, subject, cause: cause, mend: mend)
  }

  private func programs() throws(ConfigurationError) -> [[UInt8]] {
    var programs: [[UInt8]] = []
    if let file {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw ConfigurationError(
          .image, file, cause: "it cannot be read", mend: "name a file of instruction bytes")
      }
      programs.append([UInt8](data))
    }
    for text in bytes.joined(separator: " ").split(separator: ",") {
      let digits = text.filter { !$0.isWhitespace }
      guard let program = Self.hexadecimal(digits) else {
        throw usage("\"\(text)\"", "these are no bytes", "write two digits for each, as B8 34 12")
      }
      programs.append(program)
    }
    guard !programs.isEmpty, programs.allSatisfy({ !$0.isEmpty }) else {
      throw usage("record", "there is nothing to run", "name bytes in hexadecimal, or a --file")
    }
    return programs
  }

  private static func hexadecimal(_ digits: some StringProtocol) -> [UInt8]? {
    guard digits.count % 2 == 0, digits.allSatisfy(\.isHexDigit) else { return nil }
    let nibbles = digits.compactMap { $0.hexDigitValue.map(UInt8.init) }
    return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  private static func number(_ text: some StringProtocol) -> UInt64? {
    let lower = text.lowercased()
    return UInt64(lower.hasPrefix("0x") ? String(lower.dropFirst(2)) : lower, radix: 16)
  }

  /// AX, EAX and RAX are one register; its mode decides how much of it there is.
  private func fixedRegisters(_ recorder: VectorRecorder) throws(VectorError) -> RegisterValues {
    var values = RegisterValues()
    for text in registers {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Self.number(parts[1]) else {
        throw .unrecordable("--set \(text): write register=value, the value in hexadecimal")
      }
      let name = parts[0].lowercased()
      let names =
        [name] + (name.hasPrefix("e") || name.hasPrefix("r") ? [String(name.dropFirst())] : [])
      let register = VectorRegister.allCases.first { names.contains("\($0)") }
      guard let register, recorder.registers.contains(register) else {
        throw .unrecordable("--set \(text): there is no register \(parts[0]) in this mode")
      }
      values[register] = value
    }
    return values
  }

  private func fixedMemory() throws(VectorError) -> [MemoryByte] {
    var result: [MemoryByte] = []
    for text in memory {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let address = Self.number(parts[0]), address <= UInt32.max,
        let bytes = Self.hexadecimal(parts[1].filter { !$0.isWhitespace })
      else { throw .unrecordable("--mem \(text): write address=bytes in hexadecimal") }
      for (offset, byte) in bytes.enumerated() {
        result.append(MemoryByte(UInt32(address) &+ UInt32(truncatingIfNeeded: offset), byte))
      }
    }
    return result
  }
}
