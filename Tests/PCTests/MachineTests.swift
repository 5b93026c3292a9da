import BusKit
import Chips
import Foundation
import PC
import Testing
import X86Decode

/// The board's own doing: exit ports, resets, stop causes, and two machines side by side.
struct MachineTests {
  @Test(
    "Port F6h ends the run with the value's six bits, port F4h as isa-debug-exit does",
    arguments: [
      (0xF6, 5, 5), (0xF6, 63, 63), (0xF6, 0x45, 5), (0xF4, 0, 1), (0xF4, 0x10, 0x21),
      (0xF4, 0xFF, 0xFF),
    ] as [(UInt8, UInt8, UInt8)])
  func exitPorts(port: UInt8, value: UInt8, status: UInt8) throws {
    let machine = try TestBench.machine(running: [0xB0, value, 0xE6, port, 0xF4])  // MOV OUT HLT
    #expect(machine.run(until: 100_000) == .guestExit(status))
    #expect(machine.now < 1000)
  }

  @Test("HLT with interrupts off ends the run, or waits for the reset button when that is wanted")
  func haltedForGood() throws {
    let program: [UInt8] = [0xFA, 0xF4]  // CLI, HLT
    let machine = try TestBench.machine(running: program)
    #expect(machine.run(until: 100_000) == .halted)

    let patient = try TestBench.machine(running: program) { $0.stopsWhenHalted = false }
    #expect(patient.run(until: 100_000) == .deadline)
    #expect(patient.now == 100_000)
  }

  @Test("A triple fault ends the run")
  func tripleFault() throws {
    // LIDT CS:[0009]; INT3: an empty table, so every fault is a double fault's fault.
    let machine = try TestBench.machine(running: [
      0x2E, 0x0F, 0x01, 0x1E, 0x09, 0x00, 0xCC, 0xF4, 0x90, 0, 0, 0, 0, 0, 0,
    ])
    #expect(machine.run(until: 100_000) == .tripleFault)
  }

  @Test("A triple fault resets a guest that has left a shutdown code at CMOS 0Fh")
  func shutdownCode() throws {
    // The second time around CMOS 0Fh is not zero, and the program ends.
    let machine = try TestBench.machine(running: [
      0xB0, 0x0F, 0xE6, 0x70, 0xE4, 0x71,  // MOV AL,0Fh; OUT 70h,AL; IN AL,71h
      0x84, 0xC0, 0x75, 0x0D,  // TEST AL,AL; JNZ done
      0xB0, 0x05, 0xE6, 0x71,  // MOV AL,5; OUT 71h,AL
      0x2E, 0x0F, 0x01, 0x1E, 0x1B, 0x00, 0xCC, 0xF4, 0x90,  // LIDT CS:[001Bh]; INT3
      0xE6, 0xF6, 0xF4, 0x90,  // done: OUT F6h,AL
      0, 0, 0, 0, 0, 0,
    ])
    #expect(machine.run(until: 100_000) == .guestExit(5))
  }

  @Test("The keyboard controller and port 92h reset the processor, and RAM keeps its contents")
  func processorReset() throws {
    for pulse: [UInt8] in [[0xB0, 0xFE, 0xE6, 0x64], [0xB0, 0x01, 0xE6, 0x92]] {
      let machine = try TestBench.machine(
        running: [
          0x31, 0xC0, 0x8E, 0xD8,  // XOR AX,AX; MOV DS,AX
          0xA0, 0x00, 0x05,  // MOV AL,[0500h]
          0x84, 0xC0, 0x75, 0x0B,  // TEST AL,AL; JNZ done
          0xC6, 0x06, 0x00, 0x05, 0x2A,  // MOV BYTE [0500h],42
        ] + pulse + [0xEB, 0xFE, 0xE6, 0xF6])  // JMP $; done: OUT F6h,AL
      #expect(machine.run(until: 1_000_000) == .guestExit(42))
    }
  }

  @Test("Reads from nobody's ports give FFh, and are told of once")
  func unmappedPort() throws {
    // MOV DX,1234h; IN AL,DX; IN AL,DX; AND AL,1Fh; OUT F6h,AL
    let machine = try TestBench.machine(running: [
      0xBA, 0x34, 0x12, 0xEC, 0xEC, 0x24, 0x1F, 0xE6, 0xF6,
    ])
    let log = Recorder()
    machine.outputs.log = { log.bytes += Array($0.utf8) + [0x0A] }
    #expect(machine.run(until: 100_000) == .guestExit(0x1F))
    #expect(log.text == "nobody answers a read from port 1234h\n")
  }

  @Test("Two machines of different models run side by side in turns")
  func twoMachines() throws {
    // INC BYTE [0500h]; OUT E9h with it; JMP back.
    let program: [UInt8] = [
      0x31, 0xC0, 0x8E, 0xD8, 0xFE, 0x06, 0x00, 0x05, 0xA0, 0x00, 0x05, 0xE6, 0xE9, 0xEB, 0xF5,
    ]
    func run(_ machine: Machine, _ recorder: Recorder, _ deadline: Ticks) {
      machine.outputs.debugConsole = { recorder.bytes.append($0) }
      #expect(machine.run(until: deadline) == .deadline)
    }
    let alone = (try TestBench.machine(running: program), Recorder())
    run(alone.0, alone.1, 50_000)

    let first = (try TestBench.machine(running: program), Recorder())
    let second = (try TestBench.machine(running: program, model: .i8086), Recorder())
    for deadline in stride(from: Ticks(1000), through: 50_000, by: 1000) {
      run(first.0, first.1, deadline)
      run(second.0, second.1, deadline)
    }
    #expect(first.1.bytes == alone.1.bytes)
    #expect(first.0.stateHash() == alone.0.stateHash())
    #expect(!second.1.bytes.isEmpty && second.1.bytes.count < first.1.bytes.count)
    #expect(second.0.stateHash() != first.0.stateHash())
  }

  @Test("The state hash sees one changed byte of RAM, and the input that a key is")
  func hashSees() throws {
    let machine = try TestBench.machine(running: [0xEB, 0xFE])
    _ = machine.run(until: 1000)
    let before = machine.stateHash()
    #expect(machine.stateHash() == before)
    machine.memory.ram.write(0x7_1234, 1 as UInt8)
    let after = machine.stateHash()
    #expect(after != before)
    machine.apply(.key(.a, isDown: true))
    #expect(machine.stateHash() != after)
  }
}
