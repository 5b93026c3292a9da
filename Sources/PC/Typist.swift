import BusKit
import Chips

/// Types text on the keyboard as a patient person would: the next key goes down when the guest has
/// taken the one before.
///
/// "Taken" means that the keyboard's own buffer is empty and, where a PC BIOS keeps its buffer of
/// fifteen keys at 40:1Eh (IBM PC/AT Technical Reference, "BIOS data area"), that this one is empty
/// too. A guest that has a buffer of its own and lets the BIOS's stand gets the next key after two
/// seconds all the same.
final class Typist {
  struct State: Codable, Equatable {
    var waiting: [KeyStroke] = []
    var held: KeyStroke?
    /// Looks at a full buffer since the last key.
    var refusals = 0
  }

  private(set) var state = State()
  /// Called as the last of the waiting keys goes down, before the guest sees it.
  var onLastKey: (() -> Void)?

  private let scheduler: Scheduler
  private let keyboard: PS2Keyboard
  private let ram: GuestRAM
  private let milliseconds: ClockConverter
  private var slot: EventSlot!  // made in init, where the handler needs self

  /// Milliseconds that a key is down, and between two looks.
  private static let holdTime: UInt64 = 4
  private static let patience = 500

  init(scheduler: Scheduler, keyboard: PS2Keyboard, ram: GuestRAM) {
    self.scheduler = scheduler
    self.keyboard = keyboard
    self.ram = ram
    milliseconds = scheduler.converter(to: Frequency(1000))
    slot = scheduler.makeSlot("typist") { [unowned self] _ in step() }
  }

  func type(_ strokes: [KeyStroke]) {
    guard !strokes.isEmpty else { return }
    state.waiting += strokes
    if scheduler.deadline(of: slot) == nil { step() }
  }

  private func step() {
    if let held = state.held {
      state.held = nil
      keyboard.release(held.key)
      for modifier in held.modifiers.reversed() { keyboard.release(modifier) }
      return wait()
    }
    guard let stroke = state.waiting.first else { return }
    guard keyboard.isDrained else { return wait() }
    guard biosBufferIsEmpty || state.refusals >= Self.patience else {
      state.refusals += 1
      return wait()
    }
    state.refusals = 0
    state.waiting.removeFirst()
    for modifier in stroke.modifiers { keyboard.press(modifier) }
    keyboard.press(stroke.key)
    state.held = stroke
    wait()
    // Whoever is told may have more to type.
    if state.waiting.isEmpty { onLastKey?() }
  }

  private func wait() {
    let period = milliseconds.periods(at: scheduler.now) + Self.holdTime
    scheduler.schedule(slot, at: milliseconds.ticks(afterPeriods: period))
  }

  private var biosBufferIsEmpty: Bool {
    ram.read(0x41A, as: UInt16.self) == ram.read(0x41C, as: UInt16.self)
  }
}
